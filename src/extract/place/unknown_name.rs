//! Towns of names that the lexicon does not know, told by what stands beside them: "in Tapa, Estonia".

use std::ops::Range;

use super::super::annotated::FoundPlace;
use super::super::features::Features;
use super::super::lexicon::{self, Class};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::surroundings::follows_preposition;
use super::{is_territory, place_of};
use crate::model::PlaceKind;

/// A town that the lexicon does not know, after a preposition and with its country beside it: "in Tapa, Estonia".
pub(super) fn town_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
    if !follows_preposition(passage, at) || passage.shouts {
        return None;
    }
    let end = end_of_unknown_name(passage, at)?;
    let country = passage.longest(end + 1, Class::Country).filter(is_territory)?;
    let country = passage.is_mark(end, ',').then(|| lexicon::country(country.entry.country)).flatten()?;
    Some(place_of(passage, at..end, PlaceKind::City, Some(country)))
}

/// A city that the lexicon does not know and that calls itself one: "to Iloilo City".
pub(super) fn named_city_at(passage: &Passage<'_>, at: usize) -> Option<FoundPlace> {
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
pub(super) fn town_of_site(passage: &Passage<'_>, site: &FoundPlace) -> Option<Range<usize>> {
    let at = site.tokens.end;
    let is_located =
        site.place.kind == Some(PlaceKind::Site) && passage.is_any(at, words!["in", "near", "outside"]);
    let end = is_located.then(|| end_of_unknown_name(passage, at + 1)).flatten()?;
    Some(at + 1..end)
}

/// Where capitals that the lexicon does not know end.
pub(super) fn end_of_unknown_name(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 3;
    const NAMES: Features = Features::classes(&[Class::City, Class::Region]);
    let is_new = |at: usize| is_unknown(passage, at) && !passage.has_any(at, NAMES);
    let end = (at..at + MOST).take_while(|&at| is_new(at)).last()? + 1;
    (passage.word(at).len() > 2 && !passage.kind(end).is_capital()).then_some(end)
}

/// Whether a word in capitals is none that the lexicon knows as anything but a name.
pub(in crate::extract) fn is_unknown(passage: &Passage<'_>, at: usize) -> bool {
    const WORDS: Features =
        Features::classes(&[Class::Common, Class::Portfolio, Class::People, Class::Qualifier]);
    may_be_named(passage, at) && !passage.has_any(at, WORDS)
}

/// Whether a word in capitals may be of the name of a place: it is of no office, people, body, country, day or verb.
pub(in crate::extract) fn may_be_named(passage: &Passage<'_>, at: usize) -> bool {
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
        && !super::super::date::is_calendar_word(passage, at)
        && !passage.has_any(at, OTHERS)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_city_may_call_itself_one() {
        let told = visits("PH", "President Ann Hale visited the clinic in Iloila City on Monday.");
        assert_eq!(told, ["Ann Hale -> PH Iloila City completed 2022-05-02"]);
    }
}
