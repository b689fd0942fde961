//! Those who travel with the visitors: "accompanied by …", "… will join the delegation".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::clause::{Hook, clause_end, is_passive, of, subject, subject_after};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::{Modality, modality};
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::words::Words;
use super::before_place::country_before;
use super::members::{DELEGATION, INCLUDES, INCLUDES_REACH, also_on_trip, delegations};
use super::{Setting, told_last};
use crate::model::{Country, Participant, Status, Visit};

/// Adds to the visits who a text says goes along.
pub(super) fn add(text: &Annotated<'_>, visits: &mut [Visit], setting: Setting<'_>) {
    let place = |at: usize| (text.passage.part, text.passage.span(at..at + 1).start);
    for hook in text.hooks.iter().filter(|hook| of(hook, Frame::Accompany)) {
        if joins_delegation(&text.passage, hook) {
            let here = place(hook.tokens.start);
            for (_, who) in listed(text, hook.tokens.end + 1, hook.sentence.end) {
                if who.id().is_some() {
                    told_last(visits, here).for_each(|visit| go_along(visit, &who));
                }
            }
            continue;
        }
        let told = modality(&text.passage, &hook.sentence, hook.tokens.start, hook.trigger.tense);
        if joins_couple(&text.passage, hook) && !matches!(told, Modality::Unreal | Modality::Cancelled) {
            let doers = participants(subject(text, &hook.sentence, hook.tokens.start));
            for who in doers.iter().filter(|who| who.id().is_some()) {
                told_last(visits, place(hook.tokens.start)).for_each(|visit| go_along(visit, who));
            }
            continue;
        }
        let Some((company, led)) = company(text, hook) else { continue };
        if matches!(told, Modality::Unreal | Modality::Cancelled) {
            continue;
        }
        // "was accompanied by" may tell of hosts, "the Queen, accompanied by" hardly does.
        let may_be_hosts = told == Modality::Past && is_passive(&text.passage, hook);
        let joins = text.passage.word(hook.tokens.start).starts_with("join")
            && !text.passage.is(hook.tokens.end, "by");
        let officials = company.into_iter().filter(|who| matches!(who, Participant::Official(_)));
        // "Houston, where they will be joined by A": those whom the story told of last.
        if led.is_empty() && is_done_by_them(&text.passage, hook) {
            let officials: Vec<Participant> = officials.collect();
            for visit in told_last(visits, place(hook.tokens.start)) {
                officials.iter().for_each(|who| go_along(visit, who));
            }
            continue;
        }
        let there = where_to(text, hook);
        for who in officials {
            let theirs = visits.iter_mut().filter(|visit| {
                !visit.background
                    && visit.status != Some(Status::Cancelled)
                    && visit.visitors.iter().any(|visitor| led.contains(visitor))
            });
            let mut theirs: Vec<&mut Visit> = theirs.collect();
            // "will be accompanied by" tells of no visit that is over.
            if told == Modality::Future && theirs.iter().any(|visit| !is_over(visit)) {
                theirs.retain(|visit| !is_over(visit));
            }
            let is_there = |visit: &Visit| visit.legs.iter().any(|leg| there.contains(&leg.country));
            let is_part = theirs.iter().any(|visit| is_there(visit));
            for visit in theirs.iter_mut().filter(|visit| !is_part || is_there(visit)) {
                let is_host = may_be_hosts && receives(&who, visit, setting)
                    || joins && is_at_home(&who, visit, setting);
                if !is_host {
                    go_along(visit, &who);
                }
            }
        }
    }
    for hook in
        text.hooks.iter().filter(|hook| of(hook, Frame::Travel) && text.passage.is(hook.tokens.end, "with"))
    {
        // "The Minister of the Interior will travel with him"
        let led = within(&text.people, hook.tokens.end + 1..hook.tokens.end + 2);
        let is_led = |visit: &&mut Visit| {
            !visit.background && led.iter().any(|leader| visit.visitors.contains(&leader.who))
        };
        let joined = participants(subject(text, &hook.sentence, hook.tokens.start));
        // "on the first leg of the mission"
        let mut leg = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + 6);
        let is_first = leg.any(|at| {
            text.passage.is(at, "first") && text.passage.is_any(at + 1, words!["leg", "part", "stop"])
        });
        let legs = if is_first { 1 } else { usize::MAX };
        for visit in visits.iter_mut().filter(is_led).take(legs) {
            joined.iter().filter(|who| who.id().is_some()).for_each(|who| go_along(visit, who));
        }
    }
    let on_trip = text.hooks.iter().filter_map(|hook| also_on_trip(text, hook));
    for (verb, members) in delegations(text).into_iter().chain(on_trip) {
        for visit in told_last(visits, place(verb)) {
            members.iter().for_each(|who| go_along(visit, who));
        }
    }
    for (verb, members) in in_company(text, setting) {
        for visit in told_last(visits, place(verb)) {
            for who in &members {
                // "will travel to Oslo to sign, together with the Norwegian Minister"
                if !receives(who, visit, setting) {
                    go_along(visit, who);
                }
            }
        }
    }
}

