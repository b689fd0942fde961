//! Who travels where, when and with whom.

use super::*;

#[test]
fn outbound_visits() {
    check_visits(&[
        (
            "FI",
            "Foreign Minister Aino Virta will visit Sweden on 10 May.",
            &["Aino Virta -> SE planned 05-10"],
        ),
        (
            "NZ",
            "Prime Minister Helen Marlowe will travel to India from 16 to 20 May.",
            &["Helen Marlowe -> IN planned 05-16/05-20"],
        ),
        (
            "IE",
            "The Tánaiste, Aoife Brennan, will travel to Brussels tomorrow to attend a council of ministers.",
            &["Aoife Brennan -> BE Brussels planned 05-05"],
        ),
        (
            "CH",
            "Federal Councillor Reto Amstad paid an official visit to Japan on 2 and 3 May.",
            &["Reto Amstad -> JP completed 05-02/05-03 official"],
        ),
        (
            "CA",
            "Minister of National Defence Claire Tremblay departed for Latvia on Tuesday.",
            &["Claire Tremblay -> LV ongoing 05-03"],
        ),
        (
            "KE",
            "President Daniel Mwangi has arrived in Kigali for a three-day state visit.",
            &["Daniel Mwangi -> RW Kigali ongoing state 3d"],
        ),
        (
            "AE",
            "Foreign Minister Khalid Al Mansoori is on a working visit to Egypt.",
            &["Khalid Al Mansoori -> EG ongoing working"],
        ),
        (
            "GB",
            "During a visit to Kenya, Armed Forces Minister Peter Hale opened a training centre.",
            &["Peter Hale -> KE completed"],
        ),
        (
            "US",
            "While in Riga, Assistant Secretary Todd Marlow met with Latvian officials.",
            &["Todd Marlow -> LV Riga completed"],
        ),
        (
            "US",
            "Deputy Secretary Wendy Marlow will attend the summit in Madrid on June 28.",
            &["Wendy Marlow -> ES Madrid planned 06-28"],
        ),
        (
            "SE",
            "A delegation led by Defence Minister Karin Lund visited Ukraine last week.",
            &["Karin Lund -> UA completed 04-25/05-01"],
        ),
    ]);
}

#[test]
fn inbound_visits() {
    check_visits(&[
        (
            "AU",
            "The President of Ghana, HE Kofi Darko, will visit Australia from 8 to 10 May.",
            &["Kofi Darko -> AU planned 05-08/05-10"],
        ),
        (
            "CH",
            "President Reto Amstad received Latvian President Inga Ozola in Bern on 3 May.",
            &["Inga Ozola -> CH Bern completed 05-03"],
        ),
        (
            "NZ",
            "Prime Minister Helen Marlowe will welcome Fijian Prime Minister Sitiveni Naivalu to Wellington next Monday.",
            &["Sitiveni Naivalu -> NZ Wellington planned 05-09"],
        ),
        (
            "EE",
            "Latvian Foreign Minister Inga Ozola was received by President Aino Virta in Tallinn yesterday.",
            &["Inga Ozola -> EE Tallinn completed 05-03"],
        ),
        (
            "AU",
            "I am pleased to announce the visit to Australia by Japanese Prime Minister Kenji Mori from 10 to 12 May.",
            &["Kenji Mori -> AU planned 05-10/05-12"],
        ),
    ]);
}

#[test]
fn domestic_visits() {
    check_visits(&[
        (
            "GB",
            "Defence Secretary Peter Hale visited Catterick Garrison on Monday.",
            &["Peter Hale -> GB Catterick Garrison completed 05-02"],
        ),
        (
            "NZ",
            "Education Minister Helen Marlowe will visit a school in Whangateau tomorrow.",
            &["Helen Marlowe -> NZ Whangateau planned 05-05"],
        ),
        (
            "LK",
            "President Nimal Perera participated in the prize-giving held at Dharmaraja College in Kandy.",
            &["Nimal Perera -> LK Dharmaraja College Kandy completed"],
        ),
    ]);
}

