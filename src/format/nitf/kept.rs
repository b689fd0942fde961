//! The document that is kept with a story, and the marks that we leave in one.

use super::names::{MARK, ORDER, REMAINDER};
use super::{finish, is_root};
use crate::error::{ReadError, WriteError};
use crate::format::ReadOptions;
use crate::format::kept::kept_xml;
use crate::format::tree::whole::Whole;
use crate::format::tree::{Diagnostics, Forbidden, Fresh, Layout, NodeId, Source, Tree};
use crate::model::{Extension, Story};

/// The name of the extension that holds the document.
const FORMAT: &str = "nitf";

/// The document that is kept with a story, and the number of its extension.
pub(super) fn document(story: &Story) -> Option<(usize, &str)> {
    kept_xml(story, FORMAT, is_root)
}

/// The story without an extension.
pub(super) fn without(story: &Story, at: usize) -> Story {
    let mut story = story.clone();
    story.extensions.remove(at);
    story
}

pub(super) fn unreadable(at: usize, error: &ReadError) -> WriteError {
    let message = format!("the document that is kept here cannot be read, so take it away: {error}");
    WriteError::new(format!("story/extensions[{}]/value", at + 1), message)
}

/// The `meta` of a name.
pub(super) fn meta(tree: &Tree<'_>, root: NodeId, name: &str) -> Option<NodeId> {
    let head = tree.child(root, "head")?;
    tree.named(head, "meta").find(|meta| tree.attribute(*meta, "name") == Some(name))
}

pub(super) fn add_meta(tree: &mut Tree<'_>, root: NodeId, name: &'static str, content: String) {
    let head = match tree.child(root, "head") {
        Some(head) => head,
        None => ORDER.add(tree, root, &Fresh::new("head")),
    };
    ORDER.add(tree, head, &Fresh::new("meta").with("name", name).with("content", content));
}

/// Marks a document as written from a story alone, so that all it says is in the story.
pub(super) fn mark(tree: &mut Tree<'_>, root: NodeId) {
    add_meta(tree, root, MARK, String::new());
    if let Some(meta) = meta(tree, root, MARK) {
        whole(root, meta).mark(tree);
    }
}

/// The text of a document that was [marked](mark).
pub(super) fn write_marked(tree: &Tree<'_>, root: NodeId, layout: Layout) -> Result<String, Forbidden> {
    match meta(tree, root, MARK) {
        Some(meta) => whole(root, meta).write(tree, layout),
        None => tree.write(layout),
    }
}

/// Whether a document is as it was [marked](mark).
pub(super) fn is_written_from_story(tree: &Tree<'_>, root: NodeId, source: &Source<'_>) -> bool {
    meta(tree, root, MARK).is_some_and(|meta| whole(root, meta).holds(tree, source))
}

fn whole(root: NodeId, meta: NodeId) -> Whole<'static> {
    let leave_out = &|tree: &Tree<'_>, node: NodeId| {
        tree.local(node) == "meta" && tree.attribute(node, "name") == Some(MARK)
    };
    Whole { root, leave_out, node: meta, attribute: "content" }
}

/// Keeps a document with the story that was read from it, without our own marks.
pub(super) fn keep(tree: &mut Tree<'_>, root: NodeId, story: &mut Story) {
    for name in [MARK, REMAINDER] {
        while let Some(meta) = meta(tree, root, name) {
            tree.remove(meta);
        }
    }
    // What was read can be written.
    if let Ok(text) = tree.write(Layout::AsItStands) {
        story.extensions.insert(0, Extension::new(FORMAT, "", text));
    }
}

/// The story with its document made to tell what the story tells.
pub(super) fn revised(story: &Story) -> Story {
    let mut revised = story.clone();
    if let Some((at, document)) = document(story) {
        let (source, options) = (Source::of_text(document), ReadOptions::default());
        let parsed = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options));
        if let Ok(mut tree) = parsed
            && let Some(root) = tree.root()
            && finish(&mut tree, root, &without(story, at)).is_ok()
        {
            revised.extensions.remove(at);
            keep(&mut tree, root, &mut revised);
        }
    }
    revised
}
