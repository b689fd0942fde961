//! Bytes to text, by byte order mark and declaration (XML 1.0, section 4.3.3 and appendix F).

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::xml_text::shortened;

/// A document as text.
#[derive(Debug)]
pub(crate) struct Source<'i> {
    /// The document without its byte order mark.
    pub(super) text: Cow<'i, str>,
    /// How many bytes the byte order mark takes.
    bom: usize,
    encoding: &'static Encoding,
    /// Whether the bytes are text in UTF-8 too, and not only ASCII, though the document says otherwise.
    pub(super) may_be_utf8: bool,
}

impl<'i> Source<'i> {
    /// The text of a document.
    ///
    /// # Errors
    ///
    /// If it is in an encoding that is not read, or is not in the encoding that it says, with the place.
    pub(crate) fn new(bytes: &'i [u8]) -> Result<Self, ReadError> {
        let (encoding, bom) = encoding_of(bytes)?;
        let rest = bytes.get(bom..).unwrap_or_default();
        if encoding == UTF_8 {
            // Checked with its byte order mark, so that a place in it is a place in the document.
            let text = crate::error::utf8(bytes)?;
            return Ok(Self {
                text: Cow::Borrowed(text.get(bom..).unwrap_or_default()),
                bom,
                encoding,
                may_be_utf8: false,
            });
        }
        let may_be_utf8 = encoding.is_single_byte() && !rest.is_ascii() && str::from_utf8(rest).is_ok();
        Ok(Self { text: Cow::Owned(decode(rest, bom, encoding)?), bom, encoding, may_be_utf8 })
    }

    /// Text that is already there, as the document kept with a story.
    pub(crate) fn of_text(text: &'i str) -> Self {
        Self { text: Cow::Borrowed(text), bom: 0, encoding: UTF_8, may_be_utf8: false }
    }

    /// Whether the bytes are in UTF-8.
    pub(crate) fn is_utf8(&self) -> bool {
        self.encoding == UTF_8
    }

    /// The text, without the declaration that names its encoding.
    pub(crate) fn into_undeclared(self) -> String {
        let text = self.text.into_owned();
        match text.split_once("?>") {
            Some((declaration, rest)) if declaration.starts_with("<?xml") => rest.to_owned(),
            _ => text,
        }
    }

    /// The bytes of the document that a part of its text was read from.
    pub(super) fn bytes_of(&self, span: Range<usize>) -> Range<usize> {
        self.byte_of(span.start)..self.byte_of(span.end)
    }

    fn byte_of(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let length = if self.encoding == UTF_8 {
            offset
        } else if self.encoding == UTF_16LE || self.encoding == UTF_16BE {
            before.encode_utf16().count() * 2
        } else {
            self.encoding.encode(before).0.len()
        };
        self.bom + length
    }
}

/// The text at the beginning of a document, as far as it can be made out.
pub(super) fn beginning(bytes: &[u8]) -> Option<Cow<'_, str>> {
    /// Enough for a declaration, comments and the first tag.
    const MOST: usize = 1 << 16;
    let (encoding, bom) = encoding_of(bytes).ok()?;
    let start = bytes.get(bom..bytes.len().min(bom + MOST))?;
    Some(encoding.decode_without_bom_handling(start).0)
}

/// The encoding, and how many bytes of byte order mark come first.
fn encoding_of(bytes: &[u8]) -> Result<(&'static Encoding, usize), ReadError> {
    let refused = |name: &str, length: usize| {
        let message = format!("this is {name}, which is not read: convert it to UTF-8");
        let position = Position::in_bytes(bytes, 0..length);
        ReadError::from(Trouble::new(TroubleKind::Encoding, message).with_position(position))
    };
    match bytes {
        [0, 0, 0xFE, 0xFF, ..] | [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0, b'<', ..] | [b'<', 0, 0, 0, ..] => {
            Err(refused("UTF-32", 4))
        }
        [0x4C, 0x6F, 0xA7, 0x94, ..] => Err(refused("EBCDIC", 4)),
        [0xEF, 0xBB, 0xBF, ..] => Ok((UTF_8, 3)),
        [0xFE, 0xFF, ..] => Ok((UTF_16BE, 2)),
        [0xFF, 0xFE, ..] => Ok((UTF_16LE, 2)),
        [0, b'<', ..] => Ok((UTF_16BE, 0)),
        [b'<', 0, ..] => Ok((UTF_16LE, 0)),
        _ => match declared(bytes) {
            None => Ok((UTF_8, 0)),
            Some(name) => match Encoding::for_label(name.as_bytes()) {
                // Read as ASCII so far, it cannot be what it says.
                Some(encoding) if encoding == UTF_16BE || encoding == UTF_16LE => Ok((UTF_8, 0)),
                Some(encoding) => Ok((encoding, 0)),
                None => Err(refused(&format!("in the encoding {:?}", shortened(name)), 5)),
            },
        },
    }
}

