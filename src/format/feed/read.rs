//! What Atom and RSS say in the same words.

use chrono::DateTime;

use super::{Feed, MEDIA, filled};
use crate::error::{ReadError, TroubleKind};
pub(in crate::format) use crate::format::html::resolve;
use crate::format::tree::{Diagnostics, NodeId, Tree};
use crate::format::{html, iso_date};
use crate::model::{
    Block, Byline, Calendar, Date, Id, Identifier, Iri, Link, Media, Organisation, Rights, Story, StoryKind,
    Subject,
};

/// What a piece of HTML gives to a story.
pub(in crate::format) type Content = html::Content;

/// The first child of an element in a namespace.
pub(in crate::format) fn child_in(
    tree: &Tree<'_>,
    node: NodeId,
    namespace: &str,
    local: &str,
) -> Option<NodeId> {
    tree.elements(node).find(|child| tree.local(*child) == local && tree.namespace(*child) == namespace)
}

/// The date that an element holds, by either of the forms that feeds have; others are reported, and the
/// words of those that are none are kept.
pub(in crate::format) fn date(
    feed: &Feed<'_, '_>,
    node: NodeId,
    is_own: fn(&str) -> bool,
    diagnostics: &mut Diagnostics<'_>,
) -> Result<Date, ReadError> {
    let text = feed.tree.content(node);
    let date = match DateTime::parse_from_rfc2822(text.trim()) {
        Ok(instant) => Date::new(&*text).with_calendar(Calendar::Instant(instant)),
        Err(_) => iso_date::date(&text),
    };
    if !is_own(&text) {
        let message = match date.calendar {
            Some(_) => format!("{text:?} is not how a date is written here"),
            None => format!("{text:?} is no date"),
        };
        diagnostics.at(feed.tree, node, TroubleKind::InvalidValue, message)?;
    }
    Ok(date)
}

/// The moment of a date as RFC 3339 has it.
pub(in crate::format) fn moment_of(date: &Date) -> Option<String> {
    iso_date::as_moment(date).map(String::from)
}

/// What a piece of HTML in an element says, its addresses relative to `base`.
pub(in crate::format) fn html(
    feed: &Feed<'_, '_>,
    node: NodeId,
    base: Option<&Iri>,
    diagnostics: &mut Diagnostics<'_>,
) -> Result<Content, ReadError> {
    match html::read(&html_of(feed.tree, node), base, feed.limits) {
        Ok(content) => {
            for trouble in &content.diagnostics {
                diagnostics.at(feed.tree, node, trouble.kind, &*trouble.message)?;
            }
            Ok(content)
        }
        Err(error) => {
            Err(diagnostics.error_at(feed.tree, node, error.trouble().kind, &*error.trouble().message))
        }
    }
}

/// The HTML that an element holds: as text, or as elements of XHTML.
pub(super) fn html_of(tree: &Tree<'_>, node: NodeId) -> String {
    if tree.attribute(node, "type") != Some("xhtml") {
        return tree.content(node).into_owned();
    }
    let mut out = String::new();
    // The <div> around them is none of theirs.
    let around = tree.elements(node).next().unwrap_or(node);
    tree.children(around).for_each(|child| xhtml(tree, child, &mut out));
    out
}

fn xhtml(tree: &Tree<'_>, node: NodeId, out: &mut String) {
    if let Some(text) = tree.text(node) {
        return html::escape(out, text);
    }
    let name = tree.local(node);
    if name.is_empty() {
        return;
    }
    out.push('<');
    out.push_str(name);
    for attribute in tree.attributes(node) {
        out.push_str(&format!(" {}=\"", attribute.name.local));
        html::escape(out, &attribute.value);
        out.push('"');
    }
    out.push('>');
    tree.children(node).for_each(|child| xhtml(tree, child, out));
    if !html::is_void(name) {
        out.push_str(&format!("</{name}>"));
    }
}

/// What the names of this crate's own begin with.
const OWN: &str = "urn:newsdesk:";

/// A word as an IRI: itself if it is one, or a name of this crate's own of a sort.
fn own_iri(sort: &str, word: &str) -> String {
    match Iri::new(word) {
        Ok(iri) if !iri.as_str().starts_with(OWN) => iri.to_string(),
        _ => {
            let mut text = format!("{OWN}{sort}:");
            for byte in word.bytes() {
                match byte {
                    b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                        text.push(char::from(byte))
                    }
                    _ => text.push_str(&format!("%{byte:02X}")),
                }
            }
            text
        }
    }
}

