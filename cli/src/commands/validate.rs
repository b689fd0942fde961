//! `newsdesk validate`: what the rules find.

use newsdesk::validate::Severity;

use crate::args::Validate;
use crate::input::documents;
use crate::output::Stop;
use crate::report::{Outcome, Reports};

pub(super) fn run(args: &Validate, reports: &Reports) -> Result<(), Stop> {
    let extractor = super::extractor(&args.words)?;
    for document in documents(&args.source, reports) {
        if !document.diagnostics.is_empty() {
            reports.note(Outcome::Findings);
        }
        let mut story = document.story.clone();
        if story.facts.is_empty() {
            story = extractor.extract(story);
        }
        super::check(&story, &document, Severity::Warning, reports);
    }
    Ok(())
}
