//! Anniversaries: "the hundredth anniversary of", "centenary", "70 years since", "six-month anniversary".

use std::ops::Range;

use super::event::{event, event_of_clause};
use super::words::{after, before, holds, is_beside_act, is_marked, is_marking};
use crate::extract::annotated::{Annotated, within};
use crate::extract::features::{Features, Topic, Topics};
use crate::extract::number::{Numeral, cardinal, jubilee, ordinal};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Anniversary, Part, Remembered, TimeUnit};

const ORDINAL_ANNIVERSARY: &str = "ordinal-anniversary";
const UNIT_ANNIVERSARY: &str = "unit-anniversary";
const UNNUMBERED_ANNIVERSARY: &str = "unnumbered-anniversary";
const CENTENARY: &str = "centenary";
const YEARS_SINCE: &str = "years-since";
const YEARS_OF: &str = "years-of";

/// An anniversary in a text.
#[derive(Debug)]
pub(super) struct FoundAnniversary {
    pub(super) tokens: Range<usize>,
    /// None if the story does not say which.
    pub(super) anniversary: Option<Anniversary>,
    pub(super) remembered: Option<Remembered>,
    /// The tokens of what is remembered.
    pub(super) event: Option<Range<usize>>,
    /// Whether the story keeps it. One that it only mentions counts if it keeps it elsewhere.
    pub(super) is_observed: bool,
    pub(super) rule: &'static str,
    pub(super) confidence: u8,
}

/// The words that tell of anniversaries, apart from those for whole ones.
pub(super) const fn topics(topics: &mut Topics) {
    topics.add(
        Topic::Anniversary,
        &[
            "anniversary",
            "anniversaries",
            "birthday",
            "commemoration",
            "years",
            "year",
            "months",
            "decade",
            "decades",
            "century",
            "centuries",
        ],
    );
}

/// The anniversaries of a text, in order.
pub(super) fn anniversaries(text: &Annotated<'_>) -> Vec<FoundAnniversary> {
    let mut found = Vec::new();
    let passage = &text.passage;
    for at in passage.all_with(Features::topic(Topic::Anniversary)) {
        if is_in_title(text, at) {
            continue;
        }
        if passage.is_any(at, words!["anniversary", "anniversaries"]) {
            anniversary(text, at, &mut found);
        } else if passage.is_any(at, words!["commemoration", "birthday"]) {
            // "the 28th commemoration of the genocide", "the 138th birthday of Marcus Garvey", who cannot be alive
            let least = if passage.is(at, "birthday") && !is_of_state(passage, at) { LIFETIME } else { 0 };
            // "the 85th auspicious Birthday"
            let gap = usize::from(passage.is(at, "birthday"));
            let numbered = ordinal_before(passage, at, gap).filter(|(_, numeral)| numeral.value >= least);
            found.extend(numbered.map(|(start, numeral)| {
                let anniversary = Anniversary::years(numeral.value);
                observed(text, start..at + 1, Some(anniversary), ORDINAL_ANNIVERSARY, 80)
            }));
        } else if passage
            .is_any(at, words!["years", "year", "months", "decade", "decades", "century", "centuries"])
        {
            found.extend(years(text, at));
        } else {
            found.extend(centenary(text, at));
        }
    }
    found
}

/// The years that nobody who is still alive has.
const LIFETIME: u32 = 111;

/// "the 74th birthday of the State", "the 85th birthday of His Majesty": one that a country keeps.
fn is_of_state(passage: &Passage<'_>, at: usize) -> bool {
    const STATES: &Words =
        words!["state", "republic", "nation", "country", "union", "commonwealth", "united"];
    let owner = at + 2 + usize::from(passage.is(at + 2, "the"));
    passage.is(at + 1, "of")
        && (passage.is_any(owner, STATES)
            || passage.is_any(owner, words!["his", "her"]) && passage.is(owner + 1, "majesty"))
}

/// "the Minister for the Centenary of ANZAC" keeps no anniversary by being mentioned.
fn is_in_title(text: &Annotated<'_>, at: usize) -> bool {
    let next = text.people.partition_point(|person| person.tokens.end <= at);
    text.people.get(next).is_some_and(|person| person.tokens.contains(&at))
}

