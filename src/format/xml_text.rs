//! Characters, references and escapes (XML 1.0, sections 2.2, 2.4, 3.3.3 and 4.1), shared by all that is XML.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::BytesRef;

use super::byte_scan::{is_any, position};
use crate::error::TroubleKind;

/// Whether XML 1.0 can hold a character (section 2.2, production 2).
pub(super) fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The first character of a document that XML cannot hold.
pub(super) fn forbidden_char(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(at) = position(text.as_bytes(), from, is_suspicious) {
        let c = text.get(at..)?.chars().next()?;
        if !is_xml_char(c) {
            return Some(at..at + c.len_utf8());
        }
        from = at + c.len_utf8();
    }
    None
}

/// The character that a reference stands for; the error says why there is none.
pub(super) fn resolve(reference: &str) -> Result<char, String> {
    let c = match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => BytesRef::new(reference).resolve_char_ref().ok().flatten().filter(|c| is_xml_char(*c)).ok_or_else(
            || format!("&{}; stands for no character: only &amp; &lt; &gt; &quot; &apos; and character references do", shortened(reference)),
        )?,
    };
    Ok(c)
}

/// What is wrong in a piece of text, and at which of its bytes.
pub(super) type Fault = (Range<usize>, String);

/// The value of an attribute: references replaced, white space made spaces.
///
/// A reference that stands for nothing is handed to `undefined`, which makes it an error, or has it kept as
/// it is written.
pub(super) fn attribute_value(
    raw: &str,
    mut undefined: impl FnMut(Fault) -> Result<(), Fault>,
) -> Result<Cow<'_, str>, Fault> {
    let is_special = |byte| is_any(byte, *b"&<\t\n\r");
    let Some(mut special) = position(raw.as_bytes(), 0, is_special) else {
        return Ok(Cow::Borrowed(raw));
    };
    let mut value = String::with_capacity(raw.len());
    let mut at = 0;
    loop {
        let (before, after) = raw.get(at..special).zip(raw.get(special..)).unwrap_or_default();
        value.push_str(before);
        at = special;
        at += match after.as_bytes().first() {
            Some(b'<') => return Err((at..at + 1, "< in an attribute: write &lt;".to_owned())),
            Some(b'&') => {
                let reference = after.get(1..).and_then(|after| after.split_once(';')).map(|(name, _)| name);
                let reference = reference
                    .ok_or_else(|| (at..at + 1, "& that begins no reference: write &amp;".to_owned()))?;
                let length = reference.len() + 2;
                match resolve(reference) {
                    Ok(c) => value.push(c),
                    Err(message) => {
                        undefined((at..at + length, message))?;
                        value.push_str(after.get(..length).unwrap_or_default());
                    }
                }
                length
            }
            _ => {
                value.push(' ');
                if after.starts_with("\r\n") { 2 } else { 1 }
            }
        };
        match position(raw.as_bytes(), at, is_special) {
            Some(next) => special = next,
            None => break,
        }
    }
    value.push_str(raw.get(at..).unwrap_or_default());
    Ok(Cow::Owned(value))
}

/// A name or value from the document, short enough for a message.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// What an error of the parser at the byte `at` of `source` comes to, and which bytes it is about.
pub(super) fn syntax_error(error: &Error, at: usize, source: &str) -> (TroubleKind, Range<usize>) {
    let kind = match error {
        // Each of these is an "unclosed …", found at the end of the document.
        Error::Syntax(SyntaxError::InvalidBangMarkup) if source.len() > at + "<!DOCTYPE".len() => {
            TroubleKind::Syntax
        }
        Error::Syntax(_) | Error::IllFormed(IllFormedError::MissingEndTag(_)) => TroubleKind::Truncated,
        Error::IllFormed(IllFormedError::UnclosedReference)
            if !source.get(at..).is_some_and(|rest| rest.contains('<')) =>
        {
            TroubleKind::Truncated
        }
        _ => TroubleKind::Syntax,
    };
    let end = if kind == TroubleKind::Truncated { source.len() } else { at + 1 };
    (kind, at..end)
}

/// The bytes that are written as references, and those.
pub(super) type Escapes<const N: usize> = [(u8, &'static str); N];

/// In text, a parser changes only the carriage return; `>` is escaped for the sake of `]]>`.
pub(super) const IN_TEXT: Escapes<4> = [(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;"), (b'\r', "&#13;")];

/// In an attribute, a parser makes every other white space a space (XML 1.0, section 3.3.3).
pub(super) const IN_ATTRIBUTE: Escapes<7> = in_attribute((b'"', "&quot;"));

/// As [`IN_ATTRIBUTE`], in an attribute between single quotes.
#[cfg(feature = "tree")]
pub(super) const IN_SINGLE_QUOTES: Escapes<7> = in_attribute((b'\'', "&apos;"));

const fn in_attribute(quote: (u8, &'static str)) -> Escapes<7> {
    let [amp, lt, gt, cr] = IN_TEXT;
    [amp, lt, gt, cr, (b'\n', "&#10;"), (b'\t', "&#9;"), quote]
}

/// Appends `text`, escaped; gives back the first character that XML cannot hold.
pub(super) fn escape<const N: usize>(text: &str, out: &mut String, escapes: &Escapes<N>) -> Result<(), char> {
    let needs_care = |byte| is_suspicious(byte) | is_any(byte, escapes.iter().map(|(special, _)| *special));
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = position(rest.as_bytes(), from, needs_care) {
        let (before, after) = rest.split_at(at);
        let Some(c) = after.chars().next() else { break };
        if !is_xml_char(c) {
            return Err(c);
        }
        match escapes.iter().find(|(special, _)| c == char::from(*special)) {
            Some((_, reference)) => {
                out.push_str(before);
                out.push_str(reference);
                rest = after.get(c.len_utf8()..).unwrap_or_default();
                from = 0;
            }
            None => from = at + c.len_utf8(),
        }
    }
    out.push_str(rest);
    Ok(())
}

/// Whether a byte may begin a character that XML cannot hold.
fn is_suspicious(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r') | (byte == 0xEF)
}
