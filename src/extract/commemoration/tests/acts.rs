//! Acts of remembrance, and who did them.

use super::*;

#[test]
fn each_act_is_read_by_its_evidence() {
    for (text, kind) in [
        ("He laid a wreath at Hill War Cemetery.", "wreath @ Hill War Cemetery"),
        ("The wreath-laying at the Cenotaph was short.", "wreath @ Cenotaph"),
        ("Wreaths were laid.", "wreath"),
        ("He took part in a wreathlaying at the Cenotaph.", "wreath @ Cenotaph"),
        ("She placed flowers on the Tomb of the Unknown Soldier.", "flowers @ Tomb of the Unknown Soldier"),
        ("They kept a minute’s silence.", "silence"),
        ("A moment of silence followed.", "silence"),
        ("They attended a memorial service at St Mark's Cathedral.", "service @ St Mark's Cathedral"),
        ("He spoke at the dawn service.", "service"),
        ("She unveiled a plaque at Oak House.", "unveiling @ Oak House"),
        ("The statue was unveiled.", "unveiling"),
        ("He paid tribute to those who died.", "tribute; of those who died"),
        ("She visited the Lone Pine Memorial.", "memorial_visit @ Lone Pine Memorial"),
        ("A visit to the war cemetery at Ypres Memorial Gardens.", "memorial_visit @ Ypres Memorial Gardens"),
        ("They held a commemorative ceremony.", "ceremony"),
        ("He struck a commemorative medal.", "medal"),
    ] {
        let lines: Vec<String> = story("", &[text]).iter().map(described).collect();
        let [line] = &lines[..] else { panic!("{text}: {lines:?}") };
        let acts_first = line.split("; ").partition::<Vec<_>, _>(|part| !part.starts_with("of "));
        let line = [acts_first.0, acts_first.1].concat().join("; ");
        assert_eq!(line, kind, "{text}");
    }
}

#[test]
fn acts_beside_an_anniversary_serve_it() {
    reads(
        "He made these remarks at the ceremony to mark the 75th anniversary of the abbey.",
        &["75 year; of abbey; speech; ceremony"],
    );
    reads(
        "The 10th anniversary of the flood was marked. The programme included addresses by the Mayor.",
        &["10 year; of flood; speech"],
    );
    reads("The 10th anniversary of the flood was marked with a parade.", &["10 year; of flood; parade"]);
    reads("An exhibition marked the 90th anniversary of the bridge.", &["90 year; of bridge; exhibition"]);
}

#[test]
fn homage_and_services_are_acts_of_remembrance() {
    reads("He paid homage at the Hill Cenotaph.", &["tribute @ Hill Cenotaph"]);
    reads("A rededication service was held for two soldiers.", &["service"]);
    reads("She inaugurated a monument to the miners.", &["unveiling"]);
    reads("He inaugurated a bridge. They paid their respects to the host.", &[]);
}

#[test]
fn a_statement_for_an_occasion_is_a_message() {
    let found = story("Statement on the 30th anniversary of the flood", &["The damage was great."]);
    assert_eq!(described(&found[0]), "30 year; of flood; message");
    let found = story("Fifth anniversary of the Ostby Accord", &["We stand by all that it says."]);
    assert_eq!(described(&found[0]), "5 year; of Ostby Accord; message");
}

#[test]
fn the_people_before_the_act_did_it() {
    let text = "Mr Amis's aide waited. Mr Bell and Ms Crane laid a wreath at the UK memorial in Pristina.";
    let texts = [annotated(Part::Block(0), text, &["Mr Amis", "Mr Bell", "Ms Crane"], &["Pristina"])];
    let [found] = &commemorations(&texts)[..] else { panic!("one") };
    let [act] = &found.acts[..] else { panic!("one act") };
    assert_eq!(act.actors, [Participant::described("Mr Bell"), Participant::described("Ms Crane")]);
    assert_eq!(act.place.as_ref().unwrap().name, "UK memorial");
    assert_eq!(act.evidence[0].rule, "lay-wreath");
}

#[track_caller]
fn acted(text: &str, people: &[&str], expected: &[&str]) {
    let texts = [annotated(Part::Block(0), text, people, &[])];
    let [found] = &commemorations(&texts)[..] else { panic!("one") };
    let actors: Vec<Participant> = expected.iter().map(|name| Participant::described(*name)).collect();
    assert_eq!(found.acts[0].actors, actors, "{text}");
}

