//! Writing: a story into the document that was kept of it, or into a new one.

use super::catalog::Catalog;
use super::concept::{normalized, own_event};
use super::item::{Item, items, principal};
use super::names::{ADDITIONS, CATALOG, ITEMS, NAMESPACE, ORDER, OWN, content_holds};
use super::read::{additions, is_root, native, placed, whole};
use super::{body, facts, meta, quote};
use crate::error::WriteError;
use crate::format::ReadOptions;
use crate::format::kept::split_kept;
use crate::format::loss::forbidden;
use crate::format::remainder::{self, Remainder};
use crate::format::tree::{Diagnostics, Forbidden, Fresh, Layout, NodeId, Source, Tree};
use crate::model::{Block, Extension, Id, Story};

/// A document with all of a story.
pub(super) fn write(story: &Story) -> Result<String, WriteError> {
    let (kept, own) = split_kept(story, super::NAME);
    let text = match kept {
        Some(kept) => update(&kept.value, &own),
        None => None,
    };
    match text.unwrap_or_else(|| fresh(&own)) {
        Ok(text) => Ok(text),
        Err(Failure::Forbidden(character)) => Err(forbidden(story, character)),
        Err(Failure::Write(error)) => Err(error),
    }
}

/// What is kept of a document after a story was written into it; nothing if it cannot be read.
pub(super) fn updated(kept: &Extension, story: &Story) -> Option<Extension> {
    let text = match update(&kept.value, story)? {
        Ok(text) => text,
        Err(_) => kept.value.clone(),
    };
    Some(Extension::new(super::NAME, "", text))
}

/// Why a document could not be written.
enum Failure {
    Forbidden(char),
    Write(WriteError),
}

