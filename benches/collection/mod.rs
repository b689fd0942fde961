//! What the benchmarks read: the sample stories, and ten megabytes of them.

use std::fs;
use std::path::Path;

use newsdesk::{Extractor, Format, Story};

/// How many bytes a collection has at least.
const BYTES: usize = 10_000_000;

/// The plain-text sample stories, in the order of their names.
pub fn sample_texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the sample stories are part of the package")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a sample story is text")).collect()
}

/// The sample stories with their facts.
pub fn sample_stories() -> Vec<Story> {
    let extractor = Extractor::new();
    stories_without_facts().into_iter().map(|story| extractor.extract(story)).collect()
}

/// The sample stories as they are published.
pub fn stories_without_facts() -> Vec<Story> {
    let read = |text: &String| Format::Text.read(text.as_bytes()).expect("a sample story can be read").story;
    sample_texts().iter().map(read).collect()
}

/// Stories in a format, again and again, until they come to ten megabytes.
pub fn documents_of(stories: &[Story], format: Format) -> Vec<Vec<u8>> {
    let written: Vec<Vec<u8>> =
        stories.iter().map(|story| format.write(story).expect("a sample story can be written")).collect();
    let mut total = 0;
    let whole = written.iter().cycle().take_while(|document| {
        let more = total < BYTES;
        total += document.len();
        more
    });
    whole.cloned().collect()
}

/// The bytes of some documents.
#[allow(dead_code, reason = "extraction counts the bytes of prose")]
pub fn bytes(documents: &[Vec<u8>]) -> u64 {
    documents.iter().map(|document| document.len() as u64).sum()
}
