//! The single words that dates are made of.

use chrono::Weekday;

use crate::extract::features::{Features, Topic, Topics};
use crate::extract::lexicon::head;
use crate::extract::passage::Passage;
use crate::extract::words::{Index, Word};
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
    /// What the word at a token is in a date, in any case and perhaps with a full stop.
    #[inline]
    pub(super) fn at(passage: &Passage<'_>, at: usize) -> Option<Self> {
        if passage.has_any(at, Features::topic(Topic::Time)) { Self::of(passage.word(at)) } else { None }
    }

    fn of(word: &str) -> Option<Self> {
        let word = word.strip_suffix('.').unwrap_or(word);
        let head = head(word.as_bytes());
        INDEX.find(WORDS, head, word).copied()
    }
}

/// The words that say when.
pub(super) const fn topics(topics: &mut Topics) {
    let mut rest = WORDS;
    while let [(word, _), after @ ..] = rest {
        topics.add(Topic::Time, &[word.text()]);
        rest = after;
    }
}

static INDEX: Index = Index::of(WORDS);

const WORDS: &[(Word, DateWord)] = &[
    (Word::of("january"), DateWord::Month(1)),
    (Word::of("february"), DateWord::Month(2)),
    (Word::of("march"), DateWord::Month(3)),
    (Word::of("april"), DateWord::Month(4)),
    (Word::of("may"), DateWord::Month(5)),
    (Word::of("june"), DateWord::Month(6)),
    (Word::of("july"), DateWord::Month(7)),
    (Word::of("august"), DateWord::Month(8)),
    (Word::of("september"), DateWord::Month(9)),
    (Word::of("october"), DateWord::Month(10)),
    (Word::of("november"), DateWord::Month(11)),
    (Word::of("december"), DateWord::Month(12)),
    (Word::of("jan"), DateWord::ShortMonth(1)),
    (Word::of("feb"), DateWord::ShortMonth(2)),
    (Word::of("mar"), DateWord::ShortMonth(3)),
    (Word::of("apr"), DateWord::ShortMonth(4)),
    (Word::of("jun"), DateWord::ShortMonth(6)),
    (Word::of("jul"), DateWord::ShortMonth(7)),
    (Word::of("aug"), DateWord::ShortMonth(8)),
    (Word::of("sep"), DateWord::ShortMonth(9)),
    (Word::of("sept"), DateWord::ShortMonth(9)),
    (Word::of("oct"), DateWord::ShortMonth(10)),
    (Word::of("nov"), DateWord::ShortMonth(11)),
    (Word::of("dec"), DateWord::ShortMonth(12)),
    (Word::of("monday"), DateWord::Weekday(Weekday::Mon)),
    (Word::of("tuesday"), DateWord::Weekday(Weekday::Tue)),
    (Word::of("wednesday"), DateWord::Weekday(Weekday::Wed)),
    (Word::of("thursday"), DateWord::Weekday(Weekday::Thu)),
    (Word::of("friday"), DateWord::Weekday(Weekday::Fri)),
    (Word::of("saturday"), DateWord::Weekday(Weekday::Sat)),
    (Word::of("sunday"), DateWord::Weekday(Weekday::Sun)),
    (Word::of("mon"), DateWord::ShortWeekday(Weekday::Mon)),
    (Word::of("tue"), DateWord::ShortWeekday(Weekday::Tue)),
    (Word::of("tues"), DateWord::ShortWeekday(Weekday::Tue)),
    (Word::of("wed"), DateWord::ShortWeekday(Weekday::Wed)),
    (Word::of("thu"), DateWord::ShortWeekday(Weekday::Thu)),
    (Word::of("thur"), DateWord::ShortWeekday(Weekday::Thu)),
    (Word::of("thurs"), DateWord::ShortWeekday(Weekday::Thu)),
    (Word::of("fri"), DateWord::ShortWeekday(Weekday::Fri)),
    (Word::of("sat"), DateWord::ShortWeekday(Weekday::Sat)),
    (Word::of("sun"), DateWord::ShortWeekday(Weekday::Sun)),
    (Word::of("today"), DateWord::Near(0)),
    (Word::of("tonight"), DateWord::Near(0)),
    (Word::of("yesterday"), DateWord::Near(-1)),
    (Word::of("tomorrow"), DateWord::Near(1)),
    (Word::of("morning"), DateWord::PartOfDay),
    (Word::of("afternoon"), DateWord::PartOfDay),
    (Word::of("evening"), DateWord::PartOfDay),
    (Word::of("night"), DateWord::PartOfDay),
    (Word::of("day"), DateWord::Unit(TimeUnit::Day, 1)),
    (Word::of("week"), DateWord::Unit(TimeUnit::Week, 1)),
    (Word::of("weekend"), DateWord::Unit(TimeUnit::Week, 1)),
    (Word::of("fortnight"), DateWord::Unit(TimeUnit::Week, 2)),
    (Word::of("month"), DateWord::Unit(TimeUnit::Month, 1)),
    (Word::of("year"), DateWord::Unit(TimeUnit::Year, 1)),
    (Word::of("decade"), DateWord::Unit(TimeUnit::Year, 10)),
    (Word::of("century"), DateWord::Unit(TimeUnit::Year, 100)),
    (Word::of("days"), DateWord::Units(TimeUnit::Day, 1)),
    (Word::of("weeks"), DateWord::Units(TimeUnit::Week, 1)),
    (Word::of("fortnights"), DateWord::Units(TimeUnit::Week, 2)),
    (Word::of("months"), DateWord::Units(TimeUnit::Month, 1)),
    (Word::of("years"), DateWord::Units(TimeUnit::Year, 1)),
    (Word::of("decades"), DateWord::Units(TimeUnit::Year, 10)),
    (Word::of("centuries"), DateWord::Units(TimeUnit::Year, 100)),
    (Word::of("this"), DateWord::Step(0)),
    (Word::of("next"), DateWord::Step(1)),
    (Word::of("coming"), DateWord::Step(1)),
    (Word::of("last"), DateWord::Step(-1)),
    (Word::of("past"), DateWord::Step(-1)),
    (Word::of("spring"), DateWord::Season),
    (Word::of("summer"), DateWord::Season),
    (Word::of("autumn"), DateWord::Season),
    (Word::of("winter"), DateWord::Season),
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
