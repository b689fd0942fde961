//! A tree to text, in one way only: what is equal is written equal, and read again it is the same tree.

use std::ops::Range;

use super::{Kind, Name, NamespaceId, NodeId, Tree, XML_NAMESPACE};
use crate::format::xml_text::{IN_ATTRIBUTE, IN_SINGLE_QUOTES, IN_TEXT, escape};

/// How much text a node comes to, more or less.
const BYTES_A_NODE: usize = 48;

/// How elements are laid out.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Layout {
    /// With the white space that is there, and no other.
    AsItStands,
    /// Each element on a line of its own where an element holds nothing but elements, except in those of
    /// which the function says that their white space counts.
    Indented(fn(&Tree<'_>, NodeId) -> bool),
}

/// A character that XML cannot hold, and the node where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forbidden {
    pub(crate) node: NodeId,
    pub(crate) character: char,
}

impl Tree<'_> {
    /// The document in UTF-8, with its declaration.
    ///
    /// Namespaces keep the prefix that they first had, and those with a prefix are declared at the root. A
    /// name without prefix is in the default namespace, which is declared wherever it changes.
    ///
    /// # Errors
    ///
    /// If there is a character that XML cannot hold.
    pub(crate) fn write(&self, layout: Layout) -> Result<String, Forbidden> {
        self.write_seeking(layout, None).map(|(text, _)| text)
    }

    /// As [`write`](Self::write); also gives where the value of an attribute of a node, if one is sought, stands.
    pub(super) fn write_seeking(
        &self,
        layout: Layout,
        sought: Option<(NodeId, &str)>,
    ) -> Result<(String, Option<Range<usize>>), Forbidden> {
        let mut out = String::with_capacity(self.nodes.len() * BYTES_A_NODE);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let mut writer = Writer { tree: self, prefixes: self.prefixes(), out, layout, sought, found: None };
        if let Some(doctype) = &self.doctype {
            writer.out.push_str("<!DOCTYPE ");
            writer.out.push_str(doctype);
            writer.out.push_str(">\n");
        }
        for child in self.children(self.document()) {
            writer.node(child, NamespaceId::NONE, 0, layout)?;
            writer.out.push('\n');
        }
        Ok((writer.out, writer.found))
    }

    /// The prefix of each namespace, where it has one: its own, or `ns1`, `ns2`, … where an attribute needs
    /// one, or another namespace had the same first.
    fn prefixes(&self) -> Vec<Option<String>> {
        let mut prefixes: Vec<Option<String>> = Vec::with_capacity(self.namespaces.len());
        let mut of_attributes = vec![false; self.namespaces.len()];
        for attribute in &self.attributes {
            let number = usize::from(attribute.name.namespace.0);
            of_attributes.get_mut(number).into_iter().for_each(|used| *used = true);
        }
        for (number, namespace) in self.namespaces.iter().enumerate() {
            let id = NamespaceId(u16::try_from(number).unwrap_or(0));
            let is_needed = || !namespace.is_default || of_attributes.get(number).is_some_and(|used| *used);
            let is_taken = |prefix: &str| prefixes.iter().flatten().any(|taken| taken == prefix);
            prefixes.push(match &*namespace.prefix {
                "" if id == NamespaceId::NONE || !is_needed() => None,
                prefix if !prefix.is_empty() && !is_taken(prefix) => Some(prefix.to_owned()),
                _ => {
                    let is_hint = |name: &str| self.namespaces.iter().any(|other| other.prefix == name);
                    let mut free =
                        (1..).map(|n| format!("ns{n}")).filter(|name| !is_taken(name) && !is_hint(name));
                    free.next()
                }
            });
        }
        prefixes
    }
}

struct Writer<'t, 'i> {
    tree: &'t Tree<'i>,
    prefixes: Vec<Option<String>>,
    out: String,
    layout: Layout,
    /// The node and the name of an attribute, and where its value was written.
    sought: Option<(NodeId, &'t str)>,
    found: Option<Range<usize>>,
}

impl Writer<'_, '_> {
    fn node(
        &mut self,
        id: NodeId,
        default: NamespaceId,
        depth: usize,
        layout: Layout,
    ) -> Result<(), Forbidden> {
        let forbidden = |character| Forbidden { node: id, character };
        match self.tree.node(id).map(|node| &node.kind) {
            Some(Kind::Element { .. }) => return self.element(id, default, depth, layout),
            Some(Kind::Text(text)) => escape(text, &mut self.out, &IN_TEXT).map_err(forbidden)?,
            Some(Kind::Comment(text)) => {
                self.out.push_str("<!--");
                self.out.push_str(text);
                self.out.push_str("-->");
            }
            Some(Kind::Instruction(text)) => {
                self.out.push_str("<?");
                self.out.push_str(text);
                self.out.push_str("?>");
            }
            Some(Kind::Document) | None => {}
        }
        Ok(())
    }

