//! Letters and digits of ASCII, eight bytes of a text at once.

/// The letters and digits that stand together at a place of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// How many bytes they have.
    pub(super) len: usize,
    /// Its first eight bytes in small letters.
    pub(super) head: u64,
    /// The eight after them.
    pub(super) second: u64,
    /// Whether no letter but the first byte is among them.
    pub(super) is_single: bool,
    /// Whether a small letter is among them.
    pub(super) has_small: bool,
}

impl Run {
    /// The run at the beginning of some bytes.
    #[inline]
    pub(super) fn at_start(bytes: &[u8]) -> Self {
        let first = Eight::of(bytes);
        let mut run = Self {
            len: first.len(),
            head: first.small(),
            second: 0,
            is_single: first.letters() & !0xff == 0,
            has_small: first.small_letters() != 0,
        };
        let mut goes_on = first.others == 0;
        while goes_on {
            let next = Eight::of(bytes.get(run.len..).unwrap_or_default());
            goes_on = next.others == 0;
            if run.len == EIGHT {
                run.second = next.small();
            }
            run.len += next.len();
            run.is_single &= next.letters() == 0;
            run.has_small |= next.small_letters() != 0;
        }
        run
    }
}

pub(super) const EIGHT: usize = 8;

const ONES: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each of eight bytes.
pub(super) const HIGHEST: u64 = 0x80 * ONES;

/// Tells by the highest bit of each of eight bytes of ASCII whether it is so much or more.
#[inline]
pub(super) const fn at_least(ascii: u64, least: u8) -> u64 {
    ascii + (0x80 - least as u64) * ONES
}

/// Eight bytes, the first lowest. What is told of a byte stands in its highest bit.
#[derive(Debug, Clone, Copy)]
struct Eight {
    bytes: u64,
    /// The letters among them.
    letters: u64,
    capitals: u64,
    /// Where something else than a letter or a digit stands.
    others: u64,
}

impl Eight {
    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let bytes = match bytes.first_chunk::<EIGHT>() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => bytes.iter().rev().fold(0, |rest, byte| rest << 8 | u64::from(*byte)),
        };
        let ascii = bytes & !HIGHEST;
        let small = ascii | (0x20 * ONES);
        let letters = at_least(small, b'a') & !at_least(small, b'z' + 1) & !bytes & HIGHEST;
        let digits = at_least(ascii, b'0') & !at_least(ascii, b'9' + 1) & !bytes & HIGHEST;
        Self { bytes, letters, capitals: letters & !(bytes << 2), others: !(letters | digits) & HIGHEST }
    }

    /// The run that they begin with, in small letters.
    #[inline]
    fn small(self) -> u64 {
        (self.bytes | self.capitals >> 2) & self.whole()
    }

    /// How many letters and digits they begin with.
    #[inline]
    fn len(self) -> usize {
        self.others.trailing_zeros() as usize / 8
    }

    /// The bits below the first other byte's highest: of what is told of bytes, that of those before it.
    #[inline]
    fn before(self) -> u64 {
        self.others.wrapping_sub(1) & !self.others
    }

    /// The same of whole bytes: the sign fills what is shifted in where all bytes belong to the run.
    #[inline]
    fn whole(self) -> u64 {
        (self.before().cast_signed() >> 7).cast_unsigned()
    }

    /// The letters that they begin with.
    #[inline]
    fn letters(self) -> u64 {
        self.letters & self.before()
    }

    /// The small ones of these letters.
    #[inline]
    fn small_letters(self) -> u64 {
        self.letters() & !self.capitals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, byte by byte.
    fn told_slowly(text: &str) -> (usize, bool, bool) {
        let run = || text.bytes().take_while(u8::is_ascii_alphanumeric);
        let is_single = run().skip(1).all(|byte| byte.is_ascii_digit());
        (run().count(), is_single, run().any(|byte| byte.is_ascii_lowercase()))
    }

    #[test]
    fn a_run_is_what_its_bytes_are_one_by_one() {
        let others = (0..=0x10ff).filter_map(char::from_u32).map(|c| format!("Ab9{c}x"));
        let words = ["", "a", "A", "A1", "U.S.", "minister", "Ministers of", "MINISTERS2", "Afghanistan's"];
        let long = (0..40).map(|len| "aB3".repeat(len));
        for text in words.map(str::to_owned).into_iter().chain(others).chain(long) {
            let run = Run::at_start(text.as_bytes());
            assert_eq!((run.len, run.is_single, run.has_small), told_slowly(&text), "{text:?}");
            let word = text.get(..run.len).unwrap_or_default().as_bytes();
            let heads = [word, word.get(EIGHT..).unwrap_or_default()].map(crate::extract::lexicon::head);
            assert_eq!([run.head, run.second], heads, "{text:?}");
        }
    }
}
