//! What an item says of itself and of its content: `rightsInfo`, `itemMeta`, `contentMeta`.

use super::catalog::{Attribute, Catalog};
use super::concept::{
    id, identified, identifiers, key, name, named, normalized, own, own_term, own_words, place, place_element,
};
use super::date;
use super::item::Item;
use super::names::{SUMMARY, content_holds, nature};
use super::person::{organisation, organisation_details};
use super::read::Report;
use crate::error::{ReadError, TroubleKind};
use crate::format::tree::slot::{Slot, Step, words};
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::format::web_name::any_uri;
use crate::model::*;

const TITLE: Slot = Slot::text(&[Step::child("title")]);
const HEADLINE: Slot = Slot::text(&[Step::child("headline")]);
const DATELINE: Slot = Slot::text(&[Step::child("dateline")]);
const BY: Slot = Slot::text(&[Step::child("by")]);
const LANGUAGE: Slot = Slot::attribute(&[Step::child("language")], "tag");
const HOLDER: Slot = Slot::text(&[Step::child("copyrightHolder"), Step::child("name")]);
const NOTICE: Slot = Slot::text(&[Step::child("copyrightNotice")]);
const TERMS: Slot = Slot::text(&[Step::child("usageTerms")]);
const LICENCE: Slot = Slot::attribute(&[Step::child("usageTerms")], "href");

/// What the guid of a story begins with that has none of its own.
pub(super) const NO_GUID: &str = "urn:newsdesk:newsml-g2:1:story:";

/// Reads the metadata of an item into a story.
///
/// # Errors
///
/// What `report` gives back.
pub(super) fn read(
    tree: &Tree<'_>,
    catalog: &Catalog<'_>,
    item: Item,
    story: &mut Story,
    report: &mut Report<'_>,
) -> Result<(), ReadError> {
    let guid = tree.attribute(item.node, "guid").filter(|guid| !guid.starts_with(NO_GUID));
    if let Some(guid) = guid {
        match Iri::new(guid) {
            Ok(iri) => story.iri = Some(iri),
            Err(error) => report(item.node, TroubleKind::InvalidValue, error.to_string())?,
        }
    }
    story.rights = tree.named(item.node, "rightsInfo").map(|node| rights(tree, node)).collect();
    if let Some(meta) = item.management {
        management(tree, catalog, meta, story, report)?;
    }
    let created = match item.content {
        Some(meta) => content(tree, catalog, meta, story, report)?,
        None => None,
    };
    settle_dates(&mut story.dates, created);
    if story.headline.is_empty() {
        let title = title(tree, catalog, item);
        story.headline = title.map(|node| words(tree.content(node)).into_owned()).unwrap_or_default();
    }
    if story.language.is_none() {
        let tag = tree.language(item.node).filter(|tag| !tag.is_empty());
        story.language = tag.and_then(|tag| Language::new(tag).ok());
    }
    Ok(())
}

/// What an item without a headline goes by: its title, or else the name of what it is about.
///
/// People and organisations are facts of the story, and their names are not its headline.
pub(super) fn title(tree: &Tree<'_>, catalog: &Catalog<'_>, item: Item) -> Option<NodeId> {
    let is_party = |concept: NodeId| {
        let kind = tree.child(concept, "type");
        kind.is_some_and(|kind| {
            [nature::PERSON, nature::ORGANISATION]
                .iter()
                .any(|nature| catalog.says(tree, kind, Attribute::CODE, nature))
        })
    };
    let own = item.management.and_then(|meta| TITLE.node(tree, meta));
    own.or_else(|| {
        let concept = tree.child(item.node, "concept")?;
        tree.child(concept, "name").filter(|_| !is_party(concept))
    })
}

fn rights(tree: &Tree<'_>, node: NodeId) -> Rights {
    let text =
        |slot: Slot| slot.get(tree, node).map(|text| text.into_owned()).filter(|text| !text.is_empty());
    let mut rights = Rights::new();
    rights.holder = text(HOLDER);
    rights.notice = text(NOTICE);
    rights.terms = text(TERMS);
    rights.licence = text(LICENCE).and_then(|iri| Iri::new(iri).ok());
    rights
}

