//! Sentences that were read wrongly once, each named after what broke.

#![cfg(feature = "extract")]

use newsdesk::{Block, Calendar, Extractor, Facts, Status, Story};

fn read(text: &str) -> Facts {
    Extractor::new().extract(Story::new("").with_block(Block::paragraph(text))).facts
}

fn titles(text: &str) -> Vec<String> {
    read(text).officials.iter().flat_map(|found| found.roles.iter().map(|role| role.title.clone())).collect()
}

#[test]
fn a_visit_that_was_paid_took_place() {
    let facts = read("Defence Minister Aino Virta paid a three-day official visit to Serbia.");
    assert_eq!(facts.visits[0].status, Some(Status::Completed));
}

#[test]
fn the_date_of_the_visit_before_is_not_that_of_the_first_since() {
    let facts = read(
        "Defence Minister Aino Virta visited Serbia. It was the first visit to Serbia by Virta since 1999.",
    );
    assert_eq!(facts.visits[0].legs[0].dates, None);
    assert!(facts.visits[0].precedence[0].since.is_some());
}

#[test]
fn a_second_role_may_stand_before_an_honorific() {
    assert_eq!(
        titles("Prime Minister and Minister of Trade Dr Aino Virta"),
        ["Prime Minister", "Minister of Trade"]
    );
}

#[test]
fn a_title_ends_before_a_name_that_a_place_follows() {
    let text = "Prime Minister Carlos Reyes met Minister of Health Aino Virta in Riga in Latvia.";
    assert_eq!(titles(text), ["Prime Minister", "Minister of Health"]);
    assert_eq!(titles("Minister of Health Aino Virta’s meeting with Prime Minister Carlos Reyes").len(), 2);
}

#[test]
fn a_given_name_that_is_a_city_too_begins_a_name() {
    let facts = read("Minister of Trade Ngozi Okafor visited Serbia.");
    assert_eq!(facts.officials[0].label(), "Ngozi Okafor");
}

#[test]
fn two_roles_after_and_belong_to_the_next_person() {
    let text = "President Carlos Reyes met Foreign Minister Aino Virta and Serbian Defence Minister and Minister of Health Ana Ilić.";
    let facts = read(text);
    let roles: Vec<usize> = facts.officials.iter().map(|official| official.roles.len()).collect();
    assert_eq!(roles, [1, 1, 2]);
}

#[test]
fn march_is_a_month_where_it_could_be_a_town() {
    let facts = read("Defence Minister Aino Virta visited Kenya in March 2009.");
    assert_eq!(facts.visits.len(), 1);
    let dates = facts.visits[0].legs[0].dates.as_ref();
    assert_eq!(dates.and_then(|date| date.calendar.clone()), Some(Calendar::Month { year: 2009, month: 3 }));
}

#[test]
fn a_city_is_certain_beside_its_country() {
    let facts = read("Defence Minister Aino Virta visited Belgrade and Novi Sad in Serbia.");
    let places: Vec<&str> = facts.visits[0].legs[0].places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(places, ["Belgrade", "Novi Sad"]);
}

#[test]
fn a_group_ends_before_a_date() {
    let facts = read("Prime Minister Aino Virta met opposition leaders from 4 to 6 May 2018.");
    assert_eq!(facts.meetings[0].with, [newsdesk::Participant::described("opposition leaders")]);
}
