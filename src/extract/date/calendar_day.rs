//! Days and months of the calendar that show what they are by themselves.

use chrono::{NaiveDate, Weekday};

use super::word::DateWord;
use super::{Reading, TIMES, is_counted};
use crate::extract::number::{figures, ordinal};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::model::Calendar;

const ISO_DAY: &str = "iso-day";
const NUMERIC_DAY: &str = "numeric-day";
const DAY_MONTH: &str = "day-month";
const DAY_MONTH_YEAR: &str = "day-month-year";
const MONTH_DAY: &str = "month-day";
const MONTH_DAY_YEAR: &str = "month-day-year";
const MONTH_YEAR: &str = "month-year";

/// "4 May 2022", "Tuesday August 15", "May 2022", "2022-05-04".
pub(super) fn calendar_day(point: Point) -> Option<Reading> {
    let calendar = point.partial.calendar()?;
    Some(Reading::new(point.end, point.rule).with_calendar(calendar).with_weekday(point.weekday))
}

/// "4/5/2022": a day, but not which one.
pub(super) fn without_calendar(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let (_, end) = slashed(passage, at)?;
    Some(Reading::new(end, NUMERIC_DAY))
}

/// A day or month in the calendar, some of it perhaps not said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Partial {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
}

impl Partial {
    /// The place in the calendar; none if there is no such day.
    pub(super) fn calendar(self) -> Option<Calendar> {
        // A leap year: "29 February" is a day.
        let exists = |month, day| NaiveDate::from_ymd_opt(2000, month, day).is_some();
        Some(match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => Calendar::Day(NaiveDate::from_ymd_opt(year, month, day)?),
            (None, Some(month), Some(day)) if exists(month, day) => Calendar::MonthDay { month, day },
            (Some(year), Some(month), None) => Calendar::Month { year, month },
            (None, Some(month), None) => Calendar::MonthOfYear(month),
            (Some(year), None, None) => Calendar::Year(year),
            (None, None, Some(day)) => Calendar::DayOfMonth(day),
            _ => return None,
        })
    }
}

/// A [`Partial`] in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) partial: Partial,
    pub(super) weekday: Option<Weekday>,
    /// The token after its last.
    pub(super) end: usize,
    pub(super) rule: &'static str,
}

/// A month with a day or a year, or a day in figures, that begins at a token.
pub(super) fn point(passage: &Passage<'_>, at: usize) -> Option<Point> {
    let (weekday, start) = match weekday_before(passage, at) {
        Some((weekday, next)) => (Some(weekday), next),
        None => (None, at),
    };
    let point = match passage.kind(start) {
        TokenKind::Number => iso(passage, start)
            .or_else(|| slashed(passage, start)?.0)
            .or_else(|| dotted(passage, start))
            .or_else(|| day_month(passage, start)),
        TokenKind::Capital | TokenKind::AllCaps => {
            month_first(passage, start).or_else(|| day_month(passage, start))
        }
        TokenKind::Lower => day_month(passage, start),
        _ => None,
    }?;
    point.partial.calendar()?;
    Some(Point { weekday, ..point })
}

/// "Tuesday", "Monday," or "Fri the" before a day.
pub(super) fn weekday_before(passage: &Passage<'_>, at: usize) -> Option<(Weekday, usize)> {
    if !passage.kind(at).is_capital() {
        return None;
    }
    let (DateWord::Weekday(weekday) | DateWord::ShortWeekday(weekday)) = DateWord::at(passage, at)? else {
        return None;
    };
    let comma = at + 1 + usize::from(passage.is_mark(at + 1, ','));
    Some((weekday, comma + usize::from(passage.is(comma, "the"))))
}

/// A month by its name in capitals, full or short.
pub(super) fn month(passage: &Passage<'_>, at: usize) -> Option<u32> {
    if !passage.kind(at).is_capital() {
        return None;
    }
    match DateWord::at(passage, at)? {
        DateWord::Month(month) | DateWord::ShortMonth(month) => Some(month),
        _ => None,
    }
}

/// A day of a month: "4", "4th", "4 th". Gives the token after it too.
pub(super) fn day(passage: &Passage<'_>, at: usize) -> Option<(u32, usize)> {
    if passage.kind(at) != TokenKind::Number {
        return None;
    }
    let word = passage.word(at);
    let (value, end) = match ordinal(passage, at) {
        Some(numeral) => (numeral.value, at + numeral.len),
        None if word.len() <= 2 => (figures(word)?, at + 1),
        None => return None,
    };
    (1..=31).contains(&value).then_some((value, end))
}

/// A year of four digits that nothing marks as an amount.
pub(super) fn year(passage: &Passage<'_>, at: usize) -> Option<i32> {
    let word = passage.word(at);
    if passage.kind(at) != TokenKind::Number || word.len() != 4 {
        return None;
    }
    let year = word.parse().ok()?;
    let is_stuck = passage.tokens.get(at + 1).is_some_and(|next| !next.spaced && next.kind.is_word());
    // "1443 AH" is a year of another calendar.
    let is_elsewhere = matches!(passage.kind(at + 1), TokenKind::AllCaps)
        && passage.is_any(at + 1, words!["ah", "hijri", "be", "bs"]);
    ((1000..=2100).contains(&year) && !is_stuck && !is_elsewhere && !is_counted(passage, at + 1))
        .then_some(year)
}

