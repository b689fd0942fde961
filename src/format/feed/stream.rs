//! A feed cut into documents of one entry each, in constant memory.

use std::cell::RefCell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Dialect;
use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::tree::Source;
use crate::format::{ReadOptions, Reading};

/// The stories of a feed, one after the other. Memory is that of the longest entry that the limits allow.
///
/// An entry that cannot be read is an error, and those after it go on.
pub(in crate::format) struct Entries<'r> {
    xml: Reader<Tape<Box<dyn BufRead + 'r>>>,
    tape: Rc<RefCell<Vec<u8>>>,
    dialect: &'static Dialect,
    options: ReadOptions,
    /// Everything before the first entry, and what closes it.
    prefix: Vec<u8>,
    closing: Vec<u8>,
    open: Vec<Vec<u8>>,
    /// Whether the tape begins with an entry, and how many are open.
    has_entry: bool,
    inside: usize,
    /// The bytes, and the place, at which the tape begins.
    start: Start,
    ended: bool,
    event: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
struct Start {
    byte: usize,
    line: usize,
    column: usize,
}

/// What was read of a stream since it was last cut.
struct Tape<R> {
    inner: R,
    tape: Rc<RefCell<Vec<u8>>>,
    most: usize,
}

impl<R: BufRead> Read for Tape<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(into)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Tape<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.tape.borrow().len() > self.most {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        // What is consumed was filled in before, so this reads nothing.
        if let Ok(buffer) = self.inner.fill_buf() {
            self.tape.borrow_mut().extend_from_slice(buffer.get(..length).unwrap_or(buffer));
        }
        self.inner.consume(length);
    }
}

impl<'r> Entries<'r> {
    pub(in crate::format) fn new(
        reader: impl BufRead + 'r,
        options: &ReadOptions,
        dialect: &'static Dialect,
    ) -> Self {
        let inner = in_utf8(reader, options);
        let tape = Rc::new(RefCell::new(Vec::new()));
        let mut xml = Reader::from_reader(Tape { inner, tape: Rc::clone(&tape), most: options.limits.bytes });
        let config = xml.config_mut();
        // What is ill-formed is found, and told with its place, where each entry is parsed.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            xml,
            tape,
            dialect,
            options: options.clone(),
            prefix: Vec::new(),
            closing: Vec::new(),
            open: Vec::new(),
            has_entry: false,
            inside: 0,
            start: Start { byte: 0, line: 1, column: 1 },
            ended: false,
            event: Vec::new(),
        }
    }

    /// The document of the entry that ends at a byte of the stream, once there is one.
    fn cut(&mut self, end: usize, is_last: bool) -> Option<Result<Reading, ReadError>> {
        let mut chunk = self.tape.take();
        let rest = chunk.split_off(end.saturating_sub(self.start.byte).min(chunk.len()));
        self.tape.replace(rest);
        let start = self.start;
        self.start = start.after(&chunk);
        if !self.has_entry {
            self.closing =
                self.open.iter().rev().flat_map(|name| [b"</", name.as_slice(), b">"].concat()).collect();
            self.prefix = chunk;
            // A document that ends before its first entry is told for what it is.
            return is_last.then(|| self.read(&[], start, &[])).filter(|read| !is_empty_feed(read));
        }
        let closing = if is_last { Vec::new() } else { self.closing.clone() };
        Some(self.read(&chunk, start, &closing))
    }

    fn read(&self, chunk: &[u8], start: Start, closing: &[u8]) -> Result<Reading, ReadError> {
        let document = [&self.prefix, chunk, closing].concat();
        let moved = |mut trouble: Trouble| {
            let at = trouble.position.take()?;
            let is_ahead = at.span.start < self.prefix.len();
            // What is before the entries was told with the first.
            let is_told = is_ahead && start.byte > self.prefix.len();
            trouble.position = Some(if is_ahead {
                at
            } else {
                start.place(chunk, at.span.start - self.prefix.len(), at.span.len())
            });
            (!is_told).then_some(trouble)
        };
        match super::read(&document, &self.options, self.dialect) {
            Ok(mut reading) => {
                reading.diagnostics = reading.diagnostics.into_iter().filter_map(moved).collect();
                Ok(reading)
            }
            Err(error) => {
                let trouble = error.trouble().clone();
                Err(moved(trouble.clone()).unwrap_or(trouble).into())
            }
        }
    }
}

