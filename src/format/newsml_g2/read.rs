//! Reading: a document to a story, and to what is kept of the document.

use super::body;
use super::catalog::Catalog;
use super::item::{Item, items, principal};
use super::names::{ADDITIONS, NAMESPACE, ORDER, OWN, Required, WHOLE, is_known};
use super::{facts, meta, quote};
use crate::error::{ReadError, TroubleKind};
use crate::format::remainder;
use crate::format::tree::slot::Order;
use crate::format::tree::whole::Whole;
use crate::format::tree::{Diagnostics, Layout, Name, NodeId, Source, Tree};
use crate::format::{ReadOptions, Reading};
use crate::model::{Extension, Story};

/// Takes trouble with a node: keeps it, or gives it back as an error.
pub(super) type Report<'r> = dyn FnMut(NodeId, TroubleKind, String) -> Result<(), ReadError> + 'r;

/// Reads the principal item of a document.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let source = Source::new(bytes)?;
    let mut diagnostics = Diagnostics::new(&source, options);
    let tree = Tree::parse(&source, options, &mut diagnostics)?;
    let root = root(&tree, &mut diagnostics)?;
    check(&tree, root, &mut diagnostics)?;
    let items = items(&tree, root);
    let Some(item) = principal(&tree, &items) else {
        diagnostics.at(&tree, root, TroubleKind::Missing, "the message holds no item")?;
        let story = Story::new("").with_extension(kept(&tree, root)?);
        return Ok(diagnostics.into_reading(story));
    };
    for other in items.iter().filter(|other| **other != item) {
        let guid = tree.attribute(*other, "guid").unwrap_or("without a guid");
        let message = format!(
            "another <{}> in the message, {guid}, is kept and not read: Format::stories reads each",
            tree.local(*other)
        );
        diagnostics.at(&tree, *other, TroubleKind::Unknown, message)?;
    }
    let story = story(&tree, item, &mut diagnostics)?;
    Ok(diagnostics.into_reading(story))
}

/// Reads every item of a document, each as if it stood alone.
pub(super) fn read_each(bytes: &[u8], options: &ReadOptions) -> Vec<Result<Reading, ReadError>> {
    each(bytes, options).unwrap_or_else(|error| vec![Err(error)])
}

fn each(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Result<Reading, ReadError>>, ReadError> {
    let source = Source::new(bytes)?;
    let mut diagnostics = Diagnostics::new(&source, options);
    let tree = Tree::parse(&source, options, &mut diagnostics)?;
    let root = root(&tree, &mut diagnostics)?;
    let items = items(&tree, root);
    if items.len() < 2 {
        return Ok(vec![read(bytes, options)]);
    }
    let read_one = |item: &NodeId| {
        let mut diagnostics = Diagnostics::new(&source, options);
        check(&tree, *item, &mut diagnostics)?;
        let story = story_alone(&tree, *item, &mut diagnostics)?;
        Ok(diagnostics.into_reading(story))
    };
    Ok(items.iter().map(read_one).collect())
}

/// The root of a document of this format: an item, a message, or a fragment of one.
fn root(tree: &Tree<'_>, diagnostics: &mut Diagnostics<'_>) -> Result<NodeId, ReadError> {
    let Some(root) = tree.root() else {
        let message = "the document has no root element";
        return Err(diagnostics.error_at(tree, tree.document(), TroubleKind::Truncated, message));
    };
    let (namespace, local) = (tree.namespace(root), tree.local(root));
    if !is_root(tree, root) {
        let message = format!(
            "the root element is <{local}> in the namespace {namespace:?}, and not an item of NewsML-G2"
        );
        return Err(diagnostics.error_at(tree, root, TroubleKind::WrongFormat, message));
    }
    if namespace.is_empty() {
        let message = format!("<{local}> is in no namespace: write xmlns=\"{NAMESPACE}\"");
        diagnostics.at(tree, root, TroubleKind::Missing, message)?;
    }
    Ok(root)
}

/// Whether an element is of the standard; some write it without its namespace.
pub(super) fn is_root(tree: &Tree<'_>, root: NodeId) -> bool {
    let namespace = tree.namespace(root);
    (namespace == NAMESPACE || namespace.is_empty()) && is_known(tree.local(root))
}

/// What the standard says of the elements of a name.
struct Rules {
    is_known: bool,
    children: Option<&'static [&'static str]>,
    required: Option<Required>,
}

