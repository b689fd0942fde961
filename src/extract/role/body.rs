//! The body that an office is held in: "Secretary, Department of Trade", "Minister in the Presidency".

use std::ops::Range;

use super::complement::complement_after_preposition;
use crate::extract::features::Features;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// Nouns of the bodies that offices are held in.
pub(super) const BODIES: &Words = words![
    "administration", "agency", "army", "assembly", "authority", "bank", "battalion", "board", "branch",
    "brigade", "bureau", "center", "centre", "college", "command", "commission", "committee", "constabulary",
    "corporation", "corps", "council", "court", "department", "directorate", "division", "fleet", "force",
    "forces", "group", "guard", "information", "institute", "ministry", "navy", "office", "operations",
    "organisation", "organization", "police", "regiment", "section", "secretariat", "service", "services",
    "squadron", "staff", "unit", "university", "wing",
];

/// Units that are told apart by a number before them.
const UNITS: &Words =
    words!["battalion", "brigade", "corps", "division", "fleet", "regiment", "squadron", "wing"];

/// "Secretary, Department of Veterans' Affairs", "Director, Defence Information": a head that takes "of", and after a
/// comma instead the body that it is held in.
pub(super) fn body_after_comma(passage: &Passage<'_>, end: usize, takes: &str) -> Option<Range<usize>> {
    const NO_BODY: Features =
        Features::classes(&[Class::Role, Class::Rank, Class::Honorific, Class::Given, Class::PostNominal]);
    const NO_NOUN: Features = Features::classes(&[Class::Role, Class::Rank, Class::Honorific]);
    const MOST: usize = 5;
    // "General Officer Commanding (GOC), White Knight Corps"
    let is_short = passage.is_mark(end, '(')
        && passage.kind(end + 1) == TokenKind::AllCaps
        && passage.is_mark(end + 2, ')');
    let end = if is_short { end + 3 } else { end };
    let start = end + 1;
    let may_begin = passage.kind(start).is_capital() && !passage.has_any(start, NO_BODY);
    let is_capital = |at: usize| passage.kind(at).is_capital();
    let takes_of = takes.split(' ').any(|word| word == "of");
    if !passage.is_mark(end, ',') || !takes_of || passage.shouts {
        return None;
    }
    // "General Officer Commanding, 53 Infantry Division"
    let numbered =
        (start + 1..start + MOST).take_while(|&at| is_capital(at)).find(|&at| passage.is_any(at, UNITS));
    if let Some(unit) = numbered.filter(|_| passage.kind(start) == TokenKind::Number) {
        return Some(start..unit + 1);
    }
    let is_word = |at: usize| passage.kind(at).is_capital() || passage.is_mark(at, '&');
    // "GOC, White Knight Corps, │ Lt Gen Ola Berg": the last word before a mark tells, whatever the first may be.
    let run = (start..start + MOST).take_while(|&at| is_word(at)).count();
    let last = (start + run).saturating_sub(1);
    let is_enclosed = run > 2 && passage.is_any(last, BODIES) && !passage.kind(last + 1).is_word();
    let may_begin = may_begin || is_enclosed && !passage.has_any(start, NO_NOUN);
    if !may_begin {
        return None;
    }
    if is_enclosed {
        return Some(start..last + 1);
    }
    // "Registrar, JAMB, Prof. Ana Virta": an acronym between commas, before a name.
    let is_acronym = passage.kind(start) == TokenKind::AllCaps
        && passage.word(start).len() > 2
        && passage.is_mark(start + 1, ',')
        && passage.kind(start + 2) == TokenKind::Capital
        && passage.kind(start + 3).is_capital();
    if is_acronym {
        return Some(start..start + 1);
    }
    if let Some(field) = field_after_comma(passage, start) {
        return Some(field);
    }
    let mut words = (start..start + MOST).take_while(|&at| is_word(at));
    let names_body = words.any(|at| passage.is_any(at, BODIES) && !passage.has(at, Class::Role))
        || passage.has(start, Class::Organisation);
    let body = complement_after_preposition(passage, start, true).filter(|_| names_body)?;
    // "the Chairman, Public Service Board Member Ola Berg": more of a title is no body. Nor is "Office of the Hon. Ola Berg".
    let names_somebody = passage.longest(body.end, Class::Role).is_some()
        || body.clone().skip(1).any(|at| passage.has(at, Class::Honorific) && !passage.has(at, Class::Role));
    (!names_somebody).then_some(body)
}

