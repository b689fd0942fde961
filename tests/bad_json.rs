//! Bad input to the formats that are JSON: a located error or diagnostic, never a panic, nothing dropped in silence.

use newsdesk::*;

/// The formats that are JSON of other people, each with the beginning of a document: all but its last brace.
const BEGINNINGS: [(Format, &str); 3] = [
    (Format::Ninjs, r#"{"uri": "urn:x", "type": "text", "headlines": [{"value": "Bridge opens"}]"#),
    (
        Format::GovUk,
        r#"{"schema_name": "news_article", "document_type": "news_story", "title": "Bridge opens""#,
    ),
    (
        Format::SchemaOrg,
        r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Bridge opens""#,
    ),
];

#[test]
fn hostile_documents_are_located_errors() {
    use TroubleKind::*;
    for (format, beginning) in BEGINNINGS {
        assert!(format.read(format!("{beginning}}}").as_bytes()).is_ok(), "{format}");
        let with = |rest: &str| format!("{beginning}{rest}").into_bytes();
        for (document, kind) in [
            (Vec::new(), Truncated),
            (b"5".to_vec(), WrongFormat),
            (b"[]".to_vec(), WrongFormat),
            (with("} {}"), Syntax),
            (with(", \"a\" 1}"), Syntax),
            (with(", \"a\": \"b\rc\"}"), Syntax),
            ([with(", \"a\": \"caf"), b"\xE9\"}".to_vec()].concat(), Encoding),
            ([b"\xFF\xFE".to_vec(), with("}")].concat(), Encoding),
            (with(&format!(", \"a\": {}", "[".repeat(10_000))), Limit),
            (with(&format!(", \"a\": {}{}}}", "{\"a\":".repeat(10_000), "}".repeat(9_999))), Limit),
        ] {
            let error = format.read(&document).unwrap_err();
            assert_eq!(error.trouble().kind, kind, "{format}: {error}");
            assert!(error.trouble().position.is_some(), "{format}: {error}");
        }
    }
    for document in ["{\"@type\": \"Recipe\"}", "<p>no script</p>"] {
        let error = Format::SchemaOrg.read(document.as_bytes()).unwrap_err();
        assert_eq!(error.trouble().kind, WrongFormat, "{error}");
    }
}

#[test]
fn a_document_cut_off_anywhere_is_truncated() {
    for (format, beginning) in BEGINNINGS {
        for (end, _) in beginning.char_indices().filter(|(end, _)| *end > 0) {
            let error = format.read(beginning.get(..end).unwrap().as_bytes()).unwrap_err();
            assert_eq!(error.trouble().kind, TroubleKind::Truncated, "{format} cut at {end}: {error}");
        }
    }
}

#[test]
fn each_limit_holds() {
    for (format, beginning) in BEGINNINGS {
        let document = format!("{beginning}, \"a\": [{}1]}}", "1, ".repeat(1_000));
        for limits in [
            Limits::new().with_bytes(document.len() - 1),
            Limits::new().with_depth(1),
            Limits::new().with_elements(999),
        ] {
            let options = ReadOptions::new().with_limits(limits);
            let error = format.read_with(document.as_bytes(), &options).unwrap_err();
            assert_eq!(error.trouble().kind, TroubleKind::Limit, "{format}: {error}");
        }
    }
}

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

#[test]
fn a_member_told_twice_is_not_what_a_document_is_kept_for() {
    for (format, _) in BEGINNINGS {
        let story = Story::new("Bridge opens").with_block(Block::paragraph("It is long."));
        let written = String::from_utf8(format.write(&story).unwrap()).unwrap();
        let member = written.lines().find(|line| line.ends_with(": \"Bridge opens\",")).map(str::trim);
        let member = member.or_else(|| written.lines().find(|line| line.contains("Bridge")).map(str::trim));
        let name = member.and_then(|member| member.split(':').next()).unwrap();
        let twice = written.replacen(name, &format!("{name}: \"Another\", {name}"), 1);
        let once = format.read(written.as_bytes()).unwrap().story;
        let reading = format.read(twice.as_bytes()).unwrap();
        assert_eq!(reading.diagnostics.len(), 1, "{format}: {twice}");
        assert_eq!(reading.story, once, "{format}: {twice}");
        let again = format.read(&format.write(&reading.story).unwrap()).unwrap().story;
        assert_eq!(again, format.project(&reading.story), "{format}");
    }
}

/// The validators of these tests ask serde_json for exact numbers too: without them it is the fuzz target `read_foreign`
/// that tells whether the crate does.
#[test]
fn a_number_of_many_digits_is_the_same_when_read_again() {
    for (format, beginning) in BEGINNINGS {
        let number = format!("{}2222222212222211111112e1", "3".repeat(111));
        let document = format!("{beginning}, \"count\": {number}}}");
        let reading = format.read(document.as_bytes()).unwrap();
        let again = format.read(&format.write(&reading.story).unwrap()).unwrap();
        assert_eq!(again.story, format.project(&reading.story), "{format}");
    }
}
