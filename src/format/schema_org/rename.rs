//! Names of nodes within a document, and all that refers to them.

use std::collections::HashMap;

use serde_json::Value;

use crate::format::json_tree::{Bindings, Layout, pairs};

/// Lists of a draft whose items others refer to.
const NAMED: [&str; 3] = ["mentions", "publisher", "hasPart"];

/// What nodes are called, and what they are to be called.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By what `@id` says.
    nodes: HashMap<String, String>,
    /// By what `name` says.
    words: HashMap<String, String>,
}

/// The nodes of the document that are to be called otherwise.
pub(super) fn names(
    document: &Value,
    told: &Value,
    wanted: &Value,
    bindings: &Bindings,
    layout: &Layout,
) -> Names {
    let mut names = Names::default();
    for list in NAMED {
        let items = |draft: &Value| draft.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
        let text = |item: &Value, name: &str| item.get(name).and_then(Value::as_str).map(str::to_owned);
        let (told, wanted) = (items(told), items(wanted));
        for (was, is) in pairs(&told, &wanted, layout) {
            let place = bindings.place_of(&format!("/{list}/{was}"));
            let (Some(was), Some(is)) = (told.get(was), wanted.get(is)) else { continue };
            let stands = document.pointer(&place).and_then(|node| text(node, "@id"));
            let stands = stands.filter(|stands| stands.starts_with('#'));
            if let (Some(stands), Some(new)) =
                (stands, text(is, "@id").filter(|new| text(was, "@id").as_ref() != Some(new)))
            {
                names.nodes.insert(stands, new);
            }
            if let (Some(old), Some(new)) =
                (text(was, "name"), text(is, "name").filter(|_| list == "mentions"))
                && old != new
            {
                names.words.insert(old, new);
            }
        }
    }
    names
}

/// Renames the nodes and what refers to them, by `@id` or by words alone.
pub(super) fn rename(value: &mut Value, names: &Names) {
    match value {
        Value::Object(members) => {
            let is_words = members.keys().all(|name| matches!(name.as_str(), "@type" | "name"));
            for (member, value) in members.iter_mut() {
                let new = match (member.as_str(), value.as_str()) {
                    ("@id", Some(name)) => names.nodes.get(name),
                    ("name", Some(name)) if is_words => names.words.get(name),
                    _ => None,
                };
                match new {
                    Some(new) => *value = new.as_str().into(),
                    None => rename(value, names),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        _ => {}
    }
}
