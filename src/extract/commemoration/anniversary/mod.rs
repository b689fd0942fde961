//! Anniversaries: "the hundredth anniversary of", "centenary", "70 years since", "six-month anniversary".

mod kept;
mod number;
mod years;

use std::ops::Range;

use self::kept::{is_determiner, is_kept_on, is_occasion, observed};
use self::number::{number_before, ordinal_before, years_ago};
use self::years::years;
use super::words::{before, is_beside_act, is_marked};
use crate::extract::annotated::{Annotated, within};
use crate::extract::features::{Features, Topic, Topics};
use crate::extract::number::{cardinal, jubilee};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Anniversary, Part, Remembered};

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
            "anniversary", "anniversaries", "birthday", "commemoration", "years", "year", "months", "decade",
            "decades", "century", "centuries", "turns", "turned", "turning", "independence",
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
            let is_of_body =
                passage.is(at, "birthday") && (is_of_state(passage, at) || is_of_it(passage, at));
            let least = if passage.is(at, "birthday") && !is_of_body { LIFETIME } else { 0 };
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
        } else if passage.is(at, "independence") {
            found.extend(of_independence(text, at));
        } else if passage.is_any(at, words!["turns", "turned", "turning"]) {
            found.extend(turned(text, at));
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

/// "the Navy celebrates its 90th birthday": that of a body or a place, which nobody congratulates in person.
fn is_of_it(passage: &Passage<'_>, at: usize) -> bool {
    ordinal_before(passage, at, 0)
        .and_then(|(start, _)| start.checked_sub(1))
        .is_some_and(|owner| passage.is(owner, "its"))
}

/// "Tonga celebrated its 55th Independence": how often a state has kept it, where no "Day" follows.
fn of_independence(text: &Annotated<'_>, at: usize) -> Option<FoundAnniversary> {
    let passage = &text.passage;
    let is_named = passage.is_any(at + 1, words!["day", "anniversary", "anniversaries", "and"]);
    let (start, numeral) = ordinal_before(passage, at, 0).filter(|_| !is_named)?;
    let found =
        observed(text, start..at + 1, Some(Anniversary::years(numeral.value)), ORDINAL_ANNIVERSARY, 70);
    Some(found).filter(|found| found.is_observed)
}

/// "The National Library turns 100": the years that a thing or body comes to, where that is what is told.
fn turned(text: &Annotated<'_>, at: usize) -> Option<FoundAnniversary> {
    const LEAST: u32 = 10;
    let passage = &text.passage;
    let numeral = cardinal(passage, at + 1).filter(|numeral| numeral.value >= LEAST)?;
    let years = at + 1 + numeral.len;
    let end = years + usize::from(passage.is_any(years, words!["years", "year"]));
    let next = end + usize::from(passage.is(end, "old"));
    let is_last = !matches!(passage.kind(next), TokenKind::Lower | TokenKind::Number)
        || passage.is_any(next, words!["this", "on", "in", "today", "and", "next", "with"]);
    let sentence = passage.sentence_of(at);
    let subject = sentence.start..at;
    let is_thing = within(&text.people, subject.clone()).is_empty()
        && !subject.clone().any(|at| passage.is_any(at, words!["he", "she", "i", "they", "who", "age"]))
        && subject.clone().any(|at| passage.kind(at).is_capital());
    let is_headline = passage.part == Part::Headline;
    let is_kept = is_headline || is_marked(passage, &(at..end)) || is_beside_act(passage, &(at..end));
    (is_last && is_thing && is_kept)
        .then(|| observed(text, at..end, Some(Anniversary::years(numeral.value)), YEARS_OF, 60))
}

/// "the Minister for the Centenary of ANZAC" keeps no anniversary by being mentioned.
fn is_in_title(text: &Annotated<'_>, at: usize) -> bool {
    let next = text.people.partition_point(|person| person.tokens.end <= at);
    // "its Diamond Jubilee" begins no name.
    text.people.get(next).is_some_and(|person| person.tokens.contains(&at) && person.tokens.start < at)
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

/// "the centenary of", "Anzac Centenary", "golden jubilee".
fn centenary(text: &Annotated<'_>, at: usize) -> Option<FoundAnniversary> {
    const NAMES: &Words = words![
        "medal", "medals", "institute", "fund", "house", "hall", "stadium", "park", "award", "foundation",
        "trust", "committee", "council", "public", "authority", "program", "programme", "commission",
        "grants",
    ];
    let passage = &text.passage;
    let numeral = jubilee(passage, at)?;
    let end = at + numeral.len;
    let is_of = passage.is_any(end, words!["of", "since"]);
    // "Centennial Coal", "the Bicentennial Racing Club": a word of the name of something.
    const OBSERVED: &Words = words![
        "celebration", "celebrations", "ceremony", "commemoration", "commemorations", "dinner", "event",
        "events", "parade", "service", "year",
    ];
    let is_adjective = passage.word(at).ends_with("ennial") && passage.kind(end) == TokenKind::Capital;
    let is_of_name = is_adjective && passage.part != Part::Headline && !passage.is_any(end, OBSERVED);
    let is_owner = passage.word(at).ends_with("ennial") && passage.kind(end + 1) == TokenKind::Possessive;
    let is_of_a_name = !passage.shouts
        && passage.kind(at).is_capital()
        && (passage.is_any(end, NAMES) || is_of_name || is_owner);
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
