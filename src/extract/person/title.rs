//! Titles: honorifics, ranks and roles before a name.

use std::ops::Range;

use super::name::{Cue, name_at};
use crate::extract::lexicon::{Class, Gender};
use crate::extract::passage::{Match, Passage};
use crate::extract::role::{FoundRole, role_at};

/// What stands before a name.
#[derive(Debug, Default)]
pub(super) struct Title {
    pub(super) end: usize,
    pub(super) honorifics: Vec<Range<usize>>,
    pub(super) rank: Option<(Range<usize>, u32)>,
    pub(super) roles: Vec<FoundRole>,
    pub(super) gender: Option<Gender>,
    pub(super) definite: bool,
}

/// Honorifics, a rank and roles from a token on.
pub(super) fn title_at(passage: &Passage<'_>, at: usize) -> Option<Title> {
    let mut title = Title { end: at, ..Title::default() };
    loop {
        let here = title.end;
        let title_word =
            |class| passage.longest(here, class).filter(|found| !is_outdone(passage, here, found.len));
        let is_capital = passage.kind(here).is_capital();
        let honorific = title_word(Class::Honorific).filter(|_| is_capital || here > at);
        let rank = title_word(Class::Rank).filter(|_| is_capital);
        if let Some(role) = role_at(passage, here).filter(|role| outweighs(role, honorific, rank)) {
            title.end = role.tokens.end;
            title.roles.push(role);
            // "The Secretary and Foreign Minister Lee" are two people.
            if !title.definite {
                title.end = another_role(passage, title.end);
            }
        } else if let Some(rank) = rank {
            title.rank = Some((here..here + rank.len, rank.entry.value));
            title.end = here + rank.len;
        } else if let Some(honorific) = honorific {
            let tokens = here..here + honorific.len;
            title.gender = title.gender.or(Some(honorific.entry.value.into()));
            title.end = tokens.end;
            title.honorifics.push(tokens);
        } else if title.end > at
            && title.roles.is_empty()
            && passage.is(here, "the")
            && passage.has(here + 1, Class::Honorific)
        {
            title.end += 1;
        } else if here == at && passage.is(here, "the") {
            title.definite = true;
            title.end += 1;
        } else {
            break;
        }
        if title.end == here || title.end > at + 60 {
            break;
        }
    }
    let empty = title.roles.is_empty() && title.rank.is_none() && title.honorifics.is_empty();
    (!empty).then_some(title)
}

/// A longer name of a place or people is what the words mean: "Sri Lankan" has no honorific in it.
fn is_outdone(passage: &Passage<'_>, at: usize, len: usize) -> bool {
    let names = [Class::Country, Class::Demonym, Class::Region, Class::City, Class::Organisation];
    names.iter().any(|&class| passage.longest(at, class).is_some_and(|found| found.len > len))
}

/// A longer phrase is what the words mean: "Major General" is a rank, "General Secretary" a role.
fn outweighs(role: &FoundRole, honorific: Option<Match>, rank: Option<Match>) -> bool {
    let other = honorific.into_iter().chain(rank).map(|found| found.len).max().unwrap_or(0);
    role.tokens.len() > other
}

/// Where a second role begins after "and", "," or "&", if one does: "Prime Minister and Minister of Defence X".
pub(super) fn another_role(passage: &Passage<'_>, end: usize) -> usize {
    let comma = passage.is_mark(end, ',');
    let mut next = end + usize::from(comma);
    if passage.is(next, "and") || passage.is_mark(next, '&') {
        next += 1;
    } else if !comma {
        return end;
    }
    let follows = role_at(passage, next).is_some_and(|role| {
        !role.weak
            && passage.kind(role.head.start).is_capital()
            && name_at(passage, after_address(passage, role.tokens.end), Cue::Title).is_some()
    });
    // In "Prime Minister and Foreign Minister Lee" both are Lee's; in "President Kim and Prime Minister Lee" they are not.
    if follows { next } else { end }
}

/// The token after the honorifics and the rank that may stand between a role and a name.
pub(super) fn after_address(passage: &Passage<'_>, mut at: usize) -> usize {
    const MOST: usize = 4;
    for _ in 0..MOST {
        let address = passage.longest(at, Class::Honorific).or(passage.longest(at, Class::Rank));
        let Some(address) = address.filter(|_| passage.kind(at).is_capital()) else { break };
        at += address.len;
    }
    at
}
