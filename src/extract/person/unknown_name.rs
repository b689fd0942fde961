//! Names that the lexicon does not know, told by the office behind them: "Yasir Naqvi, Minister of …", "Letho Tangbi is
//! the new Secretary".

use std::ops::Range;

use super::after_name::after_aside;
use super::appointment::{appointed, given_to};
use super::appositive::{Fronted, appositive, is_spaced_dash, office_under};
use super::behind_name::country_after;
use super::name::{Cue, name_at};
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::private_post::is_public;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// Two words and more that the lexicon does not know, before an office in apposition: "Yasir Naqvi, Minister of …".
pub(super) fn name_before_office(passage: &Passage<'_>, at: usize) -> Option<Range<usize>> {
    const OFFICES: Features = Features::classes(&[Class::Role]);
    if passage.shouts
        || passage.kind(at).is_capital() && !may_be_of_name(passage, at)
        || !passage.has_beside(at, OFFICES)
    {
        return None;
    }
    // "at Deacons Road, St Michael, the police chief is …": a place.
    if passage.is_any(at, words!["st", "st.", "ste", "ste.", "saint"]) {
        return None;
    }
    let name = name_at(passage, at, Cue::Title).filter(|name| name.len() > 1)?;
    // "Ana Virta of Ostland, who had been Director-General,"
    let end = country_after(passage, name.end).map_or(name.end, |(_, end)| end);
    let opens = passage.is_mark(end, ',') || passage.is_mark(end, '(') || is_spaced_dash(passage, end);
    // "Letho Tangbi is the new Secretary of the Ministry."
    // "She appointed Annasi Mwanyan as Secretary."
    let aside = after_aside(passage, end);
    let holder = aside.unwrap_or(end);
    let holds = (aside.is_some() || !opens) && passage.is_any(holder, HOLDING);
    // "named Annasi Mwanyan chair of the Trade Commission"
    let is_given = || given_to(passage, at, end, false).is_some();
    if !(opens || holds || is_given()) || !is_unknown_name(passage, &name) {
        return None;
    }
    if !(opens || holds) {
        return Some(name);
    }
    if holds {
        // "in the Howard Government as Parliamentary Secretary"
        const NO_SURNAME: Features =
            Features::classes(&[Class::Common, Class::Portfolio, Class::Thing, Class::Organisation]);
        if passage.has_any(name.end.saturating_sub(1), NO_SURNAME) {
            return None;
        }
        let office = appointed(passage, holder, false);
        if aside.is_none() || office.is_some() {
            return office.map(|_| name);
        }
    }
    let apposed = appositive(passage, end, true, Fronted::No).map(|(role, _)| role);
    let under = || office_under(passage, end);
    let role = apposed.or_else(under)?;
    const OF_STATE: &[&str] = &[
        "ambassador", "deputy-minister", "envoy", "judiciary", "legislator", "military", "minister",
        "police", "regional", "spokesperson",
    ];
    let is_plain = role.title.len() > 1 && OF_STATE.contains(&role.row.kind);
    let is_loud = passage.kind(role.head.start).is_capital();
    let is_office = !role.weak && (is_loud || role.country.is_some() || is_plain);
    (is_office || !is_loud && is_public(passage, &role)).then_some(name)
}

/// Verbs by which somebody holds an office, or comes to it.
const HOLDING: &Words = words![
    "as", "assumed", "assumes", "became", "becomes", "for", "had", "has", "held", "holds", "is", "joined",
    "joins", "on", "presented", "presents", "resigned", "retired", "served", "serves", "submits",
    "submitted", "takes", "to", "took", "upon", "was", "will",
];

/// Whether nothing but a name can be read in some words: the lexicon knows none of them but as given names.
pub(super) fn is_unknown_name(passage: &Passage<'_>, name: &Range<usize>) -> bool {
    let last = name.end.saturating_sub(1);
    // "Ana Hill", "Rob Price": after a given name the surname may be any noun.
    let is_surname = |at: usize| at == last && passage.has(name.start, Class::Given);
    // "Gudni Th. Johannesson"
    let is_short = |at: usize| passage.word(at).ends_with('.') && passage.word(at).len() <= MOST_OF_SHORT;
    name.clone().all(|at| {
        !passage.kind(at).is_capital() || is_short(at) || is_surname(at) || may_be_of_name(passage, at)
    })
}

/// How long a name may be that is cut short, with its full stop: "Chr."
const MOST_OF_SHORT: usize = 4;

/// Whether a word is unknown, or known as a given name alone.
pub(super) fn may_be_of_name(passage: &Passage<'_>, at: usize) -> bool {
    passage.matches(at).iter().all(|found| found.is(Class::Given)) || is_hyphenated_name(passage, at)
}

