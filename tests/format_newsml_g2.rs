//! NewsML-G2: the standard's own files, what others write, hostile documents, and the round trips.
#![cfg(feature = "newsml-g2")]

mod strategy;

use std::fs;
use std::path::{Path, PathBuf};

use newsdesk::*;
use proptest::prelude::*;

const FORMAT: Format = Format::NewsMlG2;

/// A folder of the standard's own files; none, said aloud, where it is absent.
fn conformance(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/conformance").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: there is no {}", path.display());
    None
}

/// The files of a folder and of those below it, by name.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push((path.clone(), fs::read(path).unwrap())),
            }
        }
    }
    found.sort();
    found
}

/// The examples of the specification and the unit tests that must pass.
fn standard_documents() -> Vec<(PathBuf, Vec<u8>)> {
    let Some(folder) = conformance("newsml-g2") else { return Vec::new() };
    let mut documents = files(&folder.join("examples"));
    let units = files(&folder.join("unit"));
    documents.extend(units.into_iter().filter(|(path, _)| path.parent().unwrap().ends_with("should_pass")));
    documents
}

/// What a document says, a line a fact, by another parser: elements, attributes and text in their order, without
/// prefixes, comments and white space that means nothing.
fn facts(document: &[u8]) -> Vec<String> {
    fn walk(node: roxmltree::Node<'_, '_>, depth: usize, facts: &mut Vec<String>) {
        facts.push(format!("{depth} {:?} {}", node.tag_name().namespace(), node.tag_name().name()));
        let attributes = node.attributes();
        let mut named: Vec<String> = attributes
            .map(|found| format!("{depth} @{:?} {} {:?}", found.namespace(), found.name(), found.value()))
            .collect();
        named.sort();
        facts.append(&mut named);
        let is_space = |text: &str| text.chars().all(|c| " \t\r\n".contains(c));
        let is_mixed = node.children().any(|child| child.is_text() && !is_space(child.text().unwrap()))
            || !node.children().any(|child| child.is_element());
        let mut text = String::new();
        for child in node.children() {
            if child.is_text() && is_mixed {
                text.push_str(child.text().unwrap());
            } else if child.is_element() {
                if !text.is_empty() {
                    facts.push(format!("{depth} {text:?}"));
                }
                text.clear();
                walk(child, depth + 1, facts);
            }
        }
        if !text.is_empty() {
            facts.push(format!("{depth} {text:?}"));
        }
    }
    // The other parser reads UTF-8 alone.
    let is_latin = document.windows(10).take(100).any(|name| name == b"ISO-8859-1");
    let text = match is_latin {
        true => document.iter().map(|byte| char::from(*byte)).collect(),
        false => str::from_utf8(document).unwrap().to_owned(),
    };
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let parsed = roxmltree::Document::parse_with_options(&text, options).unwrap();
    let mut facts = Vec::new();
    walk(parsed.root_element(), 0, &mut facts);
    facts
}

/// What is in one list and not in the other, each way.
fn difference(was: &[String], is: &[String]) -> (Vec<String>, Vec<String>) {
    let lacks = |all: &[String], some: &[String]| {
        let mut left = some.to_vec();
        let rest = all.iter().filter(|fact| match left.iter().position(|other| other == *fact) {
            Some(at) => {
                left.swap_remove(at);
                false
            }
            None => true,
        });
        rest.cloned().collect::<Vec<_>>()
    };
    (lacks(was, is), lacks(is, was))
}

fn assert_same_facts(path: &Path, written: &[u8], bytes: &[u8]) {
    let (was, is) = (facts(bytes), facts(written));
    let (gone, come) = difference(&was, &is);
    assert!(gone.is_empty() && come.is_empty(), "{}: {gone:#?} became {come:#?}", path.display());
    assert!(was == is, "{}: the order is another", path.display());
}

