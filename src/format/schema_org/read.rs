//! An article as a story.

use super::graph::{At, Graph};
use super::names;
use super::read_event::{self, Events};
use super::read_people::{self, People};
use crate::error::TroubleKind;
use crate::format::json_tree::Bindings;
use crate::format::{iso_date, text};
use crate::model::{
    Byline, Date, Dateline, Id, Iri, Language, Link, Marking, Media, Quote, Rights, Story, StoryKind, Subject,
};

/// The story of a document, and where the parts of its draft stand; none if it has no article or event.
pub(super) fn story(graph: &Graph<'_>) -> Option<(Story, Bindings)> {
    let nodes = graph.nodes();
    let article = nodes.iter().find(|node| node.is(names::is_article));
    let main = article.or_else(|| nodes.iter().find(|node| node.is(names::is_event)))?;
    let mut reader = Reader { graph, story: Story::new(""), bindings: Bindings::new() };
    reader.bindings.bind("", main.pointer.as_str());
    reader.header(main);
    reader.about(main);
    reader.media(main);
    reader.facts(main, article.is_none());
    Some((reader.story, reader.bindings))
}

struct Reader<'g, 'v> {
    graph: &'g Graph<'v>,
    story: Story,
    bindings: Bindings,
}

impl<'v> Reader<'_, 'v> {
    fn header(&mut self, article: &At<'v>) {
        let url = |name: &str| Iri::new(article.text(name)?).ok();
        self.story.iri = url("@id").or_else(|| url("url"));
        self.story.id = article.text("identifier").and_then(|id| Id::new(id).ok());
        if let Some(headline) = self.text_in(article, "/headline", &["headline", "name"]) {
            self.story.headline = headline.to_owned();
        }
        let description =
            self.text_in(article, "/description", &["description", "abstract", "alternativeHeadline"]);
        self.story.standfirst = description.map(str::to_owned);
        self.story.language = self.language(article);
        let genres =
            article.all("genre").into_iter().filter_map(|genre| Some((kind(genre.words()?)?, genre)));
        if let Some((kind, genre)) = genres.into_iter().next() {
            self.story.kind = Some(kind);
            self.bindings.bind("/genre", genre.pointer);
        }
        self.story.dateline = self.dateline(article);
        self.story.dates.first_published =
            self.date(article, "/datePublished", &["datePublished", "dateCreated"]);
        self.story.dates.updated = self.date(article, "/dateModified", &["dateModified"]);
        let body = self.text_in(article, "/articleBody", &["articleBody", "text"]);
        self.story.body = body.map(text::body_blocks).unwrap_or_default();
        self.rights(article);
    }

    /// The text of the first of these members; it is that part of a draft.
    fn text_in(&mut self, node: &At<'v>, draft: &str, names: &[&str]) -> Option<&'v str> {
        let found =
            names.iter().filter_map(|name| node.first(name)).find_map(|at| Some((at.words()?, at)))?;
        self.bindings.bind(draft, found.1.pointer);
        Some(found.0)
    }

    fn language(&mut self, article: &At<'v>) -> Option<Language> {
        let at = article.first("inLanguage")?;
        let tag = if at.value.is_object() { at.get("alternateName").unwrap_or(at) } else { at };
        match tag.words()?.parse() {
            Ok(language) => {
                self.bindings.bind("/inLanguage", tag.pointer);
                Some(language)
            }
            Err(error) => {
                let error: crate::model::InvalidText = error;
                self.graph.report(&tag, TroubleKind::InvalidValue, error.to_string());
                None
            }
        }
    }

    fn dateline(&mut self, article: &At<'v>) -> Option<Dateline> {
        let mut dateline = Dateline::new(article.text("dateline").unwrap_or_default());
        if let Some(at) = article.first("locationCreated") {
            let at = self.graph.resolve(at);
            dateline.place = read_event::place(&at).map(|(mut place, country)| {
                place.country = country;
                place
            });
            self.bindings.bind("/locationCreated", at.pointer);
        }
        (!dateline.text.is_empty() || dateline.place.is_some()).then_some(dateline)
    }

    fn date(&mut self, article: &At<'v>, draft: &str, names: &[&str]) -> Option<Date> {
        let at = names.iter().find_map(|name| article.first(name))?;
        let date = iso_date::date(at.words()?);
        if date.calendar.is_none() {
            let message = "expected a date such as 2019-05-10 or 2019-05-10T16:02:28+02:00";
            self.graph.report(&at, TroubleKind::InvalidValue, message);
        }
        self.bindings.bind(draft, at.pointer);
        Some(date)
    }

    fn rights(&mut self, article: &At<'v>) {
        let mut rights = Rights::new();
        if let Some(holder) = article.first("copyrightHolder") {
            let holder = self.graph.resolve(holder);
            rights.holder = named(&holder).map(|(name, pointer)| {
                self.bindings.bind("/copyrightHolder", holder.pointer.as_str());
                self.bindings.bind("/copyrightHolder/name", pointer);
                name.to_owned()
            });
        }
        rights.notice = article.text("copyrightNotice").map(str::to_owned);
        rights.licence = article.text("license").and_then(|iri| Iri::new(iri).ok());
        rights.terms = article.first("usageInfo").and_then(|info| info.text("text")).map(str::to_owned);
        self.story.rights.extend((rights != Rights::new()).then_some(rights));
    }

    /// Subjects: what it is about that is nobody and no event, its keywords and sections.
    fn about(&mut self, article: &At<'v>) {
        for at in article.all("about") {
            let thing = self.graph.resolve(at);
            let is_fact =
                |kind: &str| kind == "Person" || names::is_organisation(kind) || names::is_event(kind);
            if !thing.is(is_fact) {
                self.subject(&thing);
            }
        }
        for at in article.all("keywords").into_iter().chain(article.all("articleSection")) {
            match at.words() {
                Some(words) if words.contains(',') => {
                    let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
                    self.story.subjects.extend(words.map(Subject::new));
                }
                _ => self.subject(&at),
            }
        }
        article.all("citation").into_iter().for_each(|at| self.link(at));
    }

    fn subject(&mut self, thing: &At<'v>) {
        let Some((name, pointer)) = named_or_empty(thing) else { return };
        let draft = format!("/about/{}", self.story.subjects.len());
        self.bindings.bind(draft.as_str(), thing.pointer.as_str());
        self.bindings.bind(format!("{draft}/name"), pointer);
        let mut subject = Subject::new(name);
        subject.identifiers = read_people::identifiers(thing, &draft, &mut self.bindings);
        self.story.subjects.push(subject);
    }

    fn link(&mut self, at: At<'v>) {
        let work = self.graph.resolve(at);
        let target = work.first("url").or_else(|| work.first("@id")).unwrap_or_else(|| work.clone());
        let Some(iri) = target.words().and_then(|iri| Iri::new(iri).ok()) else { return };
        let draft = format!("/citation/{}", self.story.links.len());
        self.bindings.bind(draft.as_str(), work.pointer.as_str());
        self.bindings.bind(format!("{draft}/url"), target.pointer);
        let mut link = Link::new(iri);
        link.title = work.text("name").map(str::to_owned);
        self.story.links.push(link);
    }

    /// Pictures, then all else, each from either member.
    fn media(&mut self, article: &At<'v>) {
        let members = ["image", "associatedMedia", "video", "audio"];
        let found: Vec<(Media, At<'v>, String)> =
            members.iter().flat_map(|name| article.all(name)).filter_map(|at| self.medium(at)).collect();
        let (pictures, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(media, _, _)| super::write::is_picture(media));
        for (list, media) in [("image", pictures), ("associatedMedia", others)] {
            for (index, (media, at, file)) in media.into_iter().enumerate() {
                let draft = format!("/{list}/{index}");
                self.bindings.bind(draft.as_str(), at.pointer);
                self.bindings.bind(format!("{draft}/contentUrl"), file);
                self.story.media.push(media);
            }
        }
    }

    fn medium(&self, at: At<'v>) -> Option<(Media, At<'v>, String)> {
        let object = self.graph.resolve(at);
        let file = ["contentUrl", "url", "@id"].iter().find_map(|name| object.first(name));
        let file = file.unwrap_or_else(|| object.clone());
        let mut media = Media::new(Iri::new(file.words()?).ok()?);
        let said = |name: &str| object.text(name).map(str::to_owned);
        media.media_type = object.first("encodingFormat").and_then(|at| at.value.as_str()).map(str::to_owned);
        if media.media_type.is_none() {
            // The type alone tells what it is.
            media.media_type = ["Video", "Audio"]
                .iter()
                .find(|kind| object.is(|name| name == format!("{kind}Object")))
                .map(|kind| format!("{}/*", kind.to_lowercase()));
        }
        media.caption = said("caption");
        media.alt = said("description");
        media.credit = said("creditText");
        Some((media, object, file.pointer))
    }

    fn facts(&mut self, main: &At<'v>, is_event: bool) {
        self.story.publishers = read_people::organisations(
            main.all("publisher").into_iter().map(|at| self.graph.resolve(at)).collect(),
            "publisher",
            "/publisher",
            0,
            &mut self.bindings,
        );
        let mut people = People::of(main, self.graph, &mut self.bindings);
        self.story.facts.officials = std::mem::take(&mut people.officials);
        self.story.facts.organisations = std::mem::take(&mut people.organisations);
        self.byline(main);
        let first = self.story.facts.officials.len() + self.story.facts.organisations.len();
        let mut events = Events::new(&people, self.graph);
        if is_event {
            events.read(main.clone());
        }
        for at in main.all("mentions").into_iter().chain(main.all("about")) {
            let event = self.graph.resolve(at);
            if event.is(names::is_event) {
                events.read(event);
            }
        }
        events.finish(&mut self.story.facts, &mut self.bindings, first);
        for at in main.all("hasPart") {
            let quotation = self.graph.resolve(at);
            if quotation.is(|kind| kind == "Quotation") {
                self.quote(&quotation, &people);
            }
        }
    }

    /// The names of all authors.
    fn byline(&mut self, main: &At<'v>) {
        let authors: Vec<At<'v>> = main.all("author").into_iter().map(|at| self.graph.resolve(at)).collect();
        let names: Vec<&str> =
            authors.iter().filter_map(|author| named(author)).map(|(name, _)| name).collect();
        let line = match names.split_last() {
            None => return,
            Some((only, [])) => (*only).to_owned(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
        };
        self.story.byline = Some(Byline::new(line));
    }

    fn quote(&mut self, quotation: &At<'v>, people: &People) {
        let quotes = &mut self.story.facts.quotes;
        let draft = format!("/hasPart/{}", quotes.len());
        let mut quote = Quote::new(read_people::id(quotation, "quote", quotes.len() + 1), Marking::Marked);
        if let Some(text) = quotation.text("text") {
            quote.paragraphs = text.split("\n\n").map(str::to_owned).collect();
        }
        let speaker =
            ["spokenByCharacter", "creator", "author"].iter().find_map(|name| quotation.first(name));
        if let Some(speaker) = speaker {
            quote.speaker = people.party(&self.graph.resolve(speaker.clone()));
            self.bindings.bind(format!("{draft}/spokenByCharacter"), speaker.pointer);
        }
        self.bindings.bind(draft, quotation.pointer.as_str());
        quotes.push(quote);
    }
}

fn kind(genre: &str) -> Option<StoryKind> {
    StoryKind::KNOWN.iter().find(|kind| kind.as_str().eq_ignore_ascii_case(genre)).cloned()
}

/// The name of a thing that may be but a text, and where it stands.
pub(super) fn named<'v>(at: &At<'v>) -> Option<(&'v str, String)> {
    let name =
        if at.value.is_object() && at.get("@value").is_none() { at.first("name")? } else { at.clone() };
    Some((name.words()?, name.pointer))
}

/// As [`named`]; the name may be empty.
pub(super) fn named_or_empty<'v>(at: &At<'v>) -> Option<(&'v str, String)> {
    let is_empty = |name: &At<'v>| name.value.as_str() == Some("");
    named(at).or_else(|| at.first("name").filter(is_empty).map(|name| ("", name.pointer)))
}
