//! Elements: their names, their attributes, and the namespaces that hold in them.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attributes;

use super::{Binding, MOST_ATTRIBUTES, Parser};
use crate::error::{ReadError, TroubleKind};
use crate::format::tree::scan::{RawAttribute, is_name};
use crate::format::tree::{Attribute, Kind, Name, NamespaceId, XML_NAMESPACE, is_same, offset};
use crate::format::xml_text::{attribute_value, shortened};

/// The most namespaces of a document, and bindings of prefixes that hold at one place.
const MOST_NAMESPACES: usize = 256;

impl<'s> Parser<'_, 's> {
    /// Takes in the beginning of an element, whose attributes are [found](Self::found).
    pub(super) fn start_tag(&mut self, qualified: &'s str, span: Range<usize>) -> Result<(), ReadError> {
        self.joins = false;
        self.elements += 1;
        if self.opened.len() >= self.most_depth {
            let message =
                format!("more than {} elements within each other, which is the limit", self.most_depth);
            return Err(self.error(TroubleKind::Limit, span, message));
        }
        if self.elements > self.most_elements {
            let message = format!("more than {} elements, which is the limit", self.most_elements);
            return Err(self.error(TroubleKind::Limit, span, message));
        }
        if self.opened.is_empty() && self.tree.root().is_some() {
            return Err(self.error(TroubleKind::Syntax, span, "the document goes on after its root element"));
        }
        self.opened.push(qualified);
        self.take_bindings()?;
        let (prefix, local) = split(qualified);
        let namespace = match self.namespace(prefix.unwrap_or_default()) {
            Some(namespace) => namespace,
            None => return Err(self.unbound(qualified, span)),
        };
        let name = self.name(Name { namespace, local }, qualified, &span)?;
        let attributes = offset(self.tree.attributes.len());
        self.take_attributes(&span)?;
        let count = offset(self.tree.attributes.len()) - attributes;
        self.open = self.tree.push_last(self.open, Kind::Element { name, attributes, count }, span);
        Ok(())
    }

    pub(super) fn end_tag(&mut self) {
        self.joins = false;
        while self.scope.last().is_some_and(|binding| binding.depth == self.opened.len()) {
            self.scope.pop();
        }
        self.opened.pop();
        self.open = self.tree.parent(self.open).unwrap_or(self.tree.document());
    }

    fn name(&mut self, name: Name<'s>, qualified: &str, span: &Range<usize>) -> Result<u32, ReadError> {
        match self.names.number(name, &mut self.tree.names) {
            (number, false) => Ok(number),
            (number, true) if is_name(name.local) => Ok(number),
            _ => {
                let message = format!("{} is no name of an element", shortened(qualified));
                Err(self.error(TroubleKind::Syntax, span.clone(), message))
            }
        }
    }

    /// [Finds](Self::found) the attributes of a tag; gives its name.
    pub(super) fn collect_attributes(
        &mut self,
        tag: &BytesStart<'_>,
        span: &Range<usize>,
    ) -> Result<&'s str, ReadError> {
        // The tag again, borrowed from the document itself and not from the event.
        let text = self.text.get(span.start + 1..).and_then(|rest| rest.get(..tag.len())).unwrap_or_default();
        let name = tag.name().0.len();
        self.found.clear();
        let mut attributes = Attributes::new(text, name);
        attributes.with_checks(false);
        for attribute in attributes {
            let attribute = attribute
                .map_err(|error| self.error(TroubleKind::Syntax, span.clone(), error.to_string()))?;
            let Cow::Borrowed(raw) = attribute.value else { continue };
            let (prefix, local) = split(attribute.key.0);
            if self.found.len() >= MOST_ATTRIBUTES {
                let message = format!("more than {MOST_ATTRIBUTES} attributes in one element");
                return Err(self.error(TroubleKind::Limit, span.clone(), message));
            }
            self.found.push(RawAttribute { prefix, local, raw });
        }
        Ok(text.get(..name).unwrap_or_default())
    }

    /// Takes the bindings of prefixes out of the attributes that were found, so that they hold.
    fn take_bindings(&mut self) -> Result<(), ReadError> {
        let is_binding = |found: &RawAttribute<'s>| binding(found).is_some();
        if !self.found.iter().any(is_binding) {
            return Ok(());
        }
        let found = std::mem::take(&mut self.found);
        for found in &found {
            if let Some(prefix) = binding(found) {
                self.bind(prefix, found.raw)?;
            }
        }
        self.found = found;
        self.found.retain(|found| !is_binding(found));
        Ok(())
    }

    fn bind(&mut self, prefix: &'s str, raw: &'s str) -> Result<(), ReadError> {
        let iri = self.value(raw)?;
        let span = self.span_of(raw);
        if prefix == "xml" || prefix == "xmlns" {
            return match iri == XML_NAMESPACE && prefix == "xml" {
                true => Ok(()),
                false => {
                    Err(self.error(TroubleKind::Syntax, span, format!("the prefix {prefix} cannot be bound")))
                }
            };
        }
        if iri.is_empty() && !prefix.is_empty() || !prefix.is_empty() && !is_name(prefix) {
            let message = format!("the prefix {} cannot be bound to this", shortened(prefix));
            return Err(self.error(TroubleKind::Syntax, span, message));
        }
        if self.tree.namespaces.len() >= MOST_NAMESPACES || self.scope.len() >= MOST_NAMESPACES {
            let message = format!("more than {MOST_NAMESPACES} namespaces");
            return Err(self.error(TroubleKind::Limit, span, message));
        }
        let namespace = match iri.is_empty() {
            true => NamespaceId::NONE,
            false => self.tree.bind(prefix, iri),
        };
        self.scope.push(Binding { depth: self.opened.len(), prefix, namespace });
        Ok(())
    }

    fn namespace(&self, prefix: &str) -> Option<NamespaceId> {
        // No prefix is the common case, and comparing the bytes of two empty strings is slow: they point nowhere,
        // and a vector load from there takes hundreds of cycles.
        let binds = |binding: &&Binding<'_>| match prefix.is_empty() {
            true => binding.prefix.is_empty(),
            false => binding.prefix == prefix,
        };
        self.scope.iter().rev().find(binds).map(|binding| binding.namespace)
    }

    fn take_attributes(&mut self, span: &Range<usize>) -> Result<(), ReadError> {
        let first = self.tree.attributes.len();
        let found = std::mem::take(&mut self.found);
        for RawAttribute { prefix, local, raw } in &found {
            let namespace = match prefix.map(|prefix| self.namespace(prefix)) {
                None => NamespaceId::NONE,
                Some(Some(namespace)) => namespace,
                Some(None) => return Err(self.unbound(local, span.clone())),
            };
            let name = Name { namespace, local };
            let others = self.tree.attributes.get(first..).unwrap_or_default();
            let is_twice = others.iter().any(|other| is_same(other.name.local, local) && other.name == name);
            if is_twice || !is_name(local) {
                let what = if is_twice { "is there twice" } else { "is no name of an attribute" };
                let message = format!("{} {what}", shortened(local));
                let span = self.span_of(raw);
                return Err(self.error(TroubleKind::Syntax, span, message));
            }
            let value = self.value(raw)?;
            let place = self.span_of(raw);
            let (start, end) = (offset(place.start), offset(place.end));
            self.tree.attributes.push(Attribute { name, value, start, end });
        }
        self.found = found;
        Ok(())
    }

    fn value(&mut self, raw: &'s str) -> Result<Cow<'s, str>, ReadError> {
        let start = self.span_of(raw).start;
        let mut undefined = Vec::new();
        let value = attribute_value(raw, |fault| {
            undefined.push(fault);
            Ok(())
        });
        for (at, message) in undefined {
            self.report(TroubleKind::Syntax, start + at.start..start + at.end, message)?;
        }
        value.map_err(|(at, message)| {
            self.error(TroubleKind::Syntax, start + at.start..start + at.end, message)
        })
    }

    fn unbound(&mut self, name: &str, span: Range<usize>) -> ReadError {
        let message = format!("the prefix of {} is not declared", shortened(name));
        self.error(TroubleKind::Syntax, span, message)
    }
}

fn split(qualified: &str) -> (Option<&str>, &str) {
    // Names are too short for a search of many bytes at a time.
    match qualified.bytes().position(|byte| byte == b':') {
        Some(colon) => (qualified.get(..colon), qualified.get(colon + 1..).unwrap_or_default()),
        None => (None, qualified),
    }
}

/// The prefix that an attribute binds; empty for a default namespace.
fn binding<'s>(attribute: &RawAttribute<'s>) -> Option<&'s str> {
    match attribute {
        RawAttribute { prefix: None, local: "xmlns", .. } => Some(""),
        RawAttribute { prefix: Some("xmlns"), local, .. } => Some(local),
        _ => None,
    }
}
