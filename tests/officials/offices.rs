//! Offices: what completes them, where they end, whose they are, and which country they are of.

use newsdesk::{Block, Extractor, Story};

use super::check;

#[test]
fn a_body_after_a_comma_completes_an_office() {
    check(&[
        (
            "AU",
            "Mr D. Ruddle, Secretary, Department of Veterans' Affairs, has retired.",
            &["D. Ruddle |  | Secretary, Department of Veterans' Affairs | AU"],
        ),
        (
            "NG",
            "The Director, Defence Information, Brigadier General Tukur Bello, spoke.",
            &["Tukur Bello | Brigadier General | Director, Defence Information | NG"],
        ),
        (
            "US",
            "Army Gen. Curtis Vance, commander, U.S. European Command, left.",
            &["Curtis Vance | Gen. | commander, U.S. European Command | US"],
        ),
        (
            "IN",
            "The Chairman, Dr Ana Virta, spoke to the Director, Mr Ola Berg.",
            &["Ana Virta |  | Chairman | IN", "Ola Berg |  | Director | IN"],
        ),
    ]);
}

#[test]
fn a_head_before_another_is_an_adjective() {
    check(&[(
        "US",
        "Chief Pentagon Spokesperson Dana Whitlow and Principal Deputy Coordinator for Counterterrorism Chris \
         Lund spoke.",
        &[
            "Dana Whitlow |  | Chief Pentagon Spokesperson | US",
            "Chris Lund |  | Principal Deputy Coordinator for Counterterrorism | US",
        ],
    )]);
}

#[test]
fn a_seat_may_end_in_a_quarter() {
    check(&[(
        "CA",
        "She came with Harpreet Dhillon, Parliamentary Secretary to the Minister of Trade and Member of Parliament \
         for Surrey South, by train.",
        &[
            "Harpreet Dhillon |  | Parliamentary Secretary to the Minister of Trade; Member of Parliament for Surrey \
           South | CA",
        ],
    )]);
}

#[test]
fn an_office_after_serving_as_is_not_the_next_persons() {
    check(&[(
        "US",
        "Ana Berg is serving as Deputy Assistant Secretary for Security, Ola Lund is her deputy.",
        &["Ana Berg |  | Deputy Assistant Secretary for Security | US"],
    )]);
}

#[test]
fn a_field_may_be_called_like_a_city() {
    check(&[(
        "IE",
        "The Secretary General of the Department of Enterprise, Trade and Employment, Dr Ana Virta, spoke.",
        &["Ana Virta |  | Secretary General of the Department of Enterprise, Trade and Employment | IE"],
    )]);
}

#[test]
fn a_field_may_stand_within_a_european_office() {
    check(&[(
        "DK",
        "European Transport Commissioner Violeta Bulin spoke.",
        &["Violeta Bulin |  | European Transport Commissioner | EU"],
    )]);
}

#[test]
fn a_counterpart_holds_the_same_office() {
    check(&[
        (
            "FI",
            "In Riga Foreign Minister Ana Virta met her Swedish counterpart, Ola Berg.",
            &["Ana Virta |  | Foreign Minister | FI", "Ola Berg |  | Foreign Minister | SE"],
        ),
        (
            "FR",
            "Minister for Europe Jean Lavigne came with his Italian and German counterparts, Luigi di Marco and \
             Hanna Maas.",
            &[
                "Jean Lavigne |  | Minister for Europe | FR",
                "Luigi di Marco |  | Minister for Europe | IT",
                "Hanna Maas |  | Minister for Europe | DE",
            ],
        ),
        (
            "US",
            "Secretary Aino Blake met her Saudi counterpart, Ola Berg.",
            &["Aino Blake |  | Secretary | US", "Ola Berg |  |  | SA"],
        ),
    ]);
}

#[test]
fn a_place_before_an_office_is_of_its_title() {
    check(&[
        (
            "KE",
            "Turkana County Governor Josphat Nyoka and Copenhagen mayor Frank Jespersen spoke.",
            &[
                "Josphat Nyoka |  | Turkana County Governor | KE",
                "Frank Jespersen |  | Copenhagen mayor | DK",
            ],
        ),
        ("KE", "Nairobi Senator Johnson Sakwa left.", &["Johnson Sakwa |  | Nairobi Senator | KE"]),
    ]);
}

