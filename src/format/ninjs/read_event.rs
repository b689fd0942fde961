//! Items of the type `event` as visits, meetings and commemorations.

use super::names::{self, own_id};
use super::read::{id, identifiers, in_role, list, text_of};
use crate::format::event_sort::{EVENT, EventSort, event_sort};
use crate::format::iso_date;
use crate::format::json_tree::{Bindings, Json};
use crate::model::{
    self, Act, ActKind, Commemoration, Country, Date, Facts, Identifier, Leg, Meeting, MeetingMode,
    Participant, Remembered, Status, Visit,
};

/// Whether an item is an event.
pub(super) fn is_event(item: &Json<'_>) -> bool {
    text_of(item, "type") == Some("event") || item.get("eventDetails").is_some_and(Json::is_object)
}

/// Whom the people and organisations of events may be: those of the item, by URI and by name.
pub(super) struct People<'v> {
    known: Vec<Known<'v>>,
}

struct Known<'v> {
    uri: Option<&'v str>,
    name: Option<&'v str>,
    participant: Participant,
}

impl<'v> People<'v> {
    pub(super) fn of(document: &'v Json<'v>, facts: &Facts) -> Self {
        let named = |member: &str| {
            let objects = list(document, member).iter().filter(|value| value.is_object());
            objects.map(|value| (text_of(value, "uri"), text_of(value, "name"))).collect::<Vec<_>>()
        };
        let officials = facts.officials.iter().map(|official| Participant::Official(official.id.clone()));
        let organisations =
            facts.organisations.iter().map(|organisation| Participant::Organisation(organisation.id.clone()));
        let known = named("people").into_iter().zip(officials);
        let known = known.chain(named("organisations").into_iter().zip(organisations));
        let known = known.map(|((uri, name), participant)| Known { uri, name, participant });
        Self { known: known.collect() }
    }

    fn participant(&self, value: &Json<'_>) -> Option<Participant> {
        let (uri, name) = (text_of(value, "uri"), text_of(value, "name"));
        let own = uri.and_then(|uri| {
            let official = own_id("official", uri).map(Participant::Official);
            official.or_else(|| own_id("organisation", uri).map(Participant::Organisation))
        });
        let is_same = |known: &&Known<'_>| match uri {
            Some(uri) => known.uri == Some(uri),
            None => name.is_some() && known.name == name,
        };
        own.or_else(|| self.known.iter().find(is_same).map(|known| known.participant.clone()))
            .or_else(|| name.map(Participant::described))
    }
}

/// One who takes part, how, and where that stands in the document.
struct Member {
    participant: Participant,
    relation: Option<String>,
    place: Place,
}

/// Where in its event one stands who takes part.
#[derive(Clone, Copy)]
enum Place {
    Listed { member: &'static str, index: usize },
    Organiser,
}

/// The events of an item.
pub(super) struct Events {
    visits: Vec<(Visit, Standing)>,
    meetings: Vec<(Meeting, Standing)>,
    commemorations: Vec<(Commemoration, Standing)>,
}

/// Where an event stands in the document, and where those stand who take part, in the order of drafts.
struct Standing {
    /// Its place among the associations; none if the item is the event itself.
    association: Option<usize>,
    people: Vec<Place>,
    organisations: Vec<Place>,
}

impl Events {
    pub(super) fn new() -> Self {
        Self { visits: Vec::new(), meetings: Vec::new(), commemorations: Vec::new() }
    }

    /// Reads an event: an association, or else the item itself.
    pub(super) fn read(&mut self, value: &Json<'_>, association: Option<usize>, people: &People<'_>) {
        let cast = cast(value, people);
        let is_item = association.is_none();
        let title = in_role(value, "headlines", &names::HEADLINES).map(|(_, title)| title);
        let title = title.or_else(|| text_of(value, "title"));
        match sort(value, title) {
            Sort::Visit => {
                let (visit, cast) = visit(value, self.visits.len() + 1, title.filter(|_| !is_item), cast);
                self.visits.push((visit, Standing::of(association, &cast)));
            }
            Sort::Commemoration => {
                let (commemoration, cast) = commemoration(value, self.commemorations.len() + 1, title, cast);
                self.commemorations.push((commemoration, Standing::of(association, &cast)));
            }
            Sort::Meeting(mode) => {
                let (mut meeting, cast) = meeting(value, self.meetings.len() + 1, mode, cast);
                meeting.subject = title.map(str::to_owned);
                self.meetings.push((meeting, Standing::of(association, &cast)));
            }
        }
    }

