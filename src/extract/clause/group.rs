//! Those whom a story told of together, and then calls "they", "the two" or "the delegation".

use std::borrow::Cow;
use std::ops::Range;

use super::super::annotated::Annotated;
use super::super::lexicon::{Class, Frame, Tense, Trigger};
use super::super::participants::participants;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::described::described_subject;
use super::subject::{BEFORE_VERB, subject};
use super::{Hook, of};
use crate::model::{Part, Participant};

/// Those whom the subject of a verb stands for, if it is a plural that names nobody: "They also met", "The ministers
/// will visit". `told` are the texts of the story up to the one that the verb stands in, `delegates` those of the
/// delegation that it tells of, the leader first.
pub(in crate::extract) fn told_of_together(
    told: &[Annotated<'_>],
    hook: &Hook,
    delegates: &[Participant],
) -> Vec<Participant> {
    let Some(text) = told.last() else { return Vec::new() };
    let Some(hook) = as_verb(&text.passage, hook) else { return Vec::new() };
    let hook = hook.as_ref();
    let plural = plural_subject(&text.passage, hook);
    let found = plural.map_or_else(Vec::new, |plural| last_told_of(told, hook, plural));
    // Whoever leads it stands for "a delegation of the Committee".
    let is_nobody = found.iter().all(|who| who.id().is_none()) && (found.is_empty() || !delegates.is_empty());
    if is_nobody && (plural == Some(Plural::Delegation) || is_done_by_delegation(&text.passage, hook)) {
        return delegates.first().cloned().into_iter().collect();
    }
    found
}

/// The verb of a noun that tells what is done: "They │ held │ talks with".
fn as_verb<'h>(passage: &Passage<'_>, hook: &'h Hook) -> Option<Cow<'h, Hook>> {
    const REACH: usize = 6;
    const DOES: &Words = words![
        "had", "have", "held", "hold", "made", "make", "paid", "pay", "received", "conducted", "concluded",
    ];
    if hook.trigger.tense != Tense::Noun {
        return Some(Cow::Borrowed(hook));
    }
    let mut near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    let verb = near.rfind(|&at| passage.is_any(at, DOES))?;
    let tense =
        if passage.is_any(verb, words!["have", "hold", "make", "pay"]) { Tense::Base } else { Tense::Past };
    let trigger = Trigger { tense, ..hook.trigger };
    Some(Cow::Owned(Hook { tokens: verb..hook.tokens.end, trigger, sentence: hook.sentence.clone() }))
}

/// Those whom a story told of last, if they are what a plural says.
fn last_told_of(told: &[Annotated<'_>], hook: &Hook, plural: Plural) -> Vec<Participant> {
    let (most_back, reaches_sentence) = match plural {
        Plural::They => (2, hook.tokens.start),
        Plural::Group | Plural::Delegation => (12, hook.sentence.start),
    };
    for (back, text) in told.iter().rev().enumerate().take(most_back) {
        let end = if back == 0 { reaches_sentence } else { text.passage.tokens.len() };
        let before = text.hooks.partition_point(|earlier| earlier.tokens.start < end);
        for earlier in text.hooks.get(..before).unwrap_or_default().iter().rev().take(MOST_HOOKS) {
            if plural == Plural::They && !is_near(text, earlier, back == 0, hook) {
                return Vec::new();
            }
            let travels = of(earlier, Frame::Travel) || of(earlier, Frame::Visit);
            // "is leading a mission to Serbia"
            if earlier.trigger.tense == Tense::Noun && !(travels && plural == Plural::Delegation) {
                continue;
            }
            let group = participants(subject(text, &earlier.sentence, earlier.tokens.start));
            if group.is_empty()
                && plural == Plural::Delegation
                && travels
                // "The delegation visited": whose it is was told before.
                && plural_subject(&text.passage, earlier) != Some(Plural::Delegation)
                && let Some(body) = described_subject(text, earlier)
            {
                return vec![Participant::described(text.passage.words(body))];
            }
            let is_group = group.len() > 1 || plural == Plural::Delegation && group.len() == 1 && travels;
            if is_group && group.iter().all(|who| who.id().is_some()) {
                return group;
            }
        }
    }
    Vec::new()
}

/// How many verbs and nouns of a passage are looked at for those whom it told of.
const MOST_HOOKS: usize = 12;

/// What several people are called who were named before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Plural {
    /// "they", "the two", "both"
    They,
    /// "the ministers", "Their Majesties"
    Group,
    /// "the delegation", which one who travels may lead
    Delegation,
}

/// What officials are called together.
const GROUPS: &Words = words![
    "ambassadors", "commissioners", "congressmen", "councillors", "envoys", "governors", "lawmakers",
    "leaders", "legislators", "mayors", "ministers", "mps", "officials", "parliamentarians", "presidents",
    "secretaries", "senators",
];

/// The plural that stands right before a verb as its subject.
fn plural_subject(passage: &Passage<'_>, hook: &Hook) -> Option<Plural> {
    const NUMBERS: &Words = words!["two", "three", "four", "couple", "pair", "duo", "trio", "quartet"];
    const STYLES: &Words = words!["excellencies", "highnesses", "majesties"];
    const DELEGATIONS: &Words = words!["delegation", "delegates", "mission"];
    /// How many words may stand between "the" and a group.
    const MOST_BETWEEN: usize = 3;
    if hook.trigger.tense == Tense::Past && opens_item(passage, hook) {
        return Some(Plural::Delegation);
    }
    let at = last_of_subject(passage, hook)?;
    if passage.is_any(at, words!["they", "both"]) {
        return Some(Plural::They);
    }
    let their = if passage.is(at.saturating_sub(1), "royal") { 2 } else { 1 };
    if passage.is_any(at, STYLES) && at.checked_sub(their).is_some_and(|at| passage.is(at, "their")) {
        return Some(Plural::Group);
    }
    let plural = match () {
        () if passage.is_any(at, NUMBERS) => Plural::They,
        () if passage.is_any(at, GROUPS) => Plural::Group,
        () if passage.is_any(at, DELEGATIONS) => Plural::Delegation,
        () => return None,
    };
    let near = at.saturating_sub(MOST_BETWEEN + 1).max(hook.sentence.start)..at;
    // "Their delegation"
    let is_owned = plural == Plural::Delegation;
    let the = near
        .clone()
        .rev()
        .find(|&at| passage.is(at, "the") || is_owned && passage.is_any(at, words!["his", "her", "their"]))?;
    // "the ministers of both countries", "the Kenyan delegation" are others.
    let names_none = |mut between: Range<usize>| {
        between.all(|at| {
            passage.kind(at).is_word()
                && !passage.is_any(at, words!["of", "and", "other"])
                && !passage.has(at, Class::Demonym)
                && !passage.has(at, Class::Country)
        })
    };
    let most = if passage.is_any(at, NUMBERS) { 0 } else { MOST_BETWEEN };
    (at - the <= most + 1 && names_none(the + 1..at)).then_some(plural)
}

/// Whether a delegation does what a verb says, whose country may be told with it: "The Kenyan delegation will also visit".
fn is_done_by_delegation(passage: &Passage<'_>, hook: &Hook) -> bool {
    const MOST_BEFORE: usize = 4;
    let Some(subject) = last_of_subject(passage, hook).filter(|&at| passage.is(at, "delegation")) else {
        return false;
    };
    let earliest = subject.saturating_sub(MOST_BEFORE).max(hook.sentence.start);
    let article = (earliest..subject).find(|&at| passage.is(at, "the"));
    // "According to the Foreign Office, the delegation"
    article.is_some_and(|the| {
        the == hook.sentence.start || the.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ','))
    })
}

