//! JSON Lines: a stream of stories in constant memory.

use std::io::{self, BufRead};

use super::parse;
use super::trouble;
use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::{ReadOptions, Reading};

/// Reads JSON Lines, a story a line. Memory is that of the longest line that the limits allow.
///
/// A line that cannot be read is an error, and the stories after it go on. Positions count the lines and
/// bytes of the whole stream. Blank lines are passed over.
///
/// ```
/// use newsdesk::ReadOptions;
/// use newsdesk::format::facts::stories;
///
/// let lines = "{\"id\": \"a\", \"text\": \"The Minister met the Mayor.\"}\n{oops}\n{\"text\": \"\"}\n";
/// let stories: Vec<_> = stories(lines.as_bytes(), &ReadOptions::new()).collect();
/// assert_eq!(stories.len(), 3);
/// assert_eq!(stories[1].as_ref().unwrap_err().trouble().position.as_ref().unwrap().line, 2);
/// ```
pub fn stories<R: BufRead>(reader: R, options: &ReadOptions) -> Stories<R> {
    Stories { reader, options: options.clone(), line: Vec::new(), lines: 0, bytes: 0, ended: false }
}

/// The stories of a stream of JSON Lines, as [`stories`] gives them.
#[derive(Debug)]
pub struct Stories<R> {
    reader: R,
    options: ReadOptions,
    line: Vec<u8>,
    /// The lines before the one that is read.
    lines: usize,
    /// The bytes before it.
    bytes: usize,
    ended: bool,
}

impl<R: BufRead> Iterator for Stories<R> {
    type Item = Result<Reading, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let length = match self.take_line() {
                Ok(length) => length,
                Err(error) => {
                    self.ended = true;
                    let message = format!("the stream of stories broke off: {error}");
                    return Some(Err(self.place(trouble(TroubleKind::Truncated, message)).into()));
                }
            };
            self.ended = length == 0;
            let story = self.story(length);
            self.lines += 1;
            self.bytes += length;
            if story.is_some() {
                return story;
            }
        }
        None
    }
}

impl<R: BufRead> Stories<R> {
    /// Takes a line into `self.line`, as much of it as the limit allows and one byte more; gives its
    /// whole length.
    fn take_line(&mut self) -> io::Result<usize> {
        self.line.clear();
        let most = self.options.limits.bytes.saturating_add(1);
        let mut length = 0;
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            let newline = memchr::memchr(b'\n', buffer);
            let part = newline.map_or(buffer.len(), |at| at + 1);
            let room = most.saturating_sub(self.line.len()).min(newline.unwrap_or(part));
            self.line.extend_from_slice(buffer.get(..room).unwrap_or_default());
            self.reader.consume(part);
            length += part;
            if newline.is_some() || part == 0 {
                return Ok(length);
            }
        }
    }

    fn story(&self, length: usize) -> Option<Result<Reading, ReadError>> {
        if self.line.len() > self.options.limits.bytes {
            let message =
                format!("the line has {length} bytes, and the limit is {}", self.options.limits.bytes);
            return Some(Err(self.place(trouble(TroubleKind::Limit, message)).into()));
        }
        let mark = if self.lines == 0 { parse::BYTE_ORDER_MARK } else { &[] };
        let line = self.line.strip_prefix(mark).unwrap_or(&self.line);
        if line.iter().all(u8::is_ascii_whitespace) {
            return None;
        }
        let marked = self.line.len() - line.len();
        Some(parse::moved(parse::one(line, &self.options), self.lines, self.bytes + marked))
    }

    /// Places trouble with a whole line.
    fn place(&self, trouble: Trouble) -> Trouble {
        let span = self.bytes..self.bytes + self.line.len();
        trouble.with_position(Position { span, line: self.lines + 1, column: 1 })
    }
}
