//! Clauses: who does it, to whom, and where it ends.

use std::ops::Range;

use super::annotated::{Annotated, FoundPerson, within};
use super::lexicon::{self, Class, Frame, Trigger};
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Words;
use crate::model::{MentionForm, Participant};

/// A verb or noun that an event hangs on, in its sentence.
#[derive(Debug, Clone)]
pub(super) struct Hook {
    pub(super) tokens: Range<usize>,
    pub(super) trigger: Trigger,
    pub(super) sentence: Range<usize>,
}

/// The triggers of a passage, in the order of the text.
pub(super) fn hooks(passage: &Passage<'_>) -> Vec<Hook> {
    let mut hooks = Vec::new();
    for sentence in &passage.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let found = passage.longest(at, Class::Trigger);
            match found.and_then(|found| Some((found.len, lexicon::trigger(found.entry.value)?))) {
                Some((len, mut trigger)) => {
                    if is_noun(passage, at) {
                        trigger.tense = lexicon::Tense::Noun;
                    }
                    hooks.push(Hook { tokens: at..at + len, trigger, sentence: sentence.clone() });
                    at += len;
                }
                None => at += 1,
            }
        }
    }
    hooks
}

/// "the visit", "his visit", "'s visit", "official visit", "visit to": the word is a noun there.
fn is_noun(passage: &Passage<'_>, at: usize) -> bool {
    const BEFORE: &Words = words![
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "this",
        "that",
        "first",
        "second",
        "third",
        "last",
        "next",
        "official",
        "state",
        "working",
        "private",
        "recent",
        "forthcoming",
        "upcoming",
        "day",
        "historic",
        "bilateral",
        "of",
        "during",
        "for",
        "on",
        "trilateral",
        "ministerial",
        "virtual",
        "previous",
        "of",
        "two",
        "three",
    ];
    let before = at.checked_sub(1);
    let possessive = before.is_some_and(|before| passage.kind(before) == TokenKind::Possessive);
    let is_ing = passage.word(at).ends_with("ing");
    let determined = before.is_some_and(|before| passage.is_any(before, BEFORE));
    let capital_noun =
        passage.kind(at).is_capital() && passage.is_any(at + 1, words!["to", "of", "by", "with"]);
    // "during visiting" is no English, and "on meeting her" is.
    (possessive || determined) && !(is_ing && passage.is_any(before.unwrap_or(0), words!["on", "of", "for"]))
        || capital_noun
}

/// Those who do what the verb at a token says: the people of the nearest phrase before it.
pub(super) fn subject<'a>(
    text: &'a Annotated<'_>,
    sentence: &Range<usize>,
    verb: usize,
) -> &'a [FoundPerson] {
    let before = within(&text.people, sentence.start..verb);
    let Some(last) = before.iter().rposition(|person| is_subject(text, person, verb)) else { return &[] };
    let mut first = last;
    while let Some(previous) = first.checked_sub(1).and_then(|index| Some((index, before.get(index)?))) {
        let Some(person) = before.get(first) else { break };
        if !coordinated(&text.passage, previous.1.tokens.end, person.tokens.start) || previous.1.possessive {
            break;
        }
        first = previous.0;
    }
    before.get(first..=last).unwrap_or_default()
}

/// A person who is no possessor and no object of a preposition.
fn is_subject(text: &Annotated<'_>, person: &FoundPerson, verb: usize) -> bool {
    const GOVERNS: &Words =
        words!["with", "by", "to", "for", "of", "from", "between", "at", "on", "alongside", "against"];
    let passage = &text.passage;
    let start = person.tokens.start;
    let governor = start
        .checked_sub(1)
        .map(|before| if passage.is(before, "the") { before.saturating_sub(1) } else { before });
    let governed = governor.is_some_and(|before| {
        passage.is_any(before, GOVERNS) && passage.sentence_of(start).contains(&before)
    });
    let is_object_pronoun =
        passage.is_any(start, words!["him", "her", "his"]) && person.form == MentionForm::Pronoun;
    !person.possessive && !governed && !is_object_pronoun && person.tokens.end <= verb
}

