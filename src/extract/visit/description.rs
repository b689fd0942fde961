//! What sort of visit it is, how long, what for, and whether the story only looks back at it.

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::lexicon::{Frame, Tense};
use super::super::modality::Modality;
use super::super::number::cardinal;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::Setting;
use crate::model::{Date, VisitKind};

/// "official visit", "working visit".
pub(super) fn kind(passage: &Passage<'_>, hook: &Hook) -> Option<VisitKind> {
    // "Secretary of State A met", "a private citizen visited" tell of no kind.
    if hook.trigger.tense != Tense::Noun || hook.trigger.frame == Frame::Meet {
        return None;
    }
    let near = hook.tokens.start.saturating_sub(4).max(hook.sentence.start)..hook.tokens.start;
    near.rev().find_map(|at| {
        let word = passage.word(at).to_ascii_lowercase();
        VisitKind::KNOWN.iter().find(|kind| kind.as_str() == word).cloned()
    })
}

/// "three-day visit", "two day visit".
pub(super) fn days(passage: &Passage<'_>, hook: &Hook) -> Option<u32> {
    let near = hook.tokens.start.saturating_sub(6).max(hook.sentence.start)..hook.tokens.start;
    let day = near.rev().find(|&at| passage.is(at, "day"))?;
    // "three-day", "twenty-one day": the number that ends right before the word.
    let earliest = day.saturating_sub(5).max(hook.sentence.start);
    let ends_before = |at: usize| {
        let number = cardinal(passage, at)?;
        let end = at + number.len;
        (end == day || end + 1 == day && passage.is_hyphen(end)).then_some(number.value)
    };
    (earliest..day).find_map(ends_before)
}

/// "his previous visit", "when he last visited", "had visited in 2009": a look back.
pub(super) fn is_background(text: &Annotated<'_>, hook: &Hook, told: Modality, setting: Setting<'_>) -> bool {
    if told == Modality::Future {
        return false;
    }
    if hook.trigger.tense == Tense::Noun && is_followed(&text.passage, hook) {
        return true;
    }
    let near = hook.tokens.start.saturating_sub(4).max(hook.sentence.start)..hook.tokens.end;
    // "Earlier, the General visited the museum": before what was told last.
    let is_of_day = |at: usize| at == hook.sentence.start && text.passage.is_mark(at + 1, ',');
    let looks_back = near.clone().any(|at| {
        text.passage.is_any(at, words!["last", "previous", "previously", "earlier", "past"]) && !is_of_day(at)
    });
    // "the first visit in 10 years" looks back to the one before it, not at itself.
    let is_first = near.clone().any(|at| text.passage.is(at, "first"));
    let dates = within(&text.dates, hook.sentence.clone());
    let long_ago = setting.anchor.is_some_and(|anchor| {
        !is_first
            && !dates.is_empty()
            && dates.iter().all(|found| {
                let last = found.date.clone().resolve(anchor).last_day();
                last.is_some_and(|last| (anchor - last).num_days() > 200)
            })
    });
    is_of_other_year(&text.passage, hook)
        || looks_back
            && dates.iter().all(|found| found.date.relative.is_none())
            && hook.trigger.tense != Tense::Base
        || long_ago
}

/// "Earlier this year, the President stopped in Turku", "visited Turku last year".
fn is_of_other_year(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 12;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)
        ..hook.sentence.end.min(hook.tokens.end + REACH);
    let is_told =
        |at: usize| passage.reads(at, &["earlier", "this", "year"]) || passage.reads(at, &["last", "year"]);
    hook.trigger.tense == Tense::Past && near.into_iter().any(is_told)
}

/// "This is the first time a President of Gabon has visited Kenya": that somebody has not done so before.
pub(super) fn is_first_time(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 16;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    near.into_iter().any(|at| {
        passage.reads(at, &["first", "time"])
            && passage.is_any(at + 2 + usize::from(passage.is(at + 2, "that")), words!["a", "an", "any"])
    })
}

/// "Her stop in Ohio followed a visit last week to Norfolk": the one before it.
fn is_followed(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 4;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    near.into_iter().any(|at| {
        passage.is_any(at, words!["followed", "follows"])
            && passage.is_any(at + 1, words!["a", "an", "his", "her", "their", "recent"])
            // "a follow-up to the visit"
            || passage.is(at, "up") && at > 1 && passage.is(at - 2, "follow") && passage.is(at + 1, "to")
    })
}

