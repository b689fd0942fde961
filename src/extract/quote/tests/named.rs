//! Speakers who are told in clauses of every shape, together, in lines over their words, and by sentences between.

use super::*;
use crate::extract::told::facts;

#[test]
fn those_who_speak_together_are_told_together() {
    for text in [
        "“We will build the bridge,” Ana Virta and Bo Lind said.",
        "“We will build the bridge,” said Ana Virta and Bo Lind.",
        "Ana Virta and Bo Lind said: “We will build the bridge,”",
    ] {
        assert_told(&[text], &["(Ana Virta and Bo Lind): We will build the bridge,"]);
    }
    assert_told(
        &["Ana Virta met Prime Minister Bo Lind and Ms Virta said: “We will build the bridge.”"],
        &["Ms Virta: We will build the bridge."],
    );
}

#[test]
fn of_a_relative_clause_whoever_it_tells_more_of_speaks() {
    assert_told(
        &[
            "Bo Lind quoted Ana Virta, who called the war a crime in which “thousands of people were killed at once”.",
        ],
        &["Ana Virta: thousands of people were killed at once"],
    );
}

#[test]
fn two_phrases_may_tell_more_of_a_name() {
    assert_told(
        &["Ana Virta, a builder and one of the keepers said: “We will build the bridge.”"],
        &["Ana Virta: We will build the bridge."],
    );
}

#[test]
fn a_verb_may_stand_before_its_speaker_and_in_the_passive() {
    assert_told(&["Said Ana Virta: “We will build it.”"], &["Ana Virta: We will build it."]);
    assert_told(
        &["The town was told by Ana Virta that “the bridge will be built in the spring”."],
        &["Ana Virta: the bridge will be built in the spring"],
    );
    assert_told(
        &["“We will build the bridge,” read a statement from the keepers."],
        &["(the keepers): We will build the bridge,"],
    );
}

#[test]
fn what_is_added_to_words_is_of_the_same_speaker() {
    assert_told(
        &["“We will build the bridge,” Ana Virta told the town, adding “and it will be a good one”."],
        &["Ana Virta: We will build the bridge,", "Ana Virta: and it will be a good one"],
    );
    assert_told(
        &[
            "“We will build the bridge,” Ana Virta said while calling for help by saying: “Bring all the stone.”",
        ],
        &["Ana Virta: We will build the bridge,", "Ana Virta: Bring all the stone."],
    );
}

#[test]
fn a_sentence_between_tells_whose_the_next_words_are() {
    assert_told(
        &[
            "“We are late,” said Bo Lind. Ana Virta replied that time was short. “We shall build it all the same.”",
        ],
        &["Bo Lind: We are late,", "Ana Virta: We shall build it all the same."],
    );
    assert_told(
        &["“We are late,” said Bo Lind. The town will wait. “We shall build it all the same.”"],
        &["Bo Lind: We are late,", "Bo Lind: We shall build it all the same."],
    );
}

#[test]
fn a_line_over_each_of_several_speeches_tells_their_speakers() {
    let under = |lines: [&str; 4]| {
        let story = Story::new("A headline").with_block(Block::paragraph("Both spoke on Monday."));
        let blocks = lines.into_iter().map(|line| match line.starts_with('“') {
            true => Block::new(BlockKind::Quotation { starts: true }, line),
            false => Block::heading(1, line),
        });
        render(&read(&blocks.fold(story, Story::with_block), NAMES))
    };
    let expected = ["Ana Virta: One bridge is done.", "Bo Lind: Two are not done."];
    let one = "“One bridge is done.”";
    let two = "“Two are not done.”";
    assert_eq!(under(["Ana Virta, builder", one, "Bo Lind, keeper", two]), expected);
    assert_eq!(under([one, "Ana Virta, builder", two, "Bo Lind, keeper"]), expected);
}

#[test]
fn a_heading_below_speech_is_nobody_and_parts_nothing() {
    let story = Story::new("A headline")
        .with_block(Block::paragraph("“One bridge is done,” Ana Virta said."))
        .with_block(Block::paragraph("“The next is not done at all.”"))
        .with_block(Block::heading(1, "Next steps"));
    assert_eq!(
        render(&read(&story, NAMES)),
        ["Ana Virta: One bridge is done,", "Ana Virta: The next is not done at all."]
    );
}

