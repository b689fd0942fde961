//! The names of NITF, and the fields of a story that are one attribute of it.

use crate::format::tree::slot::{Order, Slot, Step};
use crate::format::tree::{NodeId, Tree};
use crate::model::{BlockKind, BoilerplateRole, Id, Iri, Language, MeetingMode, PlaceKind, Story, StoryKind};

use super::date;

/// The namespace of NITF 3.4 to 3.6.
pub(super) const NAMESPACE: &str = "http://iptc.org/std/NITF/2006-10-18/";

/// What the namespace of every version of NITF begins with, in lower case; documents made for a DTD have none.
pub(super) const NAMESPACE_START: &str = "http://iptc.org/std/nitf/";

/// The value that the schema fixes for `nitf/@version`.
pub(super) const VERSION: &str = "-//IPTC//DTD NITF 3.6//EN";

/// The `idsrc` of people, organisations and events that have their ids from a [`Story`].
pub(super) const SOURCE: &str = "newsdesk";

/// The `meta/@name` of the mark that a document was written from a story alone.
pub(super) const MARK: &str = "newsdesk-document";

/// The `meta/@name` of what NITF has no slot for.
pub(super) const REMAINDER: &str = "newsdesk-remainder";

/// The sequences of the schema (NITF 3.6). `docdata` has none, and this one is the custom.
pub(super) const ORDER: Order = Order {
    once: &[],
    sequence: &[
        ("nitf", &["head", "body"]),
        ("head", &["title", "meta", "tobject", "iim", "docdata", "pubdata", "revision-history"]),
        ("tobject", &["tobject.property", "tobject.subject"]),
        (
            "docdata",
            &[
                "correction", "evloc", "doc-id", "del-list", "urgency", "fixture", "date.issue",
                "date.release", "date.expire", "doc-scope", "series", "ed-msg", "du-key", "doc.copyright",
                "doc.rights", "key-list", "identified-content",
            ],
        ),
        ("body", &["body.head", "body.content", "body.end"]),
        (
            "body.head",
            &["hedline", "note", "rights", "byline", "distributor", "dateline", "abstract", "series"],
        ),
        ("hedline", &["hl1", "hl2"]),
        ("media", &["media-metadata", "media-reference", "media-object", "media-caption", "media-producer"]),
    ],
};

/// A field of a story that one attribute tells.
pub(super) struct Field {
    pub(super) slot: Slot,
    /// The attribute's name, for diagnostics.
    pub(super) attribute: &'static str,
    /// The attribute that tells the field of a story.
    pub(super) tell: fn(&Story) -> Option<String>,
    /// Takes in an attribute; the error says what it is not.
    pub(super) take: fn(&mut Story, &str) -> Result<(), String>,
}

const HEAD: Step = Step::child("head");
const DOCDATA: Step = Step::child("docdata");

macro_rules! fields {
    ($($steps:expr, $attribute:literal: $tell:expr, $take:expr;)*) => {
        &[$(Field {
            slot: Slot::attribute($steps, $attribute),
            attribute: $attribute,
            tell: $tell,
            take: $take,
        },)*]
    };
}

/// The fields that one attribute each tells, from the root on.
pub(super) const FIELDS: &[Field] = fields! {
    &[], "baselang":
        |story| story.language.as_ref().map(ToString::to_string),
        |story, value| keep(&mut story.language, Language::new(value));
    &[HEAD, Step::child("tobject"), Step::child("tobject.property")], "tobject.property.type":
        |story| story.kind.as_ref().map(|kind| property_of(kind).to_owned()),
        |story, value| { story.kind = kind_of(value); Ok(()) };
    &[HEAD, DOCDATA, Step::child("doc-id")], "id-string":
        |story| story.id.as_ref().map(ToString::to_string),
        |story, value| keep(&mut story.id, Id::new(value));
    &[HEAD, DOCDATA, Step::child("date.issue")], "norm":
        |story| date::norm(story.dates.first_published.as_ref()?),
        |story, value| date::take(&mut story.dates.first_published, value);
    &[HEAD, DOCDATA, Step::child("date.release")], "norm":
        |story| date::norm(story.dates.embargo.as_ref()?),
        |story, value| date::take(&mut story.dates.embargo, value);
    &[HEAD, Step::child("pubdata")], "ex-ref":
        |story| story.iri.as_ref().map(ToString::to_string),
        |story, value| keep(&mut story.iri, Iri::new(value));
};

fn keep<T>(slot: &mut Option<T>, value: Result<T, crate::model::InvalidText>) -> Result<(), String> {
    *slot = Some(value.map_err(|error| error.to_string())?);
    Ok(())
}

/// Kinds of story that NITF's vocabulary of properties has another word for.
const PROPERTIES: &[(&str, StoryKind)] =
    &[("press-release", StoryKind::PressRelease), ("transcript-verbatim", StoryKind::Transcript)];

fn property_of(kind: &StoryKind) -> &str {
    PROPERTIES.iter().find(|(_, known)| known == kind).map_or(kind.as_str(), |(property, _)| property)
}

/// "current" is what the schema says of a story that says nothing of itself.
fn kind_of(property: &str) -> Option<StoryKind> {
    let known = PROPERTIES.iter().find(|(known, _)| known.eq_ignore_ascii_case(property));
    match known {
        Some((_, kind)) => Some(kind.clone()),
        None if property.is_empty() || property == "current" => None,
        None => Some(StoryKind::from(property)),
    }
}

