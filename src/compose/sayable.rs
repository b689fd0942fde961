//! What of some facts has a form in words at all, with what readers conclude from it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Unsaid;
use super::date::{self, Words};
use super::place::country_name;
use crate::extract::{each_date, referred_officials, settle_hosts, tie_meetings};
use crate::model::{
    Act, Commemoration, Date, Facts, Id, Leg, Meeting, MeetingMode, Official, Participant, Place, PlaceKind,
    Precedence, PrecedenceScope, Quote, Status, Visit, VisitKind,
};

/// The part of some facts that prose has forms for, in the shape in which reading gives it.
pub(super) fn sayable(facts: &Facts, anchor: Option<NaiveDate>, unsaid: &mut Vec<Unsaid>) -> Facts {
    let mut notes = Notes { unsaid, path: String::new() };
    let mut said = facts.clone().without_evidence();
    // The words of other facts may name them, which reading tells.
    said.organisations.clear();
    let names: HashMap<&Id, &str> =
        facts.organisations.iter().map(|found| (&found.id, found.name.as_str())).collect();
    crate::extract::each_participant(&mut said, &mut |participant| {
        if let Participant::Organisation(id) = participant {
            *participant = Participant::described(names.get(id).copied().unwrap_or(id.as_str()));
        }
    });
    for (index, official) in said.officials.iter_mut().enumerate() {
        notes.at("official", index);
        notes.official(official);
        notes.conclude_office(official);
    }
    said.visits = split_visits(said.visits, &mut notes);
    for (index, visit) in said.visits.iter_mut().enumerate() {
        notes.at("visit", index);
        notes.visit(visit);
    }
    for (index, meeting) in said.meetings.iter_mut().enumerate() {
        notes.at("meeting", index);
        notes.meeting(meeting);
    }
    said.meetings.retain(|meeting| !meeting.with.is_empty() && !meeting.party.is_empty());
    for (index, commemoration) in said.commemorations.iter_mut().enumerate() {
        notes.at("commemoration", index);
        notes.commemoration(commemoration);
    }
    for (index, quote) in said.quotes.iter_mut().enumerate() {
        notes.at("quote", index);
        notes.quote(quote);
    }
    said.quotes.retain(|quote| !quote.paragraphs.is_empty());
    each_date(&mut said, &mut |date| reword(date, date::words(date), anchor));
    let precedence = said.visits.iter_mut().flat_map(|visit| &mut visit.precedence);
    for since in precedence.filter_map(|found| found.since.as_mut()) {
        reword(since, date::since(since), anchor);
    }
    number(&mut said);
    forgo_sites(&mut said);
    forgo_nameless(&facts.officials, &mut said, unsaid);
    said
}

/// Leaves out of some facts whoever has no name and takes part in nothing: no words bring them in.
pub(super) fn forgo_nameless(officials: &[Official], facts: &mut Facts, unsaid: &mut Vec<Unsaid>) {
    let referred = referred_officials(facts);
    let is_told = |official: &Official| official.name.is_some() || referred.contains(&official.id);
    for (index, official) in officials.iter().enumerate() {
        if !is_told(official) && facts.officials.iter().any(|said| said.id == official.id) {
            unsaid.push(Unsaid {
                path: format!("facts/official[{}]", index + 1),
                reason: "an official without a name is told by what they take part in, and that is nothing",
            });
        }
    }
    facts.officials.retain(is_told);
}

/// The list of what is not said, and the fact that it is about.
struct Notes<'u> {
    unsaid: &'u mut Vec<Unsaid>,
    path: String,
}

