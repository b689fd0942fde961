//! Names: given names, particles, surnames and their suffixes.

use std::ops::Range;

use super::no_name::{
    are_initials, is_place_or_acronym, is_second_barrel, names_a_thing, tells_what_is_done,
};
use super::title_in_name::{is_title_as_given, is_title_as_surname, is_title_in_name};
use super::unknown_name::{is_before_syllables, may_be_of_name};
use crate::extract::date::is_calendar_word;
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::role::{is_abstract_noun, is_given_rather_than_role, is_small_word_of_name, role_at};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// How much speaks for a name at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// A title stands before it.
    Title,
    /// Nothing does: two words are wanted, the first a given name.
    None,
}

/// Small words inside a name, and what may follow them.
pub(super) const PARTICLES: &Words = words![
    "al", "av", "af", "el", "bin", "bint", "ibn", "abu", "von", "van", "der", "den", "de", "del", "della",
    "di", "da", "dos", "das", "du", "la", "le", "ter", "ten", "zu", "zum", "zur", "y", "e", "ul", "ur",
    "dela", "ould", "und", "mac", "ap", "arap", "ibni", "ibnu", "binti", "binte", "bte",
];

/// Words before a father's name.
const PATRONYMS: &Words = words!["arap", "bin", "bint", "ibn", "ibni", "ibnu", "binti", "binte", "bte"];

const SUFFIXES: &Words = words!["jnr", "jr", "snr", "sr", "jr.", "sr.", "ii", "iii", "iv"];

/// How many hyphens a word of a name may have.
const MOST_HYPHENS: usize = 6;

/// How many particles may stand before a word: "von und zu".
const MOST_PARTICLES: usize = 4;

/// How many words a name may have.
const MOST_NAME_WORDS: usize = 7;

/// How many words it may have with those of a ruler's father.
const MOST_WITH_FATHER: usize = 14;

/// "Ibrahim ibni Almarhum Sultan Iskandar": whether a name goes on with that of a father who is late.
fn has_late_father(passage: &Passage<'_>, mut name: Range<usize>) -> bool {
    name.any(|at| passage.is_any(at, words!["almarhum", "marhum"]))
}

/// Whether a word that stands inside names is at a token.
pub(super) fn is_particle(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, PARTICLES)
}

/// The name that begins at a token.
pub(super) fn name_at(passage: &Passage<'_>, start: usize, cue: Cue) -> Option<Range<usize>> {
    if let Some(own) = passage.longest(start, Class::Person) {
        return Some(start..start + own.len);
    }
    let is_cued = cue == Cue::Title || passage.kind(start).is_capital() && begins_as_given(passage, start);
    if !is_cued {
        return None;
    }
    let mut end = start;
    let mut words = 0;
    while words < MOST_NAME_WORDS || words < MOST_WITH_FATHER && has_late_father(passage, start..end) {
        let word = if end > start { nickname_end(passage, end).unwrap_or(end) } else { end };
        let Some(next) = name_word_end(passage, start, word, cue) else { break };
        end = next;
        words += 1;
    }
    if end == start {
        return None;
    }
    let suffix = end + usize::from(passage.is_mark(end, ','));
    if passage.is_any(suffix, SUFFIXES) && passage.kind(suffix).is_capital() {
        end = suffix + 1;
    }
    if names_a_thing(passage, start..end) {
        return None;
    }
    let good = match cue {
        Cue::Title => has_full_word(passage, start..end),
        Cue::None => words > 1 && is_bare_name(passage, start, end),
    };
    good.then_some(start..end)
}

/// Where a nickname in quotation marks or brackets ends that stands within a name: "John “Jack” │ Berg", "Bill (William) │
/// Berg".
fn nickname_end(passage: &Passage<'_>, open: usize) -> Option<usize> {
    const NO_NICKNAME: Features = Features::classes(&[
        Class::Country,
        Class::Demonym,
        Class::Role,
        Class::Rank,
        Class::Honorific,
        Class::PostNominal,
        Class::Organisation,
    ]);
    const MOST: usize = 2;
    let close = match passage.kind(open) {
        TokenKind::Mark('"') => '"',
        TokenKind::Mark('“') => '”',
        TokenKind::Mark('‘') => '’',
        TokenKind::Mark('\'') => '\'',
        TokenKind::Mark('(') => ')',
        _ => return None,
    };
    let is_word = |at: usize| {
        let loud = close != ')' && passage.kind(at) == TokenKind::AllCaps;
        let is_bracketed = close != ')' || passage.has(at, Class::Given);
        loud || is_bracketed && passage.kind(at) == TokenKind::Capital && !passage.has_any(at, NO_NICKNAME)
    };
    let words = (open + 1..open + 1 + MOST).take_while(|&at| is_word(at)).count();
    let end = open + 1 + words;
    let is_within = passage.kind(open - 1).is_capital() && passage.kind(end + 1).is_capital();
    (words > 0 && is_within && passage.is_mark(end, close)).then_some(end + 1)
}

