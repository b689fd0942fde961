//! Rules of those who take part, and of the offices they hold.

use std::collections::HashSet;

use crate::validate::rule::{Found, Subject};
use crate::validate::tree::Thing;

pub(in crate::validate) fn meets_self(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let mut party = HashSet::new();
    for (at, participant) in subject.participants() {
        let Some(standing) = subject.tree.standing(at) else { continue };
        let (Thing::Meeting(_), Some(id)) = (standing.of, participant.id()) else { continue };
        // The tree holds the party of a meeting before those whom it meets.
        if standing.field == "party" {
            party.insert((standing.parent, id));
        } else if party.contains(&(standing.parent, id)) {
            found.at(at, format!("{id} stands on both sides of the meeting"));
        }
    }
}

pub(in crate::validate) fn participant_repeated(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let mut seen = HashSet::new();
    for (at, participant) in subject.participants() {
        let (Some(standing), Some(id)) = (subject.tree.standing(at), participant.id()) else { continue };
        if standing.number.is_some() && !seen.insert((standing.parent, standing.field, id)) {
            found.at(at, format!("{id} is listed twice"));
        }
    }
}

pub(in crate::validate) fn role_repeated(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let mut seen = HashSet::new();
    for (at, role) in subject.roles() {
        let Some(official) = subject.tree.standing(at).map(|standing| standing.parent) else { continue };
        let office =
            (role.title.trim().to_lowercase(), &role.organisation, role.jurisdiction, &role.qualifier);
        if !seen.insert((official, office)) {
            found.at(at, format!("the office {:?} is listed twice", role.title));
        }
    }
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use crate::model::{Id, Participant, Qualifier, Role};

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let virta = || Participant::Official(Id::numbered("official", 1));
        let group = || Participant::described("business leaders");
        let roles = |first: Role, second: Role| {
            let mut story = with_facts(|facts| facts);
            story.facts.officials[0].roles = vec![first, second];
            story
        };
        let mayor = || Role::new("Mayor of Ost");
        vec![
            case(
                "meets-self",
                "story/facts/meetings[1]/with[1]",
                with_meeting(|meeting| meeting.with_party(virta()).with_counterpart(virta())),
                with_meeting(|meeting| meeting.with_party(virta()).with_counterpart(group())),
            ),
            case(
                "participant-repeated",
                "story/facts/visits[1]/visitors[2]",
                with_visit(|visit| visit.with_visitor(virta()).with_visitor(virta())),
                with_visit(|visit| visit.with_visitor(group()).with_visitor(group())),
            ),
            case(
                "role-repeated",
                "story/facts/officials[1]/roles[2]",
                roles(mayor(), Role::new("mayor of Ost")),
                roles(mayor(), mayor().with_qualifier(Qualifier::Former)),
            ),
        ]
    }

    #[test]
    fn each_rule_of_participants_finds_its_fault_and_no_other() {
        check(&cases());
    }
}
