//! The turns of a transcript: "MINISTER VIRTA: Good morning."

mod interview;
mod label;
mod report;

use std::collections::HashMap;

use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::attribution::{Cue, Subject};
use super::marks::trimmed;
use super::{Piece, Setting, Speech};
use crate::model::{Marking, Part};
pub(super) use interview::answers;
use label::{Label, labels_of};

/// The turns of a story that is a transcript; their passages are set to `Turn`.
///
/// Where one person alone speaks, the story is that person's statement and has no turns.
pub(super) fn turns(passages: &[Passage<'_>], settings: &mut [Setting]) -> Vec<Speech> {
    let mut labels: Vec<Label> = Vec::new();
    for (index, (passage, setting)) in passages.iter().zip(settings.iter()).enumerate() {
        if matches!(setting, Setting::Prose | Setting::Quotation { .. }) {
            labels_of(passage, index, &mut labels);
        }
    }
    report::add_labels(passages, &mut labels);
    if labels.len() < FEWEST {
        return Vec::new();
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for label in &labels {
        *counts.entry(label.last_word()).or_default() += 1;
    }
    let is_again = |label: &Label| counts.get(label.last_word()).is_some_and(|&count| count > 1);
    let labels: Vec<&Label> = labels
        .iter()
        .filter(|label| label.loud || label.titled || is_again(label) || label.is_nameless())
        .collect();
    let has_questions = labels.iter().any(|label| label.is_nameless());
    let mut speeches = Vec::new();
    let mut set = Vec::new();
    for (number, label) in labels.iter().enumerate() {
        let (pieces, touched) = turn(passages, settings, label, labels.get(number + 1).copied());
        let (pieces, marking) = without_marks(passages, pieces);
        let mut speech = Speech::new(pieces, marking, "transcript-turn");
        speech.nameless = label.is_nameless();
        speech.lead_in = Some(Piece { passage: label.passage, tokens: label.name.start..label.end });
        speech.cue = if is_answer(&label.speaker) && has_questions {
            of_headline(passages)
        } else {
            let region = label.name.clone();
            Some(Cue { passage: label.passage, region, subject: Subject::All, describes: true })
        };
        speeches.push(speech);
        set.extend(touched);
    }
    if !is_transcript(passages, &labels, &speeches) {
        return Vec::new();
    }
    for index in set {
        if let Some(setting) = settings.get_mut(index) {
            *setting = Setting::Turn;
        }
    }
    speeches
}

/// The pieces of a turn, and the passages that they stand in.
fn turn(
    passages: &[Passage<'_>],
    settings: &[Setting],
    label: &Label,
    next: Option<&Label>,
) -> (Vec<Piece>, Vec<usize>) {
    let mut pieces = Vec::new();
    let mut touched = Vec::new();
    for index in label.passage..passages.len() {
        let (Some(passage), Some(setting)) = (passages.get(index), settings.get(index)) else { break };
        if index > label.passage && !matches!(setting, Setting::Prose | Setting::Quotation { .. }) {
            break;
        }
        if report::is_time(passage) {
            continue;
        }
        let start = if index == label.passage { label.end } else { 0 };
        let here = next.filter(|next| next.passage == index);
        let end = here.map_or(passage.tokens.len(), |next| next.name.start);
        if next.is_some_and(|next| next.passage < index) || (index > label.passage && end == 0) {
            break;
        }
        touched.push(index);
        let tokens = trimmed(passage, start..end.max(start));
        if !tokens.is_empty() {
            pieces.push(Piece { passage: index, tokens });
        }
        if here.is_some() {
            break;
        }
    }
    (pieces, touched)
}

/// The pieces of a turn without the marks around all of it: `Ms Virta: “We stay.”`
fn without_marks(passages: &[Passage<'_>], mut pieces: Vec<Piece>) -> (Vec<Piece>, Marking) {
    let is_mark = |piece: &Piece, at: usize| {
        let passage = passages.get(piece.passage);
        passage.is_some_and(|passage| matches!(passage.kind(at), TokenKind::Mark('“' | '”' | '"')))
    };
    let last = |piece: &Piece| piece.tokens.end.checked_sub(1);
    let opens = pieces.first().is_some_and(|piece| is_mark(piece, piece.tokens.start));
    let closes = pieces.last().is_some_and(|piece| last(piece).is_some_and(|at| is_mark(piece, at)));
    let has_others = |piece: &Piece| {
        let end = last(piece).unwrap_or(piece.tokens.start);
        (piece.tokens.start + 1..end).any(|at| is_mark(piece, at))
    };
    if !opens || !closes || pieces.iter().any(|piece| piece.tokens.len() < 3 || has_others(piece)) {
        return (pieces, Marking::Inferred);
    }
    for piece in &mut pieces {
        let end = last(piece).filter(|&at| is_mark(piece, at)).unwrap_or(piece.tokens.end);
        let start = piece.tokens.start + usize::from(is_mark(piece, piece.tokens.start));
        piece.tokens = start..end;
    }
    (pieces, Marking::Marked)
}

/// "A:", after questions.
fn is_answer(name: &str) -> bool {
    matches!(name, "a" | "answer" | "answers" | "response")
}

/// Whoever answers, if the headline names one alone.
fn of_headline(passages: &[Passage<'_>]) -> Option<Cue> {
    let is_headline = |passage: &Passage<'_>| passage.part == Part::Headline;
    let index = passages.iter().position(is_headline)?;
    let region = 0..passages.get(index)?.tokens.len();
    Some(Cue { passage: index, region, subject: Subject::Only, describes: false })
}

/// How many must speak in a transcript.
const FEWEST: usize = 2;

/// Two speak, in sentences, and take turns or speak at length.
fn is_transcript(passages: &[Passage<'_>], labels: &[&Label], speeches: &[Speech]) -> bool {
    let mut names: Vec<&str> = labels.iter().map(|label| label.last_word()).collect();
    names.sort_unstable();
    let turns = names.len();
    names.dedup();
    let takes_turns = names.len() < turns || speeches.iter().any(|speech| speech.nameless);
    let words = |speech: &Speech| speech.pieces.iter().map(|piece| piece.tokens.len()).sum::<usize>();
    let at_length = speeches.iter().all(|speech| words(speech) > 20);
    let ends = |speech: &&Speech| {
        let last = speech
            .pieces
            .last()
            .and_then(|piece| Some(passages.get(piece.passage)?.kind(piece.tokens.end.checked_sub(1)?)));
        matches!(last, Some(TokenKind::Mark('.' | '?' | '!' | '…' | ')' | ']' | '”' | '"' | '—' | '–' | '-')))
    };
    let in_sentences = speeches.iter().filter(ends).count();
    let all_titled = labels.iter().all(|label| label.titled);
    names.len() >= FEWEST
        && (takes_turns || at_length || all_titled)
        && 10 * in_sentences > 6 * speeches.len()
}

#[cfg(test)]
mod tests {
    use crate::extract::told::{facts, speaker};
    use crate::model::Marking;

    #[test]
    fn who_speaks_under_a_title_is_nobody_whom_the_speech_names() {
        let text = "PRIME MINISTER: Next week I will be in Tokyo for talks with Prime Minister Sato.\nJOURNALIST: Prime Minister, have you called President Lind?\nPRIME MINISTER: I spoke to the President on Saturday, yes.";
        let facts = facts("AU", text);
        let speakers = facts.quotes.iter().map(|quote| {
            let official = quote.speaker.as_ref().and_then(|who| facts.official(who.id()?));
            official.map_or(String::new(), |official| official.label().to_lowercase())
        });
        assert_eq!(speakers.collect::<Vec<_>>(), ["the prime minister"; 2]);
        assert!(facts.officials.iter().any(|official| official.label() == "Sato"));
    }

    #[test]
    fn a_style_tells_a_speaker_who_speaks_once() {
        let text = "Mr Lind: I welcome the Minister here.\n\nMs Virta: Thank you for having me here.\n\nJournalist: When will the bridge open?\n\nMs Virta: In the spring of next year, I hope.";
        assert_eq!(facts("FI", text).quotes.len(), 3);
    }

    /// Who speaks in each quote of a story, and whether marks stand there.
    fn turns(headline: &str, text: &str) -> Vec<(String, bool)> {
        let facts = facts("FI", &format!("{headline}\n{text}"));
        let turns =
            facts.quotes.iter().map(|quote| (speaker(quote, &facts), quote.marking == Marking::Marked));
        turns.collect()
    }

    #[test]
    fn a_recording_tells_when_each_begins() {
        let text = "Mayor Lind: (00:16)\nWe will keep the streets open today.\nChief Virta: (02:10)\nThank you, Mayor. We will be there.";
        let facts = facts("FI", text);
        let quotes: Vec<String> = facts.quotes.iter().map(|quote| quote.paragraphs.join("|")).collect();
        assert_eq!(quotes, ["We will keep the streets open today.", "Thank you, Mayor. We will be there."]);
    }

    #[test]
    fn marks_around_a_whole_turn_are_not_of_it() {
        let text = "Senator Bo Lind: “I will vote against this bill tomorrow.”\nSenator Ana Virta: “I will vote for it, as I said.”";
        assert_eq!(turns("", text), [("Bo Lind".to_owned(), true), ("Ana Virta".to_owned(), true)]);
    }
}
