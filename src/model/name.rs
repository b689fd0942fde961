//! Names of people, as parts in the order written.

use serde::{Deserialize, Serialize};

use super::vocabulary::open_vocabulary;

open_vocabulary! {
    /// What a part of a name is.
    ///
    /// ```
    /// use newsdesk::NamePartKind;
    /// assert_eq!(NamePartKind::from("particle"), NamePartKind::Particle);
    /// ```
    NamePartKind {
        /// A given name, or an initial of one.
        Given = "given",
        /// A family name, or the only name.
        Family = "family",
        /// A particle: "von der", "bin", "de".
        Particle = "particle",
        /// A name in quotation marks or brackets.
        Nickname = "nickname",
        /// "Jr", "III".
        Suffix = "suffix",
    }
}

/// One part of a [`Name`].
///
/// ```
/// use newsdesk::{NamePart, NamePartKind};
/// let part = NamePart::new(NamePartKind::Family, "Lancaster");
/// assert_eq!(part.text, "Lancaster");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamePart {
    /// What it is.
    pub kind: NamePartKind,
    /// Its text, as written.
    pub text: String,
}

impl NamePart {
    /// A part of a kind.
    #[must_use]
    pub fn new(kind: impl Into<NamePartKind>, text: impl Into<String>) -> Self {
        Self { kind: kind.into(), text: text.into() }
    }
}

/// The name of a person: parts in the order written, without honorific, rank, role or post-nominals.
///
/// ```
/// use newsdesk::Name;
/// let name = Name::from_parts([("family", "MOTEGI"), ("given", "Toshimitsu")]);
/// assert_eq!(name.to_string(), "MOTEGI Toshimitsu");
/// assert_eq!(name.family().as_deref(), Some("MOTEGI"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Name {
    /// The parts, in the order written.
    pub parts: Vec<NamePart>,
}

impl Name {
    /// A name of these parts, each a kind and its text.
    #[must_use]
    pub fn from_parts<K: Into<NamePartKind>, T: Into<String>>(
        parts: impl IntoIterator<Item = (K, T)>,
    ) -> Self {
        Self { parts: parts.into_iter().map(|(kind, text)| NamePart::new(kind, text)).collect() }
    }

    /// A western name from its words: the last is the family name, with the particles before it.
    ///
    /// ```
    /// use newsdesk::Name;
    /// let name = Name::western("Ursula von der Leyen");
    /// assert_eq!(name.family().as_deref(), Some("von der Leyen"));
    /// ```
    #[must_use]
    pub fn western(words: &str) -> Self {
        let mut parts: Vec<NamePart> =
            words.split_whitespace().map(|word| NamePart::new(NamePartKind::Given, word)).collect();
        let is_suffix = |part: &NamePart| SUFFIXES.contains(&part.text.trim_end_matches('.'));
        for suffix in parts.iter_mut().skip(1).filter(|part| is_suffix(part)) {
            suffix.kind = NamePartKind::Suffix;
        }
        let mut names = parts.iter_mut().rev().skip_while(|part| part.kind == NamePartKind::Suffix);
        if let Some(family) = names.next() {
            family.kind = NamePartKind::Family;
        }
        for particle in names.take_while(|part| PARTICLES.contains(&part.text.as_str())) {
            particle.kind = NamePartKind::Particle;
        }
        Self { parts }
    }

    /// The family name with its particles, in the order written.
    #[must_use]
    pub fn family(&self) -> Option<String> {
        self.words_of(&[NamePartKind::Particle, NamePartKind::Family])
    }

    /// The given names, in the order written.
    #[must_use]
    pub fn given(&self) -> Option<String> {
        self.words_of(&[NamePartKind::Given])
    }

    fn words_of(&self, kinds: &[NamePartKind]) -> Option<String> {
        let words: Vec<&str> = self
            .parts
            .iter()
            .filter(|part| kinds.contains(&part.kind))
            .map(|part| part.text.as_str())
            .collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// Particles that a family name may begin with, in lower case as they are written inside a name.
const PARTICLES: [&str; 30] = [
    "af", "al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "el", "ibn", "la", "las", "le", "los", "ten", "ter", "tot", "van", "von", "vom", "zu", "zum", "y",
];

const SUFFIXES: [&str; 6] = ["Jr", "Sr", "II", "III", "IV", "V"];

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(&part.text)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_western_name_keeps_its_words_in_order() {
        for words in ["Mark Lancaster", "Todd D. Robinson", "Charles de Gaulle", "John Smith Jr.", "Sleiman"]
        {
            assert_eq!(Name::western(words).to_string(), words);
        }
        assert_eq!(Name::western("John Smith Jr.").family().as_deref(), Some("Smith"));
        assert_eq!(Name::western("").family(), None);
    }
}
