//! Facts, and what they are made of.

use newsdesk::*;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Text, date, few, id, maybe, word};

const UNITS: &[TimeUnit] = &[TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Year];

fn country() -> impl Strategy<Value = Country> {
    "([A-Z]{2}|GB|RS|XK|EU|UN|NATO)".prop_map(|code| Country::new(code).unwrap())
}

/// An identifier, retired or not.
pub fn identifier(text: &Text) -> BoxedStrategy<Identifier> {
    (word(IdentifierScheme::KNOWN, text), text.clone(), maybe(date(text)))
        .prop_map(|(scheme, value, retired)| {
            let mut identifier = Identifier::new("", value);
            identifier.scheme = scheme;
            identifier.retired = retired;
            identifier
        })
        .boxed()
}

/// Evidence anywhere, whether or not the story has text there.
pub fn evidence(text: &Text) -> BoxedStrategy<Evidence> {
    let offset = || prop_oneof![4 => 0..200_usize, 1 => any::<usize>()];
    let part = prop_oneof![
        Just(Part::Headline),
        Just(Part::Standfirst),
        Just(Part::Byline),
        Just(Part::Dateline),
        offset().prop_map(Part::Block),
    ];
    (part, offset(), offset(), text.clone(), text.clone(), 0..=100_u8, any::<bool>())
        .prop_map(|(part, start, end, text, rule, percent, in_quote)| {
            Evidence::new(part, start..end, rule)
                .with_text(text)
                .with_confidence(Confidence::percent(percent))
                .with_in_quote(in_quote)
        })
        .boxed()
}

pub(super) fn place(text: &Text) -> BoxedStrategy<Place> {
    (text.clone(), maybe(word(PlaceKind::KNOWN, text)), maybe(country()), few(identifier(text)))
        .prop_map(|(name, kind, country, identifiers)| {
            let mut place = Place::new(name);
            place.kind = kind;
            place.country = country;
            place.identifiers = identifiers;
            place
        })
        .boxed()
}

fn participant(text: &Text) -> BoxedStrategy<Participant> {
    prop_oneof![
        id(text).prop_map(Participant::Official),
        id(text).prop_map(Participant::Organisation),
        text.clone().prop_map(Participant::Described),
    ]
    .boxed()
}

/// An organisation.
pub fn organisation(text: &Text) -> BoxedStrategy<Organisation> {
    (
        id(text),
        text.clone(),
        maybe(text.clone()),
        maybe(country()),
        few(identifier(text)),
        few(evidence(text)),
    )
        .prop_map(|(id, name, abbreviation, country, identifiers, evidence)| {
            let mut organisation = Organisation::new(id, name);
            organisation.abbreviation = abbreviation;
            organisation.country = country;
            organisation.identifiers = identifiers;
            organisation.evidence = evidence;
            organisation
        })
        .boxed()
}

fn name(text: &Text) -> BoxedStrategy<Name> {
    let part = (word(NamePartKind::KNOWN, text), text.clone());
    proptest::collection::vec(part, 0..4).prop_map(Name::from_parts).boxed()
}

fn rank(text: &Text) -> BoxedStrategy<Rank> {
    let grade =
        prop_oneof![(1..=10_u8).prop_map(NatoGrade::officer), (1..=9_u8).prop_map(NatoGrade::other_rank)];
    (text.clone(), maybe(word(Service::KNOWN, text)), maybe(grade))
        .prop_map(|(title, service, grade)| {
            let mut rank = Rank::new(title);
            rank.service = service;
            rank.grade = grade;
            rank
        })
        .boxed()
}

fn role(text: &Text) -> BoxedStrategy<Role> {
    (
        text.clone(),
        maybe(word(RoleKind::KNOWN, text)),
        maybe(text.clone()),
        maybe(country()),
        maybe(word(Qualifier::KNOWN, text)),
        few(evidence(text)),
    )
        .prop_map(|(title, kind, organisation, jurisdiction, qualifier, evidence)| {
            let mut role = Role::new(title);
            role.kind = kind;
            role.organisation = organisation;
            role.jurisdiction = jurisdiction;
            role.qualifier = qualifier;
            role.evidence = evidence;
            role
        })
        .boxed()
}

/// An official.
pub fn official(text: &Text) -> BoxedStrategy<Official> {
    let mention = (word(MentionForm::KNOWN, text), evidence(text))
        .prop_map(|(form, evidence)| Mention::new(form, evidence));
    (
        id(text),
        maybe(name(text)),
        few(text.clone()),
        maybe(rank(text)),
        few(text.clone()),
        few(role(text)),
        maybe(country()),
        few(identifier(text)),
        few(mention),
    )
        .prop_map(|(id, name, honorifics, rank, post_nominals, roles, country, identifiers, mentions)| {
            let mut official = Official::new(id);
            official.name = name;
            official.honorifics = honorifics;
            official.rank = rank;
            official.post_nominals = post_nominals;
            official.roles = roles;
            official.country = country;
            official.identifiers = identifiers;
            official.mentions = mentions;
            official
        })
        .boxed()
}

fn leg(text: &Text) -> BoxedStrategy<Leg> {
    (maybe(country()), few(place(text)), maybe(date(text)))
        .prop_map(|(country, places, dates)| {
            let mut leg = Leg::new();
            leg.country = country;
            leg.places = places;
            leg.dates = dates;
            leg
        })
        .boxed()
}

fn engagement(text: &Text) -> BoxedStrategy<Engagement> {
    (text.clone(), maybe(place(text)), maybe(date(text)), few(evidence(text)))
        .prop_map(|(words, place, date, evidence)| {
            let mut engagement = Engagement::new(words);
            engagement.place = place;
            engagement.date = date;
            engagement.evidence = evidence;
            engagement
        })
        .boxed()
}

