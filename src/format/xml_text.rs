//! Characters, references and escapes (XML 1.0, sections 2.2, 2.4, 3.3.3 and 4.1), shared by all that is XML.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::BytesRef;

use crate::error::TroubleKind;

/// Whether XML 1.0 can hold a character (section 2.2, production 2).
pub(super) fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The first character of a document that XML cannot hold.
pub(super) fn forbidden_char(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let suspicious = |byte: &u8| (*byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || *byte == 0xEF;
    let mut from = 0;
    while let Some(at) = bytes.iter().skip(from).position(suspicious) {
        let at = from + at;
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
    let special = ['&', '<', '\t', '\n', '\r'];
    if !raw.contains(special) {
        return Ok(Cow::Borrowed(raw));
    }
    let mut value = String::with_capacity(raw.len());
    let mut at = 0;
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(plain) = rest.find(special) else {
            value.push_str(rest);
            break;
        };
        let (before, after) = rest.split_at(plain);
        value.push_str(before);
        at += plain;
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
    }
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

/// In text, a parser changes only the carriage return; `>` is escaped for the sake of `]]>`.
pub(super) fn escape_in_text(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'\r' => Some("&#13;"),
        _ => None,
    }
}

/// In an attribute, a parser makes every other white space a space (XML 1.0, section 3.3.3).
pub(super) fn escape_in_attribute(byte: u8) -> Option<&'static str> {
    match byte {
        b'"' => Some("&quot;"),
        b'\n' => Some("&#10;"),
        b'\t' => Some("&#9;"),
        _ => escape_in_text(byte),
    }
}

/// As [`escape_in_attribute`], in an attribute between single quotes.
#[cfg(feature = "tree")]
pub(super) fn escape_in_single_quotes(byte: u8) -> Option<&'static str> {
    match byte {
        b'"' => None,
        b'\'' => Some("&apos;"),
        _ => escape_in_attribute(byte),
    }
}

/// Appends `text`, escaped; gives back the first character that XML cannot hold.
pub(super) fn escape(
    text: &str,
    out: &mut String,
    escaped: fn(u8) -> Option<&'static str>,
) -> Result<(), char> {
    let mut rest = text;
    let needs_care = |byte: &u8| *byte < 0x20 || *byte == 0xEF || escaped(*byte).is_some();
    let mut from = 0;
    while let Some(at) = rest.as_bytes().iter().skip(from).position(needs_care).map(|at| at + from) {
        let (before, after) = rest.split_at(at);
        let Some(c) = after.chars().next() else { break };
        if !is_xml_char(c) {
            return Err(c);
        }
        match u8::try_from(c).ok().and_then(escaped) {
            Some(reference) => {
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
