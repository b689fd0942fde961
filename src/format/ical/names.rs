//! Dates, places and people as a calendar has them.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use super::line::{Line, clean};
use crate::format::web_name::escaped;
use crate::model::{
    Act, Calendar, Commemoration, Country, Date, DateRange, Facts, Leg, Name, Participant, Place, PlaceKind,
    TimeUnit, Visit,
};

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

    /// The day of a time without its offset from UTC, as the start of an event or as its end.
    pub(super) fn local(text: &str, is_end: bool) -> Option<Self> {
        let (day, time) = text.split_once('T')?;
        let day = NaiveDate::parse_from_str(day, "%Y%m%d").ok()?;
        // The end of an event of days is the day after its last.
        if is_end && !time.starts_with("000000") { day.succ_opt() } else { Some(day) }.map(Self::Day)
    }

    /// The end of an event that begins here and lasts for a while (RFC 5545, section 3.3.6).
    pub(super) fn after(self, duration: &str) -> Option<Self> {
        let (mut length, mut number, mut is_time) = (TimeDelta::zero(), String::new(), false);
        for c in duration.trim_start_matches('+').strip_prefix('P')?.chars() {
            let unit = match (c, is_time) {
                ('0'..='9', _) => {
                    number.push(c);
                    continue;
                }
                ('T', false) => {
                    is_time = true;
                    continue;
                }
                ('W', false) => TimeDelta::try_weeks(1)?,
                ('D', false) => TimeDelta::try_days(1)?,
                ('H', true) => TimeDelta::try_hours(1)?,
                ('M', true) => TimeDelta::try_minutes(1)?,
                ('S', true) => TimeDelta::try_seconds(1)?,
                _ => return None,
            };
            length = length.checked_add(&unit.checked_mul(number.parse().ok()?)?)?;
            number.clear();
        }
        match self {
            Self::Day(day) => day.checked_add_signed(length).map(Self::Day),
            Self::Moment(moment) => moment.checked_add_signed(length).map(Self::Moment),
        }
    }

    /// A day or a moment that a date is.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let stamp = match date.known()? {
            Calendar::Day(day) => Self::Day(*day),
            Calendar::Instant(instant) => Self::Moment(DateTime::from_timestamp(instant.timestamp(), 0)?),
            _ => return None,
        };
        stamp.text().map(|_| stamp)
    }

    /// The line of a name for it; none of a year that four digits do not say.
    pub(super) fn line(self, name: &str) -> Option<Line> {
        let line = Line::new(name, self.text()?);
        Some(if matches!(self, Self::Day(_)) { line.with_word("VALUE", "DATE") } else { line })
    }

    /// The moment, as `DTSTAMP` asks for it: of a day, its first.
    pub(super) fn moment(self) -> Option<Self> {
        Some(match self {
            Self::Day(day) => Self::Moment(day.and_hms_opt(0, 0, 0)?.and_utc()),
            moment @ Self::Moment(_) => moment,
        })
    }

    pub(super) fn date(self) -> Date {
        match self.calendar() {
            Calendar::Instant(instant) => Date::instant(instant),
            day => Date::new(day.to_string()).with_calendar(day),
        }
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
    pub(super) fn lines(&self) -> Option<Vec<Line>> {
        let mut lines = vec![self.start.line("DTSTART")?];
        match self.end {
            Some(Stamp::Day(day)) => lines.push(Stamp::Day(day.succ_opt()?).line("DTEND")?),
            Some(end) => lines.push(end.line("DTEND")?),
            None => {}
        }
        Some(lines)
    }

    pub(super) fn date(&self) -> Date {
        match self.end {
            Some(end) => {
                let range = Calendar::from(DateRange::new(self.start.calendar(), end.calendar()));
                Date::new(range.to_string()).with_calendar(range)
            }
            None => self.start.date(),
        }
    }
}

