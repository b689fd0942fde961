//! Lists and numbers in words.

/// "A", "A and B", "A, B and C".
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A counting number: in words to twenty, in figures above.
pub(super) fn cardinal(number: u32) -> String {
    const WORDS: [&str; 21] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        "twenty",
    ];
    let word = usize::try_from(number).ok().and_then(|number| WORDS.get(number));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// An ordering number in figures: "1st", "12th", "100th".
pub(super) fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// "a" or "an" before some words, by the sound that they begin with.
pub(super) fn article(words: &str) -> &'static str {
    let digits: String = words.chars().take_while(char::is_ascii_digit).collect();
    let eighty_or_eleven = digits.starts_with('8') || matches!(digits.as_str(), "11" | "18");
    let vowel = words.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O']);
    let one = words.starts_with("one");
    if (vowel && !one) || eighty_or_eleven { "an" } else { "a" }
}

/// Some words with a capital first.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_list_follows_and() {
        let items = ["A", "B", "C"].map(str::to_owned);
        assert_eq!(list(&items), "A, B and C");
        assert_eq!(list(&items[..2]), "A and B");
        assert_eq!(list(&items[..1]), "A");
    }

    #[test]
    fn numbers_take_their_endings_and_articles() {
        let ordinals: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112, 1000].map(ordinal).into();
        let expected = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th", "1000th"];
        assert_eq!(ordinals, expected);
        for (words, expected) in
            [("eight-day", "an"), ("one-day", "a"), ("18-day", "an"), ("80-day", "an"), ("21-day", "a")]
        {
            assert_eq!(article(words), expected, "{words}");
        }
    }
}
