//! Those whom one sees, discusses something with, or gives a dinner for.

use std::ops::Range;

use super::super::annotated::{Annotated, within};
use super::super::clause::{Hook, is_passive, of};
use super::super::lexicon::{Frame, Tense};
use super::super::modality::Modality;
use super::super::participants::listed;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::super::words::Words;
use super::objects::after_adjuncts;
use super::sides::by_whom;
use crate::model::{MentionForm, Participant};

/// Found people, and where they stand.
pub(super) type Guests = Vec<(Range<usize>, Participant)>;

/// Whether a verb of seeing may tell of a meeting: "is to see", "will see", "saw"; "was pleased to see" does not.
pub(super) fn may_be_met(passage: &Passage<'_>, hook: &Hook, told: Modality) -> bool {
    let before = hook.tokens.start.checked_sub(1);
    let is_infinitive = before.is_some_and(|before| passage.is(before, "to"));
    let is_due = before.and_then(|to| to.checked_sub(1)).is_some_and(|due| {
        passage.is_any(
            due,
            words!["is", "are", "due", "scheduled", "expected", "going", "also", "then", "plans"],
        )
    });
    let is_asked = hook.sentence.end.checked_sub(1).is_some_and(|last| passage.is_mark(last, '?'));
    hook.trigger.tense != Tense::Noun
        && !is_asked
        && told != Modality::Named
        && (!is_infinitive || is_due || is_discussing(passage, hook))
}

/// Whether somebody discusses or chairs something with others: "co-chaired the session with the Minister".
fn is_discussing(passage: &Passage<'_>, hook: &Hook) -> bool {
    discusses(passage, hook) || co_chairs(passage, hook)
}

/// "discussed"
pub(super) fn discusses(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.word(hook.tokens.start).to_ascii_lowercase().starts_with("discuss") || reviews(passage, hook)
}

/// "reviewed relations with"
pub(super) fn reviews(passage: &Passage<'_>, hook: &Hook) -> bool {
    of(hook, Frame::Engage) && passage.is_any(hook.tokens.start, words!["reviewed", "reviewing"])
}

/// "co-chaired"
pub(super) fn co_chairs(passage: &Passage<'_>, hook: &Hook) -> bool {
    of(hook, Frame::Engage) && passage.is(hook.tokens.start, "co") && hook.tokens.len() > 1
}

/// "briefed"
fn is_briefing(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.is(hook.tokens.start, "briefed")
}

/// "held calls to discuss": a line was spoken of right before.
pub(super) fn follows_call(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 5;
    let near = hook.tokens.start.saturating_sub(REACH).max(hook.sentence.start)..hook.tokens.start;
    near.into_iter().any(|at| passage.is_any(at, words!["call", "calls", "phone", "telephone"]))
}

