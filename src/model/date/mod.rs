//! Dates as news gives them: exact, partial, ranged or relative, with the words kept.

mod calendar;
mod edtf;
mod relative;

pub use calendar::{Calendar, DateRange};
use relative::Side;
pub use relative::{Bound, Relative, TimeUnit};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::builder::builder;

/// A date as the news gives it.
///
/// The words may say a calendar date ("4 May 2022", "May", "1999-2000"), a weekday ("Tuesday"), a
/// distance from the day of publication ("today", "next year", "more than 10 years ago"), or several
/// of them at once ("today (Wednesday 4 January)"). Each is kept as it was said. What they come to is
/// [`resolved`](Self::resolved), and only against an anchor that is given or read: nothing is guessed.
///
/// ```
/// use newsdesk::{Calendar, Date, Relative, TimeUnit};
/// use chrono::NaiveDate;
///
/// let next_year = Date::new("next year").with_relative(Relative::new(1, TimeUnit::Year));
/// assert_eq!(next_year.known(), None);
///
/// let published = NaiveDate::from_ymd_opt(2018, 11, 30).unwrap();
/// let next_year = next_year.resolve(published);
/// assert_eq!(next_year.known(), Some(&Calendar::Year(2019)));
/// assert_eq!(next_year.edtf().as_deref(), Some("2019"));
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Date {
    /// The words, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub raw: String,
    /// The calendar part of the words, perhaps without its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Calendar>,
    /// The weekday that the words name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// The distance from the day of publication that the words give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<Relative>,
    /// Whether the words say "about", "around" or the like.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// What the words come to, where `calendar` alone does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<Calendar>,
}

impl Date {
    /// A date of which only the words are known.
    #[must_use]
    pub fn new(raw: impl Into<String>) -> Self {
        Self { raw: raw.into(), ..Self::default() }
    }

    /// A calendar day; the words are its ISO 8601 form.
    ///
    /// ```
    /// # use newsdesk::Date; use chrono::NaiveDate;
    /// let day = Date::day(NaiveDate::from_ymd_opt(2018, 11, 30).unwrap());
    /// assert_eq!(day.raw, "2018-11-30");
    /// ```
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self::new(day.to_string()).with_calendar(Calendar::Day(day))
    }

    /// A moment; the words are its RFC 3339 form.
    #[must_use]
    pub fn instant(instant: DateTime<FixedOffset>) -> Self {
        Self::new(instant.to_rfc3339()).with_calendar(Calendar::Instant(instant))
    }

    /// The calendar date that this comes to, if that is known.
    #[must_use]
    pub fn known(&self) -> Option<&Calendar> {
        self.resolved.as_ref().or(self.calendar.as_ref().filter(|calendar| calendar.is_absolute()))
    }

    /// The first day that this may mean, if that is known.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.known()?.first_day()
    }

    /// The last day that this may mean, if that is known.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.known()?.last_day()
    }

    /// Works out [`resolved`](Self::resolved) against `anchor`, the day that the words were published on.
    ///
    /// A date that is absolute in itself, or that the anchor does not settle, is left as it is. A bare
    /// weekday is the one nearest to the anchor within six days *before* it: news looks back. A date
    /// without a year is taken in the year that puts it nearest to the anchor, unless a distance says on which
    /// side of it: "last November".
    ///
    /// ```
    /// # use newsdesk::{Calendar, Date}; use chrono::NaiveDate;
    /// let date = Date::new("4 January").with_calendar(Calendar::MonthDay { month: 1, day: 4 });
    /// let date = date.resolve(NaiveDate::from_ymd_opt(2018, 12, 30).unwrap());
    /// assert_eq!(date.edtf().as_deref(), Some("2019-01-04"));
    /// ```
    #[must_use]
    pub fn resolve(mut self, anchor: NaiveDate) -> Self {
        if self.calendar.as_ref().is_some_and(Calendar::is_absolute) {
            return self;
        }
        // "March last year": the distance tells the year.
        let is_year = |distance: &Relative| distance.unit == TimeUnit::Year && distance.bound == Bound::Exact;
        let in_year = self.relative.filter(is_year).and_then(|distance| {
            self.calendar.as_ref()?.in_year(anchor.year().checked_add(distance.offset)?)
        });
        if in_year.is_some() {
            self.resolved = in_year;
            return self;
        }
        self.resolved = match (&self.calendar, self.relative, self.weekday) {
            (Some(Calendar::MonthDay { month, day }), relative, Some(weekday)) if relative.is_none() => {
                let falls = calendar::on_weekday(anchor, (*month, *day), weekday);
                falls.or_else(|| self.calendar.as_ref()?.nearest_to(anchor))
            }
            (Some(partial), relative, _) => match relative.and_then(Side::of) {
                Some(side) => partial.beside(anchor, side),
                None => partial.nearest_to(anchor),
            },
            (None, Some(relative), None) => relative.from(anchor),
            (None, relative, Some(weekday)) => relative::weekday_near(anchor, weekday, relative),
            (None, None, None) => None,
        };
        self
    }

    /// The date in the Extended Date/Time Format (ISO 8601-2), if it is known.
    ///
    /// ```
    /// # use newsdesk::{Calendar, Date};
    /// let date = Date::new("about 1918").with_calendar(Calendar::Year(1918)).with_approximate(true);
    /// assert_eq!(date.edtf().as_deref(), Some("1918~"));
    /// ```
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        Some(edtf::format(self.known()?, self.approximate))
    }
}

builder! { Date {
    set with_raw(raw: String);
    some with_calendar(calendar: Calendar);
    some with_weekday(weekday: Weekday);
    some with_relative(relative: Relative);
    set with_approximate(approximate: bool);
    some with_resolved(resolved: Calendar);
} }

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self::day(day)
    }
}

impl std::fmt::Display for Date {
    /// The words, or the EDTF form where there are none.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.raw.is_empty() {
            f.write_str(self.edtf().as_deref().unwrap_or_default())
        } else {
            f.write_str(&self.raw)
        }
    }
}
