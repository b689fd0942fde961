//! The text of a letter or telegram that a story hands on: "The King has sent the following telegram to President Berg",
//! perhaps an address, and then the words.

use std::ops::Range;

use super::attribution::{Cue, Subject, announces_text};
use super::marks::{Marks, trimmed};
use super::voice::{Speaker, goes_on, is_in_first_person, is_whole};
use super::{Piece, Setting, Speech};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Marking;

/// How many lines an address may have, and how many paragraphs a letter.
const MOST_LINES: usize = 4;
const MOST_PARAGRAPHS: usize = 12;

/// How many paragraphs of a story may stand before it hands on a letter.
const FIRST: usize = 6;

/// The letter of a story, if it hands on one without marks.
pub(super) fn letter(passages: &[Passage<'_>], settings: &[Setting], marks: &[Marks]) -> Option<Speech> {
    let is_prose = |index: usize| settings.get(index) == Some(&Setting::Prose);
    let prose = (0..passages.len()).filter(|&index| is_prose(index)).take(FIRST);
    for index in prose {
        let passage = passages.get(index)?;
        if marks.get(index).is_some_and(|marks| is_in_first_person(passage, marks)) {
            return None;
        }
        let Some(sender) = sender(passage) else { continue };
        // An address is of lines that are no sentences.
        let is_line = |at: &usize| {
            matches!(settings.get(*at), Some(Setting::Prose | Setting::Line))
                && passages.get(*at).is_some_and(|line| !is_whole(line))
        };
        let lines = (index + 1..passages.len().min(index + 1 + MOST_LINES)).take_while(is_line).count();
        let first = index + 1 + lines;
        let (text, text_marks) = passages.get(first).zip(marks.get(first)).filter(|_| is_prose(first))?;
        let is_marked = text_marks.head.is_some()
            || text_marks.tail.is_some()
            || text_marks.pairs.first().is_some_and(|pair| pair.outer.start <= text_marks.first_word);
        if is_marked
            || !is_whole(text)
            || !is_in_first_person(text, text_marks)
            || !sender.announces && lines == 0
        {
            continue;
        }
        let cue = Cue { passage: index, region: sender.region, subject: Subject::Last, describes: true };
        let speaker = Speaker::of(Some(&cue), passages);
        let last = passages.len().min(first + 1 + MOST_PARAGRAPHS);
        let end = goes_on(passages, marks, first + 1..last, &speaker, (is_prose, false));
        let pieces = (first..end.max(first + 1)).filter_map(|passage| {
            let all = passages.get(passage)?;
            Some(Piece { passage, tokens: trimmed(all, 0..all.tokens.len()) })
        });
        let mut speech = Speech::new(pieces.collect(), Marking::Inferred, "letter");
        speech.cue = Some(cue);
        return Some(speech);
    }
    None
}

/// Who sends a text.
struct Sender {
    /// The words before the verb.
    region: Range<usize>,
    /// Whether the words say that it follows: "the following telegram", or three dots.
    announces: bool,
}

fn sender(passage: &Passage<'_>) -> Option<Sender> {
    const SEND: &Words = words!["sent", "addressed", "conveyed", "issued", "wrote", "sends", "writes"];
    const TEXTS: &Words = words!["telegram", "letter", "message", "cable", "note", "condolences"];
    const NEAR: usize = 7;
    let end = trimmed(passage, 0..passage.tokens.len()).end;
    let last = end.checked_sub(1)?;
    // The lead-ins that end in a colon are read as such.
    if passage.is_mark(last, ':') {
        return None;
    }
    let sentences = passage.sentences.iter().filter(|sentence| !sentence.is_empty());
    let dots = passage.is_mark(last, '…')
        || last.checked_sub(1).is_some_and(|dot| passage.is_mark(last, '.') && passage.is_mark(dot, '.'));
    sentences.take(2).find_map(|sentence| {
        let verb = sentence.clone().find(|&at| passage.is_any(at, SEND))?;
        let near = verb + 1..sentence.end.min(verb + 1 + NEAR);
        let is_text = near.into_iter().any(|at| passage.is_any(at, TEXTS)) || passage.is(verb + 1, "to");
        let is_active = verb.checked_sub(1).is_some_and(|before| {
            !passage.is_any(before, words!["was", "were", "been", "be", "being", "is"])
                && passage.kind(before) != TokenKind::Break
        });
        let announces = announces_text(passage, sentence.clone()) || dots;
        // "After the flood, the King has sent": the subject stands behind the last comma, unless that closes an insertion.
        let comma = (sentence.start..verb).rev().find(|&at| passage.is_mark(at, ','));
        let subject = comma.map(|comma| comma + 1..verb);
        let subject = subject.filter(|words| words.clone().any(|at| passage.kind(at).is_capital()));
        let region = subject.unwrap_or(sentence.start..verb);
        (is_text && is_active).then_some(Sender { region, announces })
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::told::{facts, speaker};

    fn told(text: &str) -> Vec<String> {
        let facts = facts("SE", text);
        let line = |quote: &crate::model::Quote| {
            format!("{}: {}", speaker(quote, &facts), quote.paragraphs.join(" / "))
        };
        facts.quotes.iter().map(line).collect()
    }

    #[test]
    fn a_letter_is_of_whoever_sent_it() {
        for (lead, address) in [
            ("President Ana Virta has sent the following telegram to the King of Ost.", ""),
            (
                "President Ana Virta wrote to the King of Ost on Monday.",
                "His Majesty the King\nRoyal Palace, Ost\n",
            ),
            ("President Ana Virta wrote to the King of Ost after the flood…", ""),
        ] {
            let told = told(&format!(
                "{lead}\n{address}I was sad to hear of the flood in your land.\nWe send our help to all who need it.\nStockholm, 3 May 2022"
            ));
            let [told] = &told[..] else { panic!("{lead}: {told:?}") };
            assert!(told.contains("Ana Virta") && told.ends_with(": I was sad to hear of the flood in your land. / We send our help to all who need it."), "{told}");
        }
    }

    #[test]
    fn what_somebody_wrote_to_somebody_is_no_letter_by_itself() {
        let text = "President Ana Virta wrote to the King of Ost on Monday.\nWe have opened our offices again after the flood.";
        assert!(told(text).is_empty());
    }
}
