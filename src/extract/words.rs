//! Words that a grammar looks for.

use std::ops::Range;

/// Some words in small letters, with a sieve that most other words fall through.
#[derive(Debug)]
pub(super) struct Words {
    words: &'static [&'static str],
    /// The bits of the words' hashes.
    sieve: [u64; SIEVE],
}

/// The length of a sieve in numbers of 64 bits.
const SIEVE: usize = 8;

impl Words {
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let mut sieve = [0; SIEVE];
        let mut index = 0;
        while index < words.len() {
            let bit = bit(head_of(words[index]), words[index].len());
            sieve[bit >> 6] |= 1 << (bit & 63);
            index += 1;
        }
        Self { words, sieve }
    }
}

/// A list of words in small letters that a token may be one of.
pub(super) trait OneOf {
    /// Whether `word` is one of them in any case; `head` is its head.
    fn has(&self, head: u64, word: &str) -> bool;
}

impl OneOf for Words {
    fn has(&self, head: u64, word: &str) -> bool {
        let bit = bit(head, word.len());
        self.sieve.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1) && self.words.has(head, word)
    }
}

impl<W: OneOf + ?Sized> OneOf for &W {
    #[inline]
    fn has(&self, head: u64, word: &str) -> bool {
        (**self).has(head, word)
    }
}

impl OneOf for [&str] {
    fn has(&self, head: u64, word: &str) -> bool {
        self.iter().any(|known| is(head, word, known))
    }
}

impl<const N: usize> OneOf for [&str; N] {
    #[inline]
    fn has(&self, head: u64, word: &str) -> bool {
        self.iter().any(|known| is(head, word, known))
    }
}

/// Whether `word`, of which `head` is the head, is `small` in any case. `small` is in small letters.
#[inline]
pub(super) fn is(head: u64, word: &str, small: &str) -> bool {
    word.len() == small.len()
        && head == head_of(small)
        && (small.len() <= HEAD || word.eq_ignore_ascii_case(small))
}

/// How many bytes a head has.
const HEAD: usize = 8;

/// The head of a word: its first eight bytes in small letters, the first of them lowest, or fewer.
#[inline]
pub(super) const fn head_of(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut head = 0;
    let mut index = 0;
    while index < bytes.len() && index < HEAD {
        head |= (bytes[index].to_ascii_lowercase() as u64) << (8 * index);
        index += 1;
    }
    head
}

/// The head of the word that stands at some bytes of a text.
pub(super) fn head(text: &[u8], span: Range<usize>) -> u64 {
    let Some(eight) = text.get(span.start..).and_then(<[u8]>::first_chunk::<HEAD>) else {
        let word = text.get(span).unwrap_or_default();
        return word.iter().rev().fold(0, |head, byte| head << 8 | u64::from(byte.to_ascii_lowercase()));
    };
    let head = small(u64::from_le_bytes(*eight));
    match span.len() {
        len @ ..HEAD => head & ((1 << (8 * len)) - 1),
        _ => head,
    }
}

/// Eight bytes with the capitals of ASCII among them in small letters.
pub(super) const fn small(bytes: u64) -> u64 {
    const ALL: u64 = 0x0101_0101_0101_0101;
    let ascii = bytes & (0x7f * ALL);
    // The high bit of each byte: whether it is "A" or more, and whether it is more than "Z".
    let from_a = ascii + (0x80 - b'A' as u64) * ALL;
    let above_z = ascii + (0x7f - b'Z' as u64) * ALL;
    let capitals = from_a & !above_z & !bytes & (0x80 * ALL);
    bytes | capitals >> 2
}

/// The bit of a sieve that a word of a head and a length has.
const fn bit(head: u64, len: usize) -> usize {
    let mixed = (head ^ (len as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (64 - (64 * SIEVE).ilog2())) as usize
}
