//! Tags as nearly all are, read at a glance: names in one piece, attributes between quotes, nothing out of place.
//!
//! What is anything else is nothing here: `quick-xml` reads it, and says what is wrong with it.

/// An attribute as it stands in its tag.
pub(super) struct RawAttribute<'s> {
    pub(super) prefix: Option<&'s str>,
    pub(super) local: &'s str,
    /// Its value, with its references.
    pub(super) raw: &'s str,
}

/// The tag of an element that begins.
pub(super) struct StartTag<'s> {
    /// Its name, with its prefix.
    pub(super) qualified: &'s str,
    /// The byte after it.
    pub(super) end: usize,
    /// Whether the element ends with it.
    pub(super) is_empty: bool,
}

/// The start tag at the byte `at` of a document, if it is a plain one with no more than `most` attributes, which are
/// put into `found`.
pub(super) fn start_tag<'s>(
    text: &'s str,
    at: usize,
    most: usize,
    found: &mut Vec<RawAttribute<'s>>,
) -> Option<StartTag<'s>> {
    found.clear();
    let bytes = text.as_bytes();
    let name = at + 1;
    let mut at = name_end(bytes, name)?.0;
    let qualified = text.get(name..at)?;
    loop {
        let is_apart = is_space(*bytes.get(at)?);
        while is_space(*bytes.get(at)?) {
            at += 1;
        }
        match bytes.get(at)? {
            b'>' => return Some(StartTag { qualified, end: at + 1, is_empty: false }),
            b'/' if bytes.get(at + 1) == Some(&b'>') => {
                return Some(StartTag { qualified, end: at + 2, is_empty: true });
            }
            _ if !is_apart || found.len() == most => return None,
            _ => {
                let (end, colon) = name_end(bytes, at)?;
                let quote = *bytes.get(end + 1)?;
                if bytes.get(end) != Some(&b'=') || !matches!(quote, b'"' | b'\'') {
                    return None;
                }
                let start = end + 2;
                let close = start + value_length(bytes.get(start..)?, quote)?;
                let (prefix, local) = match colon {
                    Some(colon) => (Some(text.get(at..colon)?), text.get(colon + 1..end)?),
                    None => (None, text.get(at..end)?),
                };
                found.push(RawAttribute { prefix, local, raw: text.get(start..close)? });
                at = close + 1;
            }
        }
    }
}

/// The byte after the end tag at the byte `at` of a document, if it is that of the element and has nothing but its name.
pub(super) fn end_tag(text: &str, at: usize, qualified: &str) -> Option<usize> {
    let rest = text.as_bytes().get(at + 2..)?;
    let is_it = rest.get(qualified.len()) == Some(&b'>') && rest.starts_with(qualified.as_bytes());
    is_it.then_some(at + 2 + qualified.len() + 1)
}

/// Whether text is a name without a colon (Namespaces in XML 1.0, section 3), roughly: what would end a tag
/// or change its meaning is refused, and so are ASCII characters that no name holds.
pub(super) fn is_name(text: &str) -> bool {
    name_end(text.as_bytes(), 0) == Some((text.len(), None))
}

/// The byte after the name that begins at `at`, and that of the colon in it; none if there is no name.
fn name_end(bytes: &[u8], at: usize) -> Option<(usize, Option<usize>)> {
    let end_from = |at: usize| {
        let rest = bytes.get(at..)?;
        let begins = rest.first().is_some_and(|byte| class(*byte) == START);
        let length = rest.iter().position(|byte| class(*byte) == NONE).unwrap_or(rest.len());
        begins.then_some(at + length)
    };
    let end = end_from(at)?;
    if bytes.get(end) != Some(&b':') {
        return Some((end, None));
    }
    // Of two colons the second ends the name, and then it is followed by what nothing plain has there.
    Some((end_from(end + 1)?, Some(end)))
}

