//! People who are only described: "Latvian government officials", "members of the Embassy team".

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::features::Features;
use super::super::lexicon::{Class, Frame, Tense};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::{MOST_DESCRIPTION, is_joint};

/// Words that begin no description of people: prepositions, relatives, and verbs that help others.
const NO_DESCRIPTION: &Words = words![
    "of", "between", "in", "at", "on", "for", "from", "by", "about", "into", "over", "under", "than",
    "which", "who", "whom", "whose", "that", "how", "what", "will", "would", "is", "are", "was", "were",
    "be", "been", "has", "have", "had", "can", "could", "may", "might", "should", "must", "shall", "to", "i",
    "we", "he", "she", "they", "it", "not", "then", "also",
];

/// Words that end a description: prepositions of place and time, and what begins a clause.
pub(super) const ENDS_DESCRIPTION: &Words = words![
    "to", "at", "on", "who", "about", "between", "with", "by", "during", "today", "yesterday", "where",
    "which", "that", "whose", "will", "would", "is", "are", "was", "were", "has", "have", "had", "can",
    "could", "may", "should", "must", "i", "we", "he", "she", "they", "led", "headed", "over", "after",
    "before", "since", "ahead",
];

/// A noun phrase of people at a token: "Latvian government officials", "members of the Embassy team".
pub(in crate::extract) fn described(text: &Annotated<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let passage = &text.passage;
    let mut start = from;
    while passage.is_any(
        start,
        words![
            "the", "a", "an", "his", "her", "their", "its", "our", "my", "some", "many", "several", "other",
            "various"
        ],
    ) {
        start += 1;
    }
    if start == from && (is_small(passage, start, NO_DESCRIPTION) || is_verb(passage, start)) {
        return None;
    }
    let mut last_people = None;
    let mut at = after_listed_countries(passage, start);
    // However many countries ambassadors are of, it is one description.
    let mut most = start + MOST_DESCRIPTION;
    while at < end.min(most) {
        let begins_date = |at: usize| !within(&text.dates, at..at + 1).is_empty();
        let before_date =
            passage.is_any(at, words!["from", "in", "on", "since", "until"]) && begins_date(at + 1);
        if begins_date(at) || before_date {
            break;
        }
        let is_told = last_people.is_some();
        // "counterparts from Bosnia and Herzegovina"
        if is_told && let Some(land) = passage.longest(at, Class::Country).filter(|land| land.len > 1) {
            at += land.len;
            continue;
        }
        // "the Ambassadors of Chile, Kenya and Peru"
        if let Some(next) = next_listed_country(passage, at).filter(|_| is_told) {
            most += next - at;
            at = next;
            continue;
        }
        let stops = is_joint(passage, at)
            || is_small(passage, at, ENDS_DESCRIPTION)
            || passage.is_any(at, words!["and", "for"]) && is_told && !joins_adjectives(passage, at)
            || is_told && passage.reads(at, &["as", "well", "as"])
            || last_people == Some(at) && is_participle(passage, at)
            || matches!(passage.kind(at), TokenKind::Mark(_) | TokenKind::Break)
                && !passage.is_hyphen(at)
                && passage.kind(at) != TokenKind::Possessive;
        if stops {
            break;
        }
        if passage.has(at, Class::People)
            || passage.longest(at, Class::Role).is_some_and(|role| role.is_plural())
            || is_holder(passage, from, at)
            || passage.is_any(at, words!["boards", "chambers", "councils", "committees", "commissions"])
            || passage.has(at, Class::Organisation)
        {
            last_people = Some(at + 1);
        }
        if passage.is(at, "in") && is_told {
            break;
        }
        at += 1;
    }
    last_people?;
    if from > 0 && passage.is(from - 1, "and") && begins_clause(passage, start..at)
        || does_something(passage, from)
    {
        return None;
    }
    if !is_headed_by_people(passage, start..at) || says_something(passage, start..at) {
        return None;
    }
    // The phrase goes on to its own "of": "members of the Embassy Kyiv team".
    let stop = (start..at).rev().find(|&at| passage.kind(at).is_word()).map_or(at, |last| last + 1);
    let begins_small =
        passage.is_any(from, words!["the", "a", "an", "his", "her", "their", "its", "our", "my"]);
    (stop > start).then_some(if begins_small { start..stop } else { from..stop })
}

