//! Verbs of saying, and the words that stand about them.

use crate::extract::lexicon::{Class, Frame, Tense, trigger};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// A verb of saying.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract::quote) struct SayVerb {
    pub(in crate::extract::quote) len: usize,
    pub(in crate::extract::quote) tense: Tense,
}

/// The verb of saying at a token. "The United States", "these notes" are none.
pub(in crate::extract::quote) fn say_verb(passage: &Passage<'_>, at: usize) -> Option<SayVerb> {
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
    let may_be_noun = match found.1.tense {
        Tense::Present => {
            passage.is_any(at, words!["states", "notes", "comments", "remarks", "replies", "reports"])
        }
        // "The ministry said in reply:"
        Tense::Base => {
            passage.is_any(at, words!["answer", "comment", "note", "remark", "reply", "report", "state"])
        }
        _ => false,
    };
    let is_noun = may_be_noun
        && (found.1.tense == Tense::Present || !passage.is(at.saturating_sub(1), "to"))
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

/// Whether a verb at a token tells that its subject said something: "said", "told".
pub(super) fn tells(passage: &Passage<'_>, at: usize) -> bool {
    say_verb(passage, at).is_some_and(|verb| matches!(verb.tense, Tense::Past | Tense::Present))
}

/// Words between a subject and its verb that are of neither.
pub(in crate::extract::quote) fn is_adverb(passage: &Passage<'_>, at: usize) -> bool {
    let of_manner = passage.kind(at) == TokenKind::Lower
        && passage.word(at).ends_with("ly")
        && !passage.is_any(at, &["family", "ally", "reply", "supply", "assembly", "july", "fly"]);
    of_manner
        || passage.is_any(
            at,
            words![
                "also", "further", "then", "later", "today", "yesterday", "tonight", "has", "have", "had",
                "again", "once", "as", "now", "recently", "previously", "earlier", "rightly", "subsequently",
                "furthermore", "moreover", "however", "therefore", "will", "would", "did", "additionally",
                "publicly", "famously", "further", "himself", "herself", "themselves", "likewise", "always",
                "often", "only", "just",
            ],
        )
}
