//! Roles: "Defence Minister", "Minister for the Kosovo Security Force", "acting US Ambassador to NATO".

use std::ops::Range;

use super::date::is_calendar_word;
use super::features::Features;
use super::lexicon::{self, AMBIGUOUS, Class, RoleRow, WEAK};
use super::passage::{Match, Passage};
use super::token::TokenKind;
use super::words::Words;
use crate::model::{Country, Qualifier};

/// A role at a range of tokens.
#[derive(Debug, Clone)]
pub(super) struct FoundRole {
    /// All its tokens, with qualifier and demonym.
    pub(super) tokens: Range<usize>,
    /// The tokens of the title: modifiers, head and complement.
    pub(super) title: Range<usize>,
    /// The tokens of the head.
    pub(super) head: Range<usize>,
    /// The tokens of the complement, without its preposition and article.
    pub(super) complement: Option<Range<usize>>,
    /// The country that a demonym or the complement names.
    pub(super) country: Option<Country>,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) row: RoleRow,
    pub(super) plural: bool,
    /// Whether the head is too common a word to be an office by itself.
    pub(super) weak: bool,
}

impl FoundRole {
    /// The tokens of the title without a country that it is held in: "Prime Minister" of "Prime Minister of Japan".
    pub(super) fn office(&self, passage: &Passage<'_>) -> Range<usize> {
        let whole = |tokens: &Range<usize>| {
            passage.longest(tokens.start, Class::Country).is_some_and(|found| found.len == tokens.len())
        };
        match &self.complement {
            Some(complement) if whole(complement) => self.title.start..self.head.end,
            _ => self.title.clone(),
        }
    }
}

/// How many tokens may stand between the start of a role and its head.
const MOST_MODIFIERS: usize = 14;
/// How many tokens a complement may have.
const MOST_COMPLEMENT: usize = 16;

/// The role that begins at a token.
pub(super) fn role_at(passage: &Passage<'_>, at: usize) -> Option<FoundRole> {
    const HEADS: Features = Features::classes(&[Class::Role]);
    if !may_begin_role(passage, at) || !passage.has_beside(at, HEADS) {
        return None;
    }
    let (mut qualifier, mut title) = qualifier_at(passage, at);
    let mut country = None;
    if let Some((found, end)) = country_before(passage, title) {
        country = Some(found);
        title = end;
        if qualifier.is_none() {
            (qualifier, title) = qualifier_at(passage, title);
        }
    }
    let (head_at, head) = head_after(passage, title)?;
    let row = *lexicon::role(head.entry.value)?;
    let (head_tokens, complement) = head_and_complement(passage, head_at, head, row.takes);
    let end = complement.as_ref().map_or(head_tokens.end, |complement| complement.end);
    let designate = suffix_qualifier(passage, end).or_else(|| suffix_qualifier(passage, head_tokens.end));
    let is_noble = NOBLES.contains(&row.head);
    let served = complement.as_ref().and_then(|tokens| country_served(passage, tokens.clone(), is_noble));
    let title_end = title_end(passage, head_tokens.start, end);
    // "Assistant to the Prime Minister of Pakistan": the state that the title is held in, cut off from it.
    let served = served.or_else(|| country_in(passage, title_end..end));
    let complement = complement.map(|tokens| tokens.start..tokens.end.min(title_end));
    let complement = complement.filter(|tokens| !tokens.is_empty());
    let weak = head.entry.flags & WEAK != 0 && complement.is_none() && head_at == title;
    // "NATO Secretary General": an organisation is of the title, a country is not.
    if country.is_some_and(is_body) && qualifier.is_none() && passage.kind(at) == TokenKind::AllCaps {
        title = at;
    }
    Some(FoundRole {
        tokens: at..designate.as_ref().map_or(end, |(_, designate)| end.max(*designate)),
        country: country
            .or(served)
            .or_else(|| country_in_front(passage, title, head_at))
            .or_else(|| body_of_head(passage, head_tokens.clone())),
        title: title..title_end,
        head: head_tokens,
        complement,
        qualifier: qualifier.or(designate.map(|(qualifier, _)| qualifier)),
        row,
        plural: head.is_plural(),
        weak,
    })
}

/// Whether a word stands at a token with which roles begin; most words end here.
pub(super) fn may_begin_role(passage: &Passage<'_>, at: usize) -> bool {
    if is_capitalised(passage, at) {
        !passage.matches(at).is_empty()
    } else {
        passage.has_any(at, BEGINNINGS_OF_ROLES)
    }
}

