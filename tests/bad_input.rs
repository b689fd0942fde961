//! Bad input to the lossless formats: a located error, never a panic, never more than the limits.

mod strategy;

use newsdesk::*;
use proptest::prelude::*;

const FORMATS: [Format; 2] = [Format::Xml, Format::Json];

/// A story with something in every part.
fn sample() -> Story {
    let official = Official::new(Id::new("official-1").unwrap())
        .with_name(Name::western("Åsa Virta"))
        .with_rank(Rank::new("Lieutenant General").with_grade(NatoGrade::officer(8)))
        .with_role(Role::new("Minister of Works & Roads").with_kind(RoleKind::Minister))
        .with_mention(Mention::new(MentionForm::Name, Evidence::new(Part::Block(0), 4..14, "name")));
    let visit = Visit::new(Id::new("visit-1").unwrap())
        .with_visitor(Participant::Official(official.id.clone()))
        .with_dates(Date::new("in May").with_calendar(Calendar::Month { year: 2022, month: 5 }))
        .with_status(Status::Planned);
    Story::new("Minister opens bridge")
        .with_kind(StoryKind::PressRelease)
        .with_standfirst("“It is long,” <she> said.")
        .with_block(Block::paragraph("The Minister\ropened\nthe bridge.\t"))
        .with_block(Block::heading(2, "Notes"))
        .with_facts(Facts::new().with_official(official).with_visit(visit))
}

/// The trouble that ends the reading.
fn trouble(format: Format, bytes: &[u8]) -> Trouble {
    match format.read(bytes) {
        Ok(reading) => panic!("{format} reads {:?} as {reading:?}", String::from_utf8_lossy(bytes)),
        Err(error) => error.trouble().clone(),
    }
}

fn xml(inside: &str) -> String {
    format!("<story xmlns=\"urn:newsdesk:story:1\">{inside}</story>")
}

#[test]
fn a_document_cut_off_anywhere_is_truncated() {
    for format in FORMATS {
        let whole = format.write(&sample()).unwrap();
        for end in 0..whole.trim_ascii_end().len() {
            let trouble = trouble(format, &whole[..end]);
            assert_eq!(trouble.kind, TroubleKind::Truncated, "{format} cut at {end}: {trouble}");
            assert!(trouble.position.is_some(), "{format} cut at {end}: {trouble}");
        }
    }
}

#[test]
fn trouble_in_xml_says_what_and_where() {
    use TroubleKind::*;
    for (document, kind, line, column, path) in [
        ("", Truncated, 1, 1, None),
        ("\n ", Truncated, 2, 2, None),
        ("The Minister met the press.", WrongFormat, 1, 1, None),
        ("<story/>", WrongFormat, 1, 1, None),
        ("<story xmlns=\"urn:other\"/>", WrongFormat, 1, 1, None),
        ("<visit xmlns=\"urn:newsdesk:story:1\" id=\"a\"/>", WrongFormat, 1, 1, None),
        ("<n:story/>", Syntax, 1, 1, None),
        ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", Encoding, 1, 1, None),
        ("<?xml version=\"1.1\"?><a/>", Syntax, 1, 1, None),
        (&xml("\n <headline>a</standfirst>"), Syntax, 2, 13, Some("story/headline")),
        (&xml("<body>\n<paragraph>a</body></paragraph>"), Syntax, 2, 13, Some("story/body/paragraph[1]")),
        (&xml("<headline>a &bomb; b</headline>"), Syntax, 1, 49, Some("story/headline")),
        (&xml("<headline>&#7;</headline>"), Syntax, 1, 47, Some("story/headline")),
        (&xml("<headline>&#xFFFFFFFFF;</headline>"), Syntax, 1, 47, Some("story/headline")),
        (&xml("<headline>\u{7}</headline>"), Syntax, 1, 47, None),
        (&xml("<link href='a&lt;'/>"), InvalidValue, 1, 49, Some("story/link[1]/@href")),
        (&xml("<link/>"), Missing, 1, 37, Some("story/link[1]/@href")),
        (&xml("<link href='urn:a' href='urn:b'/>"), Syntax, 1, 37, None),
        (&xml("<dateline/>"), Missing, 1, 37, Some("story/dateline/text")),
        (
            &xml("<dates><updated><calendar><day>\nMay</day></calendar></updated></dates>"),
            InvalidValue,
            1,
            68,
            Some("story/dates/updated/calendar/day"),
        ),
        (
            &xml("<dates><updated><calendar></calendar></updated></dates>"),
            Missing,
            1,
            53,
            Some("story/dates/updated/calendar"),
        ),
        (
            &xml("<facts><visit id='a'/><visit id='b c'/></facts>"),
            InvalidValue,
            1,
            70,
            Some("story/facts/visit[2]/@id"),
        ),
        (&format!("{}<story/>", xml("")), Syntax, 1, 45, None),
        (&format!("{}a", xml("")), Syntax, 1, 45, None),
    ] {
        let trouble = trouble(Format::Xml, document.as_bytes());
        let position = trouble.position.clone().unwrap();
        assert_eq!(
            (trouble.kind, position.line, position.column),
            (kind, line, column),
            "{document}: {trouble}"
        );
        if path.is_some() {
            assert_eq!(trouble.path.as_deref(), path, "{document}: {trouble}");
        }
    }
}

