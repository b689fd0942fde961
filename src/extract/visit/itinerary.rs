//! The visits of a story, put together from what its clauses tell.

use std::cell::OnceCell;
use std::collections::HashSet;

use chrono::Days;

use super::super::annotated::Annotated;
use super::super::features::Features;
use super::super::lexicon::{self, Class};
use super::super::modality::Modality;
use super::super::place::is_district;
use super::account::Account;
use super::status::Telling;
use super::stop::{Stop, is_small_town};
use super::{Setting, add_place};
use crate::model::{
    Calendar, Country, Date, DateRange, Direction, Id, Leg, Part, Participant, Place, PlaceKind, Visit,
};

/// How many visits back a story may come to speak of one again.
const NEARBY: usize = 128;

/// A visit on its way, and what was told of how far it has come.
#[derive(Debug)]
struct Draft {
    visit: Visit,
    telling: Telling,
}

impl Draft {
    /// The visit, with the status and the dates that all the story tells.
    fn finish(self, setting: Setting<'_>) -> Visit {
        let Self { mut visit, telling } = self;
        let of_leg = visit.legs.first().and_then(|leg| leg.dates.as_ref());
        let dates = of_leg.or(visit.dates.as_ref());
        let known = telling.is_over || telling.has_set_out();
        let stay = dates
            .zip(visit.days.filter(|_| known))
            .and_then(|(date, days)| stay(date, days, telling.is_over, setting));
        visit.status = telling.status(dates, visit.days, setting.anchor);
        // "A and B met in Queenstown. A welcomed B to New Zealand": A lives there. So does whoever serves the country that
        // others come to from abroad.
        let country = visit.legs.first().and_then(|leg| leg.country);
        let is_host = |who: &Participant| {
            let lives_there =
                country.is_some() && country != setting.publisher && setting.country(who) == country;
            visit.hosts.contains(who) || lives_there
        };
        if !visit.visitors.iter().all(is_host) {
            let visitors: Vec<Participant> =
                visit.visitors.iter().filter(|who| !is_host(who)).cloned().collect();
            visit.visitors = visitors;
        }
        if let (Some(leg), Some(stay)) = (visit.legs.first_mut(), stay) {
            leg.dates = Some(stay);
        }
        // An American state stands for its cities where none is named.
        for leg in &mut visit.legs {
            let is_local = |place: &Place| matches!(place.kind, Some(PlaceKind::City | PlaceKind::Site));
            let has_states = leg.country.is_some_and(|country| matches!(country.as_str(), "US" | "CA"));
            if has_states && leg.places.iter().any(is_local) {
                leg.places.retain(|place| place.kind != Some(PlaceKind::Region) || is_district(place));
            }
        }
        visit
    }
}

/// "visited Ulva yesterday, will tour Uist next week": whether what a clause tells is another trip within the visitors' own
/// country, and no more of a journey that goes on.
fn is_other_trip(draft: &Draft, stop: &Stop, country: Option<Country>, setting: Setting<'_>) -> bool {
    let Draft { visit, telling } = draft;
    let is_home = |country: Option<Country>| country.is_some() && country == setting.publisher;
    let serve = |who: &Participant| setting.country(who).or(setting.publisher);
    let is_known =
        |place: &Place| visit.legs.iter().any(|leg| leg.places.iter().any(|known| known.name == place.name));
    is_home(country)
        && visit.days.is_none()
        && visit.hosts.is_empty()
        && !telling.has_set_out()
        && visit.visitors.iter().all(|who| is_home(serve(who)))
        && !stop.leg.places.iter().any(is_known)
}

/// "arrives today for a two-day visit": from the day of the arrival on. "concluded a two-day visit on Friday": until
/// that day.
fn stay(told: &Date, days: u32, is_over: bool, setting: Setting<'_>) -> Option<Date> {
    let resolved = told.clone().resolve(setting.anchor?);
    let (first, last) = (resolved.first_day()?, resolved.last_day()?);
    let others = Days::new(u64::from(days.checked_sub(1)?));
    let (start, end) = if is_over {
        (last.checked_sub_days(others)?, last)
    } else {
        (first, first.checked_add_days(others)?)
    };
    let range = DateRange::new(Calendar::Day(start), Calendar::Day(end));
    (first == last && days > 1)
        .then(|| Date::new(told.raw.clone()).with_calendar(Calendar::Range(Box::new(range))))
}

