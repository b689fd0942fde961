//! Cities, and which of those of one name is meant: by the country beside it, by the places that it is listed with, by
//! the publisher, or by its size.

use std::ops::Range;

use super::super::features::Features;
use super::super::lexicon::{self, AMBIGUOUS, Class};
use super::super::passage::{Match, Passage};
use super::Setting;
use super::site::SITE;
use super::surroundings::follows_preposition;
use crate::model::Country;

/// How many inhabitants a city has that is meant before a region of its name.
pub(super) const SIZE_OF_REGION: u32 = 500_000;

/// How many tokens the district has after its city: "Washington, D.C.".
pub(super) fn len_of_district(passage: &Passage<'_>, city: &Range<usize>) -> usize {
    let comma = usize::from(passage.is_mark(city.end, ','));
    let is_district = passage.is_any(city.end + comma, words!["d.c.", "d.c", "dc"]);
    if city.len() == 1 && passage.is(city.start, "washington") && is_district { comma + 1 } else { 0 }
}

/// The value that the lexicon gives capitals in place of their inhabitants.
pub(super) const SEAT_OF_GOVERNMENT: u32 = 10_000_000;

/// How many inhabitants a capital has that is not meant before any town of its name elsewhere.
const SMALL_SEAT: u32 = 100_000;

/// The city at a token, and its country.
pub(super) fn city_at(
    passage: &Passage<'_>,
    at: usize,
    setting: Setting,
) -> Option<(Match, Option<Country>)> {
    let len = passage.longest(at, Class::City)?.len;
    // March is a town, and "in March 2009" a date.
    if len == 1 && super::super::date::is_calendar_word(passage, at) {
        return None;
    }
    let cities = passage.matches(at).iter().filter(|found| found.is(Class::City) && found.len == len);
    let here = |wanted: Option<Country>| {
        cities.clone().find(|city| wanted.is_some() && lexicon::country(city.entry.country) == wanted)
    };
    // "Savannah, Georgia" is a city of a state, and "Batumi, Georgia" one of a country.
    let beside = lands_beside(passage, at + len);
    let beside =
        beside.into_iter().find(|&land| here(land).is_some()).or(beside.into_iter().find(Option::is_some));
    let beside = beside.flatten();
    let largest = cities.clone().max_by_key(|city| city.entry.value)?;
    // "Riyadh, Bahrain and Kuwait" are three countries: who knows a large city knows that it lies elsewhere.
    let beside = beside.filter(|_| here(beside).is_some() || largest.entry.value < SIZE_OF_REGION);
    // St. John's is a small capital, too: who has a larger town of the name means that.
    let inhabitants = cities
        .clone()
        .filter(|city| city.entry.country == largest.entry.country && city.entry.value < SEAT_OF_GOVERNMENT)
        .map(|city| city.entry.value)
        .max();
    let size = inhabitants.filter(|&size| size < SMALL_SEAT).unwrap_or(largest.entry.value);
    let is_likely = |city: &&Match| city.entry.value >= size / 20;
    let with_others = here(setting.listed_with).filter(is_likely);
    let at_home = here(setting.publisher).filter(is_likely);
    // "will travel to New Zealand for a meeting in Queenstown": South Africa has a larger one.
    let named = || {
        let is_shared = cities.clone().any(|city| city.entry.country != largest.entry.country);
        let others = cities.clone().filter(|city| city.entry.country != largest.entry.country);
        let is_named = |city: &&Match| names_country(passage, city.entry.country);
        let may_be = is_shared && largest.entry.value < SIZE_OF_REGION;
        let named = if may_be { others.filter(is_likely).find(is_named) } else { None };
        named.filter(|_| !names_country(passage, largest.entry.country))
    };
    let city = here(beside).or(with_others).or(at_home).or_else(named).unwrap_or(largest);
    let is_doubtful =
        city.entry.flags & AMBIGUOUS != 0 || passage.has(at, Class::Given) || passage.has(at, Class::Common);
    let is_capital_city = city.entry.value >= SEAT_OF_GOVERNMENT;
    let certain = !is_doubtful || is_capital_city || beside.is_some();
    let after_preposition = follows_preposition(passage, at) || follows_city(passage, at);
    (certain || after_preposition).then(|| (*city, beside.or(lexicon::country(city.entry.country))))
}

