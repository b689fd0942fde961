//! A field of the model bound to its place: one table that reads, writes and updates.

use std::borrow::Cow;

use super::{Fresh, Name, NamespaceId, NodeId, Tree};

/// The sequence of a schema: which elements stand in an element, and in which order.
///
/// Each row is a parent and its children; several names in one string, with spaces between, may stand in any
/// order among themselves. Elements in no row come last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order {
    pub(crate) sequence: &'static [Row],
    /// What may stand once in its parent: of several names in one string, one of them.
    pub(crate) once: &'static [Row],
}

/// A parent, and names of its children.
pub(crate) type Row = (&'static str, &'static [&'static str]);

impl Order {
    fn rank(&self, parent: &str, child: &str) -> usize {
        let known = self.row(parent).unwrap_or_default();
        known.iter().position(|names| holds(names, child)).unwrap_or(known.len())
    }

    /// Puts an element that stands nowhere into `parent`, after all that come before it in the sequence.
    pub(crate) fn place(&self, tree: &mut Tree<'_>, parent: NodeId, child: NodeId) {
        let name = tree.local(parent);
        let rank = self.rank(name, tree.local(child));
        let is_before = |other: &NodeId| self.rank(name, tree.local(*other)) <= rank;
        let previous = tree.elements(parent).filter(is_before).last();
        tree.place(parent, previous, child);
    }

    /// The children of an element, in their sequence; none if they have none.
    pub(crate) fn row(&self, parent: &str) -> Option<&'static [&'static str]> {
        row(self.sequence, parent)
    }

    /// Where a name stands in a row; none if it does not.
    pub(crate) fn place_in(row: &[&str], name: &str) -> Option<usize> {
        row.iter().position(|names| holds(names, name))
    }

    /// The first child of `parent` that stands after one that should come later; `place` gives the place of a
    /// [name](Tree::name_number) in the row of `parent`.
    pub(crate) fn misplaced(
        tree: &Tree<'_>,
        parent: NodeId,
        mut place: impl FnMut(usize) -> Option<usize>,
    ) -> Option<NodeId> {
        let namespace = tree.name(parent)?.namespace;
        let (mut highest, mut last) = (0, None);
        tree.elements(parent).find(|child| {
            let is_of_it = tree.name(*child).is_some_and(|child| child.namespace == namespace);
            let Some(name) = tree.name_number(*child).filter(|name| is_of_it && last != Some(*name)) else {
                return false;
            };
            last = Some(name);
            let place = place(name).unwrap_or(highest);
            let is_late = place < highest;
            highest = place.max(highest);
            is_late
        })
    }

    /// The child of `parent` that stands where a `child` would, if there can be one of them alone.
    pub(crate) fn rival(&self, tree: &Tree<'_>, parent: NodeId, child: &str) -> Option<NodeId> {
        let names = row(self.once, tree.local(parent))?.iter().find(|names| holds(names, child))?;
        let namespace = tree.name(parent)?.namespace;
        let is_of = |node: &NodeId| tree.name(*node).is_some_and(|name| name.namespace == namespace);
        tree.elements(parent).filter(is_of).find(|node| holds(names, tree.local(*node)))
    }

    /// Makes an element and puts it into `parent`, in the namespace of `parent`.
    pub(crate) fn add(&self, tree: &mut Tree<'_>, parent: NodeId, fresh: &Fresh) -> NodeId {
        let namespace = tree.name(parent).map_or(NamespaceId::NONE, |name| name.namespace);
        let child = tree.make(fresh, namespace);
        self.place(tree, parent, child);
        child
    }
}

/// The names that a table has for a parent.
fn row(rows: &'static [Row], parent: &str) -> Option<&'static [&'static str]> {
    rows.iter().find(|(name, _)| *name == parent).map(|(_, children)| *children)
}

/// Whether a name is one of those in a row of an [`Order`].
fn holds(names: &str, name: &str) -> bool {
    let mut rest = names;
    while let Some(after) = rest.get(name.len()..) {
        if rest.starts_with(name) && (after.is_empty() || after.starts_with(' ')) {
            return true;
        }
        let Some(space) = memchr::memchr(b' ', rest.as_bytes()) else { return false };
        rest = rest.get(space + 1..).unwrap_or_default();
    }
    false
}

/// A step from an element to one of its children.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    name: &'static str,
    /// An attribute that the child has with this value.
    with: Option<(&'static str, &'static str)>,
    /// Attributes that the child must not have.
    without: &'static [&'static str],
}

impl Step {
    /// To the first child of a name.
    pub(crate) const fn child(name: &'static str) -> Self {
        Self { name, with: None, without: &[] }
    }

    /// To the first child of a name that has an attribute with a value.
    pub(crate) const fn with(name: &'static str, attribute: &'static str, value: &'static str) -> Self {
        Self { name, with: Some((attribute, value)), without: &[] }
    }

