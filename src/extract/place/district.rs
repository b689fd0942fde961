//! States, counties and provinces: "Kajiado County", "Atlanta, Georgia".

use std::ops::Range;

use super::super::annotated::FoundPlace;
use super::super::date::is_calendar_word;
use super::super::features::{Features, Topic, Topics};
use super::super::lexicon::{self, Class};
use super::super::passage::{Match, Passage};
use super::super::token::TokenKind;
use super::super::words::Words;
use super::city::{SIZE_OF_REGION, country_beside};
use super::unknown_name::is_unknown;
use super::{may_be_named, place_of};
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
    "central", "east", "eastern", "north", "northeastern", "northern", "northwestern", "south",
    "southeastern", "southern", "southwestern", "west", "western", "upper", "lower",
];

/// "Kajiado County", "Helmand Province": capitals that end in the noun of a region.
pub(super) fn region_at(passage: &Passage<'_>, at: usize, publisher: Option<Country>) -> Option<FoundPlace> {
    const MOST: usize = 3;
    if passage.shouts {
        return None;
    }
    // Most capitals stand alone.
    if !passage.kind(at + 1).is_capital() && !passage.is_hyphen(at + 1) {
        return small_district_at(passage, at);
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
    // Many states have a South Island.
    let is_anywhere = passage.is(noun, "island") && (at..noun).all(|at| passage.is_any(at, DIRECTIONS));
    // "toured Humphreys County │ Wednesday"
    let ends = !passage.kind(noun + 1).is_capital() || is_calendar_word(passage, noun + 1);
    if is_body || is_anywhere || !ends || !(at..noun).all(is_plain) {
        return None;
    }
    let known =
        (at..noun).find_map(|at| passage.longest(at, Class::Region).or(passage.foremost(at, Class::City)));
    // "the Indo-Pacific region" is of many countries.
    if known.is_some_and(|known| known.is(Class::Region) && lexicon::country(known.entry.country).is_none()) {
        return None;
    }
    // "Savannah Region" is none of a town across the ocean, if nobody speaks of its country.
    let is_of_town = |known: &Match| {
        let country = lexicon::country(known.entry.country);
        known.is(Class::City)
            && known.entry.value < SIZE_OF_REGION
            && publisher.is_some()
            && country.is_some_and(|country| Some(country) != publisher && !names(passage, at, country))
    };
    let country = match known {
        Some(known) if is_of_town(&known) => publisher,
        known => known.and_then(|known| lexicon::country(known.entry.country)),
    };
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

/// What the names of several districts end in together.
const SEVERAL: &Words = words![
    "atolls", "cantons", "cities", "counties", "districts", "governorates", "islands", "municipalities",
    "oblasts", "parishes", "prefectures", "provinces", "regions", "towns", "villages",
];

/// The words by which lists of districts are found.
pub(in crate::extract) const fn topics(topics: &mut Topics) {
    topics.add_all(Topic::Districts, SEVERAL);
}

/// The districts of a list that one noun ends: "the Lapland and Kainuu regions", "Northern, Upper East and Upper West
/// Regions"; and the token after the noun.
pub(super) fn listed_at(
    passage: &Passage<'_>,
    at: usize,
    publisher: Option<Country>,
) -> Option<(Vec<FoundPlace>, usize)> {
    const MOST_WORDS: usize = 3;
    const MOST: usize = 12;
    if passage.shouts || !passage.has_beside(at, Features::topic(Topic::Districts)) {
        return None;
    }
    let is_name = |at: usize| {
        (may_be_named(passage, at) || passage.is_hyphen(at) || passage.is_any(at, DIRECTIONS))
            && !passage.is_any(at, SEVERAL)
    };
    let mut names = Vec::new();
    let (mut next, mut is_last) = (at, false);
    while names.len() < MOST {
        let end = next + (next..next + MOST_WORDS).take_while(|&at| is_name(at)).count();
        if end == next || !passage.kind(next).is_capital() {
            return None;
        }
        names.push(next..end);
        if is_last {
            next = end;
            break;
        }
        let comma = end + usize::from(passage.is_mark(end, ','));
        is_last = passage.is_any(comma, words!["and", "&"]);
        next = comma + usize::from(is_last);
        if next == end {
            return None;
        }
    }
    if !is_last || !passage.is_any(next, SEVERAL) {
        return None;
    }
    let districts = names.into_iter().map(|name| {
        let known = passage.longest(name.start, Class::Region).or(passage.foremost(name.start, Class::City));
        let known = known.filter(|known| known.len == name.len());
        let country = known.and_then(|known| lexicon::country(known.entry.country));
        let is_of_world = known.is_some_and(|known| known.is(Class::Region) && country.is_none());
        let is_direction = name.clone().all(|at| passage.is_any(at, DIRECTIONS) || passage.is_hyphen(at));
        let country = if is_direction { publisher } else { country.or(publisher) };
        let is_town = passage.is_any(next, words!["cities", "islands", "towns", "villages"]);
        let kind = if is_town { PlaceKind::City } else { PlaceKind::Region };
        (!is_of_world).then(|| place_of(passage, name, kind, country))
    });
    districts.collect::<Option<Vec<FoundPlace>>>().map(|districts| (districts, next + 1))
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
            // The South Island is New Zealand's.
            && !passage.is(end - 1, "island")
            && (start..end - 1).all(|at| passage.is_any(at, DIRECTIONS) || passage.is_hyphen(at))
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

    #[test]
    fn one_noun_may_end_a_list_of_districts() {
        let told = visits("FI", "Prime Minister Aino Virta will tour the Pohja and Itala regions.");
        assert_eq!(told, ["Aino Virta -> FI Pohja Itala planned"]);
        let told = visits("FI", "Prime Minister Aino Virta will visit Ulva, Uist, and Iona Islands.");
        assert_eq!(told, ["Aino Virta -> FI Ulva Uist Iona planned"]);
        let told =
            visits("FI", "Prime Minister Aino Virta began a tour of the Northern and Upper East Regions.");
        assert_eq!(told, ["Aino Virta -> FI Northern Upper East ongoing"]);
    }

    #[test]
    fn a_region_is_of_no_town_across_the_ocean() {
        let told = visits("GH", "President Ama Tutu began a working visit to the Savannah Region.");
        assert_eq!(told, ["Ama Tutu -> GH Savannah Region ongoing"]);
        let told = visits("ZM", "President Ama Tutu has arrived in North-western Province.");
        assert_eq!(told, ["Ama Tutu -> ZM North-western Province ongoing"]);
        let told = visits("FI", "President Aino Virta has arrived in the newly created Kainala Region.");
        assert_eq!(told, ["Aino Virta -> FI Kainala Region ongoing"]);
    }
}
