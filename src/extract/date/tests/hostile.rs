//! Any text at all, and long ones: no panic, sound spans, linear time.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::extract::told::texts_of;

#[test]
fn time_is_linear_on_hostile_text() {
    let sentence = "on 4 May he met 5 of 6 in May, next ";
    for piece in [
        "and ", "1 1 1 1 ", "1, 1, ", "May ", "in the last ", "next ", "2000-", "(", "today (1 ",
        "one hundred and ", sentence,
    ] {
        let text = piece.repeat(300_000 / piece.len());
        let passage = Passage::new(Part::Block(0), &text, &Lexicon::built_in());
        let start = Instant::now();
        dates(&passage, None);
        assert!(start.elapsed() < Duration::from_secs(8), "{piece:?}: {:?}", start.elapsed());
    }
}

/// Pieces of dates and of what disturbs them.
fn pieces() -> impl Strategy<Value = String> {
    texts_of(vec![
        "1", "31", "2022", "1999", "4th", "st", "May", "march", "Tuesday", "next", "last", "today", "year",
        "years", "ago", "in", "from", "to", "and", "more than", "ten", "hundred", "-", "–", ",", ".", "(",
        ")", "/", "'s", "é", "“", "\n\n", "9999999999", "the", "of", "1990s",
    ])
}

fn spans_are_sound(text: &str) {
    let passage = Passage::new(Part::Block(0), text, &Lexicon::built_in());
    let mut end = 0;
    for found in dates(&passage, None) {
        assert!(found.tokens.start >= end && found.tokens.start < found.tokens.end, "{text:?}");
        end = found.tokens.end;
        assert!(end <= passage.tokens.len(), "{text:?}");
        assert_eq!(text.get(passage.span(found.tokens)), Some(found.date.raw.as_str()));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        spans_are_sound(&text);
    }

    #[test]
    fn any_pieces_of_dates_are_read_without_a_panic(text in pieces()) {
        spans_are_sound(&text);
    }
}
