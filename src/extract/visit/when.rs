//! When a journey takes place: the dates of its stops, or of all of it.

use std::ops::Range;

use chrono::NaiveDate;

use super::super::annotated::{Annotated, FoundDate, within};
use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::before_place::country_before;
use super::stop::{Stop, end_of_dates};
use crate::model::{Calendar, Date, DateRange, TimeUnit};

/// The stops, and the date of the whole journey: one that stands after the last of several stops, or the
/// only one of the sentence.
pub(super) fn dated(
    text: &Annotated<'_>,
    stops: Vec<Stop>,
    hook: &Hook,
    anchor: Option<NaiveDate>,
) -> (Vec<Stop>, Option<Date>) {
    let (mut stops, mut whole) = dated_once(text, stops, hook);
    let of_stops = stops.iter_mut().filter_map(|stop| stop.leg.dates.as_mut());
    of_stops.chain(whole.as_mut()).for_each(|date| take_days(text, hook, date));
    if let Some(anchor) = anchor {
        let of_stops = stops.iter_mut().filter_map(|stop| stop.leg.dates.as_mut());
        of_stops.chain(whole.as_mut()).for_each(|date| add_last_day(text, hook, date, anchor));
    }
    (stops, whole)
}

/// "this week (14 to 18 May)", "next week, from 14 to 18 May": the days that are told right behind a week or a month.
fn take_days(text: &Annotated<'_>, hook: &Hook, date: &mut Date) {
    const MOST_BETWEEN: usize = 2;
    let passage = &text.passage;
    let dates = within(&text.dates, hook.sentence.clone());
    let here = dates.iter().zip(dates.iter().skip(1)).find(|(found, _)| found.date == *date);
    let Some((found, days)) = here else { return };
    let between = found.tokens.end..days.tokens.start;
    let is_link = |at: usize| {
        passage.is_any(at, words!["from", "on"]) || passage.is_mark(at, '(') || passage.is_mark(at, ',')
    };
    let is_long =
        date.relative.is_some_and(|relative| relative.unit != TimeUnit::Day) && date.weekday.is_none();
    if is_long
        && days.date.calendar.is_some()
        && between.len() <= MOST_BETWEEN
        && between.into_iter().all(is_link)
    {
        *date = days.date.clone();
    }
}

/// "today and tomorrow": both days. "arriving on 3 June and departing on 6 June": from one to the other.
fn add_last_day(text: &Annotated<'_>, hook: &Hook, date: &mut Date, anchor: NaiveDate) {
    let dates = within(&text.dates, hook.sentence.clone());
    let here = dates.iter().zip(dates.iter().skip(1)).find(|(found, _)| found.date == *date);
    let Some((found, next)) = here else { return };
    let is_joined = found.tokens.end + 1 == next.tokens.start
        && text.passage.is_any(found.tokens.end, words!["and", "to", "until"]);
    if !is_joined && !arrives_and_departs(text, &hook.sentence, found, next) {
        return;
    }
    let last = next.date.clone().resolve(anchor).last_day();
    if let (Some(first), Some(last)) = (date.clone().resolve(anchor).first_day(), last)
        && first < last
    {
        let range = DateRange::new(Calendar::Day(first), Calendar::Day(last));
        let raw = text.passage.words(found.tokens.start..next.tokens.end);
        *date = Date::new(raw).with_calendar(Calendar::Range(Box::new(range)));
    }
}

/// Whether one date is that of an arrival, and the next that of the departure.
fn arrives_and_departs(
    text: &Annotated<'_>,
    sentence: &Range<usize>,
    arrival: &FoundDate,
    departure: &FoundDate,
) -> bool {
    const REACH: usize = 10;
    let near = |start: usize, stems: &[&str]| {
        (start.saturating_sub(REACH).max(sentence.start)..start).any(|at| {
            let word = text.passage.word(at);
            stems.iter().any(|stem| word.starts_with(stem))
        })
    };
    near(arrival.tokens.start, &["arriv"])
        && arrival.tokens.end < departure.tokens.start
        && near(departure.tokens.start, &["depart", "leav", "return"])
}

fn dated_once(text: &Annotated<'_>, mut stops: Vec<Stop>, hook: &Hook) -> (Vec<Stop>, Option<Date>) {
    let has_date = |stop: &Stop| stop.leg.dates.is_some();
    for stop in &mut stops {
        stop.near = country_before(text, stop.tokens.start);
    }
    match stops.as_mut_slice() {
        [] => (stops, None),
        [only] => {
            if only.leg.dates.is_none() {
                only.leg.dates = only_date(text, hook);
            }
            (stops, None)
        }
        [first @ .., last] if !first.iter().any(has_date) => {
            let whole = last.leg.dates.take().or_else(|| only_date(text, hook));
            (stops, whole)
        }
        _ => (stops, None),
    }
}

