//! Visits: who travels where, when and as the first of whom.
//!
//! | file | gives |
//! |---|---|
//! | `account.rs`, `progress.rs` | what one clause tells of a visit, and how far it has come |
//! | `journey.rs`, `occasion.rs`, `away.rs` | who goes where, by verbs of travel and by what is done there, away from home |
//! | `statement.rs` | who says something away from home |
//! | `travellers.rs`, `received.rs` | who makes the journey, and guests who are received, thanked or visiting |
//! | `reception.rs`, `guests.rs` | visits as hosts tell of them, and who is met by somebody at home |
//! | `continued.rs` | clauses that tell more of the journey told of last |
//! | `named_site.rs`, `opening.rs` | stops that the lexicon does not know, and those that a sentence begins with |
//! | `destination.rs`, `leaving.rs`, `scene.rs` | where verbs of travel lead, and where something takes place |
//! | `stop.rs`, `when.rs`, `unknown_town.rs` | the stops of a list, their dates, and towns that the lexicon does not know |
//! | `before_place.rs`, `after_place.rs` | what stands around the name of a place |
//! | `event.rs`, `event_place.rs` | what is done somewhere, so that whoever does it is there, and where another clause tells that an event is held |
//! | `headline.rs` | headlines that leave out the verb of going |
//! | `place_list.rs`, `capital.rs` | lists of stops, and what stands before their names: "the port city of" |
//! | `status.rs`, `description.rs` | its status, its kind, length and purpose |
//! | `itinerary.rs` | the visits that the clauses tell of together |
//! | `companions.rs`, `invitation.rs`, `stays.rs`, `precedence.rs`, `engagement.rs` | what other sentences add |
//! | `members.rs`, `delegation.rs` | who is of a delegation, and who goes in one that somebody else sends |
//! | `substitute.rs` | who goes in the place of somebody else |

mod account;
mod after_place;
mod away;
mod before_place;
mod capital;
mod companions;
mod continued;
mod delegation;
mod description;
mod destination;
pub(super) mod engagement;
mod event;
mod event_place;
mod guests;
mod headline;
mod invitation;
mod itinerary;
mod journey;
mod leaving;
mod members;
mod named_site;
mod occasion;
mod opening;
mod place_list;
mod precedence;
mod progress;
mod received;
mod reception;
mod scene;
mod statement;
mod status;
mod stays;
mod stop;
mod substitute;
mod travellers;
mod unknown_town;
mod when;

use std::collections::{HashMap, HashSet};

pub(super) use delegation::delegates;
pub(super) use travellers::travellers;

use super::annotated::Annotated;
use super::clause::Hook;
use super::features::{Topic, Topics};
use super::passage::Passage;
use super::words::Words;
use crate::model::{Country, Facts, Id, Leg, Part, Participant, Place, Visit};
use itinerary::Itinerary;

/// The words by which more of a visit is found.
pub(super) const fn topics(topics: &mut Topics) {
    topics.add(Topic::Invitation, &["invitation"]);
    topics.add_all(Topic::Delegation, members::DELEGATION);
    topics.add(Topic::Precedence, &["first"]);
}

/// What tells that a sentence speaks of a journey: "The agenda includes", "During the visit".
pub(super) const PROGRAMME: &Words =
    words!["agenda", "itinerary", "programme", "program", "schedule", "trip", "tour", "visit"];

/// What the visits of a story are read against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'s> {
    /// The publisher's country.
    pub(super) publisher: Option<Country>,
    /// The day of publication.
    pub(super) anchor: Option<chrono::NaiveDate>,
    /// The countries that the officials of the story serve, where it says so.
    pub(super) countries: &'s HashMap<&'s Id, Country>,
    /// The officials whom the story only describes.
    pub(super) unnamed: &'s HashSet<&'s Id>,
    /// The officials who may well live where visitors meet them.
    pub(super) residents: &'s HashSet<&'s Id>,
    /// Those of the delegation that the story tells of, the leader first.
    pub(super) delegates: &'s [Participant],
    /// Whose schedule the story is, if it is one.
    pub(super) owner: Option<&'s Participant>,
}

impl Setting<'_> {
    /// The country that an official serves, if the story says so.
    pub(super) fn country(&self, who: &Participant) -> Option<Country> {
        self.countries.get(who.id()?).copied()
    }

    /// Whether any official of the story serves a country, for all that it says.
    fn serve(&self, country: Option<Country>) -> bool {
        country.is_some_and(|country| self.countries.values().any(|of| *of == country))
    }

    /// The officials by name who serve a country.
    pub(super) fn named_of(&self, country: Country) -> impl Iterator<Item = &Id> {
        let all = self.countries.iter().filter(move |(_, of)| **of == country).map(|(id, _)| *id);
        all.filter(|id| !self.unnamed.contains(*id))
    }

    /// Whoever is named first of the delegation; a headline may only describe its leader.
    fn named_delegate(&self) -> Option<&Participant> {
        self.delegates.iter().find(|who| who.id().is_some_and(|id| !self.unnamed.contains(id)))
    }

    /// Whether somebody may well live where visitors meet them.
    fn is_resident(&self, who: &Participant) -> bool {
        who.id().is_some_and(|id| self.residents.contains(id))
    }

    /// Of those who are told of as a delegation those of the country of the first: "A and her host B co-chaired the talks. The
    /// delegation met C".
    pub(super) fn of_delegation(&self, passage: &Passage<'_>, hook: &Hook, people: &mut Vec<Participant>) {
        let mut subject = hook.sentence.start..hook.tokens.start;
        if people.len() < 2 || !subject.any(|at| passage.is_any(at, members::DELEGATION)) {
            return;
        }
        let serves = |who: &Participant| self.country(who).or(self.publisher);
        let first = people.first().and_then(serves);
        people.retain(|who| serves(who) == first);
    }

    fn is_foreign(&self, who: &Participant) -> bool {
        let country = self.country(who);
        country.is_some() && self.publisher.is_some() && country != self.publisher
    }
}

