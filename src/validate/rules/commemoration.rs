//! Rules of commemorations.

use chrono::{Datelike, NaiveDate};

use crate::model::{Calendar, Commemoration, Date, TimeUnit};
use crate::validate::order;
use crate::validate::rule::{Found, Subject};

pub(in crate::validate) fn zero_anniversary(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, _) in subject.numbers("number").filter(|(_, number)| *number == 0) {
        found.at(at, "an anniversary is counted from 1");
    }
}

pub(in crate::validate) fn anniversary_disagrees(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, commemoration) in subject.commemorations() {
        let Some(anniversary) = commemoration.anniversary.filter(|a| !a.approximate && a.number > 0) else {
            continue;
        };
        let Some(event) = event(commemoration).and_then(days) else { continue };
        let occasion = match &commemoration.date {
            Some(date) => order::settled(date).and_then(days),
            None => subject.anchor().map(|anchor| (anchor, anchor)),
        };
        let Some(occasion) = occasion else { continue };
        let passed = |from: NaiveDate, to: NaiveDate| {
            count(to, anniversary.unit).saturating_sub(count(from, anniversary.unit))
        };
        // An anniversary is kept up to a year early or late, and a war began and ended in different years.
        let least = passed(event.1, occasion.0) - 1;
        let most = passed(event.0, occasion.1) + 1;
        if !(least..=most).contains(&i64::from(anniversary.number)) {
            let told = anniversary.number;
            found.at(at, format!("from {} to {} is no anniversary number {told}", event.0, occasion.1));
        }
    }
}

pub(in crate::validate) fn commemorated_before_it_happened(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, commemoration) in subject.commemorations() {
        let occasion = commemoration.date.as_ref().and_then(order::settled);
        if let (Some(event), Some(occasion)) = (event(commemoration), occasion)
            && order::ends_before(occasion, event)
        {
            found.at(at, format!("what happened on {event} is remembered on {occasion} already"));
        }
    }
}

/// When the event was, in the story's own words: a date that lacks its year is the day of the occasion.
fn event(commemoration: &Commemoration) -> Option<&Calendar> {
    let date: &Date = commemoration.remembered.as_ref()?.date.as_ref()?;
    let says_its_year = date.calendar.as_ref().is_none_or(Calendar::is_absolute);
    order::settled(date).filter(|_| says_its_year)
}

fn days(calendar: &Calendar) -> Option<(NaiveDate, NaiveDate)> {
    Some((calendar.first_day()?, calendar.last_day()?))
}

/// How many units of the calendar had begun by a day.
fn count(day: NaiveDate, unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Day => i64::from(day.num_days_from_ce()),
        TimeUnit::Week => i64::from(day.num_days_from_ce().div_euclid(7)),
        TimeUnit::Month => i64::from(day.year()) * 12 + i64::from(day.month()),
        TimeUnit::Year => i64::from(day.year()),
    }
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{Anniversary, DateRange, Remembered};

    fn war() -> Date {
        let years = DateRange::new(Calendar::Year(1914), Calendar::Year(1918));
        Date::new("1914-1918").with_calendar(Calendar::from(years))
    }

    pub(in crate::validate) fn cases() -> Vec<Case> {
        let kept = |anniversary: Anniversary| {
            let remembered = Remembered::new("the war").with_date(war());
            with_commemoration(|c| c.with_remembered(remembered).with_anniversary(anniversary))
        };
        let on_day = |day: &str| {
            let remembered = Remembered::new("the war").with_date(war());
            with_commemoration(|c| c.with_remembered(remembered).with_date(on(day)))
        };
        vec![
            case(
                "zero-anniversary",
                "story/facts/commemorations[1]/anniversary/number",
                kept(Anniversary::years(0)),
                kept(Anniversary::years(100)),
            ),
            case(
                "anniversary-disagrees",
                "story/facts/commemorations[1]",
                kept(Anniversary::years(90)),
                kept(Anniversary::years(105)),
            ),
            case(
                "anniversary-disagrees",
                "story/facts/commemorations[1]",
                kept(Anniversary::new(100, TimeUnit::Month)),
                kept(Anniversary::years(90).with_approximate(true)),
            ),
            case(
                "commemorated-before-it-happened",
                "story/facts/commemorations[1]",
                on_day("1913-12-31"),
                on_day("1914-01-01"),
            ),
        ]
    }

    #[test]
    fn each_rule_of_commemorations_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn a_remembered_day_without_its_year_is_the_day_of_the_occasion() {
        let day = Date::new("25 April").with_calendar(Calendar::MonthDay { month: 4, day: 25 });
        let remembered =
            Remembered::new("the landing").with_date(day.resolve(on("2018-11-30").first_day().unwrap()));
        let story =
            with_commemoration(|c| c.with_remembered(remembered).with_anniversary(Anniversary::years(100)));
        assert!(story.validate().is_empty());
    }
}
