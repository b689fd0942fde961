//! How deep and how rich a document is, before anything is made of it.

use crate::format::Limits;

/// The deepest that serde_json reads, whatever the limits.
const MAX_DEPTH: usize = 127;

/// Refuses a document that nests deeper or holds more values than `limits` allow.
///
/// The document need not be well-formed. The error is the byte where the limit is passed, and which.
pub(super) fn check_limits(json: &[u8], limits: &Limits) -> Result<(), (usize, String)> {
    let most_deep = limits.depth.min(MAX_DEPTH);
    let (mut depth, mut elements, mut at) = (0_usize, 0_usize, 0_usize);
    while let Some(byte) = json.get(at) {
        match byte {
            b'{' | b'[' => {
                depth += 1;
                elements += 1;
                if depth > most_deep {
                    return Err((
                        at,
                        format!(
                            "more than {most_deep} objects and arrays within each other, which is the limit"
                        ),
                    ));
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => elements += 1,
            b'"' => at = end_of_string(json, at),
            b'\n' => {
                // Lines mostly begin with many spaces.
                let line = json.get(at + 1..).unwrap_or_default();
                at += line.iter().take_while(|byte| **byte == b' ').count();
            }
            _ => {}
        }
        if elements > limits.elements {
            return Err((at, format!("more than {} members, which is the limit", limits.elements)));
        }
        at += 1;
    }
    Ok(())
}

/// The closing quotation mark of the string that opens at `at`, or the end of the document.
pub(super) fn end_of_string(json: &[u8], at: usize) -> usize {
    let mut at = at + 1;
    while let Some(found) = json.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += found;
        if json.get(at) == Some(&b'"') {
            return at;
        }
        at += 2;
    }
    json.len()
}
