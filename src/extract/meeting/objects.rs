//! Where those who are met stand: after the verb or its "with", and after what may come between.

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, of};
use super::super::lexicon::{Class, Frame, Tense};
use super::super::passage::Passage;
use super::super::words::Words;

/// Where those who are met stand: after the verb or its "with".
pub(super) fn objects_start(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<usize> {
    let passage = &text.passage;
    let after = hook.tokens.end;
    let is_noun = hook.trigger.tense == Tense::Noun;
    let ends_in_link =
        hook.tokens.len() > 1 && passage.is_any(after - 1, words!["with", "between", "on", "of", "to"]);
    if ends_in_link || is_noun && passage.is(after, "of") {
        return Some(after + usize::from(!ends_in_link));
    }
    let is_call = of(hook, Frame::Call);
    // "spoke by telephone to A"
    let by_line = is_call && passage.is_any(after, words!["by", "over", "via"]);
    let is_link = |at: usize| {
        passage.is_any(at, words!["with", "between"])
            || (is_call && is_noun || by_line && at <= after + 4) && passage.is_any(at, words!["from", "to"])
    };
    // "welcomed closer ties with President A": a guest stands right after the verb.
    let link = (after..end.min(after + 14)).find(|&at| is_link(at) && !of(hook, Frame::Host));
    // One speaks to or with people, and phones them.
    let speaks = is_call
        && !is_noun
        && ["sp", "ta"]
            .iter()
            .any(|verb| passage.word(hook.tokens.start).to_ascii_lowercase().starts_with(verb));
    match link {
        Some(link) if link == after || is_noun || speaks || few_words(passage, after..link) => Some(link + 1),
        _ if is_noun || speaks && !passage.is(after, "to") => None,
        _ if speaks => Some(after + 1),
        // "met expectations", "meet the needs" are no meetings: `listed` finds nobody there.
        _ => Some(after_adjuncts(text, after, end)),
    }
}

/// The token after where and when, told between a verb and its object: "received at the palace today", "met, among
/// others,".
pub(in crate::extract) fn after_adjuncts(text: &Annotated<'_>, from: usize, end: usize) -> usize {
    const ADVERBS: &Words =
        words!["today", "yesterday", "also", "separately", "earlier", "later", "here", "again"];
    const MOST_OF_PLACE: usize = 3;
    let passage = &text.passage;
    let mut at = from;
    while at < end {
        let is_before = passage.is_any(at, words!["in", "at", "on"]);
        let named = at + 1..at + 1 + MOST_OF_PLACE;
        let place = within(&text.places, named).first().filter(|_| is_before);
        let date =
            within(&text.dates, at..at + 2).first().filter(|date| is_before || date.tokens.start == at);
        let hall = Some(at + 2)
            .filter(|_| is_before && passage.is(at + 1, "the"))
            .and_then(|hall| end_of_hall(passage, hall));
        at = match (date, place) {
            (Some(date), _) => date.tokens.end,
            (_, Some(place)) => place.tokens.end,
            _ if hall.is_some() => hall.unwrap_or(at),
            _ if passage.reads(at, &["in", "audience"]) || passage.reads(at, &["inter", "alia"]) => at + 2,
            _ if passage.reads(at, &["in", "farewell", "audience"]) => at + 3,
            _ if passage.reads(at, &["among", "others"]) => at + 2,
            _ if passage.is_mark(at, ',') && passage.is_any(at + 1, words!["among", "inter"]) => at + 1,
            _ if passage.is_any(at, ADVERBS) || at > from && passage.is_mark(at, ',') => at + 1,
            _ => return at,
        };
    }
    at
}

/// Adverbs and dates may stand before "with": "met separately today with".
fn few_words(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.len() <= 6
        && !tokens.into_iter().any(|at| passage.has(at, Class::Role) || passage.has(at, Class::Honorific))
}

/// Where the name of a hall ends that the lexicon does not know, if an article stands after it: "at the Emiri Court a
/// delegation".
fn end_of_hall(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 4;
    let is_name = |at: usize| {
        passage.kind(at).is_capital() && !passage.has(at, Class::Honorific) && !passage.has(at, Class::Rank)
    };
    let len = (at..at + MOST).take_while(|&at| is_name(at)).count();
    (len > 0 && passage.is_any(at + len, words!["a", "an", "the"])).then_some(at + len)
}
