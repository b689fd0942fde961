//! The head of a role, with the modifiers before it: "Parliamentary Vice-Minister", "Assistant Secretary General".

use std::ops::Range;

use super::complement::complement_after;
use super::name_start::is_given_rather_than_role;
use super::{FoundRole, is_capitalised, suffix_qualifier};
use crate::extract::date::is_calendar_word;
use crate::extract::features::Features;
use crate::extract::lexicon::{self, AMBIGUOUS, Class, Tense, WEAK};
use crate::extract::passage::{Match, Passage};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// How many tokens may stand between the start of a role and its head.
const MOST_MODIFIERS: usize = 14;

/// The head of the role that begins at a token: modifiers, then a phrase of the lexicon.
pub(super) fn head_after(passage: &Passage<'_>, start: usize) -> Option<(usize, Match)> {
    let mut at = start;
    let loud = is_capitalised(passage, start);
    let (mut comma, mut and) = (false, false);
    while at < start + MOST_MODIFIERS {
        // "Joint Chiefs of Staff Committee Chairman": the name of a body may begin with an office.
        let body = || passage.longest(at, Class::Organisation).map_or(0, |body| body.len);
        if let Some(head) = passage
            .longest(at, Class::Role)
            .filter(|head| head.len == 1 || head.len >= body())
            .filter(|_| !is_of_city(passage, at))
        {
            if owns_body(passage, start..at) {
                return None;
            }
            // "Kremlin spokesman": the name of a body has capitals of its own.
            let body = passage.longest(start, Class::Organisation).map(|body| start + body.len);
            let head_of_all = head_after_adjective(passage, at, head);
            if let Some(found) = head_of_all {
                return (and || !comma).then_some(found);
            }
            // So has a place: "Copenhagen mayor".
            let body = body.or_else(|| sure_place(passage, start));
            // And so has the first word of a sentence: "Committee chairperson", "Embassy spokesperson".
            let is_body = is_mission(passage, start)
                || is_noun_of_body(passage, start) && passage.begins_sentence(start);
            let opens = at == start + 1 && is_body;
            let written_alike =
                at == start || is_capitalised(passage, at) == loud || body == Some(at) || opens;
            // "In Africa, Deputy Secretary …": a comma stands between portfolios only where "and" follows.
            return (written_alike && (and || !comma)).then(|| longer_head(passage, at, head));
        }
        comma |= passage.is_mark(at, ',');
        and |= passage.is(at, "and") || passage.is_mark(at, '&');
        at = modifier_end(passage, at, loud, at > start)?;
    }
    None
}

/// "Office of the │ Director of Public Prosecutions": whether an office behind some tokens is whose body they name.
fn owns_body(passage: &Passage<'_>, before: Range<usize>) -> bool {
    before.len() > 2
        && passage.reads(before.end - 2, &["of", "the"])
        && is_noun_of_body(passage, before.end - 3)
}

/// "Ostby │ Metropolitan Police Commissioner": the word is of a city's body, and no bishop's title.
fn is_of_city(passage: &Passage<'_>, at: usize) -> bool {
    const NEXT: &Words = words![
        "assembly", "authority", "chief", "city", "council", "corporation", "municipal", "municipality",
        "police"
    ];
    passage.is(at, "metropolitan") && passage.is_any(at + 1, NEXT) && is_capitalised(passage, at + 1)
}

/// "Principal Deputy Coordinator", "Chief Pentagon Spokesperson": a head that the next one makes an adjective.
fn head_after_adjective(passage: &Passage<'_>, at: usize, head: Match) -> Option<(usize, Match)> {
    const ADJECTIVES: &Words = words!["assistant", "associate", "chief", "deputy", "principal"];
    let is_adjective = head.len == 1 && passage.is_any(at, ADJECTIVES) && is_capitalised(passage, at);
    if !is_adjective || passage.shouts || !is_capitalised(passage, at + 1) {
        return None;
    }
    head_after(passage, at + 1).filter(|_| !is_given_rather_than_role(passage, at + 1))
}

/// Where a city or region ends that begins at a token and can be nothing else.
fn sure_place(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let place = passage.longest_of(at, &[Class::City, Class::Region])?;
    let is_sure = place.entry.flags & AMBIGUOUS == 0 && !passage.has(at, Class::Given);
    is_sure.then_some(at + place.len)
}

