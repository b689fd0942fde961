//! Named sites: "Belgrade War Cemetery", "the Port of Mombasa", "RAAF Base Amberley".

use super::super::annotated::FoundPlace;
use super::super::features::Features;
use super::super::lexicon::{self, AMBIGUOUS, Class};
use super::super::passage::{Match, Passage};
use super::super::token::TokenKind;
use super::super::words::Words;
use super::city::{SEAT_OF_GOVERNMENT, city_at};
use super::unknown_name::{end_of_unknown_name, is_unknown};
use super::{Setting, place_of};
use crate::model::{Country, PlaceKind};

/// The value of a row of the regions that is a site.
pub(super) const SITE: u32 = 1;

/// How many tokens the name of a site may have.
const MOST_SITE_TOKENS: usize = 10;

/// "the Port of Mombasa": a harbour, and no city like Port of Spain.
pub(super) fn port_at(passage: &Passage<'_>, at: usize, setting: Setting) -> Option<FoundPlace> {
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

/// "Camp Ulva", "Fort Ulva", "RAAF Ulva": a post that is named behind its noun, and no city like Fort Worth.
pub(super) fn post_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
    const SERVICES: &Words = words!["cfb", "mcas", "nas", "raaf", "raf", "rnas", "rnzaf"];
    let name = at + 1;
    let is_of_service = passage.kind(at) == TokenKind::AllCaps && passage.is_any(at, SERVICES);
    let is_post = is_of_service || passage.is_any(at, words!["camp", "fort"]);
    if !is_post || passage.shouts || !passage.kind(at).is_capital() {
        return None;
    }
    let is_name = passage.kind(name) == TokenKind::Capital
        && !passage
            .has_any(name, Features::classes(&[Class::Role, Class::Rank, Class::Trigger, Class::Common]))
        && !super::super::date::is_calendar_word(passage, name);
    let is_known = [Class::City, Class::Region].iter().any(|&class| passage.longest(at, class).is_some());
    let ends = !passage.kind(name + 1).is_capital();
    (is_name && !is_known && ends).then(|| place_of(passage, at..name + 1, PlaceKind::Site, None))
}

