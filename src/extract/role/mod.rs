//! Roles: "Defence Minister", "Minister for the Kosovo Security Force", "acting US Ambassador to NATO".
//!
//! | part | file |
//! |---|---|
//! | the head, and the modifiers before it | `head.rs` |
//! | the complement after it | `complement.rs` |
//! | the body that it is held in | `body.rs` |
//! | where a complement ends and a person's name begins | `name_start.rs` |
//! | where it ends because the next person begins | `next_person.rs` |
//! | the country that the words of a role name | `served.rs` |
//! | the district or seat before it | `district.rs` |
//! | a field right behind its head | `field.rs` |

mod body;
mod complement;
mod district;
mod field;
mod head;
mod name_start;
mod next_person;
mod served;

use std::ops::Range;

use super::features::Features;
use super::lexicon::{self, Class, RoleRow, WEAK};
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Words;
use crate::model::{Country, Qualifier};
use body::body_after_comma;
use complement::complement_after;
use district::{body_before, body_before_small, district_before, seat_before};
use field::field_behind;
use head::{MODIFIERS, acronym_before, head_after, head_and_complement};
use name_start::QUARTERS;
use served::{
    body_of_head, country_before, country_in, country_in_front, country_of_body, country_served,
    people_before,
};

pub(super) use complement::{rank_after_service, rank_behind_service};
pub(super) use head::{is_noun_of_body, is_style};
pub(super) use name_start::{is_abstract_noun, is_given_rather_than_role, is_small_word_of_name};
pub(super) use served::{NOBLES, PRINCES, is_body, is_part_of_name};

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

    /// Whether it is written as the office of one person: a head in capitals that is no everyday noun.
    pub(super) fn is_of_one(&self, passage: &Passage<'_>) -> bool {
        !self.weak && !self.plural && passage.kind(self.head.start).is_capital()
    }

    /// Whether its seat stands after the title of somebody else: "the Duke and Duchess of Edinburgh".
    pub(super) fn shares_seat(&self, passage: &Passage<'_>) -> bool {
        passage.is(self.head.end, "and")
            && self.complement.as_ref().is_some_and(|seat| seat.start > self.head.end + 1)
    }
}

