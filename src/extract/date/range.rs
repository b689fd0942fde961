//! Ranges of days, months and years.

use super::calendar_day::{Partial, Point, after_link, day, dotted, month, point, weekday_before, year};
use super::{Reading, TIMES, is_counted};
use crate::extract::number::figures;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::model::DateRange;

const DAYS_OF_MONTH: &str = "days-of-month";
const MONTH_AND_DAYS: &str = "month-and-days";
const DAY_TO_DAY: &str = "day-to-day";
const MONTH_TO_MONTH: &str = "month-to-month";
const YEAR_TO_YEAR: &str = "year-to-year";

/// The longest range that begins at a token: "8 to 10 March", "April 30 - May 3, 2022", "1999-2000". `start` is the
/// day or month that begins there.
pub(super) fn range(passage: &Passage<'_>, at: usize, start: Option<Point>) -> Option<Reading> {
    let to_day = || start.and_then(|start| day_to_day(passage, at, start));
    let rules: &[fn(&Passage<'_>, usize) -> Option<Reading>] = match passage.kind(at) {
        TokenKind::Number if passage.has_beside(at, TIMES) => &[days_of_month, days_in_figures, year_to_year],
        TokenKind::Number => &[days_in_figures, year_to_year],
        kind if kind.is_capital() => &[days_of_month, month_and_days, month_to_month],
        _ => return None,
    };
    let others = rules.iter().filter_map(|rule| rule(passage, at));
    to_day().into_iter().chain(others).reduce(Reading::or_longer)
}

fn reading(start: Partial, end: Partial, next: usize, rule: &'static str) -> Option<Reading> {
    let range = DateRange::new(start.calendar()?, end.calendar()?);
    Some(Reading::new(next, rule).with_calendar(range))
}

/// The token after what joins two ends of a range: a dash, "to", "until"; "and" after "between".
fn after_joint(passage: &Passage<'_>, at: usize, start: usize) -> Option<usize> {
    let is_dash = passage.is_mark(at, '-') || passage.is_mark(at, '–') || passage.is_mark(at, '—');
    let is_word = passage.is_any(at, words!["to", "until", "till", "through"]);
    let between = || start.checked_sub(1).is_some_and(|before| passage.is(before, "between"));
    (is_dash || is_word || (passage.is(at, "and") && between())).then_some(at + 1)
}

/// "and" joins two days as well: "8 and 9 March".
fn after_day_joint(passage: &Passage<'_>, at: usize, start: usize) -> Option<usize> {
    after_joint(passage, at, start)
        .or_else(|| (passage.is(at, "and") || passage.is_mark(at, '&')).then_some(at + 1))
}

/// "30 March – 2 April", "April 30 - May 3, 2022", "Monday 8 March to Friday 12 March".
fn day_to_day(passage: &Passage<'_>, at: usize, start: Point) -> Option<Reading> {
    let Point { partial: mut start, end, .. } = start;
    let Point { partial: last, end, .. } = point(passage, after_joint(passage, end, at)?)?;
    if start.day.is_some() != last.day.is_some() {
        return None;
    }
    // The year stands once, at the end: "30 December to 2 January 2019" begins in the year before.
    if start.year.is_none() {
        start.year = last.year.map(|year| if start.month > last.month { year - 1 } else { year });
    }
    reading(start, last, end, DAY_TO_DAY)
}

/// "8 to 10 March 2022", "8, 9 and 10 March", "Monday 8 to Wednesday 10 March".
fn days_of_month(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let (first, mut next) = weekday_and_day(passage, at)?;
    // "8, 9 and 10 March"
    for _ in 0..5 {
        let more = passage.is_mark(next, ',').then(|| day(passage, next + 1)).flatten();
        let Some((_, after)) = more else { break };
        next = after;
    }
    let (last, next) = weekday_and_day(passage, after_day_joint(passage, next, at)?)?;
    let of = next + usize::from(passage.is(next, "of"));
    let month = Some(month(passage, of)?);
    if first >= last {
        return None;
    }
    let (year, end) = year_after(passage, of + 1);
    reading(
        Partial { year, month, day: Some(first) },
        Partial { year, month, day: Some(last) },
        end,
        DAYS_OF_MONTH,
    )
}

/// "12-15.02.2024"
fn days_in_figures(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let (first, next) = day(passage, at)?;
    let after = after_joint(passage, next, at)?;
    let Point { partial: last, end, .. } = dotted(passage, after)?;
    let is_earlier = last.day.is_some_and(|last| first < last);
    reading(Partial { day: Some(first), ..last }, last, end, DAYS_OF_MONTH).filter(|_| is_earlier)
}

/// "February 15-16", "February 15 and 16, 2022".
fn month_and_days(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let (_, at) = weekday_before(passage, at).unwrap_or((chrono::Weekday::Mon, at));
    let month = Some(month(passage, at)?);
    let (first, next) = day(passage, at + 1)?;
    let (last, next) = weekday_and_day(passage, after_day_joint(passage, next, at)?)?;
    if first >= last || is_counted(passage, next) {
        return None;
    }
    let (year, end) = year_after(passage, next);
    reading(
        Partial { year, month, day: Some(first) },
        Partial { year, month, day: Some(last) },
        end,
        MONTH_AND_DAYS,
    )
}

/// "March to May 2022", "June-July".
fn month_to_month(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let first = month(passage, at)?;
    let next = after_joint(passage, at + 1, at)?;
    let last = month(passage, next)?;
    let (year, end) = year_after(passage, next + 1);
    let start_year = year.map(|year| if first > last { year - 1 } else { year });
    reading(
        Partial { year: start_year, month: Some(first), day: None },
        Partial { year, month: Some(last), day: None },
        end,
        MONTH_TO_MONTH,
    )
}

/// "1999-2000", "1939 to 1945", "2012-13", "2019/20", "2005/6".
fn year_to_year(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let first = year(passage, at)?;
    let slash = passage.is_mark(at + 1, '/').then_some(at + 2);
    let next = after_joint(passage, at + 1, at).or(slash)?;
    let is_dash = passage.kind(at + 1) != TokenKind::Lower;
    let last = match year(passage, next) {
        Some(last) => last,
        None if is_dash && passage.word(next).len() == 2 && !passage.is_hyphen(next + 1) => {
            let tail = i32::try_from(figures(passage.word(next))?).ok()?;
            let century = first - first % 100;
            // "1999-00"
            if tail == 0 && first % 100 == 99 { century + 100 } else { century + tail }
        }
        // "2005/6": a year that two calendar years share.
        None if slash.is_some() && passage.word(next).len() == 1 && !passage.is_mark(next + 1, '/') => {
            let last = i32::try_from(figures(passage.word(next))?).ok()?;
            (first + 1).checked_sub(last).filter(|decade| decade % 10 == 0)? + last
        }
        None => return None,
    };
    // "grew from 1500 to 2000" counts things.
    let is_recent = first >= 1600 || !is_dash;
    let spoken = || at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["from", "between"]));
    if last <= first || last - first > 400 || !is_recent || !(is_dash || spoken()) {
        return None;
    }
    if is_counted(passage, next + 1) {
        return None;
    }
    let year = |year| Partial { year: Some(year), ..Partial::default() };
    reading(year(first), year(last), next + 1, YEAR_TO_YEAR)
}

fn weekday_and_day(passage: &Passage<'_>, at: usize) -> Option<(u32, usize)> {
    let start = weekday_before(passage, at).map_or(at, |(_, next)| next);
    day(passage, start)
}

/// The year that may follow at a token, and the token after it.
fn year_after(passage: &Passage<'_>, at: usize) -> (Option<i32>, usize) {
    let next = after_link(passage, at);
    match year(passage, next) {
        Some(year) => (Some(year), next + 1),
        None => (None, at),
    }
}
