//! Names on the web: text as part of an IRI, and identifiers that are IRIs.

use std::fmt::Write;

use crate::model::{Identifier, IdentifierScheme, Iri};

/// Wikidata's name for an entity, before its number.
const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// Text as part of an IRI, percent-encoded (RFC 3986, section 2.1).
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte))
            }
            _ => {
                let _ = write!(escaped, "%{byte:02X}");
            }
        }
    }
    escaped
}

/// The text that was [`escaped`].
pub(super) fn unescaped(escaped: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// An IRI as a value of XML Schema's `anyURI`: what RFC 3986 allows nowhere, or not there, percent-encoded.
///
/// That is a bracket that is not of a host's address, a second `#`, and a `%` that encodes nothing.
#[cfg(feature = "newsml-g2")]
pub(super) fn any_uri(iri: &str) -> String {
    let authority = iri.split_once("//").map_or(0..0, |(scheme, rest)| {
        let start = scheme.len() + 2;
        start..start + rest.find(['/', '?', '#']).unwrap_or(rest.len())
    });
    let has_fragment_before = |at: usize| iri.bytes().take(at).any(|byte| byte == b'#');
    let mut uri = String::with_capacity(iri.len());
    for (at, c) in iri.char_indices() {
        let is_plain = match c {
            '[' | ']' => authority.contains(&at),
            '#' => !has_fragment_before(at),
            '%' => {
                let mut digits = iri.bytes().skip(at + 1);
                let mut is_digit = || digits.next().is_some_and(|digit| digit.is_ascii_hexdigit());
                is_digit() && is_digit()
            }
            _ => true,
        };
        match is_plain {
            true => uri.push(c),
            false => {
                let _ = write!(uri, "%{:02X}", u32::from(c));
            }
        }
    }
    uri
}

/// The IRI that an identifier is: an IRI, or a number of Wikidata.
pub(super) fn iri(identifier: &Identifier) -> Option<String> {
    let iri = match identifier.scheme {
        IdentifierScheme::Iri => identifier.value.clone(),
        IdentifierScheme::Wikidata => format!("{WIKIDATA}{}", identifier.value),
        _ => return None,
    };
    Iri::new(iri.as_str()).is_ok().then_some(iri)
}

/// The identifier that an IRI is.
pub(super) fn identifier(iri: &str) -> Identifier {
    match iri.strip_prefix(WIKIDATA) {
        Some(number) => Identifier::new(IdentifierScheme::Wikidata, number),
        None => Identifier::new(IdentifierScheme::Iri, iri),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_back_from_its_escaped_form() {
        for text in ["visit-1", "a/b%2", "é:\0", ""] {
            assert_eq!(unescaped(&escaped(text)).as_deref(), Some(text));
        }
        assert_eq!(unescaped("%"), None);
        assert_eq!(unescaped("%FF"), None);
    }

    #[cfg(feature = "newsml-g2")]
    #[test]
    fn an_iri_is_an_any_uri_with_what_it_cannot_hold_escaped() {
        for (iri, uri) in [
            ("https://example.org/a[1]?b=%20#c#d%", "https://example.org/a%5B1%5D?b=%20#c%23d%25"),
            ("http://[::1]:80/[", "http://[::1]:80/%5B"),
            ("urn:x:é%4\u{301}", "urn:x:é%254\u{301}"),
        ] {
            assert_eq!(any_uri(iri), uri);
        }
    }

    #[test]
    fn an_identifier_of_wikidata_is_an_iri() {
        let identifier = Identifier::new(IdentifierScheme::Wikidata, "Q1");
        let iri = iri(&identifier).unwrap();
        assert_eq!(iri, "http://www.wikidata.org/entity/Q1");
        assert_eq!(super::identifier(&iri), identifier);
    }
}