/// What roles in small letters begin with.
pub(super) const BEGINNINGS_OF_ROLES: Features =
    Features::classes(&[Class::Qualifier, Class::Role, Class::Portfolio]);

fn is_capitalised(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at).is_capital()
}

/// "acting", "former", … and where the role goes on.
fn qualifier_at(passage: &Passage<'_>, at: usize) -> (Option<Qualifier>, usize) {
    let Some(found) = passage.longest(at, Class::Qualifier) else { return (None, at) };
    // "Deputy Prime Minister" is a role of its own, and "former" alone is none.
    let is_of_role = passage.longest(at, Class::Role).is_some_and(|role| role.len >= found.len);
    match lexicon::qualifier(found.entry.value) {
        Some(word) if !is_of_role => {
            let end = at + found.len + usize::from(passage.is_hyphen(at + found.len));
            (Some(Qualifier::from(word)), end)
        }
        _ => (None, at),
    }
}

/// "-elect", "-designate", after a role.
fn suffix_qualifier(passage: &Passage<'_>, end: usize) -> Option<(Qualifier, usize)> {
    let word = end + usize::from(passage.is_hyphen(end));
    let is_suffix = passage.is_any(word, words!["designate", "elect"]);
    is_suffix.then_some((Qualifier::Designate, word + 1))
}

/// "British", "UK", "Serbia's" before a role.
fn country_before(passage: &Passage<'_>, at: usize) -> Option<(Country, usize)> {
    let demonym = passage.longest(at, Class::Demonym);
    let name = passage.longest(at, Class::Country);
    let found = match (demonym, name) {
        (Some(demonym), Some(name)) if name.len > demonym.len => name,
        (Some(demonym), _) => demonym,
        (None, Some(name)) => name,
        (None, None) => return None,
    };
    // "Palestinian Authority President": the body is of the title.
    let body = passage.longest(at, Class::Organisation).map_or(0, |body| body.len);
    // "Scottish Secretary" is an office of the United Kingdom.
    let is_of_title = passage.is_any(at, words!["scottish", "welsh"])
        && passage.longest(at, Class::Role).is_some_and(|role| role.len > found.len);
    if body > found.len || is_of_title {
        return None;
    }
    let end = at + found.len;
    let end = end + usize::from(passage.kind(end) == TokenKind::Possessive);
    is_capitalised(passage, at).then_some(())?;
    Some((lexicon::country(found.entry.country)?, end))
}

/// Whether a code stands for an international body.
fn is_body(country: Country) -> bool {
    matches!(country.as_str(), "EU" | "UN" | "NATO")
}

/// The country that the complement of a role says its holder serves: an ambassador to Serbia does not serve Serbia.
fn country_served(passage: &Passage<'_>, complement: Range<usize>, is_noble: bool) -> Option<Country> {
    let before = complement.start.checked_sub(1)?;
    let preposition = before - usize::from(passage.is_any(before, words!["the", "its", "his", "her", "our"]));
    if !passage.is_any(preposition, words!["of", "from", "at"]) {
        return None;
    }
    let elsewhere = complement
        .clone()
        .find(|&at| passage.is_any(at, words!["for", "to", "with", "in", "on"]))
        .unwrap_or(complement.end);
    let served = complement.start..elsewhere;
    let country = country_in(passage, served.clone());
    // The Duke of Gloucester has nothing to do with the largest city of that name, which is in Canada.
    let is_british = country.is_some_and(|country| country.as_str() == "GB");
    if is_noble && !is_british { country_named(passage, served, &STATES_AND_REGIONS) } else { country }
}

/// Titles of nobility, which many a city has lent its name to.
const NOBLES: &[&str] = &["Duke", "Duchess", "Earl", "Countess", "Marquess", "Viscount", "Viscountess"];

const STATES_AND_REGIONS: [Class; 4] = [Class::Country, Class::Demonym, Class::Organisation, Class::Region];

