//! The rules that a story should keep, and the report of those that it breaks.
//!
//! An error cannot be right; a warning is worth a look. No rule ever panics, and each takes time in
//! proportion to the size of the story.
//!
//! ```
//! use newsdesk::{Calendar, Date, DateRange, Id, Visit};
//! let (eighth, tenth) = ("2018-03-08".parse()?, "2018-03-10".parse()?);
//! let range = DateRange::new(Calendar::Day(tenth), Calendar::Day(eighth));
//! let visit = Visit::new(Id::numbered("visit", 1)).with_dates(Date::new("10 to 8 March").with_calendar(range));
//! assert_eq!(
//!     visit.validate().to_string(),
//!     "error[visit-ends-before-it-starts] visit/dates: \"10 to 8 March\" ends before it starts"
//! );
//! # Ok::<(), chrono::ParseError>(())
//! ```
//!
//! # The rules
//!
#![doc = include_str!("rules.md")]
//!
//! # What is no rule
//!
//! A visit needs no host, an official no name, a date no year, and a story may tell of many visits: real
//! stories are like that. Dates that say "about" are compared with none, and without a date of publication
//! nothing is measured against it. Quotation marks are not counted in boilerplate.

mod order;
mod registry;
mod report;
mod rule;
mod rules;
mod tree;

pub use registry::RULES;
pub use report::{Finding, Report, Severity, Span};
pub use rule::Rule;

use crate::model::{Commemoration, Facts, Meeting, Official, Quote, Story, Visit};
use rule::Subject;

impl Story {
    /// Checks the story against every [rule](crate::validate).
    ///
    /// ```
    /// use newsdesk::{Block, Story};
    /// let story = Story::new("Bridge opens").with_block(Block::paragraph("The bridge at Ost is open."));
    /// assert!(story.validate().is_empty());
    /// ```
    #[must_use]
    pub fn validate(&self) -> Report {
        Subject::story(self).check(RULES)
    }
}

impl Facts {
    /// Checks the facts against every [rule](crate::validate) that needs no text and no publication.
    ///
    /// ```
    /// use newsdesk::{Facts, Id, Participant, Visit};
    /// let visitor = Participant::Official(Id::numbered("official", 1));
    /// let facts = Facts::new().with_visit(Visit::new(Id::numbered("visit", 1)).with_visitor(visitor));
    /// assert_eq!(facts.validate().findings[0].rule, "dangling-reference");
    /// ```
    #[must_use]
    pub fn validate(&self) -> Report {
        Subject::facts(self).check(RULES)
    }
}

/// Gives a fact that stands alone its rules.
macro_rules! validate_alone {
    ($($type:ident($name:literal): $example:literal, $rule:literal;)*) => { $(
        impl $type {
            /// Checks this alone against every [rule](crate::validate) that needs no other fact, no text
            /// and no publication.
            ///
            /// ```
            /// use newsdesk::*;
            #[doc = concat!("let alone = ", $example, ";")]
            #[doc = concat!("assert_eq!(alone.validate().findings[0].rule, ", stringify!($rule), ");")]
            /// ```
            #[must_use]
            pub fn validate(&self) -> Report {
                Subject::part($name, self).check(RULES)
            }
        }
    )* };
}

validate_alone! {
    Official("official"): "Official::new(Id::numbered(\"official\", 1)).with_rank(Rank::new(\"\"))", "blank-text";
    Visit("visit"): "Visit::new(Id::numbered(\"visit\", 1)).with_days(0u32)", "zero-day-visit";
    Meeting("meeting"): "Meeting::new(Id::numbered(\"meeting\", 1), MeetingMode::Call).with_subject(\" \")", "blank-text";
    Commemoration("commemoration"):
        "Commemoration::new(Id::numbered(\"commemoration\", 1)).with_anniversary(Anniversary::years(0))",
        "zero-anniversary";
    Quote("quote"): "Quote::new(Id::numbered(\"quote\", 1), Marking::Marked)", "quote-without-words";
}
