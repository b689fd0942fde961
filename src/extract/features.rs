//! Features: what a token may matter to, told before any grammar reads it.
//!
//! The features of a token are the classes of the phrases that begin at it, its kind where that tells something,
//! and the topics of its word. A sentence and a passage have those of all their tokens. A grammar declares once
//! which features it needs, and does not look where none of them is: most sentences of news have no date, no
//! anniversary and no wreath.

use super::lexicon::{Class, cut, head_of};
use super::token::TokenKind;
use super::words::{Stem, Words, mixed};
use super::{commemoration, date, number, organisation, person, place, quote, visit};

/// A set of features.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Features(u64);

impl Features {
    pub(super) const NONE: Self = Self(0);
    /// A word that begins with a capital.
    pub(super) const CAPITAL: Self = Self(1 << 24);
    /// Digits.
    pub(super) const NUMBER: Self = Self(1 << 25);
    /// Any mark that may open or close a quotation, and what may be taken for one.
    pub(super) const QUOTATION_MARK: Self = Self(1 << 26);
    pub(super) const COLON: Self = Self(1 << 27);
    /// A word of letters and digits of ASCII, but for a full stop at its end.
    pub(super) const PLAIN: Self = Self(1 << 29);
    /// A word, a number or a possessive.
    pub(super) const WORD: Self = Self(1 << 31);
    /// A full stop at the end of such a word.
    pub(super) const STOPPED: Self = Self(1 << 30);
    /// A word with an apostrophe in it.
    pub(super) const APOSTROPHE: Self = Self(1 << 28);

    /// The feature of a class, by its number, which is below 24.
    pub(super) const fn class(class: u8) -> Self {
        Self(1 << (class & 31))
    }

    /// The features of some classes, of which each has the bit of its number.
    pub(super) const fn of_classes(classes: u32) -> Self {
        Self(classes as u64)
    }

    /// The features of some classes.
    pub(super) const fn classes(classes: &[Class]) -> Self {
        let mut set = Self::NONE;
        let mut rest = classes;
        while let [class, after @ ..] = rest {
            set = set.or(Self::class(*class as u8));
            rest = after;
        }
        set
    }

    /// The feature of a topic.
    pub(super) const fn topic(topic: Topic) -> Self {
        Self(1 << (32 + topic as u8))
    }

    /// The features of a kind.
    pub(super) fn kind(kind: TokenKind) -> Self {
        match kind {
            TokenKind::Lower => Self::WORD,
            TokenKind::Capital | TokenKind::AllCaps | TokenKind::Initial => Self::CAPITAL.or(Self::WORD),
            TokenKind::Number => Self::NUMBER.or(Self::WORD),
            TokenKind::Possessive => Self::QUOTATION_MARK.or(Self::WORD),
            TokenKind::Mark(
                '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '＂' | '\'' | '‘' | '’',
            ) => Self::QUOTATION_MARK,
            TokenKind::Mark(':') => Self::COLON,
            _ => Self::NONE,
        }
    }

    /// Those of both sets.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of the other set is in it.
    #[inline]
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Where a grammar looks: at tokens of some features, in sentences that have others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gate {
    pub(super) at: Features,
    pub(super) beside: Features,
}

impl Gate {
    /// At tokens of some features.
    pub(super) const fn at(features: Features) -> Self {
        Self { at: features, beside: features }
    }

    /// In sentences alone that have one of some features.
    pub(super) const fn beside(self, features: Features) -> Self {
        Self { beside: features, ..self }
    }
}

/// Words that one grammar looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Topic {
    /// A word that says when: a month, a weekday, "today", "week".
    Time,
    /// A word before a time that says how exactly it is meant: "about", "early"; and "a".
    Limit,
    /// A word of a number in words.
    Number,
    /// A word in small letters that a person may begin with.
    Person,
    /// A word that tells of an anniversary.
    Anniversary,
    /// "Day": what the name of a day ends in.
    NamedDay,
    /// The beginning of a word that may tell of an act of remembrance.
    Act,
    /// "invitation"
    Invitation,
    /// Words for those who travel together.
    Delegation,
    /// "first"
    Precedence,
    /// "I", "our"
    FirstPerson,
    /// "Ministry": what the names of the bodies of a state have.
    Body,
    /// "regions": what a list of districts ends in.
    Districts,
}

