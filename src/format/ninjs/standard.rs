//! What each version of the standard allows where: the table `members.tsv`, as a version reads it.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use super::version::{NAMES, Version};
use crate::format::fnv::Fnv;

/// The members of every type in every version, made from the IPTC's schemas by `data/make/ninjs_members.py`.
///
/// | member | what the row says |
/// | --- | --- |
/// | a name | a member of the type may have that shape |
/// | `name_*` | so may every member whose name begins so and goes on in letters, digits and `_` |
/// | `!required` | the member that stands for the shape must be there |
/// | `!rule` | `one(a,b)`: exactly one of the members must be there; `any(…)`: at least one of the rules holds |
/// | `!open` | other members are allowed too |
const MEMBERS: &str = include_str!("members.tsv");

/// What is looked up by a name that `members.tsv` has.
type Table<T> = HashMap<&'static str, T, BuildHasherDefault<Fnv>>;

/// One version of the standard.
#[derive(Debug, Default)]
pub(super) struct Standard {
    types: Table<Type>,
}

/// An object of the standard.
#[derive(Debug, Default)]
pub(super) struct Type {
    members: Table<Shape>,
    prefixes: Vec<(&'static str, Shape)>,
    pub(super) required: Vec<&'static str>,
    pub(super) rules: Vec<Rule>,
    pub(super) is_open: bool,
}

/// What a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text.
    Text,
    /// Text that should be an absolute URI.
    Uri,
    /// Text that should be a moment.
    Moment,
    /// A date down to the year, month, day or second.
    TruncatedDate,
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A number.
    Number,
    /// A whole number, perhaps within these.
    Integer(Option<(i64, i64)>),
    /// A list of such values.
    List(Box<Shape>),
    /// An object of such values by any names; whether `_` may stand first in a name.
    Named(Box<Shape>, bool),
    /// Any object.
    AnyObject,
    /// A GeoJSON object.
    GeoJson,
    /// An item, or any object with a name.
    ItemOrNamed,
    /// An object of that type.
    Object(&'static str),
}

/// Which members must be there together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rule {
    /// Exactly one of these.
    One(Vec<&'static str>),
    /// At least one of the rules holds.
    Any(Vec<Rule>),
}

impl Standard {
    /// The rules of a version.
    pub(super) fn of(version: Version) -> &'static Self {
        static STANDARDS: [OnceLock<Standard>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
        static NOTHING: OnceLock<Standard> = OnceLock::new();
        let cell = STANDARDS.get(version.index()).unwrap_or(&NOTHING);
        cell.get_or_init(|| Self::parse(version))
    }

    /// An object of the standard, by the name that the table has for it.
    pub(super) fn object(&self, name: &str) -> Option<&Type> {
        self.types.get(name)
    }

    /// The names of all members of all objects.
    #[cfg(test)]
    pub(super) fn members(&self) -> impl Iterator<Item = &'static str> {
        self.types.values().flat_map(|found| {
            found.members.keys().copied().chain(found.prefixes.iter().map(|(prefix, _)| *prefix))
        })
    }

    fn parse(version: Version) -> Self {
        let mut standard = Self::default();
        for line in MEMBERS.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(owner), Some(member), Some(shape), Some(versions)) =
                (cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            if versions.split(',').any(|range| holds(range, version)) {
                standard.types.entry(owner).or_default().add(member, shape);
            }
        }
        let item = standard.types.get("item").map(Type::without_required).unwrap_or_default();
        if let Some(association) = standard.types.get_mut("association") {
            association.members.extend(item.members);
        }
        standard
    }
}

/// Whether a version is in `1.2-2.0` or is `1.2`.
fn holds(range: &str, version: Version) -> bool {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    matches!((first.parse(), last.parse()), (Ok(first), Ok(last)) if (first..=last).contains(&version))
}

impl Type {
    /// What a member may be, if it may be there.
    pub(super) fn shape(&self, member: &str) -> Option<&Shape> {
        let has_prefix = |(prefix, _): &&(&str, Shape)| {
            member.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(is_word))
        };
        self.members.get(member).or_else(|| self.prefixes.iter().find(has_prefix).map(|(_, shape)| shape))
    }

    fn add(&mut self, member: &'static str, shape: &'static str) {
        match member.split_once('*') {
            _ if member == "!required" => self.required.push(shape),
            _ if member == "!rule" => self.rules.extend(rules(shape)),
            _ if member == "!open" => self.is_open = true,
            Some((prefix, _)) => self.prefixes.push((prefix, Shape::parse(shape))),
            None => {
                self.members.insert(member, Shape::parse(shape));
            }
        }
    }

    fn without_required(&self) -> Self {
        Self { members: self.members.clone(), ..Self::default() }
    }
}

impl Shape {
    fn parse(words: &'static str) -> Self {
        let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
        match word {
            "text" => Self::Text,
            "uri" => Self::Uri,
            "date-time" => Self::Moment,
            "truncated-date" => Self::TruncatedDate,
            "one-of" => Self::OneOf(rest.split('|').collect()),
            "number" => Self::Number,
            "integer" => Self::Integer(
                rest.split_once("..")
                    .and_then(|(least, most)| Some((least.parse().ok()?, most.parse().ok()?))),
            ),
            "list" => Self::List(Box::new(Self::parse(rest))),
            "named" => Self::Named(Box::new(Self::parse(rest)), true),
            "named-plainly" => Self::Named(Box::new(Self::parse(rest)), false),
            "any-object" => Self::AnyObject,
            "geojson" => Self::GeoJson,
            "item-or-named" => Self::ItemOrNamed,
            name => Self::Object(name),
        }
    }
}

/// A letter, a digit or `_`, as the patterns of the standard have them.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The rules of a list such as `one(a,b),one(c,d)`.
fn rules(words: &'static str) -> Vec<Rule> {
    if let Some(inside) = words.strip_prefix("any(").and_then(|rest| rest.strip_suffix(')')) {
        return vec![Rule::Any(rules(inside))];
    }
    words
        .split(')')
        .filter_map(|part| {
            Some(Rule::One(part.trim_start_matches(',').strip_prefix("one(")?.split(',').collect()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_the_table_means_something() {
        let mut objects: Vec<&str> = Vec::new();
        let mut named: Vec<&str> = Vec::new();
        for line in MEMBERS.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            objects.push(cells[0]);
            for range in cells[3].split(',') {
                assert!(Version::all().any(|version| holds(range, version)), "{line}");
            }
            let mut shape = match cells[1] {
                "!required" | "!rule" | "!open" => continue,
                _ => Shape::parse(cells[2]),
            };
            while let Shape::List(inner) | Shape::Named(inner, _) = shape {
                shape = *inner;
            }
            if let Shape::Object(name) = shape {
                named.push(name);
            }
        }
        for name in named {
            assert!(objects.contains(&name), "{name} is described nowhere");
        }
    }

    #[test]
    fn a_version_has_its_own_names() {
        let item = |version: &str| Standard::of(version.parse().unwrap()).object("item").unwrap();
        assert_eq!(item("1.0").shape("body_text"), Some(&Shape::Text));
        assert_eq!(item("1.0").shape("body_"), None);
        assert_eq!(item("3.1").shape("body_text"), None);
        assert!(item("2.0").shape("embargoed").is_some() && item("3.0").shape("embargoed").is_none());
        assert_eq!(
            Standard::of(Version::LATEST).object("dates").unwrap().rules,
            [Rule::Any(vec![
                Rule::One(vec!["startDate", "expectedStartDate"]),
                Rule::One(vec!["endDate", "expectedEndDate"])
            ])]
        );
    }
}
