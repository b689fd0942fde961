//! Whose words a paragraph is: those of somebody who speaks on, or the story's own.

use std::collections::HashSet;
use std::ops::Range;

use super::super::features::{Features, Topic, Topics};
use super::super::lexicon::{Class, Tense};
use super::super::passage::Passage;
use super::super::person;
use super::super::token::TokenKind;
use super::attribution::{Cue, introduces, lead_in, say_verb};
use super::marks::Marks;
use crate::voice::{FirstPerson, I, WE, first_person, leaning};

/// How a paragraph reads that follows unmarked speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// "We will …": somebody speaks.
    First,
    /// Of the speaker, of what others said, or of no story at all.
    Third,
    /// Neither. The more above zero, the more it reads as speech.
    Either(i32),
}

/// What the words that introduce speech call the speaker.
#[derive(Debug, Default)]
pub(super) struct Speaker {
    /// The last words of names: "virta".
    names: HashSet<String>,
    /// Roles, and their last words: "foreign minister", "minister".
    roles: HashSet<String>,
}

impl Speaker {
    pub(super) fn of(cue: Option<&Cue>, passages: &[Passage<'_>]) -> Self {
        let mut speaker = Self::default();
        let Some((cue, passage)) = cue.and_then(|cue| Some((cue, passages.get(cue.passage)?))) else {
            return speaker;
        };
        for sighting in person::sightings(passage) {
            if !cue.region.contains(&sighting.tokens.start) {
                continue;
            }
            let name = sighting.name.and_then(|name| name.end.checked_sub(1));
            speaker.names.extend(name.map(|last| passage.word(last).to_lowercase()));
            for role in &sighting.roles {
                let head = role.head.end.saturating_sub(1);
                speaker.roles.insert(passage.word(head).to_lowercase());
                speaker.roles.insert(passage.words(role.office(passage)).to_lowercase());
            }
        }
        speaker
    }

    /// Whether a paragraph names the speaker: "Ms Virta".
    fn is_named_in(&self, passage: &Passage<'_>) -> bool {
        !self.names.is_empty()
            && (0..passage.tokens.len()).any(|at| {
                passage.kind(at).is_capital() && self.names.contains(&passage.word(at).to_lowercase())
            })
    }

    /// Whether a sentence of a paragraph begins with the role of the speaker: "The Minister also".
    fn is_subject_in(&self, passage: &Passage<'_>) -> bool {
        passage.sentences.iter().any(|sentence| {
            let the = sentence.start;
            let role = (the + 1..sentence.end).take_while(|&at| passage.kind(at).is_capital()).last();
            passage.is(the, "the")
                && role.is_some_and(|last| {
                    let office = passage.words(the + 1..last + 1).to_lowercase();
                    self.roles.contains(&office)
                        || self.roles.contains(&passage.word(last).to_lowercase()) && last == the + 1
                })
        })
    }
}

/// Whose words a paragraph seems to be.
pub(super) fn voice(passage: &Passage<'_>, marks: &Marks, speaker: &Speaker) -> Voice {
    let is_marked = marks.head.is_some()
        || marks.tail.is_some()
        || marks.pairs.first().is_some_and(|pair| pair.outer.start <= marks.first_word);
    if is_marked || !is_whole(passage) || introduces_speech(passage) || is_of_no_story(passage) {
        return Voice::Third;
    }
    let first = first_person_in(passage, marks);
    if speaker.is_named_in(passage) || (first != Some(FirstPerson::I) && speaker.is_subject_in(passage)) {
        return Voice::Third;
    }
    if first.is_some() {
        return Voice::First;
    }
    if reports_speech(passage) || passage.is_any(first_word(passage), words!["he", "she"]) {
        return Voice::Third;
    }
    Voice::Either(leaning_of(passage))
}

fn leaning_of(passage: &Passage<'_>) -> i32 {
    leaning(passage.words(0..passage.tokens.len()))
}

/// Whether anybody speaks in the first person in a paragraph, outside quotation marks.
pub(super) fn is_in_first_person(passage: &Passage<'_>, marks: &Marks) -> bool {
    first_person_in(passage, marks).is_some()
}

/// What the first person is found by: "our", "let's".
const FIRST_PERSON: Features = Features::topic(Topic::FirstPerson).or(Features::APOSTROPHE);

pub(super) const fn topics(topics: &mut Topics) {
    topics.add(Topic::FirstPerson, WE);
    topics.add(Topic::FirstPerson, I);
}

fn first_person_in(passage: &Passage<'_>, marks: &Marks) -> Option<FirstPerson> {
    let outside = |at: usize| {
        let next = marks.pairs.partition_point(|pair| pair.outer.end <= at);
        marks.pairs.get(next).is_none_or(|pair| !pair.outer.contains(&at))
    };
    let words = passage.all_with(FIRST_PERSON);
    words.filter_map(|at| first_person_at(passage, at).filter(|_| outside(at))).max()
}

/// Whether the paragraph is of sentences: no heading, no line of contact.
pub(super) fn is_whole(passage: &Passage<'_>) -> bool {
    let text = passage.words(0..passage.tokens.len());
    text.trim_end().ends_with(['.', '!', '?', '…', ')', ']', ':', '”', '"', '’'])
}

/// Whether the last sentence introduces what somebody says.
fn introduces_speech(passage: &Passage<'_>) -> bool {
    lead_in(passage).is_some_and(|words| passage.is_mark(words.end - 1, ':') && introduces(passage, &words))
}

/// "Notes to editors", "Contact the press office", an address.
fn is_of_no_story(passage: &Passage<'_>) -> bool {
    let start = first_word(passage);
    let boilerplate = [
        &["notes", "to"][..],
        &["notes", "for"],
        &["note", "to"],
        &["further", "information"],
        &["more", "information"],
        &["for", "further"],
        &["for", "more"],
        &["for", "media"],
        &["media", "enquiries"],
        &["media", "contact"],
        &["press", "enquiries"],
        &["contact"],
        &["email"],
        &["telephone"],
        &["background"],
        &["ends"],
        &["find", "out"],
        &["read", "more"],
        &["follow", "us"],
    ];
    boilerplate.iter().any(|words| passage.reads(start, words))
        || (0..passage.tokens.len())
            .any(|at| passage.is_any(at, words!["http", "https"]) || passage.is_mark(at, '@'))
}

fn first_word(passage: &Passage<'_>) -> usize {
    let is_word = |at: &usize| passage.kind(*at).is_word() || passage.kind(*at) == TokenKind::Number;
    (0..passage.tokens.len()).find(is_word).unwrap_or_default()
}

/// The first person at a token: "I", "we've", "our". "Phase I" is none.
fn first_person_at(passage: &Passage<'_>, at: usize) -> Option<FirstPerson> {
    let kind = passage.kind(at);
    if !kind.is_word() || (kind == TokenKind::AllCaps && !passage.shouts) {
        return None;
    }
    let after_capital = || {
        at.checked_sub(1).is_some_and(|before| {
            passage.kind(before) == TokenKind::Capital && !passage.begins_sentence(before)
        })
    };
    first_person(passage.word(at)).filter(|_| passage.word(at) != "I" || !after_capital())
}

/// "Ms Virta also said that …", "The office announced …": a verb of saying in the past, not of "I" or "we".
fn reports_speech(passage: &Passage<'_>) -> bool {
    let mut verbs = passage.all_with(Features::classes(&[Class::Trigger]));
    verbs.any(|at| say_verb(passage, at).is_some_and(|verb| verb.tense == Tense::Past))
}

/// How far unmarked speech goes: paragraphs `next` are read until one is the story's own.
///
/// Where the story itself speaks in the first person, that tells nothing.
pub(super) fn goes_on(
    passages: &[Passage<'_>],
    marks: &[Marks],
    next: Range<usize>,
    speaker: &Speaker,
    (is_prose, narrator_speaks): (impl Fn(usize) -> bool, bool),
) -> usize {
    let mut end = next.start;
    let mut sum = 0;
    for index in next {
        let (Some(passage), Some(marks)) = (passages.get(index), marks.get(index)) else { break };
        if !is_prose(index) {
            break;
        }
        let voice = match voice(passage, marks, speaker) {
            Voice::First if narrator_speaks => Voice::Either(leaning_of(passage)),
            voice => voice,
        };
        match voice {
            Voice::First => {
                end = index + 1;
                sum = 0;
            }
            Voice::Third => break,
            Voice::Either(leaning) if index + 1 - end <= MOST_BETWEEN => {
                sum += leaning;
                let others_follow = passages.get(index + 1).is_some_and(introduces_speech);
                if sum > 0 && leaning > 0 || (others_follow && sum + 1 > 0 && end == index) {
                    end = index + 1;
                    sum = 0;
                }
            }
            Voice::Either(_) => break,
        }
    }
    end
}

/// Paragraphs of neither voice between two of a speaker.
const MOST_BETWEEN: usize = 2;
