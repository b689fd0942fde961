//! A line as a story.

use std::fmt::Display;
use std::str::FromStr;

use super::line::{CommemorationRecord, Line, MeetingRecord, OfficialRecord, QuoteRecord, VisitRecord};
use super::names::{Register, one_line};
use super::trouble;
use crate::error::{Position, ReadError, Trouble, TroubleKind};
use crate::format::DiagnosticSink;
use crate::format::text::story_under;
use crate::model::{
    Act, ActKind, Anniversary, Calendar, Commemoration, Country, Date, DateRange, Extension, Facts, Id, Iri,
    Leg, Marking, Meeting, MeetingMode, Name, Official, Organisation, Place, Qualifier, Quote, Rank,
    Remembered, Rights, Role, Status, Story, TimeUnit, Visit,
};
use chrono::NaiveDate;

/// Where values that are not what they should be are reported, with their place in the source.
pub(super) struct Checks<'a> {
    sink: &'a mut DiagnosticSink,
    source: &'a [u8],
}

impl<'a> Checks<'a> {
    /// Checks of a line; the source is empty if it never was text.
    pub(super) fn of(source: &'a [u8], sink: &'a mut DiagnosticSink) -> Self {
        Self { sink, source }
    }

    /// Reports what has no value of its own to point at, at the start of the line.
    pub(super) fn leave_out(&mut self, trouble: Trouble, path: impl Display) -> Result<(), ReadError> {
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
    official.roles = record.roles.iter().map(|title| role(title)).collect();
    official.country = checks.parse(record.country, format_args!("{path}.country"))?;
    Ok(Some(official))
}

/// The role of a title: "Acting Premier" is that of a Premier.
fn role(title: &str) -> Role {
    let stands_in = [
        ("Acting ", Qualifier::Acting),
        ("ACTING ", Qualifier::Acting),
        ("Interim ", Qualifier::Interim),
        ("INTERIM ", Qualifier::Interim),
    ];
    let designate = title.strip_suffix("-designate").filter(|office| !office.trim().is_empty());
    if let Some(office) = designate {
        return Role::new(office).with_qualifier(Qualifier::Designate);
    }
    let qualified = stands_in.into_iter().find_map(|(word, qualifier)| {
        let office = title.strip_prefix(word).filter(|office| !office.trim().is_empty())?;
        Some(Role::new(office).with_qualifier(qualifier))
    });
    qualified.unwrap_or_else(|| Role::new(title))
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
