//! `newsdesk facts`: the facts of stories as flat lines.

use newsdesk::{Facts as FactsOfStory, Format, Id};

use crate::args::Facts;
use crate::input::documents;
use crate::output::{Output, Stop};
use crate::report::Reports;

pub(super) fn run(args: &Facts, reports: &Reports) -> Result<(), Stop> {
    let extractor = super::extractor(&args.words)?;
    let mut output = Output::open(&args.target, Format::Facts)?;
    for document in documents(&args.source, reports) {
        let mut story = extractor.extract(document.story.clone().with_facts(FactsOfStory::new()));
        if story.id.is_none() {
            story.id = id_of_stem(&document.origin.stem.to_string_lossy());
        }
        super::write(&mut output, Format::Facts, &story, &document, reports)?;
    }
    output.finish()
}

/// The name of a file as an id: what an id cannot hold becomes a hyphen.
fn id_of_stem(stem: &str) -> Option<Id> {
    let id: String =
        stem.chars().map(|c| if c.is_whitespace() || c.is_control() { '-' } else { c }).collect();
    Id::new(id).ok()
}
