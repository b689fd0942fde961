//! What follows a name: post-nominals, appositives, and the offices of the line.

use super::address::after_address;
use super::appointment::{appointed, given_to, office_taken_up, other_offices, succeeds};
use super::appositive::{Fronted, appositive, ends_phrase, holds_own, office_under};
use super::behind_name::{after_affiliation, after_nationality, after_suffix, country_after, post_nominals};
use super::line;
use super::name::{Cue, name_at};
use super::peerage::begins_other_noble;
use super::sighting::Sighting;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::extract::role::{FoundRole, is_noun_of_body, role_at};
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Country, MentionForm};

/// Reads what follows a name: post-nominals and appositives.
pub(super) fn finish(passage: &Passage<'_>, mut sighting: Sighting, found: &mut Vec<Sighting>) -> usize {
    let mut end = after_affiliation(passage, after_suffix(passage, post_nominals(passage, &mut sighting)));
    let is_titled = !sighting.roles.is_empty() || sighting.rank.is_some();
    if let Some((country, next)) = country_after(passage, end).filter(|_| is_titled) {
        sighting.country = sighting.country.or(Some(country));
        sighting.tokens.end = next;
        end = next;
    }
    // "appointed Ana Virta of Ostland as his Special Representative": where she is from, and not whom she serves.
    if let Some((_, next)) = country_after(passage, end).filter(|(_, next)| {
        !is_titled && (passage.is(*next, "as") || passage.is_mark(*next, ',') && passage.is(*next + 1, "who"))
    }) {
        end = next;
    }
    let name_end = end;
    let mut open = after_nationality(passage, end);
    let fronted = !sighting.roles.is_empty();
    // "Ana Virta T.D. │ Minister of State": letters stand for the comma.
    let after_letters = || role_at(passage, end).filter(|role| role.is_of_one(passage));
    let is_lettered = !sighting.post_nominals.is_empty() && sighting.roles.is_empty();
    if let Some(role) = is_lettered
        .then(after_letters)
        .flatten()
        .filter(|role| ends_phrase(passage, role.tokens.end) && !passage.is_mark(role.tokens.end, ','))
    {
        sighting.tokens.end = role.tokens.end;
        end = role.tokens.end;
        open = end;
        sighting.roles.push(role);
    }
    let front = match sighting.rule {
        "role-comma-name" => Fronted::ByComma,
        _ if fronted => Fronted::Yes,
        _ => Fronted::No,
    };
    // In "under President Ana Virta and Cabinet Secretary under Ola Berg" they are two.
    // So they are in "Mayor Ana Virta, and Police Chief and County Manager Ola Berg".
    let is_next = fronted && (passage.is(open, "and") || begins_next(passage, open))
        || begins_other_noble(passage, &sighting, open);
    // "Ambassador Ana Virta, Secretary General of the Ministry, and Vice Minister Ola Berg": a style is no office yet.
    let mut first = sighting.roles.iter().all(FoundRole::is_style);
    while let Some((role, next)) =
        Some(open).filter(|_| !is_next).and_then(|open| appositive(passage, open, first, front))
    {
        first = false;
        let and = passage.is(next, "and") || passage.is_mark(next, ',') && passage.is(next + 1, "and");
        let more = and || lists_office(passage, next, fronted);
        sighting.roles.push(role);
        sighting.tokens.end = next;
        if sighting.rule == "bare-name" {
            sighting.rule = "name-and-appositive";
        }
        end = next;
        open = next;
        if !more {
            break;
        }
    }
    if sighting.roles.is_empty() && sighting.form == MentionForm::Name {
        sighting.roles.extend(office_under(passage, open));
    }
    if let Some((country, next)) = (end > name_end).then(|| state_behind(passage, end)).flatten() {
        sighting.country = sighting.country.or(Some(country));
        sighting.tokens.end = next;
        end = next;
    }
    if end == name_end && sighting.roles.is_empty() {
        end = take_shared_office(passage, &mut sighting, found, open);
    }
    // "His Excellency Archbishop Ola Berg / Apostolic Nuncio of the Holy See": a style is no office yet.
    if end == name_end && sighting.roles.iter().all(FoundRole::is_style) {
        end = take_from_line(passage, &mut sighting, end);
    }
    sighting.country = sighting.country.or_else(|| line::country_label(passage, sighting.tokens.start));
    // "confidence in Virta’s appointment as Ambassador to Peru"
    if sighting.form == MentionForm::Name && passage.kind(end) == TokenKind::Possessive {
        sighting.roles.extend(office_taken_up(passage, end + 1));
    }
    let is_known = !sighting.roles.is_empty() || sighting.rank.is_some() || sighting.rule == "known-name";
    let end_of_name = end;
    if sighting.form == MentionForm::Name
        && let Some(role) = appointed(passage, end, is_known)
            .or_else(|| {
                // "Ana Virta, Deputy Director of Trade, will become …": the apposition is closed.
                // So is a name between commas behind its office: "A Director of Trade, Mrs Ana Virta, was appointed …".
                let is_apposed = end > name_end || sighting.rule == "role-comma-name";
                let is_closed = is_apposed && passage.is_mark(end, ',');
                is_closed.then(|| appointed(passage, end + 1, is_known)).flatten()
            })
            .or_else(|| appointed(passage, after_aside(passage, end)?, is_known))
            .or_else(|| given_to(passage, sighting.tokens.start, end, is_known))
    {
        // "… is serving as Minister of Trade, Ola Berg is …": the office is not the next one's.
        // Nor is it in "… will become Minister of Trade and Senator Ola Berg …".
        let leads_on = passage.is_mark(role.tokens.end, ',') || passage.is(role.tokens.end, "and");
        end = if leads_on { role.tokens.end } else { end };
        // "Ana Virta succeeds Ola Berg, who was appointed Governor": that is his alone.
        let is_of_both = !passage.is_mark(end_of_name, ',');
        if let Some(successor) =
            found.last_mut().filter(|before| is_of_both && succeeds(passage, before, &sighting))
        {
            successor.roles.push(role.clone());
            successor.roles.extend(other_offices(passage, role.tokens.end));
        }
        let more = other_offices(passage, role.tokens.end);
        sighting.roles.push(role);
        sighting.roles.extend(more);
        if sighting.rule == "bare-name" {
            sighting.rule = "name-and-appointment";
        }
    }
    found.push(sighting);
    end
}

