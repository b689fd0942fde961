//! What the reader recognises, each on a sample of its own.

use super::*;
use crate::error::TroubleKind;
use crate::model::Calendar;

fn story(text: &str) -> Story {
    text.parse().unwrap()
}

/// The kinds of the blocks, a letter each.
fn kinds(text: &str) -> String {
    let letter = |block: Block| match block.kind {
        BlockKind::Paragraph => 'p',
        BlockKind::Heading { .. } => 'h',
        BlockKind::ListItem { .. } => 'i',
        BlockKind::Quotation { starts: false } => 'q',
        BlockKind::Quotation { starts: true } => 'Q',
        BlockKind::Caption => 'c',
        BlockKind::Boilerplate { role } => match role {
            BoilerplateRole::Notes => 'N',
            BoilerplateRole::Contact => 'C',
            BoilerplateRole::EndMark => 'E',
            _ => 'B',
        },
    };
    body_blocks(text).into_iter().map(letter).collect()
}

#[test]
fn a_label_before_the_headline_is_the_kind() {
    for (line, kind) in [
        ("News story: Bridge opens", StoryKind::NewsStory),
        ("PRESS RELEASE : Bridge opens", StoryKind::PressRelease),
        ("World  News Story:Bridge opens", StoryKind::WorldNewsStory),
        ("# Oral statement to Parliament: Bridge opens", StoryKind::OralStatement),
        ("Fatality notice: Bridge opens", StoryKind::FatalityNotice),
        ("FACT SHEET: Bridge opens", StoryKind::FactSheet),
        ("Government response: Bridge opens", StoryKind::GovernmentResponse),
        ("MEDIA ADVISORY\nBridge opens", StoryKind::MediaAdvisory),
        ("FOR IMMEDIATE RELEASE\n\nBridge opens", StoryKind::PressRelease),
    ] {
        let story = story(&format!("{line}\n\nThe bridge at Ost opened on Monday, after a year of work.\n"));
        assert_eq!((story.kind, story.headline.as_str()), (Some(kind), "Bridge opens"), "{line}");
    }
}

#[test]
fn words_that_belong_to_the_headline_stay_in_it() {
    let story = story("Readout of Minister Fell’s call\n\nMs Fell called her colleague today.");
    assert_eq!(story.kind, Some(StoryKind::Readout));
    assert_eq!(story.headline, "Readout of Minister Fell’s call");
    assert!(story.to_string().starts_with("Readout of"));
}

#[test]
fn a_short_first_paragraph_under_a_label_is_the_standfirst() {
    let text =
        "News story: Bridge opens\n\nThe bridge at Ost carries trains again.\n\nMs Fell cut the ribbon.\n";
    assert_eq!(story(text).standfirst.as_deref(), Some("The bridge at Ost carries trains again."));
    let unlabelled = story(text.strip_prefix("News story: ").unwrap());
    assert_eq!((unlabelled.standfirst, unlabelled.body.len()), (None, 2));
}

#[test]
fn a_line_without_its_full_stop_is_a_standfirst() {
    let story = story(
        "Bridge opens\n\nMinister to cut the ribbon at Ost and to visit the school beside the river\n\n\
         Ms Fell arrives in Ost today.",
    );
    assert!(story.standfirst.unwrap().ends_with("river"));
}

#[test]
fn the_lines_under_a_headline_have_their_fields() {
    let text = "Bridge opens\nEMBARGOED UNTIL 00:01 BST 4 MAY 2022\n\nBy Jo Bell\n\n\
                NEW OST, 3 May 2022 – The bridge will open.\n\nIt is long.";
    let story = story(text);
    assert_eq!(story.byline.as_ref().unwrap().text, "By Jo Bell");
    let embargo = story.dates.embargo.clone().unwrap();
    assert_eq!(embargo.raw, "00:01 BST 4 MAY 2022");
    assert_eq!(embargo.edtf().as_deref(), Some("2022-05-04T00:01:00+01:00"));
    let line = story.dateline.clone().unwrap();
    assert_eq!((line.text.as_str(), line.place.unwrap().name.as_str()), ("NEW OST, 3 May 2022", "NEW OST"));
    assert!(matches!(line.date.unwrap().calendar, Some(Calendar::Day(_))));
    assert_eq!(story.body[0].text, "The bridge will open.");
    assert_eq!(self::story(&story.to_string()), story);
}

