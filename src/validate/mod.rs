//! Stand-in until the rules are merged.

use crate::model::{Part, Story};

/// Everything that the rules found.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Report {
    /// The findings.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether an error was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }
}

/// One thing that breaks a rule.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Finding {
    /// The id of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where in the story.
    pub path: String,
    /// The text that it concerns.
    pub span: Option<Span>,
    /// What is wrong.
    pub message: String,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It may be right.
    Warning,
    /// It cannot be right.
    Error,
}

/// Bytes of the text of a part of a story.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Span {
    /// The part.
    pub part: Part,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes of the part's text.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

impl Story {
    /// Checks the story against every rule.
    #[must_use]
    pub fn validate(&self) -> Report {
        let mut report = Report::default();
        if self.headline.trim().is_empty() {
            report.findings.push(Finding {
                rule: "empty-headline",
                severity: Severity::Error,
                path: "story/headline".into(),
                span: None,
                message: "the headline has no words".into(),
            });
        }
        for (index, block) in self.body.iter().enumerate() {
            if let Some(start) = block.text.find('“').filter(|_| !block.text.contains('”')) {
                report.findings.push(Finding {
                    rule: "unbalanced-quotation-marks",
                    severity: Severity::Warning,
                    path: format!("story/body[{}]", index + 1),
                    span: Some(Span { part: Part::Block(index), start, end: start + 3 }),
                    message: "a quotation mark opens and does not close".into(),
                });
            }
        }
        report
    }
}
