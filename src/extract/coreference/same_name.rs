//! Whether two names are one person's.

use crate::extract::passage::folded_words;
use crate::extract::person::PEERS;

/// The folded words of a name, without "Jr" and the like, and without the title and the seat of a peer: those of
/// "Ashgrove" for "Lord Ashgrove of Netherby".
pub(super) fn name_words(name: &str) -> Vec<String> {
    let mut words = folded_words(name);
    if words.len() > 1 && words.first().is_some_and(|word| PEERS.hold(word)) {
        words.remove(0);
    }
    if let Some(of) = words.iter().position(|word| word == "of").filter(|&of| of > 0) {
        words.truncate(of);
    }
    if words.len() > 1
        && words.last().is_some_and(|word| matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
    {
        words.pop();
    }
    words
}

/// Whether one name shortens the other: its words stand in it in order, and share its first or last word.
///
/// A single word is a surname, unless `by_first` says that the first word may stand for all: "Sir Alan",
/// or "President HAN" of HAN Seung-ho.
pub(super) fn same_name(known: &[String], new: &[String], by_first: bool) -> bool {
    let (short, long) = if known.len() <= new.len() { (known, new) } else { (new, known) };
    let (Some(first), Some(last)) = (short.first(), short.last()) else { return false };
    let mut rest = long.iter();
    let in_order = short.iter().all(|word| rest.any(|other| agree(word, other)));
    // One word may be the first of two surnames: "Laurentino Cortizo Cohen" is President Cortizo.
    let is_inner = short.len() == 1 && long.len() > 2 && long.first() != Some(first);
    let shares_first = (short.len() > 1 || by_first) && long.first() == Some(first);
    in_order && (is_inner || long.last() == Some(last) || shares_first)
}

/// Words agree if they are the same, or one is the initial of the other.
fn agree(word: &str, other: &str) -> bool {
    let is_initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    word == other || is_initial(word, other) || is_initial(other, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        folded_words(text)
    }

    #[test]
    fn a_surname_or_initials_shorten_a_name() {
        for (one, other) in [
            ("Mark Lancaster", "Lancaster"),
            ("Antony J. Blinken", "Antony Blinken"),
            ("P J Keating", "Paul Keating"),
            ("Lancaster", "Mark Lancaster"),
        ] {
            assert!(same_name(&words(one), &words(other), false), "{one} / {other}");
        }
        assert!(!same_name(&words("Mark Lancaster"), &words("Mark Smith"), false));
        assert!(!same_name(&words("Mark Lancaster"), &words("Mark"), false));
        assert!(same_name(&words("Mark Lancaster"), &words("Mark"), true));
    }
}
