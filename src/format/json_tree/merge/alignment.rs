//! Which item of one list is which of another.

use serde_json::Value;

use crate::format::common_run::{MOST_PAIRS, common};
use crate::format::json_tree::kept::Layout;

/// Which items of two lists are the same ones, perhaps changed, perhaps elsewhere.
#[derive(Debug)]
pub(super) struct Pairing {
    told: Vec<Option<usize>>,
    wanted: Vec<Option<usize>>,
    /// Whether a paired item of the first list stands among the others as before.
    stays: Vec<bool>,
}

impl Pairing {
    /// The partner of an item of the first list.
    pub(super) fn of_told(&self, index: usize) -> Option<usize> {
        self.told.get(index).copied().flatten()
    }

    /// The partner of an item of the second list.
    pub(super) fn of_wanted(&self, index: usize) -> Option<usize> {
        self.wanted.get(index).copied().flatten()
    }

    /// Whether an item of the first list stands among the others as before.
    pub(super) fn stays(&self, told: usize) -> bool {
        self.stays.get(told).copied().unwrap_or(false)
    }

    /// All pairs, in the order of the first list.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        self.told.iter().enumerate().filter_map(|(told, wanted)| Some((told, (*wanted)?))).collect()
    }

    fn join(&mut self, told: usize, wanted: usize) {
        if let (Some(of_told), Some(of_wanted)) = (self.told.get_mut(told), self.wanted.get_mut(wanted)) {
            *of_told = Some(wanted);
            *of_wanted = Some(told);
        }
    }

    /// The items of the first list that have no partner yet and satisfy `is`.
    fn first_free(&self, from: usize, to: usize, is: impl Fn(usize) -> bool) -> Option<usize> {
        (from..to).find(|&told| self.of_told(told).is_none() && is(told))
    }
}

/// Pairs equal items in order, then those that a telling member says are the same, then those of one sort
/// that stand between the same neighbours.
pub(super) fn pair(told: &[Value], wanted: &[Value], layout: &Layout) -> Pairing {
    let mut pairing = Pairing {
        told: vec![None; told.len()],
        wanted: vec![None; wanted.len()],
        stays: vec![true; told.len()],
    };
    for (told, wanted) in common(told, wanted) {
        pairing.join(told, wanted);
    }
    pair_where(&mut pairing, told, wanted, |told, wanted| told == wanted);
    for name in layout.identity {
        pair_where(&mut pairing, told, wanted, |told, wanted| {
            let is_same = told.get(name).is_some_and(|member| Some(member) == wanted.get(name));
            is_same && told.get(layout.sort) == wanted.get(layout.sort)
        });
    }
    pair_between(&mut pairing, |at, index| {
        let sort = |items: &[Value], at: usize| items.get(at).and_then(|item| item.get(layout.sort)).cloned();
        sort(told, at) == sort(wanted, index)
    });
    pairing.stays = staying(&pairing);
    pairing
}

/// Pairs the first free items that are the same.
fn pair_where(
    pairing: &mut Pairing,
    told: &[Value],
    wanted: &[Value],
    same: impl Fn(&Value, &Value) -> bool,
) {
    for (index, item) in wanted.iter().enumerate().filter(|_| told.len() * wanted.len() <= MOST_PAIRS) {
        if pairing.of_wanted(index).is_none() {
            let is = |at: usize| told.get(at).is_some_and(|told| same(told, item));
            if let Some(partner) = pairing.first_free(0, told.len(), is) {
                pairing.join(partner, index);
            }
        }
    }
}

/// Pairs what is free in both lists between the same neighbours and could be the same, in order.
fn pair_between(pairing: &mut Pairing, could_be: impl Fn(usize, usize) -> bool) {
    let mut from = 0;
    for index in 0..pairing.wanted.len() {
        match pairing.of_wanted(index) {
            Some(partner) => from = partner + 1,
            None => {
                let to = (from..pairing.told.len()).find(|&at| pairing.of_told(at).is_some());
                let to = to.unwrap_or(pairing.told.len());
                if let Some(partner) = pairing.first_free(from, to, |at| could_be(at, index)) {
                    pairing.join(partner, index);
                    from = partner + 1;
                }
            }
        }
    }
}

/// Which paired items keep their order: the longest rising run of partners.
fn staying(pairing: &Pairing) -> Vec<bool> {
    let partners = pairing.pairs();
    // tails[n]: the place in `partners` of the smallest end of a rising run of n + 1.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    let wanted_at = |at: usize| partners.get(at).map_or(0, |(_, wanted)| *wanted);
    for (at, (_, wanted)) in partners.iter().enumerate() {
        let length = tails.partition_point(|&tail| wanted_at(tail) < *wanted);
        before.push(length.checked_sub(1).and_then(|shorter| tails.get(shorter)).copied());
        match tails.get_mut(length) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut stays = vec![false; pairing.told.len()];
    let mut next = tails.last().copied();
    while let Some(at) = next {
        if let Some(stay) = partners.get(at).and_then(|(told, _)| stays.get_mut(*told)) {
            *stay = true;
        }
        next = before.get(at).copied().flatten();
    }
    stays
}
