//! Looking for bytes that are few.

/// The first byte of a kind, at `from` or after: many at a time, since they are few.
pub(super) fn position(bytes: &[u8], from: usize, is_it: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let (chunks, _) = rest.as_chunks::<32>();
    let passed = chunks.iter().take_while(|chunk| !holds(chunk, &is_it)).count();
    // The end once more with what comes before it, so that nothing is looked at byte by byte.
    if passed == chunks.len()
        && let Some(end) = rest.last_chunk::<32>()
        && !holds(end, &is_it)
    {
        return None;
    }
    let passed = passed * 32;
    let short = rest.get(passed..)?;
    // What is short, or near, eight at a time.
    let (chunks, _) = short.as_chunks::<8>();
    let near = chunks.iter().take_while(|chunk| !holds(chunk, &is_it)).count();
    if near == chunks.len()
        && let Some(end) = short.last_chunk::<8>()
        && !holds(end, &is_it)
    {
        return None;
    }
    let passed = passed + near * 8;
    rest.iter().skip(passed).position(|byte| is_it(*byte)).map(|at| from + passed + at)
}

fn holds<const N: usize>(chunk: &[u8; N], is_it: &impl Fn(u8) -> bool) -> bool {
    chunk.iter().fold(false, |found, byte| found | is_it(*byte))
}

/// Whether a byte is one of some. It is told by their distances: comparisons would become a test of bits, which cannot
/// be made on many bytes at once.
pub(super) fn is_any(byte: u8, some: impl IntoIterator<Item = u8>) -> bool {
    some.into_iter().fold(u8::MAX, |least, one| least.min(byte ^ one)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        for length in 0..100 {
            let mut bytes = vec![b'x'; length];
            let sought = |bytes: &[u8], from| position(bytes, from, |byte| is_any(byte, *b"&<"));
            assert_eq!(sought(&bytes, 0), None);
            for at in 0..length {
                bytes[at] = b'<';
                assert_eq!(sought(&bytes, 0), Some(at));
                assert_eq!(sought(&bytes, at), Some(at));
                assert_eq!(sought(&bytes, at + 1), None);
                bytes[at] = b'x';
            }
        }
        assert_eq!(position(b"<", 2, |byte| byte == b'<'), None);
    }
}
