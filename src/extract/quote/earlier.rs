//! Whom the sentences before speech tell of, where the words beside it say "he", "it" or "the statement" at most.

use std::ops::Range;

use super::Speech;
use super::attribution::{self, Cue, Subject};
use super::epithet::is_body;
use super::speaker::{self, Named};
use crate::extract::annotated::{Annotated, within};
use crate::extract::passage::Passage;
use crate::extract::words::Words;
use crate::model::Participant;

/// How many sentences before the last one may tell who speaks.
const SENTENCES_BACK: usize = 3;

/// Whom the sentences of a paragraph before a token tell to say something: "Ana Virta called for calm. It was needed."
pub(super) fn told(texts: &[Annotated<'_>], index: usize, end: usize) -> Named {
    let Some(passage) = texts.get(index).map(|text| &text.passage) else { return Named::Nobody };
    let ended = passage.sentences.partition_point(|sentence| sentence.end <= end);
    let sentences = passage.sentences.get(ended.saturating_sub(SENTENCES_BACK)..ended).unwrap_or_default();
    // "who asks, “Would you?”" tells whose those words are and no others.
    let plain =
        sentences.iter().rev().take_while(|sentence| !(*sentence).clone().any(|at| passage.in_quote(at)));
    let cues = plain.filter_map(|sentence| attribution::before(passage, index, sentence.clone()));
    let mut told = cues.filter(|cue| cue.subject == Subject::Last).map(|cue| speaker::speaker(&cue, texts));
    told.find(|named| !matches!(named, Named::Nobody)).unwrap_or(Named::Nobody)
}

/// Whom the words before speech told to say something, if nobody spoke yet: "The king said that he was moved."
pub(super) fn spoken_of(speech: &Speech, texts: &[Annotated<'_>]) -> Option<Participant> {
    before_speech(speech, texts).into_iter().find_map(|(index, end)| match told(texts, index, end) {
        Named::Speaker(speaker) => Some(speaker),
        _ => None,
    })
}

/// Of whom the sentence before speech tells, if it tells nobody to say anything: "Bo Lind met Ana Virta."
pub(super) fn told_of(speech: &Speech, texts: &[Annotated<'_>]) -> Option<Participant> {
    before_speech(speech, texts).into_iter().find_map(|(index, end)| {
        let passage = &texts.get(index)?.passage;
        let sentence = passage.sentence_of(end.checked_sub(1)?);
        let cue = Cue { passage: index, region: sentence, subject: Subject::OfClause, describes: false };
        match speaker::speaker(&cue, texts) {
            Named::Speaker(who @ Participant::Official(_)) => Some(who),
            _ => None,
        }
    })
}

/// Who expressed what a text says, in the sentence before it: "Ana Virta offered her sympathy. │ “…,” the message read."
pub(super) fn expressed(speech: &Speech, texts: &[Annotated<'_>]) -> Option<Participant> {
    let (index, sentence) = sentence_before(speech, texts)?;
    let passage = &texts.get(index)?.passage;
    let verb = sentence.clone().find(|&at| passage.is_any(at, EXPRESS))?;
    match subject(texts, index, sentence.start..verb) {
        Named::Speaker(who) | Named::Epithet(_, who) => Some(who),
        _ => None,
    }
}

/// The body of which the sentence before tells, for "it": "The Foreign Ministry condemned the attack. │ “…,” it said."
pub(super) fn body(speech: &Speech, texts: &[Annotated<'_>]) -> Option<Participant> {
    const LONGEST: usize = 14;
    let (index, sentence) = sentence_before(speech, texts)?;
    let text = texts.get(index)?;
    let passage = &text.passage;
    let verb = (sentence.start..sentence.end.min(sentence.start + LONGEST)).find(|&at| {
        passage.is_any(at, EXPRESS)
            || passage.is_any(at, words!["has", "had", "was", "is", "will", "would"])
            || text.hooks.iter().any(|hook| hook.tokens.start == at)
    })?;
    let is_told = (sentence.start..verb).any(|at| is_body(passage, at));
    match subject(texts, index, sentence.start..verb) {
        Named::Speaker(who @ Participant::Described(_)) | Named::Epithet(_, who) if is_told => Some(who),
        _ => None,
    }
}

/// Who was asked in the sentence before, if "he" or "she" replied: "Bo Lind asked the Minister. │ “…,” she replied."
pub(super) fn asked(speech: &Speech, cue: &Cue, texts: &[Annotated<'_>]) -> Option<Participant> {
    const FAR: usize = 5;
    let passage = &texts.get(cue.passage)?.passage;
    let pronoun = cue.only_word(passage).filter(|&at| passage.is_any(at, words!["he", "she"]))?;
    let beside = [pronoun.checked_sub(1)?, pronoun + 1];
    let replies = |&at: &usize| passage.is_any(at, words!["replied", "answered", "responded", "retorted"]);
    beside.iter().find(|at| replies(at))?;
    let (index, sentence) = sentence_before(speech, texts)?;
    let text = texts.get(index)?;
    let verb = sentence.clone().find(|&at| {
        text.passage.is_any(at, words!["asked", "challenged", "pressed", "questioned"]) && at > sentence.start
    })?;
    let object = within(&text.people, verb + 1..sentence.end.min(verb + FAR)).first()?;
    let is_object = object.tokens.start <= verb + 2 && !object.possessive;
    is_object.then(|| object.who.clone())
}

/// The subject of a verb that some words end before.
fn subject(texts: &[Annotated<'_>], passage: usize, region: Range<usize>) -> Named {
    speaker::speaker(&Cue { passage, region, subject: Subject::Last, describes: true }, texts)
}

/// What the sender of a text does by it.
const EXPRESS: &Words = words![
    "appealed", "apologised", "apologized", "called", "condemned", "condoled", "congratulated", "conveyed",
    "criticised", "criticized", "denied", "denounced", "expressed", "extended", "greeted", "hailed",
    "issued", "mourned", "offered", "paid", "posted", "praised", "published", "reacted", "rejected",
    "released", "responded", "sent", "thanked", "welcomed", "wished",
];

/// The sentence before the one that speech stands in, and its passage.
fn sentence_before(speech: &Speech, texts: &[Annotated<'_>]) -> Option<(usize, Range<usize>)> {
    let (index, end) = before_speech(speech, texts).into_iter().find(|&(_, end)| end > 0)?;
    let passage: &Passage<'_> = &texts.get(index)?.passage;
    let sentence = passage.sentence_of(end.checked_sub(1)?);
    (!sentence.clone().any(|at| passage.in_quote(at))).then_some((index, sentence))
}

/// The passages that may tell who speaks, and where their sentences end before the speech: its own and the one before.
fn before_speech(speech: &Speech, texts: &[Annotated<'_>]) -> Vec<(usize, usize)> {
    let (index, start) = speech.start();
    let here = texts.get(index).map(|text| (index, text.passage.sentence_of(start).start));
    let before = index.checked_sub(1);
    let earlier = before.and_then(|before| Some((before, texts.get(before)?.passage.tokens.len())));
    here.into_iter().chain(earlier).collect()
}
