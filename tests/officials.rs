//! Who is an official, with which rank, offices and country: a table for each way in which news names people.
//!
//! An expectation reads `name | rank | offices; … | country`.

#![cfg(feature = "extract")]

use newsdesk::{Block, Country, Extractor, Organisation, Story};

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