/// The date right after a noun: "the visit from 3 to 5 May".
pub(super) fn date_after(text: &Annotated<'_>, hook: &Hook) -> Option<Date> {
    const REACH: usize = 4;
    let near = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let starts = |at: usize| text.passage.is_any(at, words!["from", "on", "between", "of", "this"]);
    let found = within(&text.dates, near).first()?;
    let leads = (hook.tokens.end..found.tokens.start).all(starts);
    leads.then(|| found.date.clone())
}

/// What for, in the story's words: "to discuss trade", "for talks on water", after the stops and their dates.
pub(super) fn purpose(text: &Annotated<'_>, sentence: &Range<usize>, stops_end: usize) -> Option<String> {
    const REACH: usize = 12;
    let passage = &text.passage;
    let dates = within(&text.dates, stops_end..sentence.end.min(stops_end + REACH));
    let is_near = |from: usize, to: usize| {
        (from..to).all(|at| {
            passage.is_any(at, words!["from", "on", "in", "this", "next", "the", "of"])
                || passage.is_mark(at, ',')
        })
    };
    let mut start = stops_end;
    for found in dates {
        if found.tokens.end > start && is_near(start, found.tokens.start) {
            start = found.tokens.end;
        }
    }
    start += usize::from(passage.is_mark(start, ','));
    let start = if passage.reads(start, &["in", "order", "to"]) { start + 2 } else { start };
    let aims = passage.is(start, "to") && passage.kind(start + 1) == TokenKind::Lower
        || passage.is(start, "for") && passage.kind(start + 1).is_word()
        || passage.reads(start, &["as", "part", "of"]);
    let is_date = !within(&text.dates, start..start + 3).is_empty();
    if !aims || passage.is(start, "for") && is_date {
        return None;
    }
    let is_word = |&at: &usize| passage.kind(at).is_word() || passage.kind(at) == TokenKind::Number;
    let end = (start..sentence.end).rev().find(is_word)? + 1;
    Some(passage.on_one_line(start..end))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{facts, visits};

    #[test]
    fn the_visit_that_another_followed_is_background() {
        let told = visits(
            "US",
            "Secretary Ann Hale visited Kenya. Secretary Hale’s stop in Kenya followed a visit last week to Egypt.",
        );
        assert!(told.iter().any(|told| told.starts_with("Ann Hale -> KE completed")), "{told:?}");
        assert!(told.iter().any(|told| told.contains("EG") && told.ends_with(" background")), "{told:?}");
    }

    #[test]
    fn what_is_to_come_is_no_background_because_of_an_old_date() {
        let told = visits(
            "DE",
            "President Ann Hale will visit the Museum of Memory in Santiago, fifty years after the coup of 1973.",
        );
        assert!(told.iter().all(|told| !told.contains("background")) && !told.is_empty(), "{told:?}");
    }

    #[test]
    fn that_somebody_comes_for_the_first_time_is_no_visit_of_its_own() {
        let told = visits(
            "AU",
            "President Ivo Novak of Serbia will visit Australia. This is the first time a Serbian Head of State has made a state visit to Australia.",
        );
        assert_eq!(told, ["Ivo Novak -> AU planned"]);
    }

    #[test]
    fn what_was_done_earlier_in_the_year_is_background() {
        let told = visits("US", "Earlier this year, in April, Secretary Ann Hale visited Kenya.");
        assert!(told.iter().all(|told| told.ends_with("background")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn what_something_follows_up_is_over() {
        let told = facts(
            "FI",
            "This is a follow-up to the visit of Foreign Minister Aino Virta to Kenya in January.",
        );
        assert!(told.visits.iter().all(|visit| visit.background) && !told.visits.is_empty(), "{told:?}");
    }

    #[test]
    fn what_was_done_earlier_on_a_visit_is_of_it() {
        let told = visits(
            "KE",
            "Foreign Minister Aino Virta of Finland is in Kenya. Earlier, Minister Virta visited Kenyatta University.",
        );
        assert!(told.len() == 1 && !told[0].contains("background"), "{told:?}");
    }
}
