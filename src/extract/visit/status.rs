//! How far a visit has come, seen from the day of publication.

use chrono::NaiveDate;

use super::super::modality::Modality;
use crate::model::{Date, Status};

/// The status that the verb and the dates of a visit give together.
pub(super) fn status(told: Modality, dates: Option<&Date>, anchor: Option<NaiveDate>) -> Option<Status> {
    if told == Modality::Cancelled {
        return Some(Status::Cancelled);
    }
    let dates = dates.cloned().zip(anchor).map(|(date, anchor)| (date.resolve(anchor), anchor));
    let by_date = dates.and_then(|(date, anchor)| {
        let (first, last) = (date.first_day(), date.last_day());
        match (first, last) {
            (Some(first), _) if first > anchor => Some(Status::Planned),
            (_, Some(last)) if last < anchor => Some(Status::Completed),
            (Some(first), _) if first < anchor => Some(Status::Ongoing),
            _ => None,
        }
    });
    match (told, by_date) {
        (Modality::Past, Some(Status::Planned)) | (Modality::Past, None) => Some(Status::Completed),
        (Modality::Future, Some(Status::Completed) | None) => Some(Status::Planned),
        (Modality::Present, None) => Some(Status::Ongoing),
        (_, by_date) => by_date,
    }
}

/// The status that two accounts of a visit give together: the one that is surer of it.
pub(super) fn better(known: Option<Status>, new: Option<Status>) -> Option<Status> {
    let weight = |status: &Option<Status>| match status {
        None => 0,
        Some(Status::Ongoing) => 1,
        Some(Status::Planned) => 2,
        Some(Status::Completed) => 3,
        Some(_) => 4,
    };
    if weight(&new) > weight(&known) { new } else { known }
}
