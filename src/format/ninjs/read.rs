//! An item as a story, by the members of ninjs 3.1.

use super::names::{self, identifier_of_literal, own_id};
use super::read_event::{self, Events, People};
use super::write;
use crate::format::json_tree::{Bindings, Json};
use crate::format::{Limits, html, iso_date, text, web_name};
use crate::model::{
    Block, Byline, Date, Dateline, Facts, Id, Identifier, Iri, Language, Link, Media, Name, Official,
    Organisation, Place, Rights, Role, Story, StoryDates, StoryKind, Subject,
};

/// What an item says.
pub(super) struct Item<'v> {
    /// The story of its own slots.
    pub(super) story: Story,
    /// Where the parts of the story's draft stand.
    pub(super) bindings: Bindings,
    /// The text of the body, if it says no more than the blocks.
    pub(super) known: Option<Known<'v>>,
    /// What it has no slot for, and where that stands among its associations.
    pub(super) remainder: Option<(usize, &'v str)>,
    /// Why its body could not be read.
    pub(super) unread: Option<String>,
}

/// A text that is known to be what blocks are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known<'v> {
    /// In plain text, if plain text can say them.
    Plain(&'v str),
    /// In HTML, if it must be.
    Html(&'v str),
}

/// Reads an item that is in the members of 3.1.
pub(super) fn item<'v>(document: &'v Json<'v>, limits: &Limits, mut bindings: Bindings) -> Item<'v> {
    let mut story = Story::new("");
    read_identity(document, &mut story);
    story.dates = dates(document);
    story.language = text_of(document, "language").and_then(|tag| Language::new(tag).ok());
    story.rights.extend(rights(document));
    read_headline(document, &mut story, &mut bindings);
    if let Some((index, value)) = in_role(document, "descriptions", &names::STANDFIRSTS) {
        story.standfirst = Some(value.to_owned());
        bindings.bind_item("/descriptions/0", "descriptions", index);
    }
    story.byline = text_of(document, "by").map(Byline::new);
    story.dateline =
        text_of(document, "located").map(|place| Dateline::new(place).with_place(Place::new(place)));
    let body = body(document, limits);
    if let Some(index) = body.index {
        bindings.bind_item("/bodies/0", "bodies", index);
    }
    story.body = body.blocks;
    let genres = list(document, "genres").iter().enumerate();
    let mut kinds = genres.filter_map(|(index, genre)| Some((index, kind(text_of(genre, "name")?)?)));
    if let Some((index, kind)) = kinds.next() {
        story.kind = Some(kind);
        bindings.bind_item("/genres/0", "genres", index);
    }
    story.subjects = each(document, "subjects", &mut bindings, |_, value| subject(value));
    story.publishers = publishers(document, &mut bindings);
    story.facts = Facts {
        officials: each(document, "people", &mut bindings, |index, value| official(value, index)),
        organisations: each(document, "organisations", &mut bindings, |index, value| {
            organisation(value, "organisation", index)
        }),
        ..Facts::default()
    };
    let remainder = read_associations(document, &mut story, &mut bindings);
    Item { story, bindings, known: body.known, remainder, unread: body.unread }
}

fn read_identity(document: &Json<'_>, story: &mut Story) {
    let uri = text_of(document, "uri").filter(|uri| *uri != names::NO_URI);
    story.id = uri.and_then(|uri| own_id("story", uri));
    if story.id.is_none() {
        story.iri = uri.and_then(|uri| Iri::new(uri).ok());
        let other = uri.filter(|_| story.iri.is_none());
        let id = in_role(document, "altIds", &["id"]).map(|(_, id)| id).or(other);
        story.id = id.and_then(|id| Id::new(id).ok());
    }
}

/// The date of the version is that of publication, unless the item says when it was first there.
fn dates(document: &Json<'_>) -> StoryDates {
    let date = |member| text_of(document, member).map(iso_date::date);
    let mut dates = StoryDates::new();
    dates.first_published = date("firstCreated");
    let version = date("versionCreated");
    match dates.first_published {
        Some(_) => dates.updated = version,
        None => dates.first_published = version,
    }
    dates.embargo = date("embargoedUntil");
    match text_of(document, "pubStatus") {
        Some(status @ "canceled") => dates.withdrawn = Some(Date::new(status)),
        Some(status @ "withheld") => dates.embargo = dates.embargo.or_else(|| Some(Date::new(status))),
        _ => {}
    }
    dates
}

fn rights(document: &Json<'_>) -> Option<Rights> {
    let said = |member| text_of(document, member).map(str::to_owned);
    let mut rights = Rights::new();
    rights.holder = said("copyrightHolder");
    rights.notice = said("copyrightNotice");
    rights.terms = said("usageTerms");
    rights.licence =
        document.get("rightsInfo").and_then(|info| Iri::new(text_of(info, "linkedRights")?).ok());
    (rights != Rights::new()).then_some(rights)
}

/// An item without headlines may have a title.
fn read_headline(document: &Json<'_>, story: &mut Story, bindings: &mut Bindings) {
    if let Some((index, value)) =
        in_role(document, "headlines", &names::HEADLINES).or_else(|| first(document))
    {
        story.headline = value.to_owned();
        bindings.bind_item("/headlines/0", "headlines", index);
    } else if let Some(title) = text_of(document, "title") {
        story.headline = title.to_owned();
        if !bindings.are_idle() {
            bindings.bind("/headlines/0/value", "/title");
        }
    }
}

/// The first headline that has a value.
fn first<'v>(document: &'v Json<'_>) -> Option<(usize, &'v str)> {
    let items = list(document, "headlines").iter().enumerate();
    items.filter_map(|(index, item)| Some((index, text_of(item, "value")?))).next()
}

