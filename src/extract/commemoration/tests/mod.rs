//! What is a commemoration, and what only looks like one.

mod acts;
mod anniversaries;
mod days;
mod headed;
mod hostile;
mod told;

use super::super::annotated::{FoundPerson, FoundPlace};
use super::super::clause::hooks;
use super::super::date::dates;
use super::super::lexicon::Lexicon;
use super::super::passage::Passage;
use super::super::token::TokenKind;
use super::*;
use crate::model::{Act, ActKind, MentionForm, Part, Participant, Place};

/// A text with its dates, and the people and places that `people` and `places` name in it.
fn annotated<'t>(part: Part, text: &'t str, people: &[&str], places: &[&str]) -> Annotated<'t> {
    let passage = Passage::new(part, text, &Lexicon::built_in());
    let tokens = |name: &str| {
        let start = text.find(name)?;
        let first = passage.tokens.iter().position(|token| token.start as usize == start)?;
        let last = passage.tokens.iter().position(|token| token.end as usize == start + name.len())?;
        Some(first..last + 1)
    };
    let people = people.iter().filter_map(|name| {
        let tokens = tokens(name)?;
        let possessive = passage.kind(tokens.end) == TokenKind::Possessive;
        let who = Participant::described(*name);
        Some(FoundPerson { tokens, who, form: MentionForm::Name, possessive })
    });
    let places =
        places.iter().filter_map(|name| Some(FoundPlace { tokens: tokens(name)?, place: Place::new(*name) }));
    let (people, places) = (people.collect(), places.collect());
    Annotated { dates: dates(&passage, None), people, places, hooks: hooks(&passage), passage }
}

fn story(headline: &str, paragraphs: &[&str]) -> Vec<Commemoration> {
    let blocks = paragraphs.iter().enumerate();
    let mut texts = vec![annotated(Part::Headline, headline, &[], &[])];
    texts.extend(blocks.map(|(index, text)| annotated(Part::Block(index), text, &[], &[])));
    commemorations(&texts)
}

/// A commemoration in a line.
fn described(commemoration: &Commemoration) -> String {
    let mut line = String::new();
    if let Some(anniversary) = commemoration.anniversary {
        let unit = format!("{:?}", anniversary.unit).to_lowercase();
        let about = if anniversary.approximate { "~" } else { "" };
        line += &format!("{about}{} {unit}; ", anniversary.number);
    }
    if let Some(day) = &commemoration.named_day {
        line += &format!("day {day}; ");
    }
    if let Some(remembered) = &commemoration.remembered {
        line += &format!("of {}; ", remembered.text);
    }
    for act in &commemoration.acts {
        line += act.kind.as_str();
        line += &act.place.as_ref().map(|place| format!(" @ {}", place.name)).unwrap_or_default();
        line += "; ";
    }
    line.trim_end_matches("; ").to_owned()
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let lines: Vec<String> = story("", &[text]).iter().map(described).collect();
    assert_eq!(lines, expected, "{text}");
}

/// The occasions and acts of a story of one or more lines.
#[track_caller]
fn tells(text: &str, expected: &[&str]) {
    let found = crate::extract::told::commemorations("FI", text);
    assert_eq!(found, expected, "{text}");
}

#[test]
fn look_alikes_are_no_commemorations() {
    for text in [
        "The golden wreath is on loan from the museum.",
        "The Minister paid tribute to the close relations of both countries.",
        "Public service matters. The service was slow.",
        "They attended a signing ceremony and an opening ceremony.",
        "She unveiled a new policy for ports.",
        "He visited the Memorial Hospital.",
        "The silence was broken. They will march on Monday.",
        "The Centenary Medal was awarded; the millennium came.",
        "I congratulate you on your election, and I wish you well.",
        "Her speech was long. He won a medal.",
    ] {
        assert_eq!(story("", &[text]), [], "{text}");
    }
}

#[test]
fn texts_that_tell_of_one_anniversary_are_one_commemoration() {
    let found = story(
        "Leaders mark 25th anniversary of accord",
        &[
            "The 25th anniversary of the Lakeside Accord was kept on Sunday.",
            "The Minister laid a wreath at the Harbour Memorial.",
        ],
    );
    let lines: Vec<String> = found.iter().map(described).collect();
    assert_eq!(lines, ["25 year; of accord; wreath @ Harbour Memorial"]);
    assert_eq!(found[0].evidence.len(), 2);
    assert_eq!(found[0].id.as_str(), "commemoration-1");
}

#[test]
fn acts_that_no_occasion_explains_stand_together() {
    reads(
        "The visit includes a visit to the Hill War Memorial, where he will lay a wreath.",
        &["memorial_visit @ Hill War Memorial; wreath @ Hill War Memorial"],
    );
    reads("She laid a wreath in memory of the miners lost at sea.", &["of miners lost; wreath"]);
}
