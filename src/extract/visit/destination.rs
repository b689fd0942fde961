//! Where a visit goes: the places after its verb or noun, country by country.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::clause::{Hook, clause_end, of};
use super::super::date::is_calendar_word;
use super::super::lexicon::{Class, Frame, Tense, trigger};
use super::super::passage::Passage;
use super::super::place::is_of_participle;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::{add_place, capital, named_site, place_list, unknown_town, when};
use crate::model::{Country, Leg, Part, Place, PlaceKind};

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

/// The stops of "visited A, B and C", "travels to A", "visit to A".
pub(super) fn of_travel(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let end = next_journey(text, hook, end).unwrap_or(end);
    let direct = of(hook, Frame::Visit) && hook.trigger.tense != Tense::Noun;
    // "During her two-day trip, the Minister will visit": the places are those of another verb.
    let is_alone = hook.trigger.tense == Tense::Noun && passage.is_mark(hook.tokens.end, ',');
    if is_alone
        || is_before_verb(passage, hook)
        || leaves_place(passage, hook) && !names_goal(text, hook, end)
    {
        return Vec::new();
    }
    if passage.is(hook.tokens.end, "here")
        && let Some(stop) = of_dateline(text, hook)
    {
        return vec![stop];
    }
    // "visited three schools: A, B and C"
    let colon = Some(end).filter(|&colon| passage.is_mark(colon, ':') && places_follow(text, colon));
    let end = colon.map_or(end, |_| hook.sentence.end);
    let places = within(&text.places, hook.tokens.end..end);
    let goal = |found: &FoundPlace| {
        is_goal(passage, hook, found, direct)
            || colon.is_some_and(|colon| (colon..=colon + 2).contains(&found.tokens.start))
    };
    match places.iter().position(goal) {
        Some(first) => {
            // "Asuncion, Paraguay; Panama City, Panama": the list goes on behind a semicolon.
            let from = places.get(first).map_or(end, |found| found.tokens.start);
            stops(text, within(&text.places, from..hook.sentence.end), &hook.sentence)
        }
        None => {
            let named = || named_site::stop(text, hook).filter(|_| direct);
            let unknown = unknown_town::unknown_stop(text, hook, end, direct).or_else(named);
            let unknown = unknown.map(|stop| place_list::go_on(text, stop, hook.sentence.end));
            unknown.or_else(|| capital::stop(text, hook, end)).into_iter().collect()
        }
    }
}

/// Whether a site or a town stands right after a colon.
fn places_follow(text: &Annotated<'_>, colon: usize) -> bool {
    within(&text.places, colon + 1..colon + 3)
        .first()
        .is_some_and(|found| matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site)))
}

/// "DUSHANBE, March 12 (Xinhua) -- The Premier arrived here": the place that a text begins with.
fn of_dateline(text: &Annotated<'_>, hook: &Hook) -> Option<Stop> {
    const DATELINE: usize = 12;
    let passage = &text.passage;
    let city = text.places.first().filter(|place| place.tokens.start == 0)?;
    let mut opening = city.tokens.end..DATELINE.min(hook.tokens.start);
    opening.find(|&at| matches!(passage.kind(at), TokenKind::Mark('–' | '—' | '-')))?;
    let mut leg = city.place.country.map_or_else(Leg::new, Leg::to);
    leg.places.push(city.place.clone());
    Some(Stop::new(leg, hook.tokens.clone()))
}

/// "continued to work in Kyiv", "came to power in Kenya": what follows "to" is no place.
fn is_before_verb(passage: &Passage<'_>, hook: &Hook) -> bool {
    const BEFORE_PLACE: &Words = words![
        "the", "a", "an", "his", "her", "their", "its", "our", "both", "several", "one", "two", "three"
    ];
    let at = hook.tokens.end;
    let ends_in_to = hook.tokens.len() > 1 && passage.is(at - 1, "to");
    let is_small = passage.kind(at) == TokenKind::Lower && !passage.is_any(at, BEFORE_PLACE);
    ends_in_to && is_small && !(at + 1..at + 3).any(|place| before_article(passage, place) == at)
}

/// "left", "departs": the place right after it is where the journey begins.
fn leaves_place(passage: &Passage<'_>, hook: &Hook) -> bool {
    hook.tokens.len() == 1 && is_leaving(passage, hook)
}

