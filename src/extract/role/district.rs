//! Where a title begins before which the name of a district, a seat or a body stands: "Turkana County │ Governor".

use std::ops::Range;

use super::is_capitalised;
use super::name_start::QUARTERS;
use crate::extract::date::is_calendar_word;
use crate::extract::features::Features;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// Where a title begins whose district stands before it: "Turkana County" of "Turkana County Governor".
pub(super) fn district_before(passage: &Passage<'_>, title: usize) -> Option<usize> {
    const DISTRICTS: &Words = words![
        "county", "district", "island", "islands", "municipality", "parish", "province", "region", "state"
    ];
    const MOST: usize = 3;
    if let Some(numbered) = numbered_before(passage, title) {
        return Some(numbered);
    }
    // "Almaly region Governor"
    let is_small = |at: usize| at + 1 == title && is_capitalised(passage, title);
    let is_district =
        |at: usize| passage.is_any(at, DISTRICTS) && (is_capitalised(passage, at) || is_small(at));
    let inside = usize::from(is_district(title));
    let end = title + inside;
    let mut district = end.checked_sub(1).filter(|&before| is_district(before))?;
    // "Tambo District Municipality"
    district -= usize::from(district.checked_sub(1).is_some_and(is_district));
    let is_name = |at: usize| {
        matches!(passage.kind(at), TokenKind::Capital | TokenKind::Initial)
            && (!passage.has_any(at, NO_PLACE) || passage.is_any(at, QUARTERS) && at + 1 == district)
            && !(passage.begins_sentence(at) && passage.word(at).len() < 4)
    };
    let first = district.saturating_sub(MOST);
    let names = (first..district).rev().take_while(|&at| is_name(at)).count();
    (names > 0 && !passage.shouts).then_some(district - names)
}

/// Where a seat begins that has a number: "Ward 3 │ Alderman", "District 12 │ Councilmember".
fn numbered_before(passage: &Passage<'_>, title: usize) -> Option<usize> {
    const SEATS: &Words = words![
        "ward", "district", "zone", "precinct", "place", "position", "division", "region", "seat", "sector"
    ];
    let number = title.checked_sub(1).filter(|&number| passage.kind(number) == TokenKind::Number)?;
    let seat = number.checked_sub(1).filter(|&seat| passage.is_any(seat, SEATS))?;
    // "FEMA Region 4 Administrator"
    let body = seat.checked_sub(1).filter(|&body| {
        passage.kind(body) == TokenKind::AllCaps && passage.is_any(seat, words!["region", "zone", "sector"])
    });
    (is_capitalised(passage, seat) && is_capitalised(passage, title)).then_some(body.unwrap_or(seat))
}

/// What no word of the name of a body is.
const NO_BODY: Features = Features::classes(&[
    Class::Role,
    Class::Rank,
    Class::Honorific,
    Class::Qualifier,
    Class::Demonym,
    Class::Country,
    Class::PostNominal,
]);

/// What no word of the name of a place is.
const NO_PLACE: Features = NO_BODY.or(Features::classes(&[Class::Common, Class::Portfolio]));

/// Where a title begins before which a place stands that the lexicon does not know: "Bukit Tapah │ assemblyman".
///
/// Only where the office is one of a place, and a name follows: "Ostby Mayor Ana Virta".
pub(super) fn seat_before(passage: &Passage<'_>, title: usize) -> Option<usize> {
    const OFFICES: &[&str] = &[
        "Assemblyman",
        "Assemblyperson",
        "Assemblywoman",
        "Chief Minister",
        "DCE",
        "District Chief Executive",
        "District Collector",
        "District Commissioner",
        "Dzongda",
        "Dzongdag",
        "Governor",
        "Gup",
        "MCE",
        "MLA",
        "MP",
        "Mayor",
        "City Mayor",
        "Deputy Mayor",
        "Vice Mayor",
        "District Head",
        "Fire Chief",
        "Police Chief",
        "Police Commissioner",
        "Menteri Besar",
        "Mentri Besar",
        "Municipal Chief Executive",
        "Regent",
        "County Governor",
        "District Administrator",
        "District Governor",
        "District Officer",
        "Provincial Administrator",
        "Provincial Governor",
        "Regional Governor",
        "Regional Minister",
        "Regional President",
        "State Governor",
    ];
    let before = title.checked_sub(1)?;
    if passage.kind(before) != TokenKind::Capital || passage.shouts || passage.part == Part::Headline {
        return None;
    }
    let office = passage.longest(title, Class::Role)?;
    let row = lexicon::role(office.entry.value).filter(|row| OFFICES.contains(&row.head))?;
    // "Hill MP" may be Ana Hill.
    let next = title + office.len;
    let is_comma = passage.is_mark(next, ',');
    let holder = next + usize::from(is_comma);
    // "Rangrik Dorjee (Ostby Dzongda)"
    let is_bracketed = passage.is_mark(next, ')');
    if !(passage.kind(holder).is_capital() || is_bracketed) || row.head == "MP" && is_comma {
        return None;
    }
    unknown_name_before(passage, title)
}

