//! Numbers in figures and in words, counting and ordering: "10", "ten", "51st", "hundredth", "centenary".

use super::features::{Features, Topic, Topics};
use super::passage::Passage;
use super::token::TokenKind;
use super::words::Word;

/// A number at the first `len` tokens from some token on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) value: u32,
    pub(super) len: usize,
}

/// The longest number in words has fewer tokens: "one thousand two hundred and ninety-ninth".
const LONGEST: usize = 12;

/// The counting number that begins at a token: "10", "1,500", "ten", "twenty-one", "a hundred".
pub(super) fn cardinal(passage: &Passage<'_>, at: usize) -> Option<Numeral> {
    if passage.kind(at) == TokenKind::Number {
        return Some(Numeral { value: figures(passage.word(at))?, len: 1 });
    }
    in_words(passage, at, false)
}

/// The ordering number that begins at a token: "51st", "51 st", "hundredth", "sixty-fifth".
pub(super) fn ordinal(passage: &Passage<'_>, at: usize) -> Option<Numeral> {
    if passage.kind(at) != TokenKind::Number {
        return in_words(passage, at, true);
    }
    if let Some(value) = figures_with_ending(passage.word(at)) {
        return Some(Numeral { value, len: 1 });
    }
    // Text that was read from paper puts a space before the ending.
    let value = figures(passage.word(at))?;
    passage.is_any(at + 1, words!["st", "st.", "nd", "rd", "th"]).then_some(Numeral { value, len: 2 })
}

/// The number in a word or two for a whole anniversary: "centenary", "golden jubilee".
pub(super) fn jubilee(passage: &Passage<'_>, at: usize) -> Option<Numeral> {
    let word = passage.word(at);
    let years = |table: &[(&str, u32)]| {
        table.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|&(_, value)| value)
    };
    if let Some(value) = years(CENTENARIES) {
        return Some(Numeral { value, len: 1 });
    }
    let value = years(JUBILEES)?;
    let names_it = ["jubilee", "jubilees", "anniversary", "anniversaries"];
    passage.is_any(at + 1, &names_it).then_some(Numeral { value, len: 2 })
}

/// The words of numbers in words, and those that a [`jubilee`] begins with.
pub(super) const fn topics(topics: &mut Topics) {
    let mut tables = [UNITS, TENS, POWERS].as_slice();
    while let [table, others @ ..] = tables {
        let mut rest = *table;
        while let [(counting, ordering, _), after @ ..] = rest {
            let words = [counting.text(), ordering.text()];
            topics.add(Topic::Number, &words);
            rest = after;
        }
        tables = others;
    }
    let mut tables = [CENTENARIES, JUBILEES].as_slice();
    while let [table, others @ ..] = tables {
        let mut rest = *table;
        while let [(word, _), after @ ..] = rest {
            topics.add(Topic::Anniversary, &[word]);
            rest = after;
        }
        tables = others;
    }
}

/// A number of at most nine digits, perhaps with commas between thousands.
pub(super) fn figures(word: &str) -> Option<u32> {
    let grouped = word.contains(',');
    let well_grouped = || {
        let mut groups = word.split(',');
        groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
            && groups.all(|group| group.len() == 3)
    };
    if grouped && !well_grouped() {
        return None;
    }
    let mut value = 0_u32;
    for c in word.chars().filter(|&c| c != ',') {
        value = value.checked_mul(10)?.checked_add(c.to_digit(10)?)?;
    }
    (value <= MOST).then_some(value)
}

const MOST: u32 = 999_999_999;

/// The number of "51st", "2nd", "1,000th".
fn figures_with_ending(word: &str) -> Option<u32> {
    let (digits, ending) = word.split_at_checked(word.len().checked_sub(2)?)?;
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    figures(digits).filter(|_| is_ordinal)
}

/// What a word adds to a number.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// One to nineteen.
    Unit(u32),
    /// Twenty, thirty, …
    Ten(u32),
    /// Hundred, thousand.
    Times(u32),
}

