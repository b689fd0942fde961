//! A field, a body or a place right behind a head, without a word between: "Secretary Information Ana Virta", "Chief
//! Minister Punjab Ana Virta", "Director General ISPR Major General Ola Berg".

use std::ops::Range;

use super::body::BODIES;
use super::complement::{NUMBERED, complement_after_preposition};
use super::head::is_noun_of_body;
use super::name_start::begins_bare_name;
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::model::Part;

/// Heads that are written so, by their rows.
const FIELD_FOLLOWS: &[&str] = &[
    "Additional Chief Secretary",
    "Additional Commissioner",
    "Additional Director General",
    "Additional Director-General",
    "Additional Secretary",
    "Assistant Commissioner",
    "Assistant Director",
    "CCPO",
    "Chairman",
    "Chairperson",
    "Chief Director",
    "Chief Executive",
    "Chief Minister",
    "Chief Secretary",
    "Commandant",
    "Commander",
    "Commissioner",
    "Controller",
    "Coordinator",
    "DPO",
    "Deputy Chairman",
    "Deputy Commander",
    "Deputy Commissioner",
    "Deputy Director",
    "Deputy Director General",
    "Deputy Director-General",
    "Deputy Inspector General",
    "Deputy Permanent Secretary",
    "Deputy Secretary",
    "Deputy Speaker",
    "Director",
    "Director General",
    "Director-General",
    "Divisional Commissioner",
    "Executive Director",
    "Executive Secretary",
    "Federal Secretary",
    "GOC",
    "GOC-in-C",
    "Governor",
    "Head",
    "Inspector General",
    "Inspector-General",
    "Joint Secretary",
    "Managing Director",
    "Minister",
    "Minister of State",
    "Permanent Secretary",
    "Principal Director",
    "Principal Secretary",
    "RPO",
    "Registrar",
    "SHO",
    "Secretary",
    "Secretary General",
    "Secretary-General",
    "Senior Minister",
    "Speaker",
    "Special Secretary",
    "Vice Chairman",
];

/// What follows a head at once and is what its holder is in charge of: a body, or a field before a name with a title or of
/// two words. `apposed`: whether the title stands behind a comma.
pub(super) fn field_behind(
    passage: &Passage<'_>,
    start: usize,
    head: &str,
    apposed: bool,
) -> Option<Range<usize>> {
    const MOST: usize = 6;
    let is_headed = || FIELD_FOLLOWS.contains(&head) || head == "Commanding Officer";
    if passage.kind(start) == TokenKind::Number && is_headed() {
        return numbered_unit(passage, start);
    }
    let is_loud = matches!(passage.kind(start), TokenKind::Capital | TokenKind::AllCaps);
    if !is_loud || passage.shouts || passage.part == Part::Headline {
        return None;
    }
    let is_usual = FIELD_FOLLOWS.contains(&head) || head.ends_with(" Commander");
    // "Assistant Secretary Bureau of East Asian Affairs": whatever the head, a ministry stands behind it.
    let is_ministry = || is_noun_of_body(passage, start) && passage.is_any(start + 1, words!["of", "for"]);
    if (is_usual || is_ministry())
        && let Some(body) = body_behind(passage, start)
    {
        return Some(body);
    }
    if !is_usual {
        return None;
    }
    let mut end = start;
    while end < start + MOST {
        let joins = passage.is(end, "and") || passage.is_mark(end, '&');
        let Some(next) = unit_end(passage, end + usize::from(joins && end > start)) else { break };
        end = next;
    }
    // "Ola Berg, Director Operations, said", "Ola Berg, the Commander Ostby": a name stands before.
    if end == start
        && apposed
        && passage.kind(start) == TokenKind::Capital
        && !passage.has(start, Class::Given)
    {
        let place = passage.longest_of(start, &[Class::City, Class::Region]).map(|place| place.len);
        end += place.or_else(|| passage.has(start, Class::Common).then_some(1)).unwrap_or(0);
    }
    if end == start {
        return None;
    }
    // "Chairman Joint Chiefs of Staff Committee (JCSC) General Ola Berg"
    let short = passage.is_mark(end, '(')
        && passage.kind(end + 1) == TokenKind::AllCaps
        && passage.is_mark(end + 2, ')');
    let next = end + if short { 3 } else { 0 };
    // "Secretary General Defence, Lt General Ola Berg", "the Chairman NAB said"
    let addressed = passage.is_mark(next, ',') && is_address(passage, next + 1);
    // "CHAIRMAN MEEKS:" names somebody.
    let is_loud = start.checked_sub(1).is_some_and(|head| passage.kind(head) == TokenKind::AllCaps);
    let is_acronym = end == start + 1
        && !is_loud
        && passage.kind(start) == TokenKind::AllCaps
        && !passage.kind(end).is_capital()
        && passage.word(start).len() <= MOST_OF_ACRONYM;
    let closed = apposed && !passage.kind(next).is_capital() && passage.kind(next) != TokenKind::Possessive;
    (addressed || is_acronym || closed || leads_to_name(passage, next)).then_some(start..end)
}

