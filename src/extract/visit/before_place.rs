//! What stands before the name of a place: prepositions, what happens there, and the place that was named last.

use super::super::annotated::{Annotated, FoundPlace, within};
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::capital;
use crate::model::{Country, PlaceKind};

/// "the situation in Aleppo", "the attack at the college": what is spoken of happens where the speakers are not.
pub(super) fn is_of_happening(passage: &Passage<'_>, start: usize) -> bool {
    const HAPPENINGS: &Words = words![
        "attack", "attacks", "bombing", "conflict", "conflicts", "coup", "crises", "crisis", "fighting",
        "hostilities", "massacre", "protests", "shooting", "situation", "unrest", "violence", "war", "wars",
    ];
    before_article(passage, start)
        .checked_sub(2)
        .is_some_and(|noun| passage.is_any(noun, HAPPENINGS) && passage.kind(noun) == TokenKind::Lower)
}

pub(super) fn preceded_by(passage: &Passage<'_>, start: usize, words: &[&str]) -> bool {
    before_article(passage, start).checked_sub(1).is_some_and(|before| passage.is_any(before, words))
}

/// The token that a place's own words begin at: articles and "downtown", "central" before it included.
pub(super) fn before_article(passage: &Passage<'_>, start: usize) -> usize {
    const BEFORE: &Words = words![
        "the", "both", "downtown", "central", "nearby", "neighbouring", "neighboring", "western", "eastern",
        "northern", "southern", "north", "south", "east", "west", "coastal", "created", "formed", "historic",
        "newly", "remote",
    ];
    let start = capital::start(passage, start).unwrap_or(start);
    let mut first = start;
    while let Some(before) =
        first.checked_sub(1).filter(|&before| first + 3 > start && passage.is_any(before, BEFORE))
    {
        // "northern and eastern Iowa"
        let is_joined = before.checked_sub(2).is_some_and(|other| {
            passage.is(before - 1, "and") && passage.is_any(other, BEFORE) && !passage.is(before, "the")
        });
        first = if is_joined { before - 2 } else { before };
    }
    before_participle(passage, first).unwrap_or(first)
}

/// Where "the strategically located", "the newly renovated" begin before a place.
fn before_participle(passage: &Passage<'_>, place: usize) -> Option<usize> {
    let adverb = place.checked_sub(2)?;
    let is_told = passage.kind(adverb) == TokenKind::Lower
        && passage.word(adverb).ends_with("ly")
        && passage.word(adverb + 1).ends_with("ed");
    let article = adverb.checked_sub(1)?;
    (is_told && passage.is(article, "the")).then_some(article)
}

/// The country of the last place before a token in its passage that something is in: a city, a site, or what stands
/// after "in" or in a dateline. "to compete with China" brings nobody there.
pub(super) fn country_before(text: &Annotated<'_>, at: usize) -> Option<Country> {
    const DATELINE: usize = 4;
    /// How many places back are asked.
    const NEARBY: usize = 64;
    let is_scene = |found: &&FoundPlace| {
        matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site))
            || found.tokens.start < DATELINE
            || preceded_by(
                &text.passage,
                found.tokens.start,
                &["in", "to", "at", "from", "across", "visited"],
            )
    };
    within(&text.places, 0..at)
        .iter()
        .rev()
        .take(NEARBY)
        .filter(is_scene)
        .find_map(|found| found.place.country)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn where_something_happens_that_is_spoken_of_nobody_goes() {
        for topic in ["discussed the situation in Kigali", "held talks about the attack at Kigali University"]
        {
            let told = visits(
                "FI",
                &format!("Foreign Minister Aino Virta visited Nairobi. While there, she {topic}."),
            );
            assert_eq!(told, ["Aino Virta -> KE Nairobi completed"], "{topic}");
        }
    }
}
