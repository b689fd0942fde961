//! Whether the end of a line ends something, as in a list or a signature, or merely wraps a paragraph.
//!
//! | a line ends | example |
//! |---|---|
//! | where none goes on in small letters, nor the last one ends in a full stop | "Ana Virta, Minister of Trade / Ola Berg, Minister of Health" |
//! | in a wrapped paragraph or in capitals, where more than the next word had room | "Signed / Ana Virta", under lines thrice as long |
//! | never behind a comma or a small word that leads on | "the Minister for / Trade" |

use super::words::Words;

/// The lines of a text, of which nothing is known before the first end is asked for.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    /// The byte at which they begin.
    first: usize,
    layout: Option<Layout>,
}

/// How the lines of a text are laid out.
#[derive(Debug, Clone, Copy)]
struct Layout {
    /// Whether lines seem to go on in others, as they do where a paragraph is wrapped.
    wrapped: bool,
    /// How long the longest line is that may have been wrapped.
    widest: usize,
    lines: usize,
}

/// A line longer than this is a paragraph that nobody wrapped.
const LONGEST_WRAPPED: usize = 110;

/// A line shorter than this has room for more in any column.
const SHORT: usize = 50;

impl<'t> Lines<'t> {
    /// The lines of a text from a byte on.
    pub(super) fn of(text: &'t str, first: usize) -> Self {
        Self { text, first, layout: None }
    }

    /// Whether a line ends before some white space that holds one line break; `next` is the byte after it.
    pub(super) fn end_at(&mut self, space: usize, next: usize) -> bool {
        let (before, after) = (self.text.get(..space), self.text.get(next..));
        let (Some(before), Some(after)) = (before, after) else { return false };
        let Some(first) = after.chars().next() else { return false };
        let line = before.rsplit('\n').next().unwrap_or_default().trim();
        let leads_on = line.ends_with([',', '-', '–', '—', ':', '&', '(', '/']) || ends_in_joining_word(line);
        if first.is_lowercase() || matches!(first, ')' | ',' | '.' | '&') || leads_on || line.is_empty() {
            return false;
        }
        let layout =
            *self.layout.get_or_insert_with(|| Layout::of(self.text.get(self.first..).unwrap_or_default()));
        let word = after.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(after.len());
        let has_room = line.len() + word < layout.widest || line.len() > LONGEST_WRAPPED;
        match layout.lines {
            _ if layout.wrapped => has_room && (line.len() * 2 < layout.widest || tells_author(line)),
            2 => has_room || line.len() < SHORT,
            _ => true,
        }
    }
}

impl Layout {
    fn of(text: &str) -> Self {
        let (mut lines, mut small, mut widest) = (0, 0, 0);
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            small += usize::from(lines > 0 && line.starts_with(char::is_lowercase));
            widest = widest.max(if line.len() <= LONGEST_WRAPPED { line.len() } else { 0 });
            lines += 1;
        }
        // A list ends in no full stop, and of lines in capitals alone nobody knows.
        let is_prose = text.trim_end().ends_with(['.', '”', '"']) || !text.contains(char::is_lowercase);
        let wrapped = small > 0 || is_prose;
        Self { wrapped, widest, lines }
    }
}

/// "Statement by the Prime Minister, Sir Robert Berg": a line that tells whose words follow, unless its last word leads on.
fn tells_author(line: &str) -> bool {
    const SAYS: &str = "statement by";
    const LEADS_ON: &Words = words!["and", "by", "for", "minister", "of", "the"];
    const FARTHEST: usize = 12;
    let begins =
        |at: usize| line.get(at..at + SAYS.len()).is_some_and(|words| words.eq_ignore_ascii_case(SAYS));
    let last = line.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    (0..FARTHEST).any(begins) && !LEADS_ON.hold(&last)
}

/// Whether a line ends in a small word after which a phrase goes on: "Statement by the".
fn ends_in_joining_word(line: &str) -> bool {
    const JOIN: &Words = words![
        "a", "an", "and", "as", "at", "by", "for", "from", "his", "her", "in", "its", "of", "on", "or",
        "our", "that", "the", "their", "to", "under", "with",
    ];
    line.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_lowercase) && JOIN.hold(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Vec<bool> {
        let mut lines = Lines::of(text, 0);
        text.match_indices('\n').map(|(at, _)| lines.end_at(at, at + 1)).collect()
    }

    #[test]
    fn each_line_of_a_list_ends() {
        let text =
            "Ana Virta, Minister of Trade\nOla Berg, Minister of Public Services and of Procurement\nIda Ost";
        assert_eq!(ends(text), [true, true]);
    }

    #[test]
    fn lines_of_a_wrapped_paragraph_do_not_end() {
        let text = "The Government has decided to ask the Minister for Trade,\nwho is in Riga, to meet Foreign Minister\n\
                    Virta before she leaves for Oslo, where the talks are to go on.\nSigned\nAna Virta";
        assert_eq!(ends(text), [false, false, false, true]);
    }

    #[test]
    fn a_line_that_tells_whose_words_follow_ends() {
        let text = "Statement by the Prime Minister, Sir Robert Berg\nThe Government has learned with deep regret of the\ndeath of the President, who was a friend of this country.";
        assert_eq!(ends(text), [true, false]);
        let text = "Statement by the Minister for Trade and the Minister\nThe Honourable Ana Virta has learned of the\ndeath.";
        assert_eq!(ends(text), [false, false]);
    }

    #[test]
    fn a_phrase_goes_on_behind_a_comma_or_a_small_word() {
        assert_eq!(ends("Statement by the\nPrime Minister,\nAna Virta\nOslo"), [false, false, true]);
    }
}
