//! The encoding of a document: UTF-8.

use crate::error::{Position, ReadError, Trouble, TroubleKind};

/// What documents in other encodings begin with (XML 1.0, appendix F), the longer marks first.
const OTHER_ENCODINGS: [(&[u8], &str); 9] = [
    (b"\x00\x00\xFE\xFF", "UTF-32"),
    (b"\xFF\xFE\x00\x00", "UTF-32"),
    (b"\x00\x00\x00<", "UTF-32"),
    (b"<\x00\x00\x00", "UTF-32"),
    (b"\xFE\xFF", "UTF-16"),
    (b"\xFF\xFE", "UTF-16"),
    (b"\x00<", "UTF-16"),
    (b"<\x00", "UTF-16"),
    (b"\x4C\x6F\xA7\x94", "EBCDIC"),
];

/// The text of a document.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, ReadError> {
    if let Some((mark, name)) = OTHER_ENCODINGS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        let message = format!("this is {name}, and only UTF-8 is read: convert it");
        let position = Position::in_bytes(bytes, 0..mark.len());
        return Err(Trouble::new(TroubleKind::Encoding, message).with_position(position).into());
    }
    crate::error::utf8(bytes)
}
