//! What is done somewhere, so that whoever does it is there: an assembly is spoken to, talks are chaired, nurses are met
//! at their hospital.

use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::modality::is_will;
use super::super::passage::Passage;
use super::super::words::Words;
use super::stop::Stop;
use crate::model::PlaceKind;

/// Whether whoever does what a verb says is where it is done, be it in a city abroad.
pub(super) fn is_act_of_presence(passage: &Passage<'_>, hook: &Hook) -> bool {
    hook.trigger.tense != Tense::Noun
        && ACTS.iter().any(|act| {
            let is_verb = act.verbs.iter().any(|stem| begins_with(passage, hook, stem));
            let reach = hook.tokens.end + act.reach;
            // "an order for ships" is no order.
            let is_object = |at: usize| {
                passage.is_any(at, act.objects) && (passage.kind(at).is_capital() || !passage.is(at, "order"))
            };
            is_verb && (hook.tokens.end..reach).any(is_object)
        })
        || lays_wreath(passage, hook)
        || signs(passage, hook)
        || launches_by_name(passage, hook)
}

/// What is done to what, so that whoever does it is there.
struct Act {
    /// The verbs, by what they begin with.
    verbs: &'static [&'static str],
    objects: &'static Words,
    /// How far behind the verb its object may stand.
    reach: usize,
}

const ACTS: &[Act] = &[
    // "addressed the General Assembly in New York", "chaired the meeting in Bergen"
    Act {
        verbs: &["address", "chair", "deliver", "presid", "present"],
        objects: words![
            "assembly", "parliament", "conference", "summit", "council", "congress", "committee", "forum",
            "session", "rally", "students", "meeting", "convention", "senate", "bundestag", "legislature",
            "gathering", "troops",
        ],
        reach: 8,
    },
    // "received the Order of Merit from the President in Riga"
    Act {
        verbs: &["receiv"],
        objects: words!["award", "decoration", "doctorate", "medal", "order", "prize"],
        reach: 5,
    },
    // "hosted a reception for the community in Riga"
    Act {
        verbs: &["host"],
        objects: words!["reception", "breakfast", "roundtable", "seminar", "workshop"],
        reach: 4,
    },
];

/// Whether a verb is of a stem, or says that it is done together: "co-chaired", "co-hosted".
fn begins_with(passage: &Passage<'_>, hook: &Hook, stem: &str) -> bool {
    let verb = passage.word(hook.tokens.start).to_ascii_lowercase();
    let is_joint = verb == "co" && passage.is_hyphen(hook.tokens.start + 1) || verb.starts_with("co-");
    verb.starts_with(stem) || is_joint && stem == "chair"
}

/// "signed the treaty in Bergen", "will sign the treaty"; "the treaty signed in Bergen" is of others.
fn signs(passage: &Passage<'_>, hook: &Hook) -> bool {
    let signs = passage.is_any(hook.tokens.start, words!["signed", "signs", "signing"])
        || passage.is(hook.tokens.start, "sign") && is_to_come(passage, hook);
    signs && !passage.is_any(hook.tokens.end, words!["in", "at", "by", "on", "between", "with", "during"])
}

/// "will sign", "is to sign", "is expected to sign", "left to sign": it is done there, and no more than agreed on.
pub(super) fn is_to_come(passage: &Passage<'_>, hook: &Hook) -> bool {
    const BEFORE_TO: &Words =
        words!["is", "are", "was", "were", "due", "expected", "scheduled", "set", "yesterday", "today"];
    const REACH: usize = 3;
    let start = hook.tokens.start;
    let near = start.saturating_sub(REACH).max(hook.sentence.start)..start;
    let is_due =
        start.checked_sub(2).is_some_and(|due| passage.is(due + 1, "to") && passage.is_any(due, BEFORE_TO));
    is_due || near.into_iter().any(|at| is_will(passage, at))
}

/// "launched the Malay Business Council in Riga": what bears a name and stands right before the city.
fn launches_by_name(passage: &Passage<'_>, hook: &Hook) -> bool {
    const MOST: usize = 7;
    let launches = passage.is_any(hook.tokens.start, words!["launch", "launches", "launched", "launching"]);
    let name = hook.tokens.end + 1;
    let end = (name..name + MOST).find(|&at| !passage.kind(at).is_capital());
    launches
        && passage.is_any(hook.tokens.end, words!["the", "its", "his", "her"])
        && end.is_some_and(|end| end > name + 1 && passage.is(end, "in"))
}

/// "laid a wreath at": whoever does is there.
fn lays_wreath(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 5;
    passage.is_any(hook.tokens.start, words!["lay", "lays", "laid", "laying"])
        && (hook.tokens.end..hook.tokens.end + REACH)
            .any(|at| passage.is_any(at, words!["wreath", "wreaths", "flowers", "floral"]))
}

