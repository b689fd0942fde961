use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::annotated::FoundPerson;
use super::super::lexicon::Lexicon;
use super::*;
use crate::model::{Block, MentionForm};

/// The passages of a story, as the extractor makes them.
fn passages(story: &Story) -> Vec<Passage<'_>> {
    let lexicon = Lexicon::built_in();
    let parts = [Part::Headline, Part::Standfirst].into_iter().chain((0..story.body.len()).map(Part::Block));
    parts.filter_map(|part| Some(Passage::new(part, story.text_of(part)?, &lexicon))).collect()
}

/// The passage with these names as people: the name itself is the id, and "X's" a possessive.
fn annotated<'t>(passage: Passage<'t>, names: &[&str]) -> Annotated<'t> {
    let mut people: Vec<FoundPerson> = Vec::new();
    for name in names {
        for (start, _) in passage.text.match_indices(name) {
            let end = start + name.len();
            let first = passage.tokens.iter().position(|token| token.start as usize == start);
            let last = passage.tokens.iter().position(|token| token.end as usize == end);
            let (Some(first), Some(last)) = (first, last) else { continue };
            if people.iter().any(|person| person.tokens.contains(&first)) {
                continue;
            }
            people.push(FoundPerson {
                tokens: first..last + 1,
                who: Participant::Official(Id::numbered(name, 1)),
                form: MentionForm::Name,
                possessive: passage.kind(last + 1) == super::super::token::TokenKind::Possessive,
            });
        }
    }
    people.sort_by_key(|person| person.tokens.start);
    Annotated { passage, dates: Vec::new(), places: Vec::new(), people, hooks: Vec::new() }
}

fn read(story: &Story, names: &[&str]) -> Vec<Quote> {
    let mut passages = passages(story);
    let speeches = spoken(story, &mut passages);
    let texts: Vec<Annotated<'_>> = passages.into_iter().map(|passage| annotated(passage, names)).collect();
    quotes(&speeches, &texts)
}

/// The names that the tests use, the longer ones first.
const NAMES: &[&str] = &[
    "Foreign Minister Ana Virta",
    "Minister Ana Virta",
    "Prime Minister Bo Lind",
    "Bo Lind",
    "the Prime Minister",
    "PRIME MINISTER",
    "MINISTER VIRTA",
    "Ana Virta, Foreign Minister",
    "Ana Virta",
    "Mr Lind",
    "Ms Virta",
    "President Oke",
    "The President",
    "the President",
    "President",
    "The Minister",
    "the Minister",
    "PM",
    "He",
    "he",
    "She",
    "she",
];

/// Each quote of some paragraphs: speaker, a colon, its words with `|` between pieces.
fn told(paragraphs: &[&str]) -> Vec<String> {
    let story = paragraphs
        .iter()
        .fold(Story::new("A headline"), |story, text| story.with_block(Block::paragraph(*text)));
    render(&read(&story, NAMES))
}

fn render(quotes: &[Quote]) -> Vec<String> {
    let speaker = |quote: &Quote| match &quote.speaker {
        Some(Participant::Described(words)) => format!("({words})"),
        Some(other) => other.id().map_or("?", Id::as_str).trim_end_matches("-1").replace('-', " "),
        None => "?".to_owned(),
    };
    quotes.iter().map(|quote| format!("{}: {}", speaker(quote), quote.paragraphs.join("|"))).collect()
}

#[track_caller]
fn assert_told(paragraphs: &[&str], expected: &[&str]) {
    assert_eq!(told(paragraphs), expected, "{paragraphs:?}");
}

#[test]
fn attribution_stands_before() {
    for (text, expected) in [
        ("Ana Virta said: “We will build the bridge.”", "Ana Virta: We will build the bridge."),
        ("Ana Virta said, \"We will build the bridge.\"", "Ana Virta: We will build the bridge."),
        (
            "On Monday Ana Virta told reporters: «We will build the bridge.»",
            "Ana Virta: We will build the bridge.",
        ),
        (
            "According to Ana Virta, “we will build the bridge here”.",
            "Ana Virta: we will build the bridge here",
        ),
        ("The Minister later added: “No.”", "The Minister: No."),
        (
            "In Ost, Ana Virta, who met President Oke, said: “We will build it.”",
            "Ana Virta: We will build it.",
        ),
        ("Ana Virta met President Oke and said: “We will build it.”", "Ana Virta: We will build it."),
        ("Ana Virta welcomed President Oke, saying: “We will build it.”", "Ana Virta: We will build it."),
        (
            "After talks with President Oke, Ana Virta said: “We will build it.”",
            "Ana Virta: We will build it.",
        ),
        ("Ana Virta met President Oke, who said: “We will build it.”", "President Oke: We will build it."),
        ("President Oke's envoy said: “We will build it.”", "(President Oke's envoy): We will build it."),
        (
            "A spokesperson for the Ministry said: “We will build it.”",
            "(A spokesperson for the Ministry): We will build it.",
        ),
        (
            "A spokesperson for Ana Virta said: “We will build it.”",
            "(A spokesperson for Ana Virta): We will build it.",
        ),
    ] {
        assert_told(&[text], &[expected]);
    }
}

