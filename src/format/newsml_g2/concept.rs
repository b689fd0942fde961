//! What all concepts share: who they are, their names, and places and countries among them.

use super::catalog::{Attribute, Catalog};
use super::names::{COUNTRIES, OWN, WIKIDATA};
use crate::format::tree::slot::words;
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::format::web_name::{any_uri, escaped, unescaped};
use crate::model::{Country, Id, Identifier, IdentifierScheme, Place, PlaceKind};

/// What the IRI of an event begins with that is an item of its own: its id follows, percent-encoded.
const OWN_EVENTS: &str = "urn:newsdesk:newsml-g2:1:event:";

/// The IRI of an event that is an item of its own.
pub(super) fn own_event(id: &Id) -> String {
    format!("{OWN_EVENTS}{}", escaped(id.as_str()))
}

/// What identifies a concept in its item: a code, an IRI or, within the item alone, a literal.
pub(super) fn key<'t>(tree: &'t Tree<'_>, node: NodeId) -> Option<&'t str> {
    let node = tree.child(node, "conceptId").unwrap_or(node);
    ["literal", "qcode", "uri"]
        .iter()
        .find_map(|name| tree.attribute(node, name))
        .filter(|key| !key.is_empty())
}

/// The id of a fact: its key, or else its number.
pub(super) fn id(tree: &Tree<'_>, node: NodeId, kind: &str, number: usize) -> Id {
    let own = key(tree, node).map(|key| {
        let event = key.strip_prefix(OWN_EVENTS).and_then(unescaped);
        event.unwrap_or_else(|| key.to_owned())
    });
    own.and_then(|key| Id::new(key).ok()).unwrap_or_else(|| Id::numbered(kind, number))
}

/// The identifiers that hold beyond the item: a QCode of a scheme that only the document declares as an IRI too.
pub(super) fn identifiers(tree: &Tree<'_>, catalog: &Catalog<'_>, node: NodeId) -> Vec<Identifier> {
    let own = tree.child(node, "conceptId").unwrap_or(node);
    std::iter::once(own)
        .chain(tree.named(node, "sameAs"))
        .flat_map(|node| {
            let qcode =
                tree.attribute(node, "qcode").map(|qcode| Identifier::new(IdentifierScheme::QCode, qcode));
            let own = tree.attribute(node, "qcode").and_then(|qcode| catalog.iri_by_own_scheme(qcode));
            let iri = own.or_else(|| tree.attribute(node, "uri").map(str::to_owned));
            let iri = iri.map(|iri| match iri.strip_prefix(WIKIDATA) {
                Some(code) => Identifier::new(IdentifierScheme::Wikidata, code),
                None => Identifier::new(IdentifierScheme::Iri, iri),
            });
            [qcode, iri]
        })
        .flatten()
        .collect()
}

/// The attribute that an identifier stands in, and its value there; none if it has no such form.
fn attribute(identifier: &Identifier) -> Option<(&'static str, String)> {
    let value = &identifier.value;
    let is_clean =
        |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    match identifier.scheme {
        _ if !is_clean(value) => None,
        IdentifierScheme::QCode => {
            let is_qcode =
                value.split_once(':').is_some_and(|(alias, code)| is_clean(alias) && is_clean(code));
            is_qcode.then(|| ("qcode", value.clone()))
        }
        IdentifierScheme::Iri => {
            crate::model::Iri::new(value.as_str()).ok().map(|iri| ("uri", any_uri(iri.as_str())))
        }
        IdentifierScheme::Wikidata => value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric())
            .then(|| ("uri", format!("{WIKIDATA}{value}"))),
        IdentifierScheme::Other(_) => None,
    }
}

/// Every identifier as a concept that is the same.
pub(super) fn same_as(identifiers: &[Identifier]) -> impl Iterator<Item = Fresh> + '_ {
    identifiers.iter().filter_map(attribute).map(|(name, value)| Fresh::new("sameAs").with(name, value))
}

/// The first identifier as that of the concept itself, the others as concepts that are the same.
pub(super) fn identified(fresh: Fresh, name: &str, identifiers: &[Identifier]) -> Fresh {
    let (own, rest) = match identifiers.split_first() {
        Some((first, rest)) => (attribute(first), rest),
        None => (None, identifiers),
    };
    let fresh = match own {
        Some((attribute, value)) => fresh.with(attribute, value),
        None => fresh,
    };
    fresh.children(named(name)).children(same_as(rest))
}

