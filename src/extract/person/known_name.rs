//! Names without a title, known from where a title cued them.

use std::collections::HashSet;

use super::after_name::finish;
use super::name::{Cue, may_be_name_word};
use super::sighting::Sighting;
use crate::extract::features::Features;
use crate::extract::lexicon::{Class, cut, fold, head};
use crate::extract::passage::{Passage, last_folded_word};
use crate::extract::token::TokenKind;

/// The folded last words of the names that titles cue.
#[derive(Debug, Default)]
pub(in crate::extract) struct Surnames {
    words: HashSet<String>,
    /// Their heads, in order: most words in capitals have none of them.
    heads: Vec<u64>,
}

impl Surnames {
    /// Those of the sightings of each passage.
    pub(in crate::extract) fn cued(passages: &[Passage<'_>], seen: &[Vec<Sighting>]) -> Self {
        let mut surnames = Self::default();
        for (passage, seen) in passages.iter().zip(seen) {
            let cued = seen.iter().filter(|sighting| sighting.rule != "bare-name");
            for name in cued.filter_map(|sighting| sighting.name.clone()) {
                // "Ana Virta Jr."
                let is_suffix =
                    |at: usize| passage.is_any(at, words!["jr", "jr.", "jnr", "sr", "sr.", "snr"]);
                let last = name.clone().rev().find(|&at| passage.kind(at).is_word() && !is_suffix(at));
                let end = last.map_or(name.end, |last| last + 1);
                let last = last_folded_word(passage.words(name.start..end));
                surnames.words.extend(last.filter(|word| word.len() > 2));
            }
        }
        surnames.heads = surnames.words.iter().map(|word| head(word.as_bytes())).collect();
        surnames.heads.sort_unstable();
        surnames
    }

    fn have(&self, passage: &Passage<'_>, at: usize) -> bool {
        let Some(token) = passage.tokens.get(at) else { return false };
        let word = passage.word(at);
        // The folded form of a plain word is the word in small letters.
        let is_other = token.features.meets(Features::PLAIN) && {
            let head = cut(token.head, word.len() - usize::from(word.ends_with('.')));
            self.heads.binary_search(&head).is_err()
        };
        !is_other && self.words.contains(&fold(word))
    }
}

/// Adds the names that stand without a title and end in one of `surnames`: "Mark Lancaster", "Lancaster".
pub(in crate::extract) fn add_bare_names(
    passage: &Passage<'_>,
    surnames: &Surnames,
    seen: &mut Vec<Sighting>,
) {
    if surnames.words.is_empty() {
        return;
    }
    let mut added = Vec::new();
    let mut taken = seen.iter().map(|sighting| sighting.tokens.clone()).peekable();
    let mut next = 0;
    while let Some(at) = passage.next_with(Features::CAPITAL, next) {
        next = at + 1;
        while taken.next_if(|tokens| tokens.end <= at).is_some() {}
        let next_taken = taken.peek().map_or(passage.tokens.len(), |tokens| tokens.start);
        if next_taken <= at {
            next = taken.peek().map_or(next, |tokens| tokens.end);
            continue;
        }
        let kind = passage.kind(at);
        let is_word = matches!(kind, TokenKind::Capital | TokenKind::AllCaps)
            && (!passage.shouts || kind == TokenKind::AllCaps);
        if !is_word || !surnames.have(passage, at) {
            continue;
        }
        let start = given_names_before(passage, at, seen, &added);
        let mut sighting = Sighting::new(start..at + 1, "known-name");
        sighting.name = Some(start..at + 1);
        sighting.possessive = passage.kind(at + 1) == TokenKind::Possessive;
        if !passage.kind(at + 1).is_capital() && !passage.is_hyphen(at + 1) {
            finish(passage, sighting, &mut added);
        }
    }
    seen.append(&mut added);
    seen.sort_by_key(|sighting| sighting.tokens.start);
}

/// Where the name that ends at a known surname begins.
fn given_names_before(passage: &Passage<'_>, surname: usize, seen: &[Sighting], added: &[Sighting]) -> usize {
    let last_seen = seen.partition_point(|sighting| sighting.tokens.start < surname);
    let seen_end =
        last_seen.checked_sub(1).and_then(|last| seen.get(last)).map_or(0, |sighting| sighting.tokens.end);
    let earliest = seen_end.max(added.last().map_or(0, |sighting| sighting.tokens.end));
    let mut start = surname;
    while let Some(before) =
        start.checked_sub(1).filter(|&before| before >= earliest && surname - before <= 3)
    {
        let part_of_name = may_be_name_word(passage, before, before, Cue::Title)
            && !passage.begins_sentence(before)
            // "the report said Berg": in small letters it is no given name
            || passage.kind(before).is_capital() && passage.has(before, Class::Given);
        if !part_of_name || matches!(passage.kind(before), TokenKind::Mark(_)) {
            break;
        }
        start = before;
    }
    start
}
