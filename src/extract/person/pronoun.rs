//! Pronouns, and styles that stand for one: "she", "I", "His Royal Highness".

use super::SMALL_WORDS;
use super::sighting::Sighting;
use crate::extract::date::is_calendar_word;
use crate::extract::lexicon::{Class, Gender};
use crate::extract::passage::Passage;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::MentionForm;

pub(super) fn pronoun_at(passage: &Passage<'_>, at: usize) -> Option<Sighting> {
    if !passage.has_any(at, SMALL_WORDS) {
        return None;
    }
    if let Some(possessive) = first_person(passage, at) {
        let mut sighting = Sighting::new(at..at + 1, FIRST_PERSON);
        sighting.form = MentionForm::Pronoun;
        sighting.possessive = possessive;
        return Some(sighting);
    }
    let (gender, possessive) = match () {
        () if passage.is_any(at, words!["he", "him", "himself"]) => (Gender::Male, false),
        () if passage.is(at, "his") => (Gender::Male, true),
        () if passage.is_any(at, words!["she", "herself"]) => (Gender::Female, false),
        () if passage.is(at, "her") => (Gender::Female, passage.kind(at + 1).is_word()),
        () => return None,
    };
    // "HE" and "H.E." are honorifics.
    if passage.kind(at) == TokenKind::AllCaps && !passage.shouts || passage.word(at).contains('.') {
        return None;
    }
    if passage.longest(at, Class::Honorific).is_some() {
        return None;
    }
    let mut sighting = Sighting::new(at..at + 1, "pronoun");
    sighting.gender = gender;
    sighting.form = MentionForm::Pronoun;
    sighting.possessive = possessive;
    Some(sighting)
}

/// The rule that reads the author of a text in "I", "me" and "my".
pub(in crate::extract) const FIRST_PERSON: &str = "first-person";

/// Whether "I", "me" or "my" stands at a token, outside direct speech; if so, whether it is a possessive.
pub(in crate::extract) fn first_person(passage: &Passage<'_>, at: usize) -> Option<bool> {
    let word = passage.word(at);
    let subject = matches!(word, "I" | "I'm" | "I’m" | "I'll" | "I’ll" | "I've" | "I’ve" | "I'd" | "I’d");
    let possessive = matches!(word, "my" | "My");
    if !(subject || word == "me" || possessive) || passage.in_quote(at) || passage.shouts {
        return None;
    }
    // "World War I", "Part I."; a line begins after whatever name.
    let is_after_name = !passage.begins_line(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| passage.kind(before).is_capital() && !may_open(passage, before));
    let is_numeral = word == "I" && (is_after_name || passage.kind(at + 1) != TokenKind::Lower);
    (!is_numeral).then_some(possessive)
}

/// Whether a word in capitals may stand before "I" in a sentence: "Today I met", "On Monday I will", "In Canberra I".
fn may_open(passage: &Passage<'_>, at: usize) -> bool {
    const OPENS: &Words = words![
        "after", "also", "although", "and", "as", "because", "before", "but", "earlier", "if", "later",
        "now", "since", "so", "that", "then", "though", "today", "tomorrow", "tonight", "what", "when",
        "where", "while", "yesterday",
    ];
    // "King George I"
    let is_place = passage.has(at, Class::City) || passage.has(at, Class::Country);
    let is_in = at.checked_sub(1).is_some_and(|before| passage.is_any(before, words!["in", "at", "from"]));
    passage.is_any(at, OPENS) || is_calendar_word(passage, at) || is_place && is_in || is_scene(passage, at)
}

/// "In East Timor I will", "In the United States I will": whether a token ends the place that a sentence begins with.
fn is_scene(passage: &Passage<'_>, at: usize) -> bool {
    const MOST: usize = 5;
    let is_of_name = |&at: &usize| passage.kind(at).is_capital() || passage.is(at, "the");
    let start = passage.sentence_of(at).start;
    start + MOST > at
        && at > start
        && passage.is_any(start, words!["in", "at", "from"])
        && (start + 1..at).all(|at| is_of_name(&at))
}

/// "His Royal Highness │ will visit Riga": a style without a name or a title, which stands for somebody.
pub(super) fn style_alone(passage: &Passage<'_>, at: usize) -> Option<Sighting> {
    const STYLES: &Words = words!["excellency", "highness", "majesty"];
    let style = passage.longest(at, Class::Honorific).filter(|style| style.len > 1)?;
    let end = at + style.len;
    let is_capital = passage.kind(end - 1) == TokenKind::Capital && passage.is_any(end - 1, STYLES);
    if !is_capital || !passage.is_any(at, words!["his", "her"]) {
        return None;
    }
    // "Her Majesty's Government", "His Royal Highness, the Duke of Ostby,", "His Excellency and Madam Berg"
    let possessive = passage.kind(end) == TokenKind::Possessive;
    let next = end + usize::from(possessive);
    let is_followed = passage.kind(next).is_capital()
        || passage.is(next, "the")
        || passage.is_mark(next, '(')
        || passage.is_mark(next, ',') && (passage.kind(next + 1).is_capital() || passage.is(next + 1, "the"));
    let mut sighting = Sighting::new(at..end, STYLE);
    sighting.gender = style.entry.value.into();
    sighting.is_gender_styled = true;
    sighting.form = MentionForm::Role;
    sighting.possessive = possessive;
    (!is_followed).then_some(sighting)
}

/// The rule that reads a style as a pronoun.
pub(super) const STYLE: &str = "style-alone";

#[cfg(test)]
mod tests {
    use crate::extract::Extractor;
    use crate::model::{Block, Country, Id, Organisation, Story};

    #[test]
    fn whoever_writes_is_met_as_me_and_begins_behind_any_place() {
        for text in [
            "In East Timor I will meet Prime Minister Ivo Gusman.",
            "In the United States I will meet President Ivo Novak.",
            "I am glad that President Ivo Novak will visit Australia next week for talks with me.",
        ] {
            let mut publisher =
                Organisation::new(Id::new("publisher").unwrap(), "Prime Minister of Australia");
            publisher.country = Some(Country::new("AU").unwrap());
            let story = Story::new("").with_publisher(publisher).with_block(Block::paragraph(text));
            let facts = Extractor::new().extract(story).facts;
            let [meeting] = facts.meetings.as_slice() else { panic!("{text}: {:?}", facts.meetings) };
            let mut both =
                meeting.party.iter().chain(&meeting.with).filter_map(|who| facts.official(who.id()?));
            assert!(both.any(|who| who.label() == "the Prime Minister"), "{text}");
        }
    }
}