/// "left", "departs for": whoever does sets out.
pub(super) fn is_leaving(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.is_any(
        hook.tokens.start,
        words!["leave", "leaves", "left", "leaving", "depart", "departs", "departed", "departing"],
    )
}

/// "has returned from": the place after it is where one was.
pub(super) fn is_coming_back(passage: &Passage<'_>, hook: &Hook) -> bool {
    let from = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "home"));
    passage.is_any(hook.tokens.start, words!["returned", "returning", "returns"])
        && hook.trigger.tense != Tense::Noun
        && passage.is(from, "from")
}

/// What stands before the place that one leaves for: "departs tomorrow on a visit to".
const LEAVES_FOR: &[&str] = &["for", "to"];

/// Whether a clause says where one leaves for.
fn names_goal(text: &Annotated<'_>, hook: &Hook, end: usize) -> bool {
    within(&text.places, hook.tokens.end..end)
        .iter()
        .any(|found| preceded_by(&text.passage, found.tokens.start, LEAVES_FOR))
}

/// Where the journey of somebody else begins to be told: "the visit follows the Minister's travel to".
fn next_journey(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<usize> {
    let after = text.hooks.partition_point(|other| other.tokens.start < hook.tokens.end);
    let next = text.hooks.get(after..)?.iter().take_while(|other| other.tokens.start < end);
    let mut journeys = next.filter(|other| matches!(other.trigger.frame, Frame::Visit | Frame::Travel));
    let next = journeys.next()?.tokens.start;
    let has_traveller = within(&text.people, hook.tokens.end..next).iter().any(|person| person.possessive);
    has_traveller.then_some(next)
}

/// The stops of "welcomed X to A", "will host X in A".
pub(super) fn of_welcome(text: &Annotated<'_>, hook: &Hook, end: usize) -> Vec<Stop> {
    first_at(text, hook.tokens.end..end, &["to", "in", "at"], &hook.sentence)
}

/// The stops of "Upon arrival at A in B, the Minister was received by".
pub(super) fn of_arrival(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const OPENING: usize = 24;
    let passage = &text.passage;
    let opening = hook.sentence.start..hook.tokens.start.min(hook.sentence.start + OPENING);
    let is_arrival = |at: usize| passage.is_any(at, words!["arrival", "arriving", "landing"]);
    let arrival = opening.clone().take(4).find(|&at| is_arrival(at));
    arrival.map_or_else(Vec::new, |at| first_at(text, at + 1..opening.end, &["in", "at"], &hook.sentence))
}

/// The places of "met with the visiting President A at the Great Hall in B", if they are in a country or in none.
pub(super) fn of_guest(
    text: &Annotated<'_>,
    hook: &Hook,
    guest: &Range<usize>,
    country: Option<Country>,
) -> Vec<Place> {
    let end = clause_end(&text.passage, &hook.sentence, guest.end);
    let stops = first_at(text, guest.end..end, &["in", "at"], &hook.sentence);
    let here = stops.into_iter().filter(|stop| stop.leg.country.is_none() || stop.leg.country == country);
    here.flat_map(|stop| stop.leg.places).collect()
}

/// The stops of "will accompany X to A".
pub(super) fn of_company(text: &Annotated<'_>, hook: &Hook, end: usize) -> Vec<Stop> {
    first_at(text, hook.tokens.end..end, &["to"], &hook.sentence)
}

/// The stops of "opened the A Hospital in B": what is opened is where one goes.
pub(super) fn of_opening(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const REACH: usize = 8;
    let passage = &text.passage;
    let places = within(&text.places, hook.tokens.end..hook.sentence.end);
    let is_object = |found: &FoundPlace| {
        const NOT_BEFORE: &Words = words!["in", "at", "to", "for", "with", "on", "near", "by", "from", "and"];
        found.place.kind == Some(PlaceKind::Site)
            && found.tokens.start <= hook.tokens.end + REACH
            && passage.is_any(hook.tokens.end, words!["the", "a", "an", "its", "their"])
            && !(hook.tokens.end..found.tokens.start).any(|at| passage.is_any(at, NOT_BEFORE))
            && clause_end(passage, &hook.sentence, hook.tokens.end) >= found.tokens.start
    };
    if opens(passage, hook) && places.first().is_some_and(is_object) {
        stops(text, places, &hook.sentence)
    } else {
        Vec::new()
    }
}

/// Whether a verb tells that something is opened, or is to be.
pub(super) fn opens(passage: &Passage<'_>, hook: &Hook) -> bool {
    let opens = passage.is_any(
        hook.tokens.start,
        words![
            "open",
            "opens",
            "opened",
            "commission",
            "commissions",
            "commissioned",
            "inaugurate",
            "inaugurates",
            "inaugurated"
        ],
    );
    // "agreed to open an embassy" tells of no journey.
    let before = hook.tokens.start.saturating_sub(3).max(hook.sentence.start)..hook.tokens.start;
    let is_to_come = before.into_iter().any(|at| passage.is_any(at, words!["will", "shall"]));
    let is_verb = matches!(hook.trigger.tense, Tense::Past | Tense::Present)
        || hook.trigger.tense == Tense::Base && is_to_come;
    opens && is_verb && hook.tokens.len() == 1
}

/// The stops of "is in A", "while in A".
pub(super) fn right_after(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    let Some(start) = after_time_spent(&text.passage, hook) else { return Vec::new() };
    let places = within(&text.places, start..hook.sentence.end);
    let is_next = |found: &&FoundPlace| found.tokens.start <= start + 1 && is_inhabited(&found.place);
    if places.first().filter(is_next).is_some() { stops(text, places, &hook.sentence) } else { Vec::new() }
}

/// The token after the verb of a stay, and after the "in" of "spent two days in".
fn after_time_spent(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const REACH: usize = 7;
    let at = hook.tokens.end;
    if !passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("spen") {
        return Some(at);
    }
    let link = (at..at + REACH).find(|&link| passage.is_any(link, words!["in", "at", "visiting", "touring"]));
    let is_time = |link: usize| {
        (at..link).any(|at| {
            passage.is_any(
                at,
                words!["day", "days", "week", "weeks", "weekend", "night", "hours", "time", "morning"],
            )
        })
    };
    link.filter(|&link| is_time(link)).map(|link| link + 1)
}

/// The stops of "attended the summit in A", "spoke at a ceremony held at A in B".
pub(super) fn of_event(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const REACH: usize = 40;
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    // "met B during the General Assembly in New York"
    let end = if passage.is(end, "during") && of(hook, Frame::Meet) {
        clause_end(passage, &hook.sentence, end + 1)
    } else {
        end
    };
    let tokens = hook.tokens.end..end.min(hook.tokens.end + REACH);
    let is_remote = tokens.clone().any(|at| {
        passage.is_any(
            at,
            words!["virtual", "virtually", "video", "online", "webinar", "videoconference", "remotely"],
        )
    });
    if is_remote {
        return Vec::new();
    }
    let stops = first_at(text, tokens, AT_EVENT, &hook.sentence);
    if !stops.is_empty() {
        return stops;
    }
    // "The event took place at A in B", in a sentence of its own.
    let next = passage.sentence_of(hook.sentence.end);
    let opening = next.start..next.end.min(next.start + REACH);
    let is_told_of =
        opening.clone().any(|at| passage.reads(at, &["took", "place"]) || passage.is(at, "held"))
            && opening.clone().take(4).any(|at| {
                passage.is_any(
                    at,
                    words![
                        "event",
                        "ceremony",
                        "function",
                        "programme",
                        "program",
                        "conference",
                        "summit",
                        "meeting",
                        "talks",
                    ],
                )
            });
    if is_told_of { first_at(text, opening, AT_EVENT, &next) } else { Vec::new() }
}

/// The stops of "a ceremony held at A in B under the patronage of": the first place of the sentence.
pub(super) fn around(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const REACH: usize = 40;
    let start = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start);
    first_at(text, start..hook.sentence.end.min(hook.tokens.end + REACH), AT_EVENT, &hook.sentence)
}

