//! What is called off.

use std::ops::Range;

use super::super::lexicon::{Frame, Tense};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::is_will;

/// "cancelled", "postponed", "called off": of a visit before it or after it, of a verb before it ("cancelled plans to
/// travel"), or after "but" where it tells of a plan.
pub(super) fn cancels(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, tense: Tense) -> bool {
    const BEFORE: usize = 10;
    const AFTER: usize = 28;
    let before = at.saturating_sub(BEFORE).max(sentence.start)..at;
    let end = sentence.end.min(at + AFTER);
    // "had planned to visit Riga, too, but this leg was cancelled"
    let objection = || (at..end).find(|&near| passage.is_any(near, words!["but", "however"]));
    let after = match tense {
        Tense::Noun => at..end,
        Tense::Base if was_planned(passage, before.clone()) => {
            objection().map_or(at..at, |objection| objection..sentence.end.min(objection + AFTER))
        }
        _ => at..at,
    };
    before.chain(after).any(|near| {
        let found = passage.trigger(near);
        found.is_some_and(|trigger| trigger.frame == Frame::Cancel)
            && (near < at || tense != Tense::Noun || !has_object(passage, sentence, near))
            && !is_only_possible(passage, sentence, near)
            // "had planned to come in May, but this was put off until June"
            && (near < at || tense == Tense::Noun || !passage.is_any(near + 1, words!["to", "until", "till"]))
    })
}

/// "is pursuing her trip to Kenya, but has to cancel her visit to Egypt": what is called off stands after the verb.
fn has_object(passage: &Passage<'_>, sentence: &Range<usize>, cancel: usize) -> bool {
    const BE: &Words = words!["is", "are", "was", "were", "be", "been", "being"];
    const MOST_BETWEEN: usize = 3;
    let before = cancel.saturating_sub(MOST_BETWEEN).max(sentence.start)..cancel;
    let next = cancel + 1 + usize::from(passage.is(cancel + 1, "off"));
    passage.is_any(next, words!["a", "an", "the", "his", "her", "their", "its", "all", "any"])
        && !before.into_iter().any(|at| passage.is_any(at, BE))
}

/// "was to have visited Suva", "had been due to visit Suva", "had planned to visit Suva": what did not come to be.
pub(super) fn had_been_planned(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const PLANNED: &Words = words!["due", "scheduled", "set", "expected", "slated", "supposed", "planning"];
    let Some(before) = at.checked_sub(1).filter(|&before| before > sentence.start + 1) else { return false };
    if passage.is(before, "have") {
        return passage.is(before - 1, "to") && passage.is_any(before - 2, words!["was", "were"]);
    }
    let planned = before - 1;
    let had_planned = passage.is_any(planned, words!["planned", "intended"])
        && planned.checked_sub(1).is_some_and(|had| passage.is(had, "had"));
    passage.is(before, "to")
        && (had_planned
            || passage.is_any(planned, PLANNED)
                && planned.checked_sub(2).is_some_and(|had| passage.reads(had, &["had", "been"])))
}

/// "may be subject to cancellation", "has not been postponed": nothing is called off.
fn is_only_possible(passage: &Passage<'_>, sentence: &Range<usize>, cancel: usize) -> bool {
    const REACH: usize = 4;
    const POSSIBLE: &Words =
        words!["may", "might", "could", "subject", "unless", "if", "not", "never", "denied"];
    let mut near = cancel.saturating_sub(REACH).max(sentence.start)..cancel;
    near.any(|at| passage.is_any(at, POSSIBLE) && passage.kind(at) == TokenKind::Lower)
}

/// "had planned to", "was due to", "was to": words before a verb by which it once was to come.
fn was_planned(passage: &Passage<'_>, before: Range<usize>) -> bool {
    const ONCE: &Words = words!["was", "were", "had", "wanted", "hoped", "intended"];
    let last = before.end.checked_sub(1).filter(|&last| passage.is(last, "to"));
    last.is_some_and(|to| (to.saturating_sub(4).max(before.start)..to).any(|at| passage.is_any(at, ONCE)))
}

/// "prevented the Minister from travelling to Suva"
pub(super) fn is_prevented(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 10;
    let from = at.checked_sub(1).filter(|&from| passage.is(from, "from"));
    from.is_some_and(|from| {
        (from.saturating_sub(REACH).max(sentence.start)..from)
            .any(|at| passage.is_any(at, words!["prevented", "prevents", "stopped", "kept"]))
    })
}

