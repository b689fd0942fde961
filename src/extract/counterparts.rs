//! Counterparts whose names stand after what they are: "her host, A", "the Foreign Ministers of Norway, A, and Kenya, B".

use std::ops::Range;

use super::annotated::{Annotated, FoundPerson, within};
use super::features::Features;
use super::lexicon::Class;
use super::passage::{Match, Passage};
use super::token::TokenKind;
use super::words::Words;
use crate::model::Participant;

/// Somebody, and where they are named.
type Named = (Range<usize>, Participant);

/// The person after "her host" or "her Serbian opposite number" at a token.
pub(super) fn named_after_host<'a>(
    text: &'a Annotated<'_>,
    from: usize,
    end: usize,
) -> Option<&'a FoundPerson> {
    const MOST_BETWEEN: usize = 2;
    const AFTER_NOUN: usize = 3;
    let passage = &text.passage;
    if !passage.is_any(from, words!["his", "her", "their", "its", "the"]) {
        return None;
    }
    let noun = (from + 1..=from + 1 + MOST_BETWEEN).find_map(|at| {
        let is_host = passage.is_any(at, words!["host", "hosts", "homologue"]);
        let is_number = passage.is(at, "opposite") && passage.is_any(at + 1, words!["number", "numbers"]);
        (is_host || is_number).then_some(at + 1 + usize::from(is_number))
    })?;
    let next = noun + usize::from(passage.is_mark(noun, ','));
    let mut people = within(&text.people, next..end.min(next + AFTER_NOUN)).iter();
    people.find(|person| !person.possessive && (next..person.tokens.start).all(|at| passage.is(at, "the")))
}

/// Those of several countries who share an office, a name after each country, and where they end: "the Foreign
/// Ministers of Norway, A, and Kenya, B", "her counterparts from Kenya (A), Uganda (B) and Serbia (C)".
pub(super) fn named_by_country(text: &Annotated<'_>, from: usize, end: usize) -> Option<(Vec<Named>, usize)> {
    /// How far the office goes before its first country.
    const OFFICE: usize = 8;
    const MOST: usize = 32;
    let passage = &text.passage;
    let office = (from..end.min(from + OFFICE)).find(|&at| shares_office(passage, at))?;
    let link = (office + 1..end.min(office + OFFICE))
        .find(|&at| passage.is_any(at, words!["of", "from"]) && country_end(passage, at + 1).is_some())?;
    let mut named: Vec<Named> = Vec::new();
    let mut at = link;
    while named.len() < MOST {
        let country = (at..end.min(at + 4)).find(|&next| passage.has(next, Class::Country));
        let Some(country) = country.filter(|&country| (at..country).all(|at| joins(passage, at))) else {
            break;
        };
        let Some(mark) = country_end(passage, country) else { break };
        let bracket = passage.is_mark(mark, '(');
        if !(bracket || passage.is_mark(mark, ',')) {
            break;
        }
        let Some(holder) = holder(text, mark + 1) else { break };
        at = holder.0.end + usize::from(bracket && passage.is_mark(holder.0.end, ')'));
        named.push(holder);
    }
    (named.len() > 1).then_some((named, at))
}

/// The next of several who share an office: "the Presidents of Peru, A, and │ Canada, B".
pub(super) fn named_after_country<'a>(text: &'a Annotated<'_>, at: usize) -> Option<&'a FoundPerson> {
    let passage = &text.passage;
    let land = passage.longest(at, Class::Country)?;
    let comma = Some(at + land.len).filter(|&comma| passage.is_mark(comma, ','))?;
    within(&text.people, comma + 1..comma + 2).first().filter(|person| !person.possessive)
}

