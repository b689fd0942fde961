//! The parts of an entry: where each stands, how it is written, and what is changed of it.

use super::DUBLIN_CORE;
use crate::format::html;
use crate::format::tree::{Fresh, Name, NamespaceId, NodeId, Tree};
use crate::model::{Block, Story};

/// A part of a story that an entry has an element for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Part {
    /// What the feed must have and no story tells.
    Required,
    Headline,
    Standfirst,
    Body,
    Id,
    Iri,
    Kind,
    Language,
    Byline,
    Publisher,
    Published,
    Updated,
    Rights,
    Subject(usize),
    Link(usize),
    Media(usize),
}

impl Part {
    /// Which list a part is a member of.
    fn list(self) -> Option<u8> {
        match self {
            Self::Subject(_) => Some(0),
            Self::Link(_) => Some(1),
            Self::Media(_) => Some(2),
            _ => None,
        }
    }
}

/// What an entry tells, and where each part of it stands.
#[derive(Debug)]
pub(in crate::format) struct Told {
    pub(in crate::format) story: Story,
    pub(in crate::format) places: Vec<(Part, NodeId)>,
}

impl Told {
    /// The first element of a part.
    fn place(&self, part: Part) -> Option<NodeId> {
        self.places.iter().find(|(of, _)| *of == part).map(|(_, node)| *node)
    }
}

/// Where an element goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Where {
    /// Into the entry.
    Entry,
    /// Nowhere: its attributes are those of the entry itself.
    OnEntry,
    /// Before the entries of the feed.
    Head,
}

/// How a part of a story is written.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) struct Rendered {
    pub(in crate::format) part: Part,
    pub(in crate::format) at: Where,
    name: &'static str,
    namespace: Option<&'static str>,
    attributes: Vec<(&'static str, String)>,
    /// The child in which the text stands; none for the element itself.
    child: Option<&'static str>,
    text: String,
    /// What the text is the HTML of.
    blocks: Option<Vec<Block>>,
}

impl Rendered {
    /// An element in the entry, in the namespace of the feed.
    pub(in crate::format) fn new(part: Part, name: &'static str) -> Self {
        Self {
            part,
            at: Where::Entry,
            name,
            namespace: None,
            attributes: Vec::new(),
            child: None,
            text: String::new(),
            blocks: None,
        }
    }

    /// An element that the feed must have.
    pub(in crate::format) fn head(name: &'static str, text: impl Into<String>) -> Self {
        Self { at: Where::Head, ..Self::new(Part::Required, name).text(text) }
    }

    /// Attributes of the entry itself.
    pub(in crate::format) fn on_entry(part: Part) -> Self {
        Self { at: Where::OnEntry, ..Self::new(part, "") }
    }

    pub(in crate::format) fn within(self, namespace: &'static str) -> Self {
        Self { namespace: Some(namespace), ..self }
    }

    pub(in crate::format) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    pub(in crate::format) fn with_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(in crate::format) fn text(self, text: impl Into<String>) -> Self {
        Self { text: text.into(), ..self }
    }

    pub(in crate::format) fn in_child(self, child: &'static str) -> Self {
        Self { child: Some(child), ..self }
    }

    /// The HTML of blocks.
    pub(in crate::format) fn html(self, blocks: &[Block]) -> Self {
        Self { text: html::write(blocks), blocks: Some(html::project(blocks)), ..self }
    }

    fn fresh(&self) -> Fresh {
        let element = self
            .attributes
            .iter()
            .fold(Fresh::new(self.name), |fresh, (name, value)| fresh.with(name, &**value));
        let element = match self.child {
            Some(child) => element.child(Fresh::new(child).text(&*self.text)),
            None => element.text(&*self.text),
        };
        match self.namespace {
            Some(namespace) => element.within(namespace),
            None => element,
        }
    }

    /// Whether it says the same of a list, whatever its number.
    fn says(&self, other: &Self) -> bool {
        Self { part: Part::Required, ..self.clone() } == Self { part: Part::Required, ..other.clone() }
    }
}

/// An element of Dublin Core in the entry.
pub(in crate::format) fn dublin_core(part: Part, name: &'static str) -> Rendered {
    Rendered::new(part, name).within(DUBLIN_CORE)
}

/// Whether a relation of links is for something that a story has elsewhere.
pub(in crate::format) fn is_reserved(relation: &str) -> bool {
    relation.trim().is_empty() || ["alternate", "enclosure", "self"].contains(&relation)
}

