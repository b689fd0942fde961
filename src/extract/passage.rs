//! A part of a story, ready for the grammars: tokens, sentences, and what the lexicon says of them.

use std::ops::Range;

use super::features::{Features, Gate};
use super::lexicon::{CAPITALS, Class, Entry, HEAD, Lexicon, PLURAL, WordId, cut, fold, fold_into, head_of};
use super::token::{Token, TokenKind, tokenize};
use super::words::OneOf;
use crate::model::{Confidence, Evidence, Part};

/// One part of a story.
#[derive(Debug)]
pub(super) struct Passage<'t> {
    pub(super) part: Part,
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// The sentences, as ranges of tokens, in order and without gaps.
    pub(super) sentences: Vec<Range<usize>>,
    /// What the lexicon knows, by the token that it begins at.
    matches: Vec<Match>,
    /// By token: where its matches begin in `matches`. One more than there are tokens.
    first_matches: Vec<u32>,
    /// By token: the index of its sentence.
    sentence_indices: Vec<u32>,
    /// By sentence.
    outlines: Vec<Outline>,
    /// What any of its tokens may matter to.
    features: Features,
    /// Whether most words stand in capitals, so that capitals tell nothing.
    pub(super) shouts: bool,
    /// Tokens inside direct speech, in order.
    pub(super) quoted: Vec<Range<usize>>,
}

/// What is known of a sentence as a whole.
#[derive(Debug, Clone, Copy)]
struct Outline {
    /// Its first word or number, or its end if it has none.
    first_word: u32,
    /// What any of its tokens may matter to.
    features: Features,
}

/// A phrase of the lexicon in a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    /// How many tokens it has.
    pub(super) len: usize,
    pub(super) entry: Entry,
}

impl Match {
    pub(super) fn is(&self, class: Class) -> bool {
        self.entry.class == class as u8
    }

    pub(super) fn is_plural(&self) -> bool {
        self.entry.flags & PLURAL != 0
    }
}

impl<'t> Passage<'t> {
    pub(super) fn new(part: Part, text: &'t str, lexicon: &Lexicon) -> Self {
        Self::of(part, text, 0..text.len(), lexicon)
    }

    /// Some bytes of a part, where these are a paragraph of their own. Spans count from the part's start.
    pub(super) fn of(part: Part, text: &'t str, bytes: Range<usize>, lexicon: &Lexicon) -> Self {
        // Most texts have a token for five bytes, and few have one for less than four.
        let mut tokens = Vec::with_capacity(bytes.len() / 4 + 1);
        let start = bytes.start as u32;
        tokenize(text.get(bytes).unwrap_or_default(), &mut tokens);
        if start > 0 {
            for token in &mut tokens {
                token.start += start;
                token.end += start;
            }
        }
        let shouts = shouts(&tokens);
        let mut passage = Self {
            part,
            text,
            sentences: Vec::with_capacity(tokens.len() / TOKENS_OF_SENTENCE + 1),
            matches: Vec::with_capacity(tokens.len()),
            first_matches: Vec::new(),
            sentence_indices: Vec::with_capacity(tokens.len()),
            outlines: Vec::new(),
            features: Features::NONE,
            tokens,
            shouts,
            quoted: Vec::new(),
        };
        passage.look_up(lexicon);
        passage.split_sentences();
        passage.index_sentences();
        passage
    }

