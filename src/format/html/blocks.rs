//! A tree into blocks, each bound to the nodes that its text stands in.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef, Tree};

use super::names::{self, Flow};
use super::text::{Piece, Pieces};
use super::tree::{Element, Node};
use crate::model::{Block, BlockKind, Language};

/// A block, and where it stands.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) block: Block,
    /// What each node of the text gives of it, in order: together they are the text.
    pub(super) pieces: Vec<Piece>,
}

/// The blocks of a tree, in order.
pub(super) fn passages(tree: &Tree<Node>) -> Vec<Passage> {
    let mut walk =
        Walk { passages: Vec::new(), open: None, around: Vec::new(), lists: Vec::new(), quote: None };
    let mut hidden = 0_usize;
    for edge in tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if names::is_hidden(element.name()) => hidden += 1,
                _ if hidden > 0 => {}
                Node::Element(element) => walk.enter(node, element),
                Node::Text(text) => walk.text(node, text),
                Node::Root => walk.around.push(Around::new(node.id(), Flow::Container)),
                Node::Comment(_) => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(element) if names::is_hidden(element.name()) => {
                    hidden = hidden.saturating_sub(1)
                }
                Node::Element(element) if hidden == 0 => walk.leave(element),
                _ => {}
            },
        }
    }
    walk.flush();
    walk.passages
}

/// An element around what is read.
#[derive(Debug)]
struct Around {
    node: NodeId,
    flow: Flow,
    /// What its `lang` says, if it has one: none for a language that is not known.
    language: Option<Option<Language>>,
}

impl Around {
    fn new(node: NodeId, flow: Flow) -> Self {
        Self { node, flow, language: None }
    }
}

/// A block that is being read.
struct Open {
    kind: BlockKind,
    language: Option<Language>,
    pieces: Pieces,
    /// What parts its lines where an element inside ends: nothing if the element ends the block.
    joint: Option<&'static str>,
    jointed: bool,
    /// The list and the quotation that it stands in.
    list: Option<(NodeId, bool)>,
    quote: Option<NodeId>,
}

struct Walk {
    passages: Vec<Passage>,
    open: Option<Open>,
    around: Vec<Around>,
    /// The lists that the items just before stand in, by depth.
    lists: Vec<Option<(NodeId, bool)>>,
    /// The element of the quotation just before.
    quote: Option<NodeId>,
}

impl Walk {
    fn enter(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        if element.name() == "br" {
            self.piece(node, |pieces, node| pieces.line_break(node));
            return;
        }
        let flow = names::flow(element);
        if flow != Flow::Inline {
            self.boundary(&flow);
        }
        let language = element.attribute("lang").filter(|_| flow != Flow::Inline);
        let language = language.map(|tag| Language::new(tag).ok());
        self.around.push(Around { node: node.id(), flow, language });
    }

    fn leave(&mut self, element: &Element) {
        if element.name() == "br" {
            return;
        }
        if let Some(left) = self.around.pop()
            && left.flow != Flow::Inline
        {
            self.boundary(&left.flow);
        }
    }

    /// What is read so far ends here, or its line does.
    fn boundary(&mut self, edge: &Flow) {
        let joins = matches!(edge, Flow::Container | Flow::Preformatted);
        match &mut self.open {
            Some(open) if joins && open.joint.is_some() => open.jointed = true,
            _ => self.flush(),
        }
    }

    fn text(&mut self, node: NodeRef<'_, Node>, text: &str) {
        let kept = self.around.iter().any(|around| around.flow == Flow::Preformatted);
        // White space between blocks is no text.
        if self.open.as_ref().is_none_or(|open| open.jointed)
            && text.bytes().all(|byte| byte.is_ascii_whitespace())
        {
            return;
        }
        self.piece(node, |pieces, node| pieces.text(node, text, kept));
    }

    fn piece(&mut self, node: NodeRef<'_, Node>, add: impl FnOnce(&mut Pieces, NodeId)) {
        let begun = self.open.take().unwrap_or_else(|| self.begin());
        let open = self.open.insert(begun);
        if std::mem::take(&mut open.jointed) {
            open.pieces.joint(open.joint.unwrap_or_default());
        }
        add(&mut open.pieces, node.id());
    }

    fn begin(&self) -> Open {
        let language = self.around.iter().rev().find_map(|around| around.language.clone()).flatten();
        let quote = self.around.iter().rfind(|around| around.flow == Flow::Quote).map(|around| around.node);
        let (kind, joint) = self.kind();
        let pieces = Pieces::default();
        Open { kind, language, pieces, joint, jointed: false, list: self.list(), quote }
    }

    /// What a text is by the elements around it, and what joins its lines.
    ///
    /// All that stands in boilerplate is boilerplate, and all speech in a quotation is speech.
    fn kind(&self) -> (BlockKind, Option<&'static str>) {
        let mut joint = None;
        let mut found = BlockKind::Paragraph;
        for around in &self.around {
            match &around.flow {
                Flow::Boilerplate(role) => return (BlockKind::Boilerplate { role: role.clone() }, None),
                Flow::Heading(level) => (found, joint) = (BlockKind::Heading { level: *level }, None),
                Flow::Caption => (found, joint) = (BlockKind::Caption, None),
                Flow::Quote => (found, joint) = (BlockKind::Quotation { starts: false }, None),
                Flow::Item if !matches!(found, BlockKind::Quotation { .. }) => {
                    found = self.item();
                    joint = Some("\n\n");
                }
                Flow::Row => joint = Some("\n"),
                _ => {}
            }
        }
        (found, joint)
    }

    fn item(&self) -> BlockKind {
        let ordered = self.list().is_some_and(|(_, ordered)| ordered);
        let lists = self.around.iter().filter(|around| matches!(around.flow, Flow::List { .. })).count();
        let depth = u8::try_from(lists.saturating_sub(1)).unwrap_or(u8::MAX);
        BlockKind::ListItem { ordered, depth, starts: false }
    }

    /// The innermost list.
    fn list(&self) -> Option<(NodeId, bool)> {
        self.around.iter().rev().find_map(|around| match around.flow {
            Flow::List { ordered } => Some((around.node, ordered)),
            _ => None,
        })
    }

    /// The block that is being read ends.
    fn flush(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        let pieces = open.pieces.finish();
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        if text.trim().is_empty() {
            return;
        }
        match &mut open.kind {
            BlockKind::ListItem { ordered, depth, starts } => {
                self.lists.truncate(usize::from(*depth) + 1);
                self.lists.resize(usize::from(*depth) + 1, None);
                if let Some(last) = self.lists.last_mut() {
                    *starts = last.is_some_and(|before| Some(before) != open.list && before.1 == *ordered);
                    *last = open.list;
                }
            }
            _ => self.lists.clear(),
        }
        match &mut open.kind {
            BlockKind::Quotation { starts } => {
                *starts = self.quote.is_some() && self.quote != open.quote;
                self.quote = open.quote;
            }
            _ => self.quote = None,
        }
        let mut block = Block::new(open.kind, text);
        block.language = open.language;
        self.passages.push(Passage { block, pieces });
    }
}
