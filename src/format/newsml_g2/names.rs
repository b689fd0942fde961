//! The names of NewsML-G2: namespaces, elements and their sequence, and the IRIs of concepts that mean something here.

use crate::format::tree::slot::{Order, Row};

/// The namespace of all versions of NewsML-G2.
pub const NAMESPACE: &str = "http://iptc.org/std/nar/2006-10-01/";

/// The namespace of the body.
pub(super) const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The namespace of [`ADDITIONS`], and what the IRIs of the crate's own terms begin with.
pub(super) const OWN: &str = "urn:newsdesk:newsml-g2:1";

/// The element, from another namespace as the schema allows, for what has no place in NewsML-G2.
pub(super) const ADDITIONS: &str = "additions";

/// The attribute of [`ADDITIONS`] that says that nothing was kept of another document: the fingerprint of the rest.
pub(super) const WHOLE: &str = "whole";

/// The catalog of the IPTC that what is written refers to.
pub(super) const CATALOG: &str = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";

/// The roots that are items.
pub(super) const ITEMS: [&str; 6] =
    ["newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"];

/// A concept's nature (IPTC NewsCodes, scheme `cpnat`).
pub(super) mod nature {
    pub(in super::super) const PERSON: &str = "http://cv.iptc.org/newscodes/cpnature/person";
    pub(in super::super) const ORGANISATION: &str = "http://cv.iptc.org/newscodes/cpnature/organisation";
    pub(in super::super) const EVENT: &str = "http://cv.iptc.org/newscodes/cpnature/event";
}

/// What the IRIs of countries begin with (ISO 3166-1 alpha-2, as the IPTC names them).
pub(super) const COUNTRIES: &str = "http://cvx.iptc.org/iso3166-1a2/";

/// What the IRIs of Wikidata begin with.
pub(super) const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// A description's role: a summary (IPTC NewsCodes, scheme `drol`).
pub(super) const SUMMARY: &str = "http://cv.iptc.org/newscodes/descriptionrole/summary";

/// How sure an event is to occur (IPTC NewsCodes, scheme `eocstat`), and the status that it comes to.
pub(super) const OCCURRENCE: [(&str, &str); 2] = [("eos5", "planned"), ("eos6", "cancelled")];

/// Whether an element of the namespace is in the schema of 2.35, or was in that of an earlier version.
pub(super) fn is_known(element: &str) -> bool {
    KNOWN.binary_search(&element).is_ok()
}

