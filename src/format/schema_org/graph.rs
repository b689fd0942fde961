//! The nodes of a JSON-LD document, and what refers to them.

use std::cell::RefCell;

use serde_json::Value;

use super::names::local;
use crate::error::{Trouble, TroubleKind};
use crate::format::DiagnosticSink;

/// A value, and where it stands as a JSON pointer (RFC 6901).
#[derive(Debug, Clone)]
pub(super) struct At<'v> {
    pub(super) value: &'v Value,
    pub(super) pointer: String,
}

impl<'v> At<'v> {
    pub(super) fn root(value: &'v Value) -> Self {
        Self { value, pointer: String::new() }
    }

    /// A member, unless it is null.
    pub(super) fn get(&self, name: &str) -> Option<Self> {
        let value = self.value.as_object()?.get(name).filter(|value| !value.is_null())?;
        let name = name.replace('~', "~0").replace('/', "~1");
        Some(Self { value, pointer: format!("{}/{name}", self.pointer) })
    }

    /// The items of a member: of one that is no list, itself.
    pub(super) fn all(&self, name: &str) -> Vec<Self> {
        self.get(name).map(|member| member.items()).unwrap_or_default()
    }

    /// The items of this list; what is no list is the only item.
    pub(super) fn items(self) -> Vec<Self> {
        let Some(items) = self.value.as_array() else { return vec![self] };
        let item = |(index, value)| Self { value, pointer: format!("{}/{index}", self.pointer) };
        items.iter().enumerate().map(item).collect()
    }

    /// The first item of a member.
    pub(super) fn first(&self, name: &str) -> Option<Self> {
        self.all(name).into_iter().next()
    }

    /// The text of a member, unless it is empty.
    pub(super) fn text(&self, name: &str) -> Option<&'v str> {
        self.first(name)?.words()
    }

    /// This text, or the `@value` of this typed or translated one, unless it is empty.
    pub(super) fn words(&self) -> Option<&'v str> {
        let value = self.value.get("@value").unwrap_or(self.value);
        value.as_str().filter(|text| !text.is_empty())
    }

    /// The types without their vocabulary.
    pub(super) fn types(&self) -> Vec<&'v str> {
        self.all("@type").iter().filter_map(At::words).map(local).collect()
    }

    pub(super) fn is(&self, kind: impl Fn(&str) -> bool) -> bool {
        self.types().into_iter().any(kind)
    }

    /// The path: `article/mentions[2]/name`, members counted from 1.
    fn path(&self) -> String {
        self.pointer.split('/').skip(1).fold(super::ROOT.to_owned(), |path, token| {
            match token.parse::<usize>() {
                Ok(index) => format!("{path}[{}]", index + 1),
                Err(_) => format!("{path}/{}", token.replace("~1", "/").replace("~0", "~")),
            }
        })
    }
}

/// The nodes of a document that have a name, and the troubles that were met in it.
pub(super) struct Graph<'v> {
    nodes: Vec<At<'v>>,
    troubles: RefCell<Vec<Trouble>>,
}

impl<'v> Graph<'v> {
    /// The nodes of `@graph`, of a list of nodes, or the only one.
    pub(super) fn of(document: &'v Value) -> Self {
        let root = At::root(document);
        let mut nodes = root.clone().items();
        if let Some(graph) = root.get("@graph") {
            nodes = graph.items();
        }
        Self { nodes, troubles: RefCell::default() }
    }

    pub(super) fn nodes(&self) -> &[At<'v>] {
        &self.nodes
    }

    /// The node that a reference names; what is no reference to a known node is itself.
    pub(super) fn resolve(&self, at: At<'v>) -> At<'v> {
        let is_reference = at.value.as_object().is_some_and(|members| {
            members.contains_key("@id") && members.keys().all(|name| matches!(name.as_str(), "@id" | "@type"))
        });
        let name = at.value.get("@id").filter(|_| is_reference);
        let node = name.and_then(|name| self.nodes.iter().find(|node| node.value.get("@id") == Some(name)));
        node.cloned().unwrap_or(at)
    }

    pub(super) fn report(&self, at: &At<'v>, kind: TroubleKind, message: impl Into<String>) {
        let mut troubles = self.troubles.borrow_mut();
        if troubles.len() < DiagnosticSink::MOST {
            troubles.push(Trouble::new(kind, message).with_path(at.path()));
        }
    }

    pub(super) fn into_troubles(self) -> Vec<Trouble> {
        self.troubles.into_inner()
    }
}
