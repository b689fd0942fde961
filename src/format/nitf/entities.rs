//! The people, organisations, events, quotations and dates that markup names, gathered over a document.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::date;
use super::known::{Known, add_identifiers, code, identifiers, own_id};
use super::names::{COMMEMORATION, MEETINGS, PLACES, SOURCE, VISIT};
use super::prose::{Prose, Scratch};
use super::read::country;
use crate::format::tree::slot::words;
use crate::format::tree::{NodeId, Tree};
use crate::model::{
    Commemoration, Date, DateMention, Evidence, Facts, Id, Iri, Leg, Link, Marking, Meeting, Mention,
    MentionForm, Name, NamePart, NamePartKind, Official, Organisation, Part, Participant, Place, Quote,
    Remembered, Role, Story, Visit,
};

/// What markup names, as far as a document is read.
#[derive(Default)]
pub(super) struct Entities<'t> {
    people: Vec<Named<Official>>,
    organisations: Vec<Named<Organisation>>,
    quotes: Vec<Spoken<'t>>,
    events: Vec<NodeId>,
    locations: Vec<NodeId>,
    dates: Vec<DateMention>,
    links: Vec<Link>,
    known_people: Known<'t>,
    known_organisations: Known<'t>,
    /// Whether what the facts rest on is told elsewhere, so that neither that nor where they stand need be gathered.
    groundless: bool,
    /// Where texts are put together.
    scratch: Scratch,
}

/// Where the facts of a story stand, list for list.
#[derive(Default)]
pub(super) struct Standing {
    pub(super) people: Vec<Places>,
    pub(super) organisations: Vec<Places>,
    /// The elements that mark each quotation: a `bq`, or a `q` for each paragraph.
    pub(super) quotes: Vec<Vec<NodeId>>,
    /// The events that a story put in.
    pub(super) events: Vec<NodeId>,
    /// The locations that are the legs of its visits.
    pub(super) locations: Vec<NodeId>,
}

/// Where someone or something is named.
#[derive(Default)]
pub(super) struct Places {
    /// In `identified-content`.
    pub(super) identified: Vec<NodeId>,
    /// In running text.
    pub(super) inline: Vec<NodeId>,
}

/// Someone or something that markup names, once or often.
struct Named<T> {
    what: T,
    places: Places,
    /// Whether it has the id that a story gave it.
    has_own_id: bool,
    /// Whether its name is told part by part.
    in_parts: bool,
    /// Whether the byline names it.
    in_byline: bool,
}

impl<T> Named<T> {
    fn new(what: T, has_own_id: bool) -> Self {
        Self { what, places: Places::default(), has_own_id, in_parts: false, in_byline: false }
    }
}

/// A quotation, and the elements that mark it.
struct Spoken<'t> {
    nodes: Vec<NodeId>,
    quote: Quote,
    source: Option<Cow<'t, str>>,
    own_id: Option<Id>,
}

impl<'t> Entities<'t> {
    /// Nothing so far. If `groundless`, then neither evidence, mentions and dates are gathered, nor where they stand.
    pub(super) fn new(groundless: bool) -> Self {
        Self { groundless, ..Self::default() }
    }

    /// Takes in the text of a part of the story, and what its markup names.
    pub(super) fn prose(&mut self, tree: &'t Tree<'_>, node: NodeId, part: Part) -> String {
        let mut scratch = std::mem::take(&mut self.scratch);
        let prose = Prose::of(tree, node, &mut scratch);
        self.spans(tree, &prose, part);
        scratch.take_back(prose.spans);
        self.scratch = scratch;
        prose.text.into_owned()
    }

