//! Items of lists: their markers, and how deep they stand.

use super::layout::SPACE;

/// What begins an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker<'a> {
    /// The bullet, or the brackets and full stops around a number.
    style: Style,
    /// Spaces and tabs before it.
    indent: usize,
    /// The number, if it counts in digits.
    number: Option<u32>,
    /// The bytes from the marker to the text.
    pub(super) width: usize,
    /// The text after it.
    pub(super) text: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Bullet(char),
    Number { open: bool, close: char, digits: bool },
}

const BULLETS: [char; 10] = ['-', '*', '•', '·', '‣', '◦', '▪', '●', '–', '\u{f0b7}'];

/// The marker that `line` begins with, if an item's text follows it.
///
/// Markers are a bullet, "1.", "1)", "(1)", "a)", "(a)" and "(iv)".
pub(super) fn marker(line: &str) -> Option<Marker<'_>> {
    let content = line.trim_start_matches(SPACE);
    let indent = line.len() - content.len();
    let first = content.chars().next()?;
    let (style, number, rest) = if BULLETS.contains(&first) {
        (Style::Bullet(first), None, content.strip_prefix(first)?)
    } else if first == '(' || first.is_ascii_alphanumeric() {
        number(content)?
    } else {
        return None;
    };
    let text = rest.strip_prefix([' ', '\t', '\u{a0}'])?.trim_start_matches(SPACE);
    let is_text = text.chars().any(char::is_alphanumeric);
    let width = content.len() - text.len();
    is_text.then_some(Marker { style, indent, number, width, text })
}

fn number(content: &str) -> Option<(Style, Option<u32>, &str)> {
    let inner = content.strip_prefix('(').unwrap_or(content);
    let open = inner.len() < content.len();
    let (count, rest) = inner.split_at_checked(inner.find(|c: char| !c.is_ascii_alphanumeric())?)?;
    let close = rest.chars().next().filter(|&c| c == ')' || c == '.' && !open)?;
    let digits = count.bytes().all(|b| b.is_ascii_digit());
    let roman = count.bytes().all(|b| b"ivx".contains(&b));
    let counts = match count.len() {
        1 => digits || close == ')' && count.bytes().all(|b| b.is_ascii_lowercase()),
        2 => digits || close == ')' && roman,
        3 | 4 => close == ')' && roman,
        _ => false,
    };
    let style = Style::Number { open, close, digits };
    counts.then(|| (style, count.parse().ok(), rest.strip_prefix(close).unwrap_or(rest)))
}

/// The lists that an item may stand in, from the outermost.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    style: Style,
    indent: usize,
    number: Option<u32>,
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) ordered: bool,
    pub(super) depth: u8,
    pub(super) starts: bool,
}

impl Lists {
    /// Forgets the lists: something else than an item followed.
    pub(super) fn end(&mut self) {
        self.open.clear();
    }

    /// Places the next item: deeper if it is indented more or has a marker that no open list has; in a
    /// new list if it counts from 1 again.
    pub(super) fn place(&mut self, marker: &Marker<'_>) -> Standing {
        while self.open.last().is_some_and(|list| list.indent > marker.indent) {
            self.open.pop();
        }
        let same = |list: &Open| list.indent == marker.indent && list.style == marker.style;
        let mut starts = false;
        if let Some(at) = self.open.iter().rposition(same) {
            self.open.truncate(at + 1);
            starts = marker.number == Some(1)
                && self.open.last().and_then(|list| list.number).is_some_and(|number| number > 1);
        } else {
            // Bullets stand under numbers without an indent; numbers do not stand under bullets so.
            let beside = |list: &Open| list.indent == marker.indent && matches!(list.style, Style::Bullet(_));
            while marker.number.is_some() && self.open.last().is_some_and(beside) {
                self.open.pop();
            }
            if self.open.len() <= usize::from(u8::MAX) {
                self.open.push(Open { style: marker.style, indent: marker.indent, number: None });
            }
        }
        if let Some(list) = self.open.last_mut() {
            list.number = marker.number;
        }
        Standing {
            ordered: matches!(marker.style, Style::Number { .. }),
            depth: u8::try_from(self.open.len().saturating_sub(1)).unwrap_or(u8::MAX),
            starts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_marker_is_known() {
        for line in ["- a", "* a", "•\ta", "  1. a", "12) a", "(a) a", "(iv) a", "b) a"] {
            assert_eq!(marker(line).map(|marker| marker.text), Some("a"), "{line}");
        }
    }

    #[test]
    fn other_beginnings_are_no_markers() {
        for line in
            ["-a", "-", "- ", "– 5%–", "A. Smith", "1995. It", "(AP) a", "3.5 a", "###", "* * *", "a. b"]
        {
            let expected = line == "– 5%–";
            assert_eq!(marker(line).is_some(), expected, "{line}");
        }
    }

    #[test]
    fn depth_follows_indents_and_markers() {
        let mut lists = Lists::default();
        let mut depth = |line: &str| lists.place(&marker(line).unwrap()).depth;
        let depths = ["- a", "  - b", "    - c", "  - d", "• e", "- f"].map(&mut depth);
        assert_eq!(depths, [0, 1, 2, 1, 1, 0]);
    }

    #[test]
    fn numbers_after_bullets_are_a_list_beside_them() {
        let mut lists = Lists::default();
        let mut depth = |line: &str| lists.place(&marker(line).unwrap()).depth;
        assert_eq!(["- a", "1. b", "- c", "2. d"].map(&mut depth), [0, 0, 1, 0]);
    }

    #[test]
    fn a_count_from_one_starts_a_list() {
        let mut lists = Lists::default();
        let mut starts = |line: &str| lists.place(&marker(line).unwrap()).starts;
        assert_eq!(["1. a", "2. b", "1. c", "2. d"].map(&mut starts), [false, false, true, false]);
    }
}
