//! What an item can hold of a story.

use serde_json::Value;

use super::names::{self, DOCUMENT_LINKS, Schema};
use super::person::{read_title, title};
use super::read::dateline;
use super::{LAYOUT, NAME, read, write};
use crate::format::json_tree::{keep, kept, rewritten};
use crate::format::{html, iso_date};
use crate::model::{
    Byline, Country, Date, Id, Identifier, IdentifierScheme, Iri, Language, Link, Media, Official,
    Organisation, Place, Qualifier, Role, Story, Subject,
};

/// What reading gives of the item that a story is written as.
pub(in crate::format) fn project(story: &Story) -> Story {
    match kept(story, NAME) {
        Some(document) => retold(&rewritten(document, story, &LAYOUT)),
        None => held(story),
    }
}

/// The story of a document that is kept, with what of it is still to be kept.
fn retold(document: &Value) -> Story {
    let (story, _) = read::told(document);
    if write::draft(&story).says(&document.into()) { story } else { keep(story, document, NAME) }
}

fn held(story: &Story) -> Story {
    let (document_type, schema) = names::type_of(story.kind.as_ref());
    let mut held = Story::new(&*story.headline);
    held.id = story.id.clone().filter(|id| names::guid(id, 0) == id.as_str());
    held.iri = story.iri.clone().filter(|iri| names::path_of(iri.as_str()).is_some());
    held.kind = names::kind_of(document_type);
    held.language = Language::new(names::locale(story.language.as_ref())).ok();
    held.standfirst.clone_from(&story.standfirst);
    held.dates.first_published = moment(&story.dates.first_published);
    held.dates.updated = moment(&story.dates.updated);
    held.dates.withdrawn = moment(&story.dates.withdrawn);
    held.publishers = publishers(&story.publishers, schema);
    let ids = officials(story, &mut held);
    held.subjects = subjects(&story.subjects, schema);
    held.links = links(story, held.iri.as_ref());
    held.body = html::project(&story.body);
    match schema {
        Schema::NewsArticle => held.media = pictures(&story.media).chain(attachments(&story.media)).collect(),
        Schema::Speech => {
            speech(story, &mut held, &ids);
            held.media = pictures(&story.media)
                .take(1)
                .map(|mut media| {
                    media.media_type = None;
                    media
                })
                .collect();
        }
        Schema::FatalityNotice => {}
    }
    held
}

fn moment(date: &Option<Date>) -> Option<Date> {
    names::moment(date.as_ref()?).map(|text| iso_date::date(&text))
}

/// An id of GOV.UK, or the number of the thing.
fn id_of(id: &Id, kind: &str, number: usize) -> Id {
    if names::guid(id, 0) == id.as_str() { id.clone() } else { Id::numbered(kind, number) }
}

/// The identifier that is the address of a page.
fn page(identifiers: &[Identifier]) -> Vec<Identifier> {
    let of = |it: &&Identifier| it.scheme == IdentifierScheme::Iri && names::path_of(&it.value).is_some();
    identifiers
        .iter()
        .find(of)
        .map(|it| Identifier::new(IdentifierScheme::Iri, &*it.value))
        .into_iter()
        .collect()
}

fn publishers(publishers: &[Organisation], schema: Schema) -> Vec<Organisation> {
    let mut held: Vec<Organisation> = Vec::new();
    for organisation in publishers.iter().filter(|it| write::is_british(it)) {
        let id = id_of(&organisation.id, "organisation", held.len() + 1);
        let mut one = Organisation::new(id, &*organisation.name);
        one.country = Country::new("GB").ok();
        one.identifiers = page(&organisation.identifiers);
        held.push(one);
    }
    if schema == Schema::NewsArticle {
        held.sort_by_key(write::is_abroad);
    }
    held
}

