//! The single words that dates are made of.

use chrono::Weekday;

use crate::extract::number::begins_number;
use crate::model::TimeUnit;

/// What a word is in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateWord {
    /// A month by its full name, 1 to 12.
    Month(u32),
    /// A month in short: "Dec".
    ShortMonth(u32),
    /// A weekday by its full name.
    Weekday(Weekday),
    /// A weekday in short: "Tue".
    ShortWeekday(Weekday),
    /// A day by its distance from the day of publication: "today", "yesterday".
    Near(i32),
    /// "morning", "afternoon", "evening", "night".
    PartOfDay,
    /// A unit of time, and how many of the model's unit it is: a decade is 10 years.
    Unit(TimeUnit, u32),
    /// Several units.
    Units(TimeUnit, u32),
    /// "this", "next", "last": how many units away.
    Step(i32),
    /// "spring", "summer", …
    Season,
}

/// The longest of the words below, in bytes.
const LONGEST: usize = 13;

impl DateWord {
    /// What `word` is in a date, in any case and perhaps with a full stop.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut letters = [0; LONGEST];
        Self::of_small(small(word, &mut letters)?)
    }

    fn of_small(small: &[u8]) -> Option<Self> {
        use TimeUnit::{Day, Month, Week, Year};
        Some(match small {
            b"january" => Self::Month(1),
            b"february" => Self::Month(2),
            b"march" => Self::Month(3),
            b"april" => Self::Month(4),
            b"may" => Self::Month(5),
            b"june" => Self::Month(6),
            b"july" => Self::Month(7),
            b"august" => Self::Month(8),
            b"september" => Self::Month(9),
            b"october" => Self::Month(10),
            b"november" => Self::Month(11),
            b"december" => Self::Month(12),
            b"jan" => Self::ShortMonth(1),
            b"feb" => Self::ShortMonth(2),
            b"mar" => Self::ShortMonth(3),
            b"apr" => Self::ShortMonth(4),
            b"jun" => Self::ShortMonth(6),
            b"jul" => Self::ShortMonth(7),
            b"aug" => Self::ShortMonth(8),
            b"sep" | b"sept" => Self::ShortMonth(9),
            b"oct" => Self::ShortMonth(10),
            b"nov" => Self::ShortMonth(11),
            b"dec" => Self::ShortMonth(12),
            b"monday" => Self::Weekday(Weekday::Mon),
            b"tuesday" => Self::Weekday(Weekday::Tue),
            b"wednesday" => Self::Weekday(Weekday::Wed),
            b"thursday" => Self::Weekday(Weekday::Thu),
            b"friday" => Self::Weekday(Weekday::Fri),
            b"saturday" => Self::Weekday(Weekday::Sat),
            b"sunday" => Self::Weekday(Weekday::Sun),
            b"mon" => Self::ShortWeekday(Weekday::Mon),
            b"tue" | b"tues" => Self::ShortWeekday(Weekday::Tue),
            b"wed" => Self::ShortWeekday(Weekday::Wed),
            b"thu" | b"thur" | b"thurs" => Self::ShortWeekday(Weekday::Thu),
            b"fri" => Self::ShortWeekday(Weekday::Fri),
            b"sat" => Self::ShortWeekday(Weekday::Sat),
            b"sun" => Self::ShortWeekday(Weekday::Sun),
            b"today" | b"tonight" => Self::Near(0),
            b"yesterday" => Self::Near(-1),
            b"tomorrow" => Self::Near(1),
            b"morning" | b"afternoon" | b"evening" | b"night" => Self::PartOfDay,
            b"day" => Self::Unit(Day, 1),
            b"week" | b"weekend" => Self::Unit(Week, 1),
            b"fortnight" => Self::Unit(Week, 2),
            b"month" => Self::Unit(Month, 1),
            b"year" => Self::Unit(Year, 1),
            b"decade" => Self::Unit(Year, 10),
            b"century" => Self::Unit(Year, 100),
            b"days" => Self::Units(Day, 1),
            b"weeks" => Self::Units(Week, 1),
            b"fortnights" => Self::Units(Week, 2),
            b"months" => Self::Units(Month, 1),
            b"years" => Self::Units(Year, 1),
            b"decades" => Self::Units(Year, 10),
            b"centuries" => Self::Units(Year, 100),
            b"this" => Self::Step(0),
            b"next" | b"coming" => Self::Step(1),
            b"last" | b"past" => Self::Step(-1),
            b"spring" | b"summer" | b"autumn" | b"winter" => Self::Season,
            _ => return None,
        })
    }
}

/// `word` in small letters and without a full stop, if it is short enough to be known here.
fn small<'l>(word: &str, letters: &'l mut [u8; LONGEST]) -> Option<&'l [u8]> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let small = letters.get_mut(..word.len())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    Some(small)
}

/// Whether a date may begin with `word`. Most words end here, so that the rules run rarely.
pub(super) fn may_begin_date(word: &str) -> bool {
    let mut letters = [0; LONGEST];
    let Some(small) = small(word, &mut letters) else { return false };
    let is_limit = matches!(
        small,
        b"about"
            | b"around"
            | b"circa"
            | b"approximately"
            | b"roughly"
            | b"early"
            | b"mid"
            | b"late"
            | b"earlier"
            | b"later"
            | b"nearly"
            | b"almost"
            | b"some"
            | b"barely"
            | b"just"
            | b"over"
            | b"under"
            | b"more"
            | b"less"
            | b"fewer"
            | b"at"
            | b"a"
            | b"an"
            | b"half"
    );
    is_limit || DateWord::of_small(small).is_some() || is_number_word(small)
}

/// Whether a number in words may begin with a word in small letters.
fn is_number_word(small: &[u8]) -> bool {
    std::str::from_utf8(small).is_ok_and(begins_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_in_any_case_and_with_a_stop() {
        assert_eq!(DateWord::of("MAY"), Some(DateWord::Month(5)));
        assert_eq!(DateWord::of("Sept."), Some(DateWord::ShortMonth(9)));
        assert_eq!(DateWord::of("Tuesday"), Some(DateWord::Weekday(Weekday::Tue)));
        for word in ["", ".", "mayor", "todays", "éééééé", "yesterdays-and-more"] {
            assert_eq!(DateWord::of(word), None, "{word}");
        }
    }
}
