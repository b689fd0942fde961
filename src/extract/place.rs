//! Places: countries, regions, cities and named sites.

use std::ops::Range;

use super::annotated::{FoundPerson, FoundPlace};
use super::features::Features;
use super::lexicon::{self, AMBIGUOUS, Class};
use super::passage::{Match, Passage};
use super::person::ship_at;
use super::token::TokenKind;
use super::words::Words;
use crate::model::{Country, Place, PlaceKind};

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
        let at = capital;
        let listed_with = found.last().filter(|before| is_listed_with(passage, before.tokens.end, at));
        let listed_with = listed_with.and_then(|before| before.place.country);
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
            None => next = ship_at(passage, at).unwrap_or_else(|| end_of_country(passage, at)),
        }
    }
    settle_sites(&mut found);
    found
}

/// Whether a name after the comma of an American city is that of its state, which a country shares.
fn is_state_of_city(passage: &Passage<'_>, city: &FoundPlace, at: usize) -> bool {
    passage.is(at, "georgia")
        && passage.is_mark(at - 1, ',')
        && city.tokens.end + 1 == at
        && city.place.kind == Some(PlaceKind::City)
        && city.place.country.is_some_and(|country| country.as_str() == "US")
}

/// Where a country ends that is no place here: in "New Zealand troops" is no Zealand.
fn end_of_country(passage: &Passage<'_>, at: usize) -> usize {
    let country = passage.longest(at, Class::Country).or(passage.longest(at, Class::Demonym));
    at + country.map_or(1, |country| country.len.max(1))
}

/// How many inhabitants a city has that is meant before a region of its name.
const SIZE_OF_REGION: u32 = 500_000;

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
    if !passage.kind(at).is_capital() {
        return None;
    }
    if let Some(site) = port_at(passage, at, setting).or_else(|| site_at(passage, at, setting.publisher)) {
        return Some(site);
    }
    if !passage.has_any(at, NAMES) {
        return unknown_place_at(passage, at);
    }
    let country = passage.longest(at, Class::Country).filter(is_territory);
    let region = passage.longest(at, Class::Region);
    let city = city_at(passage, at, setting);
    let longest = [
        country.map(|found| found.len),
        region.map(|found| found.len),
        city.as_ref().map(|(found, _)| found.len),
    ];
    let Some(len) = longest.into_iter().flatten().max() else { return unknown_place_at(passage, at) };
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
            (kind, lexicon::country(found.entry.country))
        }
        _ => return None,
    };
    let is_name_of_body = [Class::Organisation, Class::Role, Class::NamedDay, Class::Demonym]
        .iter()
        .any(|&class| passage.longest(at, class).is_some_and(|found| found.len > len));
    if let Some(region) = region_at(passage, at) {
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
fn unknown_place_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
    region_at(passage, at).or_else(|| town_at(passage, at)).or_else(|| named_city_at(passage, at))
}

/// The value of a row of the regions that is a site.
const SITE: u32 = 1;

/// How many tokens the district has after its city: "Washington, D.C.".
fn len_of_district(passage: &Passage<'_>, city: &Range<usize>) -> usize {
    let comma = usize::from(passage.is_mark(city.end, ','));
    let is_district = passage.is_any(city.end + comma, words!["d.c.", "d.c", "dc"]);
    if city.len() == 1 && passage.is(city.start, "washington") && is_district { comma + 1 } else { 0 }
}

/// What the names of districts end in.
const DISTRICTS: &Words = words![
    "county",
    "province",
    "district",
    "governorate",
    "oblast",
    "prefecture",
    "region",
    "emirate",
    "canton",
    "voivodeship",
    "atoll",
    "archipelago",
    "peninsula",
    "municipality",
    "department",
];

/// Whether the name of a place says that it is a district of some country: "Kajiado County".
pub(super) fn is_district(place: &Place) -> bool {
    let last = place.name.split_whitespace().next_back().unwrap_or_default();
    // "the Indo-Pacific region" is of many countries.
    let is_of_world = place.country.is_none() && last.starts_with(char::is_lowercase);
    place.kind == Some(PlaceKind::Region) && DISTRICTS.hold(last) && !is_of_world
}