/// The countries that a companion is said to come to, if not to all: "will join him in Paris", "Japan, where he will
/// be joined by", and those of a paragraph that opens with "In Rabat".
fn where_to(text: &Annotated<'_>, hook: &Hook) -> Vec<Option<Country>> {
    const REACH: usize = 24;
    const OPENING: usize = 4;
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let is_in = |found: &&FoundPlace| {
        found
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|before| passage.is_any(before, words!["in", "at", "and"]))
    };
    let after: Vec<Option<Country>> = within(&text.places, hook.tokens.end..end)
        .iter()
        .filter(is_in)
        .map(|found| found.place.country)
        .collect();
    if !after.is_empty() {
        return after;
    }
    let before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    if let Some(at) = before.rev().find(|&at| passage.is(at, "where")) {
        return vec![country_before(text, at)];
    }
    let opening = within(&text.places, 0..OPENING).first().filter(is_in);
    opening.map(|found| found.place.country).into_iter().collect()
}

/// "they will be joined by", "where he was accompanied by"
fn is_done_by_them(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 4;
    let mut before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    passage.is(hook.tokens.end, "by") && before.any(|at| passage.is_any(at, words!["they", "he", "she"]))
}

fn is_over(visit: &Visit) -> bool {
    visit.status == Some(Status::Completed)
}

/// Whether somebody who was in the visitors' company is a host rather than a traveller.
fn receives(who: &Participant, visit: &Visit, setting: Setting<'_>) -> bool {
    let country = setting.country(who);
    let is_theirs = visit.visitors.iter().any(|visitor| setting.country(visitor) == country);
    let is_local = country.is_some() && visit.legs.iter().any(|leg| leg.country == country) && !is_theirs;
    is_local || setting.is_resident(who)
}

/// "The Secretary joined the group": whether somebody of the publisher's goes to those who come from abroad.
fn is_at_home(who: &Participant, visit: &Visit, setting: Setting<'_>) -> bool {
    let home = setting.publisher;
    let is_inbound = home.is_some() && visit.legs.iter().all(|leg| leg.country == home);
    is_inbound && visit.visitors.iter().all(|guest| setting.is_foreign(guest)) && !setting.is_foreign(who)
}

