//! People: a title and a name, a name and its appositive, or a title alone.

mod appointment;
mod appositive;
mod career;
mod holder;
mod known_name;
mod line;
mod name;
mod plural;
mod title;
mod unknown_name;

pub(super) use known_name::{Surnames, add_bare_names};

use std::ops::Range;

use super::date::is_calendar_word;
use super::features::{Features, Topic, Topics};
use super::lexicon::{self, Class, Gender};
use super::passage::Passage;
use super::role::{BEGINNINGS_OF_ROLES, FoundRole, is_noun_of_body, may_begin_role, role_at};
use super::token::TokenKind;
use super::words::Words;
use crate::model::{Country, MentionForm};
use appointment::{appointed, office_taken_up, other_offices};
use appositive::{
    after_affiliation, after_nationality, after_suffix, appositive, country_after, ends_phrase, holds_own,
    is_spaced_dash, post_nominals,
};
use holder::holder_after;
use name::{Cue, is_particle, name_at};
pub(super) use plural::LISTED;
use plural::{listed_names, plural_names};
pub(super) use title::after_parenthesis;
use title::{Title, after_address, is_burmese_address, title_at};
use unknown_name::name_before_office;

/// A person as one place of the text gives them.
#[derive(Debug, Clone)]
pub(super) struct Sighting {
    /// All tokens: title, name and appositive.
    pub(super) tokens: Range<usize>,
    /// The tokens of the name.
    pub(super) name: Option<Range<usize>>,
    pub(super) honorifics: Vec<Range<usize>>,
    /// The tokens of the rank, and its row.
    pub(super) rank: Option<(Range<usize>, u32)>,
    pub(super) roles: Vec<FoundRole>,
    pub(super) post_nominals: Vec<Range<usize>>,
    /// The country that words beside the title or name tell: "Lithuanian Lt. Gen. …", "… of Japan".
    pub(super) country: Option<Country>,
    pub(super) gender: Gender,
    /// Whether an honorific tells the gender, and not merely a given name.
    pub(super) is_gender_styled: bool,
    pub(super) form: MentionForm,
    pub(super) possessive: bool,
    /// The rule that read it.
    pub(super) rule: &'static str,
}

/// The rule of names that a user's own words have: whoever bears one holds office.
pub(super) const OWN_NAME: &str = "own-name";

/// What a person, or the name of a place to pass over, may begin with.
const BEGINNINGS: Features = Features::CAPITAL.or(NAMES).or(BEGINNINGS_OF_ROLES).or(SMALL_WORDS);
const NAMES: Features =
    Features::classes(&[Class::Person, Class::Country, Class::Region, Class::City, Class::Organisation]);
const SMALL_WORDS: Features = Features::topic(Topic::Person);

/// Words in small letters that a person may begin with, and pronouns.
pub(super) const fn topics(topics: &mut Topics) {
    topics.add(Topic::Person, &["the", "he", "him", "himself", "his", "she", "herself", "her", "my"]);
    topics.add(Topic::Person, &["i", "i'm", "i’m", "i'll", "i’ll", "i've", "i’ve", "i'd", "i’d"]);
    topics.add_all(Topic::Person, name::PARTICLES);
}

/// Every person in a passage, in the order of the text.
pub(super) fn sightings(passage: &Passage<'_>) -> Vec<Sighting> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(at) = passage.next_with(BEGINNINGS, next) {
        if !may_begin_person(passage, at) {
            next = at + 1;
            continue;
        }
        let before = found.len();
        next = match sightings_at(passage, at, &mut found) {
            Some(end) => end.max(at + 1),
            None => at + longest_name_of_place(passage, at).max(1),
        };
        if let Some(last) = found.get_mut(before..).and_then(<[Sighting]>::last_mut) {
            last.possessive |= passage.kind(last.tokens.end) == TokenKind::Possessive;
        }
    }
    career::join(passage, &mut found);
    found
}

