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

use super::catalog::{Attribute, Catalog};
use super::concept::{
    country, country_code, key, name, named, own, own_term, own_words, place, place_element,
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
    fn all(&self, element: &'static str) -> impl Iterator<Item = NodeId> + '_ {
        self.details.into_iter().flat_map(move |details| self.tree.named(details, element))
    }

    fn visit(&self, id: Id, kind: Option<&str>) -> Visit {
        let mut visit = Visit::new(id);
        visit.kind = kind.map(VisitKind::from);
        visit.dates = self.dates();
        visit.status = self.status();
        visit.legs = self.all("location").map(|location| self.leg(location)).collect();
        for (role, _, participant) in self.participants("participant") {
            match role {
                "visitor" => visit.visitors.push(participant),
                "companion" => visit.companions.push(participant),
                "inviting" => visit.invitation = Some(participant),
                _ => {}
            }
        }
        visit.hosts = self.participants("organiser").map(|(_, _, host)| host).collect();
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
        for (role, _, participant) in self.participants("participant") {
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
        for (role, word, actor) in self.participants("participant") {
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
    fn participants(
        &self,
        element: &'static str,
    ) -> impl Iterator<Item = (&str, Option<&str>, Participant)> + '_ {
        self.all(element).map(|node| {
            let (role, word) = own_words(self.tree, node, "roleuri").unwrap_or(("", None));
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
pub(super) fn party(element: &'static str, participant: &Participant, facts: &Facts) -> Fresh {
    let element = Fresh::new(element);
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

fn parties<'f>(role: String, who: &'f [Participant], facts: &'f Facts) -> impl Iterator<Item = Fresh> + 'f {
    who.iter().map(move |participant| party("participant", participant, facts).with("roleuri", role.clone()))
}

fn relation(relation: String) -> Fresh {
    Fresh::new("related").with("reluri", relation)
}

fn dates(dates: Option<&Date>) -> Option<Fresh> {
    let (start, end) = date::range(dates?)?;
    let end = end.map(|end| Fresh::new("end").text(end));
    Some(Fresh::new("dates").child(Fresh::new("start").text(start)).children(end))
}

fn occurrence(status: Option<&Status>) -> Option<Fresh> {
    let (code, _) = OCCURRENCE.iter().find(|(_, word)| Some(*word) == status.map(Status::as_str))?;
    Some(Fresh::new("occurStatus").with("qcode", format!("eocstat:{code}")))
}

/// The beginning that all events have.
fn begin(element: Fresh, title: &str, kind: String) -> Fresh {
    element
        .child(Fresh::new("type").with("qcode", "cpnat:event"))
        .children(named(title))
        .child(Fresh::new("broader").with("uri", kind))
}

fn end(element: Fresh, details: Fresh) -> Fresh {
    let is_empty = details == Fresh::new("eventDetails");
    element.children((!is_empty).then_some(details))
}

pub(super) fn visit_title(visit: &Visit) -> String {
    visit.kind.as_ref().map_or_else(|| "visit".to_owned(), |kind| format!("{kind} visit"))
}

/// What is asserted of a visit.
pub(super) fn visit_details(visit: &Visit, facts: &Facts, element: Fresh) -> Fresh {
    let kind = visit.kind.as_ref().and_then(|kind| own_term("visit", kind.as_str()));
    let direction = visit.direction.as_ref().and_then(|direction| own_term("direction", direction.as_str()));
    let purpose = visit.purpose.as_deref().map(|text| relation(own("purpose")).children(named(text)));
    let meetings = visit.meetings.iter().map(|id| relation(own("meeting")).with("literal", id.as_str()));
    let days = visit.days.map(|days| relation(own("days")).with("value", days.to_string()));
    let hosts = visit.hosts.iter().map(|host| party("organiser", host, facts));
    let details = Fresh::new("eventDetails")
        .children(dates(visit.dates.as_ref()))
        .children(occurrence(visit.status.as_ref()))
        .children(visit.legs.iter().flat_map(locations))
        .children(parties(own("visitor"), &visit.visitors, facts))
        .children(parties(own("companion"), &visit.companions, facts))
        .children(parties(own("inviting"), visit.invitation.as_slice(), facts))
        .children(hosts);
    let element = begin(element, &visit_title(visit), kind.unwrap_or_else(|| own("visit")))
        .children(direction.map(relation))
        .children(purpose)
        .children(days)
        .children(meetings);
    end(element, details)
}

fn locations(leg: &Leg) -> Vec<Fresh> {
    if leg.places.is_empty() {
        let code = leg.country.and_then(country_code);
        return code.map(|code| Fresh::new("location").with("qcode", code)).into_iter().collect();
    }
    let places = leg.places.iter();
    places.map(|place| place_element("location", place, place.country.or(leg.country))).collect()
}

/// What is asserted of a meeting.
pub(super) fn meeting_details(meeting: &Meeting, facts: &Facts, element: Fresh) -> Fresh {
    let place = meeting.place.as_ref().map(|place| place_element("location", place, place.country));
    let details = Fresh::new("eventDetails")
        .children(dates(meeting.date.as_ref()))
        .children(occurrence(meeting.status.as_ref()))
        .children(place)
        .children(parties(own("party"), &meeting.party, facts))
        .children(parties(own("counterpart"), &meeting.with, facts));
    let kind = own_term("meeting", meeting.mode.as_str()).unwrap_or_else(|| own("meeting"));
    let subject = meeting.subject.as_deref().map(|text| relation(own("topic")).children(named(text)));
    end(begin(element, "meeting", kind).children(subject), details)
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
    let acts: Vec<(usize, &Act, String)> = commemoration
        .acts
        .iter()
        .zip(1..)
        .filter_map(|(act, number)| Some((number, act, own_term("act", act.kind.as_str())?)))
        .collect();
    let places = acts.iter().filter_map(|(number, act, _)| {
        let place = act.place.as_ref()?;
        Some(
            place_element("location", place, place.country)
                .with("literal", format!("{}:{number}", own("act"))),
        )
    });
    let actors = acts
        .iter()
        .flat_map(|(number, act, _)| parties(format!("{}:{number}", own("act")), &act.actors, facts));
    let details = Fresh::new("eventDetails")
        .children(dates(commemoration.date.as_ref()))
        .children(places)
        .children(actors);
    let title = commemoration.named_day.as_deref().unwrap_or("commemoration");
    let element = begin(element, title, own("commemoration"))
        .children(remembered)
        .children(anniversary)
        .children(named_day)
        .children(acts.iter().map(|(_, _, act)| relation(act.clone())));
    end(element, details)
}
