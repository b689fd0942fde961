//! ninjs, the IPTC's *News in JSON*: versions 1.0 to 3.1 are read, 3.1 is written.
//!
//! | in the model | in ninjs 3.1 |
//! | --- | --- |
//! | [`Story::iri`] | `uri`; of a story that has but an id, `urn:newsdesk:story:ID` |
//! | [`Story::id`] beside an IRI | an item of `altIds` with the role `id` |
//! | kind | a name in `genres` |
//! | headline, standfirst | `headlines` in the role `main` (or else the first, or `title`); `descriptions` in the role `summary` (or `lead`, `abstract`, `text`) |
//! | byline, dateline | `by`; `located`, its place |
//! | language | `language` |
//! | first published, updated | `firstCreated`, `versionCreated`; of one date alone, `versionCreated` |
//! | embargo, withdrawn | `embargoedUntil`, or `pubStatus` `withheld`; `pubStatus` `canceled` |
//! | publishers | `infoSources` in the role `publisher` |
//! | subjects | `subjects` |
//! | the first rights | `copyrightHolder`, `copyrightNotice`, `usageTerms`, `rightsInfo.linkedRights` |
//! | body | the first of `bodies` in HTML, or else in plain text; written in plain text if that reads back as it was, else in HTML |
//! | media, links | `associations` with `renditions`; others |
//! | officials | `people`: `name`; `rel`, the title of the first role; `uri` and `literal`, the identifiers |
//! | organisations | `organisations` |
//! | visits, meetings, commemorations | `associations` of the type `event` with `rel`, `eventDetails`, `people`, `organisations`, `places` |
//! | points of places | `geoJSON`; an [`Identifier`](crate::Identifier) in the scheme `geo`: `59.4,24.7` |
//! | an item that is an event itself | a visit or a commemoration if its title says so, else a meeting in the mode `event` |
//! | all else | the association `urn:newsdesk:remainder`, a line of JSON that fits only the item it stands in |
//!
//! So nothing of a story is lost. A document that says more than the story is kept as a tree (an
//! [`Extension`](crate::Extension)), in the members of 3.1 whatever its version was, and written into.
//!
//! Of a list of items, the first is read, and that there are more is told.
//!
//! [`validate`] holds a document to the IPTC's rules of its version. Reading reports the same, and
//! dates, URIs and languages that are none, which the IPTC's schemas do not hold anyone to.

mod check;
mod geojson;
mod names;
mod read;
mod read_event;
mod standard;
mod upgrade;
mod version;
mod whole;
mod write;
mod write_event;

pub use version::{UnknownVersion, Version};

use serde_json::Value;

use super::codec::Codec;
use super::json_tree::{
    Bindings, Change, Draft, Json, Layout, Source, keep, kept, pretty, rewritten, without_kept,
};
use super::remainder::{self, Remainder};
use super::{Limits, ReadOptions, Reading, html};
use crate::error::{Diagnostic, ReadError, Trouble, TroubleKind, WriteError};
use crate::model::{Block, Story};

pub(super) static CODEC: Codec = Codec {
    name: NAME,
    media_type: "application/json",
    extensions: &["ninjs"],
    read,
    write,
    // All of it.
    project: Story::clone,
    stories: None,
    write_all: None,
};

/// The name of the format, and of its extensions.
const NAME: &str = "ninjs";

/// What paths into a document begin with.
const ROOT: &str = "item";

const LAYOUT: Layout = Layout {
    name: NAME,
    identity: &["uri", "name", "role"],
    sort: "type",
    read: |document| {
        let document = Json::from(document);
        let item = read::item(&document, &Limits::new(), Bindings::new());
        let (mut story, bindings, remainder) = (item.story, item.bindings, item.remainder);
        let _ = apply(remainder.map(|(_, text)| remainder::Told::read(text)), &mut story);
        (story, bindings)
    },
    draft: write::draft,
    rewrite,
};

