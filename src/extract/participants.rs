//! Those whom a list names: officials, and others by what they are.

use std::ops::Range;

use super::annotated::{Annotated, FoundPerson, within};
use super::counterparts::{named_after_host, named_after_noun, named_by_country};
use super::features::Features;
use super::lexicon::{self, Class, Tense};
use super::passage::{Match, Passage};
use super::token::TokenKind;
use super::words::Words;
use crate::model::{MentionForm, Participant};

/// How many tokens a description may have.
const MOST_DESCRIPTION: usize = 14;

/// How facts refer to people of a text.
pub(super) fn participants(people: &[FoundPerson]) -> Vec<Participant> {
    people.iter().map(|person| person.who.clone()).collect()
}

/// The participants of a list that begins at a token: people, and descriptions of people.
///
/// "Foreign Minister A and other senior officials" names A: the others are left out beside a name. A counterpart
/// whose name follows, and a delegation whose leader does, are told by that name.
pub(super) fn listed(text: &Annotated<'_>, from: usize, end: usize) -> Vec<(Range<usize>, Participant)> {
    let passage = &text.passage;
    let mut list = Vec::new();
    let mut at = from;
    let mut names_others = false;
    while at < end {
        while at < end
            && (passage
                .is_any(at, words!["and", "&", "with", "including", "both", "as", "well", "separately"])
                || is_joint(passage, at)
                || is_among_others(passage, at)
                // "accompanied by A and by B"
                || at > from && passage.is(at, "by") && passage.is(at - 1, "and"))
        {
            at += 1;
        }
        if let Some(person) = person_of_phrase(text, at, end).or_else(|| named_after_host(text, at, end)) {
            list.push((person.tokens.clone(), person.who.clone()));
            at = person.tokens.end;
        } else if let Some((named, after)) = named_by_country(text, at, end) {
            list.extend(named);
            at = after;
        } else if let Some(person) = named_by_office(text, at, end) {
            list.push((person.tokens.clone(), person.who.clone()));
            at = person.tokens.end;
        } else if let Some(after) = after_relative(passage, at, end) {
            at = after;
        } else if let Some(named) = named_after_noun(text, at, end).filter(|_| at > from) {
            at = named.0.end;
            list.push(named);
        } else if let Some(group) = described(text, at, end) {
            if let Some(person) = named_after(text, &group, end) {
                list.push((person.tokens.clone(), person.who.clone()));
                at = person.tokens.end;
            } else {
                let is_others = passage.is_any(group.start, words!["other", "others"]);
                names_others |= is_others;
                list.push((group.clone(), Participant::described(passage.words(group.clone()))));
                at = group.end;
            }
        } else {
            break;
        }
        at = after_brackets(passage, at, end);
        at = after_second_office(passage, at, end);
        at = after_date(text, at, end);
        if !(is_joint(passage, at) || passage.is_any(at, words!["and", "&", "as", "including"])) {
            break;
        }
    }
    if names_others && list.iter().any(|(_, who)| who.id().is_some()) {
        list.retain(|(tokens, _)| !passage.is_any(tokens.start, words!["other", "others"]));
    }
    list
}

/// Those whom semicolons part after a token: "A, Minister of Trade; B, President of the Senate; and C".
pub(super) fn parted_by_semicolons(
    text: &Annotated<'_>,
    from: usize,
    end: usize,
) -> Vec<(Range<usize>, Participant)> {
    /// How many tokens the offices of one may have.
    const REACH: usize = 24;
    let passage = &text.passage;
    let next = |from: usize| (from..end.min(from + REACH)).find(|&at| passage.is_mark(at, ';'));
    let mut list = Vec::new();
    let mut mark = next(from);
    while let Some(at) = mark {
        let is_last = passage.is(at + 1, "and");
        let Some(person) = person_of_phrase(text, at + 1 + usize::from(is_last), end) else { break };
        // "; B said": another clause
        let after = person.tokens.end;
        if !matches!(passage.kind(after), TokenKind::Mark(',' | ';' | '.' | '(')) {
            break;
        }
        list.push((person.tokens.clone(), person.who.clone()));
        if is_last {
            return list;
        }
        mark = next(after);
    }
    Vec::new()
}

