//! Who the words beside direct speech name.

mod clause;
mod description;
mod phrase;

pub(super) use clause::Clause;
pub(super) use description::LEADING;
use description::described;
pub(super) use phrase::back;

use super::attribution::{Cue, Subject, begins_with_text, sent_by};
use super::epithet::Epithet;
use super::leader::country_led;
use super::sender::{of_text_only, sender, told_in_text};
use crate::extract::annotated::Annotated;
use crate::model::{Country, Participant};

/// What a cue tells of the speaker.
pub(super) enum Named {
    Speaker(Participant),
    /// Whoever leads a country, and the words for it: "the Liberian leader".
    Leader(Country, Participant),
    /// Words that stand for somebody of whom the story has told, and the words: "the top Finnish diplomat".
    Epithet(Epithet, Participant),
    /// "the statement", of which the story has not told whose it is, and the words.
    Text(Participant),
    /// "it": a body or a text.
    Body,
    /// "he", "she", and nobody is found to whom that refers.
    Pronoun,
    /// "they".
    Several,
    Nobody,
}

/// The speaker whom a cue names.
pub(super) fn speaker(cue: &Cue, texts: &[Annotated<'_>]) -> Named {
    named(cue, texts, true)
}

/// The speaker whom a cue names; "the statement" is looked for among what was told before, if that is `sought`.
fn named(cue: &Cue, texts: &[Annotated<'_>], sought: bool) -> Named {
    let Some(text) = texts.get(cue.passage) else { return Named::Nobody };
    let clause = Clause { text, region: cue.region.clone() };
    let (person, phrase) = match cue.subject {
        Subject::Last => clause.before_verb(),
        Subject::First => clause.after_verb(),
        Subject::OfClause => (clause.first_free(), 0..0),
        Subject::All => (clause.people().next(), cue.region.clone()),
        Subject::Only => (clause.only(), 0..0),
    };
    // "The King's message to Ana Virta reads": the clause is all that the words of a text have.
    let of_text = if cue.subject == Subject::OfClause { &cue.region } else { &phrase };
    let person = person.or_else(|| clause.writer(of_text)).or_else(|| sender(texts, cue.passage, of_text));
    match person {
        Some(person) => Named::Speaker(person.who.clone()),
        None if cue.subject == Subject::OfClause => {
            clause.document().map_or(Named::Nobody, |words| described(&text.passage, words))
        }
        None if cue.describes => {
            if let Some(told) = told_in_text(texts, cue.passage, &phrase).filter(|_| sought) {
                return named(&told, texts, false);
            }
            let passage = &text.passage;
            // "a statement by his spokesperson"
            let phrase = match begins_with_text(passage, phrase.start) {
                true => sent_by(passage, phrase.clone())..phrase.end,
                false => phrase,
            };
            if of_text_only(passage, &phrase) && sought {
                return match described(passage, phrase) {
                    Named::Speaker(words) => Named::Text(words),
                    named => named,
                };
            }
            match (country_led(passage, &phrase), described(passage, phrase.clone())) {
                (Some(country), Named::Speaker(words)) => Named::Leader(country, words),
                (None, Named::Speaker(words)) => match Epithet::of(passage, phrase) {
                    Some(epithet) => Named::Epithet(epithet, words),
                    None => Named::Speaker(words),
                },
                (_, named) => named,
            }
        }
        None => Named::Nobody,
    }
}
