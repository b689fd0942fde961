//! `newsdesk extract`: the facts of stories, read in their prose and checked.

use newsdesk::validate::Severity;
use newsdesk::{Extractor, Facts};

use crate::args::Extract;
use crate::explain::{Style, explained};
use crate::input::documents;
use crate::output::{Output, Stop, to_stdout};
use crate::report::Reports;

pub(super) fn run(args: &Extract, reports: &Reports) -> Result<(), Stop> {
    let extractor = super::extractor(&args.words)?;
    if args.explain {
        return explain(args, &extractor, reports);
    }
    let least = if args.source.strict { Severity::Warning } else { Severity::Error };
    let mut output = Output::open(&args.target, args.to)?;
    for document in documents(&args.source, reports) {
        let story = extractor.extract(document.story.clone().with_facts(Facts::new()));
        super::check(&story, &document, least, reports);
        super::write(&mut output, args.to, &story, &document, reports)?;
    }
    output.finish()
}

/// Tells the facts of each story and the reasons for them.
fn explain(args: &Extract, extractor: &Extractor, reports: &Reports) -> Result<(), Stop> {
    for (index, document) in documents(&args.source, reports).enumerate() {
        let story = extractor.extract(document.story.clone().with_facts(Facts::new()));
        let told = explained(&story, &extractor.explain(&story), Style::of_stdout());
        let gap = if index > 0 { "\n" } else { "" };
        to_stdout(&format!("{gap}{told}"))?;
    }
    Ok(())
}
