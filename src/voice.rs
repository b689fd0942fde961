//! Whose voice prose is in, as far as its words tell: that of somebody who speaks, or of the story.
//!
//! Releases often lose the marks of their quotations. The reader of plain text must then tell where speech
//! ends, and so must extraction in text that has lost its line breaks too. What both go by stands here.

/// In whose name a word speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FirstPerson {
    /// "we", "our".
    We,
    /// "I", "my".
    I,
}

/// The words that speak in the name of several, and of one; "let's" beside them.
pub(crate) const WE: &[&str] = &["we", "us", "our", "ours", "ourselves"];
pub(crate) const I: &[&str] = &["i", "me", "my", "mine", "myself"];

/// The first person that a word is in: "I'm", "we", "Our". "US" is in none.
pub(crate) fn first_person(word: &str) -> Option<FirstPerson> {
    let (pronoun, ending) = word.split_once(['\'', '’']).unwrap_or((word, ""));
    if word == "US" || pronoun.len() > 9 || !matches!(ending, "" | "m" | "ve" | "re" | "d" | "ll" | "s") {
        return None;
    }
    let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(pronoun));
    if is(WE) || (is(&["let"]) && ending == "s") {
        Some(FirstPerson::We)
    } else if is(I) && pronoun != "i" {
        Some(FirstPerson::I)
    } else {
        None
    }
}

/// How much a paragraph without a first person reads as speech: opinions, thanks and what is to be done
/// count for it; figures, years, news and notices count against it. Above zero it is speech.
pub(crate) fn leaning(text: &str) -> i32 {
    let mut sum = 0;
    for word in text.split_whitespace() {
        sum += leaning_of(word);
    }
    let mut first = text.split_whitespace().map(bare);
    let opening = [(); 4].map(|()| first.next().unwrap_or_default().to_lowercase());
    sum + leaning_of_opening(&opening, text)
}

fn leaning_of(word: &str) -> i32 {
    let is_figure = word.starts_with(['£', '$', '€']) || word.ends_with('%');
    let is_acronym =
        word.starts_with('(') && bare(word).len() > 1 && bare(word).chars().all(char::is_uppercase);
    let shout = if word.ends_with('!') { 2 } else { 0 };
    let word = bare(word);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let is_year = digits == 4 && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let contracts = word.chars().next().is_some_and(char::is_lowercase)
        && word.split_once(['\'', '’']).is_some_and(|(_, ending)| {
            ending.len() < 3 && !ending.is_empty() && (ending != "s" || word.len() < 7)
        });
    let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    match () {
        () if is_year || is_acronym || is(NEWS) => -2,
        () if is_figure || digits > 2 => -1,
        () if contracts => 2,
        () => shout + i32::from(is(OPINIONS)),
    }
}

fn leaning_of_opening(opening: &[String; 4], text: &str) -> i32 {
    let [first, rest @ ..] = opening;
    let is = |words: &[&str]| words.contains(&first.as_str());
    let second_is_name = rest.first().is_some_and(|second| {
        let second = text.split_whitespace().nth(1).filter(|_| !second.is_empty()).map_or("", bare);
        second.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    });
    let mut sum = i32::from(is(&["this", "these", "that", "but", "and", "so", "by", "together", "thank"]));
    let of_news = ["comes", "follows", "announcement", "news", "visit", "funding", "came", "followed"];
    if is(&["this", "the", "today's", "today’s"]) && rest.iter().any(|word| of_news.contains(&word.as_str()))
    {
        sum -= 3;
    }
    if second_is_name && is(&["in", "on", "since", "during", "between", "from", "last", "earlier", "while"]) {
        sum -= 2;
    }
    if is(&["anyone", "anybody", "members", "residents", "search", "visit", "download", "find", "access"]) {
        sum -= 3;
    }
    sum
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Words of opinion, of thanks, of what is to be done.
const OPINIONS: &[&str] = &[
    "must", "should", "proud", "important", "crucial", "vital", "essential", "critical", "thank", "thanks",
    "grateful", "delighted", "pleased", "right", "hope", "deserve", "deserves", "never", "nobody",
    "everyone", "together", "truly", "incredible", "incredibly", "fantastic", "brilliant", "great", "huge",
    "best", "better", "simply", "testament", "strong", "clear", "know", "need", "needs", "too", "makes",
    "means", "you", "your", "congratulations", "tribute", "bravery", "courage", "tirelessly", "difference",
    "sends", "ensures", "shows", "benefits", "safe", "safer", "future", "simple", "can",
];

/// Words of news and of notices.
const NEWS: &[&str] = &[
    "announced", "launched", "published", "consultation", "available", "www", "applications", "apply",
    "hotline", "report", "visited", "met", "attended", "hosted", "sentenced", "fined", "pleaded", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "tomorrow",
    "spokesperson",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_person_is_told_from_other_words() {
        assert_eq!(first_person("I’ve"), Some(FirstPerson::I));
        assert_eq!(first_person("Our"), Some(FirstPerson::We));
        assert_eq!(first_person("let’s"), Some(FirstPerson::We));
        for word in ["US", "i", "wet", "let", "mystic", "its", "you", ""] {
            assert_eq!(first_person(word), None, "{word}");
        }
    }

    #[test]
    fn opinions_read_as_speech_and_notices_do_not() {
        for text in [
            "It shows what a community can do.",
            "Every child deserves a library.",
            "There’s no better time to start!",
            "But the service must go on.",
        ] {
            assert!(leaning(text) > 0, "{text}");
        }
        for text in [
            "The fund was launched in 2016.",
            "In March the department took advice.",
            "The library was paid for by a grant of £2 million.",
            "This announcement follows a review by the regulator (OFB).",
            "Anyone can call the hotline on 555 0100.",
            "Trials begin in the spring.",
            "",
        ] {
            assert!(leaning(text) <= 0, "{text}");
        }
    }
}
