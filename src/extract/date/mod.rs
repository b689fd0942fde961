//! Dates in prose: what the words say, and nothing that they do not.
//!
//! At each token the rules of what it is are tried, and the one that reads most tokens wins; none looks further
//! than a few tokens either way. A date is never resolved here: the day of publication tells only on which side of it one is.

mod bare;
mod calendar_day;
mod coming;
mod near;
mod range;
mod word;

#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate, Weekday};

use super::annotated::FoundDate;
use super::features::{Features, Gate, Topic, Topics};
use super::passage::Passage;
use super::words::Words;
use crate::model::{Calendar, Date, DateRange, Relative};
use word::DateWord;

const FIGURES: Features = Features::NUMBER;
const TIMES: Features = Features::topic(Topic::Time);
const NUMBERS: Features = Features::topic(Topic::Number);
const LIMITING: Features = Features::topic(Topic::Limit);

/// Where dates are looked for: no sentence has one without a figure or a word that says when.
const GATE: Gate = Gate::at(FIGURES.or(TIMES).or(NUMBERS).or(LIMITING)).beside(FIGURES.or(TIMES));

/// The words that dates begin with and are made of.
pub(super) const fn topics(topics: &mut Topics) {
    topics.add_all(Topic::Limit, LIMITS);
    word::topics(topics);
}

/// Words before a number or a part of the year.
const LIMITS: &Words = words![
    "about", "around", "circa", "approximately", "roughly", "early", "mid", "late", "earlier", "later",
    "nearly", "almost", "some", "barely", "just", "over", "under", "more", "less", "fewer", "at", "a", "an",
    "half",
];

/// The dates of a passage, in the order of the text. No two share a token. `published` is the day of publication.
pub(super) fn dates(passage: &Passage<'_>, published: Option<NaiveDate>) -> Vec<FoundDate> {
    let mut found: Vec<FoundDate> = Vec::new();
    let mut next = 0;
    while let Some(at) = passage.next_at(GATE, next) {
        let Some(reading) = longest(passage, at, found.last()) else {
            next = at + 1;
            continue;
        };
        let tokens = at..reading.end;
        next = reading.end;
        found.push(FoundDate {
            date: reading.date(passage.words(tokens.clone())),
            tokens,
            rule: reading.rule,
        });
    }
    coming::settle(passage, &mut found, published.map(|day| day.weekday()));
    if let Some(day) = published {
        coming::settle_sides(passage, &mut found, day);
    }
    found
}

/// Whether the word at a token names a month or a weekday.
pub(super) fn is_calendar_word(passage: &Passage<'_>, at: usize) -> bool {
    matches!(DateWord::at(passage, at), Some(DateWord::Month(_) | DateWord::Weekday(_)))
}

/// What a rule read from a token on.
#[derive(Debug, Clone)]
struct Reading {
    /// The token after its last.
    end: usize,
    rule: &'static str,
    calendar: Option<Calendar>,
    weekday: Option<Weekday>,
    relative: Option<Relative>,
    approximate: bool,
}

impl Reading {
    fn new(end: usize, rule: &'static str) -> Self {
        Self { end, rule, calendar: None, weekday: None, relative: None, approximate: false }
    }

    fn with_calendar(mut self, calendar: impl Into<Calendar>) -> Self {
        self.calendar = Some(calendar.into());
        self
    }

    fn with_weekday(mut self, weekday: Option<Weekday>) -> Self {
        self.weekday = weekday;
        self
    }

    fn with_relative(mut self, relative: Relative) -> Self {
        self.relative = Some(relative);
        self
    }

    /// This one, or another that is longer.
    fn or_longer(self, other: Self) -> Self {
        if other.end > self.end { other } else { self }
    }

    fn date(&self, raw: &str) -> Date {
        let mut date = Date::new(raw).with_approximate(self.approximate);
        date.calendar.clone_from(&self.calendar);
        date.weekday = self.weekday;
        date.relative = self.relative;
        date
    }
}

