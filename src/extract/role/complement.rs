//! The complement of a role: "of Foreign Affairs and Expatriates", "for the Kosovo Security Force".

use std::ops::Range;

use super::head::is_style;
use super::name_start::{
    begins_bare_name, follows_saint, is_abstract_noun, is_given_rather_than_role, name_start,
};
use crate::extract::date::is_calendar_word;
use crate::extract::features::Features;
use crate::extract::lexicon::{Class, WEAK};
use crate::extract::passage::Passage;
use crate::extract::person::after_parenthesis;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// "of Foreign Affairs and Expatriates" after a head that takes "of".
pub(super) fn complement_after(
    passage: &Passage<'_>,
    end: usize,
    takes: &str,
    loud: bool,
) -> Option<Range<usize>> {
    let preposition = takes.split(' ').any(|word| !word.is_empty() && passage.is(end, word));
    // "Minister of State (Independent Charge) Science & Technology".
    let charge = passage.is_mark(end, '(')
        && passage.reads(end + 1, &["independent", "charge"])
        && passage.is_mark(end + 3, ')');
    // "Minister of State (IC) for Mines"
    let short = passage.is_mark(end, '(')
        && passage.is_any(end + 1, words!["ic", "i/c"])
        && passage.is_mark(end + 2, ')');
    if short && passage.is_any(end + 3, words!["of", "for"]) {
        return complement_after_preposition(passage, end + 4, loud);
    }
    // "Minister of State in charge of Works"
    if passage.reads(end, &["in", "charge", "of"]) {
        return complement_after_preposition(passage, end + 3, loud);
    }
    // "(Independent Charge) │ Dr. Ola Berg"
    if charge && passage.kind(end + 4).is_capital() && !passage.has(end + 4, Class::Honorific) {
        return complement_after_preposition(passage, end + 4, loud);
    }
    if charge && passage.is_any(end + 4, words!["of", "for"]) {
        return complement_after_preposition(passage, end + 5, loud);
    }
    if !preposition && !leads_to_body(passage, end, loud) {
        return None;
    }
    complement_after_preposition(passage, end + 1, loud)
}

/// "Secretary, Department of Veterans' Affairs", "Director, Defence Information": a head that takes "of", and after a
/// comma instead the body that it is held in.
pub(super) fn body_after_comma(passage: &Passage<'_>, end: usize, takes: &str) -> Option<Range<usize>> {
    const BODIES: &Words = words![
        "administration",
        "agency",
        "authority",
        "board",
        "branch",
        "brigade",
        "bureau",
        "center",
        "centre",
        "command",
        "commission",
        "committee",
        "corps",
        "council",
        "court",
        "department",
        "directorate",
        "division",
        "fleet",
        "force",
        "forces",
        "group",
        "information",
        "institute",
        "ministry",
        "office",
        "operations",
        "organisation",
        "organization",
        "police",
        "section",
        "secretariat",
        "service",
        "services",
        "squadron",
        "staff",
        "unit",
        "wing",
    ];
    const NO_BODY: Features =
        Features::classes(&[Class::Role, Class::Rank, Class::Honorific, Class::Given, Class::PostNominal]);
    const MOST: usize = 5;
    let start = end + 1;
    let may_begin = passage.kind(start).is_capital() && !passage.has_any(start, NO_BODY);
    let takes_of = takes.split(' ').any(|word| word == "of");
    if !passage.is_mark(end, ',') || !may_begin || !takes_of || passage.shouts {
        return None;
    }
    let is_word = |at: usize| passage.kind(at).is_capital() || passage.is_mark(at, '&');
    let mut words = (start..start + MOST).take_while(|&at| is_word(at));
    let names_body = words.any(|at| passage.is_any(at, BODIES) && !passage.has(at, Class::Role))
        || passage.has(start, Class::Organisation);
    let body = complement_after_preposition(passage, start, true).filter(|_| names_body)?;
    // "the Chairman, Public Service Board Member Ola Berg": more of a title is no body. Nor is "Office of the Hon. Ola Berg".
    let names_somebody = passage.longest(body.end, Class::Role).is_some()
        || body.clone().skip(1).any(|at| passage.has(at, Class::Honorific) && !passage.has(at, Class::Role));
    (!names_somebody).then_some(body)
}

