//! A line as a story.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Deserialize;

use super::line::{CommemorationRecord, Line, MeetingRecord, OfficialRecord, QuoteRecord, VisitRecord};
use super::names::{Register, one_line};
use super::trouble;
use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::text::story_under;
use crate::format::{DiagnosticSink, ReadOptions, Reading};
use crate::model::{
    Act, ActKind, Anniversary, Calendar, Commemoration, Country, Date, DateRange, Extension, Facts, Id, Iri,
    Leg, Marking, Meeting, MeetingMode, Name, Official, Organisation, Place, Quote, Rank, Remembered, Rights,
    Role, Status, Story, TimeUnit, Visit,
};

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
    let mut checks = Checks { sink: &mut sink, source: bytes };
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
    let mut checks = Checks { sink: &mut sink, source: first };
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

/// Where values that are not what they should be are reported, with their place in the source.
pub(super) struct Checks<'a> {
    sink: &'a mut DiagnosticSink,
    source: &'a [u8],
}

impl<'a> Checks<'a> {
    /// Checks of a line that never was text.
    pub(super) fn unplaced(sink: &'a mut DiagnosticSink) -> Self {
        Self { sink, source: &[] }
    }

    /// Reports what has no value of its own to point at, at the start of the line.
    fn leave_out(&mut self, trouble: Trouble, path: impl Display) -> Result<(), ReadError> {
        let start = self.source.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
        let position = Position::in_bytes(self.source, start..start + 1);
        self.sink.report(trouble.with_path(path.to_string()).with_position(position))
    }

    /// Parses a member; one that does not parse is reported and left out.
    fn parse<T: FromStr<Err: Display>>(
        &mut self,
        text: Option<String>,
        path: impl Display,
    ) -> Result<Option<T>, ReadError> {
        let Some(text) = text else { return Ok(None) };
        match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(error) => self.refuse(&text, error.to_string(), path).map(|()| None),
        }
    }

    fn day(&mut self, text: Option<String>, path: impl Display) -> Result<Option<NaiveDate>, ReadError> {
        let Some(text) = text else { return Ok(None) };
        match text.parse() {
            Ok(day) => Ok(Some(day)),
            Err(_) => {
                let message = format!("{text:?} is not a day: expected YYYY-MM-DD");
                self.refuse(&text, message, path).map(|()| None)
            }
        }
    }

    fn refuse(&mut self, text: &str, message: String, path: impl Display) -> Result<(), ReadError> {
        let trouble = trouble(TroubleKind::InvalidValue, message).with_path(path.to_string());
        self.sink.report(match self.find(text) {
            Some(position) => trouble.with_position(position),
            None => trouble,
        })
    }

    /// Where the source has `text` as a whole string for the first time.
    fn find(&self, text: &str) -> Option<Position> {
        let source = str::from_utf8(self.source).ok()?;
        let quoted = serde_json::to_string(text).ok()?;
        let start = source.find(&quoted)?;
        Some(Position::in_text(source, start..start + quoted.len()))
    }
}

/// The story of a line.
pub(super) fn story(line: Line, checks: &mut Checks<'_>) -> Result<Story, ReadError> {
    let facts = Facts { officials: officials(line.officials, checks)?, ..Facts::default() };
    let people = Register::of(&facts.officials);
    let facts = Facts {
        visits: numbered(line.visits, "visit", |record, id, path| visit(record, id, path, &people, checks))?,
        meetings: numbered(line.meetings, "meeting", |record, id, _| Ok(meeting(record, id, &people)))?,
        commemorations: numbered(line.commemorations, "commemoration", |record, id, path| {
            commemoration(record, id, path, checks)
        })?,
        quotes: numbered(line.quotes, "quote", |record, id, _| Ok(quote(record, id, &people)))?,
        ..facts
    };
    if line.text.is_none() && facts.is_empty() {
        let message = "there is nothing to read: the line has neither text nor facts";
        checks.leave_out(trouble(TroubleKind::Missing, message), "text")?;
    }
    let text = line.text.unwrap_or_default();
    let mut story = story_under(&line.title.unwrap_or_default(), &text).with_facts(facts);
    story.id = checks.parse(line.id, "id")?;
    story.standfirst = line.lead;
    story.dates.first_published = checks.day(line.published, "published")?.map(Date::day);
    story.iri = checks.parse(line.url, "url")?;
    story.publishers.extend(publisher(line.source, checks.parse(line.country, "country")?));
    story.rights.extend(line.licence.map(rights));
    story.extensions.extend(
        line.others.into_iter().map(|(member, value)| Extension::new(super::NAME, member, value.to_string())),
    );
    Ok(story)
}

/// A publisher of whom only the country is known is called by its code.
fn publisher(source: Option<String>, country: Option<Country>) -> Option<Organisation> {
    let name = source.or_else(|| country.map(|country| country.to_string()))?;
    let mut publisher = Organisation::new(Id::numbered("publisher", 1), name);
    publisher.country = country;
    Some(publisher)
}

