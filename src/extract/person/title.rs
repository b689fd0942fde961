//! Titles: honorifics, ranks and roles before a name.

use std::ops::Range;

use super::name::{Cue, is_title_as_given, is_title_as_surname, name_at};
use super::{PEERS, is_spaced_dash, titled_name};
use crate::extract::features::Features;
use crate::extract::lexicon::{Class, Gender};
use crate::extract::passage::{Match, Passage};
use crate::extract::role::{FoundRole, is_given_rather_than_role, role_at, role_or_acronym_at};
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
        let is_name = is_titled
            && (is_given_rather_than_role(passage, here)
                || !title.roles.is_empty() && is_title_as_surname(passage, here)
                || is_title_as_given(passage, here));
        if is_name {
            break;
        }
        let role = if is_titled { role_or_acronym_at(passage, here) } else { role_at(passage, here) };
        let role = role.filter(|role| outweighs(role, honorific, rank));
        if let Some(role) = role.filter(|role| !(here == at && is_verb(passage, role))) {
            title.end = after_parenthesis(passage, role.tokens.end);
            // "Foreign Minister II": the second of two who hold the office.
            if passage.is_any(title.end, words!["ii", "iii"]) && passage.kind(title.end + 1).is_capital() {
                title.end += 1;
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
                title.end = another_role(passage, title.end);
            } else {
                title.end = next_portfolio(passage, title.end);
            }
        } else if let Some(rank) = rank {
            let (tokens, row) =
                ordinal_rank(passage, here).unwrap_or((here..here + rank.len, rank.entry.value));
            title.end = after_parenthesis(passage, tokens.end);
            title.rank = Some((tokens, row));
        } else if let Some(honorific) = honorific {
            let tokens = here..here + honorific.len;
            title.gender = title.gender.or(Some(honorific.entry.value.into()));
            title.end = after_parenthesis(passage, after_apostrophe(passage, tokens.end));
            title.honorifics.push(tokens);
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
        } else if title.end > at
            && title.roles.is_empty()
            && passage.is(here, "the")
            && passage.has(here + 1, Class::Honorific)
        {
            title.end += 1;
        } else if here == at && passage.is(here, "the") {
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

/// "Deputy Minister │ U Hla Myint": "U" without a full stop, and two words behind it.
pub(super) fn is_burmese_address(passage: &Passage<'_>, at: usize) -> bool {
    let is_name = |at: usize| passage.kind(at) == TokenKind::Capital && !passage.has(at, Class::Role);
    passage.word(at) == "U" && is_name(at + 1) && is_name(at + 2)
}

/// "Prince │ ‘Abdul Malik": a mark that stands for a letter, and no quotation mark, which another would close.
fn is_letter_of_name(passage: &Passage<'_>, at: usize) -> bool {
    const MOST: usize = 4;
    let close = match passage.kind(at) {
        TokenKind::Mark('‘') => ['’', '‘'],
        TokenKind::Mark('\'' | '`' | 'ʻ') => ['\'', '`'],
        _ => return false,
    };
    let is_joined = passage.tokens.get(at + 1).is_some_and(|word| !word.spaced);
    let is_closed = |at: usize| close.iter().any(|&close| passage.is_mark(at, close));
    is_joined
        && passage.kind(at + 1) == TokenKind::Capital
        && !(at + 2..at + 2 + MOST)
            .any(|at| is_closed(at) && passage.tokens.get(at).is_some_and(|mark| !mark.spaced))
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

/// The token after the mark that "Dato'" ends in, and after the words that raise it: "Dato' Seri Utama".
fn after_apostrophe(passage: &Passage<'_>, at: usize) -> usize {
    const RAISE: &Words = words!["paduka", "seri", "setia", "sri", "utama", "wira"];
    const MOST: usize = 2;
    let is_joined = passage.tokens.get(at).is_some_and(|mark| !mark.spaced);
    let is_apostrophe = matches!(passage.kind(at), TokenKind::Mark('\'' | '’' | 'ʼ' | '‘'));
    let is_dato = at.checked_sub(1).is_some_and(|title| passage.is_any(title, words!["dato", "datin", "to"]));
    if !(is_joined && is_apostrophe && is_dato) {
        return at;
    }
    let raised = (at + 1..at + 1 + MOST).take_while(|&at| passage.is_any(at, RAISE)).count();
    at + 1 + raised
}

/// The token after a parenthesis within a title: "(SACEUR)", "(Retired)", "(Dr)"; the same where none stands.
pub(in crate::extract) fn after_parenthesis(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 3;
    if !passage.is_mark(at, '(') {
        return at;
    }
    let close = (at + 2..=at + 1 + MOST).find(|&close| passage.is_mark(close, ')'));
    let inner = at + 1;
    // "Lord (Tariq) Ahmad": the given name of a peer.
    let is_peer = at.checked_sub(1).is_some_and(|title| passage.is_any(title, PEERS));
    let is_given = is_peer && close == Some(inner + 1) && passage.kind(inner) == TokenKind::Capital;
    let is_of_title = is_given
        || passage.kind(inner) == TokenKind::AllCaps
        || passage.is_any(
            inner,
            words![
                "ic",
                "i/c",
                "retired",
                "retd",
                "retd.",
                "rtd",
                "rtd.",
                "ret",
                "ret.",
                "ret'd",
                "r",
                "reserve",
                "res",
                "navy",
                "army",
                "independent",
                "acting",
                "ag",
                "ag."
            ],
        )
        || passage.longest(inner, Class::Honorific).is_some_and(|found| close == Some(inner + found.len))
        || passage.has(inner, Class::Qualifier);
    close.filter(|_| is_of_title).map_or(at, |close| close + 1)
}

/// Where the next of several offices of one person begins: "the Minister for Trade and Minister for Defence, X",
/// "the Tánaiste, Minister for Trade and Minister for Defence, X".
///
/// Without an article of its own an office is the same person's, if a comma leads from the last to the name.
fn next_portfolio(passage: &Passage<'_>, end: usize) -> usize {
    const MOST: usize = 4;
    let begin = |end: usize| {
        let comma = passage.is_mark(end, ',');
        let and = passage.is(end + usize::from(comma), "and");
        (comma || and).then_some(end + usize::from(comma) + usize::from(and))
    };
    let Some(first) = begin(end) else { return end };
    let mut next = first;
    for _ in 0..MOST {
        let Some(role) = role_at(passage, next).filter(|role| role.is_of_one(passage)) else { return end };
        if passage.is_mark(role.tokens.end, ',') && titled_name(passage, role.tokens.end + 1).is_some() {
            return first;
        }
        let Some(begin) = begin(role.tokens.end) else { return end };
        next = begin;
    }
    end
}

/// Where a second role begins after "and", ",", "/", "&" or a dash, if one does: "Prime Minister and Minister of Defence
/// X", "Deputy Prime Minister – Minister of Economy X".
pub(super) fn another_role(passage: &Passage<'_>, end: usize) -> usize {
    joint_role(passage, end, true)
}

/// Where a second role begins that shares a name with the first, which may stand behind a comma where `after_comma`.
pub(super) fn joint_role(passage: &Passage<'_>, end: usize, after_comma: bool) -> usize {
    const MOST: usize = 3;
    let Some(first) = after_joint(passage, end) else { return end };
    let mut next = first;
    for _ in 0..MOST {
        // "…, Minister of Trade, Senator Ola Berg": a style after a list begins the next person.
        let is_joint = |role: &FoundRole| role.is_of_one(passage) || is_small_office(passage, role);
        let goes_on = |role: &FoundRole| is_joint(role) && (next == first || !role.is_style());
        let Some(role) = role_or_acronym_at(passage, next).filter(goes_on) else { return end };
        let office_end = after_parenthesis(passage, role.tokens.end);
        // "Minister of Trade, and Deputy Prime Minister, Hon. Ana Virta"
        let is_last = passage.is(next.saturating_sub(1), "and") && passage.is_mark(office_end, ',');
        let is_title =
            passage.has(office_end + 1, Class::Honorific) || passage.has(office_end + 1, Class::Role);
        if after_comma && is_last && is_title && is_named(passage, office_end + 1) {
            return first;
        }
        // In "Prime Minister and Foreign Minister Lee" both are Lee's; in "President Kim and Prime Minister Lee" they
        // are not.
        if is_named(passage, office_end) {
            return first;
        }
        let Some(more) = after_joint(passage, office_end) else { return end };
        // "Secretary and Spokesperson, and │ Ambassador Ana Virta": the last of a list was named.
        let is_listed = passage.is(next.saturating_sub(1), "and");
        if is_listed && passage.is_mark(office_end, ',') && passage.is(more.saturating_sub(1), "and") {
            return end;
        }
        next = more;
    }
    end
}

/// "finance minister" of "Deputy Prime Minister and finance minister Ana Virta": an office in small letters with its
/// field, right before a name.
fn is_small_office(passage: &Passage<'_>, role: &FoundRole) -> bool {
    !role.weak && !role.plural && role.title.len() > 1 && is_named(passage, role.tokens.end)
}

/// The token after what joins two offices of one person.
fn after_joint(passage: &Passage<'_>, end: usize) -> Option<usize> {
    let comma = passage.is_mark(end, ',');
    let next = end + usize::from(comma);
    let joint = passage.is(next, "and")
        || passage.is_mark(next, '&')
        || passage.is_mark(next, '/')
        || !comma && is_spaced_dash(passage, next);
    if joint { Some(next + 1) } else { comma.then_some(next) }
}

/// Whether a name stands at a token, after honorifics and perhaps a style: "Senator Dr Ana Virta".
fn is_named(passage: &Passage<'_>, at: usize) -> bool {
    let name = after_address(passage, at);
    let style = || role_at(passage, name).filter(FoundRole::is_style).map(|style| style.tokens.end);
    name_at(passage, name, Cue::Title).is_some()
        || style().is_some_and(|end| name_at(passage, after_address(passage, end), Cue::Title).is_some())
}

/// The token after the honorifics and the rank that may stand between a role and a name.
pub(super) fn after_address(passage: &Passage<'_>, mut at: usize) -> usize {
    const MOST: usize = 4;
    for _ in 0..MOST {
        // "Foreign Minister the Hon Ana Virta"
        let the = usize::from(passage.is(at, "the") && passage.has(at + 1, Class::Honorific));
        let address = passage.longest(at + the, Class::Honorific).or(passage.longest(at, Class::Rank));
        let Some(address) = address.filter(|_| passage.kind(at + the).is_capital()) else { break };
        at += the + address.len;
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_dash_or_a_slash_joins_two_offices_of_one_person() {
        let text = "Deputy Prime Minister/Foreign Minister Senator Ivo Dar met Kyryl Bud, First Deputy Minister – Head of \
                    Department Olha Stefan and Deputy Prime Minister – Minister of Economy Yulia Vyrid.";
        assert_eq!(
            officials("PK", text),
            [
                "Ivo Dar | Deputy Prime Minister; Foreign Minister; Senator | PK",
                "Olha Stefan | First Deputy Minister; Head of Department | PK",
                "Yulia Vyrid | Deputy Prime Minister; Minister of Economy | PK"
            ]
        );
    }

    #[test]
    fn a_style_after_a_list_of_offices_begins_the_next_person() {
        let text = "Senator Ana Kemp, Minister for the Arts, and Senator Ola Berg, Minister for Trade, met.";
        assert_eq!(
            officials("AU", text),
            ["Ana Kemp | Senator; Minister for the Arts | AU", "Ola Berg | Senator; Minister for Trade | AU"]
        );
    }

    #[test]
    fn malay_titles_are_no_part_of_the_name() {
        let text = "The Prime Minister of Malaysia, Dato' Seri Abdul Badaw, met YB Dato’ Seri Utama Mohamad Hasan, Minister of \
                    Foreign Affairs, and Chief Secretary to the Government Tan Sri Shamsul Azrin.";
        assert_eq!(
            officials("MY", text),
            [
                "Abdul Badaw | Prime Minister of Malaysia | MY",
                "Mohamad Hasan | Minister of Foreign Affairs | MY",
                "Shamsul Azrin | Chief Secretary to the Government | MY"
            ]
        );
    }

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
    fn burmese_address_and_letters_before_a_name_are_no_part_of_it() {
        let text = "Deputy Minister U Hla Myint Oo met Prince ‘Abdul Matin and Premier Datuk Patinggi Tan Sri Rahim Salleh.";
        assert_eq!(
            officials("MM", text),
            ["Hla Myint Oo | Deputy Minister | MM", "Abdul Matin | Prince | MM", "Rahim Salleh | Premier"]
        );
    }

    #[test]
    fn a_small_or_a_titled_office_may_be_the_second_of_one_person() {
        let text = "Minister of Trade, and Deputy Prime Minister, Hon. Dr. Ana Virta, and Deputy Premier and finance minister \
                    Ola Berg met Vice President and outgoing DepEd Secretary Sara Dumla.";
        assert_eq!(
            officials("JM", text),
            [
                "Ana Virta | Minister of Trade; Deputy Prime Minister | JM",
                "Ola Berg | Deputy Premier; finance minister | JM",
                "Sara Dumla | Vice President; DepEd Secretary"
            ]
        );
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
}
