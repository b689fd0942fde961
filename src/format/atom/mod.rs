//! Atom 1.0 (RFC 4287): feeds of stories.
//!
//! | in an entry | in the [`Story`](crate::Story) |
//! | --- | --- |
//! | `id` | `id`; none if it is the address |
//! | `link` without relation or `alternate` | `iri` |
//! | `title`, `summary` | `headline`, `standfirst` |
//! | `content`, of HTML, XHTML or text | `body`, as [`html`](super::html) reads it, and its links and media |
//! | `published`, `updated` | `dates` |
//! | the names of the `author`s | `byline` |
//! | `xml:lang`, also of the feed | `language` |
//! | `dc:publisher`, or else the feed's `author` or `title` | the first publisher |
//! | `category` | `subjects`; of the scheme `urn:newsdesk:kind`, the `kind` |
//! | `rights` | the notice of the first `rights` |
//! | `link` of the relation `enclosure`; `media:content` | `media` |
//! | `link` of other relations | `links` |
//!
//! Addresses are relative to `xml:base`. Dates of other forms are reported and read where they can be; a bad
//! one spoils nothing else. [`Format::stories`](crate::Format::stories) reads a feed as a stream, and
//! [`Format::write_all`](crate::Format::write_all) writes one of many stories. What a feed says beside is
//! kept and written back. What Atom has no place for is lost, and [`Format::loss`](crate::Format::loss)
//! lists it: facts, evidence, dateline, embargo, registers, and more.

mod read;
mod write;

use super::codec::Codec;
use super::feed::{self, ATOM, Dialect, Entries};

pub(super) static CODEC: Codec = Codec {
    name: DIALECT.name,
    media_type: "application/atom+xml",
    extensions: &["atom"],
    read: |bytes, options| feed::read(bytes, options, &DIALECT),
    write: |story| feed::write_all(&[story], &DIALECT),
    project: |story| feed::project(story, &DIALECT),
    stories: Some(|reader, options| Box::new(Entries::new(reader, options, &DIALECT))),
    write_all: Some(|stories| feed::write_all(stories, &DIALECT)),
};

static DIALECT: Dialect = Dialect {
    name: "atom",
    is_root,
    entry: "entry",
    tell: read::tell,
    render: write::render,
    skeleton: write::skeleton,
    is_text: |tree, node| matches!(tree.local(node), "title" | "summary" | "content" | "rights" | "name"),
    held: write::held,
};

/// Whether the first element of a document is that of a feed.
pub(super) fn is_root(namespace: &str, local: &str) -> bool {
    namespace == ATOM && local == "feed"
}
