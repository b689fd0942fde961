//! Dates.

use chrono::{DateTime, FixedOffset, NaiveDate, Weekday};
use newsdesk::{Bound, Calendar, Date, DateRange, Relative, TimeUnit};
use proptest::prelude::*;
use proptest::sample::select;

use super::{Text, maybe};

/// A moment: every offset of whole minutes, every fraction of a second, leap seconds left out.
fn instant() -> impl Strategy<Value = DateTime<FixedOffset>> {
    let nanoseconds = prop_oneof![
        3 => Just(0_u32),
        1 => (0..1_000_u32).prop_map(|milliseconds| milliseconds * 1_000_000),
        1 => 0..1_000_000_000_u32,
    ];
    // The years 1 to 9998, so that no offset leads out of four digits.
    (-62_104_060_800_i64..253_339_228_800, nanoseconds, -1_439..=1_439_i32).prop_map(
        |(seconds, nanoseconds, minutes)| {
            let offset = FixedOffset::east_opt(minutes * 60).unwrap();
            DateTime::from_timestamp(seconds, nanoseconds).unwrap().with_timezone(&offset)
        },
    )
}

fn day() -> impl Strategy<Value = NaiveDate> {
    let near = (1900..2100_i32, 1..=366_u32);
    let far = (-20_000..20_000_i32, 1..=366_u32);
    prop_oneof![4 => near, 1 => far].prop_map(|(year, day)| {
        NaiveDate::from_yo_opt(year, day).or(NaiveDate::from_yo_opt(year, 365)).unwrap()
    })
}

/// Every shape of calendar date, ranges within ranges too.
pub fn calendar() -> BoxedStrategy<Calendar> {
    let year = || prop_oneof![3 => 1900..2100_i32, 1 => any::<i32>()];
    let leaf = prop_oneof![
        instant().prop_map(Calendar::Instant),
        day().prop_map(Calendar::Day),
        (year(), 1..=12_u32).prop_map(|(year, month)| Calendar::Month { year, month }),
        year().prop_map(Calendar::Year),
        year().prop_map(Calendar::Decade),
        (1..=12_u32, 1..=31_u32).prop_map(|(month, day)| Calendar::MonthDay { month, day }),
        (1..=12_u32).prop_map(Calendar::MonthOfYear),
        (1..=31_u32).prop_map(Calendar::DayOfMonth),
    ];
    leaf.prop_recursive(2, 4, 2, |end| {
        (maybe(end.clone()), maybe(end)).prop_map(|(start, end)| {
            let mut range = DateRange::default();
            range.start = start;
            range.end = end;
            range.into()
        })
    })
    .boxed()
}

fn relative() -> impl Strategy<Value = Relative> {
    (
        prop_oneof![3 => -12..12_i32, 1 => any::<i32>()],
        select(&[TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Year][..]),
        select(&[Bound::Exact, Bound::MoreThan, Bound::LessThan][..]),
    )
        .prop_map(|(offset, unit, bound)| Relative::new(offset, unit).with_bound(bound))
}

/// A date with any of its parts.
pub fn date(text: &Text) -> BoxedStrategy<Date> {
    const WEEK: &[Weekday] =
        &[Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    (
        text.clone(),
        maybe(calendar()),
        maybe(select(WEEK)),
        maybe(relative()),
        any::<bool>(),
        maybe(calendar()),
    )
        .prop_map(|(raw, calendar, weekday, relative, approximate, resolved)| {
            let mut date = Date::new(raw).with_approximate(approximate);
            date.calendar = calendar;
            date.weekday = weekday;
            date.relative = relative;
            date.resolved = resolved;
            date
        })
        .boxed()
}
