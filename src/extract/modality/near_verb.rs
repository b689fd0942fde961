//! How the verbs beside a visit that is only named tell time.

use std::ops::Range;

use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::{Modality, is_will};

/// How the verbs before a token, the nearest first, tell time.
pub(super) fn main_verb(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Modality {
    for before in (at.saturating_sub(40).max(sentence.start)..at).rev() {
        if is_will(passage, before) || passage.is(before, "'ll") {
            return Modality::Future;
        }
        // "plans to pay a visit", "plans to travel to attend a meeting"
        if passage.is(before + 1, "to") && passage.is_any(before, PLANS) {
            return Modality::Future;
        }
        if passage.is_any(before, words!["was", "were", "had", "did"]) {
            return Modality::Past;
        }
        let tense = passage.trigger(before);
        match tense.map(|trigger| trigger.tense) {
            Some(Tense::Past) => return Modality::Past,
            Some(Tense::Present) => return Modality::Present,
            _ => {}
        }
        if passage.is_any(before, PAST_LIGHT_VERBS) {
            return Modality::Past;
        }
        if passage.is_any(before, PRESENT_LIGHT_VERBS) && passage.kind(before) == TokenKind::Lower {
            return Modality::Present;
        }
        if passage.is_any(before, words!["is", "are"]) {
            // "is to attend a meeting", "are set to hold talks"
            let to = before + 1 + usize::from(passage.is_any(before + 1, words!["set", "expected", "also"]));
            return if passage.is(to, "to") { Modality::Future } else { Modality::Present };
        }
    }
    Modality::Named
}

/// How the first verb after the comma of an opening phrase tells time.
pub(super) fn verb_after(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Modality {
    const OPENING: usize = 8;
    const REACH: usize = 30;
    let end = sentence.end.min(at + REACH);
    let comma = (at..end).find(|&next| passage.is_mark(next, ','));
    if at > sentence.start + OPENING {
        return Modality::Named;
    }
    let Some(comma) = comma else { return verb_after_subject(passage, at..end) };
    for next in comma..end {
        if is_will(passage, next) {
            return Modality::Future;
        }
        let found = passage.trigger(next);
        match found.map(|trigger| trigger.tense) {
            Some(Tense::Past) => return Modality::Past,
            Some(Tense::Present) => return Modality::Present,
            _ if passage.kind(next) == TokenKind::Lower && passage.word(next).ends_with("ed") => {
                return Modality::Past;
            }
            _ => {}
        }
    }
    Modality::Named
}

/// "During a tour of the mill Minister Ana Virta │ praised it": how a verb right behind a name tells time, where no comma
/// ends the opening.
fn verb_after_subject(passage: &Passage<'_>, mut tokens: Range<usize>) -> Modality {
    let follows_name = |at: usize| {
        passage.kind(at) == TokenKind::Lower
            && at.checked_sub(1).is_some_and(|name| passage.kind(name).is_capital())
    };
    let tells_past = |at: usize| {
        passage.word(at).ends_with("ed") || passage.trigger(at).is_some_and(|verb| verb.tense == Tense::Past)
    };
    let verb = tokens.find(|&at| follows_name(at) && (tells_past(at) || is_will(passage, at)));
    verb.map_or(Modality::Named, |at| if is_will(passage, at) { Modality::Future } else { Modality::Past })
}

/// Words before "to" and what is to come.
pub(super) const PLANS: &Words = words![
    "due", "envisaged", "expected", "expects", "foreseen", "going", "intend", "intending", "intends", "plan",
    "planning", "plans", "poised", "preparing", "scheduled", "set", "slated",
];

/// Verbs that say of a visit or talks only that they took place: "paid a visit to".
const PAST_LIGHT_VERBS: &Words = words![
    "paid", "made", "held", "concluded", "completed", "undertook", "led", "conducted", "carried", "included",
    "featured", "gave", "took"
];

/// The same of what goes on or is about to: "pays a visit to".
const PRESENT_LIGHT_VERBS: &Words = words!["pays", "makes", "undertakes"];

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn what_one_plans_to_hold_or_pay_is_to_come() {
        for plans in ["plans to pay", "intends to pay", "is slated to pay", "was expected to pay"] {
            let told =
                visits("FI", &format!("Foreign Minister Aino Virta {plans} an official visit to Kenya."));
            assert_eq!(told, ["Aino Virta -> KE planned"], "{plans}");
        }
        let told = meetings(
            "FI",
            "A statement says that Foreign Minister Aino Virta plans to hold talks with President Ivo Novak.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
    }

    #[test]
    fn an_opening_may_lack_its_comma() {
        let told = visits(
            "ZM",
            "During a tour of the mill in Ulvaro district Vice President Ann Hale urged firms to act.",
        );
        assert_eq!(told, ["Ann Hale -> ZM Ulvaro district completed"]);
    }
}