#[test]
fn trouble_in_json_says_what_and_where() {
    use TroubleKind::*;
    for (document, kind, line, column, path) in [
        ("", Truncated, 1, 1, None),
        ("The Minister met the press.", WrongFormat, 1, 1, None),
        ("[]", WrongFormat, 1, 1, None),
        ("{\"headline\": \"a\"} {}", Syntax, 1, 19, None),
        ("{\"headline\" \"a\"}", Syntax, 1, 13, None),
        ("{\n \"headline\": 1}", InvalidValue, 2, 14, Some("story/headline")),
        ("{\"headline\": \"a\", \"headline\": \"b\"}", InvalidValue, 1, 28, Some("story")),
        ("{\"links\": [{\"target\": \"urn:a\"}, {}]}", Missing, 1, 33, Some("story/links[2]")),
        (
            "{\"facts\": {\"visits\": [{\"id\": \"a\"}, {\"id\": \"b c\"}]}}",
            InvalidValue,
            1,
            43,
            Some("story/facts/visits[2]/id"),
        ),
        (
            "{\"body\": [{\"kind\": \"poem\", \"text\": \"\"}]}",
            InvalidValue,
            1,
            20,
            Some("story/body[1]/kind"),
        ),
        (
            "{\"body\": [{\"kind\": {\"heading\": {\"level\": 300}}, \"text\": \"\"}]}",
            InvalidValue,
            1,
            42,
            Some("story/body[1]/kind/heading/level"),
        ),
    ] {
        let trouble = trouble(Format::Json, document.as_bytes());
        let position = trouble.position.clone().unwrap();
        assert_eq!(trouble.kind, kind, "{document}: {trouble}");
        if path != Some("story") {
            assert_eq!((position.line, position.column), (line, column), "{document}: {trouble}");
        }
        if path.is_some() {
            assert_eq!(trouble.path.as_deref(), path, "{document}: {trouble}");
        }
    }
}

#[test]
fn a_byte_order_mark_is_passed_over_and_counted() {
    let document = format!("\u{FEFF}{}", xml("<headline>&nbsp;</headline>"));
    assert_eq!(trouble(Format::Xml, document.as_bytes()).position.unwrap().span, 49..55);
    for format in FORMATS {
        let mut bytes = b"\xEF\xBB\xBF".to_vec();
        bytes.extend(format.write(&sample()).unwrap());
        assert_eq!(format.read(&bytes).unwrap().story, sample());
    }
}

