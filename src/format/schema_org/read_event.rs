//! Events as visits, meetings and commemorations.

use super::graph::{At, Graph};
use super::names;
use super::read_people::{self, People};
use crate::error::TroubleKind;
use crate::format::event_sort::{EVENT, EventSort, event_sort};
use crate::format::iso_date;
use crate::format::json_tree::Bindings;
use crate::format::web_name::unescaped;
use crate::model::{
    Act, ActKind, Commemoration, Country, Date, Facts, Identifier, Leg, Meeting, MeetingMode, Participant,
    Place, Remembered, Status, Visit, VisitKind,
};

/// The events of an article, and the places in it of the parts of their drafts.
pub(super) struct Events<'g, 'v> {
    people: &'g People,
    graph: &'g Graph<'v>,
    visits: Vec<(Visit, Places)>,
    meetings: Vec<(Meeting, Places)>,
    commemorations: Vec<(Commemoration, Places)>,
}

/// Where parts of an event stand, by where they stand in its draft.
type Places = Vec<(String, String)>;

impl<'g, 'v> Events<'g, 'v> {
    pub(super) fn new(people: &'g People, graph: &'g Graph<'v>) -> Self {
        Self { people, graph, visits: Vec::new(), meetings: Vec::new(), commemorations: Vec::new() }
    }

    pub(super) fn read(&mut self, event: At<'v>) {
        let mut places = vec![(String::new(), event.pointer.clone())];
        match sort(&event) {
            Sort::Visit => {
                let visit = self.visit(&event, &mut places);
                self.visits.push((visit, places));
            }
            Sort::Meeting(mode) => {
                let meeting = self.meeting(&event, mode, &mut places);
                self.meetings.push((meeting, places));
            }
            Sort::Commemoration => {
                let commemoration = self.commemoration(&event, &mut places);
                self.commemorations.push((commemoration, places));
            }
        }
    }

    /// Gives the events to the facts; in a draft, the first of them is the item `first` of its list.
    pub(super) fn finish(self, facts: &mut Facts, bindings: &mut Bindings, first: usize) {
        let mut number = first;
        let mut bind = |places: Places| {
            for (part, place) in places {
                bindings.bind(format!("/mentions/{number}{part}"), place);
            }
            number += 1;
        };
        for (visit, places) in self.visits {
            bind(places);
            facts.visits.push(visit);
        }
        for (meeting, places) in self.meetings {
            bind(places);
            facts.meetings.push(meeting);
        }
        for (commemoration, places) in self.commemorations {
            bind(places);
            facts.commemorations.push(commemoration);
        }
    }

    fn visit(&self, event: &At<'v>, places: &mut Places) -> Visit {
        let mut visit = Visit::new(read_people::id(event, "visit", self.visits.len() + 1));
        visit.purpose = event.text("name").map(str::to_owned);
        visit.kind = event.text("keywords").map(VisitKind::from);
        (visit.dates, visit.status) = self.when(event, "", places);
        visit.visitors = self.parties(event, "/attendee", &["attendee", "performer", "actor"], places);
        visit.companions = self.parties(event, "/contributor", &["contributor"], places);
        visit.hosts = self.parties(event, "/organizer", &["organizer"], places);
        for (place, country) in self.locations(event, "", places) {
            match (visit.legs.last_mut(), place) {
                (Some(leg), Some(place)) if leg.country == country && !leg.places.is_empty() => {
                    leg.places.push(place);
                }
                (_, place) => {
                    let mut leg = Leg::new();
                    leg.country = country;
                    leg.places.extend(place);
                    visit.legs.push(leg);
                }
            }
        }
        visit
    }

    fn meeting(&self, event: &At<'v>, mode: MeetingMode, places: &mut Places) -> Meeting {
        let mut meeting = Meeting::new(read_people::id(event, "meeting", self.meetings.len() + 1), mode);
        meeting.subject = event.text("name").map(str::to_owned);
        (meeting.date, meeting.status) = self.when(event, "", places);
        let party = ["attendee", "performer", "actor", "organizer"];
        meeting.party = self.parties(event, "/attendee", &party, places);
        meeting.with = self.parties(event, "/contributor", &["contributor"], places);
        meeting.place = self.location(event, "", places);
        meeting
    }

