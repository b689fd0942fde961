//! Facts to English prose, the inverse of [`extract`](crate::extract): what is said here is read there.
//!
//! | fact | said as |
//! |---|---|
//! | official | title, honorifics, rank, name, letters; further roles in apposition; then the family name |
//! | visit | one sentence for each country, in the tense of its status; hosts, companions and precedence after it |
//! | meeting, call | one sentence, in the tense of its status |
//! | commemoration | the occasion and its day, then each act |
//! | quote | marked speech after "X said,"; or a lead-in and blocks |
//! | date | day, month, year and ranges in words; near dates from the day of publication |
//! | organisation | nothing of its own: the titles of officials may name it |
//!
//! Prose has no words for some of what facts hold: identifiers, an engagement, the direction of a visit.
//! And some words have more than one reading: a name that is also a verb. So every composition is read
//! again before it is given, and each fact, or part of one, that does not come back is left out and listed in
//! [`Composition::unsaid`]. Reading the story gives exactly [`Composition::facts`].

mod cast;
mod commemoration;
mod date;
mod list;
mod meeting;
mod official;
mod place;
mod quote;
mod sayable;
mod settle;
mod telling;
mod verb;
mod visit;

use std::fmt;

use chrono::NaiveDate;

use crate::extract::Extractor;
use crate::model::{Date, Facts, Organisation, Story};
use cast::Again;
use telling::{Telling, tell};

/// Tells facts in English.
///
/// ```
/// use newsdesk::{Composer, Country, Extractor, Facts, Id, Leg, Name, Official, Participant, Role, Status, Visit};
///
/// let id = Id::new("lancaster")?;
/// let facts = Facts::new()
///     .with_official(
///         Official::new(id.clone())
///             .with_name(Name::western("Mark Lancaster"))
///             .with_role(Role::new("Defence Minister")),
///     )
///     .with_visit(
///         Visit::new(Id::new("v")?)
///             .with_visitor(Participant::Official(id))
///             .with_leg(Leg::to(Country::new("RS")?))
///             .with_status(Status::Completed),
///     );
/// let composition = Composer::new().compose(&facts);
/// assert_eq!(composition.story.body[0].text, "Defence Minister Mark Lancaster visited Serbia.");
///
/// let read = Extractor::new().extract(composition.story).facts;
/// assert_eq!(read.without_evidence(), composition.facts);
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Composer {
    extractor: Extractor,
    date: Option<NaiveDate>,
}

impl Composer {
    /// A composer of stories without a day of publication.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the day of publication: the story gets it, and "today" and "next year" are seen from it.
    #[must_use]
    pub fn with_date(mut self, date: NaiveDate) -> Self {
        self.date = Some(date);
        self
    }

    /// The story that tells as much of some facts as prose can.
    #[must_use]
    pub fn compose(&self, facts: &Facts) -> Composition {
        let mut unsaid = Vec::new();
        let sayable = sayable::sayable(facts, self.date, &mut unsaid);
        let styles = [Again::FamilyName, Again::FullName, Again::Introduction];
        let telling = styles.into_iter().find_map(|again| self.read_back(&sayable, again));
        let telling = telling.unwrap_or_else(|| settle::settle(self, &sayable, &mut unsaid));
        unsaid.extend(unsaid_organisations(&facts.organisations, &telling.facts.organisations));
        Composition { story: telling.story, facts: telling.facts, unsaid }
    }

    /// The telling of some facts, if reading it gives them again.
    fn read_back(&self, facts: &Facts, again: Again) -> Option<Telling> {
        let mut telling = tell(facts, again);
        telling.story.dates.first_published = self.date.map(Date::day);
        let read = self.extractor.extract(telling.story.clone()).facts.without_evidence();
        // The words of other facts name organisations: "Secretary of the Department of Health".
        telling.facts.organisations.clone_from(&read.organisations);
        (read == telling.facts).then_some(telling)
    }
}

/// The organisations that no words of other facts name as they are.
fn unsaid_organisations(
    organisations: &[Organisation],
    said: &[Organisation],
) -> impl Iterator<Item = Unsaid> {
    let is_said = |organisation: &Organisation| {
        said.iter().any(|said| {
            let named = Organisation { id: organisation.id.clone(), ..said.clone() };
            named == Organisation { evidence: Vec::new(), ..organisation.clone() }
        })
    };
    let unsaid = organisations.iter().enumerate().filter(move |(_, organisation)| !is_said(organisation));
    unsaid.map(|(index, _)| Unsaid {
        path: format!("facts/organisation[{}]", index + 1),
        reason: "prose names organisations only along with other facts",
    })
}

/// A story that was composed, and what it tells.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Composition {
    /// The story: a headline that tells nothing, and a block or more for each fact.
    pub story: Story,
    /// The facts that reading the story gives, apart from evidence: numbered in the order of the text.
    pub facts: Facts,
    /// What of the facts the story does not say.
    pub unsaid: Vec<Unsaid>,
}

/// A part of the facts that a [`Composition`] leaves out.
///
/// ```
/// use newsdesk::{Composer, Facts, Id, Identifier, Name, Official, Role};
/// let official = Official::new(Id::new("official-1")?)
///     .with_name(Name::western("Aino Virta"))
///     .with_role(Role::new("Foreign Minister"))
///     .with_identifier(Identifier::new("wikidata", "Q1"));
/// let composition = Composer::new().compose(&Facts::new().with_official(official));
/// assert_eq!(
///     composition.unsaid[0].to_string(),
///     "facts/official[1]/identifier: prose gives no identifiers of registers"
/// );
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Unsaid {
    /// Where it stands: `facts/visit[2]/direction`, members counted from 1.
    pub path: String,
    /// Why it is not said.
    pub reason: &'static str,
}

impl fmt::Display for Unsaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}
