//! Who is an official, with which rank, offices and country: a table for each way in which news names people.
//!
//! An expectation reads `name | rank | offices; … | country`.

#![cfg(feature = "extract")]

mod countries;
mod names;
mod offices;

use newsdesk::{Block, Byline, Country, Extractor, Organisation, Story};

/// A publisher's country, a sentence, and the officials in it.
type Row = (&'static str, &'static str, &'static [&'static str]);

fn read(publisher: &str, text: &str) -> Vec<String> {
    let country = Country::new(publisher).unwrap();
    let publisher =
        Organisation::new("organisation-1".parse().unwrap(), "Press Office").with_country(country);
    let story = Story::new("").with_publisher(publisher).with_block(Block::paragraph(text));
    let officials = Extractor::new().extract(story).facts.officials;
    let named = officials.iter().filter_map(|official| {
        let name = official.name.as_ref()?;
        let rank = official.rank.as_ref().map_or("", |rank| rank.title.as_str());
        let offices: Vec<&str> = official.roles.iter().map(|role| role.title.as_str()).collect();
        let country = official.country.map_or(String::new(), |country| country.to_string());
        Some(format!("{name} | {rank} | {} | {country}", offices.join("; ")))
    });
    named.collect()
}

fn check(rows: &[Row]) {
    for (publisher, text, expected) in rows {
        assert_eq!(read(publisher, text), *expected, "{text}");
    }
}

#[test]
fn an_office_in_the_byline_is_who_says_i() {
    let story = Story::new("Opening of Parliament")
        .with_byline(Byline::new("Her Majesty the Queen"))
        .with_block(Block::paragraph("My ministers will work. I will visit Serbia on 4 May 2022."));
    let facts = Extractor::new().extract(story).facts;
    let visitors = &facts.visits[0].visitors;
    let labels: Vec<String> =
        visitors.iter().filter_map(|who| Some(facts.official(who.id()?)?.label())).collect();
    assert_eq!(labels, ["the Queen"]);
}

#[test]
fn whom_an_adviser_serves_keeps_office_and_name() {
    check(&[(
        "US",
        "He met with Diplomatic Adviser to Prime Minister Mechi, Elyes Gharbi, in Tunis.",
        &["Mechi |  | Prime Minister | TN"],
    )]);
}

#[test]
fn somebody_is_named_by_the_first_name_and_the_office_too() {
    check(&[
        (
            "US",
            "He met Lao Deputy Prime Minister Dr. Kikoe. Dr. Kikoe Khayphone, Deputy Prime Minister of Laos, left.",
            &["Kikoe Khayphone |  | Deputy Prime Minister of Laos | LA"],
        ),
        (
            "ET",
            "Prime Minister Abebe Ahmedo spoke. Prime Minister Abebe left. Governor Abebe came.",
            &["Abebe Ahmedo |  | Prime Minister | ET", "Abebe |  | Governor | ET"],
        ),
    ]);
}

#[test]
fn an_office_keeps_the_whole_field_before_it() {
    check(&[
        ("GB", "Road Safety Minister Tom Alder spoke.", &["Tom Alder |  | Road Safety Minister | GB"]),
        (
            "GB",
            "It was good, said crime prevention minister Ann Oak.",
            &["Ann Oak |  | crime prevention minister | GB"],
        ),
        (
            "GB",
            "He met Lady Justice Reed and Lord Justice Alder there.",
            &["Reed |  | Lady Justice | GB", "Alder |  | Lord Justice | GB"],
        ),
        (
            "AU",
            "Water Resources Minister Lil Brook and Youth Justice Commissioner Tom Reed left.",
            &[
                "Lil Brook |  | Water Resources Minister | AU",
                "Tom Reed |  | Youth Justice Commissioner | AU",
            ],
        ),
        (
            "GB",
            "Ann Reed is the Director of Safety at RWM and Kinna Alderve, the Mayor of Leeds, left.",
            &["Ann Reed |  | Director of Safety | GB", "Kinna Alderve |  | Mayor of Leeds | GB"],
        ),
    ]);
}

