//! What is speech, and where it begins and ends.

use super::*;

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
    assert_told(
        &["Ana Virta said: “One is done.”", "“Two is not yet done.”", "“Three waits.”"],
        &["Ana Virta: One is done.", "Ana Virta: Two is not yet done.", "Ana Virta: Three waits."],
    );
    // Told only at the end.
    assert_told(
        &["“One is done.", "“Two is not yet done,” said Ana Virta.", "It rained."],
        &["Ana Virta: One is done.|Two is not yet done,"],
    );
    assert_told(
        &["“One is done and dusted.”", "“Two is not yet done,” said Ana Virta."],
        &["Ana Virta: One is done and dusted.", "Ana Virta: Two is not yet done,"],
    );
}

#[test]
fn speech_that_is_told_goes_on_in_a_paragraph_of_its_own() {
    let expected = &["Ana Virta: One is done,", "Ana Virta: Two is not yet done."];
    assert_told(&["“One is done,” Ana Virta said.", "“Two is not yet done.”", "It rained."], expected);
    assert_told(&["“One is done,” said Ana Virta.", "“Two is not yet done.”", "It rained."], expected);
    for told in ["“One is done,” said Ana Virta.", "“One is done,” Ana Virta said."] {
        let story = Story::new("A headline")
            .with_block(Block::paragraph(told))
            .with_block(Block::quotation("“Two is not yet done.”"))
            .with_block(Block::paragraph("It rained."));
        let quotes = read(&story, NAMES);
        assert_eq!(render(&quotes), expected, "{told}");
    }
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
    assert_eq!(quotes.len(), 2);
    let paragraphs = quotes.iter().flat_map(|quote| quote.paragraphs.iter().zip(&quote.evidence));
    for (paragraph, evidence) in paragraphs {
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
fn a_stop_may_stand_outside_the_marks_of_a_paragraph() {
    assert_told(
        &["Ana Virta said the bridge was ready.", "“We will build more of them”.", "It rained."],
        &["Ana Virta: We will build more of them"],
    );
    let story = Story::new("A headline")
        .with_block(Block::paragraph("Ana Virta said the bridge was ready."))
        .with_block(Block::quotation("“We will build more of them”."));
    assert_eq!(render(&read(&story, NAMES)), ["Ana Virta: We will build more of them"]);
}

#[test]
fn a_quotation_that_is_all_there_is_is_a_statement() {
    for block in [Block::quotation, Block::paragraph] {
        let story = Story::new("A message").with_block(block("“We will build more of them.”".to_owned()));
        assert_eq!(read(&story, NAMES), []);
    }
}

#[test]
fn two_single_marks_are_a_double_one() {
    assert_told(
        &["Ana Virta said, ''We will build the 'bridge' for the town.''"],
        &["Ana Virta: We will build the 'bridge' for the town."],
    );
    // What closes with them is no block of quotation, and tells who spoke.
    let story = Story::new("A headline")
        .with_block(Block::quotation("“We will build the bridge,'' Ana Virta said."))
        .with_block(Block::quotation("“It will take time.''"));
    assert_eq!(
        render(&read(&story, NAMES)),
        ["Ana Virta: We will build the bridge,", "Ana Virta: It will take time."]
    );
    // A scan's marks are none.
    assert_told(&["It '' rained all the day long in the town '' on Monday."], &[]);
}

#[test]
fn blocks_of_quotation_that_tell_who_spoke_are_read_by_their_marks() {
    let story = [
        "“We found the boat on the north shore.",
        "“It is not damaged,” Ana Virta said.",
        "She said the crew was well.",
        "“The keeper will bring it home.",
        "“We thank the keeper,” Ana Virta said.",
    ]
    .into_iter()
    .fold(Story::new("A headline"), |story, text| story.with_block(Block::quotation(text)));
    assert_eq!(
        render(&read(&story, NAMES)),
        [
            "Ana Virta: We found the boat on the north shore.|It is not damaged,",
            "Ana Virta: The keeper will bring it home.|We thank the keeper,",
        ]
    );
}

#[test]
fn what_he_said_ends_with_a_later_paragraph() {
    assert_told(
        &["Ana Virta called for calm.", "“The bridge will open.”", "“It will not close again,” she said."],
        &["she: The bridge will open.", "she: It will not close again,"],
    );
}

#[test]
fn closed_paragraphs_are_of_who_is_told_after_them() {
    let quoted = |text: &str| Block::new(BlockKind::Quotation { starts: true }, text);
    let story = Story::new("A headline")
        .with_block(Block::paragraph("Bo Lind spoke at the quay."))
        .with_block(quoted("“The quay is about those who built it.”"))
        .with_block(quoted("“Today we thank all of them.”"))
        .with_block(Block::paragraph("“We shall keep it well,” Mr Lind said."));
    let quotes = read(&story, NAMES);
    assert_eq!(quotes.len(), 3, "{quotes:?}");
    assert!(quotes.iter().all(|quote| quote.speaker == quotes[2].speaker && quote.speaker.is_some()));
}

#[test]
fn paragraphs_of_speech_are_one_before_a_speaker_of_many_fields() {
    let quoted = |text: &str| Block::new(BlockKind::Quotation { starts: true }, text);
    let office = "Minister of Education, Culture, Youth and Sports Affairs Hon. Bo Lind";
    let story = Story::new("A headline")
        .with_block(Block::paragraph("It was a good day."))
        .with_block(quoted("“I take this opportunity."))
        .with_block(quoted("“Let us use this well."))
        .with_block(Block::paragraph(format!("“I wish the people well today,” {office} said on the eve.")));
    let told = render(&read(&story, NAMES));
    assert_eq!(
        told,
        ["Bo Lind: I take this opportunity.|Let us use this well.|I wish the people well today,"]
    );
}
