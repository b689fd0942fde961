//! The explicit form: one line that says outright what a chunk is.
//!
//! It stands where natural text would not be read back as what it was: `\paragraph ENDS` is a paragraph
//! that says "ENDS". A line is explicit if it begins with a backslash and one of the words below, and
//! its escapes are sound; every other line is natural text.
//!
//! | line | what it is |
//! | --- | --- |
//! | `\headline TEXT`, `\kind WORD`, `\standfirst TEXT`, `\byline TEXT`, `\dateline TEXT`, `\embargo TEXT` | a field of the story; nothing else of the header is then guessed if it is `\headline` |
//! | `\paragraph TEXT`, `\caption TEXT` | a block |
//! | `\heading LEVEL TEXT` | a heading |
//! | `\quotation TEXT`, `\quotation-starts TEXT` | a quotation |
//! | `\item DEPTH TEXT`, `\item-starts …`, `\ordered-item …`, `\ordered-item-starts …` | an item of a list |
//! | `\boilerplate ROLE TEXT` | boilerplate |
//!
//! Escapes: `\\`, `\n`, `\r`, `\s` (a space), `\t`, `\0` (U+0000).

use std::borrow::Cow;

use crate::model::{Block, BlockKind, BoilerplateRole};

/// What an explicit line says.
#[derive(Debug, PartialEq)]
pub(super) enum Explicit {
    /// A field of the header.
    Field(Field, String),
    /// A block of the body.
    Block(Block),
}

/// A field of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Headline,
    Kind,
    Standfirst,
    Byline,
    Dateline,
    Embargo,
}

const FIELDS: [(&str, Field); 6] = [
    ("headline", Field::Headline),
    ("kind", Field::Kind),
    ("standfirst", Field::Standfirst),
    ("byline", Field::Byline),
    ("dateline", Field::Dateline),
    ("embargo", Field::Embargo),
];

/// The explicit line that `line` is, if it is one.
pub(super) fn read(line: &str) -> Option<Explicit> {
    let line = line.strip_prefix('\\')?;
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    if let Some((_, field)) = FIELDS.iter().find(|(name, _)| *name == word) {
        return Some(Explicit::Field(*field, unescape(rest)?.into_owned()));
    }
    let item = |ordered, starts| {
        let (depth, text) = argument(rest);
        Some((BlockKind::ListItem { ordered, depth: depth.parse().ok()?, starts }, text))
    };
    let (kind, text) = match word {
        "paragraph" => (BlockKind::Paragraph, rest),
        "caption" => (BlockKind::Caption, rest),
        "quotation" => (BlockKind::Quotation { starts: false }, rest),
        "quotation-starts" => (BlockKind::Quotation { starts: true }, rest),
        "heading" => {
            let (level, text) = argument(rest);
            (BlockKind::Heading { level: level.parse().ok()? }, text)
        }
        "item" => item(false, false)?,
        "item-starts" => item(false, true)?,
        "ordered-item" => item(true, false)?,
        "ordered-item-starts" => item(true, true)?,
        "boilerplate" => {
            let (role, text) = argument(rest);
            (BlockKind::Boilerplate { role: BoilerplateRole::from(&*unescape(role)?) }, text)
        }
        _ => return None,
    };
    Some(Explicit::Block(Block::new(kind, unescape(text)?)))
}

fn argument(rest: &str) -> (&str, &str) {
    rest.split_once(' ').unwrap_or((rest, ""))
}

/// Writes a field of the header.
pub(super) fn write_field(out: &mut String, field: Field, text: &str) {
    let name = FIELDS.iter().find(|(_, listed)| *listed == field).map_or("", |(name, _)| name);
    out.push('\\');
    out.push_str(name);
    write_text(out, text);
}

/// Writes a block of the body.
pub(super) fn write_block(out: &mut String, block: &Block) {
    let suffix = |starts| if starts { "-starts" } else { "" };
    match &block.kind {
        BlockKind::Paragraph => out.push_str("\\paragraph"),
        BlockKind::Caption => out.push_str("\\caption"),
        BlockKind::Heading { level } => out.push_str(&format!("\\heading {level}")),
        BlockKind::Quotation { starts } => out.push_str(&format!("\\quotation{}", suffix(*starts))),
        BlockKind::ListItem { ordered, depth, starts } => {
            let ordered = if *ordered { "ordered-" } else { "" };
            out.push_str(&format!("\\{ordered}item{} {depth}", suffix(*starts)));
        }
        BlockKind::Boilerplate { role } => {
            out.push_str("\\boilerplate ");
            escape(out, role.as_str(), |_, _| true);
        }
    }
    write_text(out, &block.text);
}

fn write_text(out: &mut String, text: &str) {
    out.push(' ');
    // A space at either end would not be seen, and many tools strip it.
    let last = text.len().saturating_sub(1);
    escape(out, text, |at, _| at == 0 || at == last);
}

fn escape(out: &mut String, text: &str, hides: impl Fn(usize, char) -> bool) {
    for (at, c) in text.char_indices() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\0' => out.push_str("\\0"),
            '\t' => out.push_str("\\t"),
            ' ' if hides(at, c) => out.push_str("\\s"),
            c => out.push(c),
        }
    }
}

/// `text` without its escapes; nothing if one of them is not ours.
fn unescape(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('\\') {
        return Some(Cow::Borrowed(text));
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        plain.push(match c {
            '\\' => match characters.next()? {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                's' => ' ',
                't' => '\t',
                '0' => '\0',
                _ => return None,
            },
            c => c,
        });
    }
    Some(Cow::Owned(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_block_reads_back() {
        let texts = ["", " ", "a", "\\n\n\r\0\t", "  a  b ", "\\paragraph x"];
        let role = |role: &str| BlockKind::Boilerplate { role: BoilerplateRole::from(role) };
        let kinds = [
            BlockKind::Paragraph,
            BlockKind::Caption,
            BlockKind::Heading { level: 0 },
            BlockKind::Quotation { starts: true },
            BlockKind::ListItem { ordered: true, depth: 255, starts: true },
            role("notes"),
            role(""),
            role("of two words\n"),
        ];
        for (text, kind) in texts.iter().flat_map(|text| kinds.iter().map(move |kind| (text, kind))) {
            let block = Block::new(kind.clone(), *text);
            let mut line = String::new();
            write_block(&mut line, &block);
            assert!(!line.contains(['\n', '\r', '\0']));
            assert_eq!(read(&line), Some(Explicit::Block(block)), "{line}");
        }
    }

    #[test]
    fn other_lines_are_natural() {
        for line in
            ["", "\\", "\\para", "\\paragraphs x", "\\paragraph \\q", "\\heading x y", " \\paragraph x"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