/// "Minister in the Presidency", "Permanent Secretary in the Ministry of Health", "Minister of State at the Federal
/// Foreign Office": any office may be held in a part of the government.
fn leads_to_body(passage: &Passage<'_>, at: usize, loud: bool) -> bool {
    const BODIES: &Words = words![
        "presidency",
        "office",
        "ministry",
        "department",
        "cabinet",
        "chancellery",
        "bureau",
        "court",
        "diwan",
        "secretariat",
        "directorate",
    ];
    const MOST_BEFORE: usize = 4;
    if !loud || passage.shouts || !passage.is_any(at, words!["in", "at"]) || !passage.is(at + 1, "the") {
        return false;
    }
    // "Minister at the Prime Minister's Office"
    let is_word = |at: usize| matches!(passage.kind(at), TokenKind::Capital | TokenKind::Possessive);
    let names = (at + 2..at + 2 + MOST_BEFORE).take_while(|&at| is_word(at));
    names.into_iter().any(|at| passage.is_any(at, BODIES))
}

fn complement_after_preposition(passage: &Passage<'_>, first: usize, loud: bool) -> Option<Range<usize>> {
    // "head of His Highness the Amir’s office"
    let style = passage.longest(first, Class::Honorific);
    if style.is_some_and(|style| style.len > 1 && passage.is_any(first, words!["his", "her"])) {
        return None;
    }
    let mut at = first;
    while passage.is_any(at, words!["the", "its", "his", "her", "our"]) {
        at += 1;
    }
    let start = at;
    let definite = start > first;
    if !definite && serves_somebody(passage, start) {
        return None;
    }
    if let Some(office) = office_served(passage, first, start) {
        at = office;
    }
    while at < start + MOST_COMPLEMENT {
        match complement_word_end(passage, start, at, loud) {
            Some(next) => at = next,
            None => break,
        }
    }
    // "the Prime Minister of Singapore's visit": the possessive is not of the title.
    let possessive = at > start && passage.kind(at.saturating_sub(1)) == TokenKind::Possessive;
    let at = at - usize::from(possessive);
    let stop = name_start(passage, start, at, definite).unwrap_or(at);
    // "for the Clear Skies campaign": the noun belongs to the name before it.
    let ends_in_noun = definite && stop == at && at > start && passage.is_any(at, NAMED);
    (stop > start).then_some(start..stop + usize::from(ends_in_noun))
}

/// "Private Secretary to the Prime Minister │ Ola Berg": where the office ends that somebody serves.
fn office_served(passage: &Passage<'_>, first: usize, start: usize) -> Option<usize> {
    let serves = first.checked_sub(1).is_some_and(|preposition| passage.is(preposition, "to"));
    let office = passage.longest(start, Class::Role).filter(|_| serves && start > first)?;
    let is_plural = office.is_plural() || !passage.kind(start).is_capital();
    (!is_plural).then_some(start + office.len)
}

/// Nouns in small letters behind the names of what somebody heads.
const NAMED: &Words = words![
    "city",
    "battalion",
    "battlegroup",
    "brigade",
    "campaign",
    "district",
    "garrison",
    "initiative",
    "peninsula",
    "program",
    "programme",
    "project",
    "province",
    "region",
    "regiment",
    "session",
    "squadron",
    "taskforce",
    "team",
];

