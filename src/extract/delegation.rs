//! Whom a story lists as the delegation of a country, or who leads it: "The Maldivian side included Ana Virta and Ola
//! Berg", "Ana Virta led the Maldivian delegation".

use std::collections::HashMap;
use std::ops::Range;

use super::annotated::{Annotated, within};
use super::clause::subject;
use super::features::Features;
use super::lexicon::{self, Class};
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Words;
use crate::model::{Country, Id};

/// Where a country or a people is named.
const COUNTRIES: Features = Features::classes(&[Class::Country, Class::Demonym]);

/// The delegates of each country that a story lists as such.
pub(super) fn delegates(texts: &[Annotated<'_>]) -> HashMap<Id, Country> {
    let mut delegates = HashMap::new();
    for delegation in texts.iter().flat_map(delegations) {
        for id in delegation.people {
            delegates.entry(id).or_insert(delegation.country);
        }
    }
    delegates
}

/// The people of one country's delegation, as a text names them.
#[derive(Debug)]
pub(super) struct Delegation {
    pub(super) country: Country,
    pub(super) people: Vec<Id>,
    /// From the country to the list of the delegates, or from the verb to the country.
    pub(super) tokens: Range<usize>,
    /// Whether it is told who leads it, and not only who is in it.
    pub(super) is_led: bool,
}

/// The delegations of countries of which a text names people.
pub(super) fn delegations(text: &Annotated<'_>) -> Vec<Delegation> {
    let passage = &text.passage;
    let mut found = Vec::new();
    for at in passage.all_with(COUNTRIES) {
        let Some(named) = passage.longest_of(at, &[Class::Demonym, Class::Country]) else {
            continue;
        };
        let Some(country) = lexicon::country(named.entry.country) else { continue };
        let end = at + named.len;
        let (people, tokens) =
            if let Some(list) = list_after(passage, end).or_else(|| leader_after(passage, at, end)) {
                (members(text, list).collect(), at..list)
            } else if let Some(verb) = leads_before(passage, at, end) {
                (leaders(text, verb), verb..end + 1)
            } else {
                continue;
            };
        let is_led = tokens.clone().any(|at| passage.is_any(at, LEADS));
        found.push(Delegation { country, people, tokens, is_led });
    }
    found
}

const LEADS: &Words = words!["lead", "leads", "led", "head", "heads", "headed"];

/// The verb of "led the │ Serbian │ delegation", "is heading the │ Serbian │ side".
fn leads_before(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    let the = at.checked_sub(1).filter(|&the| passage.is_any(the, words!["the", "a"]))?;
    let verb = the.checked_sub(1).filter(|&verb| passage.is_any(verb, LEADS))?;
    is_delegation(passage, end).then_some(verb)
}

/// Whoever does what a verb of leading says.
fn leaders(text: &Annotated<'_>, verb: usize) -> Vec<Id> {
    let people = subject(text, &text.passage.sentence_of(verb), verb).iter();
    people.filter(|person| !person.possessive).filter_map(|person| person.who.id().cloned()).collect()
}

/// Whether a word for a delegation stands at a token: what it is of is no place where something happens.
pub(super) fn is_delegation(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, GROUPS)
}

const GROUPS: &Words =
    words!["contingent", "delegates", "delegation", "participants", "party", "side", "team"];

/// Where a list of delegates begins after the name of a country: after "delegation included", "was represented by".
fn list_after(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const INCLUDE: &Words = words![
        "comprised", "comprises", "comprising", "consisted", "consists", "consisting", "headed", "included",
        "includes", "including", "led", "represented", "was", "were",
    ];
    const MOST_BETWEEN: usize = 2;
    if passage.is_any(at, words!["was", "were", "is", "are"]) && passage.reads(at + 1, &["represented", "by"])
    {
        return Some(at + 3);
    }
    let group = (at..=at + 1).find(|&at| passage.is_any(at, GROUPS))?;
    let first = group + 1;
    if passage.is_mark(first, ':') {
        return Some(first + 1);
    }
    let verb = (first..=first + MOST_BETWEEN).find(|&at| passage.is_any(at, INCLUDE))?;
    let small = (verb + 1..verb + 3)
        .take_while(|&at| passage.is_any(at, words!["by", "headed", "led", "of", "represented"]));
    Some(verb + 1 + small.count())
}

/// Where the leader of "a delegation from │ Serbia │ headed by A", "a delegation of the Senate of │ Serbia, │ led by A" is named.
fn leader_after(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    const MOST_BETWEEN: usize = 8;
    const MOST_OF_BODY: usize = 5;
    // "from Serbia’s National Assembly, led by"
    let is_of_body = |&at: &usize| {
        passage.kind(at).is_capital()
            || passage.kind(at) == TokenKind::Possessive
            || passage.is_any(at, words!["of", "the"])
    };
    let end = end + (end..end + MOST_OF_BODY).take_while(is_of_body).count();
    let led = end + usize::from(passage.is_mark(end, ','));
    if !passage.is_any(led, words!["led", "headed"]) || !passage.is(led + 1, "by") {
        return None;
    }
    let of = |before: usize| passage.is_any(before, words!["from", "of"]);
    let mut before = at.saturating_sub(MOST_BETWEEN)..at;
    let small =
        (led + 2..led + 4).take_while(|&at| passage.is_any(at, words!["its", "the", "their"])).count();
    before.any(|before| is_delegation(passage, before) && of(before + 1)).then_some(led + 2 + small)
}

/// The people of a list that begins at a token: nothing stands between them but what joins a list.
fn members(text: &Annotated<'_>, start: usize) -> impl Iterator<Item = Id> {
    const JOINS: &Words = words!["along", "also", "and", "as", "the", "well", "with"];
    let passage = &text.passage;
    let mut end = start;
    let sentence = passage.sentence_of(start);
    let listed = within(&text.people, start..sentence.end).iter().take_while(move |person| {
        let joins = |at: usize| {
            passage.is_any(at, JOINS) || [',', ';', '&'].iter().any(|&mark| passage.is_mark(at, mark))
        };
        let goes_on = (end..person.tokens.start).all(joins) && !person.possessive;
        end = person.tokens.end;
        goes_on
    });
    listed.filter_map(|person| person.who.id().cloned())
}