/// "Belgrade War Cemetery", "Parliament House", "the UK memorial": capitals that end in the noun of a site.
pub(super) fn site_at(passage: &Passage<'_>, at: usize, publisher: Option<Country>) -> Option<FoundPlace> {
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
            && !(end.is_some() && passage.is(next, "and") && begins_other_site(passage, next + 1));
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
    let end = end_of_quoted_name(passage, end);
    // "the President's Palace", "King's House"
    let office = passage.longest(at, Class::Role).map_or(at, |role| at + role.len);
    let is_house_of_office = office > at
        && passage.kind(office) == TokenKind::Possessive
        && passage.kind(office + 1).is_capital()
        && passage.is_any(office + 1, words!["house", "palace", "residence", "mansion", "lodge"]);
    let is_person_or_role = !is_house_of_office
        && (passage.has(at, Class::Role)
            || passage.has(at, Class::Honorific)
            || passage.has(at, Class::Rank));
    let is_body = passage.longest(at, Class::Organisation).is_some_and(|body| at + body.len >= end);
    let known = passage.longest(at, Class::Region).filter(|region| at + region.len >= end);
    let known_site = known.is_some();
    let begins_plainly = passage.begins_sentence(at) && passage.has(at, Class::Common);
    if is_person_or_role || (is_body && !known_site) || begins_plainly {
        return None;
    }
    let is_house = end.checked_sub(1).is_some_and(|last| passage.is_any(last, HOUSES));
    // "Centennial Coal's Mandalong mine": whose it is tells nothing of where it is.
    let owned = (at..end).rev().find(|&inside| passage.kind(inside) == TokenKind::Possessive);
    let within = (owned.map_or(at, |mark| mark + 1)..end).find_map(|inside| {
        // "Edward Seaga Primary School": a site may bear a person's name.
        let is_new = inside > at && passage.is_any(inside - 1, words!["new", "port", "fort"]);
        let named = !passage.has(inside, Class::Given) && !is_new;
        let setting = Setting { publisher, listed_with: None };
        let city = named.then(|| city_at(passage, inside, setting)).flatten();
        // "Bellevue Palace", "Lancaster House": what a town lends its name to stands elsewhere.
        // "St John's Hospital" is named after the saint.
        let is_saint = passage.is_any(inside, words!["st", "st.", "saint"]);
        let is_lent = |city: &Match, country| {
            (is_house && city.entry.value < SEAT_OF_GOVERNMENT || is_saint) && country != publisher
        };
        let city = city
            .filter(|(city, country)| city.entry.flags & AMBIGUOUS == 0 && !is_lent(city, *country))
            .and_then(|(_, country)| country);
        let region =
            passage.longest(inside, Class::Region).and_then(|region| lexicon::country(region.entry.country));
        // "Victoria Hospital" is of whom people are named after, too.
        city.or(region.filter(|_| named || region == publisher))
    });
    let known = known.and_then(|region| lexicon::country(region.entry.country));
    Some(place_of(passage, at..end, PlaceKind::Site, known.or(within)))
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
        "alley", "arch", "cathedral", "cemetery", "church", "garden", "gardens", "gate", "memorial",
        "monument", "museum", "palace", "shrine", "temple", "tomb", "tower", "university", "wall",
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
            && !super::super::date::is_calendar_word(passage, at)
    };
    if !passage.is_any(end, words!["of", "for"]) || !passage.kind(end.saturating_sub(1)).is_capital() {
        return end;
    }
    // "the University of the Republic"
    let article = usize::from(passage.is(end + 1, "the"));
    let end_of_link = end + article;
    let names = (end_of_link + 1..end_of_link + 1 + MOST).take_while(|&at| is_name(at)).count();
    let (start, end) = (end, end_of_link);
    // "the Museum of Memory and Human Rights"
    let joined = end + 1 + names;
    let goes_on = names == 1 && bears_city && passage.is(joined, "and") && is_name(joined + 1);
    let more = (joined + 1..joined + 1 + MOST).take_while(|&at| goes_on && is_name(at)).count();
    let names = if more > 0 && !within_list(passage, joined + 1 + more) { names + 1 + more } else { names };
    if names == 0 || passage.kind(end + 1 + names).is_capital() { start } else { end + 1 + names }
}

/// Whether a list of capitals goes on at a token.
fn within_list(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["of", "for"]) || passage.kind(at).is_capital()
}

/// "the Primary School “Goce Ivanov”": a name in quotation marks.
fn end_of_quoted_name(passage: &Passage<'_>, end: usize) -> usize {
    const MOST: usize = 5;
    if !matches!(passage.kind(end), TokenKind::Mark('"' | '“' | '„' | '«')) {
        return end;
    }
    let names = (end + 1..end + 1 + MOST).take_while(|&at| passage.kind(at).is_capital()).count();
    let close = end + 1 + names;
    let is_closed = names > 0 && matches!(passage.kind(close), TokenKind::Mark('"' | '”' | '“' | '»'));
    if is_closed { close + 1 } else { end }
}

