//! Titles: honorifics, ranks and roles before a name.

use std::ops::Range;

use super::address::{after_apostrophe, after_parenthesis, is_burmese_address, is_letter_of_name};
use super::is_spaced_dash;
use super::joint_office::{another_role, next_portfolio};
use super::peerage::is_title_of_noble;
use super::title_in_name::{is_title_as_given, is_title_as_surname};
use crate::extract::features::Features;
use crate::extract::lexicon::{Class, Gender};
use crate::extract::passage::{Match, Passage};
use crate::extract::role::{
    FoundRole, is_given_rather_than_role, rank_after_service, role_at, role_or_acronym_at,
};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// What stands before a name.
#[derive(Debug, Default)]
pub(super) struct Title {
    pub(super) end: usize,
    pub(super) honorifics: Vec<Range<usize>>,
    pub(super) rank: Option<(Range<usize>, u32)>,
    pub(super) roles: Vec<FoundRole>,
    pub(super) gender: Option<Gender>,
    pub(super) definite: bool,
}

/// Honorifics, a rank and roles from a token on.
pub(super) fn title_at(passage: &Passage<'_>, at: usize) -> Option<Title> {
    const TITLES: Features = Features::classes(&[Class::Honorific, Class::Rank, Class::Role]);
    let may_begin = !passage.matches(at).is_empty() || passage.is(at, "the");
    if !may_begin || !passage.has_beside(at, TITLES) {
        return None;
    }
    let mut title = Title { end: at, ..Title::default() };
    loop {
        let here = title.end;
        let title_word =
            |class| passage.longest(here, class).filter(|found| !is_outdone(passage, here, found.len));
        let is_capital = passage.kind(here).is_capital();
        let honorific = title_word(Class::Honorific).filter(|_| is_capital || here > at);
        let rank =
            title_word(Class::Rank).filter(|_| is_capital && !(here == at && ends_a_noun(passage, at)));
        let is_titled = !title.roles.is_empty() || title.rank.is_some() || !title.honorifics.is_empty();
        // "Commodore M. Berg", "Mr M. H. Berg"
        let is_addressed = |style: &Range<usize>| {
            passage.is_any(
                style.start,
                words!["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir"],
            )
        };
        let is_initial = passage.word(here) == "M."
            && (title.rank.is_some()
                || !title.roles.is_empty()
                || title.honorifics.last().is_some_and(is_addressed));
        let is_name = is_titled
            && (is_initial
                || is_given_rather_than_role(passage, here)
                || !title.roles.is_empty() && is_title_as_surname(passage, here)
                || is_title_as_given(passage, here));
        if is_name {
            break;
        }
        let role = if is_titled { role_or_acronym_at(passage, here) } else { role_at(passage, here) };
        // "… with the Prime Minister / Foreign Minister Ana Virta …": the next line begins anew.
        let begins_anew = || !title.roles.is_empty() && passage.begins_line(here) && title.end > at;
        let role = role.filter(|role| outweighs(role, honorific, rank) && !begins_anew());
        if let Some(mut role) = role.filter(|role| !(here == at && is_verb(passage, role))) {
            title.end = after_parenthesis(passage, role.tokens.end);
            // "Foreign Minister II": the second of two who hold the office.
            if passage.is_any(title.end, words!["ii", "iii"]) && passage.kind(title.end + 1).is_capital() {
                title.end += 1;
                role.title.end = title.end;
                role.tokens.end = title.end;
            }
            let is_plural = role.plural;
            // "as co-chair of the Network, Adviser Ola Berg": what stands in small letters is whoever's went before.
            // A counterpart is whoever is named behind the comma.
            let is_small = passage.kind(role.head.start) == TokenKind::Lower
                && passage.is_mark(title.end, ',')
                && role.row.head != "counterpart";
            title.roles.push(role);
            // "The Secretary and Foreign Minister Lee" are two people, and so are "leaders, Ambassador Lee".
            if is_small
                || is_plural && (passage.is_mark(title.end, ',') || is_spaced_dash(passage, title.end))
            {
                break;
            } else if is_plural {
                // "senior officials and Ambassador Lee"
            } else if !title.definite {
                // "Ostland’s Vice President and Minister of Trade, Ana Virta": an owner is as good as an article.
                let office = title.roles.first().map_or(at, |role| role.title.start);
                // So is the start of a sentence, before which nobody stands.
                let is_owned = passage.begins_sentence(at)
                    || office.checked_sub(1).is_some_and(|mark| passage.kind(mark) == TokenKind::Possessive);
                let end = another_role(passage, title.end);
                title.end = if is_owned && end == title.end { next_portfolio(passage, end) } else { end };
            } else {
                title.end = next_portfolio(passage, title.end);
            }
        } else if let Some(rank) = rank {
            let (tokens, row) =
                ordinal_rank(passage, here).unwrap_or((here..here + rank.len, rank.entry.value));
            title.end = after_parenthesis(passage, tokens.end);
            title.end = after_beat(passage, &tokens, title.end);
            title.rank = Some((tokens, row));
        } else if let Some(honorific) = honorific {
            let tokens = here..here + honorific.len;
            // "the Chair of the Bank, His Excellency, │ Ola Berg", "Her Royal Highness, │ The Duchess of Ostby"
            let is_style = honorific.len > 1 && passage.is_any(here, words!["his", "her"]);
            let next = tokens.end + 1;
            let is_parted = is_style && passage.is_mark(tokens.end, ',');
            let leads_on = is_parted && passage.has(next, Class::Given) && passage.kind(next).is_capital();
            let leads_to_noble = is_parted && passage.is(next, "the") && is_title_of_noble(passage, next + 1);
            title.gender = title.gender.or(Some(honorific.entry.value.into()));
            title.end = match (leads_on, leads_to_noble) {
                (true, _) => next,
                (_, true) => next + 1,
                _ => after_parenthesis(passage, after_apostrophe(passage, tokens.end)),
            };
            title.honorifics.push(tokens);
        } else if !title.roles.is_empty()
            && let Some(rank) = rank_after_service(passage, here)
        {
            // "Chairman of the Joint Chiefs of Staff │ Air Force Gen. Ola Berg"
            title.end = rank;
        } else if is_titled && is_burmese_address(passage, here) {
            title.gender = title.gender.or(Some(Gender::Male));
            title.honorifics.push(here..here + 1);
            title.end += 1;
        } else if is_titled && is_letter_of_name(passage, here) {
            title.end += 1;
        } else if title.roles.is_empty()
            && !title.honorifics.is_empty()
            && passage.is(here, "and")
            && let Some(spouse) = passage.longest(here + 1, Class::Honorific)
            && passage.kind(here + 1).is_capital()
        {
            // "Mr. and Mrs. Ola Berg": he is named.
            title.end = here + 1 + spouse.len;
        } else if passage.is(here, "the")
            && (here == at
                || title.roles.is_empty()
                    && (passage.has(here + 1, Class::Honorific) || is_office_of_style(passage, &title)))
        {
            title.definite = true;
            title.end += 1;
        } else {
            break;
        }
        if title.end == here || title.end > at + 60 {
            break;
        }
    }
    let empty = title.roles.is_empty() && title.rank.is_none() && title.honorifics.is_empty();
    (!empty).then_some(title)
}