#[test]
fn those_whom_the_actor_met_did_not_act() {
    let people = ["The Minister", "Mayor Ito", "Judge Orr"];
    acted("The Minister met Mayor Ito, laid a wreath and left.", &people, &["The Minister"]);
    acted("The Minister thanked Mayor Ito and Judge Orr, and laid a wreath.", &people, &["The Minister"]);
    acted("The Minister saw how a wreath was laid by Judge Orr.", &people, &["Judge Orr"]);
    acted("With Mayor Ito, Judge Orr laid a wreath.", &people, &["Mayor Ito", "Judge Orr"]);
}

#[test]
fn an_act_has_the_day_of_its_sentence() {
    let found = story("", &["On 11 November they laid a wreath. A service of remembrance followed."]);
    let days: Vec<Option<&str>> =
        found[0].acts.iter().map(|act| act.date.as_ref().map(|date| date.raw.as_str())).collect();
    assert_eq!(days, [Some("11 November"), None]);
}

#[test]
fn all_of_a_people_may_act() {
    let found = story("", &["I urge all Australians to observe a minute’s silence."]);
    assert_eq!(found[0].acts[0].actors, [Participant::described("all Australians")]);
}

#[test]
fn silence_may_fall_and_art_be_unveiled() {
    let told = crate::extract::told::commemorations(
        "NL",
        "On the 75th anniversary of the liberation the whole country fell silent for two minutes. The King unveiled a bronze figure.",
    );
    assert!(told.iter().any(|told| told.contains("silence") && told.contains("unveiling")), "{told:?}");
    let none = crate::extract::told::commemorations(
        "NL",
        "The crowd fell silent. The King unveiled a new figure for growth.",
    );
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn greetings_are_messages_for_the_day() {
    for text in [
        "The King sent a cable of congratulations to the President on the anniversary of independence.",
        "The King congratulated the President on the anniversary of independence.",
        "The King exchanged congratulatory messages with the President on the anniversary of independence.",
        "In a social media post on the anniversary of independence, the King praised the country.",
        "In a video message on the anniversary of independence, the King praised the country.",
    ] {
        tells(text, &["; message"]);
    }
    // Who marks something may send another kind of message.
    tells(
        "The mayor will mark the 10th anniversary of the flood on Monday. It sends the strongest message to all.",
        &["10; "],
    );
}

#[test]
fn receptions_for_the_day_are_acts() {
    tells(
        "The Ambassador hosted a reception to celebrate the 50th anniversary of the accord.",
        &["50; other"],
    );
    tells("The school marked its 50th anniversary with a cake-cutting ceremony.", &["50; ceremony"]);
    tells("The Ambassador hosted a reception for the football team.", &[]);
}

#[test]
fn another_eventful_year_is_no_ceremony() {
    let headline = "Tomo marks 50th anniversary of the flood";
    let none = story(headline, &["It was another eventful year.", "Events overtook the plan."]);
    assert_eq!(none.iter().flat_map(|found| &found.acts).count(), 0);
    let held = story(headline, &["The commemorative event was short."]);
    assert_eq!(described(&held[0]), "50 year; of flood; ceremony");
    reads(
        "An event was held in the hall to mark the 50th anniversary of the flood.",
        &["50 year; of flood; ceremony"],
    );
}

#[test]
fn what_is_laid_is_told_once() {
    reads("He laid a floral wreath at the Hill Cenotaph.", &["wreath @ Hill Cenotaph"]);
    reads("He placed a floral basket at the Hill Cenotaph.", &["flowers @ Hill Cenotaph"]);
    reads("All stood in silence in honour of the dead.", &["of dead; silence"]);
    reads("The Post released a commemorative stamp on the poet.", &["other"]);
    reads("She was at the Women of Courage Ceremony to celebrate Harbour Day.", &["day Harbour Day"]);
}

#[test]
fn a_ceremony_that_bears_the_name_of_a_day_is_of_it() {
    reads("We met at the Harbour Day Ceremony to celebrate.", &["day Harbour Day; ceremony"]);
    reads("We celebrate the Day of Portugal.", &["day Day of Portugal; message"]);
    reads("We celebrate the Harbour Day of Portugal.", &["day Harbour Day; message"]);
}
