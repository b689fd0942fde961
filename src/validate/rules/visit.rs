//! Rules of visits.

use std::collections::{HashMap, HashSet};

use crate::model::{Calendar, Date, Id, Participant, Visit};
use crate::validate::order;
use crate::validate::rule::{Found, Subject};
use crate::validate::tree::{At, Thing};

pub(in crate::validate) fn visit_ends_before_it_starts(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, date) in subject.dates().filter(|(at, _)| are_of_visit(subject, *at)) {
        if date.known().is_some_and(order::is_reversed) {
            found.at(at, format!("{:?} ends before it starts", date.to_string()));
        }
    }
}

/// Whether a date says when a visit, or a stop of it, takes place.
pub(super) fn are_of_visit(subject: &Subject<'_>, at: At) -> bool {
    subject.tree.standing(at).is_some_and(|standing| {
        standing.field == "dates" && matches!(standing.of, Thing::Visit(_) | Thing::Leg)
    })
}

pub(in crate::validate) fn zero_day_visit(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, _) in subject.numbers("days").filter(|(_, days)| *days == 0) {
        found.at(at, "a visit takes at least a day");
    }
}

pub(in crate::validate) fn zero_ordinal(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, _) in subject.numbers("ordinal").filter(|(_, ordinal)| *ordinal == 0) {
        found.at(at, "visits are counted from 1, the first");
    }
}

pub(in crate::validate) fn visit_length_disagrees(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, visit) in subject.visits() {
        // A single day may be only the first.
        let range = visit.dates.as_ref().and_then(order::settled).filter(|c| matches!(c, Calendar::Range(_)));
        let (Some(days), Some((first, last))) = (visit.days, range.and_then(order::exact_days)) else {
            continue;
        };
        let length = (last - first).num_days() + 1;
        if length > 0 && days > 0 && length != i64::from(days) {
            found.at(at, format!("a visit from {first} to {last} takes {length} days, not {days}"));
        }
    }
}

pub(in crate::validate) fn leg_outside_visit(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, date) in subject.dates().filter(|(at, _)| subject.path_ends(*at, &["legs", "dates"])) {
        if let Some((part, whole)) = outside_visit(subject, at, date) {
            found.at(at, format!("the stop on {part} lies outside the visit on {whole}"));
        }
    }
}

pub(in crate::validate) fn engagement_outside_visit(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, date) in subject.dates().filter(|(at, _)| subject.path_ends(*at, &["engagements", "date"])) {
        if let Some((part, whole)) = outside_visit(subject, at, date) {
            found.at(at, format!("the engagement on {part} lies outside the visit on {whole}"));
        }
    }
}

/// When a member of a visit is and when the visit is, if the one starts before the other, or ends after
/// it, as far as both are told to the day.
fn outside_visit<'a>(subject: &Subject<'a>, at: At, date: &'a Date) -> Option<(&'a Calendar, &'a Calendar)> {
    let member = subject.tree.standing(at)?.parent;
    let Thing::Visit(Visit { dates: Some(whole), .. }) = subject.tree.standing(member)?.of else {
        return None;
    };
    let (part, whole) = (order::settled(date)?, order::settled(whole)?);
    let apart = order::ends_before(part, whole) || order::ends_before(whole, part);
    let sticks_out = match (order::exact_days(part), order::exact_days(whole)) {
        // A single day may be only the first of the visit.
        (Some((first, last)), Some((start, end))) if start < end => first < start || last > end,
        _ => false,
    };
    let is_outside = (apart || sticks_out) && !order::is_reversed(part) && !order::is_reversed(whole);
    is_outside.then_some((part, whole))
}

pub(in crate::validate) fn legs_out_of_order(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let mut last: Option<(At, &Calendar)> = None;
    for (at, date) in subject.dates() {
        let Some(leg) = subject.tree.standing(at).filter(|standing| matches!(standing.of, Thing::Leg)) else {
            continue;
        };
        let (Some(visit), Some(dates)) = (subject.tree.standing(leg.parent), order::settled(date)) else {
            continue;
        };
        if let Some((of, before)) = last
            && of == visit.parent
            && order::ends_before(dates, before)
        {
            found.at(at, format!("the stop on {dates} is told after the one on {before}"));
        }
        last = Some((visit.parent, dates));
    }
}

pub(in crate::validate) fn visitor_is_host(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let hosts = in_field(subject, "hosts");
    for (at, id) in known_in_field(subject, "visitors").filter(|(at, id)| stands_in(subject, &hosts, *at, id))
    {
        found.at(at, format!("{id} is a visitor and a host"));
    }
}

pub(in crate::validate) fn visitor_is_companion(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let visitors = in_field(subject, "visitors");
    for (at, id) in
        known_in_field(subject, "companions").filter(|(at, id)| stands_in(subject, &visitors, *at, id))
    {
        found.at(at, format!("{id} is a visitor and a companion"));
    }
}

