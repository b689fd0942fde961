//! A story into the calendar that was kept of it, or as a new one.

use super::calendar::{Calendar, Content, Fault, IN_CALENDAR, IN_EVENT, Row, stands_for};
use super::draft::{self, Purpose, when};
use super::line::Line;
use super::merge::{Rules, merge};
use super::names::When;
use super::read::{Told, sort, told};
use crate::error::WriteError;
use crate::format::ReadOptions;
use crate::format::kept::split_kept;
use crate::format::reading::Limits;
use crate::model::{Id, Story};

/// Writes the events of a story; one without a known date is left out.
pub(in crate::format) fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    let (kept, own) = split_kept(story, super::NAME);
    let updated = kept.and_then(|kept| update(&kept.value, &own));
    Ok(updated.unwrap_or_else(|| draft::calendar(&own)).write().into_bytes())
}

/// What was read once is read again, however much it is.
pub(super) fn without_limits() -> ReadOptions {
    let limits = Limits::new().with_bytes(usize::MAX).with_depth(usize::MAX).with_elements(usize::MAX);
    ReadOptions::new().with_limits(limits)
}

/// The kept calendar with what the story says now; none if it cannot be read.
fn update(kept: &str, story: &Story) -> Option<Calendar> {
    let mut calendar = Calendar::parse(kept, &without_limits(), &mut |_| Ok::<(), Fault>(())).ok()?;
    let was = told(&calendar, &mut |_| Ok::<(), Fault>(())).ok()?;
    let head = Rules { depth: IN_CALENDAR, derived: &[], by_role: false };
    merge(&mut calendar.rows, &draft::head(&was.story), &draft::head(story), &head);
    update_visits(&mut calendar, &was, story);
    update_commemorations(&mut calendar, &was, story);
    Some(calendar)
}

fn update_visits(calendar: &mut Calendar, was: &Told, story: &Story) {
    let events: Vec<Event> = was
        .story
        .facts
        .visits
        .iter()
        .zip(&was.visits)
        .map(|(visit, (number, purpose))| Event {
            number: *number,
            id: &visit.id,
            lines: draft::visit(visit, &was.story, *purpose),
            has_date: When::of_visit(visit).is_some(),
            purpose: *purpose,
        })
        .collect();
    let wanted = story.facts.visits.iter().map(|visit| Wanted {
        id: &visit.id,
        has_date: When::of_visit(visit).is_some(),
        lines: Box::new(|purpose| draft::visit(visit, story, purpose)),
    });
    update_events(calendar, &events, wanted.collect(), |event| Rules {
        depth: IN_EVENT,
        derived: match event.purpose {
            Purpose::Description => &["DTSTAMP", "SUMMARY"],
            Purpose::Summary => &["DTSTAMP"],
        },
        by_role: true,
    });
}

fn update_commemorations(calendar: &mut Calendar, was: &Told, story: &Story) {
    let events: Vec<Event> = was
        .story
        .facts
        .commemorations
        .iter()
        .zip(&was.commemorations)
        .map(|(commemoration, number)| Event {
            number: *number,
            id: &commemoration.id,
            lines: draft::commemoration(commemoration, &was.story),
            has_date: when(commemoration).is_some(),
            purpose: Purpose::Description,
        })
        .collect();
    let wanted = story.facts.commemorations.iter().map(|commemoration| Wanted {
        id: &commemoration.id,
        has_date: when(commemoration).is_some(),
        lines: Box::new(|_| draft::commemoration(commemoration, story)),
    });
    update_events(calendar, &events, wanted.collect(), |_| Rules {
        depth: IN_EVENT,
        derived: &["DTSTAMP", "LOCATION"],
        by_role: false,
    });
}

/// An event of the calendar, as it was understood.
struct Event<'f> {
    number: usize,
    id: &'f Id,
    lines: Vec<Line>,
    has_date: bool,
    purpose: Purpose,
}

/// A fact that the calendar shall tell.
struct Wanted<'f> {
    id: &'f Id,
    has_date: bool,
    lines: Box<dyn Fn(Purpose) -> Vec<Line> + 'f>,
}

