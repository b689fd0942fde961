//! "While in Pristina", "In Riga, the Minister": places that a visit comes to in passing.

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::lexicon::Tense;
use super::super::modality::{Modality, modality};
use super::super::passage::Passage;
use super::super::place::{is_listed_with, is_of_participle};
use super::before_place::{country_before, is_of_happening};
use super::event_place::takes_place;
use super::{PROGRAMME, add_place, is_in_headline};
use crate::model::{Part, PlaceKind, Status, Visit};

/// Adds to the visits the cities and sites that a text says the visitors are in, country by country.
pub(super) fn add(text: &Annotated<'_>, visits: &mut [Visit]) {
    let passage = &text.passage;
    let has_background = visits.iter().any(|visit| visit.background);
    for sentence in passage.sentences {
        let people = within(&text.people, sentence.clone());
        let places = within(&text.places, sentence.clone());
        if places.is_empty() || passage.in_quote(sentence.start) {
            continue;
        }
        // "The assembly will take place in Geneva" tells where in Switzerland it is attended.
        let is_of_visit = people.is_empty()
            && (speaks_of_visit(passage, sentence) || takes_place(passage, sentence))
            || are_received(passage, sentence);
        let mut end_of_located = None;
        for found in places {
            let is_stop = matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site));
            let start = found.tokens.start;
            // "at State House, Nairobi", "to New Delhi, Bengaluru and Mumbai"
            let is_listed = end_of_located.is_some_and(|end| is_listed_with(passage, end, start));
            let located = is_listed || is_located(passage, start);
            if !is_stop || !located || is_of_participle(passage, start) || is_of_happening(passage, start) {
                continue;
            }
            let here = (passage.part, passage.span(found.tokens.clone()).start);
            if has_background && is_of_one_before(visits, here) {
                continue;
            }
            end_of_located = Some(found.tokens.end);
            // A site whose country nobody names is where the visitors are.
            let country = found.place.country;
            let is_unplaced = country.is_none() && found.place.kind == Some(PlaceKind::Site);
            let near = if is_unplaced { country_before(text, found.tokens.start) } else { country };
            let is_before = is_unplaced && is_told_of_past(text, sentence, found.tokens.start);
            let is_over =
                |visit: &Visit| is_before && visit.status == Some(Status::Planned) && !is_in_headline(visit);
            let is_theirs = |visit: &Visit| {
                !visit.background
                    && !is_over(visit)
                    && (is_of_visit || people.iter().any(|person| visit.visitors.contains(&person.who)))
            };
            let goes_near =
                |visit: &Visit| visit.legs.iter().any(|leg| leg.country.is_some() && leg.country == near);
            let told_before = |visit: &Visit| {
                visit.evidence.iter().map(|told| (told.part, told.start)).filter(|told| *told <= here).max()
            };
            let theirs: Vec<usize> =
                (0..visits.len()).rev().filter(|&index| visits.get(index).is_some_and(is_theirs)).collect();
            let there = theirs.iter().copied().find(|&index| visits.get(index).is_some_and(goes_near));
            let told_last = || {
                let told = theirs.iter().filter_map(|&index| Some((told_before(visits.get(index)?)?, index)));
                told.max().map(|(_, index)| index)
            };
            let last = || told_last().or(theirs.last().copied());
            let there = there.or_else(|| last().filter(|_| is_unplaced));
            let leg = there
                .and_then(|index| visits.get_mut(index)?.legs.iter_mut().find(|leg| leg.country.is_some()));
            if let Some(leg) = leg {
                add_place(leg, &found.place);
            }
        }
    }
}

/// "They were met at the airport by": those who came are there.
fn are_received(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    let verb = sentence.start + 2;
    passage.is(sentence.start, "they")
        && passage.is(sentence.start + 1, "were")
        && passage.is_any(verb, words!["met", "received", "welcomed", "greeted"])
}

/// Whether a place in a text belongs to a visit that the story only looks back at.
fn is_of_one_before(visits: &[Visit], (part, start): (Part, usize)) -> bool {
    let mut looked_back_at = visits.iter().filter(|visit| visit.background).flat_map(|visit| &visit.evidence);
    looked_back_at.any(|told| told.part == part && (told.start..told.end).contains(&start))
}

