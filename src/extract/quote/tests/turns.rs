//! Who speaks after whom: answers, other words for another, and nouns before names.

use crate::extract::told;

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
    assert_eq!(speakers(text), ["Ana Virta"]);
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
