//! Peers: "Lord Ashgrove of Netherby".

use std::ops::Range;

use super::sighting::Sighting;
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// The titles of peers that are part of their names, where the seat is.
pub(in crate::extract) const PEERS: &Words = words!["lord", "baron", "baroness", "viscount", "viscountess"];

/// The name of a peer with the seat, and then with the title that belongs to it: "Lord Ashgrove of Netherby".
pub(super) fn with_peerage(passage: &Passage<'_>, sighting: &Sighting, name: Range<usize>) -> Range<usize> {
    let title = sighting.honorifics.last().filter(|title| title.len() == 1 && title.end == name.start);
    let Some(title) = title.filter(|title| passage.is_any(title.start, PEERS) && !passage.shouts) else {
        return name;
    };
    seat_end(passage, name.end).map_or(name, |end| title.start..end)
}

/// The token after the name and the seat of "Lord (Nicholas) Ashgrove of Netherby", whose given name tells who it is.
pub(super) fn after_seat(passage: &Passage<'_>, sighting: &Sighting, name: &Range<usize>) -> usize {
    let in_between = |title: &Range<usize>| title.end < name.start && passage.is_any(title.start, PEERS);
    let is_peer = sighting.honorifics.last().is_some_and(in_between);
    seat_end(passage, name.end).filter(|_| is_peer).unwrap_or(name.end)
}

/// Where the seat of a peer ends: after "of Netherby".
fn seat_end(passage: &Passage<'_>, of: usize) -> Option<usize> {
    const NO_SEAT: Features =
        Features::classes(&[Class::Country, Class::Organisation, Class::Role, Class::Portfolio]);
    const MOST: usize = 3;
    let is_of_seat = |at: usize| passage.kind(at) == TokenKind::Capital && !passage.has_any(at, NO_SEAT);
    let seat = of + 1;
    let words = (seat..seat + MOST).take_while(|&at| is_of_seat(at)).count();
    (passage.is(of, "of") && words > 0).then_some(seat + words)
}
