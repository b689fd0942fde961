//! People: a title and a name, a name and its appositive, or a title alone.

mod known_name;
mod name;
mod title;

pub(super) use known_name::{add_bare_names, cued_surnames};

use std::ops::Range;

use super::lexicon::{self, Class, Gender};
use super::passage::Passage;
use super::role::{FoundRole, role_at};
use super::token::TokenKind;
use crate::model::{Country, MentionForm};
use name::{Cue, name_at};
use title::{Title, another_role, title_at};

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
    pub(super) gender: Gender,
    pub(super) form: MentionForm,
    pub(super) possessive: bool,
    /// The rule that read it.
    pub(super) rule: &'static str,
}

/// Every person in a passage, in the order of the text.
pub(super) fn sightings(passage: &Passage<'_>) -> Vec<Sighting> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < passage.tokens.len() {
        let before = found.len();
        at = match sightings_at(passage, at, &mut found) {
            Some(end) => end.max(at + 1),
            None => at + longest_name_of_place(passage, at).max(1),
        };
        if let Some(last) = found.get_mut(before..).and_then(<[Sighting]>::last_mut) {
            last.possessive |= passage.kind(last.tokens.end) == TokenKind::Possessive;
        }
    }
    found
}

/// The people of one phrase that begins at a token; where it ends.
fn sightings_at(passage: &Passage<'_>, at: usize, found: &mut Vec<Sighting>) -> Option<usize> {
    if let Some(pronoun) = pronoun_at(passage, at) {
        found.push(pronoun);
        return Some(at + 1);
    }
    let title = title_at(passage, at);
    if let Some(title) = title {
        return titled(passage, at, title, found);
    }
    let name = name_at(passage, at, Cue::None)?;
    let mut sighting = Sighting::new(at..name.end, "bare-name");
    sighting.gender =
        passage.longest(name.start, Class::Given).map_or(Gender::Unknown, |given| given.entry.value.into());
    sighting.name = Some(name);
    Some(finish(passage, sighting, found))
}

