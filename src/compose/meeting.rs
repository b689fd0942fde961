//! Meetings and calls in words: who met whom, how, where and when.

use super::cast::{Called, Cast};
use super::date;
use super::list::capitalised;
use super::place::location;
use super::verb::Verb;
use crate::model::{Block, Meeting, MeetingMode, Status};

/// The words of a mode: the verb before those who are met, and the noun before "with".
struct Way {
    verb: Verb,
    noun: &'static str,
}

fn way(mode: &MeetingMode) -> Way {
    match mode {
        MeetingMode::Call => Way {
            verb: Verb {
                base: "speak by telephone with",
                past: "spoke by telephone with",
                ing: "speaking by telephone with",
            },
            noun: "telephone call",
        },
        MeetingMode::Virtual => Way {
            verb: Verb {
                base: "meet virtually with",
                past: "met virtually with",
                ing: "meeting virtually with",
            },
            noun: "virtual meeting",
        },
        _ => Way { verb: Verb { base: "meet", past: "met", ing: "meeting" }, noun: "meeting" },
    }
}

/// The block that tells of a meeting.
pub(super) fn block(cast: &mut Cast<'_>, meeting: &Meeting) -> Option<Block> {
    let party = cast.call(&meeting.party)?;
    let with = cast.call(&meeting.with)?;
    let way = way(&meeting.mode);
    let verb = match &meeting.status {
        Some(Status::Cancelled) => Some(format!("cancelled a {} with", way.noun)),
        Some(status) => way.verb.of(status, party.plural),
        None => None,
    };
    let after = circumstances(meeting, &with);
    Some(match verb {
        Some(verb) => Block::paragraph(capitalised(&format!("{} {after}.", party.then(&verb)))),
        None => Block::heading(2, capitalised(&format!("{}’s {} with {after}", party.words, way.noun))),
    })
}

/// Those who are met, the place and the date.
fn circumstances(meeting: &Meeting, with: &Called) -> String {
    let mut more: Vec<String> = meeting.place.iter().map(location).collect();
    more.extend(meeting.date.as_ref().and_then(date::words).map(|words| words.to_string()));
    if more.is_empty() { with.words.clone() } else { with.then(&more.join(" ")) }
}
