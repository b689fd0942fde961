//! The changes between two drafts, written into a document.

mod alignment;
mod edits;

use serde_json::{Map, Value};

use super::bindings::{Bindings, push_token};
use super::kept::{Change, Layout};
use alignment::{Pairing, pair};
use edits::Edits;

/// Writes into `document` what `wanted` says otherwise than `told`, the draft of what the document tells.
///
/// All that both drafts say alike stays as the document has it, and so does what neither knows of. An
/// item of a list that is gone from `wanted` goes with all that it holds.
pub(super) fn merge(
    document: &mut Value,
    told: &Value,
    wanted: &Value,
    bindings: &Bindings,
    layout: &Layout,
) {
    let mut merge = Merge { document, bindings, layout, edits: Edits::new() };
    merge.member(Some(told), Some(wanted), &mut String::new());
    let edits = merge.edits;
    edits.apply(document);
}

/// Which items of two drafts of a list are the same ones, perhaps changed.
pub(in crate::format) fn pairs(told: &[Value], wanted: &[Value], layout: &Layout) -> Vec<(usize, usize)> {
    pair(told, wanted, layout).pairs()
}

struct Merge<'d> {
    document: &'d Value,
    bindings: &'d Bindings,
    layout: &'d Layout,
    edits: Edits,
}

impl Merge<'_> {
    /// Notes the edits for the value at `pointer` of the drafts.
    fn member(&mut self, told: Option<&Value>, wanted: Option<&Value>, pointer: &mut String) {
        if told == wanted {
            return;
        }
        let place = self.bindings.place_of(pointer);
        let stands = self.document.pointer(&place);
        let stands_object = stands.is_some_and(Value::is_object);
        if let (Some(stands), Some(told), Some(wanted)) = (stands, told, wanted)
            && let Some(value) = (self.layout.rewrite)(pointer, Change { stands, told, wanted })
        {
            return self.edits.set(place, value);
        }
        let nothing = Map::new();
        match (told, wanted) {
            // Of what stands nowhere as a whole, or as a mere text, the members may stand somewhere.
            (Some(Value::Object(told)), Some(Value::Object(wanted)))
                if stands_object || stands.is_none() || self.is_bound(told, wanted, pointer) =>
            {
                self.members(told, wanted, pointer);
            }
            (None, Some(Value::Object(wanted))) if stands_object => self.members(&nothing, wanted, pointer),
            (Some(Value::Object(told)), None) => {
                self.members(told, &nothing, pointer);
                self.edits.prune(place);
            }
            (Some(Value::Array(told)), Some(Value::Array(wanted))) => self.items(told, wanted, pointer),
            (Some(Value::Array(told)), None) => {
                self.items(told, &[], pointer);
                self.edits.prune(place);
            }
            (None, Some(Value::Array(wanted))) if stands.is_some_and(Value::is_array) => {
                self.items(&[], wanted, pointer);
            }
            (_, Some(wanted)) => self.edits.set(place, wanted.clone()),
            (_, None) => self.edits.remove(place, self.document),
        }
    }

    /// Whether each member that differs stands at a place of its own.
    fn is_bound(&self, told: &Map<String, Value>, wanted: &Map<String, Value>, pointer: &str) -> bool {
        let differs = |name: &&String| told.get(*name) != wanted.get(*name);
        let mut names = told.keys().chain(wanted.keys()).filter(differs);
        names.all(|name| {
            let mut pointer = pointer.to_owned();
            push_token(&mut pointer, name);
            self.bindings.is_bound(&pointer)
        })
    }

    fn members(&mut self, told: &Map<String, Value>, wanted: &Map<String, Value>, pointer: &mut String) {
        let gone = told.keys().filter(|name| !wanted.contains_key(*name));
        for name in wanted.keys().chain(gone) {
            let around = pointer.len();
            push_token(pointer, name);
            self.member(told.get(name), wanted.get(name), pointer);
            pointer.truncate(around);
        }
    }

    fn items(&mut self, told: &[Value], wanted: &[Value], pointer: &mut String) {
        let pairing = pair(told, wanted, self.layout);
        for (index, told) in told.iter().enumerate() {
            let partner = pairing.of_told(index).and_then(|partner| wanted.get(partner));
            let around = pointer.len();
            push_token(pointer, &index.to_string());
            if let Some(partner) = partner {
                self.member(Some(told), Some(partner), pointer);
            }
            if partner.is_none() || !pairing.stays(index) {
                let place = self.bindings.place_of(pointer);
                self.edits.remove(place, self.document);
            }
            pointer.truncate(around);
        }
        self.insertions(wanted, &pairing, told.len(), pointer);
    }

    /// Puts items that are new, or that stand elsewhere now, behind the nearest one that stays in this list.
    fn insertions(&mut self, wanted: &[Value], pairing: &Pairing, told: usize, pointer: &str) {
        let list = self.bindings.place_of(pointer);
        let place_of = |index: usize| self.bindings.place_of(&format!("{pointer}/{index}"));
        // What the draft has in one list may stand anywhere in the document.
        let stands_here = |place: &String| {
            place.strip_prefix(list.as_str()).is_some_and(|rest| rest.rfind('/').is_none_or(|at| at == 0))
        };
        let first = (0..told).map(place_of).find(stands_here);
        let mut before: Option<String> = None;
        for (index, item) in wanted.iter().enumerate() {
            let partner = pairing.of_wanted(index);
            match partner {
                Some(partner) if pairing.stays(partner) => {
                    before = Some(place_of(partner)).filter(stands_here).or(before);
                }
                _ => {
                    let moved = partner.map(place_of);
                    let at = match (&before, &first) {
                        (Some(before), _) => Place::After(before.clone()),
                        (None, Some(first)) => Place::Before(first.clone()),
                        (None, None) => Place::End(list.clone()),
                    };
                    self.edits.insert(at, moved, item.clone(), self.document);
                }
            }
        }
    }
}

