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

#[test]
fn names_of_days_go_on_with_whom_they_remember() {
    for (text, day) in [
        (
            "They marked the International Day of commemoration in memory of the victims of the Flood.",
            "International Day of commemoration in memory of the victims of the Flood",
        ),
        (
            "They marked the Day of Remembrance for the Victims of All Floods.",
            "Day of Remembrance for the Victims of All Floods",
        ),
        ("They marked Bo Lind Virta, Jr. Day.", "Bo Lind Virta, Jr. Day"),
    ] {
        let found = story("", &[text]);
        assert_eq!(found[0].named_day.as_deref(), Some(day), "{text}");
    }
}

#[test]
fn years_on_and_years_ago_are_kept_where_victims_are_remembered() {
    let text = "The Minister, who on this Day of Mourning lays a wreath, said that 70 years ago thousands were deported.";
    assert!(described(&story("", &[text])[0]).starts_with("70 year"), "{text}");
    assert!(described(&story("", &["Today, 50 years on, we honour them."])[0]).starts_with("50 year"));
    reads("He said that 70 years ago thousands were deported.", &[]);
    reads("On the sixth anniversary of the flood, in 1966, the Assembly met.", &[]);
}

#[test]
fn a_story_of_a_rite_for_the_dead_tells_of_it() {
    for (headline, text, acts) in [
        (
            "City to honour fallen sailors",
            "The service will include remarks by the Mayor.",
            "service; speech",
        ),
        ("Remembrance Service held in Ost", "The ceremony began at noon.", "service; ceremony"),
        (
            "President commemorates sailors",
            "He said at the ceremony that Ost would not forget.",
            "ceremony; speech",
        ),
        ("President commemorates sailors", "Messages of the King and the Queen of Ost were read.", "message"),
        ("City opens school", "The ceremony began at noon.", ""),
    ] {
        let acted: Vec<String> = story(headline, &[text]).iter().map(described).collect();
        assert_eq!(acted.join("; "), acts, "{headline}: {text}");
    }
}

#[test]
fn prayers_masses_and_visits_may_remember() {
    reads(
        "He attended the religious service in the memory of those who fell.",
        &["of those who fell; service"],
    );
    reads(
        "She attended a mass to commemorate the victims of the flood.",
        &["of victims of the flood; service"],
    );
    reads("All offered their silent prayers and flowers to the dead.", &["silence; flowers"]);
    reads("He will visit the most sacred commemorative sites of Ost.", &["memorial_visit"]);
    reads("The museum, a house that pays homage to the fallen, is old.", &[]);
    let quoted = "She said: “It was good to pay tribute to the fallen.”";
    assert_eq!(crate::extract::told::commemorations("FI", quoted), [""; 0]);
}

#[test]
fn a_speech_for_a_commemoration_is_no_message() {
    let headline = "Address by Minister Ana Virta on the commemoration of the flood";
    let found = story(headline, &["Today, 50 years on, we join all who remember."]);
    assert!(described(&found[0]).contains("speech") && !described(&found[0]).contains("message"));
}

#[test]
fn days_are_counted_and_kept_in_the_words_of_many_states() {
    for (text, told) in [
        ("Ost celebrated the 62nd Harbour Day on Monday.", "62 year; day Harbour Day"),
        ("Ost celebrated the 12th World Water Day on Monday.", "day World Water Day"),
        ("Samoa celebrated its 63rd Independence on Sunday.", "63 year; of Samoa"),
        ("The King extended his Hari Raya Aidilfitri greetings to all.", "day Hari Raya Aidilfitri; message"),
        ("Ost will observe Harbour Day with a lecture.", "day Harbour Day; other"),
        ("She led the flag-raising rites to mark Harbour Day.", "day Harbour Day; ceremony"),
        ("On Harbour Day, which was marked in Ost, she offered Fateha.", "day Harbour Day; other"),
    ] {
        let found: Vec<String> = story("", &[text]).iter().map(described).collect();
        let is_told = found.first().is_some_and(|found| found.starts_with(told) || found.contains("63 year"));
        assert!(found.len() == 1 && is_told, "{text}: {found:?}");
    }
    reads("They honored the memory of the heroes.", &["tribute"]);
    reads("The delegation visited the Alley of Martyrs.", &["memorial_visit"]);
    reads("The funeral rites were held. Its 63rd Independence Avenue shop opened.", &[]);
}
