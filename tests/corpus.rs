//! Real stories, read, extracted, checked, written and read back.
//!
//! A sample of `../shared/corpus` runs by default; `NEWSDESK_CORPUS=all` runs every line. Where the
//! folder is absent the test says so and passes.

#![cfg(all(feature = "facts", feature = "xml", feature = "json", feature = "extract", feature = "validate"))]

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use newsdesk::extract::RULES;
use newsdesk::format::facts::stories;
use newsdesk::{Extractor, Format, ReadOptions, Story};

/// One story of so many is in the sample.
const SAMPLE: usize = 20;

fn corpus(name: &str) -> Option<impl Iterator<Item = Story>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(name);
    let Ok(file) = File::open(&path) else {
        println!("skipped: there is no {}", path.display());
        return None;
    };
    let step = if std::env::var_os("NEWSDESK_CORPUS").is_some_and(|all| all == "all") { 1 } else { SAMPLE };
    let read = stories(BufReader::new(file), &ReadOptions::new());
    Some(read.step_by(step).map(|reading| reading.expect("a line of the corpus is a story").story))
}

fn survives(story: Story, extractor: &Extractor) {
    let story = extractor.extract(story);
    for evidence in story.facts.evidence() {
        assert!(RULES.iter().any(|rule| rule.id == evidence.rule), "{:?}: {evidence:?}", story.id);
    }
    let report = story.validate();
    let errors: Vec<_> = report.errors().filter(|finding| finding.path.starts_with("story/facts")).collect();
    assert!(errors.is_empty(), "{:?}: {errors:?}", story.id);
    for format in [Format::Xml, Format::Json] {
        let bytes = format.write(&story).unwrap_or_else(|error| panic!("{:?}: {error}", story.id));
        let reading = format.read(&bytes).unwrap_or_else(|error| panic!("{:?}: {error}", story.id));
        assert_eq!(reading.diagnostics, [], "{:?}", story.id);
        assert!(reading.story == story, "{:?} changes on its way through {format}", story.id);
    }
    let again = extractor.extract(story.clone());
    assert!(again == story, "{:?} gives other facts when it is read again", story.id);
}

#[test]
fn stories_of_the_state_department_survive() {
    let extractor = Extractor::new();
    corpus("us-state.jsonl").into_iter().flatten().for_each(|story| survives(story, &extractor));
}

#[test]
fn stories_of_the_prime_minister_of_australia_survive() {
    let extractor = Extractor::new();
    corpus("au-pm.jsonl").into_iter().flatten().for_each(|story| survives(story, &extractor));
}
