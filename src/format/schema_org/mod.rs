//! schema.org in JSON-LD: a `NewsArticle`, or another sort of article, or an event alone.
//!
//! | in the model | in schema.org |
//! | --- | --- |
//! | [`Story::iri`] | `@id`, `url` |
//! | [`Story::id`] | `identifier` |
//! | headline, standfirst, language | `headline`, `description`, `inLanguage` |
//! | kind | `genre`, if it is a known kind |
//! | dateline | `dateline`, `locationCreated` |
//! | byline | the name of the `author`; several authors are one line |
//! | first published, updated | `datePublished`, `dateModified` |
//! | publishers | `publisher` |
//! | the first rights | `copyrightHolder`, `copyrightNotice`, `license`, `usageInfo` |
//! | subjects | `about`; read from `keywords` and `articleSection` too |
//! | links | `citation` |
//! | media | `image`, then `associatedMedia` |
//! | body | `articleBody`, as the [text format](super::text) has it |
//! | officials | `mentions`: `Person` with `jobTitle`, `worksFor` of the first role, `honorificPrefix` (the rank first), `honorificSuffix`, `nationality` |
//! | organisations | `mentions`: `Organization` |
//! | visits, meetings, commemorations | `mentions`: `Event` with an `additionalType` of `urn:newsdesk:`; `attendee`, `organizer`, `contributor`, `location`, dates; acts are `subEvent` |
//! | quotes | `hasPart`: `Quotation` with `text` and `spokenByCharacter` (read from `creator` too) |
//! | identifiers | `sameAs`, or `PropertyValue` in `identifier` |
//! | who is meant | `@id`: `#official-1` |
//!
//! Other people's documents may be one node, a list, or a `@graph` in which nodes refer to each other by
//! `@id`; a page of HTML is read for the first `<script type="application/ld+json">` that has an article. An
//! event of another hand is a visit or a commemoration if its words say so, else a meeting in the mode
//! `event`. A document that says more than the story is kept as a tree (an
//! [`Extension`](crate::Extension)) and written into.
//!
//! What schema.org has no word for is lost, and [`Format::loss`](crate::Format::loss) lists it: evidence,
//! embargoes, withdrawals, parts of names, the kinds of roles, precedence, anniversaries, how a quote was
//! marked, and more.
//!
//! ```
//! use newsdesk::Format;
//! let page = br#"<html><script type="application/ld+json">{"@context": "https://schema.org",
//!     "@type": "NewsArticle", "headline": "Minister opens bridge",
//!     "mentions": {"@type": "Person", "name": "Ann Fell", "jobTitle": "Minister of Works"}}</script></html>"#;
//! let story = Format::SchemaOrg.read(page)?.story;
//! assert_eq!(story.facts.officials[0].roles[0].title, "Minister of Works");
//! # Ok::<(), newsdesk::ReadError>(())
//! ```

mod graph;
mod names;
mod page;
mod project;
mod read;
mod read_event;
mod read_people;
mod rename;
mod write;
mod write_event;

pub(super) use page::has_linked_data;

use serde_json::Value;

use self::graph::Graph;
use super::codec::Codec;
use super::json_tree::{Bindings, Change, Layout, Source, keep, kept, pretty, rewritten, without_kept};
use super::{ReadOptions, Reading};
use crate::error::{ReadError, Trouble, TroubleKind, WriteError};
use crate::model::Story;
use project::project;

pub(super) static CODEC: Codec = Codec {
    name: NAME,
    media_type: "application/ld+json",
    extensions: &["jsonld"],
    read,
    write,
    project,
    stories: None,
    write_all: None,
};

/// The name of the format, and of its extensions.
const NAME: &str = "schema-org";

/// What paths into a document begin with.
const ROOT: &str = "article";

const LAYOUT: Layout = Layout {
    name: NAME,
    identity: &["@id", "sameAs", "url", "name"],
    sort: "@type",
    read: |document| {
        let graph = Graph::of(document);
        read::story(&graph).unwrap_or_else(|| (Story::new(""), Bindings::new()))
    },
    draft: write::draft,
    rewrite,
};

/// Several authors are one line of the story, and go together; a name of a node in the world stays.
fn rewrite(pointer: &str, change: Change<'_>) -> Option<Value> {
    let is_name_elsewhere =
        || pointer.ends_with("/@id") && change.stands.as_str().is_some_and(|name| !name.starts_with('#'));
    match pointer {
        "/author" => Some(change.wanted.clone()),
        _ if is_name_elsewhere() => Some(change.stands.clone()),
        _ => None,
    }
}

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    options.limits.check_bytes(bytes.len())?;
    let masked = page::linked_data(bytes);
    let (source, mut json) = Source::read(b"{[", masked.as_deref().unwrap_or(bytes), ROOT, &options.limits)?;
    let repeated = source.take_repeated(&mut json);
    let document = json.to_value();
    let graph = Graph::of(&document);
    let Some((mut story, _)) = read::story(&graph) else {
        let message = "there is no article or event of schema.org in the document";
        let none = Trouble::new(TroubleKind::WrongFormat, message).with_path(ROOT);
        return Err(source.error(none));
    };
    let mut troubles = graph.into_troubles();
    troubles.extend(repeated);
    if !write::draft_with(&story, body_of(&document)).says(&json) {
        story = keep(story, &document, NAME);
    }
    Ok(source.report(troubles, 0, options)?.into_reading(story))
}

/// The text of the body of a document that is one article, which its blocks say whole.
fn body_of(document: &Value) -> Option<&str> {
    document.get("articleBody")?.as_str()
}

fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    let Some(mut document) = kept(story, NAME) else {
        let body = write::body(&story.body);
        return pretty(&write::draft_with(&project(story), Some(&body)));
    };
    let bare = project(&without_kept(story, NAME));
    let (told, bindings) = (LAYOUT.read)(&document);
    let (told, wanted) = (write::draft(&told).to_value(), write::draft(&bare).to_value());
    if told != wanted {
        let names = rename::names(&document, &told, &wanted, &bindings, &LAYOUT);
        rename::rename(&mut document, &names);
        part_keywords(&mut document);
        document = rewritten(document, &bare, &LAYOUT);
    }
    pretty(&document)
}

/// Keywords with commas between them are a list, so that one of them can be changed.
fn part_keywords(document: &mut Value) {
    match document {
        Value::Object(members) => {
            for (name, value) in members.iter_mut() {
                match value {
                    Value::String(words) if name == "keywords" && words.contains(',') => {
                        let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
                        *value = words.map(str::to_owned).collect();
                    }
                    _ => part_keywords(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(part_keywords),
        _ => {}
    }
}