#[test]
fn attribution_stands_after() {
    for (text, expected) in [
        ("“We will build the bridge,” said Ana Virta.", "Ana Virta: We will build the bridge,"),
        ("“We will build the bridge,” Ana Virta said.", "Ana Virta: We will build the bridge,"),
        ("\"We will build the bridge\", she told reporters in Ost.", "she: We will build the bridge"),
        (
            "‘We will build the bridge,’ said Ana Virta after a meeting with President Oke.",
            "Ana Virta: We will build the bridge,",
        ),
        ("“Who will build the bridge?” Ana Virta asked.", "Ana Virta: Who will build the bridge?"),
        ("“We will build the bridge.” Ana Virta said.", "Ana Virta: We will build the bridge."),
        (
            "“We will build the bridge,” said a spokesperson for the Ministry.",
            "(a spokesperson for the Ministry): We will build the bridge,",
        ),
        ("“We will build the bridge,” according to Ana Virta.", "Ana Virta: We will build the bridge,"),
        ("“No,” said Ana Virta.", "Ana Virta: No,"),
        ("\" We will build the bridge \", said Ana Virta.", "Ana Virta: We will build the bridge"),
        ("“We will build the bridge” – President", "President: We will build the bridge"),
        ("• “We will build the bridge” – President", "President: We will build the bridge"),
    ] {
        assert_told(&[text], &[expected]);
    }
}

#[test]
fn speech_split_by_its_attribution_is_one() {
    assert_told(
        &["“We will build,” he added. “It will take time.”"],
        &["he: We will build,|It will take time."],
    );
    assert_told(
        &["“The bridge”, said Ana Virta, “is a link between our towns.”"],
        &["Ana Virta: The bridge|is a link between our towns."],
    );
    assert_told(
        &["“We will build the bridge,” said Ana Virta. President Oke replied: “We are glad of it.”"],
        &["Ana Virta: We will build the bridge,", "President Oke: We are glad of it."],
    );
}

#[test]
fn a_pronoun_that_nobody_resolves_is_who_spoke_before() {
    assert_told(
        &["“We will build the bridge,” said Ana Virta.", "“It will take time,” they said."],
        &["Ana Virta: We will build the bridge,", "Ana Virta: It will take time,"],
    );
}

#[test]
fn a_clause_is_no_description_of_a_speaker() {
    for text in [
        "It would be easy to say: “We will build the bridge.”",
        "My letter of May said “we will build the bridge”.",
    ] {
        assert_told(&[text], &[&format!("?: {}", text.split(['“', '”']).nth(1).unwrap_or_default())]);
    }
}

#[test]
fn two_speakers_in_two_paragraphs_are_two_quotes() {
    assert_told(
        &["“We will build the bridge,” said Ana Virta.", "“We are glad of it,” said President Oke."],
        &["Ana Virta: We will build the bridge,", "President Oke: We are glad of it,"],
    );
}

#[test]
fn speech_goes_on_over_paragraphs() {
    let expected = &["Ana Virta: One is done.|Two is not yet done.|Three waits."];
    // Marks opened again.
    assert_told(
        &["Ana Virta said: “One is done.", "“Two is not yet done.", "“Three waits.”", "It rained."],
        expected,
    );
    // Marks not opened again.
    assert_told(
        &["Ana Virta said: “One is done.", "Two is not yet done.", "Three waits.”", "It rained."],
        expected,
    );
    // Lines of one block.
    assert_told(
        &["Ana Virta said: \" One is done.\n\" Two is not yet done.\n\" Three waits.\"", "It rained."],
        expected,
    );
    // Each paragraph closed.
    assert_told(&["Ana Virta said: “One is done.”", "“Two is not yet done.”", "“Three waits.”"], expected);
    // Told only at the end.
    assert_told(
        &["“One is done.", "“Two is not yet done,” said Ana Virta.", "It rained."],
        &["Ana Virta: One is done.|Two is not yet done,"],
    );
    assert_told(
        &["“One is done and dusted.”", "“Two is not yet done,” said Ana Virta."],
        &["Ana Virta: One is done and dusted.|Two is not yet done,"],
    );
}

