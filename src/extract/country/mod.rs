//! Which country an official serves, where no title tells it.
//!
//! | what tells it | example |
//! |---|---|
//! | a delegation that is listed | "The Maldivian side included Foreign Minister Ana Virta" |
//! | whom a delegation meets in a country, or who invites it there | "visited Angola and met President Lourenço" |
//! | a leader whom the lexicon knows | "President Macron" |
//! | an office that the publisher's country has not | "Prime Minister Rama", in news of the United States |
//! | an office whose holder at home is another | "my visit at the invitation of Prime Minister O'Neill" |
//! | else the publisher, or where nobody says who publishes the dateline | "NAIROBI, Kenya (AP)" |

mod bodies;
mod lists;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::annotated::Annotated;
use super::delegation::{delegates, is_delegation};
use super::features::Features;
use super::lexicon::{self, Class, Frame};
use super::passage::{Match, Passage, folded_words};
use super::place::is_territory;
use super::role::{is_body, is_part_of_name};
use super::words::Words;
use crate::model::{
    Country, Facts, Id, Meeting, MentionForm, Official, Part, Participant, Role, RoleKind, Visit,
};
use bodies::{body_served, most_named_body, serves_several_states};

/// Gives each official without a country the one that the events, the words nearby or the publisher tell.
pub(super) fn settle(facts: &mut Facts, texts: &[Annotated<'_>], publisher: Option<Country>) {
    let mut hosts = hosts(facts, publisher);
    hosts.extend(delegates(texts));
    let Some(home) = publisher.filter(|_| facts.officials.len() <= MOST_OFFICIALS) else {
        name_leaders(facts, texts);
        return assign(facts, &hosts, publisher);
    };
    let story = Surroundings::new(texts, home);
    let body = most_named_body(&facts.officials, texts);
    let travellers = travellers(facts, home);
    for official in facts.officials.iter().filter(|official| official.country.is_none()) {
        // Nearer than the event is the place of the clause: "to Riga to meet Minister A and to Oslo to meet Minister B".
        if let Some(host) = hosts.get_mut(&official.id)
            && let Some(country) = story.scene(&official.id)
        {
            *host = country;
        }
    }
    let mut foreign: HashMap<Id, Option<Country>> = HashMap::new();
    let mut stateless: HashSet<Id> = HashSet::new();
    for (index, official) in facts.officials.iter().enumerate() {
        if official.country.is_none() && story.serves_several_states(&official.id) {
            hosts.remove(&official.id);
            stateless.insert(official.id.clone());
        }
        let is_settled = hosts.contains_key(&official.id) || stateless.contains(&official.id);
        if official.country.is_some() || is_settled {
            continue;
        }
        if let Some(country) = led_or_served(official, body)
            .or_else(|| story.owner(&official.id))
            .or_else(|| story.seat(&official.id))
        {
            foreign.insert(official.id.clone(), Some(country));
            continue;
        }
        let is_met = governs(official) && story.is_met_abroad(&official.id);
        let is_foreign = is_met
            || is_visitor(facts, &official.id, home)
            || has_foreign_office(official, home)
            || has_rival(&facts.officials, index, &travellers, home);
        if is_foreign {
            let country = story.country_near(&official.id).or_else(|| led_by(official, false));
            // An office that is held at home too stays there, unless another country is named.
            if country.is_some() || has_foreign_office(official, home) {
                foreign.insert(official.id.clone(), country);
            }
        }
    }
    let is_unknown = |official: &Official| {
        let known = hosts.contains_key(&official.id) || stateless.contains(&official.id);
        official.country.is_none() && !known
    };
    for (id, country) in story.listed_with(&facts.officials, &foreign, &hosts, &is_unknown) {
        let known = foreign.entry(id).or_default();
        *known = known.or(Some(country));
    }
    for official in &mut facts.officials {
        if let Some(country) = foreign.get(&official.id) {
            official.country = official.country.or(*country);
        }
    }
    stateless.extend(foreign.into_iter().filter(|(_, country)| country.is_none()).map(|(id, _)| id));
    for official in &mut facts.officials {
        let host = hosts.get(&official.id).copied();
        let home = Some(home).filter(|_| !stateless.contains(&official.id));
        official.country = official.country.or(host).or(home);
    }
}

/// Gives the countries of leaders whom the lexicon knows, where nobody says who publishes.
fn name_leaders(facts: &mut Facts, texts: &[Annotated<'_>]) {
    let body = most_named_body(&facts.officials, texts);
    for official in facts.officials.iter_mut().filter(|official| official.country.is_none()) {
        official.country = led_or_served(official, body);
    }
}

/// A text that names more officials than this is no story, and comparing all of them would take too long.
const MOST_OFFICIALS: usize = 300;
/// How many tokens before a mention are looked at, and how many mentions of an official.
const MOST_TOKENS_BACK: usize = 200;
const MOST_MENTIONS: usize = 5;

/// Gives each official without a country that of the events in which they are the hosts.
#[cfg(feature = "compose")]
pub(crate) fn settle_hosts(facts: &mut Facts) {
    let hosts = hosts(facts, None);
    assign(facts, &hosts, None);
}

fn assign(facts: &mut Facts, hosts: &HashMap<Id, Country>, home: Option<Country>) {
    for official in &mut facts.officials {
        official.country = official.country.or_else(|| hosts.get(&official.id).copied()).or(home);
    }
}

/// Whoever is met in a country in the course of a visit, or is met or invites abroad, is at home there.
fn hosts(facts: &Facts, publisher: Option<Country>) -> HashMap<Id, Country> {
    let mut hosts: HashMap<Id, Country> = HashMap::new();
    let mut add = |participants: &[Participant], country: Country| {
        for id in participants.iter().filter_map(Participant::id) {
            hosts.entry(id.clone()).or_insert(country);
        }
    };
    let place = |meeting: &Meeting| meeting.place.as_ref().and_then(|place| place.country);
    let meetings: HashMap<&Id, &Meeting> =
        facts.meetings.iter().map(|meeting| (&meeting.id, meeting)).collect();
    for visit in &facts.visits {
        let only_leg = if let [leg] = visit.legs.as_slice() { leg.country } else { None };
        for meeting in visit.meetings.iter().filter_map(|id| meetings.get(id)) {
            // Who is met by somebody at home has come, and so have those beside them.
            let are_guests = meeting.with.iter().any(|who| visit.visitors.contains(who));
            if let Some(country) = place(meeting).or(only_leg).filter(|_| !are_guests) {
                add(&meeting.with, country);
            }
        }
        if let Some(country) = only_leg.filter(|country| publisher.is_some_and(|home| home != *country)) {
            add(&visit.hosts, country);
            add(visit.invitation.as_slice(), country);
        }
    }
    let countries: HashMap<&Id, Country> =
        facts.officials.iter().filter_map(|official| Some((&official.id, official.country?))).collect();
    let country_of = |who: &Participant| countries.get(who.id()?).copied();
    for visit in &facts.visits {
        // "He is accompanied by Foreign Minister Ana Virta": they travel together.
        let mut countries = visit.visitors.iter().filter_map(country_of);
        let shared = countries.next().filter(|first| countries.all(|other| other == *first));
        if let Some(country) = shared {
            add(&visit.companions, country);
        }
    }
    for meeting in &facts.meetings {
        let Some(country) = place(meeting) else { continue };
        // Whom somebody receives at home is a guest.
        let is_hosted = meeting.party.iter().filter_map(country_of).any(|host| host == country);
        if publisher.is_some_and(|home| home != country) && !is_hosted {
            add(&meeting.with, country);
        }
    }
    for visit in &facts.visits {
        for id in visit.visitors.iter().filter_map(Participant::id) {
            let is_guest = |country: &Country| visit.legs.iter().any(|leg| leg.country == Some(*country));
            if hosts.get(id).is_some_and(is_guest) {
                hosts.remove(id);
            }
        }
    }
    hosts
}

/// Offices that tell countries apart: some have a king and some a president.
const TELLING: &[&str] = &[
    "President",
    "King",
    "Queen",
    "Emperor",
    "Emir",
    "Amir",
    "Sultan",
    "Grand Duke",
    "Crown Prince",
    "Pope",
    "Governor-General",
    "Governor General",
    "Prime Minister",
    "Chancellor",
    "Premier",
    "Taoiseach",
    "Tánaiste",
    "Foreign Minister",
    "Foreign Secretary",
    "Minister",
    "First Lady",
];

/// The office of a title, without its field: "Minister" of "Deputy Minister of Trade".
fn telling_office(title: &str) -> Option<&'static str> {
    let suffix =
        ["-elect", "-Elect", "-designate", "-Designate"].iter().find_map(|suffix| title.strip_suffix(suffix));
    let title = suffix.unwrap_or(title);
    let head = [" of ", " for ", " to "].iter().filter_map(|word| title.find(word)).min();
    let head = head.and_then(|end| title.get(..end)).unwrap_or(title);
    let ends = |office: &&&str| {
        let start = head.len().checked_sub(office.len());
        start.and_then(|start| head.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(office))
    };
    let office = TELLING.iter().filter(ends).max_by_key(|office| office.len()).copied();
    office.map(|office| if office == "Governor General" { "Governor-General" } else { office })
}

/// The country that an official is known to lead; of a Secretary-General and the like the body that the story names
/// most.
fn led_or_served(official: &Official, body: Option<Country>) -> Option<Country> {
    led(official).or_else(|| body_served(official, body))
}

/// The country that an official with the highest office is known to lead.
fn led(official: &Official) -> Option<Country> {
    let highest = |kind: &RoleKind| {
        matches!(kind, RoleKind::HeadOfState | RoleKind::HeadOfGovernment | RoleKind::Royal)
    };
    let mut kinds = official.roles.iter().filter_map(|role| role.kind.as_ref());
    let kind = kinds.find(|kind| highest(kind) || **kind == RoleKind::Religious)?;
    let is_pope = *kind == RoleKind::Religious && official.roles.iter().any(|role| role.title == "Pope");
    let is_royal = is_pope || *kind == RoleKind::Royal;
    if highest(kind) || is_pope { led_by(official, is_royal) } else { None }
}

/// The country that somebody of a name is known to lead, or led in another year: "Foreign Minister Lapid".
fn led_by(official: &Official, is_royal: bool) -> Option<Country> {
    lexicon::country_led_by(&folded_words(&official.name.as_ref()?.to_string()), is_royal)
}

/// Whether somebody visits a country as a whole, as nobody does who lives there: "Minister Virta will visit Australia".
fn is_visitor(facts: &Facts, id: &Id, country: Country) -> bool {
    let mut visits =
        facts.visits.iter().filter(|visit| visit.visitors.iter().any(|who| who.id() == Some(id)));
    let is_inbound = |visit: &&Visit| {
        let alone = visit.visitors.len() == 1;
        alone && visit.legs.iter().all(|leg| leg.country == Some(country) && leg.places.is_empty())
    };
    visits.clone().next().is_some() && visits.all(|visit| is_inbound(&visit))
}

/// Whether a country's government has the office of a title, as far as the lexicon knows.
pub(super) fn has_office(country: Country, title: &str) -> bool {
    let offices = lexicon::offices(country);
    telling_office(title).zip(offices).is_some_and(|(office, offices)| offices.contains(&office))
}

fn has_foreign_office(official: &Official, home: Country) -> bool {
    let Some(offices) = lexicon::offices(home) else { return false };
    official.roles.iter().any(|role| {
        let of_government = role.kind.as_ref().is_some_and(is_of_government) && !heads_a_body(role);
        of_government && telling_office(&role.title).is_some_and(|office| !offices.contains(&office))
    })
}

/// "President of the Conciliation Commission", "National President": whoever heads a body and no state.
fn heads_a_body(role: &Role) -> bool {
    const STATES: &[&str] =
        &["republic", "state", "union", "federation", "confederation", "nation", "government"];
    let is_state = |body: &String| {
        let body = body.to_lowercase();
        STATES.iter().any(|state| body.contains(state))
    };
    let of_body =
        role.jurisdiction.is_none() && role.organisation.as_ref().is_some_and(|body| !is_state(body));
    let leads = matches!(role.kind, Some(RoleKind::HeadOfState | RoleKind::HeadOfGovernment));
    leads && (of_body || role.title.starts_with("National "))
}

fn is_of_government(kind: &RoleKind) -> bool {
    matches!(
        kind,
        RoleKind::HeadOfState
            | RoleKind::HeadOfGovernment
            | RoleKind::Minister
            | RoleKind::DeputyMinister
            | RoleKind::Royal
    )
}

fn governs(official: &Official) -> bool {
    official.roles.iter().filter_map(|role| role.kind.as_ref()).any(is_of_government)
}

/// Those who travel abroad alone, as news of the publisher's own tells.
fn travellers(facts: &Facts, home: Country) -> HashSet<&Id> {
    let is_abroad = |visit: &&Visit| visit.legs.iter().all(|leg| leg.country.is_some_and(|to| to != home));
    let alone = facts.visits.iter().filter(|visit| visit.visitors.len() == 1);
    alone.filter(is_abroad).filter_map(|visit| visit.visitors.first()?.id()).collect()
}

/// Whether another official, whom the story names or means first, holds the same highest office at home.
fn has_rival(officials: &[Official], index: usize, travellers: &HashSet<&Id>, home: Country) -> bool {
    /// How many officials are compared; a story brings in its own first.
    const MOST: usize = 200;
    const SINGULAR: &[&str] =
        &["President", "Prime Minister", "Foreign Minister", "King", "Governor-General"];
    let current = |official: &Official| {
        let roles = official.roles.iter().filter(|role| role.qualifier.is_none());
        roles.filter_map(|role| SINGULAR.iter().find(|office| role.title.eq_ignore_ascii_case(office))).next()
    };
    let Some(official) = officials.get(index) else { return false };
    let Some(office) = current(official) else { return false };
    let at_home = |other: &&Official| other.country.is_none_or(|country| country == home);
    let mut holders =
        officials.iter().take(MOST).filter(at_home).filter(|other| current(other) == Some(office));
    // The one who goes abroad, or whom the story names most, is the publisher's; else the first.
    let known =
        |other: &&Official| (other.country.is_some(), travellers.contains(&other.id), other.mentions.len());
    let most = holders.clone().rev().max_by_key(known);
    holders.any(|other| other.id != official.id) && most.is_some_and(|most| most.id != official.id)
}

/// Where a story speaks of whom, and of which countries.
struct Surroundings<'s, 't> {
    texts: &'s [Annotated<'t>],
    home: Country,
    /// The one foreign country that the story names, if it is one. Most stories need not be asked.
    only_foreign: OnceCell<Option<Country>>,
    /// By official: where names of theirs stand, as a text and a token.
    mentions: OnceCell<Mentions<'s, 't>>,
}

