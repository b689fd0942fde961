//! Offices that somebody has of others: of a list, of a counterpart, of a successor.

use super::Cast;
use super::character::{Seen, is_counterpart, role_of};
use super::same_title::Title;
use crate::extract::person::{LISTED, PLURAL, SUCCEEDS};
use crate::model::Role;

impl Cast {
    /// The office that those of a list hold, if the list has none of its own: it was named a sentence before, or in the
    /// list before it.
    pub(super) fn office_of_list(&mut self, seen: &Seen<'_, '_>) -> Option<(Role, Title)> {
        let opens = seen.passage.sentence_of(seen.sighting.tokens.start).start == 0;
        let (office, title, passage) = self.shared.as_mut().filter(|_| seen.sighting.rule == LISTED)?;
        let is_near = *passage == seen.index || opens && *passage + 1 == seen.index;
        is_near.then(|| {
            *passage = seen.index;
            (office.clone(), title.clone())
        })
    }

    /// The office that a counterpart shares with the person just spoken of: "the Foreign Minister and his Dutch
    /// counterpart, Ana Berg".
    pub(super) fn office_of_counterpart(&self, seen: &Seen<'_, '_>, index: usize) -> Option<Role> {
        /// How far before the name "his" may stand.
        const REACH: usize = 40;
        let sighting = seen.sighting;
        sighting.name.as_ref().filter(|_| sighting.roles.iter().any(is_counterpart))?;
        let owner = self.recent.last().filter(|recent| recent.passage == seen.index)?;
        let is_near = owner.end + REACH >= sighting.tokens.start && owner.character != index;
        self.characters.get(owner.character).filter(|_| is_near)?.office_to_share()
    }

    /// Whether somebody leaves an office to the official just spoken of: "Ana Virta was appointed Ambassador to Peru. She
    /// replaces │ Ola Berg."
    pub(super) fn is_succeeded(&self, seen: &Seen<'_, '_>, index: usize) -> bool {
        /// How far before the name the successor may stand.
        const REACH: usize = 30;
        let sighting = seen.sighting;
        let is_full = sighting.name.as_ref().is_some_and(|name| name.len() > 1);
        let verb = sighting.tokens.start.checked_sub(1);
        if !is_full || !verb.is_some_and(|verb| seen.passage.is_any(verb, SUCCEEDS)) {
            return false;
        }
        let sentence = seen.passage.sentence_of(sighting.tokens.start).start;
        let successor = self.recent.last().filter(|recent| {
            recent.passage == seen.index
                && recent.character != index
                && recent.start >= sentence
                && recent.end + REACH >= sighting.tokens.start
        });
        let successor = successor.and_then(|successor| self.characters.get(successor.character));
        successor.is_some_and(|successor| !successor.roles.is_empty())
    }
}

/// The office of a title in the plural, without names or with those of a list: "the ministers".
pub(super) fn shared_by_several(seen: &Seen<'_, '_>) -> Option<Role> {
    let role = seen.sighting.roles.last().filter(|role| role.plural && !role.weak)?;
    // "The secretaries are Ana Virta and Ola Berg. Others are …"
    let is_of_list = seen.sighting.name.is_none() || seen.sighting.rule == PLURAL;
    is_of_list.then(|| role_of(seen.passage, role))
}

/// The rule that gives a counterpart the office of whose counterpart it is.
pub(super) const COUNTERPARTS_OFFICE: &str = "office-of-counterpart";

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn whom_an_official_replaces_held_office() {
        let text = "The Governor appointed Adela Mbek as ambassador to Chad, replacing Thomas Wray of Ireland. Mr Wray retires. \
                    The band replaced Ivo Novak.";
        assert_eq!(officials("US", text), ["Adela Mbek | ambassador to Chad | US", "Thomas Wray |  | US"]);
    }
}
