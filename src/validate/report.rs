//! What the rules found.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use crate::model::Part;

/// Everything that the rules found, in the order of the story.
///
/// ```
/// use newsdesk::Story;
/// let report = Story::new("").validate();
/// assert!(report.has_errors());
/// assert_eq!(report.findings[1].rule, "empty-headline");
/// assert_eq!(
///     report.to_string(),
///     "error[no-text] story: the story has neither a body nor a standfirst\n\
///      error[empty-headline] story/headline: the headline has no words"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The findings.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether an error was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }

    /// The errors.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Error)
    }

    /// The warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.of(Severity::Warning)
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }
}

impl fmt::Display for Report {
    /// One line a finding.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.findings.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{finding}")?;
        }
        Ok(())
    }
}

/// One thing that breaks a rule.
///
/// ```
/// use newsdesk::{Block, Story};
/// let story = Story::new("Bridge opens").with_block(Block::paragraph("“It is open, she said."));
/// let finding = &story.validate().findings[0];
/// assert_eq!((finding.rule, finding.path.as_str()), ("unbalanced-quotation-marks", "story/body[1]"));
/// assert_eq!(finding.span.unwrap().range(), 0..3);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The id of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where in the story: `story/facts/visits[2]/dates`, members counted from 1.
    pub path: String,
    /// The text that it concerns, if there is such text; always whole characters of that text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] {}: {}", self.severity, self.rule, self.path, self.message)
    }
}

/// How bad a [`Finding`] is: an error cannot be right, a warning is worth a look.
///
/// ```
/// use newsdesk::validate::Severity;
/// assert!(Severity::Error > Severity::Warning);
/// assert_eq!(Severity::Error.to_string(), "error");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It may be right, and is probably not.
    Warning,
    /// It cannot be right.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// Bytes of the text of a part of a story.
///
/// ```
/// use newsdesk::{Part, validate::Span};
/// let span = Span::new(Part::Headline, 0..6);
/// assert_eq!(&"Bridge opens"[span.range()], "Bridge");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Span {
    /// The part.
    pub part: Part,
    /// The first byte, counted from the start of the part's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes `range` of `part`.
    #[must_use]
    pub fn new(part: Part, range: Range<usize>) -> Self {
        Self { part, start: range.start, end: range.end }
    }

    /// The bytes of the part's text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
