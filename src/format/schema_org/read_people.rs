//! People and organisations.

use serde_json::Value;

use super::graph::{At, Graph};
use super::names::{self, own_id};
use super::read::{named, named_or_empty};
use crate::format::json_tree::Bindings;
use crate::format::web_name;
use crate::model::{Country, Id, Identifier, Iri, Name, Official, Organisation, Participant, Role};

/// The people and organisations of an article, and by what names they go in it.
pub(super) struct People {
    pub(super) officials: Vec<Official>,
    pub(super) organisations: Vec<Organisation>,
    known: Vec<Known>,
}

struct Known {
    /// What `@id` says.
    node: Option<String>,
    name: Option<String>,
    participant: Participant,
}

impl People {
    /// Those whom the article mentions or is about, and those who speak or take part and have an office.
    pub(super) fn of<'v>(main: &At<'v>, graph: &Graph<'v>, bindings: &mut Bindings) -> Self {
        let mut found: Vec<At<'v>> = Vec::new();
        let mut add = |at: At<'v>, must_hold_office: bool| {
            let node = graph.resolve(at);
            let is_new = found.iter().all(|known| known.pointer != node.pointer);
            if is_new && (!must_hold_office || holds_office(&node)) {
                found.push(node);
            }
        };
        main.all("about").into_iter().chain(main.all("mentions")).for_each(|at| add(at, false));
        main.all("author").into_iter().for_each(|at| add(at, true));
        for quotation in main.all("hasPart") {
            let quotation = graph.resolve(quotation);
            ["spokenByCharacter", "creator", "author"]
                .iter()
                .flat_map(|name| quotation.all(name))
                .for_each(|at| add(at, true));
        }
        let events = main.all("mentions").into_iter().chain(main.all("about")).chain([main.clone()]);
        for event in events.map(|at| graph.resolve(at)).filter(|at| at.is(names::is_event)) {
            ["attendee", "performer", "actor", "contributor", "organizer"]
                .iter()
                .flat_map(|name| event.all(name))
                .for_each(|at| add(at, true));
        }
        let people = found.iter().filter(|at| at.is(|kind| kind == "Person")).cloned().collect();
        let organisations = found.into_iter().filter(|at| at.is(names::is_organisation)).collect();
        let mut all = Self { officials: Vec::new(), organisations: Vec::new(), known: Vec::new() };
        all.add_officials(people, bindings);
        all.add_organisations(organisations, bindings);
        all
    }

    fn add_officials(&mut self, people: Vec<At<'_>>, bindings: &mut Bindings) {
        for (index, at) in people.into_iter().enumerate() {
            let draft = format!("/mentions/{index}");
            bindings.bind(draft.as_str(), at.pointer.as_str());
            let official = official(&at, index + 1, &draft, bindings);
            let name = official.name.as_ref().map(ToString::to_string);
            self.know(&at, name, Participant::Official(official.id.clone()));
            self.officials.push(official);
        }
    }

    fn add_organisations(&mut self, all: Vec<At<'_>>, bindings: &mut Bindings) {
        let nodes = all.clone();
        self.organisations = organisations(all, "organisation", "/mentions", self.officials.len(), bindings);
        for (at, index) in nodes.into_iter().zip(0..) {
            if let Some(organisation) = self.organisations.get(index) {
                let participant = Participant::Organisation(organisation.id.clone());
                let name = organisation.name.clone();
                self.know(&at, Some(name), participant);
            }
        }
    }

    fn know(&mut self, at: &At<'_>, name: Option<String>, participant: Participant) {
        let node = at.text("@id").map(str::to_owned);
        self.known.push(Known { node, name, participant });
    }

    /// Who is meant: by the name of the node, or else by the name of the person or organisation.
    pub(super) fn party(&self, at: &At<'_>) -> Option<Participant> {
        let node = at.text("@id");
        let find = |is: &dyn Fn(&Known) -> bool| self.known.iter().find(|known| is(known));
        let by_node = node.and_then(|node| {
            let found =
                find(&|known| known.node.as_deref() == Some(node)).map(|known| known.participant.clone());
            let own = own_id(node).map(|id| match at.is(names::is_organisation) {
                true => Participant::Organisation(id),
                false => Participant::Official(id),
            });
            // A name of the document's own says with its type who is meant.
            if at.value.get("@type").is_some() { own.or(found) } else { found.or(own) }
        });
        by_node.or_else(|| {
            let (name, _) = named(at)?;
            let found =
                find(&|known| known.name.as_deref() == Some(name)).map(|known| known.participant.clone());
            Some(found.unwrap_or_else(|| Participant::described(name)))
        })
    }
}

