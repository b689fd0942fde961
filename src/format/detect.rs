//! Which format bytes are in.

use std::collections::HashMap;

use serde::de::IgnoredAny;

use super::Format;

impl Format {
    /// The format that the bytes look like; none if they are empty or no text, or in a format that is
    /// not read here. The start of a document is enough.
    ///
    /// | the bytes begin with | format |
    /// | --- | --- |
    /// | an element in the namespace of the crate's XML | XML |
    /// | an element in the namespace of NewsML-G2 | NewsML-G2 |
    /// | an element `nitf`, in the namespace of NITF or in none | NITF |
    /// | an object with `@context`, `@graph` or `@type`, a list of such, or a page with a script of JSON-LD | schema.org |
    /// | an element `feed` of Atom, or `rss` | Atom, RSS |
    /// | an object with a `uri` and other members of ninjs, or a list of such | ninjs |
    /// | an object with members of a story | JSON |
    /// | an object with members of an item of GOV.UK | GOV.UK |
    /// | an object with members of the facts format, or several objects | facts |
    /// | `BEGIN:VCALENDAR` | iCalendar |
    /// | a line that CommonMark takes for a heading | Markdown |
    /// | other text | plain text |
    ///
    /// ```
    /// # #[cfg(all(feature = "text", feature = "markdown", feature = "xml", feature = "json", feature = "facts"))] {
    /// use newsdesk::Format;
    /// assert_eq!(Format::detect(br#"<story xmlns="urn:newsdesk:story:1"/>"#), Some(Format::Xml));
    /// assert_eq!(Format::detect(br#"{"headline": "Minister opens bridge"}"#), Some(Format::Json));
    /// assert_eq!(Format::detect(br#"{"id": "a", "text": "The Minister spoke."}"#), Some(Format::Facts));
    /// assert_eq!(Format::detect(b"# Minister opens bridge\n"), Some(Format::Markdown));
    /// assert_eq!(Format::detect(b"News story: Minister opens bridge\n"), Some(Format::Text));
    /// assert_eq!(Format::detect(b"\x89PNG\r\n\x1A\n\0\0\0"), None);
    /// # }
    /// ```
    #[must_use]
    pub fn detect(bytes: &[u8]) -> Option<Self> {
        #[cfg(feature = "tree")]
        if let Some(name) = document_of_others(bytes) {
            return Self::from_name(name);
        }
        let text = text(bytes)?;
        let looks_like = match text.trim_start().as_bytes() {
            [] => return None,
            [b'{', ..] => json(text).unwrap_or("text"),
            // A list of such objects; prose may begin with a bracket too.
            [b'[', rest @ ..] if rest.trim_ascii_start().starts_with(b"{") => {
                foreign_json(|name| text.contains(&format!("\"{name}\":"))).unwrap_or("text")
            }
            #[cfg(feature = "schema-org")]
            [b'<', ..] if super::schema_org::has_linked_data(text) => "schema-org",
            [b'<', ..] => xml(text)?,
            start if cfg!(feature = "ical") && start.starts_with(b"BEGIN:VCALENDAR") => "ical",
            _ if is_markdown(text) => "markdown",
            _ => "text",
        };
        Self::from_name(looks_like)
    }
}

/// The format of XML in any encoding, by its first element.
#[cfg(feature = "tree")]
fn document_of_others(bytes: &[u8]) -> Option<&'static str> {
    let (namespace, local) = super::tree::first_element(bytes)?;
    match (namespace, local) {
        #[cfg(feature = "newsml-g2")]
        (namespace, _) if namespace == super::newsml_g2::NAMESPACE => Some(super::newsml_g2::NAME),
        #[cfg(feature = "nitf")]
        (namespace, local) if super::nitf::is_root(&namespace, &local) => Some("nitf"),
        #[cfg(feature = "atom")]
        (namespace, local) if super::atom::is_root(&namespace, &local) => Some("atom"),
        #[cfg(feature = "rss")]
        (namespace, local) if super::rss::is_root(&namespace, &local) => Some("rss"),
        _ => None,
    }
}

/// The bytes as text: UTF-8, perhaps cut off in the middle of a character, and not binary.
fn text(bytes: &[u8]) -> Option<&str> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?
        }
        Err(_) => return None,
    };
    (!text.contains('\0')).then(|| text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Members of a line of the facts format that a story in JSON does not have.
const FACTS: [&str; 11] = [
    "title", "lead", "text", "published", "country", "officials", "visits", "meetings", "commemorations",
    "quotes", "url",
];

/// Members beside `uri` that tell an item of ninjs.
const NINJS: [&str; 16] = [
    "standard", "$standard", "headlines", "headline", "title", "bodies", "body_text", "body_xhtml", "type",
    "eventDetails", "versionCreated", "versioncreated", "pubStatus", "pubstatus", "associations",
    "renditions",
];

/// Members that tell an item of GOV.UK.
const GOVUK: [&str; 3] = ["document_type", "details", "title"];

/// The format of another house that an object with such members is in.
fn foreign_json(has: impl Fn(&str) -> bool) -> Option<&'static str> {
    if GOVUK.iter().all(|name| has(name)) {
        return Some("govuk");
    }
    if ["@context", "@graph", "@type"].iter().any(|name| has(name)) {
        return Some("schema-org");
    }
    (has("uri") && NINJS.iter().any(|name| has(name))).then_some("ninjs")
}

