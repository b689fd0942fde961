//! Which quotation marks of a passage belong together.

use std::ops::Range;

use super::super::features::Features;
use super::super::passage::Passage;
use super::super::token::TokenKind;

/// What stands between quotation marks in a passage. None of it overlaps, but for the pairs within `tail`.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// From an opening mark to its closing mark, outermost only, in order.
    pub(super) pairs: Vec<Enclosed>,
    /// From the start of the passage to a closing mark that nothing opened.
    pub(super) head: Option<Enclosed>,
    /// From an opening mark that nothing closes to the end of the passage.
    pub(super) tail: Option<Enclosed>,
    /// The first token that is no mark.
    pub(super) first_word: usize,
}

/// Tokens between marks.
#[derive(Debug, Clone)]
pub(super) struct Enclosed {
    /// With the marks.
    pub(super) outer: Range<usize>,
    /// Without them: one range for each paragraph that begins with an opening mark again.
    pub(super) inner: Vec<Range<usize>>,
}

impl Marks {
    pub(super) fn of(passage: &Passage<'_>) -> Self {
        let mut marks = doubles(passage);
        let is_word = |kind: TokenKind| kind.is_word() || kind == TokenKind::Number;
        let first_word = passage.tokens.iter().position(|token| is_word(token.kind));
        marks.first_word = first_word.unwrap_or(passage.tokens.len());
        add_singles(&mut marks, passage);
        marks
    }
}

/// Marks within marks within marks are as deep as anybody writes.
const DEEPEST: usize = 4;

/// An opening mark that waits for its closing mark.
struct Open {
    mark: char,
    at: usize,
    /// Where the paragraph begins that is being read.
    paragraph: usize,
    paragraphs: Vec<Range<usize>>,
}

impl Open {
    fn at(mark: char, at: usize, width: usize) -> Self {
        Self { mark, at, paragraph: at + width, paragraphs: Vec::new() }
    }

    fn close(mut self, passage: &Passage<'_>, end: usize, outer_end: usize) -> Enclosed {
        self.paragraphs.push(trimmed(passage, self.paragraph..end));
        Enclosed { outer: self.at..outer_end, inner: self.paragraphs }
    }

    fn closes_with(&self, mark: char) -> bool {
        match self.mark {
            '«' => mark == '»',
            '»' => mark == '«',
            '‹' => mark == '›',
            '›' => mark == '‹',
            '”' => matches!(mark, '”' | '"'),
            _ => matches!(mark, '”' | '"' | '“' | '＂'),
        }
    }
}

/// What a mark does where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Opens,
    Closes,
    Nothing,
}

fn doubles(passage: &Passage<'_>) -> Marks {
    let mut marks = Marks::default();
    let mut open: Vec<Open> = Vec::new();
    for at in passage.all_with(Features::QUOTATION_MARK) {
        let Some((mark, width)) = double(passage, at) else { continue };
        match act(passage, at, (mark, width), open.last()) {
            Act::Opens => {
                if let [only] = open.as_mut_slice()
                    && begins_paragraph_again(passage, at)
                {
                    only.paragraphs.push(trimmed(passage, only.paragraph..at));
                    only.paragraph = at + width;
                } else if open.len() < DEEPEST {
                    open.push(Open::at(mark, at, width));
                }
            }
            Act::Closes => {
                if let Some(depth) = open.iter().rposition(|open| open.closes_with(mark)) {
                    open.truncate(depth + 1);
                    if let Some(opened) = open.pop() {
                        while marks.pairs.last().is_some_and(|pair| pair.outer.start > opened.at) {
                            marks.pairs.pop();
                        }
                        marks.pairs.push(opened.close(passage, at, at + width));
                    }
                } else if open.is_empty() && marks.pairs.is_empty() && marks.head.is_none() {
                    let inner = vec![trimmed(passage, 0..at)];
                    marks.head = Some(Enclosed { outer: 0..at + width, inner });
                }
            }
            Act::Nothing => {}
        }
    }
    let end = passage.tokens.len();
    marks.tail = open.into_iter().next().map(|open| open.close(passage, end, end));
    close_both(&mut marks, passage);
    marks
}

