//! Who is in a text, and by what it calls each: in full at first, by name after that.

use super::list::list;
use super::official::Introduction;
use crate::model::{Facts, Id, Official, Participant};

/// By what a text calls officials whom it has brought in before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Again {
    /// By their family name, where nobody else bears it: the style of news.
    FamilyName,
    /// By all their names.
    FullName,
    /// As at first.
    Introduction,
}

/// The people of a text on its way.
#[derive(Debug)]
pub(super) struct Cast<'f> {
    facts: &'f Facts,
    again: Again,
    /// Officials in the order in which the text brings them in.
    pub(super) introduced: Vec<Id>,
}

/// People in the words of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Called {
    pub(super) words: String,
    pub(super) plural: bool,
    /// Whether a comma must close the words before the sentence goes on.
    pub(super) open: bool,
}

impl Called {
    /// The words before the next words of a sentence.
    pub(super) fn then(&self, words: &str) -> String {
        format!("{}{} {words}", self.words, if self.open { "," } else { "" })
    }
}

impl<'f> Cast<'f> {
    pub(super) fn new(facts: &'f Facts, again: Again) -> Self {
        Self { facts, again, introduced: Vec::new() }
    }

    /// All of some participants; none if there are none.
    pub(super) fn call(&mut self, participants: &[Participant]) -> Option<Called> {
        let called: Vec<Called> = participants.iter().map(|who| self.call_one(who)).collect();
        let (last, rest) = called.split_last()?;
        let separators = rest.iter().any(|called| called.open);
        let words: Vec<String> = called.iter().map(|called| called.words.clone()).collect();
        // "A, the Minister of Trade, and B": commas within keep the last "and" apart.
        let words = match (separators, words.split_last()) {
            (true, Some((last, rest))) => format!("{}, and {last}", rest.join(", ")),
            _ => list(&words),
        };
        Some(Called { words, plural: called.len() > 1 || last.plural, open: last.open })
    }

    pub(super) fn call_one(&mut self, participant: &Participant) -> Called {
        match participant {
            Participant::Official(id) => match self.facts.official(id) {
                Some(official) => self.call_official(official),
                None => Called { words: id.to_string(), plural: false, open: false },
            },
            Participant::Organisation(id) => {
                let name =
                    self.facts.organisation(id).map_or_else(|| id.to_string(), |found| found.name.clone());
                Called { words: name, plural: false, open: false }
            }
            Participant::Described(words) => {
                Called { words: words.clone(), plural: words.ends_with('s'), open: false }
            }
        }
    }

    fn call_official(&mut self, official: &Official) -> Called {
        let is_known = self.introduced.contains(&official.id);
        if !is_known {
            self.introduced.push(official.id.clone());
        }
        let short = match (&official.name, self.again) {
            (Some(name), Again::FamilyName) => name
                .family()
                .filter(|family| self.is_unique(official, family))
                .or_else(|| Some(name.to_string())),
            (Some(name), Again::FullName) => Some(name.to_string()),
            _ => None,
        };
        if let (true, Some(words)) = (is_known, short) {
            return Called { words, plural: false, open: false };
        }
        let Introduction { words, appositive } = Introduction::of(official);
        Called { words, plural: false, open: appositive }
    }

    fn is_unique(&self, official: &Official, family: &str) -> bool {
        let last = |words: &str| words.rsplit([' ', '-']).next().unwrap_or_default().to_lowercase();
        let bears = |other: &&Official| {
            other.name.as_ref().is_some_and(|name| last(&name.to_string()) == last(family))
        };
        !self.facts.officials.iter().filter(|other| other.id != official.id).any(|other| bears(&other))
    }
}