/// Where a title ends without the state that it is held in and without a trailing acronym: before "of Jamaica" in
/// "Minister of Foreign Affairs of Jamaica", and before "(INL)". "Prime Minister of Jamaica" stays whole.
fn title_end(passage: &Passage<'_>, head: usize, mut end: usize) -> usize {
    if passage.is_mark(end.saturating_sub(1), ')') {
        end = (head..end).rev().find(|&at| passage.is_mark(at, '(')).unwrap_or(end);
    }
    let is_preposition = |at: usize| passage.is_any(at, words!["of", "for", "to"]);
    let Some(first) = (head..end).find(|&at| is_preposition(at)) else { return end };
    let state = (first + 1..end).find(|&at| passage.is(at, "of") && is_state(passage, at + 1, end));
    let is_of_body = |of: usize| {
        passage.is_any(of.saturating_sub(1), STATES)
            || passage
                .is_any(of.saturating_sub(1), words!["bank", "church", "university", "college", "museum"])
    };
    state.filter(|&of| !is_of_body(of)).unwrap_or(end)
}

/// Words for states in their long names.
const STATES: &Words = words![
    "commonwealth",
    "confederation",
    "emirate",
    "federation",
    "kingdom",
    "republic",
    "state",
    "states",
    "union",
];

/// Whether the words from a token to `end` are the name of a country: "the Hashemite Kingdom of Jordan".
fn is_state(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    const MOST_BEFORE: usize = 4;
    let start = start + usize::from(passage.is(start, "the"));
    let reaches_end =
        |at: usize| passage.longest(at, Class::Country).is_some_and(|found| at + found.len == end);
    let long_form = (start..end.min(start + MOST_BEFORE)).find(|&at| passage.is_any(at, STATES));
    let is_long = |state: usize| {
        passage.is(state + 1, "of")
            && !(start..state).any(|at| passage.is(at, "of"))
            && reaches_end(state + 2 + usize::from(passage.is(state + 2, "the")))
    };
    reaches_end(start) || long_form.is_some_and(is_long)
}

/// The country of the place or body that a title begins with: "Queensland Premier", "Kremlin spokesman".
fn country_in_front(passage: &Passage<'_>, title: usize, head: usize) -> Option<Country> {
    const LARGE: u32 = 300_000;
    let classes = [Class::Organisation, Class::Region, Class::City];
    let found = classes.iter().filter_map(|&class| passage.foremost(title, class));
    let is_sure = |found: &Match| !found.is(Class::City) || found.entry.value >= LARGE;
    let found =
        found.filter(|found| title + found.len <= head && is_sure(found)).max_by_key(|found| found.len)?;
    lexicon::country(found.entry.country)
}

/// The international body that a head of several words names: "European Council President".
fn body_of_head(passage: &Passage<'_>, head: Range<usize>) -> Option<Country> {
    if head.len() < 2 {
        return None;
    }
    let named = country_in(passage, head.clone()).filter(|&country| is_body(country));
    // "White House Press Secretary", "Pentagon Spokesman"
    let seat = country_named(passage, head.start..head.end, &[Class::Organisation])
        .filter(|_| passage.has(head.start, Class::Organisation));
    let is_european = passage.is(head.start, "european")
        && passage.is_any(head.start + 1, words!["commission", "commissioner", "commissioners", "council"]);
    named.or(seat).or_else(|| is_european.then_some(Country::EU))
}

/// The first country that some tokens name, or else that of a people, body or place in them.
fn country_in(passage: &Passage<'_>, tokens: Range<usize>) -> Option<Country> {
    let in_states = country_named(passage, tokens.clone(), &STATES_AND_REGIONS);
    in_states.or_else(|| country_named(passage, tokens, &[Class::City]))
}

/// The first country that some tokens name by a phrase of some classes, the first of these first.
fn country_named(passage: &Passage<'_>, tokens: Range<usize>, classes: &[Class]) -> Option<Country> {
    let first_of = |class: Class| {
        tokens.clone().find_map(|at| {
            let found = passage.foremost(at, class).filter(|found| at + found.len <= tokens.end)?;
            lexicon::country(found.entry.country).filter(|_| is_capitalised(passage, at))
        })
    };
    classes.iter().copied().find_map(first_of)
}

/// The head of the role that begins at a token: modifiers, then a phrase of the lexicon.
fn head_after(passage: &Passage<'_>, start: usize) -> Option<(usize, Match)> {
    let mut at = start;
    let loud = is_capitalised(passage, start);
    let (mut comma, mut and) = (false, false);
    while at < start + MOST_MODIFIERS {
        if let Some(head) = passage.longest(at, Class::Role) {
            // "Kremlin spokesman": the name of a body has capitals of its own.
            let body = passage.longest(start, Class::Organisation).map(|body| start + body.len);
            let written_alike = at == start || is_capitalised(passage, at) == loud || body == Some(at);
            // "In Africa, Deputy Secretary …": a comma stands between portfolios only where "and" follows.
            return (written_alike && (and || !comma)).then(|| longer_head(passage, at, head));
        }
        comma |= passage.is_mark(at, ',');
        and |= passage.is(at, "and") || passage.is_mark(at, '&');
        at = modifier_end(passage, at, loud, at > start)?;
    }
    None
}

