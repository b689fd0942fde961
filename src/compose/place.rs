//! Places in words: the names of countries, and where something is.

use std::sync::LazyLock;

use super::list::list;
use crate::model::{Country, Leg, Place, PlaceKind};

/// What English calls a country and what is of it.
#[derive(Debug, Clone, Copy)]
struct CountryName {
    code: &'static str,
    name: &'static str,
    demonym: &'static str,
}

static COUNTRIES: LazyLock<Vec<CountryName>> = LazyLock::new(|| {
    let rows = include_str!("../../data/countries.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (code, name) = (cells.next()?, cells.next()?);
        let demonym = cells.nth(1)?.split('|').next()?;
        Some(CountryName { code, name, demonym })
    })
    .collect()
});

fn named(country: Country) -> Option<CountryName> {
    COUNTRIES.iter().find(|row| row.code == country.as_str()).copied()
}

/// The name of a country, without its article: "Serbia", "United Kingdom".
pub(super) fn country_name(country: Country) -> Option<&'static str> {
    named(country).map(|row| row.name)
}

/// What is of a country: "Serbian", "British".
pub(super) fn demonym(country: Country) -> Option<&'static str> {
    named(country).map(|row| row.demonym).filter(|demonym| *demonym != "-")
}

/// A name with "the" before it, where English puts it there.
pub(super) fn with_article(name: &str) -> String {
    const BEGINNINGS: [&str; 4] = ["United ", "European ", "Czech Republic", "Democratic "];
    const ENDINGS: [&str; 9] = [
        " Islands", " Republic", "Netherlands", "Philippines", "Gambia", "Bahamas", "Maldives", "Comoros",
        "Seychelles",
    ];
    let begins = BEGINNINGS.iter().any(|beginning| name.starts_with(beginning));
    let ends = ENDINGS.iter().any(|ending| name.ends_with(ending));
    // "UK memorial": a small last word makes it a description.
    let describes = name.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_lowercase));
    if begins || ends || describes { format!("the {name}") } else { name.to_owned() }
}

/// Where a leg goes: "Serbia", "Belgrade in Serbia", "Belgrade and Novi Sad in Serbia".
pub(super) fn destination(leg: &Leg) -> Option<String> {
    let places: Vec<String> = leg.places.iter().map(|place| with_article(&place.name)).collect();
    let country = leg.country.and_then(country_name).map(with_article);
    match (places.as_slice(), country) {
        ([], country) => country,
        (places, Some(country)) => Some(format!("{} in {country}", list(places))),
        (places, None) => Some(list(places)),
    }
}

/// Where something is: "in Serbia", "in Belgrade in Serbia", "at Belgrade War Cemetery in Serbia".
pub(super) fn location(place: &Place) -> String {
    let preposition = if place.kind == Some(PlaceKind::Site) { "at" } else { "in" };
    let country = place.country.filter(|_| place.kind != Some(PlaceKind::Country)).and_then(country_name);
    match country {
        Some(country) => format!("{preposition} {} in {}", with_article(&place.name), with_article(country)),
        None => format!("{preposition} {}", with_article(&place.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_table_has_a_name() {
        assert!(COUNTRIES.len() > 240);
        for row in COUNTRIES.iter() {
            assert!(Country::new(row.code).is_ok() && !row.name.is_empty(), "{row:?}");
        }
    }

    #[test]
    fn a_destination_names_its_places_and_country() {
        let leg = Leg::to(Country::new("NL").unwrap());
        assert_eq!(destination(&leg).as_deref(), Some("the Netherlands"));
        let leg = leg.with_place(Place::new("The Hague")).with_place(Place::new("Delft"));
        assert_eq!(destination(&leg).as_deref(), Some("The Hague and Delft in the Netherlands"));
    }
}
