//! What is said in English reads back: `extract(compose(facts)) == facts`.

#![cfg(all(feature = "compose", feature = "extract"))]

mod strategy;

use chrono::NaiveDate;
use newsdesk::compose::Composition;
use newsdesk::{
    Act, ActKind, Anniversary, Calendar, Commemoration, Composer, Country, Date, DateRange, Extractor, Facts,
    Id, Leg, Marking, Meeting, MeetingMode, Name, NatoGrade, Official, Participant, Place, PlaceKind,
    Precedence, PrecedenceScope, Qualifier, Quote, Rank, Relative, Remembered, Role, RoleKind, Service,
    Status, TimeUnit, Visit, VisitKind,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// 1,000 cases, or as many as `PROPTEST_CASES` asks for.
fn config() -> ProptestConfig {
    let cases = ProptestConfig::default().cases.max(1_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn read(composition: &Composition) -> Facts {
    Extractor::new().extract(composition.story.clone()).facts.without_evidence()
}

fn country(code: &str) -> Country {
    Country::new(code).unwrap()
}

fn official(number: usize) -> Participant {
    Participant::Official(Id::numbered("official", number))
}

const NAMES: &[&str] = &[
    "Aino Virta",
    "Carlos Reyes",
    "Ursula von der Leyen",
    "Seán O’Brien",
    "Jean-Pierre Lacroix-Dubois",
    "Đorđe Šćepanović",
    "Abd al-Rahman Qasimi",
    "Ngozi Okafor",
    "Þórunn Egilsdóttir",
    "José María Núñez",
    "Charles de Gaulle",
    "Mark Lancaster",
    "J. R. Tolland",
    "Ólafur Ragnar Grímsson",
    "Mette Kjærsgaard",
    "D’Arcy McTavish",
    "Pham Van Khoi",
    "Zoë Ünal",
    "Lars Løkke Rasmussen",
    "Sitiveni Rabuka",
];

const ROLES: &[(&str, RoleKind)] = &[
    ("Defence Minister", RoleKind::Minister),
    ("Foreign Minister", RoleKind::Minister),
    ("Prime Minister", RoleKind::HeadOfGovernment),
    ("President", RoleKind::HeadOfState),
];

const COUNTRIES: &[(&str, &str)] = &[
    ("RS", "Serbia"),
    ("LV", "Latvia"),
    ("NL", "Netherlands"),
    ("JP", "Japan"),
    ("GB", "United Kingdom"),
    ("NZ", "New Zealand"),
    ("PL", "Poland"),
    ("KE", "Kenya"),
];

const CITIES: &[(&str, &str)] = &[
    ("Belgrade", "RS"),
    ("Novi Sad", "RS"),
    ("Riga", "LV"),
    ("Tokyo", "JP"),
    ("Amsterdam", "NL"),
    ("London", "GB"),
    ("Wellington", "NZ"),
    ("Warsaw", "PL"),
    ("Nairobi", "KE"),
];

fn city(name: &str, code: &str) -> Place {
    Place::new(name).with_kind(PlaceKind::City).with_country(country(code))
}

/// Officials whose names differ, each with a role or rank.
fn officials() -> impl Strategy<Value = Vec<Official>> {
    let names = subsequence(NAMES, 3..=6).prop_shuffle();
    (names, proptest::collection::vec(office(), 6)).prop_map(|(names, offices)| {
        let named = names.into_iter().zip(offices).enumerate();
        named
            .map(|(index, (name, mut official))| {
                official.id = Id::numbered("official", index + 1);
                official.with_name(Name::western(name))
            })
            .collect()
    })
}

/// An official without a name.
fn office() -> impl Strategy<Value = Official> {
    let nobody = || Official::new(Id::numbered("official", 1));
    let qualifier = proptest::option::weighted(0.3, select(vec![Qualifier::Former, Qualifier::Acting]));
    let role = (select(ROLES), select(COUNTRIES), qualifier);
    let second = proptest::option::weighted(0.2, select(&["Minister of Trade", "Minister of Health"][..]));
    let with_role = (role, second, proptest::option::weighted(0.2, Just("Dr"))).prop_map(
        move |(((title, kind), (code, _), qualifier), second, honorific)| {
            let mut role = Role::new(title).with_kind(kind).with_jurisdiction(country(code));
            role.qualifier = qualifier;
            let mut official = nobody().with_role(role).with_country(country(code));
            official.roles.extend(second.map(|second| {
                let of = second.trim_start_matches("Minister of ");
                Role::new(second).with_kind(RoleKind::Minister).with_organisation(of)
            }));
            official.honorifics.extend(honorific.map(str::to_owned));
            official
        },
    );
    let ranks = vec![
        Rank::new("Lieutenant General").with_grade(NatoGrade::officer(8)),
        Rank::new("Admiral").with_grade(NatoGrade::officer(9)).with_service(Service::Navy),
    ];
    prop_oneof![4 => with_role, 1 => select(ranks).prop_map(move |rank| nobody().with_rank(rank))]
}

fn status() -> impl Strategy<Value = Status> {
    select(Status::KNOWN)
}

fn date() -> impl Strategy<Value = Date> {
    let day = (2000..2030_i32, 1..=12_u32, 1..=28_u32)
        .prop_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    let calendar = prop_oneof![
        4 => day.clone().prop_map(Calendar::Day),
        1 => (2000..2030_i32, 1..=12_u32).prop_map(|(year, month)| Calendar::Month { year, month }),
        1 => (2000..2030_i32).prop_map(Calendar::Year),
        1 => (day, 1..90_u64).prop_map(|(start, days)| {
            let end = start.checked_add_days(chrono::Days::new(days)).unwrap();
            DateRange::new(Calendar::Day(start), Calendar::Day(end)).into()
        }),
    ];
    calendar.prop_map(|calendar| Date::new("").with_calendar(calendar))
}

fn maybe<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.4, value)
}

fn maybe_not<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    proptest::option::weighted(0.9, value)
}

