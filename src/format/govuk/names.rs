//! Words, ids and addresses of GOV.UK.

use std::borrow::Cow;

use crate::format::iso_date;
use crate::model::{Date, Id, Iri, Language, RoleKind, StoryKind};

/// Where the paths of GOV.UK begin.
pub(super) const SITE: &str = "https://www.gov.uk";

/// The path that stands for none.
pub(super) const NO_PATH: &str = "/";

/// The moment that stands for none.
pub(super) const NO_MOMENT: &str = "1970-01-01T00:00:00+00:00";

/// The locale of an item whose language GOV.UK does not have.
const DEFAULT_LOCALE: &str = "en";

/// A sort of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Schema {
    NewsArticle,
    Speech,
    FatalityNotice,
}

impl Schema {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::NewsArticle => "news_article",
            Self::Speech => "speech",
            Self::FatalityNotice => "fatality_notice",
        }
    }
}

/// The `document_type` of each kind of story, and its schema.
const KINDS: [(&str, Schema, StoryKind); 9] = [
    ("news_story", Schema::NewsArticle, StoryKind::NewsStory),
    ("press_release", Schema::NewsArticle, StoryKind::PressRelease),
    ("government_response", Schema::NewsArticle, StoryKind::GovernmentResponse),
    ("world_news_story", Schema::NewsArticle, StoryKind::WorldNewsStory),
    ("speech", Schema::Speech, StoryKind::Speech),
    ("authored_article", Schema::Speech, StoryKind::AuthoredArticle),
    ("written_statement", Schema::Speech, StoryKind::WrittenStatement),
    ("oral_statement", Schema::Speech, StoryKind::OralStatement),
    ("fatality_notice", Schema::FatalityNotice, StoryKind::FatalityNotice),
];

/// The document type and schema of a kind of story: what GOV.UK has no type for is a news story there.
pub(super) fn type_of(kind: Option<&StoryKind>) -> (&'static str, Schema) {
    let same = |(_, _, known): &&(&str, Schema, StoryKind)| kind == Some(known);
    KINDS.iter().find(same).map_or(("news_story", Schema::NewsArticle), |(name, schema, _)| (name, *schema))
}

/// The kind of story of a document type; none of a type of other documents.
pub(super) fn kind_of(document_type: &str) -> Option<StoryKind> {
    KINDS.iter().find(|(name, ..)| *name == document_type).map(|(.., kind)| kind.clone())
}

/// Links whose targets are subjects of an item, and whether only one sort of item has them. The first is
/// that of subjects of which no more is known than the name.
const SUBJECTS: [(&str, &[Schema]); 9] = [
    ("taxons", &[Schema::NewsArticle, Schema::Speech, Schema::FatalityNotice]),
    ("topical_events", &[Schema::NewsArticle, Schema::Speech]),
    ("world_locations", &[Schema::NewsArticle, Schema::Speech]),
    ("field_of_operation", &[Schema::FatalityNotice]),
    ("policy_areas", &[Schema::NewsArticle, Schema::Speech, Schema::FatalityNotice]),
    ("policies", &[Schema::NewsArticle, Schema::Speech, Schema::FatalityNotice]),
    ("related_policies", &[Schema::NewsArticle, Schema::Speech]),
    ("mainstream_browse_pages", &[Schema::NewsArticle, Schema::Speech, Schema::FatalityNotice]),
    ("topics", &[]),
];

/// The links of subjects that a reader knows, in the order in which they are read and written.
pub(super) fn subject_links() -> impl Iterator<Item = &'static str> {
    SUBJECTS.iter().map(|(name, _)| *name)
}

/// The links that subjects without any of their own stand in.
pub(super) const PLAIN_SUBJECTS: &str = "taxons";

/// Whether items of a schema may have links of a name to subjects, and to how many.
pub(super) fn most_subjects(link: &str, schema: Schema) -> usize {
    match SUBJECTS.iter().find(|(name, _)| *name == link) {
        Some((name, schemas)) if schemas.contains(&schema) => {
            if *name == "field_of_operation" {
                1
            } else {
                usize::MAX
            }
        }
        _ => 0,
    }
}

/// What the scheme of an identifier begins with that says which link a subject stands in: its value is
/// the `content_id`.
const SUBJECT_SCHEME: &str = "govuk/";

/// The scheme of the identifiers of subjects in a link.
pub(super) fn subject_scheme(link: &str) -> String {
    format!("{SUBJECT_SCHEME}{link}")
}

/// The link that a scheme of [`subject_scheme`] names.
pub(super) fn link_of_scheme(scheme: &str) -> Option<&'static str> {
    let link = scheme.strip_prefix(SUBJECT_SCHEME)?;
    subject_links().find(|known| *known == link)
}

/// Links to documents, and the relation that a [`Link`](crate::model::Link) calls them by.
pub(super) const DOCUMENT_LINKS: [(&str, &str); 2] =
    [("available_translations", "translation"), ("document_collections", "collection")];

/// The sorts of roles that have a type of their own.
const ROLES: [(&str, RoleKind); 5] = [
    ("ministerial_role", RoleKind::Minister),
    ("ambassador_role", RoleKind::Ambassador),
    ("military_role", RoleKind::Military),
    ("special_representative_role", RoleKind::Envoy),
    ("governor_role", RoleKind::Regional),
];

pub(super) fn role_kind(document_type: &str) -> Option<RoleKind> {
    if document_type == "high_commissioner_role" {
        return Some(RoleKind::Ambassador);
    }
    ROLES.iter().find(|(name, _)| *name == document_type).map(|(_, kind)| kind.clone())
}

