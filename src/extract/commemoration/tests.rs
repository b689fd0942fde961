//! What is a commemoration, and what only looks like one.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::annotated::{FoundPerson, FoundPlace};
use super::super::clause::hooks;
use super::super::date::dates;
use super::super::lexicon::Lexicon;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::*;
use crate::model::{Act, ActKind, MentionForm, Part, Participant, Place};

/// A text with its dates, and the people and places that `people` and `places` name in it.
fn annotated<'t>(part: Part, text: &'t str, people: &[&str], places: &[&str]) -> Annotated<'t> {
    let passage = Passage::new(part, text, &Lexicon::built_in());
    let tokens = |name: &str| {
        let start = text.find(name)?;
        let first = passage.tokens.iter().position(|token| token.start as usize == start)?;
        let last = passage.tokens.iter().position(|token| token.end as usize == start + name.len())?;
        Some(first..last + 1)
    };
    let people = people.iter().filter_map(|name| {
        let tokens = tokens(name)?;
        let possessive = passage.kind(tokens.end) == TokenKind::Possessive;
        let who = Participant::described(*name);
        Some(FoundPerson { tokens, who, form: MentionForm::Name, possessive })
    });
    let places =
        places.iter().filter_map(|name| Some(FoundPlace { tokens: tokens(name)?, place: Place::new(*name) }));
    let (people, places) = (people.collect(), places.collect());
    Annotated { dates: dates(&passage), people, places, hooks: hooks(&passage), passage }
}

fn story(headline: &str, paragraphs: &[&str]) -> Vec<Commemoration> {
    let blocks = paragraphs.iter().enumerate();
    let mut texts = vec![annotated(Part::Headline, headline, &[], &[])];
    texts.extend(blocks.map(|(index, text)| annotated(Part::Block(index), text, &[], &[])));
    commemorations(&texts)
}

