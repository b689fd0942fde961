//! A story as a NewsArticle.

use std::borrow::Cow;

use super::names::{self, own_name};
use super::write_event;
use crate::format::json_tree::{Draft, Members};
use crate::format::{iso_date, text, web_name};
use crate::model::{
    Block, Country, Identifier, IdentifierScheme, Link, Media, Name, Official, Organisation, Participant,
    Place, Quote, Rights, Story, StoryKind, Subject,
};

/// The article that a story is written as.
pub(super) fn draft(story: &Story) -> Draft<'_> {
    draft_with(story, None)
}

/// As [`draft`], with the text of the body as it is known to have been read.
pub(super) fn draft_with<'s>(story: &'s Story, known_body: Option<&'s str>) -> Draft<'s> {
    let mut article = Members::new();
    article.put("@context", names::CONTEXT);
    article.put("@type", "NewsArticle");
    let iri = story.iri.as_ref().map(|iri| iri.as_str());
    article.put_some("@id", iri);
    article.put_some("url", iri);
    article.put_some("identifier", story.id.as_ref().map(|id| id.as_str()));
    article.put_some("headline", filled(&story.headline));
    article.put_some("description", story.standfirst.as_deref().and_then(filled));
    article.put_some("inLanguage", story.language.as_ref().map(|language| language.as_str()));
    article.put_some("genre", story.kind.as_ref().and_then(genre));
    if let Some(dateline) = &story.dateline {
        article.put_some("dateline", filled(&dateline.text));
        article.put_some("locationCreated", dateline.place.as_ref().map(|it| place(it, it.country)));
    }
    let dates = &story.dates;
    article.put_some("datePublished", dates.first_published.as_ref().and_then(iso_date::written));
    article.put_some("dateModified", dates.updated.as_ref().and_then(iso_date::written));
    let byline = story.byline.as_ref().and_then(|byline| filled(&byline.text));
    article.put_list("author", byline.map(|name| named("Person", name)));
    article.put_list("publisher", story.publishers.iter().map(organisation));
    if let Some(rights) = story.rights.first() {
        put_rights(&mut article, rights);
    }
    article.put_list("about", story.subjects.iter().map(subject));
    article.put_list("citation", story.links.iter().map(citation));
    let (pictures, others): (Vec<_>, Vec<_>) = story.media.iter().partition(|media| is_picture(media));
    article.put_list("image", pictures.into_iter().map(medium));
    article.put_list("associatedMedia", others.into_iter().map(medium));
    let body = known_body.map_or_else(|| body(&story.body).into(), Cow::Borrowed);
    article.put_some("articleBody", Some(body).filter(|body| !body.is_empty()));
    let facts = &story.facts;
    let people = facts.officials.iter().map(person).chain(facts.organisations.iter().map(organisation));
    article.put_list("mentions", people.chain(write_event::events(facts)));
    article.put_list("hasPart", facts.quotes.iter().map(quotation));
    article.into()
}

/// Blocks as the text format writes them under a headline; as bare paragraphs if that does not read back.
pub(super) fn body(blocks: &[Block]) -> String {
    const HEADLINE: &str = "Headline";
    if blocks.is_empty() {
        return String::new();
    }
    let mut under = Story::new(HEADLINE);
    under.body = blocks.to_vec();
    let wanted = text::project(&under).body;
    let written = text::write(&under).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let below = written.as_deref().and_then(|text| text.strip_prefix(HEADLINE)?.strip_prefix("\n\n"));
    match below.filter(|text| text::body_blocks(text) == wanted) {
        Some(text) => text.trim_end_matches('\n').to_owned(),
        None => blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n"),
    }
}

/// The word for a kind; words that are not the crate's own would be taken for any genre.
fn genre(kind: &StoryKind) -> Option<&str> {
    StoryKind::KNOWN.iter().map(StoryKind::as_str).find(|known| *known == kind.as_str())
}

fn put_rights<'s>(article: &mut Members<'s>, rights: &'s Rights) {
    let said = |words: &'s Option<String>| words.as_deref().and_then(filled);
    article.put_some("copyrightHolder", said(&rights.holder).map(|name| named("Organization", name)));
    article.put_some("copyrightNotice", said(&rights.notice));
    article.put_some("license", rights.licence.as_ref().map(|licence| licence.as_str()));
    article.put_some(
        "usageInfo",
        said(&rights.terms).map(|terms| {
            let mut work = typed("CreativeWork");
            work.put("text", terms);
            work
        }),
    );
}

fn subject(subject: &Subject) -> Members<'_> {
    let mut thing = named("Thing", &subject.name);
    put_identifiers(&mut thing, &subject.identifiers);
    thing
}

fn citation(link: &Link) -> Members<'_> {
    let mut work = typed("CreativeWork");
    work.put("url", link.target.as_str());
    work.put_some("name", link.title.as_deref().and_then(filled));
    work
}

pub(super) fn is_picture(media: &Media) -> bool {
    names::media_type(media.media_type.as_deref()) == "ImageObject"
}

fn medium(media: &Media) -> Members<'_> {
    let mut object = typed(names::media_type(media.media_type.as_deref()));
    object.put("contentUrl", media.source.as_str());
    object.put_some("encodingFormat", media.media_type.as_deref());
    object.put_some("caption", media.caption.as_deref().and_then(filled));
    object.put_some("description", media.alt.as_deref().and_then(filled));
    object.put_some("creditText", media.credit.as_deref().and_then(filled));
    object
}

