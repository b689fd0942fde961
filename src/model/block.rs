//! The body of a story: blocks of text in their order.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::language::Language;
use super::vocabulary::open_vocabulary;

/// A block of the body: one paragraph, heading, list item, …, with its text.
///
/// ```
/// use newsdesk::{Block, BlockKind};
/// let block = Block::paragraph("The Minister met her counterpart.");
/// assert_eq!(block.kind, BlockKind::Paragraph);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its text. Lines within it end in `\n`.
    pub text: String,
    /// Its language, where that is not the story's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// What a [`Block`] is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading {
        /// Its depth: 1 is the highest below the headline.
        level: u8,
    },
    /// One item of a list. Items that follow each other make one list, unless the next `starts` one.
    ListItem {
        /// Whether the list counts its items.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        ordered: bool,
        /// How deep the list stands in other lists: 0 is not at all.
        #[serde(default, skip_serializing_if = "is_zero")]
        depth: u8,
        /// Whether the item begins a new list although an item precedes it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        starts: bool,
    },
    /// A paragraph of direct speech that stands as a block of its own.
    Quotation {
        /// Whether it begins a new quotation although a quotation precedes it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        starts: bool,
    },
    /// The caption of a picture, table or recording.
    Caption,
    /// Text that is not of the story: notes to editors, a contact, the end mark.
    Boilerplate {
        /// Its role.
        role: BoilerplateRole,
    },
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_zero(depth: &u8) -> bool {
    *depth == 0
}

open_vocabulary! {
    /// What a block of boilerplate is for.
    ///
    /// ```
    /// use newsdesk::BoilerplateRole;
    /// assert_eq!(BoilerplateRole::from("contact"), BoilerplateRole::Contact);
    /// ```
    BoilerplateRole {
        /// Notes to editors.
        Notes = "notes",
        /// Whom the press may ask.
        Contact = "contact",
        /// A mark that the story ends: "ENDS", "###", "-30-".
        EndMark = "end-mark",
        /// What the publisher says of itself under every story.
        About = "about",
        /// Reference numbers, distribution lists and other office matter.
        Reference = "reference",
    }
}

impl Block {
    /// A block of a kind.
    #[must_use]
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), language: None }
    }

    /// A paragraph.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Paragraph, text)
    }

    /// A heading of a level, 1 being the highest below the headline.
    #[must_use]
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::new(BlockKind::Heading { level }, text)
    }

    /// An item of an unordered list.
    #[must_use]
    pub fn list_item(text: impl Into<String>) -> Self {
        Self::new(BlockKind::ListItem { ordered: false, depth: 0, starts: false }, text)
    }

    /// A paragraph of direct speech.
    #[must_use]
    pub fn quotation(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Quotation { starts: false }, text)
    }

    /// A block of boilerplate.
    #[must_use]
    pub fn boilerplate(role: BoilerplateRole, text: impl Into<String>) -> Self {
        Self::new(BlockKind::Boilerplate { role }, text)
    }

    /// Whether the block is a part of the story's own prose.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        !matches!(self.kind, BlockKind::Boilerplate { .. })
    }
}

builder! { Block {
    some with_language(language: Language);
} }