/// Whether two offices after a comma and "and" lead to a name of their own.
fn begins_next(passage: &Passage<'_>, comma: usize) -> bool {
    /// "Ostland County Manager"
    const MOST_BEFORE: usize = 3;
    let is_joined = passage.is_mark(comma, ',') && passage.is(comma + 1, "and");
    let first = is_joined.then(|| role_at(passage, comma + 2)).flatten();
    let Some(and) = first.map(|role| role.tokens.end).filter(|&and| passage.is(and, "and")) else {
        return false;
    };
    let mut starts = (and + 1..=and + 1 + MOST_BEFORE).take_while(|&at| passage.kind(at).is_capital());
    let second = starts.find_map(|at| role_at(passage, at));
    second.is_some_and(|role| name_at(passage, role.tokens.end, Cue::Title).is_some())
}

/// "Ana Virta, Chief of Defence, │ Ostland, and …": the state behind an office and a comma, if nothing more is told of it.
fn state_behind(passage: &Passage<'_>, comma: usize) -> Option<(Country, usize)> {
    let start = comma + 1 + usize::from(passage.is(comma + 1, "the"));
    let state = passage.longest(start, Class::Country).filter(|_| passage.is_mark(comma, ','))?;
    let end = start + state.len;
    let goes_on = passage.kind(end).is_capital()
        || passage.kind(end) == TokenKind::Possessive
        || passage.is(end, "and") && passage.has(end + 1, Class::Country);
    let is_capital = passage.kind(start).is_capital();
    lexicon::country(state.entry.country).filter(|_| is_capital && !goes_on).map(|country| (country, end))
}

/// "Ana Virta, a member of the party, │ was named Minister of Trade", "Ola Berg, 52, │ becomes Governor": the token after
/// what is said of somebody between two commas.
pub(super) fn after_aside(passage: &Passage<'_>, comma: usize) -> Option<usize> {
    const OPENINGS: &Words = words![
        "a", "aged", "an", "currently", "formerly", "once", "originally", "previously", "the", "who", "whose"
    ];
    const MOST: usize = 16;
    let start = comma + 1;
    let opens = passage.is_any(start, OPENINGS)
        || passage.kind(start) == TokenKind::Number
        || passage.kind(start) == TokenKind::Lower && passage.is_any(start + 1, words!["at", "of"]);
    if !passage.is_mark(comma, ',') || !opens {
        return None;
    }
    let end = passage.sentence_of(comma).end.min(start + MOST);
    let close = (start + 1..end).find(|&at| passage.is_mark(at, ','))?;
    (passage.kind(close + 1) == TokenKind::Lower).then_some(close + 1)
}

