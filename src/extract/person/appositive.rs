//! What follows a name: letters, a country, and an office in apposition.

use super::address::{after_address, after_parenthesis};
use super::joint_office::joint_role;
use super::name::{Cue, joins_office, name_at};
use super::title::Title;
use super::titled::titled_name;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::extract::role::{BEGINNINGS_OF_ROLES, FoundRole, role_at, role_of_place_at, role_or_acronym_at};
use crate::extract::ship::ship_at;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;

/// Whether an office stands before a name, and whether a comma parts them: "the Speaker, Ana Virta".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fronted {
    No,
    Yes,
    ByComma,
}

/// ", the Prime Minister of Serbia," after a name: the role, and where the appositive ends.
///
/// `first`: whether the name has no office yet.
pub(super) fn appositive(
    passage: &Passage<'_>,
    end: usize,
    first: bool,
    fronted: Fronted,
) -> Option<(FoundRole, usize)> {
    let by_comma = fronted == Fronted::ByComma;
    let fronted = fronted != Fronted::No;
    let opens = passage.is_mark(end, ',')
        || passage.is_mark(end, '(')
        || is_spaced_dash(passage, end)
        || joins_office(passage, end)
        // "Ana Virta and the Ambassador of Peru" are two.
        || passage.is(end, "and") && !first && !passage.is(end + 1, "the");
    let is_relative = passage.is(end, "who");
    if !(opens || is_relative) {
        return None;
    }
    let mut at = end + usize::from(!is_relative);
    while passage.is_any(
        at,
        words![
            "the", "a", "an", "also", "our", "its", "their", "then", "as", "and", "now", "currently",
            "today", "formerly", "previously"
        ],
    ) {
        at += 1;
    }
    // "Ana Virta, the new Minister of Trade": unless it is of a name, as in "the New Zealand Minister of Trade".
    let is_place = passage.longest_of(at, &[Class::Country, Class::Region, Class::City]).is_some();
    if passage.is_any(at, words!["current", "final", "new", "present"]) && !is_place {
        at += 1;
    }
    // "Ana Virta, national police spokesperson"
    if passage.kind(at) == TokenKind::Lower
        && passage.is_any(at, words!["federal", "national", "official", "provincial", "regional"])
        && passage.has_any(at + 1, BEGINNINGS_OF_ROLES)
    {
        at += 1;
    }
    if passage.is(at, "who") {
        at = after_being(passage, at + 1).unwrap_or(at);
    }
    at = after_owner(passage, after_capacity(passage, at));
    // "H.E. Ana Virta, Hon'ble Prime Minister of Ostland"
    let style = passage.longest(at, Class::Honorific).map_or(0, |style| style.len);
    if style > 0 && !passage.has(at, Class::Role) && passage.has(at + style, Class::Role) {
        at += style;
    }
    // "Her Majesty's Ambassador to Peru"
    if passage.is_any(at, words!["her", "his"]) && passage.is(at + 1, "majesty") {
        at += 2 + usize::from(passage.kind(at + 2) == TokenKind::Possessive);
    }
    // "Ana Virta, Manitoba's Minister of Health"
    let owner = passage.longest_of(at, &[Class::Region, Class::City]).filter(|place| {
        passage.kind(at + place.len) == TokenKind::Possessive && passage.kind(at).is_capital()
    });
    at += owner.map_or(0, |place| place.len + 1);
    let mut role = role_or_acronym_at(passage, at).or_else(|| role_of_place_at(passage, at))?;
    role.country = role.country.or_else(|| lexicon::country(owner?.entry.country));
    // "Ana Virta, and the Minister of Trade, Ola Berg,": the role is the next one's.
    // So it is in "the Speaker, Dr. Ana Virta, the Deputy Speaker, Dr. Ola Berg,".
    // "Sheikh Ana Virta, Deputy Premier and Minister of Trade, Sheikh Ola Berg, Deputy Ruler,": each has the own behind it.
    let is_listed = passage.is(end, "and") || passage.is_mark(end, ',') && !passage.is(end + 1, "and");
    let is_joint = is_listed && !first && !fronted && !names_holder_alone(passage, end + 1);
    if begins_main_clause(passage, end, &role, usize::from(by_comma)) {
        return None;
    }
    let joins = !is_joint && (passage.is(end, "and") || passage.is(end + 1, "and") || !first);
    let office_end = after_parenthesis(passage, role.tokens.end);
    if joins && leads_to_holder(passage, office_end, by_comma) {
        return None;
    }
    // "Minister Ana Virta, Undersecretary and His Highness the Amir’s Chief of Staff Ola Berg": both are the next one's.
    if !first && passage.is(office_end, "and") && passage.is_any(office_end + 1, words!["his", "her"]) {
        return None;
    }
    // "Ana Virta, Librarian and Director General, Department of Research"
    let leads_joint = || {
        let next =
            passage.is(role.tokens.end, "and").then(|| role_at(passage, role.tokens.end + 1)).flatten();
        next.is_some_and(|next| next.is_of_one(passage) && ends_phrase(passage, next.tokens.end))
    };
    let is_loud = passage.kind(role.head.start).is_capital();
    let weak_alone = role.weak && !passage.is_mark(end, '(') && !(is_loud && leads_joint());
    // "…, Foreign Minister Ana Virta and …" begins the next of a list.
    // "Ola Berg, the Prime Minister’s spokesman" holds another.
    // "H.E. Ana Virta, Minister of Trade │ H.E. Ola Berg, Minister of Health": items of a list that has lost its marks.
    let is_item = first
        && !fronted
        && passage.is_any(role.tokens.end, words!["h", "h.", "he", "h.e", "h.e."])
        && passage.has(role.tokens.end, Class::Honorific)
        && holds_own(passage, role.tokens.end);
    if is_item && !role.weak && !role.plural {
        return Some((role.clone(), role.tokens.end));
    }
    // "and Joint Secretary (UNP) Ola Berg"
    let begins_next = name_at(passage, after_address(passage, office_end), Cue::Title).is_some()
        || passage.kind(role.tokens.end) == TokenKind::Possessive
        || !passage.is_mark(role.tokens.end, ',') && shares_name(passage, role.tokens.end)
        || !ends_phrase(passage, role.tokens.end);
    let next =
        role.tokens.end + usize::from(passage.is_mark(end, '(') && passage.is_mark(role.tokens.end, ')'));
    (!weak_alone && !begins_next && !role.plural).then_some((role, next))
}

