//! Words of schema.org, and those that this crate gives meaning to.

use crate::format::web_name::{escaped, unescaped};
use crate::model::{Id, PlaceKind, Status};

/// The vocabulary that documents are written in.
pub(super) const CONTEXT: &str = "https://schema.org";

/// The sorts of article that are read as a story.
const ARTICLES: [&str; 13] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "AskPublicNewsArticle",
    "ReviewNewsArticle",
    "AdvertiserContentArticle",
    "Article",
    "Report",
    "BlogPosting",
    "LiveBlogPosting",
    "SpecialAnnouncement",
];

/// The names of this crate's own sorts of event; the last two go on with a word.
pub(super) const VISIT: &str = "urn:newsdesk:visit";
pub(super) const COMMEMORATION: &str = "urn:newsdesk:commemoration";
pub(super) const MEETING: &str = "urn:newsdesk:meeting:";
pub(super) const ACT: &str = "urn:newsdesk:act:";

/// The scheme of the identifier of a place that is a point: latitude and longitude in degrees (WGS 84), as
/// `geo` URIs have them (RFC 5870).
pub(super) const GEO: &str = "geo";

/// The name of a type without its vocabulary: `NewsArticle` of `schema:NewsArticle`.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(['/', ':', '#']).next().unwrap_or(name)
}

pub(super) fn is_article(name: &str) -> bool {
    ARTICLES.contains(&name)
}

/// All organisations that the vocabulary has end so, but for a few.
pub(super) fn is_organisation(name: &str) -> bool {
    name.ends_with("Organization")
        || matches!(name, "NGO" | "Corporation" | "PoliticalParty" | "GovernmentOffice")
}

pub(super) fn is_event(name: &str) -> bool {
    name.ends_with("Event")
}

/// A name within the document: `#official-1`.
pub(super) fn own_name(id: &Id) -> String {
    format!("#{}", escaped(id.as_str()))
}

/// The id in a name within the document.
pub(super) fn own_id(name: &str) -> Option<Id> {
    Id::new(unescaped(name.strip_prefix('#')?)?).ok()
}

/// The two words that schema.org has for a [`Status`].
const STATUS: [(Status, &str); 2] = [
    (Status::Planned, "https://schema.org/EventScheduled"),
    (Status::Cancelled, "https://schema.org/EventCancelled"),
];

pub(super) fn event_status(status: &Status) -> Option<&'static str> {
    STATUS.iter().find(|(known, _)| known == status).map(|(_, name)| *name)
}

pub(super) fn status(name: &str) -> Option<Status> {
    STATUS.iter().find(|(_, known)| local(known) == local(name)).map(|(status, _)| status.clone())
}

const PLACES: [(PlaceKind, &str); 5] = [
    (PlaceKind::Country, "Country"),
    (PlaceKind::Region, "AdministrativeArea"),
    (PlaceKind::City, "City"),
    (PlaceKind::Site, "LandmarksOrHistoricalBuildings"),
    (PlaceKind::Water, "BodyOfWater"),
];

/// The type of a place of that kind.
pub(super) fn place_type(kind: Option<&PlaceKind>) -> &'static str {
    PLACES.iter().find(|(known, _)| Some(known) == kind).map_or("Place", |(_, name)| *name)
}

/// The kind that a type of place is.
pub(super) fn place_kind(name: &str) -> Option<PlaceKind> {
    PLACES.iter().find(|(_, known)| *known == name).map(|(kind, _)| kind.clone())
}

/// The type of a medium of that media type.
pub(super) fn media_type(media_type: Option<&str>) -> &'static str {
    match media_type.map(|name| name.split_once('/').map_or(name, |(kind, _)| kind)) {
        None | Some("image") => "ImageObject",
        Some("video") => "VideoObject",
        Some("audio") => "AudioObject",
        Some(_) => "MediaObject",
    }
}
