//! Visits, meetings and commemorations as associated items of the type `event`.

use serde_json::json;

use super::names;
use super::write::{filled, named, put_identifiers, text_item};
use crate::format::iso_date::{self, End};
use crate::format::json_tree::Members;
use crate::model::{
    Commemoration, Country, Date, Facts, Id, Meeting, MeetingMode, Participant, Place, Status, Visit,
};

/// The events of the facts: visits, then meetings, then commemorations.
pub(super) fn associations(facts: &Facts) -> impl Iterator<Item = Members<'_>> {
    let visits = facts.visits.iter().map(|it| visit(it, facts));
    let meetings = facts.meetings.iter().map(|it| meeting(it, facts));
    visits.chain(meetings).chain(facts.commemorations.iter().map(|it| commemoration(it, facts)))
}

fn visit<'s>(visit: &'s Visit, facts: &'s Facts) -> Members<'s> {
    let mut event = event(&visit.id, names::VISIT, "visit", visit.purpose.as_deref());
    event.put_object("eventDetails", details(visit.dates.as_ref(), visit.status.as_ref()));
    let cast = [
        (names::VISITOR, &*visit.visitors),
        (names::COMPANION, &*visit.companions),
        (names::HOST, &*visit.hosts),
        (names::INVITED_BY, visit.invitation.as_slice()),
    ];
    put_cast(&mut event, facts, cast);
    let places = visit.legs.iter().flat_map(|leg| {
        let alone = leg.places.is_empty().then(|| place(None, leg.country));
        leg.places.iter().map(move |it| place(Some(it), it.country.or(leg.country))).chain(alone)
    });
    event.put_list("places", places);
    event
}

fn meeting<'s>(meeting: &'s Meeting, facts: &'s Facts) -> Members<'s> {
    let relation = match &meeting.mode {
        MeetingMode::InPerson => "meeting",
        mode => mode.as_str(),
    };
    let mut event = event(&meeting.id, relation, "meeting", meeting.subject.as_deref());
    event.put_object("eventDetails", details(meeting.date.as_ref(), meeting.status.as_ref()));
    put_cast(&mut event, facts, [(names::PARTY, &*meeting.party), (names::WITH, &*meeting.with)]);
    event.put_list("places", meeting.place.iter().map(|it| place(Some(it), it.country)));
    event
}

fn commemoration<'s>(commemoration: &'s Commemoration, facts: &'s Facts) -> Members<'s> {
    let title = commemoration.remembered.as_ref().map(|remembered| remembered.text.as_str());
    let title = title.or(commemoration.named_day.as_deref());
    let mut event = event(&commemoration.id, names::COMMEMORATION, "commemoration", title);
    event.put_object("eventDetails", details(commemoration.date.as_ref(), None));
    put_cast(&mut event, facts, commemoration.acts.iter().map(|act| (act.kind.as_str(), &*act.actors)));
    let places = commemoration.acts.iter().filter_map(|act| act.place.as_ref());
    event.put_list("places", places.map(|it| place(Some(it), it.country)));
    event
}

fn event<'s>(id: &'s Id, relation: &'s str, kind: &str, title: Option<&'s str>) -> Members<'s> {
    let mut event = named("name", id.as_str());
    event.put("rel", relation);
    event.put("uri", names::own_uri(kind, id));
    event.put("type", "event");
    event.put_list("headlines", title.and_then(filled).map(|title| text_item("main", title)));
    event
}

/// Moments are the dates of an event; days, months and years are what it is expected on.
fn details<'s>(date: Option<&'s Date>, status: Option<&Status>) -> Members<'s> {
    let mut details = Members::new();
    details.put_some("eventStatus", status.and_then(names::event_status));
    let (start, end) = date.map(iso_date::ends).unwrap_or_default();
    let mut dates = Members::new();
    put_end(&mut dates, start, "startDate", "expectedStartDate");
    put_end(&mut dates, end, "endDate", "expectedEndDate");
    details.put_object("dates", dates);
    details
}

fn put_end<'s>(dates: &mut Members<'s>, end: Option<End<'s>>, exact: &'static str, expected: &'static str) {
    match end {
        Some(end) if end.is_moment => dates.put(exact, end.text),
        Some(end) if super::check::is_truncated_date(&end.text) => dates.put(expected, end.text),
        _ => {}
    }
}

fn put_cast<'s>(
    event: &mut Members<'s>,
    facts: &'s Facts,
    cast: impl IntoIterator<Item = (&'s str, &'s [Participant])>,
) {
    let (mut people, mut organisations) = (Vec::new(), Vec::new());
    for (relation, participants) in cast {
        for participant in participants {
            match participant {
                Participant::Organisation(_) => organisations.push(member(participant, relation, facts)),
                _ => people.push(member(participant, relation, facts)),
            }
        }
    }
    event.put_list("people", people);
    event.put_list("organisations", organisations);
}

fn member<'s>(participant: &'s Participant, relation: &'s str, facts: &'s Facts) -> Members<'s> {
    let mut member = Members::new();
    match participant {
        Participant::Described(words) => member.put("name", words.as_str()),
        Participant::Official(id) => {
            let official = facts.official(id);
            let name = official.and_then(|official| official.name.as_ref());
            member.put_some("name", name.map(ToString::to_string));
            let identifiers = official.map(|official| &*official.identifiers).unwrap_or_default();
            put_identifiers(&mut member, identifiers, Some(("official", id)));
        }
        Participant::Organisation(id) => {
            let organisation = facts.organisation(id);
            member.put_some("name", organisation.map(|organisation| organisation.name.as_str()));
            let identifiers = organisation.map(|it| &*it.identifiers).unwrap_or_default();
            put_identifiers(&mut member, identifiers, Some(("organisation", id)));
        }
    }
    member.put("rel", relation);
    member
}

fn place(place: Option<&Place>, country: Option<Country>) -> Members<'_> {
    let mut members = Members::new();
    if let Some(place) = place {
        members.put("name", place.name.as_str());
        put_identifiers(&mut members, &place.identifiers, None);
    }
    let address = country.map(|country| json!({"address": {"country": country.as_str()}}));
    members.put_list("contactInfo", address);
    let point = place.and_then(|place| {
        let geo = place.identifiers.iter().find(|identifier| identifier.scheme.as_str() == names::GEO)?;
        let (latitude, longitude) = geo.value.split_once(',')?;
        let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
        Some(json!({"type": "Point", "coordinates": [number(longitude)?, number(latitude)?]}))
    });
    members.put_some("geoJSON", point);
    members
}