/// "Ana Virta, in her capacity as │ Treasurer", "speaking in his role as the │ Chairman": where the office begins; the same
/// where no such words stand.
fn after_capacity(passage: &Passage<'_>, at: usize) -> usize {
    let start = at + usize::from(passage.is_any(at, words!["acting", "speaking"]));
    let is_capacity = passage.is(start, "in")
        && passage.is_any(start + 1, words!["her", "his", "their"])
        && passage.is_any(start + 2, words!["capacity", "function", "position", "role"])
        && passage.is(start + 3, "as");
    let office = start + 4;
    let article = usize::from(passage.is_any(office, words!["a", "an", "the", "current"]));
    if is_capacity { office + article } else { at }
}

/// "Briefed by the Commander, Ana Virta, │ the Minister went on": whether an office behind a comma is the subject of what a
/// participle has opened. `within`: how many commas stand within what stands before it.
fn begins_main_clause(passage: &Passage<'_>, comma: usize, office: &FoundRole, within: usize) -> bool {
    let start = passage.sentence_of(comma).start;
    let is_participle = ["ed", "ing"].iter().any(|ending| passage.word(start).ends_with(ending))
        && passage.kind(start) == TokenKind::Capital;
    is_participle
        && passage.is_mark(comma, ',')
        && passage.is(comma + 1, "the")
        && (start..comma).filter(|&at| passage.is_mark(at, ',')).count() == within
        && passage.kind(office.tokens.end) == TokenKind::Lower
        && !passage.is_any(office.tokens.end, words!["and", "of", "for", "in", "at", "who"])
}