/// The visits of a story, on their way.
pub(super) struct Itinerary<'a, 't> {
    texts: &'a [Annotated<'t>],
    setting: Setting<'a>,
    drafts: Vec<Draft>,
    /// Those who set out last without a word of where to.
    travellers: Vec<Participant>,
    /// The countries that the story names, once they are asked for.
    lands: OnceCell<HashSet<Country>>,
}

impl<'a, 't> Itinerary<'a, 't> {
    pub(super) fn new(texts: &'a [Annotated<'t>], setting: Setting<'a>) -> Self {
        Self { texts, setting, drafts: Vec::new(), travellers: Vec::new(), lands: OnceCell::new() }
    }

    /// The visits, with the status and the dates that all the story tells.
    pub(super) fn finish(self) -> Vec<Visit> {
        self.drafts.into_iter().map(|draft| draft.finish(self.setting)).collect()
    }

    /// Adds an account to the visit that it tells more of, or as a visit of its own.
    pub(super) fn take(&mut self, mut account: Account) {
        let Some(stop) = &account.stop else {
            if self.drafts.is_empty() && !account.background && !account.visitors.is_empty() {
                self.travellers.clone_from(&account.visitors);
            }
            describe(&mut self.drafts, account);
            return;
        };
        if account.visitors.is_empty() {
            let last = self.drafts.iter().rev().take(NEARBY).find(|draft| !draft.visit.background);
            let travellers = Some(&self.travellers).filter(|_| account.told != Modality::Cancelled);
            let Some(visitors) = last.map(|last| &last.visit.visitors).or(travellers) else { return };
            account.visitors.clone_from(visitors);
            if account.visitors.is_empty() {
                return;
            }
        }
        let country = self.country_of(stop, &account.visitors);
        add(&mut self.drafts, account, country, self.setting);
    }

    /// The country of a stop. A city or site whose country nobody names lies where the visitors are, where the text
    /// spoke of last if they go to several countries, or else in the publisher's; so does a small town that only its
    /// namesake puts into the publisher's, or into a country that the story never speaks of beside places at home.
    fn country_of(&self, stop: &Stop, visitors: &[Participant]) -> Option<Country> {
        let named = stop.leg.country;
        let publisher = self.setting.publisher;
        let is_local = |place: &Place| {
            matches!(place.kind, Some(PlaceKind::City | PlaceKind::Site)) || is_district(place)
        };
        let is_of_namesake = || {
            let is_elsewhere = || stop.near.is_some() && stop.near == publisher && !self.names(named);
            stop.is_obscure && (named == publisher || is_elsewhere())
        };
        let is_unsure = named.is_none() || is_of_namesake();
        if !is_unsure || stop.leg.places.is_empty() || !stop.leg.places.iter().all(is_local) {
            return named;
        }
        let known = self.drafts.iter().rev().take(NEARBY).map(|draft| &draft.visit);
        let theirs = known
            .filter(|visit| !visit.background && visit.visitors.iter().any(|who| visitors.contains(who)));
        let mut countries = theirs.filter_map(|visit| visit.legs.iter().find_map(|leg| leg.country));
        let last = countries.next();
        let is_near =
            stop.near.is_some() && (last == stop.near || countries.any(|country| Some(country) == stop.near));
        // "TOKYO, Japan – The President arrived at Haneda Airport"
        let is_unknown = last.is_none() && named.is_none();
        if is_near || is_unknown && stop.near.is_some() {
            stop.near
        } else {
            last.or(publisher.filter(|_| named.is_some())).or(named).or(publisher)
        }
    }

    /// Whether the story names a country, one of its people or its regions.
    fn names(&self, country: Option<Country>) -> bool {
        let lands = self.lands.get_or_init(|| self.texts.iter().flat_map(lands_of).collect());
        country.is_some_and(|country| lands.contains(&country))
    }
}

/// The countries that a text names: by their names, their adjectives, and places that are known well.
pub(super) fn lands_of<'a>(text: &'a Annotated<'_>) -> impl Iterator<Item = Country> + 'a {
    const LANDS: Features = Features::classes(&[Class::Country, Class::Demonym]);
    let passage = &text.passage;
    let named = passage.all_with(LANDS).filter_map(|at| {
        let found = passage.longest_of(at, &[Class::Demonym, Class::Country])?;
        lexicon::country(found.entry.country)
    });
    // A site may lie where only its town's namesake does.
    let known = text
        .places
        .iter()
        .filter(|found| found.place.kind != Some(PlaceKind::Site) && !is_small_town(passage, found));
    named.chain(known.filter_map(|found| found.place.country))
}