#[test]
fn an_office_stands_before_the_name() {
    check(&[
        ("CH", "Federal Councillor Karin Amsler spoke.", &["Karin Amsler |  | Federal Councillor | CH"]),
        (
            "US",
            "Assistant Secretary of State for East Asian and Pacific Affairs Daniel J. Krantz left.",
            &["Daniel J. Krantz |  | Assistant Secretary of State for East Asian and Pacific Affairs | US"],
        ),
        (
            "US",
            "He met Under Secretary of State for Political Affairs Victoria Nolde there.",
            &["Victoria Nolde |  | Under Secretary of State for Political Affairs | US"],
        ),
        (
            "JO",
            "Minister of Foreign Affairs and Expatriates Ayman Sabri spoke.",
            &["Ayman Sabri |  | Minister of Foreign Affairs and Expatriates | JO"],
        ),
        (
            "GB",
            "Minister for Defence Procurement Jeremy Quail spoke.",
            &["Jeremy Quail |  | Minister for Defence Procurement | GB"],
        ),
        (
            "NZ",
            "Trade and Export Growth Minister Damien O'Hara spoke.",
            &["Damien O'Hara |  | Trade and Export Growth Minister | NZ"],
        ),
        (
            "IN",
            "Union Minister of State (Independent Charge) Science & Technology Dr Jitendra Sen spoke.",
            &["Jitendra Sen |  | Union Minister of State (Independent Charge) Science & Technology | IN"],
        ),
        (
            "US",
            "Department of Justice Deputy Assistant Attorney General Jennifer Hatch spoke.",
            &["Jennifer Hatch |  | Department of Justice Deputy Assistant Attorney General | US"],
        ),
    ]);
}

#[test]
fn an_office_stands_after_the_name() {
    check(&[
        (
            "JP",
            "Mr. MORITA Toshio, Minister for Foreign Affairs of Japan, spoke.",
            &["MORITA Toshio |  | Minister for Foreign Affairs | JP"],
        ),
        (
            "CA",
            "Yasir Nadvi, Parliamentary Secretary to the Minister of International Development, spoke.",
            &["Yasir Nadvi |  | Parliamentary Secretary to the Minister of International Development | CA"],
        ),
        (
            "LK",
            "Ms. Anna Bergman – Ambassador of Norway spoke.",
            &["Anna Bergman |  | Ambassador of Norway | NO"],
        ),
        (
            "GB",
            "Dr Andrew Nobel LVO has been appointed Her Majesty's Ambassador to Romania.",
            &["Andrew Nobel |  | Ambassador to Romania | GB"],
        ),
        ("US", "He met Hulya Akman, Turkey's defense minister.", &["Hulya Akman |  | defense minister | TR"]),
    ]);
}

#[test]
fn an_office_a_comma_and_the_name() {
    check(&[
        (
            "AU",
            "The Prime Minister, the Hon Scott Morley MP, and the Minister for Trade, Tourism and Investment, \
             Senator the Hon Simon Birdwood, spoke.",
            &[
                "Scott Morley |  | Prime Minister | AU",
                "Simon Birdwood |  | Minister for Trade, Tourism and Investment; Senator | AU",
            ],
        ),
        (
            "NATO",
            "The Supreme Allied Commander Europe (SACEUR), General Christopher G. Cavell, spoke.",
            &["Christopher G. Cavell | General | Supreme Allied Commander Europe | NATO"],
        ),
        (
            "LK",
            "The Speaker, Dr. Jagath Wickrama, the Deputy Speaker, Dr. Rizvi Salih, attended.",
            &["Jagath Wickrama |  | Speaker | LK", "Rizvi Salih |  | Deputy Speaker | LK"],
        ),
    ]);
}

