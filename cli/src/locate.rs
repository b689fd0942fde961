//! Where what is told of stands in its source.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

use newsdesk::{Part, Position, Story};

use crate::input::Origin;

/// Text to show, and the bytes in it to point at.
#[derive(Debug)]
pub(crate) struct Excerpt<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The line of the source that it begins with.
    pub(crate) line: usize,
    pub(crate) span: Range<usize>,
}

/// The text around a position; nothing if it is not at hand, or is no text.
pub(crate) fn excerpt<'a>(origin: &'a Origin, position: &Position) -> Option<Excerpt<'a>> {
    if origin.bytes.is_empty() {
        return line_of_stream(origin, position);
    }
    let text = str::from_utf8(&origin.bytes).ok()?;
    let span = first_line(text, position.span.clone())?;
    Some(Excerpt { text: text.into(), line: 1, span })
}

/// How much of a line of a stream is looked at again.
const LONGEST_LINE: usize = 64 << 10;

/// The line of a position, read from the file once more: a stream is not kept.
fn line_of_stream<'a>(origin: &Origin, position: &Position) -> Option<Excerpt<'a>> {
    let mut file = File::open(origin.path.as_ref()?).ok()?;
    let start = position.span.start.saturating_sub(LONGEST_LINE);
    let length = u64::try_from(2 * LONGEST_LINE).ok()?;
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(u64::try_from(start).ok()?)).ok()?;
    file.take(length).read_to_end(&mut bytes).ok()?;

    let at = position.span.start - start;
    let before = bytes.get(..at)?;
    let line_start = match before.iter().rposition(|&byte| byte == b'\n') {
        Some(newline) => newline + 1,
        None if start == 0 => 0,
        None => return None,
    };
    let after = bytes.get(at..)?;
    let line_end = at + after.iter().position(|&byte| byte == b'\n').unwrap_or(after.len());
    let text = str::from_utf8(bytes.get(line_start..line_end)?).ok()?.to_owned();
    let in_line = at - line_start;
    let span = first_line(&text, in_line..(in_line + position.span.len()).min(text.len()))?;
    Some(Excerpt { text: text.into(), line: position.line, span })
}

/// The part of a span that stands in its first line: one line is enough to find the rest.
fn first_line(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(span.clone())?;
    let length = words.find(['\r', '\n']).unwrap_or(words.len());
    Some(span.start..span.start + length)
}

/// Where the source has the bytes `span` of a part: by the text of the part, or else by its own words.
pub(crate) fn part_of(source: &str, story: &Story, part: Part, span: Range<usize>) -> Option<Range<usize>> {
    let text = story.text_of(part)?;
    if let Some(start) = start_of(source, story, part) {
        return Some(start + span.start..start + span.end);
    }
    // The reader joined or cleaned the lines: the words themselves may still stand there, once.
    let words = text.get(span).filter(|words| !words.is_empty())?;
    let start = source.find(words)?;
    (source.rfind(words) == Some(start)).then(|| start..start + words.len())
}

/// Where the text of a part starts. A block is looked for behind those before it, as text repeats.
fn start_of(source: &str, story: &Story, part: Part) -> Option<usize> {
    let Part::Block(wanted) = part else {
        return source.find(story.text_of(part)?);
    };
    let mut from = [Part::Headline, Part::Standfirst]
        .into_iter()
        .filter_map(|part| {
            let text = story.text_of(part).filter(|text| !text.is_empty())?;
            Some(source.find(text)? + text.len())
        })
        .max()
        .unwrap_or(0);
    for (index, block) in story.body.iter().take(wanted + 1).enumerate() {
        let start = source.get(from..)?.find(&block.text).map(|at| from + at);
        if index == wanted {
            return start;
        }
        from = start.map_or(from, |start| start + block.text.len());
    }
    None
}
