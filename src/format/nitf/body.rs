//! The blocks of a body, in the order of the document.

use super::entities::Entities;
use super::names::{level_of, note_role};
use crate::format::tree::slot::words;
use crate::format::tree::{NodeId, Tree};
use crate::model::{Block, BlockKind, BoilerplateRole, Iri, Language, Part};

/// The blocks read so far, and where each stands.
pub(super) struct Blocks<'b, 't, 'i> {
    pub(super) tree: &'t Tree<'i>,
    pub(super) entities: &'b mut Entities<'t>,
    pub(super) body: Vec<Block>,
    pub(super) nodes: Vec<NodeId>,
    pub(super) media: Vec<NodeId>,
}

/// What a paragraph stands in, which says what kind of block it is.
pub(super) enum Around {
    Story,
    Quotation,
    Boilerplate(BoilerplateRole),
}

impl<'t> Blocks<'_, 't, '_> {
    /// The notes of a head.
    pub(super) fn notes(&mut self, head: NodeId) {
        for note in self.tree.named(head, "note") {
            self.note(note);
        }
    }

    /// The line at the end of a body.
    pub(super) fn end(&mut self, end: NodeId) {
        if let Some(tagline) = self.tree.child(end, "tagline") {
            self.block(BlockKind::Boilerplate { role: BoilerplateRole::from("tagline") }, tagline);
        }
    }

    /// The blocks in an element that holds blocks.
    pub(super) fn inside(&mut self, node: NodeId, around: &Around) {
        let namespace = self.tree.name(node).map(|name| name.namespace);
        for child in self.tree.elements(node) {
            if self.tree.name(child).map(|name| name.namespace) == namespace {
                self.element(child, around);
            }
        }
    }

    fn element(&mut self, node: NodeId, around: &Around) {
        match self.tree.local(node) {
            "p" | "pre" | "dt" => {
                let kind = match around {
                    Around::Story if self.tree.attribute(node, "class") == Some("caption") => {
                        BlockKind::Caption
                    }
                    Around::Story => BlockKind::Paragraph,
                    Around::Quotation => BlockKind::Quotation { starts: false },
                    Around::Boilerplate(role) => BlockKind::Boilerplate { role: role.clone() },
                };
                self.block(kind, node);
            }
            "hl2" => {
                let level = level_of(self.tree.attribute(node, "class"));
                self.block(BlockKind::Heading { level }, node);
            }
            "dd" => {
                self.block(BlockKind::Paragraph, node);
                self.inside(node, around);
            }
            "ul" | "ol" => self.list(node, 0),
            "bq" => self.quotation(node),
            "note" => self.note(node),
            "fn" => {
                let role = BoilerplateRole::from("footnote");
                self.inside(node, &Around::Boilerplate(role));
            }
            "media" => self.medium(node),
            "block" | "dl" | "body.content" => self.inside(node, around),
            _ => {}
        }
    }

    fn note(&mut self, note: NodeId) {
        let role = note_role(self.tree, note);
        self.inside(note, &Around::Boilerplate(role));
    }

    fn list(&mut self, list: NodeId, depth: u8) {
        let ordered = self.tree.local(list) == "ol";
        let mut starts = matches!(
            self.body.last(),
            Some(Block { kind: BlockKind::ListItem { depth: before, .. }, .. }) if *before >= depth
        );
        for item in self.tree.named(list, "li") {
            let kind = BlockKind::ListItem { ordered, depth, starts };
            let mut told = self.block(kind.clone(), item);
            for child in self.tree.elements(item) {
                match self.tree.local(child) {
                    "ul" | "ol" => self.list(child, depth.saturating_add(1)),
                    // The first paragraph is the item, where the item has no words of its own.
                    "p" if !told => told = self.block(kind.clone(), child),
                    _ => self.element(child, &Around::Story),
                }
            }
            starts &= !told;
        }
    }

    fn quotation(&mut self, quotation: NodeId) {
        let first = self.body.len();
        let follows = matches!(self.body.last(), Some(Block { kind: BlockKind::Quotation { .. }, .. }));
        self.inside(quotation, &Around::Quotation);
        if let Some(Block { kind: BlockKind::Quotation { starts }, .. }) = self.body.get_mut(first) {
            *starts = follows;
        }
        let credit = || self.tree.child(quotation, "credit").map(|credit| words(self.tree.content(credit)));
        let source = self.tree.attribute(quotation, "quote-source").map(Into::into).or_else(credit);
        let quoted = self.body.iter().enumerate().skip(first);
        let is_said = |(_, block): &(usize, &Block)| matches!(block.kind, BlockKind::Quotation { .. });
        let paragraphs =
            quoted.filter(is_said).map(|(index, block)| (Part::Block(index), block.text.as_str()));
        self.entities.block_quote(quotation, source, paragraphs);
    }

    /// A medium that has no source is the caption that it has.
    fn medium(&mut self, node: NodeId) {
        let source = super::read::MEDIA_SOURCE.get(self.tree, node);
        if source.as_ref().is_some_and(|source| Iri::new(&**source).is_ok()) {
            self.media.push(node);
            return;
        }
        if source.is_some() {
            self.media.push(node);
        }
        for caption in self.tree.named(node, "media-caption") {
            if !self.block(BlockKind::Caption, caption) {
                let paragraphs: Vec<NodeId> = self.tree.named(caption, "p").collect();
                for paragraph in paragraphs {
                    self.block(BlockKind::Caption, paragraph);
                }
            }
        }
    }

    /// Takes in a block, unless it has no words.
    fn block(&mut self, kind: BlockKind, node: NodeId) -> bool {
        let text = self.entities.prose(self.tree, node, Part::Block(self.body.len()));
        if text.is_empty() {
            return false;
        }
        let mut block = Block::new(kind, text);
        block.language = self.tree.xml_attribute(node, "lang").and_then(|tag| Language::new(tag).ok());
        self.body.push(block);
        self.nodes.push(node);
        true
    }
}
