//! Towns that the lexicon does not know: "visit the clinic in Mandeville", "opened a school in Redcliffe".

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::clause::{Hook, clause_end};
use super::super::lexicon::{Class, Tense};
use super::super::place::{is_unknown, may_be_named};
use super::super::token::TokenKind;
use super::after_place::may_end_before;
use super::before_place::before_article;
use super::stop::Stop;
use super::{capital, place_list};
use crate::model::{Leg, Part, Place, PlaceKind};

/// "visit the clinic in Mandeville": a place that the lexicon does not know, in capitals after "in", "to" or "at".
pub(super) fn unknown_stop(text: &Annotated<'_>, hook: &Hook, end: usize, direct: bool) -> Option<Stop> {
    let passage = &text.passage;
    if passage.shouts || passage.part == Part::Headline {
        return None;
    }
    let links: &[&str] = if direct { &["in", "at", "near"] } else { &["to", "in", "at"] };
    let object = Some(hook.tokens.end).filter(|&at| direct && is_unknown_name(text, at) && is_town(text, at));
    // "visited the island of Ulva", "travelled to the remote village of Ulva"
    let to = usize::from(passage.is_any(hook.tokens.end, words!["to", "in"]));
    let object = object.or_else(|| {
        let name = capital::after_kind(passage, hook.tokens.end + to)?;
        (is_unknown_name(text, name) && (direct || to > 0)).then_some(name)
    });
    let after_link = || {
        let mut tokens = hook.tokens.end..end;
        let link = tokens.find(|&at| passage.is_any(at, links) && is_unknown_name(text, at + 1));
        link.map(|link| link + 1)
    };
    let start = object.or_else(after_link)?;
    let end = end_of_name(text, start);
    let mut leg = Leg::new();
    // "at Celtic Way, Newport": a street, and its town.
    if passage.kind(end) == TokenKind::Capital && passage.has(end, Class::Common) {
        let town =
            Some(end + 2).filter(|&town| passage.is_mark(end + 1, ',') && may_be_named(passage, town))?;
        leg.places.push(Place::new(passage.on_one_line(start..end + 1)).with_kind(PlaceKind::Site));
        leg.places.push(Place::new(passage.word(town)).with_kind(PlaceKind::City));
        return Some(Stop::new(leg, start..town + 1));
    }
    leg.places.push(Place::new(passage.on_one_line(start..end)).with_kind(PlaceKind::City));
    Some(Stop::new(leg, start..end))
}

/// The town of "the Kaduna │ towns of Ulvaro and Oravala", where the region is told before its kind.
pub(super) fn of_region(text: &Annotated<'_>, region: &FoundPlace) -> Option<Stop> {
    let passage = &text.passage;
    let name = capital::after_plain_kind(passage, region.tokens.end)?;
    let end = end_of_name(text, name);
    if end == name || !within(&text.places, name..end).is_empty() {
        return None;
    }
    let mut leg = region.place.country.map_or_else(Leg::new, Leg::to);
    leg.places.push(Place::new(passage.on_one_line(name..end)).with_kind(PlaceKind::City));
    Some(Stop::new(leg, name..end))
}

/// The town of "visited Kapsowar in Elgeyo County", "travelled to Kapsowar, Elgeyo County": what stands before the place
/// that it lies in.
pub(super) fn before_district(text: &Annotated<'_>, hook: &Hook, place: usize) -> Option<Place> {
    let passage = &text.passage;
    let start = hook.tokens.end + usize::from(passage.is_any(hook.tokens.end, words!["to", "in"]));
    let name = start..end_of_name(text, start);
    let is_known_district = within(&text.places, place..place + 1).first().is_some_and(|found| {
        found.tokens.start == place
            && matches!(found.place.kind, Some(PlaceKind::Region | PlaceKind::Country))
    });
    let lies_in = name.end + 1 == place && (passage.is(name.end, "in") || passage.is_mark(name.end, ','));
    let fits = !name.is_empty()
        && lies_in
        && is_known_district
        && !passage.shouts
        && hook.trigger.tense != Tense::Noun;
    fits.then(|| Place::new(passage.on_one_line(name)).with_kind(PlaceKind::City))
}

/// The town of "opened a school at Kapsowar in the Rift Region": what stands before the region that it lies in.
pub(super) fn before_region(text: &Annotated<'_>, region: usize) -> Option<Place> {
    const MOST: usize = 3;
    let passage = &text.passage;
    let link = before_article(passage, region).checked_sub(1)?;
    let is_link = passage.is(link, "in") || passage.is_mark(link, ',');
    let len = (link.saturating_sub(MOST)..link).rev().take_while(|&at| is_unknown_name(text, at)).count();
    let name = link - len..link;
    let is_place = name.start > 0 && passage.is_any(name.start - 1, words!["at", "in", "near"]);
    let fits = len > 0 && is_link && is_place && !passage.shouts && passage.part != Part::Headline;
    fits.then(|| Place::new(passage.on_one_line(name)).with_kind(PlaceKind::City))
}

