//! Looking for bytes that are few.

/// The first byte of a kind, at `from` or after: many at a time, since they are few.
pub(super) fn position(bytes: &[u8], from: usize, is_it: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let (chunks, _) = rest.as_chunks::<32>();
    let is_plain = |chunk: &&[u8; 32]| !chunk.iter().fold(false, |found, byte| found | is_it(*byte));
    let passed = chunks.iter().take_while(is_plain).count() * 32;
    // What is short, or left, eight at a time.
    let (chunks, _) = rest.get(passed..)?.as_chunks::<8>();
    let is_plain = |chunk: &&[u8; 8]| !chunk.iter().fold(false, |found, byte| found | is_it(*byte));
    let passed = passed + chunks.iter().take_while(is_plain).count() * 8;
    rest.iter().skip(passed).position(|byte| is_it(*byte)).map(|at| from + passed + at)
}
