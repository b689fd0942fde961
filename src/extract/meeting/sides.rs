//! Who meets whom: the party, and those who are met.

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, coordinated, is_passive, of, subject, subject_after};
use super::super::date::is_calendar_word;
use super::super::lexicon::{Class, Frame, Tense};
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::circumstance::names_a_line;
use super::guest;
use super::objects::objects_start;
use crate::model::{MentionForm, Participant};

/// Those who are met, and where they stand.
pub(super) fn met(text: &Annotated<'_>, hook: &Hook, end: usize) -> Vec<(Range<usize>, Participant)> {
    let passage = &text.passage;
    let by = by_whom(passage, hook);
    if let Some(by) = by {
        return listed(text, by + 1, hook.sentence.end);
    }
    let guests = || guest::of_call_paid(text, hook).or_else(|| guest::visited(text, hook));
    if let Some(guests) = guest::of_honour(text, hook, end).or_else(guests) {
        return guests;
    }
    let list = objects_start(text, hook, end).map(|start| listed(text, start, hook.sentence.end));
    let mut list = list.unwrap_or_default();
    // "Meeting of A with B"
    if passage.is(hook.tokens.end, "of")
        && hook.trigger.tense == Tense::Noun
        && let [(one, Participant::Official(_))] = list.as_slice()
        && passage.is(after_country(passage, one.end), "with")
    {
        let with = after_country(passage, one.end) + 1;
        list.extend(listed(text, with, hook.sentence.end));
    }
    // "the inaugural meeting of the Advisory Committee" brings nobody together with it.
    let is_of_body = passage.is(hook.tokens.end, "of") && hook.trigger.tense == Tense::Noun;
    if is_of_body && (list.len() < 2 || list.iter().all(|(_, who)| who.id().is_none())) {
        return Vec::new();
    }
    // "reviewed the meeting between the ministers of two countries": whoever does so is of neither side.
    if hook.trigger.tense == Tense::Noun && passage.is(hook.tokens.end, "between") && list.len() < 2 {
        return Vec::new();
    }
    list
}

/// The "by" of "was received by the President".
pub(super) fn by_whom(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    let after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + 12);
    after.into_iter().find(|&at| passage.is(at, "by")).filter(|_| is_passive(passage, hook))
}

/// Whether the list after a noun holds both sides: "talks between A and B", "the meeting of A and B".
pub(super) fn joins_all(passage: &Passage<'_>, hook: &Hook) -> bool {
    let last = hook.tokens.end.saturating_sub(1);
    let mut between = last..hook.sentence.end.min(hook.tokens.end + 8);
    let is_noun = matches!(hook.trigger.tense, Tense::Noun | Tense::Ing);
    is_noun
        && (between.any(|at| passage.is(at, "between"))
            || hook.trigger.tense == Tense::Noun && passage.is(hook.tokens.end, "of"))
}

/// "met", "held a meeting", "had a call": what follows names nobody.
pub(super) fn names_no_other(passage: &Passage<'_>, hook: &Hook) -> bool {
    const HELD: &Words = words![
        "hold", "holds", "held", "holding", "had", "have", "conducted", "convened", "concluded", "lead",
        "leads", "led", "leading", "chair", "chairs", "chaired", "co",
    ];
    let mut near = hook.tokens.start.saturating_sub(6).max(hook.sentence.start)..hook.tokens.start;
    match hook.trigger.tense {
        _ if passage.is_any(hook.tokens.end - 1, words!["with", "on"]) => false,
        // "A and B met with families"
        _ if passage.is(hook.tokens.end, "with") && !passage.reads(hook.tokens.end, &["with", "each"]) => {
            false
        }
        Tense::Noun => near.any(|at| passage.is_any(at, HELD)),
        _ => {
            of(hook, Frame::Meet) && !has_object(passage, hook.tokens.end)
                || names_a_line(passage, hook)
                || speak_to_each_other(passage, hook)
        }
    }
}