/// "signed by Ms Ana Virta, Deputy Minister and │ Ambassador to Japan, Mr Ola Berg.": whether a name without an office of its
/// own stands behind the next office and a comma.
fn names_holder_alone(passage: &Passage<'_>, at: usize) -> bool {
    let office = role_at(passage, at).map(|office| after_parenthesis(passage, office.tokens.end));
    let comma = office.filter(|&end| passage.is_mark(end, ','));
    comma.is_some_and(|comma| titled_name(passage, comma + 1).is_some() && !holds_own(passage, comma + 1))
}

/// Whether a name stands at a token, and an office behind it and a comma.
pub(super) fn holds_own(passage: &Passage<'_>, at: usize) -> bool {
    titled_name(passage, at).is_some_and(|(_, name)| {
        let next = name.end + 1;
        let next = next + usize::from(passage.is(next, "the"));
        passage.is_mark(name.end, ',') && role_or_acronym_at(passage, next).is_some()
    })
}

/// The token after "the Sultanate’s", "the National Bank’s": whose office somebody holds; the same where none stands.
fn after_owner(passage: &Passage<'_>, at: usize) -> usize {
    const OWNERS: &Words = words![
        "agency", "army", "authority", "bank", "base", "battalion", "brigade", "bureau", "commission",
        "committee", "council", "country", "court", "department", "division", "emirate", "force",
        "government", "kingdom", "ministry", "nation", "navy", "office", "organisation", "organization",
        "parliament", "party", "police", "regiment", "republic", "secretariat", "senate", "service", "ship",
        "squadron", "state", "sultanate", "union", "unit", "wing"
    ];
    const MOST: usize = 4;
    // "HMS Ardent’s │ Commanding Officer"
    if let Some(ship) = ship_at(passage, at).filter(|&ship| passage.kind(ship) == TokenKind::Possessive) {
        return ship + 1;
    }
    let is_name = |at: usize| passage.kind(at).is_capital() && !passage.has(at, Class::Role);
    let names = (at..at + MOST).take_while(|&at| is_name(at) && !passage.is_any(at, OWNERS)).count();
    let owner = at + names;
    let is_owner = passage.is_any(owner, OWNERS) && passage.kind(owner + 1) == TokenKind::Possessive;
    // "the governor’s │ chief of staff"
    let superior = passage.longest(at, Class::Role).map(|role| at + role.len);
    let superior = superior
        .filter(|&end| passage.kind(at) == TokenKind::Lower && passage.kind(end) == TokenKind::Possessive);
    superior.map_or(if is_owner { owner + 2 } else { at }, |end| end + 1)
}

/// "Ana Virta, Ostland President Ola Berg’s │ foreign policy adviser": the office of somebody who serves another.
pub(super) fn office_under(passage: &Passage<'_>, comma: usize) -> Option<FoundRole> {
    const MOST: usize = 6;
    let start = comma + 1;
    let is_name = |at: usize| passage.kind(at).is_capital() || passage.is_hyphen(at);
    let words = (start..start + MOST).take_while(|&at| is_name(at)).count();
    let owner = start + words;
    if !passage.is_mark(comma, ',') || words == 0 || passage.kind(owner) != TokenKind::Possessive {
        return None;
    }
    let is_small =
        passage.kind(owner + 1) == TokenKind::Lower && passage.has_any(owner + 1, BEGINNINGS_OF_ROLES);
    let mut role = is_small.then(|| role_at(passage, owner + 1)).flatten()?;
    let state = passage.longest_of(start, &[Class::Demonym, Class::Country]);
    role.country = role.country.or_else(|| lexicon::country(state?.entry.country));
    let is_office =
        !role.weak && !role.plural && role.title.len() > 1 && ends_phrase(passage, role.tokens.end);
    is_office.then_some(role)
}

