//! What a place is, told before its name: "the Serbian capital, Belgrade", "the port city of Gdansk".

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::lexicon::{self, Class};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::stop::Stop;
use crate::model::Leg;

/// What stands before "of" and the name of a place.
const KINDS: &Words = words![
    "area", "areas", "atoll", "capital", "center", "centre", "cities", "city", "communities", "constituency",
    "counties", "county", "district", "districts", "governorate", "hamlet", "island", "islands",
    "municipality", "parish", "prefecture", "province", "region", "settlement", "state", "suburb", "town",
    "towns", "township", "village", "villages",
];

/// Where the words begin that tell what a place at a token is, but for their article.
pub(super) fn start(passage: &Passage<'_>, place: usize) -> Option<usize> {
    let before = place.checked_sub(1)?;
    let is_of = passage.is(before, "of");
    let noun = before.checked_sub(usize::from(is_of || passage.is_mark(before, ',')))?;
    if is_of && passage.is_any(noun, COMPASS) {
        return compass_start(passage, noun);
    }
    if passage.kind(noun) != TokenKind::Lower {
        return None;
    }
    let capital = capital(passage, noun)?;
    let noun = if is_of && passage.is_any(noun, KINDS) {
        noun
    } else if (noun == capital || !is_of) && passage.is(capital, "capital") {
        capital
    } else {
        return None;
    };
    Some(described_from(passage, noun))
}

/// The name after "the island of", "the remote village of" at a token.
pub(super) fn after_kind(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 3;
    let noun =
        (at + 1..=at + MOST).find(|&at| passage.kind(at) == TokenKind::Lower && passage.is_any(at, KINDS))?;
    let is_plain = (at + 1..noun).all(|at| passage.kind(at) == TokenKind::Lower || passage.is_hyphen(at));
    (passage.is(at, "the") && is_plain && passage.is(noun + 1, "of")).then_some(noun + 2)
}

/// The name after "towns of" at a token.
pub(super) fn after_plain_kind(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let is_kind = passage.kind(at) == TokenKind::Lower && passage.is_any(at, KINDS);
    (is_kind && passage.is(at + 1, "of")).then_some(at + 2)
}

/// Whether a few tokens from one on tell what a place is: "one of the oldest villages", "a town".
pub(super) fn is_kind_near(passage: &Passage<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    (at..at + REACH)
        .take_while(|&at| passage.kind(at).is_word())
        .any(|at| passage.kind(at) == TokenKind::Lower && passage.is_any(at, KINDS))
}

/// Where one goes within a country: "the North East of Japan", "the south-west of Kenya".
const COMPASS: &Words = words![
    "east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west", "coast", "interior"
];

/// The article before a quarter of a country, if it has one.
fn compass_start(passage: &Passage<'_>, noun: usize) -> Option<usize> {
    const MOST: usize = 3;
    let is_quarter =
        |at: usize| passage.is_any(at, COMPASS) || passage.is_hyphen(at) || passage.is(at, "far");
    let first =
        (noun.saturating_sub(MOST)..noun).rev().take_while(|&at| is_quarter(at)).last().unwrap_or(noun);
    first.checked_sub(1).filter(|&article| passage.is(article, "the"))
}

/// The "capital" of "capital city", or the token itself.
fn capital(passage: &Passage<'_>, noun: usize) -> Option<usize> {
    let is_city = passage.is(noun, "city");
    let before = noun.checked_sub(1)?;
    Some(if is_city && passage.is(before, "capital") { before } else { noun })
}

/// Where the words before a noun of places begin that describe it: "the northern port city", "Serbian capital".
fn described_from(passage: &Passage<'_>, noun: usize) -> usize {
    const MOST: usize = 4;
    let earliest = noun.saturating_sub(MOST);
    if let Some(owner) = owner_start(passage, noun) {
        return owner;
    }
    let article = (earliest..noun).rev().find(|&at| passage.is_any(at, words!["the", "a", "its", "their"]));
    let is_plain = |at: usize| {
        (passage.kind(at) == TokenKind::Lower || passage.is_hyphen(at) || passage.has(at, Class::Demonym))
            && !passage.is_any(at, words!["in", "to", "at", "of", "for", "from", "and", "with", "by", "on"])
    };
    article.filter(|&article| (article + 1..noun).all(is_plain)).map_or(noun, |article| article + 1)
}

