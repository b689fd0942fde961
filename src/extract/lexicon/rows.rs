//! What the build script took from the tables beside the phrases.

include!(concat!(env!("OUT_DIR"), "/lexicon_rows.rs"));

/// A rank: its full title, its service and its NATO grade, each empty if not known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RankRow {
    pub(crate) service: &'static str,
    pub(crate) grade: &'static str,
}

/// The head of a role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RoleRow {
    /// The head in the singular.
    pub(crate) head: &'static str,
    /// The word of a [`RoleKind`](crate::model::RoleKind).
    pub(crate) kind: &'static str,
    /// The prepositions that a complement follows: "of for to", or nothing.
    pub(crate) takes: &'static str,
}

/// The form of a verb or noun that an event hangs on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trigger {
    pub(crate) frame: Frame,
    pub(crate) tense: Tense,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    Visit,
    Travel,
    Host,
    Meet,
    /// To see somebody, or to discuss something with somebody: a meeting where an official is its object.
    See,
    Call,
    Say,
    Accompany,
    Cancel,
    /// To be somewhere: "is in", "while in".
    Stay,
    /// To take part in what happens somewhere: "attended", "spoke at".
    Attend,
    /// What people do on a visit, apart from meeting: "addressed", "opened".
    Engage,
}

/// How a form of a verb tells time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// visit
    Base,
    /// visits
    Present,
    /// visited
    Past,
    /// visiting
    Ing,
    /// a visit
    Noun,
}

/// What an honorific or a given name says of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
    Unknown,
}

impl From<u32> for Gender {
    fn from(value: u32) -> Self {
        match value {
            1 => Self::Male,
            2 => Self::Female,
            _ => Self::Unknown,
        }
    }
}
