//! Names and offices on lines of their own, as in lists, signatures and the heads of releases.
//!
//! | lines | example |
//! |---|---|
//! | an office, its holder below | "Minister of Trade / Ms Ana Virta" |
//! | a name, its office below | "Ana Virta / Minister of Trade / Finland" |
//! | a name, a colon and an office | "Lord Berg: Trade Envoy to Kenya" |
//! | a country, a colon and its delegate | "Finland: Ms Ana Virta, Minister of Trade" |

use std::ops::Range;

use super::name::{Cue, name_at};
use super::sighting::Sighting;
use super::title::Title;
use super::titled::titled_name;
use crate::extract::features::Features;
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::extract::role::{FoundRole, role_at};
use crate::extract::token::TokenKind;
use crate::model::{Country, Part};

/// The holder on the line below an office that ends its line: with an honorific, or where both have lines of their own.
pub(super) fn holder_below(
    passage: &Passage<'_>,
    office: &Sighting,
    end: usize,
    before: Option<&Sighting>,
) -> Option<(Title, Range<usize>)> {
    let role = office.roles.last().filter(|role| !role.plural && ends_line(passage, end))?;
    let is_office = !role.weak && passage.kind(role.head.start).is_capital();
    let (title, name) = is_office.then(|| titled_name(passage, end + 1)).flatten()?;
    let below = after_letters(passage, name.end);
    let stands_alone = opens_line(passage, office.tokens.start);
    let is_titled = !title.honorifics.is_empty() || title.rank.is_some();
    if !(is_titled || stands_alone) || !ends_line(passage, below) {
        return None;
    }
    // "Ana Virta / Minister of Trade / Ola Berg / Minister of Health": whoever stands above an office holds it.
    let is_first = office.tokens.start == 0
        || before.is_some_and(|before| {
            before.rule == "role-comma-name" && before.tokens.end + 1 >= office.tokens.start
        });
    let is_of_next = !is_first && stands_alone && office_on_line(passage, below + 1).is_some();
    (!is_of_next).then_some((title, name))
}

/// The offices on the lines below a name that ends its line, the country below them, and where all that ends.
pub(super) fn offices_below(
    passage: &Passage<'_>,
    start: usize,
    end: usize,
) -> Option<(Vec<FoundRole>, Option<Country>, usize)> {
    const MOST: usize = 3;
    if !ends_line(passage, end) || !opens_line(passage, start) {
        return None;
    }
    let mut offices = Vec::new();
    let mut end = end;
    while offices.len() < MOST
        && ends_line(passage, end)
        && let Some((role, next)) = office_on_line(passage, end + 1)
    {
        offices.push(role);
        end = next;
    }
    let state = passage.longest(end + 1, Class::Country).filter(|_| !offices.is_empty());
    let state = state.filter(|state| ends_line(passage, end) && ends_line(passage, end + 1 + state.len));
    let country = state.and_then(|state| lexicon::country(state.entry.country));
    let end = state.map_or(end, |state| end + 1 + state.len);
    (!offices.is_empty()).then_some((offices, country, end))
}

/// A name alone on its line that the lexicon may not know, above an office.
pub(super) fn name_above_office(passage: &Passage<'_>, at: usize) -> Option<Range<usize>> {
    const OFFICES: Features = Features::classes(&[Class::Role]);
    const MOST: usize = 8;
    if passage.shouts || !passage.kind(at).is_capital() || !opens_line(passage, at) {
        return None;
    }
    let end = (at..at + MOST).find(|&end| passage.kind(end) == TokenKind::Break)?;
    if !ends_line(passage, end) || !passage.has_beside(end + 1, OFFICES) {
        return None;
    }
    let name = name_at(passage, at, Cue::Title).filter(|name| name.len() > 1 && name.end == end)?;
    let is_name = name.clone().all(|at| !passage.kind(at).is_capital() || may_be_of_name(passage, at, end));
    (is_name && office_on_line(passage, end + 1).is_some()).then_some(name)
}

/// A name that is a paragraph of its own, as above the office of whoever signs a text: nobody knows a word of it but as a
/// given name.
pub(super) fn name_alone(passage: &Passage<'_>, at: usize) -> Option<Range<usize>> {
    const MOST: usize = 8;
    let end = passage.tokens.len();
    if at > 0 || !(2..=MOST).contains(&end) || passage.shouts || !matches!(passage.part, Part::Block(_)) {
        return None;
    }
    let name = name_at(passage, at, Cue::Title).filter(|name| name.len() > 1 && name.end == end)?;
    let is_known = |at: usize| {
        passage.kind(at).is_capital() && !passage.matches(at).iter().all(|found| found.is(Class::Given))
    };
    (!name.clone().any(is_known)).then_some(name)
}

/// Whether a word of a line may be of a name: the last may be any noun, and none tells of an office or a body.
fn may_be_of_name(passage: &Passage<'_>, at: usize, end: usize) -> bool {
    const NO_NAME: Features = Features::classes(&[
        Class::Role,
        Class::Rank,
        Class::Organisation,
        Class::Country,
        Class::Demonym,
        Class::Region,
        Class::Portfolio,
    ]);
    const NOUN: Features = Features::classes(&[Class::Common, Class::Thing]);
    let is_given = passage.has(at, Class::Given);
    is_given || !passage.has_any(at, NO_NAME) && (at + 1 == end || !passage.has_any(at, NOUN))
}

