//! NewsML-G2 as others write it: lenient and strict reading, messages, bodies, and hostile documents.
#![cfg(feature = "newsml-g2")]

mod xml_facts;

use newsdesk::*;
use xml_facts::facts;

const FORMAT: Format = Format::NewsMlG2;

// ---- What others write ----

const HEAD: &str = r#"<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" standard="NewsML-G2" standardversion="2.20">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_27.xml"/>"#;

fn foreign(management: &str, content: &str, rest: &str) -> String {
    format!(
        "{HEAD}<itemMeta><itemClass qcode=\"ninat:text\"/><provider qcode=\"nprov:AFP\"/>{management}</itemMeta>\n\
         <contentMeta>{content}</contentMeta>{rest}</newsItem>"
    )
}

#[test]
fn trouble_that_can_be_gone_around_is_a_diagnostic_or_an_error_when_strict() {
    for (management, content, path, message) in [
        ("<versionCreated/>", "", "newsItem/itemMeta/versionCreated", "missing"),
        (
            "<versionCreated>2018-10-18T13:05:00+0100</versionCreated>",
            "",
            "newsItem/itemMeta/versionCreated",
            "not written as",
        ),
        (
            "<versionCreated>2018-10-18 13:05:00 +01:00</versionCreated>",
            "",
            "newsItem/itemMeta/versionCreated",
            "not written as",
        ),
        ("<versionCreated>yesterday</versionCreated>", "", "newsItem/itemMeta/versionCreated", "is no date"),
        ("", "", "newsItem/itemMeta", "<versionCreated> is missing"),
        (
            "<versionCreated>2018-10-18T13:05:00Z</versionCreated>",
            "<language/>",
            "newsItem/contentMeta/language/@tag",
            "tag is missing",
        ),
        (
            "<versionCreated>2018-10-18T13:05:00Z</versionCreated>",
            "<mood/>",
            "newsItem/contentMeta/mood",
            "no element of",
        ),
        (
            "<embargoed/><versionCreated>2018-10-18T13:05:00Z</versionCreated>",
            "",
            "newsItem/itemMeta/versionCreated",
            "too late",
        ),
        (
            "<versionCreated>2018-10-18T13:05:00Z</versionCreated>",
            "<headline>a&nbsp;b</headline>",
            "newsItem/contentMeta/headline",
            "&nbsp;",
        ),
    ] {
        let document =
            foreign(management, &format!("{content}<headline>Minister opens bridge</headline>"), "");
        let reading = FORMAT.read(document.as_bytes()).unwrap();
        assert!(!reading.story.headline.is_empty());
        let found = &reading.diagnostics[0];
        assert_eq!(found.path.as_deref(), Some(path), "{found}");
        assert!(found.message.contains(message), "{found}");
        assert!(found.position.as_ref().unwrap().line >= 2, "{found}");
        let strict = ReadOptions::new().with_strict(true);
        assert_eq!(FORMAT.read_with(document.as_bytes(), &strict).unwrap_err().trouble(), found);
    }
    let right = foreign(
        "<versionCreated>2018-10-18T13:05:00Z\n</versionCreated>",
        "<headline>Minister opens bridge</headline>",
        "",
    );
    let strict = ReadOptions::new().with_strict(true);
    let story = FORMAT.read_with(right.as_bytes(), &strict).unwrap().story;
    assert_eq!(story.dates.first_published.unwrap().edtf().as_deref(), Some("2018-10-18T13:05:00Z"));
    assert_eq!(story.publishers[0].name, "AFP");
}

#[test]
fn an_embargo_and_a_cancelled_item_are_not_lost() {
    let version = "<versionCreated>2018-10-18T13:05:00Z</versionCreated>";
    let read = |management: &str| {
        FORMAT.read(foreign(&format!("{version}{management}"), "", "").as_bytes()).unwrap().story.dates
    };
    let until = read("<embargoed>2018-10-19T00:00:00Z</embargoed>").embargo.unwrap();
    assert_eq!(until.edtf().as_deref(), Some("2018-10-19T00:00:00Z"));
    assert!(read("<embargoed/>").embargo.is_some());
    assert!(read("<pubStatus qcode=\"stat:canceled\"/>").withdrawn.is_some());
    assert!(read("<pubStatus qcode=\"stat:usable\"/>").withdrawn.is_none());
}

#[test]
fn codes_are_understood_through_the_documents_own_catalog() {
    let document = foreign(
        "<versionCreated>2018-10-18T13:05:00Z</versionCreated>",
        "<subject type=\"n:person\" qcode=\"people:1\"><name>Aino Virta</name></subject>\
         <subject typeuri=\"http://cv.iptc.org/newscodes/cpnature/person\" uri=\"urn:p:2\"><name>Eero Salo</name></subject>\
         <subject type=\"cpnat:person\" qcode=\"people:3\"><name>No Person</name></subject>",
        "",
    )
    .replace(
        "<itemMeta>",
        "<catalog><scheme alias=\"n\" uri=\"http://cv.iptc.org/newscodes/cpnature/\"/>\
         <scheme alias=\"cpnat\" uri=\"urn:other:\"/><scheme alias=\"people\" uri=\"urn:people:\"/></catalog><itemMeta>",
    );
    let story = FORMAT.read(document.as_bytes()).unwrap().story;
    let names: Vec<String> = story.facts.officials.iter().map(Official::label).collect();
    assert_eq!(names, ["Aino Virta", "Eero Salo"]);
    let first: Vec<&str> =
        story.facts.officials[0].identifiers.iter().map(|found| found.value.as_str()).collect();
    assert_eq!(first, ["people:1", "urn:people:1"]);
    assert_eq!(story.subjects[0].name, "No Person");
}

