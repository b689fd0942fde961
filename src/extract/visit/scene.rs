//! Where something takes place that somebody does: attends, opens, is welcomed, stays.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::clause::{Hook, clause_end, of};
use super::super::lexicon::{Frame, Tense};
use super::super::passage::Passage;
use super::super::place::is_of_participle;
use super::super::words::Words;
use super::before_place::{is_of_happening, preceded_by};
use super::event::is_to_come;
use super::stop::{Stop, stops};
use super::{destination, event_place, unknown_town};
use crate::model::{Country, Place, PlaceKind};

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
            "open", "opens", "opened", "opening", "commission", "commissions", "commissioned", "inaugurate",
            "inaugurates", "inaugurated"
        ],
    );
    // "agreed to open an embassy" tells of no journey; "After opening the school", "is opening the school" do.
    let is_going_on = || {
        let before = hook.tokens.start.checked_sub(1).filter(|&before| before >= hook.sentence.start);
        before.is_none_or(|at| passage.is_any(at, words!["is", "are", "after", "while", "before", "and"]))
    };
    let is_verb = match hook.trigger.tense {
        Tense::Past | Tense::Present => true,
        Tense::Base => is_to_come(passage, hook),
        Tense::Ing => is_going_on(),
        Tense::Noun => false,
    };
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
    // "chaired a meeting which called on troops in Kenya": what it does, and not where it is.
    let is_told_of_itself = passage.is_any(hook.tokens.end, words!["which", "that", "who"]);
    let end = if is_told_of_itself { hook.tokens.end } else { end };
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
    // "speaking from Oslo"
    let is_from = passage.is(hook.tokens.end - 1, "from");
    let links = if is_from { &["from"] } else { AT_EVENT };
    let stops = first_at(text, tokens, links, &hook.sentence);
    if !stops.is_empty() {
        return stops;
    }
    // "met the Speaker here on Tuesday"
    let is_here = (hook.tokens.end..end).any(|at| passage.is(at, "here"));
    let here = if is_here { destination::of_dateline(text, hook) } else { None };
    here.map_or_else(|| event_place::told_elsewhere(text, hook), |here| vec![here])
}

/// The stops of "a ceremony held at A in B under the patronage of": the first place of the sentence.
pub(super) fn around(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const REACH: usize = 40;
    let start = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start);
    first_at(text, start..hook.sentence.end.min(hook.tokens.end + REACH), AT_EVENT, &hook.sentence)
}

/// The stops of "The session was held in B, chaired by", "was represented in B by": the first place before those who do it.
pub(super) fn before(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const REACH: usize = 40;
    const MOST_BEHIND: usize = 16;
    let start = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start);
    let mut behind = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + MOST_BEHIND);
    let end = behind.find(|&at| text.passage.is(at, "by")).unwrap_or(hook.tokens.end);
    first_at(text, start..end, AT_EVENT, &hook.sentence)
}

/// What stands before the place of an event.
pub(super) const AT_EVENT: &[&str] = &["in", "at", "near", "outside"];

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
    let Some((list, found)) = first.and_then(|first| Some((places.get(first..)?, places.get(first)?))) else {
        return Vec::new();
    };
    let mut stops = stops(text, list, sentence);
    if found.place.kind == Some(PlaceKind::Region)
        && let (Some(town), Some(stop)) =
            (unknown_town::before_region(text, found.tokens.start), stops.first_mut())
    {
        stop.leg.places.insert(0, town);
    }
    stops
}

/// Countries and what lies in them; no oceans, no world regions.
fn is_inhabited(place: &Place) -> bool {
    place.country.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

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
    fn who_meets_somebody_during_an_event_is_where_it_is_held() {
        let text = "Foreign Minister Aino Virta met her Czech counterpart Ivo Novak during the General Assembly in New York.";
        assert!(visits("FI", text).iter().any(|told| told.starts_with("Aino Virta -> US New York")));
        let of_others = "Foreign Minister Aino Virta praised the recent meeting between the Serbian and Czech presidents in Paris.";
        assert_eq!(visits("FI", of_others), [""; 0]);
    }

    #[test]
    fn what_is_done_here_is_done_where_the_dateline_is() {
        let told = visits(
            "FI",
            "HELSINKI, May 3 (STT) – A delegation led by Ivo Novak, Speaker of the Parliament of Serbia, met Speaker Aino Virta here on Tuesday.",
        );
        assert_eq!(told, ["Ivo Novak -> FI HELSINKI completed"]);
        let told =
            visits("FI", "HELSINKI, May 3 (STT) – Speaker Aino Virta met Minister Ola Berg here on Tuesday.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn who_lays_a_wreath_in_a_city_abroad_is_there() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta laid a wreath at the Tomb of the Unknown Soldier in Warsaw.",
        );
        assert_eq!(told, ["Aino Virta -> PL Tomb of the Unknown Soldier Warsaw completed"]);
    }
}
