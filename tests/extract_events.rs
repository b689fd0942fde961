//! The constructions in which news tells of visits, meetings and commemorations, a table for each.
//!
//! The stories are invented, and each is told as one publisher or another tells such things.

#![cfg(feature = "extract")]

use newsdesk::{
    Block, Commemoration, Country, Date, Extractor, Facts, Id, Meeting, Organisation, Participant, Story,
    Visit,
};

/// What a text says that was published in a country on 4 May 2022, a Wednesday.
fn read(country: &str, text: &str) -> Facts {
    let mut publisher = Organisation::new(Id::new("publisher").unwrap(), "Prime Minister of the country");
    publisher.country = Some(Country::new(country).unwrap());
    let blocks = text.split('\n').map(Block::paragraph);
    let story = blocks.fold(Story::new("").with_publisher(publisher), Story::with_block);
    Extractor::new().with_date("2022-05-04".parse().unwrap()).extract(story).facts
}

fn names(people: &[Participant], facts: &Facts) -> String {
    let name = |who: &Participant| match who {
        Participant::Described(words) => words.clone(),
        who => who.id().and_then(|id| facts.official(id)).map_or(String::new(), |found| found.label()),
    };
    people.iter().map(name).collect::<Vec<_>>().join(" + ")
}

fn days(date: &Date) -> String {
    match (date.first_day(), date.last_day()) {
        (Some(first), Some(last)) if first == last => format!(" {}", first.format("%m-%d")),
        (Some(first), Some(last)) => format!(" {}/{}", first.format("%m-%d"), last.format("%m-%d")),
        _ => String::new(),
    }
}

/// "Aino Virta -> SE Kiruna planned 05-10/05-12".
fn visit(visit: &Visit, facts: &Facts) -> String {
    let mut words = names(&visit.visitors, facts);
    if !visit.companions.is_empty() {
        words += &format!(" with {}", names(&visit.companions, facts));
    }
    words += " ->";
    for leg in &visit.legs {
        words += &leg.country.map_or(" ?".to_owned(), |country| format!(" {country}"));
        leg.places.iter().for_each(|place| words += &format!(" {}", place.name));
    }
    words += &visit.status.as_ref().map_or(String::new(), |status| format!(" {status}"));
    let dates = visit.legs.iter().find_map(|leg| leg.dates.as_ref()).or(visit.dates.as_ref());
    words += &dates.map_or(String::new(), days);
    words += &visit.kind.as_ref().map_or(String::new(), |kind| format!(" {kind}"));
    words += &visit.days.map_or(String::new(), |days| format!(" {days}d"));
    words += if visit.precedence.is_empty() { "" } else { " first" };
    words + if visit.background { " background" } else { "" }
}

fn meeting(meeting: &Meeting, facts: &Facts) -> String {
    format!("{} / {} {}", names(&meeting.party, facts), names(&meeting.with, facts), meeting.mode)
}

fn commemoration(found: &Commemoration) -> String {
    let mut words =
        found.anniversary.map_or(String::new(), |found| format!("{} {:?}", found.number, found.unit));
    words += found.named_day.as_deref().unwrap_or_default();
    words += &found.remembered.as_ref().map_or(String::new(), |event| format!(" of {}", event.text));
    for act in &found.acts {
        words += &format!(", {}", act.kind);
        words += &act.place.as_ref().map_or(String::new(), |place| format!(" at {}", place.name));
    }
    words
}

/// Checks a table of texts and what each tells.
fn check(cases: &[(&str, &str, &[&str])], told: impl Fn(&Facts) -> Vec<String>) {
    let mut wrong = Vec::new();
    for (country, text, expected) in cases {
        let told = told(&read(country, text));
        if told != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  read     {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are read wrongly:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn check_visits(cases: &[(&str, &str, &[&str])]) {
    check(cases, |facts| facts.visits.iter().map(|found| visit(found, facts)).collect());
}

fn check_meetings(cases: &[(&str, &str, &[&str])]) {
    check(cases, |facts| facts.meetings.iter().map(|found| meeting(found, facts)).collect());
}

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
fn commemorations_of_every_count() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "GB",
            "The bicentenary of the Battle of Trafalgar was marked.",
            &["200 Year of Battle of Trafalgar"],
        ),
        (
            "GB",
            "The country marks 70 years since the end of the Korean War.",
            &["70 Year of end of the Korean War"],
        ),
        ("US", "Today marks the six-month anniversary of the earthquake.", &["6 Month of earthquake"]),
        (
            "NZ",
            "Defence Minister Helen Marlowe laid a wreath at the Pukeahu National War Memorial on ANZAC Day.",
            &["ANZAC Day, wreath at Pukeahu National War Memorial"],
        ),
        ("GB", "The golden wreath is on loan to the museum.", &[]),
        ("GB", "The Minister paid tribute to the close relations between the two countries.", &[]),
    ];
    check(cases, |facts| facts.commemorations.iter().map(commemoration).collect());
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
            "Deputy Secretary Wendy Marlow met civil society leaders working on water.",
            &["Wendy Marlow / civil society leaders in_person"],
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
            "The Prime Minister, Helen Marlowe, met a wide range of community leaders.",
            &["Helen Marlowe / wide range of community leaders in_person"],
        ),
    ]);
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
fn a_family_name_that_comes_first_is_known_by_part_of_the_office() {
    check_meetings(&[(
        "US",
        "Special Representative Sung Marlow will meet Republic of Korea Special Representative Noh.\nSpecial Representative Sung Marlow will meet Republic of Korea Special Representative for Peace Affairs Noh Kyu-duk in Seoul.",
        &["Sung Marlow / Noh Kyu-duk in_person"],
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
fn officials_of_several_countries_are_one_description() {
    check_meetings(&[(
        "US",
        "Assistant Secretary Laura Marlow held consultations with EU, UK, and Canadian officials.",
        &["Laura Marlow / EU, UK, and Canadian officials in_person"],
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
