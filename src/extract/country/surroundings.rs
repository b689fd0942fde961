//! What the words near an official tell of the country: where they are met, receive, or are named.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::bodies::serves_several_states;
use super::naming::countries_in;
use crate::extract::annotated::Annotated;
use crate::extract::delegation::is_delegation;
use crate::extract::lexicon::Frame;
use crate::extract::words::Words;
use crate::model::{Country, Id, MentionForm, Part};

/// Where a story speaks of whom, and of which countries.
pub(super) struct Surroundings<'s, 't> {
    pub(super) texts: &'s [Annotated<'t>],
    pub(super) home: Country,
    /// The one foreign country that the story names, if it is one. Most stories need not be asked.
    only_foreign: OnceCell<Option<Country>>,
    /// By official: where names of theirs stand, as a text and a token.
    mentions: OnceCell<Mentions<'s, 't>>,
}

type Mentions<'s, 't> = HashMap<&'s Id, Vec<(&'s Annotated<'t>, usize)>>;

impl<'s, 't> Surroundings<'s, 't> {
    pub(super) fn new(texts: &'s [Annotated<'t>], home: Country) -> Self {
        Self { texts, home, only_foreign: OnceCell::new(), mentions: OnceCell::new() }
    }

    /// Where an official is named first, as a text and a token.
    pub(super) fn mentions_of(&self, id: &Id) -> impl Iterator<Item = (&'s Annotated<'t>, usize)> {
        let mentions = self.mentions.get_or_init(|| mentions(self.texts));
        mentions.get(id).into_iter().flatten().copied().take(MOST_MENTIONS)
    }
}

/// By official: where names of theirs stand, as a text and a token.
fn mentions<'s, 't>(texts: &'s [Annotated<'t>]) -> Mentions<'s, 't> {
    let mut mentions = Mentions::new();
    for text in texts {
        for found in text.people.iter().filter(|found| found.form == MentionForm::Name) {
            if let Some(id) = found.who.id() {
                mentions.entry(id).or_default().push((text, found.tokens.start));
            }
        }
    }
    mentions
}

impl Surroundings<'_, '_> {
    /// The foreign country that is named next before an official in a sentence, else in a headline that names one
    /// alone, else in the whole story.
    pub(super) fn country_near(&self, id: &Id) -> Option<Country> {
        let in_sentence =
            self.mentions_of(id).find_map(|(text, at)| self.countries(text, sentence_before(text, at)).pop());
        let headlines = self.texts.iter().filter(|text| matches!(text.passage.part, Part::Headline));
        let in_headline = || {
            let named: HashSet<Country> = headlines
                .flat_map(|text| self.countries(text, 0..text.passage.tokens.len().min(MOST_TOKENS_BACK)))
                .collect();
            if named.len() == 1 { named.into_iter().next() } else { None }
        };
        let only_foreign = || *self.only_foreign.get_or_init(|| only_foreign_country(self.texts, self.home));
        in_sentence.or_else(in_headline).or_else(only_foreign)
    }

    /// Whether a title of an official is of an international body that no code stands for.
    pub(super) fn serves_several_states(&self, id: &Id) -> bool {
        self.mentions_of(id).any(|(text, at)| {
            let person = text.people.iter().find(|found| found.tokens.start == at);
            person.is_some_and(|found| serves_several_states(&text.passage, found.tokens.clone()))
        })
    }

    /// "The Latvian Embassy said that their ambassador, Ilze Ozola, …": the country that a possessive stands for.
    pub(super) fn owner(&self, id: &Id) -> Option<Country> {
        self.mentions_of(id).find_map(|(text, at)| {
            let owner =
                at.checked_sub(1).filter(|&before| text.passage.is_any(before, words!["their", "its"]))?;
            self.countries(text, sentence_before(text, owner)).pop()
        })
    }

    /// "In Lima she will meet with President Ruiz": whether someone is met in a sentence that names a foreign country first.
    pub(super) fn is_met_abroad(&self, id: &Id) -> bool {
        self.mentions_of(id).any(|(text, at)| {
            let mut verb = (1..=2).filter_map(|back| at.checked_sub(back));
            let is_met = verb.any(|at| {
                text.passage.is_any(at, words!["meet", "meets", "met", "with", "thank", "thanked", "see"])
            });
            let before = sentence_before(text, at);
            // "The U.S. envoy has held meetings in Seoul, also with │ Foreign Minister Ana Virta", in news of Korea.
            let at_home = || {
                countries_in(&text.passage, before.clone(), self.home)
                    .last()
                    .is_some_and(|(_, country)| country == self.home)
            };
            is_met
                && !self.countries(text, before.clone()).is_empty()
                && !at_home()
                && !is_of_journey(text, at)
        })
    }

