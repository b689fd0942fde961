//! Meetings and calls.
//!
//! | file | gives |
//! |---|---|
//! | `agenda.rs` | nouns that tell of whom a meeting is: "their talks", "the agenda includes meetings" |
//! | `appearance.rs` | those whom a headline over remarks names: "A and B Before Their Meeting" |
//! | `audience.rs` | those who were received one by one, in the paragraphs after "received in audience:" |
//! | `credentials.rs` | envoys who hand over their letters |
//! | `guest.rs` | those whom one sees, discusses something with, or gives a dinner for |
//! | `opening.rs` | talks that a sentence begins with, of both who are named after them |
//! | `spoken_of.rs` | those whom the story spoke of before: "the two presidents met" |
//! | `topic.rs` | those whom a sentence begins with: "With A, she reviewed trade" |

mod agenda;
mod appearance;
mod audience;
mod credentials;
pub(super) mod guest;
mod opening;
mod spoken_of;
mod topic;

use std::ops::Range;

use super::annotated::{Annotated, FoundPerson, FoundPlace, within};
use super::clause::{Hook, clause_end, is_passive, of, subject, subject_after};
use super::lexicon::{self, Class, Frame, Tense};
use super::modality::{Modality, modality};
use super::participants::{listed, parted_by_semicolons};
use super::passage::Passage;
use super::schedule;
use super::token::TokenKind;
use super::visit::{Setting, is_done_by_delegation};
use super::words::Words;
use crate::model::{Country, Date, Id, Meeting, MeetingMode, Part, Participant, Place, Status};
use agenda::{is_on_agenda, is_planned, is_theirs};
use audience::Audiences;
use opening::{opens_sentence, told_by_both};
use spoken_of::SpokenOf;

