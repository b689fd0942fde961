//! The numbers of names.

use std::collections::HashMap;

use crate::format::tree::{Name, offset};

/// How many names are found by a glance.
const GLANCE: usize = 256;

/// How many names are looked through one by one: most documents have no more, and a table costs more than that.
pub(super) const FEW: usize = 64;

/// Gives each name its number: the usual ones by a glance, the rest from a table that no document can make slow.
pub(super) struct Names<'s> {
    recent: [u32; GLANCE],
    /// Where there are more than a [`FEW`].
    all: HashMap<Name<'s>, u32>,
}

impl Default for Names<'_> {
    fn default() -> Self {
        Self { recent: [u32::MAX; GLANCE], all: HashMap::new() }
    }
}

impl<'s> Names<'s> {
    /// The number of a name, and whether it is new.
    pub(super) fn number(&mut self, name: Name<'s>, names: &mut Vec<Name<'s>>) -> (u32, bool) {
        let bytes = name.local.as_bytes();
        let at = |index: usize| usize::from(bytes.get(index).copied().unwrap_or_default());
        let (last, middle) = (bytes.len().saturating_sub(1), bytes.len() / 2);
        let slot =
            at(0) * 3 + at(middle) * 5 + at(last) * 17 + bytes.len() * 29 + usize::from(name.namespace.0) * 7;
        let Some(recent) = self.recent.get_mut(slot % GLANCE) else { return (0, true) };
        if names.get(*recent as usize) == Some(&name) {
            return (*recent, false);
        }
        let known = if names.len() <= FEW {
            names.iter().position(|known| *known == name).map(offset)
        } else {
            let numbered = self.all.len();
            self.all.extend(names.iter().copied().zip(0..).skip(numbered));
            self.all.get(&name).copied()
        };
        *recent = known.unwrap_or(offset(names.len()));
        if known.is_none() {
            names.push(name);
        }
        (*recent, known.is_none())
    }
}
