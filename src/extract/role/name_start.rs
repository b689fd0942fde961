//! Where a complement ends and a person's name begins: "Minister of Foreign Affairs │ Ayman Safadi".

use crate::extract::features::Features;
use crate::extract::lexicon::{AMBIGUOUS, Class, WEAK};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// Where a name begins at the end of a complement: "Minister of Foreign Affairs │ Ayman Safadi".
///
/// After "of the" the words are likely one long name of a body: there only a given name begins a person's,
/// or two words that the lexicon does not know after a common noun ("of the Ost Parliament │ Hansa Ek") or
/// after a name that it knows whole ("for the DPRK │ Sung Kim").
pub(super) fn name_start(passage: &Passage<'_>, start: usize, end: usize, definite: bool) -> Option<usize> {
    // Only the words after the last connector can be a name.
    let is_name_word = |at: usize| passage.kind(at).is_capital() || passage.is_hyphen(at);
    let after_connector = (start..end).rev().take_while(|&at| is_name_word(at)).last()?;
    (after_connector..end).find(|&at| {
        (at > after_connector
            || is_small_word_of_name(passage, at)
            || follows_acronym(passage, at)
            || follows_small_field(passage, at))
            && at > start
            && !passage.is_hyphen(at)
            // "Prince George-Mackenzie"
            && !(passage.is_hyphen(at - 1) && passage.tokens.get(at).is_some_and(|word| !word.spaced))
            && end - at <= 6
            && (begins_bare_name(passage, at)
                || is_given_name_before_surname(passage, at, end)
                || is_small_word_of_name(passage, at)
                || is_noun_as_surname(passage, start, at, end))
            && (!definite
                || passage.has(at, Class::Given)
                || follows_acronym(passage, at)
                || is_initial_of_name(passage, at)
                || follows_common_noun(passage, at, end)
                || follows_office(passage, start, at)
                || follows_style(passage, at)
                || follows_known(passage, start, at, end))
            && !passage.is_any(start, words!["parti", "partai", "partido", "partito"])
            && !within_known(passage, start, at)
            && !ends_style(passage, at)
            && !follows_article(passage, at)
            && !is_name_of_base(passage, at, end)
            && !is_name_of_town(passage, start, at, end)
    })
}

/// "the Office of His Majesty │ Jafar Hassani".
fn follows_style(passage: &Passage<'_>, at: usize) -> bool {
    const MOST: usize = 3;
    (2..=MOST).filter_map(|len| Some((at.checked_sub(len)?, len))).any(|(his, len)| {
        passage.is_any(his, words!["his", "her"])
            && passage.longest(his, Class::Honorific).is_some_and(|style| style.len == len)
    })
}

/// "Majesty" of "the Office of His Majesty": the second word of a style.
fn ends_style(passage: &Passage<'_>, at: usize) -> bool {
    let style = at.checked_sub(1).filter(|&his| passage.is_any(his, words!["his", "her"]));
    style.and_then(|his| passage.longest(his, Class::Honorific)).is_some_and(|style| style.len > 1)
}

/// "To" of "Minister of Public Security To Linh": a small word that is a family name, before a word that nobody knows.
pub(in crate::extract) fn is_small_word_of_name(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["an", "do", "so", "to"])
        && passage.kind(at) == TokenKind::Capital
        && passage.kind(at + 1) == TokenKind::Capital
        && passage.matches(at + 1).iter().all(|found| found.is(Class::Given))
        && !passage.kind(at + 2).is_capital()
        && passage.part != Part::Headline
        && !passage.begins_sentence(at)
        && !passage.shouts
}

/// "Station Commander of RAF Ostby,": a single word after a short acronym, at the end of a phrase, is the name of a place.
fn is_name_of_base(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let follows_short = at.checked_sub(1).is_some_and(|before| {
        passage.kind(before) == TokenKind::AllCaps && matches!(passage.word(before).len(), 2..=4)
    });
    let ends = !passage.kind(end).is_capital() && passage.kind(end) != TokenKind::Possessive;
    follows_short && end - at == 1 && ends && !passage.shouts && !passage.has(at, Class::Given)
}

/// "Mayor of Red Oak": an everyday word and one more are the name of a place.
fn is_name_of_town(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    const FIELDS: Features = Features::classes(&[
        Class::Portfolio,
        Class::Organisation,
        Class::Country,
        Class::Region,
        Class::City,
    ]);
    let are_two = at == start + 1 && end == at + 1;
    are_two
        && passage.has(start, Class::Common)
        && !passage.has_any(start, FIELDS)
        && !passage.has(at, Class::Given)
}

/// "Narcotics and Law Enforcement (INL) │ Todd Robinson".
fn follows_acronym(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| passage.is_mark(before, ')'))
}

