//! Where the value of a path stands in a document.

use std::collections::HashMap;
use std::ops::Range;

use super::scan::end_of_string;

/// The bytes of the values at `paths` (`story/facts/visits[2]/status`, members counted from 1).
///
/// Of a path that the document does not have, or only after something ill-formed, nothing is said.
pub(in crate::format) fn locate<'p>(
    json: &str,
    root: &str,
    paths: &'p [String],
) -> HashMap<&'p str, Range<usize>> {
    let wanted = paths.iter().map(|path| (path.as_str(), None)).collect();
    let mut walk = Walk { json: json.as_bytes(), at: 0, path: root.to_owned(), wanted };
    let _ = walk.value();
    walk.wanted.into_iter().filter_map(|(path, span)| Some((path, span?))).collect()
}

/// A walk over a document; it ends at the first thing that is ill-formed.
struct Walk<'j, 'p> {
    json: &'j [u8],
    at: usize,
    path: String,
    wanted: HashMap<&'p str, Option<Range<usize>>>,
}

impl Walk<'_, '_> {
    fn value(&mut self) -> Option<()> {
        self.skip_space();
        let start = self.at;
        match self.json.get(self.at)? {
            b'{' => self.members(b'}', |walk, _| {
                let key = walk.key()?;
                walk.path.push('/');
                walk.path.push_str(&key);
                Some(())
            })?,
            b'[' => self.members(b']', |walk, index| {
                walk.path.push_str(&format!("[{}]", index + 1));
                Some(())
            })?,
            b'"' => self.at = end_of_string(self.json, self.at) + 1,
            _ => {
                let rest = self.json.get(self.at..)?;
                self.at += rest.iter().position(|b| b",]} \t\r\n".contains(b)).unwrap_or(rest.len());
            }
        }
        if let Some(span) = self.wanted.get_mut(self.path.as_str()) {
            span.get_or_insert(start..self.at);
        }
        Some(())
    }

    /// The members of an object or array; `step` reads what stands before each and lengthens the path.
    fn members(&mut self, close: u8, step: impl Fn(&mut Self, usize) -> Option<()>) -> Option<()> {
        self.at += 1;
        let outside = self.path.len();
        for index in 0.. {
            self.skip_space();
            if self.json.get(self.at) == Some(&close) {
                break;
            }
            step(self, index)?;
            self.value()?;
            self.path.truncate(outside);
            self.skip_space();
            match self.json.get(self.at)? {
                b',' => self.at += 1,
                byte if *byte == close => break,
                _ => return None,
            }
        }
        self.at += 1;
        Some(())
    }

    fn key(&mut self) -> Option<String> {
        let start = self.at;
        self.at = end_of_string(self.json, start) + 1;
        let key = serde_json::from_slice(self.json.get(start..self.at)?).ok()?;
        self.skip_space();
        (self.json.get(self.at)? == &b':').then(|| self.at += 1)?;
        Some(key)
    }

    fn skip_space(&mut self) {
        while self.json.get(self.at).is_some_and(|byte| b" \t\r\n".contains(byte)) {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_path() {
        let json = r#" {"a": [1, {"b\"c": "x}"}], "d" : null} "#;
        let paths = ["r/a[1]", "r/a[2]/b\"c", "r/d", "r/e"].map(str::to_owned);
        let spans = locate(json, "r", &paths);
        let found = |path: &str| spans.get(path).and_then(|span| json.get(span.clone()));
        assert_eq!(found("r/a[1]"), Some("1"));
        assert_eq!(found("r/a[2]/b\"c"), Some("\"x}\""));
        assert_eq!(found("r/d"), Some("null"));
        assert_eq!(found("r/e"), None);
    }

    #[test]
    fn ill_formed_text_ends_the_walk() {
        let paths = ["r/a", "r/b"].map(str::to_owned);
        for json in ["", "{", "{\"a\"", "{\"a\":", "{\"a\": 1 \"b\": 2}", "[[[", "{\"a\": \"", "{1: 2}"] {
            assert!(!locate(json, "r", &paths).contains_key("r/b"), "{json}");
        }
    }
}
