//! Plain text into a story.

use std::borrow::Cow;

use memchr::memchr;

use super::{body, dateline, header, layout};
use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::{ReadOptions, Reading};
use crate::model::{Block, BlockKind, Story};

/// Reads a document.
pub(in crate::format) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let story = story(decode(bytes)?);
    let limit = options.limits.elements;
    if story.body.len() > limit {
        let message = format!("the text has {} blocks, and the limit is {limit}", story.body.len());
        return Err(Trouble::new(TroubleKind::Limit, message).into());
    }
    Ok(Reading::new(story))
}

/// The bytes as text.
pub(in crate::format) fn decode(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let message = "the text is in UTF-16; convert it to UTF-8";
        let trouble = Trouble::new(TroubleKind::Encoding, message);
        return Err(trouble.with_position(Position::in_bytes(bytes, 0..2)).into());
    }
    if let Some(at) = memchr(0, bytes) {
        let message = "a null character: this is not a text but a binary file";
        let trouble = Trouble::new(TroubleKind::WrongFormat, message);
        return Err(trouble.with_position(Position::in_bytes(bytes, at..at + 1)).into());
    }
    str::from_utf8(bytes).map_err(|error| {
        let start = error.valid_up_to();
        let end = start + error.error_len().unwrap_or(bytes.len() - start);
        let trouble = Trouble::new(TroubleKind::Encoding, "not UTF-8; convert the text to UTF-8");
        trouble.with_position(Position::in_bytes(bytes, start..end)).into()
    })
}

/// The story that a text is.
pub(super) fn story(text: &str) -> Story {
    located(text).story
}

/// The story of which the headline is known and `text` is the rest.
pub(super) fn story_under(headline: &str, text: &str) -> Story {
    let (kind, headline) = header::kind_and_headline(headline.trim());
    let mut story = Story::new(headline);
    story.kind = kind;
    let text = normal(text);
    let lines = layout::lines(&text);
    let (story, taken) = header::read_below(story, &lines);
    with_body(story, &text, &lines, taken).story
}

/// The blocks that a text is, if it is all body.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let text = normal(text);
    body::blocks(&text, &layout::lines(&text)).into_iter().map(|(_, block)| block).collect()
}

/// A story, and where each of its blocks starts in the text.
pub(super) struct Located {
    pub(super) story: Story,
    pub(super) starts: Vec<usize>,
}

/// The story that a text is, with the places of its blocks.
pub(super) fn located(text: &str) -> Located {
    let text = normal(text);
    let lines = layout::lines(&text);
    let (story, taken) = header::read(&lines);
    with_body(story, &text, &lines, taken)
}

fn with_body(mut story: Story, text: &str, lines: &[layout::Line<'_>], taken: usize) -> Located {
    let placed = body::blocks(text, lines.get(taken..).unwrap_or_default());
    let mut starts = Vec::with_capacity(placed.len());
    story.body.reserve(placed.len());
    for (start, block) in placed {
        starts.push(start);
        story.body.push(block);
    }
    let natural =
        starts.first().is_some_and(|&start| !text.get(start..).unwrap_or_default().starts_with('\\'));
    if natural && story.dateline.is_none() {
        take_dateline(&mut story);
    }
    Located { story, starts }
}

/// Parts the dateline from the first paragraph.
fn take_dateline(story: &mut Story) {
    let Some(first) = story.body.first_mut().filter(|block| block.kind == BlockKind::Paragraph) else {
        return;
    };
    let Some((line, rest)) = dateline::run_in(&first.text) else { return };
    let (line, rest) = (dateline::dateline(line), rest.to_owned());
    story.dateline = Some(line);
    first.text = rest;
}

/// The text without a byte order mark, every line ending in `\n`.
pub(in crate::format) fn normal(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if memchr(b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut normal = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr(b'\r', rest.as_bytes()) {
        let (line, end) = rest.split_at_checked(at).unwrap_or((rest, ""));
        normal.push_str(line);
        normal.push('\n');
        let end = end.strip_prefix('\r').unwrap_or(end);
        rest = end.strip_prefix('\n').unwrap_or(end);
    }
    normal.push_str(rest);
    Cow::Owned(normal)
}
