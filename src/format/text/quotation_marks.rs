//! Paragraphs in quotation marks: opened at each paragraph, closed at the last.

/// What the quotation marks of a paragraph say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// It does not begin with a mark, or goes on in other words after the mark closes.
    Outside,
    /// It is opened at its start and closed at its end.
    Closed,
    /// It is opened at its start and not closed.
    Open,
}

/// What the quotation marks of `text` say of it.
pub(super) fn marks(text: &str) -> Marks {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return Marks::Outside };
    let words = characters.as_str();
    match first {
        '“' => nested(words, '“', '”'),
        '«' => nested(words, '«', '»'),
        '"' => after_close(words, words.find('"'), 1),
        '‘' | '\'' if words.starts_with(char::is_uppercase) => {
            let close = if first == '‘' { '’' } else { '\'' };
            let end = words.match_indices(close).find(|(at, _)| {
                let before = words.get(..*at).unwrap_or_default();
                let after = words.get(at + close.len_utf8()..).unwrap_or_default();
                before.ends_with(['.', ',', '!', '?']) && !after.starts_with(char::is_alphanumeric)
                    || after.trim_start_matches(['.', ' ']).is_empty()
            });
            after_close(words, end.map(|(at, _)| at), close.len_utf8())
        }
        _ => Marks::Outside,
    }
}

fn nested(words: &str, open: char, close: char) -> Marks {
    let mut depth = 1_usize;
    for (at, c) in words.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return after_close(words, Some(at), c.len_utf8());
            }
        }
    }
    Marks::Open
}

/// The marks of `words` whose closing mark, `length` bytes long, stands at `close`.
fn after_close(words: &str, close: Option<usize>, length: usize) -> Marks {
    let Some(close) = close else { return Marks::Open };
    let rest = words.get(close + length..).unwrap_or_default();
    if rest.contains(char::is_alphanumeric) { Marks::Outside } else { Marks::Closed }
}

/// Whether a paragraph closes a quotation that an earlier one opened.
pub(super) fn closes(text: &str) -> bool {
    let text = text.trim_end_matches([' ', '\t', '.']);
    let closed = |open: char, close: char| {
        text.ends_with(close) && text.matches(close).count() > text.matches(open).count()
    };
    closed('“', '”') || closed('«', '»') || text.ends_with('"') && text.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_followed_to_their_close() {
        for text in
            ["“All is well.”", "\"All is well.\"", "‘It’s well.’", "“A “b” c.”", "'Yes.'", "«Oui.»", "“A”."]
        {
            assert_eq!(marks(text), Marks::Closed, "{text}");
        }
        for text in ["“All is well.", "\"All is", "‘It’s well", "“A “b” c."] {
            assert_eq!(marks(text), Marks::Open, "{text}");
        }
        for text in [
            "“All is well,” she said.",
            "\"A\" and \"b\"",
            "'90s music",
            "",
            "All “is” well",
            "‘Yes,’ he said.",
        ] {
            assert_eq!(marks(text), Marks::Outside, "{text}");
        }
    }

    #[test]
    fn a_last_paragraph_closes_what_another_opened() {
        assert!(closes("and so it ended!”"));
        assert!(!closes("He called it “a start”"));
    }
}