/// "minister counselor for public affairs │ Beth Poisson".
fn follows_small_field(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        passage.kind(before) == TokenKind::Lower
            && passage.has(before, Class::Common)
            && !passage.is_any(before, words!["and", "of", "for", "in", "on", "to", "with", "the"])
    })
}

/// "K." of "Secretary to the Treasury │ K. M. Sena": initials after a word of the field, and a name after them.
fn is_initial_of_name(passage: &Passage<'_>, at: usize) -> bool {
    const MOST: usize = 4;
    // "Ts.Sukhbaatar", "Kh. Berg": two letters for one of another alphabet.
    let is_initial = |at: usize| {
        passage.kind(at) == TokenKind::Initial || passage.is_any(at, words!["ch.", "kh.", "sh.", "ts."])
    };
    let initials = (at..at + MOST).take_while(|&at| is_initial(at)).count();
    let follows_field = at.checked_sub(1).is_some_and(|before| {
        passage.kind(before) == TokenKind::Capital && !passage.has(before, Class::Given)
    });
    let is_name = |at: usize| passage.kind(at) == TokenKind::Capital && begins_bare_name(passage, at);
    initials > 0 && follows_field && passage.word(at).ends_with('.') && is_name(at + initials)
}

/// "Victoria" of "Political Affairs Victoria Nuland": a place too, but here a person's name follows.
fn is_given_name_before_surname(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    const NO_SURNAME: Features = Features::classes(&[
        Class::Portfolio,
        Class::Common,
        Class::Country,
        Class::Region,
        Class::Organisation,
        Class::Thing,
    ]);
    let is_single = passage.matches(at).iter().all(|found| found.len == 1);
    let surname = at + 1;
    let is_unknown_surname = passage.matches(surname).is_empty() && passage.has(at, Class::City);
    (passage.has(at, Class::Given) || is_unknown_surname)
        && is_single
        // "Member of Parliament for St. Catherine North"
        && !follows_saint(passage, at)
        && surname < end
        && passage.kind(surname).is_capital()
        && !passage.has_any(surname, NO_SURNAME)
        && !is_abstract_noun(passage.word(surname))
}

/// "Park" of "Minister of Foreign Affairs Park Jin": a noun that is a surname too, after a whole field, and then a
/// word that is none of the lexicon's.
fn is_noun_as_surname(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    let is_surname = passage
        .longest(at, Class::Thing)
        .is_some_and(|noun| noun.len == 1 && noun.entry.flags & AMBIGUOUS != 0);
    let given = at + 1;
    is_surname
        && given < end
        && passage.kind(given).is_capital()
        && passage.matches(given).iter().all(|found| found.is(Class::Given))
        && (is_abstract_noun(passage.word(at - 1))
            || (start..at).any(|field| {
                passage.longest(field, Class::Portfolio).is_some_and(|found| field + found.len == at)
            }))
}

/// Whether a whole name or field that the lexicon knows ends before a token, and two words of a name stand after it.
fn follows_known(passage: &Passage<'_>, start: usize, at: usize, end: usize) -> bool {
    let known = [Class::Country, Class::Region, Class::Organisation, Class::Portfolio];
    let known_ends_here = passage.has(at - 1, Class::Thing)
        || (at.saturating_sub(8).max(start)..at).any(|before| {
            known
                .iter()
                .filter_map(|&class| passage.longest(before, class))
                .any(|found| before + found.len == at)
        });
    let is_name =
        |at: usize| passage.is_hyphen(at) || passage.kind(at).is_capital() && begins_bare_name(passage, at);
    // "the National Assembly │ Marzouq al Ghanem", "the Mongolian Parliament │ Zandanshatar,".
    let particle_follows = passage.kind(end) == TokenKind::Lower
        && passage.is_any(end, words!["al", "el", "bin", "ibn", "von", "van", "de"]);
    let closed = passage.has(at - 1, Class::Thing) && passage.is_mark(end, ',');
    // "of the Sri Lanka Ramanna Nikaya, Wimala Thero,": the name comes after the comma.
    let name_after_comma = passage.is_mark(end, ',')
        && (end + 1..end + 3).all(|at| passage.kind(at).is_capital())
        && begins_bare_name(passage, end + 1);
    if name_after_comma {
        return false;
    }
    known_ends_here && (end - at >= 2 || particle_follows || closed) && (at..end).all(is_name)
}

/// Whether a word has the ending of an abstract noun, as the fields of departments do: "Procurement".
pub(in crate::extract) fn is_abstract_noun(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ment", "ments", "tion", "tions", "sion", "sions", "ness", "ity", "ities", "ship", "ism", "ics",
        "logy", "logies", "ture", "tures", "ance", "ence", "ency", "ancy",
    ];
    // Most words are told by their last letter.
    let last = word.as_bytes().last();
    word.len() > 6 && ENDINGS.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending))
}

