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

/// The paragraphs of a text, as bytes: in order, without gaps, and one alone where no breaks are lost.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let seams: Vec<(usize, Seam)> = seams(text).collect();
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
fn seams(text: &str) -> impl Iterator<Item = (usize, Seam)> {
    places(text.as_bytes()).filter_map(|before| {
        let (before, after) = text.split_at_checked(before + 1)?;
        Some((before.len(), seam(before, after)?))
    })
}

/// How many pairs of bytes are looked at together: most prose has no seam among so many.
const TOGETHER: usize = 32;

/// The bytes after which there may be a seam.
fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let (firsts, last) = bytes.get(1..).unwrap_or_default().as_chunks::<TOGETHER>();
    let (befores, _) = bytes.as_chunks::<TOGETHER>();
    let chunks = befores.iter().zip(firsts).zip((0..).step_by(TOGETHER));
    let found = chunks
        .filter(|((before, first), _)| may_have_seam(before, first))
        .flat_map(|((before, first), start)| places_in(before, first, start));
    let rest = firsts.len() * TOGETHER;
    found.chain(places_in(bytes.get(rest..).unwrap_or_default(), last, rest))
}

/// Whether there may be a seam between any two bytes; told without a branch, so that the processor takes many at once.
fn may_have_seam(before: &[u8; TOGETHER], first: &[u8; TOGETHER]) -> bool {
    before.iter().zip(first).fold(false, |any, (&before, &first)| any | may_be_seam(before, first))
}

/// The bytes of a text, from the one at `start` on, after which there may be a seam.
fn places_in(before: &[u8], first: &[u8], start: usize) -> impl Iterator<Item = usize> {
    let pairs = before.iter().zip(first).zip(start..);
    pairs.filter(|((before, first), _)| may_be_seam(**before, **first)).map(|(_, at)| at)
}

/// Whether there may be a seam between two bytes.
#[inline]
fn may_be_seam(before: u8, first: u8) -> bool {
    let begins = first.is_ascii_uppercase() | (first >= 0xc3) | (first == b'"');
    let ends = (before != b' ') & !(b'\t'..=b'\r').contains(&before) & !before.is_ascii_uppercase();
    begins & ends
}

fn seam(before: &str, after: &str) -> Option<Seam> {
    let first = after.chars().next()?;
    let opens = matches!(first, '“' | '‘' | '"');
    // A straight mark closes as often as it opens.
    if !first.is_uppercase() && !opens || first == '"' {
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
    "Background",
    "Notes",
    "Contacts",
    "Contact",
    "Editors",
    "Information",
    "Ends",
    "Details",
    "Minister",
    "Secretary",
    "Ambassador",
    "Commissioner",
    "Director",
    "Executive",
    "Officer",
    "President",
    "Commander",
];

/// Words that sentences and lines of contact begin with.
const BEGINNINGS: &[&str] = &[
    "The",
    "This",
    "These",
    "That",
    "There",
    "A",
    "An",
    "It",
    "In",
    "On",
    "At",
    "As",
    "For",
    "From",
    "If",
    "We",
    "Our",
    "You",
    "He",
    "She",
    "They",
    "To",
    "All",
    "Any",
    "Anyone",
    "Since",
    "Following",
    "During",
    "After",
    "Contact",
    "Email",
    "Telephone",
    "Phone",
    "Media",
    "Notes",
    "Further",
    "More",
    "Published",
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
