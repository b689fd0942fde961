//! RSS 2.0, and what is read of RSS 0.9x and 1.0: feeds of stories.
//!
//! | in an item | in the [`Story`](crate::Story) |
//! | --- | --- |
//! | `guid` | `id`; none if it is the address |
//! | `link`, or else a `guid` that is a permanent link | `iri` |
//! | `title` | `headline` |
//! | `description` beside a `content:encoded`, or of one paragraph | `standfirst` |
//! | `content:encoded`, or else a `description` of more | `body`, as [`html`](super::html) reads it, and its links and media |
//! | `pubDate`, or else `dc:date` | `dates.first_published` |
//! | `atom:updated` | `dates.updated` |
//! | `dc:creator`, or else `author` | `byline` |
//! | `dc:language`, or else the channel's `language` | `language` |
//! | `dc:publisher`, or else the channel's `title` | the first publisher |
//! | `category` | `subjects`; of the domain `urn:newsdesk:kind`, the `kind` |
//! | `dc:rights` | the notice of the first `rights` |
//! | `media:content`, `media:thumbnail`, `enclosure` | `media` |
//! | `atom:link` | `links` |
//!
//! Dates are those of RFC 822; others are reported and read where they can be, and a bad one spoils nothing
//! else. [`Format::stories`](crate::Format::stories) reads a feed as a stream, and
//! [`Format::write_all`](crate::Format::write_all) writes one of many stories. What a feed says beside is
//! kept and written back. What RSS has no place for is lost, and [`Format::loss`](crate::Format::loss) lists
//! it: facts, evidence, dateline, embargo, registers, and more.

mod read;
mod write;

use super::codec::Codec;
use super::feed::{self, Dialect, Entries};

pub(super) static CODEC: Codec = Codec {
    name: DIALECT.name,
    media_type: "application/rss+xml",
    extensions: &["rss"],
    read: |bytes, options| feed::read(bytes, options, &DIALECT),
    write: |story| feed::write_all(&[story], &DIALECT),
    project: |story| feed::project(story, &DIALECT),
    stories: Some(|reader, options| Box::new(Entries::new(reader, options, &DIALECT))),
    write_all: Some(|stories| feed::write_all(stories, &DIALECT)),
};

static DIALECT: Dialect = Dialect {
    name: "rss",
    is_root,
    entry: "item",
    tell: read::tell,
    render: write::render,
    skeleton: write::skeleton,
    is_text: |tree, node| {
        !matches!(tree.local(node), "rss" | "channel" | "item" | "content") || tree.local(node) == "encoded"
    },
    held: write::held,
};

/// Whether the first element of a document is that of a feed.
pub(super) fn is_root(namespace: &str, local: &str) -> bool {
    local == "rss" && namespace.is_empty() || local == "RDF"
}
