//! From a tree of NITF to a story, and where each part of the story stands in it.

use super::body::{self, Blocks};
use super::date;
use super::entities::{Entities, Standing};
use super::known::{identifiers, own_id};
use super::names::{ELEMENTS, FIELDS, PLACES};
use super::prose::{Prose, Scratch};
use crate::error::{ReadError, TroubleKind};
use crate::format::tree::slot::{Slot, Step, words};
use crate::format::tree::{Diagnostics, Name, NodeId, Tree};
use crate::model::{
    Byline, Country, Dateline, Id, Identifier, IdentifierScheme, Iri, Media, Organisation, Part, Place,
    Rights, Story, Subject,
};

/// What a document tells in its own slots, and where.
pub(super) struct Told {
    pub(super) story: Story,
    pub(super) headline: Option<NodeId>,
    /// What the standfirst is read from: an `hl2`, or a paragraph of the abstract.
    pub(super) standfirst: Option<NodeId>,
    pub(super) byline: Option<NodeId>,
    pub(super) dateline: Option<NodeId>,
    pub(super) publisher: Option<NodeId>,
    /// The `tobject.subject` or `keyword` of each subject.
    pub(super) subjects: Vec<NodeId>,
    /// The `doc.copyright` or `doc.rights` of each statement of rights.
    pub(super) rights: Vec<NodeId>,
    /// The `media` of each medium.
    pub(super) media: Vec<NodeId>,
    /// The element that holds the text of each block.
    pub(super) blocks: Vec<NodeId>,
    /// Where the facts stand.
    pub(super) standing: Standing,
}

/// What holds the head's data on the document.
pub(super) const DOCDATA: &[Step] = &[Step::child("head"), Step::child("docdata")];
pub(super) const HEADLINE: &[Step] =
    &[Step::child("body"), Step::child("body.head"), Step::child("hedline"), Step::child("hl1")];
pub(super) const STANDFIRST: &[Step] =
    &[Step::child("body"), Step::child("body.head"), Step::child("hedline"), Step::child("hl2")];
const ABSTRACT: &[Step] =
    &[Step::child("body"), Step::child("body.head"), Step::child("abstract"), Step::child("p")];
pub(super) const TITLE: &[Step] = &[Step::child("head"), Step::child("title")];
pub(super) const BYLINE: &[Step] = &[Step::child("body"), Step::child("body.head"), Step::child("byline")];
pub(super) const DATELINE: &[Step] =
    &[Step::child("body"), Step::child("body.head"), Step::child("dateline")];
pub(super) const PUBLISHER: &[Step] =
    &[Step::child("body"), Step::child("body.head"), Step::child("distributor")];

/// What the slots of a document tell; without what the facts rest on, if that is told beside them.
///
/// # Errors
///
/// If something is wrong in it, to a strict reader.
pub(super) fn tell(
    tree: &Tree<'_>,
    root: NodeId,
    groundless: bool,
    diagnostics: &mut Diagnostics<'_>,
) -> Result<Told, ReadError> {
    let mut story = Story::new("");
    for field in FIELDS {
        if let Some(value) = field.slot.get(tree, root)
            && let Err(message) = (field.take)(&mut story, value.trim())
            && let Some(node) = field.slot.node(tree, root)
        {
            diagnostics.at_attribute(tree, node, field.attribute, TroubleKind::InvalidValue, message)?;
        }
    }
    unknown_elements(tree, root, diagnostics)?;
    let mut told = Told {
        story,
        headline: None,
        standfirst: None,
        byline: None,
        dateline: None,
        publisher: None,
        subjects: Vec::new(),
        rights: Vec::new(),
        media: Vec::new(),
        blocks: Vec::new(),
        standing: Standing::default(),
    };
    let mut entities = Entities::new(groundless);
    if let Some(docdata) = Slot::text(DOCDATA).node(tree, root) {
        told.rights(tree, docdata);
        for identified in tree.named(docdata, "identified-content") {
            for element in tree.elements(identified) {
                entities.identified(tree, element);
            }
        }
    }
    told.subjects(tree, root, diagnostics)?;
    told.head_of_body(tree, root, &mut entities);
    told.body(tree, root, &mut entities, diagnostics)?;
    told.standing = entities.settle(tree, &mut told.story);
    Ok(told)
}

