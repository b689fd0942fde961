//! What a calendar holds of a story.

use super::line::{clean, clean_name};
use super::names::{When, address, legs, location};
use crate::model::{
    Act, ActKind, Commemoration, Date, Facts, Name, Official, Organisation, Participant, Remembered, Status,
    Story, Visit, VisitKind,
};

/// What reading gives of the calendar that a story is written as.
pub(in crate::format) fn project(story: &Story) -> Story {
    let mut held = Story::new(clean(&story.headline));
    held.standfirst = words(story.standfirst.as_deref());
    held.iri.clone_from(&story.iri);
    for visit in &story.facts.visits {
        if let Some(when) = When::of_visit(visit) {
            let visit = visit_held(visit, when.date(), &story.facts, &mut held.facts);
            held.facts.visits.push(visit);
        }
    }
    for was in &story.facts.commemorations {
        let Some(date) = known(was.date.as_ref()) else { continue };
        let mut commemoration = Commemoration::new(was.id.clone()).with_date(date);
        commemoration.named_day = words(was.named_day.as_deref());
        commemoration.remembered =
            words(was.remembered.as_ref().map(|it| it.text.as_str())).map(Remembered::new);
        let kinds = was.acts.iter().filter_map(|act| words(Some(act.kind.as_str())));
        commemoration.acts = kinds.map(|kind| Act::new(ActKind::from(kind.as_str()))).collect();
        held.facts.commemorations.push(commemoration);
    }
    held
}

fn words(text: Option<&str>) -> Option<String> {
    text.map(clean).filter(|text| !text.is_empty())
}

fn known(date: Option<&Date>) -> Option<Date> {
    When::of(date?).map(|when| when.date())
}

fn visit_held(was: &Visit, date: Date, facts: &Facts, held: &mut Facts) -> Visit {
    let mut visit = Visit::new(was.id.clone()).with_dates(date);
    visit.kind =
        words(was.kind.as_ref().map(|kind| kind.as_str())).map(|kind| VisitKind::from(kind.as_str()));
    visit.legs = legs(&clean(&location(&was.legs)));
    visit.purpose = words(was.purpose.as_deref());
    visit.status = was.status.clone().filter(|status| matches!(status, Status::Planned | Status::Cancelled));
    visit.hosts = was.hosts.iter().filter_map(|it| participant(it, facts, held)).take(1).collect();
    visit.visitors = was.visitors.iter().filter_map(|it| participant(it, facts, held)).collect();
    visit.companions = was.companions.iter().filter_map(|it| participant(it, facts, held)).collect();
    visit
}

/// One who takes part, and is then among those whom the calendar names.
fn participant(was: &Participant, facts: &Facts, held: &mut Facts) -> Option<Participant> {
    let (_, name) = address(was, facts)?;
    match was {
        Participant::Official(id) => {
            let has_name = facts
                .official(id)?
                .name
                .as_ref()
                .is_some_and(|name| !clean_name(&name.to_string()).is_empty());
            if !has_name {
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
