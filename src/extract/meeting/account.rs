//! A meeting as one clause tells it.

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, clause_end, is_passive, of, subject_after};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::{Modality, modality};
use super::super::participants::{listed, parted_by_semicolons};
use super::super::passage::Passage;
use super::super::schedule;
use super::super::visit::is_done_by_delegation;
use super::agenda::{is_on_agenda, is_planned, is_theirs};
use super::circumstance::{date_near, mode, names_a_line, names_a_line_next, place};
use super::opening::{opens_sentence, told_by_both};
use super::sides::{joined_for, joins_all, met, names_no_other, parties};
use super::spoken_of::SpokenOf;
use super::{credentials, guest, objects, status};
use crate::model::{Date, Id, Meeting, Part, Participant, TimeUnit};

/// The meeting that a trigger tells of. `delegates` are those of the delegation of the story, the leader first.
pub(super) fn meeting(
    text: &Annotated<'_>,
    hook: &Hook,
    delegates: &[Participant],
    spoken_of: SpokenOf<'_, '_>,
) -> Option<Meeting> {
    let is_call = of(hook, Frame::Call);
    let is_reception = of(hook, Frame::Host);
    let is_seen = of(hook, Frame::See) || guest::co_chairs(&text.passage, hook);
    let are_presented = credentials::are_presented(&text.passage, hook);
    if !(of(hook, Frame::Meet) || is_call || is_reception || is_seen || are_presented) {
        return None;
    }
    let passage = &text.passage;
    if passage.in_quote(hook.tokens.start) {
        return None;
    }
    let told = modality(passage, &hook.sentence, hook.tokens.start, hook.trigger.tense);
    if told == Modality::Unreal {
        return None;
    }
    if is_seen && !guest::may_be_met(passage, hook, told) {
        return None;
    }
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let mut with = match credentials::other_side(text, hook) {
        Some(other_side) => other_side,
        None if is_seen => guest::seen(text, hook, end),
        None if guest::is_meal_of(passage, hook) => listed(text, hook.tokens.end + 1, hook.sentence.end),
        None => met(text, hook, end),
    };
    if let Some((tokens, _)) = with.last() {
        with.extend(parted_by_semicolons(text, tokens.end, hook.sentence.end));
    }
    let mut party: Vec<Participant> = parties(text, hook);
    let mut others: Vec<Participant> = with.iter().map(|(_, who)| who.clone()).collect();
    for (_, who) in objects::beside_party(text, hook) {
        if !party.contains(&who) && !party.is_empty() {
            party.push(who);
        }
    }
    if party.is_empty() && is_done_by_delegation(passage, hook) {
        party.extend(delegates.first().cloned());
    }
    if party.is_empty() && schedule::opens_line(text, hook) {
        party.extend(spoken_of.owner());
    }
    let mut told = told;
    // "Minister meets Czech counterpart" stands above what was done.
    if passage.part == Part::Headline && told == Modality::Present && hook.trigger.tense == Tense::Present {
        told = Modality::Past;
    }
    if let [(tokens, Participant::Described(_))] = with.as_slice()
        && let Some(both) = spoken_of.object(tokens, &party)
    {
        others = both.to_vec();
    }
    if party.is_empty()
        && others.is_empty()
        && of(hook, Frame::Meet)
        && names_no_other(passage, hook)
        && let Some([one, other]) = spoken_of.subject(hook)
    {
        party.push(one);
        others.push(other);
    }
    // "During their talks, A and B"
    if others.is_empty() && is_theirs(passage, hook) {
        let both = subject_after(text, &hook.sentence, hook.tokens.end);
        if let [one, rest @ ..] = both
            && !rest.is_empty()
        {
            party = vec![one.who.clone()];
            others = rest.iter().map(|person| person.who.clone()).collect();
            told = if told == Modality::Named { Modality::Past } else { told };
        }
    }
    // "Talks with A are on the programme"
    let are_known = with.iter().any(|(_, who)| who.id().is_some());
    // "Trade was discussed with A"
    let is_told_of_topic = is_seen && is_passive(passage, hook);
    if party.is_empty()
        && are_known
        && (is_told_of_topic || is_planned(passage, hook, with.last()) || is_on_agenda(passage, hook))
    {
        // "The meeting with A will take place in May, B said"
        let end = with.last().map_or(hook.tokens.end, |(tokens, _)| tokens.end);
        let said = || within(&text.people, end..hook.sentence.end).first().map(|person| person.who.clone());
        party.extend(spoken_of.party(hook, &others).or_else(said));
        told = if is_told_of_topic { told } else { Modality::Future };
    }
    if others.is_empty()
        && let Some((doers, whom)) = guest::spoken_to(text, hook)
    {
        party = doers;
        others.push(whom);
        told = if told == Modality::Named { Modality::Past } else { told };
    }
    if joins_all(passage, hook) && others.len() > 1 {
        // "talks between A and B", "the meeting of A and B"
        let rest = others.split_off(1);
        party = std::mem::replace(&mut others, rest);
    } else if others.is_empty()
        && party.len() > 1
        && !(is_reception || is_seen)
        && (names_no_other(passage, hook)
            || opens_sentence(passage, hook)
            || !joined_for(text, hook).is_empty())
    {
        // "X and Y met", "X and Y held talks": each is the other's counterpart.
        others = party.split_off(1);
        if told == Modality::Future && opens_sentence(passage, hook) {
            told = told_by_both(text, hook);
        }
    }
    // "Minister A and her Serbian counterpart B discussed trade"
    let is_of_both = is_seen && guest::discusses(passage, hook)
        || (of(hook, Frame::Meet) || is_call) && during_talks(passage, hook);
    if others.is_empty()
        && is_of_both
        && spoken_of.are_of_two_countries(&party)
        && are_all(text, hook, &party)
    {
        told = if told == Modality::Named { Modality::Past } else { told };
        others = party.split_off(1);
    }
    others.retain(|other| !party.contains(other));
    let is_known = |who: &Participant| who.id().is_some();
    if is_call && !others.iter().any(is_known) && !names_a_line(passage, hook) {
        // Who "spoke to young people" made a speech or had a chat.
        return None;
    }
    // "receives B on Thursday"
    let date = date_near(text, &hook.sentence);
    let is_ahead = date.as_ref().is_some_and(|date| date.weekday.is_some() && is_next_week(date));
    if told == Modality::Present && hook.trigger.tense == Tense::Present && is_ahead {
        told = Modality::Future;
    }
    if is_reception && is_of_office(passage, hook, with.last())
        || calls_on(passage, hook) && is_asked(passage, with.last())
    {
        return None;
    }
    if is_reception || is_seen || calls_on(passage, hook) || is_chat(passage, hook) {
        others.retain(is_known);
    }
    if others.is_empty() || party.is_empty() {
        return None;
    }
    let stop = with
        .last()
        .map_or(end, |(tokens, _)| clause_end(passage, &hook.sentence, tokens.end))
        .max(hook.tokens.end);
    // "held calls to discuss trade with"
    let is_call = is_call
        || is_seen && guest::follows_call(passage, hook)
        || is_chat(passage, hook) && names_a_line_next(passage, hook);
    let mode = mode(passage, &hook.sentence, hook, is_call);
    let mut meeting = Meeting::new(Id::numbered("meeting", 1), mode);
    meeting.party = party;
    meeting.with = others;
    meeting.status = status(told);
    meeting.place = place(text, hook, stop);
    meeting.date = date;
    meeting.evidence.push(passage.evidence(hook.tokens.start..stop.max(hook.tokens.end), rule(hook), 85));
    Some(meeting)
}

