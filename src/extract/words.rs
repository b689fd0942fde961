//! Words that a grammar looks for.

use super::lexicon::{HEAD, head_of};

/// Some words in small letters, with a sieve that most other words fall through.
#[derive(Debug)]
pub(super) struct Words {
    words: &'static [&'static str],
    sieve: Sieve,
}

/// Words to look for, made ready when the crate is built.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const { &$crate::extract::words::Words::of(&[$($word),*]) }
    };
}

impl Words {
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        Self { words, sieve: Sieve::of(words) }
    }
}

/// A set of words that holds some words more than were put into it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sieve {
    /// The bits of the words' hashes.
    bits: [u64; SIEVE],
}

/// The length of a sieve in numbers of 64 bits.
const SIEVE: usize = 8;

impl Sieve {
    pub(super) const fn of(words: &[&str]) -> Self {
        let mut sieve = Self { bits: [0; SIEVE] };
        let mut rest = words;
        while let [word, after @ ..] = rest {
            sieve = sieve.with(word);
            rest = after;
        }
        sieve
    }

    /// The sieve with one word more, which is in small letters.
    #[expect(
        clippy::indexing_slicing,
        reason = "a bit is within the sieve, and constants are checked anyway"
    )]
    pub(super) const fn with(mut self, word: &str) -> Self {
        let bit = bit(head_of(word), word.len());
        self.bits[bit >> 6] |= 1 << (bit & 63);
        self
    }

    /// Whether a word of a head and a length may have been put into it.
    #[inline]
    pub(super) fn may_have(&self, head: u64, len: usize) -> bool {
        let bit = bit(head, len);
        self.bits.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }
}

/// A list of words in small letters that a token may be one of.
pub(super) trait OneOf {
    /// Whether `word` is one of them in any case; `head` is its head.
    fn has(&self, head: u64, word: &str) -> bool;
}

impl OneOf for Words {
    fn has(&self, head: u64, word: &str) -> bool {
        self.sieve.may_have(head, word.len()) && self.words.has(head, word)
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

/// Whether a head begins as `stem` does, which is in small letters.
#[inline]
pub(super) fn begins(head: u64, stem: &str) -> bool {
    let others = 8 * HEAD.saturating_sub(stem.len()) as u32;
    (head ^ head_of(stem)).checked_shl(others).is_none_or(|differences| differences == 0)
}

/// The bit of a sieve that a word of a head and a length has.
const fn bit(head: u64, len: usize) -> usize {
    let mixed = (head ^ (len as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (64 - (64 * SIEVE).ilog2())) as usize
}