    /// The text of a range of tokens, as written.
    pub(super) fn words(&self, tokens: Range<usize>) -> &'t str {
        self.text.get(self.span(tokens)).unwrap_or_default()
    }

    /// The words of a range of tokens on one line, with single spaces.
    pub(super) fn on_one_line(&self, tokens: Range<usize>) -> String {
        let written = self.words(tokens);
        let mut line = String::with_capacity(written.len());
        for word in written.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        line
    }

    /// The bytes of a range of tokens.
    pub(super) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.tokens.get(tokens.start).map_or(self.text.len(), |token| token.start as usize);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        first..last.map_or(first, |token| token.end as usize).max(first)
    }

    /// The text of a token.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| self.word_of(token))
    }

    fn word_of(&self, token: &Token) -> &'t str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// The kind of a token; a break where there is none.
    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Break, |token| token.kind)
    }

    /// Whether a token is the word `small`, in any case. `small` is in small letters.
    // Always, so that what is compared is made ready when the crate is built.
    #[inline(always)]
    pub(super) fn is(&self, at: usize, small: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.len() == small.len()
                && token.head == head_of(small)
                && (small.len() <= HEAD || self.word(at).eq_ignore_ascii_case(small))
        })
    }

    /// Whether a token is one of some words, in any case.
    #[inline]
    pub(super) fn is_any<W: OneOf + ?Sized>(&self, at: usize, small: &W) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            small.may_have(token.head, token.len()) && small.has(token.head, self.word(at))
        })
    }

    /// Whether the tokens from `at` on are these words, in any case.
    pub(super) fn reads(&self, at: usize, small: &[&str]) -> bool {
        small.iter().enumerate().all(|(index, word)| self.is(at + index, word))
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == TokenKind::Mark(mark)
    }

    /// Whether a hyphen stands at a token, with no space on either side.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Mark('-' | '‑' | '‐'))
            && !self.tokens.get(at).is_none_or(|token| token.spaced)
            && !self.tokens.get(at + 1).is_none_or(|token| token.spaced)
    }

    /// What the lexicon knows to begin at a token, the longest first.
    pub(super) fn matches(&self, at: usize) -> &[Match] {
        let bounds = (self.first_matches.get(at), self.first_matches.get(at + 1));
        let (Some(&here), Some(&next)) = bounds else { return &[] };
        self.matches.get(here as usize..next as usize).unwrap_or_default()
    }

    /// The longest phrase of a class that begins at a token.
    #[inline]
    pub(super) fn longest(&self, at: usize, class: Class) -> Option<Match> {
        if !self.has(at, class) {
            return None;
        }
        self.matches(at).iter().find(|found| found.is(class)).copied()
    }

    /// The longest phrase of any of some classes that begins at a token.
    pub(super) fn longest_of(&self, at: usize, classes: &[Class]) -> Option<Match> {
        classes.iter().filter_map(|&class| self.longest(at, class)).max_by_key(|found| found.len)
    }

    /// The longest phrase of a class that begins at a token; of several cities of one name, the largest.
    pub(super) fn foremost(&self, at: usize, class: Class) -> Option<Match> {
        let longest = self.longest(at, class)?;
        let same = self.matches(at).iter().filter(|found| found.is(class) && found.len == longest.len);
        if class == Class::City { same.max_by_key(|found| found.entry.value).copied() } else { Some(longest) }
    }

    /// Whether a phrase of a class begins at a token.
    #[inline]
    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.has_any(at, Features::class(class as u8))
    }

    /// Whether a token has one of some features.
    #[inline]
    pub(super) fn has_any(&self, at: usize, features: Features) -> bool {
        self.tokens.get(at).is_some_and(|token| token.features.meets(features))
    }

    /// Whether a token of the sentence that one stands in has one of some features.
    #[inline]
    pub(super) fn has_beside(&self, at: usize, features: Features) -> bool {
        let index = self.sentence_indices.get(at);
        let outline = index.and_then(|&index| self.outlines.get(index as usize));
        outline.is_some_and(|outline| outline.features.meets(features))
    }

    /// Whether some token has one of some features.
    #[inline]
    pub(super) fn holds(&self, features: Features) -> bool {
        self.features.meets(features)
    }

    /// The first token from `at` on that has one of some features.
    pub(super) fn next_with(&self, features: Features, at: usize) -> Option<usize> {
        // What is common stands near; what is rare is told by the sentences.
        const NEAR: usize = 8;
        let near = self.tokens.get(at..)?.iter().take(NEAR).position(|token| token.features.meets(features));
        near.map(|near| at + near).or_else(|| self.next_at(Gate::at(features), at + NEAR))
    }

    /// The first token from `at` on at which a grammar looks.
    pub(super) fn next_at(&self, gate: Gate, at: usize) -> Option<usize> {
        if !self.holds(gate.beside) {
            return None;
        }
        let first = *self.sentence_indices.get(at)? as usize;
        let sentences = self.sentences.get(first..)?.iter().zip(self.outlines.get(first..)?);
        sentences.filter(|(_, outline)| outline.features.meets(gate.beside)).find_map(|(sentence, _)| {
            let start = sentence.start.max(at);
            let tokens = self.tokens.get(start..sentence.end)?;
            let found = tokens.iter().position(|token| token.features.meets(gate.at))?;
            Some(start + found)
        })
    }

    /// The tokens that have one of some features, in order.
    pub(super) fn all_with(&self, features: Features) -> impl Iterator<Item = usize> {
        std::iter::successors(self.next_with(features, 0), move |&at| self.next_with(features, at + 1))
    }

    /// The sentences of which a token has one of some features, in order.
    pub(super) fn sentences_with(&self, features: Features) -> impl Iterator<Item = &Range<usize>> {
        let holds = self.holds(features);
        let sentences = self.sentences.iter().zip(&self.outlines).filter(move |_| holds);
        sentences.filter(move |(_, outline)| outline.features.meets(features)).map(|(sentence, _)| sentence)
    }

    /// The sentence that a token stands in.
    pub(super) fn sentence_of(&self, at: usize) -> Range<usize> {
        let sentence = self.sentence_indices.get(at).and_then(|&index| self.sentences.get(index as usize));
        sentence.cloned().unwrap_or(0..self.tokens.len())
    }

    /// Whether a token is the first word of its sentence.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        match self.sentence_indices.get(at).and_then(|&index| self.outlines.get(index as usize)) {
            Some(outline) => at <= outline.first_word as usize,
            None => !self.tokens.iter().any(|token| token.kind.is_word() || token.kind == TokenKind::Number),
        }
    }

    /// Whether a token is the first of its line.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let gap = self.tokens.get(before).map_or(0, |token| token.end as usize);
        let start = self.tokens.get(at).map_or(gap, |token| token.start as usize);
        self.kind(before) == TokenKind::Break
            || self.text.get(gap..start).is_some_and(|gap| gap.contains('\n'))
    }

    /// Whether a token stands in direct speech.
    pub(super) fn in_quote(&self, at: usize) -> bool {
        let next = self.quoted.partition_point(|quoted| quoted.end <= at);
        self.quoted.get(next).is_some_and(|quoted| quoted.contains(&at))
    }

    /// Evidence at a range of tokens.
    pub(super) fn evidence(&self, tokens: Range<usize>, rule: &'static str, confidence: u8) -> Evidence {
        let in_quote = self.in_quote(tokens.start);
        let span = self.span(tokens);
        Evidence::new(self.part, span.clone(), rule)
            .with_text(self.text.get(span).unwrap_or_default())
            .with_confidence(Confidence::percent(confidence))
            .with_in_quote(in_quote)
    }

    /// Finds every phrase of the lexicon at every token.
    fn look_up(&mut self, lexicon: &Lexicon) {
        // All words first: so the processor waits for several at once where they are not in its cache. They stand
        // where the numbers of matches will, since a phrase needs no word that stands before it.
        self.first_matches = self.known_words(lexicon);
        for at in 0..self.tokens.len() {
            let before = self.matches.len() as u32;
            let word = self.first_matches.get_mut(at).map_or(0, |word| std::mem::replace(word, before));
            if word == 0 {
                continue;
            }
            let classes = self.look_up_at(at, word, lexicon);
            if let Some(token) = self.tokens.get_mut(at) {
                token.features = token.features.or(classes);
            }
        }
        self.first_matches.push(self.matches.len() as u32);
    }

    /// By token: the word that the lexicon knows it by.
    fn known_words(&self, lexicon: &Lexicon) -> Vec<WordId> {
        let mut known = Vec::with_capacity(self.tokens.len() + 1);
        let mut folded = String::new();
        let possessive = lexicon.word("'s");
        let bytes = self.text.as_bytes();
        let written = |token: &Token| bytes.get(token.start as usize..token.end as usize).unwrap_or_default();
        known.extend(self.tokens.iter().map(|token| match token.kind {
            _ if token.features.meets(Features::PLAIN) => {
                let written = written(token);
                let bare = written.strip_suffix(b".").unwrap_or(written);
                lexicon.plain_word(bare, cut(token.head, bare.len()))
            }
            TokenKind::Possessive => possessive,
            // "Warrant Officer Class 1", "10 Downing Street"
            kind if kind.is_word() || kind == TokenKind::Number => {
                lexicon.word_of(self.word_of(token), &mut folded)
            }
            _ => 0,
        }));
        known
    }

    /// Finds the phrases that begin at a token, the longest first; their classes.
    ///
    /// `first_matches` are still the words from the next token on.
    fn look_up_at(&mut self, at: usize, word: WordId, lexicon: &Lexicon) -> Features {
        let before = self.matches.len();
        let mut classes = Features::NONE;
        let mut end = at + 1;
        let mut here = lexicon.place(word);
        while let Some(place) = here {
            for entry in lexicon.entries(place) {
                if entry.flags & CAPITALS == 0 || self.stands_in_capitals(at..end) {
                    classes = classes.or(Features::class(entry.class));
                    self.matches.push(Match { len: end - at, entry: *entry });
                }
            }
            if !place.leads_on() {
                break;
            }
            let word_at = |at: usize| self.first_matches.get(at).copied().unwrap_or_default();
            // "Lieutenant-General" is in the lexicon without its hyphen, which is no word.
            let mut word = word_at(end);
            if word == 0 && self.is_hyphen(end) {
                end += 1;
                word = word_at(end);
            }
            here = lexicon.step(place, word);
            end += 1;
        }
        if let Some(found @ [_, _, ..]) = self.matches.get_mut(before..) {
            found.reverse();
        }
        classes
    }

    fn stands_in_capitals(&self, tokens: Range<usize>) -> bool {
        self.words(tokens).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    }

    /// A sentence ends at a full stop, question or exclamation mark before a capital, and at an empty line.
    fn split_sentences(&mut self) {
        let mut sentences = std::mem::take(&mut self.sentences);
        let mut start = 0;
        // Where the closing marks end that were looked at last: those among them end there too.
        let mut closed = 0;
        for (at, token) in self.tokens.iter().enumerate() {
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
                _ => false,
            };
            if ends && closed > start {
                sentences.push(start..closed);
                start = closed;
            }
        }
        if start < self.tokens.len() {
            sentences.push(start..self.tokens.len());
        }
        self.sentences = sentences;
    }

    fn index_sentences(&mut self) {
        self.outlines.reserve_exact(self.sentences.len());
        for (index, sentence) in self.sentences.iter().enumerate() {
            let mut features = Features::NONE;
            let mut first_word = None;
            for (at, token) in sentence.clone().zip(self.tokens.get(sentence.clone()).unwrap_or_default()) {
                features = features.or(token.features);
                if first_word.is_none() && (token.kind.is_word() || token.kind == TokenKind::Number) {
                    first_word = Some(at);
                }
            }
            self.features = self.features.or(features);
            self.outlines.push(Outline { first_word: first_word.unwrap_or(sentence.end) as u32, features });
            self.sentence_indices.resize(sentence.end, index as u32);
        }
    }

    fn after_closing_marks(&self, at: usize) -> usize {
        let mut next = at + 1;
        while matches!(self.kind(next), TokenKind::Mark('"' | '”' | '’' | '\'' | '»' | ')' | ']' | '.'))
            && self.tokens.get(next).is_some_and(|token| !token.spaced)
        {
            next += 1;
        }
        next
    }

    /// "… their support.The Minister": text that lost its line breaks has no space after the full stop.
    fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.word(before)).unwrap_or_default();
        let ends_in_word = before.len() > 2 && before.chars().all(char::is_lowercase);
        ends_in_word && self.kind(at + 1).is_capital()
    }

    fn may_begin_sentence(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        token.spaced && token.kind != TokenKind::Lower
    }
}

