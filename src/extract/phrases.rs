//! The phrases that the lexicon knows among the words of a passage.
//!
//! The words of many passages are looked up together, step by step, and not one after the other: so the processor waits
//! for many places of the lexicon at once where these are not in its cache. The steps that all words take have no
//! branches, since what kind of word comes next cannot be foreseen.

use std::ops::Range;

use super::features::Features;
use super::lexicon::{CAPITALS, Class, Entry, LONG, Lexicon, Match, Node, STOP, WEAK, WordId};
use super::passage::Found;
use super::token::{Token, TokenKind};

/// What the lexicon knows in a story, and what is told of the passages that are looked up.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// By token of the story: the phrases that begin at it.
    pub(super) found: Vec<Found>,
    /// The phrases that are not just what the lexicon says of one word.
    pub(super) matches: Vec<Match>,
    /// By token that is to be looked up, if it is a plain word: the head of what stands after its first eight bytes.
    pub(super) seconds: Vec<u64>,
    /// By token: the word that the lexicon knows it by.
    words: Vec<WordId>,
    /// By token: the head of that word.
    heads: Vec<u64>,
    /// Words that are not looked up as they stand.
    unusual: Marked,
    /// Words at which longer phrases may begin, or which are something only as they are written.
    open: Marked,
    /// Those of them that are unusual, in a passage.
    open_and_unusual: Vec<usize>,
    /// Room for the folded form of a word.
    folded: String,
}

/// The tokens of one passage among those that are looked up.
struct Stretch<'p> {
    /// How many tokens of the story were looked up before.
    first: usize,
    text: &'p str,
    /// Where they stand among those that are looked up.
    range: Range<usize>,
    tokens: &'p mut [Token],
    lexicon: &'p Lexicon,
}

impl Phrases {
    /// Room for what begins at so many tokens.
    pub(super) fn with_room(tokens: usize) -> Self {
        Self { found: Vec::with_capacity(tokens), matches: Vec::with_capacity(tokens / 8), ..Self::default() }
    }

    /// Finds every phrase at some tokens, which come after those that were looked up before, and have their `seconds`.
    /// They are those of some passages: each has its text and its tokens among them.
    pub(super) fn look_up<'t>(
        &mut self,
        tokens: &mut [Token],
        passages: impl Iterator<Item = (&'t str, Range<usize>)>,
        lexicon: &Lexicon,
    ) {
        let first = self.found.len();
        let heads =
            tokens.iter().zip(&self.seconds).map(|(token, &second)| (token.len(), [token.head, second]));
        self.words.clear();
        self.words.extend(heads.map(|(len, heads)| lexicon.word_like(len, heads)));
        // Nodes are waited for here, many at once.
        self.heads.clear();
        self.heads.extend(self.words.iter().map(|&word| lexicon.node(word).map_or(0, Node::head)));
        self.tell_words(tokens, lexicon);
        for (text, range) in passages {
            let tokens = tokens.get_mut(range.clone()).unwrap_or_default();
            let mut stretch = Stretch { first, text, range, tokens, lexicon };
            self.tell_unusual_words(&mut stretch);
            self.add_phrases(&mut stretch);
        }
        self.seconds.clear();
    }

    /// Tells the words that are what they look like, and what they are alone.
    fn tell_words(&mut self, tokens: &mut [Token], lexicon: &Lexicon) {
        let Self { found, words, heads, seconds, unusual, open, .. } = self;
        unusual.clear(tokens.len());
        open.clear(tokens.len());
        let all = tokens.iter_mut().zip(words).zip(heads).zip(seconds).zip(0..);
        found.extend(all.map(|((((token, word), head), second), at)| {
            let node = lexicon.node(*word).copied().unwrap_or_default();
            let usual = token.features.meets(Features::PLAIN)
                & !token.features.meets(Features::STOPPED)
                & (token.len() < LONG);
            unusual.mark_if(token.features.meets(Features::WORD) & !usual, at);
            let known = usual & (*head == token.head) & (node.second() == *second);
            open.mark_if(known & (node.leads_on() | node.is_picky()), at);
            // What is known or nothing.
            let mask = 0_u32.wrapping_sub(u32::from(known));
            *word &= mask;
            token.features = token.features.or(Features::of_classes(node.classes() & mask));
            let (first, len) = node.entries();
            Found { first, len: len & mask as u16, is_own: false }
        }));
    }

    /// Tells the words of a passage that are not looked up as they stand.
    fn tell_unusual_words(&mut self, stretch: &mut Stretch<'_>) {
        let Stretch { first, text, range, tokens, lexicon } = stretch;
        let found = self.found.get_mut(*first..).unwrap_or_default();
        while let Some(at) = self.unusual.next_before(range.end) {
            let token = at.checked_sub(range.start).and_then(|at| tokens.get_mut(at));
            let here = token.zip(self.words.get_mut(at)).zip(found.get_mut(at));
            let Some(((token, word), found)) = here else { continue };
            *word = unusual_word(text, token, lexicon, &mut self.folded);
            let Some(node) = lexicon.node(*word).filter(|_| *word != 0) else { continue };
            if node.leads_on() || node.is_picky() {
                self.open_and_unusual.push(at);
            }
            token.features = token.features.or(Features::of_classes(node.classes()));
            let (first, len) = node.entries();
            *found = Found { first, len, is_own: false };
        }
    }

