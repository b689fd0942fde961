//! A visit as one clause tells it.

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::clause::{Hook, described_subject, of, subject, told_of_together};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::{Modality, is_on_visit, modality};
use super::super::passage::Passage;
use super::super::schedule;
use super::super::words::Words;
use super::away::{is_away, is_homecoming};
use super::continued::are_told_of;
use super::journey::journey;
use super::progress::{goes_on, is_on_the_way, is_over, is_setting_out_soon, sets_out};
use super::received::thanked_for;
use super::stop::Stop;
use super::{Setting, delegation, description, event_place, when};
use crate::model::{Date, Evidence, MentionForm, Part, Participant, TimeUnit, VisitKind};

/// A visit as one clause tells it: one country.
#[derive(Debug)]
pub(super) struct Account {
    /// None where it is the visitors whom the story told of last.
    pub(super) visitors: Vec<Participant>,
    pub(super) hosts: Vec<Participant>,
    /// None where the clause tells only more of a visit that is known: "his first official visit".
    pub(super) stop: Option<Stop>,
    /// When the whole journey takes place.
    pub(super) dates: Option<Date>,
    pub(super) told: Modality,
    /// Whether the clause tells that they set out: "arrives", "begins a visit".
    pub(super) sets_out: bool,
    /// Whether the clause tells that it has come to its end: "concluded a visit", "returned from".
    pub(super) is_over: bool,
    /// Whether the visitors are said to be on it: "who is on a two-day visit".
    pub(super) is_on_it: bool,
    /// Whether they are said to be there: "is currently in Kenya".
    pub(super) is_there: bool,
    /// Whether the clause tells what is still to come: "flew to Oslo, where she will".
    pub(super) goes_on: bool,
    /// Whether a verb tells it, or what is done there, and no noun: "the visit will strengthen" tells of no future.
    pub(super) is_act: bool,
    /// Whether it tells only that somebody goes along: "joined the Chairman in departing".
    pub(super) is_company: bool,
    /// Whether a verb in the present tells what is done there, and not that they go: "opens", "visits".
    pub(super) is_present_act: bool,
    pub(super) kind: Option<VisitKind>,
    pub(super) days: Option<u32>,
    pub(super) purpose: Option<String>,
    pub(super) background: bool,
    pub(super) evidence: Evidence,
}