    /// Gives the events to the facts; `next` gives the place of each in a draft.
    pub(super) fn finish(self, facts: &mut Facts, bindings: &mut Bindings, mut next: impl FnMut() -> String) {
        for (visit, standing) in self.visits {
            standing.bind(&mut next, bindings);
            facts.visits.push(visit);
        }
        for (meeting, standing) in self.meetings {
            standing.bind(&mut next, bindings);
            facts.meetings.push(meeting);
        }
        for (commemoration, standing) in self.commemorations {
            standing.bind(&mut next, bindings);
            facts.commemorations.push(commemoration);
        }
    }
}

impl Standing {
    fn of(association: Option<usize>, cast: &[Member]) -> Self {
        let places = |organisations: bool| {
            let among = |member: &&Member| {
                matches!(member.participant, Participant::Organisation(_)) == organisations
            };
            cast.iter().filter(among).map(|member| member.place).collect()
        };
        Self { association, people: places(false), organisations: places(true) }
    }

    fn bind(&self, next: &mut impl FnMut() -> String, bindings: &mut Bindings) {
        if bindings.are_idle() {
            return;
        }
        let draft = next();
        let event = self.association.map(|index| format!("/associations/{index}"));
        match &event {
            Some(event) => bindings.bind(draft.as_str(), event.as_str()),
            None => {
                for member in ["eventDetails", "places", "headlines"] {
                    bindings.bind(format!("{draft}/{member}"), format!("/{member}"));
                }
            }
        }
        let event = event.unwrap_or_default();
        for (member, places) in [("people", &self.people), ("organisations", &self.organisations)] {
            for (index, place) in places.iter().enumerate() {
                let place = match place {
                    Place::Listed { member, index } => format!("{event}/{member}/{index}"),
                    Place::Organiser => format!("{event}/eventDetails/organiser"),
                };
                bindings.bind(format!("{draft}/{member}/{index}"), place);
            }
        }
    }
}

enum Sort {
    Visit,
    Commemoration,
    Meeting(MeetingMode),
}

/// What sort of event it is: as its relation says, or else a word of its title, genres and subjects.
fn sort(value: &Json<'_>, title: Option<&str>) -> Sort {
    match text_of(value, "rel") {
        Some(names::VISIT) => return Sort::Visit,
        Some(names::COMMEMORATION) => return Sort::Commemoration,
        Some("meeting") => return Sort::Meeting(MeetingMode::InPerson),
        Some(relation) if text_of(value, "uri").is_some_and(|uri| own_id("meeting", uri).is_some()) => {
            return Sort::Meeting(MeetingMode::from(relation));
        }
        _ => {}
    }
    let named = ["genres", "subjects"].iter().flat_map(|member| list(value, member));
    let words = title.into_iter().chain(named.filter_map(|value| text_of(value, "name")));
    match event_sort(words) {
        EventSort::Commemoration => Sort::Commemoration,
        EventSort::Visit => Sort::Visit,
        EventSort::Other => Sort::Meeting(MeetingMode::from(EVENT)),
    }
}

fn cast(value: &Json<'_>, people: &People<'_>) -> Vec<Member> {
    let members = |member: &'static str| {
        list(value, member).iter().enumerate().filter_map(move |(index, one)| {
            Some(Member {
                participant: people.participant(one)?,
                relation: text_of(one, "rel").map(str::to_owned),
                place: Place::Listed { member, index },
            })
        })
    };
    let organiser = value.get("eventDetails").and_then(|details| details.get("organiser"));
    let organiser = organiser.and_then(|organiser| {
        Some(Member {
            participant: people.participant(organiser)?,
            relation: Some(names::HOST.to_owned()),
            place: Place::Organiser,
        })
    });
    members("people").chain(members("organisations")).chain(organiser).collect()
}

/// Takes out those with the relation.
fn take(cast: &mut Vec<Member>, relation: &str) -> Vec<Member> {
    cast.extract_if(.., |member| member.relation.as_deref() == Some(relation)).collect()
}

fn participants(members: &[Member]) -> Vec<Participant> {
    members.iter().map(|member| member.participant.clone()).collect()
}

