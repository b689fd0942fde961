//! A story as an item of ninjs 3.1.

use std::borrow::Cow;

use super::names::{self, own_uri, uri_and_literal};
use super::read::Known;
use super::write_event;
use crate::format::json_tree::{Draft, Members};
use crate::format::{html, iso_date, text};
use crate::model::{
    Block, BlockKind, Id, Identifier, Link, Media, Official, Organisation, Rights, Story, Subject,
};

/// What the item says of a story in its own slots.
pub(super) fn draft(story: &Story) -> Draft<'_> {
    item(story, None).into()
}

/// As [`draft`]; `known` is a text that is known to say the body.
pub(super) fn item<'s>(story: &'s Story, known: Option<Known<'s>>) -> Members<'s> {
    let mut item = Members::new();
    item.put_object("standard", standard());
    put_identity(&mut item, story);
    item.put("type", "text");
    put_dates(&mut item, story);
    item.put_some("language", story.language.as_ref().map(|language| language.as_str()));
    if let Some(rights) = story.rights.first() {
        put_rights(&mut item, rights);
    }
    item.put_list("headlines", filled(&story.headline).map(|value| text_item("main", value)));
    let standfirst = story.standfirst.as_deref().and_then(filled);
    item.put_list("descriptions", standfirst.map(|value| text_item("summary", value)));
    item.put_some("by", story.byline.as_ref().and_then(|byline| filled(&byline.text)));
    let located =
        story.dateline.as_ref().map(|line| line.place.as_ref().map_or(&line.text, |place| &place.name));
    item.put_some("located", located.and_then(|located| filled(located)));
    item.put_list("bodies", body(&story.body, known));
    let kind = story.kind.as_ref().and_then(|kind| filled(kind.as_str()));
    item.put_list("genres", kind.map(|name| named("name", name)));
    item.put_list("subjects", story.subjects.iter().map(subject));
    item.put_list("people", story.facts.officials.iter().map(person));
    item.put_list(
        "organisations",
        story.facts.organisations.iter().map(|it| organisation(it, "organisation", None)),
    );
    item.put_list(
        "infoSources",
        story.publishers.iter().map(|it| organisation(it, "publisher", Some(names::PUBLISHER))),
    );
    let media = story.media.iter().enumerate().map(|(index, media)| medium(media, index + 1));
    let links = story.links.iter().enumerate().map(|(index, link)| linked(link, index + 1));
    item.put_list("associations", media.chain(links).chain(write_event::associations(&story.facts)));
    item
}

/// The association that holds what the item has no slot for.
pub(super) fn remainder(text: String) -> Members<'static> {
    let mut body = Members::new();
    body.put("role", "remainder");
    body.put("contentType", "application/json");
    body.put("value", text);
    let mut association = Members::new();
    association.put("name", "newsdesk");
    association.put("uri", names::REMAINDER);
    association.put("type", "component");
    association.put_list("bodies", [body]);
    association
}

fn standard() -> Members<'static> {
    let mut standard = Members::new();
    standard.put("name", "ninjs");
    standard.put("version", "3.1");
    standard.put("schema", names::SCHEMA);
    standard
}

fn put_identity<'s>(item: &mut Members<'s>, story: &'s Story) {
    match (&story.iri, &story.id) {
        (Some(iri), id) => {
            item.put("uri", iri.as_str());
            item.put_list("altIds", id.as_ref().map(|id| text_item("id", id.as_str())));
        }
        (None, Some(id)) => item.put("uri", own_uri("story", id)),
        (None, None) => item.put("uri", names::NO_URI),
    }
}

/// One date is that of the version; of two, the first is that of the item.
fn put_dates<'s>(item: &mut Members<'s>, story: &'s Story) {
    let dates = &story.dates;
    let written = |date: &'s Option<_>| date.as_ref().and_then(iso_date::written_exactly);
    let (published, updated) = (written(&dates.first_published), written(&dates.updated));
    match (published, updated) {
        (Some(published), Some(updated)) => {
            item.put("firstCreated", published);
            item.put("versionCreated", updated);
        }
        (published, updated) => item.put_some("versionCreated", published.or(updated)),
    }
    let embargo = written(&dates.embargo);
    if dates.withdrawn.is_some() {
        item.put("pubStatus", "canceled");
    } else if dates.embargo.is_some() && embargo.is_none() {
        item.put("pubStatus", "withheld");
    }
    item.put_some("embargoedUntil", embargo);
}

