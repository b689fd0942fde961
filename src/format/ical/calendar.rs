//! A calendar as it stands: its lines, with the events of it apart.

use std::ops::Range;

use super::line::{Line, lines, put};
use crate::error::TroubleKind;
use crate::format::ReadOptions;

/// A document: the lines of its calendars, and the events that stand among them.
#[derive(Debug)]
pub(super) struct Calendar {
    pub(super) rows: Vec<Row>,
    /// Each with its `BEGIN` and `END`; those that stand right in a calendar.
    pub(super) events: Vec<Vec<Row>>,
}

#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) content: Content,
    /// In how many components it stands; `BEGIN` and `END` count as in theirs.
    pub(super) depth: usize,
    /// The bytes of the document.
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    Line(Line),
    /// What has no value, and is kept as it is.
    Unread(String),
    /// Stands for one of the events, by its number.
    Event(usize),
}

/// Trouble with the shape of a document.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) span: Range<usize>,
    pub(super) kind: TroubleKind,
    pub(super) message: String,
}

/// How deep the lines of a calendar itself stand, and those of an event.
pub(super) const IN_CALENDAR: usize = 1;
pub(super) const IN_EVENT: usize = 2;

/// The row of an event among those of its calendar.
pub(super) fn stands_for(event: usize) -> Row {
    Row { content: Content::Event(event), depth: IN_EVENT, span: 0..0 }
}

impl Row {
    pub(super) fn new(line: Line, depth: usize) -> Self {
        Self { content: Content::Line(line), depth, span: 0..0 }
    }

    /// The line, unless it begins or ends a component.
    pub(super) fn property(&self) -> Option<&Line> {
        match &self.content {
            Content::Line(line) if !line.is("BEGIN") && !line.is("END") => Some(line),
            _ => None,
        }
    }
}

impl Calendar {
    /// Reads a document; `report` takes what can be gone around, or gives it back as an error.
    ///
    /// # Errors
    ///
    /// If it is no calendar, ends too early or exceeds the limits; what `report` gives back.
    pub(super) fn parse<E: From<Fault>>(
        text: &str,
        options: &ReadOptions,
        report: &mut dyn FnMut(Fault) -> Result<(), E>,
    ) -> Result<Self, E> {
        let fault =
            |span: Range<usize>, kind, message: &str| Fault { span, kind, message: message.to_owned() };
        let no_calendar = |span: Range<usize>| {
            fault(span, TroubleKind::WrongFormat, "this is no calendar: it begins with BEGIN:VCALENDAR")
        };
        let end = text.len()..text.len();
        let mut calendar = Self { rows: Vec::new(), events: Vec::new() };
        let mut open: Vec<String> = Vec::new();
        for (number, (line, span)) in lines(text).into_iter().enumerate() {
            if number >= options.limits.elements {
                return Err(fault(0..0, TroubleKind::Limit, "the calendar has too many lines").into());
            }
            if number == 0
                && !line.as_ref().is_ok_and(|line| {
                    line.is("BEGIN") && line.value.trim_end().eq_ignore_ascii_case("VCALENDAR")
                })
            {
                return Err(no_calendar(span).into());
            }
            let mut depth = open.len();
            let content = match line {
                Ok(line) if line.is("BEGIN") => {
                    if open.len() >= options.limits.depth {
                        let message = "parts of the calendar nest too deep";
                        return Err(fault(span, TroubleKind::Limit, message).into());
                    }
                    open.push(line.value.trim_end().to_ascii_uppercase());
                    depth += 1;
                    if open == ["VCALENDAR", "VEVENT"] {
                        calendar.rows.push(stands_for(calendar.events.len()));
                        calendar.events.push(Vec::new());
                    }
                    Content::Line(line)
                }
                Ok(line) if line.is("END") => {
                    let part = open.last().map_or("", String::as_str);
                    if !line.value.trim_end().eq_ignore_ascii_case(part) {
                        let message = format!("END:{} does not end the part that is open", line.value);
                        report(fault(span.clone(), TroubleKind::Syntax, &message))?;
                    }
                    Content::Line(line)
                }
                Ok(line) => Content::Line(line),
                Err(unread) => {
                    report(fault(span.clone(), TroubleKind::Syntax, "a line without a colon"))?;
                    Content::Unread(unread)
                }
            };
            let is_in_event = matches!(open.as_slice(), [calendar, event, ..] if calendar == "VCALENDAR" && event == "VEVENT");
            if matches!(&content, Content::Line(line) if line.is("END")) {
                open.pop();
            }
            let row = Row { content, depth, span };
            match calendar.events.last_mut().filter(|_| is_in_event) {
                Some(event) => event.push(row),
                None => calendar.rows.push(row),
            }
        }
        if calendar.rows.is_empty() {
            return Err(fault(end, TroubleKind::Truncated, "the document is empty").into());
        }
        if !open.is_empty() {
            let message = "the calendar ends before it is complete";
            return Err(fault(end, TroubleKind::Truncated, message).into());
        }
        Ok(calendar)
    }

    /// A calendar of lines and of events that have none but their own lines.
    pub(super) fn of(head: Vec<Line>, events: Vec<Vec<Line>>) -> Self {
        let around = |part: &str, depth: usize, rows: Vec<Row>| -> Vec<Row> {
            let edge = |name| std::iter::once(Row::new(Line::new(name, part), depth));
            edge("BEGIN").chain(rows).chain(edge("END")).collect()
        };
        let own = |lines: Vec<Line>, depth| lines.into_iter().map(move |line| Row::new(line, depth));
        let rows = own(head, IN_CALENDAR).chain((0..events.len()).map(stands_for)).collect();
        let events =
            events.into_iter().map(|lines| around("VEVENT", IN_EVENT, own(lines, IN_EVENT).collect()));
        Self { events: events.collect(), rows: around("VCALENDAR", IN_CALENDAR, rows) }
    }

    /// The document, folded anew.
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        for row in &self.rows {
            match &row.content {
                Content::Event(number) => {
                    self.events.get(*number).into_iter().flatten().for_each(|row| row.put(&mut out))
                }
                _ => row.put(&mut out),
            }
        }
        out
    }
}

impl Row {
    fn put(&self, out: &mut String) {
        match &self.content {
            Content::Line(line) => line.put(out),
            Content::Unread(text) => put(out, text),
            Content::Event(_) => {}
        }
    }
}
