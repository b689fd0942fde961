//! A trie over words: phrases to entries, in flat arrays.
//!
//! The build script makes one from the tables in `data/` and stores it as bytes (`trie_builder.rs`).

use std::ops::Range;

use super::class::{CAPITALS, STOP};
use super::places::{LONG, ODD, Places, hash, hash_of_heads, heads};

/// The number of a word; 0 is every word that the trie does not know.
pub(crate) type WordId = u32;

/// What a phrase is: its class, and three values whose meaning the class gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    /// The class, as the table names it.
    pub(crate) class: u8,
    /// Bits whose meaning the class gives.
    pub(crate) flags: u8,
    /// A country, by its row; 0 is none.
    pub(crate) country: u16,
    /// A value whose meaning the class gives.
    pub(crate) value: u32,
}

/// A phrase of the lexicon in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    /// How many tokens it has.
    pub(crate) len: usize,
    pub(crate) entry: Entry,
}

/// A node, which is also a word if it is one of the first. It lies in one line of the cache.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(align(32))]
pub(crate) struct Node {
    /// The head of the word, and that of what stands after its first eight bytes.
    heads: [u64; 2],
    /// Where its edges begin, in both lists of edges.
    edges: u32,
    /// Where its entries begin.
    entries: u32,
    /// A bit for the class of each entry that needs to be written in no way of its own, and [`PICKY`] for others.
    classes: u32,
    edges_len: u16,
    entries_len: u16,
}

/// The bit of entries that must stand in capitals or before a full stop: no class has this number.
const PICKY: u32 = 1;

impl Node {
    /// The head of its word.
    #[inline]
    pub(crate) fn head(&self) -> u64 {
        let [head, _] = self.heads;
        head
    }

    /// The head of what stands after the first eight bytes of its word.
    #[inline]
    pub(crate) fn second(&self) -> u64 {
        let [_, second] = self.heads;
        second
    }

    /// Whether any word leads on from it.
    #[inline]
    pub(crate) fn leads_on(&self) -> bool {
        self.edges_len != 0
    }

    /// The classes of what its phrase is, however it is written.
    #[inline]
    pub(crate) fn classes(&self) -> u32 {
        self.classes & !PICKY
    }

    /// Whether its phrase is something only as it is written.
    #[inline]
    pub(crate) fn is_picky(&self) -> bool {
        self.classes & PICKY != 0
    }

    /// Where its entries stand among those of all nodes, and how many there are.
    #[inline]
    pub(crate) fn entries(&self) -> (u32, u16) {
        (self.entries, self.entries_len)
    }
}

/// Phrases and their entries, to be searched word by word.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    pub(crate) places: Places,
    /// By pairs of a node and a word that leads on from it: a bit of their hash, so that most other pairs are known
    /// to be none. The length is a power of two.
    pairs: Vec<u64>,
    /// Where each word ends in `letters`; the word of id n lies between `ends[n - 1]` and `ends[n]`.
    pub(crate) ends: Vec<u32>,
    pub(crate) letters: String,
    /// The node that a word leads to from the root has the number of the word; the root itself is not stored.
    pub(crate) nodes: Vec<Node>,
    /// By edge: its word, ascending within a node.
    pub(crate) edge_words: Vec<u32>,
    /// By edge: the node that it leads to.
    pub(crate) edge_nodes: Vec<u32>,
    pub(crate) entries: Vec<Entry>,
    /// The entries of all nodes, each as a match of one token. Those of a word are in the opposite order.
    alone: Vec<Match>,
}

impl Trie {
    /// The id of a folded word.
    pub(crate) fn word(&self, folded: &str) -> WordId {
        let word = folded.as_bytes();
        let heads = heads(word);
        self.find(heads, hash(word, heads), |id| word.len() < LONG || self.letters_of(id) == folded)
    }

    /// The id of a word of ASCII without full stops, in any case: its folded form differs in nothing else.
    pub(crate) fn word_in_any_case(&self, word: &[u8]) -> WordId {
        let heads = heads(word);
        self.find(heads, hash(word, heads), |id| {
            // Other words have no such heads if there is room left in them.
            word.len() < LONG || self.letters_of(id).as_bytes().eq_ignore_ascii_case(word)
        })
    }

    /// The id of a word of some heads, if it `is` one and not another of the same heads.
    #[inline]
    fn find(&self, heads: [u64; 2], hash: u64, is: impl Fn(WordId) -> bool) -> WordId {
        let id = self.places.word(hash);
        let is_word = heads != [0; 2] && self.node(id).is_some_and(|node| node.heads == heads) && is(id);
        if is_word { id } else { 0 }
    }

