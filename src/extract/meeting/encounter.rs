//! Who is told to meet whom: the two sides of a meeting, gathered step by step.

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, clause_end, described_subject, is_passive, of, subject, subject_after};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::{Modality, modality};
use super::super::participants::{is_public, listed, parted_by_semicolons};
use super::super::passage::Passage;
use super::super::schedule;
use super::super::visit::travellers;
use super::super::words::Words;
use super::agenda::{included, is_on_agenda, is_planned, is_theirs, opens_with_noun};
use super::opening::{opens_sentence, told_by_both};
use super::sides::{company, joined_for, joins_all, met, names_no_other, parties};
use super::spoken_of::SpokenOf;
use super::{addressed, credentials, guest, objects};
use crate::model::{Part, Participant};

/// What a clause tells of a meeting so far.
pub(super) struct Encounter<'e, 't, 's> {
    text: &'e Annotated<'t>,
    hook: &'e Hook,
    spoken_of: SpokenOf<'s, 't>,
    /// How the clause asserts it.
    pub(super) told: Modality,
    /// Whether the verb is one of seeing or discussing, which often tells of no meeting.
    pub(super) is_seen: bool,
    /// Those whom the clause names as met, and where.
    pub(super) with: Vec<(Range<usize>, Participant)>,
    /// Those who meet them.
    pub(super) party: Vec<Participant>,
    /// Those who are met.
    pub(super) others: Vec<Participant>,
}

impl<'e, 't, 's> Encounter<'e, 't, 's> {
    /// What the clause of a trigger tells by itself, if it may tell of a meeting.
    pub(super) fn told_by(
        text: &'e Annotated<'t>,
        hook: &'e Hook,
        spoken_of: SpokenOf<'s, 't>,
    ) -> Option<Self> {
        let passage = &text.passage;
        let is_seen =
            of(hook, Frame::See) || guest::co_chairs(passage, hook) || guest::reviews(passage, hook);
        let is_of_meeting = [Frame::Meet, Frame::Call, Frame::Host].iter().any(|&frame| of(hook, frame))
            || guest::visited(text, hook).is_some();
        if !(is_of_meeting || is_seen || credentials::are_presented(passage, hook))
            || passage.in_quote(hook.tokens.start)
        {
            return None;
        }
        let told = modality(passage, &hook.sentence, hook.tokens.start, hook.trigger.tense);
        if told == Modality::Unreal
            || is_condition(passage, hook)
            || is_seen && !guest::may_be_met(passage, hook, told)
        {
            return None;
        }
        let end = clause_end(passage, &hook.sentence, hook.tokens.end);
        let mut with = match credentials::other_side(text, hook) {
            Some(other_side) => other_side,
            None if is_seen => guest::seen(text, hook, end),
            None if guest::is_meal_of(passage, hook) => guest::of_meal(text, hook),
            None => met(text, hook, end),
        };
        if let Some((tokens, _)) = with.last() {
            with.extend(parted_by_semicolons(text, tokens.end, hook.sentence.end));
        }
        if with.is_empty() {
            with.extend(whom(text, hook));
        }
        with.retain(|(tokens, who)| who.id().is_some() || is_public(text, tokens));
        with.extend(apart_from(text, hook));
        let mut party: Vec<Participant> = parties(text, hook);
        for (_, who) in objects::beside_party(text, hook) {
            if !party.contains(&who) && !party.is_empty() {
                party.push(who);
            }
        }
        if party.is_empty() {
            party = credentials::presenters(text, hook, with.last());
        }
        let is_presented =
            told == Modality::Named && !party.is_empty() && credentials::are_presented(passage, hook);
        if party.is_empty() && !with.is_empty() {
            party = spoken_of.together(hook);
        }
        if party.is_empty() && with.iter().any(|(_, who)| who.id().is_some()) {
            party.extend(who_comes_for(text, hook));
            party.retain(|who| with.iter().all(|(_, other)| other != who));
        }
        if party.is_empty() && schedule::opens_line(text, hook) {
            party.extend(spoken_of.owner());
        }
        if party.is_empty() && with.iter().any(|(_, who)| who.id().is_some()) {
            let is_meeting = of(hook, Frame::Meet) || of(hook, Frame::Call);
            let described = described_subject(text, hook).filter(|_| is_meeting);
            party.extend(described.map(|group| Participant::described(passage.words(group))));
        }
        // "Minister meets Czech counterpart" stands above what was done.
        let is_done = passage.part == Part::Headline
            && told == Modality::Present
            && hook.trigger.tense == Tense::Present;
        let told = if is_done || is_presented { Modality::Past } else { told };
        let others = with.iter().map(|(_, who)| who.clone()).collect();
        Some(Self { text, hook, spoken_of, told, is_seen, with, party, others })
    }