/// Those after "will see", and after the "with" of "discussed trade with".
pub(super) fn seen(text: &Annotated<'_>, hook: &Hook, end: usize) -> Guests {
    const REACH: usize = 24;
    const OWNER: usize = 5;
    let passage = &text.passage;
    if is_discussing(passage, hook) {
        let mut after = hook.tokens.end..end.min(hook.tokens.end + REACH);
        // "with Kenya's Ana Kimani", "with her Kenyan counterpart Ana Kimani"
        let leads_on = |at: usize| {
            passage.kind(at).is_capital()
                || passage.kind(at) == TokenKind::Possessive
                || passage.is_any(at, words!["the", "both", "his", "her", "their", "counterpart", "visiting"])
        };
        let begins = |at: usize| {
            let mut next = within(&text.people, at + 1..at + 1 + OWNER).iter();
            let is_known = next.any(|who| !who.possessive && (at + 1..who.tokens.start).all(leads_on));
            let is_counterpart = passage.is_any(at + 1, words!["his", "her", "their"])
                && (at + 2..at + OWNER).any(|at| passage.is(at, "counterpart"));
            passage.is(at, "with") && (is_known || is_counterpart)
        };
        let with = after.find(|&at| begins(at));
        // "discussed the Minister's meeting with the President" is about others.
        let is_of_others = |with: &usize| {
            let first = text.hooks.partition_point(|other| other.tokens.start < hook.tokens.end);
            let after = text.hooks.iter().skip(first).take_while(|other| other.tokens.start < *with);
            after.into_iter().any(|other| other.trigger.frame != Frame::Engage)
        };
        let with = with.filter(|with| !is_of_others(with));
        return with.map_or_else(Vec::new, |with| listed(text, with + 1, hook.sentence.end));
    }
    // "was briefed by the General"
    if let Some(by) = by_whom(passage, hook) {
        return if is_briefing(passage, hook) { listed(text, by + 1, hook.sentence.end) } else { Vec::new() };
    }
    let start = after_adjuncts(text, hook.tokens.end, end);
    let guests = listed(text, start, hook.sentence.end);
    // "saw the Minister open the bridge", "sees President A as a friend"
    let is_seen_doing = guests.last().is_some_and(|(tokens, _)| {
        let next = tokens.end;
        let found = passage.trigger(next);
        passage.kind(next) == TokenKind::Lower
            && (found.is_some_and(|verb| verb.tense != Tense::Noun)
                || passage.is(next, "as")
                || passage.word(next).ends_with("ing"))
    });
    if is_seen_doing { Vec::new() } else { guests }
}

const MEALS: &Words = words![
    "dinner", "lunch", "luncheon", "breakfast", "banquet", "reception", "iftar", "supper", "tea", "meal"
];

/// "attended a dinner hosted by President A", "a meeting hosted by A": whoever comes to it meets the host.
pub(super) fn is_meal_of(passage: &Passage<'_>, hook: &Hook) -> bool {
    let meal = hook.tokens.start.checked_sub(1);
    of(hook, Frame::Host)
        && passage.is(hook.tokens.end, "by")
        && meal.is_some_and(|meal| {
            passage.is_any(meal, MEALS) || passage.is_any(meal, words!["meeting", "talks"])
        })
}

/// The host of a meal, and who else is at it: "a dinner hosted by President A with │ Ministers B and C".
pub(super) fn of_meal(text: &Annotated<'_>, hook: &Hook) -> Guests {
    let mut all = listed(text, hook.tokens.end + 1, hook.sentence.end);
    let end = all.last().map_or(hook.tokens.end, |(tokens, _)| tokens.end);
    if text.passage.is(end, "with") && !all.is_empty() {
        all.extend(listed(text, end + 1, hook.sentence.end));
    }
    all
}

/// Those from whom one receives a call or a visit: "received a courtesy call today from A".
pub(super) fn of_call_paid(text: &Annotated<'_>, hook: &Hook) -> Option<Guests> {
    const REACH: usize = 6;
    let passage = &text.passage;
    let receives = passage.is_any(hook.tokens.start, words!["receive", "receives", "received", "receiving"]);
    if !of(hook, Frame::Host) || !receives || hook.tokens.len() > 1 || by_whom(passage, hook).is_some() {
        return None;
    }
    let after = hook.tokens.end..hook.sentence.end.min(hook.tokens.end + REACH);
    let is_paid = |&at: &usize| passage.is_any(at, words!["call", "calls", "visit", "visits"]);
    let call = after.clone().find(is_paid)?;
    // "received a phone call from"
    let is_plain = |at: usize| {
        passage.kind(at) == TokenKind::Lower
            && !passage.is_any(at, words!["conference", "phone", "telephone", "telephonic", "video"])
    };
    let link = (call + 1..call + 1 + REACH).find(|&at| passage.is_any(at, words!["from", "by", "of"]))?;
    (after.start..call).all(is_plain).then(|| listed(text, link + 1, hook.sentence.end))
}

