//! Any text at all: it is read, its facts are found, and each points at the words that it came from.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use newsdesk::{Extractor, Format};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = Format::Text.read(bytes) else { return };
    let story = EXTRACTOR.extract(reading.story);
    for evidence in story.facts.evidence() {
        let words = story.text_of(evidence.part).and_then(|text| text.get(evidence.span()));
        assert_eq!(words, Some(evidence.text.as_str()));
    }
    assert_eq!(EXTRACTOR.extract(story.clone()), story);
    let _ = EXTRACTOR.explain(&story);
});
