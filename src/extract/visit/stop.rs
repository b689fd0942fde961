//! The stops of one list of places, country by country.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::date::is_calendar_word;
use super::super::lexicon::{Class, Frame, Tense};
use super::super::passage::Passage;
use super::super::place::is_district;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::before_place::preceded_by;
use super::{add_place, capital, place_list, when};
use crate::model::{Country, Leg, Part, PlaceKind};

/// One country that a visit goes to, and where the text says so.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    pub(super) leg: Leg,
    pub(super) tokens: Range<usize>,
    /// Whether it is a small town without its country beside it: there may be another of its name.
    pub(super) is_obscure: bool,
    /// The country that the text named last before it.
    pub(super) near: Option<Country>,
}

impl Stop {
    pub(super) fn new(leg: Leg, tokens: Range<usize>) -> Self {
        Self { leg, tokens, is_obscure: false, near: None }
    }
}

/// Places of one list, gathered by country; a date after a place is that stop's.
pub(super) fn stops(text: &Annotated<'_>, places: &[FoundPlace], sentence: &Range<usize>) -> Vec<Stop> {
    let passage = &text.passage;
    let places = &*place_list::complete(text, places);
    let mut stops: Vec<Stop> = Vec::new();
    let mut last_end = None;
    for (index, found) in places.iter().enumerate() {
        let is_next = |end| continues(passage, end, found.tokens.start);
        if last_end.is_some_and(|end| !is_next(end) || says(passage, found.tokens.end)) {
            break;
        }
        last_end = Some(found.tokens.end);
        // "Anhui province" of no list, too.
        let is_open = found.place.country.is_none() && is_district(&found.place);
        let is_local = matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site)) || is_open;
        // A site of a list lies where the place before it does.
        let before = || stops.last().filter(|_| is_local).and_then(|stop| stop.leg.country);
        let country = found.place.country.or_else(before);
        let next = places.get(index + 1).map_or(sentence.end, |next| next.tokens.start);
        let next = end_of_dates(passage, found.tokens.end..next);
        let dates = within(&text.dates, found.tokens.end..next)
            .iter()
            .find(|found| !when::is_of_one_before(passage, found));
        let dates = dates.map(|found| found.date.clone());
        let is_stop = is_open || !matches!(found.place.kind, Some(PlaceKind::Country | PlaceKind::Region));
        match stops.iter_mut().find(|stop| stop.leg.country == country) {
            Some(stop) => {
                stop.tokens.end = found.tokens.end;
                stop.leg.dates = stop.leg.dates.take().or(dates);
                if is_stop {
                    add_place(&mut stop.leg, &found.place);
                }
            }
            None => {
                let mut leg = Leg::new();
                leg.country = country;
                leg.dates = dates;
                if is_stop || country.is_none() {
                    leg.places.push(found.place.clone());
                }
                stops.push(Stop::new(leg, found.tokens.clone()));
            }
        }
    }
    for stop in &mut stops {
        let here = within(&text.places, stop.tokens.clone());
        // "Normandy, France": a region stands for the cities that nobody names.
        if stop.leg.places.is_empty() && stop.leg.country.is_some() && passage.part != Part::Headline {
            let regions = here.iter().filter(|found| {
                found.place.kind == Some(PlaceKind::Region) && found.place.country == stop.leg.country
            });
            stop.leg.places.extend(regions.map(|found| found.place.clone()));
        }
        let mut cities = here.iter().filter(|found| found.place.kind == Some(PlaceKind::City)).peekable();
        stop.is_obscure = cities.peek().is_some()
            && cities.all(|found| is_obscure(passage, found))
            && here.iter().all(|found| matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site)));
    }
    // A world region beside its countries is no stop of its own.
    if stops.iter().any(|stop| stop.leg.country.is_some()) {
        stops.retain(|stop| stop.leg.country.is_some());
    }
    stops
}

/// "…, the Federal Chancellery announced", "has confirmed": a place that speaks is no stop.
fn says(passage: &Passage<'_>, at: usize) -> bool {
    let at = at + usize::from(passage.is_any(at, words!["has", "have", "had", "also"]));
    let verb = passage.trigger(at);
    // "coming to Kenya, State House confirms"
    let is_present = |tense| passage.part == Part::Headline && tense == Tense::Present;
    passage.kind(at) == TokenKind::Lower
        && verb.is_some_and(|verb| {
            verb.frame == Frame::Say && (verb.tense == Tense::Past || is_present(verb.tense))
        })
}

/// Where "where she will hold talks on Thursday" begins: its dates are those of what is done there.
pub(super) fn relative_clause(passage: &Passage<'_>, tokens: Range<usize>) -> Option<usize> {
    const REACH: usize = 12;
    let end = tokens.end.min(tokens.start + REACH);
    (tokens.start..end).find(|&at| passage.is(at, "where"))
}

