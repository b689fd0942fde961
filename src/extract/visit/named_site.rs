//! Sites that nothing but their capitals tell: "visited the Eden Project", "toured Tata Steel in Port Talbot".

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::super::place::{is_unknown, may_be_named};
use super::super::token::TokenKind;
use super::after_place::AFTER_PLACE;
use super::stop::Stop;
use crate::model::{Leg, Part, Place, PlaceKind};

/// What a verb of visiting has as its object, or what the noun leads to, if that is a name in capitals of which the lexicon knows no place.
pub(super) fn stop(text: &Annotated<'_>, hook: &Hook) -> Option<Stop> {
    let passage = &text.passage;
    let is_verb = matches!(hook.trigger.tense, Tense::Past | Tense::Base | Tense::Present);
    // "a visit to the Eden Project"
    let to = usize::from(hook.trigger.tense == Tense::Noun && passage.reads(hook.tokens.end, &["to", "the"]));
    if passage.shouts || passage.part == Part::Headline || !is_verb && to == 0 {
        return None;
    }
    let start = hook.tokens.end + to;
    let article = usize::from(passage.is(start, "the"));
    let name = name_at(text, start + article)?;
    // "the Eden Project" is more than one word, and so is "Tata Steel", which its town must follow.
    let fits = name.len() > 1 && (article == 1 || is_located(passage, name.end));
    let town = || is_located(passage, name.end).then(|| name_at(text, name.end + 1)).flatten();
    fits.then(|| {
        let mut leg = Leg::new();
        leg.places.push(place(passage, name.clone(), PlaceKind::Site));
        let town = town();
        let end = town.as_ref().map_or(name.end, |town| town.end);
        leg.places.extend(town.map(|town| place(passage, town, PlaceKind::City)));
        Stop::new(leg, name.start..end)
    })
}

fn place(passage: &Passage<'_>, name: Range<usize>, kind: PlaceKind) -> Place {
    Place::new(passage.on_one_line(name)).with_kind(kind)
}

/// A name in capitals that is of nobody, of no country and no body, and that no noun in small letters follows: "the
/// Royal Navy base" is no name of a site.
fn name_at(text: &Annotated<'_>, at: usize) -> Option<Range<usize>> {
    const MOST: usize = 5;
    let passage = &text.passage;
    let len = (at..at + MOST).take_while(|&at| may_be_named(passage, at)).count();
    let end = at + len;
    let is_whole = match passage.kind(end) {
        TokenKind::Mark('.' | ',' | ';' | ':') | TokenKind::Break => true,
        // "the Paris Air and Space Show"
        TokenKind::Lower if passage.is(end, "and") => !passage.kind(end + 1).is_capital(),
        TokenKind::Lower => passage.is_any(end, AFTER_PLACE),
        _ => false,
    };
    let has_new = (at..end).any(|at| is_unknown(passage, at));
    (is_whole && has_new && within(&text.people, at..end).is_empty()).then_some(at..end)
}

/// Whether the place of a site follows it.
fn is_located(passage: &Passage<'_>, end: usize) -> bool {
    passage.is_any(end, words!["in", "near", "outside"]) && passage.kind(end + 1).is_capital()
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_site_may_be_told_by_its_capitals_alone() {
        let told = visits("GB", "Education Secretary Ann Hale visited the Eden Project this morning.");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Hale -> GB Eden Project completed")),
            "{told:?}"
        );
        assert_eq!(told.len(), 1);
        let told = visits("GB", "Education Secretary Ann Hale toured Tata Steel in Port Ulden.");
        assert_eq!(told, ["Ann Hale -> GB Tata Steel Port Ulden completed"]);
    }

    #[test]
    fn whom_one_visits_is_no_site() {
        for none in [
            "Education Secretary Ann Hale visited the Royal Marines band.",
            "Education Secretary Ann Hale visited the Foreign Minister.",
            "Education Secretary Ann Hale visited the Ulden Air and Space Show.",
            "Education Secretary Ann Hale visited Oke Brand today.",
            "Education Secretary Ann Hale said many had visited the Old Website of hers.",
        ] {
            assert_eq!(visits("GB", none), [""; 0], "{none}");
        }
    }
}