/// "• Met with the Mayor": the verb that an item of a list begins with, of which all items have one subject.
fn opens_item(passage: &Passage<'_>, hook: &Hook) -> bool {
    const MEALS: &Words = words!["breakfast", "dinner", "lunch", "luncheon", "reception"];
    const MOST: usize = 4;
    let is_bullet = |at: usize| matches!(passage.kind(at), TokenKind::Mark(_));
    let start = (0..hook.tokens.start).take_while(|&at| is_bullet(at)).count();
    // "• Working lunch hosted by the Ambassador"
    let is_meal = || {
        passage.is(hook.tokens.end, "by")
            && hook.tokens.start.checked_sub(1).is_some_and(|at| passage.is_any(at, MEALS))
    };
    passage.part != Part::Headline
        && passage.kind(start) == TokenKind::Capital
        && (start == hook.tokens.start || is_meal())
        && hook.tokens.start <= MOST
}

/// The last token of what stands before a verb and its auxiliaries: "The delegation, which includes farmers, is due to".
fn last_of_subject(passage: &Passage<'_>, hook: &Hook) -> Option<usize> {
    const DUE: &Words = words!["due", "expected", "planning", "scheduled", "set", "slated"];
    const MOST_ASIDE: usize = 16;
    let mut before = (hook.sentence.start..hook.tokens.start).rev();
    let at = before.find(|&at| !passage.is_any(at, BEFORE_VERB) && !passage.is_any(at, DUE))?;
    // "Their Delegation (CODEL) will now"
    if passage.is_mark(at, ')') {
        let open = before.take(MOST_ASIDE).find(|&open| passage.is_mark(open, '('))?;
        return open.checked_sub(1).filter(|&at| at >= hook.sentence.start);
    }
    if !passage.is_mark(at, ',') {
        return Some(at);
    }
    let aside = before.take(MOST_ASIDE).find(|&start| passage.is_mark(start, ','))?;
    let subject = aside.checked_sub(1).filter(|&at| at >= hook.sentence.start);
    subject.filter(|_| passage.is_any(aside + 1, words!["which", "who", "including", "comprising", "led"]))
}

