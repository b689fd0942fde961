//! Numbers by which equal things are known: the hash of Fowler, Noll and Vo (FNV-1a, 64 bits), over eight
//! bytes at a time. They stand in documents, so they are the same on every machine and in every version.

use std::hash::Hasher;
#[cfg(any(feature = "ninjs", feature = "tree"))]
use std::ops::Range;

/// The number of a text without what stands at `place`, which may be that number itself: 16 hexadecimal digits.
#[cfg(any(feature = "ninjs", feature = "tree"))]
pub(super) fn number_around(text: &str, place: Range<usize>) -> String {
    let mut hash = Fnv::new();
    for part in [text.get(..place.start), text.get(place.end..)] {
        hash.mark_long(part.unwrap_or_default().as_bytes());
    }
    format!("{:016x}", hash.number())
}

/// A number in the making. It finds edits, not malice.
pub(super) struct Fnv(u64);

impl Fnv {
    pub(super) fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    /// Takes in a text, and what it is.
    pub(super) fn mark(&mut self, what: u64, text: &[u8]) {
        self.word(what ^ (text.len() as u64) << 8);
        let (words, rest) = text.as_chunks::<8>();
        words.iter().for_each(|word| self.word(u64::from_le_bytes(*word)));
        self.word(rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte)));
    }

    /// Takes in a long text: four words side by side, since each waits for the one before it.
    #[cfg(any(feature = "ninjs", feature = "tree"))]
    fn mark_long(&mut self, text: &[u8]) {
        let [mut a, mut b, mut c, mut d] = [Self::new(), Self::new(), Self::new(), Self::new()];
        let (chunks, rest) = text.as_chunks::<32>();
        for chunk in chunks {
            if let ([first, second, third, fourth], _) = chunk.as_chunks::<8>() {
                a.word(u64::from_le_bytes(*first));
                b.word(u64::from_le_bytes(*second));
                c.word(u64::from_le_bytes(*third));
                d.word(u64::from_le_bytes(*fourth));
            }
        }
        [a, b, c, d].iter().for_each(|lane| self.word(lane.number()));
        self.mark(text.len() as u64, rest);
    }

    pub(super) fn word(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x0000_0100_0000_01B3);
        self.0 ^= self.0 >> 29;
    }

    pub(super) fn number(&self) -> u64 {
        self.0
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self::new()
    }
}

/// For tables whose keys are our own: nobody can choose them so that they collide.
impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.mark(0, bytes);
    }

    fn write_u8(&mut self, byte: u8) {
        self.word(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(any(feature = "ninjs", feature = "tree"))]
    fn a_number_never_changes() {
        let mut hash = Fnv::new();
        hash.mark(1, b"nine bytes");
        assert_eq!(hash.number(), 3_515_517_092_000_590_647);
        hash.mark_long(&[7; 100]);
        assert_eq!(hash.number(), 15_594_679_058_036_260_882);
    }
}