/// A number in words; an ordering one if `ordered`, which its last word then shows.
fn in_words(passage: &Passage<'_>, at: usize, ordered: bool) -> Option<Numeral> {
    let begins = passage.kind(at).is_word();
    let mut sum = Sum::default();
    let mut next = at;
    // "a hundred", "the hundredth"
    let article = usize::from(!ordered && passage.is_any(at, words!["a", "an"]));
    if begins && article == 1 {
        let (step, _) = step(passage, at + 1).filter(|(step, _)| matches!(step, Step::Times(_)))?;
        sum.add(step);
        next = at + 2;
    }
    let mut read = (article == 1).then_some(next);
    while begins && next < at + LONGEST {
        let joined = usize::from(next > at && (passage.is_hyphen(next) || joins(passage, next)));
        let Some((step, is_ordinal)) = step(passage, next + joined) else { break };
        if !sum.add(step) {
            break;
        }
        next += joined + 1;
        if is_ordinal {
            return ordered.then_some(Numeral { value: sum.value(), len: next - at });
        }
        read = Some(next);
    }
    if ordered { None } else { read.map(|end| Numeral { value: sum.value(), len: end - at }) }
}

/// Whether "and" stands after a hundred or thousand and before a smaller number.
fn joins(passage: &Passage<'_>, at: usize) -> bool {
    passage.is(at, "and")
        && at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["hundred", "thousand"]))
}

/// A number on its way, word by word.
#[derive(Debug, Default)]
struct Sum {
    /// Whole thousands.
    thousands: u32,
    /// What is below the next thousand.
    rest: u32,
    /// The least value that the last word could have stood for: later words must be smaller.
    floor: Option<u32>,
}

impl Sum {
    fn value(&self) -> u32 {
        self.thousands + self.rest
    }

    /// Adds a word; false if it cannot follow what stands.
    fn add(&mut self, step: Step) -> bool {
        let fits = |below: u32| self.floor.is_none_or(|floor| below < floor);
        match step {
            Step::Unit(unit) if fits(unit) && (self.floor != Some(20) || unit < 10) => {
                self.rest += unit;
                self.floor = Some(1);
            }
            Step::Ten(ten) if fits(ten) => {
                self.rest += ten;
                self.floor = Some(10);
            }
            Step::Times(100) if self.rest < 20 && self.floor != Some(100) => {
                self.rest = self.rest.max(1) * 100;
                self.floor = Some(100);
            }
            Step::Times(1000) if self.thousands == 0 && self.rest < 1000 => {
                self.thousands = self.rest.max(1) * 1000;
                self.rest = 0;
                self.floor = Some(1000);
            }
            _ => return false,
        }
        true
    }
}

/// What the word at a token adds, and whether it ends an ordering number.
fn step(passage: &Passage<'_>, at: usize) -> Option<(Step, bool)> {
    let token =
        passage.tokens.get(at).filter(|token| token.features.meets(Features::topic(Topic::Number)))?;
    let word = passage.word(at);
    let by_name = |table: &[(Word, Word, u32)]| {
        table.iter().find_map(|(counting, ordering, value)| {
            let is_ordinal = ordering.is(token.head, word);
            (is_ordinal || counting.is(token.head, word)).then_some((*value, is_ordinal))
        })
    };
    let unit = || by_name(UNITS).map(|(value, ordinal)| (Step::Unit(value), ordinal));
    let ten = || by_name(TENS).map(|(value, ordinal)| (Step::Ten(value), ordinal));
    let times = || by_name(POWERS).map(|(value, ordinal)| (Step::Times(value), ordinal));
    unit().or_else(ten).or_else(times)
}

const UNITS: &[(Word, Word, u32)] = &[
    (Word::of("one"), Word::of("first"), 1),
    (Word::of("two"), Word::of("second"), 2),
    (Word::of("three"), Word::of("third"), 3),
    (Word::of("four"), Word::of("fourth"), 4),
    (Word::of("five"), Word::of("fifth"), 5),
    (Word::of("six"), Word::of("sixth"), 6),
    (Word::of("seven"), Word::of("seventh"), 7),
    (Word::of("eight"), Word::of("eighth"), 8),
    (Word::of("nine"), Word::of("ninth"), 9),
    (Word::of("ten"), Word::of("tenth"), 10),
    (Word::of("eleven"), Word::of("eleventh"), 11),
    (Word::of("twelve"), Word::of("twelfth"), 12),
    (Word::of("thirteen"), Word::of("thirteenth"), 13),
    (Word::of("fourteen"), Word::of("fourteenth"), 14),
    (Word::of("fifteen"), Word::of("fifteenth"), 15),
    (Word::of("sixteen"), Word::of("sixteenth"), 16),
    (Word::of("seventeen"), Word::of("seventeenth"), 17),
    (Word::of("eighteen"), Word::of("eighteenth"), 18),
    (Word::of("nineteen"), Word::of("nineteenth"), 19),
];