#[test]
fn a_name_and_an_office_are_a_byline_and_a_place_is_not() {
    let under = |line: &str| story_under("Bridge opens", &format!("{line}\n\nThe bridge opened today."));
    assert!(under("Ann B. Fell, Minister of Works and Secretary").byline.is_some());
    assert!(under("Office of the Spokesperson").byline.is_some());
    assert!(under("New Ost, Poland").byline.is_none());
}

#[test]
fn an_embargo_keeps_the_date_that_its_words_do_not_say() {
    let mut story = Story::new("Bridge opens");
    let day = chrono::NaiveDate::from_ymd_opt(2022, 5, 4).unwrap();
    story.dates.embargo = Some(Date::new("next Wednesday").with_resolved(Calendar::Day(day)));
    assert_eq!(self::story(&story.to_string()).dates.embargo.unwrap().first_day(), Some(day));
}

#[test]
fn speech_without_marks_goes_on_in_the_first_person() {
    let lead = "Works Minister Ann Fell said:\n\n";
    assert_eq!(kinds(&format!("{lead}It stands.\n\nWe built it.\n\nMs Fell left.\n\nIt rained.")), "pqqpp");
    assert_eq!(kinds(&format!("{lead}We built it.\n\nTrains pay.\n\nWe run them.\n\nIt rained.")), "pqqqp");
    assert_eq!(kinds(&format!("{lead}We built it.\n\nJo Bell added:\n\nI saw it.\n\nENDS")), "pqpqE");
    assert_eq!(kinds(&format!("{lead}We built it.\n\nAnn Fell told us that we won.")), "pqp");
    // Opinions are speech without a first person; news is not.
    assert_eq!(
        kinds(&format!("{lead}It stands.\n\nEvery town deserves a bridge.\n\nIt opens in 2030.")),
        "pqqp"
    );
}

#[test]
fn a_story_in_the_first_person_quotes_one_paragraph() {
    assert_eq!(
        kinds("I thank you all.\n\nAs Ann Fell said:\n\nWork is work.\n\nI agree, and we go on."),
        "ppqp"
    );
}

#[test]
fn marks_are_opened_at_each_paragraph_and_closed_at_the_last() {
    assert_eq!(kinds("Ann Fell said:\n\n“We built it.\n\n“We run it.”\n\nTrains came."), "pqqp");
    assert_eq!(kinds("Ann Fell said:\n\n“We built it.\n\nIt runs.\n\nIt pays.”\n\nTrains came."), "pqqqp");
    assert_eq!(kinds("“We built it.”\n\n“We run it.”\n\nTrains came."), "qQp");
    assert_eq!(kinds("“We built it,” she said.\n\nTrains came."), "pp");
}

#[test]
fn a_transcript_is_paragraphs() {
    assert_eq!(
        kinds("MINISTER FELL:  Thank you.\n\nQUESTION:  Why now?\n\nMINISTER FELL:  We had to wait for it."),
        "ppp"
    );
}

#[test]
fn headings_stand_over_prose() {
    let prose = "The works took a year and cost a million.";
    assert_eq!(kinds(&format!("{prose}\n\nThe cost\n\n{prose}")), "php");
    assert_eq!(kinds(&format!("{prose}\n\nNext steps\n\n- trains will run every hour")), "phi");
    assert_eq!(kinds(&format!("{prose}\n\n24 August 2014\n\n{prose}")), "ppp");
    assert_eq!(kinds(&format!("{prose}\n\nOst Town Hall\n\nNew Ost\n\n{prose}")), "pppp");
    assert_eq!(kinds(&format!("{prose}\n\nQuestion: And then, Minister?\n\n{prose}")), "ppp");
    assert_eq!(kinds(&format!("MINISTER OF WORKS\nTHE BRIDGE\n{prose}")), "hp");
}

#[test]
fn lists_keep_their_depth() {
    let blocks = body_blocks("- one\n  - two\n- three\nstill three\n\n1. four\n\n2. five");
    let depths: Vec<_> = blocks.iter().map(|block| (block.kind.clone(), block.text.as_str())).collect();
    let item = |ordered, depth| BlockKind::ListItem { ordered, depth, starts: false };
    assert_eq!(depths[1], (item(false, 1), "two"));
    assert_eq!(depths[2], (item(false, 0), "three\nstill three"));
    assert_eq!(depths[4].1, "five");
}