/// The word that [`own_iri`] says, if it is of its own making.
fn own_word(sort: &str, iri: &str) -> Option<String> {
    let mut rest = iri.strip_prefix(OWN)?.strip_prefix(sort)?.strip_prefix(':')?.bytes();
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => u8::from_str_radix(str::from_utf8(&[rest.next()?, rest.next()?]).ok()?, 16).ok()?,
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The id of a story as the IRI that Atom asks for.
pub(in crate::format) fn own_text(id: &Id) -> String {
    own_iri("id", id.as_str())
}

/// The id that [`own_text`] says; white space in one of others is taken out.
pub(in crate::format) fn own_id(text: &str) -> Option<Id> {
    if text.starts_with(OWN) {
        return Id::new(own_word("id", text)?).ok();
    }
    Id::new(text.split_whitespace().collect::<String>()).ok()
}

/// The scheme of a category as the IRI that Atom asks for.
pub(in crate::format) fn subject_iri(scheme: &str) -> String {
    own_iri("scheme", scheme)
}

/// The scheme that [`subject_iri`] says.
pub(in crate::format) fn subject_scheme(iri: &str) -> String {
    own_word("scheme", iri).unwrap_or_else(|| iri.to_owned())
}

/// The elements of Media RSS in an entry that show something.
pub(in crate::format) fn media<'t>(tree: &'t Tree<'_>, entry: NodeId) -> impl Iterator<Item = NodeId> + 't {
    let is = |node: NodeId, name: &str| tree.namespace(node) == MEDIA && tree.local(node) == name;
    let grouped = move |node: NodeId| {
        let group = is(node, "group").then(|| tree.elements(node)).into_iter().flatten();
        std::iter::once(node).chain(group)
    };
    tree.elements(entry).flat_map(grouped).filter(move |node| is(*node, "content") || is(*node, "thumbnail"))
}

/// What an element of Media RSS shows.
pub(in crate::format) fn medium(
    feed: &Feed<'_, '_>,
    node: NodeId,
    base: Option<&Iri>,
    diagnostics: &mut Diagnostics<'_>,
) -> Result<Option<Media>, ReadError> {
    let tree = feed.tree;
    let Some(url) = tree.attribute(node, "url") else { return Ok(None) };
    let source = match resolve(url, base) {
        Ok(source) => source,
        Err(message) => {
            diagnostics.at_attribute(tree, node, "url", TroubleKind::InvalidValue, message)?;
            return Ok(None);
        }
    };
    let words = |name| {
        tree.child(node, name).map(|node| lines(&tree.content(node))).filter(|words| !words.is_empty())
    };
    let mut media = Media::new(source);
    media.media_type = tree.attribute(node, "type").and_then(filled).map(str::to_owned);
    media.caption = words("description").or_else(|| words("title"));
    media.credit = words("credit");
    Ok(Some(media))
}

/// Puts what HTML says into a story: its blocks, and the links and media that are not there yet.
pub(in crate::format) fn take(content: Content, story: &mut Story) {
    story.body = content.blocks;
    let is_new = |link: &Link| !story.links.iter().any(|known| known.target == link.target);
    let links: Vec<Link> = content.links.into_iter().filter(is_new).collect();
    story.links.extend(links);
    let is_new = |media: &Media| !story.media.iter().any(|known| known.source == media.source);
    let media: Vec<Media> = content.media.into_iter().filter(is_new).collect();
    story.media.extend(media);
}

/// Plain text as paragraphs, which blank lines part.
pub(in crate::format) fn paragraphs(text: &str) -> Vec<Block> {
    html::project(&text.split("\n\n").map(Block::paragraph).collect::<Vec<_>>())
}

/// What every feed holds of a story: the rest is each format's own.
pub(in crate::format) fn held(story: &Story) -> Story {
    let words = |text: Option<&str>| text.map(lines).filter(|words| !words.is_empty());
    let mut held = Story::new(lines(&story.headline));
    held.iri.clone_from(&story.iri);
    held.kind = story.kind.as_ref().map(|kind| StoryKind::from(kind.as_str()));
    held.language.clone_from(&story.language);
    held.standfirst = words(story.standfirst.as_deref());
    held.byline = words(story.byline.as_ref().map(|byline| byline.text.as_str())).map(Byline::new);
    let publisher = words(story.publishers.first().map(|publisher| publisher.name.as_str()));
    held.publishers.extend(publisher.map(|name| Organisation::new(Id::numbered("organisation", 1), name)));
    held.subjects = story.subjects.iter().map(subject).collect();
    let notice = words(story.rights.first().and_then(|rights| rights.notice.as_deref()));
    held.rights.extend(notice.map(|notice| Rights::new().with_notice(notice)));
    held.body = html::project(&story.body);
    held.media = story.media.iter().map(medium_held).collect();
    held
}

fn subject(was: &Subject) -> Subject {
    let first = was.identifiers.first();
    let identifier = first.map(|it| Identifier::new(it.scheme.as_str(), &*it.value));
    identifier.into_iter().fold(Subject::new(&*was.name), Subject::with_identifier)
}

fn medium_held(was: &Media) -> Media {
    let mut media = Media::new(was.source.clone());
    media.media_type = was.media_type.clone().filter(|name| filled(name).is_some());
    media.caption = was.caption.clone().filter(|caption| filled(caption).is_some());
    media
}

/// What RFC 3339 holds of a date.
pub(in crate::format) fn held_moment(date: Option<&Date>) -> Option<Date> {
    iso_date::as_moment(date?).map(|text| iso_date::date(&text))
}

/// Text with the white space in each of its lines collapsed.
pub(in crate::format) fn lines(text: &str) -> String {
    let line = |line: &str| line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    text.split('\n').map(line).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}
