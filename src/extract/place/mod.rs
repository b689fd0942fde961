//! Places: countries, regions, cities and named sites.
//!
//! | file | gives |
//! |---|---|
//! | `city.rs` | cities, and which of those of one name is meant |
//! | `district.rs` | states, counties and provinces |
//! | `site.rs` | named sites: cemeteries, schools, ports, bases |
//! | `unknown_name.rs` | towns that the lexicon does not know |
//! | `surroundings.rs` | what stands before a place, and between two |

mod city;
mod district;
mod site;
mod surroundings;
mod unknown_name;

use std::ops::Range;

use super::annotated::{FoundPerson, FoundPlace};
use super::features::Features;
use super::lexicon::{self, Class, Frame};
use super::passage::{Match, Passage};
use super::ship::ship_at;
use super::token::TokenKind;
use crate::model::{Country, Place, PlaceKind};
pub(super) use city::is_capital_city;
use city::{SIZE_OF_REGION, city_at, country_beside, len_of_district};
pub(super) use district::is_district;
pub(super) use district::topics;
use district::{country_of, is_state_of_city, listed_at, region_at};
use site::{SITE, port_at, post_at, site_at};
pub(super) use surroundings::{is_listed_with, is_of_participle};
pub(super) use unknown_name::{is_unknown, may_be_named};
use unknown_name::{named_city_at, town_at, town_of_site};

/// Every place in a passage, in the order of the text. Names of people are passed over.
///
/// A city of several countries is taken to lie in the one named beside it, or else where the place lies that it is
/// listed with, or else in the publisher's, or else where it is largest.
pub(super) fn places(
    passage: &Passage<'_>,
    people: &[FoundPerson],
    publisher: Option<Country>,
) -> Vec<FoundPlace> {
    let mut found: Vec<FoundPlace> = Vec::new();
    let is_person = |at: usize| {
        let next = people.partition_point(|person| person.tokens.end <= at);
        people.get(next).is_some_and(|person| person.tokens.contains(&at))
    };
    let mut next = 0;
    let mut next_person = people.iter().peekable();
    while let Some(capital) = passage.next_with(Features::CAPITAL, next) {
        while next_person.next_if(|person| person.tokens.end <= next).is_some() {}
        if let Some(person) = next_person.peek().filter(|person| person.tokens.start <= capital) {
            let at = person.tokens.start.max(next);
            // "Edward Seaga Primary School" is no Edward Seaga.
            let site = site_at(passage, at, publisher).filter(|site| site.tokens.end > person.tokens.end);
            next = site.as_ref().map_or(person.tokens.end, |site| site.tokens.end);
            found.extend(site);
            continue;
        }
        let at = with_article(passage, capital, next);
        let listed_with = found.last().filter(|before| is_listed_with(passage, before.tokens.end, at));
        let listed_with = listed_with.and_then(|before| before.place.country);
        if let Some((districts, end)) = listed_at(passage, at, publisher) {
            found.extend(districts);
            next = end;
            continue;
        }
        let in_state = found.last().is_some_and(|city| is_state_of_city(passage, city, at));
        match place_at(passage, at, Setting { publisher, listed_with }) {
            // "Atlanta, Georgia"
            Some(mut place) if in_state => {
                next = place.tokens.end;
                place.place.kind = Some(PlaceKind::Region);
                place.place.country = listed_with;
                found.push(place);
            }
            Some(place) => {
                next = place.tokens.end;
                let town = town_of_site(passage, &place);
                found.push(place);
                if let Some(town) = town.filter(|town| !is_person(town.start)) {
                    next = town.end;
                    let country = found.last().and_then(|site| site.place.country);
                    found.push(place_of(passage, town, PlaceKind::City, country));
                }
            }
            None if passage.has(at, Class::Region) => next = at + 1,
            // "visited HMS Ardent"
            None if is_gone_aboard(passage, at) => {
                let end = ship_at(passage, at).unwrap_or(at + 1);
                found.push(place_of(passage, at..end, PlaceKind::Site, None));
                next = end;
            }
            None => next = ship_at(passage, at).unwrap_or_else(|| end_of_country(passage, at)),
        }
    }
    settle_sites(&mut found);
    found
}

/// Whether a ship begins at a token that somebody visits or is aboard of.
fn is_gone_aboard(passage: &Passage<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let goes = passage.is_any(before, words!["aboard", "board", "boarded", "inspected"])
        || passage.trigger(before).is_some_and(|verb| verb.frame == Frame::Visit)
        || passage.is(before, "to") && before > 0 && passage.is_any(before - 1, words!["visit", "tour"]);
    goes && ship_at(passage, at).is_some()
}