/// In the order of their bytes, for the search.
const KNOWN: &[&str] = &[
    "POIDetails",
    "a",
    "access",
    "accessStatus",
    "accountable",
    "action",
    "address",
    "affiliation",
    "altId",
    "altLoc",
    "altRep",
    "area",
    "assert",
    "assignedTo",
    "audience",
    "bag",
    "born",
    "br",
    "broader",
    "by",
    "capacity",
    "catalog",
    "catalogContainer",
    "catalogItem",
    "catalogRef",
    "ceasedToExist",
    "channel",
    "circle",
    "concept",
    "conceptExtProperty",
    "conceptId",
    "conceptItem",
    "conceptMetaExtProperty",
    "conceptRef",
    "conceptSet",
    "confirmation",
    "contactInfo",
    "contentCreated",
    "contentMeta",
    "contentMetaExtProperty",
    "contentModified",
    "contentSet",
    "contributor",
    "copyrightHolder",
    "copyrightNotice",
    "country",
    "created",
    "creator",
    "creditline",
    "dataMining",
    "dateline",
    "dates",
    "definition",
    "deliverableOf",
    "deliveredItemRef",
    "delivery",
    "derivedFrom",
    "derivedFromValue",
    "description",
    "destination",
    "details",
    "died",
    "digitalSourceType",
    "dissolved",
    "duration",
    "edNote",
    "email",
    "embargoed",
    "end",
    "event",
    "eventDetails",
    "exDate",
    "exRule",
    "exclAudience",
    "expires",
    "facet",
    "facetConcept",
    "fax",
    "fileName",
    "firstCreated",
    "founded",
    "g2contentType",
    "generator",
    "genre",
    "geoAreaDetails",
    "group",
    "groupExtProperty",
    "groupRef",
    "groupSet",
    "hasInstrument",
    "hash",
    "header",
    "headerExtProperty",
    "headline",
    "hierarchyInfo",
    "hop",
    "hopHistory",
    "icon",
    "im",
    "incomingFeedId",
    "infoSource",
    "inline",
    "inlineData",
    "inlineRef",
    "inlineXML",
    "instanceOf",
    "itemClass",
    "itemCount",
    "itemMeta",
    "itemMetaExtProperty",
    "itemRef",
    "itemSet",
    "keyword",
    "knowledgeItem",
    "language",
    "line",
    "link",
    "locality",
    "located",
    "location",
    "mainConcept",
    "memberOf",
    "metadataCreator",
    "name",
    "narrower",
    "newsContentCharacteristics",
    "newsCoverage",
    "newsCoverageExtProperty",
    "newsCoverageSet",
    "newsCoverageStatus",
    "newsItem",
    "newsMessage",
    "note",
    "objectDetails",
    "occurStatus",
    "openHours",
    "organisationDetails",
    "organiser",
    "origRep",
    "origin",
    "packageItem",
    "partMeta",
    "partMetaExtProperty",
    "participant",
    "participationRequirement",
    "party",
    "personDetails",
    "phone",
    "planning",
    "planningExtProperty",
    "planningItem",
    "polygon",
    "position",
    "postalCode",
    "priority",
    "profile",
    "provider",
    "pubHistory",
    "pubStatus",
    "published",
    "publishedExtProperty",
    "rDate",
    "rRule",
    "rating",
    "rb",
    "regionDelim",
    "registration",
    "related",
    "remoteContent",
    "remoteContentExtProperty",
    "remoteInfo",
    "rightsExpressionData",
    "rightsExpressionXML",
    "rightsInfo",
    "rightsInfoExtProperty",
    "role",
    "rp",
    "rt",
    "ruby",
    "sameAs",
    "sameAsScheme",
    "scheduled",
    "scheme",
    "schemeMeta",
    "schemeMetaExtProperty",
    "sender",
    "sent",
    "service",
    "signal",
    "slugline",
    "span",
    "start",
    "subject",
    "timeDelim",
    "timestamp",
    "title",
    "transmitId",
    "type",
    "urgency",
    "usageTerms",
    "userInteraction",
    "versionCreated",
    "web",
    "worldRegion",
];

/// Concept definitions and relations, in the sequence that all flexible properties share.
macro_rules! concept {
    ($($more:literal),*) => {
        &["conceptId", "type", "name definition note facet remoteInfo hierarchyInfo", "sameAs broader narrower related", $($more),*]
    };
}

/// The sequence of the schema, and what it has once.
pub(super) const ORDER: Order = Order { sequence: SEQUENCE, once: ONCE };

/// What stands once in an element, of what is written.
const ONCE: &[Row] = &[
    ("newsItem", ONCE_IN_ITEM),
    ("packageItem", ONCE_IN_ITEM),
    ("conceptItem", ONCE_IN_ITEM),
    ("knowledgeItem", ONCE_IN_ITEM),
    ("planningItem", ONCE_IN_ITEM),
    ("catalogItem", ONCE_IN_ITEM),
    ("rightsInfo", &["copyrightHolder"]),
    ("itemMeta", &["itemClass", "provider", "versionCreated", "firstCreated", "embargoed", "pubStatus"]),
    ("contentMeta", &["contentCreated"]),
    ("eventDetails", &["dates", "occurStatus"]),
    ("dates", &["start", "end duration"]),
    ("assert", &["type", DETAILS]),
    ("concept", &["type", DETAILS]),
    ("provider", &[DETAILS]),
    ("located", &[DETAILS]),
    ("location", &[DETAILS]),
    ("participant", &[DETAILS]),
    ("organiser", &[DETAILS]),
];

const ONCE_IN_ITEM: &[&str] = &["itemMeta", "contentMeta"];

const DETAILS: &str =
    "personDetails organisationDetails geoAreaDetails POIDetails objectDetails eventDetails";

