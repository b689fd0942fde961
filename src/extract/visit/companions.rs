//! Those who travel with the visitors: "accompanied by …", "… will join the delegation".

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, clause_end, hooks, listed, of, subject};
use super::super::lexicon::Frame;
use crate::model::{Participant, Visit};

/// Adds to the visits who a text says goes along.
pub(super) fn add(text: &Annotated<'_>, visits: &mut [Visit]) {
    for hook in hooks(&text.passage).iter().filter(|hook| of(hook, Frame::Accompany)) {
        let Some((company, led)) = company(text, hook) else { continue };
        let officials = company.into_iter().filter(|who| matches!(who, Participant::Official(_)));
        for who in officials {
            for visit in visits.iter_mut().filter(|visit| !visit.background) {
                let goes_along = visit.visitors.iter().any(|visitor| led.contains(visitor));
                if goes_along && !visit.visitors.contains(&who) && !visit.companions.contains(&who) {
                    visit.companions.push(who.clone());
                }
            }
        }
    }
}

/// How far after its verb the list of companions may begin.
const INCLUDES_REACH: usize = 16;

/// Who goes along, and with whom.
fn company(text: &Annotated<'_>, hook: &Hook) -> Option<(Vec<Participant>, Vec<Participant>)> {
    let passage = &text.passage;
    let doers: Vec<Participant> =
        subject(text, &hook.sentence, hook.tokens.start).iter().map(|person| person.who.clone()).collect();
    if passage.is(hook.tokens.end, "by") {
        let list = listed(text, hook.tokens.end + 1, hook.sentence.end);
        return Some((list.into_iter().map(|(_, who)| who).collect(), doers));
    }
    // "Officials accompanying the President included A and B", "A, who accompanied the Minister"
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let included = (hook.tokens.end..hook.sentence.end.min(hook.tokens.end + INCLUDES_REACH))
        .find(|&at| passage.is_any(at, words!["included", "includes", "include", "comprised", "comprises"]));
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

/// The people whom a clause names after its verb, possessors included: "the Minister's delegation".
fn led_by(text: &Annotated<'_>, object: Range<usize>) -> Vec<Participant> {
    within(&text.people, object).iter().map(|person| person.who.clone()).collect()
}
