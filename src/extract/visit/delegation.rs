//! Delegations that somebody sends and does not lead: where they go is told in one sentence, and who goes in others.

use super::super::annotated::{Annotated, FoundPerson};
use super::super::clause::{Hook, subject};
use super::super::features::{Features, Topic};
use super::super::modality::Modality;
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::members::DELEGATION;
use crate::model::Participant;

/// How many tokens before a delegation the verb that sends it may stand.
const REACH: usize = 16;

/// Whether a verb or noun tells of a delegation that somebody sends: "announced a delegation to Kenya", "the
/// designation of a delegation to attend"; if so, whether that is still to come.
pub(super) fn sent(text: &Annotated<'_>, hook: &Hook) -> Option<Modality> {
    const ANNOUNCES: &Words = words![
        "announce", "announces", "announced", "announcing", "appoints", "appointed", "designates",
        "designated", "designation", "names", "named", "send", "sends", "sending",
    ];
    const SENT: &Words = words!["sent", "dispatched", "despatched"];
    let passage = &text.passage;
    let at = hook.tokens.start;
    let goes = passage.is_any(at, DELEGATION).then_some(at);
    let delegation = goes.or_else(|| whose_purpose(passage, at))?;
    let mut before = (delegation.saturating_sub(REACH).max(hook.sentence.start)..delegation).rev();
    let verb = before
        .find(|&at| passage.is_any(at, ANNOUNCES) || passage.is_any(at, SENT) || passage.is_any(at, LEADS))?;
    match () {
        () if passage.is_any(verb, ANNOUNCES) => Some(Modality::Future),
        () if passage.is_any(verb, SENT) => Some(Modality::Past),
        () => None,
    }
}

/// The delegation that goes "to do" what a verb at a token says: "a delegation to Kenya to attend".
fn whose_purpose(passage: &Passage<'_>, verb: usize) -> Option<usize> {
    const GOAL: usize = 8;
    let to = verb.checked_sub(1).filter(|&to| passage.is(to, "to"))?;
    let is_of_goal = |at: usize| {
        let is_name = passage.kind(at).is_capital() && !passage.is_any(at, DELEGATION);
        is_name || passage.is_any(at, words!["to", "the", "of"])
    };
    let last = (to.saturating_sub(GOAL)..to).rev().find(|&at| !is_of_goal(at));
    last.filter(|&at| passage.is_any(at, DELEGATION))
}

