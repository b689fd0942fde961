//! A trie over words: phrases to entries, in flat arrays.
//!
//! The build script makes one from the tables in `data/` and stores it as bytes (`trie_builder.rs`).

use std::ops::Range;

use super::head::{HEAD, head};

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

/// A place in the hash table of words.
///
/// Places are small, so that the table stays in the cache: words that are unknown end here, and a word that is
/// known is compared where its node is wanted next anyway.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// More of the hash.
    tag: u32,
    /// The word; 0 for an empty place.
    id: WordId,
}

/// A node, which is also a word if it is one of the first. It lies in one line of the cache.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(align(32))]
pub(crate) struct Node {
    /// The head of the word, and that of what stands after its first eight bytes.
    heads: [u64; 2],
    /// Its edges, from and to.
    edges: [u32; 2],
    /// Its entries, from and to.
    entries: [u32; 2],
}

impl Node {
    /// Whether any word leads on from it.
    #[inline]
    pub(crate) fn leads_on(&self) -> bool {
        let [start, end] = self.edges;
        start < end
    }
}

/// Phrases and their entries, to be searched word by word.
#[derive(Debug, Default)]
pub(crate) struct Trie {
    /// A hash table of words. Its length is a power of two.
    slots: Vec<Slot>,
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
}

impl Trie {
    /// The id of a folded word.
    pub(crate) fn word(&self, folded: &str) -> WordId {
        let word = folded.as_bytes();
        let heads = [head(word), head_after(word)];
        self.find(heads, hash(word, heads), |id| word.len() < LONG || self.letters_of(id) == folded)
    }

    /// The id of a word of ASCII without full stops, in any case: its folded form differs in nothing else.
    #[inline]
    pub(crate) fn word_in_any_case(&self, word: &[u8], head: u64) -> WordId {
        match word.len() {
            // Other words have no such heads if there is room left in them.
            ..LONG => {
                let heads = [head, head_after(word)];
                self.find(heads, hash_of_heads(word.len(), heads), |_| true)
            }
            _ => self.long_word_in_any_case(word, head),
        }
    }

    #[inline(never)]
    fn long_word_in_any_case(&self, word: &[u8], head: u64) -> WordId {
        let heads = [head, head_after(word)];
        self.find(heads, hash(word, heads), |id| self.letters_of(id).as_bytes().eq_ignore_ascii_case(word))
    }

    /// The id of a word of some heads, if it `is` one and not another of the same heads.
    #[inline]
    fn find(&self, heads: [u64; 2], hash: u64, is: impl Fn(WordId) -> bool) -> WordId {
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = hash as usize;
        // Some places are empty.
        while let Some(slot) = self.slots.get(place & mask).filter(|slot| slot.id != 0) {
            let is_alike = slot.tag == tag(hash)
                && self.nodes.get(slot.id as usize).is_some_and(|node| node.heads == heads);
            if is_alike && is(slot.id) {
                return slot.id;
            }
            place = place.wrapping_add(1);
        }
        0
    }

    /// How many words there are.
    pub(crate) fn words(&self) -> u32 {
        self.ends.len().saturating_sub(1) as u32
    }

    /// Adds a node that has all edges and entries since the one before.
    #[allow(dead_code, reason = "a stored trie has its nodes")]
    pub(crate) fn end_node(&mut self) {
        let ends = [self.edge_words.len() as u32, self.entries.len() as u32];
        self.push_node(ends);
    }

    /// Adds a node by where its edges and its entries end.
    fn push_node(&mut self, [edges, entries]: [u32; 2]) {
        let before = self.nodes.last().copied().unwrap_or_default();
        let since = |[_, start]: [u32; 2], end| [start, end];
        let (edges, entries) = (since(before.edges, edges), since(before.entries, entries));
        self.nodes.push(Node { heads: [0; 2], edges, entries });
    }

    /// Where the edges of each node end, and where its entries do.
    #[allow(dead_code, reason = "the build alone stores tries")]
    pub(crate) fn ends_of_nodes(&self) -> [Vec<u32>; 2] {
        let ends = |range: fn(&Node) -> [u32; 2]| self.nodes.iter().map(|node| range(node)[1]).collect();
        [ends(|node| node.edges), ends(|node| node.entries)]
    }

    /// A node; that of a word is where it leads to as the first of a phrase.
    #[inline]
    pub(crate) fn node(&self, node: u32) -> Option<&Node> {
        self.nodes.get(node as usize)
    }

    /// The node that a word leads to from another.
    #[inline]
    pub(crate) fn step(&self, node: &Node, word: WordId) -> Option<u32> {
        if word == 0 {
            return None;
        }
        let [start, _] = node.edges;
        let edge = self.edge_words.get(range(node.edges))?.binary_search(&word).ok()?;
        self.edge_nodes.get(start as usize + edge).copied()
    }

