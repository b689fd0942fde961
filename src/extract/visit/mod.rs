//! Visits: who travels where, when and as the first of whom.

mod companions;
mod destination;
mod precedence;
mod status;

use std::ops::Range;

use super::annotated::{Annotated, within};
use super::clause::{Hook, clause_end, hooks, listed, of, subject};
use super::lexicon::{Frame, Tense};
use super::modality::{Modality, modality};
use super::passage::Passage;
use crate::model::{
    Country, Direction, Facts, Id, Leg, Official, Participant, Place, PlaceKind, Status, Visit, VisitKind,
};
use destination::Stop;

/// What the visits of a story are read against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'s> {
    /// The publisher's country.
    pub(super) publisher: Option<Country>,
    /// The day of publication.
    pub(super) anchor: Option<chrono::NaiveDate>,
    pub(super) officials: &'s [Official],
}

/// A visit as one clause tells it: one country.
#[derive(Debug)]
struct Account {
    visitors: Vec<Participant>,
    hosts: Vec<Participant>,
    stop: Stop,
    status: Option<Status>,
    kind: Option<VisitKind>,
    days: Option<u32>,
    background: bool,
    inbound: bool,
    evidence: crate::model::Evidence,
}

/// The visits that the texts tell of.
pub(super) fn visits(texts: &[Annotated<'_>], setting: Setting<'_>) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for text in texts {
        for hook in hooks(&text.passage) {
            for account in accounts(text, &hook, setting) {
                take(&mut visits, account, setting);
            }
        }
    }
    drop_vague(&mut visits);
    for text in texts {
        companions::add(text, &mut visits);
        add_stays(text, &mut visits);
        precedence::add(text, &mut visits);
    }
    for (index, visit) in visits.iter_mut().enumerate() {
        visit.id = Id::numbered("visit", index + 1);
    }
    visits
}

/// A visit to no known country says nothing beside one of the same visitor to a country.
fn drop_vague(visits: &mut Vec<Visit>) {
    let is_vague = |visit: &Visit| visit.legs.iter().all(|leg| leg.country.is_none());
    let travellers: Vec<Participant> =
        visits.iter().filter(|visit| !is_vague(visit)).flat_map(|visit| visit.visitors.clone()).collect();
    visits.retain(|visit| !is_vague(visit) || !visit.visitors.iter().any(|who| travellers.contains(who)));
}

/// Ties meetings to the visits in whose course they were held.
pub(crate) fn tie_meetings(facts: &mut Facts) {
    let Facts { visits, meetings, .. } = facts;
    for meeting in meetings.iter() {
        let country = meeting.place.as_ref().and_then(|place| place.country);
        let fitting = |visit: &&mut Visit| {
            let there =
                country.is_none_or(|country| visit.legs.iter().any(|leg| leg.country == Some(country)));
            let takes_part = |who: &Participant| meeting.party.contains(who) || meeting.with.contains(who);
            there && !visit.background && visit.visitors.iter().any(takes_part)
        };
        let mut candidates = visits.iter_mut().filter(fitting);
        if let (Some(visit), None) = (candidates.next(), candidates.next()) {
            visit.meetings.push(meeting.id.clone());
            visit.status = visit.status.take().or_else(|| meeting.status.clone());
        }
    }
}

