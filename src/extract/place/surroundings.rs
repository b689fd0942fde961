//! What stands before a place, and between two of a list.

use super::super::lexicon::Class;
use super::super::passage::Passage;
use super::super::words::Words;

/// "individuals detained in Xinjiang", "hostages held in Gaza": the place belongs to a participle about somebody, who is met
/// elsewhere.
pub(in crate::extract) fn is_of_participle(passage: &Passage<'_>, start: usize) -> bool {
    const PARTICIPLES: &Words = words![
        "arrested", "born", "captured", "detained", "displaced", "educated", "enslaved", "held",
        "imprisoned", "interned", "jailed", "killed", "living", "residing", "stranded", "trapped", "wounded",
    ];
    let before = start.checked_sub(1 + usize::from(start > 0 && passage.is(start - 1, "the")));
    // "troops serving in Uruzgan" are met elsewhere, and "staff serving at the camp" perhaps there.
    const SERVING: &Words = words!["deployed", "posted", "serving", "stationed"];
    let is_somebody = |at: usize| passage.has(at, Class::People) || passage.has(at, Class::Demonym);
    before.filter(|&link| passage.is_any(link, words!["in", "at", "near"])).is_some_and(|link| {
        let participle = link.checked_sub(1);
        let is_held = participle.is_some_and(|at| passage.is_any(at, PARTICIPLES))
            && link.checked_sub(2).is_some_and(is_somebody);
        is_held || passage.is(link, "in") && participle.is_some_and(|at| passage.is_any(at, SERVING))
    })
}

/// Whether only "and" or a comma stands between a place and the next.
pub(in crate::extract) fn is_listed_with(passage: &Passage<'_>, end: usize, next: usize) -> bool {
    (end < next && next <= end + 2)
        && (end..next).all(|at| passage.is_any(at, words!["and", "&"]) || passage.is_mark(at, ','))
}

/// Whether the token before is one that places follow.
pub(super) fn follows_preposition(passage: &Passage<'_>, at: usize) -> bool {
    const BEFORE_PLACE: &Words = words![
        "in", "to", "at", "near", "from", "outside", "visit", "visits", "visited", "visiting", "downtown",
        "central", "via", "through",
    ];
    // "left for New York"
    const SETS_OUT: &Words = words![
        "leave", "leaves", "left", "leaving", "depart", "departs", "departed", "departing", "headed",
        "heading", "heads", "head", "bound", "today", "tomorrow", "yesterday",
    ];
    at.checked_sub(1).is_some_and(|before| {
        let sets_out = || before.checked_sub(1).is_some_and(|verb| passage.is_any(verb, SETS_OUT));
        passage.is_any(before, BEFORE_PLACE) || passage.is(before, "for") && sets_out()
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::told::visits;

    #[test]
    fn where_others_are_held_nobody_goes() {
        for text in [
            "Secretary Ann Hale met relatives of individuals detained in Xinjiang.",
            "Secretary Ann Hale met the families of hostages held in Gaza.",
        ] {
            assert_eq!(visits("US", text), [""; 0], "{text}");
        }
    }
}
