//! States, counties and provinces: "Kajiado County", "Atlanta, Georgia".

use std::ops::Range;

use super::super::annotated::FoundPlace;
use super::super::date::is_calendar_word;
use super::super::features::Features;
use super::super::lexicon::{self, Class};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::city::country_beside;
use super::place_of;
use super::unknown_name::is_unknown;
use crate::model::{Country, Place, PlaceKind};

/// Whether a name after the comma of a city is that of its state, which a country shares: "Atlanta, Georgia".
pub(super) fn is_state_of_city(passage: &Passage<'_>, city: &FoundPlace, at: usize) -> bool {
    let state = || passage.longest(at, Class::Region).and_then(|state| lexicon::country(state.entry.country));
    city.tokens.end + 1 == at
        && passage.is_mark(city.tokens.end, ',')
        && city.place.kind == Some(PlaceKind::City)
        && passage.has(at, Class::Country)
        && city.place.country.is_some_and(|country| state() == Some(country))
}

/// What the names of districts end in.
const DISTRICTS: &Words = words![
    "county", "province", "district", "governorate", "oblast", "prefecture", "region", "emirate", "canton",
    "voivodeship", "atoll", "archipelago", "peninsula", "municipality", "department", "island", "parish",
    "constituency", "woreda", "upazila", "tehsil", "barangay", "sub-county", "subcounty",
];

/// Whether the name of a place says that it is a district of some country: "Kajiado County".
pub(in crate::extract) fn is_district(place: &Place) -> bool {
    let last = place.name.split_whitespace().next_back().unwrap_or_default();
    // "the Indo-Pacific region" is of many countries.
    let is_of_world = place.country.is_none() && last == "region";
    place.kind == Some(PlaceKind::Region) && DISTRICTS.hold(last) && !is_of_world
}

/// Those of them that may stand in small letters behind a name that the lexicon does not know: "Ulvaro district".
const SMALL_DISTRICTS: &Words = words![
    "county", "province", "district", "governorate", "oblast", "prefecture", "canton", "voivodeship",
    "atoll", "municipality", "parish", "constituency", "woreda", "upazila", "tehsil", "barangay",
];

/// What alone tells no district from another.
const DIRECTIONS: &Words = words![
    "central", "east", "eastern", "north", "northern", "south", "southern", "west", "western", "upper",
    "lower",
];

/// "Kajiado County", "Helmand Province": capitals that end in the noun of a region.
pub(super) fn region_at(passage: &Passage<'_>, at: usize, publisher: Option<Country>) -> Option<FoundPlace> {
    const MOST: usize = 3;
    // Most capitals stand alone.
    let joins = passage.kind(at + 1).is_capital() || passage.is_hyphen(at + 1);
    if passage.shouts || !joins {
        return small_district_at(passage, at).filter(|_| !passage.shouts);
    }
    let is_name = |at: usize| passage.kind(at).is_capital() || passage.is_hyphen(at);
    let len = (at..at + MOST + 1).take_while(|&at| is_name(at)).count();
    let noun = (at + 1..at + len).find(|&next| passage.is_any(next, DISTRICTS))?;
    // "the State Department", "Region Commander" and "Northern Territory Police" are no places.
    let is_plain = |at: usize| {
        !passage.has(at, Class::Role)
            && !passage.has(at, Class::Portfolio)
            && !passage.has(at, Class::Honorific)
            && !passage.has(at, Class::Rank)
            && !passage.has(at, Class::Common)
    };
    let is_body = passage.longest(at, Class::Organisation).is_some_and(|body| body.len > noun - at);
    // "toured Humphreys County │ Wednesday"
    let ends = !passage.kind(noun + 1).is_capital() || is_calendar_word(passage, noun + 1);
    if is_body || !ends || !(at..noun).all(is_plain) {
        return None;
    }
    let known =
        (at..noun).find_map(|at| passage.longest(at, Class::Region).or(passage.foremost(at, Class::City)));
    // "the Indo-Pacific region" is of many countries.
    if known.is_some_and(|known| known.is(Class::Region) && lexicon::country(known.entry.country).is_none()) {
        return None;
    }
    let country = known.and_then(|known| lexicon::country(known.entry.country));
    let country = country_of(passage, at..noun + 1, country, publisher);
    Some(place_of(passage, at..noun + 1, PlaceKind::Region, country))
}

