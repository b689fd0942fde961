//! Visits, meetings and commemorations: concepts of the nature `cpnat:event`, with `eventDetails`.
//!
//! | in the model | in NewsML-G2 |
//! | --- | --- |
//! | that it is a visit, and of which kind | `broader` |
//! | dates | `eventDetails/dates`: `start`, `end` |
//! | status | `occurStatus`: planned and cancelled |
//! | where | `location`, with its country as `broader` |
//! | who | `participant`, by role; hosts as `organiser` |
//! | purpose, direction, what is remembered, anniversary, acts | `related` |
//!
//! The schema wants `dates` in `eventDetails`. Of an event without a date that it has a form for, what would stand
//! there stands in `related`, with the name of its element and the role as the relation.

use super::catalog::{Attribute, Catalog};
use super::concept::{
    country, country_code, key, name, named, normalized, own, own_term, own_words, place, place_element,
};
use super::date;
use super::names::{OCCURRENCE, nature};
use crate::format::tree::slot::words;
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::model::*;

/// What an event is to the model.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Event {
    Visit(Visit),
    Meeting(Meeting),
    Commemoration(Commemoration),
}

/// An event that says that it is a visit, a meeting or a commemoration.
pub(super) fn event(tree: &Tree<'_>, catalog: &Catalog<'_>, node: NodeId, id: Id) -> Option<Event> {
    let mut broader = tree.named(node, "broader");
    let (kind, word) = broader.find_map(|broader| own_words(tree, broader, "uri"))?;
    let details = Details { tree, catalog, node, details: tree.child(node, "eventDetails") };
    match kind {
        "visit" => Some(Event::Visit(details.visit(id, word))),
        "meeting" => Some(Event::Meeting(details.meeting(id, word))),
        "commemoration" => Some(Event::Commemoration(details.commemoration(id))),
        _ => None,
    }
}

struct Details<'t, 'i> {
    tree: &'t Tree<'i>,
    catalog: &'t Catalog<'t>,
    node: NodeId,
    details: Option<NodeId>,
}

