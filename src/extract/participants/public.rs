//! Whether those who are only described hold an office or are a body: officials meet "Swiss officials" and "the police",
//! while students, staff and veterans are people to whom they spoke.

use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::features::Features;
use super::super::lexicon::Class;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;

/// Whether a described group is one that officials hold a meeting with.
pub(in crate::extract) fn is_public(text: &Annotated<'_>, tokens: &Range<usize>) -> bool {
    let passage = &text.passage;
    // How often a group may be of another: "members of a number of delegations".
    const MOST_GROUPS: usize = 3;
    let mut rest = tokens.clone();
    for _ in 0..MOST_GROUPS {
        let link = rest.clone().find(|&at| passage.is_any(at, LINKS) && at > rest.start);
        let Some(head) = link.unwrap_or(rest.end).checked_sub(1).filter(|head| rest.contains(head)) else {
            return false;
        };
        match link {
            Some(link) if passage.is_any(head, PARTS) && !begins_role(passage, rest.start..link) => {
                let whose = link + 1..rest.end;
                // "members of parliament", "members of the diplomatic corps", but not "of the community"
                let is_of_body = passage.is(head, "members")
                    && !whose.clone().any(|at| passage.is_any(at, PRIVATE) && !passage.kind(at).is_capital());
                if is_of_body || is_named(passage, whose.clone()) {
                    return true;
                }
                rest = whose;
            }
            _ => return has_office(passage, rest.start..head, head),
        }
    }
    false
}

/// Whether the noun of a group is one of offices or bodies.
fn has_office(passage: &Passage<'_>, before: Range<usize>, head: usize) -> bool {
    const BODIES: Features = Features::classes(&[Class::Role, Class::Organisation]);
    if passage.is_any(head, PRIVATE) {
        return false;
    }
    // "community leaders", "women leaders"
    if passage.is_any(head, words!["leaders", "representatives"]) {
        return !before.clone().any(|at| passage.is_any(at, PRIVATE) || passage.is_any(at, PURSUITS));
    }
    passage.kind(head).is_capital()
        || begins_role(passage, before.start..head)
        || passage.has_any(head, BODIES)
        || passage.is_any(head, OFFICES)
        || is_named(passage, before)
}

/// "heads of state": an office begins with what else says only that somebody is of something.
fn begins_role(passage: &Passage<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| passage.longest(at, Class::Role).is_some_and(|role| role.is_plural() && role.len > 1))
}

/// Whether words name a body: capitals that are of no country alone.
fn is_named(passage: &Passage<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| {
        passage.kind(at).is_capital() && !passage.has(at, Class::Demonym)
            || passage.kind(at) == TokenKind::Lower && passage.is_any(at, OFFICES)
    })
}

/// What stands between a group and what it is of.
const LINKS: &Words = words!["of", "from", "in", "for", "at", "with", "on", "working", "living", "residing"];

/// Nouns that say only that somebody is of something.
const PARTS: &Words = words![
    "all", "both", "chairs", "delegates", "delegation", "delegations", "dozens", "group", "groups",
    "handful", "heads", "leaders", "many", "members", "most", "number", "pair", "part", "range",
    "representatives", "several", "some", "team", "trio", "variety",
];

/// People who hold no office.
const PRIVATE: &Words = words![
    "alumni", "apprentices", "artists", "business", "businesspeople", "children", "citizens", "community",
    "communities", "constituents", "crew", "diaspora", "employees", "entrepreneurs", "evacuees", "families",
    "farmers", "fishermen", "group", "groups", "investors", "nationals", "parents", "patients", "people",
    "personnel", "public", "pupils", "residents", "sailors", "scholars", "soldiers", "staff", "stakeholders",
    "students", "supporters", "survivors", "teachers", "team", "teams", "traders", "trainees", "troops",
    "veterans", "victims", "villagers", "visitors", "volunteers", "voters", "women", "workers", "youth",
];

/// Nouns of those who hold one, and of bodies, beside the offices that the lexicon knows.
const OFFICES: &Words = words![
    "agencies", "agency", "ambassadors", "association", "associations", "attachés", "authorities", "board",
    "bureau", "cabinet", "chamber", "chiefs", "commanders", "commission", "commissioners", "committee",
    "committees", "commissions", "boards", "chambers", "councils", "congress", "consuls", "council",
    "councillors", "councilors", "counterpart", "counterparts", "delegates", "delegation", "delegations",
    "deputies", "dignitaries", "diplomats", "directors", "embassy", "envoys", "federation", "forces",
    "government", "governments", "governors", "inspectors", "judges", "lawmakers", "leadership",
    "legislators", "magistrates", "mayors", "ministers", "ministries", "ministry", "mission", "missions",
    "monarchs", "mps", "negotiators", "ngos", "observers", "officers", "officials", "ombudsmen",
    "opposition", "organisation", "organisations", "organization", "organizations", "panel", "parliament",
    "parliamentarians", "parties", "peacekeepers", "police", "premiers", "presidents", "prosecutors",
    "regulators", "royals", "secretariat", "secretaries", "senate", "senators", "service", "society",
    "statesmen", "union", "unions",
];

/// What those lead or represent who hold no office, beside people of such a kind.
const PURSUITS: &Words = words![
    "arts", "church", "civic", "civil", "cultural", "education", "faith", "health", "industry", "interfaith",
    "labor", "labour", "media", "religious", "sports", "student", "technology", "thought", "trade",
];

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn officials_and_bodies_are_met() {
        for group in [
            "Kenyan government officials",
            "members of the Trade Committee",
            "the police",
            "representatives of the Ports Authority",
            "opposition leaders",
            "leaders of the opposition",
        ] {
            let told = meetings("FI", &format!("Foreign Minister Aino Virta met with {group}."));
            assert_eq!(told.len(), 1, "{group}: {told:?}");
        }
    }

    #[test]
    fn people_without_an_office_are_not_met() {
        for group in [
            "students",
            "hospital staff and volunteers",
            "members of the business community",
            "community leaders",
            "Kenyan entrepreneurs",
            "representatives of local charities",
        ] {
            let told = meetings("FI", &format!("Foreign Minister Aino Virta met with {group}."));
            assert_eq!(told, [""; 0], "{group}");
        }
    }
}
