//! Text to tokens.

use std::ops::Range;

use super::features::{Features, topics_of};
use super::lexicon::{HEAD, cut, head_at};
use super::line_end::Lines;
use super::run::Run;
use super::words::{OneOf, Words};

/// A piece of text: a word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Its first byte.
    pub(super) start: u32,
    /// The byte after its last.
    pub(super) end: u32,
    /// Its first bytes in small letters: what most comparisons with a word end at.
    pub(super) head: u64,
    pub(super) kind: TokenKind,
    /// What it may matter to.
    pub(super) features: Features,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word in small letters, or in a script that has no case.
    Lower,
    /// A word that begins with a capital.
    Capital,
    /// A word of two or more capitals.
    AllCaps,
    /// A single capital, perhaps with a full stop: "J.".
    Initial,
    /// Digits, perhaps with separators or an ordinal ending: "30,000", "1.5", "2nd".
    Number,
    /// The ending of a possessive: "'s", or "'" after an s.
    Possessive,
    /// One mark.
    Mark(char),
    /// An empty line, or the end of a line that merely wraps no paragraph.
    Break,
}

impl Token {
    /// How many bytes it has.
    #[inline]
    pub(super) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// A plain word with the full stop after it.
    fn stopped(self) -> Self {
        let stop = if self.len() < HEAD { u64::from(b'.') << (8 * self.len()) } else { 0 };
        let features = self.features.or(Features::STOPPED);
        Self { end: self.end + 1, head: self.head | stop, features, ..self }
    }

    /// Where it stands in its part.
    #[inline]
    pub(super) fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is a hyphen with no space before it.
    pub(super) fn is_hyphen(&self) -> bool {
        matches!(self.kind, TokenKind::Mark('-' | '‑' | '‐')) && !self.spaced
    }
}

impl TokenKind {
    /// Whether the token is a word.
    pub(super) fn is_word(self) -> bool {
        matches!(self, Self::Lower | Self::Capital | Self::AllCaps | Self::Initial)
    }

    /// Whether the token is a word that begins with a capital.
    pub(super) fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::AllCaps | Self::Initial)
    }
}

/// Appends the tokens of `text` from a byte on, and to `seconds` for each the head of what stands after the first eight
/// bytes if it is a plain word, or 0.
///
/// A word keeps its inner apostrophes and the full stops of an abbreviation; a hyphen is a mark of
/// its own, not spaced. Texts of 4 GiB and more are cut there.
pub(super) fn tokenize(text: &str, first: usize, tokens: &mut Vec<Token>, seconds: &mut Vec<u64>) {
    let mut at = first;
    let mut spaced = true;
    let mut lines = Lines::of(text, first);
    while let Some(&byte) = text.as_bytes().get(at) {
        let start = at;
        let (kind, end) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                if let Some((plain, second)) = plain_word(text, start, spaced) {
                    at = plain.end as usize;
                    // Most words end at a space and the next.
                    spaced = matches!(text.as_bytes().get(at..), Some([b' ', b'!'..=b'~', ..]));
                    at += usize::from(spaced);
                    tokens.push(plain);
                    seconds.push(second);
                    continue;
                }
                word(text, start)
            }
            b'0'..=b'9' => (TokenKind::Number, number_end(text, start)),
            b' ' if text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_graphic) => {
                spaced = true;
                at += 1;
                continue;
            }
            b' ' | b'\t'..=b'\r' => (TokenKind::Break, start),
            b'\'' if !spaced => possessive(text, start, tokens.last()),
            ..0x80 => (TokenKind::Mark(char::from(byte)), start + 1),
            _ => beyond_ascii(text, start, spaced, tokens.last()),
        };
        if kind == TokenKind::Break {
            let newlines = &mut 0;
            at = skip_space(text, start, newlines).max(start + 1);
            if *newlines > 1 || *newlines == 1 && lines.end_at(start, at) {
                tokens.extend(token(text, start..at, TokenKind::Break, spaced));
                seconds.resize(seconds.len() + 1, 0);
            }
            spaced = true;
            continue;
        }
        let Some(mut token) = token(text, start..end, kind, spaced) else { return };
        if kind.is_word() {
            token.features = token.features.or(features_of_word(&token, text));
        }
        tokens.push(token);
        seconds.push(0);
        spaced = false;
        at = end;
    }
}

/// The features of a word that is not plain.
fn features_of_word(token: &Token, text: &str) -> Features {
    let written = text.get(token.start as usize..token.end as usize).unwrap_or_default();
    let len = written.len() - usize::from(written.ends_with('.'));
    let topics = topics_of(cut(token.head, len), len);
    if written.contains(is_apostrophe) { topics.or(Features::APOSTROPHE) } else { topics }
}

/// What begins with a character of two bytes or more, and where it ends; a break, if it is white space.
fn beyond_ascii(text: &str, start: usize, spaced: bool, before: Option<&Token>) -> (TokenKind, usize) {
    let Some(c) = text.get(start..).and_then(|rest| rest.chars().next()) else {
        return (TokenKind::Break, start);
    };
    if c.is_alphabetic() {
        word(text, start)
    } else if c.is_whitespace() || is_invisible(c) {
        (TokenKind::Break, start)
    } else if is_apostrophe(c) && !spaced {
        possessive(text, start, before)
    } else {
        (TokenKind::Mark(c), start + c.len_utf8())
    }
}