/// Those to whom one pays a visit: "visited the Archbishop at his residence", "paid a courtesy visit to Minister A".
pub(super) fn visited(text: &Annotated<'_>, hook: &Hook) -> Option<Guests> {
    let passage = &text.passage;
    let is_visit =
        of(hook, Frame::Visit) && passage.is_any(hook.tokens.start, words!["visit", "visits", "visited"]);
    let is_courtesy = |at: usize| {
        let kind = at.checked_sub(1);
        kind.is_some_and(|kind| {
            passage.is_any(kind, words!["condolence", "courtesy", "farewell", "introductory"])
        })
    };
    let start = match hook.trigger.tense {
        _ if !is_visit || is_passive(passage, hook) => return None,
        Tense::Noun
            if is_courtesy(hook.tokens.start)
                && passage.is_any(hook.tokens.end, words!["to", "on", "upon"]) =>
        {
            hook.tokens.end + 1
        }
        Tense::Noun => return None,
        _ => hook.tokens.end,
    };
    if hook.trigger.tense == Tense::Noun {
        return Some(listed(text, start, hook.sentence.end));
    }
    let first = within(&text.people, start..start + 2).first()?;
    let is_next = first.tokens.start == start || passage.is(start, "the");
    let is_named = first.form != MentionForm::Pronoun && !first.possessive && first.who.id().is_some();
    // "visited Governor Hale Park"
    let is_whole = !passage.kind(first.tokens.end).is_capital();
    (is_next && is_named && is_whole).then(|| listed(text, start, hook.sentence.end))
}

/// "gave a lunch for", "a dinner in honour of": a meal for somebody, whom a name must tell.
pub(super) fn is_meal_for(passage: &Passage<'_>, hook: &Hook) -> bool {
    let last = hook.tokens.end.saturating_sub(1);
    hook.trigger.tense == Tense::Noun
        && hook.tokens.len() > 1
        && passage.is_any(hook.tokens.start, MEALS)
        && passage.is_any(last, words!["for", "of"])
}