impl Notes<'_> {
    fn at(&mut self, kind: &str, index: usize) {
        self.path = format!("facts/{kind}[{}]", index + 1);
    }

    fn add(&mut self, part: &str, reason: &'static str) {
        let path = if part.is_empty() { self.path.clone() } else { format!("{}/{part}", self.path) };
        self.unsaid.push(Unsaid { path, reason });
    }

    /// Takes a value away if there is one.
    fn drop<T>(&mut self, value: &mut Option<T>, part: &str, reason: &'static str) {
        if value.take().is_some() {
            self.add(part, reason);
        }
    }

    /// Takes away those of a list that are not `kept`.
    fn keep<T>(&mut self, list: &mut Vec<T>, part: &str, reason: &'static str, kept: impl Fn(&T) -> bool) {
        let before = list.len();
        list.retain(kept);
        if list.len() < before {
            self.add(part, reason);
        }
    }

    fn date(&mut self, date: &mut Option<Date>, part: &str) {
        if date.as_ref().is_some_and(|date| date::words(date).is_none()) {
            self.drop(date, part, "no words for a date of this shape");
        }
    }

    fn place(&mut self, place: &mut Place, part: &str) {
        if !place.identifiers.is_empty() {
            place.identifiers.clear();
            self.add(&format!("{part}/identifier"), "prose gives no identifiers of registers");
        }
    }

    fn official(&mut self, official: &mut Official) {
        if !official.identifiers.is_empty() {
            official.identifiers.clear();
            self.add("identifier", "prose gives no identifiers of registers");
        }
        // A country is said with the first role; one that a role names is the official's.
        let named = official.roles.iter().find_map(|role| role.jurisdiction);
        match (official.country, named, official.roles.first_mut()) {
            (Some(country), None, Some(first)) => first.jurisdiction = Some(country),
            (Some(country), Some(named), _) if country != named => {
                official.country = Some(named);
                self.add("country", "the country of an official is that of the first role that names one");
            }
            (None, named, _) => official.country = named,
            (Some(_), None, None) => {
                self.drop(
                    &mut official.country,
                    "country",
                    "a country is said with a role, and there is none",
                );
            }
            _ => {}
        }
    }

    /// The kind and body of an office, and the grade of a rank, follow from their words.
    fn conclude_office(&mut self, official: &mut Official) {
        let Ok(mut read) = official.to_string().parse::<Official>() else { return };
        read.id = official.id.clone();
        if in_words(official.clone()) != in_words(read.clone()) {
            return;
        }
        let agrees = read.rank == official.rank && read.roles == official.roles;
        let was_bare = in_words(official.clone()).roles == official.roles;
        if !agrees && !was_bare {
            self.add("role", "the kind and the body of an office are what its words say");
        }
        official.rank = read.rank;
        official.roles = read.roles;
    }

    fn visit(&mut self, visit: &mut Visit) {
        self.drop(
            &mut visit.direction,
            "direction",
            "it follows from the publisher, whom the facts do not name",
        );
        self.drop(&mut visit.invitation, "invitation", "no form in words");
        self.drop(&mut visit.purpose, "purpose", "no form in words");
        self.keep(&mut visit.engagements, "engagement", "no form in words", |_| false);
        let is_official = |who: &Participant| matches!(who, Participant::Official(_));
        self.keep(&mut visit.visitors, "visitor", "only officials are read as visitors", is_official);
        self.keep(&mut visit.hosts, "host", "only officials are read as hosts", is_official);
        self.keep(&mut visit.companions, "companion", "only officials are read as companions", is_official);
        let visitors = visit.visitors.clone();
        self.keep(&mut visit.hosts, "host", "a visitor is no host", |who| !visitors.contains(who));
        self.keep(&mut visit.companions, "companion", "a visitor is no companion", |who| {
            !visitors.contains(who)
        });
        self.vocabulary(&mut visit.status, Status::KNOWN, "status");
        self.vocabulary(&mut visit.kind, VisitKind::KNOWN, "kind");
        for leg in &mut visit.legs {
            if leg.country.is_some_and(|country| country_name(country).is_none()) {
                self.drop(&mut leg.country, "leg/country", "no name for this code");
            }
            self.date(&mut leg.dates, "leg/dates");
            leg.places.iter_mut().for_each(|place| self.place(place, "leg/place"));
        }
        if visit.background && visit.status != Some(Status::Completed) {
            visit.status = Some(Status::Completed);
            self.add("status", "what a story looks back at is over");
        }
        if visit.background {
            self.drop(&mut visit.kind, "kind", "not said of a visit in the past");
            self.drop(&mut visit.days, "days", "not said of a visit in the past");
        }
        let asserted = !visit.background
            && matches!(visit.status, Some(Status::Planned | Status::Ongoing | Status::Completed));
        let only_asserted = "said only of a visit that took, takes or will take place";
        self.keep(&mut visit.hosts, "host", only_asserted, |_| asserted);
        self.keep(&mut visit.companions, "companion", only_asserted, |_| asserted);
        self.keep(&mut visit.precedence, "precedence", only_asserted, |_| asserted);
        let first = |found: &Precedence| found.ordinal == 1 && found.place.is_some();
        self.keep(&mut visit.precedence, "precedence", "only a first visit to a named place is said", first);
        for found in &mut visit.precedence {
            self.precedence(found);
        }
    }

    fn precedence(&mut self, found: &mut Precedence) {
        if let Some(place) = &mut found.place {
            self.place(place, "precedence/place");
        }
        if found.since.as_ref().is_some_and(|since| date::since(since).is_none()) {
            self.drop(&mut found.since, "precedence/since", "no words for a date of this shape");
        }
        if found.since.is_some() {
            self.drop(&mut found.since_event, "precedence/since_event", "said only without a date");
        }
        if let PrecedenceScope::Office(office) = &mut found.scope {
            *office = office.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }

    fn meeting(&mut self, meeting: &mut Meeting) {
        self.drop(&mut meeting.subject, "subject", "no form in words");
        self.vocabulary(&mut meeting.status, Status::KNOWN, "status");
        if !MeetingMode::KNOWN.contains(&meeting.mode) {
            meeting.mode = MeetingMode::InPerson;
            self.add("mode", "a word outside the vocabulary");
        }
        let is_official = |who: &Participant| matches!(who, Participant::Official(_));
        self.keep(
            &mut meeting.party,
            "party",
            "only officials are read as the party of a meeting",
            is_official,
        );
        let party = meeting.party.clone();
        self.keep(&mut meeting.with, "with", "one who meets is not met", |who| !party.contains(who));
        if meeting.party.is_empty() || meeting.with.is_empty() {
            self.add("", "a meeting is between somebody and somebody");
        }
        self.date(&mut meeting.date, "date");
        if let Some(place) = &mut meeting.place {
            self.place(place, "place");
        }
    }

    fn commemoration(&mut self, commemoration: &mut Commemoration) {
        self.date(&mut commemoration.date, "date");
        if let Some(remembered) = &mut commemoration.remembered {
            self.drop(&mut remembered.person, "remembered/person", "what is remembered is said in words");
            self.date(&mut remembered.date, "remembered/date");
        }
        for act in &mut commemoration.acts {
            self.act(act);
        }
    }

    fn act(&mut self, act: &mut Act) {
        self.drop(&mut act.date, "act/date", "an act is on the day of its commemoration");
        if let Some(place) = &mut act.place {
            self.place(place, "act/place");
        }
    }

    fn quote(&mut self, quote: &mut Quote) {
        let has_words = |paragraph: &String| !paragraph.trim().is_empty();
        self.keep(&mut quote.paragraphs, "paragraph", "nobody says an empty paragraph", has_words);
        if quote.paragraphs.is_empty() {
            self.add("", "a quote without words");
        }
        for paragraph in &mut quote.paragraphs {
            *paragraph = paragraph.trim().to_owned();
        }
    }

    fn vocabulary<T: PartialEq>(&mut self, value: &mut Option<T>, known: &[T], part: &str) {
        if value.as_ref().is_some_and(|value| !known.contains(value)) {
            self.drop(value, part, "a word outside the vocabulary");
        }
    }
}

