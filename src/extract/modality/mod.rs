//! Whether what a verb or noun tells has happened, happens, is to happen, or does not.

mod cancelled;
mod near_verb;
mod noun;
mod wished;

use std::ops::Range;

use super::clause::joined_verb;
use super::date::is_calendar_word;
use super::lexicon::Tense;
use super::passage::Passage;
use super::schedule::is_line;
use super::token::TokenKind;
use super::words::Words;
use cancelled::{
    cancels, had_been_planned, has_reason, is_made_known, is_prevented, was_announced, will_no_longer,
};
use near_verb::{PLANS, main_verb, verb_after};
pub(super) use noun::is_on_visit;
use noun::of_noun;
use wished::{is_settled, was_taken};

/// How the text asserts an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Modality {
    /// It happened: "visited", "has met", "went on to visit".
    Past,
    /// It happens, or is about to: "is visiting", "visits".
    Present,
    /// It is to happen: "will visit", "is due to meet".
    Future,
    /// It is only named: "his visit".
    Named,
    /// It was called off.
    Cancelled,
    /// It is denied, wished for or supposed.
    Unreal,
}

/// How many tokens before a verb its auxiliaries may stand.
const REACH: usize = 7;

/// Words before a verb by which it is to come, beside those of plans.
const FUTURE: &Words = words!["will", "shall", "'ll", "planned"];

const UNREAL: &Words = words![
    "would", "could", "might", "should", "if", "whether", "can", "hopes", "hope", "hoped", "hoping", "wish",
    "wishes", "wants", "ought", "must", "may", "unable", "refused", "declined", "urged", "encouraged",
    "urges", "opportunity", "invited", "considering", "proposed", "proposes", "seeks", "eager", "keen",
    "ready", "denied",
];

const NEGATION: &Words = words!["not", "never", "cannot", "no", "without", "neither", "nor", "instead"];

const PAST_AUXILIARIES: &Words = words!["was", "were", "had", "has", "have", "having", "did", "been"];

const PRESENT_AUXILIARIES: &Words = words!["is", "are", "am", "be", "'m", "'re"];

/// How the sentence asserts the event of a trigger at a token.
pub(super) fn modality(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, tense: Tense) -> Modality {
    if is_habit(passage, at) {
        return Modality::Unreal;
    }
    if cancels(passage, sentence, at, tense) {
        return Modality::Cancelled;
    }
    let is_scheduled =
        matches!(tense, Tense::Noun | Tense::Present | Tense::Base) && is_line(passage, sentence);
    if is_scheduled {
        return Modality::Future;
    }
    if tense == Tense::Noun {
        return of_noun(passage, sentence, at);
    }
    let auxiliaries = auxiliaries(passage, sentence, at);
    if had_been_planned(passage, sentence, at) {
        return Modality::Cancelled;
    }
    // In capitals they are months and names: "May 4", "Will Smith".
    let is_small = |at: usize| passage.kind(at) == TokenKind::Lower || passage.shouts;
    let has =
        |words: &Words| auxiliaries.clone().any(|before| passage.is_any(before, words) && is_small(before));
    let unreal = auxiliaries.clone().find(|&before| passage.is_any(before, UNREAL) && is_small(before));
    let had_chance = unreal.is_some_and(|word| was_taken(passage, sentence, word));
    if had_chance && !has(NEGATION) {
        return Modality::Past;
    }
    let is_off = || {
        was_announced(passage, sentence, at)
            || has_reason(passage, sentence, at)
            || is_made_known(passage, sentence, at)
    };
    if has(words!["not"]) && is_off() || will_no_longer(passage, auxiliaries.clone()) {
        return Modality::Cancelled;
    }
    if has(NEGATION) || unreal.is_some_and(|word| !is_settled(passage, sentence, word, at)) {
        return Modality::Unreal;
    }
    if unreal.is_some() {
        return Modality::Future;
    }
    let contracted = auxiliaries
        .clone()
        .any(|before| passage.word(before).ends_with("ll") && passage.word(before).contains(['\'', '’']));
    // "is due in Oslo on Thursday"
    let is_due = tense == Tense::Base && passage.is_any(at, words!["due", "expected"]);
    let forward = contracted || is_due || auxiliaries.clone().any(|before| passage.is(before, "forward"));
    if (forward || has(FUTURE) || has(PLANS)) && tense != Tense::Past {
        return Modality::Future;
    }
    let to = at.checked_sub(1).is_some_and(|before| passage.is(before, "to"));
    match tense {
        // "will be received by"
        Tense::Past if has(words!["will", "shall", "to"]) && has(words!["be"]) => Modality::Future,
        Tense::Past if has(PRESENT_AUXILIARIES) => Modality::Present,
        Tense::Past => Modality::Past,
        // "has been visiting Kenya since Monday"
        Tense::Ing if has(words!["has", "have"]) && has(words!["been"]) => Modality::Present,
        Tense::Ing if has(PAST_AUXILIARIES) => Modality::Past,
        Tense::Ing if has(PRESENT_AUXILIARIES) => Modality::Present,
        // "On his way to Astana, the President will stop in Omsk"
        Tense::Ing if at <= sentence.start + 1 => verb_after(passage, sentence, at),
        // "the Minister, speaking in Oslo, said"
        Tense::Ing if is_inserted(passage, at) => verb_after(passage, sentence, at),
        // "opened a school before visiting a hospital", "ended the day by meeting A"
        Tense::Ing if at > 0 && passage.is_any(at - 1, words!["before", "after", "by", "while"]) => {
            match main_verb(passage, sentence, at) {
                Modality::Named => verb_after(passage, sentence, at),
                told => told,
            }
        }
        Tense::Ing if is_prevented(passage, sentence, at) => Modality::Cancelled,
        Tense::Ing | Tense::Noun => Modality::Named,
        // "when the Vice President travels to Singapore"
        Tense::Present if has(words!["when", "once", "until", "before"]) => Modality::Future,
        Tense::Present => Modality::Present,
        // "The visit saw the Minister meet A"
        Tense::Base if has(words!["saw"]) => Modality::Past,
        Tense::Base if to => of_infinitive(passage, sentence, at, has(PRESENT_AUXILIARIES)),
        // "will meet the mayor and visit a school"
        Tense::Base if joined_verb(passage, sentence, at).is_some() => Modality::Future,
        // "is expected to inspect a school and visit a farm"
        Tense::Base => joined_infinitive(passage, sentence, at)
            .map_or(Modality::Present, |earlier| modality(passage, sentence, earlier, Tense::Base)),
    }
}

