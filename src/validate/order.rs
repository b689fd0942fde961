//! Which of two dates comes first, as far as that is certain.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::model::{Calendar, Date};

/// The calendar date that a date comes to, unless it is only about right.
pub(super) fn settled(date: &Date) -> Option<&Calendar> {
    date.known().filter(|_| !date.approximate)
}

/// Whether all of `earlier` lies before all of `later`.
///
/// Days of the same place compare as they are. A day and a moment may be told in different zones, so
/// only a whole day between them is certain.
pub(super) fn ends_before(earlier: &Calendar, later: &Calendar) -> bool {
    match (Edge::end(earlier), Edge::start(later)) {
        (Some(Edge::Moment(end)), Some(Edge::Moment(start))) => end < start,
        (Some(Edge::Day(end)), Some(Edge::Day(start))) => end < start,
        (Some(end), Some(start)) => (start.day() - end.day()).num_days() > 1,
        _ => false,
    }
}

/// Whether the end of a range lies before its start.
pub(super) fn is_reversed(calendar: &Calendar) -> bool {
    let Calendar::Range(range) = calendar else { return false };
    match (&range.start, &range.end) {
        (Some(start), Some(end)) => ends_before(end, start) || is_reversed(start) || is_reversed(end),
        (Some(only), None) | (None, Some(only)) => is_reversed(only),
        (None, None) => false,
    }
}

/// The first and last day, where both are told to the day.
pub(super) fn exact_days(calendar: &Calendar) -> Option<(NaiveDate, NaiveDate)> {
    let is_day = |calendar: &Calendar| matches!(calendar, Calendar::Day(_) | Calendar::Instant(_));
    let exact = match calendar {
        Calendar::Range(range) => [&range.start, &range.end].into_iter().flatten().all(is_day),
        other => is_day(other),
    };
    exact.then_some(())?;
    Some((calendar.first_day()?, calendar.last_day()?))
}

/// Whether `day` may be what `calendar` says; a range that does not say its years may be any day.
pub(super) fn may_be(calendar: &Calendar, day: NaiveDate) -> bool {
    use chrono::Datelike;
    match *calendar {
        Calendar::MonthDay { month, day: of_month } => (day.month(), day.day()) == (month, of_month),
        Calendar::MonthOfYear(month) => day.month() == month,
        Calendar::DayOfMonth(of_month) => day.day() == of_month,
        ref other => {
            other.first_day().is_none_or(|first| first <= day)
                && other.last_day().is_none_or(|last| day <= last)
        }
    }
}

/// One end of a date.
#[derive(Clone, Copy)]
enum Edge {
    Moment(DateTime<FixedOffset>),
    Day(NaiveDate),
}

impl Edge {
    fn start(calendar: &Calendar) -> Option<Self> {
        match calendar {
            Calendar::Instant(instant) => Some(Self::Moment(*instant)),
            Calendar::Range(range) => Self::start(range.start.as_ref()?),
            other => other.first_day().map(Self::Day),
        }
    }

    fn end(calendar: &Calendar) -> Option<Self> {
        match calendar {
            Calendar::Instant(instant) => Some(Self::Moment(*instant)),
            Calendar::Range(range) => Self::end(range.end.as_ref()?),
            other => other.last_day().map(Self::Day),
        }
    }

    fn day(self) -> NaiveDate {
        match self {
            Self::Moment(moment) => moment.date_naive(),
            Self::Day(day) => day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DateRange;

    fn day(text: &str) -> Calendar {
        Calendar::Day(text.parse().unwrap())
    }

    fn moment(text: &str) -> Calendar {
        Calendar::Instant(DateTime::parse_from_rfc3339(text).unwrap())
    }

    #[test]
    fn a_moment_just_before_midnight_elsewhere_is_not_certainly_another_day() {
        assert!(!ends_before(&moment("2018-03-07T23:00:00Z"), &day("2018-03-08")));
        assert!(ends_before(&moment("2018-03-06T23:00:00Z"), &day("2018-03-08")));
        assert!(ends_before(&moment("2018-03-08T01:00:00+11:00"), &moment("2018-03-07T23:00:00Z")));
    }

    #[test]
    fn a_coarse_date_is_before_only_when_all_of_it_is() {
        let march = Calendar::Month { year: 2018, month: 3 };
        assert!(!ends_before(&march, &day("2018-03-31")));
        assert!(ends_before(&march, &day("2018-04-01")));
        assert!(!ends_before(&DateRange::since(march.clone()).into(), &day("2030-01-01")));
        assert!(!is_reversed(&DateRange::new(march.clone(), march).into()));
    }
}