fn dated(tree: &Tree<'_>, node: NodeId, report: &mut Report<'_>) -> Result<Option<Date>, ReadError> {
    let (date, wrong) = date::read(&tree.content(node));
    let is_missing = date.raw.is_empty();
    if let Some(message) = wrong {
        let kind = if is_missing { TroubleKind::Missing } else { TroubleKind::InvalidValue };
        report(node, kind, message)?;
    }
    Ok((!is_missing && date.raw != date::UNKNOWN).then_some(date))
}

fn management(
    tree: &Tree<'_>,
    catalog: &Catalog<'_>,
    meta: NodeId,
    story: &mut Story,
    report: &mut Report<'_>,
) -> Result<(), ReadError> {
    for node in tree.elements(meta) {
        match tree.local(node) {
            "provider" if name(tree, node).is_some() || key(tree, node).is_some() => {
                story.publishers.push(organisation(tree, catalog, node, id(tree, node, "organisation", 1)));
            }
            "versionCreated" => story.dates.updated = dated(tree, node, report)?,
            "firstCreated" => story.dates.first_published = dated(tree, node, report)?,
            // An embargo without an end holds until further notice, and is no trouble.
            "embargoed" if words(tree.content(node)).is_empty() => {
                story.dates.embargo = Some(Date::default())
            }
            "embargoed" => story.dates.embargo = dated(tree, node, report)?,
            "pubStatus" => {
                let code =
                    catalog.code_of(tree, node, Attribute::CODE, "http://cv.iptc.org/newscodes/pubstatusg2/");
                if matches!(code.as_deref(), Some("canceled" | "withheld")) {
                    story.dates.withdrawn = Some(story.dates.updated.clone().unwrap_or_default());
                }
            }
            "link" => link(tree, node, story),
            _ => {}
        }
    }
    Ok(())
}

fn link(tree: &Tree<'_>, node: NodeId, story: &mut Story) {
    let target = tree.attribute(node, "href").or_else(|| tree.attribute(node, "residref"));
    let Some(target) = target.and_then(|target| Iri::new(target).ok()) else { return };
    let title = tree.attribute(node, "title").map(str::to_owned);
    match own_words(tree, node, "reluri") {
        Some(("media", _)) => {
            let mut media = Media::new(target);
            media.media_type = tree.attribute(node, "contenttype").map(str::to_owned);
            media.alt = title;
            story.media.push(media);
        }
        own => {
            let mut link = Link::new(target);
            link.title = title;
            let word = own.filter(|(kind, _)| *kind == "link").and_then(|(_, word)| word);
            let given = || tree.attribute(node, "rel").or_else(|| tree.attribute(node, "reluri"));
            link.relation = word.or_else(given).filter(|relation| *relation != SEE_ALSO).map(str::to_owned);
            story.links.push(link);
        }
    }
}

/// The relation of a link of which nothing else is known (IPTC NewsCodes, scheme `irel`).
const SEE_ALSO: &str = "irel:seeAlso";

