//! How each act of remembrance is read at its word, and what shows that it is one.

use std::ops::Range;

use super::super::site::site_in;
use super::super::words::{after, before, has_stem, holds, is_marking};
use super::{Text, says_we};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// "laid a wreath", "wreath-laying", "wreaths were laid".
pub(super) fn laid(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const LAY: &Words =
        words!["lay", "lays", "laid", "laying", "place", "placed", "placing", "deposit", "deposited"];
    let passage = text.passage();
    if let Some(verb) = before(passage, at, 5).rev().find(|&at| passage.is_any(at, LAY)) {
        return Some(verb..at + 1);
    }
    after(passage, at + 1, 4)
        .find(|&at| passage.is_any(at, words!["laying", "laid", "placed"]))
        .map(|verb| at..verb + 1)
}

pub(super) fn flowers(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if passage.is(at, "floral") && !has_stem(passage, at + 1, &["tribute", "offering", "wreath"]) {
        return None;
    }
    laid(text, at)
}

/// "a minute's silence", "two minutes silence", "a moment of silence".
pub(super) fn silence(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let minute = before(passage, at, 3)
        .find(|&at| passage.is_any(at, words!["minute", "minutes", "moment", "minute's"]))?;
    Some(minute..at + 1)
}

/// "memorial service", "dawn service", "service of remembrance".
pub(super) fn service(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let start = before(passage, at, 2).find(|&at| {
        passage.is_any(
            at,
            words!["memorial", "commemorative", "commemoration", "remembrance", "dawn", "anniversary"],
        )
    });
    if let Some(start) = start {
        return Some(start..at + 1);
    }
    let of = passage.is(at + 1, "of") && passage.is_any(at + 2, words!["remembrance", "commemoration"]);
    of.then_some(at..at + 3)
}

/// A ceremony that is called memorial, or that an anniversary or named day shares the sentence with.
pub(super) fn ceremony(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const OTHER: &Words = words![
        "signing",
        "opening",
        "graduation",
        "award",
        "awards",
        "citizenship",
        "swearing",
        "investiture",
        "closing",
        "prize",
        "launch",
        "inauguration",
        "welcoming",
        "welcome",
        "credentials",
        "handover",
        "medal",
    ];
    let passage = text.passage();
    let ahead = before(passage, at, 4);
    if holds(passage, ahead.clone(), OTHER) {
        return None;
    }
    let memorial = ahead.clone().find(|&at| {
        passage.is_any(at, words!["memorial", "remembrance", "wreath", "anniversary", "dawn"])
            || has_stem(passage, at, &["commemorat"])
    });
    let of = passage.is(at + 1, "of") && passage.is_any(at + 2, words!["remembrance", "commemoration"]);
    memorial.map(|start| start..at + 1).or((of || text.has_occasion(at)).then_some(at..at + 1))
}

/// "unveiled a plaque", "the memorial will be unveiled".
pub(super) fn unveiling(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const UNVEILED: &Words = words![
        "memorial",
        "plaque",
        "statue",
        "stone",
        "monument",
        "bust",
        "cenotaph",
        "tombstone",
        "headstone",
        "gravestone",
        "sculpture",
        "obelisk",
    ];
    let passage = text.passage();
    if let Some(noun) = after(passage, at + 1, 9).find(|&at| passage.is_any(at, UNVEILED)) {
        return Some(at..noun + 1);
    }
    before(passage, at, 8).find(|&at| passage.is_any(at, UNVEILED)).map(|noun| noun..at + 1)
}

pub(super) fn parade(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let is_noun = passage.is_any(at, words!["parade", "parades", "march", "marches"]) && !is_month(text, at);
    let verb =
        at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["to", "will", "they", "we"]));
    let named =
        before(passage, at, 2).any(|at| has_stem(passage, at, &["commemorat", "remembrance", "veteran"]));
    (is_noun && !verb && (named || text.has_occasion(at))).then_some(at..at + 1)
}

/// "March" is a month wherever a date was read there.
fn is_month(text: &Text<'_, '_>, at: usize) -> bool {
    let dates = &text.annotated.dates;
    let next = dates.partition_point(|date| date.tokens.end <= at);
    dates.get(next).is_some_and(|date| date.tokens.contains(&at)) || text.passage().kind(at).is_capital()
}

/// "made these remarks at the ceremony to mark the 75th anniversary".
pub(super) fn speech(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let gave =
        ["made", "makes", "make", "making", "deliver", "delivered", "delivering", "gave", "give", "gives"];
    if passage.is_any(at, words!["addressed", "addressing"]) {
        return text.has_occasion(at).then_some(at..at + 1);
    }
    let verb = before(passage, at, 5).rev().find(|&at| passage.is_any(at, &gave))?;
    text.has_occasion(at).then_some(verb..at + 1)
}

/// "I congratulate the people of X as you celebrate …", "we join … in marking", "I wish all a happy …".
pub(super) fn message(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    // "I am honored to congratulate" congratulates.
    let is_feeling = passage.is(at + 1, "to");
    (!is_feeling && says_we(passage, at) && text.has_occasion(at)).then(|| at..at + 1)
}

/// "paid tribute to those who died"; "paid tribute to the close relations" remembers no one.
pub(super) fn tribute(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const DEAD: &Words = words![
        "fallen",
        "died",
        "dead",
        "fell",
        "victims",
        "veterans",
        "servicemen",
        "servicewomen",
        "soldiers",
        "lives",
        "lost",
        "sacrifice",
        "sacrificed",
        "sacrifices",
        "memory",
        "killed",
        "perished",
        "heroes",
        "late",
        "anzacs",
        "diggers",
    ];
    let passage = text.passage();
    let verb = before(passage, at, 4).rev().find(|&at| has_stem(passage, at, &["pay", "paid"]))?;
    let is_to_the_dead = passage.is(at + 1, "to") && holds(passage, after(passage, at + 2, 12), DEAD);
    is_to_the_dead.then_some(verb..at + 1)
}

/// "visited the Australian War Memorial", "a visit to the cemetery".
pub(super) fn memorial_visit(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if !passage.is_any(at, words!["visit", "visits", "visited", "visiting", "toured", "tour"]) {
        return None;
    }
    // The object only: "visited Canberra and spoke of the memorial" visits no memorial.
    let object = after(passage, at + 1, 10);
    let joined = |&at: &usize| {
        !passage.is_any(at, words!["where", "and", "who", "for", "by", "with"])
            && (passage.kind(at).is_word() || passage.kind(at) == TokenKind::Possessive)
    };
    let len = object.clone().take_while(joined).count();
    let object = object.start..object.start + len;
    site_in(text.annotated, object.clone()).map(|_| at..object.end)
}

pub(super) fn exhibition(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let marks = after(passage, at + 1, 6).any(|at| is_marking(passage, at));
    (marks || text.has_occasion(at)).then_some(at..at + 1)
}

pub(super) fn medal(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let named = before(passage, at, 2).find(|&at| has_stem(passage, at, &["commemorat", "anniversary"]))?;
    Some(named..at + 1)
}
