//! Plain text as published: what press offices, transcribers and wires put out.
//!
//! The text is UTF-8; a byte order mark and lines that end in CR LF or CR are taken. No byte of the body
//! is lost: blank lines, the spaces around a chunk and the markers of items are layout, everything else
//! is the text of some block. Soft hyphens and non-breaking spaces are kept.
//!
//! | in the text | in the [`Story`] |
//! | --- | --- |
//! | first line: "News story: …", "PRESS RELEASE : …" | `kind`, `headline` without the label |
//! | first line: "Readout of …", "Statement by …" | `kind`, `headline` as it stands |
//! | "FOR IMMEDIATE RELEASE" above or below it | `kind`: press release |
//! | a short first paragraph under a label; a line of a sentence's length without its full stop | `standfirst` |
//! | "By …", "Office of …", "Name, Office" under the headline | `byline` |
//! | "EMBARGOED UNTIL …", "NOT FOR PUBLICATION BEFORE …" | `dates.embargo` |
//! | "LONDON, 4 May 2022 – " before the first words, or the same on a line of its own | `dateline` |
//! | lines up to a blank one | a paragraph; its lines stay lines: `\n` |
//! | a short line without a final mark over prose; lines in capitals; "# …" | a heading |
//! | "- ", "• ", "1. ", "(a) " | list items, deeper if indented or with a marker of another style |
//! | paragraphs after "… said:" | quotations, as long as they speak in the first person and not of the speaker |
//! | paragraphs in quotation marks, opened at each and closed at the last; "> " | quotations; marks are kept, "> " is not |
//! | "Notes to editors", "Contact:", "Media enquiries" and all below | boilerplate: notes, contact |
//! | "ENDS", "###", "-30-" | boilerplate: the end mark; what follows is notes |
//! | `\paragraph ENDS` and the like | what it says: the form for what would be read otherwise |
//!
//! Where every line is followed by a blank one, lines are joined into paragraphs with one `\n`.
//!
//! The explicit form is a line of a backslash, a word and the text: `\headline`, `\kind`, `\standfirst`,
//! `\byline`, `\dateline`, `\embargo`; `\paragraph`, `\heading LEVEL`, `\item DEPTH`, `\ordered-item DEPTH`,
//! `\quotation`, `\caption`, `\boilerplate ROLE`; `-starts` after the word of an item or quotation. In it,
//! `\\`, `\n`, `\r`, `\t`, `\s` (a space) and `\0` stand for characters. The writer uses it only for what
//! it would not read back otherwise.
//!
//! Everything else that a story has (publishers, other dates, facts, …) plain text cannot hold.
//!
//! ```
//! use newsdesk::{BlockKind, Story, StoryKind};
//!
//! let story: Story = "Press release: River bridge opens\n\n\
//!     The bridge at Ost will carry its first train today.\n\n\
//!     Works Minister Ann Fell said:\n\n\
//!     We have waited for this day.\n\n\
//!     ENDS\n".parse()?;
//! assert_eq!(story.kind, Some(StoryKind::PressRelease));
//! assert_eq!(story.body[1].kind, BlockKind::Quotation { starts: false });
//! assert_eq!(story.to_string().parse::<Story>()?, story);
//! # Ok::<(), newsdesk::ReadError>(())
//! ```

mod body;
mod boilerplate;
mod date;
mod dateline;
mod explicit;
mod header;
mod layout;
mod lead_in;
mod list;
mod names;
mod quotation_marks;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;
use std::str::FromStr;

pub(super) use date::date;
pub(super) use dateline::dateline;
#[cfg(feature = "markdown")]
pub(super) use header::kind_and_headline;
#[cfg(feature = "markdown")]
pub(super) use read::{decode, normal};

use super::ReadOptions;
use super::codec::Codec;
use crate::error::{ReadError, WriteError};
use crate::model::{Block, BlockKind, BoilerplateRole, Byline, Date, Story, StoryKind};
use read::read;

pub(super) static CODEC: Codec = Codec {
    name: "text",
    media_type: "text/plain",
    extensions: &["txt", "text"],
    read,
    write,
    project,
    stories: None,
    write_all: None,
};

/// The blocks of a text that is all body: its headline and the like are known from elsewhere.
///
/// ```
/// use newsdesk::{Block, format::text};
/// let blocks = text::body_blocks("Ann Fell said:\n\nWe are ready.\n\nENDS");
/// assert_eq!(blocks[1], Block::quotation("We are ready."));
/// ```
#[must_use]
pub fn body_blocks(text: &str) -> Vec<Block> {
    read::blocks(text)
}

/// The story of which the headline is known and `text` is the rest: byline, embargo, dateline, body.
///
/// No standfirst is looked for; the label of a kind is taken off the headline.
///
/// ```
/// use newsdesk::{StoryKind, format::text};
/// let story = text::story_under("FACT SHEET: The bridge at Ost", "By Jo Bell\n\nIt is 90 metres long.");
/// assert_eq!(story.kind, Some(StoryKind::FactSheet));
/// assert_eq!(story.headline, "The bridge at Ost");
/// assert_eq!(story.byline.unwrap().text, "By Jo Bell");
/// assert_eq!(story.body.len(), 1);
/// ```
#[must_use]
pub fn story_under(headline: &str, text: &str) -> Story {
    read::story_under(headline, text)
}

pub(super) fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    Ok(write::text(story).into_bytes())
}

/// What text holds of a story: the header, and the blocks without their languages.
///
/// Place and date of a dateline, and the embargo, are what the words say.
pub(super) fn project(story: &Story) -> Story {
    let mut held = Story::new(story.headline.as_str());
    held.kind = story.kind.as_ref().map(|kind| StoryKind::from(kind.as_str()));
    held.standfirst.clone_from(&story.standfirst);
    held.byline = story.byline.as_ref().map(|byline| Byline::new(byline.text.as_str()));
    held.dateline = story.dateline.as_ref().map(|line| dateline(&line.text));
    held.dates.embargo = story.dates.embargo.as_ref().map(|embargo| date(&embargo_words(embargo)));
    held.body = story.body.iter().map(projected_block).collect();
    held
}

/// The words of an embargo, or its calendar date where the words alone do not say it.
fn embargo_words(embargo: &Date) -> String {
    match embargo.edtf().filter(|_| date(&embargo.raw).known().is_none()) {
        Some(edtf) if date(&edtf).known().is_some() || embargo.raw.is_empty() => edtf,
        _ => embargo.raw.clone(),
    }
}

fn projected_block(block: &Block) -> Block {
    let kind = match &block.kind {
        BlockKind::Boilerplate { role } => {
            BlockKind::Boilerplate { role: BoilerplateRole::from(role.as_str()) }
        }
        kind => kind.clone(),
    };
    Block::new(kind, block.text.as_str())
}

impl FromStr for Story {
    type Err = ReadError;

    /// Reads plain text.
    ///
    /// # Errors
    ///
    /// If the text holds a null character, as only binary files do.
    fn from_str(text: &str) -> Result<Self, ReadError> {
        Ok(read(text.as_bytes(), &ReadOptions::default())?.story)
    }
}

impl fmt::Display for Story {
    /// Plain text, which [`FromStr`] reads back.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write::text(self))
    }
}