/// "Commander │ 6 Brigade", "GOC │ 3 Armoured Division", "Commander │ 63 Brigade Garrison": a unit that a number tells from others.
fn numbered_unit(passage: &Passage<'_>, number: usize) -> Option<Range<usize>> {
    const MOST: usize = 4;
    let is_word = |at: usize| passage.kind(at) == TokenKind::Capital && !passage.has(at, Class::Rank);
    let words = (number + 1..=number + MOST).take_while(|&at| is_word(at)).count();
    let is_unit = |at: usize| passage.is_any(at, NUMBERED);
    let noun = (number + 1..=number + words).rev().find(|&at| is_unit(at))?;
    let is_garrison = passage.is(noun + 1, "garrison") && passage.kind(noun + 1) == TokenKind::Capital;
    Some(number..noun + 1 + usize::from(is_garrison))
}

/// The body that follows a head at once: "Director General │ Border Security Force", "Permanent Secretary │ Ministry of
/// Works", "Commander │ Joint Task Force 633".
fn body_behind(passage: &Passage<'_>, start: usize) -> Option<Range<usize>> {
    const NO_BODY: Features = Features::classes(&[
        Class::Given,
        Class::Honorific,
        Class::PostNominal,
        Class::Qualifier,
        Class::Rank,
        Class::Role,
    ]);
    const KNOWN: Features = Features::classes(&[
        Class::City,
        Class::Common,
        Class::Country,
        Class::Demonym,
        Class::Organisation,
        Class::Portfolio,
        Class::Region,
        Class::Thing,
    ]);
    const MOST: usize = 6;
    let is_noun = |at: usize| passage.is_any(at, BODIES) && passage.kind(at) == TokenKind::Capital;
    // "Deputy Commander │ Royal Canadian Navy": the word is a given name, too.
    let is_royal = passage.is_any(start, words!["royal"]) && passage.has(start + 1, Class::Demonym);
    let opens = (is_royal || !passage.has_any(start, NO_BODY))
        && !passage.begins_line(start)
        && (is_royal
            || is_noun(start)
            || passage.has_any(start, KNOWN)
            || passage.kind(start) == TokenKind::AllCaps);
    let is_word = |at: usize| passage.kind(at).is_capital() || passage.is_mark(at, '&');
    let noun = (start..start + MOST).take_while(|&at| opens && is_word(at)).find(|&at| is_noun(at))?;
    // "Secretary Service Medal", "Minister Police": a noun that stands alone needs what it is for, or ends the body.
    let leads_on = passage.is_any(noun + 1, words!["of", "for"]);
    if noun == start && !leads_on && !passage.has_any(start, Features::class(Class::Organisation as u8)) {
        return None;
    }
    let body = complement_after_preposition(passage, start, true).filter(|body| body.end > noun)?;
    // "Commander Joint Task Force Hadin Kai, │ Major General Ola Berg": a name of the body's own ends it.
    let more = (body.end..body.end + MOST).take_while(|&at| passage.kind(at).is_capital()).count();
    let close = body.end + more;
    let is_whole = more > 0 && passage.is_mark(close, ',') && is_address(passage, close + 1);
    let no_address = !(body.end..close).any(|at| is_address(passage, at));
    Some(start..if is_whole && no_address { close } else { body.end })
}

/// Where a field, a body, an acronym or a place ends that begins at a token and is no name.
fn unit_end(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const KNOWN: [Class; 5] =
        [Class::Organisation, Class::Portfolio, Class::Region, Class::City, Class::Country];
    const NO_FIELD: Features = Features::classes(&[Class::Given, Class::Honorific, Class::Rank]);
    const NOUNS: &[&str] = &[
        "Assembly", "Committee", "Senate", "Police", "Board", "Division", "Commission", "Command", "Fleet",
        "Army", "Navy",
    ];
    const QUARTERS: &[&str] = &["Central", "Eastern", "Northern", "Southern", "Western"];
    const SHORT: usize = 2;
    const LARGE: u32 = 300_000;
    let word = passage.word(at);
    let body = passage.longest(at, Class::Organisation).map_or(0, |body| body.len);
    let is_office = passage.longest(at, Class::Role).is_some_and(|office| office.len >= body);
    if passage.has_any(at, NO_FIELD) || is_office {
        return None;
    }
    if passage.kind(at) == TokenKind::AllCaps && word.len() > SHORT && !word.contains('.') {
        return Some(at + 1);
    }
    if passage.kind(at) != TokenKind::Capital {
        return None;
    }
    let known = passage.longest_of(at, &KNOWN);
    let known = known.filter(|found| !found.is(Class::City) || found.entry.value >= LARGE);
    let known = known.map(|found| at + found.len);
    known.or_else(|| (NOUNS.contains(&word) || QUARTERS.contains(&word)).then_some(at + 1))
}

