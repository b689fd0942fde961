//! Monuments that are unveiled and visited.

use std::ops::Range;

use super::Text;
use crate::extract::commemoration::site::site_in;
use crate::extract::commemoration::words::{after, before, has_stem};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// "unveiled a plaque", "the memorial will be unveiled".
pub(super) fn unveiling(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const UNVEILED: &Words = words![
        "memorial", "plaque", "statue", "stone", "monument", "bust", "cenotaph", "tombstone", "headstone",
        "gravestone", "sculpture", "obelisk",
    ];
    let passage = text.passage();
    let is_unveiled = has_stem(passage, at, stems!["unveil"]);
    // "inaugurated the monument", "the dedication of a memorial"; but "dedicated his life to the memorial"
    let reach = if is_unveiled { 9 } else { 5 };
    let is_done = is_unveiled
        || passage.is_any(at, words!["inaugurate", "inaugurates", "inaugurated", "inaugurating"])
        || passage.is_any(at, words!["dedication", "inauguration"]) && passage.is(at + 1, "of");
    if !is_done {
        return None;
    }
    if let Some(noun) = after(passage, at + 1, reach).find(|&at| passage.is_any(at, UNVEILED)) {
        return Some(at..noun + 1);
    }
    if !is_unveiled {
        return None;
    }
    // "unveiled a bronze figure": on the day itself whatever is unveiled is for it.
    const ART: &Words = words![
        "artwork", "logo", "emblem", "bronze", "figure", "installation", "mosaic", "mural", "painting",
        "panel", "portrait", "tablet", "work",
    ];
    if text.serves_occasion()
        && let Some(noun) = after(passage, at + 1, 5).find(|&at| passage.is_any(at, ART))
    {
        return Some(at..noun + 1);
    }
    // "A plaque to mark the 80th anniversary of the campaign was unveiled"
    let is_passive =
        at.checked_sub(1).is_some_and(|be| passage.is_any(be, words!["was", "were", "be", "been"]));
    let reach = if is_passive { 20 } else { 8 };
    before(passage, at, reach).find(|&at| passage.is_any(at, UNVEILED)).map(|noun| noun..at + 1)
}

/// "visited the Australian War Memorial", "a visit to the cemetery".
pub(super) fn memorial_visit(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    if !passage.is_any(at, words!["visit", "visits", "visited", "visiting", "toured", "tour"]) {
        return None;
    }
    // The object only: "visited Canberra and spoke of the memorial" visits no memorial.
    let object = after(passage, at + 1, 10);
    let joined = |&at: &usize| {
        !passage.is_any(at, words!["where", "and", "who", "for", "by", "with"])
            && (passage.kind(at).is_word() || passage.kind(at) == TokenKind::Possessive)
    };
    let len = object.clone().take_while(joined).count();
    let object = object.start..object.start + len;
    // "visited our most sacred commemorative sites", "the battlefields"
    let is_site = |at: usize| {
        passage.is_any(at, words!["battlefield", "battlefields"])
            || passage.reads(at, &["yad", "vashem"])
            || passage.reads(at, &["alley", "of"]) && passage.kind(at).is_capital()
            || passage.is_any(at, words!["site", "sites"])
                && at
                    .checked_sub(1)
                    .is_some_and(|kind| has_stem(passage, kind, stems!["commemorat", "memorial"]))
    };
    if object.clone().any(is_site) {
        return Some(at..object.end);
    }
    site_in(text.annotated, object.clone()).map(|_| at..object.end)
}