/// The first plain text of a list that has one of the roles, by the order of the roles.
pub(super) fn in_role<'v>(item: &'v Json<'v>, member: &str, roles: &[&str]) -> Option<(usize, &'v str)> {
    roles.iter().find_map(|role| {
        let mut items = list(item, member).iter().enumerate();
        items.find_map(|(index, item)| {
            let fits = text_of(item, "role") == Some(role) && !is_html(item);
            Some((index, text_of(item, "value").filter(|_| fits)?))
        })
    })
}

fn kind(genre: &str) -> Option<StoryKind> {
    StoryKind::KNOWN.iter().find(|kind| kind.as_str().eq_ignore_ascii_case(genre)).cloned()
}

#[derive(Default)]
struct Body<'v> {
    index: Option<usize>,
    blocks: Vec<Block>,
    known: Option<Known<'v>>,
    unread: Option<String>,
}

/// The body in HTML if there is one, else that in plain text.
fn body<'v>(document: &'v Json<'v>, limits: &Limits) -> Body<'v> {
    let bodies = || list(document, "bodies").iter().enumerate();
    let mut unread = None;
    for (index, body) in bodies().filter(|(_, body)| is_html(body)) {
        let Some(value) = text_of(body, "value") else { continue };
        if let Some(blocks) = html::read_own(value, limits) {
            return Body { index: Some(index), blocks, known: Some(Known::Html(value)), unread };
        }
        match html::read(value, None, limits) {
            Ok(content) => return Body { index: Some(index), blocks: content.blocks, known: None, unread },
            Err(error) => unread = Some(error.to_string()),
        }
    }
    let plain = bodies().filter(|(_, body)| is_plain(body));
    let Some((index, value)) =
        plain.filter_map(|(index, body)| Some((index, text_of(body, "value")?))).next()
    else {
        return Body { unread, ..Body::default() };
    };
    let blocks = text::body_blocks(value);
    let known = (write::join(&blocks) == value).then_some(Known::Plain(value));
    Body { index: Some(index), blocks, known, unread }
}

