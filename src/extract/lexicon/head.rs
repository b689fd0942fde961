//! The head of a word: its first eight bytes in small letters as one number, the first byte lowest.
//!
//! Words of at most eight bytes are the same in any case of ASCII if their heads and lengths are.

/// How many bytes a head has.
pub(crate) const HEAD: usize = 8;

/// The head of a word in small letters, for constants.
#[inline]
pub(crate) const fn head_of(small: &str) -> u64 {
    let mut rest = small.as_bytes();
    let mut head = 0;
    let mut shift = 0;
    while let [byte, after @ ..] = rest
        && shift < u64::BITS
    {
        head |= (*byte as u64) << shift;
        shift += 8;
        rest = after;
    }
    head
}

/// The head of a word.
#[inline]
pub(crate) fn head(word: &[u8]) -> u64 {
    match word.first_chunk::<HEAD>() {
        Some(eight) => small(u64::from_le_bytes(*eight)),
        None => small(word.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte))),
    }
}

/// The head of the word of `len` bytes that begins at `start` in a text.
#[inline]
pub(crate) fn head_at(text: &[u8], start: usize, len: usize) -> u64 {
    let rest = text.get(start..).unwrap_or_default();
    match rest.first_chunk::<HEAD>() {
        Some(eight) => cut(small(u64::from_le_bytes(*eight)), len),
        None => head(rest.get(..len).unwrap_or_default()),
    }
}

/// The head of the first `len` bytes of a word, from its head.
#[inline]
pub(crate) const fn cut(head: u64, len: usize) -> u64 {
    if len < HEAD { head & ((1 << (8 * len)) - 1) } else { head }
}

/// Eight bytes with the capitals of ASCII among them in small letters.
const fn small(bytes: u64) -> u64 {
    const ALL: u64 = 0x0101_0101_0101_0101;
    let ascii = bytes & (0x7f * ALL);
    // The high bit of each byte: whether it is "A" or more, and whether it is more than "Z".
    let from_a = ascii + (0x80 - b'A' as u64) * ALL;
    let above_z = ascii + (0x7f - b'Z' as u64) * ALL;
    let capitals = from_a & !above_z & !bytes & (0x80 * ALL);
    bytes | capitals >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_the_first_bytes_in_small_letters() {
        for word in ["", "a", "Z", "@[`{", "Minister", "MINISTERS", "é", "ÀÉÎÕÜ", "x-Ray 9"] {
            let small = word.to_ascii_lowercase();
            assert_eq!(head(word.as_bytes()), head_of(&small), "{word}");
            let text = format!("{word} and more of it");
            assert_eq!(head_at(text.as_bytes(), 0, word.len()), head_of(&small), "{word}");
        }
    }
}
