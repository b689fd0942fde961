//! The country that the words of a role name: a people before it, a state or body in it.

use std::ops::Range;

use super::is_capitalised;
use crate::extract::features::Features;
use crate::extract::lexicon::{self, AMBIGUOUS, Class, OF_SEVERAL_STATES};
use crate::extract::passage::{Match, Passage};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Country;

/// "British", "UK", "Serbia's" before a role.
pub(super) fn country_before(passage: &Passage<'_>, at: usize) -> Option<(Country, usize)> {
    let demonym = passage.longest(at, Class::Demonym);
    let name = passage.longest(at, Class::Country);
    let found = match (demonym, name) {
        (Some(demonym), Some(name)) if name.len > demonym.len => name,
        (Some(demonym), _) => demonym,
        (None, Some(name)) => name,
        (None, None) => return None,
    };
    // "Palestinian Authority President": the body is of the title.
    let body = passage.longest(at, Class::Organisation).map_or(0, |body| body.len);
    // "Scottish Secretary" is an office of the United Kingdom, "U.S. Attorney" one of a district.
    let attorney = at + found.len;
    let is_attorney = passage.is(attorney, "attorney") && !passage.is(attorney + 1, "general");
    let is_of_title = (passage.is_any(at, words!["scottish", "welsh"]) || is_attorney)
        && passage.longest(at, Class::Role).is_some_and(|role| role.len > found.len);
    // "Niger State Governor" is no office of Niger.
    let region = passage.longest(at, Class::Region).map_or(0, |region| region.len);
    if body > found.len || region > found.len || is_of_title {
        return None;
    }
    let end = at + found.len;
    let end = match passage.kind(end) {
        TokenKind::Possessive => end + 1,
        _ => after_body(passage, end).unwrap_or(end),
    };
    is_capitalised(passage, at).then_some(())?;
    Some((lexicon::country(found.entry.country)?, end))
}

/// The token after "foreign ministry’s" of "the Ostland foreign ministry’s │ spokesman": a body that a country has.
fn after_body(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 3;
    const BODIES: &Words = words![
        "army", "cabinet", "court", "department", "embassy", "forces", "government", "military", "ministry",
        "navy", "office", "parliament", "police", "presidency", "senate",
    ];
    let noun = (at..at + MOST).find(|&at| passage.is_any(at, BODIES))?;
    let is_field = |at: usize| passage.has(at, Class::Portfolio);
    // "the Ostland Armed Forces’ │ Commander"
    let is_owner = passage.kind(noun + 1) == TokenKind::Possessive
        || passage.is(noun, "forces") && ['\'', '’'].iter().any(|&mark| passage.is_mark(noun + 1, mark));
    let is_body = (at..noun).all(|at| is_field(at) || passage.is(at, "armed"));
    (is_body && is_owner).then_some(noun + 2)
}

/// Whether a code stands for an international body.
pub(in crate::extract) fn is_body(country: Country) -> bool {
    matches!(country.as_str(), "EU" | "UN" | "NATO")
}

/// The country that the complement of a role says its holder serves: an ambassador to Serbia does not serve Serbia.
pub(super) fn country_served(
    passage: &Passage<'_>,
    complement: Range<usize>,
    is_noble: bool,
) -> Option<Country> {
    let before = complement.start.checked_sub(1)?;
    let preposition = before - usize::from(passage.is_any(before, words!["the", "its", "his", "her", "our"]));
    if !passage.is_any(preposition, words!["of", "from", "at"]) {
        return None;
    }
    const LEADS: &Words = words!["for", "to", "with", "in", "on"];
    let elsewhere = complement.clone().find(|&at| passage.is_any(at, LEADS)).unwrap_or(complement.end);
    // "of the Committee on Trade │ of the Norwegian Parliament": what the body is for, and whose it is.
    let is_of_body =
        passage.is_any(elsewhere.saturating_sub(1), words!["commission", "committee", "subcommittee"]);
    let owner =
        (elsewhere..complement.end).find(|&at| passage.is(at, "of")).filter(|_| is_of_body && !is_noble);
    if let Some(country) = owner.and_then(|of| country_in(passage, of..complement.end)) {
        return Some(country);
    }
    let served = complement.start..elsewhere;
    if !is_noble {
        return country_in(passage, served);
    }
    // The Duke of Gloucester has nothing to do with the largest city of that name, which is in Canada.
    let cities = served.clone().flat_map(|at| passage.matches(at)).filter(|found| found.is(Class::City));
    let mut countries = cities.filter_map(|city| lexicon::country(city.entry.country));
    let british = countries.find(|country| country.as_str() == "GB");
    british.or_else(|| country_named(passage, served, &STATES_AND_REGIONS))
}

/// Titles of nobility, which many a city has lent its name to.
pub(in crate::extract) const NOBLES: &[&str] =
    &["Duke", "Duchess", "Earl", "Countess", "Marquess", "Viscount", "Viscountess"];

