//! Any text at all, and long ones: no panic, sound evidence, linear time.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::extract::told::texts_of;

#[test]
fn time_is_linear_on_hostile_text() {
    for piece in [
        "and ",
        "anniversary ",
        "50th anniversary of the ",
        "Day ",
        "of the Day ",
        "we celebrate ",
        "laid a wreath at the memorial ",
        "years since ",
        "tribute to ",
        "ceremony parade service ",
        "one hundred and ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let texts = [annotated(Part::Block(0), &text, &[], &[])];
        let start = Instant::now();
        commemorations(&texts);
        assert!(start.elapsed() < Duration::from_secs(10), "{piece:?}: {:?}", start.elapsed());
    }
}

#[test]
fn time_is_linear_in_different_occasions_and_places() {
    let text: String = (0..3000)
        .map(|i| {
            format!(
                "It was the {i}th anniversary of A{i} Day. We mark the anniversary of it. He laid a wreath at B{i} Memorial. "
            )
        })
        .collect();
    let texts = [annotated(Part::Block(0), &text, &[], &[]), annotated(Part::Block(1), &text, &[], &[])];
    let start = Instant::now();
    assert!(commemorations(&texts).len() > 2000);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

/// Pieces of commemorations and of what disturbs them.
fn pieces() -> impl Strategy<Value = String> {
    texts_of(vec![
        "the", "50th", "hundredth", "anniversary", "anniversaries", "of", "since", "Victory", "Day",
        "National", "years", "two", "minutes", "silence", "laid", "a", "wreath", "at", "Memorial", "in",
        "memory", "we", "mark", "celebrate", "tribute", "paid", "to", "'s", "é", "“", ".", ",", "-", "\n\n",
        "today", "centenary", "ceremony", "unveiled", "plaque", "May", "1942", "all", "Australians", "those",
        "who", "died",
    ])
}

fn evidence_is_sound(text: &str) {
    let texts = [annotated(Part::Headline, text, &[], &[]), annotated(Part::Block(0), text, &[], &[])];
    for commemoration in commemorations(&texts) {
        let of_acts = commemoration.acts.iter().flat_map(|act| &act.evidence);
        for evidence in commemoration.evidence.iter().chain(of_acts) {
            assert_eq!(text.get(evidence.span()), Some(evidence.text.as_str()));
            assert!(!evidence.text.is_empty() && !evidence.rule.is_empty());
        }
        assert!(!commemoration.evidence.is_empty(), "{commemoration:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        evidence_is_sound(&text);
    }

    #[test]
    fn any_pieces_of_commemorations_are_read_without_a_panic(text in pieces()) {
        evidence_is_sound(&text);
    }
}
