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
pub(super) fn is_planned(
    passage: &Passage<'_>,
    hook: &Hook,
    last: Option<&(Range<usize>, Participant)>,
) -> bool {
    const REACH: usize = 10;
    const PLANNED: &Words = words![
        "agenda", "envisaged", "expected", "foreseen", "planned", "program", "programme", "schedule",
        "scheduled"
    ];
    let opens = opens_with_noun(hook);
    let end = last.map_or(hook.tokens.end, |(tokens, _)| tokens.end);
    let mut after = end..hook.sentence.end.min(end + REACH);
    let is = passage.is_any(end, words!["is", "are"]) || passage.reads(end, &["will", "be"]);
    let will = passage.reads(end, &["will", "take", "place"]) || passage.reads(end, &["will", "be", "held"]);
    opens && (will || is && after.any(|at| passage.is_any(at, PLANNED)))
}
