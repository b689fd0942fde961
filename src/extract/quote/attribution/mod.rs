//! The words beside direct speech that say whose it is, before anybody is identified.

mod after;
mod before;
mod lead_in;
mod signature;
mod source;
mod verb;

use std::ops::Range;

use crate::extract::passage::Passage;

pub(super) use after::{After, after};
pub(super) use before::{before, is_thing, names_thing, says_what, told_before};
pub(in crate::extract) use lead_in::INTRODUCE;
pub(super) use lead_in::{announces_text, introduced, introduces, introduces_at, lead_in, of_lead_in};
pub(super) use signature::{headed, signature, signed_beside};
pub(super) use source::{ANSWERS, TEXTS, begins_with_text, sent_by, source};
pub(super) use verb::{is_adverb, say_verb};

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

impl Cue {
    /// The only word of the region, adverbs apart: "he" of "he later".
    pub(super) fn only_word(&self, passage: &Passage<'_>) -> Option<usize> {
        let is_of_cue = |&at: &usize| passage.kind(at).is_word() && !is_adverb(passage, at);
        let mut words = self.region.clone().filter(is_of_cue);
        words.next().filter(|_| words.next().is_none())
    }
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
    /// The only one whom it names: "Interview with Minister Virta" over questions and answers.
    Only,
}

/// How far from speech its verb may stand, in tokens.
const REACH: usize = 60;
