//! The shape of a line: flat records, with names in place of ids.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::TimeUnit;

/// A line: what the publisher gave, then the facts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Line {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lead: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) published: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) licence: Option<String>,
    #[serde(default)]
    pub(super) officials: Vec<OfficialRecord>,
    #[serde(default)]
    pub(super) visits: Vec<VisitRecord>,
    #[serde(default)]
    pub(super) meetings: Vec<MeetingRecord>,
    #[serde(default)]
    pub(super) commemorations: Vec<CommemorationRecord>,
    #[serde(default)]
    pub(super) quotes: Vec<QuoteRecord>,
    /// The members that this format does not define.
    #[serde(flatten, deserialize_with = "each_once")]
    pub(super) others: BTreeMap<String, Value>,
}

impl Line {
    /// Whether all lists of facts are empty.
    pub(super) fn has_no_facts(&self) -> bool {
        self.officials.is_empty()
            && self.visits.is_empty()
            && self.meetings.is_empty()
            && self.commemorations.is_empty()
            && self.quotes.is_empty()
    }
}

/// The members that [`Line`] defines, so that none of them is written twice.
pub(super) const MEMBERS: [&str; 14] = [
    "id", "title", "lead", "text", "published", "country", "source", "url", "licence", "officials", "visits",
    "meetings", "commemorations", "quotes",
];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct OfficialRecord {
    pub(super) name: String,
    pub(super) rank: Option<String>,
    #[serde(default)]
    pub(super) roles: Vec<String>,
    pub(super) country: Option<String>,
    /// False for a private person, who is no official and is not read.
    #[serde(default = "yes")]
    pub(super) official: bool,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct VisitRecord {
    #[serde(default)]
    pub(super) visitors: Vec<String>,
    pub(super) country: Option<String>,
    #[serde(default)]
    pub(super) places: Vec<String>,
    pub(super) status: Option<String>,
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    /// False for a visit that the story only looks back at.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub(super) scored: bool,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MeetingRecord {
    #[serde(default)]
    pub(super) party: Vec<String>,
    #[serde(default)]
    pub(super) with: Vec<String>,
    pub(super) mode: String,
    pub(super) status: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CommemorationRecord {
    pub(super) event: Option<String>,
    pub(super) anniversary: Option<u32>,
    pub(super) unit: Option<TimeUnit>,
    pub(super) named_day: Option<String>,
    #[serde(default)]
    pub(super) acts: Vec<String>,
    #[serde(default)]
    pub(super) places: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct QuoteRecord {
    pub(super) speaker: Option<String>,
    pub(super) text: String,
    #[serde(default)]
    pub(super) marked: bool,
}

fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_yes(scored: &bool) -> bool {
    *scored
}

/// Members by their names; a second of one name is refused, as serde does for those that are defined.
fn each_once<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Value>, D::Error> {
    struct EachOnce;

    impl<'de> Visitor<'de> for EachOnce {
        type Value = BTreeMap<String, Value>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("members of different names")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
            let mut all = BTreeMap::new();
            while let Some((name, value)) = members.next_entry::<String, Value>()? {
                if all.contains_key(&name) {
                    return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
                }
                all.insert(name, value);
            }
            Ok(all)
        }
    }

    deserializer.deserialize_map(EachOnce)
}