/// The encoding that the XML declaration names, in a document that begins as ASCII does.
fn declared(bytes: &[u8]) -> Option<&str> {
    let start = bytes.get(..bytes.len().min(256))?;
    let end = start.windows(2).position(|pair| pair == b"?>")?;
    let declaration = str::from_utf8(start.get(..end)?).ok()?.strip_prefix("<?xml")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

fn decode(bytes: &[u8], bom: usize, encoding: &'static Encoding) -> Result<String, ReadError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(bytes.len()));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => Ok(text),
        DecoderResult::Malformed(length, _) => {
            let at = text.len();
            let mut position = Position::in_text(&text, at..at);
            let end = bom + read;
            position.span = end.saturating_sub(usize::from(length))..end;
            let kind = if read == bytes.len() { TroubleKind::Truncated } else { TroubleKind::Encoding };
            Err(Trouble::new(kind, format!("not {}", encoding.name())).with_position(position).into())
        }
        DecoderResult::OutputFull => {
            Err(Trouble::new(TroubleKind::Limit, "the document is too large to convert").into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn each_encoding_is_read_by_its_mark_or_declaration() {
        let with_bom = [&[0xFF, 0xFE][..], &utf16("<a>é</a>", false)].concat();
        for (bytes, text) in [
            (b"\xEF\xBB\xBF<a>\xC3\xA9</a>".to_vec(), "<a>é</a>"),
            (with_bom, "<a>é</a>"),
            (utf16("<a>😀</a>", true), "<a>😀</a>"),
            (
                b"<?xml version='1.0' encoding = 'ISO-8859-1'?><a>\xE9</a>".to_vec(),
                "<?xml version='1.0' encoding = 'ISO-8859-1'?><a>é</a>",
            ),
            (
                b"<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x93</a>".to_vec(),
                "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>“</a>",
            ),
            (
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>".as_bytes().to_vec(),
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>",
            ),
        ] {
            assert_eq!(Source::new(&bytes).unwrap().text, text);
        }
    }

    #[test]
    fn a_place_is_told_in_the_bytes_of_the_document() {
        let bytes = [&[0xFE, 0xFF][..], &utf16("<a>é😀<b/></a>", true)].concat();
        let source = Source::new(&bytes).unwrap();
        let at = source.text.find("<b/>").unwrap();
        assert_eq!(source.bytes_of(at..at + 4), 14..22);
        let latin = b"<?xml version='1.0' encoding='latin1'?><a>\xE9<b/></a>";
        let source = Source::new(latin).unwrap();
        let at = source.text.find("<b/>").unwrap();
        assert_eq!(latin.get(source.bytes_of(at..at + 4)), Some(&b"<b/>"[..]));
    }

    #[test]
    fn what_is_not_in_its_encoding_is_an_error_with_its_place() {
        let lone = [&[0xFF, 0xFE][..], &utf16("<a>\n", false), &[0x00, 0xDC], &utf16("</a>", false)].concat();
        let error = Source::new(&lone).unwrap_err();
        assert_eq!(error.trouble().kind, TroubleKind::Encoding);
        let position = error.trouble().position.clone().unwrap();
        assert_eq!((position.line, position.column, position.span.start), (2, 1, 10));
        for (bytes, kind) in [
            (&b"<a>\xE9</a>"[..], TroubleKind::Encoding),
            (b"\xFF\xFE<\0a\0>", TroubleKind::Truncated),
            (b"\xFF\xFE\0\0<\0\0\0", TroubleKind::Encoding),
            (b"<?xml version='1.0' encoding='klingon'?><a/>", TroubleKind::Encoding),
            (b"\x4C\x6F\xA7\x94", TroubleKind::Encoding),
        ] {
            assert_eq!(Source::new(bytes).unwrap_err().trouble().kind, kind, "{bytes:?}");
        }
    }
}
