//! An item into a story.

use serde_json::Value;

use super::names::{self, DOCUMENT_LINKS, NO_MOMENT, NO_PATH, SITE};
use super::person::read_title;
use super::{NAME, write};
use crate::error::{ReadError, TroubleKind};
use crate::format::json_tree::{Bindings, Json, Node, Source, Troubles, keep};
use crate::format::{Limits, ReadOptions, Reading, html, iso_date};
use crate::model::{
    Byline, Calendar, Country, Date, Dateline, Id, Identifier, IdentifierScheme, Iri, Language, Link, Media,
    Official, Organisation, Place, Qualifier, Role, Story, StoryKind, Subject,
};

/// Reads an item; keeps it if the story does not tell all of it.
pub(in crate::format) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let (source, mut document) = Source::read(b"{", bytes, "item", &options.limits)?;
    let repeated = source.take_repeated(&mut document);
    let troubles = Troubles::new();
    let (mut story, _) = Reader::of(&options.limits).item(&Node::root(&document, "item", &troubles));
    let (mut found, left_out) = troubles.into_parts();
    found.extend(repeated);
    let strict = ReadOptions::new().with_strict(true);
    if let Some(limit) = found.iter().find(|trouble| trouble.kind == TroubleKind::Limit) {
        source.report(vec![limit.clone()], 0, &strict)?;
    }
    let sink = source.report(found, left_out, options)?;
    if !write::draft(&story).says(&document) {
        story = keep(story, &document.to_value(), NAME);
    }
    Ok(sink.into_reading(story))
}

/// What a document that was read before tells, and where.
pub(super) fn told(document: &Value) -> (Story, Bindings) {
    let limits = Limits::new().with_bytes(usize::MAX).with_elements(usize::MAX).with_depth(usize::MAX);
    Reader::of(&limits).item(&Node::root(&document.into(), "item", &Troubles::new()))
}

struct Reader<'l> {
    limits: &'l Limits,
    story: Story,
    bindings: Bindings,
}

impl<'l> Reader<'l> {
    fn of(limits: &'l Limits) -> Self {
        Self { limits, story: Story::new(""), bindings: Bindings::new() }
    }

    fn item(mut self, item: &Node<'_, '_>) -> (Story, Bindings) {
        if !item.is_object() {
            return (self.story, self.bindings);
        }
        self.story.id = item.text("content_id").and_then(|guid| names::id_of_guid(guid, "story"));
        if let Some(path) = item.get("base_path") {
            self.story.iri = address(&path);
        }
        self.kind(item);
        self.story.language = item.parsed::<Language>("locale");
        self.story.headline = item.text("title").unwrap_or_default().to_owned();
        self.story.standfirst = item.text("description").map(str::to_owned);
        self.dates(item);
        if let Some(links) = item.get("links").filter(Node::is_object) {
            self.publishers(&links);
            self.officials(&links);
            self.subjects(&links);
            self.documents(&links);
        }
        if let Some(details) = item.get("details").filter(Node::is_object) {
            self.details(&details);
        } else {
            item.report(TroubleKind::Missing, "the item has no details: its body stands there");
        }
        (self.story, self.bindings)
    }

    fn kind(&mut self, item: &Node<'_, '_>) {
        let Some(node) = item.first_of(&["document_type", "schema_name"]) else { return };
        let Some(name) = node.as_text() else { return };
        self.story.kind = names::kind_of(name).or_else(|| {
            node.report(TroubleKind::Unknown, format!("{name:?} is a type of documents that are no news"));
            Some(StoryKind::from(name.replace('_', " ").as_str()))
        });
    }

    fn dates(&mut self, item: &Node<'_, '_>) {
        let dates = &mut self.story.dates;
        dates.first_published = item.get("first_published_at").and_then(|node| date(&node));
        dates.updated = item.get("public_updated_at").and_then(|node| date(&node));
        if let Some(notice) = item.get("withdrawn_notice").filter(Node::is_object) {
            dates.withdrawn = notice.get("withdrawn_at").and_then(|node| date(&node));
        }
        let details = item.get("details");
        if let Some(details) = details.filter(|_| dates.first_published.is_none())
            && let Some(node) = details.get("first_public_at")
        {
            dates.first_published = date(&node);
            self.bindings.bind("/first_published_at", node.pointer());
        }
    }