#[test]
fn every_document_of_the_standard_is_read_and_written_with_all_its_facts() {
    let documents = standard_documents();
    let mut kept = 0;
    for (path, bytes) in &documents {
        let reading = FORMAT.read(bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let written = FORMAT.write(&reading.story).unwrap();
        assert_same_facts(path, &written, bytes);
        let again = FORMAT.read(&written).unwrap();
        assert_eq!(again.story, reading.story, "{}", path.display());
        assert!(FORMAT.loss(&reading.story).is_empty(), "{}", path.display());
        kept += 1;
    }
    println!("NewsML-G2: {kept} of {} documents of the standard keep every fact", documents.len());
}

/// Reads, edits and writes a document: `old` is in no fact any more, `new` is, and nothing else has changed.
fn edit(path: &Path, bytes: &[u8], old: &str, new: &str, edit: impl Fn(&mut Story)) {
    let mut story = FORMAT.read(bytes).unwrap().story;
    edit(&mut story);
    let written = FORMAT.write(&story).unwrap();
    let (gone, come) = difference(&facts(bytes), &facts(&written));
    assert!(!gone.is_empty() || old.is_empty(), "{}: nothing changed", path.display());
    assert!(come.iter().any(|fact| fact.contains(new)), "{}: {new:?} is not in {come:#?}", path.display());
    let first = old.split_whitespace().next().unwrap_or_default();
    for fact in &gone {
        assert!(fact.contains(first), "{}: {fact} is gone, not {old:?}", path.display());
    }
    assert!(come.len() <= gone.len().max(1), "{}: {gone:#?} became {come:#?}", path.display());
    let mut again = FORMAT.read(&written).unwrap().story;
    story.extensions.clear();
    again.extensions.clear();
    assert_eq!(again, story, "{}", path.display());
}

#[test]
fn an_edit_in_the_story_is_in_the_document_and_all_else_is_kept() {
    let mut edits = [0; 3];
    for (path, bytes) in &standard_documents() {
        let story = FORMAT.read(bytes).unwrap().story;
        if !story.headline.is_empty() {
            edit(path, bytes, &story.headline, "Edited headline", |story| {
                story.headline = "Edited headline".to_owned();
            });
            edits[0] += 1;
        }
        if let Some(name) = story.facts.officials.iter().find_map(|official| official.name.as_ref()) {
            edit(path, bytes, &name.to_string(), "Aino Virta", |story| {
                let mut named = story.facts.officials.iter_mut().filter(|official| official.name.is_some());
                named.next().unwrap().name = Some(Name::western("Aino Virta"));
            });
            edits[1] += 1;
        }
        if let Some(block) = story.body.last() {
            let edited = format!("{} EDITED", block.text);
            edit(path, bytes, &block.text, "EDITED", |story| {
                story.body.last_mut().unwrap().text = edited.clone()
            });
            edits[2] += 1;
        }
    }
    println!(
        "NewsML-G2: edited {} headlines, {} officials' names, {} paragraphs",
        edits[0], edits[1], edits[2]
    );
}

#[test]
fn the_conversions_of_dpa_are_read_with_what_is_wrong_in_them() {
    let Some(folder) = conformance("dpa/output") else { return };
    let documents = files(&folder);
    let mut diagnostics = 0;
    for (path, bytes) in &documents {
        let reading = FORMAT.read(bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(!reading.story.headline.is_empty(), "{}", path.display());
        for found in &reading.diagnostics {
            assert!(found.position.is_some() && found.path.is_some(), "{found}");
        }
        diagnostics += reading.diagnostics.len();
        let written = FORMAT.write(&reading.story).unwrap();
        assert_same_facts(path, &written, bytes);
    }
    println!("NewsML-G2: {} conversions of dpa read, {diagnostics} diagnostics", documents.len());
}

// ---- Round trips ----

fn fail(error: impl ToString) -> TestCaseError {
    TestCaseError::fail(error.to_string())
}

/// A document with what others add to one: attributes, elements of their own, comments, more metadata.
fn enriched(document: &str) -> String {
    document
        .replacen("<newsItem ", "<newsItem dir=\"ltr\" xmlns:acme=\"urn:acme\" acme:desk=\"7\" ", 1)
        .replacen("<pubStatus", "<!-- checked --><pubStatus acme:by=\"editor\"", 1)
        .replacen("</itemMeta>", "<edNote>For <a href=\"urn:a\">use</a> now</edNote></itemMeta>", 1)
        .replacen(
            "</contentMeta>",
            "<slugline>ACME-SLUG</slugline><acme:mood>calm</acme:mood></contentMeta>",
            1,
        )
        .replacen("<eventDetails>", "<eventDetails><?acme here?>", 1)
}

const ADDED: [&str; 7] = [
    "dir=\"ltr\"",
    "acme:desk=\"7\"",
    "acme:by=\"editor\"",
    "<!-- checked -->",
    "<edNote>For <a href=\"urn:a\">use</a> now</edNote>",
    "ACME-SLUG",
    "calm</acme:mood>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_written_reads_back_as_the_projection(story in strategy::story(&strategy::xml_text())) {
        let written = FORMAT.write(&story).map_err(fail)?;
        let reading = FORMAT.read(&written).map_err(fail)?;
        let projection = FORMAT.project(&story);
        prop_assert_eq!(&reading.story, &projection, "{}", String::from_utf8_lossy(&written));
        prop_assert_eq!(format!("{:?}", reading.story), format!("{projection:?}"));
        prop_assert_eq!(reading.diagnostics, vec![]);
        prop_assert!(FORMAT.loss(&story).is_empty());
    }

    #[test]
    fn a_document_keeps_what_others_added_also_after_an_edit(
        story in strategy::story(&strategy::xml_text()),
        edited in strategy::story(&strategy::xml_text()),
    ) {
        let written = String::from_utf8(FORMAT.write(&story).map_err(fail)?).map_err(fail)?;
        let document = enriched(&written);
        let mut read = FORMAT.read(document.as_bytes()).map_err(fail)?.story;
        let again = FORMAT.write(&read).map_err(fail)?;
        prop_assert_eq!(facts(&again), facts(document.as_bytes()));
        // All of it becomes another story, and what others added is still there.
        let kept = read.extensions.pop().filter(|kept| kept.format == FORMAT.name());
        prop_assert!(kept.is_some());
        let mut edited = edited;
        edited.extensions.extend(kept);
        let again = String::from_utf8(FORMAT.write(&edited).map_err(fail)?).map_err(fail)?;
        for added in ADDED {
            prop_assert!(again.contains(added), "{} is not in {}", added, again);
        }
        let mut read = FORMAT.read(again.as_bytes()).map_err(fail)?.story;
        prop_assert_eq!(&read, &FORMAT.project(&edited));
        read.extensions.pop();
        edited.extensions.pop();
        prop_assert_eq!(read, edited, "{}", again);
    }
}

// ---- The schema ----

/// A story that has something in every slot.
fn rich_story() -> Story {
    let day = |text: &str| Date::day(text.parse().unwrap());
    let id = |text: &str| Id::new(text).unwrap();
    let iri = |text: &str| Iri::new(text).unwrap();
    let body = "“Bridges join people,” said Aino Virta.";
    let quoted = Evidence::new(Part::Block(0), 3..body.find(",”").unwrap(), "format");
    let official = Official::new(id("official-1"))
        .with_name(Name::western("Aino Virta"))
        .with_honorific("Dr")
        .with_rank(Rank::new("Major"))
        .with_post_nominal("MP")
        .with_country(Country::new("FI").unwrap())
        .with_role(Role::new("Minister of Works").with_organisation("Ministry of Works"))
        .with_identifier(Identifier::new("wikidata", "Q42"))
        .with_identifier(Identifier::new("qcode", "acme:17"));
    let who = || Participant::Official(id("official-1"));
    let visit = Visit::new(id("visit-1"))
        .with_kind(VisitKind::Official)
        .with_status(Status::Planned)
        .with_direction(Direction::Outbound)
        .with_purpose("to open the bridge")
        .with_days(3_u32)
        .with_dates(Date::new("8 to 10 March").with_calendar(DateRange::new(
            Calendar::Day("2018-03-08".parse().unwrap()),
            Calendar::Day("2018-03-10".parse().unwrap()),
        )))
        .with_leg(Leg::to(Country::new("LB").unwrap()).with_place(Place::new("Beirut")))
        .with_leg(Leg::to(Country::new("JO").unwrap()))
        .with_visitor(who())
        .with_companion(Participant::described("three engineers"))
        .with_host(Participant::Organisation(id("organisation-1")))
        .with_meeting(id("meeting-1"));
    let meeting = Meeting::new(id("meeting-1"), MeetingMode::InPerson)
        .with_party(who())
        .with_counterpart(Participant::described("the Mayor"))
        .with_place(Place::new("City Hall").with_kind(PlaceKind::Site))
        .with_date(day("2018-03-09"))
        .with_subject("roads");
    let commemoration = Commemoration::new(id("commemoration-1"))
        .with_remembered(Remembered::new("the flood of 1918"))
        .with_anniversary(Anniversary::years(100))
        .with_named_day("Flood Day")
        .with_date(day("2018-03-10"))
        .with_act(Act::new(ActKind::Wreath).with_actor(who()).with_place(Place::new("the old pier")));
    let quote = Quote::new(id("quote-1"), Marking::Marked)
        .with_speaker(who())
        .with_paragraph("Bridges join people")
        .with_evidence(quoted);
    let publisher = Organisation::new(id("organisation-1"), "Ministry of Works")
        .with_abbreviation("MoW")
        .with_country(Country::new("FI").unwrap());
    Story::new("Minister opens bridge & tunnel")
        .with_iri(iri("https://example.org/stories/1"))
        .with_language(Language::new("en-GB").unwrap())
        .with_kind(StoryKind::PressRelease)
        .with_standfirst("It took four years to build.")
        .with_dateline(Dateline::new("BEIRUT, 9 March").with_place(Place::new("Beirut")))
        .with_byline(Byline::new("By the press office").with_author(id("official-1")))
        .with_publisher(publisher.clone())
        .with_dates(
            StoryDates::new()
                .with_first_published(Date::instant("2018-03-07T09:00:00+02:00".parse().unwrap()))
                .with_updated(Date::instant("2018-03-08T09:00:00+02:00".parse().unwrap()))
                .with_embargo(day("2018-03-08")),
        )
        .with_subject(Subject::new("transport").with_identifier(Identifier::new("qcode", "medtop:20000337")))
        .with_subject(Subject::new("bridges"))
        .with_rights(
            Rights::new()
                .with_holder("Ministry of Works")
                .with_notice("© 2018")
                .with_terms("Free to use")
                .with_licence(iri("https://example.org/licence")),
        )
        .with_link(Link::new(iri("https://example.org/more")).with_title("More"))
        .with_media(
            Media::new(iri("https://example.org/a.jpg")).with_media_type("image/jpeg").with_alt("A bridge"),
        )
        .with_block(Block::paragraph(body))
        .with_block(Block::heading(2, "How it was built"))
        .with_block(Block::list_item("steel"))
        .with_block(Block::new(BlockKind::ListItem { ordered: false, depth: 1, starts: false }, "from Ost"))
        .with_block(Block::list_item("stone"))
        .with_block(Block::quotation("It stands.\nIt will stand."))
        .with_block(Block::new(BlockKind::Caption, "The bridge"))
        .with_block(Block::boilerplate(BoilerplateRole::Contact, "press@example.org"))
        .with_facts(
            Facts::new()
                .with_official(official)
                .with_organisation(publisher)
                .with_visit(visit)
                .with_meeting(meeting)
                .with_commemoration(commemoration)
                .with_quote(quote),
        )
}

#[cfg(feature = "text")]
fn sample_stories() -> Vec<Story> {
    let stories = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories"));
    let texts =
        stories.iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "txt"));
    let read = |(_, bytes): &(PathBuf, Vec<u8>)| Format::Text.read(bytes).unwrap().story;
    #[cfg(feature = "extract")]
    let read = |found: &(PathBuf, Vec<u8>)| Extractor::new().extract(read(found));
    texts.map(read).collect()
}

