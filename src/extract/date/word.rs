//! The single words that dates are made of.

use chrono::Weekday;

use crate::extract::lexicon::head;
use crate::extract::number::may_be_number_word;
use crate::extract::words::{Sieve, is};
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

impl DateWord {
    /// What `word` is in a date, in any case and perhaps with a full stop.
    pub(super) fn of(word: &str) -> Option<Self> {
        let word = word.strip_suffix('.').unwrap_or(word);
        let head = head(word.as_bytes());
        if !SIEVE.may_have(head, word.len()) {
            return None;
        }
        WORDS.iter().find(|(known, _)| is(head, word, known)).map(|&(_, what)| what)
    }
}

/// Whether a date may begin with `word`. Most words end here, so that the rules run rarely.
pub(super) fn may_begin_date(word: &str) -> bool {
    const LIMITS: Sieve = Sieve::of(&[
        "about",
        "around",
        "circa",
        "approximately",
        "roughly",
        "early",
        "mid",
        "late",
        "earlier",
        "later",
        "nearly",
        "almost",
        "some",
        "barely",
        "just",
        "over",
        "under",
        "more",
        "less",
        "fewer",
        "at",
        "a",
        "an",
        "half",
    ]);
    let word = word.strip_suffix('.').unwrap_or(word);
    let (head, len) = (head(word.as_bytes()), word.len());
    SIEVE.may_have(head, len) || LIMITS.may_have(head, len) || may_be_number_word(head, len)
}

const SIEVE: Sieve = {
    let mut sieve = Sieve::of(&[]);
    let mut rest = WORDS;
    while let [(word, _), after @ ..] = rest {
        sieve = sieve.with(word);
        rest = after;
    }
    sieve
};

const WORDS: &[(&str, DateWord)] = &[
    ("january", DateWord::Month(1)),
    ("february", DateWord::Month(2)),
    ("march", DateWord::Month(3)),
    ("april", DateWord::Month(4)),
    ("may", DateWord::Month(5)),
    ("june", DateWord::Month(6)),
    ("july", DateWord::Month(7)),
    ("august", DateWord::Month(8)),
    ("september", DateWord::Month(9)),
    ("october", DateWord::Month(10)),
    ("november", DateWord::Month(11)),
    ("december", DateWord::Month(12)),
    ("jan", DateWord::ShortMonth(1)),
    ("feb", DateWord::ShortMonth(2)),
    ("mar", DateWord::ShortMonth(3)),
    ("apr", DateWord::ShortMonth(4)),
    ("jun", DateWord::ShortMonth(6)),
    ("jul", DateWord::ShortMonth(7)),
    ("aug", DateWord::ShortMonth(8)),
    ("sep", DateWord::ShortMonth(9)),
    ("sept", DateWord::ShortMonth(9)),
    ("oct", DateWord::ShortMonth(10)),
    ("nov", DateWord::ShortMonth(11)),
    ("dec", DateWord::ShortMonth(12)),
    ("monday", DateWord::Weekday(Weekday::Mon)),
    ("tuesday", DateWord::Weekday(Weekday::Tue)),
    ("wednesday", DateWord::Weekday(Weekday::Wed)),
    ("thursday", DateWord::Weekday(Weekday::Thu)),
    ("friday", DateWord::Weekday(Weekday::Fri)),
    ("saturday", DateWord::Weekday(Weekday::Sat)),
    ("sunday", DateWord::Weekday(Weekday::Sun)),
    ("mon", DateWord::ShortWeekday(Weekday::Mon)),
    ("tue", DateWord::ShortWeekday(Weekday::Tue)),
    ("tues", DateWord::ShortWeekday(Weekday::Tue)),
    ("wed", DateWord::ShortWeekday(Weekday::Wed)),
    ("thu", DateWord::ShortWeekday(Weekday::Thu)),
    ("thur", DateWord::ShortWeekday(Weekday::Thu)),
    ("thurs", DateWord::ShortWeekday(Weekday::Thu)),
    ("fri", DateWord::ShortWeekday(Weekday::Fri)),
    ("sat", DateWord::ShortWeekday(Weekday::Sat)),
    ("sun", DateWord::ShortWeekday(Weekday::Sun)),
    ("today", DateWord::Near(0)),
    ("tonight", DateWord::Near(0)),
    ("yesterday", DateWord::Near(-1)),
    ("tomorrow", DateWord::Near(1)),
    ("morning", DateWord::PartOfDay),
    ("afternoon", DateWord::PartOfDay),
    ("evening", DateWord::PartOfDay),
    ("night", DateWord::PartOfDay),
    ("day", DateWord::Unit(TimeUnit::Day, 1)),
    ("week", DateWord::Unit(TimeUnit::Week, 1)),
    ("weekend", DateWord::Unit(TimeUnit::Week, 1)),
    ("fortnight", DateWord::Unit(TimeUnit::Week, 2)),
    ("month", DateWord::Unit(TimeUnit::Month, 1)),
    ("year", DateWord::Unit(TimeUnit::Year, 1)),
    ("decade", DateWord::Unit(TimeUnit::Year, 10)),
    ("century", DateWord::Unit(TimeUnit::Year, 100)),
    ("days", DateWord::Units(TimeUnit::Day, 1)),
    ("weeks", DateWord::Units(TimeUnit::Week, 1)),
    ("fortnights", DateWord::Units(TimeUnit::Week, 2)),
    ("months", DateWord::Units(TimeUnit::Month, 1)),
    ("years", DateWord::Units(TimeUnit::Year, 1)),
    ("decades", DateWord::Units(TimeUnit::Year, 10)),
    ("centuries", DateWord::Units(TimeUnit::Year, 100)),
    ("this", DateWord::Step(0)),
    ("next", DateWord::Step(1)),
    ("coming", DateWord::Step(1)),
    ("last", DateWord::Step(-1)),
    ("past", DateWord::Step(-1)),
    ("spring", DateWord::Season),
    ("summer", DateWord::Season),
    ("autumn", DateWord::Season),
    ("winter", DateWord::Season),
];

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
