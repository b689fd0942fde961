//! The story that the crate was asked for: what must be found in it.
//!
//! Where `../shared/seed` is absent the test says so and passes.

#![cfg(all(feature = "text", feature = "extract"))]

use std::fs;
use std::path::Path;

use newsdesk::{
    ActKind, Calendar, DateRange, Extractor, Facts, Format, Official, Participant, PrecedenceScope, Status,
    Story, Visit,
};

/// The story with its facts, as of the day of its publication.
fn seed() -> Option<Story> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/western-balkans.txt");
    let Ok(bytes) = fs::read(&path) else {
        println!("skipped: there is no {}", path.display());
        return None;
    };
    let story = Format::Text.read(&bytes).expect("the seed is plain text").story;
    let published = chrono::NaiveDate::from_ymd_opt(2018, 11, 30).unwrap();
    Some(Extractor::new().with_date(published).extract(story))
}

fn named<'f>(facts: &'f Facts, name: &str) -> &'f Official {
    let is_named = |official: &&Official| official.label() == name;
    facts.officials.iter().find(is_named).unwrap_or_else(|| panic!("{name} is not found"))
}

fn calls(facts: &Facts, participants: &[Participant]) -> Vec<String> {
    let call = |who: &Participant| match who {
        Participant::Official(id) => facts.official(id).map(Official::label).unwrap_or_default(),
        Participant::Described(words) => words.clone(),
        _ => String::new(),
    };
    participants.iter().map(call).collect()
}

fn visit_to<'f>(facts: &'f Facts, country: &str) -> &'f Visit {
    let goes_there = |visit: &&Visit| {
        visit.legs.iter().any(|leg| leg.country.is_some_and(|code| code.as_str() == country))
    };
    facts.visits.iter().find(goes_there).unwrap_or_else(|| panic!("no visit to {country}"))
}

#[test]
fn every_official_has_the_role_or_rank() {
    let Some(story) = seed() else { return };
    for (name, role) in [
        ("Mark Lancaster", "Defence Minister"),
        ("Hashim Thaci", "President"),
        ("Ramush Haradinaj", "Prime Minister"),
        ("Rustem Berisha", "Minister for the Kosovo Security Force"),
        ("Aleksandar Vulin", "Defence Minister"),
    ] {
        let official = named(&story.facts, name);
        assert!(official.roles.iter().any(|held| held.title == role), "{name}: {:?}", official.roles);
    }
    let rama = named(&story.facts, "Rrahman Rama");
    assert_eq!(rama.rank.as_ref().map(|rank| rank.title.as_str()), Some("Lieutenant General"));
    assert_eq!(story.facts.officials.len(), 6);
}

#[test]
fn lancaster_is_one_man_under_five_names() {
    let Some(story) = seed() else { return };
    let mentions: Vec<&str> = named(&story.facts, "Mark Lancaster")
        .mentions
        .iter()
        .map(|mention| mention.evidence.text.as_str())
        .collect();
    for wanted in
        ["Defence Minister Mark Lancaster", "Mr Lancaster", "The Defence Minister", "the Minister", "He"]
    {
        assert!(mentions.contains(&wanted), "{wanted:?} is not among {mentions:?}");
    }
}

#[test]
fn both_visits_are_completed_and_have_their_meetings() {
    let Some(story) = seed() else { return };
    let facts = &story.facts;
    assert_eq!(facts.visits.len(), 2);
    for (country, met) in [
        ("XK", &["Hashim Thaci", "Ramush Haradinaj", "Rustem Berisha", "Rrahman Rama"][..]),
        ("RS", &["Aleksandar Vulin"]),
    ] {
        let visit = visit_to(facts, country);
        assert_eq!(calls(facts, &visit.visitors), ["Mark Lancaster"]);
        assert_eq!(visit.status, Some(Status::Completed), "{country}");
        let meetings = visit.meetings.iter().filter_map(|id| facts.meeting(id));
        let with: Vec<String> = meetings.flat_map(|meeting| calls(facts, &meeting.with)).collect();
        assert!(met.iter().all(|name| with.iter().any(|other| other == name)), "{country}: {with:?}");
    }
    let serbia = visit_to(facts, "RS");
    assert!(serbia.legs.iter().flat_map(|leg| &leg.places).any(|place| place.name == "Belgrade"));
}

#[test]
fn both_first_visits_are_told() {
    let Some(story) = seed() else { return };
    let [office] = visit_to(&story.facts, "RS").precedence.as_slice() else {
        panic!("one first visit to Serbia")
    };
    assert_eq!(office.scope, PrecedenceScope::Office("a British defence minister".to_owned()));
    assert_eq!(office.since.as_ref().map(|since| since.raw.as_str()), Some("more than 10 years"));
    assert_eq!(office.since.as_ref().and_then(|since| since.edtf()).as_deref(), Some("../2008"));
    let [own] = visit_to(&story.facts, "XK").precedence.as_slice() else {
        panic!("one first visit to Kosovo")
    };
    let PrecedenceScope::Person(person) = &own.scope else { panic!("his own first") };
    assert_eq!(calls(&story.facts, std::slice::from_ref(person)), ["Mark Lancaster"]);
    assert_eq!(own.since_event.as_deref(), Some("he served there in 1999-2000"));
    let range = DateRange::new(Calendar::Year(1999), Calendar::Year(2000));
    assert_eq!(own.since.as_ref().and_then(|since| since.known().cloned()), Some(range.into()));
}

#[test]
fn the_anniversary_and_both_wreaths_are_read() {
    let Some(story) = seed() else { return };
    let commemorations = &story.facts.commemorations;
    let salonika = commemorations.iter().find(|commemoration| {
        commemoration.remembered.as_ref().is_some_and(|remembered| remembered.text.contains("Salonika Front"))
    });
    assert_eq!(salonika.and_then(|found| found.anniversary).map(|anniversary| anniversary.number), Some(100));
    let wreaths = commemorations.iter().flat_map(|commemoration| &commemoration.acts);
    let wreaths = wreaths.filter(|act| act.kind == ActKind::Wreath);
    let mut at: Vec<(String, Vec<String>)> = wreaths
        .map(|act| {
            let place = act.place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
            (place, calls(&story.facts, &act.actors))
        })
        .collect();
    at.sort();
    let lancaster = vec!["Mark Lancaster".to_owned()];
    assert_eq!(
        at,
        [("Belgrade War Cemetery".to_owned(), lancaster.clone()), ("UK memorial".to_owned(), lancaster)]
    );
}

#[test]
fn the_quotation_is_exactly_two_paragraphs() {
    let Some(story) = seed() else { return };
    let [quote] = story.facts.quotes.as_slice() else { panic!("one quote: {:?}", story.facts.quotes) };
    assert_eq!(quote.paragraphs.len(), 2);
    assert!(quote.paragraphs[0].starts_with("The Western Balkans is a key region"));
    assert!(quote.paragraphs[1].ends_with("in the years to come."));
    assert_eq!(calls(&story.facts, quote.speaker.as_slice()), ["Mark Lancaster"]);
}
