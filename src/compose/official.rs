//! Officials in words: "Defence Minister Mark Lancaster", "Lieutenant General Rrahman Rama".

use std::fmt;

use super::list::{capitalised, list};
use super::place::{country_name, demonym};
use crate::model::{Official, Qualifier, Role};

impl fmt::Display for Official {
    /// Title, honorifics, rank, name, letters after the name, and further roles between commas.
    ///
    /// An official without a name is called by the first role: "the British Ambassador".
    ///
    /// ```
    /// use newsdesk::{Id, Name, Official, Rank, Role};
    /// let rama = Official::new(Id::new("official-1")?)
    ///     .with_rank(Rank::new("Lieutenant General"))
    ///     .with_name(Name::western("Rrahman Rama"));
    /// assert_eq!(rama.to_string(), "Lieutenant General Rrahman Rama");
    /// let lancaster = Official::new(Id::new("official-2")?)
    ///     .with_role(Role::new("Defence Minister"))
    ///     .with_name(Name::western("Mark Lancaster"))
    ///     .with_post_nominal("MP");
    /// assert_eq!(lancaster.to_string(), "Defence Minister Mark Lancaster MP");
    /// # Ok::<(), newsdesk::InvalidText>(())
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let introduction = Introduction::of(self);
        f.write_str(&capitalised(&introduction.words))
    }
}

/// How an official is brought in.
#[derive(Debug, Clone)]
pub(super) struct Introduction {
    /// The words, as in the middle of a sentence.
    pub(super) words: String,
    /// Whether they end in an appositive, which a comma closes.
    pub(super) appositive: bool,
}

impl Introduction {
    pub(super) fn of(official: &Official) -> Self {
        let Some(name) = &official.name else { return Self::without_name(official) };
        // Two roles stand before the name: "Prime Minister and Minister of Defence Xavier Weber".
        let mut roles = official.roles.iter();
        let before: Vec<String> = roles.by_ref().take(2).map(role).collect();
        let mut words: Vec<String> = Vec::new();
        words.extend(Some(list(&before)).filter(|roles| !roles.is_empty()));
        words.extend(official.honorifics.iter().cloned());
        words.extend(official.rank.iter().map(|rank| rank.title.clone()));
        words.push(name.to_string());
        words.extend(official.post_nominals.iter().cloned());
        let further: Vec<String> = roles.map(|further| format!("the {}", role(further))).collect();
        let appositive = !further.is_empty();
        let further = if appositive { format!(", {}", list(&further)) } else { String::new() };
        Self { words: words.join(" ") + &further, appositive }
    }

    fn without_name(official: &Official) -> Self {
        let words = match official.roles.first() {
            Some(first) => format!("the {}", role(first)),
            None => official.id.to_string(),
        };
        Self { words, appositive: false }
    }
}

/// A role before a name: "former British Prime Minister", "President of Serbia".
pub(super) fn role(role: &Role) -> String {
    let mut words = Vec::new();
    words.extend(
        role.qualifier.iter().filter(|qualifier| **qualifier != Qualifier::Designate).map(Qualifier::as_str),
    );
    let named = role.jurisdiction.filter(|country| {
        // "President of Serbia" says its country already.
        country_name(*country).is_none_or(|name| !role.title.contains(name))
    });
    words.extend(named.and_then(demonym));
    words.push(&role.title);
    let designate = role.qualifier == Some(Qualifier::Designate);
    words.join(" ") + if designate { "-designate" } else { "" }
}
