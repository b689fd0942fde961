//! Any bytes at all as Markdown: what is read can be written, and reads back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsdesk::Format;

fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = Format::Markdown.read(bytes) else { return };
    let Ok(written) = Format::Markdown.write(&reading.story) else { return };
    let again = Format::Markdown.read(&written).expect("what was written can be read");
    assert_eq!(again.story, reading.story);
});