#[test]
fn speech_that_is_told_goes_on_in_a_paragraph_of_its_own() {
    let expected = &["Ana Virta: One is done,|Two is not yet done."];
    assert_told(&["“One is done,” Ana Virta said.", "“Two is not yet done.”", "It rained."], expected);
    assert_told(&["“One is done,” said Ana Virta.", "“Two is not yet done.”", "It rained."], expected);
    for told in ["“One is done,” said Ana Virta.", "“One is done,” Ana Virta said."] {
        let story = Story::new("A headline")
            .with_block(Block::paragraph(told))
            .with_block(Block::quotation("“Two is not yet done.”"))
            .with_block(Block::paragraph("It rained."));
        let quotes = read(&story, NAMES);
        assert_eq!(quotes.len(), 1, "{told}");
        assert_eq!(quotes[0].paragraphs, ["One is done,", "Two is not yet done."]);
    }
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

#[test]
fn an_empty_paragraph_within_speech_is_no_part_of_it() {
    let blocks = ["“the", "\n\n", "the 23the the”the"].map(Block::paragraph);
    let story = blocks.into_iter().fold(Story::new(""), Story::with_block);
    let quotes = read(&story, &[]);
    assert!(quotes.iter().flat_map(|quote| &quote.paragraphs).all(|words| !words.trim().is_empty()));
}

#[test]
fn a_paragraph_leads_in() {
    assert_told(
        &["Ana Virta said:", "“One is done.", "“Two waits.”", "It rained."],
        &["Ana Virta: One is done.|Two waits."],
    );
    let story = Story::new("A headline")
        .with_block(Block::paragraph("The bridge opens. Prime Minister Bo Lind said:"))
        .with_block(Block::quotation("One is done."))
        .with_block(Block::quotation("Two waits."))
        .with_block(Block::paragraph("It rained."));
    let quotes = read(&story, NAMES);
    assert_eq!(render(&quotes), ["Prime Minister Bo Lind: One is done.|Two waits."]);
    assert_eq!(quotes[0].lead_in.as_deref(), Some("Prime Minister Bo Lind said:"));
    assert_eq!(quotes[0].marking, Marking::Inferred);
    assert_told(
        &["Ana Virta said: We will build it. The town will be glad."],
        &["Ana Virta: We will build it. The town will be glad."],
    );
}

#[test]
fn speech_without_marks_goes_on_until_the_story_speaks() {
    let lead = "The bridge opens in May. Foreign Minister Ana Virta said:";
    for (next, spoken) in [
        // The first paragraph is speech whatever it says.
        (&["One is done.", "It opened in 2014."][..], "One is done."),
        (&["One is done.", "We thank the town.", "Ms Virta left."], "One is done.|We thank the town."),
        // What stands between two paragraphs in the first person is speech too.
        (
            &["I am glad.", "Trains pay.", "We run them.", "Trains ran."],
            "I am glad.|Trains pay.|We run them.",
        ),
        (
            &["It is done.", "Every town deserves a bridge.", "It rained."],
            "It is done.|Every town deserves a bridge.",
        ),
        // The speaker from outside, by name or by office.
        (&["I am glad.", "The Foreign Minister spoke of our towns."], "I am glad."),
        (&["I am glad.", "She met the town."], "I am glad."),
        (&["I am glad.", "The Prime Minister and I agree."], "I am glad.|The Prime Minister and I agree."),
        (&["I am glad.", "Notes to editors on our bridge."], "I am glad."),
        (&["I am glad.", "The office said that trains run."], "I am glad."),
    ] {
        let paragraphs: Vec<&str> = std::iter::once(lead).chain(next.iter().copied()).collect();
        assert_told(&paragraphs, &[&format!("Foreign Minister Ana Virta: {spoken}")]);
    }
    // "We" tells nothing where the story says it.
    assert_told(
        &["We opened the bridge.", "Ana Virta said:", "It is done.", "We then went home."],
        &["Ana Virta: It is done."],
    );
    // Several speakers, one after the other.
    assert_told(
        &[
            "Ana Virta said:",
            "It is done.",
            "We are glad.",
            "President Oke, who came by train, added:",
            "So am I.",
        ],
        &["Ana Virta: It is done.|We are glad.", "President Oke: So am I."],
    );
}

#[test]
fn an_appositive_that_no_comma_closes_is_not_the_speaker() {
    for (lead, speaker) in [
        ("Ana Virta, keeper of the bridge for the Town Office said:", "Ana Virta"),
        ("Jo Beale, keeper of the bridge for the Town Office said:", "(Jo Beale)"),
        ("In May, a keeper of the bridge said:", "(a keeper of the bridge)"),
        ("A Virta Office spokesperson said:", "(A Virta Office spokesperson)"),
        ("His family said:", "(His family)"),
    ] {
        assert_told(&[lead, "We are glad of it."], &[&format!("{speaker}: We are glad of it.")]);
    }
}

#[test]
fn the_speaker_stands_at_the_end_of_a_participle_clause() {
    assert_told(
        &["Speaking ahead of the visit Mr Beale said:", "We are glad of it."],
        &["(Mr Beale): We are glad of it."],
    );
}

#[test]
fn a_block_that_opens_with_a_mark_goes_on_with_speech_that_is_open() {
    let story = Story::new("A headline")
        .with_block(Block::paragraph("Ana Virta said: “We are glad of the bridge."))
        .with_block(Block::quotation("“It will be long.”"))
        .with_block(Block::paragraph("It opened on Monday."));
    let quotes = read(&story, NAMES);
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].paragraphs, ["We are glad of the bridge.", "It will be long."]);
    assert!(quotes[0].speaker.is_some());
}

