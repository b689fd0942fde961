//! Datelines: "LONDON, 4 May 2022 – " before the first words of the body.

use super::date::date;
use super::layout::{SPACE, is_capitals};
use crate::model::{Calendar, Dateline, Place};

/// A longer line is no dateline, in bytes.
const LIMIT: usize = 90;

/// The dateline that `text` is, with its place and date as far as the words say them.
///
/// The date is what follows the place in a form of [`date`]; the place is what precedes it, without an
/// agency in brackets.
pub(in crate::format) fn dateline(text: &str) -> Dateline {
    let mut dateline = Dateline::new(text);
    let (place, day) = split(text);
    if let Some(day) = day {
        let day = date(day);
        dateline.date = day.calendar.is_some().then_some(day);
    }
    let place = place.split('(').next().unwrap_or_default().trim_matches([' ', ',', '\t', ':']);
    if !place.is_empty() && place.len() <= LIMIT && place.starts_with(char::is_uppercase) {
        dateline.place = Some(Place::new(place));
    }
    dateline
}

/// The place, and the words of the date if the end of the line is one.
fn split(text: &str) -> (&str, Option<&str>) {
    if text.len() > LIMIT {
        return ("", None);
    }
    let starts = text.char_indices().filter(|&(at, c)| {
        let begins = at == 0 || text.get(..at).is_some_and(|before| before.ends_with([' ', ',', ')', '\t']));
        begins && c.is_alphanumeric()
    });
    for (at, _) in starts {
        let (before, words) = text.split_at_checked(at).unwrap_or((text, ""));
        if date(words.trim_end_matches([' ', ','])).calendar.is_some() {
            return (before, Some(words.trim_end_matches([' ', ','])));
        }
    }
    (text, None)
}

/// What may stand between a dateline and the text: the writer uses the first.
pub(super) const SEPARATORS: [&str; 5] = [" – ", " — ", " -- ", " - ", "—"];

/// The dateline that a paragraph begins with, and the rest of the paragraph.
pub(super) fn run_in(text: &str) -> Option<(&str, &str)> {
    let mut limit = text.len().min(LIMIT);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let start = text.get(..limit)?;
    let found = SEPARATORS.iter().filter_map(|separator| Some((start.find(separator)?, separator.len())));
    let (at, length) = found.min()?;
    let line = text.get(..at)?.trim_end_matches(SPACE);
    let rest = text.get(at + length..)?.trim_start_matches(SPACE);
    let rest_begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“\"‘'".contains(c));
    // A speaker of a transcript: "ANN FELL – MINISTER OF WORKS: …".
    let speaker = rest.split_whitespace().next().is_some_and(is_capitals);
    (rest_begins && !speaker && is_dateline(line, false)).then_some((line, rest))
}

/// Whether a line of its own under a headline is a dateline: it must say a place and a full date.
pub(super) fn is_own_line(line: &str) -> bool {
    line.len() <= LIMIT
        && line.ends_with(|c: char| c.is_ascii_digit())
        && line.starts_with(char::is_uppercase)
        && is_dateline(line, true)
        && matches!(
            dateline(line).date.and_then(|date| date.calendar),
            Some(Calendar::Day(_) | Calendar::Instant(_))
        )
}

/// Words that stand in capitals before the dates of press offices, and in no place.
const NO_PLACES: [&str; 14] = [
    "ADVICE", "EMBARGO", "EMBARGOED", "FOR", "ISSUED", "MEDIA", "MINISTER", "NEWS", "PRESS", "PRIME",
    "RELEASE", "STATEMENT", "SUMMARY", "TO",
];

/// A place, in capitals unless a date follows, and perhaps an agency and a date.
fn is_dateline(line: &str, own: bool) -> bool {
    if line.is_empty() || line.len() > LIMIT || line.contains('\n') {
        return false;
    }
    let (place, day) = split(line);
    let (place, agency) = match place.split_once('(') {
        Some((place, rest)) if rest.contains(')') => (place, true),
        Some(_) => return false,
        None => (place, false),
    };
    let place = place.trim_matches([' ', ',', '\t']);
    let words = place.split_whitespace();
    let named = words.clone().all(|word| word.starts_with(char::is_uppercase));
    let plain = place.chars().all(|c| c.is_alphabetic() || " .,'’-/".contains(c));
    let mut parts = place.split(|c: char| !c.is_alphanumeric());
    let office = parts.any(|word| NO_PLACES.contains(&word));
    let shape = !office && !place.is_empty() && words.count() <= 5 && named && plain;
    let dated = day.is_some() && (own || line.contains(','));
    shape && (dated || is_capitals(place) || agency && day.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_before_the_text_is_parted_from_it() {
        for (text, line) in [
            ("LONDON, 4 May 2022 – The bridge opened.", "LONDON, 4 May 2022"),
            ("WASHINGTON (AP) — The bridge opened.", "WASHINGTON (AP)"),
            ("OSTA, May 4 -- The bridge opened.", "OSTA, May 4"),
            ("NEW OST—The bridge opened.", "NEW OST"),
            ("Ost, 4 May 2022 - The bridge opened.", "Ost, 4 May 2022"),
        ] {
            assert_eq!(run_in(text), Some((line, "The bridge opened.")), "{text}");
        }
    }

    #[test]
    fn other_beginnings_are_no_datelines() {
        for text in [
            "The bridge – a new one – opened.",
            "UK – The bridge",
            "Ost – The bridge opened.",
            "COST – which rose",
        ] {
            assert_eq!(run_in(text), None, "{text}");
        }
    }

    #[test]
    fn the_place_and_the_date_are_read() {
        let read = dateline("LONDON, 4 May 2022");
        assert_eq!(read.place.unwrap().name, "LONDON");
        assert_eq!(read.date.unwrap().edtf().as_deref(), Some("2022-05-04"));
        let read = dateline("WASHINGTON (AP)");
        assert_eq!((read.place.unwrap().name.as_str(), read.date), ("WASHINGTON", None));
        assert!(is_own_line("Ost, 4 May 2022"));
        assert!(!is_own_line("Ost, Poland"));
    }
}