#[test]
fn an_office_in_a_complement_ends_before_the_name() {
    check(&[
        (
            "LK",
            "Secretary to the President Nandika Sena spoke.",
            &["Nandika Sena |  | Secretary to the President | LK"],
        ),
        (
            "LK",
            "He came with Deputy Minister of Defence Major General (Retired) Aruna Jaya and Secretary to the Ministry \
             of Defence Air Vice Marshal (Retd) Sampath Thula.",
            &[
                "Aruna Jaya | Major General | Deputy Minister of Defence | LK",
                "Sampath Thula | Air Vice Marshal | Secretary to the Ministry of Defence | LK",
            ],
        ),
    ]);
}

#[test]
fn a_state_at_home_is_no_capital_abroad() {
    check(&[(
        "AU",
        "I have spoken with the Premiers of New South Wales and Victoria, Mr Askham and Sir Henry Bolt, and with the \
         Treasurer, Mr Burrow.",
        &[
            "Askham |  | Premier of New South Wales | AU",
            "Henry Bolt |  | Premier of Victoria | AU",
            "Burrow |  | Treasurer | AU",
        ],
    )]);
}

#[test]
fn an_office_may_be_told_of_a_pronoun_or_in_a_clause() {
    check(&[
        (
            "AU",
            "Ms Ana Virta was congratulated on her appointment as Consul-General in Chicago.",
            &["Ana Virta |  | Consul-General in Chicago | AU"],
        ),
        (
            "GB",
            "His Excellency Mr. Tomas Grabow presented his Letters of Credence as Ambassador from Poland.",
            &["Tomas Grabow |  | Ambassador from Poland | PL"],
        ),
        (
            "AU",
            "Dana Holt, who is the Secretary for Health, spoke.",
            &["Dana Holt |  | Secretary for Health | AU"],
        ),
    ]);
}

#[test]
fn the_high_representative_is_the_unions() {
    check(&[(
        "DE",
        "The High Representative, Josep Borrull, chairs the Council.",
        &["Josep Borrull |  | High Representative | EU"],
    )]);
}

#[test]
fn a_complement_ends_before_a_time_and_before_the_author() {
    check(&[
        (
            "AU",
            "Mr Kim Joyce was appointed Director General of Ostby Police on 14 December.",
            &["Kim Joyce |  | Director General of Ostby Police | AU"],
        ),
        (
            "AU",
            "Ms Karen Anders will be Chair of the Committee on Public Works and I thank her.",
            &["Karen Anders |  | Chair of the Committee on Public Works | AU"],
        ),
    ]);
}

#[test]
fn whoever_is_congratulated_gets_the_office() {
    check(&[(
        "AU",
        "Foreign Minister Ana Virta spoke with Mr Yair Lemberg and congratulated him on his appointment as Alternate \
         Prime Minister.",
        &["Ana Virta |  | Foreign Minister | AU", "Yair Lemberg |  | Alternate Prime Minister | AU"],
    )]);
}

#[test]
fn a_state_follows_the_name_of_its_governor() {
    check(&[(
        "CA",
        "Governor Ana Virta of California and the Ambassador of Peru to the Court of St James's spoke.",
        &["Ana Virta |  | Governor | US"],
    )]);
}

#[test]
fn delegates_serve_the_country_of_their_delegation() {
    check(&[(
        "LK",
        "The Maldivian delegation included Foreign Minister Abdulla Khalid, Minister of Homeland Security Ali Ihusan \
         and Ambassador Masood Iman, while Sri Lanka was represented by Minister of Transport Bimal Ratnasiri.",
        &[
            "Abdulla Khalid |  | Foreign Minister | MV",
            "Ali Ihusan |  | Minister of Homeland Security | MV",
            "Masood Iman |  | Ambassador | MV",
            "Bimal Ratnasiri |  | Minister of Transport | LK",
        ],
    )]);
    check(&[(
        "LK",
        "The Maldivian delegation led by Foreign Minister Abdulla Khalid met Minister of Transport Bimal Ratnasiri.",
        &["Abdulla Khalid |  | Foreign Minister | MV", "Bimal Ratnasiri |  | Minister of Transport | LK"],
    )]);
}

#[test]
fn a_capacity_is_that_of_the_name_to_come() {
    check(&[(
        "AU",
        "Prime Minister Ola Berg left. In his official capacity as Director of Ostby Police, Mr Ivo Lind stayed.",
        &["Ola Berg |  | Prime Minister | AU", "Ivo Lind |  | Director of Ostby Police | AU"],
    )]);
}

