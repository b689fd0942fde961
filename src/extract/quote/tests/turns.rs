//! Who speaks after whom: answers, other words for another, and nouns before names.

use crate::extract::{Extractor, told};
use crate::model::{Block, Story};

/// Who speaks in each quote of a text.
fn speakers(text: &str) -> Vec<String> {
    told::speakers("FI", text)
}

#[test]
fn whoever_was_asked_replies() {
    let text = "Senator Bo Lind asked Minister Ana Virta when the bridge would open.\n“It will open in May,” she replied.";
    assert_eq!(speakers(text), ["Ana Virta"]);
    let text = "Asked by Senator Bo Lind about the bridge, Minister Ana Virta spoke of May.\n“It will open in May,” she said.";
    assert_eq!(speakers(text), ["Ana Virta"]);
    let text = "Senator Bo Lind asked for the bridge to be closed.\n“It will open in May,” he said.";
    assert_eq!(speakers(text), ["Bo Lind"]);
}

#[test]
fn she_after_he_is_another() {
    let text = "Mayor Karl Berg met Minister Ana Virta. “We are quite ready,” he said. “Nobody is ready here,” she said.";
    assert_eq!(speakers(text), ["Karl Berg", "Ana Virta"]);
    let text = "“We are quite ready for it now,” said Minister Ana Virta. “We shall all be there,” the minister said.";
    assert_eq!(speakers(text), ["Ana Virta", "Ana Virta"]);
}

#[test]
fn nouns_may_stand_before_a_name_without_an_article() {
    let text = "“You ought to have known better than that,” magistrate Ana Virta told the man.";
    assert!(speakers(text)[0].contains("Ana Virta"));
    let text = "“You ought to have known better than that” in large letters on Hill Street said nothing new.";
    assert!(speakers(text).iter().all(|speaker| !speaker.contains("Hill")), "{:?}", speakers(text));
}

#[test]
fn whoever_issued_a_text_speaks_in_it() {
    let text = "The harbour union issued the following statement:\n“We have no plan at all for the north.”";
    assert!(speakers(text)[0].contains("The harbour union"), "{:?}", speakers(text));
    let text = "The following statement was issued:\n“We have no plan at all for the north.”";
    assert_eq!(speakers(text), [""]);
}

#[test]
fn a_statement_by_a_spokesperson_is_of_that_one() {
    let text = "UN Secretary-General Karl Berg was shocked. “Such attacks must stop at once everywhere,” a statement by his spokesperson said.";
    assert!(speakers(text)[0].contains("his spokesperson"), "{:?}", speakers(text));
}

#[test]
fn who_replies_within_the_clause_of_another_has_the_next_words() {
    let text = "“Sit down and be quiet for once,” Mayor Bo Lind told Minister Ana Virta, who replied, “I shall stand as I please.”";
    assert_eq!(speakers(text), ["Bo Lind", "Ana Virta"]);
}

#[test]
fn an_answer_within_a_clause_is_anothers() {
    let text = "“Where is the bridge?” Mayor Bo Lind asked, only to be met with a reply by Minister Ana Virta, “It was sold to the north last night.”";
    assert_eq!(speakers(text), ["Bo Lind", "Ana Virta"]);
}

#[test]
fn lines_beside_speech_name_the_speaker() {
    let lines = |text: &str| {
        let blocks = text.split("\n\n").map(Block::paragraph);
        let story = blocks.fold(Story::new(""), Story::with_block);
        let facts = Extractor::new().extract(story).facts;
        facts.quotes.iter().map(|quote| told::speaker(quote, &facts)).collect::<Vec<_>>()
    };
    for text in [
        "Quotes\n\n“We will build the bridge now.”\n\nThe Honourable Ana Virta\nMinister of Works\n\n“It will serve us all very well.”\n\nBo Lind\nMayor of Ost",
        "QUOTES\n\n\" We will build the bridge now. \"\n\n- Ana Virta\nMinister of Works\n\n\" It will serve us all very well. \"\n\n- Bo Lind\nMayor of Ost",
        "Comments attributed to Works Minister Ana Virta:\n\n“We will build the bridge now.”\n\nComments attributed to Mayor Bo Lind:\n\n“It will serve us all very well.”",
        "As stated by Minister Ana Virta\n\n“We will build the bridge now.”\n\nAs stated by Mayor Bo Lind\n\n“It will serve us all very well.”",
    ] {
        let lines = lines(text);
        assert!(
            lines.len() == 2 && lines[0].contains("Ana Virta") && lines[1].contains("Bo Lind"),
            "{text}: {lines:?}"
        );
    }
}

#[test]
fn a_body_speaks_by_its_texts_and_is_they() {
    for (text, speaker) in [
        (
            "A statement from the Harbour Union read: “We have no plan at all for the north.”",
            "the Harbour Union",
        ),
        ("“We have no plan at all for the north,” the ministry’s statement said.", "the ministry"),
        (
            "The Foreign Ministry condemned the plan.\n“It must not be done like that,” they said.",
            "The Foreign Ministry",
        ),
        (
            "Minister Ana Virta and her counterpart Bo Lind signed it.\n“We shall work for all of you,” they said.",
            "Minister Ana Virta and her counterpart Bo Lind",
        ),
    ] {
        let told = speakers(text);
        assert!(told.len() == 1 && told[0].contains(&format!("\"{speaker}\"")), "{text}: {told:?}");
    }
}

#[test]
fn a_mark_that_nobody_opened_closes_speech_that_is_told() {
    let text = "The road is open to all,” said Mayor Ana Virta.\n“The work was hard,” she added.";
    assert_eq!(speakers(text), ["Ana Virta", "Ana Virta"]);
    assert!(speakers("The road is open” and so on.").is_empty());
}

#[test]
fn the_holder_of_an_office_is_not_the_former_one() {
    let text = "Governor Bo Lind hosted a dinner for former Governor Karl Berg.\nThe Governor thanked all.\n“It was a good year for us,” he told them.";
    assert!(speakers(text)[0].contains("Bo Lind"), "{:?}", speakers(text));
    let text = "Former Governor Karl Berg hosted a dinner.\nThe Governor thanked all.\n“It was a good year for us,” he told them.";
    assert!(speakers(text)[0].contains("Karl Berg"), "{:?}", speakers(text));
}

#[test]
fn dashes_may_stand_about_the_words_that_tell_who_speaks() {
    let text = "“The road is open to all of us,” - said Mayor Ana Virta.\n“It was hard,” – she noted, – “but it was worth it.”";
    assert_eq!(speakers(text), ["Ana Virta", "Ana Virta"]);
    assert_eq!(speakers("“The road is open to all of us.” – Mayor Ana Virta"), ["Ana Virta"]);
}

#[test]
fn a_mark_before_said_closes() {
    let text = "“The road is open to all of us, “said Mayor Ana Virta.";
    assert_eq!(speakers(text), ["Ana Virta"]);
}

#[test]
fn a_line_with_a_verb_signs_nothing() {
    let text = "“It was hard for us,” said Mayor Ana Virta. “It was worth it all.”\nForty guests attended the dinner, with Chief of Staff Bo Lind Jr.";
    assert_eq!(speakers(text), ["Ana Virta", "Ana Virta"]);
}
