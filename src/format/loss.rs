//! What a format cannot hold.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::Diagnostic;
#[cfg(feature = "tree")]
use crate::error::WriteError;
use crate::model::Story;

/// What a conversion left behind: nothing is dropped in silence.
///
/// ```
/// # #[cfg(all(feature = "json", feature = "xml"))] {
/// use newsdesk::{Format, Story, convert};
///
/// let json = Format::Json.write(&Story::new("Minister opens bridge"))?;
/// let (_xml, loss) = convert(&json, Format::Json, Format::Xml)?;
/// assert!(loss.is_empty(), "XML holds all that JSON holds");
/// # }
/// # Ok::<(), newsdesk::ConvertError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LossReport {
    /// What the reader could not take in.
    pub unread: Vec<Diagnostic>,
    /// What the format written cannot hold.
    pub dropped: Vec<Loss>,
}

/// One thing that a format cannot hold.
///
/// A thing that is dropped with all that it contains is one loss. A value that becomes another one is a
/// loss of what it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Loss {
    /// Where it stands in the story: `story/facts/visits[2]/status`, members counted from 1.
    pub path: String,
    /// What stands there, shortened to a line; `(nothing)` where the format adds what was not there.
    pub value: String,
}

impl std::fmt::Display for Loss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.value)
    }
}

impl LossReport {
    /// Whether nothing was lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unread.is_empty() && self.dropped.is_empty()
    }

    /// The difference between a story and what a format holds of it, fields in the order of the alphabet.
    ///
    /// ```
    /// use newsdesk::{Block, LossReport, Story};
    ///
    /// let story = Story::new("Minister opens bridge")
    ///     .with_standfirst("It is long.")
    ///     .with_block(Block::paragraph("One."))
    ///     .with_block(Block::paragraph("Two."));
    /// let held = Story::new("Minister opens bridge").with_block(Block::paragraph("Two."));
    ///
    /// let report = LossReport::between(&story, &held);
    /// let losses: Vec<String> = report.dropped.iter().map(ToString::to_string).collect();
    /// assert_eq!(losses, [
    ///     r#"story/body[1]: {"kind":"paragraph","text":"One."}"#,
    ///     r#"story/standfirst: "It is long.""#,
    /// ]);
    /// ```
    #[must_use]
    pub fn between(story: &Story, projection: &Story) -> Self {
        let mut dropped = Vec::new();
        if story != projection {
            compare(&tree(story), &tree(projection), &mut "story".to_owned(), &mut dropped);
        }
        Self { unread: Vec::new(), dropped }
    }
}

/// The error of a character that a format cannot hold, at the first text of a story that has it.
#[cfg(feature = "tree")]
pub(crate) fn forbidden(story: &Story, character: char) -> WriteError {
    let mut path = "story".to_owned();
    holds(&tree(story), character, &mut path);
    WriteError::new(path, format!("XML cannot hold the character {character:?}: take it out"))
}

/// Finds the first text that holds a character, and leaves its path in `path`.
#[cfg(feature = "tree")]
fn holds(value: &Value, character: char, path: &mut String) -> bool {
    let mut inside = |step: String, value: &Value| {
        let outside = path.len();
        path.push_str(&step);
        let found = holds(value, character, path);
        if !found {
            path.truncate(outside);
        }
        found
    };
    match value {
        Value::String(text) => text.contains(character),
        Value::Array(members) => {
            members.iter().enumerate().any(|(index, member)| inside(format!("[{}]", index + 1), member))
        }
        Value::Object(members) => members.iter().any(|(name, member)| inside(format!("/{name}"), member)),
        _ => false,
    }
}

/// The story as JSON, whose members are the fields of the model.
fn tree(story: &Story) -> Value {
    serde_json::to_value(story).unwrap_or_else(|error| Value::String(error.to_string()))
}

fn compare(was: &Value, is: &Value, path: &mut String, losses: &mut Vec<Loss>) {
    if was == is {
        return;
    }
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => {
            let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
            for key in keys {
                within(path, format_args!("/{key}"), |path| {
                    compare_members(was.get(key), is.get(key), path, losses)
                });
            }
        }
        (Value::Array(was), Value::Array(is)) => {
            for (index, was, is) in aligned(was, is) {
                within(path, format_args!("[{}]", index + 1), |path| compare_members(was, is, path, losses));
            }
        }
        _ => losses.push(Loss { path: path.clone(), value: shortened(was) }),
    }
}

fn compare_members(was: Option<&Value>, is: Option<&Value>, path: &mut String, losses: &mut Vec<Loss>) {
    match (was, is) {
        (Some(was), Some(is)) => compare(was, is, path, losses),
        (Some(was), None) => losses.push(Loss { path: path.clone(), value: shortened(was) }),
        (None, Some(_)) => losses.push(Loss { path: path.clone(), value: "(nothing)".to_owned() }),
        (None, None) => {}
    }
}

fn within(path: &mut String, step: std::fmt::Arguments<'_>, compare: impl FnOnce(&mut String)) {
    let outside = path.len();
    path.push_str(&step.to_string());
    compare(path);
    path.truncate(outside);
}

/// The members of two lists side by side: where the second is the first without some members, those
/// are alone and the others beside their equals; else first stands by first.
fn aligned<'v>(was: &'v [Value], is: &'v [Value]) -> Vec<(usize, Option<&'v Value>, Option<&'v Value>)> {
    let mut kept = is.iter().peekable();
    let pairs: Vec<_> = was
        .iter()
        .enumerate()
        .map(|(index, member)| (index, Some(member), kept.next_if(|kept| *kept == member)))
        .collect();
    if kept.next().is_none() {
        return pairs;
    }
    (0..was.len().max(is.len())).map(|index| (index, was.get(index), is.get(index))).collect()
}

/// JSON on one line, of at most 80 characters.
fn shortened(value: &Value) -> String {
    const MOST: usize = 80;
    let line = value.to_string();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Facts, Id, Status, Visit};

    fn losses(story: &Story, projection: &Story) -> Vec<String> {
        LossReport::between(story, projection).dropped.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_change_deep_down_is_the_only_loss() {
        let visit = |status| Visit::new(Id::numbered("visit", 1)).with_status(status);
        let story = |status| {
            let facts = Facts::new().with_visit(visit(Status::Planned)).with_visit(visit(status));
            Story::new("").with_facts(facts)
        };
        let found = losses(&story(Status::Completed), &story(Status::Ongoing));
        assert_eq!(found, [r#"story/facts/visits[2]/status: "completed""#]);
    }

    #[test]
    fn a_whole_branch_is_one_loss() {
        let facts = Facts::new().with_visit(Visit::new(Id::numbered("visit", 1)));
        let found = losses(&Story::new("a").with_facts(facts), &Story::new("a"));
        assert_eq!(found, [r#"story/facts: {"visits":[{"id":"visit-1"}]}"#]);
    }

    #[test]
    fn what_a_format_adds_is_told_too() {
        let found = losses(&Story::new("a"), &Story::new("a").with_block(Block::paragraph("b")));
        assert_eq!(found, ["story/body: (nothing)"]);
    }

    #[test]
    fn a_long_value_is_cut_to_a_line() {
        let found = losses(&Story::new("é\n".repeat(100)), &Story::new("a"));
        assert_eq!(found.len(), 1);
        assert!(found[0].ends_with('…') && !found[0].contains('\n'), "{found:?}");
    }
}