/// The visits that a trigger tells of: one for each country.
fn accounts(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Vec<Account> {
    let passage = &text.passage;
    let at = hook.tokens.start;
    let told = modality(passage, &hook.sentence, at, hook.trigger.tense);
    if passage.in_quote(at) || told == Modality::Unreal {
        return Vec::new();
    }
    let (visitors, hosts, stops) = match hook.trigger.frame {
        Frame::Visit | Frame::Travel => {
            let visitors = travellers(text, hook);
            (visitors, Vec::new(), destination::of_travel(text, hook))
        }
        Frame::Host => {
            let end = clause_end(passage, &hook.sentence, hook.tokens.end);
            let guests: Vec<Participant> =
                listed(text, hook.tokens.end, end).into_iter().map(|(_, who)| who).collect();
            let hosts = subject(text, &hook.sentence, at).iter().map(|person| person.who.clone()).collect();
            let stops = destination::of_welcome(text, hook, end);
            let foreign = guests.iter().any(|guest| is_foreign(guest, setting));
            let stops = if stops.is_empty() && foreign { home_stop(setting) } else { stops };
            (guests, hosts, stops)
        }
        _ => return Vec::new(),
    };
    let visitors: Vec<Participant> =
        visitors.into_iter().filter(|who| matches!(who, Participant::Official(_))).collect();
    if visitors.is_empty() {
        return Vec::new();
    }
    let stops = stops.into_iter().map(|stop| at_home(stop, setting));
    let stops: Vec<Stop> = stops.collect();
    let background = is_background(text, hook, setting);
    let evidence = passage.evidence(evidence_tokens(hook, &stops), rule(hook), 85);
    stops
        .into_iter()
        .map(|stop| Account {
            visitors: visitors.clone(),
            hosts: hosts.clone(),
            status: status::status(told, &stop, setting.anchor),
            kind: kind(passage, hook),
            days: days(passage, hook),
            background,
            inbound: of(hook, Frame::Host),
            evidence: evidence.clone(),
            stop,
        })
        .collect()
}

/// A city or site whose country nobody names lies in the publisher's.
fn at_home(mut stop: Stop, setting: Setting<'_>) -> Stop {
    let is_local = |place: &Place| matches!(place.kind, Some(PlaceKind::City | PlaceKind::Site));
    if stop.leg.country.is_none() && !stop.leg.places.is_empty() && stop.leg.places.iter().all(is_local) {
        stop.leg.country = setting.publisher;
    }
    stop
}

fn rule(hook: &Hook) -> &'static str {
    match (hook.trigger.frame, hook.trigger.tense) {
        (Frame::Host, _) => "hosts-visitor",
        (_, Tense::Noun) => "visit-to",
        (Frame::Visit, _) => "visits",
        _ => "travels-to",
    }
}

fn evidence_tokens(hook: &Hook, stops: &[Stop]) -> Range<usize> {
    let end = stops.iter().map(|stop| stop.tokens.end).max().unwrap_or(0).max(hook.tokens.end);
    let start =
        stops.iter().map(|stop| stop.tokens.start).min().unwrap_or(hook.tokens.start).min(hook.tokens.start);
    start..end
}

/// Who travels: the subject, the possessor ("her visit"), or the agent ("visit by", "visit of").
fn travellers(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    let passage = &text.passage;
    let at = hook.tokens.start;
    let who =
        |people: &[super::annotated::FoundPerson]| people.iter().map(|person| person.who.clone()).collect();
    if hook.trigger.tense == Tense::Noun {
        let before = within(&text.people, hook.sentence.start..at);
        let possessor = before.iter().rev().find(|person| person.possessive && at - person.tokens.end <= 6);
        if let Some(person) = possessor {
            return vec![person.who.clone()];
        }
        let of = Some(hook.tokens.end).filter(|&next| passage.is(next, "of"));
        let by = (hook.tokens.end..hook.sentence.end.min(hook.tokens.end + 10))
            .find(|&next| passage.is(next, "by"));
        for agent in [of, by].into_iter().flatten() {
            let list = listed(text, agent + 1, hook.sentence.end);
            let agents: Vec<Participant> = list.into_iter().map(|(_, who)| who).collect();
            if agents.iter().any(|who| matches!(who, Participant::Official(_))) {
                return agents;
            }
        }
    }
    who(subject(text, &hook.sentence, at))
}

fn is_foreign(who: &Participant, setting: Setting<'_>) -> bool {
    let official = setting.officials.iter().find(|official| Some(&official.id) == who.id());
    let country = official.and_then(|official| official.country);
    country.is_some() && setting.publisher.is_some() && country != setting.publisher
}

fn home_stop(setting: Setting<'_>) -> Vec<Stop> {
    setting.publisher.map(|country| Stop::new(Leg::to(country), 0..0)).into_iter().collect()
}

/// "official visit", "working visit".
fn kind(passage: &Passage<'_>, hook: &Hook) -> Option<VisitKind> {
    let near = hook.tokens.start.saturating_sub(4).max(hook.sentence.start)..hook.tokens.start;
    near.rev().find_map(|at| {
        let word = passage.word(at).to_ascii_lowercase();
        VisitKind::KNOWN.iter().find(|kind| kind.as_str() == word).cloned()
    })
}

