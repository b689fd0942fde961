//! The calendar part of a date.

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::relative::Side;

/// A place in the calendar: exact, coarse, a range, or without its year.
///
/// Months are 1 to 12, days 1 to 31, years as in ISO 8601 (0 is 1 BCE).
///
/// ```
/// use newsdesk::Calendar;
/// let may = Calendar::Month { year: 2022, month: 5 };
/// assert_eq!(may.last_day().unwrap().to_string(), "2022-05-31");
/// assert_eq!(may.to_string(), "2022-05");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Calendar {
    /// A moment, with its offset from UTC.
    Instant(DateTime<FixedOffset>),
    /// A day.
    Day(NaiveDate),
    /// A month of a year.
    Month {
        /// The year.
        year: i32,
        /// The month.
        month: u32,
    },
    /// A year.
    Year(i32),
    /// Ten years, by the first of them: 1990 for "the 1990s".
    Decade(i32),
    /// A day of a month of some year: "4 January".
    MonthDay {
        /// The month.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// A month of some year: "in January".
    MonthOfYear(u32),
    /// A day of some month: "today (23)".
    DayOfMonth(u32),
    /// From one place in the calendar to another.
    Range(Box<DateRange>),
}

/// Two ends of a range, each perhaps open: "8 to 10 March", "since 2010".
///
/// ```
/// use newsdesk::{Calendar, DateRange};
/// let range = DateRange::new(Calendar::Year(1999), Calendar::Year(2000));
/// assert_eq!(Calendar::from(range).to_string(), "1999/2000");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DateRange {
    /// The start; none if open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Calendar>,
    /// The end, included; none if open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Calendar>,
}

impl DateRange {
    /// A range with both ends.
    #[must_use]
    pub fn new(start: Calendar, end: Calendar) -> Self {
        Self { start: Some(start), end: Some(end) }
    }

    /// A range from `start` on.
    #[must_use]
    pub fn since(start: Calendar) -> Self {
        Self { start: Some(start), end: None }
    }

    /// A range up to and with `end`.
    #[must_use]
    pub fn until(end: Calendar) -> Self {
        Self { start: None, end: Some(end) }
    }
}

impl From<DateRange> for Calendar {
    fn from(range: DateRange) -> Self {
        Self::Range(Box::new(range))
    }
}

impl From<NaiveDate> for Calendar {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl Calendar {
    /// Whether this says its year, so that no anchor is needed.
    #[must_use]
    pub fn is_absolute(&self) -> bool {
        match self {
            Self::Instant(_) | Self::Day(_) | Self::Month { .. } | Self::Year(_) | Self::Decade(_) => true,
            Self::MonthDay { .. } | Self::MonthOfYear(_) | Self::DayOfMonth(_) => false,
            Self::Range(range) => [&range.start, &range.end].into_iter().flatten().all(Self::is_absolute),
        }
    }