type ByVisit<'a> = HashMap<At, HashSet<&'a Id>>;

fn in_field<'a>(subject: &Subject<'a>, field: &'static str) -> ByVisit<'a> {
    let mut found = ByVisit::new();
    for (at, id) in known_in_field(subject, field) {
        if let Some(standing) = subject.tree.standing(at) {
            found.entry(standing.parent).or_default().insert(id);
        }
    }
    found
}

fn stands_in(subject: &Subject<'_>, ids: &ByVisit<'_>, at: At, id: &Id) -> bool {
    let of = subject.tree.standing(at).and_then(|standing| ids.get(&standing.parent));
    of.is_some_and(|ids| ids.contains(id))
}

/// The participants in a field of visits that have an id.
fn known_in_field<'a>(subject: &Subject<'a>, field: &'static str) -> impl Iterator<Item = (At, &'a Id)> {
    subject.participants().filter_map(move |(at, participant): (At, &Participant)| {
        let standing = subject.tree.standing(at)?;
        (standing.field == field && matches!(standing.of, Thing::Visit(_))).then_some((at, participant.id()?))
    })
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{Engagement, Leg, Precedence, PrecedenceScope};

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let march = || from_to("2018-03-08", "2018-03-10");
        let first = |ordinal: u32| {
            let scope = PrecedenceScope::Office("a minister".into());
            with_visit(|visit| visit.with_precedence(Precedence::new(scope).with_ordinal(ordinal)))
        };
        let legs = |first: Date, second: Date| {
            with_visit(|visit| {
                visit.with_leg(Leg::new().with_dates(first)).with_leg(Leg::new().with_dates(second))
            })
        };
        let engaged = |day: &str| {
            let engagement = Engagement::new("addressed the assembly").with_date(on(day));
            with_visit(|visit| visit.with_dates(march()).with_engagement(engagement))
        };
        let virta = || Participant::Official(Id::numbered("official", 1));
        let delegation = || Participant::described("a delegation");
        vec![
            case(
                "visit-ends-before-it-starts",
                "story/facts/visits[1]/dates",
                with_visit(|visit| visit.with_dates(from_to("2018-03-10", "2018-03-08"))),
                with_visit(|visit| visit.with_dates(from_to("2018-03-08", "2018-03-08"))),
            ),
            case(
                "zero-day-visit",
                "story/facts/visits[1]/days",
                with_visit(|v| v.with_days(0u32)),
                with_visit(|v| v.with_days(1u32)),
            ),
            case("zero-ordinal", "story/facts/visits[1]/precedence[1]/ordinal", first(0), first(2)),
            case(
                "visit-length-disagrees",
                "story/facts/visits[1]",
                with_visit(|visit| visit.with_dates(march()).with_days(5u32)),
                with_visit(|visit| visit.with_dates(march()).with_days(3u32)),
            ),
            case(
                "leg-outside-visit",
                "story/facts/visits[1]/legs[1]/dates",
                with_visit(|visit| {
                    visit.with_dates(march()).with_leg(Leg::new().with_dates(on("2018-03-11")))
                }),
                with_visit(|visit| {
                    visit.with_dates(march()).with_leg(Leg::new().with_dates(on("2018-03-10")))
                }),
            ),
            case(
                "legs-out-of-order",
                "story/facts/visits[1]/legs[2]/dates",
                legs(on("2018-03-10"), on("2018-03-08")),
                legs(from_to("2018-03-08", "2018-03-10"), on("2018-03-10")),
            ),
            case(
                "engagement-outside-visit",
                "story/facts/visits[1]/engagements[1]/date",
                engaged("2018-03-07"),
                engaged("2018-03-08"),
            ),
            case(
                "visitor-is-host",
                "story/facts/visits[1]/visitors[1]",
                with_visit(|visit| visit.with_visitor(virta()).with_host(virta())),
                with_visit(|visit| visit.with_visitor(delegation()).with_host(delegation())),
            ),
            case(
                "visitor-is-companion",
                "story/facts/visits[1]/companions[1]",
                with_visit(|visit| visit.with_visitor(virta()).with_companion(virta())),
                with_visit(|visit| visit.with_visitor(virta()).with_companion(delegation())),
            ),
        ]
    }

    #[test]
    fn each_rule_of_visits_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn the_host_of_one_visit_may_make_another() {
        let virta = || Participant::Official(Id::numbered("official", 1));
        let story = with_facts(|facts| {
            facts
                .with_visit(Visit::new(Id::numbered("visit", 1)).with_host(virta()))
                .with_visit(Visit::new(Id::numbered("visit", 2)).with_visitor(virta()))
        });
        assert!(story.validate().is_empty());
    }
}
