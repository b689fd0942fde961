//! Meetings crossed: each way to tell of one with each way to build a sentence around it.

use super::super::told::meetings;

/// What A does with B, in the past, as an infinitive and as a participle.
const VERBS: [(&str, &str, &str, &str); 10] = [
    ("met", "meet", "meeting", "in_person"),
    ("held talks with", "hold talks with", "holding talks with", "in_person"),
    ("received", "receive", "receiving", "in_person"),
    ("conferred with", "confer with", "conferring with", "in_person"),
    ("paid a courtesy call on", "pay a courtesy call on", "paying a courtesy call on", "in_person"),
    ("had an audience with", "have an audience with", "having an audience with", "in_person"),
    (
        "hosted a dinner in honour of",
        "host a dinner in honour of",
        "hosting a dinner in honour of",
        "in_person",
    ),
    ("spoke by phone with", "speak by phone with", "speaking by phone with", "call"),
    (
        "had a telephone conversation with",
        "have a telephone conversation with",
        "having a telephone conversation with",
        "call",
    ),
    (
        "held a videoconference with",
        "hold a videoconference with",
        "holding a videoconference with",
        "virtual",
    ),
];

#[test]
fn every_verb_fits_every_sentence() {
    const A: &str = "Foreign Minister Aino Virta";
    const B: &str = "Prime Minister Ivo Novak of Serbia";
    for (past, base, participle, mode) in VERBS {
        for text in [
            format!("{A} {past} {B} in Oslo on Tuesday."),
            format!("{A} will {base} {B} in Oslo next week."),
            format!("{A} travelled to Oslo on Tuesday to {base} {B}."),
            format!("{A} is in Oslo, where she {past} {B}."),
            format!("{A} opened a fair and {past} {B}."),
            format!("{A} arrived in Oslo. The Minister also {past} {B}."),
            format!("After {participle} {B}, {A} flew home."),
            format!("Trade will grow, {A} said after {participle} {B}."),
        ] {
            let told = meetings("FI", &text);
            let party = ["Aino Virta / Ivo Novak", mode].join(" ");
            assert!(told.len() == 1 && told[0].starts_with(&party), "{text}: {told:?}");
        }
    }
}

