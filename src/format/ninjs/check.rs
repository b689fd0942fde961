//! Whether a document keeps the rules of a version of the standard.

use std::cell::Cell;

use super::geojson;
use super::standard::{Rule, Shape, Standard, Type, is_word};
use super::version::Version;
use crate::error::{Trouble, TroubleKind};
use crate::format::iso_date;
use crate::format::json_tree::{Json, Node, Troubles};
use crate::model::{Iri, Language};

/// How strictly a document is held to the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rigour {
    /// As its JSON Schemas do, to which the formats of dates and URIs are notes.
    Schema,
    /// In the formats of dates, URIs and languages too.
    Formats,
}

/// What in a document breaks the rules of a version.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// By path.
    pub(super) troubles: Vec<Trouble>,
    /// How many more there are.
    pub(super) left_out: usize,
    /// Whether the document is in the members of the latest version and holds no others.
    pub(super) is_latest: bool,
}

/// What in an item at the path `root` breaks the rules of a version.
pub(super) fn findings(document: &Json<'_>, root: &str, version: Version, rigour: Rigour) -> Findings {
    let troubles = Troubles::new();
    let root = Node::root(document, root, &troubles);
    let standard = Standard::of(version);
    let checker = Checker { standard, version, rigour, passes_over: Cell::new(false) };
    checker.object(&root, "item");
    let (troubles, left_out) = troubles.into_parts();
    let is_latest = version == Version::LATEST && troubles.is_empty() && !checker.passes_over.get();
    Findings { troubles, left_out, is_latest }
}

/// As [`findings`], by the version that the document names if it keeps its rules, or else by the last of the
/// three generations whose members it has.
pub(super) fn of_its_version(document: &Json<'_>, root: &str, rigour: Rigour) -> Findings {
    let named = ["standard", "$standard"]
        .iter()
        .find_map(|member| document.get(member)?.get("version")?.as_str()?.parse().ok());
    let candidates = [named, Some(Version::LATEST), Some(Version::LAST_OF_2), Some(Version::LAST_OF_1)];
    let mut best: Option<(usize, Findings)> = None;
    for version in candidates.into_iter().flatten() {
        let found = findings(document, root, version, rigour);
        if found.troubles.is_empty() {
            return found;
        }
        let unknown = found.troubles.iter().filter(|trouble| trouble.kind == TroubleKind::Unknown).count();
        if best.as_ref().is_none_or(|(fewest, _)| unknown < *fewest) {
            best = Some((unknown, found));
        }
    }
    best.map(|(_, found)| found).unwrap_or_default()
}

struct Checker {
    standard: &'static Standard,
    version: Version,
    rigour: Rigour,
    /// Whether there was an object of which not all members are of the standard, or need not be.
    passes_over: Cell<bool>,
}

impl Checker {
    fn object(&self, node: &Node<'_, '_>, name: &str) {
        let Some(rules) = self.standard.object(name) else { return };
        if !node.is_object() {
            return;
        }
        for (member, value) in node.members() {
            if member == "language" {
                self.format(&value, "a language tag such as en-GB", Language::takes);
                continue;
            }
            match rules.shape(member) {
                Some(shape) => self.value(&value, shape),
                None if rules.is_open => self.passes_over.set(true),
                None => {
                    self.passes_over.set(true);
                    value.report(TroubleKind::Unknown, format!("ninjs {} has no such member", self.version))
                }
            }
        }
        self.presence(node, rules);
    }

    /// The members that must be there.
    fn presence(&self, node: &Node<'_, '_>, rules: &Type) {
        let has = |member: &&str| node.value().get(member).is_some();
        for member in rules.required.iter().filter(|member| !has(member)) {
            node.report(TroubleKind::Missing, format!("the member {member:?} is missing"));
        }
        for rule in rules.rules.iter().filter(|rule| !holds(rule, &has)) {
            node.report(TroubleKind::InvalidValue, format!("expected {}", wording(rule)));
        }
    }

