//! Journeys that nothing tells of but where something is said: "told reporters in Nairobi", "said in Oslo today", "said at a
//! ceremony in Turku", "honoured her on Friday in Turku".

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, clause_end, subject, subject_after};
use super::super::participants::participants;
use super::super::passage::Passage;
use super::super::role::is_body;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::away::is_away;
use super::event::is_in_city;
use super::journey::Journey;
use super::stop::Stop;
use super::{Setting, scene};
use crate::model::{Part, Participant, PlaceKind};

/// The journey of whoever says something away from home.
pub(super) fn of_statement(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    let passage = &text.passage;
    if passage.is(hook.tokens.start, "told") {
        return of_telling(text, hook, setting);
    }
    if passage.is(hook.tokens.end, "in") {
        return of_saying(text, hook, setting);
    }
    at_event(text, hook, setting)
}

/// "said Minister A at the opening of the hospital in Turku", "At a press conference in Turku, A announced", "said on
/// Friday in Turku": where something is said at an event, or on a day that is told before the place.
fn at_event(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    let passage = &text.passage;
    if !matches!(passage.part, Part::Standfirst | Part::Block(_)) || setting.publisher.is_none() {
        return None;
    }
    let scene = opening_event(passage, hook)
        .or_else(|| event_behind(text, hook))
        .or_else(|| place_behind_day(text, hook))?;
    let stops = scene::first_at(text, scene, &["in", "at"], &hook.sentence).into_iter();
    let before = participants(subject(text, &hook.sentence, hook.tokens.start));
    let visitors = if before.is_empty() {
        participants(subject_after(text, &hook.sentence, hook.tokens.end))
    } else {
        before
    };
    if visitors.iter().any(|who| setting.is_resident(who)) {
        return None;
    }
    let is_there = |stop: &Stop| is_in_city(stop) || stop.leg.country == setting.publisher;
    let away = stops.filter(|stop| is_there(stop) && is_away(text, stop, &visitors, setting)).collect();
    Some(Journey::new(visitors.clone(), away))
}

const EVENTS: &Words = words![
    "anniversary", "assembly", "briefing", "celebration", "celebrations", "ceremony", "commemoration",
    "conference", "congress", "convention", "dialogue", "dinner", "event", "fair", "festival", "forum",
    "function", "gathering", "hearing", "inauguration", "launch", "lunch", "luncheon", "meeting", "opening",
    "rally", "reception", "roundtable", "seminar", "service", "session", "summit", "symposium", "unveiling",
    "workshop",
];

/// How far behind an event its place may stand.
const PLACE: usize = 16;

/// "At a press conference in Turku, the Minister announced": the event that a sentence begins with, up to its comma.
fn opening_event(passage: &Passage<'_>, hook: &Hook) -> Option<Range<usize>> {
    let start = hook.sentence.start;
    let opens = passage.is(start, "at") && passage.is_any(start + 1, words!["a", "an", "the"]);
    let comma = (start..hook.tokens.start.min(start + PLACE)).find(|&at| passage.is_mark(at, ','))?;
    let event = (start..comma).find(|&at| passage.is_any(at, EVENTS))?;
    opens.then_some(event..comma)
}

/// "said │ Minister A │ at the opening of the hospital in Turku": the event behind the verb, and whoever says it.
fn event_behind(text: &Annotated<'_>, hook: &Hook) -> Option<Range<usize>> {
    const EVENT: usize = 8;
    let passage = &text.passage;
    let sayer = within(&text.people, hook.tokens.end..hook.tokens.end + 1).first();
    let mut at = sayer.map_or(hook.tokens.end, |sayer| sayer.tokens.end);
    at += usize::from(passage.is_mark(at, ','));
    at = within(&text.dates, at..at + 2).first().map_or(at, |date| date.tokens.end);
    let opens = passage.is_any(at, words!["at", "during"])
        && passage.is_any(at + 1, words!["a", "an", "the", "today’s", "his", "her"]);
    let event = (at + 2..at + 2 + EVENT)
        .take_while(|&at| !matches!(passage.kind(at), TokenKind::Mark(_) | TokenKind::Break))
        .find(|&at| passage.is_any(at, EVENTS))?;
    opens.then(|| event..clause_end(passage, &hook.sentence, event).min(event + PLACE))
}

/// "announced on Friday in Turku": the place right behind a day that is the verb's own.
fn place_behind_day(text: &Annotated<'_>, hook: &Hook) -> Option<Range<usize>> {
    const DAY: usize = 3;
    let passage = &text.passage;
    let sayer = within(&text.people, hook.tokens.end..hook.tokens.end + 1).first();
    let at = sayer.map_or(hook.tokens.end, |sayer| sayer.tokens.end);
    let day = within(&text.dates, at..at + DAY).first()?;
    let is_next = day.tokens.start == at || day.tokens.start == at + 1 && passage.is(at, "on");
    let link = day.tokens.end + usize::from(passage.is_any(day.tokens.end, words!["night", "morning"]));
    (is_next && passage.is_any(link, words!["in", "at"])).then_some(link..link + DAY)
}

