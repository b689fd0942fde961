//! A calendar into a story.

use super::calendar::{Calendar, Content, Fault, IN_CALENDAR, IN_EVENT, Row};
use super::draft::{self, Purpose};
use super::line::{Line, clean};
use super::names::{Stamp, UNITS, When, legs, own, own_address, place, title};
use crate::error::{Position, ReadError, Trouble, TroubleKind, utf8};
use crate::format::event_sort::{EventSort, event_sort};
use crate::format::web_name::unescaped;
use crate::format::{DiagnosticSink, ReadOptions, Reading};
use crate::model::{
    Act, ActKind, Anniversary, Commemoration, Country, Date, Direction, Extension, Id, Iri, Name, Official,
    Organisation, Participant, Place, PlaceKind, Remembered, Status, Story, Visit, VisitKind,
};

/// Reads the events of a calendar; it is kept if it says more.
pub(in crate::format) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let all = utf8(bytes)?;
    let text = all.strip_prefix('\u{FEFF}').unwrap_or(all);
    let bom = all.len() - text.len();
    let mut sink = DiagnosticSink::new(options);
    let trouble = |fault: Fault| {
        let span = fault.span.start + bom..fault.span.end + bom;
        Trouble::new(fault.kind, fault.message).with_position(Position::in_bytes(bytes, span))
    };
    let mut report = |fault: Fault| sink.report(trouble(fault)).map_err(Stop::Report);
    let read = Calendar::parse(text, options, &mut report).and_then(|calendar| {
        let story = told(&calendar, &mut report)?.story;
        Ok((calendar, story))
    });
    let (calendar, mut story) = read.map_err(|stop| match stop {
        Stop::Fault(fault) => trouble(fault).into(),
        Stop::Report(error) => error,
    })?;
    let document = calendar.write();
    if document != draft::calendar(&story).write() {
        story.extensions.push(Extension::new(super::NAME, "", document));
    }
    Ok(sink.into_reading(story))
}

/// Why reading ends.
enum Stop {
    Fault(Fault),
    Report(ReadError),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What a calendar tells, and which of its events tells each fact.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) story: Story,
    pub(super) visits: Vec<(usize, Purpose)>,
    pub(super) commemorations: Vec<usize>,
}

/// Reads a calendar; `report` takes what has no place in a story, or gives it back as an error.
///
/// # Errors
///
/// What `report` gives back.
pub(super) fn told<E>(
    calendar: &Calendar,
    report: &mut dyn FnMut(Fault) -> Result<(), E>,
) -> Result<Told, E> {
    let told = Told { story: Story::new(""), visits: Vec::new(), commemorations: Vec::new() };
    let mut reader = Reader { told, report };
    for row in &calendar.rows {
        match &row.content {
            Content::Event(number) => {
                if let Some(event) = calendar.events.get(*number) {
                    reader.event(*number, event)?;
                }
            }
            _ if row.depth == IN_CALENDAR => reader.head(row)?,
            Content::Line(line) if line.is("BEGIN") => reader.component(row, line)?,
            Content::Line(line) if row.depth == 0 && !line.is("END") => {
                reader.report(row, TroubleKind::Syntax, format!("{} stands in no calendar", line.name()))?;
            }
            _ => {}
        }
    }
    Ok(reader.told)
}

/// What says nothing of what happens, and is kept in silence as all of `X-` is.
const OF_THE_CALENDAR: [&str; 19] = [
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "REFRESH-INTERVAL", "SOURCE", "COLOR", "UID",
    "DTSTAMP", "DTEND", "DURATION", "SEQUENCE", "TRANSP", "CREATED", "LAST-MODIFIED", "CLASS", "PRIORITY",
];

/// What is read of every event, and of a visit besides.
const OF_EVENTS: [&str; 7] =
    ["DTSTART", "CATEGORIES", "SUMMARY", "DESCRIPTION", "LOCATION", "ATTENDEE", "STATUS"];

struct Reader<'r, E> {
    told: Told,
    report: &'r mut dyn FnMut(Fault) -> Result<(), E>,
}

/// An event: its own lines.
struct Lines<'r>(Vec<(&'r Row, &'r Line)>);

impl<'r> Lines<'r> {
    fn of(rows: &'r [Row]) -> Self {
        let own = rows.iter().filter(|row| row.depth == IN_EVENT);
        Self(own.filter_map(|row| Some((row, row.property()?))).collect())
    }