type Mentions<'s, 't> = HashMap<&'s Id, Vec<(&'s Annotated<'t>, usize)>>;

impl<'s, 't> Surroundings<'s, 't> {
    fn new(texts: &'s [Annotated<'t>], home: Country) -> Self {
        Self { texts, home, only_foreign: OnceCell::new(), mentions: OnceCell::new() }
    }

    /// Where an official is named first, as a text and a token.
    fn mentions_of(&self, id: &Id) -> impl Iterator<Item = (&'s Annotated<'t>, usize)> {
        let mentions = self.mentions.get_or_init(|| mentions(self.texts));
        mentions.get(id).into_iter().flatten().copied().take(MOST_MENTIONS)
    }
}

/// By official: where names of theirs stand, as a text and a token.
fn mentions<'s, 't>(texts: &'s [Annotated<'t>]) -> Mentions<'s, 't> {
    let mut mentions = Mentions::new();
    for text in texts {
        for found in text.people.iter().filter(|found| found.form == MentionForm::Name) {
            if let Some(id) = found.who.id() {
                mentions.entry(id).or_default().push((text, found.tokens.start));
            }
        }
    }
    mentions
}

impl Surroundings<'_, '_> {
    /// The foreign country that is named next before an official in a sentence, else in a headline that names one
    /// alone, else in the whole story.
    fn country_near(&self, id: &Id) -> Option<Country> {
        let in_sentence =
            self.mentions_of(id).find_map(|(text, at)| self.countries(text, sentence_before(text, at)).pop());
        let headlines = self.texts.iter().filter(|text| matches!(text.passage.part, Part::Headline));
        let in_headline = || {
            let named: HashSet<Country> = headlines
                .flat_map(|text| self.countries(text, 0..text.passage.tokens.len().min(MOST_TOKENS_BACK)))
                .collect();
            if named.len() == 1 { named.into_iter().next() } else { None }
        };
        let only_foreign = || *self.only_foreign.get_or_init(|| only_foreign_country(self.texts, self.home));
        in_sentence.or_else(in_headline).or_else(only_foreign)
    }

