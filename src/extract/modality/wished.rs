//! What is wished for, or told by others, and comes all the same.

use std::ops::Range;

use super::super::date::is_calendar_word;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;

/// Verbs of those who make known what is to come.
const TOLD: &Words = words![
    "announced", "confirmed", "said", "advised", "informed", "revealed", "disclosed", "declared", "stated",
    "added", "reported",
];

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
    // A sentence may be as long as a story.
    let mut all = word.saturating_sub(40).max(sentence.start)..sentence.end.min(at + 40);
    if passage.is(word, "would") {
        let is_wish = passage.is_any(word + 1, words!["like", "love", "welcome", "prefer", "want", "need"])
            || passage.is(word + 1, "have") && is_participle(passage, word + 2);
        let is_supposed =
            all.any(|near| passage.is_any(near, words!["if", "hoped", "hope", "possible", "whether"]));
        let mut before = word.saturating_sub(40).max(sentence.start)..word;
        let mut is_told = || {
            before.any(|near| passage.is_any(near, TOLD))
                || is_said_after(passage, sentence, at)
                || is_of_programme(passage, sentence, word, at)
        };
        !is_wish && !is_supposed && is_told()
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

/// "would have visited"
fn is_participle(passage: &Passage<'_>, at: usize) -> bool {
    passage.word(at).ends_with("ed")
        || passage
            .is_any(at, words!["been", "come", "done", "gone", "had", "held", "made", "met", "paid", "taken"])
}

/// "He would also visit Suva", "During the trip, he would visit Suva": more of what is to come.
fn is_of_programme(passage: &Passage<'_>, sentence: &Range<usize>, would: usize, at: usize) -> bool {
    const REACH: usize = 24;
    const TRIPS: &Words = words!["visit", "trip", "tour", "stay", "mission"];
    let near = would.saturating_sub(REACH).max(sentence.start)..sentence.end.min(at + REACH);
    let is_during = |link: usize| {
        (passage.is(link, "during") || passage.reads(link, &["part", "of"]))
            && (link + 1..link + 6).any(|noun| passage.is_any(noun, TRIPS))
    };
    passage.is(would + 1, "also") || near.into_iter().any(is_during)
}

/// "would leave on Monday, the ministry said": who makes it known is told after it.
fn is_said_after(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 40;
    /// "the ministry of foreign affairs said"
    const MOST_BETWEEN: usize = 8;
    let after = at..sentence.end.min(at + REACH);
    let commas = after.clone().filter(|&comma| passage.is_mark(comma, ','));
    commas.into_iter().any(|comma| {
        let clause = comma + 1..sentence.end.min(comma + 1 + MOST_BETWEEN);
        passage.reads(comma + 1, &["according", "to"])
            || clause.clone().take_while(|&at| !passage.is_mark(at, ',')).any(|at| passage.is_any(at, TOLD))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn who_makes_known_what_somebody_would_do_may_stand_after_it() {
        let told =
            visits("FI", "Foreign Minister Aino Virta would visit Kenya, the ministry said in a statement.");
        assert_eq!(told, ["Aino Virta -> KE planned"]);
        let told = visits("FI", "Foreign Minister Aino Virta would visit Kenya and Uganda during the trip.");
        assert_eq!(told, ["Aino Virta -> KE planned", "Aino Virta -> UG planned"]);
        for none in [
            "Foreign Minister Aino Virta would visit Kenya if it were safe, the ministry said.",
            "Foreign Minister Aino Virta would visit Kenya.",
            "Foreign Minister Aino Virta was hoping to visit Kenya.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn what_somebody_would_do_on_a_visit_is_the_programme() {
        for text in [
            "During the visit, Minister Aino Virta would have meetings with President Ivo Novak of Serbia.",
            "As part of the visit, Minister Aino Virta would meet President Ivo Novak of Serbia.",
        ] {
            assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person planned"], "{text}");
        }
        for none in [
            "Minister Aino Virta would have met President Ivo Novak of Serbia.",
            "Minister Aino Virta would meet President Ivo Novak of Serbia.",
        ] {
            assert_eq!(meetings("FI", none), [""; 0], "{none}");
        }
    }
}