/// Whether an item of a list of texts is HTML, by its type or by the role that old versions told it by.
pub(super) fn is_html(item: &Json<'_>) -> bool {
    match text_of(item, "contentType") {
        Some(kind) => kind.contains("html"),
        None => text_of(item, "role").is_some_and(|role| role.contains("html")),
    }
}

/// Whether an item of a list of texts is plain text.
pub(super) fn is_plain(item: &Json<'_>) -> bool {
    text_of(item, "contentType").is_none_or(|kind| kind.starts_with("text/plain")) && !is_html(item)
}

/// What is read of each item of a list, and where it stands.
fn each<T>(
    document: &Json<'_>,
    member: &str,
    bindings: &mut Bindings,
    read: impl Fn(usize, &Json<'_>) -> Option<T>,
) -> Vec<T> {
    let mut all = Vec::new();
    for (index, value) in list(document, member).iter().enumerate() {
        if let Some(item) = read(all.len() + 1, value) {
            if all.len() != index && !bindings.are_idle() {
                bindings.bind(format!("/{member}/{}", all.len()), format!("/{member}/{index}"));
            }
            all.push(item);
        }
    }
    all
}

fn subject(value: &Json<'_>) -> Option<Subject> {
    let name = text_of(value, "name");
    let identifiers = identifiers(value, None);
    if name.is_none() && identifiers.is_empty() {
        return None;
    }
    let mut subject = Subject::new(name.unwrap_or_default());
    subject.identifiers = identifiers;
    Some(subject)
}

fn official(value: &Json<'_>, number: usize) -> Option<Official> {
    let role = text_of(value, "rel").filter(|relation| names::is_role(relation));
    let name = text_of(value, "name");
    if !value.is_object() {
        return None;
    }
    let mut official = Official::new(id(value, "official", number));
    official.name = name.map(Name::western);
    official.roles.extend(role.map(Role::new));
    official.identifiers = identifiers(value, Some("official"));
    Some(official)
}

fn organisation(value: &Json<'_>, kind: &str, number: usize) -> Option<Organisation> {
    let name = text_of(value, "name");
    if !value.is_object() {
        return None;
    }
    let mut organisation = Organisation::new(id(value, kind, number), name.unwrap_or_default());
    organisation.identifiers = identifiers(value, Some(kind));
    Some(organisation)
}

fn publishers(document: &Json<'_>, bindings: &mut Bindings) -> Vec<Organisation> {
    each(document, "infoSources", bindings, |number, value| {
        let publishes = text_of(value, "role")
            .is_some_and(|role| role.rsplit(['/', ':']).next() == Some(names::PUBLISHER));
        publishes.then(|| organisation(value, "publisher", number))?
    })
}

/// The id in a URI of this crate's, or else one by number.
pub(super) fn id(value: &Json<'_>, kind: &str, number: usize) -> Id {
    let own = text_of(value, "uri").and_then(|uri| own_id(kind, uri));
    own.unwrap_or_else(|| Id::numbered(kind, number))
}

/// What `uri` and `literal` identify; a URI of this crate's identifies nothing in the world.
pub(super) fn identifiers(value: &Json<'_>, own: Option<&str>) -> Vec<Identifier> {
    let is_foreign = |uri: &&str| own.is_none_or(|kind| own_id(kind, uri).is_none());
    let uri = text_of(value, "uri").filter(is_foreign).map(web_name::identifier);
    uri.into_iter().chain(text_of(value, "literal").map(identifier_of_literal)).collect()
}

/// Media, links and events, in the order in which drafts have them; gives the remainder.
fn read_associations<'v>(
    document: &'v Json<'v>,
    story: &mut Story,
    bindings: &mut Bindings,
) -> Option<(usize, &'v str)> {
    let people = People::of(document, &story.facts);
    let (mut media, mut links, mut events) = (Vec::new(), Vec::new(), Events::new());
    let mut remainder = None;
    if read_event::is_event(document) {
        events.read(document, None, &people);
    }
    for (index, value) in list(document, "associations").iter().enumerate() {
        if text_of(value, "uri") == Some(names::REMAINDER) {
            let text = list(value, "bodies").first().and_then(|body| text_of(body, "value"));
            remainder = remainder.or(text.map(|text| (index, text)));
        } else if read_event::is_event(value) {
            events.read(value, Some(index), &people);
        } else if let Some(medium) = medium(value) {
            media.push((medium, index));
        } else if let Some(link) = link(value) {
            links.push((link, index));
        }
    }
    let mut number = 0;
    let mut next = || {
        number += 1;
        format!("/associations/{}", number - 1)
    };
    for (medium, index) in media {
        if !bindings.are_idle() {
            medium.bind(&next(), &format!("/associations/{index}"), bindings);
        }
        story.media.push(medium.media);
    }
    for (link, index) in links {
        if !bindings.are_idle() {
            bindings.bind(next(), format!("/associations/{index}"));
        }
        story.links.push(link);
    }
    events.finish(&mut story.facts, bindings, next);
    remainder
}

