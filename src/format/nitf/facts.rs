//! The facts of a story into the `identified-content` of a document.
//!
//! Officials and organisations that a text marks up with the id of the story stand here too, empty where the
//! text tells all, so that their order is told.

use std::collections::{HashMap, HashSet, VecDeque};

use super::date;
use super::entities::{Places, Standing};
use super::markup::{Markup, codes, name_parts};
use super::names::{COMMEMORATION, MEETINGS, ORDER, PLACES, SOURCE, VISIT};
use super::read::{DOCDATA, Told};
use super::write::set;
use crate::format::tree::slot::{Slot, words};
use crate::format::tree::{Fresh, NodeId, Tree};
use crate::model::{
    Date, Id, Identifier, Leg, Official, Organisation, Participant, PlaceKind, Quote, Story, Visit,
};

pub(super) fn update(tree: &mut Tree<'_>, root: NodeId, told: &Told, story: &Story, markup: &Markup<'_>) {
    let facts = &story.facts;
    let mut place = Place { root };
    let Standing { people, organisations, .. } = &told.standing;
    identify(tree, &mut place, (&told.story.facts.officials, people), &facts.officials);
    identify(tree, &mut place, (&told.story.facts.organisations, organisations), &facts.organisations);
    events(tree, &mut place, told, story);
    speakers(tree, told, &facts.quotes, markup);
}

/// Where new elements go.
struct Place {
    root: NodeId,
}

impl Place {
    fn add(&mut self, tree: &mut Tree<'_>, fresh: &Fresh) {
        let docdata = Slot::text(DOCDATA).make(tree, self.root, &ORDER);
        let identified = match tree.child(docdata, "identified-content") {
            Some(identified) => identified,
            None => ORDER.add(tree, docdata, &Fresh::new("identified-content")),
        };
        ORDER.add(tree, identified, fresh);
    }
}

/// Someone or something that has an element in `identified-content`.
trait Identified {
    const LOCAL: &'static str;
    fn id(&self) -> &Id;
    fn label(&self) -> String;
    /// Whether an element that tells `other` tells this too.
    fn is_told_by(&self, other: &Self) -> bool;
    /// What the element holds.
    fn content(&self, element: Fresh) -> Fresh;
}

impl Identified for Official {
    const LOCAL: &'static str = "person";

    fn id(&self) -> &Id {
        &self.id
    }

    fn label(&self) -> String {
        self.label()
    }

    fn is_told_by(&self, other: &Self) -> bool {
        let titles =
            |official: &Self| official.roles.iter().map(|role| role.title.clone()).collect::<HashSet<_>>();
        self.name == other.name
            && titles(self) == titles(other)
            && plain(&self.identifiers) == other.identifiers
    }

    fn content(&self, element: Fresh) -> Fresh {
        let functions = self.roles.iter().map(|role| Fresh::new("function").text(&*role.title));
        name_parts(element, self).children(functions).children(codes(&self.identifiers))
    }
}

impl Identified for Organisation {
    const LOCAL: &'static str = "org";

    fn id(&self) -> &Id {
        &self.id
    }

    fn label(&self) -> String {
        self.name.clone()
    }

    fn is_told_by(&self, other: &Self) -> bool {
        self.name == other.name && plain(&self.identifiers) == other.identifiers
    }

    fn content(&self, element: Fresh) -> Fresh {
        element.text(&*self.name).children(codes(&self.identifiers))
    }
}

/// Identifiers as a code tells them.
fn plain(identifiers: &[Identifier]) -> Vec<Identifier> {
    identifiers.iter().map(|code| Identifier::new(code.scheme.clone(), &*code.value)).collect()
}

fn identify<T: Identified>(
    tree: &mut Tree<'_>,
    place: &mut Place,
    (told, places): (&[T], &[Places]),
    values: &[T],
) {
    let by_id: HashMap<&str, usize> =
        told.iter().enumerate().map(|(at, told)| (told.id().as_str(), at)).collect();
    let by_label: HashMap<String, usize> =
        told.iter().enumerate().map(|(at, told)| (told.label(), at)).collect();
    let mut kept: HashSet<usize> = HashSet::new();
    for value in values {
        let at = by_id.get(value.id().as_str()).or_else(|| by_label.get(&value.label())).copied();
        if at.is_some_and(|at| !kept.insert(at)) {
            // Another of the same id, which only the remainder can tell.
            continue;
        }
        let element = || Fresh::new(T::LOCAL).with("idsrc", SOURCE).with("value", value.id().to_string());
        let Some((told, places)) = at.and_then(|at| Some((told.get(at)?, places.get(at)?))) else {
            place.add(tree, &value.content(element()));
            continue;
        };
        let is_told = value.is_told_by(told);
        match places.identified.first() {
            Some(_) if is_told => {}
            Some(node) => rewrite(tree, *node, value),
            None if is_told && !places.inline.iter().any(|node| is_own(tree, *node)) => {}
            None if is_told => place.add(tree, &element()),
            None => {
                let fresh = tie(tree, &places.inline, value);
                place.add(tree, &value.content(fresh));
            }
        }
    }
    for (_, places) in places.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        places.identified.iter().for_each(|node| tree.remove(*node));
        let own: Vec<NodeId> = places.inline.iter().copied().filter(|node| is_own(tree, *node)).collect();
        own.into_iter().for_each(|node| tree.unwrap_element(node));
    }
}