/// Whether a passage names a country or its people.
fn names_country(passage: &Passage<'_>, country: u16) -> bool {
    const LANDS: Features = Features::classes(&[Class::Country, Class::Demonym]);
    let found = |at: usize| passage.longest_of(at, &[Class::Country, Class::Demonym]);
    passage.all_with(LANDS).filter_map(found).any(|found| found.entry.country == country)
}

/// "Canberra and Sydney": a city joined to one before it.
fn follows_city(passage: &Passage<'_>, at: usize) -> bool {
    const LONGEST_CITY: usize = 3;
    let joint = at.checked_sub(1).filter(|&before| passage.is_any(before, words!["and", ",", "&"]));
    joint.is_some_and(|joint| {
        (1..=LONGEST_CITY).any(|len| {
            let start = joint.checked_sub(len);
            let city = start.and_then(|start| passage.foremost(start, Class::City));
            city.is_some_and(|city| city.len == len && city.entry.flags & AMBIGUOUS == 0)
        })
    })
}

/// The country or region after a comma or "in": "Riga, Latvia", "Nice in France".
pub(super) fn country_beside(passage: &Passage<'_>, end: usize) -> Option<Country> {
    let [country, region] = lands_beside(passage, end);
    country.or(region)
}

/// The country after a comma or "in", and the country of the region of that name: "Georgia" is both.
fn lands_beside(passage: &Passage<'_>, end: usize) -> [Option<Country>; 2] {
    let joined = passage.is_mark(end, ',') || passage.is(end, "in");
    // "Milford, Co. Donegal"
    let county = usize::from(passage.is_any(end + 1, words!["the", "co", "co.", "county"]));
    let stop = usize::from(county > 0 && passage.is_mark(end + 2, '.'));
    let land = end + 1 + county + stop;
    if !(joined && passage.kind(land).is_capital()) {
        return [None; 2];
    }
    // "Kyiv, the Federal Chancellery announced": a site beside a city is another place.
    let region = passage.longest(land, Class::Region).filter(|region| region.entry.value != SITE);
    [passage.longest(land, Class::Country), region]
        .map(|found| found.and_then(|found| lexicon::country(found.entry.country)))
}

/// Whether the city at a token is the seat of a government.
pub(in crate::extract) fn is_capital_city(passage: &Passage<'_>, at: usize) -> bool {
    passage.foremost(at, Class::City).is_some_and(|city| city.entry.value >= SEAT_OF_GOVERNMENT)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn of_two_towns_the_one_in_a_country_that_is_named_is_meant() {
        let told =
            visits("AU", "Prime Minister Ann Hale will travel to New Zealand for a meeting in Queenstown.");
        assert_eq!(told, ["Ann Hale -> NZ Queenstown planned"]);
        let told = visits("AU", "Prime Minister Ann Hale will travel to the U. K. and the U. S. A. in May.");
        assert_eq!(told, ["Ann Hale -> GB planned 2022-05", "Ann Hale -> US planned 2022-05"]);
    }

    #[test]
    fn a_region_is_meant_before_a_town_of_its_name_elsewhere() {
        let told = visits("AU", "Prime Minister Ann Hale attended the summit in Bali.");
        assert!(told.iter().all(|told| told.starts_with("Ann Hale -> ID")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn a_city_lies_in_the_country_beside_it_and_a_list_names_several() {
        let told = visits("JP", "Foreign Minister Ann Hale visited Münster, Germany, on Friday.");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Hale -> DE Münster")) && told.len() == 1,
            "{told:?}"
        );
        let told = visits("US", "Secretary Ann Hale will travel to Riyadh, Bahrain and Kuwait.");
        assert_eq!(
            told,
            ["Ann Hale -> SA Riyadh planned", "Ann Hale -> BH planned", "Ann Hale -> KW planned"]
        );
    }

    #[test]
    fn a_small_capital_is_not_meant_where_a_larger_town_of_its_name_is() {
        for (country, town, told) in [
            ("CA", "St. John's", "Ann Hale -> CA St. John's"),
            ("AG", "St. John's", "Ann Hale -> AG St. John's"),
            ("US", "Athens", "Ann Hale -> GR Athens"),
        ] {
            let found = visits(country, &format!("Minister Ann Hale travelled to {town} for talks."));
            assert!(found.iter().all(|visit| visit.starts_with(told)), "{country} {town}: {found:?}");
        }
    }
}