    /// The entries of the phrase that ends at a node.
    #[inline]
    pub(crate) fn entries(&self, node: &Node) -> &[Entry] {
        self.entries.get(range(node.entries)).unwrap_or_default()
    }

    /// The words that lead on from a node, and where to.
    #[allow(dead_code, reason = "the build takes no trie apart")]
    pub(crate) fn edges(&self, node: &Node) -> impl Iterator<Item = (WordId, u32)> {
        let words = self.edge_words.get(range(node.edges)).unwrap_or_default();
        let nodes = self.edge_nodes.get(range(node.edges)).unwrap_or_default();
        words.iter().copied().zip(nodes.iter().copied())
    }

    pub(crate) fn letters_of(&self, id: WordId) -> &str {
        let id = id as usize;
        let bounds = (self.ends.get(id.wrapping_sub(1)), self.ends.get(id));
        let (Some(&start), Some(&end)) = bounds else { return "" };
        self.letters.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// A hash of a word that is the same for capitals of ASCII, eight bytes at a time; `heads` are its head and that of
/// what stands after it.
fn hash(word: &[u8], heads: [u64; 2]) -> u64 {
    if word.len() <= LONG {
        return hash_of_heads(word.len(), heads);
    }
    let [first, second] = heads;
    let mut hash = mixed(mixed(word.len() as u64, first), second);
    let mut rest = word.get(LONG..).unwrap_or_default();
    while !rest.is_empty() {
        hash = mixed(hash, head(rest));
        rest = rest.get(HEAD..).unwrap_or_default();
    }
    hash ^ hash >> 32
}

/// The same of a word that has no more than its heads.
#[inline]
fn hash_of_heads(len: usize, [first, second]: [u64; 2]) -> u64 {
    let hash = mixed(mixed(len as u64, first), second);
    hash ^ hash >> 32
}

/// The head of what stands after the first eight bytes of a word.
#[inline]
fn head_after(word: &[u8]) -> u64 {
    match word.len() {
        ..=HEAD => 0,
        // The last eight bytes, without those of the first eight.
        len @ ..=LONG => word.last_chunk().map_or(0, |last: &[u8; HEAD]| head(last) >> (8 * (LONG - len))),
        _ => word.get(HEAD..).map_or(0, head),
    }
}

/// How many bytes two heads have.
const LONG: usize = 2 * HEAD;

fn range([start, end]: [u32; 2]) -> Range<usize> {
    start as usize..end as usize
}

/// What a slot keeps of a hash, apart from its own place.
const fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

fn mixed(hash: u64, bytes: u64) -> u64 {
    (hash.rotate_left(5) ^ bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15)
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
        let (edge_nodes, entry_ends, packed) = (next(), next(), next());
        let entries = packed.chunks_exact(2).filter_map(|pair| {
            let [head, value] = <[u32; 2]>::try_from(pair).ok()?;
            Some(Entry { class: (head >> 24) as u8, flags: (head >> 16) as u8, country: head as u16, value })
        });
        let mut trie = Self {
            slots: Vec::new(),
            ends,
            letters: String::from_utf8_lossy(rest).into_owned(),
            nodes: Vec::with_capacity(edge_ends.len()),
            edge_words,
            edge_nodes,
            entries: entries.collect(),
        };
        for (edges, entries) in edge_ends.into_iter().zip(entry_ends) {
            trie.push_node([edges, entries]);
        }
        trie.set_slots();
        trie
    }

    /// Makes the hash table of words. Four of ten places or more stay empty.
    pub(crate) fn set_slots(&mut self) {
        let words = self.words() as usize;
        let mask = (words * 5 / 3).next_power_of_two().max(2) - 1;
        let mut slots = vec![Slot::default(); mask + 1];
        for id in 1..=words as WordId {
            let word = self.letters_of(id).as_bytes();
            let heads = [head(word), head_after(word)];
            let hash = hash(word, heads);
            let mut place = hash as usize & mask;
            while slots.get(place).is_some_and(|slot| slot.id != 0) {
                place = (place + 1) & mask;
            }
            if let Some(slot) = slots.get_mut(place) {
                *slot = Slot { tag: tag(hash), id };
            }
            if let Some(node) = self.nodes.get_mut(id as usize) {
                node.heads = heads;
            }
        }
        self.slots = slots;
    }
}

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
        let last = words.try_fold(trie.node(first)?, |node, word| trie.node(trie.step(node, word)?));
        last.map(|node| trie.entries(node))
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
