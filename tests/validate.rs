//! The rules, over stories of every sort: real ones, sound ones, and nonsense.

#![cfg(feature = "validate")]

use std::fs;
use std::ops::Range;

use newsdesk::validate::{RULES, Report};
use newsdesk::*;
use proptest::prelude::*;

fn id(kind: &str) -> Id {
    Id::numbered(kind, 1)
}

fn day(text: &str) -> Date {
    Date::day(text.parse().unwrap())
}

fn story() -> Story {
    Story::new("Minister opens bridge")
        .with_dates(StoryDates::new().with_first_published(day("2018-11-30")))
        .with_block(Block::paragraph("The Minister opened the bridge at Ost."))
}

#[test]
fn a_visit_needs_no_host_and_no_visitor() {
    let visit = Visit::new(id("visit")).with_leg(Leg::new().with_place(Place::new("Ost")));
    assert_eq!(story().with_facts(Facts::new().with_visit(visit)).validate(), Report::default());
}

#[test]
fn an_official_needs_no_name() {
    let ambassador = Official::new(id("official")).with_role(Role::new("Ambassador"));
    assert_eq!(story().with_facts(Facts::new().with_official(ambassador)).validate(), Report::default());
}

#[test]
fn a_date_needs_no_year() {
    let fourth = Date::new("4 January").with_calendar(Calendar::MonthDay { month: 1, day: 4 });
    let visit = Visit::new(id("visit")).with_status(Status::Completed).with_dates(fourth);
    assert_eq!(story().with_facts(Facts::new().with_visit(visit)).validate(), Report::default());
}

#[test]
fn a_story_may_tell_of_many_visits_by_one_person() {
    let minister = || Participant::Official(id("official"));
    let visit = |number| {
        Visit::new(Id::numbered("visit", number)).with_visitor(minister()).with_dates(day("2018-11-29"))
    };
    let facts =
        Facts::new().with_official(Official::new(id("official"))).with_visit(visit(1)).with_visit(visit(2));
    assert_eq!(story().with_facts(facts).validate(), Report::default());
}

#[test]
fn a_story_of_1999_with_no_date_of_publication_is_not_measured_against_today() {
    let visit = Visit::new(id("visit")).with_status(Status::Planned).with_dates(day("1999-01-01"));
    let mut story = story().with_facts(Facts::new().with_visit(visit));
    story.dates = StoryDates::new();
    assert_eq!(story.validate(), Report::default());
}

#[test]
fn the_seed_story_has_no_findings() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seed/western-balkans.txt");
    let Ok(text) = fs::read_to_string(path) else { return println!("skipped: {path} is not here") };
    let mut blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let story = Story::new(blocks.next().unwrap());
    let report = blocks.fold(story, |story, block| story.with_block(Block::paragraph(block))).validate();
    assert_eq!(report.to_string(), "");
}

/// What a careful reader called a fault when the rules were made; more findings are false alarms.
#[test]
fn modern_releases_seldom_have_findings() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/us-state.jsonl");
    let Ok(lines) = fs::read_to_string(path) else { return println!("skipped: {path} is not here") };
    let (mut stories, mut with_findings) = (0, 0);
    for line in lines.lines().step_by(4) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let text =
            line["text"].as_str().unwrap().split("\n\n").map(str::trim).filter(|block| !block.is_empty());
        let story = Story::new(line["title"].as_str().unwrap());
        let story = text.fold(story, |story, block| story.with_block(Block::paragraph(block)));
        stories += 1;
        with_findings += usize::from(!story.validate().is_empty());
    }
    assert!(stories > 500 && with_findings <= 3, "{with_findings} of {stories} stories have findings");
}