/// Whether only commas, "and" and the like stand between two tokens.
pub(super) fn coordinated(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    from <= to
        && to - from <= 4
        && (from..to).all(|at| {
            passage.is_any(at, words!["and", "&", "the", "as", "well", "with", "then"])
                || passage.is_mark(at, ',')
                || passage.is_mark(at, '&')
        })
}

/// Where the clause of a verb ends: at the end of the sentence, a semicolon, or where another verb begins.
pub(super) fn clause_end(passage: &Passage<'_>, sentence: &Range<usize>, from: usize) -> usize {
    let mut depth = 0_usize;
    for at in from..sentence.end {
        match passage.kind(at) {
            TokenKind::Mark(';' | ':' | '—' | '–' | '.') => return at,
            TokenKind::Mark('(') => depth += 1,
            TokenKind::Mark(')') if depth > 0 => depth -= 1,
            TokenKind::Mark(')') => return at,
            _ => {}
        }
        if at > from && depth == 0 && begins_clause(passage, at) {
            return at;
        }
    }
    sentence.end
}

/// "where", "who", "to discuss", "and laid": another clause begins.
fn begins_clause(passage: &Passage<'_>, at: usize) -> bool {
    const OPENERS: &Words = words![
        "where", "who", "which", "when", "while", "after", "before", "because", "during", "as", "but",
        "ahead",
    ];
    if passage.is_any(at, OPENERS) {
        return !(passage.is(at, "as") && passage.is(at + 1, "well"));
    }
    let finite = |at: usize| {
        let trigger =
            passage.longest(at, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value));
        let is_verb = trigger.is_some_and(|trigger| !matches!(trigger.tense, lexicon::Tense::Noun))
            && !is_noun(passage, at);
        is_verb
            || passage.kind(at) == TokenKind::Lower && passage.word(at).ends_with("ed")
            || passage.is_any(at, OTHER_VERBS)
    };
    let joined = passage.is(at, "and") || passage.is(at, "to") || passage.is_mark(at, ',');
    joined
        && (finite(at + 1)
            || passage.is(at + 1, "will")
            || passage.is(at, "to") && is_infinitive(passage, at + 1))
}

/// Verbs of past time that do not end in "ed" and are no triggers.
const OTHER_VERBS: &Words = words![
    "laid", "saw", "gave", "took", "held", "led", "made", "paid", "went", "came", "had", "has", "is", "was",
    "were", "spoke", "began",
];

/// A small word after "to" that is no noun phrase: "to discuss", "to reaffirm".
fn is_infinitive(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Lower
        && !passage.is_any(
            at,
            words![
                "the", "a", "an", "his", "her", "their", "its", "our", "both", "all", "several", "members"
            ],
        )
        && !passage.has(at, Class::Portfolio)
        && !passage.has(at, Class::Role)
}

/// Nouns of people, in the plural or of a body, that a text names without names.
const PEOPLE_NOUNS: &Words = words![
    "activists",
    "ambassadors",
    "athletes",
    "authorities",
    "bankers",
    "cadets",
    "candidates",
    "chiefs",
    "children",
    "citizens",
    "colleagues",
    "commanders",
    "committee",
    "communities",
    "community",
    "companies",
    "council",
    "counterpart",
    "counterparts",
    "crew",
    "delegates",
    "delegation",
    "delegations",
    "diplomats",
    "doctors",
    "employees",
    "entrepreneurs",
    "executives",
    "experts",
    "families",
    "farmers",
    "forces",
    "founders",
    "government",
    "governors",
    "groups",
    "heads",
    "industry",
    "investors",
    "journalists",
    "leaders",
    "leadership",
    "lawmakers",
    "legislators",
    "mayors",
    "media",
    "members",
    "ministers",
    "ngos",
    "nurses",
    "officers",
    "officials",
    "organisations",
    "organizations",
    "parents",
    "parliamentarians",
    "participants",
    "partners",
    "people",
    "personnel",
    "police",
    "politicians",
    "presidents",
    "principals",
    "refugees",
    "relatives",
    "representatives",
    "residents",
    "scholars",
    "scientists",
    "secretaries",
    "senators",
    "service",
    "society",
    "soldiers",
    "staff",
    "stakeholders",
    "students",
    "survivors",
    "teachers",
    "team",
    "troops",
    "veterans",
    "victims",
    "villagers",
    "volunteers",
    "women",
    "workers",
    "youth",
];