/// Offices by which their holders are addressed after a greater one: "Foreign Minister │ Senator Ana Virta".
const STYLES: &[&str] = &[
    "Amir",
    "Ambassador",
    "Archbishop",
    "Baroness",
    "Bishop",
    "Cardinal",
    "Congressman",
    "Congresswoman",
    "Councillor",
    "Councilor",
    "Crown Prince",
    "Deputy",
    "Emir",
    "Federal Councillor",
    "Judge",
    "Justice",
    "King",
    "Minister",
    "Prince",
    "Princess",
    "Professor",
    "Queen",
    "Representative",
    "Senator",
    "Sheikh",
    "Sultan",
];

/// Whether the head of a role is a style, by the value of its entry.
fn is_style(role: u32) -> bool {
    lexicon::role(role)
        .is_some_and(|row| STYLES.contains(&row.head) && !matches!(row.head, "Minister" | "Representative"))
}

impl FoundRole {
    /// Whether the role is a style alone: "Senator", not "Senator for Tasmania".
    pub(super) fn is_style(&self) -> bool {
        STYLES.contains(&self.row.head) && self.title == self.head
    }
}

/// The tokens of a head, and of its complement.
///
/// A phrase of the lexicon may hold a complement of its own, and the text may go on with it: "Minister of Foreign
/// Affairs │ and Expatriates". Then the head is the shorter "Minister".
fn head_and_complement(
    passage: &Passage<'_>,
    at: usize,
    head: Match,
    takes: &str,
) -> (Range<usize>, Option<Range<usize>>) {
    let loud = is_capitalised(passage, at);
    // "High Commissioner-designate of Nigeria".
    let head_end = suffix_qualifier(passage, at + head.len).map_or(at + head.len, |(_, end)| end);
    let complement = complement_after(passage, head_end, takes, loud);
    let end = complement.as_ref().map_or(at + head.len, |complement| complement.end);
    let shorter = passage.matches(at).iter().filter(|found| found.is(Class::Role) && found.len < head.len);
    let longer_complement = shorter.filter_map(|short| {
        let row = lexicon::role(short.entry.value)?;
        let complement = complement_after(passage, at + short.len, row.takes, loud)?;
        (complement.end > end).then_some((at..at + short.len, Some(complement)))
    });
    longer_complement.into_iter().next().unwrap_or((at..at + head.len, complement))
}

/// "Assistant Secretary" before "General": the head goes on while a head follows at once.
fn longer_head(passage: &Passage<'_>, at: usize, mut head: Match) -> (usize, Match) {
    const MOST_MORE: usize = 3;
    for _ in 0..MOST_MORE {
        let next = at + head.len;
        let joined = next + usize::from(passage.is_hyphen(next));
        let Some(second) = passage.longest(joined, Class::Role) else { break };
        let goes_on = is_capitalised(passage, at) == is_capitalised(passage, joined)
            && !passage.shouts
            && !(at..next).any(|at| passage.is_any(at, words!["of", "for", "to"]))
            && !is_style(second.entry.value)
            && !is_given_rather_than_role(passage, joined);
        if !goes_on {
            break;
        }
        head = Match { len: joined + second.len - at, entry: second.entry };
    }
    (at, head)
}

