//! The names that the turns of a transcript begin with: "MINISTER VIRTA:".

use std::ops::Range;

use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// A name that heads a turn: with a colon at the start of a line, or on a line of its own.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) passage: usize,
    pub(super) name: Range<usize>,
    /// The token that the turn begins with.
    pub(super) end: usize,
    /// Whether it stands in capitals.
    pub(super) loud: bool,
    /// Whether an office stands before the name: "President of Finland Ana Virta".
    pub(super) titled: bool,
    /// The name in small letters.
    pub(super) speaker: String,
}

impl Label {
    /// "President of Finland Ana Virta" is "Ana Virta" in the next turn.
    pub(super) fn last_word(&self) -> &str {
        self.speaker.split_whitespace().next_back().unwrap_or_default()
    }

    /// Whether it stands at the turns of somebody without a name.
    pub(super) fn is_nameless(&self) -> bool {
        is_nameless(&self.speaker)
    }
}

/// The names with a colon at the start of a line of a passage.
pub(super) fn labels_of(passage: &Passage<'_>, index: usize, labels: &mut Vec<Label>) {
    if !passage.holds(Features::COLON) {
        return;
    }
    for at in passage.all_with(Features::CAPITAL).filter(|&at| passage.begins_line(at)) {
        labels.extend(label(passage, index, at));
    }
}

/// The longest name of a speaker, in tokens: "ASSISTANT SECRETARY OF STATE FOR EUROPE VIRTA (via interpreter)".
const LONGEST: usize = 12;

fn label(passage: &Passage<'_>, index: usize, start: usize) -> Option<Label> {
    let colon = (start..start + LONGEST).find(|&at| passage.is_mark(at, ':'))?;
    let bracket = (start..colon).find(|&at| passage.is_mark(at, '('));
    let name = start..bracket.unwrap_or(colon);
    let loud = |at: usize| passage.kind(at) == TokenKind::AllCaps || passage.kind(at) == TokenKind::Initial;
    let fits = |at: usize| {
        passage.kind(at).is_capital()
            || matches!(passage.kind(at), TokenKind::Mark('-' | '.' | '’' | '\'' | ','))
            || passage.is_any(at, words!["of", "for", "the", "and", "to", "in"])
    };
    let is_name = passage.kind(start).is_capital() && name.clone().all(fits) && name.len() <= LONGEST;
    let is_matter = passage.is_any(start, MATTERS);
    let loud = name.clone().filter(|&at| passage.kind(at).is_capital()).all(loud);
    let last = name.end.saturating_sub(1);
    // "Ms Virta:"
    let honoured = name.len() > 1 && passage.has(start, Class::Honorific);
    // "Mayor Virta:"
    let is_of_two = name.len() == 2
        && passage.has(start, Class::Role)
        && passage.matches(last).iter().all(|known| known.is(Class::Given))
        && passage.kind(last) == TokenKind::Capital;
    let titled = honoured
        || is_of_two
        || name.len() > 2
            && passage.has_any(last.saturating_sub(1), Features::CAPITAL)
            && !passage.has(last, Class::Role)
            && name.clone().any(|at| passage.has(at, Class::Role));
    (is_name && !is_matter).then(|| {
        let speaker = passage.words(name.clone()).to_lowercase();
        Label { passage: index, name, end: after_time(passage, colon + 1), loud, titled, speaker }
    })
}

/// The token after the time that a turn begins at in a recording: "(01:28)".
fn after_time(passage: &Passage<'_>, at: usize) -> usize {
    const LONGEST: usize = 7;
    let is_time = |at: usize| matches!(passage.kind(at), TokenKind::Number | TokenKind::Mark(':'));
    let close = (at + 1..at + LONGEST).find(|&at| !is_time(at));
    let is_closed = close.is_some_and(|close| close > at + 1 && passage.is_mark(close, ')'));
    close.filter(|_| is_closed && passage.is_mark(at, '(')).map_or(at, |close| close + 1)
}

/// Words before a colon that name a matter and no speaker.
const MATTERS: &Words = words![
    "tel", "telephone", "phone", "fax", "email", "e", "embargo", "embargoed", "note", "notes", "contact",
    "date", "time", "place", "venue", "subject", "media", "press", "for", "from", "to", "re", "ref",
    "background", "total", "check", "source", "web", "website", "location", "when", "where", "who", "what",
    "why",
];

/// Whoever asks has no name.
fn is_nameless(name: &str) -> bool {
    let first = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    matches!(
        first,
        "question"
            | "questions"
            | "q"
            | "journalist"
            | "reporter"
            | "interviewer"
            | "host"
            | "compere"
            | "presenter"
            | "moderator"
            | "operator"
            | "interpreter"
            | "audience"
            | "participant"
            | "speaker"
            | "unidentified"
            | "unknown"
            | "caller"
            | "announcer"
            | "student"
            | "voice"
    )
}
