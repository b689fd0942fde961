//! Texts that speak for whoever wrote them, and words that are handed on.

use super::*;

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

#[test]
fn a_line_credits_the_quotes_below_it() {
    assert_told(
        &["The bridge opens today.", "Quotes attributable to Ana Virta:", "“One is done.”", "“Two waits.”"],
        &["Ana Virta: One is done.", "Ana Virta: Two waits."],
    );
    assert_told(
        &["Quote attributable to Ana Virta", "“One is done.”", "Quote from Bo Lind", "“Two waits.”"],
        &["Ana Virta: One is done.", "Bo Lind: Two waits."],
    );
    let story = Story::new("A headline")
        .with_block(Block::heading(1, "Quote attributable to Ana Virta"))
        .with_block(Block::quotation("“One is done.”"));
    assert_eq!(render(&read(&story, NAMES)), ["Ana Virta: One is done."]);
}

#[test]
fn whoever_is_quoted_as_saying_speaks() {
    for text in [
        "“We will build the bridge,” Ana Virta was quoted as saying.",
        "“We will build the bridge,” Ana Virta was further quoted to have said.",
        "President Oke quoted Ana Virta as saying: “We will build the bridge,”",
    ] {
        assert_told(&[text], &["Ana Virta: We will build the bridge,"]);
    }
    // The verb tells of somebody else's question.
    assert_told(
        &["Asked when it would open, Ana Virta was blunt. “We will build more of them.”"],
        &["Ana Virta: We will build more of them."],
    );
}

#[test]
fn a_text_that_is_read_out_is_its_sender_s() {
    assert_told(
        &[
            "Ana Virta sent Bo Lind a telegram.",
            "It was kind.",
            "The telegram read as follows:",
            "“We stay.”",
        ],
        &["Ana Virta: We stay."],
    );
    assert_told(
        &["“We will build the bridge,” a statement issued by Ana Virta read."],
        &["Ana Virta: We will build the bridge,"],
    );
    assert_told(
        &[
            "In a statement on Monday by Ana Virta, all was denied.",
            "The statement read in part: “We will stay where we are.”",
        ],
        &["Ana Virta: We will stay where we are."],
    );
    // Whose statement it is nobody says.
    assert_told(
        &["The statement added: “We will build the bridge.”"],
        &["(The statement): We will build the bridge."],
    );
}

#[test]
fn somebody_quotes_another() {
    assert_told(
        &["“We will build it,” the agency quoted Ana Virta as saying."],
        &["Ana Virta: We will build it,"],
    );
}

#[test]
fn a_statement_speaks_for_who_made_it() {
    assert_told(
        &["In a statement, police said the boat was lost.", "“We will go on until May,” the statement said."],
        &["(police): We will go on until May,"],
    );
    assert_told(
        &["Police said in a statement the boat was lost.", "“We will go on until May,” reads the statement."],
        &["(Police): We will go on until May,"],
    );
    assert_told(
        &["“We will go on until May,” the statement said."],
        &["(the statement): We will go on until May,"],
    );
}

#[test]
fn a_body_is_it() {
    assert_told(
        &[
            "“The boat is lost,” said the harbour office.",
            "It added that the search went on.",
            "“We will go on until May.”",
        ],
        &["(the harbour office): The boat is lost,", "(the harbour office): We will go on until May."],
    );
}