/// Whether a stop names a city: monuments alone have namesakes elsewhere.
pub(super) fn is_in_city(stop: &Stop) -> bool {
    stop.leg.places.iter().any(|place| place.kind == Some(PlaceKind::City))
}

/// Whether a stop is a named site where others work, learn or serve: who does something there has come for it.
pub(super) fn is_work_site(stop: &Stop) -> bool {
    const SITES: &Words = words![
        "academy", "airbase", "barracks", "base", "brewery", "camp", "clinic", "college", "dam", "depot",
        "dockyard", "factory", "farm", "garrison", "hospital", "laboratory", "market", "mill", "mine",
        "orphanage", "plant", "port", "prison", "refinery", "school", "shelter", "shipyard", "station",
        "university", "village",
    ];
    const BEFORE_NAME: &Words = words!["camp", "fort", "hmas", "hms", "port", "university", "uss"];
    stop.leg.places.iter().any(|place| {
        let mut words = place.name.split_whitespace();
        place.kind == Some(PlaceKind::Site)
            && (words.next().is_some_and(|first| BEFORE_NAME.hold(&first.to_ascii_lowercase()))
                || words.next_back().is_some_and(|last| SITES.hold(&last.to_ascii_lowercase())))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn who_leads_or_signs_something_in_a_city_abroad_is_there() {
        for text in [
            "Health Minister Aino Virta chaired a meeting of Nordic ministers in Bergen, Norway.",
            "Health Minister Aino Virta delivered the keynote speech at a conference in Bergen, Norway.",
            "Health Minister Aino Virta co-chaired a meeting of Nordic ministers in Bergen, Norway.",
            "Health Minister Aino Virta signed the agreement in Bergen, Norway.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> NO Bergen completed"], "{text}");
        }
        for none in [
            "Health Minister Aino Virta delivered aid for the victims in Bergen, Norway.",
            "Health Minister Aino Virta chaired a meeting in Helsinki.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn what_one_does_in_a_city_abroad_one_does_there() {
        for text in [
            "Health Minister Aino Virta received the Order of the Lion from the Governor in Bergen, Norway.",
            "Health Minister Aino Virta hosted a reception for Finns in Bergen, Norway.",
            "Health Minister Aino Virta presented the report to the Lakes Committee in Bergen, Norway.",
            "Health Minister Aino Virta launched the Finnish Business Council in Bergen, Norway.",
            "Health Minister Aino Virta celebrated with Finns in Bergen, Norway.",
            "Health Minister Aino Virta was the guest of honour at a fair in Bergen, Norway.",
            "The fair in Bergen, Norway, was attended by Health Minister Aino Virta.",
            "Finland was represented at the fair in Bergen, Norway, by Health Minister Aino Virta.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> NO Bergen completed"], "{text}");
        }
        for planned in ["will sign", "is to sign", "is expected to sign"] {
            let told =
                visits("FI", &format!("Health Minister Aino Virta {planned} the treaty in Bergen, Norway."));
            assert_eq!(told, ["Aino Virta -> NO Bergen planned"], "{planned}");
        }
        for opening in ["Chairing a meeting of ministers", "While chairing a meeting of ministers"] {
            let told =
                visits("FI", &format!("{opening} in Bergen, Health Minister Aino Virta said ties grew."));
            assert_eq!(told, ["Aino Virta -> NO Bergen completed"], "{opening}");
        }
        for none in [
            "Health Minister Aino Virta welcomed the treaty signed in Bergen, Norway, by the Governor.",
            "Health Minister Aino Virta agreed to sign the treaty in Bergen, Norway.",
            "Health Minister Aino Virta received an order for ships built in Bergen, Norway.",
            "Health Minister Aino Virta launched a flight to Bergen, Norway.",
            "Health Minister Aino Virta recalled the talks held in Bergen between the two kings.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }

    #[test]
    fn who_hands_something_over_in_a_town_at_home_is_there() {
        for text in [
            "President Aino Virta handed over 20 ambulances at a ceremony in Kuopio.",
            "President Aino Virta flagged off the marathon in Kuopio.",
            "President Aino Virta led the inauguration of a bridge in Kuopio.",
        ] {
            assert_eq!(visits("FI", text), ["Aino Virta -> FI Kuopio completed"], "{text}");
        }
    }

    #[test]
    fn who_meets_people_where_they_work_has_come_there() {
        for text in [
            "Health Minister Aino Virta met nurses and patients at Kuopio University Hospital.",
            "Health Minister Aino Virta addressed students at Kuopio University Hospital.",
            "Health Minister Aino Virta attended a ceremony at Kuopio University Hospital.",
        ] {
            assert_eq!(
                visits("FI", text),
                ["Aino Virta -> FI Kuopio University Hospital completed"],
                "{text}"
            );
        }
        let none = "Health Minister Aino Virta met Minister Ivo Lind at Parliament House.";
        assert_eq!(visits("FI", none), [""; 0]);
    }
}
