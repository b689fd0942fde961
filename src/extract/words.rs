//! Words that a grammar looks for.

use super::lexicon::{HEAD, head_of};

/// Some words in small letters, with a sieve that most other words fall through.
#[derive(Debug)]
pub(super) struct Words {
    words: &'static [&'static str],
    /// The bits of the words' hashes.
    sieve: [u64; SIEVE],
}

/// Words to look for, made ready when the crate is built.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const { &$crate::extract::words::Words::of(&[$($word),*]) }
    };
}

/// The length of a sieve in numbers of 64 bits.
const SIEVE: usize = 8;

impl Words {
    #[expect(
        clippy::indexing_slicing,
        reason = "a bit is within the sieve, and constants are checked anyway"
    )]
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let mut sieve = [0; SIEVE];
        let mut rest = words;
        while let [word, after @ ..] = rest {
            let bit = bit(head_of(word), word.len());
            sieve[bit >> 6] |= 1 << (bit & 63);
            rest = after;
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

/// The bit of a sieve that a word of a head and a length has.
const fn bit(head: u64, len: usize) -> usize {
    let mixed = (head ^ (len as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (64 - (64 * SIEVE).ilog2())) as usize
}
