//! An entry into a story.

use crate::error::{ReadError, TroubleKind};
use crate::format::feed::{self, DUBLIN_CORE, Feed, Part, Told, child_in, filled, own_id};
use crate::format::iso_date;
use crate::format::tree::{Diagnostics, NodeId, Tree};
use crate::model::{
    Byline, Id, Identifier, Iri, Language, Link, Media, Organisation, Rights, Story, StoryKind, Subject,
};

use super::write::{KIND, NO_MOMENT};

/// What an entry tells, and where.
pub(super) fn tell<'s>(feed: &Feed<'_, 's>, diagnostics: &mut Diagnostics<'s>) -> Result<Told, ReadError> {
    let mut reader = Reader { feed, told: Told { story: Story::new(""), places: Vec::new() } };
    reader.links(diagnostics)?;
    reader.texts(diagnostics)?;
    reader.dates(diagnostics)?;
    reader.names(diagnostics)?;
    reader.categories();
    reader.media(diagnostics)?;
    reader.body(diagnostics)?;
    Ok(reader.told)
}

struct Reader<'f, 't, 's> {
    feed: &'f Feed<'t, 's>,
    told: Told,
}

impl<'s> Reader<'_, '_, 's> {
    fn tree(&self) -> &Tree<'s> {
        self.feed.tree
    }

    fn found(&mut self, part: Part, node: NodeId) {
        self.told.places.push((part, node));
    }

    /// What addresses at a node are relative to: the bases around it, each against the one around that.
    fn base(&self, node: NodeId) -> Option<Iri> {
        let tree = self.tree();
        let around = std::iter::successors(Some(node), |node| tree.parent(*node));
        let mut bases: Vec<&str> = around.filter_map(|node| tree.xml_attribute(node, "base")).collect();
        bases.reverse();
        let base =
            bases.into_iter().fold(None, |base, next| feed::resolve(next, base.as_ref()).ok().or(base));
        base.or_else(|| self.told.story.iri.clone())
    }

    fn links(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let nodes: Vec<NodeId> = self.tree().named(self.feed.entry, "link").collect();
        for node in nodes {
            let Some(href) = self.tree().attribute(node, "href") else {
                diagnostics.at_attribute(
                    self.tree(),
                    node,
                    "href",
                    TroubleKind::Missing,
                    "a link to nowhere",
                )?;
                continue;
            };
            let target = match feed::resolve(href, self.base(node).as_ref()) {
                Ok(target) => target,
                Err(message) => {
                    diagnostics.at_attribute(
                        self.tree(),
                        node,
                        "href",
                        TroubleKind::InvalidValue,
                        message,
                    )?;
                    continue;
                }
            };
            let attribute = |name| self.tree().attribute(node, name).and_then(filled).map(str::to_owned);
            let (title, kind) = (attribute("title"), attribute("type"));
            match attribute("rel").as_deref().unwrap_or("alternate") {
                "alternate" if self.told.story.iri.is_none() => {
                    self.told.story.iri = Some(target);
                    self.found(Part::Iri, node);
                }
                "enclosure" => {
                    let mut media = Media::new(target);
                    media.caption = title;
                    media.media_type = kind;
                    self.found(Part::Media(self.told.story.media.len()), node);
                    self.told.story.media.push(media);
                }
                relation => {
                    let mut link = Link::new(target).with_relation(relation);
                    link.title = title;
                    self.found(Part::Link(self.told.story.links.len()), node);
                    self.told.story.links.push(link);
                }
            }
        }
        Ok(())
    }

    /// The words of a text construct (section 3.1).
    fn words(&self, node: NodeId, diagnostics: &mut Diagnostics<'s>) -> Result<String, ReadError> {
        if matches!(self.tree().attribute(node, "type"), None | Some("text")) {
            return Ok(feed::lines(&self.tree().content(node)));
        }
        let blocks = feed::html(self.feed, node, self.base(node).as_ref(), diagnostics)?.blocks;
        Ok(blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n"))
    }

    fn texts(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let entry = self.feed.entry;
        if let Some(node) = self.tree().child(entry, "title") {
            self.told.story.headline = self.words(node, diagnostics)?;
            self.found(Part::Headline, node);
        }
        if let Some(node) = self.tree().child(entry, "summary") {
            let words = self.words(node, diagnostics)?;
            self.told.story.standfirst = filled(&words).map(str::to_owned);
            self.found(Part::Standfirst, node);
        }
        if let Some(node) = self.tree().child(entry, "rights") {
            let words = self.words(node, diagnostics)?;
            self.told.story.rights.extend(filled(&words).map(|words| Rights::new().with_notice(words)));
            self.found(Part::Rights, node);
        }
        if let Some(node) = self.tree().child(entry, "id") {
            let id = self.tree().content(node).trim().to_owned();
            let is_address = self.told.story.iri.as_ref().is_some_and(|iri| iri.as_str() == id);
            self.told.story.id = own_id(&id).filter(|_| !is_address);
            self.found(Part::Id, node);
        } else {
            diagnostics.at(self.tree(), entry, TroubleKind::Missing, "an entry without its id")?;
        }
        let language = self.tree().language(entry).unwrap_or_default();
        self.told.story.language = Language::new(language).ok();
        self.found(Part::Language, entry);
        Ok(())
    }

    fn dates(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let entry = self.feed.entry;
        if let Some(node) = self.tree().child(entry, "published") {
            self.told.story.dates.first_published =
                Some(feed::date(self.feed, node, iso_date::is_moment, diagnostics)?);
            self.found(Part::Published, node);
        }
        if let Some(node) = self.tree().child(entry, "updated") {
            let date = feed::date(self.feed, node, iso_date::is_moment, diagnostics)?;
            // An entry must have one; without another it says no more than that there is none.
            let is_first = self.told.story.dates.first_published.as_ref() == Some(&date);
            self.told.story.dates.updated = Some(date).filter(|date| !is_first && date.raw != NO_MOMENT);
            self.found(Part::Updated, node);
        }
        Ok(())
    }

    fn names(&mut self, _: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let tree = self.feed.tree;
        let name = |author: NodeId| tree.child(author, "name").map(|name| feed::lines(&tree.content(name)));
        let authors =
            |node: NodeId| tree.named(node, "author").filter_map(name).filter(|name| !name.is_empty());
        let byline = authors(self.feed.entry).collect::<Vec<_>>().join(", ");
        self.told.story.byline = filled(&byline).map(Byline::new);
        if let Some(author) = tree.child(self.feed.entry, "author") {
            self.found(Part::Byline, author);
        }
        let own = child_in(tree, self.feed.entry, DUBLIN_CORE, "publisher");
        let of_feed = || {
            let author = tree.child(self.feed.root, "author").and_then(|author| tree.child(author, "name"));
            author.or_else(|| tree.child(self.feed.root, "title"))
        };
        if let Some(node) = own.or_else(of_feed) {
            let name = feed::lines(&tree.content(node));
            let organisation = |name: &str| Organisation::new(Id::numbered("organisation", 1), name);
            self.told.story.publishers.extend(filled(&name).map(organisation));
            if own.is_some() {
                self.found(Part::Publisher, node);
            }
        }
        Ok(())
    }

    fn categories(&mut self) {
        let tree = self.feed.tree;
        for node in tree.named(self.feed.entry, "category") {
            let attribute = |name| tree.attribute(node, name);
            let (term, label) = (attribute("term").unwrap_or_default(), attribute("label"));
            let scheme = attribute("scheme");
            if scheme == Some(KIND) && self.told.story.kind.is_none() {
                self.told.story.kind = Some(StoryKind::from(term));
                self.found(Part::Kind, node);
                continue;
            }
            let mut subject = Subject::new(label.unwrap_or(term));
            if let Some(scheme) = scheme.or(label.map(|_| "term")) {
                subject.identifiers.push(Identifier::new(&*feed::subject_scheme(scheme), term));
            }
            self.found(Part::Subject(self.told.story.subjects.len()), node);
            self.told.story.subjects.push(subject);
        }
    }

    fn media(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let tree = self.feed.tree;
        for node in feed::media(tree, self.feed.entry) {
            let number = self.told.story.media.len();
            if let Some(media) = feed::medium(self.feed, node, self.base(node).as_ref(), diagnostics)? {
                self.found(Part::Media(number), node);
                self.told.story.media.push(media);
            }
        }
        Ok(())
    }

    fn body(&mut self, diagnostics: &mut Diagnostics<'s>) -> Result<(), ReadError> {
        let Some(node) = self.tree().child(self.feed.entry, "content") else { return Ok(()) };
        self.found(Part::Body, node);
        let kind = self.tree().attribute(node, "type").unwrap_or("text");
        match kind {
            "html" | "xhtml" | "text/html" => {
                let content = feed::html(self.feed, node, self.base(node).as_ref(), diagnostics)?;
                feed::take(content, &mut self.told.story);
            }
            "text" | "text/plain" => {
                let text = self.tree().content(node).replace("\r\n", "\n");
                self.told.story.body = feed::paragraphs(&text);
            }
            _ => {
                let message = format!("content of the type {kind:?} is kept and not read");
                diagnostics.at_attribute(self.tree(), node, "type", TroubleKind::Unknown, message)?;
            }
        }
        Ok(())
    }
}
