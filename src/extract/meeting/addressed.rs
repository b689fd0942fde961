//! Those to whom somebody says something in talks: "thanked B during a phone call", "In a call, A told B", "when they met".

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, of, subject};
use super::super::lexicon::{Frame, Tense};
use super::super::participants::participants;
use super::super::token::TokenKind;
use super::super::words::Words;
use crate::model::Participant;

/// Who was told something in a meeting or call, and by whom: "thanked the Minister in a phone call".
pub(super) fn spoken_to(text: &Annotated<'_>, hook: &Hook) -> Option<(Vec<Participant>, Participant)> {
    const BETWEEN: &Words = words![
        "a", "an", "the", "his", "her", "their", "today", "yesterday", "separate", "brief", "short",
        "recent", "first", "bilateral", "private", "virtual", "introductory",
    ];
    const MOST_BETWEEN: usize = 4;
    let passage = &text.passage;
    if of(hook, Frame::Meet) && passage.is(hook.tokens.start, "met") {
        return told_when_they_met(text, hook);
    }
    if hook.trigger.tense != Tense::Noun || of(hook, Frame::Host) {
        return None;
    }
    let mut before =
        (hook.tokens.start.saturating_sub(MOST_BETWEEN).max(hook.sentence.start)..hook.tokens.start).rev();
    let link = before.find(|&at| !passage.is_any(at, BETWEEN))?;
    if link == hook.sentence.start {
        return told_after(text, hook, link);
    }
    let whom = within(&text.people, hook.sentence.start..link).last()?;
    let is_object = passage.is_any(link, words!["in", "during", "over", "at", "on"])
        && whom.tokens.end == link
        && !whom.possessive;
    let before = whom.tokens.start.checked_sub(1)?;
    let verb = before.checked_sub(usize::from(passage.is(before, "the")))?;
    let is_told = passage.kind(verb) == TokenKind::Lower
        && (passage.word(verb).ends_with("ed") || passage.is_any(verb, words!["told", "thanks", "tells"]));
    let doers = participants(subject(text, &hook.sentence, verb));
    (is_object && is_told && !doers.is_empty() && !doers.contains(&whom.who))
        .then(|| (doers, whom.who.clone()))
}

/// "A thanked B when they met"
fn told_when_they_met(text: &Annotated<'_>, hook: &Hook) -> Option<(Vec<Participant>, Participant)> {
    let passage = &text.passage;
    let they = hook.tokens.start.checked_sub(1).filter(|&at| passage.is(at, "they"))?;
    let when = they.checked_sub(1).filter(|&at| passage.is_any(at, words!["when", "as"]))?;
    let whom = within(&text.people, hook.sentence.start..when).last().filter(|whom| !whom.possessive)?;
    let before = whom.tokens.start.checked_sub(1)?;
    let verb = before.checked_sub(usize::from(passage.is(before, "the")))?;
    let is_told = passage.kind(verb) == TokenKind::Lower
        && (passage.word(verb).ends_with("ed") || passage.is_any(verb, words!["told", "thanks", "tells"]));
    let doers = participants(subject(text, &hook.sentence, verb));
    (is_told && !doers.is_empty() && !doers.contains(&whom.who)).then(|| (doers, whom.who.clone()))
}

/// "In a phone call on Tuesday, A told B that": who was told something by whom, after the words for the talks.
fn told_after(text: &Annotated<'_>, hook: &Hook, link: usize) -> Option<(Vec<Participant>, Participant)> {
    const TELLS: &Words = words![
        "asked", "assured", "briefed", "commended", "congratulated", "informed", "reassured", "reminded",
        "thanked", "told", "urged", "warned",
    ];
    const REACH: usize = 60;
    let passage = &text.passage;
    let opens = passage.is_any(link, words!["in", "during", "over", "on", "at"]);
    let mut after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let verb = after.find(|&at| passage.is_any(at, TELLS)).filter(|_| opens)?;
    let next = verb + 1 + usize::from(passage.is(verb + 1, "the"));
    let whom = within(&text.people, verb + 1..next + 1).first().filter(|who| !who.possessive)?;
    let is_between = |person: &FoundPerson| person.tokens.start >= hook.tokens.end;
    let doers = subject(text, &hook.sentence, verb);
    let all_after = !doers.is_empty() && doers.iter().all(is_between);
    let doers = participants(doers);
    (all_after && !doers.contains(&whom.who)).then(|| (doers, whom.who.clone()))
}
