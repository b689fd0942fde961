//! The people, organisations, events, quotations and dates that markup names, gathered over a document.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::date;
use super::names::{COMMEMORATION, MEETINGS, PLACES, SOURCE, VISIT};
use super::prose::Prose;
use super::read::country;
use crate::format::tree::slot::words;
use crate::format::tree::{NodeId, Tree};
use crate::model::{
    Commemoration, Date, DateMention, Evidence, Id, Identifier, IdentifierScheme, Iri, Leg, Link, Marking,
    Meeting, Mention, MentionForm, Name, NamePart, NamePartKind, Official, Organisation, Part, Participant,
    Place, Quote, Remembered, Role, Story, Visit,
};

/// What markup names, as far as a document is read; after [`settle`](Self::settle), where each of the story's
/// facts stands.
#[derive(Default)]
pub(super) struct Entities {
    /// The officials, in the order of [`Facts::officials`](crate::model::Facts::officials).
    pub(super) people: Vec<Named<Official>>,
    pub(super) organisations: Vec<Named<Organisation>>,
    pub(super) quotes: Vec<Spoken>,
    /// The events that are facts of a story, by its class.
    pub(super) events: Vec<NodeId>,
    /// The locations that are the legs of visits.
    pub(super) locations: Vec<NodeId>,
    dates: Vec<DateMention>,
    links: Vec<Link>,
    known_people: Known,
    known_organisations: Known,
}

/// Which of those named has a name or a code.
#[derive(Default)]
struct Known {
    by_name: HashMap<String, usize>,
    by_code: HashMap<(String, String), usize>,
    /// Those that have a code.
    coded: HashSet<usize>,
}

/// Someone or something that markup names, once or often.
pub(super) struct Named<T> {
    pub(super) what: T,
    /// Where it stands in `identified-content`.
    pub(super) identified: Vec<NodeId>,
    /// Where it stands in running text.
    pub(super) inline: Vec<NodeId>,
    /// The id that a story gave it.
    own_id: Option<Id>,
    /// Whether its name is told part by part.
    in_parts: bool,
}

impl<T> Named<T> {
    fn new(what: T) -> Self {
        Self { what, identified: Vec::new(), inline: Vec::new(), own_id: None, in_parts: false }
    }
}

/// A quotation, and the elements that mark it: a `bq`, or a `q` for each paragraph.
pub(super) struct Spoken {
    pub(super) nodes: Vec<NodeId>,
    pub(super) quote: Quote,
    source: Option<String>,
    own_id: Option<Id>,
}

impl Entities {
    /// Takes in the text of a part of the story, and what its markup names.
    pub(super) fn prose(&mut self, tree: &Tree<'_>, node: NodeId, part: Part) -> String {
        let prose = Prose::of(tree, node);
        self.spans(tree, &prose, part);
        prose.text.into_owned()
    }

    /// Takes in what the markup of a text names.
    pub(super) fn spans(&mut self, tree: &Tree<'_>, prose: &Prose<'_>, part: Part) {
        // Who was named last, and functions that wait for who comes next.
        let mut last: Option<(usize, NodeId, Range<usize>)> = None;
        let mut waiting: Option<(Role, Range<usize>)> = None;
        for (node, range) in &prose.spans {
            let (node, range) = (*node, range.clone());
            let said = prose.text.get(range.clone()).unwrap_or_default();
            let evidence = || Evidence::new(part, range.clone(), "").with_text(said);
            match tree.local(node) {
                _ if said.is_empty() => {}
                "person" => {
                    let Some(person) = self.person(tree, node) else { continue };
                    let Some(named) = self.people.get_mut(person) else { continue };
                    named.inline.push(node);
                    named.what.mentions.push(Mention::new(MentionForm::Name, evidence()));
                    if let Some((role, place)) = waiting.take()
                        && is_beside(&prose.text, place.end..range.start)
                    {
                        add_role(&mut named.what, role);
                    }
                    last = Some((person, node, range));
                }
                "function" => {
                    let role = Role::new(said).with_evidence(evidence());
                    let holder = last.as_ref().filter(|(_, holder, place)| {
                        tree.parent(node) == Some(*holder) || is_beside(&prose.text, place.end..range.start)
                    });
                    match holder.and_then(|(person, ..)| self.people.get_mut(*person)) {
                        Some(named) => add_role(&mut named.what, role),
                        None => waiting = Some((role, range)),
                    }
                }
                "org" => {
                    if let Some(named) = self.organisation(tree, node) {
                        named.inline.push(node);
                        named.what.evidence.push(evidence());
                    }
                }
                "chron" => {
                    if let Some(calendar) = tree.attribute(node, "norm").and_then(date::calendar) {
                        let date = Date::new(said).with_calendar(calendar);
                        self.dates.push(DateMention::new(date, evidence()));
                    }
                }
                "a" => {
                    if let Some(target) =
                        tree.attribute(node, "href").and_then(|target| Iri::new(target.trim()).ok())
                    {
                        self.links.push(Link::new(target).with_title(said));
                    }
                }
                "q" => self.inline_quote(tree, node, said, part, range.start),
                _ => {}
            }
        }
    }

