//! The words that show that something is remembered, and how far around a word to look for them.

use std::ops::Range;

use crate::extract::passage::Passage;
use crate::extract::words::{Stem, Words};

/// How many tokens around a word may belong to what it says.
const REACH: usize = 24;

/// The tokens before `at` in its sentence, at most `reach`.
pub(super) fn before(passage: &Passage<'_>, at: usize, reach: usize) -> Range<usize> {
    at.saturating_sub(reach).max(passage.sentence_of(at).start)..at
}

/// The tokens from `at` on in its sentence, at most `reach`.
pub(super) fn after(passage: &Passage<'_>, at: usize, reach: usize) -> Range<usize> {
    at..(at + reach).min(passage.sentence_of(at).end)
}

/// Whether one of `words` stands in `tokens`.
pub(super) fn holds(passage: &Passage<'_>, mut tokens: Range<usize>, words: &Words) -> bool {
    tokens.any(|at| passage.is_any(at, words))
}

/// Whether a word begins with one of `stems`, in any case.
pub(super) fn has_stem(passage: &Passage<'_>, at: usize, stems: &[Stem]) -> bool {
    let Some(token) = passage.tokens.get(at) else { return false };
    stems.iter().any(|stem| stem.begins(token.head, || passage.word(at)))
}

/// "mark", "commemorates", "celebrating", "honoured".
pub(super) fn is_marking(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(
        at,
        words!["mark", "marks", "marked", "marking", "observe", "observes", "observed", "observing"],
    ) || has_stem(passage, at, stems!["commemorat", "celebrat", "remember", "honour", "honor", "congratulat"])
}

/// Whether a word of marking stands close before or after some tokens, in their sentence.
pub(super) fn is_marked(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    before(passage, tokens.start, REACH).rev().any(|at| is_marking(passage, at))
        || after(passage, tokens.end, REACH / 2).any(|at| is_marking(passage, at))
}

/// Whether the sentence wishes well or speaks of an occasion close before a token.
pub(super) fn is_greeted(passage: &Passage<'_>, at: usize) -> bool {
    before(passage, at, REACH).any(|at| {
        passage.is_any(at, words!["happy", "greetings", "wishes", "wish"])
            || passage.reads(at, &["occasion", "of"])
    })
}

/// "memorial", "cemetery": what the site of an act is called.
pub(super) const SITES: &Words = words![
    "memorial",
    "memorials",
    "cemetery",
    "cemeteries",
    "cenotaph",
    "grave",
    "graves",
    "graveside",
    "tomb",
    "monument",
    "mausoleum",
    "shrine",
    "ossuary",
];

/// What a memorial in a name turns into, where it is none to remember at.
pub(super) const NO_SITES: &Words = words![
    "hospital",
    "hall",
    "library",
    "lecture",
    "university",
    "college",
    "school",
    "stadium",
    "prize",
    "award",
    "awards",
    "oval",
    "park",
    "drive",
    "day",
    "service",
    "services",
    "fund",
    "foundation",
    "scholarship",
    "trust",
    "committee",
    "council",
    "ceremony",
    "centre",
    "center",
    "trophy",
    "cup",
];