/// A token, without the topics of its word; none beyond 4 GiB.
fn token(text: &str, span: Range<usize>, kind: TokenKind, spaced: bool) -> Option<Token> {
    let head = head_at(text.as_bytes(), span.start, span.len());
    let features = Features::kind(kind);
    let (start, end) = (u32::try_from(span.start).ok()?, u32::try_from(span.end).ok()?);
    Some(Token { start, end, head, kind, features, spaced })
}

/// Where the white space at `at` ends, which is at least one character.
fn skip_space(text: &str, mut at: usize, newlines: &mut usize) -> usize {
    while let Some(&byte) = text.as_bytes().get(at) {
        let c = if byte.is_ascii() {
            char::from(byte)
        } else {
            text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('.')
        };
        if !c.is_whitespace() && !is_invisible(c) {
            break;
        }
        *newlines += usize::from(c == '\n');
        at += c.len_utf8();
    }
    at
}

/// Characters that take no room and end no word: a byte order mark, a zero-width space.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// The word at `start`, if it is plain: of letters and digits of ASCII, but for a full stop at its end, as most words
/// are; and the head of what stands after its first eight bytes.
#[inline]
fn plain_word(text: &str, start: usize, spaced: bool) -> Option<(Token, u64)> {
    let rest = text.as_bytes().get(start..)?;
    let run = Run::at_start(rest);
    let (len, head) = (run.len, run.head);
    let mut stopped = false;
    match rest.get(len) {
        Some(b'.') => {
            // A letter with a full stop may go on: "U.S.".
            if len == 1 {
                return None;
            }
            stopped =
                ABBREVIATIONS.may_have(head, len) && ABBREVIATIONS.has(head, text.get(start..start + len)?);
        }
        Some(b'\'') if joins_on(rest, len + 1) => return None,
        Some(0xe2) => {
            let joins = match rest.get(len + 1..len + 3)? {
                [0x80, 0x99] => joins_on(rest, len + 3),
                // Dashes, quotation marks, bullets and dots.
                [0x80, 0x90..=0xa7] => false,
                _ => true,
            };
            if joins {
                return None;
            }
        }
        Some(0x80..) => return None,
        _ => {}
    }
    let kind = match rest.first()?.is_ascii_uppercase() {
        true if run.is_single => TokenKind::Initial,
        true if run.has_small => TokenKind::Capital,
        true => TokenKind::AllCaps,
        false => TokenKind::Lower,
    };
    let features = Features::PLAIN.or(Features::kind(kind)).or(topics_of(head, len));
    let end = u32::try_from(start + len).ok()?;
    let plain = Token { start: start as u32, end, head, kind, features, spaced };
    Some((if stopped { plain.stopped() } else { plain }, run.second))
}

/// Whether what stands after an apostrophe may belong to the word before it: it is a letter, and no "s" of
/// a possessive.
fn joins_on(rest: &[u8], after: usize) -> bool {
    match (rest.get(after), rest.get(after + 1)) {
        (Some(b's' | b'S'), next) => next.is_some_and(|next| next.is_ascii_alphanumeric() || *next >= 0x80),
        (Some(letter), _) => letter.is_ascii_alphabetic() || *letter >= 0x80,
        (None, _) => false,
    }
}

/// The word at `start`: its kind, and where it ends.
fn word(text: &str, start: usize) -> (TokenKind, usize) {
    let rest = text.get(start..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    let (mut letters, mut capitals, mut end) = (0_u32, 0_u32, 0);
    // Whether all is single letters with full stops between them, so far.
    let (mut dotted, mut letters_since_stop) = (true, 0_u32);
    let first_is_capital = rest.chars().next().is_some_and(char::is_uppercase);
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        if c.is_alphabetic() {
            letters += 1;
            letters_since_stop += 1;
            dotted &= letters_since_stop == 1;
            capitals += u32::from(c.is_uppercase());
        } else if is_apostrophe(c) {
            // O'Brien goes on; the ending 's and a closing mark do not belong to the word.
            let joins = next.is_some_and(char::is_alphabetic) && !ends_in_possessive(rest, at + c.len_utf8());
            if !joins {
                break;
            }
        } else if c == '.' {
            // U.S., H.E.: single letters with full stops.
            if !(dotted && is_letter_then_stop(rest, at + 1)) {
                break;
            }
            letters_since_stop = 0;
        } else if !(c.is_ascii_digit() || is_inner(c)) {
            break;
        } else {
            dotted = false;
        }
        end = at + c.len_utf8();
    }
    let body = rest.get(..end).unwrap_or_default();
    if rest.get(end..).is_some_and(|after| after.starts_with('.')) && takes_full_stop(body) {
        end += 1;
    }
    let kind = match (first_is_capital, letters, capitals) {
        (true, 1, _) => TokenKind::Initial,
        (true, _, _) if capitals == letters || is_dotted(body) => TokenKind::AllCaps,
        (true, _, _) => TokenKind::Capital,
        (false, _, _) => TokenKind::Lower,
    };
    (kind, start + end)
}