    /// Takes in an element of `identified-content`.
    pub(super) fn identified(&mut self, tree: &Tree<'_>, node: NodeId) {
        match tree.local(node) {
            "person" => {
                let person = self.person(tree, node).and_then(|person| self.people.get_mut(person));
                if let Some(named) = person {
                    named.identified.push(node);
                    for function in tree.named(node, "function") {
                        add_role(&mut named.what, Role::new(words(tree.content(function))));
                    }
                }
            }
            "org" => {
                if let Some(named) = self.organisation(tree, node) {
                    named.identified.push(node);
                }
            }
            "event" if tree.attribute(node, "idsrc") == Some(SOURCE) => self.events.push(node),
            "location" if tree.attribute(node, "code-source") == Some(SOURCE) => self.locations.push(node),
            _ => {}
        }
    }

    fn person(&mut self, tree: &Tree<'_>, node: NodeId) -> Option<usize> {
        let (name, in_parts) = person_name(tree, node);
        let people = &mut self.people;
        let at = self.known_people.find(tree, node, &name.to_string(), || {
            people.push(Named::new(Official::new(Id::numbered("official", people.len() + 1))));
            people.len() - 1
        })?;
        let named = people.get_mut(at)?;
        if !name.parts.is_empty() && (named.what.name.is_none() || in_parts && !named.in_parts) {
            named.what.name = Some(name);
            named.in_parts = in_parts;
        }
        named.own_id = named.own_id.take().or_else(|| own_id(tree, node));
        for identifier in with_identifiers(tree, node) {
            if !named.what.identifiers.contains(&identifier) {
                named.what.identifiers.push(identifier);
            }
        }
        Some(at)
    }

    fn organisation(&mut self, tree: &Tree<'_>, node: NodeId) -> Option<&mut Named<Organisation>> {
        let name = words(tree.content(node)).into_owned();
        let organisations = &mut self.organisations;
        let at = self.known_organisations.find(tree, node, &name, || {
            let id = Id::numbered("organisation", organisations.len() + 1);
            organisations.push(Named::new(Organisation::new(id, "")));
            organisations.len() - 1
        })?;
        let named = organisations.get_mut(at)?;
        if named.what.name.is_empty() {
            named.what.name = name;
        }
        named.own_id = named.own_id.take().or_else(|| own_id(tree, node));
        for identifier in with_identifiers(tree, node) {
            if !named.what.identifiers.contains(&identifier) {
                named.what.identifiers.push(identifier);
            }
        }
        Some(named)
    }

    fn inline_quote(&mut self, tree: &Tree<'_>, node: NodeId, said: &str, part: Part, start: usize) {
        let (from, said) = unmarked(said);
        let start = start + from;
        let evidence = Evidence::new(part, start..start + said.len(), "").with_text(said);
        let own_id =
            tree.attribute(node, "class").and_then(|class| Id::new(class.strip_prefix("newsdesk:")?).ok());
        if own_id.is_some()
            && let Some(before) = self.quotes.last_mut().filter(|before| before.own_id == own_id)
        {
            before.nodes.push(node);
            before.quote.paragraphs.push(said.to_owned());
            before.quote.evidence.push(evidence);
            return;
        }
        let id = Id::numbered("quote", self.quotes.len() + 1);
        let quote = Quote::new(id, Marking::Marked).with_paragraph(said).with_evidence(evidence);
        let source = tree.attribute(node, "quote-source").map(str::to_owned);
        self.quotes.push(Spoken { nodes: vec![node], quote, source, own_id });
    }

    /// Takes in a quotation that stands as blocks of its own.
    pub(super) fn block_quote(
        &mut self,
        node: NodeId,
        source: Option<String>,
        paragraphs: Vec<(Part, String)>,
    ) {
        if paragraphs.is_empty() {
            return;
        }
        let quote = Quote::new(Id::numbered("quote", self.quotes.len() + 1), Marking::Block);
        let quote = paragraphs.into_iter().fold(quote, |quote, (part, said)| {
            // Each paragraph may begin with a mark, and the last end with one.
            let words = said.strip_prefix(OPENING).unwrap_or(&said);
            let start = said.len() - words.len();
            let words = words.strip_suffix(CLOSING).unwrap_or(words);
            let evidence = Evidence::new(part, start..start + words.len(), "").with_text(words);
            quote.with_paragraph(words).with_evidence(evidence)
        });
        self.quotes.push(Spoken { nodes: vec![node], quote, source, own_id: None });
    }

