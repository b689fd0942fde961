//! Words between marks, perhaps over several paragraphs.

use crate::extract::passage::Passage;
use crate::extract::quote::Piece;
use crate::extract::quote::attribution::{after, lead_in, say_verb};
use crate::extract::quote::marks::{Enclosed, Marks};
use crate::extract::token::TokenKind;

/// The chains so far, and the one that no mark has closed yet.
#[derive(Default)]
pub(super) struct Chains {
    pub(super) done: Vec<Chain>,
    open: Option<Chain>,
    /// Paragraphs after the open chain, without any mark.
    between: Vec<usize>,
    /// The pairs within what the open chain took up, should it prove to be none.
    within: Vec<Chain>,
}

impl Chains {
    pub(super) fn read(&mut self, passages: &[Passage<'_>], index: usize, marks: &Marks) {
        let begins = |enclosed: &&Enclosed| enclosed.outer.start <= marks.first_word;
        let mut pairs = marks.pairs.as_slice();
        let mut tail = marks.tail.as_ref();
        let heads_open = self.open.is_some();
        if self.open.is_some() {
            let again = marks.pairs.first().filter(begins);
            let goes_on = tail.filter(begins).filter(|_| self.between.is_empty());
            if let Some(tail_goes_on) = goes_on {
                self.extend(index, tail_goes_on);
                self.within.extend(pairs.iter().map(|pair| Chain::of(index, pair)));
                return;
            } else if let Some(last) = again.filter(|_| self.between.is_empty() && marks.head.is_none()) {
                self.extend(index, last);
                self.finish();
                pairs = pairs.get(1..).unwrap_or_default();
            } else if let Some(head) = &marks.head {
                self.fill(passages);
                self.extend(index, head);
                self.finish();
            } else if pairs.is_empty() && tail.is_none() && self.between.len() < FARTHEST {
                self.between.push(index);
                return;
            } else {
                self.abandon(passages);
            }
        }
        // `The road is open,” said Ana Virta.`: nobody wrote the mark before it.
        if self.done.last().is_none_or(|last| last.end.0 < index)
            && let Some((head, passage)) = marks.head.as_ref().zip(passages.get(index))
            && !heads_open
            && unopened(passage, head, index)
        {
            self.done.push(Chain::of(index, head));
        }
        let Some(open) = tail.take() else {
            self.done.extend(pairs.iter().map(|pair| Chain::of(index, pair)));
            return;
        };
        let (outside, within): (Vec<&Enclosed>, _) =
            pairs.iter().partition(|pair| pair.outer.start < open.outer.start);
        self.done.extend(outside.into_iter().map(|pair| Chain::of(index, pair)));
        self.within = within.into_iter().map(|pair| Chain::of(index, pair)).collect();
        self.open = Some(Chain::of(index, open));
    }

    fn extend(&mut self, index: usize, enclosed: &Enclosed) {
        if let Some(open) = &mut self.open {
            open.extend(index, enclosed);
        }
    }

    /// Takes in the paragraphs that stand between the opening mark and the closing one.
    fn fill(&mut self, passages: &[Passage<'_>]) {
        for index in self.between.drain(..) {
            let tokens = 0..passages.get(index).map_or(0, |passage| passage.tokens.len());
            if let Some(open) = self.open.as_mut().filter(|_| !tokens.is_empty()) {
                open.extend(index, &Enclosed { outer: tokens.clone(), inner: vec![tokens] });
            }
        }
    }

    fn finish(&mut self) {
        self.done.extend(self.open.take());
        self.between.clear();
        self.within.clear();
    }

    /// No mark will close the open chain. It is speech if it opened again, or a colon led to it.
    pub(super) fn abandon(&mut self, passages: &[Passage<'_>]) {
        let Some(open) = self.open.take() else { return };
        self.between.clear();
        let introduced = || {
            let passage = passages.get(open.start.0)?;
            match open.start.1.checked_sub(1) {
                // "said the “big day" is no such thing.
                Some(last) => Some(
                    passage.is_mark(last, ':')
                        || say_verb(passage, last).is_some()
                        || (matches!(passage.kind(last), TokenKind::Mark(_)) || passage.is(last, "that"))
                            && say_verb(passage, last.checked_sub(1)?).is_some(),
                ),
                None => Some(lead_in(passages.get(open.start.0.checked_sub(1)?)?).is_some()),
            }
        };
        if open.pieces.len() > 1 || introduced() == Some(true) {
            self.within.clear();
            self.done.push(open);
        } else {
            self.done.append(&mut self.within);
        }
    }
}

/// Whether somebody is told to say what ends in a mark that nothing opened, and the paragraph begins with it.
fn unopened(passage: &Passage<'_>, head: &Enclosed, index: usize) -> bool {
    let Some(spoken) = head.inner.first() else { return false };
    let last = spoken.end.checked_sub(1).map(|last| passage.kind(last));
    let goes_on = matches!(last, Some(TokenKind::Mark(',' | '?' | '!')));
    let rest = head.outer.end..passage.tokens.len();
    goes_on && passage.kind(spoken.start).is_capital() && after(passage, index, spoken, rest).is_some()
}

/// Words between marks, perhaps over several paragraphs.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) pieces: Vec<Piece>,
    /// The passage and token of the first mark.
    pub(super) start: (usize, usize),
    /// The passage and the token after the last mark.
    pub(super) end: (usize, usize),
}

impl Chain {
    pub(super) fn of(passage: usize, enclosed: &Enclosed) -> Self {
        let mut chain = Self { pieces: Vec::new(), start: (passage, enclosed.outer.start), end: (0, 0) };
        chain.extend(passage, enclosed);
        chain
    }

    fn extend(&mut self, passage: usize, enclosed: &Enclosed) {
        let inner = enclosed.inner.iter().filter(|inner| !inner.is_empty());
        self.pieces.extend(inner.map(|inner| Piece { passage, tokens: inner.clone() }));
        self.end = (passage, enclosed.outer.end);
    }
}

/// Paragraphs that speech goes on for without a mark.
const FARTHEST: usize = 12;
