//! What a format cannot hold.

use crate::error::Diagnostic;
use crate::model::Story;

/// What a conversion left behind: nothing is dropped in silence.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LossReport {
    /// What the reader could not take in.
    pub unread: Vec<Diagnostic>,
    /// What the format written cannot hold.
    pub dropped: Vec<Loss>,
}

/// One thing that a format cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Loss {
    /// Where it stands in the story: `story/facts/visits[2]/status`, members counted from 1.
    pub path: String,
    /// What stands there, shortened to a line.
    pub value: String,
}

impl LossReport {
    /// Whether nothing was lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unread.is_empty() && self.dropped.is_empty()
    }

    /// The difference between a story and what a format holds of it.
    pub(crate) fn between(_story: &Story, _projection: &Story) -> Self {
        Self::default()
    }
}
