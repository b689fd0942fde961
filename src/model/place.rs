//! Places.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::country::Country;
use super::id::Identifier;
use super::vocabulary::open_vocabulary;

open_vocabulary! {
    /// What sort of place a [`Place`] is.
    ///
    /// ```
    /// use newsdesk::PlaceKind;
    /// assert_eq!(PlaceKind::Site.as_str(), "site");
    /// ```
    PlaceKind {
        /// A country.
        Country = "country",
        /// A region of a country, or of the world.
        Region = "region",
        /// A city, town or village.
        City = "city",
        /// A named site: a base, school, memorial, hall.
        Site = "site",
        /// A sea, river or other water.
        Water = "water",
    }
}

/// A place that the story names.
///
/// ```
/// use newsdesk::{Country, Place, PlaceKind};
/// let belgrade = Place::new("Belgrade").with_kind(PlaceKind::City).with_country(Country::new("RS")?);
/// assert_eq!(belgrade.to_string(), "Belgrade");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Place {
    /// Its name, as written.
    pub name: String,
    /// What sort of place it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<PlaceKind>,
    /// The country that it is, or lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Its names in registers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
}

impl Place {
    /// A place of which only the name is known.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), kind: None, country: None, identifiers: Vec::new() }
    }
}

builder! { Place {
    some with_kind(kind: PlaceKind);
    some with_country(country: Country);
    push with_identifier(identifiers: Identifier);
} }

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}
