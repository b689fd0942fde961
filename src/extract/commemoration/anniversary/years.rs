//! Years that are told since or of something: "70 years since", "the 30th year of".

use super::kept::observed;
use super::number::{ordinal_before, unit};
use super::{FoundAnniversary, YEARS_OF, YEARS_SINCE};
use crate::extract::annotated::Annotated;
use crate::extract::commemoration::words::{after, before, has_stem, holds, is_beside_act, is_marking};
use crate::extract::number::{Numeral, cardinal};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Anniversary;

/// "70 years since the end of", "Ten years ago today", "celebrate 60 years of".
pub(super) fn years(text: &Annotated<'_>, at: usize) -> Option<FoundAnniversary> {
    let passage = &text.passage;
    let (unit, factor) = unit(passage, at)?;
    let next = at + 1;
    // "twenty years to the day since"
    let link = if passage.reads(next, &["to", "the", "day"]) { next + 3 } else { next };
    let since = passage.is_any(link, words!["since", "after"]);
    if let Some(found) = ordinal_year(text, at) {
        return Some(found);
    }
    // "this day ten years ago"
    let is_this_day = || before(passage, at, 4).any(|at| passage.reads(at, &["this", "day"]));
    let ago_today = passage.is(next, "ago")
        && (is_this_day()
            || passage.is_any(next + 1, words!["today", "tonight"])
            || passage.reads(next + 1, &["to", "the", "day"]))
        || passage.reads(next, &["on", "from"]);
    // "a commemoration of those killed 24 years ago"
    let is_commemorated = passage.is(next, "ago")
        && before(passage, at, 6).any(|at| passage.is_any(at, DIED))
        && before(passage, at, 24).any(|at| has_stem(passage, at, stems!["commemorat", "memorial"]));
    // "who on this Day of Mourning said that 70 years ago thousands were deported"
    let is_of_victims = passage.is(next, "ago")
        && after(passage, next + 1, 14).any(|at| {
            passage.is_any(at, words!["was", "were"]) && (at + 1..at + 3).any(|at| passage.is_any(at, DIED))
        })
        && before(passage, at, 40)
            .any(|at| has_stem(passage, at, stems!["commemorat", "mourning", "remembrance"]));
    // "Today, 50 years on, we remember"
    let is_on = passage.is(next, "on")
        && matches!(passage.kind(next + 1), TokenKind::Mark(','))
        && before(passage, at, 4).any(|at| passage.is_any(at, words!["today", "now"]));
    let ago_today = ago_today || is_commemorated || is_of_victims || is_on;
    let of = passage.is(next, "of");
    // "to mark fifty years celebrations", "its 50th years celebrations"
    let celebrations = passage.is_any(next, words!["celebration", "celebrations"]);
    if celebrations && let Some((start, numeral)) = ordinal_before(passage, at, 0) {
        let anniversary = Anniversary::new(numeral.value, unit);
        return Some(observed(text, start..next, Some(anniversary), YEARS_OF, 65));
    }
    if !(since || ago_today || of || celebrations) {
        return None;
    }
    let (start, numeral) = before(passage, at, 6)
        .filter_map(|start| Some((start, cardinal(passage, start)?)))
        .find(|(start, numeral)| start + numeral.len == at)
        .or_else(|| {
            let article = at.checked_sub(1).filter(|&article| passage.is_any(article, words!["a", "one"]))?;
            Some((article, Numeral { value: 1, len: 1 }))
        })?;
    // "half a century since"
    let is_half = start.checked_sub(1).is_some_and(|half| passage.is(half, "half"));
    // "a quarter of a century since", "a quarter-century since"
    let quarter = start.checked_sub(2).filter(|&quarter| passage.reads(quarter, &["quarter", "of"]));
    let (start, numeral, factor) = match quarter {
        Some(quarter) if factor % 4 == 0 => (quarter, numeral, factor / 4),
        _ if is_half && factor % 2 == 0 => (start - 1, numeral, factor / 2),
        _ => (start, numeral, factor),
    };
    // "Thirty years after the war, the President laid a wreath"
    let is_first = (numeral.value, factor) == (1, 1) && names_at_once(passage, link + 1);
    let is_round = is_first || numeral.value.checked_mul(factor).is_some_and(|years| years % ROUND == 0);
    let is_kept = since && is_round && is_beside_act(passage, &(at..at + 1));
    // "a service held a year after the blast"
    let is_held = start.checked_sub(1).is_some_and(|held| passage.is(held, "held"));
    // "It is ten years since the flood. Wreaths were laid"
    let is_told = since
        && names_at_once(passage, link + 1)
        && before(passage, start, 4).any(|at| passage.is_any(at, words!["it", "it's", "it’s"]))
        && before(passage, start, 2).any(|at| passage.is_any(at, words!["is", "been", "'s", "’s"]))
        && (0..passage.tokens.len()).any(|at| is_rite(passage, at));
    let is_direct =
        is_kept || is_held || is_told || before(passage, start, 4).any(|at| is_marking(passage, at));
    let is_bond = || holds(passage, after(passage, next + 1, 6), BONDS);
    let is_kept_so = since && is_direct || of && is_direct && is_bond() || celebrations && is_direct;
    if !(ago_today || is_kept_so) {
        return None;
    }
    let nearly = ["nearly", "almost", "some", "about", "around"];
    let approximate = start.checked_sub(1).is_some_and(|before| passage.is_any(before, &nearly));
    let anniversary =
        Anniversary::new(numeral.value.checked_mul(factor)?, unit).with_approximate(approximate);
    let rule = if of { YEARS_OF } else { YEARS_SINCE };
    let end = if since { link } else { next };
    let mut found = observed(text, start..end, Some(anniversary), rule, if of { 65 } else { 75 });
    // Whatever the sentence says, this is the day.
    found.is_observed |= ago_today || is_held;
    Some(found)
}

