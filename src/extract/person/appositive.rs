//! What follows a name: letters, a country, an office in apposition, and the office that its bearer is appointed to.

use super::Sighting;
use super::name::{Cue, name_at};
use super::title::{after_address, after_parenthesis, another_role};
use super::titled_name;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::extract::role::{FoundRole, role_at};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Country;

/// "has been appointed Her Majesty's Ambassador to Peru", "was most recently Ambassador to Peru", "as Chile's next
/// Ambassador to Peru" after a name: the office to come, or the one held.
pub(super) fn appointed(passage: &Passage<'_>, end: usize) -> Option<FoundRole> {
    const AUXILIARIES: &Words = words![
        "has",
        "have",
        "had",
        "been",
        "will",
        "be",
        "was",
        "is",
        "today",
        "currently",
        "also",
        "previously"
    ];
    const HOLDS: &Words = words![
        "appointed",
        "reappointed",
        "confirmed",
        "designated",
        "promoted",
        "named",
        "nominated",
        "elected",
        "is",
        "was",
        "be",
        "been",
        "as",
        "become",
        "becomes",
        "became",
        "remain",
        "remains",
        "serve",
        "serves",
        "served",
        "serving",
    ];
    const BEFORE_OFFICE: &Words = words![
        "as",
        "to",
        "be",
        "the",
        "his",
        "her",
        "majesty",
        "new",
        "next",
        "first",
        "most",
        "recently",
        "currently",
        "previously",
        "formerly",
        "also",
        "now",
        "then",
        "its",
        "our",
    ];
    const MOST: usize = 4;
    let auxiliaries = (end..end + MOST).take_while(|&at| passage.is_any(at, AUXILIARIES)).count();
    let again = usize::from(passage.is(end + auxiliaries, "re"));
    let verb =
        end + auxiliaries + again + usize::from(again == 1 && passage.is_hyphen(end + auxiliaries + 1));
    let is_verb = passage.is_any(verb, HOLDS);
    if auxiliaries == 0
        && !passage.is_any(verb, words!["as", "becomes", "became", "remains", "serves", "served"])
        && !(passage.is_mark(verb, ',') && passage.reads(verb + 1, &["to", "be"]))
    {
        return None;
    }
    let mut at = verb + usize::from(is_verb || passage.is_mark(verb, ','));
    let most = at + 2 * MOST;
    while at < most {
        let owner = passage.longest(at, Class::Country).map(|country| at + country.len);
        match owner {
            Some(owner) if passage.kind(owner) == TokenKind::Possessive => at = owner + 1,
            _ if passage.is_any(at, BEFORE_OFFICE) || passage.kind(at) == TokenKind::Possessive => at += 1,
            _ => break,
        }
    }
    let role = role_at(passage, at)?;
    let is_office = !role.weak && !role.plural && passage.kind(role.head.start).is_capital();
    // "was Prime Minister Key's idea", "is Director-General for now": the office must end there.
    let end = role.tokens.end;
    let is_all = !passage.kind(end).is_capital() && passage.kind(end) != TokenKind::Possessive;
    (is_office && is_all).then_some(role)
}

/// "… as Attorney-General │ and Minister for Emergency Management": the offices that somebody takes on beside another.
pub(super) fn other_offices(passage: &Passage<'_>, end: usize) -> Vec<FoundRole> {
    const MOST: usize = 3;
    let mut offices = Vec::new();
    let mut end = end;
    while offices.len() < MOST {
        let comma = usize::from(passage.is_mark(end, ','));
        let and = usize::from(passage.is(end + comma, "and"));
        if comma + and == 0 {
            break;
        }
        let Some(role) = role_at(passage, end + comma + and) else { break };
        let is_office = !role.weak && !role.plural && passage.kind(role.head.start).is_capital();
        let next = role.tokens.end;
        let begins_next = passage.is_mark(next, ',') && titled_name(passage, next + 1).is_some();
        if !is_office || begins_next || !ends_phrase(passage, next) {
            break;
        }
        offices.push(role);
        end = next;
    }
    offices
}

/// The office in "(her) appointment as Minister of Trade", "(his) Letters of Credence as Ambassador of Peru".
pub(super) fn office_taken_up(passage: &Passage<'_>, at: usize) -> Option<FoundRole> {
    const NOUNS: &Words = words![
        "appointment",
        "credence",
        "credentials",
        "election",
        "nomination",
        "reappointment",
        "re-election",
        "selection",
    ];
    const MOST: usize = 6;
    let noun = (at..at + MOST).find(|&at| passage.is_any(at, NOUNS))?;
    let start = noun + 2 + usize::from(passage.is_any(noun + 2, words!["the", "a", "an"]));
    let role = passage.is(noun + 1, "as").then(|| role_at(passage, start)).flatten()?;
    let is_office = !role.weak && !role.plural && passage.kind(role.head.start).is_capital();
    (is_office && ends_phrase(passage, role.tokens.end)).then_some(role)
}

