//! The constructions in which news tells of visits, meetings and commemorations, a table for each.
//!
//! The stories are invented, and each is told as one publisher or another tells such things.

#![cfg(feature = "extract")]

mod commemorations;
mod meetings;
mod visits;

use newsdesk::{
    Block, Commemoration, Country, Date, Extractor, Facts, Id, Meeting, Organisation, Participant, Story,
    Visit,
};

/// What a text says that was published in a country on 4 May 2022, a Wednesday.
fn read(country: &str, text: &str) -> Facts {
    let mut publisher = Organisation::new(Id::new("publisher").unwrap(), "Prime Minister of the country");
    publisher.country = Some(Country::new(country).unwrap());
    let blocks = text.split('\n').map(Block::paragraph);
    let story = blocks.fold(Story::new("").with_publisher(publisher), Story::with_block);
    Extractor::new().with_date("2022-05-04".parse().unwrap()).extract(story).facts
}

fn names(people: &[Participant], facts: &Facts) -> String {
    let name = |who: &Participant| match who {
        Participant::Described(words) => words.clone(),
        who => who.id().and_then(|id| facts.official(id)).map_or(String::new(), |found| found.label()),
    };
    people.iter().map(name).collect::<Vec<_>>().join(" + ")
}

fn days(date: &Date) -> String {
    match (date.first_day(), date.last_day()) {
        (Some(first), Some(last)) if first == last => format!(" {}", first.format("%m-%d")),
        (Some(first), Some(last)) => format!(" {}/{}", first.format("%m-%d"), last.format("%m-%d")),
        _ => String::new(),
    }
}

/// "Aino Virta -> SE Kiruna planned 05-10/05-12".
fn visit(visit: &Visit, facts: &Facts) -> String {
    let mut words = names(&visit.visitors, facts);
    if !visit.companions.is_empty() {
        words += &format!(" with {}", names(&visit.companions, facts));
    }
    words += " ->";
    for leg in &visit.legs {
        words += &leg.country.map_or(" ?".to_owned(), |country| format!(" {country}"));
        leg.places.iter().for_each(|place| words += &format!(" {}", place.name));
    }
    words += &visit.status.as_ref().map_or(String::new(), |status| format!(" {status}"));
    let dates = visit.legs.iter().find_map(|leg| leg.dates.as_ref()).or(visit.dates.as_ref());
    words += &dates.map_or(String::new(), days);
    words += &visit.kind.as_ref().map_or(String::new(), |kind| format!(" {kind}"));
    words += &visit.days.map_or(String::new(), |days| format!(" {days}d"));
    words += if visit.precedence.is_empty() { "" } else { " first" };
    words + if visit.background { " background" } else { "" }
}

fn meeting(meeting: &Meeting, facts: &Facts) -> String {
    format!("{} / {} {}", names(&meeting.party, facts), names(&meeting.with, facts), meeting.mode)
}

fn commemoration(found: &Commemoration) -> String {
    let mut words =
        found.anniversary.map_or(String::new(), |found| format!("{} {:?}", found.number, found.unit));
    words += found.named_day.as_deref().unwrap_or_default();
    words += &found.remembered.as_ref().map_or(String::new(), |event| format!(" of {}", event.text));
    for act in &found.acts {
        words += &format!(", {}", act.kind);
        words += &act.place.as_ref().map_or(String::new(), |place| format!(" at {}", place.name));
    }
    words
}

/// Checks a table of texts and what each tells.
fn check(cases: &[(&str, &str, &[&str])], told: impl Fn(&Facts) -> Vec<String>) {
    let mut wrong = Vec::new();
    for (country, text, expected) in cases {
        let told = told(&read(country, text));
        if told != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  read     {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are read wrongly:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn check_visits(cases: &[(&str, &str, &[&str])]) {
    check(cases, |facts| facts.visits.iter().map(|found| visit(found, facts)).collect());
}

fn check_meetings(cases: &[(&str, &str, &[&str])]) {
    check(cases, |facts| facts.meetings.iter().map(|found| meeting(found, facts)).collect());
}