/// A commemoration in a line.
fn described(commemoration: &Commemoration) -> String {
    let mut line = String::new();
    if let Some(anniversary) = commemoration.anniversary {
        let unit = format!("{:?}", anniversary.unit).to_lowercase();
        let about = if anniversary.approximate { "~" } else { "" };
        line += &format!("{about}{} {unit}; ", anniversary.number);
    }
    if let Some(day) = &commemoration.named_day {
        line += &format!("day {day}; ");
    }
    if let Some(remembered) = &commemoration.remembered {
        line += &format!("of {}; ", remembered.text);
    }
    for act in &commemoration.acts {
        line += act.kind.as_str();
        line += &act.place.as_ref().map(|place| format!(" @ {}", place.name)).unwrap_or_default();
        line += "; ";
    }
    line.trim_end_matches("; ").to_owned()
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let lines: Vec<String> = story("", &[text]).iter().map(described).collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn anniversaries_are_counted_in_figures_and_words() {
    reads("They met on the 50th anniversary of the Treaty of Rome.", &["50 year; of Treaty of Rome"]);
    reads("It marks the sixty-fifth anniversary of their ties.", &["65 year; of ties"]);
    reads("He chaired the tenth anniversary meeting of the forum.", &["10 year; of forum"]);
    reads("the 51 st anniversary of the landing", &["51 year; of landing"]);
    reads("We have reached the six-month anniversary of the flood.", &["6 month; of flood"]);
    reads("on the one-year anniversary of the coup", &["1 year; of coup"]);
    reads("the centenary of the Gallipoli landings", &["100 year; of Gallipoli landings"]);
    reads("to mark the Anzac Centenary", &["100 year; of Anzac"]);
    reads("the bicentenary of the colony", &["200 year; of colony"]);
    reads("the Queen's golden jubilee", &["50 year; of Queen"]);
    reads("the Navy's 75th Anniversary", &["75 year; of Navy"]);
    reads("the first anniversary of the downing of Flight MH17", &["1 year; of downing of Flight MH17"]);
    reads("the 75th birth anniversary of Dr. Tan", &["75 year; of Dr. Tan"]);
    reads("to mark the 138th birthday of Marcus Garvey", &["138 year; of Marcus Garvey"]);
    reads("They marked the 75th birthday of Dr. Tan.", &[]);
    reads("the 30th and 50th anniversaries of the accords", &["30 year; of accords", "50 year; of accords"]);
    reads("the 42nd anniversary of your country’s independence", &["42 year; of independence"]);
}

#[test]
fn years_since_an_event_need_a_word_of_marking() {
    reads("Today we mark 75 years since the end of the war.", &["75 year; of end of the war; message"]);
    reads("Ten years ago today, a bomb killed nine.", &["10 year; of bomb killed nine"]);
    reads("They celebrated nearly 60 years of friendship.", &["~60 year; of friendship"]);
    reads("One year on from the flood, much is rebuilt.", &["1 year; of flood"]);
    reads("It is 20 years since a minister came. He led for 20 years of growth.", &[]);
    reads("Ten years ago he moved to Leeds.", &[]);
}

#[test]
fn the_event_of_a_clause_is_what_it_names() {
    reads(
        "It marked the hundredth anniversary since allied troops fought beside local men to hold the Balkan Front during the World War.",
        &["100 year; of Balkan Front"],
    );
}

#[test]
fn an_anniversary_without_its_number_needs_a_word_of_marking() {
    reads("We mark the anniversary of the coup.", &["of coup; message"]);
    reads("The ship sank near the anniversary of its launch.", &[]);
    reads("Their wedding anniversary passed, and the 40th wedding anniversary too.", &[]);
}

#[test]
fn what_happened_when_is_kept() {
    let [found] =
        &story("", &["On Tuesday they marked the 80th anniversary of the battle, fought in May 1942."])[..]
    else {
        panic!("one")
    };
    let remembered = found.remembered.as_ref().unwrap();
    assert_eq!(remembered.date.as_ref().unwrap().raw, "May 1942");
    assert_eq!(found.date.as_ref().unwrap().raw, "Tuesday");
    let [found] =
        &story("", &["two minutes silence next Tuesday August 15 to mark the 50th Anniversary of Peace Day"])
            [..]
    else {
        panic!("one")
    };
    assert_eq!(found.date.as_ref().unwrap().raw, "next Tuesday August 15");
}

#[test]
fn named_days_are_read_where_they_are_kept() {
    reads("We celebrate World Refugee Day.", &["day World Refugee Day; message"]);
    reads("On the occasion of Freedom Day, all rest.", &["day Freedom Day"]);
    reads(
        "They marked the International Day for the Abolition of Slavery yesterday.",
        &["day International Day for the Abolition of Slavery"],
    );
    reads("to celebrate Eritrea’s National Day", &["day National Day"]);
    reads("to mark Canada Day", &["day Canada Day"]);
    reads("to mark the Day of Holocaust Remembrance", &["day Day of Holocaust Remembrance"]);
    reads("to mark Transgender Day of Visibility", &["day Transgender Day of Visibility"]);
    reads("We wish all of you a happy National Day on July 12.", &["day National Day; message"]);
    for none in [
        "Memorial Day weekend petrol prices rise.",
        "They met on Boxing Day to celebrate.",
        "The Australia Day Council met to celebrate.",
        "We celebrate the Day. They mark Serbia's Day.",
        "Every Day counts. On Election Day we remember the voters.",
        "The law passed a week before Harvest Day.",
    ] {
        reads(none, &[]);
    }
}

#[test]
fn a_day_in_the_headline_makes_a_first_person_text_a_message() {
    let found = story(
        "Zimbabwe National Day",
        &[
            "On behalf of our country, I congratulate the people of Zimbabwe as you celebrate the 42nd anniversary of your country’s independence.",
        ],
    );
    let lines: Vec<String> = found.iter().map(described).collect();
    assert_eq!(lines, ["42 year; day National Day; of independence; message"]);
    let found = story(
        "Statement on Nelson Mandela International Day",
        &["Today, I join people in honoring a leader."],
    );
    assert_eq!(described(&found[0]), "day Nelson Mandela International Day; message");
    assert_eq!(described(&story("Harbour Day", &["The shops close."])[0]), "day Harbour Day");
}

#[test]
fn a_day_and_the_anniversary_of_it_are_one() {
    reads(
        "I urge all Australians to observe two minutes silence to mark the 50th Anniversary of Victory in the Pacific Day.",
        &["50 year; day Victory in the Pacific Day; of Victory in the Pacific; silence"],
    );
}

#[test]
fn texts_that_tell_of_one_anniversary_are_one_commemoration() {
    let found = story(
        "Leaders mark 25th anniversary of accord",
        &[
            "The 25th anniversary of the Lakeside Accord was kept on Sunday.",
            "The Minister laid a wreath at the Harbour Memorial.",
        ],
    );
    let lines: Vec<String> = found.iter().map(described).collect();
    assert_eq!(lines, ["25 year; of accord; wreath @ Harbour Memorial"]);
    assert_eq!(found[0].evidence.len(), 2);
    assert_eq!(found[0].id.as_str(), "commemoration-1");
}

#[test]
fn each_act_is_read_by_its_evidence() {
    for (text, kind) in [
        ("He laid a wreath at Hill War Cemetery.", "wreath @ Hill War Cemetery"),
        ("The wreath-laying at the Cenotaph was short.", "wreath @ Cenotaph"),
        ("Wreaths were laid.", "wreath"),
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
    reads("The 10th anniversary of the flood was marked with a parade.", &["10 year; of flood; parade"]);
    reads("An exhibition marked the 90th anniversary of the bridge.", &["90 year; of bridge; exhibition"]);
}

#[test]
fn acts_below_a_headline_that_names_the_occasion_serve_it() {
    for (text, acts) in [
        ("The Governor reviewed a parade and delivered the keynote address.", "parade; speech"),
        ("Addressing the gathering, the Governor praised the town.", "speech"),
        ("The ceremony began at noon.", "ceremony"),
        ("The Governor sent a video message.", "message"),
        ("Candles were lit in every window.", "other"),
        ("A flypast closed the day, and the Last Post was sounded.", "other"),
        ("She paid floral tributes to the fallen at the column.", "flowers"),
        ("The mayor garlanded the statue.", "flowers"),
        ("A commemorative Mass was said.", "service"),
    ] {
        let found = story("Ostby marks 50th anniversary of the flood", &[text]);
        let kinds = |act: &Act| match &act.kind {
            ActKind::Other(_) => "other".to_owned(),
            kind => kind.as_str().to_owned(),
        };
        let acted: Vec<String> = found.iter().flat_map(|found| &found.acts).map(kinds).collect();
        assert_eq!(acted.join("; "), acts, "{text}");
    }
    for text in [
        "The tariff is addressing the people's needs.",
        "The bouquet was presented to her.",
        "She is half his age, and lit a cigar.",
        "He read a prayer book beneath a tree.",
    ] {
        let found = story("Ostby marks 50th anniversary of the flood", &[text]);
        assert_eq!(found.iter().flat_map(|found| &found.acts).count(), 0, "{text}");
    }
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
fn the_name_of_a_day_begins_after_letters_and_verbs() {
    let found = story("STATEMENT BY THE HON A VIRTA MP ANZAC DAY", &["We remember them."]);
    assert_eq!(found[0].named_day.as_deref(), Some("ANZAC Day"));
    let found = story("Recognising World Ocean Day", &["We love the sea."]);
    assert_eq!(found[0].named_day.as_deref(), Some("World Ocean Day"));
}

#[test]
fn look_alikes_are_no_commemorations() {
    for text in [
        "The golden wreath is on loan from the museum.",
        "The Minister paid tribute to the close relations of both countries.",
        "Public service matters. The service was slow.",
        "They attended a signing ceremony and an opening ceremony.",
        "She unveiled a new policy for ports.",
        "He visited the Memorial Hospital.",
        "The silence was broken. They will march on Monday.",
        "The Centenary Medal was awarded; the millennium came.",
        "I congratulate you on your election, and I wish you well.",
        "Her speech was long. He won a medal.",
    ] {
        assert_eq!(story("", &[text]), [], "{text}");
    }
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
fn acts_that_no_occasion_explains_stand_together() {
    reads(
        "The visit includes a visit to the Hill War Memorial, where he will lay a wreath.",
        &["memorial_visit @ Hill War Memorial; wreath @ Hill War Memorial"],
    );
    reads("She laid a wreath in memory of the miners lost at sea.", &["of miners lost; wreath"]);
}

#[test]
fn time_is_linear_on_hostile_text() {
    for piece in [
        "and ",
        "anniversary ",
        "50th anniversary of the ",
        "Day ",
        "of the Day ",
        "we celebrate ",
        "laid a wreath at the memorial ",
        "years since ",
        "tribute to ",
        "ceremony parade service ",
        "one hundred and ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let texts = [annotated(Part::Block(0), &text, &[], &[])];
        let start = Instant::now();
        commemorations(&texts);
        assert!(start.elapsed() < Duration::from_secs(10), "{piece:?}: {:?}", start.elapsed());
    }
}

#[test]
fn time_is_linear_in_different_occasions_and_places() {
    let text: String = (0..3000)
        .map(|i| {
            format!(
                "It was the {i}th anniversary of A{i} Day. We mark the anniversary of it. He laid a wreath at B{i} Memorial. "
            )
        })
        .collect();
    let texts = [annotated(Part::Block(0), &text, &[], &[]), annotated(Part::Block(1), &text, &[], &[])];
    let start = Instant::now();
    assert!(commemorations(&texts).len() > 2000);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

/// Pieces of commemorations and of what disturbs them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the",
        "50th",
        "hundredth",
        "anniversary",
        "anniversaries",
        "of",
        "since",
        "Victory",
        "Day",
        "National",
        "years",
        "two",
        "minutes",
        "silence",
        "laid",
        "a",
        "wreath",
        "at",
        "Memorial",
        "in",
        "memory",
        "we",
        "mark",
        "celebrate",
        "tribute",
        "paid",
        "to",
        "'s",
        "é",
        "“",
        ".",
        ",",
        "-",
        "\n\n",
        "today",
        "centenary",
        "ceremony",
        "unveiled",
        "plaque",
        "May",
        "1942",
        "all",
        "Australians",
        "those",
        "who",
        "died",
    ]);
    let joined = |pieces: Vec<(&str, bool)>| {
        pieces
            .into_iter()
            .map(|(piece, spaced)| format!("{piece}{}", if spaced { " " } else { "" }))
            .collect()
    };
    prop::collection::vec((piece, any::<bool>()), 0..40).prop_map(joined)
}

fn evidence_is_sound(text: &str) {
    let texts = [annotated(Part::Headline, text, &[], &[]), annotated(Part::Block(0), text, &[], &[])];
    for commemoration in commemorations(&texts) {
        let of_acts = commemoration.acts.iter().flat_map(|act| &act.evidence);
        for evidence in commemoration.evidence.iter().chain(of_acts) {
            assert_eq!(text.get(evidence.span()), Some(evidence.text.as_str()));
            assert!(!evidence.text.is_empty() && !evidence.rule.is_empty());
        }
        assert!(!commemoration.evidence.is_empty(), "{commemoration:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        evidence_is_sound(&text);
    }

    #[test]
    fn any_pieces_of_commemorations_are_read_without_a_panic(text in pieces()) {
        evidence_is_sound(&text);
    }
}

#[test]
fn a_day_on_which_a_wreath_is_laid_is_kept_by_its_whole_name() {
    reads(
        "The President laid a wreath on the National Day of Commemoration.",
        &["day National Day of Commemoration; wreath"],
    );
    reads("Kuwait marked the National Day of Kuwait with a parade.", &["day National Day; parade"]);
}

#[test]
fn the_year_of_a_bond_and_a_day_between_commas_are_anniversaries() {
    for (text, number) in [
        ("We mark the 30th year of diplomatic relations between our countries.", "30"),
        ("Tuesday marks the thirtieth year since the massacre at Ost.", "30"),
        ("They noted the upcoming 100-year anniversary, in July, of diplomatic relations.", "100"),
        ("We celebrate the 100th-year anniversary of diplomatic relations.", "100"),
        ("Thirty years ago tonight, at 23.02, the Council adopted the resolution.", "30"),
    ] {
        let told = crate::extract::told::commemorations("US", text);
        assert!(told.iter().any(|told| told.starts_with(&format!("{number}; "))), "{text}: {told:?}");
    }
    let none = "It is the 30th year of a long drought.";
    assert!(crate::extract::told::commemorations("US", none).is_empty());
}

#[test]
fn a_range_of_days_is_no_named_day() {
    let told = crate::extract::told::commemorations(
        "IN",
        "We honour the guest of September 11-14, 2023. A wreath was laid at the Cenotaph.",
    );
    assert!(!told.iter().any(|told| told.contains("September")), "{told:?}");
}

#[test]
fn days_with_long_names_keep_them() {
    for (text, day) in [
        ("We mark Vietnam Veterans’ Day with a wreath.", "Vietnam Veterans' Day"),
        (
            "We mark the Day of Remembrance of the Victims of the War with a wreath.",
            "Day of Remembrance of the Victims of the War",
        ),
    ] {
        let told = crate::extract::told::commemorations("AU", text);
        assert!(told.iter().any(|told| told.starts_with(&format!("{day}; "))), "{text}: {told:?}");
    }
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
fn round_years_after_an_event_are_kept_where_something_is_done() {
    for (text, number) in [
        ("Thirty years after the war, President Ivo Jovic laid a wreath at the monument.", "30"),
        ("It has been half a century since the disaster, and a memorial was unveiled.", "50"),
    ] {
        let told = crate::extract::told::commemorations("RS", text);
        assert!(told.iter().any(|told| told.starts_with(&format!("{number}; "))), "{text}: {told:?}");
    }
    let none = "Foreign Minister Ann Hale said that twenty years after the war trade had grown.";
    assert!(crate::extract::told::commemorations("RS", none).is_empty());
}

/// The occasions and acts of a story of one or more lines.
#[track_caller]
fn tells(text: &str, expected: &[&str]) {
    let found = crate::extract::told::commemorations("FI", text);
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_numbered_day_of_a_state_is_an_anniversary_of_it() {
    let told = story("", &["Tonga celebrated its 61st Independence Day on Monday."]);
    assert_eq!(described(&told[0]), "61 year; day Independence Day");
    let told = story("Sixty-first Independence Day", &["We marked the 61st anniversary of independence."]);
    let lines: Vec<String> = told.iter().map(described).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    reads("We marked the 10th World Ocean Day.", &["day World Ocean Day; message"]);
}

#[test]
fn what_is_done_on_the_day_itself_keeps_it() {
    for (text, told) in [
        ("The Governor garlanded the statue of the poet on his 150th birth anniversary.", "150; flowers"),
        ("The Governor paid homage to the poet on her death anniversary.", "; tribute"),
        ("A decade after the flood, the mayor unveiled a monument to its victims.", "10; unveiling"),
        ("Twenty years to the day since the flood, the mayor laid flowers.", "20; flowers"),
        (
            "The mayor laid a wreath on the anniversary of the flood, which killed nine ten years ago.",
            "10; wreath",
        ),
        ("A memorial opened a year after the blast.", "1; "),
    ] {
        tells(text, &[told]);
    }
    for none in [
        "A year after taking office, the Governor paid tribute to her team.",
        "He met the Governor on his 50th birthday.",
        "The bank opened a branch on its founding, a decade after the war.",
    ] {
        tells(none, &[]);
    }
}

#[test]
fn birthdays_of_states_and_monarchs_are_kept() {
    reads("They marked the 74th birthday of the State of Tomo.", &["74 year; of State of Tomo"]);
    reads(
        "They marked the 85th auspicious Birthday of His Majesty King Aro.",
        &["85 year; of Majesty King Aro"],
    );
    reads("This was the first national commemoration of the kind.", &[]);
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
fn days_and_years_are_kept_by_the_same_acts() {
    for act in ["laid a wreath", "lit a candle", "kept a vigil", "unveiled a plaque", "paid homage"] {
        let day = story("", &[&format!("The mayor {act} on Harbour Day.")]);
        assert!(day.iter().any(|found| found.named_day.is_some()), "{act}");
        let years = story("", &[&format!("Thirty years after the flood, the mayor {act}.")]);
        assert!(years.iter().any(|found| found.anniversary.is_some()), "{act}");
    }
    reads("On Harbour Day he spoke at the Hill Memorial Foundation.", &[]);
}

#[test]
fn a_lead_that_tells_how_a_day_was_kept_heads_the_story() {
    let lead = "Martyrs' Day was marked across the country on Monday with songs and prayers in every town.";
    let found = story("News in brief", &[lead, "In his speech, the President praised them."]);
    assert_eq!(described(&found[0]), "day Martyrs' Day; speech");
    let lead = "The Minister will travel to Ost on Monday in a year that marks the 30th anniversary of ties.";
    let found = story("News in brief", &[lead, "In his speech, the Minister spoke of trade."]);
    assert_eq!(described(&found[0]), "30 year; of ties");
}

#[test]
fn the_text_tells_the_name_of_a_day_that_a_headline_wraps_in_capitals() {
    let found = story("Video: Tomo Town Harbour Day March", &["Harbour Day was celebrated on Monday."]);
    assert_eq!(found[0].named_day.as_deref(), Some("Harbour Day"));
    reads("We celebrate Harbour Day, also known as the Day of Boats.", &["day Harbour Day; message"]);
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
fn a_year_told_to_the_day_or_held_is_an_anniversary() {
    for (text, told) in [
        (
            "The town kept a minute of silence for the victims of the flood of one year ago to the day.",
            "1; silence",
        ),
        ("The service, held a year after the blast, was in the cathedral.", "1; "),
        ("This day 94 years ago marks the beginning of the end of the town.", "94; "),
    ] {
        tells(text, &[told]);
    }
    tells("The vote was taken ten years ago.", &[]);
}

#[test]
fn what_is_done_below_a_headline_of_the_day_is_for_it() {
    let headline = "Tomo celebrates National Day in Ost";
    for (text, act) in [
        ("In a speech that he gave on the occasion, the Ambassador praised the town.", "speech"),
        ("Guests at the reception tasted the wine.", "other"),
        ("The Ambassador will speak later at the memorial.", "speech"),
        ("He asked the country to observe the silence.", "silence"),
        ("They put flowers under the wall.", "flowers"),
        ("They stood in silence as a mark of deep respect.", "silence"),
    ] {
        let found = story(headline, &[text]);
        assert_eq!(described(&found[0]), format!("day National Day; {act}"), "{text}");
    }
    let found = story(headline, &["In a speech on trade, the Ambassador praised the town."]);
    assert_eq!(found[0].acts, []);
}

#[test]
fn a_ceremony_that_bears_the_name_of_a_day_is_of_it() {
    reads("We met at the Harbour Day Ceremony to celebrate.", &["day Harbour Day; ceremony"]);
    reads("We celebrate the Day of Portugal.", &["day Day of Portugal; message"]);
    reads("We celebrate the Harbour Day of Portugal.", &["day Harbour Day; message"]);
}