fn rights(licence: String) -> Rights {
    match Iri::new(licence.as_str()) {
        Ok(iri) => Rights::new().with_licence(iri),
        Err(_) => Rights::new().with_terms(licence),
    }
}

/// Reads the records of a list, each with its id and its path.
fn numbered<R, T>(
    records: Vec<R>,
    kind: &str,
    mut read: impl FnMut(R, Id, String) -> Result<T, ReadError>,
) -> Result<Vec<T>, ReadError> {
    let records = records.into_iter().enumerate();
    records
        .map(|(index, record)| read(record, Id::numbered(kind, index + 1), format!("{kind}s[{index}]")))
        .collect()
}

fn officials(records: Vec<OfficialRecord>, checks: &mut Checks<'_>) -> Result<Vec<Official>, ReadError> {
    let read = numbered(records, "official", |record, id, path| official(record, id, &path, checks))?;
    Ok(read.into_iter().flatten().collect())
}

fn official(
    record: OfficialRecord,
    id: Id,
    path: &str,
    checks: &mut Checks<'_>,
) -> Result<Option<Official>, ReadError> {
    let left_out = if !record.official {
        Some((TroubleKind::Unknown, "a private person is no official, and is left out"))
    } else if one_line(&record.name).is_empty() {
        Some((TroubleKind::Missing, "an official needs a name here, and is left out"))
    } else {
        None
    };
    if let Some((kind, message)) = left_out {
        checks.leave_out(trouble(kind, message), path)?;
        return Ok(None);
    }
    let mut official = Official::new(id).with_name(Name::western(&record.name));
    official.rank = record.rank.map(Rank::new);
    official.roles = record.roles.into_iter().map(Role::new).collect();
    official.country = checks.parse(record.country, format_args!("{path}.country"))?;
    Ok(Some(official))
}

fn visit(
    record: VisitRecord,
    id: Id,
    path: String,
    people: &Register,
    checks: &mut Checks<'_>,
) -> Result<Visit, ReadError> {
    let mut leg = Leg::new();
    leg.country = checks.parse(record.country, format_args!("{path}.country"))?;
    leg.places = record.places.into_iter().map(Place::new).collect();
    let start = checks.day(record.start, format_args!("{path}.start"))?;
    let end = checks.day(record.end, format_args!("{path}.end"))?;
    let mut visit = Visit::new(id).with_background(!record.scored);
    visit.visitors = people.participants(record.visitors);
    visit.dates = dates(start, end);
    visit.status = record.status.as_deref().map(Status::from);
    if leg != Leg::new() {
        visit.legs.push(leg);
    }
    Ok(visit)
}

fn dates(start: Option<NaiveDate>, end: Option<NaiveDate>) -> Option<Date> {
    if start.is_none() && end.is_none() {
        return None;
    }
    if let (Some(day), true) = (start, start == end) {
        return Some(Date::day(day));
    }
    let range = DateRange { start: start.map(Calendar::Day), end: end.map(Calendar::Day) };
    let calendar = Calendar::from(range);
    Some(Date::new(calendar.to_string()).with_calendar(calendar))
}

fn meeting(record: MeetingRecord, id: Id, people: &Register) -> Meeting {
    let mut meeting = Meeting::new(id, MeetingMode::from(record.mode.as_str()));
    meeting.party = people.participants(record.party);
    meeting.with = people.participants(record.with);
    meeting.status = record.status.as_deref().map(Status::from);
    meeting
}

fn commemoration(
    record: CommemorationRecord,
    id: Id,
    path: String,
    checks: &mut Checks<'_>,
) -> Result<Commemoration, ReadError> {
    if record.acts.is_empty() && !record.places.is_empty() {
        let message = "a place needs an act that took place there, and is left out";
        checks.leave_out(trouble(TroubleKind::Missing, message), format_args!("{path}.places"))?;
    }
    let mut commemoration = Commemoration::new(id);
    commemoration.remembered = record.event.map(Remembered::new);
    commemoration.anniversary =
        record.anniversary.map(|number| Anniversary::new(number, record.unit.unwrap_or(TimeUnit::Year)));
    commemoration.named_day = record.named_day;
    for kind in &record.acts {
        let act = Act::new(ActKind::from(kind.as_str()));
        if record.places.is_empty() {
            commemoration.acts.push(act.clone());
        }
        for place in &record.places {
            commemoration.acts.push(act.clone().with_place(Place::new(place)));
        }
    }
    Ok(commemoration)
}

fn quote(record: QuoteRecord, id: Id, people: &Register) -> Quote {
    let marking = if record.marked { Marking::Marked } else { Marking::Inferred };
    let mut quote = Quote::new(id, marking);
    quote.speaker = record.speaker.map(|name| people.participant(name));
    if !record.text.is_empty() {
        quote.paragraphs = record.text.split("\n\n").map(str::to_owned).collect();
    }
    quote
}