    /// Who is meant by which name.
    fn participants(&self) -> HashMap<String, Participant> {
        let organisations = self
            .organisations
            .iter()
            .map(|named| (named.what.name.clone(), Participant::Organisation(named.what.id.clone())));
        let people = self
            .people
            .iter()
            .map(|named| (named.what.label(), Participant::Official(named.what.id.clone())));
        organisations.chain(people).collect()
    }

    /// Makes what was named the facts of the story, now that all is read.
    pub(super) fn settle(&mut self, tree: &Tree<'_>, story: &mut Story) {
        take_ids(&mut self.people, "official", |official| &mut official.id);
        take_ids(&mut self.organisations, "organisation", |organisation| &mut organisation.id);
        let is_author = |named: &&Named<Official>| {
            named.what.mentions.iter().any(|mention| mention.evidence.part == Part::Byline)
        };
        if let Some(byline) = &mut story.byline {
            byline.authors =
                self.people.iter().filter(is_author).map(|named| named.what.id.clone()).collect();
        }
        story.links = std::mem::take(&mut self.links);
        let named = self.participants();
        for spoken in &mut self.quotes {
            let source = spoken.source.take();
            if let Some(own) = spoken.own_id.take() {
                spoken.quote.id = own;
            }
            spoken.quote.speaker =
                source.map(|source| named.get(&source).cloned().unwrap_or(Participant::Described(source)));
        }
        let mut legs: HashMap<&str, Vec<Leg>> = HashMap::new();
        for location in &self.locations {
            if let Some(code) = tree.attribute(*location, "location-code") {
                legs.entry(code).or_default().push(read_leg(tree, *location));
            }
        }
        let facts = &mut story.facts;
        facts.officials = self.people.iter().map(|named| named.what.clone()).collect();
        facts.organisations = self.organisations.iter().map(|named| named.what.clone()).collect();
        facts.quotes = self.quotes.iter().map(|spoken| spoken.quote.clone()).collect();
        facts.dates = std::mem::take(&mut self.dates);
        for event in &self.events {
            let Some(id) = tree.attribute(*event, "value").and_then(|value| Id::new(value).ok()) else {
                continue;
            };
            let dates =
                date::between(tree.attribute(*event, "start-date"), tree.attribute(*event, "end-date"));
            match tree.attribute(*event, "class") {
                Some(VISIT) => {
                    let mut visit = Visit::new(id);
                    visit.dates = dates;
                    visit.legs = legs.remove(visit.id.as_str()).unwrap_or_default();
                    facts.visits.push(visit);
                }
                Some(COMMEMORATION) => {
                    let mut commemoration = Commemoration::new(id);
                    commemoration.date = dates;
                    let text = words(tree.content(*event));
                    commemoration.remembered = (!text.is_empty()).then(|| Remembered::new(text));
                    facts.commemorations.push(commemoration);
                }
                Some(class) => {
                    if let Some((_, mode)) = MEETINGS.iter().find(|(known, _)| *known == class) {
                        let mut meeting = Meeting::new(id, mode.clone());
                        meeting.date = dates;
                        facts.meetings.push(meeting);
                    }
                }
                None => {}
            }
        }
    }
}

impl Known {
    /// Finds what an element names by its code or its name, or makes it; none for an element that names nothing.
    fn find(
        &mut self,
        tree: &Tree<'_>,
        node: NodeId,
        name: &str,
        make: impl FnOnce() -> usize,
    ) -> Option<usize> {
        let text = |name| tree.attribute(node, name).map(str::to_owned);
        let code = text("value").map(|value| (text("idsrc").unwrap_or_default(), value));
        if code.is_none() && name.is_empty() {
            return None;
        }
        let by_code = code.as_ref().and_then(|code| self.by_code.get(code)).copied();
        // Two codes are two, though they have one name.
        let by_name = self.by_name.get(name).copied().filter(|at| code.is_none() || !self.coded.contains(at));
        let at = by_code.or(by_name).unwrap_or_else(make);
        if let Some(code) = code {
            self.coded.insert(at);
            self.by_code.entry(code).or_insert(at);
        }
        if !name.is_empty() {
            self.by_name.entry(name.to_owned()).or_insert(at);
        }
        Some(at)
    }
}

