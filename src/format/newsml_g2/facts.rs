//! The facts of a story: concepts that the item asserts, and the subjects that they are.

use std::collections::HashSet;

use super::catalog::{Attribute, Catalog};
use super::concept::{id, key, named, own};
use super::event::{
    Event, commemoration_details, commemoration_title, event, meeting_details, visit_details, visit_title,
};
use super::item::Item;
use super::names::{ITEMS, ORDER, nature};
use super::person::{official, official_details, organisation, organisation_details};
use crate::format::tree::slot::align;
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::model::{Commemoration, Facts, Id, Meeting, Official, Organisation, Visit};

/// The elements that the facts of an item were read from, each list as long as that of the facts.
#[derive(Debug, Default)]
pub(super) struct Places {
    officials: Vec<NodeId>,
    organisations: Vec<NodeId>,
    visits: Vec<NodeId>,
    meetings: Vec<NodeId>,
    commemorations: Vec<NodeId>,
}

/// The officials, organisations and events of an item.
pub(super) fn read(tree: &Tree<'_>, catalog: &Catalog<'_>, item: Item) -> (Facts, Places) {
    let mut facts = Facts::new();
    let mut places = Places::default();
    let mut known: HashSet<&str> = HashSet::new();
    for concept in item.concepts(tree) {
        known.extend(key(tree, concept));
        let Some(kind) = tree.child(concept, "type") else { continue };
        let is_of = |nature| catalog.says(tree, kind, Attribute::CODE, nature);
        if is_of(nature::EVENT) {
            let node = concept;
            match event(tree, catalog, node, id(tree, node, "event", known.len())) {
                Some(Event::Visit(visit)) => add(visit, node, &mut facts.visits, &mut places.visits),
                Some(Event::Meeting(meeting)) => {
                    add(meeting, node, &mut facts.meetings, &mut places.meetings)
                }
                Some(Event::Commemoration(commemoration)) => {
                    add(commemoration, node, &mut facts.commemorations, &mut places.commemorations);
                }
                None => {}
            }
        } else {
            party(tree, catalog, concept, &is_of, &mut facts, &mut places);
        }
    }
    for subject in item.content.into_iter().flat_map(|content| tree.named(content, "subject")) {
        // A subject that is asserted is known already.
        if key(tree, subject).is_none_or(|key| !known.contains(key)) {
            let is_of = |nature| catalog.says(tree, subject, Attribute::TYPE, nature);
            party(tree, catalog, subject, &is_of, &mut facts, &mut places);
        }
    }
    (facts, places)
}

fn add<T>(fact: T, node: NodeId, facts: &mut Vec<T>, places: &mut Vec<NodeId>) {
    facts.push(fact);
    places.push(node);
}

