//! Stories that are a message or a speech for an occasion as a whole.

use super::Assembly;
use crate::extract::annotated::Annotated;
use crate::extract::commemoration::act::is_in_first_person;
use crate::extract::commemoration::words::has_stem;
use crate::extract::lexicon::Frame;
use crate::extract::passage::Passage;
use crate::model::{Act, ActKind, Part};

impl Assembly {
    /// A story that bears a day or anniversary in its headline and speaks in the first person, or tells of
    /// nothing else that is done to keep it, is a message.
    pub(in crate::extract::commemoration) fn add_message(&mut self, texts: &[Annotated<'_>]) {
        const MOST_BEFORE_NAME: usize = 1;
        let in_headline = self
            .stands
            .iter()
            .find(|&&(text, ..)| texts.get(text).is_some_and(|text| text.passage.part == Part::Headline));
        let Some(&(text, token, draft)) = in_headline else {
            self.add_address(texts);
            self.add_statement(texts);
            return;
        };
        let says_so = || texts.iter().any(|text| is_in_first_person(&text.passage));
        // "Harbour Day: the shops close" says no more of the day.
        let is_subject = self.stands.iter().any(|&(other, _, told)| other != text && told == draft);
        let Some(headline) = texts.get(text).map(|text| &text.passage) else { return };
        // "Fifth Anniversary of the Harbour Accord" heads a statement, if there is a text below it.
        let is_the_headline = token <= MOST_BEFORE_NAME
            && !(0..headline.tokens.len()).any(|at| headline.is_mark(at, ':'))
            && texts.iter().any(|text| speaks_for_us(&text.passage));
        let Some(draft) = self.drafts.get_mut(draft) else { return };
        let is_told_in_text = || {
            is_subject
                && draft.acts.is_empty()
                && texts.iter().take(MOST_TEXTS).any(|text| is_stated(&text.passage))
        };
        let is_message = is_called_message(headline)
            || says_so()
            || is_told_in_text()
            || (is_the_headline || is_subject && draft.acts.is_empty() && !quotes(texts))
                && !tells_of_event(headline);
        if draft.acts.iter().any(|act| act.kind == ActKind::Message) || !is_message {
            return;
        }
        let evidence = texts.get(text).map(|text| {
            text.passage.evidence(text.passage.sentence_of(token), "message-under-its-headline", 70)
        });
        let kind = if is_called_speech(headline) { ActKind::Speech } else { ActKind::Message };
        if draft.acts.iter().any(|act| act.kind == kind) {
            return;
        }
        let mut act = Act::new(kind);
        act.evidence.extend(evidence);
        draft.acts.push(act);
    }

    /// A speech whose headline says that it is one for a commemoration, and that tells of one occasion.
    fn add_address(&mut self, texts: &[Annotated<'_>]) {
        let mut headlines = texts.iter().map(|text| &text.passage).filter(|text| text.part == Part::Headline);
        let Some(headline) = headlines.next().filter(|headline| is_called_speech(headline)) else { return };
        let told =
            (0..headline.tokens.len()).find(|&at| has_stem(headline, at, stems!["commemorat", "memorial"]));
        let Some((told, &(_, _, draft))) = told.zip(self.stands.first()) else { return };
        let is_only = self.stands.iter().all(|stand| stand.2 == draft);
        let Some(found) = self.drafts.get_mut(draft).filter(|_| is_only) else { return };
        found.acts.retain(|act| act.kind != ActKind::Message);
        let mut act = Act::new(ActKind::Speech);
        act.evidence.push(headline.evidence(told..told + 1, "message-under-its-headline", 70));
        found.acts.push(act);
    }

    /// A story that begins with an occasion of which it tells nothing but what somebody says in a statement: that is the
    /// message for it.
    fn add_statement(&mut self, texts: &[Annotated<'_>]) {
        const FIRST: usize = 2;
        const FAR: usize = 30;
        let Some(&(text, token, draft)) = self.stands.first() else { return };
        let Some(lead) = texts.get(text).map(|text| &text.passage) else { return };
        let is_lead =
            matches!(lead.part, Part::Standfirst) || matches!(lead.part, Part::Block(at) if at < FIRST);
        // "In other news, the school was opened for its jubilee."
        let is_lead = is_lead
            && lead
                .sentences
                .first()
                .is_some_and(|first| first.contains(&token) && token - first.start < FAR);
        let is_only = self.stands.iter().all(|stand| stand.2 == draft);
        let Some(found) = self.drafts.get_mut(draft) else { return };
        let is_stated = || texts.iter().take(MOST_TEXTS).any(|text| is_stated(&text.passage));
        if !is_lead || !is_only || !found.acts.is_empty() || !is_stated() {
            return;
        }
        let mut act = Act::new(ActKind::Message);
        act.evidence.push(lead.evidence(lead.sentence_of(token), "message-under-its-headline", 60));
        found.acts.push(act);
    }
}

/// Whether a text is told by "us" or "me", outside direct speech.
fn speaks_for_us(passage: &Passage<'_>) -> bool {
    (0..passage.tokens.len())
        .any(|at| passage.is_any(at, words!["we", "our", "i", "my"]) && !passage.in_quote(at))
}

/// Whether a story hands on what others say.
fn quotes(texts: &[Annotated<'_>]) -> bool {
    texts.iter().any(|text| !text.passage.quoted.is_empty())
}

/// In how many texts of a story a statement is looked for.
const MOST_TEXTS: usize = 6;

/// "the presidency said in a statement", "in a tweet, she wrote"
fn is_stated(passage: &Passage<'_>) -> bool {
    (0..passage.tokens.len()).any(|at| {
        passage.is(at, "in")
            && passage.is_any(at + 1, words!["a", "an", "his", "her", "its"])
            && (at + 2..at + 5)
                .any(|at| passage.is_any(at, words!["statement", "message", "tweet", "post", "communique"]))
            && !passage.in_quote(at)
    })
}

/// Whether a headline calls the story a statement or greeting: "Statement by the Premier on Harbour Day".
fn is_called_message(headline: &Passage<'_>) -> bool {
    const MOST: usize = 6;
    (0..headline.tokens.len().min(MOST)).any(|at| {
        headline.is_any(at, words!["statement", "message", "messages", "greetings", "proclamation"])
    })
}

/// Whether a headline calls the story a speech: "Address by the Premier at the centenary".
fn is_called_speech(headline: &Passage<'_>) -> bool {
    headline.is_any(0, words!["address", "speech", "keynote", "eulogy"])
        && headline.is_any(1, words!["by", "of", "at", "delivered", "address", "speech", "to"])
}

/// Whether a headline tells of a journey or a meeting: "Minister to visit Tonga for the anniversary".
fn tells_of_event(headline: &Passage<'_>) -> bool {
    (0..headline.tokens.len()).any(|at| {
        let found = headline.trigger(at);
        found.is_some_and(|found| !matches!(found.frame, Frame::Say | Frame::Cancel | Frame::Engage))
    })
}
