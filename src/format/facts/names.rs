//! People and bodies by name: how a line joins what the model joins by id.

use std::collections::HashMap;

use crate::model::{Facts, Id, Official, Participant};

/// The name of an official on one line, if there is one.
pub(super) fn name_of(official: &Official) -> Option<String> {
    let name = one_line(&official.name.as_ref()?.to_string());
    (!name.is_empty()).then_some(name)
}

/// What a line calls those who take part, each once; those without a word are left out.
pub(super) fn call<'a>(
    participants: impl IntoIterator<Item = &'a Participant>,
    facts: &Facts,
) -> Vec<String> {
    distinct(participants.into_iter().map(|participant| call_one(participant, facts)))
}

/// The values in their order, each once, the empty ones left out.
pub(super) fn distinct(values: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    for value in values {
        if !value.is_empty() && !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}

/// Name, or else role; the id where it leads nowhere.
fn call_one(participant: &Participant, facts: &Facts) -> String {
    match participant {
        Participant::Official(id) => match facts.official(id) {
            Some(official) => name_of(official)
                .unwrap_or_else(|| one_line(&Official { name: None, ..official.clone() }.label())),
            None => id.to_string(),
        },
        Participant::Organisation(id) => match facts.organisation(id) {
            Some(organisation) => one_line(&organisation.name),
            None => id.to_string(),
        },
        Participant::Described(words) => one_line(words),
    }
}

/// A name with single spaces, so that the same words are the same name.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The officials of a line that is read, by name; of two of one name the first.
#[derive(Debug, Default)]
pub(super) struct Register(HashMap<String, Id>);

impl Register {
    pub(super) fn of(officials: &[Official]) -> Self {
        let mut ids = HashMap::new();
        for official in officials {
            if let Some(name) = name_of(official) {
                ids.entry(name).or_insert_with(|| official.id.clone());
            }
        }
        Self(ids)
    }

    /// The official of a name; a description where there is none.
    pub(super) fn participant(&self, name: String) -> Participant {
        match self.0.get(&one_line(&name)) {
            Some(id) => Participant::Official(id.clone()),
            None => Participant::Described(name),
        }
    }

    pub(super) fn participants(&self, names: Vec<String>) -> Vec<Participant> {
        names.into_iter().map(|name| self.participant(name)).collect()
    }
}
