//! Nouns that tell of whom a meeting is: "The agenda includes meetings with A", "During their talks".

use std::ops::Range;

use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::super::visit::PROGRAMME;
use super::super::words::Words;
use crate::model::Participant;

/// "The agenda includes meetings with A": of whoever the agenda is.
pub(super) fn is_on_agenda(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 40;
    const INCLUDES: &Words = words!["include", "includes", "included", "features", "foresees", "comprises"];
    let before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let includes = before.clone().find(|&at| passage.is_any(at, INCLUDES));
    let is_agenda = |at: usize| passage.is_any(at, PROGRAMME);
    hook.trigger.tense == Tense::Noun && includes.is_some_and(|at| (before.start..at).any(is_agenda))
}

/// Where those stand whom the meetings of a journey include: "Her meetings in Oslo included │ A and B", "Official meetings
/// include talks with │ A".
pub(super) fn included(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const REACH: usize = 8;
    const MOST_BEFORE_NOUN: usize = 3;
    let is_several = passage.word(hook.tokens.end - 1).ends_with('s');
    let mut after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let verb = after.find(|&at| passage.is_any(at, words!["include", "includes", "included"]))?;
    let is_place =
        |at: usize| passage.kind(at).is_word() && !passage.is_any(at, words!["that", "which", "who"]);
    if !is_several || !(hook.tokens.end..verb).all(is_place) {
        return None;
    }
    let nouns =
        words!["meeting", "meetings", "talks", "discussions", "call", "calls", "those", "consultations"];
    let noun = (verb + 1..=verb + 1 + MOST_BEFORE_NOUN)
        .find(|&at| passage.is_any(at, nouns) && passage.is_any(at + 1, words!["with", "on"]));
    Some(noun.map_or(verb + 1, |noun| noun + 2))
}

/// Where those stand whom others met: "Among those she met were │ A and B".
pub(super) fn those_met(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const REACH: usize = 8;
    let with = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "with"));
    let be = with + usize::from(passage.is_any(with, words!["there", "here"]));
    let are = passage.is_any(be, words!["were", "was", "include", "included", "are"]);
    let mut before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let whom = words!["those", "officials", "leaders", "dignitaries", "others", "ministers", "people"];
    (are && hook.trigger.tense == Tense::Past && before.any(|at| passage.is_any(at, whom)))
        .then(|| be + 1 + usize::from(passage.is(be + 1, "also")))
}

/// "During their first meeting": a noun of both who are named after it.
pub(super) fn is_theirs(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 3;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    hook.trigger.tense == Tense::Noun && near.into_iter().any(|at| passage.is(at, "their"))
}

/// Whether a sentence begins with a noun: "A meeting with A", "Their planned talks with A".
pub(super) fn opens_with_noun(hook: &Hook) -> bool {
    hook.trigger.tense == Tense::Noun && hook.tokens.start <= hook.sentence.start + 3
}

/// Whether a noun that a sentence begins with is said to be planned: "A meeting with A is also scheduled".
pub(super) fn is_planned(passage: &Passage<'_>, hook: &Hook, with: &[(Range<usize>, Participant)]) -> bool {
    const REACH: usize = 10;
    const PLANNED: &Words = words![
        "agenda", "envisaged", "expected", "foreseen", "planned", "program", "programme", "schedule",
        "scheduled"
    ];
    let opens = opens_with_noun(hook);
    // "Meetings are planned with A"
    let is_said_before = with.first().is_some_and(|(first, _)| {
        let between = hook.tokens.end..first.start.min(hook.tokens.end + REACH);
        passage.is_any(hook.tokens.end, words!["is", "are"])
            && between.into_iter().any(|at| passage.is_any(at, PLANNED))
    });
    if opens && is_said_before {
        return true;
    }
    let end = with.last().map_or(hook.tokens.end, |(tokens, _)| tokens.end);
    let mut after = end..hook.sentence.end.min(end + REACH);
    let is = passage.is_any(end, words!["is", "are"]) || passage.reads(end, &["will", "be"]);
    let will = passage.reads(end, &["will", "take", "place"]) || passage.reads(end, &["will", "be", "held"]);
    opens && (will || is && after.any(|at| passage.is_any(at, PLANNED)))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn whom_the_meetings_of_a_journey_include_is_met() {
        for text in [
            "Foreign Minister Aino Virta’s meetings in Belgrade included President Ivo Novak and Speaker Ana Torres.",
            "Foreign Minister Aino Virta visited Serbia. Official meetings included talks with President Ivo Novak and Speaker Ana Torres.",
        ] {
            let told = meetings("FI", text);
            assert!(
                told.iter().all(|told| told.starts_with("Aino Virta / Ivo Novak + Ana Torres")),
                "{told:?}"
            );
            assert_eq!(told.len(), 1, "{text}");
        }
        let none = "Foreign Minister Aino Virta said the meetings that had included farmers were useful.";
        assert_eq!(meetings("FI", none), [""; 0]);
    }
}