/// What stands before the place of an event.
const AT_EVENT: &[&str] = &["in", "at", "near", "outside"];

/// The stops that begin with the first place in `tokens` after one of some words.
pub(super) fn first_at(
    text: &Annotated<'_>,
    tokens: Range<usize>,
    words: &[&str],
    sentence: &Range<usize>,
) -> Vec<Stop> {
    let places = within(&text.places, tokens);
    let first = places.iter().position(|found| {
        let start = found.tokens.start;
        preceded_by(&text.passage, start, words)
            && !is_of_participle(&text.passage, start)
            && !is_of_happening(&text.passage, start)
    });
    first.map_or_else(Vec::new, |first| stops(text, places.get(first..).unwrap_or_default(), sentence))
}

/// "the situation in Aleppo", "the attack at the college": what is spoken of happens where the speakers are not.
pub(super) fn is_of_happening(passage: &Passage<'_>, start: usize) -> bool {
    const HAPPENINGS: &Words = words![
        "attack",
        "attacks",
        "bombing",
        "conflict",
        "conflicts",
        "coup",
        "crises",
        "crisis",
        "fighting",
        "hostilities",
        "massacre",
        "protests",
        "shooting",
        "situation",
        "unrest",
        "violence",
        "war",
        "wars",
    ];
    before_article(passage, start)
        .checked_sub(2)
        .is_some_and(|noun| passage.is_any(noun, HAPPENINGS) && passage.kind(noun) == TokenKind::Lower)
}

