//! Weekdays that are to come: "will travel to Oslo on Friday".

use std::ops::Range;

use crate::extract::annotated::FoundDate;
use crate::extract::lexicon::{Frame, Tense};
use crate::extract::passage::Passage;
use crate::extract::words::Words;
use crate::model::{Relative, TimeUnit};

/// How far before or after a weekday its verb may stand.
const REACH: usize = 40;

/// Takes weekdays on their own for those after the day of publication where their verb tells of what is to come.
/// Elsewhere they look back, as news does.
pub(super) fn settle(passage: &Passage<'_>, dates: &mut [FoundDate]) {
    for found in dates {
        let date = &mut found.date;
        let is_alone = date.weekday.is_some() && date.calendar.is_none() && date.relative.is_none();
        if is_alone && is_to_come(passage, &found.tokens) {
            date.relative = Some(Relative::new(1, TimeUnit::Week));
        }
    }
}

/// Whether the verb before a weekday, or the one after a weekday that opens its sentence, is of the future.
fn is_to_come(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    /// "On Friday", "Next, on Friday evening"
    const OPENING: usize = 3;
    let sentence = passage.sentence_of(tokens.start);
    let before = tokens.start.saturating_sub(REACH).max(sentence.start)..tokens.start;
    if let Some(future) = before.rev().find_map(|at| tells_of_future(passage, at)) {
        return future;
    }
    let opens = tokens.start <= sentence.start + OPENING;
    let after = tokens.end..sentence.end.min(tokens.end + REACH);
    opens && after.into_iter().find_map(|at| tells_of_future(passage, at)).unwrap_or(false)
}

/// Whether a word tells of what is to come; none if it tells of no time.
fn tells_of_future(passage: &Passage<'_>, at: usize) -> Option<bool> {
    const FUTURE: &Words = words!["will", "shall", "'ll"];
    const DUE: &Words =
        words!["is", "are", "due", "scheduled", "expected", "set", "plans", "intends", "planned"];
    const PAST: &Words = words![
        "was", "were", "had", "did", "has", "have", "took", "gave", "made", "held", "paid", "came", "began",
        "saw", "told", "said",
    ];
    if passage.is_any(at, FUTURE) {
        return Some(true);
    }
    if passage.is(at, "to") && at.checked_sub(1).is_some_and(|before| passage.is_any(before, DUE)) {
        return Some(true);
    }
    // "is due in Beirut on Friday"
    let is_due =
        passage.is_any(at, words!["due", "expected"]) && passage.is_any(at + 1, words!["in", "at", "on"]);
    if is_due && at.checked_sub(1).is_some_and(|is| passage.is_any(is, words!["is", "are"])) {
        return Some(true);
    }
    // "the visit begins on Monday"
    if passage.is_any(at, words!["begins", "starts", "commences", "departs", "leaves"])
        || passage.reads(at, &["sets", "off"])
    {
        return Some(true);
    }
    if passage.is_any(at, PAST) {
        return Some(false);
    }
    let found = passage.trigger(at)?;
    match found.tense {
        Tense::Past => Some(false),
        // "travels to Jacksonville on Monday"
        Tense::Present if matches!(found.frame, Frame::Travel | Frame::Visit) => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_weekday_with_will_is_to_come() {
        for (text, day) in [
            ("Foreign Minister Aino Virta will travel to Kenya on Friday.", "2022-05-06"),
            ("On Monday, Foreign Minister Aino Virta will travel to Kenya.", "2022-05-09"),
            ("Foreign Minister Aino Virta travels to Kenya on Tuesday.", "2022-05-10"),
            ("Foreign Minister Aino Virta is due to visit Kenya on Thursday.", "2022-05-05"),
            ("Foreign Minister Aino Virta travelled to Kenya on Friday.", "2022-04-29"),
        ] {
            let told = visits("FI", text);
            assert!(told.iter().any(|told| told.ends_with(day)), "{text}: {told:?}");
        }
    }

    #[test]
    fn the_day_that_it_was_said_on_is_past() {
        let told = visits("FI", "Foreign Minister Aino Virta said on Monday that she will visit Kenya.");
        assert!(told.iter().all(|told| !told.contains("2022-05-09")), "{told:?}");
    }

    #[test]
    fn who_is_due_or_sets_off_on_a_weekday_has_not_gone() {
        for text in [
            "Foreign Minister Aino Virta is due in Beirut on Friday.",
            "Foreign Minister Aino Virta sets off on Friday on a visit to Beirut.",
        ] {
            let told = visits("FI", text);
            assert!(told.iter().any(|told| told.ends_with("planned 2022-05-06")), "{text}: {told:?}");
        }
    }
}
