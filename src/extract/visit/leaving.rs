//! Verbs of leaving and of coming back, whose place is not where a journey leads.

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::before_place::preceded_by;

/// "left", "departs": the place right after it is where the journey begins.
pub(super) fn leaves_place(passage: &Passage<'_>, hook: &Hook) -> bool {
    hook.tokens.len() == 1 && is_leaving(passage, hook)
}

/// "left", "departs for": whoever does sets out.
pub(super) fn is_leaving(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.is_any(
        hook.tokens.start,
        words!["leave", "leaves", "left", "leaving", "depart", "departs", "departed", "departing"],
    )
}

/// "has returned from": the place after it is where one was.
pub(super) fn is_coming_back(passage: &Passage<'_>, hook: &Hook) -> bool {
    let from = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "home"));
    passage.is_any(hook.tokens.start, words!["returned", "returning", "returns"])
        && hook.trigger.tense != Tense::Noun
        && passage.is(from, "from")
}

/// "left Oslo at the end of a three-day visit", "departs Oslo after a visit": whoever leaves has been there.
pub(super) fn ends_visit(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 16;
    /// "a three-day official visit"
    const MOST_BETWEEN: usize = 8;
    let after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let link = after.into_iter().find(|&at| {
        passage.is_any(at, words!["after", "concluding", "completing", "following"])
            || passage.reads(at, &["end", "of"])
    });
    let is_visit = |at: usize| passage.is_any(at, words!["visit", "tour", "trip", "stay"]);
    // "left Oslo for Paris after his tour" is on the way.
    let is_on_the_way = |link: usize| (hook.tokens.end..link).any(|at| passage.is_any(at, LEAVES_FOR));
    leaves_place(passage, hook)
        && passage.kind(hook.tokens.end).is_capital()
        && link.is_some_and(|link| {
            !is_on_the_way(link) && (link..hook.sentence.end.min(link + MOST_BETWEEN)).any(is_visit)
        })
}

/// What stands before the place that one leaves for: "departs tomorrow on a visit to".
pub(super) const LEAVES_FOR: &[&str] = &["for", "to"];

/// Whether a clause says where one leaves for.
pub(super) fn names_goal(text: &Annotated<'_>, hook: &Hook, end: usize) -> bool {
    within(&text.places, hook.tokens.end..end)
        .iter()
        .any(|found| preceded_by(&text.passage, found.tokens.start, LEAVES_FOR))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_has_returned_from_a_country_was_there() {
        let told = visits("FI", "Foreign Minister Aino Virta has just returned from Kenya.");
        assert_eq!(told, ["Aino Virta -> KE completed"]);
        for none in [
            "Foreign Minister Aino Virta returned from Helsinki.",
            "Foreign Minister Aino Virta said that children who returned from camps in Syria need help.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn one_departs_for_a_place_and_from_another() {
        let told = visits("US", "Secretary Ann Hale will depart from Joint Base Andrews for Tokyo.");
        assert_eq!(told, ["Ann Hale -> JP Tokyo planned"]);
    }

    #[test]
    fn who_leaves_at_the_end_of_a_visit_has_been_there() {
        let told =
            visits("FI", "President Ivo Novak of Serbia left Helsinki at the end of a three-day visit.");
        assert_eq!(told, ["Ivo Novak -> FI Helsinki completed"]);
        assert_eq!(
            visits("FI", "President Ivo Novak of Serbia left Helsinki for Oslo."),
            ["Ivo Novak -> NO Oslo ongoing"]
        );
    }
}