/// Whether nobody else comes between a verb and a "they" after it.
fn is_near(text: &Annotated<'_>, earlier: &Hook, is_same_text: bool, hook: &Hook) -> bool {
    const OPENING: usize = 4;
    let passage = &text.passage;
    let sentences = passage.sentences.iter().filter(|sentence| sentence.start > earlier.sentence.start);
    let between = sentences.filter(|sentence| !is_same_text || sentence.start < hook.sentence.start);
    // "The farmers of the valley complained. They met"
    between.into_iter().all(|sentence| {
        let mut opening = sentence.start..sentence.end.min(sentence.start + OPENING);
        !opening.any(|at| {
            let is_several = passage.has(at, Class::People) && passage.word(at).ends_with('s');
            is_several && !passage.is_any(at, GROUPS)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::{meetings, visits};

    #[test]
    fn they_are_those_who_were_told_of_together() {
        for they in ["They also", "The two", "The pair", "The ministers", "The delegation"] {
            let text = format!(
                "Foreign Minister Aino Virta and Trade Minister Jari Horn visited Serbia. {they} met President Ivo Novak."
            );
            assert_eq!(
                meetings("FI", &text),
                ["Aino Virta + Jari Horn / Ivo Novak in_person completed"],
                "{they}"
            );
        }
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta and Trade Minister Jari Horn went to Serbia, where they met President Ivo Novak.",
        );
        assert_eq!(told, ["Aino Virta + Jari Horn / Ivo Novak in_person completed"]);
    }

    #[test]
    fn the_delegation_is_what_was_told_before_it_was_called_so() {
        let text = "A delegation led by Foreign Minister Aino Virta visited Serbia. The delegation visited a school. The delegation \
                    also held consultations with President Ivo Novak.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
        let text = "A delegation from the Special Committee visited Serbia. The delegation was led by Ambassador Aino Virta. The \
                    delegation also held consultations with President Ivo Novak.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn a_royal_couple_is_known_by_its_style() {
        for they in ["Their Majesties", "Their Royal Highnesses", "The couple"] {
            let text =
                format!("King Ivo and Queen Aino visited Serbia on Tuesday. {they} met President Ana Novak.");
            assert_eq!(meetings("NO", &text), ["Ivo + Aino / Ana Novak in_person completed"], "{they}");
        }
    }

    #[test]
    fn what_a_list_begins_with_is_done_by_those_who_travel() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta and Trade Minister Jari Horn visited Serbia today. What they did:\n• Met with President Ivo Novak.\n• Met with Prime Minister Ana Torres.",
        );
        assert_eq!(
            told,
            [
                "Aino Virta + Jari Horn / Ivo Novak in_person completed",
                "Aino Virta + Jari Horn / Ana Torres in_person completed"
            ]
        );
    }

    #[test]
    fn they_go_on_to_the_next_place() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta and Trade Minister Jari Horn will visit Serbia. They will then travel to Kenya.",
        );
        assert_eq!(told, ["Aino Virta + Jari Horn -> RS planned", "Aino Virta + Jari Horn -> KE planned"]);
    }

    #[test]
    fn what_the_delegation_does_whoever_travels_does() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta will travel to Serbia. The delegation will meet President Ivo Novak.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
    }

    #[test]
    fn an_aside_may_stand_behind_the_delegation() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta is leading a trade mission to Serbia. The delegation, which includes farmers, is due to meet President Ivo Novak.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
    }

    #[test]
    fn they_are_not_whom_another_sentence_is_about() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta and Trade Minister Jari Horn visited Serbia. The farmers had complained. They met President Ivo Novak.",
        );
        assert_eq!(told, [""; 0]);
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta and Trade Minister Jari Horn visited Serbia. The Kenyan delegation met President Ivo Novak.",
        );
        assert_eq!(told, ["Kenyan delegation / Ivo Novak in_person completed"]);
    }

    #[test]
    fn what_a_delegation_of_a_country_does_whoever_leads_it_does() {
        let leads = "A Finnish delegation led by Foreign Minister Aino Virta is in Belgrade.";
        let told = meetings("RS", &format!("{leads} The Finnish delegation will meet President Ivo Novak."));
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person planned"]);
        let told = visits("RS", &format!("{leads} The Finnish delegation will also visit Novi Sad."));
        assert!(told.iter().all(|told| told.starts_with("Aino Virta -> RS")), "{told:?}");
    }

    #[test]
    fn what_stands_in_brackets_is_no_subject() {
        let told = visits(
            "US",
            "Senators Ann Hale and Bo Boyd visited Iraq. Their Congressional Delegation (CODEL) will now continue on to Kenya.",
        );
        assert_eq!(told, ["Ann Hale + Bo Boyd -> IQ completed", "Ann Hale + Bo Boyd -> KE planned"]);
    }
}