/// "Head, │ Press and Public Relations, Ola Berg", "Director, │ Information, Mr Ola Berg": a field between commas before a name
/// with a title, or of two words that nobody knows.
fn field_after_comma(passage: &Passage<'_>, start: usize) -> Option<Range<usize>> {
    const MOST: usize = 8;
    let mut end = start;
    while end < start + MOST {
        let joint = usize::from(end > start && (passage.is(end, "and") || passage.is_mark(end, '&')));
        let field = passage.longest(end + joint, Class::Portfolio);
        let Some(field) = field.filter(|_| passage.kind(end + joint) == TokenKind::Capital) else { break };
        end += joint + field.len;
    }
    // "Head, Public Relations, PSC, Ola Berg"
    let is_short = passage.is_mark(end, ',')
        && passage.kind(end + 1) == TokenKind::AllCaps
        && passage.is_mark(end + 2, ',');
    let name = end + if is_short { 3 } else { 1 };
    let is_of_name = |at: usize| {
        passage.kind(at) == TokenKind::Capital
            && passage.matches(at).iter().all(|found| found.is(Class::Given))
    };
    let is_named = passage.has(name, Class::Honorific) && passage.kind(name).is_capital()
        || is_of_name(name) && is_of_name(name + 1);
    (end > start && passage.is_mark(end, ',') && is_named)
        .then_some(start..if is_short { end + 2 } else { end })
}

/// "Minister in the Presidency", "Permanent Secretary in the Ministry of Health", "Minister of State at the Federal
/// Foreign Office": any office may be held in a part of the government.
pub(super) fn leads_to_body(passage: &Passage<'_>, at: usize, loud: bool) -> bool {
    const BODIES: &Words = words![
        "presidency", "office", "ministry", "department", "cabinet", "chancellery", "bureau", "court",
        "diwan", "secretariat", "directorate", "treasury",
    ];
    const MOST_BEFORE: usize = 4;
    // In small letters "at the" tells where somebody is met: "met the minister at the Foreign Office".
    let leads = if loud { passage.is_any(at, words!["in", "at"]) } else { passage.is(at, "in") };
    if !leads || passage.shouts || !passage.is(at + 1, "the") {
        return false;
    }
    // "Minister at the Prime Minister's Office"
    let is_word = |at: usize| matches!(passage.kind(at), TokenKind::Capital | TokenKind::Possessive);
    let names = (at + 2..at + 2 + MOST_BEFORE).take_while(|&at| is_word(at));
    names.into_iter().any(|at| passage.is_any(at, BODIES))
}

/// "the Swiss representation", "the Estonian armed forces": a people, and a body of theirs in small letters.
pub(super) fn body_of_people(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const BODIES: &Words = words![
        "representation", "delegation", "mission", "embassy", "consulate", "presidency", "ministry",
        "government", "parliament", "army", "navy", "military", "police", "forces", "contingent", "senate",
        "cabinet",
    ];
    if !passage.has(at, Class::Demonym) || !passage.kind(at).is_capital() {
        return None;
    }
    let people = at + passage.longest(at, Class::Demonym).map_or(1, |found| found.len);
    let body = people + usize::from(passage.is_any(people, words!["armed", "diplomatic", "federal"]));
    (passage.kind(body) == TokenKind::Lower && passage.is_any(body, BODIES)).then_some(body + 1)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_body_between_commas_may_be_an_acronym() {
        let text = "Registrar, JAMB, Prof. Ishaq Oloyedo, met Vice-Chancellor, University of Ostby, Prof. Ola Berg, Commandant General of NSCDC, Dr Ahmed Audin, and Ikeja Commissioner of Police, CP Olatun Disin.";
        assert_eq!(
            officials("NG", text),
            [
                "Ishaq Oloyedo | Registrar, JAMB | NG",
                "Ola Berg | Vice-Chancellor, University of Ostby | NG",
                "Ahmed Audin | Commandant General of NSCDC | NG",
                "Olatun Disin | Ikeja Commissioner of Police | NG"
            ]
        );
    }

    #[test]
    fn a_body_between_commas_may_begin_with_any_word() {
        let text = "The GOC, White Knight Corps, Lt Gen Nav Sachi, met Lt Gen Ivo Dar, General Officer Commanding (GOC), Black Cat Division.";
        assert_eq!(
            officials("IN", text),
            [
                "Nav Sachi | GOC, White Knight Corps | IN",
                "Ivo Dar | General Officer Commanding (GOC), Black Cat Division | IN"
            ]
        );
    }

    #[test]
    fn fields_units_and_bodies_stand_between_commas() {
        let text = "The Head, Press and Public Relations, Ola Bergun, met Dr. Solon Araso, the PSC Chairman, Major General Maith \
                    Diaso, General Officer Commanding (GOC), 53 Division, Major General Rusten Patno, GOC, Crossed Swords \
                    Division, Chairman Chiefs of Staff Committee Air Chief Marshal Bo Dhanu and Chief of Defence Force (CDF) of \
                    the Maldives Major General Abdul Shama.";
        assert_eq!(
            officials("IN", text),
            [
                "Ola Bergun | Head, Press and Public Relations | IN",
                "Solon Araso | PSC Chairman | IN",
                "Maith Diaso | General Officer Commanding (GOC), 53 Division | IN",
                "Rusten Patno | GOC, Crossed Swords Division | IN",
                "Bo Dhanu | Chairman Chiefs of Staff Committee | IN",
                "Abdul Shama | Chief of Defence Force | MV"
            ]
        );
    }
}
