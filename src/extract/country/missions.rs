//! Missions: the ambassador of an embassy that a story names, and whom an envoy meets at the post.

use std::collections::HashSet;
use std::ops::Range;

use super::surroundings::Surroundings;
use crate::extract::annotated::{Annotated, within};
use crate::extract::lexicon::{self, Class};
use crate::extract::passage::Passage;
use crate::extract::role::is_body;
use crate::extract::token::TokenKind;
use crate::extract::words::Words;
use crate::model::{Country, Id};

impl Surroundings<'_, '_> {
    /// "The Embassy of Peru held a reception. Ambassador │ Luis Ibarro spoke.": the state whose mission the text of an
    /// ambassador names, else the whole story, if it is one state's alone.
    pub(super) fn mission(&self, id: &Id) -> Option<Country> {
        let mut texts = self.mentions_of(id).map(|(text, _)| text);
        texts.find_map(|text| only(missions(&text.passage))).or_else(|| {
            let all = self.texts.iter().flat_map(|text| missions(&text.passage));
            only(all)
        })
    }

    /// "the High Commissioner of Gambia conveyed greetings from │ President Barro": the state of the envoy who brings a
    /// message. `served` tells the country of an official.
    pub(super) fn sender(&self, id: &Id, served: &dyn Fn(&Id) -> Option<Country>) -> Option<Country> {
        const MESSAGES: &Words = words![
            "condolences", "congratulations", "goodwill", "greetings", "invitation", "letter", "message",
            "messages", "regards", "wishes",
        ];
        const MOST: usize = 8;
        self.mentions_of(id).find_map(|(text, at)| {
            let passage = &text.passage;
            let the = usize::from(at > 0 && passage.is(at - 1, "the"));
            let link =
                (at - the).checked_sub(1).filter(|&link| passage.is_any(link, words!["from", "of"]))?;
            let start = passage.sentence_of(at).start;
            (link.saturating_sub(MOST).max(start)..link).find(|&at| passage.is_any(at, MESSAGES))?;
            let bearers = within(&text.people, start..link);
            let states = bearers.iter().filter_map(|bearer| served(bearer.who.id()?));
            states.last().filter(|state| *state != self.home && !is_body(*state))
        })
    }

    /// "The French Ambassador to Kenya met │ Cabinet Secretary Moses Kuria": the state where an envoy is posted who meets an
    /// official there.
    pub(super) fn post(&self, id: &Id) -> Option<Country> {
        self.mentions_of(id).find_map(|(text, at)| {
            let passage = &text.passage;
            let start = passage.sentence_of(at).start;
            let envoys = if is_met(passage, start..at) { within(&text.people, start..at) } else { &[] };
            envoys.iter().find_map(|envoy| posted(text, envoy.tokens.clone()))
        })
    }
}

/// Whether a verb of meeting stands right before a token, or of a call on somebody.
fn is_met(passage: &Passage<'_>, before: Range<usize>) -> bool {
    const MEETS: &Words = words!["meet", "meets", "met", "with", "joined", "received", "hosted"];
    let at = before.end;
    let the = usize::from(at > before.start && passage.is(at - 1, "the"));
    let last = (at - the).checked_sub(1).filter(|last| before.contains(last));
    last.is_some_and(|last| {
        let calls = passage.is(last, "on")
            && last
                .checked_sub(1)
                .is_some_and(|call| passage.is_any(call, words!["call", "called", "calls"]));
        let is_by = passage.is(last, "by")
            && last.checked_sub(1).is_some_and(|verb| passage.is_any(verb, words!["hosted", "received"]));
        calls || is_by || passage.is_any(last, MEETS)
    })
}

