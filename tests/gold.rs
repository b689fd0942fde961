//! The accuracy of extraction on the annotated stories of `../shared/gold`, held at floors.
//!
//! `score.py` beside the stories takes the figures. Where it, the stories or python3 is absent the test says so
//! and passes. `DESIGN.md` has the figures as measured.

#![cfg(all(feature = "facts", feature = "extract"))]

use std::fs::{self, File};
use std::io::{BufReader, Write};
use std::path::Path;
use std::process::Command;

use newsdesk::format::facts::stories;
use newsdesk::{Extractor, Format, ReadOptions};
use serde_json::Value;

/// The least that each figure may be, over all stories: F1, or else the share that is right.
const FLOORS: &[(&str, f64)] = &[
    ("officials", 0.962),
    ("officials~", 0.966),
    ("roles", 0.868),
    ("roles~", 0.892),
    ("country", 0.92),
    ("visits", 0.905),
    ("status", 0.94),
    ("places", 0.92),
    ("meetings", 0.94),
    ("mode", 0.97),
    ("anniversaries", 0.95),
    ("acts", 0.89),
    ("commemorates", 0.97),
    ("quotes", 0.95),
    ("quote text", 0.95),
];

#[test]
fn accuracy_does_not_fall_below_its_floors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let (gold, scorer) = (folder.join("dev.jsonl"), folder.join("score.py"));
    let Ok(file) = File::open(&gold) else { return println!("skipped: there is no {}", gold.display()) };
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let predictions = target.join("gold-predictions.jsonl");
    let mut lines = File::create(&predictions).unwrap();
    let extractor = Extractor::new();
    for reading in stories(BufReader::new(file), &ReadOptions::new()) {
        let mut story = reading.expect("a line of the gold is a story").story;
        story.facts = Default::default();
        let line = Format::Facts.write(&extractor.extract(story)).unwrap();
        lines.write_all(&line).unwrap();
        if !line.ends_with(b"\n") {
            lines.write_all(b"\n").unwrap();
        }
    }
    let score = Command::new("python3").arg(&scorer).arg(&gold).arg(&predictions).arg("--json").output();
    let Ok(score) = score else {
        return println!("skipped: there is no python3 to run {}", scorer.display());
    };
    assert!(score.status.success(), "{}", String::from_utf8_lossy(&score.stderr));
    let figures: Value = serde_json::from_slice(&score.stdout).unwrap();
    fs::remove_file(&predictions).unwrap();
    let fallen: Vec<String> = FLOORS
        .iter()
        .filter_map(|&(name, floor)| {
            let figure = figures[name].get("f1").or(figures[name].get("accuracy"))?.as_f64()?;
            (figure < floor).then(|| format!("{name}: {figure} is below {floor}"))
        })
        .collect();
    assert!(fallen.is_empty(), "{fallen:#?}");
    assert!(FLOORS.iter().all(|(name, _)| figures.get(name).is_some()), "{figures}");
}