/// "4 May 2022", "4th of May", "the first of May 2022".
fn day_month(passage: &Passage<'_>, at: usize) -> Option<Point> {
    if passage.kind(at) == TokenKind::Number && !tells_time(passage, at + 1..at + 4) {
        return None;
    }
    let (day, after) = day(passage, at).or_else(|| day_in_words(passage, at))?;
    // "the 5th day of June"
    let after = after + usize::from(passage.reads(after, &["day", "of"]));
    let of = after + usize::from(passage.is(after, "of") || passage.is_hyphen(after));
    let month = month(passage, of)?;
    let partial = Partial { year: None, month: Some(month), day: Some(day) };
    Some(with_year(passage, of + 1, partial, [DAY_MONTH, DAY_MONTH_YEAR]))
}

/// Whether a word that says when stands among some tokens.
pub(super) fn tells_time(passage: &Passage<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|at| passage.has_any(at, TIMES))
}

/// "fourth" before "of".
fn day_in_words(passage: &Passage<'_>, at: usize) -> Option<(u32, usize)> {
    if !passage.kind(at).is_word() {
        return None;
    }
    let numeral = ordinal(passage, at)?;
    let end = at + numeral.len;
    ((1..=31).contains(&numeral.value) && passage.is(end, "of")).then_some((numeral.value, end))
}

/// "May 4, 2022", "August 15", "May 2022".
fn month_first(passage: &Passage<'_>, at: usize) -> Option<Point> {
    let month = Some(month(passage, at)?);
    let next = at + 1 + usize::from(passage.is(at + 1, "the"));
    if let Some((day, after)) = day(passage, next).filter(|&(_, after)| !is_counted(passage, after)) {
        let partial = Partial { year: None, month, day: Some(day) };
        let point = with_year(passage, after, partial, [MONTH_DAY, MONTH_DAY_YEAR]);
        if point.partial.calendar().is_some() {
            return Some(point);
        }
    }
    let next = at + 1 + usize::from(passage.is_mark(at + 1, ',') || passage.is(at + 1, "of"));
    let year = Some(year(passage, next)?);
    let partial = Partial { year, month, day: None };
    Some(Point { partial, weekday: None, end: next + 1, rule: MONTH_YEAR })
}

/// `partial`, with the year that may follow it at a token. `rules` are without and with a year.
fn with_year(passage: &Passage<'_>, at: usize, partial: Partial, rules: [&'static str; 2]) -> Point {
    let [without, with] = rules;
    let next = after_link(passage, at);
    match year(passage, next) {
        Some(year) => {
            let partial = Partial { year: Some(year), ..partial };
            Point { partial, weekday: None, end: next + 1, rule: with }
        }
        None => Point { partial, weekday: None, end: at, rule: without },
    }
}

/// What may stand between a day or month and its year: nothing, a comma, "of", a hyphen.
pub(super) fn after_link(passage: &Passage<'_>, at: usize) -> usize {
    let links = passage.is_mark(at, ',') || passage.is_any(at, words!["of", "in"]) || passage.is_hyphen(at);
    at + usize::from(links)
}

/// "2022-05-04".
fn iso(passage: &Passage<'_>, at: usize) -> Option<Point> {
    let year = year(passage, at).filter(|_| passage.is_hyphen(at + 1) && passage.is_hyphen(at + 3))?;
    let two_digits = |at| figures(passage.word(at)).filter(|_| passage.word(at).len() == 2);
    let partial =
        Partial { year: Some(year), month: Some(two_digits(at + 2)?), day: Some(two_digits(at + 4)?) };
    Some(Point { partial, weekday: None, end: at + 5, rule: ISO_DAY })
}

/// "25/12/2022", with its point if the order of day and month is certain.
fn slashed(passage: &Passage<'_>, at: usize) -> Option<(Option<Point>, usize)> {
    let slash = |at| passage.is_mark(at, '/') && passage.tokens.get(at).is_some_and(|token| !token.spaced);
    if passage.kind(at) != TokenKind::Number || !slash(at + 1) || !slash(at + 3) {
        return None;
    }
    let part = |at| figures(passage.word(at)).filter(|value| (1..=31).contains(value));
    let (first, second) = (part(at)?, part(at + 2)?);
    let year = Some(year(passage, at + 4)?);
    if first > 12 && second > 12 {
        return None;
    }
    let end = at + 5;
    let point = |day, month| {
        let partial = Partial { year, month: Some(month), day: Some(day) };
        Point { partial, weekday: None, end, rule: NUMERIC_DAY }
    };
    let certain = if first > 12 || first == second {
        Some(point(first, second))
    } else {
        (second > 12).then(|| point(second, first))
    };
    Some((certain, end))
}

/// "4.5.2022", "15.08.1995": the day stands first.
pub(super) fn dotted(passage: &Passage<'_>, at: usize) -> Option<Point> {
    let word = passage.word(at);
    if !word.contains('.') {
        return None;
    }
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let partial = Partial { year: year.parse().ok(), month: Some(figures(month)?), day: Some(figures(day)?) };
    Some(Point { partial, weekday: None, end: at + 1, rule: NUMERIC_DAY })
}
