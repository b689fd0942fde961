//! NewsML-G2: the standard's own files, edits in them, and the round trips.
#![cfg(feature = "newsml-g2")]

mod strategy;
mod xml_facts;

use std::fs;
use std::path::{Path, PathBuf};

use newsdesk::*;
use proptest::prelude::*;
use xml_facts::facts;

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
    #![proptest_config(strategy::cases(256))]

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