fn json(text: &str) -> Option<&'static str> {
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<HashMap<String, IgnoredAny>>();
    let first = objects.next()?;
    let foreign = match &first {
        Ok(first) => foreign_json(|name| first.contains_key(name)),
        Err(_) => foreign_json(|name| text.contains(&format!("\"{name}\":"))),
    };
    if foreign.is_some() {
        return foreign;
    }
    match first {
        Ok(first) if FACTS.iter().any(|name| first.contains_key(*name)) => Some("facts"),
        Ok(_) if text.get(objects.byte_offset()..)?.trim_start().starts_with('{') => Some("facts"),
        Ok(_) => Some("json"),
        // Of an object that is cut off, or ill-formed further in, only the beginning can tell.
        Err(_) => {
            let members = text.trim_start().strip_prefix('{')?.trim_start();
            let is_facts = FACTS.iter().any(|name| members.contains(&format!("\"{name}\":")))
                && !["\"headline\":", "\"body\":", "\"facts\":"].iter().any(|name| members.contains(name));
            match members.as_bytes() {
                [] | [b'"' | b'}', ..] => Some(if is_facts { "facts" } else { "json" }),
                _ => None,
            }
        }
    }
}

fn xml(text: &str) -> Option<&'static str> {
    #[cfg(feature = "xml")]
    if super::xml::begins(text) {
        return Some("xml");
    }
    let text = text.trim_start();
    let is_other_markup =
        ["<?xml", "<!DOCTYPE", "<!doctype", "<html"].iter().any(|start| text.starts_with(start))
            || text.split('>').next().is_some_and(|tag| tag.contains("xmlns"));
    (!is_other_markup).then_some("text")
}

/// Whether a line is an ATX heading, or the first is underlined (CommonMark 0.31, sections 4.2 and 4.3).
fn is_markdown(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let is_heading = |line: &str| {
        let rest = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - rest.len()))
            && rest.starts_with(' ')
            && rest.contains(char::is_alphanumeric)
    };
    let Some(first) = lines.next() else { return false };
    let mut rest = lines.peekable();
    is_heading(first)
        || rest.peek().is_some_and(|second| second.len() >= 3 && second.bytes().all(|byte| byte == b'='))
        || rest.any(is_heading)
}

#[cfg(all(
    test,
    feature = "text",
    feature = "markdown",
    feature = "xml",
    feature = "json",
    feature = "facts"
))]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_known_by_its_beginning() {
        for (bytes, expected) in [
            (
                &b"\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- a --><n:story xmlns:n=\"urn:newsdesk:story:1\">"[..],
                Some(Format::Xml),
            ),
            (b"<story xmlns=\"urn:newsdesk:story:1\" id=\"a\">\n  <headl", Some(Format::Xml)),
            #[cfg(feature = "nitf")]
            (b"<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf>", Some(Format::Nitf)),
            #[cfg(feature = "nitf")]
            (b"\xFE\xFF\0<\0n\0i\0t\0f\0>", Some(Format::Nitf)),
            #[cfg(feature = "nitf")]
            (b"<n:nitf xmlns:n=\"http://iptc.org/std/nitf/2006-03-01/\">", Some(Format::Nitf)),
            (b"<nitf xmlns=\"http://example.org/\">", None),
            (b"<!DOCTYPE html><p>", None),
            #[cfg(feature = "newsml-g2")]
            (b"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"/>", Some(Format::NewsMlG2)),
            (b"<laughs> said the Minister", Some(Format::Text)),
            (b"{}", Some(Format::Json)),
            (b"{\"headline\": \"a", Some(Format::Json)),
            (b"{\"id\": \"a\"}\n{\"id\": \"b\"}\n", Some(Format::Facts)),
            (b"{\"id\": \"a\", \"text\": \"cut o", Some(Format::Facts)),
            (b"{see below}", Some(Format::Text)),
            (b"Minister opens bridge\n===\n", Some(Format::Markdown)),
            (b"A paragraph.\n\n## Notes to editors\n", Some(Format::Markdown)),
            (b"Press release: a\n\n###\n", Some(Format::Text)),
            (b"caf\xC3", Some(Format::Text)),
            (b"caf\xE9 au lait", None),
            (b"a\0b", None),
            (b" \n", None),
            (b"", None),
        ] {
            assert_eq!(Format::detect(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