/// "Ulvaro district": a name of one word that the lexicon does not know, with the noun in small letters.
fn small_district_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
    const WHOSE: Features =
        Features::classes(&[Class::Role, Class::People, Class::Organisation, Class::Thing, Class::Honorific]);
    let noun = at + 1;
    let is_district = passage.kind(noun) == TokenKind::Lower
        && passage.is_any(noun, SMALL_DISTRICTS)
        && is_unknown(passage, at);
    // "the Ulvaro district commissioner", "the Ulvaro county hall"
    let goes_on = passage.kind(noun + 1) == TokenKind::Lower && passage.has_any(noun + 1, WHOSE);
    (is_district && !goes_on).then(|| place_of(passage, at..noun + 1, PlaceKind::Region, None))
}

/// The country of a district, of which the lexicon knows one or none: the one that is named beside it first, "the Northern
/// Province of Rwanda".
pub(super) fn country_of(
    passage: &Passage<'_>,
    tokens: Range<usize>,
    known: Option<Country>,
    publisher: Option<Country>,
) -> Option<Country> {
    let Range { start, end } = tokens;
    let of = passage.longest(end + 1, Class::Country).filter(|_| passage.is(end, "of"));
    let named = of.and_then(|land| lexicon::country(land.entry.country));
    let is_of_direction = || {
        end > start + 1
            && passage.is_any(end - 1, DISTRICTS)
            && (start..end - 1).all(|at| passage.is_any(at, DIRECTIONS))
    };
    match named.or_else(|| country_beside(passage, end)) {
        Some(named) => Some(named),
        // There is a Northern Province in many countries.
        None if is_of_direction() => {
            known.filter(|&known| names(passage, start, known)).or(publisher).or(known)
        }
        None => known,
    }
}

/// Whether a country is named not far before a token: "is on a visit to Sri Lanka and toured the Northern Province".
fn names(passage: &Passage<'_>, at: usize, country: Country) -> bool {
    const REACH: usize = 60;
    (at.saturating_sub(REACH)..at).any(|near| {
        let found = passage.longest(near, Class::Country);
        found.is_some_and(|found| lexicon::country(found.entry.country) == Some(country))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_region_of_the_world_is_no_district_of_the_publisher() {
        let told = visits(
            "US",
            "Secretary Ann Hale will make a trip to the Indo-Pacific region. She will visit Tokyo.",
        );
        assert_eq!(told, ["Ann Hale -> JP Tokyo planned"]);
    }

    #[test]
    fn a_province_of_a_direction_is_in_the_country_that_is_named() {
        let told = visits("FI", "Foreign Minister Ann Hale will visit the Northern Province of Rwanda.");
        assert_eq!(told, ["Ann Hale -> RW Northern Province planned"]);
        let told = visits("ZM", "Health Minister Ann Hale will visit Eastern Province.");
        assert_eq!(told, ["Ann Hale -> ZM Eastern Province planned"]);
        let text = "Foreign Minister Ivo Novak of Serbia is on a visit to Sri Lanka. He toured the Northern Province.";
        let told = visits("QA", text);
        assert_eq!(told, ["Ivo Novak -> LK Northern Province ongoing"]);
        let told = visits("FI", "Foreign Minister Ann Hale will visit Helmand Province.");
        assert_eq!(told, ["Ann Hale -> AF Helmand Province planned"]);
    }

    #[test]
    fn a_state_may_share_its_name_with_a_country() {
        let told = visits("US", "President Ann Hale will visit Atlanta, Georgia.");
        assert_eq!(told, ["Ann Hale -> US Atlanta planned"]);
        let told = visits("US", "President Ann Hale will visit Savannah, Georgia.");
        assert_eq!(told, ["Ann Hale -> US Savannah planned"]);
        let told = visits("US", "President Ann Hale will visit Tbilisi, Georgia.");
        assert_eq!(told, ["Ann Hale -> GE Tbilisi planned"]);
    }
}
