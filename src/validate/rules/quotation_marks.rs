//! The rule of quotation marks: what opens closes.
//!
//! A quotation may run over paragraphs: reopened at each and closed at the last, or only opened at the
//! first and closed at the last. Straight marks open and close by where they stand. An apostrophe is no
//! quotation mark, so a single closing mark is never missed its opening, nor is a foot or an inch.

use std::ops::Range;

use crate::model::{BlockKind, Part};
use crate::validate::report::Span;
use crate::validate::rule::{Found, Subject};

pub(in crate::validate) fn unbalanced_quotation_marks(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(story) = subject.story else { return };
    let flows = |kind: &BlockKind| {
        matches!(kind, BlockKind::Paragraph | BlockKind::Quotation { .. } | BlockKind::ListItem { .. })
    };
    // A list within a quotation is often not reopened item by item.
    let is_list_item = |part: Part| match part {
        Part::Block(index) => {
            story.body.get(index).is_some_and(|block| matches!(block.kind, BlockKind::ListItem { .. }))
        }
        _ => false,
    };
    let mut flow = Vec::new();
    let mut alone = Vec::new();
    for (at, part, text) in subject.texts() {
        match part {
            Part::Block(index) => match story.body.get(index).map(|block| &block.kind) {
                Some(kind) if flows(kind) => flow.push((at, part, text)),
                Some(BlockKind::Heading { .. } | BlockKind::Caption) => alone.push((at, part, text)),
                _ => {}
            },
            Part::Headline | Part::Standfirst => alone.push((at, part, text)),
            Part::Byline | Part::Dateline => {}
        }
    }
    for texts in alone.chunks(1).chain([flow.as_slice()]) {
        for family in [Family::Double, Family::Angle, Family::Single] {
            let mut balance = Balance::new(family);
            for (index, (_, part, text)) in texts.iter().enumerate() {
                balance.read(index, text, is_list_item(*part));
            }
            for unbalanced in balance.finish() {
                let Some((at, part, text)) = texts.get(unbalanced.text) else { continue };
                let mark = text.get(unbalanced.span.clone()).unwrap_or_default();
                let what = if unbalanced.opens {
                    "opens a quotation that nothing closes"
                } else {
                    "closes a quotation that nothing opens"
                };
                found.in_text(*at, Span::new(*part, unbalanced.span), format!("{mark} {what}"));
            }
        }
    }
}

/// Whether a text begins with a quotation mark.
pub(super) fn opens_with_mark(text: &str) -> bool {
    text.trim_start().starts_with(is_any_mark)
}

/// Marks that close each other. American and British usage nest one family in the other.
#[derive(Clone, Copy, PartialEq)]
enum Family {
    Double,
    Angle,
    Single,
}

/// What a mark does by its shape alone.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Opens,
    Closes,
    Straight,
}

impl Family {
    fn shape(self, c: char) -> Option<Shape> {
        match (self, c) {
            (Self::Double, '“' | '„' | '‟') | (Self::Angle, '«') | (Self::Single, '‘') => {
                Some(Shape::Opens)
            }
            (Self::Double, '”') | (Self::Angle, '»') | (Self::Single, '’') => Some(Shape::Closes),
            (Self::Double, '"') | (Self::Single, '\'') => Some(Shape::Straight),
            _ => None,
        }
    }
}

fn is_any_mark(c: char) -> bool {
    "“”„‟\"«»‘’'".contains(c)
}

/// A mark without its partner.
struct Unbalanced {
    text: usize,
    span: Range<usize>,
    opens: bool,
}

/// Reads the texts of a flow, and keeps the quotations that are open.
struct Balance {
    family: Family,
    open: Vec<Unbalanced>,
    /// Closing marks without an opening one.
    stray: Vec<Unbalanced>,
    /// Whether every text since the quotation opened began with a mark.
    reopened: bool,
}

/// A mark, and what stands around it.
struct Mark {
    shape: Shape,
    span: Range<usize>,
    before: Option<char>,
    after: Option<char>,
    /// Whether only marks stand before it in its text.
    starts_text: bool,
    /// Whether it stands for letters left out.
    is_elision: bool,
}

impl Mark {
    /// Whether it stands where only an opening mark stands: space before, text after.
    fn leads(&self) -> bool {
        let free_before =
            self.before.is_none_or(|c| c.is_whitespace() || "([{—–-/".contains(c) || is_any_mark(c));
        let text_after = |c: char| !c.is_whitespace() && !".,;:!?)]}".contains(c);
        free_before && self.after.is_some_and(text_after) && !self.trails()
    }