/// Where a modifier of a role ends, if one stands at a token.
fn modifier_end(passage: &Passage<'_>, at: usize, loud: bool, inside: bool) -> Option<usize> {
    if inside && (passage.is(at, "and") || passage.is_mark(at, '&') || passage.is_mark(at, ',')) {
        let next = at + 1 + usize::from(passage.is(at + 1, "and"));
        let is_field = passage.has(next, Class::Portfolio)
            || loud && passage.has(next, Class::Common) && !passage.has(next, Class::Role);
        let is_portfolio = is_field && is_capitalised(passage, next) == loud;
        return is_portfolio.then_some(next);
    }
    if passage.is_hyphen(at) && inside {
        return Some(at + 1);
    }
    // "World Health Organization (WHO) Director-General".
    if inside && passage.is_mark(at, '(') && passage.kind(at + 1) == TokenKind::AllCaps {
        return passage.is_mark(at + 2, ')').then_some(at + 3);
    }
    // "Bureau of Oceans … Affairs Assistant Secretary", "Ministry of Defence Spokesperson".
    let is_body = passage.is_any(
        at,
        words![
            "bureau",
            "department",
            "ministry",
            "office",
            "directorate",
            "secretariat",
            "committee",
            "council",
            "agency"
        ],
    );
    if loud && is_body && passage.is_any(at + 1, words!["of", "for"]) && !passage.shouts {
        let field = at + 2 + usize::from(passage.is(at + 2, "the"));
        return passage.kind(field).is_capital().then_some(field);
    }
    let body = passage.longest(at, Class::Organisation).map_or(0, |body| body.len);
    if let Some(found) = passage.longest(at, Class::Portfolio).filter(|found| found.len >= body) {
        return (is_capitalised(passage, at) == loud).then_some(at + found.len);
    }
    // Where all stands in capitals, so do the words that join phrases.
    let joins = passage.is_any(
        at,
        words![
            "by", "the", "of", "for", "to", "with", "in", "on", "at", "from", "a", "and", "or", "but", "as"
        ],
    ) || passage.word(at).ends_with('.') && passage.kind(at) == TokenKind::Capital;
    let opens_plainly = passage.begins_sentence(at)
        && !passage.has(at, Class::Organisation)
        && !passage.has(at, Class::Region);
    if !loud || !is_capitalised(passage, at) || opens_plainly || joins {
        return None;
    }
    let known =
        [Class::Organisation, Class::Region, Class::City, Class::Country, Class::Demonym, Class::Common];
    let found = passage.longest_of(at, &known)?;
    let is_title =
        passage.has(at, Class::Honorific) || passage.has(at, Class::Rank) || is_calendar_word(passage, at);
    (!is_title).then_some(at + found.len)
}

/// "of Foreign Affairs and Expatriates" after a head that takes "of".
fn complement_after(passage: &Passage<'_>, end: usize, takes: &str, loud: bool) -> Option<Range<usize>> {
    let preposition = takes.split(' ').any(|word| !word.is_empty() && passage.is(end, word));
    // "Minister of State (Independent Charge) Science & Technology".
    let charge = passage.is_mark(end, '(')
        && passage.reads(end + 1, &["independent", "charge"])
        && passage.is_mark(end + 3, ')');
    if charge && passage.kind(end + 4).is_capital() {
        return complement_after_preposition(passage, end + 4, loud);
    }
    if charge && passage.is_any(end + 4, words!["of", "for"]) {
        return complement_after_preposition(passage, end + 5, loud);
    }
    if !preposition {
        return None;
    }
    complement_after_preposition(passage, end + 1, loud)
}

fn complement_after_preposition(passage: &Passage<'_>, first: usize, loud: bool) -> Option<Range<usize>> {
    let mut at = first;
    while passage.is_any(at, words!["the", "its", "his", "her", "our"]) {
        at += 1;
    }
    let start = at;
    let definite = start > first;
    while at < start + MOST_COMPLEMENT {
        match complement_word_end(passage, start, at, loud) {
            Some(next) => at = next,
            None => break,
        }
    }
    // "the Prime Minister of Singapore's visit": the possessive is not of the title.
    let possessive = at > start && passage.kind(at.saturating_sub(1)) == TokenKind::Possessive;
    let at = at - usize::from(possessive);
    let stop = name_start(passage, start, at, definite).unwrap_or(at);
    (stop > start).then_some(start..stop)
}

