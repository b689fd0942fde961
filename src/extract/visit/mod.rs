//! Visits: who travels where, when and as the first of whom.
//!
//! | file | gives |
//! |---|---|
//! | `account.rs` | what one clause tells: who travels, and where |
//! | `destination.rs`, `status.rs`, `description.rs` | the stops of a clause, its status, its kind, length and purpose |
//! | `itinerary.rs` | the visits that the clauses tell of together |
//! | `companions.rs`, `invitation.rs`, `stays.rs`, `precedence.rs`, `engagement.rs` | what other sentences add |

mod account;
mod companions;
mod description;
mod destination;
pub(super) mod engagement;
mod invitation;
mod itinerary;
mod precedence;
mod status;
mod stays;

use std::collections::HashMap;

use super::annotated::Annotated;
use super::clause::hooks;
use crate::model::{Country, Facts, Id, Part, Participant, Visit};

/// What the visits of a story are read against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'s> {
    /// The publisher's country.
    pub(super) publisher: Option<Country>,
    /// The day of publication.
    pub(super) anchor: Option<chrono::NaiveDate>,
    /// The countries that the officials of the story serve, where it says so.
    pub(super) countries: &'s HashMap<&'s Id, Country>,
}

impl Setting<'_> {
    /// The country that an official serves, if the story says so.
    fn country(&self, who: &Participant) -> Option<Country> {
        self.countries.get(who.id()?).copied()
    }

    fn is_foreign(&self, who: &Participant) -> bool {
        let country = self.country(who);
        country.is_some() && self.publisher.is_some() && country != self.publisher
    }
}

/// The visits that the texts tell of.
pub(super) fn visits(texts: &[Annotated<'_>], setting: Setting<'_>) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for text in texts {
        for hook in hooks(&text.passage) {
            for account in account::accounts(text, &hook, setting) {
                itinerary::take(&mut visits, account, setting);
            }
        }
    }
    drop_vague(&mut visits);
    for text in texts {
        companions::add(text, &mut visits);
        invitation::add(text, &mut visits);
        stays::add(text, &mut visits);
        precedence::add(text, &mut visits);
    }
    for (index, visit) in visits.iter_mut().enumerate() {
        visit.id = Id::numbered("visit", index + 1);
    }
    visits
}

/// Where before a place in its story a visit was told of last.
fn told_last(visit: &Visit, before: (Part, usize)) -> Option<(Part, usize)> {
    visit.evidence.iter().map(|told| (told.part, told.start)).filter(|told| *told <= before).max()
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
