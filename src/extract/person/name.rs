//! Names: given names, particles, surnames and their suffixes.

use std::ops::Range;

use crate::extract::date::is_calendar_word;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::role::role_at;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// How much speaks for a name at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// A title stands before it.
    Title,
    /// Nothing does: two words are wanted, the first a given name.
    None,
}

/// Small words inside a name, and what may follow them.
const PARTICLES: &Words = words![
    "al", "el", "bin", "bint", "ibn", "abu", "von", "van", "der", "den", "de", "del", "della", "di", "da",
    "dos", "das", "du", "la", "le", "ter", "ten", "zu", "y", "e", "ul", "ur",
];

const SUFFIXES: &Words = words!["jr", "sr", "jr.", "sr.", "ii", "iii", "iv"];

/// How many words a name may have.
const MOST_NAME_WORDS: usize = 7;

/// The name that begins at a token.
pub(super) fn name_at(passage: &Passage<'_>, start: usize, cue: Cue) -> Option<Range<usize>> {
    if cue == Cue::None && !passage.kind(start).is_capital() {
        return None;
    }
    let mut end = start;
    let mut words = 0;
    while words < MOST_NAME_WORDS {
        let Some(next) = name_word_end(passage, start, end, cue) else { break };
        end = next;
        words += 1;
    }
    if end == start {
        return None;
    }
    let suffix = end + usize::from(passage.is_mark(end, ','));
    if passage.is_any(suffix, SUFFIXES) && passage.kind(suffix).is_capital() {
        end = suffix + 1;
    }
    let good = match cue {
        Cue::Title => has_full_word(passage, start..end),
        Cue::None => words > 1 && is_bare_name(passage, start, end),
    };
    good.then_some(start..end)
}

/// Where one word of a name ends; it may be joined by hyphens or begin with particles.
fn name_word_end(passage: &Passage<'_>, start: usize, at: usize, cue: Cue) -> Option<usize> {
    let mut at = at;
    let mut particles = 0;
    while passage.is_any(at, PARTICLES)
        && particles < 3
        && (at > start || passage.kind(at) == TokenKind::Lower)
    {
        if !(passage.kind(at + 1).is_word() || passage.is_hyphen(at + 1)) {
            return None;
        }
        at += 1 + usize::from(passage.is_hyphen(at + 1));
        particles += 1;
    }
    if !may_be_name_word(passage, start, at, cue) {
        return None;
    }
    at += 1;
    while passage.is_hyphen(at) && passage.kind(at + 1).is_word() {
        at += 2;
    }
    Some(at)
}

pub(super) fn may_be_name_word(passage: &Passage<'_>, start: usize, at: usize, cue: Cue) -> bool {
    let kind = passage.kind(at);
    if !kind.is_capital() || (kind == TokenKind::AllCaps && passage.has(at, Class::PostNominal) && at > start)
    {
        return false;
    }
    if kind == TokenKind::Initial {
        // "I" is a pronoun, and an initial stands before a name or after one.
        let is_pronoun = passage.is(at, "i") && !passage.word(at).ends_with('.') && !passage.shouts;
        return !is_pronoun;
    }
    if passage.has(at, Class::Given) && (at > start || cue == Cue::Title || !passage.begins_sentence(at)) {
        return !starts_role(passage, at);
    }
    if is_calendar_word(passage.word(at)) || starts_role(passage, at) {
        return false;
    }
    let no_name =
        [Class::Demonym, Class::Country, Class::Organisation, Class::Rank, Class::Honorific, Class::Trigger];
    let is_known = no_name.iter().any(|&class| passage.has(at, class));
    let is_common = passage.has(at, Class::Common) || passage.has(at, Class::Portfolio);
    if at == start {
        !is_known && (!is_common || passage.has(at, Class::Given))
    } else {
        !is_known && (!is_common || is_last_of_name(passage, at))
    }
}

/// A common word may be the surname: "Prime Minister Theresa May", "Alan Price", unless more capitals follow.
fn is_last_of_name(passage: &Passage<'_>, at: usize) -> bool {
    !passage.kind(at + 1).is_capital() && passage.has(at.saturating_sub(1), Class::Given) && !passage.shouts
}

fn starts_role(passage: &Passage<'_>, at: usize) -> bool {
    passage.longest(at, Class::Role).is_some() && role_at(passage, at).is_some_and(|role| !role.weak)
}

/// A name is more than initials.
fn has_full_word(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| matches!(passage.kind(at), TokenKind::Capital | TokenKind::AllCaps))
}

/// Without a title, the first word must be a given name and some other no common word.
fn is_bare_name(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    let first_is_given = passage.has(start, Class::Given) || passage.kind(start) == TokenKind::Initial;
    let is_place = passage.matches(start).iter().any(|found| {
        found.len > 1
            && (found.is(Class::City)
                || found.is(Class::Region)
                || found.is(Class::Organisation)
                || found.is(Class::Country))
    });
    let ends_as_thing = passage.has(last, Class::Portfolio)
        || passage.has(last, Class::Common) && !passage.has(last, Class::Given);
    first_is_given && !is_place && !ends_as_thing && !passage.shouts && has_full_word(passage, start..end)
}
