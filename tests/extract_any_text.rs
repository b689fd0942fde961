//! Extraction of any text at all: no panic, sound evidence, the same facts each time.

#![cfg(feature = "extract")]

mod strategy;

use newsdesk::extract::RULES;
use newsdesk::{Block, Extractor, Story};
use proptest::prelude::*;

/// Words of the kind that the grammars hang on, so that nonsense reaches deep into them.
fn newsy_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the", "Prime", "Minister", "Ministers", "of", "for", "Foreign", "Affairs", "and", ",", ".", "Mr",
        "Dr", "HE", "Lt.", "General", "Ana", "Virta", "al-", "-", "’s", "'s", "met", "with", "visited",
        "will", "visit", "to", "Serbia", "Paris", ",", "France", "on", "4", "May", "2022", "today", "(", ")",
        "23", "100th", "anniversary", "first", "since", "laid", "a", "wreath", "at", "Memorial", "“", "”",
        "\"", "said", ":", "\n\n", "\n", "He", "she", "his", "acting", "designate", "MP", "III", "U.S.",
        "SECRETARY", "QUESTION", "\u{ad}", "\u{a0}", "é", "accompanied", "by", "cancelled", "not", "would",
        "in", "more", "than", "ten", "years", "٣", "שלום", ";", "–",
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

/// The sample stories, as text.
fn samples() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/stories");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// What may happen to a text: some of it goes, comes twice, moves, or gives way to something else.
#[derive(Debug, Clone)]
enum Damage {
    Drop,
    Double,
    Move(prop::sample::Index),
    Replace(String),
    /// Its spaces and line breaks go.
    Glue,
    Shout,
}

impl Damage {
    /// The characters with those of a range damaged.
    fn done_to(&self, text: &mut Vec<char>, range: std::ops::Range<usize>) {
        let part: Vec<char> = text.drain(range.clone()).collect();
        let again: Vec<char> = match self {
            Self::Drop => Vec::new(),
            Self::Double => part.iter().chain(&part).copied().collect(),
            Self::Move(to) => {
                let to = to.index(text.len() + 1);
                text.splice(to..to, part);
                return;
            }
            Self::Replace(other) => other.chars().collect(),
            Self::Glue => part.into_iter().filter(|c| !c.is_whitespace()).collect(),
            Self::Shout => part.into_iter().flat_map(char::to_uppercase).collect(),
        };
        text.splice(range.start..range.start, again);
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        Just(Damage::Drop),
        Just(Damage::Double),
        any::<prop::sample::Index>().prop_map(Damage::Move),
        newsy_text().prop_map(Damage::Replace),
        strategy::any_text().prop_map(Damage::Replace),
        Just(Damage::Glue),
        Just(Damage::Shout),
    ]
}

/// A sample story with some damage, in paragraphs.
fn damaged_story() -> impl Strategy<Value = Story> {
    let place = (any::<prop::sample::Index>(), 0_usize..200);
    (prop::sample::select(samples()), prop::collection::vec((place, damage()), 1..6)).prop_map(
        |(text, damages)| {
            let mut text: Vec<char> = text.chars().collect();
            for ((start, length), damage) in damages {
                let start = start.index(text.len() + 1);
                let end = (start + length).min(text.len());
                damage.done_to(&mut text, start..end);
            }
            let text: String = text.into_iter().collect();
            let mut paragraphs = text.split("\n\n");
            let headline = Story::new(paragraphs.next().unwrap_or_default());
            paragraphs.fold(headline, |story, paragraph| story.with_block(Block::paragraph(paragraph)))
        },
    )
}

/// The facts of a story point at its words by rules that are listed, and are the same when read again.
fn check(story: Story) -> Result<(), TestCaseError> {
    let extractor = Extractor::new();
    let story = extractor.extract(story);
    for evidence in story.facts.evidence() {
        let text = story.text_of(evidence.part).and_then(|text| text.get(evidence.span()));
        prop_assert_eq!(text, Some(evidence.text.as_str()));
        prop_assert!(RULES.iter().any(|rule| rule.id == evidence.rule), "{}", evidence.rule);
    }
    for explanation in extractor.explain(&story) {
        let begins = story.text_of(explanation.evidence.part).and_then(|text| text.get(explanation.start..));
        prop_assert!(begins.is_some_and(|text| text.starts_with(explanation.sentence)));
        prop_assert!(explanation.start <= explanation.evidence.start, "{:?}", explanation);
    }
    prop_assert_eq!(extractor.extract(story.clone()), story);
    Ok(())
}

proptest! {
    #![proptest_config(strategy::cases(3_000))]

    #[test]
    fn any_story_has_sound_facts_and_the_same_each_time(story in story()) {
        check(story)?;
    }
}

proptest! {
    #![proptest_config(strategy::cases(500))]

    #[test]
    fn a_damaged_story_has_sound_facts_and_the_same_each_time(story in damaged_story()) {
        check(story)?;
    }
}

/// Grammars look at the words beside theirs: there may be none.
#[test]
fn the_example_of_each_rule_may_begin_and_end_at_any_word() {
    for rule in RULES {
        let words: Vec<&str> = rule.example.split_inclusive(' ').collect();
        for at in 0..=words.len() {
            let (before, after) = (words[..at].concat(), words[at..].concat());
            for text in [&before, &after, &format!("{before}“{after}"), &format!("“{before}” {after}")]
            {
                let paragraphs = text.lines().map(Block::paragraph);
                check(paragraphs.fold(Story::new(""), Story::with_block)).unwrap();
            }
        }
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
