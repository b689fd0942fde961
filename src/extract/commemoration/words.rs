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
        passage.is_any(at, words!["happy", "greetings", "greeted", "greets", "wishes", "wished", "wish"])
            || passage.reads(at, &["occasion", "of"])
    })
}

/// Whether an act of remembrance is told of beside some tokens, in their sentence.
pub(super) fn is_beside_act(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    const ACTS: &[Stem] = stems![
        "wreath", "silence", "memorial", "plaque", "commemorat", "tribute", "vigil", "cenotaph", "homage",
        "candle", "garland", "flowers", "monument", "respects", "poppies"
    ];
    let near = before(passage, tokens.start, REACH).chain(after(passage, tokens.end, REACH));
    // "the Hill Memorial Foundation" is no memorial
    let in_name = |at: usize| passage.kind(at).is_capital() && passage.kind(at + 1).is_capital();
    near.into_iter().any(|at| has_stem(passage, at, ACTS) && !in_name(at))
}

/// Whether a day is said to be kept: "Harbour Day was marked", "paused to mark the anniversary".
pub(super) fn is_kept(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    const NEAR: usize = 6;
    let is_passive = |at: usize| {
        is_marking(passage, at)
            && before(passage, at, 3)
                .any(|at| passage.is_any(at, words!["was", "were", "been", "be", "being", "is"]))
    };
    after(passage, tokens.end, NEAR).any(is_passive)
        || before(passage, tokens.start, NEAR).any(|at| {
            passage.is_any(
                at,
                words!["marked", "commemorated", "celebrated", "observed", "paused", "remembered"],
            )
        })
}

/// Whether what is told is done for a day: "gathered on the occasion of the 80th anniversary", "a ceremony marking it".
pub(super) fn is_purpose(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    const NEAR: usize = 5;
    before(passage, tokens.start, NEAR).any(|at| {
        passage.reads(at, &["occasion", "of"])
            || passage.reads(at, &["to", "mark"])
            || passage.reads(at, &["to", "commemorate"])
            || passage.is_any(at, words!["marking", "commemorating"])
    })
}

/// "memorial", "cemetery": what the site of an act is called.
pub(super) const SITES: &Words = words![
    "memorial", "memorials", "cemetery", "cemeteries", "cenotaph", "grave", "graves", "graveside", "tomb",
    "monument", "mausoleum", "shrine", "ossuary",
];

/// What a memorial in a name turns into, where it is none to remember at.
pub(super) const NO_SITES: &Words = words![
    "hospital", "hall", "library", "lecture", "university", "college", "school", "stadium", "prize", "award",
    "awards", "oval", "park", "drive", "day", "service", "services", "fund", "foundation", "scholarship",
    "trust", "committee", "council", "ceremony", "centre", "center", "trophy", "cup",
];
