//! Meetings and calls.
//!
//! | file | gives |
//! |---|---|
//! | `account.rs` | a meeting as one clause tells it |
//! | `encounter.rs` | who is told to meet whom, gathered step by step |
//! | `sides.rs`, `objects.rs` | both sides: those who meet, and those who are met after the verb or its "with" |
//! | `circumstance.rs` | how, where and when |
//! | `headed.rs` | headlines that name only those who were met |
//! | `known.rs` | meetings that are told of more than once, and who joined them |
//! | `addressed.rs` | those to whom somebody says something in talks |
//! | `agenda.rs` | nouns that tell of whom a meeting is: "their talks", "the agenda includes meetings" |
//! | `appearance.rs` | those whom a headline over remarks names: "A and B Before Their Meeting" |
//! | `attendance.rs` | those who are told to have been at a meeting after it was told of |
//! | `audience.rs` | those who were received one by one, in the paragraphs after "received in audience:" |
//! | `constructions.rs` | tests: each verb in each kind of sentence |
//! | `credentials.rs` | envoys who hand over their letters |
//! | `delegations.rs` | delegations of two countries, each with its leader |
//! | `guest.rs` | those whom one sees, discusses something with, or gives a dinner for |
//! | `opening.rs` | talks that a sentence begins with, of both who are named after them |
//! | `spoken_of.rs` | those whom the story spoke of before: "the two presidents met" |
//! | `topic.rs` | those whom a sentence begins with: "With A, she reviewed trade" |

mod account;
mod addressed;
mod agenda;
mod appearance;
mod attendance;
mod audience;
mod circumstance;
#[cfg(test)]
mod constructions;
mod credentials;
mod delegations;
mod encounter;
pub(super) mod guest;
mod headed;
mod known;
mod objects;
mod opening;
mod sides;
mod spoken_of;
mod topic;

pub(super) use objects::after_adjuncts;

use super::annotated::Annotated;
use super::clause::of;
use super::lexicon::Frame;
use super::modality::Modality;
use super::participants::listed;
use super::visit::Setting;
use crate::model::{Id, Meeting, Participant, Status};
use account::meeting;
use attendance::{attend, present};
use audience::Audiences;
use known::{drop_told_by_name, name_counterparts, name_delegations, take};
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
            if let Some(meeting) = meeting(text, hook, spoken_of) {
                take(&mut meetings, meeting);
            } else if [Frame::Accompany, Frame::Attend, Frame::Engage].iter().any(|&frame| of(hook, frame)) {
                attend(text, hook, &mut meetings, setting);
            }
            audiences.open(text, hook);
        }
        named.for_each(|(_, people)| name(&mut meetings, text, people));
        present(text, &mut meetings, setting);
    }
    if let Some(meeting) = delegations::met(texts) {
        take(&mut meetings, meeting);
    }
    if let Some(meeting) = headed::in_headline(texts, setting, &meetings) {
        meetings.push(meeting);
    }
    drop_told_by_name(&mut meetings, texts, setting);
    name_counterparts(&mut meetings, texts, setting);
    name_delegations(&mut meetings, setting);
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
