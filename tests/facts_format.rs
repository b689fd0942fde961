//! What the flat facts format promises.
#![cfg(feature = "facts")]

mod strategy;

use std::io::{BufReader, Read};

use chrono::NaiveDate;
use newsdesk::format::facts::stories;
use newsdesk::{
    Act, ActKind, Anniversary, Block, Bound, Calendar, Commemoration, Country, Date, DateRange, Extension,
    Facts, Format, Id, Iri, Leg, Limits, Marking, Meeting, MeetingMode, Name, Official, Organisation,
    Participant, Place, PlaceKind, Qualifier, Quote, Rank, ReadOptions, Relative, Remembered, Rights, Role,
    Status, Story, StoryDates, TimeUnit, TroubleKind, Visit,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn id(kind: &str) -> Id {
    Id::numbered(kind, 1)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn written(story: &Story) -> Value {
    serde_json::from_slice(&Format::Facts.write(story).unwrap()).unwrap()
}

fn with_visit(visit: Visit) -> Value {
    written(&Story::new("A visit").with_facts(Facts::new().with_visit(visit)))["visits"].clone()
}

fn read(line: &Value) -> Story {
    let reading = Format::Facts.read(line.to_string().as_bytes()).unwrap();
    assert_eq!(reading.diagnostics, []);
    reading.story
}

#[test]
fn a_line_has_the_shape_of_the_format() {
    let minister = Official::new(id("o"))
        .with_name(Name::western("Ilse Brandt"))
        .with_rank(Rank::new("Lieutenant General"))
        .with_role(Role::new("Defence Minister"))
        .with_role(Role::new("Defence Minister"))
        .with_country(Country::NATO);
    let minister_id = Participant::Official(minister.id.clone());
    let facts = Facts::new()
        .with_official(minister)
        .with_official(Official::new(Id::new("nameless").unwrap()).with_role(Role::new("Foreign Minister")))
        .with_visit(
            Visit::new(id("v"))
                .with_visitor(minister_id.clone())
                .with_leg(Leg::to(Country::new("XK").unwrap()).with_place(Place::new("Pristina")))
                .with_dates(day(2018, 11, 28))
                .with_status(Status::Completed),
        )
        .with_meeting(
            Meeting::new(id("m"), MeetingMode::InPerson)
                .with_party(minister_id.clone())
                .with_counterpart(Participant::Official(Id::new("nameless").unwrap())),
        )
        .with_commemoration(
            Commemoration::new(id("c"))
                .with_remembered(Remembered::new("Salonika Front"))
                .with_anniversary(Anniversary::years(100))
                .with_act(Act::new(ActKind::Wreath).with_place(Place::new("War Cemetery")))
                .with_act(Act::new(ActKind::Wreath).with_place(Place::new("War Cemetery")))
                .with_act(Act::new(ActKind::Other("vigil".into()))),
        )
        .with_quote(
            Quote::new(id("q"), Marking::Inferred)
                .with_speaker(minister_id)
                .with_paragraph("One.")
                .with_paragraph("Two."),
        );
    let story = Story::new("Minister in Pristina")
        .with_id(Id::new("x-1").unwrap())
        .with_standfirst("A visit.")
        .with_block(Block::paragraph("She went."))
        .with_dates(StoryDates::new().with_first_published(day(2018, 11, 30)))
        .with_publisher(Organisation::new(id("p"), "Ministry").with_country(Country::new("GB").unwrap()))
        .with_iri(Iri::new("https://example.org/1").unwrap())
        .with_rights(Rights::new().with_terms("OGL 3.0"))
        .with_facts(facts);
    assert_eq!(
        written(&story),
        json!({
            "id": "x-1", "title": "Minister in Pristina", "lead": "A visit.", "text": "She went.",
            "published": "2018-11-30", "country": "GB", "source": "Ministry", "url": "https://example.org/1",
            "licence": "OGL 3.0",
            "officials": [{"name": "Ilse Brandt", "rank": "Lieutenant General", "roles": ["Defence Minister"],
                "country": "NATO", "official": true}],
            "visits": [{"visitors": ["Ilse Brandt"], "country": "XK", "places": ["Pristina"],
                "status": "completed", "start": "2018-11-28", "end": "2018-11-28"}],
            "meetings": [{"party": ["Ilse Brandt"], "with": ["the Foreign Minister"], "mode": "in_person",
                "status": null}],
            "commemorations": [{"event": "Salonika Front", "anniversary": 100, "unit": "year",
                "named_day": null, "acts": ["wreath", "other"], "places": ["War Cemetery"]}],
            "quotes": [{"speaker": "Ilse Brandt", "text": "One.\n\nTwo.", "marked": false}],
        })
    );
}

#[test]
fn legs_of_one_country_are_one_record() {
    let leg =
        |country: &str, place: &str| Leg::to(Country::new(country).unwrap()).with_place(Place::new(place));
    let records = with_visit(
        Visit::new(id("v"))
            .with_leg(leg("ZA", "Cape Town").with_dates(day(2022, 5, 2)))
            .with_leg(leg("AO", "Luanda"))
            .with_leg(leg("ZA", "Pretoria").with_dates(day(2022, 5, 4)))
            .with_leg(leg("ZA", "South Africa"))
            .with_background(true),
    );
    assert_eq!(records.as_array().unwrap().len(), 2);
    assert_eq!(records[0]["places"], json!(["Cape Town", "Pretoria", "South Africa"]));
    assert_eq!((&records[0]["start"], &records[0]["end"]), (&json!("2022-05-02"), &json!("2022-05-04")));
    assert_eq!(records[1]["country"], "AO");
    assert_eq!(records[1]["scored"], false);
}

#[test]
fn a_country_is_no_place_of_a_visit() {
    let leg = Leg::new().with_place(Place::new("Serbia").with_kind(PlaceKind::Country));
    assert_eq!(with_visit(Visit::new(id("v")).with_leg(leg))[0]["places"], json!([]));
}

#[test]
fn only_days_are_start_and_end() {
    let range = |start, end| Calendar::from(DateRange::new(start, end));
    let (first, last) = (Calendar::Day(day(2022, 5, 2)), Calendar::Day(day(2022, 5, 4)));
    let friday = day(2022, 5, 6);
    for (date, start, end) in [
        (Date::new("").with_calendar(first.clone()), json!("2022-05-02"), json!("2022-05-02")),
        (Date::new("").with_calendar(range(first.clone(), last)), json!("2022-05-02"), json!("2022-05-04")),
        (
            Date::new("").with_calendar(Calendar::from(DateRange::since(first))),
            json!("2022-05-02"),
            Value::Null,
        ),
        (Date::new("May").with_calendar(Calendar::Month { year: 2022, month: 5 }), Value::Null, Value::Null),
        (Date::new("2022").with_calendar(Calendar::Year(2022)), Value::Null, Value::Null),
        (Date::new("5 May").with_calendar(Calendar::MonthDay { month: 5, day: 5 }), Value::Null, Value::Null),
        (Date::day(friday).with_approximate(true), Value::Null, Value::Null),
        (
            Date::new("today").with_relative(Relative::new(0, TimeUnit::Day)).resolve(friday),
            json!("2022-05-06"),
            json!("2022-05-06"),
        ),
        (
            Date::new("next week").with_relative(Relative::new(1, TimeUnit::Week)).resolve(friday),
            Value::Null,
            Value::Null,
        ),
        (
            Date::new("more than 10 days ago")
                .with_relative(Relative::new(-10, TimeUnit::Day).with_bound(Bound::MoreThan))
                .resolve(friday),
            Value::Null,
            Value::Null,
        ),
    ] {
        let record = &with_visit(Visit::new(id("v")).with_dates(date.clone()))[0];
        assert_eq!((&record["start"], &record["end"]), (&start, &end), "{date:?}");
    }
}

#[test]
fn a_line_of_text_alone_is_a_story() {
    let story = read(&json!({"text": "One.\n\nTwo."}));
    assert_eq!(story.body.len(), 2);
    assert_eq!(story.headline, "");
    assert!(story.facts.is_empty());
}

#[test]
fn a_publisher_may_be_known_by_its_country_alone() {
    let line = json!({"text": "x", "country": "GB"});
    let story = read(&line);
    assert_eq!(story.publishers[0].name, "GB");
    let again = written(&story);
    assert_eq!((&again["country"], again.get("source")), (&json!("GB"), None));
}

#[test]
fn people_are_joined_by_name() {
    let story = read(&json!({
        "text": "x",
        "officials": [{"name": "Ilse Brandt"}],
        "meetings": [{"party": ["Ilse Brandt"], "with": ["farmers"], "mode": "call"}],
    }));
    assert_eq!(story.facts.meetings[0].party, [Participant::Official(story.facts.officials[0].id.clone())]);
    assert_eq!(story.facts.meetings[0].with, [Participant::described("farmers")]);
}

#[test]
fn a_member_that_the_format_does_not_define_is_written_back() {
    let line = json!({"text": "x", "note": "checked twice", "reviewed": {"by": ["a", "b"]}});
    let story = read(&line);
    assert_eq!(story.extensions[0], Extension::new("facts", "note", "\"checked twice\""));
    let again = written(&story);
    assert_eq!((&again["note"], &again["reviewed"]), (&line["note"], &line["reviewed"]));
}

#[test]
fn values_that_are_not_what_they_should_be_are_reported_where_they_stand() {
    let line = r#"{"id": "two words", "text": "é x", "country": "Narnia", "published": "soon", "url": "no iri",
        "officials": [{"name": "A", "country": "Ozz"}, {"name": "B", "official": false}, {"name": " "}],
        "visits": [{"visitors": ["A"], "start": "May"}], "quotes": [{"text": "t", "scored": false}],
        "commemorations": [{"places": ["Ost"]}]}"#;
    let reading = Format::Facts.read(line.as_bytes()).unwrap();
    let mut paths: Vec<&str> = reading.diagnostics.iter().map(|d| d.path.as_deref().unwrap()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "commemorations[0].places",
            "country",
            "id",
            "officials[0].country",
            "officials[1]",
            "officials[2]",
            "published",
            "quotes[0].scored",
            "url",
            "visits[0].start",
        ]
    );
    let narnia = reading.diagnostics.iter().find(|d| d.path.as_deref() == Some("country")).unwrap();
    let position = narnia.position.clone().unwrap();
    assert_eq!(&line[position.span], "\"Narnia\"");
    assert_eq!((position.line, position.column), (1, 47));

    let strict = Format::Facts.read_with(line.as_bytes(), &ReadOptions::new().with_strict(true));
    assert!(strict.is_err());
}