/// What is written is valid by the schema of 2.35, as xmllint sees it.
#[cfg(feature = "text")]
#[test]
fn what_is_written_is_valid_by_the_schema() {
    let mut stories = sample_stories();
    stories.push(rich_story());
    stories.push(Story::new(""));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("newsml-g2");
    fs::create_dir_all(&folder).unwrap();
    let mut written: Vec<PathBuf> = Vec::new();
    for (number, story) in stories.iter().enumerate() {
        let path = folder.join(format!("{number}.xml"));
        fs::write(&path, FORMAT.write(story).unwrap()).unwrap();
        written.push(path);
    }
    let rich = rich_story();
    for id in [&rich.facts.visits[0].id, &rich.facts.meetings[0].id, &rich.facts.commemorations[0].id] {
        let path = folder.join(format!("{id}.xml"));
        fs::write(&path, newsdesk::format::newsml_g2::event_item(&rich, id).unwrap()).unwrap();
        written.push(path);
    }
    let Some(standard) = conformance("newsml-g2") else { return };
    let schema = standard.join("NewsML-G2_2.35-spec-All-Power.xsd");
    if fs::metadata(&schema).map_or(true, |file| file.len() == 0) {
        println!("skipped: {} is absent or empty", schema.display());
        return;
    }
    let validate = std::process::Command::new("xmllint")
        .args(["--nonet", "--noout", "--schema"])
        .arg(&schema)
        .args(&written)
        .output();
    match validate {
        Err(error) => println!("skipped: xmllint cannot be run: {error}"),
        Ok(output) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            println!("NewsML-G2: {} documents are valid by the Power schema of 2.35", written.len());
        }
    }
}