/// Which topics each word has. Some words have topics that they were not given: they are for looking twice.
pub(super) struct Topics {
    /// By the hash of a word: a bit for each topic.
    words: [u16; PLACES],
    /// By the hash of the first letters: of three, and of four.
    stems: [u16; STEMS],
}

// So many that few words have the topics of others by chance.
const PLACES: usize = 4096;
const STEMS: usize = 2048;

static TOPICS: Topics = {
    let mut topics = Topics { words: [0; PLACES], stems: [0; STEMS] };
    date::topics(&mut topics);
    number::topics(&mut topics);
    person::topics(&mut topics);
    commemoration::topics(&mut topics);
    visit::topics(&mut topics);
    quote::topics(&mut topics);
    organisation::topics(&mut topics);
    place::topics(&mut topics);
    topics
};

#[expect(clippy::indexing_slicing, reason = "a place is within its table, and constants are checked anyway")]
impl Topics {
    /// Gives a topic to words in small letters. A full stop at their end does not count.
    pub(super) const fn add(&mut self, topic: Topic, words: &[&str]) {
        let mut rest = words;
        while let [word, after @ ..] = rest {
            let len = if let [.., b'.'] = word.as_bytes() { word.len() - 1 } else { word.len() };
            self.words[place(cut(head_of(word), len), len)] |= 1 << topic as u8;
            rest = after;
        }
    }

    /// Gives a topic to all words of a list.
    pub(super) const fn add_all(&mut self, topic: Topic, words: &Words) {
        let mut rest = words.all();
        while let [word, after @ ..] = rest {
            self.add(topic, &[word.text()]);
            rest = after;
        }
    }

    /// Gives a topic to all words that begin with one of some stems, which have three letters at least. Of longer
    /// stems four letters are looked at.
    pub(super) const fn add_stems(&mut self, topic: Topic, stems: &[Stem]) {
        let mut rest = stems;
        while let [stem, after @ ..] = rest {
            let stem = stem.text();
            assert!(stem.len() >= 3, "a stem has three letters at least");
            let letters = if stem.len() == 3 { 3 } else { 4 };
            self.stems[place_of_stem(head_of(stem), letters)] |= 1 << topic as u8;
            rest = after;
        }
    }
}

/// The topics of a word of a head and a length, both without a full stop at its end.
#[inline]
pub(super) fn topics_of(head: u64, len: usize) -> Features {
    let of_word = TOPICS.words.get(place(head, len)).copied().unwrap_or_default();
    let of_stem = |letters| TOPICS.stems.get(place_of_stem(head, letters)).copied().unwrap_or_default();
    Features(u64::from(of_word | of_stem(3) | of_stem(4)) << 32)
}

/// The place of a word in the table, from its head and its length.
const fn place(head: u64, len: usize) -> usize {
    (mixed(head, len) >> (64 - PLACES.ilog2())) as usize
}

/// The place of a word's first letters in the table of stems.
const fn place_of_stem(head: u64, letters: usize) -> usize {
    let mixed = (cut(head, letters) as u32).wrapping_mul(0x9e37_79b9);
    (mixed >> (32 - STEMS.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::head;
    use super::*;

    #[test]
    fn a_word_has_its_topics_in_any_case_and_with_a_stop() {
        let of = |word: &str| {
            let word = word.strip_suffix('.').unwrap_or(word);
            topics_of(head(word.as_bytes()), word.len())
        };
        for word in ["May", "Sept.", "SEPT", "TUESDAY", "september"] {
            assert!(of(word).meets(Features::topic(Topic::Time)), "{word}");
        }
        for word in ["Wreath-laying", "commemorating", "marks"] {
            assert!(of(word).meets(Features::topic(Topic::Act)), "{word}");
        }
        let time = Features::topic(Topic::Time);
        let others = ["minister", "visited", "of", "and", "the", "Australia", ""];
        assert!(others.iter().filter(|word| of(word).meets(time)).count() < 2);
    }
}