/// Those of "is travelling to Kyiv together with A and B", "along with A, visited", and where the text says so.
fn in_company(text: &Annotated<'_>, setting: Setting<'_>) -> Vec<(usize, Vec<Participant>)> {
    const REACH: usize = 24;
    let passage = &text.passage;
    let travels = text.hooks.iter().filter(|hook| {
        matches!(hook.trigger.frame, Frame::Visit | Frame::Travel) && !passage.in_quote(hook.tokens.start)
    });
    let lists = travels.filter_map(|hook| {
        let mut after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
        let goes_with = |at: usize| {
            passage.is_any(at, words!["together", "along", "alongside"])
                && (passage.is(at + 1, "with") || passage.is(at, "alongside"))
        };
        let is_verb = hook.trigger.tense != Tense::Noun;
        let mut before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
        let (with, end) = match before.find(|&at| is_verb && goes_with(at)) {
            Some(with) => (with, hook.tokens.start),
            None => (after.find(|&at| goes_with(at) || is_company(text, hook, at))?, hook.sentence.end),
        };
        let meets = text
            .hooks
            .iter()
            .any(|other| (hook.tokens.end..with).contains(&other.tokens.start) && of(other, Frame::Meet));
        let list = listed(text, with + 1, end).into_iter().map(|(_, who)| who);
        // An ambassador is there.
        let comes = |who: &Participant| who.id().is_some() && !setting.is_resident(who);
        (!meets).then(|| (with.max(hook.tokens.start), list.filter(comes).collect()))
    });
    lists.collect()
}

/// "travelled to Tonga with Minister A", "travelled aboard the ship with": the "with" of a journey, and of no talks.
fn is_company(text: &Annotated<'_>, hook: &Hook, at: usize) -> bool {
    let passage = &text.passage;
    let before = at.saturating_sub(1);
    let is_verb = of(hook, Frame::Travel) && hook.trigger.tense != Tense::Noun;
    let ends_place = passage.kind(before).is_capital()
        || within(&text.dates, hook.tokens.end..at).last().is_some_and(|date| date.tokens.end == at)
        || before < hook.tokens.end && passage.word(before).starts_with("trav");
    let person = within(&text.people, at + 1..at + 3).first();
    // "to Madrid to open the dialogue with": what is done there is done with others.
    let acts = |other: &Hook| {
        (hook.tokens.end..at).contains(&other.tokens.start)
            && matches!(other.trigger.frame, Frame::Meet | Frame::Engage | Frame::See | Frame::Call)
    };
    let next = text.hooks.partition_point(|other| other.tokens.start < hook.tokens.end);
    let is_verb = is_verb && !text.hooks.get(next).is_some_and(acts);
    is_verb && passage.is(at, "with") && ends_place && person.is_some_and(|who| !who.possessive)
}

/// "are joining the royal couple during the visit", "will accompany them on the trip".
fn joins_couple(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 5;
    const JOURNEYS: &Words = words!["tour", "travel", "trip", "visit"];
    let object = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let couple = object.clone().find(|&at| passage.is_any(at, words!["couple", "them"]));
    couple.is_some_and(|couple| {
        hook.trigger.tense != Tense::Noun
            && !is_passive(passage, hook)
            && !passage.in_quote(hook.tokens.start)
            && (couple..hook.sentence.end.min(couple + 2 * REACH)).any(|at| passage.is_any(at, JOURNEYS))
    })
}

/// "The delegation will be joined by …".
fn joins_delegation(passage: &Passage<'_>, hook: &Hook) -> bool {
    const OPENING: usize = 8;
    let opening = hook.sentence.start.max(hook.tokens.start.saturating_sub(OPENING))..hook.tokens.start;
    passage.is(hook.tokens.end, "by")
        && opening.clone().any(|at| passage.is_any(at, DELEGATION))
        && !passage.in_quote(hook.tokens.start)
}

fn go_along(visit: &mut Visit, who: &Participant) {
    if !visit.visitors.contains(who) && !visit.companions.contains(who) {
        visit.companions.push(who.clone());
    }
}

/// The "by" of "accompanied by" and "was joined on the trip to Oslo by".
fn by_whom(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const REACH: usize = 10;
    let is_short = |at: usize| {
        (passage.kind(at).is_word() || passage.is_hyphen(at))
            && !passage.is_any(at, words!["and", "with", "who"])
    };
    let end = hook.sentence.end.min(hook.tokens.end + REACH);
    let by = (hook.tokens.end..end).find(|&at| passage.is(at, "by"))?;
    let is_near = by == hook.tokens.end || is_passive(passage, hook) && (hook.tokens.end..by).all(is_short);
    is_near.then_some(by)
}

