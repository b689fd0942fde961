//! Years, decades and centuries.

use super::*;

#[test]
fn years_need_a_date_around_them() {
    reads("in 1999 and since then", &["1999: 1999"]);
    reads("since 2010", &["2010: 2010/.."]);
    reads("the 2014 Commonwealth Games", &["2014: 2014"]);
    reads("in 1999, 2003 and 2007", &["1999: 1999", "2003: 2003", "2007: 2007"]);
    reads("Resolution 1325 (2000)", &["2000: 2000"]);
    reads("In 1788 a fleet", &["1788: 1788"]);
    for none in [
        "1,500 troops", "2000 people", "in 2000 schools", "of 2000 soldiers", "with $2000",
        "for 2000 metres", "the 2000-strong force", "Resolution 2166", "by 1500 votes", "a total of 1850",
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
        "more than 2000 jobs", "the 2000 workers", "a 2000 hectare park", "up to $2000",
        "a 1950 strong force",
    ] {
        reads(text, &[]);
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
fn wars_are_no_dates() {
    reads("during the First World War", &[]);
    reads("Phase 2 and Article 5 and Boeing 737", &[]);
}

#[test]
fn years_of_letters_and_levels() {
    reads("It was a letter from 1943.", &["1943: 1943"]);
    reads("From 1943 he served.", &["1943: 1943/.."]);
    reads("They fell compared with 1990 levels.", &["1990: 1990"]);
    reads("Post-2014, it fell.", &["2014: 2014"]);
    reads("In both 2017 and in 2019 it rose.", &["2017: 2017", "2019: 2019"]);
}