    /// Adds what is not just what the lexicon says of one word, at the tokens of a passage.
    fn add_phrases(&mut self, stretch: &mut Stretch<'_>) {
        let Stretch { first, text, range, tokens, lexicon } = stretch;
        let words = self.words.get(range.clone()).unwrap_or_default();
        let found = self.found.get_mut(*first..).unwrap_or_default();
        while let Some(at) = self.open.next_before(range.end).or_else(|| self.open_and_unusual.pop()) {
            let Some(found) = found.get_mut(at) else { continue };
            let Some(at) = at.checked_sub(range.start) else { continue };
            let Some(&word) = words.get(at) else { continue };
            let Some(node) = lexicon.node(word) else { continue };
            let written = Written { text, tokens, words, lexicon };
            let start = self.matches.len();
            // Most words stand before one that leads on from none.
            if written.may_go_on(word, at + 1) {
                written.add_longer(at, word, &mut self.matches);
            } else if node.is_picky() {
                written.add(node, at..at + 1, &mut self.matches);
                if let Some(added @ [_, _, ..]) = self.matches.get_mut(start..) {
                    added.reverse();
                }
            } else {
                continue;
            }
            let added = self.matches.get(start..).unwrap_or_default();
            *found = Found::own(start, added);
            let classes = added.iter().map(|found| Features::class(found.entry.class));
            let classes = classes.fold(Features::NONE, Features::or);
            if let Some(token) = tokens.get_mut(at) {
                token.features = token.features.or(classes);
            }
        }
    }
}

/// The word that the lexicon knows a token by, which is no plain word, or one with a full stop, or a long one.
fn unusual_word(text: &str, token: &Token, lexicon: &Lexicon, folded: &mut String) -> WordId {
    let written = text.get(token.bytes()).unwrap_or_default();
    if token.kind == TokenKind::Possessive {
        return lexicon.possessive();
    }
    let bare =
        written.strip_suffix('.').filter(|_| token.features.meets(Features::STOPPED)).unwrap_or(written);
    let is_plain = token.features.meets(Features::PLAIN);
    // "Warrant Officer Class 1", "10 Downing Street"
    if is_plain || token.kind == TokenKind::Number && !written.contains('.') {
        return lexicon.plain_word(bare.as_bytes());
    }
    lexicon.word_of(written, folded)
}

/// Some of the tokens that are looked up, to come back to in their order.
#[derive(Debug, Default)]
struct Marked {
    /// As many as may be needed; the first ones are marked.
    places: Vec<u32>,
    len: usize,
    /// How many were come back to.
    done: usize,
}

impl Marked {
    /// Forgets all, and makes room for so many.
    fn clear(&mut self, room: usize) {
        (self.len, self.done) = (0, 0);
        if self.places.len() < room {
            self.places.resize(room, 0);
        }
    }

    /// Marks a token, or does not, without a branch.
    #[inline]
    fn mark_if(&mut self, is: bool, token: u32) {
        if let Some(place) = self.places.get_mut(self.len) {
            *place = token;
        }
        self.len += usize::from(is);
    }

    /// The next one, if it stands before a token.
    #[inline]
    fn next_before(&mut self, end: usize) -> Option<usize> {
        let next = *self.places.get(self.done).filter(|_| self.done < self.len)? as usize;
        (next < end).then(|| {
            self.done += 1;
            next
        })
    }
}

/// The words of a passage, as they are written and as the lexicon knows them.
struct Written<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// By token.
    words: &'a [WordId],
    lexicon: &'a Lexicon,
}

impl Written<'_> {
    /// Adds what the phrase of a node is.
    fn add(&self, node: &Node, tokens: Range<usize>, matches: &mut Vec<Match>) {
        for &entry in self.lexicon.entries(node) {
            if entry.flags & (CAPITALS | STOP) == 0 || self.is_written_as(tokens.clone(), entry) {
                matches.push(Match { len: tokens.len(), entry });
            }
        }
    }

    /// Adds the phrases that begin at a token, the longest first. `node` is where its word leads to.
    #[inline(never)]
    fn add_longer(&self, at: usize, mut node: u32, matches: &mut Vec<Match>) {
        let before = matches.len();
        let mut end = at + 1;
        while let Some(place) = self.lexicon.node(node) {
            self.add(place, at..end, matches);
            if !place.leads_on() {
                break;
            }
            end = self.next_word(end);
            let Some(next) = self.lexicon.step(node, self.word(end)) else { break };
            node = next;
            end += 1;
        }
        if let Some(found @ [_, _, ..]) = matches.get_mut(before..) {
            found.reverse();
        }
    }

    /// Whether a phrase that has come to a node may have the word at a token, or after the hyphen there.
    fn may_go_on(&self, node: u32, at: usize) -> bool {
        let word = self.word(self.next_word(at));
        word != 0 && self.lexicon.may_step(node, word)
    }

    /// "Lieutenant-General" is in the lexicon without its hyphen, which is no word.
    fn next_word(&self, at: usize) -> usize {
        at + usize::from(self.word(at) == 0 && self.is_hyphen(at))
    }

    fn word(&self, at: usize) -> WordId {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.tokens.get(at..), Some([hyphen, next, ..]) if hyphen.is_hyphen() && !next.spaced)
    }

    /// Whether some tokens have the capitals and the full stop that a phrase of the lexicon asks for.
    fn is_written_as(&self, tokens: Range<usize>, entry: Entry) -> bool {
        let tokens = self.tokens.get(tokens).unwrap_or_default();
        let written = match tokens {
            // Words in small letters are never meant: "us", "it", "who".
            [first, ..] if entry.flags & CAPITALS != 0 && first.kind == TokenKind::Lower => return false,
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
