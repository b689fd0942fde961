//! Guests whom a clause tells to be received, thanked or visiting: it is not the host who travels.

use super::super::annotated::{Annotated, FoundPerson, within};
use super::super::clause::{Hook, is_passive, subject};
use super::super::lexicon::{Frame, Tense};
use super::super::participants::participants;
use super::super::passage::Passage;
use super::super::words::Words;
use crate::model::{MentionForm, Participant};

/// Whether a form stands before those whom it tells of: "the visiting Foreign Minister".
pub(super) fn is_visiting(passage: &Passage<'_>, hook: &Hook) -> bool {
    let is_of_guest = |before: usize| {
        passage.is_any(before, words!["with", "by", "between", "received", "hosted", "welcomed", "met"])
    };
    // "held talks with visiting President A"
    let is_described = hook.trigger.tense == Tense::Noun
        || hook.tokens.start.checked_sub(1).is_some_and(is_of_guest)
            && passage.kind(hook.tokens.end).is_capital();
    passage.is(hook.tokens.start, "visiting")
        && is_described
        && !passage.is_any(hook.tokens.end, words!["the", "a", "an", "his", "her", "their"])
}

/// Whom such a form stands before.
pub(super) fn visiting_guest<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPerson> {
    let next = within(&text.people, hook.tokens.end..hook.tokens.end + 8).first();
    next.filter(|person| person.tokens.start <= hook.tokens.end + 1 && !person.possessive)
}

/// The guest of "received the Foreign Minister for a working visit".
pub(super) fn received_for<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPerson> {
    const REACH: usize = 5;
    const HOST_REACH: usize = 30;
    let passage = &text.passage;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let link = near.rev().find(|&at| passage.is_any(at, words!["for", "on", "during"]))?;
    let guest = within(&text.people, hook.sentence.start..link).last()?;
    let before = guest.tokens.start.saturating_sub(HOST_REACH).max(hook.sentence.start);
    receives_before(text, guest.tokens.start, before)?;
    let end = guest.tokens.end + usize::from(passage.is_mark(guest.tokens.end, ','));
    (end == link && !guest.possessive).then_some(guest)
}

/// The guest of "received President A at the airport as he arrived": it is not the host who arrives.
pub(super) fn received_as_arriving<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPerson> {
    /// "as he arrived on a three-day official visit"
    const REACH: usize = 10;
    let passage = &text.passage;
    let mut before = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let link = before.rfind(|&at| {
        passage.is_any(at, words!["as", "when", "after"]) && passage.is_any(at + 1, words!["he", "she"])
    })?;
    let verb = receives_before(text, link, hook.sentence.start)?;
    let guest = within(&text.people, verb.tokens.end..link).first()?;
    let comes =
        (link + 2..link + 4).any(|at| passage.is_any(at, words!["arrived", "landed", "came", "paid"]));
    (comes && !guest.possessive).then_some(guest)
}

/// The guest of "thanked General A for his visit": it is not the host who made it.
pub(super) fn thanked_for<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPerson> {
    const THANKS: &Words = words![
        "thank", "thanked", "thanks", "thanking", "commended", "congratulated", "praised", "welcomed",
        "welcomes",
    ];
    const REACH: usize = 4;
    let passage = &text.passage;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let link = near.rev().find(|&at| {
        passage.is_any(at, words!["for", "on"]) && passage.is_any(at + 1, words!["his", "her", "their"])
    })?;
    let guest = within(&text.people, hook.sentence.start..link).last()?;
    let verb = guest.tokens.start.checked_sub(1)?;
    let verb = verb - usize::from(passage.is(verb, "the") && verb > hook.sentence.start);
    (guest.tokens.end == link && !guest.possessive && passage.is_any(verb, THANKS)).then_some(guest)
}

/// The guest of "The Director-General met Minister A during a visit to the Organisation's headquarters": whoever leads a body
/// does not visit its house.
pub(super) fn guest_of_body<'a>(text: &'a Annotated<'_>, hook: &Hook) -> Option<&'a FoundPerson> {
    const REACH: usize = 5;
    const HOUSE: usize = 8;
    let passage = &text.passage;
    let mut house = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + HOUSE);
    house.find(|&at| passage.is_any(at, words!["headquarters", "secretariat", "hq"]))?;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let link = near.rev().find(|&at| passage.is_any(at, words!["during", "on"]))?;
    let guest = within(&text.people, hook.sentence.start..link).last()?;
    let before = hook.sentence.start..guest.tokens.start;
    let is_head = |at: usize| {
        passage.is_any(at, words!["director", "secretary"])
            && (at + 1..at + 3).any(|at| passage.is(at, "general"))
            || passage.is_any(at, words!["director-general", "secretary-general"])
    };
    let ends = guest.tokens.end + usize::from(passage.is_mark(guest.tokens.end, ','));
    let is_of_head = before.into_iter().any(is_head);
    (is_of_head && ends == link && !guest.possessive).then_some(guest)
}

