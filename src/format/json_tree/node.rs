//! A value of a document beside its path.

use std::cell::{Cell, RefCell};
use std::fmt::{self, Display};
use std::str::FromStr;

use super::Json;
use crate::error::{Trouble, TroubleKind};
use crate::format::DiagnosticSink;

/// The troubles of a document, each with its path; [`Source::report`](super::Source::report) places them.
#[derive(Debug, Default)]
pub(in crate::format) struct Troubles {
    found: RefCell<Vec<Trouble>>,
    left_out: Cell<usize>,
}

impl Troubles {
    /// None so far.
    pub(in crate::format) fn new() -> Self {
        Self::default()
    }

    fn report(&self, trouble: Trouble) {
        let mut found = self.found.borrow_mut();
        if found.len() < DiagnosticSink::MOST {
            found.push(trouble);
        } else {
            self.left_out.set(self.left_out.get() + 1);
        }
    }

    /// The troubles as they were reported, and how many more there were.
    pub(in crate::format) fn into_parts(self) -> (Vec<Trouble>, usize) {
        (self.found.into_inner(), self.left_out.get())
    }
}

/// A value of a document that knows its path, and where trouble with it is reported.
///
/// What is not as it should be is reported and passed over, so that the rest can be read.
#[derive(Debug, Clone, Copy)]
pub(in crate::format) struct Node<'v, 'p> {
    value: &'v Json<'v>,
    step: Step<'p>,
    above: Option<&'p Node<'v, 'p>>,
    troubles: &'p Troubles,
}

#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    Root(&'p str),
    Member(&'p str),
    Item(usize),
}

impl<'v, 'p> Node<'v, 'p> {
    /// The root of a document, whose paths begin with `name`.
    pub(in crate::format) fn root(value: &'v Json<'v>, name: &'p str, troubles: &'p Troubles) -> Self {
        Self { value, step: Step::Root(name), above: None, troubles }
    }

    /// The value itself.
    pub(in crate::format) fn value(&self) -> &'v Json<'v> {
        self.value
    }