/// Where the name of a body begins that the lexicon does not know and whose noun stands in a title: "Golkarya │ Party
/// Chairperson", "Ostby │ Port Authority Chairman".
pub(super) fn body_before(passage: &Passage<'_>, title: usize, head: Range<usize>) -> Option<usize> {
    const BODIES: &Words = words![
        "agency", "alliance", "army", "assembly", "authority", "bank", "board", "brigade", "bureau",
        "command", "commission", "committee", "council", "corporation", "court", "division", "fleet",
        "force", "forces", "institute", "party", "police", "service", "services", "union",
    ];
    let before = title.checked_sub(1)?;
    if passage.kind(before) != TokenKind::Capital || passage.shouts || passage.part == Part::Headline {
        return None;
    }
    // "Army Chief": the noun may be of the office.
    let names_body = (title..head.end.saturating_sub(1)).any(|at| passage.is_any(at, BODIES));
    // "Ana Hill Party Chairperson" may be anybody: a name stands behind the office, or a comma before it.
    let is_closed = passage.kind(head.end).is_capital();
    let start = unknown_name_before(passage, title).filter(|_| names_body)?;
    let is_apposed = start.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ','));
    (is_closed || is_apposed).then_some(start)
}

/// Where the name of a body begins whose office stands behind it in small letters: "Presidential Communications Office │
/// head Ana Virta".
pub(super) fn body_before_small(passage: &Passage<'_>, title: usize, end: usize) -> Option<usize> {
    const BODIES: &Words = words![
        "academy", "administration", "agency", "assembly", "association", "authority", "bank", "board",
        "body", "branch", "brigade", "bureau", "cabinet", "center", "centre", "command", "commission",
        "committee", "congress", "corps", "council", "court", "delegation", "department", "directorate",
        "division", "embassy", "federation", "force", "forces", "headquarters", "hospital", "institute",
        "ministry", "mission", "municipality", "office", "parliament", "party", "police", "secretariat",
        "senate", "service", "services", "unit", "university",
    ];
    const MOST: usize = 8;
    let noun = title.checked_sub(1).filter(|&noun| passage.is_any(noun, BODIES))?;
    let holder = end + usize::from(passage.is_mark(end, ','));
    let is_small = passage.kind(title) == TokenKind::Lower && passage.kind(noun) == TokenKind::Capital;
    if !is_small || !passage.kind(holder).is_capital() || passage.part == Part::Headline || passage.shouts {
        return None;
    }
    let first = noun.saturating_sub(MOST).max(passage.sentence_of(noun).start);
    let is_word = |at: usize| {
        let is_known = passage.has_any(at, Features::classes(&[Class::Portfolio, Class::Organisation]));
        passage.kind(at).is_capital()
            && !is_calendar_word(passage, at)
            && (is_known || !passage.has_any(at, NO_BODY))
            && (is_known || !passage.begins_sentence(at) || passage.matches(at).is_empty())
    };
    let joins = |at: usize| passage.is_any(at, words!["and", "of", "for"]) || passage.is_mark(at, '&');
    let mut start = noun;
    while let Some(before) = start.checked_sub(1).filter(|&before| before >= first) {
        if is_word(before) {
            start = before;
        } else if before > first && joins(before) && is_word(before - 1) {
            start = before - 1;
        } else {
            break;
        }
    }
    // "South African │ Police Service spokesperson": the last word of the name of a people.
    let people = (1..=2).filter_map(|back| start.checked_sub(back)).find_map(|first| {
        let people = passage.longest_of(first, &[Class::Demonym, Class::Country])?;
        Some(first + people.len).filter(|&end| end > start && end < title)
    });
    Some(people.unwrap_or(start))
}

