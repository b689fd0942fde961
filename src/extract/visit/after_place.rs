//! What stands after the name of a place that the lexicon does not know: a preposition, a time, a mark. A noun there would
//! tell that the name is of something else.

use super::super::annotated::{Annotated, within};
use super::super::token::TokenKind;
use super::super::words::Words;

/// Words after the name of a place.
pub(super) const AFTER_PLACE: &Words = words![
    "in", "on", "at", "near", "to", "with", "where", "this", "today", "yesterday", "tomorrow", "during",
    "for", "from", "before", "after", "by", "ahead", "last", "next", "earlier", "as", "alongside", "outside",
];

/// Whether the name of a place may end before a token.
pub(super) fn may_end_before(text: &Annotated<'_>, end: usize) -> bool {
    let passage = &text.passage;
    !within(&text.dates, end..end + 1).is_empty()
        || matches!(passage.kind(end), TokenKind::Mark('.' | ',' | ';') | TokenKind::Break)
        || passage.is_any(end, AFTER_PLACE)
}
