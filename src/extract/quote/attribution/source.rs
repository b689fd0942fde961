//! Whose words somebody hands on: "according to", "quoted as saying", "Quotes attributable to".

use std::ops::Range;

use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// The first token after "according to" and the like.
pub(in crate::extract::quote) fn source(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const SOURCES: [&[&str]; 5] = [
        &["according", "to"],
        &["in", "the", "words", "of"],
        &["were", "the", "words", "of"],
        &["are", "the", "words", "of"],
        &["to", "quote"],
    ];
    let source =
        SOURCES.into_iter().find_map(|words| passage.reads(at, words).then_some(at + words.len()))?;
    // "according to a statement by Ana Virta"
    let is_text = passage.is_any(source, words!["a", "an", "the"])
        && passage.is_any(source + 1, words!["letter", "message", "post", "readout", "statement", "tweet"]);
    let writer = is_text && passage.is_any(source + 2, words!["by", "from", "of"]);
    Some(if writer { source + 3 } else { source })
}

/// Whose words somebody hands on: the words between "quoted" and "as saying".
pub(super) fn quoted_as(passage: &Passage<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let verb = clause.clone().rev().find(|&at| passage.is_any(at, words!["saying"]))?;
    let object_end = verb.checked_sub(1).filter(|&at| passage.is(at, "as"))?;
    let quoted = clause.clone().rev().find(|&at| {
        passage.is_any(at, words!["quoted", "quotes", "quoting", "reported", "cited", "citing"])
    })?;
    // "was quoted as saying": the one of whom the clause tells.
    (quoted + 1 < object_end).then_some(quoted + 1..object_end)
}

/// The token after "was told by", "were assured by" in words before speech.
pub(super) fn told_by(passage: &Passage<'_>, words: Range<usize>) -> Option<usize> {
    let verb = words.clone().rev().find(|&at| {
        passage.is(at + 1, "by")
            && passage.is_any(at, words!["told", "informed", "assured", "warned", "reminded", "advised"])
    })?;
    let is_passive = words.contains(&(verb + 1))
        && verb.checked_sub(1).is_some_and(|be| passage.is_any(be, words!["was", "were", "been", "being"]));
    is_passive.then_some(verb + 2)
}

/// Where the words for the sender of a text begin, after the words for it: "a statement from the ministry".
pub(in crate::extract::quote) fn sent_by(passage: &Passage<'_>, words: Range<usize>) -> usize {
    const NEAR: usize = 4;
    let near = words.start..words.end.min(words.start + NEAR);
    let from = near.into_iter().find(|&at| passage.is_any(at, words!["from", "by", "of"]));
    from.map_or(words.start, |from| from + 1)
}

/// The verb of "was quoted as saying", "is reported to have said" in words after speech.
pub(super) fn reported(passage: &Passage<'_>, words: Range<usize>) -> Option<usize> {
    words.clone().find(|&at| {
        let handed_on = passage.reads(at, &["quoted", "as", "saying"])
            || passage.reads(at, &["reported", "as", "saying"])
            || passage.reads(at, &["cited", "as", "saying"])
            || passage.reads(at + 1, &["to", "have", "said"])
                && passage.is_any(at, words!["quoted", "reported", "understood", "alleged"]);
        handed_on
            && (words.start..at)
                .rev()
                .take(4)
                .any(|at| passage.is_any(at, words!["was", "is", "were", "been"]))
    })
}

/// Where the owner of the words stands who is named before them: "Ms Virta's letter is as follows:", "In the Mayor's
/// words:".
pub(super) fn owner(passage: &Passage<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    const WORDS: &Words =
        words!["answer", "comment", "comments", "quote", "quotes", "remarks", "response", "speech", "words"];
    const NEAR: usize = 3;
    let colon = clause.end.checked_sub(1).filter(|&colon| passage.is_mark(colon, ':'))?;
    let is_text = |at: usize| passage.is_any(at, WORDS) || passage.is_any(at, TEXTS);
    let owner = (clause.start..colon).rev().find(|&at| {
        passage.kind(at) == TokenKind::Possessive && (at + 1..colon.min(at + 1 + NEAR)).any(is_text)
    })?;
    (clause.start < owner).then_some(clause.start..owner)
}

/// The token after "a reply by" in the words before speech.
pub(in crate::extract::quote) fn answer_by(passage: &Passage<'_>, clause: &Range<usize>) -> Option<usize> {
    let answer = clause.clone().rev().find(|&at| {
        passage.is_any(at, words!["answer", "reply", "response", "retort"])
            && passage.is_any(at + 1, words!["by", "from"])
    })?;
    (answer + 2 < clause.end).then_some(answer + 2)
}

/// The token after "Quotes attributable to": a line that tells whose words follow it.
pub(super) fn credited(passage: &Passage<'_>, line: &Range<usize>) -> Option<usize> {
    // "As stated by Ana Virta"
    if passage.is(line.start, "as")
        && passage.is_any(line.start + 1, words!["stated", "said", "quoted"])
        && passage.is(line.start + 2, "by")
    {
        return Some(line.start + 3).filter(|&by| by < line.end);
    }
    let is_words =
        passage.is_any(line.start, words!["quote", "quotes", "quotation", "quotations", "comments"]);
    let from = line.start + 1;
    let by = if passage.is_any(from, words!["attributable", "attributed"]) && passage.is(from + 1, "to") {
        from + 2
    } else {
        from + usize::from(passage.is_any(from, words!["from", "by"]))
    };
    (is_words && by > from && by < line.end).then_some(by)
}

/// What somebody writes to somebody.
pub(in crate::extract::quote) const TEXTS: &Words = words![
    "banner", "cable", "communiqué", "email", "inscription", "letter", "message", "note", "notice",
    "placard", "post", "reply", "sign", "statement", "telegram", "tweet",
];

/// What somebody says, where a clause leads to it: "Her answer was short:".
pub(in crate::extract::quote) const ANSWERS: &Words = words![
    "advice", "answer", "argument", "comment", "conclusion", "plea", "promise", "reaction", "response",
    "verdict", "warning",
];

/// Whether a word for a text begins a phrase at a token: "the statement".
pub(in crate::extract::quote) fn begins_with_text(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["the", "a", "his", "her", "their"])
        && (at + 1..at + 3).any(|at| passage.is_any(at, TEXTS))
}

/// The verb of "the telegram read", "a statement issued by Ana Virta reads" after speech.
pub(super) fn reads_out(passage: &Passage<'_>, clause: Range<usize>) -> Option<usize> {
    let verb = clause.clone().find(|&at| passage.is_any(at, words!["read", "reads"]))?;
    (clause.start..verb).any(|at| passage.is_any(at, TEXTS)).then_some(verb)
}