fn begins_as_given(passage: &Passage<'_>, at: usize) -> bool {
    passage.has(at, Class::Given) || passage.kind(at) == TokenKind::Initial
}

/// Where one word of a name ends; it may be joined by hyphens or begin with particles.
fn name_word_end(passage: &Passage<'_>, start: usize, at: usize, cue: Cue) -> Option<usize> {
    let mut at = at;
    let mut particles = 0;
    while passage.is_any(at, PARTICLES)
        && particles < MOST_PARTICLES
        && (at > start || passage.kind(at) == TokenKind::Lower)
    {
        if !(passage.kind(at + 1).is_word() || passage.is_hyphen(at + 1)) {
            return None;
        }
        at += 1 + usize::from(passage.is_hyphen(at + 1));
        particles += 1;
    }
    // "bin Sultan", "ibni Almarhum Sultan": whatever follows is the father's name.
    let is_patronym = (particles > 0 && passage.is_any(at - 1, PATRONYMS)
        || at > start && follows_late(passage, at))
        && matches!(passage.kind(at), TokenKind::Capital | TokenKind::AllCaps);
    if !is_patronym && !may_be_name_word(passage, start, at, cue) {
        return None;
    }
    at += 1;
    let last = at + 2 * MOST_HYPHENS;
    while at < last && passage.is_hyphen(at) && passage.kind(at + 1).is_word() && !joins_office(passage, at) {
        at += 2;
    }
    Some(at)
}

pub(super) fn may_be_name_word(passage: &Passage<'_>, start: usize, at: usize, cue: Cue) -> bool {
    const NO_NAME: Features =
        Features::classes(&[Class::Organisation, Class::Rank, Class::Honorific, Class::Trigger]);
    let kind = passage.kind(at);
    if at > start && has_inner_capital(passage, at) {
        return true;
    }
    if !kind.is_capital() || (kind == TokenKind::AllCaps && passage.has(at, Class::PostNominal) && at > start)
    {
        return false;
    }
    // "at Deacons Road, St Michael, the police chief": a place.
    if at == start && cue == Cue::None && passage.is_any(at, words!["st", "st.", "ste", "ste.", "saint"]) {
        return false;
    }
    // "I’m" begins no name, nor does the numeral of "Foreign Minister II".
    // "Travel to Chile May 3-5".
    if is_calendar_word(passage, at) && passage.kind(at + 1) == TokenKind::Number {
        return false;
    }
    // "Minister To Linh"
    if at == start && cue == Cue::Title && is_small_word_of_name(passage, at) {
        return true;
    }
    // "Vice Premier He Lifeng"
    if at == start && cue == Cue::Title && passage.word(at) == "He" {
        return passage.kind(at + 1) == TokenKind::Capital && passage.matches(at + 1).is_empty();
    }
    // "finance director Dec. 31"
    const MONTHS: &Words = words!["apr.", "aug.", "dec.", "feb.", "jan.", "mar.", "nov.", "oct.", "sept."];
    if passage.is_any(at, MONTHS) && passage.kind(at + 1) == TokenKind::Number {
        return false;
    }
    let is_pronoun = passage.word(at).starts_with(['I', 'i']) && passage.word(at).contains(['\'', '’']);
    if is_pronoun || at == start && passage.is_any(at, SUFFIXES) {
        return false;
    }
    if kind == TokenKind::Initial {
        // "I" is a pronoun, and an initial stands before a name or after one.
        let is_pronoun = passage.is(at, "i") && !passage.word(at).ends_with('.') && !passage.shouts;
        return !is_pronoun;
    }
    if at > start && is_title_in_name(passage, at)
        || at == start
            && cue == Cue::Title
            && (is_title_as_surname(passage, at) || is_title_as_given(passage, at))
    {
        return true;
    }
    if passage.has(at, Class::Given) && (at > start || cue == Cue::Title || !passage.begins_sentence(at)) {
        return !starts_role(passage, at) || is_given_rather_than_role(passage, at);
    }
    if is_calendar_word(passage, at) || starts_role(passage, at) || tells_what_is_done(passage, at) {
        return false;
    }
    // "Jordan", "English": surnames, too, after a given name.
    let of_country = passage.has(at, Class::Demonym) || passage.has(at, Class::Country);
    if of_country && at > start {
        return is_last_of_name(passage, at);
    }
    let is_known = of_country || passage.has_any(at, NO_NAME);
    let is_common = passage.has(at, Class::Common)
        || passage.has(at, Class::Portfolio)
        || is_abstract_noun(passage.word(at)) && !passage.has(at, Class::Given);
    if at == start {
        // "Commander Karachi │ Vice Admiral Ola Berg"
        const ADDRESS: Features = Features::classes(&[Class::Rank, Class::Honorific]);
        let is_place = passage.has(at, Class::City) && !passage.has(at, Class::Given);
        if is_place && passage.has_any(at + 1, ADDRESS) && passage.kind(at + 1).is_capital() {
            return false;
        }
        let is_burmese =
            at.checked_sub(1).is_some_and(|address| matches!(passage.word(address), "U" | "Daw"));
        (!is_known || are_dotted_initials(passage, at))
            && (!is_common || is_burmese || passage.has(at, Class::Given) || is_common_surname(passage, at))
            && (!is_place_or_acronym(passage, at) || cue == Cue::Title && are_initials(passage, at))
    } else {
        !is_known && (!is_common || is_last_of_name(passage, at) || is_within_name(passage, at))
    }
}