/// Where an item goes, by JSON pointer.
#[derive(Debug)]
enum Place {
    /// Before that item.
    Before(String),
    /// Behind that item.
    After(String),
    /// To the end of that list.
    End(String),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Story;
    use serde_json::json;

    fn merged(document: Value, told: Value, wanted: Value, bindings: &[(&str, &str)]) -> Value {
        let mut bound = Bindings::new();
        for (draft, place) in bindings {
            bound.bind(*draft, *place);
        }
        let mut document = document;
        let layout = Layout {
            name: "test",
            identity: &["uri", "name"],
            sort: "type",
            read: |_| (Story::new(""), Bindings::new()),
            draft: |_| Value::Null.into(),
            rewrite: |pointer, change| {
                let more = format!("{} {}", change.stands.as_str()?, change.wanted.as_str()?);
                (pointer == "/body").then(|| more.into())
            },
        };
        merge(&mut document, &told, &wanted, &bound, &layout);
        document
    }

    #[test]
    fn what_is_alike_stays_as_the_document_has_it() {
        let document = json!({"date": "2022-05-04T10:00:00Z", "x": [1, {"y": 2}]});
        let told = json!({"date": "2022-05-04T10:00:00+00:00", "title": "a"});
        assert_eq!(merged(document.clone(), told.clone(), told, &[]), document);
    }

    #[test]
    fn a_member_is_changed_added_or_taken_away() {
        let document = json!({"a": "1", "b": "2", "unread": true});
        let found = merged(document, json!({"a": "1", "b": "2"}), json!({"a": "3", "c": "4"}), &[]);
        assert_eq!(found, json!({"a": "3", "unread": true, "c": "4"}));
    }

    #[test]
    fn an_item_is_found_among_those_passed_over() {
        let document = json!({"people": ["?", {"name": "Ann", "tel": 1}, "?", {"name": "Bob", "tel": 2}]});
        let told = json!({"people": [{"name": "Ann"}, {"name": "Bob"}]});
        let wanted = json!({"people": [{"name": "Ann"}, {"name": "New"}, {"name": "Bob", "rel": "x"}, {"name": "Cy"}]});
        let found = merged(document, told, wanted, &[("/people/0", "/people/1"), ("/people/1", "/people/3")]);
        let expected = json!({"people": ["?", {"name": "Ann", "tel": 1}, {"name": "New"}, "?",
            {"name": "Bob", "tel": 2, "rel": "x"}, {"name": "Cy"}]});
        assert_eq!(found, expected);
    }

