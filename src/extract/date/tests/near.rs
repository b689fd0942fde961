//! Dates told from the day of publication.

use super::*;

#[test]
fn days_near_the_day_of_publication() {
    reads("today (4 January)", &["today (4 January): +0d XXXX-01-04"]);
    reads("today (23)", &["today (23): +0d XXXX-XX-23"]);
    reads("this afternoon (28) at", &["this afternoon (28): +0d XXXX-XX-28"]);
    reads("today (Wednesday 4 January 2017)", &["today (Wednesday 4 January 2017): Wed +0d 2017-01-04"]);
    reads("today (see below)", &["today: +0d"]);
    reads("Yesterday, tonight and tomorrow", &["Yesterday: -1d", "tonight: +0d", "tomorrow: +1d"]);
    reads("tomorrow, 2 December, in", &["tomorrow, 2 December: +1d XXXX-12-02"]);
    reads("the day before yesterday", &["day before yesterday: -2d"]);
    reads("last night", &["last night: -1d"]);
    reads("this year's summit today's", &["this year: +0y", "today: +0d"]);
}

#[test]
fn weekdays() {
    reads("on Tuesday", &["Tuesday: Tue"]);
    reads("next Tuesday", &["next Tuesday: Tue +1w"]);
    reads("last Friday", &["last Friday: Fri -1w"]);
    reads("this Sunday", &["this Sunday: Sun +0w"]);
    reads("this coming Sunday", &["this coming Sunday: Sun +1w"]);
    reads("next Tuesday August 15 to mark", &["next Tuesday August 15: Tue +1w XXXX-08-15"]);
    reads("Tuesday (4 January)", &["Tuesday (4 January): Tue XXXX-01-04"]);
    reads("on Thursday next week", &["Thursday next week: Thu +1w"]);
    reads("Good Friday, Remembrance Sunday, The Sunday Times; monday", &[]);
}

#[test]
fn units_from_the_day_of_publication() {
    reads("next week", &["next week: +1w"]);
    reads("last month", &["last month: -1m"]);
    reads("this year and next year", &["this year: +0y", "next year: +1y"]);
    reads("earlier this month", &["earlier this month: +0m"]);
    reads("later this week", &["later this week: +0w"]);
    reads("late last year", &["late last year: -1y ~"]);
    reads("last May", &["last May: -1m XXXX-05"]);
    reads("the next day; the last week of the month; the same year", &[]);
}

#[test]
fn distances() {
    reads("10 years ago", &["10 years ago: -10y"]);
    reads("Ten years ago today", &["Ten years ago: -10y", "today: +0d"]);
    reads("more than 10 years ago", &["more than 10 years ago: >-10y"]);
    reads("the first visit in more than 10 years.", &["more than 10 years: >-10y"]);
    reads("the first visit in 25 years", &["25 years: -25y"]);
    reads("in two weeks", &["two weeks: +2w"]);
    reads("over a decade ago", &["over a decade ago: >-10y"]);
    reads("nearly a hundred years ago", &["nearly a hundred years ago: -100y ~"]);
    reads("half a century ago", &["half a century ago: -50y"]);
    reads("two weeks from now", &["two weeks from now: +2w"]);
    reads("within six months", &["six months: <+6m"]);
    reads("over the past five years", &["past five years: <-5y"]);
    reads("in 20 years of marriage; 10 years old; a year", &[]);
}