/// Whether a person, or the name of a place to pass over, may begin at a token: few words in small letters do.
fn may_begin_person(passage: &Passage<'_>, at: usize) -> bool {
    const SMALL: &Words = words!["he", "him", "himself", "his", "she", "herself", "her", "my"];
    match passage.kind(at) {
        TokenKind::Lower if passage.is(at, "the") => {
            let next = passage.kind(at + 1);
            next.is_capital()
                || !passage.matches(at).is_empty()
                || may_begin_role(passage, at + 1)
                || passage.is(at + 1, "the")
        }
        TokenKind::Lower => {
            passage.is_any(at, SMALL)
                || may_begin_role(passage, at)
                || passage.has_any(at, NAMES)
                || is_particle(passage, at)
        }
        kind => kind.is_capital(),
    }
}

/// The people of one phrase that begins at a token; where it ends.
fn sightings_at(passage: &Passage<'_>, at: usize, found: &mut Vec<Sighting>) -> Option<usize> {
    if let Some(style) = style_alone(passage, at) {
        let end = style.tokens.end;
        found.push(style);
        return Some(end);
    }
    if let Some(mut pronoun) = pronoun_at(passage, at) {
        let office = Some(at).filter(|_| pronoun.possessive).and_then(|at| office_taken_up(passage, at + 1));
        let end = office.as_ref().map_or(at + 1, |office| office.tokens.end);
        pronoun.roles.extend(office);
        found.push(pronoun);
        return Some(end);
    }
    if let Some(end) = ship_at(passage, at).or_else(|| listed_names(passage, at, found)) {
        return Some(end);
    }
    let title = title_at(passage, at);
    if let Some(title) = title {
        return titled(passage, at, title, found);
    }
    if let Some(known) = passage.longest(at, Class::Person) {
        let mut sighting = Sighting::new(at..at + known.len, OWN_NAME);
        sighting.name = Some(at..at + known.len);
        sighting.country = lexicon::country(known.entry.country);
        return Some(finish(passage, sighting, found));
    }
    // "U Thaung Tun, the Chairman of the Board"
    let address = usize::from(is_burmese_address(passage, at));
    let name = name_at(passage, at + address, Cue::None)
        .or_else(|| name_before_office(passage, at + address))
        .or_else(|| line::name_above_office(passage, at))?;
    let mut sighting = Sighting::new(at..name.end, "bare-name");
    sighting.gender =
        passage.longest(name.start, Class::Given).map_or(Gender::Unknown, |given| given.entry.value.into());
    sighting.name = Some(name);
    Some(finish(passage, sighting, found))
}

/// Heads by which nobody is addressed: "Deputy Negotiator", "Host Expo" are no people.
const NEVER_ADDRESSED: &[&str] = &[
    "Candidate",
    "Deputy",
    "Executive",
    "Fellow",
    "Founder",
    "Host",
    "Leader",
    "Member",
    "Metropolitan",
    "Negotiator",
    "Officer",
    "Official",
    "Partner",
    "Principal",
];

/// Whether a role that is also an everyday noun cues a name: in capitals "Director Virta", else "director Ana Virta".
fn is_cued_by_noun(passage: &Passage<'_>, sighting: &Sighting, name: &Range<usize>) -> bool {
    let addressed = sighting
        .roles
        .iter()
        .any(|role| passage.kind(role.head.start).is_capital() && !NEVER_ADDRESSED.contains(&role.row.head));
    let is_full = name.len() > 1 && (addressed || passage.has(name.start, Class::Given));
    let is_titled = sighting.rank.is_some() || !sighting.honorifics.is_empty();
    is_full || is_titled || addressed
}