/// "Ban" of "Ban Ki-moon": a common word that is a family name, before a given one of two syllables.
pub(super) fn is_before_syllables(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Capital && passage.is_hyphen(at + 2) && is_hyphenated_name(passage, at)
}

/// Either word of "Oh Young-ju", "Chang Won-sam": a family name, and a given one whose second syllable has a small letter.
fn is_hyphenated_name(passage: &Passage<'_>, at: usize) -> bool {
    const NO_NAME: Features = Features::classes(&[
        Class::Role,
        Class::Rank,
        Class::Honorific,
        Class::Organisation,
        Class::Country,
        Class::Demonym,
        Class::Portfolio,
    ]);
    let is_given = |at: usize| {
        passage.kind(at) == TokenKind::Capital
            && passage.is_hyphen(at + 1)
            && passage.kind(at + 2) == TokenKind::Lower
            && passage.word(at).len() <= MOST_OF_SYLLABLE
            && passage.word(at + 2).len() <= MOST_OF_SYLLABLE
    };
    const MOST_OF_SYLLABLE: usize = 6;
    let family = if is_given(at) { at.checked_sub(1) } else { Some(at) };
    family.is_some_and(|family| {
        is_given(family + 1)
            && passage.kind(family) == TokenKind::Capital
            && !passage.has_any(family, NO_NAME)
            && !passage.has_any(family + 1, NO_NAME)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn names_that_nobody_knows_hold_what_a_verb_gives_them() {
        let text = "Sonam Tsheng is the new Secretary of the Ministry of Trade. She appointed Annasi Mwanyan as Secretary of the \
                    Ministry of Health. Mr Adebo Adela and Mr Okwu Nnani, the Deputy Governors, met U Thaung Tun, the Chairman of the \
                    Commission.";
        assert_eq!(
            officials("BT", text),
            [
                "Sonam Tsheng | Secretary of the Ministry of Trade | BT",
                "Annasi Mwanyan | Secretary of the Ministry of Health | BT",
                "Adebo Adela | Deputy Governor | BT",
                "Okwu Nnani | Deputy Governor | BT",
                "Thaung Tun | Chairman of the Commission | BT"
            ]
        );
    }

    #[test]
    fn a_cabinet_is_listed_with_as() {
        let text = "It sees Commi Mewari as new Minister for Forests and Research, Ishma Avuri as the new Minister for Lands and \
                    Senly Filuari as the Minister for Trade. He served in the Berg Government as Parliamentary Secretary.";
        assert_eq!(
            officials("SB", text),
            [
                "Commi Mewari | Minister for Forests and Research | SB",
                "Ishma Avuri | Minister for Lands | SB",
                "Senly Filuari | Minister for Trade; Parliamentary Secretary | SB"
            ]
        );
    }

    #[test]
    fn an_office_in_small_letters_is_told_by_what_stands_with_it() {
        let text = "They were Nolan Mempo, undersecretary for administration; Zodan Fajardi, governor of the central bank; and Reyno Munsaya, the spokesman for the presidency. Tovan Ruskin, director of the clinic, and Ivan Moskin, chairman of the club, came.";
        assert_eq!(
            officials("PH", text),
            [
                "Nolan Mempo | undersecretary for administration | PH",
                "Zodan Fajardi | governor of the central bank | PH",
                "Reyno Munsaya | spokesman for the presidency | PH"
            ]
        );
    }

    #[test]
    fn a_country_may_stand_between_a_name_and_its_office() {
        let text = "He met Jan Beagel of New Zealand, who had been Assistant Secretary-General for Research, and Yuri Ushakin, Ostland President Ola Bergin’s foreign policy adviser.";
        assert_eq!(
            officials("PE", text),
            [
                "Jan Beagel | Assistant Secretary-General for Research | UN",
                "Yuri Ushakin | foreign policy adviser | PE",
                "Ola Bergin | President | PE"
            ]
        );
    }

    #[test]
    fn a_saint_is_a_place_and_letters_of_a_college_are_small() {
        let text = "The owner of the shop at Deacons Road, St Michael, the police chief is adamant. Major General Chand Wijaya RSP \
                    USP ndu, the Security Forces Commander Jaffna, met Dharam Seero, High Commissioner Extraordinary and \
                    Plenipotentiary to India, and the Chair of the Fund, His Excellency, Mohammed Alja.";
        assert_eq!(
            officials("LK", text),
            [
                "Chand Wijaya | Security Forces Commander Jaffna | LK",
                "Dharam Seero | High Commissioner Extraordinary and Plenipotentiary to India | LK",
                "Mohammed Alja | Chair of the Fund | LK"
            ]
        );
    }
}