    fn value(&self, node: &Node<'_, '_>, shape: &Shape) {
        match shape {
            Shape::Text => {
                node.as_text();
            }
            Shape::Uri => self.format(node, "an absolute URI", Iri::takes),
            Shape::Moment => {
                self.format(node, "a moment such as 2019-05-10T16:02:28+02:00", iso_date::is_exact);
            }
            Shape::TruncatedDate => {
                if node.as_text().is_some_and(|text| !is_truncated_date(text)) {
                    let message = "expected a date: YYYY, YYYY-MM, YYYY-MM-DD or one with the time";
                    node.report(TroubleKind::InvalidValue, message);
                }
            }
            Shape::OneOf(words) => {
                if node.as_text().is_some_and(|text| !words.contains(&text)) {
                    node.report(TroubleKind::InvalidValue, format!("expected one of {}", words.join(", ")));
                }
            }
            Shape::Number => {
                if !node.value().is_number() {
                    node.report(TroubleKind::InvalidValue, "expected a number");
                }
            }
            Shape::Integer(range) => integer(node, *range),
            Shape::List(shape) => {
                if node.is_list() {
                    node.items().for_each(|(_, item)| self.value(&item, shape));
                }
            }
            Shape::Named(shape, underscore) => {
                if node.is_object() {
                    for (name, value) in node.members() {
                        if name.starts_with(|c| is_word(c) && (*underscore || c != '_')) {
                            self.value(&value, shape);
                        } else {
                            value.report(TroubleKind::Unknown, "expected a name of letters and digits");
                        }
                    }
                }
            }
            Shape::AnyObject => {
                self.passes_over.set(true);
                node.is_object();
            }
            Shape::GeoJson => geojson::check(node),
            Shape::ItemOrNamed => {
                let is_named = node.value().get("name").is_some_and(Json::is_string);
                if is_named {
                    self.passes_over.set(true);
                } else {
                    self.object(node, "item");
                }
            }
            Shape::Object(name) => self.object(node, name),
        }
    }
}

impl Checker {
    fn format(&self, node: &Node<'_, '_>, wanted: &str, is: impl Fn(&str) -> bool) {
        let is_other = node.as_text().is_some_and(|text| !is(text));
        if is_other && self.rigour == Rigour::Formats {
            node.report(TroubleKind::InvalidValue, format!("expected {wanted}"));
        }
    }
}

fn integer(node: &Node<'_, '_>, range: Option<(i64, i64)>) {
    // 5.0 is a whole number to JSON Schema.
    let number = node.value().as_f64().filter(|number| number.fract() == 0.0);
    let Some(number) = number else {
        node.report(TroubleKind::InvalidValue, "expected a whole number");
        return;
    };
    #[allow(clippy::cast_precision_loss, reason = "the bounds are small")]
    if let Some((least, most)) = range
        && !(least as f64..=most as f64).contains(&number)
    {
        node.report(TroubleKind::InvalidValue, format!("expected a number from {least} to {most}"));
    }
}

fn holds(rule: &Rule, has: &impl Fn(&&str) -> bool) -> bool {
    match rule {
        Rule::One(members) => members.iter().filter(|member| has(member)).count() == 1,
        Rule::Any(rules) => rules.iter().any(|rule| holds(rule, has)),
    }
}

fn wording(rule: &Rule) -> String {
    match rule {
        Rule::One(members) => format!("exactly one of the members {}", members.join(", ")),
        Rule::Any(rules) => rules.iter().map(wording).collect::<Vec<_>>().join(", or "),
    }
}

/// Whether `text` is a year, perhaps with a month, a day and a time, and an offset behind the time.
pub(super) fn is_truncated_date(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let year_length = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (year, rest) = unsigned.split_at_checked(year_length).unwrap_or_default();
    if year.len() < 4 || (year.len() > 4 && year.starts_with('0')) {
        return false;
    }
    let mut rest = rest;
    for (separator, least, most) in [('-', 1, 12), ('-', 1, 31), ('T', 0, 23), (':', 0, 59), (':', 0, 59)] {
        if rest.is_empty() && matches!(separator, '-' | 'T') {
            return true;
        }
        match part(rest, separator, least, most) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        if rest.len() == fraction.len() {
            return false;
        }
    }
    let offset = rest.strip_prefix(['+', '-']).and_then(|offset| offset.split_once(':'));
    let is_number =
        |text: &str, most: u32| text.len() == 2 && text.parse::<u32>().is_ok_and(|number| number <= most);
    matches!(rest, "" | "Z")
        || offset.is_some_and(|(hours, minutes)| is_number(hours, 23) && is_number(minutes, 59))
}

/// What follows a separator and two digits within the bounds.
fn part(text: &str, separator: char, least: u32, most: u32) -> Option<&str> {
    let (digits, rest) = text.strip_prefix(separator)?.split_at_checked(2)?;
    let is_within =
        digits.bytes().all(|byte| byte.is_ascii_digit()) && (least..=most).contains(&digits.parse().ok()?);
    is_within.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truncated_dates_are_those_of_the_standard() {
        for good in [
            "2023",
            "-0043",
            "12023",
            "2023-07",
            "2023-07-11",
            "2023-07-11T09:00:00",
            "2023-07-11T09:00:00Z",
            "2023-07-11T09:00:00.25+02:00",
        ] {
            assert!(is_truncated_date(good), "{good}");
        }
        for bad in [
            "",
            "23",
            "02023",
            "2023-7",
            "2023-13",
            "2023-07-32",
            "2023-07-11T09",
            "2023-07-11T09:00",
            "2023-07-11T24:00:00",
            "2023-07-11T09:00:00.",
            "2023-07-11T09:00:00+0200",
            "2023-07-11 09:00:00",
            "x",
        ] {
            assert!(!is_truncated_date(bad), "{bad}");
        }
    }
}