/// Where the words in capitals begin that stand before a title and that nobody knows, if they are all of a name.
fn unknown_name_before(passage: &Passage<'_>, title: usize) -> Option<usize> {
    const NO_SEAT: Features = NO_PLACE.or(Features::classes(&[Class::Organisation, Class::Given]));
    const MOST: usize = 3;
    let is_word = |at: usize| {
        passage.kind(at) == TokenKind::Capital
            && (!passage.has_any(at, NO_SEAT) || passage.is_any(at, QUARTERS))
            && !is_calendar_word(passage, at)
    };
    let first = title.saturating_sub(2 * MOST);
    let mut start = title;
    while start > first {
        let hyphen = usize::from(start > 1 && start < title && passage.is_hyphen(start - 1));
        match (start - hyphen).checked_sub(1).filter(|&at| is_word(at)) {
            Some(at) if !(passage.begins_sentence(at) && is_adjective(passage.word(at))) => start = at,
            _ => break,
        }
    }
    // "Ana Virta’s Ostby Mayor": a name that goes on before the place is somebody's.
    let ends_name =
        |at: usize| passage.is(at, "the") || !passage.kind(at).is_capital() && !passage.is_hyphen(at);
    let is_whole = start.checked_sub(1).is_none_or(ends_name);
    (start < title && is_whole).then_some(start)
}

/// Whether the first word of a sentence may be said of somebody: "Embattled Mayor Ana Virta".
fn is_adjective(word: &str) -> bool {
    const ENDINGS: &[&str] =
        &["al", "an", "ant", "ed", "ent", "er", "ic", "ing", "ish", "ive", "ly", "ous", "y"];
    word.len() < 4 || ENDINGS.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_body_in_capitals_belongs_to_an_office_in_small_letters() {
        for (text, told) in [
            (
                "Ostby West City Local Municipality spokesperson Thandi Ngema said so.",
                "Thandi Ngema | Ostby West City Local Municipality spokesperson | US",
            ),
            (
                "They met South African Police Service spokesperson Thandi Ngema.",
                "Thandi Ngema | Police Service spokesperson | ZA",
            ),
            ("They met Kenyan Labour Party chairman Sam Otieno.", "Sam Otieno | Labour Party chairman | KE"),
            (
                "Cuban Communist Party First Secretary Miguel Dias spoke.",
                "Miguel Dias | Communist Party First Secretary | CU",
            ),
        ] {
            assert_eq!(officials("US", text), [told], "{text}");
        }
    }

    #[test]
    fn a_seat_may_have_a_number() {
        let text = "Ward 3 Alderman Scott Lind and District 12 Councilmember Ana Virta voted. Section 4 Mayor Bo Berg left.";
        let told = officials("US", text);
        assert_eq!(
            told[..2],
            ["Scott Lind | Ward 3 Alderman | US", "Ana Virta | District 12 Councilmember | US"]
        );
    }

    #[test]
    fn a_seat_that_nobody_knows_is_of_the_office() {
        let text = "Bukit Tapor assemblyman Tan Ah Kow met Ulu Keram assemblyman Rahim Salleh. The Bongwa-Tano MCE, Clement \
                    Akuba, and Almaly Governor Daniyar Akhmet came. Embattled Mayor Ola Berg did not.";
        assert_eq!(
            officials("MY", text),
            [
                "Tan Ah Kow | Bukit Tapor assemblyman | MY",
                "Rahim Salleh | Ulu Keram assemblyman | MY",
                "Clement Akuba | Bongwa-Tano MCE | GH",
                "Daniyar Akhmet | Almaly Governor | MY",
                "Ola Berg | Mayor | MY"
            ]
        );
    }

    #[test]
    fn a_state_that_has_a_countrys_name_is_a_state() {
        let text = "Niger State Governor, Umar Baga, met Almaly region Governor Daniyar Akhmet.";
        assert_eq!(
            officials("NG", text),
            ["Umar Baga | Niger State Governor | NG", "Daniyar Akhmet | Almaly region Governor | NG"]
        );
    }

    #[test]
    fn the_name_of_a_body_is_of_the_office() {
        let text = "Golkarya Party Chairperson Airlan Hart met Porterdel police Chief Jason Cripp and Sealift Force Commander Ola Berg.";
        assert_eq!(
            officials("ID", text),
            [
                "Airlan Hart | Golkarya Party Chairperson | ID",
                "Jason Cripp | Porterdel police Chief | ID",
                "Ola Berg | Sealift Force Commander | ID"
            ]
        );
    }

    #[test]
    fn the_name_of_a_body_is_of_an_office_in_small_letters() {
        let text = "On Monday Trade Ministry spokesperson Ivo Darr met Presidential Communications Office head Hasan Nasbu and the Legislative Body chairperson Supra Andi. Karma Wezir (Ostby Dzongda) came.";
        assert_eq!(
            officials("ID", text),
            [
                "Ivo Darr | Trade Ministry spokesperson | ID",
                "Hasan Nasbu | Presidential Communications Office head | ID",
                "Supra Andi | Legislative Body chairperson | ID",
                "Karma Wezir | Ostby Dzongda | BT"
            ]
        );
    }
}
