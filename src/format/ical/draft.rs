//! The calendar that a story is written as.

use super::calendar::Calendar;
use super::line::{Line, clean, escape};
use super::names::{
    Stamp, UNITS, When, actors, acts, address, location, own, place_held, place_words, title,
};
use crate::format::web_name::escaped;
use crate::model::{Anniversary, Commemoration, Facts, Id, Participant, Place, Status, Story, Visit};

/// Where an event tells the purpose of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Description,
    /// Others give an event a title and no description.
    Summary,
}

/// The calendar of a story, with the events that have a date.
pub(super) fn calendar(story: &Story) -> Calendar {
    let mut lines = vec![Line::new("VERSION", "2.0"), Line::new("PRODID", "-//newsdesk//newsdesk//EN")];
    lines.extend(head(story));
    let visits = story.facts.visits.iter().filter(|it| When::of_visit(it).is_some());
    let commemorations = story.facts.commemorations.iter().filter(|it| when(it).is_some());
    let visits = visits.map(|it| visit(it, story, Purpose::Description));
    Calendar::of(lines, visits.chain(commemorations.map(|it| commemoration(it, story))).collect())
}

/// The lines of a calendar that tell something of the story.
pub(super) fn head(story: &Story) -> Vec<Line> {
    let moment = |stamp: &Stamp| matches!(stamp, Stamp::Moment(_));
    let updated = story.dates.updated.as_ref().and_then(Stamp::of).filter(moment);
    let lines = [
        story.id.as_ref().map(|id| Line::new("UID", escaped(id.as_str()))),
        Line::text_of("NAME", &story.headline),
        Line::text_of("DESCRIPTION", story.standfirst.as_deref().unwrap_or_default()),
        story.iri.as_ref().map(|iri| Line::new("URL", iri.as_str())),
        published(story).and_then(|stamp| stamp.line(own::PUBLISHED)),
        updated.and_then(|stamp| stamp.line("LAST-MODIFIED")),
    ];
    lines.into_iter().flatten().collect()
}

fn published(story: &Story) -> Option<Stamp> {
    story.dates.first_published.as_ref().and_then(Stamp::of)
}

/// When a commemoration is, if a calendar can say it.
pub(super) fn when(commemoration: &Commemoration) -> Option<When> {
    commemoration.date.as_ref().and_then(When::of)
}

/// The lines of the event of a visit.
pub(super) fn visit(visit: &Visit, story: &Story, purpose: Purpose) -> Vec<Line> {
    let mut lines = begin(&visit.id, When::of_visit(visit), story);
    let kind = visit.kind.as_ref().map(|kind| clean(kind.as_str())).filter(|kind| !kind.is_empty());
    lines.push(categories("VISIT", kind.into_iter()));
    let place = location(&visit.legs);
    let words = clean(visit.purpose.as_deref().unwrap_or_default());
    let title = title(&place);
    let in_summary = purpose == Purpose::Summary && !words.is_empty() && words != title;
    if in_summary {
        lines.extend(Line::text_of("SUMMARY", &words));
    } else {
        lines.extend(Line::text_of("SUMMARY", &title));
        lines.extend(Line::text_of("DESCRIPTION", &words));
    }
    lines.extend(Line::text_of("LOCATION", &place));
    lines.extend(visit.status.iter().flat_map(status));
    let direction = visit.direction.as_ref().map(|direction| direction.as_str());
    lines.extend(direction.and_then(|direction| Line::text_of(own::DIRECTION, direction)));
    let mut hosts = visit.hosts.iter().filter_map(|host| address(host, &story.facts));
    lines.extend(hosts.next().map(|(address, name)| Line::new("ORGANIZER", address).with("CN", &name)));
    let hosts = hosts.map(|(address, name)| attendee(address, &name, "CHAIR"));
    lines.extend(hosts);
    lines.extend(attendees(&visit.visitors, "REQ-PARTICIPANT", &story.facts));
    lines.extend(attendees(&visit.companions, "OPT-PARTICIPANT", &story.facts));
    lines
}