/// Where the dates of a stop or of a visit end: "met in Oslo with the Speaker, who │ took office on 3 May".
pub(super) fn end_of_dates(passage: &Passage<'_>, tokens: Range<usize>) -> usize {
    const REACH: usize = 20;
    let relative = relative_clause(passage, tokens.clone());
    let mut near = tokens.start..tokens.end.min(tokens.start + REACH);
    relative.or_else(|| near.find(|&at| passage.is(at, "who"))).unwrap_or(tokens.end)
}

/// A town of few inhabitants without its country beside it.
fn is_obscure(passage: &Passage<'_>, found: &FoundPlace) -> bool {
    let is_joined =
        passage.is_mark(found.tokens.end, ',') && passage.has(found.tokens.end + 1, Class::Country);
    is_small_town(passage, found) && !is_joined
}

/// A town of few inhabitants, of which there may be others of its name.
pub(super) fn is_small_town(passage: &Passage<'_>, found: &FoundPlace) -> bool {
    const FEW: u32 = 300_000;
    found.place.kind == Some(PlaceKind::City)
        && passage.foremost(found.tokens.start, Class::City).is_some_and(|city| city.entry.value < FEW)
}

/// Whether a list of places goes on from one to the next: commas, "and", dates and small words.
pub(super) fn continues(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    const BETWEEN: &Words = words![
        "and", "then", "to", "in", "the", "on", "from", "followed", "by", "before", "at", "also", "onward",
        "onwards", "finally", "later", "next", "this", "week", "month", "weekend", "tomorrow", "today",
    ];
    if capital::leads_on(passage, from, to) {
        return true;
    }
    // "arrived in Australia from Tahiti": where somebody comes from is no goal.
    !preceded_by(passage, to, &["from"])
        && to <= from + 12
        && (from..to).all(|at| {
            let date_part = passage.kind(at) == TokenKind::Number || is_calendar_word(passage, at);
            // "visits Kyiv as Finland pledges aid" goes on to no second place.
            let is_as_well = passage.reads(at, &["as", "well"])
                || passage.is(at, "well")
                || at.checked_sub(1).is_some_and(|well| passage.reads(well, &["well", "as"]));
            // "Nairobi's Kenyatta Airport"
            let is_owner = passage.kind(at) == TokenKind::Possessive && at + 1 == to;
            date_part
                || is_owner
                || passage.is_any(at, BETWEEN)
                || is_as_well
                || matches!(passage.kind(at), TokenKind::Mark(',' | ';' | '(' | ')' | '-' | '–' | '&'))
        })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{headline_visits, visits};

    #[test]
    fn what_happens_as_somebody_visits_is_no_stop() {
        let told = visits("GB", "Foreign Secretary Ann Hale visits Kyiv as UK pledges new support.");
        assert_eq!(told, ["Ann Hale -> UA Kyiv ongoing"]);
        let told = visits("GB", "Foreign Secretary Ann Hale will visit Latvia as well as Estonia.");
        assert_eq!(told, ["Ann Hale -> LV planned", "Ann Hale -> EE planned"]);
    }

    #[test]
    fn where_somebody_comes_from_is_no_stop() {
        let told = visits(
            "AU",
            "Foreign Minister Aino Virta of Finland arrived in Australia from Fiji on Monday and will fly to Hobart.",
        );
        assert!(told.iter().all(|told| told.starts_with("Aino Virta -> AU")), "{told:?}");
        let told = visits("FI", "Foreign Minister Aino Virta will visit Kenya from Monday and Latvia.");
        assert_eq!(told.len(), 2, "{told:?}");
    }

    #[test]
    fn a_state_that_lends_its_name_to_a_city_is_no_second_place() {
        for (text, city) in
            [("New York City, New York", "US New York City"), ("Quebec City, Quebec", "CA Quebec City")]
        {
            let told = visits("FI", &format!("Foreign Minister Aino Virta visited {text}, on Monday."));
            assert_eq!(told, [format!("Aino Virta -> {city} completed 2022-05-02")]);
        }
    }

    #[test]
    fn a_house_that_has_confirmed_something_is_no_stop() {
        let told = visits(
            "US",
            "President Ann Hale has postponed her trip to Kenya and Uganda, the White House has confirmed.",
        );
        assert_eq!(told, ["Ann Hale -> KE cancelled", "Ann Hale -> UG cancelled"]);
    }

    #[test]
    fn a_city_and_what_is_its_own_are_two_places() {
        let told =
            visits("FI", "Foreign Minister Aino Virta visited Nairobi's Kenyatta International Airport.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi Kenyatta International Airport completed"]);
    }

    #[test]
    fn a_house_that_confirms_something_in_a_headline_is_no_stop() {
        let told = headline_visits("US", "President Ann Hale coming to Kenya, White House confirms");
        assert!(told.iter().all(|told| told.starts_with("Ann Hale -> KE")) && told.len() == 1, "{told:?}");
    }
}
