//! The names of organisations: those that the lexicon lists, and those of the bodies of a state by their grammar: "Ministry
//! of Works", "National Electoral Commission".

use std::ops::Range;

use crate::extract::date::is_calendar_word;
use crate::extract::features::{Features, Topic};
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::extract::place::is_territory;
use crate::extract::role::body_served;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Country;

/// The name of an organisation at a range of tokens.
#[derive(Debug, Clone)]
pub(super) struct FoundName {
    pub(super) tokens: Range<usize>,
    pub(super) country: Option<Country>,
    /// The code of an international body that has one: of the United Nations, the European Union, NATO.
    pub(super) code: Option<Country>,
    /// The rule that read it.
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// Nouns that the names of the bodies of a state have.
pub(super) const BODIES: &Words = words![
    "agency", "assembly", "authority", "board", "bureau", "chancellery", "commission", "committee",
    "council", "court", "department", "directorate", "embassy", "inspectorate", "institute", "ministry",
    "office", "parliament", "secretariat", "senate", "service", "tribunal",
];

/// Nouns of forces and governments: whose they are must be told.
pub(super) const FORCES: &Words = words![
    "army", "constabulary", "corps", "force", "forces", "gendarmerie", "government", "guard", "navy",
    "police",
];

/// Those of which a state has each once, so that its name or people beside them are not of the name: "Kenya Revenue
/// Authority" has its country in its name.
const OF_GOVERNMENT: &Words = words!["chancellery", "department", "ministry", "parliament", "senate"];

/// Where names are looked for.
const NAMES: Features =
    Features::classes(&[Class::Organisation, Class::Country]).or(Features::topic(Topic::Body));

/// Every name of an organisation in a passage, in the order of the text. Of two that overlap the longer is meant.
pub(super) fn names(passage: &Passage<'_>) -> Vec<FoundName> {
    let mut found: Vec<FoundName> = Vec::new();
    let mut next = 0;
    while let Some(at) = passage.next_with(NAMES, next) {
        next = at + 1;
        let Some(name) = known(passage, at).or_else(|| of_state(passage, at)) else { continue };
        // "EU" of "EU Military Committee"
        if found.last().is_some_and(|last| last.tokens.start >= name.tokens.start) {
            found.pop();
        }
        if found.last().is_none_or(|last| last.tokens.end <= name.tokens.start) {
            next = name.tokens.end.max(next);
            found.push(name);
        }
    }
    found
}

/// A name that the lexicon lists, unless more words are of it.
fn known(passage: &Passage<'_>, at: usize) -> Option<FoundName> {
    let body = passage.longest(at, Class::Organisation);
    let code = passage.longest(at, Class::Country).filter(|country| !is_territory(country));
    let (found, code) = match (body, code) {
        (Some(body), Some(code)) if code.len >= body.len => (code, lexicon::country(code.entry.country)),
        (None, Some(code)) => (code, lexicon::country(code.entry.country)),
        (Some(body), _) => (body, None),
        (None, None) => return None,
    };
    let tokens = at..at + found.len;
    let is_capital = passage.kind(at).is_capital() && !passage.shouts;
    // "Department of Health" of "Department of Health and Ageing": its grammar knows how it goes on, and whose it is.
    let told = tokens.clone().find_map(|noun| of_state(passage, noun));
    let is_outdone = told.as_ref().is_some_and(|told| told.tokens.len() > tokens.len())
        && passage.kind(tokens.end) != TokenKind::Possessive;
    let is_meant = is_capital && !is_outdone && !(found.len == 1 && is_of_other_name(passage, at, code));
    let country = code.or(lexicon::country(found.entry.country)).or(told.and_then(|told| told.country));
    is_meant.then_some(FoundName { tokens, country, code, rule: "known-body", confidence: 95 })
}

/// Whether one word that the lexicon lists as a body is a part of some other name: "Senate Street", "the Salvation Army",
/// "R.N. Berg".
fn is_of_other_name(passage: &Passage<'_>, at: usize, code: Option<Country>) -> bool {
    let next = at + 1;
    let names_thing = passage.has_any(next, THINGS) && passage.kind(next).is_capital();
    let has_words_before = is_noun(passage, at) && first_word(passage, at) < at;
    let is_initials = code.is_none()
        && passage.word(at).contains('.')
        && passage.kind(next) == TokenKind::Capital
        && passage.matches(next).iter().all(|next| next.is(Class::Given));
    names_thing || has_words_before || is_initials
}

/// Nouns of what may bear the name of a body.
const THINGS: Features = Features::classes(&[Class::Thing, Class::SiteNoun]);

/// The name of a body of a state whose noun stands at a token: "Works Ministry", "National Council for Sports".
fn of_state(passage: &Passage<'_>, noun: usize) -> Option<FoundName> {
    if passage.kind(noun) != TokenKind::Capital || passage.shouts || !is_noun(passage, noun) {
        return None;
    }
    let first = first_word(passage, noun);
    let body = body_served(passage, noun, passage.is_any(noun, OF_GOVERNMENT));
    let (end, state) = body.map_or((noun + 1, None), |(end, state)| {
        let other =
            (noun + 2..end).find(|&joint| begins_another(passage, joint) || begins_date(passage, joint));
        (other.unwrap_or(end), state.filter(|_| other.is_none()))
    });
    // "the Council for May"
    let end = if begins_date(passage, noun + 1) { noun + 1 } else { end_of_foes(passage, end) };
    let (start, people) = without_people(passage, first, noun, end);
    let is_named = if passage.is_any(noun, FORCES) {
        says_whose(passage, start, noun) || state.is_some()
    } else {
        start < noun && says_which(passage, start, noun) || end > noun + 1
    };
    // "Senate Street", "Court Theatre": the noun is of another name.
    let goes_on = end == noun + 1 && is_of_longer_name(passage, end);
    (is_named && !goes_on).then(|| FoundName {
        tokens: start..end,
        country: state.or(people),
        code: None,
        rule: "public-body",
        confidence: 85,
    })
}

/// Where a name ends that says whom it is against: "the Commission for the Fight │ against Fraud".
fn end_of_foes(passage: &Passage<'_>, end: usize) -> usize {
    const MOST: usize = 4;
    let against = passage.is(end, "against");
    let foes = (end + 1..end + 1 + MOST).take_while(|&at| against && passage.kind(at).is_capital()).count();
    if foes > 0 { end + 1 + foes } else { end }
}

fn is_noun(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, BODIES) || passage.is_any(at, FORCES)
}

