//! A passage with what the first layers found in it: dates, places and people.

use std::ops::Range;

use super::clause::Hook;
use super::passage::Passage;
use crate::model::{Date, MentionForm, Participant, Place};

/// A passage, and what stands where in it. Each list is in the order of the text.
#[derive(Debug)]
pub(super) struct Annotated<'t> {
    pub(super) passage: Passage<'t>,
    pub(super) dates: Vec<FoundDate>,
    pub(super) places: Vec<FoundPlace>,
    pub(super) people: Vec<FoundPerson>,
    /// The verbs and nouns that events hang on.
    pub(super) hooks: Vec<Hook>,
}

/// A date at a range of tokens.
#[derive(Debug, Clone)]
pub(super) struct FoundDate {
    pub(super) tokens: Range<usize>,
    pub(super) date: Date,
    /// The rule that read it.
    pub(super) rule: &'static str,
}

/// A place at a range of tokens.
#[derive(Debug, Clone)]
pub(super) struct FoundPlace {
    pub(super) tokens: Range<usize>,
    pub(super) place: Place,
}

/// A person at a range of tokens: title, name and appositive together.
#[derive(Debug, Clone)]
pub(super) struct FoundPerson {
    pub(super) tokens: Range<usize>,
    pub(super) who: Participant,
    pub(super) form: MentionForm,
    /// Whether the mention is a possessive: "the Minister's", "his".
    pub(super) possessive: bool,
}

/// Something that stands at a range of tokens.
pub(super) trait Located {
    fn tokens(&self) -> &Range<usize>;
}

macro_rules! located {
    ($($type:ty),*) => {
        $(impl Located for $type {
            fn tokens(&self) -> &Range<usize> {
                &self.tokens
            }
        })*
    };
}

located!(FoundDate, FoundPlace, FoundPerson);

/// Those of `all` that begin within `tokens`. `all` is in the order of the text.
pub(super) fn within<T: Located>(all: &[T], tokens: Range<usize>) -> &[T] {
    let first = all.partition_point(|found| found.tokens().start < tokens.start);
    let last = all.partition_point(|found| found.tokens().start < tokens.end);
    all.get(first..last.max(first)).unwrap_or_default()
}
