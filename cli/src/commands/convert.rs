//! `newsdesk convert`: stories as they stand, in another format.

use crate::args::Convert;
use crate::input::documents;
use crate::output::{Output, Stop};
use crate::report::{Outcome, Reports};

pub(super) fn run(args: &Convert, reports: &Reports) -> Result<(), Stop> {
    let mut output = Output::open(&args.target, args.to)?;
    for document in documents(&args.source, reports) {
        let losses = args.to.loss(&document.story).dropped;
        reports.losses(&document.origin, args.to.name(), &losses);
        if args.source.strict && !losses.is_empty() {
            reports.note(Outcome::Findings);
        }
        super::write(&mut output, args.to, &document.story, &document, reports)?;
    }
    output.finish()
}