fn precedence(text: &Text) -> BoxedStrategy<Precedence> {
    let scope = prop_oneof![
        participant(text).prop_map(PrecedenceScope::Person),
        text.clone().prop_map(PrecedenceScope::Office),
    ];
    (scope, any::<u32>(), maybe(place(text)), maybe(date(text)), maybe(text.clone()), few(evidence(text)))
        .prop_map(|(scope, ordinal, place, since, since_event, evidence)| {
            let mut precedence = Precedence::new(scope).with_ordinal(ordinal);
            precedence.place = place;
            precedence.since = since;
            precedence.since_event = since_event;
            precedence.evidence = evidence;
            precedence
        })
        .boxed()
}

/// A visit.
pub fn visit(text: &Text) -> BoxedStrategy<Visit> {
    let people = (
        few(participant(text)),
        few(participant(text)),
        few(participant(text)),
        few(id(text)),
        maybe(participant(text)),
    );
    let travel = (few(leg(text)), maybe(date(text)), maybe(any::<u32>()), few(engagement(text)));
    let sort = (
        maybe(word(VisitKind::KNOWN, text)),
        maybe(word(Direction::KNOWN, text)),
        maybe(word(Status::KNOWN, text)),
        maybe(text.clone()),
        any::<bool>(),
    );
    (id(text), people, travel, sort, few(precedence(text)), few(evidence(text)))
        .prop_map(|(id, people, travel, sort, precedence, evidence)| {
            let mut visit = Visit::new(id);
            (visit.visitors, visit.companions, visit.hosts, visit.meetings, visit.invitation) = people;
            (visit.legs, visit.dates, visit.days, visit.engagements) = travel;
            (visit.kind, visit.direction, visit.status, visit.purpose, visit.background) = sort;
            visit.precedence = precedence;
            visit.evidence = evidence;
            visit
        })
        .boxed()
}

/// A meeting.
pub fn meeting(text: &Text) -> BoxedStrategy<Meeting> {
    (
        id(text),
        few(participant(text)),
        few(participant(text)),
        word(MeetingMode::KNOWN, text),
        maybe(word(Status::KNOWN, text)),
        maybe(place(text)),
        maybe(date(text)),
        maybe(text.clone()),
        few(evidence(text)),
    )
        .prop_map(|(id, party, with, mode, status, place, date, subject, evidence)| {
            let mut meeting = Meeting::new(id, mode);
            meeting.party = party;
            meeting.with = with;
            meeting.status = status;
            meeting.place = place;
            meeting.date = date;
            meeting.subject = subject;
            meeting.evidence = evidence;
            meeting
        })
        .boxed()
}

fn act(text: &Text) -> BoxedStrategy<Act> {
    (
        word(ActKind::KNOWN, text),
        few(participant(text)),
        maybe(place(text)),
        maybe(date(text)),
        few(evidence(text)),
    )
        .prop_map(|(kind, actors, place, date, evidence)| {
            let mut act = Act::new(kind);
            act.actors = actors;
            act.place = place;
            act.date = date;
            act.evidence = evidence;
            act
        })
        .boxed()
}

/// A commemoration.
pub fn commemoration(text: &Text) -> BoxedStrategy<Commemoration> {
    let remembered = (text.clone(), maybe(id(text)), maybe(date(text))).prop_map(|(words, person, date)| {
        let mut remembered = Remembered::new(words);
        remembered.person = person;
        remembered.date = date;
        remembered
    });
    let anniversary = (any::<u32>(), select(UNITS), any::<bool>())
        .prop_map(|(number, unit, approximate)| Anniversary::new(number, unit).with_approximate(approximate));
    (
        id(text),
        maybe(remembered),
        maybe(anniversary),
        maybe(text.clone()),
        few(act(text)),
        maybe(date(text)),
        few(evidence(text)),
    )
        .prop_map(|(id, remembered, anniversary, named_day, acts, date, evidence)| {
            let mut commemoration = Commemoration::new(id);
            commemoration.remembered = remembered;
            commemoration.anniversary = anniversary;
            commemoration.named_day = named_day;
            commemoration.acts = acts;
            commemoration.date = date;
            commemoration.evidence = evidence;
            commemoration
        })
        .boxed()
}

/// A quote.
pub fn quote(text: &Text) -> BoxedStrategy<Quote> {
    (
        id(text),
        maybe(participant(text)),
        few(text.clone()),
        word(Marking::KNOWN, text),
        maybe(text.clone()),
        few(evidence(text)),
    )
        .prop_map(|(id, speaker, paragraphs, marking, lead_in, evidence)| {
            let mut quote = Quote::new(id, marking);
            quote.speaker = speaker;
            quote.paragraphs = paragraphs;
            quote.lead_in = lead_in;
            quote.evidence = evidence;
            quote
        })
        .boxed()
}

/// The facts of a story, ids that refer to nothing and ids that stand twice included.
pub fn facts(text: &Text) -> BoxedStrategy<Facts> {
    let mention = (date(text), evidence(text)).prop_map(|(date, evidence)| DateMention::new(date, evidence));
    (
        few(official(text)),
        few(organisation(text)),
        few(visit(text)),
        few(meeting(text)),
        few(commemoration(text)),
        few(quote(text)),
        few(mention),
    )
        .prop_map(|(officials, organisations, visits, meetings, commemorations, quotes, dates)| {
            let mut facts = Facts::new();
            facts.officials = officials;
            facts.organisations = organisations;
            facts.visits = visits;
            facts.meetings = meetings;
            facts.commemorations = commemorations;
            facts.quotes = quotes;
            facts.dates = dates;
            facts
        })
        .boxed()
}
