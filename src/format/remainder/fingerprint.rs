//! Whether a story is still the one that a remainder was made for.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::format::fnv::Fnv;
use crate::model::Story;

/// A number of a story as JSON, its extensions aside: they hold what the format says and the model does not.
///
/// In a document it is 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    pub(super) fn of(story: &Story) -> Self {
        let Story {
            id,
            iri,
            kind,
            language,
            headline,
            standfirst,
            dateline,
            byline,
            publishers,
            dates,
            subjects,
            rights,
            links,
            media,
            body,
            facts,
            extensions: _,
        } = story;
        let named = (id, iri, kind, language, headline, standfirst, dateline, byline);
        let listed = (publishers, dates, subjects, rights, links, media, body, facts);
        // The model never fails to be written.
        let json = serde_json::to_vec(&(named, listed)).unwrap_or_default();
        let mut hash = Fnv::new();
        hash.mark(0, &json);
        Self(hash.number())
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", self.0))
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        u64::from_str_radix(&digits, 16).map(Self).map_err(serde::de::Error::custom)
    }
}
