//! A story as an entry.

use crate::format::feed::{
    self, ATOM, Part, Rendered, dublin_core, is_reserved, moment_of, own_text, subject_iri,
};
use crate::format::html;
use crate::format::tree::{Fresh, NamespaceId, NodeId, Tree};
use crate::model::{Link, Media, Story, Subject};

/// The scheme of the category that is the kind of a story.
pub(super) const KIND: &str = "urn:newsdesk:kind";

/// The id of an entry that has none.
const NO_ID: &str = "urn:newsdesk:story";

/// The moment that stands for none.
pub(super) const NO_MOMENT: &str = "1970-01-01T00:00:00+00:00";

/// A feed without entries.
pub(super) fn skeleton() -> (Tree<'static>, NodeId) {
    let mut tree = Tree::new();
    let feed = tree.make(&Fresh::new("feed").within(ATOM), NamespaceId::NONE);
    tree.append(tree.document(), feed);
    (tree, feed)
}

/// The parts of an entry, in order.
pub(super) fn render(story: &Story) -> Vec<Rendered> {
    let published = story.dates.first_published.as_ref().and_then(moment_of);
    let own = story.dates.updated.as_ref().and_then(moment_of);
    let updated = own.or_else(|| published.clone()).unwrap_or_else(|| NO_MOMENT.to_owned());
    let publisher =
        story.publishers.first().map(|publisher| feed::lines(&publisher.name)).unwrap_or_default();
    let own_id = story.id.as_ref().map(own_text);
    let id =
        own_id.or_else(|| story.iri.as_ref().map(ToString::to_string)).unwrap_or_else(|| NO_ID.to_owned());
    let mut parts = vec![
        Rendered::head("title", publisher.clone()),
        Rendered::head("id", id.clone()),
        Rendered::head("updated", updated.clone()),
        Rendered::new(Part::Headline, "title").text(feed::lines(&story.headline)),
        Rendered::new(Part::Id, "id").text(id),
    ];
    parts.extend(
        story
            .language
            .as_ref()
            .map(|language| Rendered::on_entry(Part::Language).with("xml:lang", language.as_str())),
    );
    parts.extend(
        story
            .iri
            .as_ref()
            .map(|iri| Rendered::new(Part::Iri, "link").with("rel", "alternate").with("href", iri.as_str())),
    );
    parts.extend(published.map(|moment| Rendered::new(Part::Published, "published").text(moment)));
    parts.push(Rendered::new(Part::Updated, "updated").text(updated));
    let byline = story.byline.as_ref().map(|byline| feed::lines(&byline.text)).unwrap_or_default();
    parts.push(Rendered::new(Part::Byline, "author").in_child("name").text(byline));
    if !publisher.is_empty() {
        parts.push(dublin_core(Part::Publisher, "publisher").text(publisher));
    }
    parts.extend(
        story.kind.as_ref().map(|kind| {
            Rendered::new(Part::Kind, "category").with("scheme", KIND).with("term", kind.as_str())
        }),
    );
    parts.extend(story.subjects.iter().enumerate().map(|(number, it)| category(it, number)));
    parts.extend(story.links.iter().enumerate().map(|(number, it)| link(it, number)));
    parts.extend(story.media.iter().enumerate().map(|(number, it)| enclosure(it, number)));
    let notice = story.rights.first().and_then(|rights| rights.notice.as_deref()).map(feed::lines);
    parts.extend(
        notice.filter(|notice| !notice.is_empty()).map(|it| Rendered::new(Part::Rights, "rights").text(it)),
    );
    let standfirst = story.standfirst.as_deref().map(feed::lines).filter(|words| !words.is_empty());
    parts.extend(standfirst.map(|words| Rendered::new(Part::Standfirst, "summary").text(words)));
    let body = Rendered::new(Part::Body, "content").with("type", "html").html(&story.body);
    parts.extend(Some(body).filter(|_| !html::project(&story.body).is_empty()));
    parts
}

fn category(subject: &Subject, number: usize) -> Rendered {
    let category = Rendered::new(Part::Subject(number), "category");
    match subject.identifiers.first() {
        None => category.with("term", &*subject.name),
        Some(identifier) if identifier.scheme.as_str() == "term" => {
            category.with("term", &*identifier.value).with("label", &*subject.name)
        }
        Some(identifier) => category
            .with("term", &*identifier.value)
            .with("scheme", subject_iri(identifier.scheme.as_str()))
            .with("label", &*subject.name),
    }
}

fn link(link: &Link, number: usize) -> Rendered {
    let relation = link.relation.as_deref().filter(|relation| !is_reserved(relation)).unwrap_or("related");
    let title = link.title.as_deref().and_then(feed::filled);
    let rendered = Rendered::new(Part::Link(number), "link").with("rel", relation);
    rendered.with("href", link.target.as_str()).with_some("title", title)
}

fn enclosure(media: &Media, number: usize) -> Rendered {
    let rendered = Rendered::new(Part::Media(number), "link").with("rel", "enclosure");
    let filled = |words: &Option<String>| words.as_deref().and_then(feed::filled).map(str::to_owned);
    rendered
        .with("href", media.source.as_str())
        .with_some("type", filled(&media.media_type))
        .with_some("title", filled(&media.caption))
}

/// What an entry holds of a story that keeps no document.
pub(super) fn held(story: &Story) -> Story {
    let mut held = feed::held(story);
    held.id = story.id.clone().filter(|id| story.iri.as_ref().is_none_or(|iri| iri.as_str() != id.as_str()));
    held.dates.first_published = feed::held_moment(story.dates.first_published.as_ref());
    let updated = feed::held_moment(story.dates.updated.as_ref());
    held.dates.updated =
        updated.filter(|date| date.raw != NO_MOMENT && held.dates.first_published.as_ref() != Some(date));
    held.links = story
        .links
        .iter()
        .map(|was| {
            let relation =
                was.relation.as_deref().filter(|relation| !is_reserved(relation)).unwrap_or("related");
            Link { title: was.title.clone().filter(|title| feed::filled(title).is_some()), ..was.clone() }
                .with_relation(relation)
        })
        .collect();
    held
}
