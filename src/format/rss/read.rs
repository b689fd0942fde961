//! An item into a story.

use chrono::DateTime;

use super::write::KIND;
use crate::error::{ReadError, TroubleKind};
use crate::format::feed::{self, ATOM, CONTENT, DUBLIN_CORE, Feed, Part, Told, child_in, filled};
use crate::format::iso_date;
use crate::format::tree::{Diagnostics, NodeId, Tree};
use crate::model::{
    BlockKind, Byline, Id, Identifier, Iri, Language, Link, Media, Organisation, Rights, Story, StoryKind,
    Subject,
};

/// What an item tells, and where.
pub(super) fn tell<'s>(feed: &Feed<'_, 's>, diagnostics: &mut Diagnostics<'s>) -> Result<Told, ReadError> {
    let mut reader = Reader { feed, told: Told { story: Story::new(""), places: Vec::new() } };
    reader.identity(diagnostics)?;
    reader.names();
    reader.dates(diagnostics)?;
    reader.categories();
    reader.links(diagnostics)?;
    reader.media(diagnostics)?;
    reader.texts(diagnostics)?;
    Ok(reader.told)
}

struct Reader<'f, 't, 's> {
    feed: &'f Feed<'t, 's>,
    told: Told,
}

impl<'t, 's> Reader<'_, 't, 's> {
    fn found(&mut self, part: Part, node: NodeId) {
        self.told.places.push((part, node));
    }

    /// A child of the item, in its own namespace or in another.
    fn child(&self, namespace: Option<&str>, name: &str) -> Option<NodeId> {
        let tree: &'t Tree<'s> = self.feed.tree;
        match namespace {
            Some(namespace) => child_in(tree, self.feed.entry, namespace, name),
            None => tree.child(self.feed.entry, name),
        }
    }

    /// The words of the first of these that is there and has any.
    fn words(&mut self, part: Part, places: &[(Option<&str>, &str)]) -> Option<String> {
        let tree: &'t Tree<'s> = self.feed.tree;
        let found = places.iter().find_map(|(namespace, name)| {
            let node = self.child(*namespace, name)?;
            Some((node, feed::lines(&tree.content(node)))).filter(|(_, words)| !words.is_empty())
        });
        let (node, words) = found?;
        self.found(part, node);
        Some(words)
    }

    /// What addresses are relative to.
    fn base(&self) -> Option<Iri> {
        let channel = || {
            let link = self.feed.tree.child(self.feed.head, "link")?;
            Iri::new(self.feed.tree.content(link).trim()).ok()
        };
        self.told.story.iri.clone().or_else(channel)
    }

    fn identity(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let tree: &'t Tree<'s> = self.feed.tree;
        if let Some(node) = self.child(None, "link").filter(|node| filled(&tree.content(*node)).is_some()) {
            match feed::resolve(&tree.content(node), self.base().as_ref()) {
                Ok(iri) => self.told.story.iri = Some(iri),
                Err(message) => diagnostics.at(tree, node, TroubleKind::InvalidValue, message)?,
            }
            self.found(Part::Iri, node);
        }
        if let Some(node) = self.child(None, "guid") {
            let guid = tree.content(node);
            let is_permanent = tree.attribute(node, "isPermaLink") != Some("false");
            if self.told.story.iri.is_none() && is_permanent {
                self.told.story.iri = Iri::new(guid.trim()).ok();
            }
            let id = Id::new(guid.split_whitespace().collect::<String>()).ok();
            let iri = self.told.story.iri.as_ref();
            self.told.story.id = id.filter(|id| iri.is_none_or(|iri| iri.as_str() != id.as_str()));
            self.found(Part::Id, node);
        }
        Ok(())
    }

    fn names(&mut self) {
        let tree: &'t Tree<'s> = self.feed.tree;
        self.told.story.headline = self.words(Part::Headline, &[(None, "title")]).unwrap_or_default();
        let creators = [(Some(DUBLIN_CORE), "creator"), (None, "author")];
        self.told.story.byline = self.words(Part::Byline, &creators).map(Byline::new);
        let of_channel = |name| {
            let channel = tree.child(self.feed.root, "channel").unwrap_or(self.feed.head);
            tree.child(channel, name)
                .map(|node| feed::lines(&tree.content(node)))
                .filter(|words| !words.is_empty())
        };
        let (title, language) = (of_channel("title"), of_channel("language"));
        let publisher = self.words(Part::Publisher, &[(Some(DUBLIN_CORE), "publisher")]).or(title);
        let organisation = |name: String| Organisation::new(Id::numbered("organisation", 1), name);
        self.told.story.publishers.extend(publisher.map(organisation));
        let language = self.words(Part::Language, &[(Some(DUBLIN_CORE), "language")]).or(language);
        self.told.story.language = language.and_then(|tag| Language::new(tag).ok());
        let notice = self.words(Part::Rights, &[(Some(DUBLIN_CORE), "rights")]);
        self.told.story.rights.extend(notice.map(|notice| Rights::new().with_notice(notice)));
    }

    fn dates(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        if let Some(node) = self.child(None, "pubDate") {
            let is_own = |text: &str| DateTime::parse_from_rfc2822(text.trim()).is_ok();
            self.told.story.dates.first_published = Some(feed::date(self.feed, node, is_own, diagnostics)?);
            self.found(Part::Published, node);
        } else if let Some(node) = self.child(Some(DUBLIN_CORE), "date") {
            let is_own = |text: &str| iso_date::calendar(text).is_some();
            self.told.story.dates.first_published = Some(feed::date(self.feed, node, is_own, diagnostics)?);
            self.found(Part::Published, node);
        }
        if let Some(node) = self.child(Some(ATOM), "updated") {
            self.told.story.dates.updated =
                Some(feed::date(self.feed, node, iso_date::is_moment, diagnostics)?);
            self.found(Part::Updated, node);
        }
        Ok(())
    }

    fn categories(&mut self) {
        let tree: &'t Tree<'s> = self.feed.tree;
        for node in tree.named(self.feed.entry, "category") {
            let words = feed::lines(&tree.content(node));
            let domain = tree.attribute(node, "domain");
            if domain == Some(KIND) && self.told.story.kind.is_none() {
                self.told.story.kind = Some(StoryKind::from(words.as_str()));
                self.found(Part::Kind, node);
                continue;
            }
            let mut subject = Subject::new(&*words);
            if let Some(domain) = domain.and_then(filled) {
                subject.identifiers.push(Identifier::new(domain, words));
            }
            self.found(Part::Subject(self.told.story.subjects.len()), node);
            self.told.story.subjects.push(subject);
        }
    }

    fn links(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let tree: &'t Tree<'s> = self.feed.tree;
        let is_link = |node: &NodeId| tree.local(*node) == "link" && tree.namespace(*node) == ATOM;
        for node in tree.elements(self.feed.entry).filter(is_link) {
            let Some(href) = tree.attribute(node, "href") else { continue };
            match feed::resolve(href, self.base().as_ref()) {
                Ok(target) => {
                    let mut link = Link::new(target);
                    link.relation = tree.attribute(node, "rel").and_then(filled).map(str::to_owned);
                    link.title = tree.attribute(node, "title").and_then(filled).map(str::to_owned);
                    self.found(Part::Link(self.told.story.links.len()), node);
                    self.told.story.links.push(link);
                }
                Err(message) => {
                    diagnostics.at_attribute(tree, node, "href", TroubleKind::InvalidValue, message)?
                }
            }
        }
        Ok(())
    }

    fn media(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let tree: &'t Tree<'s> = self.feed.tree;
        let enclosures = tree.named(self.feed.entry, "enclosure");
        for node in feed::media(tree, self.feed.entry).chain(enclosures) {
            let medium = feed::medium(self.feed, node, self.base().as_ref(), diagnostics)?;
            let is_new = |media: &Media| {
                tree.local(node) != "enclosure"
                    || !self.told.story.media.iter().any(|it| it.source == media.source)
            };
            if let Some(media) = medium.filter(is_new) {
                self.found(Part::Media(self.told.story.media.len()), node);
                self.told.story.media.push(media);
            }
        }
        Ok(())
    }

    /// The description sums the story up, or is all of it.
    fn texts(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let base = self.base();
        let body = self.child(Some(CONTENT), "encoded");
        if let Some(node) = self.child(None, "description") {
            let content = feed::html(self.feed, node, base.as_ref(), diagnostics)?;
            let is_one = matches!(
                content.blocks.as_slice(),
                [] | [crate::model::Block { kind: BlockKind::Paragraph, .. }]
            );
            if body.is_some() || is_one {
                let words: Vec<&str> = content.blocks.iter().map(|block| block.text.as_str()).collect();
                self.told.story.standfirst = Some(words.join("\n")).filter(|words| !words.is_empty());
                self.found(Part::Standfirst, node);
            } else {
                feed::take(content, &mut self.told.story);
                self.found(Part::Body, node);
            }
        }
        if let Some(node) = body {
            let content = feed::html(self.feed, node, base.as_ref(), diagnostics)?;
            feed::take(content, &mut self.told.story);
            self.found(Part::Body, node);
        }
        Ok(())
    }
}