    /// To the first child of a name that has none of some attributes.
    pub(crate) const fn without(name: &'static str, attributes: &'static [&'static str]) -> Self {
        Self { name, with: None, without: attributes }
    }

    fn leads_to(&self, tree: &Tree<'_>, child: NodeId) -> bool {
        self.with.is_none_or(|(name, value)| tree.attribute(child, name) == Some(value))
            && self.without.iter().all(|name| tree.attribute(child, name).is_none())
    }

    /// The child that the step leads to.
    pub(crate) fn follow(&self, tree: &Tree<'_>, from: NodeId) -> Option<NodeId> {
        tree.named(from, self.name).find(|child| self.leads_to(tree, *child))
    }

    fn fresh(&self) -> Fresh {
        self.with.iter().fold(Fresh::new(self.name), |fresh, (name, value)| fresh.with(name, *value))
    }
}

/// Where a text stands, from some element on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    steps: &'static [Step],
    /// An attribute of the last element; none for what it holds.
    attribute: Option<&'static str>,
}

impl Slot {
    /// What the last element holds; white space around it, and how much of it stands between words, says nothing.
    pub(crate) const fn text(steps: &'static [Step]) -> Self {
        Self { steps, attribute: None }
    }

    /// An attribute of the last element; `xml:lang` is one.
    pub(crate) const fn attribute(steps: &'static [Step], name: &'static str) -> Self {
        Self { steps, attribute: Some(name) }
    }

    /// The last element, if it is there.
    pub(crate) fn node(&self, tree: &Tree<'_>, from: NodeId) -> Option<NodeId> {
        self.steps.iter().try_fold(from, |at, step| step.follow(tree, at))
    }

    /// The text, if its element or attribute is there.
    pub(crate) fn get<'t>(&self, tree: &'t Tree<'_>, from: NodeId) -> Option<Cow<'t, str>> {
        let node = self.node(tree, from)?;
        match self.attribute {
            None => Some(words(tree.content(node))),
            Some(name) => {
                let Name { namespace, local } = Name::of_attribute(name);
                tree.attribute_in(node, namespace, local).map(Cow::Borrowed)
            }
        }
    }

    /// Puts a text where [`get`](Self::get) finds it, or takes its element or attribute away.
    ///
    /// Nothing is touched if the text is there already. Elements on the way are made where they are missing.
    pub(crate) fn put(&self, tree: &mut Tree<'_>, from: NodeId, value: Option<&str>, order: &Order) {
        if self.get(tree, from).as_deref() == value {
            return;
        }
        let Some(value) = value else {
            if let Some(node) = self.node(tree, from) {
                match self.attribute {
                    None => tree.remove(node),
                    Some(name) => tree.remove_attribute(node, Name::of_attribute(name)),
                }
            }
            return;
        };
        let node = self.make(tree, from, order);
        match self.attribute {
            None => tree.set_text(node, value.to_owned()),
            Some(name) => tree.set_attribute(node, Name::of_attribute(name), value.to_owned()),
        }
    }

    /// The last element, made where it is missing.
    pub(crate) fn make(&self, tree: &mut Tree<'_>, from: NodeId, order: &Order) -> NodeId {
        self.steps.iter().fold(from, |at, step| match step.follow(tree, at) {
            Some(child) => child,
            None => order.add(tree, at, &step.fresh()),
        })
    }
}

/// Text with one space between its words, and none around it.
pub(crate) fn words(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let trimmed = text.trim_matches(is_space);
    let bytes = trimmed.as_bytes();
    // Without a way out on the way, and over two slices, so that many bytes are compared at once.
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let is_plain = !pairs.fold(false, |found, (byte, next)| {
        found | (*byte == b'\t') | (*byte == b'\n') | (*byte == b'\r') | ((*byte == b' ') & (*next == b' '))
    });
    match text {
        Cow::Borrowed(text) if is_plain => Cow::Borrowed(text.trim_matches(is_space)),
        _ if is_plain && trimmed.len() == text.len() => text,
        _ => {
            let mut joined = String::with_capacity(trimmed.len());
            for word in trimmed.split(is_space).filter(|word| !word.is_empty()) {
                joined.push_str(if joined.is_empty() { "" } else { " " });
                joined.push_str(word);
            }
            Cow::Owned(joined)
        }
    }
}

/// Which element each value of a list stands in already, and which elements have lost their value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// One for each value, in their order; none where an element has to be made.
    pub(crate) places: Vec<Option<NodeId>>,
    /// The elements that no value stands in any more.
    pub(crate) gone: Vec<NodeId>,
}

/// Aligns the elements of a list with the values that it shall hold: by identity first, then by what is left
/// in the order of both, so that a value that was changed stays where it was.
pub(crate) fn align<K: PartialEq>(elements: &[(NodeId, K)], values: &[K]) -> Alignment {
    let mut free: Vec<Option<NodeId>> = elements.iter().map(|(node, _)| Some(*node)).collect();
    let mut places: Vec<Option<NodeId>> = values
        .iter()
        .map(|value| {
            let mut open = elements.iter().zip(&mut free).filter(|(_, free)| free.is_some());
            open.find(|((_, key), _)| key == value).and_then(|(_, free)| free.take())
        })
        .collect();
    // As many as were and are: what is new then stands for what is gone.
    if elements.len() == values.len() {
        let mut left = free.iter_mut().filter(|free| free.is_some());
        for place in places.iter_mut().filter(|place| place.is_none()) {
            *place = left.next().and_then(Option::take);
        }
    }
    Alignment { places, gone: free.into_iter().flatten().collect() }
}