/// Reports elements that are in the namespace of NITF and in none of its versions.
fn unknown_elements(
    tree: &Tree<'_>,
    root: NodeId,
    diagnostics: &mut Diagnostics<'_>,
) -> Result<(), ReadError> {
    let namespace = tree.name(root).map(|name| name.namespace);
    let is_unknown =
        |name: &Name<'_>| Some(name.namespace) == namespace && ELEMENTS.binary_search(&name.local).is_err();
    // Most documents have no such name, and then no element need be looked at.
    if !tree.names().iter().any(is_unknown) {
        return Ok(());
    }
    for node in tree.descendants(root) {
        if tree.name(node).as_ref().is_some_and(is_unknown) {
            let message = "no version of NITF has such an element: it is kept, and not understood";
            diagnostics.at(tree, node, TroubleKind::Unknown, message)?;
        }
    }
    Ok(())
}

impl Told {
    fn subjects(
        &mut self,
        tree: &Tree<'_>,
        root: NodeId,
        diagnostics: &mut Diagnostics<'_>,
    ) -> Result<(), ReadError> {
        let Some(head) = tree.child(root, "head") else { return Ok(()) };
        for object in tree.named(head, "tobject") {
            for node in tree.named(object, "tobject.subject") {
                let Some(code) = tree.attribute(node, "tobject.subject.refnum") else {
                    let message = "a subject without its number: it goes by its name alone";
                    diagnostics.at_attribute(
                        tree,
                        node,
                        "tobject.subject.refnum",
                        TroubleKind::Missing,
                        message,
                    )?;
                    self.subject(node, Subject::new(subject_name(tree, node)));
                    continue;
                };
                let identifier = Identifier::new(IdentifierScheme::QCode, format!("subj:{}", code.trim()));
                self.subject(node, Subject::new(subject_name(tree, node)).with_identifier(identifier));
            }
        }
        for docdata in tree.named(head, "docdata") {
            for list in tree.named(docdata, "key-list") {
                for node in tree.named(list, "keyword") {
                    if let Some(key) = tree.attribute(node, "key") {
                        self.subject(node, Subject::new(key));
                    }
                }
            }
        }
        Ok(())
    }

    fn subject(&mut self, node: NodeId, subject: Subject) {
        self.subjects.push(node);
        self.story.subjects.push(subject);
    }

    fn rights(&mut self, tree: &Tree<'_>, docdata: NodeId) {
        for node in tree.elements(docdata) {
            let text = |name| tree.attribute(node, name).map(str::to_owned);
            let mut rights = Rights::new();
            match tree.local(node) {
                "doc.copyright" => rights.holder = text("holder"),
                "doc.rights" => (rights.holder, rights.terms) = (text("owner"), text("limitations")),
                _ => continue,
            }
            if rights != Rights::new() {
                self.rights.push(node);
                self.story.rights.push(rights);
            }
        }
    }

    fn head_of_body<'t>(&mut self, tree: &'t Tree<'_>, root: NodeId, entities: &mut Entities<'t>) {
        let node = |steps| Slot::text(steps).node(tree, root);
        self.headline = node(HEADLINE);
        // A title is what a document without headlines is called.
        if let Some(headline) = self.headline.or_else(|| node(TITLE)) {
            self.story.headline = entities.prose(tree, headline, Part::Headline);
        }
        self.standfirst = node(STANDFIRST).or_else(|| node(ABSTRACT));
        if let Some(standfirst) = self.standfirst {
            self.story.standfirst = Some(entities.prose(tree, standfirst, Part::Standfirst));
        }
        self.byline = node(BYLINE);
        if let Some(byline) = self.byline {
            let text = entities.prose(tree, byline, Part::Byline);
            self.story.byline = Some(Byline::new(text));
        }
        self.dateline = node(DATELINE);
        if let Some(dateline) = self.dateline {
            self.story.dateline = Some(read_dateline(tree, dateline));
        }
        self.publisher = node(PUBLISHER);
        if let Some(publisher) = self.publisher {
            self.story.publishers.push(read_publisher(tree, publisher));
        }
    }

    fn body<'t>(
        &mut self,
        tree: &'t Tree<'_>,
        root: NodeId,
        entities: &mut Entities<'t>,
        diagnostics: &mut Diagnostics<'_>,
    ) -> Result<(), ReadError> {
        let Some(body) = tree.child(root, "body") else {
            return diagnostics.at(tree, root, TroubleKind::Missing, "no <body>, which NITF asks for");
        };
        let mut blocks = Blocks { tree, entities, body: Vec::new(), nodes: Vec::new(), media: Vec::new() };
        for part in tree.elements(body) {
            match tree.local(part) {
                "body.head" => blocks.notes(part),
                "body.content" => blocks.inside(part, &body::Around::Story),
                "body.end" => blocks.end(part),
                _ => {}
            }
        }
        let media;
        (self.story.body, self.blocks, media) = (blocks.body, blocks.nodes, blocks.media);
        for node in media {
            if let Some(medium) = read_media(tree, node) {
                self.media.push(node);
                self.story.media.push(medium);
            } else if let Some(reference) = tree.child(node, "media-reference")
                && let Some(source) = tree.attribute(reference, "source")
            {
                let message = format!("{source:?} is not absolute, so the medium is no part of the story");
                diagnostics.at_attribute(tree, reference, "source", TroubleKind::InvalidValue, message)?;
            }
        }
        Ok(())
    }
}