/// The lines of the event of a commemoration.
pub(super) fn commemoration(commemoration: &Commemoration, story: &Story) -> Vec<Line> {
    let mut lines = begin(&commemoration.id, when(commemoration), story);
    let acts = acts(commemoration);
    lines.push(categories("COMMEMORATION", acts.iter().map(|(kind, _)| kind.clone())));
    lines.extend(Line::text_of("SUMMARY", commemoration.named_day.as_deref().unwrap_or_default()));
    let remembered = commemoration.remembered.as_ref().map(|remembered| remembered.text.as_str());
    lines.extend(Line::text_of("DESCRIPTION", remembered.unwrap_or_default()));
    lines.extend(commemoration.anniversary.as_ref().and_then(anniversary));
    let places: Vec<(usize, Place)> = acts
        .iter()
        .zip(1..)
        .filter_map(|((_, act), number)| Some((number, place_held(act.place.as_ref()?)?)))
        .collect();
    lines.extend(places.first().and_then(|(_, place)| Line::text_of("LOCATION", &place_words(place))));
    lines.extend(places.iter().map(|(number, place)| place_line(*number, place)));
    for (actor, numbers) in actors(&acts, &story.facts) {
        let Some((address, name)) = address(actor, &story.facts) else { continue };
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        lines.push(attendee(address, &name, "REQ-PARTICIPANT").with_word(own::ACT, &numbers.join(",")));
    }
    lines
}

/// Begins an event: the moment in which it was written is that of the story's publication.
fn begin(id: &Id, when: Option<When>, story: &Story) -> Vec<Line> {
    let of = story.id.as_ref().map_or_else(|| "newsdesk".to_owned(), |id| escaped(id.as_str()));
    let published = published(story).and_then(Stamp::moment).and_then(|stamp| stamp.line("DTSTAMP"));
    let mut lines = vec![
        Line::new("UID", format!("{}@{of}", escaped(id.as_str()))),
        published.unwrap_or_else(|| Line::new("DTSTAMP", "19700101T000000Z")),
    ];
    lines.extend(when.and_then(|when| when.lines()).into_iter().flatten());
    lines
}

fn categories(first: &str, more: impl Iterator<Item = String>) -> Line {
    let words: Vec<String> =
        std::iter::once(first.to_owned()).chain(more.map(|word| escape(&word))).collect();
    Line::new("CATEGORIES", words.join(","))
}

/// A visit that is under way or over is certain, and a property of the crate's own says how far it has come.
fn status(status: &Status) -> Vec<Line> {
    let words = clean(status.as_str());
    let (known, more) = match Status::from(words.as_str()) {
        Status::Planned => ("TENTATIVE", None),
        Status::Cancelled => ("CANCELLED", None),
        _ if words.is_empty() => return Vec::new(),
        _ => ("CONFIRMED", Line::text_of(own::STATUS, &words)),
    };
    std::iter::once(Line::new("STATUS", known)).chain(more).collect()
}

fn anniversary(anniversary: &Anniversary) -> Option<Line> {
    let (unit, _) = UNITS.iter().find(|(_, unit)| *unit == anniversary.unit)?;
    let line = Line::new(own::ANNIVERSARY, anniversary.number.to_string()).with_word(own::UNIT, unit);
    Some(if anniversary.approximate { line.with_word(own::APPROXIMATE, "TRUE") } else { line })
}

fn place_line(number: usize, place: &Place) -> Line {
    let mut line = Line::new(own::PLACE, escape(&place.name)).with_word(own::ACT, &number.to_string());
    if let Some(kind) = &place.kind {
        line = line.with(own::KIND, kind.as_str());
    }
    match place.country {
        Some(country) => line.with_word(own::COUNTRY, country.as_str()),
        None => line,
    }
}

fn attendee(address: String, name: &str, role: &str) -> Line {
    Line::new("ATTENDEE", address).with("CN", name).with_word("ROLE", role)
}

fn attendees<'f>(
    attendees: &'f [Participant],
    role: &'f str,
    facts: &'f Facts,
) -> impl Iterator<Item = Line> + 'f {
    let known = attendees.iter().filter_map(|it| address(it, facts));
    known.map(move |(address, name)| attendee(address, &name, role))
}
