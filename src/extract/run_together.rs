//! Text that has lost its line breaks: "… their support.The Minister said:We are glad.Notes to editors".
//!
//! | what stands without a space | reads as |
//! |---|---|
//! | a full stop and a capital: "support.The" | two paragraphs |
//! | a colon and a capital: "said:We" | a lead-in and a paragraph |
//! | a small letter and a capital: "editorsThe", "finesJoseph" | a heading and a paragraph |
//! | a long number and a capital: "3100Contact" | two lines |
//!
//! The first two happen by mistake too, and names are written like the third. So one mistake in a text
//! divides nothing, and the last two count only where the first two have shown that the breaks are lost.

use std::ops::Range;

use super::quote::INTRODUCE;
use super::run::{EIGHT, HIGHEST, at_least};

/// The paragraphs of a text, as bytes: in order, without gaps, and one alone where no breaks are lost.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let seams = seams(text);
    let full = seams.iter().filter(|(_, seam)| *seam == Seam::Sentence).count();
    let introduced = seams.iter().any(|(_, seam)| *seam == Seam::LeadIn);
    let seams = if full < FEWEST && !introduced { Vec::new() } else { seams };
    let ends = seams.into_iter().map(|(at, _)| at).chain(std::iter::once(text.len()));
    ends.scan(0, |start, end| Some(std::mem::replace(start, end)..end))
}

/// How many sentences must run together before it is no mistake of a writer.
const FEWEST: usize = 2;

/// What ends where no space stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seam {
    Sentence,
    /// "said:".
    LeadIn,
    Line,
}

/// Where a capital or an opening mark follows without a space, and what ends there.
fn seams(text: &str) -> Vec<(usize, Seam)> {
    let mut seams = Vec::new();
    each_place(text.as_bytes(), |before| {
        let Some((before, after)) = text.split_at_checked(before + 1) else { return };
        seams.extend(seam(before, after).map(|seam| (before.len(), seam)));
    });
    seams
}

/// Gives the bytes after which there may be a seam: told of eight at once, since most prose has none among so many.
fn each_place(bytes: &[u8], mut give: impl FnMut(usize)) {
    let (befores, _) = bytes.as_chunks::<EIGHT>();
    let (firsts, last) = bytes.get(1..).unwrap_or_default().as_chunks::<EIGHT>();
    for ((before, first), start) in befores.iter().zip(firsts).zip((0..).step_by(EIGHT)) {
        let marks = may_be_seams(u64::from_le_bytes(*before), u64::from_le_bytes(*first));
        if marks != 0 {
            each_marked(marks).for_each(|at| give(start + at));
        }
    }
    let rest = firsts.len() * EIGHT;
    let before = bytes.get(rest..).unwrap_or_default();
    each_marked(may_be_seams(padded(before), padded(last))).for_each(|at| give(rest + at));
}

/// Fewer than eight bytes, or the first eight, and zeros after them: no seam stands before a zero.
fn padded(bytes: &[u8]) -> u64 {
    bytes.iter().take(EIGHT).rev().fold(0, |rest, byte| rest << 8 | u64::from(*byte))
}

/// The bytes whose highest bits are set.
fn each_marked(marks: u64) -> impl Iterator<Item = usize> {
    let rest = std::iter::successors(Some(marks), |marks| Some(marks & marks.wrapping_sub(1)));
    rest.take_while(|marks| *marks != 0).map(|marks| marks.trailing_zeros() as usize / 8)
}

/// Between which of eight bytes and those after them there may be a seam: where a capital or a byte beyond ASCII
/// stands, and neither white space nor a capital before it. A straight mark closes as often as it opens.
#[inline]
fn may_be_seams(before: u64, first: u64) -> u64 {
    const FIRST_OF_LETTERS_BEYOND_ASCII: u8 = 0xc3 & 0x7f;
    let begins = capitals(first) | first & at_least(first & !HIGHEST, FIRST_OF_LETTERS_BEYOND_ASCII);
    let ends = (before | at_least(before & !HIGHEST, b' ' + 1)) & !capitals(before);
    begins & ends & HIGHEST
}

/// Which of eight bytes are capitals of ASCII.
#[inline]
fn capitals(bytes: u64) -> u64 {
    let ascii = bytes & !HIGHEST;
    at_least(ascii, b'A') & !at_least(ascii, b'Z' + 1) & !bytes & HIGHEST
}

fn seam(before: &str, after: &str) -> Option<Seam> {
    let first = after.chars().next()?;
    let opens = matches!(first, '“' | '‘');
    if !first.is_uppercase() && !opens {
        return None;
    }
    let bare = before.trim_end_matches(['”', '’', '"', ')', ']', '»']);
    let closed = bare.len() < before.len();
    match bare.chars().next_back()? {
        '.' | '!' | '?' | '…' => {
            let word = last_word(bare.get(..bare.len() - 1).unwrap_or_default());
            (ends_sentence(word) && (opens || begins_word(after))).then_some(Seam::Sentence)
        }
        ':' if !closed => {
            let word = last_word(bare.get(..bare.len() - 1).unwrap_or_default());
            let is_word = word.len() > 2 && word.chars().all(char::is_lowercase);
            match INTRODUCE.contains(&word) {
                true => Some(Seam::LeadIn),
                false => (is_word && begins_word(after)).then_some(Seam::Line),
            }
        }
        _ if opens => None,
        c if c.is_lowercase() && !closed => is_line_end(last_word(bare), after).then_some(Seam::Line),
        c if c.is_ascii_digit() || closed => {
            let digits = last_word(bare).chars().all(|c| c.is_ascii_digit());
            let long = closed || (digits && last_word(bare).len() > 2);
            (long && BEGINNINGS.contains(&first_word(after))).then_some(Seam::Line)
        }
        _ => None,
    }
}