/// "Ana Virta, who is │ the Minister of Trade", "who was elected │ Speaker": where the office may begin.
fn after_being(passage: &Passage<'_>, verb: usize) -> Option<usize> {
    const BEING: &Words = words!["is", "was", "serves", "served", "remains", "has", "had", "doubles"];
    const MORE: &Words = words![
        "a", "also", "appointed", "as", "been", "concurrently", "currently", "elected", "named", "nominated",
        "now", "previously", "re-elected", "reelected", "serving", "the", "then",
    ];
    const ADVERBS: &Words = words!["also", "currently", "formerly", "most", "now", "previously", "recently"];
    const MOST: usize = 5;
    let verb = (verb..verb + MOST).find(|&at| !passage.is_any(at, ADVERBS)).unwrap_or(verb);
    let more = (verb + 1..verb + 1 + MOST).take_while(|&at| passage.is_any(at, MORE)).count();
    let end = verb + 1 + more;
    // "who was nominated │ to the post of Cabinet Secretary"
    let to = passage.reads(end, &["to", "the"])
        && passage.is_any(end + 2, words!["office", "position", "post", "role"])
        && passage.is(end + 3, "of");
    passage.is_any(verb, BEING).then_some(end + if to { 4 } else { 0 })
}

/// Whether an office that ends at a token is that of a name behind it, or of one behind the next of several offices:
/// "the Vice-President │ and Minister for Finance, Ana Virta".
///
/// `by_comma`: in "the Speaker, Ana Virta, President of the Court, Justice Ola Berg, Chief Justice, Ida Lund," each office
/// stands before its holder.
fn leads_to_holder(passage: &Passage<'_>, end: usize, by_comma: bool) -> bool {
    const MOST: usize = 4;
    let mut end = end;
    let mut is_closed = false;
    for more in 0..MOST {
        let comma = passage.is_mark(end, ',');
        // "Ana Virta, Minister of Trade and Minister of Works │, Member for Ostby Ola Berg": "and" closed the list.
        let leads_on = passage.is_any(end + 1, words!["and"]);
        if is_closed && comma && !leads_on && titled_name(passage, end + 1).is_none() {
            return false;
        }
        // "Justice Ana Virta, Chief Justice, High Court of Ostby, Justice Ola Berg, Chief Justice": each has the own behind it.
        let begins_next =
            |title: &Title| !by_comma && more == 0 && !title.roles.is_empty() && holds_own(passage, end + 1);
        if comma && titled_name(passage, end + 1).is_some_and(|(title, _)| !begins_next(&title))
            || more > 0 && name_at(passage, after_address(passage, end), Cue::Title).is_some()
        {
            return true;
        }
        let next = end + usize::from(comma);
        is_closed |= passage.is(next, "and");
        let next = next + usize::from(passage.is(next, "and"));
        let office = role_at(passage, next).filter(|office| office.is_of_one(passage) && !office.is_style());
        let Some(office) = office.filter(|_| next > end) else { return false };
        end = after_parenthesis(passage, office.tokens.end);
    }
    false
}

/// "Ana Virta, Prime Minister and Foreign Minister Ola Berg" names two; in "Ana Virta, Minister and Senator Ola Berg"
/// the first office is still hers.
fn shares_name(passage: &Passage<'_>, end: usize) -> bool {
    let next = joint_role(passage, end, false);
    next > end && !role_at(passage, next).is_some_and(|role| role.is_style())
}

/// "Ana Berg – Ambassador of Norway".
pub(super) fn is_spaced_dash(passage: &Passage<'_>, at: usize) -> bool {
    let is_dash = ['–', '—', '-'].iter().any(|&dash| passage.is_mark(at, dash));
    is_dash && passage.tokens.get(at).is_some_and(|token| token.spaced) && passage.kind(at + 1).is_capital()
}