/// Where one word of a complement, with the connector before it, ends.
fn complement_word_end(passage: &Passage<'_>, start: usize, at: usize, loud: bool) -> Option<usize> {
    if passage.has(at, Class::Honorific) && at > start && !passage.has(at, Class::Role) {
        return None;
    }
    // "Minister for Family Services │ Senator Ana Virta".
    if at > start && !passage.is_hyphen(at - 1) && another_title_at(passage, at) {
        return None;
    }
    // "… Human Rights │ Zeya’s Travel to Chile".
    let is_owner = passage.kind(at + 1) == TokenKind::Possessive && passage.kind(at).is_capital();
    if at > start && is_owner && passage.matches(at).iter().all(|found| found.is(Class::Given)) {
        return None;
    }
    if let Some(end) = complement_unit_end(passage, at, loud) {
        return Some(end);
    }
    if at == start {
        return None;
    }
    // In "Minister of Health Aino Virta in Riga" the title ends before the name.
    let definite = start.checked_sub(1).is_some_and(|before| passage.is(before, "the"));
    let name = name_start(passage, start, at, definite);
    if name.is_some_and(|name| passage.has(name, Class::Given) || at - name > 1) {
        return None;
    }
    if passage.kind(at) == TokenKind::Possessive || passage.is_hyphen(at) {
        return Some(at + 1);
    }
    // "Special Envoy to Advance the Human Rights of …": a verb has an object.
    let is_verb = at == start + 1 && passage.is(start.saturating_sub(1), "to");
    if is_verb && passage.is(at, "the") && passage.kind(at + 1).is_capital() {
        return complement_unit_end(passage, at + 1, loud);
    }
    if passage.is_mark(at, '(') {
        // "(INL)" after the words that it shortens.
        let short = passage.kind(at + 1) == TokenKind::AllCaps && passage.is_mark(at + 2, ')');
        return short.then_some(at + 3).filter(|&next| passage.kind(next).is_capital());
    }
    let mut next = at;
    let comma = passage.is_mark(next, ',');
    if comma {
        next += 1;
    }
    let joins = passage.is_any(next, words!["and", "of", "for", "in", "on", "to", "with"])
        || passage.is_mark(next, '&');
    // "with the Minister for Enterprise │ to Hanoi": the way, and no field.
    let is_city = passage.has(next + 1, Class::City) && !passage.has(next + 1, Class::Country);
    let is_way = passage.is(next, "to") && is_city;
    if is_way || comma && joins && !(passage.is(next, "and") || passage.is_mark(next, '&')) {
        return None;
    }
    if joins {
        let is_list = passage.is(next, "and") || passage.is_mark(next, '&');
        next += 1;
        while passage.is_any(next, words!["the", "of"]) {
            next += 1;
        }
        if is_list && (begins_person(passage, next)) {
            return None;
        }
    } else if !comma || !lists_on(passage, next) {
        return None;
    }
    complement_unit_end(passage, next, loud).filter(|_| !comma || !begins_person(passage, next))
}

/// "Buddhasasana, Religious and Cultural Affairs": after a comma, words of a portfolio and then "and".
fn lists_on(passage: &Passage<'_>, at: usize) -> bool {
    let end = (at..at + 5).find(|&next| !passage.kind(next).is_capital());
    end.is_some_and(|end| end > at && (passage.is(end, "and") || passage.is_mark(end, ',')))
        && (passage.has(at, Class::Portfolio) || passage.has(at, Class::Common))
}

/// Whether a role, rank, honorific or given name begins at a token.
fn begins_person(passage: &Passage<'_>, at: usize) -> bool {
    let is_given = passage.has(at, Class::Given)
        && !passage.has(at, Class::Portfolio)
        && !passage.has(at, Class::Country);
    passage.has(at, Class::Role)
        || passage.has(at, Class::Rank)
        || passage.has(at, Class::Honorific)
        || is_given
}

fn complement_unit_end(passage: &Passage<'_>, at: usize, loud: bool) -> Option<usize> {
    let kind = passage.kind(at);
    let is_ordinal =
        kind == TokenKind::Number && passage.word(at).ends_with(|c: char| c.is_ascii_lowercase());
    // "Commander of 104 Theatre Sustainment Brigade".
    let is_number = kind == TokenKind::Number && loud && passage.kind(at + 1) == TokenKind::Capital;
    if let Some(end) = body_of_people(passage, at) {
        return Some(end);
    }
    if kind.is_capital() || is_ordinal || is_number {
        let place = [Class::Country, Class::Region, Class::Organisation];
        return Some(at + passage.longest_of(at, &place).map_or(1, |found| found.len));
    }
    let small = (!loud && kind == TokenKind::Lower).then(|| passage.longest(at, Class::Portfolio)).flatten();
    small.map(|found| at + found.len)
}

