//! Which anniversary it is: "the 75th", "six-month", "golden jubilee".

use super::{CENTENARY, ORDINAL_ANNIVERSARY, UNIT_ANNIVERSARY};
use crate::extract::commemoration::words::{after, before};
use crate::extract::number::{Numeral, cardinal, jubilee, ordinal};
use crate::extract::passage::Passage;
use crate::model::{Anniversary, TimeUnit};

/// The number that tells which anniversary the word at `at` is, and where it begins.
pub(super) fn number_before(passage: &Passage<'_>, at: usize) -> Option<(usize, Anniversary, &'static str)> {
    if let Some(before) = at.checked_sub(1)
        && let Some(numeral) = jubilee(passage, before).filter(|numeral| numeral.len == 2)
    {
        return Some((before, Anniversary::years(numeral.value), CENTENARY));
    }
    if let Some((start, anniversary)) = length_before(passage, at) {
        return Some((start, anniversary, UNIT_ANNIVERSARY));
    }
    let (start, numeral) = ordinal_before(passage, at, 2)?;
    Some((start, Anniversary::years(numeral.value), ORDINAL_ANNIVERSARY))
}

/// "six-month", "one year", "10-year" before `at`.
fn length_before(passage: &Passage<'_>, at: usize) -> Option<(usize, Anniversary)> {
    let unit_at = at.checked_sub(1)?;
    let unit = unit(passage, unit_at)?.0;
    let number_end = unit_at.checked_sub(usize::from(passage.is_hyphen(unit_at.checked_sub(1)?)))?;
    let first = before(passage, number_end, 5);
    let (start, numeral) = first
        // "the 100th-year anniversary"
        .filter_map(|start| Some((start, cardinal(passage, start).or_else(|| ordinal(passage, start))?)))
        .find(|(start, numeral)| start + numeral.len == number_end)?;
    Some((start, Anniversary::new(numeral.value, unit)))
}

/// The ordering number that ends at most `gap` words before `at`.
pub(super) fn ordinal_before(passage: &Passage<'_>, at: usize, gap: usize) -> Option<(usize, Numeral)> {
    let is_modifier =
        |at| passage.kind(at).is_word() && !passage.is_any(at, words!["of", "the", "and", "a", "in", "to"]);
    before(passage, at, 8 + gap).filter_map(|start| Some((start, ordinal(passage, start)?))).find(
        |(start, numeral)| {
            let end = start + numeral.len;
            end <= at && at - end <= gap && (end..at).all(is_modifier)
        },
    )
}

/// "on the anniversary of the blast, which killed nine ten years ago": the years that the rest of the sentence tells.
pub(super) fn years_ago(passage: &Passage<'_>, at: usize) -> Option<u32> {
    const REACH: usize = 24;
    let years = after(passage, at, REACH).find(|&at| passage.reads(at, &["years", "ago"]))?;
    let number = before(passage, years, 3).filter_map(|start| Some((start, cardinal(passage, start)?)));
    number.filter(|(start, numeral)| start + numeral.len == years).map(|(_, numeral)| numeral.value).next()
}

pub(super) fn unit(passage: &Passage<'_>, at: usize) -> Option<(TimeUnit, u32)> {
    [
        (&["year", "years"][..], TimeUnit::Year, 1),
        (&["month", "months"], TimeUnit::Month, 1),
        (&["week", "weeks"], TimeUnit::Week, 1),
        (&["decade", "decades"], TimeUnit::Year, 10),
        (&["century", "centuries"], TimeUnit::Year, 100),
    ]
    .into_iter()
    .find(|(words, ..)| passage.is_any(at, words))
    .map(|(_, unit, factor)| (unit, factor))
}