#[test]
fn a_body_in_xhtml_or_nitf_becomes_blocks() {
    let version = "<versionCreated>2018-10-18T13:05:00Z</versionCreated>";
    let read = |body: &str| {
        let rest = format!("<contentSet><inlineXML>{body}</inlineXML></contentSet>");
        FORMAT.read(foreign(version, "", &rest).as_bytes()).unwrap().story.body
    };
    let item =
        |depth, starts, text: &str| Block::new(BlockKind::ListItem { ordered: false, depth, starts }, text);
    let xhtml = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>\
        <h2>Head</h2><p>One <b>bold</b>\n word.<br/>Line.</p><ul><li>a<ul><li>b</li></ul></li></ul><ul><li><p>c</p></li></ul>\
        <blockquote><p>q1</p><p>q2</p></blockquote><blockquote>q3</blockquote>loose <i>text</i>\
        <figure><img src=\"a\"/><figcaption>cap</figcaption></figure><script>no()</script></body></html>";
    assert_eq!(
        read(xhtml),
        [
            Block::heading(2, "Head"),
            Block::paragraph("One bold word.\nLine."),
            item(0, false, "a"),
            item(1, false, "b"),
            item(0, true, "c"),
            Block::quotation("q1"),
            Block::quotation("q2"),
            Block::new(BlockKind::Quotation { starts: true }, "q3"),
            Block::paragraph("loose text"),
            Block::new(BlockKind::Caption, "cap"),
        ]
    );
    let nitf = "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><head/><body><body.head><hedline><hl1>no</hl1></hedline>\
        </body.head><body.content><p>One</p><hl2>Two</hl2><bq><block><p>Three</p></block></bq></body.content></body></nitf>";
    assert_eq!(read(nitf), [Block::paragraph("One"), Block::heading(2, "Two"), Block::quotation("Three")]);
}

#[test]
fn speech_that_is_marked_is_tied_to_its_speaker() {
    let document = foreign(
        "<versionCreated>2018-10-18T13:05:00Z</versionCreated>",
        "<subject type=\"cpnat:person\" qcode=\"people:1\"><name>Aino Virta</name></subject>",
        "<inlineRef qcode=\"people:1\" idrefs=\"q1 x\"/><inlineRef qcode=\"people:1\" idrefs=\"m1\"/>\
         <contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>\
         <p><em id=\"m1\">Virta</em> said:</p><blockquote><p id=\"q1\">It stands.</p></blockquote></body></html></inlineXML></contentSet>",
    );
    let facts = FORMAT.read(document.as_bytes()).unwrap().story.facts;
    assert_eq!(facts.quotes.len(), 1);
    assert_eq!(facts.quotes[0].paragraphs, ["It stands."]);
    assert_eq!(facts.quotes[0].speaker, Some(Participant::Official(facts.officials[0].id.clone())));
}

#[test]
fn a_message_is_read_to_its_first_news_item_and_streamed_whole() {
    let item = |name: &str, guid: &str, headline: &str| {
        format!(
            "<{name} guid=\"{guid}\" standard=\"NewsML-G2\" standardversion=\"2.35\"><catalogRef href=\"urn:c\"/><itemMeta>\
             <itemClass qcode=\"ninat:text\"/><provider qcode=\"nprov:AFP\"/><versionCreated>2018-10-18T13:05:00Z</versionCreated></itemMeta>\
             <contentMeta><headline>{headline}</headline></contentMeta></{name}>"
        )
    };
    let message = format!(
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2018-10-18T13:05:00Z</sent></header>\n<itemSet>{}\n{}\n{}</itemSet></newsMessage>",
        item("packageItem", "urn:x:0", "Package"),
        item("newsItem", "urn:x:1", "One"),
        item("newsItem", "urn:x:2", "Two"),
    );
    let reading = FORMAT.read(message.as_bytes()).unwrap();
    assert_eq!(reading.story.headline, "One");
    let told: Vec<&str> = reading.diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert!(told.len() == 2 && told[0].contains("urn:x:0") && told[1].contains("urn:x:2"), "{told:?}");
    let written = FORMAT.write(&reading.story).unwrap();
    assert_eq!(facts(&written), facts(message.as_bytes()));

    let stories: Vec<Reading> =
        FORMAT.stories(message.as_bytes(), &ReadOptions::new()).collect::<Result<_, _>>().unwrap();
    let headlines: Vec<&str> = stories.iter().map(|reading| reading.story.headline.as_str()).collect();
    assert_eq!(headlines, ["Package", "One", "Two"]);
    let alone = FORMAT.read(&FORMAT.write(&stories[2].story).unwrap()).unwrap();
    assert_eq!(alone.story, stories[2].story);
}

