//! The same story gives the same facts whichever format it is read from.

#![cfg(all(
    feature = "text",
    feature = "markdown",
    feature = "xml",
    feature = "json",
    feature = "facts",
    feature = "extract"
))]

use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use newsdesk::format::facts::stories;
use newsdesk::{Extractor, Format, ReadOptions, Story};

/// One story of the corpus of so many is read.
const SAMPLE: usize = 120;

fn read_from(format: Format, story: &Story) -> Story {
    let bytes = format.write(story).unwrap_or_else(|error| panic!("{format}: {error}"));
    format.read(&bytes).unwrap_or_else(|error| panic!("{format}: {error}")).story
}

#[track_caller]
fn has_the_same_facts_everywhere(name: &str, story: &Story, extractor: &Extractor) {
    // What text does not keep, such as the day of publication, is of no matter here.
    let story = read_from(Format::Text, story);
    let facts = extractor.extract(story.clone()).facts;
    for format in [Format::Text, Format::Markdown, Format::Xml, Format::Json] {
        let other = extractor.extract(read_from(format, &story)).facts;
        assert!(other == facts, "{name} has other facts in {format}:\n{other:#?}\nthan in text:\n{facts:#?}");
    }
}

#[test]
fn the_sample_stories_have_the_same_facts_in_every_format() {
    let extractor = Extractor::new().with_date("2022-05-04".parse().unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let format = Format::from_extension(path.extension().unwrap().to_str().unwrap()).unwrap();
        let story = format.read(&fs::read(&path).unwrap()).unwrap().story;
        has_the_same_facts_everywhere(&path.display().to_string(), &story, &extractor);
        count += 1;
    }
    assert!(count > 10);
}

#[test]
fn real_stories_have_the_same_facts_in_every_format() {
    let extractor = Extractor::new().with_date("2022-05-04".parse().unwrap());
    for name in ["us-state.jsonl", "au-pm.jsonl"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(name);
        let Ok(file) = File::open(&path) else {
            println!("skipped: there is no {}", path.display());
            continue;
        };
        for reading in stories(BufReader::new(file), &ReadOptions::new()).step_by(SAMPLE) {
            let story = reading.unwrap().story;
            has_the_same_facts_everywhere(&format!("{:?}", story.id), &story, &extractor);
        }
    }
}
