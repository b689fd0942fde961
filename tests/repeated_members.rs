//! Two members of one name in an object of JSON: no format drops one of them in silence.

use newsdesk::*;

/// A document of each format that is JSON, with the path of a member that is told twice.
const TWICE: [(Format, &str, &str); 6] = [
    (Format::Json, r#"{"headline": "One", "headline": "Two"}"#, "story"),
    (Format::Facts, r#"{"title": "One", "text": "Three.", "title": "Two"}"#, ""),
    (Format::Facts, r#"{"text": "Three.", "desk": "One", "desk": "Two"}"#, ""),
    (
        Format::Ninjs,
        r#"{"uri": "urn:x:1", "type": "text", "headlines": [{"value": "One", "value": "Two"}]}"#,
        "item/headlines[1]/value",
    ),
    (
        Format::GovUk,
        r#"{"document_type": "news_story", "schema_name": "news_article", "title": "One", "title": "Two"}"#,
        "item/title",
    ),
    (
        Format::SchemaOrg,
        r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "One", "headline": "Two"}"#,
        "article/headline",
    ),
];

#[test]
fn a_member_told_twice_is_a_diagnostic_with_its_place_or_an_error() {
    for (format, document, path) in TWICE {
        let trouble = match format.read(document.as_bytes()) {
            Ok(reading) => {
                assert_eq!(reading.story.headline, "Two", "{format}");
                let twice = |it: &&Diagnostic| it.message.contains("another member of this name");
                let found: Vec<_> = reading.diagnostics.iter().filter(twice).cloned().collect();
                assert_eq!(found.len(), 1, "{format}: {:?}", reading.diagnostics);
                found[0].clone()
            }
            Err(error) => error.trouble().clone(),
        };
        assert!(trouble.position.is_some(), "{format}: {trouble}");
        assert!(
            trouble.message.contains("duplicate field") || trouble.path.as_deref() == Some(path),
            "{trouble}"
        );
        let strict = format.read_with(document.as_bytes(), &ReadOptions::new().with_strict(true));
        assert!(strict.is_err(), "{format}");
    }
}