/// An official without what follows from the words.
fn in_words(mut official: Official) -> Official {
    for role in &mut official.roles {
        role.kind = None;
        role.organisation = None;
    }
    if let Some(rank) = &mut official.rank {
        rank.service = None;
        rank.grade = None;
    }
    official
}

/// A story tells a visit to several countries as one visit to each.
fn split_visits(visits: Vec<Visit>, notes: &mut Notes<'_>) -> Vec<Visit> {
    let mut split = Vec::new();
    for (index, mut visit) in visits.into_iter().enumerate() {
        notes.at("visit", index);
        let mut legs: Vec<Leg> = Vec::new();
        for leg in std::mem::take(&mut visit.legs) {
            match legs.iter_mut().find(|known| known.country == leg.country) {
                Some(known) => {
                    known.places.extend(leg.places);
                    known.dates = known.dates.take().or(leg.dates);
                    notes.add("leg", "stops in one country are told together");
                }
                None => legs.push(leg),
            }
        }
        // The dates of a visit with one stop are those of the stop.
        let dates = visit.dates.take();
        match legs.as_mut_slice() {
            [only] if only.dates.is_none() => only.dates = dates,
            _ if dates.is_some() => notes.add("dates", "dates are said of each stop"),
            _ => {}
        }
        if legs.len() > 1 {
            notes.add("leg", "stops in several countries are told as a visit to each");
        }
        if legs.is_empty() {
            notes.add("", "a visit without a destination");
        }
        for leg in legs {
            let mut alone = visit.clone();
            let goes_here =
                |found: &Precedence| found.place.as_ref().is_none_or(|place| place.country == leg.country);
            alone.precedence.retain(goes_here);
            alone.legs = vec![leg];
            split.push(alone);
        }
    }
    split
}

