//! Diagnostics that stand at a node: line, column and path.

use std::fmt::Write;
use std::ops::Range;

use super::{Name, NodeId, Source, Tree};
use crate::error::{Locator, Position, ReadError, Trouble, TroubleKind};
use crate::format::{DiagnosticSink, ReadOptions, Reading};
use crate::model::Story;

/// Where those who read a tree report trouble: kept when lenient, an error when strict.
#[derive(Debug)]
pub(crate) struct Diagnostics<'s> {
    source: &'s Source<'s>,
    locator: Locator<'s>,
    sink: DiagnosticSink,
}

impl<'s> Diagnostics<'s> {
    pub(crate) fn new(source: &'s Source<'s>, options: &ReadOptions) -> Self {
        Self { source, locator: Locator::new(source.text.as_bytes()), sink: DiagnosticSink::new(options) }
    }

    /// The document.
    pub(crate) fn source(&self) -> &'s Source<'s> {
        self.source
    }

    /// Reports trouble with a node.
    ///
    /// # Errors
    ///
    /// The trouble itself, to a strict reader.
    pub(crate) fn at(
        &mut self,
        tree: &Tree<'_>,
        node: NodeId,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> Result<(), ReadError> {
        self.report(|this| this.trouble_at(tree, node, kind, message))
    }

    /// Reports trouble with an attribute, or with its absence.
    ///
    /// # Errors
    ///
    /// The trouble itself, to a strict reader.
    pub(crate) fn at_attribute(
        &mut self,
        tree: &Tree<'_>,
        node: NodeId,
        local: &str,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> Result<(), ReadError> {
        self.report(|this| {
            let attribute = tree.attributes(node).iter().find(|attribute| attribute.name.local == local);
            let span = attribute.map_or_else(|| tree.span(node), |found| place(found.start, found.end));
            let path = format!("{}/@{local}", tree.path(node));
            Trouble::new(kind, message).with_position(this.position(span)).with_path(path)
        })
    }

    /// An error with a node, which ends the reading.
    pub(crate) fn error_at(
        &mut self,
        tree: &Tree<'_>,
        node: NodeId,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> ReadError {
        self.trouble_at(tree, node, kind, message).into()
    }

    /// The story that was read, and all that was reported.
    pub(crate) fn into_reading(self, story: Story) -> Reading {
        let mut reading = self.sink.into_reading(story);
        // Formats do not read fields in the order of the document.
        let place =
            |found: &Trouble| found.position.as_ref().map_or(usize::MAX, |position| position.span.start);
        reading.diagnostics.sort_by_key(place);
        reading
    }

    /// Reports trouble with a part of the text, in the element `parent`.
    pub(super) fn at_span(
        &mut self,
        tree: &Tree<'_>,
        parent: NodeId,
        span: Range<usize>,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> Result<(), ReadError> {
        self.report(|this| this.trouble(tree, parent, span, kind, message))
    }

    /// An error with a part of the text, in the element `parent`.
    pub(super) fn error(
        &mut self,
        tree: &Tree<'_>,
        parent: NodeId,
        span: Range<usize>,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> ReadError {
        self.trouble(tree, parent, span, kind, message).into()
    }

    fn report(&mut self, trouble: impl FnOnce(&mut Self) -> Trouble) -> Result<(), ReadError> {
        if self.sink.is_full() {
            self.sink.leave_out(1);
            return Ok(());
        }
        let trouble = trouble(self);
        self.sink.report(trouble)
    }

    fn trouble_at(
        &mut self,
        tree: &Tree<'_>,
        node: NodeId,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> Trouble {
        self.trouble(tree, node, tree.span(node), kind, message)
    }

    fn trouble(
        &mut self,
        tree: &Tree<'_>,
        node: NodeId,
        span: Range<usize>,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> Trouble {
        let trouble = Trouble::new(kind, message).with_position(self.position(span));
        let path = tree.path(node);
        if path.is_empty() { trouble } else { trouble.with_path(path) }
    }

    /// Line and column in the text, and the bytes of the document.
    fn position(&mut self, span: Range<usize>) -> Position {
        let mut position = self.locator.position(span);
        position.span = self.source.bytes_of(position.span);
        position
    }
}

fn place(start: u32, end: u32) -> Range<usize> {
    start as usize..end as usize
}

impl Tree<'_> {
    /// Where a tag or text stands in the text of the document.
    pub(super) fn span(&self, node: NodeId) -> Range<usize> {
        self.node(node).map_or(0..0, |node| place(node.start, node.end))
    }

    /// The way to a node: `newsItem/contentMeta/headline[2]`, numbered from 1 where there are several.
    pub(crate) fn path(&self, node: NodeId) -> String {
        let mut steps: Vec<NodeId> = std::iter::successors(Some(node), |node| self.parent(*node))
            .filter(|at| self.is_element(*at))
            .collect();
        steps.reverse();
        let mut path = String::new();
        for (index, step) in steps.into_iter().enumerate() {
            let Some(name) = self.name(step) else { continue };
            path.push_str(if index > 0 { "/" } else { "" });
            path.push_str(name.local);
            if let Some(number) = self.number(step, name) {
                let _ = write!(path, "[{number}]");
            }
        }
        path
    }

    /// The number of an element among its siblings of the same name; none if there are no others.
    fn number(&self, node: NodeId, name: Name<'_>) -> Option<usize> {
        let is_alike = |other: &NodeId| self.name(*other) == Some(name);
        let before =
            std::iter::successors(self.previous(node), |at| self.previous(*at)).filter(is_alike).count();
        let is_last = !std::iter::successors(self.next(node), |at| self.next(*at)).any(|at| is_alike(&at));
        (before > 0 || !is_last).then_some(before + 1)
    }
}