/// Where a title begins before which the acronym of a body stands that the lexicon does not know: "MMDA │ Chairman".
pub(super) fn acronym_before(passage: &Passage<'_>, title: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    // "CBN governor": before an office in small letters stands one in capitals alone.
    // So it does behind "DepEd".
    let is_loud = |at: &usize| {
        is_capitalised(passage, title)
            || passage.kind(*at) == TokenKind::AllCaps && passage.word(*at).len() > 2
            || passage.kind(*at) == TokenKind::Capital && !is_capitalised(passage, title)
    };
    let acronym = title.checked_sub(1).filter(|at| is_loud(at) && !passage.shouts)?;
    let office = passage.longest(title, Class::Role).and_then(|office| lexicon::role(office.entry.value));
    if office.is_some_and(|office| STYLES.contains(&office.head) || office.head == "Prime Minister") {
        return None;
    }
    let word = passage.word(acronym);
    let is_loud = match passage.kind(acronym) {
        TokenKind::AllCaps => !word.contains('.'),
        // "DepEd", "DOTr"
        TokenKind::Capital => {
            word.len() < LONGEST
                && word.ends_with(char::is_lowercase)
                && word.chars().skip(1).any(char::is_uppercase)
                && !word.starts_with("Mc")
                && !word.ends_with("The")
        }
        _ => false,
    };
    let is_numeral = word.bytes().all(|byte| b"IVX".contains(&byte));
    let is_name = acronym.checked_sub(1).is_some_and(|before| {
        is_capitalised(passage, before) && !passage.begins_sentence(before)
            || passage.is_hyphen(before)
            || passage.is_mark(before, '/')
    });
    // "psc" are letters behind a name, and "PSC" may be a body.
    // "Ana Virta, │ AO Chief Executive"
    let follows_name = acronym.checked_sub(1).is_some_and(|comma| passage.is_mark(comma, ','));
    let is_letters = |found: &Match| found.is(Class::PostNominal) && !follows_name;
    let is_known = !passage.matches(acronym).iter().all(is_letters);
    (is_loud && word.len() > 1 && word.len() <= LONGEST && !is_numeral && !is_known && !is_name)
        .then_some(acronym)
}

/// Offices by which their holders are addressed after a greater one: "Foreign Minister │ Senator Ana Virta".
const STYLES: &[&str] = &[
    "Alderman", "Alderwoman", "Amb", "Amb.", "Amir", "Ambassador", "Archbishop", "Baroness", "Bishop",
    "Cardinal", "Congressman", "Congresswoman", "Cong.", "Councillor", "Councilor", "Crown Prince", "Deputy",
    "Emir", "Federal Councillor", "Judge", "Justice", "King", "Minister", "Prince", "Princess", "Professor",
    "Queen", "Rep.", "Representative", "Sen.", "Senator", "Sheikh", "Sultan",
];

/// Whether the head of a role is a style, by the value of its entry.
pub(in crate::extract) fn is_style(role: u32) -> bool {
    lexicon::role(role)
        .is_some_and(|row| STYLES.contains(&row.head) && !matches!(row.head, "Minister" | "Representative"))
}

impl FoundRole {
    /// Whether the role is a style alone: "Senator", not "Senator for Tasmania".
    pub(in crate::extract) fn is_style(&self) -> bool {
        STYLES.contains(&self.row.head) && self.title == self.head
    }
}

/// The tokens of a head, and of its complement.
///
/// A phrase of the lexicon may hold a complement of its own, and the text may go on with it: "Minister of Foreign
/// Affairs │ and Expatriates". Then the head is the shorter "Minister".
pub(super) fn head_and_complement(
    passage: &Passage<'_>,
    at: usize,
    head: Match,
    takes: &str,
) -> (Range<usize>, Option<Range<usize>>) {
    // "Deputy head of department": the first word has its capital of the sentence.
    let opens = head.len > 1 && passage.begins_sentence(at) && !is_capitalised(passage, at + head.len - 1);
    let loud = is_capitalised(passage, at) && !opens;
    // "High Commissioner-designate of Nigeria".
    let head_end = suffix_qualifier(passage, at + head.len).map_or(at + head.len, |(_, end)| end);
    let complement = complement_after(passage, head_end, takes, loud);
    let end = complement.as_ref().map_or(at + head.len, |complement| complement.end);
    let shorter = passage.matches(at).iter().filter(|found| found.is(Class::Role) && found.len < head.len);
    let longer_complement = shorter.filter_map(|short| {
        let row = lexicon::role(short.entry.value)?;
        let complement = complement_after(passage, at + short.len, row.takes, loud)?;
        (complement.end > end).then_some((at..at + short.len, Some(complement)))
    });
    longer_complement.into_iter().next().unwrap_or((at..at + head.len, complement))
}