/// `“We shall work for “a new town.”`: the last mark of a paragraph closes the one that it begins with, too.
fn close_both(marks: &mut Marks, passage: &Passage<'_>) {
    let (Some(tail), Some(last)) = (&mut marks.tail, marks.pairs.last()) else { return };
    let end = trimmed(passage, 0..passage.tokens.len()).end;
    let begins = tail.outer.start == 0 && tail.inner.len() == 1;
    if !begins || last.outer.end != end || last.inner.len() != 1 {
        return;
    }
    let (Some(words), Some(inner)) = (tail.inner.first_mut(), last.inner.first()) else { return };
    words.end = inner.end;
    tail.outer.end = end;
    marks.pairs.clear();
    marks.pairs.extend(marks.tail.take());
}

/// The double mark that begins at a token, and how many tokens it has: "''" are two single marks that are one.
fn double(passage: &Passage<'_>, at: usize) -> Option<(char, usize)> {
    match passage.kind(at) {
        TokenKind::Mark(mark) if is_double(mark) => Some((mark, 1)),
        _ if at.checked_sub(1).is_some_and(|before| is_twin(passage, before)) => None,
        TokenKind::Mark('‘') if is_twin(passage, at) => Some(('“', 2)),
        _ if is_twin(passage, at) => Some(('"', 2)),
        _ => None,
    }
}

/// Whether a single mark and another right after it stand at a token.
fn is_twin(passage: &Passage<'_>, at: usize) -> bool {
    let is_single = |at: usize| match passage.kind(at) {
        TokenKind::Mark('\'' | '’' | '‘') => true,
        TokenKind::Possessive => passage.word(at).chars().count() == 1,
        _ => false,
    };
    // Apart from all words they are what a scan made of something else.
    let is_apart = || is_spaced(passage, at) && is_spaced(passage, at + 2);
    !is_apart()
        && is_single(at)
        && is_single(at + 1)
        && !is_spaced(passage, at + 1)
        && passage.word(at) == passage.word(at + 1)
}

fn is_double(mark: char) -> bool {
    matches!(mark, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '＂')
}

/// Whether a token is a quotation mark of any kind.
pub(super) fn is_quotation_mark(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.kind(at), TokenKind::Mark(mark) if is_double(mark) || matches!(mark, '‘' | '’' | '\''))
}

/// The shape of a mark tells what it does, and where that is not so, the spaces beside it.
fn act(passage: &Passage<'_>, at: usize, (mark, width): (char, usize), open: Option<&Open>) -> Act {
    let closes_open = open.is_some_and(|open| open.closes_with(mark));
    // `“The bridge is open, “said Ana Virta.`
    if closes_open && stands_before_said(passage, at, width) {
        return Act::Closes;
    }
    let look = look(passage, at, width);
    match mark {
        '„' | '‟' => Act::Opens,
        '“' | '«' | '‹' if closes_open && look != Some(Act::Opens) => Act::Closes,
        '“' if look == Some(Act::Closes) => Act::Nothing,
        '“' | '«' | '‹' => Act::Opens,
        '”' | '»' | '›' if open.is_none() && look == Some(Act::Opens) => Act::Opens,
        '”' | '»' | '›' => Act::Closes,
        // Inches: a number, the mark, and no quotation that it could close.
        _ if open.is_none() && follows_number(passage, at) => Act::Nothing,
        _ => look.unwrap_or_else(|| match open {
            Some(_) if begins_paragraph_again(passage, at) => Act::Opens,
            Some(_) => Act::Closes,
            None if at == 0 || is_spaced(passage, at) || follows_punctuation(passage, at) => Act::Opens,
            None => Act::Nothing,
        }),
    }
}

/// Whether a comma stands before a mark, and a verb that tells who spoke right behind it.
fn stands_before_said(passage: &Passage<'_>, at: usize, width: usize) -> bool {
    let comma = at.checked_sub(1).is_some_and(|before| passage.is_mark(before, ','));
    comma && passage.is_any(at + width, words!["said", "says", "added", "adds", "stated", "noted", "told"])
}

/// What the spaces beside a mark say that it does. They say nothing where both or neither is there.
fn look(passage: &Passage<'_>, at: usize, width: usize) -> Option<Act> {
    let free_before = at == 0 || is_spaced(passage, at) || follows_opening(passage, at);
    let next = passage.kind(at + width);
    let ends = next == TokenKind::Break
        || matches!(next, TokenKind::Mark('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '’' | '»'));
    let free_after = ends || is_spaced(passage, at + width);
    match (free_before, free_after) {
        (_, true) if ends => Some(Act::Closes),
        (true, false) => Some(Act::Opens),
        (false, true) => Some(Act::Closes),
        _ => None,
    }
}

fn is_spaced(passage: &Passage<'_>, at: usize) -> bool {
    passage.tokens.get(at).is_none_or(|token| token.spaced)
}

fn follows_opening(passage: &Passage<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| passage.kind(before));
    matches!(before, Some(TokenKind::Mark('(' | '[' | '—' | '–' | '‘' | '“' | '„' | '•')))
}

fn follows_punctuation(passage: &Passage<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| passage.kind(before));
    matches!(before, Some(TokenKind::Mark(':' | ',' | '.' | '-')))
}