    /// What the event is: as its own categories say, or else as its words do.
    fn sort(&self) -> EventSort {
        match self.own_categories().as_deref() {
            Some([first, ..]) if first == "VISIT" => EventSort::Visit,
            Some(_) => EventSort::Commemoration,
            None => {
                let words = self.all("CATEGORIES").flat_map(Line::texts).chain(self.text("SUMMARY"));
                event_sort(words.collect::<Vec<_>>().iter().map(String::as_str))
            }
        }
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &'r Line> {
        self.0.iter().map(|(_, line)| *line).filter(move |line| line.is(name))
    }

    fn find(&self, name: &str) -> Option<&'r Line> {
        self.all(name).next()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.find(name).and_then(words)
    }

    /// The words of the line that says what sort of event of ours it is, first the sort.
    fn own_categories(&self) -> Option<Vec<String>> {
        self.all("CATEGORIES").find(|line| is_own_categories(line)).map(Line::texts)
    }
}

/// What an event is to the crate.
pub(super) fn sort(rows: &[Row]) -> EventSort {
    Lines::of(rows).sort()
}

/// The text of a line, unless there is nothing to see of it.
fn words(line: &Line) -> Option<String> {
    Some(line.text()).filter(|text| !clean(text).is_empty())
}

/// Whether a line says that an event is a visit or a commemoration in the crate's own words.
pub(super) fn is_own_categories(line: &Line) -> bool {
    line.is("CATEGORIES")
        && line.texts().first().is_some_and(|first| ["VISIT", "COMMEMORATION"].contains(&first.as_str()))
}

