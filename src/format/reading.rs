//! What a reader is given beside the bytes, and what it gives.

use crate::error::{Diagnostic, ReadError, Trouble, TroubleKind};
use crate::model::Story;

/// How a document is to be read.
///
/// ```
/// use newsdesk::{Limits, ReadOptions};
/// let options = ReadOptions::new().with_strict(true).with_limits(Limits::new().with_depth(16));
/// assert!(options.strict);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Whether trouble that could be gone around ends the reading.
    pub strict: bool,
    /// How much the reader takes.
    pub limits: Limits,
}

impl ReadOptions {
    /// Lenient, with the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets whether trouble that could be gone around ends the reading.
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Sets how much the reader takes.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }
}

/// How much a reader takes before it refuses a document.
///
/// ```
/// use newsdesk::Limits;
/// assert_eq!(Limits::new().bytes, 64 << 20);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the document.
    pub bytes: usize,
    /// Elements, objects or arrays within each other.
    pub depth: usize,
    /// Elements, members or blocks in all.
    pub elements: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: 64, elements: 4_000_000 }
    }
}

impl Limits {
    /// 64 MiB, 64 deep, 4 million elements.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how many bytes a document may have.
    #[must_use]
    pub fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Sets how deep a document may nest.
    #[must_use]
    pub fn with_depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// Sets how many elements a document may have.
    #[must_use]
    pub fn with_elements(mut self, elements: usize) -> Self {
        self.elements = elements;
        self
    }

    /// Refuses a document of more bytes than are allowed.
    ///
    /// # Errors
    ///
    /// If `length` is more than [`bytes`](Self::bytes).
    pub(crate) fn check_bytes(&self, length: usize) -> Result<(), ReadError> {
        if length <= self.bytes {
            return Ok(());
        }
        let message = format!("the document has {length} bytes, and the limit is {}", self.bytes);
        Err(Trouble::new(TroubleKind::Limit, message).into())
    }
}

/// A story that was read, and the trouble on the way.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// The story.
    pub story: Story,
    /// Trouble that the reader went around, in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// A story that was read without trouble.
    #[must_use]
    pub fn new(story: Story) -> Self {
        Self { story, diagnostics: Vec::new() }
    }
}

/// Where a reader reports trouble that it can go around: kept when lenient, an error when strict.
#[cfg(any(
    feature = "markdown",
    feature = "xml",
    feature = "json-tree",
    feature = "ical",
    feature = "facts",
    feature = "tree"
))]
#[derive(Debug)]
pub(crate) struct DiagnosticSink {
    strict: bool,
    diagnostics: Vec<Diagnostic>,
    /// How many more there were than are kept.
    left_out: usize,
}

#[cfg(any(
    feature = "markdown",
    feature = "xml",
    feature = "json-tree",
    feature = "ical",
    feature = "facts",
    feature = "tree"
))]
impl DiagnosticSink {
    /// How many diagnostics are kept, so that a document of nothing but trouble takes bounded memory.
    pub(crate) const MOST: usize = 1_000;

    pub(crate) fn new(options: &ReadOptions) -> Self {
        Self { strict: options.strict, diagnostics: Vec::new(), left_out: 0 }
    }

    /// Keeps `trouble`, or gives it back as the error that it is to strict readers.
    pub(crate) fn report(&mut self, trouble: Trouble) -> Result<(), ReadError> {
        if self.strict {
            return Err(trouble.into());
        }
        if self.diagnostics.len() < Self::MOST {
            self.diagnostics.push(trouble);
        } else {
            self.left_out += 1;
        }
        Ok(())
    }

    /// Whether no more diagnostics are kept, so that their places need not be found.
    #[cfg(feature = "tree")]
    pub(crate) fn is_full(&self) -> bool {
        !self.strict && self.diagnostics.len() >= Self::MOST
    }

    /// Counts troubles that the reader itself did not keep.
    #[cfg(any(feature = "json-tree", feature = "tree"))]
    pub(crate) fn leave_out(&mut self, count: usize) {
        self.left_out += count;
    }

    /// The diagnostics; the last says how many more there were, if there were.
    fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        if self.left_out > 0 {
            let message = format!("{} more of such troubles are left out of this list", self.left_out);
            self.diagnostics.push(Trouble::new(TroubleKind::Limit, message));
        }
        self.diagnostics
    }

    pub(crate) fn into_reading(self, story: Story) -> Reading {
        Reading { story, diagnostics: self.into_diagnostics() }
    }
}