/// The visits that a trigger tells of: one for each country. `told` are the texts up to the one that it stands in.
pub(super) fn accounts(told: &[Annotated<'_>], hook: &Hook, setting: Setting<'_>) -> Vec<Account> {
    let Some(text) = told.last() else { return Vec::new() };
    let passage = &text.passage;
    let at = hook.tokens.start;
    // "during his virtual visit to Kenya": nobody goes there.
    let is_virtual = at.checked_sub(1).is_some_and(|kind| passage.is_any(kind, words!["virtual", "online"]));
    if is_virtual || passage.in_quote(at) && !is_announced(text, hook) {
        return Vec::new();
    }
    let Some(mut journey) = journey(text, hook, setting) else { return Vec::new() };
    let sent = delegation::sent(text, hook);
    if sent.is_some() {
        journey.visitors = setting.delegates.to_vec();
    }
    // "The delegation, which includes A, will visit Turku": whoever leads it, and A.
    if delegation::is_done_with_members(passage, hook)
        && let Some(leader) = setting.named_delegate().filter(|leader| !journey.visitors.contains(leader))
    {
        journey.visitors.insert(0, leader.clone());
    }
    // "They will also visit Turku", "The delegation will also visit Turku"
    if journey.visitors.is_empty() {
        journey.visitors = told_of_together(told, hook, setting.delegates);
        setting.of_delegation(passage, hook, &mut journey.visitors);
    }
    let is_official = |who: &Participant| matches!(who, Participant::Official(_));
    let mut visitors: Vec<Participant> = journey.visitors.into_iter().filter(is_official).collect();
    if visitors.is_empty() && !journey.stops.is_empty() {
        visitors.extend(body_that_goes(text, hook, setting));
    }
    if journey.stops.is_empty() && of(hook, Frame::Attend) && !visitors.is_empty() {
        journey.stops = event_place::told_before(told, hook);
        journey.stops.retain(|stop| is_away(text, stop, &visitors, setting));
    }
    let names_visit =
        hook.trigger.tense == Tense::Noun && matches!(hook.trigger.frame, Frame::Visit | Frame::Travel);
    let are_told_of = visitors.is_empty() && are_told_of(passage, hook);
    if visitors.is_empty() && !names_visit && !are_told_of && setting.owner.is_none() {
        return Vec::new();
    }
    // Most triggers tell of nobody's journey, which is found sooner than how they tell it.
    let told = sent.unwrap_or_else(|| modality(passage, &hook.sentence, at, hook.trigger.tense));
    let told = match told {
        Modality::Past if is_there_since(passage, hook) => Modality::Present,
        // "thanked the Minister for his visit to Oslo"
        Modality::Named if names_visit && thanked_for(text, hook).is_some() => Modality::Past,
        told => told,
    };
    if visitors.is_empty() && schedule::opens_line(text, hook) {
        visitors.extend(setting.owner.cloned());
    }
    // "A visit to Cairo had to be called off" is of those whom the story told of last.
    let is_of_others = names_visit && (journey.stops.is_empty() || told == Modality::Cancelled);
    let is_nobodys = visitors.is_empty() && !is_of_others && !are_told_of;
    if told == Modality::Unreal || is_nobodys || description::is_first_time(passage, hook) {
        return Vec::new();
    }
    let (mut stops, mut dates) = when::dated(text, journey.stops, hook, setting.anchor);
    stops.retain(|stop| !is_homecoming(passage, hook, stop, &visitors, setting));
    let tokens = evidence_tokens(hook, &stops);
    // "this week" does not say that it is today.
    let is_of_days = |date: &&Date| date.relative.is_none_or(|relative| relative.unit == TimeUnit::Day);
    let days: Vec<&Date> = stops.iter().filter_map(|stop| stop.leg.dates.as_ref()).chain(&dates).collect();
    let exact = days.iter().copied().filter(is_of_days);
    let first = exact.filter_map(|date| date.clone().resolve(setting.anchor?).first_day()).min();
    let is_soon = told == Modality::Present && !days.is_empty() && is_setting_out_soon(passage, hook);
    let is_soon = is_soon && (first.is_none() || first != setting.anchor)
        || told == Modality::Present && is_on_the_way(passage, hook, tokens.end);
    let told = if is_soon { Modality::Future } else { told };
    if stops.is_empty() && names_visit {
        dates = description::date_after(text, hook);
    }
    let purpose = description::purpose(text, &hook.sentence, tokens.end);
    let account = |stop: Option<Stop>| Account {
        visitors: visitors.clone(),
        hosts: journey.hosts.clone(),
        told,
        sets_out: sets_out(passage, hook),
        is_over: is_over(passage, hook),
        is_on_it: hook.trigger.tense == Tense::Noun && is_on_visit(passage, &hook.sentence, at),
        is_there: is_there(hook) && told == Modality::Present && passage.part != Part::Headline,
        goes_on: goes_on(passage, hook, tokens.end),
        is_act: hook.trigger.tense != Tense::Noun,
        is_company: of(hook, Frame::Accompany),
        is_present_act: hook.trigger.tense == Tense::Present
            && matches!(hook.trigger.frame, Frame::Visit | Frame::Attend | Frame::Engage | Frame::Meet),
        kind: description::kind(passage, hook),
        days: description::days(passage, hook),
        background: description::is_background(text, hook, told, setting),
        purpose: purpose.clone(),
        dates: dates.clone(),
        evidence: passage.evidence(tokens.clone(), rule(hook), confidence(hook)),
        stop,
    };
    if stops.is_empty() {
        return if names_visit { vec![account(None)] } else { Vec::new() };
    }
    stops.into_iter().map(|stop| account(Some(stop))).collect()
}

/// `“President A will visit Kenya in May,” the Minister said.`: what is said of somebody by name, and is to come.
fn is_announced(text: &Annotated<'_>, hook: &Hook) -> bool {
    let goes = of(hook, Frame::Visit) || of(hook, Frame::Travel);
    let comes = hook.tokens.start.checked_sub(1).is_some_and(|will| text.passage.is(will, "will"));
    let people = subject(text, &hook.sentence, hook.tokens.start);
    goes && comes
        && !people.is_empty()
        && people.iter().all(|person| person.form != MentionForm::Pronoun && !person.possessive)
}

/// "Representatives of the Ministry of Trade visited", "A delegation of the Senate will travel to": those who go together,
/// told of by their body.
///
/// Of a delegation whose leader is named elsewhere that is its leader.
fn body_that_goes(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Participant> {
    const TOGETHER: &Words = words!["committee", "delegation", "members", "representatives"];
    let passage = &text.passage;
    let goes = of(hook, Frame::Visit) || of(hook, Frame::Travel) || of(hook, Frame::Stay);
    let is_verb = hook.trigger.tense != Tense::Noun && goes;
    let group = described_subject(text, hook).filter(|_| is_verb)?;
    let is_named = group.clone().any(|at| passage.kind(at).is_capital() && !passage.begins_sentence(at));
    let is_together = group.clone().any(|at| passage.is_any(at, TOGETHER));
    if let (true, [leader]) = (group.clone().any(|at| passage.is(at, "delegation")), setting.delegates) {
        return Some(leader.clone());
    }
    (is_named && is_together).then(|| Participant::described(passage.words(group)))
}

/// "has been in Kenya since Monday": they are there still.
fn is_there_since(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 8;
    of(hook, Frame::Stay)
        && passage.is(hook.tokens.start, "been")
        && (hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH)).any(|at| passage.is(at, "since"))
}

/// "is currently in Kenya", "who is visiting Kenya"
fn is_there(hook: &Hook) -> bool {
    of(hook, Frame::Stay) || of(hook, Frame::Visit) && hook.trigger.tense == Tense::Ing
}

fn rule(hook: &Hook) -> &'static str {
    match (hook.trigger.frame, hook.trigger.tense) {
        (Frame::Host, _) => "hosts-visitor",
        (Frame::Stay, _) => "is-in",
        (Frame::Attend | Frame::Engage | Frame::Meet | Frame::Say, _) => "attends-in",
        (_, Tense::Noun) => "visit-to",
        (Frame::Visit, _) => "visits",
        _ => "travels-to",
    }
}