/// "three-day visit", "two day visit".
fn days(passage: &Passage<'_>, hook: &Hook) -> Option<u32> {
    let near = hook.tokens.start.saturating_sub(6).max(hook.sentence.start)..hook.tokens.start;
    let day = near.rev().find(|&at| passage.is(at, "day"))?;
    // "three-day", "twenty-one day": the number that ends right before the word.
    let earliest = day.saturating_sub(5).max(hook.sentence.start);
    let ends_before = |at: usize| {
        let number = super::number::cardinal(passage, at)?;
        let end = at + number.len;
        (end == day || end + 1 == day && passage.is_hyphen(end)).then_some(number.value)
    };
    (earliest..day).find_map(ends_before)
}

/// "his previous visit", "when he last visited", "had visited in 2009": a look back.
fn is_background(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> bool {
    let near = hook.tokens.start.saturating_sub(4).max(hook.sentence.start)..hook.tokens.end;
    let looks_back = near
        .clone()
        .any(|at| text.passage.is_any(at, words!["last", "previous", "previously", "earlier", "past"]));
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
    looks_back && dates.iter().all(|found| found.date.relative.is_none()) && hook.trigger.tense != Tense::Base
        || long_ago
}

/// Adds an account to the visit that it tells more of, or as a visit of its own.
fn take(visits: &mut Vec<Visit>, account: Account, setting: Setting<'_>) {
    let country = account.stop.leg.country;
    let same = |visit: &&mut Visit| {
        visit.background == account.background
            && visit.visitors.iter().any(|who| account.visitors.contains(who))
            && visit.legs.iter().any(|leg| leg.country == country)
    };
    let visit = match visits.iter_mut().find(same) {
        Some(visit) => visit,
        None => {
            let mut visit = Visit::new(Id::numbered("visit", 1));
            visit.background = account.background;
            visit.direction = direction(country, account.inbound, setting.publisher);
            visit.legs.push(Leg { country, ..Leg::new() });
            visits.push(visit);
            let Some(visit) = visits.last_mut() else { return };
            visit
        }
    };
    for visitor in account.visitors {
        if !visit.visitors.contains(&visitor) {
            visit.visitors.push(visitor);
        }
    }
    for host in account.hosts {
        if !visit.hosts.contains(&host) && !visit.visitors.contains(&host) {
            visit.hosts.push(host);
        }
    }
    if let Some(leg) = visit.legs.iter_mut().find(|leg| leg.country == country) {
        leg.places.extend(
            account
                .stop
                .leg
                .places
                .into_iter()
                .filter(|place| !leg.places.contains(place))
                .collect::<Vec<_>>(),
        );
        leg.dates = leg.dates.take().or(account.stop.leg.dates);
    }
    visit.status = status::better(visit.status.take(), account.status);
    visit.kind = visit.kind.take().or(account.kind);
    visit.days = visit.days.or(account.days);
    visit.evidence.push(account.evidence);
}

fn direction(to: Option<Country>, inbound: bool, publisher: Option<Country>) -> Option<Direction> {
    let publisher = publisher?;
    Some(match (to? == publisher, inbound) {
        (true, true) => Direction::Inbound,
        (true, false) => return None,
        (false, _) => Direction::Outbound,
    })
}

/// "While in Pristina", "In Riga, the Minister": cities and sites of a country that a visit goes to belong to it.
fn add_stays(text: &Annotated<'_>, visits: &mut [Visit]) {
    let passage = &text.passage;
    for sentence in &passage.sentences {
        let people = within(&text.people, sentence.clone());
        if passage.in_quote(sentence.start) {
            continue;
        }
        for found in within(&text.places, sentence.clone()) {
            let is_stop = matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site));
            let located = found.tokens.start.checked_sub(1).is_some_and(|before| {
                let before = if passage.is(before, "the") { before.saturating_sub(1) } else { before };
                passage.is_any(before, words!["in", "at", "to", "visited", "toured"])
            });
            if !is_stop || !located {
                continue;
            }
            let visit = visits.iter_mut().find(|visit| {
                let present = people.iter().any(|person| visit.visitors.contains(&person.who));
                present
                    && !visit.background
                    && visit
                        .legs
                        .iter()
                        .any(|leg| leg.country == found.place.country && leg.country.is_some())
            });
            if let Some(leg) =
                visit.and_then(|visit| visit.legs.iter_mut().find(|leg| leg.country == found.place.country))
            {
                add_place(leg, &found.place);
            }
        }
    }
}

fn add_place(leg: &mut Leg, place: &Place) {
    if !leg.places.iter().any(|known| known.name == place.name) {
        leg.places.push(place.clone());
    }
}
