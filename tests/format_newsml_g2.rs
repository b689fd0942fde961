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
