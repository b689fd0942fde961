//! Dates told by their distance from the day of publication.

use super::calendar_day::{Partial, Point, day, point, weekday_before};
use super::word::DateWord;
use super::{Reading, TIMES};
use crate::extract::number::cardinal;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Bound, Calendar, Relative, TimeUnit};

const NEAR_DAY: &str = "near-day";
const NEAR_DAY_AND_DATE: &str = "near-day-and-date";
const WEEKDAY: &str = "weekday";
const WEEKDAY_AND_DATE: &str = "weekday-and-date";
const STEPPED_WEEKDAY: &str = "stepped-weekday";
const STEPPED_UNIT: &str = "stepped-unit";
const STEPPED_MONTH: &str = "stepped-month";
const DISTANCE: &str = "distance";
const SPAN: &str = "span";

/// "today", "yesterday evening", "this afternoon (28)", "today (4 January)", "last night".
pub(super) fn near(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let is_part = |at| DateWord::at(passage, at) == Some(DateWord::PartOfDay);
    let (offset, end) = match DateWord::at(passage, at)? {
        DateWord::Near(offset) => (offset, at + 1 + usize::from(offset != 0 && is_part(at + 1))),
        DateWord::Step(0) if is_part(at + 1) => (0, at + 2),
        DateWord::Step(-1) if passage.is_any(at + 1, words!["night", "evening"]) => (-1, at + 2),
        DateWord::Unit(TimeUnit::Day, _) if passage.reads(at + 1, &["before", "yesterday"]) => (-2, at + 3),
        DateWord::Unit(TimeUnit::Day, _) if passage.reads(at + 1, &["after", "tomorrow"]) => (2, at + 3),
        _ => return None,
    };
    let relative = Relative::new(offset, TimeUnit::Day);
    Some(match in_brackets(passage, end).or_else(|| after_comma(passage, end)) {
        Some(date) => dated(date, NEAR_DAY_AND_DATE)?.with_relative(relative),
        None => Reading::new(end, NEAR_DAY).with_relative(relative),
    })
}

/// "next Tuesday", "next Tuesday August 15", "this year", "earlier this month", "last May".
pub(super) fn stepped(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let at_step = at + usize::from(passage.is_any(at, words!["earlier", "later"]));
    let DateWord::Step(offset) = DateWord::at(passage, at_step)? else { return None };
    let (offset, next) = match DateWord::at(passage, at_step + 1) {
        // "this coming Sunday", "this past week"
        Some(DateWord::Step(further)) if offset == 0 => (further, at_step + 2),
        _ => (offset, at_step + 1),
    };
    let is_capital = passage.kind(next).is_capital();
    match DateWord::at(passage, next)? {
        DateWord::Weekday(weekday) if is_capital => {
            let relative = Relative::new(offset, TimeUnit::Week);
            let after = weekday_before(passage, next).map_or(next + 1, |(_, after)| after);
            let date = point(passage, after).or_else(|| in_brackets(passage, next + 1));
            Some(match date {
                Some(date) => {
                    dated(date, WEEKDAY_AND_DATE)?.with_weekday(Some(weekday)).with_relative(relative)
                }
                None => Reading::new(next + 1, STEPPED_WEEKDAY)
                    .with_weekday(Some(weekday))
                    .with_relative(relative),
            })
        }
        DateWord::Month(month) if is_capital && !is_followed_by_figure(passage, next + 1) => {
            let reading = Reading::new(next + 1, STEPPED_MONTH).with_calendar(Calendar::MonthOfYear(month));
            // "this May" may lie on either side.
            Some(if offset == 0 {
                reading
            } else {
                reading.with_relative(Relative::new(offset, TimeUnit::Month))
            })
        }
        // "the last week of May" and "the next year" do not start from today.
        DateWord::Unit(unit, 1) if unit != TimeUnit::Day && !follows_the(passage, at_step) => {
            Some(Reading::new(next + 1, STEPPED_UNIT).with_relative(Relative::new(offset, unit)))
        }
        DateWord::Season if offset == 0 => {
            let year = Relative::new(0, TimeUnit::Year);
            Some(Reading { approximate: true, ..Reading::new(next + 1, STEPPED_UNIT).with_relative(year) })
        }
        _ => None,
    }
}

