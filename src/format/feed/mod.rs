//! What Atom and RSS share: a feed of many stories, read one after the other and written into.
//!
//! | file | what |
//! | --- | --- |
//! | `stream.rs` | a feed cut into documents of one entry each, in constant memory |
//! | `lens.rs` | the parts of an entry: where each stands, how it is written, and what is changed of it |
//! | `read.rs` | what both say in the same words: dates, HTML, names in foreign namespaces |
//!
//! Each of the two gives a [`Dialect`]: where its entries are, how one is told, how a story is rendered.

mod lens;
mod read;
mod stream;

pub(super) use lens::{Part, Rendered, Told, dublin_core, is_reserved};
pub(super) use read::{
    child_in, date, held, held_moment, html, lines, media, medium, moment_of, own_id, own_text, paragraphs,
    resolve, subject_iri, subject_scheme, take,
};
pub(super) use stream::Entries;

use crate::error::{ReadError, TroubleKind, WriteError};
use crate::format::kept::kept_xml;
use crate::format::loss::forbidden;
use crate::format::tree::{Diagnostics, Layout, NodeId, Source, Tree, is_space};
use crate::format::{Limits, ReadOptions, Reading};
use crate::model::{Extension, Story};

/// The namespaces that feeds use beside their own.
pub(super) const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";
pub(super) const MEDIA: &str = "http://search.yahoo.com/mrss/";
pub(super) const ATOM: &str = "http://www.w3.org/2005/Atom";

/// A format of feeds.
pub(super) struct Dialect {
    /// The name of the format.
    pub(super) name: &'static str,
    /// Whether an element, by its namespace and local name, is the root of a feed.
    pub(super) is_root: fn(&str, &str) -> bool,
    /// The local name of entries.
    pub(super) entry: &'static str,
    /// What an entry tells, and where.
    pub(super) tell: for<'s> fn(&Feed<'_, 's>, &mut Diagnostics<'s>) -> Result<Told, ReadError>,
    /// How each part of a story is written, in order.
    pub(super) render: fn(&Story) -> Vec<Rendered>,
    /// A feed without entries, and the element that they go into.
    pub(super) skeleton: fn() -> (Tree<'static>, NodeId),
    /// Whether white space counts in an element.
    pub(super) is_text: fn(&Tree<'_>, NodeId) -> bool,
    /// What the format holds of a story that keeps no document.
    pub(super) held: fn(&Story) -> Story,
}

/// An entry in its feed.
pub(super) struct Feed<'t, 's> {
    pub(super) tree: &'t Tree<'s>,
    pub(super) root: NodeId,
    /// What the entry stands in.
    pub(super) head: NodeId,
    pub(super) entry: NodeId,
    pub(super) limits: &'t Limits,
}

/// Reads the first story of a feed; a second one is reported.
pub(super) fn read(bytes: &[u8], options: &ReadOptions, dialect: &Dialect) -> Result<Reading, ReadError> {
    let source = Source::new(bytes)?;
    let mut diagnostics = Diagnostics::new(&source, options);
    let tree = Tree::parse(&source, options, &mut diagnostics)?;
    let root = tree.root().unwrap_or(tree.document());
    if !(dialect.is_root)(tree.namespace(root), tree.local(root)) {
        let message =
            format!("this is no feed of {}: its first element is <{}>", dialect.name, tree.local(root));
        return Err(diagnostics.error_at(&tree, root, TroubleKind::WrongFormat, message));
    }
    let mut entries = entries(&tree, root, dialect);
    let Some(entry) = entries.next() else {
        return Err(diagnostics.error_at(&tree, root, TroubleKind::Missing, "the feed has no story"));
    };
    if let Some(second) = entries.next() {
        let message = "more stories follow: read the feed as a stream to have them all";
        diagnostics.at(&tree, second, TroubleKind::Unknown, message)?;
    }
    let head = tree.parent(entry).unwrap_or(root);
    let feed = Feed { tree: &tree, root, head, entry, limits: &options.limits };
    let mut story = (dialect.tell)(&feed, &mut diagnostics)?.story;
    if !is_written_from_story(&tree, root, &story, dialect) {
        keep(&tree, &mut story, dialect);
    }
    Ok(diagnostics.into_reading(story))
}

fn entries<'t>(tree: &'t Tree<'_>, root: NodeId, dialect: &'t Dialect) -> impl Iterator<Item = NodeId> + 't {
    let below = tree.elements(root).flat_map(|child| std::iter::once(child).chain(tree.elements(child)));
    let parents_are_none =
        move |node: &NodeId| tree.parent(*node).is_some_and(|parent| tree.local(parent) != dialect.entry);
    below.filter(|node| tree.local(*node) == dialect.entry).filter(parents_are_none)
}

