//! Markdown: CommonMark that renders as a reader expects, and holds what plain text holds.
//!
//! What CommonMark has no mark for is said by an HTML comment on the line before a paragraph; a renderer
//! shows the paragraph and not the comment.
//!
//! | in Markdown | in the [`Story`] |
//! | --- | --- |
//! | `# …` | `headline`; a label such as "News story:" gives `kind`, unless a comment says it |
//! | `<!-- kind press release -->`, or `<!-- kind -->` for none | `kind` |
//! | `<!-- standfirst -->` and a paragraph; a first paragraph wholly in bold or italics | `standfirst` |
//! | `<!-- byline -->`, `<!-- dateline -->`, `<!-- embargo -->`, each and a paragraph | `byline`, `dateline`, `dates.embargo` |
//! | a paragraph | a paragraph; a line break in it is `\n` |
//! | `## …` to `###### …` | headings of level 1 to 5 |
//! | `- …`, `1. …`, nested | list items; a list right after another of its sort `starts` |
//! | `> …` | quotations; a block quote right after another `starts` |
//! | `<!-- caption -->`, `<!-- boilerplate notes -->` and a paragraph | a caption, boilerplate |
//! | `<!-- heading 7 -->`, `<!-- item 3 -->`, … and a paragraph | blocks that no mark can show |
//! | `<!-- empty paragraph -->` | a block without text |
//! | links, pictures | `links`, `media`; their words stay in the text, what stands for a picture does not |
//!
//! Of foreign documents, words in bold, italics or code are kept and the mark-up is dropped, with a
//! diagnostic for each sort. Front matter gives `title`, `description` and `author`. Everything else that
//! a story has Markdown does not hold.
//!
//! ```
//! use newsdesk::{Block, Format, Story};
//! let story = Story::new("River bridge opens").with_block(Block::quotation("We are *very* proud."));
//! let markdown = Format::Markdown.write(&story)?;
//! assert_eq!(String::from_utf8_lossy(&markdown), "# River bridge opens\n\n> We are \\*very\\* proud.\n");
//! assert_eq!(Format::Markdown.read(&markdown).unwrap().story, story);
//! # Ok::<(), newsdesk::WriteError>(())
//! ```

mod escape;
mod names;
mod read;
mod write;

use super::codec::Codec;
use crate::error::WriteError;
use crate::model::Story;
use read::read;

pub(super) static CODEC: Codec = Codec {
    name: "markdown",
    media_type: "text/markdown",
    extensions: &["md", "markdown"],
    read,
    write,
    project,
    stories: None,
    write_all: None,
};

fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    Ok(write::markdown(&project(story)).into_bytes())
}

/// What Markdown holds of a story: the same as plain text.
pub(super) fn project(story: &Story) -> Story {
    super::text::project(story)
}
