//! "The Liberian leader": the head of state or of government of a people, whom the story names elsewhere.

use std::ops::Range;

use super::super::lexicon::{self, Class};
use super::super::passage::Passage;
use crate::model::{Country, Official, Participant, RoleKind};

/// The country whose leader some words speak of: "the Liberian leader".
pub(super) fn country_led(passage: &Passage<'_>, words: &Range<usize>) -> Option<Country> {
    let people = words.start + 1;
    let known = passage.longest(people, Class::Demonym).filter(|_| passage.is(words.start, "the"))?;
    let leader = people + known.len;
    let is_leader = leader + 1 == words.end && passage.is(leader, "leader");
    lexicon::country(known.entry.country).filter(|_| is_leader)
}

/// Who leads a country, by the officials of the story: whoever spoke last, if several do. `home` is the country of
/// those of whom the story says none.
pub(super) fn leader(
    officials: &[Official],
    country: Country,
    home: Option<Country>,
    last: Option<&Participant>,
) -> Option<Participant> {
    let is_head = |kind: &RoleKind| matches!(kind, RoleKind::HeadOfState | RoleKind::HeadOfGovernment);
    let leads = |official: &&Official| {
        official.name.is_some()
            && official.country.or(home) == Some(country)
            && official.roles.iter().filter_map(|role| role.kind.as_ref()).any(is_head)
    };
    let is_last = |official: &&Official| last.and_then(Participant::id) == Some(&official.id);
    let leaders = || officials.iter().filter(leads);
    let found = leaders().find(is_last).or_else(|| leaders().next())?;
    Some(Participant::Official(found.id.clone()))
}

#[cfg(test)]
mod tests {
    use super::super::super::told::facts;

    #[test]
    fn the_leader_of_a_people_is_its_president() {
        for (words, name) in [
            ("the Kenyan leader", "Amina Odera"),
            ("the Liberian Leader", "Joe Koffa"),
            ("the Ghanaian leader", "the Ghanaian leader"),
        ] {
            let text = format!(
                "President Amina Odera of Kenya met President Joe Koffa of Liberia.\n“We are one people and shall stay so,” {words} said."
            );
            let facts = facts("KE", &text);
            let speaker = facts.quotes[0].speaker.as_ref().unwrap();
            let told = match speaker.id().and_then(|id| facts.official(id)) {
                Some(official) => official.label(),
                None => format!("{speaker:?}"),
            };
            assert!(told.contains(name), "{words}: {told}");
        }
    }
}