#[test]
fn journeys_of_several_legs() {
    check_visits(&[
        (
            "US",
            "Under Secretary Victoria Marlow will travel to Oslo, Norway; Helsinki, Finland; and Riga, Latvia, May 8-12 to discuss energy.",
            &[
                "Victoria Marlow -> NO Oslo planned 05-08/05-12",
                "Victoria Marlow -> FI Helsinki planned 05-08/05-12",
                "Victoria Marlow -> LV Riga planned 05-08/05-12",
            ],
        ),
        (
            "US",
            "Secretary Todd Marlow will travel to Ghana on May 6 and to Kenya on May 8.",
            &["Todd Marlow -> GH planned 05-06", "Todd Marlow -> KE planned 05-08"],
        ),
        (
            "JP",
            "Foreign Minister Kenji Mori visited Canberra on 1 May and then travelled to Suva on 2 May.",
            &["Kenji Mori -> AU Canberra completed 05-01", "Kenji Mori -> FJ Suva completed 05-02"],
        ),
    ]);
}

#[test]
fn how_far_a_visit_has_come() {
    check_visits(&[
        (
            "NZ",
            "Foreign Minister Peter Hale will travel to Tonga this week.",
            &["Peter Hale -> TO planned 05-02/05-08"],
        ),
        (
            "GB",
            "Foreign Minister Aino Virta arrives in Jamaica today for a two-day visit. She will visit a school in Mandeville.",
            &["Aino Virta -> JM Mandeville ongoing 05-04/05-05 2d"],
        ),
        (
            "GB",
            "Foreign Minister Aino Virta has postponed her visit to Kenya.",
            &["Aino Virta -> KE cancelled"],
        ),
        (
            "GB",
            "Foreign Minister Aino Virta said that she would visit Kenya in June.",
            &["Aino Virta -> KE planned 06-01/06-30"],
        ),
        ("GB", "Foreign Minister Aino Virta would like to visit Kenya.", &[]),
        ("GB", "Foreign Minister Aino Virta did not visit Kenya.", &[]),
        ("GB", "Foreign Minister Aino Virta was invited to visit Kenya.", &[]),
        ("GB", "Foreign Minister Aino Virta might visit Kenya if talks succeed.", &[]),
        (
            "GB",
            "Foreign Minister Aino Virta visited Kenya in March 2009.",
            &["Aino Virta -> KE completed 03-01/03-31 background"],
        ),
        ("GB", "Foreign Minister Aino Virta returned to London.", &[]),
    ]);
}

#[test]
fn who_goes_along_and_who_was_first() {
    check_visits(&[
        (
            "NZ",
            "Prime Minister Helen Marlowe visited Tonga, accompanied by Defence Minister Peter Hale.",
            &["Helen Marlowe with Peter Hale -> TO completed"],
        ),
        (
            "AU",
            "Accompanied by Trade Minister Peter Hale, Prime Minister Helen Marlowe will travel to Tonga.",
            &["Helen Marlowe with Peter Hale -> TO planned"],
        ),
        (
            "CA",
            "Prime Minister Helen Marlowe will travel to Tonga. She will be accompanied by Trade Minister Peter Hale, and by General Ivo Brandt, Chief of the Defence Staff.",
            &["Helen Marlowe with Peter Hale + Ivo Brandt -> TO planned"],
        ),
        (
            "NZ",
            "Prime Minister Helen Marlowe will travel to Tonga. The delegation will be joined by Health Minister Dr Ola Reti.",
            &["Helen Marlowe with Ola Reti -> TO planned"],
        ),
        (
            "LK",
            "President Nimal Perera arrived in Hanoi on 3 May. The delegation includes Minister of Trade Vijitha Silva and Minister of Health Anil Fonseka.",
            &["Nimal Perera with Vijitha Silva + Anil Fonseka -> VN Hanoi ongoing 05-03"],
        ),
        (
            "GB",
            "Defence Minister Peter Hale visited Serbia. It was the first visit to Serbia by a British defence minister in ten years.",
            &["Peter Hale -> RS completed first"],
        ),
    ]);
}

#[test]
fn what_for_and_at_whose_invitation() {
    let facts = read(
        "AU",
        "I will visit Tonga from 8 to 10 May at the invitation of Prime Minister Siaosi Vea to discuss trade.",
    );
    let visit = &facts.visits[0];
    assert_eq!(names(visit.invitation.as_slice(), &facts), "Siaosi Vea");
    let facts =
        read("US", "Secretary Todd Marlow will travel to Kenya May 8-9 to discuss trade and security.");
    assert_eq!(facts.visits[0].purpose.as_deref(), Some("to discuss trade and security"));
    let facts = read(
        "GB",
        "Minister Peter Hale visited Kenya on 3 May. Mr Hale opened a clinic in Kisumu and addressed students.",
    );
    let engagements: Vec<&str> =
        facts.visits[0].engagements.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(engagements, ["opened a clinic in Kisumu", "addressed students"]);
}