#[test]
fn a_heading_after_speech_may_name_its_speaker() {
    let told = |heading: &str| {
        let story = Story::new("A headline")
            .with_block(Block::paragraph("They came to the town."))
            .with_block(Block::quotation("“It was an honour to lay a stone for all of us.”"))
            .with_block(Block::new(BlockKind::Heading { level: 1 }, heading))
            .with_block(Block::paragraph("It opened on Monday."));
        read(&story, NAMES)[0].speaker.is_some()
    };
    assert!(told("Foreign Minister Ana Virta"));
    assert!(!told("Background"));
}

#[test]
fn a_block_of_quotation_right_after_another_is_by_the_same_speaker() {
    let block = |starts, text: &str| Block::new(BlockKind::Quotation { starts }, text);
    let story = Story::new("")
        .with_block(Block::paragraph("Prime Minister Bo Lind said:"))
        .with_block(block(false, "The bridge is open."))
        .with_block(block(true, "It took two years."))
        .with_block(block(true, "It is short.\n– Ana Virta, Foreign Minister"))
        .with_block(Block::heading(1, "Notes"))
        .with_block(block(true, "Mind the gap."));
    let quotes = read(&story, NAMES);
    let speakers: Vec<Option<&Participant>> = quotes.iter().map(|quote| quote.speaker.as_ref()).collect();
    assert_eq!(quotes.len(), 4, "{quotes:?}");
    assert!(speakers[0].is_some() && speakers[0] == speakers[1], "{speakers:?}");
    assert!(speakers[2].is_some() && speakers[2] != speakers[0], "{speakers:?}");
    assert_eq!(speakers[3], None);
}

#[test]
fn blocks_of_quotation_end_where_the_next_starts() {
    let story = Story::new("A headline")
        .with_block(Block::quotation("“One is done.”\n– Ana Virta"))
        .with_block(Block::new(BlockKind::Quotation { starts: true }, "Two waits."))
        .with_block(Block::paragraph("Foreign Minister Ana Virta"));
    let quotes = read(&story, NAMES);
    assert_eq!(render(&quotes), ["Ana Virta: One is done.", "Foreign Minister Ana Virta: Two waits."]);
    assert_eq!([&quotes[0].marking, &quotes[1].marking], [&Marking::Marked, &Marking::Block]);
}

#[test]
fn the_sentence_before_tells_the_speaker_of_speech_that_stands_alone() {
    for before in ["Ana Virta said the bridge was ready.", "It rained. Ana Virta opened the bridge."] {
        assert_told(
            &[before, "“We will build more of them.”", "It rained."],
            &["Ana Virta: We will build more of them."],
        );
    }
    assert_told(
        &["Ana Virta was glad. “We will build more of them.” It rained."],
        &["Ana Virta: We will build more of them."],
    );
}

#[test]
fn a_name_and_a_colon_tell_the_speaker() {
    assert_told(
        &["Beale: “We will build more of them.”", "It rained."],
        &["(Beale): We will build more of them."],
    );
}

