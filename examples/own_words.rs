//! Finds people and places that the built-in lexicon does not know.
//!
//! `cargo run --example own_words --features extract`

use newsdesk::extract::{Entry, Explanation};
use newsdesk::{Block, Extractor, Story};

/// What `newsdesk facts --lexicon FILE` reads from a file.
const WORDS: &str = "# kind\twords\tcountry
person\tQiro Vantel\tFI
role\tKeeper of the Bridge
place\tOstaville\tFR
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    print!("{}", run()?);
    Ok(())
}

/// Each reason for each fact, a line each.
pub(crate) fn run() -> Result<String, Box<dyn std::error::Error>> {
    let extractor = Extractor::new()
        .with_date("2022-05-04".parse()?)
        .with_entries(Entry::read_lines(WORDS)?)
        .with_entries([Entry::organisation("Bridge Council")]);
    let story = Story::new("A day in Ostaville").with_block(Block::paragraph(
        "Qiro Vantel visited Ostaville on Monday. He met Keeper of the Bridge Ana Virta.",
    ));
    let story = extractor.extract(story);
    let explanations = extractor.explain(&story);
    let line = |reason: &Explanation<'_>| {
        format!("{}: {} ({})\n", reason.fact, reason.evidence.text, reason.evidence.rule)
    };
    Ok(explanations.iter().map(line).collect())
}
