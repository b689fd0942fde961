//! Whose words a text is that a story reads out: "The telegram reads as follows".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson};
use super::super::passage::Passage;
use super::attribution::TEXTS;
use super::speaker::Clause;

/// How many paragraphs back a text may have been told of.
const FARTHEST: usize = 4;

/// How far to look in a paragraph, in tokens.
const REACH: usize = 120;

/// How far from the word for the text whoever wrote it may be named, in its sentence.
const NEAR: usize = 60;

/// Who sent, as the story told before, what some words call "the telegram" or "his message".
pub(super) fn sender<'a>(
    texts: &'a [Annotated<'_>],
    index: usize,
    words: &Range<usize>,
) -> Option<&'a FoundPerson> {
    let passage = &texts.get(index)?.passage;
    let noun = subject(passage, words)?;
    let noun_word = passage.word(noun);
    (index.saturating_sub(FARTHEST)..=index).rev().find_map(|earlier| {
        let text = texts.get(earlier)?;
        let passage = &text.passage;
        let end = if earlier == index { words.start } else { passage.tokens.len() };
        let told = (end.saturating_sub(REACH)..end).rev().filter(|&at| passage.is(at, noun_word));
        told.filter_map(|at| sender_in(text, at)).next()
    })
}

/// The word for a text that some words begin with: "the telegram", "his message".
fn subject(passage: &Passage<'_>, words: &Range<usize>) -> Option<usize> {
    let noun = words.start + 1;
    let known = passage.is_any(words.start, words!["the", "this", "his", "her"]);
    (known && words.contains(&noun) && passage.is_any(noun, TEXTS)).then_some(noun)
}

/// Who wrote what the word at a token is for: its subject or its sender.
fn sender_in<'a>(text: &'a Annotated<'_>, noun: usize) -> Option<&'a FoundPerson> {
    let sentence = text.passage.sentence_of(noun);
    let region = sentence.start.max(noun.saturating_sub(NEAR))..sentence.end.min(noun + NEAR);
    let clause = Clause { text, region: region.clone() };
    clause.writer(&region).or_else(|| clause.first_free())
}
