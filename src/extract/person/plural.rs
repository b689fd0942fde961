//! Titles in the plural, and the names that share them: "Prime Ministers Craxi and Papandreou".

use std::ops::Range;

use super::address::after_address;
use super::appositive::is_spaced_dash;
use super::behind_name::{after_affiliation, country_after};
use super::name::{Cue, name_at};
use super::sighting::Sighting;
use super::title::Title;
use crate::extract::date::is_calendar_word;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::{Match, Passage};
use crate::extract::role::{FoundRole, is_style};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Country;

/// The rule of those who share a title in the plural.
pub(in crate::extract) const PLURAL: &str = "plural-role";

/// "Prime Ministers Craxi and Papandreou".
pub(super) fn plural_names(
    passage: &Passage<'_>,
    at: usize,
    title: &Title,
    found: &mut Vec<Sighting>,
) -> Option<usize> {
    if let Some(end) = one_by_one(passage, at, title, found) {
        return Some(end);
    }
    let countries = countries_of(passage, title);
    let peoples = peoples_before(passage, title);
    let has_countries = !countries.is_empty() || !peoples.is_empty();
    let list = after_lead_in(passage, title);
    let comma = title.end + usize::from(has_countries && passage.is_mark(title.end, ','));
    let (names, next) = names_in_list(passage, list.unwrap_or(comma));
    // "the Ambassadors of Latvia and Lithuania, Ilze Ozola and Tomas Vaitkus": to each one the own country.
    let one_each = countries.len() == names.len();
    let one_people_each = peoples.len() == names.len();
    let after_comma = names.first().is_some_and(|(name, _)| name.start > title.end);
    if names.is_empty() || after_comma && list.is_none() && !one_each && !one_people_each {
        return None;
    }
    // "The ministers said: Ana Virta is ill."
    if list.is_some() && (names.len() < 2 || passage.kind(next).is_word()) {
        return None;
    }
    // "The Leaders Plenary met": one word behind a title in the plural is no name.
    if matches!(names.as_slice(), [(name, _)] if name.len() == 1) {
        return None;
    }
    for (index, (name, country)) in names.into_iter().enumerate() {
        let start = if index == 0 && list.is_none() { at } else { name.start };
        let mut sighting = Sighting::new(start..name.end, PLURAL);
        sighting.roles = title.roles.clone();
        sighting.rank = title.rank.clone();
        sighting.name = Some(name);
        sighting.country = country;
        if one_people_each && let (Some(people), Some(role)) = (peoples.get(index), sighting.roles.last_mut())
        {
            role.country = Some(*people);
        }
        if one_each && let (Some(served), Some(role)) = (countries.get(index), sighting.roles.last_mut()) {
            role.complement = Some(served.clone());
            role.title.end = served.end;
            // "Presidents of the Senate and the House": the lexicon knows the first as an office of its own.
            role.row.head = role.row.head.split_once(" of ").map_or(role.row.head, |(head, _)| head);
            role.country = passage
                .longest_of(served.start, &[Class::Country, Class::Region])
                .and_then(|found| lexicon::country(found.entry.country));
        }
        found.push(sighting);
    }
    Some(next)
}

/// A name of a list, and the country behind it.
pub(super) type Listed = (Range<usize>, Option<Country>);

/// The names of a list from a token on, each with the country behind it, and where the list ends.
pub(super) fn names_in_list(passage: &Passage<'_>, start: usize) -> (Vec<Listed>, usize) {
    // "Ministers Senator the Hon Ana Virta and Senator the Hon Ola Berg", but not "Senators Ana Virta and Congressman Ola Berg"
    let is_styled = after_style(passage, start) > after_plain_address(passage, start);
    let address = if is_styled { after_style } else { after_plain_address };
    let mut next = start;
    let mut names = Vec::new();
    while let Some(name) = name_at(passage, address(passage, next), Cue::Title) {
        next = after_affiliation(passage, after_letters(passage, name.end));
        let country = country_after(passage, next);
        next = country.map_or_else(|| after_label(passage, next), |(_, end)| end);
        next = after_charge(passage, next);
        names.push((name, country.map(|(country, _)| country)));
        let joined =
            [',', ';', '&'].iter().any(|&mark| passage.is_mark(next, mark)) || passage.is(next, "and");
        if !joined {
            break;
        }
        let second = usize::from(!passage.is(next, "and") && passage.is(next + 1, "and"));
        let other = address(passage, next + 1 + second);
        if name_at(passage, other, Cue::Title).is_none() {
            break;
        }
        next += 1 + second;
    }
    (names, next)
}

