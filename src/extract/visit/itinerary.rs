//! The visits of a story, put together from what its clauses tell.

use super::account::Account;
use super::{Setting, status};
use crate::model::{Country, Direction, Id, Leg, Participant, Place, PlaceKind, Visit};

/// How many visits back a story may come to speak of one again.
const NEARBY: usize = 128;

/// Adds an account to the visit that it tells more of, or as a visit of its own.
pub(super) fn take(visits: &mut Vec<Visit>, account: Account, setting: Setting<'_>) {
    let Some(stop) = &account.stop else {
        describe(visits, account);
        return;
    };
    let country = stop.leg.country.or_else(|| country_of_site(&stop.leg, &account.visitors, visits, setting));
    let same = |visit: &&mut Visit| {
        visit.background == account.background
            && visit.visitors.iter().any(|who| account.visitors.contains(who))
            && visit.legs.iter().any(|leg| leg.country == country)
    };
    let visit = match visits.iter_mut().rev().take(NEARBY).find(same) {
        Some(visit) => visit,
        None => {
            let mut visit = Visit::new(Id::numbered("visit", 1));
            visit.background = account.background;
            visit.direction = direction(country, &account.visitors, setting);
            visit.legs.push(Leg { country, ..Leg::new() });
            visits.push(visit);
            let Some(visit) = visits.last_mut() else { return };
            visit
        }
    };
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
            if !leg.places.contains(place) {
                leg.places.push(place.clone());
            }
        }
        leg.dates = leg.dates.take().or_else(|| stop.leg.dates.clone());
    }
    visit.dates = visit.dates.take().or(account.dates);
    visit.status = status::better(visit.status.take(), account.status);
    visit.kind = visit.kind.take().or(account.kind);
    visit.days = visit.days.or(account.days);
    visit.purpose = visit.purpose.take().or(account.purpose);
    visit.evidence.push(account.evidence);
}

/// "This is his first official visit": more of the visit that was told of before.
fn describe(visits: &mut [Visit], account: Account) {
    if account.background {
        return;
    }
    let of_visitors = |visit: &&mut Visit| {
        !visit.background
            && (account.visitors.is_empty()
                || visit.visitors.iter().any(|who| account.visitors.contains(who)))
    };
    let Some(visit) = visits.iter_mut().rev().take(NEARBY).find(of_visitors) else { return };
    let has_dates = visit.dates.is_some() || visit.legs.iter().any(|leg| leg.dates.is_some());
    visit.dates = visit.dates.take().or(account.dates.filter(|_| !has_dates));
    visit.kind = visit.kind.take().or(account.kind);
    visit.days = visit.days.or(account.days);
}

/// A city or site whose country nobody names lies where the visitors are, or else in the publisher's.
fn country_of_site(
    leg: &Leg,
    visitors: &[Participant],
    visits: &[Visit],
    setting: Setting<'_>,
) -> Option<Country> {
    let is_local = |place: &Place| matches!(place.kind, Some(PlaceKind::City | PlaceKind::Site));
    if leg.places.is_empty() || !leg.places.iter().all(is_local) {
        return None;
    }
    let known = visits
        .iter()
        .rev()
        .take(NEARBY)
        .find(|visit| !visit.background && visit.visitors.iter().any(|who| visitors.contains(who)));
    known.and_then(|visit| visit.legs.iter().find_map(|leg| leg.country)).or(setting.publisher)
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
