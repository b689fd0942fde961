//! Rules of ids.

use std::collections::HashMap;

use crate::model::Id;
use crate::validate::rule::{Found, Subject};
use crate::validate::tree::{At, FactKind, Thing};

pub(in crate::validate) fn duplicate_id(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let mut first: HashMap<&Id, At> = HashMap::new();
    for (at, id, _) in subject.tree.named_facts() {
        let before = *first.entry(id).or_insert(at);
        if before != at && !is_publisher_again(subject, before, at) {
            found.at(at, format!("the id {id} is that of {} already", subject.tree.path(before)));
        }
    }
}

/// Whether the story names an organisation that is also its publisher.
fn is_publisher_again(subject: &Subject<'_>, first: At, second: At) -> bool {
    let organisation = |at: At, field: &str| match subject.tree.thing(at)? {
        Thing::Organisation(organisation) if subject.path_ends(at, &[field]) => Some(&organisation.name),
        _ => None,
    };
    let publisher = organisation(first, "publishers");
    publisher.is_some() && publisher == organisation(second, "organisations")
}

pub(in crate::validate) fn dangling_reference(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(ids) = &subject.ids else { return };
    for (at, id, wanted) in subject.tree.references().filter(|(_, id, _)| !ids.contains_key(id)) {
        found.at(at, format!("{id} should be the id of {}, and is of nothing", wanted.name()));
    }
}

pub(in crate::validate) fn misdirected_reference(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(ids) = &subject.ids else { return };
    for (at, id, wanted) in subject.tree.references() {
        if let Some(kind) = ids.get(id).copied().filter(|kind: &FactKind| *kind != wanted) {
            found.at(at, format!("{id} should be the id of {}, and is of {}", wanted.name(), kind.name()));
        }
    }
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{Byline, Commemoration, Organisation, Participant, Remembered};

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let id = Id::numbered;
        let works = || Organisation::new(id("works", 1), "Ministry of Works");
        let published = |name: &str| {
            with_facts(|facts| facts.with_organisation(Organisation::new(id("works", 1), name)))
                .with_publisher(works())
        };
        let visitor = |participant: Participant| with_visit(|visit| visit.with_visitor(participant));
        let met = |meeting: Id| {
            let mut story = with_meeting(|meeting| meeting);
            story.facts.visits.push(crate::model::Visit::new(id("visit", 1)).with_meeting(meeting));
            story
        };
        let by =
            |author: Id| with_facts(|facts| facts).with_byline(Byline::new("Aino Virta").with_author(author));
        let remembered = |person: Id| {
            let remembered = Remembered::new("Aino Virta").with_person(person);
            with_commemoration(|c: Commemoration| c.with_remembered(remembered))
        };
        vec![
            case(
                "duplicate-id",
                "story/facts/officials[2]",
                with_facts(|facts| facts.with_official(official())),
                with_facts(|facts| facts),
            ),
            case(
                "duplicate-id",
                "story/facts/organisations[1]",
                published("Ministry of Finance"),
                published("Ministry of Works"),
            ),
            case(
                "dangling-reference",
                "story/facts/visits[1]/visitors[1]",
                visitor(Participant::Official(id("official", 9))),
                visitor(Participant::Official(id("official", 1))),
            ),
            case(
                "dangling-reference",
                "story/facts/visits[1]/meetings[1]",
                met(id("meeting", 2)),
                met(id("meeting", 1)),
            ),
            case(
                "dangling-reference",
                "story/byline/authors[1]",
                by(id("official", 2)),
                by(id("official", 1)),
            ),
            case(
                "dangling-reference",
                "story/facts/commemorations[1]/remembered/person",
                remembered(id("official", 2)),
                remembered(id("official", 1)),
            ),
            case(
                "misdirected-reference",
                "story/facts/visits[1]/visitors[1]",
                visitor(Participant::Organisation(id("official", 1))),
                with_visit(|visit| visit.with_visitor(Participant::Organisation(id("works", 1))))
                    .with_publisher(works()),
            ),
        ]
    }

    #[test]
    fn each_rule_of_ids_finds_its_fault_and_no_other() {
        check(&cases());
    }
}