/// At the word "anniversary": its number stands before it, its event after or before.
fn anniversary(text: &Annotated<'_>, at: usize, found: &mut Vec<FoundAnniversary>) {
    let passage = &text.passage;
    if at > 0 && passage.is(at - 1, "wedding") {
        return;
    }
    if let Some((start, anniversary, rule)) = number_before(passage, at) {
        // "the 30th and 50th anniversaries"
        let joined = start.checked_sub(1).filter(|&and| passage.is(and, "and"));
        let other = joined.and_then(|and| ordinal_before(passage, and, 0));
        if let Some((other, numeral)) = other {
            let anniversary = Anniversary::years(numeral.value);
            found.push(observed(text, other..at + 1, Some(anniversary), rule, 80));
        }
        found.push(observed(text, start..at + 1, Some(anniversary), rule, 95));
    } else if passage.is(at + 1, "of") && (is_marked(passage, &(at..at + 1)) || is_occasion(passage, at))
        || is_kept_on(passage, &(at..at + 1))
    {
        let years = years_ago(passage, at).map(Anniversary::years);
        found.push(observed(text, at..at + 1, years, UNNUMBERED_ANNIVERSARY, 70));
    }
}

/// "on the anniversary of"
fn is_occasion(passage: &Passage<'_>, at: usize) -> bool {
    holds(passage, before(passage, at, 2), words!["on", "occasion"])
}

/// "on his death anniversary", "on the 40th birth anniversary": something is done on the day itself.
fn is_kept_on(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    const OF_LIFE: &Words = words!["birth", "death", "founding", "foundation"];
    let is_of_life = |at: usize| passage.is_any(at, OF_LIFE);
    let of_life = (tokens.start.saturating_sub(1)..tokens.end).any(is_of_life);
    let mut start = tokens.start;
    while let Some(at) = start.checked_sub(1).filter(|&at| {
        is_of_life(at)
            || passage.is_any(at, words!["his", "her", "its", "their", "the", "'s", "’s"])
            || passage.kind(at) == TokenKind::Possessive
    }) {
        start = at;
    }
    let is_on = start.checked_sub(1).is_some_and(|on| passage.is(on, "on"))
        || start.checked_sub(2).is_some_and(|occasion| passage.reads(occasion, &["occasion", "of"]));
    is_on && (of_life || is_beside_act(passage, tokens))
}

/// "on the anniversary of the blast, which killed nine ten years ago": the years that the rest of the sentence tells.
fn years_ago(passage: &Passage<'_>, at: usize) -> Option<u32> {
    const REACH: usize = 24;
    let years = after(passage, at, REACH).find(|&at| passage.reads(at, &["years", "ago"]))?;
    let number = before(passage, years, 3).filter_map(|start| Some((start, cardinal(passage, start)?)));
    number.filter(|(start, numeral)| start + numeral.len == years).map(|(_, numeral)| numeral.value).next()
}