#[test]
fn offices_are_stacked() {
    check(&[
        (
            "IE",
            "The Minister for Foreign Affairs and Minister for Defence, Simon Cavan TD, spoke.",
            &["Simon Cavan |  | Minister for Foreign Affairs; Minister for Defence | IE"],
        ),
        (
            "IE",
            "The Tánaiste, Minister for Foreign Affairs and Minister for Defence, Simon Cavan TD, spoke.",
            &["Simon Cavan |  | Tánaiste; Minister for Foreign Affairs; Minister for Defence | IE"],
        ),
        (
            "QA",
            "HE Prime Minister and Minister of Foreign Affairs Sheikh Mohammed bin Rashid Al-Thani spoke.",
            &["Mohammed bin Rashid Al-Thani |  | Prime Minister; Minister of Foreign Affairs | QA"],
        ),
        (
            "AU",
            "Minister for Family Services Senator Jocelyn Norman spoke.",
            &["Jocelyn Norman |  | Minister for Family Services; Senator | AU"],
        ),
        (
            "EU",
            "High Representative/Vice-President Josep Borras spoke.",
            &["Josep Borras |  | High Representative; Vice-President | EU"],
        ),
    ]);
}

#[test]
fn ranks_of_all_services_stand_before_names_and_offices_beside_them() {
    check(&[
        (
            "AU",
            "Chief of Navy Vice Admiral Mike Nolan AO RAN spoke.",
            &["Mike Nolan | Vice Admiral | Chief of Navy | AU"],
        ),
        (
            "NZ",
            "Chief of Defence Force Air Marshal Kevin Shaw spoke.",
            &["Kevin Shaw | Air Marshal | Chief of Defence Force | NZ"],
        ),
        ("GB", "Lieutenant General Sir Nick Pope spoke.", &["Nick Pope | Lieutenant General |  | GB"]),
        ("GB", "Major General (Retired) Tim Hyde spoke.", &["Tim Hyde | Major General |  | GB"]),
        (
            "GB",
            "Lt Cdr Claire Thomas RN and Wg Cdr Paul Jones spoke.",
            &["Claire Thomas | Lt Cdr |  | GB", "Paul Jones | Wg Cdr |  | GB"],
        ),
        (
            "NATO",
            "Lieutenant-General Maarten de Kruijff of the Royal Netherlands Army spoke.",
            &["Maarten de Kruijff | Lieutenant-General |  | NL"],
        ),
        (
            "US",
            "Lithuanian Chief of Defense Lt. Gen. Valdas Rupeika spoke.",
            &["Valdas Rupeika | Lt. Gen. | Chief of Defense | LT"],
        ),
        (
            "GB",
            "Brigadier Nick Cowper OBE, Commander of 104 Theatre Sustainment Brigade, spoke.",
            &["Nick Cowper | Brigadier | Commander of 104 Theatre Sustainment Brigade | GB"],
        ),
    ]);
}

#[test]
fn names_have_particles_titles_inside_and_words_for_surnames() {
    check(&[
        ("RW", "Lt Gen Salum Haji Othman spoke.", &["Salum Haji Othman | Lt Gen |  | RW"]),
        ("KE", "President Hassan Sheikh Muhamud spoke.", &["Hassan Sheikh Muhamud |  | President | KE"]),
        ("IN", "Home Minister Shri Amit Shah spoke.", &["Amit Shah |  | Home Minister | IN"]),
        ("AU", "Senator Michaelia Cash spoke.", &["Michaelia Cash |  | Senator | AU"]),
        ("EU", "President Ursula von der Leith spoke.", &["Ursula von der Leith |  | President | EU"]),
        ("US", "Assistant Secretary Dean Thomson spoke.", &["Dean Thomson |  | Assistant Secretary | US"]),
    ]);
}

