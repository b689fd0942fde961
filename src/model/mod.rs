//! What a story is: plain data, with no knowledge of any format or grammar.
//!
//! Every type has public fields, a `new` that takes what cannot be missing, and consuming `with_*`
//! methods for the rest. Types of text that has a fixed shape ([`Id`], [`Iri`], [`Language`],
//! [`Country`], [`NatoGrade`]) are checked when they are made. Enums that name things of an open
//! world keep the words they do not know.

mod block;
mod builder;
mod checked_text;
mod commemoration;
mod country;
mod date;
mod evidence;
mod facts;
mod id;
mod language;
mod meeting;
mod name;
mod official;
mod organisation;
mod participant;
mod place;
mod quote;
mod rank;
mod story;
mod visit;
mod vocabulary;
mod word;

pub use block::{Block, BlockKind, BoilerplateRole};
pub use checked_text::InvalidText;
pub use commemoration::{Act, ActKind, Anniversary, Commemoration, Remembered};
pub use country::{CodeStatus, Country};
pub use date::{Bound, Calendar, Date, DateRange, Relative, TimeUnit};
pub use evidence::{Confidence, Evidence, Part};
pub use facts::{DateMention, Facts};
pub use id::{Id, Identifier, IdentifierScheme, Iri};
pub use language::Language;
pub use meeting::{Meeting, MeetingMode};
pub use name::{Name, NamePart, NamePartKind};
pub use official::{Mention, MentionForm, Official, Qualifier, Role, RoleKind};
pub use organisation::Organisation;
pub use participant::Participant;
pub use place::{Place, PlaceKind};
pub use quote::{Marking, Quote};
pub use rank::{NatoGrade, Rank, Service};
pub use story::{Byline, Dateline, Extension, Link, Media, Rights, Story, StoryDates, StoryKind, Subject};
pub use visit::{Direction, Engagement, Leg, Precedence, PrecedenceScope, Status, Visit, VisitKind};
