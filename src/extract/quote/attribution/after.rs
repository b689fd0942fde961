//! The words after speech that tell who spoke.

use std::ops::Range;

use super::signature::is_dash;
use super::source::{begins_with_text, quoted_as, reads_out, reported, sent_by, source};
use super::verb::{is_adverb, say_verb, tells};
use super::{Cue, REACH, Subject};
use crate::extract::lexicon::Tense;
use crate::extract::passage::Passage;
use crate::extract::quote::marks::is_quotation_mark;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// A cue in the words after speech, and the token after it.
pub(in crate::extract::quote) struct After {
    pub(in crate::extract::quote) cue: Cue,
    pub(in crate::extract::quote) end: usize,
}

/// The cue in the words after speech: `rest` begins after the closing mark, `spoken` ends before it.
pub(in crate::extract::quote) fn after(
    passage: &Passage<'_>,
    index: usize,
    spoken: &Range<usize>,
    rest: Range<usize>,
) -> Option<After> {
    let comma = usize::from(passage.is_mark(rest.start, ','));
    // `“We stay,” - she noted, - “and wait.”`
    let dash = rest.start + comma;
    let dash = usize::from(is_dash(passage, dash) && !is_signed(passage, dash + 1..rest.end));
    let start = (rest.start + comma + dash..rest.end).find(|&at| !is_adverb(passage, at))?;
    let end = (start..rest.end.min(start + REACH)).find(|&at| ends_clause(passage, at));
    let end = end.unwrap_or(rest.end.min(start + REACH));
    let found =
        |region, subject| Some(After { cue: Cue { passage: index, region, subject, describes: true }, end });
    if let Some(verb) = say_verb(passage, start).filter(|_| !passage.is_any(start, words!["told", "tells"])) {
        // "said that", "added to": the verb of another clause, of which the speech is the subject.
        let inverts = verb.tense != Tense::Ing && !passage.is_any(start + verb.len, NO_SUBJECT);
        return if inverts { found(start + verb.len..end, Subject::First) } else { None };
    }
    if let Some(source) = source(passage, start) {
        return found(source..end, Subject::First);
    }
    // "reads the statement"
    if passage.is_any(start, words!["read", "reads"]) && begins_with_text(passage, start + 1) {
        return found(sent_by(passage, start + 1..end)..end, Subject::First);
    }
    // "the agency quoted Ana Virta as saying"
    if let Some(quoted) = quoted_as(passage, start..end) {
        return found(quoted, Subject::First);
    }
    if let Some(subject) = closing(passage, start, end) {
        return found(subject, Subject::Last);
    }
    let small = passage.kind(start) == TokenKind::Lower;
    if small && !passage.is_any(start, SUBJECTS) && !is_nouns_and_name(passage, start..end) {
        return None;
    }
    let told = (start + 1..end).find(|&at| {
        let says = say_verb(passage, at).is_some_and(|verb| verb.tense != Tense::Ing);
        (says || speaks_on(passage, at) || agrees(passage, at, end))
            && !is_of_insertion(passage, at, end)
            && !leads_on(passage, at, rest.end)
    });
    let verb = match reported(passage, start + 1..end) {
        Some(reported) => {
            (start + 1..reported).rev().find(|&at| !is_auxiliary(passage, at)).map(|at| at + 1)?
        }
        None => told.or_else(|| reads_out(passage, start..end))?,
    };
    let last = spoken.end.checked_sub(1).map(|last| passage.kind(last));
    let goes_on =
        comma == 1 || small || matches!(last, Some(TokenKind::Mark(',' | '?' | '!' | '…' | '—' | '–' | '-')));
    // `"We stay." Ana Virta said.`: a full stop where a comma belongs, but nothing else is said.
    let introduces_next = verb + 1 == rest.end && rest.end < passage.tokens.len();
    let alone = || {
        verb - start <= 8
            && !introduces_next
            && (verb + 1 >= end || passage.is_any(verb + 1, words!["on", "in", "at", "today"]))
    };
    if goes_on || alone() { found(start..verb, Subject::Last) } else { None }
}

/// Whether no verb tells that somebody speaks in the words behind a dash: they sign.
fn is_signed(passage: &Passage<'_>, words: Range<usize>) -> bool {
    const FAR: usize = 14;
    !words.clone().take(FAR).take_while(|&at| !ends_clause(passage, at)).any(|at| tells(passage, at))
}

/// "magistrate Ana Virta told": nouns without an article, and a name before a verb of saying.
fn is_nouns_and_name(passage: &Passage<'_>, clause: Range<usize>) -> bool {
    const MOST_NOUNS: usize = 4;
    const LONGEST_NAME: usize = 6;
    const NO_NOUNS: &Words = words![
        "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "is", "of", "on", "or", "that",
        "to", "was", "were", "what", "when", "where", "which", "while", "who", "with",
    ];
    let is_noun = |&at: &usize| {
        passage.kind(at) == TokenKind::Lower && passage.trigger(at).is_none() && !passage.is_any(at, NO_NOUNS)
    };
    let is_name = |&at: &usize| passage.kind(at).is_capital() || passage.is_hyphen(at);
    let nouns = clause.clone().take_while(is_noun).count();
    let name = clause.start + nouns;
    let len = (name..clause.end).take_while(is_name).count();
    (1..=MOST_NOUNS).contains(&nouns)
        && (1..=LONGEST_NAME).contains(&len)
        && say_verb(passage, name + len).is_some()
}

