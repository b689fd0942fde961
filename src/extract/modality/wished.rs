//! What is wished for, or told by others, and comes all the same.

use std::ops::Range;

use super::super::date::is_calendar_word;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;

/// "had the opportunity to meet": they met.
pub(super) fn was_taken(passage: &Passage<'_>, sentence: &Range<usize>, word: usize) -> bool {
    const REACH: usize = 3;
    passage.is(word, "opportunity")
        && (word.saturating_sub(REACH).max(sentence.start)..word)
            .any(|at| passage.is_any(at, words!["had", "took", "used"]))
}

/// Whether what an unreal word before a verb tells is to come all the same: "said that he would visit" and
/// "invited him to visit from 1 to 4 May" are; "would like to visit" and "would visit if" are not.
pub(super) fn is_settled(passage: &Passage<'_>, sentence: &Range<usize>, word: usize, at: usize) -> bool {
    const TOLD: &Words = words![
        "announced",
        "confirmed",
        "said",
        "advised",
        "informed",
        "revealed",
        "disclosed",
        "declared",
        "stated",
    ];
    // A sentence may be as long as a story.
    let mut all = word.saturating_sub(40).max(sentence.start)..sentence.end.min(at + 40);
    if passage.is(word, "would") {
        let is_wish =
            passage.is_any(word + 1, words!["like", "love", "welcome", "prefer", "have", "want", "need"]);
        let is_supposed =
            all.any(|near| passage.is_any(near, words!["if", "hoped", "hope", "possible", "whether"]));
        let mut before = word.saturating_sub(40).max(sentence.start)..word;
        !is_wish && !is_supposed && before.any(|near| passage.is_any(near, TOLD))
    } else if passage.is(word, "invited") {
        let has_day = |near: usize| {
            passage.kind(near) == TokenKind::Number
                && (near..near + 4).any(|word| is_calendar_word(passage, word))
        };
        all.any(|near| passage.is_any(near, words!["accepted", "accepts"]))
            || (at..sentence.end.min(at + 40)).any(has_day)
    } else {
        false
    }
}
