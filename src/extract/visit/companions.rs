//! Those who travel with the visitors: "accompanied by …", "… will join the delegation".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, clause_end, listed, of, subject, subject_after};
use super::super::lexicon::Frame;
use super::super::passage::Passage;
use super::super::words::Words;
use super::told_last;
use crate::model::{Participant, Visit};

/// Adds to the visits who a text says goes along.
pub(super) fn add(text: &Annotated<'_>, visits: &mut [Visit]) {
    for hook in text.hooks.iter().filter(|hook| of(hook, Frame::Accompany)) {
        if joins_delegation(&text.passage, hook) {
            let here = (text.passage.part, text.passage.span(hook.tokens.clone()).start);
            for (_, who) in listed(text, hook.tokens.end + 1, hook.sentence.end) {
                if who.id().is_some() {
                    told_last(visits, here).for_each(|visit| go_along(visit, &who));
                }
            }
            continue;
        }
        let Some((company, led)) = company(text, hook) else { continue };
        let officials = company.into_iter().filter(|who| matches!(who, Participant::Official(_)));
        for who in officials {
            for visit in visits.iter_mut().filter(|visit| !visit.background) {
                let goes_along = visit.visitors.iter().any(|visitor| led.contains(visitor));
                if goes_along {
                    go_along(visit, &who);
                }
            }
        }
    }
    for (verb, members) in delegations(text) {
        let here = (text.passage.part, text.passage.span(verb..verb + 1).start);
        for visit in told_last(visits, here) {
            members.iter().for_each(|who| go_along(visit, who));
        }
    }
}

/// "The delegation will be joined by …".
fn joins_delegation(passage: &Passage<'_>, hook: &Hook) -> bool {
    const OPENING: usize = 8;
    let opening = hook.sentence.start.max(hook.tokens.start.saturating_sub(OPENING))..hook.tokens.start;
    passage.is(hook.tokens.end, "by")
        && opening.clone().any(|at| passage.is_any(at, DELEGATION))
        && !passage.in_quote(hook.tokens.start)
}

/// Words for those who travel together.
const DELEGATION: &Words = words!["delegation", "entourage", "party"];

fn go_along(visit: &mut Visit, who: &Participant) {
    if !visit.visitors.contains(who) && !visit.companions.contains(who) {
        visit.companions.push(who.clone());
    }
}

/// Verbs before a list of members.
const INCLUDES: &Words =
    words!["included", "includes", "include", "including", "comprised", "comprises", "comprising"];

/// How far after its verb the list of companions may begin.
const INCLUDES_REACH: usize = 16;

/// Who goes along, and with whom.
fn company(text: &Annotated<'_>, hook: &Hook) -> Option<(Vec<Participant>, Vec<Participant>)> {
    let passage = &text.passage;
    let doers = participants(subject(text, &hook.sentence, hook.tokens.start));
    if passage.is(hook.tokens.end, "by") {
        // "Accompanied by A and B, the Minister travelled to C"
        let after = || participants(subject_after(text, &hook.sentence, hook.tokens.end));
        let doers = if doers.is_empty() { after() } else { doers };
        let list = listed(text, hook.tokens.end + 1, hook.sentence.end);
        return Some((list.into_iter().map(|(_, who)| who).collect(), doers));
    }
    // "Officials accompanying the President included A and B", "A, who accompanied the Minister"
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let included = (hook.tokens.end..hook.sentence.end.min(hook.tokens.end + INCLUDES_REACH))
        .find(|&at| passage.is_any(at, INCLUDES));
    if let Some(included) = included.filter(|_| doers.is_empty()) {
        let list = listed(text, included + 1, hook.sentence.end);
        let led = led_by(text, hook.tokens.end..included);
        return (!led.is_empty()).then(|| (list.into_iter().map(|(_, who)| who).collect(), led));
    }
    let object = hook.tokens.end..end;
    let joins = passage.word(hook.tokens.start).starts_with("join");
    let delegation =
        object.clone().any(|at| passage.is_any(at, words!["delegation", "visit", "trip", "travel"]));
    if joins && !delegation {
        return None;
    }
    let led = led_by(text, object);
    (!led.is_empty()).then_some((doers, led))
}

fn participants(people: &[FoundPerson]) -> Vec<Participant> {
    people.iter().map(|person| person.who.clone()).collect()
}

/// The people of "The delegation includes A, B and C", sentence by sentence, with where it says so.
fn delegations(text: &Annotated<'_>) -> Vec<(usize, Vec<Participant>)> {
    const OPENING: usize = 8;
    let passage = &text.passage;
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let opening = sentence.start..sentence.end.min(sentence.start + OPENING);
        let delegation = opening.into_iter().find(|&at| passage.is_any(at, DELEGATION));
        let Some(delegation) = delegation else { continue };
        let verb = (delegation..sentence.end.min(delegation + INCLUDES_REACH))
            .find(|&at| passage.is_any(at, INCLUDES) || passage.is_any(at, words!["consists", "consisted"]));
        let Some(verb) = verb.filter(|&at| !passage.in_quote(at)) else { continue };
        let from = verb + 1 + usize::from(passage.is(verb + 1, "of"));
        let list = listed(text, from, sentence.end).into_iter().map(|(_, who)| who);
        found.push((verb, list.filter(|who| who.id().is_some()).collect()));
    }
    found
}

/// The people whom a clause names after its verb, possessors included: "the Minister's delegation".
fn led_by(text: &Annotated<'_>, object: Range<usize>) -> Vec<Participant> {
    within(&text.people, object).iter().map(|person| person.who.clone()).collect()
}