    /// "met them", "They met": those whom the story told of before.
    pub(super) fn take_those_spoken_of(&mut self) {
        if let [(tokens, Participant::Described(_))] = self.with.as_slice()
            && let Some(both) = self.spoken_of.object(tokens, &self.party)
        {
            self.others = both.to_vec();
        }
        let is_told = (of(self.hook, Frame::Meet) || of(self.hook, Frame::Call)) && self.party.is_empty();
        if is_told && (!self.others.is_empty() || names_no_other(&self.text.passage, self.hook)) {
            self.party = self.spoken_of.subject(self.hook, &self.others);
            // "The two presidents met"
            if self.others.is_empty() && self.party.len() > 1 {
                self.others = self.party.split_off(1);
            }
        }
    }

    /// "During their talks, A and B"
    pub(super) fn take_both_of_their_talks(&mut self) {
        if !self.others.is_empty() || !is_theirs(&self.text.passage, self.hook) {
            return;
        }
        let both = subject_after(self.text, &self.hook.sentence, self.hook.tokens.end);
        if let [one, rest @ ..] = both
            && !rest.is_empty()
        {
            self.party = vec![one.who.clone()];
            self.others = rest.iter().map(|person| person.who.clone()).collect();
            self.named_is_past();
        }
    }

    /// "Talks with A are on the programme", "Trade was discussed with A", "The meeting with A will take place in May, B
    /// said".
    pub(super) fn take_those_on_agenda(&mut self) {
        let (text, hook) = (self.text, self.hook);
        let passage = &text.passage;
        let are_known = self.with.iter().any(|(_, who)| who.id().is_some());
        let is_told_of_topic = self.is_seen && is_passive(passage, hook);
        let last = self.with.last();
        let is_off = self.told == Modality::Cancelled && opens_with_noun(hook);
        let is_listed = included(passage, hook).is_some();
        let is_told = || {
            is_told_of_topic
                || is_off
                || is_listed
                || is_planned(passage, hook, &self.with)
                || is_on_agenda(passage, hook)
        };
        if !self.party.is_empty() || !are_known || !is_told() {
            return;
        }
        let end = last.map_or(hook.tokens.end, |(tokens, _)| tokens.end);
        let said = || within(&text.people, end..hook.sentence.end).first().map(|person| person.who.clone());
        self.party.extend(self.spoken_of.party(hook, &self.others).or_else(said));
        self.told = if is_told_of_topic || is_off || is_listed { self.told } else { Modality::Future };
    }

    /// "A was told by B in a call": whoever is told something in talks takes part in them.
    pub(super) fn take_whom_somebody_spoke_to(&mut self) {
        if self.others.is_empty()
            && let Some((doers, whom)) = addressed::spoken_to(self.text, self.hook)
        {
            self.party = doers;
            self.others.push(whom);
            self.named_is_past();
        }
    }

    /// Parts those who are told of together: each is the other's counterpart.
    pub(super) fn part_into_sides(&mut self) {
        let (text, hook) = (self.text, self.hook);
        let passage = &text.passage;
        let is_mutual = !(of(hook, Frame::Host) || self.is_seen);
        if joins_all(passage, hook) && self.others.len() > 1 {
            // "talks between A and B", "the meeting of A and B"
            let rest = self.others.split_off(1);
            self.party = std::mem::replace(&mut self.others, rest);
        } else if self.others.is_empty()
            && self.party.len() > 1
            && is_mutual
            && (names_no_other(passage, hook)
                || opens_sentence(passage, hook) && !self.are_at_known_meeting()
                || is_theirs(passage, hook)
                || !joined_for(text, hook).is_empty())
        {
            // "X joined Y and Z for talks"
            let joined = joined_for(text, hook);
            let is_joined = |who: &Participant| joined.iter().any(|person| person.who == *who);
            let (others, party): (Vec<Participant>, Vec<Participant>) =
                self.party.drain(..).partition(is_joined);
            (self.others, self.party) = (others, party);
            if self.others.is_empty() || self.party.is_empty() {
                // "X and Y met", "X and Y held talks", "X and Y, in their meeting, agreed"
                self.party.append(&mut self.others);
                self.others = self.party.split_off(1);
            }
            if is_theirs(passage, hook) {
                self.named_is_past();
            }
            if self.told == Modality::Future && opens_sentence(passage, hook) {
                self.told = told_by_both(text, hook);
            }
        }
        // "Minister A and her Serbian counterpart B discussed trade", "A and B co-chaired the session"
        let is_of_both = self.is_seen && (guest::discusses(passage, hook) || guest::co_chairs(passage, hook))
            || (of(hook, Frame::Meet) || of(hook, Frame::Call)) && during_talks(passage, hook);
        if self.others.is_empty()
            && is_of_both
            && (are_counterparts(passage, hook) || self.spoken_of.are_of_two_countries(&self.party))
            && are_all(text, hook, &self.party)
        {
            self.named_is_past();
            self.others = self.party.split_off(1);
        }
    }

