//! The names that frame a document: its namespace and its root elements.

use super::element::Element;
use crate::model::{Commemoration, Facts, Meeting, Official, Organisation, Quote, Story, Visit};

/// The namespace of every element.
pub const NAMESPACE: &str = "urn:newsdesk:story:1";

/// The namespace of `schemaLocation` and the like, which any document may carry.
pub(super) const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A type that a document may consist of.
pub(super) trait Root: Element {
    /// The name of the document's one outermost element.
    const NAME: &'static str;
}

/// Gives each type its root element, and its own reader and writer.
macro_rules! roots {
    ($($type:ident = $name:literal;)*) => {
        $(
            impl Root for $type {
                const NAME: &'static str = $name;
            }

            impl $type {
                #[doc = concat!("Writes an XML document with the root `", $name, "`, as [`format::xml`](crate::format::xml) describes it.")]
                ///
                /// # Errors
                ///
                /// If a text holds a character that XML cannot hold, with the path of that text.
                pub fn to_xml(&self) -> Result<String, $crate::WriteError> {
                    super::write::document(self)
                }

                #[doc = concat!("Reads an XML document with the root `", $name, "`, strictly: all trouble is an error.")]
                ///
                /// # Errors
                ///
                /// If `xml` is anything else than such a document, or exceeds the default
                /// [`Limits`](crate::Limits).
                pub fn from_xml(xml: &str) -> Result<Self, $crate::ReadError> {
                    let options = $crate::ReadOptions::new().with_strict(true);
                    super::read::document(xml.as_bytes(), &options).map(|(value, _)| value)
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