#[test]
fn a_plural_office_is_each_ones() {
    check(&[
        (
            "US",
            "Prime Ministers Kanda Fumio of Japan and Anthony Albertson of Australia spoke.",
            &["Kanda Fumio |  | Prime Minister | JP", "Anthony Albertson |  | Prime Minister | AU"],
        ),
        (
            "US",
            "Senators Bob Mendel (D-NJ) and James Rush (R-ID) spoke.",
            &["Bob Mendel |  | Senator | US", "James Rush |  | Senator | US"],
        ),
    ]);
}

#[test]
fn a_list_is_split_where_an_office_begins() {
    check(&[(
        "LK",
        "Present were Secretary to the President Dr. Nandika Sanath Perera, Minister of Health and Mass Media \
         Dr. Nalinda Jayatissa, and the Governor of the Central Bank Dr. Nandalal Weerasinghe.",
        &[
            "Nandika Sanath Perera |  | Secretary to the President | LK",
            "Nalinda Jayatissa |  | Minister of Health and Mass Media | LK",
            "Nandalal Weerasinghe |  | Governor of the Central Bank | LK",
        ],
    )]);
}

#[test]
fn the_country_is_told_by_people_place_body_or_office() {
    check(&[
        (
            "GB",
            "British High Commissioner to Kenya Jane Marlow spoke.",
            &["Jane Marlow |  | High Commissioner to Kenya | GB"],
        ),
        ("CH", "He met his Austrian counterpart, Alexander Schall, there.", &["Alexander Schall |  |  | AT"]),
        (
            "US",
            "She met with World Health Organization (WHO) Director-General Tesfaye there.",
            &["Tesfaye |  | World Health Organization (WHO) Director-General | UN"],
        ),
        ("US", "Kremlin spokesman Dmitry Peskin spoke.", &["Dmitry Peskin |  | Kremlin spokesman | RU"]),
        ("AU", "Queensland Premier Anna Palas spoke.", &["Anna Palas |  | Queensland Premier | AU"]),
        (
            "US",
            "She will travel to Libreville, Gabon, to meet with President Alain Ondo and Foreign Minister Michel Adama.",
            &["Alain Ondo |  | President | GA", "Michel Adama |  | Foreign Minister | GA"],
        ),
        (
            "US",
            "Kosovan President Vera Osman and Prime Minister Albin Kurtaj spoke.",
            &["Vera Osman |  | President | XK", "Albin Kurtaj |  | Prime Minister | XK"],
        ),
        (
            "US",
            "Special Assistant to the Prime Minister of Pakistan Tariq Fazal spoke.",
            &["Tariq Fazal |  | Special Assistant to the Prime Minister | PK"],
        ),
    ]);
}

#[test]
fn streets_ships_prizes_and_firms_are_no_people() {
    for text in [
        "King Street is closed.",
        "King Charles Street is closed.",
        "The Prince of Wales Theatre is closed.",
        "HMS Queen Elizabeth sailed.",
        "The Captain Cook Memorial was opened.",
        "General Motors and General Electric signed.",
        "The Consulate General Surabaya is closed.",
        "Major Non-NATO Ally status was granted.",
        "The General Assembly met in Acheson Auditorium.",
        "The Crown Prince of Abu Dhabi spoke.",
        "The Deputy Negotiator and the Host Expo left.",
    ] {
        assert_eq!(read("GB", text), [""; 0], "{text}");
    }
}

#[test]
fn peers_and_royals_are_officials_and_knights_are_not() {
    check(&[
        ("IE", "Forty companies travel with the Minister for Enterprise to Hanoi and Da Nang.", &[]),
        ("GB", "Baroness Golding spoke.", &["Golding |  |  | GB"]),
        ("GB", "His Royal Highness Prince Edmund spoke.", &["Edmund |  | Prince | GB"]),
        ("GB", "Lady Tarrant and Sir John Weston listened.", &[]),
    ]);
}

