//! What each form of date says.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::lexicon::Lexicon;
use super::*;
use crate::model::{Bound, Part, TimeUnit};

fn found(text: &str) -> Vec<FoundDate> {
    dates(&Passage::new(Part::Block(0), text, &Lexicon::built_in()))
}

/// A date in a line: its words, then what they say.
fn described(date: &Date) -> String {
    let mut line = format!("{}:", date.raw);
    if let Some(weekday) = date.weekday {
        line += &format!(" {weekday}");
    }
    if let Some(Relative { offset, unit, bound, .. }) = date.relative {
        let bound = match bound {
            Bound::Exact => "",
            Bound::MoreThan => ">",
            Bound::LessThan => "<",
        };
        let unit = match unit {
            TimeUnit::Day => "d",
            TimeUnit::Week => "w",
            TimeUnit::Month => "m",
            TimeUnit::Year => "y",
        };
        line += &format!(" {bound}{offset:+}{unit}");
    }
    if let Some(calendar) = &date.calendar {
        line += &format!(" {calendar}");
    }
    line + if date.approximate { " ~" } else { "" }
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let lines: Vec<String> = found(text).iter().map(|found| described(&found.date)).collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn a_month_or_day_of_a_near_year() {
    reads("It began in March last year.", &["March last year: -1y XXXX-03"]);
    reads("It began in March of last year.", &["March of last year: -1y XXXX-03"]);
    reads("It ends on June 3 next year.", &["June 3 next year: +1y XXXX-06-03"]);
    reads("from 5 to 8 June next year", &["5 to 8 June next year: +1y XXXX-06-05/XXXX-06-08"]);
    reads("It began last year March.", &["last year March: -1y XXXX-03"]);
    reads("It began last year, in March.", &["last year: -1y", "March: XXXX-03"]);
    reads("In March 2020 and last year it ran.", &["March 2020: 2020-03", "last year: -1y"]);
}

#[test]
fn days_are_told_as_days_and_years_by_one_calendar() {
    reads("on the 5th day of June, 1950", &["5th day of June, 1950: 1950-06-05"]);
    reads("It was the second day of the visit in 1443 AH.", &[]);
}

#[test]
fn days_of_the_calendar() {
    reads("LONDON, 4 May 2022 – He spoke.", &["4 May 2022: 2022-05-04"]);
    reads("On May 4, 2022, he left.", &["May 4, 2022: 2022-05-04"]);
    reads("It was the 4th of May.", &["4th of May: XXXX-05-04"]);
    reads("on the 4 th May 1995", &["4 th May 1995: 1995-05-04"]);
    reads("the first of June 2001", &["first of June 2001: 2001-06-01"]);
    reads("Friday 17 July 2015", &["Friday 17 July 2015: Fri 2015-07-17"]);
    reads("on Monday, January 31, we", &["Monday, January 31: Mon XXXX-01-31"]);
    reads("CANBERRA 11 AUGUST 1995", &["11 AUGUST 1995: 1995-08-11"]);
    reads("signed on 2022-05-04.", &["2022-05-04: 2022-05-04"]);
    reads("10 Dec. 2011 and Sept 3", &["10 Dec. 2011: 2011-12-10", "Sept 3: XXXX-09-03"]);
    reads("Tuesday the 4th of May", &["Tuesday the 4th of May: Tue XXXX-05-04"]);
}

#[test]
fn days_in_figures_are_read_where_they_are_certain() {
    reads("on 25/12/2022", &["25/12/2022: 2022-12-25"]);
    reads("on 12/25/2022", &["12/25/2022: 2022-12-25"]);
    reads("on 5/5/2022", &["5/5/2022: 2022-05-05"]);
    reads("on 4/5/2022", &["4/5/2022:"]);
    reads("on 4.5.2022", &["4.5.2022: 2022-05-04"]);
    reads("on 40/50/2022 or 1/2 or 3.5.20221", &[]);
}

#[test]
fn days_that_do_not_exist_are_none() {
    reads("31 February", &["February: XXXX-02"]);
    reads("29 February", &["29 February: XXXX-02-29"]);
    reads("29 February 2023", &["February 2023: 2023-02"]);
    reads("45 March and 2022-13-40", &[]);
}

#[test]
fn months_need_evidence_where_they_are_words_or_names() {
    reads("in May he left", &["May: XXXX-05"]);
    reads("elections of March 2019", &["March 2019: 2019-03"]);
    reads("during the October meeting", &["October: XXXX-10"]);
    reads("Theresa May met April Jones and August Wilson", &[]);
    reads("They may march. May I ask? March on!", &[]);
    reads("the office of June Smith", &[]);
    reads("By March, all is done", &["March: XXXX-03"]);
    reads("We marched 30 miles; 10 may visit 5 more", &[]);
}

#[test]
fn years_need_a_date_around_them() {
    reads("in 1999 and since then", &["1999: 1999"]);
    reads("since 2010", &["2010: 2010/.."]);
    reads("the 2014 Commonwealth Games", &["2014: 2014"]);
    reads("in 1999, 2003 and 2007", &["1999: 1999", "2003: 2003", "2007: 2007"]);
    reads("Resolution 1325 (2000)", &["2000: 2000"]);
    reads("In 1788 a fleet", &["1788: 1788"]);
    for none in [
        "1,500 troops",
        "2000 people",
        "in 2000 schools",
        "of 2000 soldiers",
        "with $2000",
        "for 2000 metres",
        "the 2000-strong force",
        "Resolution 2166",
        "by 1500 votes",
        "a total of 1850",
    ] {
        reads(none, &[]);
    }
}

#[test]
fn a_law_is_no_year_and_a_distance_without_a_number_is_not_guessed() {
    for none in [
        "the Health Act 2009",
        "under the Corporations Act 2001 (Cth)",
        "a few years ago",
        "several months ago",
        "a couple of weeks ago",
        "over the next few years",
        "decades ago",
    ] {
        reads(none, &[]);
    }
}

#[test]
fn a_year_may_be_shared_by_two() {
    reads("in 2005/6", &["2005/6: 2005/2006"]);
    reads("in 2009/0 and 1999-00", &["2009/0: 2009/2010", "1999-00: 1999/2000"]);
    reads("in 2005/06 and 2010-11", &["2005/06: 2005/2006", "2010-11: 2010/2011"]);
    reads("on 2005/6/7", &[]);
    reads("a ratio of 2005/3", &[]);
}

#[test]
fn decades_and_parts_of_years_are_coarse() {
    reads("in the 1990s", &["1990s: 199X"]);
    reads("the 1960's", &["1960's: 196X"]);
    reads("in early 2022", &["early 2022: 2022 ~"]);
    reads("by mid-May", &["mid-May: XXXX-05 ~"]);
    reads("the mid-1980s", &["mid-1980s: 198X ~"]);
    reads("about 1918 they", &["about 1918: 1918 ~"]);
    reads("about 1500 people", &[]);
    reads("in summer 2022", &["summer 2022: 2022 ~"]);
}

#[test]
fn a_century_is_its_hundred_years() {
    reads("in the 21st century", &["21st century: 2001/2100"]);
    reads("a nineteenth-century bridge", &["nineteenth-century: 1801/1900"]);
    reads("for the first century of its life", &[]);
    reads("the last century", &[]);
}

#[test]
fn words_around_a_number_make_it_a_year() {
    for (text, year) in [
        ("held throughout 2013 and beyond", "2013"),
        ("as early as 2009", "2009"),
        ("no later than 2050", "2050"),
        ("a 1993 Memorandum of Understanding", "1993"),
        ("the 1967 borders", "1967"),
        ("Ost’s 2023 elections", "2023"),
        ("It is over. 2017 marks the beginning", "2017"),
        ("from 2012 onwards", "2012/.."),
        ("the FY 2023 budget", "2023"),
    ] {
        let found = found(text);
        let years: Vec<String> = found.iter().filter_map(|found| found.date.edtf()).collect();
        assert_eq!(years, [year], "{text}");
    }
    for text in [
        "more than 2000 jobs",
        "the 2000 workers",
        "a 2000 hectare park",
        "up to $2000",
        "a 1950 strong force",
    ] {
        reads(text, &[]);
    }
}

#[test]
fn one_unit_up_to_now_or_from_now_is_a_span() {
    reads("over the last year", &["last year: <-1y"]);
    reads("over the next decade", &["next decade: <+10y"]);
    reads("in the last week alone", &["last week: <-1w"]);
    reads("the last week of May", &["May: XXXX-05"]);
}

#[test]
fn ranges_of_days() {
    for text in ["8 to 10 March", "from 8 to 10 March", "between 8 and 10 March"] {
        let [range] = &found(text)[..] else { panic!("{text}") };
        assert_eq!(range.date.calendar.as_ref().unwrap().to_string(), "XXXX-03-08/XXXX-03-10", "{text}");
    }
    reads("from 8 to 10 March", &["8 to 10 March: XXXX-03-08/XXXX-03-10"]);
    reads("(12-15.02.2024)", &["12-15.02.2024: 2024-02-12/2024-02-15"]);
    reads("8-10 March 2022", &["8-10 March 2022: 2022-03-08/2022-03-10"]);
    reads("February 15-16", &["February 15-16: XXXX-02-15/XXXX-02-16"]);
    reads("May 5 and 6, 2020", &["May 5 and 6, 2020: 2020-05-05/2020-05-06"]);
    reads("5, 6 and 7 May", &["5, 6 and 7 May: XXXX-05-05/XXXX-05-07"]);
    reads("March 30 – April 2", &["March 30 – April 2: XXXX-03-30/XXXX-04-02"]);
    reads("April 30 - May 3, 2022", &["April 30 - May 3, 2022: 2022-04-30/2022-05-03"]);
    reads("from 30 December to 2 January 2019", &["30 December to 2 January 2019: 2018-12-30/2019-01-02"]);
    reads(
        "Monday 8 to Wednesday 10 March 2021",
        &["Monday 8 to Wednesday 10 March 2021: 2021-03-08/2021-03-10"],
    );
}

#[test]
fn ranges_of_months_and_years() {
    reads("from March to May 2022", &["March to May 2022: 2022-03/2022-05"]);
    reads("served there in 1999-2000", &["1999-2000: 1999/2000"]);
    reads("between 1939 and 1945", &["1939 and 1945: 1939/1945"]);
    reads("the 1914–18 war", &["1914–18: 1914/1918"]);
    reads("$5.7 billion in 2012-13.", &["2012-13: 2012/2013"]);
    reads("from 1500 to 2000 troops", &[]);
}

#[test]
fn ranges_with_one_end() {
    reads("from March 28", &["March 28: XXXX-03-28/.."]);
    reads("starting March 28", &["March 28: XXXX-03-28/.."]);
    reads("starting on 1 July 2020", &["1 July 2020: 2020-07-01/.."]);
    reads("until 5 June", &["5 June: ../XXXX-06-05"]);
}

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
    reads("last May", &["last May: XXXX-05"]);
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

#[test]
fn wars_are_no_dates() {
    reads("during the First World War", &[]);
    reads("Phase 2 and Article 5 and Boeing 737", &[]);
}

#[test]
fn each_date_names_its_rule() {
    let rules: Vec<&str> =
        found("4 May 2022 to 6 May 2022; May 4; next week").iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["day-to-day", "month-day", "stepped-unit"]);
}

