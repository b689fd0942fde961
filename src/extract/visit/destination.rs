//! Where a visit goes: the places after its verb or noun.

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::clause::{Hook, clause_end, of};
use super::super::lexicon::{Class, Frame, Tense};
use super::super::modality::is_will;
use super::super::passage::Passage;
use super::super::place::is_district;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::before_place::{before_article, preceded_by};
use super::continued::includes_places;
use super::leaving::{LEAVES_FOR, ends_visit, is_coming_back, leaves_place, names_goal};
use super::scene::first_at;
use super::stop::{Stop, stops};
use super::{capital, named_site, place_list, unknown_town};
use crate::model::{Leg, PlaceKind};

/// The stops of "visited A, B and C", "travels to A", "visit to A".
pub(super) fn of_travel(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let end = next_journey(text, hook, end).unwrap_or(end);
    let end = next_saying(text, hook, end).unwrap_or(end);
    let direct = of(hook, Frame::Visit) && hook.trigger.tense != Tense::Noun;
    // "During her two-day trip, the Minister will visit": the places are those of another verb.
    // So are those of "thanked her for the visit and praised".
    let goes_on = passage.is(hook.tokens.end, "and")
        && passage.kind(hook.tokens.end + 1) == TokenKind::Lower
        && passage.word(hook.tokens.end + 1).ends_with("ed");
    let is_alone = hook.trigger.tense == Tense::Noun && (passage.is_mark(hook.tokens.end, ',') || goes_on);
    if is_alone || is_before_verb(passage, hook) {
        return Vec::new();
    }
    if leaves_place(passage, hook) && !names_goal(text, hook, end) {
        let left = within(&text.places, hook.tokens.end..hook.sentence.end);
        let has_left = left.first().is_some_and(|found| found.tokens.start == hook.tokens.end);
        return if has_left && ends_visit(passage, hook) {
            stops(text, left, &hook.sentence)
        } else {
            Vec::new()
        };
    }
    if passage.is(hook.tokens.end, "here")
        && let Some(stop) = of_dateline(text, hook)
    {
        return vec![stop];
    }
    if let Some(first) = includes_places(passage, hook) {
        let places = within(&text.places, first..end);
        let is_next =
            places.first().is_some_and(|place| before_article(passage, place.tokens.start) == first);
        return if is_next { stops(text, places, &hook.sentence) } else { Vec::new() };
    }
    let taken = taken_to(text, hook);
    if !taken.is_empty() {
        return taken;
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
            if let Some(towns) = places.get(first).and_then(|region| unknown_town::of_region(text, region)) {
                return vec![place_list::go_on(text, towns, hook.sentence.end)];
            }
            let mut all = stops(text, within(&text.places, from..hook.sentence.end), &hook.sentence);
            if let (Some(town), Some(stop)) =
                (unknown_town::before_district(text, hook, from), all.first_mut())
            {
                stop.leg.places.insert(0, town);
            }
            let site = named_site::before_place(text, hook, from);
            if let (Some(site), Some(stop)) = (site, all.first_mut()) {
                stop.leg.places.insert(0, site);
            }
            let last = all.last().map_or(from, |stop| stop.tokens.end);
            all.extend(then_to(text, hook, last));
            all
        }
        // "reached an agreement in Nairobi"
        None if passage.is_any(hook.tokens.start, REACHES) => Vec::new(),
        None => {
            let named = || named_site::stop(text, hook).filter(|_| of(hook, Frame::Visit));
            let house = || named_site::house(text, hook).or_else(|| named_site::house_of_states(text, hook));
            let named = || house().or_else(named);
            let unknown = unknown_town::unknown_stop(text, hook, end, direct).or_else(named);
            let unknown = unknown.map(|stop| place_list::go_on(text, stop, hook.sentence.end));
            unknown.or_else(|| capital::stop(text, hook, end)).into_iter().collect()
        }
    }
}

