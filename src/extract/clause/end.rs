//! Where a clause ends.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::verb_at;

/// Where the clause of a verb ends: at the end of the sentence, a semicolon, or where another verb begins.
pub(in crate::extract) fn clause_end(passage: &Passage<'_>, sentence: &Range<usize>, from: usize) -> usize {
    let mut depth = 0_usize;
    for at in from..sentence.end {
        match passage.kind(at) {
            TokenKind::Mark(';' | ':' | '—' | '–' | '.') => return at,
            TokenKind::Mark('(') => depth += 1,
            TokenKind::Mark(')') if depth > 0 => depth -= 1,
            TokenKind::Mark(')') => return at,
            _ => {}
        }
        if at > from && depth == 0 && begins_clause(passage, at) {
            return at;
        }
    }
    sentence.end
}

/// "where", "who", "to discuss", "and laid": another clause begins.
fn begins_clause(passage: &Passage<'_>, at: usize) -> bool {
    const OPENERS: &Words = words![
        "where", "who", "which", "when", "while", "after", "before", "because", "during", "as", "but",
        "ahead",
    ];
    if passage.is_any(at, OPENERS) {
        return !(passage.is(at, "as") && passage.is(at + 1, "well"));
    }
    let finite = |at: usize| {
        verb_at(passage, at).is_some()
            || passage.kind(at) == TokenKind::Lower && passage.word(at).ends_with("ed")
            || passage.is_any(at, OTHER_VERBS)
    };
    let joined = passage.is(at, "and") || passage.is(at, "to") || passage.is_mark(at, ',');
    joined
        && (finite(at + 1)
            || passage.is(at + 1, "will")
            || passage.is(at, "to") && is_infinitive(passage, at + 1))
}

/// Verbs of past time that do not end in "ed" and are no triggers.
const OTHER_VERBS: &Words = words![
    "laid", "saw", "gave", "took", "held", "led", "made", "paid", "went", "came", "had", "has", "is", "was",
    "were", "spoke", "began",
];

/// A small word after "to" that is no noun phrase: "to discuss", "to reaffirm".
fn is_infinitive(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Lower
        && !passage.is_any(
            at,
            words![
                "the", "a", "an", "his", "her", "their", "its", "our", "both", "all", "several", "members"
            ],
        )
        && !passage.has(at, Class::Portfolio)
        && !passage.has(at, Class::Role)
}
