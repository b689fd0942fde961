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
                let before = if passage.is(before, "the") { before.saturating_sub(1) } else { before };
                passage.is_any(before, words!["in", "at", "to", "visited", "toured"])
            });
            if !is_stop || !located {
                continue;
            }
            let visit = visits.iter_mut().find(|visit| {
                let present = people.iter().any(|person| visit.visitors.contains(&person.who));
                present
                    && !visit.background
                    && visit
                        .legs
                        .iter()
                        .any(|leg| leg.country == found.place.country && leg.country.is_some())
            });
            if let Some(leg) =
                visit.and_then(|visit| visit.legs.iter_mut().find(|leg| leg.country == found.place.country))
            {
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
