//! A calendar into a story.

use super::line::{Line, lines};
use super::names::{Stamp, When, legs, own_address, title};
use crate::error::{Position, ReadError, Trouble, TroubleKind, utf8};
use crate::format::event_sort::{EventSort, event_sort};
use crate::format::web_name::unescaped;
use crate::format::{DiagnosticSink, ReadOptions, Reading};
use crate::model::{
    Act, ActKind, Commemoration, Id, Iri, Name, Official, Organisation, Participant, Remembered, Status,
    Story, Visit, VisitKind,
};

/// Reads the events of a calendar.
pub(in crate::format) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let all = utf8(bytes)?;
    let text = all.strip_prefix('\u{FEFF}').unwrap_or(all);
    let mut reader = Reader {
        bytes,
        bom: all.len() - text.len(),
        story: Story::new(""),
        sink: DiagnosticSink::new(options),
    };
    let mut open: Vec<String> = Vec::new();
    let mut event: Vec<Line> = Vec::new();
    let mut begun = false;
    for (number, line) in lines(text).into_iter().enumerate() {
        if number >= options.limits.elements {
            return Err(reader
                .trouble(&(0..0), TroubleKind::Limit, "the calendar has too many lines")
                .into());
        }
        let line = match line {
            Ok(line) => line,
            Err(span) if begun => {
                reader.report(&span, TroubleKind::Syntax, "a line without a colon")?;
                continue;
            }
            Err(span) => return Err(reader.no_calendar(&span)),
        };
        if !begun && (line.name != "BEGIN" || !line.value.eq_ignore_ascii_case("VCALENDAR")) {
            return Err(reader.no_calendar(&line.span));
        }
        begun = true;
        match (line.name.as_str(), open.last().map(String::as_str)) {
            ("BEGIN", _) if open.len() >= options.limits.depth => {
                return Err(reader
                    .trouble(&line.span, TroubleKind::Limit, "parts of the calendar nest too deep")
                    .into());
            }
            ("BEGIN", _) => open.push(line.value.to_ascii_uppercase()),
            ("END", Some(part)) => {
                if part == "VEVENT" {
                    reader.event(&std::mem::take(&mut event))?;
                }
                open.pop();
            }
            (_, Some("VEVENT")) => event.push(line),
            (_, Some("VCALENDAR")) => reader.head(&line)?,
            (name, _) => {
                reader.report(&line.span, TroubleKind::Unknown, format!("{name} has no place in a story"))?
            }
        }
    }
    let end = text.len()..text.len();
    if !begun {
        return Err(reader.trouble(&end, TroubleKind::Truncated, "the document is empty").into());
    }
    if !open.is_empty() {
        return Err(reader
            .trouble(&end, TroubleKind::Truncated, "the calendar ends before it is complete")
            .into());
    }
    Ok(reader.sink.into_reading(reader.story))
}

struct Reader<'b> {
    bytes: &'b [u8],
    bom: usize,
    story: Story,
    sink: DiagnosticSink,
}

