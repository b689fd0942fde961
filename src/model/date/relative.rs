//! Dates told by their distance from the day of publication.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::super::builder::builder;
use super::{Calendar, DateRange};

/// A distance from the day of publication, in units of the calendar.
///
/// "today" is 0 days, "last week" -1 weeks, "next year" 1 year, "more than 10 years ago" -10 years with
/// [`Bound::MoreThan`]. The date that it comes to is as coarse as its unit.
///
/// ```
/// use newsdesk::{Bound, Calendar, Relative, TimeUnit};
/// use chrono::NaiveDate;
///
/// let published = NaiveDate::from_ymd_opt(2018, 11, 30).unwrap();
/// let ago = Relative::new(-10, TimeUnit::Year).with_bound(Bound::MoreThan);
/// assert_eq!(ago.from(published).unwrap().to_string(), "../2008");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Relative {
    /// How many units later; negative for earlier.
    pub offset: i32,
    /// The unit.
    pub unit: TimeUnit,
    /// How the number bounds the distance.
    #[serde(default, skip_serializing_if = "Bound::is_exact")]
    pub bound: Bound,
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// How a number bounds a distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// "more than", "over", "at least".
    MoreThan,
    /// "less than", "under", "within".
    LessThan,
}

impl Bound {
    fn is_exact(&self) -> bool {
        *self == Self::Exact
    }
}

impl Relative {
    /// Exactly `offset` units from the day of publication.
    #[must_use]
    pub fn new(offset: i32, unit: TimeUnit) -> Self {
        Self { offset, unit, bound: Bound::Exact }
    }

    /// The date that this is, seen from `anchor`; none if the calendar does not reach that far.
    #[must_use]
    pub fn from(self, anchor: NaiveDate) -> Option<Calendar> {
        let there = self.exactly_from(anchor)?;
        let toward_anchor = |end: Calendar| match self.offset < 0 {
            true => DateRange::since(end),
            false => DateRange::until(end),
        };
        let away_from_anchor = |end: Calendar| match self.offset < 0 {
            true => DateRange::until(end),
            false => DateRange::since(end),
        };
        Some(match self.bound {
            Bound::Exact => there,
            Bound::MoreThan => away_from_anchor(there).into(),
            Bound::LessThan => toward_anchor(there).into(),
        })
    }

    fn exactly_from(self, anchor: NaiveDate) -> Option<Calendar> {
        let distance = self.offset.unsigned_abs();
        let later = self.offset >= 0;
        match self.unit {
            TimeUnit::Day => shift_days(anchor, i64::from(self.offset)).map(Calendar::Day),
            TimeUnit::Week => {
                let monday = shift_days(anchor, -i64::from(anchor.weekday().num_days_from_monday()))?;
                let monday = shift_days(monday, 7 * i64::from(self.offset))?;
                let sunday = shift_days(monday, 6)?;
                Some(DateRange::new(Calendar::Day(monday), Calendar::Day(sunday)).into())
            }
            TimeUnit::Month => {
                let months = Months::new(distance);
                let day = if later {
                    anchor.checked_add_months(months)
                } else {
                    anchor.checked_sub_months(months)
                }?;
                Some(Calendar::Month { year: day.year(), month: day.month() })
            }
            TimeUnit::Year => anchor.year().checked_add(self.offset).map(Calendar::Year),
        }
    }
}

/// On which side of the day of publication a month or a day without a year lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    pub(super) is_later: bool,
    /// Whether the month or day of publication itself may be meant: "met in November", and not "last November".
    own: bool,
}

impl Side {
    /// What a distance beside a month tells: a month away is the next of its name, less than a year away the one of
    /// the year that ends or begins now.
    pub(super) fn of(relative: Relative) -> Option<Self> {
        let own = match (relative.unit, relative.bound) {
            (TimeUnit::Month, Bound::Exact) => false,
            (TimeUnit::Year, Bound::LessThan) => true,
            _ => return None,
        };
        (relative.offset.unsigned_abs() == 1).then_some(Self { is_later: relative.offset > 0, own })
    }

    /// Whether something lies on this side of `anchor`.
    pub(super) fn has<T: Ord>(self, it: T, anchor: T) -> bool {
        match self.is_later {
            _ if it == anchor => self.own,
            true => it > anchor,
            false => it < anchor,
        }
    }
}

builder! { Relative {
    set with_bound(bound: Bound);
} }

fn shift_days(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let distance = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) }
}

