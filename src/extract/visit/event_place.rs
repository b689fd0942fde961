//! Where an event takes place that its own clause does not tell: "attended the forum, which was held in Oslo", "The event
//! took place in Oslo."

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::clause::{Hook, clause_end};
use super::super::passage::Passage;
use super::super::words::Words;
use super::scene::{AT_EVENT, first_at};
use super::stop::Stop;

/// How much of a sentence is looked at.
const REACH: usize = 40;

/// The stops that stand behind the clause, or in a sentence beside it.
pub(super) fn told_elsewhere(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    let passage = &text.passage;
    let related = related_clause(passage, hook);
    let stops = related.map(|clause| first_at(text, clause, AT_EVENT, &hook.sentence));
    if let Some(stops) = stops.filter(|stops| !stops.is_empty()) {
        return stops;
    }
    let next = passage.sentence_of(hook.sentence.end);
    if next.start == hook.sentence.end && takes_place(passage, &next) {
        return first_at(text, opening(&next), AT_EVENT, &next);
    }
    // "The forum opened in Oslo today. The Minister addressed the opening session."
    let before = hook.sentence.start.checked_sub(1).filter(|_| is_part_of_event(passage, hook));
    let before = before.map(|last| passage.sentence_of(last));
    match before.filter(|sentence| takes_place(passage, sentence)) {
        Some(sentence) => first_at(text, opening(&sentence), AT_EVENT, &sentence),
        None => Vec::new(),
    }
}

fn opening(sentence: &Range<usize>) -> Range<usize> {
    sentence.start..sentence.end.min(sentence.start + REACH)
}

/// "…, which was held in Oslo", "that takes place in Oslo from 8 to 10 May"
fn related_clause(passage: &Passage<'_>, hook: &Hook) -> Option<Range<usize>> {
    const MOST_BEFORE: usize = 20;
    let near = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + MOST_BEFORE);
    let which = near.into_iter().find(|&at| passage.is_any(at, words!["which", "that"]))?;
    let verb = (which + 1..which + 5).find(|&at| is_held(passage, at))?;
    let end = clause_end(passage, &hook.sentence, verb + 1);
    Some(verb..end.min(verb + REACH))
}

/// "The event took place", "The Global Health Forum opened": whether a sentence begins with an event and tells where it is
/// held.
pub(super) fn takes_place(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    const MOST_BEFORE: usize = 10;
    const EVENTS: &Words = words![
        "assembly", "ceremony", "conference", "congress", "convention", "dialogue", "event", "exhibition",
        "fair", "festival", "forum", "function", "meeting", "program", "programme", "session", "summit",
        "symposium", "talks", "workshop",
    ];
    let opening = sentence.start..sentence.end.min(sentence.start + MOST_BEFORE);
    let Some(event) = opening.clone().find(|&at| passage.is_any(at, EVENTS)) else { return false };
    passage.is_any(sentence.start, words!["the", "this", "both", "it"])
        && (event + 1..sentence.end.min(event + MOST_BEFORE)).any(|at| is_held(passage, at))
}

/// "took place", "was held", "opened": the verbs of events.
fn is_held(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["held", "hosted", "convened", "opened", "kicked", "organised", "organized"])
        || passage.is(at + 1, "place")
            && passage.is_any(at, words!["take", "takes", "taking", "took", "taken"])
}

/// "addressed the opening session", "attended the event": what is attended is told of by its kind alone.
fn is_part_of_event(passage: &Passage<'_>, hook: &Hook) -> bool {
    const PARTS: &Words = words![
        "ceremony", "conference", "event", "forum", "gathering", "meeting", "opening", "plenary", "session",
        "summit",
    ];
    const MOST: usize = 4;
    passage.is(hook.tokens.end, "the")
        && (hook.tokens.end + 1..hook.tokens.end + MOST).any(|at| passage.is_any(at, PARTS))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn an_event_may_be_held_where_another_clause_tells() {
        for text in [
            "Health Minister Aino Virta attended the Water Forum, which took place in Bergen.",
            "Health Minister Aino Virta addressed the Water Forum that is being held in Bergen.",
            "Health Minister Aino Virta attended the Water Forum. The Forum was held in Bergen.",
            "The Water Forum opened in Bergen. Health Minister Aino Virta addressed the opening session.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> NO Bergen completed"], "{text}");
        }
        for none in [
            "Health Minister Aino Virta attended the debate, which dealt with a dispute in Bergen.",
            "The Water Forum opened in Bergen. Health Minister Aino Virta addressed voters.",
            "The Water Forum opened in Bergen. Health Minister Aino Virta attended a debate.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }
}
