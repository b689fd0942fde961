//! Anniversaries and what they are of.

use super::*;

#[test]
fn what_is_called_centennial_celebrates_nothing() {
    for text in
        ["She toured Centennial Coal's mine.", "The Queen will attend the Bicentennial Racing Club meeting."]
    {
        reads(text, &[]);
    }
    reads("They attended the Bicentennial Celebrations.", &["200 year"]);
}

#[test]
fn anniversaries_are_counted_in_figures_and_words() {
    reads("They met on the 50th anniversary of the Treaty of Rome.", &["50 year; of Treaty of Rome"]);
    reads("It marks the sixty-fifth anniversary of their ties.", &["65 year; of ties"]);
    reads("He chaired the tenth anniversary meeting of the forum.", &["10 year; of forum"]);
    reads("the 51 st anniversary of the landing", &["51 year; of landing"]);
    reads("We have reached the six-month anniversary of the flood.", &["6 month; of flood"]);
    reads("on the one-year anniversary of the coup", &["1 year; of coup"]);
    reads("the centenary of the Gallipoli landings", &["100 year; of Gallipoli landings"]);
    reads("to mark the Anzac Centenary", &["100 year; of Anzac"]);
    reads("the bicentenary of the colony", &["200 year; of colony"]);
    reads("the Queen's golden jubilee", &["50 year; of Queen"]);
    reads("the Navy's 75th Anniversary", &["75 year; of Navy"]);
    reads("the first anniversary of the downing of Flight MH17", &["1 year; of downing of Flight MH17"]);
    reads("the 75th birth anniversary of Dr. Tan", &["75 year; of Dr. Tan"]);
    reads("to mark the 138th birthday of Marcus Garvey", &["138 year; of Marcus Garvey"]);
    reads("They marked the 75th birthday of Dr. Tan.", &[]);
    reads("the 30th and 50th anniversaries of the accords", &["30 year; of accords", "50 year; of accords"]);
    reads("the 108th anniversary of the landings at Suvla", &["108 year; of landings at Suvla"]);
    reads("They marked the 99th anniversary of the end of World War I.", &["99 year; of end of World War I"]);
    reads("the 42nd anniversary of your country’s independence", &["42 year; of independence"]);
}

#[test]
fn years_since_an_event_need_a_word_of_marking() {
    reads("A commemoration for villagers killed 24 years ago ended on Thursday.", &["24 year"]);
    reads("The driver, whose wife was killed 24 years ago, spoke.", &[]);
    reads("Today we mark 75 years since the end of the war.", &["75 year; of end of the war; message"]);
    reads("Ten years ago today, a bomb killed nine.", &["10 year; of bomb killed nine"]);
    reads("They celebrated nearly 60 years of friendship.", &["~60 year; of friendship"]);
    reads("One year on from the flood, much is rebuilt.", &["1 year; of flood"]);
    reads("It is 20 years since a minister came. He led for 20 years of growth.", &[]);
    reads("Ten years ago he moved to Leeds.", &[]);
}

#[test]
fn the_event_of_a_clause_is_what_it_names() {
    reads(
        "It marked the hundredth anniversary since allied troops fought beside local men to hold the Balkan Front during the World War.",
        &["100 year; of Balkan Front"],
    );
}

#[test]
fn an_anniversary_without_its_number_needs_a_word_of_marking() {
    reads("We mark the anniversary of the coup.", &["of coup; message"]);
    reads("The ship sank near the anniversary of its launch.", &[]);
    reads("Their wedding anniversary passed, and the 40th wedding anniversary too.", &[]);
}

#[test]
fn what_happened_when_is_kept() {
    let [found] =
        &story("", &["On Tuesday they marked the 80th anniversary of the battle, fought in May 1942."])[..]
    else {
        panic!("one")
    };
    let remembered = found.remembered.as_ref().unwrap();
    assert_eq!(remembered.date.as_ref().unwrap().raw, "May 1942");
    assert_eq!(found.date.as_ref().unwrap().raw, "Tuesday");
    let [found] =
        &story("", &["two minutes silence next Tuesday August 15 to mark the 50th Anniversary of Peace Day"])
            [..]
    else {
        panic!("one")
    };
    assert_eq!(found.date.as_ref().unwrap().raw, "next Tuesday August 15");
}

#[test]
fn the_year_of_a_bond_and_a_day_between_commas_are_anniversaries() {
    for (text, number) in [
        ("We mark the 30th year of diplomatic relations between our countries.", "30"),
        ("Tuesday marks the thirtieth year since the massacre at Ost.", "30"),
        ("They noted the upcoming 100-year anniversary, in July, of diplomatic relations.", "100"),
        ("We celebrate the 100th-year anniversary of diplomatic relations.", "100"),
        ("Thirty years ago tonight, at 23.02, the Council adopted the resolution.", "30"),
    ] {
        let told = crate::extract::told::commemorations("US", text);
        assert!(told.iter().any(|told| told.starts_with(&format!("{number}; "))), "{text}: {told:?}");
    }
    let none = "It is the 30th year of a long drought.";
    assert!(crate::extract::told::commemorations("US", none).is_empty());
}

