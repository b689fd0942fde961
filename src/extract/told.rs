//! What a text tells, in a line a fact: for the tests of the grammars of events.

use proptest::prelude::*;

use super::Extractor;
use crate::model::{Block, Byline, Country, Facts, Id, Organisation, Participant, Quote, Story};

/// The facts of a text that was published in a country on 4 May 2022, a Wednesday.
pub(super) fn facts(country: &str, text: &str) -> Facts {
    facts_under(country, "", text)
}

/// The facts of a text under a headline.
pub(super) fn facts_under(country: &str, headline: &str, text: &str) -> Facts {
    let blocks = text.split('\n').map(Block::paragraph);
    let story = blocks.fold(publisher_in(country, headline), Story::with_block);
    Extractor::new().with_date("2022-05-04".parse().unwrap()).extract(story).facts
}

fn publisher_in(country: &str, headline: &str) -> Story {
    let mut publisher = Organisation::new(Id::new("publisher").unwrap(), "Foreign Ministry");
    publisher.country = Some(Country::new(country).unwrap());
    Story::new(headline).with_publisher(publisher)
}

/// Who speaks in each quote of a text: a name, or the words for somebody without one.
pub(super) fn speakers(country: &str, text: &str) -> Vec<String> {
    let facts = facts(country, text);
    facts.quotes.iter().map(|quote| speaker(quote, &facts)).collect()
}

/// Who speaks in a quote; nothing if nobody is told.
pub(super) fn speaker(quote: &Quote, facts: &Facts) -> String {
    let who = quote.speaker.as_ref();
    match who.and_then(|who| facts.official(who.id()?)) {
        Some(official) => official.label(),
        None => who.map_or(String::new(), |who| format!("{who:?}")),
    }
}

/// "Ana Virta | Minister of Trade; Minister of Health | FI" of each official of one paragraph, which may have lines.
pub(super) fn officials(country: &str, paragraph: &str) -> Vec<String> {
    let story = publisher_in(country, "").with_block(Block::paragraph(paragraph));
    officials_in(&Extractor::new().extract(story).facts)
}

/// The officials of a text under a headline.
pub(super) fn headed(country: &str, headline: &str, text: &str) -> Vec<String> {
    officials_in(&facts_under(country, headline, text))
}

fn officials_in(facts: &Facts) -> Vec<String> {
    let line = |official: &crate::model::Official| {
        let name = official.name.as_ref().map(ToString::to_string).unwrap_or_default();
        let roles: Vec<&str> = official.roles.iter().map(|role| role.title.as_str()).collect();
        let country = official.country.map(|country| format!(" | {country}")).unwrap_or_default();
        format!("{name} | {}{country}", roles.join("; "))
    };
    facts.officials.iter().map(line).collect()
}

/// "National Ports Authority (NPA) | KE x2" of each organisation of a text, the number where there are several mentions.
pub(super) fn organisations(country: &str, text: &str) -> Vec<String> {
    let line = |found: &Organisation| {
        let short = found.abbreviation.as_ref().map(|short| format!(" ({short})")).unwrap_or_default();
        let country = found.country.map(|country| format!(" | {country}")).unwrap_or_default();
        let times = Some(found.evidence.len()).filter(|times| *times > 1);
        format!(
            "{}{short}{country}{}",
            found.name,
            times.map(|times| format!(" x{times}")).unwrap_or_default()
        )
    };
    facts(country, text).organisations.iter().map(line).collect()
}

fn names(people: &[Participant], facts: &Facts) -> String {
    let name = |who: &Participant| match who {
        Participant::Described(words) => words.clone(),
        who => who.id().and_then(|id| facts.official(id)).map_or(String::new(), |found| found.label()),
    };
    people.iter().map(name).collect::<Vec<_>>().join(" + ")
}

/// "Aino Virta -> SE Kiruna planned 2022-05-10".
pub(super) fn visits(country: &str, text: &str) -> Vec<String> {
    visits_in(&facts(country, text))
}

