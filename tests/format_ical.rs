//! iCalendar: visits and commemorations as events.

#![cfg(feature = "ical")]

mod strategy;

use chrono::NaiveDate;
use newsdesk::*;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    Date::day(text.parse::<NaiveDate>().unwrap())
}

fn sample() -> Story {
    let id = |text: &str| Id::new(text).unwrap();
    let ann = Official::new(id("a")).with_name(Name::western("Ann Fell"));
    let visit = Visit::new(id("visit-1"))
        .with_visitor(Participant::Official(id("a")))
        .with_host(Participant::described("the Mayor, \"Bo\""))
        .with_leg(Leg::to(Country::new("EE").unwrap()).with_place(Place::new("Tallinn")))
        .with_dates(day("2022-05-04"))
        .with_purpose("To see the harbour; and more")
        .with_status(Status::Planned);
    let undated = Visit::new(id("visit-2")).with_dates(Date::new("next year"));
    let day = Commemoration::new(id("c-1"))
        .with_named_day("Ost Day")
        .with_act(Act::new(ActKind::Wreath))
        .with_date(day("2022-05-05"));
    let facts = Facts::new().with_official(ann).with_visit(visit).with_visit(undated).with_commemoration(day);
    Story::new("Minister to visit Estonia").with_facts(facts)
}

#[test]
fn events_have_their_properties_and_read_back() {
    let bytes = Format::ICal.write(&sample()).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    for line in [
        "DTSTART;VALUE=DATE:20220504\r\n",
        "STATUS:TENTATIVE\r\n",
        "LOCATION:Tallinn\\, EE\r\n",
        "CATEGORIES:COMMEMORATION,wreath\r\n",
        "SUMMARY:Visit to Tallinn\\, EE\r\n",
        "ORGANIZER;CN=\"the Mayor, ^'Bo^'\":urn:newsdesk:described\r\n",
        "UID:visit-1@newsdesk\r\n",
    ] {
        assert!(text.contains(line), "{line} {text}");
    }
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "an event has a date");
    let reading = Format::ICal.read(&bytes).unwrap();
    assert_eq!((&reading.story, reading.diagnostics.len()), (&Format::ICal.project(&sample()), 0));
    assert_eq!(reading.story.facts.visits[0].hosts, sample().facts.visits[0].hosts);
    let losses = Format::ICal.loss(&sample()).dropped;
    assert!(losses.iter().any(|loss| loss.path == "story/facts/visits[2]"), "{losses:?}");
    assert_eq!(Format::detect(&bytes), Some(Format::ICal));
}

#[test]
fn a_visit_is_from_the_first_day_of_its_stops_to_the_last() {
    let stop = |code: &str, date: &str| Leg::to(Country::new(code).unwrap()).with_dates(day(date));
    let visit = Visit::new(Id::new("visit-1").unwrap())
        .with_leg(stop("EE", "2022-05-06"))
        .with_leg(stop("LV", "2022-05-04"));
    let story = Story::new("").with_facts(Facts::new().with_visit(visit));
    let bytes = Format::ICal.write(&story).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains("DTSTART;VALUE=DATE:20220504\r\nDTEND;VALUE=DATE:20220507\r\n"), "{text}");
    assert_eq!(Format::ICal.read(&bytes).unwrap().story, Format::ICal.project(&story));
}

#[test]
fn a_calendar_of_another_hand_is_read_and_its_trouble_told() {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nX-WR-CALNAME:Diary\nBEGIN:VEVENT\nUID:1@x\nSUMMARY:State vi\n sit to Ost\nDTSTART;TZID=Europe/London:20220504T090000\nDTEND:20220506T100000Z\nATTENDEE;CN=Ann:mailto:a@b.example\nRRULE:FREQ=DAILY\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR\n";
    let reading = Format::ICal.read(text.as_bytes()).unwrap();
    let visit = &reading.story.facts.visits[0];
    assert_eq!((visit.id.as_str(), visit.purpose.as_deref()), ("1", Some("State visit to Ost")));
    assert_eq!(visit.visitors, [Participant::described("Ann")]);
    let lines: Vec<usize> =
        reading.diagnostics.iter().map(|trouble| trouble.position.as_ref().unwrap().line).collect();
    assert_eq!(lines, [12, 9, 14]);
    assert!(Format::ICal.read_with(text.as_bytes(), &ReadOptions::new().with_strict(true)).is_err());
    assert_eq!(
        Format::ICal.read(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n").unwrap_err().trouble().kind,
        TroubleKind::Truncated
    );
    assert_eq!(Format::ICal.read(b"The Minister").unwrap_err().trouble().kind, TroubleKind::WrongFormat);
}

proptest! {
    #![proptest_config(strategy::cases(256))]

    #[test]
    fn what_is_held_reads_back(story in strategy::story(&strategy::any_text())) {
        let bytes = Format::ICal.write(&story).unwrap();
        let reading = Format::ICal.read(&bytes).unwrap();
        prop_assert_eq!(&reading.story, &Format::ICal.project(&story), "{}", String::from_utf8_lossy(&bytes));
        prop_assert_eq!(&reading.diagnostics, &[]);
        prop_assert!(String::from_utf8(bytes).unwrap().split("\r\n").all(|line| line.len() <= 75));
    }

    #[test]
    fn a_mutated_calendar_never_panics(at in any::<proptest::sample::Index>(), length in 0..20_usize, put in strategy::any_text()) {
        let mut bytes = Format::ICal.write(&sample()).unwrap();
        let start = at.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, put.bytes());
        if let Err(error) = Format::ICal.read(&bytes) {
            prop_assert!(error.trouble().position.is_some());
        }
    }
}
