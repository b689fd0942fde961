//! Whether what a verb or noun tells has happened, happens, is to happen, or does not.

use std::ops::Range;

use super::clause::joined_verb;
use super::lexicon::{self, Class, Tense};
use super::passage::Passage;
use super::schedule::is_line;
use super::token::TokenKind;
use super::words::Words;

/// How the text asserts an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Modality {
    /// It happened: "visited", "has met", "went on to visit".
    Past,
    /// It happens, or is about to: "is visiting", "visits".
    Present,
    /// It is to happen: "will visit", "is due to meet".
    Future,
    /// It is only named: "his visit".
    Named,
    /// It was called off.
    Cancelled,
    /// It is denied, wished for or supposed.
    Unreal,
}

/// How many tokens before a verb its auxiliaries may stand.
const REACH: usize = 7;

const FUTURE: &Words = words![
    "will",
    "shall",
    "'ll",
    "plans",
    "planned",
    "intends",
    "expects",
    "expected",
    "due",
    "scheduled",
    "set",
    "going",
    "planning",
    "preparing",
];
const UNREAL: &Words = words![
    "would",
    "could",
    "might",
    "should",
    "if",
    "whether",
    "can",
    "hopes",
    "hope",
    "hoped",
    "wish",
    "wishes",
    "wants",
    "ought",
    "must",
    "may",
    "unable",
    "refused",
    "declined",
    "urged",
    "encouraged",
    "urges",
    "opportunity",
    "invited",
    "considering",
    "proposed",
    "proposes",
    "seeks",
    "eager",
    "keen",
    "ready",
    "denied",
];
const NEGATION: &Words = words!["not", "never", "cannot", "no", "without", "neither", "nor", "instead"];
const PAST_AUXILIARIES: &Words = words!["was", "were", "had", "has", "have", "having", "did", "been"];
const PRESENT_AUXILIARIES: &Words = words!["is", "are", "am", "be", "'m", "'re"];

/// How the sentence asserts the event of a trigger at a token.
pub(super) fn modality(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, tense: Tense) -> Modality {
    if cancels(passage, sentence, at, tense) {
        return Modality::Cancelled;
    }
    let is_scheduled =
        matches!(tense, Tense::Noun | Tense::Present | Tense::Base) && is_line(passage, sentence);
    if is_scheduled {
        return Modality::Future;
    }
    if tense == Tense::Noun {
        return of_noun(passage, sentence, at);
    }
    let auxiliaries = auxiliaries(passage, sentence, at);
    // In capitals they are months and names: "May 4", "Will Smith".
    let is_small = |at: usize| passage.kind(at) == TokenKind::Lower || passage.shouts;
    let has =
        |words: &Words| auxiliaries.clone().any(|before| passage.is_any(before, words) && is_small(before));
    let unreal = auxiliaries.clone().find(|&before| passage.is_any(before, UNREAL) && is_small(before));
    let had_chance = unreal.is_some_and(|word| was_taken(passage, sentence, word));
    if had_chance && !has(NEGATION) {
        return Modality::Past;
    }
    let is_off = || was_announced(passage, sentence, at) || has_reason(passage, sentence, at);
    if has(words!["not"]) && is_off() || will_no_longer(passage, auxiliaries.clone()) {
        return Modality::Cancelled;
    }
    if has(NEGATION) || unreal.is_some_and(|word| !is_settled(passage, sentence, word, at)) {
        return Modality::Unreal;
    }
    if unreal.is_some() {
        return Modality::Future;
    }
    let contracted = auxiliaries
        .clone()
        .any(|before| passage.word(before).ends_with("ll") && passage.word(before).contains(['\'', '’']));
    // "is due in Oslo on Thursday"
    let is_due = tense == Tense::Base && passage.is_any(at, words!["due", "expected"]);
    let forward = contracted || is_due || auxiliaries.clone().any(|before| passage.is(before, "forward"));
    if (forward || has(FUTURE)) && tense != Tense::Past {
        return Modality::Future;
    }
    let to = at.checked_sub(1).is_some_and(|before| passage.is(before, "to"));
    match tense {
        // "will be received by"
        Tense::Past if has(words!["will", "shall", "to"]) && has(words!["be"]) => Modality::Future,
        Tense::Past if has(PRESENT_AUXILIARIES) => Modality::Present,
        Tense::Past => Modality::Past,
        Tense::Ing if has(PAST_AUXILIARIES) => Modality::Past,
        Tense::Ing if has(PRESENT_AUXILIARIES) => Modality::Present,
        // "On his way to Astana, the President will stop in Omsk"
        Tense::Ing if at <= sentence.start + 1 => verb_after(passage, sentence, at),
        // "the Minister, speaking in Oslo, said"
        Tense::Ing if is_inserted(passage, at) => verb_after(passage, sentence, at),
        // "opened a school before visiting a hospital"
        Tense::Ing if at > 0 && passage.is_any(at - 1, words!["before", "after"]) => {
            main_verb(passage, sentence, at)
        }
        Tense::Ing | Tense::Noun => Modality::Named,
        // "when the Vice President travels to Singapore"
        Tense::Present if has(words!["when", "once", "until", "before"]) => Modality::Future,
        Tense::Present => Modality::Present,
        Tense::Base if to => of_infinitive(passage, sentence, at, has(PRESENT_AUXILIARIES)),
        // "will meet the mayor and visit a school"
        Tense::Base if joined_verb(passage, sentence, at).is_some() => Modality::Future,
        Tense::Base => Modality::Present,
    }
}