#[test]
fn a_family_name_that_comes_first_is_the_same_person() {
    check(&[(
        "US",
        "Japanese Prime Minister Kanda spoke. Japanese Prime Minister Kanda Fumio then left.",
        &["Kanda Fumio |  | Prime Minister | JP"],
    )]);
}

#[test]
fn a_surname_that_is_a_noun_ends_the_office_before_it() {
    check(&[
        (
            "KR",
            "Minister of Foreign Affairs Park Min left.",
            &["Park Min |  | Minister of Foreign Affairs | KR"],
        ),
        (
            "KR",
            "Minister of Unification Park Jae-won spoke, and Minister Park left.",
            &["Park Jae-won |  | Minister of Unification | KR"],
        ),
    ]);
}

#[test]
fn a_family_name_that_comes_first_stands_for_the_whole() {
    check(&[
        (
            "JP",
            "Ms. OKABE Sayuri, Minister for Foreign Affairs, left. Minister Okabe will return.",
            &["OKABE Sayuri |  | Minister for Foreign Affairs | JP"],
        ),
        (
            "JP",
            "Minister Okabe left. Ms. OKABE Sayuri, Minister for Foreign Affairs, will return.",
            &["OKABE Sayuri |  | Minister for Foreign Affairs | JP"],
        ),
    ]);
}

#[test]
fn a_fathers_name_that_is_a_title_is_of_the_name() {
    check(&[(
        "AE",
        "Dr. Hessa bint Sultan Al Qadi, Minister of State for Trade, attended.",
        &["Hessa bint Sultan Al Qadi |  | Minister of State for Trade | AE"],
    )]);
}

#[test]
fn what_a_person_was_is_or_will_be_is_an_office() {
    check(&[
        (
            "NZ",
            "The Minister announced diplomat Colin Haverstock as New Zealand’s next Ambassador to Peru.",
            &["Colin Haverstock |  | Ambassador to Peru | NZ"],
        ),
        (
            "NZ",
            "Mr Colin Haverstock was most recently High Commissioner to Kiribati.",
            &["Colin Haverstock |  | High Commissioner to Kiribati | NZ"],
        ),
        (
            "IN",
            "Shri Anil Verma is the first Indian Defence Minister to go there.",
            &["Anil Verma |  | Defence Minister | IN"],
        ),
        (
            "NZ",
            "Colin Haverstock was Foreign Minister Ana Rata's guest.",
            &["Ana Rata |  | Foreign Minister | NZ"],
        ),
    ]);
}

#[test]
fn an_address_with_its_article_stands_between_office_and_name() {
    check(&[
        (
            "NZ",
            "Foreign Minister Jan Wetherby and Pacific Peoples Minister the Hon Sione Tuila came.",
            &["Jan Wetherby |  | Foreign Minister | NZ", "Sione Tuila |  | Pacific Peoples Minister | NZ"],
        ),
        (
            "AU",
            "He welcomed the Minister for Industry and Science Senator the Hon Arthur Sinclair.",
            &["Arthur Sinclair |  | Minister for Industry and Science; Senator | AU"],
        ),
        (
            "AU",
            "Senator the Honourable Rod Kemble, Minister for Sport and Senator the Honourable Sandy Donald left.",
            &["Rod Kemble |  | Senator; Minister for Sport | AU", "Sandy Donald |  | Senator | AU"],
        ),
    ]);
}

#[test]
fn an_office_goes_on_after_a_verb_and_through_a_body_in_small_letters() {
    check(&[
        (
            "US",
            "Special Envoy to Advance the Human Rights of Older Persons Dana Reed left.",
            &["Dana Reed |  | Special Envoy to Advance the Human Rights of Older Persons | US"],
        ),
        (
            "CH",
            "Ambassador Luca Bernardi, head of the Swiss representation in Tbilisi, spoke.",
            &["Luca Bernardi |  | Ambassador; head of the Swiss representation in Tbilisi | CH"],
        ),
        (
            "GB",
            "Police and Crime Commissioner for Kent Matthew Sutton opened it.",
            &["Matthew Sutton |  | Police and Crime Commissioner for Kent | GB"],
        ),
        (
            "GB",
            "Air Vice-Marshal Helen Torrance CBE, Defence Attaché in Paris, left.",
            &["Helen Torrance | Air Vice-Marshal | Defence Attaché in Paris | GB"],
        ),
    ]);
}

