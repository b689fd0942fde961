//! Titles that are names: "Julie Bishop", "Foreign Minister Sultan Al Harthi", "Hassan Sheikh Mohamud".

use super::name::is_particle;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// A title that can only be a word of the name: the surname "Bishop", or "Sheikh" between two names.
pub(super) fn is_title_in_name(passage: &Passage<'_>, at: usize) -> bool {
    let after_given = at.checked_sub(1).is_some_and(|before| {
        passage.kind(before).is_capital()
            && (passage.has(before, Class::Given) || passage.matches(before).is_empty())
    });
    let name_goes_on =
        passage.kind(at + 1).is_capital() && !passage.has(at + 1, Class::PostNominal) && !passage.shouts;
    // "Clive Alderman-Fox": a title as the first half of a surname.
    let joined = passage.is_hyphen(at + 1)
        && passage.kind(at + 2) == TokenKind::Capital
        && (passage.has(at, Class::Given)
            || after_given
                && !passage.has(at + 2, Class::Role)
                && passage.matches(at).iter().all(|title| title.len == 1));
    joined
        || passage.is_any(at, TITLES_AS_SURNAMES) && after_given && !name_goes_on
        || passage.is_any(at, TITLES_INSIDE) && name_goes_on && !passage.has(at + 1, Class::Role)
}

/// "Bishop" of "Foreign Minister Bishop’s visit": a title that is a surname too, right after an office, and no more.
pub(super) fn is_title_as_surname(passage: &Passage<'_>, at: usize) -> bool {
    let office = at.checked_sub(1).filter(|&before| passage.kind(before).is_capital());
    let follows_office = office.is_some_and(|before| passage.has(before, Class::Role));
    follows_office
        && passage.kind(at) == TokenKind::Capital
        && passage.is_any(at, TITLES_AS_SURNAMES)
        && !passage.kind(at + 1).is_capital()
        && !is_particle(passage, at + 1)
        && !passage.is_any(at + 1, words!["of", "for"])
        && !passage.shouts
}

/// "Sultan" of "Foreign Minister Sultan Al Harthi": a title that is a given name too, after an office or a rank that no ruler
/// has.
pub(super) fn is_title_as_given(passage: &Passage<'_>, at: usize) -> bool {
    const TITLES: &Words = words!["amir", "king", "sultan"];
    const OFFICES: &Words = words![
        "admiral", "ambassador", "brigadier", "captain", "colonel", "commissioner", "general", "governor",
        "lieutenant", "major", "mayor", "minister", "representative", "secretary", "senator",
    ];
    if !passage.is_any(at, TITLES) || passage.kind(at) != TokenKind::Capital || passage.shouts {
        return false;
    }
    let office = at.checked_sub(1).filter(|&office| passage.kind(office).is_capital());
    let follows_office = office.is_some_and(|office| passage.is_any(office, OFFICES));
    let is_fathers = passage.is_any(at + 1, words!["bin", "bint", "ibn"]);
    // "his Ostland counterpart Amir Virta"
    let follows_counterpart =
        passage.is(at, "amir") && at.checked_sub(1).is_some_and(|before| passage.is(before, "counterpart"));
    is_fathers
        || (follows_office || follows_counterpart)
            && (passage.kind(at + 1).is_capital() || is_particle(passage, at + 1))
}

/// Titles that are surnames too, and what they follow tells: "Julie Bishop", "Amit Shah".
const TITLES_AS_SURNAMES: &Words = words![
    "amir", "baron", "begum", "bishop", "chaudhry", "constable", "dean", "duke", "earl", "emir", "judge",
    "khan", "king", "knight", "lord", "major", "marshal", "page", "pandit", "pasha", "pope", "prince",
    "raja", "sardar", "sayed", "sayyid", "shah", "shaikh", "sheikh", "sultan", "swami", "wali",
];

/// Titles that stand inside names: "Hassan Sheikh Mohamud", "Salum Haji Othman".
const TITLES_INSIDE: &Words = words![
    "eng", "al-haj", "alhaji", "cardinal", "datuk", "hadji", "haji", "hajji", "imam", "lama", "nana",
    "nizam", "shaikh", "sheik", "sheikh", "sri", "tengku", "thero", "tuanku", "tun", "tunku"
];

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn an_honorific_before_a_father_is_no_surname() {
        let text =
            "Foreign Minister Sheikh bin Zayan came. Foreign Minister Sheikh Abdullah bin Zayan spoke.";
        assert_eq!(officials("AE", text), ["Abdullah bin Zayan | Foreign Minister | AE"]);
    }

    #[test]
    fn an_honorific_behind_a_given_name_is_the_surname() {
        let text = "General Mano Pandit, Mayor Ravi Sheikh and Minister Hasina Begum met.";
        assert_eq!(
            officials("IN", text),
            ["Mano Pandit |  | IN", "Ravi Sheikh | Mayor | IN", "Hasina Begum | Minister | IN"]
        );
    }

    #[test]
    fn titles_fathers_and_syllables_stand_within_names() {
        let text = "Minister Wan Halim Tuanku Rashid, Premier Abang Razali Tun Hamid, Minister Lim Soon Huat, Mohd. Salim Ahmad, \
                    Secretary of Defence, and Permanent Secretary Siti Nora binti Pengiran Haji Yusof met President Gunnar \
                    Th. Jonsson.";
        assert_eq!(
            officials("MY", text),
            [
                "Wan Halim Tuanku Rashid | Minister | MY",
                "Abang Razali Tun Hamid | Premier | MY",
                "Lim Soon Huat | Minister | MY",
                "Mohd. Salim Ahmad | Secretary of Defence | MY",
                "Siti Nora binti Pengiran Haji Yusof | Permanent Secretary | MY",
                "Gunnar Th. Jonsson | President"
            ]
        );
    }

    #[test]
    fn a_short_title_may_be_within_a_name() {
        let text = "Minister for Defence Ng Eng Hin met Eng. Ola Berg, Minister of Works.";
        assert_eq!(
            officials("SG", text),
            ["Ng Eng Hin | Minister for Defence | SG", "Ola Berg | Minister of Works | SG"]
        );
    }
}
