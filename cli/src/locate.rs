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
    let (before, words) = (text.get(..span.start)?, text.get(span)?);
    for spell in SPELLINGS {
        if let Some(start) = start_of(source, story, part, spell) {
            let start = start + spell(before).len();
            return Some(start..start + spell(words).len());
        }
    }
    // The reader joined or cleaned the lines: the words themselves may still stand there, once.
    let start = source.find(words).filter(|_| !words.is_empty())?;
    (source.rfind(words) == Some(start)).then(|| start..start + words.len())
}

/// How a format spells a text, character by character.
type Spelling = fn(&str) -> Cow<'_, str>;

const SPELLINGS: [Spelling; 4] = [as_it_is, in_xml, in_an_xml_attribute, in_json];

fn as_it_is(text: &str) -> Cow<'_, str> {
    text.into()
}

fn in_xml(text: &str) -> Cow<'_, str> {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").into()
}

fn in_an_xml_attribute(text: &str) -> Cow<'_, str> {
    in_xml(text).replace('"', "&quot;").replace('\'', "&apos;").into()
}

fn in_json(text: &str) -> Cow<'_, str> {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t").into()
}

/// Where the text of a part starts. A block is looked for behind those before it, as text repeats.
fn start_of(source: &str, story: &Story, part: Part, spell: Spelling) -> Option<usize> {
    let find = |from: usize, text: &str| {
        let text = spell(text);
        let start = from + source.get(from..)?.find(&*text)?;
        Some(start..start + text.len())
    };
    let Part::Block(wanted) = part else {
        return find(0, story.text_of(part)?).map(|found| found.start);
    };
    let heads = [Part::Headline, Part::Standfirst].into_iter().filter_map(|part| story.text_of(part));
    let mut from = heads.filter_map(|text| find(0, text)).map(|found| found.end).max().unwrap_or(0);
    for (index, block) in story.body.iter().take(wanted + 1).enumerate() {
        let found = find(from, &block.text);
        if index == wanted {
            return found.map(|found| found.start);
        }
        from = found.map_or(from, |found| found.end);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use newsdesk::Block;

    fn found<'a>(source: &'a str, story: &Story, part: Part, words: &str) -> Option<&'a str> {
        let start = story.text_of(part).unwrap().find(words).unwrap();
        source.get(part_of(source, story, part, start..start + words.len())?)
    }

    fn story() -> Story {
        Story::new("Smith & \"Sons\"")
            .with_block(Block::paragraph("It was <so>."))
            .with_block(Block::paragraph("He said \"it was so\"."))
    }

    #[test]
    fn words_are_found_in_each_spelling() {
        for (source, expected) in [
            ("Smith & \"Sons\"\n\nIt was <so>.\n\nHe said \"it was so\".", "\"it was so\""),
            (
                "<h>Smith &amp; \"Sons\"</h><p>It was &lt;so&gt;.</p><p>He said \"it was so\".</p>",
                "\"it was so\"",
            ),
            ("<p t='It was &lt;so&gt;.'/><p t='He said &quot;it was so&quot;.'/>", "&quot;it was so&quot;"),
            (
                r#"{"h": "Smith & \"Sons\"", "b": ["It was <so>.", "He said \"it was so\"."]}"#,
                r#"\"it was so\""#,
            ),
        ] {
            assert_eq!(found(source, &story(), Part::Block(1), "\"it was so\""), Some(expected), "{source}");
        }
    }

    #[test]
    fn words_of_joined_lines_are_found_if_they_stand_there_once() {
        let source = "Smith & \"Sons\"\n\nHe said\n\"it was so\".";
        assert_eq!(found(source, &story(), Part::Block(1), "\"it was so\""), Some("\"it was so\""));
        assert_eq!(found("x so y so", &story(), Part::Block(0), "so"), None);
    }
}
