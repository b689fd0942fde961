//! What every conversion between two formats keeps, as `src/format/conversions.md` shows it.

#![cfg(all(feature = "text", feature = "markdown", feature = "xml", feature = "json", feature = "facts"))]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use newsdesk::{Format, Story};
use serde_json::Value;

/// The fields that the first table has a row for: its words, and the paths that begin with any of these.
const FIELDS: &[(&str, &[&str])] = &[
    ("id, IRI", &["id", "iri"]),
    ("kind", &["kind"]),
    ("language", &["language"]),
    ("headline", &["headline"]),
    ("standfirst", &["standfirst"]),
    ("dateline", &["dateline"]),
    ("byline", &["byline"]),
    ("publishers", &["publishers"]),
    ("dates of the story", &["dates"]),
    ("subjects", &["subjects"]),
    ("rights", &["rights"]),
    ("links", &["links"]),
    ("media", &["media"]),
    ("body", &["body"]),
    ("officials", &["facts/officials"]),
    ("organisations", &["facts/organisations"]),
    ("visits", &["facts/visits"]),
    ("meetings", &["facts/meetings"]),
    ("commemorations", &["facts/commemorations"]),
    ("quotes", &["facts/quotes"]),
    ("dates in the text", &["facts/dates"]),
    ("evidence of all facts", &[EVIDENCE]),
];

/// The path that counts for all evidence and mentions, wherever they stand.
const EVIDENCE: &str = "evidence";

#[test]
fn the_docs_show_what_each_conversion_keeps() {
    let stories = sample_stories();
    let mut page = String::new();
    fields_by_format(&stories, &mut page);
    formats_by_format(&stories, &mut page);
    let is_shown = include_str!("../src/format/conversions.md") == page;
    assert!(is_shown, "src/format/conversions.md is not what the formats do; make it this:\n{page}");
}

/// The sample stories, with facts where they have them.
fn sample_stories() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let format = Format::from_path(path).unwrap();
        format.read(&fs::read(path).unwrap()).unwrap().story
    };
    paths.iter().map(read).collect()
}

/// A table of the share of each field that each format holds.
fn fields_by_format(stories: &[Story], page: &mut String) {
    page.push_str(
        "What each format holds of the sample stories and their facts, in per cent of their values:\n\n",
    );
    head("field", page);
    let counts: Vec<(Format, Counts)> = Format::ALL.iter().map(|&to| (to, held(stories, to))).collect();
    for (name, paths) in FIELDS {
        let shares = counts.iter().map(|(_, counts)| counts.share(|path| begins_with_any(path, paths)));
        row(name, shares, page);
    }
}

/// A table of the share of the stories that is kept from one format to another.
fn formats_by_format(stories: &[Story], page: &mut String) {
    page.push_str(
        "\nWhat is kept when a document in the format of the row is written in that of the column, in per cent \
         of the values that the document gave, evidence aside:\n\n",
    );
    head("from, to", page);
    for &from in Format::ALL {
        let read: Vec<Story> = stories.iter().map(|story| through(story, from)).collect();
        let shares = Format::ALL.iter().map(|&to| held(&read, to).share(|path| path != EVIDENCE));
        row(&format!("`{from}`"), shares, page);
    }
}

fn head(corner: &str, page: &mut String) {
    let names: Vec<String> = Format::ALL.iter().map(|format| format!("`{format}`")).collect();
    writeln!(page, "| {corner} | {} |\n|---|{}", names.join(" | "), "---:|".repeat(names.len())).unwrap();
}

fn row(name: &str, shares: impl Iterator<Item = Option<usize>>, page: &mut String) {
    let cells: Vec<String> =
        shares.map(|share| share.map_or_else(String::new, |share| share.to_string())).collect();
    writeln!(page, "| {name} | {} |", cells.join(" | ")).unwrap();
}

/// The story as it comes back from a format.
fn through(story: &Story, format: Format) -> Story {
    let bytes = format.write(story).unwrap_or_else(|error| panic!("{format}: {error}"));
    format.read(&bytes).unwrap_or_else(|error| panic!("{format}: {error}")).story
}

/// The values of stories, and how many of them a format gives back, by path.
#[derive(Default)]
struct Counts(HashMap<String, (usize, usize)>);

impl Counts {
    /// The share that is given back, in per cent rounded down, of the paths that are meant.
    fn share(&self, meant: impl Fn(&str) -> bool) -> Option<usize> {
        let counted = self.0.iter().filter(|(path, _)| meant(path));
        let (all, kept) = counted.fold((0, 0), |sum, (_, count)| (sum.0 + count.0, sum.1 + count.1));
        (all > 0).then(|| kept * 100 / all)
    }
}

fn held(stories: &[Story], format: Format) -> Counts {
    let mut counts = Counts::default();
    for story in stories {
        let mut back = values(&through(story, format));
        for (value, number) in values(story) {
            let kept = back.remove(&value).unwrap_or(0).min(number);
            let count = counts.0.entry(value.0).or_default();
            *count = (count.0 + number, count.1 + kept);
        }
    }
    counts
}

/// How often each value stands at each path of a story, whatever its place in a list.
fn values(story: &Story) -> HashMap<(String, String), usize> {
    let mut values = HashMap::new();
    let mut waiting = vec![(String::new(), serde_json::to_value(story).unwrap())];
    while let Some((path, value)) = waiting.pop() {
        match value {
            // What is kept for a format is no part of what a story says.
            Value::Object(mut members) if path.is_empty() => {
                members.remove("extensions");
                waiting.extend(members);
            }
            Value::Object(members) => {
                waiting.extend(members.into_iter().map(|(name, value)| (below(&path, &name), value)));
            }
            Value::Array(members) => waiting.extend(members.into_iter().map(|value| (path.clone(), value))),
            leaf => *values.entry((path, leaf.to_string())).or_insert(0) += 1,
        }
    }
    values
}

fn below(path: &str, name: &str) -> String {
    if path == EVIDENCE || matches!(name, "evidence" | "mentions") {
        EVIDENCE.to_owned()
    } else {
        format!("{path}/{name}")
    }
}

fn begins_with_any(path: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| {
        path.strip_prefix(beginning).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}