    /// "Minister A with her counterpart B, held a meeting": those who stand beside the subject.
    pub(super) fn take_those_beside_subject(&mut self) {
        let (text, hook) = (self.text, self.hook);
        let passage = &text.passage;
        let is_meeting = of(hook, Frame::Meet) || of(hook, Frame::Call);
        if !is_meeting || !self.others.is_empty() || self.party.len() != 1 || !names_no_other(passage, hook) {
            return;
        }
        let doer = subject(text, &hook.sentence, hook.tokens.start).last();
        let Some(end) = doer.map(|doer| doer.tokens.end) else { return };
        let link = end + usize::from(passage.is_mark(end, ','));
        let with = link + usize::from(passage.is_any(link, words!["together", "along", "jointly"]));
        if passage.is(with, "with") {
            let beside = listed(text, with + 1, hook.tokens.start).into_iter().map(|(_, who)| who);
            self.others.extend(beside.filter(|who| who.id().is_some()));
        }
    }

    /// "A, accompanied by B, met C": B met C, too.
    pub(super) fn take_company(&mut self) {
        if self.others.is_empty() || self.party.len() != 1 {
            return;
        }
        for who in company(self.text, self.hook) {
            if !self.party.contains(&who) && !self.others.contains(&who) {
                self.party.push(who);
            }
        }
    }

    /// "At the meeting, Minister A and Minister B will speak": two of one country take part in a meeting that is known.
    fn are_at_known_meeting(&self) -> bool {
        const REACH: usize = 3;
        let start = self.hook.sentence.start;
        let is_known = (start..start + REACH).any(|at| self.text.passage.is(at, "the"));
        is_known && self.spoken_of.are_of_one_country(&self.party)
    }

    /// What is only named, and whose sides the sentence tells, took place.
    fn named_is_past(&mut self) {
        if self.told == Modality::Named {
            self.told = Modality::Past;
        }
    }
}

/// Those who make the visit that talks are held on: "President A's visit to Kenya for a summit with │ B".
fn who_comes_for(text: &Annotated<'_>, hook: &Hook) -> Vec<Participant> {
    const REACH: usize = 16;
    let passage = &text.passage;
    let before = text.hooks.partition_point(|other| other.tokens.start < hook.tokens.start);
    let last = before.checked_sub(1).and_then(|last| text.hooks.get(last));
    let visit = last.filter(|visit| {
        visit.trigger.tense == Tense::Noun
            && (of(visit, Frame::Visit) || of(visit, Frame::Travel))
            && visit.sentence.start == hook.sentence.start
            && visit.tokens.end + REACH > hook.tokens.start
            && (visit.tokens.end..hook.tokens.start).any(|at| passage.is(at, "for"))
    });
    let is_noun = hook.trigger.tense == Tense::Noun;
    let travellers = visit.filter(|_| is_noun).map(|visit| travellers(text, visit)).unwrap_or_default();
    travellers.into_iter().filter(|who| who.id().is_some()).collect()
}

/// "If A meets B, she will thank him", "called for talks with A": what did not take place.
fn is_condition(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 4;
    const ASKS: &Words =
        words!["call", "calls", "called", "calling", "appealed", "appeals", "pressed", "hoped", "hopes"];
    let opens = passage.is(hook.sentence.start, "if")
        && !(hook.sentence.start..hook.tokens.start).any(|at| passage.is_mark(at, ','));
    let mut near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start + 1)..hook.tokens.start;
    let is_asked = hook.trigger.tense == Tense::Noun
        && near.any(|at| passage.is(at, "for") && passage.is_any(at - 1, ASKS));
    opens || is_asked
}

