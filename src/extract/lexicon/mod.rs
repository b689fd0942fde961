//! The words that the grammars know: the tables of `data/`, as a trie made at build time.

mod class;
mod fold;
mod head;
mod places;
mod rows;
mod trie;
mod trie_builder;

pub(super) use class::{AMBIGUOUS, CAPITALS, Class, PLURAL, STOP, WEAK};
pub(super) use fold::{fold, fold_into};
pub(super) use head::{HEAD, cut, head, head_at, head_of};
pub(super) use places::LONG;
pub(super) use rows::{Frame, Gender, RankRow, RoleRow, Tense, Trigger};
pub(super) use trie::{Entry, Match, Node, WordId};

use std::sync::{Arc, LazyLock};

use super::own_words::{self, EntryKind};
use crate::model::Country;
use trie::Trie;
use trie_builder::{TrieBuilder, flags_of, phrase_words};

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

    /// The same words and others.
    pub(super) fn with(&self, entries: impl IntoIterator<Item = own_words::Entry>) -> Self {
        let mut builder = TrieBuilder::of(&self.trie);
        for own in entries {
            let (class, value) = match own.kind {
                EntryKind::Person => (Class::Person, 0),
                EntryKind::Role => (Class::Role, role_like(&own.words)),
                EntryKind::Place => (Class::City, LARGE_CITY),
                EntryKind::Organisation => (Class::Organisation, 0),
            };
            let entry = Entry {
                class: class as u8,
                flags: flags_of(&own.words),
                country: own.country.map_or(0, row_of_country),
                value,
            };
            let words: Vec<String> = phrase_words(&own.words).collect();
            builder.insert(words.iter().map(String::as_str), entry);
            if let Some((last, words)) = words.split_last().filter(|_| own.kind == EntryKind::Role) {
                let plural = format!("{last}s");
                let plural = words.iter().map(String::as_str).chain(std::iter::once(plural.as_str()));
                builder.insert(plural, Entry { flags: entry.flags | PLURAL, ..entry });
            }
        }
        Self { trie: Arc::new(builder.finish()) }
    }

    /// No words.
    #[cfg(test)]
    pub(super) fn empty() -> Self {
        Self { trie: Arc::default() }
    }

    /// The id of the ending of a possessive.
    pub(super) fn possessive(&self) -> WordId {
        self.word("'s")
    }

    /// The id of a folded word; 0 if no phrase has it.
    pub(super) fn word(&self, folded: &str) -> WordId {
        self.trie.word(folded)
    }

    /// The id of a word of ASCII without full stops, in any case.
    pub(super) fn plain_word(&self, word: &[u8]) -> WordId {
        self.trie.word_in_any_case(word)
    }

    /// The only word that may have some heads and be so long, which is less than [`LONG`]; 0 if none is. Its node tells
    /// whether it is that word.
    #[inline]
    pub(super) fn word_like(&self, len: usize, heads: [u64; 2]) -> WordId {
        self.trie.word_like(len, heads)
    }

    /// The id of a word as written. `folded` is room for its folded form.
    pub(super) fn word_of(&self, written: &str, folded: &mut String) -> WordId {
        folded.clear();
        fold_into(written, folded);
        self.trie.word(folded)
    }

    /// A node of the trie. That of a word is where it leads to as the first of a phrase.
    #[inline]
    pub(super) fn node(&self, node: u32) -> Option<&Node> {
        self.trie.node(node)
    }

    /// Whether a word may lead on from a node: what most words are told by.
    #[inline]
    pub(super) fn may_step(&self, node: u32, word: WordId) -> bool {
        self.trie.may_step(node, word)
    }

    /// The node that another word leads on to.
    pub(super) fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.trie.step(node, word)
    }

    /// What the phrase that ends at a node is.
    #[inline]
    pub(super) fn entries(&self, node: &Node) -> &[Entry] {
        self.trie.entries(node)
    }

    /// All entries as matches of one token each; a word's are where its node says.
    pub(super) fn alone(&self) -> &[Match] {
        self.trie.alone()
    }
}

