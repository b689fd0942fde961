//! What stands right behind a name, before any office: letters, a country, a nationality, a party and seat.

use super::sighting::Sighting;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::{Match, Passage};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Country;

/// "of Israel", "(Ghana)", "of the Royal Netherlands Army" after a titled name: the country, and where it ends.
pub(super) fn country_after(passage: &Passage<'_>, end: usize) -> Option<(Country, usize)> {
    if passage.is_mark(end, '(') {
        let country = passage.longest(end + 1, Class::Country)?;
        let close = end + 1 + country.len;
        let is_all = passage.is_mark(close, ')') && passage.kind(end + 1).is_capital();
        return Some((lexicon::country(country.entry.country).filter(|_| is_all)?, close + 1));
    }
    if !passage.is_any(end, words!["of", "from"]) {
        return None;
    }
    let start = end + 1 + usize::from(passage.is(end + 1, "the"));
    // "Governor Ana Virta of California"
    let state = [Class::Country, Class::Region];
    let country = passage.longest_of(start, &state).filter(|_| passage.kind(start).is_capital());
    if let Some(found) = country {
        return Some((lexicon::country(found.entry.country)?, start + found.len));
    }
    let close = (start..start + 6).find(|&at| !passage.kind(at).is_capital())?;
    let classes = [Class::Organisation, Class::Demonym, Class::Country];
    let served = (start..close).find_map(|at| {
        let found = classes.iter().find_map(|&class| passage.longest(at, class))?;
        lexicon::country(found.entry.country).or_else(|| {
            let inner = (at..at + found.len).find_map(|at| passage.longest(at, Class::Country))?;
            lexicon::country(inner.entry.country)
        })
    });
    Some((served?, close))
}

pub(super) fn post_nominals(passage: &Passage<'_>, sighting: &mut Sighting) -> usize {
    let mut end = sighting.tokens.end;
    loop {
        let at = end + usize::from(passage.is_mark(end, ',') && passage.has(end + 1, Class::PostNominal));
        // "Governor Ana Virta, MLA Ola Berg": an office before the next name.
        // "Ana Virta, MP for Ostby": the letters are an office with its seat.
        let is_office = |letters: Match| {
            let seat = at + letters.len;
            passage.has(at, Class::Role) && passage.is(seat, "for") && passage.kind(seat + 1).is_capital()
        };
        let begins_next = |letters: Match| {
            let next = at + letters.len;
            // Two words that nobody knows are a name, too.
            let is_name = passage.has(next, Class::Given)
                || passage.matches(next).is_empty() && passage.kind(next + 1) == TokenKind::Capital;
            at > end
                && (passage.has(at, Class::Role) || passage.has(at, Class::Rank))
                && !passage.is(at, "mp")
                && passage.kind(next) == TokenKind::Capital
                && is_name
        };
        let letters = passage.longest(at, Class::PostNominal);
        match letters.filter(|letters| !begins_next(*letters) && !is_office(*letters)) {
            // "Ola Berg RSP ndu": those of a staff college stand in small letters.
            Some(letters)
                if passage.kind(at).is_capital()
                    || at == end
                        && passage.is_any(at, words!["afwc", "fndc", "ndc", "ndu", "psc", "rcds"]) =>
            {
                sighting.post_nominals.push(at..at + letters.len);
                end = at + letters.len;
                sighting.tokens.end = end;
            }
            _ => return end,
        }
    }
}

/// The comma after ", left" of a caption and ", a Belgian national" behind a name; the same token where none stands.
pub(super) fn after_nationality(passage: &Passage<'_>, at: usize) -> usize {
    const IN_PICTURE: &Words = words!["center", "centre", "left", "pictured", "right"];
    if passage.is_mark(at, ',') && passage.is_any(at + 1, IN_PICTURE) && passage.is_mark(at + 2, ',') {
        return at + 2;
    }
    let article = passage.is_mark(at, ',') && passage.is_any(at + 1, words!["a", "an"]);
    let people = passage.longest(at + 2, Class::Demonym).filter(|_| article);
    let noun = people.map(|people| at + 2 + people.len).filter(|&noun| {
        passage.is_any(noun, words!["national", "citizen"]) && passage.is_mark(noun + 1, ',')
    });
    noun.map_or(at, |noun| noun + 1)
}

/// The token after "(Jnr)" behind a name; the same where none stands.
pub(super) fn after_suffix(passage: &Passage<'_>, at: usize) -> usize {
    let is_suffix = passage.is_mark(at, '(')
        && passage.is_any(at + 1, words!["jnr", "jnr.", "jr", "jr.", "snr", "snr.", "sr", "sr."])
        && passage.is_mark(at + 2, ')');
    if is_suffix { at + 3 } else { at }
}

/// The token after a legislator's party and seat, "(D-NJ)"; the same where none stands.
pub(super) fn after_affiliation(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 5;
    let opens = passage.is_mark(at, '(') && passage.is_hyphen(at + 2);
    let close = (at + 3..=at + 3 + MOST).find(|&close| passage.is_mark(close, ')'));
    close.filter(|_| opens).map_or(at, |close| close + 1)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn letters_behind_a_name_show_that_it_is_one() {
        let text =
            "The Minister for Transport, Eamon Harring TD, and the Minister for Health, Jenna Hill TD, met.";
        assert_eq!(
            officials("IE", text),
            ["Eamon Harring | Minister for Transport | IE", "Jenna Hill | Minister for Health | IE"]
        );
    }

    #[test]
    fn letters_before_the_next_name_are_its_office() {
        assert_eq!(
            officials("IN", "Governor Ana Virta, MLA Ravi Jadev and Mayor Ola Berg, MLA, met."),
            ["Ana Virta | Governor | IN", "Ravi Jadev | MLA | IN", "Ola Berg | Mayor | IN"]
        );
    }

    #[test]
    fn letters_with_a_seat_are_an_office() {
        let text = "Hon. Ana Virta, MP for Ostby, met Brigadier Vish Naidon, national police spokesperson, and Ola Berg MP.";
        assert_eq!(
            officials("KE", text),
            ["Ana Virta | MP for Ostby | KE", "Vish Naidon | police spokesperson | KE", "Ola Berg |  | KE"]
        );
    }

    #[test]
    fn a_place_in_a_picture_stands_before_the_office() {
        assert_eq!(
            officials("US", "Maj. Gen. Dean Marlow, left, Commander of 9th Infantry Division, spoke."),
            ["Dean Marlow | Commander of 9th Infantry Division | US"]
        );
    }
}
