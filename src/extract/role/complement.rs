//! The complement of a role: "of Foreign Affairs and Expatriates", "for the Kosovo Security Force".

use std::ops::Range;

use super::body::{body_of_people, leads_to_body};
use super::name_start::{follows_saint, name_start};
use super::next_person::{another_title_at, begins_other_title, begins_person, names_somebody};
use crate::extract::date::is_calendar_word;
use crate::extract::features::Features;
use crate::extract::lexicon::{Class, Tense};
use crate::extract::passage::Passage;
use crate::extract::person::tells_what_is_done;
use crate::extract::ship::ship_at;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::Part;

/// "of Foreign Affairs and Expatriates" after a head that takes "of".
pub(super) fn complement_after(
    passage: &Passage<'_>,
    end: usize,
    takes: &str,
    loud: bool,
) -> Option<Range<usize>> {
    // "Public Relations Officer (PRO) │ at the Council"
    let is_short = passage.is_mark(end, '(')
        && passage.kind(end + 1) == TokenKind::AllCaps
        && passage.is_mark(end + 2, ')')
        && passage.kind(end + 3) == TokenKind::Lower
        && !passage.is_any(end + 1, words!["ic", "i/c"]);
    let end = if is_short { end + 3 } else { end };
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

pub(super) fn complement_after_preposition(
    passage: &Passage<'_>,
    first: usize,
    loud: bool,
) -> Option<Range<usize>> {
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
    // "Commander of HMS Ardent": its name is all of it, also where it is that of a person or place.
    if let Some(end) = ship_at(passage, start) {
        return Some(start..end);
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
    // "Secretary of State of the Biden administration": whose it is, and not of what.
    let leader = stop.saturating_sub(1);
    let is_of_leader = passage.kind(stop) == TokenKind::Lower
        && passage.is_any(stop, words!["administration", "government"])
        && passage.kind(leader).is_capital()
        && passage.is(leader.saturating_sub(1), "the")
        && !passage.has_any(leader, PLACES);
    if is_of_leader {
        let stop = leader.saturating_sub(2);
        return (stop > start).then_some(start..stop);
    }
    // "for the Clear Skies campaign": the noun belongs to the name before it.
    let ends_in_noun = definite && stop == at && at > start && passage.is_any(at, NAMED);
    if !ends_in_noun {
        return (stop > start).then_some(start..stop);
    }
    // "of the Islamic community │ in Slovenia"
    let place =
        passage.longest(stop + 2, Class::Country).filter(|_| passage.is_any(stop + 1, words!["in", "of"]));
    Some(start..place.map_or(stop + 1, |place| stop + 2 + place.len))
}

/// "Private Secretary to the Prime Minister │ Ola Berg": where the office ends that somebody serves.
fn office_served(passage: &Passage<'_>, first: usize, start: usize) -> Option<usize> {
    let serves = first.checked_sub(1).is_some_and(|preposition| passage.is(preposition, "to"));
    let office = passage.longest(start, Class::Role).filter(|_| serves && start > first)?;
    let is_plural = office.is_plural() || !passage.kind(start).is_capital();
    (!is_plural).then_some(start + office.len)
}

const PLACES: Features = Features::classes(&[
    Class::Country,
    Class::Demonym,
    Class::Region,
    Class::City,
    Class::Organisation,
    Class::Portfolio,
    Class::Common,
]);

/// "Ambassador of Poland │ to India": whether an office before a complement is one that a state sends to another.
fn is_sent(passage: &Passage<'_>, complement: usize) -> bool {
    const REACH: usize = 6;
    const SENT: &Words = words![
        "ambassador", "ambassadors", "envoy", "envoys", "commissioner", "commissioners", "consul", "consuls",
        "delegate", "delegates", "observer", "observers", "representative", "representatives", "mission",
    ];
    (complement.saturating_sub(REACH)..complement).any(|at| passage.is_any(at, SENT))
}

/// Units that are told apart by the number behind them: "Patrol Squadron 4".
pub(super) const NUMBERED: &Words = words![
    "battalion", "battery", "brigade", "company", "corps", "division", "flotilla", "force", "group",
    "region", "regiment", "sector", "squadron", "wing", "zone",
];

/// Nouns in small letters behind the names of what somebody heads.
const NAMED: &Words = words![
    "church", "city", "community", "battalion", "battlegroup", "brigade", "campaign", "district", "garrison",
    "initiative", "peninsula", "program", "programme", "project", "province", "region", "regiment",
    "session", "squadron", "taskforce", "team",
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
    // "a spokesman for President Virta": who speaks has no name.
    let speaks = || {
        passage.is(link, "for")
            && passage.is_any(
                link.saturating_sub(1),
                words!["spokesman", "spokesperson", "spokeswoman", "lawyer", "attorney"],
            )
    };
    (passage.is(link, "to") || is_elect && passage.is(link, "of") || speaks())
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
    // "01 Ambassador of Chile Ana Virta / 02 Ambassador of Peru …": the next item of a list.
    // "… in the Office of the Prime Minister / Permanent Secretary Ola Berg …": so is a line that begins with an office.
    let is_office = || passage.kind(at).is_capital() && passage.has(at, Class::Role);
    if at > start && passage.begins_line(at) && (passage.kind(at) == TokenKind::Number || is_office()) {
        return None;
    }
    // "Minister for Foreign Affairs │ Sultan bin Saad"
    if at > start && passage.kind(at).is_capital() && passage.is_any(at + 1, words!["bin", "bint", "ibn"]) {
        return None;
    }
    // "High Commissioner to Australia │ Presents Credentials"
    if at > start && passage.part == Part::Headline && is_verb_of_headline(passage, at) {
        return None;
    }
    // "Minister for Family Services │ Senator Ana Virta".
    if at > start && !passage.is_hyphen(at - 1) && another_title_at(passage, at) {
        return None;
    }
    // "Chairman of the Joint Chiefs of Staff │ Air Force Gen. Ola Berg"
    if at > start && rank_after_service(passage, at).is_some() {
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
    // "MLA for Lac │ du Bonnet"
    let is_seat = passage.is(start.saturating_sub(1), "for") && at == start + 1;
    if is_seat && passage.is_any(at, words!["de", "des", "du", "upon"]) && passage.kind(at + 1).is_capital() {
        return Some(at + 2);
    }
    // "Special Envoy to Advance the Human Rights of …": a verb has an object.
    let is_verb = at == start + 1 && passage.is(start.saturating_sub(1), "to");
    if is_verb && passage.is(at, "the") && passage.kind(at + 1).is_capital() {
        return complement_unit_end(passage, at + 1, loud);
    }
    if passage.is_mark(at, '(') {
        // "(INL)" after the words that it shortens.
        // "of the Majlis (Parliament) of Ostland": what the word before means.
        let is_gloss = passage.kind(at + 1) == TokenKind::Capital
            && passage.is_mark(at + 2, ')')
            && passage.is(at + 3, "of");
        if is_gloss {
            return Some(at + 3);
        }
        let short = passage.kind(at + 1) == TokenKind::AllCaps && passage.is_mark(at + 2, ')');
        return short.then_some(at + 3).filter(|&next| passage.kind(next).is_capital());
    }
    let mut next = at;
    let comma = passage.is_mark(next, ',');
    if comma {
        next += 1;
    }
    // "Minister of Public Security │ To Linh"
    let is_small = passage.kind(next) == TokenKind::Lower || passage.shouts;
    let joins = passage.is_any(next, words!["and", "of", "for", "in", "on", "with"])
        || passage.is(next, "to") && is_small
        || leads_to_place(passage, next)
        || passage.is_mark(next, '&')
        // "Minister for Finance/Revenue"
        || passage.is_mark(next, '/') && !passage.has(next + 1, Class::Role);
    // "with the Minister for Enterprise │ to Hanoi": the way, and no field.
    let is_city = passage.has(next + 1, Class::City) && !passage.has(next + 1, Class::Country);
    // "the Foreign Minister of Moldova │ in Chisinau": where they are met.
    let is_state = passage.longest(start, Class::Country).is_some_and(|state| start + state.len == next);
    // "the visit of the President of Greece │ to Armenia": only those who are sent are of one state to another.
    let is_land = || is_state && passage.has(next + 1, Class::Country) && !is_sent(passage, start);
    let is_way = is_city && (passage.is(next, "to") || passage.is(next, "in") && is_state)
        || passage.is(next, "to") && is_land();
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
        // "Ambassador for the Union and the │ Desk Officer …"
        let is_office =
            |at: usize| passage.longest(at, Class::Role).is_some() && passage.kind(at).is_capital();
        if is_list
            && passage.is(next - 1, "the")
            && passage.kind(next) == TokenKind::Capital
            && is_office(next + 1)
        {
            return None;
        }
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
    complement_unit_end(passage, next, loud)
        .filter(|_| !comma || !begins_person(passage, next) || is_field_between(passage, next))
}

/// "Foreign Affairs, │ Justice and Culture": a word that is a title, too, before "and" and another field.
fn is_field_between(passage: &Passage<'_>, at: usize) -> bool {
    let is_field = |at: usize| passage.has(at, Class::Portfolio) && passage.kind(at).is_capital();
    is_field(at) && passage.is(at + 1, "and") && is_field(at + 2) && !passage.has(at + 2, Class::Role)
}

/// Whether a word with a capital is the verb of a headline, and no field.
fn is_verb_of_headline(passage: &Passage<'_>, at: usize) -> bool {
    const FIELDS: Features = Features::classes(&[Class::Portfolio, Class::Country, Class::Organisation]);
    let is_present = passage.trigger(at).is_some_and(|verb| verb.tense == Tense::Present);
    passage.kind(at) == TokenKind::Capital
        && !passage.has_any(at, FIELDS)
        && (is_present || tells_what_is_done(passage, at))
}

/// "Air Force │ Gen.": the token after a service before a short rank, which is of the name behind it; in "the Indonesian Army
/// Gen. Ola Berg" the service is the one that somebody heads.
pub(in crate::extract) fn rank_after_service(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const ADJECTIVES: Features = Features::classes(&[Class::Country, Class::Demonym, Class::Region]);
    let before = at.saturating_sub(1);
    let is_headed =
        passage.has_any(before, ADJECTIVES) || passage.is_any(before, words!["the", "royal", "of"]);
    rank_behind_service(passage, at).filter(|_| !is_headed)
}

/// The same, whatever stands before the service: "U.S. │ Marine Corps Sgt. Maj.".
pub(in crate::extract) fn rank_behind_service(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let is_two = passage.is(at + 1, "force") && passage.is_any(at, words!["air", "space"])
        || passage.reads(at, &["marine", "corps"])
        || passage.reads(at, &["coast", "guard"]);
    if !is_two && !passage.is_any(at, words!["army", "navy"]) || !passage.kind(at).is_capital() {
        return None;
    }
    let rank = at + if is_two { 2 } else { 1 };
    (passage.word(rank).ends_with('.') && passage.has(rank, Class::Rank)).then_some(rank)
}

/// "Norte │ de Santa Rosa": a particle that names of places have, behind a word that nobody knows.
fn leads_to_place(passage: &Passage<'_>, at: usize) -> bool {
    const NO_PLACE: Features =
        Features::classes(&[Class::Given, Class::Portfolio, Class::Common, Class::Organisation]);
    let before = at.saturating_sub(1);
    passage.kind(at) == TokenKind::Lower
        && passage.is_any(at, words!["da", "de", "del", "do", "dos"])
        && passage.kind(before) == TokenKind::Capital
        && (!passage.has_any(before, NO_PLACE) || follows_saint(passage, before))
        && passage.kind(at + 1).is_capital()
}

/// "Buddhasasana, Religious and Cultural Affairs": after a comma, words of a portfolio and then "and".
fn lists_on(passage: &Passage<'_>, at: usize) -> bool {
    const FIELD: Features = Features::classes(&[Class::Portfolio, Class::Common]);
    let end = (at..at + 5).find(|&next| !passage.kind(next).is_capital());
    let goes_on = |end| passage.is(end, "and") || passage.is_mark(end, ',') || passage.is_mark(end, '&');
    // "Tourism, │ Parks, Recreation and Culture": a single word that nobody knows stands between fields.
    let is_between = || {
        matches!(passage.kind(at), TokenKind::Capital | TokenKind::AllCaps)
            && passage.matches(at).is_empty()
            && passage.is_mark(at + 1, ',')
            && passage.has(at + 2, Class::Portfolio)
            && passage.kind(at + 2).is_capital()
    };
    end.is_some_and(|end| end > at && goes_on(end)) && (passage.has_any(at, FIELD) || is_between())
}

fn complement_unit_end(passage: &Passage<'_>, at: usize, loud: bool) -> Option<usize> {
    let kind = passage.kind(at);
    let is_ordinal =
        kind == TokenKind::Number && passage.word(at).ends_with(|c: char| c.is_ascii_lowercase());
    // "Commander of 104 Theatre Sustainment Brigade".
    let is_unit =
        passage.is_any(at.wrapping_sub(1), NUMBERED) && passage.kind(at.wrapping_sub(1)).is_capital();
    let is_number = kind == TokenKind::Number && (is_unit || passage.kind(at + 1) == TokenKind::Capital);
    // "the Public Works Committee and I", "Director of Ost on 14 May", "Member for Ost in May"
    let is_pronoun = passage.is(at, "i") && !passage.shouts;
    let is_time = at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["in", "on"]))
        && is_calendar_word(passage, at + usize::from(is_number));
    if is_pronoun || is_time || ends_shouted(passage, at) || is_given_name(passage, at) {
        return None;
    }
    if let Some(end) = body_of_people(passage, at) {
        return Some(end);
    }
    // "MP for Nyeri-ini"
    let is_joined = kind == TokenKind::Lower && passage.tokens.get(at).is_some_and(|word| !word.spaced);
    if is_joined && passage.is_hyphen(at.wrapping_sub(1)) {
        return Some(at + 1);
    }
    // "Director of the Office of │ His Majesty"
    if passage.is_any(at, words!["his", "her"])
        && let Some(style) = passage.longest(at, Class::Honorific).filter(|style| style.len > 1)
    {
        return Some(at + style.len);
    }
    if kind.is_capital() || is_ordinal || is_number {
        let place = [Class::Country, Class::Region, Class::Organisation, Class::Portfolio];
        return Some(at + passage.longest_of(at, &place).map_or(1, |found| found.len));
    }
    // In "minister in the cabinet" it is where the office stands.
    if passage.is(at.wrapping_sub(1), "the")
        && !passage.is_any(at.wrapping_sub(2), words!["in", "on", "with"])
        && let Some(end) = small_body_end(passage, at)
    {
        return Some(end);
    }
    let small = (!loud && kind == TokenKind::Lower).then(|| passage.longest(at, Class::Portfolio)).flatten();
    small.map(|found| at + found.len)
}

/// "Under Secretary for Political Affairs │ Victoria Berg’s Travel": a region that is a given name, too, behind a field and
/// before a name that nobody knows, of which something is said.
fn is_given_name(passage: &Passage<'_>, at: usize) -> bool {
    let follows_field = at.checked_sub(1).is_some_and(|field| passage.is(field, "affairs"));
    follows_field
        && passage.kind(at) == TokenKind::Capital
        && passage.has(at, Class::Given)
        && passage.kind(at + 1) == TokenKind::Capital
        && passage.kind(at + 2) == TokenKind::Possessive
}

/// "MINISTER FOR SUPPLY │ TO GO OVERSEAS", "MINISTER FOR TRADE │ ANNOUNCED BY": whether a headline in capitals goes on with
/// what somebody does.
fn ends_shouted(passage: &Passage<'_>, at: usize) -> bool {
    const GOES_ON: &Words =
        words!["announced", "announces", "announcement", "by", "said", "says", "statement", "to", "will"];
    let is_verb = |at: usize| passage.trigger(at).is_some_and(|verb| verb.tense == Tense::Base);
    passage.shouts && (passage.is_any(at, GOES_ON) || at > 0 && passage.is(at - 1, "to") && is_verb(at))
}

/// Where a body in small letters ends: "deputy governor of the │ bank", "member of the │ health sector reform committee".
fn small_body_end(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const STOPS: &Words = words![
        "a", "also", "an", "and", "are", "as", "at", "but", "by", "for", "from", "had", "has", "in", "is",
        "of", "on", "or", "said", "that", "the", "to", "was", "were", "who", "will", "with",
    ];
    const MOST: usize = 4;
    let is_word = |at: usize| passage.kind(at) == TokenKind::Lower && !passage.is_any(at, STOPS);
    (at..at + MOST)
        .take_while(|&at| is_word(at))
        .find(|&at| passage.is_any(at, SMALL_BODIES))
        .map(|body| body + 1)
}

/// Bodies that offices are held in, where no name of theirs is told.
const SMALL_BODIES: &Words = words![
    "agency", "assembly", "authority", "bank", "board", "bureau", "cabinet", "commission", "committee",
    "council", "court", "delegation", "department", "directorate", "embassy", "judiciary", "legislature",
    "mission", "municipality", "parliament", "presidency", "secretariat", "senate",
];

/// How many tokens a complement may have.
const MOST_COMPLEMENT: usize = 16;

#[cfg(test)]
mod tests {
    use crate::extract::told::{officials, visits};

    #[test]
    fn a_given_name_behind_a_field_is_no_region() {
        use crate::extract::told::headed;
        let told =
            headed("US", "Under Secretary for Political Affairs Victoria Lind’s Travel to Peru", "Text.");
        assert_eq!(told, ["Victoria Lind | Under Secretary for Political Affairs | US"]);
    }

    #[test]
    fn a_shouted_headline_goes_on_with_what_is_done() {
        use crate::extract::told::headed;
        for headline in [
            "MINISTER FOR SUPPLY TO GO OVERSEAS STATEMENT BY THE PRIME MINISTER, SIR OLA BERG",
            "NEW MINISTER FOR SUPPLY ANNOUNCED BY PRIME MINISTER BERG",
        ] {
            let told = headed("AU", headline, "The Prime Minister, Sir Ola Berg, spoke.");
            assert!(told.iter().all(|told| !told.contains("SUPPLY")), "{told:?}");
        }
    }

    #[test]
    fn justice_is_a_field_between_fields() {
        let text = "The Minister for Foreign Affairs, Justice and Culture Ola Lund, the President of the Committee of the Regions, \
                    Justice Ana Virta, and Catholic Bishop Msgr. Anton Jamer met.";
        let told = officials("NO", text);
        assert!(
            told.contains(&"Ola Lund | Minister for Foreign Affairs, Justice and Culture | NO".to_owned()),
            "{told:?}"
        );
        assert!(
            told.iter().any(|told| told.starts_with("Ana Virta | ") && told.contains("Justice")),
            "{told:?}"
        );
        assert!(told.contains(&"Anton Jamer | Catholic Bishop | NO".to_owned()), "{told:?}");
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

    #[test]
    fn styles_ships_and_places_stand_within_a_complement() {
        let text = "Director of the Office of His Majesty Jafar Hassani met Minister of Public Security To Linh, the governor of the department of Norte de Ostaro, Silvano Serran, and Captain Ivo Dar, commanding officer of the KRI Ostby Suka.";
        assert_eq!(
            officials("JO", text),
            [
                "Jafar Hassani | Director of the Office of His Majesty | JO",
                "To Linh | Minister of Public Security | JO",
                "Silvano Serran | governor of the department of Norte de Ostaro | JO",
                "Ivo Dar | commanding officer of the KRI Ostby Suka | JO"
            ]
        );
    }

    #[test]
    fn a_body_may_stand_in_small_letters() {
        let text = "Ms. Jolan Savoy, Secretary to the delegation, met Peter Wedan, acting Public Relations Officer (PRO) at the Council.";
        assert_eq!(
            officials("LC", text),
            [
                "Jolan Savoy | Secretary to the delegation | LC",
                "Peter Wedan | Public Relations Officer (PRO) at the Council | LC"
            ]
        );
    }

    #[test]
    fn where_the_head_of_a_state_goes_is_not_of_the_office() {
        let told = visits("FI", "They discussed the upcoming visit of the President of Kenya to Finland.");
        assert_eq!(told, ["the President of Kenya -> FI planned"]);
        let told = officials("FI", "Ola Berg, Ambassador of Norway to Kenya, spoke.");
        assert_eq!(told, ["Ola Berg | Ambassador of Norway to Kenya | NO"]);
    }

    #[test]
    fn the_service_before_a_short_rank_is_of_the_name() {
        let text = "Chairman of the Joint Chiefs of Staff Air Force Gen. Carl Barro met the Chief of the Indonesian Army Gen. Maru Simani.";
        assert_eq!(
            officials("US", text),
            [
                "Carl Barro | Chairman of the Joint Chiefs of Staff | US",
                "Maru Simani | Chief of the Indonesian Army | ID"
            ]
        );
    }

    #[test]
    fn a_field_may_be_a_phrase() {
        let text = "Margret Veste, Executive Vice-President for A Europe Fit for the Digital Age, met Minister of Foreign Affairs and Egyptian Expatriates Badr Abdeli.";
        let told = officials("EU", text);
        assert_eq!(
            told.first().map(String::as_str),
            Some("Margret Veste | Executive Vice-President for A Europe Fit for the Digital Age | EU")
        );
        assert!(told.iter().any(|told| told.starts_with("Badr Abdeli |")), "{told:?}");
    }

    #[test]
    fn an_office_of_a_field_needs_no_state() {
        let text = "Foreign Minister of Greece Evan Venizel met the Mufti of the Islamic community in Slovenia Nevzet Porin, Hector \
                    Goudra, Minister of Tourism, Parks, Recreation and Culture, and President of Peru Ana Virta.";
        assert_eq!(
            officials("SI", text),
            [
                "Evan Venizel | Foreign Minister | GR",
                "Nevzet Porin | Mufti of the Islamic community in Slovenia | SI",
                "Hector Goudra | Minister of Tourism, Parks, Recreation and Culture | SI",
                "Ana Virta | President of Peru | PE"
            ]
        );
    }
}
