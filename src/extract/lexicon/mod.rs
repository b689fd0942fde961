//! The words that the grammars know: the tables of `data/`, as a trie made at build time.

mod class;
mod fold;
mod head;
mod rows;
mod trie;
#[cfg(test)]
mod trie_builder;

pub(super) use class::{AMBIGUOUS, CAPITALS, Class, PLURAL, WEAK};
pub(super) use fold::fold;
use fold::fold_into;
pub(super) use head::{HEAD, head_at, head_of};
pub(super) use rows::{Frame, Gender, RankRow, RoleRow, Tense, Trigger};
pub(super) use trie::{Entry, WordId};

use std::sync::{Arc, LazyLock};

use crate::model::Country;
use trie::Trie;

static BUILT_IN: LazyLock<Arc<Trie>> =
    LazyLock::new(|| Arc::new(Trie::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin")))));

/// Phrases and what they are.
#[derive(Debug, Clone)]
pub(super) struct Lexicon {
    trie: Arc<Trie>,
}

impl Lexicon {
    /// The words of `data/`.
    pub(super) fn built_in() -> Self {
        Self { trie: Arc::clone(&BUILT_IN) }
    }

    /// No words.
    #[cfg(test)]
    pub(super) fn empty() -> Self {
        Self { trie: Arc::default() }
    }

    /// The id of a folded word; 0 if no phrase has it.
    pub(super) fn word(&self, folded: &str) -> WordId {
        self.trie.word(folded)
    }

    /// The id of a word as written. `folded` is room for its folded form, if that is wanted.
    pub(super) fn word_of(&self, written: &str, folded: &mut String) -> WordId {
        if written.bytes().all(|byte| byte.is_ascii() && byte != b'.') {
            return self.trie.word_in_any_case(written);
        }
        folded.clear();
        fold_into(written, folded);
        self.trie.word(folded)
    }

    /// The place in the trie that a word leads to.
    pub(super) fn root(&self, word: WordId) -> Option<u32> {
        self.trie.root(word)
    }

    /// The place in the trie that another word leads on to.
    pub(super) fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.trie.step(node, word)
    }

    /// What the phrase that ends at a place in the trie is.
    pub(super) fn entries(&self, node: u32) -> &[Entry] {
        self.trie.entries(node)
    }
}

/// The country of an entry.
pub(super) fn country(row: u16) -> Option<Country> {
    let code = rows::COUNTRIES.get(usize::from(row).checked_sub(1)?)?;
    Country::new(code).ok()
}

/// The head of a role, by the value of its entry.
pub(super) fn role(value: u32) -> Option<&'static RoleRow> {
    rows::ROLES.get(value as usize)
}

/// A rank, by the value of its entry.
pub(super) fn rank(value: u32) -> Option<&'static RankRow> {
    rows::RANKS.get(value as usize)
}

/// The word of a qualifier, by the value of its entry.
pub(super) fn qualifier(value: u32) -> Option<&'static str> {
    rows::QUALIFIERS.get(value as usize).copied()
}

/// What happens, by the value of its entry.
pub(super) fn trigger(value: u32) -> Option<Trigger> {
    rows::TRIGGERS.get(value as usize).copied()
}

/// The name of a day, by the value of its entry.
pub(super) fn named_day(value: u32) -> Option<&'static str> {
    rows::NAMED_DAYS.get(value as usize).copied()
}

/// The offices of a country's government, if the lexicon knows them.
pub(super) fn offices(country: Country) -> Option<&'static [&'static str]> {
    let known = rows::GOVERNMENTS.iter().find(|(code, _)| *code == country.as_str());
    known.map(|(_, offices)| *offices)
}
