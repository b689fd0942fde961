//! NITF: the specification's examples, round trips, edits in place, and what other systems say of it.

mod strategy;

use std::path::{Path, PathBuf};
use std::process::Command;

use newsdesk::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path)
}

/// The specification's examples by their names; none, with a message, where they are absent.
fn examples() -> Vec<(String, String)> {
    let found: Vec<(String, String)> = ["3.3", "3.4", "3.5", "3.6"]
        .into_iter()
        .filter_map(|version| {
            let path = shared(&format!("conformance/nitf/nitf-example-{version}.xml"));
            Some((version.to_owned(), std::fs::read_to_string(path).ok()?))
        })
        .collect();
    if found.is_empty() {
        println!("skipped: {} is not here", shared("conformance/nitf").display());
    } else {
        println!("{} examples of NITF", found.len());
    }
    found
}

fn read(document: &str) -> Story {
    Format::Nitf.read(document.as_bytes()).unwrap().story
}

fn write(story: &Story) -> String {
    String::from_utf8(Format::Nitf.write(story).unwrap()).unwrap()
}

/// What XML says, one line for each fact: elements and attributes by their namespaces, text without the white
/// space that means nothing, all in their order.
fn facts_of(document: &str) -> Vec<String> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(document, options).unwrap();
    let mut facts = Vec::new();
    tell(document.root_element(), &mut facts);
    facts
}

fn tell(node: roxmltree::Node<'_, '_>, facts: &mut Vec<String>) {
    let is_own = node.tag_name().name() == "meta"
        && node.attribute("name").is_some_and(|name| name.starts_with("newsdesk-"));
    if is_own {
        return;
    }
    if node.is_text() {
        let words: Vec<&str> = node.text().unwrap_or_default().split_ascii_whitespace().collect();
        if !words.is_empty() {
            facts.push(format!("text {}", words.join(" ")));
        }
    }
    if node.is_element() {
        facts.push(format!("element {:?}", node.tag_name()));
        let mut attributes: Vec<String> = node
            .attributes()
            .map(|found| format!("attribute {:?} {} {:?}", found.namespace(), found.name(), found.value()))
            .collect();
        attributes.sort();
        facts.extend(attributes);
        node.children().for_each(|child| tell(child, facts));
        facts.push("end".to_owned());
    }
}

// ---- The specification's examples ----

#[test]
fn the_examples_are_read_without_an_error() {
    for (version, document) in examples() {
        let reading = Format::Nitf.read(document.as_bytes()).unwrap();
        let story = reading.story;
        assert!(!story.headline.is_empty(), "{version}");
        assert!(story.body.len() >= 5, "{version}: {:?}", story.body);
        for diagnostic in reading.diagnostics {
            assert!(diagnostic.position.is_some() && diagnostic.path.is_some(), "{version}: {diagnostic}");
        }
    }
}

#[test]
fn the_fields_of_the_examples_are_in_their_places() {
    for (version, document) in examples() {
        let story = read(&document);
        if version == "3.6" {
            assert_eq!(story.headline, "Astronauts take spacewalk No. 3 after suit snag");
            let byline = story.byline.unwrap();
            assert_eq!(byline.text, "By Alan Karben, EP Aerospace Writer.");
            assert_eq!(story.publishers[0].name, "The Example Press");
            assert_eq!(story.dateline.as_ref().unwrap().text, "CAPE CANAVERAL, Fla.");
            assert_eq!(story.dateline.unwrap().place.unwrap().name, "CAPE CANAVERAL");
            assert_eq!(story.dates.first_published.unwrap().edtf().as_deref(), Some("2009-11-23T11:44:28Z"));
            assert_eq!(story.facts.officials[0].label(), "Vinnie Tripodi");
            assert_eq!(story.media[0].credit.as_deref(), Some("The Example Press"));
            assert_eq!(story.rights.len(), 2);
            assert_eq!(story.body.len(), 10);
            assert_eq!(story.links[0].title.as_deref(), Some("NASA"));
            continue;
        }
        assert_eq!(story.headline, "Weather and Tide Updates for Norfolk");
        assert_eq!(story.standfirst.as_deref(), Some("A sample, fictitious NITF article"));
        assert_eq!(story.id.as_ref().map(Id::as_str), Some("iptc.321656141.b"));
        // The embargo is the date of release, not that of expiry.
        assert_eq!(story.dates.embargo.unwrap().edtf().as_deref(), Some("2002-02-26T09:30:00-05:00"));
        let subjects: Vec<&str> = story.subjects.iter().map(|subject| subject.name.as_str()).collect();
        assert_eq!(subjects, ["Weather", "Statistics", "Fishing Industry", "fishing", "lures", "tides"]);
        let kinds =
            |wanted: fn(&BlockKind) -> bool| story.body.iter().filter(|block| wanted(&block.kind)).count();
        assert_eq!(kinds(|kind| matches!(kind, BlockKind::ListItem { .. })), 3);
        assert_eq!(kinds(|kind| matches!(kind, BlockKind::Heading { .. })), 2);
        assert_eq!(kinds(|kind| matches!(kind, BlockKind::Boilerplate { .. })), 2);
        assert_eq!(story.byline.unwrap().authors.len(), 1);
    }
}