/// "she went on," before more speech.
fn speaks_on(passage: &Passage<'_>, at: usize) -> bool {
    passage.reads(at, &["went", "on"])
        && matches!(passage.kind(at + 2), TokenKind::Mark(_) | TokenKind::Break)
}

/// `“It makes sense,” Senator Hale agreed.`: a verb that is one of saying where nothing follows it.
fn agrees(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    const AGREES: &Words = words![
        "agreed", "agrees", "concurred", "concurs", "echoed", "enthused", "quipped", "recalled", "reflected"
    ];
    at + 1 == end && passage.is_any(at, AGREES)
}

/// `“The town pays” its part, the mayor said.`: the subject of the verb that ends the sentence which speech begins.
fn closing(passage: &Passage<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 6;
    let verb = end.checked_sub(1).filter(|&verb| verb > start && tells(passage, verb))?;
    let comma =
        (start.max(verb.saturating_sub(LONGEST + 1))..verb).rev().find(|&at| passage.is_mark(at, ','))?;
    let subject = comma + 1..verb;
    let opens = passage.kind(subject.start).is_capital() || passage.is_any(subject.start, SUBJECTS);
    // The words between are of the sentence that was begun, and name no speaker of whom an insertion tells more.
    let runs_on = !passage.kind(start).is_capital() || passage.kind(start + 1) == TokenKind::Possessive;
    let is_plain = || (start..comma).all(|at| say_verb(passage, at).is_none() && !passage.is_mark(at, ','));
    let begins_subject = passage.is_any(start, SUBJECTS);
    (opens && runs_on && !begins_subject && !subject.is_empty() && is_plain()).then_some(subject)
}

/// How far behind its verb an insertion tells that somebody is not to be named.
const NEAR: usize = 7;

/// `“Sit down,” the Speaker told Ana Virta, who replied, “No.”`: whether a verb leads somebody else to the next words.
fn leads_on(passage: &Passage<'_>, verb: usize, next: usize) -> bool {
    let is_mark = |at: usize| matches!(passage.kind(at), TokenKind::Mark(_));
    let is_relative = verb.checked_sub(1).is_some_and(|who| passage.is(who, "who"));
    is_relative && next > verb + 1 && next < passage.tokens.len() && (verb + 1..next).all(is_mark)
}

/// "a clerk, who asked not to be named, said": whether a verb is that of an insertion, and the clause has its own.
fn is_of_insertion(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let subject = (0..verb).rev().find(|&at| !is_adverb(passage, at));
    let is_relative = subject.is_some_and(|at| passage.is(at, "who"));
    // "a clerk who asked not to be named said"
    let is_unnamed = || {
        (verb + 1..end.min(verb + NEAR))
            .any(|at| passage.is_any(at, words!["named", "identified", "anonymity"]))
    };
    if is_relative && is_unnamed() {
        return (verb + 1..end).any(|at| say_verb(passage, at).is_some());
    }
    is_relative
        && (verb + 1..end)
            .find(|&at| passage.is_mark(at, ','))
            .is_some_and(|comma| (comma + 1..end).any(|at| say_verb(passage, at).is_some()))
}

fn is_auxiliary(passage: &Passage<'_>, at: usize) -> bool {
    is_adverb(passage, at)
        || passage.is_any(at, words!["was", "is", "were", "been", "being", "further", "also"])
}

fn ends_clause(passage: &Passage<'_>, at: usize) -> bool {
    // "Dr. h. c. Ana Virta"
    let is_letter = |at: usize| passage.word(at).trim_end_matches('.').chars().count() == 1;
    if passage.is_mark(at, '.')
        && at
            .checked_sub(1)
            .is_some_and(|letter| passage.kind(letter) == TokenKind::Lower && is_letter(letter))
    {
        return false;
    }
    matches!(passage.kind(at), TokenKind::Break | TokenKind::Mark('.' | ';' | '!' | '?' | ':' | '…'))
        || (is_quotation_mark(passage, at) && passage.tokens.get(at).is_some_and(|token| token.spaced))
}

/// Words that a subject begins with, in small letters.
const SUBJECTS: &Words = words![
    "he", "she", "they", "it", "the", "a", "an", "his", "her", "its", "their", "our", "one", "another",
    "both", "al", "de", "von", "van",
    // Without an article: "police said", "local residents told us", "prime minister Bo Lind said".
    "acting", "activists", "analysts", "army", "authorities", "chief", "council", "critics", "defence",
    "defense", "deputy", "diplomats", "doctors", "eyewitnesses", "finance", "firefighters", "foreign",
    "former", "government", "health", "interior", "investigators", "lawyers", "local", "military",
    "ministry", "officers", "officials", "opposition", "organisers", "organizers", "party", "police",
    "premier", "president", "prime", "prosecutors", "residents", "security", "senior", "sources",
    "spokesman", "spokesperson", "spokeswoman", "state", "union", "vice", "witnesses",
];

/// Words that no subject begins with.
const NO_SUBJECT: &Words = words!["that", "to", "in", "on", "by", "with", "about", "of", "for", "and", "or"];

#[cfg(test)]
mod tests {
    use crate::extract::told::facts;

    #[test]
    fn a_quotation_may_follow_the_first_word_of_a_text() {
        for first in ["As", "It", "as", "This", "Called"] {
            let text = format!("{first} “the quay is ours” goes.");
            assert!(facts("FI", &text).quotes.len() < 2, "{first}");
        }
    }
}
