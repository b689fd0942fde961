//! Journeys that nothing tells of but what is done on them: who attends, opens, signs or meets somewhere away from home
//! has gone there.

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, clause_end, subject, subject_after};
use super::super::lexicon::Tense;
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::place::is_district;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::away::{is_abroad, is_away};
use super::event::{is_at_assembly, is_in_city, is_work_site, lays_wreath, signs};
use super::itinerary::lands_of;
use super::journey::Journey;
use super::stop::Stop;
use super::{Setting, guests, opening, scene, unknown_town};
use crate::model::{Part, Participant, Place};

/// "held in Kandy under the patronage of the President", "a summit in Oslo attended by the President".
pub(super) fn of_occasion(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let by = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "by"));
    let visitors = listed(text, by, hook.sentence.end).into_iter().map(|(_, who)| who);
    let visitors: Vec<Participant> = visitors.collect();
    let stops = scene::around(text, hook).into_iter();
    // An ambassador need not travel to what is held where they live.
    let lives_there = |stop: &Stop| {
        is_attended_by(passage, hook)
            && stop.leg.country == setting.publisher
            && visitors.iter().all(|who| setting.is_resident(who))
    };
    let away = stops.filter(|stop| is_away(text, stop, &visitors, setting) && !lives_there(stop)).collect();
    Journey::new(visitors, away)
}

/// "attended the summit in A", "spoke at a rally in A".
pub(super) fn of_attendance(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    if is_schooling(&text.passage, hook) {
        return Journey::new(Vec::new(), Vec::new());
    }
    let doers = subject(text, &hook.sentence, hook.tokens.start);
    // "Speaking at a rally in Kandy, the President said"
    let speaks = doers.is_empty() && hook.trigger.tense == Tense::Ing;
    let doers = if speaks { subject_after(text, &hook.sentence, hook.tokens.end) } else { doers };
    let visitors = participants(doers);
    let stops = scene::of_event(text, hook).into_iter();
    let mut away: Vec<Stop> = stops.filter(|stop| is_away(text, stop, &visitors, setting)).collect();
    if away.is_empty() {
        away = done_where_sentence_begins(text, hook, &visitors, setting);
    }
    let town = unknown_town(text, hook, &visitors, setting);
    match away.as_mut_slice() {
        [] => away.extend(town),
        // "at Ulvila Primary School in a town that nobody knows"
        [site] if !is_in_city(site) => {
            site.leg.places.extend(town.into_iter().flat_map(|town| town.leg.places));
        }
        _ => {}
    }
    Journey::new(visitors, away)
}

/// "attended the National Defence College in New Delhi", "attended the University of Turku": studied there.
fn is_schooling(passage: &Passage<'_>, hook: &Hook) -> bool {
    const SCHOOLS: &Words = words!["academy", "college", "institute", "school", "university"];
    const MOST: usize = 8;
    let start = hook.tokens.end;
    let is_of_name =
        |&at: &usize| passage.kind(at).is_capital() || passage.is_any(at, words!["the", "of", "for"]);
    let end = start + (start..start + MOST).take_while(is_of_name).count();
    let is_school = |at: usize| passage.is_any(at, SCHOOLS);
    // "attended the Turku University Summit" is no study.
    let ends_in_school = end > start && is_school(end - 1);
    let is_school_of = || (start..end).any(|at| is_school(at) && passage.is_any(at + 1, words!["of", "for"]));
    passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("attend")
        && (ends_in_school || is_school_of())
}

