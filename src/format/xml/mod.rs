//! The crate's own XML: a story with all its facts, without loss.
//!
//! (table)

mod element;
mod encoding;
mod mapping;
mod names;
mod path;
mod read;
mod text;
mod write;

pub use names::NAMESPACE;

use super::{ReadOptions, Reading};
use crate::error::{ReadError, WriteError};
use crate::model::Story;

/// The most elements within each other that are read or written, whatever the limits: reading recurses.
const MAX_DEPTH: usize = 128;

pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let (story, diagnostics) = read::document(bytes, options)?;
    Ok(Reading { story, diagnostics })
}

pub(super) fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    write::document(story).map(String::into_bytes)
}
