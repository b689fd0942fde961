//! Spans of days, months and years.

use super::*;

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
fn one_unit_up_to_now_or_from_now_is_a_span() {
    reads("over the last year", &["last year: <-1y"]);
    reads("over the next decade", &["next decade: <+10y"]);
    reads("in the last week alone", &["last week: <-1w"]);
    reads("the last week of May", &["May: XXXX-05"]);
}