/// Makes the events of one sort those that are wanted, in their order, each where one stood.
fn update_events(
    calendar: &mut Calendar,
    events: &[Event<'_>],
    wanted: Vec<Wanted<'_>>,
    rules: impl Fn(&Event<'_>) -> Rules,
) {
    let pairs = align(events, &wanted);
    let mut slots: Vec<usize> = events.iter().map(|event| event.number).collect();
    slots.sort_unstable();
    let mut order = Vec::new();
    for (fact, pair) in wanted.iter().zip(pairs) {
        match pair.and_then(|at| events.get(at)) {
            // An event that never had a date may go without one.
            Some(event) if fact.has_date || !event.has_date => {
                let is = (fact.lines)(event.purpose);
                let dates = |lines: &[Line]| -> Vec<Line> {
                    lines.iter().filter(|line| line.is("DTSTART") || line.is("DTEND")).cloned().collect()
                };
                if let Some(rows) = calendar.events.get_mut(event.number) {
                    if dates(&event.lines) != dates(&is) {
                        settle_end(rows, &event.lines);
                    }
                    let was = sort(rows);
                    merge(rows, &event.lines, &is, &rules(event));
                    if sort(rows) != was {
                        // The words that told what it is are gone.
                        let own = is.iter().find(|line| line.is("CATEGORIES"));
                        rows.splice(1..1, own.map(|line| Row::new(line.clone(), IN_EVENT)));
                    }
                }
                order.push(event.number);
            }
            None if fact.has_date => {
                order.push(calendar.events.len());
                let fresh = Calendar::of(Vec::new(), vec![(fact.lines)(Purpose::Description)]);
                calendar.events.extend(fresh.events);
            }
            _ => {}
        }
    }
    let number = |row: &Row| match row.content {
        Content::Event(number) => Some(number),
        _ => None,
    };
    let is_slot = |row: &Row| number(row).is_some_and(|number| slots.binary_search(&number).is_ok());
    let rows = &mut calendar.rows;
    let end =
        |row: &Row| row.depth == IN_CALENDAR && matches!(&row.content, Content::Line(line) if line.is("END"));
    let after = rows.iter().rposition(is_slot).or_else(|| rows.iter().rposition(|row| number(row).is_some()));
    let after = after.map(|at| at + 1).or_else(|| rows.iter().position(end)).unwrap_or(rows.len());
    let mut order = order.into_iter();
    let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
    for (at, row) in std::mem::take(rows).into_iter().enumerate() {
        if at == after {
            kept.extend(order.by_ref().map(stands_for));
        }
        match is_slot(&row) {
            true => kept.extend(order.next().map(stands_for)),
            false => kept.push(row),
        }
    }
    kept.extend(order.map(stands_for));
    *rows = kept;
}

/// Which event each fact that is wanted was: of the same id, else the next that is left if as many are left of both.
fn align(events: &[Event<'_>], wanted: &[Wanted<'_>]) -> Vec<Option<usize>> {
    let mut free: Vec<usize> = (0..events.len()).collect();
    let mut pairs: Vec<Option<usize>> = wanted
        .iter()
        .map(|fact| {
            let same = free.iter().position(|at| events.get(*at).is_some_and(|event| event.id == fact.id))?;
            Some(free.remove(same))
        })
        .collect();
    if free.len() == pairs.iter().filter(|pair| pair.is_none()).count() {
        for (pair, at) in pairs.iter_mut().filter(|pair| pair.is_none()).zip(free) {
            *pair = Some(at);
        }
    }
    pairs
}

/// Tells the end of an event by `DTEND`, if it was understood, and by nothing else: not by how long it lasts.
fn settle_end(rows: &mut Vec<Row>, was: &[Line]) {
    let is_own =
        |row: &Row, name: &str| row.depth == IN_EVENT && row.property().is_some_and(|it| it.is(name));
    let lasts = rows.iter().position(|row| is_own(row, "DURATION"));
    match was.iter().find(|line| line.is("DTEND")) {
        Some(end) if !rows.iter().any(|row| is_own(row, "DTEND")) => {
            rows.splice(lasts.map_or(1..1, |at| at..at), [Row::new(end.clone(), IN_EVENT)]);
        }
        Some(_) => {}
        None => rows.retain(|row| !is_own(row, "DTEND")),
    }
    rows.retain(|row| !is_own(row, "DURATION"));
}
