//! The commands, a file each.

mod convert;
mod extract;
mod facts;
mod formats;
mod validate;

use std::fs;
use std::process::ExitCode;

use newsdesk::extract::Entry;
use newsdesk::{Extractor, Format, Story};

use crate::args::{Args, Command, Words};
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
        Command::Validate(args) => validate::run(args, &reports),
        Command::Formats => formats::run(),
    };
    if let Err(Stop::Failed(place, message)) = done {
        reports.unreadable(&place.display().to_string(), &message);
    }
    reports.outcome().into()
}

/// The extractor with the words of the user, too.
fn extractor(words: &Words) -> Result<Extractor, Stop> {
    let Some(path) = &words.lexicon else { return Ok(Extractor::new()) };
    let failed = |message: String| Stop::Failed(path.clone(), message);
    let text = fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    let entries = Entry::read_lines(&text).map_err(|error| failed(error.to_string()))?;
    Ok(Extractor::new().with_entries(entries))
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
