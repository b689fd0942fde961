//! The command `newsdesk`.
#![forbid(unsafe_code)]

mod args;
mod commands;
mod explain;
mod input;
mod locate;
mod output;
mod report;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    commands::run(args::Args::parse())
}