fn follows_number(passage: &Passage<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| passage.kind(before));
    before == Some(TokenKind::Number) && !is_spaced(passage, at)
}

/// A mark at the start of a line, where the line before ends its sentence: the same speech goes on.
fn begins_paragraph_again(passage: &Passage<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if passage.kind(before) == TokenKind::Break {
        return true;
    }
    let gap = passage.span(before..at + 1);
    let mark_start = passage.tokens.get(at).map_or(gap.end, |token| token.start as usize);
    let word_end = passage.tokens.get(before).map_or(gap.start, |token| token.end as usize);
    passage.text.get(word_end..mark_start).is_some_and(|space| space.contains('\n'))
        && matches!(passage.kind(before), TokenKind::Mark('.' | '!' | '?' | '…' | ':' | ';'))
}

/// A range of tokens without empty lines at its ends.
pub(in crate::extract) fn trimmed(passage: &Passage<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while !tokens.is_empty() && passage.kind(tokens.start) == TokenKind::Break {
        tokens.start += 1;
    }
    while !tokens.is_empty() && passage.kind(tokens.end - 1) == TokenKind::Break {
        tokens.end -= 1;
    }
    tokens
}

/// What a single mark could do. An apostrophe does nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Single {
    Opens,
    Closes,
    /// After an s, before a space: a closing mark or a possessive.
    MayClose,
}

fn add_singles(marks: &mut Marks, passage: &Passage<'_>) {
    let marked = passage.all_with(Features::QUOTATION_MARK);
    let is_of_twin =
        |at: usize| is_twin(passage, at) || at.checked_sub(1).is_some_and(|at| is_twin(passage, at));
    let singles = marked.filter(|&at| !is_of_twin(at));
    let found: Vec<(usize, Single)> = singles.filter_map(|at| Some((at, single(passage, at)?))).collect();
    let mut pairs: Vec<Enclosed> = Vec::new();
    let mut next = 0;
    while let Some(&(at, what)) = found.get(next) {
        next += 1;
        if what != Single::Opens {
            continue;
        }
        let rest = found.get(next..).unwrap_or_default();
        let others = rest.iter().take_while(|(_, what)| *what != Single::Opens);
        let (mut close, mut may_close, mut seen) = (None, None, 0);
        for &(at, what) in others {
            seen += 1;
            if what == Single::Closes {
                close = Some(at);
                break;
            }
            may_close.get_or_insert(at);
        }
        next += seen;
        // A word or two and then an s: more likely a quoted term than a possessive.
        let term = may_close.filter(|end| end - at <= 4);
        let apart = |near: usize| close.is_none_or(|far| !passage.sentence_of(near).contains(&far));
        let end = term.filter(|&near| apart(near)).or(close).or(may_close);
        if let Some(end) = end {
            pairs.push(Open::at('‘', at, 1).close(passage, end, end + 1));
        } else if marks.tail.is_none() && at <= marks.first_word && marks.pairs.is_empty() {
            let end = passage.tokens.len();
            marks.tail = Some(Open::at('‘', at, 1).close(passage, end, end));
        }
    }
    let head_end = marks.head.as_ref().map_or(0, |head| head.outer.end);
    let tail_start = marks.tail.as_ref().map_or(usize::MAX, |tail| tail.outer.start);
    pairs.retain(|pair| pair.outer.start >= head_end && !pair.outer.contains(&tail_start));
    if !pairs.is_empty() {
        marks.pairs = outermost(std::mem::take(&mut marks.pairs), pairs);
    }
}

fn single(passage: &Passage<'_>, at: usize) -> Option<Single> {
    let token = passage.tokens.get(at)?;
    match token.kind {
        TokenKind::Mark('‘') if look(passage, at, 1) == Some(Act::Opens) => Some(Single::Opens),
        TokenKind::Mark('\'') if look(passage, at, 1) == Some(Act::Opens) => {
            // '90s, 'tis
            let elides = passage.kind(at + 1) == TokenKind::Number
                || passage.is_any(at + 1, words!["tis", "twas", "em", "cause", "til", "n", "s"]);
            (!elides).then_some(Single::Opens)
        }
        TokenKind::Mark('\'' | '’') => {
            (!token.spaced && look(passage, at, 1) == Some(Act::Closes)).then_some(Single::Closes)
        }
        TokenKind::Possessive => (passage.word(at).chars().count() == 1).then_some(Single::MayClose),
        _ => None,
    }
}