/// Whether an element has its code from a story.
fn is_own(tree: &Tree<'_>, node: NodeId) -> bool {
    tree.attribute(node, "idsrc") == Some(SOURCE)
}

/// Makes an element tell a value, and keeps what of it is no part of that.
fn rewrite<T: Identified>(tree: &mut Tree<'_>, node: NodeId, value: &T) {
    let namespace = tree.name(node).map(|name| name.namespace);
    let is_told = |tree: &Tree<'_>, child: NodeId| {
        tree.text(child).is_some() || tree.name(child).map(|name| name.namespace) == namespace
    };
    let children: Vec<NodeId> = tree.children(node).filter(|child| is_told(tree, *child)).collect();
    children.into_iter().for_each(|child| tree.detach(child));
    // A code of its own that another system gave is one of the identifiers.
    if !is_own(tree, node) {
        set(tree, node, "idsrc", Some(SOURCE));
        set(tree, node, "value", Some(value.id().as_str()));
    }
    let fresh = value.content(Fresh::new(T::LOCAL));
    if let Some(namespace) = namespace {
        let made = tree.make(&fresh, namespace);
        let parts: Vec<NodeId> = tree.children(made).collect();
        for part in parts {
            tree.detach(part);
            tree.append(node, part);
        }
    }
}

/// An element with the code that the elements in the text have; where they have none, that of the story.
fn tie<T: Identified>(tree: &mut Tree<'_>, inline: &[NodeId], value: &T) -> Fresh {
    let coded = inline.iter().find(|node| tree.attribute(**node, "value").is_some());
    if let Some(node) = coded {
        let text = |name| tree.attribute(*node, name).map(str::to_owned);
        return Fresh::new(T::LOCAL).with_some("idsrc", text("idsrc")).with_some("value", text("value"));
    }
    for node in inline {
        set(tree, *node, "idsrc", Some(SOURCE));
        set(tree, *node, "value", Some(value.id().as_str()));
    }
    Fresh::new(T::LOCAL).with("idsrc", SOURCE).with("value", value.id().to_string())
}

// ---- Events ----

/// An event as NITF tells it.
struct Event<'s> {
    class: &'static str,
    id: &'s Id,
    date: Option<&'s Date>,
    text: String,
    legs: &'s [Leg],
}

fn events(tree: &mut Tree<'_>, place: &mut Place, told: &Told, story: &Story) {
    let key = |tree: &Tree<'_>, node: NodeId| {
        let text = |name| tree.attribute(node, name).unwrap_or_default().to_owned();
        (text("class"), text("value"))
    };
    // Those of one class and id go in their order.
    let mut known: HashMap<(String, String), VecDeque<NodeId>> = HashMap::new();
    for node in &told.standing.events {
        known.entry(key(tree, *node)).or_default().push_back(*node);
    }
    let mut told_texts: HashMap<(&str, &Id), VecDeque<String>> = HashMap::new();
    for event in events_of(&told.story) {
        told_texts.entry((event.class, event.id)).or_default().push_back(event.text);
    }
    let mut legs: HashMap<String, Vec<NodeId>> = HashMap::new();
    for node in &told.standing.locations {
        let code = tree.attribute(*node, "location-code").unwrap_or_default().to_owned();
        legs.entry(code).or_default().push(*node);
    }
    let mut told_legs: HashMap<&Id, &[Leg]> = HashMap::new();
    for visit in &told.story.facts.visits {
        told_legs.entry(&visit.id).or_insert(&visit.legs);
    }
    let mut travelled: HashSet<&Id> = HashSet::new();
    for event in events_of(story) {
        let (start, end) = event.date.map(date::ends).unwrap_or_default();
        let found = known.get_mut(&(event.class.to_owned(), event.id.to_string()));
        match found.and_then(VecDeque::pop_front) {
            Some(node) => {
                set(tree, node, "start-date", start.as_deref());
                set(tree, node, "end-date", end.as_deref());
                // The words for an event say no more than the facts: they change when these do.
                let told = told_texts.get_mut(&(event.class, event.id)).and_then(VecDeque::pop_front);
                if told.as_ref() != Some(&event.text) && words(tree.content(node)) != event.text {
                    tree.set_text(node, event.text);
                }
            }
            None => {
                let fresh = Fresh::new("event")
                    .with("class", event.class)
                    .with("idsrc", SOURCE)
                    .with("value", event.id.to_string())
                    .with_some("start-date", start)
                    .with_some("end-date", end);
                place.add(tree, &fresh.text(event.text));
            }
        }
        if event.class != VISIT || !travelled.insert(event.id) {
            continue;
        }
        let before = told_legs.get(event.id).copied().unwrap_or_default();
        let nodes = legs.remove(event.id.as_str()).unwrap_or_default();
        let is_same = before.len() == event.legs.len()
            && before.iter().zip(event.legs).all(|(before, leg)| is_same_leg(before, leg));
        if !is_same {
            nodes.into_iter().for_each(|node| tree.remove(node));
            event.legs.iter().for_each(|leg| place.add(tree, &location(event.id, leg)));
        }
    }
    known.into_values().flatten().for_each(|node| tree.remove(node));
    legs.into_values().flatten().for_each(|node| tree.remove(node));
}