/// "Adviser to │ Prime Minister Ana Virta": whom somebody works for is a person, with an office and a name.
fn serves_somebody(passage: &Passage<'_>, start: usize) -> bool {
    let office = passage.longest(start, Class::Role).map(|office| start + office.len);
    // "members of President-elect Virta’s team"
    let is_elect = |at: usize| passage.is_hyphen(at) && passage.is_any(at + 1, words!["elect", "designate"]);
    let office = office.map(|end| if is_elect(end) { end + 2 } else { end });
    let is_elect = office.is_some_and(|end| passage.is_any(end - 1, words!["elect", "designate"]));
    let is_name = |at: usize| {
        passage.kind(at) == TokenKind::Capital
            && !passage.has(at, Class::Role)
            && !passage.has(at, Class::Portfolio)
    };
    let link = start.saturating_sub(1);
    (passage.is(link, "to") || is_elect && passage.is(link, "of"))
        && passage.kind(start).is_capital()
        && office.is_some_and(is_name)
}

/// Where one word of a complement, with the connector before it, ends.
fn complement_word_end(passage: &Passage<'_>, start: usize, at: usize, loud: bool) -> Option<usize> {
    // "High Commissioner to Bangladesh │ Professor Ana Virta"
    let is_address = passage.has(at, Class::Honorific)
        && (!passage.has(at, Class::Role)
            || passage.is(at, "professor") && passage.kind(at + 1).is_capital());
    if at > start && is_address {
        return None;
    }
    // "Minister for Foreign Affairs │ Sultan bin Saad"
    if at > start && passage.kind(at).is_capital() && passage.is_any(at + 1, words!["bin", "bint", "ibn"]) {
        return None;
    }
    // "Minister for Family Services │ Senator Ana Virta".
    if at > start && !passage.is_hyphen(at - 1) && another_title_at(passage, at) {
        return None;
    }
    // "… Human Rights │ Zeya’s Travel to Chile".
    let is_owner = passage.kind(at + 1) == TokenKind::Possessive && passage.kind(at).is_capital();
    if at > start
        && is_owner
        && !follows_saint(passage, at)
        && passage.matches(at).iter().all(|found| found.is(Class::Given))
    {
        return None;
    }
    if let Some(end) = complement_unit_end(passage, at, loud) {
        return Some(end);
    }
    if at == start {
        return None;
    }
    // In "Minister of Health Aino Virta in Riga" the title ends before the name.
    let definite = start.checked_sub(1).is_some_and(|before| passage.is(before, "the"));
    let name = name_start(passage, start, at, definite);
    if name.is_some_and(|name| passage.has(name, Class::Given) || at - name > 1) {
        return None;
    }
    if passage.kind(at) == TokenKind::Possessive || passage.is_hyphen(at) {
        return Some(at + 1);
    }
    // "Special Envoy to Advance the Human Rights of …": a verb has an object.
    let is_verb = at == start + 1 && passage.is(start.saturating_sub(1), "to");
    if is_verb && passage.is(at, "the") && passage.kind(at + 1).is_capital() {
        return complement_unit_end(passage, at + 1, loud);
    }
    if passage.is_mark(at, '(') {
        // "(INL)" after the words that it shortens.
        let short = passage.kind(at + 1) == TokenKind::AllCaps && passage.is_mark(at + 2, ')');
        return short.then_some(at + 3).filter(|&next| passage.kind(next).is_capital());
    }
    let mut next = at;
    let comma = passage.is_mark(next, ',');
    if comma {
        next += 1;
    }
    let joins = passage.is_any(next, words!["and", "of", "for", "in", "on", "to", "with"])
        || passage.is_mark(next, '&')
        // "Minister for Finance/Revenue"
        || passage.is_mark(next, '/') && !passage.has(next + 1, Class::Role);
    // "with the Minister for Enterprise │ to Hanoi": the way, and no field.
    let is_city = passage.has(next + 1, Class::City) && !passage.has(next + 1, Class::Country);
    // "the Foreign Minister of Moldova │ in Chisinau": where they are met.
    let is_state = passage.longest(start, Class::Country).is_some_and(|state| start + state.len == next);
    let is_way = is_city && (passage.is(next, "to") || passage.is(next, "in") && is_state);
    if is_way || comma && joins && !(passage.is(next, "and") || passage.is_mark(next, '&')) {
        return None;
    }
    let is_list = passage.is(next, "and") || passage.is_mark(next, '&');
    // "Deputy Director for Climate at the Office of Energy Policy"
    let joins_body = !comma && leads_to_body(passage, next, loud);
    if joins || joins_body {
        next += 1;
        while passage.is_any(next, words!["the", "of"]) {
            next += 1;
        }
        // "Meeting of the Foreign Ministers of the Coalition with │ Secretary Ana Virta"
        let is_with = passage.is(next - 1, "with");
        if (is_list || is_with) && (begins_person(passage, next) || begins_other_title(passage, next, comma))
        {
            return None;
        }
    } else if !comma || !lists_on(passage, next) {
        return None;
    }
    if (comma || is_list) && names_somebody(passage, next) {
        return None;
    }
    complement_unit_end(passage, next, loud).filter(|_| !comma || !begins_person(passage, next))
}