/// Adds an account to the visit that it tells more of, or as a visit of its own.
fn add(drafts: &mut Vec<Draft>, mut account: Account, country: Option<Country>, setting: Setting<'_>) {
    let Some(stop) = &account.stop else { return };
    let same = |draft: &&mut Draft| {
        let visit = &draft.visit;
        visit.background == account.background
            && visit.visitors.iter().any(|who| account.visitors.contains(who))
            && visit.legs.iter().any(|leg| leg.country == country)
    };
    let draft = match drafts.iter_mut().rev().take(NEARBY).find(same) {
        Some(draft) => draft,
        None => {
            let mut visit = Visit::new(Id::numbered("visit", 1));
            visit.background = account.background;
            visit.direction = direction(country, &account.visitors, setting);
            visit.legs.push(Leg { country, ..Leg::new() });
            drafts.push(Draft { visit, telling: Telling::default() });
            let Some(draft) = drafts.last_mut() else { return };
            draft
        }
    };
    account.is_act &= !is_other_trip(draft, stop, country, setting);
    let is_headline = account.evidence.part == Part::Headline;
    // Who has arrived and was received has not come to the end of anything.
    if !account.hosts.is_empty() && account.told == Modality::Past && !is_headline {
        draft.telling.is_received(account.sets_out);
    } else {
        draft.telling.add(&account, is_headline);
    }
    draft.telling.is_there |= account.is_there;
    draft.telling.has_historical_present |= is_headline && account.is_present_act;
    draft.telling.is_seen_there |= account.hosts.is_empty() && account.told == Modality::Past;
    draft.telling.goes_on |= account.goes_on && account.told == Modality::Past;
    draft.telling.is_on_it |= !is_headline && account.is_on_it;
    draft.telling.is_over |= account.is_over && account.told == Modality::Past;
    let visit = &mut draft.visit;
    for visitor in &account.visitors {
        if !visit.visitors.contains(visitor) {
            visit.visitors.push(visitor.clone());
        }
    }
    for host in &account.hosts {
        if !visit.hosts.contains(host) && !visit.visitors.contains(host) && host.id().is_some() {
            visit.hosts.push(host.clone());
        }
    }
    if let Some(leg) = visit.legs.iter_mut().find(|leg| leg.country == country) {
        for place in &stop.leg.places {
            add_place(leg, place);
        }
        leg.dates = leg.dates.take().or_else(|| stop.leg.dates.clone());
    }
    visit.dates = visit.dates.take().or(account.dates);
    visit.kind = visit.kind.take().or(account.kind);
    visit.days = visit.days.or(account.days);
    visit.purpose = visit.purpose.take().or(account.purpose);
    visit.evidence.push(account.evidence);
}

/// "This is his first official visit": more of the visit that was told of before.
fn describe(drafts: &mut [Draft], account: Account) {
    if account.background {
        return;
    }
    let of_visitors = |draft: &&mut Draft| {
        let visitors = &draft.visit.visitors;
        let is_theirs =
            account.visitors.is_empty() || visitors.iter().any(|who| account.visitors.contains(who));
        is_theirs && !draft.visit.background
    };
    let Some(draft) = drafts.iter_mut().rev().take(NEARBY).find(of_visitors) else { return };
    if account.told == Modality::Cancelled {
        draft.telling.add(&account, false);
    }
    let visit = &mut draft.visit;
    let has_dates = visit.dates.is_some() || visit.legs.iter().any(|leg| leg.dates.is_some());
    visit.dates = visit.dates.take().or(account.dates.filter(|_| !has_dates));
    visit.kind = visit.kind.take().or(account.kind);
    visit.days = visit.days.or(account.days);
}