    /// The first day, if the year is known and the start is not open.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Instant(instant) => Some(instant.date_naive()),
            Self::Day(day) => Some(*day),
            Self::Month { year, month } => NaiveDate::from_ymd_opt(*year, *month, 1),
            Self::Year(year) | Self::Decade(year) => NaiveDate::from_ymd_opt(*year, 1, 1),
            Self::Range(range) => range.start.as_ref()?.first_day(),
            Self::MonthDay { .. } | Self::MonthOfYear(_) | Self::DayOfMonth(_) => None,
        }
    }

    /// The last day, if the year is known and the end is not open.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Month { .. } => self.first_day()?.checked_add_months(Months::new(1))?.pred_opt(),
            Self::Year(year) => NaiveDate::from_ymd_opt(*year, 12, 31),
            Self::Decade(year) => NaiveDate::from_ymd_opt(year.checked_add(9)?, 12, 31),
            Self::Range(range) => range.end.as_ref()?.last_day(),
            _ => self.first_day(),
        }
    }

    /// This date in a year: "March last year"; none if it says no month, or has no such day that year.
    pub(super) fn in_year(&self, year: i32) -> Option<Self> {
        match self {
            Self::MonthDay { month, day } => NaiveDate::from_ymd_opt(year, *month, *day).map(Self::Day),
            Self::MonthOfYear(month) => Some(Self::Month { year, month: *month }),
            Self::Range(range) => range.in_year(year),
            _ => None,
        }
    }

    /// This date with the year (and month) that put it nearest to `anchor`.
    /// The one of its kind that is nearest to a day on one side of it.
    pub(super) fn beside(&self, anchor: NaiveDate, side: Side) -> Option<Self> {
        let first = |days: &mut dyn Iterator<Item = NaiveDate>| {
            if side.is_later { days.min() } else { days.max() }
        };
        let years = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
        match self {
            Self::MonthOfYear(month) => {
                let this = anchor.with_day(1)?;
                let months = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, *month, 1));
                let found = first(&mut months.filter(|month| side.has(*month, this)))?;
                Some(Self::Month { year: found.year(), month: *month })
            }
            Self::MonthDay { month, day } => {
                let days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, *month, *day));
                first(&mut days.filter(|day| side.has(*day, anchor))).map(Self::Day)
            }
            Self::Range(range) => range.beside(anchor, side),
            other => other.nearest_to(anchor),
        }
    }

    pub(super) fn nearest_to(&self, anchor: NaiveDate) -> Option<Self> {
        let nearest = |candidates: [Option<NaiveDate>; 3]| {
            candidates.into_iter().flatten().min_by_key(|day| (*day - anchor).num_days().abs())
        };
        let years = [anchor.year(), anchor.year() - 1, anchor.year() + 1];
        match self {
            Self::MonthDay { month, day } => {
                nearest(years.map(|year| NaiveDate::from_ymd_opt(year, *month, *day))).map(Self::Day)
            }
            Self::MonthOfYear(month) => {
                let middle = nearest(years.map(|year| NaiveDate::from_ymd_opt(year, *month, 15)))?;
                Some(Self::Month { year: middle.year(), month: *month })
            }
            Self::DayOfMonth(day) => {
                let months = [
                    Some(anchor),
                    anchor.checked_sub_months(Months::new(1)),
                    anchor.checked_add_months(Months::new(1)),
                ];
                nearest(months.map(|month| month?.with_day(*day))).map(Self::Day)
            }
            Self::Range(range) => range.nearest_to(anchor),
            absolute => Some(absolute.clone()),
        }
    }
}

/// A day of a month in the nearest year in which it falls on a weekday: "Sunday 14 October".
pub(super) fn on_weekday(anchor: NaiveDate, (month, day): (u32, u32), weekday: Weekday) -> Option<Calendar> {
    let years = anchor.year() - 1..=anchor.year() + 1;
    let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    let falls = days.filter(|day| day.weekday() == weekday);
    falls.min_by_key(|day| (*day - anchor).num_days().abs()).map(Calendar::Day)
}

impl DateRange {
    /// The end is placed first, then the start near it.
    fn beside(&self, anchor: NaiveDate, side: Side) -> Option<Calendar> {
        let Some(end) = &self.end else {
            return Some(Self::since(self.start.as_ref()?.beside(anchor, side)?).into());
        };
        let end = end.beside(anchor, side)?;
        let near = end.first_day()?;
        let start = self.start.as_ref().map(|start| start.nearest_to(near).ok_or(()));
        Some(Self { start: start.transpose().ok()?, end: Some(end) }.into())
    }

    /// The end is in the year, and the start beside it.
    fn in_year(&self, year: i32) -> Option<Calendar> {
        let Some(end) = &self.end else {
            return Some(DateRange::since(self.start.as_ref()?.in_year(year)?).into());
        };
        let end = end.in_year(year)?;
        let beside = end.first_day()?;
        let start = self.start.as_ref().map(|start| start.nearest_to(beside).ok_or(()));
        let start = start.transpose().ok()?;
        Some(Self { start, end: Some(end) }.into())
    }

    /// The end is placed first, then the start beside it: "30 December to 2 January" crosses a year.
    fn nearest_to(&self, anchor: NaiveDate) -> Option<Calendar> {
        let end = match &self.end {
            Some(end) => Some(end.nearest_to(anchor)?),
            None => None,
        };
        let beside = end.as_ref().and_then(Calendar::first_day).unwrap_or(anchor);
        let start = match &self.start {
            Some(start) => Some(start.nearest_to(beside)?),
            None => None,
        };
        Some(Self { start, end }.into())
    }
}

impl std::fmt::Display for Calendar {
    /// The Extended Date/Time Format (ISO 8601-2), with `X` for digits that are not known.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&super::edtf::format(self, false))
    }
}