/// Two lists of pairs as one, without the pairs that stand in others; of two that cross, the double one.
fn outermost(doubles: Vec<Enclosed>, singles: Vec<Enclosed>) -> Vec<Enclosed> {
    let mut all: Vec<(bool, Enclosed)> = doubles.into_iter().map(|pair| (true, pair)).collect();
    all.extend(singles.into_iter().map(|pair| (false, pair)));
    all.sort_by_key(|(_, pair)| pair.outer.start);
    let mut kept: Vec<(bool, Enclosed)> = Vec::with_capacity(all.len());
    for (is_double, pair) in all {
        let crosses = match kept.last() {
            Some((_, last)) if last.outer.end >= pair.outer.end => continue,
            Some((_, last)) => last.outer.end > pair.outer.start,
            None => false,
        };
        if crosses {
            if !is_double {
                continue;
            }
            kept.pop();
        }
        kept.push((is_double, pair));
    }
    kept.into_iter().map(|(_, pair)| pair).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::lexicon::Lexicon;
    use super::*;
    use crate::model::Part;

    /// The texts in pairs of marks; then the open one, after `...`.
    fn enclosed(text: &str) -> Vec<String> {
        let passage = Passage::new(Part::Block(0), text, &Lexicon::empty());
        let marks = Marks::of(&passage);
        let words = |enclosed: &Enclosed| {
            enclosed.inner.iter().map(|inner| passage.words(inner.clone())).collect::<Vec<_>>().join("|")
        };
        let head = marks.head.iter().map(|head| format!("{}...", words(head)));
        let pairs = marks.pairs.iter().map(words);
        let tail = marks.tail.iter().map(|tail| format!("...{}", words(tail)));
        head.chain(pairs).chain(tail).collect()
    }

    #[test]
    fn every_kind_of_mark_is_paired() {
        for text in [
            "She said “we stay”.",
            "She said \"we stay\".",
            "She said ‘we stay’.",
            "She said 'we stay'.",
            "She said „we stay“.",
            "She said «we stay».",
            "She said « we stay ».",
            "She said »we stay«.",
            "She said ”we stay”.",
            "She said \" we stay \".",
            "She said: \" we stay\".",
            "She said:\"we stay\"",
            "She said ''we stay''.",
            "She said ‘‘we stay’’.",
            "She said “we stay’’.",
        ] {
            assert_eq!(enclosed(text), ["we stay"], "{text}");
        }
    }

    #[test]
    fn the_outermost_marks_count() {
        assert_eq!(enclosed("“He said ‘no’ and “never” again.”"), ["He said ‘no’ and “never” again."]);
        assert_eq!(enclosed("'The “big” day,' she said."), ["The “big” day,"]);
    }

    #[test]
    fn one_mark_at_the_end_closes_two() {
        assert_eq!(enclosed("\"We work for \"a new town.\""), ["We work for \"a new town."]);
        assert_eq!(enclosed("“We work for “a new town”."), ["a new town", "...We work for “a new town”."]);
    }

    #[test]
    fn apostrophes_and_measures_pair_nothing() {
        for text in [
            "The ministers’ talks didn’t end.",
            "In the '90s the dogs' home",
            "A 6'2\" man and a 12\" gun",
            "O’Brien’s and the States' rights",
            "the customs' duties'",
        ] {
            assert_eq!(enclosed(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_possessive_inside_single_marks_closes_nothing() {
        assert_eq!(
            enclosed("‘The ministers’ talks went well,’ he said."),
            ["The ministers’ talks went well,"]
        );
        assert_eq!(enclosed("The ‘talks’ went on. He’s the workers’ friend."), ["talks"]);
    }

    #[test]
    fn marks_that_open_again_begin_a_paragraph_of_the_same_speech() {
        assert_eq!(enclosed("\" One is done.\n\" Two is not.\""), ["One is done.|Two is not."]);
        assert_eq!(enclosed("“One is done."), ["...One is done."]);
        assert_eq!(enclosed("Two is not.”"), ["Two is not...."]);
    }
}
