//! Clauses: who does it, to whom, and where it ends.

mod described;
mod end;
mod group;
mod noun;
mod subject;

use std::ops::Range;

use super::delegation::is_delegation;
use super::features::Features;
use super::lexicon::{self, Class, Frame, Tense, Trigger};
use super::participants::after_brackets;
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Words;
pub(super) use described::described_subject;
pub(super) use end::clause_end;
pub(super) use group::told_of_together;
use noun::{is_in_name, is_noun, is_other_word};
pub(super) use subject::{subject, subject_after};

/// A verb or noun that an event hangs on, in its sentence.
#[derive(Debug, Clone)]
pub(super) struct Hook {
    pub(super) tokens: Range<usize>,
    pub(super) trigger: Trigger,
    /// Its sentence, of which no more is looked at than [`MOST_OF_SENTENCE`] to either side.
    pub(super) sentence: Range<usize>,
}

/// How many tokens of a sentence are looked at before and after a verb or noun. Real sentences are shorter.
const MOST_OF_SENTENCE: usize = 400;

/// The triggers of a passage, in the order of the text.
pub(super) fn hooks(passage: &Passage<'_>) -> Vec<Hook> {
    let mut hooks = Vec::new();
    for sentence in passage.sentences_with(Features::classes(&[Class::Trigger])) {
        let mut at = sentence.start;
        while at < sentence.end {
            let found = passage.longest(at, Class::Trigger);
            match found.and_then(|found| Some((found.len, lexicon::trigger(found.entry.value)?))) {
                Some((len, trigger)) if is_in_name(passage, at, trigger) || is_other_word(passage, at) => {
                    at += len
                }
                Some((len, mut trigger)) => {
                    if is_noun(passage, at, trigger.tense) {
                        trigger.tense = Tense::Noun;
                    }
                    let tokens = at..at + len;
                    let sentence = sentence.start.max(at.saturating_sub(MOST_OF_SENTENCE))
                        ..sentence.end.min(tokens.end + MOST_OF_SENTENCE);
                    hooks.push(Hook { tokens, trigger, sentence });
                    at += len;
                }
                None => at += 1,
            }
        }
    }
    hooks
}

/// Whether a past participle tells what was done to its subject: "was warmly received by".
pub(super) fn is_passive(passage: &Passage<'_>, hook: &Hook) -> bool {
    const BE: &Words = words!["is", "are", "was", "were", "be", "been", "being", "am"];
    let mut before = hook.tokens.start;
    while let Some(at) = before.checked_sub(1).filter(|&at| at >= hook.sentence.start) {
        let is_adverb =
            passage.word(at).ends_with("ly") || passage.is_any(at, words!["also", "then", "later"]);
        if !is_adverb {
            return hook.trigger.tense == Tense::Past && passage.is_any(at, BE);
        }
        before = at;
    }
    false
}

/// Whether a trigger is of a frame.
pub(super) fn of(hook: &Hook, frame: Frame) -> bool {
    hook.trigger.frame == frame
}

/// The verb that "and" joins the one at a token to: "will" of "will meet the mayor and visit a school".
pub(super) fn joined_verb(passage: &Passage<'_>, sentence: &Range<usize>, verb: usize) -> Option<usize> {
    const BEFORE_VERB: &Words = words![
        "will", "shall", "also", "then", "later", "subsequently", "afterwards", "has", "have", "had", "is",
        "are", "was", "were", "be",
    ];
    const REACH: usize = 60;
    let mut start = verb;
    while let Some(before) = start.checked_sub(1).filter(|&before| passage.is_any(before, BEFORE_VERB)) {
        start = before;
    }
    let and = start.checked_sub(1).filter(|&and| sentence.contains(&and) && passage.is(and, "and"))?;
    let tense = verb_at(passage, verb)?.tense;
    (and.saturating_sub(REACH).max(sentence.start)..and).rev().find(|&at| {
        let is_related =
            at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["who", "which"]));
        let is_auxiliary = tense == Tense::Base && passage.is_any(at, words!["will", "shall"]);
        let is_verb =
            verb_at(passage, at).is_some_and(|earlier| earlier.tense == tense && tense != Tense::Base);
        passage.kind(at) == TokenKind::Lower && (is_auxiliary || is_verb) && !is_related
    })
}

/// The verb that begins at a token, if the lexicon knows one there.
fn verb_at(passage: &Passage<'_>, at: usize) -> Option<Trigger> {
    let trigger = passage.trigger(at)?;
    (trigger.tense != Tense::Noun && !is_noun(passage, at, trigger.tense)).then_some(trigger)
}

/// Whether only commas, "and" and the like stand between two tokens.
pub(super) fn coordinated(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    // "Ana Berg (Norway) and", "Ana Berg (D-NY) and"
    let from = after_brackets(passage, from, passage.tokens.len());
    let is_joint = |at: usize| {
        passage
            .is_any(at, words!["and", "&", "the", "as", "well", "with", "then", "together", "along", "new"])
            || passage.is_mark(at, ',')
            || passage.is_mark(at, '&')
    };
    from <= to && to - from <= 4 && (from..to).all(is_joint) || is_delegation_between(passage, from, to)
}

