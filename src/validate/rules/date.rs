//! Rules of a single date.

use chrono::{Days, NaiveDate};

use crate::model::{Bound, Calendar, Date};
use crate::validate::order;
use crate::validate::rule::{Found, Subject};

pub(in crate::validate) fn impossible_date(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, date) in subject.dates() {
        for calendar in [&date.calendar, &date.resolved].into_iter().flatten() {
            if let Some(why) = impossible(calendar) {
                found.at(at, why);
            }
        }
    }
}

fn impossible(calendar: &Calendar) -> Option<String> {
    let is_month = |month: u32| (1..=12).contains(&month);
    match *calendar {
        Calendar::Month { month, .. } | Calendar::MonthOfYear(month) if !is_month(month) => {
            Some(format!("there is no month {month}"))
        }
        // 2000 was a leap year: a day that it lacks is in no year.
        Calendar::MonthDay { month, day } if NaiveDate::from_ymd_opt(2000, month, day).is_none() => {
            Some(format!("there is no day {day} in a month {month}"))
        }
        Calendar::DayOfMonth(day) if !(1..=31).contains(&day) => Some(format!("no month has a day {day}")),
        Calendar::Decade(year) if year.rem_euclid(10) != 0 => {
            Some(format!("a decade is told by its first year, and {year} is none"))
        }
        Calendar::Range(ref range) => [&range.start, &range.end].into_iter().flatten().find_map(impossible),
        _ => None,
    }
}

pub(in crate::validate) fn reversed_range(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, date) in subject.dates() {
        // The dates of a visit have a rule of their own.
        if !super::visit::are_of_visit(subject, at) && date.known().is_some_and(order::is_reversed) {
            found.at(at, format!("{date:?} ends before it starts", date = date.to_string()));
        }
    }
}

pub(in crate::validate) fn weekday_disagrees(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    use chrono::Datelike;
    for (at, date) in subject.dates() {
        if let (Some(weekday), Some(Calendar::Day(day))) = (date.weekday, date.known())
            && day.weekday() != weekday
        {
            found.at(at, format!("{day} was a {}, not a {weekday}", day.weekday()));
        }
    }
}

pub(in crate::validate) fn relative_date_disagrees(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    let Some(anchor) = subject.anchor() else { return };
    for (at, date) in subject.dates() {
        let (Some(relative), Some(calendar)) = (date.relative, &date.calendar) else { continue };
        // Words in direct speech count from the day when they were spoken.
        let is_spoken = subject.tree.evidence_of(at).is_some_and(|evidence| evidence.in_quote);
        // The dates of publication are what the others count from.
        let counts =
            matches!(relative.bound, Bound::Exact) && date.weekday.is_none_or(|_| relative.offset == 0);
        if is_spoken || date.approximate || !counts || subject.path_ends(at, &["dates", "first_published"]) {
            continue;
        }
        if let Some(said) = relative.from(anchor)
            && may_meet(calendar, &said) == Some(false)
        {
            found.at(at, format!("{:?}, seen from {anchor}, is {said}", date.to_string()));
        }
    }
}

pub(in crate::validate) fn resolution_disagrees(subject: &Subject<'_>, found: &mut Found<'_, '_>) {
    for (at, date) in subject.dates() {
        if let Date { calendar: Some(calendar), resolved: Some(resolved), .. } = date
            && may_meet(calendar, resolved) == Some(false)
        {
            found.at(at, format!("{calendar} cannot be {resolved}"));
        }
    }
}

/// Whether a day of `days` may be what `calendar` says; none if there are too many days to try.
fn may_meet(calendar: &Calendar, days: &Calendar) -> Option<bool> {
    if calendar.is_absolute() {
        return Some(!order::ends_before(calendar, days) && !order::ends_before(days, calendar));
    }
    let (first, last) = (days.first_day()?, days.last_day()?);
    let length = u64::try_from((last - first).num_days()).ok().filter(|length| *length <= 366)?;
    Some(
        (0..=length)
            .any(|n| first.checked_add_days(Days::new(n)).is_some_and(|day| order::may_be(calendar, day))),
    )
}

