//! NITF, the News Industry Text Format of the IPTC.
//!
//! | in a story | in NITF |
//! |---|---|
//! | id | `docdata/doc-id/@id-string` |
//! | IRI | `pubdata/@ex-ref` |
//! | kind | `tobject.property/@tobject.property.type` |
//! | language, of a block | `nitf/@baselang`, `@xml:lang` |
//! | headline | `hedline/hl1`; `title` where there is none |
//! | standfirst | `hedline/hl2`; the first paragraph of the `abstract` where there is none |
//! | byline, its authors | `byline`, the `person`s in it |
//! | dateline, its place and date | `dateline`, `location`, `story.date/@norm` |
//! | first publisher | `distributor` |
//! | first published, embargo | `date.issue/@norm`, `date.release/@norm` (`date.expire` is no embargo) |
//! | subjects | `tobject.subject` (QCode `subj:` and eight digits), `key-list/keyword` |
//! | rights | `doc.copyright/@holder`; `doc.rights/@owner` and `@limitations` where there are terms |
//! | media | `media`: `@source`, `@mime-type`, `@alternate-text`, `media-caption`, `media-producer` |
//! | paragraph, heading | `p`, `hl2` |
//! | list item | `li` in `ul` or `ol` |
//! | quotation | `p` in `bq` |
//! | caption | `p` of class `caption`, `media-caption` of a medium without source |
//! | boilerplate | `p` in `note`, `tagline` |
//! | official: name, roles, identifiers, mentions by name | `person`, `name.given`, `name.family`, `function`, `alt-code`; in the text and in `identified-content` |
//! | organisation | `org` |
//! | visit, meeting, commemoration | `identified-content/event` with `@class`, `@start-date`, `@end-date` |
//! | leg of a visit | `identified-content/location` with the id of the visit as its code |
//! | quote, its speaker | `q` or `bq` with `@quote-source` |
//! | date that the prose names | `chron/@norm` |
//! | links | `a`, when read |
//! | all else | `meta` of the name `newsdesk-remainder` |
//!
//! Versions 3.3 to 3.6 are read, with their namespace or with none, and 3.6 is written. Nothing of a story is
//! lost, and nothing of a document: what has no place in a story is kept as an
//! [`Extension`](crate::Extension) of the name `nitf`, whose value is the document. A story with such an
//! extension is written into that document, of which only what the story tells otherwise is changed.
//!
//! ```
//! use newsdesk::Format;
//!
//! let nitf = r#"<nitf><body><body.head><hedline><hl1>Minister opens bridge</hl1></hedline></body.head>
//!   <body.content><p>The bridge at Ost is <em>open</em>.</p></body.content></body></nitf>"#;
//! let mut story = Format::Nitf.read(nitf.as_bytes())?.story;
//! assert_eq!(story.body[0].text, "The bridge at Ost is open.");
//! story.headline = "Bridge opened".to_owned();
//! let written = String::from_utf8(Format::Nitf.write(&story)?)?;
//! assert!(written.contains("<hl1>Bridge opened</hl1>"));
//! assert!(written.contains("The bridge at Ost is <em>open</em>."));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod blocks;
mod body;
mod date;
mod entities;
mod facts;
mod kept;
mod known;
mod markup;
mod names;
mod prose;
mod read;
mod write;

use super::codec::Codec;
use crate::error::{ReadError, TroubleKind, WriteError};
use crate::format::remainder::{self, Remainder};
use crate::format::tree::{Diagnostics, Forbidden, Layout, NodeId, Source, Tree};
use crate::format::{ReadOptions, Reading, loss};
use crate::model::Story;

pub(super) static CODEC: Codec = Codec {
    name: "nitf",
    media_type: "application/nitf+xml",
    extensions: &["nitf"],
    read,
    write,
    project,
    stories: None,
    write_all: None,
};

/// Whether the first element of a document, by its namespace and local name, is that of NITF.
pub(crate) fn is_root(namespace: &str, local: &str) -> bool {
    local == "nitf" && (namespace.is_empty() || starts_alike(namespace, names::NAMESPACE_START))
}

fn starts_alike(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(start))
}

/// Reads a story.
fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let source = Source::new(bytes)?;
    let mut diagnostics = Diagnostics::new(&source, options);
    let mut tree = Tree::parse(&source, options, &mut diagnostics)?;
    let root = tree.root().unwrap_or(tree.document());
    if !is_root(tree.namespace(root), tree.local(root)) {
        let message = "this is no NITF: its first element is <nitf>, in the namespace of NITF or in none";
        return Err(diagnostics.error_at(&tree, root, TroubleKind::WrongFormat, message));
    }
    let is_from_story = kept::is_written_from_story(&tree, root, &source);
    let meta = kept::meta(&tree, root, names::REMAINDER);
    let remainder =
        meta.map(|meta| remainder::Told::read(tree.attribute(meta, "content").unwrap_or_default()));
    // A document that nobody has changed is the one that its additions were made for.
    let groundless = is_from_story
        && remainder.as_ref().is_some_and(|told| told.as_ref().is_ok_and(remainder::Told::has_grounds));
    let mut story = read::tell(&tree, root, groundless, &mut diagnostics)?.story;
    if let Some((meta, remainder)) = meta.zip(remainder) {
        let troubles = match remainder {
            Ok(remainder) if is_from_story => remainder.apply_unchecked(&mut story),
            Ok(remainder) => remainder.apply(&mut story),
            Err(trouble) => vec![trouble],
        };
        for trouble in troubles {
            diagnostics.at_attribute(&tree, meta, "content", trouble.kind, trouble.message)?;
        }
    }
    if !is_from_story {
        kept::keep(&mut tree, root, &mut story);
    }
    Ok(diagnostics.into_reading(story))
}

/// Writes a story.
fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    let Some((at, document)) = kept::document(story) else {
        let (mut tree, root) = write::skeleton();
        finish(&mut tree, root, story)?;
        kept::mark(&mut tree, root);
        let text = kept::write_marked(&tree, root, Layout::Indented(names::is_text));
        return written(text, story);
    };
    let (source, options) = (Source::of_text(document), ReadOptions::default());
    let parsed = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options));
    let mut tree = parsed.map_err(|error| kept::unreadable(at, &error))?;
    let root = tree.root().unwrap_or(tree.document());
    finish(&mut tree, root, &kept::without(story, at))?;
    written(tree.write(Layout::AsItStands), story)
}

/// Makes a document tell a story, and adds what it has no slot for.
fn finish(tree: &mut Tree<'_>, root: NodeId, story: &Story) -> Result<(), WriteError> {
    let native =
        write::update(tree, root, story).map_err(|error| WriteError::new("story", error.to_string()))?;
    if let Some(remainder) = Remainder::between(story, &native)? {
        kept::add_meta(tree, root, names::REMAINDER, remainder.to_string());
    }
    Ok(())
}

fn written(text: Result<String, Forbidden>, story: &Story) -> Result<Vec<u8>, WriteError> {
    text.map(String::into_bytes).map_err(|forbidden| loss::forbidden(story, forbidden.character))
}

/// A story as NITF holds it: whole. The document that is kept with it tells what the story tells.
fn project(story: &Story) -> Story {
    kept::revised(story)
}
