//! Who speaks in each quote of a story.

use super::attribution::Cue;
use super::speaker::{self, Named};
use super::{Piece, Speech, earlier, later, leader, office, pronoun, unnamed};
use crate::extract::annotated::Annotated;
use crate::model::{Confidence, Country, Evidence, Id, Official, Part, Participant, Quote};

/// How many paragraphs of the story's own may stand before a speaker speaks on.
const FARTHEST_BACK: usize = 8;

/// The quotes of a story: its direct speech with who spoke. `texts` are the passages that speech was found in, in the
/// same order.
///
/// `officials` are those of the story, and `home` is the country of those of whom it says none.
pub(in crate::extract) fn quotes(
    speeches: &[Speech],
    texts: &[Annotated<'_>],
    officials: &[Official],
    home: Option<Country>,
) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut told = Told { texts, officials, home, last: None, last_end: (0, 0) };
    for speech in speeches.iter().filter(|speech| !speech.nameless) {
        let speaker = told.speaker(speech);
        // What a headline quotes, the story tells again with whoever said it.
        if speaker.is_none()
            && texts.get(speech.start().0).is_some_and(|text| text.passage.part == Part::Headline)
        {
            continue;
        }
        told.last_end =
            speech.end().max(speech.cue.as_ref().map_or((0, 0), |cue| (cue.passage, cue.region.end)));
        // "a reporter asked": he who answers is who spoke before.
        if !speaker.as_ref().is_some_and(is_asker) {
            told.last.clone_from(&speaker);
        }
        let id = Id::numbered("quote", quotes.len() + 1);
        let mut quote = Quote::new(id, speech.marking.clone());
        let confidence = Confidence::percent(if speaker.is_some() { 95 } else { 75 });
        quote.speaker = speaker;
        quote.lead_in = speech.lead_in.as_ref().and_then(|lead_in| words(lead_in, texts)).map(str::to_owned);
        for piece in &speech.pieces {
            let Some(text) = texts.get(piece.passage) else { continue };
            let passage = &text.passage;
            let words = passage.words(piece.tokens.clone());
            let evidence = Evidence::new(passage.part, passage.span(piece.tokens.clone()), speech.rule)
                .with_text(words)
                .with_confidence(confidence);
            quote = quote.with_paragraph(words).with_evidence(evidence);
        }
        quotes.push(quote);
    }
    quotes
}

/// What the story has told before the speech at hand.
struct Told<'a, 't> {
    texts: &'a [Annotated<'t>],
    officials: &'a [Official],
    home: Option<Country>,
    /// Who spoke last.
    last: Option<Participant>,
    /// The passage and token where that ended.
    last_end: (usize, usize),
}

impl Told<'_, '_> {
    fn speaker(&self, speech: &Speech) -> Option<Participant> {
        let last = || self.last.clone();
        // A body speaks by its statements, and is "it".
        let is_body = |who: &Participant| !matches!(who, Participant::Official(_));
        match self.named(speech) {
            Named::Speaker(Participant::Described(words)) => Some(
                office::holder(&words, self.officials, self.last.as_ref())
                    .unwrap_or(Participant::Described(words)),
            ),
            Named::Speaker(speaker) => {
                Some(office::named(&speaker, self.officials, self.last.as_ref()).unwrap_or(speaker))
            }
            Named::Leader(country, words) => {
                Some(leader::leader(self.officials, country, self.home, self.last.as_ref()).unwrap_or(words))
            }
            Named::Epithet(epithet, words) => {
                let named_since = || epithet.is_of_another((self.last_end, speech.start()), self.texts);
                let told = || {
                    earlier::spoken_of(speech, self.texts).or_else(|| earlier::expressed(speech, self.texts))
                };
                let whose = epithet.whose(self.officials, self.home, self.last.as_ref(), told);
                Some(whose.filter(|_| !named_since()).unwrap_or(words))
            }
            Named::Pronoun => last()
                .or_else(|| earlier::spoken_of(speech, self.texts))
                .or_else(|| earlier::told_of(speech, self.texts)),
            Named::Several => last()
                .filter(is_several)
                .or_else(|| earlier::spoken_of(speech, self.texts).filter(is_several))
                .or_else(|| earlier::body(speech, self.texts)),
            Named::Text(words) => {
                let body = last().filter(is_body);
                Some(body.or_else(|| earlier::expressed(speech, self.texts)).unwrap_or(words))
            }
            Named::Body => last().filter(is_body).or_else(|| earlier::body(speech, self.texts)),
            Named::Nobody => {
                let is_near = speech.start().0 <= self.last_end.0 + FARTHEST_BACK;
                last()
                    .filter(|_| speech.follows || speech.is_paragraph && is_near)
                    .or_else(|| later::told(speech, self.texts).filter(|_| self.last.is_none()))
            }
        }
    }

    /// What the words beside a speech tell of who speaks.
    fn named(&self, speech: &Speech) -> Named {
        let texts = self.texts;
        let somebody = |cue: &Cue| {
            unnamed::unnamed(speech, cue, texts)
                .or_else(|| earlier::asked(speech, cue, texts))
                .or_else(|| pronoun::resumed(speech, cue, texts, (self.last.as_ref(), self.last_end)))
        };
        let named = match speech.cue.as_ref() {
            Some(cue) => somebody(cue).map_or_else(|| speaker::speaker(cue, texts), Named::Speaker),
            None => Named::Nobody,
        };
        match (named, speech.told_earlier) {
            (Named::Nobody, Some((passage, end))) => earlier::told(texts, passage, end),
            (named, _) => named,
        }
    }
}

/// Whether "they" may stand for somebody: not for one who has a name.
fn is_several(who: &Participant) -> bool {
    !matches!(who, Participant::Official(_))
}

/// Whether a description is of somebody who only asks: "a reporter".
fn is_asker(who: &Participant) -> bool {
    let Participant::Described(words) = who else { return false };
    let words = words.to_lowercase();
    let is_one = ["a ", "an ", "one ", "another "].iter().any(|article| words.starts_with(article));
    is_one && ["reporter", "journalist", "interviewer"].iter().any(|asker| words.contains(asker))
}

fn words<'t>(piece: &Piece, texts: &[Annotated<'t>]) -> Option<&'t str> {
    texts.get(piece.passage).map(|text| text.passage.words(piece.tokens.clone()))
}
