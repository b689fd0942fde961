//! The types that a document may consist of.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::model::{Commemoration, Facts, Meeting, Official, Organisation, Quote, Story, Visit};

/// A type that a document may consist of.
pub(super) trait Root: Serialize + DeserializeOwned {
    /// What paths into the document begin with.
    const NAME: &'static str;
}

/// Gives each type its own reader and writer.
macro_rules! roots {
    ($($type:ident = $name:literal;)*) => {
        $(
            impl Root for $type {
                const NAME: &'static str = $name;
            }

            impl $type {
                /// Writes a JSON document, as [`format::json`](crate::format::json) describes it.
                ///
                /// # Errors
                ///
                /// If a value cannot be written in JSON; no value of the model is such.
                pub fn to_json(&self) -> Result<String, $crate::WriteError> {
                    super::write::document(self)
                }

                /// Reads a JSON document, strictly: all trouble is an error.
                ///
                /// # Errors
                ///
                /// If `json` is anything else than such a document, or exceeds the default
                /// [`Limits`](crate::Limits).
                pub fn from_json(json: &str) -> Result<Self, $crate::ReadError> {
                    let options = $crate::ReadOptions::new().with_strict(true);
                    super::read::document(json.as_bytes(), &options).map(|(value, _)| value)
                }
            }
        )*
    };
}

roots! {
    Story = "story";
    Facts = "facts";
    Official = "official";
    Organisation = "organisation";
    Visit = "visit";
    Meeting = "meeting";
    Commemoration = "commemoration";
    Quote = "quote";
}
