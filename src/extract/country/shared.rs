//! Offices and houses that several states have under one name: "Speaker of the House of Commons", "Union Minister".

use crate::extract::lexicon;
use crate::extract::passage::Passage;
use crate::extract::person::Sighting;
use crate::model::Country;

/// Leaves open whose the offices are that the lexicon takes for another state's, and that the publisher's has, too: what
/// else the story says of their holders tells, or else they are the publisher's.
pub(in crate::extract) fn leave_open(passages: &[Passage<'_>], seen: &mut [Vec<Sighting>], home: Country) {
    let shared: Vec<&str> = lexicon::shared_by(home).collect();
    if shared.is_empty() {
        return;
    }
    for (passage, seen) in passages.iter().zip(seen) {
        for role in seen.iter_mut().flat_map(|sighting| &mut sighting.roles) {
            let title = passage.words(role.title.clone());
            // A house stands within the titles of its officers.
            let is_shared =
                |name: &&str| role.row.head == *name || name.contains(" of ") && title.contains(name);
            if shared.iter().any(is_shared) {
                role.country = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_house_or_an_office_that_two_states_have_is_that_of_home() {
        let text = "Audrey Brien, Clerk of the House of Commons, spoke.";
        assert_eq!(officials("CA", text), ["Audrey Brien | Clerk of the House of Commons | CA"]);
        assert_eq!(officials("US", text), ["Audrey Brien | Clerk of the House of Commons | GB"]);
        let text = "Union Minister Kyaw Tinto spoke.";
        assert_eq!(officials("MM", text), ["Kyaw Tinto | Union Minister | MM"]);
        assert_eq!(officials("US", text), ["Kyaw Tinto | Union Minister | IN"]);
    }
}