/// "Kajiado County", "Helmand Province": capitals that end in the noun of a region.
fn region_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
    const MOST: usize = 3;
    // Most capitals stand alone.
    let joins = passage.kind(at + 1).is_capital() || passage.is_hyphen(at + 1);
    if passage.shouts || !joins {
        return None;
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
    let ends = !passage.kind(noun + 1).is_capital();
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
    Some(place_of(passage, at..noun + 1, PlaceKind::Region, country))
}

/// A town that the lexicon does not know, after a preposition and with its country beside it: "in Tapa, Estonia".
fn town_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
    if !follows_preposition(passage, at) || passage.shouts {
        return None;
    }
    let end = end_of_unknown_name(passage, at)?;
    let country = passage.longest(end + 1, Class::Country).filter(is_territory)?;
    let country = passage.is_mark(end, ',').then(|| lexicon::country(country.entry.country)).flatten()?;
    Some(place_of(passage, at..end, PlaceKind::City, Some(country)))
}

/// A city that the lexicon does not know and that calls itself one: "to Iloilo City".
fn named_city_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
    const MOST: usize = 3;
    if !passage.kind(at + 1).is_capital() || !follows_preposition(passage, at) || passage.shouts {
        return None;
    }
    let city = (at + 1..at + 1 + MOST).find(|&city| passage.is(city, "city"))?;
    let is_city = passage.kind(city).is_capital() && !passage.kind(city + 1).is_capital();
    (is_city && (at..city).all(|at| is_unknown(passage, at)))
        .then(|| place_of(passage, at..city + 1, PlaceKind::City, None))
}

/// The town after a site, if it is one that the lexicon does not know: "the Marine Institute in Oranmore".
fn town_of_site(passage: &Passage<'_>, site: &FoundPlace) -> Option<Range<usize>> {
    let at = site.tokens.end;
    let is_located =
        site.place.kind == Some(PlaceKind::Site) && passage.is_any(at, words!["in", "near", "outside"]);
    let end = is_located.then(|| end_of_unknown_name(passage, at + 1)).flatten()?;
    Some(at + 1..end)
}

/// Where capitals that the lexicon does not know end.
fn end_of_unknown_name(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 3;
    const NAMES: Features = Features::classes(&[Class::City, Class::Region]);
    let is_new = |at: usize| is_unknown(passage, at) && !passage.has_any(at, NAMES);
    let end = (at..at + MOST).take_while(|&at| is_new(at)).last()? + 1;
    (passage.word(at).len() > 2 && !passage.kind(end).is_capital()).then_some(end)
}

/// Whether a word in capitals is none that the lexicon knows as anything but a name.
pub(super) fn is_unknown(passage: &Passage<'_>, at: usize) -> bool {
    const WORDS: Features =
        Features::classes(&[Class::Common, Class::Portfolio, Class::People, Class::Qualifier]);
    may_be_named(passage, at) && !passage.has_any(at, WORDS)
}

/// Whether a word in capitals may be of the name of a place: it is of no office, people, body, country, day or verb.
pub(super) fn may_be_named(passage: &Passage<'_>, at: usize) -> bool {
    const OTHERS: Features = Features::classes(&[
        Class::Role,
        Class::Rank,
        Class::Honorific,
        Class::Demonym,
        Class::Organisation,
        Class::NamedDay,
        Class::Trigger,
        Class::Country,
    ]);
    passage.kind(at) == TokenKind::Capital
        && !super::date::is_calendar_word(passage, at)
        && !passage.has_any(at, OTHERS)
}