    /// Whether a title of an official is of an international body that no code stands for.
    fn serves_several_states(&self, id: &Id) -> bool {
        self.mentions_of(id).any(|(text, at)| {
            let person = text.people.iter().find(|found| found.tokens.start == at);
            person.is_some_and(|found| serves_several_states(&text.passage, found.tokens.clone()))
        })
    }

    /// "The Latvian Embassy said that their ambassador, Ilze Ozola, …": the country that a possessive stands for.
    fn owner(&self, id: &Id) -> Option<Country> {
        self.mentions_of(id).find_map(|(text, at)| {
            let owner =
                at.checked_sub(1).filter(|&before| text.passage.is_any(before, words!["their", "its"]))?;
            self.countries(text, sentence_before(text, owner)).pop()
        })
    }

    /// "In Lima she will meet with President Ruiz": whether someone is met in a sentence that names a foreign country first.
    fn is_met_abroad(&self, id: &Id) -> bool {
        self.mentions_of(id).any(|(text, at)| {
            let mut verb = (1..=2).filter_map(|back| at.checked_sub(back));
            let is_met = verb.any(|at| {
                text.passage.is_any(at, words!["meet", "meets", "met", "with", "thank", "thanked", "see"])
            });
            let before = sentence_before(text, at);
            // "The U.S. envoy has held meetings in Seoul, also with │ Foreign Minister Ana Virta", in news of Korea.
            let at_home = || {
                countries_in(&text.passage, before.clone(), self.home)
                    .last()
                    .is_some_and(|(_, country)| country == self.home)
            };
            is_met
                && !self.countries(text, before.clone()).is_empty()
                && !at_home()
                && !is_of_journey(text, at)
        })
    }

