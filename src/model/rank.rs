//! Military and police ranks.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::builder::builder;
use super::checked_text::InvalidText;
use super::vocabulary::open_vocabulary;

/// A military or police rank.
///
/// ```
/// use newsdesk::{NatoGrade, Rank, Service};
/// let rank = Rank::new("Lieutenant General").with_service(Service::Army).with_grade(NatoGrade::officer(8));
/// assert_eq!(rank.grade.unwrap().to_string(), "OF-8");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rank {
    /// The rank as written: "Lt Gen", "Vice Admiral".
    pub title: String,
    /// The service that has the rank, where the rank tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// Its grade in the scale of NATO STANAG 2116, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<NatoGrade>,
}

impl Rank {
    /// A rank of which only the title is known.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), service: None, grade: None }
    }
}

builder! { Rank {
    some with_service(service: Service);
    some with_grade(grade: NatoGrade);
} }

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)
    }
}

open_vocabulary! {
    /// The service that a [`Rank`] belongs to.
    ///
    /// ```
    /// use newsdesk::Service;
    /// assert_eq!(Service::from("navy"), Service::Navy);
    /// ```
    Service {
        /// Land forces.
        Army = "army",
        /// Sea forces.
        Navy = "navy",
        /// Air forces.
        AirForce = "air-force",
        /// Marines.
        Marines = "marines",
        /// Coast guards.
        CoastGuard = "coast-guard",
        /// Police and gendarmerie.
        Police = "police",
    }
}

/// A grade of NATO STANAG 2116: `OF-1` to `OF-10` for officers, `OR-1` to `OR-9` for other ranks.
///
/// ```
/// use newsdesk::NatoGrade;
/// let general: NatoGrade = "OF-9".parse()?;
/// assert!(general > NatoGrade::officer(8));
/// assert!("OF-11".parse::<NatoGrade>().is_err());
/// # Ok::<(), newsdesk::InvalidText>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NatoGrade {
    // Declared in this order so that every officer compares above every other rank.
    officer: bool,
    level: u8,
}

impl NatoGrade {
    /// An officer's grade; the level is held to 1 to 10.
    #[must_use]
    pub fn officer(level: u8) -> Self {
        Self { officer: true, level: level.clamp(1, 10) }
    }

    /// Another rank's grade; the level is held to 1 to 9.
    #[must_use]
    pub fn other_rank(level: u8) -> Self {
        Self { officer: false, level: level.clamp(1, 9) }
    }
}

impl fmt::Display for NatoGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", if self.officer { "OF" } else { "OR" }, self.level)
    }
}

impl FromStr for NatoGrade {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let level = |prefix: &str, most: u8| {
            let level: u8 = text.strip_prefix(prefix)?.parse().ok()?;
            (1..=most).contains(&level).then_some(level)
        };
        (level("OF-", 10).map(Self::officer)).or_else(|| level("OR-", 9).map(Self::other_rank)).ok_or_else(
            || InvalidText {
                text: text.into(),
                wanted: "a NATO grade",
                expected: "OF-1 to OF-10 or OR-1 to OR-9",
            },
        )
    }
}

impl Serialize for NatoGrade {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for NatoGrade {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::word::deserialize(deserializer, str::parse)
    }
}