/// The only date of the clause: "said on Monday that he would visit" and "during a visit to Kenya, he spoke
/// today" date something else.
fn only_date(text: &Annotated<'_>, hook: &Hook) -> Option<Date> {
    const REACH: usize = 80;
    let passage = &text.passage;
    let earliest = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start);
    let that = (earliest..hook.tokens.start).rev().find(|&at| passage.is(at, "that"));
    let latest = hook.sentence.end.min(hook.tokens.end + REACH);
    let latest = end_of_dates(passage, hook.tokens.end..latest);
    let opens = hook.trigger.tense == Tense::Noun && hook.tokens.start <= hook.sentence.start + 7;
    let comma = (hook.tokens.end..latest).find(|&at| opens && passage.is_mark(at, ','));
    /// "on Saturday I leave for"
    const RIGHT_BEFORE: usize = 4;
    let dates = within(&text.dates, that.unwrap_or(earliest)..comma.unwrap_or(latest));
    match dates {
        [only] if !is_of_one_before(passage, only) => Some(only.date.clone()),
        // "today and tomorrow"
        [first, next] if first.tokens.end + 1 == next.tokens.start && passage.is(first.tokens.end, "and") => {
            Some(first.date.clone())
        }
        several => {
            let mut near = several.iter().rev().filter(|found| {
                found.tokens.end <= hook.tokens.start && found.tokens.end + RIGHT_BEFORE >= hook.tokens.start
            });
            near.next().filter(|found| !is_of_one_before(passage, found)).map(|found| found.date.clone())
        }
    }
}

/// How far before its date "since" may stand: "since he served there in 1999".
const SINCE_REACH: usize = 6;

/// "the first visit since 1999", "in more than 10 years": the date looks back to the visit before this one.
pub(super) fn is_of_one_before(passage: &Passage<'_>, found: &FoundDate) -> bool {
    let Some(before) = found.tokens.start.checked_sub(1) else { return false };
    let is_ago = passage.is(found.tokens.end.saturating_sub(1), "ago");
    let is_span = found.date.calendar.is_none()
        && found.date.relative.is_some_and(|relative| relative.offset < 0)
        && !is_ago;
    let since = before.saturating_sub(SINCE_REACH)..found.tokens.start;
    let is_since = passage.sentence_of(before).start <= since.start
        && since.into_iter().any(|at| passage.is(at, "since"));
    is_since
        || passage.is(before, "since")
        || (is_span && passage.is(before, "in"))
        || names_thing(passage, found)
}

/// "the 1994 floods": a year that tells which thing is meant.
fn names_thing(passage: &Passage<'_>, found: &FoundDate) -> bool {
    let before = found.tokens.start.checked_sub(1);
    matches!(found.date.calendar, Some(Calendar::Year(_)))
        && before.is_some_and(|the| passage.is(the, "the"))
        && passage.kind(found.tokens.end).is_word()
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn the_days_of_a_week_are_told_behind_it() {
        for when in ["this week (5 to 8 May)", "this week, from 5 to 8 May", "this month (5-8 May)"] {
            let told = visits("FI", &format!("Minister Aino Virta will travel to Kenya {when}."));
            assert_eq!(told, ["Aino Virta -> KE planned 2022-05-05/2022-05-08"], "{when}");
        }
    }

    #[test]
    fn today_and_tomorrow_are_two_days() {
        let told =
            visits("EE", "Foreign Minister Ann Hale will be on a visit to Moldova today and tomorrow.");
        assert_eq!(told, ["Ann Hale -> MD planned 2022-05-04/2022-05-05"]);
    }

    #[test]
    fn a_year_that_names_a_thing_is_no_date_of_a_visit() {
        let told = visits(
            "RW",
            "President Ivo Kipto of Kenya has begun a two-day visit to Rwanda. He plans to visit the Floods Memorial Centre to honour the victims of the 1994 floods.",
        );
        assert!(told.iter().all(|told| told.contains("ongoing")) && !told.is_empty(), "{told:?}");
    }

    #[test]
    fn what_somebody_else_did_has_a_date_of_its_own() {
        let told = visits(
            "TN",
            "Foreign Minister Ann Said had a meeting in Kuwait with Speaker Omar Saadoun, who took his post on 20 April.",
        );
        assert_eq!(told, ["Ann Said -> KW completed"]);
    }

    #[test]
    fn who_arrives_and_departs_stays_between() {
        for text in [
            "Defence Minister Ann Hale will visit Singapore, arriving on 3 June and departing on 6 June 2022.",
            "Defence Minister Ann Hale arrives in Singapore on 3 June 2022 and leaves on 6 June.",
        ] {
            assert_eq!(visits("AU", text), ["Ann Hale -> SG planned 2022-06-03/2022-06-06"], "{text}");
        }
    }
}
