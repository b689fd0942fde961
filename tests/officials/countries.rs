//! Which country officials serve, where no title of theirs tells.

use super::check;

#[test]
fn colleagues_in_a_list_serve_the_country_of_the_first() {
    check(&[
        (
            "LK",
            "India’s Minister of Ports Asha Rao, National Security Adviser Ravi Nair and Foreign Secretary Meera Pillai joined the talks.",
            &[
                "Asha Rao |  | Minister of Ports | IN",
                "Ravi Nair |  | National Security Adviser | IN",
                "Meera Pillai |  | Foreign Secretary | IN",
            ],
        ),
        (
            "AU",
            "The Chancellor of the Federal Republic of Germany, Dr Ute Brandt, and Finance Minister Wolfgang Kern attended.",
            &[
                "Ute Brandt |  | Chancellor of the Federal Republic of Germany | DE",
                "Wolfgang Kern |  | Finance Minister | DE",
            ],
        ),
        (
            "GB",
            "In Brasilia, the Minister met Vice President Geraldo Prado, Environment Minister Marina Luz and others.",
            &["Geraldo Prado |  | Vice President | BR", "Marina Luz |  | Environment Minister | BR"],
        ),
    ]);
}

#[test]
fn our_own_in_a_list_with_foreigners_stay_ours() {
    check(&[
        (
            "AU",
            "PNG Foreign Minister Rua Pala and Minister for Trade Craig Arden signed the agreement.",
            &["Rua Pala |  | Foreign Minister | PG", "Craig Arden |  | Minister for Trade | AU"],
        ),
        (
            "US",
            "She met with Latvian Foreign Minister Edgars Rinks and Ambassador John Carwell.",
            &["Edgars Rinks |  | Foreign Minister | LV", "John Carwell |  | Ambassador | US"],
        ),
        (
            "AU",
            "Secretary Ana Virta spoke. She praised the Estonian President, I said, and the Premier of Victoria, Ms Joan Karner.",
            &["Ana Virta |  | Secretary | AU", "Joan Karner |  | Premier of Victoria | AU"],
        ),
    ]);
}

#[test]
fn a_title_with_another_country_is_somebody_else() {
    check(&[
        (
            "NZ",
            "Foreign Minister Tama Rewi met the Fijian Foreign Minister in Suva.",
            &["Tama Rewi |  | Foreign Minister | NZ"],
        ),
        (
            "AU",
            "Prime Minister Jill Garland spoke today. A statement of the Malaysian Prime Minister followed.",
            &["Jill Garland |  | Prime Minister | AU"],
        ),
        (
            "AU",
            "Ambassador Wang Ying was China's Permanent Representative to the United Nations.",
            &["Wang Ying |  | Ambassador; Permanent Representative to the United Nations | CN"],
        ),
    ]);
}

#[test]
fn officials_of_bodies_of_several_states_serve_none() {
    check(&[
        (
            "LK",
            "World Bank Vice President Martin Rauch and the Secretary General of the Organization of American States, Luis Prado, spoke.",
            &[
                "Martin Rauch |  | World Bank Vice President | ",
                "Luis Prado |  | Secretary General of the Organization of American States | ",
            ],
        ),
        (
            "US",
            "In Vienna she met OSCE Secretary General Helga Moser.",
            &["Helga Moser |  | OSCE Secretary General | "],
        ),
        (
            "AU",
            "Our Ambassador to the OECD, Ms Ana Virta, was there.",
            &["Ana Virta |  | Ambassador to the OECD | AU"],
        ),
        (
            "GB",
            "Under-Secretary-General for Humanitarian Affairs Martin Gale asked for access.",
            &["Martin Gale |  | Under-Secretary-General for Humanitarian Affairs | UN"],
        ),
    ]);
}

#[test]
fn a_guest_is_of_no_country_that_receives_him() {
    check(&[(
        "LK",
        "Vietnamese Minister of Public Security Lam Quang received Minister Vijith Perera in Hanoi.",
        &["Lam Quang |  | Minister of Public Security | VN", "Vijith Perera |  | Minister | LK"],
    )]);
}

#[test]
fn a_foreign_minister_is_none_of_the_united_kingdoms() {
    check(&[(
        "GB",
        "The Foreign Secretary spoke to Foreign Minister Danylo Kravets, who told him of events in Ukraine.",
        &["Danylo Kravets |  | Foreign Minister | UA"],
    )]);
}

#[test]
fn their_ambassador_is_of_the_embassy_named_before() {
    check(&[(
        "AU",
        "The Japanese Embassy in Canberra said that their ambassador here, Mr Sumio Kubo, would attend.",
        &["Sumio Kubo |  | ambassador | JP"],
    )]);
}

#[test]
fn whoever_visits_a_country_as_a_whole_is_of_another() {
    check(&[
        (
            "AU",
            "After talks in Chile, Foreign Minister Teodoro Rivas will visit Australia next week.",
            &["Teodoro Rivas |  | Foreign Minister | CL"],
        ),
        (
            "AU",
            "As announced by Prime Minister John Gorman, Crown Prince Akio of Japan will visit Australia in May.",
            &["John Gorman |  | Prime Minister | AU", "Akio |  | Crown Prince | JP"],
        ),
    ]);
}

#[test]
fn a_word_of_a_title_with_an_article_is_no_city() {
    check(&[(
        "LK",
        "Ven. Omala Sobhana, Chief Incumbent of the Temple, attended.",
        &["Omala Sobhana |  | Chief Incumbent of the Temple | LK"],
    )]);
}

#[test]
fn the_president_of_a_body_is_no_head_of_another_state() {
    check(&[
        (
            "AU",
            "I asked the President of the Arbitration Commission, Mr Ola Berg, to chair the conference.",
            &["Ola Berg |  | President of the Arbitration Commission | AU"],
        ),
        ("AU", "President Kennedy sent a message to Congress.", &["Kennedy |  | President | US"]),
        ("US", "I spoke with Foreign Minister Lapid today.", &["Lapid |  | Foreign Minister | IL"]),
    ]);
}

#[test]
fn an_office_that_one_state_alone_has_tells_it() {
    check(&[
        ("US", "Tánaiste Eoin Gilhooley left.", &["Eoin Gilhooley |  | Tánaiste | IE"]),
        ("US", "Federal Councillor Ursina Brunner left.", &["Ursina Brunner |  | Federal Councillor | CH"]),
    ]);
}

#[test]
fn a_town_of_several_countries_tells_none() {
    check(&[
        ("GB", "Bishop of Durham Ola Virta spoke.", &["Ola Virta |  | Bishop of Durham | GB"]),
        ("JM", "Mayor of Spanish Town, Ana Virta, spoke.", &["Ana Virta |  | Mayor of Spanish Town | JM"]),
    ]);
}
