//! Those who were received one by one: a paragraph each after "received in audience:".

use super::super::annotated::Annotated;
use super::super::clause::{Hook, of, subject};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::{Modality, modality};
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::circumstance::date_near;
use super::objects::after_adjuncts;
use super::status;
use crate::model::{Id, Meeting, MeetingMode, Part};

/// A list of those who were received, on its way.
#[derive(Debug, Default)]
pub(super) struct Audiences {
    /// What is told of all of them.
    of_all: Option<Meeting>,
}

impl Audiences {
    /// Begins a list where a paragraph ends in "received in audience:".
    pub(super) fn open(&mut self, text: &Annotated<'_>, hook: &Hook) {
        let passage = &text.passage;
        if !(of(hook, Frame::Host) || of(hook, Frame::Meet)) {
            return;
        }
        let is_noun = hook.trigger.tense == Tense::Noun;
        let with = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "with"));
        let colon = after_adjuncts(text, with, hook.sentence.end);
        let colon = colon + if passage.reads(colon, &["the", "following"]) { 2 } else { 0 };
        let is_last = passage.is_mark(colon, ':') && colon + 2 >= passage.tokens.len();
        // "held the following meetings:"
        let is_list_of_meetings = || {
            let before = hook.tokens.start.saturating_sub(3).max(hook.sentence.start)..hook.tokens.start;
            before.into_iter().any(|at| passage.is_any(at, words!["following", "held", "holding", "had"]))
        };
        if !is_last || is_noun && !is_list_of_meetings() {
            return;
        }
        let told = modality(passage, &hook.sentence, hook.tokens.start, hook.trigger.tense);
        let party = participants(subject(text, &hook.sentence, hook.tokens.start));
        if told == Modality::Unreal || party.is_empty() {
            return;
        }
        let mut meeting = Meeting::new(Id::numbered("meeting", 1), MeetingMode::InPerson);
        meeting.party = party;
        meeting.status = status(told);
        meeting.date = date_near(text, &hook.sentence);
        self.of_all = Some(meeting);
    }

    /// The meeting that a paragraph of the list tells of. A sentence ends the list.
    pub(super) fn go_on(&mut self, text: &Annotated<'_>) -> Option<Meeting> {
        let of_all = self.of_all.as_ref()?;
        let passage = &text.passage;
        let mark = usize::from(matches!(passage.kind(0), TokenKind::Mark('-' | '–' | '—' | '•' | '*')));
        let listed = listed(text, mark, passage.tokens.len());
        let guests: Vec<_> = listed.into_iter().filter(|(_, who)| who.id().is_some()).collect();
        let last = guests.last().map(|(tokens, _)| tokens.end);
        let Some(end) = last.filter(|&end| matches!(passage.part, Part::Block(_)) && !is_sentence(text, end))
        else {
            self.of_all = None;
            return None;
        };
        let mut meeting = of_all.clone();
        meeting.with =
            guests.into_iter().map(|(_, who)| who).filter(|who| !of_all.party.contains(who)).collect();
        meeting.evidence.push(passage.evidence(mark..end, "received-in-turn", 80));
        (!meeting.with.is_empty()).then_some(meeting)
    }
}

/// Whether those at the beginning of a paragraph do something: "who presented his letters" tells only more of them.
fn is_sentence(text: &Annotated<'_>, from: usize) -> bool {
    let passage = &text.passage;
    let is_told_of_them = |at: usize| {
        let back = at.saturating_sub(3).max(from)..at;
        back.into_iter().any(|at| passage.is_any(at, words!["who", "which"]))
            || in_brackets(passage, from, at)
    };
    let first = text.hooks.iter().find(|hook| hook.tokens.start >= from && hook.trigger.tense != Tense::Noun);
    let verb =
        first.is_some_and(|hook| hook.tokens.start <= from + 12 && !is_told_of_them(hook.tokens.start));
    verb || (from..from + 4)
        .any(|at| passage.is_any(at, words!["is", "was", "were", "are", "has", "had", "will"]))
}

fn in_brackets(passage: &Passage<'_>, from: usize, at: usize) -> bool {
    let last = (from..at).rev().find(|&at| passage.is_mark(at, '(') || passage.is_mark(at, ')'));
    last.is_some_and(|last| passage.is_mark(last, '('))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn those_who_are_received_are_told_a_paragraph_each() {
        let text = "The King received in audience:\nHis Excellency Mr Jonas Lie (Ambassador of Norway), who presented \
                    his letters.\nGeneral Ivo Novak (Chief of the Defence Staff).\nForeign Minister Aino Virta spoke \
                    in Parliament.";
        let told = meetings("SE", text);
        assert_eq!(
            told,
            ["the King / Jonas Lie in_person completed", "the King / Ivo Novak in_person completed"]
        );
    }
}
