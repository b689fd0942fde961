//! Where the phrase that names a speaker ends.

use std::ops::Range;

use crate::extract::lexicon::Frame;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// The end of a range without the last words of a kind.
pub(in crate::extract::quote) fn back(
    passage: &Passage<'_>,
    tokens: Range<usize>,
    is: impl Fn(&Passage<'_>, usize) -> bool,
) -> usize {
    tokens.clone().rev().find(|&at| !is(passage, at)).map_or(tokens.start, |at| at + 1)
}

/// A mark or a word that no noun phrase goes across.
pub(super) fn is_boundary(passage: &Passage<'_>, at: usize) -> bool {
    match passage.kind(at) {
        TokenKind::Break => true,
        TokenKind::Mark('-' | '‑' | '‐' | '.' | '&' | '/' | '(' | ')' | '\'' | '’') => false,
        TokenKind::Mark(_) => true,
        TokenKind::Lower => {
            passage.is_any(
                at,
                words![
                    "and", "but", "as", "when", "while", "because", "that", "if", "although", "though", "so",
                    "where", "whereas",
                ],
            ) && !joins_names(passage, at)
        }
        _ => false,
    }
}

/// "a row broke out after the mayor posted": where the clause of the verb begins that a phrase ends before.
pub(super) fn begins_clause(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["after", "before"])
        && passage.is_any(at + 1, words!["the", "a", "an", "he", "she", "they", "his", "her", "their"])
}

/// "the Minister of Trade and Industry", where the "and" begins no clause.
fn joins_names(passage: &Passage<'_>, at: usize) -> bool {
    passage.is(at, "and")
        && passage.kind(at + 1).is_capital()
        && at.checked_sub(1).is_some_and(|before| passage.kind(before).is_capital())
}

/// A word that begins an adverbial after a speaker: "said Ana Virta in Ost".
pub(super) fn is_adverbial(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(
        at,
        words![
            "in", "on", "at", "during", "after", "before", "following", "today", "yesterday", "speaking",
            "who", "ahead", "later", "while",
        ],
    )
}

/// A verb of another kind than saying.
pub(super) fn is_other_verb(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Lower
        && passage.trigger(at).is_some_and(|trigger| trigger.frame != Frame::Say)
}

pub(super) const PREPOSITIONS: &Words = words![
    "of", "for", "with", "by", "to", "from", "at", "under", "alongside", "behind", "after", "before",
    "between", "about", "against", "on", "in", "via", "through", "without", "than", "like", "including",
    "beside", "near", "over", "accompanied", "thanking", "meeting",
];

/// Words that begin a clause before a speaker.
pub(super) const PARTICIPLES: &Words = words![
    "speaking", "commenting", "announcing", "welcoming", "responding", "following", "writing", "visiting"
];