/// Where the name of a ship ends that begins at a token: "HMS Queen Elizabeth" is no queen.
pub(super) fn ship_at(passage: &Passage<'_>, at: usize) -> Option<usize> {
    // They stand in capitals.
    const PREFIXES: &Words = words![
        "hms", "hmnb", "hmas", "hmcs", "hmnzs", "hmy", "rfa", "uss", "usns", "uscgc", "ins", "icgs", "slns",
        "hnlms", "lÉ", "mv", "rrs", "rv", "st",
    ];
    const MOST: usize = 4;
    let is_name = |at: usize| matches!(passage.kind(at), TokenKind::Capital | TokenKind::AllCaps);
    let is_loud = passage.kind(at) == TokenKind::AllCaps && !passage.shouts;
    let is_prefix = is_loud && passage.is_any(at, PREFIXES) && is_name(at + 1);
    let end = || (at + 1..at + 1 + MOST).find(|&next| !(is_name(next) || passage.is(next, "of")));
    is_prefix.then(|| end().unwrap_or(at + 1 + MOST))
}

/// How many tokens the name of a place or body at a token has.
fn longest_name_of_place(passage: &Passage<'_>, at: usize) -> usize {
    if !passage.has_any(at, NAMES) {
        return 0;
    }
    let names = [Class::Country, Class::Region, Class::City, Class::Organisation];
    passage.longest_of(at, &names).map_or(0, |found| found.len)
}

/// A title, and the name or names after it.
fn titled(passage: &Passage<'_>, at: usize, title: Title, found: &mut Vec<Sighting>) -> Option<usize> {
    let plural = title.roles.last().is_some_and(|role| role.plural);
    if plural && let Some(end) = plural_names(passage, at, &title, found) {
        return Some(end);
    }
    let mut sighting = Sighting::new(at..title.end, "title-and-name");
    sighting.honorifics = title.honorifics;
    sighting.rank = title.rank;
    // "1st Lt.": a number is of the rank.
    sighting.tokens.start = sighting.rank.as_ref().map_or(at, |(rank, _)| rank.start.min(at));
    sighting.gender = title.gender.unwrap_or(Gender::Unknown);
    sighting.is_gender_styled = true;
    if sighting.rank.is_some() {
        sighting.country = country_before(passage, at);
    }
    let lone_weak_role = title.roles.iter().all(|role| role.weak) && !title.roles.is_empty();
    sighting.roles = title.roles;
    // "the Prime Minister, Mr Lee": the name may stand after a comma.
    // "their ambassador here, Mr Lee"
    let mark = title.end + usize::from(passage.is_any(title.end, words!["here", "there"]));
    // "The Inspector-General of Police, Dr. Ola Berg": a rank that is an office.
    let is_chief = sighting.rank.as_ref().is_some_and(|(rank, _)| rank.len() > 2 && title.definite);
    let comma = passage.is_mark(mark, ',') && (!sighting.roles.is_empty() || is_chief) && !plural;
    let after_comma = comma.then(|| titled_name(passage, mark + 1)).flatten();
    // "with Ana Virta as Minister for Research, Ola Berg as Minister for Lands": the office is not the next one's.
    let is_given = (1..=3).filter_map(|back| at.checked_sub(back)).any(|at| passage.is(at, "as"));
    let after_comma = after_comma.filter(|(_, name)| !(is_given && passage.is(name.end, "as")));
    let after_comma = after_comma
        .or_else(|| holder_after(passage, &sighting, title.end))
        .or_else(|| line::holder_below(passage, &sighting, title.end, found.last()));
    let name = name_at(passage, title.end, Cue::Title)
        .filter(|name| !lone_weak_role || is_cued_by_noun(passage, &sighting, name))
        // "The Leaders Plenary met."
        .filter(|name| !plural || name.len() > 1);
    match (name, after_comma) {
        (Some(name), _) if is_street(passage, at, name.end) => return Some(name.end),
        (Some(name), _) => {
            let name = with_peerage(passage, &sighting, name);
            sighting.tokens.end = after_seat(passage, &sighting, &name);
            sighting.name = Some(name);
        }
        (None, Some((second, name))) => {
            sighting.honorifics.extend(second.honorifics);
            if sighting.gender == Gender::Unknown {
                sighting.gender = second.gender.unwrap_or(Gender::Unknown);
            }
            sighting.rank = sighting.rank.or(second.rank);
            sighting.roles.extend(second.roles);
            let name = with_peerage(passage, &sighting, name);
            sighting.tokens.end = name.end;
            sighting.name = Some(name);
            sighting.rule = "role-comma-name";
        }
        (None, None) => {
            if sighting.roles.is_empty() || lone_weak_role && !title.definite {
                return None;
            }
            if names_award(passage, &sighting) {
                return None;
            }
            sighting.form = MentionForm::Role;
            sighting.rule = "role-alone";
            let end = sighting.tokens.end;
            found.push(sighting);
            return Some(end);
        }
    }
    if sighting.gender == Gender::Unknown
        && let Some(name) = &sighting.name
    {
        let given = passage.longest(name.start, Class::Given).filter(|_| name.len() > 1);
        sighting.gender = given.map_or(Gender::Unknown, |given| given.entry.value.into());
        sighting.is_gender_styled = false;
    }
    Some(finish(passage, sighting, found))
}

