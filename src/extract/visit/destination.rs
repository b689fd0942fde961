//! Where a visit goes: the places after its verb or noun, country by country.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundDate, FoundPlace, within};
use super::super::clause::{Hook, clause_end, of};
use super::super::lexicon::{Frame, Tense};
use super::super::passage::Passage;
use super::super::words::Words;
use crate::model::{Leg, PlaceKind};

/// One country that a visit goes to, and where the text says so.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    pub(super) leg: Leg,
    pub(super) tokens: Range<usize>,
}

impl Stop {
    pub(super) fn new(leg: Leg, tokens: Range<usize>) -> Self {
        Self { leg, tokens }
    }
}

/// The stops of "visited A, B and C", "travels to A", "visit to A".
pub(super) fn of_travel(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let direct = of(hook, Frame::Visit) && hook.trigger.tense != Tense::Noun;
    let places = within(&text.places, hook.tokens.end..end);
    let first = places.iter().position(|found| is_goal(passage, hook, found, direct));
    let Some(first) = first else { return Vec::new() };
    stops(text, places.get(first..).unwrap_or_default(), &hook.sentence)
}

/// The stops of "welcomed X to A", "will host X in A".
pub(super) fn of_welcome(text: &Annotated<'_>, hook: &Hook, end: usize) -> Vec<Stop> {
    let passage = &text.passage;
    let places = within(&text.places, hook.tokens.end..end);
    let first = places.iter().position(|found| preceded_by(passage, found, &["to", "in", "at"]));
    first.map_or_else(Vec::new, |first| stops(text, places.get(first..).unwrap_or_default(), &hook.sentence))
}

/// Whether a place is where the verb leads: its object, or after "to", "in", "at".
fn is_goal(passage: &Passage<'_>, hook: &Hook, found: &FoundPlace, direct: bool) -> bool {
    if preceded_by(passage, found, &["to", "in", "at", "for", "into", "of"])
        && !preceded_by(passage, found, &["from"])
    {
        let of = preceded_by(passage, found, &["of"]);
        return !of || !direct && hook.trigger.tense == Tense::Noun;
    }
    let start = before_article(passage, found.tokens.start);
    direct && start <= hook.tokens.end + 1
}

fn preceded_by(passage: &Passage<'_>, found: &FoundPlace, words: &[&str]) -> bool {
    before_article(passage, found.tokens.start)
        .checked_sub(1)
        .is_some_and(|before| passage.is_any(before, words))
}

fn before_article(passage: &Passage<'_>, start: usize) -> usize {
    match start.checked_sub(1) {
        Some(before) if passage.is_any(before, words!["the", "both"]) => before,
        _ => start,
    }
}

/// Places of one list, gathered by country; a date after a place is that stop's.
fn stops(text: &Annotated<'_>, places: &[FoundPlace], sentence: &Range<usize>) -> Vec<Stop> {
    let passage = &text.passage;
    let mut stops: Vec<Stop> = Vec::new();
    let mut last_end = None;
    for (index, found) in places.iter().enumerate() {
        if last_end.is_some_and(|end| !continues(passage, end, found.tokens.start)) {
            break;
        }
        last_end = Some(found.tokens.end);
        let country = found.place.country;
        let next = places.get(index + 1).map_or(sentence.end, |next| next.tokens.start);
        let dates = within(&text.dates, found.tokens.end..next)
            .iter()
            .find(|found| !is_of_one_before(passage, found));
        let dates = dates.map(|found| found.date.clone());
        let is_stop = !matches!(found.place.kind, Some(PlaceKind::Country | PlaceKind::Region));
        match stops.iter_mut().find(|stop| stop.leg.country == country) {
            Some(stop) => {
                stop.tokens.end = found.tokens.end;
                stop.leg.dates = stop.leg.dates.take().or(dates);
                if is_stop {
                    stop.leg.places.push(found.place.clone());
                }
            }
            None => {
                let mut leg = Leg::new();
                leg.country = country;
                leg.dates = dates;
                if is_stop || country.is_none() {
                    leg.places.push(found.place.clone());
                }
                stops.push(Stop::new(leg, found.tokens.clone()));
            }
        }
    }
    // A world region beside its countries is no stop of its own.
    if stops.iter().any(|stop| stop.leg.country.is_some()) {
        stops.retain(|stop| stop.leg.country.is_some());
    }
    if let [only] = stops.as_mut_slice()
        && only.leg.dates.is_none()
    {
        only.leg.dates = only_date(text, sentence);
    }
    stops
}

fn only_date(text: &Annotated<'_>, sentence: &Range<usize>) -> Option<crate::model::Date> {
    match within(&text.dates, sentence.clone()) {
        [only] if !is_of_one_before(&text.passage, only) => Some(only.date.clone()),
        _ => None,
    }
}

/// "the first visit since 1999", "in more than 10 years": the date looks back to the visit before this one.
fn is_of_one_before(passage: &Passage<'_>, found: &FoundDate) -> bool {
    let Some(before) = found.tokens.start.checked_sub(1) else { return false };
    let is_ago = passage.is(found.tokens.end.saturating_sub(1), "ago");
    let is_span = found.date.relative.is_some_and(|relative| relative.offset < 0) && !is_ago;
    passage.is(before, "since") || (is_span && passage.is(before, "in"))
}

/// Whether a list of places goes on from one to the next: commas, "and", dates and small words.
fn continues(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    const BETWEEN: &Words = words![
        "and", "then", "to", "in", "the", "on", "from", "followed", "by", "before", "at", "as", "well"
    ];
    to <= from + 12
        && (from..to).all(|at| {
            let date_part = passage.kind(at) == super::super::token::TokenKind::Number
                || super::super::date::is_calendar_word(passage.word(at));
            date_part
                || passage.is_any(at, BETWEEN)
                || matches!(
                    passage.kind(at),
                    super::super::token::TokenKind::Mark(',' | '(' | ')' | '-' | '–' | '&')
                )
        })
}
