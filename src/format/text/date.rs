//! Dates in datelines and embargo lines: a small strict reader.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Weekday};

use crate::model::{Calendar, Date};

/// The date that `words` give; its calendar part only if every word was understood.
///
/// Understood are "4 May 2022", "May 4, 2022", "4 May" and "2022-05-04", each perhaps with a weekday,
/// and with a time of day and a zone before or after it: "00:01 BST 4 MAY 2022". A time without a zone
/// is left to the words: the day is what is certain.
pub(in crate::format) fn date(words: &str) -> Date {
    let mut date = Date::new(words);
    if let Ok(instant) = DateTime::parse_from_rfc3339(words) {
        date.calendar = Some(Calendar::Instant(instant));
    } else if let Some(parts) = Parts::read(words) {
        date.weekday = parts.weekday;
        date.calendar = parts.calendar();
    }
    date
}

/// What the words of a date say, each thing at most once.
#[derive(Default)]
struct Parts {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    weekday: Option<Weekday>,
    time: Option<NaiveTime>,
    zone: Option<FixedOffset>,
}

/// No date of ours has more words.
const MOST_WORDS: usize = 10;

impl Parts {
    /// Reads every word, or nothing.
    fn read(words: &str) -> Option<Self> {
        if words.split_whitespace().count() > MOST_WORDS {
            return None;
        }
        let mut parts = Self::default();
        let mut words = words.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let word = word.trim_matches([',', '(', ')']);
            let half =
                words.peek().map(|next| next.trim_end_matches(',')).filter(|next| half_day(next).is_some());
            if let Some(time) = time_of_day(word, half) {
                set(&mut parts.time, time)?;
                if half.is_some() {
                    words.next();
                }
            } else {
                parts.take(word)?;
            }
        }
        Some(parts)
    }

    fn take(&mut self, word: &str) -> Option<()> {
        if ["on", "at", "hours", "hrs", "of"].iter().any(|filler| filler.eq_ignore_ascii_case(word)) {
            return Some(());
        }
        if let Some(month) = month(word) {
            return set(&mut self.month, month);
        }
        if let Some(weekday) = weekday(word) {
            return set(&mut self.weekday, weekday);
        }
        if let Some(zone) = zone(word) {
            return set(&mut self.zone, zone);
        }
        if let Ok(day) = NaiveDate::parse_from_str(word, "%Y-%m-%d") {
            use chrono::Datelike;
            set(&mut self.day, day.day())?;
            set(&mut self.month, day.month())?;
            return set(&mut self.year, day.year());
        }
        let digits =
            ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        match digits.len() {
            1 | 2 => set(&mut self.day, digits.parse().ok()?),
            4 if digits.len() == word.len() => set(&mut self.year, digits.parse().ok()?),
            _ => None,
        }
    }

    fn calendar(&self) -> Option<Calendar> {
        let (month, day) = (self.month?, self.day?);
        let Some(year) = self.year else {
            // A leap year: 29 February is a day of some year.
            NaiveDate::from_ymd_opt(2000, month, day)?;
            return Some(Calendar::MonthDay { month, day });
        };
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        let moment = self
            .time
            .zip(self.zone)
            .and_then(|(time, zone)| zone.from_local_datetime(&NaiveDateTime::new(day, time)).single());
        Some(moment.map_or(Calendar::Day(day), Calendar::Instant))
    }
}

/// Fills `slot`; nothing if it is full, as words that say a thing twice are no date.
fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    if slot.is_some() {
        return None;
    }
    *slot = Some(value);
    Some(())
}

const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];

/// The number of a month, by its name or the first three letters of it ("Sept" too).
fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let names = |name: &str| {
        name.eq_ignore_ascii_case(word)
            || word.len() == 3 && name.get(..3).is_some_and(|short| short.eq_ignore_ascii_case(word))
    };
    let index = MONTHS.iter().position(|name| names(name));
    let index = index.or_else(|| word.eq_ignore_ascii_case("sept").then_some(8))?;
    u32::try_from(index + 1).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    (word.len() >= 3).then(|| word.trim_end_matches('.').parse().ok()).flatten()
}

/// The zones that press offices write, in hours from UTC.
const ZONES: &[(&str, i32)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("BST", 1),
    ("CET", 1),
    ("CEST", 2),
    ("EET", 2),
    ("EEST", 3),
    ("EST", -5),
    ("EDT", -4),
    ("AEST", 10),
    ("AEDT", 11),
    ("NZST", 12),
    ("NZDT", 13),
];

fn zone(word: &str) -> Option<FixedOffset> {
    let hours = ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word))?.1;
    FixedOffset::east_opt(hours * 3600)
}

/// The hours to add for "am" or "pm", with or without full stops.
fn half_day(word: &str) -> Option<u32> {
    match word.to_ascii_lowercase().as_str() {
        "am" | "a.m." | "a.m" => Some(0),
        "pm" | "p.m." | "p.m" => Some(12),
        _ => None,
    }
}

/// "00:01", "0.01am", "10pm", "10:30 pm"; `half` is the next word if it is half a day.
fn time_of_day(word: &str, half: Option<&str>) -> Option<NaiveTime> {
    if word.eq_ignore_ascii_case("midnight") {
        return Some(NaiveTime::MIN);
    }
    let end = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
    let (clock, attached) = word.split_at_checked(end)?;
    let add = match half.filter(|_| attached.is_empty()).unwrap_or(attached) {
        "" => None,
        half => Some(half_day(half)?),
    };
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse().ok()?),
        None if add.is_some() => (clock, 0),
        _ => return None,
    };
    let hour: u32 = hour.parse().ok()?;
    let hour = match add {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(add) if hour == 0 => add,
        Some(_) => return None,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(words: &str) -> Option<String> {
        date(words).calendar.map(|calendar| calendar.to_string())
    }

    #[test]
    fn each_form_of_a_day_is_read() {
        for words in ["4 May 2022", "4 MAY, 2022", "May 4, 2022", "2022-05-04", "Wednesday, 4th May 2022"] {
            assert_eq!(calendar(words).as_deref(), Some("2022-05-04"), "{words}");
        }
        assert_eq!(calendar("4 May").as_deref(), Some("XXXX-05-04"));
    }

    #[test]
    fn a_time_needs_its_zone() {
        for words in ["00:01 BST 4 MAY 2022", "4 May 2022 at 12.01 am BST", "0001 4 May 2022 00:01 BST x"] {
            let expected = (!words.ends_with('x')).then_some("2022-05-04T00:01:00+01:00");
            assert_eq!(calendar(words).as_deref(), expected, "{words}");
        }
        assert_eq!(calendar("10pm on Tuesday 3 May 2022").as_deref(), Some("2022-05-03"));
    }

    #[test]
    fn what_is_not_wholly_understood_has_no_calendar() {
        for words in
            ["", "next Tuesday", "31 February 2022", "4 5 May 2022", "4 May 2022 or later", "4 p. m."]
        {
            assert_eq!(calendar(words), None, "{words}");
        }
    }
}
