//! What the tests of quotes share: stories with names that are known, and quotes as a line each.

mod attribution;
mod named;
mod promises;
mod speech;
mod texts;
mod turns;

use super::super::annotated::{Annotated, FoundPerson};
use super::super::lexicon::Lexicon;
use super::*;
use crate::model::{Block, Id, MentionForm, Participant, Quote};

/// The passages of a story, as the extractor makes them.
fn passages(story: &Story) -> Vec<Passage<'_>> {
    let lexicon = Lexicon::built_in();
    let parts = [Part::Headline, Part::Standfirst].into_iter().chain((0..story.body.len()).map(Part::Block));
    parts.filter_map(|part| Some(Passage::new(part, story.text_of(part)?, &lexicon))).collect()
}

/// The passage with these names as people: the name itself is the id, and "X's" a possessive.
fn annotated<'t>(passage: Passage<'t>, names: &[&str]) -> Annotated<'t> {
    let mut people: Vec<FoundPerson> = Vec::new();
    for name in names {
        for (start, _) in passage.text.match_indices(name) {
            let end = start + name.len();
            let first = passage.tokens.iter().position(|token| token.start as usize == start);
            let last = passage.tokens.iter().position(|token| token.end as usize == end);
            let (Some(first), Some(last)) = (first, last) else { continue };
            if people.iter().any(|person| person.tokens.contains(&first)) {
                continue;
            }
            people.push(FoundPerson {
                tokens: first..last + 1,
                who: Participant::Official(Id::numbered(name, 1)),
                form: MentionForm::Name,
                possessive: passage.kind(last + 1) == super::super::token::TokenKind::Possessive,
            });
        }
    }
    people.sort_by_key(|person| person.tokens.start);
    Annotated { passage, dates: Vec::new(), places: Vec::new(), people, hooks: Vec::new() }
}

fn read(story: &Story, names: &[&str]) -> Vec<Quote> {
    let mut passages = passages(story);
    let speeches = spoken(story, &mut passages);
    let texts: Vec<Annotated<'_>> = passages.into_iter().map(|passage| annotated(passage, names)).collect();
    quotes(&speeches, &texts, &[], None)
}

/// The names that the tests use, the longer ones first.
const NAMES: &[&str] = &[
    "Foreign Minister Ana Virta",
    "Minister Ana Virta",
    "Prime Minister Bo Lind",
    "Bo Lind",
    "the Prime Minister",
    "PRIME MINISTER",
    "MINISTER VIRTA",
    "Ana Virta, Foreign Minister",
    "Ana Virta",
    "Mr Lind",
    "Ms Virta",
    "President Oke",
    "The President",
    "the President",
    "President",
    "The Minister",
    "the Minister",
    "PM",
    "He",
    "he",
    "She",
    "she",
];

/// Each quote of some paragraphs: speaker, a colon, its words with `|` between pieces.
fn told(paragraphs: &[&str]) -> Vec<String> {
    let story = paragraphs
        .iter()
        .fold(Story::new("A headline"), |story, text| story.with_block(Block::paragraph(*text)));
    render(&read(&story, NAMES))
}

fn render(quotes: &[Quote]) -> Vec<String> {
    let speaker = |quote: &Quote| match &quote.speaker {
        Some(Participant::Described(words)) => format!("({words})"),
        Some(other) => other.id().map_or("?", Id::as_str).trim_end_matches("-1").replace('-', " "),
        None => "?".to_owned(),
    };
    quotes.iter().map(|quote| format!("{}: {}", speaker(quote), quote.paragraphs.join("|"))).collect()
}

#[track_caller]
fn assert_told(paragraphs: &[&str], expected: &[&str]) {
    assert_eq!(told(paragraphs), expected, "{paragraphs:?}");
}