#[test]
fn every_slot_is_told_by_the_elements_of_the_standard() {
    let story = rich_story();
    let written = String::from_utf8(FORMAT.write(&story).unwrap()).unwrap();
    // Without the additions, only what the standard has no place for is lost.
    let (start, rest) = written.split_once("<additions").unwrap();
    let bare = format!("{start}{}", rest.split_once("</additions>").unwrap().1);
    let mut native = FORMAT.read(bare.as_bytes()).unwrap().story;
    assert_eq!(native.extensions.pop().unwrap().format, FORMAT.name());
    let lost: Vec<String> =
        LossReport::between(&story, &native).dropped.iter().map(|loss| loss.path.clone()).collect();
    assert_eq!(
        lost,
        [
            "story/dates/embargo/calendar/day",
            "story/dates/embargo/calendar/instant",
            "story/dates/embargo/raw",
            "story/facts/quotes[1]/evidence",
            "story/facts/visits[1]/dates/raw",
        ]
    );
}

#[test]
fn an_event_stands_in_a_concept_item_of_its_own() {
    use newsdesk::format::newsml_g2::event_item;
    let story = rich_story();
    let item = event_item(&story, &story.facts.commemorations[0].id).unwrap();
    let reading = FORMAT.read(item.as_bytes()).unwrap();
    assert_eq!(reading.diagnostics, []);
    assert_eq!(reading.story.facts.commemorations, story.facts.commemorations);
    assert_eq!(reading.story.facts.officials, story.facts.officials);
    assert!(reading.story.facts.visits.is_empty() && reading.story.extensions.is_empty());
    assert!(event_item(&story, &Id::new("visit-9").unwrap()).is_err());
}

