//! Ids of facts within a story, and identifiers of things in the world.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::checked_text::checked_text;
use super::date::Date;
use super::vocabulary::open_vocabulary;

checked_text! {
    /// The id of a story or of a fact in it: unique within the story, and how facts refer to each other.
    ///
    /// ```
    /// # use newsdesk::Id;
    /// let id: Id = "official-1".parse()?;
    /// assert_eq!(id.as_str(), "official-1");
    /// assert!(Id::new("").is_err());
    /// # Ok::<(), newsdesk::InvalidText>(())
    /// ```
    Id, "an id", "one or more characters, none of them white space or a control character", is_id
}

checked_text! {
    /// An absolute IRI (RFC 3987): a scheme, a colon, and no character that an IRI cannot hold.
    ///
    /// ```
    /// # use newsdesk::Iri;
    /// assert!(Iri::new("https://www.gov.uk/government/news/a-visit").is_ok());
    /// assert!(Iri::new("a visit").is_err());
    /// ```
    Iri, "an absolute IRI", "a scheme, a colon, and no space, control character or any of <>\"{}|\\^`", is_iri
}

impl Id {
    /// The id of the `number`th fact of a kind: `Id::numbered("visit", 2)` is `visit-2`.
    ///
    /// Characters of `kind` that an id cannot hold become `-`.
    ///
    /// ```
    /// # use newsdesk::Id;
    /// assert_eq!(Id::numbered("visit", 2).as_str(), "visit-2");
    /// ```
    #[must_use]
    pub fn numbered(kind: &str, number: usize) -> Self {
        let digits = number.checked_ilog10().unwrap_or(0) as usize + 1;
        // Its length beforehand, so that it is written without growing.
        let mut id = String::with_capacity(kind.len() + 1 + digits);
        if is_unbroken(kind) {
            id.push_str(kind);
        } else {
            id.extend(kind.chars().map(|c| if c.is_whitespace() || c.is_control() { '-' } else { c }));
        }
        // Writing into a text never fails.
        let _ = write!(id, "-{number}");
        Self(id.into())
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && is_unbroken(text)
}

fn is_iri(text: &str) -> bool {
    let scheme = text.bytes().take_while(|byte| *byte != b':').count();
    let Some((scheme, rest)) = text.split_at_checked(scheme) else { return false };
    let is_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let is_refused = |byte| matches!(byte, b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'`');
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(is_scheme)
        && rest.len() > 1
        && !rest.bytes().any(is_refused)
        && is_unbroken(rest)
}

/// Whether there is neither white space nor a control character.
fn is_unbroken(text: &str) -> bool {
    // Most are ASCII, and then bytes tell it.
    text.bytes().all(|byte| byte.is_ascii_graphic())
        || !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

open_vocabulary! {
    /// Where an [`Identifier`] comes from.
    ///
    /// ```
    /// # use newsdesk::IdentifierScheme;
    /// assert_eq!(IdentifierScheme::from("wikidata"), IdentifierScheme::Wikidata);
    /// ```
    IdentifierScheme {
        /// A QCode, `alias:code`, of a NewsML-G2 controlled vocabulary.
        QCode = "qcode",
        /// An IRI.
        Iri = "iri",
        /// A Wikidata item, `Q` and digits.
        Wikidata = "wikidata",
    }
}

/// A name that a person, organisation, place or subject has in some register.
///
/// ```
/// # use newsdesk::{Identifier, IdentifierScheme};
/// let london = Identifier::new(IdentifierScheme::Wikidata, "Q84");
/// assert_eq!(london.value, "Q84");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Identifier {
    /// The register.
    pub scheme: IdentifierScheme,
    /// The identifier there.
    pub value: String,
    /// When the register withdrew the identifier, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Date>,
}

impl Identifier {
    /// An identifier in use.
    #[must_use]
    pub fn new(scheme: impl Into<IdentifierScheme>, value: impl Into<String>) -> Self {
        Self { scheme: scheme.into(), value: value.into(), retired: None }
    }
}

builder! { Identifier {
    some with_retired(retired: Date);
} }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iri_needs_a_scheme_and_clean_characters() {
        for good in ["urn:newsml:x:1", "https://é.example/ü?q=1#f", "tag:a@b,2020:c"] {
            assert!(Iri::new(good).is_ok(), "{good}");
        }
        for bad in ["", ":", "x:", "1a:b", "http://a b", "http://a\u{7}", "no-colon", "a:<b>"] {
            assert!(Iri::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_numbered_id_is_always_an_id() {
        assert!(is_id(Id::numbered("a b\tc", 1).as_str()));
        assert!(is_id(Id::numbered("", 1).as_str()));
    }
}
