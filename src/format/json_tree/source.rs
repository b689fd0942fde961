//! The text of a document, and where trouble stands in it.

use std::fmt::Display;
use std::ops::Range;

use serde::Deserialize;
use serde_json::error::Category;

#[cfg(feature = "json-kept")]
use super::json::Json;
use super::locate::locate;
#[cfg(feature = "json-kept")]
use super::repeated;
use super::scan;
use crate::error::{Locator, Position, ReadError, Trouble, TroubleKind, utf8};
use crate::format::{DiagnosticSink, Limits, ReadOptions};

/// The text of a JSON document that is within the limits and begins as an object does.
pub(in crate::format) struct Source<'i> {
    bytes: &'i [u8],
    /// The text without the byte order mark, which `bom` counts.
    json: &'i str,
    bom: usize,
    /// What paths into the document begin with.
    root: &'static str,
    /// Unless this is so, no object of the document has two members of one name.
    may_repeat: bool,
}

impl<'i> Source<'i> {
    /// Takes a document whose paths begin with `root`: `story`, `item`.
    ///
    /// # Errors
    ///
    /// If it is no UTF-8, exceeds the limits, or does not begin with `{`.
    pub(in crate::format) fn new(
        bytes: &'i [u8],
        root: &'static str,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        Self::beginning_with(b"{", bytes, root, limits)
    }

    /// As [`new`](Self::new), of a document that begins with any of the bytes `first`.
    pub(in crate::format) fn beginning_with(
        first: &[u8],
        bytes: &'i [u8],
        root: &'static str,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        let source = Self::open(first, bytes, root, limits)?;
        source.check_limits(limits)?;
        Ok(source)
    }

    /// As [`beginning_with`](Self::beginning_with), with the document as a value; a short document is looked
    /// through for the limits only once it is read.
    ///
    /// # Errors
    ///
    /// Also if it is no JSON.
    #[cfg(feature = "json-kept")]
    pub(in crate::format) fn read(
        first: &[u8],
        bytes: &'i [u8],
        root: &'static str,
        limits: &Limits,
    ) -> Result<(Self, Json<'i>), ReadError> {
        let mut source = Self::open(first, bytes, root, limits)?;
        // A byte makes one element at most.
        if source.json.len() > limits.elements {
            source.check_limits(limits)?;
        }
        let document: Result<Json<'i>, _> = source.parse();
        let shape = document.as_ref().map(Json::shape).ok();
        // What is too deep may be no JSON either: the limit comes first, and knows its place.
        if shape.is_none_or(|shape| shape.depth > limits.depth) {
            source.check_limits(limits)?;
        }
        source.may_repeat = shape.is_some_and(|shape| shape.may_repeat);
        document.map(|document| (source, document))
    }

    /// Takes each member out of the document that another one of its name follows, which alone is read; a trouble for
    /// each.
    #[cfg(feature = "json-kept")]
    pub(in crate::format) fn take_repeated(&self, document: &mut Json<'_>) -> Vec<Trouble> {
        if self.may_repeat { repeated::take(document, self.root) } else { Vec::new() }
    }

    fn open(first: &[u8], bytes: &'i [u8], root: &'static str, limits: &Limits) -> Result<Self, ReadError> {
        limits.check_bytes(bytes.len())?;
        let text = utf8(bytes)?;
        let json = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let source = Self { bytes, json, bom: text.len() - json.len(), root, may_repeat: false };
        source.check_first_byte(first)?;
        Ok(source)
    }

    fn check_limits(&self, limits: &Limits) -> Result<(), ReadError> {
        scan::check_limits(self.json.as_bytes(), limits)
            .map_err(|(at, message)| self.at(at..at + 1, TroubleKind::Limit, message).into())
    }

