//! Those from abroad whom somebody meets at home: "met Foreign Secretary A of Britain in Washington".

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, clause_end, subject};
use super::super::lexicon::Tense;
use super::super::participants::{listed, participants};
use super::Setting;
use super::journey::Journey;
use super::scene;
use super::stop::Stop;
use crate::model::{Part, Participant, Place, PlaceKind};

/// The journey of those who are met in a city or at a site of the publisher's country, if whoever meets them is at home there.
///
/// Ambassadors live there, and who lives nobody knows where may do so, too.
pub(super) fn of_meeting(
    text: &Annotated<'_>,
    hook: &Hook,
    stops: &[Stop],
    setting: Setting<'_>,
) -> Option<Journey> {
    let passage = &text.passage;
    let [stop] = stops else { return None };
    let is_home = stop.leg.country.is_some() && stop.leg.country == setting.publisher;
    let is_local = |place: &Place| matches!(place.kind, Some(PlaceKind::City | PlaceKind::Site));
    if !is_home || !stop.leg.places.iter().any(is_local) || passage.part == Part::Headline {
        return None;
    }
    let is_guest = |who: &Participant| setting.is_foreign(who) && !setting.is_resident(who);
    let (guests, hosts): (Vec<Participant>, Vec<Participant>) =
        sides(text, hook).into_iter().partition(is_guest);
    let are_hosts = !hosts.is_empty() && hosts.iter().all(|host| !setting.is_foreign(host));
    (!guests.is_empty() && are_hosts).then(|| Journey { visitors: guests, hosts, stops: stops.to_vec() })
}

/// The journey of those who meet somebody where that somebody serves and they do not: "The Director-General met the Russian
/// Foreign Minister in Moscow", of which nobody knows the publisher's country.
pub(super) fn of_somebody_at_home(
    text: &Annotated<'_>,
    hook: &Hook,
    setting: Setting<'_>,
) -> Option<Journey> {
    let stops = scene::of_event(text, hook);
    let [stop] = stops.as_slice() else { return None };
    let is_in_city = stop.leg.places.iter().any(|place| place.kind == Some(PlaceKind::City));
    let serves = |who: &Participant| stop.leg.country.is_some() && setting.country(who) == stop.leg.country;
    let end = clause_end(&text.passage, &hook.sentence, hook.tokens.end);
    let met = within(&text.people, hook.tokens.end..end).iter().filter(|person| !person.possessive);
    let hosts: Vec<Participant> = met.map(|person| person.who.clone()).collect();
    let visitors = participants(subject(text, &hook.sentence, hook.tokens.start));
    let are_at_home = !hosts.is_empty() && hosts.iter().all(serves);
    let come = !visitors.is_empty() && !visitors.iter().any(serves);
    (is_in_city && are_at_home && come).then_some(Journey { visitors, hosts, stops })
}

/// All who meet: the subject of a verb and its objects; of talks those between whom they are.
fn sides(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let mut between = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + 24);
    if let Some(between) = between.find(|&at| passage.is(at, "between"))
        && hook.trigger.tense == Tense::Noun
    {
        return listed(text, between + 1, hook.sentence.end).into_iter().map(|(_, who)| who).collect();
    }
    let met = within(&text.people, hook.tokens.end..end).iter().filter(|person| !person.possessive);
    let mut sides = participants(subject(text, &hook.sentence, hook.tokens.start));
    sides.extend(met.map(|person| person.who.clone()));
    sides
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_is_met_by_somebody_at_home_has_come() {
        for text in [
            "Foreign Minister Aino Virta met with Czech Foreign Minister Ivo Novak today in Turku.",
            "Talks between Foreign Minister Aino Virta and Czech Foreign Minister Ivo Novak were held in Turku today.",
            "Foreign Minister Aino Virta and Czech Foreign Minister Ivo Novak met in Turku today.",
        ] {
            assert_eq!(visits("FI", text), ["Ivo Novak -> FI Turku completed 2022-05-04"], "{text}");
        }
        let told =
            visits("FI", "Foreign Minister Aino Virta met with Czech Ambassador Ivo Novak in Helsinki.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn who_meets_at_home_is_no_visitor() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta and Czech Foreign Minister Ivo Novak met in Prague today.",
        );
        assert_eq!(told, ["Aino Virta -> CZ Prague completed 2022-05-04"]);
        let told = visits("FI", "Prime Minister Novak and I met last night in Prague.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn a_delegation_that_is_welcomed_is_of_the_guest() {
        let told = visits(
            "FI",
            "Prime Minister Aino Virta warmly welcomed President Ivo Novak of Serbia and his delegation to Finland.",
        );
        assert_eq!(told, ["Ivo Novak -> FI completed"]);
    }
}