#[test]
fn round_years_after_an_event_are_kept_where_something_is_done() {
    for (text, number) in [
        ("Thirty years after the war, President Ivo Jovic laid a wreath at the monument.", "30"),
        ("It has been half a century since the disaster, and a memorial was unveiled.", "50"),
    ] {
        let told = crate::extract::told::commemorations("RS", text);
        assert!(told.iter().any(|told| told.starts_with(&format!("{number}; "))), "{text}: {told:?}");
    }
    let none = "Foreign Minister Ann Hale said that twenty years after the war trade had grown.";
    assert!(crate::extract::told::commemorations("RS", none).is_empty());
}

#[test]
fn a_numbered_day_of_a_state_is_an_anniversary_of_it() {
    let told = story("", &["Tonga celebrated its 61st Independence Day on Monday."]);
    assert_eq!(described(&told[0]), "61 year; day Independence Day");
    let told = story("Sixty-first Independence Day", &["We marked the 61st anniversary of independence."]);
    let lines: Vec<String> = told.iter().map(described).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    reads("We marked the 10th World Ocean Day.", &["day World Ocean Day; message"]);
}

#[test]
fn what_is_done_on_the_day_itself_keeps_it() {
    for (text, told) in [
        ("The Governor garlanded the statue of the poet on his 150th birth anniversary.", "150; flowers"),
        ("The Governor paid homage to the poet on her death anniversary.", "; tribute"),
        ("A decade after the flood, the mayor unveiled a monument to its victims.", "10; unveiling"),
        ("Twenty years to the day since the flood, the mayor laid flowers.", "20; flowers"),
        (
            "The mayor laid a wreath on the anniversary of the flood, which killed nine ten years ago.",
            "10; wreath",
        ),
        ("A memorial opened a year after the blast.", "1; "),
    ] {
        tells(text, &[told]);
    }
    for none in [
        "A year after taking office, the Governor paid tribute to her team.",
        "He met the Governor on his 50th birthday.",
        "The bank opened a branch on its founding, a decade after the war.",
    ] {
        tells(none, &[]);
    }
}

#[test]
fn birthdays_of_states_and_monarchs_are_kept() {
    reads("They marked the 74th birthday of the State of Tomo.", &["74 year; of State of Tomo"]);
    reads(
        "They marked the 85th auspicious Birthday of His Majesty King Aro.",
        &["85 year; of Majesty King Aro"],
    );
    reads("This was the first national commemoration of the kind.", &[]);
}

#[test]
fn a_year_told_to_the_day_or_held_is_an_anniversary() {
    for (text, told) in [
        (
            "The town kept a minute of silence for the victims of the flood of one year ago to the day.",
            "1; silence",
        ),
        ("The service, held a year after the blast, was in the cathedral.", "1; "),
        ("This day 94 years ago marks the beginning of the end of the town.", "94; "),
    ] {
        tells(text, &[told]);
    }
    tells("The vote was taken ten years ago.", &[]);
}

#[test]
fn whoever_does_what_is_told_is_not_what_is_remembered() {
    let text = "On the 30th anniversary of diplomatic relations the Foreign Minister came to Oslo.";
    let found = commemorations(&[annotated(Part::Block(0), text, &["Foreign Minister"], &[])]);
    let lines: Vec<String> = found.iter().map(described).collect();
    assert_eq!(lines, ["30 year; of diplomatic relations"]);
}

#[test]
fn a_spaced_dash_ends_what_is_remembered() {
    reads(
        "It will end on the tenth anniversary of the Restoration of Independence - May 20 - a historic date.",
        &["10 year; of Restoration of Independence"],
    );
    reads(
        "They held a ceremony to mark the 60th anniversary of Ostland–Westland diplomatic ties.",
        &["60 year; of Ostland–Westland diplomatic ties; ceremony"],
    );
}

#[test]
fn a_treaty_is_opened_for_signature() {
    reads(
        "Today marks the twentieth anniversary of the opening for signature of the Treaty on the Seas.",
        &["20 year; of opening for signature of the Treaty on the Seas"],
    );
}

#[test]
fn what_is_remembered_may_stand_before_the_noun() {
    reads(
        "She attended a ceremony for Ostland’s 50th Independence anniversary.",
        &["50 year; of Independence; ceremony"],
    );
}
