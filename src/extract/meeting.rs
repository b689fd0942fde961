//! Meetings and calls.

use std::ops::Range;

use super::annotated::{Annotated, within};
use super::clause::{Hook, clause_end, hooks, listed, of, subject};
use super::lexicon::{Class, Frame, Tense};
use super::modality::{Modality, modality};
use super::passage::Passage;
use super::words::Words;
use crate::model::{Date, Id, Meeting, MeetingMode, Participant, Place, Status};

/// The meetings that the texts tell of.
pub(super) fn meetings(texts: &[Annotated<'_>]) -> Vec<Meeting> {
    let mut meetings: Vec<Meeting> = Vec::new();
    for text in texts {
        for hook in hooks(&text.passage) {
            if let Some(meeting) = meeting(text, &hook) {
                take(&mut meetings, meeting);
            }
        }
    }
    for (index, meeting) in meetings.iter_mut().enumerate() {
        meeting.id = Id::numbered("meeting", index + 1);
    }
    meetings
}

/// Adds a meeting, or what is new in it to one of the same people.
fn take(meetings: &mut Vec<Meeting>, meeting: Meeting) {
    let people = |meeting: &Meeting| {
        let mut people: Vec<Participant> = meeting.party.iter().chain(&meeting.with).cloned().collect();
        people.sort_by_key(|participant| format!("{participant:?}"));
        people
    };
    match meetings.iter_mut().find(|known| known.mode == meeting.mode && people(known) == people(&meeting)) {
        Some(known) => {
            known.status = known.status.take().or(meeting.status);
            known.place = known.place.take().or(meeting.place);
            known.date = known.date.take().or(meeting.date);
            known.evidence.extend(meeting.evidence);
        }
        None => meetings.push(meeting),
    }
}

fn meeting(text: &Annotated<'_>, hook: &Hook) -> Option<Meeting> {
    let is_call = of(hook, Frame::Call);
    if !(of(hook, Frame::Meet) || is_call) {
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
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let objects_start = objects_start(passage, hook, end)?;
    let with: Vec<(Range<usize>, Participant)> = listed(text, objects_start, hook.sentence.end);
    let mut party: Vec<Participant> = parties(text, hook);
    let mut others: Vec<Participant> = with.iter().map(|(_, who)| who.clone()).collect();
    if others.is_empty() && party.len() > 1 && of(hook, Frame::Meet) && hook.trigger.tense != Tense::Noun {
        // "X and Y met": each is the other's counterpart.
        others = party.split_off(1);
    }
    others.retain(|other| !party.contains(other));
    if is_call && !others.iter().any(|other| other.id().is_some()) && !names_a_line(passage, &hook.sentence) {
        // Who "spoke to young people" made a speech or had a chat.
        return None;
    }
    if others.is_empty() || party.is_empty() {
        return None;
    }
    let stop = with
        .last()
        .map_or(end, |(tokens, _)| clause_end(passage, &hook.sentence, tokens.end))
        .max(hook.tokens.end);
    let mode = mode(passage, &hook.sentence, hook, is_call);
    let mut meeting = Meeting::new(Id::numbered("meeting", 1), mode);
    meeting.party = party;
    meeting.with = others;
    meeting.status = status(told);
    meeting.place = place(text, hook, stop);
    meeting.date = date_near(text, &hook.sentence);
    meeting.evidence.push(passage.evidence(hook.tokens.start..stop.max(hook.tokens.end), rule(hook), 85));
    Some(meeting)
}

fn rule(hook: &Hook) -> &'static str {
    match (hook.trigger.frame, hook.trigger.tense) {
        (Frame::Call, _) => "speaks-with",
        (_, Tense::Noun | Tense::Ing) => "meeting-with",
        _ => "meets",
    }
}

/// Where those who are met stand: after the verb or its "with".
fn objects_start(passage: &Passage<'_>, hook: &Hook, end: usize) -> Option<usize> {
    let after = hook.tokens.end;
    let with = (after..end.min(after + 14)).find(|&at| passage.is_any(at, words!["with", "between"]));
    let needs_with = of(hook, Frame::Call) || matches!(hook.trigger.tense, Tense::Noun);
    match with {
        Some(with) if with == after || needs_with || few_words(passage, after..with) => Some(with + 1),
        _ if needs_with && !passage.is(after, "to") => None,
        _ if of(hook, Frame::Call) => Some(after + 1),
        // "met expectations", "meet the needs" are no meetings: `listed` finds nobody there.
        _ => Some(after),
    }
}

/// Adverbs and dates may stand before "with": "met separately today with".
fn few_words(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.len() <= 6
        && !tokens.into_iter().any(|at| passage.has(at, Class::Role) || passage.has(at, Class::Honorific))
}

fn parties(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    let start = hook.tokens.start;
    let possessor =
        within(&text.people, hook.sentence.start..start).iter().rev().find(|person| person.possessive);
    let near_possessor =
        possessor.filter(|person| hook.trigger.tense == Tense::Noun && start - person.tokens.end <= 4);
    if let Some(person) = near_possessor {
        return vec![person.who.clone()];
    }
    subject(text, &hook.sentence, start).iter().map(|person| person.who.clone()).collect()
}

fn mode(passage: &Passage<'_>, sentence: &Range<usize>, hook: &Hook, is_call: bool) -> MeetingMode {
    let near =
        hook.tokens.start.saturating_sub(6).max(sentence.start)..sentence.end.min(hook.tokens.end + 16);
    let has = |words: &Words| near.clone().any(|at| passage.is_any(at, words));
    if has(words!["virtual", "virtually", "video", "videoconference", "online", "teleconference"]) {
        MeetingMode::Virtual
    } else if is_call || has(words!["phone", "telephone"]) {
        MeetingMode::Call
    } else {
        MeetingMode::InPerson
    }
}

/// Where: the first place after the verb, or the one that the sentence opens with ("In Riga, …").
fn place(text: &Annotated<'_>, hook: &Hook, stop: usize) -> Option<Place> {
    let after = within(&text.places, hook.tokens.end..stop).first();
    let opening = within(&text.places, hook.sentence.start..hook.tokens.start).first().filter(|found| {
        found.tokens.start <= hook.sentence.start + 4
            && found
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|before| text.passage.is_any(before, words!["in", "at"]))
    });
    after.or(opening).map(|found| found.place.clone())
}

/// Whether a sentence speaks of a telephone or a screen.
fn names_a_line(passage: &Passage<'_>, sentence: &Range<usize>) -> bool {
    const LINES: &Words =
        words!["phone", "telephone", "call", "video", "videoconference", "virtually", "virtual", "online"];
    sentence.clone().any(|at| passage.is_any(at, LINES))
}

/// The status that a modality alone gives.
pub(super) fn status(told: Modality) -> Option<Status> {
    Some(match told {
        Modality::Past => Status::Completed,
        Modality::Present => Status::Ongoing,
        Modality::Future => Status::Planned,
        Modality::Cancelled => Status::Cancelled,
        Modality::Named | Modality::Unreal => return None,
    })
}

/// The only date of a sentence.
fn date_near(text: &Annotated<'_>, sentence: &Range<usize>) -> Option<Date> {
    match within(&text.dates, sentence.clone()) {
        [only] => Some(only.date.clone()),
        _ => None,
    }
}
