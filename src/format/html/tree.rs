//! A fragment of HTML as a tree, and the tree as text again.

use ego_tree::iter::Edge;
use ego_tree::{NodeRef, Tree};
use html5ever::{Attribute, QualName, local_name, ns};

use crate::format::byte_scan::{is_any, position};

/// What stands in the tree.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// The fragment itself.
    Root,
    Element(Element),
    Text(String),
    Comment(String),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element {
    pub(super) name: QualName,
    pub(super) attributes: Vec<Attribute>,
    /// How deep it was put when it was parsed: 1 below the root.
    pub(super) depth: usize,
}

impl Element {
    /// The local name, in lower case for elements of HTML.
    pub(super) fn name(&self) -> &str {
        &self.name.local
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let attribute = self.attributes.iter().find(|attribute| *attribute.name.local == *name);
        attribute.map(|attribute| &*attribute.value)
    }

    /// Whether `class` is one of its classes.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|classes| classes.split_ascii_whitespace().any(|one| one == class))
    }
}

impl Node {
    pub(super) fn as_element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The name of the element that it is; else nothing.
    pub(super) fn name(&self) -> &str {
        self.as_element().map_or("", Element::name)
    }
}

/// What stands below `node`, as HTML that is XML as well: empty elements are closed, and only `& < > "`
/// are references.
pub(super) fn html(node: NodeRef<'_, Node>) -> String {
    let mut out = String::new();
    for edge in node.traverse() {
        match edge {
            Edge::Open(inner) if inner != node => open(&mut out, inner),
            Edge::Close(inner) if inner != node => close(&mut out, inner.value()),
            _ => {}
        }
    }
    out
}

fn open(out: &mut String, node: NodeRef<'_, Node>) {
    match node.value() {
        Node::Root => {}
        Node::Element(element) => {
            out.push('<');
            out.push_str(element.name());
            for attribute in &element.attributes {
                out.push(' ');
                if let Some(prefix) = prefix(&attribute.name) {
                    out.push_str(prefix);
                }
                out.push_str(&attribute.name.local);
                out.push_str("=\"");
                escape(out, &attribute.value);
                out.push('"');
            }
            out.push_str(if is_void(element.name()) { "/>" } else { ">" });
            // HTML drops one line break at the start of these; a second one stands for it.
            if matches!(element.name(), "pre" | "textarea" | "listing") {
                let text = node.first_child().map(|child| child.value());
                if matches!(text, Some(Node::Text(text)) if text.starts_with('\n')) {
                    out.push('\n');
                }
            }
        }
        Node::Text(text) => {
            let parent = node.parent().map_or("", |parent| parent.value().name());
            if is_raw(parent) { out.push_str(text) } else { escape(out, text) }
        }
        Node::Comment(text) => out.push_str(&format!("<!--{text}-->")),
    }
}

fn close(out: &mut String, node: &Node) {
    if let Node::Element(element) = node
        && !is_void(element.name())
    {
        out.push_str("</");
        out.push_str(element.name());
        out.push('>');
    }
}

fn prefix(name: &QualName) -> Option<&'static str> {
    match name.ns {
        ns!(xml) => Some("xml:"),
        ns!(xlink) => Some("xlink:"),
        ns!(xmlns) if name.local != local_name!("xmlns") => Some("xmlns:"),
        _ => None,
    }
}

/// Writes text so that HTML and XML both read it as it is.
pub(in crate::format) fn escape(out: &mut String, text: &str) {
    let is_special = |byte| is_any(byte, *b"&<>\"\r");
    let mut rest = text;
    while let Some(at) = position(rest.as_bytes(), 0, is_special) {
        let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let mut after = special.chars();
        let reference =
            after.next().and_then(|c| REFERENCES.iter().find(|(special, _)| char::from(*special) == c));
        out.push_str(plain);
        if let Some((_, name)) = reference {
            out.push('&');
            out.push_str(name);
            out.push(';');
        }
        rest = after.as_str();
    }
    out.push_str(rest);
}

/// What is written as a reference.
const REFERENCES: [(u8, &str); 5] =
    [(b'&', "amp"), (b'<', "lt"), (b'>', "gt"), (b'"', "quot"), (b'\r', "#13")];

/// The character that a reference of ours stands for.
#[cfg(feature = "ninjs")]
pub(super) fn character_of(name: &str) -> Option<char> {
    REFERENCES.iter().find(|(_, known)| *known == name).map(|(special, _)| char::from(*special))
}

/// Elements that have no end tag (HTML Living Standard, section 13.1.2).
pub(in crate::format) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements whose text holds no references (section 13.3, "serialising HTML fragments").
fn is_raw(name: &str) -> bool {
    matches!(name, "style" | "script" | "xmp" | "iframe" | "noembed" | "noframes" | "plaintext")
}

/// A tree of nothing.
pub(super) fn empty() -> Tree<Node> {
    Tree::new(Node::Root)
}
