//! Those who are told to have been at a meeting after it was told of: "C also took part in the meeting", "Also present were C
//! and D", "B was accompanied to the talks by C".

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::clause::{Hook, is_passive, of, subject};
use super::super::lexicon::{Frame, Tense};
use super::super::participants::{listed, participants};
use super::super::passage::Passage;
use super::super::visit::Setting;
use super::super::words::Words;
use crate::model::{Meeting, Part, Participant};

const MEETINGS: &Words = words![
    "meeting", "meetings", "call", "talks", "discussion", "discussions", "conversation", "audience",
    "negotiations", "consultations",
];

/// Adds those who a verb says were at the meeting that was told of last.
pub(super) fn attend(text: &Annotated<'_>, hook: &Hook, meetings: &mut [Meeting], setting: Setting<'_>) {
    let Some(meeting) = meetings.last_mut() else { return };
    if hook.trigger.tense == Tense::Noun
        || text.passage.in_quote(hook.tokens.start)
        || !is_near(text, meeting)
    {
        return;
    }
    if let Some((owners, people)) = accompanied(text, hook) {
        let is_of_others = owners.iter().any(|owner| meeting.with.contains(owner));
        if is_of_others || owners.iter().any(|owner| meeting.party.contains(owner)) {
            add(meeting, people, |_| is_of_others);
        }
    } else if let Some(people) = took_part(text, hook) {
        join(meeting, people, setting);
    }
}

/// Adds those whom a sentence only names as present: "Also in attendance were A and B".
pub(super) fn present(text: &Annotated<'_>, meetings: &mut [Meeting], setting: Setting<'_>) {
    let Some(meeting) = meetings.last_mut().filter(|meeting| is_near(text, meeting)) else { return };
    for sentence in text.passage.sentences {
        if let Some(start) = list_of_present(&text.passage, sentence) {
            join(meeting, named(listed(text, start, sentence.end)), setting);
        }
    }
}

/// Where those stand whom a sentence names as present: "Present at the meeting were │ A and B".
fn list_of_present(passage: &Passage<'_>, sentence: &Range<usize>) -> Option<usize> {
    const REACH: usize = 9;
    let start = sentence.start + usize::from(passage.is_any(sentence.start, words!["also", "others"]));
    let opens = passage.is_any(start, words!["present", "attending", "participating"])
        || passage.reads(start, &["in", "attendance"])
        || passage.reads(start, &["taking", "part"])
        || passage.is(sentence.start, "those") && passage.is_any(start + 1, words!["present", "attending"]);
    let mut after = start..sentence.end.min(start + REACH);
    let are = after.find(|&at| passage.is_any(at, words!["was", "were", "included"])).filter(|_| opens)?;
    // "Present at the ceremony were"
    let is_elsewhere = (start..are).any(|at| passage.is_any(at, words!["at", "in", "the"]))
        && !(start..are).any(|at| passage.is_any(at, MEETINGS))
        && !passage.reads(start, &["in", "attendance"]);
    (!is_elsewhere).then_some(are + 1)
}

/// Whether a text comes soon after a meeting.
fn is_near(text: &Annotated<'_>, meeting: &Meeting) -> bool {
    const MOST_BLOCKS: usize = 8;
    let last = meeting.evidence.iter().map(|told| told.part).max();
    match (last, text.passage.part) {
        (Some(Part::Block(told)), Part::Block(here)) => here <= told + MOST_BLOCKS,
        (Some(_), Part::Block(here)) => here <= MOST_BLOCKS,
        (last, here) => last == Some(here),
    }
}

/// Whoever was accompanied to a meeting, and by whom: "B was accompanied to the talks by C".
fn accompanied(text: &Annotated<'_>, hook: &Hook) -> Option<(Vec<Participant>, Vec<Participant>)> {
    const REACH: usize = 8;
    let passage = &text.passage;
    if !of(hook, Frame::Accompany) || !is_passive(passage, hook) {
        return None;
    }
    let by =
        (hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH)).find(|&at| passage.is(at, "by"))?;
    let is_to_meeting = (hook.tokens.end..by).any(|at| passage.is_any(at, MEETINGS))
        || (hook.sentence.start..hook.sentence.start + 4).any(|at| passage.is_any(at, MEETINGS));
    let owners = participants(subject(text, &hook.sentence, hook.tokens.start));
    is_to_meeting.then(|| (owners, named(listed(text, by + 1, hook.sentence.end))))
}