/// The sons and daughters of monarchs, who may bear the name of a place as nobles do.
pub(in crate::extract) const PRINCES: &[&str] = &["Prince", "Princess"];

const STATES_AND_REGIONS: [Class; 4] = [Class::Country, Class::Demonym, Class::Organisation, Class::Region];

/// The country of the place or body that a title begins with: "Queensland Premier", "Kremlin spokesman".
pub(super) fn country_in_front(passage: &Passage<'_>, title: usize, head: usize) -> Option<Country> {
    const LARGE: u32 = 300_000;
    let classes = [Class::Organisation, Class::Region, Class::City];
    let found = classes.iter().filter_map(|&class| passage.foremost(title, class));
    let is_sure = |found: &Match| {
        let is_known = !found.is(Class::City) || found.entry.value >= LARGE;
        is_known && !(found.is(Class::Region) && has_namesake(passage, title, *found))
    };
    let found =
        found.filter(|found| title + found.len <= head && is_sure(found)).max_by_key(|found| found.len)?;
    lexicon::country(found.entry.country)
}

/// The country of whose people the word stands right before a title: "South African │ Police Service spokesperson".
pub(super) fn people_before(passage: &Passage<'_>, title: usize) -> Option<Country> {
    const LONGEST: usize = 3;
    (1..=LONGEST).filter_map(|back| title.checked_sub(back)).find_map(|first| {
        let people = passage.longest_of(first, &[Class::Demonym, Class::Country])?;
        let is_next = first + people.len == title && passage.kind(first).is_capital();
        lexicon::country(people.entry.country).filter(|_| is_next)
    })
}

/// The country of the place or international body that a head of several words names: "European Council President".
pub(super) fn body_of_head(passage: &Passage<'_>, title: usize, head: Range<usize>) -> Option<Country> {
    // "European Transport Commissioner": the field may stand between.
    let is_european = passage.is(title, "european")
        && (title + 1..head.end)
            .any(|at| passage.is_any(at, words!["commission", "commissioner", "commissioners", "council"]));
    if is_european {
        return Some(Country::EU);
    }
    if head.len() < 2 {
        return None;
    }
    // "Premier of New South Wales" is a head as a whole.
    let has_place = head.clone().any(|at| passage.is(at, "of"));
    let named = country_in(passage, head.clone()).filter(|&country| has_place || is_body(country));
    // "White House Press Secretary", "Pentagon Spokesman"
    let seat = country_named(passage, head.start..head.end, &[Class::Organisation])
        .filter(|_| passage.has(head.start, Class::Organisation));
    named.or(seat)
}

/// The country of a body, by what its name tells of states, peoples, bodies and regions: "Crossed Swords Division" is of no
/// city.
pub(super) fn country_of_body(passage: &Passage<'_>, tokens: Range<usize>) -> Option<Country> {
    country_named(passage, tokens, &STATES_AND_REGIONS)
}

/// The first country that some tokens name, or else that of a people, body or place in them.
pub(super) fn country_in(passage: &Passage<'_>, tokens: Range<usize>) -> Option<Country> {
    let in_states = country_named(passage, tokens.clone(), &STATES_AND_REGIONS);
    in_states.or_else(|| country_named(passage, tokens, &[Class::City]))
}

/// The first country that some tokens name by a phrase of some classes, the first of these first.
fn country_named(passage: &Passage<'_>, tokens: Range<usize>, classes: &[Class]) -> Option<Country> {
    let first_of = |class: Class| {
        tokens.clone().find_map(|at| {
            let found = passage.foremost(at, class).filter(|found| at + found.len <= tokens.end)?;
            // "the Police Service Commission (PSC)": the letters are those of the words before them.
            if at.checked_sub(1).is_some_and(|bracket| passage.is_mark(bracket, '(')) {
                return None;
            }
            // "the Temple" is no city.
            let is_place = class != Class::City
                || !at.checked_sub(1).is_some_and(|before| passage.is(before, "the"))
                    && !is_part_of_name(passage, at, found.len)
                    && !is_field(passage, at, found);
            // "Spanish Town" and "British Columbia" have nobody of these peoples in them, and of two cities called Durham
            // nobody says which.
            let is_outdone = || {
                let others: &[Class] =
                    if class == Class::Demonym { &[Class::City, Class::Region] } else { &[class] };
                passage.longest_of(at, others).is_some_and(|other| other.len > found.len)
                    || is_in_region(passage, tokens.start, at)
            };
            let goes_on = class == Class::Organisation && is_of_longer_body(passage, at + found.len);
            let is_named = is_capitalised(passage, at)
                && is_place
                && !is_outdone()
                && !has_namesake(passage, at, found)
                && !goes_on
                && !is_in_body(passage, tokens.start, at);
            lexicon::country(found.entry.country).filter(|_| is_named)
        })
    };
    classes.iter().copied().find_map(first_of)
}

