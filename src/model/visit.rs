//! Visits.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::country::Country;
use super::date::Date;
use super::evidence::Evidence;
use super::id::Id;
use super::participant::Participant;
use super::place::Place;
use super::vocabulary::open_vocabulary;

/// The travel of officials away from their usual seat.
///
/// ```
/// use newsdesk::{Country, Id, Leg, Participant, Place, Status, Visit};
///
/// let visit = Visit::new(Id::new("visit-1")?)
///     .with_visitor(Participant::Official(Id::new("official-1")?))
///     .with_leg(Leg::to(Country::new("RS")?).with_place(Place::new("Belgrade")))
///     .with_status(Status::Completed);
/// assert_eq!(visit.legs[0].places[0].name, "Belgrade");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Visit {
    /// Its id in the story.
    pub id: Id,
    /// Who visits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visitors: Vec<Participant>,
    /// Who goes with them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub companions: Vec<Participant>,
    /// The stops, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legs: Vec<Leg>,
    /// When the whole visit takes place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Date>,
    /// Its length in days, where the story counts them: 3 for "a three-day visit".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Who receives the visitors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<Participant>,
    /// The meetings of the visit, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Id>,
    /// Official, state, working, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<VisitKind>,
    /// Out of the publisher's country, into it, or within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// How far it has come, seen from the day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What the visitors do, apart from meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub engagements: Vec<Engagement>,
    /// At whose invitation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Participant>,
    /// What for, in the story's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// What the visit is the first of: "first visit to Serbia by a British defence minister in …".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub precedence: Vec<Precedence>,
    /// Whether the story only looks back at it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub background: bool,
    /// Where the story tells of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Visit {
    /// A visit of which nothing is known yet.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self {
            id,
            visitors: Vec::new(),
            companions: Vec::new(),
            legs: Vec::new(),
            dates: None,
            days: None,
            hosts: Vec::new(),
            meetings: Vec::new(),
            kind: None,
            direction: None,
            status: None,
            engagements: Vec::new(),
            invitation: None,
            purpose: None,
            precedence: Vec::new(),
            background: false,
            evidence: Vec::new(),
        }
    }

    /// All that the visit rests on, its engagements and its precedence with it.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let engagements = self.engagements.iter().flat_map(|engagement| &engagement.evidence);
        let precedence = self.precedence.iter().flat_map(|precedence| &precedence.evidence);
        self.evidence.iter().chain(engagements).chain(precedence)
    }
}

builder! { Visit {
    push with_visitor(visitors: Participant);
    push with_companion(companions: Participant);
    push with_leg(legs: Leg);
    some with_dates(dates: Date);
    some with_days(days: u32);
    push with_host(hosts: Participant);
    push with_meeting(meetings: Id);
    some with_kind(kind: VisitKind);
    some with_direction(direction: Direction);
    some with_status(status: Status);
    push with_engagement(engagements: Engagement);
    some with_invitation(invitation: Participant);
    some with_purpose(purpose: String);
    push with_precedence(precedence: Precedence);
    set with_background(background: bool);
    push with_evidence(evidence: Evidence);
} }

/// One stop of a [`Visit`]: a country, and the places there.
///
/// ```
/// use newsdesk::{Leg, Place};
/// let leg = Leg::new().with_place(Place::new("Riga"));
/// assert_eq!(leg.country, None);
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Leg {
    /// The country, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Cities and named sites there, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// When, where that is told of this stop alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Date>,
}

impl Leg {
    /// A stop of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A stop in a country.
    #[must_use]
    pub fn to(country: Country) -> Self {
        Self { country: Some(country), ..Self::default() }
    }
}

builder! { Leg {
    some with_country(country: Country);
    push with_place(places: Place);
    some with_dates(dates: Date);
} }

/// What the visitors do at a stop, apart from meeting people.
///
/// ```
/// use newsdesk::Engagement;
/// let engagement = Engagement::new("addressed military personnel at the Peacekeeping Centre");
/// assert!(engagement.place.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Engagement {
    /// What they do, in the story's words.
    pub text: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Where the story tells of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Engagement {
    /// An engagement in the story's words.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), place: None, date: None, evidence: Vec::new() }
    }
}

builder! { Engagement {
    some with_place(place: Place);
    some with_date(date: Date);
    push with_evidence(evidence: Evidence);
} }

/// What a visit is the first (or second, …) of.
///
/// ```
/// use newsdesk::{Date, Precedence, PrecedenceScope};
/// let first = Precedence::new(PrecedenceScope::Office("a British defence minister".into()))
///     .with_since(Date::new("more than 10 years"));
/// assert_eq!(first.ordinal, 1);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Precedence {
    /// Whose first it is.
    pub scope: PrecedenceScope,
    /// 1 for the first, 2 for the second, …
    pub ordinal: u32,
    /// To which place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Since when: the date of the one before it, or the time that has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Since what, in the story's words: "he served there".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since_event: Option<String>,
    /// Where the story says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Precedence {
    /// The first ever of a scope.
    #[must_use]
    pub fn new(scope: PrecedenceScope) -> Self {
        Self { scope, ordinal: 1, place: None, since: None, since_event: None, evidence: Vec::new() }
    }
}

builder! { Precedence {
    set with_ordinal(ordinal: u32);
    some with_place(place: Place);
    some with_since(since: Date);
    some with_since_event(since_event: String);
    push with_evidence(evidence: Evidence);
} }

/// Whose first visit a [`Precedence`] counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PrecedenceScope {
    /// The visitor's own.
    Person(Participant),
    /// That of any holder of an office, in the story's words: "a British defence minister".
    Office(String),
}

open_vocabulary! {
    /// What sort of visit a [`Visit`] is.
    ///
    /// ```
    /// use newsdesk::VisitKind;
    /// assert_eq!(VisitKind::State.as_str(), "state");
    /// ```
    VisitKind {
        /// An official visit.
        Official = "official",
        /// A state visit.
        State = "state",
        /// A working visit.
        Working = "working",
        /// A private visit.
        Private = "private",
        /// A courtesy visit.
        Courtesy = "courtesy",
        /// A stop on the way elsewhere.
        Transit = "transit",
    }
}

open_vocabulary! {
    /// How a visit goes, seen from the publisher's country.
    ///
    /// ```
    /// use newsdesk::Direction;
    /// assert_eq!(Direction::from("inbound"), Direction::Inbound);
    /// ```
    Direction {
        /// Out of it.
        Outbound = "outbound",
        /// Into it.
        Inbound = "inbound",
        /// Within it.
        Domestic = "domestic",
    }
}

open_vocabulary! {
    /// How far a visit or meeting has come, seen from the day of publication.
    ///
    /// ```
    /// use newsdesk::Status;
    /// assert_eq!(Status::Planned.to_string(), "planned");
    /// ```
    Status {
        /// Yet to come.
        Planned = "planned",
        /// Under way.
        Ongoing = "ongoing",
        /// Over.
        Completed = "completed",
        /// Called off.
        Cancelled = "cancelled",
    }
}