/// "Buddhasasana, Religious and Cultural Affairs": after a comma, words of a portfolio and then "and".
fn lists_on(passage: &Passage<'_>, at: usize) -> bool {
    let end = (at..at + 5).find(|&next| !passage.kind(next).is_capital());
    let goes_on = |end| passage.is(end, "and") || passage.is_mark(end, ',') || passage.is_mark(end, '&');
    end.is_some_and(|end| end > at && goes_on(end))
        && (passage.has(at, Class::Portfolio) || passage.has(at, Class::Common))
}

/// ", and Rasa Petrauskienė, Lithuania's Minister": two or three words in capitals, the last unknown to the lexicon,
/// before a comma and a title.
fn names_somebody(passage: &Passage<'_>, at: usize) -> bool {
    const NO_NAME: Features =
        Features::classes(&[Class::Portfolio, Class::Common, Class::Organisation, Class::Thing]);
    const TITLE: Features = Features::classes(&[Class::Role, Class::Country, Class::Demonym, Class::Rank]);
    let words = (at..at + 3).take_while(|&at| passage.kind(at) == TokenKind::Capital).count();
    let (last, comma) = ((at + words).saturating_sub(1), at + words);
    // "Minister for Education and │ Senley Filua as Minister for Lands"
    if words > 1 && passage.is(comma, "as") && !passage.has_any(at, NO_NAME) {
        return true;
    }
    words > 1
        && passage.is_mark(comma, ',')
        && passage.matches(last).is_empty()
        && !is_abstract_noun(passage.word(last))
        && !passage.has_any(at, NO_NAME)
        && (passage.is(comma + 1, "the") || passage.has_any(comma + 1, TITLE))
}

/// Whether a role, rank, honorific or given name begins at a token.
fn begins_person(passage: &Passage<'_>, at: usize) -> bool {
    let is_given = passage.has(at, Class::Given)
        && !passage.has(at, Class::Portfolio)
        && !passage.has(at, Class::Country)
        && (!passage.has(at, Class::Region) || passage.kind(at + 1).is_capital());
    // "to the Prime Minister and │ Acting Government Spokesperson"
    let is_qualified = || {
        passage.has(at, Class::Qualifier)
            && passage.kind(at).is_capital()
            && (at + 1..at + 4)
                .take_while(|&at| passage.kind(at).is_capital())
                .any(|at| passage.has(at, Class::Role))
    };
    passage.has(at, Class::Role)
        || passage.has(at, Class::Rank)
        || passage.has(at, Class::Honorific)
        || is_given
        || is_qualified()
        || begins_foreign_title(passage, at)
}

