//! iCalendar (RFC 5545, with RFC 6868 and 7986): visits and commemorations as events.
//!
//! | in the calendar | in the [`Story`](crate::Story) |
//! | --- | --- |
//! | `NAME`, `DESCRIPTION`, `URL` | `headline`, `standfirst`, `iri` |
//! | `VEVENT` of the category `VISIT` or `COMMEMORATION`, or whose words speak of one | a visit, a commemoration |
//! | `UID` | its id |
//! | `DTSTART`, `DTEND`, as days or as moments in UTC | its dates, or else those of the legs of a visit from the first to the last |
//! | `LOCATION`: stops parted by `; `, their places and country by `, ` | legs; the place of the first act |
//! | `ATTENDEE` with `ROLE` `REQ-PARTICIPANT`, `OPT-PARTICIPANT` | visitors or actors, companions |
//! | `ORGANIZER` | the first host |
//! | `STATUS` `TENTATIVE`, `CANCELLED` | planned, cancelled |
//! | `CATEGORIES` after the first | kind of the visit; acts |
//! | `DESCRIPTION` | purpose; what is remembered |
//! | `SUMMARY` | the named day; of a visit, told from its place |
//!
//! An event has a date: a visit or commemoration whose date is not known is not written. A month or a year
//! is written as its days. `CONFIRMED` does not say how far an event has come. What a calendar has no place
//! for is lost, and [`Format::loss`](crate::Format::loss) lists it; what of a calendar is not read is
//! reported.

mod line;
mod names;
mod project;
mod read;
mod write;

pub(super) use project::project;
pub(super) use read::read;
pub(super) use write::write;