impl<'t> Details<'t, '_> {
    /// The elements of a name in the details, and the relations that stand for them.
    fn all(&self, element: &'static str) -> impl Iterator<Item = NodeId> + '_ {
        let dated = self.details.into_iter().flat_map(move |details| self.tree.named(details, element));
        dated.chain(self.related().filter(move |(relation, ..)| *relation == element).map(|(.., node)| node))
    }

    fn visit(&self, id: Id, kind: Option<&str>) -> Visit {
        let mut visit = Visit::new(id);
        visit.kind = kind.map(VisitKind::from);
        visit.dates = self.dates();
        visit.status = self.status();
        visit.legs = self.all("location").map(|location| self.leg(location)).collect();
        for (role, _, participant) in self.participants() {
            match role {
                "visitor" => visit.visitors.push(participant),
                "companion" => visit.companions.push(participant),
                "inviting" => visit.invitation = Some(participant),
                _ => {}
            }
        }
        let hosts = self.all("organiser");
        visit.hosts = hosts.map(|host| participant(self.tree, self.catalog, host)).collect();
        for (relation, word, node) in self.related() {
            match relation {
                "purpose" => visit.purpose = name(self.tree, node),
                "direction" => visit.direction = word.map(Direction::from),
                "meeting" => visit.meetings.extend(key(self.tree, node).and_then(|key| Id::new(key).ok())),
                "days" => visit.days = self.value(node),
                _ => {}
            }
        }
        visit
    }

    fn leg(&self, location: NodeId) -> Leg {
        if let Some(country) = country(self.tree, self.catalog, location) {
            return Leg::to(country);
        }
        let mut place = place(self.tree, self.catalog, location);
        let mut leg = Leg::new();
        leg.country = place.country.take();
        leg.places.push(place);
        leg
    }

    fn meeting(&self, id: Id, mode: Option<&str>) -> Meeting {
        let mut meeting = Meeting::new(id, mode.map_or(MeetingMode::InPerson, MeetingMode::from));
        meeting.date = self.dates();
        meeting.status = self.status();
        meeting.place = self.all("location").next().map(|location| place(self.tree, self.catalog, location));
        for (role, _, participant) in self.participants() {
            match role {
                "party" => meeting.party.push(participant),
                "counterpart" => meeting.with.push(participant),
                _ => {}
            }
        }
        let subject = self.related().find(|(relation, _, _)| *relation == "topic");
        meeting.subject = subject.and_then(|(_, _, node)| name(self.tree, node));
        meeting
    }

    fn commemoration(&self, id: Id) -> Commemoration {
        let mut commemoration = Commemoration::new(id);
        commemoration.date = self.dates();
        for (relation, word, node) in self.related() {
            let text = || name(self.tree, node).unwrap_or_default();
            match relation {
                "remembered" => {
                    let mut remembered = Remembered::new(text());
                    remembered.person = key(self.tree, node).and_then(|key| Id::new(key).ok());
                    commemoration.remembered = Some(remembered);
                }
                "anniversary" => {
                    let unit = word.and_then(|word| UNITS.iter().find(|(known, _)| *known == word));
                    commemoration.anniversary =
                        self.value(node).zip(unit).map(|(number, (_, unit))| Anniversary::new(number, *unit));
                }
                "named-day" => commemoration.named_day = Some(text()),
                "act" => commemoration.acts.extend(word.map(|word| Act::new(ActKind::from(word)))),
                _ => {}
            }
        }
        let number = |word: Option<&str>| word?.parse::<usize>().ok()?.checked_sub(1);
        for (role, word, actor) in self.participants() {
            let act = number(word).filter(|_| role == "act").and_then(|at| commemoration.acts.get_mut(at));
            act.into_iter().for_each(|act| act.actors.push(actor.clone()));
        }
        for location in self.all("location") {
            let at = own_words(self.tree, location, "literal").and_then(|(_, word)| number(word));
            if let Some(act) = at.and_then(|at| commemoration.acts.get_mut(at)) {
                act.place = Some(place(self.tree, self.catalog, location));
            }
        }
        commemoration
    }

    fn dates(&self) -> Option<Date> {
        let dates = self.all("dates").next()?;
        let text = |element| self.tree.child(dates, element).map(|node| words(self.tree.content(node)));
        Some(date::of_range(&text("start")?, text("end").as_deref()))
    }

    fn status(&self) -> Option<Status> {
        let scheme = "http://cv.iptc.org/newscodes/eventoccurstatus/";
        let node = self.all("occurStatus").next()?;
        let code = self.catalog.code_of(self.tree, node, Attribute::CODE, scheme)?;
        OCCURRENCE.iter().find(|(known, _)| *known == code).map(|(_, status)| Status::from(*status))
    }

    /// The relations of the crate's own: which, with which word, and where.
    fn related(&self) -> impl Iterator<Item = (&str, Option<&str>, NodeId)> + '_ {
        self.tree.named(self.node, "related").filter_map(|related| {
            let (relation, word) = own_words(self.tree, related, "reluri")?;
            Some((relation, word, related))
        })
    }

    fn value(&self, node: NodeId) -> Option<u32> {
        self.tree.attribute(node, "value")?.parse().ok()
    }

    /// Those who take part: in which role of the crate's own, with which word, and who.
    fn participants(&self) -> impl Iterator<Item = (&str, Option<&str>, Participant)> + '_ {
        self.all("participant").map(|node| {
            let undated = || match own_words(self.tree, node, "reluri") {
                Some((_, Some(words))) => match words.split_once(':') {
                    Some((role, word)) => Some((role, Some(word))),
                    None => Some((words, None)),
                },
                _ => None,
            };
            let (role, word) = own_words(self.tree, node, "roleuri").or_else(undated).unwrap_or(("", None));
            (role, word, participant(self.tree, self.catalog, node))
        })
    }
}

/// Someone who takes part, by their key where they are a person or an organisation of the item.
pub(super) fn participant(tree: &Tree<'_>, catalog: &Catalog<'_>, node: NodeId) -> Participant {
    let id = key(tree, node).and_then(|key| Id::new(key).ok());
    let is_of = |nature| catalog.says(tree, node, Attribute::TYPE, nature);
    match id {
        Some(id) if is_of(nature::PERSON) => Participant::Official(id),
        Some(id) if is_of(nature::ORGANISATION) => Participant::Organisation(id),
        _ => Participant::described(name(tree, node).unwrap_or_default()),
    }
}

