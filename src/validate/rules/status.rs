//! Rules of how far a visit or meeting has come, seen from the day of publication.

use crate::model::{Calendar, Date, Status};
use crate::validate::order;
use crate::validate::rule::{Found, Subject};
use crate::validate::tree::At;

pub(in crate::validate) fn completed_after_publication(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(story) = subject.story else { return };
    // A story that was updated tells what had happened by then.
    let updated = story.dates.updated.as_ref().and_then(order::settled);
    for (at, when, published) in dated(subject, &Status::Completed) {
        let was_known = |day: &Calendar| !order::ends_before(day, when);
        if !was_known(published) && !updated.is_some_and(was_known) {
            found.at(at, format!("what is to be on {when} was not over on {published}"));
        }
    }
}

pub(in crate::validate) fn planned_before_publication(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, when, published) in dated(subject, &Status::Planned) {
        if order::ends_before(when, published) {
            found.at(at, format!("what was on {when} was not yet to come on {published}"));
        }
    }
}

pub(in crate::validate) fn ongoing_apart_from_publication(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, when, published) in dated(subject, &Status::Ongoing) {
        if order::ends_before(when, published) || order::ends_before(published, when) {
            found.at(at, format!("what is on {when} was not under way on {published}"));
        }
    }
}

/// The visits and meetings of a status, when they are, and when the story was published.
fn dated<'a>(
    subject: &Subject<'a>,
    status: &'static Status,
) -> impl Iterator<Item = (At, &'a Calendar, &'a Calendar)> {
    let visits = subject.visits().map(|(at, visit)| (at, &visit.status, &visit.dates));
    let meetings = subject.meetings().map(|(at, meeting)| (at, &meeting.status, &meeting.date));
    let published = subject.published();
    visits.chain(meetings).filter_map(move |(at, of, date): (At, &Option<Status>, &Option<Date>)| {
        let when = date.as_ref().and_then(order::settled)?;
        (of.as_ref() == Some(status)).then_some((at, when, published?))
    })
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let visit =
            |status: Status, day: &str| with_visit(|visit| visit.with_status(status).with_dates(on(day)));
        let meeting = |status: Status, day: &str| with_meeting(|m| m.with_status(status).with_date(on(day)));
        vec![
            case(
                "completed-after-publication",
                "story/facts/visits[1]",
                visit(Status::Completed, "2018-12-01"),
                visit(Status::Completed, "2018-11-30"),
            ),
            case(
                "completed-after-publication",
                "story/facts/meetings[1]",
                meeting(Status::Completed, "2018-12-01"),
                meeting(Status::Cancelled, "2018-12-01"),
            ),
            case(
                "planned-before-publication",
                "story/facts/visits[1]",
                visit(Status::Planned, "2018-11-29"),
                visit(Status::Planned, "2018-11-30"),
            ),
            case(
                "ongoing-apart-from-publication",
                "story/facts/meetings[1]",
                meeting(Status::Ongoing, "2018-11-29"),
                meeting(Status::Ongoing, "2018-11-30"),
            ),
        ]
    }

    #[test]
    fn each_rule_of_status_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn a_story_updated_after_the_visit_may_call_it_completed() {
        let mut story = with_visit(|visit| visit.with_status(Status::Completed).with_dates(on("2018-12-02")));
        story.dates.updated = Some(on("2018-12-03"));
        assert!(story.validate().is_empty());
    }
}