/// The semicolon behind what one of a list is in charge of: "Ana Virta, finance and trade portfolio│; Ola Berg, Ministry of
/// Works│;". The same where none is told.
fn after_charge(passage: &Passage<'_>, comma: usize) -> usize {
    const MOST: usize = 16;
    let first = comma + 1;
    let is_charge = passage.is_mark(comma, ',')
        && (passage.kind(first) == TokenKind::Lower && !passage.is(first, "and")
            || passage.is_any(first, words!["department", "ministry"]));
    let close = (first..first + MOST).find(|&at| passage.is_mark(at, ';') || passage.is_mark(at, '.'));
    // "Ana Virta, undersecretary for trade;" holds an office of her own.
    let is_office = |close: usize| (first..close).any(|at| passage.has(at, Class::Role));
    close.filter(|&close| is_charge && passage.is_mark(close, ';') && !is_office(close)).unwrap_or(comma)
}

/// The token after "(Western Region)", "(Labour and Social Protection)" or "of Ostland" behind a name of a list, whatever
/// stands there; the same where nothing does.
fn after_label(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 4;
    const MOST_IN_BRACKET: usize = 10;
    // "Ana Virta in May and Ola Berg in August"
    if passage.is(at, "in") && is_calendar_word(passage, at + 1) {
        return at + 2;
    }
    let bracket = passage.is_mark(at, '(');
    let joins = |at: usize| {
        passage.is_hyphen(at) || passage.is_mark(at, ',') || passage.is_any(at, words!["and", "of"])
    };
    let is_word = |at: usize| passage.kind(at).is_capital() || bracket && joins(at);
    let most = if bracket { MOST_IN_BRACKET } else { MOST };
    let words = (at + 1..at + 1 + most).take_while(|&at| is_word(at)).count();
    let end = at + 1 + words;
    match words {
        0 => at,
        _ if bracket => {
            if passage.is_mark(end, ')') {
                end + 1
            } else {
                at
            }
        }
        _ => {
            if passage.is_any(at, words!["of", "from"]) {
                end
            } else {
                at
            }
        }
    }
}

/// Where the list begins whose lead-in a title in the plural is: "The following ambassadors presented credentials: │",
/// "The new Permanent Secretaries are │".
fn after_lead_in(passage: &Passage<'_>, title: &Title) -> Option<usize> {
    const VERBS: &Words = words!["are", "were", "include", "included", "including", "namely"];
    const MOST: usize = 8;
    // "The Members of the Board are": a board may be anybody's.
    const OF_ANYBODY: &[&str] = &["Member", "Representative", "Founder", "Partner", "Trustee"];
    let role = title.roles.last()?;
    let is_office =
        (!role.weak || passage.kind(role.head.start).is_capital()) && !OF_ANYBODY.contains(&role.row.head);
    // "The new secretaries, namely │ Ana Virta and Ola Berg", "Those who took the oath, are │"
    let is_lead_in = |at: usize| passage.kind(at) == TokenKind::Lower || passage.is_mark(at, ',');
    let end = (title.end..title.end + MOST).find(|&at| !is_lead_in(at))?;
    let verb = end.checked_sub(1).filter(|&verb| verb >= title.end && passage.is_any(verb, VERBS));
    if !is_office {
        return None;
    }
    // "the permanent secretaries include; │"
    let leads_in = passage.is_mark(end, ':')
        || verb.is_some() && passage.is_mark(end, ';')
        || end > title.end && is_spaced_dash(passage, end);
    if leads_in { Some(end + 1) } else { verb.map(|_| end) }
}

