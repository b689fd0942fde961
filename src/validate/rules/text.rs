//! Rules of the text itself.

use std::collections::HashMap;

use crate::model::{BlockKind, Part, Participant};
use crate::validate::report::Span;
use crate::validate::rule::{Found, Subject};

pub(in crate::validate) fn empty_headline(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, part, text) in subject.texts() {
        if part == Part::Headline && is_blank(text) {
            found.at(at, "the headline has no words");
        }
    }
}

pub(in crate::validate) fn no_text(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(story) = subject.story else { return };
    let blank_body = story.body.iter().all(|block| is_blank(&block.text));
    if blank_body && story.standfirst.as_deref().is_none_or(is_blank) {
        found.at(subject.root(), "the story has neither a body nor a standfirst");
    }
}

pub(in crate::validate) fn blank_text(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, text) in subject.words().filter(|(_, text)| is_blank(text)) {
        // The headline has a rule of its own.
        if subject.part_of(at) != Some(Part::Headline) {
            found.at(at, format!("{text:?} says nothing; leave it out, or say it"));
        }
    }
    for (at, participant) in subject.participants() {
        if matches!(participant, Participant::Described(words) if is_blank(words)) {
            found.at(at, "the description of a participant has no words");
        }
    }
}

pub(in crate::validate) fn empty_block(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, _) in subject.blocks().filter(|(_, block)| is_blank(&block.text)) {
        found.at(at, "the block has no words");
    }
}

pub(in crate::validate) fn heading_level(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, block) in subject.blocks() {
        if let BlockKind::Heading { level } = block.kind
            && !(1..=6).contains(&level)
        {
            found.at(at, format!("a heading has level 1 to 6, and this one {level}"));
        }
    }
}

/// Shorter paragraphs repeat lawfully: names of speakers, lines of stars, "Click here".
const LONG_PARAGRAPH: usize = 80;

pub(in crate::validate) fn duplicate_paragraph(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    // A release that was pasted twice is one finding, not one for each paragraph.
    let mut run_continues_at = None;
    for (number, (at, block)) in (1..).zip(subject.blocks()) {
        let text = block.text.trim();
        let is_paragraph = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation { .. });
        if !is_paragraph || text.len() < LONG_PARAGRAPH {
            continue;
        }
        if let Some(&first) = first.get(text) {
            if run_continues_at != Some((number, first)) {
                let span = Span::new(Part::Block(number - 1), 0..block.text.len());
                found.in_text(at, span, format!("the paragraph repeats story/body[{first}]"));
            }
            run_continues_at = Some((number + 1, first + 1));
        } else {
            first.insert(text, number);
        }
    }
}

pub(in crate::validate) fn garbled_text(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, part, text) in subject.texts() {
        // One finding a text: garbling seldom comes alone.
        if let Some((start, garbled)) = first_garbled(text) {
            let span = Span::new(part, start..start + garbled.len());
            found.in_text(at, span, format!("{garbled:?} is text that was read in the wrong encoding"));
        }
    }
}

/// UTF-8 that was read as Windows-1252, or what a decoder puts for bytes that it cannot read.
fn first_garbled(text: &str) -> Option<(usize, &str)> {
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let next = rest.peek().copied();
        let garbled = match c {
            '\u{FFFD}' => Some(c.len_utf8()),
            // The first byte of a Latin-1 letter or sign in UTF-8, then a byte that only continues one.
            'Â' | 'Ã' => next.filter(|(_, next)| continues(*next)).map(|(at, c)| at - start + c.len_utf8()),
            // The first two bytes of curly quotation marks, dashes and ellipses.
            'â' => next.filter(|(_, next)| *next == '€').map(|(at, c)| at - start + c.len_utf8()),
            // A byte order mark.
            'ï' => text.get(start..)?.starts_with("ï»¿").then_some("ï»¿".len()),
            _ => None,
        };
        if let Some(length) = garbled {
            return Some((start, text.get(start..start + length)?));
        }
    }
    None
}