/// The most particular name of a subject.
fn subject_name<'t>(tree: &'t Tree<'_>, node: NodeId) -> &'t str {
    ["tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"]
        .into_iter()
        .find_map(|name| tree.attribute(node, name))
        .unwrap_or_default()
}

/// The attribute that names a subject of a number: the last zeros of it say how particular it is.
pub(super) fn subject_level(code: &str) -> &'static str {
    if code.ends_with("000000") {
        "tobject.subject.type"
    } else if code.ends_with("000") {
        "tobject.subject.matter"
    } else {
        "tobject.subject.detail"
    }
}

fn read_dateline(tree: &Tree<'_>, node: NodeId) -> Dateline {
    let mut dateline = Dateline::new(Prose::of(tree, node, &mut Scratch::default()).text);
    dateline.place = tree.child(node, "location").and_then(|location| read_place(tree, location));
    dateline.date = tree
        .child(node, "story.date")
        .and_then(|date| Some((tree.content(date), tree.attribute(date, "norm").and_then(date::calendar)?)))
        .map(|(raw, calendar)| crate::model::Date::new(words(raw)).with_calendar(calendar));
    dateline
}

/// The place that a location names: that of its first part, in the country of its last, or all its words.
pub(super) fn read_place(tree: &Tree<'_>, location: NodeId) -> Option<Place> {
    let mut parts = tree.elements(location).filter_map(|part| {
        let (_, kind) = PLACES.iter().find(|(local, _)| *local == tree.local(part))?;
        Some((part, kind))
    });
    let mut place = match parts.next() {
        Some((part, kind)) => Place::new(words(tree.content(part))).with_kind(kind.clone()),
        None => Place::new(words(tree.content(location))),
    };
    place.country = country(tree, location);
    (!place.name.is_empty()).then_some(place)
}

/// The country of a location, by its code.
pub(super) fn country(tree: &Tree<'_>, location: NodeId) -> Option<Country> {
    let code = tree.child(location, "country").and_then(|country| tree.attribute(country, "iso-cc"))?;
    Country::new(code.trim()).ok()
}

fn read_publisher(tree: &Tree<'_>, node: NodeId) -> Organisation {
    let organisation = tree.child(node, "org");
    let own = organisation.and_then(|organisation| own_id(tree, organisation));
    let id = own.unwrap_or_else(|| Id::numbered("publisher", 1));
    let publisher = Organisation::new(id, words(tree.content(node)));
    let codes = organisation.into_iter().flat_map(|organisation| identifiers(tree, organisation));
    codes.fold(publisher, Organisation::with_identifier)
}

pub(super) const MEDIA_SOURCE: Slot = Slot::attribute(&[Step::child("media-reference")], "source");
pub(super) const MEDIA_TYPE: Slot = Slot::attribute(&[Step::child("media-reference")], "mime-type");
pub(super) const ALT: Slot = Slot::attribute(&[Step::child("media-reference")], "alternate-text");
pub(super) const CAPTION: Slot = Slot::text(&[Step::child("media-caption")]);
pub(super) const CREDIT: Slot = Slot::text(&[Step::child("media-producer")]);

fn read_media(tree: &Tree<'_>, node: NodeId) -> Option<Media> {
    let mut media = Media::new(Iri::new(MEDIA_SOURCE.get(tree, node)?).ok()?);
    let text = |slot: Slot| slot.get(tree, node).map(|text| text.into_owned());
    media.media_type = text(MEDIA_TYPE);
    media.alt = text(ALT);
    media.caption = text(CAPTION);
    media.credit = text(CREDIT);
    Some(media)
}