/// "the ambassadors of Ghana, Kofi Boadu, and of Uruguay, Ana Ferrando": each country with its own.
fn one_by_one(passage: &Passage<'_>, at: usize, title: &Title, found: &mut Vec<Sighting>) -> Option<usize> {
    const MOST: usize = 12;
    let role = &with_own_field(passage, title.roles.last()?);
    let preposition = passage.word(role.head.end);
    let mut served = role.complement.clone().filter(|_| passage.is_any(role.head.end, words!["of", "to"]))?;
    let mut holders = Vec::new();
    let mut end = title.end;
    // "Ambassadors of Peru Luis Ibarro, the State of Israel Ana Virta": nothing stands between.
    let is_direct = !passage.is_mark(served.end, ',');
    while holders.len() < MOST {
        if passage.is_mark(served.end, ',') == is_direct {
            break;
        }
        let first = served.end + usize::from(!is_direct);
        let Some(name) = name_at(passage, after_plain_address(passage, first), Cue::Title) else {
            break;
        };
        end = name.end;
        holders.push((served.clone(), name));
        let comma = end + usize::from(passage.is_mark(end, ',') || passage.is_mark(end, ';'));
        let next = comma + usize::from(passage.is(comma, "and"));
        if next == end {
            break;
        }
        let link = usize::from(passage.is(next, preposition));
        let start = next + link + usize::from(passage.is(next + link, "the"));
        // "the ministers of Defence, Ana Virta, and the Interior, Ola Berg"
        let is_ministers = matches!(role.row.kind, "minister" | "deputy-minister");
        let (start, country) = match state_from(passage, start) {
            Some((state, found)) => (if is_direct { start } else { state }, Some(found)),
            None => (start, None),
        };
        let end_of_state = country.map(|(end, _)| end);
        let country = country.map(|(_, found)| found);
        let field = passage.longest(start, Class::Portfolio).filter(|_| is_ministers && country.is_none());
        let Some(country) = country.or(field) else { break };
        let close = end_of_state.unwrap_or(start + country.len);
        // "of Peru, Ana Virta; and Canada, Ola Berg"
        let is_parted = passage.is_mark(end, ';') || field.is_some();
        // "of Peru, Ana Virta, and Canada, Ola Berg": a name stands behind the state as behind the first.
        let goes_on = is_direct && passage.kind(close).is_capital()
            || end_of_state.is_some() && passage.is_mark(close, ',') && passage.kind(close + 1).is_capital();
        if link == 0 && !goes_on && !(is_parted && passage.is_mark(close, ',')) {
            break;
        }
        served = start..close;
    }
    if holders.len() < 2 {
        return None;
    }
    let is_of = passage.is(role.head.end, "of");
    let is_envoy = role.row.kind == "ambassador";
    for (index, (served, name)) in holders.into_iter().enumerate() {
        let start = if index == 0 { at } else { name.start };
        let mut sighting = Sighting::new(start..name.end, PLURAL);
        let mut role = role.clone();
        let country = state_from(passage, served.start).map(|(_, (_, state))| state);
        role.country = country.and_then(|country| lexicon::country(country.entry.country)).filter(|_| is_of);
        // "President of Colombia" is the whole title, an ambassador's is not.
        role.complement = Some(served).filter(|_| is_of && !is_envoy);
        role.title.end = role.complement.as_ref().map_or(role.head.end, |state| state.end);
        role.tokens.end = role.head.end;
        sighting.roles = vec![role];
        sighting.name = Some(name);
        found.push(sighting);
    }
    Some(end)
}

/// The state from a token on, where it begins, and where it ends: of "Federative Republic of Germany" the last word.
fn state_from(passage: &Passage<'_>, start: usize) -> Option<(usize, (usize, Match))> {
    const MOST: usize = 4;
    let is_word = |at: &usize| passage.kind(*at).is_capital() || passage.is(*at, "of");
    let mut words = (start..start + MOST).take_while(is_word);
    words.find_map(|at| {
        let state = passage.longest(at, Class::Country).filter(|_| passage.kind(at).is_capital())?;
        Some((at, (at + state.len, state)))
    })
}

/// "Ministers of Defence" as "Ministers" and their field, where the lexicon knows both as one.
fn with_own_field(passage: &Passage<'_>, role: &FoundRole) -> FoundRole {
    let mut role = role.clone();
    let of = role.head.clone().find(|&at| passage.is(at, "of"));
    if let Some(of) = of.filter(|_| role.complement.is_none() && role.head.end == role.title.end) {
        role.complement = Some(of + 1 + usize::from(passage.is(of + 1, "the"))..role.head.end);
        role.head.end = of;
        role.row.head = role.row.head.split_once(" of ").map_or(role.row.head, |(head, _)| head);
    }
    role
}

/// The token after honorifics before a name in a list: "the Rt Hon", "Mr".
fn after_plain_address(passage: &Passage<'_>, at: usize) -> usize {
    let the = usize::from(passage.is(at, "the"));
    let is_honorific = passage.has(at + the, Class::Honorific) && !passage.has(at + the, Class::Role);
    if is_honorific { after_address(passage, at) } else { at }
}