fn content(
    tree: &Tree<'_>,
    catalog: &Catalog<'_>,
    meta: NodeId,
    story: &mut Story,
    report: &mut Report<'_>,
) -> Result<Option<Date>, ReadError> {
    let mut authors = Vec::new();
    let mut creators = Vec::new();
    let mut located = None;
    let mut description = None;
    let mut created = None;
    for node in tree.elements(meta) {
        match tree.local(node) {
            "contentCreated" => created = dated(tree, node, report)?,
            "contentModified" => drop(dated(tree, node, report)?),
            "located" if located.is_none() => located = Some(node),
            "creator" => {
                authors.extend(tree.attribute(node, "literal").and_then(|key| Id::new(key).ok()));
                creators.extend(name(tree, node));
            }
            "genre" => {
                let word = tree.attribute(node, "literal").map(str::to_owned).or_else(|| name(tree, node));
                let known =
                    word.as_deref().map(|word| (StoryKind::from(word), tree.attribute(node, "literal")));
                match known {
                    Some((StoryKind::Other(_), None)) | None => {}
                    Some((kind, _)) => story.kind = Some(kind),
                }
            }
            "keyword" => {
                let word = words(tree.content(node)).into_owned();
                if !word.is_empty() {
                    story.subjects.push(Subject::new(word));
                }
            }
            "subject" if !is_fact(tree, catalog, node) => {
                let key = || key(tree, node).unwrap_or_default().to_owned();
                let mut subject = Subject::new(name(tree, node).unwrap_or_else(key));
                subject.identifiers = identifiers(tree, catalog, node);
                story.subjects.push(subject);
            }
            "description" => {
                let is_summary = catalog.says(tree, node, Attribute::ROLE, SUMMARY);
                let is_plain =
                    tree.attribute(node, "role").is_none() && tree.attribute(node, "roleuri").is_none();
                if description.is_none() && (is_summary || is_plain) {
                    description = Some(words(tree.content(node)).into_owned());
                }
            }
            _ => {}
        }
    }
    story.headline = HEADLINE.get(tree, meta).unwrap_or_default().into_owned();
    story.standfirst = description.filter(|text| !text.is_empty());
    story.dateline = DATELINE.get(tree, meta).filter(|text| !text.is_empty()).map(|text| {
        let mut dateline = Dateline::new(text.into_owned());
        dateline.place = located.map(|node| place(tree, catalog, node));
        dateline
    });
    let byline = BY.get(tree, meta).map(|text| text.into_owned()).filter(|text| !text.is_empty());
    let byline = byline.or_else(|| (!creators.is_empty()).then(|| creators.join(", ")));
    story.byline = byline.map(|text| {
        let mut byline = Byline::new(text);
        byline.authors = authors;
        byline
    });
    let tag = LANGUAGE.get(tree, meta);
    story.language = tag.and_then(|tag| Language::new(tag.trim()).ok());
    Ok(created)
}

/// The first of the dates that an item has is when it was published, and another version is an update.
fn settle_dates(dates: &mut StoryDates, created: Option<Date>) {
    dates.first_published = dates.first_published.take().or(created).or_else(|| dates.updated.take());
    let first = dates.first_published.as_ref().and_then(date::moment);
    if dates.updated.as_ref().is_some_and(|updated| date::moment(updated) == first) {
        dates.updated = None;
    }
}

/// Whether a subject is a person or an organisation, or one of the model's own events.
fn is_fact(tree: &Tree<'_>, catalog: &Catalog<'_>, subject: NodeId) -> bool {
    let is_of = |nature| catalog.says(tree, subject, Attribute::TYPE, nature);
    is_of(nature::PERSON)
        || is_of(nature::ORGANISATION)
        || (is_of(nature::EVENT) && own_words(tree, subject, "typeuri").is_some())
}

// ---- Rendering ----

/// The elements of an item that say something of it and of its content, as far as an item of its `kind` has them.
pub(super) fn render(story: &Story, item: Fresh, kind: &str) -> Fresh {
    item.children(story.rights.iter().map(rights_element))
        .child(management_element(story, "ninat:text"))
        .child(content_element(story).keep(|element| content_holds(kind, element)))
}

fn rights_element(rights: &Rights) -> Fresh {
    let text = |element: &'static str, text: &Option<String>| {
        text.as_deref().filter(|text| !text.is_empty()).map(|text| Fresh::new(element).text(text))
    };
    let holder =
        rights.holder.as_deref().and_then(named).map(|name| Fresh::new("copyrightHolder").child(name));
    let terms = match (&rights.terms, &rights.licence) {
        (None, None) => None,
        (terms, licence) => Some(
            Fresh::new("usageTerms")
                .with_some("href", licence.as_ref().map(|licence| any_uri(licence.as_str())))
                .text(terms.as_deref().unwrap_or_default()),
        ),
    };
    Fresh::new("rightsInfo")
        .children(holder)
        .children(text("copyrightNotice", &rights.notice))
        .children(terms)
}