fn confidence(hook: &Hook) -> u8 {
    if matches!(hook.trigger.frame, Frame::Stay | Frame::Attend | Frame::Engage | Frame::Meet | Frame::Say) {
        70
    } else {
        85
    }
}

fn evidence_tokens(hook: &Hook, stops: &[Stop]) -> Range<usize> {
    let end = stops.iter().map(|stop| stop.tokens.end).max().unwrap_or(0).max(hook.tokens.end);
    let start =
        stops.iter().map(|stop| stop.tokens.start).min().unwrap_or(hook.tokens.start).min(hook.tokens.start);
    start..end
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_is_said_to_be_the_speaker_is_no_stop() {
        let told =
            visits("AT", "Chancellor Karl Berg is travelling to Kyiv, the Federal Chancellery announced.");
        assert!(told.iter().all(|told| told.contains("UA Kyiv")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn a_visit_within_the_name_of_a_possessor_is_read_without_trouble() {
        for office in [
            "Director of the Visit Office",
            "Minister of Visits and Talks",
            "Secretary for the Tour and Talks",
        ] {
            let text = format!("{office} Ana Virta's deputy spoke. The {office}'s view is known.");
            assert!(visits("FI", &text).len() < 2, "{text}");
            assert!(super::super::super::told::meetings("FI", &text).len() < 2, "{text}");
        }
    }

    #[test]
    fn a_delegation_goes_with_its_leader() {
        let told = visits(
            "KE",
            "A delegation of the Parliament of Serbia is in Kenya for a study visit. The delegation, made up of four members, is led by Speaker Ivo Novak.",
        );
        assert_eq!(told, ["Ivo Novak -> KE ongoing"]);
    }

    #[test]
    fn what_is_announced_of_somebody_else_is_a_visit() {
        let told = visits(
            "FI",
            "“President Ivo Novak of Serbia will visit Turku in May,” Foreign Minister Aino Virta said.",
        );
        assert_eq!(told, ["Ivo Novak -> FI Turku planned 2022-05"]);
        for none in [
            "“He will visit Turku in May,” Foreign Minister Aino Virta said of President Ivo Novak.",
            "“President Ivo Novak may visit Turku in May,” Foreign Minister Aino Virta said.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn a_virtual_visit_is_none() {
        let text = "President Amos Okello held talks with Secretary Ann Hale of the United States during her virtual visit to Kenya.";
        assert_eq!(visits("KE", text), [""; 0]);
    }
}
