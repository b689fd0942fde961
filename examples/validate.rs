//! Checks a story that has something wrong with it, and shows each finding with the words it concerns.
//!
//! `cargo run --example validate`

use std::error::Error;
use std::fmt::Write;

use newsdesk::{Extractor, Format};

const STORY: &str = "\
Minister opens bridge at Ost

LONDON, 4 May 2022 – The Minister of Works, Ada Quill, opened the bridge at Ost on Monday.

“It is a fine bridge, she said.
";

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", run(STORY)?);
    Ok(())
}

/// A paragraph for each finding.
pub fn run(text: &str) -> Result<String, Box<dyn Error>> {
    let story = Extractor::new().extract(Format::Text.read(text.as_bytes())?.story);
    let mut findings = String::new();
    for finding in story.validate().findings {
        writeln!(findings, "{} at {}: {}", finding.rule, finding.path, finding.message)?;
        let words = finding.span.and_then(|span| story.text_of(span.part)?.get(span.range()));
        if let Some(words) = words {
            writeln!(findings, "    {words}")?;
        }
    }
    Ok(findings)
}