    /// The only word that may have some heads and be so long, which is less than [`LONG`]; 0 if none is.
    #[inline]
    pub(crate) fn word_like(&self, len: usize, heads: [u64; 2]) -> WordId {
        self.places.word(hash_of_heads(len, heads))
    }

    /// The highest id of a word. Some ids have no word, and no letters.
    pub(crate) fn words(&self) -> u32 {
        self.ends.len().saturating_sub(1) as u32
    }

    /// Adds a node by where its edges and its entries stand.
    pub(crate) fn push_node(&mut self, edges: Range<u32>, entries: Range<u32>) {
        let len = |range: &Range<u32>| u16::try_from(range.len()).unwrap_or(u16::MAX);
        let (edges_len, entries_len) = (len(&edges), len(&entries));
        let all = self.entries.get(entries.start as usize..entries.end as usize).unwrap_or_default();
        let classes = all.iter().fold(0, |classes, entry| match entry.flags & (CAPITALS | STOP) {
            0 => classes | 1 << (entry.class & 31),
            _ => classes | PICKY,
        });
        let (edges, entries) = (edges.start, entries.start);
        self.nodes.push(Node { heads: [0; 2], edges, entries, classes, edges_len, entries_len });
    }

    /// Where the edges of each node end, and where its entries do.
    #[allow(dead_code, reason = "the build alone stores tries")]
    pub(crate) fn ends_of_nodes(&self) -> [Vec<u32>; 2] {
        let edges = self.nodes.iter().map(|node| node.edges + u32::from(node.edges_len));
        let entries = self.nodes.iter().map(|node| node.entries + u32::from(node.entries_len));
        [edges.collect(), entries.collect()]
    }

    /// A node; that of a word is where it leads to as the first of a phrase.
    #[inline]
    pub(crate) fn node(&self, node: u32) -> Option<&Node> {
        self.nodes.get(node as usize)
    }

    /// Whether a word may lead on from a node.
    #[inline]
    pub(crate) fn may_step(&self, node: u32, word: WordId) -> bool {
        let bit = pair(node, word);
        self.pairs
            .get(bit >> 6 & self.pairs.len().wrapping_sub(1))
            .is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }

    /// The node that a word leads to from another.
    pub(crate) fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if !self.may_step(node, word) {
            return None;
        }
        let (words, nodes) = self.edges_of(self.node(node)?);
        nodes.get(words.binary_search(&word).ok()?).copied()
    }

    /// The entries of the phrase that ends at a node.
    #[inline]
    pub(crate) fn entries(&self, node: &Node) -> &[Entry] {
        self.entries.get(range(node.entries, node.entries_len)).unwrap_or_default()
    }

    /// All entries as matches of one token each.
    pub(crate) fn alone(&self) -> &[Match] {
        &self.alone
    }

    /// The words that lead on from a node, and where to.
    #[allow(dead_code, reason = "the build takes no trie apart")]
    pub(crate) fn edges(&self, node: &Node) -> impl Iterator<Item = (WordId, u32)> {
        let (words, nodes) = self.edges_of(node);
        words.iter().copied().zip(nodes.iter().copied())
    }

    fn edges_of(&self, node: &Node) -> (&[u32], &[u32]) {
        let edges = range(node.edges, node.edges_len);
        let words = self.edge_words.get(edges.clone()).unwrap_or_default();
        (words, self.edge_nodes.get(edges).unwrap_or_default())
    }

    pub(crate) fn letters_of(&self, id: WordId) -> &str {
        let id = id as usize;
        let bounds = (self.ends.get(id.wrapping_sub(1)), self.ends.get(id));
        let (Some(&start), Some(&end)) = bounds else { return "" };
        self.letters.get(start as usize..end as usize).unwrap_or_default()
    }
}

fn range(start: u32, len: u16) -> Range<usize> {
    start as usize..start as usize + usize::from(len)
}

/// The bit of a pair of a node and a word, by its hash.
#[inline]
fn pair(node: u32, word: WordId) -> usize {
    let both = u64::from(node) << 32 | u64::from(word);
    (both.wrapping_mul(ODD) >> 32) as usize
}