/// The token after honorifics and a style before a name in a list: "Senator the Hon".
fn after_style(passage: &Passage<'_>, at: usize) -> usize {
    let style =
        passage.longest(at, Class::Role).filter(|style| is_style(style.entry.value) && !style.is_plural());
    let next = style.filter(|_| passage.kind(at).is_capital()).map_or(at, |style| at + style.len);
    after_plain_address(passage, next)
}

/// The token after letters behind a name, with the comma before them.
fn after_letters(passage: &Passage<'_>, at: usize) -> usize {
    let comma = usize::from(passage.is_mark(at, ','));
    let letters = passage.longest(at + comma, Class::PostNominal);
    letters.filter(|_| passage.kind(at + comma).is_capital()).map_or(at, |letters| at + comma + letters.len)
}

/// The countries or regions of a list that a title in the plural serves: those of "Ambassadors of Latvia and Lithuania".
fn countries_of(passage: &Passage<'_>, title: &Title) -> Vec<Range<usize>> {
    let Some(role) = title.roles.last() else { return Vec::new() };
    let Some(all) = role.complement.clone().filter(|_| passage.is(role.head.end, "of")) else {
        return Vec::new();
    };
    let mut countries = Vec::new();
    let mut at = all.start;
    while at < all.end {
        let Some(country) = passage.longest_of(at, &[Class::Country, Class::Region]) else {
            return bodies_of(passage, all);
        };
        countries.push(at..at + country.len);
        at += country.len;
        while passage.is_mark(at, ',') || passage.is_any(at, words!["and", "the"]) {
            at += 1;
        }
    }
    if countries.len() > 1 { countries } else { Vec::new() }
}

/// The two bodies of "the Presidents of the Senate and the House of Representatives".
fn bodies_of(passage: &Passage<'_>, all: Range<usize>) -> Vec<Range<usize>> {
    let is_joint = |at: &usize| passage.is(*at, "and") && passage.is(*at + 1, "the");
    let mut joints = all.clone().filter(is_joint);
    match (joints.next(), joints.next()) {
        (Some(and), None) if and > all.start && and + 2 < all.end => vec![all.start..and, and + 2..all.end],
        _ => Vec::new(),
    }
}

