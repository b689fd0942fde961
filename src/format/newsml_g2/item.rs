//! Where the parts of an item are, and which items a document holds.

use super::names::ITEMS;
use crate::format::tree::{NodeId, Tree};

/// An item, or a fragment of one that stands alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// The item itself, or the fragment.
    pub(super) node: NodeId,
    pub(super) management: Option<NodeId>,
    pub(super) content: Option<NodeId>,
    /// What holds the body.
    pub(super) body: Option<NodeId>,
}

impl Item {
    pub(super) fn of(tree: &Tree<'_>, node: NodeId) -> Self {
        let part = |name| match tree.local(node) == name {
            true => Some(node),
            false => tree.child(node, name),
        };
        Self { node, management: part("itemMeta"), content: part("contentMeta"), body: part("contentSet") }
    }

    /// Where an element of another namespace may stand.
    pub(super) fn extension_point(&self) -> Option<NodeId> {
        self.management.or(self.content)
    }

    /// What a concept or knowledge item defines, and what any item asserts.
    pub(super) fn concepts<'t>(&self, tree: &'t Tree<'_>) -> impl Iterator<Item = NodeId> + 't {
        let node = self.node;
        let own = (tree.local(node) == "concept").then_some(node);
        let sets = tree.named(node, "conceptSet").flat_map(|set| tree.named(set, "concept"));
        own.into_iter().chain(tree.named(node, "assert")).chain(tree.named(node, "concept")).chain(sets)
    }
}

/// The items of a document: those of a message, or the one that it is.
pub(super) fn items(tree: &Tree<'_>, root: NodeId) -> Vec<NodeId> {
    if tree.local(root) != "newsMessage" {
        return vec![root];
    }
    let sets = tree.named(root, "itemSet");
    sets.flat_map(|set| tree.elements(set)).filter(|item| ITEMS.contains(&tree.local(*item))).collect()
}

/// The item that is the story of a document: the first news item, or else the first item.
pub(super) fn principal(tree: &Tree<'_>, items: &[NodeId]) -> Option<NodeId> {
    items.iter().find(|item| tree.local(**item) == "newsItem").or(items.first()).copied()
}
