//! Who speaks.

use super::*;

#[test]
fn whoever_agrees_behind_a_quotation_speaks() {
    assert_told(
        &["“We will build it,” Ana Virta said.", "“This makes sense to all of us,” Bo Lind agreed."],
        &["Ana Virta: We will build it,", "Bo Lind: This makes sense to all of us,"],
    );
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
fn a_sentence_split_by_its_attribution_is_one() {
    assert_told(
        &["“We will build,” he added. “It will take time.”"],
        &["he: We will build,", "he: It will take time."],
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
fn they_are_nobody_who_has_a_name() {
    assert_told(
        &["“We will build the bridge,” said Ana Virta.", "“It will take time,” they said."],
        &["Ana Virta: We will build the bridge,", "?: It will take time,"],
    );
    assert_told(
        &["“We will build the bridge,” said a keeper.", "“It will take time,” they said."],
        &["(a keeper): We will build the bridge,", "(a keeper): It will take time,"],
    );
    assert_told(
        &["“We will build the bridge,” said Ana Virta and Bo Lind.", "“It will take time,” they said."],
        &[
            "(Ana Virta and Bo Lind): We will build the bridge,",
            "(Ana Virta and Bo Lind): It will take time,",
        ],
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
fn parts_in_one_sentence_have_one_speaker() {
    assert_told(
        &["Ana Virta said it was “a link between our two towns” and “a gift to all who live here”."],
        &["Ana Virta: a link between our two towns", "Ana Virta: a gift to all who live here"],
    );
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
fn a_participle_of_saying_has_the_subject_of_the_verb_before() {
    assert_told(
        &[
            "Ostia's foreign minister said the bridge was late, saying delays are “a burden on all of the towns”.",
        ],
        &["(Ostia's foreign minister): a burden on all of the towns"],
    );
    assert_told(
        &["Ana Virta told Bo Lind that she would go, adding: “We will build the bridge.”"],
        &["Ana Virta: We will build the bridge."],
    );
}

#[test]
fn a_verb_without_a_subject_after_speech_has_the_speaker_of_that() {
    for added in ["adding,", "and added:", "and then said:", "before adding:"] {
        assert_told(
            &[&format!(
                "Ana Virta said the bridge “will be the longest in the land”, {added} “We begin in May.”"
            )],
            &["Ana Virta: will be the longest in the land", "Ana Virta: We begin in May."],
        );
    }
}

#[test]
fn what_somebody_called_a_thing_is_said() {
    assert_told(
        &["Ana Virta warned of what she called “a window that will close on us soon”."],
        &["Ana Virta: a window that will close on us soon"],
    );
    assert_told(
        &["He opened what Ana Virta described as “the longest bridge in the whole of the land”."],
        &["Ana Virta: the longest bridge in the whole of the land"],
    );
    assert_told(&["He opened the bridge called “the longest way home in the whole land”."], &[]);
}

#[test]
fn sentences_before_the_last_one_tell_the_speaker() {
    assert_told(
        &["Ana Virta said the bridge was ready. It was a long wait. “We will build more of them.”"],
        &["Ana Virta: We will build more of them."],
    );
    assert_told(
        &["Ana Virta said the bridge was ready. It was a long wait.", "“We will build more of them.”"],
        &["Ana Virta: We will build more of them."],
    );
}

#[test]
fn a_second_part_that_is_told_to_be_said_is_another_quote() {
    assert_told(
        &["“We agree,” said Ana Virta. “That is true,” Bo Lind replied."],
        &["Ana Virta: We agree,", "Bo Lind: That is true,"],
    );
    assert_told(
        &["“We agree,” said Ana Virta. “That is true,” she added."],
        &["Ana Virta: We agree,", "Ana Virta: That is true,"],
    );
    assert_told(
        &["“We agree,” said Ana Virta. “That is true. We shall come.”"],
        &["Ana Virta: We agree,", "Ana Virta: That is true. We shall come."],
    );
    assert_told(
        &["“We agree,” said Ana Virta, “and we shall come,” she added."],
        &["Ana Virta: We agree,|and we shall come,"],
    );
}

#[test]
fn a_pronoun_is_whoever_the_words_before_told_of() {
    let expected = &["(The town crier): We stay where we are."];
    assert_told(&["The town crier said he was moved. “We stay where we are.” they said."], expected);
    assert_told(&["The town crier said he was moved.", "“We stay where we are.” they said."], expected);
    assert_told(
        &["“We stay where we are” were the words of Ana Virta."],
        &["Ana Virta: We stay where we are"],
    );
}

#[test]
fn who_speaks_needs_no_article() {
    for (text, expected) in [
        ("“We will build it,” police said on Monday.", "(police): We will build it,"),
        ("“We will build it,” local residents said.", "(local residents): We will build it,"),
        ("“We will build it,” ministry officials told us.", "(ministry officials): We will build it,"),
        ("“We will build it,” prime minister Bo Lind said.", "Bo Lind: We will build it,"),
    ] {
        assert_told(&[text], &[expected]);
    }
    assert_told(
        &["“The boat is lost,” police said in a statement. “We will go on.”"],
        &["(police): The boat is lost,", "(police): We will go on."],
    );
}

#[test]
fn the_verb_of_an_insertion_is_not_that_of_the_speaker() {
    assert_told(
        &["“We will build it,” a senior clerk, who asked not to be named, told us."],
        &["(a senior clerk): We will build it,"],
    );
}

#[test]
fn attribution_may_close_the_sentence_that_speech_begins() {
    assert_told(
        &["“The town bears the duty to build and to pay for” Oke's half of the bridge, Ana Virta said."],
        &["Ana Virta: The town bears the duty to build and to pay for"],
    );
}

#[test]
fn a_clause_may_begin_with_after() {
    assert_told(
        &["A row broke out after Ana Virta posted on Monday “we will build the bridge ourselves”."],
        &["Ana Virta: we will build the bridge ourselves"],
    );
    assert_told(
        &["A row broke out after the keeper posted on Monday “we will build the bridge ourselves”."],
        &["(the keeper): we will build the bridge ourselves"],
    );
}

#[test]
fn a_pronoun_that_could_be_two_is_of_whom_the_sentence_before_tells() {
    let facts = super::super::super::told::facts(
        "FI",
        "Mayor Bo Lind met Ana Virta, the president of the union. “The clerks asked for more pay,” he said.",
    );
    let speaker = facts.quotes[0].speaker.as_ref().and_then(|who| facts.official(who.id()?));
    assert_eq!(speaker.map(|official| official.label().to_owned()).as_deref(), Some("Bo Lind"));
}

#[test]
fn a_verb_without_a_subject_has_that_of_the_sentence() {
    assert_told(
        &[
            "Ana Virta, who was in Ost, called the attack “vile,” and said, “we stand with the whole town tonight.”",
        ],
        &["Ana Virta: we stand with the whole town tonight."],
    );
    assert_told(
        &["Bo Lind spoke of “bad luck”, adding: “We shall build it all again.”"],
        &["Bo Lind: We shall build it all again."],
    );
}

#[test]
fn what_introduces_the_next_speech_closes_none() {
    assert_told(
        &["“The road is long and hard.” The crowd shouted “four more years for the Mayor!”"],
        &["?: The road is long and hard.", "(The crowd): four more years for the Mayor!"],
    );
}

#[test]
fn a_reply_is_a_noun_after_in() {
    assert_told(
        &["The ministry said in reply: “All of the papers were sent in March.”"],
        &["(The ministry): All of the papers were sent in March."],
    );
}

#[test]
fn a_relative_clause_may_tell_who_called_it_so() {
    assert_told(
        &["It was a view that Bo Lind called “a poor excuse for doing nothing”."],
        &["Bo Lind: a poor excuse for doing nothing"],
    );
}

#[test]
fn a_headline_names_the_speaker_after_a_colon_or_quotes_nobody() {
    let told = |headline: &str| render(&read(&Story::new(headline), NAMES));
    assert_eq!(told("“We stay in the town for good”: Bo Lind"), ["Bo Lind: We stay in the town for good"]);
    assert!(told("‘Our hearts are all with the victims’: leaders react").is_empty());
}

#[test]
fn whoever_answers_a_reporter_spoke_before() {
    assert_told(
        &[
            "“I was elected to do a job,” Bo Lind said.",
            "“And what of the money?” a reporter asked.",
            "“There is no money at all,” Mr Lind shot back.",
        ],
        &[
            "Bo Lind: I was elected to do a job,",
            "(a reporter): And what of the money?",
            "Mr Lind: There is no money at all,",
        ],
    );
    let last = told(&[
        "“I was elected to do a job,” Karl Berg said.",
        "“And what of the money?” a reporter asked.",
        "“There is no money at all,” they replied.",
    ]);
    assert_eq!(last.last().map(String::as_str), Some("(Karl Berg): There is no money at all,"));
}