/// The verb after "to" that "and" joins a verb to: "inspect" of "to inspect a school and also visit a farm".
fn joined_infinitive(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    const REACH: usize = 30;
    let is_adverb = |near: usize| passage.is_any(near, words!["also", "then", "later"]);
    let and = (sentence.start..at).rev().find(|&near| !is_adverb(near))?;
    let earliest = and.saturating_sub(REACH).max(sentence.start);
    let to = (earliest..and).rev().find(|&near| {
        passage.is(near, "to")
            && passage.kind(near + 1) == TokenKind::Lower
            && passage.trigger(near + 1).is_some_and(|verb| verb.tense == Tense::Base)
    })?;
    passage.is(and, "and").then_some(to + 1)
}

/// "I am delighted to be in Nairobi", "it is a pleasure to be here": whoever is glad of it is there.
fn is_glad(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const GLAD: &Words = words![
        "delight", "delighted", "fantastic", "glad", "good", "great", "happy", "honor", "honored", "honour",
        "honoured", "lovely", "pleased", "pleasure", "privilege", "privileged", "proud", "thrilled",
        "wonderful",
    ];
    const REACH: usize = 4;
    let mut before = at.saturating_sub(REACH).max(sentence.start)..at;
    before.any(|near| passage.is_any(near, GLAD))
}

/// "regularly meets", "meet often with": what somebody does time and again is no event.
fn is_habit(passage: &Passage<'_>, at: usize) -> bool {
    const HABITS: &Words =
        words!["always", "frequently", "occasionally", "often", "rarely", "regularly", "routinely", "seldom"];
    passage.is_any(at + 1, HABITS) || at.checked_sub(1).is_some_and(|at| passage.is_any(at, HABITS))
}

/// "speaking in Oslo" between commas: its time is that of the verb after it.
fn is_inserted(passage: &Passage<'_>, at: usize) -> bool {
    passage.is(at, "speaking") && at.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ','))
}

