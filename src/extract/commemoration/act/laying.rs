//! Wreaths and flowers that are laid.

use std::ops::Range;

use super::Text;
use super::service::is_of_the_dead;
use crate::extract::commemoration::words::{SITES, after, before, has_stem, holds};
use crate::extract::words::Words;

/// "laid a wreath", "wreath-laying", "wreaths were laid".
pub(super) fn laid(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const LAY: &Words = words![
        "lay", "lays", "laid", "laying", "place", "places", "placed", "placing", "deposit", "deposits",
        "deposited", "depositing", "present", "presents", "presented", "offer", "offered", "offering",
        "cast", "dropped", "floated", "threw", "tossed", "put", "puts", "left",
    ];
    let passage = text.passage();
    // "presented the golden wreath on loan to the museum"
    if passage.reads(at + 1, &["on", "loan"]) {
        return None;
    }
    // "a wreathlaying at the tomb"
    if passage.is_any(at, words!["wreathlaying", "wreathlayings"]) {
        return Some(at..at + 1);
    }
    // "took place"
    let lays = |at: usize| {
        let took = at
            .checked_sub(1)
            .is_some_and(|took| passage.is_any(took, words!["took", "takes", "take", "taking"]));
        passage.is_any(at, LAY) && !(took && passage.is(at, "place"))
    };
    if let Some(verb) = before(passage, at, 5).rev().find(|&at| lays(at)) {
        return Some(verb..at + 1);
    }
    after(passage, at + 1, 4)
        .find(|&at| passage.is_any(at, words!["laying", "laid", "placed", "presentation", "presented"]))
        .map(|verb| at..verb + 1)
}

/// "laid flowers at the monument", "paid floral tributes", "garlanded the statue".
pub(super) fn flowers(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const PAY: &Words = words!["pay", "pays", "paid", "paying", "offer", "offers", "offered", "offering"];
    let passage = text.passage();
    // "Rose Gardens", "Flower Street"
    if passage.kind(at).is_capital() && passage.kind(at + 1).is_capital() && !passage.shouts {
        return None;
    }
    let is_form = |words: &Words| passage.is_any(at, words);
    if is_form(words!["garlanded", "garlanding", "garlands"]) {
        let to_one =
            |at: usize| passage.is_any(at, words!["statue", "bust", "portrait", "memorial", "monument"]);
        return after(passage, at + 1, 6).any(to_one).then_some(at..at + 1);
    }
    if passage.is(at, "floral") {
        // A floral wreath is a wreath.
        if !has_stem(passage, at + 1, stems!["tribute", "offering", "homage", "basket"]) {
            return None;
        }
        let is_paid =
            |&at: &usize| passage.is_any(at, PAY) || passage.is_any(at, words!["made", "make", "makes"]);
        if let Some(verb) = before(passage, at, 4).rev().find(is_paid) {
            return Some(verb..at + 2);
        }
    } else if !is_form(words![
        "flower", "flowers", "bouquet", "bouquets", "rose", "roses", "poppies", "carnation", "carnations",
    ]) || at
        .checked_sub(2)
        .is_some_and(|wreath| passage.is_any(wreath, words!["wreath", "wreaths"]))
    {
        return None;
    }
    // "carnations were left on the graves"
    let left = || {
        let verb = after(passage, at + 1, 4).find(|&at| passage.is(at, "left"))?;
        holds(passage, after(passage, verb + 1, 6), SITES).then_some(at..verb + 1)
    };
    // A bouquet is presented to a guest; flowers are laid.
    let found = laid(text, at).or_else(left)?;
    let is_gift = found.clone().any(|at| {
        passage.is_any(at, words!["present", "presents", "presented", "offer", "offered", "offering"])
    });
    // "offered flowers at the graves", "at her portrait"
    let is_at_graves = || {
        let near = after(passage, at + 1, 6);
        holds(passage, near.clone(), SITES)
            || holds(passage, near, words!["portrait", "statue", "bust", "samadhi", "photo", "photograph"])
    };
    (!is_gift || is_at_graves() || is_of_the_dead(text, at)).then_some(found)
}