/// The sequence of the schema, where it has one.
const SEQUENCE: &[Row] = &[
    ("newsItem", ITEM),
    ("packageItem", ITEM),
    ("conceptItem", ITEM),
    ("knowledgeItem", ITEM),
    ("planningItem", ITEM),
    ("catalogItem", ITEM),
    ("rightsInfo", &["accountable", "copyrightHolder", "copyrightNotice", "usageTerms", "link"]),
    (
        "itemMeta",
        &[
            "itemClass", "provider", "versionCreated", "firstCreated", "embargoed", "pubStatus", "role",
            "fileName", "generator", "profile", "service", "title", "edNote", "memberOf", "instanceOf",
            "signal", "altRep", "deliverableOf", "hash", "expires", "origRep", "incomingFeedId",
            "metadataCreator", "link", "itemMetaExtProperty",
        ],
    ),
    (
        "contentMeta",
        &[
            "icon",
            "urgency",
            "contentCreated",
            "contentModified",
            "digitalSourceType",
            "located infoSource creator contributor audience exclAudience altId rating userInteraction",
            "language genre keyword subject slugline headline dateline by creditline description",
            "contentMetaExtProperty",
        ],
    ),
    (
        "eventDetails",
        &[
            "dates",
            "occurStatus",
            "newsCoverageStatus",
            "registration",
            "accessStatus",
            "participationRequirement",
            "subject",
            "location",
            "participant",
            "organiser",
            "contactInfo",
            "language",
            "newsCoverage",
        ],
    ),
    ("dates", &["start", "end duration", "rDate rRule exDate exRule", "confirmation"]),
    ("personDetails", &["born", "died", "affiliation", "contactInfo"]),
    (
        "organisationDetails",
        &["founded", "dissolved", "location", "affiliation", "contactInfo", "hasInstrument"],
    ),
    ("assert", concept!["personDetails organisationDetails eventDetails"]),
    (
        "concept",
        concept![
            "hasInstrument",
            "personDetails organisationDetails geoAreaDetails POIDetails objectDetails eventDetails"
        ],
    ),
    ("subject", concept!["bag", "mainConcept", "facetConcept"]),
    ("provider", concept!["personDetails organisationDetails"]),
    ("located", concept!["geoAreaDetails POIDetails"]),
    ("location", concept!["geoAreaDetails POIDetails"]),
    ("participant", concept!["personDetails organisationDetails"]),
    ("organiser", concept!["personDetails organisationDetails"]),
];

const ITEM: &[&str] = &[
    "catalogRef catalog",
    "hopHistory",
    "pubHistory",
    "rightsInfo",
    "itemMeta",
    "contentMeta",
    "partMeta",
    "assert",
    "inlineRef",
    "derivedFrom derivedFromValue",
    "contentSet concept conceptSet groupSet newsCoverageSet \
     catalogContainer",
    "schemeMeta",
];

/// Whether the `contentMeta` of an item may hold an element, of those that are written.
///
/// News and packages of them have all of it, concepts and plans what holds of any content, and a catalog hardly any.
pub(super) fn content_holds(item: &str, element: &str) -> bool {
    match item {
        "catalogItem" => matches!(element, "contentCreated" | "creator"),
        "conceptItem" | "knowledgeItem" | "planningItem" => !matches!(element, "genre" | "dateline" | "by"),
        _ => true,
    }
}

/// What an element must have.
pub(super) struct Required {
    pub(super) attributes: &'static [&'static str],
    /// Children; of several names in one string, one is enough.
    pub(super) elements: &'static [&'static str],
}

impl Required {
    /// What the schema requires of an element, if anything.
    pub(super) fn of(element: &str) -> Option<Self> {
        let (attributes, elements): (&[&str], &[&str]) = match element {
            "newsMessage" => (&[], &["header", "itemSet"]),
            item if ITEMS.contains(&item) => {
                (&["guid", "standard", "standardversion"], &["catalogRef catalog", "itemMeta"])
            }
            "itemMeta" => (&[], &["itemClass", "provider", "versionCreated"]),
            "catalogRef" => (&["href"], &[]),
            "scheme" => (&["alias", "uri"], &[]),
            "concept" => (&[], &["conceptId", "name"]),
            "eventDetails" => (&[], &["dates"]),
            "dates" => (&[], &["start"]),
            "position" => (&["latitude", "longitude"], &[]),
            "language" => (&["tag"], &[]),
            "inlineRef" => (&["idrefs"], &[]),
            "groupSet" => (&["root"], &[]),
            "groupRef" => (&["idref"], &[]),
            "rating" => (&["value", "scalemin", "scalemax"], &[]),
            _ => return None,
        };
        Some(Self { attributes, elements })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_are_in_order_for_the_search() {
        assert!(KNOWN.is_sorted());
    }

    #[test]
    fn the_elements_of_the_standard_are_known() {
        for element in ["POIDetails", "newsItem", "worldRegion", "conceptMetaExtProperty"] {
            assert!(is_known(element), "{element}");
        }
        for element in ["", "visit", "newsItem packageItem"] {
            assert!(!is_known(element), "{element}");
        }
    }
}