    /// "In Riga, │ Minister Ana Virta will host her": the foreign country where somebody receives a guest.
    fn seat(&self, id: &Id) -> Option<Country> {
        const MOST: usize = 4;
        const RECEIVES: &Words = words![
            "host", "hosted", "hosts", "receive", "received", "receives", "welcome", "welcomed", "welcomes"
        ];
        self.mentions_of(id).find_map(|(text, at)| {
            let passage = &text.passage;
            let start = passage.sentence_of(at).start;
            let opens =
                at <= start + MOST && passage.is(start, "in") && passage.is_mark(at.wrapping_sub(1), ',');
            let person = text.people.iter().find(|found| opens && found.tokens.start == at)?;
            let verbs = person.tokens.end..person.tokens.end + 2;
            let receives = verbs.into_iter().any(|verb| passage.is_any(verb, RECEIVES));
            let (_, country) = countries_in(passage, start..at, self.home).last().filter(|_| receives)?;
            Some(country).filter(|country| *country != self.home)
        })
    }

    /// "to Riga to meet Minister Ana Virta": the foreign country to which somebody goes to meet an official.
    fn scene(&self, id: &Id) -> Option<Country> {
        const MOST: usize = 8;
        const MEETS: &Words = words!["meet", "meeting", "meetings", "see", "talks"];
        self.mentions_of(id).find_map(|(text, at)| {
            let passage = &text.passage;
            let first = at.saturating_sub(MOST).max(passage.sentence_of(at).start);
            let verb = (first..at).rev().find(|&verb| passage.is_any(verb, MEETS))?;
            let link = verb.checked_sub(1).filter(|&link| passage.is_any(link, words!["to", "for"]))?;
            let to = (first..link).rev().find(|&to| passage.is(to, "to"))?;
            let (place, country) = countries_in(passage, to + 1..link, self.home).last()?;
            let is_end = (place..link).all(|at| passage.kind(at).is_capital());
            Some(country).filter(|country| is_end && *country != self.home)
        })
    }

