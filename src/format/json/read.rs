//! Reading: serde does it; a second look at the document says where trouble stands.

use serde_json::error::Category;

use super::locate::locate;
use super::names::Root;
use super::scan;
use crate::error::{Locator, Position, ReadError, Trouble, TroubleKind, utf8};
use crate::format::{DiagnosticSink, ReadOptions};

/// A whole document.
pub(super) fn document<T: Root>(
    bytes: &[u8],
    options: &ReadOptions,
) -> Result<(T, DiagnosticSink), ReadError> {
    options.limits.check_bytes(bytes.len())?;
    let text = utf8(bytes)?;
    let json = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let document = Document { bytes, json, bom: text.len() - json.len(), root: T::NAME };
    document.check_first_byte()?;
    scan::check_limits(json.as_bytes(), &options.limits)
        .map_err(|(at, message)| document.at(at..at + 1, TroubleKind::Limit, message))?;

    let (mut unknown, mut left_out) = (Vec::new(), 0);
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let root = serde_ignored::deserialize(&mut deserializer, |path| {
        if unknown.len() < DiagnosticSink::MOST {
            unknown.push(ignored_path(T::NAME, &path));
        } else {
            left_out += 1;
        }
    });
    match root.and_then(|root| deserializer.end().map(|()| root)) {
        Ok(root) => Ok((root, document.report_unknown(&unknown, left_out, options)?)),
        Err(error) => Err(document.explain::<T>(&error)),
    }
}

/// A document that is being read.
struct Document<'i> {
    bytes: &'i [u8],
    /// Its text without the byte order mark, which `bom` counts.
    json: &'i str,
    bom: usize,
    root: &'static str,
}

impl Document<'_> {
    fn check_first_byte(&self) -> Result<(), ReadError> {
        let (kind, message) = match self.json.trim_ascii_start().bytes().next() {
            Some(b'{') => return Ok(()),
            Some(_) => {
                (TroubleKind::WrongFormat, format!("a {} in JSON is an object: it begins with {{", self.root))
            }
            None => (TroubleKind::Truncated, "the document is empty".to_owned()),
        };
        let start = self.json.len() - self.json.trim_ascii_start().len();
        Err(self.at(start..start + 1, kind, message).into())
    }

    /// Members that the model has no place for.
    fn report_unknown(
        &self,
        paths: &[String],
        left_out: usize,
        options: &ReadOptions,
    ) -> Result<DiagnosticSink, ReadError> {
        let mut sink = DiagnosticSink::new(options);
        if paths.is_empty() {
            return Ok(sink);
        }
        let spans = locate(self.json, self.root, paths);
        let mut locator = Locator::new(self.bytes);
        for path in paths {
            let mut trouble =
                Trouble::new(TroubleKind::Unknown, "no such member belongs here").with_path(path.as_str());
            if let Some(span) = spans.get(path.as_str()) {
                trouble = trouble.with_position(locator.position(span.start + self.bom..span.end + self.bom));
            }
            sink.report(trouble)?;
        }
        sink.leave_out(left_out);
        Ok(sink)
    }

    /// Reads the document again to learn the path of an error.
    fn explain<T: Root>(&self, error: &serde_json::Error) -> ReadError {
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

    /// The byte that serde_json's line and column, which counts bytes, stand for.
    fn offset_of(&self, error: &serde_json::Error) -> usize {
        let line_start: usize =
            self.json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        line_start + error.column().saturating_sub(1)
    }

    fn at(&self, span: std::ops::Range<usize>, kind: TroubleKind, message: impl Into<String>) -> Trouble {
        let span = span.start + self.bom..span.end + self.bom;
        Trouble::new(kind, message).with_position(Position::in_bytes(self.bytes, span))
    }
}

/// `story/facts/visits[2]/colour`, as serde_ignored tells it.
fn ignored_path(root: &str, path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => root.to_owned(),
        Path::Seq { parent, index } => format!("{}[{}]", ignored_path(root, parent), index + 1),
        Path::Map { parent, key } => format!("{}/{key}", ignored_path(root, parent)),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            ignored_path(root, parent)
        }
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
