//! Which offices a country has: some have a king and some a president.

use crate::extract::lexicon;
use crate::model::{Country, Official, Role, RoleKind};

/// Whether a country's government has the office of a title, as far as the lexicon knows.
pub(in crate::extract) fn has_office(country: Country, title: &str) -> bool {
    let offices = lexicon::offices(country);
    telling_office(title).zip(offices).is_some_and(|(office, offices)| offices.contains(&office))
}

pub(super) fn has_foreign_office(official: &Official, home: Country) -> bool {
    let Some(offices) = lexicon::offices(home) else { return false };
    official.roles.iter().any(|role| {
        let of_government = role.kind.as_ref().is_some_and(is_of_government) && !heads_a_body(role);
        // Every president may have a First Lady.
        let has = |office: &str| {
            offices.contains(&office) || office == "First Lady" && offices.contains(&"President")
        };
        of_government && telling_office(&role.title).is_some_and(|office| !has(office))
    })
}

pub(super) fn governs(official: &Official) -> bool {
    official.roles.iter().filter_map(|role| role.kind.as_ref()).any(is_of_government)
}

/// Whether somebody holds the post of one who is sent to another state.
pub(super) fn is_envoy(official: &Official) -> bool {
    official.roles.iter().any(|role| role.kind == Some(RoleKind::Ambassador))
}

/// Offices that tell countries apart: some have a king and some a president.
const TELLING: &[&str] = &[
    "President", "King", "Queen", "Emperor", "Emir", "Amir", "Sultan", "Grand Duke", "Crown Prince", "Pope",
    "Governor-General", "Governor General", "Prime Minister", "Chancellor", "Premier", "Taoiseach",
    "Tánaiste", "Foreign Minister", "Foreign Secretary", "Minister", "First Lady",
];

/// The office of a title, without its field: "Minister" of "Deputy Minister of Trade".
fn telling_office(title: &str) -> Option<&'static str> {
    let suffix =
        ["-elect", "-Elect", "-designate", "-Designate"].iter().find_map(|suffix| title.strip_suffix(suffix));
    let title = suffix.unwrap_or(title);
    let head = [" of ", " for ", " to "].iter().filter_map(|word| title.find(word)).min();
    let head = head.and_then(|end| title.get(..end)).unwrap_or(title);
    let ends = |office: &&&str| {
        let start = head.len().checked_sub(office.len());
        start.and_then(|start| head.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(office))
    };
    let office = TELLING.iter().filter(ends).max_by_key(|office| office.len()).copied();
    office.map(|office| if office == "Governor General" { "Governor-General" } else { office })
}

/// "President of the Conciliation Commission", "National President": whoever heads a body and no state.
pub(in crate::extract) fn heads_a_body(role: &Role) -> bool {
    const STATES: &[&str] =
        &["republic", "state", "union", "federation", "confederation", "nation", "government"];
    let is_state = |body: &String| {
        let body = body.to_lowercase();
        STATES.iter().any(|state| body.contains(state))
    };
    let of_body =
        role.jurisdiction.is_none() && role.organisation.as_ref().is_some_and(|body| !is_state(body));
    let leads = matches!(role.kind, Some(RoleKind::HeadOfState | RoleKind::HeadOfGovernment));
    leads && (of_body || role.title.starts_with("National "))
}

fn is_of_government(kind: &RoleKind) -> bool {
    matches!(
        kind,
        RoleKind::HeadOfState
            | RoleKind::HeadOfGovernment
            | RoleKind::Minister
            | RoleKind::DeputyMinister
            | RoleKind::Royal
    )
}
