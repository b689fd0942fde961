//! Speech between quotation marks.

use std::ops::Range;

use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::attribution::{
    After, Cue, Subject, after, before, introduced, is_adverb, is_thing, lead_in, of_lead_in, say_verb,
    says_what, signature, signed_in, told_before,
};
use super::blocks::SHORTEST;
use super::marks::{Enclosed, Marks};
use super::{Piece, Setting, Speech};
use crate::model::Marking;

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

/// Words between marks, perhaps over several paragraphs.
#[derive(Debug)]
struct Chain {
    pieces: Vec<Piece>,
    /// The passage and token of the first mark.
    start: (usize, usize),
    /// The passage and the token after the last mark.
    end: (usize, usize),
}

impl Chain {
    fn of(passage: usize, enclosed: &Enclosed) -> Self {
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

/// The chains so far, and the one that no mark has closed yet.
#[derive(Default)]
struct Chains {
    done: Vec<Chain>,
    open: Option<Chain>,
    /// Paragraphs after the open chain, without any mark.
    between: Vec<usize>,
    /// The pairs within what the open chain took up, should it prove to be none.
    within: Vec<Chain>,
}

/// Paragraphs that speech goes on for without a mark.
const FARTHEST: usize = 12;

impl Chains {
    fn read(&mut self, passages: &[Passage<'_>], index: usize, marks: &Marks) {
        let begins = |enclosed: &&Enclosed| enclosed.outer.start <= marks.first_word;
        let mut pairs = marks.pairs.as_slice();
        let mut tail = marks.tail.as_ref();
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
    fn abandon(&mut self, passages: &[Passage<'_>]) {
        let Some(open) = self.open.take() else { return };
        self.between.clear();
        let introduced = || {
            let passage = passages.get(open.start.0)?;
            match open.start.1.checked_sub(1) {
                Some(last) => {
                    Some(passage.is_mark(last, ':') || say_verb(passage, last.checked_sub(1)?).is_some())
                }
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

/// Speech, and where its marks stand.
struct Found {
    speech: Speech,
    start: (usize, usize),
    end: (usize, usize),
    /// Where the words end that say who spoke, if they follow.
    attributed_to: Option<usize>,
}

/// Reads chains in their order and keeps those that are speech.
struct Reader<'a, 't> {
    passages: &'a [Passage<'t>],
    settings: &'a [Setting],
    marks: &'a [Marks],
    found: Vec<Found>,
    /// The passage and end of the chain before, speech or not.
    before: Option<(usize, usize)>,
}

impl Reader<'_, '_> {
    fn read(&mut self, chain: Chain, next: Option<(usize, usize)>) {
        let (first, opens) = chain.start;
        let (last, closes) = chain.end;
        let previous_end = self.before.filter(|before| before.0 == first).map_or(0, |before| before.1);
        self.before = Some(chain.end);
        let (Some(passage), Some(last_passage)) = (self.passages.get(first), self.passages.get(last)) else {
            return;
        };
        if self.goes_on_after_attribution(passage, &chain) && !self.is_another_s(last_passage, &chain, next) {
            if let Some(found) = self.found.last_mut() {
                found.speech.pieces.extend(chain.pieces);
                found.end = chain.end;
                found.attributed_to = None;
            }
            return;
        }
        let sentence = passage.sentence_of(opens);
        let clause = sentence.start.max(previous_end)..opens;
        let clause = content_start(passage, clause.clone())..clause.end;
        let limit = next.filter(|next| next.0 == last).map_or(last_passage.tokens.len(), |next| next.1);
        let spoken = chain.pieces.last().map_or(0..0, |piece| piece.tokens.clone());
        let prior = before(passage, first, clause.clone()).filter(|_| !clause.is_empty());
        let (strong, weak) = match prior {
            Some(cue) if cue.subject == Subject::OfClause && cue.region.end == opens => (None, Some(cue)),
            other => (other, None),
        };
        let following = after(last_passage, last, &spoken, closes..limit);
        let begins = self.marks.get(first).is_some_and(|marks| opens <= marks.first_word);
        let introduction = self.introduction(first).filter(|_| begins);
        let direct = is_direct(passage, &clause, strong.is_some(), words_of(self.passages, &chain.pieces))
            || (clause.is_empty() && following.is_some())
            || (begins && is_whole_paragraph(last_passage, &spoken, closes))
            || introduction.is_some();
        if !direct && !is_speech(self.passages, &chain.pieces, passage, &clause) {
            return;
        }
        let mut speech = Speech::new(chain.pieces, Marking::Marked, "quotation-marks");
        let mut attributed_to = None;
        let stands_alone = clause.is_empty();
        let goes_on = |cue: &Cue| !tells_whom(passage, cue.region.clone());
        let is_second = |cue: &Cue| {
            goes_on(cue)
                && self.found.last().is_some_and(|last| {
                    last.end.0 == first
                        && last.end.1.checked_sub(1).is_some_and(|end| sentence.contains(&end))
                })
        };
        if strong.as_ref().is_some_and(is_second) {
            speech.follows = true;
        } else if let Some(cue) = strong {
            if passage.is_mark(opens.saturating_sub(1), ':') {
                speech.lead_in = Some(Piece { passage: first, tokens: clause });
            }
            speech.cue = Some(cue);
        } else if let Some(After { cue, end }) = following {
            speech.cue = Some(cue);
            attributed_to = Some(end);
        } else if let Some((words, cue)) = introduction {
            speech.lead_in = Some(words);
            speech.cue = Some(cue);
        } else if weak.is_some() {
            // "a link" and "a gift to the town": the second part is told with the first.
            let last = self.found.last().map_or((0, 0), |last| last.end);
            speech.follows = last.0 == first && sentence.contains(&last.1.saturating_sub(1));
            speech.cue = weak;
        } else {
            speech.cue = self.signature(last, closes..limit);
        }
        let found = Found { speech, start: (first, opens), end: (last, closes), attributed_to };
        self.join(found, begins, stands_alone, sentence.start);
    }

    /// `"…," she added. "…"`: nothing but the attribution stands between two parts of one speech.
    fn goes_on_after_attribution(&self, passage: &Passage<'_>, chain: &Chain) -> bool {
        let Some(found) = self.found.last().filter(|found| found.end.0 == chain.start.0) else {
            return false;
        };
        let opens = chain.start.1;
        let Some(end) = found.attributed_to.filter(|&end| end <= opens && opens - found.end.1 <= GAP) else {
            return false;
        };
        let is_mark = |at: usize| matches!(passage.kind(at), TokenKind::Mark(_));
        (end..opens).all(is_mark) && opens.checked_sub(1).is_some_and(is_mark)
    }

    /// `"…," Ana Virta said. "…," Bo Lind replied.`: what follows a second part names another speaker.
    fn is_another_s(&self, passage: &Passage<'_>, chain: &Chain, next: Option<(usize, usize)>) -> bool {
        let (last, closes) = chain.end;
        let limit = next.filter(|next| next.0 == last).map_or(passage.tokens.len(), |next| next.1);
        let spoken = chain.pieces.last().map_or(0..0, |piece| piece.tokens.clone());
        let following = after(passage, last, &spoken, closes..limit);
        let told = self.found.last().and_then(|found| found.speech.cue.as_ref());
        let (Some(After { cue, .. }), Some(told)) = (following, told) else { return false };
        let Some(before) = self.passages.get(told.passage) else { return false };
        let is_new = |at: usize| !told.region.clone().any(|known| before.word(known) == passage.word(at));
        cue.region.clone().any(|at| passage.kind(at).is_capital() && is_new(at))
    }

    /// The paragraph before, if it introduces speech.
    fn introduction(&self, index: usize) -> Option<(Piece, Cue)> {
        let (before, passage, words) = introduced(self.passages, self.settings, self.marks, index)?;
        let cue = of_lead_in(passage, before, &words)?;
        Some((Piece { passage: before, tokens: words }, cue))
    }

    /// The speaker on the rest of the line, or on the next.
    fn signature(&self, index: usize, rest: Range<usize>) -> Option<Cue> {
        let passage = self.passages.get(index)?;
        if !rest.is_empty() {
            return signature(passage, index, rest).filter(|cue| cue.describes);
        }
        signed_in(self.passages, self.settings, index + 1)
    }

    /// Adds speech: to the one before, if that goes on or is told by whom only here.
    fn join(&mut self, mut found: Found, begins: bool, stands_alone: bool, sentence: usize) {
        let index = found.start.0;
        let passages = self.passages;
        let is_over = |last: &Found| {
            let end = last.attributed_to.unwrap_or(last.end.1);
            passages.get(last.end.0).is_some_and(|passage| {
                (end..passage.tokens.len())
                    .all(|at| matches!(passage.kind(at), TokenKind::Mark(_) | TokenKind::Break))
            })
        };
        let neighbour = |last: &&mut Found| begins && last.end.0 + 1 == index && is_over(last);
        if let Some(last) = self.found.last_mut().filter(neighbour) {
            // What the words before tell goes on in what "he said" tells.
            let by_pronoun = || {
                last.speech.is_paragraph
                    && found.speech.cue.as_ref().is_some_and(|cue| is_pronoun(passages, cue))
            };
            let by_next = found.attributed_to.is_some() && (last.speech.cue.is_none() || by_pronoun());
            if found.speech.cue.is_none() || by_next {
                last.speech.pieces.append(&mut found.speech.pieces);
                last.end = found.end;
                last.attributed_to = found.attributed_to;
                if by_next {
                    last.speech.cue = found.speech.cue;
                }
                return;
            }
        }
        if found.speech.cue.is_none() && stands_alone {
            let in_paragraph = self.found.last().is_some_and(|last| last.end.0 == index);
            if in_paragraph {
                found.speech.follows = true;
            } else if begins {
                found.speech.cue = told_before(passages, self.settings, index);
                found.speech.told_earlier = last_sentence(passages, index);
                found.speech.is_paragraph = true;
            } else if let Some(passage) = passages.get(index).filter(|_| sentence > 0) {
                let told = passage.sentence_of(sentence - 1);
                found.speech.told_earlier = Some((index, told.start));
                found.speech.cue = before(passage, index, told);
            }
        }
        self.found.push(found);
    }
}

/// Whether a cue names nobody but "he", "she" or "they".
fn is_pronoun(passages: &[Passage<'_>], cue: &Cue) -> bool {
    let Some(passage) = passages.get(cue.passage) else { return false };
    let mut words = cue.region.clone().filter(|&at| passage.kind(at).is_word() && !is_adverb(passage, at));
    words.next().is_some_and(|at| passage.is_any(at, words!["he", "she", "they"])) && words.next().is_none()
}

/// The passage before, and where its last sentence begins.
fn last_sentence(passages: &[Passage<'_>], index: usize) -> Option<(usize, usize)> {
    let before = index.checked_sub(1)?;
    Some((before, passages.get(before)?.sentences.last()?.start))
}

/// The most tokens that an attribution has between two parts of speech.
const GAP: usize = 40;

/// Whether words before a verb of saying may name a speaker: not the "and" of "and added", or nothing before "adding".
fn tells_whom(passage: &Passage<'_>, words: Range<usize>) -> bool {
    words.into_iter().any(|at| {
        passage.kind(at).is_word()
            && !is_adverb(passage, at)
            && !passage.is_any(at, words!["and", "but", "before", "while", "then"])
    })
}

/// A clause without the marks that it begins with.
fn content_start(passage: &Passage<'_>, clause: Range<usize>) -> usize {
    let is_mark = |at: &usize| matches!(passage.kind(*at), TokenKind::Mark(_) | TokenKind::Break);
    clause.clone().find(|at| !is_mark(at)).unwrap_or(clause.end)
}

/// Whether words introduce speech as such: "Ana Virta said:", "the Minister added,".
fn is_direct(passage: &Passage<'_>, clause: &Range<usize>, has_verb: bool, words: usize) -> bool {
    let Some(last) = clause.end.checked_sub(1).filter(|last| clause.contains(last)) else { return false };
    let says_last = say_verb(passage, last).is_some();
    let says_before = clause.len() > 1 && say_verb(passage, last - 1).is_some();
    let is_mark = passage.is_mark(last, ':') || passage.is_mark(last, ',');
    (has_verb && passage.is_mark(last, ':')) || (is_mark && says_before) || (says_last && words >= SHORTEST)
}

/// Whether the paragraph ends with the speech, and the speech with its sentence.
fn is_whole_paragraph(passage: &Passage<'_>, spoken: &Range<usize>, closes: usize) -> bool {
    let last = spoken.end.checked_sub(1).map(|last| passage.kind(last));
    let is_last =
        closes == passage.tokens.len() && matches!(last, Some(TokenKind::Mark('.' | '!' | '?' | '…')));
    // `“We stay”.`: the stop may stand outside.
    is_last || closes + 1 == passage.tokens.len() && passage.is_mark(closes, '.')
}

/// Whether quoted words are speech although nothing says so: enough of them, no title and no motto.
fn is_speech(
    passages: &[Passage<'_>],
    pieces: &[Piece],
    passage: &Passage<'_>,
    clause: &Range<usize>,
) -> bool {
    let is_title = |piece: &Piece| {
        passages.get(piece.passage).is_some_and(|passage| is_title(passage, piece.tokens.clone()))
    };
    words_of(passages, pieces) >= SHORTEST && !pieces.iter().all(is_title) && !is_named_so(passage, clause)
}

pub(super) fn words_of(passages: &[Passage<'_>], pieces: &[Piece]) -> usize {
    let count =
        |piece: &Piece| passages.get(piece.passage).map_or(0, |passage| words(passage, piece.tokens.clone()));
    pieces.iter().map(count).sum()
}

/// How many words and numbers some tokens are.
pub(super) fn words(passage: &Passage<'_>, tokens: Range<usize>) -> usize {
    tokens.filter(|&at| passage.kind(at).is_word() || passage.kind(at) == TokenKind::Number).count()
}

/// Whether the long words of some text begin with capitals: the name of a work or a programme.
fn is_title(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    let long = tokens.filter(|&at| passage.kind(at).is_word() && passage.word(at).len() > 3);
    let (mut all, mut small) = (0_usize, 0_usize);
    for at in long {
        all += 1;
        small += usize::from(passage.kind(at) == TokenKind::Lower);
    }
    !passage.shouts && small * 6 < all
}

/// "under the theme “…”", "known as “…”".
fn is_named_so(passage: &Passage<'_>, clause: &Range<usize>) -> bool {
    if says_what(passage, clause).is_some() {
        return false;
    }
    let near = clause.start.max(clause.end.saturating_sub(14))..clause.end;
    let next_to = clause.start.max(clause.end.saturating_sub(2))..clause.end;
    near.into_iter().any(|at| {
        passage.is_any(
            at,
            words![
                "theme",
                "themed",
                "entitled",
                "titled",
                "slogan",
                "motto",
                "tagline",
                "hashtag",
                "subtitled",
                "headline",
                "headlined",
                "heading",
                "song",
                "book",
                "film",
            ],
        )
    }) || next_to.into_iter().any(|at| {
        // "He called it “…”" gives no name.
        passage.is_any(at, words!["called", "named", "termed", "dubbed", "known"])
            && !is_thing(passage, at + 1)
    })
}
