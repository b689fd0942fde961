//! Members of one name in one object, of which only the last is read (RFC 8259, section 4, leaves that open).

use std::collections::HashSet;

use super::Json;
use crate::error::{Trouble, TroubleKind};

/// Takes out each member that another one of its name follows; a trouble for it, with its path, which begins with
/// `root`.
pub(super) fn take(document: &mut Json<'_>, root: &str) -> Vec<Trouble> {
    let mut found = Vec::new();
    walk(document, root, &mut found);
    found
}

fn walk(value: &mut Json<'_>, path: &str, found: &mut Vec<Trouble>) {
    match value {
        Json::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(item, &format!("{path}[{}]", index + 1), found);
            }
        }
        Json::Object(members) => {
            // The last comes first, to be the one that stays.
            let mut after = HashSet::new();
            members.reverse();
            members.retain_mut(|(name, value)| {
                let path = format!("{path}/{name}");
                let is_last = after.insert(name.clone());
                if is_last {
                    walk(value, &path, found);
                } else {
                    let message = "another member of this name follows, which alone is read";
                    found.push(Trouble::new(TroubleKind::Unknown, message).with_path(path));
                }
                is_last
            });
            members.reverse();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_that_another_of_its_name_follows_is_told() {
        let json = r#"{"a": 1, "b": [{"c": 1}, {"c": 1, "d": {"e": 1, "e": 2}, "c": 2}], "a": {"a": 3}}"#;
        let mut document: Json<'_> = serde_json::from_str(json).unwrap();
        assert!(document.shape().may_repeat);
        let mut paths: Vec<_> = take(&mut document, "r").into_iter().filter_map(|it| it.path).collect();
        paths.sort();
        assert_eq!(paths, ["r/a", "r/b[2]/c", "r/b[2]/d/e"]);
        let left = r#"{"b": [{"c": 1}, {"d": {"e": 2}, "c": 2}], "a": {"a": 3}}"#;
        assert_eq!(document, serde_json::from_str::<Json<'_>>(left).unwrap());
    }

    #[test]
    fn members_of_other_names_and_of_other_objects_are_none() {
        let json =
            r#"{"uri": "x", "headlines": [{"value": "a"}, {"value": "b"}], "by": {"uri": "y"}, "urj": 1}"#;
        let mut document: Json<'_> = serde_json::from_str(json).unwrap();
        assert_eq!(take(&mut document, "r"), []);
        assert!(!document.shape().may_repeat);
    }
}
