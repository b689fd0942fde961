//! The facts of a story, together.

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::commemoration::Commemoration;
use super::date::Date;
use super::evidence::Evidence;
use super::id::Id;
use super::meeting::Meeting;
use super::official::Official;
use super::organisation::Organisation;
use super::quote::Quote;
use super::visit::Visit;

/// Who did what, where and when: everything that was read in a story's prose, or is to be told in it.
///
/// People and organisations are referred to by id, never by copied name.
///
/// ```
/// use newsdesk::{Facts, Id, Name, Official};
/// let id = Id::new("official-1")?;
/// let facts = Facts::new().with_official(Official::new(id.clone()).with_name(Name::western("Aino Virta")));
/// assert_eq!(facts.official(&id).unwrap().label(), "Aino Virta");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Facts {
    /// The officials.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub officials: Vec<Official>,
    /// The organisations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Organisation>,
    /// The visits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
    /// The meetings and calls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// The commemorations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commemorations: Vec<Commemoration>,
    /// The direct speech.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// The dates that the prose names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateMention>,
}

impl Facts {
    /// No facts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The official of an id.
    #[must_use]
    pub fn official(&self, id: &Id) -> Option<&Official> {
        self.officials.iter().find(|official| official.id == *id)
    }

    /// The organisation of an id.
    #[must_use]
    pub fn organisation(&self, id: &Id) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.id == *id)
    }

    /// The meeting of an id.
    #[must_use]
    pub fn meeting(&self, id: &Id) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id == *id)
    }

    /// All that the facts rest on, fact by fact: where each was read, and by which rule.
    ///
    /// ```
    /// use newsdesk::{Evidence, Facts, Id, Meeting, MeetingMode, Part};
    /// let evidence = Evidence::new(Part::Block(0), 0..12, "meets");
    /// let meeting = Meeting::new(Id::numbered("meeting", 1), MeetingMode::InPerson).with_evidence(evidence);
    /// let facts = Facts::new().with_meeting(meeting);
    /// assert_eq!(facts.evidence().next().unwrap().rule, "meets");
    /// ```
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let officials = self.officials.iter().flat_map(Official::evidence);
        let organisations = self.organisations.iter().flat_map(|organisation| &organisation.evidence);
        let visits = self.visits.iter().flat_map(Visit::evidence);
        let meetings = self.meetings.iter().flat_map(|meeting| &meeting.evidence);
        let commemorations = self.commemorations.iter().flat_map(Commemoration::evidence);
        let quotes = self.quotes.iter().flat_map(|quote| &quote.evidence);
        let dates = self.dates.iter().map(|mention| &mention.evidence);
        officials
            .chain(organisations)
            .chain(visits)
            .chain(meetings)
            .chain(commemorations)
            .chain(quotes)
            .chain(dates)
    }

    /// The same facts without what they rest on: no evidence, no mentions, no dates merely named.
    ///
    /// Two sets of facts that differ only in how they are worded are equal without it.
    #[must_use]
    pub fn without_evidence(mut self) -> Self {
        self.dates.clear();
        for official in &mut self.officials {
            official.mentions.clear();
            official.roles.iter_mut().for_each(|role| role.evidence.clear());
        }
        self.organisations.iter_mut().for_each(|organisation| organisation.evidence.clear());
        for visit in &mut self.visits {
            visit.evidence.clear();
            visit.engagements.iter_mut().for_each(|engagement| engagement.evidence.clear());
            visit.precedence.iter_mut().for_each(|precedence| precedence.evidence.clear());
        }
        self.meetings.iter_mut().for_each(|meeting| meeting.evidence.clear());
        for commemoration in &mut self.commemorations {
            commemoration.evidence.clear();
            commemoration.acts.iter_mut().for_each(|act| act.evidence.clear());
        }
        self.quotes.iter_mut().for_each(|quote| quote.evidence.clear());
        self
    }
}

builder! { Facts {
    push with_official(officials: Official);
    push with_organisation(organisations: Organisation);
    push with_visit(visits: Visit);
    push with_meeting(meetings: Meeting);
    push with_commemoration(commemorations: Commemoration);
    push with_quote(quotes: Quote);
    push with_date(dates: DateMention);
} }

/// A date, and where the prose names it.
///
/// ```
/// use newsdesk::{Date, DateMention, Evidence, Part};
/// let mention = DateMention::new(Date::new("in May"), Evidence::new(Part::Block(0), 3..9, "month"));
/// assert_eq!(mention.date.raw, "in May");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DateMention {
    /// The date.
    pub date: Date,
    /// Where it is named.
    pub evidence: Evidence,
}

impl DateMention {
    /// A date that is named at a place.
    #[must_use]
    pub fn new(date: Date, evidence: Evidence) -> Self {
        Self { date, evidence }
    }
}