/// Writes a feed of one story.
pub(super) fn write(story: &Story, dialect: &Dialect) -> Result<Vec<u8>, WriteError> {
    write_all(&[story], dialect)
}

/// Writes a feed of stories: the first says what the feed is.
pub(super) fn write_all(stories: &[&Story], dialect: &Dialect) -> Result<Vec<u8>, WriteError> {
    let sources: Vec<Option<Source<'_>>> =
        stories.iter().map(|story| Some(Source::of_text(kept(story, dialect)?.1))).collect();
    let mut all: Option<(Tree<'_>, NodeId)> = None;
    for (story, source) in stories.iter().zip(&sources) {
        let (tree, entry) = match source {
            Some(source) => revised(source, story, dialect)?,
            None => fresh(story, dialect),
        };
        match &mut all {
            None => {
                let head = tree.parent(entry).unwrap_or(tree.document());
                all = Some((tree, head));
            }
            Some((feed, head)) => {
                let after = std::iter::successors(Some(entry), |node| tree.next(*node));
                for node in after.filter(|node| tree.is_element(*node)) {
                    let copy = feed.copy(&tree, node);
                    feed.append(*head, copy);
                }
            }
        }
    }
    let (tree, _) = all.unwrap_or_else(|| (dialect.skeleton)());
    let is_fresh = sources.iter().all(Option::is_none);
    let layout = if is_fresh { Layout::Indented(dialect.is_text) } else { Layout::AsItStands };
    tree.write(layout).map(String::into_bytes).map_err(|found| {
        let errors = stories.iter().map(|story| forbidden(story, found.character));
        // The path is that of the first story which has the character.
        let error = errors.clone().find(|error| error.path != "story").or_else(|| errors.clone().next());
        error.unwrap_or_else(|| WriteError::new("story", "XML cannot hold a character of it"))
    })
}

/// The document of a story that keeps none, and its entry.
fn fresh(story: &Story, dialect: &Dialect) -> (Tree<'static>, NodeId) {
    let (mut tree, head) = (dialect.skeleton)();
    let entry = lens::build(&mut tree, head, dialect.entry, &(dialect.render)(story));
    (tree, entry)
}

/// The kept document of a story, made to tell it, and its first entry.
fn revised<'s>(
    source: &'s Source<'s>,
    story: &Story,
    dialect: &Dialect,
) -> Result<(Tree<'s>, NodeId), WriteError> {
    let unreadable = |error: ReadError| {
        let message = format!("the document that is kept here cannot be read, so take it away: {error}");
        WriteError::new("story/extensions", message)
    };
    let options = ReadOptions::default();
    let mut diagnostics = Diagnostics::new(source, &options);
    let mut tree = Tree::parse(source, &options, &mut diagnostics).map_err(unreadable)?;
    let root = tree.root().unwrap_or(tree.document());
    let Some(entry) = entries(&tree, root, dialect).next() else {
        return Err(WriteError::new(
            "story/extensions",
            "the document that is kept here has no story: take it away",
        ));
    };
    let head = tree.parent(entry).unwrap_or(root);
    let feed = Feed { tree: &tree, root, head, entry, limits: &options.limits };
    let told = (dialect.tell)(&feed, &mut diagnostics).map_err(unreadable)?;
    lens::update(&mut tree, entry, &told, story, dialect.render);
    Ok((tree, entry))
}

/// What reading gives of the feed that a story is written as.
pub(super) fn project(story: &Story, dialect: &Dialect) -> Story {
    if kept(story, dialect).is_none() {
        return (dialect.held)(story);
    }
    let again =
        write(story, dialect).ok().and_then(|bytes| read(&bytes, &ReadOptions::default(), dialect).ok());
    again.map_or_else(|| (dialect.held)(story), |reading| reading.story)
}

/// The document that a story keeps, and the number of its extension.
fn kept<'s>(story: &'s Story, dialect: &Dialect) -> Option<(usize, &'s str)> {
    kept_xml(story, dialect.name, dialect.is_root)
}

fn is_written_from_story(tree: &Tree<'_>, root: NodeId, story: &Story, dialect: &Dialect) -> bool {
    let (own, _) = fresh(story, dialect);
    own.root().is_some_and(|own_root| own.difference(own_root, tree, root).is_none())
}

fn keep(tree: &Tree<'_>, story: &mut Story, dialect: &Dialect) {
    // What was read can be written.
    if let Ok(text) = tree.write(Layout::AsItStands) {
        story.extensions.push(Extension::new(dialect.name, "", text));
    }
}

/// Whether a text has anything to see.
pub(super) fn filled(text: &str) -> Option<&str> {
    (!is_space(text)).then_some(text)
}
