//! A meeting as one clause tells it.

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::clause::{Hook, clause_end, of};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::Modality;
use super::super::passage::Passage;
use super::circumstance::{date_near, mode, names_a_line, names_a_line_next, place};
use super::encounter::Encounter;
use super::spoken_of::SpokenOf;
use super::{guest, status};
use crate::model::{Date, Id, Meeting, Participant, TimeUnit};

/// The meeting that a trigger tells of.
pub(super) fn meeting(text: &Annotated<'_>, hook: &Hook, spoken_of: SpokenOf<'_, '_>) -> Option<Meeting> {
    let passage = &text.passage;
    let mut encounter = Encounter::told_by(text, hook, spoken_of)?;
    encounter.take_those_beside_subject();
    encounter.take_those_spoken_of();
    encounter.take_company();
    encounter.take_both_of_their_talks();
    encounter.take_those_on_agenda();
    encounter.take_whom_somebody_spoke_to();
    encounter.part_into_sides();
    let is_call = of(hook, Frame::Call);
    let is_seen = encounter.is_seen;
    let is_known = |who: &Participant| who.id().is_some();
    encounter.others.retain(|other| !encounter.party.contains(other));
    if is_call && !encounter.others.iter().any(is_known) && !names_a_line(passage, hook) {
        // Who "spoke to young people" made a speech or had a chat.
        return None;
    }
    let last = encounter.with.last();
    if is_call && says_more_of(passage, hook, last) {
        return None;
    }
    let is_reception = of(hook, Frame::Host);
    if is_reception && is_of_office(passage, hook, last) || calls_on(passage, hook) && is_asked(passage, last)
    {
        return None;
    }
    let is_of_named = is_chat(passage, hook) || guest::is_meal_for(passage, hook) || of(hook, Frame::Visit);
    if is_reception {
        encounter.others.retain(|who| is_known(who) || is_named_body(who));
    } else if is_seen || calls_on(passage, hook) || is_of_named {
        encounter.others.retain(|who| is_known(who) || is_named_counterpart(who));
    }
    if encounter.others.is_empty() || encounter.party.is_empty() {
        return None;
    }
    // "receives B on Thursday"
    let date = date_near(text, &hook.sentence);
    let is_ahead = date.as_ref().is_some_and(|date| date.weekday.is_some() && is_next_week(date));
    let is_present = encounter.told == Modality::Present && hook.trigger.tense == Tense::Present;
    let told = if is_present && is_ahead { Modality::Future } else { encounter.told };
    let after = last.map_or(hook.tokens.end, |(tokens, _)| tokens.end);
    let stop = clause_end(passage, &hook.sentence, after).max(hook.tokens.end);
    // "held calls to discuss trade with"
    let is_call = is_call
        || is_seen && (guest::follows_call(passage, hook) || opens_with_call(passage, hook))
        || is_chat(passage, hook) && names_a_line_next(passage, hook);
    let mut meeting = Meeting::new(Id::numbered("meeting", 1), mode(passage, &hook.sentence, hook, is_call));
    meeting.status = status(told);
    meeting.place = place(text, hook, stop);
    meeting.date = date;
    meeting.evidence.push(passage.evidence(hook.tokens.start..stop, rule(hook), 85));
    meeting.party = encounter.party;
    meeting.with = encounter.others;
    Some(meeting)
}

/// "received a delegation of the Kenyan Senate", "welcomed members of Congress": those who come together and are told of by
/// their body.
fn is_named_body(who: &Participant) -> bool {
    const TOGETHER: &[&str] = &["delegation", "members", "representatives", "ambassadors"];
    matches!(who, Participant::Described(words) if {
        let mut all = words.split_whitespace();
        all.clone().any(|word| TOGETHER.contains(&word.to_ascii_lowercase().as_str()))
            && all.any(|word| word.starts_with(char::is_uppercase) && !TOGETHER.contains(&word.to_ascii_lowercase().as_str()))
    })
}

/// "Kenyan counterpart Ann Kamau", whose name the layer of people may have left out.
fn is_named_counterpart(who: &Participant) -> bool {
    matches!(who, Participant::Described(words) if {
        let name = words.split_once("counterpart ").map(|(_, name)| name);
        name.is_some_and(|name| name.starts_with(char::is_uppercase))
    })
}

