//! The formats: one folder each, all of the same shape, behind one [`Format`].

mod loss;
mod reading;

#[cfg(feature = "facts")]
pub mod facts;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "markdown")]
pub mod markdown;
#[cfg(feature = "text")]
pub mod text;
#[cfg(feature = "xml")]
pub mod xml;

pub use loss::{Loss, LossReport};
pub(crate) use reading::DiagnosticSink;
pub use reading::{Limits, ReadOptions, Reading};

use crate::error::{ConvertError, ReadError, WriteError};
use crate::model::Story;

/// A format that stories are read from and written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text as published.
    #[cfg(feature = "text")]
    Text,
    /// CommonMark.
    #[cfg(feature = "markdown")]
    Markdown,
    /// The crate's own XML.
    #[cfg(feature = "xml")]
    Xml,
    /// The crate's own JSON.
    #[cfg(feature = "json")]
    Json,
    /// The flat facts format, and JSON Lines of stories.
    #[cfg(feature = "facts")]
    Facts,
}

// BEGIN stand-in until the formats are merged.
#[allow(missing_docs)]
impl Format {
    pub const ALL: &'static [Self] = &[Self::Text, Self::Markdown, Self::Xml, Self::Json, Self::Facts];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Facts => "facts",
        }
    }

    #[must_use]
    pub fn media_type(self) -> &'static str {
        "text/plain"
    }

    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt"],
            Self::Markdown => &["md"],
            Self::Xml => &["xml"],
            Self::Json => &["json"],
            Self::Facts => &["jsonl"],
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.name() == name || (name == "jsonl" && *format == Self::Facts))
    }

    #[must_use]
    pub fn from_path(path: impl AsRef<std::path::Path>) -> Option<Self> {
        Self::from_extension(path.as_ref().extension()?.to_str()?)
    }

    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.extensions().contains(&extension))
    }

    #[must_use]
    pub fn detect(bytes: &[u8]) -> Option<Self> {
        Some(match bytes.first()? {
            b'{' => Self::Facts,
            b'<' => Self::Xml,
            _ => Self::Text,
        })
    }
}
// END stand-in.

impl Format {
    /// Reads a story, leniently and within the default limits.
    ///
    /// # Errors
    ///
    /// If the bytes are not a document of this format.
    pub fn read(self, bytes: &[u8]) -> Result<Reading, ReadError> {
        self.read_with(bytes, &ReadOptions::default())
    }

    /// Reads a story as `options` say.
    ///
    /// # Errors
    ///
    /// If the bytes are not a document of this format, exceed the limits, or, when strict, have any
    /// trouble at all.
    pub fn read_with(self, bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
        options.limits.check_bytes(bytes.len())?;
        match self {
            #[cfg(feature = "text")]
            Self::Text => text::read(bytes, options),
            #[cfg(feature = "markdown")]
            Self::Markdown => markdown::read(bytes, options),
            #[cfg(feature = "xml")]
            Self::Xml => xml::read(bytes, options),
            #[cfg(feature = "json")]
            Self::Json => json::read(bytes, options),
            #[cfg(feature = "facts")]
            Self::Facts => facts::read(bytes, options),
        }
    }

    /// Writes a story.
    ///
    /// # Errors
    ///
    /// If the story holds text that this format cannot hold at all, as a control character in XML.
    pub fn write(self, story: &Story) -> Result<Vec<u8>, WriteError> {
        match self {
            #[cfg(feature = "text")]
            Self::Text => text::write(story),
            #[cfg(feature = "markdown")]
            Self::Markdown => markdown::write(story),
            #[cfg(feature = "xml")]
            Self::Xml => xml::write(story),
            #[cfg(feature = "json")]
            Self::Json => json::write(story),
            #[cfg(feature = "facts")]
            Self::Facts => facts::write(story),
        }
    }

    /// What this format can hold of a story: reading what was written gives exactly this.
    #[must_use]
    pub fn project(self, story: &Story) -> Story {
        match self {
            #[cfg(feature = "text")]
            Self::Text => text::project(story),
            #[cfg(feature = "markdown")]
            Self::Markdown => markdown::project(story),
            #[cfg(feature = "facts")]
            Self::Facts => facts::project(story),
            #[cfg(any(feature = "xml", feature = "json"))]
            _ => story.clone(),
        }
    }

    /// What this format cannot hold of a story.
    #[must_use]
    pub fn loss(self, story: &Story) -> LossReport {
        LossReport::between(story, &self.project(story))
    }
}

/// Reads a document in one format and writes it in another.
///
/// # Errors
///
/// If it cannot be read, or holds text that the other format cannot hold at all.
pub fn convert(bytes: &[u8], from: Format, to: Format) -> Result<(Vec<u8>, LossReport), ConvertError> {
    let reading = from.read(bytes)?;
    let mut loss = to.loss(&reading.story);
    loss.unread = reading.diagnostics;
    Ok((to.write(&reading.story)?, loss))
}