/// "SSP Ostby │ Ola Berg": the token after the place of a rank of the police that is written short; the same where none
/// stands.
fn after_beat(passage: &Passage<'_>, rank: &Range<usize>, at: usize) -> usize {
    const RANKS: &Words = words!["acp", "adgp", "asp", "dcp", "dgp", "dig", "dsp", "ig", "igp", "ssp"];
    let place = passage.longest_of(at, &[Class::City, Class::Region]);
    let is_beat = rank.len() == 1 && passage.is_any(rank.start, RANKS) && !passage.has(at, Class::Given);
    let end = place.filter(|_| is_beat && !passage.shouts).map_or(at, |place| at + place.len);
    let leads_to_name = passage.kind(end).is_capital() && passage.kind(end + 1).is_capital();
    if leads_to_name { end } else { at }
}

/// "Her Majesty the │ Queen", "His Excellency the │ Governor": whether the office of whoever is so styled stands behind the
/// article that a title has come to.
fn is_office_of_style(passage: &Passage<'_>, title: &Title) -> bool {
    let office = title.end + 1;
    let is_style =
        |style: &Range<usize>| style.len() > 1 && passage.is_any(style.start, words!["his", "her"]);
    title.honorifics.last().is_some_and(is_style)
        && passage.has(office, Class::Role)
        && passage.kind(office).is_capital()
}

/// "will host Foreign Minister Ana Virta": a noun for a post in small letters that is a verb here.
fn is_verb(passage: &Passage<'_>, role: &FoundRole) -> bool {
    const AUXILIARIES: &Words = words!["will", "would", "can", "could", "may", "must", "shall", "should"];
    let head = role.head.start;
    let follows = |words: &Words| head.checked_sub(1).is_some_and(|before| passage.is_any(before, words));
    let is_bare = role.weak && role.tokens.len() == 1 && passage.kind(head) == TokenKind::Lower;
    is_bare && (follows(AUXILIARIES) || passage.has(head, Class::Trigger) && follows(words!["to"]))
}

/// "1st Lt.", "2nd Lieutenant": the rank of a number and the words from a token on.
fn ordinal_rank(passage: &Passage<'_>, at: usize) -> Option<(Range<usize>, u32)> {
    let number = at.checked_sub(1).filter(|&before| passage.kind(before) == TokenKind::Number)?;
    let rank = passage.longest(number, Class::Rank).filter(|rank| rank.len > 1)?;
    Some((number..number + rank.len, rank.entry.value))
}

/// A longer name of a place or people is what the words mean: "Sri Lankan" has no honorific in it.
fn is_outdone(passage: &Passage<'_>, at: usize, len: usize) -> bool {
    let names = [Class::Country, Class::Demonym, Class::Region, Class::City, Class::Organisation];
    names.iter().any(|&class| passage.longest(at, class).is_some_and(|found| found.len > len))
}

