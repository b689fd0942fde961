use super::{annotated::FoundDate, passage::Passage};
pub(super) fn dates(_p: &Passage<'_>) -> Vec<FoundDate> {
    Vec::new()
}
pub(super) fn is_calendar_word(w: &str) -> bool {
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
    .contains(&w.to_ascii_lowercase().as_str())
}