    #[test]
    fn an_item_that_is_renamed_keeps_what_else_it_holds() {
        let document = json!({"people": [{"name": "Ann", "tel": 1}, {"name": "Bob", "tel": 2}]});
        let told = json!({"people": [{"name": "Ann"}, {"name": "Bob"}]});
        let wanted = json!({"people": [{"name": "Anna"}, {"name": "Bob"}]});
        let found = merged(document, told, wanted, &[]);
        assert_eq!(found, json!({"people": [{"name": "Anna", "tel": 1}, {"name": "Bob", "tel": 2}]}));
    }

    #[test]
    fn items_that_change_places_take_all_that_they_hold_along() {
        let document =
            json!({"people": [{"name": "Ann", "tel": 1}, {"name": "Bob", "tel": 2}, {"name": "Cy"}]});
        let told = json!({"people": [{"name": "Ann"}, {"name": "Bob"}, {"name": "Cy"}]});
        let wanted = json!({"people": [{"name": "Bob"}, {"name": "Cy"}, {"name": "Ann", "rel": "x"}]});
        let found = merged(document, told, wanted, &[]);
        assert_eq!(
            found,
            json!({"people": [{"name": "Bob", "tel": 2}, {"name": "Cy"}, {"name": "Ann", "tel": 1, "rel": "x"}]})
        );
    }

    #[test]
    fn the_last_item_takes_its_list_along_unless_more_is_in_it() {
        let told = json!({"people": [{"name": "Ann"}]});
        let document = json!({"people": [{"name": "Ann", "tel": 1}]});
        assert_eq!(merged(document, told.clone(), json!({}), &[]), json!({}));
        let document = json!({"people": ["?", {"name": "Ann", "tel": 1}]});
        let found = merged(document, told, json!({}), &[("/people/0", "/people/1")]);
        assert_eq!(found, json!({"people": ["?"]}));
    }

    #[test]
    fn an_object_that_is_gone_leaves_what_the_drafts_do_not_know() {
        let told = json!({"event": {"start": "1"}});
        let found = merged(json!({"event": {"start": "1", "x": 2}}), told.clone(), json!({}), &[]);
        assert_eq!(found, json!({"event": {"x": 2}}));
        assert_eq!(merged(json!({"event": {"start": "1"}}), told, json!({}), &[]), json!({}));
    }

    #[test]
    fn one_that_stands_alone_becomes_a_list_when_a_second_comes() {
        let document = json!({"author": {"name": "Ann", "tel": 1}});
        let told = json!({"author": [{"name": "Ann"}]});
        let wanted = json!({"author": [{"name": "Anna"}, {"name": "Bob"}]});
        let found = merged(document, told, wanted, &[("/author/0", "/author")]);
        assert_eq!(found, json!({"author": [{"name": "Anna", "tel": 1}, {"name": "Bob"}]}));
    }

    #[test]
    fn an_item_beside_one_that_stands_elsewhere_comes_into_the_list() {
        let document = json!({"nodes": [{"name": "Ann"}], "people": {"name": "Cy"}});
        let told = json!({"people": [{"name": "Ann"}]});
        let wanted = json!({"people": [{"name": "Ann"}, {"name": "Bob"}]});
        let found = merged(document, told, wanted, &[("/people/0", "/nodes/0")]);
        assert_eq!(found, json!({"nodes": [{"name": "Ann"}], "people": [{"name": "Cy"}, {"name": "Bob"}]}));
    }

    #[test]
    fn what_the_reader_could_not_use_is_not_overwritten_by_more() {
        let found = merged(json!({"people": ["?"]}), json!({}), json!({"people": [{"name": "Ann"}]}), &[]);
        assert_eq!(found, json!({"people": ["?", {"name": "Ann"}]}));
        let found = merged(json!({"event": {"x": 1}}), json!({}), json!({"event": {"start": "1"}}), &[]);
        assert_eq!(found, json!({"event": {"x": 1, "start": "1"}}));
    }

    #[test]
    fn a_part_that_is_more_than_its_members_is_rewritten() {
        let document = json!({"body": "<p>a", "other": "b"});
        let told = json!({"body": "a", "other": "b"});
        let found = merged(document, told, json!({"body": "c", "other": "d"}), &[]);
        assert_eq!(found, json!({"body": "<p>a c", "other": "d"}));
    }
}