/// What a name can have nowhere, anywhere but at its beginning, and anywhere.
const NONE: u8 = 0;
const INNER: u8 = 1;
const START: u8 = 2;

/// Which bytes names are made of.
#[allow(clippy::indexing_slicing, reason = "an index that fails here would not compile")]
const CLASSES: [u8; 256] = {
    let mut classes = [NONE; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => START,
            b'0'..=b'9' | b'-' | b'.' => INNER,
            _ => NONE,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(NONE)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// How many bytes come before a quotation mark: mostly few, which a search of many at a time would take longer for.
fn value_length(bytes: &[u8], quote: u8) -> Option<usize> {
    const SHORT: usize = 24;
    let short = bytes.iter().take(SHORT).position(|byte| *byte == quote);
    short.or_else(|| Some(SHORT + memchr::memchr(quote, bytes.get(SHORT..)?)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Diagnostics, Layout, Source, Tree};
    use super::*;
    use crate::format::ReadOptions;
    use crate::model::Story;

    /// What a document comes to: as it would be written, with all spans; and what is wrong with it.
    fn read(text: &str, glances: bool) -> (String, String) {
        let (source, options) = (Source::of_text(text), ReadOptions::new());
        let mut diagnostics = Diagnostics::new(&source, &options);
        let told = match Tree::parsed(&source, &options, &mut diagnostics, glances) {
            Ok(tree) => {
                let spans: Vec<_> = tree.descendants(tree.document()).map(|node| tree.span(node)).collect();
                format!("{}{spans:?}", tree.write(Layout::AsItStands).unwrap())
            }
            Err(error) => format!("{error:?}"),
        };
        (told, format!("{:?}", diagnostics.into_reading(Story::new("")).diagnostics))
    }

    /// Tags as nobody should write them.
    fn odd_tags() -> impl Strategy<Value = String> {
        const PIECES: &[&str] = &[
            "<", "<a", "<b", "</a", "</b", "</", "/>", ">", "/", "a", "b", ":", "xmlns", "xmlns:a", "xml:",
            "=", "='u'", "=\"v\"", "='", "\"", " ", "\n", "\r\n", "é", "-", "1", "&lt;", "&", ";", "<!--",
            "-->", "?", "x", "<a b='1' c=\"2\">", "</a>", "<a:b/>", "<b>", "</b>", "</b >", "]]>",
            "\u{FEFF}",
        ];
        let pieces = proptest::collection::vec(proptest::sample::select(PIECES), 0..20);
        pieces.prop_map(|pieces| format!("<a xmlns:a='u'>{}</a>", pieces.concat()))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn at_a_glance_a_document_is_what_it_is_at_a_closer_look(text in odd_tags()) {
            prop_assert_eq!(read(&text, true), read(&text, false));
        }
    }

    #[test]
    fn plain_tags_are_read_and_others_are_left_to_the_parser() {
        let tag = |text: &str| {
            let mut found = Vec::new();
            let tag = start_tag(text, 0, 2, &mut found)?;
            let found = found.iter().map(|found| format!("{:?} {} {}", found.prefix, found.local, found.raw));
            Some((tag.qualified.to_owned(), tag.end, tag.is_empty, found.collect::<Vec<_>>().join(", ")))
        };
        assert_eq!(tag("<a>b"), Some(("a".to_owned(), 3, false, String::new())));
        let attributes = r#"None b >, Some("p") c &lt;"#;
        assert_eq!(
            tag("<p:a b='>'\n p:c=\"&lt;\" />"),
            Some(("p:a".to_owned(), 25, true, attributes.to_owned()))
        );
        for odd in [
            "<a", "<a b>", "<a b=c>", "<a b = 'c'>", "<a b='c'd='e'>", "<a/b>", "<1>", "<a:>", "<a:b:c>",
            "<a x='' y='' z=''>",
        ] {
            assert_eq!(tag(odd), None, "{odd}");
        }
    }
}