/// "Secretary to the President │ Nandika Sen": an office ends before the name.
fn follows_office(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    const MOST: usize = 3;
    (at.saturating_sub(MOST).max(start)..at).any(|before| {
        let office = passage.longest(before, Class::Role);
        office.is_some_and(|office| before + office.len == at && office.entry.flags & WEAK == 0)
    })
}

fn follows_common_noun(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    let is_unknown = |at: usize| passage.kind(at).is_capital() && passage.matches(at).is_empty();
    let after_noun = at.checked_sub(1).is_some_and(|noun| passage.has(noun, Class::Common));
    after_noun && end - at >= 2 && (at..end).all(is_unknown)
}

/// A given name, an initial before more, or a word that the lexicon does not know.
pub(super) fn begins_bare_name(passage: &Passage<'_>, at: usize) -> bool {
    const KNOWN: Features = Features::classes(&[
        Class::Portfolio,
        Class::Country,
        Class::Region,
        Class::Organisation,
        Class::Demonym,
        Class::Role,
        Class::Thing,
    ]);
    if passage.has_any(at, KNOWN) && !is_given_rather_than_role(passage, at) {
        return false;
    }
    // "Member of Parliament for Surrey South": a part of the seat. "The Court of St James's": a part of the saint.
    if passage.is_any(at, QUARTERS) || follows_saint(passage, at) {
        return false;
    }
    // Many a given name is a city, too.
    if passage.has(at, Class::City) && !passage.has(at, Class::Given) {
        return false;
    }
    passage.has(at, Class::Given)
        || passage.kind(at) == TokenKind::Initial
        || !passage.has(at, Class::Common) && !is_abstract_noun(passage.word(at))
}

/// "Trobe" of "the member for La Trobe": the second word of a place.
fn follows_article(passage: &Passage<'_>, at: usize) -> bool {
    const ARTICLES: &Words = words!["la", "las", "le", "los", "san", "santa", "são"];
    at.checked_sub(1)
        .is_some_and(|before| passage.is_any(before, ARTICLES) && passage.kind(before) == TokenKind::Capital)
}

/// "James" of "the Court of St James's".
pub(super) fn follows_saint(passage: &Passage<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["st", "st."]))
}

/// Quarters of the sky, in the names of seats and districts.
pub(super) const QUARTERS: &Words =
    words!["central", "east", "greater", "lower", "north", "south", "upper", "west"];

/// "Dean" of "Assistant Secretary Dean Thompson".
pub(in crate::extract) fn is_given_rather_than_role(passage: &Passage<'_>, at: usize) -> bool {
    let role = passage.longest(at, Class::Role);
    let is_word = role.is_some_and(|role| role.len == 1 && role.entry.flags & WEAK != 0);
    is_word && passage.has(at, Class::Given) && passage.kind(at + 1).is_capital()
}

/// Whether a longer place or organisation that begins before a token goes over it.
fn within_known(passage: &Passage<'_>, start: usize, at: usize) -> bool {
    /// How many words of a field may stand before one of them: "A Europe Fit for the Digital │ Age".
    const LONGEST: usize = 7;
    let known = [Class::Country, Class::Region, Class::Organisation, Class::Portfolio, Class::City];
    (at.saturating_sub(LONGEST).max(start)..at).any(|before| {
        known.iter().filter_map(|&class| passage.longest(before, class)).any(|found| before + found.len > at)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_base_and_a_numbered_unit_are_of_the_office() {
        let text = "Group Capt Matt Radnor has taken over as commander of RAF Honingby on Friday. Commander Gavin Simmon, the final commanding officer of 848 Naval Air Squadron, left.";
        assert_eq!(
            officials("GB", text),
            [
                "Matt Radnor | commander of RAF Honingby | GB",
                "Gavin Simmon | commanding officer of 848 Naval Air Squadron | GB"
            ]
        );
    }

    #[test]
    fn two_letters_may_be_an_initial_and_two_words_a_town() {
        let text = "Head of the Department of Trade of the People’s Party Kh.Saikhan met Director of the Office Ts. Berg, and the new Mayor of Red Oak, Ann Hale. The city’s finance director Dec. 31 left.";
        assert_eq!(
            officials("MN", text),
            [
                "Kh.Saikhan | Head of the Department of Trade of the People’s Party | MN",
                "Ts. Berg | Director of the Office | MN",
                "Ann Hale | Mayor of Red Oak | MN"
            ]
        );
    }

    #[test]
    fn a_hyphen_parts_no_place() {
        let text = "Mr Ivo Ratclif will continue as MLA for Prince George-Mackensie. The Defence Advisor at the High Commission, Mr Ola Berg, spoke.";
        assert_eq!(
            officials("CA", text),
            [
                "Ivo Ratclif | MLA for Prince George-Mackensie | CA",
                "Ola Berg | Defence Advisor at the High Commission | CA"
            ]
        );
    }
}