/// "individuals detained in Xinjiang", "hostages held in Gaza": the place belongs to a participle about somebody, who is met
/// elsewhere.
pub(super) fn is_of_participle(passage: &Passage<'_>, start: usize) -> bool {
    const PARTICIPLES: &Words = words![
        "arrested",
        "born",
        "captured",
        "detained",
        "displaced",
        "educated",
        "enslaved",
        "held",
        "imprisoned",
        "interned",
        "jailed",
        "killed",
        "living",
        "residing",
        "stranded",
        "trapped",
        "wounded",
    ];
    let before = start.checked_sub(1 + usize::from(start > 0 && passage.is(start - 1, "the")));
    // "troops serving in Uruzgan" are met elsewhere, and "staff serving at the camp" perhaps there.
    const SERVING: &Words = words!["deployed", "posted", "serving", "stationed"];
    let is_somebody = |at: usize| passage.has(at, Class::People) || passage.has(at, Class::Demonym);
    before.filter(|&link| passage.is_any(link, words!["in", "at", "near"])).is_some_and(|link| {
        let participle = link.checked_sub(1);
        let is_held = participle.is_some_and(|at| passage.is_any(at, PARTICIPLES))
            && link.checked_sub(2).is_some_and(is_somebody);
        is_held || passage.is(link, "in") && participle.is_some_and(|at| passage.is_any(at, SERVING))
    })
}

/// Whether only "and" or a comma stands between a place and the next.
pub(super) fn is_listed_with(passage: &Passage<'_>, end: usize, next: usize) -> bool {
    (end < next && next <= end + 2)
        && (end..next).all(|at| passage.is_any(at, words!["and", "&"]) || passage.is_mark(at, ','))
}

