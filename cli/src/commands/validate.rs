//! `newsdesk validate`: what the rules find.

use newsdesk::Extractor;
use newsdesk::validate::Severity;

use crate::args::Validate;
use crate::input::documents;
use crate::report::{Outcome, Reports};

pub(super) fn run(args: &Validate, reports: &Reports) {
    let extractor = Extractor::new();
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
}
