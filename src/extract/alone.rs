//! One official, visit or commemoration from a text of its own.

use std::fmt;
use std::str::FromStr;

use super::Extractor;
use super::assembly::each_participant;
use crate::model::{Block, Commemoration, Facts, Id, Official, Participant, Story, Visit};

/// A text that was to tell of one fact does not.
///
/// ```
/// use newsdesk::Official;
/// let error = "the weather".parse::<Official>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the text names no official: expected a title and a name, as in \"Defence Minister Aino Virta\""
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotOneFact {
    /// What was looked for: "official".
    pub wanted: &'static str,
    /// How many the text tells of.
    pub found: usize,
    /// The shape that was expected.
    pub expected: &'static str,
}

impl fmt::Display for NotOneFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.found {
            0 => write!(f, "the text names no {}: expected {}", self.wanted, self.expected),
            found => write!(f, "the text names {found} {}s: expected one, {}", self.wanted, self.expected),
        }
    }
}

impl std::error::Error for NotOneFact {}

impl FromStr for Official {
    type Err = NotOneFact;

    /// Reads one official: title, rank, name and what follows them. The id is `official-1`.
    ///
    /// Mentions and evidence are left out: there is no story for them to point at.
    ///
    /// ```
    /// use newsdesk::Official;
    /// let rama: Official = "Lieutenant General Rrahman Rama".parse()?;
    /// assert_eq!(rama.rank.unwrap().title, "Lieutenant General");
    /// assert_eq!(rama.name.unwrap().to_string(), "Rrahman Rama");
    /// # Ok::<(), newsdesk::extract::NotOneFact>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, NotOneFact> {
        let expected = "a title and a name, as in \"Defence Minister Aino Virta\"";
        only(facts_of(text).officials, "official", expected)
    }
}

impl FromStr for Visit {
    type Err = NotOneFact;

    /// Reads one visit. The text may call officials by id ("official-7 visited Riga") or by title and
    /// name, and then the first whom it names is `official-1`, the next `official-2`, and so on.
    ///
    /// Stops in several countries, which a story tells as one visit each, are legs of one visit here
    /// if the same people make them. Evidence is left out.
    ///
    /// ```
    /// use newsdesk::{Status, Visit};
    /// let visit: Visit = "Defence Minister Aino Virta will visit Riga in Latvia on 4 May 2018.".parse()?;
    /// assert_eq!(visit.status, Some(Status::Planned));
    /// assert_eq!(visit.visitors[0].id().unwrap().as_str(), "official-1");
    /// # Ok::<(), newsdesk::extract::NotOneFact>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, NotOneFact> {
        let expected = "a sentence as \"official-1 visited Belgrade in Serbia on 4 May 2018.\"";
        only(joined(facts_of(text).visits), "visit", expected)
    }
}

impl FromStr for Commemoration {
    type Err = NotOneFact;

    /// Reads one commemoration. The text calls officials as in [`Visit::from_str`].
    ///
    /// ```
    /// use newsdesk::{ActKind, Commemoration};
    /// let text = "The 100th anniversary of the Salonika Front was marked. official-1 laid a wreath.";
    /// let commemoration: Commemoration = text.parse()?;
    /// assert_eq!(commemoration.anniversary.unwrap().number, 100);
    /// assert_eq!(commemoration.acts[0].kind, ActKind::Wreath);
    /// # Ok::<(), newsdesk::extract::NotOneFact>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, NotOneFact> {
        let expected = "an anniversary, a named day or an act of remembrance";
        only(facts_of(text).commemorations, "commemoration", expected)
    }
}

fn only<T>(mut found: Vec<T>, wanted: &'static str, expected: &'static str) -> Result<T, NotOneFact> {
    match found.pop() {
        Some(only) if found.is_empty() => Ok(only),
        last => Err(NotOneFact { wanted, found: found.len() + usize::from(last.is_some()), expected }),
    }
}

/// Visits of the same people as one with several legs.
fn joined(visits: Vec<Visit>) -> Vec<Visit> {
    let mut joined: Vec<Visit> = Vec::new();
    for visit in visits {
        match joined
            .last_mut()
            .filter(|last| last.visitors == visit.visitors && last.background == visit.background)
        {
            Some(last) => {
                last.legs.extend(visit.legs);
                last.precedence.extend(visit.precedence);
                last.status = last.status.take().or(visit.status);
            }
            None => joined.push(visit),
        }
    }
    joined
}

/// The facts of a text in which officials may be called by id.
fn facts_of(text: &str) -> Facts {
    let (text, ids) = with_names_for_ids(text);
    let story = Story::new("").with_block(Block::paragraph(text));
    let mut facts = Extractor::new().extract(story).facts.without_evidence();
    let called: Vec<(Id, Id)> = facts
        .officials
        .iter()
        .filter_map(|official| {
            let name = official.name.as_ref()?.to_string();
            let id = ids.iter().enumerate().find(|(index, _)| stand_in(*index) == name)?.1;
            Some((official.id.clone(), id.clone()))
        })
        .collect();
    let restore = |id: &mut Id| {
        if let Some((_, known)) = called.iter().find(|(read, _)| read == id) {
            *id = known.clone();
        }
    };
    each_participant(&mut facts, &mut |participant| {
        if let Participant::Official(id) = participant {
            restore(id);
        }
    });
    facts
}

/// The text with a rank and a name in place of each id, and the ids in the order of their names.
fn with_names_for_ids(text: &str) -> (String, Vec<Id>) {
    let mut ids: Vec<Id> = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut named = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let (word, after) = from.split_at_checked(end).unwrap_or((from, ""));
        named.push_str(before);
        match Id::new(word).ok().filter(|_| is_id_of_official(word)) {
            Some(id) => {
                let index = ids.iter().position(|known| *known == id).unwrap_or_else(|| {
                    ids.push(id);
                    ids.len() - 1
                });
                named.push_str(&format!("General {}", stand_in(index)));
            }
            None => named.push_str(word),
        }
        rest = after;
    }
    named.push_str(rest);
    (named, ids)
}

/// "official-12": the form of the ids that reading gives.
fn is_id_of_official(word: &str) -> bool {
    word.strip_prefix("official-")
        .is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()))
}

/// A name that nobody bears.
fn stand_in(index: usize) -> String {
    let mut name = "Qzyx".to_owned();
    name.extend(index.to_string().chars().filter_map(|digit| char::from_u32(u32::from(digit) + 49)));
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_known_again_whatever_their_order() {
        let visit: Visit = "official-9 and official-2 visited Serbia.".parse().unwrap();
        let ids: Vec<&str> = visit.visitors.iter().filter_map(|who| Some(who.id()?.as_str())).collect();
        assert_eq!(ids, ["official-9", "official-2"]);
    }

    #[test]
    fn a_text_of_two_is_not_one() {
        let error = "Defence Minister Aino Virta and President Carlos Reyes".parse::<Official>().unwrap_err();
        assert_eq!(error.found, 2);
        assert!(error.to_string().starts_with("the text names 2 officials"));
    }
}