impl<E> Reader<'_, E> {
    fn report(&mut self, row: &Row, kind: TroubleKind, message: impl Into<String>) -> Result<(), E> {
        (self.report)(Fault { span: row.span.clone(), kind, message: message.into() })
    }

    fn unread(&mut self, row: &Row, what: &str) -> Result<(), E> {
        self.report(row, TroubleKind::Unknown, format!("{what} is kept and not read"))
    }

    /// A part that is no event: time zones and alarms say nothing of what happens.
    fn component(&mut self, row: &Row, line: &Line) -> Result<(), E> {
        let name = line.value.to_ascii_uppercase();
        let is_inner = row.depth > IN_EVENT;
        if is_inner || ["VCALENDAR", "VTIMEZONE", "VALARM"].contains(&name.as_str()) {
            return Ok(());
        }
        self.unread(row, &name)
    }

    fn head(&mut self, row: &Row) -> Result<(), E> {
        let Content::Line(line) = &row.content else { return Ok(()) };
        let story = &mut self.told.story;
        match line.name().as_str() {
            "NAME" | "X-WR-CALNAME" => {
                if story.headline.is_empty() {
                    story.headline = words(line).unwrap_or_default();
                }
            }
            "DESCRIPTION" | "X-WR-CALDESC" => {
                story.standfirst = story.standfirst.take().or_else(|| words(line));
            }
            "UID" if story.id.is_none() => {
                story.id = unescaped(&line.value).and_then(|id| Id::new(id).ok());
            }
            "LAST-MODIFIED" => {
                let stamp = || Stamp::read(&line.value).map(Stamp::date);
                story.dates.updated = story.dates.updated.take().or_else(stamp);
            }
            own::PUBLISHED => {
                let stamp = || Stamp::read(&line.value).map(Stamp::date);
                story.dates.first_published = story.dates.first_published.take().or_else(stamp);
            }
            "URL" => match Iri::new(line.value.trim()) {
                Ok(iri) => story.iri = story.iri.take().or(Some(iri)),
                Err(error) => self.report(row, TroubleKind::InvalidValue, error.to_string())?,
            },
            name if name.starts_with("X-") || OF_THE_CALENDAR.contains(&name) => {}
            name => self.unread(row, &format!("{name} of a calendar"))?,
        }
        Ok(())
    }

    fn event(&mut self, number: usize, rows: &[Row]) -> Result<(), E> {
        let lines = Lines::of(rows);
        let sort = lines.sort();
        let is_visit = sort == EventSort::Visit;
        if sort == EventSort::Other {
            if let Some(row) = rows.first() {
                self.unread(row, "an event that is no visit and no commemoration")?;
            }
            return Ok(());
        }
        for (row, line) in &lines.0 {
            let name = line.name();
            let is_known = name.starts_with("X-")
                || OF_THE_CALENDAR.contains(&name.as_str())
                || OF_EVENTS.contains(&name.as_str()) && (is_visit || name != "STATUS")
                || is_visit && name == "ORGANIZER";
            if !is_known {
                self.unread(row, &format!("{name} of an event"))?;
            } else if name == "ATTENDEE" && name_of(line).is_empty() {
                self.report(row, TroubleKind::Missing, "someone without a name and an address takes part")?;
            }
        }
        let date = self.date(&lines)?;
        let more: Vec<String> = lines.own_categories().into_iter().flatten().skip(1).collect();
        if is_visit {
            let (visit, purpose) = self.visit(&lines, date, more.first());
            self.told.story.facts.visits.push(visit);
            self.told.visits.push((number, purpose));
        } else {
            let commemoration = self.commemoration(&lines, date, &more);
            self.told.story.facts.commemorations.push(commemoration);
            self.told.commemorations.push(number);
        }
        Ok(())
    }

    fn date(&mut self, lines: &Lines<'_>) -> Result<Option<Date>, E> {
        let mut stamps = [None, None];
        for (stamp, name) in stamps.iter_mut().zip(["DTSTART", "DTEND"]) {
            let Some((row, line)) = lines.0.iter().find(|(_, line)| line.is(name)) else { continue };
            *stamp = Stamp::read(&line.value);
            if stamp.is_none() {
                // A time without its offset from UTC is no moment, and its day is known.
                *stamp = Stamp::local(&line.value, name == "DTEND");
                let message = format!("{:?} is no day and no moment in UTC", line.value);
                self.report(row, TroubleKind::InvalidValue, message)?;
            }
        }
        let [start, end] = stamps;
        let Some(start) = start else { return Ok(None) };
        let lasting = || lines.find("DURATION").and_then(|line| start.after(line.value.trim()));
        Ok(Some(When::read(start, end.or_else(lasting)).date()))
    }

    fn visit(&mut self, lines: &Lines<'_>, date: Option<Date>, kind: Option<&String>) -> (Visit, Purpose) {
        let mut visit = Visit::new(self.id(lines.find("UID"), "visit"));
        visit.dates = date;
        visit.kind = kind.map(|kind| VisitKind::from(kind.as_str()));
        let place = lines.text("LOCATION");
        visit.legs = place.as_deref().map(legs).unwrap_or_default();
        let own_title = title(place.as_deref().unwrap_or_default());
        let summary = lines.text("SUMMARY").filter(|words| *words != own_title);
        let description = lines.text("DESCRIPTION");
        let purpose = match (&description, &summary) {
            (None, Some(_)) => Purpose::Summary,
            _ => Purpose::Description,
        };
        visit.purpose = description.or(summary);
        visit.status =
            match lines.find("STATUS").map(|line| line.value.trim().to_ascii_uppercase()).as_deref() {
                Some("TENTATIVE") => Some(Status::Planned),
                Some("CANCELLED") => Some(Status::Cancelled),
                Some("CONFIRMED") => lines.text(own::STATUS).map(|status| Status::from(status.as_str())),
                _ => None,
            };
        visit.direction = lines.text(own::DIRECTION).map(|direction| Direction::from(direction.as_str()));
        visit.hosts = lines.all("ORGANIZER").filter_map(|line| self.participant(line)).collect();
        for line in lines.all("ATTENDEE") {
            let Some(participant) = self.participant(line) else { continue };
            match role(line) {
                Role::Chair => visit.hosts.push(participant),
                Role::Optional => visit.companions.push(participant),
                Role::Required => visit.visitors.push(participant),
            }
        }
        (visit, purpose)
    }

    fn commemoration(&mut self, lines: &Lines<'_>, date: Option<Date>, acts: &[String]) -> Commemoration {
        let mut commemoration = Commemoration::new(self.id(lines.find("UID"), "commemoration"));
        commemoration.date = date;
        commemoration.named_day = lines.text("SUMMARY");
        commemoration.remembered = lines.text("DESCRIPTION").map(Remembered::new);
        commemoration.anniversary = lines.find(own::ANNIVERSARY).and_then(anniversary);
        commemoration.acts = acts.iter().map(|kind| Act::new(ActKind::from(kind.as_str()))).collect();
        let location = lines.text("LOCATION").filter(|_| lines.find(own::PLACE).is_none());
        // Where people come together at a place to remember, there is a ceremony at least.
        let has_people = lines.all("ATTENDEE").any(|line| !name_of(line).is_empty());
        if commemoration.acts.is_empty() && (location.is_some() || has_people) {
            commemoration.acts.push(Act::new(ActKind::Ceremony));
        }
        if let (Some(act), Some(location)) = (commemoration.acts.first_mut(), location) {
            act.place = Some(place(&location));
        }
        for line in lines.all(own::PLACE) {
            for number in numbers(line) {
                if let Some(act) = commemoration.acts.get_mut(number) {
                    act.place = Some(own_place(line));
                }
            }
        }
        for line in lines.all("ATTENDEE") {
            let Some(actor) = self.participant(line) else { continue };
            for number in numbers(line) {
                if let Some(act) = commemoration.acts.get_mut(number) {
                    act.actors.push(actor.clone());
                }
            }
        }
        commemoration
    }

    fn id(&self, line: Option<&Line>, sort: &str) -> Id {
        let facts = &self.told.story.facts;
        let number = facts.visits.len() + facts.commemorations.len() + 1;
        let own =
            line.and_then(|line| unescaped(line.value.split('@').next()?)).and_then(|id| Id::new(id).ok());
        own.unwrap_or_else(|| Id::numbered(sort, number))
    }

    /// Who takes part, unless they have no name; one of the story's own is among its people then.
    fn participant(&mut self, line: &Line) -> Option<Participant> {
        let name = name_of(line);
        if name.is_empty() {
            return None;
        }
        let participant = participant(line);
        let facts = &mut self.told.story.facts;
        match &participant {
            Participant::Official(id) if facts.official(id).is_none() => {
                facts.officials.push(Official::new(id.clone()).with_name(Name::western(&name)));
            }
            Participant::Organisation(id) if facts.organisation(id).is_none() => {
                facts.organisations.push(Organisation::new(id.clone(), name));
            }
            _ => {}
        }
        Some(participant)
    }
}