/// "the Swiss representation", "the Estonian armed forces": a people, and a body of theirs in small letters.
fn body_of_people(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const BODIES: &Words = words![
        "representation",
        "delegation",
        "mission",
        "embassy",
        "consulate",
        "government",
        "parliament",
        "army",
        "navy",
        "military",
        "police",
        "forces",
        "contingent",
        "senate",
        "cabinet",
    ];
    if !passage.has(at, Class::Demonym) || !passage.kind(at).is_capital() {
        return None;
    }
    let people = at + passage.longest(at, Class::Demonym).map_or(1, |found| found.len);
    let body = people + usize::from(passage.is_any(people, words!["armed", "diplomatic", "federal"]));
    (passage.kind(body) == TokenKind::Lower && passage.is_any(body, BODIES)).then_some(body + 1)
}

/// Whether a second title begins at a token inside a complement, and a name follows it.
fn another_title_at(passage: &Passage<'_>, at: usize) -> bool {
    let role = passage.longest(at, Class::Role).filter(|head| head.entry.flags & WEAK == 0);
    let role = role.filter(|_| !is_given_rather_than_role(passage, at));
    let Some(head) = role.or(passage.longest(at, Class::Rank)) else { return false };
    let the = at + head.len;
    let address = the + usize::from(passage.is(the, "the"));
    let name = passage.longest(address, Class::Honorific).map_or(at + head.len, |found| address + found.len);
    passage.kind(at).is_capital()
        && passage.kind(name).is_capital()
        && !passage.shouts
        && (passage.has(name, Class::Given) || begins_bare_name(passage, name))
}

/// Where a name begins at the end of a complement: "Minister of Foreign Affairs │ Ayman Safadi".
///
/// After "of the" the words are likely one long name of a body: there only a given name begins a person's,
/// or two words that the lexicon does not know after a common noun ("of the Ost Parliament │ Hansa Ek") or
/// after a name that it knows whole ("for the DPRK │ Sung Kim").
fn name_start(passage: &Passage<'_>, start: usize, end: usize, definite: bool) -> Option<usize> {
    // Only the words after the last connector can be a name.
    let is_name_word = |at: usize| passage.kind(at).is_capital() || passage.is_hyphen(at);
    let after_connector = (start..end).rev().take_while(|&at| is_name_word(at)).last()?;
    (after_connector..end).find(|&at| {
        (at > after_connector || follows_acronym(passage, at) || follows_small_field(passage, at))
            && at > start
            && !passage.is_hyphen(at)
            && end - at <= 6
            && (begins_bare_name(passage, at)
                || is_given_name_before_surname(passage, at, end)
                || is_noun_as_surname(passage, start, at, end))
            && (!definite
                || passage.has(at, Class::Given)
                || follows_acronym(passage, at)
                || follows_common_noun(passage, at, end)
                || follows_known(passage, start, at, end))
            && !within_known(passage, start, at)
            && !is_name_of_base(passage, at, end)
    })
}

/// "Station Commander of RAF Ostby,": a single word after a short acronym, at the end of a phrase, is the name of a place.
fn is_name_of_base(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let follows_short = at.checked_sub(1).is_some_and(|before| {
        passage.kind(before) == TokenKind::AllCaps && matches!(passage.word(before).len(), 2..=4)
    });
    let ends = passage.is_mark(end, ',') || passage.is_mark(end, '.') || passage.is_any(end, words!["and"]);
    follows_short && end - at == 1 && ends && !passage.shouts && !passage.has(at, Class::Given)
}

/// "Narcotics and Law Enforcement (INL) │ Todd Robinson".
fn follows_acronym(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| passage.is_mark(before, ')'))
}

/// "minister counselor for public affairs │ Beth Poisson".
fn follows_small_field(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        passage.kind(before) == TokenKind::Lower
            && passage.has(before, Class::Common)
            && !passage.is_any(before, words!["and", "of", "for", "in", "on", "to", "with", "the"])
    })
}

/// "Victoria" of "Political Affairs Victoria Nuland": a place too, but here a person's name follows.
fn is_given_name_before_surname(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let is_single = passage.matches(at).iter().all(|found| found.len == 1);
    let no_surname =
        [Class::Portfolio, Class::Common, Class::Country, Class::Region, Class::Organisation, Class::Thing];
    let surname = at + 1;
    let is_unknown_surname = passage.matches(surname).is_empty() && passage.has(at, Class::City);
    (passage.has(at, Class::Given) || is_unknown_surname)
        && is_single
        && surname < end
        && passage.kind(surname).is_capital()
        && !no_surname.iter().any(|&class| passage.has(surname, class))
        && !is_abstract_noun(passage.word(surname))
}