/// A rank is among the words before a name.
fn person(official: &Official) -> Members<'_> {
    let mut person = typed("Person");
    person.put("@id", own_name(&official.id));
    // The parts of a name are not told, so it is written as its words will be read.
    let name = official.name.as_ref().map(|name| Name::western(&name.to_string()).to_string());
    person.put_some("name", name.filter(|name| !name.is_empty()));
    let rank = official.rank.as_ref().map(|rank| rank.title.as_str());
    put_texts(&mut person, "honorificPrefix", rank.into_iter().chain(texts(&official.honorifics)));
    put_texts(&mut person, "honorificSuffix", texts(&official.post_nominals));
    put_texts(&mut person, "jobTitle", official.roles.iter().map(|role| role.title.as_str()));
    let employer = official.roles.first().and_then(|role| filled(role.organisation.as_deref()?));
    person.put_some("worksFor", employer.map(|name| named("Organization", name)));
    person.put_some("nationality", official.country.map(country));
    put_identifiers(&mut person, &official.identifiers);
    person
}

fn organisation(organisation: &Organisation) -> Members<'_> {
    let mut members = named("Organization", &organisation.name);
    members.put("@id", own_name(&organisation.id));
    members.put_some("alternateName", organisation.abbreviation.as_deref().and_then(filled));
    members.put_some("address", organisation.country.map(address));
    put_identifiers(&mut members, &organisation.identifiers);
    members
}

fn quotation(quote: &Quote) -> Members<'_> {
    let mut quotation = typed("Quotation");
    quotation.put("@id", own_name(&quote.id));
    let text = quote.text();
    quotation.put_some("text", Some(text).filter(|text| !text.is_empty()));
    quotation.put_some("spokenByCharacter", quote.speaker.as_ref().and_then(party));
    quotation
}

/// A reference to one who takes part, or the words for one who has no id.
pub(super) fn party(participant: &Participant) -> Option<Members<'_>> {
    let reference = |kind, id| {
        let mut members = typed(kind);
        members.put("@id", own_name(id));
        members
    };
    Some(match participant {
        Participant::Official(id) => reference("Person", id),
        Participant::Organisation(id) => reference("Organization", id),
        Participant::Described(words) => named("Person", filled(words)?),
    })
}

pub(super) fn place(place: &Place, country: Option<Country>) -> Members<'_> {
    let mut members = named(names::place_type(place.kind.as_ref()), &place.name);
    members.put_some("address", country.map(address));
    let geo = place.identifiers.iter().find(|identifier| point(identifier).is_some());
    members.put_some(
        "geo",
        geo.and_then(point).map(|(latitude, longitude)| {
            let mut coordinates = typed("GeoCoordinates");
            coordinates.put("latitude", latitude);
            coordinates.put("longitude", longitude);
            coordinates
        }),
    );
    put_some_identifiers(&mut members, place.identifiers.iter().filter(|it| geo != Some(*it)));
    members
}

/// Latitude and longitude, of an identifier that is a point.
pub(super) fn point(identifier: &Identifier) -> Option<(&str, &str)> {
    let (latitude, longitude) = identifier.value.split_once(',')?;
    let is_number = |text: &str| text.parse::<f64>().is_ok_and(f64::is_finite);
    let is_point = identifier.scheme == IdentifierScheme::from(names::GEO);
    (is_point && is_number(latitude) && is_number(longitude)).then_some((latitude, longitude))
}

/// A country by its code alone.
pub(super) fn country(country: Country) -> Members<'static> {
    let mut members = typed("Country");
    members.put("identifier", country.to_string());
    members
}

fn address(country: Country) -> Members<'static> {
    let mut address = typed("PostalAddress");
    address.put("addressCountry", country.to_string());
    address
}

fn put_identifiers<'s>(members: &mut Members<'s>, identifiers: &'s [Identifier]) {
    put_some_identifiers(members, identifiers.iter());
}

/// IRIs say what else speaks of a thing; other identifiers are its properties.
fn put_some_identifiers<'s>(
    members: &mut Members<'s>,
    identifiers: impl Iterator<Item = &'s Identifier> + Clone,
) {
    members.put_list("sameAs", identifiers.clone().filter_map(web_name::iri));
    let others = identifiers.filter(|identifier| web_name::iri(identifier).is_none());
    members.put_list(
        "identifier",
        others.map(|identifier| {
            let mut property = typed("PropertyValue");
            property.put("propertyID", identifier.scheme.as_str());
            property.put("value", identifier.value.as_str());
            property
        }),
    );
}

/// One text alone, several as a list.
fn put_texts<'s>(members: &mut Members<'s>, name: &'static str, texts: impl Iterator<Item = &'s str>) {
    let mut texts: Vec<&str> = texts.collect();
    match texts.as_mut_slice() {
        [one] => members.put(name, *one),
        _ => members.put_list(name, texts),
    }
}

fn texts(texts: &[String]) -> impl Iterator<Item = &str> {
    texts.iter().map(String::as_str)
}

pub(super) fn typed(kind: &'static str) -> Members<'static> {
    let mut members = Members::new();
    members.put("@type", kind);
    members
}

pub(super) fn named<'s>(kind: &'static str, name: &'s str) -> Members<'s> {
    let mut members: Members<'s> = Members::new();
    members.put("@type", kind);
    members.put("name", name);
    members
}

/// Text, unless it is empty.
pub(super) fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
