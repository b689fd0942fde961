//! The name after a description that stands for it.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::lexicon::Class;
use super::super::passage::{Match, Passage};
use super::super::token::TokenKind;
use super::super::words::Words;
use super::description::{ENDS_DESCRIPTION, is_small};
use super::{LED, person_of_phrase};

/// The name after a description that stands for it: "his Dutch counterpart, Foreign Minister A", "a delegation led by A".
pub(super) fn named_after<'a>(
    text: &'a Annotated<'_>,
    group: &Range<usize>,
    end: usize,
) -> Option<&'a FoundPerson> {
    let passage = &text.passage;
    let is_counterpart = group.clone().any(|at| passage.is_any(at, words!["counterpart", "counterparts"]));
    let group_end = if is_counterpart { after_body(passage, group.end) } else { group.end };
    let next = group_end + usize::from(passage.is_mark(group_end, ','));
    let is_led = passage.is_any(next, LED) && passage.is(next + 1, "by");
    // "the foreign ministers of each country, including A and B"
    let of_those = after_including(passage, next);
    let from = if is_led { next + 2 } else { of_those.unwrap_or(next) };
    let named = (is_led || is_counterpart || of_those.is_some()).then(|| person_of_phrase(text, from, end));
    named.flatten().filter(|person| is_led || of_those.is_some() || !begins_main_clause(passage, person))
}

/// "After A met his counterpart, Minister B has announced": the name is that of whom the main clause is about.
pub(super) fn begins_main_clause(passage: &Passage<'_>, person: &FoundPerson) -> bool {
    const OPENING: usize = 3;
    const LINKS: &Words = words!["after", "as", "before", "once", "since", "when", "while"];
    let start = passage.sentence_of(person.tokens.start).start;
    passage.is_any(person.tokens.end, words!["has", "had", "is", "was", "will", "said", "announced"])
        && (start..start + OPENING).any(|at| passage.is_any(at, LINKS))
}

/// The token after the body in which counterparts are so, if a comma ends it: "her counterparts in the Baltic Council, ".
fn after_body(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 8;
    if !passage.is_any(at, words!["in", "from", "of", "at"]) {
        return at;
    }
    let is_of_body = |&at: &usize| {
        passage.kind(at).is_capital()
            || passage.is_hyphen(at)
            || passage.is_any(at, words!["the", "of", "and"])
    };
    let end = at + 1 + (at + 1..at + MOST).take_while(is_of_body).count();
    if end > at + 1 && passage.is_mark(end, ',') { end } else { at }
}

/// The token after words that tell who is among those who were described: "including", "consisting of".
fn after_including(passage: &Passage<'_>, at: usize) -> Option<usize> {
    if passage.is_any(at, words!["including", "comprising"]) {
        return Some(at + 1);
    }
    let of = at + 1 + usize::from(passage.reads(at, &["made", "up"]));
    let is_made = passage.is_any(at, words!["consisting", "composed", "comprised", "made"]);
    (is_made && passage.is(of, "of")).then_some(of + 1)
}

/// The first name after the office that several share: "the ministers of foreign affairs of Lithuania and Ukraine, A and
/// B".
pub(super) fn named_by_office<'a>(
    text: &'a Annotated<'_>,
    from: usize,
    end: usize,
) -> Option<&'a FoundPerson> {
    const REACH: usize = 16;
    let passage = &text.passage;
    let start = from + usize::from(passage.is(from, "the"));
    passage.longest(start, Class::Role).filter(Match::is_plural)?;
    let next = within(&text.people, start..end.min(start + REACH)).first()?;
    let leads_on = |at: usize| {
        let is_name = passage.kind(at).is_capital();
        is_name
            || passage.kind(at) == TokenKind::Lower
                && !is_small(passage, at, ENDS_DESCRIPTION)
                && !passage.has(at, Class::Trigger)
            || passage.is_mark(at, ',')
                && (at + 1 == next.tokens.start || passage.has(at + 1, Class::Country))
    };
    let comma = next.tokens.start.checked_sub(1).filter(|&comma| passage.is_mark(comma, ','))?;
    (!next.possessive && (start..=comma).all(leads_on)).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn whom_the_main_clause_is_about_is_no_counterpart() {
        let told = meetings(
            "FI",
            "Days after Defence Minister Jari Horn met his counterpart, Foreign Minister Aino Virta has left for Kenya.",
        );
        assert!(!told.iter().any(|told| told.contains("Aino Virta")), "{told:?}");
        let told = meetings("FI", "Minister Jari Horn met his counterpart, Minister Ivo Novak, in Oslo.");
        assert_eq!(told, ["Jari Horn / Ivo Novak in_person completed"]);
    }
}