    /// Whether it begins a paragraph that its publisher did not set apart: after a line end, as in scanned
    /// pages, or right after a stop.
    fn reopens_within_text(&self) -> bool {
        match self.shape {
            Shape::Closes => false,
            Shape::Opens if self.before.is_some_and(|c| ".!?".contains(c)) => {
                self.after.is_some_and(char::is_alphanumeric)
            }
            Shape::Opens | Shape::Straight => self.before == Some('\n'),
        }
    }

    /// Whether it stands where only a closing mark stands: text before, space or a stop after.
    fn trails(&self) -> bool {
        let free_after =
            self.after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}—–-…/".contains(c) || is_any_mark(c));
        free_after && self.before.is_some_and(|c| !c.is_whitespace() && !"([{".contains(c))
    }
}

impl Balance {
    fn new(family: Family) -> Self {
        Self { family, open: Vec::new(), stray: Vec::new(), reopened: true }
    }

    fn read(&mut self, index: usize, text: &str, is_list_item: bool) {
        let was_open = !self.open.is_empty();
        let marks: Vec<Mark> = self.marks(text).collect();
        let reopens = was_open && self.reopened && marks.first().is_some_and(|mark| mark.starts_text);
        if reopens || !self.is_paired(&marks) {
            for mark in marks.into_iter().skip(usize::from(reopens)) {
                self.take(index, mark);
            }
        }
        self.reopened = self.open.is_empty() || !was_open || (self.reopened && (reopens || is_list_item));
    }

    /// Whether straight marks come in pairs: they are balanced, however carelessly they are spaced.
    fn is_paired(&self, marks: &[Mark]) -> bool {
        let closes_another = |first: &Mark| !self.open.is_empty() && first.trails();
        marks.len().is_multiple_of(2)
            && marks.iter().all(|mark| mark.shape == Shape::Straight)
            && !marks.first().is_some_and(closes_another)
    }

    fn take(&mut self, index: usize, mark: Mark) {
        if !self.open.is_empty() && mark.reopens_within_text() {
            return;
        }
        match self.role(&mark) {
            Some(true) => self.open.push(Unbalanced { text: index, span: mark.span, opens: true }),
            Some(false) if self.open.pop().is_none() => {
                self.stray.push(Unbalanced { text: index, span: mark.span, opens: false });
            }
            Some(false) | None => {}
        }
    }

    /// The marks of this family.
    fn marks<'t>(&self, text: &'t str) -> impl Iterator<Item = Mark> + use<'t> {
        let family = self.family;
        let mut before = None;
        let mut only_marks_before = true;
        text.char_indices().filter_map(move |(start, c)| {
            let previous = before.replace(c);
            let starts_text = only_marks_before;
            only_marks_before &= c.is_whitespace() || is_any_mark(c);
            let shape = family.shape(c)?;
            let span = start..start + c.len_utf8();
            let rest = text.get(span.end..).unwrap_or_default();
            let mark = Mark {
                shape,
                before: previous,
                after: rest.chars().next(),
                starts_text,
                is_elision: is_elision(rest),
                span,
            };
            Some(mark)
        })
    }

    /// Whether a mark opens (true) or closes (false); none if it is no quotation mark.
    fn role(&self, mark: &Mark) -> Option<bool> {
        let is_open = !self.open.is_empty();
        let after_digit = mark.before.is_some_and(|c| c.is_ascii_digit());
        let in_word =
            mark.before.is_some_and(char::is_alphanumeric) && mark.after.is_some_and(char::is_alphanumeric);
        match (self.family, mark.shape) {
            (Family::Single, Shape::Opens) => (mark.leads() && !mark.is_elision).then_some(true),
            (Family::Single, _) => (is_open && mark.trails()).then_some(false),
            (Family::Angle, Shape::Closes) if !is_open && !mark.leads() && !mark.trails() => None,
            // Five feet ten inches; a Hebrew abbreviation.
            (_, Shape::Closes | Shape::Straight) if !is_open && (after_digit || in_word) => None,
            (Family::Angle, Shape::Opens) if !is_open && mark.trails() => None,
            (_, Shape::Opens) => Some(!mark.trails()),
            (_, Shape::Closes) => Some(!is_open && mark.leads()),
            (_, Shape::Straight) if mark.leads() => Some(true),
            (_, Shape::Straight) if mark.trails() => Some(false),
            (_, Shape::Straight) => Some(!is_open),
        }
    }

    fn finish(mut self) -> Vec<Unbalanced> {
        self.stray.append(&mut self.open);
        self.stray.sort_by_key(|unbalanced| (unbalanced.text, unbalanced.span.start));
        self.stray
    }
}

