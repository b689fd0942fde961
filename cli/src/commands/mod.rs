//! The commands, a file each.

mod convert;
mod extract;
mod facts;
mod formats;
mod validate;

use std::process::ExitCode;

use newsdesk::{Format, Story};

use crate::args::{Args, Command};
use crate::input::Document;
use crate::output::{Output, Stop};
use crate::report::{Outcome, Reports, Stream};

/// Does what the command line says, and says how it went.
pub(crate) fn run(args: Args) -> ExitCode {
    let reports = Reports::to(match args.command {
        Command::Validate(_) => Stream::Stdout,
        _ => Stream::Stderr,
    });
    let done = match &args.command {
        Command::Convert(args) => convert::run(args, &reports),
        Command::Extract(args) => extract::run(args, &reports),
        Command::Facts(args) => facts::run(args, &reports),
        Command::Validate(args) => {
            validate::run(args, &reports);
            Ok(())
        }
        Command::Formats => formats::run(),
    };
    if let Err(Stop::Failed(place, message)) = done {
        reports.unreadable(&place.display().to_string(), &message);
    }
    reports.outcome().into()
}

/// Writes a story in a format. One that the format cannot hold is told and passed over.
fn write(
    output: &mut Output,
    format: Format,
    story: &Story,
    document: &Document,
    reports: &Reports,
) -> Result<(), Stop> {
    match format.write(story) {
        Ok(bytes) => output.write(&bytes, story, &document.origin),
        Err(error) => {
            let message = format!("{} cannot hold the story: {error}", format.name());
            reports.unreadable(&document.origin.name, &message);
            Ok(())
        }
    }
}

/// Tells what the rules find in a story; what is at least as bad as `least` is a finding of the run.
fn check(story: &Story, document: &Document, least: newsdesk::validate::Severity, reports: &Reports) {
    for finding in story.validate().findings {
        reports.finding(&document.origin, story, &finding);
        if finding.severity >= least {
            reports.note(Outcome::Findings);
        }
    }
}
