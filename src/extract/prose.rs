//! The prose of a story, read into tokens and sentences, with what the lexicon says of them.

use std::ops::Range;

use super::features::Features;
use super::lexicon::{CAPITALS, Class, Entry, Lexicon, Node, STOP, WEAK, WordId, cut};
use super::passage::{Match, Outline, Passage};
use super::token::{Token, TokenKind, tokenize};
use crate::model::Part;

/// All that is read of a story, passage after passage: each list is one for the whole story, since most passages are
/// so short that lists of their own would cost more than what stands in them.
#[derive(Debug, Default)]
pub(super) struct Prose<'t> {
    tokens: Vec<Token>,
    /// What the lexicon knows, by the token that it begins at.
    matches: Vec<Match>,
    /// By token: where its matches begin in `matches`. One more than there are tokens.
    first_matches: Vec<u32>,
    /// By token: the index of its sentence in its passage.
    sentence_indices: Vec<u32>,
    /// Ranges of the tokens of their passages.
    sentences: Vec<Range<usize>>,
    /// By sentence.
    outlines: Vec<Outline>,
    extents: Vec<Extent<'t>>,
    /// By token of the passage that is read: the word that the lexicon knows it by. It is the room that is used again.
    words: Vec<WordId>,
    /// Room for the folded form of a word.
    folded: String,
}

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
    pub(super) fn with_room(bytes: usize, passages: usize) -> Self {
        /// Most sentences have more bytes.
        const SENTENCE: usize = 80;
        // Most texts have a token for five bytes, and few have one for less than four.
        let (tokens, sentences) = (bytes / 4 + passages, bytes / SENTENCE + passages);
        Self {
            tokens: Vec::with_capacity(tokens),
            matches: Vec::with_capacity(tokens),
            first_matches: Vec::with_capacity(tokens + 1),
            sentence_indices: Vec::with_capacity(tokens),
            sentences: Vec::with_capacity(sentences),
            outlines: Vec::with_capacity(sentences),
            extents: Vec::with_capacity(passages),
            ..Self::default()
        }
    }

    /// Reads some bytes of a part, where these are a paragraph of their own, as a passage. Spans count from the
    /// part's start.
    pub(super) fn read(&mut self, part: Part, text: &'t str, bytes: Range<usize>, lexicon: &Lexicon) {
        let (first, first_sentence) = (self.tokens.len(), self.sentences.len());
        tokenize(text.get(..bytes.end).unwrap_or_default(), bytes.start, &mut self.tokens);
        self.look_up(text, first, lexicon);
        let tokens = self.tokens.get(first..).unwrap_or_default();
        let mut features = Features::NONE;
        Sentences { text, tokens }.split(|sentence, outline| {
            self.sentence_indices
                .resize(first + sentence.end, (self.sentences.len() - first_sentence) as u32);
            self.sentences.push(sentence);
            self.outlines.push(outline);
            features = features.or(outline.features);
        });
        self.extents.push(Extent {
            part,
            text,
            tokens: first..self.tokens.len(),
            sentences: first_sentence..self.sentences.len(),
            features,
            shouts: shouts(tokens),
        });
    }

    /// How many passages were read.
    pub(super) fn len(&self) -> usize {
        self.extents.len()
    }

    /// What was read, in its order.
    pub(super) fn passages(&self) -> Vec<Passage<'_>> {
        self.extents.iter().map(|extent| self.passage(extent)).collect()
    }

    /// What was read last.
    pub(super) fn last(&self) -> Option<Passage<'_>> {
        self.extents.last().map(|extent| self.passage(extent))
    }

    fn passage(&self, extent: &Extent<'t>) -> Passage<'_> {
        let (tokens, sentences) = (extent.tokens.clone(), extent.sentences.clone());
        Passage {
            part: extent.part,
            text: extent.text,
            matches: &self.matches,
            first_matches: self.first_matches.get(tokens.start..=tokens.end).unwrap_or_default(),
            sentence_indices: self.sentence_indices.get(tokens.clone()).unwrap_or_default(),
            tokens: self.tokens.get(tokens).unwrap_or_default(),
            outlines: self.outlines.get(sentences.clone()).unwrap_or_default(),
            sentences: self.sentences.get(sentences).unwrap_or_default(),
            features: extent.features,
            shouts: extent.shouts,
            quoted: Vec::new(),
        }
    }

    /// Finds every phrase of the lexicon at every token from `first` on.
    fn look_up(&mut self, text: &str, first: usize, lexicon: &Lexicon) {
        // All words first: so the processor waits for several at once where they are not in its cache.
        self.set_words(text, first, lexicon);
        let Self { tokens, words, matches, first_matches, .. } = self;
        let Some(tokens) = tokens.get_mut(first..) else { return };
        first_matches.truncate(first);
        first_matches.reserve(words.len() + 1);
        for (at, word) in words.iter().enumerate() {
            first_matches.push(matches.len() as u32);
            let Some(place) = lexicon.place(*word).filter(|_| *word != 0) else { continue };
            let mut phrases = Phrases { text, tokens, words, lexicon, matches, classes: Features::NONE };
            // Most words begin no phrase but themselves, or stand before a word that leads on from none.
            if place.leads_on() && phrases.may_go_on(at + 1) {
                phrases.add_longer(at, place);
            } else {
                phrases.add(lexicon.entries(place).iter().rev(), at..at + 1);
            }
            let classes = phrases.classes;
            if let Some(token) = tokens.get_mut(at) {
                token.features = token.features.or(classes);
            }
        }
        first_matches.push(matches.len() as u32);
    }

    /// Tells, for each token from `first` on, the word that the lexicon knows it by.
    fn set_words(&mut self, text: &str, first: usize, lexicon: &Lexicon) {
        let folded = &mut self.folded;
        let bytes = text.as_bytes();
        let known = self.tokens.get(first..).unwrap_or_default().iter().map(|token| match token.kind {
            _ if token.features.meets(Features::STOPPED) => {
                let bare = bytes.get(token.start as usize..token.end as usize - 1).unwrap_or_default();
                lexicon.plain_word(bare, cut(token.head, bare.len()))
            }
            _ if token.features.meets(Features::PLAIN) => {
                lexicon.plain_word(bytes.get(token.bytes()).unwrap_or_default(), token.head)
            }
            TokenKind::Possessive => lexicon.possessive(),
            // "Warrant Officer Class 1", "10 Downing Street"
            kind if kind.is_word() || kind == TokenKind::Number => {
                lexicon.word_of(text.get(token.bytes()).unwrap_or_default(), folded)
            }
            _ => 0,
        });
        self.words.clear();
        self.words.extend(known);
    }
}

