//! The words beside direct speech that say whose it is, before anybody is identified.

use std::ops::Range;

use super::super::lexicon::{Class, Frame, Tense, trigger};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::Setting;
use super::marks::{Marks, is_quotation_mark, trimmed};

/// Where the speaker is named.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Cue {
    /// The index of the passage.
    pub(in crate::extract) passage: usize,
    /// The tokens to look in.
    pub(in crate::extract) region: Range<usize>,
    pub(in crate::extract) subject: Subject,
    /// Whether the words tell the speaker even if no person is found in them.
    pub(in crate::extract) describes: bool,
}

/// What of the region is the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Subject {
    /// The phrase before the verb, which the region ends at: "Ana Virta said".
    Last,
    /// The phrase that the region begins with: "said Ana Virta", "according to Ana Virta".
    First,
    /// The subject of the whole clause: "Ana Virta met the press, saying".
    OfClause,
    /// All of it: "MINISTER VIRTA:".
    All,
}

/// How far from speech its verb may stand, in tokens.
const REACH: usize = 60;

/// The cue in the words before speech, in its sentence: `clause` ends where the speech begins.
pub(super) fn before(passage: &Passage<'_>, index: usize, clause: Range<usize>) -> Option<Cue> {
    let start = clause.start.max(clause.end.saturating_sub(REACH));
    let cue = |region, subject, describes| Some(Cue { passage: index, region, subject, describes });
    if let Some(reported) = quoted_as(passage, start..clause.end) {
        return cue(reported, Subject::First, true);
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
    if let Some(verb) = calling(passage, &clause) {
        return cue(clause.start..verb, Subject::Last, true);
    }
    if let Some(source) = (start..clause.end).find_map(|at| source(passage, at)) {
        return cue(source..clause.end, Subject::First, true);
    }
    if let Some(by) = credited(passage, &clause) {
        return cue(by..clause.end, Subject::All, true);
    }
    if clause.is_empty() {
        return None;
    }
    if is_label(passage, &clause) {
        return cue(clause.start..clause.end - 1, Subject::All, true);
    }
    cue(clause, Subject::OfClause, false)
}

/// "Asked whether the talks go on, Ana Virta was blunt": the clause begins with what was said to its subject.
fn is_asked(passage: &Passage<'_>, clause: &Range<usize>, verb: usize) -> bool {
    verb == clause.start && passage.is_any(verb, words!["asked", "told"])
}

/// Whose words somebody hands on: the words between "quoted" and "as saying".
fn quoted_as(passage: &Passage<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let verb = clause.clone().rev().find(|&at| passage.is_any(at, words!["saying"]))?;
    let object_end = verb.checked_sub(1).filter(|&at| passage.is(at, "as"))?;
    let quoted =
        clause.clone().rev().find(|&at| passage.is_any(at, words!["quoted", "quotes", "quoting"]))?;
    // "was quoted as saying": the one of whom the clause tells.
    (quoted + 1 < object_end).then_some(quoted + 1..object_end)
}

/// The verb of "was quoted as saying", "is reported to have said" in words after speech.
fn reported(passage: &Passage<'_>, words: Range<usize>) -> Option<usize> {
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

/// The token after "Quotes attributable to": a line that tells whose words follow it.
fn credited(passage: &Passage<'_>, line: &Range<usize>) -> Option<usize> {
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

/// Whether a verb at a token tells that its subject said something: "said", "told".
fn tells(passage: &Passage<'_>, at: usize) -> bool {
    say_verb(passage, at).is_some_and(|verb| matches!(verb.tense, Tense::Past | Tense::Present))
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
pub(super) fn says_what(passage: &Passage<'_>, clause: &Range<usize>) -> Option<usize> {
    /// "what the Minister of Public Works described as"
    const FARTHEST: usize = 8;
    let last = clause.end.checked_sub(1).filter(|last| clause.contains(last))?;
    let verb = last.checked_sub(usize::from(passage.is(last, "as")))?;
    let calls = passage.is_any(verb, CALL) || passage.is_any(verb, words!["dubbed", "termed"]);
    let near = clause.start.max(verb.saturating_sub(FARTHEST))..verb;
    let mut subject = calls.then(|| near.into_iter().rev().find(|&at| passage.is(at, "what")))??..verb;
    subject.start += 1;
    (!subject.is_empty()).then_some(verb)
}

/// Verbs by which somebody gives a thing a name.
const CALL: &Words = words!["called", "calls", "labelled", "labeled", "branded", "described", "describes"];

/// Whether a word that stands for a thing or person spoken of is at a token.
pub(super) fn is_thing(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["it", "this", "that", "them", "him", "her", "these", "us"])
}

/// "PM:", "Ana Virta:": a name and a colon.
fn is_label(passage: &Passage<'_>, clause: &Range<usize>) -> bool {
    let Some(colon) = clause.end.checked_sub(1).filter(|&last| passage.is_mark(last, ':')) else {
        return false;
    };
    let mut names = clause.start..colon;
    !names.is_empty() && names.len() <= 5 && names.all(|at| passage.kind(at).is_capital())
}

/// A cue in the words after speech, and the token after it.
pub(super) struct After {
    pub(super) cue: Cue,
    pub(super) end: usize,
}

/// The cue in the words after speech: `rest` begins after the closing mark, `spoken` ends before it.
pub(super) fn after(
    passage: &Passage<'_>,
    index: usize,
    spoken: &Range<usize>,
    rest: Range<usize>,
) -> Option<After> {
    let comma = usize::from(passage.is_mark(rest.start, ','));
    let start = (rest.start + comma..rest.end).find(|&at| !is_adverb(passage, at))?;
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
        return found(start + 1..end, Subject::First);
    }
    // "the agency quoted Ana Virta as saying"
    if let Some(quoted) = quoted_as(passage, start..end) {
        return found(quoted, Subject::First);
    }
    if let Some(subject) = closing(passage, start, end) {
        return found(subject, Subject::Last);
    }
    let small = passage.kind(start) == TokenKind::Lower;
    if small && !passage.is_any(start, SUBJECTS) {
        return None;
    }
    let told = (start + 1..end).find(|&at| {
        let says = say_verb(passage, at).is_some_and(|verb| verb.tense != Tense::Ing);
        (says || speaks_on(passage, at)) && !is_of_insertion(passage, at, end)
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
    let alone = || {
        verb - start <= 8 && (verb + 1 >= end || passage.is_any(verb + 1, words!["on", "in", "at", "today"]))
    };
    if goes_on || alone() { found(start..verb, Subject::Last) } else { None }
}

/// "she went on," before more speech.
fn speaks_on(passage: &Passage<'_>, at: usize) -> bool {
    passage.reads(at, &["went", "on"])
        && matches!(passage.kind(at + 2), TokenKind::Mark(_) | TokenKind::Break)
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

/// "a clerk, who asked not to be named, said": whether a verb is that of an insertion, and the clause has its own.
fn is_of_insertion(passage: &Passage<'_>, verb: usize, end: usize) -> bool {
    let subject = (0..verb).rev().find(|&at| !is_adverb(passage, at));
    let is_relative = subject.is_some_and(|at| passage.is(at, "who"));
    is_relative
        && (verb + 1..end)
            .find(|&at| passage.is_mark(at, ','))
            .is_some_and(|comma| (comma + 1..end).any(|at| say_verb(passage, at).is_some()))
}

fn is_auxiliary(passage: &Passage<'_>, at: usize) -> bool {
    is_adverb(passage, at)
        || passage.is_any(at, words!["was", "is", "were", "been", "being", "further", "also"])
}

/// The verb of "the telegram read", "a statement issued by Ana Virta reads" after speech.
fn reads_out(passage: &Passage<'_>, clause: Range<usize>) -> Option<usize> {
    let verb = clause.clone().find(|&at| passage.is_any(at, words!["read", "reads"]))?;
    (clause.start..verb).any(|at| passage.is_any(at, TEXTS)).then_some(verb)
}

/// Whether a word for a text begins a phrase at a token: "the statement".
fn begins_with_text(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["the", "a", "his", "her", "their"])
        && (at + 1..at + 3).any(|at| passage.is_any(at, TEXTS))
}

/// What somebody writes to somebody.
pub(super) const TEXTS: &Words = words![
    "cable",
    "communiqué",
    "email",
    "inscription",
    "letter",
    "message",
    "note",
    "post",
    "reply",
    "statement",
    "telegram",
    "tweet",
];

/// Words that a subject begins with, in small letters.
const SUBJECTS: &Words = words![
    "he",
    "she",
    "they",
    "it",
    "the",
    "a",
    "an",
    "his",
    "her",
    "its",
    "their",
    "our",
    "one",
    "another",
    "both",
    "al",
    "de",
    "von",
    "van",
    // Without an article: "police said", "local residents told us", "prime minister Bo Lind said".
    "acting",
    "activists",
    "analysts",
    "army",
    "authorities",
    "chief",
    "council",
    "critics",
    "defence",
    "defense",
    "deputy",
    "diplomats",
    "doctors",
    "eyewitnesses",
    "finance",
    "firefighters",
    "foreign",
    "former",
    "government",
    "health",
    "interior",
    "investigators",
    "lawyers",
    "local",
    "military",
    "ministry",
    "officers",
    "officials",
    "opposition",
    "organisers",
    "organizers",
    "party",
    "police",
    "premier",
    "president",
    "prime",
    "prosecutors",
    "residents",
    "security",
    "senior",
    "sources",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "state",
    "union",
    "vice",
    "witnesses",
];

/// Words that no subject begins with.
const NO_SUBJECT: &Words = words!["that", "to", "in", "on", "by", "with", "about", "of", "for", "and", "or"];

/// The first token after "according to" and the like.
fn source(passage: &Passage<'_>, at: usize) -> Option<usize> {
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

/// A verb of saying.
#[derive(Debug, Clone, Copy)]
pub(super) struct SayVerb {
    pub(super) len: usize,
    pub(super) tense: Tense,
}

/// The verb of saying at a token. "The United States", "these notes" are none.
pub(super) fn say_verb(passage: &Passage<'_>, at: usize) -> Option<SayVerb> {
    let kind = passage.kind(at);
    if !kind.is_word() || (kind.is_capital() && !passage.shouts && !passage.begins_sentence(at)) {
        return None;
    }
    let found = passage
        .matches(at)
        .iter()
        .filter(|found| found.is(Class::Trigger))
        .find_map(|found| Some((found.len, trigger(found.entry.value)?)))
        .filter(|(_, trigger)| trigger.frame == Frame::Say && trigger.tense != Tense::Noun)?;
    let is_noun = found.1.tense == Tense::Present
        && passage.is_any(at, words!["states", "notes", "comments", "remarks", "reports"])
        && at.checked_sub(1).is_some_and(|before| passage.is_any(before, DETERMINERS));
    let is_passive = found.1.tense == Tense::Past
        && at.checked_sub(1).is_some_and(|before| {
            passage.is_any(before, words!["is", "are", "was", "were", "be", "been", "being"])
        });
    (!is_noun && !is_passive).then_some(SayVerb { len: found.0, tense: found.1.tense })
}

const DETERMINERS: &Words = words![
    "the", "these", "those", "all", "member", "both", "many", "several", "of", "his", "her", "their", "our",
    "its", "two", "three", "to", "and", "united", "other", "some", "few", "with", "in",
];

/// Words between a subject and its verb that are of neither.
pub(super) fn is_adverb(passage: &Passage<'_>, at: usize) -> bool {
    let of_manner = passage.kind(at) == TokenKind::Lower
        && passage.word(at).ends_with("ly")
        && !passage.is_any(at, &["family", "ally", "reply", "supply", "assembly", "july", "fly"]);
    of_manner
        || passage.is_any(
            at,
            words![
                "also",
                "further",
                "then",
                "later",
                "today",
                "yesterday",
                "tonight",
                "has",
                "have",
                "had",
                "again",
                "once",
                "as",
                "now",
                "recently",
                "previously",
                "earlier",
                "rightly",
                "subsequently",
                "furthermore",
                "moreover",
                "however",
                "therefore",
                "will",
                "would",
                "did",
                "additionally",
                "publicly",
                "famously",
                "further",
                "himself",
                "herself",
                "themselves",
                "likewise",
                "always",
                "often",
                "only",
                "just",
            ],
        )
}

fn ends_clause(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.kind(at), TokenKind::Break | TokenKind::Mark('.' | ';' | '!' | '?' | ':' | '…'))
        || (is_quotation_mark(passage, at) && passage.tokens.get(at).is_some_and(|token| token.spaced))
}

/// The sentence at the end of a passage that introduces what follows it: "Ana Virta said:".
pub(super) fn lead_in(passage: &Passage<'_>) -> Option<Range<usize>> {
    let all = trimmed(passage, 0..passage.tokens.len());
    let last = all.end.checked_sub(1)?;
    let colon = passage.is_mark(last, ':');
    let words = if colon { last } else { all.end };
    let verb_last = words.checked_sub(1).is_some_and(|at| say_verb(passage, at).is_some());
    let sentence = passage.sentence_of(last);
    let is_announced = || {
        announces_text(passage, sentence.start..words)
            || credited(passage, &(sentence.start..words)).is_some()
    };
    (colon || verb_last || is_announced()).then(|| trimmed(passage, sentence.start..all.end))
}

/// "sent the following message to the Premier": words that say that a text follows.
fn announces_text(passage: &Passage<'_>, sentence: Range<usize>) -> bool {
    const TEXTS: &Words = words![
        "message",
        "telegram",
        "cable",
        "statement",
        "letter",
        "reply",
        "declaration",
        "remarks",
        "comment",
        "comments",
    ];
    /// "the following personal message"
    const NEAR: usize = 3;
    let all = |at: usize| (at + 1..sentence.end.min(at + 1 + NEAR)).any(|at| passage.is_any(at, TEXTS));
    sentence.clone().any(|at| passage.reads(at, &["the", "following"]) && all(at + 1))
}

/// The [`lead_in`] of a passage that introduces the next one: `"It is open," Ana Virta said.` tells who spoke
/// there and introduces nothing.
fn introduction(passage: &Passage<'_>, marks: Option<&Marks>) -> Option<Range<usize>> {
    let words = lead_in(passage)?;
    let is_told = marks.is_some_and(|marks| !marks.pairs.is_empty());
    let colon = words.end.checked_sub(1).is_some_and(|last| passage.is_mark(last, ':'));
    (colon || !is_told).then_some(words)
}

/// The paragraph before the one at `index`, and the words there that introduce what follows. A line that is no
/// paragraph does so only where it says that words follow: "Quotes attributable to Ana Virta".
pub(super) fn introduced<'p, 't>(
    passages: &'p [Passage<'t>],
    settings: &[Setting],
    marks: &[Marks],
    index: usize,
) -> Option<(usize, &'p Passage<'t>, Range<usize>)> {
    let before = index.checked_sub(1)?;
    let passage = passages.get(before)?;
    let words = introduction(passage, marks.get(before))?;
    let is_told = match settings.get(before)? {
        Setting::Prose => true,
        Setting::Line => credited(passage, &words).is_some(),
        _ => false,
    };
    is_told.then_some((before, passage, words))
}

/// Whether a lead-in tells that somebody says what follows: "Ana Virta said:", "said in a statement:".
pub(super) fn introduces(passage: &Passage<'_>, lead_in: &Range<usize>) -> bool {
    let Some(colon) = lead_in.end.checked_sub(1) else { return false };
    let near = lead_in.start.max(colon.saturating_sub(8))..colon;
    near.into_iter().any(|at| introduces_at(passage, at))
}

/// Whether a verb of saying at a token introduces words, and no list.
pub(super) fn introduces_at(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, INTRODUCE) && say_verb(passage, at).is_some()
}

/// Verbs after which a colon introduces what is said.
pub(in crate::extract) const INTRODUCE: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "stated",
    "commented",
    "remarked",
    "continued",
    "concluded",
    "replied",
    "wrote",
    "saying",
    "adding",
];

/// Who says or does what a paragraph ends with, before speech that is a paragraph of its own: "Ana Virta said the
/// bridge was ready."
pub(super) fn told_before(passages: &[Passage<'_>], settings: &[Setting], index: usize) -> Option<Cue> {
    let index = index.checked_sub(1).filter(|&index| settings.get(index) == Some(&Setting::Prose))?;
    let passage = passages.get(index)?;
    before(passage, index, passage.sentence_of(passage.tokens.len().checked_sub(1)?))
}

/// The cue of a lead-in.
pub(super) fn of_lead_in(passage: &Passage<'_>, index: usize, lead_in: &Range<usize>) -> Option<Cue> {
    let colon = lead_in.end.checked_sub(1).filter(|&last| passage.is_mark(last, ':'));
    before(passage, index, lead_in.start..colon.unwrap_or(lead_in.end))
}

/// The speaker in the passage at `index`, if that is told and holds nobody and nothing else.
pub(super) fn signed_in(passages: &[Passage<'_>], settings: &[Setting], index: usize) -> Option<Cue> {
    let passage = passages.get(index)?;
    let is_told = matches!(settings.get(index), Some(Setting::Prose | Setting::Line));
    signature(passage, index, 0..passage.tokens.len()).filter(|_| is_told)
}

/// A line that holds the speaker alone, after speech: "– President", "Foreign Minister Ana Virta".
pub(super) fn signature(passage: &Passage<'_>, index: usize, line: Range<usize>) -> Option<Cue> {
    let is_sentence = line.end.checked_sub(1).is_some_and(|last| passage.is_mark(last, '.'));
    let line = trimmed(passage, line);
    let dash = matches!(passage.kind(line.start), TokenKind::Mark('–' | '—' | '-' | '―' | '‒'));
    let names = line.start + usize::from(dash)..line.end;
    let short = !names.is_empty() && names.len() <= 24;
    let capital = dash || passage.kind(names.start).is_capital();
    let is_phrase = short
        && names.clone().all(|at| {
            !is_quotation_mark(passage, at)
                && say_verb(passage, at).is_none()
                && !matches!(
                    passage.kind(at),
                    TokenKind::Break | TokenKind::Mark('.' | ':' | ';' | '!' | '?')
                )
        });
    (capital && is_phrase && (dash || !is_sentence)).then_some(Cue {
        passage: index,
        region: names,
        subject: Subject::First,
        describes: dash,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::facts;

    #[test]
    fn a_quotation_may_follow_the_first_word_of_a_text() {
        for first in ["As", "It", "as", "This", "Called"] {
            let text = format!("{first} “the quay is ours” goes.");
            assert!(facts("FI", &text).quotes.len() < 2, "{first}");
        }
    }
}