/// "Lord Berg: │ Trade Envoy to Kenya": the office behind the colon after a name, on one line.
pub(super) fn office_after_colon(
    passage: &Passage<'_>,
    sighting: &Sighting,
    end: usize,
) -> Option<(FoundRole, usize)> {
    let is_label = passage.is_mark(end, ':') && opens_line(passage, sighting.tokens.start);
    is_label.then(|| office_on_line(passage, end + 1)).flatten()
}

/// "Finland: │ Ms Ana Virta": the country that a line begins with.
pub(super) fn country_label(passage: &Passage<'_>, start: usize) -> Option<Country> {
    const MOST: usize = 5;
    let colon = start.checked_sub(1).filter(|&colon| passage.is_mark(colon, ':'))?;
    let first = (colon.saturating_sub(MOST)..colon).find(|&at| opens_line(passage, at))?;
    let state = passage.longest(first, Class::Country).filter(|state| first + state.len == colon)?;
    lexicon::country(state.entry.country)
}

/// Whether a token begins its line, but for a bullet.
pub(super) fn opens_line(passage: &Passage<'_>, at: usize) -> bool {
    let is_bullet =
        |at: usize| matches!(passage.kind(at), TokenKind::Mark('-' | '–' | '—' | '•' | '*' | '·'));
    passage.begins_line(at)
        || at.checked_sub(1).is_some_and(|bullet| is_bullet(bullet) && passage.begins_line(bullet))
}

/// Whether a line ends before a token, and another follows or none does.
fn ends_line(passage: &Passage<'_>, at: usize) -> bool {
    passage.kind(at) == TokenKind::Break
}

/// The office that makes up the line from a token on, and where it ends.
fn office_on_line(passage: &Passage<'_>, at: usize) -> Option<(FoundRole, usize)> {
    let role = role_at(passage, at + usize::from(passage.is(at, "the")))?;
    let close = role.tokens.end;
    let end = close + usize::from(passage.is_mark(close, ',') || passage.is_mark(close, '.'));
    (role.is_of_one(passage) && ends_line(passage, end)).then_some((role, end))
}

/// The token after letters behind a name, to the end of its line.
fn after_letters(passage: &Passage<'_>, at: usize) -> usize {
    const MOST: usize = 4;
    let mut end = at;
    for _ in 0..MOST {
        let next = end + usize::from(passage.is_mark(end, ','));
        let Some(letters) = passage.longest(next, Class::PostNominal) else { break };
        end = next + letters.len;
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_line_of_a_list_gives_its_office_to_the_name_on_it() {
        let list = "Ana Virta, Minister of Trade\nPiers Overgaard, Minister of Public Services and Procurement\n\
                    Sean Castell, Minister of Housing";
        assert_eq!(
            officials("CA", list),
            [
                "Ana Virta | Minister of Trade | CA",
                "Piers Overgaard | Minister of Public Services and Procurement | CA",
                "Sean Castell | Minister of Housing | CA"
            ]
        );
        let labels = "Deputy Minister of Health: Dr Joe Phalane\nMinister of Finance: Mr Ivo Godo";
        assert_eq!(
            officials("ZA", labels),
            ["Joe Phalane | Deputy Minister of Health | ZA", "Ivo Godo | Minister of Finance | ZA"]
        );
    }

    #[test]
    fn a_name_has_the_office_below_it_and_the_country_below_that() {
        let names = "Keld Starholm\nPrime Minister of Denmark\nOlaf Scholten\nChancellor of Germany";
        assert_eq!(
            officials("GB", names),
            ["Keld Starholm | Prime Minister of Denmark | DK", "Olaf Scholten | Chancellor of Germany | DE"]
        );
        let signature = "Kamina Osborne Smythe\nMinister of Foreign Affairs and Foreign Trade\nJamaica";
        assert_eq!(
            officials("TT", signature),
            ["Kamina Osborne Smythe | Minister of Foreign Affairs and Foreign Trade | JM"]
        );
    }

    #[test]
    fn an_office_on_its_own_line_is_that_of_the_name_below() {
        let lines = "Minister of Trade\nMs Ana Virta\nMinister of Housing\nMr Ola Berg";
        assert_eq!(
            officials("CA", lines),
            ["Ana Virta | Minister of Trade | CA", "Ola Berg | Minister of Housing | CA"]
        );
    }

    #[test]
    fn a_line_begins_with_the_country_of_its_delegate() {
        let list = "Belgium: Mr Maxime Varenne, Deputy Prime Minister and Minister for Foreign Affairs\n\
                    Bulgaria: Ms Nataliya Petkova, State Secretary for Foreign Affairs\nLord Berg: Trade Envoy to Kenya";
        assert_eq!(
            officials("FR", list),
            [
                "Maxime Varenne | Deputy Prime Minister; Minister for Foreign Affairs | BE",
                "Nataliya Petkova | State Secretary for Foreign Affairs | BG",
                "Berg | Trade Envoy to Kenya | FR"
            ]
        );
    }

    #[test]
    fn no_name_goes_on_below_its_line() {
        let text = "Statement by the Prime Minister, Mr. Ola Berg\nThe talks will go on in Riga.";
        assert_eq!(officials("NO", text), ["Ola Berg | Prime Minister | NO"]);
    }

    #[test]
    fn whoever_signs_stands_above_the_office() {
        let text = "The Cabinet met.\n\nKanze Dena-Marar\n\nState House Spokesperson";
        assert_eq!(officials("KE", text), ["Kanze Dena-Marar | State House Spokesperson | KE"]);
    }
}
