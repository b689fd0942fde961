//! iCalendar (RFC 5545, with RFC 6868 and 7986): visits and commemorations as events.
//!
//! | in the calendar | in the [`Story`](crate::Story) |
//! | --- | --- |
//! | `UID`, `NAME`, `DESCRIPTION`, `URL` of the calendar | `id`, `headline`, `standfirst`, `iri` |
//! | `X-NEWSDESK-PUBLISHED`, `LAST-MODIFIED` | when it was published and updated |
//! | `VEVENT` of the category `VISIT` or `COMMEMORATION`, or whose words speak of one | a visit, a commemoration |
//! | `UID` | its id |
//! | `DTSTART`, `DTEND` or `DURATION`, as days or as moments in UTC | its dates, or else those of the legs of a visit from the first to the last |
//! | `LOCATION`: stops parted by `; `, their places and country by `, ` | legs; the place of the first act |
//! | `X-NEWSDESK-PLACE` with the number of an act | its place |
//! | `ATTENDEE` with `ROLE` `REQ-PARTICIPANT`, `OPT-PARTICIPANT` | visitors, companions; of a commemoration, actors of the acts whose numbers they have, or else of the first |
//! | `ORGANIZER`, `ATTENDEE` with `ROLE` `CHAIR` | the hosts, from the first |
//! | `STATUS` `TENTATIVE`, `CANCELLED`; `CONFIRMED` with `X-NEWSDESK-STATUS` | planned, cancelled; ongoing, completed |
//! | `X-NEWSDESK-DIRECTION` | direction of the visit |
//! | `CATEGORIES` after the first | kind of the visit; acts |
//! | `DESCRIPTION` | purpose; what is remembered |
//! | `X-NEWSDESK-ANNIVERSARY` | the anniversary |
//! | `SUMMARY` | the named day; of a visit, told from its place, or its purpose where there is no description |
//!
//! An event has a date: a visit or commemoration whose date is not known is not written. A month or a year
//! is written as its days. What a calendar has no place for is lost, and [`Format::loss`](crate::Format::loss)
//! lists it. Of a commemoration in which people take part, or that has a place, and no act is told, the act is a
//! ceremony.
//!
//! A calendar that says more than the story is kept, line by line, in [`Story::extensions`](crate::Story::extensions):
//! other properties, parameters and components, other people's events, and their order. Writing puts what has
//! changed in the story into its lines and leaves the rest; an event goes only with its visit or commemoration, or
//! with the date of it. Of what may tell what happens and is not read, a diagnostic says so.

mod calendar;
mod draft;
mod line;
mod merge;
mod names;
mod project;
mod read;
mod write;

use super::codec::Codec;
use project::project;
use read::read;
use write::write;

pub(super) static CODEC: Codec = Codec {
    name: NAME,
    media_type: "text/calendar",
    extensions: &["ics", "ical"],
    read,
    write,
    project,
    stories: None,
    write_all: None,
};

/// The name of the format, among the extensions of a story too.
const NAME: &str = "ical";