/// "National Council │ of Human Rights": whether the name of a body that is known goes on, and another body has it.
fn is_of_longer_body(passage: &Passage<'_>, end: usize) -> bool {
    let next = end + 1 + usize::from(passage.is(end + 1, "the"));
    let is_place = passage.longest_of(next, &[Class::Country, Class::Region, Class::City]).is_some();
    passage.is_any(end, words!["of", "for", "on"]) && passage.kind(next).is_capital() && !is_place
}

/// "American" of "the Organization of American States": a word of the name of a body that several states keep.
fn is_in_body(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    const BODIES: Features = Features::classes(&[Class::Organisation]);
    const MOST_BEFORE: usize = 4;
    let names =
        (at.saturating_sub(MOST_BEFORE).max(start)..at).filter(|&before| passage.has_any(before, BODIES));
    let bodies = names.filter_map(|before| Some((before, passage.longest(before, Class::Organisation)?)));
    bodies.into_iter().any(|(before, body)| body.entry.value == OF_SEVERAL_STATES && before + body.len > at)
}

/// "Wales" of "New South Wales": a word of the name of a region or state that begins before it.
fn is_in_region(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    const PLACES: &[Class] = &[Class::Region, Class::Country];
    const MOST_BEFORE: usize = 3;
    (at.saturating_sub(MOST_BEFORE).max(start)..at)
        .any(|before| passage.longest_of(before, PLACES).is_some_and(|place| before + place.len > at))
}

/// Whether a region of another country bears the same name, or a city that is not much smaller.
fn has_namesake(passage: &Passage<'_>, at: usize, place: Match) -> bool {
    const MUCH: u32 = 10;
    let is_city = place.is(Class::City);
    if !is_city && !place.is(Class::Region) {
        return false;
    }
    let alike = |other: &&Match| other.entry.class == place.entry.class && other.len == place.len;
    passage
        .matches(at)
        .iter()
        .filter(alike)
        .filter(|other| other.entry.country != place.entry.country)
        .any(|other| !is_city || other.entry.value.saturating_mul(MUCH) > place.entry.value)
}

/// "Enterprise" of "the Department of Enterprise, Trade and Employment": a city, too, but here a field.
fn is_field(passage: &Passage<'_>, at: usize, city: Match) -> bool {
    city.entry.flags & AMBIGUOUS != 0
        && passage.has_any(at, Features::classes(&[Class::Portfolio, Class::Common]))
}

/// "Nelson" of "Nelson Mandela Bay": a city that is a given name, too, and other words of a name follow.
pub(in crate::extract) fn is_part_of_name(passage: &Passage<'_>, at: usize, len: usize) -> bool {
    const NO_NAME: Features = Features::classes(&[
        Class::Country,
        Class::Region,
        Class::Common,
        Class::Portfolio,
        Class::Organisation,
    ]);
    let next = at + len;
    passage.has(at, Class::Given)
        && passage.kind(next) == TokenKind::Capital
        && !passage.has_any(next, NO_NAME)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_region_of_two_countries_tells_neither() {
        let text = "Punjab Chief Minister Ana Virta met Ola Berg, Governor of Punjab.";
        assert_eq!(
            officials("PK", text),
            ["Ana Virta | Punjab Chief Minister | PK", "Ola Berg | Governor of Punjab | PK"]
        );
    }

    #[test]
    fn who_is_in_charge_of_a_field_has_it() {
        let text = "The Minister of State in charge of Public Works, Lydia Berg, met Minister of State (Independent Charge) Dr. Ola \
                    Virta and Lt Governor Ana Dar.";
        assert_eq!(
            officials("GH", text),
            [
                "Lydia Berg | Minister of State in charge of Public Works | GH",
                "Ola Virta | Minister of State | GH",
                "Ana Dar | Lt Governor | GH"
            ]
        );
    }

    #[test]
    fn a_region_is_none_of_the_countries_in_its_name() {
        let text = "Treasurer of New South Wales Bo Lind met Ola Berg, Premier of New South Wales, the Governor of New England \
                    Ana Virta and the Minister of Health of British Columbia, Ivo Dar.";
        assert_eq!(
            officials("FJ", text),
            [
                "Bo Lind | Treasurer of New South Wales | AU",
                "Ola Berg | Premier of New South Wales | AU",
                "Ana Virta | Governor of New England | US",
                "Ivo Dar | Minister of Health of British Columbia | CA"
            ]
        );
    }

    #[test]
    fn a_ministry_of_a_country_is_of_that_country() {
        let text = "Pakistan foreign ministry’s additional secretary Imran Ahmed met Mr Ola Berg.";
        assert_eq!(officials("US", text), ["Imran Ahmed | additional secretary | PK"]);
    }

    #[test]
    fn a_committee_is_of_the_parliament_that_it_is_of() {
        let text = "Michael Rothe, Chairman of the Committee on Foreign Affairs of the German Bundestag, met Ivo Okowa, a member of the health sector reform committee.";
        assert_eq!(
            officials("LT", text),
            [
                "Michael Rothe | Chairman of the Committee on Foreign Affairs of the German Bundestag | DE",
                "Ivo Okowa | member of the health sector reform committee | LT"
            ]
        );
    }
}
