//! Visits in words: who went where, when, on what sort of visit, and as the first of whom.

use std::fmt;

use super::cast::{Again, Called, Cast};
use super::date;
use super::list::{article, capitalised, cardinal, list};
use super::place::{destination, with_article};
use super::verb::Verb;
use crate::model::{Block, Facts, Leg, Precedence, PrecedenceScope, Status, Visit};

impl fmt::Display for Visit {
    /// The visit in sentences. Those who take part are called by their ids: their names are not here.
    ///
    /// ```
    /// use newsdesk::{Country, Id, Leg, Participant, Place, Status, Visit};
    /// let visit = Visit::new(Id::new("visit-1")?)
    ///     .with_visitor(Participant::Official(Id::new("official-1")?))
    ///     .with_leg(Leg::to(Country::new("RS")?).with_place(Place::new("Belgrade")))
    ///     .with_status(Status::Completed);
    /// assert_eq!(visit.to_string(), "official-1 visited Belgrade in Serbia.");
    /// # Ok::<(), newsdesk::InvalidText>(())
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = Facts::new();
        let mut cast = Cast::new(&facts, Again::Introduction);
        f.write_str(&Telling::of(&mut cast, self).sentences.join(" "))
    }
}

/// The block that tells of a visit.
pub(super) fn block(cast: &mut Cast<'_>, visit: &Visit) -> Block {
    let telling = Telling::of(cast, visit);
    let text = telling.sentences.join(" ");
    if telling.is_title { Block::heading(2, text.trim_end_matches('.')) } else { Block::paragraph(text) }
}

struct Telling {
    sentences: Vec<String>,
    /// Whether it asserts nothing, as a heading does.
    is_title: bool,
}

impl Telling {
    fn of(cast: &mut Cast<'_>, visit: &Visit) -> Self {
        let visitors = cast.call(&visit.visitors).unwrap_or_else(|| Called {
            words: "they".to_owned(),
            plural: true,
            open: false,
        });
        let whither = whither(visit);
        let main = visit.status.as_ref().and_then(|status| asserted(visit, status, &visitors, &whither));
        let Some(main) = main else {
            let words = format!("{} by {} {whither}.", noun(visit), visitors.then("to"));
            return Self { sentences: vec![capitalised(&words)], is_title: true };
        };
        let mut sentences = vec![main];
        if let (Some(hosts), Some(be)) =
            (cast.call(&visit.hosts), visit.status.as_ref().and_then(tense_of_be))
        {
            sentences.push(format!("the visit {be} hosted by {}", hosts.words));
        }
        if let Some(companions) = cast.call(&visit.companions) {
            let guests = cast.call(&visit.visitors).unwrap_or(visitors);
            let be = accompanied(visit.status.as_ref(), guests.plural);
            sentences.push(format!("{} {}", guests.then(be), companions.words));
        }
        if let Some(status) = &visit.status {
            sentences.extend(visit.precedence.iter().filter_map(|found| precedence(cast, found, status)));
        }
        let sentences = sentences.into_iter().map(|words| capitalised_start(&words) + ".").collect();
        Self { sentences, is_title: false }
    }
}

/// "will be", "is", "was".
fn tense_of_be(status: &Status) -> Option<&'static str> {
    Some(match status {
        Status::Planned => "will be",
        Status::Ongoing => "is",
        Status::Completed => "was",
        _ => return None,
    })
}

fn accompanied(status: Option<&Status>, plural: bool) -> &'static str {
    match (status, plural) {
        (Some(Status::Planned), _) => "will be accompanied by",
        (Some(Status::Ongoing), false) => "is accompanied by",
        (Some(Status::Ongoing), true) => "are accompanied by",
        (_, false) => "was accompanied by",
        (_, true) => "were accompanied by",
    }
}

/// Ids stay as they are at the start of a sentence.
fn capitalised_start(words: &str) -> String {
    let first = words.split([' ', ',']).next().unwrap_or_default();
    let is_id = first.contains('-') && first.ends_with(|c: char| c.is_ascii_digit());
    if is_id { words.to_owned() } else { capitalised(words) }
}

/// The sentence of a visit that has a status.
fn asserted(visit: &Visit, status: &Status, visitors: &Called, whither: &str) -> Option<String> {
    if visit.background {
        return Some(format!("{} {whither}", visitors.then("previously visited")));
    }
    if *status == Status::Cancelled {
        let noun = noun(visit);
        let verb = format!("cancelled {} {noun} to", article(&noun));
        return Some(format!("{} {whither}", visitors.then(&verb)));
    }
    if visit.kind.is_none() && visit.days.is_none() {
        let verb = Verb { base: "visit", past: "visited", ing: "visiting" };
        return Some(format!("{} {whither}", visitors.then(&verb.of(status, visitors.plural)?)));
    }
    let noun = noun(visit);
    let verb = Verb { base: "pay", past: "paid", ing: "paying" }.of(status, visitors.plural)?;
    Some(format!("{} {} {noun} to {whither}", visitors.then(&verb), article(&noun)))
}

/// "visit", "official visit", "three-day state visit".
fn noun(visit: &Visit) -> String {
    let mut words: Vec<String> =
        visit.days.map(|days| format!("{}-day", cardinal(days))).into_iter().collect();
    words.extend(visit.kind.iter().map(|kind| kind.as_str().to_owned()));
    words.push("visit".to_owned());
    words.join(" ")
}

/// The stops, each with its dates.
fn whither(visit: &Visit) -> String {
    let legs: Vec<String> = visit.legs.iter().filter_map(dated).collect();
    let dates = visit.dates.as_ref().and_then(date::words);
    let legs = list(&legs);
    match dates {
        Some(dates) => format!("{legs} {dates}"),
        None => legs,
    }
}

fn dated(leg: &Leg) -> Option<String> {
    let destination = destination(leg)?;
    Some(match leg.dates.as_ref().and_then(date::words) {
        Some(date) => format!("{destination} {date}"),
        None => destination,
    })
}

/// "It was the first visit to Serbia by a British defence minister in more than 10 years".
fn precedence(cast: &mut Cast<'_>, found: &Precedence, status: &Status) -> Option<String> {
    let be = tense_of_be(status)?;
    let place = with_article(&found.place.as_ref()?.name);
    let by = match &found.scope {
        PrecedenceScope::Office(office) => office.clone(),
        PrecedenceScope::Person(person) => cast.call_one(person).words,
    };
    let since = match (&found.since, &found.since_event) {
        (Some(since), _) => date::since(since).map(|since| format!(" {since}")),
        (None, Some(event)) => Some(format!(" since {event}")),
        (None, None) => None,
    };
    Some(format!("it {be} the first visit to {place} by {by}{}", since.unwrap_or_default()))
}
