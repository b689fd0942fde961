//! Rules of the dates of a story's life.

use crate::model::{Calendar, Date};
use crate::validate::order;
use crate::validate::rule::{Found, Subject};
use crate::validate::tree::At;

pub(in crate::validate) fn updated_before_published(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    if let Some((at, updated, published)) = beside_publication(subject, "updated")
        && order::ends_before(updated, published)
    {
        found.at(at, format!("the story was updated on {updated}, before it was published on {published}"));
    }
}

pub(in crate::validate) fn withdrawn_before_published(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    if let Some((at, withdrawn, published)) = beside_publication(subject, "withdrawn")
        && order::ends_before(withdrawn, published)
    {
        found.at(
            at,
            format!("the story was withdrawn on {withdrawn}, before it was published on {published}"),
        );
    }
}

pub(in crate::validate) fn published_under_embargo(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    if let Some((at, embargo, published)) = beside_publication(subject, "embargo")
        && order::ends_before(published, embargo)
    {
        found.at(at, format!("the story was published on {published}, under an embargo until {embargo}"));
    }
}

pub(in crate::validate) fn dateline_after_publication(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(published) = subject.story.and_then(|story| story.dates.first_published.as_ref()) else {
        return;
    };
    for (at, date) in subject.dates() {
        let is_dateline = subject.path_ends(at, &["dateline", "date"]);
        if let (true, Some(written), Some(published)) =
            (is_dateline, order::settled(date), order::settled(published))
            && order::ends_before(published, written)
        {
            found.at(at, format!("the dateline says {written}, after the publication on {published}"));
        }
    }
}

/// One date of the story's life, and that of its publication, where both are known.
fn beside_publication<'a>(subject: &Subject<'a>, field: &str) -> Option<(At, &'a Calendar, &'a Calendar)> {
    let published = subject.story?.dates.first_published.as_ref().and_then(order::settled)?;
    let (at, date): (At, &Date) =
        subject.dates().find(|(at, _)| subject.path_ends(*at, &["dates", field]))?;
    Some((at, order::settled(date)?, published))
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use crate::model::{Dateline, Story, StoryDates};

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let dated = |fill: fn(StoryDates) -> StoryDates| {
            let story = story();
            let dates = fill(story.dates.clone());
            Story { dates, ..story }
        };
        let written = |day: &str| story().with_dateline(Dateline::new("OST").with_date(on(day)));
        vec![
            case(
                "updated-before-published",
                "story/dates/updated",
                dated(|dates| dates.with_updated(on("2018-11-29"))),
                dated(|dates| dates.with_updated(on("2018-11-30"))),
            ),
            case(
                "withdrawn-before-published",
                "story/dates/withdrawn",
                dated(|dates| dates.with_withdrawn(on("2018-11-29"))),
                dated(|dates| dates.with_withdrawn(on("2018-12-01"))),
            ),
            case(
                "published-under-embargo",
                "story/dates/embargo",
                dated(|dates| dates.with_embargo(on("2018-12-01"))),
                dated(|dates| dates.with_embargo(on("2018-11-30"))),
            ),
            case(
                "dateline-after-publication",
                "story/dateline/date",
                written("2018-12-01"),
                written("2018-11-28"),
            ),
        ]
    }

    #[test]
    fn each_rule_of_a_storys_life_finds_its_fault_and_no_other() {
        check(&cases());
    }
}
