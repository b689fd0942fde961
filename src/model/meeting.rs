//! Meetings and calls.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::date::Date;
use super::evidence::Evidence;
use super::id::Id;
use super::participant::Participant;
use super::place::Place;
use super::visit::Status;
use super::vocabulary::open_vocabulary;

/// A meeting, call or virtual meeting of officials.
///
/// ```
/// use newsdesk::{Id, Meeting, MeetingMode, Participant};
/// let meeting = Meeting::new(Id::new("meeting-1")?, MeetingMode::InPerson)
///     .with_party(Participant::Official(Id::new("official-1")?))
///     .with_counterpart(Participant::described("business leaders"));
/// assert_eq!(meeting.with.len(), 1);
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Meeting {
    /// Its id in the story.
    pub id: Id,
    /// Those whom the story is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<Participant>,
    /// Those whom they meet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Participant>,
    /// In what way.
    pub mode: MeetingMode,
    /// How far it has come, seen from the day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What about, in the story's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Where the story tells of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Meeting {
    /// A meeting in a mode, of which nothing else is known yet.
    #[must_use]
    pub fn new(id: Id, mode: MeetingMode) -> Self {
        Self {
            id,
            party: Vec::new(),
            with: Vec::new(),
            mode,
            status: None,
            place: None,
            date: None,
            subject: None,
            evidence: Vec::new(),
        }
    }
}

builder! { Meeting {
    push with_party(party: Participant);
    push with_counterpart(with: Participant);
    some with_status(status: Status);
    some with_place(place: Place);
    some with_date(date: Date);
    some with_subject(subject: String);
    push with_evidence(evidence: Evidence);
} }

open_vocabulary! {
    /// In what way people meet.
    ///
    /// ```
    /// use newsdesk::MeetingMode;
    /// assert_eq!(MeetingMode::InPerson.as_str(), "in_person");
    /// ```
    MeetingMode {
        /// Face to face.
        InPerson = "in_person",
        /// By telephone.
        Call = "call",
        /// By video.
        Virtual = "virtual",
    }
}