/// Whom the story names as the leader and the members of a delegation, the leader first.
pub(in crate::extract) fn delegates(texts: &[Annotated<'_>]) -> Vec<Participant> {
    const TOPIC: Features = Features::topic(Topic::Delegation);
    let (mut leaders, mut members) = (Vec::new(), Vec::new());
    for (index, text) in texts.iter().enumerate() {
        for sentence in text.passage.sentences_with(TOPIC) {
            let led = sentence.clone().find_map(|at| leader(text, at));
            leaders.extend(led.into_iter().flatten());
        }
        if announces_members(&text.passage) {
            let lines = texts.get(index + 1..).unwrap_or_default().iter();
            members.extend(lines.map_while(first_in_line).map(|person| person.who.clone()));
        }
    }
    let mut delegates: Vec<Participant> = Vec::new();
    for who in leaders.into_iter().chain(members) {
        if who.id().is_some() && !delegates.contains(&who) {
            delegates.push(who);
        }
    }
    delegates
}

/// "President A and his delegation": whose delegation it is tells another word.
pub(super) fn is_of_guest(passage: &Passage<'_>, hook: &Hook) -> bool {
    let at = hook.tokens.start;
    // "and his accompanying delegation"
    let owner = (1..=2)
        .filter_map(|back| at.checked_sub(back))
        .find(|&owner| passage.is_any(owner, words!["his", "her", "their"]));
    let and = owner.and_then(|owner| owner.checked_sub(1));
    passage.is_any(at, DELEGATION) && and.is_some_and(|and| passage.is_any(and, words!["and", "with"]))
}

/// "The delegation – which also includes A and B – will visit": those whom a verb before them tells of are not all.
pub(super) fn is_done_with_members(passage: &Passage<'_>, hook: &Hook) -> bool {
    const OPENS: &Words = words!["which", "including", "comprising", "comprised", "consisting"];
    const MOST_BEFORE: usize = 3;
    let start = hook.sentence.start;
    let mark = start + 2;
    let parts = |at: usize| matches!(passage.kind(at), TokenKind::Mark('–' | '—' | '-' | ',' | ')'));
    let opens = passage.is(start, "the")
        && passage.is(start + 1, "delegation")
        && (parts(mark) || passage.is_mark(mark, '('))
        && passage.is_any(mark + 1, OPENS);
    opens
        && hook.tokens.start > mark + 1
        && (hook.tokens.start.saturating_sub(MOST_BEFORE)..hook.tokens.start).any(parts)
}

const LEADS: &Words = words!["lead", "leads", "led", "leading", "head", "heads", "headed", "heading"];

/// Who leads a delegation, if a verb at a token says so: "will lead the delegation", "the delegation, led by".
fn leader(text: &Annotated<'_>, at: usize) -> Option<Vec<Participant>> {
    const OBJECT: usize = 5;
    let passage = &text.passage;
    if !passage.is_any(at, LEADS) || passage.in_quote(at) {
        return None;
    }
    let sentence = passage.sentence_of(at);
    let is_delegation = |at: usize| passage.is_any(at, DELEGATION);
    if passage.is(at + 1, "by") {
        let list = listed(text, at + 2, sentence.end).into_iter().map(|(_, who)| who);
        return is_led(passage, sentence.start, at).then(|| list.collect());
    }
    let leads = (at + 1..sentence.end.min(at + 1 + OBJECT)).any(is_delegation);
    leads.then(|| participants(subject(text, &sentence, at)))
}

/// Whether it is a delegation that "led by" at a token tells of: "a delegation of the Committee on Trade, headed by".
fn is_led(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    const NEAR: usize = 5;
    const REACH: usize = 16;
    let is_delegation = |at: usize| passage.is_any(at, DELEGATION);
    // "The delegation, made up of members of both houses, was led by"
    if passage.is_any(start, words!["the", "this"]) && (start + 1..start + 3).any(is_delegation) {
        return true;
    }
    let is_of_body = |at: usize| {
        passage.kind(at).is_capital()
            || passage.is_mark(at, ',')
            || passage.is_any(at, words!["of", "from", "the", "for", "on", "and", "to"])
    };
    let mut before = (at.saturating_sub(REACH).max(start)..at).rev();
    (at.saturating_sub(NEAR).max(start)..at).any(is_delegation)
        || before.find(|&at| !is_of_body(at)).is_some_and(is_delegation)
}

/// "Members of the Presidential Delegation:", a line a member below it.
fn announces_members(passage: &Passage<'_>) -> bool {
    const MOST: usize = 10;
    let all = 0..passage.tokens.len();
    all.len() <= MOST
        && passage.holds(Features::topic(Topic::Delegation))
        && all.clone().any(|at| passage.is_any(at, words!["members", "member"]))
        && all.clone().any(|at| passage.is_any(at, DELEGATION))
}

/// The person whom a line begins with.
fn first_in_line<'a>(text: &'a Annotated<'_>) -> Option<&'a FoundPerson> {
    const OPENING: usize = 3;
    text.people.first().filter(|person| person.tokens.start < OPENING)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn a_delegation_that_names_members_goes_with_its_leader() {
        let told = visits(
            "NZ",
            "Foreign Minister Ann Hale will lead a delegation to the region this week. The delegation – which also includes Health Minister Tim Boyd – will visit Fiji.",
        );
        assert_eq!(told, ["Ann Hale + Tim Boyd -> FJ planned"]);
    }

    #[test]
    fn whoever_is_named_in_a_delegation_goes_and_whoever_sends_it_does_not() {
        let told = visits(
            "US",
            "President Ann Hollis today announced the designation of a Presidential Delegation to the Republic of Kenya to attend the Inauguration of President Daniel Otieno on May 13, 2022, in Nairobi, Kenya.\n\
             The Honorable Kathryn Teller, United States Trade Representative, will lead the delegation.\n\
             Members of the Presidential Delegation:\n\
             The Honorable Margaret Whit, Ambassador to Kenya\n\
             The Honorable Mary Pheen, Assistant Secretary of State for African Affairs\n\
             Flights leave on Monday.",
        );
        assert_eq!(told, ["Kathryn Teller + Margaret Whit + Mary Pheen -> KE Nairobi planned 2022-05-13"]);
    }

    #[test]
    fn what_the_delegation_does_its_leader_does() {
        let text = "A delegation from Ghana led by Foreign Minister Kofi Mensah has come to Helsinki. The delegation met Foreign Minister Aino Virta on Tuesday. The delegation will also visit Tampere.";
        let told = visits("FI", text);
        assert!(told.iter().all(|told| told.starts_with("Kofi Mensah -> FI Helsinki Tampere")), "{told:?}");
        assert_eq!(meetings("FI", text), ["Kofi Mensah / Aino Virta in_person completed"]);
    }

    #[test]
    fn a_delegation_may_be_of_a_body_with_a_long_name() {
        let text = "A delegation of the Committee on Trade and Foreign Policy of the Senate headed by Speaker Kofi Mensah visited Helsinki. The delegation met Foreign Minister Aino Virta on Tuesday.";
        assert_eq!(meetings("FI", text), ["Kofi Mensah / Aino Virta in_person completed"]);
    }

    #[test]
    fn whoever_leads_a_delegation_is_its_visitor() {
        let told = visits(
            "FI",
            "The Government has sent a delegation to Kenya. The delegation is led by Foreign Minister Aino Virta.",
        );
        assert_eq!(told, ["Aino Virta -> KE completed"]);
        let told = visits("FI", "Foreign Minister Aino Virta led a delegation to Kenya in March.");
        assert_eq!(told, ["Aino Virta -> KE completed 2022-03"]);
        assert_eq!(visits("FI", "Foreign Minister Aino Virta announced a delegation to Kenya."), [""; 0]);
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta will lead the Finnish delegation at the conference in Glasgow.",
        );
        assert_eq!(told, ["Aino Virta -> GB Glasgow planned"]);
    }
}
