//! Change in place: text, attributes, removal, insertion with its indentation.

use std::borrow::Cow;

use super::{Attribute, Kind, Name, NamespaceId, NodeId, Tree, is_space, offset};

/// An element that is to be put into a tree.
///
/// ```ignore
/// let subject = Fresh::new("subject").with("type", "cpnat:person").child(Fresh::new("name").text("Aino Virta"));
/// let node = tree.make(&subject, namespace);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fresh {
    pub(super) local: &'static str,
    /// The namespace; none for that of the element around it.
    pub(super) namespace: Option<&'static str>,
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) children: Vec<FreshNode>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FreshNode {
    Element(Fresh),
    Text(String),
}

impl Fresh {
    /// An element in the namespace of the element around it.
    pub(crate) fn new(local: &'static str) -> Self {
        Self { local, namespace: None, attributes: Vec::new(), children: Vec::new() }
    }

    /// Whether it has a local name.
    pub(crate) fn is(&self, local: &str) -> bool {
        self.local == local
    }

    /// Sets the namespace, of what is in it too.
    pub(crate) fn within(mut self, namespace: &'static str) -> Self {
        self.namespace = Some(namespace);
        self
    }

    /// Adds an attribute in no namespace, or `xml:lang`.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an attribute, if it has a value.
    pub(crate) fn with_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds text, unless it is empty.
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.children.push(FreshNode::Text(text));
        }
        self
    }

    /// Adds an element.
    pub(crate) fn child(mut self, child: Self) -> Self {
        self.children.push(FreshNode::Element(child));
        self
    }

    /// Adds an element, if there is one.
    pub(crate) fn child_some(self, child: Option<Self>) -> Self {
        self.children(child)
    }

    /// This without its text, and without the children of other names.
    pub(crate) fn only(&self, name: &str) -> Self {
        let is_it =
            |child: &&FreshNode| matches!(child, FreshNode::Element(element) if element.local == name);
        Self {
            children: self.children.iter().filter(is_it).cloned().collect(),
            attributes: Vec::new(),
            ..*self
        }
    }

    /// This without those of its children that are not to be kept, by their local names.
    pub(crate) fn keep(mut self, is_kept: impl Fn(&str) -> bool) -> Self {
        self.children.retain(|child| match child {
            FreshNode::Element(element) => is_kept(element.local),
            FreshNode::Text(_) => true,
        });
        self
    }

    /// This without an attribute.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.attributes.retain(|(known, _)| *known != name);
        self
    }

    /// Adds elements.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(FreshNode::Element));
        self
    }
}

impl<'i> Tree<'i> {
    /// Makes an element, which stands nowhere yet; `namespace` is that of the element it will stand in.
    pub(crate) fn make(&mut self, fresh: &Fresh, namespace: NamespaceId) -> NodeId {
        let namespace = fresh.namespace.map_or(namespace, |iri| self.bind_default(iri));
        let node = self.element(Name { namespace, local: fresh.local });
        for (name, value) in &fresh.attributes {
            match name.strip_prefix("xml:") {
                Some(local) => {
                    self.set_attribute(node, Name { namespace: NamespaceId::XML, local }, value.clone())
                }
                None => {
                    let name = Name { namespace: NamespaceId::NONE, local: name };
                    self.set_attribute(node, name, value.clone());
                }
            }
        }
        for child in &fresh.children {
            let child = match child {
                FreshNode::Element(child) => self.make(child, namespace),
                FreshNode::Text(text) => self.text_node(text.clone()),
            };
            self.append(node, child);
        }
        node
    }

    /// A namespace whose elements go without prefix, unless the document has given it one.
    pub(crate) fn bind_default(&mut self, iri: impl Into<Cow<'i, str>>) -> NamespaceId {
        let iri = iri.into();
        match self.namespaces.iter().position(|known| known.iri == iri) {
            Some(number) => NamespaceId(u16::try_from(number).unwrap_or(0)),
            None => self.bind("", iri),
        }
    }