/// The visits that the texts tell of.
pub(super) fn visits(texts: &[Annotated<'_>], setting: Setting<'_>) -> Vec<Visit> {
    let mut itinerary = Itinerary::new(texts, setting);
    for (index, text) in texts.iter().enumerate() {
        let told = texts.get(..=index).unwrap_or_default();
        for hook in headline::left_out(text).iter().chain(&text.hooks) {
            for account in account::accounts(told, hook, setting) {
                itinerary.take(account);
            }
        }
    }
    let mut visits = itinerary.finish();
    drop_vague(&mut visits);
    drop_unnamed(&mut visits, setting);
    visits.retain(|visit| !is_at_home(visit, setting));
    if visits.is_empty() {
        return visits;
    }
    for text in texts {
        substitute::add(text, &mut visits);
    }
    for text in texts {
        companions::add(text, &mut visits, setting);
        invitation::add(text, &mut visits);
        stays::add(text, &mut visits);
        precedence::add(text, &mut visits);
    }
    for (index, visit) in visits.iter_mut().enumerate() {
        visit.id = Id::numbered("visit", index + 1);
    }
    visits
}

/// Adds a place to a leg that has none of its name. Headlines in capitals name places that the body names, too.
fn add_place(leg: &mut Leg, place: &Place) {
    // "New York City, New York": a city that bears the name of its state
    let bears_name = |city: &Place| {
        city.name.strip_prefix(place.name.as_str()).is_some_and(|rest| rest.eq_ignore_ascii_case(" city"))
    };
    let is_known = |known: &Place| {
        without_district(&known.name).eq_ignore_ascii_case(without_district(&place.name)) || bears_name(known)
    };
    if !leg.places.iter().any(is_known) {
        leg.places.push(place.clone());
    }
}

/// "Washington" of "Washington, D.C.".
fn without_district(name: &str) -> &str {
    let found =
        [", D.C.", ", D.C", ", DC", " D.C.", " DC"].iter().find_map(|district| name.strip_suffix(district));
    found.unwrap_or(name)
}

/// The visits that a story told of last before a place in it: one, or one for each country of a journey.
fn told_last(visits: &mut [Visit], before: (Part, usize)) -> impl Iterator<Item = &mut Visit> {
    let told = move |visit: &Visit| {
        let evidence = visit.evidence.iter().filter(|_| !visit.background);
        evidence.map(|told| (told.part, told.start)).filter(|told| *told <= before).max()
    };
    let last = visits.iter().filter_map(told).max();
    visits.iter_mut().filter(move |visit| last.is_some() && told(visit) == last)
}

/// A visit to no known country says nothing beside one of the same visitor to a country; nor does one that only a
/// headline tells of, beside any.
fn drop_vague(visits: &mut Vec<Visit>) {
    let is_vague = |visit: &Visit| visit.legs.iter().all(|leg| leg.country.is_none());
    let travellers: Vec<Participant> =
        visits.iter().filter(|visit| !is_vague(visit)).flat_map(|visit| visit.visitors.clone()).collect();
    let is_told = |visit: &Visit| {
        visit.visitors.iter().any(|who| travellers.contains(who))
            || is_in_headline(visit) && !travellers.is_empty()
    };
    visits.retain(|visit| !(is_vague(visit) && is_told(visit)));
}

/// Whether only the headline tells of a visit.
fn is_in_headline(visit: &Visit) -> bool {
    visit.evidence.iter().all(|told| told.part == Part::Headline)
}

/// Who visits the own country goes to some place in it.
fn is_at_home(visit: &Visit, setting: Setting<'_>) -> bool {
    let lives_in = |country| visit.visitors.iter().all(|who| setting.country(who) == Some(country));
    visit.legs.iter().all(|leg| leg.places.is_empty() && leg.country.is_some_and(lives_in))
}

/// A headline that leaves out the name ("Visit by the President of Indonesia") tells of the visit that the body
/// tells of with it.
fn drop_unnamed(visits: &mut Vec<Visit>, setting: Setting<'_>) {
    let is_unnamed = |visit: &Visit| {
        visit.visitors.iter().all(|who| who.id().is_some_and(|id| setting.unnamed.contains(id)))
    };
    let named: HashSet<Country> = visits
        .iter()
        .filter(|visit| !is_unnamed(visit) && !is_in_headline(visit) && !visit.background)
        .flat_map(|visit| visit.legs.iter().filter_map(|leg| leg.country))
        .collect();
    let is_told =
        |visit: &Visit| visit.legs.iter().all(|leg| leg.country.is_some_and(|to| named.contains(&to)));
    visits.retain(|visit| !(is_unnamed(visit) && is_in_headline(visit) && is_told(visit)));
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