/// Everybody who goes somewhere in a story, by name.
pub(super) fn travellers(country: &str, text: &str) -> Vec<String> {
    let facts = facts(country, text);
    let all = facts.visits.iter().flat_map(|visit| visit.companions.iter().chain(&visit.visitors));
    let mut names: Vec<String> = all.filter_map(|who| Some(facts.official(who.id()?)?.label())).collect();
    names.sort();
    names.dedup();
    names
}

/// The visits of a story that has little but its headline.
pub(super) fn headline_visits(country: &str, headline: &str) -> Vec<String> {
    visits_in(&facts_under(country, headline, "Good afternoon, everyone."))
}

/// The visits of a text that is signed.
pub(super) fn signed_visits(country: &str, byline: &str, text: &str) -> Vec<String> {
    let story = publisher_in(country, "").with_byline(Byline::new(byline)).with_block(Block::paragraph(text));
    visits_in(&Extractor::new().extract(story).facts)
}

fn visits_in(facts: &Facts) -> Vec<String> {
    let line = |visit: &crate::model::Visit| {
        let mut words = names(&visit.visitors, facts) + " ->";
        for leg in &visit.legs {
            words += &leg.country.map_or(" ?".to_owned(), |country| format!(" {country}"));
            leg.places.iter().for_each(|place| words += &format!(" {}", place.name));
        }
        words += &visit.status.as_ref().map_or(String::new(), |status| format!(" {status}"));
        let dates = visit.legs.iter().find_map(|leg| leg.dates.as_ref()).or(visit.dates.as_ref());
        words += &dates.and_then(crate::Date::edtf).map_or(String::new(), |date| format!(" {date}"));
        words + if visit.background { " background" } else { "" }
    };
    facts.visits.iter().map(line).collect()
}

/// "Aino Virta / Ivo Novak in_person planned".
pub(super) fn meetings(country: &str, text: &str) -> Vec<String> {
    meetings_in(&facts(country, text))
}

/// The meetings of a story that has little but its headline.
pub(super) fn headline_meetings(country: &str, headline: &str) -> Vec<String> {
    meetings_in(&facts_under(country, headline, "Good afternoon, everyone."))
}

/// The meetings of a text under a headline.
pub(super) fn meetings_under(country: &str, headline: &str, text: &str) -> Vec<String> {
    meetings_in(&facts_under(country, headline, text))
}

fn meetings_in(facts: &Facts) -> Vec<String> {
    let line = |meeting: &crate::model::Meeting| {
        let status = meeting.status.as_ref().map_or(String::new(), |status| format!(" {status}"));
        let (party, with) = (names(&meeting.party, facts), names(&meeting.with, facts));
        format!("{party} / {with} {}{status}", meeting.mode)
    };
    facts.meetings.iter().map(line).collect()
}

/// "100; service, wreath": the number or the named day of a commemoration, and its acts.
pub(super) fn commemorations(country: &str, text: &str) -> Vec<String> {
    let facts = facts(country, text);
    let line = |found: &crate::model::Commemoration| {
        let number = found.anniversary.map(|found| found.number.to_string());
        let occasion = number.or(found.named_day.clone()).unwrap_or_default();
        let acts: Vec<&str> = found.acts.iter().map(|act| act.kind.as_str()).collect();
        format!("{occasion}; {}", acts.join(", "))
    };
    facts.commemorations.iter().map(line).collect()
}

/// Texts that are made of some pieces, with a space after each or none.
pub(super) fn texts_of(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    let joined = |pieces: Vec<(&str, bool)>| {
        pieces
            .into_iter()
            .map(|(piece, spaced)| format!("{piece}{}", if spaced { " " } else { "" }))
            .collect()
    };
    prop::collection::vec((prop::sample::select(pieces), any::<bool>()), 0..40).prop_map(joined)
}
