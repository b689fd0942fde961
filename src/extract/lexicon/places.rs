//! Where each word has its place: a table made for just these words, in which each is sought at one place alone.
//!
//! The hash of a word names its group. A group has a turn, found when the table is made: mixed with it, the hashes of
//! its words lead to places that no other word has. A place keeps eight bits of a hash, so that the table is small
//! enough to stay in the cache, and nearly all unknown words end there. What a place tells is compared with the word
//! by who asks.

use std::hint::select_unpredictable;

use super::head::{HEAD, head};
use super::trie::WordId;

/// The places of words. The number of a word is that of its place, counted from 1.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// By group. How many groups there are is a power of two, and so is the number of places.
    turns: Vec<u8>,
    /// By place: some bits of the hash of its word.
    tags: Vec<u8>,
}

impl Places {
    /// Places for some words, and the number of each; 0 of a word that cannot be told from another by its hash.
    pub(crate) fn of(words: &[&str]) -> (Self, Vec<WordId>) {
        let hashes: Vec<u64> = words.iter().map(|word| hash_of(word)).collect();
        // Four of ten places or more stay empty, so that turns are found soon.
        let mut places = (words.len() + words.len() / 2).next_power_of_two().max(GROUP);
        loop {
            if let Some((turns, ids)) = turns(&hashes, places) {
                return (Self { turns, tags: vec![0; places] }, ids);
            }
            places *= 2;
        }
    }

    /// The places of which [`turns`](Self::turns) stored the turns, so far without words.
    pub(crate) fn stored(mut turns: Vec<u8>, places: usize) -> Self {
        turns.truncate(places / GROUP);
        Self { turns, tags: vec![0; places] }
    }

    /// What is to be stored of them beside the words.
    #[allow(dead_code, reason = "the build alone stores tries")]
    pub(crate) fn turns(&self) -> &[u8] {
        &self.turns
    }

    /// Puts a word at the place of its number.
    pub(crate) fn put(&mut self, id: WordId, word: &str) {
        let tag_there = (id as usize).checked_sub(1).and_then(|place| self.tags.get_mut(place));
        if let Some(tag_there) = tag_there {
            *tag_there = tag(hash_of(word));
        }
    }

    /// How many places there are.
    pub(crate) fn len(&self) -> usize {
        self.tags.len()
    }

    /// The only word that may have a hash; 0 if it is known that none has.
    #[inline]
    pub(crate) fn word(&self, hash: u64) -> WordId {
        let turn = self.turns.get(group(hash, self.turns.len())).copied().unwrap_or_default();
        let place = place(hash, turn, self.tags.len());
        let there = self.tags.get(place).copied().unwrap_or_default();
        select_unpredictable(there == tag(hash), (place as WordId).wrapping_add(1), 0)
    }
}

/// How many places there are for each group.
const GROUP: usize = 4;

/// The turns of all groups, and the numbers of all words; nothing, if a group finds no turn.
fn turns(hashes: &[u64], places: usize) -> Option<(Vec<u8>, Vec<WordId>)> {
    let mut turns = vec![0; places / GROUP];
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); turns.len()];
    for (word, &hash) in hashes.iter().enumerate() {
        let group = groups.get_mut(group(hash, turns.len()))?;
        // Of words of one hash only the first is found.
        if !group.iter().any(|&other| hashes.get(other) == Some(&hash)) {
            group.push(word);
        }
    }
    let mut order: Vec<(usize, Vec<usize>)> = groups.into_iter().enumerate().collect();
    // The large ones while there is room.
    order.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
    let mut taken = vec![false; places];
    let mut ids = vec![0; hashes.len()];
    for (group, words) in order {
        let places_at =
            |turn| words.iter().filter_map(move |&word| Some(place(*hashes.get(word)?, turn, places)));
        let turn = (0..=u8::MAX).find(|&turn| {
            let mut found: Vec<usize> = places_at(turn).collect();
            let are_free = found.iter().all(|&place| taken.get(place) == Some(&false));
            found.sort_unstable();
            found.dedup();
            are_free && found.len() == words.len()
        })?;
        *turns.get_mut(group)? = turn;
        for (&word, place) in words.iter().zip(places_at(turn)) {
            *taken.get_mut(place)? = true;
            *ids.get_mut(word)? = place as WordId + 1;
        }
    }
    Some((turns, ids))
}

/// A hash of a word that is the same for capitals of ASCII, eight bytes at a time; `heads` are its head and that of
/// what stands after it.
pub(crate) fn hash(word: &[u8], heads: [u64; 2]) -> u64 {
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
pub(crate) fn hash_of_heads(len: usize, [first, second]: [u64; 2]) -> u64 {
    let hash = mixed(mixed(len as u64, first), second);
    hash ^ hash >> 32
}

fn hash_of(word: &str) -> u64 {
    let word = word.as_bytes();
    hash(word, heads(word))
}

/// The head of a word, and that of what stands after its first eight bytes.
#[inline]
pub(crate) fn heads(word: &[u8]) -> [u64; 2] {
    let second = match word.len() {
        ..=HEAD => 0,
        // The last eight bytes, without those of the first eight.
        len @ ..=LONG => word.last_chunk().map_or(0, |last: &[u8; HEAD]| head(last) >> (8 * (LONG - len))),
        _ => word.get(HEAD..).map_or(0, head),
    };
    [head(word), second]
}

/// How many bytes two heads have.
pub(crate) const LONG: usize = 2 * HEAD;

fn mixed(hash: u64, bytes: u64) -> u64 {
    (hash.rotate_left(5) ^ bytes).wrapping_mul(ODD)
}

/// A number by which hashes are spread: an odd one with bits all over.
pub(crate) const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

#[inline]
fn group(hash: u64, groups: usize) -> usize {
    hash as usize & groups.wrapping_sub(1)
}

#[inline]
fn place(hash: u64, turn: u8, places: usize) -> usize {
    ((hash ^ u64::from(turn)).wrapping_mul(ODD) >> 32) as usize & places.wrapping_sub(1)
}

/// What a place keeps of a hash, apart from its group.
#[inline]
fn tag(hash: u64) -> u8 {
    (hash >> 56) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_a_place_of_its_own_and_is_found_there() {
        let words: Vec<String> = (0..5000).map(|number: u32| format!("w{}", number * number)).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (mut places, ids) = Places::of(&words);
        for (id, word) in ids.iter().zip(&words) {
            places.put(*id, word);
        }
        assert!(places.len() < 4 * words.len());
        assert!(ids.iter().zip(&words).all(|(id, word)| *id != 0 && places.word(hash_of(word)) == *id));
        let mut different = ids.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), words.len());
        let unknown = (0..5000).filter(|number| places.word(hash_of(&format!("u{number}"))) != 0).count();
        assert!(unknown < 100, "{unknown} unknown words look like known ones");
    }

    #[test]
    fn a_word_that_is_given_twice_has_one_place() {
        let (_, ids) = Places::of(&["once", "twice", "once"]);
        assert!(
            matches!(ids.as_slice(), [first, second, 0] if first != second && *first != 0 && *second != 0)
        );
    }

    #[test]
    fn no_places_hold_no_word() {
        assert_eq!(Places::default().word(hash_of("word")), 0);
    }
}