/// Verbs whose object is the place, or nothing of the kind.
const REACHES: &Words = words!["reach", "reached", "reaches", "reaching"];

/// The stops of "will travel to A to attend a summit, and then to B".
fn then_to(text: &Annotated<'_>, hook: &Hook, from: usize) -> Vec<Stop> {
    const REACH: usize = 32;
    let passage = &text.passage;
    let after = from..hook.sentence.end.min(from + REACH);
    let is_end = |at: usize| {
        passage.is_mark(at, ';') || is_will(passage, at) || passage.is_any(at, words!["who", "said"])
    };
    let then = after.take_while(|&at| !is_end(at)).find(|&at| passage.is(at, "then"));
    let Some(to) =
        then.map(|then| then + 1 + usize::from(passage.is_any(then + 1, words!["on", "onward", "onwards"])))
    else {
        return Vec::new();
    };
    if of(hook, Frame::Travel) && passage.is(to, "to") {
        first_at(text, to..to + 4, &["to"], &hook.sentence)
    } else {
        Vec::new()
    }
}

/// The stops of "a tour of Africa that will take her to A, B and C".
fn taken_to(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const REACH: usize = 24;
    let passage = &text.passage;
    let is_noun = hook.trigger.tense == Tense::Noun && (of(hook, Frame::Travel) || of(hook, Frame::Visit));
    let mut after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let takes = |at: usize| {
        passage
            .is_any(at, words!["take", "takes", "taking", "took", "bring", "brings", "bringing", "brought"])
            && passage.is_any(at + 1, words!["him", "her", "them"])
            && passage.is(at + 2, "to")
    };
    let Some(verb) = after.find(|&at| takes(at)).filter(|_| is_noun) else { return Vec::new() };
    let end = clause_end(passage, &hook.sentence, verb + 3);
    let places = within(&text.places, verb + 3..end);
    let is_next = places.first().is_some_and(|place| place.tokens.start <= verb + 4);
    if is_next { stops(text, places, &hook.sentence) } else { Vec::new() }
}

/// Whether a site or a town stands right after a colon.
fn places_follow(text: &Annotated<'_>, colon: usize) -> bool {
    within(&text.places, colon + 1..colon + 3)
        .first()
        .is_some_and(|found| matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site)))
}