#[test]
fn an_office_after_an_indefinite_article_is_an_appositive() {
    check(&[(
        "AU",
        "With him were Sir Ola Berg, Secretary of the Treasury, and Mr. G. J. Yarrow, an Assistant Secretary of the Prime Minister's Department.",
        &[
            "Ola Berg |  | Secretary of the Treasury | AU",
            "G. J. Yarrow |  | Assistant Secretary of the Prime Minister's Department | AU",
        ],
    )]);
}

#[test]
fn a_verb_is_no_post_and_nor_is_a_list_of_leaders() {
    check(&[
        ("US", "She will host Foreign Minister Urmas Paas.", &["Urmas Paas |  | Foreign Minister | "]),
        (
            "US",
            "In a meeting with Rwanda's leaders, Ambassador Greenhill thanked President Mugisha.",
            &["Greenhill |  | Ambassador | US", "Mugisha |  | President | RW"],
        ),
    ]);
}

#[test]
fn somebody_is_reappointed_to_an_office() {
    check(&[(
        "AU",
        "Mr. John Birch has been re-appointed Government Whip in the House of Representatives.",
        &["John Birch |  | Government Whip | AU"],
    )]);
}

#[test]
fn a_long_body_stands_before_a_post_and_after_it() {
    check(&[(
        "US",
        "Deputy Director for Climate at the White House Office of Energy Policy Dr. Jane Lubeck and White House Council on Environmental Quality Chair Ana Mallow came.",
        &[
            "Jane Lubeck |  | Deputy Director for Climate at the White House Office of Energy Policy | US",
            "Ana Mallow |  | White House Council on Environmental Quality Chair | US",
        ],
    )]);
}

#[test]
fn a_noun_in_small_letters_ends_what_somebody_heads() {
    check(&[(
        "GB",
        "Professor Ann Louth, Clinical Adviser for the Clear Skies campaign, agreed.",
        &["Ann Louth |  | Clinical Adviser for the Clear Skies campaign | GB"],
    )]);
}

#[test]
fn a_field_ends_where_an_office_of_another_country_begins() {
    check(&[(
        "LK",
        "The Secretary General of the Communist Party of Vietnam Nguyen Lan and Vietnamese Minister of Trade Lam Quang spoke.",
        &[
            "Nguyen Lan |  | Secretary General of the Communist Party | VN",
            "Lam Quang |  | Minister of Trade | VN",
        ],
    )]);
}

#[test]
fn an_office_on_the_line_below_a_name_is_the_signers() {
    let blocks = ["We are grateful for the support.", "Fiona Strand", "Minister for Children", "Department"];
    let story = blocks.into_iter().map(Block::paragraph).fold(Story::new(""), Story::with_block);
    let facts = Extractor::new().extract(story).facts;
    let offices: Vec<String> = facts.officials[0].roles.iter().map(ToString::to_string).collect();
    assert_eq!(
        (facts.officials[0].label().as_str(), offices),
        ("Fiona Strand", vec!["Minister for Children".to_owned()])
    );
}

#[test]
fn a_successor_takes_on_the_offices_of_the_predecessor() {
    check(&[(
        "AU",
        "Mark Drayton will replace Ms Roxley as Attorney-General and Minister for Emergency Management.",
        &[
            "Mark Drayton |  | Attorney-General; Minister for Emergency Management | AU",
            "Roxley |  | Attorney-General; Minister for Emergency Management | AU",
        ],
    )]);
}

#[test]
fn the_next_holder_stands_after_the_office_too() {
    check(&[
        (
            "AU",
            "The next Ambassador to Peru will be Ms Ana Virta. The Chief of Army is Lieutenant General Ola Berg.",
            &["Ana Virta |  | Ambassador to Peru | AU", "Ola Berg | Lieutenant General | Chief of Army | AU"],
        ),
        ("AU", "Minister for Defence: Ms Ana Virta MP", &["Ana Virta |  | Minister for Defence | AU"]),
        ("AU", "Minister for Defence: Ms Ana Virta is right.", &[]),
    ]);
}