/// Who goes along, and with whom.
fn company(text: &Annotated<'_>, hook: &Hook) -> Option<(Vec<Participant>, Vec<Participant>)> {
    let passage = &text.passage;
    let doers = participants(subject(text, &hook.sentence, hook.tokens.start));
    if let Some(by) = by_whom(passage, hook) {
        // "accompanied by his host"
        if passage.is_any(by + 2, words!["host", "hosts", "counterpart", "hostess"]) {
            return None;
        }
        // "Accompanied by A and B, the Minister travelled to C"
        let after = || participants(subject_after(text, &hook.sentence, hook.tokens.end));
        let doers = if doers.is_empty() { after() } else { doers };
        let list = listed(text, by + 1, hook.sentence.end);
        return Some((list.into_iter().map(|(_, who)| who).collect(), doers));
    }
    // "Officials accompanying the President included A and B", "A, who accompanied the Minister"
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    // "Also joining the President on the trip are A and B"
    let opens = hook.trigger.tense == Tense::Ing && hook.tokens.start <= hook.sentence.start + 1;
    let is_verb = |&at: &usize| {
        passage.is_any(at, INCLUDES) || opens && passage.is_any(at, words!["is", "are", "was", "were", "be"])
    };
    let included = (hook.tokens.end..hook.sentence.end.min(hook.tokens.end + INCLUDES_REACH)).find(is_verb);
    if let Some(included) = included.filter(|_| doers.is_empty()) {
        let list = listed(text, included + 1, hook.sentence.end);
        let led = led_by(text, hook.tokens.end..included);
        return (!led.is_empty()).then(|| (list.into_iter().map(|(_, who)| who).collect(), led));
    }
    let object = hook.tokens.end..end;
    let joins = passage.word(hook.tokens.start).starts_with("join");
    let delegation =
        object.clone().any(|at| passage.is_any(at, words!["delegation", "visit", "trip", "travel"]));
    // "will join the Prime Minister in Paris"
    if joins && !delegation && where_to(text, hook).is_empty() {
        return None;
    }
    let led = led_by(text, object);
    (!led.is_empty()).then_some((doers, led))
}

