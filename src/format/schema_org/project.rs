//! What an article of schema.org holds of a story.

use super::write::{body, is_picture, point};
use crate::format::{iso_date, text, web_name};
use crate::model::{
    Act, ActKind, Byline, Commemoration, Country, Date, Dateline, Facts, Identifier, Leg, Link, Marking,
    Media, Meeting, MeetingMode, Name, Official, Organisation, Participant, Place, PlaceKind, Quote,
    Remembered, Rights, Role, Status, Story, StoryKind, Subject, Visit, VisitKind,
};

pub(in crate::format) fn project(story: &Story) -> Story {
    let mut held = Story::new(story.headline.as_str());
    held.id.clone_from(&story.id);
    held.iri.clone_from(&story.iri);
    held.kind = story.kind.as_ref().map(|kind| StoryKind::from(kind.as_str()));
    held.kind = held.kind.filter(|kind| StoryKind::KNOWN.contains(kind));
    held.language.clone_from(&story.language);
    held.standfirst = filled(&story.standfirst);
    held.dateline = story.dateline.as_ref().and_then(dateline);
    held.byline =
        story.byline.as_ref().filter(|line| !line.text.is_empty()).map(|line| Byline::new(&*line.text));
    held.publishers = story.publishers.iter().map(organisation).collect();
    held.dates.first_published = story.dates.first_published.as_ref().and_then(date);
    held.dates.updated = story.dates.updated.as_ref().and_then(date);
    held.subjects = story.subjects.iter().map(subject).collect();
    held.rights = story.rights.first().and_then(rights).into_iter().collect();
    held.links = story.links.iter().map(link).collect();
    let (pictures, others): (Vec<Media>, Vec<Media>) = story.media.iter().map(medium).partition(is_picture);
    held.media = pictures.into_iter().chain(others).collect();
    held.body = text::body_blocks(&body(&story.body));
    held.facts = facts(&story.facts);
    let kept = story.extensions.iter().filter(|extension| extension.format == super::NAME);
    held.extensions = kept.filter(|extension| extension.path.is_empty()).cloned().collect();
    held
}

fn filled(text: &Option<String>) -> Option<String> {
    text.clone().filter(|text| !text.is_empty())
}

/// A moment, a day, a month or a year.
fn date(date: &Date) -> Option<Date> {
    iso_date::written(date).map(|text| iso_date::date(&text))
}

/// Both ends of a range.
fn dates(date: &Date) -> Option<Date> {
    let (start, end) = iso_date::ends(date);
    iso_date::between(start.as_ref().map(|end| &*end.text), end.as_ref().map(|end| &*end.text))
}

fn dateline(dateline: &Dateline) -> Option<Dateline> {
    let mut held = Dateline::new(dateline.text.as_str());
    held.place = dateline.place.as_ref().map(place);
    (!held.text.is_empty() || held.place.is_some()).then_some(held)
}

/// First the IRIs, then all others.
fn identifiers(identifiers: &[Identifier]) -> Vec<Identifier> {
    let iris =
        identifiers.iter().filter_map(|identifier| Some(web_name::identifier(&web_name::iri(identifier)?)));
    let others = identifiers.iter().filter(|identifier| web_name::iri(identifier).is_none());
    iris.chain(others.map(plain)).collect()
}

fn plain(identifier: &Identifier) -> Identifier {
    Identifier::new(identifier.scheme.as_str(), identifier.value.as_str())
}

/// Of several points, the first is that of the place.
fn place(place: &Place) -> Place {
    let mut rest = place.identifiers.clone();
    let geo = rest.iter().position(|identifier| point(identifier).is_some()).map(|at| rest.remove(at));
    let mut held = Place::new(place.name.as_str());
    held.kind = place.kind.clone().filter(|kind| PlaceKind::KNOWN.contains(kind));
    held.country = place.country;
    held.identifiers = identifiers(&rest);
    held.identifiers.extend(geo.as_ref().map(plain));
    held
}

fn organisation(organisation: &Organisation) -> Organisation {
    let mut held = Organisation::new(organisation.id.clone(), organisation.name.as_str());
    held.abbreviation = filled(&organisation.abbreviation);
    held.country = organisation.country;
    held.identifiers = identifiers(&organisation.identifiers);
    held
}

fn subject(subject: &Subject) -> Subject {
    let mut held = Subject::new(subject.name.as_str());
    held.identifiers = identifiers(&subject.identifiers);
    held
}

fn rights(rights: &Rights) -> Option<Rights> {
    let mut held = Rights::new();
    held.holder = filled(&rights.holder);
    held.notice = filled(&rights.notice);
    held.terms = filled(&rights.terms);
    held.licence.clone_from(&rights.licence);
    (held != Rights::new()).then_some(held)
}

fn link(link: &Link) -> Link {
    let mut held = Link::new(link.target.clone());
    held.title = filled(&link.title);
    held
}

fn medium(media: &Media) -> Media {
    let mut held = Media::new(media.source.clone());
    held.media_type.clone_from(&media.media_type);
    held.caption = filled(&media.caption);
    held.alt = filled(&media.alt);
    held.credit = filled(&media.credit);
    held
}

fn facts(facts: &Facts) -> Facts {
    let officials: Vec<Official> = facts.officials.iter().map(official).collect();
    let organisations: Vec<Organisation> = facts.organisations.iter().map(organisation).collect();
    let cast = Cast { officials: &officials, organisations: &organisations };
    let mut held = Facts::new();
    held.visits = facts.visits.iter().map(|it| visit(it, &cast)).collect();
    held.meetings = facts.meetings.iter().map(|it| meeting(it, &cast)).collect();
    held.commemorations = facts.commemorations.iter().map(|it| commemoration(it, &cast)).collect();
    held.quotes = facts.quotes.iter().map(|it| quote(it, &cast)).collect();
    held.officials = officials;
    held.organisations = organisations;
    held
}

