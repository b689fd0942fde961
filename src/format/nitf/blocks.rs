//! The blocks of a story into the body of a document.

use std::ops::Range;

use super::markup::Markup;
use super::names::{class_of, note_class};
use super::prose::reword;
use crate::format::common_run::common;
use crate::format::tree::slot::{Slot, Step};
use crate::format::tree::{Fresh, Name, NamespaceId, NodeId, Tree};
use crate::model::{Block, BlockKind, BoilerplateRole, Language, Part, Story};

use super::names::ORDER;

/// The body of a document in which blocks are changed.
pub(super) struct Writing<'w, 'i, 's> {
    pub(super) tree: &'w mut Tree<'i>,
    pub(super) root: NodeId,
    pub(super) story: &'s Story,
    pub(super) markup: &'w Markup<'s>,
}

/// What holds the blocks of a document.
pub(super) fn content(tree: &mut Tree<'_>, root: NodeId) -> NodeId {
    const CONTENT: Slot = Slot::text(&[Step::child("body"), Step::child("body.content")]);
    CONTENT.make(tree, root, &ORDER)
}

/// How deep lists are nested at most, so that readers can follow.
const DEEPEST: u8 = 16;

/// What becomes of a block: it stands in an element, or is new.
type Places = Vec<Option<NodeId>>;

