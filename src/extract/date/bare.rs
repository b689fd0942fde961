//! Months and years on their own, which are dates only where the words around them say so.

use super::calendar_day::{tells_time, year};
use super::word::DateWord;
use super::{Reading, is_counted};
use crate::extract::annotated::FoundDate;
use crate::extract::number::ordinal;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Calendar, DateRange};

const YEAR: &str = "year";
const MONTH: &str = "month";
const DECADE: &str = "decade";
const SEASON_YEAR: &str = "season-year";
const CENTURY: &str = "century";

/// Words before a month or year that make it a date.
const STRONG: &Words = words!["in", "since", "during", "throughout", "until", "till", "circa", "year", "fy"];
/// Words that stand before dates, and before numbers and names too.
const WEAK: &[&str] =
    &["by", "from", "before", "after", "between", "through", "of", "for", "to", "early", "late"];
/// Words between which and a noun a year stands: "the 2014 Games".
const DETERMINERS: &Words = words!["the", "his", "her", "their", "its", "our", "my", "'s"];
/// Verbs of which a year at the start of a sentence is the subject: "2017 marks the beginning".
const OF_YEARS: &Words =
    words!["is", "was", "marks", "marked", "marking", "will", "saw", "sees", "brings", "brought"];
/// What a number before it measures, though the word is no plural.
const MEASURES: &Words = words![
    "hectare", "acre", "metre", "meter", "kilometre", "kilometer", "km", "mile", "tonne", "ton", "litre",
    "megawatt", "strong", "seat", "bed", "page", "word", "dollar", "euro", "pound", "year", "day", "hour",
    "foot", "square", "cubic", "kilogram", "km2", "per", "or", "and", "of", "to",
];
/// Months that are also names or other words.
const NAMES_TOO: &[u32] = &[3, 4, 5, 6, 8];

/// "in May", "since 2010", "the 1990s", "summer 2022".
pub(super) fn bare(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    match passage.kind(at) {
        TokenKind::Number => decade(passage, at)
            .or_else(|| century(passage, at))
            .or_else(|| bare_year(passage, at).filter(|_| is_year_here(passage, at))),
        TokenKind::Break | TokenKind::Mark(_) | TokenKind::Possessive | TokenKind::Initial => None,
        _ => season_year(passage, at)
            .or_else(|| century(passage, at))
            .or_else(|| bare_month(passage, at).filter(|_| is_month_here(passage, at))),
    }
}

/// The same after a word such as "early", which is evidence enough.
pub(super) fn with_evidence(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    decade(passage, at)
        .or_else(|| bare_year(passage, at).filter(|_| !is_plural(passage, at + 1)))
        .or_else(|| bare_month(passage, at))
}

fn bare_year(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let year = year(passage, at)?;
    // "2000-strong", "2020/1325", "1,2000"
    let is_part = |at| {
        matches!(passage.kind(at), TokenKind::Mark('/' | '-' | '‑' | '‐' | '#' | '+'))
            && passage.tokens.get(at).is_some_and(|token| !token.spaced)
            && passage.tokens.get(at + 1).is_some_and(|token| !token.spaced)
    };
    let is_part = is_part(at + 1) || at.checked_sub(1).is_some_and(is_part) && !follows_mid(passage, at);
    (!is_part).then(|| Reading::new(at + 1, YEAR).with_calendar(Calendar::Year(year)))
}

/// "mid-2023"
fn follows_mid(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|mid| passage.is_any(mid, words!["mid", "early", "late", "pre", "post"]))
}

fn bare_month(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let is_capital = passage.kind(at).is_capital();
    let Some(DateWord::Month(month)) = DateWord::at(passage, at).filter(|_| is_capital) else {
        return None;
    };
    Some(Reading::new(at + 1, MONTH).with_calendar(Calendar::MonthOfYear(month)))
}

/// "the 1990s", "the 1960's".
fn decade(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    let word = passage.word(at);
    let (digits, end) = match word.strip_suffix(['s', 'S']) {
        Some(digits) => (digits, at + 1),
        None if at > 0 && passage.is(at - 1, "the") && passage.kind(at + 1) == TokenKind::Possessive => {
            (word, at + 2)
        }
        None => return None,
    };
    let first: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    ((1000..=2100).contains(&first) && first % 10 == 0)
        .then(|| Reading::new(end, DECADE).with_calendar(Calendar::Decade(first)))
}

/// "the 21st century", "the nineteenth century", not "its first century": its years by the count of the calendar, 2001 to 2100.
fn century(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    if passage.kind(at) == TokenKind::Number && !tells_time(passage, at + 1..at + 4) {
        return None;
    }
    let ordinal = ordinal(passage, at)?;
    let end = at + ordinal.len + usize::from(passage.is_hyphen(at + ordinal.len));
    if !passage.is(end, "century") {
        return None;
    }
    let last = i32::try_from(ordinal.value).ok().filter(|number| (2..=30).contains(number))? * 100;
    let years = DateRange::new(Calendar::Year(last - 99), Calendar::Year(last));
    Some(Reading::new(end + 1, CENTURY).with_calendar(years))
}