/// What Windows-1252 makes of 0x80 to 0xBF, without the quotation marks and dashes that may follow a word.
fn continues(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}' | '\u{A1}'..='\u{AA}' | '\u{AC}'..='\u{BA}' | '\u{BC}'..='\u{BF}')
        || "€ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ".contains(c)
}

pub(in crate::validate) fn control_character(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, part, text) in subject.texts() {
        let mut controls =
            text.char_indices().filter(|(_, c)| c.is_control() && !"\n\r\t\u{85}".contains(*c));
        if let Some((start, control)) = controls.next() {
            let span = Span::new(part, start..start + control.len_utf8());
            let hint =
                if ('\u{80}'..='\u{9F}').contains(&control) { " (in Windows-1252, a sign)" } else { "" };
            found.in_text(at, span, format!("U+{:04X} is a control character{hint}", u32::from(control)));
        }
    }
}

fn is_blank(text: &str) -> bool {
    !text.chars().any(|c| !c.is_whitespace() && !c.is_control() && !"\u{AD}\u{200B}\u{FEFF}".contains(c))
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{Block, Place, Story};

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let twice =
            "The bridge at Ost is four hundred metres long and carries the railway and the road to the port.";
        let mut untitled = story();
        untitled.headline = " \u{ad}\n".into();
        vec![
            case("empty-headline", "story/headline", untitled, story()),
            case(
                "no-text",
                "story",
                Story::new("A headline"),
                Story::new("A headline").with_standfirst("It opens."),
            ),
            case(
                "blank-text",
                "story/standfirst",
                story().with_standfirst(" "),
                story().with_standfirst("Yes."),
            ),
            case(
                "blank-text",
                "story/facts/visits[1]/visitors[1]",
                with_visit(|visit| visit.with_visitor(Participant::described(""))),
                with_visit(|visit| visit.with_visitor(Participant::described("a delegation"))),
            ),
            case(
                "blank-text",
                "story/facts/meetings[1]/place/name",
                with_meeting(|meeting| meeting.with_place(Place::new("\u{a0}"))),
                with_meeting(|meeting| meeting.with_place(Place::new("Ö"))),
            ),
            case(
                "empty-block",
                "story/body[2]",
                story().with_block(Block::paragraph("\n")),
                story().with_block(Block::paragraph("*")),
            ),
            case(
                "heading-level",
                "story/body[2]",
                story().with_block(Block::heading(0, "Costs")),
                story().with_block(Block::heading(1, "Costs")),
            ),
            case(
                "duplicate-paragraph",
                "story/body[3]",
                paragraphs([twice, "*", twice]),
                paragraphs(["*", "*"]),
            ),
            case(
                "garbled-text",
                "story/body[1]",
                paragraphs(["The Ministerâ€™s bridge."]),
                paragraphs(["The Minister’s bridge, “FORÊT”, «\u{a0}LIBERTÉ\u{a0}», Ãgua, “IRMÃ” â 5€."]),
            ),
            case(
                "garbled-text",
                "story/headline",
                Story { headline: "Bridge at Ã¶st".into(), ..story() },
                Story { headline: "Bridge at öst".into(), ..story() },
            ),
            case("control-character", "story/body[1]", paragraphs(["A\u{7}"]), paragraphs(["A\t\nb"])),
        ]
    }

    #[test]
    fn each_rule_of_text_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn a_story_that_was_pasted_twice_is_one_finding() {
        let [first, second] = ["one ", "two "].map(|word| word.repeat(LONG_PARAGRAPH));
        let report = paragraphs([&first, &second, &first, &second]).validate();
        assert_eq!(report.findings.len(), 1, "{report}");
    }

    #[test]
    fn garbled_text_is_pointed_at() {
        assert_eq!(first_garbled("Â£5"), Some((0, "Â£")));
        assert_eq!(first_garbled("caf\u{fffd} 5"), Some((3, "\u{fffd}")));
        assert_eq!(first_garbled("ï»¿News"), Some((0, "ï»¿")));
        assert_eq!(first_garbled("naïve Ânia"), None);
    }
}
