//! Ceremonies, events and parades that remember.

use std::ops::Range;

use super::Text;
use crate::extract::commemoration::words::{after, before, has_stem, holds, is_marking};
use crate::extract::lexicon::{Frame, Tense};
use crate::extract::words::Words;
use crate::model::Part;

/// A ceremony that is called memorial, or that an anniversary or named day shares the sentence with.
pub(super) fn ceremony(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const OTHER: &Words = words![
        "signing", "opening", "graduation", "award", "awards", "citizenship", "swearing", "investiture",
        "closing", "prize", "launch", "inauguration", "welcoming", "welcome", "credentials", "handover",
        "medal", "breaking", "groundbreaking", "religious", "turnover",
    ];
    let passage = text.passage();
    let ahead = before(passage, at, 4);
    // "funeral rites"
    if passage.is(at, "rites")
        && (!text.has_occasion(at) || holds(passage, ahead.clone(), words!["funeral", "last"]))
    {
        return None;
    }
    // "the opening ceremony of Holocaust Remembrance Day" is of the day all the same.
    let is_of_day = passage.is(at + 1, "of") && text.begins_occasion(at + 2);
    if holds(passage, ahead.clone(), OTHER) && !is_of_day {
        return None;
    }
    let memorial = ahead.clone().find(|&at| {
        passage.is_any(at, words!["memorial", "remembrance", "wreath", "anniversary", "dawn"])
            || has_stem(passage, at, stems!["commemorat"])
    });
    // "the Women of Courage Ceremony" bears its name, and so does the Last Post Ceremony.
    let is_named = !passage.shouts
        && text.annotated.passage.part != Part::Headline
        && passage.kind(at).is_capital()
        && at.checked_sub(1).is_some_and(|name| {
            passage.kind(name).is_capital() && !passage.is_any(name, words!["post", "the", "a", "this"])
        });
    if is_named && memorial.is_none() && !text.ends_occasion(at) {
        return None;
    }
    let of =
        passage.is(at + 1, "of") && passage.is_any(at + 2, words!["remembrance", "commemoration", "homage"]);
    // "ceremonies in Poland next week to commemorate"
    let commemorates =
        || after(passage, at + 1, 6).any(|at| has_stem(passage, at, stems!["commemorat", "remember"]));
    let is_of_occasion = of || commemorates() || text.serves_occasion();
    memorial.map(|start| start..at + 1).or(is_of_occasion.then_some(at..at + 1))
}

/// "the central memorial event", "an event to mark the 30th anniversary of the siege"; an event of any other sort
/// remembers nothing.
pub(super) fn event_held(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const REACH: usize = 8;
    let passage = text.passage();
    // "the main commemoration being held at the centre"
    if passage.is_any(at, words!["commemoration", "commemorations"]) {
        let verb = after(passage, at + 1, 4).find(|&at| passage.is_any(at, words!["held", "took"]))?;
        // "a national day of commemoration will be held"
        let is_day = at.checked_sub(1).is_some_and(|of| passage.is(of, "of"));
        return (text.serves_occasion() && !passage.in_quote(at) && !is_day).then_some(at..verb + 1);
    }
    if !passage.is_any(at, words!["event", "events"]) {
        return None;
    }
    let memorial = at.checked_sub(1).filter(|&near| {
        passage.is_any(near, words!["memorial", "remembrance"])
            || has_stem(passage, near, stems!["commemorat"])
    });
    // "the funding of commemorative events"
    let is_held = passage.is(at, "event") || text.serves_occasion();
    if let Some(start) = memorial {
        return is_held.then_some(start..at + 1);
    }
    // "An event was held at the memorial to mark"
    const HELD: &Words = words!["held", "hosted", "hosts", "organised", "organized", "took"];
    let is_held =
        holds(passage, before(passage, at, 4), HELD) || holds(passage, after(passage, at + 1, 4), HELD);
    let is_one = before(passage, at, 3).any(|at| passage.is_any(at, words!["a", "an", "special"]));
    let marks = after(passage, at + 1, REACH).any(|at| is_marking(passage, at));
    (passage.is(at, "event") && is_one && is_held && marks && text.has_occasion(at)).then_some(at..at + 1)
}

/// "the Mayor said at the ceremony": what is said where the occasion is kept.
pub(super) fn spoken_at(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const NEAR: usize = 6;
    let passage = text.passage();
    let place = before(passage, at, NEAR).rev().find(|&at| passage.is_any(at, words!["at", "during"]))?;
    let is_here = passage.is_any(place + 1, words!["the", "a", "an", "this"]);
    let verb = place.checked_sub(1).filter(|&verb| {
        passage.trigger(verb).is_some_and(|found| found.frame == Frame::Say && found.tense == Tense::Past)
    })?;
    (is_here && text.serves_occasion() && !passage.in_quote(at)).then_some(verb..at + 1)
}

pub(super) fn parade(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let is_noun = passage.is_any(at, words!["parade", "parades", "march", "marches"]) && !is_month(text, at);
    let verb =
        at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["to", "will", "they", "we"]));
    let named = before(passage, at, 2)
        .any(|at| has_stem(passage, at, stems!["commemorat", "remembrance", "veteran", "memorial"]));
    // "joined the Memorial Procession"
    if passage.is_any(at, words!["procession", "processions"]) {
        return (named || text.has_occasion(at)).then_some(at..at + 1);
    }
    let is_parade = passage.is_any(at, words!["parade", "parades"]) && text.serves_occasion();
    // "veterans marched through the town to mark Armistice Day"
    if passage.is_any(at, words!["marched", "paraded"]) {
        let is_past = passage.is_any(at + 1, words!["through", "past", "along", "down", "to", "in"]);
        return (is_past && text.has_occasion(at)).then_some(at..at + 1);
    }
    (is_noun && !verb && (named || is_parade || text.has_occasion(at))).then_some(at..at + 1)
}

/// "March" is a month wherever a date was read there.
fn is_month(text: &Text<'_, '_>, at: usize) -> bool {
    let dates = &text.annotated.dates;
    let next = dates.partition_point(|date| date.tokens.end <= at);
    dates.get(next).is_some_and(|date| date.tokens.contains(&at)) || text.passage().kind(at).is_capital()
}
