//! What stands between those of a list: relatives, dates, second offices, brackets.

use super::super::annotated::{Annotated, within};
use super::super::lexicon::Class;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::{MOST_DESCRIPTION, is_joint};
use crate::model::MentionForm;

/// The token after somebody of the family, who takes part in nothing but may stand first in a list: "her husband,
/// Dr Juhan Virta, Foreign Minister A and B".
pub(super) fn after_relative(passage: &Passage<'_>, from: usize, end: usize) -> Option<usize> {
    const RELATIVES: &Words = words![
        "wife", "husband", "spouse", "partner", "fiancée", "consort", "son", "sons", "daughter", "daughters",
        "children", "mother", "father", "brother", "sister", "family",
    ];
    const MOST: usize = 5;
    let noun = from + 1;
    if !passage.is_any(from, words!["his", "her", "their"]) || !passage.is_any(noun, RELATIVES) {
        return None;
    }
    let name = noun + 1 + usize::from(passage.is_mark(noun + 1, ','));
    let is_name = |&at: &usize| {
        passage.kind(at).is_capital() && (passage.has(at, Class::Honorific) || !passage.has(at, Class::Role))
    };
    let words = (name..end.min(name + MOST)).take_while(is_name).count();
    match passage.kind(noun + 1) {
        // "her family members"
        TokenKind::Lower if !passage.is(noun + 1, "and") => None,
        _ if words > 0 => Some(name + words),
        _ => Some(noun + 1),
    }
}

/// The token after when somebody is met, if others follow: "King A on Monday and Prime Minister B on Tuesday".
pub(super) fn after_date(text: &Annotated<'_>, at: usize, end: usize) -> usize {
    let passage = &text.passage;
    let on = at + usize::from(passage.is(at, "on"));
    let date = within(&text.dates, on..on + 1).first().filter(|date| date.tokens.start == on);
    let next = date.map_or(at, |date| date.tokens.end);
    let goes_on = next < end && (passage.is(next, "and") || passage.is_mark(next, ','));
    if goes_on { next } else { at }
}

/// The token after the country of one of several who share an office, if others follow: "Foreign Ministers A of Chile, B of
/// Kenya".
pub(super) fn after_country(passage: &Passage<'_>, at: usize) -> usize {
    let the = at + 1 + usize::from(passage.is(at + 1, "the"));
    let country = passage.longest(the, Class::Country).filter(|_| passage.is_any(at, words!["of", "from"]));
    let next = country.map_or(at, |country| the + country.len);
    let goes_on = is_joint(passage, next) || passage.is(next, "and");
    if goes_on { next } else { at }
}

/// The token after where somebody is met, if others are named as well: "A at the Embassy, as well as with B".
pub(super) fn after_place(text: &Annotated<'_>, at: usize, end: usize) -> usize {
    const MOST: usize = 6;
    let passage = &text.passage;
    if !passage.is_any(at, words!["in", "at"]) {
        return at;
    }
    let place = within(&text.places, at + 1..at + 3).first().map_or(at, |place| place.tokens.end);
    let next = (place..end.min(place + MOST)).find(|&next| !matches!(passage.kind(next), TokenKind::Mark(_)));
    let goes_on = next.is_some_and(|next| {
        passage.reads(next, &["as", "well", "as"]) || passage.reads(next, &["and", "with"])
    });
    if place > at && goes_on { next.unwrap_or(at) } else { at }
}

/// The token after what was done where somebody was met, if others follow: "A, where she discussed trade, │ and B".
pub(super) fn after_where(text: &Annotated<'_>, at: usize, end: usize) -> usize {
    const MOST: usize = 24;
    let passage = &text.passage;
    if !passage.is_mark(at, ',') || !passage.is(at + 1, "where") {
        return at;
    }
    let begins_person = |at: usize| {
        let next = within(&text.people, at..at + 2).first();
        next.is_some_and(|person| {
            (person.tokens.start == at || passage.is(at, "the")) && person.form != MentionForm::Pronoun
        }) && passage.kind(at + usize::from(passage.is(at, "the"))).is_capital()
    };
    let ends_at_person = |&next: &usize| {
        passage.is_mark(next, ',') && begins_person(next + 1 + usize::from(passage.is(next + 1, "and")))
    };
    (at + 2..end.min(at + MOST)).find(ends_at_person).unwrap_or(at)
}