/// "A and a delegation that includes B": both are of it.
fn is_delegation_between(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    const MOST: usize = 8;
    const INCLUDES: &Words = words!["includes", "included", "including", "comprising"];
    let delegation = || (from + 2..to).find(|&at| is_delegation(passage, at));
    from < to
        && to - from <= MOST
        && passage.is(from, "and")
        && passage.is_any(from + 1, words!["a", "his", "her", "the"])
        && delegation().is_some_and(|at| (at + 1..to).any(|at| passage.is_any(at, INCLUDES)))
}

#[cfg(test)]
mod tests {
    use super::super::told::visits;

    #[test]
    fn who_goes_back_to_the_person_before_it() {
        let text = "President Aino Virta met Foreign Minister Ivo Novak of Serbia, who had come to Helsinki on Monday.";
        assert_eq!(visits("FI", text), ["Ivo Novak -> FI Helsinki completed 2022-05-02"]);
    }

    #[test]
    fn what_an_unknown_she_does_the_subject_before_her_does_not() {
        let text = "The Prime Minister, Mr Ivo Novak, thanks the nurse as she departs for Washington.";
        assert!(!visits("FI", text).iter().any(|told| told.starts_with("Ivo Novak")), "{text}");
    }

    #[test]
    fn what_stands_in_brackets_behind_a_name_ends_no_list() {
        let told = visits(
            "US",
            "Senators Ana Hale (D-OH) and Mary Rose Bell (D-NY), and Congressman John Boyd (R-Texas), visited Kenya.",
        );
        assert_eq!(told, ["Ana Hale + Mary Rose Bell + John Boyd -> KE completed"]);
    }

    #[test]
    fn whoever_a_delegation_includes_goes_along() {
        let told = visits(
            "US",
            "Governor Ana Hale and a delegation that includes Secretary of Trade Brian Boyd will visit Kenya.",
        );
        assert_eq!(told, ["Ana Hale + Brian Boyd -> KE planned"]);
    }

    #[test]
    fn visits_that_are_completed_are_nouns() {
        let told = visits("FI", "Foreign Minister Aino Virta completed visits in Kenya and Uganda today.");
        assert!(told.iter().all(|told| told.contains("completed")) && !told.is_empty(), "{told:?}");
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta completed a full day of briefings and visits in Kenya today.",
        );
        assert_eq!(told, ["Aino Virta -> KE completed 2022-05-04"]);
    }

    #[test]
    fn a_visit_that_is_described_is_a_noun() {
        let told = visits("PK", "Prime Minister Asad Khan paid a day-long visit to Quetta.");
        assert_eq!(told, ["Asad Khan -> PK Quetta completed"]);
        let told = visits("FI", "Foreign Minister Aino Virta and her ministers visit Kenya.");
        assert!(told.iter().all(|told| told.starts_with("Aino Virta")), "{told:?}");
    }

    #[test]
    fn a_visit_may_have_its_day_and_its_place_before_it() {
        for owner in ["During her June 13", "During her 13 June", "During her June", "During her Nairobi"] {
            let told =
                visits("FI", &format!("{owner} visit to Kenya, Foreign Minister Aino Virta met farmers."));
            assert!(
                told.len() == 1 && told[0].starts_with("Aino Virta -> KE completed"),
                "{owner}: {told:?}"
            );
        }
    }

    #[test]
    fn a_meeting_that_one_plans_to_attend_is_to_come() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta has said she plans to travel to attend a NATO meeting in Brussels.",
        );
        assert_eq!(told, ["Aino Virta -> BE Brussels planned"]);
    }

    #[test]
    fn what_i_did_nobody_else_did() {
        let told = visits("FI", "Foreign Minister Aino Virta was ill when I visited Kenya.");
        assert_eq!(told, [""; 0]);
    }

    #[test]
    fn a_list_of_subjects_ends_in_others_and_begins_after_an_invitation() {
        let told = visits(
            "HR",
            "Prime Minister Ivo Lind, Speaker Ana Berg and several cabinet ministers joined tens of thousands of people in Split.",
        );
        assert_eq!(told, ["Ivo Lind + Ana Berg -> HR Split completed"]);
        let told = visits(
            "DE",
            "At the invitation of President Ana Montt, Federal President Ivo Roth and Elke Roth will pay a state visit to Chile.",
        );
        assert!(told.iter().all(|told| told.starts_with("Ivo Roth")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn those_who_are_sent_do_what_stands_after_who() {
        let text = "Prime Minister Ana Roy thanked Prime Minister Ivo Braga of Portugal for 140 firefighters, who are due to arrive in Halifax.";
        assert_eq!(visits("CA", text), [""; 0]);
    }

    #[test]
    fn those_who_go_together_may_have_their_countries_in_brackets() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta, together with Minister Ana Berg (Norway) and Minister Ivo Lind (Sweden), will visit Ukraine.",
        );
        assert_eq!(told, ["Aino Virta + Ana Berg + Ivo Lind -> UA planned"]);
    }

    #[test]
    fn a_verb_that_comes_first_or_next_is_no_noun() {
        let told = visits("FI", "Foreign Minister Aino Virta will first visit Tokyo.");
        assert_eq!(told, ["Aino Virta -> JP Tokyo planned"]);
    }

    #[test]
    fn who_pays_a_visit_goes_back_to_the_person_before_it() {
        let text = "Foreign Minister Aino Virta met Foreign Minister Ivo Novak of Serbia, who was paying his first visit to Finland after a trip to Estonia and Latvia.";
        assert_eq!(
            visits("FI", text),
            ["Ivo Novak -> FI ongoing", "Ivo Novak -> EE completed", "Ivo Novak -> LV completed"]
        );
    }
}