/// The participants of a list that begins at a token: people, and descriptions of people.
pub(super) fn listed(text: &Annotated<'_>, from: usize, end: usize) -> Vec<(Range<usize>, Participant)> {
    let passage = &text.passage;
    let mut list = Vec::new();
    let mut at = from;
    while at < end {
        while at < end
            && (passage.is_any(at, words!["and", "&", "with", "including", "both", "as", "well"])
                || is_joint(passage, at))
        {
            at += 1;
        }
        if let Some(person) = person_of_phrase(text, at, end) {
            list.push((person.tokens.clone(), person.who.clone()));
            at = person.tokens.end;
        } else if let Some(group) = described(text, at, end) {
            list.push((group.clone(), Participant::described(passage.words(group.clone()))));
            at = group.end;
        } else {
            break;
        }
        if !(is_joint(passage, at) || passage.is_any(at, words!["and", "&", "as", "including"])) {
            break;
        }
    }
    list
}

/// The person of the phrase at a token; a body may stand before the role: "UN Office Special Envoy Ana Ek".
fn person_of_phrase<'a>(text: &'a Annotated<'_>, from: usize, end: usize) -> Option<&'a FoundPerson> {
    let passage = &text.passage;
    let next = within(&text.people, from..end.min(from + MOST_DESCRIPTION)).first()?;
    let leads_on = |at: usize| {
        passage.kind(at).is_capital()
            || passage.is_hyphen(at)
            || passage.is_any(at, words!["the", "of", "for", "on"])
    };
    let reached = (from..next.tokens.start).all(leads_on);
    (reached && !next.possessive).then_some(next)
}

fn is_joint(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_mark(at, ',') || passage.is_mark(at, '&')
}

/// How many tokens a description may have.
const MOST_DESCRIPTION: usize = 14;

/// A noun phrase of people at a token: "Latvian government officials", "members of the Embassy team".
fn described(text: &Annotated<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let passage = &text.passage;
    let mut start = from;
    while passage.is_any(
        start,
        words!["the", "a", "an", "his", "her", "their", "its", "some", "many", "several", "other", "various"],
    ) {
        start += 1;
    }
    let mut last_people = None;
    let mut at = start;
    while at < end.min(start + MOST_DESCRIPTION) {
        let begins_date = |at: usize| !within(&text.dates, at..at + 1).is_empty();
        let before_date =
            passage.is_any(at, words!["from", "in", "on", "since", "until"]) && begins_date(at + 1);
        if begins_date(at) || before_date {
            break;
        }
        let stops = is_joint(passage, at)
            || passage.is_any(
                at,
                words![
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
                    "where"
                ],
            )
            || passage.is(at, "and") && last_people.is_some()
            || matches!(passage.kind(at), TokenKind::Mark(_) | TokenKind::Break)
                && !passage.is_hyphen(at)
                && passage.kind(at) != TokenKind::Possessive;
        if stops {
            break;
        }
        if passage.is_any(at, PEOPLE_NOUNS)
            || passage.longest(at, Class::Role).is_some_and(|role| role.is_plural())
            || passage.has(at, Class::Organisation)
        {
            last_people = Some(at + 1);
        }
        if passage.is_any(at, &["in"]) && last_people.is_some() {
            break;
        }
        at += 1;
    }
    last_people?;
    // The phrase goes on to its own "of": "members of the Embassy Kyiv team".
    let stop = (start..at).rev().find(|&at| passage.kind(at).is_word()).map_or(at, |last| last + 1);
    let begins_small = passage.is_any(from, words!["the", "a", "an", "his", "her", "their", "its"]);
    (stop > start).then_some(if begins_small { start..stop } else { from..stop })
}

/// Whether a trigger is of a frame.
pub(super) fn of(hook: &Hook, frame: Frame) -> bool {
    hook.trigger.frame == frame
}
