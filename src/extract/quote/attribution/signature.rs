//! The line after speech that holds the speaker alone.

use std::ops::Range;

use super::verb::say_verb;
use super::{Cue, Subject};
use crate::extract::lexicon::{Class, Tense};
use crate::extract::passage::Passage;
use crate::extract::person;
use crate::extract::quote::Setting;
use crate::extract::quote::marks::{Marks, is_quotation_mark, trimmed};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// The speaker in the line right over speech at `index`.
pub(in crate::extract::quote) fn headed(
    passages: &[Passage<'_>],
    settings: &[Setting],
    index: usize,
) -> Option<Cue> {
    let line = index.checked_sub(1).filter(|&line| settings.get(line) == Some(&Setting::Line))?;
    let is_headline = |passage: &Passage<'_>| matches!(passage.part, Part::Headline | Part::Standfirst);
    signed_in(passages, settings, line).filter(|_| passages.get(line).is_some_and(|line| !is_headline(line)))
}

/// The speaker in the passage at `index`, if that is told and holds nobody and nothing else.
fn signed_in(passages: &[Passage<'_>], settings: &[Setting], index: usize) -> Option<Cue> {
    let passage = passages.get(index)?;
    let is_told = matches!(settings.get(index), Some(Setting::Prose | Setting::Line));
    signature(passage, index, 0..passage.tokens.len()).filter(|_| is_told)
}

/// The speaker in a line under speech that ends before `next`, or in a line over it, which begins at `first`.
pub(in crate::extract::quote) fn signed_beside(
    passages: &[Passage<'_>],
    settings: &[Setting],
    marks: &[Marks],
    (first, next): (usize, usize),
) -> Option<Cue> {
    let signed = signed_in(passages, settings, next)?;
    // The line under it is that of the speech which follows.
    let is_over_next = is_speech(settings, marks, next + 1);
    let headed = || headed_in(passages, settings, marks, first);
    Some(headed().filter(|_| is_over_next).unwrap_or(signed))
}

/// The speaker in the line before speech at `index`, where such lines stand over all of several speeches in turn: a
/// line and speech, a line and speech.
fn headed_in(passages: &[Passage<'_>], settings: &[Setting], marks: &[Marks], index: usize) -> Option<Cue> {
    let is_speech = |index: usize| is_speech(settings, marks, index);
    let tells = |cue: &Cue| {
        let Some(passage) = passages.get(cue.passage) else { return true };
        cue.region
            .clone()
            .any(|at| passage.kind(at) == TokenKind::Possessive || passage.trigger(at).is_some())
    };
    // "Ana Virta's meeting with Bo Lind" is no speaker.
    let line = |index: usize| signed_in(passages, settings, index).filter(|cue| !tells(cue));
    let mut at = (0..index).rev().take(MOST_HEADED).find(|&before| !is_speech(before))?;
    let cue = line(at)?;
    for _ in 0..MOST_HEADED {
        // The first of them has no speech before it.
        let Some(before) = at.checked_sub(1).filter(|&before| is_speech(before)) else { return Some(cue) };
        let first = (0..before).rev().take(MOST_HEADED).find(|&before| !is_speech(before))?;
        line(first)?;
        at = first;
    }
    None
}

/// Whether a passage begins with speech.
fn is_speech(settings: &[Setting], marks: &[Marks], index: usize) -> bool {
    let opens = |marks: &Marks| {
        let first = marks.tail.as_ref().or(marks.pairs.first());
        first.is_some_and(|first| first.outer.start <= marks.first_word)
    };
    matches!(settings.get(index), Some(Setting::Quotation { .. })) || marks.get(index).is_some_and(opens)
}

/// How many lines with a speaker before one are looked at, and how many paragraphs under each.
const MOST_HEADED: usize = 12;

/// A line that holds the speaker alone, after speech: "– President", "Foreign Minister Ana Virta".
pub(in crate::extract::quote) fn signature(
    passage: &Passage<'_>,
    index: usize,
    line: Range<usize>,
) -> Option<Cue> {
    let mut line = trimmed(passage, line);
    let is_sentence = line.end.checked_sub(1).is_some_and(|last| passage.is_mark(last, '.'));
    let dash = is_dash(passage, line.start);
    if dash && is_sentence {
        line.end -= 1;
    }
    // `“We stay”: Premier Lind`
    let colon = passage.is_mark(line.start, ':');
    let names = first_line(passage, line.start + usize::from(dash || colon)..line.end)?;
    let short = !names.is_empty() && names.len() <= 24;
    let capital = dash || passage.kind(names.start).is_capital();
    let is_phrase = short
        && names.clone().all(|at| {
            !is_quotation_mark(passage, at)
                && say_verb(passage, at).is_none()
                && !is_verb(passage, at)
                && !matches!(
                    passage.kind(at),
                    TokenKind::Break | TokenKind::Mark('.' | ':' | ';' | '!' | '?')
                )
        });
    let may_sign = || dash || colon || names_somebody(passage, &names);
    (capital && is_phrase && (dash || !is_sentence) && may_sign()).then_some(Cue {
        passage: index,
        region: names,
        subject: Subject::First,
        describes: dash,
    })
}

/// "Guests attended, including Mr Lind Jr.": no line with a verb is a name and an office.
fn is_verb(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Lower
        && (passage.is_any(at, words!["is", "are", "was", "were", "has", "have", "will"])
            || passage.trigger(at).is_some_and(|found| matches!(found.tense, Tense::Past | Tense::Present)))
}

/// The first of a few lines, which names somebody whose office stands on the others: "Ana Virta │ Minister of Works".
fn first_line(passage: &Passage<'_>, lines: Range<usize>) -> Option<Range<usize>> {
    const MOST: usize = 4;
    const LONGEST: usize = 24;
    let breaks = lines.clone().filter(|&at| passage.kind(at) == TokenKind::Break);
    let ends: Vec<usize> = breaks.take(MOST).chain([lines.end]).collect();
    let [end, others @ ..] = &ends[..] else { return None };
    let is_office = |(start, end): (usize, usize)| {
        end - start <= LONGEST
            && (start..end)
                .all(|at| !matches!(passage.kind(at), TokenKind::Mark('.' | ':' | '!' | '?' | '“' | '"')))
    };
    let starts = ends.iter().map(|end| end + 1);
    let few = ends.len() < MOST && starts.zip(others.iter().copied()).all(is_office);
    few.then_some(lines.start..*end)
}

/// Whether a dash stands at a token.
pub(super) fn is_dash(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.kind(at), TokenKind::Mark('–' | '—' | '-' | '―' | '‒'))
}

/// Whether a line has a title or a name in it, and is no heading: "Next steps".
fn names_somebody(passage: &Passage<'_>, line: &Range<usize>) -> bool {
    /// "Ana Maria de Virta"
    const LONGEST_NAME: usize = 5;
    let begins = |sighting: &person::Sighting| line.contains(&sighting.tokens.start);
    let words = || line.clone().filter(|&at| passage.kind(at).is_word());
    let is_name = || {
        words().count() > 1
            && words().count() <= LONGEST_NAME
            && words().all(|at| {
                passage.kind(at).is_capital() && !passage.has(at, Class::Common)
                    || passage.is_any(at, PARTICLES)
            })
    };
    is_name() || person::sightings(passage).iter().any(begins)
}

/// Words in small letters within names.
const PARTICLES: &Words = words!["de", "da", "van", "von", "der", "al", "bin", "el", "la", "of"];
