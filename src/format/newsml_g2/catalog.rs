//! QCodes and IRIs: what the alias of a scheme stands for, by the document's own catalogs and the IPTC's.

use std::borrow::Cow;

use super::schemes::SCHEMES;
use crate::format::tree::{NodeId, Tree};

/// The schemes that a document declares, before those that every document may use.
#[derive(Debug, Default)]
pub(super) struct Catalog<'t> {
    own: Vec<(&'t str, &'t str)>,
}

impl<'t> Catalog<'t> {
    /// The catalogs of an item, and of the header of the message around it.
    pub(super) fn of(tree: &'t Tree<'_>, item: NodeId) -> Self {
        let around = std::iter::successors(Some(item), |node| tree.parent(*node));
        let holders = around.flat_map(|node| [Some(node), tree.child(node, "header")].into_iter().flatten());
        let catalogs = holders.flat_map(|node| tree.named(node, "catalog"));
        let schemes = catalogs.flat_map(|catalog| tree.named(catalog, "scheme"));
        let own = schemes
            .filter_map(|scheme| Some((tree.attribute(scheme, "alias")?, tree.attribute(scheme, "uri")?)));
        Self { own: own.collect() }
    }

    /// The IRI of the scheme that an alias stands for.
    fn scheme(&self, alias: &str) -> Option<&'t str> {
        let own = self.own.iter().find(|(known, _)| *known == alias).map(|(_, iri)| *iri);
        own.or_else(|| {
            let at = SCHEMES.binary_search_by(|(known, _)| (*known).cmp(alias)).ok()?;
            SCHEMES.get(at).map(|(_, iri)| *iri)
        })
    }

    /// The IRI of a QCode, if its scheme is one that the document declares, and not as the IPTC does.
    pub(super) fn iri_by_own_scheme(&self, qcode: &str) -> Option<String> {
        let (alias, code) = qcode.split_once(':')?;
        let (_, scheme) = self.own.iter().find(|(known, _)| *known == alias)?;
        (Self::default().scheme(alias) != Some(*scheme)).then(|| format!("{scheme}{code}"))
    }

    /// The code of a QCode, if it is of the scheme with an IRI.
    pub(super) fn code<'q>(&self, qcode: &'q str, scheme: &str) -> Option<&'q str> {
        let (alias, code) = qcode.split_once(':')?;
        (self.scheme(alias)? == scheme).then_some(code)
    }

    /// Whether a QCode stands for an IRI.
    fn stands_for(&self, qcode: &str, iri: &str) -> bool {
        // The code first, which needs no search.
        let split = qcode.split_once(':').and_then(|(alias, code)| Some((alias, iri.strip_suffix(code)?)));
        split.is_some_and(|(alias, scheme)| self.scheme(alias) == Some(scheme))
    }

    /// Whether an attribute holds a concept, as a QCode, or as an IRI in its sibling that ends in `uri`.
    pub(super) fn says(&self, tree: &Tree<'_>, node: NodeId, attribute: Attribute, iri: &str) -> bool {
        let mut qcodes = tree.attribute(node, attribute.qcode).unwrap_or_default().split(' ');
        qcodes.any(|qcode| self.stands_for(qcode, iri))
            || tree.attribute(node, attribute.iri).is_some_and(|found| found == iri)
    }

    /// The code that an attribute of a node, or its sibling that holds an IRI, has in a scheme.
    pub(super) fn code_of<'n>(
        &self,
        tree: &'n Tree<'_>,
        node: NodeId,
        attribute: Attribute,
        scheme: &str,
    ) -> Option<Cow<'n, str>> {
        let qcode = tree.attribute(node, attribute.qcode);
        let code = qcode.and_then(|qcode| self.code(qcode, scheme));
        let iri = || tree.attribute(node, attribute.iri)?.strip_prefix(scheme);
        code.or_else(iri).map(Cow::Borrowed)
    }
}

/// The IRI of a QCode of a scheme of the IPTC, as catalog 41 has them.
///
/// ```
/// use newsdesk::format::newsml_g2::iri_of_qcode;
/// let iri = iri_of_qcode("medtop:20000350");
/// assert_eq!(iri.as_deref(), Some("http://cv.iptc.org/newscodes/mediatopic/20000350"));
/// assert_eq!(iri_of_qcode("acme:1"), None);
/// ```
#[must_use]
pub fn iri_of_qcode(qcode: &str) -> Option<String> {
    let (alias, code) = qcode.split_once(':')?;
    Catalog::default().scheme(alias).map(|scheme| format!("{scheme}{code}"))
}

/// The QCode of an IRI, if it is of a scheme of the IPTC; the longest scheme that it begins with.
///
/// ```
/// use newsdesk::format::newsml_g2::qcode_of_iri;
/// let qcode = qcode_of_iri("http://cv.iptc.org/newscodes/mediatopic/20000350");
/// assert_eq!(qcode.as_deref(), Some("medtop:20000350"));
/// ```
#[must_use]
pub fn qcode_of_iri(iri: &str) -> Option<String> {
    let fits = SCHEMES.iter().filter_map(|(alias, scheme)| Some((alias, scheme, iri.strip_prefix(scheme)?)));
    let (alias, _, code) = fits.max_by_key(|(_, scheme, _)| scheme.len())?;
    (!code.is_empty()).then(|| format!("{alias}:{code}"))
}

/// A pair of attributes that say the same thing, one as a QCode and one as an IRI (since 2.11).
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribute {
    qcode: &'static str,
    iri: &'static str,
}

impl Attribute {
    pub(super) const CODE: Self = Self { qcode: "qcode", iri: "uri" };
    pub(super) const TYPE: Self = Self { qcode: "type", iri: "typeuri" };
    pub(super) const ROLE: Self = Self { qcode: "role", iri: "roleuri" };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schemes_are_in_order_for_the_search() {
        assert!(SCHEMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn a_documents_own_alias_comes_before_that_of_the_iptc() {
        let own = Catalog { own: vec![("cpnat", "http://example.org/nature/"), ("acme", "urn:acme:")] };
        assert!(own.stands_for("cpnat:person", "http://example.org/nature/person"));
        assert_eq!(own.iri_by_own_scheme("acme:1").as_deref(), Some("urn:acme:1"));
        assert_eq!(own.iri_by_own_scheme("medtop:1"), None);
        let none = Catalog::default();
        assert!(none.stands_for("cpnat:person", "http://cv.iptc.org/newscodes/cpnature/person"));
        assert!(!none.stands_for("cpnat:person", "http://cv.iptc.org/newscodes/cpnature/personality"));
        assert_eq!(none.code("iso3166-1a2:LB", super::super::names::COUNTRIES), Some("LB"));
    }
}
