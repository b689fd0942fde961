//! A part of a story, ready for the grammars: tokens, sentences, and what the lexicon says of them.

use std::ops::Range;

use super::features::{Features, Gate};
pub(super) use super::lexicon::Match;
use super::lexicon::{self, Class, HEAD, PLURAL, Trigger, fold, fold_into, head_of};
use super::token::{Token, TokenKind};
use super::words::OneOf;
use crate::model::{Confidence, Evidence, Part};

/// One part of a story, or one paragraph of a part that has lost its line breaks. What it holds is a piece of the
/// [`Prose`](super::prose::Prose) of the story.
#[derive(Debug)]
pub(super) struct Passage<'t> {
    pub(super) part: Part,
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    /// The sentences, as ranges of tokens, in order and without gaps.
    pub(super) sentences: &'t [Range<usize>],
    /// The phrases in the whole prose that are not just what the lexicon says of one word.
    pub(super) matches: &'t [Match],
    /// What the lexicon says of words alone.
    pub(super) alone: &'t [Match],
    /// By token: the phrases that begin at it.
    pub(super) found: &'t [Found],
    /// By token: the index of its sentence.
    pub(super) sentence_indices: &'t [u32],
    /// By sentence.
    pub(super) outlines: &'t [Outline],
    /// What any of its tokens may matter to.
    pub(super) features: Features,
    /// Whether most words stand in capitals, so that capitals tell nothing.
    pub(super) shouts: bool,
    /// Tokens inside direct speech, in order.
    pub(super) quoted: Vec<Range<usize>>,
}

/// What is known of a sentence as a whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline {
    /// Its first word or number, or its end if it has none.
    pub(super) first_word: u32,
    /// What any of its tokens may matter to.
    pub(super) features: Features,
}

/// Where the phrases stand that begin at a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) first: u32,
    pub(super) len: u16,
    /// In the list of the prose, and not in that of the lexicon.
    pub(super) is_own: bool,
}

impl Found {
    /// Some phrases of the list of the prose.
    pub(super) fn own(first: usize, found: &[Match]) -> Self {
        let len = u16::try_from(found.len()).unwrap_or(u16::MAX);
        Self { first: first as u32, len, is_own: true }
    }
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
    /// A passage of a prose of its own, which is kept for ever: for tests.
    #[cfg(test)]
    pub(super) fn new(part: Part, text: &'t str, lexicon: &super::lexicon::Lexicon) -> Self {
        let lexicon: &'t super::lexicon::Lexicon = Box::leak(Box::new(lexicon.clone()));
        let mut prose = super::prose::Prose::with_room(text.len(), 1, lexicon);
        prose.read(part, text, 0..text.len());
        let prose: &'t mut super::prose::Prose<'t> = Box::leak(Box::new(prose));
        prose.passages().remove(0)
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
        self.text.get(token.bytes()).unwrap_or_default()
    }

    /// The kind of a token; a break where there is none.
    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.tokens.get(at).map_or(TokenKind::Break, |token| token.kind)
    }

    /// Whether a token is the word `small`, in any case. `small` is in small letters.
    // Always, so that what is compared is made ready when the crate is built.
    #[inline(always)]
    pub(super) fn is(&self, at: usize, small: &str) -> bool {
        // A closure would be a call, and compare with what is told of the word anew.
        let Some(token) = self.tokens.get(at) else { return false };
        token.len() == small.len()
            && token.head == head_of(small)
            && (small.len() <= HEAD || self.word_of(token).eq_ignore_ascii_case(small))
    }

    /// Whether a token is one of some words, in any case.
    #[inline]
    pub(super) fn is_any<W: OneOf + ?Sized>(&self, at: usize, small: &W) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        small.may_have(token.head, token.len()) && small.has(token.head, self.word_of(token))
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
        self.tokens.get(at).is_some_and(Token::is_hyphen)
            && self.tokens.get(at + 1).is_some_and(|next| !next.spaced)
    }

    /// What the lexicon knows to begin at a token, the longest first.
    pub(super) fn matches(&self, at: usize) -> &[Match] {
        let Some(found) = self.found.get(at) else { return &[] };
        let all = if found.is_own { self.matches } else { self.alone };
        let first = found.first as usize;
        all.get(first..first + usize::from(found.len)).unwrap_or_default()
    }

    /// The longest phrase of a class that begins at a token.
    #[inline]
    pub(super) fn longest(&self, at: usize, class: Class) -> Option<Match> {
        if !self.has(at, class) {
            return None;
        }
        self.matches(at).iter().find(|found| found.is(class)).copied()
    }

    /// The verb or noun that tells of an event, where one begins at a token.
    pub(super) fn trigger(&self, at: usize) -> Option<Trigger> {
        self.longest(at, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value))
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
    #[inline]
    pub(super) fn next_with(&self, features: Features, at: usize) -> Option<usize> {
        if self.holds(features) { self.next_near(features, at) } else { None }
    }

    fn next_near(&self, features: Features, at: usize) -> Option<usize> {
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
        let mut index = *self.sentence_indices.get(at)? as usize;
        while let Some(outline) = self.outlines.get(index) {
            if outline.features.meets(gate.beside) {
                let sentence = self.sentences.get(index)?;
                let start = sentence.start.max(at);
                let tokens = self.tokens.get(start..sentence.end)?;
                if let Some(found) = tokens.iter().position(|token| token.features.meets(gate.at)) {
                    return Some(start + found);
                }
            }
            index += 1;
        }
        None
    }

    /// The tokens that have one of some features, in order.
    pub(super) fn all_with(&self, features: Features) -> impl Iterator<Item = usize> {
        std::iter::successors(self.next_with(features, 0), move |&at| self.next_with(features, at + 1))
    }

    /// The sentences of which a token has one of some features, in order.
    pub(super) fn sentences_with(&self, features: Features) -> impl Iterator<Item = &Range<usize>> {
        let holds = self.holds(features);
        let sentences = self.sentences.iter().zip(self.outlines).filter(move |_| holds);
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
            || self.text.get(gap..start).is_some_and(|gap| gap.bytes().any(|byte| byte == b'\n'))
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
}

/// The folded words of some text, as the lexicon would know them.
pub(super) fn folded_words(text: &str) -> Vec<String> {
    words_of(text).map(fold).filter(|word| !word.is_empty()).collect()
}

fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '.'))).map(|word| {
        if word.ends_with('s') { without_endings(without_endings(word, "'s"), "’s") } else { word }
    })
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
    use super::super::lexicon::Lexicon;
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