/// The role that begins at a token.
pub(super) fn role_at(passage: &Passage<'_>, at: usize) -> Option<FoundRole> {
    const HEADS: Features = Features::classes(&[Class::Role]);
    // Most names and verbs that the lexicon knows are told here.
    const OPENINGS: Features = BEGINNINGS_OF_ROLES.or(MODIFIERS);
    let opens = || passage.has_any(at, OPENINGS) || is_noun_of_body(passage, at);
    // "in charge of Trade"
    if passage.is(at, "charge") && passage.is_any(at.wrapping_sub(1), words!["in"]) {
        return None;
    }
    if !may_begin_role(passage, at) || !opens() || !passage.has_beside(at, HEADS) {
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
    // "outgoing DepEd Secretary"
    let acronym = qualifier.is_some() && acronym_before(passage, title + 1) == Some(title);
    let (head_at, head) = head_after(passage, title + usize::from(acronym))?;
    // "retired │ Chief Superintendent Ola Berg": the word is of a rank.
    let is_of_rank = || passage.longest(head_at, Class::Rank).is_some_and(|rank| rank.len > head.len);
    // "Chiefs of Staff Committee │ Air Chief Marshal Ola Berg"
    if (qualifier.is_some() || head_at > title) && is_of_rank() {
        return None;
    }
    // "Detective │ Superintendent Ola Berg"
    let ends_rank = |at: usize| {
        passage
            .longest(at, Class::Rank)
            .is_some_and(|rank| rank.len > 1 && at + rank.len == head_at + head.len)
    };
    if (title..head_at).any(ends_rank) {
        return None;
    }
    // "… of the Ostland Defence Force and │ Acting Commissioner of Police Ola Berg": the office begins there.
    const TERMS: &Words = words!["acting", "former", "incoming", "outgoing"];
    if (title..head_at).any(|at| passage.is(at, "and") && passage.is_any(at + 1, TERMS)) {
        return None;
    }
    let mut row = *lexicon::role(head.entry.value)?;
    // "and fellow MPs Ana Virta and Ola Berg": what is said of others beside somebody.
    if row.head == "Fellow"
        && passage.kind(head_at) == TokenKind::Lower
        && passage.has(head_at + head.len, Class::Role)
    {
        return None;
    }
    // "He was a prince of song": whom one is like.
    let is_any = || at.checked_sub(1).is_some_and(|article| passage.is_any(article, words!["a", "an"]));
    if row.kind == "royal" && passage.kind(head_at) == TokenKind::Lower && is_any() {
        return None;
    }
    // "She met her peer, Ola Berg": a peer in small letters is no lord.
    if row.head == "Peer" && passage.kind(head_at) == TokenKind::Lower {
        row.head = "counterpart";
    }
    let (head_tokens, mut complement) = head_and_complement(passage, head_at, head, row.takes);
    let is_noble = NOBLES.contains(&row.head);
    // "The Earl of Wessex, │ The Princess Royal": a seat is one place.
    if is_noble && let Some(seat) = &mut complement {
        seat.end = seat.clone().find(|&at| passage.is_mark(at, ',')).unwrap_or(seat.end);
    }
    // "Secretary (East), Ministry of Trade"
    let bracket = complement.is_none().then(|| field_in_parentheses(passage, head_tokens.end)).flatten();
    let before_body = bracket.unwrap_or(head_tokens.end);
    let body = complement.is_none().then(|| body_after_comma(passage, before_body, row.takes)).flatten();
    // "Director, United Nations and Multilateral Affairs" is in charge of these.
    let is_field = |body: &Range<usize>| {
        body.clone().any(|at| passage.is(at, "affairs")) && !is_noun_of_body(passage, body.start)
    };
    // "Deputy Permanent Representative, United Nations" serves who sent her.
    let is_sent = row.kind == "ambassador";
    let of_body = body
        .clone()
        .filter(|body| !is_sent && !is_field(body))
        .and_then(|body| country_of_body(passage, body));
    let seat = complement.is_none().then(|| shared_seat(passage, head_tokens.end, row.head)).flatten();
    let complement = complement.or(body).or_else(|| {
        let apposed = follows_name(passage, at);
        field_behind(passage, head_tokens.end, row.head, apposed)
    });
    let field = match &complement {
        None => bracket,
        Some(complement) => scope_in_parentheses(passage, complement.end),
    };
    let end = field.or(complement.as_ref().map(|complement| complement.end)).unwrap_or(head_tokens.end);
    let designate = suffix_qualifier(passage, end).or_else(|| suffix_qualifier(passage, head_tokens.end));
    let served = complement.as_ref().and_then(|tokens| country_served(passage, tokens.clone(), is_noble));
    let title_end = field.unwrap_or_else(|| title_end(passage, head_tokens.start, end));
    // "Foreign Minister of Greece": the office says of what without the state.
    let is_spelt_out = matches!(row.kind, "minister" | "deputy-minister")
        && head_tokens.end - title > 1
        && !head_tokens.clone().any(|at| passage.is_any(at, words!["of", "state"]));
    let of_state = |field: &Range<usize>| {
        passage.longest(field.start, Class::Country).is_some_and(|state| field.start + state.len == field.end)
    };
    let title_end = match &complement {
        Some(field) if is_spelt_out && of_state(field) => head_tokens.end,
        _ => title_end,
    };
    // "Assistant to the Prime Minister of Pakistan": the state that the title is held in, cut off from it.
    let served = served.or_else(|| country_in(passage, title_end..end));
    let complement = complement.map(|tokens| tokens.start..tokens.end.min(title_end));
    let complement = complement.filter(|tokens| !tokens.is_empty());
    let served = served.or_else(|| country_served(passage, seat.clone()?, true));
    let title_end = seat.as_ref().map_or(title_end, |seat| seat.end);
    let small_body = Some(at).filter(|_| title == at).and_then(|at| body_before_small(passage, at, end));
    let says_of_what = complement.is_some() || field.is_some() || head_at != title || small_body.is_some();
    let weak = head.entry.flags & WEAK != 0 && !says_of_what;
    if title == at {
        let place = district_before(passage, at)
            .or_else(|| seat_before(passage, at))
            .or_else(|| body_before(passage, at, head_tokens.clone()))
            .or(small_body);
        title = place.or_else(|| acronym_before(passage, at)).unwrap_or(at);
    }
    // "NATO Secretary General": an organisation is of the title, a country is not.
    if country.is_some_and(is_body) && qualifier.is_none() && passage.kind(at) == TokenKind::AllCaps {
        title = at;
    }
    Some(FoundRole {
        tokens: at..designate.as_ref().map_or(end, |(_, designate)| end.max(*designate)),
        country: country
            // "Archbishop of Canterbury", "Tánaiste": an office that one state alone has.
            .or_else(|| lexicon::country(head.entry.country))
            .or(served)
            .or(of_body)
            .or_else(|| country_in_front(passage, title, head_at))
            .or_else(|| people_before(passage, small_body?))
            .or_else(|| body_of_head(passage, title, head_tokens.clone())),
        title: title..title_end,
        head: head_tokens,
        complement: complement.or(seat),
        qualifier: qualifier.or(designate.map(|(qualifier, _)| qualifier)),
        row,
        plural: head.is_plural(),
        weak,
    })
}

/// "Maj. Gen. Ola Berg, the │ Commander Ostby": whether a title stands behind a name and a comma.
fn follows_name(passage: &Passage<'_>, title: usize) -> bool {
    const OF_NAME: Features =
        Features::classes(&[Class::Given, Class::Rank, Class::Honorific, Class::PostNominal]);
    const MOST: usize = 6;
    let the = usize::from(title > 0 && passage.is(title - 1, "the"));
    let comma = (title - the).checked_sub(1).filter(|&comma| passage.is_mark(comma, ','));
    comma.is_some_and(|comma| {
        let words = (1..=MOST).map_while(|back| comma.checked_sub(back));
        let is_letters = |at: usize| passage.has(at, Class::PostNominal);
        let mut words = words.take_while(|&at| is_capitalised(passage, at) || is_letters(at));
        words.any(|at| passage.has_any(at, OF_NAME))
    })
}

/// Where the name of a body ends whose noun stands at a token and that says what it is for, and the country that it tells:
/// "Ministry of Works of Jamaica". A state behind it is left out of the name where `is_government`.
pub(super) fn body_served(
    passage: &Passage<'_>,
    noun: usize,
    is_government: bool,
) -> Option<(usize, Option<Country>)> {
    let complement = complement_after(passage, noun + 1, "of for on against", true)?;
    let end = if is_government { title_end(passage, noun, complement.end) } else { complement.end };
    let state = country_in(passage, end..complement.end);
    Some((end, state.or_else(|| country_served(passage, complement, false))))
}

/// The role that begins at a token, which may be the acronym of a body: "COG Chair".
pub(super) fn role_or_acronym_at(passage: &Passage<'_>, at: usize) -> Option<FoundRole> {
    role_at(passage, at).or_else(|| {
        let is_acronym = acronym_before(passage, at + 1) == Some(at);
        let role = is_acronym.then(|| role_at(passage, at + 1)).flatten()?;
        // "the PSC Chairman": the letters say of what.
        Some(FoundRole { weak: role.weak && role.title.start > at, ..role })
    })
}

/// The role that begins with the name of a place or body that the lexicon does not know: "East Belitong District Head",
/// "Ostby Port Authority Chairman".
pub(super) fn role_of_place_at(passage: &Passage<'_>, at: usize) -> Option<FoundRole> {
    const HEADS: Features = Features::classes(&[Class::Role]);
    const MOST: usize = 5;
    if passage.kind(at) != TokenKind::Capital || passage.shouts || !passage.has_beside(at, HEADS) {
        return None;
    }
    let words =
        (at..at + MOST).take_while(|&at| is_capitalised(passage, at) || passage.is_hyphen(at)).count();
    let title = (at + 1..=at + words).find(|&title| passage.has_any(title, HEADS.or(MODIFIERS)))?;
    let role = (title..=at + words).find_map(|title| role_at(passage, title))?;
    (role.title.start == at).then_some(FoundRole { tokens: at..role.tokens.end, ..role })
}

/// The seat of both titles of "the Duke and Duchess of Edinburgh", after the first.
fn shared_seat(passage: &Passage<'_>, and: usize, head: &str) -> Option<Range<usize>> {
    const MOST: usize = 3;
    let is_shared = NOBLES.contains(&head) || head == "Prince" || head == "Grand Duke";
    if !is_shared || passage.shouts || !passage.is(and, "and") || !passage.kind(and + 1).is_capital() {
        return None;
    }
    let partner = passage.longest(and + 1, Class::Role)?;
    let partner_head = lexicon::role(partner.entry.value)?.head;
    // "Princess of Wales" is a title as a whole.
    let of = if partner_head.contains(" of ") { and + 2 } else { and + 1 + partner.len };
    let is_partner = NOBLES.contains(&partner_head)
        || ["Princess", "Princess of Wales", "Grand Duchess"].contains(&partner_head);
    let len = (of + 1..of + 1 + MOST).take_while(|&at| passage.kind(at).is_capital()).count();
    (is_partner && passage.is(of, "of") && len > 0).then_some(of + 1..of + 1 + len)
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

/// "Secretary (West)", "Permanent Secretary (Foreign Affairs)": a field in parentheses after a head; where it ends.
fn field_in_parentheses(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 6;
    let first = at + 1;
    let is_field = passage.is_any(first, QUARTERS) || passage.has(first, Class::Portfolio);
    // "Deputy Commissioner (operations)"
    let is_small = passage.kind(first) == TokenKind::Lower && passage.is_mark(first + 1, ')');
    if !passage.is_mark(at, '(') || !is_field || !(is_small || passage.kind(first) == TokenKind::Capital) {
        return None;
    }
    if is_small {
        return Some(first + 2);
    }
    let close = (first..first + MOST).find(|&close| passage.is_mark(close, ')'))?;
    let is_word = |at: usize| {
        passage.kind(at).is_capital()
            || passage.is(at, "and")
            || passage.is_mark(at, '&')
            || passage.is_mark(at, ',')
    };
    (first..close).all(is_word).then_some(close + 1)
}

/// "Permanent Secretary for Development (Works)", "Minister of State for Security (Lords)": what a role is confined to, in
/// parentheses behind its field, before the name or the end of the phrase; where it ends.
fn scope_in_parentheses(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const NO_SCOPE: Features = Features::classes(&[
        Class::Country,
        Class::Given,
        Class::Honorific,
        Class::PostNominal,
        Class::Qualifier,
        Class::Rank,
    ]);
    const MOST: usize = 6;
    let first = at + 1;
    if !passage.is_mark(at, '(')
        || passage.kind(first) != TokenKind::Capital
        || passage.has_any(first, NO_SCOPE)
    {
        return None;
    }
    let close = (first..first + MOST).find(|&close| passage.is_mark(close, ')'))?;
    let is_word = |at: usize| {
        passage.kind(at).is_capital() || passage.is_any(at, words!["and", "for"]) || passage.is_hyphen(at)
    };
    let is_known = |at: usize| passage.has(at, Class::Common) || passage.has(at, Class::Portfolio);
    let next = close + 1;
    let leads_on = passage.is_mark(next, ',') || passage.kind(next).is_capital();
    let is_scope = (first..close).all(is_word) && (first..close).any(is_known) && leads_on;
    is_scope.then_some(next)
}

/// "-elect", "-designate", ", a.i." after a role.
fn suffix_qualifier(passage: &Passage<'_>, end: usize) -> Option<(Qualifier, usize)> {
    let stand_in = end + usize::from(passage.is_mark(end, ','));
    if passage.is_any(stand_in, words!["a.i", "a.i."]) {
        return Some((Qualifier::Interim, stand_in + 1));
    }
    if passage.reads(stand_in, &["ad", "interim"]) {
        return Some((Qualifier::Interim, stand_in + 2));
    }
    let word = end + usize::from(passage.is_hyphen(end));
    if passage.is_any(end, words!["emerita", "emeritus"]) {
        return Some((Qualifier::Former, end + 1));
    }
    // "Foreign Minister nominee Ana Virta"
    let nominee = passage.is(end, "nominee") && passage.kind(end + 1).is_capital();
    let is_suffix = nominee || passage.is_any(word, words!["designate", "designates", "elect"]);
    is_suffix.then_some((Qualifier::Designate, word + 1))
}

/// Where a title ends without the state that it is held in and without a trailing acronym: before "of Jamaica" in
/// "Minister of Foreign Affairs of Jamaica", and before "(INL)". "Prime Minister of Jamaica" stays whole.
fn title_end(passage: &Passage<'_>, head: usize, end: usize) -> usize {
    let before_bracket = |end: usize| {
        let is_bracketed = passage.is_mark(end.saturating_sub(1), ')');
        (head..end).rev().find(|&at| is_bracketed && passage.is_mark(at, '(')).unwrap_or(end)
    };
    let end = before_bracket(end);
    let is_preposition = |at: usize| passage.is_any(at, words!["of", "for", "to"]);
    let Some(first) = (head..end).find(|&at| is_preposition(at)) else { return end };
    let state = (first + 1..end).find(|&at| passage.is(at, "of") && is_state(passage, at + 1, end));
    let is_of_body = |of: usize| {
        passage.is_any(of.saturating_sub(1), STATES)
            || passage
                .is_any(of.saturating_sub(1), words!["bank", "church", "university", "college", "museum"])
    };
    // "Chief of Defence Force (CDF) │ of the Maldives"
    state.filter(|&of| !is_of_body(of)).map_or(end, before_bracket)
}

/// Words for states in their long names.
const STATES: &Words = words![
    "commonwealth", "confederation", "duchy", "emirate", "emirates", "federation", "kingdom", "principality",
    "republic", "state", "states", "sultanate", "union",
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

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn what_a_role_is_confined_to_stands_in_brackets() {
        let text = "The Acting Permanent Secretary for Development (Works), Mr Rick Lauder, met Permanent Secretary for \
                    Security (Special Duties) Mr Ola Cheung and Minister of Trade Ana Virta (Norway).";
        assert_eq!(
            officials("HK", text),
            [
                "Rick Lauder | Permanent Secretary for Development (Works) | HK",
                "Ola Cheung | Permanent Secretary for Security (Special Duties) | HK",
                "Ana Virta | Minister of Trade | NO"
            ]
        );
    }
}
