//! The layers together: from the passages of a story to its facts.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::annotated::Annotated;
use super::passage::Passage;
use super::person::{Sighting, Surnames};
use super::visit::Setting;
use super::{annotate, author as authors};
use super::{
    commemoration, coreference, country, meeting, organisation, person, place, quote, schedule, visit,
};
use crate::model::{
    Country, Date, DateMention, Facts, Id, NatoGrade, Official, Part, Participant, PrecedenceScope, Rank,
    Role, RoleKind, Story,
};

/// The facts of a story, from its passages. `home` is the country that its officials serve of whom nothing else is known.
pub(super) fn facts(
    story: &Story,
    mut passages: Vec<Passage<'_>>,
    anchor: Option<NaiveDate>,
    author: Option<Role>,
    home: Option<Country>,
) -> Facts {
    let speeches = quote::spoken(story, &mut passages);
    let publisher = story.country();
    let author = author.or_else(|| authors::office(&passages, publisher));
    let people = coreference::people(&passages, sightings(&passages), author, publisher);
    let texts: Vec<Annotated<'_>> = passages
        .into_iter()
        .zip(people.found)
        .map(|(passage, found)| {
            let places = place::places(&passage, &found, publisher);
            annotate(passage, (found, places), anchor)
        })
        .collect();
    let mut facts = Facts::new();
    let countries = people.officials.iter().filter_map(|found| Some((&found.id, found.country?))).collect();
    let unnamed =
        people.officials.iter().filter(|found| found.name.is_none()).map(|found| &found.id).collect();
    let residents =
        people.officials.iter().filter(|found| is_resident(found)).map(|found| &found.id).collect();
    let owner = schedule::owner(&texts);
    let setting = Setting {
        publisher,
        anchor,
        countries: &countries,
        unnamed: &unnamed,
        residents: &residents,
        delegates: &visit::delegates(&texts),
        owner: owner.as_ref(),
    };
    facts.visits = visit::visits(&texts, setting);
    facts.meetings = meeting::meetings(&texts, setting);
    facts.commemorations = commemoration::commemorations(&texts);
    visit::engagement::add(&texts, &mut facts.visits, &facts.commemorations);
    facts.quotes = quote::quotes(&speeches, &texts, &people.officials, home);
    facts.officials = people.officials;
    facts.organisations = organisation::organisations(&texts, &story.publishers);
    visit::tie_meetings(&mut facts);
    country::settle(&mut facts, &texts, home);
    facts.dates = date_mentions(texts);
    if let Some(anchor) = anchor {
        each_date(&mut facts, &mut |date| *date = std::mem::take(date).resolve(anchor));
    }
    number_officials(&mut facts);
    facts
}

/// Whether somebody is more likely to receive visitors abroad than to travel with them: an ambassador, or somebody
/// below the rank of general of whom the story tells no office.
fn is_resident(official: &Official) -> bool {
    let is_envoy = |role: &Role| role.kind == Some(RoleKind::Ambassador);
    let is_junior = |rank: &Rank| rank.grade.is_none_or(|grade| grade < NatoGrade::officer(6));
    if official.roles.is_empty() {
        official.rank.as_ref().is_some_and(is_junior)
    } else {
        official.roles.iter().all(is_envoy)
    }
}