fn direction(to: Option<Country>, visitors: &[Participant], setting: Setting<'_>) -> Option<Direction> {
    let publisher = setting.publisher?;
    let foreign = visitors.iter().any(|who| setting.is_foreign(who));
    Some(match (to? == publisher, foreign) {
        (true, true) => Direction::Inbound,
        (true, false) => Direction::Domestic,
        (false, _) => Direction::Outbound,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_visit_that_was_called_off_is_of_those_told_of_last() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta visited Kenya. A visit to Egypt that had been planned for Friday had to be called off.",
        );
        assert_eq!(told, ["Aino Virta -> KE completed", "Aino Virta -> EG cancelled 2022-04-29"]);
        let told =
            visits("FI", "Foreign Minister Aino Virta will visit Kenya. A trip to Egypt has been postponed.");
        assert_eq!(told, ["Aino Virta -> KE planned", "Aino Virta -> EG cancelled"]);
    }

    #[test]
    fn who_has_arrived_and_was_received_is_there() {
        let told = visits(
            "GH",
            "President Amos Okello of Kenya arrived in Accra on a state visit. He was received by Vice President Kofi Mensah at the airport.",
        );
        assert_eq!(told, ["Amos Okello -> GH Accra ongoing"]);
        let told =
            visits("GH", "Vice President Kofi Mensah received President Amos Okello of Kenya in Accra.");
        assert_eq!(told, ["Amos Okello -> GH Accra completed"]);
    }

    #[test]
    fn who_is_said_to_be_in_a_country_is_there_still() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta met President Ivo Novak in Belgrade on Tuesday. She is currently in Serbia on a visit.",
        );
        assert_eq!(told, ["Aino Virta -> RS Belgrade ongoing 2022-05-03"]);
    }

    #[test]
    fn what_else_was_postponed_cancels_no_visit() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta visited Kenya and said that the vote had been postponed.",
        );
        assert_eq!(told, ["Aino Virta -> KE completed"]);
    }

    #[test]
    fn a_visit_of_days_ends_on_the_day_that_it_was_concluded() {
        let told = visits(
            "IE",
            "Foreign Minister Sean Daly concluded a two-day visit to Lebanon on Thursday (28 April).",
        );
        assert_eq!(told, ["Sean Daly -> LB completed 2022-04-27/2022-04-28"]);
    }

    #[test]
    fn a_palace_that_bears_the_name_of_a_town_does_not_lie_there() {
        let told = visits(
            "DE",
            "President Tomasz Wilk of Poland was received by Federal President Hanna Lind at Bellevue Palace today.",
        );
        assert_eq!(told, ["Tomasz Wilk -> DE Bellevue Palace completed 2022-05-04"]);
        let told = visits("AU", "Prime Minister Ann Hale met troops at Lancaster House in London.");
        assert!(told.iter().all(|told| told.contains("GB")), "{told:?}");
    }

    #[test]
    fn a_site_that_nobody_places_lies_where_the_dateline_is() {
        let told = visits(
            "PH",
            "TOKYO, Japan – President Fernando Cruz arrived at Haneda Airport on Wednesday for an official visit.",
        );
        assert!(told.iter().all(|told| told.starts_with("Fernando Cruz -> JP Haneda Airport")), "{told:?}");
        let told = visits("PH", "MANILA – President Fernando Cruz visited the Kawasaki Hall on Wednesday.");
        assert!(told.iter().all(|told| told.starts_with("Fernando Cruz -> PH")), "{told:?}");
    }

    #[test]
    fn a_trip_is_of_whoever_sets_out_on_it() {
        let told = visits(
            "FI",
            "Minister Aino Virta will leave for her third trade mission on Sunday. The trip will include stops in Belgrade and Vienna.",
        );
        assert_eq!(told, ["Aino Virta -> RS Belgrade planned", "Aino Virta -> AT Vienna planned"]);
    }

    #[test]
    fn an_american_state_stands_for_cities_that_nobody_names() {
        let told = visits(
            "CA",
            "Premier Ann Hale’s mission to Arizona begins today. Premier Hale will chair a summit in Scottsdale.",
        );
        assert!(told.iter().all(|told| !told.contains("Arizona")), "{told:?}");
    }

    #[test]
    fn a_town_of_a_land_that_nobody_names_is_at_home() {
        let told = visits(
            "IN",
            "Agartala, 3 May: Minister Ann Hale paid a visit to Dhalai District Hospital in Kulai.",
        );
        assert!(told.iter().all(|told| told.starts_with("Ann Hale -> IN")) && told.len() == 1, "{told:?}");
    }
}
