//! Whoever is met in a country in the course of a visit, or invites there, is at home there.

use std::collections::HashMap;

use crate::model::{Country, Facts, Id, Meeting, Participant};

/// Gives each official without a country that of the events in which they are the hosts.
#[cfg(feature = "compose")]
pub(crate) fn settle_hosts(facts: &mut Facts) {
    let hosts = hosts(facts, None);
    assign(facts, &hosts, None);
}

/// Whoever is met in a country in the course of a visit, or is met or invites abroad, is at home there.
pub(super) fn hosts(facts: &Facts, publisher: Option<Country>) -> HashMap<Id, Country> {
    let mut hosts: HashMap<Id, Country> = HashMap::new();
    let mut add = |participants: &[Participant], country: Country| {
        for id in participants.iter().filter_map(Participant::id) {
            hosts.entry(id.clone()).or_insert(country);
        }
    };
    let place = |meeting: &Meeting| meeting.place.as_ref().and_then(|place| place.country);
    let meetings: HashMap<&Id, &Meeting> =
        facts.meetings.iter().map(|meeting| (&meeting.id, meeting)).collect();
    for visit in &facts.visits {
        let only_leg = if let [leg] = visit.legs.as_slice() { leg.country } else { None };
        for meeting in visit.meetings.iter().filter_map(|id| meetings.get(id)) {
            // Who is met by somebody at home has come, and so have those beside them.
            let are_guests = meeting.with.iter().any(|who| visit.visitors.contains(who));
            if let Some(country) = place(meeting).or(only_leg).filter(|_| !are_guests) {
                add(&meeting.with, country);
            }
        }
        if let Some(country) = only_leg.filter(|country| publisher.is_some_and(|home| home != *country)) {
            add(&visit.hosts, country);
            add(visit.invitation.as_slice(), country);
        }
    }
    let countries: HashMap<&Id, Country> =
        facts.officials.iter().filter_map(|official| Some((&official.id, official.country?))).collect();
    let country_of = |who: &Participant| countries.get(who.id()?).copied();
    for visit in &facts.visits {
        // "He is accompanied by Foreign Minister Ana Virta": they travel together.
        let mut countries = visit.visitors.iter().filter_map(country_of);
        let shared = countries.next().filter(|first| countries.all(|other| other == *first));
        if let Some(country) = shared {
            add(&visit.companions, country);
        }
    }
    for meeting in &facts.meetings {
        let Some(country) = place(meeting) else { continue };
        // Whom somebody receives at home is a guest.
        let is_hosted = meeting.party.iter().filter_map(country_of).any(|host| host == country);
        if publisher.is_some_and(|home| home != country) && !is_hosted {
            add(&meeting.with, country);
        }
    }
    for visit in &facts.visits {
        for id in visit.visitors.iter().filter_map(Participant::id) {
            let is_guest = |country: &Country| visit.legs.iter().any(|leg| leg.country == Some(*country));
            if hosts.get(id).is_some_and(is_guest) {
                hosts.remove(id);
            }
        }
    }
    hosts
}

pub(super) fn assign(facts: &mut Facts, hosts: &HashMap<Id, Country>, home: Option<Country>) {
    for official in &mut facts.officials {
        official.country = official.country.or_else(|| hosts.get(&official.id).copied()).or(home);
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::model::{Leg, Official, Visit};

    /// Each visit asked all officials for its visitors.
    #[test]
    fn hosts_of_many_visits_are_found_in_linear_time() {
        let mut facts = Facts::new();
        for number in 1..=20_000 {
            let id = Id::numbered("official", number);
            facts.officials.push(Official::new(id.clone()));
            let mut visit = Visit::new(Id::numbered("visit", number));
            visit.visitors.push(Participant::Official(id));
            visit.legs.push(Leg::new());
            facts.visits.push(visit);
        }
        let started = Instant::now();
        assert!(hosts(&facts, None).is_empty());
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    }
}