#[test]
fn time_is_linear_on_hostile_text() {
    let sentence = "on 4 May he met 5 of 6 in May, next ";
    for piece in [
        "and ",
        "1 1 1 1 ",
        "1, 1, ",
        "May ",
        "in the last ",
        "next ",
        "2000-",
        "(",
        "today (1 ",
        "one hundred and ",
        sentence,
    ] {
        let text = piece.repeat(300_000 / piece.len());
        let passage = Passage::new(Part::Block(0), &text, &Lexicon::built_in());
        let start = Instant::now();
        dates(&passage);
        assert!(start.elapsed() < Duration::from_secs(8), "{piece:?}: {:?}", start.elapsed());
    }
}

/// Pieces of dates and of what disturbs them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "1",
        "31",
        "2022",
        "1999",
        "4th",
        "st",
        "May",
        "march",
        "Tuesday",
        "next",
        "last",
        "today",
        "year",
        "years",
        "ago",
        "in",
        "from",
        "to",
        "and",
        "more than",
        "ten",
        "hundred",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "/",
        "'s",
        "é",
        "“",
        "\n\n",
        "9999999999",
        "the",
        "of",
        "1990s",
    ]);
    let joined = |pieces: Vec<(&str, bool)>| {
        pieces
            .into_iter()
            .map(|(piece, spaced)| format!("{piece}{}", if spaced { " " } else { "" }))
            .collect()
    };
    prop::collection::vec((piece, any::<bool>()), 0..40).prop_map(joined)
}

fn spans_are_sound(text: &str) {
    let passage = Passage::new(Part::Block(0), text, &Lexicon::built_in());
    let mut end = 0;
    for found in dates(&passage) {
        assert!(found.tokens.start >= end && found.tokens.start < found.tokens.end, "{text:?}");
        end = found.tokens.end;
        assert!(end <= passage.tokens.len(), "{text:?}");
        assert_eq!(text.get(passage.span(found.tokens)), Some(found.date.raw.as_str()));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        spans_are_sound(&text);
    }

    #[test]
    fn any_pieces_of_dates_are_read_without_a_panic(text in pieces()) {
        spans_are_sound(&text);
    }
}
