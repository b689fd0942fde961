//! Tributes, exhibitions and medals.

use std::ops::Range;

use super::Text;
use crate::extract::commemoration::words::{SITES, after, before, has_stem, holds, is_marking};
use crate::extract::words::Words;

/// "paid tribute to those who died", "paid homage at the memorial"; "paid tribute to the close relations" remembers no one.
pub(super) fn tribute(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const DEAD: &Words = words![
        "fallen", "died", "dead", "fell", "victims", "veterans", "servicemen", "servicewomen", "soldiers",
        "lives", "lost", "sacrifice", "sacrificed", "sacrifices", "memory", "killed", "perished", "heroes",
        "late", "fought", "martyrs", "survivors", "genocide", "unknown", "anzacs", "diggers", "deceased",
        "departed",
    ];
    let passage = text.passage();
    // "honoured the memory of the heroes"
    if passage.is(at, "memory") {
        let honoured = at.checked_sub(2).filter(|&verb| {
            passage.is(verb + 1, "the")
                && passage.is_any(verb, words!["honoured", "honored", "honours", "honors"])
        })?;
        return (passage.is(at + 1, "of") && !passage.in_quote(at)).then_some(honoured..at + 1);
    }
    // What somebody asks others for, or says that they did, the story does not tell; what they will do it does.
    let promised = before(passage, at, 4).any(|at| passage.is(at, "will"));
    if passage.in_quote(at) && !promised {
        return None;
    }
    // "offered tributes to the memory of the deceased"
    let offered =
        before(passage, at, 3).find(|&at| passage.is_any(at, words!["offered", "offer", "offering"]));
    if let Some(offered) = offered.filter(|_| passage.is_any(at, words!["tribute", "tributes"])) {
        let near = after(passage, at + 1, 8);
        return (holds(passage, near, DEAD) || text.has_occasion(at)).then_some(offered..at + 1);
    }
    // "tributes were paid to the fallen", "tributes paid to them"
    let paid = after(passage, at + 1, 3).find(|&at| passage.is(at, "paid") && passage.is(at + 1, "to"));
    if let Some(paid) = paid.filter(|_| passage.is_any(at, words!["tribute", "tributes", "homage"])) {
        let is_to_the_dead = holds(passage, after(passage, paid + 2, 12), DEAD) || text.has_occasion(at);
        return is_to_the_dead.then_some(at..paid + 1);
    }
    let verb = before(passage, at, 4).rev().find(|&at| has_stem(passage, at, stems!["pay", "paid"]))?;
    // "a museum that pays homage to the dead"
    let is_of_thing = passage.is(verb, "pays")
        && verb.checked_sub(1).is_some_and(|that| passage.is_any(that, words!["that", "which"]));
    if is_of_thing {
        return None;
    }
    // "paid floral tributes": flowers.
    if at.checked_sub(1).is_some_and(|before| passage.is(before, "floral")) {
        return None;
    }
    let object = after(passage, at + 2, 12);
    let is_to = passage.is_any(at + 1, words!["to", "at"]);
    let is_to_the_dead = is_to
        && (holds(passage, object.clone(), DEAD) || holds(passage, object, SITES) || text.has_occasion(at));
    is_to_the_dead.then_some(verb..at + 1)
}

pub(super) fn exhibition(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    let passage = text.passage();
    let marks = after(passage, at + 1, 6).any(|at| is_marking(passage, at));
    (marks || text.has_occasion(at)).then_some(at..at + 1)
}

pub(super) fn medal(text: &Text<'_, '_>, at: usize) -> Option<Range<usize>> {
    const NEAR: usize = 5;
    let passage = text.passage();
    // "the medal was awarded posthumously to 103 of them"
    let posthumous = after(passage, at + 1, NEAR).find(|&at| has_stem(passage, at, stems!["posthum"]));
    if let Some(given) = posthumous.filter(|_| text.serves_occasion()) {
        return Some(at..given + 1);
    }
    // "presented medals to veterans", on the day
    let is_given = before(passage, at, 3)
        .any(|at| has_stem(passage, at, stems!["present", "award", "conferr", "decorat"]));
    if is_given && passage.is(at, "medals") && text.serves_occasion() && !passage.in_quote(at) {
        return Some(at..at + 1);
    }
    let named =
        before(passage, at, 2).find(|&at| has_stem(passage, at, stems!["commemorat", "anniversary"]))?;
    Some(named..at + 1)
}
