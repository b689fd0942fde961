//! Talks that a sentence begins with, of both who are named after them: "In a phone call on Monday, A and B agreed".

use super::super::annotated::Annotated;
use super::super::clause::{Hook, subject_after};
use super::super::lexicon::Tense;
use super::super::modality::Modality;
use super::super::passage::Passage;

/// Whether a noun opens its sentence and names nobody itself.
pub(super) fn opens_sentence(passage: &Passage<'_>, hook: &Hook) -> bool {
    const MOST: usize = 5;
    let opening = hook.sentence.start..hook.tokens.start;
    hook.trigger.tense == Tense::Noun
        && opening.len() <= MOST
        && passage.is_any(opening.start, words!["in", "during", "at", "over", "following", "after"])
        && !passage.is_any(hook.tokens.end, words!["with", "of", "between", "from", "to"])
        // "At the meeting, which was attended by others, A and B"
        && !(hook.tokens.end..hook.tokens.end + 2).any(|at| passage.is(at, "which"))
}

/// "At our meeting today, A and B agreed that there will be": what those who met do tells when.
pub(super) fn told_by_both(text: &Annotated<'_>, hook: &Hook) -> Modality {
    let both = subject_after(text, &hook.sentence, hook.tokens.end);
    let verb = both.last().map_or(hook.tokens.end, |person| person.tokens.end);
    let is_to_come = text.passage.is_any(verb, words!["will", "shall"]);
    if is_to_come { Modality::Future } else { Modality::Past }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn a_call_that_a_sentence_begins_with_is_of_those_named_after_it() {
        let told = meetings(
            "FI",
            "In a phone call on Monday, Foreign Minister Aino Virta and President Ivo Novak agreed that talks will go on.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak call completed"]);
        let none =
            "At a meeting with Kenyan officials, Foreign Minister Aino Virta and Minister Ivo Lind spoke.";
        assert_eq!(meetings("FI", none), ["Aino Virta + Ivo Lind / Kenyan officials in_person completed"]);
    }

    #[test]
    fn a_topic_that_was_discussed_with_somebody_tells_of_a_meeting() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta travels to Belgrade. Trade will be discussed with President Ivo Novak of Serbia.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
    }

    #[test]
    fn whom_one_meets_among_others_is_met() {
        for among in [", among others,", " inter alia", ", inter alia,"] {
            let told =
                meetings("FI", &format!("Foreign Minister Aino Virta met{among} President Ivo Novak."));
            assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"], "{among}");
        }
    }

    #[test]
    fn what_follows_those_who_were_met_may_be_a_clause_of_its_own() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta held talks with President Ivo Novak and the two heads of state signed a treaty.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn what_follows_a_call_is_told_of_both_who_made_it() {
        let told = meetings(
            "FI",
            "Following a phone call on Friday, Minister Aino Virta and Minister Ivo Novak of Serbia agreed on trade.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak call completed"]);
    }
}