/// The number that tells which anniversary the word at `at` is, and where it begins.
fn number_before(passage: &Passage<'_>, at: usize) -> Option<(usize, Anniversary, &'static str)> {
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
fn ordinal_before(passage: &Passage<'_>, at: usize, gap: usize) -> Option<(usize, Numeral)> {
    let is_modifier =
        |at| passage.kind(at).is_word() && !passage.is_any(at, words!["of", "the", "and", "a", "in", "to"]);
    before(passage, at, 8 + gap).filter_map(|start| Some((start, ordinal(passage, start)?))).find(
        |(start, numeral)| {
            let end = start + numeral.len;
            end <= at && at - end <= gap && (end..at).all(is_modifier)
        },
    )
}

/// "the centenary of", "Anzac Centenary", "golden jubilee".
fn centenary(text: &Annotated<'_>, at: usize) -> Option<FoundAnniversary> {
    const NAMES: &Words = words![
        "medal",
        "medals",
        "institute",
        "fund",
        "house",
        "hall",
        "stadium",
        "park",
        "award",
        "foundation",
        "trust",
        "committee",
        "council",
        "public",
        "authority",
        "program",
        "programme",
        "commission",
        "grants",
    ];
    let passage = &text.passage;
    let numeral = jubilee(passage, at)?;
    let end = at + numeral.len;
    let is_of = passage.is_any(end, words!["of", "since"]);
    let is_of_a_name = !passage.shouts && passage.kind(at).is_capital() && passage.is_any(end, NAMES);
    if is_of_a_name || passage.is_any(end, words!["anniversary", "anniversaries"]) {
        return None;
    }
    if passage.is(at, "millennium") && !is_of {
        return None;
    }
    let mut found = observed(text, at..end, Some(Anniversary::years(numeral.value)), CENTENARY, 85);
    // "Anzac Centenary"
    let is_name = |&at: &usize| passage.kind(at) == TokenKind::Capital && !is_determiner(passage, at);
    let first = before(passage, at, 3).rev().take_while(is_name).last();
    if let (None, Some(first)) = (&found.remembered, first.filter(|_| !passage.shouts)) {
        found.remembered = Some(Remembered::new(passage.on_one_line(first..at)));
        found.event = Some(first..at);
    }
    Some(found)
}

/// "70 years since the end of", "Ten years ago today", "celebrate 60 years of".
fn years(text: &Annotated<'_>, at: usize) -> Option<FoundAnniversary> {
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
    let of = passage.is(next, "of");
    if !(since || ago_today || of) {
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
    let (start, numeral, factor) =
        if is_half && factor % 2 == 0 { (start - 1, numeral, factor / 2) } else { (start, numeral, factor) };
    // "Thirty years after the war, the President laid a wreath"
    let is_first = (numeral.value, factor) == (1, 1) && names_at_once(passage, link + 1);
    let is_round = is_first || numeral.value.checked_mul(factor).is_some_and(|years| years % ROUND == 0);
    let is_kept = since && is_round && is_beside_act(passage, &(at..at + 1));
    // "a service held a year after the blast"
    let is_held = start.checked_sub(1).is_some_and(|held| passage.is(held, "held"));
    let is_direct = is_kept || is_held || before(passage, start, 3).any(|at| is_marking(passage, at));
    let is_bond = || holds(passage, after(passage, next + 1, 6), BONDS);
    if !(ago_today || (since && is_direct) || (of && is_direct && is_bond())) {
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
    "relations",
    "relationship",
    "ties",
    "independence",
    "friendship",
    "partnership",
    "diplomatic",
    "bilateral",
    "cooperation",
    "statehood",
    "alliance",
    "peace",
    "membership",
    "existence",
    "agreement",
    "accession",
    "treaty",
];

fn unit(passage: &Passage<'_>, at: usize) -> Option<(TimeUnit, u32)> {
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

/// An anniversary with what it remembers: after "of" or "since", or the owner before it.
fn observed(
    text: &Annotated<'_>,
    tokens: Range<usize>,
    anniversary: Option<Anniversary>,
    rule: &'static str,
    confidence: u8,
) -> FoundAnniversary {
    let passage = &text.passage;
    let link = tokens.end;
    // "the tenth anniversary meeting of the forum"
    let link = after_insertion(passage, link);
    let of = (link..link + 3).find(|&at| passage.is(at, "of") || !passage.kind(at).is_word());
    let remembered = if let Some(of) = of.filter(|&at| passage.is(at, "of")) {
        event(text, of + 1)
    } else if passage.is_any(link, words!["since", "after", "when"]) {
        event_of_clause(text, link + 1)
    } else if passage.reads(link, &["on", "from"]) {
        event(text, link + 2)
    } else if passage.is(link, "ago") && passage.is_any(link + 1, words!["today", "tonight"]) {
        let comma = link + 2 + usize::from(passage.is_mark(link + 2, ','));
        // "tonight, at 23.02, the Council"
        let hour =
            (comma..comma + 6).find(|&at| passage.is_mark(at, ',')).filter(|_| passage.is(comma, "at"));
        let comma = hour.map_or(comma, |hour| hour + 1);
        event_of_clause(text, comma)
    } else {
        owner(text, tokens.start)
    };
    let (remembered, event) = remembered.unzip();
    let is_observed = event.is_some() || is_observed(text, &tokens);
    FoundAnniversary { tokens, anniversary, remembered, event, is_observed, rule, confidence }
}

/// The token after ", in July,": when an anniversary falls may stand before what it is of.
fn after_insertion(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 5;
    let is_inserted = passage.is_mark(at, ',') && passage.is_any(at + 1, words!["in", "on", "this", "next"]);
    let close = (at + 2..at + 2 + MOST).find(|&close| passage.is_mark(close, ','));
    let close = close.filter(|&close| is_inserted && passage.is(close + 1, "of"));
    close.map_or(at, |close| close + 1)
}

/// Whether the words around an anniversary say that it is kept.
fn is_observed(text: &Annotated<'_>, tokens: &Range<usize>) -> bool {
    text.passage.part == Part::Headline
        || is_marked(&text.passage, tokens)
        || is_kept_on(&text.passage, tokens)
}

fn is_determiner(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["the", "a", "an", "this", "our", "its", "on", "in", "for"])
}

/// "the Navy's" before "75th anniversary".
fn owner(text: &Annotated<'_>, at: usize) -> Option<(Remembered, Range<usize>)> {
    let passage = &text.passage;
    let end = at.checked_sub(1).filter(|&mark| passage.kind(mark) == TokenKind::Possessive)?;
    let is_name = |&at: &usize| passage.kind(at).is_capital() && !is_determiner(passage, at);
    let start = before(passage, end, 6).rev().take_while(is_name).last()?;
    let person = within(&text.people, start..end).first();
    let mut remembered = Remembered::new(passage.on_one_line(start..end));
    remembered.person = person.and_then(|person| person.who.id().cloned());
    Some((remembered, start..end))
}