/// The tokens before a verb that may be its auxiliaries: back to a mark or another verb's start.
fn auxiliaries(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Range<usize> {
    // "will on Tuesday, 28 August 2018 host", "will, on Monday, visit", "will today (16 May) travel"
    const DATE: usize = 8;
    let is_of_date = |near: usize| {
        passage.kind(near) == TokenKind::Number
            || is_calendar_word(passage, near)
            || matches!(passage.kind(near), TokenKind::Mark(',' | '(' | ')'))
            || passage
                .is_any(near, words!["on", "from", "to", "the", "today", "tomorrow", "this", "next", "week"])
    };
    let of_date =
        (at.saturating_sub(DATE).max(sentence.start)..at).rev().take_while(|&near| is_of_date(near)).count();
    let will = (at - of_date).checked_sub(1).filter(|&will| is_will(passage, will));
    if let Some(will) = will.filter(|_| of_date > 1) {
        return will..at;
    }
    let earliest = at.saturating_sub(REACH).max(sentence.start);
    let stop = (earliest..at).rev().find(|&before| {
        matches!(passage.kind(before), TokenKind::Mark(',' | ';' | ':' | '(' | '.'))
            || passage.is(before, "that")
    });
    stop.map_or(earliest, |stop| stop + 1)..at
}

/// "went on to visit" happened, "is to visit" is to come, "in Bonn to meet" is as the rest of the sentence.
fn of_infinitive(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, is_to: bool) -> Modality {
    if is_to && at >= 2 && passage.is_any(at - 2, PRESENT_AUXILIARIES) {
        return Modality::Future;
    }
    if passage.is(at, "be") && is_glad(passage, sentence, at) {
        let was = (at.saturating_sub(REACH).max(sentence.start)..at)
            .any(|before| passage.is_any(before, words!["was", "were"]));
        return if was { Modality::Past } else { Modality::Present };
    }
    // "has asked the Premier to represent him"
    const ASKED: &Words =
        words!["asked", "requested", "instructed", "directed", "tasked", "assigned", "designated"];
    const REACH: usize = 12;
    let is_asked = (at.saturating_sub(REACH).max(sentence.start)..at).any(|near| passage.is_any(near, ASKED));
    if is_asked {
        return Modality::Future;
    }
    match main_verb(passage, sentence, at) {
        Modality::Named => Modality::Future,
        told => told,
    }
}

/// "will", and no Will Smith.
pub(super) fn is_will(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["will", "shall"]) && (passage.shouts || passage.kind(at) == TokenKind::Lower)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::told::{meetings, visits};
    use super::*;
    use crate::model::Part;

    #[test]
    fn who_is_to_attend_a_meeting_will_do_so() {
        for verb in ["is to attend", "is set to attend", "is expected to attend", "is envisaged to attend"] {
            let told = visits("FI", &format!("Foreign Minister Aino Virta {verb} a meeting in Bergen."));
            assert_eq!(told, ["Aino Virta -> NO Bergen planned"], "{verb}");
        }
    }

    #[test]
    fn what_is_done_time_and_again_is_no_event() {
        for text in [
            "President Aino Virta regularly meets Prime Minister Ivo Novak of Serbia.",
            "President Aino Virta meets often with Prime Minister Ivo Novak of Serbia.",
        ] {
            assert_eq!(meetings("FI", text), [""; 0], "{text}");
        }
        let told = visits(
            "FI",
            "We congratulate Foreign Minister Ivo Novak of Serbia on his return to the Foreign Ministry in Belgrade.",
        );
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn what_something_hinders_is_called_off() {
        for text in [
            "Foreign Minister Aino Virta will not travel to Kenya next week due to a strike.",
            "Foreign Minister Aino Virta will no longer travel to Kenya next week.",
        ] {
            let told = visits("FI", text);
            assert!(told.iter().all(|told| told.starts_with("Aino Virta -> KE cancelled")), "{told:?}");
            assert_eq!(told.len(), 1, "{text}");
        }
        assert_eq!(visits("FI", "Foreign Minister Aino Virta will not travel to Kenya."), [""; 0]);
    }

    #[test]
    fn a_surname_is_no_auxiliary_before_a_date() {
        let starts = |text: &str| {
            let passage = Passage::new(Part::Block(0), text, &Lexicon::built_in());
            let verb = passage.tokens.len() - 3;
            auxiliaries(&passage, &(0..passage.tokens.len()), verb).start
        };
        assert_eq!(starts("Ana will, on Tuesday, 3 May, visit Ost."), 1);
        assert_eq!(starts("Ana Will, on Tuesday, 3 May, visited Ost."), 9);
    }

    #[test]
    fn what_may_be_called_off_is_not() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta will visit Serbia, and her visit may be subject to cancellation.",
        );
        assert_eq!(told, ["Aino Virta -> RS planned"]);
        let told = visits("FI", "Foreign Minister Aino Virta pays a visit to Serbia.");
        assert_eq!(told, ["Aino Virta -> RS ongoing"]);
        let told = visits("FI", "Foreign Minister Aino Virta carried out a visit to Serbia.");
        assert_eq!(told, ["Aino Virta -> RS completed"]);
    }

    #[test]
    fn talks_may_be_called_off_far_behind() {
        let told = meetings(
            "FI",
            "Talks between Foreign Minister Aino Virta and Foreign Minister Ivo Novak of Serbia, due to be held in Turku on Friday, have been called off.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person cancelled"]);
    }

    #[test]
    fn what_and_joins_to_an_infinitive_is_as_far_as_that() {
        let told =
            visits("FI", "Minister Aino Virta is expected to open a school in Kuopio and visit Turku.");
        assert!(told.iter().all(|told| told.contains("planned")) && !told.is_empty(), "{told:?}");
    }

    #[test]
    fn what_is_said_while_visiting_is_over() {
        let told = visits("FI", "Minister Aino Virta spoke with soldiers while visiting Kuopio.");
        assert_eq!(told, ["Aino Virta -> FI Kuopio completed"]);
    }
}
