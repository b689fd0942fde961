//! Holders whose names stand behind their office, with something else than a comma between.

use std::ops::Range;

use super::line::opens_line;
use super::sighting::Sighting;
use super::title::Title;
use super::titled::titled_name;
use crate::extract::lexicon::Class;
use crate::extract::passage::Passage;
use crate::extract::role::FoundRole;
use crate::extract::token::TokenKind;

/// The holder of an office that ends at a token: in parentheses, after a verb or after a colon.
pub(super) fn holder_after(
    passage: &Passage<'_>,
    sighting: &Sighting,
    at: usize,
) -> Option<(Title, Range<usize>)> {
    holder_in_parentheses(passage, sighting, at)
        .or_else(|| holder_after_being(passage, sighting, at))
        .or_else(|| holder_after_colon(passage, sighting, at))
}

/// "Her Majesty's Lord-Lieutenant of Kent (Dame Ana Virta)", "the Acting Commissioner (Ola Berg)": a name with an
/// honorific or a given name in parentheses after an office.
fn holder_in_parentheses(
    passage: &Passage<'_>,
    sighting: &Sighting,
    at: usize,
) -> Option<(Title, Range<usize>)> {
    let is_office = |role: &FoundRole| role.is_of_one(passage);
    let may_be = passage.has(at + 1, Class::Honorific)
        || passage.has(at + 1, Class::Given) && sighting.roles.last().is_some_and(is_office);
    let opens = passage.is_mark(at, '(') && !sighting.roles.is_empty() && may_be;
    let found = opens.then(|| titled_name(passage, at + 1)).flatten();
    found.filter(|(title, name)| {
        (!title.honorifics.is_empty() || name.len() > 1) && passage.is_mark(name.end, ')')
    })
}

/// "The next Ambassador to Peru will be Ms Ana Virta": a name with an honorific or a rank after an office and a verb.
fn holder_after_being(
    passage: &Passage<'_>,
    sighting: &Sighting,
    at: usize,
) -> Option<(Title, Range<usize>)> {
    let verb = if passage.reads(at, &["will", "be"]) {
        2
    } else {
        usize::from(passage.is_any(at, words!["is", "was"]))
    };
    let may_be = verb > 0 && sighting.roles.last().is_some_and(|role| !role.weak && !role.plural);
    let found = may_be.then(|| titled_name(passage, at + verb)).flatten();
    found.filter(|(title, _)| !title.honorifics.is_empty() || title.rank.is_some())
}

/// How many tokens of letters may stand behind a name on its line.
const MOST_LETTERS: usize = 8;

/// "Minister for Defence: Ms Ana Virta": a line of a list of offices. A label of a transcript has more behind it.
fn holder_after_colon(
    passage: &Passage<'_>,
    sighting: &Sighting,
    at: usize,
) -> Option<(Title, Range<usize>)> {
    let is_label =
        passage.is_mark(at, ':') && opens_line(passage, sighting.tokens.start) && !sighting.roles.is_empty();
    let found = is_label.then(|| titled_name(passage, at + 1)).flatten();
    found.filter(|(_, name)| {
        let line = (name.end..name.end + MOST_LETTERS).take_while(|&at| passage.kind(at) != TokenKind::Break);
        line.into_iter().all(|at| passage.has(at, Class::PostNominal))
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn a_holder_stands_in_brackets() {
        let text = "The case was between the Acting Police Commissioner (Arthur Caulter) and the Speaker (Dame Ana Virta).";
        assert_eq!(
            officials("VU", text),
            ["Arthur Caulter | Police Commissioner | VU", "Ana Virta | Speaker | VU"]
        );
    }
}
