//! Dates in words, with the preposition that they take.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{Bound, Calendar, Date, DateRange, Relative, TimeUnit};

/// The words of a date, and the preposition before them, if they take one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) preposition: Option<&'static str>,
    pub(super) words: String,
}

impl Words {
    fn new(preposition: &'static str, words: impl Into<String>) -> Self {
        Self { preposition: Some(preposition), words: words.into() }
    }

    fn bare(words: impl Into<String>) -> Self {
        Self { preposition: None, words: words.into() }
    }
}

impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(preposition) = self.preposition {
            write!(f, "{preposition} ")?;
        }
        f.write_str(&self.words)
    }
}

/// The words of a date in full; none for one that English has no words for here.
pub(super) fn words(date: &Date) -> Option<Words> {
    let words = match (&date.calendar, date.weekday, date.relative) {
        (None, Some(weekday), None) => Words::new("on", weekday_name(weekday)),
        (None, Some(weekday), Some(relative)) => {
            let step = step(relative).filter(|_| relative.unit == TimeUnit::Week)?;
            Words::bare(format!("{step} {}", weekday_name(weekday)))
        }
        (None, None, Some(relative)) => relative_words(relative)?,
        (Some(calendar), weekday, relative) => {
            let words = calendar_words(calendar)?;
            match (weekday, relative) {
                (None, None) => words,
                (Some(weekday), None) if is_day(calendar) => {
                    Words::new("on", format!("{} {}", weekday_name(weekday), words.words))
                }
                (None, Some(relative)) if is_day(calendar) && relative.unit == TimeUnit::Day => {
                    Words::bare(format!("{} ({})", relative_words(relative)?.words, words.words))
                }
                _ => return None,
            }
        }
        (None, None, None) => return None,
    };
    if !date.approximate {
        return Some(words);
    }
    let about =
        matches!(date.calendar, Some(Calendar::Year(_) | Calendar::Month { .. } | Calendar::Decade(_)));
    about.then(|| Words { words: format!("about {}", words.words), ..words })
}

fn is_day(calendar: &Calendar) -> bool {
    matches!(calendar, Calendar::Day(_) | Calendar::MonthDay { .. } | Calendar::DayOfMonth(_))
}

fn calendar_words(calendar: &Calendar) -> Option<Words> {
    Some(match calendar {
        Calendar::Day(day) => Words::new("on", day_words(*day)),
        Calendar::Month { year, month } => Words::new("in", format!("{} {year}", month_name(*month)?)),
        Calendar::Year(year) => Words::new("in", year.to_string()),
        Calendar::Decade(year) => Words::new("in", format!("the {year}s")),
        Calendar::MonthDay { month, day } => Words::new("on", format!("{day} {}", month_name(*month)?)),
        Calendar::MonthOfYear(month) => Words::new("in", month_name(*month)?),
        Calendar::Range(range) => range_words(range)?,
        Calendar::Instant(_) | Calendar::DayOfMonth(_) => return None,
    })
}

fn range_words(range: &DateRange) -> Option<Words> {
    Some(match (&range.start, &range.end) {
        (Some(Calendar::Day(start)), Some(Calendar::Day(end))) => Words::new("from", days(*start, *end)),
        (Some(Calendar::Year(start)), Some(Calendar::Year(end))) => {
            Words::new("from", format!("{start} to {end}"))
        }
        (
            Some(Calendar::Month { year, month }),
            Some(Calendar::Month { year: last_year, month: last_month }),
        ) if year == last_year => {
            Words::new("from", format!("{} to {} {year}", month_name(*month)?, month_name(*last_month)?))
        }
        (Some(start), None) => Words::new("since", calendar_words(start)?.words),
        (None, Some(end)) => Words::new("until", calendar_words(end)?.words),
        _ => return None,
    })
}

/// "4 to 6 May 2018", "30 April to 3 May 2018", "30 December 2018 to 2 January 2019".
fn days(start: NaiveDate, end: NaiveDate) -> String {
    let last = day_words(end);
    if start.year() != end.year() {
        format!("{} to {last}", day_words(start))
    } else if start.month() != end.month() {
        format!("{} to {last}", start.format("%-d %B"))
    } else {
        format!("{} to {last}", start.day())
    }
}

