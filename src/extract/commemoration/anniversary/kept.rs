//! What an anniversary remembers, and whether it is kept.

use std::ops::Range;

use super::FoundAnniversary;
use crate::extract::annotated::{Annotated, within};
use crate::extract::commemoration::event::{event, event_of_clause};
use crate::extract::commemoration::words::{before, holds, is_beside_act, is_marked};
use crate::extract::number::ordinal;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Anniversary, Part, Remembered};

/// An anniversary with what it remembers: after "of" or "since", or the owner before it.
pub(super) fn observed(
    text: &Annotated<'_>,
    tokens: Range<usize>,
    anniversary: Option<Anniversary>,
    rule: &'static str,
    confidence: u8,
) -> FoundAnniversary {
    let passage = &text.passage;
    let link = tokens.end;
    // "the tenth anniversary meeting of the forum"
    let link = after_insertion(passage, link);
    let of = (link..link + 3).find(|&at| passage.is(at, "of") || !passage.kind(at).is_word());
    let remembered = if let Some(of) = of.filter(|&at| passage.is(at, "of")) {
        event(text, of + 1)
    } else if passage.is_any(link, words!["since", "after", "when"]) {
        event_of_clause(text, link + 1)
    } else if passage.reads(link, &["on", "from"]) {
        event(text, link + 2)
    } else if passage.is(link, "ago") && passage.is_any(link + 1, words!["today", "tonight"]) {
        let comma = link + 2 + usize::from(passage.is_mark(link + 2, ','));
        // "tonight, at 23.02, the Council"
        let hour =
            (comma..comma + 6).find(|&at| passage.is_mark(at, ',')).filter(|_| passage.is(comma, "at"));
        let comma = hour.map_or(comma, |hour| hour + 1);
        event_of_clause(text, comma)
    } else {
        named_between(passage, &tokens).or_else(|| owner(text, tokens.start))
    };
    let (remembered, event) = remembered.unzip();
    let end = event.as_ref().map_or(tokens.end, |event| event.end);
    let is_past = is_of_another_year(text, tokens.start, end);
    let is_observed = !is_past && (event.is_some() || is_observed(text, &tokens));
    FoundAnniversary { tokens, anniversary, remembered, event, is_observed, rule, confidence }
}

/// "Angola’s 50th │ Independence │ anniversary": what is remembered may stand between the number and the noun.
fn named_between(passage: &Passage<'_>, tokens: &Range<usize>) -> Option<(Remembered, Range<usize>)> {
    let noun = tokens.end.checked_sub(1)?;
    let is_name = |&at: &usize| {
        passage.kind(at) == TokenKind::Capital
            && ordinal(passage, at).is_none()
            && !passage
                .is_any(at, words!["annual", "birth", "death", "diamond", "golden", "silver", "wedding"])
    };
    let first = (tokens.start + 1..noun).rev().take_while(is_name).last().filter(|_| !passage.shouts)?;
    Some((Remembered::new(passage.on_one_line(first..noun)), first..tokens.end))
}

/// "On the sixth anniversary of the massacre, in 1966, the Assembly proclaimed": a year that is told of what was done then.
fn is_of_another_year(text: &Annotated<'_>, start: usize, end: usize) -> bool {
    let passage = &text.passage;
    let opens = start
        .checked_sub(2)
        .is_some_and(|on| passage.is(on, "on") && passage.is(on + 1, "the") && passage.begins_sentence(on));
    opens
        && passage.is_mark(end, ',')
        && passage.is(end + 1, "in")
        && passage.kind(end + 2) == TokenKind::Number
        && passage.is_mark(end + 3, ',')
}

/// The token after ", in July,": when an anniversary falls may stand before what it is of.
fn after_insertion(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 5;
    let is_inserted = passage.is_mark(at, ',') && passage.is_any(at + 1, words!["in", "on", "this", "next"]);
    let close = (at + 2..at + 2 + MOST).find(|&close| passage.is_mark(close, ','));
    let close = close.filter(|&close| is_inserted && passage.is(close + 1, "of"));
    close.map_or(at, |close| close + 1)
}

/// Whether the words around an anniversary say that it is kept.
fn is_observed(text: &Annotated<'_>, tokens: &Range<usize>) -> bool {
    text.passage.part == Part::Headline
        || is_marked(&text.passage, tokens)
        || is_kept_on(&text.passage, tokens)
}

/// "on the anniversary of"
pub(super) fn is_occasion(passage: &Passage<'_>, at: usize) -> bool {
    holds(passage, before(passage, at, 2), words!["on", "occasion"])
}

/// "on his death anniversary", "on the 40th birth anniversary": something is done on the day itself.
pub(super) fn is_kept_on(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    const OF_LIFE: &Words = words!["birth", "death", "founding", "foundation"];
    let is_of_life = |at: usize| passage.is_any(at, OF_LIFE);
    let of_life = (tokens.start.saturating_sub(1)..tokens.end).any(is_of_life);
    let mut start = tokens.start;
    while let Some(at) = start.checked_sub(1).filter(|&at| {
        is_of_life(at)
            || passage.is_any(at, words!["his", "her", "its", "their", "the", "'s", "’s"])
            || passage.kind(at) == TokenKind::Possessive
    }) {
        start = at;
    }
    let is_on = start.checked_sub(1).is_some_and(|on| passage.is(on, "on"))
        || start.checked_sub(2).is_some_and(|occasion| passage.reads(occasion, &["occasion", "of"]));
    is_on && (of_life || is_beside_act(passage, tokens))
}

pub(super) fn is_determiner(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["the", "a", "an", "this", "our", "its", "on", "in", "for"])
}

/// "the Navy's" before "75th anniversary".
fn owner(text: &Annotated<'_>, at: usize) -> Option<(Remembered, Range<usize>)> {
    let passage = &text.passage;
    let end = at.checked_sub(1).filter(|&mark| passage.kind(mark) == TokenKind::Possessive)?;
    let is_name = |&at: &usize| passage.kind(at).is_capital() && !is_determiner(passage, at);
    let start = before(passage, end, 6).rev().take_while(is_name).last()?;
    let person = within(&text.people, start..end).first();
    let mut remembered = Remembered::new(passage.on_one_line(start..end));
    remembered.person = person.and_then(|person| person.who.id().cloned());
    Some((remembered, start..end))
}