/// "the Hague": where a name begins whose article stands in small letters.
fn with_article(passage: &Passage<'_>, capital: usize, from: usize) -> usize {
    let article = capital.checked_sub(1).filter(|&at| at >= from && passage.is(at, "the"));
    let is_of_name = |at: &usize| {
        !passage.matches(*at).is_empty() && passage.longest(*at, Class::City).is_some_and(|city| city.len > 1)
    };
    article.filter(is_of_name).unwrap_or(capital)
}

/// Where a country ends that is no place here: in "New Zealand troops" is no Zealand.
fn end_of_country(passage: &Passage<'_>, at: usize) -> usize {
    let country = passage.longest(at, Class::Country).or(passage.longest(at, Class::Demonym));
    at + country.map_or(1, |country| country.len.max(1))
}

/// What tells cities of one name apart.
#[derive(Debug, Clone, Copy)]
struct Setting {
    publisher: Option<Country>,
    /// The country of the place that the city is listed with.
    listed_with: Option<Country>,
}

/// The names of places that the lexicon knows.
const NAMES: Features = Features::classes(&[Class::Country, Class::Region, Class::City]);

fn place_at(passage: &Passage<'_>, at: usize, setting: Setting) -> Option<FoundPlace> {
    if let Some(site) = port_at(passage, at, setting).or_else(|| site_at(passage, at, setting.publisher)) {
        return Some(site);
    }
    if let Some(post) = post_at(passage, at) {
        return Some(post);
    }
    if !passage.has_any(at, NAMES) {
        return unknown_place_at(passage, at, setting.publisher);
    }
    let country = passage.longest(at, Class::Country).filter(is_territory);
    let region = passage.longest(at, Class::Region);
    let city = city_at(passage, at, setting);
    let longest = [
        country.map(|found| found.len),
        region.map(|found| found.len),
        city.as_ref().map(|(found, _)| found.len),
    ];
    let Some(len) = longest.into_iter().flatten().max() else {
        return unknown_place_at(passage, at, setting.publisher);
    };
    // "Davao City"
    let is_city = city.as_ref().is_some_and(|(found, _)| found.len == len)
        && passage.is(at + len, "city")
        && passage.kind(at + len) == TokenKind::Capital;
    let tokens = at..at + len + usize::from(is_city);
    // Victoria is the capital of the Seychelles, and a state to an Australian.
    let at_home = region.filter(|region| {
        region.len == len
            && setting.publisher.is_some()
            && lexicon::country(region.entry.country) == setting.publisher
    });
    let city = city.filter(|(_, country)| at_home.is_none() || *country == setting.publisher);
    // Bali is a town in India, and an island that many more have heard of.
    let is_elsewhere = |country: Option<Country>| {
        region.is_some_and(|region| region.len == len && lexicon::country(region.entry.country) != country)
    };
    // "Münster, Germany" is no Munster.
    let is_named_beside = |country: Option<Country>| country_beside(passage, at + len) == country;
    let city = city.filter(|(city, country)| {
        !is_elsewhere(*country)
            || city.entry.value >= SIZE_OF_REGION
            || *country == setting.publisher
            || is_named_beside(*country)
    });
    let (kind, country) = match (country, region, city) {
        (Some(found), _, _) if found.len == len => {
            (PlaceKind::Country, lexicon::country(found.entry.country))
        }
        (_, _, Some((found, country))) if found.len == len => (PlaceKind::City, country),
        (_, Some(found), _) => {
            let kind = if found.entry.value == SITE { PlaceKind::Site } else { PlaceKind::Region };
            // "Latin America" is of no country.
            let known = lexicon::country(found.entry.country);
            let of_district = |known| country_of(passage, tokens.clone(), Some(known), setting.publisher);
            (kind, known.and_then(of_district))
        }
        _ => return None,
    };
    let is_name_of_body = [Class::Organisation, Class::Role, Class::NamedDay, Class::Demonym]
        .iter()
        .any(|&class| passage.longest(at, class).is_some_and(|found| found.len > len));
    // "Norfolk Island" is known as such, and lies in no Norfolk.
    let longer = |region: &FoundPlace| region.tokens.end > tokens.end;
    if let Some(region) = region_at(passage, at, setting.publisher).filter(longer) {
        return Some(region);
    }
    if is_name_of_body || modifies_a_name(passage, tokens.end) {
        return None;
    }
    // "visited UK personnel": whose they are.
    let is_of_people = passage.kind(tokens.end) == TokenKind::Lower && passage.has(tokens.end, Class::People);
    let is_within = at
        .checked_sub(1)
        .is_some_and(|before| passage.is_any(before, words!["in", "to", "from", "at", "near"]));
    if kind == PlaceKind::Country && is_of_people && !is_within {
        return None;
    }
    let tokens = at..tokens.end + len_of_district(passage, &tokens);
    Some(place_of(passage, tokens, kind, country))
}

