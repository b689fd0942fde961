//! Which part of a draft stands where in a document that was read.

use std::collections::BTreeMap;

/// Where the parts of a story's draft stand in the document that the story was read from.
///
/// Both sides are JSON pointers (RFC 6901). A part without a binding of its own stands where the part
/// around it stands, by the same name; so only what stands elsewhere is told: a list of which the reader
/// passed over some items, a member by another name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::format) struct Bindings {
    places: BTreeMap<String, String>,
    /// Whether nobody asks where anything stands, as where a document is read and not written into.
    are_idle: bool,
}

impl Bindings {
    /// Every part stands where its draft has it.
    pub(in crate::format) fn new() -> Self {
        Self::default()
    }

    /// Nobody asks for them.
    pub(in crate::format) fn idle() -> Self {
        Self { are_idle: true, ..Self::default() }
    }

    /// Whether nobody asks for them, so that places need not be told.
    pub(in crate::format) fn are_idle(&self) -> bool {
        self.are_idle
    }

    /// The part `draft` stands at `document`.
    pub(in crate::format) fn bind(&mut self, draft: impl Into<String>, document: impl Into<String>) {
        let (draft, document) = (draft.into(), document.into());
        if !self.are_idle && self.place_of(&draft) != document {
            self.places.insert(draft, document);
        }
    }

    /// The part `draft` stands at an item of a list of the document.
    pub(in crate::format) fn bind_item(&mut self, draft: &str, list: &str, index: usize) {
        if !self.are_idle {
            self.bind(draft, format!("/{list}/{index}"));
        }
    }

    /// Whether a part of the draft has a binding of its own.
    pub(super) fn is_bound(&self, draft: &str) -> bool {
        self.places.contains_key(draft)
    }

    /// Where a part of the draft stands in the document.
    pub(in crate::format) fn place_of(&self, draft: &str) -> String {
        let mut around = draft;
        loop {
            let rest = draft.get(around.len()..).unwrap_or_default();
            if let Some(place) = self.places.get(around) {
                return format!("{place}{rest}");
            }
            match around.rsplit_once('/') {
                Some((shorter, _)) => around = shorter,
                None => return draft.to_owned(),
            }
        }
    }
}

/// Lengthens a JSON pointer by a name.
pub(super) fn push_token(pointer: &mut String, name: &str) {
    pointer.push('/');
    if name.contains(['~', '/']) {
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(name);
    }
}

/// The part of a JSON pointer before its last name, and that name.
pub(super) fn split_token(pointer: &str) -> Option<(&str, String)> {
    let (around, name) = pointer.rsplit_once('/')?;
    Some((around, name.replace("~1", "/").replace("~0", "~")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_binding_around_a_part_says_where_it_stands() {
        let mut bindings = Bindings::new();
        bindings.bind("/people/1", "/people/4");
        bindings.bind("/people/1/name", "/people/4/names/0");
        bindings.bind("/author/0", "/author");
        for (draft, place) in [
            ("/people/0/name", "/people/0/name"),
            ("/people/1/uri", "/people/4/uri"),
            ("/people/1/name", "/people/4/names/0"),
            ("/people/10", "/people/10"),
            ("/author/0/name", "/author/name"),
            ("", ""),
        ] {
            assert_eq!(bindings.place_of(draft), place);
        }
    }
}
