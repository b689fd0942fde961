//! HTML fragments, as formats carry them: into blocks, out of blocks, and changed where the blocks were.
//!
//! The HTML is parsed as browsers do. No word of it is lost; white space is what HTML takes it for.
//!
//! | in HTML | as a [`Block`] |
//! | --- | --- |
//! | `<p>`, other elements of blocks, text beside them | paragraphs; `<br>` is `\n` |
//! | `<h2>` to `<h6>` (and `<h1>`) | headings of level 1 to 5 |
//! | `<ul>`, `<ol>`, nested | list items; one of a list right after another of its sort `starts` |
//! | `<blockquote>` | quotations; one of an element right after another `starts` |
//! | `<figcaption>`, `<caption>` | captions |
//! | `<div data-boilerplate="notes">`; `<div class="contact">` of govspeak | boilerplate |
//! | a row of a table | a paragraph with a line for each cell |
//! | `lang` | the block's language |
//! | `<a href>` | a [`Link`]; its words stay in the text |
//! | `<img>`, `<video>`, `<audio>`, `<source>` | [`Media`] |
//! | `<script>`, `<style>`, `<template>`, `<iframe>` | nothing |
//!
//! In a list item, paragraphs after the first are parted by `\n\n`. What a block of the model cannot be in
//! HTML becomes what it can: text with its white space collapsed, headings of level 1 to 5, items at most
//! 15 deep. Blocks of white space alone are none.

mod blocks;
mod names;
#[cfg(feature = "ninjs")]
mod own;
mod parse;
mod pointers;
mod text;
mod tree;
mod update;
mod write;

#[cfg(test)]
mod tests;

#[cfg(feature = "feed")]
pub(in crate::format) use pointers::resolve;
#[cfg(feature = "feed")]
pub(in crate::format) use tree::{escape, is_void};

use std::borrow::Cow;

use super::Limits;
use crate::error::{Diagnostic, ReadError};
use crate::model::{Block, BlockKind, BoilerplateRole, Iri, Language, Link, Media};

/// How deep an item of a list may stand in other lists.
const DEEPEST_ITEM: u8 = 15;

/// What a fragment of HTML holds.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Content {
    /// The blocks of its text.
    pub blocks: Vec<Block>,
    /// Where it points, each target once.
    pub links: Vec<Link>,
    /// What it shows, each source once.
    pub media: Vec<Media>,
    /// What could not be taken in, without positions.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a fragment; addresses in it are relative to `base`.
///
/// ```
/// use newsdesk::{Block, Iri, Limits, format::html};
/// let base = Iri::new("https://www.gov.uk/")?;
/// let content = html::read("<p>See <a href=/news>the news</a>.", Some(&base), &Limits::new())?;
/// assert_eq!(content.blocks, [Block::paragraph("See the news.")]);
/// assert_eq!(content.links[0].target.as_str(), "https://www.gov.uk/news");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// If it is larger, deeper or richer than the limits allow, without a position.
pub fn read(html: &str, base: Option<&Iri>, limits: &Limits) -> Result<Content, ReadError> {
    let tree = parse::parse(html, limits)?;
    let blocks = blocks::passages(&tree).into_iter().map(|passage| passage.block).collect();
    Ok(Content { blocks, ..pointers::pointers(&tree, base) })
}

/// The blocks of a fragment that is what [`write`] gives for them, to the byte; none for any other.
///
/// It takes a fraction of the time of [`read`], and gives the same.
#[cfg(feature = "ninjs")]
pub(super) fn read_own(html: &str, limits: &Limits) -> Option<Vec<Block>> {
    own::blocks(html, limits)
}

/// Blocks as HTML that is XML as well. Reading it gives what [`project`] says.
///
/// ```
/// use newsdesk::{Block, format::html};
/// assert_eq!(html::write(&[Block::heading(1, "R & D")]), "<h2>R &amp; D</h2>");
/// ```
#[must_use]
pub fn write(blocks: &[Block]) -> String {
    write::html(&project(blocks))
}

/// A fragment with these blocks in place of its own: the elements, attributes and words of the others stay.
///
/// ```
/// use newsdesk::{Block, format::html};
/// let old = r#"<div class="govspeak"><p>The <b>old</b> bridge</p></div>"#;
/// let new = html::update(old, &[Block::paragraph("The old tunnel"), Block::paragraph("It is long.")]);
/// assert_eq!(new, "<div class=\"govspeak\"><p>The <b>old</b> tunnel</p>\n<p>It is long.</p></div>");
/// ```
#[must_use]
pub fn update(html: &str, blocks: &[Block]) -> String {
    update::html(html, &project(blocks))
}

/// What HTML holds of blocks.
///
/// ```
/// use newsdesk::{Block, format::html};
/// let held = html::project(&[Block::paragraph("two  words "), Block::paragraph(" "), Block::heading(9, "a")]);
/// assert_eq!(held, [Block::paragraph("two words"), Block::heading(5, "a")]);
/// ```
#[must_use]
pub fn project(blocks: &[Block]) -> Vec<Block> {
    blocks_held(blocks)
        .map(|(kind, text, language)| Block { kind, text: text.into_owned(), language: language.cloned() })
        .collect()
}

/// What a block is as HTML holds it: its kind, its text, its language.
type Held<'b> = (BlockKind, Cow<'b, str>, Option<&'b Language>);

/// As [`project`], without copies.
fn blocks_held(blocks: &[Block]) -> impl Iterator<Item = Held<'_>> {
    // Whether the lists that the items just before stand in count their items, and what the last block was.
    let mut lists: Vec<Option<bool>> = Vec::new();
    let mut follows_quotation = false;
    blocks.iter().filter_map(move |block| {
        let text = text::normal(&block.text);
        if text.trim().is_empty() {
            return None;
        }
        let mut kind = block.kind.clone();
        match &mut kind {
            BlockKind::Heading { level } => *level = (*level).clamp(1, names::DEEPEST_HEADING),
            BlockKind::Quotation { starts } => *starts &= follows_quotation,
            BlockKind::Boilerplate { role } => {
                *role = BoilerplateRole::from(role.as_str().replace('\0', "\u{FFFD}").as_str());
            }
            BlockKind::ListItem { ordered, depth, starts } => {
                *depth = (*depth).min(DEEPEST_ITEM);
                lists.resize(usize::from(*depth) + 1, None);
                if let Some(list) = lists.last_mut() {
                    *starts &= *list == Some(*ordered);
                    *list = Some(*ordered);
                }
            }
            BlockKind::Paragraph | BlockKind::Caption => {}
        }
        if !matches!(kind, BlockKind::ListItem { .. }) {
            lists.clear();
        }
        follows_quotation = matches!(kind, BlockKind::Quotation { .. });
        Some((kind, text, block.language.as_ref()))
    })
}

/// Whether blocks are what HTML holds of them.
#[cfg(feature = "ninjs")]
fn is_held(blocks: &[Block]) -> bool {
    let mut held = blocks_held(blocks);
    let is_next = |block: &Block| {
        held.next().is_some_and(|(kind, text, language)| {
            kind == block.kind && text == block.text && language == block.language.as_ref()
        })
    };
    blocks.iter().all(is_next)
}
