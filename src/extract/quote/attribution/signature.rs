//! The line after speech that holds the speaker alone.

use std::ops::Range;

use super::verb::say_verb;
use super::{Cue, Subject};
use crate::extract::passage::Passage;
use crate::extract::quote::Setting;
use crate::extract::quote::marks::{is_quotation_mark, trimmed};
use crate::extract::token::TokenKind;

/// The speaker in the passage at `index`, if that is told and holds nobody and nothing else.
pub(in crate::extract::quote) fn signed_in(
    passages: &[Passage<'_>],
    settings: &[Setting],
    index: usize,
) -> Option<Cue> {
    let passage = passages.get(index)?;
    let is_told = matches!(settings.get(index), Some(Setting::Prose | Setting::Line));
    signature(passage, index, 0..passage.tokens.len()).filter(|_| is_told)
}

/// A line that holds the speaker alone, after speech: "– President", "Foreign Minister Ana Virta".
pub(in crate::extract::quote) fn signature(
    passage: &Passage<'_>,
    index: usize,
    line: Range<usize>,
) -> Option<Cue> {
    let is_sentence = line.end.checked_sub(1).is_some_and(|last| passage.is_mark(last, '.'));
    let line = trimmed(passage, line);
    let dash = matches!(passage.kind(line.start), TokenKind::Mark('–' | '—' | '-' | '―' | '‒'));
    // `“We stay”: Premier Lind`
    let colon = passage.is_mark(line.start, ':');
    let names = line.start + usize::from(dash || colon)..line.end;
    let short = !names.is_empty() && names.len() <= 24;
    let capital = dash || passage.kind(names.start).is_capital();
    let is_phrase = short
        && names.clone().all(|at| {
            !is_quotation_mark(passage, at)
                && say_verb(passage, at).is_none()
                && !matches!(
                    passage.kind(at),
                    TokenKind::Break | TokenKind::Mark('.' | ':' | ';' | '!' | '?')
                )
        });
    (capital && is_phrase && (dash || !is_sentence)).then_some(Cue {
        passage: index,
        region: names,
        subject: Subject::First,
        describes: dash,
    })
}
