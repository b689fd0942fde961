//! A speaker without a name: "a spokesperson for the ministry".

use std::ops::Range;

use super::Named;
use super::phrase::{PARTICIPLES, PREPOSITIONS, back, is_other_verb};
use crate::extract::passage::Passage;
use crate::extract::quote::attribution::{TEXTS, is_adverb};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Participant;

/// A noun phrase as a description, unless it is a pronoun or no phrase.
pub(super) fn described(passage: &Passage<'_>, phrase: Range<usize>) -> Named {
    let end = back(passage, phrase.clone(), is_adverb);
    // "Sir Robert's reply read": the words of the phrase are whose it is.
    let possessive = (phrase.start..end).find(|&at| passage.kind(at) == TokenKind::Possessive);
    // "the ministry’s statement"
    let is_owner = |&at: &usize| at + 1 == end || at + 2 == end && passage.is_any(at + 1, TEXTS);
    let end = possessive.filter(is_owner).unwrap_or(end);
    let leads = |at: &usize| {
        passage.is_any(*at, LEADING) || matches!(passage.kind(*at), TokenKind::Mark(_) | TokenKind::Break)
    };
    let Some(start) = (phrase.start..end).find(|at| !leads(at)) else { return Named::Nobody };
    // "a clerk who asked not to be named"
    let who = (start + 1..end).find(|&at| passage.is(at, "who"));
    let end = who.filter(|_| passage.is_any(start, words!["a", "an", "one", "another"])).unwrap_or(end);
    let is_object = |words: &Words| end - start == 1 && passage.is_any(start, words);
    if is_object(words!["him", "her"]) || passage.is_any(end - 1, words!["he", "she"]) {
        return Named::Pronoun;
    }
    if is_object(words!["them"]) || passage.is(end - 1, "they") {
        return Named::Several;
    }
    if end - start == 1 && passage.is(start, "it") {
        return Named::Body;
    }
    let start = if start < end && passage.is_any(start, PARTICIPLES) {
        name_at_end(passage, start..end)
    } else {
        start
    };
    let is_phrase = start < end
        && end - start <= LONGEST
        && (start..end).all(|at| {
            !is_other_verb(passage, at)
                && !passage.is_any(at, NO_DESCRIPTION)
                && !matches!(passage.kind(at), TokenKind::Mark('"' | '“' | '”'))
        })
        && !passage.is_any(start, PREPOSITIONS)
        && !passage.is_any(end - 1, PREPOSITIONS);
    if is_phrase { Named::Speaker(Participant::described(passage.words(start..end))) } else { Named::Nobody }
}

/// Where the capitalised words begin that a phrase ends with: "Speaking before the visit Mr Lind".
fn name_at_end(passage: &Passage<'_>, phrase: Range<usize>) -> usize {
    let is_name = |at: &usize| passage.kind(*at).is_capital();
    let name = phrase.clone().rev().take_while(is_name).last().unwrap_or(phrase.end);
    let article =
        name.checked_sub(1).filter(|&at| at > phrase.start && passage.is_any(at, &["the", "a", "an"]));
    article.unwrap_or(name)
}

/// The longest description, in tokens.
const LONGEST: usize = 20;

/// Words before a noun phrase that are not of it.
pub(in crate::extract::quote) const LEADING: &Words = words![
    "but", "and", "so", "then", "meanwhile", "yesterday", "today", "however", "when", "while", "as", "that",
    "also", "earlier", "later",
];

/// Words of clauses and first persons, which no description of a speaker has.
const NO_DESCRIPTION: &Words = words![
    "who", "is", "was", "are", "were", "be", "been", "would", "could", "should", "may", "might", "must", "i",
    "we", "you", "my", "it", "this", "these", "which", "what", "there", "not", "if", "can", "will", "they",
];