/// "Ana Virta and Ola Berg, │ the Deputy Governors", "… as Vice Presidents": gives the office in the plural behind two names
/// to both; where it ends.
fn take_shared_office(
    passage: &Passage<'_>,
    sighting: &mut Sighting,
    found: &mut [Sighting],
    end: usize,
) -> usize {
    let start = end + 1 + usize::from(passage.is_any(end + 1, words!["the", "both"]));
    let opens = passage.is_mark(end, ',') || passage.is(end, "as");
    let role = opens.then(|| role_at(passage, start)).flatten();
    let is_office = |role: &FoundRole| {
        role.plural
            && !role.weak
            && name_at(passage, after_address(passage, role.tokens.end), Cue::Title).is_none()
    };
    let Some(role) = role.filter(is_office) else { return end };
    let first = found.last_mut().filter(|first| {
        let and = sighting.tokens.start.checked_sub(1).filter(|&and| passage.is(and, "and"));
        first.form == MentionForm::Name && first.roles.is_empty() && and == Some(first.tokens.end)
    });
    let Some(first) = first else { return end };
    first.roles.push(role.clone());
    sighting.tokens.end = role.tokens.end;
    sighting.roles.push(role);
    for one in [first, sighting] {
        if one.rule == "bare-name" {
            one.rule = "name-and-appositive";
        }
    }
    sighting.tokens.end
}

/// Gives a name without an office the one that stands behind a colon or on the lines below; where that ends.
fn take_from_line(passage: &Passage<'_>, sighting: &mut Sighting, end: usize) -> usize {
    let start = sighting.tokens.start;
    let found = line::office_after_colon(passage, sighting, end)
        .map(|(role, next)| (vec![role], None, next))
        .or_else(|| line::offices_below(passage, start, end));
    let Some((offices, country, next)) = found else { return end };
    sighting.roles.extend(offices);
    sighting.country = sighting.country.or(country);
    sighting.tokens.end = next;
    if sighting.rule == "bare-name" {
        sighting.rule = "name-and-appositive";
    }
    next
}

/// "…, Vice President │, Deputy Prime Minister and Chairman of …" after an office of a name: whether the list of the
/// offices goes on at a comma, and ends at "and" or with the item.
fn lists_office(passage: &Passage<'_>, end: usize, fronted: bool) -> bool {
    const MOST: usize = 6;
    let mut end = end;
    for _ in 0..MOST {
        let next = passage.is_mark(end, ',').then(|| role_at(passage, end + 1)).flatten();
        let is_office = |role: &FoundRole| !role.weak && !role.plural && role.title.len() > 1;
        // "…, Office of the Secretary, Department of Trade" is where it is held.
        let is_body = |role: &FoundRole| is_noun_of_body(passage, role.title.start);
        let Some(role) = next.filter(|role| is_office(role) && !is_body(role)) else { return false };
        end = role.tokens.end;
        let closes = passage.is_mark(end, ';') || passage.is_mark(end, '.') || end >= passage.tokens.len();
        // "Ana Virta, Deputy Premier, Minister of Trade, H.E. Ola Berg, Minister of Health": the next has the own.
        let and = usize::from(passage.is(end + 1, "and"));
        let next = end + 1 + and;
        let begins_next = || {
            let is_next = passage.is_mark(end, ',') && passage.has(next, Class::Honorific);
            !fronted && is_next && (and > 0 || holds_own(passage, next))
        };
        if closes || passage.kind(end) == TokenKind::Break || passage.is(end, "and") || begins_next() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn letters_behind_a_name_stand_for_the_comma() {
        assert_eq!(
            officials("IE", "Mary Berg T.D. Minister of State for Sport announced it."),
            ["Mary Berg | Minister of State for Sport | IE"]
        );
    }

    #[test]
    fn the_state_behind_an_office_is_the_one_served() {
        let text = "It was chaired by Mr. Trevor Paulin, Commissioner of Police, Trinidad and Tobago, and Colonel Alvin Quinty, Chief of Defence Staff, Barbados, who spoke. Governor Ana Virta and Cabinet Secretary in another government left.";
        assert_eq!(
            officials("GY", text),
            [
                "Trevor Paulin | Commissioner of Police | TT",
                "Alvin Quinty | Chief of Defence Staff | BB",
                "Ana Virta | Governor | GY"
            ]
        );
    }

    #[test]
    fn whoever_stands_between_commas_is_given_an_office() {
        let text = "A Director of Trade at the Ministry of Works, Mrs Oluwa Sanya, was sworn in as the Special Adviser to the Governor on Health.";
        assert_eq!(
            officials("NG", text),
            [
                "Oluwa Sanya | Director of Trade at the Ministry of Works; Special Adviser to the Governor on Health | NG"
            ]
        );
    }

    #[test]
    fn offices_that_lead_to_a_name_are_not_of_the_one_before() {
        let text = "Governor Ann Hale met Mayor Dave Reinick, and Police Chief and Ulvaro County Manager Lenny Hilt.";
        let told = officials("US", text);
        assert!(told.iter().any(|told| told == "Dave Reinick | Mayor | US"), "{told:?}");
    }

    #[test]
    fn an_office_behind_a_style_is_of_the_same_person() {
        let text = "Ambassador Ana Virta, Secretary General of the Ministry, and Vice Minister Ola Berg met.";
        assert_eq!(
            officials("PE", text),
            [
                "Ana Virta | Ambassador; Secretary General of the Ministry | PE",
                "Ola Berg | Vice Minister | PE"
            ]
        );
    }
}
