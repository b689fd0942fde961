//! What is done somewhere, so that whoever does it is there: an assembly is spoken to, talks are chaired, nurses are met
//! at their hospital.

use super::super::clause::Hook;
use super::super::lexicon::Tense;
use super::super::passage::Passage;
use super::super::words::Words;
use super::stop::Stop;
use crate::model::PlaceKind;

/// "addressed the General Assembly in New York", "chaired the meeting in Bergen": who speaks to an assembly or leads it
/// is where it sits.
pub(super) fn is_at_assembly(passage: &Passage<'_>, hook: &Hook) -> bool {
    const REACH: usize = 8;
    const ASSEMBLIES: &Words = words![
        "assembly", "parliament", "conference", "summit", "council", "congress", "forum", "session", "rally",
        "students", "meeting", "convention", "senate", "bundestag", "legislature", "gathering", "troops",
    ];
    const VERBS: &[&str] = &["address", "chair", "deliver", "presid"];
    let verb = passage.word(hook.tokens.start).to_ascii_lowercase();
    // "co-chaired", "co-hosted"
    let is_joint = verb == "co" && passage.is_hyphen(hook.tokens.start + 1) || verb.starts_with("co-");
    hook.trigger.tense != Tense::Noun
        && (is_joint || VERBS.iter().any(|stem| verb.starts_with(stem)))
        && (hook.tokens.end..hook.tokens.end + REACH).any(|at| passage.is_any(at, ASSEMBLIES))
}

/// "signed the treaty in Bergen"
pub(super) fn signs(passage: &Passage<'_>, hook: &Hook) -> bool {
    passage.is_any(hook.tokens.start, words!["signed", "signs"])
        && matches!(hook.trigger.tense, Tense::Past | Tense::Present)
}

/// "laid a wreath at": whoever does is there.
pub(super) fn lays_wreath(passage: &Passage<'_>, hook: &Hook) -> bool {
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
        "academy", "barracks", "base", "brewery", "camp", "clinic", "college", "dockyard", "factory", "farm",
        "garrison", "hospital", "laboratory", "mill", "mine", "plant", "prison", "refinery", "school",
        "shipyard", "university",
    ];
    stop.leg.places.iter().any(|place| {
        let mut words = place.name.split_whitespace();
        place.kind == Some(PlaceKind::Site)
            && (words.next().is_some_and(|first| first == "University")
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
