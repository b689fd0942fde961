//! Round trip 2: plain text and Markdown give back the header and every block.

#![cfg(all(feature = "text", feature = "markdown"))]

mod strategy;

use std::path::Path;

use newsdesk::format::text;
use newsdesk::{Block, BlockKind, Format, Story, StoryKind};
use proptest::prelude::*;
use proptest::sample::select;

/// Lines that a reader of plain text takes for something.
const TELLING: &[&str] = &[
    "ENDS",
    "-ends-",
    "###",
    "Notes to editors",
    "Contact:",
    "Media enquiries: 020 7946 0000",
    "For further information, please contact jo@example.org.",
    "Works Minister Ann Fell said:",
    "Mr Fell told reporters:",
    "We are proud of our bridge.",
    "It was built in a year.",
    "Ms Fell left Ost at noon.",
    "“We opened it.",
    "“And we crossed it.”",
    "\"Done,\" he said.",
    "LONDON, 4 May 2022 – The bridge opened.",
    "LONDON, 4 May 2022",
    "By Jo Bell",
    "Office of the Spokesperson",
    "Ann Fell, Minister of Works",
    "EMBARGOED UNTIL 00:01 BST 4 MAY 2022",
    "FOR IMMEDIATE RELEASE",
    "Press release: River bridge opens",
    "Readout of a call",
    "PRESS RELEASE",
    "The fines",
    "WHAT HAPPENS NEXT",
    "## Next steps",
    "- an item",
    "• an item",
    "2. an item",
    "(a) an item",
    "> a mark",
    "\\paragraph x",
    "\\headline",
    "MINISTER FELL:  Thank you.",
    "The Minister opens the bridge that was built in a year by four firms",
    "and it goes on",
];

/// Text of such lines, and text that breaks formats.
fn telling() -> strategy::Text {
    let line = prop_oneof![4 => select(TELLING).prop_map(str::to_owned), 1 => strategy::any_text()];
    let between = select(&["\n", "\n", "\n\n", " "][..]);
    prop_oneof![
        3 => line.clone(),
        1 => (line.clone(), between, line).prop_map(|(a, between, b)| format!("{a}{between}{b}")),
    ]
    .boxed()
}

fn story() -> BoxedStrategy<Story> {
    prop_oneof![strategy::story(&strategy::any_text()), strategy::story(&telling())].boxed()
}

fn returns(format: Format, story: &Story) -> Result<(), TestCaseError> {
    let written = format.write(story).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let read = format.read(&written).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(read.diagnostics, []);
    prop_assert_eq!(read.story, format.project(story), "{}", String::from_utf8_lossy(&written));
    Ok(())
}

proptest! {
    #![proptest_config(strategy::cases(1_500))]

    #[test]
    fn text_gives_back_any_story(story in story()) {
        returns(Format::Text, &story)?;
    }

    #[test]
    fn markdown_gives_back_any_story(story in story()) {
        returns(Format::Markdown, &story)?;
    }

    #[test]
    fn any_text_is_read_and_read_the_same_again(lines in proptest::collection::vec(telling(), 0..12)) {
        for between in ["\n", "\n\n"] {
            let text = lines.join(between).replace('\0', "");
            let story: Story = text.parse().map_err(|error| TestCaseError::fail(format!("{error}")))?;
            returns(Format::Text, &story)?;
            prop_assert_eq!(Format::Text.project(&story), story);
        }
    }

    #[test]
    fn any_markdown_is_read_and_read_the_same_again(text in proptest::collection::vec(telling(), 0..8)) {
        let text = text.join("\n\n").replace('\0', "");
        let read = Format::Markdown.read(text.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error}")))?;
        returns(Format::Markdown, &read.story)?;
    }

    #[test]
    fn text_loses_nothing_but_layout(lines in proptest::collection::vec(telling(), 0..12)) {
        let text = lines.join("\n\n").replace(['\\', '\0'], "");
        let blocks = text::body_blocks(&text);
        let mut rest = letters(&text);
        // The markers of items are layout, and have at most four letters or digits.
        let items = blocks.iter().filter(|block| matches!(block.kind, BlockKind::ListItem { .. })).count();
        let kept: usize = blocks.iter().map(|block| letters(&block.text).len()).sum();
        prop_assert!(rest.len() - kept <= 4 * items, "{:?} became {:?}", text, blocks);
        for block in &blocks {
            let words = letters(&block.text);
            let at = rest.find(&words);
            prop_assert!(at.is_some_and(|at| at <= 4 * items), "{:?} is not in its place", block.text);
            rest.drain(..at.unwrap_or(0) + words.len());
        }
    }
}