/// Quadratic rules would take hours over this.
#[test]
fn a_huge_story_is_checked_in_time_in_proportion() {
    const SIZE: usize = 60_000;
    let minister = || Participant::Official(Id::numbered("official", 1));
    let mut story = story();
    let mut visit = Visit::new(id("visit"));
    let mut meeting = Meeting::new(id("meeting"), MeetingMode::Call);
    for number in 0..SIZE {
        story.body.push(Block::paragraph(format!(
            "“Paragraph {number} is as long as a paragraph of real news is, or nearly, she said:"
        )));
        story
            .facts
            .officials
            .push(Official::new(Id::numbered("official", number / 2)).with_role(Role::new("Mayor")));
        visit.visitors.push(minister());
        visit.hosts.push(minister());
        visit.legs.push(Leg::new().with_dates(day("2018-11-30")));
        meeting.party.push(minister());
        meeting.with.push(minister());
    }
    story.facts.visits.push(visit);
    story.facts.meetings.push(meeting);
    assert!(story.validate().findings.len() > SIZE);
}

#[test]
fn a_report_is_data() {
    let json = serde_json::to_value(Story::new("“Open").with_standfirst("It is open.").validate()).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"findings": [{
            "rule": "unbalanced-quotation-marks",
            "severity": "warning",
            "path": "story/headline",
            "span": {"part": "headline", "start": 0, "end": 3},
            "message": "“ opens a quotation that nothing closes",
        }]})
    );
}

// Stories whose members are drawn from few values, so that ids collide, references dangle and dates disagree.

fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "",
        " ",
        "said:",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "«",
        "»",
        "„",
        "a",
        "é",
        "\u{fffd}",
        "Ã¶",
        "â€",
        "\u{7}",
        "שלום",
        "e\u{301}",
        "\n",
        ". ",
        "5",
        "x".repeat(90).leak(),
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12).prop_map(|pieces| pieces.concat())
}

fn some_id() -> impl Strategy<Value = Id> {
    (0usize..4).prop_map(|number| Id::numbered("fact", number))
}

fn calendar() -> impl Strategy<Value = Calendar> {
    let number = || prop_oneof![0u32..40, Just(u32::MAX)];
    let year = || prop_oneof![1900i32..2030, Just(i32::MIN), Just(i32::MAX)];
    let leaf = prop_oneof![
        (0i64..1 << 33)
            .prop_map(|s| Calendar::Instant(chrono::DateTime::from_timestamp(s, 0).unwrap().fixed_offset())),
        (730_000i32..740_000)
            .prop_map(|n| Calendar::Day(chrono::NaiveDate::from_num_days_from_ce_opt(n).unwrap())),
        Just(Calendar::Day(chrono::NaiveDate::MIN)),
        Just(Calendar::Day(chrono::NaiveDate::MAX)),
        (year(), number()).prop_map(|(year, month)| Calendar::Month { year, month }),
        year().prop_map(Calendar::Year),
        year().prop_map(Calendar::Decade),
        (number(), number()).prop_map(|(month, day)| Calendar::MonthDay { month, day }),
        number().prop_map(Calendar::MonthOfYear),
        number().prop_map(Calendar::DayOfMonth),
    ];
    leaf.prop_recursive(2, 4, 2, |end| {
        (prop::option::of(end.clone()), prop::option::of(end)).prop_map(|(start, end)| {
            let mut range = DateRange::default();
            (range.start, range.end) = (start, end);
            range.into()
        })
    })
}

fn date() -> impl Strategy<Value = Date> {
    let weekday = prop::sample::select(vec![chrono::Weekday::Mon, chrono::Weekday::Sun]);
    let unit = prop::sample::select(vec![TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Year]);
    let relative =
        (prop_oneof![-3i32..3, Just(i32::MIN)], unit).prop_map(|(offset, unit)| Relative::new(offset, unit));
    let option = |strategy| prop::option::of(strategy);
    (
        text(),
        option(calendar().boxed()),
        prop::option::of(weekday),
        prop::option::of(relative),
        option(calendar().boxed()),
    )
        .prop_map(|(raw, calendar, weekday, relative, resolved)| {
            let mut date = Date::new(raw);
            (date.calendar, date.weekday, date.relative, date.resolved) =
                (calendar, weekday, relative, resolved);
            date
        })
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let part = prop_oneof![
        Just(Part::Headline),
        Just(Part::Standfirst),
        Just(Part::Byline),
        Just(Part::Dateline),
        (0usize..4).prop_map(Part::Block),
        Just(Part::Block(usize::MAX)),
    ];
    let byte = || prop_oneof![0usize..12, Just(usize::MAX)];
    (part, byte(), byte(), text()).prop_map(|(part, start, end, text)| {
        let span = Range { start, end };
        Evidence::new(part, span, "test").with_text(text)
    })
}

