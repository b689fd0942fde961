//! Whether two trees say the same, and a fingerprint of what one says.
//!
//! Prefixes, comments, the order of attributes, and white space in elements that hold no other text, say nothing.

use std::borrow::Cow;

use super::{Kind, Name, NamespaceId, NodeId, Tree, is_space};
use crate::format::fnv::Fnv;

/// What an element holds, as far as it says something.
#[derive(Debug)]
enum Piece<'t> {
    Element(NodeId),
    /// Text, with that on the other side of a comment.
    Text(Cow<'t, str>),
}

/// The attributes by namespace and name, in one order.
fn attributes<'t>(tree: &'t Tree<'_>, node: NodeId) -> Vec<(&'t str, &'t str, &'t str)> {
    let named = tree.attributes(node).iter();
    let mut named: Vec<_> =
        named.map(|found| (tree.iri(found.name.namespace), found.name.local, &*found.value)).collect();
    named.sort_unstable();
    named
}

fn pieces<'t>(tree: &'t Tree<'_>, node: NodeId) -> Vec<Piece<'t>> {
    let is_mixed = tree.is_mixed(node);
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    for child in tree.children(node) {
        match (tree.text(child), pieces.last_mut()) {
            (Some(_), _) if !is_mixed => {}
            (Some(text), Some(Piece::Text(before))) => *before += text,
            (Some(text), _) => pieces.push(Piece::Text(Cow::Borrowed(text))),
            (None, _) if tree.is_element(child) => pieces.push(Piece::Element(child)),
            (None, _) => {}
        }
    }
    pieces
}

impl Tree<'_> {
    /// The first element at which two elements do not say the same, by its path in `self`.
    pub(crate) fn difference(&self, node: NodeId, other: &Tree<'_>, others: NodeId) -> Option<String> {
        let is_alike = self.local(node) == other.local(others)
            && self.namespace(node) == other.namespace(others)
            && attributes(self, node) == attributes(other, others);
        let (own, foreign) = (pieces(self, node), pieces(other, others));
        if !is_alike || own.len() != foreign.len() {
            return Some(self.path(node));
        }
        own.iter().zip(&foreign).find_map(|pair| match pair {
            (Piece::Element(own), Piece::Element(foreign)) => self.difference(*own, other, *foreign),
            (Piece::Text(own), Piece::Text(foreign)) if own == foreign => None,
            _ => Some(self.path(node)),
        })
    }

    /// A number that is equal for elements that say the same, and hardly for others; without the elements
    /// that are to be left out.
    pub(crate) fn fingerprint(&self, node: NodeId, leave_out: &dyn Fn(&Self, NodeId) -> bool) -> u64 {
        // There are few names and many elements.
        let number = |name: &Name<'_>| {
            let mut hash = Fnv::new();
            hash.mark(1, self.iri(name.namespace).as_bytes());
            hash.mark(2, name.local.as_bytes());
            hash.number()
        };
        let names: Vec<u64> = self.names.iter().map(number).collect();
        let mut hash = Fnv::new();
        self.hash(node, &names, leave_out, &mut hash);
        hash.number()
    }

    fn hash(&self, node: NodeId, names: &[u64], leave_out: &dyn Fn(&Self, NodeId) -> bool, hash: &mut Fnv) {
        hash.word(self.name_number(node).and_then(|name| names.get(name)).copied().unwrap_or_default());
        // Attributes have no order, and a sum has none.
        let attributes = self.attributes(node).iter().map(|attribute| {
            let mut hash = Fnv::new();
            if attribute.name.namespace != NamespaceId::NONE {
                hash.mark(3, self.iri(attribute.name.namespace).as_bytes());
            }
            hash.mark(4, attribute.name.local.as_bytes());
            hash.mark(5, attribute.value.as_bytes());
            hash.number()
        });
        hash.word(attributes.fold(0, u64::wrapping_add));
        let is_mixed = self.is_mixed(node);
        let mut text: Option<Cow<'_, str>> = None;
        for (id, child) in self.child_nodes(node) {
            match &child.kind {
                Kind::Text(more) if is_mixed => {
                    text = Some(match text {
                        Some(before) => before + &**more,
                        None => Cow::Borrowed(more),
                    });
                }
                Kind::Element { .. } => {
                    text.take().into_iter().for_each(|text| hash.mark(6, text.as_bytes()));
                    if !leave_out(self, id) {
                        self.hash(id, names, leave_out, hash);
                    }
                }
                _ => {}
            }
        }
        text.into_iter().for_each(|text| hash.mark(6, text.as_bytes()));
        hash.mark(7, b"");
    }

    /// Whether the text in an element says something.
    fn is_mixed(&self, node: NodeId) -> bool {
        let mut has_elements = false;
        for (_, child) in self.child_nodes(node) {
            match &child.kind {
                Kind::Text(text) if !is_space(text) => return true,
                Kind::Element { .. } => has_elements = true,
                _ => {}
            }
        }
        !has_elements
    }
}
