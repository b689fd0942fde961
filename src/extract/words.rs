//! Words that a grammar looks for.

use super::lexicon::{HEAD, cut, head_of};

/// A word in small letters, ready to be compared with the words of a text.
#[derive(Debug)]
pub(super) struct Word {
    head: u64,
    text: &'static str,
}

impl Word {
    pub(super) const fn of(text: &'static str) -> Self {
        Self { head: head_of(text), text }
    }

    pub(super) const fn text(&self) -> &'static str {
        self.text
    }

    /// Whether `word`, of which `head` is the head, is this one in any case.
    #[inline]
    pub(super) fn is(&self, head: u64, word: &str) -> bool {
        self.head == head
            && self.text.len() == word.len()
            && (word.len() <= HEAD || word.eq_ignore_ascii_case(self.text))
    }
}

/// Some words in small letters, with a sieve that most other words fall through.
#[derive(Debug)]
pub(super) struct Words {
    words: &'static [Word],
    sieve: Sieve,
}

/// Words to look for, made ready when the crate is built.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        const {
            const WORDS: &[$crate::extract::words::Word] = &[$($crate::extract::words::Word::of($word)),*];
            &$crate::extract::words::Words::of(WORDS)
        }
    };
}

/// The beginning of words, in small letters, ready to be compared with the words of a text.
#[derive(Debug)]
pub(super) struct Stem {
    head: u64,
    /// The bits of a head that the stem tells.
    told: u64,
    text: &'static str,
}

/// Beginnings of words to look for, made ready when the crate is built.
macro_rules! stems {
    ($($stem:literal),* $(,)?) => {
        const { &[$($crate::extract::words::Stem::of($stem)),*] }
    };
}

impl Stem {
    pub(super) const fn of(text: &'static str) -> Self {
        Self { head: head_of(text), told: cut(u64::MAX, text.len()), text }
    }

    pub(super) const fn text(&self) -> &'static str {
        self.text
    }

    /// Whether a word of a head begins with it in any case. Only of few words more is asked for than the head.
    #[inline]
    pub(super) fn begins<'w>(&self, head: u64, word: impl Fn() -> &'w str) -> bool {
        (head ^ self.head) & self.told == 0 && (self.text.len() <= HEAD || self.begins_long(word()))
    }

    fn begins_long(&self, word: &str) -> bool {
        let beginning = word.as_bytes().get(..self.text.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(self.text.as_bytes()))
    }
}

impl Words {
    pub(super) const fn of(words: &'static [Word]) -> Self {
        Self { words, sieve: Sieve::of(words) }
    }

    pub(super) const fn all(&self) -> &'static [Word] {
        self.words
    }

    /// Whether a word that is no token of a passage is one of these, in any case.
    pub(super) fn hold(&self, word: &str) -> bool {
        self.words.iter().any(|known| known.text.eq_ignore_ascii_case(word))
    }
}

/// A set of words that holds some words more than were put into it.
#[derive(Debug, Clone, Copy)]
struct Sieve {
    /// The bits of the words' hashes.
    bits: [u64; SIEVE],
}

/// The length of a sieve in numbers of 64 bits.
const SIEVE: usize = 8;

impl Sieve {
    #[expect(
        clippy::indexing_slicing,
        reason = "a bit is within the sieve, and constants are checked anyway"
    )]
    const fn of(words: &[Word]) -> Self {
        let mut sieve = Self { bits: [0; SIEVE] };
        let mut rest = words;
        while let [word, after @ ..] = rest {
            let bit = bit(word.head, word.text.len());
            sieve.bits[bit >> 6] |= 1 << (bit & 63);
            rest = after;
        }
        sieve
    }

    /// Whether a word of a head and a length may have been put into it.
    #[inline]
    fn may_have(&self, head: u64, len: usize) -> bool {
        let bit = bit(head, len);
        self.bits.get(bit >> 6).is_some_and(|bits| bits >> (bit & 63) & 1 == 1)
    }
}

/// Where the rows of a table of words stand, by the hashes of the words. The table has less than 128 rows.
#[derive(Debug)]
pub(super) struct Index {
    /// The row, counted from 1; 0 for an empty place.
    rows: [u8; PLACES],
}

/// How many places an index has.
const PLACES: usize = 256;

impl Index {
    #[expect(
        clippy::indexing_slicing,
        reason = "a place is within the index, and constants are checked anyway"
    )]
    pub(super) const fn of<T>(table: &[(Word, T)]) -> Self {
        assert!(table.len() < PLACES / 2, "the table has less than 128 rows");
        let mut index = Self { rows: [0; PLACES] };
        let mut row = 0;
        while row < table.len() {
            let word = &table[row].0;
            let mut place = place(word.head, word.text.len());
            while index.rows[place] != 0 {
                place = (place + 1) % PLACES;
            }
            row += 1;
            index.rows[place] = row as u8;
        }
        index
    }

    /// What the table from which the index was made says of `word`, of which `head` is the head.
    pub(super) fn find<'t, T>(&self, table: &'t [(Word, T)], head: u64, word: &str) -> Option<&'t T> {
        let mut place = place(head, word.len());
        loop {
            let row = usize::from(*self.rows.get(place)?);
            let (known, value) = table.get(row.checked_sub(1)?)?;
            if known.is(head, word) {
                return Some(value);
            }
            place = (place + 1) % PLACES;
        }
    }
}

/// The place of an index at which a word of a head and a length is looked for first.
const fn place(head: u64, len: usize) -> usize {
    (mixed(head, len) >> (64 - PLACES.ilog2())) as usize
}

/// A hash of a head and a length, of which the highest bits are the best.
pub(super) const fn mixed(head: u64, len: usize) -> u64 {
    (head ^ (len as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A list of words in small letters that a token may be one of.
pub(super) trait OneOf {
    /// Whether a word of a head and a length may be one of them: what most words are told by, without their letters.
    fn may_have(&self, head: u64, len: usize) -> bool;

    /// Whether `word`, which may be one of them, is one in any case; `head` is its head.
    fn has(&self, head: u64, word: &str) -> bool;
}

impl OneOf for Words {
    #[inline]
    fn may_have(&self, head: u64, len: usize) -> bool {
        self.sieve.may_have(head, len)
    }

    #[inline(never)]
    fn has(&self, head: u64, word: &str) -> bool {
        self.words.iter().any(|known| known.is(head, word))
    }
}

impl<W: OneOf + ?Sized> OneOf for &W {
    #[inline]
    fn may_have(&self, head: u64, len: usize) -> bool {
        (**self).may_have(head, len)
    }

    #[inline]
    fn has(&self, head: u64, word: &str) -> bool {
        (**self).has(head, word)
    }
}

impl OneOf for [&str] {
    #[inline]
    fn may_have(&self, head: u64, len: usize) -> bool {
        self.iter().any(|known| known.len() == len && head_of(known) == head)
    }

    fn has(&self, head: u64, word: &str) -> bool {
        self.iter().any(|known| is(head, word, known))
    }
}

impl<const N: usize> OneOf for [&str; N] {
    #[inline]
    fn may_have(&self, head: u64, len: usize) -> bool {
        self.as_slice().may_have(head, len)
    }

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
    (mixed(head, len) >> (64 - (64 * SIEVE).ilog2())) as usize
}
