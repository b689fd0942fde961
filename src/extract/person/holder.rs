//! Holders whose names stand behind their office, with something else than a comma between.

use std::ops::Range;

use super::line::opens_line;
use super::name::{Cue, name_at};
use super::post::POSTS;
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
    let is_office = sighting.roles.last().is_some_and(|role| !role.weak && !role.plural);
    let found = (verb > 0 && is_office).then(|| titled_name(passage, at + verb)).flatten();
    let found = found.filter(|(title, _)| !title.honorifics.is_empty() || title.rank.is_some());
    found.or_else(|| holder_of_post(passage, sighting, at).filter(|_| is_office))
}

/// "The post of Energy Minister │ went to Ana Virta": a name after an office that is given.
fn holder_of_post(passage: &Passage<'_>, sighting: &Sighting, at: usize) -> Option<(Title, Range<usize>)> {
    let of = sighting.tokens.start.checked_sub(1).filter(|&of| passage.is(of, "of"))?;
    let is_post = of.checked_sub(1).is_some_and(|post| passage.is_any(post, POSTS));
    let goes = passage.is_any(at, words!["went", "goes", "fell"]) && passage.is(at + 1, "to");
    let is_given = passage.is_any(at, words!["was", "is"])
        && passage.is_any(at + 1, words!["given", "entrusted", "offered"])
        && passage.is(at + 2, "to");
    let is_held = passage.is_any(at, words!["was", "is"])
        && passage.is_any(at + 1, words!["held", "filled", "taken"])
        && passage.is(at + 2, "by");
    let name = at + if goes { 2 } else { 3 };
    if !is_post || !(goes || is_given || is_held) {
        return None;
    }
    let known = titled_name(passage, name);
    let unknown = || Some((Title { end: name, ..Title::default() }, name_at(passage, name, Cue::Title)?));
    known.or_else(unknown)
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

    #[test]
    fn a_post_goes_to_somebody() {
        let text =
            "The post of Energy Minister went to Ilyas Davydin. The office of Governor is held by Ola Berg.";
        assert_eq!(
            officials("KG", text),
            ["Ilyas Davydin | Energy Minister | KG", "Ola Berg | Governor | KG"]
        );
    }
}
