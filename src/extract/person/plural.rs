//! Titles in the plural, and the names that share them: "Prime Ministers Craxi and Papandreou".

use std::ops::Range;

use super::Sighting;
use super::appositive::{after_affiliation, country_after};
use super::name::{Cue, name_at};
use super::title::{Title, after_address};
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::model::Country;

/// "Prime Ministers Craxi and Papandreou".
pub(super) fn plural_names(
    passage: &Passage<'_>,
    at: usize,
    title: &Title,
    found: &mut Vec<Sighting>,
) -> Option<usize> {
    if let Some(end) = one_by_one(passage, at, title, found) {
        return Some(end);
    }
    let countries = countries_of(passage, title);
    let peoples = peoples_before(passage, title);
    let has_countries = !countries.is_empty() || !peoples.is_empty();
    let mut next = title.end + usize::from(has_countries && passage.is_mark(title.end, ','));
    let mut names = Vec::new();
    while let Some(name) = name_at(passage, after_plain_address(passage, next), Cue::Title) {
        next = after_affiliation(passage, after_letters(passage, name.end));
        let country = country_after(passage, next);
        next = country.map_or(next, |(_, end)| end);
        names.push((name, country.map(|(country, _)| country)));
        let joined = passage.is_mark(next, ',') || passage.is(next, "and") || passage.is_mark(next, '&');
        if !joined {
            break;
        }
        let second = usize::from(passage.is_mark(next, ',') && passage.is(next + 1, "and"));
        let other = after_plain_address(passage, next + 1 + second);
        if name_at(passage, other, Cue::Title).is_none() {
            break;
        }
        next += 1 + second;
    }
    // "the Ambassadors of Latvia and Lithuania, Ilze Ozola and Tomas Vaitkus": to each one the own country.
    let one_each = countries.len() == names.len();
    let one_people_each = peoples.len() == names.len();
    let after_comma = names.first().is_some_and(|(name, _)| name.start > title.end);
    if names.is_empty() || after_comma && !one_each && !one_people_each {
        return None;
    }
    for (index, (name, country)) in names.into_iter().enumerate() {
        let start = if index == 0 { at } else { name.start };
        let mut sighting = Sighting::new(start..name.end, "plural-role");
        sighting.roles = title.roles.clone();
        sighting.rank = title.rank.clone();
        sighting.name = Some(name);
        sighting.country = country;
        if one_people_each && let (Some(people), Some(role)) = (peoples.get(index), sighting.roles.last_mut())
        {
            role.country = Some(*people);
        }
        if one_each && let (Some(served), Some(role)) = (countries.get(index), sighting.roles.last_mut()) {
            role.complement = Some(served.clone());
            role.title.end = served.end;
            role.country = passage
                .longest_of(served.start, &[Class::Country, Class::Region])
                .and_then(|found| lexicon::country(found.entry.country));
        }
        found.push(sighting);
    }
    Some(next)
}

/// "the ambassadors of Ghana, Kofi Boadu, and of Uruguay, Ana Ferrando": each country with its own.
fn one_by_one(passage: &Passage<'_>, at: usize, title: &Title, found: &mut Vec<Sighting>) -> Option<usize> {
    const MOST: usize = 12;
    let role = title.roles.last()?;
    let preposition = passage.word(role.head.end);
    let mut served = role.complement.clone().filter(|_| passage.is_any(role.head.end, words!["of", "to"]))?;
    let mut holders = Vec::new();
    let mut end = title.end;
    while holders.len() < MOST {
        if !passage.is_mark(served.end, ',') {
            break;
        }
        let Some(name) = name_at(passage, after_plain_address(passage, served.end + 1), Cue::Title) else {
            break;
        };
        end = name.end;
        holders.push((served.clone(), name));
        let comma = end + usize::from(passage.is_mark(end, ','));
        let next = comma + usize::from(passage.is(comma, "and"));
        if next == end || !passage.is(next, preposition) {
            break;
        }
        let start = next + 1 + usize::from(passage.is(next + 1, "the"));
        let Some(country) = passage.longest(start, Class::Country) else { break };
        served = start..start + country.len;
    }
    if holders.len() < 2 {
        return None;
    }
    let is_of = passage.is(role.head.end, "of");
    for (index, (served, name)) in holders.into_iter().enumerate() {
        let start = if index == 0 { at } else { name.start };
        let mut sighting = Sighting::new(start..name.end, "plural-role");
        let mut role = role.clone();
        role.title.end = role.head.end;
        let country = passage.longest(served.start, Class::Country);
        role.country = country.and_then(|country| lexicon::country(country.entry.country)).filter(|_| is_of);
        role.complement = None;
        role.tokens.end = role.head.end;
        sighting.roles = vec![role];
        sighting.name = Some(name);
        found.push(sighting);
    }
    Some(end)
}

/// The token after honorifics before a name in a list: "the Rt Hon", "Mr".
fn after_plain_address(passage: &Passage<'_>, at: usize) -> usize {
    let the = usize::from(passage.is(at, "the"));
    let is_honorific = passage.has(at + the, Class::Honorific) && !passage.has(at + the, Class::Role);
    if is_honorific { after_address(passage, at) } else { at }
}

/// The token after letters behind a name, with the comma before them.
fn after_letters(passage: &Passage<'_>, at: usize) -> usize {
    let comma = usize::from(passage.is_mark(at, ','));
    let letters = passage.longest(at + comma, Class::PostNominal);
    letters.filter(|_| passage.kind(at + comma).is_capital()).map_or(at, |letters| at + comma + letters.len)
}

/// The countries or regions of a list that a title in the plural serves: those of "Ambassadors of Latvia and Lithuania".
fn countries_of(passage: &Passage<'_>, title: &Title) -> Vec<Range<usize>> {
    let Some(role) = title.roles.last() else { return Vec::new() };
    let Some(all) = role.complement.clone().filter(|_| passage.is(role.head.end, "of")) else {
        return Vec::new();
    };
    let mut countries = Vec::new();
    let mut at = all.start;
    while at < all.end {
        let Some(country) = passage.longest_of(at, &[Class::Country, Class::Region]) else {
            return Vec::new();
        };
        countries.push(at..at + country.len);
        at += country.len;
        while passage.is_mark(at, ',') || passage.is_any(at, words!["and", "the"]) {
            at += 1;
        }
    }
    if countries.len() > 1 { countries } else { Vec::new() }
}

/// The peoples whose officials a title in the plural names: those of "the Finnish and Swedish Prime Ministers".
fn peoples_before(passage: &Passage<'_>, title: &Title) -> Vec<Country> {
    const MOST: usize = 4;
    let Some(role) = title.roles.last() else { return Vec::new() };
    let Some(last) = role.country.filter(|_| passage.has(role.tokens.start, Class::Demonym)) else {
        return Vec::new();
    };
    let mut peoples = vec![last];
    let mut at = role.tokens.start;
    while peoples.len() < MOST {
        let joins =
            passage.is_any(at.wrapping_sub(1), words!["and"]) || passage.is_mark(at.wrapping_sub(1), ',');
        let before = at.checked_sub(2).filter(|&before| joins && passage.kind(before).is_capital());
        let people = before.and_then(|before| passage.longest(before, Class::Demonym));
        let Some(people) = people.and_then(|found| lexicon::country(found.entry.country)) else { break };
        peoples.insert(0, people);
        at -= 2;
    }
    if peoples.len() > 1 { peoples } else { Vec::new() }
}
