//! Which words between marks are speech, and where its speaker is told.

use std::ops::Range;

use super::chain::Chain;
use super::proof::{is_direct, is_speech, is_whole_paragraph, words_of};
use crate::extract::lexicon::{Class, Tense};
use crate::extract::passage::Passage;
use crate::extract::quote::attribution::{
    After, Cue, Subject, after, before, headed, introduced, is_adverb, names_thing, of_lead_in, say_verb,
    signature, signed_beside, told_before,
};
use crate::extract::quote::marks::Marks;
use crate::extract::quote::{Piece, Setting, Speech};
use crate::extract::token::TokenKind;
use crate::model::Marking;

/// Reads chains in their order and keeps those that are speech.
pub(super) struct Reader<'a, 't> {
    pub(super) passages: &'a [Passage<'t>],
    pub(super) settings: &'a [Setting],
    pub(super) marks: &'a [Marks],
    pub(super) found: Vec<Found>,
    /// The passage and end of the chain before, speech or not.
    pub(super) before: Option<(usize, usize)>,
}

impl Reader<'_, '_> {
    pub(super) fn read(&mut self, chain: Chain, next: Option<(usize, usize)>) {
        let (first, opens) = chain.start;
        let (last, closes) = chain.end;
        let previous_end = self.before.filter(|before| before.0 == first).map_or(0, |before| before.1);
        self.before = Some(chain.end);
        let (Some(passage), Some(last_passage)) = (self.passages.get(first), self.passages.get(last)) else {
            return;
        };
        if self.goes_on_after_attribution(passage, &chain) {
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
            || (clause.is_empty() && self.follows_attribution(first))
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
            speech.cue = Some(with_subject(passage, &sentence, cue));
        } else if let Some(After { cue, end }) = following {
            speech.cue = Some(cue);
            attributed_to = Some(end);
        } else if let Some((words, cue)) = introduction {
            speech.lead_in = Some(words);
            speech.cue = Some(cue);
        } else if let Some(signed) = self.signed_line(last, closes..limit) {
            speech.cue = Some(signed);
        } else if weak.is_some() {
            // "a link" and "a gift to the town": the second part is told with the first.
            let last = self.found.last().map_or((0, 0), |last| last.end);
            speech.follows = last.0 == first && sentence.contains(&last.1.saturating_sub(1));
            speech.cue = weak;
        } else {
            speech.cue = self.signature((first, last), closes..limit);
        }
        let found = Found { speech, start: (first, opens), end: (last, closes), attributed_to };
        self.join(found, begins, stands_alone, sentence.start);
    }

    /// `"We stay," she said, "and wait."`: the sentence goes on after the words that tell who speaks.
    fn goes_on_after_attribution(&self, passage: &Passage<'_>, chain: &Chain) -> bool {
        let Some(found) = self.found.last().filter(|found| found.end.0 == chain.start.0) else {
            return false;
        };
        let opens = chain.start.1;
        let first = chain.pieces.first().map_or(opens, |piece| piece.tokens.start);
        let is_one = passage.sentence_of(found.end.1).contains(&first);
        let is_mark = |at: usize| matches!(passage.kind(at), TokenKind::Mark(_));
        let Some(end) = found.attributed_to.filter(|&end| end <= opens) else { return false };
        // "said while calling for help by saying" tells of words that were said apart.
        let is_apart = (found.end.1..opens)
            .rev()
            .find(|&at| !is_mark(at))
            .is_some_and(|last| passage.is(last, "saying"));
        passage.kind(first) == TokenKind::Lower
            && is_one
            && !is_apart
            && (end..opens).all(is_mark)
            && opens.checked_sub(1).is_some_and(is_mark)
    }

    /// `“We stay,” he added. “We wait.”`: whether speech in the same paragraph was told to be said.
    fn follows_attribution(&self, passage: usize) -> bool {
        self.found.last().is_some_and(|last| last.end.0 == passage && last.attributed_to.is_some())
    }

    /// The paragraph before, if it introduces speech.
    fn introduction(&self, index: usize) -> Option<(Piece, Cue)> {
        let (before, passage, words) = introduced(self.passages, self.settings, self.marks, index)?;
        let cue = of_lead_in(passage, before, &words)?;
        Some((Piece { passage: before, tokens: words }, cue))
    }

    /// The speaker on the rest of the line, or on the next, or on the line before where each stands over the words.
    fn signature(&self, (first, index): (usize, usize), rest: Range<usize>) -> Option<Cue> {
        let passage = self.passages.get(index)?;
        if !rest.is_empty() {
            let is_line =
                self.settings.get(index) == Some(&Setting::Line) && passage.is_mark(rest.start, ':');
            return signature(passage, index, rest).filter(|cue| cue.describes || is_line);
        }
        signed_beside(self.passages, self.settings, self.marks, (first, index + 1))
    }

    /// The speaker on the line under speech within one paragraph, where a line is given to each.
    fn signed_line(&self, index: usize, rest: Range<usize>) -> Option<Cue> {
        let passage = self.passages.get(index)?;
        let is_line = passage.kind(rest.start) == TokenKind::Break && !rest.is_empty();
        if is_line { signature(passage, index, rest) } else { None }
    }

    /// `“It is late.” Ana Virta said that it had to be done. “We shall do it.”`: whom a sentence between tells to speak.
    fn told_between(&self, index: usize, sentence: usize) -> Option<Cue> {
        let passage = self.passages.get(index)?;
        let told = passage.sentence_of(sentence.checked_sub(1)?);
        let is_between = self.found.last().is_some_and(|last| last.end.1 <= told.start);
        let tells =
            told.clone().any(|at| say_verb(passage, at).is_some_and(|verb| verb.tense == Tense::Past));
        before(passage, index, told).filter(|cue| is_between && tells && cue.subject == Subject::Last)
    }