/// How many tokens a sentence has that is no long one, so that room is made for as many sentences as there may be.
const TOKENS_OF_SENTENCE: usize = 16;

/// Most words of two letters and more stand in capitals.
fn shouts(tokens: &[Token]) -> bool {
    let (mut loud, mut others) = (0_usize, 0_usize);
    for token in tokens {
        match token.kind {
            TokenKind::AllCaps => loud += 1,
            TokenKind::Capital | TokenKind::Lower => others += 1,
            _ => {}
        }
    }
    loud > 2 && loud > 2 * others
}

/// The folded words of some text, as the lexicon would know them.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    words_of(text).map(fold).filter(|word| !word.is_empty()).collect()
}

fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '.')))
        .map(|word| without_endings(without_endings(word, "'s"), "’s"))
}

/// Gives each folded word of some text; it stands in `folded` meanwhile, whose room is used again.
pub(super) fn each_folded_word(text: &str, folded: &mut String, mut take: impl FnMut(&str)) {
    for word in words_of(text) {
        folded.clear();
        fold_into(word, folded);
        if !folded.is_empty() {
            take(folded);
        }
    }
}

/// The last of the folded words of some text.
pub(super) fn last_folded_word(text: &str) -> Option<String> {
    words_of(text).rev().map(fold).find(|word| !word.is_empty())
}

/// A word without an ending, however often it has it: `trim_end_matches` prepares a search through all of it.
fn without_endings<'w>(mut word: &'w str, ending: &str) -> &'w str {
    while let Some(stem) = word.strip_suffix(ending) {
        word = stem;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = "H.E. Mr. Tan met Lt. Gen. Ito of the U.S. Army. He left. \"Fine.\" She stayed";
        let passage = Passage::new(Part::Block(0), text, &Lexicon::built_in());
        let sentences: Vec<&str> = passage.sentences.iter().map(|s| passage.words(s.clone())).collect();
        assert_eq!(
            sentences,
            ["H.E. Mr. Tan met Lt. Gen. Ito of the U.S. Army.", "He left.", "\"Fine.\"", "She stayed"]
        );
    }

    #[test]
    fn a_capital_phrase_needs_capitals() {
        let passage = Passage::new(Part::Headline, "They told us of the US", &Lexicon::built_in());
        assert!(!passage.has(2, Class::Country));
        assert!(passage.has(5, Class::Country));
    }
}
