//! A JSON value that borrows its text from the document.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

/// A value of a document, to be read and not to be changed.
///
/// It has the names of [`Value`], and is made with a fraction of its allocations: text without escapes is borrowed,
/// and the members of an object are a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::format) enum Json<'v> {
    /// `null`.
    #[default]
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(Number),
    /// Text.
    String(Cow<'v, str>),
    /// A list.
    Array(Vec<Json<'v>>),
    /// An object: its members in their order. Of several of one name the last counts.
    Object(Vec<(Cow<'v, str>, Json<'v>)>),
}

impl<'v> Json<'v> {
    /// The member `name` of an object.
    pub(in crate::format) fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.iter().rev().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    /// The members, if this is an object.
    pub(in crate::format) fn as_object(&self) -> Option<&[(Cow<'v, str>, Self)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The items, if this is a list.
    pub(in crate::format) fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The text, if this is text.
    pub(in crate::format) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if this is one.
    pub(in crate::format) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    /// The truth value, if this is one.
    pub(in crate::format) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    pub(in crate::format) fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    pub(in crate::format) fn is_array(&self) -> bool {
        matches!(self, Self::Array(_))
    }

    pub(in crate::format) fn is_string(&self) -> bool {
        matches!(self, Self::String(_))
    }

    pub(in crate::format) fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }

    pub(in crate::format) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// How deep it is, and whether it may say something twice.
    #[must_use]
    pub(super) fn shape(&self) -> Shape {
        let within = |items: &mut dyn Iterator<Item = &Self>| {
            let shapes = items.map(Self::shape);
            shapes.fold(Shape { depth: 1, may_repeat: false }, |all, shape| Shape {
                depth: all.depth.max(shape.depth + 1),
                may_repeat: all.may_repeat | shape.may_repeat,
            })
        };
        match self {
            Self::Array(items) => within(&mut items.iter()),
            Self::Object(members) => {
                let shape = within(&mut members.iter().map(|(_, value)| value));
                Shape { may_repeat: shape.may_repeat || may_repeat(members), ..shape }
            }
            _ => Shape::default(),
        }
    }

    /// The same as a value that owns its text and can be changed.
    pub(in crate::format) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(truth) => Value::Bool(*truth),
            Self::Number(number) => Value::Number(number.clone()),
            Self::String(text) => Value::String(text.clone().into_owned()),
            Self::Array(items) => items.iter().map(Self::to_value).collect(),
            Self::Object(members) => {
                let owned =
                    |(name, value): &(Cow<'_, str>, Self)| (name.clone().into_owned(), value.to_value());
                Value::Object(members.iter().map(owned).collect())
            }
        }
    }
}

/// What is told of a whole document in one walk.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    /// How many objects and lists stand within each other at most.
    pub(super) depth: usize,
    /// Unless this is so, no object has two members of one name.
    pub(super) may_repeat: bool,
}

/// Whether two of the members may have one name: of many members, those of one length with the same ends look alike.
fn may_repeat(members: &[(Cow<'_, str>, Json<'_>)]) -> bool {
    /// So many are compared, where two of them look alike.
    const FEW: usize = 64;
    let mut seen = 0_u128;
    members.iter().enumerate().any(|(at, (member, _))| {
        let name = member.as_bytes();
        let ends = name.first().zip(name.last()).map_or(0, |(first, last)| first.wrapping_mul(31) ^ last);
        let bit = 1_u128 << (ends.wrapping_add((name.len() as u8).wrapping_mul(7)) % 128);
        let is_alike = seen & bit != 0;
        seen |= bit;
        is_alike && (at > FEW || members.iter().take(at).any(|(other, _)| other == member))
    })
}

impl<'v> From<&'v Value> for Json<'v> {
    fn from(value: &'v Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::String(Cow::Borrowed(text)),
            Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                let borrowed =
                    |(name, value): (&'v String, &'v Value)| (Cow::Borrowed(name.as_str()), value.into());
                Self::Object(members.iter().map(borrowed).collect())
            }
        }
    }
}

impl<'de: 'v, 'v> Deserialize<'de> for Json<'v> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(Number::from_f64(number).map_or(Json::Null, Json::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::String(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::String(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json<'de>, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Json::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json<'de>, A::Error> {
        let mut all = Vec::new();
        while let Some((Name(name), value)) = members.next_entry()? {
            all.push((name, value));
        }
        Ok(Json::Object(all))
    }
}

/// The name of a member; borrowed, which a `Cow` alone would not be.
#[derive(serde::Deserialize)]
struct Name<'v>(#[serde(borrow)] Cow<'v, str>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_as_serde_json_reads_it() {
        let text = r#"{"a": [1, -2, 2.5, null, true, "b\"c", "d"], "e": {}, "\u0061b": "x"}"#;
        let json: Json<'_> = serde_json::from_str(text).unwrap();
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(json.to_value(), value);
        assert_eq!(Json::from(&value), json);
        let borrowed = json.get("a").and_then(Json::as_array).and_then(<[_]>::last);
        assert!(matches!(borrowed, Some(Json::String(Cow::Borrowed("d")))));
    }

    #[test]
    fn of_two_members_of_one_name_the_last_counts() {
        let text = r#"{"a": 1, "b": 2, "a": 3}"#;
        let json: Json<'_> = serde_json::from_str(text).unwrap();
        assert_eq!(json.get("a").and_then(Json::as_f64), Some(3.0));
        assert_eq!(json.to_value(), serde_json::from_str::<Value>(text).unwrap());
    }
}
