//! Direct speech.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::evidence::Evidence;
use super::id::Id;
use super::participant::Participant;
use super::vocabulary::open_vocabulary;

/// Direct speech, and who spoke.
///
/// ```
/// use newsdesk::{Id, Marking, Participant, Quote};
/// let quote = Quote::new(Id::new("quote-1")?, Marking::Marked)
///     .with_speaker(Participant::Official(Id::new("official-1")?))
///     .with_paragraph("Our connections are historic.");
/// assert_eq!(quote.text(), "Our connections are historic.");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote {
    /// Its id in the story.
    pub id: Id,
    /// Who spoke, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Participant>,
    /// The words, without the outer marks, paragraph by paragraph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// Whether the text marks it as speech.
    pub marking: Marking,
    /// The words that introduce it: "Mr Smith said:".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_in: Option<String>,
    /// Where it stands: one for each paragraph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Quote {
    /// Speech with no words yet.
    #[must_use]
    pub fn new(id: Id, marking: Marking) -> Self {
        Self { id, speaker: None, paragraphs: Vec::new(), marking, lead_in: None, evidence: Vec::new() }
    }

    /// The words, the paragraphs joined by a blank line.
    #[must_use]
    pub fn text(&self) -> String {
        self.paragraphs.join("\n\n")
    }
}

builder! { Quote {
    some with_speaker(speaker: Participant);
    push with_paragraph(paragraphs: String);
    some with_lead_in(lead_in: String);
    push with_evidence(evidence: Evidence);
} }

open_vocabulary! {
    /// How a text shows that words are direct speech.
    ///
    /// ```
    /// use newsdesk::Marking;
    /// assert_eq!(Marking::Inferred.as_str(), "inferred");
    /// ```
    Marking {
        /// By quotation marks.
        Marked = "marked",
        /// By a block of its own, as a format marks it.
        Block = "block",
        /// Not at all: it follows from a lead-in.
        Inferred = "inferred",
    }
}
