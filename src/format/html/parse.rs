//! HTML into a tree, by html5ever, within limits.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ego_tree::{NodeId, Tree};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns, parse_fragment};

use super::tree::{Element, Node, empty};
use crate::error::{Trouble, TroubleKind};
use crate::format::Limits;

/// How much is parsed before the limits are looked at again, in bytes.
///
/// A parser's work on one token grows with the depth of the tree, so that depth is bounded while it parses.
const CHUNK: usize = 4 << 10;

/// How many attributes a tag may have: a parser compares each with all before it.
const ATTRIBUTES: usize = 1_000;

/// Parses a fragment as it would stand in a `<body>`.
///
/// # Errors
///
/// If it is larger, deeper or richer than the limits allow. HTML has no other errors.
pub(super) fn parse(html: &str, limits: &Limits) -> Result<Tree<Node>, Trouble> {
    if html.len() > limits.bytes {
        return Err(limit(format!("the HTML has {} bytes, and the limit is {}", html.len(), limits.bytes)));
    }
    check_tags(html)?;
    let options = ParseOpts {
        tokenizer: TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() },
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
    };
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let mut parser = parse_fragment(Sink::new(), options, body, Vec::new(), false);
    let mut rest = html;
    while !rest.is_empty() {
        let mut end = CHUNK.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let Some((chunk, after)) = rest.split_at_checked(end) else { break };
        parser.process(StrTendril::from(chunk));
        parser.tokenizer.sink.sink.check(limits)?;
        rest = after;
    }
    let sink = parser.finish();
    sink.check(limits)?;
    Ok(sink.tree.into_inner())
}

fn limit(message: String) -> Trouble {
    Trouble::new(TroubleKind::Limit, message)
}

/// Refuses tags of very many attributes before they are parsed.
fn check_tags(html: &str) -> Result<(), Trouble> {
    let mut in_tag = false;
    let mut quote = None;
    let (mut words, mut before) = (0_usize, b' ');
    for &byte in html.as_bytes() {
        match (in_tag, quote) {
            (false, _) => {
                in_tag = before == b'<' && byte.is_ascii_alphabetic();
                words = 0;
            }
            (true, Some(mark)) if byte == mark => quote = None,
            (true, Some(_)) => {}
            (true, None) => match byte {
                b'>' => in_tag = false,
                b'"' | b'\'' if before == b'=' => quote = Some(byte),
                b'/' => words += 1,
                _ if !byte.is_ascii_whitespace() && before.is_ascii_whitespace() => words += 1,
                _ => {}
            },
        }
        if words > ATTRIBUTES {
            return Err(limit(format!("a tag of the HTML has more than {ATTRIBUTES} attributes")));
        }
        // White space around `=` parts nothing.
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = byte;
        }
    }
    Ok(())
}

/// A node, and its name if it is an element.
#[derive(Clone)]
struct Handle {
    id: NodeId,
    name: Rc<QualName>,
}

/// Builds the tree as the parser says.
struct Sink {
    tree: RefCell<Tree<Node>>,
    document: Handle,
    deepest: Cell<usize>,
    nodes: Cell<usize>,
}

impl Sink {
    fn new() -> Self {
        let tree = empty();
        let nameless = QualName::new(None, ns!(), local_name!(""));
        let document = Handle { id: tree.root().id(), name: Rc::new(nameless) };
        Self { tree: RefCell::new(tree), document, deepest: Cell::new(0), nodes: Cell::new(0) }
    }

    fn check(&self, limits: &Limits) -> Result<(), Trouble> {
        // The root of a fragment is an element that the HTML does not have.
        if self.deepest.get() > limits.depth.saturating_add(1) {
            return Err(limit(format!(
                "elements of the HTML nest deeper than the limit of {}",
                limits.depth
            )));
        }
        if self.nodes.get() > limits.elements {
            return Err(limit(format!("the HTML has more than {} elements and texts", limits.elements)));
        }
        Ok(())
    }

