//! Meetings that a sentence begins with: "With the Minister of Türkiye, A, she reviewed trade".

use super::super::annotated::{Annotated, within};
use super::super::participants::listed;
use super::super::token::TokenKind;
use crate::model::{Id, Meeting, MeetingMode, Status};

/// The meetings of the sentences of a text that begin with those who were met.
pub(super) fn meetings(text: &Annotated<'_>) -> Vec<Meeting> {
    let passage = &text.passage;
    let opening = passage.sentences.iter().filter(|sentence| passage.is(sentence.start, "with"));
    let meetings = opening.filter_map(|sentence| {
        if passage.in_quote(sentence.start) {
            return None;
        }
        let mut with = listed(text, sentence.start + 1, sentence.end);
        let end = with.last()?.0.end;
        let after = if passage.is_mark(end, ',') { end + 1 } else { with.pop()?.0.start };
        let doer = within(&text.people, after..after + 2).first().filter(|doer| !doer.possessive)?;
        let is_parted = passage.is_mark(doer.tokens.start.saturating_sub(1), ',')
            || passage.is(doer.tokens.start.saturating_sub(1), "the");
        let all: Vec<_> = with.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect();
        let verb = doer.tokens.end + usize::from(passage.is(doer.tokens.end, "also"));
        let is_told = passage.kind(verb) == TokenKind::Lower && passage.word(verb).ends_with("ed")
            || passage.is_any(verb, words!["held", "spoke", "had", "took"]);
        if !is_parted || all.is_empty() || all.contains(&doer.who) || !is_told {
            return None;
        }
        let mut meeting = Meeting::new(Id::numbered("meeting", 1), MeetingMode::InPerson);
        meeting.party.push(doer.who.clone());
        meeting.with = all;
        meeting.status = Some(Status::Completed);
        meeting.evidence.push(passage.evidence(sentence.start..verb + 1, "with-first", 70));
        Some(meeting)
    });
    meetings.collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn whom_a_sentence_begins_with_was_met() {
        let told = meetings(
            "BR",
            "With the Minister of Foreign Affairs of Serbia, Ivo Novak, Minister Ana Vieira reviewed trade.",
        );
        assert_eq!(told, ["Ana Vieira / Ivo Novak in_person completed"]);
        for none in [
            "With Minister Ana Vieira, Brazil has an able minister.",
            "With the economy in mind, Minister Ana Vieira reviewed trade.",
        ] {
            assert_eq!(meetings("BR", none), [""; 0], "{none}");
        }
    }
}
