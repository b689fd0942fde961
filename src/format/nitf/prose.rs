//! Running text with markup: what it says, where each element in it stands, and how its words are changed.

use std::borrow::Cow;
use std::ops::Range;

use super::names::{is_block, takes_lines};
use crate::format::tree::slot::words;
use crate::format::tree::{NodeId, Tree};

/// The text of an element, without the blocks in it: one space between words, and `\n` for each `br`.
#[derive(Debug)]
pub(super) struct Prose<'t> {
    pub(super) text: Cow<'t, str>,
    /// The elements in it, in the order of the document, and the bytes of the text that each holds.
    pub(super) spans: Vec<(NodeId, Range<usize>)>,
}

/// Where texts are put together, so that each takes as much room as it needs.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    text: String,
    spans: Vec<(NodeId, Range<usize>)>,
}

impl Scratch {
    /// Takes back the room for spans.
    pub(super) fn take_back(&mut self, spans: Vec<(NodeId, Range<usize>)>) {
        if spans.capacity() > self.spans.capacity() {
            self.spans = spans;
        }
        self.spans.clear();
    }
}

impl<'t> Prose<'t> {
    pub(super) fn of(tree: &'t Tree<'_>, node: NodeId, scratch: &mut Scratch) -> Self {
        let mut children = tree.children(node);
        if let (Some(only), None) = (children.next(), children.next())
            && let Some(text) = tree.text(only)
        {
            return Self { text: words(Cow::Borrowed(text)), spans: Vec::new() };
        }
        let Scratch { mut text, spans } = std::mem::take(scratch);
        // More than most paragraphs have.
        text.reserve(1_024);
        let mut reader = Reader { tree, text, pending: false, spans, origins: None };
        reader.inside(node);
        let text = Cow::Owned(reader.text.as_str().to_owned());
        scratch.text = reader.text;
        scratch.text.clear();
        Self { text, spans: reader.spans }
    }
}

/// Where a character of the text stands in the tree: a text node, and the bytes of it.
#[derive(Debug, Clone)]
struct Origin {
    node: NodeId,
    bytes: Range<usize>,
}

struct Reader<'t, 'i> {
    tree: &'t Tree<'i>,
    text: String,
    /// Whether there was white space that becomes a space when a word follows.
    pending: bool,
    spans: Vec<(NodeId, Range<usize>)>,
    /// One for each character, where they are asked for; none for a line end, which is an element.
    origins: Option<Vec<Option<Origin>>>,
}

impl Reader<'_, '_> {
    fn inside(&mut self, node: NodeId) {
        for child in self.tree.children(node) {
            if let Some(text) = self.tree.text(child) {
                self.words(text, child);
            } else if self.tree.is_element(child) {
                self.element(child);
            }
        }
    }

    fn element(&mut self, node: NodeId) {
        match self.tree.local(node) {
            "br" => {
                self.text.push('\n');
                self.pending = false;
                self.note(None);
            }
            local if is_block(local) => {}
            _ => {
                let at = self.spans.len();
                let start = self.text.len() + usize::from(self.pending && self.takes_space());
                self.spans.push((node, start..start));
                self.inside(node);
                let end = self.text.len().max(start);
                if let Some((_, range)) = self.spans.get_mut(at) {
                    *range = start.min(self.text.len())..end.min(self.text.len());
                }
            }
        }
    }

    fn words(&mut self, text: &str, node: NodeId) {
        if self.origins.is_none() {
            return self.words_alone(text);
        }
        let mut space = 0..0;
        for (at, c) in text.char_indices() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                space = if space.end == at && !space.is_empty() { space.start..at + 1 } else { at..at + 1 };
                self.pending = true;
                continue;
            }
            if self.pending && self.takes_space() {
                self.text.push(' ');
                self.note(Some(Origin { node, bytes: if space.end == at { space.clone() } else { at..at } }));
            }
            self.pending = false;
            self.text.push(c);
            self.note(Some(Origin { node, bytes: at..at + c.len_utf8() }));
        }
    }

    /// As [`words`](Self::words), where nobody asks which character comes from where.
    fn words_alone(&mut self, text: &str) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        let begun = text.trim_start_matches(is_space);
        self.pending |= begun.len() < text.len();
        if begun.is_empty() {
            return;
        }
        if self.pending && self.takes_space() {
            self.text.push(' ');
        }
        self.text.push_str(&words(Cow::Borrowed(begun)));
        self.pending = begun.ends_with(is_space);
    }

    /// Whether a space would stand between words here.
    fn takes_space(&self) -> bool {
        !self.text.is_empty() && !self.text.ends_with('\n')
    }

    fn note(&mut self, origin: Option<Origin>) {
        if let Some(origins) = &mut self.origins {
            origins.push(origin);
        }
    }
}

