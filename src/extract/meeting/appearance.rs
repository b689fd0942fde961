//! Headlines of remarks that name those who met: "President A and Prime Minister B Before Their Meeting".

use std::ops::Range;

use super::super::annotated::{Annotated, FoundPerson};
use super::super::clause::coordinated;
use super::super::lexicon::Class;
use super::super::participants::participants;
use super::super::passage::Passage;
use super::super::visit::Setting;
use super::super::words::Words;
use crate::model::{Id, Meeting, MeetingMode, Part, Participant, Status};

/// Words between those who met and the word for their meeting: "Before Their Bilateral", "at a Joint Press".
const LEADS_TO: &Words = words![
    "a", "after", "ahead", "and", "at", "before", "bilateral", "during", "expanded", "following", "in",
    "joint", "of", "press", "prior", "the", "their", "to", "trilateral", "working",
];
const MEETINGS: &Words =
    words!["meeting", "meetings", "talks", "lunch", "luncheon", "dinner", "breakfast", "call"];
const PRESS: &Words =
    words!["availability", "conference", "briefing", "statement", "statements", "remarks", "encounter"];

/// The meeting that a headline over remarks names, if those in it are of two countries or met before or after.
pub(super) fn in_headline(text: &Annotated<'_>, setting: Setting<'_>) -> Option<Meeting> {
    let passage = &text.passage;
    if passage.part != Part::Headline {
        return None;
    }
    let (people, tokens) = (0..text.people.len()).find_map(|first| appearance(text, first))?;
    let all = participants(people);
    let is_press = !passage.is_any(tokens.end - 1, MEETINGS);
    let country = |who: &Participant| setting.country(who).or(setting.publisher);
    let are_of_one = all.iter().all(|who| country(who) == all.first().and_then(country));
    if is_press && are_of_one {
        return None;
    }
    let mode = if passage.is(tokens.end - 1, "call") { MeetingMode::Call } else { MeetingMode::InPerson };
    let mut meeting = Meeting::new(Id::numbered("meeting", 1), mode);
    meeting.with = all.get(1..)?.to_vec();
    meeting.party = all.into_iter().take(1).collect();
    meeting.status = Some(Status::Completed);
    meeting.evidence.push(passage.evidence(tokens, "meets", 75));
    Some(meeting)
}

/// The people of a list that begins with one of a headline, if the words for their meeting follow it, and where all
/// that stands.
fn appearance<'a>(text: &'a Annotated<'_>, first: usize) -> Option<(&'a [FoundPerson], Range<usize>)> {
    let passage = &text.passage;
    let from = text.people.get(first)?;
    let mut last = first;
    while let (Some(person), Some(next)) = (text.people.get(last), text.people.get(last + 1))
        && coordinated(passage, after_country(passage, person.tokens.end), next.tokens.start)
    {
        last += 1;
    }
    let people = text.people.get(first..=last).filter(|people| people.len() > 1)?;
    if people.iter().any(|person| person.possessive || person.who.id().is_none()) {
        return None;
    }
    let end = after_country(passage, text.people.get(last)?.tokens.end);
    let lead = (end..).take_while(|&at| passage.is_any(at, LEADS_TO)).count();
    let noun = end + lead;
    let leads = |word: &str| (end..noun).any(|at| passage.is(at, word));
    let is_theirs = leads("their") || leads("bilateral") || leads("trilateral");
    let is_meeting = is_theirs && passage.is_any(noun, MEETINGS);
    let is_press = leads("joint") && leads("press") && passage.is_any(noun, PRESS);
    (lead > 0 && (is_meeting || is_press)).then_some((people, from.tokens.start..noun + 1))
}

/// The token after "of Japan".
fn after_country(passage: &Passage<'_>, at: usize) -> usize {
    let the = at + 1 + usize::from(passage.is(at + 1, "the"));
    let country = passage.longest(the, Class::Country).filter(|_| passage.is(at, "of"));
    country.map_or(at, |country| the + country.len)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::headline_meetings;

    #[test]
    fn a_headline_over_remarks_names_those_who_met() {
        for headline in [
            "President Ann Hollis and Czech Foreign Minister Ivo Novak Before Their Meeting",
            "Remarks by President Ann Hollis and Foreign Minister Ivo Novak of Czechia After Bilateral Talks",
            "President Ann Hollis and Czech Foreign Minister Ivo Novak at a Joint Press Availability",
        ] {
            assert_eq!(
                headline_meetings("US", headline),
                ["Ann Hollis / Ivo Novak in_person completed"],
                "{headline}"
            );
        }
        for headline in [
            "President Ann Hollis and Czech Foreign Minister Ivo Novak on the Arctic",
            "Joint Statement by President Ann Hollis and Czech Foreign Minister Ivo Novak",
            "President Ann Hollis and American Trade Minister Jon Doe at a Joint Press Availability",
        ] {
            assert_eq!(headline_meetings("US", headline), [""; 0], "{headline}");
        }
    }
}
