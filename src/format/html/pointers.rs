//! Where a fragment points, and what it shows.

use std::collections::HashSet;

use ego_tree::{NodeRef, Tree};
use oxiri::IriRef;

use super::Content;
use super::tree::{Element, Node};
use crate::error::{Trouble, TroubleKind};
use crate::model::{Iri, Link, Media};

/// The links and media of a tree, in order.
pub(super) fn pointers(tree: &Tree<Node>, base: Option<&Iri>) -> Content {
    let mut found = Content::default();
    let mut seen: HashSet<Iri> = HashSet::new();
    for node in tree.root().descendants() {
        let Some(element) = node.value().as_element() else { continue };
        let Some(address) = address(element) else { continue };
        let target = match resolve(address, base) {
            Ok(target) => target,
            Err(message) => {
                found.diagnostics.push(Trouble::new(TroubleKind::InvalidValue, message));
                continue;
            }
        };
        if !seen.insert(target.clone()) {
            continue;
        }
        if element.name() == "a" {
            let mut link = Link::new(target);
            link.title = Some(words(node)).filter(|words| !words.is_empty());
            found.links.push(link);
        } else {
            let mut media = Media::new(target);
            media.alt = element.attribute("alt").filter(|alt| !alt.is_empty()).map(str::to_owned);
            media.media_type = element.attribute("type").map(str::to_owned);
            found.media.push(media);
        }
    }
    found
}

/// The address that an element gives, unless it is a place in the same page.
fn address(element: &Element) -> Option<&str> {
    let name = match element.name() {
        "a" => "href",
        "img" | "video" | "audio" | "source" => "src",
        _ => return None,
    };
    element.attribute(name).map(str::trim).filter(|address| !address.is_empty() && !address.starts_with('#'))
}

/// The words in a node, with its white space collapsed.
fn words(node: NodeRef<'_, Node>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match inner.value() {
            Node::Text(text) => words.push_str(text),
            Node::Element(element) if element.name() == "br" => words.push(' '),
            _ => {}
        }
    }
    super::text::normal(&words.replace('\n', " ")).into_owned()
}

/// An address against `base` (RFC 3986, section 5.2); what an IRI cannot hold is written as `%` and digits.
pub(in crate::format) fn resolve(address: &str, base: Option<&Iri>) -> Result<Iri, String> {
    let mut clean = String::with_capacity(address.len());
    for c in address.trim().chars() {
        if c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c) {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| clean.push_str(&format!("%{byte:02X}")));
        } else {
            clean.push(c);
        }
    }
    if let Ok(iri) = Iri::new(&*clean) {
        return Ok(iri);
    }
    let Some(base) = base else {
        return Err(format!("the address {address:?} is relative, and to what is not said"));
    };
    let none = |error: &dyn std::fmt::Display| format!("the address {address:?} is none: {error}");
    let reference = IriRef::parse(clean).map_err(|error| none(&error))?;
    let base = oxiri::Iri::parse(base.as_str()).map_err(|error| none(&error))?;
    let resolved = base.resolve(&reference).map_err(|error| none(&error))?;
    Iri::new(resolved.into_inner()).map_err(|error| none(&error))
}
