//! Lists of places, of which the lexicon may not know each: "visited Kemi, Tornio and the Oulu steelworks".

use std::borrow::Cow;

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::lexicon::Class;
use super::super::place::{is_unknown, may_be_named};
use super::super::token::TokenKind;
use super::super::words::Words;
use super::add_place;
use super::after_place::{AFTER_PLACE, may_end_before};
use super::stop::{Stop, continues};
use crate::model::{Country, Part, Place, PlaceKind};

/// Places with those between them and after them that only the list tells.
pub(super) fn complete<'p>(text: &Annotated<'_>, places: &'p [FoundPlace]) -> Cow<'p, [FoundPlace]> {
    let Some((first, rest)) = places.split_first() else { return Cow::Borrowed(places) };
    let list = rest_of_list(text, first.tokens.end, first.place.country, rest);
    if !list.iter().any(|found| is_new(found, rest)) {
        return Cow::Borrowed(places);
    }
    Cow::Owned(std::iter::once(first.clone()).chain(list).collect())
}

/// Adds to a stop that the lexicon does not know what its list goes on to.
pub(super) fn go_on(text: &Annotated<'_>, mut stop: Stop, end: usize) -> Stop {
    let known = within(&text.places, stop.tokens.end..end);
    for found in rest_of_list(text, stop.tokens.end, None, known) {
        let country = found.place.country;
        if country.is_some() && stop.leg.country.is_some() && country != stop.leg.country {
            break;
        }
        stop.leg.country = stop.leg.country.or(country);
        if !matches!(found.place.kind, Some(PlaceKind::Country)) {
            add_place(&mut stop.leg, &found.place);
        }
        stop.tokens.end = found.tokens.end;
    }
    stop
}

/// Whether a list of places goes on after the first: "Tornio, Pello and Kolari".
pub(super) fn is_list(text: &Annotated<'_>, end: usize) -> bool {
    let known = within(&text.places, end..end + MOST_OF_SENTENCE);
    rest_of_list(text, end, None, known).len() > 1
}

/// How far a list may go on, in tokens.
const MOST_OF_SENTENCE: usize = 120;

/// Whether a place is none of those that the lexicon knows.
fn is_new(found: &FoundPlace, known: &[FoundPlace]) -> bool {
    within(known, found.tokens.clone()).first().is_none_or(|place| place.tokens != found.tokens)
}

/// What a list goes on to after one of its places. A list ends in "and".
fn rest_of_list(
    text: &Annotated<'_>,
    from: usize,
    country: Option<Country>,
    known: &[FoundPlace],
) -> Vec<FoundPlace> {
    /// How many places are read of one list.
    const MOST: usize = 24;
    let passage = &text.passage;
    let mut list: Vec<FoundPlace> = Vec::new();
    if passage.shouts || passage.part == Part::Headline {
        return list;
    }
    let mut ends = 0;
    let (mut at, mut country) = (from, country);
    let mut known = known.iter().peekable();
    while list.len() < MOST {
        while known.next_if(|place| place.tokens.start < at).is_some() {}
        let after = at + usize::from(passage.is_mark(at, ','));
        let is_last = passage.is(after, "and");
        let next = after + usize::from(is_last);
        match known.peek().filter(|place| continues(passage, at, place.tokens.start)) {
            Some(place) => {
                let is_last = is_last || (at..place.tokens.start).any(|at| passage.is(at, "and"));
                at = place.tokens.end;
                country = place.place.country.or(country);
                list.push((*place).clone());
                ends = if is_last { list.len() } else { ends };
            }
            None if next > at => {
                let Some(mut found) = unknown_at(text, next) else { break };
                at = found.tokens.end;
                found.place.country = country;
                list.push(found);
                ends = if is_last { list.len() } else { ends };
            }
            None => break,
        }
    }
    list.truncate(ends);
    list
}

/// A name in capitals where a list goes on: "Tornio", "the Kemi Sawmill", "the Tornio steelworks".
fn unknown_at(text: &Annotated<'_>, at: usize) -> Option<FoundPlace> {
    const MOST: usize = 6;
    const MOST_NOUNS: usize = 2;
    let passage = &text.passage;
    let article = passage.is(at, "the");
    let start = at + usize::from(article);
    let name = start..start + (start..start + MOST).take_while(|&at| may_be_named(passage, at)).count();
    let is_noun = |&at: &usize| {
        passage.kind(at) == TokenKind::Lower
            && !passage.is_any(at, AFTER_PLACE)
            && !passage.is(at, "and")
            && !passage.is_any(at, GOING_ON)
            && !passage.has(at, Class::People)
            && !passage.has(at, Class::Trigger)
            && !passage.has(at, Class::Role)
    };
    let nouns = if article { (name.end..name.end + MOST_NOUNS).take_while(is_noun).count() } else { 0 };
    let tokens = start..name.end + nouns;
    let is_town = name.clone().all(|at| is_unknown(passage, at));
    let fits = !name.is_empty()
        && (is_town || name.clone().any(|at| is_unknown(passage, at)) && name.len() > 1)
        && (!article || nouns > 0 || name.len() > 1)
        && passage.word(start).len() > 2
        && within(&text.people, name).is_empty()
        && (passage.is(tokens.end, "and") || may_end_before(text, tokens.end));
    fits.then(|| {
        let kind = if is_town && !article { PlaceKind::City } else { PlaceKind::Site };
        FoundPlace { place: Place::new(passage.on_one_line(tokens.clone())).with_kind(kind), tokens }
    })
}

/// Words that go on about somebody or something: no place of a list ends before them.
const GOING_ON: &Words =
    words!["who", "which", "will", "is", "are", "was", "were", "has", "have", "had", "as"];

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_list_of_places_may_name_some_that_nobody_knows() {
        let told = visits("FI", "Education Minister Aino Virta visited schools in Kemi, Ulvinsalo and Oulu.");
        assert_eq!(told, ["Aino Virta -> FI Kemi Ulvinsalo Oulu completed"]);
        let told = visits("FI", "Education Minister Aino Virta visited Ulvinsalo, Pellonpaa and Red Hill.");
        assert_eq!(told, ["Aino Virta -> FI Ulvinsalo Pellonpaa Red Hill completed"]);
        let told =
            visits("FI", "Education Minister Aino Virta travelled to Ulvinsalo, Pellonpaa and Oulu today.");
        assert_eq!(told, ["Aino Virta -> FI Ulvinsalo Pellonpaa Oulu completed 2022-05-04"]);
        let told = visits(
            "FI",
            "Education Minister Aino Virta toured the Oulu University Hospital, the Ulvinsalo steelworks and Kemi Library.",
        );
        assert!(told.iter().any(|told| told.contains("Ulvinsalo steelworks")), "{told:?}");
    }

    #[test]
    fn what_follows_a_place_and_ends_no_list_is_no_place() {
        for text in [
            "Education Minister Aino Virta visited schools in Kemi, Ulvinsalo said.",
            "Education Minister Aino Virta visited schools in Kemi and Ulvinsalo was pleased.",
        ] {
            assert!(!visits("FI", text).iter().any(|told| told.contains("Ulvinsalo")), "{text}");
        }
    }

    #[test]
    fn what_all_places_of_a_list_are_is_of_none_of_them() {
        for kind in ["Islands", "counties"] {
            let told = visits(
                "KE",
                &format!("President Ann Hale visited Ulvinsa, Pellonpa, and Tuorla {kind} on Monday."),
            );
            assert_eq!(told, ["Ann Hale -> KE Ulvinsa Pellonpa Tuorla completed 2022-05-02"], "{kind}");
        }
    }
}