/// Whether the token before is one that places follow.
fn follows_preposition(passage: &Passage<'_>, at: usize) -> bool {
    const BEFORE_PLACE: &Words = words![
        "in", "to", "at", "near", "from", "outside", "visit", "visits", "visited", "visiting", "downtown",
        "central", "via", "through",
    ];
    // "left for New York"
    const SETS_OUT: &Words = words![
        "leave",
        "leaves",
        "left",
        "leaving",
        "depart",
        "departs",
        "departed",
        "departing",
        "headed",
        "heading",
        "heads",
        "head",
        "bound",
        "today",
        "tomorrow",
        "yesterday",
    ];
    at.checked_sub(1).is_some_and(|before| {
        let sets_out = || before.checked_sub(1).is_some_and(|verb| passage.is_any(verb, SETS_OUT));
        passage.is_any(before, BEFORE_PLACE) || passage.is(before, "for") && sets_out()
    })
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

/// The value that the lexicon gives capitals in place of their inhabitants.
const SEAT_OF_GOVERNMENT: u32 = 10_000_000;

/// The city at a token, and its country.
fn city_at(passage: &Passage<'_>, at: usize, setting: Setting) -> Option<(Match, Option<Country>)> {
    let len = passage.longest(at, Class::City)?.len;
    // March is a town, and "in March 2009" a date.
    if len == 1 && super::date::is_calendar_word(passage, at) {
        return None;
    }
    let cities = passage.matches(at).iter().filter(|found| found.is(Class::City) && found.len == len);
    let beside = country_beside(passage, at + len);
    let here = |wanted: Option<Country>| {
        cities.clone().find(|city| wanted.is_some() && lexicon::country(city.entry.country) == wanted)
    };
    let largest = cities.clone().max_by_key(|city| city.entry.value)?;
    // "Riyadh, Bahrain and Kuwait" are three countries: who knows a large city knows that it lies elsewhere.
    let beside = beside.filter(|_| here(beside).is_some() || largest.entry.value < SIZE_OF_REGION);
    let is_likely = |city: &&Match| city.entry.value >= largest.entry.value / 20;
    let with_others = here(setting.listed_with).filter(is_likely);
    let at_home = here(setting.publisher).filter(is_likely);
    let city = here(beside).or(with_others).or(at_home).unwrap_or(largest);
    let is_doubtful =
        city.entry.flags & AMBIGUOUS != 0 || passage.has(at, Class::Given) || passage.has(at, Class::Common);
    let is_capital_city = city.entry.value >= SEAT_OF_GOVERNMENT;
    let certain = !is_doubtful || is_capital_city || beside.is_some();
    let after_preposition = follows_preposition(passage, at) || follows_city(passage, at);
    (certain || after_preposition).then(|| (*city, beside.or(lexicon::country(city.entry.country))))
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
fn country_beside(passage: &Passage<'_>, end: usize) -> Option<Country> {
    let joined = passage.is_mark(end, ',') || passage.is(end, "in");
    // "Milford, Co. Donegal"
    let county = usize::from(passage.is_any(end + 1, words!["the", "co", "co.", "county"]));
    let stop = usize::from(county > 0 && passage.is_mark(end + 2, '.'));
    let country = end + 1 + county + stop;
    if !(joined && passage.kind(country).is_capital()) {
        return None;
    }
    // "Kyiv, the Federal Chancellery announced": a site beside a city is another place.
    let region = || passage.longest(country, Class::Region).filter(|region| region.entry.value != SITE);
    let after = passage.longest(country, Class::Country).or_else(region)?;
    lexicon::country(after.entry.country)
}

/// How many tokens the name of a site may have.
const MOST_SITE_TOKENS: usize = 10;

/// "the Port of Mombasa": a harbour, and no city like Port of Spain.
fn port_at(passage: &Passage<'_>, at: usize, setting: Setting) -> Option<FoundPlace> {
    let town = at + 2;
    if !passage.has(at, Class::SiteNoun) || !passage.is(at, "port") || !passage.is(at + 1, "of") {
        return None;
    }
    let is_city = passage.longest(at, Class::City).is_some();
    let known = city_at(passage, town, setting);
    let end = match &known {
        Some((city, _)) => town + city.len,
        None => end_of_unknown_name(passage, town)?,
    };
    let country = known.and_then(|(_, country)| country);
    (!is_city).then(|| place_of(passage, at..end, PlaceKind::Site, country))
}

/// "Belgrade War Cemetery", "Parliament House", "the UK memorial": capitals that end in the noun of a site.
fn site_at(passage: &Passage<'_>, at: usize, publisher: Option<Country>) -> Option<FoundPlace> {
    const NOUNS: Features = Features::classes(&[Class::SiteNoun]);
    if passage.shouts || !passage.has_beside(at, NOUNS) || is_owner_of_site(passage, at) {
        return None;
    }
    let mut next = at;
    let mut end = None;
    while next < at + MOST_SITE_TOKENS {
        let capital = passage.kind(next).is_capital();
        let noun = passage
            .longest(next, Class::SiteNoun)
            .filter(|noun| next > at || is_dedicated(passage, at, noun.len))
            // "Bougainville and Port Moresby"
            .filter(|noun| passage.longest(next, Class::City).is_none_or(|city| city.len <= noun.len));
        if let Some(noun) = noun.filter(|_| capital || end.is_none()) {
            end = Some(next + noun.len);
            if !capital {
                break;
            }
        }
        let joins = next > at
            && passage.is_any(next, words!["of", "and", "the", "for"])
            && passage.kind(next.saturating_sub(1)).is_capital()
            // "Oulu Primary School and Kemi High School" are two.
            && !(end == Some(next) && passage.is(next, "and") && begins_other_site(passage, next + 1));
        // "Ulvila Level 5 Hospital"
        let is_numbered = passage.kind(next) == TokenKind::Number
            && next > at
            && passage.kind(next - 1).is_capital()
            && passage.has(next + 1, Class::SiteNoun)
            && passage.kind(next + 1).is_capital();
        let goes_on = capital
            || is_numbered
            || passage.is_hyphen(next)
            || passage.kind(next) == TokenKind::Possessive
            || joins;
        if !goes_on {
            break;
        }
        next += 1;
    }
    let end = end_of_base(passage, at, end_of_dedication(passage, end?));
    let is_person_or_role =
        passage.has(at, Class::Role) || passage.has(at, Class::Honorific) || passage.has(at, Class::Rank);
    let is_body = passage.longest(at, Class::Organisation).is_some_and(|body| at + body.len >= end);
    let known_site = passage.longest(at, Class::Region).is_some_and(|region| at + region.len >= end);
    let begins_plainly = passage.begins_sentence(at) && passage.has(at, Class::Common);
    if is_person_or_role || (is_body && !known_site) || begins_plainly {
        return None;
    }
    let is_house = end.checked_sub(1).is_some_and(|last| passage.is_any(last, HOUSES));
    let within = (at..end).find_map(|inside| {
        // "Edward Seaga Primary School": a site may bear a person's name.
        let is_new = inside > at && passage.is_any(inside - 1, words!["new", "port", "fort"]);
        let named = !passage.has(inside, Class::Given) && !is_new;
        let setting = Setting { publisher, listed_with: None };
        let city = named.then(|| city_at(passage, inside, setting)).flatten();
        // "Bellevue Palace", "Lancaster House": what a town lends its name to stands elsewhere.
        let is_lent =
            |city: &Match, country| is_house && country != publisher && city.entry.value < SEAT_OF_GOVERNMENT;
        let city = city
            .filter(|(city, country)| city.entry.flags & AMBIGUOUS == 0 && !is_lent(city, *country))
            .and_then(|(_, country)| country);
        let region =
            passage.longest(inside, Class::Region).and_then(|region| lexicon::country(region.entry.country));
        city.or(region)
    });
    Some(place_of(passage, at..end, PlaceKind::Site, within))
}

/// Whether another name begins after the "and" of a site: "Art Gallery" is more of "Oulu Museum and Art Gallery".
fn begins_other_site(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at).is_capital()
        && (passage.has_any(at, Features::classes(&[Class::City, Class::Given])) || is_unknown(passage, at))
}

/// "Baku's Heydar Aliyev International Airport": whose it is is another place.
fn is_owner_of_site(passage: &Passage<'_>, at: usize) -> bool {
    let owner = passage.longest_of(at, &[Class::City, Class::Country]);
    owner.is_some_and(|owner| {
        let end = at + owner.len;
        passage.kind(end) == TokenKind::Possessive && passage.kind(end + 1).is_capital()
    })
}

/// "Garden of Remembrance", "Tomb of the Unknown Soldier": a site that is named by what it is of.
fn is_dedicated(passage: &Passage<'_>, at: usize, len: usize) -> bool {
    const NOUNS: &Words = words![
        "arch", "garden", "gardens", "gate", "memorial", "monument", "museum", "shrine", "temple", "tomb",
        "tower", "wall",
    ];
    len == 1 && passage.is_any(at, NOUNS) && end_of_dedication(passage, at + 1) > at + 1
}

/// Nouns of sites that are named freely. An airport or a hospital bears the name of its town.
const HOUSES: &Words = words![
    "palace", "house", "hall", "castle", "park", "lodge", "court", "square", "gardens", "place", "villa",
    "mansion", "manor",
];

/// "the National Centre for Sport", "the Museum of Ethnography": what a site is of or for belongs to its name.
fn end_of_dedication(passage: &Passage<'_>, end: usize) -> usize {
    const MOST: usize = 3;
    // "the National Library of Rabat" is called so; what is "of Rabat" else may only stand there.
    let bears_city = passage.is_any(end.saturating_sub(1), words!["library", "museum", "university"]);
    let is_name = |at: usize| {
        let is_city = passage.has_any(at, Features::classes(&[Class::City, Class::Region]));
        passage.kind(at) == TokenKind::Capital
            && !passage.has_any(at, Features::classes(&[Class::Country, Class::Role]))
            && (bears_city || !is_city)
            && !super::date::is_calendar_word(passage, at)
    };
    if !passage.is_any(end, words!["of", "for"]) || !passage.kind(end.saturating_sub(1)).is_capital() {
        return end;
    }
    let names = (end + 1..end + 1 + MOST).take_while(|&at| is_name(at)).count();
    // "the Museum of Memory and Human Rights"
    let joined = end + 1 + names;
    let goes_on = names == 1 && bears_city && passage.is(joined, "and") && is_name(joined + 1);
    let more = (joined + 1..joined + 1 + MOST).take_while(|&at| goes_on && is_name(at)).count();
    let names = if more > 0 && !within_list(passage, joined + 1 + more) { names + 1 + more } else { names };
    if names == 0 || passage.kind(end + 1 + names).is_capital() { end } else { end + 1 + names }
}

/// Whether a list of capitals goes on at a token.
fn within_list(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["of", "for"]) || passage.kind(at).is_capital()
}