/// "300 Prince Albert Dr": a number before and the short noun of a street behind.
fn is_street(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    const STREETS: &Words =
        words!["ave", "ave.", "blvd", "blvd.", "ct", "dr", "dr.", "hwy", "ln", "rd", "rd.", "st", "st."];
    let number = start.checked_sub(1);
    number.is_some_and(|at| passage.kind(at) == TokenKind::Number) && passage.is_any(end, STREETS)
}

/// The titles of peers that are part of their names, where the seat is.
pub(super) const PEERS: &Words = words!["lord", "baron", "baroness", "viscount", "viscountess"];

/// The name of a peer with the seat, and then with the title that belongs to it: "Lord Ashgrove of Netherby".
fn with_peerage(passage: &Passage<'_>, sighting: &Sighting, name: Range<usize>) -> Range<usize> {
    let title = sighting.honorifics.last().filter(|title| title.len() == 1 && title.end == name.start);
    let Some(title) = title.filter(|title| passage.is_any(title.start, PEERS) && !passage.shouts) else {
        return name;
    };
    seat_end(passage, name.end).map_or(name, |end| title.start..end)
}

/// Where the seat of a peer ends: after "of Netherby".
fn seat_end(passage: &Passage<'_>, of: usize) -> Option<usize> {
    const NO_SEAT: Features =
        Features::classes(&[Class::Country, Class::Organisation, Class::Role, Class::Portfolio]);
    const MOST: usize = 3;
    let is_of_seat = |at: usize| passage.kind(at) == TokenKind::Capital && !passage.has_any(at, NO_SEAT);
    let seat = of + 1;
    let words = (seat..seat + MOST).take_while(|&at| is_of_seat(at)).count();
    (passage.is(of, "of") && words > 0).then_some(seat + words)
}

/// The token after the name and the seat of "Lord (Nicholas) Ashgrove of Netherby", whose given name tells who it is.
fn after_seat(passage: &Passage<'_>, sighting: &Sighting, name: &Range<usize>) -> usize {
    let in_between = |title: &Range<usize>| title.end < name.start && passage.is_any(title.start, PEERS);
    let is_peer = sighting.honorifics.last().is_some_and(in_between);
    seat_end(passage, name.end).filter(|_| is_peer).unwrap_or(name.end)
}

/// "The Duke of Edinburgh's Award", "the Prince of Wales Hospital": a thing that a noble gave the name to.
fn names_award(passage: &Passage<'_>, sighting: &Sighting) -> bool {
    const MOST: usize = 5;
    let Some(role) = sighting.roles.last().filter(|role| role.row.kind == "royal") else { return false };
    let Some(place) = role.complement.clone() else { return false };
    let owned = place.end + usize::from(passage.kind(place.end) == TokenKind::Possessive);
    let is_thing = |at: usize| {
        passage.kind(at) == TokenKind::Possessive
            || passage.has(at, Class::Thing)
            || passage.is_any(at, words!["award", "awards", "scheme", "to", "in"])
    };
    let goes_on = passage.kind(owned).is_capital() || place.len() > MOST || place.clone().any(is_thing);
    goes_on && !passage.shouts
}

