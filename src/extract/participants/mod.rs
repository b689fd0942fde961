//! Those whom a list names: officials, and others by what they are.
//!
//! | file | gives |
//! |---|---|
//! | `named.rs` | who stands after a description of them: "his Dutch counterpart, Foreign Minister A" |
//! | `description.rs` | people who are only described: "Latvian government officials" |
//! | `public.rs` | whether those who are only described hold an office: officials do, students do not |
//! | `aside.rs` | what stands between those of a list, and is nobody of it |

mod aside;
mod description;
mod named;
mod public;

use std::ops::Range;

use super::annotated::{Annotated, FoundPerson, within};
use super::counterparts::{named_after_country, named_after_host, named_after_noun, named_by_country};
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Words;
use crate::model::{MentionForm, Participant};
pub(super) use aside::after_brackets;
use aside::{
    after_country, after_date, after_kind, after_place, after_relative, after_second_office, after_where,
    after_whom_one_represents,
};
pub(super) use description::described;
use named::{begins_main_clause, named_after, named_by_office};
pub(super) use public::is_public;

/// How many tokens a description may have.
const MOST_DESCRIPTION: usize = 14;

/// How facts refer to people of a text. Whose wife "his wife" is, and whose secretary "the President's Secretary A", stands
/// between others, and is none of them.
pub(super) fn participants(people: &[FoundPerson]) -> Vec<Participant> {
    let is_owner = |index: usize, person: &FoundPerson| {
        let owns_next = |owned: &FoundPerson| owned.tokens.start == person.tokens.end + 1;
        person.possessive
            && (person.form == MentionForm::Pronoun || people.get(index + 1).is_some_and(owns_next))
    };
    let all = people.iter().enumerate().filter(|(index, person)| !is_owner(*index, person));
    all.map(|(_, person)| person.who.clone()).collect()
}

/// The participants of a list that begins at a token: people, and descriptions of people.
///
/// "Foreign Minister A and other senior officials" names A: the others are left out beside a name. A counterpart
/// whose name follows, and a delegation whose leader does, are told by that name.
pub(super) fn listed(text: &Annotated<'_>, from: usize, end: usize) -> Vec<(Range<usize>, Participant)> {
    let passage = &text.passage;
    let mut list = Vec::new();
    let mut at = from;
    let mut names_others = false;
    while at < end {
        while at < end
            && (passage
                .is_any(at, words!["and", "&", "with", "including", "both", "as", "well", "separately"])
                || passage.reads(at, &["along", "with"])
                || is_joint(passage, at)
                || is_among_others(passage, at)
                // "accompanied by A and by B"
                || at > from && passage.is(at, "by") && passage.is(at - 1, "and"))
        {
            at += 1;
        }
        if let Some(person) = person_of_phrase(text, at, end).or_else(|| named_after_host(text, at, end)) {
            let is_parted =
                at > from && passage.is_mark(at - 1, ',') || passage.is(person.tokens.start, "counterpart");
            if is_parted && begins_main_clause(passage, person) {
                break;
            }
            list.push((person.tokens.clone(), person.who.clone()));
            at = person.tokens.end;
        } else if let Some((named, after)) = named_by_country(text, at, end) {
            list.extend(named);
            at = after;
        } else if let Some(person) = named_by_office(text, at, end) {
            list.push((person.tokens.clone(), person.who.clone()));
            at = person.tokens.end;
        } else if let Some(person) = named_after_country(text, at).filter(|_| !list.is_empty()) {
            list.push((person.tokens.clone(), person.who.clone()));
            at = person.tokens.end;
        } else if let Some(after) = after_kind(text, at, end) {
            at = after;
        } else if let Some(after) = after_relative(passage, at, end) {
            at = after;
        } else if let Some(named) = named_after_noun(text, at, end).filter(|_| at > from) {
            at = named.0.end;
            list.push(named);
        } else if let Some(group) = described(text, at, end) {
            if let Some(person) = named_after(text, &group, end) {
                list.push((person.tokens.clone(), person.who.clone()));
                at = person.tokens.end;
            } else {
                let is_others = passage.is_any(group.start, words!["other", "others"]);
                names_others |= is_others;
                list.push((group.clone(), Participant::described(passage.words(group.clone()))));
                at = group.end;
            }
        } else {
            break;
        }
        at = after_brackets(passage, at, end);
        at = after_country(passage, at);
        at = after_second_office(passage, at, end);
        at = after_date(text, at, end);
        at = after_place(text, at, end);
        at = after_whom_one_represents(passage, at, end);
        at = after_where(text, at, end);
        let goes_on = is_joint(passage, at) || passage.is_any(at, words!["and", "&", "as", "including"]);
        if !goes_on && !passage.reads(at, &["along", "with"]) {
            break;
        }
    }
    if names_others && list.iter().any(|(_, who)| who.id().is_some()) {
        list.retain(|(tokens, _)| !passage.is_any(tokens.start, words!["other", "others"]));
    }
    list
}

