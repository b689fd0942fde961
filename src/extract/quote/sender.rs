//! Whose words a text is that a story reads out: "The telegram reads as follows".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson};
use super::super::passage::Passage;
use super::attribution::{Cue, Subject, TEXTS, say_verb};
use super::speaker::Clause;

/// How many paragraphs back a text may have been told of.
const FARTHEST: usize = 4;

/// How far to look in a paragraph, in tokens.
const REACH: usize = 120;

/// The longest subject of a verb of saying, in tokens.
const LONGEST: usize = 16;

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

/// The words that tell who said what some words call "the statement": "In a statement, the council said".
pub(super) fn told_in_text(texts: &[Annotated<'_>], index: usize, words: &Range<usize>) -> Option<Cue> {
    let passage = &texts.get(index)?.passage;
    let noun = subject(passage, words)?;
    let noun_word = passage.word(noun);
    (index.saturating_sub(FARTHEST)..=index).rev().find_map(|earlier| {
        let passage = &texts.get(earlier)?.passage;
        let end = if earlier == index { words.start } else { passage.tokens.len() };
        let mut told = (end.saturating_sub(REACH)..end).rev().filter(|&at| {
            passage.is(at, noun_word)
                && at.checked_sub(1).is_some_and(|article| passage.is_any(article, words!["a", "another"]))
                && !passage.in_quote(at)
        });
        told.next().and_then(|at| {
            let sentence = passage.sentence_of(at);
            let sentence = sentence.start.max(at.saturating_sub(NEAR))..sentence.end.min(at + NEAR);
            let verb = (sentence.start..sentence.end).find(|&at| say_verb(passage, at).is_some())?;
            // "police said in a statement", "In a statement, police said"
            let start = if at < verb { at + 1 } else { sentence.start };
            let start = (start..verb).find(|&at| passage.kind(at).is_word())?;
            let region = start..verb;
            let is_told = region.len() <= LONGEST && region.clone().all(|at| !passage.in_quote(at));
            is_told.then_some(Cue { passage: earlier, region, subject: Subject::Last, describes: true })
        })
    })
}

/// Whether some words are no more than "the statement", "its letter".
pub(super) fn of_text_only(passage: &Passage<'_>, words: &Range<usize>) -> bool {
    subject(passage, words).is_some_and(|noun| noun + 1 == words.end)
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