/// Whether an apostrophe that a word processor turned around stands before `rest`: ‘90s, ‘tis.
fn is_elision(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).take(6).collect();
    rest.starts_with(|c: char| c.is_ascii_digit())
        || ["tis", "twas", "em", "til", "till", "cause", "bout", "round", "n", "fess"]
            .contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use crate::model::{Block, Story};

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let rule = "unbalanced-quotation-marks";
        let body = |text: &str| paragraphs([text]);
        vec![
            case(rule, "story/body[1]", body("“It is open, she said."), body("“It is open,” she said.")),
            case(
                rule,
                "story/body[1]",
                body("It is open,” she said."),
                body("The board is 5' 10\" long, or 6’ 2” with its end."),
            ),
            case(rule, "story/body[1]", body("\"It is open, she said."), body("\"It is open,\" she said.")),
            case(
                rule,
                "story/body[1]",
                body("« C’est ouvert, dit-elle."),
                body("« C’est ouvert », dit-elle."),
            ),
            case(
                rule,
                "story/body[1]",
                body("‘It is open, she said."),
                body("‘The workers’ bridge is open’, she said in ‘90s style."),
            ),
            case(
                rule,
                "story/body[1]",
                body("„Sie ist offen, sagte sie."),
                body("„Sie ist offen“, sagte sie »im Ernst«."),
            ),
            case(
                rule,
                "story/body[1]",
                paragraphs(["“It is open.", "She left.", "“It is closed.”"]),
                paragraphs(["“It is open.", "“It is long.", "“It is closed.”"]),
            ),
            case(
                rule,
                "story/body[1]",
                paragraphs(["\"It is open.", "She said \"yes\"."]),
                paragraphs(["\"It is open.", "\"It is long.\""]),
            ),
            case(
                rule,
                "story/headline",
                Story { headline: "“Open".into(), ..story() },
                Story { headline: "“Open”".into(), ..story() },
            ),
        ]
    }

    #[test]
    fn the_rule_of_quotation_marks_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn balanced_in_every_usage() {
        for texts in [
            &["“He told us, ‘It is open,’ and left.”"][..],
            &["“‘Open,’ he said. I heard it.”"],
            &["\" It is open \" , she said, \"and long\"."],
            &["”Bron är öppen”, sade hon."],
            &["“It is open\", she said."],
            &["She said “it is open", "and it is long”."],
            &["‘It is open.", "‘It is long.’"],
            &["“It has:", "a road", "a railway.”"],
            &["(“open”)—“long”/“new”"],
            &["Hawai‘i and O‘Brien, the ministers’ rock ‘n’ roll"],
            &["צה\"ל"],
            &["« Ouvert »"],
            &["»Åben«, sagde hun."],
        ] {
            let story = with_body(texts.iter().map(|text| Block::paragraph(*text)));
            assert_eq!(story.validate().to_string(), "", "{texts:?}");
        }
    }

    #[test]
    fn paragraphs_that_lost_their_break_are_reopened_in_place() {
        for text in ["“It is open.“It is long.”", "\" It is open.\n\" It is long.\""] {
            assert_eq!(paragraphs([text]).validate().to_string(), "", "{text}");
        }
    }

    #[test]
    fn a_mark_that_is_missing_does_not_turn_later_ones_around() {
        let report =
            paragraphs(["\"It is open.", "She wrote for \" The Bridge \" daily.", "An end."]).validate();
        assert_eq!(report.findings.len(), 1, "{report}");
        assert_eq!(report.findings[0].path, "story/body[1]");
    }

    #[test]
    fn a_list_within_a_quotation_need_not_reopen_it() {
        let story = with_body([
            Block::paragraph("“It has:"),
            Block::list_item("a road,"),
            Block::list_item("a railway."),
            Block::paragraph("“It is open.”"),
        ]);
        assert_eq!(story.validate().to_string(), "");
    }
}
