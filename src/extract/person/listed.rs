//! Those of a list who hold one office, which the sentence names before them or behind: "They are Ana Virta (Trade) and Ola
//! Berg (Health).", "Ana Virta, Ola Berg and Ivo Dar were sworn in as ministers".

use super::address::after_address;
use super::name::{Cue, name_at};
use super::plural::{PLURAL, names_in_list};
use super::sighting::Sighting;
use super::unknown_name::{is_unknown_name, may_be_of_name};
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::role::{FoundRole, role_at};
use crate::extract::words::Words;

/// The rule of people who are listed as the holders of an office that a sentence before names in the plural.
pub(in crate::extract) const LISTED: &str = "listed-holder";

/// "They are │ Ana Virta (Trade) and Ola Berg (Health).": the names of a list whose office stands before it; where it ends.
pub(super) fn listed_names(passage: &Passage<'_>, at: usize, found: &mut Vec<Sighting>) -> Option<usize> {
    const OPENINGS: &Words = words!["others", "the", "these", "they"];
    const VERBS: &Words = words!["are", "comprise", "comprised", "include", "included", "were"];
    if !passage.is_any(at, OPENINGS) || !passage.begins_sentence(at) || passage.shouts {
        return None;
    }
    let verb = match () {
        () if !passage.is(at, "the") => at + 1,
        () if passage.is_any(at + 1, words!["others", "rest"]) => at + 2,
        () => return None,
    };
    if !passage.is_any(verb, VERBS) {
        return None;
    }
    let start = verb + 1 + usize::from(passage.is_mark(verb + 1, ':'));
    let (names, end) = names_in_list(passage, start);
    if names.len() < 2 || passage.kind(end).is_word() {
        return None;
    }
    for (name, country) in names {
        let mut sighting = Sighting::new(name.clone(), LISTED);
        sighting.name = Some(name);
        sighting.country = country;
        found.push(sighting);
    }
    Some(end)
}

/// "Ana Virta, Ola Berg and Ivo Dar │ were sworn in as ministers": the names of a list behind which their office stands in
/// the plural; where they end.
pub(super) fn holders_in_list(passage: &Passage<'_>, at: usize, found: &mut Vec<Sighting>) -> Option<usize> {
    const OFFICES: Features = Features::classes(&[Class::Role]);
    let opens = passage.begins_sentence(at)
        || at
            .checked_sub(1)
            .is_some_and(|before| passage.is_mark(before, ',') || passage.is(before, "while"));
    if !opens
        || passage.shouts
        || !passage.kind(at).is_capital()
        || !may_be_of_name(passage, at)
        || !passage.has_beside(at, OFFICES)
    {
        return None;
    }
    let (names, end) = names_in_list(passage, at);
    if names.len() < 2 || !names.iter().all(|(name, _)| name.len() > 1 && is_unknown_name(passage, name)) {
        return None;
    }
    let role = office_shared(passage, end)?;
    for (name, country) in names {
        let mut sighting = Sighting::new(name.clone(), PLURAL);
        sighting.name = Some(name);
        sighting.country = country;
        sighting.roles = vec![role.clone()];
        found.push(sighting);
    }
    Some(end)
}

/// The office in the plural that several are, become or are given: "are the new │ ministers", "took the oath as │ judges".
fn office_shared(passage: &Passage<'_>, end: usize) -> Option<FoundRole> {
    const VERBS: &Words = words!["are", "as", "be", "became", "become", "been", "remain", "were"];
    const WORDS: &Words = words![
        "all", "also", "appointed", "elected", "have", "in", "named", "new", "newly", "nominated", "now",
        "oath", "oaths", "of", "office", "on", "respectively", "sworn", "take", "taken", "the", "their",
        "today", "took", "will",
    ];
    const MOST: usize = 10;
    let is_word = |at: usize| passage.is_any(at, VERBS) || passage.is_any(at, WORDS);
    let words = (end..end + MOST).take_while(|&at| is_word(at)).count();
    let start = end + words;
    if !(end..start).any(|at| passage.is_any(at, VERBS)) {
        return None;
    }
    let role = role_at(passage, start).filter(|role| role.plural && !role.weak)?;
    let is_of_others = name_at(passage, after_address(passage, role.tokens.end), Cue::Title).is_some();
    (!is_of_others).then_some(role)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn those_of_a_list_become_what_stands_behind_it() {
        let text = "Tiren Rajan, Anudev Thakar, G Krishan Reddi and Mansu Mandavar have now become Union Ministers. Apart from \
                    Shalo, Ramen Pokhar and Arjan Mundal are the new governors.";
        assert_eq!(
            officials("IN", text),
            [
                "Tiren Rajan | Union Minister | IN",
                "Anudev Thakar | Union Minister | IN",
                "G Krishan Reddi | Union Minister | IN",
                "Mansu Mandavar | Union Minister | IN",
                "Ramen Pokhar | Governor | IN",
                "Arjan Mundal | Governor | IN"
            ]
        );
        let text = "Tiren Rajan, Anudev Thakar and Ramen Pokhar are friends of the ministers. Tiren Rajan, Anudev Thakar and \
                    Ramen Pokhar met as ministers left.";
        assert!(officials("IN", text).is_empty());
    }

    #[test]
    fn others_of_a_list_hold_the_office_of_the_first() {
        let text = "The permanent secretaries are Mr Polar Zigu and Mrs Ramatu Juldo. Others are Kasim Suleman, Umar Idrisu and Ibrahim Amino.";
        let told = officials("NG", text);
        assert_eq!(told.len(), 5, "{told:?}");
        assert!(told.iter().all(|official| official.contains("Permanent Secretary")), "{told:?}");
    }
}