/// The words of a date become those of the text, and what they come to follows from its day.
fn reword(date: &mut Date, words: Option<Words>, anchor: Option<NaiveDate>) {
    if let Some(words) = words {
        // Preposition and article are not the date's.
        date.raw = words.words.trim_start_matches("the ").to_owned();
    }
    date.resolved = None;
    if let Some(anchor) = anchor {
        *date = std::mem::take(date).resolve(anchor);
    }
}

/// Numbers all but the officials, who are numbered as the text brings them in.
fn number(facts: &mut Facts) {
    let numbered = |kind: &str, index: usize| Id::numbered(kind, index + 1);
    facts.visits.iter_mut().enumerate().for_each(|(index, visit)| visit.id = numbered("visit", index));
    facts
        .meetings
        .iter_mut()
        .enumerate()
        .for_each(|(index, meeting)| meeting.id = numbered("meeting", index));
    let commemorations = facts.commemorations.iter_mut().enumerate();
    commemorations.for_each(|(index, found)| found.id = numbered("commemoration", index));
    facts.quotes.iter_mut().enumerate().for_each(|(index, quote)| quote.id = numbered("quote", index));
}

/// Leaves to the reader the sites that follow from an act or a meeting there.
fn forgo_sites(facts: &mut Facts) {
    let sites: Vec<Place> = stays(facts).map(|(_, place)| place).collect();
    let legs = facts.visits.iter_mut().flat_map(|visit| &mut visit.legs);
    for leg in legs {
        leg.places.retain(|place| place.kind != Some(PlaceKind::Site) || !sites.contains(place));
    }
}

/// Adds what readers conclude: a visit went where its visitors met people or laid wreaths in the country,
/// a meeting in its course is a part of it, and those who are met there serve the country.
pub(super) fn conclude(facts: &mut Facts) {
    let stays: Vec<(Vec<Participant>, Place)> = stays(facts).collect();
    for (present, place) in stays {
        if matches!(place.kind, Some(PlaceKind::City | PlaceKind::Site)) && place.country.is_some() {
            stay(&mut facts.visits, &present, place);
        }
    }
    facts.visits.iter_mut().for_each(|visit| visit.meetings.clear());
    tie_meetings(facts);
    settle_hosts(facts);
}

/// Who was where, by meetings and acts.
fn stays(facts: &Facts) -> impl Iterator<Item = (Vec<Participant>, Place)> {
    let met = facts.meetings.iter().filter_map(|meeting| {
        let present: Vec<Participant> = meeting.party.iter().chain(&meeting.with).cloned().collect();
        Some((present, meeting.place.clone()?))
    });
    let acts = facts.commemorations.iter().flat_map(|found| &found.acts);
    met.chain(acts.filter_map(|act| Some((act.actors.clone(), act.place.clone()?))))
}

fn stay(visits: &mut [Visit], present: &[Participant], place: Place) {
    let leg = visits.iter_mut().filter(|visit| !visit.background).find_map(|visit| {
        let there = visit.visitors.iter().any(|visitor| present.contains(visitor));
        visit.legs.iter_mut().find(|leg| there && leg.country == place.country)
    });
    if let Some(leg) = leg.filter(|leg| !leg.places.iter().any(|known| known.name == place.name)) {
        leg.places.push(place);
    }
}