    /// The foreign countries that some tokens name outside the titles of people, in order.
    fn countries(&self, text: &Annotated<'_>, tokens: Range<usize>) -> Vec<Country> {
        let of_person = |at: usize| {
            let after = text.people.partition_point(|found| found.tokens.start <= at);
            let last = after.checked_sub(1).and_then(|last| text.people.get(last));
            last.is_some_and(|found| found.tokens.contains(&at))
        };
        let named = countries_in(&text.passage, tokens, self.home)
            .filter(|(at, _)| !of_person(*at) && !is_delegation(&text.passage, *at + 1));
        named.map(|(_, country)| country).filter(|country| *country != self.home).collect()
    }
}

/// The countries that some tokens name, by name, people or a large city, and where. "Papua New Guinea" is one, and
/// Victoria is none to an Australian.
fn countries_in(
    passage: &Passage<'_>,
    tokens: Range<usize>,
    home: Country,
) -> impl Iterator<Item = (usize, Country)> {
    const LARGE: u32 = 500_000;
    const CLASSES: &[Class] = &[Class::Country, Class::Demonym, Class::City];
    const PLACES: Features = Features::classes(CLASSES).or(Features::class(Class::Region as u8));
    let mut next = tokens.start;
    std::iter::from_fn(move || {
        while let Some(at) = passage.next_with(PLACES, next).filter(|at| *at < tokens.end) {
            next = at + 1;
            let region = passage.longest(at, Class::Region);
            let region = region.filter(|region| lexicon::country(region.entry.country) == Some(home));
            let named = CLASSES.iter().filter_map(|&class| passage.foremost(at, class));
            let named = named.max_by_key(|found| found.len);
            let is_country = |found: &Match| found.is(Class::Country) && is_territory(found);
            if let Some(region) = region
                && !named.is_some_and(|found| found.len > region.len || is_country(&found))
            {
                next = at + region.len;
                continue;
            }
            let Some(found) = named else { continue };
            let is_sure = !found.is(Class::City)
                || found.entry.value >= LARGE && !is_part_of_name(passage, at, found.len);
            let Some(country) = lexicon::country(found.entry.country) else { continue };
            next = at + found.len;
            if is_sure && !is_body(country) && passage.kind(at).is_capital() {
                return Some((at, country));
            }
        }
        None
    })
}

