//! How a sentence tells the time of a visit that a noun names.

use std::ops::Range;

use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::near_verb::{main_verb, verb_after};
use super::wished::is_settled;
use super::{Modality, REACH, is_will};

/// "a visit": as the sentence around it tells, first by what stands after it.
pub(super) fn of_noun(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Modality {
    const SUPPOSED: &Words = words![
        "would", "if", "could", "possible", "potential", "any", "no", "not", "proposed", "without", "hopes",
        "hoping",
    ];
    const TO_COME: &Words = words![
        "will", "forthcoming", "upcoming", "planned", "next", "ahead", "announce", "announces", "announced",
        "announcing", "tomorrow", "scheduled", "due", "forward", "plans", "planning",
    ];
    const BEGUN: &Words = words![
        "began", "begins", "begun", "beginning", "commenced", "commences", "starts", "started", "embarked",
        "undertaking", "paying", "making", "currently", "ongoing",
    ];
    const OVER: &Words = words![
        "concluded", "concludes", "cut", "completed", "completes", "ended", "ends", "finished", "finishes",
        "following", "rounded", "wrapped", "wraps", "after",
    ];
    if is_ahead(passage, sentence, at) {
        return Modality::Future;
    }
    let near = at.saturating_sub(7).max(sentence.start)..at;
    // "The grants were announced during a visit to Leeds": what was announced was not the visit.
    let near =
        near.clone().rev().find(|&before| passage.is(before, "during")).map_or(near, |during| during..at);
    let has = |words: &Words| near.clone().any(|before| passage.is_any(before, words));
    // "announced that he would pay a visit" tells of what is to come.
    let unreal = near.clone().find(|&before| passage.is_any(before, SUPPOSED));
    if let Some(word) = unreal {
        let settled = is_settled(passage, sentence, word, at);
        return if settled { Modality::Future } else { Modality::Unreal };
    }
    // "His first stop is Sarajevo"
    let is_stop = (at..at + 2).any(|at| passage.is(at, "stop") && passage.is(at + 1, "is"));
    if near.clone().any(|back| passage.reads(back, &["back", "from"])) {
        return Modality::Past;
    }
    if is_stop || is_on_visit(passage, sentence, at) {
        return Modality::Present;
    }
    // "during my recent visit"
    let is_recent = |before: usize| {
        passage.is(before, "recent") && before >= 2 && passage.is_any(before - 2, words!["during", "on"])
    };
    if at.checked_sub(1).is_some_and(is_recent) {
        return Modality::Past;
    }
    let after = at..sentence.end.min(at + 30);
    if after.clone().any(|next| is_will(passage, next))
        || has(TO_COME)
        || is_scheduled(passage, after.clone())
    {
        return Modality::Future;
    }
    if has(OVER) {
        // "is due to arrive in Oslo following a visit to Riga"
        let is_to_come =
            has(words!["following", "after"]) && main_verb(passage, sentence, at) == Modality::Future;
        return if is_to_come { Modality::Future } else { Modality::Past };
    }
    if has(BEGUN) {
        return Modality::Present;
    }
    const WAS: &Words = words!["was", "were", "had", "took", "came", "lasted", "followed", "marked"];
    const IS: &Words = words!["is", "are", "now", "still", "well", "currently"];
    let goes_on = |next: usize| {
        (passage.is_any(next, words!["underway", "ongoing"]) || passage.reads(next, &["under", "way"]))
            && next.checked_sub(1).is_some_and(|is| passage.is_any(is, IS))
            || passage.is_any(next, words!["starts", "begins", "commences"]) && passage.is(next + 1, "today")
            || passage.is_any(next, words!["proceeds", "continues"]) && !passage.is(next + 1, "to")
    };
    match main_verb(passage, sentence, at) {
        Modality::Named if after.clone().any(|next| passage.is_any(next, WAS)) => Modality::Past,
        Modality::Named if after.clone().any(goes_on) => Modality::Present,
        // "During a visit to Kenya, the Minister opened a school"
        Modality::Named => verb_after(passage, sentence, at),
        told => told,
    }
}

/// "who is on a two-day visit to Scotland, will continue to Aberdeen": whether somebody is said to be on it.
pub(in crate::extract) fn is_on_visit(passage: &Passage<'_>, sentence: &Range<usize>, noun: usize) -> bool {
    let mut near = noun.saturating_sub(REACH).max(sentence.start)..noun;
    near.any(|at| {
        passage.is_any(at, words!["is", "are", "currently", "presently", "now"]) && passage.is(at + 1, "on")
    })
}

/// "Ahead of President A of Serbia's three-day visit", "preparations for the visit": what stands between is of whoever
/// comes.
fn is_ahead(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 20;
    const PREPARED: &Words = words!["preparation", "preparations", "preparing", "arrangements", "planning"];
    let mut before = at.saturating_sub(REACH).max(sentence.start)..at;
    let is_link = |near: usize| {
        let noun = near.checked_sub(1);
        noun.is_some_and(|noun| {
            passage.is(near, "of") && passage.is_any(noun, words!["ahead", "advance"])
                || passage.is(near, "for") && passage.is_any(noun, PREPARED)
        })
    };
    let Some(link) = before.rfind(|&near| is_link(near)) else { return false };
    let is_other = |near: usize| {
        passage.is_mark(near, ',')
            || passage.kind(near) == TokenKind::Lower && passage.trigger(near).is_some()
    };
    !(link + 1..at).any(is_other)
}

/// "a visit to Brussels is envisaged for the summer", "his visit scheduled for May"
fn is_scheduled(passage: &Passage<'_>, mut after: Range<usize>) -> bool {
    const SCHEDULED: &Words = words!["envisaged", "foreseen", "planned", "scheduled"];
    after.any(|at| {
        passage.is_any(at, SCHEDULED)
            && (passage.is(at + 1, "for")
                || at.checked_sub(1).is_some_and(|is| passage.is_any(is, words!["is", "are"])))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn what_something_comes_ahead_of_is_to_come() {
        let told = visits(
            "GB",
            "Ahead of President Ivo Novak of Serbia's three-day official visit to the UK, the Palace published a plan.",
        );
        assert_eq!(told, ["Ivo Novak -> GB planned"]);
        let told = visits("FI", "Foreign Minister Aino Virta is looking forward to her visit to Kenya.");
        assert_eq!(told, ["Aino Virta -> KE planned"]);
    }

    #[test]
    fn who_is_presently_on_a_visit_is_there() {
        for there in ["presently in Kenya on a goodwill visit", "currently on a goodwill visit to Kenya"] {
            let text = format!(
                "General Ivo Novak of Serbia, {there}, called on General Amos Okello at the Ministry."
            );
            let told = visits("KE", &text);
            assert!(told.iter().any(|told| told.starts_with("Ivo Novak -> KE ongoing")), "{text}: {told:?}");
        }
        let told = visits("FI", "Foreign Minister Aino Virta has been visiting Kenya since Monday.");
        assert!(
            told.iter().all(|told| told.starts_with("Aino Virta -> KE ongoing")) && told.len() == 1,
            "{told:?}"
        );
    }

    #[test]
    fn a_visit_that_was_cut_short_is_over() {
        for over in ["cut short her", "is back from a", "rounded off her", "has finished a"] {
            let told = visits("FI", &format!("Foreign Minister Aino Virta {over} visit to Kenya."));
            assert_eq!(told, ["Aino Virta -> KE completed"], "{over}");
        }
    }

    #[test]
    fn a_trip_that_is_planned_for_a_month_is_to_come() {
        let told = visits("FI", "Foreign Minister Aino Virta plans a trip to Kenya in June.");
        assert_eq!(told, ["Aino Virta -> KE planned 2022-06"]);
    }

    #[test]
    fn what_is_prepared_for_is_to_come_and_what_is_under_way_goes_on() {
        for (text, status) in [
            ("Preparations for Foreign Minister Aino Virta's visit to Kenya were discussed.", "planned"),
            ("Foreign Minister Aino Virta's visit to Kenya is under way.", "ongoing"),
            ("Foreign Minister Aino Virta's visit to Kenya came two weeks after the election.", "completed"),
        ] {
            assert_eq!(visits("FI", text), [format!("Aino Virta -> KE {status}")], "{text}");
        }
    }

    #[test]
    fn an_ongoing_commitment_is_no_meeting_that_goes_on() {
        let told = meetings(
            "FI",
            "In a meeting with President Ivo Novak, Foreign Minister Aino Virta underlined the ongoing commitment to peace.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn a_visit_that_proceeds_goes_on() {
        let told =
            visits("KE", "The visit of Foreign Minister Aino Virta of Finland to Kenya proceeds well.");
        assert_eq!(told, ["Aino Virta -> KE ongoing"]);
    }
}