/// A name with its own honorific, rank or style, or one of at least two words, after a comma.
fn titled_name(passage: &Passage<'_>, at: usize) -> Option<(Title, Range<usize>)> {
    match title_at(passage, at) {
        Some(title)
            if title.roles.is_empty() || !title.definite && title.roles.iter().all(FoundRole::is_style) =>
        {
            let name = name_at(passage, title.end, Cue::Title)?;
            Some((title, name))
        }
        Some(_) => None,
        None => {
            let plain = || name_at(passage, at, Cue::None);
            // Between commas, two words that the lexicon does not know are a name too.
            let enclosed = || {
                let name = name_at(passage, at, Cue::Title)?;
                let closed = !passage.kind(name.end).is_word()
                    || passage.kind(name.end) == TokenKind::Lower
                    || passage.has(name.end, Class::PostNominal);
                (name.len() > 1 && closed).then_some(name)
            };
            let name = plain().or_else(enclosed)?;
            Some((Title { end: at, ..Title::default() }, name))
        }
    }
}

/// "Lithuanian", "U.S. Army" before a rank: the country served.
fn country_before(passage: &Passage<'_>, at: usize) -> Option<Country> {
    const MOST: usize = 4;
    let classes = [Class::Demonym, Class::Country, Class::Organisation];
    (at.saturating_sub(MOST)..at).find_map(|before| {
        let matches = classes.iter().filter_map(|&class| passage.longest(before, class));
        let found = matches.filter(|found| before + found.len == at).max_by_key(|found| found.len)?;
        lexicon::country(found.entry.country).filter(|_| passage.kind(before).is_capital())
    })
}

/// Reads what follows a name: post-nominals and appositives.
fn finish(passage: &Passage<'_>, mut sighting: Sighting, found: &mut Vec<Sighting>) -> usize {
    let mut end = after_affiliation(passage, after_suffix(passage, post_nominals(passage, &mut sighting)));
    let is_titled = !sighting.roles.is_empty() || sighting.rank.is_some();
    if let Some((country, next)) = country_after(passage, end).filter(|_| is_titled) {
        sighting.country = sighting.country.or(Some(country));
        sighting.tokens.end = next;
        end = next;
    }
    // "appointed Ana Virta of Ostland as his Special Representative": where she is from, and not whom she serves.
    if let Some((_, next)) =
        country_after(passage, end).filter(|(_, next)| !is_titled && passage.is(*next, "as"))
    {
        end = next;
    }
    let name_end = end;
    let mut open = after_nationality(passage, end);
    let fronted = !sighting.roles.is_empty();
    // "Ana Virta T.D. │ Minister of State": letters stand for the comma.
    let after_letters = || role_at(passage, end).filter(|role| role.is_of_one(passage));
    let is_lettered = !sighting.post_nominals.is_empty() && sighting.roles.is_empty();
    if let Some(role) = is_lettered
        .then(after_letters)
        .flatten()
        .filter(|role| ends_phrase(passage, role.tokens.end) && !passage.is_mark(role.tokens.end, ','))
    {
        sighting.tokens.end = role.tokens.end;
        end = role.tokens.end;
        open = end;
        sighting.roles.push(role);
    }
    while let Some((role, next)) = appositive(passage, open, sighting.roles.is_empty(), fronted) {
        let and = passage.is(next, "and") || passage.is_mark(next, ',') && passage.is(next + 1, "and");
        let more = and || lists_office(passage, next, fronted);
        sighting.roles.push(role);
        sighting.tokens.end = next;
        if sighting.rule == "bare-name" {
            sighting.rule = "name-and-appositive";
        }
        end = next;
        open = next;
        if !more {
            break;
        }
    }
    if end == name_end && sighting.roles.is_empty() {
        end = take_shared_office(passage, &mut sighting, found, open);
    }
    if end == name_end && sighting.roles.is_empty() {
        end = take_from_line(passage, &mut sighting, end);
    }
    sighting.country = sighting.country.or_else(|| line::country_label(passage, sighting.tokens.start));
    // "confidence in Virta’s appointment as Ambassador to Peru"
    if sighting.form == MentionForm::Name && passage.kind(end) == TokenKind::Possessive {
        sighting.roles.extend(office_taken_up(passage, end + 1));
    }
    let is_known = !sighting.roles.is_empty() || sighting.rank.is_some() || sighting.rule == "known-name";
    if sighting.form == MentionForm::Name
        && let Some(role) = appointed(passage, end, is_known).or_else(|| {
            // "Ana Virta, Deputy Director of Trade, will become …": the apposition is closed.
            let is_closed = end > name_end && passage.is_mark(end, ',');
            is_closed.then(|| appointed(passage, end + 1, is_known)).flatten()
        })
    {
        // "… is serving as Minister of Trade, Ola Berg is …": the office is not the next one's.
        // Nor is it in "… will become Minister of Trade and Senator Ola Berg …".
        let leads_on = passage.is_mark(role.tokens.end, ',') || passage.is(role.tokens.end, "and");
        end = if leads_on { role.tokens.end } else { end };
        if let Some(successor) = found.last_mut().filter(|before| succeeds(passage, before, &sighting)) {
            successor.roles.push(role.clone());
            successor.roles.extend(other_offices(passage, role.tokens.end));
        }
        let more = other_offices(passage, role.tokens.end);
        sighting.roles.push(role);
        sighting.roles.extend(more);
        if sighting.rule == "bare-name" {
            sighting.rule = "name-and-appointment";
        }
    }
    found.push(sighting);
    end
}