/// A place of a name that the lexicon does not know, told by what stands beside it.
fn unknown_place_at(passage: &Passage<'_>, at: usize, publisher: Option<Country>) -> Option<FoundPlace> {
    region_at(passage, at, publisher).or_else(|| town_at(passage, at)).or_else(|| named_city_at(passage, at))
}

/// The European Union, the United Nations and NATO are no places.
pub(super) fn is_territory(found: &Match) -> bool {
    let country = lexicon::country(found.entry.country);
    !matches!(country, Some(Country::EU | Country::UN | Country::NATO))
}

/// "US Army", "London School": the place only tells which one.
fn modifies_a_name(passage: &Passage<'_>, end: usize) -> bool {
    if passage.is_hyphen(end) {
        return true;
    }
    let follows = passage.tokens.get(end).is_some_and(|token| token.spaced) && !passage.shouts;
    let is_other_phrase = passage.has(end, Class::Honorific)
        || passage.has(end, Class::Given)
        || super::date::is_calendar_word(passage, end);
    match passage.kind(end) {
        TokenKind::Capital => follows && !is_other_phrase,
        TokenKind::Lower => follows && passage.has(end, Class::Role),
        _ => false,
    }
}

fn place_of(
    passage: &Passage<'_>,
    tokens: Range<usize>,
    kind: PlaceKind,
    country: Option<Country>,
) -> FoundPlace {
    let mut place = Place::new(passage.on_one_line(tokens.clone())).with_kind(kind);
    place.country = country;
    FoundPlace { tokens, place }
}

/// A site without a country lies in that of the place right after it: "the memorial in Pristina".
fn settle_sites(places: &mut [FoundPlace]) {
    for index in (0..places.len().saturating_sub(1)).rev() {
        let Some((before, after)) = places.split_at_mut_checked(index + 1) else { continue };
        if let (Some(site), Some(next)) = (before.last_mut(), after.first())
            && site.place.country.is_none()
            // "Latin America in Chile" says nothing of a region of the world.
            && (site.place.kind != Some(PlaceKind::Region) || is_district(&site.place))
            && next.tokens.start <= site.tokens.end + 3
        {
            site.place.country = next.place.country;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::told::visits;

    #[test]
    fn a_region_of_the_world_does_not_lie_in_the_country_after_it() {
        let told = visits("GB", "Foreign Secretary Ann Hale will end her tour of Latin America in Chile.");
        assert_eq!(told, ["Ann Hale -> CL planned"]);
    }

    #[test]
    fn the_article_of_a_name_may_be_small() {
        let told = visits("FI", "Foreign Minister Aino Virta travelled to the Hague for the games.");
        assert_eq!(told, ["Aino Virta -> NL the Hague completed"]);
    }

    #[test]
    fn an_island_is_told_by_its_name() {
        let told = visits("FJ", "Prime Minister Ann Hale visited Ulvaro Island on Monday.");
        assert_eq!(told, ["Ann Hale -> FJ Ulvaro Island completed 2022-05-02"]);
    }

    #[test]
    fn a_district_may_have_its_noun_in_small_letters() {
        let told = visits("ZM", "Vice President Ann Hale toured a clinic in Ulvaro district on Monday.");
        assert_eq!(told, ["Ann Hale -> ZM Ulvaro district completed 2022-05-02"]);
        let told = visits("US", "Governor Ann Hale toured Ulvaro County Monday.");
        assert_eq!(told, ["Ann Hale -> US Ulvaro County completed 2022-05-02"]);
        let none = visits("ZM", "Vice President Ann Hale visited the Ulvaro district commissioner.");
        assert_eq!(none, [""; 0]);
    }

    #[test]
    fn an_island_that_is_known_lies_where_it_lies() {
        let told = visits("AU", "Prime Minister Ann Hale will visit Norfolk Island.");
        assert_eq!(told, ["Ann Hale -> NF planned"]);
        let told = visits("AU", "Prime Minister Ann Hale will visit the South Island.");
        assert!(told.iter().all(|told| told.starts_with("Ann Hale -> NZ")), "{told:?}");
    }
}
