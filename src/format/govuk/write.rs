//! A story as an item.

use std::borrow::Cow;

use super::names::{self, DOCUMENT_LINKS, NO_GUID, NO_MOMENT, NO_PATH, Schema};
use super::person::title;
use super::read::SIZES;
use crate::format::html;
use crate::format::json_tree::{Draft, Members};
use crate::model::{
    Date, Identifier, IdentifierScheme, Link, Media, Official, Organisation, Qualifier, Role, Story, Subject,
};

/// The item of a story that keeps none.
pub(super) fn draft(story: &Story) -> Draft<'_> {
    let (document_type, schema) = names::type_of(story.kind.as_ref());
    let locale = names::locale(story.language.as_ref());
    let writer = Writer { story, schema, locale };
    let dates = &story.dates;
    let (published, updated) = (moment(&dates.first_published), moment(&dates.updated));
    let mut item = Members::new();
    item.put("base_path", story.iri.as_ref().and_then(|iri| names::path_of(iri.as_str())).unwrap_or(NO_PATH));
    item.put("content_id", story.id.as_ref().map_or(NO_GUID.into(), |id| names::guid(id, 0)));
    item.put("document_type", document_type);
    item.put_some("first_published_at", published.clone());
    item.put("locale", locale);
    match &updated {
        Some(updated) => item.put("public_updated_at", updated.clone()),
        None => item.put("public_updated_at", serde_json::Value::Null),
    }
    item.put("schema_name", schema.name());
    item.put("title", story.headline.as_str());
    // When the item itself was last stored, which a story does not know.
    item.put("updated_at", updated.or(published).unwrap_or(NO_MOMENT.into()));
    let mut notice = Members::new();
    notice.put_some("withdrawn_at", moment(&dates.withdrawn));
    item.put_object("withdrawn_notice", notice);
    item.put("links", writer.links());
    match &story.standfirst {
        Some(standfirst) => item.put("description", standfirst.as_str()),
        None => item.put("description", serde_json::Value::Null),
    }
    item.put("details", writer.details());
    item.into()
}

fn moment(date: &Option<Date>) -> Option<Cow<'_, str>> {
    date.as_ref().and_then(names::moment)
}

struct Writer<'s> {
    story: &'s Story,
    schema: Schema,
    locale: &'static str,
}

impl<'s> Writer<'s> {
    fn links(&self) -> Members<'s> {
        let mut links = Members::new();
        let publishers = self.story.publishers.iter().filter(|it| is_british(it)).enumerate();
        let (abroad, at_home): (Vec<_>, Vec<_>) = publishers
            .partition(|(_, organisation)| self.schema == Schema::NewsArticle && is_abroad(organisation));
        let organisation = |(number, it): (usize, &'s Organisation)| self.organisation(it, number + 1);
        links.put_list("organisations", at_home.into_iter().map(organisation));
        links.put_list("worldwide_organisations", abroad.into_iter().map(organisation));
        self.officials(&mut links);
        self.subjects(&mut links);
        for (name, relation) in DOCUMENT_LINKS {
            let related = self.story.links.iter().filter(|link| link.relation.as_deref() == Some(relation));
            links.put_list(name, related.filter_map(document));
        }
        links
    }

    fn organisation(&self, organisation: &'s Organisation, number: usize) -> Members<'s> {
        let guid = names::guid(&organisation.id, number);
        self.link(guid, organisation.name.as_str(), &organisation.identifiers)
    }

    /// What every link says: id, locale, title, path.
    fn link(
        &self,
        guid: impl Into<Draft<'s>>,
        title: impl Into<Draft<'s>>,
        identifiers: &'s [Identifier],
    ) -> Members<'s> {
        let mut link = Members::new();
        link.put("content_id", guid);
        link.put("title", title);
        link.put("locale", self.locale);
        link.put("base_path", page(identifiers).unwrap_or(NO_PATH));
        link
    }

