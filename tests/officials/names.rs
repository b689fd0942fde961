//! Names that are unlike others, and names that share an office.

use super::check;

#[test]
fn a_rank_may_begin_with_a_number() {
    check(&[("US", "He thanked 1st Lt. Amelia Orton.", &["Amelia Orton | 1st Lt. |  | US"])]);
}

#[test]
fn a_second_syllable_in_small_letters_makes_a_name() {
    check(&[(
        "KR",
        "He met Oh Young-su, President of the Korea International Cooperation Agency (KOICA), and Chang Won-ho, \
         former Ambassador to Sri Lanka.",
        &[
            "Oh Young-su |  | President of the Korea International Cooperation Agency | KR",
            "Chang Won-ho |  | Ambassador to Sri Lanka | KR",
        ],
    )]);
}

#[test]
fn names_after_an_office_in_the_plural_have_honorifics() {
    check(&[(
        "AU",
        "The Prime Ministers of Australia and New Zealand, the Rt Hon. Ola Virta, and the Rt Hon. J. R. Marsden, \
         met.",
        &[
            "Ola Virta |  | Prime Minister of Australia | AU",
            "J. R. Marsden |  | Prime Minister of New Zealand | NZ",
        ],
    )]);
}

#[test]
fn whoever_holds_an_office_may_stand_in_parentheses() {
    check(&[(
        "GB",
        "The Princess was received by the Lord-Lieutenant of Kent (Mr. Edward Harding).",
        &["Edward Harding |  | Lord-Lieutenant of Kent | GB"],
    )]);
}

#[test]
fn the_second_half_of_a_surname_may_be_a_noun() {
    check(&[(
        "AU",
        "He met the Lord Mayor of Adelaide, Sandy Verhoor-Lane, and others.",
        &["Sandy Verhoor-Lane |  | Lord Mayor of Adelaide | AU"],
    )]);
}

#[test]
fn several_peoples_share_an_office_in_the_plural() {
    check(&[(
        "LV",
        "The President met the Finnish and Swedish Prime Ministers, Sanna Mattila and Magda Anders.",
        &["Sanna Mattila |  | Prime Minister | FI", "Magda Anders |  | Prime Minister | SE"],
    )]);
}

#[test]
fn the_given_name_of_a_peer_stands_in_parentheses() {
    check(&[(
        "GB",
        "Lord (Tariq) Ashgrove of Netherby, Minister of State for South Asia, spoke.",
        &["Ashgrove |  | Minister of State for South Asia | GB"],
    )]);
}

#[test]
fn of_a_couple_the_husband_is_named() {
    check(&[(
        "GB",
        "Mr. and Mrs. Justin Wellsby were received on his appointment as British Ambassador to Morocco.",
        &["Justin Wellsby |  | Ambassador to Morocco | GB"],
    )]);
}

#[test]
fn a_title_right_after_an_office_is_a_surname() {
    check(&[(
        "AU",
        "His visit follows Foreign Minister Bishop’s visit to Ireland. Minister Bishop was glad.",
        &["Bishop |  | Foreign Minister | AU"],
    )]);
}

#[test]
fn relatives_share_a_surname_and_no_office() {
    check(&[
        (
            "US",
            "President Macaire's wife, Brigitte Macaire, visited a hospital. President Macaire was away.",
            &["Macaire |  | President | US"],
        ),
        (
            "AU",
            "The Prime Minister of Malta, Mr Edward Borg-Farrugia, accompanied by his wife, Mrs Borg-Farrugia, arrived. Prime Minister Borg-Farrugia spoke.",
            &["Edward Borg-Farrugia |  | Prime Minister of Malta | MT"],
        ),
    ]);
}

#[test]
fn two_nobles_share_the_seat_of_the_second() {
    check(&[
        (
            "GB",
            "The Duke and Duchess of Edinburgh visited a school.",
            &[
                "Duke of Edinburgh |  | Duke of Edinburgh | GB",
                "Duchess of Edinburgh |  | Duchess of Edinburgh | GB",
            ],
        ),
        (
            "GB",
            "Their Royal Highnesses The Prince and Princess of Wales left. The Prince spoke.",
            &["Prince of Wales |  | Prince of Wales | GB", "Princess of Wales |  | Princess of Wales | GB"],
        ),
    ]);
}
