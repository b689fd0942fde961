//! A user's own words: people, roles, places and organisations that the built-in lexicon does not know.

use std::fmt;

use super::Extractor;
use crate::model::Country;

/// What some words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EntryKind {
    /// Somebody who holds office, by name: found without a title, too.
    Person,
    /// A title in the singular: "Wombat Commissioner".
    Role,
    /// A city, a site, a region.
    Place,
    /// A body that people speak and travel for.
    Organisation,
}

impl EntryKind {
    /// All of them, as files of entries name them.
    const NAMES: [(&'static str, Self); 4] = [
        ("person", Self::Person),
        ("role", Self::Role),
        ("place", Self::Place),
        ("organisation", Self::Organisation),
    ];
}

/// Some words, what they are, and of which country.
///
/// ```
/// use newsdesk::extract::Entry;
/// use newsdesk::{Block, Country, Extractor, Story};
///
/// let extractor = Extractor::new().with_entries([
///     Entry::person("Qiro Vantel").with_country(Country::new("FI")?),
///     Entry::role("Keeper of the Bridge"),
/// ]);
/// let story = Story::new("").with_block(Block::paragraph("Qiro Vantel met Keeper of the Bridge Ana Virta."));
/// let story = extractor.extract(story);
/// assert_eq!(story.facts.officials.len(), 2);
/// assert_eq!(story.facts.officials[0].country, Some(Country::new("FI")?));
/// assert_eq!(story.facts.officials[1].roles[0].title, "Keeper of the Bridge");
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Entry {
    /// What the words are.
    pub kind: EntryKind,
    /// The words, as stories write them. Those all in capitals are found in capitals only.
    pub words: String,
    /// The country that the person serves, or that the place or body lies in.
    pub country: Option<Country>,
}

impl Entry {
    /// Words of a kind.
    #[must_use]
    pub fn new(kind: EntryKind, words: impl Into<String>) -> Self {
        Self { kind, words: words.into(), country: None }
    }

    /// The name of somebody who holds office.
    #[must_use]
    pub fn person(name: impl Into<String>) -> Self {
        Self::new(EntryKind::Person, name)
    }

    /// A title in the singular.
    #[must_use]
    pub fn role(title: impl Into<String>) -> Self {
        Self::new(EntryKind::Role, title)
    }

    /// The name of a place.
    #[must_use]
    pub fn place(name: impl Into<String>) -> Self {
        Self::new(EntryKind::Place, name)
    }

    /// The name of an organisation.
    #[must_use]
    pub fn organisation(name: impl Into<String>) -> Self {
        Self::new(EntryKind::Organisation, name)
    }

    /// Sets the country.
    #[must_use]
    pub fn with_country(mut self, country: Country) -> Self {
        self.country = Some(country);
        self
    }

    /// The entries of a text of lines: a kind, the words and, if wanted, a country code, with tabs
    /// between them. Empty lines and lines that begin with `#` say nothing.
    ///
    /// ```
    /// use newsdesk::extract::{Entry, EntryKind};
    /// let entries = Entry::read_lines("# our own\nperson\tQiro Vantel\tFI\nrole\tKeeper of the Bridge\n")?;
    /// assert_eq!(entries[1], Entry::new(EntryKind::Role, "Keeper of the Bridge"));
    /// let error = Entry::read_lines("person\tQiro Vantel\tFinland\n").unwrap_err();
    /// assert_eq!(error.to_string(), "line 1, column 20: \"Finland\" is no country code: expected two letters, as in FI");
    /// # Ok::<(), newsdesk::extract::EntryError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// At the first line that is no entry, with its line and column.
    pub fn read_lines(text: &str) -> Result<Vec<Self>, EntryError> {
        let lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate();
        let entries = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        entries.map(|(index, line)| Self::read_line(line, index + 1)).collect()
    }

    fn read_line(line: &str, number: usize) -> Result<Self, EntryError> {
        let mut column = 1;
        let mut cells = line.split('\t').map(|cell| {
            let start = column;
            column += cell.chars().count() + 1;
            (start, cell.trim())
        });
        let error = |column, problem| EntryError { line: number, column, problem };
        let (at, name) = cells.next().unwrap_or((1, ""));
        let (words_at, words) = cells.next().unwrap_or((at + name.chars().count(), ""));
        let country = cells.next().filter(|(_, cell)| !cell.is_empty());
        let rest = cells.next();
        let kind = EntryKind::NAMES.iter().find(|(known, _)| *known == name);
        let (_, kind) = kind.ok_or_else(|| error(at, EntryProblem::UnknownKind(name.to_owned())))?;
        if !words.chars().any(char::is_alphanumeric) {
            return Err(error(words_at, EntryProblem::NoWords));
        }
        if let Some((at, cell)) = rest {
            return Err(error(at, EntryProblem::TooManyCells(cell.to_owned())));
        }
        let mut entry = Self::new(*kind, words);
        if let Some((at, code)) = country {
            let country =
                Country::new(code).map_err(|_| error(at, EntryProblem::NoCountry(code.to_owned())))?;
            entry = entry.with_country(country);
        }
        Ok(entry)
    }
}

/// Why a line is no entry, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntryError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub problem: EntryProblem,
}

/// What is wrong with a line of a file of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EntryProblem {
    /// The first cell names no kind.
    UnknownKind(String),
    /// The second cell has no words.
    NoWords,
    /// The third cell is no country code.
    NoCountry(String),
    /// There is a fourth cell.
    TooManyCells(String),
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        match &self.problem {
            EntryProblem::UnknownKind(name) => {
                write!(
                    f,
                    "{name:?} is no kind of entry: expected person, role, place or organisation, and a tab"
                )
            }
            EntryProblem::NoWords => f.write_str("no words: expected a tab, and then a name or a title"),
            EntryProblem::NoCountry(code) => {
                write!(f, "{code:?} is no country code: expected two letters, as in FI")
            }
            EntryProblem::TooManyCells(cell) => {
                write!(f, "{cell:?} is one cell too many: expected a kind, the words and a country code")
            }
        }
    }
}

impl std::error::Error for EntryError {}

impl Extractor {
    /// Adds words to those that the extractor knows. Where they are in the built-in lexicon too, they
    /// are both.
    ///
    /// The lexicon is made anew each time, which takes some tens of milliseconds: add all at once.
    #[must_use]
    pub fn with_entries(mut self, entries: impl IntoIterator<Item = Entry>) -> Self {
        self.lexicon = self.lexicon.with(entries);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_line_says_where_and_what() {
        for (text, told) in [
            ("place\tOst\n\nPlace\tOst", "line 3, column 1: \"Place\" is no kind of entry"),
            ("place", "line 1, column 6: no words"),
            ("place\t—", "line 1, column 7: no words"),
            ("# x\nplace\tÓst\tF", "line 2, column 11: \"F\" is no country code"),
            ("place\tOst\tFI\tx", "line 1, column 14: \"x\" is one cell too many"),
        ] {
            let error = Entry::read_lines(text).unwrap_err().to_string();
            assert!(error.starts_with(told), "{text:?}: {error}");
        }
    }

    #[test]
    fn white_space_and_comments_say_nothing() {
        let entries = Entry::read_lines("\u{feff}# ours\n \nrole\t Warden of Ost \t\r\n").unwrap();
        assert_eq!(entries, [Entry::role("Warden of Ost")]);
    }
}
