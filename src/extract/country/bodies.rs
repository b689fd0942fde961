//! Officials of international bodies, who serve no state.

use std::collections::HashMap;
use std::ops::Range;

use super::Annotated;
use crate::extract::features::Features;
use crate::extract::lexicon::{self, Class, OF_SEVERAL_STATES};
use crate::extract::passage::Passage;
use crate::extract::role::is_body;
use crate::model::{Country, Official};

/// The body with a code that an official serves, if the office tells that it is one; `named` is the one that the
/// story names most.
pub(super) fn body_served(official: &Official, named: Option<Country>) -> Option<Country> {
    let holds = |offices: &[&str]| official.roles.iter().any(|role| offices.contains(&office(&role.title)));
    let is_envoy = official.roles.iter().any(|role| office(&role.title).ends_with(OF_SECRETARY_GENERAL));
    let served = named.filter(|_| serves_a_body(official));
    // The High Representative is the European Union's, if the story names no other body.
    served
        .or_else(|| Some(Country::EU).filter(|_| holds(&["High Representative"])))
        .or_else(|| Some(Country::UN).filter(|_| is_envoy || holds(OF_UNITED_NATIONS)))
}

/// Offices that only the United Nations have.
const OF_UNITED_NATIONS: &[&str] = &["Assistant Secretary-General", "Under-Secretary-General"];

/// What the titles of their envoys end with.
const OF_SECRETARY_GENERAL: &str = " of the Secretary-General";

/// The office of a title, without its field.
fn office(title: &str) -> &str {
    title.split(" for ").next().unwrap_or_default()
}

/// Whether somebody holds an office that international bodies have: a Secretary-General and the like.
fn serves_a_body(official: &Official) -> bool {
    const OFFICES: &[&str] = &[
        "Secretary-General",
        "Secretary General",
        "Deputy Secretary-General",
        "Deputy Secretary General",
        "Assistant Secretary-General",
        "Assistant Secretary General",
        "Under-Secretary-General",
        "High Representative",
    ];
    official.roles.iter().any(|role| {
        let office = office(&role.title);
        OFFICES.contains(&office) || office.ends_with(OF_SECRETARY_GENERAL)
    })
}

/// Whether a title at a mention is of a body that several states keep and no code stands for: "World Bank President",
/// "Secretary General of the Organization of American States", but no "Ambassador to the OECD".
pub(super) fn serves_several_states(passage: &Passage<'_>, mention: Range<usize>) -> bool {
    const BODIES: Features = Features::classes(&[Class::Organisation]);
    let mut next = mention.start;
    while let Some(at) = passage.next_with(BODIES, next).filter(|at| *at < mention.end) {
        next = at + 1;
        let is_served = || {
            let the = usize::from(at > mention.start && passage.is(at - 1, "the"));
            let before = (at - the).checked_sub(1).filter(|_| at - the > mention.start);
            before.is_none_or(|before| passage.is(before, "of"))
        };
        let body =
            passage.longest(at, Class::Organisation).filter(|body| body.entry.value == OF_SEVERAL_STATES);
        if body.is_some() && is_served() {
            return true;
        }
    }
    false
}

/// The body with a code that a story names most, if an official without a country serves one.
pub(super) fn most_named_body(officials: &[Official], texts: &[Annotated<'_>]) -> Option<Country> {
    if !officials.iter().any(|official| official.country.is_none() && serves_a_body(official)) {
        return None;
    }
    let mut counts: HashMap<Country, usize> = HashMap::new();
    for text in texts {
        let named = text.passage.all_with(Features::classes(&[Class::Country]));
        let named = named.filter_map(|at| text.passage.longest(at, Class::Country));
        for body in
            named.filter_map(|found| lexicon::country(found.entry.country)).filter(|body| is_body(*body))
        {
            *counts.entry(body).or_default() += 1;
        }
    }
    let named =
        counts.into_iter().max_by_key(|(body, count)| (*count, body.as_str() == "UN", body.as_str() == "EU"));
    named.map(|(body, _)| body)
}
