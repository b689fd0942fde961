//! Silences, services and masses.

use std::ops::Range;

use super::Text;
use super::customs::is_in_memory;
use crate::extract::commemoration::words::{SITES, after, before, has_stem};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// "a minute's silence", "two minutes silence", "a moment of silence".
pub(super) fn silence(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    // "the whole country fell silent for two minutes", "offered silent prayers"
    if passage.is(at, "silent") && passage.is_any(at + 1, words!["prayer", "prayers", "tribute"]) {
        return (text.serves_occasion() || is_of_the_dead(text, at)).then_some(at..at + 2);
    }
    if passage.is(at, "silent") {
        let verb = at
            .checked_sub(1)
            .filter(|&verb| passage.is_any(verb, words!["fell", "fall", "falls", "stood"]))?;
        let is_timed = passage.is_any(at + 1, words!["for", "at", "in"]) && text.serves_occasion();
        return is_timed.then_some(verb..at + 1);
    }
    // "stood in silence in honour of the dead"
    let in_silence = || {
        let is_in = at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["in", "solemn"]));
        let verb =
            before(passage, at, 4).rev().find(|&at| passage.is_any(at, words!["stood", "stand", "bowed"]))?;
        let is_done = is_in && (text.serves_occasion() || is_in_memory(text, at));
        is_done.then_some(verb..at + 1)
    };
    let minute = before(passage, at, 3)
        .find(|&at| passage.is_any(at, words!["minute", "minutes", "moment", "moments", "minute's"]));
    // "asked the country to observe the silence"
    let kept = before(passage, at, 3).find(|&verb| {
        has_stem(passage, verb, stems!["observ"]) && passage.is_any(at - 1, words!["the", "a"])
    });
    // "A wave of silence swept the country in remembrance of the dead"
    let in_memory = || (passage.is(at, "silence") && is_in_memory(text, at)).then_some(at..at + 1);
    minute.or(kept).map(|start| start..at + 1).or_else(in_silence).or_else(in_memory)
}

/// Whether the sentence of an act tells of those who died.
pub(super) fn is_of_the_dead(text: &Text<'_, '_>, at: usize) -> bool {
    const DEAD: &Words =
        words!["deceased", "fallen", "dead", "victims", "martyrs", "memory", "departed", "memorial"];
    let passage = text.passage();
    passage.sentence_of(at).any(|at| passage.is_any(at, DEAD))
}

/// "memorial service", "dawn service", "service of remembrance"; any service that marks an occasion.
pub(super) fn service(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const OF: &Words = words![
        "remembrance", "commemoration", "thanksgiving", "dedication", "rededication", "reflection",
        "reconciliation", "prayer",
    ];
    let passage = text.passage();
    // "religious services were held", "a religious ceremony"
    if at.checked_sub(1).is_some_and(|before| passage.is(before, "religious")) {
        return (text.serves_occasion() || is_in_memory(text, at)).then_some(at - 1..at + 1);
    }
    if !has_stem(passage, at, stems!["service"]) {
        return None;
    }
    let start = before(passage, at, 2).find(|&at| {
        passage.is_any(
            at,
            words![
                "memorial", "commemorative", "commemoration", "remembrance", "dawn", "anniversary",
                "rededication", "thanksgiving", "ecumenical", "interfaith", "requiem", "burial", "reburial",
                "graveside", "interment", "committal",
            ],
        )
    });
    if let Some(start) = start {
        return Some(start..at + 1);
    }
    if passage.is(at + 1, "of") && passage.is_any(at + 2, OF) {
        return Some(at..at + 3);
    }
    // "The services were held at Hill Cemetery"
    let is_at_graves = || {
        let first = after(passage, at + 1, 12).take_while(|&at| passage.kind(at) != TokenKind::Mark('.'));
        let mut first = first.skip_while(|&at| !passage.is_any(at, words!["held", "at"]));
        first.any(|at| passage.is_any(at, SITES))
    };
    let opens = at.checked_sub(1).is_some_and(|article| passage.is_any(article, words!["the", "a"]));
    if opens && passage.is_any(at, words!["service", "services"]) && is_at_graves() {
        return Some(at..at + 1);
    }
    // "The service will include remarks", where a memorial heads the story
    let is_the = at.checked_sub(1).is_some_and(|the| passage.is(the, "the"));
    if text.is_headed && is_the && passage.is(at, "service") && passage.is(at + 1, "will") {
        return Some(at..at + 1);
    }
    let is_held =
        passage.is_any(at + 1, words!["at", "in", "to", "marking", "commemorating", "was", "will", "held"]);
    let article = at.checked_sub(1)?;
    let is_one = passage.is_any(article, words!["a", "the", "church", "special", "prayer"]);
    // "church services were held"
    let is_held = is_held || passage.is(at, "services") && passage.is(at + 1, "were");
    // "ceremonies will include a church service, a parade"
    let is_church = passage.is_any(article, words!["church", "prayer"]) && passage.is_mark(at + 1, ',');
    (is_one && (is_held || is_church) && text.has_occasion(at)).then_some(at..at + 1)
}

/// "a commemorative Mass", "a Mass for the victims", "a requiem".
pub(super) fn mass(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if passage.is(at, "requiem") {
        return (!passage.is_any(at + 1, words!["mass"])).then_some(at..at + 1);
    }
    // "a Te Deum was sung", "the Divine Liturgy"
    if passage.is_any(at, words!["deum", "liturgy", "panikhida"]) {
        return text.serves_occasion().then_some(at..at + 1);
    }
    // "a mass to commemorate the victims", "a mass for the victims"
    let opens = at.checked_sub(1).is_some_and(|article| {
        passage.is_any(article, words!["a", "holy", "memorial", "solemn", "thanksgiving"])
    });
    let is_of_rite = passage.reads(at + 1, &["to", "commemorate"])
        || passage.reads(at + 1, &["in", "memory"])
        || passage.reads(at + 1, &["for", "the", "victims"])
        || passage.reads(at + 1, &["for", "the", "repose"]);
    if passage.is(at, "mass") && opens && is_of_rite {
        return Some(at..at + 1);
    }
    let is_mass =
        passage.is(at, "mass") && passage.kind(at) == TokenKind::Capital && !passage.begins_sentence(at);
    let named = before(passage, at, 2).any(|at| {
        has_stem(passage, at, stems!["commemorat", "memorial", "requiem", "anniversary", "thanksgiving"])
    });
    // "Holy Mass was celebrated", where the day heads the story
    let is_of_day = || {
        text.is_headed && at.checked_sub(1).is_some_and(|holy| passage.is_any(holy, words!["holy", "solemn"]))
    };
    (is_mass && (named || text.has_occasion(at) || is_of_day())).then_some(at..at + 1)
}
