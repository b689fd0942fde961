//! Verbs in the tense that tells how far an event has come.

use crate::model::Status;

/// The forms of a verb with what belongs to it: "pay", "paid", "paying".
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    pub(super) base: &'static str,
    pub(super) past: &'static str,
    pub(super) ing: &'static str,
}

impl Verb {
    /// The verb as the status asks for it; none where a verb cannot say it.
    pub(super) fn of(self, status: &Status, plural: bool) -> Option<String> {
        Some(match status {
            Status::Planned => format!("will {}", self.base),
            Status::Ongoing => format!("{} {}", if plural { "are" } else { "is" }, self.ing),
            Status::Completed => self.past.to_owned(),
            _ => return None,
        })
    }
}
