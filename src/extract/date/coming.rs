//! Weekdays and months that are to come, or are past: "will travel to Oslo on Friday".

use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use crate::extract::annotated::FoundDate;
use crate::extract::lexicon::{Frame, Tense};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Bound, Calendar, Relative, TimeUnit};

/// How far before or after a weekday its verb may stand.
const REACH: usize = 40;

/// Takes weekdays on their own for those after the day of publication where their verb tells of what is to come.
/// Elsewhere they look back, as news does. "Will meet on Wednesday", told on a Wednesday, is that day.
pub(super) fn settle(passage: &Passage<'_>, dates: &mut [FoundDate], published: Option<Weekday>) {
    let mut coming: Option<Range<usize>> = None;
    for found in dates {
        let date = &mut found.date;
        if date.weekday.is_none() || date.calendar.is_some() || date.relative.is_some() {
            continue;
        }
        // "She will speak later on Tuesday": on the day on which that is told.
        if is_later(passage, found.tokens.start) {
            date.relative = Some(Relative::new(0, TimeUnit::Week));
        } else if is_to_come(passage, &found.tokens)
            || coming.is_some_and(|before| goes_on(passage, &before, &found.tokens))
        {
            let is_today = date.weekday == published;
            date.relative = Some(Relative::new(i32::from(!is_today), TimeUnit::Week));
            coming = Some(found.tokens.clone());
            continue;
        }
        coming = None;
    }
}

/// Takes months and days without a year for those on the side of the day of publication that their verb tells of, where
/// the nearest is on the other: "they met in December", told in November.
pub(super) fn settle_sides(passage: &Passage<'_>, dates: &mut [FoundDate], anchor: NaiveDate) {
    for found in dates {
        let date = &mut found.date;
        let may_settle = match &date.calendar {
            Some(Calendar::MonthOfYear(_) | Calendar::MonthDay { .. }) => true,
            Some(Calendar::Range(range)) => range.start.is_some() && range.end.is_some(),
            _ => false,
        };
        let is_settled = date.relative.is_some()
            || date.weekday.is_some()
            || date.calendar.as_ref().is_some_and(Calendar::is_absolute);
        if !may_settle || is_settled {
            continue;
        }
        let resolved = date.clone().resolve(anchor);
        let (Some(first), Some(last)) = (resolved.first_day(), resolved.last_day()) else { continue };
        let side = match tells_side(passage, &found.tokens) {
            Some(true) if last < anchor => 1,
            Some(false) if first > anchor => -1,
            _ => continue,
        };
        date.relative = Some(Relative::new(side, TimeUnit::Year).with_bound(Bound::LessThan));
    }
}

/// Whether the verb of a date is surely of the future, or surely of the past.
fn tells_side(passage: &Passage<'_>, tokens: &Range<usize>) -> Option<bool> {
    /// "took our home away in December"
    const NEAR: usize = 8;
    const PAST: &Words = words![
        "was", "were", "had", "did", "took", "made", "held", "came", "began", "saw", "met", "won", "went",
        "hit", "struck", "died", "opened", "closed", "visited", "launched", "arrived", "started", "ended",
    ];
    /// After these another clause or a purpose is told.
    const ENDS: &Words =
        words!["that", "to", "for", "which", "who", "will", "would", "until", "by", "before", "ahead", "of"];
    if is_to_come(passage, tokens) {
        return Some(true);
    }
    let sentence = passage.sentence_of(tokens.start);
    let before = tokens.start.saturating_sub(NEAR).max(sentence.start)..tokens.start;
    let told = before.rev().find(|&at| {
        passage.is_any(at, PAST) || passage.is_any(at, ENDS) || matches!(passage.kind(at), TokenKind::Mark(_))
    })?;
    passage.is_any(told, PAST).then_some(false)
}

/// "later on │ Tuesday"
fn is_later(passage: &Passage<'_>, weekday: usize) -> bool {
    let on = weekday.checked_sub(1).filter(|&on| passage.is(on, "on"));
    on.unwrap_or(weekday).checked_sub(1).is_some_and(|later| passage.is(later, "later"))
}

