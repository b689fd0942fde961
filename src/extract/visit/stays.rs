//! "While in Pristina", "In Riga, the Minister": places that a visit comes to in passing.

use super::super::annotated::{Annotated, within};
use crate::model::{Leg, Place, PlaceKind, Visit};

/// Adds to the visits the cities and sites that a text says the visitors are in, country by country.
pub(super) fn add(text: &Annotated<'_>, visits: &mut [Visit]) {
    let passage = &text.passage;
    for sentence in &passage.sentences {
        let people = within(&text.people, sentence.clone());
        if passage.in_quote(sentence.start) {
            continue;
        }
        for found in within(&text.places, sentence.clone()) {
            let is_stop = matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site));
            let located = found.tokens.start.checked_sub(1).is_some_and(|before| {
                let is_small = passage.is_any(before, words!["the", "a", "an", "downtown", "central"]);
                let before = if is_small { before.saturating_sub(1) } else { before };
                passage.is_any(before, words!["in", "at", "to", "visited", "toured"])
            });
            if !is_stop || !located {
                continue;
            }
            // A site whose country nobody names is where the visitors are.
            let country = found.place.country;
            let is_unplaced = country.is_none() && found.place.kind == Some(PlaceKind::Site);
            let goes_there = |leg: &Leg| leg.country.is_some() && (is_unplaced || leg.country == country);
            let leg = visits.iter_mut().rev().find_map(|visit| {
                let present = people.iter().any(|person| visit.visitors.contains(&person.who));
                let is_theirs = present && !visit.background;
                visit.legs.iter_mut().find(|leg| is_theirs && goes_there(leg))
            });
            if let Some(leg) = leg {
                add_place(leg, &found.place);
            }
        }
    }
}

fn add_place(leg: &mut Leg, place: &Place) {
    if !leg.places.iter().any(|known| known.name == place.name) {
        leg.places.push(place.clone());
    }
}