/// "Ana Virta and Ola Berg, │ the Deputy Governors": gives the office in the plural behind two names to both; where it ends.
fn take_shared_office(
    passage: &Passage<'_>,
    sighting: &mut Sighting,
    found: &mut [Sighting],
    end: usize,
) -> usize {
    let start = end + 1 + usize::from(passage.is_any(end + 1, words!["the", "both"]));
    let role = passage.is_mark(end, ',').then(|| role_at(passage, start)).flatten();
    let is_office = |role: &FoundRole| {
        role.plural
            && !role.weak
            && name_at(passage, after_address(passage, role.tokens.end), Cue::Title).is_none()
    };
    let Some(role) = role.filter(is_office) else { return end };
    let first = found.last_mut().filter(|first| {
        let and = sighting.tokens.start.checked_sub(1).filter(|&and| passage.is(and, "and"));
        first.form == MentionForm::Name && first.roles.is_empty() && and == Some(first.tokens.end)
    });
    let Some(first) = first else { return end };
    first.roles.push(role.clone());
    sighting.tokens.end = role.tokens.end;
    sighting.roles.push(role);
    for one in [first, sighting] {
        if one.rule == "bare-name" {
            one.rule = "name-and-appositive";
        }
    }
    sighting.tokens.end
}

/// Gives a name without an office the one that stands behind a colon or on the lines below; where that ends.
fn take_from_line(passage: &Passage<'_>, sighting: &mut Sighting, end: usize) -> usize {
    let start = sighting.tokens.start;
    let found = line::office_after_colon(passage, sighting, end)
        .map(|(role, next)| (vec![role], None, next))
        .or_else(|| line::offices_below(passage, start, end));
    let Some((offices, country, next)) = found else { return end };
    sighting.roles = offices;
    sighting.country = sighting.country.or(country);
    sighting.tokens.end = next;
    if sighting.rule == "bare-name" {
        sighting.rule = "name-and-appositive";
    }
    next
}

