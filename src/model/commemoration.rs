//! Commemorations.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::date::{Date, TimeUnit};
use super::evidence::Evidence;
use super::id::Id;
use super::participant::Participant;
use super::place::Place;
use super::vocabulary::open_vocabulary;

/// An observance of a past event or of a person.
///
/// ```
/// use newsdesk::{Act, ActKind, Anniversary, Commemoration, Id, Place, Remembered};
///
/// let commemoration = Commemoration::new(Id::new("commemoration-1")?)
///     .with_remembered(Remembered::new("Salonika Front"))
///     .with_anniversary(Anniversary::years(100))
///     .with_act(Act::new(ActKind::Wreath).with_place(Place::new("Belgrade War Cemetery")));
/// assert_eq!(commemoration.anniversary.unwrap().number, 100);
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Commemoration {
    /// Its id in the story.
    pub id: Id,
    /// What is remembered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remembered: Option<Remembered>,
    /// Which anniversary it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anniversary: Option<Anniversary>,
    /// The day that has a name: "ANZAC Day".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_day: Option<String>,
    /// What is done to remember.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<Act>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Where the story tells of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Commemoration {
    /// A commemoration of which nothing is known yet.
    #[must_use]
    pub fn new(id: Id) -> Self {
        Self {
            id,
            remembered: None,
            anniversary: None,
            named_day: None,
            acts: Vec::new(),
            date: None,
            evidence: Vec::new(),
        }
    }

    /// All that the commemoration rests on, its acts with it.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().chain(self.acts.iter().flat_map(|act| &act.evidence))
    }
}

builder! { Commemoration {
    some with_remembered(remembered: Remembered);
    some with_anniversary(anniversary: Anniversary);
    some with_named_day(named_day: String);
    push with_act(acts: Act);
    some with_date(date: Date);
    push with_evidence(evidence: Evidence);
} }

/// The event or person that a [`Commemoration`] remembers.
///
/// ```
/// use newsdesk::{Calendar, Date, Remembered};
/// let battle = Remembered::new("Battle of the Coral Sea")
///     .with_date(Date::new("May 1942").with_calendar(Calendar::Month { year: 1942, month: 5 }));
/// assert_eq!(battle.text, "Battle of the Coral Sea");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Remembered {
    /// What it is, short, in the story's words.
    pub text: String,
    /// The official who is remembered, if it is one of the story's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Id>,
    /// When it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

impl Remembered {
    /// An event or person in the story's words.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), person: None, date: None }
    }
}

builder! { Remembered {
    some with_person(person: Id);
    some with_date(date: Date);
} }

/// Which anniversary is kept: the hundredth year, the sixth month.
///
/// ```
/// use newsdesk::{Anniversary, TimeUnit};
/// assert_eq!(Anniversary::years(100).unit, TimeUnit::Year);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Anniversary {
    /// How many units have passed.
    pub number: u32,
    /// The unit.
    pub unit: TimeUnit,
    /// Whether the story says "almost", "some" or the like.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
}

impl Anniversary {
    /// An anniversary in a unit.
    #[must_use]
    pub fn new(number: u32, unit: TimeUnit) -> Self {
        Self { number, unit, approximate: false }
    }

    /// An anniversary in years.
    #[must_use]
    pub fn years(number: u32) -> Self {
        Self::new(number, TimeUnit::Year)
    }
}

builder! { Anniversary {
    set with_approximate(approximate: bool);
} }

/// Something done to remember.
///
/// ```
/// use newsdesk::{Act, ActKind, Id, Participant};
/// let act = Act::new(ActKind::Silence).with_actor(Participant::described("all Australians"));
/// assert_eq!(act.actors.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Act {
    /// What.
    pub kind: ActKind,
    /// By whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Participant>,
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

impl Act {
    /// An act of a kind.
    #[must_use]
    pub fn new(kind: ActKind) -> Self {
        Self { kind, actors: Vec::new(), place: None, date: None, evidence: Vec::new() }
    }
}

builder! { Act {
    push with_actor(actors: Participant);
    some with_place(place: Place);
    some with_date(date: Date);
    push with_evidence(evidence: Evidence);
} }

open_vocabulary! {
    /// What is done to remember.
    ///
    /// ```
    /// use newsdesk::ActKind;
    /// assert_eq!(ActKind::from("wreath"), ActKind::Wreath);
    /// ```
    ActKind {
        /// Laying a wreath.
        Wreath = "wreath",
        /// Laying flowers.
        Flowers = "flowers",
        /// Keeping silence.
        Silence = "silence",
        /// A religious or memorial service.
        Service = "service",
        /// A ceremony.
        Ceremony = "ceremony",
        /// Unveiling a memorial, plaque or stone.
        Unveiling = "unveiling",
        /// A parade or march.
        Parade = "parade",
        /// A speech.
        Speech = "speech",
        /// A statement or greeting for the day.
        Message = "message",
        /// Paying tribute.
        Tribute = "tribute",
        /// Visiting a memorial, grave or cemetery.
        MemorialVisit = "memorial_visit",
        /// An exhibition.
        Exhibition = "exhibition",
        /// Awarding a medal.
        Medal = "medal",
    }
}
