//! A story as an item.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, FixedOffset};

use crate::format::feed::{self, ATOM, CONTENT, MEDIA, Part, Rendered, dublin_core, moment_of};
use crate::format::html;
use crate::format::tree::{Fresh, NamespaceId, NodeId, Tree};
use crate::model::{Block, Calendar, Date, Link, Media, Story, Subject};

/// The domain of the category that is the kind of a story.
pub(super) const KIND: &str = "urn:newsdesk:kind";

/// A feed without items.
pub(super) fn skeleton() -> (Tree<'static>, NodeId) {
    let mut tree = Tree::new();
    for (prefix, namespace) in
        [("atom", ATOM), ("content", CONTENT), ("dc", feed::DUBLIN_CORE), ("media", MEDIA)]
    {
        tree.bind(prefix, namespace);
    }
    let rss = tree.make(&Fresh::new("rss").with("version", "2.0"), NamespaceId::NONE);
    tree.append(tree.document(), rss);
    let channel = tree.make(&Fresh::new("channel"), NamespaceId::NONE);
    tree.append(rss, channel);
    (tree, channel)
}

/// The parts of an item, in order.
pub(super) fn render(story: &Story) -> Vec<Rendered> {
    let words = |text: Option<&str>| text.map(feed::lines).filter(|words| !words.is_empty());
    let publisher = words(story.publishers.first().map(|publisher| publisher.name.as_str()));
    let link = story.iri.as_ref().map(ToString::to_string);
    let mut parts = vec![
        Rendered::head("title", publisher.clone().unwrap_or_default()),
        Rendered::head("link", link.clone().unwrap_or_default()),
        Rendered::head("description", ""),
        Rendered::new(Part::Headline, "title").text(feed::lines(&story.headline)),
    ];
    parts.extend(link.map(|link| Rendered::new(Part::Iri, "link").text(link)));
    parts.extend(
        story
            .id
            .as_ref()
            .map(|id| Rendered::new(Part::Id, "guid").with("isPermaLink", "false").text(id.as_str())),
    );
    let published = story.dates.first_published.as_ref().and_then(rfc_822);
    parts.extend(published.map(|moment| Rendered::new(Part::Published, "pubDate").text(moment)));
    let updated = story.dates.updated.as_ref().and_then(moment_of);
    parts.extend(updated.map(|moment| Rendered::new(Part::Updated, "updated").within(ATOM).text(moment)));
    let byline = words(story.byline.as_ref().map(|byline| byline.text.as_str()));
    parts.extend(byline.map(|byline| dublin_core(Part::Byline, "creator").text(byline)));
    parts.extend(publisher.map(|name| dublin_core(Part::Publisher, "publisher").text(name)));
    let language = story.language.as_ref();
    parts.extend(language.map(|tag| dublin_core(Part::Language, "language").text(tag.as_str())));
    parts.extend(story.kind.as_ref().map(|kind| {
        Rendered::new(Part::Kind, "category").with("domain", KIND).text(feed::lines(kind.as_str()))
    }));
    parts.extend(story.subjects.iter().enumerate().map(|(number, it)| category(it, number)));
    let notice = words(story.rights.first().and_then(|rights| rights.notice.as_deref()));
    parts.extend(notice.map(|notice| dublin_core(Part::Rights, "rights").text(notice)));
    parts.extend(story.links.iter().enumerate().map(|(number, it)| link_of(it, number)));
    parts.extend(story.media.iter().enumerate().map(|(number, it)| medium(it, number)));
    let standfirst = story.standfirst.as_deref().and_then(one_paragraph);
    parts.extend(standfirst.map(|block| Rendered::new(Part::Standfirst, "description").html(&[block])));
    let body = Rendered::new(Part::Body, "encoded").within(CONTENT).html(&story.body);
    parts.extend(Some(body).filter(|_| !html::project(&story.body).is_empty()));
    parts
}

/// A text as the one paragraph that it is in HTML.
fn one_paragraph(text: &str) -> Option<Block> {
    html::project(&[Block::paragraph(text)]).pop()
}

