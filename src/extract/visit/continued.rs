//! Clauses that tell more of the journey that the story told of last, without its travellers: "They then travelled to",
//! "A visit to Turku is also planned".

use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::PROGRAMME;

/// "The couple then travelled to", "Their Majesties visited": those whom the story told of last.
pub(super) fn are_told_of(passage: &Passage<'_>, hook: &Hook) -> bool {
    const MOST_BEFORE: usize = 4;
    const BETWEEN: &Words =
        words!["will", "also", "then", "later", "afterwards", "next", "is", "are", "was", "were", "have"];
    let (start, at) = (hook.sentence.start, hook.tokens.start);
    let Some(subject) = (start..at).rev().find(|&at| !passage.is_any(at, BETWEEN)) else { return false };
    if hook.trigger.tense == Tense::Noun {
        return is_included(passage, hook)
            || is_of_programme(passage, hook)
            || includes_places(passage, hook).is_some();
    }
    passage.is_any(subject, words!["couple", "highnesses", "majesties", "excellencies"])
        && subject <= start + MOST_BEFORE
        && passage.is_any(start, words!["the", "their"])
}

/// "Visits to Turku and Oulu are also planned", "A visit to Turku is also on the programme": more of a journey, too.
fn is_of_programme(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 24;
    const PLANNED: &Words = words!["planned", "scheduled", "foreseen", "programme", "program", "agenda"];
    let start = hook.sentence.start + usize::from(passage.is_any(hook.sentence.start, words!["a", "the"]));
    let mut after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    hook.tokens.start == start
        && passage.is(hook.tokens.end, "to")
        && after.any(|at| passage.is(at, "also") && (at + 1..at + 6).any(|at| passage.is_any(at, PLANNED)))
}

/// "The tour includes │ Kenya, Uganda and Rwanda": where the places of the journey that the story told of last are listed.
pub(super) fn includes_places(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const INCLUDES: &Words = words!["covers", "covered", "include", "included", "includes"];
    const OPENING: usize = 4;
    let verb = hook.tokens.end + usize::from(passage.is(hook.tokens.end, "will"));
    let owner = hook.tokens.start.saturating_sub(1);
    // "This August, the visit will include"
    let follows_comma = owner.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ','));
    let is_first = owner == hook.sentence.start || owner <= hook.sentence.start + OPENING && follows_comma;
    let opens = is_first && passage.is_any(owner, words!["the", "her", "his", "their", "this"]);
    let includes = opens && hook.trigger.tense == Tense::Noun && passage.is_any(verb, INCLUDES);
    includes.then(|| after_what_is_done(passage, verb + 1))
}

/// "includes │ meetings and events in │ Kenya": what is done stands before the places.
fn after_what_is_done(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 6;
    const DONE: &Words = words![
        "appearances", "discussions", "engagements", "events", "meetings", "sessions", "stops", "talks",
        "visits",
    ];
    let is_plain = |&at: &usize| passage.kind(at) == TokenKind::Lower;
    let mut words = (at..at + MOST).take_while(is_plain);
    let link = words.find(|&at| passage.is_any(at, words!["in", "to"]));
    link.filter(|&link| passage.is_any(link - 1, DONE)).map_or(at, |link| link + 1)
}

/// "The trip, which included stops in Oslo and Bergen": more of the journey that the story told of last.
fn is_included(passage: &Passage<'_>, hook: &Hook) -> bool {
    const OPENING: usize = 6;
    const MOST_BETWEEN: usize = 16;
    let opening = hook.sentence.start..hook.tokens.start.min(hook.sentence.start + OPENING);
    let Some(trip) = opening.into_iter().find(|&at| passage.is_any(at, PROGRAMME)) else { return false };
    let includes = |at: usize| {
        passage.is_any(at, words!["include", "includes", "included", "feature", "features", "featured"])
    };
    trip < hook.tokens.start
        && hook.tokens.start <= trip + MOST_BETWEEN
        && passage.is_any(hook.tokens.start, words!["stop", "stops", "stopovers", "tour", "visit", "visits"])
        && (trip + 1..hook.tokens.start).any(includes)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn a_tour_includes_its_places() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta begins today a visit to Africa. The tour includes Kenya, Uganda and Ghana.",
        );
        for place in ["KE", "UG", "GH"] {
            assert!(told.iter().any(|told| told.starts_with(&format!("Aino Virta -> {place}"))), "{told:?}");
        }
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta makes a trip to Africa each year. This August, the visit will include events in Kenya and Uganda.",
        );
        for place in ["KE", "UG"] {
            assert!(told.iter().any(|told| told.starts_with(&format!("Aino Virta -> {place}"))), "{told:?}");
        }
        let told =
            visits("FI", "Foreign Minister Aino Virta visited Kenya. The visit included talks in Nairobi.");
        assert_eq!(told.len(), 1, "{told:?}");
    }

    #[test]
    fn a_couple_that_goes_on_is_who_was_told_of_last() {
        for text in [
            "King Ivo and Queen Aino of Norway visited Leeds on Tuesday. The couple then travelled to York.",
            "King Ivo and Queen Aino of Norway visited Leeds on Tuesday. Their Majesties later visited York.",
        ] {
            assert_eq!(visits("GB", text), ["Ivo + Aino -> GB Leeds York completed 2022-05-03"], "{text}");
        }
        let none = "King Ivo of Norway visited Leeds. A couple of years later, trains went to York.";
        assert_eq!(visits("GB", none), ["Ivo -> GB Leeds completed"]);
    }

    #[test]
    fn what_a_trip_includes_is_of_those_told_of_last() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta visited Kenya. The trip also included stops in Uganda and Rwanda.",
        );
        assert_eq!(
            told,
            ["Aino Virta -> KE completed", "Aino Virta -> UG completed", "Aino Virta -> RW completed"]
        );
    }

    #[test]
    fn a_programme_goes_on_without_a_name() {
        for more in [
            "The Minister’s visit will include talks in Nairobi, including a visit to Mombasa.",
            "A visit to Mombasa is also planned.",
        ] {
            let told =
                visits("FI", &format!("Foreign Minister Aino Virta will pay a visit to Kenya. {more}"));
            assert!(told.len() == 1 && told[0].contains("Mombasa"), "{more}: {told:?}");
        }
    }
}