fn participant() -> impl Strategy<Value = Participant> {
    prop_oneof![
        some_id().prop_map(Participant::Official),
        some_id().prop_map(Participant::Organisation),
        text().prop_map(Participant::Described),
    ]
}

fn few<S: Strategy>(strategy: S) -> impl Strategy<Value = Vec<S::Value>>
where
    S::Value: Clone,
{
    prop::collection::vec(strategy, 0..3)
}

fn visit() -> impl Strategy<Value = Visit> {
    let status = prop::option::of(prop::sample::select(Status::KNOWN.to_vec()));
    let leg = (date(), text())
        .prop_map(|(dates, place)| Leg::new().with_dates(dates).with_place(Place::new(place)));
    let people = (few(participant()), few(participant()), few(participant()), few(some_id()));
    (
        some_id(),
        people,
        few(leg),
        prop::option::of(date()),
        prop::option::of(0u32..4),
        status,
        few(evidence()),
    )
        .prop_map(
            |(id, (visitors, companions, hosts, meetings), legs, dates, days, status, evidence)| {
                let scope = PrecedenceScope::Office(String::new());
                let mut visit =
                    Visit::new(id).with_precedence(Precedence::new(scope).with_ordinal(days.unwrap_or(1)));
                (visit.visitors, visit.companions, visit.hosts, visit.meetings) =
                    (visitors, companions, hosts, meetings);
                (visit.legs, visit.dates, visit.days, visit.status) = (legs, dates, days, status);
                visit.evidence = evidence;
                visit
            },
        )
}

fn facts() -> impl Strategy<Value = Facts> {
    let official =
        (some_id(), text(), few(evidence()), few(text())).prop_map(|(id, name, mentions, roles)| {
            let mut official =
                Official::new(id).with_name(Name::western(&name)).with_country(Country::new("YU").unwrap());
            official.mentions = mentions.into_iter().map(|e| Mention::new(MentionForm::Name, e)).collect();
            official.roles = roles.into_iter().map(Role::new).collect();
            official.with_identifier(Identifier::new("wikidata", name))
        });
    let meeting =
        (some_id(), few(participant()), few(participant()), date()).prop_map(|(id, party, with, date)| {
            let mut meeting =
                Meeting::new(id, MeetingMode::Call).with_status(Status::Completed).with_date(date);
            (meeting.party, meeting.with) = (party, with);
            meeting
        });
    let commemoration = (some_id(), some_id(), date(), prop::option::of(date()), 0u32..110, text()).prop_map(
        |(id, person, event, date, number, text)| {
            let remembered = Remembered::new(text).with_person(person).with_date(event);
            let anniversary = Anniversary::years(number);
            let mut commemoration =
                Commemoration::new(id).with_remembered(remembered).with_anniversary(anniversary);
            commemoration.date = date;
            commemoration
        },
    );
    let quote = (some_id(), few(text()), few(evidence()), participant()).prop_map(
        |(id, paragraphs, evidence, speaker)| {
            let mut quote = Quote::new(id, Marking::Marked).with_speaker(speaker);
            (quote.paragraphs, quote.evidence) = (paragraphs, evidence);
            quote
        },
    );
    let mention = (date(), evidence()).prop_map(|(date, evidence)| DateMention::new(date, evidence));
    (few(official), few(visit()), few(meeting), few(commemoration), few(quote), few(mention)).prop_map(
        |(officials, visits, meetings, commemorations, quotes, dates)| {
            let mut facts = Facts::new();
            (facts.officials, facts.visits, facts.meetings) = (officials, visits, meetings);
            (facts.commemorations, facts.quotes, facts.dates) = (commemorations, quotes, dates);
            facts
        },
    )
}