/// ", and │ Bundestag President Ana Virta": words in capitals that end in an office or a rank, and then a name.
///
/// Without a comma a rank is the same person's: "Minister of Youth and Sports │ Gen. Ola Berg".
fn begins_other_title(passage: &Passage<'_>, at: usize, comma: bool) -> bool {
    const MOST: usize = 6;
    let is_word = |at: usize| {
        passage.kind(at).is_capital()
            || passage.kind(at) == TokenKind::Possessive
            || passage.is_hyphen(at)
            || passage.kind(at) == TokenKind::Number
    };
    let leads_to_name = |head: usize| {
        let rank = passage.longest(head, Class::Rank).filter(|_| comma).map_or(0, |rank| rank.len);
        let office = passage.longest(head, Class::Role);
        let office = office.filter(|office| !office.is_plural() && !is_style(office.entry.value));
        let end = head + office.map_or(0, |office| office.len).max(rank);
        let is_title = end > head && !is_given_rather_than_role(passage, head);
        let addressed = passage.has(end, Class::Rank) || passage.has(end, Class::Honorific);
        is_title && passage.kind(end).is_capital() && (addressed || begins_bare_name(passage, end))
    };
    let words = (at..at + MOST).take_while(|&at| is_word(at)).count();
    // "UNHCR head Ana Virta": the office may stand in small letters.
    passage.kind(at).is_capital() && !passage.shouts && (at + 1..=at + words).any(leads_to_name)
}

/// "Vietnamese Minister", "Peru's Ambassador": a people or country, and an office of theirs.
fn begins_foreign_title(passage: &Passage<'_>, at: usize) -> bool {
    let country = passage.longest_of(at, &[Class::Demonym, Class::Country]);
    country.filter(|_| passage.kind(at).is_capital()).is_some_and(|country| {
        let end = at + country.len;
        let office = end + usize::from(passage.kind(end) == TokenKind::Possessive);
        passage.kind(office).is_capital() && passage.has(office, Class::Role)
    })
}

fn complement_unit_end(passage: &Passage<'_>, at: usize, loud: bool) -> Option<usize> {
    let kind = passage.kind(at);
    let is_ordinal =
        kind == TokenKind::Number && passage.word(at).ends_with(|c: char| c.is_ascii_lowercase());
    // "Commander of 104 Theatre Sustainment Brigade".
    let is_number = kind == TokenKind::Number && loud && passage.kind(at + 1) == TokenKind::Capital;
    // "the Public Works Committee and I", "Director of Ost on 14 May", "Member for Ost in May"
    let is_pronoun = passage.is(at, "i") && !passage.shouts;
    let is_time = at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["in", "on"]))
        && is_calendar_word(passage, at + usize::from(is_number));
    if is_pronoun || is_time {
        return None;
    }
    if let Some(end) = body_of_people(passage, at) {
        return Some(end);
    }
    if kind.is_capital() || is_ordinal || is_number {
        let place = [Class::Country, Class::Region, Class::Organisation];
        return Some(at + passage.longest_of(at, &place).map_or(1, |found| found.len));
    }
    let small = (!loud && kind == TokenKind::Lower).then(|| passage.longest(at, Class::Portfolio)).flatten();
    small.map(|found| at + found.len)
}

/// "the Swiss representation", "the Estonian armed forces": a people, and a body of theirs in small letters.
fn body_of_people(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const BODIES: &Words = words![
        "representation",
        "delegation",
        "mission",
        "embassy",
        "consulate",
        "presidency",
        "ministry",
        "government",
        "parliament",
        "army",
        "navy",
        "military",
        "police",
        "forces",
        "contingent",
        "senate",
        "cabinet",
    ];
    if !passage.has(at, Class::Demonym) || !passage.kind(at).is_capital() {
        return None;
    }
    let people = at + passage.longest(at, Class::Demonym).map_or(1, |found| found.len);
    let body = people + usize::from(passage.is_any(people, words!["armed", "diplomatic", "federal"]));
    (passage.kind(body) == TokenKind::Lower && passage.is_any(body, BODIES)).then_some(body + 1)
}