fn day_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn relative_words(relative: Relative) -> Option<Words> {
    let exact = relative.bound == Bound::Exact;
    let plain = match (relative.unit, relative.offset) {
        (TimeUnit::Day, 0) => Some("today".to_owned()),
        (TimeUnit::Day, 1) => Some("tomorrow".to_owned()),
        (TimeUnit::Day, -1) => Some("yesterday".to_owned()),
        (TimeUnit::Day, _) => None,
        (unit, _) => step(relative).map(|step| format!("{step} {}", unit_name(unit, 1))),
    };
    if let Some(plain) = plain.filter(|_| exact) {
        return Some(Words::bare(plain));
    }
    let number = relative.offset.unsigned_abs();
    let length = format!("{} {}", number, unit_name(relative.unit, number));
    Some(match (relative.bound, relative.offset < 0) {
        (Bound::Exact, true) => Words::bare(format!("{length} ago")),
        (Bound::Exact, false) => Words::new("in", length),
        (Bound::MoreThan, true) => Words::bare(format!("more than {length} ago")),
        (Bound::LessThan, true) => Words::bare(format!("less than {length} ago")),
        (Bound::LessThan, false) => Words::new("within", length),
        (Bound::MoreThan, false) => return None,
    })
}

/// The words for the time since something last happened: "in more than 10 years", "since 1999".
pub(super) fn since(date: &Date) -> Option<Words> {
    let relative = match (date.relative, &date.calendar, date.weekday) {
        (Some(relative), None, None) => relative,
        _ => return words(date).filter(|words| words.preposition == Some("since")),
    };
    let number = relative.offset.unsigned_abs();
    let length = format!("{} {}", number, unit_name(relative.unit, number));
    Some(match (relative.bound, relative.offset < 0, date.approximate) {
        (Bound::Exact, true, false) => Words::new("in", length),
        (Bound::Exact, true, true) => Words::new("in", format!("almost {length}")),
        (Bound::MoreThan, true, false) => Words::new("in", format!("more than {length}")),
        _ => return None,
    })
}

fn step(relative: Relative) -> Option<&'static str> {
    if relative.bound != Bound::Exact {
        return None;
    }
    match relative.offset {
        -1 => Some("last"),
        0 => Some("this"),
        1 => Some("next"),
        _ => None,
    }
}

fn unit_name(unit: TimeUnit, number: u32) -> String {
    let name = match unit {
        TimeUnit::Day => "day",
        TimeUnit::Week => "week",
        TimeUnit::Month => "month",
        TimeUnit::Year => "year",
    };
    if number == 1 { name.to_owned() } else { format!("{name}s") }
}

fn month_name(month: u32) -> Option<&'static str> {
    let month = u8::try_from(month).ok().and_then(|month| chrono::Month::try_from(month).ok());
    month.map(|month| month.name())
}

fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn said(date: Date) -> String {
        words(&date).unwrap().to_string()
    }

    #[test]
    fn a_calendar_date_is_said_in_words() {
        let range = |start, end| Calendar::from(DateRange::new(Calendar::Day(start), Calendar::Day(end)));
        for (calendar, expected) in [
            (Calendar::Day(day(2018, 5, 4)), "on 4 May 2018"),
            (Calendar::Month { year: 2018, month: 5 }, "in May 2018"),
            (Calendar::Year(1999), "in 1999"),
            (range(day(2018, 5, 4), day(2018, 5, 6)), "from 4 to 6 May 2018"),
            (range(day(2018, 4, 30), day(2018, 5, 3)), "from 30 April to 3 May 2018"),
            (range(day(2018, 12, 30), day(2019, 1, 2)), "from 30 December 2018 to 2 January 2019"),
            (DateRange::since(Calendar::Year(1999)).into(), "since 1999"),
        ] {
            assert_eq!(said(Date::new("").with_calendar(calendar)), expected);
        }
    }

    #[test]
    fn a_near_date_is_said_from_the_day_of_publication() {
        let near = |offset, unit| Date::new("").with_relative(Relative::new(offset, unit));
        assert_eq!(said(near(0, TimeUnit::Day)), "today");
        assert_eq!(said(near(1, TimeUnit::Year)), "next year");
        assert_eq!(said(near(-3, TimeUnit::Week)), "3 weeks ago");
        assert_eq!(
            said(near(0, TimeUnit::Day).with_calendar(Calendar::MonthDay { month: 1, day: 4 })),
            "today (4 January)"
        );
        assert_eq!(said(near(1, TimeUnit::Week).with_weekday(Weekday::Tue)), "next Tuesday");
        assert_eq!(said(Date::new("").with_weekday(Weekday::Tue)), "on Tuesday");
    }
}