#[test]
fn the_subject_of_a_joined_verb_is_that_of_the_first() {
    check_visits(&[(
        "GB",
        "Armed Forces Minister Peter Hale will call on his counterpart, Defence Minister Inga Ozola, and inspect a naval base in Liepaja, Latvia.",
        &["Peter Hale -> LV Liepaja planned"],
    )]);
}

#[test]
fn who_announces_that_others_arrive_does_not_travel() {
    check_visits(&[(
        "AU",
        "The Prime Minister, Helen Marlowe, announced that a party of four scientists arrived in Perth on Tuesday.",
        &[],
    )]);
}

#[test]
fn a_site_lies_in_the_country_that_the_text_spoke_of_last() {
    check_visits(&[(
        "US",
        "Deputy Secretary Wendy Marlow will travel to Morocco and Malta.\nIn Rabat, Deputy Secretary Wendy Marlow will speak at the Harbour Museum.",
        &["Wendy Marlow -> MA Rabat Harbour Museum planned", "Wendy Marlow -> MT planned"],
    )]);
}

#[test]
fn towns_and_regions_that_the_lexicon_does_not_know_are_places() {
    check_visits(&[
        (
            "IE",
            "President Fergal Brennan visited the Marine Institute in Ballyvorna on Monday.",
            &["Fergal Brennan -> IE Marine Institute Ballyvorna completed 05-02"],
        ),
        (
            "GB",
            "Armed Forces Minister Peter Hale flew to Korvemaa, Estonia.",
            &["Peter Hale -> EE Korvemaa completed"],
        ),
        (
            "CA",
            "Prime Minister Claire Tremblay will visit Juno Beach in France.",
            &["Claire Tremblay -> FR Juno Beach planned"],
        ),
        (
            "FI",
            "Foreign Minister Aino Virta will visit Washington, D.C., on 10 May.",
            &["Aino Virta -> US Washington, D.C. planned 05-10"],
        ),
    ]);
}

#[test]
fn cities_that_are_listed_lie_in_one_country() {
    check_visits(&[(
        "FI",
        "Foreign Minister Aino Virta will visit Madrid and Córdoba.",
        &["Aino Virta -> ES Madrid Córdoba planned"],
    )]);
}

#[test]
fn companions_go_where_they_are_said_to_go() {
    check_visits(&[
        (
            "CA",
            "Prime Minister Claire Tremblay will travel to France and Peru.\nThe Minister of Foreign Affairs, Denis Roy, will join the Prime Minister in Paris.",
            &["Claire Tremblay with Denis Roy -> FR Paris planned", "Claire Tremblay -> PE planned"],
        ),
        (
            "FI",
            "President Aino Virta is travelling to Kyiv together with the Prime Minister of Latvia, Inga Ozola.",
            &["Aino Virta with Inga Ozola -> UA Kyiv ongoing"],
        ),
    ]);
}

#[test]
fn who_receives_visitors_is_no_companion_of_theirs() {
    check_visits(&[(
        "GB",
        "Armed Forces Minister Peter Hale visited Estonia. He was accompanied by Major Guy Dunmore and the British Ambassador to Estonia, Ruth Amory.",
        &["Peter Hale -> EE completed"],
    )]);
}

#[test]
fn an_object_pronoun_is_none_of_its_subjects() {
    check_visits(&[(
        "FI",
        "Trade Minister Mika Virta will visit Tallinn. Permanent Secretary Jari Gustavson and Brigadier General Pekka Tuuri will accompany him.",
        &["Mika Virta with Jari Gustavson + Pekka Tuuri -> EE Tallinn planned"],
    )]);
}

#[test]
fn who_represents_somebody_goes_where_the_other_was_to_go() {
    check_visits(&[(
        "GH",
        "President Kofi Darko has cancelled his visit to Germany. The Minister for Finance, Yaw Mensah, will represent him.",
        &["Kofi Darko -> DE cancelled", "Yaw Mensah -> DE planned"],
    )]);
}

#[test]
fn the_first_minister_to_visit_is_the_one_who_is_named() {
    check_visits(&[(
        "IN",
        "Defence Minister Arun Mehta visited Ulaanbaatar. Defence Minister Arun Mehta is the first Indian Defence Minister to visit Mongolia.",
        &["Arun Mehta -> MN Ulaanbaatar completed"],
    )]);
}

