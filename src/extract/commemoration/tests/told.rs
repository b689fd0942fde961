//! Occasions and acts that are told without their own words: "turns 100", "wished all a happy Harbour Day".

use super::*;

#[test]
fn years_may_be_told_without_the_word_anniversary() {
    for (text, told) in [
        ("The club celebrated its Diamond Jubilee in Ost.", "60 year"),
        ("They met to mark a quarter of a century since the peace accord.", "25 year; of peace accord"),
        ("The Navy celebrates its 90th birthday this month.", "90 year"),
        ("The Hill Library turned 100 this week. A plaque was unveiled to mark it.", "unveiling"),
        ("It marks 117 years of nationhood.", "117 year; of nationhood"),
        ("The school held a ceremony to mark fifty years celebrations.", "50 year; ceremony"),
        ("It is 30 years since the flood in Ost. Wreaths were laid.", "30 year; of flood in Ost; wreath"),
    ] {
        let found: Vec<String> = story("", &[text]).iter().map(described).collect();
        assert_eq!(found, [told], "{text}");
    }
    assert_eq!(described(&story("The Hill Library turns 100", &["It was built of stone."])[0]), "100 year");
    for none in [
        "He turned 60 last week.",
        "The road turned 20 degrees north. It is 30 years since the bank came.",
        "He celebrated his 90th birthday.",
    ] {
        reads(none, &[]);
    }
}

#[test]
fn a_day_that_is_today_or_has_a_rite_is_kept() {
    for (text, told) in [
        ("Today is World Water Day.", "day World Water Day"),
        ("Today, on World Water Day, all rest.", "day World Water Day"),
        ("She attended the Dawn Service for Harbour Day.", "day Harbour Day; service"),
        ("Ahead of Harbour Day, poppies were laid at the cenotaph.", "day Harbour Day; flowers @ cenotaph"),
    ] {
        let found: Vec<String> = story("", &[text]).iter().map(described).collect();
        assert_eq!(found, [told], "{text}");
    }
    assert_eq!(story("Chief silent on the Good Friday incident", &["He has nothing to say."]), []);
}

#[test]
fn who_wishes_others_well_on_a_day_sends_a_message() {
    for text in [
        "The Minister wished all sailors a happy Harbour Day.",
        "The Premier greeted the people on Harbour Day.",
        "The Premier offered condolences to the families on Harbour Day, which was marked in Ost.",
    ] {
        let found: Vec<String> = story("", &[text]).iter().map(described).collect();
        assert_eq!(found, ["day Harbour Day; message"], "{text}");
    }
    let lead = "On the 35th anniversary of the flood, the President honoured the dead.";
    let found = story("A dark day", &[lead, "The office said in a statement that all is well."]);
    assert_eq!(described(&found[0]), "35 year; of flood; message");
}

#[test]
fn what_is_done_to_mark_a_day_is_an_act() {
    for (text, act) in [
        ("A seminar was held to mark Harbour Day.", "other"),
        ("The flag was raised at the hall to mark Harbour Day.", "other"),
        ("Harbour Day was marked by fireworks.", "other"),
        ("To mark Harbour Day, religious services were held.", "service"),
        ("On Harbour Day, which was marked in Ost, she presented medals to sailors.", "medal"),
        ("The Mayor's keynote address praised the sailors who marked Harbour Day.", "speech"),
        ("In his opening remarks, he marked Harbour Day.", "speech"),
        ("Tributes were paid to the dead as Ost marked Harbour Day.", "tribute"),
    ] {
        let found: Vec<String> = story("", &[text]).iter().map(described).collect();
        assert_eq!(found, [format!("day Harbour Day; {act}")], "{text}");
    }
    reads("The prize was given on Tuesday at Rose Gardens, where it took place.", &[]);
    reads("A seminar on trade was held in the week of Harbour Day.", &[]);
}
