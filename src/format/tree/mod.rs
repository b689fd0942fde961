//! XML as a tree: what the XML formats of other people read from, write into and compare.
//!
//! | file | what |
//! | --- | --- |
//! | `source.rs` | bytes to text, by byte order mark and declaration |
//! | `parse.rs` | text to a tree: limits, namespaces, references, truncation |
//! | `scan.rs` | tags as nearly all are, at a glance |
//! | `trouble.rs` | diagnostics that stand at a node: line, column and path |
//! | `write.rs` | a tree to text, in one way only |
//! | `same.rs` | whether two trees say the same, and a fingerprint of what one says |
//! | `edit.rs` | change in place: text, attributes, removal, insertion with its indentation |
//! | `slot.rs` | a field of the model bound to its place: one table that reads, writes and updates |
//! | `whole.rs` | the mark of a document that was written from a story alone |
//! | `patch.rs` | what differs between two renderings of a story, done to the document that was kept |
//!
//! A tree is an arena. Nodes are numbers, names are interned, and text is borrowed from the document
//! wherever it stands there as it is. White space between elements is kept, since only a format knows where
//! it means nothing; comments and processing instructions are kept too. Namespace declarations are no
//! attributes here: names carry their namespace, and the writer declares what it needs.
//!
//! # Building a format on it
//!
//! A format that keeps every fact of a document is a *lens*: reading gets the fields of a
//! [`Story`](crate::Story) from the tree, and writing puts them into a tree that may hold much more. There are
//! two ways, which go together:
//!
//! - **Rendering and patching.** The format says once how a story is rendered, as [`Fresh`] elements. A new
//!   document is that rendering. A kept document is read to the story that it tells, that story and the story to
//!   write are both rendered, and [`patch`](Tree::patch) does to the document what differs between the two
//!   renderings: a text is set, an attribute changes, an element comes or goes, and nothing else is touched.
//!
//!   ```ignore
//!   let (was, is) = (render(&told), render(&story));
//!   tree.patch(item, &was, &is, &ORDER);
//!   ```
//!
//! - **Slots.** A [`Slot`](slot::Slot) is the place of one text; it reads, and writes only where something
//!   differs. [`align`](slot::align) says for a list in which element each value stands already.
//!
//! An [`Order`](slot::Order) is the sequence of the schema, so that what is new stands where the schema wants it.

#![allow(dead_code, unused_imports, reason = "each format uses a part of it")]

mod edit;
mod parse;
mod patch;
mod same;
mod scan;
pub(crate) mod slot;
mod source;
#[cfg(test)]
mod tests;
mod trouble;
pub(crate) mod whole;
mod write;

pub(crate) use edit::Fresh;
pub(crate) use parse::first_element;
pub(crate) use source::Source;
pub(crate) use trouble::Diagnostics;
pub(crate) use write::{Forbidden, Layout};

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::ops::Range;

/// The namespace that the prefix `xml` is bound to, always.
pub(crate) const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";

/// The most elements within each other, whatever the limits: those who walk a tree may recurse.
const MAX_DEPTH: usize = 128;

/// A document, or a part of one that is being made.
#[derive(Debug, Clone)]
pub(crate) struct Tree<'i> {
    nodes: Vec<Node<'i>>,
    attributes: Vec<Attribute<'i>>,
    names: Vec<Name<'i>>,
    /// The namespaces by number; the first is none.
    namespaces: Vec<Namespace<'i>>,
    /// The document type declaration, without what is around it: `nitf SYSTEM "nitf-3-6.dtd"`.
    pub(crate) doctype: Option<Cow<'i, str>>,
}

/// A node of a [`Tree`]; of no use with another tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(NonZeroU32);

impl NodeId {
    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The number of a namespace in its tree; of no use with another tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NamespaceId(u16);

impl NamespaceId {
    /// No namespace.
    pub(crate) const NONE: Self = Self(0);
    /// That of the prefix `xml`.
    pub(crate) const XML: Self = Self(1);
}

#[derive(Debug, Clone)]
struct Namespace<'i> {
    iri: Cow<'i, str>,
    /// The first prefix that is bound to it; empty if there is none.
    prefix: Cow<'i, str>,
    /// Whether it is a default namespace somewhere.
    is_default: bool,
}