/// Puts a new entry into a feed, with what the feed must have.
pub(super) fn build(tree: &mut Tree<'_>, head: NodeId, name: &'static str, parts: &[Rendered]) -> NodeId {
    let namespace = tree.name(head).map_or(NamespaceId::NONE, |name| name.namespace);
    for part in parts.iter().filter(|part| part.at == Where::Head) {
        let node = tree.make(&part.fresh(), namespace);
        tree.append(head, node);
    }
    let entry = tree.make(&Fresh::new(name), namespace);
    tree.append(head, entry);
    for part in parts.iter().filter(|part| part.at != Where::Head) {
        insert(tree, entry, part);
    }
    entry
}

fn insert(tree: &mut Tree<'_>, entry: NodeId, part: &Rendered) {
    if part.at == Where::OnEntry {
        part.attributes.iter().for_each(|(name, value)| set_attribute(tree, entry, name, Some(value)));
        return;
    }
    let namespace = tree.name(entry).map_or(NamespaceId::NONE, |name| name.namespace);
    let node = tree.make(&part.fresh(), namespace);
    let last = tree.elements(entry).last();
    tree.place(entry, last, node);
}

/// Makes an entry tell `story`: only elements of parts that it tells otherwise are changed.
pub(super) fn update(
    tree: &mut Tree<'_>,
    entry: NodeId,
    told: &Told,
    story: &Story,
    render: fn(&Story) -> Vec<Rendered>,
) {
    let own = |parts: Vec<Rendered>| {
        parts.into_iter().filter(|part| part.part != Part::Required).collect::<Vec<_>>()
    };
    let (was, is) = (own(render(&told.story)), own(render(story)));
    let find = |parts: &[Rendered], part: Part| parts.iter().position(|one| one.part == part);
    for old in was.iter().filter(|old| old.part.list().is_none()) {
        let new = find(&is, old.part).and_then(|at| is.get(at));
        if let Some(place) = told.place(old.part).filter(|_| new != Some(old)) {
            change(tree, place, old, new);
        } else if let Some(new) = new.filter(|new| *new != old) {
            insert(tree, entry, new);
        }
    }
    for new in is.iter().filter(|new| new.part.list().is_none() && find(&was, new.part).is_none()) {
        insert(tree, entry, new);
    }
    for list in 0..3 {
        let of = |parts: &[Rendered]| {
            parts.iter().filter(|part| part.part.list() == Some(list)).cloned().collect()
        };
        update_list(tree, entry, told, of(&was), of(&is));
    }
}

/// Pairs what is equal; of the rest, what is new stands for what is gone if they are as many.
fn update_list(
    tree: &mut Tree<'_>,
    entry: NodeId,
    told: &Told,
    mut was: Vec<Rendered>,
    mut is: Vec<Rendered>,
) {
    was.retain(|old| match is.iter().position(|new| new.says(old)) {
        Some(at) => {
            is.remove(at);
            false
        }
        None => true,
    });
    was.retain(|old| told.place(old.part).is_some());
    let pairs = was.len() == is.len();
    let mut new = is.iter();
    for old in &was {
        if let Some(place) = told.place(old.part) {
            change(tree, place, old, if pairs { new.next() } else { None });
        }
    }
    new.for_each(|new| insert(tree, entry, new));
}

/// Writes a part where it stands, or takes it away.
fn change(tree: &mut Tree<'_>, place: NodeId, old: &Rendered, new: Option<&Rendered>) {
    let Some(new) = new else {
        if old.at == Where::OnEntry {
            old.attributes.iter().for_each(|(name, _)| set_attribute(tree, place, name, None));
        } else {
            tree.remove(place);
        }
        return;
    };
    for (name, _) in
        old.attributes.iter().filter(|(name, _)| !new.attributes.iter().any(|(kept, _)| kept == name))
    {
        set_attribute(tree, place, name, None);
    }
    for (name, value) in new.attributes.iter().filter(|attribute| !old.attributes.contains(attribute)) {
        set_attribute(tree, place, name, Some(value));
    }
    if old.text == new.text {
        return;
    }
    let inside = new.child.and_then(|child| tree.child(place, child)).unwrap_or(place);
    let text = match &new.blocks {
        Some(blocks) => html::update(&super::read::html_of(tree, inside), blocks),
        None => new.text.clone(),
    };
    // How the text is to be read: as this text is written.
    let kind = new.attributes.iter().find(|(name, _)| *name == "type").map(|(_, kind)| kind.as_str());
    if tree.attribute(inside, "type").is_some() || kind.is_some() {
        set_attribute(tree, inside, "type", kind);
    }
    tree.set_text(inside, text);
}

fn set_attribute(tree: &mut Tree<'_>, node: NodeId, name: &'static str, value: Option<&str>) {
    let name = match name.strip_prefix("xml:") {
        Some(local) => Name { namespace: NamespaceId::XML, local },
        None => Name { namespace: NamespaceId::NONE, local: name },
    };
    match value {
        Some(value) => tree.set_attribute(node, name, value.to_owned()),
        None => tree.remove_attribute(node, name),
    }
}