/// A name, unless it has no words.
pub(super) fn named(name: &str) -> Option<Fresh> {
    let name = normalized(name);
    (!name.is_empty()).then(|| Fresh::new("name").text(name))
}

/// Text as the schema wants it in names, keywords and literals (`g2normalizedString`): without line breaks and tabs.
pub(super) fn normalized(text: &str) -> String {
    words(text.into()).into_owned()
}

/// The name of a concept: the first that is neither a part nor in a role, else the first.
pub(super) fn name(tree: &Tree<'_>, node: NodeId) -> Option<String> {
    let is_plain = |name: &NodeId| {
        ["part", "parturi", "role", "roleuri"]
            .iter()
            .all(|attribute| tree.attribute(*name, attribute).is_none())
    };
    let is_whole = |name: &NodeId| {
        ["part", "parturi"].iter().all(|attribute| tree.attribute(*name, attribute).is_none())
    };
    let names = || tree.named(node, "name");
    let name = names().find(is_plain).or_else(|| names().find(is_whole))?;
    Some(words(tree.content(name)).into_owned())
}

/// The country that a concept is, or one of those that it is said to be in.
pub(super) fn country(tree: &Tree<'_>, catalog: &Catalog<'_>, node: NodeId) -> Option<Country> {
    Country::new(catalog.code_of(tree, node, Attribute::CODE, COUNTRIES)?).ok()
}

/// The QCode of a country, if it has one.
pub(super) fn country_code(country: Country) -> Option<String> {
    (country != Country::NATO).then(|| format!("iso3166-1a2:{country}"))
}

/// A place; with a type where it is known.
pub(super) fn place(tree: &Tree<'_>, catalog: &Catalog<'_>, node: NodeId) -> Place {
    let mut place = Place::new(name(tree, node).unwrap_or_default());
    let own = tree.named(node, "related").filter(|related| {
        own_words(tree, *related, "reluri").is_some_and(|(relation, _)| relation == COUNTRY)
    });
    place.country =
        tree.named(node, "broader").chain(own).find_map(|broader| country(tree, catalog, broader));
    place.identifiers = identifiers(tree, catalog, node);
    let kind = tree.attribute(node, "typeuri").and_then(|iri| iri.strip_prefix(OWN)?.strip_prefix(":place:"));
    place.kind = kind.map(PlaceKind::from);
    place
}

/// What an element says of a place; a country that the place does not name itself may come from what is around it.
pub(super) fn place_element(element: Fresh, place: &Place, country: Option<Country>) -> Fresh {
    let kind = place.kind.as_ref().and_then(|kind| own_term("place", kind.as_str()));
    // A relation can have no broader concept.
    let within = match element.is("related") {
        true => Fresh::new("related").with("reluri", own(COUNTRY)),
        false => Fresh::new("broader"),
    };
    let code = country.and_then(country_code);
    identified(element.with_some("typeuri", kind), &place.name, &place.identifiers)
        .children(code.map(|code| within.with("qcode", code)))
}

/// The relation to the country of a place that is a relation itself.
const COUNTRY: &str = "country";

/// The IRI of a word of the crate's own vocabularies; none if an IRI cannot hold the word as it is.
pub(super) fn own_term(kind: &str, word: &str) -> Option<String> {
    let is_plain = !word.is_empty()
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    is_plain.then(|| format!("{OWN}:{kind}:{word}"))
}

/// The IRI of a kind of thing that the crate distinguishes and NewsML-G2 does not.
pub(super) fn own(kind: &str) -> String {
    format!("{OWN}:{kind}")
}

/// What an attribute of the crate's own vocabularies says: the kind, and the word if there is one.
pub(super) fn own_words<'t>(
    tree: &'t Tree<'_>,
    node: NodeId,
    attribute: &str,
) -> Option<(&'t str, Option<&'t str>)> {
    let words = tree.attribute(node, attribute)?.strip_prefix(OWN)?.strip_prefix(':')?;
    Some(match words.split_once(':') {
        Some((kind, word)) => (kind, Some(word)),
        None => (words, None),
    })
}
