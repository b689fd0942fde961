//! Journeys that nothing tells of but where something is said: "told reporters in Nairobi", "said in Oslo today".

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, subject};
use super::super::participants::participants;
use super::super::role::is_body;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::away::is_away;
use super::event::is_in_city;
use super::journey::Journey;
use super::{Setting, scene};
use crate::model::{Part, Participant, PlaceKind};

/// The journey of whoever says something away from home.
pub(super) fn of_statement(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    let passage = &text.passage;
    if passage.is(hook.tokens.start, "told") {
        return of_telling(text, hook, setting);
    }
    passage.is(hook.tokens.end, "in").then(|| of_saying(text, hook, setting)).flatten()
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