/// Properties and parameters of the crate's own (RFC 5545, section 3.8.8.2), for what a calendar has no name for.
pub(super) mod own {
    /// Of a calendar: when the story was first published, as a day or a moment.
    pub(in super::super) const PUBLISHED: &str = "X-NEWSDESK-PUBLISHED";
    /// Of a visit: how far it has come, if `STATUS` does not say it.
    pub(in super::super) const STATUS: &str = "X-NEWSDESK-STATUS";
    /// Of a visit: out of the country, into it or within it.
    pub(in super::super) const DIRECTION: &str = "X-NEWSDESK-DIRECTION";
    /// Of a commemoration: how many [`UNIT`]s ago the event was.
    pub(in super::super) const ANNIVERSARY: &str = "X-NEWSDESK-ANNIVERSARY";
    pub(in super::super) const UNIT: &str = "X-NEWSDESK-UNIT";
    pub(in super::super) const APPROXIMATE: &str = "X-NEWSDESK-APPROXIMATE";
    /// Of a commemoration: the place of an [`ACT`].
    pub(in super::super) const PLACE: &str = "X-NEWSDESK-PLACE";
    pub(in super::super) const KIND: &str = "X-NEWSDESK-KIND";
    pub(in super::super) const COUNTRY: &str = "X-NEWSDESK-COUNTRY";
    /// The acts that a place or a person belongs to, by their numbers, with commas between.
    pub(in super::super) const ACT: &str = "X-NEWSDESK-ACT";
}

/// The units of an anniversary.
pub(super) const UNITS: [(&str, TimeUnit); 4] =
    [("day", TimeUnit::Day), ("week", TimeUnit::Week), ("month", TimeUnit::Month), ("year", TimeUnit::Year)];

/// The acts that a calendar has words for, with the words.
pub(super) fn acts(commemoration: &Commemoration) -> Vec<(String, &Act)> {
    let acts = commemoration.acts.iter().map(|act| (clean(act.kind.as_str()), act));
    acts.filter(|(kind, _)| !kind.is_empty()).collect()
}

/// Who takes part in acts, and in which, by their numbers; nobody twice.
pub(super) fn actors<'a>(acts: &[(String, &'a Act)], facts: &Facts) -> Vec<(&'a Participant, Vec<usize>)> {
    let mut found: Vec<(&Participant, (String, String), Vec<usize>)> = Vec::new();
    for ((_, act), number) in acts.iter().zip(1..) {
        for actor in &act.actors {
            let Some(address) = address(actor, facts) else { continue };
            match found.iter_mut().find(|(_, known, _)| *known == address) {
                Some((_, _, numbers)) if numbers.contains(&number) => {}
                Some((_, _, numbers)) => numbers.push(number),
                None => found.push((actor, address, vec![number])),
            }
        }
    }
    found.into_iter().map(|(actor, _, numbers)| (actor, numbers)).collect()
}

/// What a calendar has of a place, if anything.
pub(super) fn place_held(place: &Place) -> Option<Place> {
    let mut held = Place::new(clean(&place.name));
    let kind = place.kind.as_ref().map(|kind| clean(kind.as_str())).filter(|kind| !kind.is_empty());
    held.kind = kind.map(|kind| PlaceKind::from(kind.as_str()));
    held.country = place.country;
    (held != Place::new("")).then_some(held)
}

/// A place as a location, in words.
pub(super) fn place_words(place: &Place) -> String {
    let name = Some(place.name.as_str()).filter(|name| !name.is_empty());
    let words: Vec<&str> = name.into_iter().chain(place.country.as_ref().map(Country::as_str)).collect();
    words.join(", ")
}

/// The place that a location tells: its last word may be its country.
pub(super) fn place(location: &str) -> Place {
    let country = |word: &str| Country::new(word).ok().filter(|country| country.as_str() == word);
    let parts = location.rsplit_once(',').map(|(name, word)| (name.trim(), word.trim()));
    match parts.and_then(|(name, word)| Some((name, country(word)?))) {
        Some((name, country)) => Place::new(name).with_country(country),
        None => Place::new(location.trim()),
    }
}

/// The stops of a visit as a location, in the words that they are read back from.
pub(super) fn location(stops: &[Leg]) -> String {
    in_words(&legs(&clean(&in_words(stops))))
}

fn in_words(legs: &[Leg]) -> String {
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
            match official.name.as_ref().and_then(name_held) {
                Some(name) => (format!("{OWN}official:{}", escaped(id.as_str())), name),
                None => (format!("{OWN}described"), clean(&official.label())),
            }
        }
        Participant::Organisation(id) => {
            (format!("{OWN}organisation:{}", escaped(id.as_str())), clean(&facts.organisation(id)?.name))
        }
        Participant::Described(words) => (format!("{OWN}described"), clean(words)),
    };
    (!name.is_empty()).then_some((address, name))
}

/// A name in the words that it is read back from, if there are any.
pub(super) fn name_held(name: &Name) -> Option<String> {
    let words = Name::western(&clean(&name.to_string())).to_string();
    Some(clean(&words)).filter(|words| !words.is_empty())
}

/// The sort and the escaped id of an address of this crate's own.
pub(super) fn own_address(address: &str) -> Option<(&str, &str)> {
    address.strip_prefix(OWN)?.split_once(':')
}
