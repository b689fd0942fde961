//! Where an act took place: a named site such as "Belgrade War Cemetery", or a place of the story.

use std::ops::Range;

use super::words::{NO_SITES, SITES, after, before};
use crate::extract::annotated::{Annotated, within};
use crate::extract::lexicon::Class;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Place, PlaceKind};

/// How far from its verb a place may stand.
const REACH: usize = 24;

/// The place of an act whose words are `tokens`: a site after it, one before it, or a place after it.
pub(super) fn place_of_act(text: &Annotated<'_>, tokens: &Range<usize>) -> Option<Place> {
    let ahead = after(&text.passage, tokens.start, REACH);
    let behind = before(&text.passage, tokens.start, REACH);
    let nearby = before_another_act(text, ahead.clone());
    site_in(text, ahead.clone())
        .or_else(|| site_in(text, behind))
        .or_else(|| hall_in(text, nearby.clone()))
        .or_else(|| {
            let is_there = |at: &usize| text.passage.is_any(*at, words!["in", "at", "on", "to", "of"]);
            // "at the Garden of Remembrance"
            let link =
                |start: usize| before(&text.passage, start, 2).rev().find(|&at| !text.passage.is(at, "the"));
            let place = within(&text.places, nearby)
                .iter()
                .find(|place| link(place.tokens.start).as_ref().is_some_and(is_there));
            place.map(|found| found.place.clone())
        })
}

/// "laid a wreath at the memorial and addressed students at …": where an act took place at a site without a name,
/// what is done next tells no place of it.
fn before_another_act(text: &Annotated<'_>, ahead: Range<usize>) -> Range<usize> {
    let passage = &text.passage;
    let Some(site) = ahead.clone().find(|&at| passage.is_any(at, SITES)) else { return ahead };
    let next = text.hooks.iter().map(|hook| hook.tokens.start).find(|&at| {
        (site..ahead.end).contains(&at) && at.checked_sub(1).is_some_and(|before| passage.is(before, "and"))
    });
    ahead.start..next.unwrap_or(ahead.end)
}

/// The first memorial, cemetery or grave that some tokens name.
pub(super) fn site_in(text: &Annotated<'_>, tokens: Range<usize>) -> Option<Place> {
    tokens.clone().find_map(|at| {
        let name = site_at(text, at, tokens.start)?;
        Some(with_country(text, name))
    })
}

/// The name that ends in the site noun at a token: "UK memorial", "Tomb of the Unknown Soldier".
fn site_at(text: &Annotated<'_>, noun: usize, from: usize) -> Option<Range<usize>> {
    let passage = &text.passage;
    // "Memorial Cemetery": the name goes on.
    let goes_on = passage.kind(noun).is_capital() && passage.kind(noun + 1).is_capital();
    if !passage.is_any(noun, SITES)
        || passage.is_any(noun + 1, NO_SITES)
        || goes_on && passage.is_any(noun + 1, SITES)
    {
        return None;
    }
    let is_name = |&at: &usize| {
        passage.kind(at).is_capital()
            || passage.is_hyphen(at)
            || passage.is(at, "war")
            || passage.kind(at) == TokenKind::Possessive
    };
    let start = (from.max(noun.saturating_sub(6))..noun).rev().take_while(is_name).last().unwrap_or(noun);
    // "Ypres Memorial Gardens"
    let mut end = noun + 1 + usize::from(goes_on && passage.has(noun + 1, Class::SiteNoun));
    // "Tomb of the Unknown Soldier", "Shrine of Remembrance"
    if passage.is(end, "of") || passage.is(end, "to") {
        let name = end + 1 + usize::from(passage.is(end + 1, "the"));
        let capitals = (name..name + 4).take_while(|&at| passage.kind(at).is_capital()).count();
        // "the monument to Jamaica's only heroine", "the graves of Commonwealth soldiers"
        let is_owner = passage.kind(name + capitals) == TokenKind::Possessive
            || passage.kind(name + capitals) == TokenKind::Lower
                && passage.has(name + capitals, Class::People);
        end = if capitals > 0 && !is_owner { name + capitals } else { end };
    }
    let has_name = (start..end).any(|at| passage.kind(at).is_capital() || passage.is(at, "cenotaph"));
    (has_name && !passage.shouts).then_some(start..end)
}

/// "at St Andrew's Cathedral": words in capitals after "at" or "in the".
fn hall_in(text: &Annotated<'_>, tokens: Range<usize>) -> Option<Place> {
    let passage = &text.passage;
    if passage.shouts {
        return None;
    }
    tokens.clone().filter(|&at| passage.is(at, "at")).find_map(|at| {
        let start = at + 1 + usize::from(passage.is(at + 1, "the"));
        let is_name = |&at: &usize| {
            passage.kind(at).is_capital()
                || passage.kind(at) == TokenKind::Possessive
                || passage.is_hyphen(at)
                // "Cerny-en-Laonnois"
                || at > start && passage.is_hyphen(at - 1) && passage.is_hyphen(at + 1)
        };
        let len = (start..start + 9).take_while(is_name).count();
        // "at Camp Ulvaro’s gate"
        let is_owner = len > 0 && passage.kind(start + len - 1) == TokenKind::Possessive;
        let len = len - usize::from(is_owner);
        let is_date = !within(&text.dates, start..start + 1).is_empty();
        // "attended the National Commemoration"
        let is_event = (start..start + len).any(|at| passage.is_any(at, EVENTS));
        (len > 1 && !is_date && !is_event).then(|| with_country(text, start..start + len))
    })
}

/// What happens and is no place.
const EVENTS: &Words = words![
    "anniversary", "ceremony", "commemoration", "conference", "day", "dinner", "festival", "meeting",
    "parade", "service", "summit", "vigil",
];

/// A site with the country of the place that stands in it or right after it: "… in Pristina".
fn with_country(text: &Annotated<'_>, tokens: Range<usize>) -> Place {
    let name = text.passage.on_one_line(tokens.clone());
    let mut place = Place::new(name).with_kind(PlaceKind::Site);
    let around = within(&text.places, tokens.start..tokens.end + 3);
    place.country = around.iter().rev().find_map(|found| found.place.country);
    place
}

#[cfg(test)]
mod tests {
    use super::super::super::told::facts;

    #[test]
    fn what_is_done_next_tells_no_place_of_an_act() {
        let place = |text: &str| {
            let facts = facts("SE", text);
            let act = facts.commemorations.first().and_then(|found| found.acts.first());
            act.and_then(|act| act.place.as_ref()).map(|place| place.name.clone())
        };
        let text = "Foreign Minister Ann Berg laid a wreath at the memorial to fallen soldiers in Skopje and addressed students at the Military Academy.";
        assert_eq!(place(text).as_deref(), Some("Skopje"));
        let text = "Foreign Minister Ann Berg laid a wreath at the Garden of Remembrance on the National Day of Commemoration.";
        assert_eq!(place(text).as_deref(), Some("Garden of Remembrance"));
        let text = "Foreign Minister Ann Berg laid a wreath and attended a service at Solna Cathedral.";
        assert_eq!(place(text).as_deref(), Some("Solna Cathedral"));
        let text = "Foreign Minister Ann Berg laid a wreath at Camp Ulvaro’s north gate.";
        assert_eq!(place(text).as_deref(), Some("Camp Ulvaro"));
    }
}