/// Countries and what lies in them; no oceans, no world regions.
fn is_inhabited(place: &Place) -> bool {
    place.country.is_some()
}

/// Whether a place is where the verb leads: its object, or after "to", "in", "at".
fn is_goal(passage: &Passage<'_>, hook: &Hook, found: &FoundPlace, direct: bool) -> bool {
    let start = found.tokens.start;
    if leaves_place(passage, hook) {
        return preceded_by(passage, start, LEAVES_FOR);
    }
    // "Her first stop will be Nairobi"
    if passage.is(hook.tokens.end - 1, "stop") && preceded_by(passage, start, &["be", "is", "was"]) {
        return true;
    }
    if is_coming_back(passage, hook) {
        let from = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "home"));
        return before_article(passage, start) == from + 1;
    }
    if start == hook.tokens.end && passage.is_any(start - 1, words!["to", "in", "at", "for"]) {
        return true;
    }
    // "The visit was shortened, and he will return to Israel"
    let returns = before_article(passage, start).checked_sub(2).is_some_and(|verb| {
        verb > hook.tokens.end && passage.word(verb).starts_with("return") && passage.is(verb + 1, "to")
    });
    if returns {
        return false;
    }
    if preceded_by(passage, start, &["to", "in", "at", "for", "into", "of", "near", "around", "across"]) {
        // "a return to democracy in Venezuela"
        let returns = passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("return");
        if returns && before_article(passage, start) > hook.tokens.end + 1 {
            return false;
        }
        let of = preceded_by(passage, start, &["of"]);
        return !of
            || !direct && hook.trigger.tense == Tense::Noun && !is_of_place(passage, start)
            || direct && is_part_of(passage, hook, found);
    }
    direct && before_article(passage, start) <= hook.tokens.end + 1
}

/// "the Prime Minister of New Zealand": the place belongs to a title.
fn is_of_place(passage: &Passage<'_>, start: usize) -> bool {
    let of = before_article(passage, start).checked_sub(1);
    let before = of.and_then(|of| of.checked_sub(1));
    before.is_some_and(|before| passage.kind(before).is_capital() && passage.has(before, Class::Role))
}

/// "toured the wards of Kuopio University Hospital": who sees a part of it is there.
fn is_part_of(passage: &Passage<'_>, hook: &Hook, found: &FoundPlace) -> bool {
    const MOST: usize = 6;
    let part = hook.tokens.end..before_article(passage, found.tokens.start).saturating_sub(1);
    let is_thing = |at: usize| {
        passage.kind(at) == TokenKind::Lower
            && !passage.has(at, Class::People)
            && !passage.has(at, Class::Role)
            && !passage.is_any(at, words!["in", "at", "to", "for", "from", "with", "by", "on", "and", "of"])
    };
    matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site))
        && (1..=MOST).contains(&part.len())
        && part.into_iter().all(is_thing)
}

fn preceded_by(passage: &Passage<'_>, start: usize, words: &[&str]) -> bool {
    before_article(passage, start).checked_sub(1).is_some_and(|before| passage.is_any(before, words))
}

/// The token that a place's own words begin at: articles and "downtown", "central" before it included.
fn before_article(passage: &Passage<'_>, start: usize) -> usize {
    const BEFORE: &Words = words![
        "the",
        "both",
        "downtown",
        "central",
        "nearby",
        "neighbouring",
        "neighboring",
        "western",
        "eastern",
        "northern",
        "southern",
        "north",
        "south",
        "east",
        "west",
    ];
    let start = capital::start(passage, start).unwrap_or(start);
    let mut first = start;
    while let Some(before) =
        first.checked_sub(1).filter(|&before| first + 2 > start && passage.is_any(before, BEFORE))
    {
        first = before;
    }
    first
}