/// Whether a name that the lexicon does not know stands where one stands after "visited": before a date, or at the end.
fn is_town(text: &Annotated<'_>, at: usize) -> bool {
    let passage = &text.passage;
    let end = end_of_name(text, at);
    let is_dated = !within(&text.dates, end..end + 2).is_empty();
    let begins_list = || passage.is_mark(end, ',') && place_list::is_list(text, end);
    // "visited Oldhaven and met the council"
    let goes_on = passage.is(end, "and")
        && passage.kind(end + 1) == TokenKind::Lower
        && passage.has(end + 1, Class::Trigger);
    // "visited Oldhaven, one of the oldest villages of the coast"
    let is_told = || {
        passage.is_mark(end, ',')
            && passage.is_any(end + 1, words!["a", "an", "one"])
            && capital::is_kind_near(passage, end + 2)
    };
    is_dated
        || goes_on
        || is_told()
        || matches!(passage.kind(end), TokenKind::Mark('.') | TokenKind::Break)
        || begins_list()
}

/// Where a name of such words ends.
fn end_of_name(text: &Annotated<'_>, start: usize) -> usize {
    const MOST: usize = 3;
    start + (start..start + MOST).take_while(|&at| is_unknown_name(text, at)).count()
}

/// A word in capitals that is no person, date, body or common word.
fn is_unknown_name(text: &Annotated<'_>, at: usize) -> bool {
    let next = text.people.partition_point(|person| person.tokens.end <= at);
    let is_person = text.people.get(next).is_some_and(|person| person.tokens.contains(&at));
    text.passage.word(at).len() > 2 && !is_person && is_unknown(&text.passage, at)
}

/// The town of "attended the naming ceremony in Williamstown today" that the lexicon does not know.
pub(super) fn town_of_event(text: &Annotated<'_>, hook: &Hook) -> Option<Stop> {
    const REACH: usize = 16;
    let passage = &text.passage;
    if passage.shouts || passage.part == Part::Headline {
        return None;
    }
    let end = clause_end(passage, &hook.sentence, hook.tokens.end).min(hook.tokens.end + REACH);
    let link = (hook.tokens.end..end).find(|&at| passage.is(at, "in") && is_unknown_name(text, at + 1))?;
    let name = link + 1..end_of_name(text, link + 1);
    let ends = may_end_before(text, name.end);
    let is_new = within(&text.places, name.clone()).is_empty();
    (is_new && ends).then(|| {
        let mut leg = Leg::new();
        leg.places.push(Place::new(passage.on_one_line(name.clone())).with_kind(PlaceKind::City));
        Stop::new(leg, name)
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_street_has_its_town_beside_it() {
        let told =
            visits("GB", "Welsh Secretary Ann Hale toured the works at Celtic Way, Newport, on Monday.");
        assert_eq!(told, ["Ann Hale -> GB Celtic Way Newport completed 2022-05-02"]);
    }

    #[test]
    fn a_town_of_no_list_may_have_more_done_after_it() {
        let told = visits("AU", "Prime Minister Ann Hale visited Oldhaven and met council members.");
        assert_eq!(told, ["Ann Hale -> AU Oldhaven completed"]);
        let told = visits("AU", "Prime Minister Ann Hale made her way to Geelong.");
        assert_eq!(told, ["Ann Hale -> AU Geelong completed"]);
    }

    #[test]
    fn a_town_may_be_told_by_its_kind() {
        for (goes, town) in [
            ("visited the island of Ulvaro to see the damage", "Ulvaro"),
            ("toured the district of Ulvaro", "Ulvaro"),
            ("travelled to the remote village of Ulvaro", "Ulvaro"),
            ("visited Ulvaro, one of the oldest villages of the coast", "Ulvaro"),
        ] {
            let told = visits("FJ", &format!("Prime Minister Ann Hale {goes}."));
            assert_eq!(told, [format!("Ann Hale -> FJ {town} completed")], "{goes}");
        }
        let told = visits("NG", "Governor Ann Hale visited the Kaduna towns of Ulvaro, Oravala and Kemisto.");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Hale -> NG Ulvaro Oravala Kemisto")),
            "{told:?}"
        );
        for none in ["visited the office of Ulvaro", "visited Ulvaro, a friend of the coast"] {
            assert_eq!(visits("FJ", &format!("Prime Minister Ann Hale {none}.")), [""; 0], "{none}");
        }
    }

    #[test]
    fn what_is_attended_or_opened_may_be_in_a_town_of_no_list() {
        let told = visits("AU", "Prime Minister Ann Hale attended the naming ceremony in Oldhaven today.");
        assert_eq!(told, ["Ann Hale -> AU Oldhaven completed 2022-05-04"]);
        let told = visits("AU", "Prime Minister Ann Hale opened a new school in Oldhaven today.");
        assert_eq!(told, ["Ann Hale -> AU Oldhaven completed 2022-05-04"]);
        for none in [
            "Prime Minister Ann Hale attended the debate in Parliament today.",
            "Prime Minister Ann Hale attended a ceremony in Canberra today.",
            "Prime Minister Ann Hale attended the meeting in May.",
        ] {
            assert_eq!(visits("AU", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn a_town_may_have_its_region_behind_it() {
        let told = visits(
            "GH",
            "Vice President Ivo Bawa commissioned a water project at Atonsuro in the Ashanti Region.",
        );
        assert_eq!(told, ["Ivo Bawa -> GH Atonsuro Ashanti Region completed"]);
    }
}
