//! The document that a story is written as.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::Json;

/// A JSON value that borrows its text: what a story is written as.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) enum Draft<'s> {
    /// Text.
    Text(Cow<'s, str>),
    /// A truth value.
    Bool(bool),
    /// A list.
    List(Vec<Draft<'s>>),
    /// An object.
    Object(Members<'s>),
    /// Any value.
    Value(Cow<'s, Value>),
}

impl Draft<'_> {
    /// Whether `value` says the same. The order of members says nothing.
    pub(in crate::format) fn says(&self, value: &Json<'_>) -> bool {
        match (self, value) {
            (Self::Text(text), Json::String(other)) => text == other,
            (Self::Bool(truth), Json::Bool(other)) => truth == other,
            (Self::List(items), Json::Array(others)) => {
                items.len() == others.len() && items.iter().zip(others).all(|(item, other)| item.says(other))
            }
            (Self::Object(members), Json::Object(others)) => {
                // What was written from a draft has its members in the same order.
                let mut in_order = others.iter();
                let has = |(name, member): &(&str, Draft<'_>)| {
                    let next = in_order.next().filter(|(other, _)| other == name).map(|(_, other)| other);
                    next.or_else(|| value.get(name)).is_some_and(|other| member.says(other))
                };
                members.0.len() == others.len() && members.0.iter().all(has)
            }
            (Self::Value(own), other) => Json::from(&**own) == *other,
            _ => false,
        }
    }

    /// The same as a value of its own.
    pub(in crate::format) fn to_value(&self) -> Value {
        match self {
            Self::Text(text) => Value::String(text.clone().into_owned()),
            Self::Bool(truth) => Value::Bool(*truth),
            Self::List(items) => items.iter().map(Draft::to_value).collect(),
            Self::Object(members) => {
                let owned = |(name, member): &(&str, Draft<'_>)| ((*name).to_owned(), member.to_value());
                Value::Object(members.0.iter().map(owned).collect())
            }
            Self::Value(value) => value.clone().into_owned(),
        }
    }
}

impl Serialize for Draft<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.0.iter().map(|(name, value)| (name, value)))
            }
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

impl<'s> From<&'s str> for Draft<'s> {
    fn from(text: &'s str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Draft<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'s> From<Cow<'s, str>> for Draft<'s> {
    fn from(text: Cow<'s, str>) -> Self {
        Self::Text(text)
    }
}

impl<'s> From<Members<'s>> for Draft<'s> {
    fn from(members: Members<'s>) -> Self {
        Self::Object(members)
    }
}

impl From<Value> for Draft<'_> {
    fn from(value: Value) -> Self {
        Self::Value(Cow::Owned(value))
    }
}

/// The members of an object, in the order written.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::format) struct Members<'s>(Vec<(&'static str, Draft<'s>)>);

impl<'s> Members<'s> {
    /// No members.
    pub(in crate::format) fn new() -> Self {
        Self::default()
    }

    /// Whether there are none.
    pub(in crate::format) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a member.
    pub(in crate::format) fn put(&mut self, name: &'static str, value: impl Into<Draft<'s>>) {
        self.0.push((name, value.into()));
    }

    /// Puts a member, if there is a value.
    pub(in crate::format) fn put_some(&mut self, name: &'static str, value: Option<impl Into<Draft<'s>>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Puts a list, unless it is empty.
    pub(in crate::format) fn put_list<D: Into<Draft<'s>>>(
        &mut self,
        name: &'static str,
        items: impl IntoIterator<Item = D>,
    ) {
        let items: Vec<Draft<'s>> = items.into_iter().map(Into::into).collect();
        if !items.is_empty() {
            self.put(name, Draft::List(items));
        }
    }

    /// Puts an item at the end of the list `name`, which may not be there yet.
    pub(in crate::format) fn append(&mut self, name: &'static str, item: impl Into<Draft<'s>>) {
        match self.0.iter_mut().find(|(member, _)| *member == name) {
            Some((_, Draft::List(items))) => items.push(item.into()),
            _ => self.put(name, Draft::List(vec![item.into()])),
        }
    }

    /// Puts an object, unless it is empty.
    pub(in crate::format) fn put_object(&mut self, name: &'static str, members: Members<'s>) {
        if !members.is_empty() {
            self.put(name, members);
        }
    }
}
