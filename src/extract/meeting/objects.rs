//! Where those who are met stand: after the verb or its "with", and after what may come between.

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, of};
use super::super::lexicon::{Class, Frame, Tense};
use super::super::participants::listed;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::agenda;
use super::guest::Guests;

/// Where those who are met stand: after the verb or its "with".
pub(super) fn objects_start(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<usize> {
    let passage = &text.passage;
    let after = hook.tokens.end;
    let is_noun = hook.trigger.tense == Tense::Noun;
    if is_noun && let Some(start) = agenda::included(passage, hook) {
        return Some(start);
    }
    if let Some(start) = agenda::those_met(passage, hook) {
        return Some(start);
    }
    // "said the President during a courtesy call by A"
    if is_noun
        && passage.is(after - 1, "call")
        && passage.is_any(after, words!["by", "from"])
        && of(hook, Frame::Meet)
    {
        return Some(after + 1);
    }
    let ends_in_link = hook.tokens.len() > 1
        && passage.is_any(after - 1, words!["with", "between", "on", "upon", "of", "to", "for", "from"]);
    if ends_in_link || is_noun && passage.is(after, "of") {
        return Some(after + usize::from(!ends_in_link));
    }
    let is_call = of(hook, Frame::Call);
    // "spoke by telephone to A"
    let by_line = is_call && passage.is_any(after, words!["by", "over", "via"]);
    let is_link = |at: usize| {
        passage.is(at, "with")
            || is_noun && passage.is(at, "between")
            || (is_call && is_noun || by_line && at <= after + 4) && passage.is_any(at, words!["from", "to"])
    };
    // "welcomed closer ties with President A": a guest stands right after the verb.
    if let Some((_, start)) = beside(text, hook) {
        return Some(start);
    }
    let link = (after..end.min(after + 14)).find(|&at| is_link(at) && !of(hook, Frame::Host));
    // One speaks to or with people, and phones them.
    let speaks = is_call
        && !is_noun
        && ["sp", "ta"]
            .iter()
            .any(|verb| passage.word(hook.tokens.start).to_ascii_lowercase().starts_with(verb));
    match link {
        Some(link) if link == after || is_noun || speaks || few_words(passage, after..link) => Some(link + 1),
        _ if is_noun || speaks && !passage.is(after, "to") => None,
        _ if speaks => Some(after + 1),
        // "met expectations", "meet the needs" are no meetings: `listed` finds nobody there.
        _ => Some(after_adjuncts(text, after_joined_verb(passage, hook), end)),
    }
}

/// The token after a second verb of the same object: "met and congratulated the Minister".
fn after_joined_verb(passage: &Passage<'_>, hook: &Hook) -> usize {
    let verb = hook.tokens.end + 1;
    let is_joined = of(hook, Frame::Meet)
        && hook.trigger.tense == Tense::Past
        && passage.is(hook.tokens.end, "and")
        && passage.kind(verb) == TokenKind::Lower
        && passage.word(verb).ends_with("ed");
    if is_joined { verb + 1 } else { hook.tokens.end }
}

/// Those of "met, along with A and B, with C": they go with the party.
pub(super) fn beside_party(text: &Annotated<'_>, hook: &Hook) -> Guests {
    beside(text, hook).map_or_else(Vec::new, |(list, _)| list)
}

/// Those who go with the party, and the token after the "with" that follows them.
fn beside(text: &Annotated<'_>, hook: &Hook) -> Option<(Guests, usize)> {
    const REACH: usize = 8;
    let passage = &text.passage;
    let after = hook.tokens.end;
    let along = (after..hook.sentence.end.min(after + REACH)).find(|&at| {
        passage.is_mark(at, ',')
            && (passage.is_any(at + 1, words!["along", "together"]) && passage.is(at + 2, "with")
                || passage.reads(at + 1, &["accompanied", "by"]))
    })?;
    const MOST: usize = 32;
    let after = along + 3..hook.sentence.end.min(along + MOST);
    let with = after.into_iter().find(|&at| passage.is_mark(at, ',') && passage.is(at + 1, "with"))?;
    let list = listed(text, along + 3, with);
    (of(hook, Frame::Meet) && !list.is_empty()).then_some((list, with + 2))
}

/// The token after where and when, told between a verb and its object: "received at the palace today", "met, among
/// others,".
pub(in crate::extract) fn after_adjuncts(text: &Annotated<'_>, from: usize, end: usize) -> usize {
    const ADVERBS: &Words =
        words!["today", "yesterday", "also", "separately", "earlier", "later", "here", "again"];
    const MOST_OF_PLACE: usize = 3;
    let passage = &text.passage;
    let mut at = from;
    while at < end {
        let is_before = passage.is_any(at, words!["in", "at", "on"]);
        let named = at + 1..at + 1 + MOST_OF_PLACE;
        let place = within(&text.places, named).first().filter(|_| is_before);
        let date =
            within(&text.dates, at..at + 2).first().filter(|date| is_before || date.tokens.start == at);
        let hall = Some(at + 2)
            .filter(|_| is_before && passage.is(at + 1, "the"))
            .and_then(|hall| end_of_hall(passage, hall));
        at = match (date, place) {
            (Some(date), _) => date.tokens.end,
            (_, Some(place)) => place.tokens.end,
            _ if hall.is_some() => hall.unwrap_or(at),
            _ if is_before && is_own_office(passage, at + 1) => at + 3,
            _ if passage.reads(at, &["in", "audience"]) || passage.reads(at, &["inter", "alia"]) => at + 2,
            _ if passage.reads(at, &["in", "farewell", "audience"]) => at + 3,
            _ if passage.reads(at, &["among", "others"]) => at + 2,
            _ if passage.is_mark(at, ',') && passage.is_any(at + 1, words!["among", "inter"]) => at + 1,
            _ if at == from && end_of_aside(passage, at).is_some() => end_of_aside(passage, at).unwrap_or(at),
            _ if passage.is_any(at, ADVERBS) || at > from && passage.is_mark(at, ',') => at + 1,
            _ => return at,
        };
    }
    at
}

/// The token after where something takes place, told between commas: "met, on the sidelines of the summit, │ A".
fn end_of_aside(passage: &Passage<'_>, comma: usize) -> Option<usize> {
    const MOST: usize = 20;
    let opens = passage.is_mark(comma, ',')
        && passage.is_any(comma + 1, words!["on", "in", "at", "during", "within", "ahead", "as"]);
    let mut after = comma + 1..comma + MOST;
    after.find(|&at| passage.is_mark(at, ',')).filter(|_| opens).map(|close| close + 1)
}

/// "in her office", "at his residence"
fn is_own_office(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["his", "her", "their", "the"])
        && passage.is_any(at + 1, words!["office", "offices", "residence", "ministry", "chambers"])
}

