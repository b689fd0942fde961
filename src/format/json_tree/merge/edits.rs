//! Edits of a document, noted by the places that it has now and made all at once.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Place;
use crate::format::json_tree::bindings::split_token;

/// Edits by JSON pointer. They are made so that none moves the place of another.
#[derive(Debug, Default)]
pub(super) struct Edits {
    set: Vec<(String, Value)>,
    removed: Vec<String>,
    pruned: Vec<String>,
    /// By list, by index in it: whether the item there goes, and what comes before it.
    lists: BTreeMap<String, BTreeMap<usize, Splice>>,
    ends: Vec<(String, Value)>,
}

#[derive(Debug, Default)]
struct Splice {
    removes: bool,
    inserts: Vec<Inserted>,
}

#[derive(Debug)]
struct Inserted {
    /// Where the item stood, if it was there already.
    moved: Option<String>,
    new: Value,
}

impl Edits {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Puts a value in place of what stands there.
    pub(super) fn set(&mut self, place: String, value: Value) {
        self.set.push((place, value));
    }

    /// Takes a member or an item away.
    pub(super) fn remove(&mut self, place: String, document: &Value) {
        match item(&place, document) {
            Some((list, index)) => self.splice(list, index).removes = true,
            None => self.removed.push(place),
        }
    }

    /// Takes an object or list away if the other edits leave nothing in it.
    pub(super) fn prune(&mut self, place: String) {
        self.pruned.push(place);
    }

    /// Puts an item into a list; one that stood elsewhere takes along what it holds.
    pub(super) fn insert(&mut self, place: Place, moved: Option<String>, new: Value, document: &Value) {
        let (list, index) = match &place {
            Place::End(list) => return self.ends.push((list.clone(), new)),
            Place::Before(neighbour) => item(neighbour, document).unwrap_or((neighbour, 0)),
            Place::After(neighbour) => {
                item(neighbour, document).map_or((neighbour.as_str(), 1), |(list, index)| (list, index + 1))
            }
        };
        let inserted = Inserted { moved, new };
        self.splice(list, index).inserts.push(inserted);
    }

    fn splice(&mut self, list: &str, index: usize) -> &mut Splice {
        self.lists.entry(list.to_owned()).or_default().entry(index).or_default()
    }

    /// Makes the edits: members first, then lists from the innermost outwards and from their ends.
    pub(super) fn apply(self, document: &mut Value) {
        for (place, value) in self.set {
            put(document, &place, value);
        }
        for place in &self.removed {
            take(document, place);
        }
        let mut lists: Vec<_> = self.lists.into_iter().collect();
        lists.sort_by_key(|(place, _)| std::cmp::Reverse(place.matches('/').count()));
        for (place, splices) in lists {
            splice(document, &place, splices);
        }
        for (place, value) in self.ends {
            match document.pointer_mut(&place) {
                Some(Value::Array(items)) => items.push(value),
                Some(alone) => *alone = Value::Array(vec![alone.take(), value]),
                None => put(document, &place, Value::Array(vec![value])),
            }
        }
        for place in self.pruned.iter().rev() {
            let is_empty = match document.pointer(place) {
                Some(Value::Object(members)) => members.is_empty(),
                Some(Value::Array(items)) => items.is_empty(),
                _ => false,
            };
            if is_empty {
                take(document, place);
            }
        }
    }
}

/// The list and the index of an item's place, unless the place is a member's.
fn item<'p>(place: &'p str, document: &Value) -> Option<(&'p str, usize)> {
    let (list, index) = place.rsplit_once('/')?;
    document.pointer(list)?.is_array().then(|| Some((list, index.parse().ok()?)))?
}

fn splice(document: &mut Value, place: &str, splices: BTreeMap<usize, Splice>) {
    let inserted: Vec<Vec<Value>> = splices
        .values()
        .map(|splice| {
            let value = |inserted: &Inserted| {
                let stood = inserted.moved.as_deref().and_then(|place| document.pointer(place));
                stood.unwrap_or(&inserted.new).clone()
            };
            splice.inserts.iter().map(value).collect()
        })
        .collect();
    let list = match document.pointer_mut(place) {
        Some(Value::Array(list)) => list,
        Some(alone) => {
            *alone = Value::Array(vec![alone.take()]);
            let Value::Array(list) = alone else { return };
            list
        }
        None => {
            let items: Vec<Value> = inserted.into_iter().flatten().collect();
            if !items.is_empty() {
                put(document, place, Value::Array(items));
            }
            return;
        }
    };
    for ((index, splice), inserted) in splices.into_iter().zip(inserted).rev() {
        let index = index.min(list.len());
        if splice.removes && index < list.len() {
            list.remove(index);
        }
        list.splice(index..index, inserted);
    }
}

/// Puts a value at a place, and objects around it where there is nothing.
fn put(document: &mut Value, place: &str, value: Value) {
    if let Some(stands) = document.pointer_mut(place) {
        *stands = value;
        return;
    }
    let Some((around, name)) = split_token(place) else { return };
    if document.pointer(around).is_none() {
        put(document, around, Value::Object(Map::new()));
    }
    match document.pointer_mut(around) {
        Some(Value::Object(members)) => {
            members.insert(name, value);
        }
        Some(Value::Array(items)) => items.push(value),
        _ => {}
    }
}

/// Takes a member away.
fn take(document: &mut Value, place: &str) {
    let Some((around, name)) = split_token(place) else { return };
    match document.pointer_mut(around) {
        Some(Value::Object(members)) => {
            members.shift_remove(&name);
        }
        Some(Value::Array(items)) => {
            if let Some(index) = name.parse().ok().filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}