/// Whether a second title begins at a token inside a complement, and a name follows it.
fn another_title_at(passage: &Passage<'_>, at: usize) -> bool {
    let role = passage.longest(at, Class::Role).filter(|head| head.entry.flags & WEAK == 0);
    let role = role.filter(|_| !is_given_rather_than_role(passage, at));
    let Some(head) = role.or(passage.longest(at, Class::Rank)) else { return false };
    let the = after_parenthesis(passage, at + head.len);
    let address = the + usize::from(passage.is(the, "the"));
    let name = passage.longest(address, Class::Honorific).map_or(the, |found| address + found.len);
    passage.kind(at).is_capital()
        && passage.kind(name).is_capital()
        && !passage.shouts
        && (passage.has(name, Class::Given) || begins_bare_name(passage, name))
}

/// How many tokens a complement may have.
const MOST_COMPLEMENT: usize = 16;

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn the_next_office_begins_with_a_word_that_nobody_knows() {
        let text = "Kim Chulso, director of the National Intelligence Service, and Gyeonggi Province Governor Lee Minho met \
                    Andrea Kels, State Secretary at the Federal Foreign Office, and Bundestag President Beate Basser.";
        assert_eq!(
            officials("KR", text),
            [
                "Kim Chulso | director of the National Intelligence Service | KR",
                "Lee Minho | Gyeonggi Province Governor | KR",
                "Andrea Kels | State Secretary at the Federal Foreign Office | DE",
                "Beate Basser | Bundestag President | DE"
            ]
        );
        let text = "Minister for Innovation, Science and Research Senator Kim Carrow spoke.";
        assert_eq!(
            officials("AU", text),
            ["Kim Carrow | Minister for Innovation, Science and Research; Senator | AU"]
        );
    }

    #[test]
    fn somebody_serves_the_holder_of_an_office() {
        let text = "Private Secretary to the Foreign Minister Anil Tapa and Chief Advisor to the Prime Minister Bishnu Rimal \
                    met Minister for Finance/Revenue Asim Aurang.";
        assert_eq!(
            officials("NP", text),
            [
                "Anil Tapa | Private Secretary to the Foreign Minister | NP",
                "Bishnu Rimal | Chief Advisor to the Prime Minister | NP",
                "Asim Aurang | Minister for Finance/Revenue | NP"
            ]
        );
    }

    #[test]
    fn no_office_goes_on_with_whom_it_meets() {
        let text = "A Meeting of the Foreign Ministers of the Coalition with Secretary of State Virta. Under President Berg \
                    it went on.";
        assert_eq!(officials("US", text), ["Virta | Secretary of State | US", "Berg | President | US"]);
    }

    #[test]
    fn styles_posts_and_acting_offices_end_a_complement() {
        let text = "Ibrahim Shatta, Undersecretary at the Amiri Diwan, met Anuch Burap, Deputy Secretary-General to the Prime \
                    Minister and Acting Government Spokesperson, and High Commissioner of Peru Professor Ana Virta. Union \
                    Minister of State (IC) of Mines, Dr Jit Sinha, left.";
        assert_eq!(
            officials("TH", text),
            [
                "Ibrahim Shatta | Undersecretary at the Amiri Diwan | TH",
                "Anuch Burap | Deputy Secretary-General to the Prime Minister; Government Spokesperson | TH",
                "Ana Virta | High Commissioner of Peru | PE",
                "Jit Sinha | Union Minister of State (IC) of Mines | TH"
            ]
        );
    }

    #[test]
    fn fields_are_listed_with_ampersands() {
        let text = "Ashok Goela, Union Minister of Commerce & Industry, Consumer Affairs, Food & Public Distribution and Textiles, \
                    came. The Minister in charge of Trade, Ana Virta, spoke.";
        let told = officials("IN", text);
        assert_eq!(
            told[0],
            "Ashok Goela | Union Minister of Commerce & Industry, Consumer Affairs, Food & Public Distribution and Textiles | IN"
        );
        assert!(!told.iter().any(|told| told.contains("| charge")), "{told:?}");
    }
}