/// "RAAF Base Amberley", "Naval Submarine Base New London": what a base is called stands after it.
fn end_of_base(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    const MOST: usize = 2;
    let is_base = end > at + 1 && passage.is(end - 1, "base") && passage.kind(end - 1) == TokenKind::Capital;
    let is_name = |at: usize| {
        passage.kind(at) == TokenKind::Capital
            && !passage
                .has_any(at, Features::classes(&[Class::Role, Class::Rank, Class::Country, Class::Trigger]))
            && !super::date::is_calendar_word(passage, at)
    };
    let names = (end..end + MOST).take_while(|&at| is_name(at)).count();
    if is_base && !passage.kind(end + names).is_capital() { end + names } else { end }
}

/// Whether the city at a token is the seat of a government.
pub(super) fn is_capital_city(passage: &Passage<'_>, at: usize) -> bool {
    passage.foremost(at, Class::City).is_some_and(|city| city.entry.value >= SEAT_OF_GOVERNMENT)
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
    fn a_region_of_the_world_is_no_district_of_the_publisher() {
        let told = visits(
            "US",
            "Secretary Ann Hale will make a trip to the Indo-Pacific region. She will visit Tokyo.",
        );
        assert_eq!(told, ["Ann Hale -> JP Tokyo planned"]);
    }

    #[test]
    fn where_others_are_held_nobody_goes() {
        for text in [
            "Secretary Ann Hale met relatives of individuals detained in Xinjiang.",
            "Secretary Ann Hale met the families of hostages held in Gaza.",
        ] {
            assert_eq!(visits("US", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn sites_keep_their_whole_names() {
        for (text, site) in [
            ("visited RAAF Base Amberley today", "RAAF Base Amberley"),
            ("will visit the National Library of Rabat", "National Library of Rabat"),
            ("visited the Museum of Memory and Human Rights", "Museum of Memory and Human Rights"),
            ("visited Naval Base New London today", "Naval Base New London"),
        ] {
            let told = visits("AU", &format!("Defence Minister Ann Hale {text}."));
            assert!(told.iter().any(|told| told.contains(&format!(" {site} "))), "{text}: {told:?}");
        }
    }

    #[test]
    fn a_state_may_share_its_name_with_a_country() {
        let told = visits("US", "President Ann Hale will visit Atlanta, Georgia.");
        assert_eq!(told, ["Ann Hale -> US Atlanta planned"]);
        let told = visits("US", "President Ann Hale will visit Tbilisi, Georgia.");
        assert_eq!(told, ["Ann Hale -> GE Tbilisi planned"]);
    }

    #[test]
    fn a_site_may_have_a_number_in_its_name() {
        let told = visits("KE", "Minister Ann Hale visited Ulvila Level 5 Hospital.");
        assert_eq!(told, ["Ann Hale -> KE Ulvila Level 5 Hospital completed"]);
    }

    #[test]
    fn a_city_may_call_itself_one() {
        let told = visits("PH", "President Ann Hale visited the clinic in Iloila City on Monday.");
        assert_eq!(told, ["Ann Hale -> PH Iloila City completed 2022-05-02"]);
    }

    #[test]
    fn a_port_is_named_after_its_town() {
        let told = visits("US", "Vice President Ann Hale toured the Port of Baltimore on Monday.");
        assert_eq!(told, ["Ann Hale -> US Port of Baltimore completed 2022-05-02"]);
        let told = visits("US", "Vice President Ann Hale visited Port of Spain on Monday.");
        assert_eq!(told, ["Ann Hale -> TT Port of Spain completed 2022-05-02"]);
    }

    #[test]
    fn a_region_of_the_world_does_not_lie_in_the_country_after_it() {
        let told = visits("GB", "Foreign Secretary Ann Hale will end her tour of Latin America in Chile.");
        assert_eq!(told, ["Ann Hale -> CL planned"]);
    }

    #[test]
    fn a_port_that_begins_a_city_ends_no_site() {
        let told = visits("AU", "Minister Ann Hale visited Bougainville and Port Moresby.");
        assert!(told.iter().any(|told| told.contains("Port Moresby")), "{told:?}");
        let told = visits("PH", "President Ann Hale flew to Davao City on Monday.");
        assert_eq!(told, ["Ann Hale -> PH Davao City completed 2022-05-02"]);
    }
}