/// Whether something is in, at or on its way to the place at a token, and does not leave it or go home there.
fn is_located(passage: &Passage<'_>, start: usize) -> bool {
    const SEEN_OFF: usize = 5;
    const COMING_BACK: usize = 8;
    let Some(before) = start.checked_sub(1) else { return false };
    let is_small = passage.is_any(before, words!["the", "a", "an", "downtown", "central"]);
    let before = if is_small { before.saturating_sub(1) } else { before };
    // "Friday, when the King returns to Oslo"
    let goes_home = passage.is(before, "to")
        && before.checked_sub(1).is_some_and(|verb| passage.word(verb).starts_with("return"));
    // "was seen off upon departure at the airport"
    let is_left = (before.saturating_sub(SEEN_OFF)..before)
        .any(|at| passage.is(at, "seen") && passage.is(at + 1, "off"));
    // "briefed the media at the airport upon the President's return"
    let is_back = (start..start + COMING_BACK).any(|at| {
        passage.is_any(at, words!["upon", "on"])
            && (at + 1..at + 5).any(|at| passage.is_any(at, words!["return", "departure"]))
    });
    let leads_there = passage.is_any(before, words!["in", "at", "to", "visited", "toured"]);
    leads_there && !goes_home && !is_left && !is_back
}

/// Whether a sentence begins with the journey: "The agenda includes meetings in Praia", "During the visit".
fn speaks_of_visit(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    const OPENING: usize = 5;
    let mut opening = sentence.start..sentence.end.min(sentence.start + OPENING);
    opening.any(|at| passage.is_any(at, PROGRAMME))
}

/// Whether the verb before a place tells of the past: where one was is no stop of a visit to come.
fn is_told_of_past(text: &Annotated<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let after = text.hooks.partition_point(|hook| hook.tokens.start < at);
    let last = after.checked_sub(1).and_then(|last| text.hooks.get(last));
    last.is_some_and(|hook| {
        hook.tokens.start >= sentence.start
            && hook.trigger.tense == Tense::Past
            && modality(&text.passage, &hook.sentence, hook.tokens.start, hook.trigger.tense)
                == Modality::Past
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn they_who_are_met_are_who_was_told_of_last() {
        let told = visits(
            "KE",
            "President Ivo Novak of Serbia and a delegation arrived in Kenya today. They were met at Jomo Kenyatta International Airport in Nairobi by a welcoming party.",
        );
        assert_eq!(told, ["Ivo Novak -> KE Jomo Kenyatta International Airport Nairobi ongoing 2022-05-04"]);
    }

    #[test]
    fn where_one_was_before_is_no_stop_of_a_visit_to_come() {
        let told = visits(
            "AU",
            "Governor-General Ann Hale will travel to Honiara. Earlier this week Governor-General Hale hosted a reception at Government House.",
        );
        assert_eq!(told, ["Ann Hale -> SB Honiara planned"]);
    }

    #[test]
    fn where_one_is_seen_off_is_no_stop() {
        let told = visits(
            "KE",
            "President Ann Hale left for Dar es Salaam, Tanzania. The President was seen off at Wilson Airport by Deputy President Ivo Otieno.",
        );
        assert_eq!(told, ["Ann Hale -> TZ Dar es Salaam ongoing"]);
    }

    #[test]
    fn where_an_event_takes_place_one_has_gone() {
        let told = visits(
            "FI",
            "Health Minister Aino Virta left for Kenya to attend the Lakes Assembly. The assembly will take place in Kisumu.",
        );
        assert_eq!(told, ["Aino Virta -> KE Kisumu ongoing"]);
    }

    #[test]
    fn where_one_speaks_on_coming_back_is_no_stop() {
        let told = visits(
            "KE",
            "President Ann Hale visited Serbia. Minister Ivo Otieno spoke at Wilson Airport upon President Hale's return.",
        );
        assert_eq!(told, ["Ann Hale -> RS completed"]);
    }

    #[test]
    fn where_one_returns_to_is_no_stop() {
        let told = visits(
            "NO",
            "King Ivo of Norway visited Bergen and Molde. The programme ends on Friday, when King Ivo returns to Oslo.",
        );
        assert!(!told.iter().any(|told| told.contains("Oslo")), "{told:?}");
    }

    #[test]
    fn a_list_of_stops_is_read_to_its_end() {
        let told = visits(
            "MX",
            "Secretary Ann Hale begins a working tour of India, which will take Secretary Hale to New Delhi, Bengaluru and Mumbai.",
        );
        assert!(
            told.iter().any(|told| told.starts_with("Ann Hale -> IN New Delhi Bengaluru Mumbai")),
            "{told:?}"
        );
    }

    #[test]
    fn an_agenda_tells_of_stops_without_the_traveller() {
        let told = visits(
            "PT",
            "Foreign Minister Ana Cruz will visit Cabo Verde. The agenda includes a visit to the school in Praia.",
        );
        assert_eq!(told, ["Ana Cruz -> CV Praia planned"]);
    }
}
