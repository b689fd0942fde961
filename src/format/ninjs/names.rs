//! Words of ninjs, and those that this crate gives meaning to.

use crate::format::web_name::{self, escaped, unescaped};
use crate::model::{Id, Identifier, IdentifierScheme, Status};

/// The schema that documents are written by.
pub(super) const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

/// What the names of this crate's own things begin with.
const OWN: &str = "urn:newsdesk:";

/// The URI of an item that has none.
pub(super) const NO_URI: &str = "urn:newsdesk:story";

/// The name and URI of the association that holds what ninjs has no slot for.
pub(super) const REMAINDER: &str = "urn:newsdesk:remainder";

/// Roles of headlines and descriptions in which the headline and the standfirst stand, best first.
pub(super) const HEADLINES: [&str; 2] = ["main", "headline"];
pub(super) const STANDFIRSTS: [&str; 5] = ["summary", "lead", "abstract", "standfirst", "text"];
pub(super) const CAPTIONS: [&str; 3] = ["caption", "text", "main"];
pub(super) const ALT: [&str; 1] = ["alt"];

/// The relation of an item to an event that it is about.
pub(super) const VISIT: &str = "visit";
pub(super) const COMMEMORATION: &str = "commemoration";

/// Relations of a person or an organisation to an event.
pub(super) const VISITOR: &str = "visitor";
pub(super) const COMPANION: &str = "companion";
pub(super) const HOST: &str = "host";
pub(super) const INVITED_BY: &str = "invitedBy";
pub(super) const PARTY: &str = "party";
pub(super) const WITH: &str = "with";

/// The scheme of the identifier of a place that is a point: latitude and longitude in degrees (WGS 84), as
/// `geo` URIs have them (RFC 5870).
pub(super) const GEO: &str = "geo";

/// The role of an information source that publishes the item.
pub(super) const PUBLISHER: &str = "publisher";

/// Relations of a content to a person that are no offices of that person.
const RELATIONS: [&str; 22] = [
    "about", "mentions", "mentioned", "classifies", "classifiedAs", "depicts", "depicted", "author",
    "creator", "contributor", "contributedBy", "source", "partOf", "suppliedAs", "subject", "related",
    "isAbout", VISITOR, COMPANION, HOST, PARTY, WITH,
];

/// Whether the relation of a person is the title of an office.
pub(super) fn is_role(relation: &str) -> bool {
    !relation.is_empty() && !relation.contains(':') && !RELATIONS.contains(&relation)
}

/// The name on the web of one of this crate's own things: `urn:newsdesk:visit:visit-1`.
pub(super) fn own_uri(kind: &str, id: &Id) -> String {
    format!("{OWN}{kind}:{}", escaped(id.as_str()))
}

/// The id in the name that [`own_uri`] gives.
pub(super) fn own_id(kind: &str, uri: &str) -> Option<Id> {
    let escaped = uri.strip_prefix(OWN)?.strip_prefix(kind)?.strip_prefix(':')?;
    Id::new(unescaped(escaped)?).ok()
}

/// The `uri` and `literal` of identifiers: the first of each sort.
pub(super) fn uri_and_literal(identifiers: &[Identifier]) -> (Option<String>, Option<&str>) {
    let uri = identifiers.iter().find_map(web_name::iri);
    let literal = identifiers.iter().find(|identifier| scheme(&identifier.value) == identifier.scheme);
    (uri, literal.map(|identifier| identifier.value.as_str()).filter(|value| !value.is_empty()))
}

/// The identifier that a `literal` is.
pub(super) fn identifier_of_literal(literal: &str) -> Identifier {
    Identifier::new(scheme(literal), literal)
}

fn scheme(literal: &str) -> IdentifierScheme {
    if literal.contains(':') { IdentifierScheme::QCode } else { IdentifierScheme::from("literal") }
}

/// The IPTC's words for the status of an event (NewsCodes, speventstatus).
const STATUS: [(Status, &str); 4] = [
    (Status::Planned, "http://cv.iptc.org/newscodes/speventstatus/pre-event"),
    (Status::Ongoing, "http://cv.iptc.org/newscodes/speventstatus/mid-event"),
    (Status::Completed, "http://cv.iptc.org/newscodes/speventstatus/post-event"),
    (Status::Cancelled, "http://cv.iptc.org/newscodes/speventstatus/canceled"),
];

/// The `eventStatus` of a status.
pub(super) fn event_status(status: &Status) -> Option<&'static str> {
    STATUS.iter().find(|(known, _)| known == status).map(|(_, uri)| *uri)
}

/// The status that an `eventStatus` says, with either scheme.
pub(super) fn status(uri: &str) -> Option<Status> {
    let code = |uri: &str| uri.rsplit_once('/').map(|(_, code)| code.to_owned());
    STATUS.iter().find(|(_, known)| code(known) == code(uri)).map(|(status, _)| status.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Iri;

    #[test]
    fn an_id_comes_back_from_its_uri() {
        for id in ["visit-1", "a/b%2", "é:"] {
            let id = Id::new(id).unwrap();
            let uri = own_uri("visit", &id);
            assert!(Iri::new(uri.as_str()).is_ok());
            assert_eq!(own_id("visit", &uri), Some(id));
        }
        assert_eq!(own_id("visit", "urn:newsdesk:story:a"), None);
        assert_eq!(own_id("visit", "urn:newsdesk:visit:%"), None);
    }

    #[test]
    fn a_status_is_known_by_its_code() {
        assert_eq!(status("https://cv.iptc.org/newscodes/speventstatus/pre-event"), Some(Status::Planned));
        assert_eq!(status("planned"), None);
    }
}