/// A longer phrase is what the words mean: "Major General" is a rank, "General Secretary" a role.
fn outweighs(role: &FoundRole, honorific: Option<Match>, rank: Option<Match>) -> bool {
    let other = honorific.into_iter().chain(rank).map(|found| found.len).max().unwrap_or(0);
    role.tokens.len() > other
}

/// "Consulate General Surabaya": a capitalised noun before "General" makes it no rank.
fn ends_a_noun(passage: &Passage<'_>, at: usize) -> bool {
    const NOUN: Features = Features::classes(&[Class::Thing, Class::Common, Class::Role]);
    const SERVED: Features =
        Features::classes(&[Class::Organisation, Class::Demonym, Class::Country, Class::Portfolio]);
    let Some(before) = at.checked_sub(1) else { return false };
    let noun = passage.has_any(before, NOUN) || passage.is(before, "consulate");
    passage.is(at, "general")
        && passage.kind(before).is_capital()
        && noun
        && !passage.begins_sentence(before)
        && !passage.has_any(before, SERVED)
        && !passage.shouts
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn short_titles_have_their_full_stop() {
        let text = "Sen. Ted Cruzan, Asst. Sec. Ann Ganz and U.S. Attorney Jo Moss met Amartya Sen, Minister of Peace.";
        assert_eq!(
            officials("US", text),
            [
                "Ted Cruzan | Sen. | US",
                "Ann Ganz | Asst. Sec. | US",
                "Jo Moss | U.S. Attorney | US",
                "Amartya Sen | Minister of Peace"
            ]
        );
    }

    #[test]
    fn no_ruler_is_a_minister() {
        let text = "Foreign Minister Sultan Al Harthi, Minister of State for Foreign Affairs Sultan bin Saad and Brigadier \
                    General Amir Nasiri met King Abdul.";
        let told = officials("QA", text);
        let first: Vec<&str> = told.iter().take(3).map(String::as_str).collect();
        assert_eq!(
            first,
            [
                "Sultan Al Harthi | Foreign Minister | QA",
                "Sultan bin Saad | Minister of State for Foreign Affairs | QA",
                "Amir Nasiri |  | QA"
            ]
        );
    }

    #[test]
    fn a_part_in_small_letters_is_not_that_of_the_office_behind_the_comma() {
        let text =
            "With Estonia as a co-chair of the Ability Network, Special Adviser Ola Berg leads the work.";
        assert_eq!(officials("US", text), ["Ola Berg | Special Adviser | US"]);
    }

    #[test]
    fn chiefs_of_police_and_commissioners_have_their_names_behind_rank_and_comma() {
        let text = "The Inspector-General of Police (IGP), Dr. George Dampar, met SAPS National Commissioner General Fanny \
                    Masemo, Attorney General and Minister of Legal Affairs, Senator the Hon. Ryan Pindar, and Vice Premier He \
                    Lifenga. Sir Cornel Smithers, Governor General, spoke.";
        assert_eq!(
            officials("BS", text),
            [
                "George Dampar |  | BS",
                "Fanny Masemo | SAPS National Commissioner | BS",
                "Ryan Pindar | Attorney General; Minister of Legal Affairs; Senator | BS",
                "He Lifenga | Vice Premier",
                "Cornel Smithers | Governor General | BS"
            ]
        );
    }
    #[test]
    fn an_acting_office_begins_anew_and_a_retired_chief_is_of_the_rank() {
        let text = "Air Vice Marshal Colin Batist, Barbados Defence Force and Acting Commissioner of Police, Mr. Ronald \
                    Greave, met retired Chief Superintendent Ola Berg, City Manager Emily Crow, Councilwoman Ana Silva and \
                    Acting CoP, Junior Bell.";
        assert_eq!(
            officials("BB", text),
            [
                "Colin Batist |  | BB",
                "Ronald Greave | Commissioner of Police | BB",
                "Ola Berg |  | BB",
                "Emily Crow | City Manager | BB",
                "Ana Silva | Councilwoman | BB",
                "Junior Bell | CoP | BB"
            ]
        );
    }

    #[test]
    fn the_office_of_somebody_who_is_named_is_no_body() {
        let text =
            "Contact: Mark Donnel, Press Secretary, Office of the Honourable Lena Fox, Minister of Health";
        assert_eq!(
            officials("CA", text),
            ["Mark Donnel | Press Secretary | CA", "Lena Fox | Minister of Health | CA"]
        );
    }

    #[test]
    fn whose_office_it_is_works_elsewhere() {
        let text = "They met Mr Tom Dale, Office of the Director of Public Prosecutions, and Ms Ana Virta, Bureau Director.";
        assert_eq!(officials("AU", text), ["Ana Virta | Bureau Director | AU"]);
    }

    #[test]
    fn a_rank_of_the_police_has_a_place_behind_it() {
        let text = "SSP Srinagar Rakesh Balwar met the AIG Zone Two, Ari Mohammed Alin, and Commander Karachi Vice Admiral Ana Virta.";
        assert_eq!(
            officials("IN", text),
            ["Rakesh Balwar |  | IN", "Ari Mohammed Alin |  | IN", "Ana Virta | Commander Karachi | IN"]
        );
    }
}