    /// The organisations, then those abroad.
    fn publishers(&mut self, links: &Node<'_, '_>) {
        for name in ["organisations", "worldwide_organisations"] {
            let Some(list) = links.get(name).filter(Node::is_list) else { continue };
            let mut told = 0;
            for (_, node) in list.items() {
                let Some(title) = titled(&node) else { continue };
                let number = self.story.publishers.len() + 1;
                let id = node.text("content_id").and_then(|guid| names::id_of_guid(guid, "organisation"));
                let mut organisation =
                    Organisation::new(id.unwrap_or_else(|| Id::numbered("organisation", number)), title);
                organisation.country = Country::new("GB").ok();
                organisation.identifiers.extend(page(&node));
                self.story.publishers.push(organisation);
                self.bindings.bind(format!("/links/{name}/{told}"), node.pointer());
                told += 1;
            }
        }
    }

    fn officials(&mut self, links: &Node<'_, '_>) {
        let mut told_by_person = false;
        for name in ["people", "speaker"] {
            let Some(list) = links.get(name).filter(Node::is_list) else { continue };
            for (_, node) in list.items() {
                let Some(title) = titled(&node).filter(|title| !title.trim().is_empty()) else { continue };
                told_by_person |=
                    node.get("links").is_some_and(|links| links.get("role_appointments").is_some());
                let id = self.person(&node, title);
                if name == "speaker" && self.story.byline.is_none() {
                    self.story.byline = Some(Byline::new(title).with_author(id));
                }
            }
        }
        let Some(roles) = links.get("roles").filter(Node::is_list) else { return };
        let alone = self.story.facts.officials.len() == 1 && !told_by_person;
        let mut told = 0;
        for (_, node) in roles.items() {
            let Some(role) = role(&node) else { continue };
            match self.story.facts.officials.first_mut().filter(|_| alone) {
                Some(person) => {
                    let place = format!("/links/people/0/links/role_appointments/{}", person.roles.len());
                    person.roles.push(role);
                    self.bindings.bind(format!("{place}/links/role/0"), node.pointer());
                    self.bindings.bind(place, node.pointer());
                }
                None => {
                    let official = Official::new(self.own_id()).with_role(role);
                    self.story.facts.officials.push(official);
                    self.bindings.bind(format!("/links/roles/{told}"), node.pointer());
                    told += 1;
                }
            }
        }
    }

    fn own_id(&self) -> Id {
        Id::numbered("official", self.story.facts.officials.len() + 1)
    }

    /// A person, unless the same is there already; gives the id.
    fn person(&mut self, node: &Node<'_, '_>, title: &str) -> Id {
        let id = node.text("content_id").and_then(|guid| names::id_of_guid(guid, "official"));
        if let Some(known) = id.as_ref().and_then(|id| self.story.facts.official(id))
            && node.pointer().starts_with("/links/speaker")
        {
            return known.id.clone();
        }
        let id = id.unwrap_or_else(|| self.own_id());
        let mut official = read_title(title, Official::new(id.clone()));
        official.identifiers.extend(page(node));
        let number = self.story.facts.officials.len();
        let place = format!("/links/people/{number}");
        self.bindings.bind(&*place, node.pointer());
        self.appointments(node, &mut official, &place);
        self.story.facts.officials.push(official);
        id
    }

    fn appointments(&mut self, person: &Node<'_, '_>, official: &mut Official, place: &str) {
        let Some(links) = person.get("links") else { return };
        let Some(appointments) = links.get("role_appointments").filter(Node::is_list) else { return };
        let published = self.story.dates.first_published.as_ref().and_then(Date::first_day);
        for (_, node) in appointments.items() {
            let Some(links) = node.get("links") else { continue };
            let Some(roles) = links.get("role") else { continue };
            let Some((_, first)) = roles.items().next() else { continue };
            let Some(mut role) = role(&first) else { continue };
            if let Some(details) = node.get("details") {
                let day = |name| iso_date::calendar(details.text(name)?)?.first_day();
                let before = |day: Option<_>| day.zip(published).map(|(day, published)| day < published);
                if before(day("started_on")) == Some(false) && day("started_on") != published {
                    // An office taken later is none of those that the story gives.
                    continue;
                }
                let current = details.get("current").and_then(|current| current.value().as_bool());
                if before(day("ended_on")).unwrap_or(current == Some(false)) {
                    role.qualifier = Some(Qualifier::Former);
                }
            }
            let number = official.roles.len();
            self.bindings.bind(format!("{place}/links/role_appointments/{number}"), node.pointer());
            official.roles.push(role);
        }
    }