/// "March last year", "5 March of this year", "last year March": a month or day, and how far away its year is.
pub(super) fn of_year(passage: &Passage<'_>, reading: Reading) -> Reading {
    let of = reading.end + usize::from(passage.is(reading.end, "of"));
    let year = || match DateWord::at(passage, of)? {
        DateWord::Step(offset) if passage.is(of + 1, "year") && !passage.is(of, "past") => Some(offset),
        _ => None,
    };
    let is_partial = reading.calendar.as_ref().is_some_and(|calendar| !calendar.is_absolute());
    if is_partial && reading.relative.is_none() {
        return match year() {
            Some(offset) => {
                let relative = Relative::new(offset, TimeUnit::Year);
                Reading { end: of + 2, ..reading }.with_relative(relative)
            }
            None => reading,
        };
    }
    let is_year = reading.relative.is_some_and(|relative| relative.unit == TimeUnit::Year);
    let month = DateWord::at(passage, reading.end).filter(|_| passage.kind(reading.end).is_capital());
    match month {
        Some(DateWord::Month(month))
            if is_year
                && reading.calendar.is_none()
                && reading.rule == STEPPED_UNIT
                && !is_followed_by_figure(passage, reading.end + 1) =>
        {
            Reading { end: reading.end + 1, ..reading }.with_calendar(Calendar::MonthOfYear(month))
        }
        _ => reading,
    }
}

/// "Tuesday", "Monday morning", "Tuesday (4 January)", "Tuesday next week".
pub(super) fn weekday(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let DateWord::Weekday(weekday) = DateWord::at(passage, at).filter(|_| passage.kind(at).is_capital())?
    else {
        return None;
    };
    const HOLIDAYS: &Words = words![
        "good", "black", "bloody", "easter", "remembrance", "palm", "ash", "holy", "whit", "cyber", "super",
        "shrove", "giving", "maundy", "advent", "mothering",
    ];
    const PAPERS: &Words = words![
        "times", "telegraph", "mail", "herald", "mirror", "express", "age", "observer", "post", "night"
    ];
    let in_name = at.checked_sub(1).is_some_and(|before| passage.is_any(before, HOLIDAYS));
    if in_name || (passage.kind(at + 1).is_capital() && !passage.shouts && passage.is_any(at + 1, PAPERS)) {
        return None;
    }
    if let Some(date) = in_brackets(passage, at + 1) {
        return Some(dated(date, WEEKDAY_AND_DATE)?.with_weekday(Some(weekday)));
    }
    let of = at + 1 + usize::from(passage.is(at + 1, "of"));
    if let (Some(DateWord::Step(offset)), true) = (DateWord::at(passage, of), passage.is(of + 1, "week")) {
        let relative = Relative::new(offset, TimeUnit::Week);
        return Some(
            Reading::new(of + 2, STEPPED_WEEKDAY).with_weekday(Some(weekday)).with_relative(relative),
        );
    }
    let part = DateWord::at(passage, at + 1) == Some(DateWord::PartOfDay);
    Some(Reading::new(at + 1 + usize::from(part), WEEKDAY).with_weekday(Some(weekday)))
}

/// "10 years ago", "more than a decade ago", "two weeks" after "in", "two weeks from now".
pub(super) fn distance(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let length = length(passage, at)?;
    let before = at.checked_sub(1);
    let offset = if passage.is(length.end, "ago") {
        return Some(length.reading(-1, length.end + 1, DISTANCE));
    } else if passage.reads(length.end, &["from", "now"]) {
        return Some(length.reading(1, length.end + 2, DISTANCE));
    } else if before.is_some_and(|before| passage.is(before, "within")) {
        let reading = length.reading(1, length.end, DISTANCE);
        return Some(bounded(reading, Bound::LessThan));
    } else if before.is_some_and(|before| passage.is(before, "in")) && !passage.is(length.end, "of") {
        // "the first visit in 25 years", "in more than 10 years": these look back.
        let looks_back = length.approximate || length.bound == Bound::MoreThan || is_ranked(passage, at);
        if looks_back { -1 } else { 1 }
    } else {
        return None;
    };
    Some(length.reading(offset, length.end, DISTANCE))
}

/// "past five years" and "next two weeks" after "the".
pub(super) fn span(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let DateWord::Step(offset) = DateWord::at(passage, at)? else { return None };
    if offset == 0 || !follows_the(passage, at) {
        return None;
    }
    let length = length(passage, at + 1).or_else(|| one_unit(passage, at + 1))?;
    Some(bounded(length.reading(offset, length.end, SPAN), Bound::LessThan))
}

/// "year" in "over the last year", "decade" in "the next decade": one unit from now, whatever the calendar.
fn one_unit(passage: &Passage<'_>, at: usize) -> Option<Length> {
    let over = at.checked_sub(3).filter(|&over| {
        passage.is_any(over, words!["over", "in", "within", "during", "for", "throughout", "of", "from"])
    });
    let DateWord::Unit(unit, factor) = DateWord::at(passage, at)? else { return None };
    let starts_now = over.is_some() || factor == 10;
    // "the last week of May" and "the last century" start from elsewhere.
    let is_of = passage.is(at + 1, "of") || factor == 100 || passage.is(at, "weekend");
    (starts_now && !is_of).then_some(Length {
        number: i32::try_from(factor).ok()?,
        unit,
        bound: Bound::Exact,
        approximate: false,
        end: at + 1,
    })
}

fn bounded(mut reading: Reading, bound: Bound) -> Reading {
    reading.relative = reading.relative.map(|relative| relative.with_bound(bound));
    reading
}