/// "I will travel to Fiji with Minister Ana Virta": whether the last verb before a mention tells of a journey, which
/// somebody makes with others.
fn is_of_journey(text: &Annotated<'_>, at: usize) -> bool {
    let last = text.hooks.partition_point(|hook| hook.tokens.start < at).checked_sub(1);
    last.and_then(|last| text.hooks.get(last)).is_some_and(|hook| {
        matches!(hook.trigger.frame, Frame::Visit | Frame::Travel)
            && text.passage.sentence_of(at).contains(&hook.tokens.start)
    })
}

/// The tokens of a sentence before one of them.
fn sentence_before(text: &Annotated<'_>, at: usize) -> Range<usize> {
    text.passage.sentence_of(at).start.max(at.saturating_sub(MOST_TOKENS_BACK))..at
}

fn only_foreign_country(texts: &[Annotated<'_>], home: Country) -> Option<Country> {
    let passages = texts.iter().map(|text| &text.passage);
    let mut named: HashSet<Country> = passages
        .flat_map(|passage| countries_in(passage, 0..passage.tokens.len(), home))
        .map(|(_, country)| country)
        .collect();
    named.remove(&home);
    if named.len() == 1 { named.into_iter().next() } else { None }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::model::{Leg, Visit};

    /// Each visit asked all officials for its visitors.
    #[test]
    fn hosts_of_many_visits_are_found_in_linear_time() {
        let mut facts = Facts::new();
        for number in 1..=20_000 {
            let id = Id::numbered("official", number);
            facts.officials.push(Official::new(id.clone()));
            let mut visit = Visit::new(Id::numbered("visit", number));
            visit.visitors.push(Participant::Official(id));
            visit.legs.push(Leg::new());
            facts.visits.push(visit);
        }
        let started = Instant::now();
        assert!(hosts(&facts, None).is_empty());
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    }

    fn countries(text: &str) -> Vec<(String, Option<Country>)> {
        let facts = crate::extract::told::facts("AU", text);
        facts.officials.iter().map(|found| (found.label(), found.country)).collect()
    }

    #[test]
    fn whoever_travels_along_serves_the_country_that_both_come_from() {
        let told = countries(
            "This week I will travel to Tonga and Samoa with the Hon Pat Conroy MP, Minister for Aid.",
        );
        assert_eq!(told, [("Pat Conroy".to_owned(), Country::new("AU").ok())]);
    }

    #[test]
    fn whom_one_goes_somewhere_to_meet_is_at_home_there() {
        let text = "Foreign Minister Ann Hale will travel to Tokyo to meet Prime Minister Ishiba and to Seoul for talks with \
                    President Yoonson.";
        let text = format!("{text} In Jakarta, Coordinating Minister Airlan Hart will host her.");
        let told: Vec<_> = countries(&text).into_iter().map(|(_, country)| country).collect();
        assert_eq!(told, ["AU", "JP", "KR", "ID"].map(|code| Country::new(code).ok()));
    }

    #[test]
    fn whom_a_foreign_envoy_meets_at_home_is_of_home() {
        let told = countries(
            "The U.S. envoy has held many meetings in Canberra, including with Foreign Minister Ann Hale.",
        );
        assert_eq!(told.last(), Some(&("Ann Hale".to_owned(), Country::new("AU").ok())));
    }

    #[test]
    fn whom_one_met_where_one_was_is_at_home_there() {
        let told =
            countries("Foreign Minister Ann Hale was in Israel where she met with President Isaac Levi.");
        assert_eq!(told.last(), Some(&("Isaac Levi".to_owned(), Country::new("IL").ok())));
    }
}