/// What someone is called, or else their address.
fn name_of(line: &Line) -> String {
    clean(&line.parameter("CN").unwrap_or_else(|| line.value.clone()))
}

/// Who a line names: one of the story's own, or words for them.
pub(super) fn participant(line: &Line) -> Participant {
    let own = own_address(&line.value).and_then(|(sort, id)| Some((sort, Id::new(unescaped(id)?).ok()?)));
    match own {
        Some(("official", id)) => Participant::Official(id),
        Some(("organisation", id)) => Participant::Organisation(id),
        _ => Participant::Described(name_of(line)),
    }
}

/// How someone takes part (RFC 5545, section 3.2.16).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Chair,
    Required,
    Optional,
}

pub(super) fn role(line: &Line) -> Role {
    match line.parameter("ROLE").map(|role| role.to_ascii_uppercase()).as_deref() {
        Some("CHAIR") => Role::Chair,
        Some("OPT-PARTICIPANT") => Role::Optional,
        _ => Role::Required,
    }
}

/// The acts that a line belongs to, counted from 0; the first if it does not say.
fn numbers(line: &Line) -> Vec<usize> {
    match line.parameter(own::ACT) {
        Some(numbers) => {
            numbers.split(',').filter_map(|number| number.parse::<usize>().ok()?.checked_sub(1)).collect()
        }
        None => vec![0],
    }
}

fn own_place(line: &Line) -> Place {
    let mut place = Place::new(line.text());
    place.kind = line.parameter(own::KIND).map(|kind| PlaceKind::from(kind.as_str()));
    place.country = line.parameter(own::COUNTRY).and_then(|country| Country::new(country).ok());
    place
}

fn anniversary(line: &Line) -> Option<Anniversary> {
    let unit = line.parameter(own::UNIT)?;
    let (_, unit) = UNITS.iter().find(|(known, _)| *known == unit)?;
    let mut anniversary = Anniversary::new(line.value.trim().parse().ok()?, *unit);
    anniversary.approximate = line.parameter(own::APPROXIMATE).is_some_and(|word| word == "TRUE");
    Some(anniversary)
}
