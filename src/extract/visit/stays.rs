//! "While in Pristina", "In Riga, the Minister": places that a visit comes to in passing.

use super::super::annotated::{Annotated, within};
use super::destination::country_before;
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
            let near = if is_unplaced { country_before(text, found.tokens.start) } else { country };
            let mut theirs: Vec<&mut Leg> = visits
                .iter_mut()
                .rev()
                .filter(|visit| !visit.background)
                .filter(|visit| people.iter().any(|person| visit.visitors.contains(&person.who)))
                .filter_map(|visit| visit.legs.iter_mut().find(|leg| leg.country.is_some()))
                .collect();
            let there = theirs.iter().position(|leg| leg.country == near);
            let there = there.or_else(|| (is_unplaced && !theirs.is_empty()).then_some(0));
            if let Some(leg) = there.and_then(|index| theirs.get_mut(index)) {
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
