//! A part of a story, ready for the grammars: tokens, sentences, and what the lexicon says of them.

use std::ops::Range;

use super::lexicon::{CAPITALS, Class, Entry, Lexicon, PLURAL, fold};
use super::token::{Token, TokenKind, tokenize};
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
    match_starts: Vec<u32>,
    /// Whether most words stand in capitals, so that capitals tell nothing.
    pub(super) shouts: bool,
    /// Tokens inside direct speech, in order.
    pub(super) quoted: Vec<Range<usize>>,
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
        let mut tokens = Vec::with_capacity(bytes.len() / 5);
        let start = bytes.start as u32;
        tokenize(text.get(bytes).unwrap_or_default(), lexicon, &mut tokens);
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
            sentences: Vec::new(),
            matches: Vec::new(),
            match_starts: Vec::with_capacity(tokens.len() + 1),
            tokens,
            shouts,
            quoted: Vec::new(),
        };
        passage.look_up(lexicon);
        passage.sentences = passage.split_sentences();
        passage
    }

    /// The text of a range of tokens, as written.
    pub(super) fn words(&self, tokens: Range<usize>) -> &'t str {
        self.text.get(self.span(tokens)).unwrap_or_default()
    }

    /// The bytes of a range of tokens.
    pub(super) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.tokens.get(tokens.start).map_or(self.text.len(), |token| token.start as usize);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        first..last.map_or(first, |token| token.end as usize).max(first)
    }

    /// The text of a token.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.words(at..at.saturating_add(1))
    }

    /// The kind of a token; a break where there is none.
    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Break, |token| token.kind)
    }

    /// Whether a token is the word `small`, in any case. `small` is in small letters.
    pub(super) fn is(&self, at: usize, small: &str) -> bool {
        let word = self.word(at);
        word.len() == small.len() && word.eq_ignore_ascii_case(small)
    }

    /// Whether a token is one of some words, in any case.
    pub(super) fn is_any(&self, at: usize, small: &[&str]) -> bool {
        let word = self.word(at);
        small.iter().any(|small| word.len() == small.len() && word.eq_ignore_ascii_case(small))
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
        let bounds = (self.match_starts.get(at), self.match_starts.get(at + 1));
        let (Some(&start), Some(&end)) = bounds else { return &[] };
        self.matches.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The longest phrase of a class that begins at a token.
    pub(super) fn longest(&self, at: usize, class: Class) -> Option<Match> {
        self.matches(at).iter().find(|found| found.is(class)).copied()
    }

    /// Whether a phrase of a class begins at a token.
    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.longest(at, class).is_some()
    }

    /// The sentence that a token stands in.
    pub(super) fn sentence_of(&self, at: usize) -> Range<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.end <= at);
        self.sentences.get(index).cloned().unwrap_or(0..self.tokens.len())
    }

    /// Whether a token is the first word of its sentence.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let sentence = self.sentence_of(at);
        !(sentence.start..at)
            .any(|before| self.kind(before).is_word() || self.kind(before) == TokenKind::Number)
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
        for at in 0..self.tokens.len() {
            self.match_starts.push(self.matches.len() as u32);
            let first = self.matches.len();
            self.look_up_at(at, lexicon);
            if let Some(found) = self.matches.get_mut(first..) {
                found.reverse();
            }
        }
        self.match_starts.push(self.matches.len() as u32);
    }

    fn look_up_at(&mut self, at: usize, lexicon: &Lexicon) {
        let Some(token) = self.tokens.get(at).filter(|token| token.word != 0) else { return };
        let mut node = lexicon.root(token.word);
        let mut end = at + 1;
        while let Some(here) = node {
            for entry in lexicon.entries(here) {
                let in_capitals = entry.flags & CAPITALS == 0 || self.stands_in_capitals(at..end);
                if in_capitals {
                    self.matches.push(Match { len: end - at, entry: *entry });
                }
            }
            // "Lieutenant-General" is in the lexicon without its hyphen.
            let next = end + usize::from(self.is_hyphen(end));
            let Some(token) = self.tokens.get(next).filter(|token| token.word != 0) else { return };
            node = lexicon.step(here, token.word);
            end = next + 1;
        }
    }

    fn stands_in_capitals(&self, tokens: Range<usize>) -> bool {
        self.words(tokens).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
    }

    /// A sentence ends at a full stop, question or exclamation mark before a capital, and at an empty line.
    fn split_sentences(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for at in 0..self.tokens.len() {
            let ends = match self.kind(at) {
                TokenKind::Break => true,
                TokenKind::Mark('.' | '!' | '?' | '…') => {
                    self.may_begin_sentence(self.after_closing_marks(at)) || self.is_glued(at)
                }
                _ => false,
            };
            if ends {
                let end =
                    if self.kind(at) == TokenKind::Break { at + 1 } else { self.after_closing_marks(at) };
                if end > start {
                    sentences.push(start..end);
                    start = end;
                }
            }
        }
        if start < self.tokens.len() {
            sentences.push(start..self.tokens.len());
        }
        sentences
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

/// Most words of two letters and more stand in capitals.
fn shouts(tokens: &[Token]) -> bool {
    let of = |kind: TokenKind| tokens.iter().filter(|token| token.kind == kind).count();
    let loud = of(TokenKind::AllCaps);
    loud > 2 && loud > 2 * (of(TokenKind::Capital) + of(TokenKind::Lower))
}

/// The folded words of some text, as the lexicon would know them.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '.')))
        .map(|word| fold(word.trim_end_matches("'s").trim_end_matches("’s")))
        .filter(|word| !word.is_empty())
        .collect()
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
