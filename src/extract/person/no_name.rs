//! What looks like a name and names no person: "Captain Cook Memorial", "San Diego", "BHP".

use std::ops::Range;

use crate::extract::features::Features;
use crate::extract::lexicon::{self, AMBIGUOUS, Class};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// Whether words that follow a title are no person's name but the end of a thing's: "King Street",
/// "Prince of Wales Theatre", "Captain Cook Memorial".
pub(super) fn names_a_thing(passage: &Passage<'_>, name: Range<usize>) -> bool {
    if passage.shouts {
        return false;
    }
    let thing = |at: usize| passage.longest(at, Class::Thing).filter(|_| passage.kind(at).is_capital());
    if thing(name.end).is_some() && !passage.begins_sentence(name.end) {
        return true;
    }
    let last = name.end.saturating_sub(1);
    let Some(noun) = thing(last).filter(|_| !is_second_barrel(passage, last)) else { return false };
    let before = last.checked_sub(1);
    let title = name.start.checked_sub(1);
    let of_royal = title
        .and_then(|title| passage.longest(title, Class::Role))
        .is_some_and(|role| lexicon::role(role.entry.value).is_some_and(|row| row.kind == "royal"));
    let of_rank = title.is_some_and(|title| passage.has(title, Class::Rank));
    let follows_given = before.is_some_and(|before| passage.has(before, Class::Given));
    // "Col. Tobin Green", "Mr Tobin Hill": nothing is called so but a person.
    let is_addressed = title.is_some_and(|title| {
        passage.has(title, Class::Honorific) && !passage.has(title, Class::Role)
            || of_rank && passage.word(title).ends_with('.')
    });
    let follows_given = follows_given || is_addressed;
    let is_surname = noun.entry.flags & AMBIGUOUS != 0 && !of_royal;
    !is_surname || if name.len() == 1 { of_rank } else { !follows_given }
}

/// "San Diego", "Casablanca", "IBM": no name begins with a place that can be nothing else, nor with a short acronym.
pub(super) fn is_place_or_acronym(passage: &Passage<'_>, at: usize) -> bool {
    const SHORT: usize = 3;
    const LARGE: u32 = 500_000;
    let stands_alone = !passage.kind(at + 1).is_capital();
    let is_place = passage.matches(at).iter().any(|found| {
        let is_sure = found.entry.flags & AMBIGUOUS == 0 && found.entry.value >= LARGE && stands_alone;
        found.is(Class::City) && (found.len > 1 || is_sure)
            || (found.is(Class::Region) || found.is(Class::Organisation)) && found.len > 1
    });
    let word = passage.word(at);
    let is_acronym = passage.kind(at) == TokenKind::AllCaps
        && !passage.shouts
        && word.len() <= SHORT
        && !word.contains('.');
    // "BHP Billiton": no family name is without a vowel.
    let is_spelt = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase() && !"AEIOUY".contains(c));
    is_place || is_acronym && (stands_alone || is_spelt)
}

/// "Lane" of "Ana Virta-Lane": a noun as the second half of a surname.
pub(super) fn is_second_barrel(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|hyphen| passage.is_hyphen(hyphen))
}

/// "KP Sharma": two initials without full stops, before a name.
pub(super) fn are_initials(passage: &Passage<'_>, at: usize) -> bool {
    // "IAEA Director DG Berg"
    const OFFICES: &Words = words!["ag", "cm", "dg", "hr", "sg", "vp"];
    let letters = passage.word(at).as_bytes();
    passage.kind(at) == TokenKind::AllCaps
        && !passage.is_any(at, OFFICES)
        && letters.len() == 2
        && letters.is_ascii()
        && passage.kind(at + 1) == TokenKind::Capital
        && !passage.has_any(at + 1, Features::classes(&[Class::Role, Class::Thing, Class::Common]))
        && !passage.shouts
}

/// Verbs of headlines, which have a capital there: "Premier │ Amends Travel Plans", "PRIME MINISTER BERG │ PAYS RESPECT".
const VERBS_OF_HEADLINES: &Words = words![
    "accepts", "accuses", "achieves", "advises", "alleges", "amends", "appeals", "appoints", "approves",
    "assents", "attains", "backs", "begs", "bestows", "bids", "blames", "blasts", "blocks", "bolsters",
    "boosts", "breaks", "briefs", "celebrates", "closes", "commemorates", "commends", "commutes",
    "completes", "conducts", "confers", "congratulates", "consults", "contends", "convicts", "criticises",
    "criticizes", "decorates", "dedicates", "deepens", "defends", "denies", "detains", "directs",
    "dismisses", "donates", "drops", "eases", "enacts", "endorses", "enforces", "engages", "enhances",
    "exceeds", "executes", "expands", "expresses", "files", "finds", "finishes", "hails", "halts", "hears",
    "hits", "honors", "honours", "implements", "imposes", "improves", "informs", "inks", "inspires",
    "instructs", "interacts", "introduces", "investigates", "invites", "jails", "kicks", "kisses", "lauds",
    "lifts", "listens", "lodges", "loses", "lowers", "motivates", "mourns", "nominates", "notifies",
    "opposes", "pardons", "passes", "pays", "performs", "pleads", "praises", "presses", "prevents",
    "prohibits", "prolongs", "pulls", "pushes", "quits", "ratifies", "reacts", "recommends", "reduces",
    "rejects", "relaxes", "releases", "remembers", "removes", "repeals", "replaces", "reschedules",
    "rescinds", "resigns", "restricts", "resumes", "retires", "revokes", "runs", "salutes", "scraps",
    "shakes", "shortens", "slams", "slashes", "submits", "succeeds", "summons", "surpasses", "suspends",
    "swears", "tables", "tightens", "tops", "tracks", "undertakes", "vetoes", "watches", "wins", "withdraws",
];

/// Nouns of what somebody does, in the heads of programmes: "Secretary General │ Doorstep".
const NOUNS_OF_PROGRAMMES: &Words =
    words!["doorstep", "doorstop", "jubilee", "keynote", "readout", "briefing", "interview"];

/// Whether a word with a capital tells what somebody does, and is no name.
pub(super) fn tells_what_is_done(passage: &Passage<'_>, at: usize) -> bool {
    let is_headline = passage.part == Part::Headline || passage.shouts;
    is_headline && passage.is_any(at, VERBS_OF_HEADLINES) || passage.is_any(at, NOUNS_OF_PROGRAMMES)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn two_letters_before_a_name_are_initials() {
        let text = "Prime Minister KP Bergson met Minister TV Program and Speaker GD Virtanen.";
        assert_eq!(officials("NP", text), ["KP Bergson | Prime Minister | NP", "GD Virtanen | Speaker | NP"]);
    }

    #[test]
    fn verbs_of_headlines_are_no_names() {
        use crate::extract::told::headed;
        for (headline, told) in [
            ("Premier Amends Upcoming Travel Plans", "Michael Dunkel | Premier | BM"),
            ("PREMIER DUNKEL PAYS RESPECT TO FALLEN", "Michael Dunkel | Premier | BM"),
            ("Premier Dunkel Lauds Team", "Michael Dunkel | Premier | BM"),
        ] {
            assert_eq!(headed("BM", headline, "Premier Michael Dunkel spoke."), [told], "{headline}");
        }
        let text = "Secretary General Doorstep at the meeting. Secretary General Bo Hale will speak.";
        assert_eq!(headed("NO", "", text), ["Bo Hale | Secretary General | NO"]);
    }
}
