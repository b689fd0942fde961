//! What shows that words between marks are said, and no title and no name.

use std::ops::Range;

use crate::extract::passage::Passage;
use crate::extract::quote::Piece;
use crate::extract::quote::attribution::{is_thing, say_verb, says_what};
use crate::extract::quote::blocks::SHORTEST;
use crate::extract::token::TokenKind;

/// Whether words introduce speech as such: "Ana Virta said:", "the Minister added,".
pub(super) fn is_direct(passage: &Passage<'_>, clause: &Range<usize>, has_verb: bool, words: usize) -> bool {
    let Some(last) = clause.end.checked_sub(1).filter(|last| clause.contains(last)) else { return false };
    let says_last = say_verb(passage, last).is_some();
    let says_before = clause.len() > 1 && say_verb(passage, last - 1).is_some();
    let is_mark = passage.is_mark(last, ':') || passage.is_mark(last, ',');
    (has_verb && passage.is_mark(last, ':')) || (is_mark && says_before) || (says_last && words >= SHORTEST)
}

/// Whether the paragraph ends with the speech, and the speech with its sentence.
pub(super) fn is_whole_paragraph(passage: &Passage<'_>, spoken: &Range<usize>, closes: usize) -> bool {
    let last = spoken.end.checked_sub(1).map(|last| passage.kind(last));
    let is_last =
        closes == passage.tokens.len() && matches!(last, Some(TokenKind::Mark('.' | '!' | '?' | '…')));
    // `“We stay”.`: the stop may stand outside.
    is_last || closes + 1 == passage.tokens.len() && passage.is_mark(closes, '.')
}

/// Whether quoted words are speech although nothing says so: enough of them, no title and no motto.
pub(super) fn is_speech(
    passages: &[Passage<'_>],
    pieces: &[Piece],
    passage: &Passage<'_>,
    clause: &Range<usize>,
) -> bool {
    let is_title = |piece: &Piece| {
        passages.get(piece.passage).is_some_and(|passage| is_title(passage, piece.tokens.clone()))
    };
    words_of(passages, pieces) >= SHORTEST && !pieces.iter().all(is_title) && !is_named_so(passage, clause)
}

pub(in crate::extract::quote) fn words_of(passages: &[Passage<'_>], pieces: &[Piece]) -> usize {
    let count =
        |piece: &Piece| passages.get(piece.passage).map_or(0, |passage| words(passage, piece.tokens.clone()));
    pieces.iter().map(count).sum()
}

/// How many words and numbers some tokens are.
pub(in crate::extract::quote) fn words(passage: &Passage<'_>, tokens: Range<usize>) -> usize {
    tokens.filter(|&at| passage.kind(at).is_word() || passage.kind(at) == TokenKind::Number).count()
}

/// Whether the long words of some text begin with capitals: the name of a work or a programme.
fn is_title(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    let long = tokens.filter(|&at| passage.kind(at).is_word() && passage.word(at).len() > 3);
    let (mut all, mut small) = (0_usize, 0_usize);
    for at in long {
        all += 1;
        small += usize::from(passage.kind(at) == TokenKind::Lower);
    }
    !passage.shouts && small * 6 < all
}

/// "under the theme “…”", "known as “…”".
fn is_named_so(passage: &Passage<'_>, clause: &Range<usize>) -> bool {
    if says_what(passage, clause).is_some() {
        return false;
    }
    let near = clause.start.max(clause.end.saturating_sub(14))..clause.end;
    let next_to = clause.start.max(clause.end.saturating_sub(2))..clause.end;
    near.into_iter().any(|at| {
        passage.is_any(
            at,
            words![
                "theme", "themed", "entitled", "titled", "slogan", "motto", "tagline", "hashtag",
                "subtitled", "headline", "headlined", "heading", "song", "book", "film",
            ],
        )
    }) || next_to.into_iter().any(|at| {
        // "He called it “…”" gives no name.
        passage.is_any(at, words!["called", "named", "termed", "dubbed", "known"])
            && !is_thing(passage, at + 1)
    })
}
