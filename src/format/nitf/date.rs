//! Dates in NITF: ISO 8601 without separators, `20090423T114428-0500` or `20090423`.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::model::{Calendar, Date, DateRange};

/// The normalised form of a date that is a day or a moment of whole seconds; none for any other.
pub(super) fn norm(date: &Date) -> Option<String> {
    calendar_norm(date.known()?)
}

/// The normalised forms of the two ends of a date: of a day, the same twice.
pub(super) fn ends(date: &Date) -> (Option<String>, Option<String>) {
    match date.known() {
        Some(Calendar::Range(range)) => {
            (range.start.as_ref().and_then(calendar_norm), range.end.as_ref().and_then(calendar_norm))
        }
        Some(one) => (calendar_norm(one), None),
        None => (None, None),
    }
}

/// The date between two ends, of which one may be missing.
pub(super) fn between(start: Option<&str>, end: Option<&str>) -> Option<Date> {
    let (first, last) = (start.and_then(calendar), end.and_then(calendar));
    let raw = [start, end].into_iter().flatten().collect::<Vec<_>>().join("/");
    let calendar = match (first, last) {
        (None, None) => return None,
        (Some(day), None) if end.is_none() => day,
        (start, end) => {
            let mut range = DateRange::default();
            (range.start, range.end) = (start, end);
            range.into()
        }
    };
    Some(Date::new(raw).with_calendar(calendar))
}

/// Takes in a date; where it is none, its words are kept.
pub(super) fn take(slot: &mut Option<Date>, text: &str) -> Result<(), String> {
    let date = Date::new(text);
    let calendar = calendar(text);
    let known = calendar.is_some();
    *slot = Some(calendar.into_iter().fold(date, Date::with_calendar));
    if known {
        return Ok(());
    }
    Err(format!(
        "{text:?} is not a date: expected YYYYMMDD or YYYYMMDDTHHMMSS with an offset such as -0500 or Z"
    ))
}

fn calendar_norm(calendar: &Calendar) -> Option<String> {
    match calendar {
        Calendar::Day(day) => Some(day.format("%Y%m%d").to_string()).filter(|norm| norm.len() == 8),
        Calendar::Instant(instant) => {
            let norm = instant.format("%Y%m%dT%H%M%S").to_string();
            let offset = instant.offset().local_minus_utc();
            let zone = match offset {
                0 => "Z".to_owned(),
                _ => instant.format("%z").to_string(),
            };
            (norm.len() == 15 && offset % 60 == 0).then_some(norm + &zone)
        }
        _ => None,
    }
}

/// A day or a moment, with or without the separators of ISO 8601.
pub(super) fn calendar(text: &str) -> Option<Calendar> {
    let plain: String = text.trim().chars().filter(|c| !c.is_whitespace()).collect();
    let (day, time) = plain.split_once(['T', 't']).unwrap_or((&plain, ""));
    let day = day.replace('-', "");
    let part = |digits: std::ops::Range<usize>| day.get(digits)?.parse::<u32>().ok();
    let date = || NaiveDate::from_ymd_opt(i32::try_from(part(0..4)?).ok()?, part(4..6)?, part(6..8)?);
    if day.len() != 8 || !day.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if time.is_empty() {
        return date().map(Calendar::Day);
    }
    let zone_at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at_checked(zone_at)?;
    let clock = clock.replace(':', "");
    let zone = match zone {
        "Z" | "z" => "+0000".to_owned(),
        offset => offset.replace(':', ""),
    };
    let pattern = match clock.len() {
        4 => "%Y%m%d%H%M%z",
        6 => "%Y%m%d%H%M%S%z",
        _ => "%Y%m%d%H%M%S%.f%z",
    };
    let moment: DateTime<FixedOffset> =
        DateTime::parse_from_str(&format!("{day}{clock}{zone}"), pattern).ok()?;
    Some(Calendar::Instant(moment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_norm_reads_back_as_it_was() {
        for text in ["20020225T143000-0500", "20091123T114428Z", "20091123"] {
            let mut date = None;
            take(&mut date, text).unwrap();
            assert_eq!(norm(date.as_ref().unwrap()).as_deref(), Some(text));
        }
    }

    #[test]
    fn other_forms_are_read_too() {
        for (text, norm_of) in [
            (" 2002-02-25T14:30:00-05:00 ", "20020225T143000-0500"),
            ("20020225T1430Z", "20020225T143000Z"),
            ("2002-02-25", "20020225"),
        ] {
            assert_eq!(calendar(text).as_ref().and_then(calendar_norm).as_deref(), Some(norm_of), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_keeps_its_words() {
        for text in ["", "yesterday", "20021399", "20020225T1430", "2002-02", "20020225Té"] {
            let mut date = None;
            assert!(take(&mut date, text).is_err(), "{text}");
            assert_eq!(date, Some(Date::new(text)));
        }
    }

    #[test]
    fn a_month_has_no_norm() {
        assert_eq!(norm(&Date::new("May").with_calendar(Calendar::Month { year: 2022, month: 5 })), None);
    }
}