#[test]
fn visitors_come_into_the_country_of_the_publisher() {
    check_visits(&[(
        "KE",
        "German Chancellor Annelise Berger, who jetted into the country on Monday, will tour the Olkaria Geothermal Plant.",
        &["Annelise Berger -> KE Olkaria Geothermal Plant ongoing 05-02"],
    )]);
}

#[test]
fn a_visit_of_which_more_is_to_come_goes_on() {
    check_visits(&[(
        "NO",
        "Fisheries Minister Sigrun Hauge visited Tromsø on Tuesday. The Minister will open a harbour in Tromsø on Thursday.",
        &["Sigrun Hauge -> NO Tromsø ongoing 05-03"],
    )]);
}

#[test]
fn a_return_to_something_in_a_country_is_no_journey() {
    check_visits(&[(
        "US",
        "Deputy Secretary Wendy Marlow reiterated support for a return to democracy in Venezuela.",
        &[],
    )]);
}

#[test]
fn districts_that_the_lexicon_does_not_know_lie_at_home() {
    check_visits(&[(
        "KE",
        "Deputy President Joyce Atieno attended a ceremony in Korvemaa County on Saturday.",
        &["Joyce Atieno -> KE Korvemaa County completed 04-30"],
    )]);
}

#[test]
fn an_event_in_the_capital_is_no_visit_of_those_at_home_there() {
    check_visits(&[
        ("LK", "The Minister of Industry, Nimal Perera, inaugurated an exhibition held in Colombo.", &[]),
        (
            "LK",
            "The Prime Minister of Fiji, Sitiveni Naivalu, will attend a dinner in Colombo on 8 May.",
            &["Sitiveni Naivalu -> LK Colombo planned 05-08"],
        ),
    ]);
}

#[test]
fn whoever_has_others_travel_does_not() {
    check_visits(&[
        ("GB", "The Home Secretary, Ann Reed, asked the Inspectorate to visit every force in Wales.", &[]),
        ("GB", "Ann Reed MP, the Home Secretary, has commissioned an expert panel to visit Oslo.", &[]),
        (
            "GB",
            "The Home Secretary, Ann Reed, asked for time and visited Bergen.",
            &["Ann Reed -> NO Bergen completed"],
        ),
    ]);
}

#[test]
fn each_journey_has_its_own_traveller() {
    check_visits(&[(
        "US",
        "President Chidi Okoro’s visit follows Vice President Angela Marlowe’s travel to Abuja in March.",
        &["Angela Marlowe -> NG Abuja completed 03-01/03-31"],
    )]);
}

#[test]
fn who_accompanies_somebody_to_a_place_goes_there() {
    check_visits(&[(
        "US",
        "Assistant Secretary Laura Marlow will accompany Secretary Paul Harlan to Berlin on May 12.",
        &["Laura Marlow + Paul Harlan -> DE Berlin planned 05-12"],
    )]);
}

#[test]
fn who_will_be_in_a_city_at_home_visits_it() {
    check_visits(&[(
        "AU",
        "The Prime Minister, Helen Marlowe, will be in Darwin tomorrow to open the new port.",
        &["Helen Marlowe -> AU Darwin planned 05-05"],
    )]);
}

#[test]
fn the_author_may_begin_after_the_first_words_of_a_sentence() {
    check_meetings(&[
        (
            "AU",
            "Today I met Foreign Minister Ivo Novak of Serbia.",
            &["the Prime Minister / Ivo Novak in_person"],
        ),
        (
            "AU",
            "On Monday I spoke by phone with Chancellor Ivo Novak.",
            &["the Prime Minister / Ivo Novak call"],
        ),
        (
            "AU",
            "In Belgrade I held talks with President Ivo Novak.",
            &["the Prime Minister / Ivo Novak in_person"],
        ),
        ("AU", "King Ivo I met President Ana Lind.", &["Ivo / Ana Lind in_person"]),
    ]);
    check_visits(&[(
        "AU",
        "When I was in Jakarta last week, I spoke to students.",
        &["the Prime Minister -> ID Jakarta completed 04-25/05-01"],
    )]);
}

#[test]
fn who_holds_the_same_office_elsewhere_is_not_the_author() {
    let text = "Prime Minister Ana Lind of Finland and I will meet in Sydney on Friday.";
    check_meetings(&[("AU", text, &["Ana Lind / the Prime Minister in_person"])]);
    check_visits(&[("AU", text, &["Ana Lind -> AU Sydney planned 05-06"])]);
}
