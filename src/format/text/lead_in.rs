//! Lead-ins, and how long the speech goes on that they introduce.

use super::names::SPEECH_VERBS;
use crate::voice::first_person;

/// A longer paragraph leads in nothing, in bytes.
const LENGTH_LIMIT: usize = 400;

/// The verb of speech stands among this many last words.
const REACH: usize = 9;

/// Whether a paragraph ends by introducing direct speech: "The Minister said:".
pub(super) fn is_lead_in(text: &str) -> bool {
    introduced(text).is_some()
}

/// The words of a lead-in before its colon.
fn introduced(text: &str) -> Option<&str> {
    let words = text.trim_end().strip_suffix(':')?;
    if words.len() > LENGTH_LIMIT {
        return None;
    }
    let mut last = words.rsplit(char::is_whitespace).take(REACH);
    last.any(|word| SPEECH_VERBS.contains(&word.trim_matches([',', '(', ')']))).then_some(words)
}

/// The name by which a lead-in calls its speaker: the last capitalised word before the verb, or before
/// the comma that parts the name from an office.
pub(super) fn speaker(lead_in: &str) -> Option<&str> {
    let words = introduced(lead_in)?;
    let sentence = words.rsplit([';', '.']).map(str::trim).find(|part| part.len() > 12).unwrap_or(words);
    let mut name = None;
    for word in sentence.split_whitespace() {
        if SPEECH_VERBS.contains(&word.trim_matches(',')) {
            break;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.len() > 2 && bare.starts_with(char::is_uppercase) {
            name = Some(bare);
        }
        if word.ends_with(',') && name.is_some() {
            break;
        }
    }
    name.filter(|name| *name != "The" && *name != "Today")
}

/// Whether a paragraph speaks in the first person, outside quotation marks.
pub(super) fn speaks_in_first_person(text: &str) -> bool {
    let mut quoted = false;
    text.split(|c: char| !(c.is_alphanumeric() || "'’“”\"".contains(c))).any(|word| {
        let opens = word.starts_with(['“', '"']);
        quoted |= opens;
        let is_first = !quoted && first_person(word).is_some();
        if word.ends_with('”') || word.ends_with('"') && word.len() > 1 || word == "\"" && !opens {
            quoted = false;
        }
        is_first
    })
}

/// Whether a paragraph speaks of the speaker from outside: by name, or as its first word.
pub(super) fn names_the_speaker(text: &str, speaker: Option<&str>) -> bool {
    let begins = ["He ", "She ", "Mr ", "Mrs ", "Ms ", "Dr ", "Mr. ", "Ms. "];
    begins.iter().any(|word| text.starts_with(word))
        || speaker.is_some_and(|name| {
            text.match_indices(name).any(|(at, _)| {
                let after = text.get(at + name.len()..).unwrap_or_default();
                let before = text.get(..at).unwrap_or_default();
                !after.starts_with(char::is_alphanumeric) && !before.ends_with(char::is_alphanumeric)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lead_ins_end_in_a_verb_of_speech_and_a_colon() {
        for text in [
            "Minister Ann Fell said:",
            "The Governor told reporters:",
            "Speaking in Ost, Mr Fell added:",
            "Jo Bell MP, Minister for Rivers, said:",
        ] {
            assert!(is_lead_in(text), "{text}");
        }
        for text in ["She said", "The plan has three parts:", "The text is attributable to the Spokesperson:"]
        {
            assert!(!is_lead_in(text), "{text}");
        }
    }

    #[test]
    fn the_speaker_is_the_name_before_the_verb() {
        assert_eq!(speaker("Defence Minister Ann Fell said:"), Some("Fell"));
        assert_eq!(speaker("Jo Bell, flood manager for the Agency in Ost, said:"), Some("Bell"));
        assert_eq!(speaker("a spokesman said:"), None);
    }

    #[test]
    fn the_first_person_is_heard_outside_quotation_marks() {
        for text in ["We will build.", "It is what I’ve seen.", "the best for us.", "This is our bridge"] {
            assert!(speaks_in_first_person(text), "{text}");
        }
        for text in ["The US will build.", "He said “we will build” again.", "West of Ost.", ""] {
            assert!(!speaks_in_first_person(text), "{text}");
        }
    }

    #[test]
    fn a_speaker_named_from_outside_is_noticed() {
        assert!(names_the_speaker("Mr Fell's visit ends today.", Some("Fell")));
        assert!(!names_the_speaker("The roof Fellini built.", Some("Fell")));
    }
}
