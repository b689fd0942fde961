//! Visits as those who receive the visitors tell of them: "welcomed X to A", "hosted a dinner for X".

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::clause::{Hook, clause_end, is_passive, subject};
use super::super::delegation::is_delegation;
use super::super::lexicon::{self, Class};
use super::super::meeting::{after_adjuncts, guest};
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::journey::Journey;
use super::stop::Stop;
use super::{Setting, scene, unknown_town};
use crate::model::{Country, Leg, Participant};

/// "welcomed X to A", "will host X in A", "X was received by Y in A".
pub(super) fn reception(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let doers = participants(subject(text, &hook.sentence, hook.tokens.start));
    let list = |from: usize| -> Vec<Participant> {
        listed(text, from, hook.sentence.end.min(end.max(from))).into_iter().map(|(_, who)| who).collect()
    };
    let ceremony = ceremony_for(passage, hook);
    let (visitors, hosts) = if let Some(guest) = ceremony {
        (list(guest), Vec::new())
    } else if is_passive(passage, hook) {
        let by = (hook.tokens.end..end).find(|&at| passage.is(at, "by"));
        (doers, by.map(|by| list(by + 1)).unwrap_or_default())
    } else {
        (list(after_adjuncts(text, hook.tokens.end, hook.sentence.end)), doers)
    };
    let led = led_delegation(passage, hook);
    let visitors = match &led {
        Some(led) if visitors.iter().all(|who| who.id().is_none()) => {
            listed(text, led.end, hook.sentence.end).into_iter().map(|(_, who)| who).collect()
        }
        _ => visitors,
    };
    let visitors = if visitors.is_empty() { honoured(text, hook, end, setting) } else { visitors };
    let mut stops = scene::of_welcome(text, hook, end);
    if stops.is_empty() && is_passive(passage, hook) {
        stops = scene::of_arrival(text, hook);
    }
    // "a delegation from Serbia headed by President A"
    let of_abroad = led.and_then(|led| country_named(passage, led));
    let is_of_abroad = of_abroad.is_some() && of_abroad != setting.publisher;
    let comes = |guest: &Participant| {
        (setting.is_foreign(guest) || is_of_abroad && guest.id().is_some()) && !setting.is_resident(guest)
    };
    // "greeted by hundreds of well-wishers" does not tell where.
    let may_be_here = hosts.is_empty() || hosts.iter().any(|host| host.id().is_some());
    let are_at_home = may_be_here && hosts.iter().all(|host| !setting.is_foreign(host));
    if stops.is_empty() && visitors.iter().any(comes) && are_at_home {
        let mut here = setting.publisher.map(|country| Stop::new(Leg::to(country), hook.tokens.clone()));
        // "received him at her ranch in a town that nobody knows"
        if let (Some(here), Some(town)) = (&mut here, unknown_town::town_of_event(text, hook)) {
            here.leg.places = town.leg.places;
        }
        stops.extend(here);
    }
    // A guest at home receives nobody: "welcomed the Minister to Kyiv" tells of a visit there by another.
    stops.retain(|stop| {
        stop.leg.country.is_none() || visitors.iter().any(|guest| setting.country(guest) != stop.leg.country)
    });
    Journey { visitors, hosts, stops }
}

/// "was met at the airport by", "was met on arrival by": whoever comes is received.
pub(super) fn is_met_on_arrival(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 12;
    let mut near = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let arrival = near.find(|&at| passage.is_any(at, words!["airport", "arrival", "airbase", "station"]));
    is_passive(passage, hook)
        && passage.is_any(hook.tokens.end, words!["at", "on", "upon"])
        && arrival.is_some_and(|at| (at + 1..at + REACH).any(|at| passage.is(at, "by")))
}

/// Whom "a welcoming ceremony for President A" is for.
fn ceremony_for(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    let at = hook.tokens.end;
    if !passage.is(at, "ceremony")
        || !passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("welcom")
    {
        return None;
    }
    let of = at + 2 + 1;
    let is_honour = passage.is(at + 1, "in") && passage.is_any(at + 2, words!["honour", "honor"]);
    if passage.is(at + 1, "for") {
        Some(at + 2)
    } else {
        (is_honour && passage.is(of, "of")).then_some(of + 1)
    }
}