    fn element(
        &mut self,
        id: NodeId,
        default: NamespaceId,
        depth: usize,
        layout: Layout,
    ) -> Result<(), Forbidden> {
        let Some(name) = self.tree.name(id) else { return Ok(()) };
        let is_default = self.is_default(name.namespace);
        self.out.push('<');
        self.name(name, is_default);
        let mut inner = default;
        if is_default && name.namespace != default {
            inner = name.namespace;
            self.declare("", name.namespace, id)?;
        }
        if depth == 0 {
            self.declare_prefixes(id)?;
        }
        for attribute in self.tree.attributes(id) {
            self.out.push(' ');
            self.name(attribute.name, attribute.name.namespace == NamespaceId::NONE);
            let start = self.out.len() + "=\"".len();
            self.value(&attribute.value, id)?;
            if self.sought == Some((id, attribute.name.local)) {
                self.found = Some(start..self.out.len() - "\"".len());
            }
        }
        if self.tree.children(id).next().is_none() {
            self.out.push_str("/>");
            return Ok(());
        }
        self.out.push('>');
        let content = match layout {
            Layout::Indented(counts) if counts(self.tree, id) => Layout::AsItStands,
            layout => layout,
        };
        let breaks = matches!(content, Layout::Indented(_))
            && !self.tree.children(id).any(|child| self.tree.text(child).is_some());
        for child in self.tree.children(id) {
            if breaks {
                self.break_line(depth + 1);
            }
            self.node(child, inner, depth + 1, content)?;
        }
        if breaks {
            self.break_line(depth);
        }
        self.out.push_str("</");
        self.name(name, is_default);
        self.out.push('>');
        Ok(())
    }

    /// Whether elements of a namespace are written without a prefix.
    fn is_default(&self, namespace: NamespaceId) -> bool {
        let has_prefix = self.prefixes.get(usize::from(namespace.0)).is_some_and(Option::is_some);
        let is_default =
            self.tree.namespaces.get(usize::from(namespace.0)).is_some_and(|known| known.is_default);
        is_default || !has_prefix
    }

    fn name(&mut self, name: Name<'_>, is_bare: bool) {
        if !is_bare && let Some(Some(prefix)) = self.prefixes.get(usize::from(name.namespace.0)) {
            self.out.push_str(prefix);
            self.out.push(':');
        }
        self.out.push_str(name.local);
    }

    fn declare_prefixes(&mut self, root: NodeId) -> Result<(), Forbidden> {
        for number in 0..self.prefixes.len() {
            let id = NamespaceId(u16::try_from(number).unwrap_or(0));
            if let Some(Some(prefix)) = self.prefixes.get(number).cloned()
                && self.tree.iri(id) != XML_NAMESPACE
            {
                self.declare(&prefix, id, root)?;
            }
        }
        Ok(())
    }

    fn declare(&mut self, prefix: &str, namespace: NamespaceId, node: NodeId) -> Result<(), Forbidden> {
        self.out.push_str(if prefix.is_empty() { " xmlns" } else { " xmlns:" });
        self.out.push_str(prefix);
        let tree = self.tree;
        self.value(tree.iri(namespace), node)
    }

    fn value(&mut self, value: &str, node: NodeId) -> Result<(), Forbidden> {
        // JSON in an attribute is as good as unreadable, and three times as long, with each mark escaped.
        let is_full_of_quotes = memchr::memchr_iter(b'"', value.as_bytes()).nth(1).is_some();
        let quote = if is_full_of_quotes { '\'' } else { '"' };
        self.out.push('=');
        self.out.push(quote);
        let escapes = if is_full_of_quotes { &IN_SINGLE_QUOTES } else { &IN_ATTRIBUTE };
        escape(value, &mut self.out, escapes).map_err(|character| Forbidden { node, character })?;
        self.out.push(quote);
        Ok(())
    }

    fn break_line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", depth));
    }
}