/// "Assistant Secretary" before "General": the head goes on while a head follows at once.
fn longer_head(passage: &Passage<'_>, at: usize, mut head: Match) -> (usize, Match) {
    const MOST_MORE: usize = 3;
    for _ in 0..MOST_MORE {
        let next = at + head.len;
        let joined = next + usize::from(passage.is_hyphen(next));
        let Some(second) = passage.longest(joined, Class::Role) else { break };
        let goes_on = is_capitalised(passage, at) == is_capitalised(passage, joined)
            && !passage.shouts
            && !(at..next).any(|at| passage.is_any(at, words!["of", "for", "to"]))
            && !is_style(second.entry.value)
            // "… with the Prime Minister / Foreign Minister Ana Virta …": the next line begins anew.
            && !passage.begins_line(joined)
            && !is_rank(passage, joined, second)
            // "Chairman │ Chiefs of Staff Committee": a body, whose name begins with an office.
            && passage.longest(joined, Class::Organisation).is_none_or(|body| body.len <= second.len)
            && !is_given_rather_than_role(passage, joined);
        if !goes_on {
            break;
        }
        head = Match { len: joined + second.len - at, entry: second.entry };
    }
    (at, head)
}

/// "Police spokesperson │ Superintendent Ana Virta": an everyday head that is a rank, too.
fn is_rank(passage: &Passage<'_>, at: usize, head: Match) -> bool {
    head.entry.flags & WEAK != 0 && passage.longest(at, Class::Rank).is_some_and(|rank| rank.len >= head.len)
}

/// "Bureau", "Ministry": a noun that may modify a role with what stands after "of".
pub(in crate::extract) fn is_noun_of_body(passage: &Passage<'_>, at: usize) -> bool {
    const NOUNS: &Words = words![
        "bureau", "department", "ministry", "office", "directorate", "secretariat", "committee", "council",
        "agency",
    ];
    passage.is_any(at, NOUNS)
}

/// "Embassy": the seat of those who are sent, which their offices are named by.
fn is_mission(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_any(at, words!["consulate", "embassy", "mission"]) && is_capitalised(passage, at)
}

/// What a modifier may be besides the portfolio.
const KNOWN: &[Class] =
    &[Class::Organisation, Class::Region, Class::City, Class::Country, Class::Demonym, Class::Common];

/// What the modifiers of roles begin with, but for portfolios and the nouns of bodies.
pub(super) const MODIFIERS: Features = Features::classes(KNOWN);