/// "E.P." of "Minister E.P. Virta": two letters with full stops before a name, which shorten a body elsewhere.
fn are_dotted_initials(passage: &Passage<'_>, at: usize) -> bool {
    const NO_INITIALS: Features =
        Features::classes(&[Class::Country, Class::Demonym, Class::Region, Class::Honorific, Class::Rank]);
    const NO_NAME: Features = Features::classes(&[Class::Role, Class::Thing, Class::Common]);
    let word = passage.word(at);
    word.len() == 4
        && word.ends_with('.')
        && word.split('.').filter(|letter| letter.len() == 1).count() == 2
        && passage.kind(at + 1) == TokenKind::Capital
        && !passage.has_any(at, NO_INITIALS)
        && !passage.has_any(at + 1, NO_NAME)
        && !passage.shouts
}

/// "Ola Berg-Regional Executive Officer": a hyphen that stands for a dash, before an office of several words.
pub(super) fn joins_office(passage: &Passage<'_>, hyphen: usize) -> bool {
    let office = hyphen + 1;
    passage.is_hyphen(hyphen)
        && passage.kind(office).is_capital()
        && passage
            .longest(office, Class::Role)
            .is_some_and(|found| found.len > 1 || passage.is_any(office + 1, words!["of", "for"]))
}

/// "Sultan" of "ibni Almarhum Sultan Haji Omar": a title of a father who is late.
fn follows_late(passage: &Passage<'_>, at: usize) -> bool {
    const LATE: &Words = words!["almarhum", "almarhumah", "marhum"];
    const TITLES: &Words = words!["haji", "raja", "sultan", "syed", "tengku", "tuanku", "tunku"];
    let before = (1..=2).filter_map(|back| at.checked_sub(back));
    before.into_iter().any(|before| {
        passage.is_any(before, LATE) && (before + 1..at).all(|title| passage.is_any(title, TITLES))
    })
}

/// "Ban" of "Secretary-General Ban Ki-moon" and "Mr. Ban": a common word that is a family name.
fn is_common_surname(passage: &Passage<'_>, at: usize) -> bool {
    const ADDRESS: &Words = words!["mr", "mr.", "mrs", "mrs.", "ms", "ms."];
    // "Mr Ban Ki Moon": what follows it is a name too.
    let ends_or_goes_on =
        || !passage.kind(at + 1).is_capital() || may_be_of_name(passage, at + 1) && is_base(passage, at);
    let is_addressed = at.checked_sub(1).is_some_and(|address| passage.is_any(address, ADDRESS))
        && passage.kind(at) == TokenKind::Capital
        && ends_or_goes_on()
        && !passage.shouts;
    is_addressed || is_before_syllables(passage, at) || is_common_first_name(passage, at)
}

