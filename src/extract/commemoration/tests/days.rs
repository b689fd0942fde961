//! Days that have a name.

use super::*;

#[test]
fn named_days_are_read_where_they_are_kept() {
    reads("We celebrate World Refugee Day.", &["day World Refugee Day; message"]);
    reads("On the occasion of Freedom Day, all rest.", &["day Freedom Day"]);
    reads(
        "They marked the International Day for the Abolition of Slavery yesterday.",
        &["day International Day for the Abolition of Slavery"],
    );
    reads("to celebrate Eritrea’s National Day", &["day National Day"]);
    reads("to mark Canada Day", &["day Canada Day"]);
    reads("to mark the Day of Holocaust Remembrance", &["day Day of Holocaust Remembrance"]);
    reads("to mark Transgender Day of Visibility", &["day Transgender Day of Visibility"]);
    reads("We wish all of you a happy National Day on July 12.", &["day National Day; message"]);
    reads("We wish all Ostlanders Happy National Flag Day.", &["day National Flag Day; message"]);
    reads("They marked the annual Memorial Day holiday.", &["day Memorial Day"]);
    reads(
        "He spoke during the Battle of the Narrows Sunday ceremony.",
        &["day Battle of the Narrows Sunday; speech; ceremony"],
    );
    for none in [
        "He met the Mayor on Palm Sunday at the church.",
        "On Monday and Sunday a service was held.",
        "Memorial Day weekend petrol prices rise.",
        "They met on Boxing Day to celebrate.",
        "The Australia Day Council met to celebrate.",
        "We celebrate the Day. They mark Serbia's Day.",
        "Every Day counts. On Election Day we remember the voters.",
        "The law passed a week before Harvest Day.",
        "Chief Isadore Day spoke to honour the dead.",
    ] {
        reads(none, &[]);
    }
}

#[test]
fn a_day_and_the_anniversary_of_it_are_one() {
    reads(
        "I urge all Australians to observe two minutes silence to mark the 50th Anniversary of Victory in the Pacific Day.",
        &["50 year; day Victory in the Pacific Day; of Victory in the Pacific; silence"],
    );
}

#[test]
fn the_name_of_a_day_begins_after_letters_and_verbs() {
    let found = story("STATEMENT BY THE HON A VIRTA MP ANZAC DAY", &["We remember them."]);
    assert_eq!(found[0].named_day.as_deref(), Some("ANZAC Day"));
    let found = story("Recognising World Ocean Day", &["We love the sea."]);
    assert_eq!(found[0].named_day.as_deref(), Some("World Ocean Day"));
    let found =
        story("Minister of Culture Berg-Lind National Flag Day June 13th Message", &["We wish all well."]);
    assert_eq!(found[0].named_day.as_deref(), Some("National Flag Day"));
    let found = story("On the Occasion of St. Patrick’s Day", &["We wish all a happy day."]);
    assert_eq!(found[0].named_day.as_deref(), Some("St. Patrick's Day"));
}

#[test]
fn a_day_on_which_a_wreath_is_laid_is_kept_by_its_whole_name() {
    reads(
        "The President laid a wreath on the National Day of Commemoration.",
        &["day National Day of Commemoration; wreath"],
    );
    reads("Kuwait marked the National Day of Kuwait with a parade.", &["day National Day; parade"]);
}

#[test]
fn a_range_of_days_is_no_named_day() {
    let told = crate::extract::told::commemorations(
        "IN",
        "We honour the guest of September 11-14, 2023. A wreath was laid at the Cenotaph.",
    );
    assert!(!told.iter().any(|told| told.contains("September")), "{told:?}");
}

#[test]
fn days_with_long_names_keep_them() {
    for (text, day) in [
        ("We mark Vietnam Veterans’ Day with a wreath.", "Vietnam Veterans' Day"),
        (
            "We mark the Day of Remembrance of the Victims of the War with a wreath.",
            "Day of Remembrance of the Victims of the War",
        ),
    ] {
        let told = crate::extract::told::commemorations("AU", text);
        assert!(told.iter().any(|told| told.starts_with(&format!("{day}; "))), "{text}: {told:?}");
    }
}

#[test]
fn days_and_years_are_kept_by_the_same_acts() {
    for act in ["laid a wreath", "lit a candle", "kept a vigil", "unveiled a plaque", "paid homage"] {
        let day = story("", &[&format!("The mayor {act} on Harbour Day.")]);
        assert!(day.iter().any(|found| found.named_day.is_some()), "{act}");
        let years = story("", &[&format!("Thirty years after the flood, the mayor {act}.")]);
        assert!(years.iter().any(|found| found.anniversary.is_some()), "{act}");
    }
    reads("On Harbour Day he spoke at the Hill Memorial Foundation.", &[]);
}

#[test]
fn the_text_tells_the_name_of_a_day_that_a_headline_wraps_in_capitals() {
    let found = story("Video: Tomo Town Harbour Day March", &["Harbour Day was celebrated on Monday."]);
    assert_eq!(found[0].named_day.as_deref(), Some("Harbour Day"));
    reads("We celebrate Harbour Day, also known as the Day of Boats.", &["day Harbour Day; message"]);
}