/// Those who took part in the meeting: "C also attended the talks", "The meeting was attended by C", "C was also present".
fn took_part(text: &Annotated<'_>, hook: &Hook) -> Option<Vec<Participant>> {
    /// How many may be told to attend: more are a list of everybody who was there.
    const MOST: usize = 5;
    let passage = &text.passage;
    let (start, end) = (hook.tokens.start, hook.tokens.end);
    let attends = of(hook, Frame::Attend) || of(hook, Frame::Accompany);
    let is_meeting = |at: usize| {
        let noun = at + usize::from(passage.is_any(at, words!["the", "their", "this", "both"]));
        passage.is_any(noun, MEETINGS) && !passage.is_any(noun + 1, words!["with", "of", "between", "on"])
    };
    if of(hook, Frame::Attend) && is_passive(passage, hook) && passage.is(end, "by") {
        let opens = passage.is_any(hook.sentence.start, words!["the", "this"]);
        let mut before = hook.sentence.start..start;
        let is_told_of_meeting = opens && before.len() <= 5 && before.any(|at| passage.is_any(at, MEETINGS));
        let people =
            if is_told_of_meeting { named(listed(text, end + 1, hook.sentence.end)) } else { Vec::new() };
        return Some(people).filter(|people| people.len() <= MOST);
    }
    let is_past = hook.trigger.tense == Tense::Past && !is_passive(passage, hook);
    if attends && is_past && is_meeting(end) {
        return Some(participants(subject(text, &hook.sentence, start)));
    }
    let is_end =
        passage.is_mark(end, '.') || passage.is_any(end, words!["at", "in", "during"]) && is_meeting(end + 1);
    let also = start.saturating_sub(1);
    let be = also.saturating_sub(usize::from(passage.is(also, "also")));
    let is_present = of(hook, Frame::Engage)
        && passage.is(start, "present")
        && passage.is_any(be, words!["was", "were"])
        && !passage.is(be.saturating_sub(1), "who");
    (is_present && is_end).then(|| participants(subject(text, &hook.sentence, start)))
}

fn named(list: Vec<(Range<usize>, Participant)>) -> Vec<Participant> {
    list.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect()
}

/// Adds people to the side of whose country they are, or to the party.
fn join(meeting: &mut Meeting, people: Vec<Participant>, setting: Setting<'_>) {
    let country = |side: &[Participant]| side.iter().find_map(|who| setting.country(who));
    let (ours, theirs) = (country(&meeting.party).or(setting.publisher), country(&meeting.with));
    add(meeting, people, |who| {
        let of = setting.country(who);
        of.is_some() && of == theirs && of != ours
    });
}

fn add(meeting: &mut Meeting, people: Vec<Participant>, is_of_others: impl Fn(&Participant) -> bool) {
    for who in people {
        if meeting.party.contains(&who) || meeting.with.contains(&who) {
            continue;
        }
        if is_of_others(&who) { meeting.with.push(who) } else { meeting.party.push(who) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    const MET: &str = "Foreign Minister Aino Virta of Finland met President Ivo Novak of Serbia in Oslo.";

    #[test]
    fn whoever_is_told_to_have_been_there_took_part() {
        for also in [
            "Trade Minister Jari Horn also took part in the meeting.",
            "Trade Minister Jari Horn attended the talks.",
            "Trade Minister Jari Horn was also present.",
            "Also present at the meeting was Trade Minister Jari Horn.",
            "Also in attendance was Trade Minister Jari Horn.",
            "The meeting was also attended by Trade Minister Jari Horn.",
            "Minister Virta was accompanied to the meeting by Trade Minister Jari Horn.",
        ] {
            let told = meetings("FI", &format!("{MET} {also}"));
            assert_eq!(told, ["Aino Virta + Jari Horn / Ivo Novak in_person completed"], "{also}");
        }
    }

    #[test]
    fn whoever_comes_with_the_others_is_of_their_side() {
        let told = meetings(
            "FI",
            &format!("{MET} Also present was the Ambassador of Serbia to Finland, Ana Kostic."),
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ana Kostic in_person completed"]);
    }

    #[test]
    fn whoever_was_elsewhere_took_no_part() {
        for none in [
            "Trade Minister Jari Horn attended the ceremony.",
            "Present at the ceremony was Trade Minister Jari Horn.",
            "Trade Minister Jari Horn will attend the meeting of the Council.",
            "President Novak was accompanied on his tour by Trade Minister Jari Horn.",
        ] {
            let told = meetings("FI", &format!("{MET} {none}"));
            assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"], "{none}");
        }
    }
}
