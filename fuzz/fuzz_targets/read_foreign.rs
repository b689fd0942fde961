//! Any bytes at all as each format of the field (the first byte says which): what is read can be written in
//! its format, and what was written reads back as what the format says it holds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsdesk::Format;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, document)) = bytes.split_first() else { return };
    let format = Format::ALL[usize::from(first) % Format::ALL.len()];
    let Ok(reading) = format.read(document) else { return };
    let Ok(written) = format.write(&reading.story) else { return };
    let again = format.read(&written).expect("what was written can be read");
    assert_eq!(again.story, format.project(&reading.story), "{format:?}");
});