/// The token after what several are, where names follow: "key contacts in Oslo, │ including A and B".
pub(super) fn after_kind(text: &Annotated<'_>, from: usize, end: usize) -> Option<usize> {
    const MOST: usize = 10;
    let passage = &text.passage;
    let including = (from + 1..end.min(from + MOST)).find(|&at| passage.is(at, "including"))?;
    let comma = including - usize::from(is_joint(passage, including - 1));
    let is_kind = |at: usize| {
        passage.kind(at).is_word()
            && !passage.has(at, Class::Trigger)
            && !passage.is_any(at, words!["he", "she", "they", "that", "which", "is", "was", "were", "will"])
    };
    let is_plural = |at: usize| passage.kind(at) == TokenKind::Lower && passage.word(at).ends_with('s');
    let next = including + 1 + usize::from(passage.is(including + 1, "the"));
    let person = within(&text.people, next..next + 2).first()?;
    let is_several = (from..comma).all(is_kind) && (from..comma).any(is_plural);
    (is_several && passage.kind(next).is_capital() && !person.possessive).then_some(including)
}

/// The token after an office that a dash joins to another: "A, Deputy Prime Minister - Minister of Finance".
pub(super) fn after_second_office(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    const MOST: usize = 8;
    let is_dash = matches!(passage.kind(at), TokenKind::Mark('-' | '–' | '—'));
    if !is_dash || passage.kind(at + 1) != TokenKind::Capital || !passage.has(at + 1, Class::Role) {
        return at;
    }
    let is_end = |&at: &usize| is_joint(passage, at) || passage.is(at, "and");
    (at + 1..end.min(at + 1 + MOST)).find(is_end).unwrap_or(at)
}

/// The token after whom somebody stands in for: "A, representing the Organization for Trade, │ B and C".
pub(super) fn after_whom_one_represents(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    const MOST: usize = 20;
    if !passage.is_mark(at, ',') || !passage.is_any(at + 1, words!["representing", "chairing", "heading"]) {
        return at;
    }
    (at + 2..end.min(at + MOST)).find(|&near| passage.is_mark(near, ',')).unwrap_or(at)
}

/// The token after what stands in brackets at a token: "(by video link)".
pub(in crate::extract) fn after_brackets(passage: &Passage<'_>, at: usize, end: usize) -> usize {
    if !passage.is_mark(at, '(') {
        return at;
    }
    (at..end.min(at + MOST_DESCRIPTION))
        .find(|&close| passage.is_mark(close, ')'))
        .map_or(at, |close| close + 1)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn a_second_office_after_a_dash_ends_no_list() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met Ivo Novak, Deputy Prime Minister of Serbia - Minister of Finance, and President Ana Berg.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ana Berg in_person completed"]);
    }

    #[test]
    fn where_somebody_is_met_ends_no_list() {
        for joint in [", as well as with", " and with"] {
            let told = meetings(
                "FI",
                &format!(
                    "Foreign Minister Aino Virta met with President Ivo Novak in Belgrade{joint} Minister Ana Berg."
                ),
            );
            assert_eq!(told, ["Aino Virta / Ivo Novak + Ana Berg in_person completed"], "{joint}");
        }
    }

    #[test]
    fn whom_somebody_represents_takes_no_part() {
        let told = meetings(
            "US",
            "Secretary Ana Lind spoke today with Foreign Minister Ivo Novak, representing the Organization for Trade, and Foreign Minister Aino Virta of Finland.",
        );
        assert_eq!(told, ["Ana Lind / Ivo Novak + Aino Virta call completed"]);
    }

    #[test]
    fn those_met_on_different_days_are_all_met() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta will meet King Felipe of Spain on Monday and Prime Minister Ana Torres on Tuesday.",
        );
        assert_eq!(told, ["Aino Virta / Felipe + Ana Torres in_person planned"]);
    }

    #[test]
    fn each_of_those_who_share_an_office_may_have_a_country() {
        let told = meetings(
            "FI",
            "Minister Aino Virta met Foreign Ministers Ivo Novak of Serbia, Ana Torres of Chile and Jan Kral of Czechia.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak + Ana Torres + Jan Kral in_person completed"]);
    }
}