/// "other international and regional organisations": an "and" between what describes one noun.
fn joins_adjectives(passage: &Passage<'_>, and: usize) -> bool {
    const NOUNS: Features = Features::classes(&[Class::People, Class::Organisation, Class::Role]);
    let is_adjective = |at: usize| passage.kind(at) == TokenKind::Lower && passage.word(at).ends_with("al");
    passage.is(and, "and")
        && is_adjective(and + 1)
        && and.checked_sub(1).is_some_and(is_adjective)
        && !passage.has_any(and - 1, NOUNS)
}

/// Whoever holds an office that is told with what it is of: "the mayor of Turku", "the Chilean defence minister".
fn is_holder(passage: &Passage<'_>, from: usize, at: usize) -> bool {
    let Some(role) = passage.longest(at, Class::Role) else { return false };
    let of = at + role.len;
    let the = of + 1 + usize::from(passage.is(of + 1, "the"));
    let is_of = passage.is(of, "of") && passage.kind(the).is_capital();
    let is_of_people =
        || (from + 1..at).any(|at| passage.has(at, Class::Demonym)) && !passage.kind(of).is_capital();
    passage.is(from, "the") && passage.kind(at) == TokenKind::Lower && (is_of || is_of_people())
}

/// The token of the next country of "Chile, Kenya and Peru", if a comma or "and" between two stands at a token.
fn next_listed_country(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let joins = is_joint(passage, at) || passage.is(at, "and");
    let next = at + 1 + usize::from(is_joint(passage, at) && passage.is(at + 1, "and"));
    let next = next + usize::from(passage.is(next, "the"));
    let before = at.checked_sub(1).filter(|_| joins)?;
    let follows = (before.saturating_sub(2)..=before)
        .any(|start| passage.longest(start, Class::Country).is_some_and(|land| start + land.len == at));
    let is_last = || {
        let land = passage.longest(next, Class::Country);
        land.is_some_and(|land| {
            // "and the US special envoy"
            let after = next + land.len;
            let goes_on = passage.kind(after) == TokenKind::Lower
                && !passage.has(after, Class::People)
                && (after..after + 3).any(|at| passage.has(at, Class::Role))
                && !passage.is_any(after, ENDS_DESCRIPTION)
                && !passage.is_any(after, words!["and", "as", "in", "for", "from", "of"]);
            passage.kind(after) != TokenKind::Possessive && !passage.kind(after).is_capital() && !goes_on
        })
    };
    (follows && is_last()).then_some(next)
}

/// The last country of "EU, UK, and Canadian officials": they are one description.
fn after_listed_countries(passage: &Passage<'_>, start: usize) -> usize {
    const COUNTRIES: Features = Features::classes(&[Class::Country, Class::Demonym]);
    let mut at = start;
    while passage.has_any(at, COUNTRIES) {
        let end = at + passage.matches(at).first().map_or(1, |found| found.len);
        let next = end + usize::from(passage.is_mark(end, ','));
        let next = next + usize::from(passage.is(next, "and"));
        if next == end || !passage.has_any(next, COUNTRIES) {
            return at;
        }
        at = next;
    }
    start
}

/// "skills shortages in the industry" is a description of no people: what stands before its preposition must be one, or
/// count them.
fn is_headed_by_people(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    const COUNTS: &Words = words![
        "number", "range", "variety", "array", "series", "selection", "section", "handful", "dozens",
        "scores", "hundreds", "thousands", "majority", "pair", "trio", "host", "all", "both", "some", "many",
        "several", "most", "each", "one", "two", "three", "four", "five", "set", "generation", "cross",
        "spectrum", "mix", "gathering", "audience", "heads", "chairs", "ones", "counterparts", "office",
        "offices", "ministry", "department",
    ];
    let preposition = tokens.clone().find(|&at| passage.is_any(at, words!["of", "in", "for", "from"]));
    // "SADC member states" are nobody.
    let last = preposition.unwrap_or(tokens.end).checked_sub(1);
    if last.is_some_and(|last| passage.is_any(last, words!["states", "countries", "nations"])) {
        return false;
    }
    let Some(head) = preposition.and_then(|at| at.checked_sub(1)).filter(|head| tokens.contains(head)) else {
        return true;
    };
    passage.kind(head) != TokenKind::Lower
        || passage.is_any(head, COUNTS)
        || passage.has(head, Class::People)
        || passage.has(head, Class::Role)
        || passage.has(head, Class::Organisation)
}

