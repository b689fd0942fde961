//! How far a visit has come, by what stands beside its verb or noun: they set out, are there, are back.

use std::ops::Range;

use super::super::clause::{Hook, of};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::is_will;
use super::super::passage::Passage;
use super::super::words::Words;
use super::leaving::{ends_visit, is_coming_back};
use super::stop::relative_clause;

/// "arrives", "left for", "began a visit": the visit goes on after that.
pub(super) fn sets_out(passage: &Passage<'_>, hook: &Hook) -> bool {
    const SETS_OUT: &Words = words![
        "arrive", "arrives", "arrived", "land", "lands", "landed", "left", "leaves", "leaving", "departed",
        "departs", "departing", "arriving", "began", "begins", "begun", "started", "starts", "commenced",
        "commences", "commencing", "embarked", "jetted", "reached", "reaches", "touched", "kicked", "kicks",
    ];
    /// How far after "joined" those may be named with whom somebody goes.
    const COMPANY: usize = 16;
    // "left Oslo today for Paris on an official visit"
    let reach = if hook.trigger.tense == Tense::Noun { 9 } else { 5 };
    let near = hook.tokens.start.saturating_sub(reach).max(hook.sentence.start)..hook.tokens.end;
    let has_come = passage.is_any(hook.tokens.start, words!["has", "have"]);
    // "has today travelled to"
    let has_gone = hook.tokens.start >= 2
        && of(hook, Frame::Travel)
        && hook.trigger.tense == Tense::Past
        && passage.is_any(hook.tokens.start - 2, words!["has", "have"])
        && passage.is_any(hook.tokens.start - 1, words!["today", "now", "just", "already"]);
    // "joined Senator A in departing on a tour": the verb of going stands after whoever goes along.
    let company = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + COMPANY);
    let goes_along = of(hook, Frame::Accompany)
        && company.into_iter().any(|at| passage.is(at, "in") && passage.is_any(at + 1, SETS_OUT));
    has_come || has_gone || goes_along || near.into_iter().any(|at| passage.is_any(at, SETS_OUT))
}

/// "is travelling to Poland this week" announces it; "is currently travelling in Poland" does not.
pub(super) fn is_setting_out_soon(passage: &Passage<'_>, hook: &Hook) -> bool {
    const SETTING_OUT: &Words =
        words!["travelling", "traveling", "flying", "heading", "going", "leaving", "departing"];
    const NOW: &Words = words!["currently", "now", "today", "already", "still"];
    let near = hook.tokens.start.saturating_sub(4).max(hook.sentence.start)
        ..hook.sentence.end.min(hook.tokens.end + 12);
    // "travels to Poland this week"
    const SETS_OUT: &Words = words!["travels", "flies", "heads", "goes"];
    let is_verb = hook.trigger.tense == Tense::Ing && passage.is_any(hook.tokens.start, SETTING_OUT)
        || hook.trigger.tense == Tense::Present && passage.is_any(hook.tokens.start, SETS_OUT);
    is_verb && !near.into_iter().any(|at| passage.is_any(at, NOW))
}

/// "concluded a visit to", "returned from a tour of", "has returned from": the visit is at its end.
pub(super) fn is_over(passage: &Passage<'_>, hook: &Hook) -> bool {
    const OVER: &Words = words![
        "concluded", "concluding", "cut", "ended", "ending", "completed", "completing", "wrapped",
        "wrapping", "returned", "finished", "rounded", "ends", "wraps", "concludes", "completes",
    ];
    let near = hook.tokens.start.saturating_sub(9).max(hook.sentence.start)..hook.tokens.start;
    is_coming_back(passage, hook)
        || ends_visit(passage, hook)
        || hook.trigger.tense == Tense::Noun
            && (near.clone().any(|at| passage.is_any(at, OVER) || passage.reads(at, &["back", "from"]))
                || comes_after(passage, hook, near))
}

/// "returned to Abuja on Tuesday after a three-day visit to": who is back has been there.
fn comes_after(passage: &Passage<'_>, hook: &Hook, mut near: Range<usize>) -> bool {
    const REACH: usize = 16;
    let Some(after) = near.rfind(|&at| passage.is_any(at, words!["after", "following", "from"])) else {
        return false;
    };
    (after.saturating_sub(REACH).max(hook.sentence.start)..after).any(|at| {
        passage.is_any(at, words!["returned", "returns", "arrived", "returning"])
            || passage.reads(at, &["for", "home"])
    }) && !(after..hook.tokens.start).any(|at| passage.is_mark(at, ','))
}

/// "flew to Oslo, where she will hold talks": there is more to come.
pub(super) fn goes_on(passage: &Passage<'_>, hook: &Hook, end: usize) -> bool {
    const REACH: usize = 8;
    // "met the Prime Minister on the second day of his visit"
    const BEFORE: usize = 4;
    let near = hook.tokens.start.saturating_sub(BEFORE).max(hook.sentence.start)..hook.tokens.start;
    if hook.trigger.tense == Tense::Noun && near.into_iter().any(|at| passage.reads(at, &["day", "of"])) {
        return true;
    }
    let clause = relative_clause(passage, end..hook.sentence.end);
    clause.is_some_and(|at| (at..hook.sentence.end.min(at + REACH)).any(|at| is_will(passage, at)))
}

/// "travels on to Oslo, where she will meet the King": who is on the way has not been there yet.
pub(super) fn is_on_the_way(passage: &Passage<'_>, hook: &Hook, end: usize) -> bool {
    of(hook, Frame::Travel)
        && hook.trigger.tense == Tense::Present
        && !sets_out(passage, hook)
        && goes_on(passage, hook, end)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_visit_that_was_concluded_is_over() {
        let told = visits("IE", "Foreign Minister Sean Daly concluded a two-day visit to Lebanon today.");
        assert!(
            told.iter().all(|told| told.starts_with("Sean Daly -> LB completed")) && told.len() == 1,
            "{told:?}"
        );
    }

    #[test]
    fn where_more_is_to_come_the_visit_goes_on() {
        let told = visits(
            "SE",
            "Minister Ann Berg flew to Riga, where she will hold talks with Minister Janis Ozols on Thursday.",
        );
        assert_eq!(told, ["Ann Berg -> LV Riga ongoing"]);
        let told =
            visits("SE", "Minister Ann Berg now travels on to Riga, where she will meet Minister Ozols.");
        assert_eq!(told, ["Ann Berg -> LV Riga planned"]);
        let told = visits("SE", "Minister Ann Berg is travelling to Poland this week.");
        assert!(
            told.iter().all(|told| told.starts_with("Ann Berg -> PL planned")) && told.len() == 1,
            "{told:?}"
        );
    }

    #[test]
    fn who_left_for_home_after_a_visit_has_been_there() {
        let told = visits(
            "FI",
            "President Ivo Novak of Serbia left for home on Tuesday after a three-day visit to Finland.",
        );
        assert!(told.iter().all(|told| told.contains("completed")) && told.len() == 1, "{told:?}");
    }

    #[test]
    fn who_travels_this_week_is_to_go() {
        let told = visits("AU", "Minister Ann Hale travels to Fiji this week for the forum.");
        assert_eq!(told, ["Ann Hale -> FJ planned 2022-05-02/2022-05-08"]);
    }
}