    /// The member `name`, unless it is not there or null. What is no object has no members.
    pub(in crate::format) fn get<'n>(&'n self, name: &'n str) -> Option<Node<'v, 'n>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Node { value, step: Step::Member(name), above: Some(self), troubles: self.troubles })
    }

    /// The first of the members `names` that is there.
    pub(in crate::format) fn first_of<'n>(&'n self, names: &[&'n str]) -> Option<Node<'v, 'n>> {
        names.iter().find_map(|name| self.get(name))
    }

    /// All members, in their order.
    pub(in crate::format) fn members<'n>(
        &'n self,
    ) -> impl Iterator<Item = (&'v str, Node<'v, 'n>)> + use<'n, 'v, 'p>
    where
        'v: 'n,
    {
        self.value.as_object().into_iter().flatten().map(move |(name, value)| {
            let name: &'v str = name;
            (name, Node { value, step: Step::Member(name), above: Some(self), troubles: self.troubles })
        })
    }

    /// The items of this list, each with its place in it (from 0); what is no list is a list of itself.
    pub(in crate::format) fn items<'n>(
        &'n self,
    ) -> impl Iterator<Item = (usize, Node<'v, 'n>)> + use<'n, 'v, 'p> {
        let items = self.value.as_array();
        let alone = items.is_none().then_some((0, *self));
        let items = items.into_iter().flatten().enumerate().map(move |(index, value)| {
            (index, Node { value, step: Step::Item(index), above: Some(self), troubles: self.troubles })
        });
        alone.into_iter().map(|(index, node)| (index, node.shortened())).chain(items)
    }

    /// The same node for a shorter time.
    fn shortened<'n>(self) -> Node<'v, 'n>
    where
        'p: 'n,
    {
        self
    }

    /// This value as an object; anything else is reported.
    pub(in crate::format) fn is_object(&self) -> bool {
        self.value.is_object() || self.refuse("an object")
    }

    /// This value as a list; anything else is reported.
    pub(in crate::format) fn is_list(&self) -> bool {
        self.value.is_array() || self.refuse("a list")
    }

    /// This value as text; anything else is reported.
    pub(in crate::format) fn as_text(&self) -> Option<&'v str> {
        let text = self.value.as_str();
        if text.is_none() {
            self.refuse("text");
        }
        text
    }

    /// The text of the member `name`; one that is no text is reported.
    pub(in crate::format) fn text(&self, name: &str) -> Option<&'v str> {
        self.get(name)?.as_text()
    }

    /// What this text says; what does not parse is reported.
    pub(in crate::format) fn as_parsed<T: FromStr<Err: Display>>(&self) -> Option<T> {
        match self.as_text()?.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.report(TroubleKind::InvalidValue, error.to_string());
                None
            }
        }
    }

    /// What the text of the member `name` says; what does not parse is reported.
    pub(in crate::format) fn parsed<T: FromStr<Err: Display>>(&self, name: &str) -> Option<T> {
        self.get(name)?.as_parsed()
    }

    /// Reports that this value should have been something else.
    fn refuse(&self, wanted: &str) -> bool {
        let found = match self.value {
            Json::Null => "nothing",
            Json::Bool(_) => "a truth value",
            Json::Number(_) => "a number",
            Json::String(_) => "text",
            Json::Array(_) => "a list",
            Json::Object(_) => "an object",
        };
        self.report(TroubleKind::InvalidValue, format!("expected {wanted}, found {found}"));
        false
    }

    /// Reports trouble with this value.
    pub(in crate::format) fn report(&self, kind: TroubleKind, message: impl Into<String>) {
        self.troubles.report(Trouble::new(kind, message).with_path(self.to_string()));
    }

    /// Where this value stands, as a JSON pointer (RFC 6901).
    pub(in crate::format) fn pointer(&self) -> String {
        let mut pointer = self.above.map(Node::pointer).unwrap_or_default();
        match self.step {
            Step::Root(_) => {}
            Step::Member(name) => super::bindings::push_token(&mut pointer, name),
            Step::Item(index) => super::bindings::push_token(&mut pointer, &index.to_string()),
        }
        pointer
    }
}

impl Display for Node<'_, '_> {
    /// The path: `item/people[2]/name`, members counted from 1.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above {
            above.fmt(f)?;
        }
        match self.step {
            Step::Root(name) => f.write_str(name),
            Step::Member(name) => write!(f, "/{name}"),
            Step::Item(index) => write!(f, "[{}]", index + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_node_knows_its_path_and_reports_there() {
        let value = json!({"people": [{"name": "Ann"}, {"name": 5, "a/b": "x"}], "by": null});
        let value = Json::from(&value);
        let troubles = Troubles::new();
        let root = Node::root(&value, "item", &troubles);
        assert!(root.get("by").is_none());
        let people = root.get("people").unwrap();
        let names: Vec<Option<&str>> = people.items().map(|(_, person)| person.text("name")).collect();
        assert_eq!(names, [Some("Ann"), None]);
        let pointers: Vec<String> =
            people.items().filter_map(|(_, person)| Some(person.get("a/b")?.pointer())).collect();
        assert_eq!(pointers, ["/people/1/a~1b"]);
        let (found, left_out) = troubles.into_parts();
        assert_eq!(left_out, 0);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].to_string(), "item/people[2]/name: expected text, found a number");
    }

    #[test]
    fn what_is_no_list_is_a_list_of_itself() {
        let value = json!({"author": "Ann"});
        let value = Json::from(&value);
        let troubles = Troubles::new();
        let root = Node::root(&value, "item", &troubles);
        let author = root.get("author").unwrap();
        assert_eq!(author.items().map(|(_, author)| author.to_string()).collect::<Vec<_>>(), ["item/author"]);
    }
}