    fn officials(&self, links: &mut Members<'s>) {
        let officials = &self.story.facts.officials;
        let named = || officials.iter().filter_map(|it| Some((it, title(it)?))).enumerate();
        let roles: Vec<&Role> = by_role(officials).filter_map(|official| official.roles.first()).collect();
        let person = |(number, (official, title)): (usize, (&'s Official, String))| {
            let guid = names::guid(&official.id, number + 1);
            let mut person = self.link(guid, title.clone(), &official.identifiers);
            // Roles beside a person alone are read as that person's, unless the person's own are told.
            if !official.roles.is_empty() || !roles.is_empty() {
                let mut links = Members::new();
                let appointments = official.roles.iter().map(|role| self.appointment(role).into());
                links.put("role_appointments", Draft::List(appointments.collect()));
                person.put("links", links);
            }
            person
        };
        links.put_list("people", named().map(person));
        let author = self.story.byline.as_ref().and_then(|byline| byline.authors.first());
        if let Some(author) = author.filter(|_| self.schema == Schema::Speech) {
            links.put_list("speaker", named().find(|(_, (it, _))| it.id == *author).map(person));
        }
        links.put_list("roles", roles.into_iter().map(|it| self.role(it)));
    }

    fn appointment(&self, role: &'s Role) -> Members<'s> {
        let mut appointment = self.link(NO_GUID, role.title.as_str(), &[]);
        if role.qualifier == Some(Qualifier::Former) {
            let mut details = Members::new();
            details.put("current", Draft::Bool(false));
            appointment.put("details", details);
        }
        let mut links = Members::new();
        links.put_list("role", [self.role(role)]);
        appointment.put("links", links);
        appointment
    }

    fn role(&self, role: &'s Role) -> Members<'s> {
        let mut link = self.link(NO_GUID, role.title.as_str(), &[]);
        link.put_some("document_type", role.kind.as_ref().and_then(names::role_type));
        if let Some(organisation) = &role.organisation {
            let mut links = Members::new();
            links.put_list("ordered_parent_organisations", [self.link(NO_GUID, organisation.as_str(), &[])]);
            link.put("links", links);
        }
        link
    }

    fn subjects(&self, links: &mut Members<'s>) {
        let placed = place_subjects(&self.story.subjects, self.schema);
        for name in names::subject_links() {
            let here = placed.iter().filter(|(link, ..)| *link == name);
            links.put_list(
                name,
                here.map(|(_, guid, it)| self.link(*guid, it.name.as_str(), &it.identifiers)),
            );
        }
    }

    fn details(&self) -> Members<'s> {
        let story = self.story;
        let mut details = Members::new();
        details.put("body", html::write(&story.body));
        match self.schema {
            Schema::NewsArticle => {
                let (images, attachments): (Vec<&Media>, Vec<&Media>) =
                    story.media.iter().partition(|it| is_picture(it));
                details.put_list("images", images.into_iter().filter_map(image));
                details.put_list("attachments", attachments.into_iter().filter_map(attachment));
            }
            Schema::Speech => self.speech(&mut details),
            Schema::FatalityNotice => {
                details.put("change_history", Draft::List(Vec::new()));
                details.put("emphasised_organisations", Draft::List(Vec::new()));
                details.put("roll_call_introduction", story.standfirst.as_deref().unwrap_or_default());
            }
        }
        details
    }

    fn speech(&self, details: &mut Members<'s>) {
        details.put("political", Draft::Bool(false));
        let dateline = self.story.dateline.as_ref();
        let delivered = dateline.and_then(|line| line.date.as_ref()).and_then(names::moment);
        details.put("delivered_on", delivered.unwrap_or(NO_MOMENT.into()));
        let place = dateline.and_then(|line| line.place.as_ref());
        details.put_some("location", place.map(|place| place.name.as_str()));
        if let Some(byline) = self.story.byline.as_ref().filter(|byline| byline.authors.is_empty()) {
            details.put("speaker_without_profile", byline.text.as_str());
        }
        details.put_some("image", self.story.media.iter().filter(|it| is_picture(it)).find_map(portrait));
    }
}

/// Whether an organisation is one that GOV.UK may have.
pub(super) fn is_british(organisation: &Organisation) -> bool {
    organisation.country.is_none_or(|country| country.as_str() == "GB")
}

/// Whether an organisation is a mission or the like.
pub(super) fn is_abroad(organisation: &Organisation) -> bool {
    page(&organisation.identifiers)
        .is_some_and(|path| path.starts_with("/world/") || path.contains("/world/organisations/"))
}

/// The officials who have a role and no name.
pub(super) fn by_role(officials: &[Official]) -> impl Iterator<Item = &Official> {
    officials.iter().filter(|official| title(official).is_none() && !official.roles.is_empty())
}

/// The path of the page that identifiers name.
pub(super) fn page(identifiers: &[Identifier]) -> Option<&str> {
    let of = |it: &&Identifier| it.scheme == IdentifierScheme::Iri && names::path_of(&it.value).is_some();
    identifiers.iter().find(of).and_then(|identifier| names::path_of(&identifier.value))
}

/// The link in which each subject stands, and its id.
pub(super) fn place_subjects(subjects: &[Subject], schema: Schema) -> Vec<(&'static str, &str, &Subject)> {
    let mut placed: Vec<(&str, &str, &Subject)> = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let own = subject.identifiers.iter().find_map(|identifier| {
            Some((names::link_of_scheme(identifier.scheme.as_str())?, identifier.value.as_str()))
        });
        let (link, guid) = own.unwrap_or((names::PLAIN_SUBJECTS, NO_GUID));
        let there = placed.iter().filter(|(taken, ..)| *taken == link).count();
        let link = if there < names::most_subjects(link, schema) { link } else { names::PLAIN_SUBJECTS };
        placed.push((link, if names::is_guid(guid) { guid } else { NO_GUID }, subject));
    }
    placed
}

fn document(link: &Link) -> Option<Members<'_>> {
    let path = names::path_of(link.target.as_str())?;
    let mut document = Members::new();
    document.put("content_id", NO_GUID);
    document.put("title", link.title.as_deref().unwrap_or_default());
    document.put("locale", names::locale_of_path(path));
    document.put("base_path", path);
    Some(document)
}