/// Whose capital it is: the start of "Serbian" or "Serbia's" right before a noun.
fn owner_start(passage: &Passage<'_>, noun: usize) -> Option<usize> {
    const MOST: usize = 3;
    let is_owner = |at: usize, class: Class, end: usize| {
        passage.longest(at, class).is_some_and(|found| at + found.len == end)
    };
    let mark = noun.checked_sub(1)?;
    let from = noun.saturating_sub(MOST);
    if passage.kind(mark) == TokenKind::Possessive {
        return (from..mark).find(|&at| is_owner(at, Class::Country, mark));
    }
    (from..noun).find(|&at| is_owner(at, Class::Demonym, noun))
}

/// Whether a place leads on to its capital: "Kenya's capital, Nairobi".
pub(super) fn leads_on(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    passage.kind(from) == TokenKind::Possessive
        && passage.is(from + 1, "capital")
        && (from + 2..to).all(|at| passage.is(at, "city") || passage.is_mark(at, ','))
        && (from + 2..from + 5).contains(&to)
}

/// The country of "arrived in the Kenyan capital", of which the city is not named.
pub(super) fn stop(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<Stop> {
    const REACH: usize = 12;
    let passage = &text.passage;
    let mut after = hook.tokens.end..end.min(hook.tokens.end + REACH);
    let noun = after.find(|&at| passage.is(at, "capital") && passage.kind(at) == TokenKind::Lower)?;
    let owner = (hook.tokens.end..noun)
        .find(|&at| passage.longest(at, Class::Demonym).is_some_and(|found| at + found.len == noun))?;
    let country = lexicon::country(passage.longest(owner, Class::Demonym)?.entry.country)?;
    let link = owner.checked_sub(1 + usize::from(owner > 0 && passage.is(owner - 1, "the")))?;
    let leads =
        passage.is_any(link, words!["in", "to", "for", "into", "visit", "visits", "visited", "visiting"]);
    let is_person = !within(&text.people, owner..noun + 1).is_empty();
    (leads && !is_person).then(|| Stop::new(Leg::to(country), owner..noun + 1))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn what_a_place_is_may_stand_before_its_name() {
        for (text, country) in [
            ("Foreign Minister Aino Virta arrived in the Serbian capital Belgrade.", "RS Belgrade"),
            ("Foreign Minister Aino Virta arrived in the Serbian capital, Belgrade.", "RS Belgrade"),
            ("Foreign Minister Aino Virta arrived in Kenya's capital Nairobi.", "KE Nairobi"),
            ("Foreign Minister Aino Virta arrived in Kenya's capital city, Nairobi.", "KE Nairobi"),
            ("Foreign Minister Aino Virta arrived in the capital, Nairobi.", "KE Nairobi"),
            ("Foreign Minister Aino Virta arrived in the capital of Kenya, Nairobi.", "KE Nairobi"),
            ("Foreign Minister Aino Virta arrived in the coastal town of Mombasa.", "KE Mombasa"),
            ("Foreign Minister Aino Virta arrived in the Kenyan capital.", "KE"),
        ] {
            assert_eq!(visits("FI", text), [format!("Aino Virta -> {country} ongoing")], "{text}");
        }
        let told = visits("FI", "Foreign Minister Aino Virta is to visit Ukrainian capital Kyiv.");
        assert_eq!(told, ["Aino Virta -> UA Kyiv planned"]);
        let told = visits("FI", "Foreign Minister Aino Virta visited the port city of Gdansk.");
        assert_eq!(told, ["Aino Virta -> PL Gdansk completed"]);
    }

    #[test]
    fn a_part_of_a_site_is_in_it() {
        let told = visits("FI", "Health Minister Aino Virta toured the wards of Kuopio University Hospital.");
        assert_eq!(told, ["Aino Virta -> FI Kuopio University Hospital completed"]);
        let told = visits("FI", "Health Minister Aino Virta visited the head of Kuopio University Hospital.");
        assert!(!told.iter().any(|told| told.contains("Kuopio University")), "{told:?}");
    }

    #[test]
    fn the_sites_of_a_visit_may_follow_a_colon() {
        let told = visits(
            "FI",
            "Education Minister Aino Virta visited two schools: Oulu Primary School and Kemi High School.",
        );
        assert_eq!(told, ["Aino Virta -> FI Oulu Primary School Kemi High School completed"]);
    }

    #[test]
    fn a_quarter_of_a_country_is_in_it() {
        for quarter in ["the North East of Japan", "the south-west of Japan", "the north of Japan"] {
            let told = visits("FI", &format!("Foreign Minister Aino Virta visited {quarter}."));
            assert_eq!(told, ["Aino Virta -> JP completed"], "{quarter}");
        }
    }
}