    /// Takes in what the markup of a text names.
    fn spans(&mut self, tree: &'t Tree<'_>, prose: &Prose<'_>, part: Part) {
        // Who was named last, and functions that wait for who comes next.
        let mut last: Option<(usize, NodeId, Range<usize>)> = None;
        let mut waiting: Option<(Role, Range<usize>)> = None;
        for (node, range) in &prose.spans {
            let (node, range) = (*node, range.clone());
            let said = prose.text.get(range.clone()).unwrap_or_default();
            let groundless = self.groundless;
            let evidence = || evidence(part, range.clone(), said, groundless);
            match tree.local(node) {
                _ if said.is_empty() => {}
                "person" => {
                    let Some(person) = self.person(tree, node) else { continue };
                    let Some(named) = self.people.get_mut(person) else { continue };
                    named.in_byline |= part == Part::Byline;
                    if let Some(evidence) = evidence() {
                        named.places.inline.push(node);
                        named.what.mentions.push(Mention::new(MentionForm::Name, evidence));
                    }
                    if let Some((role, place)) = waiting.take()
                        && is_beside(&prose.text, place.end..range.start)
                    {
                        add_role(&mut named.what, role);
                    }
                    last = Some((person, node, range));
                }
                "function" => {
                    let mut role = Role::new(said);
                    role.evidence.extend(evidence());
                    let holder = last.as_ref().filter(|(_, holder, place)| {
                        tree.parent(node) == Some(*holder) || is_beside(&prose.text, place.end..range.start)
                    });
                    match holder.and_then(|(person, ..)| self.people.get_mut(*person)) {
                        Some(named) => add_role(&mut named.what, role),
                        None => waiting = Some((role, range)),
                    }
                }
                "org" => {
                    let named = self.organisation(tree, node);
                    if let (Some(named), Some(evidence)) = (named, evidence()) {
                        named.places.inline.push(node);
                        named.what.evidence.push(evidence);
                    }
                }
                "chron" => {
                    if let Some(evidence) = evidence()
                        && let Some(calendar) = tree.attribute(node, "norm").and_then(date::calendar)
                    {
                        let date = Date::new(said).with_calendar(calendar);
                        self.dates.push(DateMention::new(date, evidence));
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
    pub(super) fn identified(&mut self, tree: &'t Tree<'_>, node: NodeId) {
        match tree.local(node) {
            "person" => {
                let is_placed = !self.groundless;
                let person = self.person(tree, node).and_then(|person| self.people.get_mut(person));
                if let Some(named) = person {
                    named.places.identified.extend(is_placed.then_some(node));
                    for function in tree.named(node, "function") {
                        add_role(&mut named.what, Role::new(words(tree.content(function))));
                    }
                }
            }
            "org" => {
                let is_placed = !self.groundless;
                if let Some(named) = self.organisation(tree, node) {
                    named.places.identified.extend(is_placed.then_some(node));
                }
            }
            "event" if tree.attribute(node, "idsrc") == Some(SOURCE) => self.events.push(node),
            "location" if tree.attribute(node, "code-source") == Some(SOURCE) => self.locations.push(node),
            _ => {}
        }
    }

    fn person(&mut self, tree: &'t Tree<'_>, node: NodeId) -> Option<usize> {
        let code = code(tree, node);
        let known = self.known_people.with_code(code);
        let at = match known.filter(|at| self.people.get(*at).is_some_and(|named| named.in_parts)) {
            Some(at) => at,
            None => {
                let (name, in_parts) = person_name(tree, node);
                let people = &mut self.people;
                let at = self.known_people.find(code, joined(&name).into(), || {
                    let own = own_id(tree, node);
                    let has_own_id = own.is_some();
                    let id = own.unwrap_or_else(|| Id::numbered("official", people.len() + 1));
                    people.push(Named::new(Official::new(id), has_own_id));
                    people.len() - 1
                })?;
                let named = people.get_mut(at)?;
                if !name.parts.is_empty() && (named.what.name.is_none() || in_parts && !named.in_parts) {
                    named.what.name = Some(name);
                    named.in_parts = in_parts;
                }
                at
            }
        };
        let named = self.people.get_mut(at)?;
        take_own_id(&mut named.has_own_id, &mut named.what.id, tree, node);
        add_identifiers(&mut named.what.identifiers, identifiers(tree, node));
        Some(at)
    }

    fn organisation(&mut self, tree: &'t Tree<'_>, node: NodeId) -> Option<&mut Named<Organisation>> {
        let name = words(tree.content(node));
        let organisations = &mut self.organisations;
        let at = self.known_organisations.find(code(tree, node), Cow::Borrowed(&*name), || {
            let own = own_id(tree, node);
            let has_own_id = own.is_some();
            let id = own.unwrap_or_else(|| Id::numbered("organisation", organisations.len() + 1));
            organisations.push(Named::new(Organisation::new(id, ""), has_own_id));
            organisations.len() - 1
        })?;
        let named = organisations.get_mut(at)?;
        if named.what.name.is_empty() {
            named.what.name = name.into_owned();
        }
        take_own_id(&mut named.has_own_id, &mut named.what.id, tree, node);
        add_identifiers(&mut named.what.identifiers, identifiers(tree, node));
        Some(named)
    }

    fn inline_quote(&mut self, tree: &'t Tree<'_>, node: NodeId, said: &str, part: Part, start: usize) {
        let (from, said) = unmarked(said);
        let start = start + from;
        let evidence = evidence(part, start..start + said.len(), said, self.groundless);
        let own_id =
            tree.attribute(node, "class").and_then(|class| Id::new(class.strip_prefix("newsdesk:")?).ok());
        if own_id.is_some()
            && let Some(before) = self.quotes.last_mut().filter(|before| before.own_id == own_id)
        {
            before.nodes.push(node);
            before.quote.paragraphs.push(said.to_owned());
            before.quote.evidence.extend(evidence);
            return;
        }
        let id = Id::numbered("quote", self.quotes.len() + 1);
        let mut quote = Quote::new(id, Marking::Marked).with_paragraph(said);
        quote.evidence.extend(evidence);
        let source = tree.attribute(node, "quote-source").map(Cow::Borrowed);
        self.quotes.push(Spoken { nodes: vec![node], quote, source, own_id });
    }

    /// Takes in a quotation that stands as blocks of its own.
    pub(super) fn block_quote<'p>(
        &mut self,
        node: NodeId,
        source: Option<Cow<'t, str>>,
        paragraphs: impl Iterator<Item = (Part, &'p str)>,
    ) {
        let quote = Quote::new(Id::numbered("quote", self.quotes.len() + 1), Marking::Block);
        let quote = paragraphs.fold(quote, |mut quote, (part, said)| {
            // Each paragraph may begin with a mark, and the last end with one.
            let words = said.strip_prefix(OPENING).unwrap_or(said);
            let start = said.len() - words.len();
            let words = words.strip_suffix(CLOSING).unwrap_or(words);
            let evidence = evidence(part, start..start + words.len(), words, self.groundless);
            quote.evidence.extend(evidence);
            quote.with_paragraph(words)
        });
        if !quote.paragraphs.is_empty() {
            self.quotes.push(Spoken { nodes: vec![node], quote, source, own_id: None });
        }
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

    /// Makes what was named the facts of the story, now that all is read, and tells where they stand.
    pub(super) fn settle(mut self, tree: &Tree<'_>, story: &mut Story) -> Standing {
        give_ids(&mut self.people, "official", |official| &mut official.id);
        give_ids(&mut self.organisations, "organisation", |organisation| &mut organisation.id);
        if let Some(byline) = &mut story.byline {
            let authors = self.people.iter().filter(|named| named.in_byline);
            byline.authors = authors.map(|named| named.what.id.clone()).collect();
        }
        let speakers = if self.quotes.is_empty() { HashMap::new() } else { self.participants() };
        for spoken in &mut self.quotes {
            if let Some(own) = spoken.own_id.take() {
                spoken.quote.id = own;
            }
            let speaker = |source: Cow<'_, str>| {
                let known = speakers.get(&*source).cloned();
                known.unwrap_or_else(|| Participant::Described(source.into_owned()))
            };
            spoken.quote.speaker = spoken.source.take().map(speaker);
        }
        story.links = self.links;
        story.facts.dates = self.dates;
        let mut standing = Standing { events: self.events, locations: self.locations, ..Standing::default() };
        (story.facts.officials, standing.people) =
            self.people.into_iter().map(|named| (named.what, named.places)).unzip();
        (story.facts.organisations, standing.organisations) =
            self.organisations.into_iter().map(|named| (named.what, named.places)).unzip();
        (story.facts.quotes, standing.quotes) =
            self.quotes.into_iter().map(|spoken| (spoken.quote, spoken.nodes)).unzip();
        read_events(tree, &standing, &mut story.facts);
        standing
    }
}

/// Takes in the events that a story put in.
fn read_events(tree: &Tree<'_>, standing: &Standing, facts: &mut Facts) {
    let mut legs: HashMap<&str, Vec<Leg>> = HashMap::new();
    for location in &standing.locations {
        if let Some(code) = tree.attribute(*location, "location-code") {
            legs.entry(code).or_default().push(read_leg(tree, *location));
        }
    }
    for event in &standing.events {
        let Some(id) = tree.attribute(*event, "value").and_then(|value| Id::new(value).ok()) else {
            continue;
        };
        let dates = date::between(tree.attribute(*event, "start-date"), tree.attribute(*event, "end-date"));
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

/// The words of a name, as [`Display`](std::fmt::Display) has them, in as much room as they need.
fn joined(name: &Name) -> String {
    let mut words = String::with_capacity(name.parts.iter().map(|part| part.text.len() + 1).sum());
    for part in &name.parts {
        words.push_str(if words.is_empty() { "" } else { " " });
        words.push_str(&part.text);
    }
    words
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

/// The evidence of words, unless what the facts rest on is told elsewhere.
fn evidence(part: Part, range: Range<usize>, said: &str, groundless: bool) -> Option<Evidence> {
    (!groundless).then(|| Evidence::new(part, range, "").with_text(said))
}

/// Takes the id that a story gave to what an element names, unless one was taken before.
fn take_own_id(has_own_id: &mut bool, id: &mut Id, tree: &Tree<'_>, node: NodeId) {
    if !*has_own_id && let Some(own) = own_id(tree, node) {
        (*has_own_id, *id) = (true, own);
    }
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

/// Gives those that have no id of a story one that is free.
fn give_ids<T>(named: &mut [Named<T>], kind: &str, id: fn(&mut T) -> &mut Id) {
    if named.iter().all(|named| named.has_own_id) {
        return;
    }
    let own = named.iter_mut().filter(|named| named.has_own_id);
    let mut taken: HashSet<Id> = own.map(|named| id(&mut named.what).clone()).collect();
    let mut numbers = 1..;
    for named in named.iter_mut().filter(|named| !named.has_own_id) {
        let free = numbers.by_ref().map(|number| Id::numbered(kind, number));
        if let Some(free) = free.into_iter().find(|free| taken.insert(free.clone())) {
            *id(&mut named.what) = free;
        }
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
