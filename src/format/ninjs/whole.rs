//! The mark of a document that was written from a story alone, and that nobody has changed since.
//!
//! It is a number of the text around it, and stands where the remainder begins: nothing of such a document need be
//! kept, and its remainder is known to fit.

use std::ops::Range;

use memchr::memmem;

use crate::format::fnv::number_around;

/// What stands before the number, in a document that is laid out as it was written. The last one is the mark:
/// a text of the story holds no quotation mark that is not escaped, and the remainder comes last.
const BEFORE: &str = r#""value": "{\"whole\":\""#;

/// A number that is yet to be told.
pub(super) const UNTOLD: &str = "0000000000000000";

/// A document with its number in its mark, if it has one.
pub(super) fn sealed(mut json: String) -> String {
    if let Some((place, number)) = place(&json).map(|place| (place.clone(), number_around(&json, place))) {
        json.replace_range(place, &number);
    }
    json
}

/// Whether a document is as it was sealed.
pub(super) fn holds(json: &str) -> bool {
    place(json).is_some_and(|place| json.get(place.clone()) == Some(number_around(json, place).as_str()))
}

fn place(json: &str) -> Option<Range<usize>> {
    let start = memmem::rfind(json.as_bytes(), BEFORE.as_bytes())? + BEFORE.len();
    Some(start..start + UNTOLD.len()).filter(|place| json.get(place.clone()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_document_holds_until_it_is_changed() {
        let json = format!("{{\"a\": \"x\", {BEFORE}{UNTOLD}\\\",…}}\"}}");
        let sealed = sealed(json.clone());
        assert!(holds(&sealed), "{sealed}");
        assert!(!holds(&json));
        assert!(!holds(&sealed.replace("\"x\"", "\"y\"")));
        assert!(!holds(&sealed.replace("\"a\"", " \"a\"")));
        assert!(!holds("") && !holds(BEFORE) && !holds(&format!("{BEFORE}…")));
    }
}