/// The id that a story gave to what an element names.
pub(super) fn own_id(tree: &Tree<'_>, node: NodeId) -> Option<Id> {
    let is_own = tree.attribute(node, "idsrc") == Some(SOURCE);
    tree.attribute(node, "value").filter(|_| is_own).and_then(|value| Id::new(value).ok())
}

/// The codes of an element, and of its `alt-code`s, other than ids of a story.
pub(super) fn with_identifiers(tree: &Tree<'_>, node: NodeId) -> Vec<Identifier> {
    let codes = std::iter::once(node).chain(tree.named(node, "alt-code"));
    codes
        .filter_map(|code| {
            let source = tree.attribute(code, "idsrc").unwrap_or_default();
            let value = tree.attribute(code, "value")?;
            (source != SOURCE).then(|| Identifier::new(IdentifierScheme::from(source), value))
        })
        .collect()
}

/// The name of a person, and whether it is told part by part.
fn person_name(tree: &Tree<'_>, node: NodeId) -> (Name, bool) {
    let mut parts: Vec<NamePart> = Vec::new();
    for child in tree.elements(node) {
        let text = words(tree.content(child));
        match tree.local(child) {
            "name.given" => {
                parts.extend(text.split(' ').map(|word| NamePart::new(NamePartKind::Given, word)))
            }
            "name.family" => family_parts(&text, &mut parts),
            _ => {}
        }
    }
    parts.retain(|part| !part.text.is_empty());
    if !parts.is_empty() {
        return (Name::from_parts(parts.into_iter().map(|part| (part.kind, part.text))), true);
    }
    let texts = tree
        .children(node)
        .filter(|child| tree.local(*child) != "function")
        .map(|child| tree.text(child).map_or_else(|| tree.content(child), Cow::Borrowed));
    let text = texts.fold(String::new(), |all, text| all + &text);
    (Name::western(text.trim_matches(|c: char| c.is_whitespace() || c == ',')), false)
}

/// A family name: words in lower case before it are particles.
fn family_parts(text: &str, parts: &mut Vec<NamePart>) {
    let mut rest = text;
    while let Some((word, after)) =
        rest.split_once(' ').filter(|(word, _)| word.starts_with(char::is_lowercase))
    {
        parts.push(NamePart::new(NamePartKind::Particle, word));
        rest = after;
    }
    parts.push(NamePart::new(NamePartKind::Family, rest));
}

fn add_role(official: &mut Official, role: Role) {
    match official.roles.iter_mut().find(|known| known.title == role.title) {
        Some(known) => known.evidence.extend(role.evidence),
        None => official.roles.push(role),
    }
}

/// Whether nothing but white space and a comma stands between.
fn is_beside(text: &str, between: Range<usize>) -> bool {
    text.get(between).is_some_and(|between| between.chars().all(|c| c.is_whitespace() || c == ','))
}

/// The marks that a paragraph of a quotation begins with.
const OPENING: [char; 2] = ['\u{201C}', '"'];

/// The marks that a quotation ends with.
const CLOSING: [char; 2] = ['\u{201D}', '"'];

/// Words without the marks around them, and how many bytes of marks come first.
fn unmarked(said: &str) -> (usize, &str) {
    for (open, close) in [('\u{201C}', '\u{201D}'), ('"', '"'), ('\u{2018}', '\u{2019}'), ('\'', '\'')] {
        if let Some(inner) = said.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return (open.len_utf8(), inner);
        }
    }
    (0, said)
}

/// Gives each the id that it had in a story, and the others one that is free.
fn take_ids<T>(named: &mut [Named<T>], kind: &str, id: fn(&mut T) -> &mut Id) {
    let mut taken: HashSet<Id> = named.iter().filter_map(|named| named.own_id.clone()).collect();
    let mut number = 0;
    for named in named {
        let own = named.own_id.take();
        let given = own.unwrap_or_else(|| {
            loop {
                number += 1;
                let free = Id::numbered(kind, number);
                if taken.insert(free.clone()) {
                    return free;
                }
            }
        });
        *id(&mut named.what) = given;
    }
}

fn read_leg(tree: &Tree<'_>, location: NodeId) -> Leg {
    let mut leg = Leg::new();
    leg.country = country(tree, location);
    for part in tree.elements(location) {
        let text = words(tree.content(part));
        if let Some((_, kind)) = PLACES.iter().find(|(local, _)| *local == tree.local(part))
            && !text.is_empty()
        {
            let mut place = Place::new(text).with_kind(kind.clone());
            place.country = leg.country;
            leg.places.push(place);
        }
    }
    leg
}