/// Reports what is not as the standard has it and can be gone around.
fn check(tree: &Tree<'_>, root: NodeId, diagnostics: &mut Diagnostics<'_>) -> Result<(), ReadError> {
    let namespace = tree.name(root).map(|name| name.namespace);
    // There are few names and many elements.
    let rules = |name: &Name<'_>| {
        (Some(name.namespace) == namespace).then(|| Rules {
            is_known: is_known(name.local),
            children: ORDER.row(name.local),
            required: Required::of(name.local),
        })
    };
    let rules: Vec<Option<Rules>> = tree.names().iter().map(rules).collect();
    let mut places = RowPlaces::new(tree.names());
    for node in tree.descendants(root) {
        let Some(name) = tree.name_number(node) else { continue };
        let Some(Some(rules)) = rules.get(name) else { continue };
        if !rules.is_known {
            let message = format!("<{}> is no element of NewsML-G2; it is kept", tree.local(node));
            diagnostics.at(tree, node, TroubleKind::Unknown, message)?;
        }
        let misplaced =
            rules.children.and_then(|row| Order::misplaced(tree, node, |child| places.of(child, name, row)));
        if let Some(child) = misplaced {
            let (child_name, name) = (tree.local(child), tree.local(node));
            let message = format!("<{child_name}> stands too late in <{name}>: the schema wants it earlier");
            diagnostics.at(tree, child, TroubleKind::Syntax, message)?;
        }
        if let Some(required) = &rules.required {
            check_required(tree, node, required, diagnostics)?;
        }
    }
    Ok(())
}

/// The places of names in the rows of others, each looked up once.
struct RowPlaces<'t> {
    names: &'t [Name<'t>],
    /// By the row and the name, in a byte each; only where there are few names, as in most documents.
    known: Vec<u8>,
}

impl<'t> RowPlaces<'t> {
    /// So many names are few.
    const FEW: usize = 64;
    /// Where nothing was looked up yet.
    const OPEN: u8 = u8::MAX;
    /// Where a name is in no place.
    const NOWHERE: u8 = u8::MAX - 1;

    fn new(names: &'t [Name<'t>]) -> Self {
        let places = if names.len() <= Self::FEW { names.len() * names.len() } else { 0 };
        Self { names, known: vec![Self::OPEN; places] }
    }

    /// The place of a name in the row of another.
    fn of(&mut self, name: usize, parent: usize, row: &[&str]) -> Option<usize> {
        let look_up = || Order::place_in(row, self.names.get(name)?.local);
        let known = self.known.get_mut(parent * self.names.len() + name);
        match known.as_deref().copied().unwrap_or(Self::OPEN) {
            Self::OPEN => {
                let place = look_up();
                // A place too far on for a byte is looked up each time.
                let in_a_byte = |place| u8::try_from(place).ok().filter(|place| *place < Self::NOWHERE);
                if let Some(known) = known {
                    *known = place.map_or(Self::NOWHERE, |place| in_a_byte(place).unwrap_or(Self::OPEN));
                }
                place
            }
            Self::NOWHERE => None,
            place => Some(usize::from(place)),
        }
    }
}

/// Reports the attributes and elements that an element must have and has not.
fn check_required(
    tree: &Tree<'_>,
    node: NodeId,
    required: &Required,
    diagnostics: &mut Diagnostics<'_>,
) -> Result<(), ReadError> {
    for attribute in required.attributes {
        if tree.attribute(node, attribute).is_none_or(str::is_empty) {
            let message = format!("the attribute {attribute} is missing");
            diagnostics.at_attribute(tree, node, attribute, TroubleKind::Missing, message)?;
        }
    }
    for elements in required.elements {
        if !elements.split(' ').any(|element| tree.child(node, element).is_some()) {
            let message = format!("<{}> is missing", elements.replace(' ', "> or <"));
            diagnostics.at(tree, node, TroubleKind::Missing, message)?;
        }
    }
    Ok(())
}

/// The story of an item, with the document kept if it says more.
fn story(tree: &Tree<'_>, item: NodeId, diagnostics: &mut Diagnostics<'_>) -> Result<Story, ReadError> {
    let is_whole = is_whole(tree, item, diagnostics.source());
    let mut story = told(tree, item, is_whole, diagnostics)?;
    if !is_whole {
        story.extensions.push(kept(tree, item)?);
    }
    Ok(story)
}