/// A rank becomes the first of the words before the name; the first role alone keeps its organisation.
fn official(official: &Official) -> Official {
    let mut held = Official::new(official.id.clone());
    let name = official.name.as_ref().map(|name| Name::western(&name.to_string()));
    held.name = name.filter(|name| !name.parts.is_empty());
    held.honorifics = official.rank.iter().map(|rank| rank.title.clone()).collect();
    held.honorifics.extend(official.honorifics.iter().cloned());
    held.post_nominals.clone_from(&official.post_nominals);
    held.roles = official.roles.iter().map(|role| Role::new(role.title.as_str())).collect();
    if let (Some(held), Some(role)) = (held.roles.first_mut(), official.roles.first()) {
        held.organisation = filled(&role.organisation);
    }
    held.country = official.country;
    held.identifiers = identifiers(&official.identifiers);
    held
}

/// Those whom words may speak of.
struct Cast<'f> {
    officials: &'f [Official],
    organisations: &'f [Organisation],
}

impl Cast<'_> {
    /// Words that are a name of the story's people or organisations speak of them.
    fn party(&self, participant: &Participant) -> Option<Participant> {
        let Participant::Described(words) = participant else { return Some(participant.clone()) };
        if words.is_empty() {
            return None;
        }
        let is_named = |official: &&Official| {
            official.name.as_ref().is_some_and(|name| !name.parts.is_empty() && name.to_string() == *words)
        };
        let official = self.officials.iter().find(is_named).map(|it| Participant::Official(it.id.clone()));
        let organisation = || {
            let named = self.organisations.iter().find(|organisation| organisation.name == *words)?;
            Some(Participant::Organisation(named.id.clone()))
        };
        Some(official.or_else(organisation).unwrap_or_else(|| participant.clone()))
    }

    fn parties(&self, participants: &[Participant]) -> Vec<Participant> {
        participants.iter().filter_map(|participant| self.party(participant)).collect()
    }
}

/// Those that schema.org has a word for.
fn status(status: &Option<Status>) -> Option<Status> {
    status.clone().filter(|status| matches!(status, Status::Planned | Status::Cancelled))
}

fn visit(visit: &Visit, cast: &Cast<'_>) -> Visit {
    let mut held = Visit::new(visit.id.clone());
    held.purpose = filled(&visit.purpose);
    held.kind = visit.kind.as_ref().map(|kind| VisitKind::from(kind.as_str()));
    held.kind = held.kind.filter(|kind| !kind.as_str().is_empty());
    held.dates = visit.dates.as_ref().and_then(dates);
    held.status = status(&visit.status);
    held.visitors = cast.parties(&visit.visitors);
    held.companions = cast.parties(&visit.companions);
    held.hosts = cast.parties(&visit.hosts);
    held.legs = legs(&visit.legs);
    held
}

/// A leg is a run of places in one country, or a country alone.
fn legs(legs: &[Leg]) -> Vec<Leg> {
    let mut held: Vec<Leg> = Vec::new();
    let mut add = |country: Option<Country>, place: Option<Place>| match (held.last_mut(), place) {
        (Some(leg), Some(place)) if leg.country == country && !leg.places.is_empty() => {
            leg.places.push(place)
        }
        (_, place) => {
            let mut leg = Leg::new();
            leg.country = country;
            leg.places.extend(place);
            held.push(leg);
        }
    };
    for leg in legs {
        if leg.places.is_empty() && leg.country.is_some() {
            add(leg.country, None);
        }
        for one in &leg.places {
            let mut place = place(one);
            add(place.country.take().or(leg.country), Some(place));
        }
    }
    held
}

fn meeting(meeting: &Meeting, cast: &Cast<'_>) -> Meeting {
    let mut held = Meeting::new(meeting.id.clone(), MeetingMode::from(meeting.mode.as_str()));
    held.subject = filled(&meeting.subject);
    held.date = meeting.date.as_ref().and_then(dates);
    held.status = status(&meeting.status);
    held.party = cast.parties(&meeting.party);
    held.with = cast.parties(&meeting.with);
    held.place = meeting.place.as_ref().map(place);
    held
}

fn commemoration(commemoration: &Commemoration, cast: &Cast<'_>) -> Commemoration {
    let mut held = Commemoration::new(commemoration.id.clone());
    let remembered = commemoration.remembered.as_ref().filter(|remembered| !remembered.text.is_empty());
    held.remembered = remembered.map(|remembered| {
        let mut held = Remembered::new(remembered.text.as_str());
        held.person.clone_from(&remembered.person);
        held
    });
    held.named_day = filled(&commemoration.named_day);
    held.date = commemoration.date.as_ref().and_then(dates);
    let act = |act: &Act| {
        let mut held = Act::new(ActKind::from(act.kind.as_str()));
        held.actors = cast.parties(&act.actors);
        held.place = act.place.as_ref().map(place);
        held.date = act.date.as_ref().and_then(dates);
        held
    };
    held.acts = commemoration.acts.iter().map(act).collect();
    held
}

/// The text in paragraphs; how the words were marked is not said.
fn quote(quote: &Quote, cast: &Cast<'_>) -> Quote {
    let mut held = Quote::new(quote.id.clone(), Marking::Marked);
    let text = quote.text();
    if !text.is_empty() {
        held.paragraphs = text.split("\n\n").map(str::to_owned).collect();
    }
    held.speaker = quote.speaker.as_ref().and_then(|speaker| cast.party(speaker));
    held
}
