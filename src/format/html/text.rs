//! White space as HTML reads it: runs of it are one space, and none at the ends of a line.

use std::borrow::Cow;

use ego_tree::NodeId;

/// What one node gives of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The text, or the line break; none for what stands between two elements.
    pub(super) node: Option<NodeId>,
    pub(super) text: String,
}

/// A text that is put together from nodes.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pieces: Vec<Piece>,
    /// Whether anything but white space was there yet, in the text and in its last line.
    any: bool,
    line: bool,
    /// Whether the last character is a space.
    spaced: bool,
}

impl Pieces {
    /// Adds the text of a node; line breaks in it are kept as such if `kept`.
    pub(super) fn text(&mut self, node: NodeId, text: &str, kept: bool) {
        self.pieces.push(Piece { node: Some(node), text: String::new() });
        for c in text.chars() {
            match c {
                '\n' if kept => self.end_line("\n"),
                c if c.is_ascii_whitespace() => {
                    if self.line && !self.spaced {
                        self.push(' ');
                        self.spaced = true;
                    }
                }
                c => {
                    self.push(c);
                    (self.any, self.line, self.spaced) = (true, true, false);
                }
            }
        }
    }

    /// Adds a `<br>`.
    pub(super) fn line_break(&mut self, node: NodeId) {
        self.pieces.push(Piece { node: Some(node), text: String::new() });
        self.end_line("\n");
    }

    /// Adds what stands for the end of one element and the start of another.
    pub(super) fn joint(&mut self, joint: &str) {
        self.pieces.push(Piece { node: None, text: String::new() });
        self.end_line(joint);
    }

    fn push(&mut self, c: char) {
        if let Some(piece) = self.pieces.last_mut() {
            piece.text.push(c);
        }
    }

    fn end_line(&mut self, mark: &str) {
        if self.spaced {
            let last = self.pieces.iter_mut().rev().find(|piece| !piece.text.is_empty());
            last.and_then(|piece| piece.text.pop());
        }
        if self.any {
            mark.chars().for_each(|c| self.push(c));
        }
        (self.line, self.spaced) = (false, false);
    }

    /// The pieces that give anything.
    pub(super) fn finish(mut self) -> Vec<Piece> {
        while let Some(piece) = self.pieces.last_mut() {
            piece.text.truncate(piece.text.trim_end_matches([' ', '\n']).len());
            if !piece.text.is_empty() {
                break;
            }
            self.pieces.pop();
        }
        self.pieces.retain(|piece| !piece.text.is_empty());
        self.pieces
    }
}

/// A text as HTML holds it: no null characters, white space collapsed, lines kept apart.
pub(super) fn normal(text: &str) -> Cow<'_, str> {
    if is_normal(text) {
        return Cow::Borrowed(text);
    }
    let line = |line: &str| line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.replace('\0', "").split('\n').map(line).collect();
    Cow::Owned(lines.join("\n").trim_matches('\n').to_owned())
}

/// Whether a text is already [`normal`].
fn is_normal(text: &str) -> bool {
    // Most texts are one line, and that is seen many bytes at a time.
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let ends_line = bytes.last().is_some_and(|last| *last < b' ');
    let is_one_line = !pairs
        .fold(ends_line, |found, (byte, next)| found | (*byte < b' ') | ((*byte == b' ') & (*next == b' ')));
    if is_one_line {
        return !text.starts_with(' ') && !text.ends_with(' ');
    }
    let mut before = b'\n';
    for byte in text.bytes() {
        let is_out_of_place = match byte {
            b' ' => matches!(before, b' ' | b'\n'),
            b'\n' => before == b' ',
            _ => byte == 0 || byte.is_ascii_whitespace(),
        };
        if is_out_of_place {
            return false;
        }
        before = byte;
    }
    !text.starts_with('\n') && !text.ends_with([' ', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_collapsed_and_the_rest_is_kept() {
        assert_eq!(normal(" a\t b \r\n\u{a0}c \n\n"), "a b\n\u{a0}c");
        assert_eq!(normal("a\0b \0 c"), "ab c");
        assert_eq!(normal("\n \n"), "");
    }
}