#[test]
fn a_bad_document_is_a_located_error() {
    let deep = format!("{{\"text\": \"x\", \"a\": {}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
    for (bytes, kind, line) in [
        (&b""[..], TroubleKind::Missing, None),
        (b" \n\t", TroubleKind::Missing, None),
        (b"{\"text\": \"x\"", TroubleKind::Truncated, Some(1)),
        (b"{\n\"text\": 5}", TroubleKind::InvalidValue, Some(2)),
        (b"{\"text\": \"\xFF\"}", TroubleKind::Encoding, Some(1)),
        (b"\x00\x01\x02", TroubleKind::Syntax, Some(1)),
        (b"[]", TroubleKind::InvalidValue, Some(1)),
        (deep.as_bytes(), TroubleKind::Limit, Some(1)),
    ] {
        let error = Format::Facts.read(bytes).unwrap_err();
        let trouble = error.trouble();
        assert_eq!(trouble.kind, kind, "{error}");
        assert_eq!(trouble.position.as_ref().map(|position| position.line), line, "{error}");
        assert!(!error.to_string().contains('?'), "{error}");
    }
    let error = Format::Facts.read(br#"{"visits": [{"places": "Ost"}]}"#).unwrap_err();
    assert_eq!(error.trouble().path.as_deref(), Some("visits[0].places"));
}

#[test]
fn a_second_story_is_not_passed_over_in_silence() {
    let reading = Format::Facts.read(b"{\"text\": \"a\"}\n{\"text\": \"b\"}\n").unwrap();
    assert_eq!(reading.story.body.len(), 1);
    assert_eq!(reading.diagnostics[0].position.as_ref().unwrap().line, 2);
}

#[test]
fn a_stream_goes_on_after_a_bad_line() {
    let stream = "\u{FEFF}{\"id\": \"a\", \"text\": \"x\"}\r\n\n{\"id\": 1}\n{\"id\": \"b\", \"text\": \"x\", \"country\": \"Oz1\"}";
    let results: Vec<_> = stories(stream.as_bytes(), &ReadOptions::new()).collect();
    assert_eq!(results.len(), 3);
    assert_eq!(results[0].as_ref().unwrap().story.id.as_ref().unwrap().as_str(), "a");
    let error = results[1].as_ref().unwrap_err().trouble();
    assert_eq!((error.position.as_ref().unwrap().line, error.path.as_deref()), (3, Some("id")));
    let last = results[2].as_ref().unwrap();
    assert_eq!(last.story.id.as_ref().unwrap().as_str(), "b");
    let position = last.diagnostics[0].position.clone().unwrap();
    assert_eq!((position.line, &stream[position.span]), (4, "\"Oz1\""));
}

#[test]
fn a_line_longer_than_the_limit_is_an_error_and_takes_no_memory() {
    let long = std::io::repeat(b'x').take(50_000_000);
    let stream = BufReader::new(long.chain(&b"\n{\"text\": \"after\"}\n"[..]));
    let options = ReadOptions::new().with_limits(Limits::new().with_bytes(1_000));
    let results: Vec<_> = stories(stream, &options).collect();
    assert_eq!(results.len(), 2);
    let error = results[0].as_ref().unwrap_err().trouble();
    assert_eq!((error.kind, error.position.as_ref().unwrap().span.end), (TroubleKind::Limit, 1_001));
    assert!(results[1].is_ok());
}

#[test]
fn a_stream_that_breaks_off_says_so_and_ends() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let stream = BufReader::new((&b"{\"text\": \"x\"}\n"[..]).chain(Broken));
    let results: Vec<_> = stories(stream, &ReadOptions::new()).collect();
    assert_eq!(results.len(), 2);
    assert!(results[1].as_ref().unwrap_err().to_string().contains("the disk is gone"));
}

#[test]
fn every_gold_line_is_read_and_written_again_with_its_facts() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/gold/dev.jsonl");
    let Ok(gold) = std::fs::read_to_string(path) else {
        println!("skipped: {path} is absent");
        return;
    };
    for (line, reading) in gold.lines().zip(stories(gold.as_bytes(), &ReadOptions::new())) {
        let gold: Value = serde_json::from_str(line).unwrap();
        let again = written(&reading.unwrap().story);
        for member in ["id", "published", "country", "source", "url", "licence", "note"] {
            assert_eq!(again[member], gold[member], "{member}");
        }
        // The label of a kind is written in one way: "FACT SHEET: …" as "Fact sheet: …".
        let title = |line: &Value| line["title"].as_str().unwrap().to_lowercase();
        assert_eq!(title(&again), title(&gold));
        let scored = |list: &Value| -> Vec<Value> {
            let mut list = list.as_array().unwrap().clone();
            list.retain(|record| record["official"] != json!(false));
            list.iter_mut().for_each(|record| drop(record.as_object_mut().unwrap().remove("scored")));
            list
        };
        for list in ["officials", "visits", "meetings", "quotes"] {
            assert_eq!(scored(&again[list]), scored(&gold[list]), "{list} of {}", gold["id"]);
        }
    }
}