/// The longest word that is looked at, in characters.
const LONGEST: usize = 64;

fn last_word(text: &str) -> &str {
    let letters = text.char_indices().rev().take(LONGEST).take_while(|(_, c)| c.is_alphanumeric());
    let start = letters.last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

fn first_word(text: &str) -> &str {
    let letters = text.char_indices().take(LONGEST).take_while(|(_, c)| c.is_alphanumeric());
    let end = letters.last().map_or(0, |(at, c)| at + c.len_utf8());
    text.get(..end).unwrap_or_default()
}

/// Whether a full stop after a word ends a sentence: no abbreviation, no address.
fn ends_sentence(word: &str) -> bool {
    let number = word.len() > 1 && word.chars().all(|c| c.is_ascii_digit());
    let long = word.chars().count() > 2 && !matches!(word, "www" | "gov") || SHORT.contains(&word);
    let shouts = word.chars().all(char::is_uppercase);
    word.is_empty()
        || number
        || (long && word.chars().all(char::is_alphanumeric))
        || (word.len() > 1 && shouts)
}

/// Words of two letters that sentences end with.
const SHORT: &[&str] =
    &["us", "it", "me", "so", "do", "is", "be", "go", "up", "on", "in", "to", "by", "of", "at", "am", "pm"];

/// Whether text begins as a sentence does: "The", "I am", "I'm", "UK".
fn begins_word(text: &str) -> bool {
    let mut chars = text.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    capital && chars.next().is_none_or(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '\'' | '’'))
}

/// Whether a word ends a heading, and the capital after it begins what stands under it. "YouTube" and
/// "iPhone" are words.
fn is_line_end(word: &str, after: &str) -> bool {
    let next = first_word(after);
    if word.chars().count() < 4 || next.is_empty() || next.chars().all(char::is_uppercase) && next.len() > 1 {
        return false;
    }
    let small = word.chars().next().is_some_and(char::is_lowercase);
    small || HEADINGS.contains(&word) || (BEGINNINGS.contains(&next) && word != "Linked")
}

/// Words that lines end with: those over the end of a release, and an office over a name.
const HEADINGS: &[&str] = &[
    "Background", "Notes", "Contacts", "Contact", "Editors", "Information", "Ends", "Details", "Minister",
    "Secretary", "Ambassador", "Commissioner", "Director", "Executive", "Officer", "President", "Commander",
];

/// Words that sentences and lines of contact begin with.
const BEGINNINGS: &[&str] = &[
    "The", "This", "These", "That", "There", "A", "An", "It", "In", "On", "At", "As", "For", "From", "If",
    "We", "Our", "You", "He", "She", "They", "To", "All", "Any", "Anyone", "Since", "Following", "During",
    "After", "Contact", "Email", "Telephone", "Phone", "Media", "Notes", "Further", "More", "Published",
    "Follow",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str) -> Vec<&str> {
        paragraphs(text).filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn lost_breaks_are_found_again() {
        assert_eq!(
            divided(
                "The bridge opened in May 2018.It is long.Minister Ana Virta said:I am glad.We all are.Next \
                 stepsThe road follows.Media enquiriesEmailpress@ost.exampleTelephone 020 7946 0000Contact us."
            ),
            [
                "The bridge opened in May 2018.",
                "It is long.",
                "Minister Ana Virta said:",
                "I am glad.",
                "We all are.",
                "Next steps",
                "The road follows.",
                "Media enquiries",
                "Emailpress@ost.example",
                "Telephone 020 7946 0000",
                "Contact us."
            ]
        );
        assert_eq!(divided("Ana Virta said:We will build."), ["Ana Virta said:", "We will build."]);
    }

    #[test]
    fn places_are_told_of_eight_bytes_as_of_each() {
        let may_be_seam = |pair: &[u8]| {
            let &[before, first] = pair else { return false };
            let begins = first.is_ascii_uppercase() || first >= 0xc3;
            begins && (before > b' ' && !before.is_ascii_uppercase())
        };
        let text = "It is \"so\".He said:“We’re AT”É.\tOst\nAb’Cd é.É2A. zZ[A@A";
        for start in (0..text.len()).filter(|&start| text.is_char_boundary(start)) {
            let bytes = text.get(start..).unwrap_or_default().as_bytes();
            let slowly: Vec<usize> =
                (0..bytes.len()).filter(|&at| bytes.get(at..at + 2).is_some_and(may_be_seam)).collect();
            let mut places = Vec::new();
            each_place(bytes, |at| places.push(at));
            assert_eq!(places, slowly, "from {start}");
        }
    }

    #[test]
    fn one_mistake_divides_nothing() {
        for text in ["We thank them for their support.The work goes on.", "Place:Ost", ""] {
            assert_eq!(divided(text), [text]);
        }
    }

    #[test]
    fn names_and_abbreviations_are_no_seams() {
        for text in [
            "See www.GOV.UK and YouTube, LinkedIn, McDonald and the U.S.The PhD of DeVries, e.g.Ost, No.10.",
            "An iPhone, an eVisa. MacDonald's BioNTech; TikTok's NewStart. The “UK’s” “NATO”.",
        ] {
            assert_eq!(divided(text), [text]);
        }
    }

    #[test]
    fn marks_stay_with_their_words() {
        assert_eq!(
            divided("“We are glad.”The road follows (at last).It opens soon.“It is ours.”"),
            ["“We are glad.”", "The road follows (at last).", "It opens soon.", "“It is ours.”"]
        );
    }
}