    /// The text, without a byte order mark.
    pub(in crate::format) fn json(&self) -> &'i str {
        self.json
    }

    fn check_first_byte(&self, first: &[u8]) -> Result<(), ReadError> {
        let (kind, message) = match self.json.trim_ascii_start().bytes().next() {
            Some(byte) if first.contains(&byte) => return Ok(()),
            Some(_) => (TroubleKind::WrongFormat, "the document is an object in JSON: it begins with {"),
            None => (TroubleKind::Truncated, "the document is empty"),
        };
        let start = self.json.len() - self.json.trim_ascii_start().len();
        Err(self.at(start..start + 1, kind, message).into())
    }

    /// The whole document as a value of the type.
    ///
    /// # Errors
    ///
    /// If it is no JSON, or no such value, with the place and the path.
    #[cfg(feature = "json-kept")]
    pub(in crate::format) fn parse<T: Deserialize<'i>>(&self) -> Result<T, ReadError> {
        serde_json::from_str(self.json).map_err(|error| self.explain::<T>(&error))
    }

    /// Reads the document again to learn the path of an error.
    pub(in crate::format) fn explain<T: Deserialize<'i>>(&self, error: &serde_json::Error) -> ReadError {
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
        let kind = match error.classify() {
            Category::Eof => TroubleKind::Truncated,
            Category::Data if message.starts_with("missing field") => TroubleKind::Missing,
            Category::Data => TroubleKind::InvalidValue,
            Category::Syntax | Category::Io => TroubleKind::Syntax,
        };
        let offset = self.offset_of(error);
        let mut deserializer = serde_json::Deserializer::from_str(self.json);
        let path = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
            Ok(_) => self.root.to_owned(),
            Err(error) => error_path(self.root, error.path()),
        };
        // serde knows where it stopped; where the value stands that made it stop is better.
        let value = match error.classify() {
            Category::Data => locate(self.json, self.root, std::slice::from_ref(&path)).remove(path.as_str()),
            _ => None,
        };
        self.at(value.unwrap_or(offset..offset + 1), kind, message).with_path(path).into()
    }

    /// The error of a document that is well-formed and of no use, at its start.
    #[cfg(feature = "json-kept")]
    pub(in crate::format) fn error(&self, trouble: Trouble) -> ReadError {
        let start = self.bom + self.json.len() - self.json.trim_ascii_start().len();
        trouble.with_position(Position::in_bytes(self.bytes, start..start + 1)).into()
    }

    /// Reports troubles that know their path alone, each with its place, in the order of the document.
    ///
    /// # Errors
    ///
    /// When strict, the first of them.
    pub(in crate::format) fn report(
        &self,
        mut troubles: Vec<Trouble>,
        left_out: usize,
        options: &ReadOptions,
    ) -> Result<DiagnosticSink, ReadError> {
        let mut sink = DiagnosticSink::new(options);
        if troubles.is_empty() {
            return Ok(sink);
        }
        let paths: Vec<String> = troubles.iter().filter_map(|trouble| trouble.path.clone()).collect();
        let spans = locate(self.json, self.root, &paths);
        let span_of = |trouble: &Trouble| spans.get(trouble.path.as_deref()?).cloned();
        troubles.sort_by_key(|trouble| span_of(trouble).map(|span| span.start));
        let mut locator = Locator::new(self.bytes);
        for trouble in troubles {
            let span = span_of(&trouble).unwrap_or(0..self.json.len());
            let position = locator.position(span.start + self.bom..span.end + self.bom);
            sink.report(trouble.with_position(position))?;
        }
        sink.leave_out(left_out);
        Ok(sink)
    }

    /// The byte that serde_json's line and column, which counts bytes, stand for.
    fn offset_of(&self, error: &serde_json::Error) -> usize {
        let line_start: usize =
            self.json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        line_start + error.column().saturating_sub(1)
    }

    fn at(&self, span: Range<usize>, kind: TroubleKind, message: impl Display) -> Trouble {
        let span = span.start + self.bom..span.end + self.bom;
        Trouble::new(kind, message.to_string()).with_position(Position::in_bytes(self.bytes, span))
    }
}

/// `story/facts/visits[2]/status`, as serde_path_to_error tells it.
fn error_path(root: &str, path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(root.to_owned(), |path, segment| match segment {
        Segment::Seq { index } => format!("{path}[{}]", index + 1),
        Segment::Map { key } | Segment::Enum { variant: key } => format!("{path}/{key}"),
        Segment::Unknown => path,
    })
}