proptest! {
    #![proptest_config(strategy::cases(1_000))]

    #[test]
    fn what_is_written_reads_as_the_projection(story in strategy::story(&strategy::any_text())) {
        let bytes = Format::Facts.write(&story).unwrap();
        let projection = Format::Facts.project(&story);
        let reading = Format::Facts.read(&bytes).unwrap();
        prop_assert_eq!(&reading.diagnostics, &[]);
        prop_assert_eq!(&reading.story, &projection);
        // Nothing is lost on the second way: the projection is all that a line holds.
        prop_assert_eq!(Format::Facts.write(&projection).unwrap(), bytes);
    }

    #[test]
    fn a_line_keeps_what_text_keeps(story in strategy::story(&strategy::any_text())) {
        let kept = Format::Facts.project(&story);
        let mut published = Story::new(kept.headline.as_str());
        (published.kind, published.standfirst) = (kept.kind, kept.standfirst);
        (published.byline, published.dateline, published.body) = (kept.byline, kept.dateline, kept.body);
        published.dates.embargo = kept.dates.embargo;
        prop_assert_eq!(published, Format::Text.project(&story));
    }

    #[test]
    fn a_story_is_one_line(story in strategy::story(&strategy::any_text())) {
        let bytes = Format::Facts.write(&story).unwrap();
        prop_assert_eq!(bytes.iter().filter(|&&byte| byte == b'\n').count(), 1);
        prop_assert_eq!(bytes.last(), Some(&b'\n'));
        let read: Vec<_> = stories(&bytes[..], &ReadOptions::new()).collect::<Result<_, _>>().unwrap();
        prop_assert_eq!(&read[0].story, &Format::Facts.project(&story));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Format::Facts.read(&bytes);
        let _ = stories(&bytes[..], &ReadOptions::new()).count();
    }

    #[test]
    fn no_cut_line_panics(story in strategy::story(&strategy::any_text()), at in any::<prop::sample::Index>()) {
        let bytes = Format::Facts.write(&story).unwrap();
        let cut = &bytes[..at.index(bytes.len() - 1)];
        prop_assert!(Format::Facts.read(cut).is_err());
    }
}

