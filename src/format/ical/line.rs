//! Content lines (RFC 5545, section 3.1): folding, parameters, escapes.

use std::ops::Range;

/// A line: its name, its parameters and its value, as they stand.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) name: String,
    parameters: Vec<(String, String)>,
    pub(super) value: String,
    /// The bytes of the document.
    pub(super) span: Range<usize>,
}

impl Line {
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as text.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }

    /// The value as texts that commas part.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = vec![String::new()];
        let mut escaped = false;
        for c in self.value.chars() {
            if c == ',' && !escaped {
                texts.push(String::new());
            } else if let Some(last) = texts.last_mut() {
                last.push(c);
            }
            escaped = c == '\\' && !escaped;
        }
        texts.iter().map(|text| unescape(text)).collect()
    }
}

/// The lines of a document, unfolded; of one that has no value, where it stands.
pub(super) fn lines(text: &str) -> Vec<Result<Line, Range<usize>>> {
    let mut unfolded: Vec<(String, Range<usize>)> = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive('\n') {
        let start = at;
        at += piece.len();
        let piece = piece.strip_suffix('\n').unwrap_or(piece);
        let piece = piece.strip_suffix('\r').unwrap_or(piece);
        match (piece.strip_prefix([' ', '\t']), unfolded.last_mut()) {
            (Some(more), Some((line, span))) => {
                line.push_str(more);
                span.end = start + piece.len();
            }
            _ if piece.is_empty() => {}
            _ => unfolded.push((piece.to_owned(), start..start + piece.len())),
        }
    }
    unfolded.into_iter().map(|(line, span)| parse(&line, span.clone()).ok_or(span)).collect()
}

fn parse(line: &str, span: Range<usize>) -> Option<Line> {
    let mut quoted = false;
    let mut cuts = Vec::new();
    let mut colon = None;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => cuts.push(at),
            ':' if !quoted => {
                colon = Some(at);
                break;
            }
            _ => {}
        }
    }
    let colon = colon?;
    cuts.push(colon);
    let (name, _) = line.split_at_checked(*cuts.first()?)?;
    let between = cuts.iter().zip(cuts.iter().skip(1)).filter_map(|(start, end)| line.get(start + 1..*end));
    let parameter = |text: &str| {
        let (name, value) = text.split_once('=')?;
        let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        Some((name.to_ascii_uppercase(), value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^")))
    };
    let parameters = between.filter_map(parameter).collect();
    Some(Line { name: name.to_ascii_uppercase(), parameters, value: line.get(colon + 1..)?.to_owned(), span })
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(c) => out.push(c),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

/// Text as a value.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// Text as a parameter: a caret and a quotation mark would mean something there.
pub(super) fn parameter(text: &str) -> String {
    format!("\"{}\"", text.replace('^', "\u{2038}").replace('"', "^'").replace('\n', " "))
}

/// Writes a line in pieces of at most 75 bytes.
pub(super) fn put(out: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// Text without characters that a calendar cannot hold, and without white space around it.
pub(super) fn clean(text: &str) -> String {
    let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(kept).collect::<String>().trim().to_owned()
}

/// As [`clean`], of a name in a parameter: on one line.
pub(super) fn clean_name(text: &str) -> String {
    clean(text).replace('^', "\u{2038}").replace('\n', " ")
}