impl From<Forbidden> for Failure {
    fn from(forbidden: Forbidden) -> Self {
        Self::Forbidden(forbidden.character)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

// ---- A new document ----

fn fresh(story: &Story) -> Result<String, Failure> {
    document(&item(story), story)
}

fn document(item: &Fresh, story: &Story) -> Result<String, Failure> {
    let mut tree = Tree::new();
    let namespace = tree.bind("", NAMESPACE);
    let item = tree.make(item, namespace);
    let document = tree.document();
    tree.append(document, item);
    finish(&mut tree, item, story, true)?;
    let layout = Layout::Indented(body::counts_space);
    Ok(match additions(&tree, item) {
        Some(additions) => whole(item, additions).write(&tree, layout)?,
        None => tree.write(layout)?,
    })
}

fn item(story: &Story) -> Fresh {
    let (marks, references) = quote::render(story);
    let html = body::render(&story.body, &marks);
    let inline = Fresh::new("inlineXML").with("contenttype", "application/xhtml+xml").child(html);
    let element = begin("newsItem", story);
    meta::render(story, element, "newsItem")
        .children(facts::assertions(&story.facts))
        .children(references)
        .child(Fresh::new("contentSet").child(inline))
}

/// The element of an item of a story, with all that every item begins with.
fn begin(element: &'static str, story: &Story) -> Fresh {
    Fresh::new(element)
        .with("guid", guid(story))
        .with("version", "1")
        .with("standard", "NewsML-G2")
        .with("standardversion", "2.35")
        .with("conformance", "power")
        .with_some("xml:lang", story.language.as_ref().map(|tag| tag.as_str()))
        .child(Fresh::new("catalogRef").with("href", CATALOG))
}

/// Every item needs one, and the same story should have the same.
fn guid(story: &Story) -> String {
    match &story.iri {
        Some(iri) => iri.to_string(),
        None => format!("{}{:016x}", meta::NO_GUID, identity(story)),
    }
}

/// A concept item about one event of a story, with those who take part in it.
///
/// # Errors
///
/// If there is no such event, or it holds text that XML cannot hold.
pub(super) fn event_item(event: &Id, story: &Story) -> Result<String, WriteError> {
    let mut about = Story::new("");
    about.language.clone_from(&story.language);
    about.publishers.clone_from(&story.publishers);
    about.dates.clone_from(&story.dates);
    about.facts.officials.clone_from(&story.facts.officials);
    about.facts.organisations.clone_from(&story.facts.organisations);
    let cast = facts::assertions(&about.facts);
    about.facts.visits.extend(story.facts.visits.iter().find(|found| found.id == *event).cloned());
    about.facts.meetings.extend(story.facts.meetings.iter().find(|found| found.id == *event).cloned());
    about
        .facts
        .commemorations
        .extend(story.facts.commemorations.iter().find(|found| found.id == *event).cloned());
    let concept = Fresh::new("concept").child(Fresh::new("conceptId").with("uri", own_event(event)));
    let Some(concept) = facts::definition(event, &about.facts, concept) else {
        let message = format!("there is no visit, meeting or commemoration {event}");
        return Err(WriteError::new("story/facts", message));
    };
    let item = begin("conceptItem", &about)
        .child(meta::management_element(&about, "cinat:concept"))
        .children(cast)
        .child(concept);
    match document(&item, &about) {
        Ok(text) => Ok(text),
        Err(Failure::Forbidden(character)) => Err(forbidden(story, character)),
        Err(Failure::Write(error)) => Err(error),
    }
}

/// A number for a story that has no IRI: that of its headline and body.
fn identity(story: &Story) -> u64 {
    let texts = std::iter::once(&story.headline).chain(story.body.iter().map(|block| &block.text));
    texts.flat_map(|text| text.bytes().chain([0])).fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

// ---- The document that was kept ----

/// The kept document with what the story says now; none if it cannot be read, or is a fragment that cannot hold it.
fn update(kept: &str, story: &Story) -> Option<Result<String, Failure>> {
    let source = Source::of_text(kept);
    let options = ReadOptions::new();
    let mut tree = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options)).ok()?;
    let root = tree.root().filter(|root| is_root(&tree, *root))?;
    let Some(item) = principal(&tree, &items(&tree, root)) else {
        // A message without items tells nothing, and can hold no story.
        let is_empty = *story == Story::new("");
        return is_empty.then(|| tree.write(Layout::AsItStands).map_err(Failure::from));
    };
    // Nothing is reported, so nothing fails.
    let (native, places) = placed(&tree, item, &mut |_, _, _| Ok(())).ok()?;
    let mut told = native.clone();
    let text = additions(&tree, item).map(|node| tree.content(node));
    if let Some(Ok(additions)) = text.as_deref().map(remainder::Told::read) {
        additions.apply(&mut told);
    }
    if matches!(Remainder::between(story, &told), Ok(None)) {
        return Some(tree.write(Layout::AsItStands).map_err(Failure::from));
    }
    facts::update(&mut tree, item, &places, [&native.facts, &told.facts], &story.facts);
    update_metadata(&mut tree, item, &told, story);
    update_body(&mut tree, item, story);
    match finish(&mut tree, item, story, false) {
        Ok(true) => Some(tree.write(Layout::AsItStands).map_err(Failure::from)),
        Ok(false) => None,
        Err(failure) => Some(Err(failure)),
    }
}

fn update_metadata(tree: &mut Tree<'_>, item: NodeId, told: &Story, story: &Story) {
    let kind = tree.local(item).to_owned();
    let is_moved = told.iri != story.iri;
    let render = |story: &Story| {
        let element = Fresh::new("newsItem").with_some("guid", is_moved.then(|| guid(story)));
        meta::render(story, element, &kind)
    };
    let (was, mut is) = (render(told), render(story));
    if was == is {
        return;
    }
    let has_headline =
        Item::of(tree, item).content.is_some_and(|meta| tree.child(meta, "headline").is_some());
    if told.headline != story.headline && !has_headline && rename(tree, item, &story.headline) {
        is = render(&story.clone().with_headline(told.headline.as_str()));
    }
    // A fragment is one of the parts, and not what holds them.
    if ITEMS.contains(&kind.as_str()) {
        tree.patch(item, &was, &is, &ORDER);
    } else if was.only(&kind) != was.only("") {
        let holder = tree.document();
        tree.patch(holder, &was.only(&kind), &is.only(&kind), &ORDER);
    }
}

/// Sets the headline of an item that has none, and goes by its title or by what it is about; whether it could.
fn rename(tree: &mut Tree<'_>, item: NodeId, headline: &str) -> bool {
    let parts = Item::of(tree, item);
    let title = meta::title(tree, &Catalog::of(tree, item), parts);
    let can_have_headline =
        parts.content.is_some() && content_holds(tree.local(item), "headline") || parts.management.is_none();
    match (title, parts.management) {
        (Some(title), _) => tree.set_text(title, normalized(headline)),
        (None, Some(management)) if !can_have_headline => {
            ORDER.add(tree, management, &Fresh::new("title").text(headline));
        }
        // A headline of its own comes into its place with the other metadata.
        (None, _) => return false,
    }
    true
}

fn update_body(tree: &mut Tree<'_>, item: NodeId, story: &Story) {
    let parts = Item::of(tree, item);
    match body::form(tree, parts) {
        Some(form) => {
            let old = body::read(tree, form);
            body::update(tree, form, &old, &story.body);
        }
        None if story.body.is_empty() => {}
        None => add_body(tree, parts, &story.body),
    }
}

fn add_body(tree: &mut Tree<'_>, item: Item, blocks: &[Block]) {
    let html = body::render(blocks, &[]);
    let inline = Fresh::new("inlineXML").with("contenttype", "application/xhtml+xml").child(html);
    match item.body {
        Some(set) => {
            ORDER.add(tree, set, &inline);
        }
        None if tree.local(item.node) == "newsItem" => {
            ORDER.add(tree, item.node, &Fresh::new("contentSet").child(inline));
        }
        None => {}
    }
}

// ---- What has no place ----

/// Puts what the item does not say of the story into its extension point, and its fingerprint if it is new;
/// whether all of the story is told then.
fn finish(tree: &mut Tree<'_>, item: NodeId, story: &Story, is_new: bool) -> Result<bool, Failure> {
    // As a reader will find it.
    let text = tree.write(Layout::AsItStands)?;
    let source = Source::of_text(&text);
    let options = ReadOptions::new();
    let parsed = Tree::parse(&source, &options, &mut Diagnostics::new(&source, &options));
    let told = parsed.ok().and_then(|parsed| {
        let item = principal(&parsed, &items(&parsed, parsed.root()?))?;
        native(&parsed, item, &mut |_, _, _| Ok(())).ok()
    });
    let remainder = Remainder::between(story, &told.unwrap_or_else(|| Story::new("")))?;
    let known = additions(tree, item);
    let value = remainder.map(|remainder| remainder.to_string());
    if value.is_none() && !is_new {
        known.into_iter().for_each(|known| tree.remove(known));
        return Ok(true);
    }
    let point = match Item::of(tree, item).extension_point() {
        Some(point) => point,
        None if ITEMS.contains(&tree.local(item)) => ORDER.add(tree, item, &Fresh::new("contentMeta")),
        None => return Ok(false),
    };
    let node = known.unwrap_or_else(|| ORDER.add(tree, point, &Fresh::new(ADDITIONS).within(OWN)));
    tree.set_text(node, value.unwrap_or_default());
    if is_new {
        whole(item, node).mark(tree);
    }
    Ok(true)
}
