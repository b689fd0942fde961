//! Visits as those who receive the visitors tell of them: "welcomed X to A", "hosted a dinner for X".

use super::super::annotated::Annotated;
use super::super::clause::{Hook, clause_end, is_passive, subject};
use super::super::meeting::{after_adjuncts, guest};
use super::super::participants::{listed, participants};
use super::journey::Journey;
use super::stop::Stop;
use super::{Setting, scene, unknown_town};
use crate::model::{Leg, Participant};

/// "welcomed X to A", "will host X in A", "X was received by Y in A".
pub(super) fn reception(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let doers = participants(subject(text, &hook.sentence, hook.tokens.start));
    let list = |from: usize| -> Vec<Participant> {
        listed(text, from, hook.sentence.end.min(end.max(from))).into_iter().map(|(_, who)| who).collect()
    };
    let (visitors, hosts) = if is_passive(passage, hook) {
        let by = (hook.tokens.end..end).find(|&at| passage.is(at, "by"));
        (doers, by.map(|by| list(by + 1)).unwrap_or_default())
    } else {
        (list(after_adjuncts(text, hook.tokens.end, hook.sentence.end)), doers)
    };
    let visitors = if visitors.is_empty() { honoured(text, hook, end, setting) } else { visitors };
    let mut stops = scene::of_welcome(text, hook, end);
    if stops.is_empty() && is_passive(passage, hook) {
        stops = scene::of_arrival(text, hook);
    }
    let comes = |guest: &Participant| setting.is_foreign(guest) && !setting.is_resident(guest);
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