impl Trie {
    /// The trie that [`to_bytes`](Self::to_bytes) stored; of other bytes, some trie that finds little.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let mut rest = bytes;
        let mut next = || {
            let length = take(&mut rest, 4).first().copied().unwrap_or(0) as usize;
            take(&mut rest, length.saturating_mul(4))
        };
        let (ends, edge_ends, edge_words) = (next(), next(), next());
        let (edge_nodes, entry_ends, packed, turns) = (next(), next(), next(), next());
        let entries = packed.chunks_exact(2).filter_map(|pair| {
            let [head, value] = <[u32; 2]>::try_from(pair).ok()?;
            Some(Entry { class: (head >> 24) as u8, flags: (head >> 16) as u8, country: head as u16, value })
        });
        let turns = turns.into_iter().flat_map(u32::to_le_bytes).collect();
        let mut trie = Self {
            places: Places::stored(turns, ends.len().saturating_sub(1)),
            ends,
            letters: String::from_utf8_lossy(rest).into_owned(),
            nodes: Vec::with_capacity(edge_ends.len()),
            edge_words,
            edge_nodes,
            entries: entries.collect(),
            ..Self::default()
        };
        let (mut edges, mut entries) = (0, 0);
        for (edge_end, entry_end) in edge_ends.into_iter().zip(entry_ends) {
            trie.push_node(edges..edge_end, entries..entry_end);
            (edges, entries) = (edge_end, entry_end);
        }
        trie.make_ready();
        trie
    }

    /// Makes from the words, the nodes and the entries what they are looked up by.
    pub(crate) fn make_ready(&mut self) {
        for id in 1..=self.words() as WordId {
            let bounds = (self.ends.get(id as usize - 1), self.ends.get(id as usize));
            let (Some(&start), Some(&end)) = bounds else { continue };
            let word = self.letters.get(start as usize..end as usize).unwrap_or_default();
            self.places.put(id, word);
            if let Some(node) = self.nodes.get_mut(id as usize) {
                node.heads = heads(word.as_bytes());
            }
        }
        self.pairs = vec![0; (self.edge_words.len() * BITS_OF_PAIR / 64).next_power_of_two()];
        let mask = self.pairs.len() - 1;
        for (node, id) in self.nodes.iter().zip(0..) {
            for &word in self.edge_words.get(range(node.edges, node.edges_len)).unwrap_or_default() {
                let bit = pair(id, word);
                if let Some(bits) = self.pairs.get_mut(bit >> 6 & mask) {
                    *bits |= 1 << (bit & 63);
                }
            }
        }
        self.alone = self.entries.iter().map(|&entry| Match { len: 1, entry }).collect();
        for node in self.nodes.iter().take(self.places.len() + 1) {
            self.alone.get_mut(range(node.entries, node.entries_len)).unwrap_or_default().reverse();
        }
    }
}

/// How many bits there are for each pair of a node and a word, at least.
const BITS_OF_PAIR: usize = 8;

/// The next `length` bytes as little-endian numbers, or all that is left.
fn take(bytes: &mut &[u8], length: usize) -> Vec<u32> {
    let (taken, rest) = bytes.split_at(length.min(bytes.len()));
    *bytes = rest;
    taken.chunks_exact(4).map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::trie_builder::TrieBuilder;
    use super::*;

    fn entry(value: u32) -> Entry {
        Entry { class: 3, flags: 1, country: 7, value }
    }

    fn find<'t>(trie: &'t Trie, phrase: &[&str]) -> Option<&'t [Entry]> {
        let mut words = phrase.iter().map(|word| trie.word(word));
        let first = words.next()?;
        let last = words.try_fold(first, |node, word| trie.step(node, word))?;
        trie.node(last).map(|node| trie.entries(node))
    }

    #[test]
    fn phrases_are_found_and_their_prefixes_are_not() {
        let mut builder = TrieBuilder::default();
        builder.insert(["prime", "minister"], entry(1));
        builder.insert(["prime", "minister", "designate"], entry(2));
        builder.insert(["minister"], entry(3));
        let trie = builder.finish();
        for trie in [Trie::from_bytes(&trie.to_bytes()), trie] {
            assert_eq!(find(&trie, &["prime", "minister"]).unwrap_or_default(), [entry(1)]);
            assert_eq!(find(&trie, &["prime", "minister", "designate"]).unwrap_or_default(), [entry(2)]);
            assert_eq!(find(&trie, &["minister"]).unwrap_or_default(), [entry(3)]);
            assert_eq!(find(&trie, &["prime"]).unwrap_or_default(), []);
            assert_eq!(find(&trie, &["prime", "number"]).unwrap_or_default(), []);
            assert_eq!(find(&trie, &["designate"]).unwrap_or_default(), []);
        }
    }

    #[test]
    fn bytes_that_are_no_trie_find_nothing_and_do_not_panic() {
        for bytes in [&b""[..], b"\xff\xff\xff\xff", b"\x01\x00\x00\x00", &[1; 64]] {
            let trie = Trie::from_bytes(bytes);
            assert_eq!(find(&trie, &["x"]).unwrap_or_default(), []);
        }
    }
}