/// The people of each passage: those with a title or a plain name, then the names that they lend to others.
fn sightings(passages: &[Passage<'_>]) -> Vec<Vec<Sighting>> {
    let mut sightings: Vec<Vec<Sighting>> = passages.iter().map(person::sightings).collect();
    let surnames = Surnames::cued(passages, &sightings);
    for (passage, seen) in passages.iter().zip(&mut sightings) {
        person::add_bare_names(passage, &surnames, seen);
        person::join_own_words(passage, seen);
    }
    sightings
}

/// Gives the byline the officials whom it names.
pub(super) fn name_authors(story: &mut Story, facts: &Facts) {
    let Some(byline) = &mut story.byline else { return };
    let named = facts
        .officials
        .iter()
        .filter(|official| official.mentions.iter().any(|mention| mention.evidence.part == Part::Byline));
    byline.authors = named.map(|official| official.id.clone()).collect();
}

/// Each date of a story, once nothing else needs it.
fn date_mentions(texts: Vec<Annotated<'_>>) -> Vec<DateMention> {
    let mut mentions = Vec::with_capacity(texts.iter().map(|text| text.dates.len()).sum());
    for Annotated { passage, dates, .. } in texts {
        mentions.extend(dates.into_iter().map(|found| {
            let evidence = passage.evidence(found.tokens, found.rule, 90);
            DateMention::new(found.date, evidence)
        }));
    }
    mentions
}

/// Drops officials without a name whom no fact refers to, and numbers the others from 1.
pub(crate) fn number_officials(facts: &mut Facts) {
    if facts.officials.iter().any(|official| official.name.is_none()) {
        let referred = referred_officials(facts);
        facts
            .officials
            .retain(|official: &Official| official.name.is_some() || referred.contains(&official.id));
    }
    // Most stories bring in nobody who is dropped again, and then all have their numbers.
    if facts.officials.iter().enumerate().all(|(index, official)| is_numbered(&official.id, index + 1)) {
        return;
    }
    let mut numbers: HashMap<Id, Id> = HashMap::new();
    for (index, official) in facts.officials.iter_mut().enumerate() {
        let id = Id::numbered("official", index + 1);
        numbers.insert(std::mem::replace(&mut official.id, id.clone()), id);
    }
    each_participant(facts, &mut |participant| {
        if let Participant::Official(id) = participant
            && let Some(number) = numbers.get(id)
        {
            *id = number.clone();
        }
    });
    for commemoration in &mut facts.commemorations {
        if let Some(person) =
            commemoration.remembered.as_mut().and_then(|remembered| remembered.person.as_mut())
            && let Some(number) = numbers.get(person)
        {
            *person = number.clone();
        }
    }
}

/// Whether an id is the one of the `number`th official.
fn is_numbered(id: &Id, number: usize) -> bool {
    let digits = id.as_str().strip_prefix("official-").filter(|digits| !digits.starts_with(['0', '+']));
    digits.and_then(|digits| digits.parse().ok()) == Some(number)
}

/// The ids of all whom a fact refers to.
pub(crate) fn referred_officials(facts: &mut Facts) -> HashSet<Id> {
    let mut referred: HashSet<Id> = HashSet::new();
    each_participant(facts, &mut |participant| {
        referred.extend(participant.id().cloned());
    });
    let remembered =
        facts.commemorations.iter().filter_map(|commemoration| commemoration.remembered.as_ref());
    referred.extend(remembered.filter_map(|remembered| remembered.person.clone()));
    referred
}

pub(crate) fn each_participant(facts: &mut Facts, visit: &mut dyn FnMut(&mut Participant)) {
    for v in &mut facts.visits {
        v.visitors
            .iter_mut()
            .chain(&mut v.companions)
            .chain(&mut v.hosts)
            .chain(&mut v.invitation)
            .for_each(&mut *visit);
        for precedence in &mut v.precedence {
            if let PrecedenceScope::Person(who) = &mut precedence.scope {
                visit(who);
            }
        }
    }
    for meeting in &mut facts.meetings {
        meeting.party.iter_mut().chain(&mut meeting.with).for_each(&mut *visit);
    }
    for commemoration in &mut facts.commemorations {
        commemoration.acts.iter_mut().flat_map(|act| &mut act.actors).for_each(&mut *visit);
    }
    facts.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()).for_each(&mut *visit);
}

pub(crate) fn each_date(facts: &mut Facts, visit: &mut dyn FnMut(&mut Date)) {
    for v in &mut facts.visits {
        v.dates.iter_mut().for_each(&mut *visit);
        v.legs.iter_mut().filter_map(|leg| leg.dates.as_mut()).for_each(&mut *visit);
        v.engagements.iter_mut().filter_map(|engagement| engagement.date.as_mut()).for_each(&mut *visit);
        v.precedence.iter_mut().filter_map(|precedence| precedence.since.as_mut()).for_each(&mut *visit);
    }
    facts.meetings.iter_mut().filter_map(|meeting| meeting.date.as_mut()).for_each(&mut *visit);
    for commemoration in &mut facts.commemorations {
        commemoration.date.iter_mut().for_each(&mut *visit);
        commemoration.acts.iter_mut().filter_map(|act| act.date.as_mut()).for_each(&mut *visit);
        commemoration
            .remembered
            .iter_mut()
            .filter_map(|remembered| remembered.date.as_mut())
            .for_each(&mut *visit);
    }
    facts.dates.iter_mut().for_each(|mention| visit(&mut mention.date));
}
