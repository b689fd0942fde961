//! Organisations.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::country::Country;
use super::evidence::Evidence;
use super::id::{Id, Identifier};

/// An organisation: a publisher, or a ministry, force or body that the story names.
///
/// ```
/// use newsdesk::{Country, Id, Organisation};
/// let mod_uk = Organisation::new(Id::new("mod")?, "Ministry of Defence").with_country(Country::new("GB")?);
/// assert_eq!(mod_uk.name, "Ministry of Defence");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Organisation {
    /// Its id in the story.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// The country that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Its names in registers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// Where the story names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Organisation {
    /// An organisation of which only the name is known.
    #[must_use]
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            abbreviation: None,
            country: None,
            identifiers: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

builder! { Organisation {
    some with_abbreviation(abbreviation: String);
    some with_country(country: Country);
    push with_identifier(identifiers: Identifier);
    push with_evidence(evidence: Evidence);
} }

impl std::fmt::Display for Organisation {
    /// The name, with the abbreviation in brackets behind it.
    ///
    /// ```
    /// # use newsdesk::{Id, Organisation};
    /// let ports = Organisation::new(Id::numbered("organisation", 1), "National Ports Authority");
    /// assert_eq!(ports.with_abbreviation("NPA").to_string(), "National Ports Authority (NPA)");
    /// ```
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        match &self.abbreviation {
            Some(abbreviation) => write!(f, " ({abbreviation})"),
            None => Ok(()),
        }
    }
}
