//! The crate's own JSON: a story with all its facts, without loss.
//!
//! Every type of the model is an object of its fields, by the names that they have in the crate;
//! members that are empty or have their default value are left out. `schema/newsdesk.schema.json`
//! (JSON Schema 2020-12) describes it exactly.
//!
//! | in the model | in JSON |
//! | --- | --- |
//! | a struct ([`Story`], [`Visit`](crate::Visit), …) | an object: `{"headline": "…", "body": […], "facts": {…}}` |
//! | a list | an array, in order |
//! | text, ids, codes, words of open vocabularies | a string |
//! | a [`Block`](crate::Block) | `{"kind": "paragraph", "text": "…"}`, `{"kind": {"heading": {"level": 1}}, "text": "…"}` |
//! | a [`Name`](crate::Name) | an array of `{"kind": "family", "text": "…"}` |
//! | a [`Participant`](crate::Participant) | `{"official": "official-1"}`, `{"organisation": "…"}` or `{"described": "…"}` |
//! | a [`Calendar`](crate::Calendar) date | `{"day": "2018-11-30"}`, `{"month": {"year": 1942, "month": 5}}`, `{"range": {"start": …, "end": …}}`, … |
//! | a [`Part`](crate::Part) | `"headline"`, `"body[0]"` |
//!
//! Written, it is indented by two spaces and ends in a line feed. Read, it may begin with a byte
//! order mark; members that the model does not have are reported.
//!
//! ```
//! use newsdesk::{Format, Story};
//! let story = Story::new("Minister opens bridge");
//! let json = Format::Json.write(&story)?;
//! assert_eq!(json, b"{\n  \"headline\": \"Minister opens bridge\"\n}\n");
//! assert_eq!(Format::Json.read(&json)?.story, story);
//! # Ok::<(), newsdesk::ConvertError>(())
//! ```

mod names;
mod read;
mod write;

use super::codec::Codec;
use super::{ReadOptions, Reading};
use crate::error::{ReadError, WriteError};
use crate::model::Story;

pub(super) static CODEC: Codec = Codec {
    name: "json",
    media_type: "application/json",
    extensions: &["json"],
    read,
    write,
    project: Story::clone,
    stories: None,
    write_all: None,
};

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let (story, sink) = read::document(bytes, options)?;
    Ok(sink.into_reading(story))
}

fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    write::document(story).map(String::into_bytes)
}