/// Whether a medium is a picture, as far as is known.
pub(super) fn is_picture(media: &Media) -> bool {
    media.media_type.as_ref().is_none_or(|name| name.is_empty() || name.starts_with("image/"))
}

fn image(media: &Media) -> Option<Members<'_>> {
    let mut sources = Members::new();
    sources.put(SIZES[0], names::uri(&media.source)?);
    let mut image = Members::new();
    image.put("sources", sources);
    image.put("content_type", media.media_type.as_deref().unwrap_or_default());
    put_words(&mut image, media);
    Some(image)
}

fn portrait(media: &Media) -> Option<Members<'_>> {
    let mut image = Members::new();
    image.put("url", names::uri(&media.source)?);
    put_words(&mut image, media);
    Some(image)
}

fn put_words<'s>(image: &mut Members<'s>, media: &'s Media) {
    let filled = |words: &'s Option<String>| words.as_deref().filter(|words| !words.is_empty());
    image.put_some("alt_text", filled(&media.alt));
    image.put_some("caption", filled(&media.caption));
    image.put_some("credit", filled(&media.credit));
}

fn attachment(media: &Media) -> Option<Members<'_>> {
    let mut attachment = Members::new();
    let url = names::uri(&media.source)?;
    attachment.put("attachment_type", "file");
    attachment.put("content_type", media.media_type.as_deref().unwrap_or_default());
    attachment.put("id", url.rsplit('/').next().unwrap_or_default().to_owned());
    attachment.put("url", url);
    attachment.put_some("title", media.caption.as_deref().filter(|title| !title.is_empty()));
    Some(attachment)
}