#[test]
fn entities_are_not_declared_let_alone_expanded() {
    let bomb = "<!DOCTYPE story [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let external = "<!DOCTYPE story [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    for declaration in [bomb, external, "<!DOCTYPE story SYSTEM \"http://localhost/story.dtd\">"] {
        let trouble =
            trouble(Format::Xml, format!("{declaration}{}", xml("<headline>&a;</headline>")).as_bytes());
        assert_eq!(trouble.kind, TroubleKind::Syntax);
        assert!(trouble.message.contains("document type"), "{trouble}");
        assert_eq!(trouble.position.unwrap().line, 1);
    }
}

#[test]
fn other_encodings_are_named() {
    let utf16: Vec<u8> = "\u{FEFF}<story/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin1 = b"<story xmlns='urn:newsdesk:story:1'><headline>caf\xE9</headline></story>";
    for (format, bytes, at) in [
        (Format::Xml, &utf16[..], 0),
        (Format::Xml, latin1, 49),
        (Format::Json, b"{\"headline\": \"caf\xE9\"}", 17),
        (Format::Json, b"\xFF\xFE{\0}\0", 0),
    ] {
        let trouble = trouble(format, bytes);
        assert_eq!(trouble.kind, TroubleKind::Encoding, "{trouble}");
        assert_eq!(trouble.position.unwrap().span.start, at);
    }
}

#[test]
fn binary_files_are_refused() {
    let picture = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0";
    for format in FORMATS {
        assert!(trouble(format, picture).position.is_some());
        assert!(trouble(format, &[0; 100]).position.is_some());
    }
}

#[test]
fn ten_thousand_deep_is_too_deep() {
    let ranges = "<range><start>".repeat(10_000);
    let dates = format!("<dates><updated><calendar>{ranges}");
    let unknown = "<a>".repeat(10_000);
    let json_ranges = "{\"range\": {\"start\": ".repeat(10_000);
    let json_dates = format!("{{\"dates\": {{\"updated\": {{\"calendar\": {json_ranges}");
    let json_unknown = format!("{{\"a\": {}", "[".repeat(10_000));
    for limits in [Limits::new(), Limits::new().with_depth(usize::MAX)] {
        let options = ReadOptions::new().with_limits(limits);
        for (format, document) in [
            (Format::Xml, xml(&dates)),
            (Format::Xml, xml(&unknown)),
            (Format::Json, json_dates.clone()),
            (Format::Json, json_unknown.clone()),
        ] {
            let error = format.read_with(document.as_bytes(), &options).unwrap_err();
            assert_eq!(error.trouble().kind, TroubleKind::Limit, "{error}");
            assert!(error.trouble().position.is_some(), "{error}");
        }
    }
}

#[test]
fn each_limit_holds() {
    let story = sample();
    for format in FORMATS {
        let bytes = format.write(&story).unwrap();
        for (limits, enough) in [
            (Limits::new().with_bytes(bytes.len() - 1), Limits::new().with_bytes(bytes.len())),
            (Limits::new().with_depth(4), Limits::new().with_depth(12)),
            (Limits::new().with_elements(10), Limits::new().with_elements(60)),
        ] {
            let read = |limits| format.read_with(&bytes, &ReadOptions::new().with_limits(limits));
            assert_eq!(
                read(limits.clone()).unwrap_err().trouble().kind,
                TroubleKind::Limit,
                "{format} {limits:?}"
            );
            assert_eq!(read(enough.clone()).unwrap().story, story, "{format} {enough:?}");
        }
    }
}

#[test]
fn a_tag_of_a_million_attributes_is_refused_at_once() {
    let attributes: String = (0..1_000_000).map(|number| format!(" a{number}=''")).collect();
    let error = trouble(Format::Xml, xml(&format!("<link{attributes}/>")).as_bytes());
    assert_eq!(error.kind, TroubleKind::Limit);
}

#[test]
fn nothing_but_trouble_takes_bounded_memory() {
    let members: String = (0..5_000).map(|number| format!("\"a{number}\": 0, ")).collect();
    for (format, document) in [
        (Format::Xml, xml(&"<a/>".repeat(5_000))),
        (Format::Json, format!("{{{members}\"headline\": \"a\"}}")),
    ] {
        let diagnostics = format.read(document.as_bytes()).unwrap().diagnostics;
        assert_eq!(diagnostics.len(), 1_001);
        assert_eq!(diagnostics[1_000].message, "4000 more of such troubles are left out of this list");
    }
}

#[test]
fn what_does_not_belong_is_reported_and_passed_over() {
    let document = xml("\n<headline>a</headline><headline>b</headline>\n<mood>good</mood>stray\
         <facts><visit id='v' colour='red'/><visit id='w' days='many' x:y='' xmlns:x='urn:x'><leg country='Narnia'/></visit></facts>");
    let reading = Format::Xml.read(document.as_bytes()).unwrap();
    let paths: Vec<&str> = reading.diagnostics.iter().filter_map(|trouble| trouble.path.as_deref()).collect();
    assert_eq!(
        paths,
        [
            "story/headline",
            "story/mood",
            "story",
            "story/facts/visit[1]/@colour",
            "story/facts/visit[2]/@days",
            "story/facts/visit[2]/@x:y",
            "story/facts/visit[2]/leg[1]/@country",
        ]
    );
    assert_eq!(reading.diagnostics[0].position.as_ref().map(|at| (at.line, at.column)), Some((2, 23)));
    assert_eq!((reading.story.headline.as_str(), reading.story.facts.visits.len()), ("a", 2));
    let strict = ReadOptions::new().with_strict(true);
    let error = Format::Xml.read_with(document.as_bytes(), &strict).unwrap_err();
    assert_eq!(error.trouble(), &reading.diagnostics[0]);
}

#[test]
fn xml_of_another_hand_reads_the_same() {
    let document = "<?xml version='1.0'?><!-- a --><?b c?>\n<n:story xmlns:n='urn:newsdesk:story:1' \
        xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:newsdesk:story:1 a.xsd' kind='press&#x20;release'>\
        <n:headline>a<!-- b --> &lt;<![CDATA[<b>&amp;]]>&#x27;\r\nc</n:headline>\
        <n:body xml:space='preserve'> <!-- d --> <n:paragraph> e\t</n:paragraph><?f?></n:body></n:story>\n<!-- g -->";
    let story = Story::new("a &lt;<b>&amp;'\nc".replacen("&lt;", "<", 1))
        .with_kind(StoryKind::PressRelease)
        .with_block(Block::paragraph(" e\t"));
    assert_eq!(Story::from_xml(document).unwrap(), story);
}

proptest! {
    #![proptest_config(strategy::cases(2_000))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for format in FORMATS {
            if let Err(error) = format.read(&bytes) {
                prop_assert!(error.trouble().position.is_some());
            }
        }
        let _ = Format::detect(&bytes);
    }

    #[test]
    fn arbitrary_markup_never_panics(text in strategy::any_text(), more in strategy::any_text()) {
        for document in [format!("{text}{more}"), xml(&text), xml(&format!("<headline a='{text}'>{more}</headline>")), format!("{{\"{text}\": {more}}}")] {
            for format in FORMATS {
                if let Err(error) = format.read(document.as_bytes()) {
                    prop_assert!(error.trouble().position.is_some());
                }
            }
            let _ = Format::detect(document.as_bytes());
        }
    }

    #[test]
    fn a_mutated_document_never_panics(
        at in any::<proptest::sample::Index>(),
        length in 0..20_usize,
        put in prop_oneof![strategy::any_text().prop_map(String::into_bytes), proptest::collection::vec(any::<u8>(), 0..4)],
    ) {
        for format in FORMATS {
            let mut bytes = format.write(&sample()).unwrap();
            let start = at.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, put.iter().copied());
            match format.read(&bytes) {
                Ok(reading) => prop_assert!(reading.diagnostics.iter().all(|trouble| trouble.position.is_some())),
                Err(error) => prop_assert!(error.trouble().position.is_some(), "{}", error),
            }
        }
    }
}