/// A visit by the first of the officials to some countries.
fn visit() -> impl Strategy<Value = Visit> {
    let legs = subsequence(COUNTRIES, 1..=3).prop_flat_map(|countries| {
        let legs: Vec<_> = countries.into_iter().map(|(code, _)| leg(code)).collect();
        legs
    });
    let kind =
        maybe(select(vec![VisitKind::Official, VisitKind::State, VisitKind::Working, VisitKind::Private]));
    let company = (maybe(Just(2_usize)), maybe(Just(3_usize)), any::<bool>());
    (legs, maybe_not(status()), kind, maybe(2..30_u32), maybe(since()), company, 0..10_u8).prop_map(
        |(legs, status, kind, days, since, (host, companion, by_person), background)| {
            let mut visit = Visit::new(Id::numbered("visit", 1)).with_visitor(official(1));
            visit.legs = legs;
            // A date after the last of several stops is that of all.
            if let [first @ .., last] = visit.legs.as_mut_slice()
                && !first.is_empty()
                && first.iter().all(|leg| leg.dates.is_none())
            {
                last.dates = None;
            }
            if background == 0 {
                return visit.with_background(true).with_status(Status::Completed);
            }
            visit.status.clone_from(&status);
            visit.kind = kind;
            visit.days = days;
            if matches!(status, None | Some(Status::Cancelled)) {
                return visit;
            }
            visit.hosts.extend(host.map(official));
            visit.companions.extend(companion.map(official));
            if let Some(since) = since {
                let code = visit.legs[0].country.unwrap();
                let name = COUNTRIES.iter().find(|(known, _)| *known == code.as_str()).unwrap().1;
                let place = Place::new(name).with_kind(PlaceKind::Country).with_country(code);
                let scope = match by_person {
                    true => PrecedenceScope::Person(official(1)),
                    false => PrecedenceScope::Office("a British defence minister".into()),
                };
                visit.precedence.push(Precedence::new(scope).with_place(place).with_since(since));
            }
            visit
        },
    )
}

fn since() -> impl Strategy<Value = Date> {
    prop_oneof![
        (1950..2010_i32).prop_map(|year| Date::new("").with_calendar(DateRange::since(Calendar::Year(year)))),
        (2..90_i32).prop_map(|years| {
            let ago = Relative::new(-years, TimeUnit::Year).with_bound(newsdesk::Bound::MoreThan);
            Date::new("").with_relative(ago)
        }),
    ]
}

fn leg(code: &'static str) -> impl Strategy<Value = Leg> {
    let here: Vec<_> = CITIES.iter().filter(|(_, of)| *of == code).map(|(name, _)| *name).collect();
    let most = here.len();
    (subsequence(here, 0..=most), maybe(date())).prop_map(move |(places, dates)| {
        let mut leg = Leg::to(country(code));
        leg.places = places.into_iter().map(|name| city(name, code)).collect();
        leg.dates = dates;
        leg
    })
}