/// The name of an element or attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Name<'i> {
    pub(crate) namespace: NamespaceId,
    pub(crate) local: &'i str,
}

impl Name<'static> {
    /// The name of an attribute in no namespace, or of `xml:lang`.
    pub(crate) fn of_attribute(name: &'static str) -> Self {
        match name.strip_prefix("xml:") {
            Some(local) => Self { namespace: NamespaceId::XML, local },
            None => Self { namespace: NamespaceId::NONE, local: name },
        }
    }
}

#[derive(Debug, Clone)]
struct Node<'i> {
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first_child: Option<NodeId>,
    last_child: Option<NodeId>,
    /// Where its tag or text stands in the document; empty if it was made.
    start: u32,
    end: u32,
    kind: Kind<'i>,
}

#[derive(Debug, Clone)]
enum Kind<'i> {
    /// What holds the root, and the comments and instructions beside it.
    Document,
    Element {
        /// In [`Tree::names`].
        name: u32,
        /// The first in [`Tree::attributes`], and how many.
        attributes: u32,
        count: u32,
    },
    Text(Cow<'i, str>),
    Comment(Cow<'i, str>),
    Instruction(Cow<'i, str>),
}

/// An attribute of an element.
#[derive(Debug, Clone)]
pub(crate) struct Attribute<'i> {
    pub(crate) name: Name<'i>,
    pub(crate) value: Cow<'i, str>,
    start: u32,
    end: u32,
}

impl<'i> Tree<'i> {
    /// A document without a root.
    pub(crate) fn new() -> Self {
        Self::with_room(0, 0)
    }

    /// A document without a root, with room for so many nodes and attributes.
    fn with_room(nodes: usize, attributes: usize) -> Self {
        let namespace = |iri, prefix| Namespace {
            iri: Cow::Borrowed(iri),
            prefix: Cow::Borrowed(prefix),
            is_default: false,
        };
        let mut tree = Self {
            nodes: Vec::with_capacity(nodes),
            attributes: Vec::with_capacity(attributes),
            names: Vec::new(),
            namespaces: Vec::with_capacity(4),
            doctype: None,
        };
        tree.namespaces.extend([namespace("", ""), namespace(XML_NAMESPACE, "xml")]);
        tree.push(Kind::Document, 0..0);
        tree
    }

    /// What holds the root, and the comments and instructions beside it.
    pub(crate) fn document(&self) -> NodeId {
        NodeId(NonZeroU32::MIN)
    }

    /// The root element.
    pub(crate) fn root(&self) -> Option<NodeId> {
        self.elements(self.document()).next()
    }

    // ---- Around a node ----

    pub(crate) fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.node(node)?.parent
    }

    pub(crate) fn next(&self, node: NodeId) -> Option<NodeId> {
        self.node(node)?.next
    }

    pub(crate) fn previous(&self, node: NodeId) -> Option<NodeId> {
        self.node(node)?.previous
    }

    /// The children of all kinds.
    pub(crate) fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<'_, 'i> {
        std::iter::successors(self.node(node).and_then(|node| node.first_child), |child| self.next(*child))
    }

    fn child_nodes(&self, node: NodeId) -> impl Iterator<Item = (NodeId, &Node<'i>)> {
        let with_node = |id: NodeId| Some((id, self.node(id)?));
        let first = self.node(node).and_then(|node| node.first_child).and_then(with_node);
        std::iter::successors(first, move |(_, child)| child.next.and_then(with_node))
    }

    /// The children that are elements.
    pub(crate) fn elements(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<'_, 'i> {
        let is_element = |(_, child): &(NodeId, &Node<'_>)| matches!(child.kind, Kind::Element { .. });
        self.child_nodes(node).filter(is_element).map(|(id, _)| id)
    }

    /// The child elements that have `name` as their local name and are in the namespace of `node`.
    pub(crate) fn named<'t>(&'t self, node: NodeId, name: &'t str) -> impl Iterator<Item = NodeId> + 't {
        let namespace = self.name(node).map_or(NamespaceId::NONE, |name| name.namespace);
        self.elements(node).filter(move |child| {
            self.name(*child).is_some_and(|child| child.namespace == namespace && is_same(child.local, name))
        })
    }

    /// The first of [`named`](Self::named).
    pub(crate) fn child(&self, node: NodeId, name: &str) -> Option<NodeId> {
        self.named(node, name).next()
    }

    /// The node and all that is below it, in the order of the document.
    pub(crate) fn descendants(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<'_, 'i> {
        std::iter::successors(Some(node), move |at| {
            if let Some(child) = self.node(*at).and_then(|at| at.first_child) {
                return Some(child);
            }
            let mut at = *at;
            while at != node {
                if let Some(next) = self.next(at) {
                    return Some(next);
                }
                at = self.parent(at)?;
            }
            None
        })
    }

    // ---- What a node is ----

    pub(crate) fn is_element(&self, node: NodeId) -> bool {
        matches!(self.node(node), Some(Node { kind: Kind::Element { .. }, .. }))
    }

    /// The name of an element.
    pub(crate) fn name(&self, node: NodeId) -> Option<Name<'i>> {
        self.names.get(self.name_number(node)?).copied()
    }

    /// Which of [`names`](Self::names) an element has.
    pub(crate) fn name_number(&self, node: NodeId) -> Option<usize> {
        match self.node(node)?.kind {
            Kind::Element { name, .. } => Some(name as usize),
            _ => None,
        }
    }

    /// The local name of an element; empty for other nodes.
    pub(crate) fn local(&self, node: NodeId) -> &'i str {
        self.name(node).map_or("", |name| name.local)
    }

    /// The namespace of an element; empty if it has none.
    pub(crate) fn namespace(&self, node: NodeId) -> &str {
        self.name(node).map_or("", |name| self.iri(name.namespace))
    }

    /// The IRI of a namespace.
    pub(crate) fn iri(&self, namespace: NamespaceId) -> &str {
        self.namespaces.get(usize::from(namespace.0)).map_or("", |namespace| &namespace.iri)
    }

    /// The names of all elements, each once.
    pub(crate) fn names(&self) -> &[Name<'i>] {
        &self.names
    }

    /// The text of a text node.
    pub(crate) fn text(&self, node: NodeId) -> Option<&str> {
        match &self.node(node)?.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// All text in an element, markup aside, as it stands.
    pub(crate) fn content(&self, node: NodeId) -> Cow<'_, str> {
        let mut texts = self.descendants(node).filter_map(|node| self.text(node));
        let Some(first) = texts.next() else { return Cow::Borrowed("") };
        texts.fold(Cow::Borrowed(first), |all, text| all + text)
    }

    // ---- Attributes ----

    /// The attributes of an element.
    pub(crate) fn attributes(&self, node: NodeId) -> &[Attribute<'i>] {
        match self.node(node).map(|node| &node.kind) {
            Some(Kind::Element { attributes, count, .. }) => {
                let start = *attributes as usize;
                self.attributes.get(start..start + *count as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// The value of an attribute in no namespace.
    pub(crate) fn attribute(&self, node: NodeId, local: &str) -> Option<&str> {
        self.attribute_in(node, NamespaceId::NONE, local)
    }

    /// The value of an attribute of the prefix `xml`: `xml:lang`.
    pub(crate) fn xml_attribute(&self, node: NodeId, local: &str) -> Option<&str> {
        self.attribute_in(node, NamespaceId::XML, local)
    }

    pub(crate) fn attribute_in(&self, node: NodeId, namespace: NamespaceId, local: &str) -> Option<&str> {
        let attributes = self.attributes(node);
        let found = attributes
            .iter()
            .find(|attribute| is_same(attribute.name.local, local) && attribute.name.namespace == namespace);
        found.map(|attribute| &*attribute.value)
    }

    /// Where the value of an attribute in no namespace stands in the text of the document.
    pub(crate) fn attribute_span(&self, node: NodeId, local: &str) -> Option<Range<usize>> {
        let is_it = |attribute: &&Attribute<'_>| {
            attribute.name.local == local && attribute.name.namespace == NamespaceId::NONE
        };
        let found = self.attributes(node).iter().find(is_it)?;
        Some(found.start as usize..found.end as usize)
    }

    /// The language that holds at a node: its own `xml:lang` or that of the nearest element around it.
    pub(crate) fn language(&self, node: NodeId) -> Option<&str> {
        std::iter::successors(Some(node), |node| self.parent(*node))
            .find_map(|node| self.xml_attribute(node, "lang"))
    }

    // ---- The arena ----

    fn node(&self, id: NodeId) -> Option<&Node<'i>> {
        self.nodes.get(id.index())
    }

    fn node_mut(&mut self, id: NodeId) -> Option<&mut Node<'i>> {
        self.nodes.get_mut(id.index())
    }

    /// A node that is nowhere yet.
    fn push(&mut self, kind: Kind<'i>, span: Range<usize>) -> NodeId {
        self.push_after(None, None, kind, span)
    }

    /// A node that stands last in another, which costs less than to make one and then to [`append`](Self::append) it.
    fn push_last(&mut self, parent: NodeId, kind: Kind<'i>, span: Range<usize>) -> NodeId {
        let previous = self.node(parent).and_then(|parent| parent.last_child);
        let child = self.push_after(Some(parent), previous, kind, span);
        if let Some(parent) = self.node_mut(parent) {
            parent.last_child = Some(child);
            if previous.is_none() {
                parent.first_child = Some(child);
            }
        }
        if let Some(previous) = previous.and_then(|previous| self.node_mut(previous)) {
            previous.next = Some(child);
        }
        child
    }

    /// A node that knows what it stands in and after, though they do not know it yet.
    fn push_after(
        &mut self,
        parent: Option<NodeId>,
        previous: Option<NodeId>,
        kind: Kind<'i>,
        span: Range<usize>,
    ) -> NodeId {
        self.nodes.push(Node {
            parent,
            previous,
            next: None,
            first_child: None,
            last_child: None,
            start: offset(span.start),
            end: offset(span.end),
            kind,
        });
        NodeId(NonZeroU32::new(offset(self.nodes.len())).unwrap_or(NonZeroU32::MAX))
    }

    /// The number of a namespace, which is entered if it is new; `prefix` is empty for a default namespace.
    pub(crate) fn bind(
        &mut self,
        prefix: impl Into<Cow<'i, str>>,
        iri: impl Into<Cow<'i, str>>,
    ) -> NamespaceId {
        let (prefix, iri) = (prefix.into(), iri.into());
        let known = self.namespaces.iter().position(|known| known.iri == iri);
        let number = known.unwrap_or_else(|| {
            self.namespaces.push(Namespace { iri, prefix: Cow::Borrowed(""), is_default: false });
            self.namespaces.len() - 1
        });
        if let Some(namespace) = self.namespaces.get_mut(number) {
            if prefix.is_empty() {
                namespace.is_default = true;
            } else if namespace.prefix.is_empty() {
                namespace.prefix = prefix;
            }
        }
        NamespaceId(u16::try_from(number).unwrap_or(0))
    }

    fn intern_name(&mut self, name: Name<'i>) -> u32 {
        let known = self.names.iter().position(|known| *known == name);
        offset(known.unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        }))
    }
}

/// A place in a document, or a number of nodes: [`parse`] refuses documents with more than 32 bits can count.
fn offset(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Whether two names are the same. Most that are as long differ in their first byte, which is told without a call.
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.as_bytes().first() == other.as_bytes().first() && one == other
}

/// Whether text is nothing but white space (XML 1.0, section 2.3).
pub(crate) fn is_space(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}