/// Where a modifier of a role ends, if one stands at a token.
fn modifier_end(passage: &Passage<'_>, at: usize, loud: bool, inside: bool) -> Option<usize> {
    if inside && (passage.is(at, "and") || passage.is_mark(at, '&') || passage.is_mark(at, ',')) {
        let next = at + 1 + usize::from(passage.is(at + 1, "and"));
        let is_field = passage.has(next, Class::Portfolio)
            || loud && passage.has(next, Class::Common) && !passage.has(next, Class::Role);
        let is_portfolio = is_field && is_capitalised(passage, next) == loud;
        return is_portfolio.then_some(next);
    }
    if passage.is_hyphen(at) && inside {
        return Some(at + 1);
    }
    // "World Health Organization (WHO) Director-General".
    if inside && passage.is_mark(at, '(') && passage.kind(at + 1) == TokenKind::AllCaps {
        return passage.is_mark(at + 2, ')').then_some(at + 3);
    }
    // "Bureau of Oceans … Affairs Assistant Secretary", "Ministry of Defence Spokesperson".
    let is_body = is_noun_of_body(passage, at);
    if loud && is_body && passage.is_any(at + 1, words!["of", "for"]) && !passage.shouts {
        let field = at + 2 + usize::from(passage.is(at + 2, "the"));
        return passage.kind(field).is_capital().then_some(field);
    }
    // "Chinese Embassy spokesperson"
    if loud && is_mission(passage, at) && !passage.shouts {
        return Some(at + 1);
    }
    let body = passage.longest(at, Class::Organisation).map_or(0, |body| body.len);
    if let Some(found) = passage.longest(at, Class::Portfolio).filter(|found| found.len >= body) {
        return (is_capitalised(passage, at) == loud).then_some(at + found.len);
    }
    // Where all stands in capitals, so do the words that join phrases.
    let joins = passage.is_any(
        at,
        words![
            "by", "the", "of", "for", "to", "with", "in", "on", "at", "from", "a", "and", "or", "but", "as",
            "under"
        ],
    ) || passage.word(at).ends_with('.') && passage.kind(at) == TokenKind::Capital;
    let opens_plainly = passage.begins_sentence(at)
        && !is_body
        && !passage.has(at, Class::Organisation)
        && !passage.has(at, Class::Region)
        && !sure_place(passage, at).is_some_and(|end| passage.has(end, Class::Role));
    // "COMMITTEE WILL TAKE UP │ GOV. BERG"
    let is_verb = || {
        let verb = passage.trigger(at).is_some_and(|verb| matches!(verb.tense, Tense::Base | Tense::Present));
        verb || passage.is_any(at, words!["say", "says", "take", "takes", "up", "will"])
    };
    if !loud || !is_capitalised(passage, at) || opens_plainly || joins || passage.shouts && is_verb() {
        return None;
    }
    // "In Riga Foreign Minister Ana Virta …": where she did it.
    let is_scene = !inside
        && passage.has(at, Class::City)
        && at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["in", "at", "near"]));
    if is_scene {
        return None;
    }
    let found = passage.longest_of(at, KNOWN)?;
    let is_title =
        passage.has(at, Class::Honorific) || passage.has(at, Class::Rank) || is_calendar_word(passage, at);
    (!is_title).then_some(at + found.len)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_title_is_written_out_where_the_story_does_so() {
        use crate::extract::told::headed;
        let text = "Senator Ann Hale met Sen. Bo Lind. Sen. Hale and Gov. Ida Berg left.";
        let told = headed("US", "SENS. SAY SENATE COMMITTEE WILL TAKE UP GOV. BERG", text);
        assert_eq!(told.len(), 3, "{told:?}");
        for known in ["Ann Hale | Senator | US", "Bo Lind | Sen. | US"] {
            assert!(told.iter().any(|told| told == known), "{known}: {told:?}");
        }
        assert!(told.iter().any(|told| told.eq_ignore_ascii_case("Ida Berg | Gov. | US")), "{told:?}");
    }

    #[test]
    fn the_acronym_of_a_body_is_of_the_office() {
        let text =
            "MMDA Chairman Romando Artes and DepEd Undersecretary Gina Gonong met NIP Senator Ana Virta.";
        assert_eq!(
            officials("PH", text),
            [
                "Romando Artes | MMDA Chairman | PH",
                "Gina Gonong | DepEd Undersecretary | PH",
                "Ana Virta | Senator | PH"
            ]
        );
    }

    #[test]
    fn a_body_may_begin_with_the_name_of_an_office() {
        let text = "He called on Joint Chiefs of Staff Committee Chairman General Zubar Hayat. The CBN governor, Godwin Emefu, and \
                    Deputy Commissioner (operations) Tony Wagam came.";
        assert_eq!(
            officials("PK", text),
            [
                "Zubar Hayat | Joint Chiefs of Staff Committee Chairman | PK",
                "Godwin Emefu | CBN governor | PK",
                "Tony Wagam | Deputy Commissioner (operations) | PK"
            ]
        );
    }

    #[test]
    fn a_metropolitan_body_is_a_citys() {
        let text = "Dhaka Metropolitan Police Commissioner Shafik Sajjat met Secretary (East), Ministry of External Affairs, Smt. Riva Dasan.";
        assert_eq!(
            officials("BD", text),
            [
                "Shafik Sajjat | Dhaka Metropolitan Police Commissioner | BD",
                "Riva Dasan | Secretary (East), Ministry of External Affairs | IN"
            ]
        );
    }

    #[test]
    fn the_first_word_of_a_sentence_has_its_capital_of_the_sentence() {
        let text = "Committee chairperson Nompilo Dlamu spoke. Deputy head of department Nurlan Sadyk met Chinese Embassy spokesperson Wang Yun. Lt. Ana Virta, commanding officer of Patrol Squadron 4, left.";
        assert_eq!(
            officials("ZA", text),
            [
                "Nompilo Dlamu | Committee chairperson | ZA",
                "Nurlan Sadyk | Deputy head of department | ZA",
                "Wang Yun | Embassy spokesperson | CN",
                "Ana Virta | commanding officer of Patrol Squadron 4 | ZA"
            ]
        );
    }

    #[test]
    fn a_rank_behind_a_spokesperson_is_a_rank() {
        let text = "APC leader Ivo Dar met Police spokesperson Superintendent Jo Moss.";
        assert_eq!(
            officials("NG", text),
            ["Ivo Dar | APC leader | NG", "Jo Moss | Police spokesperson | NG"]
        );
    }
}
