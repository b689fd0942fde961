//! Bytes as lines: JSON with positions, paths and limits.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::line::Line;
use super::read::{Checks, story};
use super::trouble;
use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::{DiagnosticSink, ReadOptions, Reading};

/// What a file of UTF-8 may begin with, and no line of it.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads the first story of a document; that there are more is reported.
pub(super) fn document(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(unmarked) => moved(first_story(unmarked, options), 0, BYTE_ORDER_MARK.len()),
        None => first_story(bytes, options),
    }
}

/// Reads one line; positions count from its start.
pub(super) fn one(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let mut sink = DiagnosticSink::new(options);
    let mut checks = Checks::of(bytes, &mut sink);
    let story = story(line(bytes, options, &mut checks)?, &mut checks)?;
    Ok(sink.into_reading(story))
}

/// A reading whose text stands behind so many lines and bytes.
pub(super) fn moved(
    read: Result<Reading, ReadError>,
    lines: usize,
    bytes: usize,
) -> Result<Reading, ReadError> {
    let move_one = |trouble: &mut Trouble| {
        if let Some(position) = &mut trouble.position {
            position.line += lines;
            position.span = position.span.start + bytes..position.span.end + bytes;
        }
    };
    match read {
        Ok(mut reading) => {
            reading.diagnostics.iter_mut().for_each(move_one);
            Ok(reading)
        }
        Err(error) => {
            let mut trouble = error.trouble().clone();
            move_one(&mut trouble);
            Err(trouble.into())
        }
    }
}

fn first_story(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<serde::de::IgnoredAny>();
    let end = match values.next() {
        Some(Ok(_)) => values.byte_offset(),
        // What is wrong is found again below, and told there with its path.
        Some(Err(_)) => bytes.len(),
        None => {
            return Err(trouble(TroubleKind::Missing, "there is no story: the document is empty").into());
        }
    };
    let (first, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
    let mut sink = DiagnosticSink::new(options);
    let mut checks = Checks::of(first, &mut sink);
    let story = story(line(first, options, &mut checks)?, &mut checks)?;
    if let Some(next) = rest.iter().position(|byte| !byte.is_ascii_whitespace()) {
        let message = "the document goes on after its first story: read it as a stream of stories";
        let second = Position::in_bytes(bytes, end + next..bytes.len());
        sink.report(trouble(TroubleKind::Unknown, message).with_position(second))?;
    }
    Ok(sink.into_reading(story))
}

fn line(bytes: &[u8], options: &ReadOptions, checks: &mut Checks<'_>) -> Result<Line, ReadError> {
    check_nesting(bytes, options)?;
    let mut unknown = UnknownMembers::default();
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let mut note = |path: serde_ignored::Path<'_>| unknown.add(bracketed(&path));
    let read = Line::deserialize(serde_ignored::Deserializer::new(tracked, &mut note));
    let line = read.and_then(|line| json.end().map(|()| line)).map_err(|error| {
        let path = track.path().to_string();
        let located = syntax_error(&error, bytes);
        // The path of what has no name yet: the document, or a member cut off.
        if [".", "?"].contains(&path.as_str()) { located } else { located.with_path(path) }
    })?;
    for (first, count) in unknown.0.into_values() {
        let members = match count {
            1 => "member".to_owned(),
            more => format!("member, and for {} more of its name", more - 1),
        };
        let message = format!("there is no place for this {members}: left out");
        checks.leave_out(trouble(TroubleKind::Unknown, message), first)?;
    }
    Ok(line)
}

/// Members without a place: the first of a kind and how many there are. A list of a thousand records
/// with the same odd member is one thing to tell, not a thousand.
#[derive(Debug, Default)]
struct UnknownMembers(BTreeMap<String, (String, usize)>);

impl UnknownMembers {
    fn add(&mut self, path: String) {
        let kind = path.replace(|c: char| c.is_ascii_digit(), "");
        self.0.entry(kind).or_insert((path, 0)).1 += 1;
    }
}

/// `visits[0].scored`, as the paths of errors are.
fn bracketed(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}[{index}]", bracketed(parent)),
        Path::Map { parent: Path::Root, key } => key.clone(),
        Path::Map { parent, key } => format!("{}.{key}", bracketed(parent)),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            bracketed(parent)
        }
    }
}

/// serde_json's error with its line and column turned into bytes.
fn syntax_error(error: &serde_json::Error, bytes: &[u8]) -> Trouble {
    let before_line: usize = bytes
        .split_inclusive(|&byte| byte == b'\n')
        .take(error.line().saturating_sub(1))
        .map(<[u8]>::len)
        .sum();
    let at = before_line + error.column().saturating_sub(1);
    let kind = match error.classify() {
        serde_json::error::Category::Eof => TroubleKind::Truncated,
        serde_json::error::Category::Data => TroubleKind::InvalidValue,
        _ if str::from_utf8(bytes).is_err() => TroubleKind::Encoding,
        _ => TroubleKind::Syntax,
    };
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    trouble(kind, message).with_position(Position::in_bytes(bytes, at..at + 1))
}

/// Refuses a line that nests deeper, or has more members, than the limits allow.
fn check_nesting(bytes: &[u8], options: &ReadOptions) -> Result<(), ReadError> {
    let (mut depth, mut elements) = (0_usize, 0_usize);
    let (mut in_string, mut escaped) = (false, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => {
                depth += 1;
                elements += 1;
            }
            b',' => elements += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let message = if depth > options.limits.depth {
            format!("the line nests more than {} deep", options.limits.depth)
        } else if elements > options.limits.elements {
            format!("the line has more than {} members", options.limits.elements)
        } else {
            continue;
        };
        return Err(trouble(TroubleKind::Limit, message)
            .with_position(Position::in_bytes(bytes, at..at + 1))
            .into());
    }
    Ok(())
}