impl Reader<'_> {
    fn trouble(
        &self,
        span: &std::ops::Range<usize>,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> Trouble {
        let span = span.start + self.bom..span.end + self.bom;
        Trouble::new(kind, message).with_position(Position::in_bytes(self.bytes, span))
    }

    fn report(
        &mut self,
        span: &std::ops::Range<usize>,
        kind: TroubleKind,
        message: impl Into<String>,
    ) -> Result<(), ReadError> {
        let trouble = self.trouble(span, kind, message);
        self.sink.report(trouble)
    }

    fn no_calendar(&self, span: &std::ops::Range<usize>) -> ReadError {
        self.trouble(span, TroubleKind::WrongFormat, "this is no calendar: it begins with BEGIN:VCALENDAR")
            .into()
    }

    fn head(&mut self, line: &Line) -> Result<(), ReadError> {
        match line.name.as_str() {
            "NAME" | "X-WR-CALNAME" if self.story.headline.is_empty() => self.story.headline = line.text(),
            "DESCRIPTION" | "X-WR-CALDESC" if self.story.standfirst.is_none() => {
                self.story.standfirst = Some(line.text())
            }
            "URL" => match Iri::new(line.value.trim()) {
                Ok(iri) => self.story.iri = Some(iri),
                Err(error) => self.report(&line.span, TroubleKind::InvalidValue, error.to_string())?,
            },
            "VERSION" | "PRODID" => {}
            name => self.report(
                &line.span,
                TroubleKind::Unknown,
                format!("{name} of a calendar has no place in a story"),
            )?,
        }
        Ok(())
    }

    fn event(&mut self, lines: &[Line]) -> Result<(), ReadError> {
        const READ: [&str; 11] = [
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "CATEGORIES",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "STATUS",
            "ORGANIZER",
            "ATTENDEE",
        ];
        for line in lines.iter().filter(|line| !READ.contains(&line.name.as_str())) {
            self.report(
                &line.span,
                TroubleKind::Unknown,
                format!("{} of an event has no place in a story", line.name),
            )?;
        }
        let find = |name: &str| lines.iter().find(|line| line.name == name);
        let text = |name: &str| find(name).map(Line::text).filter(|text| !text.is_empty());
        let mut stamps = [None, None];
        for (stamp, name) in stamps.iter_mut().zip(["DTSTART", "DTEND"]) {
            let Some(line) = find(name) else { continue };
            *stamp = Stamp::read(&line.value);
            if stamp.is_none() {
                // A time without its offset from UTC is no moment, and its day is known.
                *stamp = line.value.get(..8).and_then(Stamp::read);
                let message = format!("{:?} is no day and no moment in UTC", line.value);
                self.report(&line.span, TroubleKind::InvalidValue, message)?;
            }
        }
        let [start, end] = stamps;
        let date = start.map(|start| When::read(start, end).date());
        let mut categories = find("CATEGORIES").map(Line::texts).unwrap_or_default().into_iter();
        let first = categories.next().unwrap_or_default();
        let more: Vec<String> = categories.collect();
        let sort = match first.as_str() {
            "VISIT" => EventSort::Visit,
            "COMMEMORATION" => EventSort::Commemoration,
            _ => event_sort([first.as_str(), &text("SUMMARY").unwrap_or_default()].into_iter()),
        };
        match sort {
            EventSort::Visit => {
                let mut visit = Visit::new(self.id(find("UID"), "visit"));
                visit.dates = date;
                visit.kind = more.first().map(|kind| VisitKind::from(kind.as_str()));
                let place = text("LOCATION");
                visit.legs = place.as_deref().map(legs).unwrap_or_default();
                visit.purpose = text("DESCRIPTION").or_else(|| {
                    text("SUMMARY").filter(|words| *words != title(place.as_deref().unwrap_or_default()))
                });
                visit.status = match find("STATUS").map(|line| line.value.as_str()) {
                    Some("TENTATIVE") => Some(Status::Planned),
                    Some("CANCELLED") => Some(Status::Cancelled),
                    _ => None,
                };
                for line in lines {
                    match (line.name.as_str(), line.parameter("ROLE")) {
                        ("ORGANIZER", _) => visit.hosts.push(self.participant(line)),
                        ("ATTENDEE", Some("OPT-PARTICIPANT")) => {
                            visit.companions.push(self.participant(line))
                        }
                        ("ATTENDEE", _) => visit.visitors.push(self.participant(line)),
                        _ => {}
                    }
                }
                self.story.facts.visits.push(visit);
            }
            EventSort::Commemoration => {
                let mut commemoration = Commemoration::new(self.id(find("UID"), "commemoration"));
                commemoration.date = date;
                commemoration.named_day = text("SUMMARY");
                commemoration.remembered = text("DESCRIPTION").map(Remembered::new);
                commemoration.acts = more.iter().map(|kind| Act::new(ActKind::from(kind.as_str()))).collect();
                self.story.facts.commemorations.push(commemoration);
                for line in lines.iter().filter(|line| {
                    ["ORGANIZER", "ATTENDEE", "LOCATION", "STATUS"].contains(&line.name.as_str())
                }) {
                    let message = format!("{} of a commemoration has no place in a story", line.name);
                    self.report(&line.span, TroubleKind::Unknown, message)?;
                }
            }
            EventSort::Other => {
                let span = lines.first().map_or(0..0, |line| line.span.clone());
                self.report(&span, TroubleKind::Unknown, "an event that is no visit and no commemoration")?;
            }
        }
        Ok(())
    }

    fn id(&self, line: Option<&Line>, sort: &str) -> Id {
        let facts = &self.story.facts;
        let number = facts.visits.len() + facts.commemorations.len() + 1;
        let own =
            line.and_then(|line| unescaped(line.value.split('@').next()?)).and_then(|id| Id::new(id).ok());
        own.unwrap_or_else(|| Id::numbered(sort, number))
    }

    fn participant(&mut self, line: &Line) -> Participant {
        let name = line.parameter("CN").unwrap_or(&line.value).to_owned();
        let own = own_address(&line.value).and_then(|(sort, id)| Some((sort, Id::new(unescaped(id)?).ok()?)));
        let facts = &mut self.story.facts;
        match own {
            Some(("official", id)) => {
                if facts.official(&id).is_none() {
                    facts.officials.push(Official::new(id.clone()).with_name(Name::western(&name)));
                }
                Participant::Official(id)
            }
            Some(("organisation", id)) => {
                if facts.organisation(&id).is_none() {
                    facts.organisations.push(Organisation::new(id.clone(), name));
                }
                Participant::Organisation(id)
            }
            _ => Participant::Described(name),
        }
    }
}