/// A word of "among others" and "inter alia", which part a verb from those it tells of.
fn is_among_others(passage: &Passage<'_>, at: usize) -> bool {
    let begins = |at: usize| passage.reads(at, &["among", "others"]) || passage.reads(at, &["inter", "alia"]);
    begins(at) || at.checked_sub(1).is_some_and(begins)
}

/// The token after somebody of the family, who takes part in nothing but may stand first in a list: "her husband,
/// Dr Juhan Virta, Foreign Minister A and B".
fn after_relative(passage: &Passage<'_>, from: usize, end: usize) -> Option<usize> {
    const RELATIVES: &Words = words![
        "wife",
        "husband",
        "spouse",
        "partner",
        "fiancée",
        "consort",
        "son",
        "sons",
        "daughter",
        "daughters",
        "children",
        "mother",
        "father",
        "brother",
        "sister",
        "family",
    ];
    const MOST: usize = 5;
    let noun = from + 1;
    if !passage.is_any(from, words!["his", "her", "their"]) || !passage.is_any(noun, RELATIVES) {
        return None;
    }
    let name = noun + 1 + usize::from(passage.is_mark(noun + 1, ','));
    let is_name = |&at: &usize| {
        passage.kind(at).is_capital() && (passage.has(at, Class::Honorific) || !passage.has(at, Class::Role))
    };
    let words = (name..end.min(name + MOST)).take_while(is_name).count();
    match passage.kind(noun + 1) {
        // "her family members"
        TokenKind::Lower if !passage.is(noun + 1, "and") => None,
        _ if words > 0 => Some(name + words),
        _ => Some(noun + 1),
    }
}

/// The name after a description that stands for it: "his Dutch counterpart, Foreign Minister A", "a delegation led by A".
fn named_after<'a>(text: &'a Annotated<'_>, group: &Range<usize>, end: usize) -> Option<&'a FoundPerson> {
    let passage = &text.passage;
    let next = group.end + usize::from(passage.is_mark(group.end, ','));
    let is_led = passage.is_any(next, LED) && passage.is(next + 1, "by");
    let is_counterpart = group.clone().any(|at| passage.is_any(at, words!["counterpart", "counterparts"]));
    // "the foreign ministers of each country, including A and B"
    let is_of_those = passage.is(next, "including");
    let from = if is_led { next + 2 } else { next + usize::from(is_of_those) };
    (is_led || is_counterpart || is_of_those).then(|| person_of_phrase(text, from, end)).flatten()
}

/// The first name after the office that several share: "the ministers of foreign affairs of Lithuania and Ukraine, A and
/// B".
fn named_by_office<'a>(text: &'a Annotated<'_>, from: usize, end: usize) -> Option<&'a FoundPerson> {
    const REACH: usize = 16;
    let passage = &text.passage;
    let start = from + usize::from(passage.is(from, "the"));
    passage.longest(start, Class::Role).filter(Match::is_plural)?;
    let next = within(&text.people, start..end.min(start + REACH)).first()?;
    let leads_on = |at: usize| {
        let is_name = passage.kind(at).is_capital();
        is_name
            || passage.kind(at) == TokenKind::Lower
                && !is_small(passage, at, ENDS_DESCRIPTION)
                && !passage.has(at, Class::Trigger)
            || passage.is_mark(at, ',')
                && (at + 1 == next.tokens.start || passage.has(at + 1, Class::Country))
    };
    let comma = next.tokens.start.checked_sub(1).filter(|&comma| passage.is_mark(comma, ','))?;
    (!next.possessive && (start..=comma).all(leads_on)).then_some(next)
}

/// What a delegation is by whoever goes first in it.
pub(super) const LED: &Words = words!["led", "headed", "lead"];

