//! What is remembered: the words after "anniversary of", "centenary of", "years since".

use std::ops::Range;

use super::words::{after, is_marking};
use crate::extract::annotated::{Annotated, FoundPerson, within};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Calendar, Remembered};

/// The most tokens that an event takes.
const LONGEST: usize = 18;

/// Words that end the name of an event.
const ENDS: &Words = words![
    "with", "which", "who", "whom", "when", "where", "while", "as", "that", "this", "will", "is", "was",
    "are", "were", "has", "had", "have", "at", "by", "through", "throughout", "during", "but", "or", "if",
    "because", "so", "would", "should", "can", "may", "before", "being", "including", "included", "includes",
    "to", "on", "for",
];

/// Nouns that name an event when written with a capital.
const EVENTS: &Words = words![
    "front", "battle", "war", "campaign", "treaty", "revolution", "uprising", "landing", "landings", "siege",
    "massacre", "genocide", "holocaust", "declaration", "agreement", "accords", "armistice", "invasion",
    "offensive", "rebellion", "disaster", "attack", "attacks", "bombing", "charter", "convention",
];

/// The event that begins at a token, with the tokens it takes.
pub(super) fn event(text: &Annotated<'_>, at: usize) -> Option<(Remembered, Range<usize>)> {
    let passage = &text.passage;
    let start = after_determiners(passage, at);
    let mut end = after(passage, start, LONGEST).find(|&at| ends(text, start, at));
    end = end.or_else(|| Some(after(passage, start, LONGEST).end));
    remembered(text, start..end?)
}

/// The event of a clause such as "since troops fought to secure the Salonika Front": what it names.
pub(super) fn event_of_clause(text: &Annotated<'_>, at: usize) -> Option<(Remembered, Range<usize>)> {
    let passage = &text.passage;
    // "since the end of the Korean War" names its event at once.
    if passage.is(at, "the") && passage.kind(at + 1) == TokenKind::Lower && passage.is(at + 2, "of") {
        return event(text, at);
    }
    let clause = after(passage, at, 2 * LONGEST);
    let named = clause.clone().find_map(|noun| {
        let is_event = passage.kind(noun).is_capital() && passage.is_any(noun, EVENTS);
        let start = capitals_before(passage, noun, clause.start);
        (is_event && start < noun).then(|| start..after_complement(passage, noun + 1))
    });
    match named {
        Some(tokens) => remembered(text, tokens),
        None => event(text, at),
    }
}

fn remembered(text: &Annotated<'_>, tokens: Range<usize>) -> Option<(Remembered, Range<usize>)> {
    let mut words = text.passage.on_one_line(tokens.clone());
    // "the end of World War I.": the full stop is the sentence's.
    let is_at_end = tokens.end == text.passage.sentence_of(tokens.start).end;
    if is_at_end && words.ends_with(" I.") {
        words.pop();
    }
    if !words.contains(char::is_alphabetic) {
        return None;
    }
    let mut remembered = Remembered::new(words);
    // "the Battle of the Coral Sea in May 1942", "the end of the war, fought between 1939 and 1945"
    let nearby = within(&text.dates, tokens.start..tokens.end + 6);
    let told = nearby.iter().find(|found| {
        let is_far = found.date.relative.is_none() && found.date.weekday.is_none();
        is_far
            && found.date.calendar.as_ref().is_some_and(Calendar::is_absolute)
            && text.passage.sentence_of(tokens.start).contains(&found.tokens.start)
    });
    remembered.date = told.map(|found| found.date.clone());
    Some((remembered, tokens))
}

/// Whether the name of an event that begins at `start` ends before `at`.
fn ends(text: &Annotated<'_>, start: usize, at: usize) -> bool {
    let passage = &text.passage;
    let is_link = passage.is_any(at, words!["in", "from", "and"]);
    let begins_date = |at| !within(&text.dates, at..at + 1).is_empty();
    // "Americans with Disabilities Act", "Convention on the Rights of the Child"
    let follows_capital = at.checked_sub(1).is_some_and(|before| passage.kind(before).is_capital());
    let noun = at + 1 + usize::from(passage.is(at + 1, "the"));
    let in_name = passage.is_any(at, words!["with", "on", "for", "to"])
        && follows_capital
        && passage.kind(noun).is_capital()
        && !begins_date(noun)
        // "the opening for signature of the Treaty"
        || passage.is(at, "for") && passage.kind(at + 1) == TokenKind::Lower && passage.is(at + 2, "of");
    // "the landings at Gallipoli", "the attack on the Harbour"
    let is_where = passage.is_any(at, words!["at", "on"])
        && at > start
        && passage.is_any(at - 1, EVENTS)
        && passage.kind(noun).is_capital()
        && !begins_date(noun);
    match passage.kind(at) {
        _ if is_where => false,
        TokenKind::Break => true,
        // "the Restoration of Independence │ - May 20 -"
        TokenKind::Mark('-') => !passage.is_hyphen(at),
        // "Vietnam–Mongolia diplomatic ties"
        TokenKind::Mark('–') => !passage
            .tokens
            .get(at)
            .zip(passage.tokens.get(at + 1))
            .is_some_and(|(dash, next)| !dash.spaced && !next.spaced),
        TokenKind::Mark(mark) => !matches!(mark, '‑' | '&' | '/'),
        _ if begins_date(at) => at > start,
        _ if is_link && begins_date(at + 1) => true,
        _ if passage.is(at, "and") => !passage.kind(at + 1).is_capital(),
        _ if at > start && (is_marking(passage, at) || begins_subject(text, at)) => true,
        TokenKind::Lower => at > start && passage.is_any(at, ENDS) && !in_name,
        _ => false,
    }
}

/// "On the 30th anniversary of diplomatic relations │ the Foreign Minister landed": whoever does what the clause tells.
fn begins_subject(text: &Annotated<'_>, at: usize) -> bool {
    let passage = &text.passage;
    let begins = |person: &FoundPerson| person.tokens.start <= at + 1 && !person.possessive;
    let follows_noun = at.checked_sub(1).is_some_and(|noun| {
        passage.kind(noun) == TokenKind::Lower && passage.word(noun).ends_with('s')
            || passage.kind(noun).is_capital()
    });
    passage.is(at, "the") && follows_noun && within(&text.people, at..at + 2).first().is_some_and(begins)
}

/// The token after "the", "your country's", "our": what stands before the name of an event.
fn after_determiners(passage: &Passage<'_>, at: usize) -> usize {
    let determiners = ["the", "a", "an", "your", "our", "their", "its", "his", "her", "this", "that"];
    let mut next = at;
    if passage.is_any(next, &determiners) {
        next += 1;
        // "the organization's founding" names no one; "the King's birth" does.
        if passage.kind(next) == TokenKind::Lower && passage.kind(next + 1) == TokenKind::Possessive {
            next += 2;
        }
    }
    next
}

fn capitals_before(passage: &Passage<'_>, noun: usize, from: usize) -> usize {
    let from = from.max(noun.saturating_sub(4));
    let mut start = noun;
    while start > from && passage.kind(start - 1).is_capital() {
        start -= 1;
    }
    start
}

/// The token after "of the Coral Sea" or the like.
fn after_complement(passage: &Passage<'_>, at: usize) -> usize {
    if !passage.is(at, "of") {
        return at;
    }
    let start = at + 1 + usize::from(passage.is(at + 1, "the"));
    let mut end = start;
    while end < start + 4 && passage.kind(end).is_capital() {
        end += 1;
    }
    if end > start { end } else { at }
}