#[cfg(test)]
pub(in crate::validate) mod tests {
    use super::super::case::*;
    use super::*;
    use crate::model::{DateMention, DateRange, Relative, TimeUnit};
    use chrono::Weekday;
    use proptest::prelude::*;

    pub(in crate::validate) fn cases() -> Vec<Case> {
        const PATH: &str = "story/facts/dates[1]/date";
        let named = |date: Date| with_facts(|facts| facts.with_date(DateMention::new(date, evidence())));
        let calendar = |calendar: Calendar| named(Date::new("then").with_calendar(calendar));
        let today = Date::new("today (30 November)").with_relative(Relative::new(0, TimeUnit::Day));
        let next_year = Date::new("next year, 2019").with_relative(Relative::new(1, TimeUnit::Year));
        let leap_day = Calendar::MonthDay { month: 2, day: 29 };
        let year_end = DateRange::new(
            Calendar::MonthDay { month: 12, day: 30 },
            Calendar::MonthDay { month: 1, day: 2 },
        );
        let fourth = Calendar::MonthDay { month: 1, day: 4 };
        vec![
            case(
                "impossible-date",
                PATH,
                calendar(Calendar::MonthDay { month: 2, day: 30 }),
                calendar(leap_day),
            ),
            case(
                "impossible-date",
                PATH,
                calendar(Calendar::Month { year: 2018, month: 13 }),
                calendar(Calendar::Month { year: 2018, month: 12 }),
            ),
            case(
                "impossible-date",
                PATH,
                calendar(Calendar::DayOfMonth(32)),
                calendar(Calendar::DayOfMonth(31)),
            ),
            case("impossible-date", PATH, calendar(Calendar::Decade(1995)), calendar(Calendar::Decade(1990))),
            case(
                "reversed-range",
                PATH,
                named(from_to("2018-03-10", "2018-03-08")),
                calendar(year_end.into()),
            ),
            case(
                "weekday-disagrees",
                PATH,
                named(on("2018-11-30").with_weekday(Weekday::Thu)),
                named(on("2018-11-30").with_weekday(Weekday::Fri)),
            ),
            case(
                "relative-date-disagrees",
                PATH,
                named(today.clone().with_calendar(fourth.clone())),
                named(today.with_calendar(Calendar::MonthDay { month: 11, day: 30 })),
            ),
            case(
                "relative-date-disagrees",
                PATH,
                named(next_year.clone().with_calendar(Calendar::Year(2020))),
                named(next_year.with_calendar(Calendar::Year(2019))),
            ),
            case(
                "resolution-disagrees",
                PATH,
                named(
                    Date::new("4 January")
                        .with_calendar(fourth.clone())
                        .with_resolved(on("2019-04-01").calendar.unwrap()),
                ),
                named(
                    Date::new("4 January")
                        .with_calendar(fourth)
                        .with_resolved(on("2019-01-04").calendar.unwrap()),
                ),
            ),
        ]
    }

    #[test]
    fn each_rule_of_dates_finds_its_fault_and_no_other() {
        check(&cases());
    }

    #[test]
    fn what_a_speaker_calls_today_is_not_the_day_of_publication() {
        let today = Date::new("today, the 4th").with_relative(Relative::new(0, TimeUnit::Day));
        let mention =
            DateMention::new(today.with_calendar(Calendar::DayOfMonth(4)), evidence().with_in_quote(true));
        assert!(with_facts(|facts| facts.with_date(mention)).validate().is_empty());
    }

    proptest! {
        #[test]
        fn what_resolve_makes_of_a_date_is_never_disputed(
            anchor in 600_000i32..800_000, month in 1u32..=12, day in 1u32..=31, shape in 0..3,
        ) {
            let calendar = match shape {
                0 => Calendar::MonthDay { month, day: day.min(29) },
                1 => Calendar::MonthOfYear(month),
                _ => Calendar::DayOfMonth(day),
            };
            let anchor = NaiveDate::from_num_days_from_ce_opt(anchor).unwrap();
            let date = Date::new("then").with_calendar(calendar).resolve(anchor);
            let report = with_facts(|facts| facts.with_date(DateMention::new(date, evidence()))).validate();
            prop_assert!(report.is_empty(), "{}", report);
        }
    }
}