/// "arrive on Sunday and leave on │ Monday": whether a weekday follows one that is to come, and nothing past between.
fn goes_on(passage: &Passage<'_>, before: &Range<usize>, weekday: &Range<usize>) -> bool {
    passage.sentence_of(before.start).contains(&weekday.start)
        && (before.end..weekday.start).all(|at| tells_of_future(passage, at) != Some(false))
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
    let is_before =
        |back: usize, words: &Words| at.checked_sub(back).is_some_and(|before| passage.is_any(before, words));
    if passage.is_any(at, FUTURE) {
        return Some(true);
    }
    // "will be held", "will have talks": the time is told before. "a summit to be held on Friday"
    if is_before(1, words!["be"]) {
        return is_before(2, words!["to"]).then_some(true);
    }
    if passage.is(at, "have") && is_before(1, words!["will", "shall", "to", "'ll", "’ll"]) {
        return None;
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
    if passage.is_any(
        at,
        words![
            "begins", "starts", "commences", "departs", "leaves", "opens", "resumes", "holds", "embarks",
            "flies"
        ],
    ) || [["sets", "off"], ["takes", "place"], ["kicks", "off"], ["ahead", "of"]]
        .iter()
        .any(|words| passage.reads(at, words))
    {
        return Some(true);
    }
    // "talks scheduled for Friday"
    if passage.is_any(at, words!["scheduled", "slated", "planned", "set", "due", "billed"])
        && passage.is(at + 1, "for")
        && !is_before(1, words!["been"])
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
        Tense::Present
            if matches!(
                found.frame,
                Frame::Travel | Frame::Visit | Frame::Meet | Frame::Host | Frame::Attend
            ) =>
        {
            Some(true)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{facts, visits};

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

    /// Each date of a text that was published on 4 May 2022, as it is resolved.
    fn resolved(text: &str) -> Vec<String> {
        let facts = facts("FI", text);
        facts.dates.iter().filter_map(|found| found.date.known().map(ToString::to_string)).collect()
    }

    #[test]
    fn a_month_lies_where_its_verb_says() {
        for (text, month) in [
            ("The bridge was closed in October.", "2021-10"),
            ("The school will open in January.", "2023-01"),
            ("The council will meet on 12 December.", "2022-12-12"),
            ("The King will visit from 3 to 5 December.", "2022-12-03/2022-12-05"),
            ("The bridge was closed in March.", "2022-03"),
            ("She told of a school that opens in October.", "2022-10"),
        ] {
            assert_eq!(resolved(text), [month], "{text}");
        }
    }

    #[test]
    fn a_month_with_last_or_next_lies_on_that_side() {
        for (text, month) in [
            ("It has been shut since last October.", "2021-10/.."),
            ("It was shut last May.", "2021-05"),
            ("We return next March.", "2023-03"),
        ] {
            assert_eq!(resolved(text), [month], "{text}");
        }
    }

    #[test]
    fn a_weekday_after_one_to_come_is_to_come() {
        let text = "Mr Berg is expected to arrive on Friday and to leave on Monday.";
        assert_eq!(resolved(text), ["2022-05-06", "2022-05-09"]);
        let text = "Mr Berg will arrive on Friday, after he met the Mayor on Monday.";
        assert_eq!(resolved(text), ["2022-05-06", "2022-05-02"]);
    }

    #[test]
    fn what_will_be_done_is_to_come() {
        for (text, day) in [
            ("The talks will be held on Friday.", "2022-05-06"),
            ("The ministers will have talks on Friday.", "2022-05-06"),
            ("The King told of a summit to be held on Friday.", "2022-05-06"),
            ("The vote is set for Friday.", "2022-05-06"),
            ("He asked for calm ahead of Friday's vote.", "2022-05-06"),
            ("The fair takes place on Friday.", "2022-05-06"),
            ("The talks were held on Friday.", "2022-04-29"),
            ("The talks have been held on Friday.", "2022-04-29"),
        ] {
            assert_eq!(resolved(text), [day], "{text}");
        }
    }

    #[test]
    fn the_weekday_of_publication_is_that_day() {
        assert_eq!(resolved("She will speak on Wednesday."), ["2022-05-04"]);
        assert_eq!(resolved("She spoke on Wednesday."), ["2022-05-04"]);
        assert_eq!(resolved("She will speak next Wednesday."), ["2022-05-11"]);
    }

    #[test]
    fn later_on_a_weekday_is_the_same_day() {
        assert_eq!(resolved("She will speak later on Wednesday."), ["2022-05-04"]);
    }

    #[test]
    fn who_embarks_or_receives_somebody_on_a_weekday_has_not_yet() {
        let told =
            visits("FI", "Foreign Minister Aino Virta embarks on a tour of Kenya and Uganda from Friday.");
        assert!(told.iter().all(|told| told.contains("planned 2022-05-06")) && told.len() == 2, "{told:?}");
        let told = visits(
            "FI",
            "Prime Minister Aino Virta receives President Ivo Novak of Serbia in Helsinki on Friday.",
        );
        assert_eq!(told, ["Ivo Novak -> FI Helsinki planned 2022-05-06"]);
    }
}