#[test]
fn who_holds_a_private_post_is_no_official() {
    check(&[
        ("GB", "Noura Hale, Managing Director of Gulf Ports Group, spoke.", &[]),
        ("GB", "Associate Professor Jane Holt agreed with Professor Ann Ray.", &[]),
        ("AU", "Farmers Association President John Hale agreed.", &[]),
        ("GB", "Ann Ray, Chairman of the Ostby Football Club, left.", &[]),
        (
            "US",
            "Kristal Gregor, Managing Director of the International Monetary Fund, left.",
            &["Kristal Gregor |  | Managing Director of the International Monetary Fund | "],
        ),
        (
            "GB",
            "Ann Ray, Chief Executive Officer of the Food Agency, left.",
            &["Ann Ray |  | Chief Executive Officer of the Food Agency | GB"],
        ),
    ]);
}

#[test]
fn those_of_a_european_body_serve_the_union() {
    check(&[(
        "US",
        "European Council President Charline Michels met European Commissioner for Trade Oskar Varga.",
        &[
            "Charline Michels |  | European Council President | EU",
            "Oskar Varga |  | European Commissioner for Trade | EU",
        ],
    )]);
}

#[test]
fn nobles_are_known_by_their_title() {
    check(&[
        (
            "GB",
            "His Royal Highness The Duke of Gloucester joined them. The Duke thanked them.",
            &["Duke of Gloucester |  | Duke of Gloucester | GB"],
        ),
        ("GB", "Prince William, The Duke of Ostby, left.", &["William |  | Prince; Duke of Ostby | GB"]),
        ("GB", "They won The Duke of Ostby's Award at the Prince of Ostby Hospital.", &[]),
    ]);
}

#[test]
fn a_bank_keeps_its_country_and_a_base_its_name() {
    check(&[
        (
            "FI",
            "Governor of the Bank of Finland Olli Rehnqvist spoke.",
            &["Olli Rehnqvist |  | Governor of the Bank of Finland | FI"],
        ),
        (
            "GB",
            "Group Captain James Parker, Station Commander of RAF Ostby, left.",
            &["James Parker | Group Captain | Station Commander of RAF Ostby | GB"],
        ),
        (
            "GB",
            "Menna Rawling, Her Majesty’s Ambassador to France, left.",
            &["Menna Rawling |  | Ambassador to France | GB"],
        ),
        ("GB", "Scottish Secretary Alister Jackson left.", &["Alister Jackson |  | Scottish Secretary | GB"]),
    ]);
}

#[test]
fn a_surname_may_be_any_noun_before_an_office() {
    check(&[
        ("NZ", "Ana Hill, the Trade Minister, told them.", &["Ana Hill |  | Trade Minister | NZ"]),
        ("AU", "Alan Price, Minister for Trade, left.", &["Alan Price |  | Minister for Trade | AU"]),
    ]);
}

#[test]
fn ambassadors_of_several_countries_have_one_each() {
    check(&[
        (
            "CA",
            "The Ambassadors of Latvia and Lithuania, Ilze Ozola and Tomas Vaitkus, joined them.",
            &["Ilze Ozola |  | Ambassador of Latvia | LV", "Tomas Vaitkus |  | Ambassador of Lithuania | LT"],
        ),
        (
            "KE",
            "He received Ambassadors Pieter Hoekstra (Netherlands) and Marta Berg (Poland).",
            &["Pieter Hoekstra |  | Ambassador | NL", "Marta Berg |  | Ambassador | PL"],
        ),
    ]);
}