/// Places of one list, gathered by country; a date after a place is that stop's.
fn stops(text: &Annotated<'_>, places: &[FoundPlace], sentence: &Range<usize>) -> Vec<Stop> {
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
        let is_local = matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site));
        // A site of a list lies where the place before it does.
        let before = || stops.last().filter(|_| is_local).and_then(|stop| stop.leg.country);
        let country = found.place.country.or_else(before);
        let next = places.get(index + 1).map_or(sentence.end, |next| next.tokens.start);
        let next = relative_clause(passage, found.tokens.end..next).unwrap_or(next);
        let dates = within(&text.dates, found.tokens.end..next)
            .iter()
            .find(|found| !when::is_of_one_before(passage, found));
        let dates = dates.map(|found| found.date.clone());
        let is_stop = !matches!(found.place.kind, Some(PlaceKind::Country | PlaceKind::Region));
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
        stop.is_obscure = here.iter().all(|found| is_obscure(passage, found));
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
    let verb = passage.longest(at, Class::Trigger).and_then(|found| trigger(found.entry.value));
    passage.kind(at) == TokenKind::Lower
        && verb.is_some_and(|verb| verb.frame == Frame::Say && verb.tense == Tense::Past)
}

/// Where "where she will hold talks on Thursday" begins: its dates are those of what is done there.
pub(super) fn relative_clause(passage: &Passage<'_>, tokens: Range<usize>) -> Option<usize> {
    const REACH: usize = 12;
    let end = tokens.end.min(tokens.start + REACH);
    (tokens.start..end).find(|&at| passage.is(at, "where"))
}

/// A town of few inhabitants without its country beside it.
fn is_obscure(passage: &Passage<'_>, found: &FoundPlace) -> bool {
    const FEW: u32 = 300_000;
    let at = found.tokens.start;
    let is_joined =
        passage.is_mark(found.tokens.end, ',') && passage.has(found.tokens.end + 1, Class::Country);
    found.place.kind == Some(PlaceKind::City)
        && !is_joined
        && passage.foremost(at, Class::City).is_some_and(|city| city.entry.value < FEW)
}