/// "will not be coming to Suva, as earlier announced": what does not take place was to do so.
fn was_announced(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 24;
    (at..sentence.end.min(at + REACH)).any(|near| {
        passage.is(near, "as")
            && passage.is_any(near + 1, words!["earlier", "previously", "originally", "initially"])
            && passage.is_any(near + 2, words!["announced", "planned", "scheduled", "foreseen"])
    })
}

/// "will not travel to Suva due to a storm": what something hinders was to be done.
fn has_reason(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> bool {
    const REACH: usize = 16;
    let is_to_come = at.checked_sub(2).is_some_and(|will| {
        is_will(passage, will) || will.checked_sub(1).is_some_and(|before| is_will(passage, before))
    });
    is_to_come
        && (at..sentence.end.min(at + REACH)).any(|near| {
            passage.is(near, "because")
                || passage.is_any(near, words!["due", "owing"]) && passage.is(near + 1, "to")
        })
}

/// "will no longer travel to Suva"
fn will_no_longer(passage: &Passage<'_>, mut auxiliaries: Range<usize>) -> bool {
    auxiliaries.any(|at| is_will(passage, at) && passage.reads(at + 1, &["no", "longer"]))
}

/// "will", and no Will Smith.
fn is_will(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["will", "shall"]) && (passage.shouts || passage.kind(at) == TokenKind::Lower)
}

/// "speaking in Oslo" between commas: its time is that of the verb after it.
fn is_inserted(passage: &Passage<'_>, at: usize) -> bool {
    passage.is(at, "speaking") && at.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ','))
}

/// "had the opportunity to meet": they met.
fn was_taken(passage: &Passage<'_>, sentence: &Range<usize>, word: usize) -> bool {
    const REACH: usize = 3;
    passage.is(word, "opportunity")
        && (word.saturating_sub(REACH).max(sentence.start)..word)
            .any(|at| passage.is_any(at, words!["had", "took", "used"]))
}

/// Whether what an unreal word before a verb tells is to come all the same: "said that he would visit" and
/// "invited him to visit from 1 to 4 May" are; "would like to visit" and "would visit if" are not.
fn is_settled(passage: &Passage<'_>, sentence: &Range<usize>, word: usize, at: usize) -> bool {
    const TOLD: &Words = words![
        "announced",
        "confirmed",
        "said",
        "advised",
        "informed",
        "revealed",
        "disclosed",
        "declared",
        "stated",
    ];
    // A sentence may be as long as a story.
    let mut all = word.saturating_sub(40).max(sentence.start)..sentence.end.min(at + 40);
    if passage.is(word, "would") {
        let is_wish =
            passage.is_any(word + 1, words!["like", "love", "welcome", "prefer", "have", "want", "need"]);
        let is_supposed =
            all.any(|near| passage.is_any(near, words!["if", "hoped", "hope", "possible", "whether"]));
        let mut before = word.saturating_sub(40).max(sentence.start)..word;
        !is_wish && !is_supposed && before.any(|near| passage.is_any(near, TOLD))
    } else if passage.is(word, "invited") {
        let has_day = |near: usize| {
            passage.kind(near) == TokenKind::Number
                && (near..near + 4).any(|word| super::date::is_calendar_word(passage, word))
        };
        all.any(|near| passage.is_any(near, words!["accepted", "accepts"]))
            || (at..sentence.end.min(at + 40)).any(has_day)
    } else {
        false
    }
}