/// The token after when somebody is met, if others follow: "King A on Monday and Prime Minister B on Tuesday".
fn after_date(text: &Annotated<'_>, at: usize, end: usize) -> usize {
    let passage = &text.passage;
    let on = at + usize::from(passage.is(at, "on"));
    let date = within(&text.dates, on..on + 1).first().filter(|date| date.tokens.start == on);
    let next = date.map_or(at, |date| date.tokens.end);
    let goes_on = next < end && (passage.is(next, "and") || passage.is_mark(next, ','));
    if goes_on { next } else { at }
}

/// The token after an office that a dash joins to another: "A, Deputy Prime Minister - Minister of Finance".
fn after_second_office(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    const MOST: usize = 8;
    let is_dash = matches!(passage.kind(at), TokenKind::Mark('-' | '–' | '—'));
    if !is_dash || passage.kind(at + 1) != TokenKind::Capital || !passage.has(at + 1, Class::Role) {
        return at;
    }
    let is_end = |&at: &usize| is_joint(passage, at) || passage.is(at, "and");
    (at + 1..end.min(at + 1 + MOST)).find(is_end).unwrap_or(at)
}

/// The token after what stands in brackets at a token: "(by video link)".
fn after_brackets(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    if !passage.is_mark(at, '(') {
        return at;
    }
    (at..end.min(at + MOST_DESCRIPTION))
        .find(|&close| passage.is_mark(close, ')'))
        .map_or(at, |close| close + 1)
}

/// The person of the phrase at a token; a body or a country may stand before the role: "UN Office Special
/// Envoy Ana Ek", "Republic of Korea (ROK) Foreign Minister Park Jin".
fn person_of_phrase<'a>(text: &'a Annotated<'_>, from: usize, end: usize) -> Option<&'a FoundPerson> {
    let passage = &text.passage;
    // "her Serbian counterpart, Foreign Minister A": whose counterpart it is does not matter.
    let mut people = within(&text.people, from..end.min(from + MOST_DESCRIPTION)).iter();
    let next = people.find(|person| !(person.possessive && person.form == MentionForm::Pronoun))?;
    let leads_on = |at: usize| {
        passage.kind(at).is_capital()
            || passage.is_hyphen(at)
            || matches!(passage.kind(at), TokenKind::Mark('(' | ')') | TokenKind::Possessive)
            // "the mission's Force Commander"
            || passage.kind(at + 1) == TokenKind::Possessive
            || passage
                .is_any(at, words!["the", "of", "for", "on", "his", "her", "their", "its", "our", "visiting"])
    };
    let reached = (from..next.tokens.start).all(leads_on);
    (reached && !next.possessive).then_some(next)
}

fn is_joint(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_mark(at, ',') || passage.is_mark(at, '&')
}

/// Words that begin no description of people: prepositions, relatives, and verbs that help others.
const NO_DESCRIPTION: &Words = words![
    "of", "in", "at", "on", "for", "from", "by", "about", "into", "over", "under", "than", "which", "who",
    "whom", "whose", "that", "how", "what", "will", "would", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "can", "could", "may", "might", "should", "must", "shall", "to", "i", "we", "he", "she",
    "they", "it", "not", "then", "also",
];

/// Words that end a description: prepositions of place and time, and what begins a clause.
const ENDS_DESCRIPTION: &Words = words![
    "to",
    "at",
    "on",
    "who",
    "about",
    "with",
    "by",
    "during",
    "today",
    "yesterday",
    "where",
    "which",
    "that",
    "whose",
    "will",
    "would",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "can",
    "could",
    "may",
    "should",
    "must",
    "i",
    "we",
    "he",
    "she",
    "they",
    "led",
    "headed",
    "over",
    "after",
    "before",
    "since",
    "ahead",
];