/// Those of "President A, with whom she held talks", "the Minister, whom she met".
fn whom(text: &Annotated<'_>, hook: &Hook) -> Option<(Range<usize>, Participant)> {
    const REACH: usize = 8;
    let passage = &text.passage;
    let mut near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let whom = near.rfind(|&at| passage.is(at, "whom"))?;
    let with = whom.checked_sub(1)?;
    let comma = with.saturating_sub(usize::from(passage.is_any(with, words!["with", "to"])));
    let person = within(&text.people, hook.sentence.start..comma).last()?;
    let is_next = passage.is_mark(comma, ',') && person.tokens.end == comma;
    (is_next && !person.possessive).then(|| (person.tokens.clone(), person.who.clone()))
}

/// Those of "Apart from her host, President A, the Minister will meet B".
fn apart_from(text: &Annotated<'_>, hook: &Hook) -> Vec<(Range<usize>, Participant)> {
    let passage = &text.passage;
    let start = hook.sentence.start;
    let from = match () {
        () if passage.reads(start, &["apart", "from"]) || passage.reads(start, &["aside", "from"]) => {
            start + 2
        }
        () if passage.reads(start, &["in", "addition", "to"]) => start + 3,
        () if passage.is(start, "besides") => start + 1,
        () => return Vec::new(),
    };
    // "In addition to meeting A"
    let from = from + usize::from(passage.is(from, "meeting"));
    let is_verb = of(hook, Frame::Meet) && hook.trigger.tense != Tense::Noun && hook.tokens.start > from;
    let doer = subject(text, &hook.sentence, hook.tokens.start).first().map(|doer| doer.tokens.start);
    let Some(doer) = doer.filter(|_| is_verb) else { return Vec::new() };
    let comma = doer.saturating_sub(1 + usize::from(passage.is(doer.saturating_sub(1), "the")));
    let list = if passage.is_mark(comma, ',') { listed(text, from, comma) } else { Vec::new() };
    list.into_iter().filter(|(_, who)| who.id().is_some()).collect()
}

/// Whether nobody else stands before a verb: of three who discuss something, two would be left.
fn are_all(text: &Annotated<'_>, hook: &Hook, party: &[Participant]) -> bool {
    let before = within(&text.people, hook.sentence.start..hook.tokens.start);
    before.iter().all(|person| person.possessive || party.contains(&person.who))
}

/// "A and her counterpart B": they serve two countries, whether or not the story says which.
fn are_counterparts(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 16;
    let mut before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    before.any(|at| passage.is(at, "counterpart") && at > 0 && passage.kind(at - 1).is_word())
}

/// "Minister A and her counterpart B agreed during talks in Oslo": what both do in the course of talks.
fn during_talks(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 3;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    hook.trigger.tense == Tense::Noun
        && near.into_iter().any(|at| passage.is_any(at, words!["during", "at", "after"]))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn who_stands_beside_the_subject_is_met() {
        for text in [
            "Foreign Minister Aino Virta with her Serbian counterpart Ivo Novak, held a meeting in Oslo.",
            "Foreign Minister Aino Virta, together with Foreign Minister Ivo Novak, held talks in Oslo.",
        ] {
            assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"], "{text}");
        }
        let told = meetings(
            "FI",
            "Apart from her host, President Ivo Novak, Foreign Minister Aino Virta will meet Speaker Ana Torres.",
        );
        assert_eq!(told, ["Aino Virta / Ana Torres + Ivo Novak in_person planned"]);
        let told = meetings(
            "FI",
            "At the meeting, Foreign Minister Aino Virta and Trade Minister Jari Horn will discuss trade with their counterparts.",
        );
        assert!(!told.iter().any(|told| told.starts_with("Aino Virta / Jari Horn")), "{told:?}");
    }

    #[test]
    fn who_is_only_described_may_meet_somebody() {
        for (text, told) in [
            ("The mayor of Turku met Minister Aino Virta.", "mayor of Turku"),
            (
                "The Ambassadors of Chile and Peru paid a courtesy call on Minister Aino Virta.",
                "Ambassadors of Chile and Peru",
            ),
            (
                "A delegation of the Kenyan Ministry of Trade met with Minister Aino Virta.",
                "delegation of the Kenyan Ministry of Trade",
            ),
        ] {
            assert_eq!(meetings("FI", text), [format!("{told} / Aino Virta in_person completed")], "{text}");
        }
        for none in
            ["Two hundred pupils met Minister Aino Virta.", "The farmers of Turku met Minister Aino Virta."]
        {
            assert_eq!(meetings("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn whoever_comes_for_talks_holds_them() {
        let told = meetings(
            "IN",
            "Japanese Prime Minister Ken Aba’s visit to India for a summit with his Indian counterpart Ivo Modi was cancelled.",
        );
        assert_eq!(told, ["Ken Aba / Ivo Modi in_person cancelled"]);
    }
}