/// What in a document breaks the rules of a version of ninjs, in the order of the document.
///
/// Without a version, the rules are those that the document says it is written by, or else those of the
/// latest version that it keeps. It is the verdict of the IPTC's JSON Schemas, without their help and
/// without the network: a document has findings if and only if its schema refuses it.
///
/// ```
/// use newsdesk::format::ninjs;
/// assert_eq!(ninjs::validate(br#"{"uri": "urn:x:1", "type": "text"}"#, None), []);
/// let findings = ninjs::validate(br#"{"uri": "urn:x:1", "type": "poem"}"#, None);
/// assert_eq!(findings[0].path.as_deref(), Some("item/type"));
/// let findings = ninjs::validate(br#"{"uri": "urn:x:1", "headline": "A"}"#, Some(ninjs::Version::LATEST));
/// assert_eq!(findings[0].to_string(), "line 1, column 32: item/headline: ninjs 3.1 has no such member");
/// ```
#[must_use]
pub fn validate(bytes: &[u8], version: Option<Version>) -> Vec<Diagnostic> {
    let options = ReadOptions::new();
    let findings = || {
        let (source, document) = Source::read(b"{", bytes, ROOT, &options.limits)?;
        let check::Findings { troubles, left_out, .. } = match version {
            Some(version) => check::findings(&document, ROOT, version, check::Rigour::Schema),
            None => check::of_its_version(&document, ROOT, check::Rigour::Schema),
        };
        source.report(troubles, left_out, &options).map(|sink| sink.into_reading(Story::new("")).diagnostics)
    };
    findings().unwrap_or_else(|error: ReadError| vec![error.trouble().clone()])
}

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let (source, mut document) = Source::read(b"{[", bytes, ROOT, &options.limits)?;
    let repeated = source.take_repeated(&mut document);
    let mut root = ROOT.to_owned();
    let mut others = None;
    if let Json::Array(items) = document {
        let mut items = items.into_iter();
        document = items.next().unwrap_or_default();
        root.push_str("[1]");
        let message = "the document goes on after its first item, which alone is read";
        let second = || Trouble::new(TroubleKind::Unknown, message).with_path(format!("{ROOT}[2]"));
        others = items.next().map(|_| second());
    }
    if !document.is_object() {
        return Err(source.error(Trouble::new(TroubleKind::WrongFormat, "an item of ninjs is an object")));
    }
    let check::Findings { mut troubles, left_out, is_latest } =
        check::of_its_version(&document, &root, check::Rigour::Formats);
    troubles.extend(others.into_iter().chain(repeated));
    let newer = if is_latest { None } else { upgrade::upgraded(&document) };
    if let Some(newer) = &newer {
        document = Json::from(newer);
    }
    let read::Item { mut story, mut known, remainder, unread, .. } =
        read::item(&document, &options.limits, Bindings::idle());
    let unread = unread.map(|message| Trouble::new(TroubleKind::Limit, message));
    let additions = remainder.map(|(_, text)| remainder::Told::read(text));
    if matches!(&additions, Some(Ok(additions)) if additions.changes("body")) {
        known = None;
    }
    let is_whole = remainder.is_some() && whole::holds(source.json());
    let misfits = match additions {
        Some(Ok(additions)) if is_whole => additions.apply_unchecked(&mut story),
        additions => apply(additions, &mut story),
    };
    let fits = misfits.is_empty();
    troubles.extend(unread.into_iter().chain(misfits).map(|trouble| match remainder {
        Some((index, _)) if trouble.kind != TroubleKind::Limit => {
            trouble.with_path(format!("{root}/associations[{}]", index + 1))
        }
        _ => trouble.with_path(root.as_str()),
    }));
    if !is_whole || !fits {
        let mut draft = write::item(&story, known);
        if let Some((_, text)) = remainder.filter(|_| fits) {
            draft.append("associations", write::remainder(text.to_owned()));
        }
        if !Draft::from(draft).says(&document) {
            story = keep(story, &document.to_value(), NAME);
        }
    }
    Ok(source.report(troubles, left_out, options)?.into_reading(story))
}

fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    let Some(mut document) = kept(story, NAME) else {
        let document = write::draft(story).to_value();
        return finish(document, story, true);
    };
    let bare = without_kept(story, NAME);
    if let Some(newer) = upgrade::upgraded(&Json::from(&document)) {
        document = newer;
    }
    document = rewritten(document, &bare, &LAYOUT);
    if let Some(Value::Array(associations)) = document.get_mut("associations") {
        associations.retain(|one| one.get("uri").and_then(Value::as_str) != Some(names::REMAINDER));
    }
    finish(document, &bare, false)
}

/// Adds what the document has no slot for, and to a new one the mark that it is all of a story.
fn finish(mut document: Value, story: &Story, is_new: bool) -> Result<Vec<u8>, WriteError> {
    let native = read::item(&Json::from(&document), &Limits::new(), Bindings::idle()).story;
    if let Some(remainder) = Remainder::between(story, &native)?
        && let Value::Object(members) = &mut document
    {
        let remainder = if is_new { remainder.with_whole(whole::UNTOLD) } else { remainder };
        let association = Draft::from(write::remainder(remainder.to_string())).to_value();
        match members.entry("associations").or_insert_with(|| Value::Array(Vec::new())) {
            Value::Array(associations) => associations.push(association),
            other => *other = Value::Array(vec![association]),
        }
    }
    let json = pretty(&document)?;
    if !is_new {
        return Ok(json);
    }
    let json = String::from_utf8(json).map_err(|error| WriteError::new("story", error.to_string()))?;
    Ok(whole::sealed(json).into_bytes())
}

/// Makes a native story the full one; gives what does not fit.
fn apply(remainder: Option<Result<remainder::Told<'_>, Trouble>>, story: &mut Story) -> Vec<Trouble> {
    match remainder {
        None => Vec::new(),
        Some(Ok(remainder)) => remainder.apply(story),
        Some(Err(trouble)) => vec![trouble],
    }
}

/// The bodies of an item change together: in HTML the elements around the words stay; in others, the
/// paragraphs that change are looked for.
fn rewrite(pointer: &str, change: Change<'_>) -> Option<Value> {
    if pointer != "/bodies" {
        return None;
    }
    let blocks = |draft: &Value| {
        let item = serde_json::json!({"bodies": draft});
        read::item(&Json::from(&item), &Limits::new(), Bindings::idle()).story.body
    };
    let (before, after) = (blocks(change.told), blocks(change.wanted));
    let mut bodies = change.stands.clone();
    for body in bodies.as_array_mut()? {
        let told = Json::from(&*body);
        let Some(text) = read::text_of(&told, "value").map(str::to_owned) else { continue };
        let (is_html, is_plain) = (read::is_html(&told), read::is_plain(&told));
        let new = if is_html {
            html::update(&text, &after)
        } else {
            match replaced(&text, &before, &after) {
                Some(new) => new,
                None if is_plain => write::join(&after),
                None => continue,
            }
        };
        if let Some(value) = body.get_mut("value") {
            *value = new.into();
        }
    }
    Some(bodies)
}

/// A text in which each block that changed is put in place of what it was; none if one is not found.
fn replaced(text: &str, told: &[Block], wanted: &[Block]) -> Option<String> {
    if told.len() != wanted.len() {
        return None;
    }
    let mut new = text.to_owned();
    for (told, wanted) in told.iter().zip(wanted).filter(|(told, wanted)| told != wanted) {
        if told.text.is_empty() || !new.contains(told.text.as_str()) {
            return None;
        }
        new = new.replacen(told.text.as_str(), &wanted.text, 1);
    }
    Some(new)
}