/// Makes the text of an element `new`, changing no more of its text and markup than it must.
pub(super) fn reword(tree: &mut Tree<'_>, node: NodeId, new: &str) {
    let one_line;
    let new = if takes_lines(tree.local(node)) {
        new
    } else {
        one_line = super::markup::one_line(new);
        &one_line
    };
    let mut reader =
        Reader { tree, text: String::new(), pending: false, spans: Vec::new(), origins: Some(Vec::new()) };
    reader.inside(node);
    let (old, origins) = (reader.text, reader.origins.unwrap_or_default());
    if old == new {
        return;
    }
    let before: Vec<char> = old.chars().collect();
    let after: Vec<char> = new.chars().collect();
    let same = |pair: &(&char, &char)| pair.0 == pair.1;
    let prefix = before.iter().zip(&after).take_while(same).count();
    let most = before.len().min(after.len()) - prefix;
    let suffix = before.iter().rev().zip(after.iter().rev()).take(most).take_while(same).count();
    let middle: String = after.get(prefix..after.len() - suffix).unwrap_or_default().iter().collect();
    let changed = origins.get(prefix..before.len() - suffix).unwrap_or_default();
    let changed: Option<Vec<Origin>> = changed.iter().cloned().collect();
    match changed {
        Some(changed) if !middle.contains('\n') => {
            let left = prefix.checked_sub(1).and_then(|at| origins.get(at)?.clone());
            let right = origins.get(prefix).cloned().flatten();
            splice(tree, node, &changed, left, right, &middle);
        }
        // A line end comes or goes.
        _ => set_lines(tree, node, new),
    }
}

/// Puts `middle` in place of the characters that stand at `changed`, or else after `left` or before `right`.
fn splice(
    tree: &mut Tree<'_>,
    parent: NodeId,
    changed: &[Origin],
    left: Option<Origin>,
    right: Option<Origin>,
    middle: &str,
) {
    let mut put = Some(middle);
    let mut change = |tree: &mut Tree<'_>, node: NodeId, bytes: Range<usize>| {
        let text = tree.text(node).unwrap_or_default();
        let start = text.get(..bytes.start).unwrap_or_default();
        let end = text.get(bytes.end..).unwrap_or_default();
        let changed = [start, put.take().unwrap_or_default(), end].concat();
        if changed.is_empty() {
            tree.detach(node);
        } else {
            tree.set_text(node, changed);
        }
    };
    let Some(first) = changed.first() else {
        match (left, right) {
            (Some(left), _) => change(tree, left.node, left.bytes.end..left.bytes.end),
            (None, Some(right)) => change(tree, right.node, right.bytes.start..right.bytes.start),
            (None, None) => {
                let text = tree.text_node(middle.to_owned());
                tree.append(parent, text);
            }
        }
        return;
    };
    let mut run = first.clone();
    for origin in changed.iter().skip(1) {
        if origin.node == run.node {
            run.bytes.end = origin.bytes.end;
        } else {
            change(tree, run.node, run.bytes);
            run = origin.clone();
        }
    }
    change(tree, run.node, run.bytes);
}

/// Makes lines the only running text of an element; the blocks in it stay.
fn set_lines(tree: &mut Tree<'_>, node: NodeId, text: &str) {
    let children: Vec<NodeId> = tree.children(node).collect();
    let (blocks, running): (Vec<NodeId>, Vec<NodeId>) =
        children.into_iter().partition(|child| is_block(tree.local(*child)));
    running.into_iter().for_each(|child| tree.detach(child));
    let namespace = tree.name(node).map(|name| name.namespace);
    let put = |tree: &mut Tree<'_>, child: NodeId| match blocks.first() {
        Some(block) => tree.insert_before(*block, child),
        None => tree.append(node, child),
    };
    for (index, line) in text.split('\n').enumerate() {
        if index > 0
            && let Some(namespace) = namespace
        {
            let end = tree.make(&crate::format::tree::Fresh::new("br"), namespace);
            put(tree, end);
        }
        if !line.is_empty() {
            let line = tree.text_node(line.to_owned());
            put(tree, line);
        }
    }
}