fn holds_office(at: &At<'_>) -> bool {
    at.value.get("jobTitle").is_some() && at.is(|kind| kind == "Person")
}

fn official(at: &At<'_>, number: usize, draft: &str, bindings: &mut Bindings) -> Official {
    let mut official = Official::new(id(at, "official", number));
    official.name = at.text("name").or_else(|| at.words()).map(Name::western);
    official.honorifics = texts(at, "honorificPrefix");
    official.post_nominals = texts(at, "honorificSuffix");
    official.roles = texts(at, "jobTitle").into_iter().map(Role::new).collect();
    if let (Some(role), Some(employer)) = (official.roles.first_mut(), at.first("worksFor"))
        && let Some((name, pointer)) = named(&employer)
    {
        role.organisation = Some(name.to_owned());
        bindings.bind(format!("{draft}/worksFor"), employer.pointer);
        bindings.bind(format!("{draft}/worksFor/name"), pointer);
    }
    official.country = at.first("nationality").and_then(|at| country(&at));
    official.identifiers = identifiers(at, draft, bindings);
    official
}

/// Organisations, which are the items of a list of the draft from `first` on.
pub(super) fn organisations(
    all: Vec<At<'_>>,
    kind: &str,
    list: &str,
    first: usize,
    bindings: &mut Bindings,
) -> Vec<Organisation> {
    let mut found: Vec<Organisation> = Vec::new();
    for at in all {
        let Some((name, pointer)) = named_or_empty(&at) else { continue };
        let draft = format!("{list}/{}", first + found.len());
        bindings.bind(draft.as_str(), at.pointer.as_str());
        bindings.bind(format!("{draft}/name"), pointer);
        let mut organisation = Organisation::new(id(&at, kind, found.len() + 1), name);
        organisation.abbreviation = at.text("alternateName").map(str::to_owned);
        organisation.country =
            at.first("address").and_then(|address| country(&address.first("addressCountry")?));
        organisation.identifiers = identifiers(&at, &draft, bindings);
        found.push(organisation);
    }
    found
}

/// The id in a name within the document, or else one by number.
pub(super) fn id(at: &At<'_>, kind: &str, number: usize) -> Id {
    at.text("@id").and_then(own_id).unwrap_or_else(|| Id::numbered(kind, number))
}

/// A country that is told by its code, as a text or as a thing.
pub(super) fn country(at: &At<'_>) -> Option<Country> {
    let code = at.words().or_else(|| at.text("identifier")).or_else(|| at.text("name"))?;
    Country::new(code).ok()
}

/// Names on the web in `sameAs`, then properties in `identifier`.
pub(super) fn identifiers(at: &At<'_>, draft: &str, bindings: &mut Bindings) -> Vec<Identifier> {
    let mut found = Vec::new();
    if at.value.is_string() {
        return found;
    }
    for same in at.all("sameAs") {
        if let Some(iri) = same.words().filter(|iri| Iri::new(*iri).is_ok()) {
            bindings.bind(format!("{draft}/sameAs/{}", found.len()), same.pointer.as_str());
            found.push(web_name::identifier(iri));
        }
    }
    let web = found.len();
    for property in at.all("identifier") {
        let text = |name: &str| property.value.get(name).and_then(Value::as_str);
        if let (Some(scheme), Some(value)) = (text("propertyID"), text("value")) {
            bindings.bind(format!("{draft}/identifier/{}", found.len() - web), property.pointer.as_str());
            found.push(Identifier::new(scheme, value));
        }
    }
    found
}

/// The texts of a member, or the names of its things.
fn texts(at: &At<'_>, name: &str) -> Vec<String> {
    let text = |at: At<'_>| at.value.as_str().or_else(|| at.text("name")).map(str::to_owned);
    at.all(name).into_iter().filter_map(text).collect()
}