/// "Blessing" of "Minister Blessing Okorro": a common word before one that nobody knows, which ends the name.
fn is_common_first_name(passage: &Passage<'_>, at: usize) -> bool {
    const NO_NAME: Features = Features::classes(&[Class::Portfolio, Class::Thing, Class::Organisation]);
    passage.part != Part::Headline
        && !passage.shouts
        && passage.kind(at) == TokenKind::Capital
        && passage.kind(at + 1) == TokenKind::Capital
        && passage.matches(at + 1).is_empty()
        && !passage.kind(at + 2).is_capital()
        && !is_abstract_noun(passage.word(at + 1))
        && !passage.has_any(at, NO_NAME)
        && !passage.is_any(
            at,
            words!["a", "and", "by", "from", "in", "of", "the", "this", "to", "when", "will", "with"],
        )
        && !["s", "ed", "ly"].iter().any(|ending| passage.word(at).ends_with(ending))
        && !passage.begins_line(at)
        && !passage.begins_line(at + 1)
}

/// "Soon" of "Minister Lim Soon Huat,": a common word without an ending of a verb, between two words that nobody knows
/// and that end the name.
fn is_within_name(passage: &Passage<'_>, at: usize) -> bool {
    let is_unknown = |at: usize| {
        passage.kind(at) == TokenKind::Capital
            && passage.matches(at).iter().all(|found| found.is(Class::Given))
            && !is_abstract_noun(passage.word(at))
    };
    passage.part != Part::Headline
        && !passage.shouts
        && passage.word(at).len() <= MOST_OF_SYLLABLE
        && is_base(passage, at)
        && at.checked_sub(1).is_some_and(is_unknown)
        && is_unknown(at + 1)
        && passage.word(at + 1).len() > 2
        && !passage.kind(at + 2).is_capital()
        && !passage.begins_line(at)
        && !passage.begins_line(at + 1)
}

/// How long a word may be that is one syllable of a Chinese name.
const MOST_OF_SYLLABLE: usize = 5;

/// Whether a word has no ending of a verb.
fn is_base(passage: &Passage<'_>, at: usize) -> bool {
    !["s", "ed", "ing", "ly"].iter().any(|ending| passage.word(at).ends_with(ending))
}

/// "kaNdlovu", "deWaal", "d'Harcourt": a particle in small letters that is one word with the name behind it.
fn has_inner_capital(passage: &Passage<'_>, at: usize) -> bool {
    const PARTICLES: &[&str] =
        &["ka", "kwa", "wa", "de", "le", "la", "mac", "mc", "van", "d'", "d’", "l'", "l’", "h"];
    let word = passage.word(at);
    passage.kind(at) == TokenKind::Lower
        && PARTICLES.iter().any(|particle| {
            word.strip_prefix(particle)
                .is_some_and(|name| name.starts_with(char::is_uppercase) && name.len() > 2)
        })
}

/// A common word may be the surname: "Prime Minister Theresa May", "Alan Price", unless more capitals follow.
///
/// After a first name that the lexicon does not know, "Senator Michaelia Cash", it must have no ending of a verb.
fn is_last_of_name(passage: &Passage<'_>, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let is_base = passage.matches(at).is_empty() || is_base(passage, at);
    let after_unknown = passage.kind(before) == TokenKind::Capital
        && passage.matches(before).is_empty()
        && is_base
        && passage.part != Part::Headline;
    // "Prime Minister Theresa May Tuesday said"
    // "Prime Minister Andrew Holness Before Their Meeting", where a headline has its words in capitals
    const LINKS: &Words =
        words!["after", "ahead", "and", "at", "before", "during", "for", "from", "in", "on", "to", "with"];
    let ends = !passage.kind(at + 1).is_capital()
        || passage.part == Part::Headline && passage.is_any(at + 1, LINKS)
        || passage.has(at + 1, Class::PostNominal)
        || is_calendar_word(passage, at + 1);
    // "Mr. Ola Berg / The talks …": a wrapped paragraph begins below the name.
    let goes_on = !passage.begins_line(at);
    // "Secretary of the Navy Gordon R. England"
    let after_initial = passage.kind(before) == TokenKind::Initial && passage.part != Part::Headline;
    let follows_name = passage.has(before, Class::Given) || after_unknown || after_initial;
    ends && goes_on && follows_name && !passage.shouts
}

fn starts_role(passage: &Passage<'_>, at: usize) -> bool {
    passage.longest(at, Class::Role).is_some() && role_at(passage, at).is_some_and(|role| !role.weak)
}

/// A name is more than initials.
fn has_full_word(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| match passage.kind(at) {
        TokenKind::Capital => true,
        TokenKind::AllCaps => !passage.word(at).contains('.') || passage.word(at).len() > 6,
        _ => false,
    })
}

