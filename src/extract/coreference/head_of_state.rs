//! "The Head of State", "the Head of the Polish Government": whoever holds the office that this is.

use super::character::{Character, Seen};
use super::{Cast, MOST_LOOKED_BACK};
use crate::extract::passage::Passage;
use crate::extract::role::FoundRole;
use crate::model::{Role, RoleKind};

impl Cast {
    /// The one whom the story spoke of last who is head of state or of government: of the country that the title
    /// names, or else the publisher's, if it is one of them.
    pub(super) fn of_head(&self, seen: &Seen<'_, '_>) -> Option<usize> {
        let role = seen.sighting.roles.last()?;
        // "The President" after "Head of State Ana Virta"
        let is_president = role.row.head == "President" && role.title == role.head;
        let kinds = heads_meant(seen.passage, role);
        if kinds.is_none() && !is_president {
            return None;
        }
        let leads = |character: &Character| {
            let is_head = |role: &Role| match (kinds, &role.kind) {
                (Some(kinds), Some(kind)) => kinds.contains(kind),
                (Some(_), None) => false,
                (None, _) => {
                    role.title.starts_with("Head of State") || role.title.starts_with("Head of the State")
                }
            };
            character.merged_into.is_none()
                && !character.is_late
                && !character.name.is_empty()
                && character.roles.iter().any(is_head)
        };
        let recent = self.recent.iter().rev().take(MOST_LOOKED_BACK).map(|recent| recent.character);
        let heads = recent.filter_map(|index| Some((index, self.characters.get(index)?)));
        let mut heads = heads.filter(|(_, character)| leads(character));
        let wanted = role.country.or(self.home);
        let serves = |character: &Character| character.country.or(self.home) == wanted;
        heads
            .clone()
            .find(|(_, character)| serves(character))
            .or_else(|| heads.next().filter(|_| role.country.is_none()))
            .map(|(index, _)| index)
    }
}

/// The kinds of office that a title means which says only that somebody is the head.
pub(super) fn heads_meant(passage: &Passage<'_>, role: &FoundRole) -> Option<&'static [RoleKind]> {
    // "the first by an Australian Head of State", "either the head of state or somebody else": nobody in particular.
    let the = (1..=2).filter_map(|back| role.title.start.checked_sub(back)).any(|at| passage.is(at, "the"));
    // "The Cambodian Premier": of a state, and of no province.
    if role.row.head == "Premier" && role.title == role.head && role.country.is_some() {
        return Some(&[RoleKind::HeadOfGovernment]);
    }
    if !passage.is(role.title.start, "head") || !passage.kind(role.title.start).is_capital() || !the {
        return None;
    }
    let title = passage.words(role.title.clone()).to_lowercase();
    if title.starts_with("head of state") {
        Some(&[RoleKind::HeadOfState, RoleKind::Royal])
    } else if title.starts_with("head of") && title.ends_with("government") {
        Some(&[RoleKind::HeadOfGovernment])
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::{meetings, officials};

    #[test]
    fn the_premier_of_a_state_is_its_prime_minister() {
        let told = meetings(
            "KH",
            "Prime Minister Samdech Techo Hun Sam will attend. The Cambodian Premier will meet Prime Minister Ann Hale of Fiji.",
        );
        assert_eq!(told, ["Hun Sam / Ann Hale in_person planned"]);
    }

    #[test]
    fn the_head_of_state_is_the_president() {
        let told = meetings(
            "FR",
            "The President of the Republic, Bertrand Lac, laid a wreath. The Head of State then met Prime Minister Ann Hale of Fiji.",
        );
        assert_eq!(told, ["Bertrand Lac / Ann Hale in_person completed"]);
    }

    #[test]
    fn any_head_of_state_is_nobody_in_particular() {
        let text =
            "President Ivo Kos will come. This is the first visit by an Australian Head of State to Serbia.";
        assert!(!officials("AU", text).iter().any(|told| told == "Ivo Kos | President | AU"), "{text}");
    }

    #[test]
    fn that_somebody_is_the_head_is_no_office_more() {
        let text = "The President of the Republic, Bertrand Lac, laid a wreath. The Head of State then left.";
        assert_eq!(officials("FR", text), ["Bertrand Lac | President of the Republic | FR"]);
    }

    #[test]
    fn the_head_of_a_government_is_its_prime_minister() {
        let told = meetings(
            "PL",
            "Prime Minister Halina Berg is in Vilnius with Prime Minister Ivo Kos of Slovenia. The Head of the Polish Government met President Rasa Jan of Lithuania.",
        );
        assert_eq!(told, ["Halina Berg / Rasa Jan in_person completed"]);
    }

    #[test]
    fn the_president_is_the_head_of_state() {
        let text = "The Head of State Nurlan Osman met Governor Ola Berg. The President was told of it.";
        assert_eq!(officials("KZ", text)[0], "Nurlan Osman | Head of State; President | KZ");
    }

    #[test]
    fn an_ambassador_of_a_people_is_not_another_countrys() {
        let text = "Ambassador Tesfaye Arga met Austrian Ambassador Ana Virta. Ambassador Tesfaye spoke. The Austrian \
                    ambassador left.";
        assert_eq!(officials("ET", text), ["Tesfaye Arga | Ambassador | ET", "Ana Virta | Ambassador | AT"]);
    }
}