    /// `“It is late.” │ “We shall do it,” Ana Virta said.`: paragraphs of speech that nobody was told to say are of whom the
    /// last of them tells.
    fn tell_earlier(&mut self, cue: &Cue, index: usize) {
        let (mut next, mut run) = (index, self.found.len());
        while let Some((last, before)) = self.found.get(..run).and_then(<[Found]>::split_last) {
            let by_pronoun = || last.speech.is_paragraph && is_told_again(self.passages, &last.speech, cue);
            let is_neighbour = last.end.0 + 1 == next;
            if is_neighbour && (last.attributed_to.is_some() || !(last.speech.cue.is_none() || by_pronoun()))
            {
                // Whoever spoke before them speaks on.
                return;
            }
            // The second part of a paragraph is of whom the first one tells.
            let is_second = before.last().is_some_and(|before| before.end.0 == last.start.0);
            if !is_neighbour || is_second {
                break;
            }
            next = last.start.0;
            run -= 1;
        }
        for found in self.found.get_mut(run..).unwrap_or_default() {
            found.speech.cue = Some(cue.clone());
            found.speech.follows = false;
        }
    }

    /// Adds speech.
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
        let follows =
            begins && self.found.last().is_some_and(|last| last.end.0 + 1 == index && is_over(last));
        if follows && let Some(cue) = found.speech.cue.as_ref().filter(|_| found.attributed_to.is_some()) {
            self.tell_earlier(&cue.clone(), index);
        }
        if follows && found.speech.cue.is_none() && stands_alone {
            found.speech.follows = true;
            found.speech.stands_apart = true;
            self.found.push(found);
            return;
        }
        if found.speech.cue.is_none() && stands_alone {
            let in_paragraph = self.found.last().is_some_and(|last| last.end.0 == index);
            if in_paragraph {
                found.speech.follows = true;
                found.speech.cue = self.told_between(index, sentence);
            } else if begins {
                found.speech.cue = told_before(passages, self.settings, index)
                    .or_else(|| headed(passages, self.settings, index));
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

/// Speech, and where its marks stand.
pub(super) struct Found {
    pub(super) speech: Speech,
    start: (usize, usize),
    end: (usize, usize),
    /// Where the words end that say who spoke, if they follow.
    attributed_to: Option<usize>,
}

/// Whether what the words before a paragraph of speech told is told again: "he said", "Ms Virta said".
fn is_told_again(passages: &[Passage<'_>], speech: &Speech, cue: &Cue) -> bool {
    is_pronoun(passages, cue) || speech.cue.as_ref().is_some_and(|told| shares_name(passages, told, cue))
}

/// Whether a cue names nobody but "he", "she" or "they".
fn is_pronoun(passages: &[Passage<'_>], cue: &Cue) -> bool {
    passages.get(cue.passage).is_some_and(|passage| pronoun(passage, cue).is_some())
}

/// The "he", "she" or "they" that is all that a cue names.
fn pronoun(passage: &Passage<'_>, cue: &Cue) -> Option<usize> {
    cue.only_word(passage).filter(|&at| passage.is_any(at, words!["he", "she", "they"]))
}

/// "Mayor Ana Virta" and "Ms Virta": whether two cues have a name in common.
fn shares_name(passages: &[Passage<'_>], told: &Cue, cue: &Cue) -> bool {
    let (Some(before), Some(passage)) = (passages.get(told.passage), passages.get(cue.passage)) else {
        return false;
    };
    let is_name = |at: usize| passage.kind(at).is_capital() && !passage.has(at, Class::Honorific);
    cue.region.clone().filter(|&at| is_name(at)).any(|at| {
        told.region
            .clone()
            .any(|known| before.kind(known).is_capital() && before.word(known) == passage.word(at))
    })
}

/// The passage before, and where its last sentence begins.
fn last_sentence(passages: &[Passage<'_>], index: usize) -> Option<(usize, usize)> {
    let before = index.checked_sub(1)?;
    Some((before, passages.get(before)?.sentences.last()?.start))
}

/// Whether words before a verb of saying may name a speaker: not the "and" of "and added", or nothing before "adding".
fn tells_whom(passage: &Passage<'_>, words: Range<usize>) -> bool {
    words.into_iter().any(|at| {
        passage.kind(at).is_word()
            && !is_adverb(passage, at)
            && !passage.is_any(at, words!["and", "but", "before", "while", "then"])
    })
}

/// `called it “vile” and said,`: where a verb has no subject of its own, that of the sentence before.
fn with_subject(passage: &Passage<'_>, sentence: &Range<usize>, cue: Cue) -> Cue {
    let told = sentence.start..cue.region.start;
    if told.is_empty() || cue.subject == Subject::First || tells_whom(passage, cue.region.clone()) {
        return cue;
    }
    match told.clone().find(|&at| say_verb(passage, at).is_some() || names_thing(passage, at)) {
        Some(verb) => Cue { region: told.start..verb, subject: Subject::Last, describes: true, ..cue },
        None => Cue { region: told, subject: Subject::OfClause, describes: false, ..cue },
    }
}

/// A clause without the marks that it begins with.
fn content_start(passage: &Passage<'_>, clause: Range<usize>) -> usize {
    let is_mark = |at: &usize| matches!(passage.kind(*at), TokenKind::Mark(_) | TokenKind::Break);
    clause.clone().find(|at| !is_mark(at)).unwrap_or(clause.end)
}
