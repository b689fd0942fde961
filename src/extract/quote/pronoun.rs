//! `“We stay,” said Ana Virta. The road was long. “It was worth it,” she added.`: whom "she" goes on with.

use super::Speech;
use super::attribution::{Cue, Subject, before, say_verb};
use super::speaker::{self, Named};
use crate::extract::annotated::{Annotated, FoundPerson, within};
use crate::extract::lexicon::{Class, Gender};
use crate::extract::passage::Passage;
use crate::extract::words::Words;
use crate::model::{MentionForm, Participant};

/// Whom "he" or "she" stands for beside speech: whom the sentence before it tells to say something, or whoever spoke
/// last, where the words say that somebody speaks on.
pub(super) fn resumed(
    speech: &Speech,
    cue: &Cue,
    texts: &[Annotated<'_>],
    (last, last_end): (Option<&Participant>, (usize, usize)),
) -> Option<Participant> {
    let passage = &texts.get(cue.passage)?.passage;
    let word = cue.only_word(passage)?;
    let gender = match () {
        () if passage.is(word, "he") => Gender::Male,
        () if passage.is(word, "she") => Gender::Female,
        () => return None,
    };
    let told = told_right_before(speech, texts);
    let speaks_on = || {
        let is_near = speech.start().0 <= last_end.0 + 1;
        let last =
            last.filter(|last| is_near && goes_on(passage, cue) && !tells_of_another(speech, last, texts));
        last.cloned()
    };
    told.or_else(speaks_on).filter(|who| !is_opposed(who, gender, texts))
}

/// Whether the verb of a cue tells that somebody speaks on: "he added".
fn goes_on(passage: &Passage<'_>, cue: &Cue) -> bool {
    const GO_ON: &Words =
        words!["added", "adds", "concluded", "concludes", "continued", "continues", "went", "goes"];
    match cue.subject {
        Subject::Last => passage.is_any(cue.region.end, GO_ON),
        Subject::First => cue.region.start.checked_sub(1).is_some_and(|verb| passage.is_any(verb, GO_ON)),
        _ => false,
    }
}

/// Whom the sentence before speech, in its paragraph, tells to say something: "The bridge is old, Ms Virta said."
fn told_right_before(speech: &Speech, texts: &[Annotated<'_>]) -> Option<Participant> {
    let (index, start) = speech.start();
    let passage = &texts.get(index)?.passage;
    let sentence = passage.sentence_of(passage.sentence_of(start).start.checked_sub(1)?);
    if sentence.clone().any(|at| passage.in_quote(at)) {
        return None;
    }
    // Of two verbs nobody can tell which one goes on.
    let mut verbs = sentence.clone().filter(|&at| say_verb(passage, at).is_some());
    verbs.next().filter(|_| verbs.next().is_none())?;
    let cue = before(passage, index, sentence).filter(|cue| cue.subject == Subject::Last)?;
    match speaker::speaker(&cue, texts) {
        Named::Speaker(who @ Participant::Official(_)) => Some(who),
        _ => None,
    }
}

/// Whether the sentence before speech, in its paragraph, tells of somebody else.
fn tells_of_another(speech: &Speech, last: &Participant, texts: &[Annotated<'_>]) -> bool {
    let (index, start) = speech.start();
    let Some(text) = texts.get(index) else { return false };
    let own = text.passage.sentence_of(start).start;
    let Some(sentence) = own.checked_sub(1).map(|at| text.passage.sentence_of(at)) else { return false };
    let tells = |person: &&FoundPerson| !person.possessive && person.form != MentionForm::Pronoun;
    within(&text.people, sentence)
        .iter()
        .filter(|person| !text.passage.in_quote(person.tokens.start))
        .filter(tells)
        .any(|person| person.who != *last)
}

/// Whether the story calls somebody by a name or a form of address that the pronoun does not go with.
fn is_opposed(who: &Participant, gender: Gender, texts: &[Annotated<'_>]) -> bool {
    const MOST: usize = 40;
    let mentions = texts.iter().flat_map(|text| text.people.iter().map(move |person| (text, person)));
    let own = mentions.filter(|(_, person)| person.who == *who).take(MOST);
    let mut told = own.filter_map(|(text, person)| gender_of(&text.passage, person));
    told.next().is_some_and(|told| told != gender)
}

fn gender_of(passage: &Passage<'_>, person: &FoundPerson) -> Option<Gender> {
    if person.form == MentionForm::Pronoun {
        return match () {
            () if passage.is_any(person.tokens.start, words!["he", "him", "his"]) => Some(Gender::Male),
            () if passage.is_any(person.tokens.start, words!["she", "her"]) => Some(Gender::Female),
            () => None,
        };
    }
    let known = |at: usize, class: Class| Some(Gender::from(passage.longest(at, class)?.entry.value));
    let mut genders = person.tokens.clone().filter_map(|at| {
        let title = words_of_address(passage, at);
        title.or_else(|| known(at, Class::Given)).filter(|gender| *gender != Gender::Unknown)
    });
    genders.next()
}

fn words_of_address(passage: &Passage<'_>, at: usize) -> Option<Gender> {
    match () {
        () if passage.is_any(at, words!["mr", "mr.", "sir", "king", "lord", "prince"]) => Some(Gender::Male),
        () if passage
            .is_any(at, words!["ms", "ms.", "mrs", "mrs.", "madam", "dame", "queen", "princess"]) =>
        {
            Some(Gender::Female)
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::speakers;

    #[test]
    fn he_who_adds_is_he_who_spoke() {
        for (between, words, speaker) in [
            ("Guards had stood around the hall since noon.", "he added", "Bo Lind"),
            ("Minister Karl Berg is in Turku.", "he added", "Karl Berg"),
            ("The bridge is old, Minister Ana Virta said.", "she added", "Ana Virta"),
        ] {
            let text = format!(
                "President Karl Berg met Minister Ana Virta.\n“We are all glad of it today,” said Mayor Bo Lind.\n{between} “It took ten long years in all,” {words}."
            );
            let told = speakers("FI", &text);
            assert!(told.last().is_some_and(|told| told.contains(speaker)), "{between}: {told:?}");
        }
    }
}
