//! Why the facts of a story are what they are.

use super::registry::{RULES, Rule};
use super::{Extractor, Passage};
use crate::model::{Evidence, Story};

/// One reason for a fact: where it was read, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation<'s> {
    /// The fact: its id, as in "visit-1", or "date" and its number in the order of the text, as in "date-1".
    pub fact: String,
    /// The words, the rule's name and the confidence.
    pub evidence: &'s Evidence,
    /// The sentence that the words stand in, or the sentences; empty if the story has not their part.
    pub sentence: &'s str,
    /// Where the sentence begins, in bytes of its part.
    pub start: usize,
    /// The rule; none if the name is none of [`RULES`], as where a person wrote the fact.
    pub rule: Option<&'static Rule>,
}

impl Extractor {
    /// Why the facts of a story are what they are, fact by fact: each piece of their evidence, in its
    /// sentence.
    ///
    /// ```
    /// use newsdesk::{Block, Extractor, Story};
    /// let story = Story::new("").with_block(Block::paragraph("It rained. Mayor Ana Virta met Bo Lind."));
    /// let extractor = Extractor::new();
    /// let story = extractor.extract(story);
    /// let explanations = extractor.explain(&story);
    /// assert_eq!(explanations[0].fact, "official-1");
    /// assert_eq!(explanations[0].sentence, "Mayor Ana Virta met Bo Lind.");
    /// assert_eq!(explanations[0].rule.unwrap().id, "title-and-name");
    /// assert_eq!(explanations[0].evidence.confidence.as_percent(), 95);
    /// ```
    #[must_use]
    pub fn explain<'s>(&self, story: &'s Story) -> Vec<Explanation<'s>> {
        let mut prose = self.prose(story);
        let passages = prose.passages();
        let facts = &story.facts;
        let mut explanations = Vec::new();
        let mut explain = |fact: &str, evidence: &'s Evidence| {
            let (sentence, start) = sentence(&passages, story, evidence).unwrap_or_else(|| {
                let text = story.text_of(evidence.part).and_then(|text| text.get(evidence.span()));
                (text.unwrap_or_default(), evidence.start)
            });
            let rule = RULES.iter().find(|rule| rule.id == evidence.rule);
            explanations.push(Explanation { fact: fact.to_owned(), evidence, sentence, start, rule });
        };
        for official in &facts.officials {
            official.evidence().for_each(|evidence| explain(official.id.as_str(), evidence));
        }
        for organisation in &facts.organisations {
            organisation.evidence.iter().for_each(|evidence| explain(organisation.id.as_str(), evidence));
        }
        for visit in &facts.visits {
            visit.evidence().for_each(|evidence| explain(visit.id.as_str(), evidence));
        }
        for meeting in &facts.meetings {
            meeting.evidence.iter().for_each(|evidence| explain(meeting.id.as_str(), evidence));
        }
        for commemoration in &facts.commemorations {
            commemoration.evidence().for_each(|evidence| explain(commemoration.id.as_str(), evidence));
        }
        for quote in &facts.quotes {
            quote.evidence.iter().for_each(|evidence| explain(quote.id.as_str(), evidence));
        }
        for (index, mention) in facts.dates.iter().enumerate() {
            explain(&format!("date-{}", index + 1), &mention.evidence);
        }
        explanations
    }
}

/// The sentences that evidence stands in, and where they begin.
fn sentence<'s>(passages: &[Passage<'_>], story: &'s Story, evidence: &Evidence) -> Option<(&'s str, usize)> {
    let first = passages.partition_point(|passage| {
        let last = passage.tokens.last().map_or(0, |token| token.end as usize);
        (passage.part, last) <= (evidence.part, evidence.start)
    });
    let passage = passages.get(first).filter(|passage| passage.part == evidence.part)?;
    let token = |byte: usize| passage.tokens.partition_point(|token| token.end as usize <= byte);
    let start = passage.sentence_of(token(evidence.start)).start;
    let end = passage.sentence_of(token(evidence.end.max(1) - 1)).end;
    let words = super::quote::trimmed(passage, start..end);
    let span = passage.span(words);
    Some((story.text_of(passage.part)?.get(span.clone())?, span.start))
}