/// How many letters an acronym has at most that no name follows.
const MOST_OF_ACRONYM: usize = 5;

/// Whether a rank or an honorific stands at a token.
fn is_address(passage: &Passage<'_>, at: usize) -> bool {
    (passage.has(at, Class::Rank) || passage.has(at, Class::Honorific)) && passage.kind(at).is_capital()
}

/// Whether a rank, an honorific or the first of two words of a name stands at a token.
fn leads_to_name(passage: &Passage<'_>, at: usize) -> bool {
    let is_name = |at: usize| passage.kind(at) == TokenKind::Capital && begins_bare_name(passage, at);
    is_address(passage, at)
        || is_name(at) && (passage.kind(at + 1) == TokenKind::Capital || passage.is_hyphen(at + 1))
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_field_or_a_place_may_stand_right_behind_the_head() {
        let text = "Secretary Information Ambreen Janib met Chairman Senate Yusuf Sanjar, Commissioner Karachi Iqbal Memoni, \
                    Director General ISPR Major General Asif Gillan and Chief Minister Punjab Maryam Buzdari. Secretary \
                    Rice left.";
        assert_eq!(
            officials("PK", text),
            [
                "Ambreen Janib | Secretary Information | PK",
                "Yusuf Sanjar | Chairman Senate | PK",
                "Iqbal Memoni | Commissioner Karachi | PK",
                "Asif Gillan | Director General ISPR | PK",
                "Maryam Buzdari | Chief Minister Punjab | PK",
                "Rice | Secretary | PK"
            ]
        );
    }

    #[test]
    fn a_quarter_stands_behind_a_commissioner() {
        let text = "Divisional Commissioner Eastern Luke Moroi met Dr Ana Virta, who served from 2010 to 2014 as Ambassador to Peru, and spoke of the resignation of Ola Berg from the post of Auditor General.";
        assert_eq!(
            officials("FJ", text),
            [
                "Luke Moroi | Divisional Commissioner Eastern | FJ",
                "Ana Virta | Ambassador to Peru | FJ",
                "Ola Berg | Auditor General | FJ"
            ]
        );
    }

    #[test]
    fn a_body_stands_right_behind_the_head() {
        let told = |country, text| officials(country, text);
        for (country, text, name, office) in [
            (
                "CA",
                "Rear-Admiral Bo Sandor, Deputy Commander Maritime Forces Atlantic, spoke.",
                "Bo Sandor",
                "Deputy Commander Maritime Forces Atlantic",
            ),
            (
                "AU",
                "Commander Australian Fleet, Rear Admiral Jon Halle, spoke.",
                "Jon Halle",
                "Commander Australian Fleet",
            ),
            (
                "AU",
                "Commander Joint Task Force 633, Major General Ana Virta, spoke.",
                "Ana Virta",
                "Commander Joint Task Force 633",
            ),
            (
                "IN",
                "Director General Border Security Force Nitin Agari spoke.",
                "Nitin Agari",
                "Director General Border Security Force",
            ),
            (
                "UG",
                "Dr. Diana Atwin, Permanent Secretary Ministry of Health, spoke.",
                "Diana Atwin",
                "Permanent Secretary Ministry of Health",
            ),
            (
                "KE",
                "Principal Secretary State Department for Trade Alfred Kombi spoke.",
                "Alfred Kombi",
                "Principal Secretary State Department for Trade",
            ),
            (
                "NG",
                "The Managing Director Nigerian Ports Authority, Mohammed Bello-Koki, spoke.",
                "Mohammed Bello-Koki",
                "Managing Director Nigerian Ports Authority",
            ),
            (
                "US",
                "Sung Virtanen, Assistant Secretary Bureau of East Asian Affairs, spoke.",
                "Sung Virtanen",
                "Assistant Secretary Bureau of East Asian Affairs",
            ),
            (
                "GB",
                "Rear Admiral Simon Ashby, Director Operations, spoke.",
                "Simon Ashby",
                "Director Operations",
            ),
            ("AU", "The Governor, Hale Berg, spoke.", "Hale Berg", "Governor"),
            ("US", "Secretary Rice met the Board of Trade.", "Rice", "Secretary"),
        ] {
            assert_eq!(told(country, text), [format!("{name} | {office} | {country}")], "{text}");
        }
    }
}