/// How many tokens the name of a place or body at a token has.
fn longest_name_of_place(passage: &Passage<'_>, at: usize) -> usize {
    let names = [Class::Country, Class::Region, Class::City, Class::Organisation];
    names.iter().filter_map(|&class| passage.longest(at, class)).map(|found| found.len).max().unwrap_or(0)
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
    sighting.gender = title.gender.unwrap_or(Gender::Unknown);
    let lone_weak_role = title.roles.iter().all(|role| role.weak) && !title.roles.is_empty();
    sighting.roles = title.roles;
    // "the Prime Minister, Mr Lee": the name may stand after a comma.
    let comma = passage.is_mark(title.end, ',') && !sighting.roles.is_empty();
    let after_comma = comma.then(|| titled_name(passage, title.end + 1)).flatten();
    let name = name_at(passage, title.end, Cue::Title);
    match (name, after_comma) {
        (Some(name), _) => {
            sighting.tokens.end = name.end;
            sighting.name = Some(name);
        }
        (None, Some((second, name))) => {
            sighting.honorifics.extend(second.honorifics);
            sighting.rank = sighting.rank.or(second.rank);
            sighting.tokens.end = name.end;
            sighting.name = Some(name);
            sighting.rule = "role-comma-name";
        }
        (None, None) => {
            if sighting.roles.is_empty() || lone_weak_role && !title.definite {
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
    }
    Some(finish(passage, sighting, found))
}

/// A name with its own honorific or rank, or one of at least two words, after a comma.
fn titled_name(passage: &Passage<'_>, at: usize) -> Option<(Title, Range<usize>)> {
    match title_at(passage, at) {
        Some(title) if title.roles.is_empty() => {
            let name = name_at(passage, title.end, Cue::Title)?;
            Some((title, name))
        }
        Some(_) => None,
        None => {
            let plain = || name_at(passage, at, Cue::None);
            // Between commas, two words that the lexicon does not know are a name too.
            let enclosed = || {
                let name = name_at(passage, at, Cue::Title)?;
                let closed = !passage.kind(name.end).is_word() || passage.kind(name.end) == TokenKind::Lower;
                (name.len() > 1 && closed).then_some(name)
            };
            let name = plain().or_else(enclosed)?;
            Some((Title { end: at, ..Title::default() }, name))
        }
    }
}

/// "Prime Ministers Craxi and Papandreou".
fn plural_names(passage: &Passage<'_>, at: usize, title: &Title, found: &mut Vec<Sighting>) -> Option<usize> {
    let mut next = title.end;
    let mut names = Vec::new();
    while let Some(name) = name_at(passage, next, Cue::Title) {
        next = name.end;
        names.push(name);
        let joined = passage.is_mark(next, ',') || passage.is(next, "and") || passage.is_mark(next, '&');
        if !joined {
            break;
        }
        let second = usize::from(passage.is_mark(next, ',') && passage.is(next + 1, "and"));
        if name_at(passage, next + 1 + second, Cue::Title).is_none() {
            break;
        }
        next += 1 + second;
    }
    let end = names.last()?.end;
    for (index, name) in names.into_iter().enumerate() {
        let start = if index == 0 { at } else { name.start };
        let mut sighting = Sighting::new(start..name.end, "plural-role");
        sighting.roles = title.roles.clone();
        sighting.rank = title.rank.clone();
        sighting.name = Some(name);
        found.push(sighting);
    }
    Some(end)
}

/// Reads what follows a name: post-nominals and appositives.
fn finish(passage: &Passage<'_>, mut sighting: Sighting, found: &mut Vec<Sighting>) -> usize {
    let mut end = post_nominals(passage, &mut sighting);
    if let Some((country, next)) = country_after(passage, end).filter(|_| !sighting.roles.is_empty()) {
        if let Some(role) = sighting.roles.last_mut() {
            role.country = role.country.or(Some(country));
        }
        sighting.tokens.end = next;
        end = next;
    }
    while let Some((role, next)) = appositive(passage, end, sighting.roles.is_empty()) {
        let and = passage.is(next, "and") || passage.is_mark(next, ',') && passage.is(next + 1, "and");
        sighting.roles.push(role);
        sighting.tokens.end = next;
        if sighting.rule == "bare-name" {
            sighting.rule = "name-and-appositive";
        }
        end = next;
        if !and {
            break;
        }
    }
    found.push(sighting);
    end
}

/// "of Israel" after a titled name: the country, and where it ends.
fn country_after(passage: &Passage<'_>, end: usize) -> Option<(Country, usize)> {
    let start = end + 1 + usize::from(passage.is(end + 1, "the"));
    let found = passage.longest(start, Class::Country).filter(|_| passage.is(end, "of"))?;
    Some((lexicon::country(found.entry.country)?, start + found.len))
}

fn post_nominals(passage: &Passage<'_>, sighting: &mut Sighting) -> usize {
    let mut end = sighting.tokens.end;
    loop {
        let at = end + usize::from(passage.is_mark(end, ',') && passage.has(end + 1, Class::PostNominal));
        match passage.longest(at, Class::PostNominal) {
            Some(letters) if passage.kind(at).is_capital() => {
                sighting.post_nominals.push(at..at + letters.len);
                end = at + letters.len;
                sighting.tokens.end = end;
            }
            _ => return end,
        }
    }
}

/// ", the Prime Minister of Serbia," after a name: the role, and where the appositive ends.
fn appositive(passage: &Passage<'_>, end: usize, first: bool) -> Option<(FoundRole, usize)> {
    let opens = passage.is_mark(end, ',') || passage.is_mark(end, '(') || passage.is(end, "and") && !first;
    if !opens {
        return None;
    }
    let mut at = end + 1;
    while passage.is_any(at, words!["the", "a", "our", "its", "their", "then", "as", "and"]) {
        at += 1;
    }
    let role = role_at(passage, at)?;
    // "Ana Virta, and the Minister of Trade, Ola Berg,": the role is the next one's.
    let joins = passage.is_any(end, &["and"]) || passage.is(end + 1, "and");
    if joins && passage.is_mark(role.tokens.end, ',') && titled_name(passage, role.tokens.end + 1).is_some() {
        return None;
    }
    let weak_alone = role.weak && !passage.is_mark(end, '(');
    // "…, Foreign Minister Ana Virta and …" begins the next of a list.
    let begins_next = name_at(passage, role.tokens.end, Cue::Title).is_some()
        || another_role(passage, role.tokens.end) > role.tokens.end
        || !ends_phrase(passage, role.tokens.end);
    let next =
        role.tokens.end + usize::from(passage.is_mark(end, '(') && passage.is_mark(role.tokens.end, ')'));
    (!weak_alone && !begins_next && !role.plural).then_some((role, next))
}

/// Whether a phrase may end before a token: at a mark, a small word or the end.
fn ends_phrase(passage: &Passage<'_>, at: usize) -> bool {
    !passage.kind(at).is_capital() && !passage.is_hyphen(at)
}

fn pronoun_at(passage: &Passage<'_>, at: usize) -> Option<Sighting> {
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
    let is_numeral = word == "I"
        && (at.checked_sub(1).is_some_and(|before| passage.kind(before).is_capital())
            || passage.kind(at + 1) != TokenKind::Lower);
    (!is_numeral).then_some(possessive)
}

impl Sighting {
    fn new(tokens: Range<usize>, rule: &'static str) -> Self {
        Self {
            tokens,
            name: None,
            honorifics: Vec::new(),
            rank: None,
            roles: Vec::new(),
            post_nominals: Vec::new(),
            gender: Gender::Unknown,
            form: MentionForm::Name,
            possessive: false,
            rule,
        }
    }
}