const TENS: &[(Word, Word, u32)] = &[
    (Word::of("twenty"), Word::of("twentieth"), 20),
    (Word::of("thirty"), Word::of("thirtieth"), 30),
    (Word::of("forty"), Word::of("fortieth"), 40),
    (Word::of("fifty"), Word::of("fiftieth"), 50),
    (Word::of("sixty"), Word::of("sixtieth"), 60),
    (Word::of("seventy"), Word::of("seventieth"), 70),
    (Word::of("eighty"), Word::of("eightieth"), 80),
    (Word::of("ninety"), Word::of("ninetieth"), 90),
];

const POWERS: &[(Word, Word, u32)] = &[
    (Word::of("hundred"), Word::of("hundredth"), 100),
    (Word::of("thousand"), Word::of("thousandth"), 1000),
];

const CENTENARIES: &[(&str, u32)] = &[
    ("centenary", 100),
    ("centenaries", 100),
    ("centennial", 100),
    ("sesquicentenary", 150),
    ("sesquicentennial", 150),
    ("bicentenary", 200),
    ("bicentennial", 200),
    ("tercentenary", 300),
    ("tricentennial", 300),
    ("quatercentenary", 400),
    ("quadricentennial", 400),
    ("quincentenary", 500),
    ("quincentennial", 500),
    ("millennium", 1000),
];

const JUBILEES: &[(&str, u32)] =
    &[("silver", 25), ("ruby", 40), ("golden", 50), ("diamond", 60), ("sapphire", 65), ("platinum", 70)];

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;
    use crate::model::Part;

    fn read(text: &str, reader: fn(&Passage<'_>, usize) -> Option<Numeral>) -> Option<(u32, usize)> {
        let passage = Passage::new(Part::Block(0), text, &Lexicon::empty());
        reader(&passage, 0).map(|numeral| (numeral.value, numeral.len))
    }

    #[test]
    fn counting_numbers_are_read_in_figures_and_words() {
        for (text, value, len) in [
            ("10 years", 10, 1),
            ("1,500 troops", 1500, 1),
            ("ten years", 10, 1),
            ("a hundred years", 100, 2),
            ("twenty-one years", 21, 3),
            ("one hundred and fifty years", 150, 4),
            ("two thousand five hundred", 2500, 4),
            ("fifty and sixty", 50, 1),
            ("five six seven", 5, 1),
            ("twenty eleven", 20, 1),
        ] {
            assert_eq!(read(text, cardinal), Some((value, len)), "{text}");
        }
        for text in ["a year", "and ten", "10.5", "12,34", "99999999999999", "tenth", "often", ""] {
            assert_eq!(read(text, cardinal), None, "{text}");
        }
    }

    #[test]
    fn ordering_numbers_are_read_in_figures_and_words() {
        for (text, value, len) in [
            ("51st anniversary", 51, 1),
            ("51 st anniversary", 51, 2),
            ("50th", 50, 1),
            ("1,000th", 1000, 1),
            ("hundredth", 100, 1),
            ("sixty-fifth", 65, 3),
            ("sixty fifth", 65, 2),
            ("twenty-fifth", 25, 3),
            ("one hundred and fiftieth", 150, 4),
            ("First", 1, 1),
            ("two hundredth", 200, 2),
        ] {
            assert_eq!(read(text, ordinal), Some((value, len)), "{text}");
        }
        for text in ["ten", "10", "month", "with", "s", "st", "sixty five"] {
            assert_eq!(read(text, ordinal), None, "{text}");
        }
    }

    #[test]
    fn jubilees_are_years() {
        for (text, value, len) in [
            ("centenary", 100, 1),
            ("Bicentenary", 200, 1),
            ("sesquicentenary", 150, 1),
            ("Golden Jubilee", 50, 2),
            ("platinum anniversary", 70, 2),
        ] {
            assert_eq!(read(text, jubilee), Some((value, len)), "{text}");
        }
        for text in ["golden wreath", "silver medal", "century"] {
            assert_eq!(read(text, jubilee), None, "{text}");
        }
    }
}
