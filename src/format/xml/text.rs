//! Characters and references (XML 1.0, sections 2.2, 3.3.3 and 4.1).

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::events::BytesRef;

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

/// The value of an attribute: references replaced, white space made spaces.
///
/// The error is the place in `raw`, and what is wrong there.
pub(super) fn attribute_value(raw: &str) -> Result<Cow<'_, str>, (Range<usize>, String)> {
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
                value.push(resolve(reference).map_err(|message| (at..at + length, message))?);
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