/// "A and B spoke on Tuesday", "spoke for an hour": what follows tells when or how long, and not where or of what.
fn speak_to_each_other(passage: &Passage<'_>, hook: &Hook) -> bool {
    let next = hook.tokens.end;
    let is_time = |at: usize| {
        is_calendar_word(passage, at)
            || passage.is_any(at, words!["morning", "afternoon", "evening", "week", "hour", "minutes"])
    };
    passage.is_any(next - 1, words!["spoke", "talked"])
        && (passage.is_any(next, words!["again", "earlier", "today", "tonight", "yesterday"])
            || is_time(next)
            || passage.is(next, "on") && is_time(next + 1)
            || passage.is_any(next, words!["this", "for", "last"]) && (1..=4).any(|on| is_time(next + on)))
}

/// "meet commitments", "met the target": something else than people is met.
fn has_object(passage: &Passage<'_>, at: usize) -> bool {
    const ADJUNCTS: &Words = words![
        "about", "after", "again", "ahead", "alone", "and", "as", "at", "because", "before", "briefly",
        "but", "by", "during", "earlier", "face", "first", "following", "for", "from", "here", "in",
        "informally", "last", "later", "next", "often", "on", "once", "one", "online", "or", "over",
        "several", "since", "soon", "there", "this", "throughout", "to", "today", "together", "tomorrow",
        "tonight", "twice", "under", "until", "via", "virtually", "when", "where", "while", "with", "within",
        "yesterday",
    ];
    passage.kind(at) == TokenKind::Lower && !passage.is_any(at, ADJUNCTS) && !passage.word(at).ends_with("ly")
}