fn events_of(story: &Story) -> Vec<Event<'_>> {
    let facts = &story.facts;
    let visits = facts.visits.iter().map(|visit| Event {
        class: VISIT,
        id: &visit.id,
        date: visit.dates.as_ref(),
        text: visit_label(story, visit),
        legs: &visit.legs,
    });
    let commemorations = facts.commemorations.iter().map(|commemoration| Event {
        class: COMMEMORATION,
        id: &commemoration.id,
        date: commemoration.date.as_ref(),
        text: (commemoration.remembered.as_ref().map(|remembered| remembered.text.clone()))
            .or_else(|| commemoration.named_day.clone())
            .unwrap_or_default(),
        legs: &[],
    });
    let meetings = facts.meetings.iter().filter_map(|meeting| {
        let (class, _) = MEETINGS.iter().find(|(_, mode)| *mode == meeting.mode)?;
        let with = labels(story, &meeting.with);
        let label = [labels(story, &meeting.party), with].concat().join(", ");
        let text = meeting.subject.clone().unwrap_or(label);
        Some(Event { class, id: &meeting.id, date: meeting.date.as_ref(), text, legs: &[] })
    });
    visits.chain(commemorations).chain(meetings).collect()
}

/// What a visit is called: "Mark Lancaster: Belgrade, Pristina".
fn visit_label(story: &Story, visit: &Visit) -> String {
    let places = visit.legs.iter().flat_map(|leg| {
        let country = leg.country.map(|country| country.to_string()).filter(|_| leg.places.is_empty());
        leg.places.iter().map(|place| place.name.clone()).chain(country)
    });
    let parts = [labels(story, &visit.visitors).join(", "), places.collect::<Vec<_>>().join(", ")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(": ")
}

fn labels(story: &Story, participants: &[Participant]) -> Vec<String> {
    let label = |participant: &Participant| match participant {
        Participant::Official(id) => story.facts.official(id).map(Official::label),
        Participant::Organisation(id) => story.facts.organisation(id).map(|found| found.name.clone()),
        Participant::Described(words) => Some(words.clone()),
    };
    participants.iter().filter_map(label).collect()
}

/// The element that names a place of a kind in a location.
pub(super) fn place_element(kind: Option<&PlaceKind>) -> &'static str {
    match kind {
        Some(PlaceKind::Water) => "sublocation",
        kind => PLACES.iter().find(|(_, known)| Some(known) == kind).map_or("city", |(local, _)| local),
    }
}

fn location(id: &Id, leg: &Leg) -> Fresh {
    let location = Fresh::new("location").with("code-source", SOURCE).with("location-code", id.to_string());
    let places =
        leg.places.iter().map(|place| Fresh::new(place_element(place.kind.as_ref())).text(&*place.name));
    let country = leg.country.map(|country| Fresh::new("country").with("iso-cc", country.to_string()));
    location.children(places).children(country)
}

/// Whether an element that told one leg tells another.
fn is_same_leg(told: &Leg, leg: &Leg) -> bool {
    let element = |kind: &Option<PlaceKind>| place_element(kind.as_ref());
    let places = told.places.iter().zip(&leg.places);
    told.country == leg.country
        && told.places.len() == leg.places.len()
        && places
            .into_iter()
            .all(|(told, place)| told.name == place.name && element(&told.kind) == element(&place.kind))
}

// ---- Quotations ----

/// Tells who speaks, where a document told someone else.
fn speakers(tree: &mut Tree<'_>, told: &Told, quotes: &[Quote], markup: &Markup<'_>) {
    let spoken = told.story.facts.quotes.iter().zip(&told.standing.quotes);
    let known: HashMap<&Id, (&Quote, &Vec<NodeId>)> =
        spoken.map(|(quote, nodes)| (&quote.id, (quote, nodes))).collect();
    for quote in quotes {
        let Some((told, nodes)) = known.get(&quote.id) else { continue };
        if told.speaker == quote.speaker || told.paragraphs != quote.paragraphs {
            continue;
        }
        let source = markup.source(quote);
        nodes.iter().for_each(|node| set(tree, *node, "quote-source", source.as_deref()));
    }
}