/// "Park" of "Minister of Foreign Affairs Park Jin": a noun that is a surname too, after a whole field, and then a
/// word that is none of the lexicon's.
fn is_noun_as_surname(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    let is_surname = passage
        .longest(at, Class::Thing)
        .is_some_and(|noun| noun.len == 1 && noun.entry.flags & AMBIGUOUS != 0);
    let given = at + 1;
    is_surname
        && given < end
        && passage.kind(given).is_capital()
        && passage.matches(given).iter().all(|found| found.is(Class::Given))
        && (is_abstract_noun(passage.word(at - 1))
            || (start..at).any(|field| {
                passage.longest(field, Class::Portfolio).is_some_and(|found| field + found.len == at)
            }))
}

/// Whether a whole name or field that the lexicon knows ends before a token, and two words of a name stand after it.
fn follows_known(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    let known = [Class::Country, Class::Region, Class::Organisation, Class::Portfolio];
    let known_ends_here = passage.has(at - 1, Class::Thing)
        || (at.saturating_sub(8).max(start)..at).any(|before| {
            known
                .iter()
                .filter_map(|&class| passage.longest(before, class))
                .any(|found| before + found.len == at)
        });
    let is_name =
        |at: usize| passage.is_hyphen(at) || passage.kind(at).is_capital() && begins_bare_name(passage, at);
    // "the National Assembly │ Marzouq al Ghanem", "the Mongolian Parliament │ Zandanshatar,".
    let particle_follows = passage.kind(end) == TokenKind::Lower
        && passage.is_any(end, words!["al", "el", "bin", "ibn", "von", "van", "de"]);
    let closed = passage.has(at - 1, Class::Thing) && passage.is_mark(end, ',');
    // "of the Sri Lanka Ramanna Nikaya, Wimala Thero,": the name comes after the comma.
    let name_after_comma = passage.is_mark(end, ',')
        && (end + 1..end + 3).all(|at| passage.kind(at).is_capital())
        && begins_bare_name(passage, end + 1);
    if name_after_comma {
        return false;
    }
    known_ends_here && (end - at >= 2 || particle_follows || closed) && (at..end).all(is_name)
}

/// Whether a word has the ending of an abstract noun, as the fields of departments do: "Procurement".
pub(super) fn is_abstract_noun(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ment", "ments", "tion", "tions", "sion", "sions", "ness", "ity", "ities", "ship", "ism", "ics",
        "logy", "logies", "ture", "tures", "ance", "ence", "ency", "ancy",
    ];
    word.len() > 6 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn follows_common_noun(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let is_unknown = |at: usize| passage.kind(at).is_capital() && passage.matches(at).is_empty();
    let after_noun = at.checked_sub(1).is_some_and(|noun| passage.has(noun, Class::Common));
    after_noun && end - at >= 2 && (at..end).all(is_unknown)
}

/// A given name, an initial before more, or a word that the lexicon does not know.
fn begins_bare_name(passage: &Passage<'_>, at: usize) -> bool {
    let known = [
        Class::Portfolio,
        Class::Country,
        Class::Region,
        Class::Organisation,
        Class::Demonym,
        Class::Role,
        Class::Thing,
    ];
    if known.iter().any(|&class| passage.has(at, class)) && !is_given_rather_than_role(passage, at) {
        return false;
    }
    // Many a given name is a city, too.
    if passage.has(at, Class::City) && !passage.has(at, Class::Given) {
        return false;
    }
    passage.has(at, Class::Given)
        || passage.kind(at) == TokenKind::Initial
        || !passage.has(at, Class::Common) && !is_abstract_noun(passage.word(at))
}

/// "Dean" of "Assistant Secretary Dean Thompson".
pub(super) fn is_given_rather_than_role(passage: &Passage<'_>, at: usize) -> bool {
    let role = passage.longest(at, Class::Role);
    let is_word = role.is_some_and(|role| role.len == 1 && role.entry.flags & WEAK != 0);
    is_word && passage.has(at, Class::Given) && passage.kind(at + 1).is_capital()
}

/// Whether a longer place or organisation that begins before a token goes over it.
fn within_known(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    let known = [Class::Country, Class::Region, Class::Organisation, Class::Portfolio, Class::City];
    (at.saturating_sub(4).max(start)..at).any(|before| {
        known.iter().filter_map(|&class| passage.longest(before, class)).any(|found| before + found.len > at)
    })
}