/// The attribute `class` of the blocks that need one to be told from others.
pub(super) fn class_of(kind: &BlockKind) -> Option<String> {
    match kind {
        BlockKind::Heading { level } if *level != 1 => Some(format!("level-{level}")),
        BlockKind::Caption => Some("caption".to_owned()),
        _ => None,
    }
}

/// The level of a heading, by its `class`.
pub(super) fn level_of(class: Option<&str>) -> u8 {
    class.and_then(|class| class.strip_prefix("level-")?.parse().ok()).unwrap_or(1)
}

/// The role of a note: its `class` where we wrote it, or what its `noteclass` comes to.
pub(super) fn note_role(tree: &Tree<'_>, note: NodeId) -> BoilerplateRole {
    if let Some(role) = tree.attribute(note, "class").and_then(|class| class.strip_prefix("boilerplate-")) {
        return BoilerplateRole::from(role);
    }
    match tree.attribute(note, "noteclass") {
        Some("cpyrt" | "trademk") => BoilerplateRole::Reference,
        _ => BoilerplateRole::Notes,
    }
}

/// The `noteclass` of a note.
pub(super) fn note_class(role: &BoilerplateRole) -> &'static str {
    match role {
        BoilerplateRole::Notes => "editorsnote",
        BoilerplateRole::EndMark => "end",
        _ => "undef",
    }
}

/// The `class` of an event that is a visit.
pub(super) const VISIT: &str = "visit";

/// The `class` of an event that is a commemoration.
pub(super) const COMMEMORATION: &str = "commemoration";

/// The `class` of an event that is a meeting, by its mode.
pub(super) const MEETINGS: &[(&str, MeetingMode)] = &[
    ("meeting", MeetingMode::InPerson),
    ("call", MeetingMode::Call),
    ("virtual-meeting", MeetingMode::Virtual),
];

/// The elements of a location by the kind of place that each names; the first is for places of no kind.
pub(super) const PLACES: &[(&str, PlaceKind)] = &[
    ("city", PlaceKind::City),
    ("sublocation", PlaceKind::Site),
    ("region", PlaceKind::Region),
    ("state", PlaceKind::Region),
    ("country", PlaceKind::Country),
];

/// Every element of NITF 3.3 to 3.6, in the order of their bytes.
pub(super) const ELEMENTS: &[&str] = &[
    "a", "abstract", "addressee", "alt-code", "bibliography", "block", "body", "body.content", "body.end",
    "body.head", "bq", "br", "byline", "byttl", "caption", "care.of", "chron", "city", "classifier", "col",
    "colgroup", "copyrite", "copyrite.holder", "copyrite.year", "correction", "country", "credit",
    "custom-table", "datasource", "date.expire", "date.issue", "date.release", "dateline", "dd", "del-list",
    "delivery.office", "delivery.point", "denom", "distributor", "dl", "doc-id", "doc-scope",
    "doc.copyright", "doc.rights", "docdata", "ds", "dt", "du-key", "ed-msg", "em", "event", "evloc",
    "fixture", "fn", "frac", "frac-sep", "from-src", "function", "head", "hedline", "hl1", "hl2", "hr",
    "identified-content", "iim", "key-list", "keyword", "lang", "li", "location", "media", "media-caption",
    "media-metadata", "media-object", "media-producer", "media-reference", "meta", "money", "name.family",
    "name.given", "nitf", "nitf-col", "nitf-colgroup", "nitf-table", "nitf-table-metadata",
    "nitf-table-summary", "note", "num", "numer", "object.title", "ol", "org", "p", "person", "postaddr",
    "postcode", "pre", "pronounce", "pubdata", "q", "rb", "rbc", "region", "revision-history", "rights",
    "rights.agent", "rights.enddate", "rights.geography", "rights.limitations", "rights.owner",
    "rights.startdate", "rights.type", "rp", "rt", "rtc", "ruby", "series", "state", "story.date", "sub",
    "sublocation", "sup", "table", "table-reference", "tagline", "tbody", "td", "tfoot", "th", "thead",
    "title", "tobject", "tobject.property", "tobject.subject", "tr", "ul", "urgency", "virtloc",
];

/// Whether an element is one of those that hold other blocks, or stand for one.
pub(super) fn is_block(local: &str) -> bool {
    matches!(
        local,
        "p" | "hl2"
            | "table"
            | "nitf-table"
            | "media"
            | "ol"
            | "ul"
            | "dl"
            | "bq"
            | "fn"
            | "note"
            | "pre"
            | "hr"
            | "block"
            | "body.content"
    )
}

/// Whether an element of running text may hold a `br`.
pub(super) fn takes_lines(local: &str) -> bool {
    !matches!(local, "byline" | "dateline" | "distributor" | "title" | "pre")
}

/// Whether the white space in an element counts.
pub(super) fn is_text(tree: &Tree<'_>, node: NodeId) -> bool {
    matches!(
        tree.local(node),
        "p" | "hl1"
            | "hl2"
            | "byline"
            | "dateline"
            | "distributor"
            | "li"
            | "pre"
            | "person"
            | "org"
            | "event"
            | "location"
            | "title"
            | "tagline"
            | "credit"
            | "media-caption"
            | "media-producer"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_are_sorted_as_they_are_searched() {
        assert!(ELEMENTS.is_sorted());
        assert!(
            ORDER
                .sequence
                .iter()
                .flat_map(|(parent, children)| children.iter().chain([parent]))
                .all(|name| { ELEMENTS.binary_search(name).is_ok() })
        );
    }
}
