//! Stand-in until the text format is merged.

use super::{ReadOptions, Reading};
use crate::error::{ReadError, WriteError};
use crate::model::{Block, BlockKind, Story};

/// The story of which the headline is known and `text` is the rest.
#[must_use]
pub fn story_under(headline: &str, text: &str) -> Story {
    let mut story = Story::new(headline.trim());
    story.body =
        text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()).map(Block::paragraph).collect();
    story
}

pub(super) fn read(bytes: &[u8], _options: &ReadOptions) -> Result<Reading, ReadError> {
    let text = String::from_utf8_lossy(bytes);
    let (headline, text) = text.split_once("\n\n").unwrap_or((&text, ""));
    Ok(Reading::new(story_under(headline, text)))
}

pub(super) fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    let body: Vec<&str> = story.body.iter().map(|block| block.text.as_str()).collect();
    Ok(format!("{}\n\n{}\n", story.headline, body.join("\n\n")).into_bytes())
}

pub(super) fn project(story: &Story) -> Story {
    let mut kept = Story::new(story.headline.as_str());
    kept.body =
        story.body.iter().cloned().map(|block| Block { kind: BlockKind::Paragraph, ..block }).collect();
    kept
}
