//! Days and months of the calendar.

use super::*;

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