/// "told reporters in Nairobi", "told officers at a conference in Turku": whoever says it to them is there.
pub(super) fn of_statement(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
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

/// "opened the new hospital in Geelong", "laid a wreath in Paris" tell of a journey, too; "addressed the war in Ukraine"
/// does not.
pub(super) fn of_act(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let mut visitors = participants(subject(text, &hook.sentence, hook.tokens.start));
    let mut opened = scene::of_opening(text, hook);
    if opened.is_empty() && scene::opens(passage, hook) {
        opened.extend(unknown_town(text, hook, &visitors, setting));
    }
    if !opened.is_empty() {
        return Journey::new(visitors, opened);
    }
    let is_home = |stop: &Stop| {
        let is_named = |place: &Place| is_district(place) && !place.name.ends_with("egion");
        let is_unknown = hook.trigger.tense == Tense::Past
            && stop.leg.country.is_none()
            && stop.leg.places.iter().any(is_named);
        is_unknown || stop.leg.country.is_some() && stop.leg.country == setting.publisher
    };
    let is_there = is_at_assembly(passage, hook) || lays_wreath(passage, hook) || signs(passage, hook);
    let mut stops = scene::of_event(text, hook);
    if hands_out(passage, hook) {
        // "handed over a house in Claremont": a town that has a namesake elsewhere.
        let is_of_namesake =
            |stop: &Stop| stop.is_obscure && !lands_of(text).any(|land| Some(land) == stop.leg.country);
        stops
            .iter_mut()
            .filter(|stop| is_of_namesake(stop))
            .for_each(|stop| stop.leg.country = setting.publisher);
        let unknown = if stops.is_empty() { unknown_town(text, hook, &visitors, setting) } else { None };
        if let Some(town) = unknown {
            return Journey::new(visitors, vec![town]);
        }
    }
    let stops = stops.into_iter();
    let away = stops.filter(|stop| {
        (is_home(stop) || is_work_site(stop) || is_there && is_in_city(stop))
            && is_away(text, stop, &visitors, setting)
    });
    let mut away: Vec<Stop> = away.collect();
    if away.is_empty() {
        away = done_where_sentence_begins(text, hook, &visitors, setting);
    }
    // "Minister A and the German Minister B signed the treaty in Berlin": B lives there.
    drop_hosts(&mut visitors, &away, setting);
    Journey::new(visitors, away)
}

/// "handed over a house", "distributed laptops", "flagged off a race": who does so is there.
fn hands_out(passage: &Passage<'_>, hook: &Hook) -> bool {
    let verb = passage.word(hook.tokens.start).to_ascii_lowercase();
    hook.trigger.tense == Tense::Past
        && ["hand", "distribut", "flag"].iter().any(|stem| verb.starts_with(stem))
}

/// "met him in Paris": whoever does not live there has come for it.
pub(super) fn of_meeting(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Option<Journey> {
    let passage = &text.passage;
    if is_of_others(passage, hook) {
        return guests::of_meeting(text, hook, &scene::of_event(text, hook), setting);
    }
    let doers = subject(text, &hook.sentence, hook.tokens.start);
    if is_with_unknown(passage, doers.last()) {
        return None;
    }
    let mut visitors = participants(doers);
    let mut stops = scene::of_event(text, hook);
    if stops.is_empty() {
        stops = opening::stops(text, hook);
    }
    if let Some(guests) = guests::of_meeting(text, hook, &stops, setting) {
        return Some(guests);
    }
    // "Minister A and his German counterpart B met in Berlin": B lives there.
    drop_hosts(&mut visitors, &stops, setting);
    // "Prime Minister A of Japan and I will meet in Sydney": of the two, one is at home.
    let all = visitors.len();
    if visitors.iter().any(|who| setting.is_foreign(who)) {
        visitors.retain(|who| setting.country(who) != setting.publisher);
    }
    let has_host = visitors.len() < all;
    // Who meets a guest from abroad is at home.
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let met = participants(within(&text.people, hook.tokens.end..end));
    let is_host = met.iter().any(|who| setting.is_foreign(who));
    let is_home = |stop: &Stop| {
        (stop.leg.country == setting.publisher || is_work_site(stop))
            && passage.part != Part::Headline
            && !is_host
            && !visitors.iter().any(|who| setting.is_foreign(who))
    };
    let away = stops.into_iter().filter(|stop| {
        is_abroad(stop.leg.country, &visitors, setting)
            || has_host && stop.leg.country == setting.publisher
            || is_home(stop) && is_away(text, stop, &visitors, setting)
    });
    let away = away.collect();
    Some(Journey::new(visitors, away))
}

/// Leaves out of those who meet in a country whoever serves it, if others come from elsewhere.
fn drop_hosts(visitors: &mut Vec<Participant>, stops: &[Stop], setting: Setting<'_>) {
    let [stop] = stops else { return };
    let lives_there =
        |who: &Participant| stop.leg.country.is_some() && setting.country(who) == stop.leg.country;
    if stop.leg.country != setting.publisher && !visitors.iter().all(lives_there) {
        visitors.retain(|who| !lives_there(who));
    }
}

/// "Prime Minister A and I met in Tokyo": of two of whom one is not known nobody can tell who travelled.
fn is_with_unknown(passage: &Passage<'_>, last: Option<&FoundPerson>) -> bool {
    last.is_some_and(|last| {
        passage.is(last.tokens.end, "and") && passage.is_any(last.tokens.end + 1, words!["i", "myself"])
    })
}

/// "In Bergen, the Minister opened a school": what is done is done where the sentence begins, if that is away from home.
pub(super) fn done_where_sentence_begins(
    text: &Annotated<'_>,
    hook: &Hook,
    visitors: &[Participant],
    setting: Setting<'_>,
) -> Vec<Stop> {
    if visitors.is_empty() || hook.trigger.tense == Tense::Ing {
        return Vec::new();
    }
    let stops = opening::stops(text, hook).into_iter();
    let is_there = |stop: &Stop| is_in_city(stop) || is_work_site(stop);
    stops.filter(|stop| is_there(stop) && is_away(text, stop, visitors, setting)).collect()
}

/// The town that the lexicon does not know where somebody of the publisher's attends or opens something.
fn unknown_town(
    text: &Annotated<'_>,
    hook: &Hook,
    visitors: &[Participant],
    setting: Setting<'_>,
) -> Option<Stop> {
    let is_home = !visitors.is_empty() && !visitors.iter().any(|who| setting.is_foreign(who));
    let is_told = setting.publisher.is_some() && is_home;
    is_told.then(|| unknown_town::town_of_event(text, hook)).flatten()
}

/// "attended by the President"
pub(super) fn is_attended_by(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.is(hook.tokens.start, "attended") && passage.is(hook.tokens.end, "by")
}

/// "the recent meeting between the ministers of A and B" is none of whoever speaks of it.
pub(super) fn is_of_others(passage: &Passage<'_>, hook: &Hook) -> bool {
    hook.trigger.tense == Tense::Noun && passage.is_any(hook.tokens.end, words!["between", "of", "among"])
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_addresses_an_assembly_is_where_it_sits() {
        let told = visits("IE", "Foreign Minister Sean Daly addressed the General Assembly in New York.");
        assert_eq!(told, ["Sean Daly -> US New York completed"]);
        assert_eq!(visits("IE", "Foreign Minister Sean Daly addressed the war in Ukraine."), [""; 0]);
    }

    #[test]
    fn who_attends_an_event_is_named_after_it_too() {
        let told = visits("FI", "The summit in Granada was attended by Prime Minister Aino Virta.");
        assert_eq!(told, ["Aino Virta -> ES Granada completed"]);
        let told = visits("FI", "The fair in Turku was attended by the Ambassador of Japan, Kenji Ota.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn who_is_due_or_speaks_somewhere_goes_there() {
        let told = visits("FI", "Prime Minister Aino Virta is due in Stockholm.");
        assert_eq!(told, ["Aino Virta -> SE Stockholm planned"]);
        let told = visits("FI", "Prime Minister Aino Virta, speaking in Nairobi, said that aid would rise.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi completed"]);
        let told = visits("FI", "Speaking in Nairobi, Prime Minister Aino Virta said that aid would rise.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi completed"]);
        assert_eq!(
            visits("FI", "Prime Minister Aino Virta expected in those days that war would come in Kenya."),
            [""; 0]
        );
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

    #[test]
    fn whoever_attended_a_college_studied_there() {
        let text = "Mr Ola Berg, Ambassador to Peru, attended the National Defence College in Nairobi.";
        assert_eq!(visits("FI", text), [""; 0]);
        let text = "Foreign Minister Aino Virta attended the National College Forum in Nairobi.";
        assert_eq!(visits("FI", text), ["Aino Virta -> KE Nairobi completed"]);
    }

    #[test]
    fn who_says_something_somewhere_is_there() {
        for (says, goes) in [
            ("made this known in Oulu", true),
            ("said this while addressing farmers in Oulu", true),
            ("cut the sod for a clinic in Oulu", true),
            ("said this was good news for schools in Oulu", false),
            ("said this in Parliament", false),
        ] {
            let told = visits("FI", &format!("Prime Minister Aino Virta {says}."));
            assert_eq!(told.len(), usize::from(goes), "{says}: {told:?}");
        }
    }

    #[test]
    fn what_is_done_where_others_work_is_done_there() {
        let told = visits("KE", "At the Ulvaro State Hospital, Health Minister Ann Hale addressed nurses.");
        assert_eq!(told, ["Ann Hale -> KE Ulvaro State Hospital completed"]);
    }

    #[test]
    fn who_hands_something_over_in_a_town_with_a_namesake_is_at_home() {
        let told = visits("JM", "Prime Minister Ivo Hale handed over a house in Claremont on Monday.");
        assert_eq!(told, ["Ivo Hale -> JM Claremont completed 2022-05-02"]);
        let told = visits("JM", "Prime Minister Ivo Hale handed over a house in Claremont, United States.");
        assert!(told.iter().all(|told| !told.contains("JM")), "{told:?}");
    }
}
