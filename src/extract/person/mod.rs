//! People: a title and a name, a name and its appositive, or a title alone.
//!
//! | part | file |
//! |---|---|
//! | honorifics, ranks and offices before a name; several of one person | `title.rs`, `address.rs`, `joint_office.rs` |
//! | a title, and whoever is named behind it | `titled.rs`, `plural.rs`, `listed.rs`, `holder.rs`, `peerage.rs` |
//! | names, and what only looks like one | `name.rs`, `title_in_name.rs`, `no_name.rs`, `unknown_name.rs`, `known_name.rs` |
//! | what follows a name | `after_name.rs`, `behind_name.rs`, `appositive.rs`, `career.rs`, `line.rs` |
//! | offices that verbs give, and posts entered, held and left | `appointment.rs`, `post.rs` |
//! | words that stand for somebody | `pronoun.rs` |
//! | what one place of the text gives of a person | `sighting.rs` |

mod address;
mod after_name;
mod appointment;
mod appositive;
mod behind_name;
mod career;
mod holder;
mod joint_office;
mod known_name;
mod line;
mod listed;
mod name;
mod no_name;
mod peerage;
mod plural;
mod post;
mod pronoun;
mod sighting;
mod title;
mod title_in_name;
mod titled;
mod unknown_name;

use super::features::{Features, Topic, Topics};
use super::lexicon::{self, Class, Gender};
use super::passage::Passage;
use super::role::{BEGINNINGS_OF_ROLES, may_begin_role};
use super::ship::ship_at;
use super::token::TokenKind;
use super::words::Words;
use address::is_burmese_address;
use after_name::finish;
use appointment::office_taken_up;
use appositive::is_spaced_dash;
use listed::{holders_in_list, listed_names};
use name::{Cue, is_particle, name_at};
use peerage::given_before_title;
use pronoun::{pronoun_at, style_alone};
use title::title_at;
use titled::titled;
use unknown_name::name_before_office;

pub(super) use address::after_parenthesis;
pub(super) use appointment::SUCCEEDS;
pub(super) use career::join_own_words;
pub(super) use known_name::{Surnames, add_bare_names};
pub(super) use listed::LISTED;
pub(super) use no_name::tells_what_is_done;
pub(super) use peerage::PEERS;
pub(super) use plural::PLURAL;
pub(super) use pronoun::{FIRST_PERSON, first_person};
pub(super) use sighting::Sighting;
pub(super) use titled::NEVER_ADDRESSED;

/// The rule of names that a user's own words have: whoever bears one holds office.
pub(super) const OWN_NAME: &str = "own-name";

/// What a person, or the name of a place to pass over, may begin with.
const BEGINNINGS: Features = Features::CAPITAL.or(NAMES).or(BEGINNINGS_OF_ROLES).or(SMALL_WORDS);
const NAMES: Features =
    Features::classes(&[Class::Person, Class::Country, Class::Region, Class::City, Class::Organisation]);
const SMALL_WORDS: Features = Features::topic(Topic::Person);

/// Words in small letters that a person may begin with, and pronouns.
pub(super) const fn topics(topics: &mut Topics) {
    topics.add(Topic::Person, &["the", "he", "him", "himself", "his", "she", "herself", "her", "me", "my"]);
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
    const SMALL: &Words = words!["he", "him", "himself", "his", "she", "herself", "her", "me", "my"];
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
    if let Some(end) = holders_in_list(passage, at, found) {
        return Some(end);
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
        .or_else(|| given_before_title(passage, at))
        .or_else(|| line::name_above_office(passage, at))
        .or_else(|| line::name_alone(passage, at))?;
    let mut sighting = Sighting::new(at..name.end, "bare-name");
    sighting.gender =
        passage.longest(name.start, Class::Given).map_or(Gender::Unknown, |given| given.entry.value.into());
    sighting.name = Some(name);
    Some(finish(passage, sighting, found))
}

/// How many tokens the name of a place or body at a token has.
fn longest_name_of_place(passage: &Passage<'_>, at: usize) -> usize {
    if !passage.has_any(at, NAMES) {
        return 0;
    }
    let names = [Class::Country, Class::Region, Class::City, Class::Organisation];
    passage.longest_of(at, &names).map_or(0, |found| found.len)
}