#[test]
fn the_speaker_stands_on_the_next_line() {
    for line in ["– Ana Virta, Foreign Minister", "Ana Virta, Foreign Minister"] {
        assert_told(
            &["“We will build the bridge.”", line, "It rained."],
            &["Ana Virta, Foreign Minister: We will build the bridge."],
        );
    }
}

#[test]
fn words_in_a_sentence_count_from_five_on() {
    assert_told(
        &["Ana Virta said that the bridge was “a link between our two towns”."],
        &["Ana Virta: a link between our two towns"],
    );
    assert_told(&["Ana Virta called it “a good link”, and left."], &[]);
    assert_told(
        &["President Oke called the bridge “a link between our two towns”."],
        &["President Oke: a link between our two towns"],
    );
    assert_told(
        &["The President remarked that on the way, “We need to let go of it.”"],
        &["The President: We need to let go of it."],
    );
}

#[test]
fn parts_in_one_sentence_have_one_speaker() {
    assert_told(
        &["Ana Virta said it was “a link between our two towns” and “a gift to all who live here”."],
        &["Ana Virta: a link between our two towns", "Ana Virta: a gift to all who live here"],
    );
}

#[test]
fn names_terms_and_reported_speech_are_no_quotes() {
    for text in [
        "The “Clean Ost” programme began.",
        "It was held under the theme “building a link between our two towns”.",
        "He spoke at the “Grand Summer Festival of Northern Ost and Westland” today.",
        "Ana Virta said that the bridge would be built.",
        "Ana Virta said she was glad.",
        "The ministers’ talks and the workers' rights weren't over in the '90s.",
        "The theme of the World Towns Day this year is, “Wherever you are, you have a bridge.”",
        "The beam is 6' 2\" long and 12\" wide.",
        "The towns unite to say ‘No More’ to the rain.",
        "An open “mark that is never closed. Ana Virta left.",
        "The Minister announced: Three measures.",
    ] {
        assert_told(&[text, "It rained all day in Ost."], &[]);
    }
}

#[test]
fn a_statement_in_marks_is_no_quote() {
    assert_told(&["“I welcome the bridge.", "“I will open it in May.”"], &[]);
    assert_told(&["\"I welcome the bridge", "It is good for the town.", "I will open it."], &[]);
}

#[test]
fn to_call_something_is_to_say() {
    assert_told(
        &[
            "Ana Virta met the press, and Prime Minister Bo Lind called it “a bridge that both towns will be glad of”.",
        ],
        &["Prime Minister Bo Lind: a bridge that both towns will be glad of"],
    );
}

#[test]
fn whoever_belongs_to_the_speaker_does_not_speak() {
    assert_told(
        &[
            "Prime Minister Bo Lind, accompanied by his wife, Ana Virta, said: “We will open the bridge in May.”",
        ],
        &["Prime Minister Bo Lind: We will open the bridge in May."],
    );
}

#[test]
fn a_text_speaks_for_its_writer() {
    assert_told(
        &["Prime Minister Bo Lind's message to the town read: “We are all very glad of the bridge.”"],
        &["Prime Minister Bo Lind: We are all very glad of the bridge."],
    );
    assert_told(
        &["“We are all very glad of the bridge,” according to a statement by Ana Virta."],
        &["Ana Virta: We are all very glad of the bridge,"],
    );
    assert_told(
        &[
            "In answer to Prime Minister Bo Lind's letter, the keeper said: “We are all very glad of the bridge.”",
        ],
        &["(the keeper): We are all very glad of the bridge."],
    );
}

#[test]
fn a_report_speaks_where_nobody_does() {
    assert_told(
        &["The report found that the bridge was “poorly planned and built without any regard to costs”."],
        &["(The report): poorly planned and built without any regard to costs"],
    );
}

#[test]
fn headlines_quote_too() {
    let story = Story::new("‘We will build the bridge in May’, says Ana Virta")
        .with_standfirst("PM: “We are glad of the bridge”")
        .with_block(Block::paragraph("It rained."));
    assert_eq!(
        render(&read(&story, NAMES)),
        ["Ana Virta: We will build the bridge in May", "PM: We are glad of the bridge"]
    );
}

#[test]
fn a_transcript_has_turns() {
    assert_told(
        &[
            "Ost, 4 May",
            "PRIME MINISTER:  Good morning. “Hello to you all here.”",
            "It is a fine day.",
            "QUESTION:  Will you build?",
            "MINISTER VIRTA (via interpreter):  Yes.",
            "PRIME MINISTER:",
            "Thank you.",
        ],
        &[
            "PRIME MINISTER: Good morning. “Hello to you all here.”|It is a fine day.",
            "MINISTER VIRTA: Yes.",
            "PRIME MINISTER: Thank you.",
        ],
    );
}