/// The meetings that the texts tell of.
pub(super) fn meetings(texts: &[Annotated<'_>], setting: Setting<'_>) -> Vec<Meeting> {
    let mut meetings: Vec<Meeting> = Vec::new();
    let mut audiences = Audiences::default();
    for (index, text) in texts.iter().enumerate() {
        let spoken_of = SpokenOf::new(texts, index, setting);
        topic::meetings(text).into_iter().for_each(|meeting| take(&mut meetings, meeting));
        appearance::in_headline(text, setting).into_iter().for_each(|meeting| take(&mut meetings, meeting));
        let mut named = named_after(text).peekable();
        audiences.go_on(text).into_iter().for_each(|meeting| take(&mut meetings, meeting));
        for hook in &text.hooks {
            while let Some((_, people)) = named.next_if(|(sentence, _)| *sentence <= hook.sentence.start) {
                name(&mut meetings, text, people);
            }
            if let Some(meeting) = meeting(text, hook, setting.delegates, spoken_of) {
                take(&mut meetings, meeting);
            } else if of(hook, Frame::Accompany)
                && let Some(meeting) = meetings.last_mut()
            {
                join(text, hook, meeting);
            }
            audiences.open(text, hook);
        }
        named.for_each(|(_, people)| name(&mut meetings, text, people));
    }
    drop_told_by_name(&mut meetings, texts, setting);
    for (index, meeting) in meetings.iter_mut().enumerate() {
        meeting.id = Id::numbered("meeting", index + 1);
    }
    meetings
}

/// "These included A, B and C": the people of a sentence that only names those of the one before it.
fn named_after<'a>(text: &'a Annotated<'_>) -> impl Iterator<Item = (usize, Vec<Participant>)> + 'a {
    let passage = &text.passage;
    passage.sentences.iter().filter_map(move |sentence| {
        let is_list = passage
            .is_any(sentence.start, words!["these", "those", "they", "participants", "attendees"])
            && passage.is_any(sentence.start + 1, words!["included", "include", "were"]);
        let list = is_list.then(|| listed(text, sentence.start + 2, sentence.end))?;
        let people: Vec<Participant> =
            list.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect();
        (!people.is_empty()).then_some((sentence.start, people))
    })
}

/// Puts names in the place of the description of those who were met last.
fn name(meetings: &mut [Meeting], text: &Annotated<'_>, people: Vec<Participant>) {
    let Some(meeting) = meetings.last_mut() else { return };
    let is_here = meeting.evidence.iter().any(|told| told.part == text.passage.part);
    if is_here && meeting.with.iter().all(|who| who.id().is_none()) {
        meeting.with = people;
    }
}

/// A headline or a lead that leaves out the name ("meets Mongolian counterpart") tells of the meeting that the story
/// tells of with it.
fn drop_told_by_name(meetings: &mut Vec<Meeting>, texts: &[Annotated<'_>], setting: Setting<'_>) {
    let is_named = |who: &Participant| who.id().is_some_and(|id| !setting.unnamed.contains(id));
    let named: Vec<(MeetingMode, Vec<Participant>, Vec<Option<Country>>)> = meetings
        .iter()
        .filter(|meeting| meeting.with.iter().chain(&meeting.party).filter(|who| is_named(who)).count() > 1)
        .map(|meeting| {
            let all: Vec<Participant> = meeting.party.iter().chain(&meeting.with).cloned().collect();
            let countries = all.iter().map(|who| setting.country(who)).collect();
            (meeting.mode.clone(), all, countries)
        })
        .collect();
    let is_in_headline = |meeting: &Meeting| meeting.evidence.iter().all(|told| told.part == Part::Headline);
    let is_told = |meeting: &Meeting| {
        let mut countries = countries_of_counterparts(meeting, texts);
        let is_only_counterparts = !countries.is_empty();
        countries.extend(meeting.with.iter().filter_map(|who| setting.country(who)));
        named.iter().any(|(mode, all, theirs)| {
            let is_of_same = *mode == meeting.mode && meeting.party.iter().any(|who| all.contains(who));
            let is_of_these = countries.iter().all(|country| theirs.contains(&Some(*country)));
            is_of_same && is_of_these && (is_in_headline(meeting) || is_only_counterparts)
        })
    };
    // "Ambassador calls on President", above all that the story tells by name.
    let is_of_offices = |meeting: &Meeting| {
        is_in_headline(meeting)
            && !meeting.party.iter().chain(&meeting.with).any(is_named)
            && named.iter().any(|(mode, ..)| *mode == meeting.mode)
    };
    // "Meeting with NUG Representatives", of whom the story names one; "Roundtable with Survivors", of whom it tells more
    let in_body: Vec<(MeetingMode, Vec<Participant>)> = meetings
        .iter()
        .filter(|meeting| !is_in_headline(meeting))
        .map(|meeting| (meeting.mode.clone(), meeting.party.clone()))
        .collect();
    let is_summary = |meeting: &Meeting| {
        let is_of_same = |mode: &MeetingMode, people: &[Participant]| {
            *mode == meeting.mode && meeting.party.iter().any(|who| people.contains(who))
        };
        is_in_headline(meeting)
            && meeting.with.iter().all(|who| who.id().is_none())
            && (named.iter().any(|(mode, all, _)| is_of_same(mode, all))
                || in_body.iter().any(|(mode, party)| is_of_same(mode, party)))
    };
    meetings.retain(|meeting| {
        !is_summary(meeting)
            && !is_of_offices(meeting)
            && (meeting.with.iter().any(is_named) || !is_told(meeting))
    });
}

/// The countries of "his Lithuanian and Ukrainian counterparts".
fn countries_of_counterparts(meeting: &Meeting, texts: &[Annotated<'_>]) -> Vec<Country> {
    let is_counterpart =
        |who: &Participant| matches!(who, Participant::Described(words) if words.contains("counterpart"));
    if !meeting.with.iter().any(is_counterpart) {
        return Vec::new();
    }
    let mut countries = Vec::new();
    for told in &meeting.evidence {
        let Some(passage) = texts.iter().map(|text| &text.passage).find(|passage| passage.part == told.part)
        else {
            continue;
        };
        let tokens =
            passage.tokens.iter().enumerate().skip_while(|(_, token)| (token.start as usize) < told.start);
        let tokens = tokens.take_while(|(_, token)| (token.start as usize) < told.end);
        countries.extend(tokens.filter_map(|(at, _)| {
            passage.longest(at, Class::Demonym).and_then(|found| lexicon::country(found.entry.country))
        }));
    }
    countries
}

/// Adds a meeting, or what is new in it to one of the same people.
fn take(meetings: &mut Vec<Meeting>, meeting: Meeting) {
    /// How many meetings back a story may come to speak of one again.
    const NEARBY: usize = 64;
    let all = |meeting: &Meeting, other: &Meeting| {
        let mut people = meeting.party.iter().chain(&meeting.with);
        people.all(|who| other.party.contains(who) || other.with.contains(who))
    };
    // "The two discussed trade", "exchanged views": that tells of a call, too.
    let is_of_any_mode =
        meeting.evidence.iter().all(|told| told.rule == "sees" || told.text.starts_with("exchang"));
    let same = |known: &&mut Meeting| {
        (known.mode == meeting.mode || is_of_any_mode) && all(known, &meeting) && all(&meeting, known)
    };
    // "discussed with A and B", who were phoned one by one
    let is_met = |who: &Participant| {
        let mut known = meetings.iter().rev().take(NEARBY);
        known.any(|known| {
            known.party.iter().any(|one| meeting.party.contains(one)) && known.with.contains(who)
        })
    };
    let is_told = || meetings.iter().rev().take(NEARBY).any(|known| all(&meeting, known));
    if is_of_any_mode && meeting.with.len() > 1 && (meeting.with.iter().all(is_met) || is_told()) {
        return;
    }
    match meetings.iter_mut().rev().take(NEARBY).find(same) {
        Some(known) => {
            // "receives the President" stands above what was done.
            let is_headline = known.evidence.iter().all(|told| told.part == Part::Headline);
            known.status = match known.status.take() {
                Some(Status::Ongoing) if is_headline && meeting.status.is_some() => meeting.status,
                status => status.or(meeting.status),
            };
            known.place = known.place.take().or(meeting.place);
            known.date = known.date.take().or(meeting.date);
            known.evidence.extend(meeting.evidence);
        }
        None => meetings.push(meeting),
    }
}

/// "The Secretary of Homeland Security also joined the meeting": one more of the party.
fn join(text: &Annotated<'_>, hook: &Hook, meeting: &mut Meeting) {
    let passage = &text.passage;
    let next = hook.tokens.end + usize::from(passage.is_any(hook.tokens.end, words!["the", "their", "this"]));
    let joins = hook.trigger.tense == Tense::Past
        && passage
            .is_any(next, words!["meeting", "call", "talks", "discussion", "discussions", "conversation"]);
    if !joins || is_passive(passage, hook) {
        return;
    }
    for person in subject(text, &hook.sentence, hook.tokens.start) {
        if !meeting.party.contains(&person.who) && !meeting.with.contains(&person.who) {
            meeting.party.push(person.who.clone());
        }
    }
}

/// The meeting that a trigger tells of. `delegates` are those of the delegation of the story, the leader first.
fn meeting(
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
        None => met(text, hook, end),
    };
    if let Some((tokens, _)) = with.last() {
        with.extend(parted_by_semicolons(text, tokens.end, hook.sentence.end));
    }
    let mut party: Vec<Participant> = parties(text, hook);
    let mut others: Vec<Participant> = with.iter().map(|(_, who)| who.clone()).collect();
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
    others.retain(|other| !party.contains(other));
    let is_known = |who: &Participant| who.id().is_some();
    if is_call && !others.iter().any(is_known) && !names_a_line(passage, hook) {
        // Who "spoke to young people" made a speech or had a chat.
        return None;
    }
    if is_reception && is_of_office(passage, hook, with.last())
        || calls_on(passage, hook) && is_asked(passage, with.last())
    {
        return None;
    }
    if is_reception || is_seen || calls_on(passage, hook) {
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
    let is_call = is_call || is_seen && guest::follows_call(passage, hook);
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
        (Frame::Host, _) => "receives",
        (Frame::See, _) => "sees",
        (Frame::Call, _) => "speaks-with",
        (_, Tense::Noun | Tense::Ing) => "meeting-with",
        _ => "meets",
    }
}

/// Those who are met, and where they stand.
fn met(text: &Annotated<'_>, hook: &Hook, end: usize) -> Vec<(Range<usize>, Participant)> {
    let passage = &text.passage;
    let by = by_whom(passage, hook);
    if let Some(by) = by {
        return listed(text, by + 1, hook.sentence.end);
    }
    if let Some(guests) = guest::of_honour(text, hook, end) {
        return guests;
    }
    let list = objects_start(text, hook, end).map(|start| listed(text, start, hook.sentence.end));
    let list = list.unwrap_or_default();
    // "the inaugural meeting of the Advisory Committee" brings nobody together with it.
    let is_of_body = passage.is(hook.tokens.end, "of") && hook.trigger.tense == Tense::Noun;
    if is_of_body && (list.len() < 2 || list.iter().all(|(_, who)| who.id().is_none())) {
        return Vec::new();
    }
    list
}

/// The "by" of "was received by the President".
fn by_whom(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    let after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + 12);
    after.into_iter().find(|&at| passage.is(at, "by")).filter(|_| is_passive(passage, hook))
}

/// Whether the list after a noun holds both sides: "talks between A and B", "the meeting of A and B".
fn joins_all(passage: &Passage<'_>, hook: &Hook) -> bool {
    let last = hook.tokens.end.saturating_sub(1);
    let mut between = last..hook.sentence.end.min(hook.tokens.end + 8);
    let is_noun = matches!(hook.trigger.tense, Tense::Noun | Tense::Ing);
    is_noun
        && (between.any(|at| passage.is(at, "between"))
            || hook.trigger.tense == Tense::Noun && passage.is(hook.tokens.end, "of"))
}

/// "met", "held a meeting", "had a call": what follows names nobody.
fn names_no_other(passage: &Passage<'_>, hook: &Hook) -> bool {
    const HELD: &Words =
        words!["hold", "holds", "held", "holding", "had", "have", "conducted", "convened", "concluded"];
    let mut near = hook.tokens.start.saturating_sub(6).max(hook.sentence.start)..hook.tokens.start;
    match hook.trigger.tense {
        _ if passage.is_any(hook.tokens.end - 1, words!["with", "on"]) => false,
        Tense::Noun => near.any(|at| passage.is_any(at, HELD)),
        _ => of(hook, Frame::Meet) && !has_object(passage, hook.tokens.end) || names_a_line(passage, hook),
    }
}

/// "meet commitments", "met the target": something else than people is met.
fn has_object(passage: &Passage<'_>, at: usize) -> bool {
    const ADJUNCTS: &Words = words![
        "about",
        "after",
        "again",
        "ahead",
        "alone",
        "and",
        "as",
        "at",
        "because",
        "before",
        "briefly",
        "but",
        "by",
        "during",
        "earlier",
        "face",
        "first",
        "following",
        "for",
        "from",
        "here",
        "in",
        "informally",
        "last",
        "later",
        "next",
        "often",
        "on",
        "once",
        "one",
        "online",
        "or",
        "over",
        "several",
        "since",
        "soon",
        "there",
        "this",
        "throughout",
        "to",
        "today",
        "together",
        "tomorrow",
        "tonight",
        "twice",
        "under",
        "until",
        "via",
        "virtually",
        "when",
        "where",
        "while",
        "with",
        "within",
        "yesterday",
    ];
    passage.kind(at) == TokenKind::Lower && !passage.is_any(at, ADJUNCTS) && !passage.word(at).ends_with("ly")
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

/// Where those who are met stand: after the verb or its "with".
fn objects_start(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<usize> {
    let passage = &text.passage;
    let after = hook.tokens.end;
    let is_noun = hook.trigger.tense == Tense::Noun;
    let ends_in_link =
        hook.tokens.len() > 1 && passage.is_any(after - 1, words!["with", "between", "on", "of", "to"]);
    if ends_in_link || is_noun && passage.is(after, "of") {
        return Some(after + usize::from(!ends_in_link));
    }
    let is_call = of(hook, Frame::Call);
    // "spoke by telephone to A"
    let by_line = is_call && passage.is_any(after, words!["by", "over", "via"]);
    let is_link = |at: usize| {
        passage.is_any(at, words!["with", "between"])
            || (is_call && is_noun || by_line && at <= after + 4) && passage.is_any(at, words!["from", "to"])
    };
    // "welcomed closer ties with President A": a guest stands right after the verb.
    let link = (after..end.min(after + 14)).find(|&at| is_link(at) && !of(hook, Frame::Host));
    // One speaks to or with people, and phones them.
    let speaks = is_call
        && !is_noun
        && ["sp", "ta"]
            .iter()
            .any(|verb| passage.word(hook.tokens.start).to_ascii_lowercase().starts_with(verb));
    match link {
        Some(link) if link == after || is_noun || speaks || few_words(passage, after..link) => Some(link + 1),
        _ if is_noun || speaks && !passage.is(after, "to") => None,
        _ if speaks => Some(after + 1),
        // "met expectations", "meet the needs" are no meetings: `listed` finds nobody there.
        _ => Some(after_adjuncts(text, after, end)),
    }
}

/// The token after where and when, told between a verb and its object: "received at the palace today", "met, among
/// others,".
pub(super) fn after_adjuncts(text: &Annotated<'_>, from: usize, end: usize) -> usize {
    const ADVERBS: &Words =
        words!["today", "yesterday", "also", "separately", "earlier", "later", "here", "again"];
    const MOST_OF_PLACE: usize = 3;
    let passage = &text.passage;
    let mut at = from;
    while at < end {
        let is_before = passage.is_any(at, words!["in", "at", "on"]);
        let named = at + 1..at + 1 + MOST_OF_PLACE;
        let place = within(&text.places, named).first().filter(|_| is_before);
        let date =
            within(&text.dates, at..at + 2).first().filter(|date| is_before || date.tokens.start == at);
        let hall = Some(at + 2)
            .filter(|_| is_before && passage.is(at + 1, "the"))
            .and_then(|hall| end_of_hall(passage, hall));
        at = match (date, place) {
            (Some(date), _) => date.tokens.end,
            (_, Some(place)) => place.tokens.end,
            _ if hall.is_some() => hall.unwrap_or(at),
            _ if passage.reads(at, &["in", "audience"]) || passage.reads(at, &["inter", "alia"]) => at + 2,
            _ if passage.reads(at, &["in", "farewell", "audience"]) => at + 3,
            _ if passage.reads(at, &["among", "others"]) => at + 2,
            _ if passage.is_mark(at, ',') && passage.is_any(at + 1, words!["among", "inter"]) => at + 1,
            _ if passage.is_any(at, ADVERBS) || at > from && passage.is_mark(at, ',') => at + 1,
            _ => return at,
        };
    }
    at
}

/// Adverbs and dates may stand before "with": "met separately today with".
fn few_words(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.len() <= 6
        && !tokens.into_iter().any(|at| passage.has(at, Class::Role) || passage.has(at, Class::Honorific))
}

/// Where the name of a hall ends that the lexicon does not know, if an article stands after it: "at the Emiri Court a
/// delegation".
fn end_of_hall(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 4;
    let is_name = |at: usize| {
        passage.kind(at).is_capital() && !passage.has(at, Class::Honorific) && !passage.has(at, Class::Rank)
    };
    let len = (at..at + MOST).take_while(|&at| is_name(at)).count();
    (len > 0 && passage.is_any(at + len, words!["a", "an", "the"])).then_some(at + len)
}

fn parties(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    let passage = &text.passage;
    let start = hook.tokens.start;
    let who = |people: &[FoundPerson]| -> Vec<Participant> {
        people.iter().map(|person| person.who.clone()).collect()
    };
    let is_noun = hook.trigger.tense == Tense::Noun;
    let before = within(&text.people, hook.sentence.start..start);
    let possessor = before.iter().rev().find(|person| person.possessive);
    // What begins before the noun may end after it, in a text that is none.
    let is_near = |end: usize| start.checked_sub(end).is_some_and(|gap| gap <= 4);
    if let Some(person) = possessor.filter(|person| is_noun && is_near(person.tokens.end)) {
        return vec![person.who.clone()];
    }
    let mut doers = who(subject(text, &hook.sentence, start));
    if is_noun {
        let joined = joined_for(text, hook).iter().map(|person| person.who.clone());
        joined.for_each(|who| {
            if !doers.contains(&who) {
                doers.push(who)
            }
        });
    }
    if !doers.is_empty() || !is_noun {
        return doers;
    }
    // "In a meeting with B, A thanked him", "courtesy call on B by A"
    let after = who(subject_after(text, &hook.sentence, hook.tokens.end));
    if !after.is_empty() {
        return after;
    }
    let by = (hook.tokens.end..hook.sentence.end.min(hook.tokens.end + 24)).find(|&at| passage.is(at, "by"));
    let agents = by.map(|by| listed(text, by + 1, hook.sentence.end)).unwrap_or_default();
    agents.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect()
}

/// Those whom the party joins: "the Finance Minister will join him for talks with".
fn joined_for<'a>(text: &'a Annotated<'_>, hook: &Hook) -> &'a [FoundPerson] {
    const REACH: usize = 20;
    /// "for a one-on-one meeting"
    const MOST_BETWEEN: usize = 8;
    let passage = &text.passage;
    let before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let is_join = |at: usize| passage.is_any(at, words!["join", "joins", "joined"]);
    let Some(join) = before.clone().rev().find(|&at| is_join(at)) else { return &[] };
    let whom = within(&text.people, join + 1..hook.tokens.start);
    let next = whom.first().filter(|person| person.tokens.start <= join + 2 && !person.possessive);
    let purpose = next.is_some_and(|person| {
        passage.is_any(person.tokens.end, words!["for", "in", "at"])
            && hook.tokens.start <= person.tokens.end + MOST_BETWEEN
    });
    whom.get(..usize::from(purpose)).unwrap_or_default()
}

fn mode(passage: &Passage<'_>, sentence: &Range<usize>, hook: &Hook, is_call: bool) -> MeetingMode {
    let near =
        hook.tokens.start.saturating_sub(6).max(sentence.start)..sentence.end.min(hook.tokens.end + 16);
    let has = |words: &[&str]| near.clone().any(|at| passage.is_any(at, words));
    const SCREENS: &[&str] = &[
        "virtual",
        "virtually",
        "video",
        "videoconference",
        "videolink",
        "online",
        "teleconference",
        "zoom",
        "webex",
    ];
    if has(SCREENS) {
        MeetingMode::Virtual
    } else if is_call || has(&["phone", "telephone"]) {
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
    before_where(text, hook).or(after).or(opening).map(|found| found.place.clone())
}

/// "was in Israel, where he met": the place that a clause goes on from.
fn before_where<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPlace> {
    const REACH: usize = 8;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let at = near.rev().find(|&at| text.passage.is(at, "where"))?;
    let last = within(&text.places, hook.sentence.start..at).last()?;
    let is_next = last.tokens.end + usize::from(text.passage.is_mark(last.tokens.end, ',')) == at;
    is_next.then_some(last)
}

/// Whether a telephone or a screen is spoken of around a verb.
fn names_a_line(passage: &Passage<'_>, hook: &Hook) -> bool {
    const LINES: &Words =
        words!["phone", "telephone", "call", "video", "videoconference", "virtually", "virtual", "online"];
    const REACH: usize = 40;
    let tokens = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)
        ..hook.sentence.end.min(hook.tokens.end + REACH);
    tokens.into_iter().any(|at| passage.is_any(at, LINES))
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
