//! Envoys who hand over their letters: "presented his credentials to the President", "received the credentials of".

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::clause::{Hook, is_passive, of};
use super::super::lexicon::{Frame, Tense};
use super::super::participants::listed;
use super::super::passage::Passage;
use crate::model::Participant;

/// Where the word for the letters stands after a verb of handing them over or of receiving them.
fn letters(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const REACH: usize = 6;
    let hands_over = of(hook, Frame::Engage)
        && passage.is_any(hook.tokens.start, words!["present", "presents", "presented", "presenting"]);
    let receives = of(hook, Frame::Host)
        && passage.is_any(hook.tokens.start, words!["receive", "receives", "received", "receiving"]);
    let mut after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let is_letter = |&at: &usize| passage.is_any(at, words!["credentials", "credence"]);
    let is_verb = hook.trigger.tense != Tense::Noun && !is_passive(passage, hook);
    after.find(is_letter).filter(|_| (hands_over || receives) && is_verb)
}

/// Whether letters are named after those from whom they are received.
fn names_letters_later(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 24;
    let mut after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    of(hook, Frame::Host)
        && !is_passive(passage, hook)
        && after.any(|at| {
            passage.is_any(at, words!["letters", "credentials"])
                && passage.is_any(at + 1, words!["of", "accrediting"])
        })
}

/// Those who hand their letters over, told last: "Presenting his credentials to A was │ Ambassador B".
pub(super) fn presenters(
    text: &Annotated<'_>,
    hook: &Hook,
    last: Option<&(Range<usize>, Participant)>,
) -> Vec<Participant> {
    let passage = &text.passage;
    let end = last.map_or(hook.tokens.end, |(tokens, _)| tokens.end);
    if !are_presented(passage, hook) || !passage.is_any(end, words!["was", "were"]) {
        return Vec::new();
    }
    let list = listed(text, end + 1, hook.sentence.end).into_iter().map(|(_, who)| who);
    list.filter(|who| who.id().is_some()).collect()
}

/// Whether a verb tells that letters are handed over.
pub(super) fn are_presented(passage: &Passage<'_>, hook: &Hook) -> bool {
    of(hook, Frame::Engage) && letters(passage, hook).is_some()
}

/// Those to whom letters are handed over, or from whom they are received, and where they stand.
pub(super) fn other_side(text: &Annotated<'_>, hook: &Hook) -> Option<Vec<(Range<usize>, Participant)>> {
    const REACH: usize = 3;
    let passage = &text.passage;
    // "received from A, Letters of Credence"
    if passage.is(hook.tokens.end, "from") && names_letters_later(passage, hook) {
        let list = listed(text, hook.tokens.end + 1, hook.sentence.end).into_iter().take(1);
        return Some(list.filter(|(_, who)| who.id().is_some()).collect());
    }
    let letters = letters(passage, hook)?;
    let links = if of(hook, Frame::Engage) { words!["to"] } else { words!["of", "from"] };
    let link = (letters + 1..letters + 1 + REACH).find(|&at| passage.is_any(at, links))?;
    let list = listed(text, link + 1, hook.sentence.end).into_iter();
    Some(list.filter(|(_, who)| who.id().is_some()).collect())
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn an_envoy_meets_whom_the_letters_are_handed_to() {
        let told =
            meetings("FI", "Ambassador Ivo Novak of Serbia presented his credentials to President Ana Lind.");
        assert_eq!(told, ["Ivo Novak / Ana Lind in_person completed"]);
        let told =
            meetings("FI", "President Ana Lind received the credentials of Ambassador Ivo Novak of Serbia.");
        assert_eq!(told, ["Ana Lind / Ivo Novak in_person completed"]);
        let none = "Ambassador Ivo Novak presented the credentials of the museum to the press.";
        assert_eq!(meetings("FI", none), [""; 0]);
    }
}