fn put_rights<'s>(item: &mut Members<'s>, rights: &'s Rights) {
    let said = |words: &'s Option<String>| words.as_deref().and_then(filled);
    item.put_some("copyrightHolder", said(&rights.holder));
    item.put_some("copyrightNotice", said(&rights.notice));
    item.put_some("usageTerms", said(&rights.terms));
    let mut info = Members::new();
    info.put_some("linkedRights", rights.licence.as_ref().map(|licence| licence.as_str()));
    item.put_object("rightsInfo", info);
}

/// Paragraphs that plain text gives back as they are go as plain text, all else as HTML.
fn body<'s>(blocks: &'s [Block], known: Option<Known<'s>>) -> Option<Members<'s>> {
    let is_plain = |block: &Block| block.kind == BlockKind::Paragraph && block.language.is_none();
    let joined = blocks.iter().all(is_plain).then(|| join(blocks));
    let joined = joined.filter(|text| known == Some(Known::Plain(text)) || text::body_blocks(text) == blocks);
    let (kind, value) = match (joined, known) {
        (Some(text), _) => ("text/plain", Cow::Owned(text)),
        (None, Some(Known::Html(html))) => ("text/html", Cow::Borrowed(html)),
        (None, _) => ("text/html", Cow::Owned(html::write(blocks))),
    };
    if value.is_empty() {
        return None;
    }
    let mut body = Members::new();
    body.put("role", "main");
    body.put("contentType", kind);
    body.put("value", value);
    Some(body)
}

/// Blocks as plain text, a blank line between them.
pub(super) fn join(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn subject(subject: &Subject) -> Members<'_> {
    let mut members = named("name", &subject.name);
    put_identifiers(&mut members, &subject.identifiers, None);
    members
}

fn person(official: &Official) -> Members<'_> {
    let mut person = Members::new();
    person.put_some("name", official.name.as_ref().map(ToString::to_string));
    let title = official.roles.first().map(|role| role.title.as_str());
    person.put_some("rel", title.filter(|title| names::is_role(title)));
    put_identifiers(&mut person, &official.identifiers, Some(("official", &official.id)));
    person
}

fn organisation<'s>(organisation: &'s Organisation, kind: &str, role: Option<&'static str>) -> Members<'s> {
    let mut members = named("name", &organisation.name);
    members.put_some("role", role);
    put_identifiers(&mut members, &organisation.identifiers, Some((kind, &organisation.id)));
    members
}

/// `uri` and `literal`; what has no identifier of its own may be called by its id.
pub(super) fn put_identifiers<'s>(
    members: &mut Members<'s>,
    identifiers: &'s [Identifier],
    own: Option<(&str, &Id)>,
) {
    let (uri, literal) = uri_and_literal(identifiers);
    members.put_some("uri", uri.or_else(|| own.map(|(kind, id)| own_uri(kind, id))));
    members.put_some("literal", literal);
}

fn medium(media: &Media, number: usize) -> Members<'_> {
    let mut association = Members::new();
    association.put("name", format!("media-{number}"));
    association.put("uri", media.source.as_str());
    association.put("type", media_kind(media.media_type.as_deref().unwrap_or_default()));
    association.put_some("by", media.credit.as_deref().and_then(filled));
    let caption = media.caption.as_deref().and_then(filled).map(|text| text_item("caption", text));
    let alt = media.alt.as_deref().and_then(filled).map(|text| text_item("alt", text));
    association.put_list("descriptions", caption.into_iter().chain(alt));
    let mut rendition = Members::new();
    rendition.put("name", "main");
    rendition.put("href", media.source.as_str());
    rendition.put_some("contentType", media.media_type.as_deref());
    association.put_list("renditions", [rendition]);
    association
}

fn media_kind(media_type: &str) -> &'static str {
    match media_type.split_once('/').map_or(media_type, |(kind, _)| kind) {
        "image" | "" => "picture",
        "audio" => "audio",
        "video" => "video",
        "text" => "text",
        _ => "component",
    }
}

fn linked(link: &Link, number: usize) -> Members<'_> {
    let mut association = Members::new();
    association.put("name", format!("link-{number}"));
    association.put_some("rel", link.relation.as_deref());
    association.put("uri", link.target.as_str());
    let title = link.title.as_deref().and_then(filled);
    association.put_list("headlines", title.map(|title| text_item("main", title)));
    association
}

pub(super) fn text_item<'s>(role: &'static str, value: &'s str) -> Members<'s> {
    let mut item = named("role", role);
    item.put("value", value);
    item
}

pub(super) fn named<'s>(member: &'static str, value: &'s str) -> Members<'s> {
    let mut members = Members::new();
    members.put(member, value);
    members
}

/// Text, unless it is empty.
pub(super) fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