/// The country of the last place before a token in its passage that something is in: a city, a site, or what stands
/// after "in" or in a dateline. "to compete with China" brings nobody there.
pub(super) fn country_before(text: &Annotated<'_>, at: usize) -> Option<Country> {
    const DATELINE: usize = 4;
    /// How many places back are asked.
    const NEARBY: usize = 64;
    let is_scene = |found: &&FoundPlace| {
        matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site))
            || found.tokens.start < DATELINE
            || preceded_by(
                &text.passage,
                found.tokens.start,
                &["in", "to", "at", "from", "across", "visited"],
            )
    };
    within(&text.places, 0..at)
        .iter()
        .rev()
        .take(NEARBY)
        .filter(is_scene)
        .find_map(|found| found.place.country)
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
    to <= from + 12
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
    use super::super::super::told::visits;

    #[test]
    fn verbs_of_travel_lead_somewhere() {
        for verb in [
            "left for",
            "left Helsinki on Monday for",
            "departed for",
            "has flown to",
            "continued to",
            "came to",
        ] {
            let told = visits("FI", &format!("Foreign Minister Aino Virta {verb} Kenya."));
            assert_eq!(told.len(), 1, "{verb}");
            assert!(told.iter().all(|told| told.starts_with("Aino Virta -> KE")), "{verb}: {told:?}");
        }
    }

    #[test]
    fn what_happens_as_somebody_visits_is_no_stop() {
        let told = visits("GB", "Foreign Secretary Ann Hale visits Kyiv as UK pledges new support.");
        assert_eq!(told, ["Ann Hale -> UA Kyiv ongoing"]);
        let told = visits("GB", "Foreign Secretary Ann Hale will visit Latvia as well as Estonia.");
        assert_eq!(told, ["Ann Hale -> LV planned", "Ann Hale -> EE planned"]);
    }

    #[test]
    fn verbs_after_to_lead_nowhere() {
        for text in [
            "Foreign Minister Aino Virta continued to work for peace in Kenya.",
            "President Ivo Novak of Serbia came to power in Kenya.",
            "Foreign Minister Aino Virta left the decision in Kenya to others.",
        ] {
            assert_eq!(visits("FI", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_people_of_a_country_are_no_place_of_its_name() {
        let told =
            visits("NZ", "Defence Minister Aino Virta will visit New Zealand troops at Camp Taji in Iraq.");
        assert_eq!(told, ["Aino Virta -> IQ Camp Taji planned"]);
    }

    #[test]
    fn days_that_are_spent_somewhere_are_a_visit() {
        let told = visits("GB", "Defence Secretary Ann Hale spent two days in Estonia with British troops.");
        assert_eq!(told, ["Ann Hale -> EE completed"]);
        assert_eq!(
            visits("GB", "Defence Secretary Ann Hale said that the money spent in Estonia was lost."),
            [""; 0]
        );
        let told = visits("GB", "During her stay in Tallinn, Defence Secretary Ann Hale met the press.");
        assert_eq!(told, ["Ann Hale -> EE Tallinn completed"]);
    }

    #[test]
    fn what_is_opened_is_where_one_goes() {
        let told =
            visits("KE", "President Ann Hale on Thursday commissioned the Thwake Dam in Makueni County.");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Hale -> KE Thwake Dam")) && told.len() == 1,
            "{told:?}"
        );
        assert_eq!(
            visits("AU", "Prime Minister Ann Hale agreed to open the Australian Embassy in Beirut."),
            [""; 0]
        );
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
    fn where_something_happens_that_is_spoken_of_nobody_goes() {
        for topic in ["discussed the situation in Kigali", "held talks about the attack at Kigali University"]
        {
            let told = visits(
                "FI",
                &format!("Foreign Minister Aino Virta visited Nairobi. While there, she {topic}."),
            );
            assert_eq!(told, ["Aino Virta -> KE Nairobi completed"], "{topic}");
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
    fn a_stop_of_a_journey_is_named_after_a_verb_of_being() {
        let told = visits("FI", "Foreign Minister Aino Virta's first stop will be Nairobi.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi planned"]);
    }

    #[test]
    fn who_meets_somebody_during_an_event_is_where_it_is_held() {
        let text = "Foreign Minister Aino Virta met her Czech counterpart Ivo Novak during the General Assembly in New York.";
        assert!(visits("FI", text).iter().any(|told| told.starts_with("Aino Virta -> US New York")));
        let of_others = "Foreign Minister Aino Virta praised the recent meeting between the Serbian and Czech presidents in Paris.";
        assert_eq!(visits("FI", of_others), [""; 0]);
    }

    #[test]
    fn who_lays_a_wreath_in_a_city_abroad_is_there() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta laid a wreath at the Tomb of the Unknown Soldier in Warsaw.",
        );
        assert_eq!(told, ["Aino Virta -> PL Warsaw completed"]);
    }

    #[test]
    fn a_visit_that_is_called_off_further_on_is_cancelled() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta's trip to Nairobi, which was due to take place next week, has been postponed.",
        );
        assert!(told.iter().all(|told| told.contains("cancelled")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn who_has_returned_from_a_country_was_there() {
        let told = visits("FI", "Foreign Minister Aino Virta has just returned from Kenya.");
        assert_eq!(told, ["Aino Virta -> KE completed"]);
        for none in [
            "Foreign Minister Aino Virta returned from Helsinki.",
            "Foreign Minister Aino Virta said that children who returned from camps in Syria need help.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn one_departs_for_a_place_and_from_another() {
        let told = visits("US", "Secretary Ann Hale will depart from Joint Base Andrews for Tokyo.");
        assert_eq!(told, ["Ann Hale -> JP Tokyo planned"]);
    }

    #[test]
    fn who_led_a_delegation_to_visit_a_camp_was_there() {
        let told = visits("US", "Special Envoy Ann Hale led a delegation to Syria to visit the Al-Hol camp.");
        assert!(told.iter().all(|told| told.ends_with("completed")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn who_arrives_here_comes_to_where_the_dateline_is() {
        let told =
            visits("TJ", "DUSHANBE, March 12 (Xinhua) -- Premier Zhao Li of China arrived here Thursday.");
        assert!(
            told.iter().all(|told| told.starts_with("Zhao Li -> TJ DUSHANBE")) && told.len() == 1,
            "{told:?}"
        );
        let told = visits(
            "MT",
            "Foreign Minister Ian Vella met Foreign Minister Rym Jaziri of Tunisia. The meeting took place in Tunis.",
        );
        assert_eq!(told, ["Ian Vella -> TN Tunis completed"]);
    }
}
