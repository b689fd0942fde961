//! What a calendar holds of a story.

use super::draft::when;
use super::line::clean;
use super::names::{Stamp, When, actors, acts, address, legs, location, name_held, place_held};
use super::read;
use super::write::{without_limits, write};
use crate::format::kept::split_kept;
use crate::model::{
    Act, ActKind, Commemoration, Date, Direction, Facts, Name, Official, Organisation, Participant,
    Remembered, Status, Story, Visit, VisitKind,
};

/// What reading gives of the calendar that a story is written as.
pub(in crate::format) fn project(story: &Story) -> Story {
    let (kept, own) = split_kept(story, super::NAME);
    // What is kept of another calendar tells what it can in its own way.
    let read = kept.and_then(|_| read::read(&write(story).ok()?, &without_limits()).ok());
    read.map_or_else(|| held(&own), |reading| reading.story)
}

fn held(story: &Story) -> Story {
    let mut held = Story::new(clean(&story.headline));
    held.standfirst = words(story.standfirst.as_deref());
    held.id.clone_from(&story.id);
    held.iri.clone_from(&story.iri);
    held.dates.first_published = story.dates.first_published.as_ref().and_then(Stamp::of).map(Stamp::date);
    let updated = story.dates.updated.as_ref().and_then(Stamp::of);
    held.dates.updated = updated.filter(|stamp| matches!(stamp, Stamp::Moment(_))).map(Stamp::date);
    for visit in &story.facts.visits {
        if let Some(when) = When::of_visit(visit) {
            let visit = visit_held(visit, when.date(), &story.facts, &mut held.facts);
            held.facts.visits.push(visit);
        }
    }
    for was in &story.facts.commemorations {
        if let Some(when) = when(was) {
            let commemoration = commemoration_held(was, when.date(), &story.facts, &mut held.facts);
            held.facts.commemorations.push(commemoration);
        }
    }
    held
}

fn words(text: Option<&str>) -> Option<String> {
    text.map(clean).filter(|text| !text.is_empty())
}

fn visit_held(was: &Visit, date: Date, facts: &Facts, held: &mut Facts) -> Visit {
    let mut visit = Visit::new(was.id.clone()).with_dates(date);
    visit.kind =
        words(was.kind.as_ref().map(|kind| kind.as_str())).map(|kind| VisitKind::from(kind.as_str()));
    visit.legs = legs(&location(&was.legs));
    visit.purpose = words(was.purpose.as_deref());
    visit.status = words(was.status.as_ref().map(Status::as_str)).map(|status| Status::from(status.as_str()));
    visit.direction = words(was.direction.as_ref().map(Direction::as_str))
        .map(|direction| Direction::from(direction.as_str()));
    visit.hosts = participants(&was.hosts, facts, held);
    visit.visitors = participants(&was.visitors, facts, held);
    visit.companions = participants(&was.companions, facts, held);
    visit
}

fn commemoration_held(was: &Commemoration, date: Date, facts: &Facts, held: &mut Facts) -> Commemoration {
    let mut commemoration = Commemoration::new(was.id.clone()).with_date(date);
    commemoration.named_day = words(was.named_day.as_deref());
    commemoration.remembered = words(was.remembered.as_ref().map(|it| it.text.as_str())).map(Remembered::new);
    commemoration.anniversary.clone_from(&was.anniversary);
    let acts = acts(was);
    let act_held = |(kind, was): &(String, &Act)| {
        let mut act = Act::new(ActKind::from(kind.as_str()));
        act.place = was.place.as_ref().and_then(place_held);
        act
    };
    commemoration.acts = acts.iter().map(act_held).collect();
    for (actor, numbers) in actors(&acts, facts) {
        let Some(actor) = participant(actor, facts, held) else { continue };
        for (act, number) in commemoration.acts.iter_mut().zip(1..) {
            if numbers.contains(&number) {
                act.actors.push(actor.clone());
            }
        }
    }
    commemoration
}

fn participants(was: &[Participant], facts: &Facts, held: &mut Facts) -> Vec<Participant> {
    was.iter().filter_map(|participant_was| participant(participant_was, facts, held)).collect()
}

/// One who takes part, and is then among those whom the calendar names.
fn participant(was: &Participant, facts: &Facts, held: &mut Facts) -> Option<Participant> {
    let (_, name) = address(was, facts)?;
    match was {
        Participant::Official(id) => {
            if facts.official(id)?.name.as_ref().and_then(name_held).is_none() {
                return Some(Participant::Described(name));
            }
            if held.official(id).is_none() {
                held.officials.push(Official::new(id.clone()).with_name(Name::western(&name)));
            }
        }
        Participant::Organisation(id) if held.organisation(id).is_none() => {
            held.organisations.push(Organisation::new(id.clone(), name));
        }
        Participant::Organisation(_) => {}
        Participant::Described(_) => return Some(Participant::Described(name)),
    }
    Some(was.clone())
}
