//! Dates, places and people as a calendar has them.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

use super::line::{clean, clean_name};
use crate::format::web_name::escaped;
use crate::model::{Calendar, Country, Date, DateRange, Facts, Leg, Participant, Place, Visit};

/// One end of an event.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Stamp {
    Day(NaiveDate),
    Moment(DateTime<Utc>),
}

impl Stamp {
    pub(super) fn read(text: &str) -> Option<Self> {
        if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
            return Some(Self::Day(day));
        }
        let moment = NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%SZ").ok()?;
        Some(Self::Moment(moment.and_utc()))
    }

    /// The value; none of a year that four digits do not say.
    fn text(self) -> Option<String> {
        let text = match self {
            Self::Day(day) => day.format("%Y%m%d").to_string(),
            Self::Moment(moment) => moment.format("%Y%m%dT%H%M%SZ").to_string(),
        };
        Self::read(&text).map(|_| text)
    }

    fn calendar(self) -> Calendar {
        match self {
            Self::Day(day) => Calendar::Day(day),
            Self::Moment(moment) => Calendar::Instant(moment.fixed_offset()),
        }
    }
}

/// When an event is: its first day or moment, and its last day (included) or end.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    start: Stamp,
    end: Option<Stamp>,
}

impl When {
    /// Of `DTSTART` and `DTEND`, the day after the last.
    pub(super) fn read(start: Stamp, end: Option<Stamp>) -> Self {
        let end = match end {
            Some(Stamp::Day(day)) => day.pred_opt().map(Stamp::Day),
            end => end,
        };
        Self { start, end: end.filter(|end| *end > start) }
    }

    /// Of a date that is known.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let known = date.known()?;
        let moment = |instant: &DateTime<FixedOffset>| {
            DateTime::from_timestamp(instant.timestamp(), 0).map(Stamp::Moment)
        };
        let (start, end) = match known {
            Calendar::Instant(instant) => (moment(instant)?, None),
            Calendar::Range(range) => match (&range.start, &range.end) {
                (Some(Calendar::Instant(start)), Some(Calendar::Instant(end))) => {
                    (moment(start)?, moment(end))
                }
                _ => (Stamp::Day(known.first_day()?), known.last_day().map(Stamp::Day)),
            },
            _ => (Stamp::Day(known.first_day()?), known.last_day().map(Stamp::Day)),
        };
        let when = Self { start, end: end.filter(|end| *end > start) };
        when.lines().map(|_| when)
    }

    /// Of a visit: its own dates, or else from the first day of its stops to the last.
    pub(super) fn of_visit(visit: &Visit) -> Option<Self> {
        let stops = || visit.legs.iter().filter_map(|leg| leg.dates.as_ref());
        visit.dates.as_ref().and_then(Self::of).or_else(|| {
            let start = stops().filter_map(Date::first_day).min()?;
            let end = stops().filter_map(Date::last_day).max().filter(|end| *end > start);
            let when = Self { start: Stamp::Day(start), end: end.map(Stamp::Day) };
            when.lines().map(|_| when)
        })
    }

    /// `DTSTART` and `DTEND`.
    pub(super) fn lines(&self) -> Option<Vec<String>> {
        let line = |name: &str, stamp: Stamp| {
            let value = if matches!(stamp, Stamp::Day(_)) { ";VALUE=DATE" } else { "" };
            Some(format!("{name}{value}:{}", stamp.text()?))
        };
        let mut lines = vec![line("DTSTART", self.start)?];
        match self.end {
            Some(Stamp::Day(day)) => lines.push(line("DTEND", Stamp::Day(day.succ_opt()?))?),
            Some(end) => lines.push(line("DTEND", end)?),
            None => {}
        }
        Some(lines)
    }

    /// The first moment, as `DTSTAMP` asks for it.
    pub(super) fn stamp(&self) -> Option<String> {
        let moment = match self.start {
            Stamp::Day(day) => Stamp::Moment(day.and_hms_opt(0, 0, 0)?.and_utc()),
            moment => moment,
        };
        moment.text()
    }

    pub(super) fn date(&self) -> Date {
        let start = self.start.calendar();
        match self.end {
            Some(end) => {
                let range = Calendar::from(DateRange::new(start, end.calendar()));
                Date::new(range.to_string()).with_calendar(range)
            }
            None => match start {
                Calendar::Instant(instant) => Date::instant(instant),
                day => Date::new(day.to_string()).with_calendar(day),
            },
        }
    }
}

/// The stops of a visit as a location.
pub(super) fn location(legs: &[Leg]) -> String {
    let leg = |leg: &Leg| {
        let country = leg.country.map(|country| country.as_str().to_owned());
        let places = leg.places.iter().map(|place| clean(&place.name)).filter(|name| !name.is_empty());
        places.chain(country).collect::<Vec<_>>().join(", ")
    };
    legs.iter().map(leg).filter(|leg| !leg.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The stops that a location tells: the last word of each may be its country.
pub(super) fn legs(location: &str) -> Vec<Leg> {
    location
        .split(';')
        .filter_map(|text| {
            let mut parts: Vec<&str> =
                text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
            let country = parts
                .last()
                .and_then(|last| Country::new(last).ok().filter(|country| country.as_str() == *last));
            if country.is_some() {
                parts.pop();
            }
            let mut leg = Leg::new();
            leg.country = country;
            leg.places = parts.into_iter().map(Place::new).collect();
            (leg != Leg::new()).then_some(leg)
        })
        .collect()
}

/// What a visit is called: from where it goes.
pub(super) fn title(location: &str) -> String {
    if location.is_empty() { "Visit".to_owned() } else { format!("Visit to {location}") }
}

/// Names of who takes part begin with this.
const OWN: &str = "urn:newsdesk:";

/// The address and the name of one who takes part, if a calendar can hold both.
pub(super) fn address(participant: &Participant, facts: &Facts) -> Option<(String, String)> {
    let (address, name) = match participant {
        Participant::Official(id) => {
            let official = facts.official(id)?;
            match official
                .name
                .as_ref()
                .map(|name| clean_name(&name.to_string()))
                .filter(|name| !name.is_empty())
            {
                Some(name) => (format!("{OWN}official:{}", escaped(id.as_str())), name),
                None => (format!("{OWN}described"), clean_name(&official.label())),
            }
        }
        Participant::Organisation(id) => {
            (format!("{OWN}organisation:{}", escaped(id.as_str())), clean_name(&facts.organisation(id)?.name))
        }
        Participant::Described(words) => (format!("{OWN}described"), clean_name(words)),
    };
    (!name.is_empty()).then_some((address, name))
}

/// The sort and the escaped id of an address of this crate's own.
pub(super) fn own_address(address: &str) -> Option<(&str, &str)> {
    address.strip_prefix(OWN)?.split_once(':')
}
