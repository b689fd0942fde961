//! A story as a line.

use chrono::NaiveDate;

use super::line::{
    CommemorationRecord, Line, MEMBERS, MeetingRecord, OfficialRecord, QuoteRecord, VisitRecord,
};
use super::names::{call, distinct, name_of, one_line};
use crate::format::text;
use crate::model::{
    ActKind, Bound, Calendar, Commemoration, Country, Date, DateRange, Facts, Leg, Marking, Meeting,
    Official, Participant, PlaceKind, Qualifier, Quote, Role, Story, TimeUnit, Visit,
};

pub(super) fn line(story: &Story) -> Line {
    let facts = &story.facts;
    let (title, text) = title_and_text(story);
    let mut line = Line {
        id: story.id.as_ref().map(ToString::to_string),
        title,
        lead: story.standfirst.clone(),
        text,
        published: story.dates.first_published.as_ref().and_then(single_day).map(|day| day.to_string()),
        country: story.country().map(|country| country.to_string()),
        source: source(story),
        url: story.iri.as_ref().map(ToString::to_string),
        licence: story.rights.first().and_then(|rights| {
            rights.licence.as_ref().map(ToString::to_string).or_else(|| rights.terms.clone())
        }),
        officials: facts.officials.iter().filter_map(official).collect(),
        visits: facts.visits.iter().flat_map(|visit| visits(visit, facts)).collect(),
        meetings: facts.meetings.iter().map(|meeting| self::meeting(meeting, facts)).collect(),
        commemorations: facts.commemorations.iter().map(commemoration).collect(),
        quotes: facts.quotes.iter().map(|quote| self::quote(quote, facts)).collect(),
        others: story
            .extensions
            .iter()
            .filter(|extension| extension.format == super::NAME)
            .filter(|extension| !MEMBERS.contains(&extension.path.as_str()))
            .filter_map(|extension| {
                Some((extension.path.clone(), serde_json::from_str(&extension.value).ok()?))
            })
            .collect(),
    };
    if line.text.is_none() && line.has_no_facts() {
        // A line has text or facts; this one has neither, and says so.
        line.text = Some(String::new());
    }
    line
}

/// The headline with the label of its kind, and what stands below it: what
/// [`text::story_under`] reads as the story again.
fn title_and_text(story: &Story) -> (Option<String>, Option<String>) {
    let mut wanted = text::project(story);
    wanted.standfirst = None;
    let (title, below) = natural(&wanted);
    let read = |title: &str, below: &str| text::story_under(title, below) == wanted;
    if read(&title, &below) {
        return (filled(&title), filled(&below));
    }
    // The text says its headline itself then, and the title must say no other kind.
    let below = explicit(&wanted);
    let title = if read(&wanted.headline, &below) { filled(&wanted.headline) } else { None };
    (title, filled(&below))
}

/// A title and a text as people write them.
fn natural(story: &Story) -> (String, String) {
    let mut below = story.clone();
    let mut head = Story::new(std::mem::replace(&mut below.headline, STAND_IN.to_owned()));
    head.kind = below.kind.take();
    let below = as_text(&below);
    let below = below.strip_prefix(STAND_IN).unwrap_or_default().trim_matches('\n');
    (as_text(&head).trim().to_owned(), below.to_owned())
}

/// A text whose first line is `\headline …`, so that nothing above the body is guessed.
fn explicit(story: &Story) -> String {
    // No line of natural text holds a carriage return, so that the headline is written explicitly.
    let mut marked = story.clone();
    marked.headline.push('\r');
    as_text(&marked).replacen("\\r\n", "\n", 1)
}

/// A headline that no reader takes for anything else.
const STAND_IN: &str = "x";

fn as_text(story: &Story) -> String {
    // The writer of text refuses nothing and writes UTF-8.
    text::write(story).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The publisher's name, unless the country stands in for it.
fn source(story: &Story) -> Option<String> {
    let name = filled(&story.publishers.first()?.name)?;
    let country_alone = story.country().is_some_and(|country| country.as_str() == name);
    (!country_alone).then_some(name)
}

fn official(official: &Official) -> Option<OfficialRecord> {
    Some(OfficialRecord {
        name: name_of(official)?,
        rank: official.rank.as_ref().map(|rank| rank.title.clone()),
        roles: distinct(official.roles.iter().map(office)),
        country: official.country.map(|country| country.to_string()),
        official: true,
    })
}

/// The title of a role, as written also where its holder only stands in or is to come: "Acting Premier",
/// "Minister-designate".
fn office(role: &Role) -> String {
    match role.qualifier {
        Some(Qualifier::Acting | Qualifier::Interim) if is_loud(&role.title) => {
            role.to_string().to_uppercase()
        }
        Some(Qualifier::Acting | Qualifier::Interim) => role.to_string(),
        // "Secretary-designate of the Treasury", "Premier-elect of Ostland" say so themselves.
        Some(Qualifier::Designate) if to_come(&role.title).is_none() => {
            let mut told = role.evidence.iter().filter_map(|evidence| to_come(&evidence.text));
            format!("{}{}", role.title, told.next().unwrap_or("-designate"))
        }
        _ => role.title.clone(),
    }
}

/// The word by which some words tell that the holder of an office is to come, as it stands behind the office.
fn to_come(words: &str) -> Option<&'static str> {
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| {
        let known = ["-elect", "-designate", " nominee"].into_iter();
        known.into_iter().find(|known| known.get(1..).is_some_and(|known| word.eq_ignore_ascii_case(known)))
    })
}