/// Meetings of different people, in no city that somebody visits.
fn meetings(people: usize) -> impl Strategy<Value = Vec<Meeting>> {
    let one = move |mode: MeetingMode| {
        let who = subsequence((1..=people).collect::<Vec<_>>(), 2..=people);
        let group =
            proptest::option::weighted(0.2, select(&["opposition leaders", "members of parliament"][..]));
        (who, maybe_not(status()), maybe(date()), maybe(select(CITIES)), group).prop_map(
            move |(who, status, date, place, group): (Vec<usize>, _, _, _, _)| {
                let mut meeting = Meeting::new(Id::numbered("meeting", 1), mode.clone());
                meeting.party.push(official(who[0]));
                meeting.with.extend(who[1..].iter().map(|who| official(*who)));
                meeting.with.extend(group.map(Participant::described));
                meeting.status = status;
                meeting.date = date;
                meeting.place =
                    place.filter(|_| mode == MeetingMode::InPerson).map(|(name, code)| city(name, code));
                meeting
            },
        )
    };
    (maybe(one(MeetingMode::InPerson)), maybe(one(MeetingMode::Call)), maybe(one(MeetingMode::Virtual)))
        .prop_map(|(a, b, c)| [a, b, c].into_iter().flatten().collect())
}

fn commemoration() -> impl Strategy<Value = Commemoration> {
    let event = select(&["Salonika Front", "Battle of the Coral Sea", "end of the war"][..]);
    let units = select(vec![TimeUnit::Year, TimeUnit::Year, TimeUnit::Month]);
    let occasion = (2..200_u32, event, maybe(date()), units, maybe(1900..1990_i32));
    let acts = subsequence(
        vec![
            ActKind::Wreath,
            ActKind::Flowers,
            ActKind::Silence,
            ActKind::Service,
            ActKind::Ceremony,
            ActKind::Unveiling,
        ],
        0..=3,
    );
    let site = maybe(select(&["Belgrade War Cemetery", "Riga War Memorial"][..]));
    (occasion, acts, site, any::<bool>()).prop_map(
        |((number, event, date, unit, year), acts, site, active)| {
            let mut remembered = Remembered::new(event);
            remembered.date = year.map(|year| Date::new("").with_calendar(Calendar::Year(year)));
            let mut found = Commemoration::new(Id::numbered("commemoration", 1))
                .with_anniversary(Anniversary::new(number, unit))
                .with_remembered(remembered);
            found.date = date.filter(|date| matches!(date.calendar, Some(Calendar::Day(_))));
            for kind in acts {
                let mut act = Act::new(kind);
                if active {
                    act = act.with_actor(official(1));
                }
                if act.kind == ActKind::Wreath {
                    act.place = site.map(|name| {
                        let code = if name.starts_with("Riga") { "LV" } else { "RS" };
                        Place::new(name).with_kind(PlaceKind::Site).with_country(country(code))
                    });
                }
                found.acts.push(act);
            }
            found
        },
    )
}

/// Sentences of which speech is made, with what disturbs readers and writers in them.
const SENTENCES: &[&str] = &[
    "Our connections are historic and strong.",
    "We stand by <friends> & \u{201a}partners\u{2018} alike.",
    "They called it \u{2018}a new start\u{2019} for all of us.",
    "It costs 5 < 6 & 7 > 6, as everyone knows.",
    "The word for peace is \u{5e9}\u{5dc}\u{5d5}\u{5dd}, and \u{633}\u{644}\u{627}\u{645} too.",
    "We will do so (as we did before) [and again].",
    "Is that enough for our children and theirs?",
    "Nai\u{308}ve hopes \u{2013} and cafe\u{301}s \u{2013} are not enough!",
    "I am glad, and I don\u{2019}t hide it from anyone here.",
    "What ends in ]]> is no end of what we say today.",
];

fn quote() -> impl Strategy<Value = Quote> {
    let sentence = select(SENTENCES);
    let paragraph = proptest::collection::vec(sentence, 1..=3).prop_map(|sentences| sentences.join(" "));
    let marking = select(vec![Marking::Marked, Marking::Inferred, Marking::Block]);
    (proptest::collection::vec(paragraph, 1..=3), marking, 1..=3_usize).prop_map(
        |(paragraphs, marking, speaker)| {
            let mut quote = Quote::new(Id::numbered("quote", 1), marking).with_speaker(official(speaker));
            quote.paragraphs = paragraphs;
            quote
        },
    )
}

/// Whether somebody whom visitors were accompanied by came with them: those who serve the country visited, its
/// ambassadors and garrisons are hosts.
fn travels(official: &Official, legs: &[Leg]) -> bool {
    let is_local = legs.iter().any(|leg| leg.country == official.country);
    let is_envoy = official.roles.iter().all(|role| role.kind == Some(RoleKind::Ambassador));
    !is_local && !is_envoy
}

