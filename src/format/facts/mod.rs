//! The flat facts format: one JSON object a line, one line a story, people joined by name.
//!
//! It is for tables: `jq`, a spreadsheet or a data frame reads it without knowing this crate. The same
//! lines carry stories into the crate: a line without facts is a story that is yet to be read.
//!
//! | member | in the story |
//! | --- | --- |
//! | `id` | [`Story::id`] |
//! | `title` | headline, with the label of its kind: "Press release: …" |
//! | `lead` | standfirst |
//! | `text` | what stands below: byline, embargo, dateline and body, as the [text format](super::text) has them |
//! | `published` | day of first publication, `YYYY-MM-DD` |
//! | `country`, `source` | country and name of the publisher; one without a name is called by its country |
//! | `url` | [`Story::iri`] |
//! | `licence` | [`Rights::licence`](crate::Rights::licence) if it is an IRI, else [`Rights::terms`](crate::Rights::terms) |
//! | `officials` | the officials that have a name: `name`, `rank`, `roles` (titles; "Acting Premier" of one who stands in, "Premier-designate" of one who is to come), `country`, `official` (always true) |
//! | `visits` | one record for each visit and country: `visitors`, `country`, `places`, `status`, `start`, `end`; `"scored": false` if the story only looks back at it |
//! | `meetings` | `party`, `with`, `mode`, `status` |
//! | `commemorations` | `event`, `anniversary`, `unit`, `named_day`, `acts`, `places` |
//! | `quotes` | `speaker`, `text` (paragraphs joined by a blank line), `marked` (by quotation marks) |
//! | any other | an [`Extension`](crate::Extension) of the format `facts`, written back as it was |
//!
//! Who takes part stands by name; where there is no name, by role ("the Foreign Minister"); where there
//! is only a description, by that. `start` and `end` are days: a month, "next week" or "about 5 May" is
//! null there.
//!
//! What a line cannot hold is lost, and [`Format::loss`](crate::Format::loss) lists it: evidence, the
//! parts of names, other qualifiers of roles, companions and hosts, dates that are not days, which act took
//! place where (a line read gives every act at every place), and more.
//!
//! ```
//! use newsdesk::{Format, Id, Name, Official, Role, Story, Facts};
//!
//! let rama = Official::new(Id::new("o1")?).with_name(Name::western("Ana Rama")).with_role(Role::new("President"));
//! let story = Story::new("President speaks").with_facts(Facts::new().with_official(rama));
//! let line = String::from_utf8(Format::Facts.write(&story)?)?;
//! assert!(line.starts_with(r#"{"title":"President speaks","officials":[{"name":"Ana Rama","#), "{line}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod line;
mod names;
mod parse;
mod read;
mod stories;
mod write;

pub use stories::{Stories, stories};

use super::codec::{self, Codec};
use super::{DiagnosticSink, ReadOptions, Reading};
use crate::error::{ReadError, Trouble, TroubleKind, WriteError};
use crate::model::Story;

pub(super) static CODEC: Codec = Codec {
    name: NAME,
    media_type: "application/jsonl",
    extensions: &["jsonl", "ndjson"],
    read,
    write,
    project,
    stories: Some(|reader, options| Box::new(stories(reader, options))),
    write_all: Some(|stories| codec::documents(stories, write)),
};

/// The member `format` of the extensions that belong to this format.
const NAME: &str = "facts";

/// Reads the first story; a second one is reported, as [`stories`] is for more.
fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    parse::document(bytes, options)
}

/// Writes a story as a line that ends in `\n`: what the publisher gave, then the facts.
fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    let mut bytes = serde_json::to_vec(&write::line(story))
        .map_err(|error| WriteError::new("story", format!("JSON cannot hold the story: {error}")))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What a line holds of a story: the line, read again, without the way through JSON.
fn project(story: &Story) -> Story {
    let lenient = ReadOptions::default();
    let mut sink = DiagnosticSink::new(&lenient);
    // A lenient sink refuses nothing, so the story itself is never given back.
    read::story(write::line(story), &mut read::Checks::of(&[], &mut sink)).unwrap_or_else(|_| story.clone())
}

fn trouble(kind: TroubleKind, message: impl Into<String>) -> Trouble {
    Trouble::new(kind, message)
}