#[test]
fn a_label_may_give_the_office_before_the_name_once() {
    assert_told(
        &[
            "Foreign Minister Ana Virta: Shall we begin with the harvest?",
            "Acting Governor of the Ost Region Bo Lind: Yes, Madam President.",
        ],
        &["Foreign Minister Ana Virta: Shall we begin with the harvest?", "Bo Lind: Yes, Madam President."],
    );
}

#[test]
fn one_voice_and_lists_of_matters_are_no_transcript() {
    assert_told(&["PRIME MINISTER: Good morning.", "It is a fine day."], &[]);
    assert_told(&["VENUE: Town Hall", "WHEN: Monday", "CONTACT: The press office"], &[]);
}

#[test]
fn passages_learn_what_is_quoted() {
    let story =
        Story::new("A headline").with_block(Block::paragraph("Ana Virta said: “We will build.” It rained."));
    let mut passages = passages(&story);
    spoken(&story, &mut passages);
    let passage = &passages[1];
    let quoted: Vec<&str> = passage.quoted.iter().map(|quoted| passage.words(quoted.clone())).collect();
    assert_eq!(quoted, ["We will build."]);
}

#[test]
fn evidence_is_the_text_of_each_paragraph() {
    let story = Story::new("A headline")
        .with_block(Block::paragraph("“Wé will build,” said Ana Virta. “It takes time.”"));
    let quotes = read(&story, NAMES);
    assert_eq!(quotes[0].id.as_str(), "quote-1");
    assert_eq!(quotes[0].evidence.len(), 2);
    for (paragraph, evidence) in quotes[0].paragraphs.iter().zip(&quotes[0].evidence) {
        assert_eq!(
            story.text_of(evidence.part).and_then(|text| text.get(evidence.span())),
            Some(&**paragraph)
        );
    }
}

#[test]
fn the_two_paragraphs_after_the_lead_in_are_the_only_quote_of_the_seed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seed/western-balkans.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: no {path}");
        return;
    };
    let mut story = Story::new("");
    let mut after_lead_in = 0;
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let block = if after_lead_in > 0 { Block::quotation(paragraph) } else { Block::paragraph(paragraph) };
        after_lead_in =
            if paragraph.ends_with("said:") { 2 } else { usize::saturating_sub(after_lead_in, 1) };
        story = story.with_block(block);
    }
    let quotes = read(&story, &["Defence Minister Mark Lancaster"]);
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].paragraphs.len(), 2);
    assert_eq!(quotes[0].lead_in.as_deref(), Some("Defence Minister Mark Lancaster said:"));
    assert!(quotes[0].speaker.as_ref().is_some_and(|speaker| speaker.id().is_some()));
}

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
    for quote in quotes(&speeches, &texts) {
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

/// How long the speech of a story takes to read, without its tokens.
fn time(story: &Story) -> Duration {
    let mut passages = passages(story);
    let start = Instant::now();
    let speeches = spoken(story, &mut passages);
    let texts: Vec<Annotated<'_>> = passages.into_iter().map(|passage| annotated(passage, &[])).collect();
    quotes(&speeches, &texts);
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

#[test]
fn quoted_paragraphs_after_reported_speech_are_of_whom_it_names() {
    let story = Story::new("")
        .with_block(Block::paragraph("Ms Virta said the bridge is close to shops."))
        .with_block(Block::quotation("“I am glad that we are paying for it.”"))
        .with_block(Block::paragraph("The bridge will be open to all traffic in May."))
        .with_block(Block::quotation("“It will bring work to the town.”"));
    let expected =
        ["Ms Virta: I am glad that we are paying for it.", "Ms Virta: It will bring work to the town."];
    assert_eq!(render(&read(&story, NAMES)), expected);
}

#[test]
fn a_message_that_is_said_to_follow_is_of_its_sender() {
    assert_told(
        &["Ms Virta today sent the following message to the town.", "“We are with you in these sad days.”"],
        &["Ms Virta: We are with you in these sad days."],
    );
}

#[test]
fn whose_reply_it_is_is_told_without_the_possessive() {
    assert_told(
        &["Oskar Brook’s reply read: “We will build the bridge.”"],
        &["(Oskar Brook): We will build the bridge."],
    );
}