/// The stream, or the text of a document that is not in UTF-8: that is read whole, within the limits.
fn in_utf8<'r>(mut reader: impl BufRead + 'r, options: &ReadOptions) -> Box<dyn BufRead + 'r> {
    let is_utf8 = match reader.fill_buf() {
        Ok(head) => Source::new(head.get(..head.len().min(HEAD)).unwrap_or_default())
            .map_or(true, |head| head.is_utf8()),
        Err(_) => true,
    };
    if is_utf8 {
        return Box::new(reader);
    }
    let most = u64::try_from(options.limits.bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    // What cannot be read or decoded is told when it is parsed.
    let _ = reader.by_ref().take(most).read_to_end(&mut bytes);
    match Source::new(&bytes).map(Source::into_undeclared) {
        Ok(text) => Box::new(io::Cursor::new(text.into_bytes())),
        Err(_) => Box::new(io::Cursor::new(bytes)),
    }
}

/// How many bytes tell the encoding of a document: an even number, and room for a declaration.
const HEAD: usize = 256;

/// Whether a feed was read that has no story, which is no trouble of a stream.
fn is_empty_feed(read: &Result<Reading, ReadError>) -> bool {
    matches!(read, Err(error) if error.trouble().kind == TroubleKind::Missing)
}

impl Start {
    /// The place behind some bytes.
    fn after(self, bytes: &[u8]) -> Self {
        let place = self.place(bytes, bytes.len(), 0);
        Self { byte: place.span.start, line: place.line, column: place.column }
    }

    /// A place in the bytes that begin here.
    fn place(self, bytes: &[u8], at: usize, length: usize) -> Position {
        let within = Position::in_bytes(bytes, at..at + length);
        let column = if within.line == 1 { self.column + within.column - 1 } else { within.column };
        let start = self.byte + within.span.start;
        Position { span: start..self.byte + within.span.end, line: self.line + within.line - 1, column }
    }
}

impl Iterator for Entries<'_> {
    type Item = Result<Reading, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let before = usize::try_from(self.xml.buffer_position()).unwrap_or(usize::MAX);
            self.event.clear();
            let entry = self.dialect.entry;
            match self.xml.read_event_into(&mut self.event) {
                Ok(Event::Start(tag)) => {
                    let is_entry = tag.local_name().as_ref() == entry;
                    if is_entry && self.inside == 0 {
                        self.inside = 1;
                        let cut = self.cut(before, false);
                        self.has_entry = true;
                        if cut.is_some() {
                            return cut;
                        }
                    } else if is_entry {
                        self.inside += 1;
                    } else if !self.has_entry {
                        self.open.push(tag.name().as_ref().as_bytes().to_vec());
                    }
                }
                Ok(Event::End(tag)) => {
                    if tag.local_name().as_ref() == entry {
                        self.inside = self.inside.saturating_sub(1);
                    } else if !self.has_entry {
                        self.open.pop();
                    }
                }
                Ok(Event::Eof) => {
                    self.ended = true;
                    return self.cut(usize::MAX, true);
                }
                Ok(_) => {}
                Err(quick_xml::Error::Io(error)) => {
                    self.ended = true;
                    let (kind, message) = match error.kind() {
                        io::ErrorKind::FileTooLarge => {
                            let most = self.options.limits.bytes;
                            (TroubleKind::Limit, format!("an entry has more bytes than the limit of {most}"))
                        }
                        _ => (TroubleKind::Truncated, format!("the stream broke off: {error}")),
                    };
                    let Start { byte, line, column } = self.start;
                    let position = Position { span: byte..byte + self.tape.borrow().len(), line, column };
                    return Some(Err(Trouble::new(kind, message).with_position(position).into()));
                }
                // Parsed as a document, it is told with its place.
                Err(_) => {
                    self.ended = true;
                    return self.cut(usize::MAX, true);
                }
            }
        }
        None
    }
}