/// Reads a date that begins at a token.
type Rule = fn(&Passage<'_>, usize) -> Option<Reading>;

/// The rules of the dates that may begin at a token.
fn rules_at(passage: &Passage<'_>, at: usize) -> &'static [Rule] {
    match DateWord::at(passage, at) {
        Some(DateWord::Month(_) | DateWord::ShortMonth(_)) => &[days, bare::bare],
        Some(DateWord::Weekday(_) | DateWord::ShortWeekday(_)) => &[days, near::weekday],
        Some(DateWord::Near(_) | DateWord::Unit(..)) => &[near::near],
        Some(DateWord::Step(_)) => &[near::near, near::stepped, near::span],
        Some(DateWord::Season) => &[bare::bare],
        Some(DateWord::PartOfDay | DateWord::Units(..)) => &[],
        None if passage.has_any(at, FIGURES) => {
            &[days, calendar_day::without_calendar, near::distance, bare::bare]
        }
        None => {
            let counts = passage.has_any(at, NUMBERS) && passage.has_beside(at, TIMES);
            match (counts, passage.has_any(at, LIMITING) && may_limit(passage, at)) {
                (true, false) => &[days, near::distance, bare::bare],
                (false, true) => &[near::stepped, near::distance, approximate],
                // Few words are both, but some only seem to be one.
                (true, true) => &[days, near::stepped, near::distance, bare::bare, approximate],
                (false, false) => &[],
            }
        }
    }
}

/// The longest date that begins at a token, by the first rule of those that read it. `last` is the date before it.
fn longest(passage: &Passage<'_>, at: usize, last: Option<&FoundDate>) -> Option<Reading> {
    let readings = rules_at(passage, at).iter().filter_map(|rule| rule(passage, at));
    let longest = readings.reduce(Reading::or_longer).or_else(|| bare::next_year(passage, at, last?));
    longest.map(|reading| open_ended(passage, at, near::of_year(passage, reading)))
}

/// Days and months of the calendar, and ranges of them.
fn days(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let day = calendar_day::point(passage, at);
    let range = range::range(passage, at, day);
    let day = day.and_then(calendar_day::calendar_day);
    match (range, day) {
        (Some(range), Some(day)) => Some(range.or_longer(day)),
        (range, day) => range.or(day),
    }
}

/// Whether what stands after a limiting word is what such words limit: most are an article before something else.
fn may_limit(passage: &Passage<'_>, at: usize) -> bool {
    const LIMITED: Features = FIGURES.or(TIMES).or(NUMBERS);
    if passage.is_any(at, words!["a", "an"]) {
        return passage.has_any(at + 1, LIMITED);
    }
    passage.has_any(at + 1, LIMITED.or(LIMITING))
        || passage.is_hyphen(at + 1)
        || passage.is_any(at + 1, words!["than", "least", "in", "on"])
}

/// "early 2022", "mid-May", "about 1918", "late last year".
fn approximate(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let about = ["about", "around", "circa", "approximately", "roughly"];
    let part = ["early", "mid", "late"];
    if !passage.is_any(at, &about) && !passage.is_any(at, &part) {
        return None;
    }
    let mut next = at + 1 + usize::from(passage.is_hyphen(at + 1));
    next += usize::from(passage.is_any(at, &part) && passage.is_any(next, words!["in", "on"]));
    let reading = calendar_day::point(passage, next)
        .and_then(calendar_day::calendar_day)
        .or_else(|| near::stepped(passage, next))
        .or_else(|| bare::with_evidence(passage, next))?;
    Some(Reading { approximate: true, ..reading })
}

/// "since 2010", "from March 28", "starting in May", "until 5 June": a range with one end.
fn open_ended(passage: &Passage<'_>, at: usize, reading: Reading) -> Reading {
    const OPENS: &Words = words!["since", "from", "starting", "beginning", "commencing", "effective"];
    const CLOSES: &Words = words!["until", "till", "through"];
    let Some(before) = at.checked_sub(1) else { return reading };
    let is_link = passage.is_any(before, words!["on", "in", "from", "the"]) && before > 0;
    let opens = passage.is_any(before, OPENS)
        || (is_link && passage.is_any(before - 1, words!["starting", "beginning", "since"]));
    let closes = passage.is_any(before, CLOSES);
    // "a letter from 1943" is of that year, and goes on from nothing.
    let is_source = matches!(reading.calendar, Some(Calendar::Year(_)))
        && passage.is(before, "from")
        && ends_noun_phrase(passage, before);
    match reading.calendar.clone() {
        Some(Calendar::Range(_)) | None => reading,
        Some(start) if opens && !is_source => reading.with_calendar(DateRange::since(start)),
        Some(end) if closes => reading.with_calendar(DateRange::until(end)),
        Some(_) => reading,
    }
}

/// Whether the words before a token are an article and one or two more: "a charge", "the old letters".
fn ends_noun_phrase(passage: &Passage<'_>, end: usize) -> bool {
    const LONGEST: usize = 3;
    let article = (end.saturating_sub(LONGEST)..end)
        .rev()
        .find(|&at| passage.is_any(at, words!["a", "an", "the", "its", "his", "her", "their"]));
    article
        .is_some_and(|article| article + 1 < end && (article + 1..end).all(|at| passage.kind(at).is_word()))
}

/// Things that numbers count, so that the number before them is no day and no year.
const COUNTED: &Words = words![
    "per", "percent", "people", "men", "women", "children", "troops", "soldiers", "personnel", "members",
    "million", "billion", "thousand", "hundred", "dead", "days", "weeks", "months", "years", "hours",
    "minutes", "countries", "nations", "states", "km", "kilometres", "kilometers", "metres", "meters",
    "miles", "tonnes", "tons", "kg", "dollars", "pounds", "euros", "jobs", "houses", "students", "schools",
    "police", "officers", "times", "pm", "am", "p.m.", "a.m.", "m", "bn", "deaths", "cases", "others",
];

/// Whether what stands at a token is counted by a number before it.
fn is_counted(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_mark(at, '%') || passage.is_mark(at, '°') || passage.is_any(at, COUNTED)
}