#[test]
fn an_office_is_held_in_a_part_of_the_government_or_in_a_field_in_parentheses() {
    check(&[
        (
            "ZA",
            "The Minister in the Presidency for Planning and Evaluation, Dr Nomvula Sithebe, spoke.",
            &["Nomvula Sithebe |  | Minister in the Presidency for Planning and Evaluation | ZA"],
        ),
        (
            "JM",
            "The Permanent Secretary in the Ministry of Health, Errol Pusey, spoke.",
            &["Errol Pusey |  | Permanent Secretary in the Ministry of Health | JM"],
        ),
        ("FI", "The Minister in Tallinn was Aino Virta.", &[]),
        (
            "IN",
            "Secretary (West), Shri Anupam Ghoshal, left.",
            &["Anupam Ghoshal |  | Secretary (West) | IN"],
        ),
        (
            "US",
            "Chargé d'Affaires, a.i. Todd Blankenship left.",
            &["Todd Blankenship |  | Chargé d'Affaires | US"],
        ),
    ]);
}

#[test]
fn a_field_ends_before_the_next_of_a_list() {
    check(&[
        (
            "CA",
            "She spoke with Jon Kalnins, Latvia's Minister of Foreign Affairs, and Rasa Petrauskas, Lithuania's \
             Minister of Foreign Affairs.",
            &[
                "Jon Kalnins |  | Minister of Foreign Affairs | LV",
                "Rasa Petrauskas |  | Minister of Foreign Affairs | LT",
            ],
        ),
        (
            "ZA",
            "Minister Lubabalo Mqhayi, and the Director-General of the Department of Health (DOH), Ambassador Kgosi \
             Motlhabane, left.",
            &[
                "Lubabalo Mqhayi |  | Minister | ZA",
                "Kgosi Motlhabane |  | Director-General of the Department of Health; Ambassador | ZA",
            ],
        ),
    ]);
}

#[test]
fn a_peer_has_a_seat() {
    check(&[(
        "GB",
        "Lord Ashgrove of Netherby met the Trade Minister, Baroness Tulliver. Lord Ashgrove then left.",
        &["Lord Ashgrove of Netherby |  |  | GB", "Tulliver |  | Trade Minister | GB"],
    )]);
}

#[test]
fn a_post_shared_with_a_company_makes_no_official() {
    check(&[
        ("US", "Ray Tolliver, President and CEO of Acme Dynamics, left.", &[]),
        ("AU", "They met Mr Chris Lynch, Executive Director, BHP Billiton.", &[]),
    ]);
}

#[test]
fn an_abbreviated_office_is_the_office() {
    check(&[(
        "US",
        "They called Sudanese PM Abdalla Hamdok. Prime Minister Abdalla Hamdok thanked them.",
        &["Abdalla Hamdok |  | Prime Minister | SD"],
    )]);
}

#[test]
fn a_surname_that_ends_as_an_abstract_noun_is_a_surname() {
    check(&[("AU", "High Commissioner Peta Harkness left.", &["Peta Harkness |  | High Commissioner | AU"])]);
}

#[test]
fn whoever_accompanies_a_visitor_serves_the_same_country() {
    check(&[(
        "SG",
        "Prime Minister of Malta Karmenu Zahra is visiting Singapore. He is accompanied by Minister for Trade \
         Evarist Camilleri.",
        &[
            "Karmenu Zahra |  | Prime Minister of Malta | MT",
            "Evarist Camilleri |  | Minister for Trade | MT",
        ],
    )]);
}

#[test]
fn a_rank_may_hold_a_number() {
    check(&[(
        "GB",
        "Warrant Officer Class 1 Dean Ruddock left.",
        &["Dean Ruddock | Warrant Officer Class 1 |  | GB"],
    )]);
}