/// Those whom semicolons part after a token: "A, Minister of Trade; B, President of the Senate; and C", "with A and B;
/// with C; and with D".
pub(super) fn parted_by_semicolons(
    text: &Annotated<'_>,
    from: usize,
    end: usize,
) -> Vec<(Range<usize>, Participant)> {
    /// How many tokens the offices of one may have.
    const REACH: usize = 24;
    let passage = &text.passage;
    let next = |from: usize| (from..end.min(from + REACH)).find(|&at| passage.is_mark(at, ';'));
    let mut list = Vec::new();
    let mut mark = next(from);
    while let Some(at) = mark {
        let is_last = passage.is(at + 1, "and");
        let first = at + 1 + usize::from(is_last);
        let is_with = passage.is(first, "with");
        let next_ones = if is_with {
            listed(text, first + 1, end)
        } else {
            let person = person_of_phrase(text, first, end).or_else(|| named_after_country(text, first));
            person.map(|person| (person.tokens.clone(), person.who.clone())).into_iter().collect()
        };
        let Some(after) = next_ones.last().map(|(tokens, _)| tokens.end) else { break };
        // "A; B and C."
        if !is_with && !is_last && next(after).is_none() && passage.is(after_country(passage, after), "and") {
            let rest = listed(text, first, end);
            let is_end = rest
                .last()
                .is_some_and(|(tokens, _)| matches!(passage.kind(tokens.end), TokenKind::Mark('.' | ',')));
            if is_end && rest.len() > 1 {
                list.extend(rest);
                return list;
            }
        }
        // "; B said": another clause
        if !is_with && !matches!(passage.kind(after), TokenKind::Mark(',' | ';' | '.' | '(')) {
            break;
        }
        list.extend(next_ones);
        if is_last {
            return list;
        }
        mark = next(after);
    }
    Vec::new()
}

/// A word of "among others" and "inter alia", which part a verb from those it tells of.
fn is_among_others(passage: &Passage<'_>, at: usize) -> bool {
    let begins = |at: usize| passage.reads(at, &["among", "others"]) || passage.reads(at, &["inter", "alia"]);
    // "met A and B, among │ other officials"
    begins(at) || at.checked_sub(1).is_some_and(begins) || passage.reads(at, &["among", "other"])
}

/// What a delegation is by whoever goes first in it.
pub(super) const LED: &Words = words!["led", "headed", "lead"];

/// The person of the phrase at a token; a body or a country may stand before the role: "UN Office Special
/// Envoy Ana Ek", "Republic of Korea (ROK) Foreign Minister Park Jin".
fn person_of_phrase<'a>(text: &'a Annotated<'_>, from: usize, end: usize) -> Option<&'a FoundPerson> {
    let passage = &text.passage;
    // "her Serbian counterpart, Foreign Minister A": whose counterpart it is does not matter.
    let mut people = within(&text.people, from..end.min(from + MOST_DESCRIPTION)).iter();
    let next = people.find(|person| !(person.possessive && person.form == MentionForm::Pronoun))?;
    let leads_on = |at: usize| {
        passage.kind(at).is_capital()
            || passage.is_hyphen(at)
            || matches!(passage.kind(at), TokenKind::Mark('(' | ')') | TokenKind::Possessive)
            // "the mission's Force Commander"
            || passage.kind(at + 1) == TokenKind::Possessive
            || passage.is_any(at, LEADS_ON)
    };
    let reached = (from..next.tokens.start).all(leads_on);
    (reached && !next.possessive).then_some(next)
}

/// Words in small letters that may stand before the capitals of whoever is named next: "the Ostland regional Director".
const LEADS_ON: &Words = words![
    "the", "of", "for", "on", "his", "her", "their", "its", "our", "visiting", "acting", "deputy",
    "district", "federal", "former", "local", "national", "newly", "outgoing", "provincial", "regional",
    "resident", "new", "incoming", "interim", "senior", "state",
];

fn is_joint(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_mark(at, ',') || passage.is_mark(at, '&')
}

#[cfg(test)]
mod tests {
    use super::super::told::meetings;

    #[test]
    fn semicolons_part_those_who_are_met_with_others() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met with President Ivo Novak of Serbia and other ministers; with President Ann Hale of Ghana and Trade Minister Jan Kos; and with Foreign Minister Ola Berg of Norway.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ann Hale + Jan Kos + Ola Berg in_person completed"]);
    }

    #[test]
    fn semicolons_part_those_whose_offices_follow_their_names() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met with Ivo Novak, Foreign Minister of Serbia; Ann Hale, President of the Senate; and Jan Kos, Minister of Trade, as well as experts.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ann Hale + Jan Kos in_person completed"]);
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met with Ivo Novak, Foreign Minister of Serbia; Ann Hale, President of the Senate, visited Kenya.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn those_along_with_somebody_are_met_too() {
        let told = meetings(
            "FI",
            "Minister Aino Virta met President Ivo Novak along with Prime Minister Ana Torres.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ana Torres in_person completed"]);
    }
}
