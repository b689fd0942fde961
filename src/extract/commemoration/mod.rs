//! Commemorations: which anniversaries and named days a story keeps, and what was done to remember.

mod act;
mod anniversary;
mod assembly;
mod event;
mod named_day;
mod site;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::ops::Range;

use self::act::{FoundAct, acts};
use self::anniversary::{FoundAnniversary, anniversaries};
use self::assembly::{Assembly, Key};
use self::named_day::{FoundDay, named_days};
use self::words::{has_stem, is_beside_act, is_kept, is_purpose};
use super::annotated::Annotated;
use super::features::Topics;
use crate::model::{Commemoration, Part};

/// The words that commemorations are found by.
pub(super) const fn topics(topics: &mut Topics) {
    act::topics(topics);
    anniversary::topics(topics);
    named_day::topics(topics);
}

/// The commemorations of a story, in the order in which it tells of them.
///
/// Texts that speak of the same anniversary or day make one commemoration. An act belongs to the
/// occasion of its sentence, else of its text, else to the only one of the story.
pub(super) fn commemorations(texts: &[Annotated<'_>]) -> Vec<Commemoration> {
    let mut found: Vec<InText<'_, '_>> = texts.iter().map(InText::occasions).collect();
    let of_all = found.iter().flat_map(|text| &text.anniversaries);
    let observed: HashSet<Key> = of_all.filter(|found| found.is_observed).map(Key::of).collect();
    for text in &mut found {
        text.anniversaries.retain(|found| observed.contains(&Key::of(found)));
    }
    let lead = texts.iter().position(is_lead);
    let is_headed = found.iter().any(InText::heads)
        || lead.and_then(|lead| found.get(lead)).is_some_and(InText::leads)
        || texts.iter().any(heads_memorial);
    for text in &mut found {
        text.find_acts(is_headed);
    }
    let mut assembly = Assembly::default();
    for (index, text) in found.iter().enumerate() {
        assembly.add_occasions(index, text);
    }
    assembly.join_lone_day();
    assembly.find_only_occasion(found.iter().position(InText::heads));
    for (index, text) in found.iter().enumerate() {
        assembly.add_acts(index, text);
    }
    assembly.add_message(texts);
    assembly.finish()
}

/// Whether a headline tells of a rite for the dead: "City to honour fallen firefighters", "Remembrance Service held".
fn heads_memorial(text: &Annotated<'_>) -> bool {
    const NEAR: usize = 4;
    let passage = &text.passage;
    let is_rite = |at: usize| has_stem(passage, at, stems!["service", "ceremon", "event", "vigil", "parade"]);
    passage.part == Part::Headline
        && (0..passage.tokens.len()).any(|at| {
            has_stem(passage, at, stems!["commemorat", "wreath"])
                || passage.is_any(at, words!["fallen", "martyrs", "fell"])
                    && (0..at).any(|at| {
                        has_stem(passage, at, stems!["honour", "honor", "tribute", "homage", "commemorat"])
                    })
                || has_stem(passage, at, stems!["memorial", "remembrance"])
                    && (at + 1..at + 1 + NEAR).any(is_rite)
        })
}

/// Whether a text may be the one that tells first what a story is about.
fn is_lead(text: &Annotated<'_>) -> bool {
    const LEAST: usize = 12;
    matches!(text.passage.part, Part::Standfirst | Part::Block(_)) && text.passage.tokens.len() >= LEAST
}

/// What one text tells.
struct InText<'a, 't> {
    text: &'a Annotated<'t>,
    anniversaries: Vec<FoundAnniversary>,
    days: Vec<FoundDay>,
    acts: Vec<FoundAct>,
}

impl<'a, 't> InText<'a, 't> {
    fn occasions(text: &'a Annotated<'t>) -> Self {
        Self { text, anniversaries: anniversaries(text), days: named_days(text), acts: Vec::new() }
    }

    /// Whether an occasion stands in the headline.
    fn heads(&self) -> bool {
        self.text.passage.part == Part::Headline && self.has_occasion()
    }

    /// Whether the first sentence tells how an occasion is kept: "Harbour Day was marked across the country".
    fn leads(&self) -> bool {
        let passage = &self.text.passage;
        let Some(first) = passage.sentences.first() else { return false };
        let of_anniversaries = self.anniversaries.iter().map(|found| &found.tokens);
        let mut all = of_anniversaries.chain(self.days.iter().map(|found| &found.tokens));
        all.any(|tokens| {
            first.contains(&tokens.start)
                && (is_beside_act(passage, tokens) || is_kept(passage, tokens) || is_purpose(passage, tokens))
        })
    }

    fn has_occasion(&self) -> bool {
        !(self.anniversaries.is_empty() && self.days.is_empty())
    }

    /// Acts are read last: some are acts of remembrance only beside an occasion.
    fn find_acts(&mut self, is_headed: bool) {
        let of_anniversaries = self.anniversaries.iter().map(|found| found.tokens.clone());
        let of_days = self.days.iter().map(|found| found.tokens.clone());
        let mut occasions: Vec<Range<usize>> = of_anniversaries.chain(of_days).collect();
        occasions.sort_by_key(|tokens| tokens.start);
        self.acts = acts(self.text, &occasions, is_headed);
    }
}
