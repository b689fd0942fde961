//! Peers and princes: "Lord Ashgrove of Netherby", "Prince Henry of Wales", "Sophie, Countess of Wessex".

use std::ops::Range;

use super::sighting::Sighting;
use super::title::Title;
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::role::{FoundRole, NOBLES, PRINCES, role_at};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// The titles of peers that are part of their names, where the seat is.
pub(in crate::extract) const PEERS: &Words = words!["lord", "baron", "baroness", "viscount", "viscountess"];

/// The name of a peer with the seat, and then with the title that belongs to it: "Lord Ashgrove of Netherby". The name of a
/// prince with that of the house, without the title: "Michael of Kent".
pub(super) fn with_peerage(passage: &Passage<'_>, sighting: &Sighting, name: Range<usize>) -> Range<usize> {
    if is_prince(&sighting.roles, name.start) && !passage.shouts {
        return seat_end(passage, name.end).map_or(name.clone(), |end| name.start..end);
    }
    let title = sighting.honorifics.last().filter(|title| title.len() == 1 && title.end == name.start);
    let Some(title) = title.filter(|title| passage.is_any(title.start, PEERS) && !passage.shouts) else {
        return name;
    };
    seat_end(passage, name.end).map_or(name, |end| title.start..end)
}

/// The token after the name and the seat of "Lord (Nicholas) Ashgrove of Netherby", whose given name tells who it is.
pub(super) fn after_seat(passage: &Passage<'_>, sighting: &Sighting, name: &Range<usize>) -> usize {
    let in_between = |title: &Range<usize>| title.end < name.start && passage.is_any(title.start, PEERS);
    let is_peer = sighting.honorifics.last().is_some_and(in_between);
    seat_end(passage, name.end).filter(|_| is_peer).unwrap_or(name.end)
}

/// "The Duke of Ostby, │ Prince Henry of Wales": whether a prince with a house stands behind the title of a noble, who is
/// somebody else.
pub(super) fn is_other_noble(
    passage: &Passage<'_>,
    noble: &[FoundRole],
    (title, name): (&Title, usize),
) -> bool {
    noble.iter().any(is_noble) && is_prince(&title.roles, title.end) && seat_end(passage, name).is_some()
}

/// "Prince Henry of Wales│, The Duke of Ostby": whether the title of a noble stands behind a name with a seat, which is
/// that of somebody else.
pub(super) fn begins_other_noble(passage: &Passage<'_>, sighting: &Sighting, comma: usize) -> bool {
    let has_seat = |name: &Range<usize>| name.clone().any(|at| passage.is(at, "of"));
    let the = comma + 1 + usize::from(passage.is(comma + 1, "the"));
    sighting.name.as_ref().is_some_and(has_seat) && role_at(passage, the).is_some_and(|role| is_noble(&role))
}

/// "Sophie│, Countess of Wessex": a given name alone, with the title of a noble behind it.
pub(super) fn given_before_title(passage: &Passage<'_>, at: usize) -> Option<Range<usize>> {
    let is_given = passage.has(at, Class::Given)
        && passage.kind(at) == TokenKind::Capital
        && passage.is_mark(at + 1, ',')
        && !at.checked_sub(1).is_some_and(|before| passage.kind(before).is_capital());
    let the = at + 2 + usize::from(passage.is(at + 2, "the"));
    let title = is_given.then(|| role_at(passage, the)).flatten()?;
    (is_noble(&title) && title.complement.is_some()).then_some(at..at + 1)
}

/// "the │ Duchess of Ostby", "The │ Princess Royal": a title by which somebody is known without a name.
pub(super) fn is_title_of_noble(passage: &Passage<'_>, at: usize) -> bool {
    role_at(passage, at).is_some_and(|title| is_noble(&title) || title.row.head == "Princess Royal")
}

fn is_noble(role: &FoundRole) -> bool {
    NOBLES.contains(&role.row.head)
}

/// Whether the last of some titles is "Prince", right before the name at a token.
fn is_prince(titles: &[FoundRole], name: usize) -> bool {
    titles.last().is_some_and(|title| title.tokens.end == name && PRINCES.contains(&title.row.head))
}

/// Where the seat of a peer ends: after "of Netherby".
fn seat_end(passage: &Passage<'_>, of: usize) -> Option<usize> {
    const NO_SEAT: Features =
        Features::classes(&[Class::Country, Class::Organisation, Class::Role, Class::Portfolio]);
    const MOST: usize = 3;
    // Of states, Wales alone has lent its name to a house.
    let is_of_seat = |at: usize| {
        passage.kind(at) == TokenKind::Capital && (!passage.has_any(at, NO_SEAT) || passage.is(at, "wales"))
    };
    let seat = of + 1;
    let words = (seat..seat + MOST).take_while(|&at| is_of_seat(at)).count();
    (passage.is(of, "of") && words > 0).then_some(seat + words)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn nobles_and_princes_of_a_list_are_each_somebody() {
        let text = "Those present included The Duke of Ostby, Prince Henrik of Kent, The Earl of Norwood, The Princess Royal \
                    and The Duke of York.";
        assert_eq!(
            officials("GB", text),
            [
                "Duke of Ostby | Duke of Ostby | GB",
                "Henrik of Kent | Prince | GB",
                "Earl of Norwood | Earl of Norwood | GB",
                "Princess Royal | Princess Royal | GB",
                "Duke of York | Duke of York | GB"
            ]
        );
    }

    #[test]
    fn the_title_of_a_noble_may_stand_behind_style_or_given_name_and_comma() {
        let text = "Her Royal Highness, The Princess Royal, met Sophie, Countess of Norwood. Prince William, Duke of Ostby, left.";
        assert_eq!(
            officials("GB", text),
            [
                "Princess Royal | Princess Royal | GB",
                "Sophie | Countess of Norwood | GB",
                "William | Prince; Duke of Ostby | GB"
            ]
        );
    }

    #[test]
    fn a_peer_has_the_seat_of_two_words_too() {
        let text = "Lord Camden laid a wreath. The Assembly met Lord Camden of Chipping Norwood, Secretary of State for Trade.";
        assert_eq!(
            officials("GB", text),
            ["Lord Camden of Chipping Norwood | Secretary of State for Trade | GB"]
        );
    }

    #[test]
    fn a_prince_of_song_is_none() {
        let text =
            "Sir Russell Dale died. He was a prince of Peruvian song. Minister Ana Virta met Mr Ban Ki Joon.";
        assert!(!officials("PE", text).iter().any(|told| told.contains("prince")));
        assert!(officials("PE", text).iter().all(|told| !told.starts_with("Ban |")));
    }

    #[test]
    fn a_style_belongs_to_the_title_behind_the_article() {
        for text in [
            "President Ana Virta and Her Majesty the Queen visited Kenya.",
            "Her Majesty the Queen and President Ana Virta visited Kenya.",
            "The visit to Kenya of Her Majesty the Queen and President Ana Virta was short.",
        ] {
            let told = crate::extract::told::visits("FI", text);
            let both = |told: &String| told.contains("Ana Virta") && told.contains("Queen");
            assert!(told.iter().any(both), "{text} {told:?}");
        }
    }

    #[test]
    fn a_prince_has_the_house_in_the_name_and_not_the_state() {
        let text = "Prince Michael of Kent met Crown Prince Haakon of Norway. Prince Michael then left.";
        assert_eq!(officials("GB", text), ["Michael of Kent | Prince | GB", "Haakon | Crown Prince | NO"]);
    }
}
