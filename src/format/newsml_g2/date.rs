//! Dates and times: `xs:dateTime`, or cut off after the day, the month or the year (`TruncatedDateTimePropType`).

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, TimeZone, Timelike, Utc};

use crate::format::iso_date;
use crate::model::{Calendar, Date, DateRange};

/// Stands where the schema wants a moment and none is known.
pub(super) const UNKNOWN: &str = "1970-01-01T00:00:00Z";

/// A date as it stands in a document, and what is wrong with it; what cannot be read has its words alone.
pub(super) fn read(text: &str) -> (Date, Option<String>) {
    let words = text.trim();
    let date = Date::new(words);
    if let Some(calendar) = calendar(words) {
        let date = date.with_calendar(calendar);
        return (date, None);
    }
    if words.is_empty() {
        return (date, Some("a date is missing here".to_owned()));
    }
    match iso_date::calendar(words) {
        Some(calendar) => {
            let message = format!("{words:?} is not written as a date should be: write {calendar}");
            (date.with_calendar(calendar), Some(message))
        }
        None => (date, Some(format!("{words:?} is no date: write 2018-11-30 or 2018-11-30T12:00:00+01:00"))),
    }
}

fn calendar(text: &str) -> Option<Calendar> {
    match text.len() {
        4 => text.parse().ok().filter(|_| is_digits(text)).map(Calendar::Year),
        7 => {
            let (year, month) = text.split_once('-')?;
            let (year, month) = (number(year, 4)?, u32::try_from(number(month, 2)?).ok()?);
            (1..=12).contains(&month).then_some(Calendar::Month { year, month })
        }
        10 => day(text).map(Calendar::Day),
        _ if text.contains('T') => DateTime::parse_from_rfc3339(text).ok().map(Calendar::Instant),
        // A day with its time zone.
        11.. => {
            let (start, zone) = text.split_at_checked(10)?;
            let is_zone = zone == "Z"
                || (zone.len() == 6 && zone.starts_with(['+', '-']) && zone.get(3..4) == Some(":"));
            day(start).filter(|_| is_zone).map(Calendar::Day)
        }
        _ => None,
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let (year, month, day) =
        (number(parts.next()?, 4)?, number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn number(text: &str, digits: usize) -> Option<i32> {
    text.parse().ok().filter(|_| text.len() == digits && is_digits(text))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date as the schema writes it, cut off where it is known no further; none if the schema has no form for it.
pub(super) fn truncated(date: &Date) -> Option<String> {
    let known = date.known()?;
    // As it was written, if that says the same.
    match calendar(&date.raw) {
        Some(written)
            if written == *known && written.to_string() == known.to_string() && is_valid(&date.raw) =>
        {
            Some(date.raw.clone())
        }
        _ => form(known),
    }
}

/// A date as a moment: of a day, its start in UTC.
pub(super) fn moment(date: &Date) -> Option<String> {
    match date.known()? {
        Calendar::Instant(_) => truncated(date),
        other => {
            let day = other.first_day().filter(|day| has_four_digits(day.year()))?;
            let start = Utc.from_utc_datetime(&day.and_time(NaiveTime::MIN));
            Some(start.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        }
    }
}

/// The start and the end of a date that may be a range.
pub(super) fn range(date: &Date) -> Option<(String, Option<String>)> {
    match date.known()? {
        Calendar::Range(range) => match (range.start.as_ref().map(form)?, &range.end) {
            (Some(start), Some(end)) => Some((start, Some(form(end)?))),
            (Some(start), None) => Some((start, None)),
            (None, _) => None,
        },
        _ => Some((truncated(date)?, None)),
    }
}

/// The date that a start and an end come to.
pub(super) fn of_range(start: &str, end: Option<&str>) -> Date {
    let (date, _) = read(start);
    let Some((end, _)) = end.map(read) else { return date };
    let raw = format!("{}/{}", date.raw, end.raw);
    match (date.calendar, end.calendar) {
        (Some(start), Some(end)) => Date::new(raw).with_calendar(DateRange::new(start, end)),
        _ => Date::new(raw),
    }
}

fn form(calendar: &Calendar) -> Option<String> {
    match calendar {
        Calendar::Instant(instant) => {
            let text = instant.to_rfc3339_opts(SecondsFormat::AutoSi, true);
            // In UTC if the zone is further from it than the schema has zones, and without a leap second.
            let in_utc = || {
                let moment = instant.to_utc().with_nanosecond(instant.nanosecond().min(999_999_999))?;
                Some(moment.to_rfc3339_opts(SecondsFormat::AutoSi, true))
            };
            [Some(text), in_utc()].into_iter().flatten().find(|text| is_valid(text))
        }
        Calendar::Day(day) => has_four_digits(day.year()).then(|| day.to_string()),
        Calendar::Month { year, month } => has_four_digits(*year).then(|| format!("{year:04}-{month:02}")),
        Calendar::Year(year) => has_four_digits(*year).then(|| format!("{year:04}")),
        _ => None,
    }
}

/// Whether a form is in the schema too: not in the year 0, without a leap second, and 14 hours from UTC at most.
fn is_valid(form: &str) -> bool {
    let (day, time) = form.split_once('T').unwrap_or((form, ""));
    let zone = time.rsplit_once(['+', '-']).or_else(|| day.get(10..)?.rsplit_once(['+', '-']));
    let is_near = |hours: &str, minutes: &str| hours < "14" || (hours == "14" && minutes == "00");
    let has_zone =
        zone.is_none_or(|(_, zone)| zone.split_once(':').is_some_and(|(h, m)| is_near(h, m) && m < "60"));
    let has_year =
        form.split('-').next().is_some_and(|year| is_digits(year) && year.len() == 4 && year != "0000");
    has_year && time.get(6..8).is_none_or(|seconds| seconds < "60") && has_zone
}

/// The schema has a year 0 in no version, and four digits in all.
fn has_four_digits(year: i32) -> bool {
    (1..=9999).contains(&year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_read_and_what_is_wrong_is_told() {
        for (text, edtf, is_right) in [
            ("2018-10-18T13:05:00Z \n", Some("2018-10-18T13:05:00Z"), true),
            ("2018-10-18T13:05:00+01:00", Some("2018-10-18T13:05:00+01:00"), true),
            ("2018-10-18", Some("2018-10-18"), true),
            ("2018-10-18+01:00", Some("2018-10-18"), true),
            ("2018-10", Some("2018-10"), true),
            ("2018", Some("2018"), true),
            ("2018-10-18T13:05:00+0100", Some("2018-10-18T13:05:00+01:00"), false),
            ("2018-10-18T13:05+0100", Some("2018-10-18T13:05:00+01:00"), false),
            ("2018-10-18 13:05:00 +01:00", Some("2018-10-18T13:05:00+01:00"), false),
            ("2018-10-18T13:05:00", Some("2018-10-18"), false),
            ("2018-02-30", None, false),
            ("soon", None, false),
            ("", None, false),
        ] {
            let (date, wrong) = read(text);
            assert_eq!(date.edtf().as_deref(), edtf, "{text}");
            assert_eq!(wrong.is_none(), is_right, "{text}: {wrong:?}");
            assert_eq!(date.raw, text.trim());
        }
    }

    #[test]
    fn a_date_that_the_schema_has_no_form_for_is_written_in_another_or_not_at_all() {
        for (text, form) in [
            ("2018-10-18T13:05:00+14:00", Some("2018-10-18T13:05:00+14:00")),
            ("8501-01-27T11:10:40.715-17:11", Some("8501-01-28T04:21:40.715Z")),
            ("2016-12-31T23:59:60Z", Some("2016-12-31T23:59:59.999999999Z")),
            ("2018-10-18+17:00", Some("2018-10-18")),
            ("0000", None),
        ] {
            assert_eq!(truncated(&read(text).0).as_deref(), form, "{text}");
        }
    }

    #[test]
    fn a_date_is_written_in_its_own_words_where_they_are_right() {
        for text in ["2018-10-18T13:05:00.000Z", "2018-10-18+01:00", "2018", "2018-10"] {
            assert_eq!(truncated(&read(text).0).as_deref(), Some(text));
        }
        let day = NaiveDate::from_ymd_opt(2018, 3, 8).unwrap();
        assert_eq!(truncated(&Date::new("8 March").with_calendar(day)).as_deref(), Some("2018-03-08"));
        assert_eq!(moment(&Date::day(day)).as_deref(), Some("2018-03-08T00:00:00Z"));
        assert_eq!(truncated(&Date::new("in the 1990s").with_calendar(Calendar::Decade(1990))), None);
        let days = of_range("2018-03-08", Some("2018-03-10"));
        assert_eq!(range(&days), Some(("2018-03-08".to_owned(), Some("2018-03-10".to_owned()))));
    }
}
