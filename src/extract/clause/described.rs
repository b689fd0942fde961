//! A subject that is only described: "The Ambassadors of Chile and Kenya called on", "The mayor of Turku met".

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::lexicon::Tense;
use super::super::participants::{described, is_public};
use super::super::words::Words;
use super::{Hook, is_passive};
use crate::model::Part;

/// Where those stand who do what a verb or noun says, if the sentence only describes them, and they hold an office or are
/// a body.
pub(in crate::extract) fn described_subject(text: &Annotated<'_>, hook: &Hook) -> Option<Range<usize>> {
    const MOST_BETWEEN: usize = 6;
    const BETWEEN: &Words = words![
        "a", "also", "an", "bilateral", "courtesy", "farewell", "had", "has", "have", "held", "later",
        "made", "official", "paid", "separately", "today", "will", "working", "yesterday",
    ];
    let passage = &text.passage;
    let verb = hook.tokens.start;
    let start = after_date(text, hook.sentence.start);
    let between = (start..verb).rev().take_while(|&at| passage.is_any(at, BETWEEN)).count();
    let end = verb.checked_sub(between).filter(|_| between <= MOST_BETWEEN)?;
    let is_active = match hook.trigger.tense {
        Tense::Noun => between > 0,
        _ => !is_passive(passage, hook),
    };
    let is_told = is_active && passage.part != Part::Headline;
    let group = described(text, start, end).filter(|group| is_told && group.end == end)?;
    let is_body = is_public(text, &group) && within(&text.people, start..verb).is_empty();
    is_body.then_some(group)
}

/// The token after when something was done: "On Monday, │ the Committee", "In the period from 1 to 3 May, │ representatives".
fn after_date(text: &Annotated<'_>, start: usize) -> usize {
    const REACH: usize = 12;
    let passage = &text.passage;
    let comma = (start..start + REACH).find(|&at| passage.is_mark(at, ','));
    let is_date = |comma: &usize| {
        passage.is_any(start, words!["on", "in", "from", "during"])
            && !within(&text.dates, start..*comma).is_empty()
            && within(&text.people, start..*comma).is_empty()
    };
    comma.filter(is_date).map_or(start, |comma| comma + 1)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn a_body_may_go_and_meet_somebody() {
        let text = "On Monday, representatives of the Ministry of Trade of Chile visited Turku. The delegation met Minister Aino Virta.";
        assert_eq!(
            visits("FI", text),
            ["representatives of the Ministry of Trade of Chile -> FI Turku completed 2022-05-02"]
        );
        assert_eq!(
            meetings("FI", text),
            ["representatives of the Ministry of Trade of Chile / Aino Virta in_person completed"]
        );
        for none in ["Members of a choir visited Turku.", "On Monday, the farmers visited Turku."] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }
}
