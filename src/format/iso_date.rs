//! Dates of ISO 8601 as JSON formats have them: whole moments, days, months, years.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, SecondsFormat};

use crate::model::{Calendar, Date, DateRange};

/// The date that `text` is; where it is none, or says less than the model needs, its words are kept.
pub(super) fn date(text: &str) -> Date {
    calendar(text).into_iter().fold(Date::new(text), Date::with_calendar)
}

/// Whether `text` is a moment as RFC 3339 has it, or a whole day.
pub(super) fn is_exact(text: &str) -> bool {
    matches!(extended(text), Some(Calendar::Instant(_) | Calendar::Day(_)))
}

/// How a date is written where a moment or a day must stand.
pub(super) fn written_exactly(date: &Date) -> Option<Cow<'_, str>> {
    written(date).filter(|text| is_exact(text))
}

/// What `text` says: `2019`, `2019-05`, `2019-05-10`, `2019-05-10T16:02:28+02:00`; white space and an
/// offset without its colon are gone around. A time without an offset is no moment: its day is given.
pub(super) fn calendar(text: &str) -> Option<Calendar> {
    extended(text).or_else(|| extended(text.trim())).or_else(|| moment(text.trim()))
}

/// The date, if it is in the extended form to the letter.
fn extended(text: &str) -> Option<Calendar> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(Calendar::Instant(moment));
    }
    day(text).or_else(|| month(text))
}

fn month(text: &str) -> Option<Calendar> {
    let (year, month) = text.rsplit_once('-').filter(|(year, _)| !year.is_empty())?;
    let month = month.parse().ok().filter(|number| (1..=12).contains(number) && month.len() == 2)?;
    Some(Calendar::Month { year: self::year(year)?, month })
}

fn day(text: &str) -> Option<Calendar> {
    if let Some(year) = year(text) {
        return Some(Calendar::Year(year));
    }
    let (rest, day) = text.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    let number = |digits: &str| digits.parse::<u32>().ok().filter(|_| digits.len() == 2);
    NaiveDate::from_ymd_opt(self::year(year)?, number(month)?, number(day)?).map(Calendar::Day)
}

/// Four digits or more, perhaps with a sign.
fn year(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_year = digits.len() >= 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.len() == 4 || !digits.starts_with('0'));
    is_year.then(|| text.parse().ok())?
}

/// A moment that RFC 3339 would write otherwise, or the day of one without an offset.
fn moment(text: &str) -> Option<Calendar> {
    let (day, time) = text.split_once(['T', 't', ' '])?;
    let time: String = time.chars().filter(|c| !c.is_whitespace()).collect();
    let (clock, offset) = time.split_at_checked(time.find(['Z', 'z', '+', '-']).unwrap_or(time.len()))?;
    let seconds = if clock.matches(':').count() == 1 { ":00" } else { "" };
    let offset = match offset.split_at_checked(3) {
        Some((hours, minutes)) if !minutes.is_empty() && !minutes.starts_with(':') => {
            format!("{hours}:{minutes}")
        }
        Some((hours, "")) => format!("{hours}:00"),
        _ => offset.to_owned(),
    };
    let with_offset =
        |offset: &str| DateTime::parse_from_rfc3339(&format!("{day}T{clock}{seconds}{offset}")).ok();
    match offset.as_str() {
        "" => with_offset("Z").and(self::day(day)),
        offset => with_offset(offset).map(Calendar::Instant),
    }
}

/// How a date is written: in its own words where they are ISO 8601. None if it is none of the shapes that
/// [`calendar`] reads, or is a range.
pub(super) fn written(date: &Date) -> Option<Cow<'_, str>> {
    let known = date.known()?;
    if date.resolved.is_none() && extended(&date.raw).is_some_and(|said| is_same(&said, known)) {
        return Some(Cow::Borrowed(&date.raw));
    }
    canonical(known).map(Cow::Owned)
}

/// A moment as RFC 3339 has it: in the date's own words if they are such, a day as its first moment in UTC.
/// Of what is neither, or is before the year 0 or after 9999, there is none.
pub(super) fn as_moment(date: &Date) -> Option<Cow<'_, str>> {
    let text = match date.known()? {
        Calendar::Day(day) => Cow::Owned(format!("{}T00:00:00+00:00", day.format("%Y-%m-%d"))),
        Calendar::Instant(instant) => {
            let own = Some(date.raw.as_str()).filter(|raw| date.resolved.is_none() && is_moment(raw));
            let own = own.filter(|raw| self::date(raw).calendar == date.calendar);
            own.map_or_else(|| instant.to_rfc3339_opts(SecondsFormat::AutoSi, false).into(), Cow::Borrowed)
        }
        _ => return None,
    };
    (is_moment(&text)).then_some(text)
}