/// Combining marks, soft hyphens and joiners stand inside a word.
fn is_inner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
        || (!c.is_ascii() && c.is_alphanumeric())
        || matches!(c, '\u{900}'..='\u{dff}')
}

fn ends_in_possessive(rest: &str, after: usize) -> bool {
    let mut chars = rest.get(after..).unwrap_or_default().chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

fn is_letter_then_stop(rest: &str, at: usize) -> bool {
    let mut chars = rest.get(at..).unwrap_or_default().chars();
    let is_letter = chars.next().is_some_and(char::is_alphabetic);
    is_letter && !chars.next().is_some_and(char::is_alphabetic)
}

/// Whether a word is single letters with full stops between them.
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|letter| letter.chars().count() <= 1)
}

/// Abbreviations that are written with a full stop which ends no sentence.
const ABBREVIATIONS: &Words = words![
    "adm", "amb", "asst", "brig", "capt", "cdr", "cmdr", "col", "comm", "cpl", "dep", "dr", "drs", "eng",
    "ch", "fr", "gen", "gov", "kh", "sh", "ts", "hon", "insp", "jr", "lt", "ltd", "maj", "messrs", "mr",
    "mrs", "ms", "mt", "no", "nos", "pte", "pres", "prof", "pvt", "rep", "reps", "ret", "retd", "rev",
    "revd", "rt", "rtd", "sec", "sen", "sens", "sgt", "sr", "st", "supt", "ven", "vs", "smt", "cllr", "engr",
    "atty", "mme", "msgr", "lieut", "flt", "sqn", "wg", "admin", "cong", "dipl", "div", "hj", "hjh", "pol",
    "pt", "spc", "undersec", "usec", "actg", "chr", "kr", "md", "mohd", "th", "jan", "feb", "aug", "sept",
    "oct", "nov", "dec", "alh", "arc", "comr", "pharm", "surv", "tpl", "ing", "mgr", "barr", "adv",
];

fn takes_full_stop(word: &str) -> bool {
    let mut chars = word.chars();
    let single_capital = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    single_capital || is_dotted(word) || ABBREVIATIONS.hold(word)
}

/// Digits, with separators between them and an ordinal ending after them.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) || (matches!(bytes.get(end), Some(b',' | b'.' | b':')) && digit(end + 1)) {
        end += 1;
    }
    // An ending has two letters at most.
    let letters = bytes.iter().skip(end).take(3).take_while(|b| b.is_ascii_alphabetic()).count();
    let ending = bytes.get(end..end + letters).unwrap_or_default();
    let is_known =
        ["st", "nd", "rd", "th", "s"].iter().any(|known| known.as_bytes().eq_ignore_ascii_case(ending));
    if is_known { end + letters } else { end }
}

/// "'s" after a word, "'" after one in s, or a mark.
fn possessive(text: &str, start: usize, before: Option<&Token>) -> (TokenKind, usize) {
    let mark = text.get(start..).and_then(|rest| rest.chars().next()).unwrap_or('\'');
    let after = start + mark.len_utf8();
    let follows_word = before.is_some_and(|token| token.kind.is_word() || token.kind == TokenKind::Number);
    if follows_word && ends_in_possessive(text, after) {
        return (TokenKind::Possessive, after + 1);
    }
    let after_s = text.get(..start).is_some_and(|before| before.ends_with(['s', 'S']));
    let spaced = text.get(after..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if follows_word && after_s && spaced {
        return (TokenKind::Possessive, after);
    }
    (TokenKind::Mark(mark), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, 0, &mut tokens, &mut Vec::new());
        tokens.iter().filter_map(|token| text.get(token.start as usize..token.end as usize)).collect()
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        assert_eq!(
            tokens("Lt. Gen. J. R. Smith of the U.S. Army."),
            ["Lt.", "Gen.", "J.", "R.", "Smith", "of", "the", "U.S.", "Army", "."]
        );
        assert_eq!(tokens("H.E. Mr. al-Assad"), ["H.E.", "Mr.", "al", "-", "Assad"]);
    }

    #[test]
    fn possessives_are_tokens_and_inner_apostrophes_are_not() {
        assert_eq!(
            tokens("O'Brien's and ministers’ ‘talks’"),
            ["O'Brien", "'s", "and", "ministers", "’", "‘", "talks", "’"]
        );
    }

    #[test]
    fn numbers_keep_separators_and_endings() {
        assert_eq!(
            tokens("30,000 on the 2nd, 1999-2000."),
            ["30,000", "on", "the", "2nd", ",", "1999", "-", "2000", "."]
        );
    }

    #[test]
    fn an_empty_line_is_a_break_and_so_is_the_end_of_a_line_of_its_own() {
        assert_eq!(tokens("One\n\nTwo\nThree"), ["One", "\n\n", "Two", "\n", "Three"]);
    }
}