    fn commemoration(&self, event: &At<'v>, places: &mut Places) -> Commemoration {
        let id = read_people::id(event, "commemoration", self.commemorations.len() + 1);
        let mut commemoration = Commemoration::new(id);
        commemoration.remembered = event.text("name").map(Remembered::new);
        if let (Some(remembered), Some(person)) = (&mut commemoration.remembered, event.first("about"))
            && let Some(Participant::Official(id)) = self.people.party(&self.graph.resolve(person))
        {
            remembered.person = Some(id);
        }
        commemoration.named_day = event.text("alternateName").map(str::to_owned);
        (commemoration.date, _) = self.when(event, "", places);
        for at in event.all("subEvent") {
            let at = self.graph.resolve(at);
            let part = format!("/subEvent/{}", commemoration.acts.len());
            places.push((part.clone(), at.pointer.clone()));
            let sort = at.text("additionalType").and_then(|name| unescaped(name.strip_prefix(names::ACT)?));
            let name = || at.text("name").unwrap_or("ceremony").to_owned();
            let has_sort = at.value.get("additionalType").is_some();
            let mut act = Act::new(ActKind::from(sort.filter(|_| has_sort).unwrap_or_else(name).as_str()));
            act.actors = self.parties(&at, &format!("{part}/attendee"), &["attendee", "performer"], places);
            act.place = self.location(&at, &part, places);
            (act.date, _) = self.when(&at, &part, places);
            commemoration.acts.push(act);
        }
        commemoration
    }

    fn when(&self, event: &At<'v>, part: &str, places: &mut Places) -> (Option<Date>, Option<Status>) {
        let mut end = |name: &str| {
            let at = event.first(name)?;
            let text = at.words()?;
            if iso_date::calendar(text).is_none() {
                let message = "expected a date such as 2019-05-10 or 2019-05-10T16:02:28+02:00";
                self.graph.report(&at, TroubleKind::InvalidValue, message);
            }
            places.push((format!("{part}/{name}"), at.pointer));
            Some(text)
        };
        let (start, end) = (end("startDate"), end("endDate"));
        (iso_date::between(start, end), event.text("eventStatus").and_then(names::status))
    }

    fn parties(
        &self,
        event: &At<'v>,
        draft: &str,
        members: &[&str],
        places: &mut Places,
    ) -> Vec<Participant> {
        let mut parties = Vec::new();
        for at in members.iter().flat_map(|name| event.all(name)) {
            let place = at.pointer.clone();
            if let Some(party) = self.people.party(&self.graph.resolve(at)) {
                places.push((format!("{draft}/{}", parties.len()), place));
                parties.push(party);
            }
        }
        parties
    }

    fn location(&self, event: &At<'v>, part: &str, places: &mut Places) -> Option<Place> {
        let (place, country) = self.locations(event, part, places).into_iter().next()?;
        let mut place = place?;
        place.country = country;
        Some(place)
    }

    fn locations(
        &self,
        event: &At<'v>,
        part: &str,
        places: &mut Places,
    ) -> Vec<(Option<Place>, Option<Country>)> {
        let mut found = Vec::new();
        for at in event.all("location") {
            let at = self.graph.resolve(at);
            let location = match place(&at) {
                Some((place, country)) => (Some(place), country),
                None => match read_people::country(&at) {
                    Some(country) => (None, Some(country)),
                    None => continue,
                },
            };
            places.push((format!("{part}/location/{}", found.len()), at.pointer));
            found.push(location);
        }
        found
    }
}

enum Sort {
    Visit,
    Meeting(MeetingMode),
    Commemoration,
}

fn sort(event: &At<'_>) -> Sort {
    match event.text("additionalType") {
        Some(names::VISIT) => return Sort::Visit,
        Some(names::COMMEMORATION) => return Sort::Commemoration,
        Some(name) => {
            if let Some(mode) = name.strip_prefix(names::MEETING).and_then(unescaped) {
                return Sort::Meeting(MeetingMode::from(mode.as_str()));
            }
        }
        None => {}
    }
    let words = ["name", "description", "keywords", "additionalType"];
    match event_sort(words.iter().flat_map(|name| event.all(name)).filter_map(|at| at.words())) {
        EventSort::Visit => Sort::Visit,
        EventSort::Commemoration => Sort::Commemoration,
        EventSort::Other => Sort::Meeting(MeetingMode::from(EVENT)),
    }
}

/// A place that has a name, and the country that its address is in.
pub(super) fn place(at: &At<'_>) -> Option<(Place, Option<Country>)> {
    let (name, _) = super::read::named_or_empty(at)?;
    let mut place = Place::new(name);
    place.kind = at.types().into_iter().find_map(names::place_kind);
    place.identifiers = read_people::identifiers(at, "", &mut Bindings::new());
    place.identifiers.extend(point(at));
    let country =
        at.first("address").and_then(|address| read_people::country(&address.first("addressCountry")?));
    Some((place, country))
}

/// Coordinates, as texts or numbers.
fn point(at: &At<'_>) -> Option<Identifier> {
    let geo = at.first("geo")?;
    let number = |name: &str| {
        let value = geo.first(name)?.value;
        value.as_str().map(str::to_owned).or_else(|| value.is_number().then(|| value.to_string()))
    };
    Some(Identifier::new(names::GEO, format!("{},{}", number("latitude")?, number("longitude")?)))
}