/// The peoples whose officials a title in the plural names: those of "the Finnish and Swedish Prime Ministers".
fn peoples_before(passage: &Passage<'_>, title: &Title) -> Vec<Country> {
    const MOST: usize = 4;
    let Some(role) = title.roles.last() else { return Vec::new() };
    let Some(last) = role.country.filter(|_| passage.has(role.tokens.start, Class::Demonym)) else {
        return Vec::new();
    };
    let mut peoples = vec![last];
    let mut at = role.tokens.start;
    while peoples.len() < MOST {
        let joins =
            passage.is_any(at.wrapping_sub(1), words!["and"]) || passage.is_mark(at.wrapping_sub(1), ',');
        let before = at.checked_sub(2).filter(|&before| joins && passage.kind(before).is_capital());
        let people = before.and_then(|before| passage.longest(before, Class::Demonym));
        let Some(people) = people.and_then(|found| lexicon::country(found.entry.country)) else { break };
        peoples.insert(0, people);
        at -= 2;
    }
    if peoples.len() > 1 { peoples } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_title_in_the_plural_leads_in_a_list() {
        let text = "The following ambassadors presented credentials: Ana Virta of Norway, Omar bin Said Al-Harthy of Oman and \
                    Kofi Nti of Ghana. The new Permanent Secretaries are Bello Sule (Benue), Chinwe Okafor and Tunde Bakare.";
        assert_eq!(
            officials("NG", text),
            [
                "Ana Virta | Ambassador | NO",
                "Omar bin Said Al-Harthy | Ambassador | OM",
                "Kofi Nti | Ambassador | GH",
                "Bello Sule | Permanent Secretary | NG",
                "Chinwe Okafor | Permanent Secretary | NG",
                "Tunde Bakare | Permanent Secretary | NG"
            ]
        );
        let text = "He met the Presidents of Colombia, Juan Solar; of Brazil, Miguel Tavar; and of Haiti, Jean Molaire. The \
                    Leaders Plenary was attended by senior officials and Ambassador Ola Berg.";
        assert_eq!(
            officials("CL", text),
            [
                "Juan Solar | President of Colombia | CO",
                "Miguel Tavar | President of Brazil | BR",
                "Jean Molaire | President of Haiti | HT",
                "Ola Berg | Ambassador | CL"
            ]
        );
    }

    #[test]
    fn a_list_has_the_office_that_a_sentence_before_names() {
        let told = crate::extract::told::facts(
            "GH",
            "All the regional ministers were approved by Parliament.\nThey are Dr Kwame Ofora (Western Region), Simon \
             Boatang (Ashanti Region) and Ishma Tettah.\nTwo singers came. They are Ana Virta and Ola Berg.",
        );
        let titles: Vec<String> = told.officials.iter().map(|found| found.label()).collect();
        assert_eq!(titles, ["Kwame Ofora", "Simon Boatang", "Ishma Tettah"]);
        assert!(told.officials.iter().all(|found| found.roles.len() == 1), "{told:?}");
    }

    #[test]
    fn a_list_may_follow_namely_or_a_comma() {
        let text = "The four permanent secretaries, namely Mrs Rose Jacob and Mr Sam Oyele, spoke. The Commissioners that took \
                    the oath, are Engr. Musa Hassan and Mr Ahmed Alu.";
        assert_eq!(
            officials("NG", text),
            [
                "Rose Jacob | Permanent Secretary | NG",
                "Sam Oyele | Permanent Secretary | NG",
                "Musa Hassan | Commissioner | NG",
                "Ahmed Alu | Commissioner | NG"
            ]
        );
    }
    #[test]
    fn a_field_in_brackets_may_be_of_several_words() {
        let text = "The new Cabinet Secretaries are Ruth Onyanga (National Treasury), Paul Mwanga (Labour and Social \
                    Protection) and Prof. Jane Kipta (Lands, Works and Housing).";
        assert_eq!(
            officials("KE", text),
            [
                "Ruth Onyanga | Cabinet Secretary | KE",
                "Paul Mwanga | Cabinet Secretary | KE",
                "Jane Kipta | Cabinet Secretary | KE"
            ]
        );
    }

    #[test]
    fn ministers_are_named_by_their_fields() {
        let text = "He met the ministers of Defence, Diego Molan, and the Interior, Daniel Palac.";
        assert_eq!(
            officials("BR", text),
            ["Diego Molan | Minister of Defence | BR", "Daniel Palac | Minister of the Interior | BR"]
        );
    }

    #[test]
    fn two_bodies_have_a_president_each() {
        let text = "The Presidents of the Senate and the House of Representatives, Lidia Brower and Hamid el Idrin, came. Two deputy governors are due to retire – S. Lankatil in April and P. Samarin in August.";
        assert_eq!(
            officials("NL", text),
            [
                "Lidia Brower | President of the Senate | NL",
                "Hamid el Idrin | President of the House of Representatives | NL",
                "S. Lankatil | Deputy Governor | NL",
                "P. Samarin | Deputy Governor | NL"
            ]
        );
    }

    #[test]
    fn those_of_a_list_come_from_somewhere() {
        let text = "The permanent secretaries include; Polar Zigu from Akwan Local Government, Mr Yusuf Musa from Doma and Ramatu Juldo.";
        assert_eq!(
            officials("NG", text),
            [
                "Polar Zigu | Permanent Secretary | NG",
                "Yusuf Musa | Permanent Secretary | NG",
                "Ramatu Juldo | Permanent Secretary | NG"
            ]
        );
    }

    #[test]
    fn each_state_may_have_its_envoy_right_behind_it() {
        let text = "Ambassadors of the Russian Federation Dmitry Mezin, the State of Israel Alon Shohal and Federative Republic \
                    of Germany Manfred Hutera spoke. The ambassadors of Peru, Luis Ibarro, Chad, Ana Virta, and Fiji, Ola \
                    Berg, met ambassadors-designate to New Zealand Ivo Dar and Ida Lund.";
        let told = officials("BY", text);
        assert_eq!(
            told,
            [
                "Dmitry Mezin | Ambassador | RU",
                "Alon Shohal | Ambassador | IL",
                "Manfred Hutera | Ambassador | DE",
                "Luis Ibarro | Ambassador | PE",
                "Ana Virta | Ambassador | TD",
                "Ola Berg | Ambassador | FJ",
                "Ivo Dar | Ambassador to New Zealand | BY",
                "Ida Lund | Ambassador to New Zealand | BY"
            ]
        );
    }

    #[test]
    fn those_of_a_list_may_have_what_they_are_in_charge_of() {
        let text = "The President appointed Ministers Ana Virta, finance and trade portfolio; Ola Berg, Ministry of Works; and Ivo Lind.";
        assert_eq!(
            officials("DO", text),
            ["Ana Virta | Minister | DO", "Ola Berg | Minister | DO", "Ivo Lind | Minister | DO"]
        );
    }
}