    /// "In Riga, │ Minister Ana Virta will host her": the foreign country where somebody receives a guest.
    pub(super) fn seat(&self, id: &Id) -> Option<Country> {
        const MOST: usize = 4;
        const RECEIVES: &Words = words![
            "host", "hosted", "hosts", "receive", "received", "receives", "welcome", "welcomed", "welcomes"
        ];
        self.mentions_of(id).find_map(|(text, at)| {
            let passage = &text.passage;
            let start = passage.sentence_of(at).start;
            let opens =
                at <= start + MOST && passage.is(start, "in") && passage.is_mark(at.wrapping_sub(1), ',');
            let person = text.people.iter().find(|found| opens && found.tokens.start == at)?;
            let verbs = person.tokens.end..person.tokens.end + 2;
            let receives = verbs.into_iter().any(|verb| passage.is_any(verb, RECEIVES));
            let (_, country) = countries_in(passage, start..at, self.home).last().filter(|_| receives)?;
            Some(country).filter(|country| *country != self.home)
        })
    }

    /// "to Riga to meet Minister Ana Virta": the foreign country to which somebody goes to meet an official.
    pub(super) fn scene(&self, id: &Id) -> Option<Country> {
        const MOST: usize = 8;
        const MEETS: &Words = words!["meet", "meeting", "meetings", "see", "talks"];
        self.mentions_of(id).find_map(|(text, at)| {
            let passage = &text.passage;
            let first = at.saturating_sub(MOST).max(passage.sentence_of(at).start);
            let verb = (first..at).rev().find(|&verb| passage.is_any(verb, MEETS))?;
            let link = verb.checked_sub(1).filter(|&link| passage.is_any(link, words!["to", "for"]))?;
            let to = (first..link).rev().find(|&to| passage.is(to, "to"))?;
            let (place, country) = countries_in(passage, to + 1..link, self.home).last()?;
            let is_end = (place..link).all(|at| passage.kind(at).is_capital());
            Some(country).filter(|country| is_end && *country != self.home)
        })
    }

    /// The foreign countries that some tokens name outside the titles of people, in order.
    fn countries(&self, text: &Annotated<'_>, tokens: Range<usize>) -> Vec<Country> {
        let of_person = |at: usize| {
            let after = text.people.partition_point(|found| found.tokens.start <= at);
            let last = after.checked_sub(1).and_then(|last| text.people.get(last));
            last.is_some_and(|found| found.tokens.contains(&at))
        };
        let named = countries_in(&text.passage, tokens, self.home)
            .filter(|(at, _)| !of_person(*at) && !is_delegation(&text.passage, *at + 1));
        named.map(|(_, country)| country).filter(|country| *country != self.home).collect()
    }
}

/// "I will travel to Fiji with Minister Ana Virta": whether the last verb before a mention tells of a journey, which
/// somebody makes with others.
fn is_of_journey(text: &Annotated<'_>, at: usize) -> bool {
    let last = text.hooks.partition_point(|hook| hook.tokens.start < at).checked_sub(1);
    last.and_then(|last| text.hooks.get(last)).is_some_and(|hook| {
        matches!(hook.trigger.frame, Frame::Visit | Frame::Travel)
            && text.passage.sentence_of(at).contains(&hook.tokens.start)
    })
}

/// The tokens of a sentence before one of them.
fn sentence_before(text: &Annotated<'_>, at: usize) -> Range<usize> {
    text.passage.sentence_of(at).start.max(at.saturating_sub(MOST_TOKENS_BACK))..at
}

fn only_foreign_country(texts: &[Annotated<'_>], home: Country) -> Option<Country> {
    let passages = texts.iter().map(|text| &text.passage);
    let mut named: HashSet<Country> = passages
        .flat_map(|passage| countries_in(passage, 0..passage.tokens.len(), home))
        .map(|(_, country)| country)
        .collect();
    named.remove(&home);
    if named.len() == 1 { named.into_iter().next() } else { None }
}

/// How many tokens before a mention are looked at, and how many mentions of an official.
const MOST_TOKENS_BACK: usize = 200;

const MOST_MENTIONS: usize = 5;
