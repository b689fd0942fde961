//! The prose of a story, read into tokens and sentences, with what the lexicon says of them.

use std::ops::Range;

use super::features::Features;
use super::lexicon::Lexicon;
use super::passage::{Outline, Passage};
use super::phrases::Phrases;
use super::token::{Token, TokenKind, tokenize};
use crate::model::Part;

/// All that is read of a story, passage after passage: each list is one for the whole story, since most passages are
/// so short that lists of their own would cost more than what stands in them.
#[derive(Debug)]
pub(super) struct Prose<'t> {
    lexicon: &'t Lexicon,
    tokens: Vec<Token>,
    phrases: Phrases,
    /// By token: the index of its sentence in its passage.
    sentence_indices: Vec<u32>,
    /// Ranges of the tokens of their passages.
    sentences: Vec<Range<usize>>,
    /// By sentence.
    outlines: Vec<Outline>,
    extents: Vec<Extent<'t>>,
    /// How many of them have been looked up.
    looked_up: usize,
}

/// So many tokens are looked up at once, or a little more.
const MANY: usize = 1024;

/// Where a passage lies in the lists.
#[derive(Debug)]
struct Extent<'t> {
    part: Part,
    text: &'t str,
    tokens: Range<usize>,
    sentences: Range<usize>,
    features: Features,
    shouts: bool,
}

impl<'t> Prose<'t> {
    /// Room for so many bytes in so many passages.
    pub(super) fn with_room(bytes: usize, passages: usize, lexicon: &'t Lexicon) -> Self {
        /// Most sentences have more bytes.
        const SENTENCE: usize = 80;
        // Most texts have a token for five bytes, and few have one for less than four.
        let (tokens, sentences) = (bytes / 4 + passages, bytes / SENTENCE + passages);
        Self {
            lexicon,
            tokens: Vec::with_capacity(tokens),
            phrases: Phrases::with_room(tokens),
            sentence_indices: Vec::with_capacity(tokens),
            sentences: Vec::with_capacity(sentences),
            outlines: Vec::with_capacity(sentences),
            extents: Vec::with_capacity(passages),
            looked_up: 0,
        }
    }

    /// Reads some bytes of a part, where these are a paragraph of their own, as a passage. Spans count from the
    /// part's start.
    pub(super) fn read(&mut self, part: Part, text: &'t str, bytes: Range<usize>) {
        let first = self.tokens.len();
        let seconds = &mut self.phrases.seconds;
        tokenize(text.get(..bytes.end).unwrap_or_default(), bytes.start, &mut self.tokens, seconds);
        let tokens = first..self.tokens.len();
        self.extents.push(Extent {
            part,
            text,
            tokens,
            sentences: 0..0,
            features: Features::NONE,
            shouts: false,
        });
        if seconds.len() >= MANY {
            self.look_up();
        }
    }

    /// Looks up what was read since this was done before, and finds its sentences.
    fn look_up(&mut self) {
        let Self { tokens, phrases, sentence_indices, sentences, outlines, extents, .. } = self;
        let extents = extents.get_mut(self.looked_up..).unwrap_or_default();
        let Some(first) = extents.first().map(|extent| extent.tokens.start) else { return };
        let passages = extents.iter().map(|extent| {
            let Range { start, end } = extent.tokens;
            (extent.text, start.saturating_sub(first)..end.saturating_sub(first))
        });
        phrases.look_up(tokens.get_mut(first..).unwrap_or_default(), passages, self.lexicon);
        for extent in &mut *extents {
            let (first, first_sentence) = (extent.tokens.start, sentences.len());
            let tokens = tokens.get(extent.tokens.clone()).unwrap_or_default();
            Sentences { text: extent.text, tokens }.split(|sentence, outline| {
                sentence_indices.resize(first + sentence.end, (sentences.len() - first_sentence) as u32);
                sentences.push(sentence);
                outlines.push(outline);
                extent.features = extent.features.or(outline.features);
            });
            extent.sentences = first_sentence..sentences.len();
            extent.shouts = shouts(tokens);
        }
        self.looked_up += extents.len();
    }

