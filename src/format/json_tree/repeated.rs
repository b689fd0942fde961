//! Members of one name in one object, of which only the last is read (RFC 8259, section 4, leaves that open).

use std::collections::HashSet;

use super::Json;
use crate::error::{Trouble, TroubleKind};

/// A trouble for each member that another one of its name follows, with its path, which begins with `root`.
pub(super) fn members(document: &Json<'_>, root: &str) -> Vec<Trouble> {
    let mut found = Vec::new();
    walk(document, root, &mut found);
    found
}

fn walk(value: &Json<'_>, path: &str, found: &mut Vec<Trouble>) {
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        walk(item, &format!("{path}[{}]", index + 1), found);
    }
    let mut after = HashSet::new();
    for (name, value) in value.as_object().into_iter().flatten().rev() {
        let path = format!("{path}/{name}");
        if after.insert(name.as_ref()) {
            walk(value, &path, found);
        } else {
            let message = "another member of this name follows, which alone is read";
            found.push(Trouble::new(TroubleKind::Unknown, message).with_path(path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_that_another_of_its_name_follows_is_told() {
        let json = r#"{"a": 1, "b": [{"c": 1}, {"c": 1, "d": {"e": 1, "e": 2}, "c": 2}], "a": {"a": 3}}"#;
        let document: Json<'_> = serde_json::from_str(json).unwrap();
        assert!(document.shape().may_repeat);
        let mut paths: Vec<_> = members(&document, "r").into_iter().filter_map(|it| it.path).collect();
        paths.sort();
        assert_eq!(paths, ["r/a", "r/b[2]/c", "r/b[2]/d/e"]);
    }

    #[test]
    fn members_of_other_names_and_of_other_objects_are_none() {
        let json =
            r#"{"uri": "x", "headlines": [{"value": "a"}, {"value": "b"}], "by": {"uri": "y"}, "urj": 1}"#;
        let document: Json<'_> = serde_json::from_str(json).unwrap();
        assert_eq!(members(&document, "r"), []);
        assert!(!document.shape().may_repeat);
    }
}