fn is_loud(title: &str) -> bool {
    title.chars().any(char::is_uppercase) && title.to_uppercase() == title
}

/// One record for each country, in the order in which the visit comes to them.
fn visits(visit: &Visit, facts: &Facts) -> Vec<VisitRecord> {
    let mut countries: Vec<Option<Country>> = Vec::new();
    for leg in &visit.legs {
        if !countries.contains(&leg.country) {
            countries.push(leg.country);
        }
    }
    if countries.is_empty() {
        countries.push(None);
    }
    let travellers: Vec<Participant> = visit.visitors.iter().chain(&visit.companions).cloned().collect();
    let stay = |country: Option<Country>| {
        let legs: Vec<&Leg> = visit.legs.iter().filter(|leg| leg.country == country).collect();
        let places = legs.iter().flat_map(|leg| &leg.places);
        let (start, end) = days_of(&legs, visit);
        VisitRecord {
            visitors: call(&travellers, facts),
            country: country.map(|country| country.to_string()),
            places: distinct(
                places
                    .filter(|place| place.kind != Some(PlaceKind::Country))
                    .map(|place| one_line(&place.name)),
            ),
            status: visit.status.as_ref().map(ToString::to_string),
            start: start.map(|day| day.to_string()),
            end: end.map(|day| day.to_string()),
            scored: !visit.background,
        }
    };
    countries.into_iter().map(stay).collect()
}

/// From the first day of the first leg to the last of the last; the visit's own where no leg has any.
fn days_of(legs: &[&Leg], visit: &Visit) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let mut dates = legs.iter().filter_map(|leg| leg.dates.as_ref());
    match (dates.next(), dates.next_back()) {
        (Some(only), None) => days(only),
        (Some(first), Some(last)) => (days(first).0, days(last).1),
        (None, _) => visit.dates.as_ref().map_or((None, None), days),
    }
}

/// The first and the last day of a date, each if the words come to a day.
fn days(date: &Date) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let coarse = date.calendar.is_none()
        && date.weekday.is_none()
        && date
            .relative
            .is_some_and(|relative| relative.unit != TimeUnit::Day || relative.bound != Bound::Exact);
    if coarse || date.approximate {
        return (None, None);
    }
    match date.known() {
        Some(Calendar::Range(range)) => {
            let DateRange { start, end, .. } = &**range;
            (start.as_ref().and_then(calendar_day), end.as_ref().and_then(calendar_day))
        }
        Some(calendar) => (calendar_day(calendar), calendar_day(calendar)),
        None => (None, None),
    }
}

fn calendar_day(calendar: &Calendar) -> Option<NaiveDate> {
    match calendar {
        Calendar::Day(_) | Calendar::Instant(_) => calendar.first_day(),
        _ => None,
    }
}

fn single_day(date: &Date) -> Option<NaiveDate> {
    match days(date) {
        (Some(start), Some(end)) if start == end => Some(start),
        _ => None,
    }
}

fn meeting(meeting: &Meeting, facts: &Facts) -> MeetingRecord {
    MeetingRecord {
        party: call(&meeting.party, facts),
        with: call(&meeting.with, facts),
        mode: meeting.mode.to_string(),
        status: meeting.status.as_ref().map(ToString::to_string),
    }
}

fn commemoration(commemoration: &Commemoration) -> CommemorationRecord {
    let acts = commemoration.acts.iter();
    CommemorationRecord {
        event: commemoration.remembered.as_ref().and_then(|remembered| filled(&remembered.text)),
        anniversary: commemoration.anniversary.map(|anniversary| anniversary.number),
        unit: commemoration.anniversary.map(|anniversary| anniversary.unit),
        named_day: commemoration.named_day.clone(),
        acts: distinct(acts.clone().map(|act| match &act.kind {
            ActKind::Other(_) => "other".to_owned(),
            known => known.to_string(),
        })),
        places: distinct(acts.filter_map(|act| act.place.as_ref()).map(|place| one_line(&place.name))),
    }
}

fn quote(quote: &Quote, facts: &Facts) -> QuoteRecord {
    QuoteRecord {
        speaker: call(&quote.speaker, facts).into_iter().next(),
        text: quote.text(),
        marked: quote.marking == Marking::Marked,
    }
}
