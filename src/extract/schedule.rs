//! Schedules: lines that begin with a time and leave out whose they are: "10:00 – Meeting with Minister A".

use std::ops::Range;

use super::annotated::{Annotated, within};
use super::clause::Hook;
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Words;
use crate::model::{MentionForm, Part, Participant};

/// Whether a sentence is a line of a schedule: it begins with a time.
pub(super) fn is_line(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    after_time(passage, sentence.start).is_some()
}

/// Whether a verb or noun is the first thing that a line of a schedule tells, and nobody stands before it.
pub(super) fn opens_line(text: &Annotated<'_>, hook: &Hook) -> bool {
    const MOST_BETWEEN: usize = 3;
    let after = after_time(&text.passage, hook.sentence.start);
    after.is_some_and(|after| {
        (after..=after + MOST_BETWEEN).contains(&hook.tokens.start)
            && within(&text.people, after..hook.tokens.start).is_empty()
    })
}

/// Whose schedule a story is: whom its headline names with it, or whom it names first.
pub(super) fn owner(texts: &[Annotated<'_>]) -> Option<Participant> {
    const NAMES: &Words = words![
        "activities", "agenda", "calendar", "diary", "engagements", "itinerary", "programme", "program",
        "schedule", "week",
    ];
    let has_line =
        |text: &Annotated<'_>| text.passage.sentences.iter().any(|sentence| is_line(&text.passage, sentence));
    if !texts.iter().any(has_line) {
        return None;
    }
    let is_schedule = |text: &&Annotated<'_>| {
        let passage = &text.passage;
        passage.part == Part::Headline && (0..passage.tokens.len()).any(|at| passage.is_any(at, NAMES))
    };
    let first = |text: &Annotated<'_>| {
        let mut people = text.people.iter();
        people.find(|person| person.form != MentionForm::Pronoun && person.who.id().is_some()).cloned()
    };
    let named = texts.iter().filter(is_schedule).find_map(first);
    let body = texts.iter().filter(|text| matches!(text.passage.part, Part::Block(_)));
    named.or_else(|| body.into_iter().find_map(first)).map(|person| person.who)
}

/// The token after the time that begins at a token, and after the marks that part it from what happens then.
fn after_time(passage: &Passage<'_>, start: usize) -> Option<usize> {
    const HOURS: &Words = words!["a.m.", "p.m.", "a.m", "p.m", "am", "pm", "hrs", "h", "hours"];
    if passage.kind(start) != TokenKind::Number {
        return None;
    }
    let mark = mark_of_time(passage.word(start))?;
    // "10:00 a.m. – 11:30 a.m.:"
    const MOST: usize = 8;
    let parts = |at: &usize| passage.is_any(*at, HOURS) || is_dash(passage, *at) || is_until(passage, *at);
    let first = start + 1;
    let at = first + (first..first + MOST).take_while(parts).count();
    // "10.30 million people"
    let is_told = mark == ':' || at > first || passage.kind(at).is_capital();
    is_told.then_some(at)
}

/// What parts a time from what happens then.
fn is_dash(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.kind(at), TokenKind::Mark('-' | '–' | '—' | ':' | '|' | '.' | '+'))
}

/// The end of "10:00-11:30".
fn is_until(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Number && mark_of_time(passage.word(at)).is_some()
}

/// The mark between the hour and the minutes of "9:30" and "14.00".
fn mark_of_time(word: &str) -> Option<char> {
    let (hour, minutes) = word.split_once([':', '.'])?;
    let is_hour = hour.parse::<u8>().is_ok_and(|hour| hour < 25);
    let is_time = is_hour && minutes.len() == 2 && minutes.parse::<u8>().is_ok_and(|minutes| minutes < 60);
    is_time.then(|| word.chars().nth(hour.len())).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::told::{meetings, visits};

    const SCHEDULE: &str = "Programme of Foreign Minister Aino Virta\n10:00 – Meeting with President Ivo Novak of Serbia\n12.30 Visit to Kuopio University Hospital\n14:00 Meets the Ambassador of Japan, Ken Ota\n4:30 p.m. Phone call with Prime Minister Ana Berg of Norway";

    #[test]
    fn the_lines_of_a_schedule_are_of_whoever_it_names() {
        assert_eq!(
            meetings("FI", SCHEDULE),
            [
                "Aino Virta / Ivo Novak in_person planned",
                "Aino Virta / Ken Ota in_person planned",
                "Aino Virta / Ana Berg call planned",
            ]
        );
        assert_eq!(visits("FI", SCHEDULE), ["Aino Virta -> FI Kuopio University Hospital planned"]);
    }

    #[test]
    fn what_a_line_tells_in_the_present_is_to_come() {
        let told = meetings("FI", "10:00 Foreign Minister Aino Virta meets President Ivo Novak of Serbia.");
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
    }

    #[test]
    fn numbers_that_begin_a_sentence_are_no_times() {
        let told = visits("FI", "10.30 million people watched. Foreign Minister Aino Virta visits Serbia.");
        assert_eq!(told, ["Aino Virta -> RS ongoing"]);
    }
}
