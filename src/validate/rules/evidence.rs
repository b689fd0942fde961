//! Rules of the text that facts rest on.

use crate::model::Evidence;
use crate::validate::report::Span;
use crate::validate::rule::{Found, Subject};
use crate::validate::tree::At;

pub(in crate::validate) fn part_missing(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(story) = subject.story else { return };
    for (at, evidence) in subject.evidence().filter(|(_, evidence)| story.text_of(evidence.part).is_none()) {
        found.at(at, format!("the story has no {}", evidence.part));
    }
}

pub(in crate::validate) fn span_outside_part(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, evidence, text) in with_text(subject) {
        let Evidence { part, start, end, .. } = evidence;
        if start > end {
            found.at(at, format!("the bytes {start} to {end} end before they start"));
        } else if *end > text.len() {
            found.at(at, format!("the bytes {start} to {end} go past the {} of {part}", text.len()));
        }
    }
}

pub(in crate::validate) fn span_splits_character(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, Evidence { part, start, end, .. }, text) in with_text(subject) {
        let splits = |byte: usize| byte <= text.len() && !text.is_char_boundary(byte);
        if splits(*start) || splits(*end) {
            found.at(at, format!("the bytes {start} to {end} of {part} cut a character in two"));
        }
    }
}

pub(in crate::validate) fn span_text_differs(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, evidence, text) in with_text(subject) {
        let told = evidence.text.as_str();
        if let Some(stands) = text.get(evidence.span())
            && !told.is_empty()
            && stands != told
        {
            let span = Span::new(evidence.part, evidence.span());
            found.in_text(at, span, format!("{} stands where {} was read", short(stands), short(told)));
        }
    }
}

pub(in crate::validate) fn empty_span(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, evidence) in subject.evidence().filter(|(_, evidence)| evidence.start == evidence.end) {
        found.at(at, format!("the evidence points at no text of {}", evidence.part));
    }
}

pub(in crate::validate) fn no_confidence(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, _) in subject.evidence().filter(|(_, evidence)| evidence.confidence.as_percent() == 0) {
        found.at(at, "evidence of no confidence supports nothing");
    }
}

/// The evidence whose part is there, with the text of the part.
fn with_text<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (At, &'a Evidence, &'a str)> {
    let story = subject.story;
    subject.evidence().filter_map(move |(at, evidence)| Some((at, evidence, story?.text_of(evidence.part)?)))
}

/// Text in quotation marks, cut to what a line holds.
fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{:?}…", text.get(..end).unwrap_or_default()),
        None => format!("{text:?}"),
    }
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{Block, Confidence, Part, Story, Visit};

    pub(in crate::validate) fn cases() -> Vec<Case> {
        const PATH: &str = "story/facts/visits[1]/evidence[1]";
        let resting_on = |evidence: Evidence| with_visit(|visit: Visit| visit.with_evidence(evidence));
        let at = |start: usize, end: usize| Evidence::new(Part::Block(0), start..end, "test");
        let accented = |story: Story| Story { body: vec![Block::paragraph("Á")], ..story };
        let sound = || resting_on(evidence());
        vec![
            case("part-missing", PATH, resting_on(Evidence::new(Part::Block(1), 0..1, "test")), sound()),
            case("part-missing", PATH, resting_on(Evidence::new(Part::Dateline, 0..1, "test")), sound()),
            case("span-outside-part", PATH, resting_on(at(0, 999)), sound()),
            case("span-outside-part", PATH, resting_on(at(4, 2)), sound()),
            case(
                "span-splits-character",
                PATH,
                accented(resting_on(at(1, 2))),
                accented(resting_on(at(0, 2))),
            ),
            case("span-text-differs", PATH, resting_on(evidence().with_text("Aino Virtanen")), sound()),
            case("empty-span", PATH, resting_on(at(3, 3)), sound()),
            case(
                "no-confidence",
                PATH,
                resting_on(evidence().with_confidence(Confidence::percent(0))),
                resting_on(evidence().with_confidence(Confidence::percent(1))),
            ),
        ]
    }

    #[test]
    fn each_rule_of_evidence_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn evidence_that_differs_is_pointed_at() {
        let story = with_visit(|visit| visit.with_evidence(evidence().with_text("Virta")));
        let report = story.validate();
        assert_eq!(report.findings[0].span, Some(Span::new(Part::Block(0), 9..19)));
        assert_eq!(report.findings[0].message, "\"Aino Virta\" stands where \"Virta\" was read");
    }
}
