//! Where a fact was read, by which rule, and how sure that is.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::builder::builder;

/// A part of a story that has text of its own.
///
/// ```
/// use newsdesk::Part;
/// assert_eq!(Part::Block(2).to_string(), "body[2]");
/// assert_eq!("headline".parse(), Ok(Part::Headline));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The headline.
    Headline,
    /// The standfirst.
    Standfirst,
    /// The byline.
    Byline,
    /// The dateline.
    Dateline,
    /// A block of the body, counted from 0.
    Block(usize),
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Headline => f.write_str("headline"),
            Self::Standfirst => f.write_str("standfirst"),
            Self::Byline => f.write_str("byline"),
            Self::Dateline => f.write_str("dateline"),
            Self::Block(index) => write!(f, "body[{index}]"),
        }
    }
}

impl std::str::FromStr for Part {
    type Err = super::InvalidText;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let block = || text.strip_prefix("body[")?.strip_suffix(']')?.parse().ok();
        match text {
            "headline" => Ok(Self::Headline),
            "standfirst" => Ok(Self::Standfirst),
            "byline" => Ok(Self::Byline),
            "dateline" => Ok(Self::Dateline),
            _ => block().map(Self::Block).ok_or_else(|| super::InvalidText {
                text: text.into(),
                wanted: "a part of a story",
                expected: "headline, standfirst, byline, dateline or body[N]",
            }),
        }
    }
}

impl Serialize for Part {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::word::deserialize(deserializer, str::parse)
    }
}

/// How sure a reading is, in per cent: 100 is certain.
///
/// ```
/// use newsdesk::Confidence;
/// assert!(Confidence::percent(80) < Confidence::CERTAIN);
/// assert_eq!(Confidence::percent(250), Confidence::CERTAIN);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u8")]
pub struct Confidence(u8);

impl Confidence {
    /// 100 per cent.
    pub const CERTAIN: Self = Self(100);

    /// So many per cent; all above 100 is 100.
    #[must_use]
    pub const fn percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// So many per cent, 0 to 100.
    #[must_use]
    pub const fn as_percent(self) -> u8 {
        self.0
    }
}

impl From<u8> for Confidence {
    fn from(percent: u8) -> Self {
        Self::percent(percent)
    }
}

/// What a fact rests on: bytes of a part of the story, the rule that read them, and how sure it is.
///
/// ```
/// use newsdesk::{Evidence, Part};
/// let evidence = Evidence::new(Part::Block(0), 4..18, "rank-and-name").with_text("Rrahman Rama");
/// assert_eq!(evidence.span(), 4..18);
/// assert!(!evidence.in_quote);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Evidence {
    /// The part of the story.
    pub part: Part,
    /// The first byte, counted from the start of the part's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The text that stood there when it was read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The name of the rule that read it; empty if a person or another system wrote the fact.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub rule: Cow<'static, str>,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// Whether it stands in direct speech, so that the speaker vouches for it and not the publisher.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_quote: bool,
}

impl Evidence {
    /// Certain evidence at the bytes `span` of `part`.
    #[must_use]
    pub fn new(part: Part, span: std::ops::Range<usize>, rule: impl Into<Cow<'static, str>>) -> Self {
        Self {
            part,
            start: span.start,
            end: span.end,
            text: String::new(),
            rule: rule.into(),
            confidence: Confidence::CERTAIN,
            in_quote: false,
        }
    }

    /// The bytes of the part's text.
    #[must_use]
    pub fn span(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

builder! { Evidence {
    set with_text(text: String);
    set with_confidence(confidence: Confidence);
    set with_in_quote(in_quote: bool);
} }