/// The first word of a name before its noun: capitals, joined by hyphens, or by "and" between words of a field.
fn first_word(passage: &Passage<'_>, noun: usize) -> usize {
    const MOST: usize = 6;
    const OPENINGS: &Words = words![
        "the", "a", "an", "this", "that", "these", "our", "their", "its", "his", "her", "my", "your", "in",
        "on", "at", "for", "from", "to", "by", "with", "under", "when", "while", "as", "if", "after",
        "before", "but", "and", "or", "since", "through", "both", "each", "every", "another", "former",
        "senior", "first", "second", "third",
    ];
    const NO_WORDS: Features = Features::classes(&[
        Class::Rank,
        Class::Honorific,
        Class::Qualifier,
        Class::NamedDay,
        Class::PostNominal,
    ]);
    let is_word = |at: usize| {
        passage.kind(at).is_capital()
            && !passage.is_any(at, OPENINGS)
            // "the General Affairs Council"
            && (!passage.has_any(at, NO_WORDS) || passage.is(at, "general"))
            && !is_calendar_word(passage, at)
            && !begins_with_office(passage, at)
    };
    const FIELD: Features = Features::classes(&[Class::Portfolio, Class::Common]);
    let is_field = |at: usize| passage.has_any(at, FIELD) && !is_noun(passage, at);
    let word_before = |first: &usize| {
        let before = first.checked_sub(1)?;
        if is_word(before) && passage.tokens.get(*first).is_some_and(|word| word.spaced) {
            return Some(before);
        }
        let word = before.checked_sub(1).filter(|&word| is_word(word))?;
        let is_list = passage.is_any(before, words!["and", "&"]) && is_field(word) && is_field(*first);
        let joins = passage.is_hyphen(before) || is_unspaced_dash(passage, before) || is_list;
        joins.then_some(word)
    };
    let words = std::iter::successors(Some(noun), word_before);
    words.take_while(|&first| noun - first <= MOST).last().unwrap_or(noun)
}

/// Whether a dash joins two words: "Japan–Korea".
fn is_unspaced_dash(passage: &Passage<'_>, at: usize) -> bool {
    let is_joined = |at: usize| passage.tokens.get(at).is_some_and(|token| !token.spaced);
    passage.is_mark(at, '–') && is_joined(at) && is_joined(at + 1)
}

