//! The words before speech that tell who speaks.

use std::ops::Range;

use super::source::{TEXTS, answer_by, credited, owner, quoted_as, reads_out, source, told_by};
use super::verb::{say_verb, tells};
use super::{Cue, REACH, Subject};
use crate::extract::lexicon::Tense;
use crate::extract::passage::Passage;
use crate::extract::quote::Setting;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// The cue in the words before speech, in its sentence: `clause` ends where the speech begins.
pub(in crate::extract::quote) fn before(
    passage: &Passage<'_>,
    index: usize,
    clause: Range<usize>,
) -> Option<Cue> {
    let start = clause.start.max(clause.end.saturating_sub(REACH));
    let cue = |region, subject, describes| Some(Cue { passage: index, region, subject, describes });
    // "Comments attributed to Ana Virta:" begins with no verb.
    if let Some(by) = credited(passage, &clause) {
        return cue(by..clause.end, Subject::All, true);
    }
    if let Some(verb) = verb_of_joined(passage, &clause) {
        return cue(passage.sentence_of(clause.start).start..verb, Subject::Last, true);
    }
    if let Some(reported) = quoted_as(passage, start..clause.end) {
        return cue(reported, Subject::First, true);
    }
    if let Some(by) = answer_by(passage, &clause) {
        return cue(by..clause.end, Subject::First, true);
    }
    // "Said Ana Virta:"
    if let Some(subject) = inverted(passage, &clause) {
        return cue(subject, Subject::First, true);
    }
    if let Some((verb, tense)) =
        (start..clause.end).rev().find_map(|at| Some((at, say_verb(passage, at)?.tense)))
        && !is_asked(passage, &clause, verb)
    {
        return match tense {
            Tense::Base if verb.checked_sub(1).is_some_and(|to| passage.is(to, "to")) => {
                cue(clause.start..verb, Subject::OfClause, false)
            }
            // "Ana Virta said the bridge is open, adding": whoever said the one thing says the other.
            Tense::Ing => match (start..verb).rev().find(|&at| tells(passage, at)) {
                Some(told) => cue(clause.start..told, Subject::Last, true),
                None => cue(clause.start..verb, Subject::OfClause, false),
            },
            _ => cue(clause.start..verb, Subject::Last, true),
        };
    }
    // "A statement from the ministry read:"
    if let Some(verb) = reads_out(passage, clause.clone()) {
        return cue(clause.start..verb, Subject::Last, true);
    }
    if let Some(verb) = issues_text(passage, &clause) {
        return cue(clause.start..verb, Subject::Last, true);
    }
    if let Some(owner) = owner(passage, &clause) {
        return cue(owner, Subject::All, true);
    }
    if let Some(verb) = calling(passage, &clause) {
        return cue(clause.start..verb, Subject::Last, true);
    }
    // "a letter by Ana Virta, who called the law a step by which"
    if let Some(who) = clause.clone().rev().find(|&at| passage.is(at, "who") && names_thing(passage, at + 1))
    {
        return cue(clause.start..who + 1, Subject::Last, true);
    }
    if let Some(by) = told_by(passage, start..clause.end) {
        return cue(by..clause.end, Subject::First, true);
    }
    if let Some(source) = (start..clause.end).find_map(|at| source(passage, at)) {
        return cue(source..clause.end, Subject::First, true);
    }
    if clause.is_empty() {
        return None;
    }
    if is_label(passage, &clause) {
        return cue(clause.start..clause.end - 1, Subject::All, true);
    }
    cue(clause, Subject::OfClause, false)
}

/// The verb of `The Mayor said the chief was “tired” and that │ “the hall is full”`: what joins two quotations has no subject
/// of its own.
fn verb_of_joined(passage: &Passage<'_>, clause: &Range<usize>) -> Option<usize> {
    let is_link =
        |at: usize| passage.is_any(at, words!["and", "that", "but", "also"]) || passage.is_mark(at, ',');
    let joins = clause.clone().any(|at| passage.is_any(at, words!["and", "but"]));
    let sentence = passage.sentence_of(clause.start);
    if !joins || !clause.clone().all(is_link) || clause.start == sentence.start {
        return None;
    }
    let is_mark = |at: usize| matches!(passage.kind(at), TokenKind::Mark('"' | '“' | '«'));
    let first = (sentence.start..clause.start).find(|&at| is_mark(at))?;
    let verb = (sentence.start..first).rev().find_map(|at| Some((at, say_verb(passage, at)?.tense)));
    verb.filter(|(verb, tense)| *tense != Tense::Ing && *verb > sentence.start).map(|(verb, _)| verb)
}