/// Whether a word stands at a token for something done in remembrance.
fn is_rite(passage: &Passage<'_>, at: usize) -> bool {
    has_stem(passage, at, stems!["wreath", "silence", "commemorat", "vigil", "candle", "flowers", "tribute"])
}

/// How people die who are remembered.
const DIED: &Words = words![
    "deported", "died", "executed", "exiled", "expelled", "exterminated", "fallen", "fell", "killed", "lost",
    "massacred", "murdered", "perished", "shot", "slain",
];

/// "a year after the blast" names what happened; "a year after taking office" and "after he left" tell of a life.
fn names_at_once(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["the", "a", "an"]) && passage.kind(at + 1) == TokenKind::Lower
}

/// Anniversaries that are kept without being called so.
const ROUND: u32 = 5;

/// "the 30th year of diplomatic relations", "marks the thirtieth year since the massacre".
fn ordinal_year(text: &Annotated<'_>, at: usize) -> Option<FoundAnniversary> {
    const LEAST: u32 = 5;
    let passage = &text.passage;
    let next = at + 1;
    let is_of_bond = passage.is(next, "of") && holds(passage, after(passage, next + 1, 4), BONDS);
    if !passage.is(at, "year") || !(is_of_bond || passage.is(next, "since")) {
        return None;
    }
    let (start, numeral) = ordinal_before(passage, at, 0).filter(|(_, numeral)| numeral.value >= LEAST)?;
    let is_direct = before(passage, start, 3).any(|at| is_marking(passage, at));
    let anniversary = Anniversary::years(numeral.value);
    is_direct.then(|| observed(text, start..next, Some(anniversary), YEARS_SINCE, 75))
}

/// What is celebrated by the years that it has lasted.
const BONDS: &Words = words![
    "relations", "relationship", "ties", "independence", "friendship", "partnership", "diplomatic",
    "bilateral", "cooperation", "statehood", "alliance", "peace", "membership", "existence", "agreement",
    "accession", "treaty", "nationhood", "sovereignty", "self-government", "self-rule", "democracy",
    "liberation", "freedom", "establishment", "founding", "union", "republic", "federation",
];
