//! iCalendar: what others have written in a calendar is kept, also after an edit of the story.

#![cfg(feature = "ical")]

mod strategy;

use newsdesk::*;
use proptest::prelude::*;

const FORMAT: Format = Format::ICal;

/// The lines of a calendar, unfolded.
fn lines(calendar: &[u8]) -> Vec<String> {
    let text = String::from_utf8(calendar.to_vec()).unwrap().replace("\r\n", "\n");
    let text = text.replace("\n ", "").replace("\n\t", "");
    text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn read(calendar: &str) -> Story {
    FORMAT.read(calendar.as_bytes()).unwrap().story
}

/// What the lines become after an edit: those that are gone, and those that have come.
fn edited(calendar: &str, edit: impl Fn(&mut Story)) -> (Vec<String>, Vec<String>) {
    let mut story = read(calendar);
    edit(&mut story);
    let written = FORMAT.write(&story).unwrap();
    let again = FORMAT.read(&written).unwrap().story;
    assert_eq!(again, FORMAT.project(&story));
    let own = |story: &Story| {
        let mut own = story.clone();
        own.extensions.clear();
        own
    };
    assert_eq!(own(&again), own(&story), "{}", String::from_utf8_lossy(&written));
    let (was, is) = (lines(calendar.as_bytes()), lines(&written));
    let gone = was.iter().filter(|line| !is.contains(line)).cloned().collect();
    (gone, is.into_iter().filter(|line| !was.contains(line)).collect())
}

const DIARY: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Ministry//Diary//EN\r\nX-WR-CALNAME:Diary\r\n\
X-WR-TIMEZONE:Europe/London\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:STANDARD\r\n\
DTSTART:19701025T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
BEGIN:VEVENT\r\nuid:1@ministry.example\r\nDTSTAMP:20220401T080000Z\r\nSUMMARY;LANGUAGE=en:State vi\r\n sit to Ost\r\n\
DTSTART;TZID=Europe/London:20220504T090000\r\nDURATION:P3D\r\nCATEGORIES:Travel,Abroad\r\n\
ORGANIZER;CN=Office;SENT-BY=\"mailto:s@x.example\":mailto:office@x.example\r\n\
ATTENDEE;CN=Bo;ROLE=OPT-PARTICIPANT:mailto:bo@x.example\r\n\
ATTENDEE;CN=\"Fell, Ann\";PARTSTAT=ACCEPTED:mailto:ann@x.example\r\n\
STATUS:CONFIRMED\r\nX-COLOUR;X-A=\"b;c\":red\\, dark\r\nRRULE:FREQ=YEARLY;COUNT=2\r\n\
BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:lunch\r\nDTSTART:20220504T120000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:2@ministry.example\r\nDTSTART;VALUE=DATE:20221113\r\nSUMMARY:Remembrance Sunday\r\n\
LOCATION:Cenotaph\\, London\r\nATTENDEE;CN=Veterans:mailto:v@x.example\r\nEND:VEVENT\r\n\
BEGIN:VTODO\r\nSUMMARY:Order a wreath\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_of_another_hand_is_written_back_line_by_line() {
    let reading = FORMAT.read(DIARY.as_bytes()).unwrap();
    let told: Vec<&str> = reading.diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "RRULE of an event is kept and not read",
            "\"20220504T090000\" is no day and no moment in UTC",
            "an event that is no visit and no commemoration is kept and not read",
            "VTODO is kept and not read",
        ]
    );
    let written = FORMAT.write(&reading.story).unwrap();
    assert_eq!(lines(&written), lines(DIARY.as_bytes()));
    assert_eq!(FORMAT.read(&written).unwrap().story, reading.story);
    assert!(FORMAT.loss(&reading.story).is_empty());
}

#[test]
fn a_calendar_of_another_hand_is_understood() {
    let story = read(DIARY);
    assert_eq!(story.headline, "Diary");
    let visit = &story.facts.visits[0];
    assert_eq!(visit.purpose.as_deref(), Some("State visit to Ost"));
    assert_eq!(visit.dates.as_ref().unwrap().edtf().as_deref(), Some("2022-05-04/2022-05-06"));
    assert_eq!((&visit.kind, &visit.status), (&None, &None));
    assert_eq!(visit.visitors, [Participant::described("Fell, Ann")]);
    assert_eq!(visit.companions, [Participant::described("Bo")]);
    assert_eq!(visit.hosts, [Participant::described("Office")]);
    let day = &story.facts.commemorations[0];
    assert_eq!(day.named_day.as_deref(), Some("Remembrance Sunday"));
    let ceremony = Act::new(ActKind::Ceremony)
        .with_actor(Participant::described("Veterans"))
        .with_place(Place::new("Cenotaph, London"));
    assert_eq!(day.acts, [ceremony]);
}