/// "Asked whether the talks go on, Ana Virta was blunt": the clause begins with what was said to its subject.
fn is_asked(passage: &Passage<'_>, clause: &Range<usize>, verb: usize) -> bool {
    verb == clause.start && passage.is_any(verb, words!["asked", "told"])
}

/// The verb of "issued the following statement".
fn issues_text(passage: &Passage<'_>, clause: &Range<usize>) -> Option<usize> {
    const NEAR: usize = 6;
    let verb = clause.clone().rev().find(|&at| {
        passage.is_any(at, words!["issued", "released", "published", "sent", "gave", "made", "posted"])
    })?;
    let is_passive = verb
        .checked_sub(1)
        .is_some_and(|be| passage.is_any(be, words!["was", "were", "been", "being", "is", "are"]));
    let is_text = |at: usize| passage.is_any(at, TEXTS) || passage.is_any(at, words!["remarks", "comment"]);
    (!is_passive && (verb + 1..clause.end.min(verb + NEAR)).any(is_text)).then_some(verb)
}

/// The words between a verb of saying that a sentence begins with and its colon: "Said Ana Virta:".
fn inverted(passage: &Passage<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let verb = say_verb(passage, clause.start).filter(|verb| verb.tense == Tense::Past)?;
    let subject = clause.start + verb.len..clause.end.checked_sub(1)?;
    let is_known = passage.is_any(clause.start, words!["said", "added", "continued", "wrote", "replied"]);
    (is_known && passage.is_mark(subject.end, ':') && !subject.is_empty()).then_some(subject)
}

/// "PM:", "Ana Virta:": a name and a colon.
fn is_label(passage: &Passage<'_>, clause: &Range<usize>) -> bool {
    let Some(colon) = clause.end.checked_sub(1).filter(|&last| passage.is_mark(last, ':')) else {
        return false;
    };
    let mut names = clause.start..colon;
    !names.is_empty() && names.len() <= 5 && names.all(|at| passage.kind(at).is_capital())
}

/// The verb of "called it", "described them as", "what she called" at the end of a clause.
fn calling(passage: &Passage<'_>, clause: &Range<usize>) -> Option<usize> {
    let last = clause.end.checked_sub(1).filter(|last| clause.contains(last))?;
    let object = last.checked_sub(usize::from(passage.is(last, "as")))?;
    if is_thing(passage, object) {
        let verb = object.checked_sub(1).filter(|verb| clause.contains(verb))?;
        return passage.is_any(verb, CALL).then_some(verb);
    }
    says_what(passage, clause).filter(|&verb| verb == object)
}

/// The verb of "what she called", "what Ana Virta described as" at the end of a clause.
pub(in crate::extract::quote) fn says_what(passage: &Passage<'_>, clause: &Range<usize>) -> Option<usize> {
    /// "what the Minister of Public Works described as"
    const FARTHEST: usize = 8;
    let last = clause.end.checked_sub(1).filter(|last| clause.contains(last))?;
    let verb = last.checked_sub(usize::from(passage.is(last, "as")))?;
    let calls = passage.is_any(verb, CALL) || passage.is_any(verb, words!["dubbed", "termed"]);
    let near = clause.start.max(verb.saturating_sub(FARTHEST))..verb;
    let mut subject = calls
        .then(|| near.into_iter().rev().find(|&at| passage.is_any(at, words!["what", "which", "that"])))??
        ..verb;
    subject.start += 1;
    (!subject.is_empty()).then_some(verb)
}

/// Verbs by which somebody gives a thing a name.
const CALL: &Words = words!["called", "calls", "labelled", "labeled", "branded", "described", "describes"];

/// Whether a verb by which somebody gives a thing a name is at a token: "called the attack".
pub(in crate::extract::quote) fn names_thing(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, CALL)
}

/// Whether a word that stands for a thing or person spoken of is at a token.
pub(in crate::extract::quote) fn is_thing(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["it", "this", "that", "them", "him", "her", "these", "us"])
}

/// Who says or does what a paragraph ends with, before speech that is a paragraph of its own: "Ana Virta said the
/// bridge was ready."
pub(in crate::extract::quote) fn told_before(
    passages: &[Passage<'_>],
    settings: &[Setting],
    index: usize,
) -> Option<Cue> {
    let index = index.checked_sub(1).filter(|&index| settings.get(index) == Some(&Setting::Prose))?;
    let passage = passages.get(index)?;
    before(passage, index, passage.sentence_of(passage.tokens.len().checked_sub(1)?))
}