/// "of Israel", "(Ghana)", "of the Royal Netherlands Army" after a titled name: the country, and where it ends.
pub(super) fn country_after(passage: &Passage<'_>, end: usize) -> Option<(Country, usize)> {
    if passage.is_mark(end, '(') {
        let country = passage.longest(end + 1, Class::Country)?;
        let close = end + 1 + country.len;
        let is_all = passage.is_mark(close, ')') && passage.kind(end + 1).is_capital();
        return Some((lexicon::country(country.entry.country).filter(|_| is_all)?, close + 1));
    }
    if !passage.is_any(end, words!["of", "from"]) {
        return None;
    }
    let start = end + 1 + usize::from(passage.is(end + 1, "the"));
    // "Governor Ana Virta of California"
    let state = [Class::Country, Class::Region];
    let country = passage.longest_of(start, &state).filter(|_| passage.kind(start).is_capital());
    if let Some(found) = country {
        return Some((lexicon::country(found.entry.country)?, start + found.len));
    }
    let close = (start..start + 6).find(|&at| !passage.kind(at).is_capital())?;
    let classes = [Class::Organisation, Class::Demonym, Class::Country];
    let served = (start..close).find_map(|at| {
        let found = classes.iter().find_map(|&class| passage.longest(at, class))?;
        lexicon::country(found.entry.country).or_else(|| {
            let inner = (at..at + found.len).find_map(|at| passage.longest(at, Class::Country))?;
            lexicon::country(inner.entry.country)
        })
    });
    Some((served?, close))
}

pub(super) fn post_nominals(passage: &Passage<'_>, sighting: &mut Sighting) -> usize {
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
pub(super) fn appositive(passage: &Passage<'_>, end: usize, first: bool) -> Option<(FoundRole, usize)> {
    let opens = passage.is_mark(end, ',')
        || passage.is_mark(end, '(')
        || is_spaced_dash(passage, end)
        // "Ana Virta and the Ambassador of Peru" are two.
        || passage.is(end, "and") && !first && !passage.is(end + 1, "the");
    if !opens {
        return None;
    }
    let mut at = end + 1;
    while passage.is_any(
        at,
        words!["the", "a", "an", "our", "its", "their", "then", "as", "and", "now", "currently", "today"],
    ) {
        at += 1;
    }
    // "Ana Virta, who is the Minister of Trade"
    if passage.is(at, "who") && passage.is_any(at + 1, words!["is", "was", "serves", "served", "remains"]) {
        at += 2;
        while passage.is_any(at, words!["also", "as", "currently", "now", "the", "then"]) {
            at += 1;
        }
    }
    // "Her Majesty's Ambassador to Peru"
    if passage.is_any(at, words!["her", "his"]) && passage.is(at + 1, "majesty") {
        at += 2 + usize::from(passage.kind(at + 2) == TokenKind::Possessive);
    }
    let role = role_at(passage, at)?;
    // "Ana Virta, and the Minister of Trade, Ola Berg,": the role is the next one's.
    // So it is in "the Speaker, Dr. Ana Virta, the Deputy Speaker, Dr. Ola Berg,".
    let joins = passage.is_any(end, words!["and"]) || passage.is(end + 1, "and") || !first;
    let office_end = after_parenthesis(passage, role.tokens.end);
    if joins && passage.is_mark(office_end, ',') && titled_name(passage, office_end + 1).is_some() {
        return None;
    }
    let weak_alone = role.weak && !passage.is_mark(end, '(');
    // "…, Foreign Minister Ana Virta and …" begins the next of a list.
    // "Ola Berg, the Prime Minister’s spokesman" holds another.
    let begins_next = name_at(passage, after_address(passage, role.tokens.end), Cue::Title).is_some()
        || passage.kind(role.tokens.end) == TokenKind::Possessive
        || !passage.is_mark(role.tokens.end, ',') && shares_name(passage, role.tokens.end)
        || !ends_phrase(passage, role.tokens.end);
    let next =
        role.tokens.end + usize::from(passage.is_mark(end, '(') && passage.is_mark(role.tokens.end, ')'));
    (!weak_alone && !begins_next && !role.plural).then_some((role, next))
}

/// "Ana Virta, Prime Minister and Foreign Minister Ola Berg" names two; in "Ana Virta, Minister and Senator Ola Berg"
/// the first office is still hers.
fn shares_name(passage: &Passage<'_>, end: usize) -> bool {
    let next = another_role(passage, end);
    next > end && !role_at(passage, next).is_some_and(|role| role.is_style())
}

/// "Ana Berg – Ambassador of Norway".
pub(super) fn is_spaced_dash(passage: &Passage<'_>, at: usize) -> bool {
    let is_dash = ['–', '—', '-'].iter().any(|&dash| passage.is_mark(at, dash));
    is_dash && passage.tokens.get(at).is_some_and(|token| token.spaced) && passage.kind(at + 1).is_capital()
}

/// Whether a phrase may end before a token: at a mark, a small word or the end.
fn ends_phrase(passage: &Passage<'_>, at: usize) -> bool {
    !passage.kind(at).is_capital() && !passage.is_hyphen(at)
}

/// The token after a legislator's party and seat, "(D-NJ)"; the same where none stands.
pub(super) fn after_affiliation(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 5;
    let opens = passage.is_mark(at, '(') && passage.is_hyphen(at + 2);
    let close = (at + 3..=at + 3 + MOST).find(|&close| passage.is_mark(close, ')'));
    close.filter(|_| opens).map_or(at, |close| close + 1)
}
