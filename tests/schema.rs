//! The published schemas describe exactly what is written: foreign validators say so.

mod strategy;

use std::path::{Path, PathBuf};
use std::process::Command;

use newsdesk::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

const STORIES: usize = 300;

/// Stories from a fixed seed, and the emptiest one.
fn stories(text: &strategy::Text) -> Vec<Story> {
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let story = strategy::story(text);
    let mut stories: Vec<Story> =
        (0..STORIES).map(|_| story.new_tree(&mut runner).unwrap().current()).collect();
    stories.push(Story::new(""));
    stories
}

fn schema(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(name)
}

/// What xmllint says of documents; none where it is not installed.
fn xmllint(folder: &str, documents: &[String]) -> Option<(bool, String)> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let files = documents.iter().enumerate().map(|(number, document)| {
        let file = folder.join(format!("{number}.xml"));
        std::fs::write(&file, document).unwrap();
        file
    });
    let files: Vec<PathBuf> = files.collect();
    match Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(schema("newsdesk.xsd"))
        .args(files)
        .output()
    {
        Ok(output) => Some((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())),
        Err(error) => {
            println!("skipped: xmllint cannot be run ({error}); the package libxml2-utils has it");
            None
        }
    }
}

#[test]
fn xmllint_finds_every_document_valid() {
    let stories = stories(&strategy::xml_text());
    let mut documents: Vec<String> = stories.iter().map(|story| story.to_xml().unwrap()).collect();
    for Facts { officials, organisations, visits, meetings, commemorations, quotes, .. } in
        stories.iter().take(60).map(|story| story.facts.clone())
    {
        documents.extend(officials.iter().map(|fact| fact.to_xml().unwrap()));
        documents.extend(organisations.iter().map(|fact| fact.to_xml().unwrap()));
        documents.extend(visits.iter().map(|fact| fact.to_xml().unwrap()));
        documents.extend(meetings.iter().map(|fact| fact.to_xml().unwrap()));
        documents.extend(commemorations.iter().map(|fact| fact.to_xml().unwrap()));
        documents.extend(quotes.iter().map(|fact| fact.to_xml().unwrap()));
    }
    if let Some((valid, messages)) = xmllint("valid", &documents) {
        let faults: Vec<&str> =
            messages.lines().filter(|line| !line.ends_with(" validates")).take(20).collect();
        assert!(valid, "{}", faults.join("\n"));
    }
}

#[test]
fn xmllint_refuses_what_the_reader_refuses() {
    for (number, inside) in [
        "<mood/>",
        "<link/>",
        "<headline colour='red'/>",
        "<headline/><headline/>",
        "<facts><visit id='a b'/></facts>",
        "<facts><visit id='a' days='many'/></facts>",
        "<body><heading>a</heading></body>",
        "<dates><updated><calendar/></updated></dates>",
        "<dates><updated><calendar><day>May</day></calendar></updated></dates>",
        "<dates><updated approximate='1'/></dates>",
        "<dates><updated weekday='Friday, perhaps'/></dates>",
    ]
    .into_iter()
    .enumerate()
    {
        let document = format!("<story xmlns='urn:newsdesk:story:1'>{inside}</story>");
        assert!(Story::from_xml(&document).is_err(), "{document}");
        if let Some((valid, _)) = xmllint(&format!("invalid-{number}"), std::slice::from_ref(&document)) {
            assert!(!valid, "{document}");
        }
    }
}

fn json_schema() -> jsonschema::Validator {
    let schema = std::fs::read_to_string(schema("newsdesk.schema.json")).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap()
}

#[test]
fn the_json_schema_takes_every_document() {
    let validator = json_schema();
    for story in stories(&strategy::any_text()) {
        let document: Value = serde_json::from_str(&story.to_json().unwrap()).unwrap();
        if let Err(error) = validator.validate(&document) {
            panic!("{}: {error}\n{document:#}", error.instance_path());
        }
    }
}

#[test]
fn the_json_schema_refuses_what_the_reader_refuses() {
    let validator = json_schema();
    for document in [
        json!([]),
        json!({"headline": 1}),
        json!({"mood": "good"}),
        json!({"links": [{}]}),
        json!({"id": ""}),
        json!({"country": "RS"}),
        json!({"publishers": [{"id": "a", "name": "A", "country": "Serbia"}]}),
        json!({"body": [{"kind": "poem", "text": ""}]}),
        json!({"body": [{"kind": {"heading": {"level": 256}}, "text": ""}]}),
        json!({"body": [{"kind": {"heading": {}}, "text": ""}]}),
        json!({"facts": {"visits": [{"id": "a", "days": -1}]}}),
        json!({"facts": {"visits": [{"id": "a", "visitors": [{"official": "a", "described": "b"}]}]}}),
        json!({"dates": {"updated": {"calendar": {"day": "May"}}}}),
        json!({"dates": {"updated": {"weekday": "Caturday"}}}),
        json!({"rights": [{"licence": "no scheme"}]}),
    ] {
        assert!(!validator.is_valid(&document), "{document}");
        assert!(Story::from_json(&document.to_string()).is_err(), "{document}");
    }
}

/// Every member that a schema lets be left out comes up in some story, so that none goes untested.
#[test]
fn the_stories_fill_every_field() {
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(schema("newsdesk.schema.json")).unwrap()).unwrap();
    let all: String = stories(&strategy::any_text()).iter().map(|story| story.to_json().unwrap()).collect();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        for member in definition["properties"].as_object().into_iter().flat_map(|members| members.keys()) {
            assert!(all.contains(&format!("\"{member}\":")), "{name}/{member}");
        }
    }
}