#[test]
fn each_edit_changes_its_own_lines_alone() {
    type Edit = fn(&mut Story);
    let edits: [(Edit, &[&str], &[&str]); 11] = [
        (
            |story| story.headline = "Minister's diary".to_owned(),
            &["X-WR-CALNAME:Diary"],
            &["X-WR-CALNAME:Minister's diary"],
        ),
        (
            |story| story.facts.visits[0].purpose = Some("Talks".to_owned()),
            &["SUMMARY;LANGUAGE=en:State visit to Ost"],
            &["CATEGORIES:VISIT", "SUMMARY;LANGUAGE=en:Talks"],
        ),
        (
            |story| story.facts.visits[0].purpose = None,
            &["SUMMARY;LANGUAGE=en:State visit to Ost"],
            &["SUMMARY;LANGUAGE=en:Visit"],
        ),
        (
            |story| {
                story.facts.visits[0].dates = Some(
                    Date::new("2022-05-05").with_calendar("2022-05-05".parse::<chrono::NaiveDate>().unwrap()),
                );
            },
            &["DTSTART;TZID=Europe/London:20220504T090000", "DURATION:P3D"],
            &["DTSTART;VALUE=DATE:20220505"],
        ),
        (
            |story| story.facts.visits[0].status = Some(Status::Planned),
            &["STATUS:CONFIRMED"],
            &["STATUS:TENTATIVE"],
        ),
        (
            |story| story.facts.visits[0].status = Some(Status::Completed),
            &[],
            &["X-NEWSDESK-STATUS:completed"],
        ),
        (|story| story.facts.visits[0].kind = Some(VisitKind::State), &[], &["CATEGORIES:VISIT,state"]),
        (
            |story| story.facts.visits[0].visitors = vec![Participant::described("Ann Fell")],
            &["ATTENDEE;CN=\"Fell, Ann\";PARTSTAT=ACCEPTED:mailto:ann@x.example"],
            &["ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Ann Fell\":mailto:ann@x.example"],
        ),
        (
            |story| story.facts.visits[0].companions.clear(),
            &["ATTENDEE;CN=Bo;ROLE=OPT-PARTICIPANT:mailto:bo@x.example"],
            &[],
        ),
        (
            |story| {
                let act = &mut story.facts.commemorations[0].acts[0];
                act.kind = ActKind::Wreath;
                act.place = Some(Place::new("Tower"));
            },
            &["LOCATION:Cenotaph\\, London"],
            &["CATEGORIES:COMMEMORATION,wreath", "LOCATION:Tower", "X-NEWSDESK-PLACE;X-NEWSDESK-ACT=1:Tower"],
        ),
        (
            |story| drop(story.facts.commemorations.pop()),
            &[
                "UID:2@ministry.example",
                "DTSTART;VALUE=DATE:20221113",
                "SUMMARY:Remembrance Sunday",
                "LOCATION:Cenotaph\\, London",
                "ATTENDEE;CN=Veterans:mailto:v@x.example",
            ],
            &[],
        ),
    ];
    for (edit, gone, come) in edits {
        let (is_gone, mut has_come) = edited(DIARY, edit);
        has_come.sort_unstable();
        assert_eq!((is_gone.as_slice(), has_come.as_slice()), (&owned(gone)[..], &owned(come)[..]));
    }
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn a_new_event_and_one_that_loses_its_date_come_and_go_alone() {
    let new = Visit::new(Id::new("3").unwrap()).with_dates(Date::day("2022-06-01".parse().unwrap()));
    let mut story = read(DIARY);
    story.facts.visits.insert(0, new);
    let written = FORMAT.write(&story).unwrap();
    let again = FORMAT.read(&written).unwrap().story;
    let ids: Vec<&str> = again.facts.visits.iter().map(|visit| visit.id.as_str()).collect();
    assert_eq!(ids, ["3", "1"], "in the order of the story");
    assert!(lines(DIARY.as_bytes()).iter().all(|line| lines(&written).contains(line)));
    story.facts.visits[1].dates = None;
    let written = lines(&FORMAT.write(&story).unwrap());
    assert!(!written.iter().any(|line| line.starts_with("uid:1@")), "an event has a date");
    assert!(written.contains(&"UID:lunch".to_owned()) && written.contains(&"END:VTODO".to_owned()));
    let lost = FORMAT.loss(&story).dropped;
    assert!(lost.iter().any(|loss| loss.path == "story/facts/visits[2]"), "{lost:?}");
}

#[test]
fn someone_who_becomes_an_official_keeps_their_address() {
    let (gone, come) = edited(DIARY, |story| {
        let ann = Official::new(Id::new("ann").unwrap()).with_name(Name::western("Ann Fell"));
        story.facts.visits[0].visitors = vec![Participant::Official(ann.id.clone())];
        story.facts.officials.push(ann);
    });
    assert_eq!(gone.len(), 1);
    assert_eq!(
        come,
        ["ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Ann Fell\";EMAIL=\"ann@x.example\":urn:newsdesk:official:ann"]
    );
}

#[test]
fn words_that_others_add_to_the_categories_stay() {
    let own = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20220504T090000Z\nCATEGORIES:VISIT,official,VIP\nEND:VEVENT\nEND:VCALENDAR\n";
    let (gone, come) = edited(own, |story| story.facts.visits[0].kind = Some(VisitKind::State));
    assert_eq!(gone, ["CATEGORIES:VISIT,official,VIP"]);
    assert_eq!(come, ["CATEGORIES:VISIT,state", "CATEGORIES:VIP"]);
}

#[test]
fn hostile_calendars_are_located_errors_and_lenient_ones_diagnostics() {
    let nested = "BEGIN:X\n".repeat(100);
    for (text, kind, line) in [
        ("".to_owned(), TroubleKind::Truncated, 1),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n".to_owned(), TroubleKind::Truncated, 4),
        (format!("BEGIN:VCALENDAR\n{nested}"), TroubleKind::Limit, 65),
        ("BEGIN:VCARD\nEND:VCARD\n".to_owned(), TroubleKind::WrongFormat, 1),
    ] {
        let error = FORMAT.read(text.as_bytes()).unwrap_err();
        let trouble = error.trouble();
        assert_eq!((trouble.kind, trouble.position.as_ref().unwrap().line), (kind, line), "{text:.40}");
    }
    let odd = "BEGIN:VCALENDAR\nno value\nEND:VCARD\nX-A:1\nEND:VCALENDAR\nX-B:2\n";
    let reading = FORMAT.read(odd.as_bytes()).unwrap();
    let lines_of: Vec<usize> =
        reading.diagnostics.iter().map(|found| found.position.as_ref().unwrap().line).collect();
    assert_eq!(lines_of, [2, 3, 5, 4, 6]);
    assert_eq!(lines(&FORMAT.write(&reading.story).unwrap()), lines(odd.as_bytes()));
    let strict = ReadOptions::new().with_strict(true);
    assert_eq!(
        FORMAT.read_with(odd.as_bytes(), &strict).unwrap_err().trouble().position.as_ref().unwrap().line,
        2
    );
    // However deep it was allowed to be, it is written again without recursion.
    let deep =
        format!("BEGIN:VCALENDAR\n{}{}END:VCALENDAR\n", "BEGIN:X\n".repeat(20_000), "END:X\n".repeat(20_000));
    let options = ReadOptions::new().with_limits(Limits::new().with_depth(50_000));
    let story = FORMAT.read_with(deep.as_bytes(), &options).unwrap().story;
    assert_eq!(lines(&FORMAT.write(&story).unwrap()), lines(deep.as_bytes()));
}

#[test]
fn acts_have_their_places_and_people_and_a_day_its_anniversary() {
    let id = |text: &str| Id::new(text).unwrap();
    let ann = Official::new(id("a")).with_name(Name::western("Ann Fell"));
    let who = || Participant::Official(id("a"));
    let mut anniversary = Anniversary::years(100);
    anniversary.approximate = true;
    let commemoration = Commemoration::new(id("c"))
        .with_date(Date::day("2018-11-11".parse().unwrap()))
        .with_anniversary(anniversary)
        .with_remembered(Remembered::new("the Armistice"))
        .with_act(Act::new(ActKind::Silence))
        .with_act(
            Act::new(ActKind::Wreath).with_actor(who()).with_place(
                Place::new("the old \"pier\"")
                    .with_kind(PlaceKind::Site)
                    .with_country(Country::new("FI").unwrap()),
            ),
        )
        .with_act(
            Act::new(ActKind::Service).with_actor(who()).with_actor(Participant::described("the choir")),
        );
    let visit = Visit::new(id("v"))
        .with_dates(Date::day("2018-11-10".parse().unwrap()))
        .with_status(Status::Completed)
        .with_direction(Direction::Outbound)
        .with_host(Participant::described("the Mayor"))
        .with_host(Participant::described("the Council"))
        .with_visitor(who());
    let facts = Facts::new().with_official(ann).with_visit(visit).with_commemoration(commemoration);
    let story = Story::new("A day").with_id(id("story-1")).with_facts(facts);
    let written = FORMAT.write(&story).unwrap();
    assert_eq!(FORMAT.read(&written).unwrap().story, story, "{}", String::from_utf8_lossy(&written));
    assert!(FORMAT.loss(&story).is_empty());
    let lines = lines(&written);
    for line in [
        "UID:story-1",
        "UID:c@story-1",
        "STATUS:CONFIRMED",
        "X-NEWSDESK-STATUS:completed",
        "ATTENDEE;CN=\"the Council\";ROLE=CHAIR:urn:newsdesk:described",
        "X-NEWSDESK-ANNIVERSARY;X-NEWSDESK-UNIT=year;X-NEWSDESK-APPROXIMATE=TRUE:100",
        "LOCATION:the old \"pier\"\\, FI",
        "X-NEWSDESK-PLACE;X-NEWSDESK-ACT=2;X-NEWSDESK-KIND=\"site\";X-NEWSDESK-COUNTRY=FI:the old \"pier\"",
        "ATTENDEE;CN=\"Ann Fell\";ROLE=REQ-PARTICIPANT;X-NEWSDESK-ACT=2,3:urn:newsdesk:official:a",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line} is not in {lines:#?}");
    }
}

/// A property of anybody's; that its value has no line break is seen to.
fn property() -> impl Strategy<Value = String> {
    let names = "(SUMMARY|description|LOCATION|STATUS|CATEGORIES|UID|DTSTART|DTEND|DURATION|ATTENDEE|ORGANIZER|RRULE|URL|NAME|LAST-MODIFIED|X-NEWSDESK-PLACE|X-NEWSDESK-ANNIVERSARY|X-NEWSDESK-STATUS|x-any|NEW)";
    let parameters = "(|;VALUE=DATE|;TZID=Europe/London|;CN=\"a;b:c\";ROLE=CHAIR|;X-NEWSDESK-ACT=1,2|;odd)";
    let values = prop_oneof![
        Just("20220504".to_owned()),
        Just("20220504T090000Z".to_owned()),
        Just("P2DT3H".to_owned()),
        Just("VISIT,state".to_owned()),
        Just("COMMEMORATION,wreath,silence".to_owned()),
        Just("Visit to the memorial".to_owned()),
        Just("CONFIRMED".to_owned()),
        strategy::any_text(),
    ];
    (names, parameters, values).prop_map(|(name, parameters, value)| {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        format!("{name}{parameters}:{value}")
    })
}

fn component() -> impl Strategy<Value = String> {
    let inner = proptest::collection::vec(property(), 0..3);
    ("(VEVENT|VEVENT|VEVENT|VTODO|VTIMEZONE|X-OWN)", proptest::collection::vec(property(), 0..8), inner)
        .prop_map(|(name, lines, inner)| {
            let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
            let inner: String = inner.iter().map(|line| format!("{line}\r\n")).collect();
            format!("BEGIN:{name}\r\n{lines}BEGIN:VALARM\r\n{inner}END:VALARM\r\nEND:{name}\r\n")
        })
}

/// A calendar of anybody's.
fn calendar() -> impl Strategy<Value = String> {
    (proptest::collection::vec(property(), 0..5), proptest::collection::vec(component(), 0..4)).prop_map(
        |(head, components)| {
            let head: String = head.iter().map(|line| format!("{line}\r\n")).collect();
            format!("BEGIN:VCALENDAR\r\n{head}{}END:VCALENDAR\r\n", components.concat())
        },
    )
}

fn fail(error: impl ToString) -> TestCaseError {
    TestCaseError::fail(error.to_string())
}

/// A calendar of ours with what others add to one, where no edit may take it away.
fn enriched(calendar: &str) -> String {
    calendar
        .replacen("PRODID", "X-WR-TIMEZONE:Europe/London\r\nPRODID", 1)
        .replacen("END:VCALENDAR", "BEGIN:VTODO\r\nSUMMARY;X-B=\"c:d\":Order\r\nEND:VTODO\r\nEND:VCALENDAR", 1)
        .replacen(
            "PRODID",
            "COLOR:red\r\nBEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTART:20220101T000000Z\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nPRODID",
            1,
        )
}

const ADDED: [&str; 7] = [
    "X-WR-TIMEZONE:Europe/London",
    "COLOR:red",
    "TZID:X",
    "UID:lunch",
    "SUMMARY:Lunch",
    "SUMMARY;X-B=\"c:d\":Order",
    "END:VTODO",
];

proptest! {
    #![proptest_config(strategy::cases(256))]

    #[test]
    fn whatever_calendar_is_read_is_written_line_by_line(calendar in calendar()) {
        let story = FORMAT.read(calendar.as_bytes()).map_err(fail)?.story;
        let written = FORMAT.write(&story).map_err(fail)?;
        prop_assert_eq!(lines(&written), lines(calendar.as_bytes()));
        prop_assert_eq!(&FORMAT.read(&written).map_err(fail)?.story, &story);
        prop_assert!(FORMAT.loss(&story).is_empty());
    }

    #[test]
    fn a_calendar_of_anybody_becomes_another_story(
        calendar in calendar(),
        other in strategy::story(&strategy::any_text()),
    ) {
        // A location that a property of ours once stood before may be understood when that is gone.
        let calendar = calendar.replace("X-NEWSDESK-PLACE", "X-PLACE");
        let mut other = other;
        other.extensions = FORMAT.read(calendar.as_bytes()).map_err(fail)?.story.extensions;
        let written = FORMAT.write(&other).map_err(fail)?;
        let again = FORMAT.read(&written).map_err(fail)?.story;
        prop_assert_eq!(&again, &FORMAT.project(&other));
        // As if it were written anew, but for what the calendar has beside and events that never had a date.
        other.extensions.clear();
        let held = FORMAT.project(&other);
        let dated = |story: &Story| -> Vec<Visit> {
            story.facts.visits.iter().filter(|it| it.dates.is_some()).cloned().collect()
        };
        let (mut read, wanted) = (dated(&again), dated(&held));
        // A title of others tells the purpose where nothing else does, and stays.
        for (read, _) in read.iter_mut().zip(&wanted).filter(|(_, wanted)| wanted.purpose.is_none()) {
            read.purpose = None;
        }
        prop_assert_eq!(read, wanted, "{}\n{}", calendar, String::from_utf8_lossy(&written));
        let dated = |story: &Story| -> Vec<Commemoration> {
            story.facts.commemorations.iter().filter(|it| it.date.is_some()).cloned().collect()
        };
        prop_assert_eq!(dated(&again), dated(&held), "{}\n{}", calendar, String::from_utf8_lossy(&written));
    }

    #[test]
    fn what_others_added_is_kept_also_after_an_edit(
        story in strategy::story(&strategy::any_text()),
        other in strategy::story(&strategy::any_text()),
    ) {
        let written = String::from_utf8(FORMAT.write(&story).map_err(fail)?).map_err(fail)?;
        let calendar = enriched(&written);
        let mut other = other;
        other.extensions = FORMAT.read(calendar.as_bytes()).map_err(fail)?.story.extensions;
        prop_assert_eq!(other.extensions.len(), 1);
        let written = FORMAT.write(&other).map_err(fail)?;
        for added in ADDED {
            prop_assert!(lines(&written).iter().any(|line| line == added), "{} in {:?}", added, written);
        }
        let mut again = FORMAT.read(&written).map_err(fail)?.story;
        prop_assert_eq!(&again, &FORMAT.project(&other));
        again.extensions.clear();
        other.extensions.clear();
        let held = FORMAT.project(&other);
        // People stand in the order of the events.
        again.facts.officials.sort_by_key(|official| official.id.to_string());
        let mut officials = held.facts.officials.clone();
        officials.sort_by_key(|official| official.id.to_string());
        prop_assert_eq!(&again.facts.officials, &officials);
        prop_assert_eq!(&again.facts.visits, &held.facts.visits, "{}", String::from_utf8_lossy(&written));
        prop_assert_eq!(&again.facts.commemorations, &held.facts.commemorations, "{}", String::from_utf8_lossy(&written));
        prop_assert_eq!((&again.headline, &again.standfirst, &again.dates, &again.iri, &again.id),
            (&held.headline, &held.standfirst, &held.dates, &held.iri, &held.id));
    }
}
