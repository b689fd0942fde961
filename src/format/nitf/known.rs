//! Who and what was named before: by code, or else by name.

use std::borrow::{Borrow, Cow};
use std::collections::HashMap;
use std::hash::Hash;

use super::names::SOURCE;
use crate::format::tree::{NodeId, Tree};
use crate::model::{Id, Identifier, IdentifierScheme};

/// Which of those named has a name or a code.
#[derive(Default)]
pub(super) struct Known<'t> {
    by_name: Numbered<String>,
    by_code: Numbered<Code<'t>>,
    /// Whether each has a code.
    coded: Vec<bool>,
}

/// The `idsrc` and `value` of an element.
pub(super) type Code<'t> = (&'t str, &'t str);

impl<'t> Known<'t> {
    /// What has a code.
    pub(super) fn with_code(&self, code: Option<Code<'t>>) -> Option<usize> {
        self.by_code.get(&code?)
    }

    /// What has a code or a name, or else what `make` makes; none where there is neither.
    pub(super) fn find(
        &mut self,
        code: Option<Code<'t>>,
        name: Cow<'_, str>,
        make: impl FnOnce() -> usize,
    ) -> Option<usize> {
        if code.is_none() && name.is_empty() {
            return None;
        }
        let known = (self.with_code(code), if name.is_empty() { None } else { self.by_name.get(&*name) });
        // Two codes are two, though they have one name.
        let is_coded = |at: usize| self.coded.get(at).copied().unwrap_or_default();
        let by_name = known.1.filter(|at| code.is_none() || !is_coded(*at));
        let at = known.0.or(by_name).unwrap_or_else(make);
        if let Some(code) = code
            && known.0.is_none()
        {
            self.coded.resize(self.coded.len().max(at + 1), false);
            self.coded.get_mut(at).into_iter().for_each(|coded| *coded = true);
            self.by_code.insert(code, at);
        }
        if !name.is_empty() && known.1.is_none() {
            self.by_name.insert(name.into_owned(), at);
        }
        Some(at)
    }
}

/// Numbers by key. Most documents have few, which are compared one by one; more go into a table that no document
/// can make slow.
struct Numbered<K> {
    few: Vec<(K, usize)>,
    more: HashMap<K, usize>,
}

impl<K> Default for Numbered<K> {
    fn default() -> Self {
        Self { few: Vec::new(), more: HashMap::new() }
    }
}

impl<K: Eq + Hash> Numbered<K> {
    const FEW: usize = 16;

    fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let few = self.few.iter().find(|(known, _)| known.borrow() == key).map(|(_, number)| *number);
        few.or_else(|| if self.more.is_empty() { None } else { self.more.get(key).copied() })
    }

    /// Takes in a key that is not known.
    fn insert(&mut self, key: K, number: usize) {
        if self.few.len() < Self::FEW {
            self.few.push((key, number));
        } else {
            self.more.insert(key, number);
        }
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
