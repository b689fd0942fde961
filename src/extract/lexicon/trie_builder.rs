//! Phrases into a [`Trie`], and a trie into bytes. The build script runs this.

use std::collections::{BTreeMap, HashMap};

use super::class::CAPITALS;
use super::fold::fold;
use super::places::Places;
use super::trie::{Entry, Trie, WordId};

/// The words of a phrase, as [`tokenize`](crate::extract) would give them, folded.
pub(crate) fn phrase_words(phrase: &str) -> impl Iterator<Item = String> {
    phrase
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '(' | ')' | ',' | '/'))
        .flat_map(|word| {
            let word = fold(word);
            let possessive = ["'s", "s'"].into_iter().any(|ending| word.len() > 2 && word.ends_with(ending));
            let stem = word.strip_suffix("'s").or(word.strip_suffix('\'')).unwrap_or(&word).to_owned();
            [Some(stem), possessive.then(|| "'s".to_owned())]
        })
        .flatten()
        .filter(|word| !word.is_empty())
}

/// The flags of a phrase by its letters: all in capitals, it is found in capitals only.
pub(crate) fn flags_of(phrase: &str) -> u8 {
    let letters = || phrase.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) { CAPITALS } else { 0 }
}

/// Phrases on their way into a [`Trie`].
#[derive(Debug, Default)]
pub(crate) struct TrieBuilder {
    words: HashMap<String, WordId>,
    phrases: BTreeMap<Vec<WordId>, Vec<Entry>>,
}

impl TrieBuilder {
    /// The phrases of a trie, to add to.
    #[allow(dead_code, reason = "the build begins with none")]
    pub(crate) fn of(trie: &Trie) -> Self {
        let mut builder = Self::default();
        let known = (1..=trie.words()).filter(|&id| !trie.letters_of(id).is_empty());
        let ids: HashMap<WordId, WordId> = known.zip(1..).collect();
        for (&id, &new) in &ids {
            builder.words.insert(trie.letters_of(id).to_owned(), new);
            let mut paths = vec![(vec![new], id)];
            while let Some((path, node)) = paths.pop() {
                let Some(node) = trie.node(node) else { continue };
                for (word, next) in trie.edges(node) {
                    paths.push((path.iter().chain(ids.get(&word)).copied().collect(), next));
                }
                if !trie.entries(node).is_empty() {
                    builder.phrases.insert(path, trie.entries(node).to_vec());
                }
            }
        }
        builder
    }

    /// Adds an entry for a phrase of folded words. A phrase of no words is passed over.
    pub(crate) fn insert<'a>(&mut self, phrase: impl IntoIterator<Item = &'a str>, entry: Entry) {
        let mut ids = Vec::new();
        for word in phrase {
            let next = self.words.len() as u32 + 1;
            ids.push(*self.words.entry(word.to_owned()).or_insert(next));
        }
        if ids.is_empty() {
            return;
        }
        let entries = self.phrases.entry(ids).or_default();
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }

    /// The trie of all phrases.
    pub(crate) fn finish(self) -> Trie {
        let mut words: Vec<(&WordId, &String)> = self.words.iter().map(|(word, id)| (id, word)).collect();
        words.sort_unstable();
        let words: Vec<&str> = words.into_iter().map(|(_, word)| word.as_str()).collect();
        let (places, ids) = Places::of(&words);
        let first_words = places.len() + 1;
        let mut trie = Trie::default();
        trie.places = places;
        trie.set_letters(&words, &ids);
        let number = |word: &WordId| ids.get((*word as usize).checked_sub(1)?).copied().filter(|id| *id != 0);
        let phrases = self.phrases.iter().filter_map(|(phrase, entries)| {
            let phrase: Option<Vec<WordId>> = phrase.iter().map(number).collect();
            Some((phrase?, entries))
        });
        // First words are their own nodes; the others are numbered in the order in which phrases reach them.
        let mut edges: Vec<BTreeMap<WordId, u32>> = vec![BTreeMap::new(); first_words];
        let mut node_entries: Vec<&[Entry]> = vec![&[]; first_words];
        for (phrase, entries) in phrases.collect::<BTreeMap<_, _>>() {
            let mut words = phrase.into_iter();
            let Some(mut node) = words.next() else { continue };
            for word in words {
                let next = edges.len() as u32;
                let Some(children) = edges.get_mut(node as usize) else { break };
                node = *children.entry(word).or_insert(next);
                if node == next {
                    edges.push(BTreeMap::new());
                    node_entries.push(&[]);
                }
            }
            if let Some(slot) = node_entries.get_mut(node as usize) {
                *slot = entries;
            }
        }
        for (children, entries) in edges.into_iter().zip(node_entries) {
            let (first_edge, first_entry) = (trie.edge_words.len() as u32, trie.entries.len() as u32);
            trie.edge_words.extend(children.keys());
            trie.edge_nodes.extend(children.values());
            trie.entries.extend(entries);
            trie.push_node(first_edge..trie.edge_words.len() as u32, first_entry..trie.entries.len() as u32);
        }
        trie.make_ready();
        trie
    }
}

impl Trie {
    /// Sets the letters of each word; places without a word have none.
    fn set_letters(&mut self, words: &[&str], ids: &[WordId]) {
        let mut by_id: Vec<(WordId, &str)> = ids.iter().copied().zip(words.iter().copied()).collect();
        by_id.sort_unstable();
        let mut by_id = by_id.into_iter().filter(|(id, _)| *id != 0).peekable();
        self.ends.push(0);
        for id in 1..=self.places.len() as WordId {
            if let Some((_, word)) = by_id.next_if(|(next, _)| *next == id) {
                self.letters.push_str(word);
            }
            self.ends.push(self.letters.len() as u32);
        }
    }

    /// The trie as bytes: each array as its length and its little-endian values.
    #[allow(dead_code, reason = "the build alone stores tries")]
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let packed: Vec<u32> = self
            .entries
            .iter()
            .flat_map(|e| {
                [u32::from(e.class) << 24 | u32::from(e.flags) << 16 | u32::from(e.country), e.value]
            })
            .collect();
        let mut bytes = Vec::new();
        let [edge_ends, entry_ends] = self.ends_of_nodes();
        let four = |turns: &[u8]| turns.iter().rev().fold(0, |four, turn| four << 8 | u32::from(*turn));
        let turns: Vec<u32> = self.places.turns().chunks(4).map(four).collect();
        let arrays =
            [&self.ends, &edge_ends, &self.edge_words, &self.edge_nodes, &entry_ends, &packed, &turns];
        for array in arrays {
            bytes.extend((array.len() as u32).to_le_bytes());
            bytes.extend(array.iter().flat_map(|value| value.to_le_bytes()));
        }
        bytes.extend(self.letters.as_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_words_and_possessives() {
        let words: Vec<String> = phrase_words("Lt.-Gen. of the King's Veterans' Day").collect();
        assert_eq!(words, ["lt", "gen", "of", "the", "king", "'s", "veterans", "'s", "day"]);
    }
}