pub(super) fn role_type(kind: &RoleKind) -> Option<&'static str> {
    ROLES.iter().find(|(_, known)| known == kind).map(|(name, _)| *name)
}

/// The locales that items may have.
const LOCALES: &str = "ar az be bg bn cs cy da de dr el en es es-419 et fa fi fr gd gu he hi hr hu hy id is it \
ja ka kk ko ku ky lt lv ms mt ne nl no pa pa-pk pl ps pt ro ru si sk sl so sq sr sv sw ta th ti tk tr uk ur uz \
vi yi zh zh-hk zh-tw";

/// The locale of a language: its tag, or its primary subtag, or else English.
pub(super) fn locale(language: Option<&Language>) -> &'static str {
    let tag = language.map(|language| language.as_str().to_ascii_lowercase()).unwrap_or_default();
    let primary = tag.split('-').next().unwrap_or_default();
    let known = |wanted: &str| LOCALES.split(' ').find(|locale| *locale == wanted);
    known(&tag).or_else(|| known(primary)).unwrap_or(DEFAULT_LOCALE)
}

/// The locale that a path names at its end: `ur` of `/government/news/a.ur`.
pub(super) fn locale_of_path(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    LOCALES.split(' ').find(|locale| *locale == ending).unwrap_or(DEFAULT_LOCALE)
}

/// What the ids begin with that stand for things that GOV.UK has no id for.
const OWN_GUID: &str = "00000000-0000-1000-8000-";

/// The id that stands for no id.
pub(super) const NO_GUID: &str = "00000000-0000-1000-8000-000000000000";

/// An id as GOV.UK has them, or one that stands for the `number`th thing of its sort.
pub(super) fn guid(id: &Id, number: usize) -> Cow<'_, str> {
    if is_guid(id.as_str()) && !id.as_str().starts_with(OWN_GUID) {
        return Cow::Borrowed(id.as_str());
    }
    Cow::Owned(format!("{OWN_GUID}{number:012x}"))
}

/// The id that [`guid`] says: its own, or `KIND-NUMBER`, or none.
pub(super) fn id_of_guid(guid: &str, kind: &str) -> Option<Id> {
    match guid.strip_prefix(OWN_GUID) {
        Some(number) => match usize::from_str_radix(number, 16) {
            Ok(0) | Err(_) => None,
            Ok(number) => Some(Id::numbered(kind, number)),
        },
        None => Id::new(guid).ok(),
    }
}

/// The shape that the schemas ask of ids: a UUID in lower case of a version from 1 to 5.
pub(super) fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            14 => (b'1'..=b'5').contains(&byte),
            19 => b"89ab".contains(&byte),
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

/// The path of a page of GOV.UK.
pub(super) fn path_of(iri: &str) -> Option<&str> {
    iri.strip_prefix(SITE).filter(|path| *path != NO_PATH && is_path(path))
}

/// The address of a path, unless it stands for none.
pub(super) fn iri_of(path: &str) -> Option<Iri> {
    if path == NO_PATH { None } else { Iri::new(format!("{SITE}{path}")).ok() }
}

/// The shape that the schemas ask of paths.
fn is_path(path: &str) -> bool {
    let Some(segments) = path.strip_prefix('/').filter(|segments| !segments.starts_with('/')) else {
        return false;
    };
    let mut bytes = segments.bytes();
    while let Some(byte) = bytes.next() {
        let is_clean = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit())),
            _ => byte.is_ascii_alphanumeric() || b"._~!$&'()*+,;=:@-/".contains(&byte),
        };
        if !is_clean {
            return false;
        }
    }
    path.len() <= 512
}

/// A moment that the schemas take, unless it is the one that stands for none.
pub(super) fn moment(date: &Date) -> Option<Cow<'_, str>> {
    iso_date::as_moment(date).filter(|text| text != NO_MOMENT)
}

/// A URI, which an IRI becomes by writing what is not ASCII as `%` and digits; none if it is still none.
pub(super) fn uri(iri: &Iri) -> Option<Cow<'_, str>> {
    let uri: Cow<'_, str> = match iri.as_str() {
        plain if plain.is_ascii() => plain.into(),
        other => other
            .chars()
            .fold(String::new(), |mut uri, c| {
                if c.is_ascii() {
                    uri.push(c);
                } else {
                    c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| uri.push_str(&format!("%{byte:02X}")));
                }
                uri
            })
            .into(),
    };
    oxiri::Iri::parse(&*uri).is_ok().then_some(uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_paths_have_their_shapes() {
        assert!(is_guid("60267088-7631-11e4-a3cb-005056011aef") && is_guid(NO_GUID));
        for bad in
            ["", "60267088-7631-61e4-a3cb-005056011aef", "60267088-7631-11E4-a3cb-005056011aef", "official-1"]
        {
            assert!(!is_guid(bad), "{bad}");
        }
        for good in ["/", "/government/news/a--2.ur", "/a//b", "/a%20b"] {
            assert!(is_path(good), "{good}");
        }
        for bad in ["", "a", "//a", "/a?b", "/a b", "/a%2", "/é"] {
            assert!(!is_path(bad), "{bad}");
        }
        let own = Id::new("official-9").unwrap();
        assert_eq!(id_of_guid(&guid(&own, 3), "official"), Some(Id::numbered("official", 3)));
        assert_eq!(id_of_guid(NO_GUID, "official"), None);
    }

    #[test]
    fn each_language_has_a_locale() {
        for (tag, expected) in
            [("en-GB", "en"), ("es-419", "es-419"), ("zh-Hant-TW", "zh"), ("qaa", "en"), ("ur", "ur")]
        {
            assert_eq!(locale(Some(&Language::new(tag).unwrap())), expected);
        }
    }
}