    /// How many passages were read.
    pub(super) fn len(&self) -> usize {
        self.extents.len()
    }

    /// What was read, in its order.
    pub(super) fn passages(&mut self) -> Vec<Passage<'_>> {
        self.look_up();
        self.extents.iter().map(|extent| self.passage(extent)).collect()
    }

    /// What was read last.
    pub(super) fn last(&mut self) -> Option<Passage<'_>> {
        self.look_up();
        self.extents.last().map(|extent| self.passage(extent))
    }

    fn passage(&self, extent: &Extent<'t>) -> Passage<'_> {
        let (tokens, sentences) = (extent.tokens.clone(), extent.sentences.clone());
        Passage {
            part: extent.part,
            text: extent.text,
            matches: &self.phrases.matches,
            alone: self.lexicon.alone(),
            found: self.phrases.found.get(tokens.clone()).unwrap_or_default(),
            sentence_indices: self.sentence_indices.get(tokens.clone()).unwrap_or_default(),
            tokens: self.tokens.get(tokens).unwrap_or_default(),
            outlines: self.outlines.get(sentences.clone()).unwrap_or_default(),
            sentences: self.sentences.get(sentences).unwrap_or_default(),
            features: extent.features,
            shouts: extent.shouts,
            quoted: Vec::new(),
        }
    }
}

/// The tokens of a passage on their way into sentences.
struct Sentences<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Sentences<'_> {
    /// A sentence ends at a full stop, question or exclamation mark before a capital, and at an empty line.
    fn split(&self, mut push: impl FnMut(Range<usize>, Outline)) {
        let (mut start, mut at) = (0, 0);
        // Where the closing marks end that were looked at last: those among them end there too.
        let mut closed = 0;
        let mut features = Features::NONE;
        let mut first_word = None;
        while let Some(token) = self.tokens.get(at) {
            features = features.or(token.features);
            let ends = match token.kind {
                TokenKind::Break => {
                    closed = at + 1;
                    true
                }
                TokenKind::Mark('.' | '!' | '?' | '…') => {
                    if closed <= at {
                        closed = self.after_closing_marks(at);
                    }
                    self.may_begin_sentence(closed) || self.is_glued(at)
                }
                TokenKind::Mark(_) | TokenKind::Possessive => false,
                _ => {
                    first_word = first_word.or(Some(at));
                    false
                }
            };
            at += 1;
            if ends {
                let marks = self.tokens.get(at..closed).unwrap_or_default();
                features = marks.iter().fold(features, |all, mark| all.or(mark.features));
                push(start..closed, Outline { first_word: first_word.unwrap_or(closed) as u32, features });
                (start, at, features, first_word) = (closed, closed, Features::NONE, None);
            }
        }
        if start < at {
            push(start..at, Outline { first_word: first_word.unwrap_or(at) as u32, features });
        }
    }

    fn after_closing_marks(&self, at: usize) -> usize {
        let closes = |token: &&Token| {
            matches!(token.kind, TokenKind::Mark('"' | '”' | '’' | '\'' | '»' | ')' | ']' | '.'))
                && !token.spaced
        };
        let after = self.tokens.get(at + 1..).unwrap_or_default();
        at + 1 + after.iter().take_while(closes).count()
    }

    /// "… their support.The Minister": text that lost its line breaks has no space after the full stop.
    fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.get(self.tokens.get(before)?.bytes()));
        let ends_in_word = before.is_some_and(|word| word.len() > 2 && word.chars().all(char::is_lowercase));
        ends_in_word && self.tokens.get(at + 1).is_some_and(|next| next.kind.is_capital())
    }

    fn may_begin_sentence(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        token.spaced && token.kind != TokenKind::Lower
    }
}

/// Most words of two letters and more stand in capitals.
fn shouts(tokens: &[Token]) -> bool {
    let count = |is: fn(TokenKind) -> bool| tokens.iter().filter(|token| is(token.kind)).count();
    let loud = count(|kind| kind == TokenKind::AllCaps);
    loud > 2 && loud > 2 * count(|kind| matches!(kind, TokenKind::Capital | TokenKind::Lower))
}