/// The tokens of a passage on their way into phrases.
struct Phrases<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// By token.
    words: &'a [WordId],
    lexicon: &'a Lexicon,
    matches: &'a mut Vec<Match>,
    /// Those of the phrases that were added.
    classes: Features,
}

impl<'a> Phrases<'a> {
    /// Adds what a phrase is.
    #[inline]
    fn add(&mut self, entries: impl Iterator<Item = &'a Entry>, tokens: Range<usize>) {
        for entry in entries {
            if entry.flags & (CAPITALS | STOP) == 0 || self.is_written_as(tokens.clone(), *entry) {
                self.classes = self.classes.or(Features::class(entry.class));
                self.matches.push(Match { len: tokens.len(), entry: *entry });
            }
        }
    }

    /// Adds the phrases that begin at a token, the longest first. `place` is where its word leads to.
    #[inline(never)]
    fn add_longer(&mut self, at: usize, mut place: &'a Node) {
        let before = self.matches.len();
        let mut end = at + 1;
        loop {
            self.add(self.lexicon.entries(place).iter(), at..end);
            if !place.leads_on() {
                break;
            }
            // "Lieutenant-General" is in the lexicon without its hyphen, which is no word.
            end += usize::from(self.word(end) == 0 && self.is_hyphen(end));
            let Some(next) = self.lexicon.step(place, self.word(end)) else { break };
            place = next;
            end += 1;
        }
        if let Some(found @ [_, _, ..]) = self.matches.get_mut(before..) {
            found.reverse();
        }
    }

    /// Whether a phrase may have the word at a token, or the hyphen there.
    fn may_go_on(&self, at: usize) -> bool {
        self.word(at) != 0 || self.is_hyphen(at)
    }

    fn word(&self, at: usize) -> WordId {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.tokens.get(at..), Some([hyphen, next, ..]) if hyphen.is_hyphen() && !next.spaced)
    }

    /// Whether some tokens have the capitals and the full stop that a phrase of the lexicon asks for.
    fn is_written_as(&self, tokens: Range<usize>, entry: Entry) -> bool {
        let written = match self.tokens.get(tokens).unwrap_or_default() {
            [first, .., last] => self.text.get(first.start as usize..last.end as usize),
            [one] => self.text.get(one.bytes()),
            [] => None,
        };
        let written = written.unwrap_or_default();
        // "C.S. Berg": initials, and no Cabinet Secretary.
        let is_initials =
            entry.class == Class::Role as u8 && entry.flags & WEAK != 0 && written.contains('.');
        let are_capitals = || written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        (entry.flags & STOP == 0 || written.ends_with('.'))
            && (entry.flags & CAPITALS == 0 || !is_initials && are_capitals())
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