/// "Minister" of "Minister Council": no name of a body begins with a person's office.
fn begins_with_office(passage: &Passage<'_>, at: usize) -> bool {
    passage.longest(at, Class::Role).is_some() && !passage.has(at, Class::Portfolio)
}

/// The first word of a name without the people or country before it, and that country: of "Thai Foreign Ministry" the
/// second word. What is left must say which body it is.
fn without_people(passage: &Passage<'_>, first: usize, noun: usize, end: usize) -> (usize, Option<Country>) {
    let people = passage.longest(first, Class::Demonym).or(passage.longest(first, Class::Country));
    let Some(people) = people.filter(|people| first + people.len <= noun) else { return (first, None) };
    let start = first + people.len;
    let says_more = start < noun || end > noun + 1;
    let is_left_out = says_more && passage.is_any(noun, OF_GOVERNMENT);
    (if is_left_out { start } else { first }, lexicon::country(people.entry.country))
}

/// Whether some words before the noun tell which body is meant: "Biden" of "the Biden Office" is nobody's name here.
fn says_which(passage: &Passage<'_>, start: usize, noun: usize) -> bool {
    const TELLING: Features = Features::classes(&[
        Class::Portfolio,
        Class::Common,
        Class::Organisation,
        Class::Country,
        Class::Demonym,
        Class::Region,
        Class::City,
        Class::People,
        Class::Thing,
        Class::SiteNoun,
    ]);
    // An office, a service or a board may be anybody's.
    const ANYBODYS: &Words = words!["board", "court", "institute", "office", "service"];
    let is_telling = |at: usize| passage.has_any(at, TELLING) || passage.is_any(at, OF_STATE);
    if passage.is_any(noun, ANYBODYS) {
        says_whose(passage, start, noun) || (start..noun).any(|at| passage.has(at, Class::Portfolio))
    } else {
        (start..noun).any(is_telling)
    }
}

/// Whether some words before the noun say that it is a state's: "Estonian", "National".
fn says_whose(passage: &Passage<'_>, start: usize, noun: usize) -> bool {
    const STATES: Features = Features::classes(&[Class::Demonym, Class::Country]);
    (start..noun).any(|at| passage.has_any(at, STATES) || passage.is_any(at, OF_STATE))
}

/// Words for what a state has.
const OF_STATE: &Words = words![
    "constitutional", "federal", "high", "national", "parliamentary", "presidential", "royal", "state",
    "supreme",
];

/// Whether the capitals behind a noun make it the beginning of some other name: "Court Theatre".
fn is_of_longer_name(passage: &Passage<'_>, at: usize) -> bool {
    const PEOPLE: Features = Features::classes(&[
        Class::Role,
        Class::Rank,
        Class::Honorific,
        Class::Given,
        Class::Qualifier,
        Class::PostNominal,
        Class::People,
    ]);
    let follows = passage.tokens.get(at).is_some_and(|token| token.spaced);
    (passage.kind(at).is_capital()
        && follows
        && !passage.has_any(at, PEOPLE)
        && !is_calendar_word(passage, at))
        || passage.is_hyphen(at)
}

/// Whether a preposition leads to a date.
fn begins_date(passage: &Passage<'_>, preposition: usize) -> bool {
    let at = preposition + 1;
    passage.is_any(preposition, words!["of", "for", "on"])
        && (passage.kind(at) == TokenKind::Number || is_calendar_word(passage, at))
}

/// Whether another body is named behind "and", or behind the one that it is part of: "the Ministry of Works │ and the
/// Ministry of Trade", "the Department of Works│'s Office of Roads".
fn begins_another(passage: &Passage<'_>, joint: usize) -> bool {
    const MOST: usize = 5;
    if passage.kind(joint) == TokenKind::Possessive {
        let mut words = (joint + 1..joint + 1 + MOST).take_while(|&at| passage.kind(at).is_capital());
        return words.any(|at| passage.is_any(at, BODIES));
    }
    let comma = usize::from(passage.is_mark(joint, ','));
    let and = joint + comma;
    if !passage.is_any(and, words!["and", "&"]) && comma == 0 {
        return false;
    }
    let start = and + usize::from(passage.is_any(and, words!["and", "&"]));
    let start = start + usize::from(passage.is(start, "the"));
    let words = (start..start + MOST).take_while(|&at| passage.kind(at).is_capital());
    let names_body = words.into_iter().any(|at| passage.is_any(at, BODIES));
    names_body || passage.longest(start, Class::Organisation).is_some()
}