const UNITS: [(&str, TimeUnit); 4] =
    [("day", TimeUnit::Day), ("week", TimeUnit::Week), ("month", TimeUnit::Month), ("year", TimeUnit::Year)];

// ---- Rendering ----

/// Someone who takes part, with the name that the story has for them.
pub(super) fn party(element: Fresh, participant: &Participant, facts: &Facts) -> Fresh {
    match participant {
        Participant::Official(id) => {
            let label = facts.official(id).map(Official::label);
            element
                .with("type", "cpnat:person")
                .with("literal", id.as_str())
                .children(label.as_deref().and_then(named))
        }
        Participant::Organisation(id) => {
            let label = facts.organisation(id).map(|organisation| organisation.name.as_str());
            element
                .with("type", "cpnat:organisation")
                .with("literal", id.as_str())
                .children(label.and_then(named))
        }
        Participant::Described(words) => element.children(named(words)),
    }
}

/// What an event is told by: its details, or relations if no date can be written.
struct Telling {
    dates: Option<Fresh>,
    told: Vec<Fresh>,
}

impl Telling {
    fn of(date: Option<&Date>) -> Self {
        Self { dates: date.and_then(dates), told: Vec::new() }
    }

    /// The element for what stands in the details under a name, or the relation for it; with a role, if it has one.
    fn element(&self, element: &'static str, role: Option<&str>) -> Fresh {
        let role = role.map(str::to_owned);
        match (&self.dates, role) {
            (Some(_), role) => Fresh::new(element).with_some("roleuri", role.map(|role| own(&role))),
            (None, Some(role)) => relation(format!("{}:{role}", own(element))),
            (None, None) => relation(own(element)),
        }
    }

    fn status(&mut self, status: Option<&Status>) {
        let known = OCCURRENCE.iter().find(|(_, word)| Some(*word) == status.map(Status::as_str));
        let element = |(code, _): &(&str, &str)| {
            self.element("occurStatus", None).with("qcode", format!("eocstat:{code}"))
        };
        self.told.extend(known.map(element));
    }

    fn leg(&mut self, leg: &Leg) {
        if leg.places.is_empty() {
            let code = leg.country.and_then(country_code);
            self.told.extend(code.map(|code| self.element("location", None).with("qcode", code)));
        }
        for place in &leg.places {
            let country = place.country.or(leg.country);
            self.told.push(place_element(self.element("location", None), place, country));
        }
    }

    /// A place; what tells it from others has a literal.
    fn place(&mut self, place: &Place, literal: Option<String>) {
        let element = place_element(self.element("location", None), place, place.country);
        self.told.push(element.with_some("literal", literal));
    }

    fn participants(&mut self, role: &str, who: &[Participant], facts: &Facts) {
        for participant in who {
            self.told.push(party(self.element("participant", Some(role)), participant, facts));
        }
    }

    fn hosts(&mut self, hosts: &[Participant], facts: &Facts) {
        for host in hosts {
            self.told.push(party(self.element("organiser", None), host, facts));
        }
    }

    /// The end of what is asserted of the event.
    fn end(self, element: Fresh) -> Fresh {
        match self.dates {
            Some(dates) => element.child(Fresh::new("eventDetails").child(dates).children(self.told)),
            None => element.children(self.told),
        }
    }
}

fn relation(relation: String) -> Fresh {
    Fresh::new("related").with("reluri", relation)
}

fn dates(date: &Date) -> Option<Fresh> {
    let (start, end) = date::range(date)?;
    let end = end.map(|end| Fresh::new("end").text(end));
    Some(Fresh::new("dates").child(Fresh::new("start").text(start)).children(end))
}

/// The beginning that all events have.
fn begin(element: Fresh, title: &str, kind: String) -> Fresh {
    element
        .child(Fresh::new("type").with("qcode", "cpnat:event"))
        .children(named(title))
        .child(Fresh::new("broader").with("uri", kind))
}