/// A length of time.
struct Length {
    number: i32,
    unit: TimeUnit,
    bound: Bound,
    approximate: bool,
    /// The token after its last.
    end: usize,
}

impl Length {
    fn reading(&self, sign: i32, end: usize, rule: &'static str) -> Reading {
        let relative = Relative::new(sign * self.number, self.unit).with_bound(self.bound);
        Reading { approximate: self.approximate, ..Reading::new(end, rule).with_relative(relative) }
    }
}

/// "10 years", "more than ten years", "a decade", "nearly two and a half years".
fn length(passage: &Passage<'_>, at: usize) -> Option<Length> {
    let (bound, mut approximate, start) = limits(passage, at);
    // After a number in figures, which is one token, most often no unit stands.
    let may_have_unit = || passage.has_any(start + 1, TIMES) || passage.is(start + 1, "and");
    if passage.kind(start) == TokenKind::Number && !may_have_unit() {
        return None;
    }
    let (number, mut next) = match cardinal(passage, start) {
        Some(numeral) => (numeral.value, start + numeral.len),
        None if passage.reads(start, &["half", "a", "century"]) => {
            return Some(Length { number: 50, unit: TimeUnit::Year, bound, approximate, end: start + 3 });
        }
        None if passage.is_any(start, words!["a", "an"]) => (1, start + 1),
        None => return None,
    };
    if passage.reads(next, &["and", "a", "half"]) {
        approximate = true;
        next += 3;
    }
    let (unit, factor) = match DateWord::at(passage, next)? {
        DateWord::Unit(unit, factor) if number == 1 => (unit, factor),
        DateWord::Units(unit, factor) => (unit, factor),
        _ => return None,
    };
    let number = number.checked_mul(factor)?;
    Some(Length { number: i32::try_from(number).ok()?, unit, bound, approximate, end: next + 1 })
}

/// What stands before a number and says how exact it is.
fn limits(passage: &Passage<'_>, at: usize) -> (Bound, bool, usize) {
    const NEARLY: &Words =
        words!["nearly", "almost", "about", "around", "some", "roughly", "approximately", "barely"];
    if passage.is(at, "just") {
        let (bound, approximate, next) = limits_after_just(passage, at + 1);
        return if next == at + 1 { (Bound::Exact, false, at) } else { (bound, approximate, next) };
    }
    if passage.is_any(at, NEARLY) { (Bound::Exact, true, at + 1) } else { limits_after_just(passage, at) }
}

fn limits_after_just(passage: &Passage<'_>, at: usize) -> (Bound, bool, usize) {
    if passage.is(at, "over") {
        (Bound::MoreThan, false, at + 1)
    } else if passage.is(at, "under") {
        (Bound::LessThan, false, at + 1)
    } else if passage.reads(at, &["more", "than"]) || passage.reads(at, &["at", "least"]) {
        (Bound::MoreThan, false, at + 2)
    } else if passage.reads(at, &["less", "than"]) || passage.reads(at, &["fewer", "than"]) {
        (Bound::LessThan, false, at + 2)
    } else {
        (Bound::Exact, false, at)
    }
}

/// "(4 January)", "(Wednesday 4 January)", "(23)", "(Oct 4)" at a token.
fn in_brackets(passage: &Passage<'_>, at: usize) -> Option<Point> {
    if !passage.is_mark(at, '(') {
        return None;
    }
    let only_day = || {
        let (day, end) = day(passage, at + 1)?;
        let partial = Partial { day: Some(day), ..Partial::default() };
        Some(Point { partial, weekday: None, end, rule: NEAR_DAY_AND_DATE })
    };
    let date = point(passage, at + 1).or_else(only_day)?;
    passage.is_mark(date.end, ')').then_some(Point { end: date.end + 1, ..date })
}

/// "today, 4 May 2022"
fn after_comma(passage: &Passage<'_>, at: usize) -> Option<Point> {
    point(passage, at + usize::from(passage.is_mark(at, ','))).filter(|date| date.partial.day.is_some())
}

fn dated(date: Point, rule: &'static str) -> Option<Reading> {
    Some(Reading::new(date.end, rule).with_calendar(date.partial.calendar()?).with_weekday(date.weekday))
}

fn follows_the(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| passage.is(before, "the"))
}

fn is_followed_by_figure(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Number
}

/// Whether "first", "highest" or the like stands a few words before: "the first visit in 25 years".
fn is_ranked(passage: &Passage<'_>, at: usize) -> bool {
    const NEARBY: usize = 14;
    const RANKS: &Words = words![
        "first", "highest", "lowest", "largest", "biggest", "worst", "best", "longest", "deadliest", "only",
        "fastest", "strongest", "second", "third", "not", "never",
    ];
    let sentence = passage.sentence_of(at);
    (at.saturating_sub(NEARBY).max(sentence.start)..at).any(|word| passage.is_any(word, RANKS))
}
