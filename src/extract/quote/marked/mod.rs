//! Speech between quotation marks.

mod chain;
mod proof;
mod reader;

use super::marks::Marks;
use super::{Setting, Speech};
use crate::extract::passage::Passage;
use chain::{Chain, Chains};
pub(super) use proof::{words, words_of};
use reader::Reader;

/// What stands between marks in prose, headline and standfirst, as far as it is speech.
pub(super) fn speeches(passages: &[Passage<'_>], settings: &[Setting], marks: &[Marks]) -> Vec<Speech> {
    let mut chains = Chains::default();
    for (index, (setting, marks)) in settings.iter().zip(marks).enumerate() {
        match setting {
            Setting::Prose => chains.read(passages, index, marks),
            Setting::Line => {
                chains.abandon(passages);
                chains.done.extend(marks.pairs.iter().map(|pair| Chain::of(index, pair)));
            }
            _ => chains.abandon(passages),
        }
    }
    chains.abandon(passages);
    chains.done.sort_by_key(|chain| chain.start);
    let mut reader = Reader { passages, settings, marks, found: Vec::new(), before: None };
    let mut all = chains.done.into_iter().peekable();
    while let Some(chain) = all.next() {
        let next = all.peek().map(|next| next.start);
        reader.read(chain, next);
    }
    reader.found.into_iter().map(|found| found.speech).collect()
}
