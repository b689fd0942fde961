//! Headlines that name only those who were met: "Meeting with President A", over a story of whoever met them.

use super::super::annotated::{Annotated, FoundPerson};
use super::super::clause::{Hook, clause_end, of};
use super::super::lexicon::{Frame, Tense};
use super::super::visit::Setting;
use super::circumstance::mode;
use super::sides::met;
use crate::model::{Id, Meeting, MentionForm, Part, Participant, Status};

/// How many blocks of a story tell whose meeting its headline is.
const BLOCKS_OF_LEAD: usize = 4;

/// The meeting that a headline alone tells of, if those whom it names are in none that is known.
pub(super) fn in_headline(
    texts: &[Annotated<'_>],
    setting: Setting<'_>,
    known: &[Meeting],
) -> Option<Meeting> {
    let text = texts.iter().find(|text| text.passage.part == Part::Headline)?;
    let hook = text.hooks.first().filter(|hook| opens(hook))?;
    let passage = &text.passage;
    let end = clause_end(passage, &hook.sentence, hook.tokens.end);
    let with: Vec<Participant> =
        met(text, hook, end).into_iter().map(|(_, who)| who).filter(|who| who.id().is_some()).collect();
    let is_told =
        |who: &Participant| known.iter().any(|known| known.party.contains(who) || known.with.contains(who));
    if with.is_empty() || with.iter().any(is_told) {
        return None;
    }
    let host = texts.iter().filter(|text| is_of_lead(text)).flat_map(|text| &text.people).find(|person| {
        let country = setting.country(&person.who).or(setting.publisher);
        is_named(person, setting)
            && !with.contains(&person.who)
            && country.is_some()
            && country == setting.publisher
    })?;
    let is_call = of(hook, Frame::Call);
    let mut meeting = Meeting::new(Id::numbered("meeting", 1), mode(passage, &hook.sentence, hook, is_call));
    meeting.party.push(host.who.clone());
    meeting.with = with;
    meeting.status = Some(Status::Completed);
    meeting.evidence.push(passage.evidence(hook.tokens.start..end, "meeting-with", 70));
    Some(meeting)
}

/// "Meeting with", "Telephone conversation with": a noun that a headline begins with.
fn opens(hook: &Hook) -> bool {
    hook.tokens.start <= 1
        && matches!(hook.trigger.tense, Tense::Noun | Tense::Ing)
        && (of(hook, Frame::Meet) || of(hook, Frame::Call))
}

fn is_of_lead(text: &Annotated<'_>) -> bool {
    matches!(text.passage.part, Part::Standfirst | Part::Block(0..BLOCKS_OF_LEAD))
}

fn is_named(person: &FoundPerson, setting: Setting<'_>) -> bool {
    let id = person.who.id();
    person.form != MentionForm::Pronoun && id.is_some_and(|id| !setting.unnamed.contains(id))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings_under;

    #[test]
    fn a_headline_names_whom_the_story_is_of() {
        let text =
            "During the meeting a report was presented. President Aino Virta stressed that reforms go on.";
        assert_eq!(
            meetings_under("FI", "Meeting with Prime Minister Ivo Novak", text),
            ["Aino Virta / Ivo Novak in_person completed"]
        );
        assert_eq!(
            meetings_under("FI", "Telephone conversation with President Ivo Novak of Serbia", text),
            ["Aino Virta / Ivo Novak call completed"]
        );
        for none in ["Meeting with farmers", "Prime Minister Ivo Novak is ill"] {
            assert_eq!(meetings_under("FI", none, text), [""; 0], "{none}");
        }
    }
}
