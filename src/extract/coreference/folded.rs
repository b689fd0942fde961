//! The folded words of names and titles, each known by a number, so that names are compared as numbers.

use std::collections::BTreeMap;

use super::same_title::Title;
use crate::extract::passage::each_folded_word;
use crate::extract::person::PEERS;

/// A folded word of a name or title.
#[derive(Debug, Clone, Copy)]
pub(super) struct FoldedWord {
    number: usize,
    first: char,
    /// Whether it has one letter.
    is_initial: bool,
    sort: Sort,
}

/// What a word is in a name or title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// "lord": the title of a peer.
    Peer,
    /// "of", before the seat of a peer or what somebody is minister of.
    Of,
    /// "for" and the like, before what an office is for.
    Preposition,
    /// "jr" after a name.
    Suffix,
    /// "bin" before a father's name.
    Patronym,
    /// "deputy": who holds such an office stands below whoever holds it without the word.
    Lesser,
    /// A title in letters, with its words.
    Abbreviation(&'static str),
    Other,
}

impl Sort {
    fn of(folded: &str) -> Self {
        match folded {
            "of" => Self::Of,
            "for" | "to" | "in" | "at" => Self::Preposition,
            "jr" | "sr" | "ii" | "iii" | "iv" => Self::Suffix,
            "assistant" | "associate" | "deputy" | "vice" => Self::Lesser,
            "bin" | "bint" | "ibn" | "ibni" | "binti" | "binte" => Self::Patronym,
            "cdf" => Self::Abbreviation("chief of defence force"),
            "cds" => Self::Abbreviation("chief of defence staff"),
            "cec" => Self::Abbreviation("chief election commissioner"),
            "cgs" => Self::Abbreviation("chief of general staff"),
            "cno" => Self::Abbreviation("chief of naval operations"),
            "coas" => Self::Abbreviation("chief of army staff"),
            "vcsa" => Self::Abbreviation("vice chief of staff of army"),
            "lt" => Self::Abbreviation("lieutenant"),
            "pm" => Self::Abbreviation("prime minister"),
            "dpm" => Self::Abbreviation("deputy prime minister"),
            "pres" => Self::Abbreviation("president"),
            "fm" => Self::Abbreviation("foreign minister"),
            "amb" => Self::Abbreviation("ambassador"),
            "gov" => Self::Abbreviation("governor"),
            "rep" => Self::Abbreviation("representative"),
            "sec" => Self::Abbreviation("secretary"),
            "sen" => Self::Abbreviation("senator"),
            "eam" => Self::Abbreviation("external affairs minister"),
            _ if PEERS.hold(folded) => Self::Peer,
            _ => Self::Other,
        }
    }
}

impl PartialEq for FoldedWord {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for FoldedWord {}

impl FoldedWord {
    /// Words agree if they are the same, or one is the initial of the other.
    pub(super) fn agrees(self, other: Self) -> bool {
        self == other || (self.is_initial || other.is_initial) && self.first == other.first
    }

    /// Whether the head of a title stands before it.
    pub(super) fn is_preposition(self) -> bool {
        matches!(self.sort, Sort::Of | Sort::Preposition)
    }

    /// Whether it is that of whoever stands below the holder of an office: "deputy", "vice".
    pub(super) fn is_lesser(self) -> bool {
        self.sort == Sort::Lesser
    }

    /// Whether a father's name follows.
    pub(super) fn is_patronym(self) -> bool {
        self.sort == Sort::Patronym
    }