impl Writing<'_, '_, '_> {
    /// Makes the body that told `old`, block for block in `nodes`, tell the story's blocks.
    pub(super) fn update(&mut self, old: &[Block], nodes: &[NodeId]) {
        let new = &self.story.body;
        let mut places: Places = vec![None; new.len()];
        let mut gone: Vec<NodeId> = Vec::new();
        for (was, is) in differences(old, new) {
            let (before, after) =
                (old.get(was.clone()).unwrap_or_default(), new.get(is.clone()).unwrap_or_default());
            let elements = nodes.get(was).unwrap_or_default();
            let is_same = before == after;
            // Paragraph for paragraph, as far as they are of a kind.
            let mut elements = elements.iter().zip(before).peekable();
            for (index, block) in is.zip(after) {
                let fits = |(_, before): &(&NodeId, &Block)| is_same || is_alike(&before.kind, &block.kind);
                let Some((node, before)) = elements.next_if(fits) else { continue };
                if let Some(place) = places.get_mut(index) {
                    *place = Some(*node);
                }
                if before != block {
                    self.rewrite(*node, before, block);
                }
            }
            gone.extend(elements.map(|(node, _)| *node));
        }
        self.insert(&places);
        gone.into_iter().for_each(|node| self.remove(node));
    }

    fn rewrite(&mut self, node: NodeId, before: &Block, block: &Block) {
        if before.text != block.text {
            reword(self.tree, node, &block.text);
        }
        if before.language != block.language {
            let name = Name { namespace: NamespaceId::XML, local: "lang" };
            match &block.language {
                Some(language) => self.tree.set_attribute(node, name, language.to_string()),
                None => self.tree.remove_attribute(node, name),
            }
        }
        if let (BlockKind::Heading { level: old }, BlockKind::Heading { level: new }) =
            (&before.kind, &block.kind)
            && old != new
        {
            super::write::set(self.tree, node, "class", class_of(&block.kind).as_deref());
        }
    }

    /// Takes a block away, and what holds nothing without it.
    fn remove(&mut self, node: NodeId) {
        let holds_blocks =
            self.tree.elements(node).any(|child| super::names::is_block(self.tree.local(child)));
        if holds_blocks {
            reword(self.tree, node, "");
            return;
        }
        let mut at = node;
        while let Some(parent) = self.tree.parent(at) {
            self.tree.remove(at);
            let local = self.tree.local(parent);
            let is_empty = match local {
                "bq" => !self.tree.elements(parent).any(|child| self.tree.local(child) == "block"),
                "ul" | "ol" | "dl" | "li" | "note" | "block" | "fn" => {
                    self.tree.elements(parent).next().is_none()
                }
                "body.content" => {
                    self.tree.elements(parent).next().is_none()
                        && self.tree.parent(parent).is_some_and(|holder| self.tree.local(holder) != "body")
                }
                "media-caption" => self.tree.content(parent).trim().is_empty(),
                _ => false,
            };
            if !is_empty {
                return;
            }
            at = parent;
        }
    }

    /// Puts the new blocks in, each run of them after the block before it.
    fn insert(&mut self, places: &Places) {
        let mut at = 0;
        while let Some(place) = places.get(at) {
            if place.is_some() {
                at += 1;
                continue;
            }
            let length = places.iter().skip(at).take_while(|place| place.is_none()).count();
            let before = at.checked_sub(1).and_then(|before| places.get(before).copied().flatten());
            self.insert_run(at..at + length, before);
            at += length;
        }
    }

    fn insert_run(&mut self, run: Range<usize>, before: Option<NodeId>) {
        let Some(before) = before else {
            let content = content(self.tree, self.root);
            let elements = self.fresh(run);
            let mut previous = None;
            self.place(content, &mut previous, elements);
            return;
        };
        let mut run = run;
        let mut before = before;
        // Those that go on with the list, the quotation or the note that the block before stands in.
        while let Some(block) = self.story.body.get(run.start).filter(|_| !run.is_empty()) {
            let Some(parent) =
                self.tree.parent(before).filter(|parent| self.goes_on(before, *parent, &block.kind))
            else {
                break;
            };
            let element =
                self.text_element(run.start, if self.tree.local(before) == "li" { "li" } else { "p" });
            let namespace = self.tree.name(parent).map_or(NamespaceId::NONE, |name| name.namespace);
            let element = self.tree.make(&element, namespace);
            self.tree.place(parent, Some(before), element);
            before = element;
            run.start += 1;
        }
        // And those that stand after it in the story itself.
        let mut outer = before;
        let mut parent = self.tree.parent(before);
        while let Some(holder) = parent {
            let is_content = self.tree.local(holder) == "body.content"
                && self.tree.parent(holder).is_some_and(|body| self.tree.local(body) == "body");
            let is_block = self.tree.local(holder) == "block"
                && self.tree.parent(holder).is_some_and(|around| self.tree.local(around) == "body.content");
            if is_content || is_block {
                break;
            }
            outer = holder;
            parent = self.tree.parent(holder);
        }
        let elements = self.fresh(run);
        match parent {
            Some(parent) => self.place(parent, &mut Some(outer), elements),
            // The block before is no part of the content: a note of the head.
            None => {
                let content = content(self.tree, self.root);
                self.place(content, &mut None, elements);
            }
        }
    }

    fn place(&mut self, parent: NodeId, previous: &mut Option<NodeId>, elements: Vec<Fresh>) {
        let namespace = self.tree.name(parent).map_or(NamespaceId::NONE, |name| name.namespace);
        for element in elements {
            let node = self.tree.make(&element, namespace);
            self.tree.place(parent, *previous, node);
            *previous = Some(node);
        }
    }

    /// Whether a block of a kind can stand beside the element of another, in what holds that.
    fn goes_on(&self, before: NodeId, parent: NodeId, kind: &BlockKind) -> bool {
        let around = |local: &str| {
            std::iter::successors(Some(parent), |at| self.tree.parent(*at))
                .take_while(|at| self.tree.local(*at) != "body")
                .find(|at| self.tree.local(*at) == local)
        };
        let (local, holder) = (self.tree.local(before), self.tree.local(parent));
        match kind {
            BlockKind::ListItem { ordered, starts: false, .. } => {
                local == "li" && holder == if *ordered { "ol" } else { "ul" }
            }
            BlockKind::Quotation { starts: false } => local == "p" && around("bq").is_some(),
            BlockKind::Boilerplate { role } => {
                let note = around("note").filter(|note| super::names::note_role(self.tree, *note) == *role);
                local == "p" && note.is_some()
            }
            _ => false,
        }
    }

    // ---- New elements ----

    /// The element that holds the text of a block.
    fn text_element(&self, index: usize, local: &'static str) -> Fresh {
        let Some(block) = self.story.body.get(index) else { return Fresh::new(local) };
        let element = Fresh::new(local)
            .with_some("class", class_of(&block.kind))
            .with_some("xml:lang", block.language.as_ref().map(Language::as_str));
        self.markup.fill(element, &block.text, Part::Block(index))
    }

    /// The elements of a run of blocks: lists, quotations and notes hold theirs together.
    fn fresh(&self, run: Range<usize>) -> Vec<Fresh> {
        let mut elements = Vec::new();
        let mut at = run.start;
        while let Some(block) = self.story.body.get(at).filter(|_| at < run.end) {
            let rest = at + 1..run.end;
            let following = |goes_on: &dyn Fn(&BlockKind) -> bool| {
                let more = self.story.body.get(rest.clone()).unwrap_or_default();
                at..rest.start + more.iter().take_while(|block| goes_on(&block.kind)).count()
            };
            let (element, end) = match &block.kind {
                BlockKind::ListItem { ordered, .. } => {
                    let items = following(&|kind| matches!(kind, BlockKind::ListItem { .. }));
                    let mut next = items.start;
                    let list = self.list(&mut next, items.end, *ordered, 0);
                    (list, next.max(at + 1))
                }
                BlockKind::Quotation { .. } => {
                    let run = following(&|kind| matches!(kind, BlockKind::Quotation { starts: false }));
                    (self.quotation(run.clone()), run.end)
                }
                BlockKind::Boilerplate { role } => {
                    let is_same = |kind: &BlockKind| matches!(kind, BlockKind::Boilerplate { role: other } if other == role);
                    let run = following(&is_same);
                    (self.note(role, run.clone()), run.end)
                }
                BlockKind::Heading { .. } => (self.text_element(at, "hl2"), at + 1),
                BlockKind::Paragraph | BlockKind::Caption => (self.text_element(at, "p"), at + 1),
            };
            elements.push(element);
            at = end;
        }
        elements
    }

    /// A list from the item `next` on, and what stands deeper within it.
    fn list(&self, next: &mut usize, end: usize, ordered: bool, level: u8) -> Fresh {
        let mut list = Fresh::new(if ordered { "ol" } else { "ul" });
        let first = *next;
        while let Some(block) = self.story.body.get(*next).filter(|_| *next < end) {
            let BlockKind::ListItem { ordered: kind, depth: at, starts } = block.kind else { break };
            let at = at.min(DEEPEST);
            let is_mine = at == level && kind == ordered && (!starts || *next == first);
            if at < level || at == level && !is_mine && *next > first {
                break;
            }
            let item = if is_mine {
                *next += 1;
                self.text_element(*next - 1, "li")
            } else {
                Fresh::new("li")
            };
            list = list.child(self.deeper(item, next, end, level));
            if *next == first {
                // Nothing was taken: an item of another sort than the list.
                *next += 1;
            }
        }
        list
    }

    /// The lists that stand deeper, in the item before them.
    fn deeper(&self, mut item: Fresh, next: &mut usize, end: usize, level: u8) -> Fresh {
        while let Some(Block { kind: BlockKind::ListItem { ordered, depth: at, .. }, .. }) =
            self.story.body.get(*next).filter(|_| *next < end)
        {
            if (*at).min(DEEPEST) <= level {
                break;
            }
            item = item.child(self.list(next, end, *ordered, level + 1));
        }
        item
    }

    fn quotation(&self, run: Range<usize>) -> Fresh {
        let quotes = &self.story.facts.quotes;
        let in_run = |part: Part| matches!(part, Part::Block(index) if run.contains(&index));
        let quote = quotes.iter().find(|quote| quote.evidence.iter().any(|evidence| in_run(evidence.part)));
        let source = quote.and_then(|quote| self.markup.source(quote));
        let paragraphs = run.map(|index| self.text_element(index, "p"));
        Fresh::new("bq").with_some("quote-source", source).child(Fresh::new("block").children(paragraphs))
    }

    fn note(&self, role: &BoilerplateRole, run: Range<usize>) -> Fresh {
        let paragraphs = run.map(|index| self.text_element(index, "p"));
        Fresh::new("note")
            .with("noteclass", note_class(role))
            .with("class", format!("boilerplate-{role}"))
            .child(Fresh::new("body.content").children(paragraphs))
    }
}

/// Whether the text of a block of one kind can be put where one of the other stood.
fn is_alike(one: &BlockKind, other: &BlockKind) -> bool {
    match (one, other) {
        (BlockKind::Heading { .. }, BlockKind::Heading { .. })
        | (BlockKind::ListItem { .. }, BlockKind::ListItem { .. })
        | (BlockKind::Quotation { .. }, BlockKind::Quotation { .. }) => true,
        _ => one == other,
    }
}

/// The runs of blocks in two bodies that are equal, and those between them that may stand for each other.
fn differences(old: &[Block], new: &[Block]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut runs = Vec::new();
    let (mut was, mut is) = (0, 0);
    for (left, right) in common(old, new) {
        if was < left || is < right {
            runs.push((was..left, is..right));
        }
        runs.push((left..left + 1, right..right + 1));
        (was, is) = (left + 1, right + 1);
    }
    runs.push((was..old.len(), is..new.len()));
    runs
}
