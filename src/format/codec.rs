//! What the folder of a format gives to [`Format`](super::Format): its names, how it reads, how it writes.

use std::io::BufRead;

use super::{ReadOptions, Reading, Stories};
use crate::error::{ReadError, WriteError};
use crate::model::Story;

/// A format, as its folder tells it.
pub(super) struct Codec {
    /// In lower case.
    pub(super) name: &'static str,
    /// The media type (RFC 6838).
    pub(super) media_type: &'static str,
    /// The extensions of files, without the dot; the first is the usual one.
    pub(super) extensions: &'static [&'static str],
    pub(super) read: fn(&[u8], &ReadOptions) -> Result<Reading, ReadError>,
    pub(super) write: fn(&Story) -> Result<Vec<u8>, WriteError>,
    /// What the format can hold of a story.
    pub(super) project: fn(&Story) -> Story,
    /// Reads a document that may tell several stories.
    pub(super) stories: Option<ReadStories>,
    /// Writes one document of several stories.
    pub(super) write_all: Option<WriteStories>,
}

/// Reads the stories of a stream.
pub(super) type ReadStories = for<'r> fn(Box<dyn BufRead + 'r>, &ReadOptions) -> Stories<'r>;

/// Writes one document of some stories.
pub(super) type WriteStories = fn(&[&Story]) -> Result<Vec<u8>, WriteError>;

/// The documents of some stories, one after the other.
pub(super) fn documents(
    stories: &[&Story],
    write: fn(&Story) -> Result<Vec<u8>, WriteError>,
) -> Result<Vec<u8>, WriteError> {
    let documents: Result<Vec<Vec<u8>>, WriteError> = stories.iter().map(|story| write(story)).collect();
    Ok(documents?.concat())
}
