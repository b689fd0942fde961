//! What holds whatever the text is: order, true spans, linear time.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Every promise that holds whatever the text is.
fn check(story: &Story) -> Result<(), TestCaseError> {
    let mut passages = passages(story);
    let speeches = spoken(story, &mut passages);
    for passage in &passages {
        let ends = passage.quoted.iter().map(|quoted| quoted.end);
        for (end, next) in ends.zip(passage.quoted.iter().skip(1)) {
            prop_assert!(end <= next.start);
        }
        for quoted in &passage.quoted {
            prop_assert!(quoted.start < quoted.end && quoted.end <= passage.tokens.len());
        }
    }
    let texts: Vec<Annotated<'_>> = passages.into_iter().map(|passage| annotated(passage, NAMES)).collect();
    for quote in quotes(&speeches, &texts, &[], None) {
        prop_assert_eq!(quote.paragraphs.len(), quote.evidence.len());
        for (paragraph, evidence) in quote.paragraphs.iter().zip(&quote.evidence) {
            let stands = story.text_of(evidence.part).and_then(|text| text.get(evidence.span()));
            prop_assert_eq!(stands, Some(paragraph.as_str()));
        }
    }
    Ok(())
}

fn block() -> impl Strategy<Value = Block> {
    let piece = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "„",
        " ",
        " ",
        " ",
        "\n",
        ",",
        ".",
        ":",
        "–",
        "(",
        "s",
        "é",
        "Ana Virta",
        "said",
        "saying",
        "He",
        "PM",
        "QUESTION:",
        "We will build the bridge",
        "12",
        "according to",
        "e\u{301}",
    ]);
    let text = prop_oneof![
        3 => prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ];
    let kind = prop_oneof![
        4 => Just(BlockKind::Paragraph),
        2 => any::<bool>().prop_map(|starts| BlockKind::Quotation { starts }),
        1 => Just(BlockKind::Heading { level: 2 }),
    ];
    (kind, text).prop_map(|(kind, text)| Block::new(kind, text))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_text_gives_ordered_ranges_and_true_spans(blocks in prop::collection::vec(block(), 0..6), headline in any::<String>()) {
        check(&blocks.into_iter().fold(Story::new(headline), Story::with_block))?;
    }
}

#[test]
fn an_empty_paragraph_within_speech_is_no_part_of_it() {
    let blocks = ["“the", "\n\n", "the 23the the”the"].map(Block::paragraph);
    let story = blocks.into_iter().fold(Story::new(""), Story::with_block);
    let quotes = read(&story, &[]);
    assert!(quotes.iter().flat_map(|quote| &quote.paragraphs).all(|words| !words.trim().is_empty()));
}

#[test]
fn marks_within_words_that_a_lead_in_introduced_are_no_second_quote() {
    let text = "s„\"Ana Virta“‘‘s‘QUESTION:said”";
    let story = Story::new("").with_block(Block::paragraph("said:")).with_block(Block::paragraph(text));
    check(&story).unwrap();
    let story = Story::new("")
        .with_block(Block::paragraph("said:"))
        .with_block(Block::paragraph("\"“ \"s““QUESTION:"));
    check(&story).unwrap();
}

/// How long the speech of a story takes to read, without its tokens.
fn time(story: &Story) -> Duration {
    let mut passages = passages(story);
    let start = Instant::now();
    let speeches = spoken(story, &mut passages);
    let texts: Vec<Annotated<'_>> = passages.into_iter().map(|passage| annotated(passage, &[])).collect();
    quotes(&speeches, &texts, &[], None);
    start.elapsed()
}

/// Eight times as many take at most 24 times as long: quadratic time would be 64 times. The machine may be
/// busy with other things, so one good measurement is enough.
#[track_caller]
fn assert_linear(time: impl Fn(usize) -> Duration, few: usize, unit: &str) {
    let is_linear = |_| time(8 * few) < time(few) * 24 + Duration::from_millis(200);
    assert!((0..4).any(is_linear), "{unit:?}: more than linear time in four measurements");
}

fn time_of_paragraph(unit: &str, count: usize) -> Duration {
    time(&Story::new("A headline").with_block(Block::paragraph(unit.repeat(count))))
}

#[test]
fn a_million_marks_take_linear_time() {
    for unit in ["\"", "“", "”", "'", "‘", "’", " '", "s' "] {
        assert_linear(|count| time_of_paragraph(unit, count), 125_000, unit);
    }
}

#[test]
fn marks_among_words_take_linear_time() {
    for unit in [
        "“a ",
        "\"a\" ",
        "‘a",
        "'a' ",
        " 's' ",
        "\" ",
        "“a said ” ",
        "‘“",
        "\"We go now here\" he said. ",
        "A: ",
        "\"a\nA:",
    ] {
        assert_linear(|count| time_of_paragraph(unit, count), 20_000, unit);
    }
}

#[test]
fn many_paragraphs_with_marks_take_linear_time() {
    for unit in ["“a", "a”", "“a”", "“We will go now here today.”", "a said:", "'a", "A: b."] {
        let story = |count: usize| {
            (0..count).fold(Story::new(""), |story, _| story.with_block(Block::paragraph(unit)))
        };
        assert_linear(|count| time(&story(count)), 2_500, unit);
    }
}
