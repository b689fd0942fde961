//! Marks that were forgotten: `“The road is open, said Mayor Ana Virta.`, `The road is open,” said Mayor Ana Virta.`

use std::ops::Range;

use super::attribution::{is_adverb, say_verb};
use super::marks::{Enclosed, Marks};
use crate::extract::lexicon::Tense;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;

/// The longest attribution that ends a paragraph, in tokens.
const LONGEST: usize = 16;

/// The marks of a paragraph, with the one that was forgotten beside the words that tell who spoke.
pub(super) fn closed(mut marks: Marks, passage: &Passage<'_>) -> Marks {
    let is_lone = marks.pairs.is_empty();
    if let Some(tail) =
        marks.tail.take_if(|tail| is_lone && tail.outer.start <= marks.first_word && tail.inner.len() == 1)
    {
        match attribution(passage, &tail) {
            Some(comma) => {
                let inner = tail.inner.first().map_or(0, |inner| inner.start)..comma + 1;
                marks.pairs.push(Enclosed { outer: tail.outer.start..comma + 1, inner: vec![inner] });
            }
            None => marks.tail = Some(tail),
        }
    }
    marks
}

/// The comma before ", said Mayor Ana Virta." or ", Ms Virta said." at the end of what an opening mark begins.
fn attribution(passage: &Passage<'_>, tail: &Enclosed) -> Option<usize> {
    let end = passage.tokens.iter().rposition(|token| token.kind.is_word())? + 1;
    let from = tail.outer.start.max(end.saturating_sub(LONGEST));
    let comma = (from..end).rev().find(|&at| passage.is_mark(at, ','))?;
    let words = comma + 1..end;
    let says = |at: usize| say_verb(passage, at).is_some_and(|verb| verb.tense == Tense::Past);
    let names = match () {
        () if says(words.start) => words.start + 1..words.end,
        () if words.len() > 1 && says(words.end - 1) => words.start..words.end - 1,
        () => return None,
    };
    is_name(passage, names).then_some(comma)
}

/// Whether some words are a name, an office or both, or "he" or "she".
fn is_name(passage: &Passage<'_>, words: Range<usize>) -> bool {
    let fits = |at: usize| {
        passage.kind(at).is_capital()
            || is_adverb(passage, at)
            || passage.is_any(at, words!["of", "for", "the", "and"])
            || matches!(passage.kind(at), TokenKind::Mark('.' | '-'))
    };
    let is_pronoun = words.len() == 1 && passage.is_any(words.start, words!["he", "she"]);
    is_pronoun || words.clone().any(|at| passage.kind(at).is_capital()) && words.clone().all(fits)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::facts;

    #[test]
    fn a_mark_that_was_forgotten_costs_no_other_paragraph() {
        for (first, spoken) in [
            ("“The road is open to all, said Mayor Ana Virta.", "The road is open to all,"),
            ("“The road is open to all, Mayor Ana Virta said.", "The road is open to all,"),
        ] {
            let text = format!("{first}\n“The work was hard, but it was worth it,” she added.");
            let quotes = facts("FI", &text).quotes;
            assert_eq!(quotes.len(), 2, "{first}: {quotes:?}");
            assert_eq!(quotes[0].paragraphs, [spoken], "{first}");
            assert_eq!(quotes[0].speaker, quotes[1].speaker, "{first}");
        }
    }

    #[test]
    fn speech_that_goes_on_in_the_next_paragraph_is_no_fault() {
        let text = "“The road is open to all, and I thank the crew.\n“It was hard,” Mayor Ana Virta said.";
        let quotes = facts("FI", text).quotes;
        assert_eq!(quotes.len(), 1, "{quotes:?}");
        assert_eq!(quotes[0].paragraphs.len(), 2);
    }
}
