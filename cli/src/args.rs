//! What the command line says.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as ClapArgs, Parser, Subcommand};
use newsdesk::Format;

const EXIT_CODES: &str = "\
Exit codes:
  0  all went well
  1  there are findings: what counts as one, each command's help says
  2  the command line is wrong, or an input could not be read or an output not written;
     the inputs beside it are worked on all the same";

/// Government news as typed, checked data: reads stories, finds their facts, checks and converts them.
#[derive(Debug, Parser)]
#[command(name = "newsdesk", version, max_term_width = 100, after_help = EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn stories into another format, as they stand
    #[command(long_about = "Turn stories into another format, as they stand.\n\n\
        No facts are read from the prose: `extract` does that. What the new format cannot hold is told on \
        standard error. With --strict, that is a finding (exit code 1).")]
    #[command(after_help = "Examples:
  newsdesk convert --to json story.xml
  newsdesk convert --to markdown --output story.md story.txt
  newsdesk convert --to xml --output archive/ releases/
  curl -s https://example.org/story.xml | newsdesk convert --to text")]
    Convert(Convert),

    /// Read the facts of stories in their prose, check them, and write XML
    #[command(long_about = "Read the facts of stories in their prose, check them, and write XML.\n\n\
        Facts that a story brings along are read anew. What the rules find is told on standard error; an \
        error is a finding (exit code 1), and with --strict a warning is one, too. The story is written \
        either way.")]
    #[command(after_help = "Examples:
  newsdesk extract story.txt
  newsdesk extract --to json --date 2024-05-06 story.txt
  newsdesk extract --output facts/ releases/
  newsdesk extract --explain story.txt
  newsdesk extract --lexicon our-ministers.tsv story.txt")]
    Extract(Extract),

    /// Read the facts of stories and write them as JSON Lines, flat, people by name
    #[command(
        long_about = "Read the facts of stories and write them as JSON Lines, flat, people by name.\n\n\
        A story a line, for jq, spreadsheets and data frames. Facts that a story brings along are read \
        anew: `convert --to facts` writes them as they stand. A story without an id takes the name of its \
        file."
    )]
    #[command(after_help = "Examples:
  newsdesk facts story.txt | jq '.officials[].name'
  newsdesk facts --output facts.jsonl releases/
  newsdesk facts --from jsonl stories.jsonl")]
    Facts(Facts),

    /// Check stories against the rules
    #[command(long_about = "Check stories against the rules.\n\n\
        Each finding is told on standard output with the line, the column and the words that it \
        concerns. Errors and warnings are findings (exit code 1), and so is what could not be made out in \
        reading. The facts of a story that brings none are read in its prose first.")]
    #[command(after_help = "Examples:
  newsdesk validate story.txt
  newsdesk validate --date 2024-05-06 releases/
  newsdesk validate --from xml - < story.xml")]
    Validate(Validate),

    /// List the formats
    #[command(after_help = "Example:
  newsdesk formats")]
    Formats,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Convert {
    #[command(flatten)]
    pub(crate) source: Source,
    /// The format to write
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(crate) to: Format,
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) source: Source,
    #[command(flatten)]
    pub(crate) words: Words,
    /// The format to write
    #[arg(long, value_name = "FORMAT", value_parser = format, default_value = "xml")]
    pub(crate) to: Format,
    /// In place of the story, tell each fact with its sentence, the rule that read it and its confidence
    #[arg(long, conflicts_with_all = ["to", "output"])]
    pub(crate) explain: bool,
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Facts {
    #[command(flatten)]
    pub(crate) source: Source,
    #[command(flatten)]
    pub(crate) words: Words,
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Validate {
    #[command(flatten)]
    pub(crate) source: Source,
    #[command(flatten)]
    pub(crate) words: Words,
}

/// Which stories are read, and how.
#[derive(Debug, ClapArgs)]
pub(crate) struct Source {
    /// Files, and folders with all that is in them; standard input if there are none or for "-"
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The format to read; without it, the ending of the file tells, or else its first bytes
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(crate) from: Option<Format>,
    /// The day of publication, in place of what the stories say
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<NaiveDate>,
    /// Refuse what would otherwise be gone around with a warning
    #[arg(long)]
    pub(crate) strict: bool,
}

/// Words that the built-in lexicon does not know.
#[derive(Debug, ClapArgs)]
pub(crate) struct Words {
    /// A file of your own words: in each line person, role, place or organisation, then the words, then
    /// a country code if wanted, with tabs between them
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,
}

/// Where stories are written.
#[derive(Debug, ClapArgs)]
pub(crate) struct Target {
    /// The file to write, or the folder for a file a story; standard output if absent or "-"
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
}

/// A format by its name, or by the ending of its files: "markdown", "md".
fn format(name: &str) -> Result<Format, String> {
    Format::from_name(name).or_else(|| Format::from_extension(name)).ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        format!("the formats are {}", known.join(", "))
    })
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "a day is written YYYY-MM-DD".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Args::command().debug_assert();
    }
}