/// A noun phrase of people at a token: "Latvian government officials", "members of the Embassy team".
fn described(text: &Annotated<'_>, from: usize, end: usize) -> Option<Range<usize>> {
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
    while at < end.min(start + MOST_DESCRIPTION) {
        let begins_date = |at: usize| !within(&text.dates, at..at + 1).is_empty();
        let before_date =
            passage.is_any(at, words!["from", "in", "on", "since", "until"]) && begins_date(at + 1);
        if begins_date(at) || before_date {
            break;
        }
        let is_told = last_people.is_some();
        let stops = is_joint(passage, at)
            || is_small(passage, at, ENDS_DESCRIPTION)
            || passage.is_any(at, words!["and", "for"]) && is_told && !joins_adjectives(passage, at)
            || last_people == Some(at) && is_participle(passage, at)
            || matches!(passage.kind(at), TokenKind::Mark(_) | TokenKind::Break)
                && !passage.is_hyphen(at)
                && passage.kind(at) != TokenKind::Possessive;
        if stops {
            break;
        }
        if passage.has(at, Class::People)
            || passage.longest(at, Class::Role).is_some_and(|role| role.is_plural())
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
    if from > 0 && passage.is(from - 1, "and") && begins_clause(passage, start..at) {
        return None;
    }
    if !is_headed_by_people(passage, start..at) {
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
        "number",
        "range",
        "variety",
        "array",
        "series",
        "selection",
        "section",
        "handful",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "majority",
        "pair",
        "trio",
        "host",
        "all",
        "both",
        "some",
        "many",
        "several",
        "most",
        "each",
        "one",
        "two",
        "three",
        "four",
        "five",
        "set",
        "generation",
        "cross",
        "spectrum",
        "mix",
        "gathering",
        "audience",
        "heads",
        "chairs",
        "ones",
        "counterparts",
        "office",
        "offices",
        "ministry",
        "department",
    ];
    let preposition = tokens.clone().find(|&at| passage.is_any(at, words!["of", "in", "for", "from"]));
    let Some(head) = preposition.and_then(|at| at.checked_sub(1)).filter(|head| tokens.contains(head)) else {
        return true;
    };
    passage.kind(head) != TokenKind::Lower
        || passage.is_any(head, COUNTS)
        || passage.has(head, Class::People)
        || passage.has(head, Class::Role)
        || passage.has(head, Class::Organisation)
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
fn is_small(passage: &Passage<'_>, at: usize, words: &Words) -> bool {
    (passage.kind(at) == TokenKind::Lower || passage.word(at) == "I") && passage.is_any(at, words)
}

/// Whether a verb in small letters begins at a token: "address students", "meet business leaders".
fn is_verb(passage: &Passage<'_>, at: usize) -> bool {
    let found = passage.longest(at, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value));
    passage.kind(at) == TokenKind::Lower
        && found.is_some_and(|trigger| matches!(trigger.tense, Tense::Base | Tense::Present | Tense::Past))
}

/// "leaders working on", "students selected for": what those who were named do or suffer.
fn is_participle(passage: &Passage<'_>, at: usize) -> bool {
    let word = passage.word(at);
    passage.kind(at) == TokenKind::Lower && (word.ends_with("ing") || word.ends_with("ed"))
}

#[cfg(test)]
mod tests {
    use super::super::told::meetings;

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
    fn semicolons_part_those_whose_offices_follow_their_names() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met with Ivo Novak, Foreign Minister of Serbia; Ann Hale, President of the Senate; and Jan Kos, Minister of Trade, as well as experts.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ann Hale + Jan Kos in_person completed"]);
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met with Ivo Novak, Foreign Minister of Serbia; Ann Hale, President of the Senate, visited Kenya.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn a_second_office_after_a_dash_ends_no_list() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met Ivo Novak, Deputy Prime Minister of Serbia - Minister of Finance, and President Ana Berg.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ana Berg in_person completed"]);
    }

    #[test]
    fn those_met_on_different_days_are_all_met() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta will meet King Felipe of Spain on Monday and Prime Minister Ana Torres on Tuesday.",
        );
        assert_eq!(told, ["Aino Virta / Felipe + Ana Torres in_person planned"]);
    }
}