fn visit(
    value: &Json<'_>,
    number: usize,
    title: Option<&str>,
    mut cast: Vec<Member>,
) -> (Visit, Vec<Member>) {
    let companions = take(&mut cast, names::COMPANION);
    let mut hosts = take(&mut cast, names::HOST);
    let invitation = take(&mut cast, names::INVITED_BY);
    let mut visit = Visit::new(id(value, "visit", number));
    visit.purpose = title.map(str::to_owned);
    (visit.dates, visit.status) = details(value);
    visit.visitors = participants(&cast);
    visit.companions = participants(&companions);
    visit.hosts = participants(&hosts);
    visit.invitation = invitation.first().map(|member| member.participant.clone());
    visit.legs = legs(value);
    cast.extend(companions);
    cast.append(&mut hosts);
    cast.extend(invitation.into_iter().take(1));
    (visit, cast)
}

/// Places in the same country one after the other are one leg.
fn legs(value: &Json<'_>) -> Vec<Leg> {
    let mut legs: Vec<Leg> = Vec::new();
    for value in list(value, "places") {
        let (place, country) = (place(value), country(value));
        match legs.last_mut() {
            Some(leg) if leg.country == country && !leg.places.is_empty() => leg.places.extend(place),
            _ if place.is_none() && country.is_none() => {}
            _ => {
                let mut leg = Leg::new();
                leg.country = country;
                leg.places.extend(place);
                legs.push(leg);
            }
        }
    }
    legs
}

fn meeting(
    value: &Json<'_>,
    number: usize,
    mode: MeetingMode,
    mut cast: Vec<Member>,
) -> (Meeting, Vec<Member>) {
    let with = take(&mut cast, names::WITH);
    let mut meeting = Meeting::new(id(value, "meeting", number), mode);
    (meeting.date, meeting.status) = details(value);
    meeting.party = participants(&cast);
    meeting.with = participants(&with);
    let place = list(value, "places").iter().find_map(|value| Some((place(value)?, country(value))));
    meeting.place = place.map(|(mut place, country)| {
        place.country = country;
        place
    });
    cast.extend(with);
    (meeting, cast)
}

/// The relations of those who take part are the acts.
fn commemoration(
    value: &Json<'_>,
    number: usize,
    title: Option<&str>,
    mut cast: Vec<Member>,
) -> (Commemoration, Vec<Member>) {
    let mut commemoration = Commemoration::new(id(value, "commemoration", number));
    commemoration.remembered = title.map(Remembered::new);
    (commemoration.date, _) = details(value);
    let mut places = list(value, "places").iter().filter_map(place);
    let mut ordered = Vec::new();
    while let Some(first) = cast.first() {
        let relation = first.relation.clone();
        let actors: Vec<Member> = cast.extract_if(.., |member| member.relation == relation).collect();
        let mut act = Act::new(ActKind::from(relation.as_deref().unwrap_or("ceremony")));
        act.actors = participants(&actors);
        act.place = places.next();
        commemoration.acts.push(act);
        ordered.extend(actors);
    }
    commemoration.acts.extend(places.map(|place| Act::new(ActKind::Ceremony).with_place(place)));
    (commemoration, ordered)
}

/// The dates and the status of an event.
fn details(value: &Json<'_>) -> (Option<Date>, Option<Status>) {
    let Some(details) = value.get("eventDetails") else { return (None, None) };
    let status = text_of(details, "eventStatus").and_then(names::status);
    let end = |exact: &str, expected: &str| {
        let dates = details.get("dates")?;
        text_of(dates, exact).or_else(|| text_of(dates, expected))
    };
    (iso_date::between(end("startDate", "expectedStartDate"), end("endDate", "expectedEndDate")), status)
}

fn place(value: &Json<'_>) -> Option<model::Place> {
    let mut place = model::Place::new(text_of(value, "name")?);
    place.identifiers = identifiers(value, None);
    place.identifiers.extend(point(value));
    Some(place)
}

/// A point of GeoJSON, whose longitude comes first.
fn point(value: &Json<'_>) -> Option<Identifier> {
    let geometry = value.get("geoJSON")?;
    let coordinates =
        geometry.get("coordinates").filter(|_| text_of(geometry, "type") == Some("Point"))?.as_array()?;
    let (longitude, latitude) = (coordinates.first()?.as_f64()?, coordinates.get(1)?.as_f64()?);
    Some(Identifier::new(names::GEO, format!("{latitude},{longitude}")))
}

/// The country of an address that names it by its code.
fn country(value: &Json<'_>) -> Option<Country> {
    let addresses = list(value, "contactInfo").iter().filter_map(|contact| contact.get("address"));
    addresses.filter_map(|address| Country::new(text_of(address, "country")?).ok()).next()
}
