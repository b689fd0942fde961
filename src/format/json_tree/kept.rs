//! The document that a story keeps for its own format.

use serde::Serialize;
use serde_json::Value;

use super::bindings::Bindings;
use super::draft::Draft;
use super::merge::merge;
use crate::error::WriteError;
use crate::format::kept;
use crate::model::{Extension, Story};

/// What a format gives so that documents in it can be kept and written into.
pub(in crate::format) struct Layout {
    /// The name of the format.
    pub(in crate::format) name: &'static str,
    /// Members that tell which item of a list is which, most telling first.
    pub(in crate::format) identity: &'static [&'static str],
    /// The member that tells what sort of thing an item is: no change makes one sort another.
    pub(in crate::format) sort: &'static str,
    /// The story of a document, leniently, and where the parts of its draft stand.
    pub(in crate::format) read: fn(&Value) -> (Story, Bindings),
    /// The document that a story without a kept one is written as.
    pub(in crate::format) draft: for<'s> fn(&'s Story) -> Draft<'s>,
    /// How a part is written that is more than its members; see [`Rewrite`].
    pub(in crate::format) rewrite: Rewrite,
}

/// Gives the value to stand where `stands` does, as `wanted` differs from `told`, the drafts of that part;
/// none if its members are to be compared one by one. The first argument is the part's JSON pointer in
/// the drafts. A body of HTML is such a part: its paragraphs change, and its mark-up stays.
pub(in crate::format) type Rewrite = fn(&str, Change<'_>) -> Option<Value>;

/// A part of a document that is to be changed.
#[derive(Debug, Clone, Copy)]
pub(in crate::format) struct Change<'v> {
    /// What stands in the document.
    pub(in crate::format) stands: &'v Value,
    /// The draft of what the document tells there.
    pub(in crate::format) told: &'v Value,
    /// The draft of what it is to tell.
    pub(in crate::format) wanted: &'v Value,
}

/// Keeps the document of a story, to be written into.
pub(in crate::format) fn keep(mut story: Story, document: &Value, name: &str) -> Story {
    story.extensions.push(Extension::new(name, "", document.to_string()));
    story
}

/// The document that a story keeps for the format of that name.
pub(in crate::format) fn kept(story: &Story, name: &str) -> Option<Value> {
    let document: Value = serde_json::from_str(&kept::document(story, name)?.1.value).ok()?;
    (document.is_object() || document.is_array()).then_some(document)
}

/// The story without the document that it keeps for the format of that name.
pub(in crate::format) fn without_kept(story: &Story, name: &str) -> Story {
    let mut own = story.clone();
    if let Some((at, _)) = kept::document(story, name) {
        own.extensions.remove(at);
    }
    own
}

/// A document, changed where the draft of `story` differs from that of what the document tells.
pub(in crate::format) fn rewritten(mut document: Value, story: &Story, layout: &Layout) -> Value {
    let (told, bindings) = (layout.read)(&document);
    let told = (layout.draft)(&told).to_value();
    merge(&mut document, &told, &(layout.draft)(story).to_value(), &bindings, layout);
    document
}

/// A whole document of the format: the kept one rewritten, or the draft of the story.
///
/// # Errors
///
/// If a value cannot be written in JSON; no value of the model is such.
pub(in crate::format) fn write(story: &Story, layout: &Layout) -> Result<Vec<u8>, WriteError> {
    match kept(story, layout.name) {
        Some(document) => pretty(&rewritten(document, story, layout)),
        None => pretty(&(layout.draft)(story)),
    }
}

/// JSON indented by two spaces, with a line feed at its end.
///
/// # Errors
///
/// As [`write`].
pub(in crate::format) fn pretty(document: &impl Serialize) -> Result<Vec<u8>, WriteError> {
    let mut json = serde_json::to_vec_pretty(document)
        .map_err(|error| WriteError::new("story", format!("JSON cannot hold this: {error}")))?;
    json.push(b'\n');
    Ok(json)
}