/// "Tuesday": the last one up to the anchor. "next Tuesday": the first after it. "last Tuesday": before it.
pub(super) fn weekday_near(
    anchor: NaiveDate,
    weekday: Weekday,
    relative: Option<Relative>,
) -> Option<Calendar> {
    let back = i64::from(anchor.weekday().days_since(weekday));
    let by = match relative.map(|relative| relative.offset) {
        None => -back,
        Some(0) => {
            let monday = -i64::from(anchor.weekday().num_days_from_monday());
            monday + i64::from(weekday.num_days_from_monday())
        }
        Some(offset) if offset > 0 => 7 - back,
        Some(_) if back == 0 => -7,
        Some(_) => -back,
    };
    shift_days(anchor, by).map(Calendar::Day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    fn friday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2018, 11, 30).unwrap()
    }

    fn resolved(date: Date) -> String {
        date.resolve(friday()).edtf().unwrap()
    }

    #[test]
    fn a_unit_is_as_coarse_as_what_it_gives() {
        for (offset, unit, expected) in [
            (0, TimeUnit::Day, "2018-11-30"),
            (-1, TimeUnit::Day, "2018-11-29"),
            (1, TimeUnit::Week, "2018-12-03/2018-12-09"),
            (-1, TimeUnit::Month, "2018-10"),
            (1, TimeUnit::Year, "2019"),
        ] {
            assert_eq!(resolved(Date::new("").with_relative(Relative::new(offset, unit))), expected);
        }
    }

    #[test]
    fn a_distance_in_years_tells_the_year_of_a_month_or_day() {
        let last_year = Relative::new(-1, TimeUnit::Year);
        let told =
            |calendar: Calendar| resolved(Date::new("").with_calendar(calendar).with_relative(last_year));
        assert_eq!(told(Calendar::MonthOfYear(12)), "2017-12");
        assert_eq!(told(Calendar::MonthDay { month: 12, day: 5 }), "2017-12-05");
        let days = |month, day| Calendar::MonthDay { month, day };
        assert_eq!(told(DateRange::new(days(12, 30), days(1, 2)).into()), "2016-12-30/2017-01-02");
        assert_eq!(told(DateRange::since(Calendar::MonthOfYear(3)).into()), "2017-03/..");
        // There was no such day.
        assert_eq!(
            Date::new("").with_calendar(days(2, 29)).with_relative(last_year).resolve(friday()).known(),
            None
        );
    }

    #[test]
    fn a_weekday_tells_the_year_of_a_day() {
        let day = |weekday| {
            Date::new("").with_calendar(Calendar::MonthDay { month: 6, day: 3 }).with_weekday(weekday)
        };
        assert_eq!(resolved(day(Weekday::Mon)), "2019-06-03");
        assert_eq!(resolved(day(Weekday::Sun)), "2018-06-03");
        // No such year is near.
        assert_eq!(resolved(day(Weekday::Thu)), "2018-06-03");
    }

    #[test]
    fn a_distance_tells_the_side_of_a_month() {
        let told = |month, relative| {
            resolved(Date::new("").with_calendar(Calendar::MonthOfYear(month)).with_relative(relative))
        };
        let next = |offset| Relative::new(offset, TimeUnit::Month);
        assert_eq!(told(1, next(-1)), "2018-01");
        assert_eq!(told(11, next(-1)), "2017-11");
        assert_eq!(told(9, next(1)), "2019-09");
        let within = |offset| Relative::new(offset, TimeUnit::Year).with_bound(Bound::LessThan);
        assert_eq!(told(11, within(-1)), "2018-11");
        assert_eq!(told(3, within(-1)), "2018-03");
        assert_eq!(told(6, within(1)), "2019-06");
        let since = Date::new("").with_calendar(DateRange::since(Calendar::MonthOfYear(12)));
        assert_eq!(resolved(since.with_relative(next(-1))), "2017-12/..");
    }

    #[test]
    fn a_bare_weekday_looks_back_and_next_looks_forward() {
        let tuesday = Date::new("Tuesday").with_weekday(Weekday::Tue);
        assert_eq!(resolved(tuesday.clone()), "2018-11-27");
        assert_eq!(resolved(tuesday.with_relative(Relative::new(1, TimeUnit::Week))), "2018-12-04");
        let friday = Date::new("last Friday").with_weekday(Weekday::Fri);
        assert_eq!(resolved(friday.with_relative(Relative::new(-1, TimeUnit::Week))), "2018-11-23");
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        for unit in [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Year] {
            for offset in [i32::MIN, i32::MAX] {
                for bound in [Bound::Exact, Bound::MoreThan, Bound::LessThan] {
                    let _ = Relative::new(offset, unit).with_bound(bound).from(friday());
                    let _ = Relative::new(offset, unit).with_bound(bound).from(NaiveDate::MAX);
                    let _ = Relative::new(offset, unit).with_bound(bound).from(NaiveDate::MIN);
                }
            }
        }
    }
}
