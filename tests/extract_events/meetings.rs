//! Who met or called whom.

use super::*;

#[test]
fn meetings_and_calls() {
    check_meetings(&[
        (
            "CH",
            "Federal Councillor Reto Amstad held talks with Foreign Minister Inga Ozola in Riga.",
            &["Reto Amstad / Inga Ozola in_person"],
        ),
        (
            "CH",
            "Federal Councillor Reto Amstad and Foreign Minister Inga Ozola held talks in Riga.",
            &["Reto Amstad / Inga Ozola in_person"],
        ),
        (
            "CH",
            "Talks between Federal Councillor Reto Amstad and Foreign Minister Inga Ozola were held in Riga.",
            &["Reto Amstad / Inga Ozola in_person"],
        ),
        (
            "US",
            "Secretary Todd Marlow spoke today with Republic of Korea (ROK) Foreign Minister Park Jin-ho.",
            &["Todd Marlow / Park Jin-ho call"],
        ),
        (
            "US",
            "Secretary Todd Marlow called Kenyan President Daniel Mwangi today to discuss trade.",
            &["Todd Marlow / Daniel Mwangi call"],
        ),
        (
            "US",
            "Secretary Todd Marlow held a call with President Daniel Mwangi.",
            &["Todd Marlow / Daniel Mwangi call"],
        ),
        (
            "CA",
            "Minister Claire Tremblay met virtually with Foreign Minister Inga Ozola.",
            &["Claire Tremblay / Inga Ozola virtual"],
        ),
        (
            "CA",
            "Minister Claire Tremblay held a video conference with Foreign Minister Inga Ozola.",
            &["Claire Tremblay / Inga Ozola virtual"],
        ),
        (
            "JP",
            "Ambassador Inga Ozola paid a courtesy call on Foreign Minister Kenji Mori.",
            &["Inga Ozola / Kenji Mori in_person"],
        ),
        (
            "AE",
            "President Khalid Al Mansoori received Foreign Minister Inga Ozola.",
            &["Khalid Al Mansoori / Inga Ozola in_person"],
        ),
        (
            "AE",
            "Foreign Minister Inga Ozola was received by President Khalid Al Mansoori.",
            &["Inga Ozola / Khalid Al Mansoori in_person"],
        ),
        (
            "IE",
            "On the margins of the summit, Minister Aoife Brennan met Foreign Minister Inga Ozola.",
            &["Aoife Brennan / Inga Ozola in_person"],
        ),
        (
            "LK",
            "President Nimal Perera met with prominent officials. These included Finance Minister Ana Roy and Foreign Minister Dev Nair.",
            &["Nimal Perera / Ana Roy + Dev Nair in_person"],
        ),
        (
            "US",
            "Secretary Todd Marlow met President Daniel Mwangi and other senior officials. Ambassador Ana Roy also joined the meeting.",
            &["Todd Marlow + Ana Roy / Daniel Mwangi in_person"],
        ),
        ("US", "Secretary Todd Marlow met expectations, and called on President Daniel Mwangi to act.", &[]),
        ("US", "Secretary Todd Marlow welcomed Ana Roy as the new ambassador.", &[]),
    ]);
}

#[test]
fn a_counterpart_is_met_by_the_name_that_follows() {
    check_meetings(&[
        (
            "FI",
            "Foreign Minister Aino Virta held talks with her Serbian counterpart, Foreign Minister Ivo Novak, in Helsinki.",
            &["Aino Virta / Ivo Novak in_person"],
        ),
        (
            "FI",
            "Foreign Minister Aino Virta meets Serbian counterpart.\nForeign Minister Aino Virta met Serbian Foreign Minister Ivo Novak.",
            &["Aino Virta / Ivo Novak in_person"],
        ),
    ]);
}

#[test]
fn a_delegation_is_met_by_the_name_of_its_leader() {
    check_meetings(&[(
        "GH",
        "Vice President Kofi Darko received at the State House a delegation from the Kenyan parliament led by Speaker Daniel Mwangi.",
        &["Kofi Darko / Daniel Mwangi in_person"],
    )]);
}

#[test]
fn a_description_of_people_begins_with_no_verb_and_ends_before_one() {
    check_meetings(&[
        (
            "US",
            "Deputy Secretary Wendy Marlow will meet with Foreign Minister Ivo Novak and address students at the university.",
            &["Wendy Marlow / Ivo Novak in_person"],
        ),
        (
            "US",
            "Deputy Secretary Wendy Marlow met party leaders working on water.",
            &["Wendy Marlow / party leaders in_person"],
        ),
    ]);
}

#[test]
fn the_meeting_of_a_body_brings_nobody_together_with_it() {
    check_meetings(&[(
        "US",
        "Deputy Secretary Wendy Marlow hosted the inaugural meeting of the Clean Harbours Advisory Committee.",
        &[],
    )]);
}

#[test]
fn several_who_share_an_office_are_met_by_their_names() {
    check_meetings(&[
        (
            "PL",
            "Minister Marek Zawada hosted the Foreign Ministers of Lithuania and Ukraine, Rasa Kazlaite and Oleh Marko, in Lublin. Minister Kazlaite spoke first, Minister Marko last.",
            &["Marek Zawada / Rasa Kazlaite + Oleh Marko in_person"],
        ),
        (
            "JP",
            "Foreign Minister Kenji Mori will meet with senior officials, including Foreign Minister Ivo Novak.",
            &["Kenji Mori / Ivo Novak in_person"],
        ),
    ]);
}

#[test]
fn whom_a_minister_joins_for_talks_is_of_the_party() {
    check_meetings(&[(
        "IN",
        "Defence Minister Arun Mehta will go on to Japan, where External Affairs Minister Ravi Rao will join him for talks with Japanese Foreign Minister Kenji Mori.",
        &["Ravi Rao + Arun Mehta / Kenji Mori in_person"],
    )]);
}

#[test]
fn only_people_are_met() {
    check_meetings(&[
        (
            "AU",
            "The Prime Minister, Helen Marlowe, will meet skills shortages in the building industry.",
            &[],
        ),
        ("AU", "The Prime Minister, Helen Marlowe, met the needs of communities.", &[]),
        (
            "AU",
            "The Prime Minister, Helen Marlowe, met a wide range of opposition leaders.",
            &["Helen Marlowe / wide range of opposition leaders in_person"],
        ),
    ]);
}

#[test]
fn a_family_name_that_comes_first_is_known_by_part_of_the_office() {
    check_meetings(&[(
        "US",
        "Special Representative Sung Marlow will meet Republic of Korea Special Representative Noh.\nSpecial Representative Sung Marlow will meet Republic of Korea Special Representative for Peace Affairs Noh Kyu-duk in Seoul.",
        &["Sung Marlow / Noh Kyu-duk in_person"],
    )]);
}

#[test]
fn officials_of_several_countries_are_one_description() {
    check_meetings(&[(
        "US",
        "Assistant Secretary Laura Marlow held consultations with EU, UK, and Canadian officials.",
        &["Laura Marlow / EU, UK, and Canadian officials in_person"],
    )]);
}