/// "..., the State Department said on Monday": those who are described do nothing but tell it.
fn says_something(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    let last = tokens.end.checked_sub(1);
    last.into_iter().chain([tokens.end]).any(|at| {
        passage.kind(at) == TokenKind::Lower
            && passage.trigger(at).is_some_and(|verb| verb.frame == Frame::Say && verb.tense == Tense::Past)
    })
}

/// "received A and accepted his resignation": a verb and its object.
fn does_something(passage: &Passage<'_>, from: usize) -> bool {
    const OF_OBJECT: &Words = words!["his", "her", "their", "its", "the", "a", "an"];
    passage.kind(from) == TokenKind::Lower
        && passage.word(from).ends_with("ed")
        && passage.is_any(from + 1, OF_OBJECT)
}

/// "and the two heads of state signed a treaty": what those words begin is a clause of its own.
fn begins_clause(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    let of = tokens.clone().find(|&at| passage.is(at, "of"));
    let is_verb = |at: usize| {
        let before = at.saturating_sub(1);
        passage.kind(at) == TokenKind::Lower
            && passage.word(at).ends_with("ed")
            && passage.kind(before) == TokenKind::Lower
            && !passage.word(before).ends_with("ly")
            && !passage.is_any(before, words!["of", "the", "a", "an", "and", "newly", "all", "other"])
    };
    of.is_some_and(|of| (of + 2..tokens.end).any(is_verb))
}

/// Whether a token is one of some words and no name: "May" and "US" in capitals are others.
pub(super) fn is_small(passage: &Passage<'_>, at: usize, words: &Words) -> bool {
    (passage.kind(at) == TokenKind::Lower || passage.word(at) == "I") && passage.is_any(at, words)
}

/// Whether a verb in small letters begins at a token: "address students", "meet business leaders".
fn is_verb(passage: &Passage<'_>, at: usize) -> bool {
    // "will meet the Minister and │ lead the delegation", "… and │ deliver a lecture"
    const DOES: &Words =
        words!["chair", "deliver", "give", "head", "lead", "make", "present", "sign", "view"];
    const ITS: &Words = words!["a", "an", "her", "his", "the", "their", "this"];
    let found = passage.trigger(at);
    let is_known =
        || found.is_some_and(|trigger| matches!(trigger.tense, Tense::Base | Tense::Present | Tense::Past));
    let does = || passage.is_any(at, DOES) && passage.is_any(at + 1, ITS);
    passage.kind(at) == TokenKind::Lower && (is_known() || does())
}

/// "leaders working on", "students selected for": what those who were named do or suffer.
fn is_participle(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    passage.kind(at) == TokenKind::Lower && (word.ends_with("ing") || word.ends_with("ed"))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn what_somebody_does_besides_is_nobody_met() {
        for besides in ["lead the Finnish delegation", "deliver a lecture", "sign the accord"] {
            let text = format!("Minister Aino Virta will meet President Ivo Novak and {besides} in Oslo.");
            assert_eq!(meetings("FI", &text), ["Aino Virta / Ivo Novak in_person planned"], "{besides}");
        }
    }

    #[test]
    fn a_meeting_may_be_described_by_any_word() {
        for kind in ["fruitful", "rather long", "collaborative"] {
            let told = meetings(
                "FI",
                &format!("Foreign Minister Aino Virta held a {kind} meeting with Minister Ivo Novak."),
            );
            assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"], "{kind}");
        }
    }

    #[test]
    fn states_are_nobody_to_meet() {
        let told = meetings("FI", "Foreign Minister Aino Virta paid courtesy calls on Union member States.");
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn a_discussion_between_officials_is_none_of_those_who_are_met() {
        let told = meetings(
            "FI",
            "The seminar included a meeting between Foreign Minister Aino Virta and Foreign Minister Ivo Novak of Serbia, and a discussion between the senior officials of the two ministries.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn those_of_several_countries_are_one_description() {
        let told =
            meetings("FI", "Foreign Minister Aino Virta met the Ambassadors of Chile, Kenya and Peru.");
        assert_eq!(told, ["Aino Virta / Ambassadors of Chile, Kenya and Peru in_person completed"]);
        let told =
            meetings("FI", "Foreign Minister Aino Virta met senior NATO and European Union officials.");
        assert_eq!(told, ["Aino Virta / senior NATO and European Union officials in_person completed"]);
        let told =
            meetings("FI", "Foreign Minister Aino Virta met the governor of Lapland and the mayor of Turku.");
        assert_eq!(told, ["Aino Virta / governor of Lapland + mayor of Turku in_person completed"]);
    }
}