/// "DUSHANBE, March 12 (Xinhua) -- The Premier arrived here": the place that a text begins with.
pub(super) fn of_dateline(text: &Annotated<'_>, hook: &Hook) -> Option<Stop> {
    const DATELINE: usize = 12;
    let passage = &text.passage;
    let city = text.places.first().filter(|place| place.tokens.start == 0)?;
    let mut opening = city.tokens.end..DATELINE.min(hook.tokens.start);
    opening.find(|&at| matches!(passage.kind(at), TokenKind::Mark('–' | '—' | '-' | ')')))?;
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

/// Where the journey of somebody else begins to be told: "the visit follows the Minister's travel to".
fn next_journey(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<usize> {
    let after = text.hooks.partition_point(|other| other.tokens.start < hook.tokens.end);
    let next = text.hooks.get(after..)?.iter().take_while(|other| other.tokens.start < end);
    let mut journeys = next.filter(|other| matches!(other.trigger.frame, Frame::Visit | Frame::Travel));
    let next = journeys.next()?.tokens.start;
    let has_traveller = within(&text.people, hook.tokens.end..next).iter().any(|person| person.possessive);
    has_traveller.then_some(next)
}

/// Where whoever is thanked for a visit has more said: "for his visit and emphasised the work at the academy".
fn next_saying(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<usize> {
    let after = text.hooks.partition_point(|other| other.tokens.start < hook.tokens.end);
    let mut next = text.hooks.get(after..)?.iter().take_while(|other| other.tokens.start < end);
    let says = next.find(|other| of(other, Frame::Say) && other.trigger.tense == Tense::Past)?.tokens.start;
    (hook.trigger.tense == Tense::Noun).then_some(says)
}

/// The stops of "will accompany X to A".
pub(super) fn of_company(text: &Annotated<'_>, hook: &Hook, end: usize) -> Vec<Stop> {
    first_at(text, hook.tokens.end..end, &["to"], &hook.sentence)
}

/// Whether a place is where the verb leads: its object, or after "to", "in", "at".
fn is_goal(passage: &Passage<'_>, hook: &Hook, found: &FoundPlace, direct: bool) -> bool {
    let start = found.tokens.start;
    if leaves_place(passage, hook) {
        return preceded_by(passage, start, LEAVES_FOR);
    }
    // "reached Nairobi", and no agreement in Nairobi
    if passage.is_any(hook.tokens.start, REACHES) {
        return before_article(passage, start) == hook.tokens.end;
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
    const LEADS_TO: &[&str] = &["to", "in", "at", "for", "into", "of", "near", "around", "across"];
    // "a tour through Kenya"
    let tours = hook.trigger.tense == Tense::Noun && preceded_by(passage, start, &["through", "throughout"]);
    if tours || preceded_by(passage, start, LEADS_TO) {
        // "a return to democracy in Venezuela"
        let returns = passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("return");
        if returns && before_article(passage, start) > hook.tokens.end + 1 {
            return false;
        }
        let of = preceded_by(passage, start, &["of"]);
        // "The visit is of importance in view of Latvia's role"
        let is_owner = passage.kind(found.tokens.end) == TokenKind::Possessive;
        if of && is_owner && hook.trigger.tense == Tense::Noun {
            return false;
        }
        return !of
            || !direct && hook.trigger.tense == Tense::Noun && !is_of_place(passage, start)
            || direct && is_part_of(passage, hook, found);
    }
    direct
        && (before_article(passage, start) <= hook.tokens.end + 1 || is_kind_of_place(passage, hook, start))
}

/// "toured flood-hit areas of Oulu", "visited several remote villages of Lapland": what stands before says what is seen.
fn is_kind_of_place(passage: &Passage<'_>, hook: &Hook, place: usize) -> bool {
    const MOST: usize = 6;
    let Some(kind) = capital::start(passage, place) else { return false };
    let before = hook.tokens.end..kind;
    before.len() <= MOST
        && before.into_iter().all(|at| {
            (passage.kind(at) == TokenKind::Lower || passage.is_hyphen(at))
                && !passage.is_any(at, words!["and", "in", "at", "to", "from", "with", "by", "for", "on"])
        })
}

/// "the Prime Minister of New Zealand", "as leader of Western Australia": the place belongs to a title.
fn is_of_place(passage: &Passage<'_>, start: usize) -> bool {
    let of = before_article(passage, start).checked_sub(1);
    let before = of.and_then(|of| of.checked_sub(1));
    let is_office = |at: usize| {
        passage.longest(at, Class::Role).is_some_and(|office| !office.is_plural())
            && (passage.kind(at).is_capital() || at.checked_sub(1).is_some_and(|link| passage.is(link, "as")))
    };
    before.is_some_and(is_office)
}

/// "toured the wards of Kuopio University Hospital": who sees a part of it is there.
fn is_part_of(passage: &Passage<'_>, hook: &Hook, found: &FoundPlace) -> bool {
    const MOST: usize = 6;
    let part = hook.tokens.end..before_article(passage, found.tokens.start).saturating_sub(1);
    let is_thing = |at: usize| {
        passage.is_hyphen(at)
            || passage.kind(at) == TokenKind::Lower
                && !passage.has(at, Class::People)
                && !passage.has(at, Class::Role)
                && !passage
                    .is_any(at, words!["in", "at", "to", "for", "from", "with", "by", "on", "and", "of"])
    };
    (matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site)) || is_district(&found.place))
        && (1..=MOST).contains(&part.len())
        && part.into_iter().all(is_thing)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_tour_takes_those_on_it_to_places() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta will begin a tour of Africa that will take her to Kenya, Uganda and Ghana.",
        );
        assert_eq!(
            told,
            ["Aino Virta -> KE planned", "Aino Virta -> UG planned", "Aino Virta -> GH planned"]
        );
    }

    #[test]
    fn what_is_on_going_goes_nowhere() {
        let text =
            "Foreign Minister Aino Virta was told of the progress made, including on-going work in Kenya.";
        assert_eq!(visits("FI", text), [""; 0]);
    }

    #[test]
    fn what_somebody_leads_is_no_goal() {
        let text = "Premier Ann Hale will lead a delegation to Kenya in her first trip as leader of Western Australia.";
        assert_eq!(visits("AU", text), ["Ann Hale -> KE planned"]);
    }

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
    fn a_stop_of_a_journey_is_named_after_a_verb_of_being() {
        let told = visits("FI", "Foreign Minister Aino Virta's first stop will be Nairobi.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi planned"]);
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

    #[test]
    fn one_goes_on_to_the_next_stop_after_what_is_done_at_the_first() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta will travel to Kenya to attend the Nordic Summit and then to Uganda.",
        );
        assert_eq!(told, ["Aino Virta -> KE planned", "Aino Virta -> UG planned"]);
    }

    #[test]
    fn a_town_of_no_list_stands_before_its_district() {
        let told = visits("KE", "President Ann Hale visited Kapsora in Elgeyo Marakwet County.");
        assert_eq!(told, ["Ann Hale -> KE Kapsora Elgeyo Marakwet County completed"]);
    }

    #[test]
    fn a_site_of_no_list_may_be_where_a_visit_leads() {
        let told =
            visits("FI", "Prime Minister Aino Virta of Finland paid a visit to the Oulu Barrier on Tuesday.");
        assert!(told.iter().any(|told| told.contains("Oulu Barrier")), "{told:?}");
    }

    #[test]
    fn one_reaches_a_place_and_an_agreement_in_another() {
        let told = visits("FI", "Foreign Minister Aino Virta reached Nairobi on Tuesday on a two-day visit.");
        assert!(
            told.iter().all(|told| told.starts_with("Aino Virta -> KE Nairobi")) && told.len() == 1,
            "{told:?}"
        );
        assert_eq!(visits("FI", "Foreign Minister Aino Virta reached an agreement in Nairobi."), [""; 0]);
    }

    #[test]
    fn a_delegation_of_firms_is_led_somewhere() {
        let told = visits("FI", "Trade Minister Aino Virta is leading a delegation of 20 firms to Nairobi.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi ongoing"]);
    }

    #[test]
    fn a_tour_leads_through_its_places() {
        let told =
            visits("FI", "Foreign Minister Aino Virta will begin a four-day tour through Kenya and Uganda.");
        assert_eq!(told, ["Aino Virta -> KE planned", "Aino Virta -> UG planned"]);
    }

    #[test]
    fn what_is_toured_may_be_told_by_its_kind() {
        for part in ["flood-hit areas of", "several remote villages of", "the wards of"] {
            let told = visits("FI", &format!("Prime Minister Aino Virta toured {part} Oulu on Monday."));
            assert_eq!(told, ["Aino Virta -> FI Oulu completed 2022-05-02"], "{part}");
        }
    }

    #[test]
    fn what_a_visit_is_of_is_no_destination() {
        let told = visits(
            "GE",
            "The visit of President Ona Kazlas of Lithuania is of importance in view of Latvia’s role.",
        );
        assert!(!told.iter().any(|told| told.contains("LV")), "{told:?}");
        let told = visits("US", "On Monday, Secretary Ann Hale will begin a tour through Missouri and Iowa.");
        assert!(told.iter().all(|told| told.starts_with("Ann Hale -> US")) && !told.is_empty(), "{told:?}");
    }
}