/// What an item of a class (IPTC NewsCodes, schemes `ninat` and `cinat`) says of itself.
pub(super) fn management_element(story: &Story, class: &str) -> Fresh {
    let StoryDates { first_published, updated, embargo, withdrawn, .. } = &story.dates;
    let provider = match story.publishers.first() {
        Some(publisher) => {
            organisation_details(publisher, Fresh::new("provider").with("literal", publisher.id.as_str()))
        }
        None => Fresh::new("provider"),
    };
    let version = updated.iter().chain(first_published).find_map(date::moment);
    let first = first_published.as_ref().filter(|date| matches!(date.known(), Some(Calendar::Instant(_))));
    let status = if withdrawn.is_some() { "stat:canceled" } else { "stat:usable" };
    Fresh::new("itemMeta")
        .child(Fresh::new("itemClass").with("qcode", class))
        .child(provider)
        .child(Fresh::new("versionCreated").text(version.unwrap_or_else(|| date::UNKNOWN.to_owned())))
        .children(first.and_then(date::truncated).map(|text| Fresh::new("firstCreated").text(text)))
        .children(
            embargo.as_ref().map(|date| Fresh::new("embargoed").text(date::moment(date).unwrap_or_default())),
        )
        .child(Fresh::new("pubStatus").with("qcode", status))
        .children(story.links.iter().map(link_element))
        .children(story.media.iter().filter_map(media_element))
}

fn link_element(link: &Link) -> Fresh {
    let relation = link.relation.as_deref();
    let is_iri =
        |relation: &&str| ["http:", "https:", "urn:"].iter().any(|start| relation.starts_with(start));
    let is_qcode = |relation: &&str| {
        relation.split_once(':').is_some_and(|(alias, code)| !alias.is_empty() && !code.is_empty())
            && !relation.contains(|c: char| c.is_whitespace() || c.is_control())
    };
    let element = Fresh::new("link");
    let element = match relation {
        None => element.with("rel", SEE_ALSO),
        Some(relation) => match Some(relation).filter(is_iri).and_then(|relation| Iri::new(relation).ok()) {
            Some(iri) => element.with("reluri", any_uri(iri.as_str())),
            None if is_qcode(&relation) && !is_iri(&relation) => element.with("rel", relation),
            None => element.with("reluri", own_term("link", relation).unwrap_or_else(|| own("link"))),
        },
    };
    element.with("href", any_uri(link.target.as_str())).with_some("title", link.title.as_deref())
}

fn media_element(media: &Media) -> Option<Fresh> {
    let link = Fresh::new("link").with("reluri", own("media")).with("href", any_uri(media.source.as_str()));
    Some(link.with_some("contenttype", media.media_type.as_deref()).with_some("title", media.alt.as_deref()))
}

fn content_element(story: &Story) -> Fresh {
    let first = story.dates.first_published.as_ref();
    let created =
        first.filter(|date| !matches!(date.known(), Some(Calendar::Instant(_)))).and_then(date::truncated);
    let dateline = story.dateline.as_ref();
    let located = dateline.and_then(|dateline| dateline.place.as_ref());
    let byline = story.byline.as_ref();
    let authors = byline.iter().flat_map(|byline| &byline.authors).map(|author| {
        let label = story.facts.official(author).map(Official::label);
        Fresh::new("creator").with("literal", author.as_str()).children(label.as_deref().and_then(named))
    });
    let genre = story.kind.as_ref().map(|kind| {
        let kind = normalized(kind.as_str());
        Fresh::new("genre").with("literal", kind.clone()).child(Fresh::new("name").text(kind))
    });
    let text = |element: &'static str, text: Option<&str>| {
        text.filter(|text| !text.is_empty()).map(|text| Fresh::new(element).text(text))
    };
    let summary = text("description", story.standfirst.as_deref());
    Fresh::new("contentMeta")
        .children(created.map(|text| Fresh::new("contentCreated").text(text)))
        .children(located.map(|place| place_element(Fresh::new("located"), place, place.country)))
        .children(authors)
        .children(story.language.as_ref().map(|tag| Fresh::new("language").with("tag", tag.as_str())))
        .children(genre)
        .children(story.subjects.iter().map(subject_element))
        .children(super::facts::subjects(&story.facts))
        .children(text("headline", Some(&story.headline)))
        .children(text("dateline", dateline.map(|dateline| dateline.text.as_str())))
        .children(text("by", byline.map(|byline| byline.text.as_str())))
        .children(summary.map(|summary| summary.with("role", "drol:summary")))
}

fn subject_element(subject: &Subject) -> Fresh {
    if subject.identifiers.is_empty() {
        return Fresh::new("keyword").text(normalized(&subject.name));
    }
    identified(Fresh::new("subject"), &subject.name, &subject.identifiers)
}
