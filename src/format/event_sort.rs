//! What sort of fact an event of another system is.

/// What an event is to this crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EventSort {
    Visit,
    Commemoration,
    /// Anything else that people come together for.
    Other,
}

/// The mode of a meeting of which no more is known than that it is an event.
pub(super) const EVENT: &str = "event";

/// What sort of event these words speak of: its title, its genre and the like.
pub(super) fn event_sort<'w>(words: impl Iterator<Item = &'w str>) -> EventSort {
    const COMMEMORATION: [&str; 6] =
        ["commemoration", "commemorations", "commemorates", "remembrance", "anniversary", "memorial"];
    const VISIT: [&str; 2] = ["visit", "visits"];
    let mut sort = EventSort::Other;
    for word in words.flat_map(|words| words.split(|c: char| !c.is_alphanumeric())) {
        let word = word.to_lowercase();
        if COMMEMORATION.contains(&word.as_str()) {
            return EventSort::Commemoration;
        }
        if VISIT.contains(&word.as_str()) {
            sort = EventSort::Visit;
        }
    }
    sort
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_title_tells_the_sort() {
        assert_eq!(event_sort(["State visit of the King"].into_iter()), EventSort::Visit);
        assert_eq!(event_sort(["Visit to the memorial"].into_iter()), EventSort::Commemoration);
        assert_eq!(event_sort(["Visitors' day", "Press conference"].into_iter()), EventSort::Other);
    }
}