/// "The President hosted a delegation of ambassadors during a courtesy visit": those who come have no name.
pub(super) fn is_of_received_group(text: &Annotated<'_>, hook: &Hook) -> bool {
    const REACH: usize = 24;
    const KINDS: &Words =
        words!["courtesy", "farewell", "introductory", "familiarisation", "familiarization"];
    let passage = &text.passage;
    let is_courtesy = hook.tokens.start.checked_sub(1).is_some_and(|kind| passage.is_any(kind, KINDS));
    let earliest = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start);
    let host = is_courtesy.then(|| receives_before(text, hook.tokens.start, earliest)).flatten();
    host.is_some_and(|host| within(&text.people, host.tokens.end..hook.tokens.start).is_empty())
}

/// How many people back a delegation may have been told of.
const LAST_SPOKEN_OF: usize = 8;

/// Those of "took A on a tour of the palace": whoever shows it to them is at home there.
///
/// Nobody whom the story names is shown it where "led delegates on a tour" tells it.
pub(super) fn shown_round(text: &Annotated<'_>, hook: &Hook) -> Option<Vec<Participant>> {
    const REACH: usize = 16;
    const TAKES: &Words = words![
        "take", "takes", "took", "taken", "taking", "led", "leads", "guided", "guides", "escorted",
        "conducted"
    ];
    const LEADS: &Words = words!["led", "leads", "guided", "guides", "escorted", "conducted"];
    let passage = &text.passage;
    let on = (hook.tokens.start.saturating_sub(3)..hook.tokens.start).find(|&at| passage.is(at, "on"))?;
    let before = on.saturating_sub(REACH).max(hook.sentence.start)..on;
    let takes = before.rev().find(|&at| passage.is_any(at, TAKES))?;
    let is_shown = hook.trigger.tense == Tense::Noun && takes + 1 < on;
    let shown = participants(within(&text.people, takes + 1..on));
    // "took the British delegation on a tour": whoever was spoken of last, and is not the host.
    let hosts = || participants(subject(text, &hook.sentence, takes));
    let of_delegation = || {
        let hosts = hosts();
        let mut earlier = within(&text.people, 0..hook.sentence.start).iter().rev().take(LAST_SPOKEN_OF);
        let guest = earlier.find(|person| {
            person.form != MentionForm::Pronoun && !person.possessive && !hosts.contains(&person.who)
        });
        guest.map(|person| person.who.clone()).into_iter().collect()
    };
    let is_led = passage.is_any(takes, LEADS) && shown.is_empty();
    is_shown.then(|| if is_led || !shown.is_empty() { shown } else { of_delegation() })
}

/// The verb last told before a token, if hosts receive somebody by it and it does not stand before `earliest`.
fn receives_before<'a>(text: &'a Annotated<'_>, at: usize, earliest: usize) -> Option<&'a Hook> {
    let last = text.hooks.partition_point(|other| other.tokens.start < at);
    let verb = last.checked_sub(1).and_then(|last| text.hooks.get(last))?;
    let receives = verb.trigger.frame == Frame::Host
        && verb.trigger.tense != Tense::Noun
        && verb.tokens.start >= earliest
        && !is_passive(&text.passage, verb);
    receives.then_some(verb)
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn a_visiting_minister_is_the_guest() {
        let text = "Foreign Minister Aino Virta welcomed the visiting Czech Foreign Minister, Ivo Novak, in Helsinki.";
        assert_eq!(visits("FI", text), ["Ivo Novak -> FI Helsinki completed"]);
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn who_holds_talks_with_a_visiting_president_is_at_home() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta held talks with visiting Czech President Ivo Novak at the Ulvila Palace in Turku.",
        );
        assert_eq!(told, ["Ivo Novak -> FI Ulvila Palace Turku completed"]);
    }

    #[test]
    fn whom_a_host_receives_as_he_arrives_is_the_guest() {
        for arrives in ["as he arrived on a three-day state visit to Kenya", "when he arrived in Mombasa"] {
            let text = format!(
                "President Amos Okello received President Ivo Novak of Serbia at the airport in Mombasa, {arrives}."
            );
            let told = visits("KE", &text);
            assert!(
                told.iter().all(|told| told.starts_with("Ivo Novak -> KE")) && told.len() == 1,
                "{told:?}"
            );
        }
    }

    #[test]
    fn whoever_is_received_on_a_visit_makes_it() {
        let told = visits(
            "KE",
            "Minister Ann Hale will host Foreign Minister Ivo Novak of Serbia, on a working visit to Kenya.",
        );
        assert_eq!(told, ["Ivo Novak -> KE planned"]);
    }

    #[test]
    fn who_hosts_somebody_on_a_visit_does_not_travel() {
        let told = visits(
            "ZA",
            "Minister Ana Botha will host her Zimbabwean counterpart, Ivo Moyo, on a working visit to South Africa on Friday in Cape Town.",
        );
        assert!(told.iter().all(|told| told.starts_with("Ivo Moyo -> ZA")) && !told.is_empty(), "{told:?}");
    }

    #[test]
    fn a_guest_who_is_thanked_for_a_visit_made_it() {
        let told = visits(
            "ME",
            "Minister Ann Hale met General Ivo Novak of Serbia, who is in a visit to Montenegro. Minister Hale thanked General Novak for his visit and praised both armies.",
        );
        assert_eq!(told, ["Ivo Novak -> ME ongoing"]);
    }
}
