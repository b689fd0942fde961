//! Whether two titles are one office.

use crate::extract::passage::{Passage, folded_words};
use crate::extract::role::FoundRole;

/// The folded words of a role's title.
pub(super) fn title(passage: &Passage<'_>, role: &FoundRole) -> Vec<String> {
    title_words(passage.words(role.title.clone()))
}

/// The folded words of a title, an abbreviation spelt out: "prime minister" of "PM".
pub(super) fn title_words(title: &str) -> Vec<String> {
    const OFFICES: &[(&str, &str)] = &[
        ("pm", "prime minister"),
        ("dpm", "deputy prime minister"),
        ("fm", "foreign minister"),
        ("eam", "external affairs minister"),
    ];
    let words = of_body(title).unwrap_or_else(|| folded_words(title));
    let [word] = words.as_slice() else { return words };
    let office = OFFICES.iter().find(|(short, _)| word == short);
    office.map_or(words, |(_, office)| folded_words(office))
}

/// "commissioner of federal police" of "Commissioner, Federal Police".
fn of_body(title: &str) -> Option<Vec<String>> {
    let (head, body) = title.split_once(", ")?;
    let mut words = folded_words(head);
    if words.iter().any(|word| is_preposition(word)) {
        return None;
    }
    words.push("of".to_owned());
    words.extend(folded_words(body));
    Some(words)
}

/// Whether each word of one title stands in the other, and the words before "of" end alike.
pub(super) fn shortens(short: &[String], long: &[String]) -> bool {
    let fits = || short.iter().all(|word| long.contains(word));
    // "the Foreign Minister" is the "Minister of Foreign Affairs" too.
    !short.is_empty() && head(short) == head(long) && fits()
}

/// The last word before "of" and the like.
fn head(title: &[String]) -> Option<&String> {
    let end = title.iter().position(|word| is_preposition(word)).unwrap_or(title.len());
    title.get(..end).and_then(<[String]>::last)
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "for" | "to" | "in" | "at")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        folded_words(text)
    }

    #[test]
    fn a_shorter_title_stands_for_a_longer_one_of_the_same_head() {
        assert!(shortens(&words("Minister"), &words("Defence Minister")));
        assert!(shortens(&words("Minister"), &words("Minister for Trade")));
        assert!(shortens(&title_words("Commissioner"), &title_words("Commissioner, Federal Police")));
        assert!(!shortens(&words("President"), &words("Secretary to the President")));
        assert!(!shortens(&words("Minister"), &words("Secretary")));
    }
}
