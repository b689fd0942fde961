//! Who spoke, where speech stands before all else: `“It was no choice.” │ The road had to go, according to Ana Virta.`

use super::Speech;
use super::attribution::{Cue, Subject, before, source};
use super::speaker::{self, Named};
use crate::extract::annotated::Annotated;
use crate::model::Participant;

/// Whom the first sentence after a paragraph of speech tells to say something.
pub(super) fn told(speech: &Speech, texts: &[Annotated<'_>]) -> Option<Participant> {
    let index = speech.end().0 + 1;
    let passage = &texts.get(index).filter(|_| speech.is_paragraph)?.passage;
    let sentence = passage.sentences.first()?.clone();
    if sentence.clone().any(|at| passage.in_quote(at)) {
        return None;
    }
    let cue = match sentence.clone().find_map(|at| source(passage, at)) {
        Some(source) => {
            Cue { passage: index, region: source..sentence.end, subject: Subject::First, describes: false }
        }
        None => before(passage, index, sentence).filter(|cue| cue.subject == Subject::Last)?,
    };
    match speaker::speaker(&cue, texts) {
        Named::Speaker(who @ Participant::Official(_)) => Some(who),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::speakers;

    #[test]
    fn speech_that_opens_a_story_is_of_whom_the_next_sentence_tells() {
        for (next, speaker) in [
            ("The road had to go, according to Mayor Ana Virta of Ost.", "Ana Virta"),
            ("Mayor Ana Virta said that the road had to go.", "Ana Virta"),
            ("The road had to go before the winter.", ""),
        ] {
            let told = speakers("FI", &format!("“It was not a choice for us.”\n{next}"));
            assert!(told.len() == 1 && told[0].contains(speaker), "{next}: {told:?}");
            assert_eq!(told[0].is_empty(), speaker.is_empty(), "{next}: {told:?}");
        }
    }
}