#[test]
fn an_office_that_somebody_will_hold_is_not_the_next_ones() {
    check(&[(
        "AU",
        "Ana Virta will become Minister for Trade and Senator Ola Berg will be Minister for Sport.",
        &["Ana Virta |  | Minister for Trade | AU", "Ola Berg |  | Senator; Minister for Sport | AU"],
    )]);
}

#[test]
fn whoever_works_for_an_office_does_not_hold_it() {
    check(&[(
        "AU",
        "The members are Mr. W. C. Westwood, MP, and Mr. E. J. Foxton, Prime Minister's Department.",
        &["W. C. Westwood |  |  | AU"],
    )]);
}

#[test]
fn offices_that_a_sentence_gives_its_subject_further_on_are_the_subjects() {
    check(&[
        (
            "AU",
            "Ms Ana Virta is a senior career officer and was most recently Assistant Secretary, Southern Europe \
             Branch. Mr Ola Berg has previously served overseas as Deputy High Commissioner to Kenya and as \
             Consul-General in Houston. He is currently First Assistant Secretary of the Pacific Division.",
            &[
                "Ana Virta |  | Assistant Secretary, Southern Europe Branch | AU",
                "Ola Berg |  | Deputy High Commissioner to Kenya; Consul-General in Houston; First Assistant \
                 Secretary of the Pacific Division | AU",
            ],
        ),
        // The office is not that of whom she met.
        (
            "AU",
            "Minister Ana Virta met Minister Ola Berg and the then Ambassador to Kenya.",
            &["Ana Virta |  | Minister | AU", "Ola Berg |  | Minister | AU"],
        ),
    ]);
}

#[test]
fn an_oath_or_an_entry_leads_to_an_office() {
    check(&[
        (
            "LC",
            "Hon. Jeanine Polius was sworn in as Minister for Tourism and Senator Lisa Mondesir takes the oath as \
             Minister in the Ministry of Health.",
            &[
                "Jeanine Polius |  | Minister for Tourism | LC",
                "Lisa Mondesir |  | Senator; Minister in the Ministry of Health | LC",
            ],
        ),
        (
            "EU",
            "Ms Ilse Vandeputte, a Belgian national, currently Deputy Director-General of Trade, will become \
             Director-General for Budget.",
            &["Ilse Vandeputte |  | Deputy Director-General of Trade; Director-General for Budget | EU"],
        ),
        (
            "CA",
            "Premier Dale Hutchison has named Selina Fong as minister of energy.",
            &["Dale Hutchison |  | Premier | CA", "Selina Fong |  | minister of energy | CA"],
        ),
    ]);
}

#[test]
fn a_list_of_offices_after_a_name_goes_on_at_commas() {
    check(&[(
        "AE",
        "Also present was Khalid Al Marri, Vice President, Deputy Prime Minister and Chairman of the Presidential \
         Court.",
        &[
            "Khalid Al Marri |  | Vice President; Deputy Prime Minister; Chairman of the Presidential Court | AE",
        ],
    )]);
}

#[test]
fn ambassadors_may_be_named_country_by_country() {
    check(&[(
        "AE",
        "He received the ambassadors of Ghana, Kwame Boadu, and of Uruguay, Lucía Ferrando, at the palace.",
        &["Kwame Boadu |  | Ambassador | GH", "Lucía Ferrando |  | Ambassador | UY"],
    )]);
}

#[test]
fn who_took_office_holds_it() {
    check(&[
        (
            "US",
            "Ana Virta was sworn in as Deputy Secretary of State. Ola Berg took office as Governor of Ohio.",
            &["Ana Virta |  | Deputy Secretary of State | US", "Ola Berg |  | Governor of Ohio | US"],
        ),
        ("US", "Ana Virta took over in Ohio, Governor Ola Berg said.", &["Ola Berg |  | Governor | US"]),
    ]);
}

#[test]
fn a_title_ends_before_initials_and_takes_a_saint_whole() {
    check(&[
        (
            "LK",
            "Secretary to the Treasury K. M. Sena Virta spoke.",
            &["K. M. Sena Virta |  | Secretary to the Treasury | LK"],
        ),
        (
            "JM",
            "Member of Parliament for St. Catherine North Central, Ana Virta, and Accountant General Ms. Una Berg spoke.",
            &[
                "Ana Virta |  | Member of Parliament for St. Catherine North Central | JM",
                "Una Berg |  | Accountant General | JM",
            ],
        ),
    ]);
}