/// "said in Oslo today": the city stands right behind the verb. Envoys, those who serve bodies of several states, and
/// whoever may be of the country that others in the story serve may live there.
fn of_saying(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    let passage = &text.passage;
    let at = hook.tokens.end;
    let city = within(&text.places, at + 1..at + 2).first()?;
    let is_city = city.tokens.start == at + 1 && city.place.kind == Some(PlaceKind::City);
    // "the Member States in Oslo"
    let is_verb = passage.kind(hook.tokens.start) == TokenKind::Lower || passage.part == Part::Headline;
    let is_of_others = || city.place.country != setting.publisher && setting.serve(city.place.country);
    if !is_city || !is_verb || setting.publisher.is_none() || is_of_others() {
        return None;
    }
    let visitors = participants(subject(text, &hook.sentence, hook.tokens.start));
    let may_live_there =
        |who: &Participant| setting.is_resident(who) || setting.country(who).is_some_and(is_body);
    let stops = scene::first_at(text, at..city.tokens.end, &["in"], &hook.sentence).into_iter();
    let away = stops.filter(|stop| is_away(text, stop, &visitors, setting));
    let away = away.filter(|_| !visitors.iter().any(may_live_there)).collect();
    Some(Journey::new(visitors.clone(), away))
}

/// "told reporters in Nairobi", "told officers at a conference in Turku": whoever says it to them is there.
fn of_telling(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    const REACH: usize = 10;
    /// "told a group of foreign reporters"
    const MOST_BEFORE: usize = 4;
    const HEARERS: &Words = words![
        "assembly", "audience", "briefing", "conference", "crowd", "delegates", "forum", "gathering",
        "graduates", "journalists", "media", "officers", "parliament", "press", "rally", "reporters",
        "soldiers", "students", "summit", "supporters", "troops", "workers",
    ];
    let passage = &text.passage;
    let at = hook.tokens.end;
    let hearers = (at..at + MOST_BEFORE).find(|&at| passage.is_any(at, HEARERS))?;
    let ends = |at: usize| {
        passage.is_any(at, words!["that", "he", "she", "they", "his", "her", "of"])
            || !matches!(passage.kind(at), TokenKind::Lower | TokenKind::Capital | TokenKind::Number)
    };
    let end =
        (hearers + 1..hook.sentence.end.min(hearers + REACH)).find(|&at| ends(at)).unwrap_or(hearers + REACH);
    let visitors = participants(subject(text, &hook.sentence, hook.tokens.start));
    let stops = scene::first_at(text, hearers..end, &["in", "at"], &hook.sentence).into_iter();
    let away = stops.filter(|stop| is_in_city(stop) && is_away(text, stop, &visitors, setting));
    Some(Journey::new(visitors.clone(), away.collect()))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_says_something_in_a_city_abroad_is_there() {
        for text in [
            "“Trade grows,” Foreign Minister Aino Virta said in Nairobi today.",
            "Speaking from Nairobi today, Foreign Minister Aino Virta said that trade grew.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> KE Nairobi completed 2022-05-04"], "{text}");
        }
        for none in [
            "“Trade grows,” Foreign Minister Aino Virta said in Parliament today.",
            "“Trade grows,” Foreign Minister Aino Virta said in Helsinki today.",
            "“Trade grows,” Ambassador Aino Virta said in Nairobi today.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn who_says_something_at_an_event_is_there() {
        for text in [
            "“Trade grows,” said Foreign Minister Aino Virta at the opening of the fair in Turku.",
            "“Trade grows,” Foreign Minister Aino Virta said at a ceremony in Turku.",
            "“Trade grows,” Foreign Minister Aino Virta said during a press conference in Turku.",
            "At a press conference in Turku, Foreign Minister Aino Virta announced that trade grew.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> FI Turku completed"], "{text}");
        }
        let told = visits("FI", "Foreign Minister Aino Virta announced today in Turku that trade grew.");
        assert_eq!(told, ["Aino Virta -> FI Turku completed 2022-05-04"]);
        for none in [
            "“Trade grows,” Foreign Minister Aino Virta said at a ceremony in Helsinki.",
            "“Trade grows,” Foreign Minister Aino Virta said of the fair in Turku.",
            "Foreign Minister Aino Virta announced that the bridge was closed on Friday in Turku.",
            "“Trade grows,” Ambassador Ivo Novak of Serbia said at a ceremony in Turku.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn who_tells_hearers_something_in_a_city_is_there() {
        for text in [
            "Foreign Minister Aino Virta told reporters in Nairobi that aid would rise.",
            "Foreign Minister Aino Virta told nurses at a conference in Nairobi that aid would rise.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> KE Nairobi completed"], "{text}");
        }
        for none in [
            "Foreign Minister Aino Virta told reporters that the school in Nairobi was closed.",
            "Foreign Minister Aino Virta told reporters of her friends in Nairobi.",
            "Foreign Minister Aino Virta told reporters in Helsinki that aid would rise.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }
}