pub(super) fn parties(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    let passage = &text.passage;
    let start = hook.tokens.start;
    let who = |people: &[FoundPerson]| -> Vec<Participant> {
        let mut all: Vec<Participant> = Vec::with_capacity(people.len());
        for who in participants(people) {
            if !all.contains(&who) {
                all.push(who);
            }
        }
        all
    };
    let is_noun = hook.trigger.tense == Tense::Noun;
    let before = within(&text.people, hook.sentence.start..start);
    let possessor = before.iter().rev().find(|person| person.possessive);
    // What begins before the noun may end after it, in a text that is none.
    let is_near = |end: usize| start.checked_sub(end).is_some_and(|gap| gap <= 4);
    // "joined President A in his meeting with B"
    let is_of_joined = |person: &&FoundPerson| {
        is_noun
            && person.form == MentionForm::Pronoun
            && !(joined_for(text, hook).is_empty() && accompanied_to(text, hook).is_empty())
    };
    let possessor = possessor.filter(|person| !is_of_joined(person));
    if let Some(person) = possessor.filter(|person| is_noun && is_near(person.tokens.end)) {
        let mut both = vec![person.who.clone()];
        both.extend(joins_meeting_of(text, hook, person));
        return both;
    }
    let mut doers = who(subject(text, &hook.sentence, start));
    if is_noun {
        let joined =
            joined_for(text, hook).iter().chain(accompanied_to(text, hook)).map(|person| person.who.clone());
        joined.for_each(|who| {
            if !doers.contains(&who) {
                doers.push(who)
            }
        });
    }
    // "Receiving B, A thanked him", "Having earlier met B, A flew on"
    let having = passage.is(hook.sentence.start, "having") && start <= hook.sentence.start + 3;
    let being = passage.is(start.wrapping_sub(1), "being") && start <= hook.sentence.start + 3;
    let opens = having || being || hook.trigger.tense == Tense::Ing && start <= hook.sentence.start + 1;
    if !doers.is_empty() || !(is_noun || opens) {
        return doers;
    }
    let main = if opens { subject_of_main_clause(text, hook) } else { &[] };
    if !main.is_empty() {
        return who(main);
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

/// Those who do what a sentence goes on to say after it began with a participle: "Receiving A in Oslo, │ B │ said".
fn subject_of_main_clause<'a>(text: &'a Annotated<'_>, hook: &Hook) -> &'a [FoundPerson] {
    const DOES: &Words = words![
        "has", "had", "is", "was", "will", "said", "told", "flew", "left", "held", "went", "spoke", "gave"
    ];
    let passage = &text.passage;
    let after = within(&text.people, hook.tokens.end..hook.sentence.end);
    let is_main = |person: &FoundPerson| {
        let end = after_country(passage, person.tokens.end);
        let before = person.tokens.start.saturating_sub(1);
        let comma = before.saturating_sub(usize::from(passage.is(before, "the")));
        passage.is_mark(comma, ',')
            && passage.kind(end) == TokenKind::Lower
            && (passage.word(end).ends_with("ed") || passage.is_any(end, DOES))
    };
    let main = after.iter().position(is_main).filter(|&main| main > 0);
    main.and_then(|main| after.get(main..=main)).unwrap_or_default()
}

/// The token after "of Serbia".
fn after_country(passage: &Passage<'_>, at: usize) -> usize {
    let the = at + 1 + usize::from(passage.is(at + 1, "the"));
    let country = passage.longest(the, Class::Country).filter(|_| passage.is(at, "of"));
    country.map_or(at, |country| the + country.len)
}

/// Those who go along with the party, between commas: "A, accompanied by │ B │, met C".
pub(super) fn company(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    let passage = &text.passage;
    let doer = subject(text, &hook.sentence, hook.tokens.start).last();
    let Some(comma) = doer.map(|doer| doer.tokens.end).filter(|&end| passage.is_mark(end, ',')) else {
        return Vec::new();
    };
    let goes = passage.reads(comma + 1, &["accompanied", "by"])
        || passage.reads(comma + 1, &["joined", "by"])
        || passage.is_any(comma + 1, words!["along", "together", "alongside"])
            && passage.is(comma + 2, "with");
    let list = if goes { listed(text, comma + 3, hook.tokens.start) } else { Vec::new() };
    // "A, accompanied by B, said that C met D"
    let end = list.last().map_or(comma, |(tokens, _)| tokens.end);
    let is_told_of_both = passage.is_mark(end, ',') && hook.tokens.start < end + MOST_BETWEEN;
    let named = list.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some());
    if is_told_of_both { named.collect() } else { Vec::new() }
}

/// How many words may stand between those who do something and the verb: ", today at the palace held".
const MOST_BETWEEN: usize = 12;

/// Those whom the party joins: "the Finance Minister will join him for talks with".
pub(super) fn joined_for<'a>(text: &'a Annotated<'_>, hook: &Hook) -> &'a [FoundPerson] {
    let joins = words!["join", "joins", "joined"];
    gone_with(text, hook, joins, words!["for", "in", "at"])
}

/// Those whom somebody accompanies to a meeting: "accompanied the President to his meeting with".
fn accompanied_to<'a>(text: &'a Annotated<'_>, hook: &Hook) -> &'a [FoundPerson] {
    let goes_along = words!["accompanied", "accompanies", "accompany", "accompanying"];
    gone_with(text, hook, goes_along, words!["for", "in", "at", "to", "during"])
}

/// Whoever "joined │ the Deputy Secretary’s │ meeting with" somebody.
fn joins_meeting_of(text: &Annotated<'_>, hook: &Hook, owner: &FoundPerson) -> Vec<Participant> {
    let verb = owner.tokens.start.saturating_sub(1);
    let joins = text.passage.is_any(verb, words!["join", "joins", "joined", "attended", "attends"]);
    let people = if joins { subject(text, &hook.sentence, verb) } else { &[] };
    let others = people.iter().map(|person| person.who.clone()).filter(|who| *who != owner.who);
    others.collect()
}

/// Those who stand after one of some verbs, before what a meeting follows.
fn gone_with<'a>(text: &'a Annotated<'_>, hook: &Hook, verbs: &Words, links: &Words) -> &'a [FoundPerson] {
    const REACH: usize = 20;
    /// "for a one-on-one meeting"
    const MOST_BETWEEN: usize = 8;
    let passage = &text.passage;
    let before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let is_join = |at: usize| passage.is_any(at, verbs);
    let Some(join) = before.clone().rev().find(|&at| is_join(at)) else { return &[] };
    let whom = within(&text.people, join + 1..hook.tokens.start);
    let is_next = whom.first().is_some_and(|first| first.tokens.start <= join + 2);
    // "joined the President and the Prime Minister for talks"
    let goes_on = |pair: &&[FoundPerson]| matches!(pair, [one, next] if coordinated(passage, one.tokens.end, next.tokens.start));
    let all = whom.windows(2).take_while(goes_on).count() + 1;
    let whom = whom.get(..all).filter(|_| is_next).unwrap_or_default();
    let end = whom.last().map_or(join, |last| last.tokens.end);
    let is_purpose = passage.is_any(end, links) && hook.tokens.start <= end + MOST_BETWEEN;
    if is_purpose && whom.iter().all(|person| !person.possessive) { whom } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn whose_secretary_somebody_is_does_not_part_a_list() {
        let told = meetings(
            "LK",
            "Foreign Minister Ali Sab and the President’s Secretary Sandra Per met Prime Minister Ivo Novak of Serbia.",
        );
        assert_eq!(told, ["Ali Sab + Sandra Per / Ivo Novak in_person completed"]);
        let told =
            meetings("LK", "The President’s Secretary Sandra Per met Prime Minister Ivo Novak of Serbia.");
        assert_eq!(told, ["Sandra Per / Ivo Novak in_person completed"]);
    }

    #[test]
    fn a_delegation_is_of_one_country() {
        let told = meetings(
            "US",
            "Under Secretary Ann Hale will travel to Panama with a delegation. Under Secretary Hale and Foreign Minister Ivo Acev of Paraguay will co-chair the dialogue. In Panama, the delegation will meet with President Luis Cortiz.",
        );
        assert_eq!(told.last().map(String::as_str), Some("Ann Hale / Luis Cortiz in_person planned"));
    }

    #[test]
    fn two_who_met_with_others_did_not_meet_each_other() {
        for others in ["families in Turku", "the Lind and Berg families"] {
            let text = format!(
                "Prime Minister Aino Virta and Minister for Families Jari Horn today met with {others}."
            );
            assert!(!meetings("FI", &text).iter().any(|told| told.contains("/ Jari Horn")), "{others}");
        }
    }

    #[test]
    fn whoever_has_met_somebody_may_be_told_of_after_it() {
        let told = meetings(
            "FI",
            "Having earlier met with President Ivo Novak of Serbia, Foreign Minister Aino Virta flew to Oslo.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn a_clause_without_a_finite_verb_has_its_subject_after_with() {
        let told = meetings(
            "FI",
            "A session is planned, with Prime Minister Aino Virta holding talks with President Ivo Novak of Serbia.",
        );
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told.iter().all(|told| told.starts_with("Aino Virta / Ivo Novak")), "{told:?}");
        let none = "Foreign Minister Aino Virta spoke with President Ivo Novak receiving guests.";
        assert!(!meetings("FI", none).iter().any(|told| told.starts_with("Ivo Novak /")), "{none}");
    }

    #[test]
    fn what_a_delegation_does_its_leader_does() {
        let told = meetings(
            "PK",
            "A US delegation led by Under Secretary Ivo Novak visited Pakistan. According to the Foreign Office, the US State Department delegation met with Foreign Secretary Ann Khan.",
        );
        assert_eq!(told, ["Ivo Novak / Ann Khan in_person completed"]);
    }

    #[test]
    fn talks_between_others_are_not_of_whoever_reviews_them() {
        let told = meetings(
            "PK",
            "Foreign Minister Ann Khan reviewed progress following the G-8 meeting between the foreign ministers of two countries.",
        );
        assert_eq!(told, [""; 0], "{told:?}");
    }

    #[test]
    fn they_of_whom_nobody_knows_are_not_whoever_is_named_next() {
        let told = meetings(
            "JM",
            "They laid flowers at the grave of President Ivo Novak and called on Prime Minister Ann Hale.",
        );
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn who_joins_the_meeting_of_another_meets_the_guest() {
        let told = meetings(
            "FI",
            "President Aino Virta joined Foreign Minister Jari Horn’s meeting today with President Ivo Novak of Serbia.",
        );
        assert_eq!(told, ["Jari Horn + Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn who_joins_two_for_talks_meets_both() {
        let told = meetings(
            "FI",
            "State Secretary Jari Horn joined President Aino Virta and Prime Minister Ivo Novak of Serbia for talks.",
        );
        assert_eq!(told, ["Jari Horn / Aino Virta + Ivo Novak in_person completed"]);
    }
}