/// Whoever is named at a token, whom the layer of people may have left out.
fn holder(text: &Annotated<'_>, at: usize) -> Option<Named> {
    const MOST: usize = 4;
    let passage = &text.passage;
    if let Some(person) = within(&text.people, at..at + 1).first() {
        return (!person.possessive).then(|| (person.tokens.clone(), person.who.clone()));
    }
    let name = at..at + (at..at + MOST).take_while(|&at| may_be_name(passage, at)).count();
    let ends = passage.is_mark(name.end, ',')
        || passage.is_mark(name.end, ')')
        || passage.is_mark(name.end, '.')
        || passage.is_any(name.end, words!["and", "on", "in", "at"]);
    (name.len() > 1 && ends).then(|| (name.clone(), Participant::described(passage.words(name))))
}

/// A word in capitals that is of no office, country or body.
fn may_be_name(passage: &Passage<'_>, at: usize) -> bool {
    const NO_NAME: Features = Features::classes(&[
        Class::Role,
        Class::Rank,
        Class::Country,
        Class::Demonym,
        Class::Organisation,
        Class::Trigger,
        Class::Portfolio,
    ]);
    passage.kind(at) == TokenKind::Capital && !passage.has_any(at, NO_NAME)
}

/// A plural that several people of different countries are called by.
fn shares_office(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["counterparts", "leaders", "representatives"])
        || passage.has_any(at, Features::classes(&[Class::Role]))
            && passage.longest(at, Class::Role).is_some_and(|role: Match| role.is_plural())
}

/// What stands between one person and the country of the next.
fn joins(passage: &Passage<'_>, at: usize) -> bool {
    const JOINS: &Words = words!["and", "of", "from", "the", "with"];
    passage.is_mark(at, ',') || passage.is_mark(at, ';') || passage.is_any(at, JOINS)
}

/// The token after the country that stands at a token, or after "the".
fn country_end(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let start = at + usize::from(passage.is(at, "the"));
    passage.longest(start, Class::Country).map(|found| start + found.len)
}

/// Somebody after a noun that says what they are and is no office: "top legislator Ana Berg".
pub(super) fn named_after_noun(text: &Annotated<'_>, from: usize, end: usize) -> Option<Named> {
    const MOST_NOUNS: usize = 3;
    const ENDINGS: [&str; 7] = ["or", "er", "ist", "man", "woman", "ant", "ian"];
    let passage = &text.passage;
    let is_small = |&at: &usize| passage.kind(at) == TokenKind::Lower;
    let nouns = (from..end.min(from + MOST_NOUNS + 1)).take_while(is_small).count();
    let start = from + nouns;
    let noun = passage.word(start.saturating_sub(1));
    let is_called = (1..=MOST_NOUNS).contains(&nouns)
        && ENDINGS.iter().any(|ending| noun.ends_with(ending))
        && !passage
            .is_any(from, words!["and", "with", "of", "by", "to", "in", "at", "after", "under", "for"]);
    // "legislator" may be read as the office of somebody known.
    let known = within(&text.people, from..start).first().map_or(start, |person| person.tokens.start);
    is_called.then(|| holder(text, known)).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::told::meetings;

    #[test]
    fn a_host_and_an_opposite_number_are_who_is_named_after_it() {
        for whom in ["her host, President Ivo Novak", "her Serbian opposite number Ivo Novak"] {
            let told =
                meetings("FI", &format!("Foreign Minister Aino Virta held talks with {whom} on Monday."));
            assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"], "{whom}");
        }
        let none = "Foreign Minister Aino Virta met her host family.";
        assert_eq!(meetings("FI", none), [""; 0]);
    }

    #[test]
    fn an_office_of_several_countries_has_a_holder_after_each() {
        for whom in [
            "the Foreign Ministers of Norway, Kari Lie, and Kenya, Amos Okello",
            "her counterparts from Norway (Kari Lie) and Kenya (Amos Okello)",
        ] {
            let told = meetings("FI", &format!("Foreign Minister Aino Virta had meetings with {whom}."));
            assert_eq!(told, ["Aino Virta / Kari Lie + Amos Okello in_person completed"], "{whom}");
        }
    }

    #[test]
    fn somebody_without_an_office_parts_no_list() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met President Ivo Novak, top legislator Kari Lie and Defence Minister Jovan Ilic.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Kari Lie + Jovan Ilic in_person completed"]);
    }
}
