//! `Her lawyer was sure. “We shall win,” he said.`: somebody without a name of whom the sentence before tells.

use std::ops::Range;

use super::Speech;
use super::attribution::Cue;
use super::speaker::LEADING;
use crate::extract::annotated::{Annotated, FoundPerson, within};
use crate::extract::clause::coordinated;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{MentionForm, Participant};

/// How far into its sentence such a noun may stand.
const REACH: usize = 7;

/// The longest that tells more of the noun: "of the Union of Journalists".
const LONGEST_COMPLEMENT: usize = 7;

/// Whom "he", "she" or "they" stands for, if the sentence before the speech has a subject without a name.
pub(super) fn unnamed(speech: &Speech, cue: &Cue, texts: &[Annotated<'_>]) -> Option<Participant> {
    let who = pronoun(&texts.get(cue.passage)?.passage, cue)?;
    let (index, start) = speech.start();
    let here = texts.get(index)?;
    let own = here.passage.sentence_of(start).start;
    let (text, sentence) = match own.checked_sub(1) {
        Some(last) => (here, here.passage.sentence_of(last)),
        None => {
            let before = texts.get(index.checked_sub(1)?)?;
            (before, before.passage.sentences.last()?.clone())
        }
    };
    let is_told = !sentence.clone().any(|at| text.passage.in_quote(at));
    let words = match who {
        Who::One(sex) => subject(text, sentence, sex),
        Who::Several => several(text, sentence),
    };
    let words = words.filter(|_| is_told)?;
    Some(Participant::described(text.passage.on_one_line(words)))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sex {
    He,
    She,
}

/// Whom a pronoun may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    One(Sex),
    Several,
}

/// The pronoun that a cue is, and nothing else.
fn pronoun(passage: &Passage<'_>, cue: &Cue) -> Option<Who> {
    match cue.only_word(passage)? {
        at if passage.is(at, "he") => Some(Who::One(Sex::He)),
        at if passage.is(at, "she") => Some(Who::One(Sex::She)),
        at if passage.is(at, "they") => Some(Who::Several),
        _ => None,
    }
}

/// The words for a subject that is several: "four senators", "Ana Virta and Bo Lind".
fn several(text: &Annotated<'_>, sentence: Range<usize>) -> Option<Range<usize>> {
    let passage = &text.passage;
    let start = sentence.clone().find(|&at| passage.kind(at).is_word() && !passage.is_any(at, LEADING))?;
    // "her" of "and her counterpart Bo Lind" is nobody new.
    let is_new = |person: &&FoundPerson| person.form != MentionForm::Pronoun || person.tokens.start == start;
    let mut people = within(&text.people, start..sentence.end).iter().filter(is_new);
    if let Some(first) = people.next().filter(|first| first.tokens.start == start && !first.possessive) {
        let mut end = first.tokens.end;
        for next in people {
            let joined = coordinated(passage, end, next.tokens.start)
                || is_counterpart(passage, end..next.tokens.start);
            if next.possessive || !joined {
                break;
            }
            end = next.tokens.end;
        }
        let joined = (first.tokens.end..end).any(|at| passage.is(at, "and"));
        return joined.then_some(start..end);
    }
    let is_plain = |&at: &usize| passage.kind(at).is_word() && passage.trigger(at).is_none();
    let limit = sentence.end.min(start + REACH);
    let noun = (start..limit).take_while(is_plain).find(|&at| {
        passage.has(at, Class::People)
            && passage.word(at).ends_with(['s', 'n', 'e'])
            && !passage.has(at + 1, Class::People)
            && (passage.kind(at) == TokenKind::Lower || at == start)
    })?;
    (within(&text.people, start..noun + 1).is_empty()).then_some(start..noun + 1)
}

/// "Ana Virta │ and her Kenyan counterpart │ Bo Lind"
fn is_counterpart(passage: &Passage<'_>, between: Range<usize>) -> bool {
    const MOST: usize = 5;
    between.len() <= MOST
        && passage.is(between.start, "and")
        && passage.is_any(between.start + 1, words!["his", "her", "its", "their"])
        && (between.start + 2..between.end + 1)
            .any(|at| passage.is_any(at, words!["counterpart", "colleague", "deputy"]))
}

/// The words for a subject that is somebody without a name: "The observer for Ostland", "Eva" of "His wife, Eva,".
fn subject(text: &Annotated<'_>, sentence: Range<usize>, sex: Sex) -> Option<Range<usize>> {
    let passage = &text.passage;
    let start = sentence.clone().find(|&at| passage.kind(at).is_word() && !passage.is_any(at, LEADING))?;
    let is_plain = |&at: &usize| passage.kind(at).is_word() || passage.kind(at) == TokenKind::Possessive;
    let noun = (start..sentence.end.min(start + REACH))
        .take_while(is_plain)
        .find(|&at| passage.kind(at) == TokenKind::Lower && may_speak(passage, at, sex))?;
    let is_owned = (start..noun).any(|at| passage.kind(at) == TokenKind::Possessive);
    let opens =
        is_owned || passage.is_any(start, words!["the", "a", "an", "another", "one", "his", "her", "their"]);
    let has_verb = (start..noun).any(|at| passage.trigger(at).is_some());
    let is_person = within(&text.people, start..noun + 1).iter().any(|person| !person.possessive);
    if !opens || has_verb || is_person {
        return None;
    }
    if passage.is_mark(noun + 1, ',') {
        let name = noun + 2;
        let end = (name..sentence.end).take_while(|&at| passage.kind(at).is_capital()).last()? + 1;
        return passage.is_mark(end, ',').then_some(name..end);
    }
    let mut end = noun + 1;
    if passage.is_any(end, words!["of", "for", "from"]) {
        let is_complement = |&at: &usize| {
            passage.kind(at).is_capital() || passage.is_any(at, words!["of", "for", "from", "the"])
        };
        let limit = sentence.end.min(end + LONGEST_COMPLEMENT);
        let last = (end..limit).take_while(is_complement).last()?;
        // "of the street"
        let noun = last + usize::from(!passage.kind(last).is_capital());
        if !passage.kind(noun).is_word() {
            return None;
        }
        end = noun + 1;
    }
    let goes_on = passage.kind(end) == TokenKind::Lower && !passage.is_any(end, words!["and", "or", "who"]);
    goes_on.then_some(start..end)
}

/// Whether a noun is for somebody who may speak and be "he" or "she".
fn may_speak(passage: &Passage<'_>, at: usize, sex: Sex) -> bool {
    const MEN: &Words =
        words!["boy", "brother", "father", "fisherman", "grandfather", "husband", "man", "son", "uncle"];
    const WOMEN: &Words =
        words!["aunt", "daughter", "girl", "grandmother", "mother", "sister", "widow", "wife", "woman"];
    const ANYBODY: &Words = words![
        "activist", "analyst", "barrister", "colleague", "cousin", "delegate", "diplomat", "doctor",
        "driver", "eyewitness", "farmer", "friend", "lawyer", "manager", "member", "neighbour", "neighbor",
        "nurse", "observer", "owner", "parent", "partner", "pensioner", "prosecutor", "protester",
        "relative", "representative", "resident", "shopkeeper", "solicitor", "student", "survivor",
        "teacher", "trader", "victim", "villager", "visitor", "volunteer", "witness", "worker",
    ];
    let of_sex = match sex {
        Sex::He => MEN,
        Sex::She => WOMEN,
    };
    passage.is_any(at, of_sex) || passage.is_any(at, ANYBODY)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::facts;
    use crate::model::Participant;

    #[test]
    fn he_is_the_subject_before_that_has_no_name() {
        for (before, words, speaker) in [
            ("The representative of Ostland regretted the delay.", "she", "The representative of Ostland"),
            ("A resident of the street saw it all.", "he", "A resident"),
            ("His wife, Eva, thanked the crew.", "she", "Eva"),
            ("Mr Lind's father thanked the crew.", "he", "Mr Lind's father"),
        ] {
            let text = format!(
                "“We are all glad of it today,” said Mayor Bo Lind. {before} “It took ten long years in all,” {words} said."
            );
            let facts = facts("FI", &text);
            let told = facts.quotes.last().and_then(|quote| quote.speaker.clone());
            assert!(
                matches!(&told, Some(Participant::Described(words)) if words.starts_with(speaker)),
                "{before}: {told:?}"
            );
        }
    }

    #[test]
    fn they_are_several_who_were_told_of_before() {
        for (before, speaker) in [
            ("Meanwhile, four lawmakers visiting Turku spoke of their concern.", Some("four lawmakers")),
            ("Local residents were less sure of it.", Some("Local residents")),
            (
                "Mayor Ola Berg and Senator Ana Virta met in Turku.",
                Some("Mayor Ola Berg and Senator Ana Virta"),
            ),
            ("The road was long.", None),
        ] {
            let text = format!(
                "“We are all glad of it today,” said Mayor Bo Lind.\n{before}\n“It took ten long years in all,” they said."
            );
            let facts = facts("FI", &text);
            let told = facts.quotes.last().and_then(|quote| quote.speaker.clone());
            assert_eq!(told, speaker.map(Participant::described), "{before}");
        }
    }

    #[test]
    fn he_is_who_has_a_name_otherwise() {
        for before in ["The Mayor regretted the delay.", "The road was long.", "His wife thanked the crew."] {
            let text = format!(
                "“We are all glad of it today,” said Mayor Bo Lind. {before} “It took ten long years in all,” he said."
            );
            let facts = facts("FI", &text);
            assert_eq!(
                facts.quotes.first().unwrap().speaker,
                facts.quotes.last().unwrap().speaker,
                "{before}"
            );
        }
    }
}