pub(super) fn visit_title(visit: &Visit) -> String {
    visit.kind.as_ref().map_or_else(|| "visit".to_owned(), |kind| format!("{kind} visit"))
}

/// What a commemoration is called.
pub(super) fn commemoration_title(commemoration: &Commemoration) -> &str {
    let day = commemoration.named_day.as_deref();
    day.filter(|day| !normalized(day).is_empty()).unwrap_or("commemoration")
}

/// What is asserted of a visit.
pub(super) fn visit_details(visit: &Visit, facts: &Facts, element: Fresh) -> Fresh {
    let kind = visit.kind.as_ref().and_then(|kind| own_term("visit", kind.as_str()));
    let direction = visit.direction.as_ref().and_then(|direction| own_term("direction", direction.as_str()));
    let purpose = visit.purpose.as_deref().map(|text| relation(own("purpose")).children(named(text)));
    let meetings = visit.meetings.iter().map(|id| relation(own("meeting")).with("literal", id.as_str()));
    let days = visit.days.map(|days| relation(own("days")).with("value", days.to_string()));
    let mut telling = Telling::of(visit.dates.as_ref());
    telling.status(visit.status.as_ref());
    visit.legs.iter().for_each(|leg| telling.leg(leg));
    telling.participants("visitor", &visit.visitors, facts);
    telling.participants("companion", &visit.companions, facts);
    telling.participants("inviting", visit.invitation.as_slice(), facts);
    telling.hosts(&visit.hosts, facts);
    let element = begin(element, &visit_title(visit), kind.unwrap_or_else(|| own("visit")))
        .children(direction.map(relation))
        .children(purpose)
        .children(days)
        .children(meetings);
    telling.end(element)
}

/// What is asserted of a meeting.
pub(super) fn meeting_details(meeting: &Meeting, facts: &Facts, element: Fresh) -> Fresh {
    let mut telling = Telling::of(meeting.date.as_ref());
    telling.status(meeting.status.as_ref());
    meeting.place.iter().for_each(|place| telling.place(place, None));
    telling.participants("party", &meeting.party, facts);
    telling.participants("counterpart", &meeting.with, facts);
    let kind = own_term("meeting", meeting.mode.as_str()).unwrap_or_else(|| own("meeting"));
    let subject = meeting.subject.as_deref().map(|text| relation(own("topic")).children(named(text)));
    telling.end(begin(element, "meeting", kind).children(subject))
}

/// What is asserted of a commemoration.
pub(super) fn commemoration_details(commemoration: &Commemoration, facts: &Facts, element: Fresh) -> Fresh {
    let remembered = commemoration.remembered.as_ref().map(|remembered| {
        relation(own("remembered"))
            .with_some("literal", remembered.person.as_ref().map(Id::as_str))
            .children(named(&remembered.text))
    });
    let anniversary = commemoration.anniversary.as_ref().and_then(|anniversary| {
        let (unit, _) = UNITS.iter().find(|(_, unit)| *unit == anniversary.unit)?;
        Some(relation(format!("{}:{unit}", own("anniversary"))).with("value", anniversary.number.to_string()))
    });
    let named_day =
        commemoration.named_day.as_deref().map(|day| relation(own("named-day")).children(named(day)));
    let acts: Vec<(String, &Act, String)> = commemoration
        .acts
        .iter()
        .zip(1..)
        .filter_map(|(act, number)| Some((format!("act:{number}"), act, own_term("act", act.kind.as_str())?)))
        .collect();
    let mut telling = Telling::of(commemoration.date.as_ref());
    for (number, act, _) in &acts {
        act.place.iter().for_each(|place| telling.place(place, Some(own(number))));
    }
    acts.iter().for_each(|(number, act, _)| telling.participants(number, &act.actors, facts));
    let element = begin(element, commemoration_title(commemoration), own("commemoration"))
        .children(remembered)
        .children(anniversary)
        .children(named_day)
        .children(acts.iter().map(|(_, _, act)| relation(act.clone())));
    telling.end(element)
}