/// "Ambassador to │ Kenya": where somebody is posted.
fn posted(text: &Annotated<'_>, person: Range<usize>) -> Option<Country> {
    const ENVOYS: &Words = words![
        "ambassador", "commissioner", "chargé", "chargée", "charge", "consul", "envoy", "mission", "nuncio"
    ];
    let passage = &text.passage;
    let envoy = person.clone().find(|&at| passage.is_any(at, ENVOYS))?;
    let to = (envoy + 1..person.end).find(|&at| passage.is_any(at, words!["to", "in"]))?;
    let state = to + 1 + usize::from(passage.is(to + 1, "the"));
    let found = passage.longest(state, Class::Country).filter(|_| passage.kind(state).is_capital())?;
    lexicon::country(found.entry.country).filter(|country| !is_body(*country))
}

/// The states whose missions a passage names: "the Embassy of Peru", "the Peruvian High Commission".
fn missions<'p>(passage: &'p Passage<'_>) -> impl Iterator<Item = Country> + 'p {
    const MISSIONS: &Words = words!["embassy", "consulate"];
    (0..passage.tokens.len()).filter_map(move |at| {
        let is_high = passage.is(at, "commission") && passage.is(at.wrapping_sub(1), "high");
        if !(is_high || passage.is_any(at, MISSIONS)) || !passage.kind(at).is_capital() {
            return None;
        }
        let start = at - usize::from(is_high);
        let owner = start
            .checked_sub(1)
            .map(|before| before - usize::from(passage.kind(before) == TokenKind::Possessive && before > 0));
        let before = owner.and_then(|owner| {
            (owner.saturating_sub(2)..=owner).find_map(|first| {
                let found = passage.longest_of(first, &[Class::Country, Class::Demonym])?;
                (first + found.len == owner + 1).then_some(found)
            })
        });
        let of = at + 1 + usize::from(passage.is(at + 1, "general"));
        let name = of + 1 + usize::from(passage.is(of + 1, "the"));
        let after = || passage.longest(name, Class::Country).filter(|_| passage.is(of, "of"));
        lexicon::country(before.or_else(after)?.entry.country)
    })
}

/// The country that all are, if one is.
fn only(countries: impl Iterator<Item = Country>) -> Option<Country> {
    let all: HashSet<Country> = countries.collect();
    if all.len() == 1 { all.into_iter().next() } else { None }
}

#[cfg(test)]
mod tests {
    use crate::extract::told::officials;

    #[test]
    fn the_ambassador_of_an_embassy_serves_its_state() {
        let text = "The Embassy of Peru held a reception. Ambassador Luis Ibarro spoke.";
        assert_eq!(officials("KE", text), ["Luis Ibarro | Ambassador | PE"]);
        let text = "At the Latvian Embassy in Nairobi, Chargé d’Affaires Ilze Ozoli and Ambassador Ana Virta of Finland spoke.";
        assert_eq!(
            officials("KE", text),
            ["Ilze Ozoli | Chargé d’Affaires | LV", "Ana Virta | Ambassador | FI"]
        );
        let text = "The embassies closed. Ambassador Luis Ibarro, who once led a consulate, spoke.";
        assert_eq!(officials("KE", text), ["Luis Ibarro | Ambassador | KE"]);
    }

    #[test]
    fn whom_an_envoy_meets_is_at_home_at_the_post() {
        let text = "The French Ambassador to Kenya, Arno Suket, met Cabinet Secretary for Trade Moses Kuri. The Ambassador to \
                    Peru, Ana Virta, paid a courtesy call on Governor Luis Ibarro.";
        assert_eq!(
            officials("FR", text),
            [
                "Arno Suket | Ambassador to Kenya | FR",
                "Moses Kuri | Cabinet Secretary for Trade | KE",
                "Ana Virta | Ambassador to Peru | FR",
                "Luis Ibarro | Governor | PE"
            ]
        );
    }

    #[test]
    fn whose_greetings_an_envoy_brings_is_of_the_state_that_sent_her() {
        let text = "Presenting her credentials, Clauda Cole, the High Commissioner of The Gambia, extended greetings from President \
                    Adam Barro.";
        assert_eq!(
            officials("SL", text),
            ["Clauda Cole | High Commissioner of The Gambia | GM", "Adam Barro | President | GM"]
        );
    }
}
