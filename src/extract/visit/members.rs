//! Who is said to be of a delegation, or also on a trip: "The delegation includes A, B and C".

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::features::{Features, Topic};
use super::super::lexicon::{Frame, Tense};
use super::super::participants::{after_brackets, listed};
use super::super::passage::Passage;
use super::super::words::Words;
use crate::model::Participant;

/// The people of "The delegation includes A, B and C", sentence by sentence, with where it says so.
pub(super) fn delegations(text: &Annotated<'_>) -> Vec<(usize, Vec<Participant>)> {
    const OPENING: usize = 8;
    let passage = &text.passage;
    let mut found = Vec::new();
    for sentence in passage.sentences_with(Features::topic(Topic::Delegation)) {
        if let Some(members) = members_before(text, sentence) {
            found.push(members);
            continue;
        }
        let opening = sentence.start..sentence.end.min(sentence.start + OPENING);
        let delegation = opening.into_iter().find(|&at| passage.is_any(at, DELEGATION));
        let Some(delegation) = delegation.filter(|&at| !is_of_hosts(passage, at)) else { continue };
        let verb = (delegation..sentence.end.min(delegation + INCLUDES_REACH)).find(|&at| {
            passage.is_any(at, INCLUDES)
                    || passage.is_any(at, words!["consists", "consisted"])
                    // "In the President's entourage were A and B"
                    || at == delegation + 1 && passage.is_any(at, words!["are", "were"])
        });
        let Some(verb) = verb.filter(|&at| !passage.in_quote(at)) else { continue };
        let from = verb + 1 + usize::from(passage.is(verb + 1, "of"));
        let mut list = listed(text, from, sentence.end);
        // "includes A along with B and C"
        let end = list.last().map_or(from, |(tokens, _)| after_brackets(passage, tokens.end, sentence.end));
        let along = end + usize::from(passage.is_mark(end, ','));
        if passage.is_any(along, words!["along", "together"]) && passage.is(along + 1, "with") {
            list.extend(listed(text, along + 2, sentence.end));
        }
        let members = list.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some());
        found.push((verb, members.collect()));
    }
    found
}

/// The people of "Also on the trip are A, B and C", and where it says so.
pub(super) fn also_on_trip(text: &Annotated<'_>, hook: &Hook) -> Option<(usize, Vec<Participant>)> {
    let passage = &text.passage;
    let verb = hook.tokens.end;
    let is_said = hook.trigger.tense == Tense::Noun
        && matches!(hook.trigger.frame, Frame::Visit | Frame::Travel)
        && passage.is_any(hook.sentence.start, words!["also", "others"])
        && passage.is_any(verb, words!["is", "are", "was", "were"])
        && !passage.in_quote(verb);
    let list = is_said.then(|| listed(text, verb + 1, hook.sentence.end))?;
    Some((verb, list.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect()))
}

/// "A, B and C were part of the President's delegation": those who stand first, and where it says so.
fn members_before(text: &Annotated<'_>, sentence: &Range<usize>) -> Option<(usize, Vec<Participant>)> {
    const REACH: usize = 8;
    let passage = &text.passage;
    let first = within(&text.people, sentence.clone()).first()?;
    let list = listed(text, first.tokens.start, sentence.end);
    let end = list.last()?.0.end;
    let end = end + usize::from(passage.is_mark(end, ','));
    let is = if passage.reads(end, &["will", "be"]) { end + 1 } else { end };
    let next = is + 1 + usize::from(passage.is(is + 1, "also"));
    let is_part = passage.is_any(is, words!["is", "are", "was", "were", "be"])
        && (passage.reads(next, &["part", "of"])
            || passage.reads(next, &["members", "of"])
            || passage.reads(next, &["a", "member", "of"])
            || passage.is(next, "in"));
    let is_of_delegation = is_part && (end..end + REACH).any(|at| passage.is_any(at, DELEGATION));
    let opens = first.tokens.start <= sentence.start + 1 && !passage.in_quote(end);
    let members = list.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some());
    (is_of_delegation && opens).then(|| (end, members.collect()))
}

/// "the welcome party", "the local delegation": those who receive the visitors do not travel.
fn is_of_hosts(passage: &Passage<'_>, delegation: usize) -> bool {
    const HOSTS: &Words = words!["host", "local", "receiving", "reception", "welcome", "welcoming"];
    delegation.checked_sub(1).is_some_and(|before| passage.is_any(before, HOSTS))
}

/// Words for those who travel together.
pub(super) const DELEGATION: &Words = words!["delegation", "entourage", "party"];

/// Verbs before a list of members.
pub(super) const INCLUDES: &Words =
    words!["included", "includes", "include", "including", "comprised", "comprises", "comprising"];

/// How far after its verb the list of companions may begin.
pub(super) const INCLUDES_REACH: usize = 16;

#[cfg(test)]
mod tests {
    use super::super::super::told::{facts, travellers, visits};

    #[test]
    fn those_of_the_welcome_party_do_not_travel() {
        for party in ["The welcome party", "The local delegation"] {
            let told = visits(
                "KE",
                &format!(
                    "President Ivo Novak of Serbia arrived in Kenya today. {party} included Ambassador Ann Hale."
                ),
            );
            assert_eq!(told, ["Ivo Novak -> KE ongoing 2022-05-04"], "{party}");
        }
    }

    #[test]
    fn a_delegation_may_consist_of_people() {
        for made in ["consisting of", "comprising", "made up of", "composed of"] {
            let text = format!(
                "President Ann Hale visited Accra. President Hale was accompanied by a high-powered business delegation, {made} Trade Minister Bo Lind and Health Minister Eva Roth."
            );
            assert_eq!(travellers("NG", &text), ["Ann Hale", "Bo Lind", "Eva Roth"], "{made}");
        }
    }

    #[test]
    fn a_delegation_may_include_some_along_with_others() {
        let text = "President Ann Hale visited Accra. The delegation includes Trade Minister Bo Lind (Kano) along with Health Minister Eva Roth.";
        assert_eq!(travellers("NG", text), ["Ann Hale", "Bo Lind", "Eva Roth"]);
    }

    #[test]
    fn who_is_also_on_the_trip_goes_along() {
        let told = facts(
            "NG",
            "Speaker Ann Hale will pay a visit to Russia. Also on the trip is the Chief of Staff to the Speaker, Dr. Ola Berg, and Senator Bo Lind.",
        );
        let company: Vec<usize> = told.visits.iter().map(|visit| visit.companions.len()).collect();
        assert_eq!(company, [2]);
    }

    #[test]
    fn those_of_an_entourage_travel_along() {
        for text in [
            "President Ann Hale visited Accra. In the President’s entourage were Trade Minister Bo Lind and Health Minister Eva Roth.",
            "President Ann Hale visited Accra. Trade Minister Bo Lind and Health Minister Eva Roth were part of the President’s delegation.",
            "President Ann Hale visited Accra. President Hale was joined on the trip by Trade Minister Bo Lind and Health Minister Eva Roth.",
            "President Ann Hale will visit Accra. Trade Minister Bo Lind and Health Minister Eva Roth will be part of the delegation.",
            "President Ann Hale travelled to Accra with Trade Minister Bo Lind and Health Minister Eva Roth.",
        ] {
            assert_eq!(travellers("NG", text), ["Ann Hale", "Bo Lind", "Eva Roth"], "{text}");
        }
        let text = "President Ann Hale travelled to Accra to hold talks with Trade Minister Bo Lind.";
        assert_eq!(travellers("NG", text), ["Ann Hale"]);
    }
}
