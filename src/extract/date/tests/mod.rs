//! What each form of date says.

mod calendar;
mod hostile;
mod near;
mod ranges;
mod years;

use super::super::lexicon::Lexicon;
use super::*;
use crate::model::{Bound, Part, TimeUnit};

fn found(text: &str) -> Vec<FoundDate> {
    dates(&Passage::new(Part::Block(0), text, &Lexicon::built_in()), None)
}

/// A date in a line: its words, then what they say.
fn described(date: &Date) -> String {
    let mut line = format!("{}:", date.raw);
    if let Some(weekday) = date.weekday {
        line += &format!(" {weekday}");
    }
    if let Some(Relative { offset, unit, bound, .. }) = date.relative {
        let bound = match bound {
            Bound::Exact => "",
            Bound::MoreThan => ">",
            Bound::LessThan => "<",
        };
        let unit = match unit {
            TimeUnit::Day => "d",
            TimeUnit::Week => "w",
            TimeUnit::Month => "m",
            TimeUnit::Year => "y",
        };
        line += &format!(" {bound}{offset:+}{unit}");
    }
    if let Some(calendar) = &date.calendar {
        line += &format!(" {calendar}");
    }
    line + if date.approximate { " ~" } else { "" }
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let lines: Vec<String> = found(text).iter().map(|found| described(&found.date)).collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn each_date_names_its_rule() {
    let rules: Vec<&str> =
        found("4 May 2022 to 6 May 2022; May 4; next week").iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["day-to-day", "month-day", "stepped-unit"]);
}
