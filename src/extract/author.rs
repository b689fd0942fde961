//! The office of whoever says "I", where the publisher's name begins with none: what the text itself says of it.

use super::features::{Features, Topic};
use super::lexicon::{self, Class};
use super::passage::Passage;
use super::person::first_person;
use super::role::role_at;
use super::token::TokenKind;
use super::words::Words;
use crate::model::{Country, Part, Role};

/// The office of the author of a text in the first person: "my first visit as Foreign Minister", "the first visit by a Finnish
/// Foreign Minister", "asked the Minister for Trade about his visit".
pub(super) fn office(passages: &[Passage<'_>], publisher: Option<Country>) -> Option<Role> {
    const FIRST_PERSON: Features = Features::topic(Topic::FirstPerson);
    let body = || passages.iter().filter(|passage| matches!(passage.part, Part::Block(_)));
    let speaks = |passage: &Passage<'_>, at: usize| first_person(passage, at).is_some();
    let mut own = body().flat_map(|passage| passage.all_with(FIRST_PERSON).map(move |at| (passage, at)));
    own.find(|(passage, at)| speaks(passage, *at))?;
    let told = body().find_map(|passage| {
        let mut sentences = passage.sentences_with(FIRST_PERSON);
        sentences.find_map(|sentence| {
            let is_own = sentence.clone().any(|at| speaks(passage, at));
            sentence.clone().filter(|_| is_own).find_map(|at| held_by_author(passage, at))
        })
    });
    let told = told.or_else(|| {
        body().find_map(|passage| {
            (0..passage.tokens.len())
                .find_map(|at| asked(passage, at).or_else(|| of_nation(passage, at, publisher)))
        })
    });
    told.map(|mut office| {
        office.jurisdiction = office.jurisdiction.or(publisher);
        office
    })
}

/// "as Foreign Minister", "since becoming Chile's Foreign Minister", of the author.
fn held_by_author(passage: &Passage<'_>, at: usize) -> Option<Role> {
    const NEAR: usize = 6;
    const OF_OTHERS: &Words = words![
        "appointed", "appointment", "elected", "election", "he", "her", "his", "named", "she", "their",
        "they", "who", "you", "your",
    ];
    if !passage.is_any(at, words!["as", "becoming", "became"]) || passage.in_quote(at) {
        return None;
    }
    let near = at.saturating_sub(NEAR)..at + NEAR;
    if near.clone().any(|near| passage.is_any(near, OF_OTHERS)) {
        return None;
    }
    let owner = passage.longest(at + 1, Class::Country).map_or(at + 1, |land| at + 1 + land.len);
    let start = match passage.kind(owner) {
        TokenKind::Possessive => owner + 1,
        _ => at + 1 + usize::from(passage.is_any(at + 1, words!["the", "a", "an", "your"])),
    };
    office_at(passage, start)
}

/// "asked the Minister for Trade": a question that the text answers.
fn asked(passage: &Passage<'_>, at: usize) -> Option<Role> {
    let is_question = passage.is(at, "asked") && passage.is(at + 1, "the") && !passage.in_quote(at);
    is_question.then(|| office_at(passage, at + 2)).flatten()
}

/// "the first visit by a Finnish Foreign Minister", where the author is one.
fn of_nation(passage: &Passage<'_>, at: usize, publisher: Option<Country>) -> Option<Role> {
    if !passage.is(at, "by") || !passage.is_any(at + 1, words!["a", "an"]) {
        return None;
    }
    let nation = passage.longest(at + 2, Class::Demonym)?;
    let is_own = publisher.is_some() && lexicon::country(nation.entry.country) == publisher;
    is_own.then(|| office_at(passage, at + 2 + nation.len)).flatten()
}

/// The office at a token that is given to nobody by name there.
fn office_at(passage: &Passage<'_>, at: usize) -> Option<Role> {
    let found = role_at(passage, at).filter(|role| !role.weak && !role.plural)?;
    let is_free = passage.kind(at).is_capital() && !passage.kind(found.tokens.end).is_capital();
    let mut office = Role::new(passage.words(found.office(passage))).with_kind(found.row.kind);
    office.jurisdiction = found.country;
    is_free.then_some(office)
}

#[cfg(test)]
mod tests {
    use super::super::told::visits;

    #[test]
    fn the_author_is_whose_office_the_text_tells() {
        for text in [
            "I will leave for Kenya tomorrow. It is my second journey since becoming Foreign Minister.",
            "I will leave for Kenya tomorrow. I look forward to returning as Finland's Foreign Minister.",
            "I will leave for Kenya tomorrow. This will be the first visit by a Finnish Foreign Minister.",
            "Deputy Aino Virta asked the Foreign Minister about trade. I will leave for Kenya tomorrow.",
        ] {
            assert_eq!(visits("FI", text), ["the Foreign Minister -> KE planned 2022-05-05"], "{text}");
        }
        for none in [
            "I will leave for Kenya tomorrow. I congratulate her on her appointment as Foreign Minister.",
            "“I will leave for Kenya tomorrow,” she said. It is a journey as Foreign Minister.",
        ] {
            assert_eq!(visits("FI", none), [""; 0], "{none}");
        }
    }
}