#[test]
fn a_name_after_a_dash_may_end_its_sentence() {
    assert_told(
        &["“The builder was clear. He said we shall build it,” – Ana Virta."],
        &["Ana Virta: The builder was clear. He said we shall build it,"],
    );
}

#[test]
fn somebody_who_urges_others_speaks_in_the_next_paragraph() {
    assert_told(
        &["Ana Virta also urged the town to help:", "We comfort those who lost their homes. They need us."],
        &["Ana Virta: We comfort those who lost their homes. They need us."],
    );
    assert_told(&["Ana Virta urged all to bring the following:", "Water and bread for our table."], &[]);
    assert_told(&["Ana Virta urged all to help:", "The office is open from nine on."], &[]);
}

#[test]
fn a_mark_that_nothing_closes_opens_no_speech_within_a_clause() {
    assert_told(
        &["Ana Virta said the “bridge was done.", "The works cost little.", "“It is late,” Bo Lind said."],
        &["Bo Lind: It is late,"],
    );
}

#[test]
fn it_is_the_body_of_the_sentence_before() {
    assert_told(
        &["The Harbour Ministry condemned the attack. “We stand with all who lost friends,” it said."],
        &["(The Harbour Ministry): We stand with all who lost friends,"],
    );
    assert_told(
        &["The road was long. “We stand with all who lost friends,” it said."],
        &["?: We stand with all who lost friends,"],
    );
}

#[test]
fn a_text_that_nothing_told_of_is_of_whoever_expressed_it() {
    assert_told(
        &[
            "On her page Ana Virta offered her sympathy.",
            "“We are with all who lost friends,” the tweet reads.",
        ],
        &["Ana Virta: We are with all who lost friends,"],
    );
}

#[test]
fn who_answers_a_reporter_is_another() {
    assert_told(
        &["Ana Virta said: “I stay.” “But are you sure?” asked a reporter. “Quite sure,” she said."],
        &["Ana Virta: I stay.", "(a reporter): But are you sure?", "she: Quite sure,"],
    );
    assert_told(
        &["“We lost it all at once,” said a resident. “The water came at four,” they said."],
        &["(a resident): We lost it all at once,", "(a resident): The water came at four,"],
    );
}

#[test]
fn somebody_who_is_not_to_be_named_is_told_in_short() {
    assert_told(
        &["“We will build the bridge,” a keeper who asked not to be named told the paper."],
        &["(a keeper): We will build the bridge,"],
    );
}

#[test]
fn an_agency_reports_somebody_as_saying_it() {
    assert_told(
        &["“We will build the bridge,” the agency reported Ana Virta as saying."],
        &["Ana Virta: We will build the bridge,"],
    );
}

#[test]
fn an_answer_is_of_whose_it_is_and_a_banner_of_itself() {
    assert_told(
        &["Ana Virta’s answer was short: “I have no plans of that kind at all.”"],
        &["Ana Virta: I have no plans of that kind at all."],
    );
    assert_told(
        &["A banner read “We want our old bridge back now”."],
        &["(A banner): We want our old bridge back now"],
    );
}

#[test]
fn whoever_owns_a_text_or_gives_a_reply_speaks_in_it() {
    for lead_in in [
        "Ms Virta’s quote:",
        "The full text of the Minister’s letter is as follows:",
        "In the Minister’s words:",
        "The Mayor was met with a reply by Ms Virta,",
        "Ms Virta said the plan was “tired” and that",
    ] {
        let text =
            format!("Minister Ana Virta spoke.\n{lead_in} “the nature of events is changing for us now.”");
        let facts = facts("FI", &text);
        let speakers: Vec<_> =
            facts.quotes.iter().filter_map(|quote| facts.official(quote.speaker.as_ref()?.id()?)).collect();
        assert_eq!(speakers.last().map(|who| who.label()), Some("Ana Virta".into()), "{lead_in}");
    }
}
