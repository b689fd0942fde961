//! Those who take part in a visit, a meeting, an act or a conversation.

use serde::{Deserialize, Serialize};

use super::id::Id;

/// One who takes part: a known official or organisation by id, or a group that has only a description.
///
/// ```
/// use newsdesk::{Id, Participant};
/// let counterparts = Participant::described("his counterparts");
/// assert_eq!(counterparts.id(), None);
/// let minister = Participant::Official(Id::new("official-1")?);
/// assert_eq!(minister.id().unwrap().as_str(), "official-1");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Participant {
    /// An official of the story, by id.
    Official(Id),
    /// An organisation of the story, by id.
    Organisation(Id),
    /// People or a body that the story only describes: "Latvian government officials".
    Described(String),
}

impl Participant {
    /// A participant that the story only describes.
    #[must_use]
    pub fn described(words: impl Into<String>) -> Self {
        Self::Described(words.into())
    }

    /// The id that this refers to.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Official(id) | Self::Organisation(id) => Some(id),
            Self::Described(_) => None,
        }
    }
}