/// "RAAF Base Amberley", "Naval Submarine Base New London", "Army Super Camp Ngamdu": what a base is called stands after it.
fn end_of_base(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    const MOST: usize = 2;
    let is_base = end > at + 1
        && passage.is_any(end - 1, words!["base", "camp"])
        && passage.kind(end - 1) == TokenKind::Capital;
    let is_name = |at: usize| {
        passage.kind(at) == TokenKind::Capital
            && !passage
                .has_any(at, Features::classes(&[Class::Role, Class::Rank, Class::Country, Class::Trigger]))
            && !super::super::date::is_calendar_word(passage, at)
    };
    let names = (end..end + MOST).take_while(|&at| is_name(at)).count();
    if is_base && !passage.kind(end + names).is_capital() { end + names } else { end }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn whose_a_site_is_tells_nothing_of_where_it_is() {
        let told = visits(
            "AU",
            "Prime Minister Ann Hale visited Centennial Coal’s Mandalong mine and RAAF Williams.",
        );
        assert_eq!(told, ["Ann Hale -> AU Centennial Coal’s Mandalong mine RAAF Williams completed"]);
        let told = visits("AU", "Prime Minister Ann Hale visited RAAF Base Tindal and Lavarack Barracks.");
        assert_eq!(told, ["Ann Hale -> AU RAAF Base Tindal Lavarack Barracks completed"]);
    }

    #[test]
    fn a_ground_and_a_university_are_two_sites() {
        let told =
            visits("AU", "Health Minister Ann Hale visited the Hobart Cricket Ground and Lakes University.");
        assert_eq!(told, ["Ann Hale -> AU Hobart Cricket Ground Lakes University completed"]);
    }

    #[test]
    fn sites_keep_their_whole_names() {
        for (text, site) in [
            ("visited RAAF Base Amberley today", "RAAF Base Amberley"),
            ("will visit the National Library of Rabat", "National Library of Rabat"),
            ("visited Army Super Camp Ngamdu today", "Army Super Camp Ngamdu"),
            ("visited the Museum of Memory and Human Rights", "Museum of Memory and Human Rights"),
            ("visited Naval Base New London today", "Naval Base New London"),
            ("visited the Museum of the Republic today", "Museum of the Republic"),
            ("visited the Ulvaro Glacier today", "Ulvaro Glacier"),
        ] {
            let told = visits("AU", &format!("Defence Minister Ann Hale {text}."));
            assert!(told.iter().any(|told| told.contains(&format!(" {site} "))), "{text}: {told:?}");
        }
    }

    #[test]
    fn a_site_may_have_a_number_in_its_name() {
        let told = visits("KE", "Minister Ann Hale visited Ulvila Level 5 Hospital.");
        assert_eq!(told, ["Ann Hale -> KE Ulvila Level 5 Hospital completed"]);
    }

    #[test]
    fn a_port_is_named_after_its_town() {
        let told = visits("US", "Vice President Ann Hale toured the Port of Baltimore on Monday.");
        assert_eq!(told, ["Ann Hale -> US Port of Baltimore completed 2022-05-02"]);
        let told = visits("US", "Vice President Ann Hale visited Port of Spain on Monday.");
        assert_eq!(told, ["Ann Hale -> TT Port of Spain completed 2022-05-02"]);
    }

    #[test]
    fn a_camp_is_named_behind_its_noun() {
        for text in ["met soldiers at Camp Ulvara", "visited Fort Ulvara", "opened a school at Fort Ulvara"] {
            let told = visits("FI", &format!("Defence Minister Aino Virta {text} today."));
            assert!(told.len() == 1 && told[0].contains("Ulvara"), "{text}: {told:?}");
        }
        let told = visits("FI", "Defence Minister Aino Virta visited Fort Worth, Texas, on Monday.");
        assert_eq!(told, ["Aino Virta -> US Fort Worth completed 2022-05-02"]);
    }

    #[test]
    fn a_port_that_begins_a_city_ends_no_site() {
        let told = visits("AU", "Minister Ann Hale visited Bougainville and Port Moresby.");
        assert!(told.iter().any(|told| told.contains("Port Moresby")), "{told:?}");
        let told = visits("PH", "President Ann Hale flew to Davao City on Monday.");
        assert_eq!(told, ["Ann Hale -> PH Davao City completed 2022-05-02"]);
    }

    #[test]
    fn a_known_site_lies_where_the_lexicon_says() {
        let told = visits("FI", "President Aino Virta of Finland visited Westminster Abbey on Monday.");
        assert_eq!(told, ["Aino Virta -> GB Westminster Abbey completed 2022-05-02"]);
    }

    #[test]
    fn a_house_may_be_that_of_an_office() {
        let told = visits("JM", "President Ivo Novak of Serbia was received at King’s House in Kingston.");
        assert_eq!(told, ["Ivo Novak -> JM King’s House Kingston completed"]);
    }

    #[test]
    fn a_site_that_is_named_after_somebody_is_where_the_publisher_is() {
        for site in ["St John's Hospital", "Victoria Hospital"] {
            let told = visits("GB", &format!("Health Secretary Ann Hale visited {site} on Monday."));
            assert_eq!(told, [format!("Ann Hale -> GB {site} completed 2022-05-02")], "{site}");
        }
    }

    #[test]
    fn a_name_may_stand_in_quotation_marks() {
        let told = visits("MK", "President Ivo Nikolov visited the Primary School “Goce Ivanov” in Skopje.");
        assert_eq!(told, ["Ivo Nikolov -> MK Primary School “Goce Ivanov” Skopje completed"]);
    }
}
