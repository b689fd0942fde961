//! Meetings that a sentence begins with: "With the Minister of Türkiye, A, she reviewed trade".

use super::super::annotated::{Annotated, within};
use super::super::participants::listed;
use super::super::token::TokenKind;
use crate::model::{Id, Meeting, MeetingMode, MentionForm, Status};

/// How many people back somebody was last told of by a pronoun.
const MOST_BEFORE: usize = 12;

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
        let is_pronoun = doer.form == MentionForm::Pronoun;
        let is_parted = passage.is_mark(doer.tokens.start.saturating_sub(1), ',')
            || passage.is(doer.tokens.start.saturating_sub(1), "the");
        let all: Vec<_> = with.into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect();
        let verb = doer.tokens.end + usize::from(passage.is(doer.tokens.end, "also"));
        let is_told = passage.kind(verb) == TokenKind::Lower && passage.word(verb).ends_with("ed")
            || passage.is_any(verb, words!["held", "spoke", "had", "took"]);
        // "With A, she": nobody does something with herself.
        let earlier = || {
            let before = within(&text.people, 0..sentence.start).iter().rev().take(MOST_BEFORE);
            let others = before.filter(|person| {
                person.form == MentionForm::Pronoun && !person.possessive && !all.contains(&person.who)
            });
            others.map(|person| &person.who).next()
        };
        let doer_is_met = all.contains(&doer.who);
        let who = if doer_is_met && is_pronoun { earlier()? } else { &doer.who };
        if !is_parted || all.is_empty() || doer_is_met && !is_pronoun || !is_told {
            return None;
        }
        let mut meeting = Meeting::new(Id::numbered("meeting", 1), MeetingMode::InPerson);
        meeting.party.push(who.clone());
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
        let told = meetings(
            "BR",
            "Minister Ana Vieira spoke. With the Foreign Minister of Serbia, Ivo Novak, she reviewed trade. With the Foreign Minister of Kenya, Ann Kamau, she talked about water.",
        );
        assert_eq!(
            told,
            ["Ana Vieira / Ivo Novak in_person completed", "Ana Vieira / Ann Kamau in_person completed"]
        );
        for none in [
            "With Minister Ana Vieira, Brazil has an able minister.",
            "With the economy in mind, Minister Ana Vieira reviewed trade.",
        ] {
            assert_eq!(meetings("BR", none), [""; 0], "{none}");
        }
    }
}