/// Adverbs and dates may stand before "with": "met separately today with".
fn few_words(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.len() <= 6
        && !tokens.into_iter().any(|at| passage.has(at, Class::Role) || passage.has(at, Class::Honorific))
}

/// Where the name of a hall ends that the lexicon does not know, if an article stands after it: "at the Emiri Court a
/// delegation".
fn end_of_hall(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const MOST: usize = 4;
    let is_name = |at: usize| {
        passage.kind(at).is_capital() && !passage.has(at, Class::Honorific) && !passage.has(at, Class::Rank)
    };
    let len = (at..at + MOST).take_while(|&at| is_name(at)).count();
    (len > 0 && passage.is_any(at + len, words!["a", "an", "the"])).then_some(at + len)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn two_verbs_may_have_one_object() {
        for verb in ["met and congratulated", "met and briefed"] {
            let text = format!("Foreign Minister Aino Virta {verb} President Ivo Novak of Serbia.");
            assert_eq!(meetings("FI", &text), ["Aino Virta / Ivo Novak in_person completed"], "{verb}");
        }
        let none = "Foreign Minister Aino Virta met and praised students. President Ivo Novak was ill.";
        assert_eq!(meetings("FI", none), [""; 0]);
    }

    #[test]
    fn who_goes_along_with_the_party_is_of_it() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met this evening, along with Minister of State Eva Roth, with President Ivo Novak and Minister Bo Lind.",
        );
        assert_eq!(told, ["Aino Virta + Eva Roth / Ivo Novak + Bo Lind in_person completed"]);
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta on Tuesday received in her office President Ivo Novak.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn where_one_meets_may_stand_between_commas() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta met, on the sidelines of the conference, President Ivo Novak of Serbia.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }
}