/// Whether nobody else stands before a verb: of three who discuss something, two would be left.
fn are_all(text: &Annotated<'_>, hook: &Hook, party: &[Participant]) -> bool {
    let before = within(&text.people, hook.sentence.start..hook.tokens.start);
    before.iter().all(|person| person.possessive || party.contains(&person.who))
}

/// "talked on Sunday with", "interacted with": one does so with anybody.
fn is_chat(passage: &Passage<'_>, hook: &Hook) -> bool {
    let verb = passage.word(hook.tokens.start).to_ascii_lowercase();
    verb == "talked" && hook.tokens.len() == 1 || verb.starts_with("interact")
}

/// Whether a weekday is the next of its name.
fn is_next_week(date: &Date) -> bool {
    date.relative.is_some_and(|relative| relative.unit == TimeUnit::Week && relative.offset > 0)
}

/// "Minister A and her counterpart B agreed during talks in Oslo": what both do in the course of talks.
fn during_talks(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 3;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    hook.trigger.tense == Tense::Noun
        && near.into_iter().any(|at| passage.is_any(at, words!["during", "at", "after"]))
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

fn calls_on(passage: &Passage<'_>, hook: &Hook) -> bool {
    hook.tokens.len() > 1 && passage.is(hook.tokens.end - 1, "on")
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
}