/// The codes of an item may be of schemes that only the header of its message declares.
#[test]
fn an_item_of_a_message_takes_the_catalogs_of_its_header_along() {
    let message = "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2018-10-18T13:05:00Z</sent>\
        <catalogRef href=\"urn:c\"/><catalog><scheme alias=\"own\" uri=\"urn:own:\"/></catalog></header><itemSet>\
        <newsItem guid=\"urn:x:1\" standard=\"NewsML-G2\" standardversion=\"2.35\"><itemMeta><itemClass qcode=\"ninat:text\"/>\
        <provider/><versionCreated>2018-10-18T13:05:00Z</versionCreated></itemMeta></newsItem>\
        <newsItem guid=\"urn:x:2\" standard=\"NewsML-G2\" standardversion=\"2.35\"><itemMeta><itemClass qcode=\"ninat:text\"/>\
        <provider/><versionCreated>2018-10-18T13:05:00Z</versionCreated></itemMeta>\
        <contentMeta><subject qcode=\"own:7\"><name>Bridges</name></subject></contentMeta></newsItem></itemSet></newsMessage>";
    let stories: Vec<Reading> =
        FORMAT.stories(message.as_bytes(), &ReadOptions::new()).collect::<Result<_, _>>().unwrap();
    let story = &stories[1].story;
    let iri = Identifier::new(IdentifierScheme::Iri, "urn:own:7");
    assert!(story.subjects[0].identifiers.contains(&iri), "{:?}", story.subjects);
    let written = FORMAT.write(story).unwrap();
    let text = String::from_utf8(written.clone()).unwrap();
    assert!(text.contains("<catalogRef href=\"urn:c\"/>") && text.contains("alias=\"own\""), "{text}");
    assert_eq!(&FORMAT.read(&written).unwrap().story, story);
}

// ---- Hostile documents ----

#[test]
fn hostile_documents_are_located_errors_and_fetch_nothing() {
    let right =
        foreign("<versionCreated>2018-10-18T13:05:00Z</versionCreated>", "<headline>a</headline>", "");
    let bomb = format!(
        "<!DOCTYPE newsItem [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n{}",
        right.replace("<headline>a", "<headline>&b;&c;")
    );
    let reading = FORMAT.read(bomb.as_bytes()).unwrap();
    assert_eq!(reading.story.headline, "&b;&c;");
    assert!(reading.diagnostics.len() >= 3);
    for (document, kind) in [
        (right.replace("</newsItem>", ""), TroubleKind::Truncated),
        (right.replace("nar/2006", "nar/1999"), TroubleKind::WrongFormat),
        (format!("<nitf>{right}</nitf>"), TroubleKind::WrongFormat),
        (right.replace("<headline>", "<headline>\u{1}"), TroubleKind::Syntax),
        (right.replace("<headline>a", &format!("<headline>{}", "<a>".repeat(500))), TroubleKind::Limit),
    ] {
        let error = FORMAT.read(document.as_bytes()).unwrap_err();
        assert_eq!(error.trouble().kind, kind, "{error}");
        assert!(error.trouble().position.is_some(), "{error}");
    }
    let text = format!("<?xml version=\"1.0\" encoding=\"UTF-16\"?>{}", right.replace(">a<", ">é<"));
    let utf16: Vec<u8> =
        [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_eq!(FORMAT.read(&utf16).unwrap().story.headline, "é");
    assert_eq!(Format::detect(&utf16), Some(FORMAT));
    let latin: Vec<u8> =
        text.replace("UTF-16", "ISO-8859-1").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(FORMAT.read(&latin).unwrap().story.headline, "é");
}

#[test]
fn a_message_without_items_is_kept() {
    let message =
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet/></newsMessage>";
    let reading = FORMAT.read(message.as_bytes()).unwrap();
    assert_eq!(reading.diagnostics[0].message, "the message holds no item");
    assert_eq!(facts(&FORMAT.write(&reading.story).unwrap()), facts(message.as_bytes()));
}

#[test]
fn a_kept_document_that_is_none_is_left_aside() {
    for value in ["", "no XML", "<html/>", "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><broken>"]
    {
        let story = Story::new("a").with_extension(Extension::new(FORMAT.name(), "", value));
        let written = FORMAT.write(&story).unwrap();
        assert_eq!(FORMAT.read(&written).unwrap().story, FORMAT.project(&story), "{value}");
        assert_eq!(FORMAT.loss(&story).dropped.len(), 1, "{value}");
    }
}

#[test]
fn a_character_that_xml_cannot_hold_is_refused_with_its_path() {
    let story =
        Story::new("a").with_block(Block::paragraph("b")).with_block(Block::paragraph("a bell: \u{7}"));
    let error = FORMAT.write(&story).unwrap_err();
    assert_eq!(error.path, "story/body[2]/text");
    assert!(error.message.contains("cannot hold"), "{error}");
}