    /// Copies a node of another tree, and all that is in it; the copy stands nowhere yet.
    pub(crate) fn copy(&mut self, from: &Tree<'i>, node: NodeId) -> NodeId {
        let name = |tree: &mut Self, name: Name<'i>| {
            let namespace = from.namespaces.get(usize::from(name.namespace.0));
            let namespace = namespace.map_or(NamespaceId::NONE, |known| {
                let prefix = if known.is_default { Cow::Borrowed("") } else { known.prefix.clone() };
                if known.iri.is_empty() { NamespaceId::NONE } else { tree.bind(prefix, known.iri.clone()) }
            });
            Name { namespace, local: name.local }
        };
        let mut top = None;
        let mut copies: Vec<(NodeId, NodeId)> = Vec::new();
        for inner in from.descendants(node) {
            let copy = match from.node(inner).map(|inner| &inner.kind) {
                Some(Kind::Text(text)) => self.text_node(text.clone()),
                Some(Kind::Comment(text)) => self.push(Kind::Comment(text.clone()), 0..0),
                Some(Kind::Instruction(text)) => self.push(Kind::Instruction(text.clone()), 0..0),
                _ => {
                    let own = from.name(inner).map(|own| name(self, own));
                    self.element(own.unwrap_or(Name { namespace: NamespaceId::NONE, local: "" }))
                }
            };
            for attribute in from.attributes(inner) {
                let name = name(self, attribute.name);
                self.set_attribute(copy, name, attribute.value.clone());
            }
            // The nodes around the next one are those that were copied last.
            while copies.last().is_some_and(|(old, _)| from.parent(inner) != Some(*old)) {
                copies.pop();
            }
            match copies.last() {
                Some((_, around)) => self.append(*around, copy),
                None => top = Some(copy),
            }
            copies.push((inner, copy));
        }
        top.unwrap_or(self.document())
    }

    /// A new element, which stands nowhere yet.
    pub(crate) fn element(&mut self, name: Name<'i>) -> NodeId {
        let name = self.intern_name(name);
        self.push(Kind::Element { name, attributes: 0, count: 0 }, 0..0)
    }

    /// A new piece of text, which stands nowhere yet.
    pub(crate) fn text_node(&mut self, text: impl Into<Cow<'i, str>>) -> NodeId {
        self.push(Kind::Text(text.into()), 0..0)
    }

    // ---- Attributes and text ----

    /// Sets an attribute; a new one comes last.
    pub(crate) fn set_attribute(&mut self, node: NodeId, name: Name<'i>, value: impl Into<Cow<'i, str>>) {
        let value = value.into();
        let Some((start, count)) = self.attribute_range(node) else { return };
        let own = self.attributes.get_mut(start..start + count).unwrap_or_default();
        if let Some(known) = own.iter_mut().find(|attribute| attribute.name == name) {
            known.value = value;
            return;
        }
        // The attributes of an element lie together: these move to the end unless they are there already.
        let moved = if start + count == self.attributes.len() { start } else { self.attributes.len() };
        if moved != start {
            self.attributes.extend_from_within(start..start + count);
        }
        self.attributes.push(Attribute { name, value, start: 0, end: 0 });
        self.set_attribute_range(node, moved, count + 1);
    }

    /// Takes an attribute away.
    pub(crate) fn remove_attribute(&mut self, node: NodeId, name: Name<'_>) {
        let Some((start, count)) = self.attribute_range(node) else { return };
        let own = self.attributes.get_mut(start..start + count).unwrap_or_default();
        if let Some(at) = own.iter().position(|attribute| attribute.name == name) {
            if let Some(rest) = own.get_mut(at..) {
                rest.rotate_left(1);
            }
            self.set_attribute_range(node, start, count - 1);
        }
    }

    fn attribute_range(&self, node: NodeId) -> Option<(usize, usize)> {
        match self.node(node)?.kind {
            Kind::Element { attributes, count, .. } => Some((attributes as usize, count as usize)),
            _ => None,
        }
    }

    fn set_attribute_range(&mut self, node: NodeId, start: usize, length: usize) {
        if let Some(Kind::Element { attributes, count, .. }) = self.node_mut(node).map(|node| &mut node.kind)
        {
            *attributes = offset(start);
            *count = offset(length);
        }
    }

    /// Makes `text` the only content of an element, or of a text node.
    pub(crate) fn set_text(&mut self, node: NodeId, text: impl Into<Cow<'i, str>>) {
        let text = text.into();
        if let Some(Kind::Text(old)) = self.node_mut(node).map(|node| &mut node.kind) {
            *old = text;
            return;
        }
        while let Some(child) = self.node(node).and_then(|node| node.first_child) {
            self.detach(child);
        }
        if !text.is_empty() {
            let child = self.text_node(text);
            self.append(node, child);
        }
    }

    // ---- Place ----

    /// Puts a node that stands nowhere last in an element.
    pub(crate) fn append(&mut self, parent: NodeId, child: NodeId) {
        let last = self.node(parent).and_then(|parent| parent.last_child);
        self.link(parent, last, child, None);
    }

    /// Puts a node that stands nowhere right before another.
    pub(crate) fn insert_before(&mut self, next: NodeId, child: NodeId) {
        let Some(parent) = self.parent(next) else { return };
        let previous = self.previous(next);
        self.link(parent, previous, child, Some(next));
    }

    /// Puts a node that stands nowhere right after another.
    pub(crate) fn insert_after(&mut self, previous: NodeId, child: NodeId) {
        let Some(parent) = self.parent(previous) else { return };
        let next = self.next(previous);
        self.link(parent, Some(previous), child, next);
    }

    fn link(&mut self, parent: NodeId, previous: Option<NodeId>, child: NodeId, next: Option<NodeId>) {
        if let Some(child) = self.node_mut(child) {
            child.parent = Some(parent);
            child.previous = previous;
            child.next = next;
        }
        match previous {
            Some(previous) => self.node_mut(previous).into_iter().for_each(|node| node.next = Some(child)),
            None => self.node_mut(parent).into_iter().for_each(|node| node.first_child = Some(child)),
        }
        match next {
            Some(next) => self.node_mut(next).into_iter().for_each(|node| node.previous = Some(child)),
            None => self.node_mut(parent).into_iter().for_each(|node| node.last_child = Some(child)),
        }
    }

    /// Takes a node, and what is in it, out of its place.
    pub(crate) fn detach(&mut self, node: NodeId) {
        let Some((parent, previous, next)) =
            self.node(node).and_then(|node| Some((node.parent?, node.previous, node.next)))
        else {
            return;
        };
        match previous {
            Some(previous) => self.node_mut(previous).into_iter().for_each(|node| node.next = next),
            None => self.node_mut(parent).into_iter().for_each(|node| node.first_child = next),
        }
        match next {
            Some(next) => self.node_mut(next).into_iter().for_each(|node| node.previous = previous),
            None => self.node_mut(parent).into_iter().for_each(|node| node.last_child = previous),
        }
        if let Some(node) = self.node_mut(node) {
            node.parent = None;
            node.previous = None;
            node.next = None;
        }
    }

    /// Takes an element out of its place, and the white space before it, which set it on its line.
    pub(crate) fn remove(&mut self, node: NodeId) {
        if let Some(space) = self.previous(node).filter(|previous| self.text(*previous).is_some_and(is_space))
        {
            self.detach(space);
        }
        self.detach(node);
    }

    /// Puts what an element holds in its place.
    pub(crate) fn unwrap_element(&mut self, node: NodeId) {
        while let Some(child) = self.node(node).and_then(|node| node.first_child) {
            self.detach(child);
            self.insert_before(node, child);
        }
        self.detach(node);
    }

    /// Puts an element that stands nowhere into `parent`, after `previous` or else first, on a line of its
    /// own where those beside it have one.
    pub(crate) fn place(&mut self, parent: NodeId, previous: Option<NodeId>, child: NodeId) {
        let space = self.indentation(parent);
        match previous {
            Some(previous) => self.insert_after(previous, child),
            None => match self.node(parent).and_then(|parent| parent.first_child) {
                // The white space before the first child will stand before the new one.
                Some(first) if self.text(first).is_some_and(is_space) => self.insert_after(first, child),
                Some(first) => self.insert_before(first, child),
                None => self.append(parent, child),
            },
        }
        let Some(space) = space else { return };
        let needs_space = |tree: &Self, node: Option<NodeId>| node.is_some_and(|node| tree.is_element(node));
        if previous.is_some() || self.previous(child).is_none() {
            let before = self.text_node(space.clone());
            self.insert_before(child, before);
        }
        if needs_space(self, self.next(child)) {
            let after = self.text_node(space);
            self.insert_after(child, after);
        }
    }

    /// The white space that sets the children of an element on their lines; none if they have none.
    fn indentation(&self, parent: NodeId) -> Option<String> {
        let first = self.elements(parent).next()?;
        let before = self.previous(first)?;
        self.text(before).filter(|text| is_space(text)).map(str::to_owned)
    }
}
