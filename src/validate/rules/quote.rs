//! Rules of direct speech.

use crate::validate::rule::{Found, Subject};
use crate::validate::tree::Thing;

pub(in crate::validate) fn quote_without_words(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, quote) in subject.quotes() {
        if !quote.paragraphs.iter().any(|paragraph| paragraph.contains(char::is_alphanumeric)) {
            found.at(at, "the quote has no words");
        }
    }
}

pub(in crate::validate) fn quote_evidence_count(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, quote) in subject.quotes() {
        let (paragraphs, evidence) = (quote.paragraphs.len(), quote.evidence.len());
        if evidence != 0 && evidence != paragraphs {
            found.at(at, format!("the quote has {paragraphs} paragraphs, and evidence of {evidence}"));
        }
    }
}

pub(in crate::validate) fn quote_not_in_evidence(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(story) = subject.story else { return };
    for (at, evidence) in subject.evidence() {
        let Some(standing) = subject.tree.standing(at) else { continue };
        let (Thing::Quote(quote), Some(number)) = (standing.of, standing.number) else { continue };
        let paragraph = quote.paragraphs.get(number - 1);
        let text = story.text_of(evidence.part).and_then(|text| text.get(evidence.span()));
        if let (Some(paragraph), Some(text)) = (paragraph, text)
            && quote.paragraphs.len() == quote.evidence.len()
            && !follows(paragraph, text)
        {
            found.at(at, "the words of the quote do not stand in its evidence");
        }
    }
}

/// Whether the words stand in the text, in their order; an attribution may stand between them.
fn follows(words: &str, text: &str) -> bool {
    // However much text the evidence claims, the search takes no longer than the quote is long.
    let mut text = split_words(text).take(MOST_BETWEEN + 4 * words.len());
    split_words(words).all(|word| text.any(|stands| stands == word))
}

/// More words than any attribution has.
const MOST_BETWEEN: usize = 400;

fn split_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use crate::model::{Evidence, Id, Marking, Part, Quote, Story};

    fn quote() -> Quote {
        Quote::new(Id::numbered("quote", 1), Marking::Marked)
    }

    fn spoken() -> Evidence {
        Evidence::new(Part::Standfirst, 0..53, "marks")
    }

    fn story_of(quote: Quote) -> Story {
        with_quote(quote).with_standfirst("\"It is open\", said Ms Virta. \"It will carry trains.\"!")
    }

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let sound =
            || story_of(quote().with_paragraph("It is open. It will carry trains.").with_evidence(spoken()));
        vec![
            case("quote-without-words", "story/facts/quotes[1]", with_quote(quote()), sound()),
            case(
                "quote-without-words",
                "story/facts/quotes[1]",
                with_quote(quote().with_paragraph("…")),
                sound(),
            ),
            case(
                "quote-evidence-count",
                "story/facts/quotes[1]",
                story_of(
                    quote().with_paragraph("It is open.").with_evidence(spoken()).with_evidence(spoken()),
                ),
                story_of(quote().with_paragraph("It is open.")),
            ),
            case(
                "quote-not-in-evidence",
                "story/facts/quotes[1]/evidence[1]",
                story_of(quote().with_paragraph("It is closed.").with_evidence(spoken())),
                sound(),
            ),
        ]
    }

    #[test]
    fn each_rule_of_quotes_finds_its_fault_and_no_other() {
        check(&cases());
    }
}
