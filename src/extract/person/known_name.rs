//! Names without a title, known from where a title cued them.

use std::collections::HashSet;

use super::name::{Cue, may_be_name_word};
use super::{Sighting, finish};
use crate::extract::lexicon::{Class, fold};
use crate::extract::passage::{Passage, folded_words};
use crate::extract::token::TokenKind;

/// The folded last words of the names that a title cues.
pub(in crate::extract) fn cued_surnames(passage: &Passage<'_>, seen: &[Sighting]) -> Vec<String> {
    let cued = seen.iter().filter(|sighting| sighting.rule != "bare-name");
    let names = cued.filter_map(|sighting| sighting.name.clone());
    names.filter_map(|name| folded_words(passage.words(name)).pop()).filter(|word| word.len() > 2).collect()
}

/// Adds the names that stand without a title and end in one of `surnames`: "Mark Lancaster", "Lancaster".
pub(in crate::extract) fn add_bare_names(
    passage: &Passage<'_>,
    surnames: &HashSet<String>,
    seen: &mut Vec<Sighting>,
) {
    let mut added = Vec::new();
    let mut taken = seen.iter().map(|sighting| sighting.tokens.clone()).peekable();
    let mut at = 0;
    while at < passage.tokens.len() {
        while taken.next_if(|tokens| tokens.end <= at).is_some() {}
        let next_taken = taken.peek().map_or(passage.tokens.len(), |tokens| tokens.start);
        if next_taken <= at {
            at = taken.peek().map_or(at + 1, |tokens| tokens.end);
            continue;
        }
        let kind = passage.kind(at);
        let is_word = matches!(kind, TokenKind::Capital | TokenKind::AllCaps)
            && (!passage.shouts || kind == TokenKind::AllCaps);
        if !is_word || !surnames.contains(&fold(passage.word(at))) {
            at += 1;
            continue;
        }
        let start = given_names_before(passage, at, seen, &added);
        let mut sighting = Sighting::new(start..at + 1, "known-name");
        sighting.name = Some(start..at + 1);
        sighting.possessive = passage.kind(at + 1) == TokenKind::Possessive;
        if !passage.kind(at + 1).is_capital() && !passage.is_hyphen(at + 1) {
            finish(passage, sighting, &mut added);
        }
        at += 1;
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
            || passage.has(before, Class::Given);
        if !part_of_name || matches!(passage.kind(before), TokenKind::Mark(_)) {
            break;
        }
        start = before;
    }
    start
}