/// A person or an organisation, if it is one.
fn party(
    tree: &Tree<'_>,
    catalog: &Catalog<'_>,
    node: NodeId,
    is_of: &dyn Fn(&'static str) -> bool,
    facts: &mut Facts,
    places: &mut Places,
) {
    if is_of(nature::PERSON) {
        let id = id(tree, node, "official", facts.officials.len() + 1);
        add(official(tree, catalog, node, id), node, &mut facts.officials, &mut places.officials);
    } else if is_of(nature::ORGANISATION) {
        let id = id(tree, node, "organisation", facts.organisations.len() + 1);
        add(organisation(tree, catalog, node, id), node, &mut facts.organisations, &mut places.organisations);
    }
}

/// The subjects that the facts are.
pub(super) fn subjects(facts: &Facts) -> Vec<Fresh> {
    let subject = |nature: &str, id: &Id, name: &str| {
        Fresh::new("subject").with("type", nature).with("literal", id.as_str()).children(named(name))
    };
    let event = |id: &Id, kind: &str, name: &str| subject("cpnat:event", id, name).with("typeuri", own(kind));
    let officials =
        facts.officials.iter().map(|found: &Official| subject("cpnat:person", &found.id, &found.label()));
    let organisations =
        facts.organisations.iter().map(|found| subject("cpnat:organisation", &found.id, &found.name));
    let visits = facts.visits.iter().map(|found| event(&found.id, "visit", &visit_title(found)));
    let meetings = facts.meetings.iter().map(|found| event(&found.id, "meeting", "meeting"));
    let commemorations = facts
        .commemorations
        .iter()
        .map(|found| event(&found.id, "commemoration", commemoration_title(found)));
    officials.chain(organisations).chain(visits).chain(meetings).chain(commemorations).collect()
}

/// What the item asserts of the facts.
pub(super) fn assertions(facts: &Facts) -> Vec<Fresh> {
    let officials = facts.officials.iter().map(|found| official_element(found, facts));
    let organisations = facts.organisations.iter().map(|found| organisation_element(found, facts));
    let visits = facts.visits.iter().map(|found| visit_element(found, facts));
    let meetings = facts.meetings.iter().map(|found| meeting_element(found, facts));
    let commemorations = facts.commemorations.iter().map(|found| commemoration_element(found, facts));
    officials.chain(organisations).chain(visits).chain(meetings).chain(commemorations).collect()
}

fn assert(id: &Id) -> Fresh {
    Fresh::new("assert").with("literal", id.as_str())
}

fn official_element(official: &Official, _: &Facts) -> Fresh {
    official_details(official, assert(&official.id))
}

fn organisation_element(organisation: &Organisation, _: &Facts) -> Fresh {
    let element = assert(&organisation.id).child(Fresh::new("type").with("qcode", "cpnat:organisation"));
    organisation_details(organisation, element)
}

fn visit_element(visit: &Visit, facts: &Facts) -> Fresh {
    visit_details(visit, facts, assert(&visit.id))
}

fn meeting_element(meeting: &Meeting, facts: &Facts) -> Fresh {
    meeting_details(meeting, facts, assert(&meeting.id))
}

fn commemoration_element(commemoration: &Commemoration, facts: &Facts) -> Fresh {
    commemoration_details(commemoration, facts, assert(&commemoration.id))
}

/// What defines an event as a concept of its own, if there is one of this id; `concept` says which it is.
pub(super) fn definition(id: &Id, facts: &Facts, concept: Fresh) -> Option<Fresh> {
    let is_it = |other: &Id| other == id;
    let visit = || facts.visits.iter().find(|fact| is_it(&fact.id));
    let meeting = || facts.meetings.iter().find(|fact| is_it(&fact.id));
    let commemoration = || facts.commemorations.iter().find(|fact| is_it(&fact.id));
    if let Some(visit) = visit() {
        Some(visit_details(visit, facts, concept))
    } else if let Some(meeting) = meeting() {
        Some(meeting_details(meeting, facts, concept))
    } else {
        commemoration().map(|found| commemoration_details(found, facts, concept))
    }
}

// ---- Updating ----

/// Makes the concepts of an item say what the facts say now.
///
/// `native` is what they say by the elements of the standard, `told` with what the additions say.
pub(super) fn update(
    tree: &mut Tree<'_>,
    item: NodeId,
    places: &Places,
    [native, told]: [&Facts; 2],
    facts: &Facts,
) {
    let mut update = Update { tree, item, told, facts };
    macro_rules! lists {
        ($($list:ident by $render:ident;)*) => { $(
            update.list(
                &places.$list,
                [&native.$list, &told.$list, &facts.$list],
                |fact| &fact.id,
                $render,
            );
        )* };
    }
    lists! {
        officials by official_element;
        organisations by organisation_element;
        visits by visit_element;
        meetings by meeting_element;
        commemorations by commemoration_element;
    }
}

/// Whether an item asserts anything: a catalog does not.
fn asserts(item: &str) -> bool {
    item != "catalogItem" && ITEMS.contains(&item)
}

struct Update<'u, 'i> {
    tree: &'u mut Tree<'i>,
    item: NodeId,
    told: &'u Facts,
    facts: &'u Facts,
}

impl Update<'_, '_> {
    fn list<T: PartialEq>(
        &mut self,
        places: &[NodeId],
        [native, told, new]: [&[T]; 3],
        id: impl Fn(&T) -> &Id,
        render: impl Fn(&T, &Facts) -> Fresh,
    ) {
        let elements: Vec<(NodeId, &Id)> = places.iter().copied().zip(native.iter().map(&id)).collect();
        let ids: Vec<&Id> = new.iter().map(&id).collect();
        let alignment = align(&elements, &ids);
        for (fact, place) in new.iter().zip(alignment.places) {
            let was = places.iter().zip(native).find(|(node, _)| Some(**node) == place).map(|(_, was)| was);
            match (place, was) {
                (Some(node), Some(was)) => {
                    let was = told.iter().find(|told| id(told) == id(was)).unwrap_or(was);
                    let (was, is) = (render(was, self.told), render(fact, self.facts));
                    self.patch(node, &was, &is);
                }
                _ if asserts(self.tree.local(self.item)) && !told.contains(fact) => {
                    let element = render(fact, self.facts);
                    ORDER.add(self.tree, self.item, &element);
                }
                _ => {}
            }
        }
        alignment.gone.into_iter().for_each(|node| self.tree.remove(node));
    }

    /// A subject holds the name alone; what else is said of it would not fit there.
    fn patch(&mut self, node: NodeId, was: &Fresh, is: &Fresh) {
        if self.tree.local(node) == "subject" {
            self.tree.patch(node, &was.only("name"), &is.only("name"), &ORDER);
        } else if self.tree.attribute(node, "literal").is_some() {
            self.tree.patch(node, was, is, &ORDER);
        } else {
            // It is known by another key, which stays.
            self.tree.patch(node, &was.clone().without("literal"), &is.clone().without("literal"), &ORDER);
        }
    }
}