/// Whoever meets hosts in a town of their country and serves another one is on a visit, which the words then tell too.
fn is_visit_to_host(
    meeting: &Meeting,
    place: &Place,
    serves: impl Fn(&Participant) -> Option<Country>,
) -> bool {
    let are_at_home = |side: &[Participant]| {
        side.iter().filter(|who| who.id().is_some()).all(|who| serves(who) == place.country)
    };
    are_at_home(&meeting.with) && !meeting.party.iter().any(|who| serves(who) == place.country)
}

fn facts() -> impl Strategy<Value = Facts> {
    officials().prop_flat_map(|officials| {
        let people = officials.len();
        (
            Just(officials),
            maybe(visit()),
            meetings(people),
            maybe(commemoration()),
            proptest::collection::vec(quote(), 0..=2),
        )
            .prop_map(|(officials, visit, meetings, commemoration, quotes)| {
                let mut facts = Facts::new();
                let of = |who: &Participant| officials.iter().find(|found| who.id() == Some(&found.id));
                facts.visits.extend(visit.map(|mut visit| {
                    let legs = visit.legs.clone();
                    visit.companions.retain(|who| of(who).is_none_or(|official| travels(official, &legs)));
                    // Whoever visits the own country goes to some place in it.
                    let serves = |who: &Participant| of(who).and_then(|official| official.country);
                    visit.legs.retain(|leg| {
                        !(leg.places.is_empty()
                            && visit.visitors.iter().all(|who| serves(who) == leg.country))
                    });
                    visit
                }));
                facts.visits.retain(|visit: &Visit| !visit.legs.is_empty());
                facts.meetings.extend(meetings.into_iter().map(|mut meeting| {
                    let serves = |who: &Participant| of(who).and_then(|official| official.country);
                    if meeting.place.as_ref().is_some_and(|place| is_visit_to_host(&meeting, place, serves)) {
                        meeting.place = None;
                    }
                    meeting
                }));
                facts.officials = officials;
                facts.commemorations.extend(commemoration);
                facts.quotes = quotes;
                facts
            })
    })
}

fn lost(composition: &Composition) -> Vec<String> {
    let told_elsewhere = |reason: &str| reason.starts_with("stops in several countries");
    composition
        .unsaid
        .iter()
        .filter(|unsaid| !told_elsewhere(unsaid.reason))
        .map(ToString::to_string)
        .collect()
}

fn prose(composition: &Composition) -> String {
    composition.story.body.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_news_tells_is_all_said_and_reads_back(facts in facts()) {
        let composition = Composer::new().compose(&facts);
        prop_assert_eq!(lost(&composition), Vec::<String>::new(), "{}", prose(&composition));
        prop_assert_eq!(read(&composition), composition.facts.clone(), "{}", prose(&composition));
    }
}

/// Facts of every shape that the model has, with text that is no news.
fn any_facts() -> impl Strategy<Value = Facts> {
    let wild = strategy::facts(&strategy::any_text());
    (wild, facts()).prop_map(|(wild, tame)| {
        let mut facts = tame;
        facts.officials.extend(wild.officials);
        facts.organisations.extend(wild.organisations);
        facts.visits.extend(wild.visits);
        facts.meetings.extend(wild.meetings);
        facts.commemorations.extend(wild.commemorations);
        facts.quotes.extend(wild.quotes);
        facts
    })
}