/// The tokens before a verb that may be its auxiliaries: back to a mark or another verb's start.
fn auxiliaries(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Range<usize> {
    // "will on Tuesday, 28 August 2018 host", "will, on Monday, visit", "will today (16 May) travel"
    const DATE: usize = 8;
    let is_of_date = |near: usize| {
        passage.kind(near) == TokenKind::Number
            || super::date::is_calendar_word(passage, near)
            || matches!(passage.kind(near), TokenKind::Mark(',' | '(' | ')'))
            || passage
                .is_any(near, words!["on", "from", "to", "the", "today", "tomorrow", "this", "next", "week"])
    };
    let of_date =
        (at.saturating_sub(DATE).max(sentence.start)..at).rev().take_while(|&near| is_of_date(near)).count();
    let will = (at - of_date).checked_sub(1).filter(|&will| is_will(passage, will));
    if let Some(will) = will.filter(|_| of_date > 1) {
        return will..at;
    }
    let earliest = at.saturating_sub(REACH).max(sentence.start);
    let stop = (earliest..at).rev().find(|&before| {
        matches!(passage.kind(before), TokenKind::Mark(',' | ';' | ':' | '(' | '.'))
            || passage.is(before, "that")
    });
    stop.map_or(earliest, |stop| stop + 1)..at
}

/// "went on to visit" happened, "is to visit" is to come, "in Bonn to meet" is as the rest of the sentence.
fn of_infinitive(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, is_to: bool) -> Modality {
    if is_to && at >= 2 && passage.is_any(at - 2, PRESENT_AUXILIARIES) {
        return Modality::Future;
    }
    // "has asked the Premier to represent him"
    const ASKED: &Words =
        words!["asked", "requested", "instructed", "directed", "tasked", "assigned", "designated"];
    const REACH: usize = 12;
    let is_asked = (at.saturating_sub(REACH).max(sentence.start)..at).any(|near| passage.is_any(near, ASKED));
    if is_asked {
        return Modality::Future;
    }
    match main_verb(passage, sentence, at) {
        Modality::Named => Modality::Future,
        told => told,
    }
}

/// Verbs that say of a visit or talks only that they took place: "paid a visit to".
const PAST_LIGHT_VERBS: &Words = words![
    "paid",
    "made",
    "held",
    "concluded",
    "completed",
    "undertook",
    "led",
    "conducted",
    "carried",
    "gave",
    "took"
];

/// The same of what goes on or is about to: "pays a visit to".
const PRESENT_LIGHT_VERBS: &Words = words!["pays", "makes", "undertakes"];

/// How the verbs before a token, the nearest first, tell time.
fn main_verb(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Modality {
    for before in (at.saturating_sub(40).max(sentence.start)..at).rev() {
        if is_will(passage, before) || passage.is(before, "'ll") {
            return Modality::Future;
        }
        if passage.is_any(before, words!["was", "were", "had", "did"]) {
            return Modality::Past;
        }
        let tense =
            passage.longest(before, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value));
        match tense.map(|trigger| trigger.tense) {
            Some(Tense::Past) => return Modality::Past,
            Some(Tense::Present) => return Modality::Present,
            _ => {}
        }
        if passage.is_any(before, PAST_LIGHT_VERBS) {
            return Modality::Past;
        }
        if passage.is_any(before, PRESENT_LIGHT_VERBS) && passage.kind(before) == TokenKind::Lower {
            return Modality::Present;
        }
        if passage.is_any(before, words!["is", "are"]) {
            // "is to attend a meeting", "are set to hold talks"
            let to = before + 1 + usize::from(passage.is_any(before + 1, words!["set", "expected", "also"]));
            return if passage.is(to, "to") { Modality::Future } else { Modality::Present };
        }
    }
    Modality::Named
}

/// "a visit": as the sentence around it tells, first by what stands after it.
fn of_noun(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Modality {
    const SUPPOSED: &Words = words![
        "would",
        "if",
        "could",
        "possible",
        "potential",
        "any",
        "no",
        "not",
        "proposed",
        "without",
        "hopes",
    ];
    const TO_COME: &Words = words![
        "will",
        "forthcoming",
        "upcoming",
        "planned",
        "next",
        "ahead",
        "announce",
        "announces",
        "announced",
        "announcing",
        "tomorrow",
        "scheduled",
        "due",
    ];
    const BEGUN: &Words = words![
        "began",
        "begins",
        "beginning",
        "commenced",
        "commences",
        "starts",
        "started",
        "embarked",
        "undertaking",
        "paying",
        "making",
        "currently",
        "ongoing",
    ];
    const OVER: &Words =
        words!["concluded", "concludes", "completed", "completes", "ended", "following", "wrapped", "after"];
    let near = at.saturating_sub(7).max(sentence.start)..at;
    let has = |words: &Words| near.clone().any(|before| passage.is_any(before, words));
    // "announced that he would pay a visit" tells of what is to come.
    let unreal = near.clone().find(|&before| passage.is_any(before, SUPPOSED));
    if let Some(word) = unreal {
        let settled = is_settled(passage, sentence, word, at);
        return if settled { Modality::Future } else { Modality::Unreal };
    }
    // "His first stop is Sarajevo"
    let is_stop = (at..at + 2).any(|at| passage.is(at, "stop") && passage.is(at + 1, "is"));
    if is_stop || is_on_visit(passage, sentence, at) {
        return Modality::Present;
    }
    let after = at..sentence.end.min(at + 30);
    if after.clone().any(|next| is_will(passage, next))
        || has(TO_COME)
        || is_scheduled(passage, after.clone())
    {
        return Modality::Future;
    }
    if has(OVER) {
        return Modality::Past;
    }
    if has(BEGUN) {
        return Modality::Present;
    }
    match main_verb(passage, sentence, at) {
        Modality::Named
            if after.clone().any(|next| passage.is_any(next, words!["was", "were", "had", "took"])) =>
        {
            Modality::Past
        }
        // "During a visit to Kenya, the Minister opened a school"
        Modality::Named => verb_after(passage, sentence, at),
        told => told,
    }
}

/// "who is on a two-day visit to Scotland, will continue to Aberdeen": whether somebody is said to be on it.
pub(super) fn is_on_visit(passage: &Passage<'_>, sentence: &Range<usize>, noun: usize) -> bool {
    let mut near = noun.saturating_sub(REACH).max(sentence.start)..noun;
    near.any(|at| passage.is_any(at, words!["is", "are"]) && passage.is(at + 1, "on"))
}

/// "a visit to Brussels is envisaged for the summer", "his visit scheduled for May"
fn is_scheduled(passage: &Passage<'_>, mut after: Range<usize>) -> bool {
    const SCHEDULED: &Words = words!["envisaged", "foreseen", "planned", "scheduled"];
    after.any(|at| {
        passage.is_any(at, SCHEDULED)
            && (passage.is(at + 1, "for")
                || at.checked_sub(1).is_some_and(|is| passage.is_any(is, words!["is", "are"])))
    })
}

/// How the first verb after the comma of an opening phrase tells time.
fn verb_after(passage: &Passage<'_>, sentence: &Range<usize>, at: usize) -> Modality {
    const OPENING: usize = 8;
    const REACH: usize = 30;
    let end = sentence.end.min(at + REACH);
    let comma = (at..end).find(|&next| passage.is_mark(next, ','));
    let Some(comma) = comma.filter(|_| at <= sentence.start + OPENING) else { return Modality::Named };
    for next in comma..end {
        if is_will(passage, next) {
            return Modality::Future;
        }
        let found =
            passage.longest(next, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value));
        match found.map(|trigger| trigger.tense) {
            Some(Tense::Past) => return Modality::Past,
            Some(Tense::Present) => return Modality::Present,
            _ if passage.kind(next) == TokenKind::Lower && passage.word(next).ends_with("ed") => {
                return Modality::Past;
            }
            _ => {}
        }
    }
    Modality::Named
}

/// "cancelled", "postponed", "called off": of a visit before it or after it, of a verb before it ("cancelled plans to
/// travel"), or after "but" where it tells of a plan.
fn cancels(passage: &Passage<'_>, sentence: &Range<usize>, at: usize, tense: Tense) -> bool {
    const BEFORE: usize = 10;
    const AFTER: usize = 28;
    let before = at.saturating_sub(BEFORE).max(sentence.start)..at;
    let end = sentence.end.min(at + AFTER);
    // "had planned to visit Riga, too, but this leg was cancelled"
    let objection = || (at..end).find(|&near| passage.is_any(near, words!["but", "however"]));
    let after = match tense {
        Tense::Noun => at..end,
        Tense::Base if was_planned(passage, before.clone()) => {
            objection().map_or(at..at, |objection| objection..sentence.end.min(objection + AFTER))
        }
        _ => at..at,
    };
    before.chain(after).any(|near| {
        let found =
            passage.longest(near, Class::Trigger).and_then(|found| lexicon::trigger(found.entry.value));
        found.is_some_and(|trigger| trigger.frame == lexicon::Frame::Cancel)
            && !is_only_possible(passage, sentence, near)
            // "had planned to come in May, but this was put off until June"
            && (near < at || tense == Tense::Noun || !passage.is_any(near + 1, words!["to", "until", "till"]))
    })
}

/// "may be subject to cancellation", "has not been postponed": nothing is called off.
fn is_only_possible(passage: &Passage<'_>, sentence: &Range<usize>, cancel: usize) -> bool {
    const REACH: usize = 4;
    const POSSIBLE: &Words =
        words!["may", "might", "could", "subject", "unless", "if", "not", "never", "denied"];
    let mut near = cancel.saturating_sub(REACH).max(sentence.start)..cancel;
    near.any(|at| passage.is_any(at, POSSIBLE) && passage.kind(at) == TokenKind::Lower)
}

/// "had planned to", "was due to", "was to": words before a verb by which it once was to come.
fn was_planned(passage: &Passage<'_>, before: Range<usize>) -> bool {
    const ONCE: &Words = words!["was", "were", "had"];
    let last = before.end.checked_sub(1).filter(|&last| passage.is(last, "to"));
    last.is_some_and(|to| (to.saturating_sub(4).max(before.start)..to).any(|at| passage.is_any(at, ONCE)))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::super::told::{meetings, visits};
    use super::*;
    use crate::model::Part;

    #[test]
    fn who_is_to_attend_a_meeting_will_do_so() {
        for verb in ["is to attend", "is set to attend", "is expected to attend"] {
            let told = visits("FI", &format!("Foreign Minister Aino Virta {verb} a meeting in Bergen."));
            assert_eq!(told, ["Aino Virta -> NO Bergen planned"], "{verb}");
        }
    }

    #[test]
    fn what_something_hinders_is_called_off() {
        for text in [
            "Foreign Minister Aino Virta will not travel to Kenya next week due to a strike.",
            "Foreign Minister Aino Virta will no longer travel to Kenya next week.",
        ] {
            let told = visits("FI", text);
            assert!(told.iter().all(|told| told.starts_with("Aino Virta -> KE cancelled")), "{told:?}");
            assert_eq!(told.len(), 1, "{text}");
        }
        assert_eq!(visits("FI", "Foreign Minister Aino Virta will not travel to Kenya."), [""; 0]);
    }

    #[test]
    fn a_surname_is_no_auxiliary_before_a_date() {
        let starts = |text: &str| {
            let passage = Passage::new(Part::Block(0), text, &Lexicon::built_in());
            let verb = passage.tokens.len() - 3;
            auxiliaries(&passage, &(0..passage.tokens.len()), verb).start
        };
        assert_eq!(starts("Ana will, on Tuesday, 3 May, visit Ost."), 1);
        assert_eq!(starts("Ana Will, on Tuesday, 3 May, visited Ost."), 9);
    }

    #[test]
    fn what_may_be_called_off_is_not() {
        let told = visits(
            "FI",
            "Foreign Minister Aino Virta will visit Serbia, and her visit may be subject to cancellation.",
        );
        assert_eq!(told, ["Aino Virta -> RS planned"]);
        let told = visits("FI", "Foreign Minister Aino Virta pays a visit to Serbia.");
        assert_eq!(told, ["Aino Virta -> RS ongoing"]);
        let told = visits("FI", "Foreign Minister Aino Virta carried out a visit to Serbia.");
        assert_eq!(told, ["Aino Virta -> RS completed"]);
    }

    #[test]
    fn talks_may_be_called_off_far_behind() {
        let told = meetings(
            "FI",
            "Talks between Foreign Minister Aino Virta and Foreign Minister Ivo Novak of Serbia, due to be held in Turku on Friday, have been called off.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person cancelled"]);
    }
}