/// A moment as RFC 822 has it: in the date's own words if they are such, a day as its first moment in UTC.
pub(super) fn rfc_822(date: &Date) -> Option<Cow<'_, str>> {
    let read = |text: &str| DateTime::parse_from_rfc2822(text.trim()).ok().map(Calendar::Instant);
    let written = |instant: DateTime<FixedOffset>| {
        (0..=9999).contains(&instant.year()).then(|| instant.to_rfc2822()).filter(|text| read(text).is_some())
    };
    match date.known()? {
        Calendar::Instant(_) if date.resolved.is_none() && read(&date.raw) == date.calendar => {
            Some(Cow::Borrowed(&date.raw))
        }
        Calendar::Instant(instant) => written(*instant).map(Cow::Owned),
        Calendar::Day(day) => written(day.and_hms_opt(0, 0, 0)?.and_utc().fixed_offset()).map(Cow::Owned),
        _ => None,
    }
}

/// A category is its name; a subject that a register has under another name is that name there.
fn category(subject: &Subject, number: usize) -> Rendered {
    let category = Rendered::new(Part::Subject(number), "category").text(feed::lines(&subject.name));
    category.with_some("domain", domain(subject))
}

/// The register in which a subject stands by its own name.
fn domain(subject: &Subject) -> Option<&str> {
    let own = |identifier: &&crate::model::Identifier| {
        identifier.value == feed::lines(&subject.name) && feed::filled(identifier.scheme.as_str()).is_some()
    };
    let found = subject.identifiers.iter().find(own).map(|identifier| identifier.scheme.as_str());
    found.filter(|scheme| *scheme != KIND)
}

fn link_of(link: &Link, number: usize) -> Rendered {
    let filled = |words: &Option<String>| words.as_deref().and_then(feed::filled).map(str::to_owned);
    let rendered = Rendered::new(Part::Link(number), "link").within(ATOM).with("href", link.target.as_str());
    rendered.with_some("rel", filled(&link.relation)).with_some("title", filled(&link.title))
}

fn medium(media: &Media, number: usize) -> Rendered {
    let rendered =
        Rendered::new(Part::Media(number), "content").within(MEDIA).with("url", media.source.as_str());
    let rendered = rendered.with_some("type", media.media_type.as_deref().and_then(feed::filled));
    match media.caption.as_deref().map(feed::lines).filter(|caption| !caption.is_empty()) {
        Some(caption) => rendered.in_child("description").text(caption),
        None => rendered,
    }
}

/// What an item holds of a story that keeps no document.
pub(super) fn held(story: &Story) -> Story {
    let mut held = feed::held(story);
    held.id = story.id.clone().filter(|id| story.iri.as_ref().is_none_or(|iri| iri.as_str() != id.as_str()));
    held.kind = story.kind.as_ref().map(|kind| feed::lines(kind.as_str()).as_str().into());
    let published = story.dates.first_published.as_ref().and_then(rfc_822);
    held.dates.first_published = published.and_then(|text| {
        let instant = DateTime::parse_from_rfc2822(text.trim()).ok()?;
        Some(Date::new(text).with_calendar(Calendar::Instant(instant)))
    });
    held.dates.updated = feed::held_moment(story.dates.updated.as_ref());
    held.standfirst = story.standfirst.as_deref().and_then(one_paragraph).map(|block| block.text);
    held.subjects = story
        .subjects
        .iter()
        .map(|was| {
            let name = feed::lines(&was.name);
            let mut subject = Subject::new(&*name);
            subject.identifiers.extend(domain(was).map(|scheme| crate::model::Identifier::new(scheme, name)));
            subject
        })
        .collect();
    held.links = story
        .links
        .iter()
        .map(|was| {
            let words = |words: &Option<String>| words.clone().filter(|words| feed::filled(words).is_some());
            Link { relation: words(&was.relation), title: words(&was.title), ..was.clone() }
        })
        .collect();
    for media in &mut held.media {
        media.caption = media.caption.as_deref().map(feed::lines).filter(|caption| !caption.is_empty());
    }
    held
}