    /// Its place in lists by word: the words of a story are counted from 0.
    pub(super) fn number(self) -> usize {
        self.number
    }
}

/// All folded words of a story's names and titles.
#[derive(Debug, Default)]
pub(super) struct FoldedWords {
    // Trees, since to hash such a number costs more than to find it among those of a story.
    known: BTreeMap<Letters, FoldedWord>,
    /// The same of words that are too long to be [`Letters`].
    long: BTreeMap<Box<str>, FoldedWord>,
    /// Room for the word that is folded next.
    folded: String,
}

/// "B.│Battset": where the surname begins that stands right behind the full stop of an initial.
fn after_glued_initial(name: &str) -> Option<usize> {
    let stops = name.match_indices('.').map(|(stop, _)| stop + 1);
    let begins_word = |rest: &str| {
        let mut letters = rest.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    stops.into_iter().find(|&next| name.get(next..).is_some_and(begins_word))
}

/// A word of a few letters in one number: its length is the highest byte.
type Letters = u128;

/// The letters of a word, if they have room in a number.
fn letters(word: &str) -> Option<Letters> {
    let mut letters = [0; size_of::<Letters>()];
    let (length, room) = letters.split_last_mut()?;
    room.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    *length = word.len() as u8;
    Some(Letters::from_le_bytes(letters))
}

impl FoldedWords {
    /// The folded words of a name, without "Jr" and the like, and without the title and the seat of a peer: those of
    /// "Ashgrove" for "Lord Ashgrove of Netherby".
    pub(super) fn name(&mut self, name: &str) -> Vec<FoldedWord> {
        let mut words = match after_glued_initial(name) {
            Some(surname) => {
                let (initials, rest) = name.split_at(surname);
                let mut words = self.words(initials);
                words.extend(self.words(rest));
                words
            }
            None => self.words(name),
        };
        if words.len() > 1 && words.first().is_some_and(|word| word.sort == Sort::Peer) {
            words.remove(0);
        }
        if let Some(of) = words.iter().position(|word| word.sort == Sort::Of).filter(|&of| of > 0) {
            words.truncate(of);
        }
        if words.len() > 1 && words.last().is_some_and(|word| word.sort == Sort::Suffix) {
            words.pop();
        }
        words
    }

    /// A title, abbreviations spelt out: "prime minister" of "PM", "lieutenant governor" of "Lt. Gov.".
    pub(super) fn title(&mut self, title: &str) -> Title {
        let mut words = self.of_body(title).unwrap_or_else(|| self.words(title));
        // "Foreign Minister II" is the Foreign Minister, too.
        if words.len() > 1 && words.last().is_some_and(|word| word.sort == Sort::Suffix) {
            words.pop();
        }
        let is_short = |word: &FoldedWord| matches!(word.sort, Sort::Abbreviation(_));
        if !words.iter().any(is_short) {
            return Title::of(words);
        }
        let mut spelt_out = Vec::with_capacity(words.len() + 1);
        for word in words {
            match word.sort {
                Sort::Abbreviation(office) => spelt_out.extend(self.words(office)),
                _ => spelt_out.push(word),
            }
        }
        Title::of(spelt_out)
    }

    /// "commissioner of federal police" of "Commissioner, Federal Police".
    fn of_body(&mut self, title: &str) -> Option<Vec<FoldedWord>> {
        let (head, body) = title.split_once(',').filter(|(_, body)| body.starts_with(char::is_whitespace))?;
        let mut words = self.words(head);
        if words.iter().any(|word| word.is_preposition()) {
            return None;
        }
        words.push(self.word("of"));
        words.extend(self.words(body));
        Some(words)
    }

    /// A title, an abbreviation left as it is.
    pub(super) fn title_as_written(&mut self, title: &str) -> Title {
        Title::of(self.words(title))
    }

    fn words(&mut self, text: &str) -> Vec<FoldedWord> {
        let mut words = Vec::new();
        let mut room = std::mem::take(&mut self.folded);
        each_folded_word(text, &mut room, |folded| words.push(self.word(folded)));
        self.folded = room;
        words
    }

    fn word(&mut self, folded: &str) -> FoldedWord {
        // A slip that is often made.
        let folded = if folded == "minster" { "minister" } else { folded };
        let letters = letters(folded);
        let known = match letters {
            Some(letters) => self.known.get(&letters),
            None => self.long.get(folded),
        };
        if let Some(known) = known {
            return *known;
        }
        let mut chars = folded.chars();
        let word = FoldedWord {
            number: self.known.len() + self.long.len(),
            first: chars.next().unwrap_or_default(),
            is_initial: chars.next().is_none(),
            sort: Sort::of(folded),
        };
        match letters {
            Some(letters) => self.known.insert(letters, word),
            None => self.long.insert(folded.into(), word),
        };
        word
    }
}
