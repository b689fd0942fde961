//! People: a title and a name, a name and its appositive, or a title alone.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::{self, Class, Gender, fold};
use super::passage::{Passage, folded_words};
use super::role::{FoundRole, role_at};
use super::token::TokenKind;
use crate::model::{Country, MentionForm};

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

/// The folded last words of the names that a title cues.
pub(super) fn cued_surnames(passage: &Passage<'_>, seen: &[Sighting]) -> Vec<String> {
    let cued = seen.iter().filter(|sighting| sighting.rule != "bare-name");
    let names = cued.filter_map(|sighting| sighting.name.clone());
    names.filter_map(|name| folded_words(passage.words(name)).pop()).filter(|word| word.len() > 2).collect()
}

/// Adds the names that stand without a title and end in one of `surnames`: "Mark Lancaster", "Lancaster".
pub(super) fn add_bare_names(passage: &Passage<'_>, surnames: &HashSet<String>, seen: &mut Vec<Sighting>) {
    let mut added = Vec::new();
    let mut taken = seen.iter().map(|sighting| sighting.tokens.clone()).peekable();
    let mut at = 0;
    while at < passage.tokens.len() {
        while taken.next_if(|tokens| tokens.end <= at).is_some() {}
        let next_taken = taken.peek().map_or(passage.tokens.len(), |tokens| tokens.start);
        if next_taken <= at {
            at = taken.peek().map_or(at + 1, |tokens| tokens.end);
            continue;
        }
        let kind = passage.kind(at);
        let is_word = matches!(kind, TokenKind::Capital | TokenKind::AllCaps)
            && (!passage.shouts || kind == TokenKind::AllCaps);
        if !is_word || !surnames.contains(&fold(passage.word(at))) {
            at += 1;
            continue;
        }
        let start = given_names_before(passage, at, seen, &added);
        let mut sighting = Sighting::new(start..at + 1, "known-name");
        sighting.name = Some(start..at + 1);
        sighting.possessive = passage.kind(at + 1) == TokenKind::Possessive;
        if !passage.kind(at + 1).is_capital() && !passage.is_hyphen(at + 1) {
            finish(passage, sighting, &mut added);
        }
        at += 1;
    }
    seen.append(&mut added);
    seen.sort_by_key(|sighting| sighting.tokens.start);
}

