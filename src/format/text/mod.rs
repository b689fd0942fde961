//! Stand-in until the text format is merged.

use super::{ReadOptions, Reading};
use crate::error::{ReadError, WriteError};
use crate::model::{Block, BlockKind, Story};

/// Blocks of a body: paragraphs between blank lines.
#[must_use]
pub fn body_blocks(text: &str) -> Vec<Block> {
    text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()).map(Block::paragraph).collect()
}

/// The body as text: blocks between blank lines.
#[must_use]
pub fn body_text(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

pub(super) fn read(bytes: &[u8], _options: &ReadOptions) -> Result<Reading, ReadError> {
    let text = String::from_utf8_lossy(bytes);
    let mut blocks = body_blocks(&text);
    let headline = if blocks.is_empty() { String::new() } else { blocks.remove(0).text };
    let mut story = Story::new(headline);
    story.body = blocks;
    Ok(Reading::new(story))
}

pub(super) fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    Ok(format!("{}\n\n{}\n", story.headline, body_text(&story.body)).into_bytes())
}

pub(super) fn project(story: &Story) -> Story {
    let mut kept = Story::new(story.headline.as_str());
    kept.body =
        story.body.iter().cloned().map(|block| Block { kind: BlockKind::Paragraph, ..block }).collect();
    kept
}
