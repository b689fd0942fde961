//! Errors that say where.

use std::fmt;
use std::ops::Range;

/// A place in a document.
///
/// ```
/// use newsdesk::Position;
/// let position = Position::in_text("one\ntwo", 5..6);
/// assert_eq!((position.line, position.column), (2, 2));
/// assert_eq!(position.to_string(), "line 2, column 2");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Position {
    /// The bytes, counted from the start of the document.
    pub span: Range<usize>,
    /// The line of the first byte, counted from 1.
    pub line: usize,
    /// The column of the first byte, in characters, counted from 1.
    pub column: usize,
}

impl Position {
    /// The position of the bytes `span` of `text`; a span past the end stands at the end.
    #[must_use]
    pub fn in_text(text: &str, span: Range<usize>) -> Self {
        Self::in_bytes(text.as_bytes(), span)
    }

    /// As [`in_text`](Self::in_text), of bytes that may not be UTF-8.
    #[must_use]
    pub fn in_bytes(bytes: &[u8], span: Range<usize>) -> Self {
        Locator::new(bytes).position(span)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Finds positions in one document; those asked for in the order of the document cost one pass in all.
#[derive(Debug, Clone)]
pub(crate) struct Locator<'a> {
    bytes: &'a [u8],
    /// How far the lines are counted, and the line and column there.
    counted: usize,
    line: usize,
    column: usize,
}

impl<'a> Locator<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, counted: 0, line: 1, column: 1 }
    }

    /// The position of the bytes `span`; a span past the end stands at the end.
    pub(crate) fn position(&mut self, span: Range<usize>) -> Position {
        let start = span.start.min(self.bytes.len());
        if start < self.counted {
            *self = Self::new(self.bytes);
        }
        let mut passed = self.bytes.get(self.counted..start).unwrap_or_default();
        self.counted = start;
        if let Some(newline) = passed.iter().rposition(|&b| b == b'\n') {
            self.line += passed.iter().filter(|&&b| b == b'\n').count();
            self.column = 1;
            passed = passed.get(newline + 1..).unwrap_or_default();
        }
        let starts_character = |&&b: &&u8| b & 0b1100_0000 != 0b1000_0000;
        self.column += passed.iter().filter(starts_character).count();
        Position {
            line: self.line,
            column: self.column,
            span: start..span.end.clamp(start, self.bytes.len()),
        }
    }
}

/// What is wrong with a document, and where.
///
/// The same shape serves an error that ends the reading ([`ReadError`]) and a trouble that the reader
/// went around ([`Diagnostic`]): strict reading turns the second into the first.
///
/// ```
/// use newsdesk::{Trouble, TroubleKind};
/// let trouble = Trouble::new(TroubleKind::InvalidValue, "\"Narnia\" is not a country code")
///     .with_path("story/facts/official[1]/@country");
/// assert_eq!(
///     trouble.to_string(),
///     "story/facts/official[1]/@country: \"Narnia\" is not a country code"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Trouble {
    /// What sort of trouble it is.
    pub kind: TroubleKind,
    /// What is wrong and what to do, in a sentence without a full stop.
    pub message: String,
    /// Where in the document.
    pub position: Option<Position>,
    /// Where in the tree of the document: `story/facts/visit[2]/@status`, members counted from 1.
    pub path: Option<String>,
}

/// What sort of [`Trouble`] a document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TroubleKind {
    /// The bytes are not text in the encoding that they should be in.
    Encoding,
    /// The text breaks the grammar of its format.
    Syntax,
    /// The document ends before it is complete.
    Truncated,
    /// The document is larger, deeper or richer than [`Limits`](crate::Limits) allow.
    Limit,
    /// A value is not what its place asks for.
    InvalidValue,
    /// Something that must be there is not.
    Missing,
    /// Something is there that the reader has no place for.
    Unknown,
    /// The document is in another format than was said.
    WrongFormat,
}

impl Trouble {
    /// Trouble at a place that is not known yet.
    #[must_use]
    pub fn new(kind: TroubleKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), position: None, path: None }
    }

    /// Places the trouble in the document.
    #[must_use]
    pub fn with_position(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    /// Places the trouble in the tree of the document.
    #[must_use]
    pub fn with_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = &self.position {
            write!(f, "{position}: ")?;
        }
        if let Some(path) = &self.path {
            write!(f, "{path}: ")?;
        }
        f.write_str(&self.message)
    }
}

/// Trouble that the reader reported and went around; the rest of the story is there.
pub type Diagnostic = Trouble;

/// Why a document could not be read.
///
/// ```
/// use newsdesk::{ReadError, Trouble, TroubleKind};
/// let error = ReadError::from(Trouble::new(TroubleKind::Truncated, "the document ends inside <story>"));
/// assert_eq!(error.trouble().kind, TroubleKind::Truncated);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ReadError(Box<Trouble>);

impl ReadError {
    /// What is wrong, and where.
    #[must_use]
    pub fn trouble(&self) -> &Trouble {
        &self.0
    }
}

impl From<Trouble> for ReadError {
    fn from(trouble: Trouble) -> Self {
        Self(Box::new(trouble))
    }
}

/// `bytes` as text.
///
/// # Errors
///
/// If they are not UTF-8, with the place of the first that are not.
#[cfg(any(feature = "xml", feature = "json-tree", feature = "tree", feature = "ical"))]
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    str::from_utf8(bytes).map_err(|error| {
        let start = error.valid_up_to();
        let (kind, message, length) = match error.error_len() {
            Some(length) => (TroubleKind::Encoding, "not UTF-8", length),
            None => (TroubleKind::Truncated, "the document ends inside a character of UTF-8", 1),
        };
        Trouble::new(kind, message).with_position(Position::in_bytes(bytes, start..start + length)).into()
    })
}

/// Why a story could not be written.
///
/// ```
/// # #[cfg(feature = "xml")] {
/// use newsdesk::{Format, Story};
/// let error = Format::Xml.write(&Story::new("a bell: \u{7}")).unwrap_err();
/// assert!(error.to_string().starts_with("story/headline: "));
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
#[non_exhaustive]
pub struct WriteError {
    /// Where in the story: `story/body/paragraph[2]`, members counted from 1.
    pub path: String,
    /// What the format cannot hold there, and what to do.
    pub message: String,
}

impl WriteError {
    /// The format cannot hold what stands at `path`.
    #[must_use]
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

/// Why a document could not be converted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConvertError {
    /// It could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}