/// "summer 2022", "spring of 2019".
fn season_year(passage: &Passage<'_>, at: usize) -> Option<Reading> {
    if DateWord::at(passage, at) != Some(DateWord::Season) {
        return None;
    }
    let next = at + 1 + usize::from(passage.is_any(at + 1, words!["of", "in"]));
    let year = bare_year(passage, next)?;
    Some(Reading { rule: SEASON_YEAR, approximate: true, ..year })
}

/// Whether the words around a number of four digits make it a year.
fn is_year_here(passage: &Passage<'_>, at: usize) -> bool {
    let is_modern = passage.word(at) >= "1900";
    let Some(before) = at.checked_sub(1) else { return is_modern && passage.is_any(at + 1, OF_YEARS) };
    if passage.is_any(before, STRONG) {
        return is_modern || !is_plural(passage, at + 1);
    }
    if passage.is_mark(before, '(') {
        return is_modern && matches!(passage.kind(at + 1), TokenKind::Mark(')' | ',' | ';'));
    }
    if passage.is_any(before, WEAK) {
        return is_modern && !is_plural(passage, at + 1);
    }
    // "Post-2014, Australia will", "in both 2017 and in 2019"
    let is_joint = passage.is_hyphen(before) && follows_mid(passage, at);
    let is_in = passage.is(before, "both") && passage.reads(at + 1, &["and", "in"]);
    if is_joint || is_in {
        return is_modern;
    }
    if let Some(second) = before.checked_sub(1) {
        // "as early as 2009", "no later than 2050", "in both 1910 and 1968"
        let limit = passage.is_any(before, words!["as", "than"])
            && passage.is_any(second, words!["early", "late", "recently", "earlier", "later"]);
        let both = passage.is(before, "both") && passage.is(at + 1, "and") && year(passage, at + 2).is_some();
        if limit || both {
            return is_modern;
        }
    }
    let is_subject = passage.is_any(at + 1, OF_YEARS);
    if is_subject && (passage.begins_sentence(at) || passage.is_any(before, words!["and", "with"])) {
        return is_modern;
    }
    // "the 1967 borders": no count of things is that odd, but "the 2000 jobs" are counted.
    let is_odd = passage.word(at) >= "1900" && !passage.word(at).ends_with("00");
    // "compared with 1990 levels"
    if is_odd && passage.is_any(at + 1, words!["level", "levels"]) {
        return true;
    }
    if passage.is_any(before, words!["a", "an"]) {
        let is_noun = passage.kind(at + 1).is_word() && !passage.is_any(at + 1, MEASURES);
        return is_odd && is_noun && !passage.is_hyphen(at + 1) && !is_plural(passage, at + 1);
    }
    let is_noun =
        |at| passage.kind(at).is_word() && (is_odd && !is_counted(passage, at) || !is_plural(passage, at));
    (passage.is_any(before, DETERMINERS) || passage.kind(before) == TokenKind::Possessive)
        && is_modern
        && is_noun(at + 1)
}

/// "2003" and "2007" in "in 1999, 2003 and 2007": a year that a list goes on with. `last` is the date before it.
pub(super) fn next_year(passage: &Passage<'_>, at: usize, last: &FoundDate) -> Option<Reading> {
    if last.rule != YEAR {
        return None;
    }
    let next = last.tokens.end;
    let comma = next + usize::from(passage.is_mark(next, ','));
    let link = comma + usize::from(passage.is_any(comma, words!["and", "or"]));
    bare_year(passage, at).filter(|_| link > next && link == at)
}

/// Whether a word may be a plural noun, which a number before it would count.
fn is_plural(passage: &Passage<'_>, at: usize) -> bool {
    const NOT_PLURAL: &Words = words![
        "was", "has", "is", "as", "his", "its", "this", "us", "across", "unless", "towards", "onwards",
        "thus", "plus",
    ];
    is_counted(passage, at)
        || (passage.kind(at) == TokenKind::Lower
            && passage.word(at).ends_with('s')
            && !passage.is_any(at, NOT_PLURAL))
}

/// Whether the words around the name of a month make it a month.
fn is_month_here(passage: &Passage<'_>, at: usize) -> bool {
    let Some(DateWord::Month(month)) = DateWord::at(passage, at) else { return false };
    if !NAMES_TOO.contains(&month) {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    let begins_name = passage.kind(at + 1).is_capital();
    passage.is_any(before, STRONG) || (passage.is_any(before, WEAK) && !begins_name)
}