/// As [`story`], of an item of a message that is to stand alone.
fn story_alone(tree: &Tree<'_>, item: NodeId, diagnostics: &mut Diagnostics<'_>) -> Result<Story, ReadError> {
    let mut alone = tree.clone();
    let others: Vec<NodeId> = alone.children(alone.document()).collect();
    let mut story = told(tree, item, false, diagnostics)?;
    // Catalogs of the message hold for its items.
    let header = alone.root().and_then(|root| alone.child(root, "header"));
    let catalogs: Vec<NodeId> = header.map_or_else(Vec::new, |header| {
        alone.elements(header).filter(|node| matches!(alone.local(*node), "catalog" | "catalogRef")).collect()
    });
    others.into_iter().for_each(|other| alone.detach(other));
    alone.detach(item);
    alone.append(alone.document(), item);
    for catalog in catalogs {
        alone.detach(catalog);
        ORDER.place(&mut alone, item, catalog);
    }
    if !is_whole(&alone, item, diagnostics.source()) {
        story.extensions.push(kept(&alone, item)?);
    }
    Ok(story)
}

/// What a document says, natively and by its additions; those of a whole document are known to fit.
fn told(
    tree: &Tree<'_>,
    item: NodeId,
    is_whole: bool,
    diagnostics: &mut Diagnostics<'_>,
) -> Result<Story, ReadError> {
    let mut story = native(tree, item, &mut |node, kind, message| diagnostics.at(tree, node, kind, message))?;
    let Some(additions) = additions(tree, item) else { return Ok(story) };
    let text = tree.content(additions);
    if text.trim().is_empty() {
        return Ok(story);
    }
    let troubles = match remainder::Told::read(&text) {
        Ok(remainder) if is_whole => remainder.apply_unchecked(&mut story),
        Ok(remainder) => remainder.apply(&mut story),
        Err(trouble) => vec![trouble],
    };
    for trouble in troubles {
        diagnostics.at(tree, additions, trouble.kind, trouble.message)?;
    }
    Ok(story)
}

/// What an item says by the elements of the standard alone.
pub(super) fn native(tree: &Tree<'_>, item: NodeId, report: &mut Report<'_>) -> Result<Story, ReadError> {
    placed(tree, item, report).map(|(story, _)| story)
}

/// As [`native`], with the elements that the facts stand in.
pub(super) fn placed(
    tree: &Tree<'_>,
    item: NodeId,
    report: &mut Report<'_>,
) -> Result<(Story, facts::Places), ReadError> {
    let catalog = Catalog::of(tree, item);
    let item = Item::of(tree, item);
    let mut story = Story::new("");
    meta::read(tree, &catalog, item, &mut story, report)?;
    let places;
    (story.facts, places) = facts::read(tree, &catalog, item);
    let form = body::form(tree, item);
    story.facts.quotes = quote::read(tree, &catalog, item, form);
    story.body = form.into_iter().flat_map(|form| body::read(tree, form)).map(|bound| bound.block).collect();
    Ok((story, places))
}

/// The element for what has no place in NewsML-G2.
pub(super) fn additions(tree: &Tree<'_>, item: NodeId) -> Option<NodeId> {
    let point = Item::of(tree, item).extension_point()?;
    tree.elements(point).find(|node| tree.local(*node) == ADDITIONS && tree.namespace(*node) == OWN)
}

/// Whether the crate wrote the document from a story alone, and nobody has changed it since.
fn is_whole(tree: &Tree<'_>, item: NodeId, source: &Source<'_>) -> bool {
    let Some(additions) = additions(tree, item) else { return false };
    tree.root() == Some(item) && whole(item, additions).holds(tree, source)
}

/// The mark that an item is whole, which stands at its additions; they are no part of what is marked.
pub(super) fn whole(item: NodeId, additions: NodeId) -> Whole<'static> {
    let leave_out = &|tree: &Tree<'_>, node| tree.local(node) == ADDITIONS && tree.namespace(node) == OWN;
    Whole { root: item, leave_out, node: additions, attribute: WHOLE }
}

/// The document, kept as a tree.
fn kept(tree: &Tree<'_>, node: NodeId) -> Result<Extension, ReadError> {
    match tree.write(Layout::AsItStands) {
        Ok(text) => Ok(Extension::new(super::NAME, "", text)),
        Err(forbidden) => {
            let message = format!("{} cannot be kept at {}", forbidden.character, tree.path(node));
            Err(crate::error::Trouble::new(TroubleKind::Syntax, message).into())
        }
    }
}