struct Medium {
    media: Media,
    rendition: Option<usize>,
    descriptions: Vec<usize>,
}

impl Medium {
    fn bind(&self, draft: &str, place: &str, bindings: &mut Bindings) {
        bindings.bind(draft, place);
        if let Some(rendition) = self.rendition {
            bindings.bind(format!("{draft}/renditions/0"), format!("{place}/renditions/{rendition}"));
            // The URI of the item is not that of the file.
            bindings.bind(format!("{draft}/uri"), format!("{place}/renditions/{rendition}/href"));
        }
        for (index, description) in self.descriptions.iter().enumerate() {
            bindings
                .bind(format!("{draft}/descriptions/{index}"), format!("{place}/descriptions/{description}"));
        }
    }
}

/// A picture, a recording or anything else that has a file.
fn medium(value: &Json<'_>) -> Option<Medium> {
    let renditions = list(value, "renditions").iter().enumerate();
    let file = renditions
        .filter_map(|(index, rendition)| {
            Some((index, rendition, Iri::new(text_of(rendition, "href")?).ok()?))
        })
        .next();
    let is_media = matches!(text_of(value, "type"), Some("picture" | "graphic" | "audio" | "video"));
    let own = text_of(value, "uri").and_then(|uri| Iri::new(uri).ok()).filter(|_| is_media);
    let (rendition, source) = match file {
        Some((index, rendition, source)) => (Some((index, rendition)), source),
        None => (None, own?),
    };
    let mut media = Media::new(source);
    media.media_type =
        rendition.and_then(|(_, rendition)| text_of(rendition, "contentType")).map(str::to_owned);
    media.credit = text_of(value, "by").map(str::to_owned);
    let caption = in_role(value, "descriptions", &names::CAPTIONS);
    let alt = in_role(value, "descriptions", &names::ALT);
    media.caption = caption.map(|(_, text)| text.to_owned());
    media.alt = alt.map(|(_, text)| text.to_owned());
    let descriptions = caption.into_iter().chain(alt).map(|(index, _)| index).collect();
    Some(Medium { media, rendition: rendition.map(|(index, _)| index), descriptions })
}

fn link(value: &Json<'_>) -> Option<Link> {
    let mut link = Link::new(Iri::new(text_of(value, "uri")?).ok()?);
    link.relation = text_of(value, "rel").map(str::to_owned);
    let title = in_role(value, "headlines", &names::HEADLINES).map(|(_, title)| title);
    link.title = title.or_else(|| text_of(value, "title")).map(str::to_owned);
    Some(link)
}

/// The text of a member, unless it is empty.
pub(super) fn text_of<'v>(value: &'v Json<'v>, member: &str) -> Option<&'v str> {
    value.get(member)?.as_str().filter(|text| !text.is_empty())
}

/// The items of a member that is a list.
pub(super) fn list<'v>(value: &'v Json<'v>, member: &str) -> &'v [Json<'v>] {
    value.get(member).and_then(Json::as_array).unwrap_or_default()
}
