//! The Extended Date/Time Format of ISO 8601-2 (level 1, and unspecified digits of level 2).

use chrono::SecondsFormat;

use super::Calendar;

/// `calendar` in EDTF; `~` marks each end of an approximate date.
pub(super) fn format(calendar: &Calendar, approximate: bool) -> String {
    let mark = if approximate { "~" } else { "" };
    match calendar {
        // EDTF puts no qualifier on a time of day.
        Calendar::Instant(instant) => instant.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        Calendar::Day(day) => format!("{}{mark}", day.format("%Y-%m-%d")),
        Calendar::Month { year, month } => format!("{}-{month:02}{mark}", year_digits(*year)),
        Calendar::Year(year) => format!("{}{mark}", year_digits(*year)),
        Calendar::Decade(year) => {
            let digits = year_digits(*year);
            format!("{}X{mark}", digits.get(..digits.len() - 1).unwrap_or_default())
        }
        Calendar::MonthDay { month, day } => format!("XXXX-{month:02}-{day:02}{mark}"),
        Calendar::MonthOfYear(month) => format!("XXXX-{month:02}{mark}"),
        Calendar::DayOfMonth(day) => format!("XXXX-XX-{day:02}{mark}"),
        Calendar::Range(range) => {
            let end = |end: &Option<Calendar>| match end {
                Some(calendar) => format(calendar, approximate),
                None => "..".to_owned(),
            };
            format!("{}/{}", end(&range.start), end(&range.end))
        }
    }
}

/// Four digits, or `Y` and as many as it takes.
fn year_digits(year: i32) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", year.unsigned_abs()),
        _ => format!("Y{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DateRange;
    use chrono::NaiveDate;

    #[test]
    fn each_shape_has_its_form() {
        let day = NaiveDate::from_ymd_opt(2018, 3, 8).unwrap();
        for (calendar, expected) in [
            (Calendar::Day(day), "2018-03-08"),
            (Calendar::Month { year: 1918, month: 9 }, "1918-09"),
            (Calendar::Year(-43), "-0043"),
            (Calendar::Decade(1990), "199X"),
            (Calendar::MonthDay { month: 1, day: 4 }, "XXXX-01-04"),
            (Calendar::DayOfMonth(23), "XXXX-XX-23"),
            (DateRange::new(Calendar::Year(1999), Calendar::Year(2000)).into(), "1999/2000"),
            (DateRange::until(Calendar::Year(2008)).into(), "../2008"),
        ] {
            assert_eq!(format(&calendar, false), expected);
        }
        assert_eq!(format(&DateRange::since(Calendar::Year(1999)).into(), true), "1999~/..");
    }
}