/// Where the name that ends at a known surname begins.
fn given_names_before(passage: &Passage<'_>, surname: usize, seen: &[Sighting], added: &[Sighting]) -> usize {
    let last_seen = seen.partition_point(|sighting| sighting.tokens.start < surname);
    let seen_end =
        last_seen.checked_sub(1).and_then(|last| seen.get(last)).map_or(0, |sighting| sighting.tokens.end);
    let earliest = seen_end.max(added.last().map_or(0, |sighting| sighting.tokens.end));
    let mut start = surname;
    while let Some(before) =
        start.checked_sub(1).filter(|&before| before >= earliest && surname - before <= 3)
    {
        let part_of_name = may_be_name_word(passage, before, before, Cue::Title)
            && !passage.begins_sentence(before)
            || passage.has(before, Class::Given);
        if !part_of_name || matches!(passage.kind(before), TokenKind::Mark(_)) {
            break;
        }
        start = before;
    }
    start
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

/// What stands before a name.
#[derive(Debug, Default)]
struct Title {
    end: usize,
    honorifics: Vec<Range<usize>>,
    rank: Option<(Range<usize>, u32)>,
    roles: Vec<FoundRole>,
    gender: Option<Gender>,
    definite: bool,
}

/// Honorifics, a rank and roles from a token on.
fn title_at(passage: &Passage<'_>, at: usize) -> Option<Title> {
    let mut title = Title { end: at, ..Title::default() };
    loop {
        let here = title.end;
        let title_word =
            |class| passage.longest(here, class).filter(|found| !is_outdone(passage, here, found.len));
        let is_capital = passage.kind(here).is_capital();
        let honorific = title_word(Class::Honorific).filter(|_| is_capital || here > at);
        let rank = title_word(Class::Rank).filter(|_| is_capital);
        if let Some(role) = role_at(passage, here).filter(|role| outweighs(role, honorific, rank)) {
            title.end = role.tokens.end;
            title.roles.push(role);
            // "The Secretary and Foreign Minister Lee" are two people.
            if !title.definite {
                title.end = another_role(passage, title.end);
            }
        } else if let Some(rank) = rank {
            title.rank = Some((here..here + rank.len, rank.entry.value));
            title.end = here + rank.len;
        } else if let Some(honorific) = honorific {
            let tokens = here..here + honorific.len;
            title.gender = title.gender.or(Some(honorific.entry.value.into()));
            title.end = tokens.end;
            title.honorifics.push(tokens);
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

/// How many tokens the name of a place or body at a token has.
fn longest_name_of_place(passage: &Passage<'_>, at: usize) -> usize {
    let names = [Class::Country, Class::Region, Class::City, Class::Organisation];
    names.iter().filter_map(|&class| passage.longest(at, class)).map(|found| found.len).max().unwrap_or(0)
}

/// A longer name of a place or people is what the words mean: "Sri Lankan" has no honorific in it.
fn is_outdone(passage: &Passage<'_>, at: usize, len: usize) -> bool {
    let names = [Class::Country, Class::Demonym, Class::Region, Class::City, Class::Organisation];
    names.iter().any(|&class| passage.longest(at, class).is_some_and(|found| found.len > len))
}

/// A longer phrase is what the words mean: "Major General" is a rank, "General Secretary" a role.
fn outweighs(
    role: &FoundRole,
    honorific: Option<super::passage::Match>,
    rank: Option<super::passage::Match>,
) -> bool {
    let other = honorific.into_iter().chain(rank).map(|found| found.len).max().unwrap_or(0);
    role.tokens.len() > other
}

/// Where a second role begins after "and", "," or "&", if one does: "Prime Minister and Minister of Defence X".
fn another_role(passage: &Passage<'_>, end: usize) -> usize {
    let comma = passage.is_mark(end, ',');
    let mut next = end + usize::from(comma);
    if passage.is(next, "and") || passage.is_mark(next, '&') {
        next += 1;
    } else if !comma {
        return end;
    }
    let follows = role_at(passage, next).is_some_and(|role| {
        !role.weak
            && passage.kind(role.head.start).is_capital()
            && name_at(passage, after_address(passage, role.tokens.end), Cue::Title).is_some()
    });
    // In "Prime Minister and Foreign Minister Lee" both are Lee's; in "President Kim and Prime Minister Lee" they are not.
    if follows { next } else { end }
}

/// The token after the honorifics and the rank that may stand between a role and a name.
fn after_address(passage: &Passage<'_>, mut at: usize) -> usize {
    const MOST: usize = 4;
    for _ in 0..MOST {
        let address = passage.longest(at, Class::Honorific).or(passage.longest(at, Class::Rank));
        let Some(address) = address.filter(|_| passage.kind(at).is_capital()) else { break };
        at += address.len;
    }
    at
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
    while passage.is_any(at, &["the", "a", "our", "its", "their", "then", "as", "and"]) {
        at += 1;
    }
    let role = role_at(passage, at)?;
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

/// How much speaks for a name at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// A title stands before it.
    Title,
    /// Nothing does: two words are wanted, the first a given name.
    None,
}

/// Small words inside a name, and what may follow them.
const PARTICLES: &[&str] = &[
    "al", "el", "bin", "bint", "ibn", "abu", "von", "van", "der", "den", "de", "del", "della", "di", "da",
    "dos", "das", "du", "la", "le", "ter", "ten", "zu", "y", "e", "ul", "ur",
];
const SUFFIXES: &[&str] = &["jr", "sr", "jr.", "sr.", "ii", "iii", "iv"];
/// How many words a name may have.
const MOST_NAME_WORDS: usize = 7;

/// The name that begins at a token.
fn name_at(passage: &Passage<'_>, start: usize, cue: Cue) -> Option<Range<usize>> {
    let mut end = start;
    let mut words = 0;
    while words < MOST_NAME_WORDS {
        let Some(next) = name_word_end(passage, start, end, cue) else { break };
        end = next;
        words += 1;
    }
    if end == start {
        return None;
    }
    let suffix = end + usize::from(passage.is_mark(end, ','));
    if passage.is_any(suffix, SUFFIXES) && passage.kind(suffix).is_capital() {
        end = suffix + 1;
    }
    let good = match cue {
        Cue::Title => has_full_word(passage, start..end),
        Cue::None => words > 1 && is_bare_name(passage, start, end),
    };
    good.then_some(start..end)
}

/// Where one word of a name ends; it may be joined by hyphens or begin with particles.
fn name_word_end(passage: &Passage<'_>, start: usize, at: usize, cue: Cue) -> Option<usize> {
    let mut at = at;
    let mut particles = 0;
    while passage.is_any(at, PARTICLES)
        && particles < 3
        && (at > start || passage.kind(at) == TokenKind::Lower)
    {
        if !(passage.kind(at + 1).is_word() || passage.is_hyphen(at + 1)) {
            return None;
        }
        at += 1 + usize::from(passage.is_hyphen(at + 1));
        particles += 1;
    }
    if !may_be_name_word(passage, start, at, cue) {
        return None;
    }
    at += 1;
    while passage.is_hyphen(at) && passage.kind(at + 1).is_word() {
        at += 2;
    }
    Some(at)
}

fn may_be_name_word(passage: &Passage<'_>, start: usize, at: usize, cue: Cue) -> bool {
    let kind = passage.kind(at);
    if !kind.is_capital() || (kind == TokenKind::AllCaps && passage.has(at, Class::PostNominal) && at > start)
    {
        return false;
    }
    if kind == TokenKind::Initial {
        // "I" is a pronoun, and an initial stands before a name or after one.
        let is_pronoun = passage.is(at, "i") && !passage.word(at).ends_with('.') && !passage.shouts;
        return !is_pronoun;
    }
    if passage.has(at, Class::Given) && (at > start || cue == Cue::Title || !passage.begins_sentence(at)) {
        return !starts_role(passage, at);
    }
    if super::date::is_calendar_word(passage.word(at)) || starts_role(passage, at) {
        return false;
    }
    let no_name = [Class::Demonym, Class::Country, Class::Organisation, Class::Rank, Class::Honorific];
    let is_known = no_name.iter().any(|&class| passage.has(at, class));
    let is_common = passage.has(at, Class::Common) || passage.has(at, Class::Portfolio);
    if at == start {
        !is_known && (!is_common || passage.has(at, Class::Given))
    } else {
        !is_known && (!is_common || is_last_of_name(passage, at))
    }
}

/// A common word may be the surname: "Prime Minister Theresa May", "Alan Price", unless more capitals follow.
fn is_last_of_name(passage: &Passage<'_>, at: usize) -> bool {
    !passage.kind(at + 1).is_capital() && passage.has(at.saturating_sub(1), Class::Given) && !passage.shouts
}

fn starts_role(passage: &Passage<'_>, at: usize) -> bool {
    passage.longest(at, Class::Role).is_some() && role_at(passage, at).is_some_and(|role| !role.weak)
}

/// A name is more than initials.
fn has_full_word(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| matches!(passage.kind(at), TokenKind::Capital | TokenKind::AllCaps))
}

/// Without a title, the first word must be a given name and some other no common word.
fn is_bare_name(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    let first_is_given = passage.has(start, Class::Given) || passage.kind(start) == TokenKind::Initial;
    let is_place = passage.matches(start).iter().any(|found| {
        found.len > 1
            && (found.is(Class::City)
                || found.is(Class::Region)
                || found.is(Class::Organisation)
                || found.is(Class::Country))
    });
    let ends_as_thing = passage.has(last, Class::Portfolio)
        || passage.has(last, Class::Common) && !passage.has(last, Class::Given);
    first_is_given && !is_place && !ends_as_thing && !passage.shouts && has_full_word(passage, start..end)
}

fn pronoun_at(passage: &Passage<'_>, at: usize) -> Option<Sighting> {
    let (gender, possessive) = match () {
        () if passage.is_any(at, &["he", "him", "himself"]) => (Gender::Male, false),
        () if passage.is(at, "his") => (Gender::Male, true),
        () if passage.is_any(at, &["she", "herself"]) => (Gender::Female, false),
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
