//! Where an event takes place that its own clause does not tell: "attended the forum, which was held in Oslo", "The event
//! took place in Oslo.", "will go to Oslo for the Lakes Summit", before "will attend the Summit".

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::clause::{Hook, clause_end};
use super::super::passage::Passage;
use super::super::token::TokenKind;
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

/// The stops of the event that is attended, where an earlier sentence has told its place: "will travel to Oslo to attend the
/// Lakes Summit", "the Lakes Summit in Oslo". `told` are the texts up to the one that the verb stands in.
pub(super) fn told_before(told: &[Annotated<'_>], hook: &Hook) -> Vec<Stop> {
    const MOST_TEXTS: usize = 6;
    const OBJECT: usize = 10;
    let Some(here) = told.last() else { return Vec::new() };
    let object = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + OBJECT);
    let Some(event) = event_in(&here.passage, object) else { return Vec::new() };
    let earlier = told.iter().enumerate().rev().take(MOST_TEXTS);
    for (index, text) in earlier {
        let end = if index + 1 == told.len() { hook.sentence.start } else { text.passage.tokens.len() };
        for sentence in text.passage.sentences.iter().filter(|sentence| sentence.end <= end) {
            let named = |at: usize| event_in(&text.passage, at..sentence.end);
            let mut at = sentence.start;
            while let Some(known) = named(at) {
                if is_same_event(&here.passage, &event, &text.passage, &known) {
                    let stops = stops_beside(text, &known, sentence);
                    if !stops.is_empty() {
                        // What is read is the verb: the places stand elsewhere.
                        let here = stops.into_iter().map(|stop| Stop { tokens: hook.tokens.clone(), ..stop });
                        return here.collect();
                    }
                }
                at = known.end;
            }
        }
    }
    Vec::new()
}

/// The first event that some tokens name: words in capitals that end in its noun, "the Lakes Summit", or "the summit".
fn event_in(passage: &Passage<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    const NOUNS: &Words = words![
        "assembly", "chogm", "conference", "congress", "convention", "dialogue", "exhibition", "forum",
        "games", "summit", "symposium",
    ];
    const MOST: usize = 8;
    let noun = tokens.clone().find(|&at| passage.is_any(at, NOUNS))?;
    let is_of_name = |&at: &usize| {
        passage.kind(at).is_capital() || passage.kind(at) == TokenKind::Possessive || passage.is_hyphen(at)
    };
    let first = noun.saturating_sub(MOST).max(tokens.start);
    let words = (first..noun).rev().take_while(is_of_name).count();
    let start = noun - words;
    let is_known = words > 0 || start.checked_sub(1).is_some_and(|the| passage.is(the, "the"));
    is_known.then_some(start..noun + 1)
}

/// "the Summit" is the "G20 Leaders’ Summit", and no "Lakes Summit".
fn is_same_event(
    here: &Passage<'_>,
    event: &Range<usize>,
    there: &Passage<'_>,
    known: &Range<usize>,
) -> bool {
    let alike = |one: usize, other: usize| here.word(one).eq_ignore_ascii_case(there.word(other));
    known.len() > 1
        && alike(event.end - 1, known.end - 1)
        && (event.len() == 1 || alike(event.start, known.start))
}

/// The stops of "the Lakes Summit in Oslo", and of "to Oslo to attend the Lakes Summit", "to Oslo for the Lakes Summit".
fn stops_beside(text: &Annotated<'_>, event: &Range<usize>, sentence: &Range<usize>) -> Vec<Stop> {
    const BEHIND: usize = 8;
    const BEFORE: usize = 14;
    let passage = &text.passage;
    let behind = event.end..sentence.end.min(event.end + BEHIND);
    let stops = first_at(text, behind, AT_EVENT, sentence);
    if !stops.is_empty() {
        return stops;
    }
    let mut before = event.start.saturating_sub(BEFORE).max(sentence.start)..event.start;
    let purpose = before.clone().rev().find(|&at| {
        passage.is(at, "for")
            || passage.is(at, "to") && passage.is_any(at + 1, words!["attend", "address", "join", "open"])
    });
    let Some(purpose) = purpose else { return Vec::new() };
    let goal = before.rfind(|&at| at < purpose && passage.is(at, "to"));
    goal.map_or_else(Vec::new, |goal| first_at(text, goal..purpose, &["to"], sentence))
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
    fn an_event_is_held_where_it_was_said_to_be() {
        for before in [
            "President Ann Lind will travel to Bergen to attend the Nordic Lakes Summit.",
            "President Ann Lind will go to Bergen for the Nordic Lakes Summit in May.",
            "President Ann Lind will speak at the Nordic Lakes Summit in Bergen.",
        ] {
            for event in ["the Nordic Lakes Summit", "the summit"] {
                let text = format!("{before} Health Minister Aino Virta will also attend {event}.");
                let told = visits("FI", &text);
                assert!(
                    told.iter().any(|told| told.contains("Aino Virta") && told.contains("-> NO Bergen")),
                    "{text} {told:?}"
                );
            }
        }
        let none = "President Ann Lind will travel to Bergen to attend the Nordic Lakes Summit. Health Minister Aino Virta will attend the Baltic Lakes Summit.";
        assert!(!visits("FI", none).iter().any(|told| told.contains("Aino Virta")));
    }

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
