//! Who and what was named before: by code, or else by name.

use std::collections::{HashMap, HashSet};

use super::names::SOURCE;
use crate::format::tree::{NodeId, Tree};
use crate::model::{Id, Identifier, IdentifierScheme};

/// Which of those named has a name or a code.
#[derive(Default)]
pub(super) struct Known<'t> {
    by_name: HashMap<String, usize>,
    by_code: HashMap<Code<'t>, usize>,
    /// Those that have a code.
    coded: HashSet<usize>,
}

/// The `idsrc` and `value` of an element.
pub(super) type Code<'t> = (&'t str, &'t str);

impl<'t> Known<'t> {
    /// What has a code.
    pub(super) fn with_code(&self, code: Option<Code<'t>>) -> Option<usize> {
        self.by_code.get(&code?).copied()
    }

    /// What has a code or a name, or else what `make` makes; none where there is neither.
    pub(super) fn find(
        &mut self,
        code: Option<Code<'t>>,
        name: &str,
        make: impl FnOnce() -> usize,
    ) -> Option<usize> {
        if code.is_none() && name.is_empty() {
            return None;
        }
        // Two codes are two, though they have one name.
        let by_name =
            || self.by_name.get(name).copied().filter(|at| code.is_none() || !self.coded.contains(at));
        let at = self.with_code(code).or_else(by_name).unwrap_or_else(make);
        if let Some(code) = code {
            self.coded.insert(at);
            self.by_code.entry(code).or_insert(at);
        }
        if !name.is_empty() && !self.by_name.contains_key(name) {
            self.by_name.insert(name.to_owned(), at);
        }
        Some(at)
    }
}

/// The code of an element.
pub(super) fn code<'t>(tree: &'t Tree<'_>, node: NodeId) -> Option<Code<'t>> {
    Some((tree.attribute(node, "idsrc").unwrap_or_default(), tree.attribute(node, "value")?))
}

/// The id that a story gave to what an element names.
pub(super) fn own_id(tree: &Tree<'_>, node: NodeId) -> Option<Id> {
    code(tree, node).filter(|(source, _)| *source == SOURCE).and_then(|(_, value)| Id::new(value).ok())
}

/// The codes of an element, and of its `alt-code`s, other than ids of a story.
pub(super) fn identifiers<'t>(tree: &'t Tree<'_>, node: NodeId) -> impl Iterator<Item = Identifier> + 't {
    let codes = std::iter::once(node).chain(tree.named(node, "alt-code"));
    codes
        .filter_map(|node| code(tree, node))
        .filter(|(source, _)| *source != SOURCE)
        .map(|(source, value)| Identifier::new(IdentifierScheme::from(source), value))
}

/// Takes in identifiers, each once.
pub(super) fn add_identifiers(known: &mut Vec<Identifier>, more: impl Iterator<Item = Identifier>) {
    for identifier in more {
        if !known.contains(&identifier) {
            known.push(identifier);
        }
    }
}