#[test]
fn who_stands_in_for_the_holder_of_an_office_is_told_in_the_title() {
    let role = || Role::new("Premier").with_qualifier(Qualifier::Acting);
    let loud = Role::new("PREMIER").with_qualifier(Qualifier::Acting);
    let designate = Role::new("Minister").with_qualifier(Qualifier::Designate);
    let official = |number: usize, name: &str, role: Role| {
        Official::new(Id::numbered("official", number)).with_name(Name::western(name)).with_role(role)
    };
    let facts = Facts::new()
        .with_official(official(1, "Ana Virta", role()))
        .with_official(official(2, "Ola Berg", Role::new("Premier").with_qualifier(Qualifier::Former)))
        .with_official(official(3, "IDA BERG", loud.clone()))
        .with_official(official(4, "Ivo Dar", designate.clone()));
    let line = written(&Story::new("Visit").with_facts(facts));
    let titles: Vec<&Value> =
        line["officials"].as_array().unwrap().iter().map(|found| &found["roles"][0]).collect();
    assert_eq!(titles, ["Acting Premier", "Premier", "ACTING PREMIER", "Minister-designate"]);
    let story = read(&line);
    let roles: Vec<&Role> = story.facts.officials.iter().flat_map(|official| &official.roles).collect();
    assert_eq!(roles, [&role(), &Role::new("Premier"), &loud, &designate]);
}
