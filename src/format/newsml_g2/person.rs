//! Officials and organisations: `assert` or `concept`, with `personDetails` and `organisationDetails`.

use super::catalog::Catalog;
use super::concept::{
    country, country_code, identifiers, name, named, normalized, own, own_term, own_words, same_as,
};
use crate::format::tree::slot::words;
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::model::{Id, Name, NamePart, NamePartKind, Official, Organisation, Rank, Role};

/// The parts of a name, as the scheme `nprt` of the IPTC has them.
const NAME_PARTS: [(&str, &str); 2] = [("nprt:given", "given"), ("nprt:family", "family")];

/// An official, from what is asserted of a person.
pub(super) fn official(tree: &Tree<'_>, catalog: &Catalog<'_>, node: NodeId, id: Id) -> Official {
    let mut official = Official::new(id);
    let parts: Vec<NamePart> = tree.named(node, "name").filter_map(|name| name_part(tree, name)).collect();
    official.name = match parts.is_empty() {
        true => name(tree, node).filter(|name| !name.is_empty()).map(|name| Name::western(&name)),
        false => Some(Name::from_parts(parts.into_iter().map(|part| (part.kind, part.text)))),
    };
    official.identifiers = identifiers(tree, catalog, node);
    for related in tree.named(node, "related") {
        let Some((relation, _)) = own_words(tree, related, "reluri") else { continue };
        let text = || name(tree, related).unwrap_or_default();
        match relation {
            "country" => official.country = country(tree, catalog, related),
            "honorific" => official.honorifics.push(text()),
            "rank" => official.rank = Some(Rank::new(text())),
            "post-nominal" => official.post_nominals.push(text()),
            "role" => official.roles.push(Role::new(text())),
            _ => {}
        }
    }
    // The affiliations go with the roles, in their order; one of an unknown role says where the person works.
    let details = tree.child(node, "personDetails");
    let mut affiliations = details.into_iter().flat_map(|details| tree.named(details, "affiliation"));
    for role in &mut official.roles {
        let Some(affiliation) = affiliations.next() else { break };
        role.organisation = name(tree, affiliation).filter(|name| !name.is_empty());
    }
    official
        .roles
        .extend(affiliations.filter_map(|found| Some(Role::new("").with_organisation(name(tree, found)?))));
    official
}

fn name_part(tree: &Tree<'_>, node: NodeId) -> Option<NamePart> {
    let text = words(tree.content(node)).into_owned();
    if let Some(part) = tree.attribute(node, "part") {
        let (_, kind) = NAME_PARTS.iter().find(|(known, _)| *known == part)?;
        return Some(NamePart::new(*kind, text));
    }
    match own_words(tree, node, "parturi")? {
        ("name", Some(kind)) => Some(NamePart::new(kind, text)),
        _ => None,
    }
}

/// What is asserted of an official.
pub(super) fn official_details(official: &Official, element: Fresh) -> Fresh {
    let related = |relation: &'static str, text: &str| {
        Fresh::new("related").with("reluri", own(relation)).children(named(text))
    };
    let texts =
        |relation, texts: &[String]| texts.iter().map(|text| related(relation, text)).collect::<Vec<_>>();
    let country = official.country.and_then(country_code);
    let organisations: Vec<&Option<String>> = official.roles.iter().map(|role| &role.organisation).collect();
    let last = organisations.iter().rposition(|organisation| organisation.is_some());
    let affiliations = organisations
        .iter()
        .take(last.map_or(0, |last| last + 1))
        .map(|organisation| Fresh::new("affiliation").children(organisation.as_deref().and_then(named)));
    let affiliations: Vec<Fresh> = affiliations.collect();
    element
        .child(Fresh::new("type").with("qcode", "cpnat:person"))
        .children(named(&official.label()))
        .children(official.name.iter().flat_map(|name| name.parts.iter().filter_map(name_part_element)))
        .children(same_as(&official.identifiers))
        .children(country.map(|code| related("country", "").with("qcode", code)))
        .children(texts("honorific", &official.honorifics))
        .children(official.rank.iter().map(|rank| related("rank", &rank.title)))
        .children(texts("post-nominal", &official.post_nominals))
        .children(official.roles.iter().map(|role| related("role", &role.title)))
        .children((!affiliations.is_empty()).then(|| Fresh::new("personDetails").children(affiliations)))
}

fn name_part_element(part: &NamePart) -> Option<Fresh> {
    let known = NAME_PARTS.iter().find(|(_, kind)| NamePartKind::from(*kind) == part.kind);
    let name = Fresh::new("name");
    let name = match known {
        Some((code, _)) => name.with("part", *code),
        None => name.with("parturi", own_term("name", part.kind.as_str())?),
    };
    Some(name.text(normalized(&part.text)))
}

/// An organisation, from a party or from what is asserted of one.
pub(super) fn organisation(tree: &Tree<'_>, catalog: &Catalog<'_>, node: NodeId, id: Id) -> Organisation {
    let code = || {
        let key = super::concept::key(tree, node)?;
        Some(key.rsplit([':', '/']).find(|part| !part.is_empty()).unwrap_or(key).to_owned())
    };
    let mut organisation = Organisation::new(id, name(tree, node).or_else(code).unwrap_or_default());
    let short = |name: &NodeId| tree.attribute(*name, "role") == Some(SHORT);
    let abbreviation = tree.named(node, "name").find(short);
    organisation.abbreviation = abbreviation.map(|name| words(tree.content(name)).into_owned());
    let details = tree.child(node, "organisationDetails");
    let locations = details.into_iter().flat_map(|details| tree.named(details, "location"));
    organisation.country = locations.into_iter().find_map(|location| country(tree, catalog, location));
    organisation.identifiers = identifiers(tree, catalog, node);
    organisation
}

/// The role of a name that is short (IPTC NewsCodes, scheme `nrol`).
const SHORT: &str = "nrol:short";

/// What a party, or what is asserted of one, says of an organisation.
pub(super) fn organisation_details(organisation: &Organisation, element: Fresh) -> Fresh {
    let abbreviation = organisation.abbreviation.as_deref().filter(|text| !text.is_empty());
    let location =
        organisation.country.and_then(country_code).map(|code| Fresh::new("location").with("qcode", code));
    element
        .children(named(&organisation.name))
        .children(abbreviation.map(|text| Fresh::new("name").with("role", SHORT).text(normalized(text))))
        .children(same_as(&organisation.identifiers))
        .children(location.map(|location| Fresh::new("organisationDetails").child(location)))
}
