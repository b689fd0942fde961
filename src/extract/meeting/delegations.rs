//! Delegations of two countries, each with its leader: "A led the Indian delegation, and the Serbian side was headed by B".

use super::super::annotated::Annotated;
use super::super::delegation::{Delegation, delegations};
use super::super::passage::Passage;
use super::super::words::Words;
use crate::model::{Id, Meeting, MeetingMode, Part, Participant, Status};

/// The meeting of the two delegations whose leaders a story tells in one sentence or in two that follow each other. More
/// than two are those of a conference.
pub(super) fn met(texts: &[Annotated<'_>]) -> Option<Meeting> {
    let mut led: Vec<(usize, Delegation)> = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        if !matches!(text.passage.part, Part::Standfirst | Part::Block(_)) {
            continue;
        }
        let here = delegations(text).into_iter().filter(|found| found.is_led && !found.people.is_empty());
        for found in here {
            let is_new = led.iter().all(|(_, known)| known.country != found.country);
            if is_new && !text.passage.in_quote(found.tokens.start) {
                led.push((index, found));
            }
        }
    }
    let [(first, one), (second, other)] = <[(usize, Delegation); 2]>::try_from(led).ok()?;
    let (text, next) = (texts.get(first)?, texts.get(second)?);
    let is_near = if first == second {
        are_near(&text.passage, one.tokens.start, other.tokens.start)
    } else {
        second == first + 1
    };
    if !is_near || one.people.iter().any(|who| other.people.contains(who)) {
        return None;
    }
    let is_planned = is_to_come(&text.passage, &one) || is_to_come(&next.passage, &other);
    let mut meeting = Meeting::new(Id::numbered("meeting", 1), MeetingMode::InPerson);
    meeting.status = Some(if is_planned { Status::Planned } else { Status::Completed });
    meeting.evidence.push(text.passage.evidence(one.tokens.clone(), "delegations-led", 75));
    meeting.evidence.push(next.passage.evidence(other.tokens.clone(), "delegations-led", 75));
    meeting.party = one.people.into_iter().map(Participant::Official).collect();
    meeting.with = other.people.into_iter().map(Participant::Official).collect();
    Some(meeting)
}

/// Whether two tokens are of one sentence, or of two that follow each other.
fn are_near(passage: &Passage<'_>, one: usize, other: usize) -> bool {
    let sentence = passage.sentence_of(one);
    sentence.contains(&other) || passage.sentence_of(sentence.end).contains(&other)
}

/// "will be led by", "will lead"
fn is_to_come(passage: &Passage<'_>, delegation: &Delegation) -> bool {
    const COMING: &Words = words!["will", "shall", "to"];
    const NEAR: usize = 2;
    let start = delegation.tokens.start;
    (start.saturating_sub(NEAR)..delegation.tokens.end).any(|at| passage.is_any(at, COMING))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, officials};

    #[test]
    fn the_leaders_of_two_delegations_met() {
        for text in [
            "The Indian delegation was led by Foreign Secretary Asha Rao and the Serbian delegation was led by State Secretary Ivo Novak.",
            "The Indian side was headed by Foreign Secretary Asha Rao while the Serbian side was headed by State Secretary Ivo Novak.",
            "Foreign Secretary Asha Rao led the Indian delegation while State Secretary Ivo Novak led the Serbian side.",
            "Foreign Secretary Asha Rao led the Indian delegation. The Serbian delegation was headed by Ivo Novak, State Secretary.",
        ] {
            assert_eq!(meetings("IN", text), ["Asha Rao / Ivo Novak in_person completed"], "{text}");
            assert!(officials("IN", text).contains(&"Ivo Novak | State Secretary | RS".to_owned()), "{text}");
        }
        let coming = "The Indian delegation will be led by Foreign Secretary Asha Rao, and the Serbian side by its head. Minister Ivo Novak will lead the Serbian delegation.";
        assert_eq!(meetings("IN", coming), ["Asha Rao / Ivo Novak in_person planned"]);
    }

    #[test]
    fn the_leaders_of_many_delegations_are_at_a_conference() {
        for none in [
            "Foreign Secretary Asha Rao led the Indian delegation, Minister Ivo Novak led the Serbian delegation, and Minister Aino Virta led the Finnish delegation.",
            "Foreign Secretary Asha Rao led the Indian delegation.",
        ] {
            assert_eq!(meetings("IN", none), [""; 0], "{none}");
        }
    }
}