/// The value of an organisation that several states keep and no code stands for: `*` in the table.
pub(super) const OF_SEVERAL_STATES: u32 = 1;

/// The inhabitants of a place that is surely meant by its name.
const LARGE_CITY: u32 = 10_000_000;

/// The row of a known role that ends with the same word: who takes it on knows how to read the new one.
fn role_like(title: &str) -> u32 {
    let last = title.split_whitespace().next_back().unwrap_or_default();
    let row = |word: &str| rows::ROLES.iter().position(|row| row.head.eq_ignore_ascii_case(word));
    row(last).or_else(|| row("Commissioner")).unwrap_or_default() as u32
}

/// A country that the tables do not have is its letters, with this bit.
const LETTERS: u16 = 0x8000;

fn row_of_country(country: Country) -> u16 {
    let code = country.as_str();
    match (rows::COUNTRIES.iter().position(|known| *known == code), code.as_bytes()) {
        (Some(row), _) => row as u16 + 1,
        (None, [first, second]) => LETTERS | u16::from(first & 0x1f) << 5 | u16::from(second & 0x1f),
        (None, _) => 0,
    }
}

/// The country of an entry.
pub(super) fn country(row: u16) -> Option<Country> {
    if row & LETTERS != 0 {
        let letter = |bits: u16| char::from(b'@' + (bits & 0x1f) as u8);
        return Country::new(String::from_iter([letter(row >> 5), letter(row)])).ok();
    }
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
    let row = rows::GOVERNMENTS.binary_search_by_key(&country.as_str(), |(code, _)| code).ok()?;
    rows::GOVERNMENTS.get(row).map(|(_, offices)| *offices)
}

/// The offices and houses that a state has, and that are taken for another's of the same name.
pub(super) fn shared_by(state: Country) -> impl Iterator<Item = &'static str> {
    rows::SHARED.iter().filter(move |(_, others)| others.contains(&state.as_str())).map(|(name, _)| *name)
}

/// The country that a person of some folded words leads or led; `words` are the whole name.
///
/// A known name may be the surname, but of royals it is the whole name.
pub(super) fn country_led_by(words: &[String], is_royal: bool) -> Option<Country> {
    let name = words.join(" ");
    let is_name = |known: &str| {
        name == known || !is_royal && name.strip_suffix(known).is_some_and(|before| before.ends_with(' '))
    };
    // The rows are in the order of their last letters.
    let last = name.as_bytes().last();
    let start = rows::LEADERS.partition_point(|(known, _)| known.as_bytes().last() < last);
    let leaders = rows::LEADERS.get(start..).unwrap_or_default().iter();
    let leaders = leaders.take_while(|(known, _)| known.as_bytes().last() == last);
    let led = leaders.filter(|(known, _)| is_name(known)).max_by_key(|(known, _)| known.len());
    led.and_then(|(_, country)| Country::new(country).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_comes_back_whether_the_tables_have_it_or_not() {
        for code in ["FI", "XK", "NATO", "YU", "QQ"] {
            let code = Country::new(code).unwrap();
            assert_eq!(country(row_of_country(code)), Some(code));
        }
    }

    #[test]
    fn the_words_of_a_lexicon_stay_where_others_are_added() {
        let entry = own_words::Entry::person("Qiro Vantel");
        let (old, new) = (Lexicon::built_in(), Lexicon::built_in().with([entry]));
        let entries = |lexicon: &Lexicon, words: [&str; 2]| {
            let [first, second] = words.map(|word| lexicon.word(word));
            let node = lexicon.step(first, second).and_then(|node| lexicon.node(node));
            node.map_or(Vec::new(), |node| lexicon.entries(node).to_vec())
        };
        assert_eq!(entries(&old, ["prime", "minister"]), entries(&new, ["prime", "minister"]));
        assert!(entries(&old, ["qiro", "vantel"]).is_empty());
        assert_eq!(entries(&new, ["qiro", "vantel"]).len(), 1);
    }

    /// The trie is the largest part of the crate.
    #[test]
    fn the_trie_takes_less_than_three_megabytes() {
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin")).len();
        assert!((500_000..3_000_000).contains(&bytes), "{bytes} bytes");
    }
}
