//! NewsML-G2 of the IPTC: versions 2.4 to 2.35 are read, 2.35 (Power conformance) is written.
//!
//! | in the model | in NewsML-G2 |
//! | --- | --- |
//! | [`Story::iri`] | `@guid` |
//! | [`Story::language`] | `contentMeta/language/@tag`, and `@xml:lang` |
//! | [`Story::headline`] | `contentMeta/headline`; of items about a concept, its `name` |
//! | [`Story::standfirst`] | `contentMeta/description` with the role `drol:summary` |
//! | [`Story::kind`] | `contentMeta/genre` |
//! | [`Story::dateline`] | `contentMeta/dateline`, its place as `located` |
//! | [`Story::byline`] | `contentMeta/by`, its authors as `creator` |
//! | [`Story::publishers`] | the first as `itemMeta/provider`, with its country as `organisationDetails/location` |
//! | dates | `itemMeta/firstCreated` or `contentMeta/contentCreated`; `itemMeta/versionCreated`, `embargoed` |
//! | withdrawn | `itemMeta/pubStatus` canceled |
//! | [`Story::subjects`] | `contentMeta/subject` with a QCode or IRI; `keyword` if it has no identifier |
//! | [`Story::rights`] | `rightsInfo`: `copyrightHolder`, `copyrightNotice`, `usageTerms` |
//! | [`Story::links`], [`Story::media`] | `itemMeta/link`; `remoteContent` is kept |
//! | [`Story::body`] | `contentSet/inlineXML`: XHTML is read and written, NITF read; `inlineData` of plain text read |
//! | [`Official`](crate::Official) | `subject type="cpnat:person"` and `assert` with name parts and `personDetails/affiliation` |
//! | [`Organisation`](crate::Organisation) | `subject type="cpnat:organisation"` and `assert` |
//! | [`Visit`](crate::Visit), [`Meeting`](crate::Meeting), [`Commemoration`](crate::Commemoration) | `subject type="cpnat:event"` and `assert` with `eventDetails`: `dates`, `occurStatus`, `location`, `participant`, `organiser`; as `related` if it has no date |
//! | [`Quote`](crate::Quote) | `span` or block in the body, tied to its speaker by `inlineRef` |
//! | an [`Identifier`](crate::Identifier) | `qcode`, `uri`, `sameAs`; Wikidata as its IRI |
//!
//! What the standard has no place for (evidence, mentions, how sure a reading is, a name's words that the schema
//! would change) stands in one element of another namespace at the end of `itemMeta`, as the schema allows,
//! with the fingerprint of the story that it adds to: if someone has edited the document since, it is reported
//! and left aside. So nothing of a story is lost.
//!
//! Every element and attribute that the model does not know is kept too: the document is kept as a tree in
//! [`Story::extensions`], and writing puts what has changed in the story into that tree and leaves the rest.
//!
//! A message with several items is read to its principal item, the first news item, and a diagnostic names each
//! other; [`Format::stories`](crate::Format::stories) gives each item as a story. Package, concept, knowledge,
//! planning and catalog items, and fragments of an item, are read as stories without a body.
//!
//! QCodes become IRIs through the catalogs in the document and a table of the schemes of the IPTC; nothing is
//! fetched.
//!
//! ```
//! use newsdesk::{Format, Story};
//! let story = Story::new("Minister opens bridge").with_standfirst("It took four years to build.");
//! let written = Format::NewsMlG2.write(&story)?;
//! assert_eq!(Format::detect(&written), Some(Format::NewsMlG2));
//! assert_eq!(Format::NewsMlG2.read(&written)?.story, story);
//! # Ok::<(), newsdesk::ConvertError>(())
//! ```

mod body;
mod catalog;
mod concept;
mod date;
mod event;
mod facts;
mod item;
mod meta;
mod names;
mod person;
mod quote;
mod read;
mod schemes;
mod write;

use std::io::BufRead;

pub use catalog::{iri_of_qcode, qcode_of_iri};
pub use names::NAMESPACE;

use super::codec::Codec;
use super::kept::split_kept;
use super::stories::all_bytes;
use super::{ReadOptions, Stories};
use crate::error::WriteError;
use crate::model::{Id, Story};
use read::read;

pub(super) static CODEC: Codec = Codec {
    name: NAME,
    media_type: "application/vnd.iptc.g2.newsitem+xml",
    extensions: &["newsml", "g2"],
    read,
    write,
    project,
    stories: Some(stories),
    write_all: None,
};

/// The name of the format, among the extensions of a story too.
pub(super) const NAME: &str = "newsml-g2";

/// The items of a document, each a story.
fn stories<'r>(reader: Box<dyn BufRead + 'r>, options: &ReadOptions) -> Stories<'r> {
    let options = options.clone();
    let items = move || match all_bytes(reader, &options) {
        Ok(bytes) => read::read_each(&bytes, &options),
        Err(error) => vec![Err(error)],
    };
    Box::new(std::iter::once_with(items).flatten())
}

fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    write::write(story).map(String::into_bytes)
}

/// Writes a visit, meeting or commemoration of a story as a Concept Item on its own, with those who take part.
///
/// ```
/// use newsdesk::format::newsml_g2::event_item;
/// use newsdesk::{Facts, Format, Id, Participant, Story, Visit};
/// let visit = Visit::new(Id::new("visit-1")?).with_visitor(Participant::described("the Minister"));
/// let story = Story::new("Minister opens bridge").with_facts(Facts::new().with_visit(visit));
/// let item = event_item(&story, &Id::new("visit-1")?)?;
/// assert!(item.contains("<conceptItem "));
/// assert_eq!(Format::NewsMlG2.read(item.as_bytes())?.story.facts, story.facts);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// If the story has no such event, or one with text that XML cannot hold.
pub fn event_item(story: &Story, event: &Id) -> Result<String, WriteError> {
    write::event_item(event, story)
}

/// All of a story; a document that was kept of it comes last, with what the story says now.
fn project(story: &Story) -> Story {
    let (kept, mut own) = split_kept(story, NAME);
    if let Some(kept) = kept {
        own.extensions.extend(write::updated(kept, &own));
    }
    own
}
