//! Where a sentence begins: "On the margins of the Assembly in New York, the Minister met".

use super::super::annotated::{Annotated, within};
use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::scene::first_at;
use super::stop::Stop;
use crate::model::{Leg, Part, PlaceKind};

/// The stops that the opening of a sentence names, if what its verb tells of happens there.
pub(super) fn stops(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    /// How long an opening may be, in tokens.
    const REACH: usize = 24;
    let passage = &text.passage;
    let start = hook.sentence.start;
    let limit = hook.tokens.start.min(start + REACH);
    if passage.part == Part::Headline || start >= limit {
        return Vec::new();
    }
    let is_beside = is_beside_event(passage, start);
    // "In Geneva, the Minister met"; the place of "At a time of war in Ukraine" is not where anybody is.
    // "Beginning in Geneva, the Minister will meet"
    let is_first = passage.is_any(start, words!["beginning", "starting"]);
    let after_date = after_date(text, start);
    let link = after_date.unwrap_or(start + usize::from(is_first));
    let reach = if is_beside { limit } else { limit.min(link + 3) };
    let opens = is_beside || passage.is_any(link, words!["in", "at"]);
    let first = within(&text.places, link..reach).first();
    // "On 13 April in Samarkand the Minister met" needs no comma.
    let end_of_place = first.filter(|_| after_date.is_some()).map(|found| found.tokens.end);
    let comma = (link..limit).find(|&at| passage.is_mark(at, ',')).or(end_of_place);
    let Some(comma) = comma.filter(|_| opens) else { return Vec::new() };
    let first = first.filter(|found| found.tokens.start < comma);
    let is_local =
        first.is_some_and(|found| matches!(found.place.kind, Some(PlaceKind::City | PlaceKind::Site)));
    if !is_beside && !is_local {
        return Vec::new();
    }
    first_at(text, link..comma, &["in", "at"], &hook.sentence)
}

/// The token behind the date that a sentence begins with: "On 13 April, │ in Samarkand", "Today │ in Oslo".
fn after_date(text: &Annotated<'_>, start: usize) -> Option<usize> {
    const REACH: usize = 8;
    let date = within(&text.dates, start..start + REACH).first()?;
    let opens = date.tokens.start == start || date.tokens.start == start + 1 && text.passage.is(start, "on");
    opens.then(|| date.tokens.end + usize::from(text.passage.is_mark(date.tokens.end, ',')))
}

/// The stop of "Philippines – Visit of the Minister Delegate": the country that a headline begins with.
pub(super) fn of_headline(text: &Annotated<'_>, hook: &Hook) -> Vec<Stop> {
    const MOST_BETWEEN: usize = 3;
    let passage = &text.passage;
    let is_visit = hook.trigger.tense == Tense::Noun && passage.is_any(hook.tokens.end, words!["of", "by"]);
    let Some(place) = text.places.first().filter(|place| place.tokens.start == 0) else { return Vec::new() };
    let mark = place.tokens.end;
    let is_parted = matches!(passage.kind(mark), TokenKind::Mark('–' | '—' | '-' | ':' | '/' | '|'));
    let is_near = hook.tokens.start > mark && hook.tokens.start <= mark + 1 + MOST_BETWEEN;
    if passage.part == Part::Headline && is_visit && is_parted && is_near {
        let mut leg = place.place.country.map_or_else(Leg::new, Leg::to);
        leg.places.extend(Some(place.place.clone()).filter(|place| place.kind != Some(PlaceKind::Country)));
        return vec![Stop::new(leg, place.tokens.clone())];
    }
    Vec::new()
}

/// "On the margins of", "At the fringes of": beside an event, which somebody is at.
fn is_beside_event(passage: &Passage<'_>, start: usize) -> bool {
    let at = start + 1 + usize::from(passage.is(start + 1, "the"));
    passage.is_any(start, words!["on", "in", "at"])
        && passage.is_any(at, words!["margins", "margin", "sidelines", "sideline", "fringes", "fringe"])
        && passage.is(at + 1, "of")
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_meets_somebody_beside_an_event_is_where_it_is_held() {
        let told = visits(
            "FI",
            "On the margins of the General Assembly in New York, Foreign Minister Aino Virta met Foreign Minister Ann Hale of Australia.",
        );
        assert_eq!(told, ["Aino Virta -> US New York completed"]);
        let told = visits(
            "FI",
            "In Geneva on Tuesday, Foreign Minister Aino Virta met High Commissioner Ivo Novak.",
        );
        assert!(told.iter().any(|told| told.starts_with("Aino Virta -> CH Geneva")), "{told:?}");
    }

    #[test]
    fn what_is_done_is_done_where_the_sentence_begins() {
        for deed in ["opened a school", "attended a reception", "toured a factory", "launched the campaign"] {
            let told = visits("FI", &format!("In Kuopio, Education Minister Aino Virta {deed} on Monday."));
            assert_eq!(told, ["Aino Virta -> FI Kuopio completed 2022-05-02"], "{deed}");
        }
        let told = visits("FI", "Beginning in Kuopio, Education Minister Aino Virta will tour a factory.");
        assert_eq!(told, ["Aino Virta -> FI Kuopio planned"]);
        let none = "In Helsinki, Education Minister Aino Virta opened a school on Monday.";
        assert_eq!(visits("FI", none), [""; 0]);
    }

    #[test]
    fn a_sentence_may_begin_with_the_day_before_the_city() {
        for opening in ["On 2 May 2022 in Turku", "On 2 May, in Turku,", "On Monday, in Turku"] {
            let told =
                visits("FI", &format!("{opening} the Foreign Minister Aino Virta met President Ivo Novak."));
            assert!(told.len() == 1 && told[0].starts_with("Aino Virta -> FI Turku completed"), "{told:?}");
        }
        let none = "On Monday, in Helsinki, the Foreign Minister Aino Virta met President Ivo Novak.";
        assert_eq!(visits("FI", none), [""; 0]);
    }

    #[test]
    fn what_a_sentence_begins_with_may_be_no_place_of_anybody() {
        for none in [
            "At a time of war in Ukraine, Foreign Minister Aino Virta met Foreign Minister Ann Hale of Australia.",
            "In Helsinki, Foreign Minister Aino Virta met Foreign Minister Ann Hale.",
        ] {
            assert!(!visits("FI", none).iter().any(|told| told.contains("Virta")), "{none}");
        }
    }

    #[test]
    fn a_headline_may_begin_with_where_the_visit_goes() {
        let told =
            super::super::super::told::headline_visits("FR", "Philippines – Visit of Minister Olivier Roth");
        assert_eq!(told, ["Olivier Roth -> PH planned"]);
    }
}
