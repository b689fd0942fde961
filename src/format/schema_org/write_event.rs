//! Visits, meetings and commemorations as events.

use super::names::{self, own_name};
use super::write::{country, filled, party, place, typed};
use crate::format::iso_date;
use crate::format::json_tree::Members;
use crate::format::web_name::escaped;
use crate::model::{Act, Commemoration, Date, Facts, Id, Meeting, Participant, Status, Visit};

/// The events of the facts: visits, then meetings, then commemorations.
pub(super) fn events(facts: &Facts) -> impl Iterator<Item = Members<'_>> {
    let visits = facts.visits.iter().map(visit);
    visits.chain(facts.meetings.iter().map(meeting)).chain(facts.commemorations.iter().map(commemoration))
}

fn visit(visit: &Visit) -> Members<'_> {
    let mut event = event(Some(&visit.id), names::VISIT.to_owned(), visit.purpose.as_deref());
    event.put_some("keywords", visit.kind.as_ref().and_then(|kind| filled(kind.as_str())));
    put_when(&mut event, visit.dates.as_ref(), visit.status.as_ref());
    put_parties(&mut event, "attendee", &visit.visitors);
    put_parties(&mut event, "contributor", &visit.companions);
    put_parties(&mut event, "organizer", &visit.hosts);
    let places = visit.legs.iter().flat_map(|leg| {
        let alone = leg.country.filter(|_| leg.places.is_empty()).map(country);
        leg.places.iter().map(move |it| place(it, it.country.or(leg.country))).chain(alone)
    });
    event.put_list("location", places);
    event
}

fn meeting(meeting: &Meeting) -> Members<'_> {
    let sort = format!("{}{}", names::MEETING, escaped(meeting.mode.as_str()));
    let mut event = event(Some(&meeting.id), sort, meeting.subject.as_deref());
    put_when(&mut event, meeting.date.as_ref(), meeting.status.as_ref());
    put_parties(&mut event, "attendee", &meeting.party);
    put_parties(&mut event, "contributor", &meeting.with);
    event.put_list("location", meeting.place.iter().map(|it| place(it, it.country)));
    event
}

fn commemoration(commemoration: &Commemoration) -> Members<'_> {
    let remembered = commemoration.remembered.as_ref();
    let name = remembered.and_then(|remembered| filled(&remembered.text));
    let mut event = event(Some(&commemoration.id), names::COMMEMORATION.to_owned(), name);
    event.put_some("alternateName", commemoration.named_day.as_deref().and_then(filled));
    let person = name.and(remembered).and_then(|remembered| remembered.person.as_ref());
    event.put_some(
        "about",
        person.map(|id| {
            let mut person = typed("Person");
            person.put("@id", own_name(id));
            person
        }),
    );
    put_when(&mut event, commemoration.date.as_ref(), None);
    event.put_list("subEvent", commemoration.acts.iter().map(act));
    event
}

fn act(act: &Act) -> Members<'_> {
    let mut event = event(None, format!("{}{}", names::ACT, escaped(act.kind.as_str())), None);
    put_when(&mut event, act.date.as_ref(), None);
    put_parties(&mut event, "attendee", &act.actors);
    event.put_list("location", act.place.iter().map(|it| place(it, it.country)));
    event
}

fn event<'s>(id: Option<&Id>, sort: String, name: Option<&'s str>) -> Members<'s> {
    let mut event: Members<'s> = Members::new();
    event.put("@type", "Event");
    event.put_some("@id", id.map(own_name));
    event.put("additionalType", sort);
    event.put_some("name", name.and_then(filled));
    event
}

fn put_when<'s>(event: &mut Members<'s>, date: Option<&'s Date>, status: Option<&Status>) {
    event.put_some("eventStatus", status.and_then(names::event_status));
    let (start, end) = date.map(iso_date::ends).unwrap_or_default();
    event.put_some("startDate", start.map(|end| end.text));
    event.put_some("endDate", end.map(|end| end.text));
}

fn put_parties<'s>(event: &mut Members<'s>, name: &'static str, parties: &'s [Participant]) {
    event.put_list(name, parties.iter().filter_map(party));
}