/// Whether a text is a `date-time` of RFC 3339.
pub(super) fn is_moment(text: &str) -> bool {
    text.as_bytes().get(10) == Some(&b'T') && chrono::DateTime::parse_from_rfc3339(text).is_ok()
}

/// The two ends of a date that is a range, or its one form twice over if it is not: written, and whether
/// each is a moment.
pub(super) fn ends(date: &Date) -> (Option<End<'_>>, Option<End<'_>>) {
    let Some(Calendar::Range(range)) = date.known() else {
        let is_moment = matches!(date.known(), Some(Calendar::Instant(_)));
        return (written(date).map(|text| End { text, is_moment }), None);
    };
    let (start, end) = date.raw.split_once('/').unwrap_or_default();
    (
        range.start.as_ref().and_then(|at| End::of(at, start)),
        range.end.as_ref().and_then(|at| End::of(at, end)),
    )
}

/// One end of a range.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct End<'d> {
    pub(super) text: Cow<'d, str>,
    pub(super) is_moment: bool,
}

impl<'d> End<'d> {
    fn of(end: &Calendar, words: &'d str) -> Option<Self> {
        let is_moment = matches!(end, Calendar::Instant(_));
        if extended(words).is_some_and(|said| is_same(&said, end)) {
            return Some(Self { text: Cow::Borrowed(words), is_moment });
        }
        Some(Self { text: Cow::Owned(canonical(end)?), is_moment })
    }
}

/// The date from one end to another; of one end, or of two equal ones, what that says alone.
pub(super) fn between(start: Option<&str>, end: Option<&str>) -> Option<Date> {
    match (start, end) {
        (None, None) => None,
        (Some(start), None) => Some(date(start)),
        (start, end) => {
            let range = DateRange { start: start.and_then(calendar), end: end.and_then(calendar) };
            let raw = format!("{}/{}", start.unwrap_or_default(), end.unwrap_or_default());
            Some(Date::new(raw).with_calendar(Calendar::from(range)))
        }
    }
}

/// The extended form, if [`calendar`] reads it back.
fn canonical(of: &Calendar) -> Option<String> {
    let text = match of {
        Calendar::Instant(moment) => moment.to_rfc3339_opts(SecondsFormat::AutoSi, false),
        Calendar::Day(_) | Calendar::Month { .. } | Calendar::Year(_) => of.to_string(),
        _ => return None,
    };
    extended(&text).filter(|read| is_same(read, of)).map(|_| text)
}

/// Equal, offsets from UTC included.
fn is_same(one: &Calendar, other: &Calendar) -> bool {
    match (one, other) {
        (Calendar::Instant(one), Calendar::Instant(other)) => one == other && one.offset() == other.offset(),
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        calendar(text).map(|calendar| calendar.to_string())
    }

    #[test]
    fn each_shape_is_read() {
        for (text, expected) in [
            ("2019-05-10T16:02:28+02:00", "2019-05-10T16:02:28+02:00"),
            ("2019-05-10T16:02:28Z", "2019-05-10T16:02:28Z"),
            (" 2019-05-10 16:02:28 +0200 ", "2019-05-10T16:02:28+02:00"),
            ("2019-05-10T16:02+02", "2019-05-10T16:02:00+02:00"),
            ("2019-05-10T16:02:28", "2019-05-10"),
            ("2019-05-10", "2019-05-10"),
            ("2019-05", "2019-05"),
            ("2019", "2019"),
            ("-0043", "-0043"),
            ("-0043-03", "-0043-03"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "", "today", "2019-5", "2019-13", "2019-02-30", "19", "2019-05-10T25:00:00Z", "2019-05-10Té", "-",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_written_in_its_own_words() {
        for text in ["2019-05-10T16:02:28Z", "2019-05-10T16:02:28+00:00", "2019-05-10", "2019-05"] {
            assert_eq!(written(&date(text)).as_deref(), Some(text));
        }
        let loose = date("2019-05-10 16:02:28 +0200");
        assert_eq!(written(&loose).as_deref(), Some("2019-05-10T16:02:28+02:00"));
        let next_year = Date::new("next year").with_resolved(Calendar::Year(2019));
        assert_eq!(written(&next_year).as_deref(), Some("2019"));
        assert_eq!(written(&Date::new("next year")), None);
    }

    #[test]
    fn the_ends_of_a_range_are_written_and_read() {
        let range = between(Some("2019-05-10T16:02:28Z"), Some("2019-05-11")).unwrap();
        let (start, end) = ends(&range);
        let (start, end) = (start.unwrap(), end.unwrap());
        assert_eq!((&*start.text, start.is_moment), ("2019-05-10T16:02:28Z", true));
        assert_eq!((&*end.text, end.is_moment), ("2019-05-11", false));
        assert_eq!(ends(&between(None, Some("2019")).unwrap()).0, None);
    }
}
