//! Journeys that nothing tells of but what is done on them: who attends, opens, signs or meets somewhere away from home
//! has gone there.

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, clause_end, is_passive, subject, subject_after};
use super::super::lexicon::Tense;
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::place::is_district;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::away::{is_abroad, is_away};
use super::event::{is_act_of_presence, is_in_city, is_work_site};
use super::itinerary::lands_of;
use super::journey::Journey;
use super::stop::Stop;
use super::travellers::travellers;
use super::{Setting, guests, opening, scene, unknown_town};
use crate::model::{Part, Participant, Place};

/// "held in Kandy under the patronage of the President", "a summit in Oslo attended by the President".
pub(super) fn of_occasion(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let by = by_whom(passage, hook).unwrap_or(hook.tokens.end);
    let visitors = listed(text, by, hook.sentence.end).into_iter().map(|(_, who)| who);
    let mut visitors: Vec<Participant> = visitors.collect();
    let is_done = by_whom(passage, hook).is_some();
    // "The session was held in Oslo, chaired by A, Professor at the University of Turku"
    let stops = if is_done && !is_attended_by(passage, hook) {
        scene::before(text, hook)
    } else {
        scene::around(text, hook)
    };
    drop_hosts(&mut visitors, &stops, setting);
    let stops = stops.into_iter();
    // An ambassador need not travel to what is held where they live.
    let lives_there = |stop: &Stop| {
        let may = stop.leg.country == setting.publisher || !is_attended_by(passage, hook);
        is_done && may && visitors.iter().all(|who| setting.is_resident(who))
    };
    let away = stops.filter(|stop| is_away(text, stop, &visitors, setting) && !lives_there(stop)).collect();
    Journey::new(visitors, away)
}

/// "during his participation in the summit in A", "the participation of the President in the summit in A".
pub(super) fn of_participation(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let owner = hook.tokens.start.checked_sub(1);
    let is_owned = owner.is_some_and(|owner| {
        passage.kind(owner) == TokenKind::Possessive || passage.is_any(owner, words!["his", "her", "their"])
    });
    let visitors = if passage.is(hook.tokens.end, "of") {
        listed(text, hook.tokens.end + 1, hook.sentence.end).into_iter().map(|(_, who)| who).collect()
    } else if is_owned {
        travellers(text, hook)
    } else {
        Vec::new()
    };
    let stops = scene::of_event(text, hook).into_iter();
    let away = stops.filter(|stop| is_away(text, stop, &visitors, setting)).collect();
    Journey::new(visitors, away)
}

/// "attended the summit in A", "spoke at a rally in A".
pub(super) fn of_attendance(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    if is_schooling(&text.passage, hook) {
        return Journey::new(Vec::new(), Vec::new());
    }
    let visitors = participants(doers(text, hook));
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

/// Those who do what a verb says; of "Speaking at a rally in Kandy, the President said" those behind it.
fn doers<'a>(text: &'a Annotated<'_>, hook: &Hook) -> &'a [FoundPerson] {
    const BE: &Words = words!["am", "are", "be", "been", "is", "was", "were"];
    let doers = subject(text, &hook.sentence, hook.tokens.start);
    // "In Oslo I will be meeting the King" tells of the speaker.
    let is_told_of = hook.tokens.start.checked_sub(1).is_some_and(|be| text.passage.is_any(be, BE));
    if doers.is_empty() && hook.trigger.tense == Tense::Ing && !is_told_of {
        subject_after(text, &hook.sentence, hook.tokens.end)
    } else {
        doers
    }
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

/// "opened the new hospital in Geelong", "laid a wreath in Paris" tell of a journey, too; "addressed the war in Ukraine"
/// does not.
pub(super) fn of_act(text: &Annotated<'_>, hook: &Hook, setting: Setting<'_>) -> Journey {
    let passage = &text.passage;
    let mut visitors = participants(doers(text, hook));
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
    let is_there = is_act_of_presence(passage, hook);
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
    // "Minister A and the German Minister B signed the treaty in Berlin": B lives there, and so does A's ambassador.
    drop_hosts(&mut visitors, &away, setting);
    if away.iter().any(|stop| stop.leg.country != setting.publisher) {
        visitors.retain(|who| !setting.is_resident(who));
    }
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
    let doers = doers(text, hook);
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
fn is_attended_by(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.is(hook.tokens.start, "attended") && passage.is(hook.tokens.end, "by")
}

/// Where those begin by whom something is attended: "attended by │ the President", "Finland was represented in Oslo by │ A".
pub(super) fn by_whom(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const REACH: usize = 16;
    const DONE: &Words =
        words!["addressed", "attended", "chaired", "co-chaired", "co", "graced", "presided", "witnessed"];
    let at = hook.tokens.end;
    let is_done = hook.trigger.tense == Tense::Past && passage.is_any(hook.tokens.start, DONE);
    if is_done && passage.is(at, "by") {
        return Some(at + 1);
    }
    let is_represented = passage.is(hook.tokens.start, "represented") && is_passive(passage, hook);
    let mut near = at..hook.sentence.end.min(at + REACH);
    near.find(|&at| is_represented && passage.is(at, "by")).map(|by| by + 1)
}

/// "the recent meeting between the ministers of A and B" is none of whoever speaks of it.
pub(super) fn is_of_others(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 8;
    // "the talks held in Paris between the two presidents"
    let mut held = hook.tokens.end + 1..hook.sentence.end.min(hook.tokens.end + REACH);
    hook.trigger.tense == Tense::Noun
        && (passage.is_any(hook.tokens.end, words!["between", "of", "among"])
            || passage.is(hook.tokens.end, "held") && held.any(|at| passage.is(at, "between")))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn an_ambassador_who_signs_something_abroad_lives_there() {
        let told = visits("FI", "Minister Aino Virta and Ambassador Jari Lind signed the treaty in Nairobi.");
        assert_eq!(told, ["Aino Virta -> KE Nairobi completed"]);
        assert_eq!(visits("FI", "Ambassador Jari Lind signed the treaty in Nairobi."), [""; 0]);
    }

    #[test]
    fn who_addresses_an_assembly_is_where_it_sits() {
        let told = visits("IE", "Foreign Minister Sean Daly addressed the General Assembly in New York.");
        assert_eq!(told, ["Sean Daly -> US New York completed"]);
        assert_eq!(visits("IE", "Foreign Minister Sean Daly addressed the war in Ukraine."), [""; 0]);
    }

    #[test]
    fn who_participates_in_an_event_may_be_told_by_a_noun() {
        for text in [
            "The participation of Prime Minister Aino Virta in the summit in Granada was useful.",
            "During her participation in the summit in Granada, Prime Minister Aino Virta met firms.",
            "Prime Minister Aino Virta’s participation in the summit in Granada ended yesterday.",
        ] {
            let told = visits("FI", text);
            assert!(told.len() == 1 && told[0].starts_with("Aino Virta -> ES Granada"), "{text}: {told:?}");
        }
        let none = "Prime Minister Aino Virta praised the participation of women in the fair in Granada.";
        assert_eq!(visits("FI", none), [""; 0]);
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