/// "…, Vice President │, Deputy Prime Minister and Chairman of …" after an office of a name: whether the list of the
/// offices goes on at a comma, and ends at "and" or with the item.
fn lists_office(passage: &Passage<'_>, end: usize, fronted: bool) -> bool {
    const MOST: usize = 6;
    let mut end = end;
    for _ in 0..MOST {
        let next = passage.is_mark(end, ',').then(|| role_at(passage, end + 1)).flatten();
        let is_office = |role: &FoundRole| !role.weak && !role.plural && role.title.len() > 1;
        // "…, Office of the Secretary, Department of Trade" is where it is held.
        let is_body = |role: &FoundRole| is_noun_of_body(passage, role.title.start);
        let Some(role) = next.filter(|role| is_office(role) && !is_body(role)) else { return false };
        end = role.tokens.end;
        let closes = passage.is_mark(end, ';') || passage.is_mark(end, '.') || end >= passage.tokens.len();
        // "Ana Virta, Deputy Premier, Minister of Trade, H.E. Ola Berg, Minister of Health": the next has the own.
        let and = usize::from(passage.is(end + 1, "and"));
        let next = end + 1 + and;
        let begins_next = || {
            let is_next = passage.is_mark(end, ',') && passage.has(next, Class::Honorific);
            !fronted && is_next && (and > 0 || holds_own(passage, next))
        };
        if closes || passage.kind(end) == TokenKind::Break || passage.is(end, "and") || begins_next() {
            return true;
        }
    }
    false
}

/// Verbs between whoever takes an office over and whoever leaves it.
pub(super) const SUCCEEDS: &Words =
    words!["replace", "replaced", "replaces", "replacing", "succeed", "succeeded", "succeeding", "succeeds"];

/// "Ana Virta will replace Ola Berg as Minister of Trade": the office is that of both.
fn succeeds(passage: &Passage<'_>, successor: &Sighting, holder: &Sighting) -> bool {
    const BEFORE: &Words = words!["and", "has", "is", "to", "who", "will"];
    let between = successor.tokens.end..holder.tokens.start;
    let is_link = |at: usize| passage.is_any(at, BEFORE) || passage.is_mark(at, ',');
    successor.name.is_some()
        && between.clone().next_back().is_some_and(|verb| passage.is_any(verb, SUCCEEDS))
        && between.rev().skip(1).all(is_link)
}

/// "His Royal Highness │ will visit Riga": a style without a name or a title, which stands for somebody.
fn style_alone(passage: &Passage<'_>, at: usize) -> Option<Sighting> {
    const STYLES: &Words = words!["excellency", "highness", "majesty"];
    let style = passage.longest(at, Class::Honorific).filter(|style| style.len > 1)?;
    let end = at + style.len;
    let is_capital = passage.kind(end - 1) == TokenKind::Capital && passage.is_any(end - 1, STYLES);
    if !is_capital || !passage.is_any(at, words!["his", "her"]) {
        return None;
    }
    // "Her Majesty's Government", "His Royal Highness, the Duke of Ostby,", "His Excellency and Madam Berg"
    let possessive = passage.kind(end) == TokenKind::Possessive;
    let next = end + usize::from(possessive);
    let is_followed = passage.kind(next).is_capital()
        || passage.is(next, "the")
        || passage.is_mark(next, '(')
        || passage.is_mark(next, ',') && (passage.kind(next + 1).is_capital() || passage.is(next + 1, "the"));
    let mut sighting = Sighting::new(at..end, STYLE);
    sighting.gender = style.entry.value.into();
    sighting.is_gender_styled = true;
    sighting.form = MentionForm::Role;
    sighting.possessive = possessive;
    (!is_followed).then_some(sighting)
}

/// The rule that reads a style as a pronoun.
const STYLE: &str = "style-alone";