    fn subjects(&mut self, links: &Node<'_, '_>) {
        for name in names::subject_links() {
            let Some(list) = links.get(name).filter(Node::is_list) else { continue };
            let mut told = 0;
            for (_, node) in list.items() {
                let Some(title) = titled(&node) else { continue };
                let mut subject = Subject::new(title);
                let guid = node.text("content_id").filter(|guid| *guid != names::NO_GUID).unwrap_or_default();
                if name != names::PLAIN_SUBJECTS || !guid.is_empty() {
                    subject.identifiers.push(Identifier::new(&*names::subject_scheme(name), guid));
                }
                subject.identifiers.extend(page(&node));
                self.story.subjects.push(subject);
                self.bindings.bind(format!("/links/{name}/{told}"), node.pointer());
                told += 1;
            }
        }
    }

    /// Other documents that the item points at; its own place among its translations is none.
    fn documents(&mut self, links: &Node<'_, '_>) {
        for (name, relation) in DOCUMENT_LINKS {
            let Some(list) = links.get(name).filter(Node::is_list) else { continue };
            let mut told = 0;
            for (_, node) in list.items() {
                let Some(target) = node.get("base_path").and_then(|path| address(&path)) else { continue };
                if Some(&target) == self.story.iri.as_ref() {
                    continue;
                }
                let mut link = Link::new(target).with_relation(relation);
                link.title = node.text("title").filter(|title| !title.is_empty()).map(str::to_owned);
                self.story.links.push(link);
                self.bindings.bind(format!("/links/{name}/{told}"), node.pointer());
                told += 1;
            }
        }
    }

    fn details(&mut self, details: &Node<'_, '_>) {
        self.speech(details);
        self.pictures(details);
        self.attachments(details);
        match details.get("body") {
            Some(body) => self.body(&body),
            None => details.report(TroubleKind::Missing, "the item has no body"),
        }
    }

    fn speech(&mut self, details: &Node<'_, '_>) {
        if let Some(speaker) = details.text("speaker_without_profile").filter(|_| self.story.byline.is_none())
        {
            self.story.byline = Some(Byline::new(speaker));
        }
        let place = details.text("location").map(Place::new);
        let date = details.get("delivered_on").and_then(|node| date(&node));
        if place.is_some() || date.is_some() {
            self.story.dateline = Some(dateline(place, date));
        }
    }

    /// The pictures of the item, each in its largest size.
    fn pictures(&mut self, details: &Node<'_, '_>) {
        for name in ["images", "image"] {
            let Some(list) = details.get(name) else { continue };
            let mut told = 0;
            for (_, node) in list.items() {
                let sources = node.get("sources");
                let of = sources.as_ref().unwrap_or(&node);
                let Some(source) = of.first_of(&SIZES) else {
                    node.report(TroubleKind::Missing, "the picture says not where it is");
                    continue;
                };
                let Some(iri) = file(&source) else { continue };
                let mut media = Media::new(iri);
                let words = |name| node.text(name).filter(|words| !words.is_empty()).map(str::to_owned);
                media.media_type = words("content_type");
                media.alt = words("alt_text");
                media.caption = words("caption");
                media.credit = words("credit");
                self.story.media.push(media);
                let place = format!("/details/images/{told}");
                self.bindings.bind(format!("{place}/sources/{}", SIZES[0]), source.pointer());
                self.bindings.bind(place, node.pointer());
                told += 1;
            }
        }
    }

    fn attachments(&mut self, details: &Node<'_, '_>) {
        let Some(list) = details.get("attachments").filter(Node::is_list) else { return };
        let mut told = 0;
        for (_, node) in list.items() {
            // Attachments that are pages have no address of a file.
            let Some(iri) = node.get("url").and_then(|url| file(&url)) else { continue };
            let mut media = Media::new(iri);
            media.media_type = node.text("content_type").filter(|name| !name.is_empty()).map(str::to_owned);
            media.caption = node.text("title").filter(|title| !title.is_empty()).map(str::to_owned);
            self.story.media.push(media);
            self.bindings.bind(format!("/details/attachments/{told}"), node.pointer());
            told += 1;
        }
    }