fn nonsense() -> impl Strategy<Value = Story> {
    let kind = prop_oneof![
        Just(BlockKind::Paragraph),
        (0u8..9).prop_map(|level| BlockKind::Heading { level }),
        Just(BlockKind::Quotation { starts: false }),
        Just(BlockKind::ListItem { ordered: false, depth: 0, starts: false }),
        Just(BlockKind::Caption),
        Just(BlockKind::Boilerplate { role: BoilerplateRole::Notes }),
    ];
    let block = (kind, text()).prop_map(|(kind, text)| Block::new(kind, text));
    let dates = (
        prop::option::of(date()),
        prop::option::of(date()),
        prop::option::of(date()),
        prop::option::of(date()),
    );
    (text(), prop::option::of(text()), text(), few(block), facts(), dates).prop_map(
        |(headline, standfirst, line, body, facts, (published, updated, embargo, withdrawn))| {
            let mut story = Story::new(headline).with_facts(facts).with_dateline(Dateline::new(line.clone()));
            (story.standfirst, story.body) = (standfirst, body);
            story.byline = Some(Byline::new(line).with_author(Id::numbered("fact", 1)));
            (story.dates.first_published, story.dates.updated) = (published, updated);
            (story.dates.embargo, story.dates.withdrawn) = (embargo, withdrawn);
            story
        },
    )
}

/// Whether a path leads to a member of a story as its JSON has it.
fn stands(story: &serde_json::Value, path: &str) -> bool {
    let mut here = story;
    for step in path.split('/').skip(1) {
        let (field, number) = match step.split_once('[') {
            Some((field, number)) => (field, number.trim_end_matches(']').parse::<usize>().ok()),
            None => (step, None),
        };
        // A name is its parts, in JSON; an empty headline is left out.
        let next = if field == "parts" { Some(here) } else { here.get(field) };
        let next = match number {
            Some(number) => next.and_then(|list| list.get(number - 1)),
            None => next,
        };
        match next {
            Some(next) => here = next,
            None => return path == "story/headline",
        }
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_story_makes_a_rule_panic_and_every_finding_points_at_what_is_there(story in nonsense()) {
        let report = story.validate();
        let json = serde_json::to_value(&story).unwrap();
        for finding in &report.findings {
            prop_assert!(RULES.iter().any(|rule| rule.id == finding.rule && rule.severity == finding.severity));
            prop_assert!(stands(&json, &finding.path), "{} is not in {}", finding.path, json);
            if let Some(span) = finding.span {
                let text = story.text_of(span.part).and_then(|text| text.get(span.range()));
                prop_assert!(text.is_some(), "{finding:?}");
            }
        }
        prop_assert_eq!(report.to_string().is_empty(), report.is_empty());
    }

    #[test]
    fn no_part_alone_makes_a_rule_panic(facts in facts()) {
        let _ = facts.validate();
        facts.officials.iter().for_each(|official| drop(official.validate()));
        facts.visits.iter().for_each(|visit| drop(visit.validate()));
        facts.meetings.iter().for_each(|meeting| drop(meeting.validate()));
        facts.commemorations.iter().for_each(|commemoration| drop(commemoration.validate()));
        facts.quotes.iter().for_each(|quote| drop(quote.validate()));
    }

    #[test]
    fn a_sound_story_stays_sound_with_sound_words_added(words in prop::collection::vec("[A-Z][a-z’]{1,8}( [a-zé]{1,8}){1,8}\\.", 1..6)) {
        let sound = words.iter().fold(story(), |story, words| {
            story.with_block(Block::paragraph(words)).with_block(Block::paragraph(format!("“{words}”")))
        });
        prop_assert_eq!(sound.validate().to_string(), "");
    }
}
