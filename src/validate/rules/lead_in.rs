//! The rule of lead-ins: "The Minister said:" introduces something.

use std::collections::HashSet;

use super::quotation_marks::opens_with_mark;
use crate::model::{Block, BlockKind, Part};
use crate::validate::report::Span;
use crate::validate::rule::{Found, Subject};

pub(in crate::validate) fn lead_in_without_quotation(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(story) = subject.story else { return };
    let quotes = &story.facts.quotes;
    let quoted: HashSet<Part> = quotes.iter().flat_map(|quote| &quote.evidence).map(|e| e.part).collect();
    let lead_ins: HashSet<&str> =
        quotes.iter().filter_map(|quote| quote.lead_in.as_deref()).map(str::trim).collect();
    // A text that nobody read for facts may hold quotations without marks, as published on the web.
    let is_unread = story.facts.is_empty();

    for (index, (at, block)) in subject.blocks().enumerate() {
        let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
        if !is_text || !is_lead_in(&block.text) || lead_ins.contains(block.text.trim()) {
            continue;
        }
        let next =
            story.body.iter().enumerate().skip(index + 1).find(|(_, next)| next.kind != BlockKind::Caption);
        let is_quotation = |(next, block): (usize, &Block)| match block.kind {
            BlockKind::Quotation { .. } => true,
            BlockKind::Paragraph | BlockKind::ListItem { .. } => {
                opens_with_mark(&block.text)
                    || quoted.contains(&Part::Block(next))
                    || (is_unread && !is_lead_in(&block.text))
            }
            _ => false,
        };
        if !next.is_some_and(is_quotation) {
            let span = Span::new(Part::Block(index), 0..block.text.len());
            found.in_text(at, span, "no quotation follows the words that introduce one");
        }
    }
}

/// Verbs that end a lead-in. "noted", "announced" and the like introduce lists as often.
const VERBS: [&str; 12] = [
    "said", "says", "added", "adds", "commented", "concluded", "continued", "declared", "remarked",
    "replied", "stated", "wrote",
];

fn is_lead_in(text: &str) -> bool {
    let Some(words) = text.trim_end().strip_suffix(':') else { return false };
    let mut words = words.split_whitespace().rev().skip_while(|word| ["today", "yesterday"].contains(word));
    words.next().is_some_and(|word| VERBS.contains(&word))
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{Evidence, Id, Marking, Quote, Story};

    const LEAD_IN: &str = "Minister Aino Virta said today:";

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let quote = Quote::new(Id::numbered("quote", 1), Marking::Inferred).with_paragraph("It is open.");
        let read = |story: Story, quote: Quote| {
            let facts = with_quote(quote).facts;
            Story { facts, ..story }
        };
        let unmarked = || paragraphs([LEAD_IN, "It is open."]);
        let elsewhere = Evidence::new(Part::Block(2), 0..11, "test");
        let there = Evidence::new(Part::Block(1), 0..11, "test");
        let third = Block::paragraph("It is open.");
        vec![
            case(
                "lead-in-without-quotation",
                "story/body[1]",
                paragraphs([LEAD_IN]),
                paragraphs([LEAD_IN, "“It is open.”"]),
            ),
            case(
                "lead-in-without-quotation",
                "story/body[1]",
                with_body([Block::paragraph(LEAD_IN), Block::heading(1, "Costs")]),
                with_body([Block::paragraph(LEAD_IN), Block::quotation("It is open.")]),
            ),
            case(
                "lead-in-without-quotation",
                "story/body[1]",
                read(unmarked().with_block(third.clone()), quote.clone().with_evidence(elsewhere)),
                read(unmarked().with_block(third), quote.with_evidence(there)),
            ),
        ]
    }

    #[test]
    fn the_rule_of_lead_ins_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn the_unmarked_quotation_of_a_text_not_yet_read_for_facts_is_not_disputed() {
        assert!(paragraphs([LEAD_IN, "It is open."]).validate().is_empty());
    }

    #[test]
    fn a_colon_before_a_list_is_no_lead_in() {
        for text in [
            "The package includes:",
            "He said the bridge has:",
            "said",
            "Contacts:",
            "as follows:",
            "Further comments:",
        ] {
            assert!(!is_lead_in(text), "{text}");
        }
    }
}