    /// The body: HTML, alone or beside its source in govspeak.
    fn body(&mut self, body: &Node<'_, '_>) {
        let is_html = |node: &Node<'_, '_>| node.text("content_type") == Some("text/html");
        let html = match body.value() {
            Json::Array(_) => body.items().find(|(_, node)| is_html(node)).map(|(_, node)| node),
            _ => Some(*body),
        };
        let Some(html) = html else {
            return body.report(TroubleKind::Missing, "the body has no HTML");
        };
        let content = if html.value().is_object() { html.get("content") } else { Some(html) };
        let Some(content) = content else { return };
        let Some(text) = content.as_text() else { return };
        self.bindings.bind("/details/body", content.pointer());
        let base = Iri::new(format!("{SITE}/")).ok();
        let base = self.story.iri.clone().or(base);
        match html::read(text, base.as_ref(), self.limits) {
            Ok(found) => {
                for trouble in found.diagnostics {
                    content.report(trouble.kind, trouble.message);
                }
                self.story.body = found.blocks;
                self.story.links.extend(found.links);
                self.story.media.extend(found.media);
            }
            Err(error) => content.report(error.trouble().kind, error.trouble().message.as_str()),
        }
    }
}

/// The sizes that a picture may have, the best first.
pub(super) const SIZES: [&str; 9] =
    ["s960", "desktop_2x", "desktop", "high_resolution_url", "url", "s712", "s630", "s465", "s300"];

/// The line that says where and when a speech was given.
pub(super) fn dateline(place: Option<Place>, date: Option<Date>) -> Dateline {
    let day = date.as_ref().and_then(Date::first_day).map(|day| day.format("%-d %B %Y").to_string());
    let words: Vec<&str> = place
        .iter()
        .map(|place| place.name.as_str())
        .chain(day.as_deref())
        .filter(|words| !words.is_empty())
        .collect();
    let mut line = Dateline::new(words.join(", "));
    line.place = place;
    line.date = date;
    line
}

/// The moment that a text is; what is none is reported, and its words are kept.
fn date(node: &Node<'_, '_>) -> Option<Date> {
    let text = node.as_text().filter(|text| *text != NO_MOMENT)?;
    let date = iso_date::date(text);
    if !matches!(date.calendar, Some(Calendar::Instant(_))) || !iso_date::is_moment(text) {
        node.report(TroubleKind::InvalidValue, format!("{text:?} is no moment of RFC 3339"));
    }
    Some(date)
}

/// The address of a path; what is no path is reported.
fn address(node: &Node<'_, '_>) -> Option<Iri> {
    let path = node.as_text().filter(|path| *path != NO_PATH)?;
    let iri = names::iri_of(path).filter(|_| path.starts_with('/'));
    if iri.is_none() {
        node.report(
            TroubleKind::InvalidValue,
            format!("{path:?} is no path: it begins with / and has no space"),
        );
    }
    iri
}

/// The address of a file, which old items give as a path.
fn file(node: &Node<'_, '_>) -> Option<Iri> {
    let is_path = node.as_text()?.starts_with('/');
    if is_path { address(node) } else { node.as_parsed() }
}

/// The title of a thing that a link has; one without is reported.
fn titled<'v>(node: &Node<'v, '_>) -> Option<&'v str> {
    if !node.is_object() {
        return None;
    }
    let title = node.get("title");
    if title.is_none() {
        node.report(TroubleKind::Missing, "a link without a title");
    }
    title?.as_text()
}

/// The page of a thing as its identifier.
fn page(node: &Node<'_, '_>) -> Option<Identifier> {
    let iri = address(&node.get("base_path")?)?;
    Some(Identifier::new(IdentifierScheme::Iri, iri.as_str()))
}

fn role(node: &Node<'_, '_>) -> Option<Role> {
    let mut role = Role::new(titled(node)?);
    role.kind = node.text("document_type").and_then(names::role_kind);
    let links = node.get("links");
    let parents = links.as_ref().and_then(|links| links.get("ordered_parent_organisations"));
    let first = parents.as_ref().and_then(|parents| parents.items().next());
    role.organisation = first.and_then(|(_, parent)| titled(&parent)).map(str::to_owned);
    Some(role)
}