/// People by name, then those by role alone; gives the ids that the first had and have.
fn officials(story: &Story, held: &mut Story) -> Vec<(Id, Id)> {
    let mut ids = Vec::new();
    for official in &story.facts.officials {
        let Some(title) = title(official) else { continue };
        let id = id_of(&official.id, "official", ids.len() + 1);
        let mut one = read_title(&title, Official::new(id.clone()));
        one.identifiers = page(&official.identifiers);
        one.roles = official.roles.iter().map(role).collect();
        for (role, was) in one.roles.iter_mut().zip(&official.roles) {
            role.qualifier = was.qualifier.clone().filter(|qualifier| *qualifier == Qualifier::Former);
        }
        held.facts.officials.push(one);
        ids.push((official.id.clone(), id));
    }
    for official in write::by_role(&story.facts.officials) {
        let id = Id::numbered("official", held.facts.officials.len() + 1);
        let role = official.roles.first().map(role);
        held.facts.officials.push(role.into_iter().fold(Official::new(id), Official::with_role));
    }
    ids
}

fn role(was: &Role) -> Role {
    let mut role = Role::new(&*was.title);
    role.kind = was.kind.clone().filter(|kind| names::role_type(kind).is_some());
    role.organisation.clone_from(&was.organisation);
    role
}

fn subjects(subjects: &[Subject], schema: Schema) -> Vec<Subject> {
    let placed = write::place_subjects(subjects, schema);
    let in_order =
        names::subject_links().flat_map(|name| placed.iter().filter(move |(link, ..)| *link == name));
    in_order
        .map(|(link, guid, was)| {
            let mut subject = Subject::new(&*was.name);
            let guid = if *guid == names::NO_GUID { "" } else { guid };
            if *link != names::PLAIN_SUBJECTS || !guid.is_empty() {
                subject.identifiers.push(Identifier::new(&*names::subject_scheme(link), guid));
            }
            subject.identifiers.extend(page(&was.identifiers));
            subject
        })
        .collect()
}

fn links(story: &Story, own: Option<&Iri>) -> Vec<Link> {
    let of = |relation: &'static str| {
        story.links.iter().filter(move |link| {
            let is_page = names::path_of(link.target.as_str()).is_some();
            link.relation.as_deref() == Some(relation) && is_page && Some(&link.target) != own
        })
    };
    DOCUMENT_LINKS
        .iter()
        .flat_map(|(_, relation)| of(relation))
        .map(|was| {
            let mut link = was.clone();
            link.title = link.title.filter(|title| !title.is_empty());
            link
        })
        .collect()
}

/// A medium at an address that is a URI, with its words.
fn medium(was: &Media) -> Option<Media> {
    let mut media = was.clone();
    media.source = Iri::new(&*names::uri(&was.source)?).ok()?;
    for words in [&mut media.media_type, &mut media.alt, &mut media.caption, &mut media.credit] {
        *words = words.take().filter(|words| !words.is_empty());
    }
    Some(media)
}

fn pictures(media: &[Media]) -> impl Iterator<Item = Media> {
    media.iter().filter(|it| write::is_picture(it)).filter_map(medium)
}

fn attachments(media: &[Media]) -> impl Iterator<Item = Media> {
    media.iter().filter(|it| !write::is_picture(it)).filter_map(medium).map(|was| Media {
        alt: None,
        credit: None,
        ..was
    })
}

fn speech(story: &Story, held: &mut Story, ids: &[(Id, Id)]) {
    if let Some(byline) = &story.byline {
        held.byline = match byline.authors.first() {
            None => Some(Byline::new(&*byline.text)),
            Some(author) => {
                let id = ids.iter().find(|(was, _)| was == author).map(|(_, is)| is.clone());
                let official = id.as_ref().and_then(|id| held.facts.official(id));
                let text = official.and_then(title);
                text.zip(id).map(|(text, id)| Byline::new(text).with_author(id))
            }
        };
    }
    if let Some(line) = &story.dateline {
        let place = line.place.as_ref().map(|place| Place::new(&*place.name));
        let date = moment(&line.date);
        held.dateline = (place.is_some() || date.is_some()).then(|| dateline(place, date));
    }
}