/// "talked on Sunday with", "interacted with": one does so with anybody.
fn is_chat(passage: &Passage<'_>, hook: &Hook) -> bool {
    let verb = passage.word(hook.tokens.start).to_ascii_lowercase();
    verb == "talked" && hook.tokens.len() == 1 || verb.starts_with("interact") || verb.starts_with("engag")
}

/// "During the call, A and B discussed trade"
fn opens_with_call(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 5;
    let start = hook.sentence.start;
    passage.is_any(start, words!["during", "in", "on", "over"])
        && (start + 1..start + REACH)
            .any(|at| passage.is_any(at, words!["call", "calls", "phone", "telephone"]))
}

/// Whether a weekday is the next of its name.
fn is_next_week(date: &Date) -> bool {
    date.relative.is_some_and(|relative| relative.unit == TimeUnit::Week && relative.offset > 0)
}

fn rule(hook: &Hook) -> &'static str {
    match (hook.trigger.frame, hook.trigger.tense) {
        (Frame::Host, _) => "receives",
        (Frame::See, _) => "sees",
        (Frame::Call, _) => "speaks-with",
        (_, Tense::Noun | Tense::Ing) => "meeting-with",
        _ => "meets",
    }
}

/// "welcomed X as the new ambassador": people are welcomed into an office, too.
fn is_of_office(passage: &Passage<'_>, hook: &Hook, last: Option<&(Range<usize>, Participant)>) -> bool {
    let is_welcome = passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("welcom");
    let end = last.map_or(hook.tokens.end, |(tokens, _)| tokens.end);
    is_welcome && passage.is_any(end, words!["as", "into", "back", "joining"])
}

/// "called the President a friend", "called for talks with": what is said of somebody, or asked for.
fn says_more_of(passage: &Passage<'_>, hook: &Hook, last: Option<&(Range<usize>, Participant)>) -> bool {
    let is_plain = hook.tokens.len() == 1
        && passage.is_any(hook.tokens.start, words!["called", "calls", "calling", "call"]);
    let end = last.map_or(hook.tokens.end, |(tokens, _)| tokens.end);
    is_plain && (passage.is_any(end, words!["a", "an"]) || passage.is(hook.tokens.end, "for"))
}

fn calls_on(passage: &Passage<'_>, hook: &Hook) -> bool {
    hook.tokens.len() > 1 && passage.is_any(hook.tokens.end - 1, words!["on", "upon"])
}

/// "called on the President to act" asks, and meets nobody.
fn is_asked(passage: &Passage<'_>, last: Option<&(Range<usize>, Participant)>) -> bool {
    last.is_none_or(|(tokens, _)| passage.is_any(tokens.end, words!["to", "for", "not"]))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn two_of_two_countries_who_discuss_something_have_met() {
        for text in [
            "Foreign Minister Aino Virta and her Serbian counterpart Ivo Novak discussed trade.",
            "Foreign Minister Aino Virta and Foreign Minister Ivo Novak of Serbia agreed on trade during talks in Oslo.",
            "Meeting with Serbian Foreign Minister Ivo Novak, Foreign Minister Aino Virta praised trade.",
        ] {
            let told = meetings("FI", text);
            assert!(
                told.iter().all(
                    |told| told.contains("Aino Virta") && told.ends_with("Ivo Novak in_person completed")
                ) && told.len() == 1,
                "{text}: {told:?}"
            );
        }
        let told = meetings("FI", "Foreign Minister Aino Virta and Trade Minister Bo Lind discussed trade.");
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn the_present_with_a_weekday_tells_of_what_is_to_come() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta meets Serbian Foreign Minister Ivo Novak on Thursday.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
    }

    #[test]
    fn who_comes_to_a_dinner_meets_the_host() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta attended a dinner hosted by Foreign Minister Ivo Novak.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn who_talked_on_the_phone_made_a_call() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta finally talked Sunday with Foreign Minister Ivo Novak. The two spent an hour on the phone.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak call completed"]);
        let told = meetings("FI", "Foreign Minister Aino Virta interacted with students.");
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn two_who_do_something_during_a_call_made_it() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta and Serbian Foreign Minister Ivo Novak reviewed trade during a phone call.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak call completed"]);
    }

    #[test]
    fn a_body_that_is_received_is_met() {
        let told = meetings("FI", "Minister Aino Virta received members of the Kenyan Senate.");
        assert_eq!(told, ["Aino Virta / members of the Kenyan Senate in_person completed"]);
        let told = meetings("FI", "Minister Aino Virta welcomed members of a choir.");
        assert_eq!(told, [""; 0]);
    }
}