    fn create(&self, node: Node) -> Handle {
        self.nodes.set(self.nodes.get() + 1);
        let name = match &node {
            Node::Element(element) => Rc::new(element.name.clone()),
            _ => Rc::clone(&self.document.name),
        };
        Handle { id: self.tree.borrow_mut().orphan(node).id(), name }
    }

    /// Notes how deep a node now stands below `parent`.
    fn deepen(&self, tree: &mut Tree<Node>, parent: NodeId, child: NodeId) {
        let above = tree.get(parent).and_then(|parent| parent.value().as_element().map(|above| above.depth));
        let depth = above.unwrap_or(0) + 1;
        if let Some(mut child) = tree.get_mut(child)
            && let Node::Element(element) = child.value()
        {
            element.depth = depth;
            self.deepest.set(self.deepest.get().max(depth));
        }
    }
}

/// Adds text to a text that stands there, or says that there is none.
fn extend(tree: &mut Tree<Node>, beside: Option<NodeId>, text: &str) -> bool {
    let Some(mut node) = beside.and_then(|id| tree.get_mut(id)) else { return false };
    let Node::Text(before) = node.value() else { return false };
    before.push_str(text);
    true
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = &'a QualName;

    /// Takes the root of the fragment away from around what the HTML has.
    fn finish(self) -> Self {
        let mut tree = self.tree.borrow_mut();
        let root = tree.root().first_child().map(|html| html.id());
        if let Some(html) = root {
            tree.root_mut().reparent_from_id_append(html);
            if let Some(mut html) = tree.get_mut(html) {
                html.detach();
            }
        }
        drop(tree);
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        self.create(Node::Element(Element { name, attributes, depth: 0 }))
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.create(Node::Comment(text.into()))
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> Handle {
        self.create(Node::Comment(format!("?{target} {data}")))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => {
                if let Some(mut parent) = tree.get_mut(parent.id) {
                    parent.append_id(child.id);
                }
                self.deepen(&mut tree, parent.id, child.id);
            }
            NodeOrText::AppendText(text) => {
                let last = tree.get(parent.id).and_then(|parent| parent.last_child()).map(|last| last.id());
                if !extend(&mut tree, last, &text)
                    && let Some(mut parent) = tree.get_mut(parent.id)
                {
                    parent.append(Node::Text(text.into()));
                    self.nodes.set(self.nodes.get() + 1);
                }
            }
        }
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        let Some(parent) = tree.get(sibling.id).and_then(|node| node.parent()).map(|parent| parent.id())
        else {
            return;
        };
        match child {
            NodeOrText::AppendNode(child) => {
                if let Some(mut sibling) = tree.get_mut(sibling.id) {
                    sibling.insert_id_before(child.id);
                }
                self.deepen(&mut tree, parent, child.id);
            }
            NodeOrText::AppendText(text) => {
                let before =
                    tree.get(sibling.id).and_then(|node| node.prev_sibling()).map(|before| before.id());
                if !extend(&mut tree, before, &text)
                    && let Some(mut sibling) = tree.get_mut(sibling.id)
                {
                    sibling.insert_before(Node::Text(text.into()));
                    self.nodes.set(self.nodes.get() + 1);
                }
            }
        }
    }

    fn append_based_on_parent_node(&self, element: &Handle, before: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.tree.borrow().get(element.id).is_some_and(|node| node.parent().is_some());
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What stands in a template stands below it.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let Some(mut node) = tree.get_mut(target.id) else { return };
        if let Node::Element(element) = node.value() {
            for attribute in attributes {
                if !element.attributes.iter().any(|there| there.name == attribute.name) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        if let Some(mut node) = self.tree.borrow_mut().get_mut(target.id) {
            node.detach();
        }
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        if let Some(mut parent) = self.tree.borrow_mut().get_mut(parent.id) {
            parent.reparent_from_id_append(node.id);
        }
    }
}