/// "will not be coming to Suva, as earlier announced": what does not take place was to do so.
pub(super) fn was_announced(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 24;
    const BEFORE: &Words = words!["earlier", "previously", "originally", "initially"];
    let is_known = |at: usize| {
        if passage.is_any(at, BEFORE) {
            passage.is_any(at + 1, words!["announced", "planned", "scheduled", "foreseen"])
        } else {
            // "will not travel as planned"
            passage.is_any(at, words!["planned", "scheduled"])
        }
    };
    (at..sentence.end.min(at + REACH)).any(|near| passage.is(near, "as") && is_known(near + 1))
}

/// "will not travel to Suva due to a storm": what something hinders was to be done.
pub(super) fn has_reason(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 16;
    let is_to_come = at.checked_sub(2).is_some_and(|will| {
        is_will(passage, will) || will.checked_sub(1).is_some_and(|before| is_will(passage, before))
    });
    // "will not travel to Suva for the upcoming conference"
    let is_for_planned = |near: usize| {
        passage.reads(near, &["for", "the"])
            && passage.is_any(near + 2, words!["planned", "scheduled", "upcoming"])
    };
    let is_reason = |near: usize| {
        passage.is(near, "because")
            || passage.is_any(near, words!["due", "owing"]) && passage.is(near + 1, "to")
            || is_for_planned(near)
    };
    is_to_come && (at..sentence.end.min(at + REACH)).any(is_reason)
}

/// "The Cabinet Office advised that the Premier will not be travelling to Suva": nobody makes known what nobody expected.
pub(super) fn is_made_known(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 24;
    const BEFORE_NOT: usize = 4;
    const MADE_KNOWN: &Words =
        words!["advised", "announced", "confirmed", "announces", "confirms", "advises"];
    let mut near = at.saturating_sub(BEFORE_NOT).max(sentence.start)..at;
    let Some(will) = near.find(|&will| is_will(passage, will) && passage.is(will + 1, "not")) else {
        return false;
    };
    (will.saturating_sub(REACH).max(sentence.start)..will).any(|verb| passage.is_any(verb, MADE_KNOWN))
}

/// "will no longer travel to Suva"
pub(super) fn will_no_longer(passage: &Passage<'_>, mut auxiliaries: Range<usize>) -> bool {
    auxiliaries.any(|at| is_will(passage, at) && passage.reads(at + 1, &["no", "longer"]))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn what_was_to_have_been_done_was_not() {
        for text in [
            "Foreign Minister Aino Virta was to have visited Kenya.",
            "Foreign Minister Aino Virta had been due to visit Kenya.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> KE cancelled"], "{text}");
        }
    }

    #[test]
    fn what_is_made_known_not_to_be_done_was_expected() {
        let told = visits(
            "FI",
            "The Ministry advised today that Foreign Minister Aino Virta will not be travelling to Kenya for the conference.",
        );
        assert_eq!(told, ["Aino Virta -> KE cancelled"]);
        assert_eq!(visits("FI", "Foreign Minister Aino Virta will not travel to Kenya."), [""; 0]);
    }

    #[test]
    fn a_visit_that_is_called_off_cancels_none_before_it() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta is pursuing her trip to Kenya, but has to cancel her visit to Egypt.",
        );
        assert_eq!(told, ["Aino Virta -> KE ongoing", "Aino Virta -> EG cancelled"]);
    }

    #[test]
    fn what_one_wanted_to_do_may_be_called_off() {
        let told =
            visits("FI", "Foreign Minister Aino Virta wanted to visit Kenya, but had to cancel the trip.");
        assert_eq!(told, ["Aino Virta -> KE cancelled"]);
    }

    #[test]
    fn what_a_storm_undoes_is_called_off() {
        for text in [
            "A storm prevented Foreign Minister Aino Virta from travelling to Belgrade.",
            "A storm scuttled Foreign Minister Aino Virta’s planned visit to Belgrade.",
            "Foreign Minister Aino Virta will not travel to Belgrade as planned.",
            "Foreign Minister Aino Virta will not be travelling to Belgrade for the upcoming summit.",
        ] {
            let told = visits("FI", text);
            assert_eq!(told, ["Aino Virta -> RS Belgrade cancelled"], "{text}");
        }
        let none = "Foreign Minister Aino Virta said that she will not travel to Belgrade.";
        assert_eq!(visits("FI", none), [""; 0]);
    }
}
