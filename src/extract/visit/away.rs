//! Whether a place is away from where people have their seat.

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::passage::Passage;
use super::super::place::{is_capital_city, is_district};
use super::Setting;
use super::event::is_work_site;
use super::leaving::is_leaving;
use super::stop::Stop;
use crate::model::{Country, Participant, PlaceKind};

/// Whether a country is neither the publisher's nor that of all visitors.
pub(super) fn is_abroad(country: Option<Country>, visitors: &[Participant], setting: Setting<'_>) -> bool {
    country.is_some()
        && country != setting.publisher
        && !visitors.iter().all(|who| setting.country(who) == country)
}

/// Whether an event takes people away from their usual seat: abroad, or to a city that is no capital.
pub(super) fn is_away(
    text: &Annotated<'_>,
    stop: &Stop,
    visitors: &[Participant],
    setting: Setting<'_>,
) -> bool {
    let is_guest = stop.leg.country.is_some()
        && stop.leg.country == setting.publisher
        && !visitors.is_empty()
        && visitors.iter().all(|who| setting.is_foreign(who));
    is_guest
        || is_abroad(stop.leg.country, visitors, setting)
        || within(&text.places, stop.tokens.clone()).iter().any(|found| match found.place.kind {
            Some(PlaceKind::City) => !is_capital_city(&text.passage, found.tokens.start),
            Some(PlaceKind::Region) if found.place.country.is_some() => {
                found.place.country == setting.publisher
            }
            _ => is_district(&found.place) && stop.leg.country.is_none_or(|to| Some(to) == setting.publisher),
        })
        || is_work_site(stop) && stop.leg.country.is_none_or(|to| Some(to) == setting.publisher)
}

/// "returned to Canberra": the way home is no visit.
pub(super) fn is_homecoming(
    passage: &Passage<'_>,
    hook: &Hook,
    stop: &Stop,
    visitors: &[Participant],
    setting: Setting<'_>,
) -> bool {
    let is_return = |at: usize| passage.word(at).to_ascii_lowercase().starts_with("return");
    // "flew back to Helsinki"
    let returns = is_return(hook.tokens.start)
        || hook.tokens.start.checked_sub(1).is_some_and(is_return)
        || (hook.tokens.start + 1..hook.tokens.end + 1).any(|at| passage.is_any(at, words!["back", "home"]));
    // "will leave for Helsinki": the seat of the government, where they live.
    let leaves = is_leaving(passage, hook);
    let is_seat = || {
        let is_theirs = stop.leg.country.is_some()
            && !visitors.is_empty()
            && visitors.iter().all(|who| setting.country(who).or(setting.publisher) == stop.leg.country);
        is_theirs && is_capital_city(passage, stop.tokens.start)
    };
    returns && !is_abroad(stop.leg.country, visitors, setting) || leaves && is_seat()
}
