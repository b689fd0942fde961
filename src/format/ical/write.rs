//! A story as a calendar.

use super::line::{clean, escape, parameter, put};
use super::names::{When, address, location, title};
use crate::error::WriteError;
use crate::format::web_name::escaped;
use crate::model::{Commemoration, Facts, Id, Participant, Status, Story, Visit};

/// Writes the events of a story; one without a known date is left out.
pub(in crate::format) fn write(story: &Story) -> Result<Vec<u8>, WriteError> {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsdesk//newsdesk//EN"] {
        put(&mut out, line);
    }
    text(&mut out, "NAME", &story.headline);
    text(&mut out, "DESCRIPTION", story.standfirst.as_deref().unwrap_or_default());
    if let Some(iri) = &story.iri {
        put(&mut out, &format!("URL:{iri}"));
    }
    story.facts.visits.iter().for_each(|it| visit(&mut out, it, story));
    story.facts.commemorations.iter().for_each(|it| commemoration(&mut out, it, story));
    put(&mut out, "END:VCALENDAR");
    Ok(out.into_bytes())
}

fn text(out: &mut String, name: &str, text: &str) {
    let text = clean(text);
    if !text.is_empty() {
        put(out, &format!("{name}:{}", escape(&text)));
    }
}

/// Begins an event: the moment in which it was written is that of the story's publication.
fn begin(out: &mut String, id: &Id, when: &When, story: &Story) -> Option<()> {
    let lines = when.lines()?;
    let of = story.id.as_ref().map_or_else(|| "newsdesk".to_owned(), |id| escaped(id.as_str()));
    let published = story.dates.first_published.as_ref().and_then(When::of);
    let stamp =
        published.and_then(|published| published.stamp()).unwrap_or_else(|| "19700101T000000Z".to_owned());
    put(out, "BEGIN:VEVENT");
    put(out, &format!("UID:{}@{of}", escaped(id.as_str())));
    put(out, &format!("DTSTAMP:{stamp}"));
    lines.iter().for_each(|line| put(out, line));
    Some(())
}

fn visit(out: &mut String, visit: &Visit, story: &Story) {
    let Some(when) = When::of_visit(visit) else { return };
    if begin(out, &visit.id, &when, story).is_none() {
        return;
    }
    let kind = visit.kind.as_ref().map(|kind| clean(kind.as_str()));
    categories(out, "VISIT", kind.into_iter());
    let place = clean(&location(&visit.legs));
    text(out, "SUMMARY", &title(&place));
    text(out, "DESCRIPTION", visit.purpose.as_deref().unwrap_or_default());
    text(out, "LOCATION", &place);
    match visit.status {
        Some(Status::Planned) => put(out, "STATUS:TENTATIVE"),
        Some(Status::Cancelled) => put(out, "STATUS:CANCELLED"),
        Some(_) => put(out, "STATUS:CONFIRMED"),
        None => {}
    }
    let host = visit.hosts.iter().find_map(|host| address(host, &story.facts));
    if let Some((address, name)) = host {
        put(out, &format!("ORGANIZER;CN={}:{address}", parameter(&name)));
    }
    attendees(out, &visit.visitors, "REQ-PARTICIPANT", &story.facts);
    attendees(out, &visit.companions, "OPT-PARTICIPANT", &story.facts);
    put(out, "END:VEVENT");
}

fn attendees(out: &mut String, attendees: &[Participant], role: &str, facts: &Facts) {
    for (address, name) in attendees.iter().filter_map(|it| address(it, facts)) {
        put(out, &format!("ATTENDEE;CN={};ROLE={role}:{address}", parameter(&name)));
    }
}

fn categories(out: &mut String, first: &str, more: impl Iterator<Item = String>) {
    let more = more.filter(|word| !word.is_empty()).map(|word| escape(&word));
    let words: Vec<String> = std::iter::once(first.to_owned()).chain(more).collect();
    put(out, &format!("CATEGORIES:{}", words.join(",")));
}

fn commemoration(out: &mut String, commemoration: &Commemoration, story: &Story) {
    let Some(when) = commemoration.date.as_ref().and_then(When::of) else { return };
    if begin(out, &commemoration.id, &when, story).is_none() {
        return;
    }
    categories(out, "COMMEMORATION", commemoration.acts.iter().map(|act| clean(act.kind.as_str())));
    text(out, "SUMMARY", commemoration.named_day.as_deref().unwrap_or_default());
    let remembered = commemoration.remembered.as_ref();
    text(out, "DESCRIPTION", remembered.map(|remembered| remembered.text.as_str()).unwrap_or_default());
    put(out, "END:VEVENT");
}
