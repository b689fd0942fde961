//! How, where and when a meeting is held.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::clause::Hook;
use super::super::passage::Passage;
use super::super::words::Words;
use crate::model::{Date, MeetingMode, Place};

pub(super) fn mode(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    hook: &Hook,
    is_call: bool,
) -> MeetingMode {
    let near =
        hook.tokens.start.saturating_sub(6).max(sentence.start)..sentence.end.min(hook.tokens.end + 16);
    let has = |words: &[&str]| near.clone().any(|at| passage.is_any(at, words));
    const SCREENS: &[&str] = &[
        "virtual", "virtually", "video", "videoconference", "videolink", "online", "teleconference", "zoom",
        "webex",
    ];
    if has(SCREENS) {
        MeetingMode::Virtual
    } else if is_call && !is_paid(passage, sentence, hook) || has(&["phone", "telephone"]) {
        MeetingMode::Call
    } else {
        MeetingMode::InPerson
    }
}

/// "The Governor received a call from the Consul-General": whoever pays a call on a governor comes to the house.
fn is_paid(passage: &Passage<'_>, sentence: &Range<usize>, hook: &Hook) -> bool {
    const REACH: usize = 4;
    let mut before = hook.tokens.start.saturating_sub(REACH).max(sentence.start)..hook.tokens.start;
    passage.is_any(hook.tokens.start, words!["received", "receives"])
        && before.any(|at| passage.is(at, "governor"))
}

/// Where: the first place after the verb, or the one that the sentence opens with ("In Riga, …").
pub(super) fn place(text: &Annotated<'_>, hook: &Hook, stop: usize) -> Option<Place> {
    let after = within(&text.places, hook.tokens.end..stop).first();
    let opening = within(&text.places, hook.sentence.start..hook.tokens.start).first().filter(|found| {
        found.tokens.start <= hook.sentence.start + 4
            && found
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|before| text.passage.is_any(before, words!["in", "at"]))
    });
    before_where(text, hook).or(after).or(opening).map(|found| found.place.clone())
}

/// "was in Israel, where he met": the place that a clause goes on from.
fn before_where<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPlace> {
    const REACH: usize = 8;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let at = near.rev().find(|&at| text.passage.is(at, "where"))?;
    let last = within(&text.places, hook.sentence.start..at).last()?;
    let is_next = last.tokens.end + usize::from(text.passage.is_mark(last.tokens.end, ',')) == at;
    is_next.then_some(last)
}

/// "talked on Sunday. The two spent an hour on the phone": whether the sentence after a verb speaks of a telephone.
pub(super) fn names_a_line_next(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 16;
    let next = passage.sentence_of(hook.sentence.end);
    next.start >= hook.sentence.end
        && (next.start..next.end.min(next.start + REACH))
            .any(|at| passage.is_any(at, words!["phone", "telephone"]))
}

/// Whether a telephone or a screen is spoken of around a verb.
pub(super) fn names_a_line(passage: &Passage<'_>, hook: &Hook) -> bool {
    const LINES: &Words =
        words!["phone", "telephone", "call", "video", "videoconference", "virtually", "virtual", "online"];
    const REACH: usize = 40;
    let tokens = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)
        ..hook.sentence.end.min(hook.tokens.end + REACH);
    tokens.into_iter().any(|at| passage.is_any(at, LINES))
}

/// The only date of a sentence.
pub(super) fn date_near(text: &Annotated<'_>, sentence: &Range<usize>) -> Option<Date> {
    match within(&text.dates, sentence.clone()) {
        [only] => Some(only.date.clone()),
        _ => None,
    }
}
