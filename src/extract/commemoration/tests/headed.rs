//! Stories that an occasion heads, in the headline or the lead.

use super::*;

#[test]
fn a_day_in_the_headline_makes_a_first_person_text_a_message() {
    let found = story(
        "Zimbabwe National Day",
        &[
            "On behalf of our country, I congratulate the people of Zimbabwe as you celebrate the 42nd anniversary of your country’s independence.",
        ],
    );
    let lines: Vec<String> = found.iter().map(described).collect();
    assert_eq!(lines, ["42 year; day National Day; of independence; message"]);
    let found = story(
        "Statement on Nelson Mandela International Day",
        &["Today, I join people in honoring a leader."],
    );
    assert_eq!(described(&found[0]), "day Nelson Mandela International Day; message");
    assert_eq!(described(&story("Harbour Day", &["The shops close."])[0]), "day Harbour Day");
}

#[test]
fn acts_below_a_headline_that_names_the_occasion_serve_it() {
    for (text, acts) in [
        ("The Governor reviewed a parade and delivered the keynote address.", "parade; speech"),
        ("Addressing the gathering, the Governor praised the town.", "speech"),
        ("The ceremony began at noon.", "ceremony"),
        ("The Governor sent a video message.", "message"),
        ("Candles were lit in every window.", "other"),
        ("A flypast closed the day, and the Last Post was sounded.", "other"),
        ("She paid floral tributes to the fallen at the column.", "flowers"),
        ("The mayor garlanded the statue.", "flowers"),
        ("A commemorative Mass was said.", "service"),
    ] {
        let found = story("Ostby marks 50th anniversary of the flood", &[text]);
        let kinds = |act: &Act| match &act.kind {
            ActKind::Other(_) => "other".to_owned(),
            kind => kind.as_str().to_owned(),
        };
        let acted: Vec<String> = found.iter().flat_map(|found| &found.acts).map(kinds).collect();
        assert_eq!(acted.join("; "), acts, "{text}");
    }
    for text in [
        "The tariff is addressing the people's needs.",
        "The bouquet was presented to her.",
        "She is half his age, and lit a cigar.",
        "He read a prayer book beneath a tree.",
    ] {
        let found = story("Ostby marks 50th anniversary of the flood", &[text]);
        assert_eq!(found.iter().flat_map(|found| &found.acts).count(), 0, "{text}");
    }
}

#[test]
fn a_lead_that_tells_how_a_day_was_kept_heads_the_story() {
    let lead = "Martyrs' Day was marked across the country on Monday with songs and prayers in every town.";
    let found = story("News in brief", &[lead, "In his speech, the President praised them."]);
    assert_eq!(described(&found[0]), "day Martyrs' Day; speech");
    let lead = "The Minister will travel to Ost on Monday in a year that marks the 30th anniversary of ties.";
    let found = story("News in brief", &[lead, "In his speech, the Minister spoke of trade."]);
    assert_eq!(described(&found[0]), "30 year; of ties");
}

#[test]
fn what_is_done_below_a_headline_of_the_day_is_for_it() {
    let headline = "Tomo celebrates National Day in Ost";
    for (text, act) in [
        ("In a speech that he gave on the occasion, the Ambassador praised the town.", "speech"),
        ("Guests at the reception tasted the wine.", "other"),
        ("The Ambassador will speak later at the memorial.", "speech"),
        ("He asked the country to observe the silence.", "silence"),
        ("They put flowers under the wall.", "flowers"),
        ("They stood in silence as a mark of deep respect.", "silence"),
    ] {
        let found = story(headline, &[text]);
        assert_eq!(described(&found[0]), format!("day National Day; {act}"), "{text}");
    }
    let found = story(headline, &["In a speech on trade, the Ambassador praised the town."]);
    assert_eq!(found[0].acts, []);
}
