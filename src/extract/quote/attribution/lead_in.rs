//! The sentence that introduces speech which is a paragraph of its own.

use std::ops::Range;

use super::before::before;
use super::signature::{is_dash, signature};
use super::source::credited;
use super::verb::say_verb;
use super::{Cue, Subject};
use crate::extract::passage::Passage;
use crate::extract::quote::Setting;
use crate::extract::quote::marks::{Marks, trimmed};
use crate::extract::words::Words;

/// The sentence at the end of a passage that introduces what follows it: "Ana Virta said:".
pub(in crate::extract::quote) fn lead_in(passage: &Passage<'_>) -> Option<Range<usize>> {
    let all = trimmed(passage, 0..passage.tokens.len());
    let last = all.end.checked_sub(1)?;
    let colon = passage.is_mark(last, ':');
    let words = if colon { last } else { all.end };
    let sentence = passage.sentence_of(last);
    // "Quotes" is a heading.
    let verb_last =
        words.checked_sub(1).is_some_and(|at| at > sentence.start && say_verb(passage, at).is_some());
    let is_announced = || {
        announces_text(passage, sentence.start..words)
            || credited(passage, &(sentence.start..words)).is_some()
    };
    let dash = || ends_in_dash(passage, &all);
    (colon || verb_last || is_announced() || dash()).then(|| trimmed(passage, sentence.start..all.end))
}

/// "Ana Virta, Minister of Public Works –": a speaker alone over the words.
fn ends_in_dash(passage: &Passage<'_>, line: &Range<usize>) -> bool {
    let dash = line.end.checked_sub(1).filter(|&dash| is_dash(passage, dash) && dash > line.start);
    dash.is_some_and(|dash| signature(passage, 0, line.start..dash).is_some())
}

/// The cue of a lead-in.
pub(in crate::extract::quote) fn of_lead_in(
    passage: &Passage<'_>,
    index: usize,
    lead_in: &Range<usize>,
) -> Option<Cue> {
    let last = lead_in.end.checked_sub(1);
    if let Some(dash) = last.filter(|&last| is_dash(passage, last)) {
        let region = lead_in.start..dash;
        return Some(Cue { passage: index, region, subject: Subject::First, describes: true });
    }
    let colon = last.filter(|&last| passage.is_mark(last, ':'));
    before(passage, index, lead_in.start..colon.unwrap_or(lead_in.end))
}

/// The paragraph before the one at `index`, and the words there that introduce what follows. A line that is no
/// paragraph does so only where it says that words follow: "Quotes attributable to Ana Virta".
pub(in crate::extract::quote) fn introduced<'p, 't>(
    passages: &'p [Passage<'t>],
    settings: &[Setting],
    marks: &[Marks],
    index: usize,
) -> Option<(usize, &'p Passage<'t>, Range<usize>)> {
    let before = index.checked_sub(1)?;
    let passage = passages.get(before)?;
    let words = introduction(passage, marks.get(before))?;
    let is_told = match settings.get(before)? {
        Setting::Prose => true,
        Setting::Line => credited(passage, &words).is_some() || ends_in_dash(passage, &words),
        _ => false,
    };
    is_told.then_some((before, passage, words))
}

/// The [`lead_in`] of a passage that introduces the next one: `"It is open," Ana Virta said.` tells who spoke
/// there and introduces nothing.
fn introduction(passage: &Passage<'_>, marks: Option<&Marks>) -> Option<Range<usize>> {
    let words = lead_in(passage)?;
    let is_told = marks.is_some_and(|marks| !marks.pairs.is_empty());
    let colon = words.end.checked_sub(1).is_some_and(|last| passage.is_mark(last, ':'));
    (colon || !is_told).then_some(words)
}

/// "sent the following message to the Premier": words that say that a text follows.
pub(in crate::extract::quote) fn announces_text(passage: &Passage<'_>, sentence: Range<usize>) -> bool {
    const TEXTS: &Words = words![
        "message", "telegram", "cable", "statement", "letter", "reply", "declaration", "remarks", "comment",
        "comments",
    ];
    /// "the following personal message"
    const NEAR: usize = 3;
    let all = |at: usize| (at + 1..sentence.end.min(at + 1 + NEAR)).any(|at| passage.is_any(at, TEXTS));
    sentence.clone().any(|at| passage.reads(at, &["the", "following"]) && all(at + 1))
}

/// Whether a lead-in tells that somebody says what follows: "Ana Virta said:", "said in a statement:".
pub(in crate::extract::quote) fn introduces(passage: &Passage<'_>, lead_in: &Range<usize>) -> bool {
    let Some(colon) = lead_in.end.checked_sub(1) else { return false };
    let near = lead_in.start.max(colon.saturating_sub(8))..colon;
    near.into_iter().any(|at| introduces_at(passage, at))
}

/// Whether a verb of saying at a token introduces words, and no list.
pub(in crate::extract::quote) fn introduces_at(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, INTRODUCE) && say_verb(passage, at).is_some()
}

/// Verbs after which a colon introduces what is said.
pub(in crate::extract) const INTRODUCE: &[&str] = &[
    "said", "says", "added", "adds", "stated", "commented", "remarked", "continued", "concluded", "replied",
    "wrote", "saying", "adding",
];
