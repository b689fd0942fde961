//! Converts a story as published into Markdown and JSON, and says what Markdown could not hold.
//!
//! `cargo run --example convert [STORY.txt]`

use std::error::Error;

use newsdesk::{Format, convert};

fn main() -> Result<(), Box<dyn Error>> {
    let sample = include_bytes!("stories/embargoed-release.txt").to_vec();
    let story = std::env::args().nth(1).map_or(Ok(sample), std::fs::read)?;
    let (markdown, json) = run(&story)?;
    print!("{markdown}\n{json}");
    Ok(())
}

/// The story as Markdown, and as JSON.
pub fn run(text: &[u8]) -> Result<(String, String), Box<dyn Error>> {
    let (markdown, loss) = convert(text, Format::Text, Format::Markdown)?;
    for lost in &loss.dropped {
        println!("Markdown has no place for {}: {}", lost.path, lost.value);
    }
    let (json, loss) = convert(text, Format::Text, Format::Json)?;
    assert!(loss.dropped.is_empty(), "the crate's own JSON holds everything");
    Ok((String::from_utf8(markdown)?, String::from_utf8(json)?))
}
