//! "the first visit to Serbia by a British defence minister in more than 10 years".

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::coordinated;
use super::super::features::{Features, Topic};
use super::super::passage::Passage;
use crate::model::{Place, Precedence, PrecedenceScope, Visit};

/// Adds to the visits what a text says they are the first of.
pub(super) fn add(text: &Annotated<'_>, visits: &mut [Visit]) {
    let passage = &text.passage;
    for sentence in passage.sentences_with(Features::topic(Topic::Precedence)) {
        for first in sentence.clone().filter(|&at| passage.is(at, "first")) {
            let Some(found) = precedence(text, sentence, first) else { continue };
            let country = found.place.as_ref().and_then(|place| place.country);
            let fits = |visit: &&mut Visit| {
                let goes_there = visit.legs.iter().any(|leg| leg.country == country);
                let by_visitor = match &found.scope {
                    PrecedenceScope::Person(who) => visit.visitors.contains(who),
                    PrecedenceScope::Office(_) => true,
                };
                goes_there && by_visitor && !visit.background
            };
            if let Some(visit) = visits.iter_mut().find(fits) {
                visit.precedence.push(found);
            }
        }
    }
}

fn precedence(text: &Annotated<'_>, sentence: &Range<usize>, first: usize) -> Option<Precedence> {
    let passage = &text.passage;
    let named = (first + 1..sentence.end.min(first + 5))
        .find(|&at| passage.is_any(at, words!["visit", "trip", "time", "tour"]));
    // "and her own first since …" leaves the noun out.
    let own = first.checked_sub(1).filter(|&before| passage.is(before, "own")).map(|_| first);
    let noun = named.or(own)?;
    let end = end_of_claim(passage, sentence, noun);
    let place = within(&text.places, noun..end).first().map(|found| found.place.clone());
    let by = (noun..end)
        .find(|&at| passage.is(at, "by") && passage.is_any(at + 1, words!["a", "an", "any", "the"]));
    let scope = match by {
        Some(by) => PrecedenceScope::Office(office(passage, by + 1, end)),
        None => {
            let after = within(&text.people, noun..end).iter().find(|person| !person.possessive);
            let before = within(&text.people, sentence.start..first);
            let who = after.or(before.last())?;
            PrecedenceScope::Person(who.who.clone())
        }
    };
    let mut found = Precedence::new(scope);
    found.place = place.or_else(|| only_country(text, sentence));
    found.since = within(&text.dates, noun..end).first().map(|found| found.date.clone());
    let since = (noun..end).find(|&at| passage.is(at, "since"));
    let event =
        since.filter(|&since| within(&text.dates, since..since + 2).is_empty()).map(|since| since + 1..end);
    found.since_event = event
        .map(|tokens| passage.words(trimmed(passage, tokens)).to_owned())
        .filter(|words| !words.is_empty());
    found.evidence.push(passage.evidence(first..end, "first-visit", 85));
    Some(found)
}

/// The claim ends with its sentence, or where "and it's the first …" begins the next one.
fn end_of_claim(passage: &Passage<'_>, sentence: &Range<usize>, noun: usize) -> usize {
    let stop = (noun + 1..sentence.end).find(|&at| {
        passage.is_mark(at, ';')
            || passage.is_mark(at, '.')
            || passage.is(at, "and")
                && passage.is_any(
                    at + 1,
                    words!["it", "it's", "is", "the", "he", "she", "was", "his", "her", "their"],
                )
    });
    stop.unwrap_or(sentence.end)
}

/// "a British defence minister": up to the next preposition of time or place.
fn office(passage: &Passage<'_>, start: usize, end: usize) -> String {
    let stop = (start..end)
        .find(|&at| passage.is_any(at, words!["in", "since", "to", "for", "on"]) || passage.is_mark(at, ','));
    passage.words(start..stop.unwrap_or(end)).to_owned()
}

fn trimmed(passage: &Passage<'_>, tokens: Range<usize>) -> Range<usize> {
    let end =
        tokens.clone().rev().find(|&at| !matches!(passage.kind(at), super::super::token::TokenKind::Mark(_)));
    tokens.start..end.map_or(tokens.start, |end| end + 1)
}

fn only_country(text: &Annotated<'_>, sentence: &Range<usize>) -> Option<Place> {
    let places = within(&text.places, sentence.clone());
    let (first, rest) = places.split_first()?;
    let coordinated_all =
        rest.iter().all(|next| coordinated(&text.passage, first.tokens.end, next.tokens.start));
    (rest.is_empty() || coordinated_all).then(|| first.place.clone())
}