/// Without a title, the first word must be a given name and some other no common word.
fn is_bare_name(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    let first_is_given = begins_as_given(passage, start);
    let is_place = passage.matches(start).iter().any(|found| {
        found.len > 1
            && (found.is(Class::City)
                || found.is(Class::Region)
                || found.is(Class::Organisation)
                || found.is(Class::Country))
    });
    let ends_as_thing = !is_second_barrel(passage, last)
        && (passage.has(last, Class::Portfolio)
            || passage.has(last, Class::Thing)
            || passage.has(last, Class::Common) && !passage.has(last, Class::Given));
    first_is_given && !is_place && !ends_as_thing && !passage.shouts && has_full_word(passage, start..end)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::{facts_under, officials};

    #[test]
    fn a_surname_behind_an_initial_may_be_a_country() {
        let text = "She met the Secretary of the Navy, Gordon R. England, and Secretary of the Navy Robert J. France.";
        assert_eq!(
            officials("US", text),
            [
                "Gordon R. England | Secretary of the Navy | US",
                "Robert J. France | Secretary of the Navy | US"
            ]
        );
    }

    #[test]
    fn a_surname_like_a_noun_ends_the_name_in_a_headline() {
        let facts = facts_under("JM", "Prime Minister Andrew Harness Before His Meeting", "He is glad.");
        assert_eq!(facts.officials.iter().map(|who| who.label()).collect::<Vec<_>>(), ["Andrew Harness"]);
    }

    #[test]
    fn a_nickname_stands_within_a_name() {
        let text = "Gov. John “Jack” Belling and Gen. Karl Q. \"CQ\" Brunning met Mayor William (Bill) Pendergast and \
                    Mayor Ana Virta (Ward 3).";
        assert_eq!(
            officials("US", text),
            [
                "John “Jack” Belling | Gov. | US",
                "Karl Q. \"CQ\" Brunning |  | US",
                "William (Bill) Pendergast | Mayor | US",
                "Ana Virta | Mayor | US"
            ]
        );
    }

    #[test]
    fn a_weekday_ends_a_name_that_is_a_common_word() {
        for (surname, day) in [("Holkness", "Tuesday"), ("May", "Monday"), ("Price", "Friday")] {
            let text = format!("Prime Minister Andrew {surname} {day} said that the bridge was open.");
            assert_eq!(officials("JM", &text), [format!("Andrew {surname} | Prime Minister | JM")]);
        }
    }

    #[test]
    fn small_particles_and_inner_capitals_are_of_the_name() {
        let text = "Premier Mxolisi kaNdlovu met Ahmed ould Tahiri, Minister of Justice, Captain Nestor dela Cruz and Minister \
                    Seán mac Giolla.";
        assert_eq!(
            officials("ZA", text),
            [
                "Mxolisi kaNdlovu | Premier",
                "Ahmed ould Tahiri | Minister of Justice | ZA",
                "Nestor dela Cruz |  | ZA",
                "Seán mac Giolla | Minister | ZA"
            ]
        );
    }

    #[test]
    fn a_common_word_may_be_a_family_name() {
        let text = "Secretary-General Ban Jo-moon met Minister Ana Virta and Deputy Minister Moss Kilgor. Mr. Ban and Ms. Virta left. Mr. Chairman spoke.";
        assert_eq!(
            officials("FI", text),
            [
                "Ban Jo-moon | Secretary-General | FI",
                "Ana Virta | Minister | FI",
                "Moss Kilgor | Deputy Minister | FI"
            ]
        );
    }

    #[test]
    fn the_title_of_a_father_who_is_late_is_of_the_name() {
        let text = "Sultan Rahman Shah ibni Almarhum Sultan Haji Omar Badli met Minister Ana Virta at Bangunan Sultan Salim. Foreign Minister Shah Mahmud Kurishi came with Imran Nizam Khiru, Secretary of Trade.";
        assert_eq!(
            officials("MY", text),
            [
                "Rahman Shah ibni Almarhum Sultan Haji Omar Badli | Sultan",
                "Ana Virta | Minister | MY",
                "Shah Mahmud Kurishi | Foreign Minister | MY",
                "Imran Nizam Khiru | Secretary of Trade | MY"
            ]
        );
    }

    #[test]
    fn a_common_word_may_be_a_first_name() {
        let text = "State Secretary Beat Zumtor met Minister Blessing Okorro, Col. Tovin Green and Minister The Guest. Prime Minister Office staff came.";
        assert_eq!(
            officials("NG", text),
            ["Beat Zumtor | State Secretary | NG", "Blessing Okorro | Minister | NG", "Tovin Green |  | NG"]
        );
    }
}