/// The letters and digits of a text, in their order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn shared(path: &str) -> Option<String> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).join(path);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: {} is not here", path.display());
    }
    text
}

#[test]
fn the_seed_has_its_standfirst_and_a_quotation_of_two_paragraphs() {
    let Some(seed) = shared("seed/western-balkans.txt") else { return };
    let story: Story = seed.parse().unwrap();
    assert_eq!(story.kind, Some(StoryKind::NewsStory));
    assert_eq!(story.headline, "UK bolsters defence ties in the Western Balkans");
    assert!(story.standfirst.as_deref().unwrap().starts_with("The trip marks the first time"));
    let quotations: Vec<usize> = (0..story.body.len())
        .filter(|&at| matches!(story.body[at].kind, BlockKind::Quotation { .. }))
        .collect();
    assert_eq!(quotations, [1, 2]);
    assert!(story.body[3].text.starts_with("Mr Lancaster's visit"));
    let written = story.to_string();
    assert!(!written.contains('\\'), "{written}");
    assert_eq!(written.parse::<Story>().unwrap(), story);
}

/// Every 25th story of a collection: its title and text.
fn sample(path: &str) -> Vec<(String, String)> {
    let Some(lines) = shared(path) else { return Vec::new() };
    let field = |line: &str, name: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value[name].as_str().unwrap_or_default().to_owned()
    };
    lines.lines().step_by(25).map(|line| (field(line, "title"), field(line, "text"))).collect()
}

#[test]
fn published_texts_lose_nothing_and_need_hardly_any_explicit_form() {
    let stories = [sample("corpus/au-pm.jsonl"), sample("corpus/us-state.jsonl")].concat();
    let mut explicit = 0;
    for (title, text) in &stories {
        let story = text::story_under(title, text);
        let written = story.to_string();
        explicit += usize::from(written.lines().any(|line| line.starts_with('\\')));
        assert_eq!(written.parse::<Story>().unwrap(), story, "{title}");
        let mut rest = letters(text);
        for block in text::body_blocks(text) {
            let words = letters(&block.text);
            let at = rest.find(&words).unwrap_or_else(|| panic!("{title}: {:?} was lost", block.text));
            assert!(at <= 4, "{title}: {:?} was lost", &rest[..at]);
            rest.drain(..at + words.len());
        }
        assert_eq!(rest, "", "{title}");
        let markdown = Format::Markdown.write(&story).unwrap();
        assert_eq!(
            Format::Markdown.read(&markdown).unwrap().story,
            Format::Markdown.project(&story),
            "{title}"
        );
    }
    // Texts that a scanner misread look like anything.
    assert!(explicit * 100 <= stories.len(), "{explicit} of {} needed the explicit form", stories.len());
}

#[test]
fn every_block_of_an_all_explicit_story_reads_back() {
    let story = Story::new("").with_block(Block::paragraph("")).with_block(Block::paragraph("\r\u{0}\n"));
    let written = Format::Text.write(&story).unwrap();
    assert!(String::from_utf8_lossy(&written).contains("\\paragraph \\r\\0\\n"));
    assert_eq!(Format::Text.read(&written).unwrap().story, story);
}