/// A document of ours that others have added to, and its story.
fn rich_document() -> (String, Story) {
    let written = String::from_utf8(FORMAT.write(&rich_story()).unwrap()).unwrap();
    let document = enriched(&written);
    let story = FORMAT.read(document.as_bytes()).unwrap().story;
    (document, story)
}

#[test]
fn each_edit_of_a_rich_document_changes_its_own_element_alone() {
    type Edit = fn(&mut Story);
    let edits: [(&str, Edit, &[&str], &[&str]); 8] = [
        ("headline", |story| story.headline = "New".to_owned(), &["Minister opens"], &["New"]),
        (
            "an official's name",
            |story| story.facts.officials[0].name = Some(Name::western("Aino Salo")),
            &["Aino Virta", "Virta"],
            &["Aino Salo", "Salo"],
        ),
        (
            "a visit's date",
            |story| {
                let days = DateRange::new(
                    Calendar::Day("2018-03-08".parse().unwrap()),
                    Calendar::Day("2018-03-11".parse().unwrap()),
                );
                story.facts.visits[0].dates = Some(Date::new("2018-03-08/2018-03-11").with_calendar(days));
            },
            &["2018-03-10"],
            &["2018-03-11"],
        ),
        (
            "a paragraph",
            |story| {
                story.body[0].text = story.body[0].text.replace("said", "says");
                story.facts.quotes[0].evidence.clear();
            },
            &["said"],
            &["says"],
        ),
        (
            "a visit's host",
            |story| story.facts.visits[0].hosts.clear(),
            &["organiser", "Ministry", "cpnat:org", "organisation-1", "name"],
            &[],
        ),
        (
            "a subject",
            |story| {
                story.subjects.push(Subject::new("tolls").with_identifier(Identifier::new("qcode", "acme:2")))
            },
            &[],
            &["subject", "acme:2", "name", "tolls"],
        ),
        ("a block", |story| drop(story.body.remove(2)), &["steel"], &[]),
        ("a rank", |story| story.facts.officials[0].rank = None, &["Major", "related", ":rank", "name"], &[]),
    ];
    for (what, edit, gone_words, come_words) in edits {
        let (document, mut story) = rich_document();
        edit(&mut story);
        let written = FORMAT.write(&story).unwrap();
        let not_ours = |facts: Vec<String>| -> Vec<String> {
            facts.into_iter().filter(|fact| !fact.contains("\"{\\\"of")).collect()
        };
        let (gone, come) = difference(&facts(document.as_bytes()), &facts(&written));
        let (gone, come) = (not_ours(gone), not_ours(come));
        for (facts, words) in [(&gone, gone_words), (&come, come_words)] {
            for fact in facts {
                assert!(words.iter().any(|word| fact.contains(word)), "{what}: {fact}: {gone:#?} {come:#?}");
            }
            assert!(words.is_empty() == facts.is_empty(), "{what}: {gone:#?} {come:#?}");
        }
        let written = String::from_utf8(written).unwrap();
        for added in ADDED {
            assert!(written.contains(added), "{what}: {added} is lost");
        }
        let mut again = FORMAT.read(written.as_bytes()).unwrap().story;
        assert_eq!(again, FORMAT.project(&story), "{what}");
        again.extensions.clear();
        story.extensions.clear();
        assert_eq!(again, story, "{what}");
    }
}

#[test]
fn additions_that_no_longer_fit_are_reported_and_left_aside() {
    let written = String::from_utf8(FORMAT.write(&rich_story()).unwrap()).unwrap();
    let edited = written.replace("<headline>Minister", "<headline>A minister");
    let reading = FORMAT.read(edited.as_bytes()).unwrap();
    assert!(reading.story.headline.starts_with("A minister"));
    assert!(reading.story.facts.quotes[0].evidence.is_empty());
    let found = &reading.diagnostics[0];
    assert_eq!(found.path.as_deref(), Some("newsItem/itemMeta/additions"));
    assert!(found.message.contains("edited"), "{found}");
}

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
