//! `newsdesk extract`: the facts of stories, read in their prose and checked.

use newsdesk::validate::Severity;
use newsdesk::{Extractor, Facts};

use crate::args::Extract;
use crate::input::documents;
use crate::output::{Output, Stop};
use crate::report::Reports;

pub(super) fn run(args: &Extract, reports: &Reports) -> Result<(), Stop> {
    let extractor = Extractor::new();
    let least = if args.source.strict { Severity::Warning } else { Severity::Error };
    let mut output = Output::open(&args.target, args.to)?;
    for document in documents(&args.source, reports) {
        let story = extractor.extract(document.story.clone().with_facts(Facts::new()));
        super::check(&story, &document, least, reports);
        super::write(&mut output, args.to, &story, &document, reports)?;
    }
    output.finish()
}