/// From behind the verb to where the leader of "received │ a delegation of the Senate, led by │ its Speaker, A" stands.
fn led_delegation(passage: &Passage<'_>, hook: &Hook) -> Option<Range<usize>> {
    const REACH: usize = 16;
    let start = hook.tokens.end;
    let end = hook.sentence.end.min(start + 2 * REACH);
    let mut groups = start..end.min(start + REACH);
    let group = groups.find(|&at| is_delegation(passage, at)).filter(|_| !is_passive(passage, hook))?;
    let mut after = group..end.min(group + REACH);
    let led = after.find(|&at| passage.is_any(at, words!["led", "headed"]) && passage.is(at + 1, "by"))?;
    Some(start..led + 2)
}

/// The country that some words name first.
fn country_named(passage: &Passage<'_>, mut tokens: Range<usize>) -> Option<Country> {
    let named = tokens.find_map(|at| passage.longest_of(at, &[Class::Demonym, Class::Country]))?;
    lexicon::country(named.entry.country)
}

/// Those from abroad for whom a meal is given: "hosted a dinner for President A". An ambassador lives there.
fn honoured(text: &Annotated<'_>, hook: &Hook, end: usize, setting: Setting<'_>) -> Vec<Participant> {
    let guests = guest::of_honour(text, hook, end).unwrap_or_default().into_iter().map(|(_, who)| who);
    guests.filter(|who| setting.is_foreign(who) && !setting.is_resident(who)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn for_whom_a_dinner_is_given_has_come() {
        let told = visits(
            "FI",
            "Prime Minister Aino Virta hosted a dinner for President Ivo Novak of Serbia in Turku.",
        );
        assert_eq!(told, ["Ivo Novak -> FI Turku completed"]);
        let told =
            visits("FI", "Prime Minister Aino Virta hosted a dinner for the Ambassador of Japan, Kenji Ota.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn guests_are_who_is_met_on_arrival_honoured_or_leads() {
        for text in [
            "Serbian President Ivo Novak was met at the airport by Prime Minister Aino Virta.",
            "A welcoming ceremony for Serbian President Ivo Novak was held.",
            "Prime Minister Aino Virta received a delegation from Serbia headed by President Ivo Novak.",
            "Prime Minister Aino Virta received a delegation of the Parliament of Serbia, led by its Speaker, Ivo Novak.",
        ] {
            assert_eq!(visits("FI", text), ["Ivo Novak -> FI completed"], "{text}");
        }
        for none in [
            "The proposal of Serbian President Ivo Novak was met by Prime Minister Aino Virta with doubt.",
            "Prime Minister Aino Virta received a report headed by a quotation of President Ivo Novak.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn an_ambassador_who_is_received_lives_there() {
        let told = visits("FI", "President Aino Virta received the Ambassador of Japan, Kenji Ota, today.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn where_guests_are_received_may_be_told_before_it_or_be_unknown() {
        let told = visits(
            "FI",
            "Upon her arrival in Moscow, Prime Minister Aino Virta was received by Minister Ivan Orlov of Russia.",
        );
        assert_eq!(told, ["Aino Virta -> RU Moscow completed"]);
        let told = visits(
            "FI",
            "President Aino Virta received President Ivo Novak of Serbia at her ranch in Ulvinsalo.",
        );
        assert_eq!(told, ["Ivo Novak -> FI Ulvinsalo completed"]);
    }

    #[test]
    fn a_crowd_does_not_tell_where_somebody_is_received() {
        let told = visits(
            "NP",
            "President Ivo Novak of Serbia ended his visit to Kenya after being greeted by hundreds of students.",
        );
        assert!(told.iter().all(|told| told.contains("-> KE")), "{told:?}");
    }

    #[test]
    fn the_guest_of_a_working_visit_is_who_was_received() {
        let told = visits(
            "CH",
            "President Ann Berg received Foreign Minister Jan Kos of Slovenia for a working visit in Bern.",
        );
        assert_eq!(told, ["Jan Kos -> CH Bern completed"]);
    }
}