/// Those for whom one gives a meal: "hosted a dinner for President A", "will host a lunch in his honour".
pub(in crate::extract) fn of_honour(text: &Annotated<'_>, hook: &Hook, end: usize) -> Option<Guests> {
    const REACH: usize = 10;
    let passage = &text.passage;
    if hook.trigger.frame != Frame::Host || by_whom(passage, hook).is_some() {
        return None;
    }
    let near = hook.tokens.end..end.min(hook.tokens.end + REACH);
    let meal = near.clone().find(|&at| passage.is_any(at, MEALS))?;
    let after = meal + 1..hook.sentence.end.min(meal + 1 + REACH);
    for at in after {
        if passage.is(at, "for")
            || passage.reads(at, &["in", "honour", "of"])
            || passage.reads(at, &["in", "honor", "of"])
        {
            let from = if passage.is(at, "for") { at + 1 } else { at + 3 };
            return Some(listed(text, from, hook.sentence.end));
        }
        if passage.is(at, "in") && passage.is_any(at + 2, words!["honour", "honor"]) {
            let his = within(&text.people, at + 1..at + 2).iter();
            let his = his.filter(|person| person.form == MentionForm::Pronoun);
            return Some(his.map(|person| (person.tokens.clone(), person.who.clone())).collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::super::told::meetings;

    #[test]
    fn whoever_comes_to_a_meeting_meets_its_host() {
        let told = meetings(
            "US",
            "Special Envoy Ann Hale and Japanese Special Envoy Ken Ota participated in a trilateral meeting hosted by Korean Special Envoy Jun Kim.",
        );
        assert!(told.iter().any(|told| told.starts_with("Ann Hale + Ken Ota / Jun Kim")), "{told:?}");
    }

    #[test]
    fn who_is_to_see_an_official_meets_them() {
        let told = meetings("FI", "In Oslo, Foreign Minister Aino Virta will see Prime Minister Jonas Lie.");
        assert_eq!(told, ["Aino Virta / Jonas Lie in_person planned"]);
        for none in [
            "Foreign Minister Aino Virta was pleased to see President Ivo Novak reach an agreement.",
            "Foreign Minister Aino Virta saw President Ivo Novak open the bridge.",
            "Foreign Minister Aino Virta will see the bridge.",
            "Did Foreign Minister Aino Virta see President Ivo Novak?",
            "Foreign Minister Aino Virta discussed the planned meeting of the Cabinet with President Ivo Novak.",
        ] {
            assert!(meetings("FI", none).is_empty(), "{none}");
        }
    }

    #[test]
    fn who_receives_a_call_meets_the_caller() {
        for (text, mode) in [
            (
                "Foreign Minister Aino Virta received a courtesy call from Ambassador Ivo Novak of Serbia.",
                "in_person",
            ),
            ("Governor Aino Virta received a call from Ambassador Ivo Novak of Serbia.", "in_person"),
            (
                "Foreign Minister Aino Virta received a call from Foreign Minister Ivo Novak of Serbia.",
                "call",
            ),
        ] {
            assert_eq!(meetings("FI", text), [format!("Aino Virta / Ivo Novak {mode} completed")], "{text}");
        }
    }

    #[test]
    fn whom_something_is_discussed_with_may_have_a_country_before_the_name() {
        let text = "Foreign Minister Aino Virta discussed trade with Serbia's Ivo Novak and Foreign Minister Ann Kos of Slovenia. Foreign Minister Novak thanked her.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak + Ann Kos in_person completed"]);
    }

    #[test]
    fn whoever_is_briefed_by_somebody_meets_them() {
        for text in [
            "Foreign Minister Aino Virta was briefed by General Ivo Novak.",
            "Foreign Minister Aino Virta was briefed on the floods by General Ivo Novak.",
            "Foreign Minister Aino Virta received a briefing from General Ivo Novak.",
        ] {
            assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"], "{text}");
        }
        let told = meetings("FI", "General Ivo Novak briefed Foreign Minister Aino Virta on the floods.");
        assert_eq!(told, ["Ivo Novak / Aino Virta in_person completed"]);
        for none in [
            "Foreign Minister Aino Virta briefed Parliament.",
            "Foreign Minister Aino Virta has been briefed on the floods, General Ivo Novak said.",
        ] {
            assert_eq!(meetings("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn what_is_discussed_with_an_official_is_a_meeting() {
        let text =
            "Foreign Minister Aino Virta discussed the security of the Baltic Sea with President Ivo Novak.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
        let call = "Foreign Minister Aino Virta spoke by phone with President Ivo Novak. She discussed trade with President Novak.";
        assert_eq!(meetings("FI", call), ["Aino Virta / Ivo Novak call completed"]);
        let call = "Foreign Minister Aino Virta held a call to discuss trade with President Ivo Novak.";
        assert!(meetings("FI", call).iter().all(|told| told.starts_with("Aino Virta / Ivo Novak call")));
    }

    #[test]
    fn who_chairs_a_session_with_somebody_meets_them() {
        let told = meetings(
            "FI",
            "Foreign Minister Aino Virta co-chaired the fifth session of the Joint Commission with President Ivo Novak.",
        );
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
        assert_eq!(meetings("FI", "Foreign Minister Aino Virta chaired the session."), [""; 0]);
    }

    #[test]
    fn a_dinner_for_an_official_is_a_meeting() {
        for text in [
            "Foreign Minister Aino Virta hosted a dinner for President Ivo Novak.",
            "Foreign Minister Aino Virta hosted a working lunch in honour of President Ivo Novak.",
            "Foreign Minister Aino Virta exchanged views with President Ivo Novak on the margins of the summit.",
        ] {
            assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"], "{text}");
        }
    }

    #[test]
    fn whoever_is_told_something_in_a_call_is_in_it() {
        let call = "Foreign Minister Aino Virta thanked President Ivo Novak in a phone call on Monday.";
        assert_eq!(meetings("FI", call), ["Aino Virta / Ivo Novak call completed"]);
        let talks =
            "Foreign Minister Aino Virta assured President Ivo Novak during talks in Prague of her support.";
        assert_eq!(meetings("FI", talks), ["Aino Virta / Ivo Novak in_person completed"]);
        let none = "Foreign Minister Aino Virta nominated Judge Ivo Novak during a meeting of the Cabinet.";
        assert_eq!(meetings("FI", none), [""; 0]);
    }

    #[test]
    fn what_is_met_or_welcome_may_be_nobody() {
        for none in [
            "Foreign Minister Aino Virta and Defence Minister Ola Berg will meet climate commitments.",
            "Foreign Minister Aino Virta welcomed closer cooperation with President Ivo Novak.",
            "President Ivo Novak will be most welcome and Prime Minister Ana Lind said so.",
        ] {
            assert_eq!(meetings("FI", none), [""; 0], "{none}");
        }
        let told =
            meetings("FI", "Foreign Minister Aino Virta and President Ivo Novak met briefly in Prague.");
        assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn who_had_the_opportunity_to_meet_met() {
        let text = "Foreign Minister Aino Virta had the opportunity to meet President Ivo Novak.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
        let none =
            "The summit is an opportunity for Foreign Minister Aino Virta to meet President Ivo Novak.";
        assert_eq!(meetings("FI", none), [""; 0]);
    }

    #[test]
    fn the_name_after_the_office_of_a_mission_is_who_was_met() {
        let text =
            "Foreign Minister Aino Virta met the mission's Force Commander, Lieutenant General Ivo Novak.";
        assert_eq!(meetings("FI", text), ["Aino Virta / Ivo Novak in_person completed"]);
    }

    #[test]
    fn a_call_that_is_paid_and_a_visit_to_somebody_are_meetings() {
        for text in [
            "Foreign Minister Aino Virta received a courtesy call today from Foreign Minister Ivo Novak.",
            "Foreign Minister Aino Virta received an introductory visit by Foreign Minister Ivo Novak.",
            "Foreign Minister Aino Virta visited Foreign Minister Ivo Novak at his residence.",
            "Foreign Minister Aino Virta paid a courtesy visit to Foreign Minister Ivo Novak.",
            "Foreign Minister Aino Virta made an introductory call on Foreign Minister Ivo Novak.",
            "Foreign Minister Aino Virta gave a lunch for Foreign Minister Ivo Novak.",
            "Foreign Minister Aino Virta and Foreign Minister Ivo Novak had lunch together.",
            "A working dinner was held between Foreign Minister Aino Virta and Foreign Minister Ivo Novak.",
            "Foreign Minister Aino Virta engaged with Foreign Minister Ivo Novak on trade.",
            "Foreign Minister Aino Virta discussed with her Serbian counterpart Ivo Novak the state of trade.",
            "“We trade,” said Foreign Minister Aino Virta during a courtesy call by Foreign Minister Ivo Novak.",
        ] {
            let told = meetings("FI", text);
            assert_eq!(told, ["Aino Virta / Ivo Novak in_person completed"], "{text}");
        }
        for none in [
            "Foreign Minister Aino Virta received a note from a friend.",
            "Foreign Minister Aino Virta gave a lunch for pupils.",
            "Foreign Minister Aino Virta visited President Novak Park.",
        ] {
            assert_eq!(meetings("FI", none), [""; 0], "{none}");
        }
        let told = meetings("FI", "Minister Aino Virta received a phone call from Minister Ivo Novak.");
        assert_eq!(told, ["Aino Virta / Ivo Novak call completed"]);
    }

    #[test]
    fn a_meal_may_have_more_guests_than_its_host() {
        let told = meetings(
            "US",
            "Senators Ann Hale and Bo Boyd visited Iraq today. What they did:\n• Lunch hosted by U.S. Ambassador Zal Khan with Iraqi leadership, including Deputy Prime Minister Ivo Sali and Speaker Jan Mash.",
        );
        assert_eq!(told, ["Ann Hale + Bo Boyd / Zal Khan + Ivo Sali + Jan Mash in_person completed"]);
    }
}