#[test]
fn read_and_written_again_the_examples_keep_every_fact() {
    for (version, document) in examples() {
        assert_eq!(facts_of(&write(&read(&document))), facts_of(&document), "{version}");
    }
}

/// Lines of `after` that are not in `before`, and the other way round.
fn changes(before: &[String], after: &[String]) -> (Vec<String>, Vec<String>) {
    let missing = |from: &[String], of: &[String]| {
        let mut rest = of.to_vec();
        let mut left = Vec::new();
        for line in from {
            match rest.iter().position(|other| other == line) {
                Some(at) => drop(rest.remove(at)),
                None => left.push(line.clone()),
            }
        }
        left
    };
    (missing(before, after), missing(after, before))
}

#[test]
fn an_edit_of_the_headline_is_written_and_all_else_kept() {
    for (version, document) in examples() {
        let mut story = read(&document);
        let old = std::mem::replace(&mut story.headline, "Another headline".to_owned());
        let (gone, new) = changes(&facts_of(&document), &facts_of(&write(&story)));
        assert_eq!(gone, [format!("text {old}")], "{version}");
        assert_eq!(new, ["text Another headline"], "{version}");
    }
}

#[test]
fn an_edit_of_a_paragraph_keeps_the_markup_in_it() {
    for (version, document) in examples() {
        let mut story = read(&document);
        let person = story.body.iter_mut().find(|block| block.text.contains("Vinnie Tripodi —"));
        let block = match person {
            Some(block) => block,
            None => story.body.iter_mut().find(|block| block.text.contains("Acme Boat Company")).unwrap(),
        };
        block.text.push_str(" And more.");
        let written = write(&story);
        let (gone, new) = changes(&facts_of(&document), &facts_of(&written));
        assert_eq!((gone.len(), new.len()), (1, 1), "{version}: {gone:#?} {new:#?}");
        assert!(new[0].ends_with(" And more."), "{version}");
        assert_eq!(Format::Nitf.read(written.as_bytes()).unwrap().story.body, story.body);
    }
}

#[test]
fn paragraphs_come_and_go_where_they_should() {
    for (version, document) in examples() {
        let mut story = read(&document);
        let at = story.body.iter().position(|block| block.kind == BlockKind::Paragraph).unwrap();
        let gone_text = story.body[at + 1].text.clone();
        story.body[at + 1] = Block::quotation("A quotation.");
        story.body.insert(at + 1, Block::paragraph("One more."));
        story.body.push(Block::boilerplate(BoilerplateRole::Contact, "Ask us."));
        let written = write(&story);
        assert_eq!(read(&written).body, story.body, "{version}");
        let (gone, new) = changes(&facts_of(&document), &facts_of(&written));
        let texts: Vec<&String> = new.iter().filter(|line| line.starts_with("text")).collect();
        assert!(texts.contains(&&"text A quotation.".to_owned()), "{version}: {new:#?}");
        let lost = gone.iter().filter(|line| line.starts_with("text")).all(|line| {
            let line = line.trim_start_matches("text ");
            gone_text.contains(line) || line == "One more."
        });
        assert!(lost, "{version}: {gone:#?}");
    }
}

#[test]
fn an_edit_of_a_name_is_written_and_all_else_kept() {
    for (version, document) in examples() {
        let mut story = read(&document);
        let official = &mut story.facts.officials[0];
        official.name = Some(Name::western("Maria Tripodi"));
        official.roles.push(Role::new("Commander"));
        let written = write(&story);
        let (gone, new) = changes(&facts_of(&document), &facts_of(&written));
        assert_eq!(gone, [""; 0], "{version}");
        for line in ["text Maria", "text Tripodi", "text Commander"] {
            assert!(new.contains(&line.to_owned()), "{version}: {new:#?}");
        }
        let again = read(&written);
        assert_eq!(again.facts, story.facts, "{version}");
        // Other systems find the name in a slot of NITF, without our remainder.
        let native = without_marks(&written);
        let officials = read(&native).facts.officials;
        assert!(
            officials.iter().any(|official| official.label() == "Maria Tripodi"),
            "{version}: {officials:?}"
        );
    }
}

