//! Meetings that a story tells of more than once: by name, by description, in its headline.

use super::super::annotated::Annotated;
use super::super::lexicon::{self, Class};
use super::super::visit::Setting;
use crate::model::{Country, Meeting, MeetingMode, Part, Participant, Status};

/// A headline or a lead that leaves out the name ("meets Mongolian counterpart") tells of the meeting that the story
/// tells of with it.
pub(super) fn drop_told_by_name(meetings: &mut Vec<Meeting>, texts: &[Annotated<'_>], setting: Setting<'_>) {
    let is_named = |who: &Participant| who.id().is_some_and(|id| !setting.unnamed.contains(id));
    let named: Vec<(MeetingMode, Vec<Participant>, Vec<Option<Country>>)> = meetings
        .iter()
        .filter(|meeting| meeting.with.iter().chain(&meeting.party).filter(|who| is_named(who)).count() > 1)
        .map(|meeting| {
            let all: Vec<Participant> = meeting.party.iter().chain(&meeting.with).cloned().collect();
            let countries = all.iter().map(|who| setting.country(who)).collect();
            (meeting.mode.clone(), all, countries)
        })
        .collect();
    let is_in_headline = |meeting: &Meeting| meeting.evidence.iter().all(|told| told.part == Part::Headline);
    // A lead tells of "counterparts and officials" whom the story names later.
    let later: Vec<(MeetingMode, Part, Vec<Participant>)> = meetings
        .iter()
        .filter(|meeting| meeting.with.iter().chain(&meeting.party).filter(|who| is_named(who)).count() > 1)
        .filter_map(|meeting| {
            let last = meeting.evidence.iter().map(|told| told.part).max()?;
            Some((meeting.mode.clone(), last, meeting.party.iter().chain(&meeting.with).cloned().collect()))
        })
        .collect();
    let is_of_lead = |meeting: &Meeting| {
        let Some(last) = meeting.evidence.iter().map(|told| told.part).max() else { return false };
        meeting.with.iter().all(is_plural)
            && matches!(last, Part::Headline | Part::Standfirst | Part::Block(0..=LAST_OF_LEAD))
            && later.iter().any(|(mode, part, all)| {
                *mode == meeting.mode && *part > last && meeting.party.iter().any(|who| all.contains(who))
            })
    };
    let is_told = |meeting: &Meeting| {
        let mut countries = countries_of_counterparts(meeting, texts);
        let is_only_counterparts = !countries.is_empty();
        countries.extend(meeting.with.iter().filter_map(|who| setting.country(who)));
        named.iter().any(|(mode, all, theirs)| {
            let is_of_same = *mode == meeting.mode && meeting.party.iter().any(|who| all.contains(who));
            let is_of_these = countries.iter().all(|country| theirs.contains(&Some(*country)));
            is_of_same && is_of_these && (is_in_headline(meeting) || is_only_counterparts)
        })
    };
    // "Ambassador calls on President", above all that the story tells by name.
    let is_of_offices = |meeting: &Meeting| {
        is_in_headline(meeting)
            && !meeting.party.iter().chain(&meeting.with).any(is_named)
            && named.iter().any(|(mode, ..)| *mode == meeting.mode)
    };
    // "Meeting with NUG Representatives", of whom the story names one; "Roundtable with Survivors", of whom it tells more
    let in_body: Vec<(MeetingMode, Vec<Participant>)> = meetings
        .iter()
        .filter(|meeting| !is_in_headline(meeting))
        .map(|meeting| (meeting.mode.clone(), meeting.party.clone()))
        .collect();
    let is_summary = |meeting: &Meeting| {
        let is_of_same = |mode: &MeetingMode, people: &[Participant]| {
            *mode == meeting.mode && meeting.party.iter().any(|who| people.contains(who))
        };
        is_in_headline(meeting)
            && meeting.with.iter().all(|who| who.id().is_none())
            && (named.iter().any(|(mode, all, _)| is_of_same(mode, all))
                || in_body.iter().any(|(mode, party)| is_of_same(mode, party)))
    };
    meetings.retain(|meeting| {
        !is_summary(meeting)
            && !is_of_lead(meeting)
            && !is_of_offices(meeting)
            && (meeting.with.iter().any(is_named) || !is_told(meeting))
    });
}

/// The last block that may belong to a lead: one with the place and the day may stand before it.
const LAST_OF_LEAD: usize = 1;

/// Whether somebody is told of only as several: "counterparts", "senior officials".
fn is_plural(who: &Participant) -> bool {
    matches!(who, Participant::Described(words) if words.split(' ').next_back().is_some_and(|last| {
        last.ends_with('s') && last.chars().next().is_some_and(char::is_lowercase)
    }))
}

/// Names the counterpart of whom the story says only later what he is called: "met with her Kenyan counterpart", where one
/// official alone serves Kenya.
pub(super) fn name_counterparts(meetings: &mut [Meeting], texts: &[Annotated<'_>], setting: Setting<'_>) {
    for meeting in meetings {
        let [Participant::Described(words)] = meeting.with.as_slice() else { continue };
        let [country] = countries_of_counterparts(meeting, texts)[..] else { continue };
        if words.contains("counterparts") {
            continue;
        }
        let mut theirs =
            setting.named_of(country).filter(|id| !meeting.party.iter().any(|who| who.id() == Some(*id)));
        if let (Some(id), None) = (theirs.next(), theirs.next()) {
            meeting.with = vec![Participant::Official(id.clone())];
        }
    }
}

/// Names the delegation that was met by those whom the story names as its leader and members: "met a delegation from
/// Zambia", "received the delegation".
pub(super) fn name_delegations(meetings: &mut [Meeting], setting: Setting<'_>) {
    let Some(leader) = setting.delegates.first() else { return };
    let country = setting.country(leader);
    for meeting in meetings {
        let [Participant::Described(words)] = meeting.with.as_slice() else { continue };
        let words = words.to_ascii_lowercase();
        let is_delegation = words.starts_with("delegation") || words.ends_with(" delegation");
        let host = meeting.party.first().and_then(|who| setting.country(who)).or(setting.publisher);
        let are_of_two = country.is_some() && host.is_some() && country != host;
        if is_delegation && are_of_two && !meeting.party.contains(leader) {
            let members = setting.delegates.iter().filter(|who| setting.country(who) == country);
            meeting.with = members.cloned().collect();
        }
    }
}

/// The countries of "his Lithuanian and Ukrainian counterparts".
fn countries_of_counterparts(meeting: &Meeting, texts: &[Annotated<'_>]) -> Vec<Country> {
    // "the Serbian foreign minister", whom the story names later
    const OFFICES: &[&str] =
        &["minister", "president", "premier", "chancellor", "secretary", "king", "ambassador"];
    let is_counterpart = |who: &Participant| {
        matches!(who, Participant::Described(words) if words.contains("counterpart")
            || words.split(' ').next_back().is_some_and(|last| OFFICES.contains(&last)))
    };
    if !meeting.with.iter().any(is_counterpart) {
        return Vec::new();
    }
    let mut countries = Vec::new();
    for told in &meeting.evidence {
        let Some(passage) = texts.iter().map(|text| &text.passage).find(|passage| passage.part == told.part)
        else {
            continue;
        };
        let tokens =
            passage.tokens.iter().enumerate().skip_while(|(_, token)| (token.start as usize) < told.start);
        let tokens = tokens.take_while(|(_, token)| (token.start as usize) < told.end);
        countries.extend(tokens.filter_map(|(at, _)| {
            passage.longest(at, Class::Demonym).and_then(|found| lexicon::country(found.entry.country))
        }));
    }
    countries
}

/// Adds a meeting, or what is new in it to one of the same people.
pub(super) fn take(meetings: &mut Vec<Meeting>, meeting: Meeting) {
    /// How many meetings back a story may come to speak of one again.
    const NEARBY: usize = 64;
    let all = |meeting: &Meeting, other: &Meeting| {
        let mut people = meeting.party.iter().chain(&meeting.with);
        people.all(|who| other.party.contains(who) || other.with.contains(who))
    };
    // "The two discussed trade", "exchanged views": that tells of a call, too.
    let is_of_any_mode =
        meeting.evidence.iter().all(|told| told.rule == "sees" || told.text.starts_with("exchang"));
    let same = |known: &&mut Meeting| {
        (known.mode == meeting.mode || is_of_any_mode) && all(known, &meeting) && all(&meeting, known)
    };
    // "discussed with A and B", who were phoned one by one
    let is_met = |who: &Participant| {
        let mut known = meetings.iter().rev().take(NEARBY);
        known.any(|known| {
            known.party.iter().any(|one| meeting.party.contains(one)) && known.with.contains(who)
        })
    };
    let is_told = || meetings.iter().rev().take(NEARBY).any(|known| all(&meeting, known));
    if is_of_any_mode && meeting.with.len() > 1 && (meeting.with.iter().all(is_met) || is_told()) {
        return;
    }
    match meetings.iter_mut().rev().take(NEARBY).find(same) {
        Some(known) => {
            // "receives the President" stands above what was done.
            let is_headline = known.evidence.iter().all(|told| told.part == Part::Headline);
            known.status = match known.status.take() {
                Some(Status::Ongoing) if is_headline && meeting.status.is_some() => meeting.status,
                status => status.or(meeting.status),
            };
            known.place = known.place.take().or(meeting.place);
            known.date = known.date.take().or(meeting.date);
            known.evidence.extend(meeting.evidence);
        }
        None => meetings.push(meeting),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn a_lead_tells_of_those_whom_the_story_names() {
        let text = "Foreign Minister Aino Virta held talks with senior officials in Kenya.\nIn Nairobi, Foreign Minister Virta met President Ivo Kimani.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Kimani in_person completed"]);
        let text = "Foreign Minister Aino Virta held talks with senior officials in Kenya.";
        assert_eq!(meetings("FI", text), ["Aino Virta / senior officials in_person completed"]);
    }

    #[test]
    fn a_delegation_that_is_met_is_its_leader() {
        let text = "Foreign Minister Aino Virta of Finland met a delegation from the Parliament of Serbia.\nThe Serbian delegation is led by Deputy Speaker Ivo Novak of Serbia.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
        let text = "Foreign Minister Aino Virta of Finland met a delegation from the Parliament of Serbia.";
        assert_eq!(
            meetings("FI", text),
            ["Aino Virta / delegation from the Parliament of Serbia in_person completed"]
        );
    }

    #[test]
    fn a_counterpart_may_be_named_later() {
        let text = "Foreign Minister Aino Virta met with her Serbian counterpart on Monday.\nForeign Minister Ivo Novak of Serbia thanked her.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
    }
}
