//! Reads a story and prints its officials, with what they are and how often they are spoken of.
//!
//! `cargo run --example read_officials [STORY.txt]`

use std::error::Error;
use std::fmt::Write;

use newsdesk::{Extractor, Format};

fn main() -> Result<(), Box<dyn Error>> {
    let sample = include_bytes!("stories/harbour-visit.txt").to_vec();
    let story = std::env::args().nth(1).map_or(Ok(sample), std::fs::read)?;
    print!("{}", run(&story)?);
    Ok(())
}

/// A line for each official.
pub fn run(text: &[u8]) -> Result<String, Box<dyn Error>> {
    let story = Extractor::new().extract(Format::Text.read(text)?.story);
    let mut lines = String::new();
    for official in &story.facts.officials {
        let rank = official.rank.iter().map(ToString::to_string);
        let titles: Vec<String> = rank.chain(official.roles.iter().map(ToString::to_string)).collect();
        let country = official.country.map_or("?".to_owned(), |country| country.to_string());
        writeln!(
            lines,
            "{} ({country}): {}; {} mentions",
            official.label(),
            titles.join(", "),
            official.mentions.len()
        )?;
    }
    Ok(lines)
}