#[test]
fn an_edit_of_the_date_of_a_visit_is_written_and_all_else_kept() {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2022, 5, day).unwrap();
    for (version, document) in examples() {
        let mut story = read(&document);
        let leg =
            Leg::to(Country::new("EE").unwrap()).with_place(Place::new("Tallinn").with_kind(PlaceKind::City));
        let visit = Visit::new(Id::numbered("visit", 1)).with_leg(leg).with_dates(Date::day(day(4)));
        story.facts.visits.push(visit.with_status(Status::Completed));
        let with_visit = write(&story);
        let (gone, new) = changes(&facts_of(&document), &facts_of(&with_visit));
        assert_eq!(gone, [""; 0], "{version}");
        assert!(new.contains(&r#"attribute None start-date "20220504""#.to_owned()), "{version}: {new:#?}");
        let mut story = read(&with_visit);
        assert_eq!(story.facts.visits.len(), 1);
        story.facts.visits[0].dates = Some(Date::day(day(7)));
        let moved = write(&story);
        let (gone, new) = changes(&facts_of(&with_visit), &facts_of(&moved));
        assert_eq!(gone, [r#"attribute None start-date "20220504""#], "{version}");
        assert_eq!(new, [r#"attribute None start-date "20220507""#], "{version}");
        assert_eq!(read(&moved), Format::Nitf.project(&story), "{version}");
        story.facts.visits.clear();
        assert!(
            changes(&facts_of(&document), &facts_of(&write(&story)))
                .1
                .iter()
                .all(|line| { line.starts_with("end") || line.contains("identified-content") })
        );
    }
}

/// The document as a system that knows nothing of our marks may hand it on.
fn without_marks(document: &str) -> String {
    let mut rest = document;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("<meta name=\"newsdesk-") {
        kept.push_str(before);
        rest = after.split_once("/>").unwrap().1;
    }
    kept + rest
}

// ---- Trouble in the input ----

#[test]
fn hostile_documents_end_in_an_error_with_its_place() {
    let deep = "<block>".repeat(500);
    for (document, kind) in [
        ("<nitf><body><body.content><p>cut off".to_owned(), TroubleKind::Truncated),
        ("<nitf><body></nitf>".to_owned(), TroubleKind::Syntax),
        ("<nitf xmlns=\"urn:other\"><body/></nitf>".to_owned(), TroubleKind::WrongFormat),
        ("<newsItem/>".to_owned(), TroubleKind::WrongFormat),
        (format!("<nitf><body><body.content>{deep}"), TroubleKind::Limit),
        ("<nitf><body>\u{1}</body></nitf>".to_owned(), TroubleKind::Syntax),
        ("<nitf x:a=\"b\"><body/></nitf>".to_owned(), TroubleKind::Syntax),
    ] {
        let error = Format::Nitf.read(document.as_bytes()).unwrap_err();
        assert_eq!(error.trouble().kind, kind, "{error}");
        assert!(error.trouble().position.is_some(), "{error}");
    }
}

#[test]
fn no_entity_is_fetched_or_expanded() {
    let bomb = "<!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>\
                <nitf><body><body.content><p>&b; &c;</p></body.content></body></nitf>";
    let reading = Format::Nitf.read(bomb.as_bytes()).unwrap();
    assert_eq!(reading.story.body[0].text, "&b; &c;");
    assert_eq!(reading.diagnostics.len(), 3, "{:?}", reading.diagnostics);
    let strict = ReadOptions::new().with_strict(true);
    assert_eq!(
        Format::Nitf.read_with(bomb.as_bytes(), &strict).unwrap_err().trouble().kind,
        TroubleKind::Unknown
    );
}

#[test]
fn every_cut_of_a_document_is_an_error() {
    let document = write(&samples()[0]);
    for end in (0..document.trim_end().len()).step_by(97) {
        let cut = document.as_bytes().get(..end).unwrap();
        assert!(Format::Nitf.read(cut).is_err(), "{end}");
    }
}

#[test]
fn trouble_is_told_with_its_place_and_the_rest_is_read() {
    let document = r#"<nitf baselang="not a tag"><head><tobject><tobject.subject tobject.subject.type="Weather"/></tobject>
<docdata><doc-id id-string="two words"/><date.issue norm="May 4th"/><date.release norm=" 2022-05-04T10:00:00+01:00 "/>
</docdata></head><body><body.head><hedline><hl1>A <mood>fine</mood> day</hl1></hedline></body.head><body.content>
<p>One.</p><media media-type="image"><media-reference source="tide.jpg"/></media><unknown>x</unknown><p>Two.</p>
</body.content></body></nitf>"#;
    let reading = Format::Nitf.read(document.as_bytes()).unwrap();
    let told: Vec<(&str, usize)> = reading
        .diagnostics
        .iter()
        .map(|found| (found.path.as_deref().unwrap(), found.position.as_ref().unwrap().line))
        .collect();
    assert_eq!(
        told,
        [
            ("nitf/@baselang", 1),
            ("nitf/head/tobject/tobject.subject/@tobject.subject.refnum", 1),
            ("nitf/head/docdata/doc-id/@id-string", 2),
            ("nitf/head/docdata/date.issue/@norm", 2),
            ("nitf/body/body.head/hedline/hl1/mood", 3),
            ("nitf/body/body.content/media/media-reference/@source", 4),
            ("nitf/body/body.content/unknown", 4),
        ]
    );
    let story = reading.story;
    assert_eq!(story.headline, "A fine day");
    assert_eq!(story.subjects[0].name, "Weather");
    assert_eq!(story.dates.first_published.as_ref().unwrap().raw, "May 4th");
    assert_eq!(story.dates.embargo.as_ref().unwrap().edtf().as_deref(), Some("2022-05-04T10:00:00+01:00"));
    let texts: Vec<&str> = story.body.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["One.", "Two."]);
    assert_eq!(facts_of(&write(&story)), facts_of(document));
    let strict = ReadOptions::new().with_strict(true);
    let error = Format::Nitf.read_with(document.as_bytes(), &strict).unwrap_err();
    assert_eq!(error.trouble().path.as_deref(), Some("nitf/@baselang"));
}

#[test]
fn encodings_are_read_by_their_declaration() {
    let document = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><nitf><body><body.content><p>caf\u{e9}</p></body.content></body></nitf>";
    let latin: Vec<u8> = document.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(document.replace("ISO-8859-1", "UTF-16").encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    for bytes in [latin, utf16] {
        assert_eq!(Format::detect(&bytes), Some(Format::Nitf));
        let story = Format::Nitf.read(&bytes).unwrap().story;
        assert_eq!(story.body[0].text, "caf\u{e9}");
        assert_eq!(facts_of(&write(&story)), facts_of(&document.replace("ISO-8859-1", "UTF-8")));
    }
}

#[test]
fn a_remainder_of_an_edited_document_is_left_aside_and_that_is_told() {
    let story = &samples()[0];
    let edited = write(story).replacen("<p>", "<p>Edited elsewhere. ", 1);
    let reading = Format::Nitf.read(edited.as_bytes()).unwrap();
    assert_eq!(reading.diagnostics.len(), 1);
    assert_eq!(reading.diagnostics[0].path.as_deref(), Some("nitf/head/meta[1]/@content"));
    assert!(reading.story.body[0].text.starts_with("Edited elsewhere. "));
    assert_eq!(reading.story.facts.officials.len(), story.facts.officials.len());
}

// ---- Foreign validation ----

/// What xmllint says of documents by the NITF 3.6 schema; none where the one or the other is not here.
fn xmllint(folder: &str, documents: &[String]) -> Option<(bool, String)> {
    let schema = shared("conformance/newsml-g2/nitf-3-6.xsd");
    if !schema.exists() {
        println!("skipped: {} is not here", schema.display());
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let files: Vec<PathBuf> = documents
        .iter()
        .enumerate()
        .map(|(number, document)| {
            let file = folder.join(format!("{number}.xml"));
            std::fs::write(&file, document).unwrap();
            file
        })
        .collect();
    match Command::new("xmllint").args(["--noout", "--nonet", "--schema"]).arg(schema).args(files).output() {
        Ok(output) => Some((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())),
        Err(error) => {
            println!("skipped: xmllint cannot be run ({error}); the package libxml2-utils has it");
            None
        }
    }
}

fn assert_valid(folder: &str, documents: &[String]) {
    if let Some((valid, messages)) = xmllint(folder, documents) {
        let faults: Vec<&str> =
            messages.lines().filter(|line| !line.ends_with(" validates")).take(20).collect();
        assert!(valid, "{}", faults.join("\n"));
        println!("xmllint finds {} documents valid", documents.len());
    }
}

#[test]
fn xmllint_finds_what_is_written_valid() {
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let stories = strategy::story(&strategy::xml_text());
    let mut documents: Vec<String> =
        (0..300).map(|_| write(&stories.new_tree(&mut runner).unwrap().current())).collect();
    documents.push(write(&Story::new("")));
    documents.extend(samples().iter().map(write));
    assert_valid("nitf-valid", &documents);
}

#[test]
fn xmllint_finds_edited_examples_valid() {
    let mut documents = Vec::new();
    for (version, document) in examples() {
        if version != "3.6" {
            continue;
        }
        for sample in samples() {
            let mut story = read(&document);
            let kept = std::mem::take(&mut story.extensions);
            let mut edited = sample;
            edited.extensions = kept;
            documents.push(write(&edited));
            assert_eq!(read(&write(&edited)).body, edited.body);
            let mut longer = read(&document);
            longer.body.extend(edited.body);
            longer.facts.visits = edited.facts.visits;
            documents.push(write(&longer));
        }
    }
    if !documents.is_empty() {
        assert_valid("nitf-edited", &documents);
    }
}

use proptest::strategy::ValueTree;

/// The sample stories with their facts.
fn samples() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let extractor = Extractor::new();
    texts.map(|path| extractor.extract(std::fs::read_to_string(path).unwrap().parse().unwrap())).collect()
}

// ---- Round trips ----

proptest! {
    #![proptest_config(strategy::cases(256))]

    #[test]
    fn a_story_reads_back_as_nitf_holds_it(story in strategy::story(&strategy::xml_text())) {
        let reading = Format::Nitf.read(&Format::Nitf.write(&story).unwrap()).unwrap();
        prop_assert_eq!(&reading.diagnostics, &[]);
        prop_assert_eq!(&reading.story, &Format::Nitf.project(&story));
        let loss = Format::Nitf.loss(&story);
        prop_assert_eq!(&loss, &LossReport::between(&story, &reading.story));
        prop_assert!(loss.is_empty(), "{:?}", loss);
    }

    #[test]
    fn any_story_is_written_or_refused_with_a_path(story in strategy::story(&strategy::any_text())) {
        match Format::Nitf.write(&story) {
            Ok(document) => prop_assert_eq!(Format::Nitf.read(&document).unwrap().story, story),
            Err(error) => prop_assert!(error.path.starts_with("story/"), "{}", error),
        }
    }

    #[test]
    fn a_document_keeps_its_facts_whatever_story_is_written_into_it(
        first in strategy::story(&strategy::xml_text()),
        second in strategy::story(&strategy::xml_text()),
    ) {
        let document = foreign(&first);
        let kept = read(&document);
        prop_assert_eq!(facts_of(&write(&kept)), facts_of(&document));
        let mut edited = second;
        edited.extensions.splice(0..0, kept.extensions);
        let written = write(&edited);
        prop_assert_eq!(read(&written), Format::Nitf.project(&edited));
        // What the model has no name for is still there.
        for fact in ["attribute None ed-urg \"3\"", "text For my mother", "attribute None scope \"World\""] {
            prop_assert!(facts_of(&written).iter().any(|line| line == fact), "{} in {}", fact, written);
        }
    }
}

/// The document of a story as another system might have made it.
fn foreign(story: &Story) -> String {
    let document = without_marks(&write(story));
    let urgency = "<docdata><urgency ed-urg=\"3\"/><doc-scope scope=\"World\"/>";
    let document = match document.contains("<docdata>") {
        true => document.replacen("<docdata>", urgency, 1),
        false => document.replacen("<head/>", &format!("<head>{urgency}</docdata></head>"), 1),
    };
    let document = match document.contains("<docdata>") {
        true => document,
        false => document.replacen("</head>", &format!("{urgency}</docdata></head>"), 1),
    };
    let end = "<note><body.content><table><tr><td>For my mother</td></tr></table></body.content></note>";
    match document.contains("<body.content/>") {
        true => document.replacen("<body.content/>", &format!("<body.content>{end}</body.content>"), 1),
        false => document.replacen("<body.content>", &format!("<body.content>{end}"), 1),
    }
}

#[test]
fn the_sample_stories_lose_nothing() {
    for story in samples() {
        let document = write(&story);
        assert_eq!(read(&document), story);
        // What other systems see is the story too.
        let native = read(&without_marks(&document));
        assert_eq!((&native.headline, &native.body), (&story.headline, &story.body));
        let labels = |story: &Story| story.facts.officials.iter().map(Official::label).collect::<Vec<_>>();
        assert_eq!(labels(&native), labels(&story));
        assert_eq!(native.facts.visits.len(), story.facts.visits.len());
        // Speech that begins in a sentence and goes on in a block is two elements; no word of it is lost.
        let words = |story: &Story| {
            let quotes: Vec<_> = story.facts.quotes.iter().map(Quote::text).collect();
            quotes.join("\n\n")
        };
        assert_eq!(words(&native), words(&story), "{document}");
    }
}
