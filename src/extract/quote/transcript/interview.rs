//! An interview without labels: questions on lines of their own, and below each what the one in the headline answers.

use std::ops::Range;

use super::super::attribution::{Cue, Subject};
use super::super::marks::trimmed;
use super::super::{Piece, Setting, Speech};
use crate::extract::passage::Passage;
use crate::extract::person;
use crate::extract::token::TokenKind;
use crate::model::{Marking, Part};

/// The answers in a story whose headline tells of an interview with somebody; their passages are set to `Turn`.
pub(in crate::extract::quote) fn answers(passages: &[Passage<'_>], settings: &mut [Setting]) -> Vec<Speech> {
    const FEWEST: usize = 2;
    let names = |(index, region): &(usize, Range<usize>)| {
        let sightings = passages.get(*index).map(person::sightings).unwrap_or_default();
        sightings.iter().any(|found| found.name.is_some() && region.contains(&found.tokens.start))
    };
    let told = || passages.iter().take(LINES).enumerate().filter_map(interviewed);
    let Some((headline, region)) = told().find(names).or_else(|| told().next()) else {
        return Vec::new();
    };
    let is_prose = |index: usize| matches!(settings.get(index), Some(Setting::Prose | Setting::Line));
    let is_question = |index: usize| {
        is_prose(index) && passages.get(index).is_some_and(|passage| asks(passage) || asks_first(passage))
    };
    let mut speeches: Vec<Speech> = Vec::new();
    let mut answered = Vec::new();
    let mut index = 0;
    while index < passages.len() {
        if !is_question(index) {
            index += 1;
            continue;
        }
        let first = index + 1;
        let end =
            (first..passages.len()).find(|&at| is_question(at) || !is_prose(at)).unwrap_or(passages.len());
        let pieces = (first..end).filter_map(|at| {
            let passage = passages.get(at)?;
            let tokens = trimmed(passage, 0..passage.tokens.len());
            (!tokens.is_empty()).then_some(Piece { passage: at, tokens })
        });
        let pieces: Vec<Piece> = pieces.collect();
        if !pieces.is_empty() {
            let mut speech = Speech::new(pieces, Marking::Inferred, "transcript-turn");
            speech.cue = Some(Cue {
                passage: headline,
                region: region.clone(),
                subject: Subject::Only,
                describes: true,
            });
            speeches.push(speech);
            answered.extend(first..end);
        }
        index = end.max(first);
    }
    if speeches.len() < FEWEST {
        return Vec::new();
    }
    for index in answered {
        if let Some(setting) = settings.get_mut(index) {
            *setting = Setting::Turn;
        }
    }
    speeches
}

/// The words of a headline for the one who is interviewed: "Interview with │ Ana Virta, Governor │, by Bo Lind".
fn interviewed((index, passage): (usize, &Passage<'_>)) -> Option<(usize, Range<usize>)> {
    // Below "Interview with the Morning Post" the first line tells with whom that spoke.
    const FIRST_BLOCKS: usize = 2;
    let is_first = match passage.part {
        Part::Headline | Part::Standfirst => true,
        Part::Block(block) => block < FIRST_BLOCKS && passage.is(0, "interview"),
        _ => false,
    };
    if !is_first {
        return None;
    }
    let all = 0..passage.tokens.len();
    let with = all.clone().find(|&at| {
        passage.is(at, "with")
            && at
                .checked_sub(1)
                .is_some_and(|before| passage.is_any(before, words!["interview", "q&a", "conversation"]))
    })?;
    let end = (with + 1..all.end)
        .find(|&at| passage.is_any(at, words!["by", "conducted", "in", "on", "for", "about"]));
    let region = with + 1..end.unwrap_or(all.end);
    (!region.is_empty()).then_some((index, region))
}

/// In how many lines a story may tell that it is an interview.
const LINES: usize = 4;

/// "Is the harbour full? It was empty a year ago.": a question with a remark of whoever asks, who is not "I".
fn asks_first(passage: &Passage<'_>) -> bool {
    const LONGEST: usize = 60;
    let first = passage.sentences.first();
    let ends = first.and_then(|first| first.end.checked_sub(1));
    passage.tokens.len() <= LONGEST
        && passage.sentences.len() > 1
        && ends.is_some_and(|last| passage.is_mark(last, '?'))
        && passage.kind(0).is_capital()
        && !(0..passage.tokens.len()).any(|at| passage.is_any(at, words!["i", "we", "our", "my", "us"]))
}

/// Whether a passage is a question, and has no quotation marks.
fn asks(passage: &Passage<'_>) -> bool {
    const LONGEST: usize = 120;
    let last = passage.tokens.iter().rfind(|token| token.kind != TokenKind::Break);
    let is_marked = passage.tokens.iter().any(|token| matches!(token.kind, TokenKind::Mark('"' | '“' | '”')));
    passage.tokens.len() <= LONGEST
        && last.is_some_and(|token| token.kind == TokenKind::Mark('?'))
        && passage.kind(0).is_capital()
        && !is_marked
}

#[cfg(test)]
mod tests {
    use crate::extract::told::facts_under;

    #[test]
    fn whoever_is_interviewed_answers() {
        let text = "How do you see the harbour?\n\
                    We see a slow recovery, with much doubt around it. We will keep our plan.\n\
                    It will take a year.\n\
                    Do you expect the prices to fall?\n\
                    Yes, we expect them to fall over the coming year.";
        let facts = facts_under("FI", "Interview with Ana Virta, Governor of the Bank of Finland", text);
        let told: Vec<_> =
            facts.quotes.iter().map(|quote| (quote.paragraphs.len(), &quote.speaker)).collect();
        assert_eq!(told.iter().map(|(paragraphs, _)| *paragraphs).collect::<Vec<_>>(), [2, 1]);
        let speaker = facts.quotes[0].speaker.as_ref().and_then(|who| facts.official(who.id()?));
        assert_eq!(speaker.map(|who| who.label()), Some("Ana Virta".into()));
        let facts = facts_under("FI", "Governor Ana Virta opens harbour", text);
        assert!(facts.quotes.is_empty());
    }
}