fn pronoun_at(passage: &Passage<'_>, at: usize) -> Option<Sighting> {
    if !passage.has_any(at, SMALL_WORDS) {
        return None;
    }
    if let Some(possessive) = first_person(passage, at) {
        let mut sighting = Sighting::new(at..at + 1, FIRST_PERSON);
        sighting.form = MentionForm::Pronoun;
        sighting.possessive = possessive;
        return Some(sighting);
    }
    let (gender, possessive) = match () {
        () if passage.is_any(at, words!["he", "him", "himself"]) => (Gender::Male, false),
        () if passage.is(at, "his") => (Gender::Male, true),
        () if passage.is_any(at, words!["she", "herself"]) => (Gender::Female, false),
        () if passage.is(at, "her") => (Gender::Female, passage.kind(at + 1).is_word()),
        () => return None,
    };
    // "HE" and "H.E." are honorifics.
    if passage.kind(at) == TokenKind::AllCaps && !passage.shouts || passage.word(at).contains('.') {
        return None;
    }
    if passage.longest(at, Class::Honorific).is_some() {
        return None;
    }
    let mut sighting = Sighting::new(at..at + 1, "pronoun");
    sighting.gender = gender;
    sighting.form = MentionForm::Pronoun;
    sighting.possessive = possessive;
    Some(sighting)
}

/// The rule that reads the author of a text in "I" and "my".
pub(super) const FIRST_PERSON: &str = "first-person";

/// Whether "I" or "my" stands at a token, outside direct speech; if so, whether it is a possessive.
fn first_person(passage: &Passage<'_>, at: usize) -> Option<bool> {
    let word = passage.word(at);
    let subject = matches!(word, "I" | "I'm" | "I’m" | "I'll" | "I’ll" | "I've" | "I’ve" | "I'd" | "I’d");
    let possessive = matches!(word, "my" | "My");
    if !(subject || possessive) || passage.in_quote(at) || passage.shouts {
        return None;
    }
    // "World War I", "Part I."
    let is_after_name = at
        .checked_sub(1)
        .is_some_and(|before| passage.kind(before).is_capital() && !may_open(passage, before));
    let is_numeral = word == "I" && (is_after_name || passage.kind(at + 1) != TokenKind::Lower);
    (!is_numeral).then_some(possessive)
}

/// Whether a word in capitals may stand before "I" in a sentence: "Today I met", "On Monday I will", "In Canberra I".
fn may_open(passage: &Passage<'_>, at: usize) -> bool {
    const OPENS: &Words = words![
        "after",
        "also",
        "although",
        "and",
        "as",
        "because",
        "before",
        "but",
        "earlier",
        "if",
        "later",
        "now",
        "since",
        "so",
        "that",
        "then",
        "though",
        "today",
        "tomorrow",
        "tonight",
        "what",
        "when",
        "where",
        "while",
        "yesterday",
    ];
    // "King George I"
    let is_place = passage.has(at, Class::City) || passage.has(at, Class::Country);
    let is_in = at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["in", "at", "from"]));
    passage.is_any(at, OPENS) || is_calendar_word(passage, at) || is_place && is_in
}

impl Sighting {
    /// The gender that an honorific tells.
    pub(super) fn styled_gender(&self) -> Gender {
        if self.is_gender_styled { self.gender } else { Gender::Unknown }
    }

    /// Whether it is a style that stands for somebody as a pronoun does: "His Royal Highness".
    pub(super) fn is_style(&self) -> bool {
        self.rule == STYLE
    }

    fn new(tokens: Range<usize>, rule: &'static str) -> Self {
        Self {
            tokens,
            name: None,
            honorifics: Vec::new(),
            rank: None,
            roles: Vec::new(),
            post_nominals: Vec::new(),
            country: None,
            gender: Gender::Unknown,
            is_gender_styled: false,
            form: MentionForm::Name,
            possessive: false,
            rule,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn nobody_is_a_street() {
        assert_eq!(
            officials("CA", "Mayor Ola Berg spoke at 300 Prince Albert Dr in Ostby."),
            ["Ola Berg | Mayor | CA"]
        );
    }

    #[test]
    fn letters_behind_a_name_stand_for_the_comma() {
        assert_eq!(
            officials("IE", "Mary Berg T.D. Minister of State for Sport announced it."),
            ["Mary Berg | Minister of State for Sport | IE"]
        );
    }
}