/// The published day, and the words of news for days around it.
fn near_date() -> impl Strategy<Value = Date> {
    let near = [
        (0, TimeUnit::Day),
        (-1, TimeUnit::Day),
        (1, TimeUnit::Day),
        (1, TimeUnit::Week),
        (-1, TimeUnit::Month),
        (1, TimeUnit::Year),
    ];
    prop_oneof![
        select(near.to_vec())
            .prop_map(|(offset, unit)| Date::new("").with_relative(Relative::new(offset, unit))),
        select(vec![chrono::Weekday::Mon, chrono::Weekday::Thu])
            .prop_map(|day| Date::new("").with_weekday(day)),
        (1..=12_u32, 1..=28_u32)
            .prop_map(|(month, day)| Date::new("").with_calendar(Calendar::MonthDay { month, day })),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn of_any_facts_what_is_said_reads_back(facts in any_facts()) {
        let composition = Composer::new().compose(&facts);
        prop_assert_eq!(read(&composition), composition.facts.clone(), "{}", prose(&composition));
        let again = Composer::new().compose(&composition.facts);
        let (first, second) = (prose(&composition), prose(&again));
        prop_assert_eq!(again.facts, composition.facts, "what is said once can be said again: {}\n{}", first, second);
    }

    #[test]
    fn near_dates_are_said_from_the_day_of_publication(officials in officials(), date in near_date()) {
        let published = NaiveDate::from_ymd_opt(2018, 11, 29).unwrap();
        // A weekday on its own looks back: "will meet on Monday" is "next Monday". Of a day without a year the verb
        // tells the side: "will meet on 1 November", said on 29 November, is a year later.
        let is_over = date.calendar.is_some() && date.clone().resolve(published).last_day() < Some(published);
        let status = if date.weekday.is_some() || is_over { Status::Completed } else { Status::Planned };
        let mut facts = Facts::new();
        facts.officials = officials;
        facts.meetings.push(
            Meeting::new(Id::numbered("meeting", 1), MeetingMode::InPerson)
                .with_party(official(1))
                .with_counterpart(official(2))
                .with_status(status)
                .with_date(date.clone()),
        );
        let composition = Composer::new().with_date(published).compose(&facts);
        prop_assert_eq!(lost(&composition), Vec::<String>::new(), "{}", prose(&composition));
        prop_assert_eq!(read(&composition), composition.facts.clone(), "{}", prose(&composition));
        let said = composition.facts.meetings[0].date.clone().unwrap();
        prop_assert_eq!(said.edtf(), date.resolve(published).edtf());
    }

    #[test]
    fn an_official_alone_reads_back(official in officials()) {
        let mut official = official[0].clone();
        official.id = Id::numbered("official", 1);
        let text = official.to_string();
        prop_assert_eq!(text.parse::<Official>().unwrap(), official, "{}", text);
    }

    #[test]
    fn a_visit_alone_reads_back(visit in visit()) {
        let visit = worded(visit);
        let text = visit.to_string();
        prop_assert_eq!(text.parse::<Visit>(), Ok(visit), "{}", text);
    }

    #[test]
    fn a_commemoration_alone_reads_back(commemoration in commemoration()) {
        let mut commemoration = commemoration;
        reword(commemoration.date.as_mut());
        reword(commemoration.remembered.as_mut().and_then(|event| event.date.as_mut()));
        let text = commemoration.to_string();
        prop_assert_eq!(text.parse::<Commemoration>().unwrap(), commemoration, "{}", text);
    }
}

#[test]
fn who_has_no_name_and_takes_part_in_nothing_is_left_out_and_told() {
    let ambassador = Official::new(Id::numbered("official", 1)).with_role(Role::new("Ambassador"));
    let minister = Official::new(Id::numbered("official", 2))
        .with_name(Name::western("Aino Virta"))
        .with_role(Role::new("Foreign Minister"));
    let facts = Facts::new().with_official(ambassador).with_official(minister);
    let composition = Composer::new().compose(&facts);
    assert_eq!(prose(&composition), "Also named\nForeign Minister Aino Virta");
    let unsaid: Vec<&str> = composition.unsaid.iter().map(|unsaid| unsaid.path.as_str()).collect();
    assert_eq!(unsaid, ["facts/official[1]"]);
}

/// The visit with the words that its dates have in a text.
fn worded(mut visit: Visit) -> Visit {
    visit.legs.iter_mut().for_each(|leg| reword(leg.dates.as_mut()));
    for since in visit.precedence.iter_mut().filter_map(|found| found.since.as_mut()) {
        since.raw = match (&since.calendar, since.relative) {
            (_, Some(relative)) => format!("more than {} years", -relative.offset),
            (Some(Calendar::Range(range)), _) => range.start.as_ref().unwrap().to_string(),
            _ => unreachable!("the strategy gives no other"),
        };
    }
    visit
}

fn reword(date: Option<&mut Date>) {
    let day = |day: &NaiveDate| day.format("%-d %B %Y").to_string();
    let Some(date) = date else { return };
    date.raw = match date.calendar.as_ref().unwrap() {
        Calendar::Day(known) => day(known),
        Calendar::Month { year, month } => {
            NaiveDate::from_ymd_opt(*year, *month, 1).unwrap().format("%B %Y").to_string()
        }
        Calendar::Range(range) => {
            let (Some(Calendar::Day(start)), Some(Calendar::Day(end))) = (&range.start, &range.end) else {
                unreachable!("the strategy gives ranges of days")
            };
            let same = |format| start.format(format).to_string() == end.format(format).to_string();
            let start = match (same("%Y-%m"), same("%Y")) {
                (true, _) => start.format("%-d"),
                (_, true) => start.format("%-d %B"),
                _ => start.format("%-d %B %Y"),
            };
            format!("{start} to {}", day(end))
        }
        Calendar::Year(year) => year.to_string(),
        _ => unreachable!("the strategy gives no other"),
    };
}
