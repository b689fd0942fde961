//! Tails: end marks, notes to editors, contacts.

use super::layout::SPACE;
use super::names::{CONTACT_OPENINGS, END_MARKS, HEADS, strip_prefix};
use crate::model::BoilerplateRole;

/// The longest line that may be a mark or a head, in bytes.
const HEAD_LIMIT: usize = 48;

/// Whether a line is a mark that the story ends: "ENDS", "- ends -", "###", "-30-".
///
/// A bare "end" must be in capitals or between dashes: "End" may be any word.
pub(super) fn is_end_mark(line: &str) -> bool {
    let line = line.trim_matches(SPACE);
    if line.len() > HEAD_LIMIT || !line.starts_with(['E', 'e', '#', '-', '–', '—', '*', '(', '[', '/']) {
        return false;
    }
    let hashes = line.bytes().filter(|&b| b == b'#').count();
    if hashes >= 2 && line.bytes().all(|b| b == b'#' || b == b' ') {
        return true;
    }
    let word = line.trim_matches(|c: char| c.is_whitespace() || "-–—*()[]/".contains(c));
    let dressed = word.len() < line.len();
    match word.to_ascii_lowercase().as_str() {
        "ends" => true,
        "end" => dressed || word == "END",
        "30" => line.starts_with(['-', '–', '—']) && line.ends_with(['-', '–', '—']),
        word => dressed && END_MARKS.contains(&word),
    }
}

/// The role of the tail that a line heads, if it is a head and nothing more.
pub(super) fn head(line: &str) -> Option<BoilerplateRole> {
    let line = line.trim_matches(SPACE);
    if line.len() > HEAD_LIMIT || !line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let bare = line.trim_end_matches([':', ' ']);
    let lone_word = |role| match bare {
        // A single word heads a tail only if it is set as a head.
        "notes" | "contact" | "contacts" | "enquiries" | "inquiries" => None,
        _ => Some(role),
    };
    HEADS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(bare))
        .and_then(|(_, role)| lone_word(role.clone()))
}

/// The role of the tail that a line heads, if the tail begins on the line: "ENQUIRIES: 020 7946 0000".
pub(super) fn run_in_head(line: &str) -> Option<BoilerplateRole> {
    let (start, rest) = line.split_once(':')?;
    let role = (!rest.trim().is_empty() && start.len() <= HEAD_LIMIT).then(|| head(start)).flatten()?;
    (role == BoilerplateRole::Notes || has_address(rest) || rest.len() < 120).then_some(role)
}

/// Whether a chunk tells the press whom to ask: "For further information, please contact …".
pub(super) fn is_contact_line(text: &str) -> bool {
    text.len() < 600
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && CONTACT_OPENINGS.iter().any(|words| strip_prefix(text, words).is_some())
        && has_address(text)
}

/// Whether a text gives a way to reach someone.
fn has_address(text: &str) -> bool {
    text.contains('@')
        || ["contact", "call ", "telephone", "email", "e-mail", "press@", "Tel"]
            .iter()
            .any(|word| text.contains(word))
}

/// Whether a line stands for itself among others because it ends the story or heads a tail.
pub(super) fn is_mark_or_head(line: &str) -> bool {
    line.len() <= HEAD_LIMIT && (is_end_mark(line) || head(line).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_marks_are_known() {
        for line in [
            "ENDS", "Ends", "-ends-", "- ENDS -", "###", "# # #", "-30-", "– 30 –", "(ends)", "END",
            "**ENDS**",
        ] {
            assert!(is_end_mark(line), "{line}");
        }
        for line in ["End", "end", "30", "#", "The end", "-", "*", "ENDS MEET", "# 30"] {
            assert!(!is_end_mark(line), "{line}");
        }
    }

    #[test]
    fn heads_are_known() {
        assert_eq!(head("Notes to Editors:"), Some(BoilerplateRole::Notes));
        assert_eq!(head("ENQUIRIES:"), Some(BoilerplateRole::Contact));
        assert_eq!(head("Media enquiries"), Some(BoilerplateRole::Contact));
        assert_eq!(head("contact"), None);
        assert_eq!(head("Contact the office today"), None);
        assert_eq!(run_in_head("Media contact: Ann Fell, 555 0100"), Some(BoilerplateRole::Contact));
        assert_eq!(run_in_head("Contacts at the border: none were reported").map(|_| ()), None);
        assert!(is_contact_line("For further information, please contact Jo Bell at jo@example.org."));
    }
}