/// Whether a phrase may end before a token: at a mark, a small word or the end.
pub(super) fn ends_phrase(passage: &Passage<'_>, at: usize) -> bool {
    !passage.kind(at).is_capital() && !passage.is_hyphen(at)
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn several_offices_before_a_name_are_not_those_of_the_name_before_them() {
        let text = "The Taoiseach, Simon Harring, the Tánaiste and Minister for Foreign Affairs, Ana Virta, and the First \
                    Vice-President and Minister for Finance, Ola Berg, met.";
        assert_eq!(
            officials("IE", text),
            [
                "Simon Harring | Taoiseach | IE",
                "Ana Virta | Tánaiste; Minister for Foreign Affairs | IE",
                "Ola Berg | First Vice-President; Minister for Finance | IE"
            ]
        );
    }

    #[test]
    fn what_a_participle_opens_has_a_subject_of_its_own() {
        let text = "Presented with a brief by the Commander 6 Brigade, Brig Gen Hillary Mabe, the COAS proceeded to address the \
                    troops. Major Generals NE Angbaz, JS Malo and F Yahai spoke.";
        let told = officials("NG", text);
        assert!(told.contains(&"Hillary Mabe | Commander 6 Brigade | NG".to_owned()), "{told:?}");
        assert!(told.iter().any(|told| told.starts_with("JS Malo")), "{told:?}");
        let text = "Briefed by Brig Gen Hillary Mabe, the Minister left. Speaking in Oslo, Ana Virta, the Minister of Trade said so.";
        assert_eq!(officials("NO", text), ["Hillary Mabe |  | NO", "Ana Virta | Minister of Trade | NO"]);
    }

    #[test]
    fn the_capacity_in_which_somebody_acts_is_an_office() {
        let text = "Ola Berg, in his capacity as the Chairman of the Council, signed it. Ana Virta, speaking in her role as \
                    Treasurer, agreed. Ida Lund, in her capacity as a mother of three, left.";
        assert_eq!(
            officials("FJ", text),
            ["Ola Berg | Chairman of the Council | FJ", "Ana Virta | Treasurer | FJ"]
        );
    }

    #[test]
    fn a_ship_or_a_unit_has_those_who_command_it() {
        let text = "Commander Tom Dale, HMS Ardent’s Commanding Officer, met Captain Ana Virta, the squadron’s Commanding \
                    Officer, and Senior Chaplain Wing Commander Ola Berg.";
        assert_eq!(
            officials("GB", text),
            [
                "Tom Dale | Commanding Officer | GB",
                "Ana Virta | Commanding Officer | GB",
                "Ola Berg | Senior Chaplain | GB"
            ]
        );
    }

    #[test]
    fn a_list_of_offices_ends_with_the_item() {
        let text =
            "Hon. Ana Virta, Deputy Premier, Minister of Trade, Minister of Health and Leader of the House;";
        assert_eq!(
            officials("CA", text),
            ["Ana Virta | Deputy Premier; Minister of Trade; Minister of Health; Leader of the House | CA"]
        );
    }

    #[test]
    fn offices_before_the_next_name_are_not_those_of_a_minister_before_them() {
        let text = "Deputy Minister Ali Jarran, Diwan Undersecretary and His Highness the Amir’s Chief of Staff Ahmad Fahdi came.";
        assert_eq!(
            officials("KW", text),
            ["Ali Jarran | Deputy Minister | KW", "Ahmad Fahdi | Chief of Staff | KW"]
        );
    }

    #[test]
    fn in_a_list_each_has_the_offices_behind_the_own_name() {
        let text = "It was attended by Sheikh Tahnan bin Zaid, National Security Advisor; Sheikh Mansar bin Zaid, Deputy Prime \
                    Minister and Minister of Presidential Affairs, Sheikh Maktam bin Rashid, Deputy Ruler of Dubai, and Mr \
                    Ahmad Nasir, the Sultanate’s Ambassador to Kuwait.";
        assert_eq!(
            officials("AE", text),
            [
                "Tahnan bin Zaid | National Security Advisor | AE",
                "Mansar bin Zaid | Deputy Prime Minister; Minister of Presidential Affairs | AE",
                "Maktam bin Rashid | Deputy Ruler of Dubai | AE",
                "Ahmad Nasir | Ambassador to Kuwait | AE"
            ]
        );
    }

    #[test]
    fn who_was_nominated_to_a_post_holds_it() {
        let text = "The former Director of Public Prosecutions Keri Tobika who was nominated to the post of Cabinet Secretary spoke.";
        assert_eq!(
            officials("KE", text),
            ["Keri Tobika | Director of Public Prosecutions; Cabinet Secretary | KE"]
        );
    }

    #[test]
    fn offices_parted_by_commas_stand_behind_their_name() {
        let text = "He came with H.E. Prak Sokhan, Deputy Prime Minister, Minister of Foreign Affairs, H.E. Aun Porn, Deputy \
                    Prime Minister, Minister of Finance, and Hon. Isik Vavera (Jnr) – Minister of Trade.";
        assert_eq!(
            officials("KH", text),
            [
                "Prak Sokhan | Deputy Prime Minister; Minister of Foreign Affairs | KH",
                "Aun Porn | Deputy Prime Minister; Minister of Finance | KH",
                "Isik Vavera | Minister of Trade | KH"
            ]
        );
    }
    #[test]
    fn the_owner_of_an_office_may_be_a_region() {
        assert_eq!(
            officials(
                "CA",
                "The Honourable Lena Fox, K.C., Manitoba's Minister of Health and Seniors, will speak."
            ),
            ["Lena Fox | Minister of Health and Seniors | CA"]
        );
    }

    #[test]
    fn a_style_before_the_next_name_leaves_the_office_to_the_one_before() {
        let text = "Mr Justice Anil Prakash, Chief Justice, High Court of Delhi, Mr Justice Joseph Varga, Chief Justice, High \
                    Court of Rajasthan, and Mr Justice Sunil Bhat, Chief Justice, Ostby High Court, met.";
        assert_eq!(
            officials("IN", text),
            [
                "Anil Prakash | Chief Justice, High Court of Delhi | IN",
                "Joseph Varga | Chief Justice, High Court of Rajasthan | IN",
                "Sunil Bhat | Chief Justice, Ostby High Court | IN"
            ]
        );
    }

    #[test]
    fn an_office_may_be_that_of_a_body_or_of_a_place_that_nobody_knows() {
        let text = "Ann Hale, the Bank's Deputy Governor, met Mr. Rudi Halim, East Belitong District Head, and Prince Faris bin Nasser, also the Minister of Trade.";
        assert_eq!(
            officials("ID", text),
            [
                "Ann Hale | Deputy Governor | ID",
                "Rudi Halim | East Belitong District Head | ID",
                "Faris bin Nasser | Prince; Minister of Trade | ID"
            ]
        );
    }

    #[test]
    fn a_list_that_lost_its_marks_has_an_office_behind_each_name() {
        let text = "H. E. Dasho Tshewang Tob, Hon’ble Prime Minister of Bhutan H. E. Mr. Gem Tsheri, Minister of Energy H. E. Mr. Tandin Wangch, Minister of Health.";
        assert_eq!(
            officials("BT", text),
            [
                "Tshewang Tob | Prime Minister of Bhutan | BT",
                "Gem Tsheri | Minister of Energy | BT",
                "Tandin Wangch | Minister of Health | BT"
            ]
        );
    }

    #[test]
    fn what_is_new_is_no_part_of_the_office() {
        let text = "Ola Berg, the New Zealand Minister of Defence, met Ana Virta, the new Secretary of State of the Bidenov administration, and the Prime Minister (Chairman), Mr Ivo Dar.";
        assert_eq!(
            officials("US", text),
            ["Ola Berg | Minister of Defence | NZ", "Ana Virta | Secretary of State | US"]
        );
    }

    #[test]
    fn offices_before_commas_are_those_of_the_names_behind_them() {
        let text = "The Speaker of the Assembly, Honourable Nick Preston, President of the Court of Appeal, Justice Frank Macgrew, \
                    Chief Justice of the Supreme Court, Dr Matilda Twomer, and Ola Berg-Regional Executive Officer came.";
        assert_eq!(
            officials("SC", text),
            [
                "Nick Preston | Speaker of the Assembly | SC",
                "Frank Macgrew | President of the Court of Appeal; Justice | SC",
                "Matilda Twomer | Chief Justice of the Supreme Court | SC",
                "Ola Berg | Regional Executive Officer | SC"
            ]
        );
    }
}
