//! Extraction of any text at all: no panic, sound evidence, the same facts each time.

#![cfg(feature = "extract")]

mod strategy;

use newsdesk::extract::RULES;
use newsdesk::{Block, Extractor, Story};
use proptest::prelude::*;

/// Words of the kind that the grammars hang on, so that nonsense reaches deep into them.
fn newsy_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "Prime",
        "Minister",
        "Ministers",
        "of",
        "for",
        "Foreign",
        "Affairs",
        "and",
        ",",
        ".",
        "Mr",
        "Dr",
        "HE",
        "Lt.",
        "General",
        "Ana",
        "Virta",
        "al-",
        "-",
        "’s",
        "'s",
        "met",
        "with",
        "visited",
        "will",
        "visit",
        "to",
        "Serbia",
        "Paris",
        ",",
        "France",
        "on",
        "4",
        "May",
        "2022",
        "today",
        "(",
        ")",
        "23",
        "100th",
        "anniversary",
        "first",
        "since",
        "laid",
        "a",
        "wreath",
        "at",
        "Memorial",
        "“",
        "”",
        "\"",
        "said",
        ":",
        "\n\n",
        "\n",
        "He",
        "she",
        "his",
        "acting",
        "designate",
        "MP",
        "III",
        "U.S.",
        "SECRETARY",
        "QUESTION",
        "\u{ad}",
        "\u{a0}",
        "é",
        "accompanied",
        "by",
        "cancelled",
        "not",
        "would",
        "in",
        "more",
        "than",
        "ten",
        "years",
        "٣",
        "שלום",
        ";",
        "–",
    ]);
    prop::collection::vec((word, prop::bool::weighted(0.9)), 0..60).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_owned() })
            .collect()
    })
}

fn story() -> impl Strategy<Value = Story> {
    let text = || prop_oneof![4 => newsy_text(), 1 => strategy::any_text()];
    (text(), prop::option::of(text()), prop::collection::vec(text(), 0..5)).prop_map(
        |(headline, standfirst, body)| {
            let mut story = Story::new(headline);
            story.standfirst = standfirst;
            story.body = body.into_iter().map(Block::paragraph).collect();
            story
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn every_fact_points_at_the_text_that_it_was_read_from(story in story()) {
        let story = Extractor::new().extract(story);
        for evidence in story.facts.evidence() {
            let text = story.text_of(evidence.part).and_then(|text| text.get(evidence.span()));
            prop_assert_eq!(text, Some(evidence.text.as_str()));
            prop_assert!(RULES.iter().any(|rule| rule.id == evidence.rule), "{}", evidence.rule);
        }
    }

    #[test]
    fn the_same_text_gives_the_same_facts(story in story()) {
        let extractor = Extractor::new();
        let once = extractor.extract(story);
        let twice = extractor.extract(once.clone());
        prop_assert_eq!(once, twice);
    }
}

#[test]
fn time_is_linear_in_a_story_that_repeats_itself() {
    let extractor = Extractor::new();
    for unit in
        ["and ", "Ana ", "“", "President Ana Virta met ", "the Minister, ", "4 May ", "X said: ", "’s "]
    {
        let block = Block::paragraph(unit.repeat(100_000 / unit.len()));
        let started = std::time::Instant::now();
        let story = extractor.extract(Story::new("").with_block(block));
        assert!(
            story.body.len() == 1 && started.elapsed().as_secs() < 20,
            "{unit:?}: {:?}",
            started.elapsed()
        );
    }
}