#[test]
fn tails_are_boilerplate() {
    assert_eq!(
        kinds("It opened.\n\nENDS\n\nNotes to editors\n\n1. It is long.\n\nMedia enquiries: 555 0100"),
        "pENNC"
    );
    assert_eq!(kinds("It opened.\n\nContact:\nJo Bell\n555 0100\n\n###"), "pCCE");
    assert_eq!(kinds("It opened.\n\nFor further information, please contact jo@example.org."), "pC");
}

#[test]
fn every_line_followed_by_a_blank_one_is_joined() {
    let text = "The works at the bridge have taken\n\na whole year, and the trains which\n\nran before will run again.\n\n\
                They cost a million, which the\n\ncounty and the town of New Ost will\n\npay.";
    let blocks = body_blocks(text);
    assert_eq!(blocks.len(), 2);
    assert!(blocks[0].text.starts_with("The works at the bridge have taken\na whole year"));
}

#[test]
fn wrapped_lines_stay_lines_and_a_short_one_ends_a_paragraph() {
    let text = "The works at the bridge have taken a whole year, and the\ntrains run.\n\
                They cost a million, which the county and the town pay\nin the end.";
    let blocks = body_blocks(text);
    assert_eq!(blocks.len(), 2);
    assert!(blocks[0].text.ends_with("and the\ntrains run."));
}

#[test]
fn line_ends_and_marks_of_the_encoding_are_layout_and_other_characters_are_not() {
    let plain = story("Bridge opens\n\nA soft\u{ad}hyphen and\u{a0}a space.\n\nIt opened.\n");
    assert_eq!(
        story("\u{feff}Bridge opens\r\n\r\nA soft\u{ad}hyphen and\u{a0}a space.\r\rIt opened.\r\n"),
        plain
    );
    assert_eq!(plain.body[0].text, "A soft\u{ad}hyphen and\u{a0}a space.");
}

#[test]
fn what_is_not_text_is_refused_with_its_place() {
    for (bytes, kind, column) in [
        (&b"ab\xffc"[..], TroubleKind::Encoding, 3),
        (&b"\xff\xfea\0"[..], TroubleKind::Encoding, 1),
        (&b"abc\0"[..], TroubleKind::WrongFormat, 4),
    ] {
        let error = read(bytes, &ReadOptions::default()).unwrap_err();
        assert_eq!((error.trouble().kind, error.trouble().position.as_ref().unwrap().column), (kind, column));
    }
    assert_eq!(story(""), Story::new(""));
    let few = ReadOptions::new().with_limits(crate::format::Limits::new().with_elements(1));
    let error = read(b"Bridge opens\n\nOne.\n\nTwo.", &few).unwrap_err();
    assert_eq!(error.trouble().kind, TroubleKind::Limit);
}

#[test]
fn natural_text_has_no_explicit_form() {
    let text = "Press release: Bridge opens\n\nThe bridge at Ost carries trains again.\n\n\
                Ms Fell cut the ribbon.\n\nThe cost\n\nIt cost a million, which the county and the town paid.\n\n\
                - steel\n- stone\n\nAnn Fell said:\n\nWe built it.\n\nENDS\n";
    assert_eq!(story(text).to_string(), text);
}

#[test]
fn what_would_be_misread_is_written_explicitly() {
    let story = Story::new("Bridge opens")
        .with_block(Block::paragraph("It opened."))
        .with_block(Block::paragraph("ENDS"))
        .with_block(Block::quotation("It was built."))
        .with_block(Block::heading(2, "And then?"));
    let written = story.to_string();
    assert_eq!(
        written,
        "Bridge opens\n\nIt opened.\n\n\\paragraph ENDS\n\n> It was built.\n\n## And then?\n"
    );
    assert_eq!(self::story(&written), story);
}

#[test]
fn hostile_input_takes_linear_time() {
    // Each of these would take very long if any step were quadratic.
    for part in [
        "\n", "He said:\n\n", "“a b\n\n", "“a\n\nb.\n\n", "- a\n", "ENDS\n", "‘A’ ", "(a", "a:",
        "\\item 0 a\n",
    ] {
        let text = part.repeat(30_000);
        let story = story(&text);
        assert_eq!(self::story(&story.to_string()), story, "{part:?}");
    }
}