/// The people whom a clause names after its verb, possessors included: "the Minister's delegation".
fn led_by(text: &Annotated<'_>, object: Range<usize>) -> Vec<Participant> {
    participants(within(&text.people, object))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{facts, travellers, visits};

    #[test]
    fn who_goes_along_with_a_guest_as_the_host_does_not_travel() {
        let told = visits(
            "KE",
            "President Ivo Novak of Serbia, accompanied by his host President Amos Okello, will tour the Port of Mombasa.",
        );
        assert_eq!(told, ["Ivo Novak -> KE Port of Mombasa planned"]);
    }

    #[test]
    fn companions_stand_after_the_family_too() {
        for family in ["her husband, Dr Juhan Virta, ", "her husband and ", "her mother, Mrs Virta, and "] {
            let text = format!(
                "Foreign Minister Aino Virta will visit Oslo on 10 May. She will be accompanied by {family}Trade Minister Bo Lind and a business delegation."
            );
            let facts = facts("FI", &text);
            let companions: Vec<_> = facts.visits.iter().flat_map(|visit| &visit.companions).collect();
            let names = companions.iter().filter_map(|who| Some(facts.official(who.id()?)?.label()));
            assert_eq!(names.collect::<Vec<_>>(), ["Bo Lind"], "{family}");
        }
    }

    #[test]
    fn who_joins_a_meeting_at_home_has_not_come_along() {
        let text = "Minister Ann Hale met with Czech Foreign Minister Ivo Novak in Lagos. Minister Bo Lind joined the group for part of the meeting.";
        assert!(!travellers("NG", text).contains(&"Bo Lind".to_owned()));
    }

    #[test]
    fn who_travels_with_him_may_go_on_the_first_leg_only() {
        let text = "Foreign Minister Bo Lind will visit Tunisia and Algeria. The Interior Minister, Eva Roth, will travel with him on the first leg of the mission.";
        let facts = facts("IT", text);
        let with: Vec<usize> = facts.visits.iter().map(|visit| visit.companions.len()).collect();
        assert_eq!(with, [1, 0]);
    }

    #[test]
    fn who_will_go_along_was_not_on_a_visit_that_is_over() {
        let text = "President Ann Hale visited Egypt on Monday. She will visit Kenya on Friday. President Hale will be accompanied by Trade Minister Bo Lind.";
        let facts = facts("NG", text);
        let with: Vec<usize> = facts.visits.iter().map(|visit| visit.companions.len()).collect();
        assert_eq!(with, [0, 1]);
    }

    #[test]
    fn who_comes_along_may_have_small_words_before_the_office() {
        let told = facts(
            "GH",
            "Health Minister Ann Hale visited Nairobi. The Minister was accompanied by the Ulvaro regional Health Director, Dr. Ola Berg, and Ivo Lind, Deputy Director of Public Health.",
        );
        let company: Vec<usize> = told.visits.iter().map(|visit| visit.companions.len()).collect();
        assert_eq!(company, [2]);
    }

    #[test]
    fn who_signs_with_the_visitor_is_at_home() {
        let told = visits(
            "FI",
            "Minister Aino Virta will travel to Chisinau to sign, together with Moldovan Prime Minister Ivo Novak, a treaty.",
        );
        assert_eq!(told, ["Aino Virta -> MD Chisinau planned"]);
    }

    #[test]
    fn who_joins_the_visitor_may_stand_last() {
        let told = visits(
            "FI",
            "Minister Aino Virta will travel to Kenya. Also joining Minister Virta are Minister Jari Horn and Mayor Jan Kral.",
        );
        assert_eq!(told, ["Aino Virta -> KE planned"]);
        let told = facts(
            "FI",
            "Minister Aino Virta will travel to Kenya. Also joining Minister Virta are Minister Jari Horn and Mayor Jan Kral.",
        );
        assert_eq!(told.visits.iter().map(|visit| visit.companions.len()).sum::<usize>(), 2);
    }

    #[test]
    fn who_joins_them_goes_with_those_told_of_last() {
        let told = facts(
            "CA",
            "Premier Ann Hale and Premier Bo Lind will visit Houston, where they will be joined by Premier Ola Berg.",
        );
        let company: Vec<usize> = told.visits.iter().map(|visit| visit.companions.len()).collect();
        assert_eq!(company, [1]);
    }

    #[test]
    fn who_goes_along_may_stand_after_where_the_visit_leads() {
        let told = travellers(
            "NG",
            "Prime Minister Aino Virta will visit Kenya. Prime Minister Virta is accompanied on her visit to Guinea-Bissau by the Foreign Minister, Jan Kral.",
        );
        assert_eq!(told, ["Aino Virta", "Jan Kral"]);
    }

    #[test]
    fn who_goes_along_may_stand_before_the_verb() {
        let text = "Foreign Minister Aino Virta, along with Director Ida Lind, visited Kenya.";
        assert_eq!(travellers("FI", text), ["Aino Virta", "Ida Lind"]);
    }

    #[test]
    fn who_joins_a_couple_on_a_visit_goes_along() {
        let text = "King Ivo and Queen Aino are on a State visit to Belgium. Deputy Prime Minister Xavi Bett and Defence \
                    Minister Ida Lind are joining the royal couple during the three-day visit.";
        assert_eq!(travellers("NO", text), ["Aino", "Ida Lind", "Ivo", "Xavi Bett"]);
    }

    #[test]
    fn who_comes_along_with_a_delegation_is_of_its_country() {
        let text = "A delegation from Serbia’s National Assembly, headed by Speaker Ivo Novak, arrived in Turku on Monday. The \
                    delegation includes Deputies Ana Petro and Jan Kos.";
        let told = facts("FI", text);
        let countries: Vec<_> = told.officials.iter().filter_map(|official| official.country).collect();
        assert!(
            countries.len() == 3 && countries.iter().all(|country| country.as_str() == "RS"),
            "{countries:?}"
        );
    }
}