#[test]
fn both_sides_are_found_however_they_are_told() {
    for (text, told) in [
        (
            "Minister Aino Virta, accompanied by Minister Jari Horn, met President Ivo Novak of Serbia.",
            "Aino Virta + Jari Horn / Ivo Novak",
        ),
        (
            "Minister Aino Virta, along with Minister Jari Horn, held talks with President Ivo Novak of Serbia.",
            "Aino Virta + Jari Horn / Ivo Novak",
        ),
        (
            "Minister Aino Virta and Minister Jari Horn visited Oslo. They held talks with President Ivo Novak of Serbia.",
            "Aino Virta + Jari Horn / Ivo Novak",
        ),
        (
            "Minister Aino Virta of Finland and President Ivo Novak of Serbia opened a fair. The two then held a bilateral meeting.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Minister Aino Virta visited Serbia. Among those she met were President Ivo Novak and Speaker Ana Kos.",
            "Aino Virta / Ivo Novak + Ana Kos",
        ),
        (
            "Minister Aino Virta thanked President Ivo Novak of Serbia when they met in Oslo.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Minister Aino Virta thanked President Ivo Novak of Serbia, with whom she held talks in Oslo.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Receiving President Ivo Novak of Serbia in Turku, Minister Aino Virta praised trade.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "After being received by President Ivo Novak of Serbia, Minister Aino Virta flew home.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Minister Aino Virta was granted an audience by President Ivo Novak of Serbia.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Minister Aino Virta reviewed bilateral relations with President Ivo Novak of Serbia.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "President Aino Virta accepted the letters of credence of Ivo Novak, Ambassador of Serbia.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Minister Aino Virta met President Ivo Novak, where she discussed trade, and Speaker Ana Kos, where the focus was on energy.",
            "Aino Virta / Ivo Novak + Ana Kos",
        ),
        (
            "Minister Aino Virta met the Presidents of Serbia, Ivo Novak, and Slovenia, Ana Kos.",
            "Aino Virta / Ivo Novak + Ana Kos",
        ),
        (
            "Minister Aino Virta also met with Minister Ivo Novak; Minister Ana Kos and Speaker Jan Lind.",
            "Aino Virta / Ivo Novak + Ana Kos + Jan Lind",
        ),
        (
            "Meeting of Minister Aino Virta with President Ivo Novak of Serbia took place in Oslo.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Minister Jari Horn joined Minister Aino Virta in her meeting with President Ivo Novak of Serbia.",
            "Jari Horn + Aino Virta / Ivo Novak",
        ),
        (
            "Minister Aino Virta met key contacts in Oslo, including President Ivo Novak and Speaker Ana Kos.",
            "Aino Virta / Ivo Novak + Ana Kos",
        ),
        (
            "President Aino Virta received from His Excellency Mr Ivo Novak, Letters of Credence accrediting him as Ambassador of Serbia.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "President Aino Virta received credentials from the new Ambassador of Serbia, Ivo Novak.",
            "Aino Virta / Ivo Novak",
        ),
        (
            "Presenting his letters of credence to President Aino Virta was Ivo Novak, Ambassador of Serbia.",
            "Ivo Novak / Aino Virta",
        ),
        (
            "Minister Aino Virta met her counterparts from Chile, Peru, Kenya, Ghana, Japan and Bosnia and Herzegovina.",
            "Aino Virta / counterparts from Chile, Peru, Kenya, Ghana, Japan and Bosnia and Herzegovina",
        ),
    ] {
        assert_eq!(meetings("FI", text), [format!("{told} in_person completed")], "{text}");
    }
    let planned = "Minister Aino Virta will visit Serbia. Meetings are planned with President Ivo Novak and Speaker Ana Kos.";
    assert_eq!(meetings("FI", planned), ["Aino Virta / Ivo Novak + Ana Kos in_person planned"]);
    let call =
        "During the call, Minister Aino Virta of Finland and President Ivo Novak of Serbia discussed trade.";
    assert_eq!(meetings("FI", call), ["Aino Virta / Ivo Novak call completed"]);
    let list = "Minister Aino Virta visited Oslo and held the following meetings:\n- President Ivo Novak of Serbia\n- Speaker Ana Kos of Slovenia";
    assert_eq!(
        meetings("FI", list),
        ["Aino Virta / Ivo Novak in_person completed", "Aino Virta / Ana Kos in_person completed"]
    );
}

#[test]
fn who_is_only_named_beside_others_met_nobody() {
    for none in [
        "Minister Aino Virta called President Ivo Novak of Serbia a friend.",
        "Minister Aino Virta, accompanied by Minister Jari Horn, said that trade would grow.",
        "Minister Aino Virta and President Ivo Novak of Serbia attended the ceremony. They were elected in 2020.",
        "The two sides have good relations. Minister Aino Virta thanked President Ivo Novak of Serbia.",
        "Among the officials honoured were Minister Aino Virta and President Ivo Novak of Serbia.",
        "Receiving the award, Minister Aino Virta thanked President Ivo Novak of Serbia.",
        "Minister Aino Virta reviewed the guard of honour.",
        "Minister Jari Horn will accompany Minister Aino Virta to the meeting of the Council.",
        "If Minister Aino Virta meets President Ivo Novak of Serbia, she will thank him.",
        "Minister Aino Virta called for talks with President Ivo Novak of Serbia.",
        "Meetings are planned with farmers. Minister Aino Virta will open a fair.",
        "The meeting of the Committee with President Ivo Novak in the chair was short.",
        "Minister Aino Virta thanked President Ivo Novak, whose minister, with whom nobody talked, was ill.",
    ] {
        assert_eq!(meetings("FI", none), [""; 0], "{none}");
    }
}
